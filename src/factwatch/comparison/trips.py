"""Whole trips: stops dropped from them, added to them, taken in another order."""

from __future__ import annotations

from itertools import pairwise

from factwatch.comparison.fates import state
from factwatch.comparison.occasions import CALLED_OFF
from factwatch.comparison.phrasing import event, source, time_of
from factwatch.comparison.places import place_of, relation
from factwatch.comparison.standing import standing
from factwatch.comparison.stops import CROWD, TRIP_GAP, Itineraries, Stop, is_whole, route
from factwatch.comparison.tables import tells
from factwatch.comparison.times import Period, gap
from factwatch.comparison.times import relation as time_relation

_ON_TOUR = 10
"""Days between two stops of one tour."""
_ONE_STORY = 21
"""Days after which two journeys that nobody dates are two."""


def find_other_orders(trips: Itineraries) -> None:
    """Write down every trip whose stops are taken in another order."""
    free: dict[str, list[Stop]] = {}
    for stop in trips.new:
        if stop.trip is None and stop.of is not None:
            free.setdefault(stop.who, []).append(stop)
    groups = [(who, stops, True) for (who, _), stops in trips.trips.items()]
    groups += [(who, stops, False) for who, stops in free.items()]
    for who, stops, is_trip in groups:
        pairs = {
            stop.of.place: (stop.of, stop)
            for stop in stops
            if stop.of is not None and stop.of.status != "cancelled" and stop.status not in CALLED_OFF and standing(stop.claim) != "none"
        }
        if 1 < len(pairs) <= CROWD and (is_trip or _is_dealt_anew(list(pairs.values()))):
            _one_order(trips, who, list(pairs.values()))


def _is_dealt_anew(pairs: list[tuple[Stop, Stop]]) -> bool:
    """Return whether both sides give their stops the same days, close together: one trip, though no text says so."""
    before, after = (
        sorted((time.first, time.last) for stop in stops if (time := stop.when) is not None) for stops in zip(*pairs, strict=True)
    )
    if before != after or len(before) != len(pairs):
        return False
    return all(gap(Period(*one), Period(*other)) <= 2 * TRIP_GAP for one, other in pairwise(before))


def _one_order(trips: Itineraries, who: str, pairs: list[tuple[Stop, Stop]]) -> None:
    before, after = _sequence([old for old, _ in pairs]), _sequence([new for _, new in pairs])
    if before is None or after is None:
        return
    numbered = sorted(zip(before, after, pairs, strict=True), key=lambda item: item[0])
    later_positions = [position for _, position, _ in numbered]
    if later_positions == sorted(later_positions):
        return
    ledger = trips.ledger
    old_route = [pair[0] for _, _, pair in numbered]
    new_order = sorted(numbered, key=lambda item: item[1])
    new_route = [pair[0] for _, _, pair in new_order]
    name = ledger.shown(who)
    ledger.change(
        "visit.reordered",
        subject=f"{name}: order of the trip",
        before=", ".join(stop.claim.place for stop in old_route),
        after=", ".join(stop.claim.place for stop in new_route),
        explanation=(
            f"{ledger.then()} {name}'s stops were to be {route(old_route)} in this order; {ledger.now()} the order is {route(new_route)}."
        ),
        rule="itinerary/order",
        old=old_route[0].found,
        new=new_order[0][2][1].found,
        spend=tuple(new.found for _, new in pairs),
    )
    if sorted(str(old.claim.when) for old, _ in pairs) == sorted(str(new.claim.when) for _, new in pairs):
        # The same days, dealt out anew: that is the one change.
        for old, _ in pairs:
            old.settled = True
            ledger.spent_before.add(old.place)


def _sequence(stops: list[Stop]) -> list[int] | None:
    """Return each stop's position by day where all have one, else by the order that the text gives; None where it gives none."""
    times = [time for stop in stops if (time := stop.when) is not None and time.days <= 2 * TRIP_GAP]
    days = sorted({time.first for time in times})
    if len(days) == len(stops):
        return [days.index(time.first) for time in times]
    orders = [stop.claim.order for stop in stops if stop.claim.order is not None]
    return orders if len(orders) == len(stops) == len(set(orders)) else None


def find_dropped(trips: Itineraries) -> None:
    """Write down every stop of the baseline that a list which claims to be whole no longer has."""
    for stops in trips.trips.values():
        live = [stop for stop in stops if stop.status not in CALLED_OFF and standing(stop.claim) == "firm"]
        paired = [stop.of for stop in live if stop.of is not None]
        if not paired or len(live) > CROWD or not is_whole(live):
            continue
        for old in trips.companions(paired):
            if old.is_area or _is_home(trips, old):
                continue
            if not old.told and not old.settled and old.status in {"planned", "underway"} and not _is_over(trips, old):
                old.settled = True
                _dropped(trips, old, live)


def _is_home(trips: Itineraries, stop: Stop) -> bool:
    """Return whether the traveller holds an office of the country that the stop is in."""
    return not trips.homes.get(stop.who, set()).isdisjoint(f"country:{code}" for code in place_of(stop.claim.place).countries)


def _is_over(trips: Itineraries, stop: Stop) -> bool:
    """Return whether its day had passed: then a list of what is still to come may leave it out."""
    when, later_date = stop.when, trips.ledger.later_date
    return bool(when and later_date and when.last < later_date)


def _dropped(trips: Itineraries, old: Stop, live: list[Stop]) -> None:
    ledger, claim = trips.ledger, old.named
    ledger.spent_before.update(old.places)
    ledger.change(
        "visit.dropped",
        subject=event(claim),
        before=f"{claim.place}, {state(claim)}",
        after="not among the stops",
        explanation=(
            f"{ledger.then()} {claim.who} was to visit {claim.place}{time_of(claim)}; "
            f"{ledger.now()} the trip is given as {route(live)}, without {claim.place}."
        ),
        rule="itinerary/whole-list",
        old=old.found,
        new=min(live, key=lambda stop: stop.place).found,
    )


