"""Visits: cancelled, postponed, rescheduled, completed, and what that does to the trips they are of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import evolve

from factwatch.comparison.fates import Fate, comparable, fate, is_put_off, is_sooner, state, weight
from factwatch.comparison.fields import differences
from factwatch.comparison.ledger import Ledger
from factwatch.comparison.occasions import CALLED_OFF, Occasion, occasion
from factwatch.comparison.phrasing import event, source
from factwatch.comparison.places import capital_of, place_of, relation
from factwatch.comparison.presence import find_shown
from factwatch.comparison.standing import standing
from factwatch.comparison.stops import CROWD, TRIP_GAP, Itineraries, Stop, says_new
from factwatch.comparison.tables import tells
from factwatch.comparison.times import gap
from factwatch.comparison.trips import find_added, find_dropped, find_other_orders

_BREADTH: Final = ("country", "region", "city", "unknown", "area")
_FIT: Final = {"same": 8, "within": 3, "contains": 3, "unknown": 0, "different": 0}
_OFF: Final = frozenset({"visit.cancelled", "visit.postponed"})
_WEEK: Final = 7

_Regions = dict[tuple[str, str], list[Stop]]
_Days = dict[tuple[str, str, str | None], list[Stop]]


def compare_visits(ledger: Ledger) -> None:
    """Compare all visits of the two sides."""
    trips = Itineraries(ledger)
    ledger.memo["trips"] = trips
    if not trips.old:
        return
    _pair(trips)
    find_other_orders(trips)
    _settle(trips)
    find_shown(trips)
    find_dropped(trips)
    find_added(trips)


def _pair(trips: Itineraries) -> None:
    """Find the baseline's visit that each later one is."""
    # Most visits are told alike on both sides: where they are, there is nothing to search.
    twins = {_twin_key(stop): stop for stop in reversed(trips.old) if stop.claim.when is not None}
    rest: list[Stop] = []
    for stop in trips.new:
        if standing(stop.claim) == "none" or stop.who not in trips.travellers:
            continue
        twin = twins.get(_twin_key(stop))
        if twin is None:
            rest.append(stop)
        else:
            stop.of = twin
            twin.told.append((stop, "same"))
    by_region, by_day = _index(trips, {stop.who for stop in rest})
    for stop in rest:
        best: tuple[int, Stop, Occasion] | None = None
        if stop.is_area and stop.status == "done":
            # 'He has been to Africa' tells of no stop.
            continue
        called_off = stop.status in CALLED_OFF
        for candidate in _candidates(stop, by_region, by_day):
            fit = _FIT[relation(stop.claim.place, candidate.claim.place)]
            if not fit:
                continue
            which = occasion(candidate.claim, stop.claim, trips.ledger.baseline_date, trips.ledger.later_date)
            if which == "other":
                continue
            if which == "same" and _begins_otherwise(candidate, stop):
                which = "moved"
            if which == "moved" and (
                _is_leg(candidate, stop)
                or _is_departure(candidate, stop)
                or _is_eve(trips, candidate, stop)
                or _opens_week(candidate, stop)
            ):
                which = "same"
            if called_off and _is_only_part(trips, candidate, stop):
                continue
            if called_off and _is_part(candidate, stop):
                # With the whole journey, each of its stops is off.
                stop.of = candidate
                candidate.told.append((stop, which))
                continue
            score = fit + (4 if which == "same" else 0) + (2 if stop.claim.when == candidate.claim.when else 0)
            score += stop.status == candidate.status
            if best is None or score > best[0]:
                best = score, candidate, which
        if best is not None:
            stop.of = best[1]
            best[1].told.append((stop, best[2]))


def _is_leg(old: Stop, new: Stop) -> bool:
    """Return whether a town of the country that is to be visited comes a little later than the arrival: the visit goes on there."""
    if relation(new.claim.place, old.claim.place) != "within" or says_new(new):
        return False
    before, after = old.when, new.when
    return before is not None and after is not None and before.last < after.first and gap(before, after) <= TRIP_GAP


def _begins_otherwise(old: Stop, new: Stop) -> bool:
    """Return whether it is said to begin on another of its days than was planned: 'on 13 May, a day later than planned'."""
    before, after = old.when, new.when
    if before is None or after is None or new.status != "planned" or before.first == after.first:
        return False
    return tells(new.claim, "against_plan")


def _is_departure(old: Stop, new: Stop) -> bool:
    """Return whether only the day of setting out is told, a day before the arrival: 'leaves for Vietnam on Wednesday'."""
    before, after = old.when, new.when
    if before is None or after is None or not tells(new.claim, "departing") or says_new(new):
        return False
    return after.last < before.first and gap(before, after) == 1


def _is_eve(trips: Itineraries, old: Stop, new: Stop) -> bool:
    """Return whether one side tells of the day of travel and the other of the day after, on which somebody is met there."""
    before, after = old.when, new.when
    if before is None or after is None or before.days > 1 or after.days > 1 or gap(before, after) != 1 or says_new(new):
        return False
    met_before, met_after = trips.met
    if (old.who, new.claim.when) in met_before or (new.who, old.claim.when) in met_after:
        # 'flies to Tokyo on Tuesday and meets A the following day': what is told of either day is no other plan
        return True
    met = (old.who, old.claim.when) in met_before, (new.who, new.claim.when) in met_after
    return met == ((True, False) if after.last < before.first else (False, True))


def _opens_week(old: Stop, new: Stop) -> bool:
    """Return whether 'next week' is told now as the Sunday before its Monday: for many a week begins on Sunday."""
    before, after = old.when, new.when
    if before is None or after is None or says_new(new):
        return False
    return before.days == _WEEK and after.days == 1 and after.last < before.first and gap(before, after) == 1


