"""Visits that a text tells of only by a meeting: what becomes of the meeting becomes of them, and is one event."""

from __future__ import annotations

from typing import Final

from factwatch.comparison.ledger import Ledger
from factwatch.comparison.places import relation
from factwatch.model.claim import MeetingClaim, VisitClaim

_BY_MEETING: Final = frozenset({"travel/met-in", "travel/deed"})
"""Rules by which somebody is where he meets somebody."""
_FATES: Final = frozenset({"cancelled", "postponed", "rescheduled"})
"""That somebody has been there is told of its own: not every meeting is the whole of a journey."""
_NEAR: Final = frozenset({"same", "within", "contains"})


def drop_echoes(ledger: Ledger) -> None:
    """Take out every change of a visit that only repeats the change of the meeting for which the visit was told."""
    told: dict[tuple[str, str], list[MeetingClaim]] = {}
    meetings = {claim.id: claim for claim in ledger.baseline.claims if isinstance(claim, MeetingClaim)}
    for change in ledger.changes:
        kind, _, fate = change.kind.partition(".")
        claim = meetings.get(change.claims.before or "") if kind == "meeting" and fate in _FATES else None
        for name in (*claim.who, *claim.with_) if claim is not None else ():
            told.setdefault((ledger.before_key(name), fate), []).append(claim)  # type: ignore[arg-type]  # not None here
    if not told:
        return
    visits = {claim.id: claim for claim in ledger.baseline.claims if isinstance(claim, VisitClaim) and claim.rule in _BY_MEETING}
    ledger.changes[:] = [
        change
        for change in ledger.changes
        if not (
            change.kind.startswith("visit.")
            and (visit := visits.get(change.claims.before or "")) is not None
            and any(
                meeting.place is not None and meeting.when == visit.when and relation(meeting.place, visit.place) in _NEAR
                for meeting in told.get((ledger.before_key(visit.who), change.kind.partition(".")[2]), ())
            )
        )
    ]
