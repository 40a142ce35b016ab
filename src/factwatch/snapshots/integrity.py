"""Whether a watch's files are what was accepted: each version's digest, its parent's, and those of the sources still on disk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from attrs import frozen

from factwatch.errors import IntegrityError, SnapshotError
from factwatch.snapshots.files import file_digest
from factwatch.snapshots.folder import WatchFolder
from factwatch.snapshots.format import digest_of, short
from factwatch.snapshots.merging import loose_ends
from factwatch.snapshots.record import Snapshot, Source

__all__: Final = ["Finding", "Verification", "check_chain", "check_sealed", "check_sources", "is_sealed", "verify_folder"]

_HAND: Final = "If the edit is meant, seal the watch; else take the file from version control."
_HISTORY: Final = "Take the file from version control: only the newest version may be edited."


@frozen(kw_only=True)
class Finding:
    """One file that is not as it was accepted."""

    file: str
    problem: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"{self.file}: {self.problem}. {self.remedy}".rstrip()


@frozen(kw_only=True)
class Verification:
    """The outcome of walking a watch's chain of versions."""

    watch: str
    versions: int
    """How many were checked."""
    sources: int
    """How many sources were found on disk and checked."""
    findings: tuple[Finding, ...] = ()
    """Oldest version first, then sources."""
    notes: tuple[str, ...] = ()
    """What could not be checked, or deserves a look, without being wrong."""

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    def raise_first(self) -> None:
        """
        Raise the first finding; nothing happens where there is none.

        Raises:
            IntegrityError: Names the first file that does not match.
        """
        if self.findings:
            first = self.findings[0]
            raise IntegrityError(first.file, first.problem, first.remedy)


def is_sealed(snapshot: Snapshot) -> bool:
    """Say whether the file's digest is the one of its content; the oldest schema has none, and counts as sealed."""
    return snapshot.digest is None or snapshot.digest == digest_of(snapshot)


def check_sealed(file: str, snapshot: Snapshot) -> None:
    """
    Do nothing where the digest of *file* is the one of its content.

    Raises:
        IntegrityError: It is not.
    """
    if not is_sealed(snapshot):
        raise IntegrityError(file, "it was edited since it was written: the digest does not match", _HAND)


def check_chain(files: Sequence[tuple[str, int, Snapshot | SnapshotError]]) -> tuple[list[Finding], list[str]]:
    """
    Walk a watch's versions.

    Args:
        files: (file name, version, its content or why it cannot be read), oldest first.

    Returns:
        Findings and notes.
    """
    findings: list[Finding] = []
    notes: list[str] = []
    before: Snapshot | None = None
    expected = 1
    for file, version, content in files:
        findings.extend(
            Finding(file=file, problem=f"version {missing} before it is missing", remedy="Take it from version control.")
            for missing in range(expected, version)
        )
        expected = version + 1
        if isinstance(content, SnapshotError):
            findings.append(Finding(file=file, problem=content.problem, remedy=content.remedy))
            before = None
            continue
        newest = version == files[-1][1]
        if content.digest is None:
            notes.append(f"{file}: has no digest of its own (an older format)")
        elif not is_sealed(content):
            problem = "its content was changed since it was written: the digest does not match"
            findings.append(Finding(file=file, problem=problem, remedy=_HAND if newest else _HISTORY))
        if content.digest is not None:
            findings.extend(_check_parent(file, content, before, has_before=version > 1))
        before = content
    whole = [content for _, _, content in files if isinstance(content, Snapshot)]
    if len(whole) == len(files):
        notes.extend(
            f"version {merged.version} joined two branches, but the newest version grew from one of them: reconcile the watch to bring in "
            f"{len(side.changed)} claim{'s' if len(side.changed) != 1 else ''} of the other"
            for merged, side in loose_ends(whole)
        )
    return findings, notes


def _check_parent(file: str, content: Snapshot, before: Snapshot | None, *, has_before: bool) -> list[Finding]:
    if not has_before:
        if content.parent is None:
            return []
        return [Finding(file=file, problem="the first version cannot have a parent", remedy=_HISTORY)]
    if before is None:  # unreadable or missing: told already
        return []
    fitting = {digest_of(before), *(parent.digest for parent in before.merged)}
    if content.parent not in fitting:
        problem = f"its parent's digest is not the one of version {before.version}: one of the two was changed or replaced"
        return [Finding(file=file, problem=problem, remedy=_HISTORY)]
    if len(content.lineage) != content.version - 1 or content.lineage[-1] != short(content.parent or ""):
        return [Finding(file=file, problem="its lineage does not lead to its parent", remedy=_HISTORY)]
    return []


def check_sources(sources: Sequence[Source], folder: Path) -> tuple[int, list[Finding], list[str]]:
    """
    Hold the sources that are still on disk against their digests.

    Args:
        sources: Those of the newest version.
        folder: What their paths start from.

    Returns:
        How many files were there, findings and notes.
    """
    checked = 0
    findings: list[Finding] = []
    notes: list[str] = []
    for source in sources:
        if source.path is None or source.file_digest is None:
            continue
        found = file_digest(folder / source.path)
        if found is None:
            notes.append(f"{source.path}: no longer on disk, so its digest cannot be checked")
            continue
        checked += 1
        if found != source.file_digest:
            problem = "the source was changed since its claims were accepted: the digest does not match"
            findings.append(
                Finding(file=source.path, problem=problem, remedy="Take it from version control, or check it as a later document.")
            )
    return checked, findings, notes


def verify_folder(folder: WatchFolder, base: Path) -> Verification:
    """Check all of one watch; paths of sources start from *base*."""
    files: list[tuple[str, int, Snapshot | SnapshotError]] = []
    for version in folder.versions():
        content: Snapshot | SnapshotError
        try:
            content = folder.read(version)
        except SnapshotError as error:
            content = error
        files.append((folder.version_path(version).as_posix(), version, content))
    findings, notes = check_chain(files)
    newest = files[-1][2] if files else None
    sources = newest.sources if isinstance(newest, Snapshot) else ()
    checked, source_findings, source_notes = check_sources(sources, base)
    return Verification(
        watch=folder.name,
        versions=len(files),
        sources=checked,
        findings=(*findings, *source_findings),
        notes=(*notes, *source_notes),
    )
