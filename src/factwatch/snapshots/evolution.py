"""From one version to the next: what stands, what is closed, and why. Pure functions; nothing here touches files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from attrs import evolve, frozen

from factwatch.errors import UsageError
from factwatch.model.change import Change, Nature
from factwatch.model.claim import Claim, ClaimSet, Extractor
from factwatch.snapshots.checked import is_moment
from factwatch.snapshots.format import digest_of, short
from factwatch.snapshots.record import Closure, Entry, Origin, Snapshot, Source, Validity, facts

__all__: Final = ["Acceptance", "accepted", "is_noted", "is_obsolete", "joined_aliases", "replaced", "restored", "successor"]

_WHEN: Final = ("when", "when_qualifier")
# What a kind of change says something about. The other fields keep the baseline's value: silence withdraws nothing.
_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "title.ended": ("status", "until"),
    "title.status_changed": ("status", "since", "until"),
    "title.reworded": ("title", "of"),
    "role.ended": ("status", "until"),
    "role.status_changed": ("status", "since", "until"),
    "role.reworded": ("role", "of"),
    "visit.cancelled": ("status",),
    "visit.postponed": ("status", *_WHEN),
    "visit.rescheduled": _WHEN,
    "visit.reordered": ("order",),
    "visit.completed": ("status", *_WHEN),
    "meeting.cancelled": ("status",),
    "meeting.postponed": ("status", *_WHEN),
    "meeting.rescheduled": _WHEN,
    "meeting.moved": ("place",),
    "meeting.participants_changed": ("who", "with_"),
    "meeting.topics_changed": ("topics",),
    "meeting.completed": ("status", *_WHEN),
    "statement.altered": ("words", "direct"),
    "statement.reattributed": ("speaker",),
}
_ALWAYS: Final = ("id", "modality", "polarity", "attribution", "confidence", "rule", "raw", "evidence")


@frozen(kw_only=True)
class Acceptance:
    """A change, or a new claim, that an editor accepts."""

    change: Change | None
    """None for a claim about something that the watch did not speak of."""
    claim: Claim | None
    """The later document's claim; None where the change only ends one."""
    source: Source
    """The later document."""
    nature: Nature | None = None
    """The editor's word, where it differs from the change's own."""

    @property
    def kind_of_change(self) -> Nature | None:
        """What the accepted change is taken for."""
        return self.nature or (self.change.nature if self.change else None)


def successor(parent: Snapshot | None, *, watch: str, accepted_on: str, note: str, extractor: Extractor | None = None) -> Snapshot:
    """Return the version after *parent* (the first where that is None), with the same claims."""
    if parent is None:
        return Snapshot(watch=watch, version=1, accepted=accepted_on, note=note, extractor=extractor or Extractor())
    digest = parent.digest or digest_of(parent)
    return evolve(
        parent,
        version=parent.version + 1,
        accepted=accepted_on,
        note=note,
        parent=digest,
        lineage=(*parent.lineage, short(digest)),
        merged=(),
        changes=(),
        extractor=extractor or parent.extractor,
        digest=None,
    )


