"""The files of one watch."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from attrs import evolve, frozen

from factwatch.errors import SnapshotFormatError, UnknownVersionError
from factwatch.snapshots.files import read_text, remove, write_new, write_text
from factwatch.snapshots.format import parse, render, sealed
from factwatch.snapshots.names import version_file, version_of
from factwatch.snapshots.pending import (
    Check,
    PendingDocument,
    PendingItem,
    Rejection,
    parse_checks,
    parse_pending,
    parse_rejections,
    pending_file,
    render_checks,
    render_pending,
    render_rejections,
)
from factwatch.snapshots.record import Snapshot
from factwatch.snapshots.watch import Watch, parse_watch, render_watch

__all__: Final = ["WatchFolder", "add_lines"]

_KEPT_CHECKS: Final = 500


@frozen
class WatchFolder:
    """Reads and writes the files of one watch; who writes holds the lock."""

    path: Path
    name: str

    @property
    def settings_file(self) -> Path:
        """Where the settings are."""
        return self.path / "watch.yaml"

    @property
    def rejected_file(self) -> Path:
        """Where rejections are kept."""
        return self.path / "rejected.yaml"

    @property
    def pending_folder(self) -> Path:
        """Where changes wait for review."""
        return self.path / "pending"

    @property
    def checks_file(self) -> Path:
        """Where it is noted which documents were checked."""
        return self.pending_folder / "checks.yaml"

    def version_path(self, version: int) -> Path:
        """Return where *version* is."""
        return self.path / version_file(version)

    def settings(self) -> Watch:
        """Return the settings."""
        return parse_watch(read_text(self.settings_file) or "", self.settings_file.as_posix(), name=self.name)

    def write_settings(self, watch: Watch) -> None:
        """Replace the settings."""
        write_text(self.settings_file, render_watch(watch))

    def versions(self) -> tuple[int, ...]:
        """Return the numbers of all versions, oldest first."""
        found = (version_of(file.name) for file in self.path.iterdir())
        return tuple(sorted(version for version in found if version is not None))

    def read(self, version: int) -> Snapshot:
        """
        Return one version.

        Raises:
            UnknownVersionError: There is none of that number.
            SnapshotFormatError: Its file cannot be read.
        """
        file = self.version_path(version)
        text = read_text(file) if version > 0 else None
        if text is None:
            known = self.versions()
            told = f"versions go from {known[0]} to {known[-1]}" if known else "it has no version yet"
            where = f"watch {self.name!r}"
            raise UnknownVersionError(where, f"there is no version {version}", f"Its {told}.".replace("Its it", "It"))
        return parse(text, file.as_posix(), watch=self.name, version=version)

    def newest(self) -> Snapshot | None:
        """Return the newest version, or None where there is none."""
        known = self.versions()
        return self.read(known[-1]) if known else None

    def all(self) -> tuple[Snapshot, ...]:
        """Return all versions, oldest first."""
        return tuple(self.read(version) for version in self.versions())

    def write_version(self, snapshot: Snapshot) -> Snapshot:
        """Write a new version; return it sealed."""
        whole = sealed(snapshot)
        file = self.version_path(whole.version)
        text = render(whole)
        parse(text, file.as_posix(), watch=self.name, version=whole.version)  # what cannot be read again is never written
        write_new(file, text)
        return whole

    def rejections(self) -> tuple[Rejection, ...]:
        """Return all rejections."""
        text = read_text(self.rejected_file)
        return parse_rejections(text, self.rejected_file.as_posix()) if text is not None else ()

    def turned_down(self, today: str | None) -> frozenset[str]:
        """Return the evidence of the rejections that count on *today* (None: of all)."""
        return frozenset(row.evidence for row in self.rejections() if row.expires is None or today is None or today <= row.expires)

    def add_rejections(self, rows: Sequence[Rejection]) -> None:
        """Keep more rejections; a later one on the same evidence takes the place of the earlier."""
        kept = {row.evidence: row for row in (*self.rejections(), *rows)}
        write_text(self.rejected_file, render_rejections(kept.values()))

    def pending_documents(self) -> tuple[PendingDocument, ...]:
        """Return what waits for review, one object a later document, in order of their dates."""
        if not self.pending_folder.is_dir():
            return ()
        found = []
        for file in sorted(self.pending_folder.glob("*.yaml")):
            text = read_text(file) if file != self.checks_file else None
            if text is None:
                continue
            document = parse_pending(text, file.as_posix())
            if document.watch != self.name:
                raise SnapshotFormatError(file.as_posix(), f"it is of the watch {document.watch!r}", "Delete it.")
            found.append(document)
        return tuple(sorted(found, key=lambda one: (one.source.published or one.added, one.added, one.source.key)))

    def write_pending(self, document: PendingDocument) -> None:
        """Replace what waits of one later document; delete the file where nothing does."""
        file = self.pending_folder / pending_file(document.source)
        if document.changes or document.new:
            self.pending_folder.mkdir(exist_ok=True)
            write_text(file, render_pending(document))
        else:
            remove(file)

    def drop_pending(self, items: Sequence[PendingItem]) -> None:
        """Delete *items* from what waits."""
        for document in self.pending_documents():
            gone = {item.id for item in items if item.document.source.key == document.source.key}
            if gone:
                self.write_pending(
                    evolve(
                        document,
                        changes=tuple(change for change in document.changes if change.id not in gone),
                        new=tuple(claim_id for claim_id in document.new if claim_id not in gone),
                    )
                )

    def checks(self) -> tuple[Check, ...]:
        """Return which documents were checked on this machine, oldest first."""
        text = read_text(self.checks_file)
        return parse_checks(text, self.checks_file.as_posix()) if text is not None else ()

    def note_check(self, check: Check) -> None:
        """Note that a document was checked."""
        self.pending_folder.mkdir(exist_ok=True)
        others = [row for row in self.checks() if row.key != check.key]
        write_text(self.checks_file, render_checks([*others, check][-_KEPT_CHECKS:]))


def add_lines(file: Path, lines: Sequence[str]) -> None:
    """Add the *lines* that *file* does not have yet."""
    text = read_text(file) or ""
    missing = [line for line in lines if line not in text.splitlines()]
    if missing:
        start = text if not text or text.endswith("\n") else text + "\n"
        write_text(file, start + "".join(f"{line}\n" for line in missing))