def _is_part(old: Stop, called_off: Stop) -> bool:
    """Return whether a stop is one of several in the area or country that a journey was to lead to."""
    return relation(called_off.claim.place, old.claim.place) == "contains"


def _is_only_part(trips: Itineraries, old: Stop, called_off: Stop) -> bool:
    """Return whether what is off is but one stop of a longer journey: the rest of it stands."""
    off = called_off.claim.place
    if relation(off, old.claim.place) != "within":
        return False
    # Whose visit to the capital is off does not come to the country, whatever the text says of the plan.
    beside = {"different", "unknown"} if capital_of(off) else {"different", "unknown", "contains"}
    return old.is_area or any(
        stop.status not in CALLED_OFF
        and relation(stop.claim.place, old.claim.place) in {"same", "within"}
        and relation(stop.claim.place, off) in beside
        for stop in trips.of_later(called_off.who)
    )


def _twin_key(stop: Stop) -> tuple[str, str, str | None, str]:
    return stop.who, stop.claim.place, stop.claim.when, stop.status


def _index(trips: Itineraries, travellers: set[str]) -> tuple[_Regions, _Days]:
    by_region: _Regions = {}
    by_day: _Days = {}
    for stop in trips.old:
        if stop.who in travellers:
            for region in _regions(stop.claim.place):
                by_region.setdefault((stop.who, region), []).append(stop)
                by_day.setdefault((stop.who, region, stop.claim.when), []).append(stop)
    return by_region, by_day


def _regions(place: str) -> tuple[str, ...]:
    """Return keys of which two places have one in common where one may lie within the other."""
    known = place_of(place)
    return (known.key, *sorted(known.countries))


def _candidates(stop: Stop, by_region: _Regions, by_day: _Days) -> Iterable[Stop]:
    seen: dict[int, Stop] = {}
    for region in _regions(stop.claim.place):
        found = by_region.get((stop.who, region), [])
        if len(found) > CROWD:
            found = by_day.get((stop.who, region, stop.claim.when), [])[:CROWD]
        for candidate in found:
            seen.setdefault(candidate.place, candidate)
    return seen.values()


def _settle(trips: Itineraries) -> None:
    """Write down what became of every visit that the later document speaks of."""
    pairs, partners = {}, {}
    for stop in trips.old:
        if stop.told and not stop.settled:
            if len(stop.told) == 1 and _is_told_alike(stop, *stop.told[0]):
                _one(trips.ledger, stop, stop.told[0][0], None)
                continue
            teller, which = max(stop.told, key=lambda told: (*weight(told[0].claim, told[1]), -told[0].place))
            later = next((item for item in stop.told if is_put_off(stop.claim, teller.claim, item[0].claim, item[1])), None)
            if later is not None:
                teller, which = Stop(later[0].place, evolve(later[0].claim, status="postponed"), later[0].who), later[1]
            name = str(stop.place)
            partners[name] = stop, teller, which
            pairs[name] = comparable(stop.claim, "same"), comparable(teller.claim, which)
    unequal = differences(pairs)
    fates = {name: fate(stop.claim, teller.claim, which) for name, (stop, teller, which) in partners.items() if name in unequal}
    if trips.ledger.is_same_day:
        # Who calls off a visit and puts it on again on one day is rarer than two ways to tell of the plan.
        fates = {name: told for name, told in fates.items() if told is None or told.rule != "revived"}
    parts = _parts([(name, partners[name][0], partners[name][1]) for name, told in fates.items() if told and told.kind in _OFF])
    for name, (stop, teller, _) in partners.items():
        if name in parts:
            stop.settled = True
            trips.ledger.spent_before.update(stop.places)
        else:
            _one(trips.ledger, stop, teller, fates.get(name))


def _is_told_alike(old: Stop, new: Stop, which: Occasion) -> bool:
    """Return whether there is nothing to work out: most visits are told alike on both sides."""
    return which == "same" and new.status == old.status and not is_sooner(new.claim)


def _parts(off: list[tuple[str, Stop, Stop]]) -> set[str]:
    """Return the names of those stops that are off with another one that they lie in, or that lies in them: one change tells of both."""
    by_teller: dict[int, list[tuple[str, Stop]]] = {}
    for name, stop, teller in off:
        by_teller.setdefault(teller.place, []).append((name, stop))
    parts: set[str] = set()
    for group in by_teller.values():
        wholes: list[Stop] = []
        # the country before its towns, an area after all of them
        for name, stop in sorted(group[:CROWD], key=lambda item: _BREADTH.index(place_of(item[1].claim.place).level)):
            if any(relation(stop.claim.place, whole.claim.place) in {"same", "within", "contains"} for whole in wholes):
                parts.add(name)
            else:
                wholes.append(stop)
    return parts


def _one(ledger: Ledger, old: Stop, new: Stop, told: Fate | None) -> None:
    old.settled = True
    ledger.spent_after.update(place for other, _ in old.told for place in other.places)
    if told is None:
        ledger.confirm(old.found, new.found, event(old.claim))
        if old.vaguer is not None:
            ledger.confirm(old.vaguer.found, new.found, event(old.vaguer.claim))
        return
    ledger.spent_before.update(old.places)
    ledger.change(
        told.kind,
        subject=event(old.named),
        before=told.before,
        after=told.after,
        explanation=(
            f"{ledger.then()} {old.claim.who}'s visit to {old.named.place} was {state(old.claim)}; "
            f"{ledger.now()} it {told.says}{source(new.claim)}."
        ),
        rule=f"itinerary/{told.rule}",
        old=old.found,
        new=new.found,
    )
