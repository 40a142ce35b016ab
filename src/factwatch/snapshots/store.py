"""The store: watches and their versions as plain files."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from attrs import evolve

from factwatch.errors import SnapshotError, UnknownVersionError, UnknownWatchError, UsageError
from factwatch.model.change import Change, Nature, Report
from factwatch.model.claim import ClaimSet, DocumentInfo
from factwatch.snapshots import evolution, history, integrity, merging
from factwatch.snapshots.checked import is_day
from factwatch.snapshots.decisions import decide, evidence_of_item, head_of, pending_items
from factwatch.snapshots.files import file_digest, locked, read_text, write_text
from factwatch.snapshots.folder import WatchFolder, add_lines
from factwatch.snapshots.format import digest_of, parse, render, sealed
from factwatch.snapshots.history import BlameRow, DiffRow, HistoryRow, LogRow, ValidRow
from factwatch.snapshots.integrity import Verification, check_sealed, is_sealed
from factwatch.snapshots.merging import Merge
from factwatch.snapshots.names import check_name, is_name
from factwatch.snapshots.pending import Check, PendingDocument, PendingItem, Rejection, evidence_of, evidence_of_claim
from factwatch.snapshots.record import Snapshot, Source
from factwatch.snapshots.review import Decision, Review, choose
from factwatch.snapshots.status import WatchStatus, status_of
from factwatch.snapshots.watch import Watch

__all__: Final = ["SnapshotStore"]

_GIT_IGNORE: Final = (
    "# Changes that wait for review stay out of git; only accepted versions belong there.",
    "*/pending/",
    "*/.lock",
    "*/.*.tmp",
)
_GIT_ATTRIBUTES: Final = (
    "*.yaml text eol=lf",
    "[0-9]*.yaml merge=factwatch",
    "rejected.yaml merge=factwatch",
)


class SnapshotStore:
    """
    Watches below one folder, each in a folder of its own: ``watch.yaml``, ``0001.yaml``, ``0002.yaml``, ``rejected.yaml``, ``pending/``.

    Reading needs no lock: every file is replaced whole or not at all. Writing holds a lock per watch between processes.

    Args:
        root: The folder, usually ``snapshots``; made with the first watch.
        lock_timeout: Seconds to wait for another writer.
    """

    def __init__(self, root: Path | str, *, lock_timeout: float = 30.0) -> None:
        self.root = Path(root)
        self.lock_timeout = lock_timeout

    def watches(self) -> tuple[str, ...]:
        """Return the names of all watches, sorted."""
        if not self.root.is_dir():
            return ()
        folders = (WatchFolder(folder, folder.name) for folder in self.root.iterdir() if is_name(folder.name))
        return tuple(sorted(folder.name for folder in folders if folder.settings_file.is_file()))

    def create(self, watch: Watch) -> None:
        """
        Make a new watch, without versions yet.

        Raises:
            UsageError: The name is not usable, or there is such a watch already.
        """
        folder = self.root / check_name(watch.name)
        if self.root.is_dir():
            for other in self.root.iterdir():
                if other.name != watch.name and other.name.casefold() == watch.name:
                    where = f"watch {watch.name!r}"
                    raise UsageError(where, f"a folder {other.name!r} exists", "Names must differ by more than case.")
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SnapshotError(folder.as_posix(), f"it cannot be made ({error.strerror})", "Check its permissions.") from error
        with locked(folder, self.lock_timeout):
            files = WatchFolder(folder, watch.name)
            if files.settings_file.exists():
                where = f"watch {watch.name!r}"
                raise UsageError(where, "it exists already", "Choose another name, or change its settings.")
            add_lines(self.root / ".gitignore", _GIT_IGNORE)
            add_lines(self.root / ".gitattributes", _GIT_ATTRIBUTES)
            files.write_settings(watch)

    def settings(self, watch: str) -> Watch:
        """
        Return the settings of *watch*.

        Raises:
            UnknownWatchError: There is none of that name.
            ConfigError: Its file has mistakes: all of them, with file and line.
        """
        return self._folder(watch).settings()

    def save_settings(self, watch: Watch) -> None:
        """Replace the settings of the watch of that name."""
        with self._writing(watch.name) as folder:
            folder.write_settings(watch)

    def source_of(self, document: DocumentInfo, path: Path | str | None = None) -> Source:
        """
        Return the book-keeping of a document.

        Args:
            document: What is known of it.
            path: Its file, where it has one. It is kept with the source where it lies beside or below the folder that holds the store, so
                that `verify` can look whether it is still the same.
        """
        source = Source.of(document)
        if path is None:
            return source
        try:
            relative = Path(path).resolve().relative_to(self._base())
        except ValueError:
            return source
        return evolve(source, path=relative.as_posix(), file_digest=file_digest(Path(path)))

    def versions(self, watch: str) -> tuple[int, ...]:
        """Return the numbers of the versions of *watch*, oldest first."""
        return self._folder(watch).versions()

    def load(self, watch: str, version: int | None = None, *, unsealed: bool = False) -> Snapshot:
        """
        Return one version of *watch*, the newest by default.

        Args:
            watch: The watch.
            version: Its number.
            unsealed: Read a file that was edited since it was written, too.

        Raises:
            IntegrityError: The file was edited since it was written, and not sealed.
            UnknownWatchError: No watch of that name.
            UnknownVersionError: No such version.
            SnapshotFormatError: The file is damaged or of a newer schema: all problems, with file and line.
        """
        folder = self._folder(watch)
        snapshot = folder.newest() if version is None else folder.read(version)
        if snapshot is None:
            where = f"watch {watch!r}"
            raise UnknownVersionError(where, "it has no version yet", "Make the first snapshot of it.")
        if not unsealed:
            check_sealed(folder.version_path(snapshot.version).as_posix(), snapshot)
        return snapshot

    def commit(
        self,
        watch: str,
        claims: ClaimSet,
        sources: Sequence[Source],
        *,
        accepted_on: dt.date | str,
        note: str = "",
        complete: bool = True,
        nature: Nature = "world",
        expect_parent: int | str | None = None,
    ) -> Snapshot:
        """
        Make the next version, in which *claims* stand.

        Args:
            watch: The watch.
            claims: What stands from now on.
            sources: The documents the claims come from (`source_of`).
            accepted_on: The day.
            note: A word on the version, for the log.
            complete: True where *claims* are all that stands: what they leave out is closed. False adds them to what stands.
            nature: What the differences to the version before are.
            expect_parent: Number (0: none) or digest of the version that the caller has seen as the newest.

        Raises:
            ConcurrentWriteError: The newest version is not the one expected, or another process holds the watch.
            IntegrityError: The newest version was edited by hand and not sealed.
        """
        with self._writing(watch) as folder:
            head = head_of(folder, expect_parent)
            built = evolution.replaced(
                head, claims, sources, watch=watch, accepted_on=_day(accepted_on), note=note, complete=complete, nature=nature
            )
            return folder.write_version(built)

    def revert(self, watch: str, version: int, *, accepted_on: dt.date | str, note: str = "") -> Snapshot:
        """Make a new version in which exactly the claims of an earlier one stand again; nothing is deleted."""
        with self._writing(watch) as folder:
            target = folder.read(version)
            head = head_of(folder) or target
            return folder.write_version(evolution.restored(head, target, accepted_on=_day(accepted_on), note=note))

    def seal(self, watch: str) -> Snapshot:
        """
        Take an edit by hand of the newest version for accepted: check it, and write its new digest. Comments in the file stay.

        Raises:
            SnapshotFormatError: The edit has mistakes: all of them, with file and line; nothing is written.
        """
        with self._writing(watch) as folder:
            version = self.load(watch, unsealed=True).version
            file = folder.version_path(version)
            text = read_text(file) or ""
            snapshot = parse(text, file.as_posix(), watch=watch, version=version, strict=True)
            if is_sealed(snapshot) and snapshot.digest is not None:
                return snapshot
            snapshot = evolve(snapshot, digest=digest_of(snapshot))
            write_text(file, _with_digest(text, snapshot))
            return folder.read(version)

    def reconcile(self, watch: str, *, accepted_on: dt.date | str, note: str = "") -> Merge | None:
        """
        After a merge of branches of unequal length, make the version that brings in what the newest one lacks.

        Returns:
            The new version and the claims that both branches had changed, or None where nothing is missing.
        """
        with self._writing(watch) as folder:
            versions = folder.all()
            head_of(folder, reconciling=True)
            if not merging.loose_ends(versions):
                return None
            merge = merging.reconciled(versions, accepted_on=_day(accepted_on), note=note)
            return Merge(snapshot=folder.write_version(merge.snapshot), conflicts=merge.conflicts)

    def add_pending(
        self,
        watch: str,
        report: Report,
        claims: ClaimSet,
        *,
        added_on: dt.date | str,
        source: Source | None = None,
        changes: Sequence[Change] | None = None,
    ) -> PendingDocument | None:
        """
        Keep the changes that a check found, for review; the snapshot stays as it is.

        What an earlier check of the same document left is replaced. Changes that were rejected on the same evidence, or
        accepted as a conflict of sources, are left out.

        Args:
            watch: The watch.
            report: What the comparison with the newest version found.
            claims: The later document's claims.
            added_on: The day.
            source: The later document's book-keeping; made from the report by default.
            changes: The changes to keep, where not all of the report's are wanted.

        Returns:
            What now waits for review, or None where nothing does.
        """
        day = _day(added_on)
        source = source or Source.of(report.later)
        found = tuple(report.changes if changes is None else changes)
        with self._writing(watch) as folder:
            turned_down = folder.turned_down(day)
            head = self.load(watch)
            kept = tuple(change for change in found if evidence_of(change) not in turned_down and not evolution.is_noted(head, change))
            new = [claim for claim in report.new if evidence_of_claim(claim) not in turned_down]
            named = {change.claims.after for change in kept} | {claim.id for claim in new}
            known = {claim.id: claim for claim in (*claims.claims, *report.new, *report.deduced)}
            document = PendingDocument(
                watch=watch,
                version=head.version,
                added=day,
                source=source,
                extractor=claims.extractor,
                changes=kept,
                new=tuple(claim.id for claim in new),
                claims=tuple(claim for claim_id, claim in known.items() if claim_id in named),
                aliases=claims.aliases,
            )
            folder.note_check(Check(source=source.name, key=source.key, day=day, changes=len(found)))
            folder.write_pending(document)
            return document if kept or new else None

    def pending(self, watch: str) -> tuple[PendingItem, ...]:
        """Return what waits for review, by date of the document; items that no longer fit what stands are marked obsolete."""
        return pending_items(self._folder(watch))

    def review(self, watch: str) -> Review:
        """Return a review of what is pending and still fits, to be walked one by one and applied at the end."""
        items = [item for item in self.pending(watch) if not item.obsolete]

        def apply(decisions: Sequence[Decision], accepted_on: str, note: str) -> Snapshot | None:
            with self._writing(watch) as folder:
                return decide(folder, decisions, day=_day(accepted_on), note=note)

        return Review(items, apply)

    def accept(
        self,
        watch: str,
        ids: Sequence[str] = (),
        *,
        accepted_on: dt.date | str,
        everything: bool = False,
        kind: str | None = None,
        document: str | None = None,
        nature: Nature | None = None,
        note: str = "",
        mass_withdrawal: bool = False,
        expect_parent: int | str | None = None,
    ) -> Snapshot:
        """
        Accept pending changes: make the next version with them. See `choose` for how they are named.

        Args:
            watch: The watch.
            ids: Ids of changes or new claims.
            accepted_on: The day.
            everything: All that is pending and not out of date.
            kind: Those of one kind or group.
            document: Those of one later document.
            nature: What the changes are, where the editor's word differs from the report's.
            note: A word on the version, for the log.
            mass_withdrawal: Allow it to close more than half of the claims without successor.
            expect_parent: Number or digest of the version that the caller has seen as the newest.

        Raises:
            UsageError: Nothing fits, an id is unknown, or a change no longer fits what stands; nothing is written.
        """
        chosen = choose(self.pending(watch), ids=ids, everything=everything, kind=kind, document=document)
        decisions = [Decision(item=item, verdict="accept", nature=nature) for item in chosen]
        with self._writing(watch) as folder:
            version = decide(
                folder, decisions, day=_day(accepted_on), note=note, mass_withdrawal=mass_withdrawal, expect_parent=expect_parent
            )
        if version is None:  # unreachable: `choose` never returns nothing
            raise UsageError("pending", "nothing that is pending fits")
        return version

    def reject(
        self,
        watch: str,
        ids: Sequence[str] = (),
        *,
        reason: str,
        rejected_on: dt.date | str,
        everything: bool = False,
        kind: str | None = None,
        document: str | None = None,
        expires: dt.date | str | None = None,
    ) -> tuple[Rejection, ...]:
        """
        Reject pending changes: the same evidence is not raised again (until *expires*, where given).

        Raises:
            UsageError: No reason, nothing fits, or an id is unknown; nothing is written.
        """
        if not reason.strip():
            raise UsageError("reason", "a rejection needs a reason", "Say in a few words why the change is not accepted.")
        chosen = choose(self.pending(watch), ids=ids, everything=everything, kind=kind, document=document)
        until = _day(expires) if expires is not None else None
        decisions = [Decision(item=item, verdict="reject", reason=reason, expires=until) for item in chosen]
        with self._writing(watch) as folder:
            decide(folder, decisions, day=_day(rejected_on), note="")
            keys = {evidence_of_item(item) for item in chosen}
            return tuple(row for row in folder.rejections() if row.evidence in keys)

    def rejections(self, watch: str) -> tuple[Rejection, ...]:
        """Return all changes that were rejected, by day."""
        return self._folder(watch).rejections()

    def is_rejected(self, watch: str, change: Change, *, today: dt.date | str | None = None) -> bool:
        """Say whether *change* was rejected on the same evidence (and the rejection has not run out by *today*)."""
        return evidence_of(change) in self._folder(watch).turned_down(None if today is None else _day(today))

    def prune(self, watch: str) -> tuple[PendingItem, ...]:
        """Delete pending items that no longer fit what stands; return them."""
        with self._writing(watch) as folder:
            obsolete = tuple(item for item in pending_items(folder) if item.obsolete)
            folder.drop_pending(obsolete)
            return obsolete

    def log(self, watch: str) -> tuple[LogRow, ...]:
        """Return one row a version, oldest first."""
        return history.log(self._folder(watch).all())

    def diff(self, watch: str, old: int, new: int, *, full: bool = False) -> tuple[DiffRow, ...]:
        """Return what differs between two versions, claim by claim; with *full* also evidence and book-keeping."""
        return history.differences(*(self.load(watch, version, unsealed=True) for version in (old, new)), full=full)

    def blame(self, watch: str) -> tuple[BlameRow, ...]:
        """Return, for each claim that stands, the version and source that last set it."""
        return history.blame(self._folder(watch).all())

    def history(self, watch: str, subject: str) -> tuple[HistoryRow, ...]:
        """Return every state that the watch has known of the claims about *subject*, in order of time."""
        return history.history(self._folder(watch).all(), subject)

    def as_of_accepted(self, watch: str, day: dt.date | str) -> Snapshot:
        """
        Return what was accepted as fact on *day*: the newest version of that day or before.

        Raises:
            UnknownVersionError: Nothing had been accepted by then.
        """
        wanted = _day(day)
        folder = self._folder(watch)
        for version in reversed(folder.versions()):
            snapshot = folder.read(version)
            if snapshot.accepted <= wanted:
                return snapshot
        where = f"watch {watch!r}"
        raise UnknownVersionError(where, f"nothing had been accepted by {wanted}", "Ask for a later day.")

    def as_of_valid(self, watch: str, day: dt.date | str) -> tuple[ValidRow, ...]:
        """Return the facts that held in the world on *day*, by what is known now."""
        return history.valid_on(self.load(watch), _day(day))

    def verify(self, watch: str) -> Verification:
        """Walk the chain of versions and the sources still on disk; the findings name the first file that does not match first."""
        return integrity.verify_folder(self._folder(watch), self._base())

    def status(self, *, today: dt.date | str, grace_days: int = 7) -> tuple[WatchStatus, ...]:
        """
        Return the state of every watch.

        Args:
            today: The day that plans are held against.
            grace_days: Days after its last day from which on a plan counts as long past due.
        """
        rows = []
        for watch in self.watches():
            head: Snapshot | None = None
            items: tuple[PendingItem, ...] = ()
            checks: tuple[Check, ...] = ()
            rejected, problem = 0, None
            folder = self._folder(watch)
            try:
                head = folder.newest()
                items, checks, rejected = self.pending(watch), folder.checks(), len(folder.rejections())
                first = next(iter(self.verify(watch).findings), None)
                problem = str(first) if first else None
            except SnapshotError as error:
                problem = str(error)
            rows.append(
                status_of(watch, head, items, checks=checks, rejected=rejected, today=_day(today), grace_days=grace_days, problem=problem)
            )
        return tuple(rows)

    def _base(self) -> Path:
        return self.root.resolve().parent

    def _folder(self, watch: str) -> WatchFolder:
        folder = WatchFolder(self.root / check_name(watch), watch)
        if not folder.settings_file.is_file():
            known = ", ".join(self.watches())
            remedy = f"There are: {known}." if known else "There is none yet: make one first."
            where = f"watch {watch!r}"
            raise UnknownWatchError(where, f"there is no such watch in {self.root.as_posix()}", remedy)
        return folder

    @contextmanager
    def _writing(self, watch: str) -> Iterator[WatchFolder]:
        folder = self._folder(watch)
        with locked(folder.path, self.lock_timeout):
            yield folder


def _with_digest(text: str, snapshot: Snapshot) -> str:
    """Return the file's *text* with the snapshot's digest; all else, comments too, stays."""
    line = f"digest: {snapshot.digest}"
    changed, count = re.subn(r"(?m)^digest:[^\r\n]*", line, text, count=1)
    if count:
        return changed
    # Without one (an older format, or deleted by hand), the file is written anew.
    return render(sealed(snapshot))


def _day(day: dt.date | str) -> str:
    if isinstance(day, dt.datetime):
        return day.date().isoformat()
    text = day.isoformat() if isinstance(day, dt.date) else day
    if not is_day(text):
        where = f"day {text!r}"
        raise UsageError(where, "not a day", "Give it like 2025-03-26.")
    return text
