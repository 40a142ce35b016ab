"""Meetings added to a visit that the baseline has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from factwatch.comparison.encounters import Meeting
from factwatch.comparison.fates import state
from factwatch.comparison.ledger import Ledger
from factwatch.comparison.parties import BORNE_OUT, Party, fits
from factwatch.comparison.phrasing import event, inside, listed
from factwatch.comparison.places import place_of, relation
from factwatch.comparison.standing import is_denial, standing
from factwatch.comparison.times import gap, period
from factwatch.comparison.times import relation as time_relation
from factwatch.model.claim import VisitClaim

_NEAR: Final = 30
"""Days between a meeting and the visit that it may still be of."""
_RECEIVED: Final = "travel/received"
"""The rule by which a visit is told from the host's side."""

Visits = dict[str, list[VisitClaim]]


def find_further(ledger: Ledger, old: Sequence[Meeting], new: Sequence[Meeting]) -> None:
    """Write down every meeting of the later document that extends a visit of the baseline."""
    if ledger.is_same_day:
        return
    off = {change.claims.before for change in ledger.changes if change.kind in {"visit.cancelled", "visit.postponed"}}
    visits = {who: [claim for claim in claims if claim.id not in off] for who, claims in live_visits(ledger).items()}
    if not visits:
        return
    vague = [item for meeting in old for item in meeting.parties if item.kind != "person"]
    for meeting in new:
        if _is_to_be_told(ledger, meeting):
            _find_stop(ledger, meeting, visits, vague)


def live_visits(ledger: Ledger) -> Visits:
    """Return the baseline's visits that are still to be, or going on, by traveller; worked out once for each comparison."""
    found = ledger.memo.get("live visits")
    if found is None:
        visits: Visits = {}
        for claim in ledger.baseline.claims:
            # 'a trip to Asia' does not say whom it leads to
            live = claim.kind == "visit" and not is_denial(claim) and claim.status in {"planned", "underway"}
            if live and isinstance(claim, VisitClaim) and place_of(claim.place).level != "area":
                visits.setdefault(ledger.before_key(claim.who), []).append(claim)
        found = ledger.memo["live visits"] = visits
    return found  # type: ignore[return-value]  # written one line above


def _is_to_be_told(ledger: Ledger, new: Meeting) -> bool:
    """Return whether a meeting is one that the baseline has not, and that no other change accounts for."""
    if new.of is not None or new.status not in {"planned", "done"} or standing(new.claim) != "firm" or new.claim.medium is not None:
        return False
    # It may have shown that a visit took place: that is the one event.
    return new.place not in ledger.spent_after


def _find_stop(ledger: Ledger, new: Meeting, visits: Visits, vague: Sequence[Party]) -> None:
    """Write down a meeting of one traveller of the baseline with others, where it is on a visit of his."""
    travellers = [item for item in new.parties if item.key in visits]
    others = [item for item in new.parties if item.key not in visits and item.kind == "person"]
    if len(travellers) != 1 or not others:
        return
    countries = frozenset(code for item in others for code in item.countries)
    stop = next((claim for claim in visits[travellers[0].key] if _is_on_stop(ledger, new, claim, countries)), None)
    if stop is None or any(fits(item, other) == BORNE_OUT for item in vague for other in others):
        # No further meeting: a party that the baseline left unnamed now has a name.
        return
    if _is_with_host(stop, others, ledger.linking.known):
        return
    ledger.change(
        "meeting.added",
        subject=event(new.claim),
        after=f"{state(new.claim)}{inside(new.claim.place)}",
        explanation=(
            f"{ledger.then()} {stop.who}'s visit to {stop.place} had no meeting with {listed([item.name for item in others])}; "
            f"{ledger.now()} one is {state(new.claim)}."
        ),
        rule="meetings/added",
        new=new.found,
    )


def _is_on_stop(ledger: Ledger, new: Meeting, stop: VisitClaim, countries: frozenset[str]) -> bool:
    when = time_relation(period(new.claim.when, new.claim.when_qualifier), period(stop.when, stop.when_qualifier))
    if when == "unknown" and ledger.is_long_after:
        return False
    if new.claim.place is not None:
        if relation(new.claim.place, stop.place) not in {"same", "within"}:
            return False
        return when != "different" or gap(period(new.claim.when), period(stop.when)) <= _NEAR
    if when != "unknown":
        return when in {"same", "within"}
    # Nothing is said of the place: whoever holds office in the country of the stop is met there, while the trip is on.
    over = (time := period(stop.when)) is not None and ledger.later_date is not None and time.last < ledger.later_date
    return new.status == "planned" and not over and not countries.isdisjoint(f"country:{code}" for code in place_of(stop.place).countries)


def _is_with_host(stop: VisitClaim, others: Iterable[Party], known: frozenset[str]) -> bool:
    """Return whether a visitor is to be received by somebody named: 'A will host B on 9 June' makes them meet."""
    return stop.rule == _RECEIVED and any(item.key in known for item in others)