class _Draft:
    """The version in the making."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.standing = {entry.claim.id: entry for entry in snapshot.claims}
        self.closed = list(snapshot.closed)
        self.sources = list(snapshot.sources)
        self.withdrawn = 0

    @property
    def version(self) -> int:
        return self.snapshot.version

    def add_source(self, source: Source) -> Source:
        known = self.snapshot.source(source.key) or next((s for s in self.sources if s.key == source.key), None)
        if known is None:
            known = evolve(source, added=self.version)
            self.sources.append(known)
        elif known.path is None and source.path is not None:
            with_file = evolve(known, path=source.path, file_digest=source.file_digest)
            self.sources[self.sources.index(known)] = with_file
            known = with_file
        return known

    def close(self, entry: Entry, source: Source | None, nature: Nature, change: str | None, successor_claim: Claim | None) -> None:
        """Move a standing entry to the closed ones."""
        self.standing.pop(entry.claim.id, None)
        if successor_claim is None:
            self.withdrawn += 1
        if entry.origin.set_in == self.version:
            return  # it never stood in an accepted version
        valid = entry.valid
        if nature == "world" and valid.until is None:
            valid = evolve(valid, until=self._until(entry.claim, source, successor_claim))
        closure = Closure(day=self.snapshot.accepted, version=self.version, by=source.key if source else None, nature=nature, change=change)
        self.closed.append(evolve(entry, valid=valid, closed=closure))

    def _until(self, claim: Claim, source: Source | None, successor_claim: Claim | None) -> str:
        told = (
            getattr(successor_claim, "until", None) if successor_claim and successor_claim.id == claim.id else None,
            getattr(successor_claim, "since", None),
            getattr(claim, "until", None),
            source.published if source else None,
        )
        return next((str(moment) for moment in told if is_moment(moment)), self.snapshot.accepted)

    def place(self, claim: Claim, source: Source | None, nature: Nature | None, change: str | None, old: Entry | None) -> None:
        """Let *claim* stand in the place of *old*, an entry of the same or another id, or of nothing."""
        same = old is not None and old.claim.id == claim.id
        keeps_past = old is not None and (same or nature == "wording")
        valid = _validity(claim)
        if old is not None and (nature in ("wording", "correction") or same) and valid.since is None and nature != "world":
            valid = evolve(valid, since=old.valid.since)
        self.standing[claim.id] = Entry(
            claim=claim,
            origin=Origin(
                first_seen=old.origin.first_seen if old is not None and keeps_past else self.version,
                set_in=self.version,
                source=source.key if source else None,
                nature=nature,
                change=change,
            ),
            valid=valid,
        )

    def done(self, changes: Iterable[str] = ()) -> Snapshot:
        return evolve(
            self.snapshot,
            claims=tuple(self.standing.values()),
            closed=tuple(self.closed),
            sources=tuple(self.sources),
            changes=tuple(dict.fromkeys(changes)),
        )


def _validity(claim: Claim) -> Validity:
    since, until = getattr(claim, "since", None), getattr(claim, "until", None)
    return Validity(since=since if is_moment(since) else None, until=until if is_moment(until) else None)


def replaced(
    parent: Snapshot | None,
    claims: ClaimSet,
    sources: Sequence[Source],
    *,
    watch: str,
    accepted_on: str,
    note: str = "",
    complete: bool = True,
    nature: Nature = "world",
) -> Snapshot:
    """
    Return the version after *parent* in which *claims* stand.

    Args:
        parent: None for the first version.
        claims: What stands from now on.
        sources: The documents the claims come from; the one whose text has the claim set's digest, else the first, is their source.
        watch: Name of the watch.
        accepted_on: ISO 8601 day.
        note: A word on the version, for the log.
        complete: True where *claims* are all that stands: what they leave out is closed. False adds them to what stands.
        nature: What the differences to *parent* are.

    Raises:
        UsageError: Two claims of one id.

    """
    draft = _Draft(successor(parent, watch=watch, accepted_on=accepted_on, note=note, extractor=claims.extractor))
    known = [draft.add_source(source) for source in sources]
    source = next((s for s in known if s.digest is not None and s.digest == claims.document.digest), known[0] if known else None)
    wanted: dict[str, Claim] = {}
    for claim in claims.claims:
        if claim.id in wanted and facts(wanted[claim.id]) != facts(claim):
            raise UsageError(claim.id, "two claims have this id and say different things", "Correct one of them.")
        wanted.setdefault(claim.id, claim)
    if complete:
        for entry in list(draft.standing.values()):
            if entry.claim.id not in wanted:
                draft.close(entry, source, nature, None, None)
    for claim in wanted.values():
        old = draft.standing.get(claim.id)
        if old is not None and facts(old.claim) == facts(claim):
            continue
        by = _source_of(claim, known) or source
        if old is not None and nature != "wording":
            draft.close(old, by, nature, None, claim)
        draft.place(claim, by, nature if old is not None else None, None, old)
    built = draft.done()
    return evolve(built, aliases=joined_aliases(built.aliases, claims.aliases))


def _source_of(claim: Claim, sources: Sequence[Source]) -> Source | None:
    named = claim.evidence[0].source if claim.evidence else None
    return next((source for source in sources if named is not None and source.digest == named), None)


def joined_aliases(old: Mapping[str, tuple[str, ...]], new: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the aliases of both."""
    return {name: tuple(sorted({*old.get(name, ()), *new.get(name, ())})) for name in sorted({*old, *new})}


def is_obsolete(head: Snapshot, change: Change, since_version: int, source: str) -> bool:
    """Say whether *change*, found against version *since_version* in the source of that key, no longer fits what stands."""
    before = change.claims.before
    if before is None:
        return False
    entry = head.entry(before)
    # Another change of the same document may have been accepted since: both look at the same later claim.
    return entry is None or (entry.origin.set_in > since_version and entry.origin.source != source)


def is_noted(head: Snapshot, change: Change) -> bool:
    """Say whether *change* was accepted as a conflict of sources: it is then on record, and what stands goes on standing."""
    return any(entry.closed.change == change.id for entry in head.closed if entry.closed and entry.closed.nature == "conflict")