def find_added(trips: Itineraries) -> None:
    """Write down every stop that extends a trip of the baseline."""
    if trips.ledger.is_same_day:
        return
    found: dict[str, list[tuple[Stop, list[Stop]]]] = {}
    for new in trips.new:
        if new.is_area or (new.of is not None and not new.of.is_area):
            continue
        if new.who not in trips.travellers or new.status in CALLED_OFF or standing(new.claim) == "none":
            continue
        if _is_old(trips, new) or _is_homeward(new):
            continue
        if _is_home(trips, new):
            # Who goes home has no further stop.
            continue
        mates = _mates(trips, new)
        hows = {relation(new.claim.place, stop.claim.place) for stop in mates if not stop.is_area}
        if not hows or not hows <= {"different", "unknown"} or ("unknown" in hows and place_of(new.claim.place).level == "unknown"):
            continue
        if _is_detail(new, mates):
            continue
        others = found.setdefault(new.who, [])
        for number, (other, _) in enumerate(others[:CROWD]):
            # 'Turkmenistan' and 'Ashgabat' are one stop: the wider name tells it.
            how = relation(new.claim.place, other.claim.place)
            if how in {"same", "within", "contains"}:
                trips.ledger.spent_after.add(new.place)
                if how == "contains":
                    others[number] = new, mates
                break
        else:
            others.append((new, mates))
    for new, mates in (item for others in found.values() for item in others):
        _added(trips, new, mates)


def _is_old(trips: Itineraries, new: Stop) -> bool:
    """Return whether a stop was over when the baseline was written, or is told as done without a day: an earlier journey, or it may be."""
    when, date = new.when, trips.ledger.baseline_date
    if when is not None and date is not None:
        return when.last < date or (new.status == "done" and not tells(new.claim, "adding"))
    # A place where somebody has been since is where he went next, or home, unless a word says that it was put in.
    return new.status == "done" and (new.trip is None or not tells(new.claim, "adding"))


def _is_homeward(new: Stop) -> bool:
    """Return whether the text says that the traveller goes back there."""
    return tells(new.claim, "homeward")


def _is_detail(new: Stop, mates: list[Stop]) -> bool:
    """Return whether it is but another town of a country that the baseline has: on no day of its own, and no word calls it new."""
    countries = place_of(new.claim.place).countries
    there = [stop for stop in mates if not stop.is_area and not countries.isdisjoint(place_of(stop.claim.place).countries)]
    if not there or tells(new.claim, "adding"):
        return False
    times = {time_relation(new.when, stop.when) for stop in there}
    if times & {"same", "within", "overlaps"}:
        return True
    # Without a day of its own it takes the place of a stop that is off, or it is none.
    return "unknown" in times and not any(told.status in CALLED_OFF for stop in mates for told, _ in stop.told)


def _mates(trips: Itineraries, new: Stop) -> list[Stop]:
    """Return the baseline's stops of the trip that a further stop of the later document belongs to."""
    if new.trip is not None:
        stops = trips.trips.get((new.who, new.trip), [])
        paired = [stop.of for stop in stops if stop.of is not None] if len(stops) <= CROWD else []
        if paired:
            mates = [stop for stop in trips.companions(paired) if stop.status != "postponed"]
            times = [time for stop in mates if (time := stop.when) is not None]
            # 'will go to Peru in July. He visited Chile in 2019': the text is one, the journeys are two
            far = bool(times) and new.when is not None and min(gap(new.when, time) for time in times) > _ON_TOUR
            return [] if far else mates
    near = [stop for stop in trips.around(new) if stop.status not in CALLED_OFF]
    if near or new.when is not None:
        # 'After Zambia, he will travel on to Oman on 28 April': on the way, though nothing else is said of the trip
        fresh = new.status == "planned" and standing(new.claim) == "firm" and all(stop.status == "planned" for stop in near)
        return near if any(stop.told for stop in near) or (fresh and tells(new.claim, "onward")) else []
    # 'He will also go to Turkmenistan', no day given: on the one trip that he has before him.
    ahead = trips.ahead(new.who) if trips.ledger.days_apart <= 2 * _ONE_STORY else []
    told = any(stop.told for stop in ahead) and new.status == "planned" and standing(new.claim) == "firm"
    told = told and (trips.ledger.days_apart <= _ONE_STORY or tells(new.claim, "onward"))
    told = told or (new.status == "planned" and standing(new.claim) == "firm" and _goes_on(trips, new, ahead))
    return ahead if told or tells(new.claim, "adding") else []


def _goes_on(trips: Itineraries, new: Stop, ahead: list[Stop]) -> bool:
    """Return whether the journey that is on when the later document is written leads there next: 'goes on to Paramaribo'."""
    date = trips.ledger.later_date
    on = date is not None and any(stop.when is not None and stop.when.first <= date <= stop.when.last for stop in ahead)
    return on and tells(new.claim, "going_on")


def _added(trips: Itineraries, new: Stop, mates: list[Stop]) -> None:
    ledger = trips.ledger
    ledger.change(
        "visit.added",
        subject=event(new.named),
        after=f"{new.named.place}, {state(new.claim)}",
        explanation=(
            f"{ledger.then()} {mates[0].claim.who}'s trip was given as {route(mates)}; "
            f"{ledger.now()} {new.named.place} is also a stop{time_of(new.claim)}{source(new.claim)}."
        ),
        rule="itinerary/added",
        new=new.found,
    )
