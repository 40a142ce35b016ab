"""
Joining versions of two branches, claim by claim: the engine of a git merge driver.

Two branches that both add ``0002.yaml`` give git two files of one path. The driver joins them into one version 2 that names both as
its ancestors, so that a later version of either branch still finds its parent in it. Where only one branch went on (to version 3),
git keeps its version 3 as it is; the other branch's claims then stand in version 2, but not in the newest one: `loose_ends` finds that,
and `reconciled` makes the version that brings them in.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from attrs import evolve, frozen

from factwatch._yaml import dump
from factwatch.errors import FactwatchError, SnapshotFormatError
from factwatch.model.change import Nature
from factwatch.snapshots.evolution import joined_aliases, successor
from factwatch.snapshots.files import read_text, write_text
from factwatch.snapshots.format import digest_of, entry_data, parse, render, sealed, short
from factwatch.snapshots.history import describe
from factwatch.snapshots.names import version_file, version_of
from factwatch.snapshots.pending import parse_rejections, render_rejections
from factwatch.snapshots.record import Closure, Entry, Parent, Snapshot, facts

__all__: Final = ["Conflict", "Merge", "loose_ends", "merge", "merge_files", "reconciled", "render_merge"]


@frozen(kw_only=True)
class Conflict:
    """A claim that both branches changed, each in its own way; None where a side does not hold it."""

    claim: str
    base: Entry | None
    ours: Entry | None
    theirs: Entry | None

    def __str__(self) -> str:
        ours, theirs = (_told(entry, self.base) for entry in (self.ours, self.theirs))
        return f"{self.claim}: ours {ours}; theirs {theirs}"


def _told(entry: Entry | None, base: Entry | None) -> str:
    if entry is None:
        return "closed it" if base is not None else "does not have it"
    data = facts(entry.claim)
    known = facts(base.claim) if base else {}
    changed = {key: value for key, value in data.items() if key not in ("id", "kind") and value != known.get(key)}
    said = ", ".join(f"{key}: {'nothing' if value in (None, []) else value}" for key, value in changed.items())
    return f"says {said or describe(entry.claim)}"


@frozen(kw_only=True)
class Merge:
    """Two versions joined."""

    snapshot: Snapshot
    """With our side of each conflict."""
    conflicts: tuple[Conflict, ...] = ()


def merge(base: Snapshot | None, ours: Snapshot, theirs: Snapshot) -> Merge:
    """
    Join two versions that grew from *base* (None where they have nothing in common), claim by claim.

    A claim that one side set, added or closed is taken from that side. Closed claims, sources and aliases of both are kept. Save for
    conflicts, the result does not depend on which side is called ours.

    Raises:
        SnapshotFormatError: The versions are of two watches.
    """
    if ours.watch != theirs.watch:
        raise SnapshotFormatError(ours.watch, f"the other version is of the watch {theirs.watch!r}", "Merge versions of one watch.")
    ours, theirs = (evolve(side, digest=side.digest or digest_of(side)) for side in (ours, theirs))
    if ours.digest == theirs.digest:
        return Merge(snapshot=ours)
    claims, conflicts = _standing(base, ours, theirs)
    first, second = sorted((ours, theirs), key=lambda side: (-side.version, str(side.digest)))
    parents = {parent.digest: parent for side in (first, second) for parent in (_as_parent(base, side), *side.merged)}
    newest = max((first, second), key=lambda side: (side.extractor.version, side.extractor.lexicon))
    sources = {source.key: source for source in sorted((*first.sources, *second.sources), key=lambda s: -s.added)}
    joined = Snapshot(
        watch=ours.watch,
        version=first.version,
        accepted=max(ours.accepted, theirs.accepted),
        note="; ".join(dict.fromkeys(note for note in (first.note, second.note) if note)),
        parent=first.parent,
        lineage=first.lineage,
        merged=tuple(parents[digest] for digest in sorted(parents)),
        extractor=newest.extractor,
        changes=tuple(dict.fromkeys((*first.changes, *second.changes))),
        sources=tuple(sources.values()),
        aliases=joined_aliases(first.aliases, second.aliases),
        claims=tuple(claims),
        closed=_closed(first, second),
    )
    return Merge(snapshot=sealed(joined), conflicts=tuple(conflicts))


def _standing(base: Snapshot | None, ours: Snapshot, theirs: Snapshot) -> tuple[list[Entry], list[Conflict]]:
    was, mine, other = ({entry.claim.id: entry for entry in one.claims} if one else {} for one in (base, ours, theirs))
    claims, conflicts = [], []
    for claim_id in sorted({*was, *mine, *other}):
        b, o, t = was.get(claim_id), mine.get(claim_id), other.get(claim_id)
        if _same(o, t):
            kept = min((entry for entry in (o, t) if entry), key=lambda e: (e.origin.set_in, repr(e)), default=None)
        elif _same(o, b):
            kept = t
        elif _same(t, b):
            kept = o
        else:
            conflicts.append(Conflict(claim=claim_id, base=b, ours=o, theirs=t))
            kept = o
        if kept is not None:
            claims.append(kept)
    return claims, conflicts


def _same(one: Entry | None, other: Entry | None) -> bool:
    if one is None or other is None:
        return one is other
    return facts(one.claim) == facts(other.claim)


def _closed(first: Snapshot, second: Snapshot) -> tuple[Entry, ...]:
    kept: dict[tuple[Any, ...], Entry] = {}
    for entry in (*first.closed, *second.closed):
        closure = entry.closed
        kept.setdefault((*entry.order, closure.by if closure else None, closure.nature if closure else None), entry)
    return tuple(kept.values())


def _as_parent(base: Snapshot | None, side: Snapshot) -> Parent:
    was = {entry.claim.id: entry for entry in base.claims} if base else {}
    now = {entry.claim.id: entry for entry in side.claims}
    changed = [key for key in sorted({*was, *now}) if not _same(was.get(key), now.get(key))]
    return Parent(
        digest=side.digest or digest_of(side),
        parent=side.parent,
        accepted=side.accepted,
        note=side.note,
        # The sides of an earlier merge are listed on their own.
        changed=() if side.merged else tuple(changed),
        joined=tuple(parent.digest for parent in side.merged),
    )


def loose_ends(versions: Sequence[Snapshot]) -> tuple[tuple[Snapshot, Parent], ...]:
    """Return the sides of merges that the newest of *versions* did not grow from: (the merged version, its side)."""
    found: list[tuple[Snapshot, Parent]] = []
    for index, (before, after) in enumerate(itertools.pairwise(versions), start=1):
        if not before.merged or after.parent == before.digest:
            continue
        covered = {after.parent}
        for later in versions[index:]:
            covered.update(parent.digest for parent in later.merged)
        covered.update(parent.parent for parent in after.merged)
        covered.update(digest for side in before.merged if side.digest in covered for digest in side.joined)
        found.extend((before, side) for side in before.merged if side.changed and side.digest not in covered)
    return tuple(found)


def reconciled(versions: Sequence[Snapshot], *, accepted_on: str, note: str = "") -> Merge:
    """
    Return the version after the newest of *versions* that takes in what `loose_ends` finds.

    Where the newest version has changed such a claim in its own way, that stands, and the other branch's claim is noted as contested.
    """
    head = versions[-1]
    draft = successor(head, watch=head.watch, accepted_on=accepted_on, note=note or "reconcile merged branches")
    standing = {entry.claim.id: entry for entry in head.claims}
    closed = list(head.closed)
    conflicts, parents, sources, aliases = [], list[Parent](), {source.key: source for source in head.sources}, head.aliases
    by_lineage = {short(snapshot.digest or digest_of(snapshot)): snapshot for snapshot in versions}
    for merged, side in loose_ends(versions):
        known = [by_lineage[mark] for mark in merged.lineage if mark in by_lineage]
        was = {entry.claim.id: entry for entry in known[-1].claims} if known else {}
        other = {entry.claim.id: entry for entry in merged.claims}
        parents.append(side)
        aliases = joined_aliases(aliases, merged.aliases)
        for source in merged.sources:
            sources.setdefault(source.key, source)
        for claim_id in side.changed:
            b, o, t = was.get(claim_id), standing.get(claim_id), other.get(claim_id)
            if _same(o, t):
                continue
            if not _same(o, b):
                conflicts.append(Conflict(claim=claim_id, base=b, ours=o, theirs=t))
                if t is not None:
                    closed.append(evolve(t, closed=_closure(draft, t, "conflict")))
                continue
            standing.pop(claim_id, None)
            if t is not None:
                standing[claim_id] = t
        closed.extend(entry for entry in merged.closed if entry.claim.id in side.changed and entry not in closed)
    joined = evolve(
        draft,
        claims=tuple(standing.values()),
        closed=tuple(closed),
        sources=tuple(sources.values()),
        aliases=aliases,
        merged=tuple(sorted(dict.fromkeys(parents), key=lambda parent: parent.digest)),
    )
    return Merge(snapshot=joined, conflicts=tuple(conflicts))


def _closure(draft: Snapshot, entry: Entry, nature: Nature) -> Closure:
    return Closure(day=draft.accepted, version=draft.version, by=entry.origin.source, nature=nature)


def render_merge(merged: Merge) -> str:
    """Return the text of the joined file; each conflict stands in it between git's marker lines, everything else is joined."""
    text = render(merged.snapshot)
    if not merged.conflicts:
        return text
    head, _, rest = text.partition("\nclaims:")
    _, found, tail = rest.partition("\nclosed:\n")
    sides: dict[str, tuple[Entry | None, Entry | None]] = {entry.claim.id: (entry, entry) for entry in merged.snapshot.claims}
    sides.update({conflict.claim: (conflict.ours, conflict.theirs) for conflict in merged.conflicts})
    contested = {conflict.claim for conflict in merged.conflicts}
    parts = [f"{head}\nclaims:\n"]
    for claim_id in sorted(sides):
        ours, theirs = (dump([entry_data(entry)]) if entry else "" for entry in sides[claim_id])
        parts.append(f"<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs\n" if claim_id in contested else ours)
    return "".join(parts) + (f"closed:\n{tail}" if found else "")