def accepted(
    parent: Snapshot,
    acceptances: Sequence[Acceptance],
    *,
    accepted_on: str,
    note: str = "",
    aliases: Mapping[str, tuple[str, ...]] | None = None,
    mass_withdrawal: bool = False,
) -> Snapshot:
    """
    Return the version after *parent* with the accepted changes applied, in the order given.

    A change alters only what its kind speaks of. What it supersedes is closed, not deleted. Accepting a conflict notes the other
    source's claim among the closed ones; what stands goes on standing.

    Raises:
        UsageError: A change that no longer fits what stands; or more than half of at least six claims would go without successor, which
            looks like a failed extraction, and *mass_withdrawal* is False.

    """
    draft = _Draft(successor(parent, watch=parent.watch, accepted_on=accepted_on, note=note))
    for acceptance in acceptances:
        _apply(draft, acceptance)
    few = 6
    if not mass_withdrawal and len(parent.claims) >= few and draft.withdrawn * 2 > len(parent.claims):
        where = f"watch {parent.watch!r}"
        raise UsageError(
            where,
            f"accepting this would close {draft.withdrawn} of its {len(parent.claims)} claims without a successor",
            "Check that the later document was read well; then accept the withdrawals one by one, or say that all are meant.",
        )
    built = draft.done(acceptance.change.id for acceptance in acceptances if acceptance.change)
    return evolve(built, aliases=joined_aliases(built.aliases, aliases or {}))


def _apply(draft: _Draft, acceptance: Acceptance) -> None:
    change, claim = acceptance.change, acceptance.claim
    source = draft.add_source(acceptance.source)
    nature = acceptance.kind_of_change
    change_id = change.id if change else None
    old = _standing_before(draft, change, claim)
    if claim is None:
        if old is not None and nature != "conflict":
            draft.close(old, source, nature or "world", change_id, None)
        return
    if nature == "conflict":
        closure = Closure(day=draft.snapshot.accepted, version=draft.version, by=source.key, nature="conflict", change=change_id)
        origin = Origin(first_seen=draft.version, set_in=draft.version, source=source.key, nature="conflict", change=change_id)
        draft.closed.append(Entry(claim=claim, origin=origin, valid=_validity(claim), closed=closure))
        return
    joined = _joined_claim(change.kind if change else "", old.claim if old else None, claim)
    if old is not None and facts(old.claim) == facts(joined):
        return
    if old is not None and not (nature == "wording" and old.claim.id == joined.id):
        draft.close(old, source, nature or "world", change_id, joined)
    draft.place(joined, source, nature, change_id, old)


def _standing_before(draft: _Draft, change: Change | None, claim: Claim | None) -> Entry | None:
    before = change.claims.before if change else None
    if before is None:
        return draft.standing.get(claim.id) if claim else None
    old = draft.standing.get(before)
    if old is None and claim is not None:
        # A change accepted a moment ago has put the same later claim in its place already.
        placed = draft.standing.get(claim.id)
        old = placed if placed is not None and placed.origin.set_in == draft.version else None
    if old is None:
        where = change.id if change else before
        raise UsageError(where, f"the claim {before!r} no longer stands", "Check the document again; the change is out of date.")
    return old


def _joined_claim(kind: str, old: Claim | None, new: Claim) -> Claim:
    if old is None or type(old) is not type(new):
        return new
    names = _FIELDS.get(kind) if kind.startswith(new.kind + ".") else None
    if names is None:
        if old.id != new.id:
            return new
        gaps = {name: getattr(old, name) for name in _optional(new) if getattr(new, name) in (None, ())}
        if getattr(new, "when", None) is not None:
            gaps.pop("when_qualifier", None)
        return evolve(new, **gaps)
    taken: dict[str, Any] = {name: getattr(new, name) for name in _ALWAYS}
    taken.update({name: getattr(new, name) for name in names if getattr(new, name) not in (None, ())})
    if "when" in taken:
        taken["when_qualifier"] = getattr(new, "when_qualifier", None)
    return evolve(old, **taken)


def _optional(claim: Claim) -> tuple[str, ...]:
    names = ("of", "since", "place", "when", "when_qualifier", "order", "trip", "trip_stops", "with_", "topics", "medium", "event", "where")
    return tuple(name for name in names if hasattr(claim, name))


def restored(head: Snapshot, target: Snapshot, *, accepted_on: str, note: str = "") -> Snapshot:
    """Return the version after *head* in which exactly the claims of *target*, an earlier version, stand again."""
    draft = _Draft(successor(head, watch=head.watch, accepted_on=accepted_on, note=note or f"revert to version {target.version}"))
    wanted = {entry.claim.id: entry for entry in target.claims}
    for entry in list(draft.standing.values()):
        back = wanted.get(entry.claim.id)
        if back is None or facts(back.claim) != facts(entry.claim):
            draft.close(entry, None, "correction", None, back.claim if back else None)
    for claim_id, back in wanted.items():
        if claim_id not in draft.standing:
            # Its closing is undone: it stands as if it had never been closed.
            draft.closed = [entry for entry in draft.closed if not (entry.claim.id == claim_id and facts(entry.claim) == facts(back.claim))]
            draft.standing[claim_id] = evolve(back, origin=evolve(back.origin, set_in=draft.version, nature="correction", change=None))
    return draft.done()
