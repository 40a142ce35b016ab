"""Visits that no text calls done, but that somebody's having met others in the place shows to have taken place."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from factwatch.comparison.fates import state
from factwatch.comparison.ledger import Found, Ledger
from factwatch.comparison.occasions import occasion
from factwatch.comparison.phrasing import event, listed, source, time_of
from factwatch.comparison.places import relation
from factwatch.comparison.standing import standing
from factwatch.comparison.stops import CROWD, Itineraries, Stop
from factwatch.comparison.times import gap, period
from factwatch.model.claim import Claim, MeetingClaim, StatementClaim, VisitClaim

_LONGEST_VISIT: Final = 14
"""A time of more days is no length: 'in September'."""


def find_shown(trips: Itineraries) -> None:
    """Write down every planned visit of which the later document only tells that the visitor has met somebody in the place."""
    ledger = trips.ledger
    held: dict[str, list[Found]] = {}
    for place, claim in enumerate(ledger.later.claims):
        if claim.kind == "meeting" and claim.status == "done" and claim.place and claim.medium is None and standing(claim) == "firm":
            for name in (*claim.who, *claim.with_):
                key = ledger.after_key(name)
                if key in trips.travellers:
                    held.setdefault(key, []).append((place, claim))
    for stop in sorted(trips.old, key=_length) if held else ():
        if stop.status != "planned" or stop.is_area or stop.told or stop.settled or len(held.get(stop.who, ())) > CROWD:
            continue
        free = (found for found in held.get(stop.who, ()) if found[0] not in trips.showing)
        shown = next((found for found in free if _is_there(trips, stop, found[1])), None)
        if shown is not None:
            # One meeting shows one visit: that of the day rather than that of the month.
            trips.showing.add(shown[0])
            _completed(trips, stop, shown)
    _find_spoken(trips)


def _length(stop: Stop) -> int:
    when = stop.when
    return when.days if when is not None else _LONGEST_VISIT


def _find_spoken(trips: Itineraries) -> None:
    """Write down every planned visit of which the later document only tells that the visitor has said something in the place."""
    ledger = trips.ledger
    spoken: dict[str, list[tuple[int, StatementClaim]]] = {}
    for place, claim in enumerate(ledger.later.claims):
        if claim.kind == "statement" and claim.where and standing(claim) == "firm":
            key = ledger.after_key(claim.speaker)
            if key in trips.travellers:
                spoken.setdefault(key, []).append((place, claim))
    for stop in trips.old if spoken else ():
        told = spoken.get(stop.who, ())
        if stop.status != "planned" or stop.is_area or stop.told or stop.settled or len(told) > CROWD:
            continue
        for place, claim in told:
            there = MeetingClaim(id=claim.id, who=(claim.speaker,), place=claim.where, when=_day_of(ledger, claim), status="done")
            said = period(there.when)
            early = said is not None and stop.when is not None and said.last < stop.when.first
            if not early and _is_there(trips, stop, there):
                _completed(trips, stop, (place, claim), evolve(there, evidence=claim.evidence))
                break


def _day_of(ledger: Ledger, claim: StatementClaim) -> str | None:
    """Return the day on which it was said, or else that of the report."""
    return claim.when or (ledger.later_date.isoformat() if ledger.later_date else None)


def find_shown_by_plan(ledger: Ledger) -> None:
    """Write down every planned visit that a meeting planned for it shows to have taken place, though only the plan tells where."""
    trips, held = ledger.memo.get("trips"), ledger.memo.get("held")
    if not isinstance(trips, Itineraries) or not isinstance(held, list):
        return
    for planned, (place, meeting) in held:
        if planned.place is None or meeting.medium is not None or place in trips.showing or standing(meeting) != "firm":
            continue
        there = evolve(meeting, place=planned.place, when=meeting.when or planned.when)
        for name in (*planned.who, *planned.with_):
            shown = [
                stop
                for stop in trips.ahead(ledger.before_key(name), at_all=True)
                if stop.status == "planned" and not stop.told and not stop.settled and not stop.is_area and _is_there(trips, stop, there)
            ]
            if shown:
                time = period(there.when)
                _completed(trips, min(shown, key=lambda stop: (gap(stop.when, time), stop.place)), (place, there))  # used at once


def _is_there(trips: Itineraries, stop: Stop, meeting: object) -> bool:
    if not isinstance(meeting, MeetingClaim) or meeting.place is None:
        return False
    if relation(meeting.place, stop.claim.place) not in {"same", "within"}:
        return False
    ledger = trips.ledger
    if stop.when and ledger.later_date and 1 < stop.when.days <= _LONGEST_VISIT and ledger.later_date <= stop.when.last:
        # It is under way at most.
        return False
    arrived = VisitClaim(
        id=meeting.id, who=stop.claim.who, place=meeting.place, when=meeting.when, when_qualifier=meeting.when_qualifier, status="done"
    )
    return occasion(stop.claim, arrived, ledger.baseline_date, ledger.later_date) == "same"


def _completed(trips: Itineraries, stop: Stop, shown: Found, meeting: Claim | None = None) -> None:
    """Write down that *shown* tells of the visit; *meeting* where that is no meeting itself, only words said in the place."""
    ledger = trips.ledger
    spoken = meeting is not None
    meeting = meeting or shown[1]
    if not isinstance(meeting, MeetingClaim):
        return
    stop.settled = True
    ledger.spent_before.update(stop.places)
    who = ledger.shown(stop.who)
    others = listed([name for name in (*meeting.who, *meeting.with_) if ledger.after_key(name) != stop.who])
    met = f"met {others} in {meeting.place}" if others else f"{'spoken' if spoken else 'been at a meeting'} in {meeting.place}"
    ledger.change(
        "visit.completed",
        subject=event(stop.named),
        before=state(stop.claim),
        after=f"done{time_of(meeting)}",
        explanation=(
            f"{ledger.then()} {stop.claim.who}'s visit to {stop.named.place} was {state(stop.claim)}; "
            f"{ledger.now()} {who} has {met}{time_of(meeting)}{source(meeting)}."
        ),
        rule="itinerary/spoke-there" if spoken else "itinerary/met-there",
        old=stop.found,
        new=shown,
    )