def merge_files(base: Path, ours: Path, theirs: Path, path: str, *, tell: Callable[[str], object] = sys.stderr.write) -> int:
    """
    Join the files that git hands to a merge driver (``%O %A %B %P``); the result replaces *ours*.

    Args:
        base: The common ancestor; empty where both branches added the file.
        ours: Our side; the result is written here.
        theirs: The other side.
        path: Where the file lies in the repository, from the folder that git runs the driver in; tells what kind of file it is, and
            where the version is from which the branches parted.
        tell: Receives each conflict or problem, a line each.

    Returns:
        0 where both sides were joined, 1 where somebody must look: *ours* then holds the claims in conflict between marker lines, or is
        left as it was where a side cannot be read.
    """
    name = Path(path).name
    try:
        texts = [read_text(side) or "" for side in (base, ours, theirs)]
        if name == "rejected.yaml":
            write_text(ours, _merge_rejections(texts[1], texts[2], path))
            return 0
        number = version_of(name)
        if number is None:
            tell(f"{path}: not a file of a watch; merge it by hand\n")
            return 1
        mine, other = (
            _whole(parse(text, f"{path} ({side})", version=number)) for text, side in zip(texts[1:], ("ours", "theirs"), strict=True)
        )
        ancestor = parse(texts[0], f"{path} (base)") if texts[0].strip() else _fork(Path(path).parent, mine, other)
        merged = merge(ancestor, mine, other)
        write_text(ours, render_merge(merged))
    except FactwatchError as error:
        tell(f"{error}\n")
        return 1
    for conflict in merged.conflicts:
        tell(f"{path}: {conflict}\n")
    if merged.conflicts:
        tell(f"{path}: keep one side of each, delete the marker lines, then seal the watch {merged.snapshot.watch!r}\n")
    return 1 if merged.conflicts else 0


def _whole(snapshot: Snapshot) -> Snapshot:
    # A side that was edited by hand and never sealed is taken as it stands: the merge seals it.
    return evolve(snapshot, digest=digest_of(snapshot))


def _fork(folder: Path, ours: Snapshot, theirs: Snapshot) -> Snapshot | None:
    """Return the last version that both sides have in common, from the working tree."""
    shared = 0
    for one, other in zip(ours.lineage, theirs.lineage, strict=False):
        if one != other:
            break
        shared += 1
    if not shared:
        return None
    file = folder / version_file(shared)
    text = read_text(file)
    if text is None:
        return None
    base = parse(text, file.as_posix())
    return base if short(digest_of(base)) == ours.lineage[shared - 1] else None


def _merge_rejections(ours: str, theirs: str, path: str) -> str:
    sides = (("ours", ours), ("theirs", theirs))
    rows = [row for side, text in sides if text.strip() for row in parse_rejections(text, f"{path} ({side})")]
    return render_rejections({row.evidence: row for row in sorted(rows, key=lambda row: (row.day, row.reason))}.values())
