"""Visits and trips: added, dropped, cancelled, postponed, rescheduled, reordered, completed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import Factory, define

from factwatch.comparison.fates import Fate, comparable, fate, state, status_of
from factwatch.comparison.fields import differences
from factwatch.comparison.ledger import Found, Ledger
from factwatch.comparison.occasions import Occasion, occasion
from factwatch.comparison.phrasing import event, listed, source, time_of
from factwatch.comparison.places import place_of, relation
from factwatch.comparison.standing import standing
from factwatch.comparison.times import gap, period
from factwatch.model.claim import VisitClaim

_CROWD: Final = 64
_FIT: Final = {"same": 4, "within": 3, "contains": 3, "unknown": 0, "different": 0}
_TRIP_GAP: Final = 3
"""Stops further than this many days from the rest of a trip are not of it, unless the text says so."""
_TOLD: Final = {"done": 4, "postponed": 3, "cancelled": 2, "underway": 1, "planned": 0}


@define
class _Stop:
    """A visit claim of either side."""

    place: int
    claim: VisitClaim
    who: str
    told: list[tuple[_Stop, Occasion]] = Factory(list)
    """For a stop of the baseline: what the later document says of it."""
    of: _Stop | None = None
    """For a stop of the later document: the baseline's stop that it is."""
    settled: bool = False

    @property
    def found(self) -> Found:
        """The claim with its place."""
        return self.place, self.claim

    @property
    def status(self) -> str:
        """The status, a denied visit counting as a cancelled one."""
        return status_of(self.claim)


def compare_visits(ledger: Ledger) -> None:
    """Compare all visits of the two sides."""
    old = [_Stop(place, claim, ledger.before_key(claim.who)) for place, claim in enumerate(ledger.baseline.claims) if claim.kind == "visit"]
    new = [_Stop(place, claim, ledger.after_key(claim.who)) for place, claim in enumerate(ledger.later.claims) if claim.kind == "visit"]
    if old and new:
        _Itineraries(ledger, old, new).run()


class _Itineraries:
    def __init__(self, ledger: Ledger, old: list[_Stop], new: list[_Stop]) -> None:
        self.ledger = ledger
        self.old, self.new = old, new
        self.old_of: dict[str, list[_Stop]] = {}
        for stop in old:
            self.old_of.setdefault(stop.who, []).append(stop)
        self.trips: dict[tuple[str, str], list[_Stop]] = {}
        """Traveller and trip of the later document -> its stops."""
        for stop in new:
            if stop.claim.trip is not None:
                self.trips.setdefault((stop.who, stop.claim.trip), []).append(stop)

    def run(self) -> None:
        self._pair()
        self._reordered()
        self._settle()
        self._dropped()
        self._added()

    # --- which stop is which -------------------------------------------------------------------------------------------

    def _pair(self) -> None:
        # Most visits are told alike on both sides: where they are, there is nothing to search.
        twins = {_twin_key(stop): stop for stop in reversed(self.old) if stop.claim.when is not None}
        rest: list[_Stop] = []
        for stop in self.new:
            twin = twins.get(_twin_key(stop))
            if standing(stop.claim) == "none" or stop.who not in self.old_of:
                continue
            if twin is None:
                rest.append(stop)
            else:
                stop.of = twin
                twin.told.append((stop, "same"))
        travellers = {stop.who for stop in rest}
        by_region: dict[tuple[str, str], list[_Stop]] = {}
        by_day: dict[tuple[str, str, str | None], list[_Stop]] = {}
        for stop in self.old:
            if stop.who in travellers:
                for region in _regions(stop.claim.place):
                    by_region.setdefault((stop.who, region), []).append(stop)
                    by_day.setdefault((stop.who, region, stop.claim.when), []).append(stop)
        for stop in rest:
            best: tuple[int, _Stop, Occasion] | None = None
            for candidate in self._candidates(stop, by_region, by_day):
                fit = _FIT[relation(stop.claim.place, candidate.claim.place)]
                if not fit:
                    continue
                which = occasion(candidate.claim, stop.claim, self.ledger.baseline_date, self.ledger.later_date)
                if which == "other":
                    continue
                score = fit + (4 if which == "same" else 0) + (2 if stop.claim.when == candidate.claim.when else 0)
                if best is None or score > best[0]:
                    best = score, candidate, which
            if best is not None:
                stop.of = best[1]
                best[1].told.append((stop, best[2]))

    @staticmethod
    def _candidates(
        stop: _Stop, by_region: dict[tuple[str, str], list[_Stop]], by_day: dict[tuple[str, str, str | None], list[_Stop]]
    ) -> Iterable[_Stop]:
        seen: dict[int, _Stop] = {}
        for region in _regions(stop.claim.place):
            found = by_region.get((stop.who, region), [])
            if len(found) > _CROWD:
                found = by_day.get((stop.who, region, stop.claim.when), [])[:_CROWD]
            for candidate in found:
                seen.setdefault(candidate.place, candidate)
        return seen.values()

    # --- one stop on both sides ----------------------------------------------------------------------------------------

    def _settle(self) -> None:
        pairs, partners = {}, {}
        for stop in self.old:
            if stop.told and not stop.settled:
                teller, which = _teller(stop)
                name = str(stop.place)
                partners[name] = stop, teller, which
                pairs[name] = comparable(stop.claim, "same"), comparable(teller.claim, which)
        unequal = differences(pairs)
        for name, (stop, teller, which) in partners.items():
            self._one(stop, teller, fate(stop.claim, teller.claim, which) if name in unequal else None)

    def _one(self, old: _Stop, new: _Stop, told: Fate | None) -> None:
        ledger = self.ledger
        old.settled = True
        ledger.spent_after.update(other.place for other, _ in old.told)
        if told is None:
            ledger.confirm(old.found, new.found, event(old.claim))
            return
        ledger.change(
            told.kind,
            subject=event(old.claim),
            before=told.before,
            after=told.after,
            explanation=(
                f"{ledger.then()} {old.claim.who}'s visit to {old.claim.place} was {state(old.claim)}; "
                f"{ledger.now()} it {told.says}{source(new.claim)}."
            ),
            rule=f"itinerary/{told.rule}",
            old=old.found,
            new=new.found,
        )

    # --- whole trips ---------------------------------------------------------------------------------------------------

    def _dropped(self) -> None:
        for (who, _), stops in self.trips.items():
            live = [stop for stop in stops if stop.status not in {"cancelled", "postponed"} and standing(stop.claim) == "firm"]
            paired = [stop.of for stop in live if stop.of is not None]
            if not paired or not _whole(live):
                continue
            for old in self.old_of.get(who, ()):
                if (
                    old.told
                    or old.settled
                    or old.status not in {"planned", "underway"}
                    or not _same_trip(old, paired)
                    or self._is_over(old)
                ):
                    continue
                old.settled = True
                told = min(live, key=lambda stop: stop.place)
                ledger, claim = self.ledger, old.claim
                ledger.change(
                    "visit.dropped",
                    subject=event(claim),
                    before=state(old.claim),
                    after="not among the stops",
                    explanation=(
                        f"{ledger.then()} {claim.who} was to visit {claim.place}{time_of(claim)}; "
                        f"{ledger.now()} the trip is given as {_route(live)}, without {claim.place}."
                    ),
                    rule="itinerary/whole-list",
                    old=old.found,
                    new=told.found,
                )

    def _is_over(self, stop: _Stop) -> bool:
        """Return whether its day had passed: then a list of what is still to come may leave it out."""
        when = period(stop.claim.when, stop.claim.when_qualifier)
        return bool(when and self.ledger.later_date and when.last < self.ledger.later_date)

    def _added(self) -> None:
        found: list[tuple[_Stop, list[_Stop]]] = []
        for new in self.new:
            if new.of is not None or new.status in {"cancelled", "postponed"} or standing(new.claim) == "none":
                continue
            mates = self._mates(new)
            hows = {relation(new.claim.place, stop.claim.place) for stop in mates}
            if not mates or not hows <= {"different", "unknown"} or ("unknown" in hows and place_of(new.claim.place).level == "unknown"):
                continue
            for number, (other, _) in enumerate(found):
                # 'Turkmenistan' and 'Ashgabat' are one stop: the wider name tells it.
                how = relation(new.claim.place, other.claim.place) if new.who == other.who else "different"
                if how in {"same", "within", "contains"}:
                    self.ledger.spent_after.add(new.place)
                    if how == "contains":
                        found[number] = new, mates
                    break
            else:
                found.append((new, mates))
        for new, mates in found:
            self._one_added(new, mates)

    def _one_added(self, new: _Stop, mates: list[_Stop]) -> None:
        ledger = self.ledger
        ledger.change(
            "visit.added",
            subject=event(new.claim),
            after=state(new.claim),
            explanation=(
                f"{ledger.then()} {mates[0].claim.who}'s trip was given as {_route(mates)}; "
                f"{ledger.now()} {new.claim.place} is also a stop{time_of(new.claim)}{source(new.claim)}."
            ),
            rule="itinerary/added",
            new=new.found,
        )

    def _mates(self, new: _Stop) -> list[_Stop]:
        """Return the baseline's stops of the trip that a further stop of the later document belongs to."""
        olds = [stop for stop in self.old_of.get(new.who, ()) if stop.status in {"planned", "underway", "done"}]
        if not olds:
            return []
        if new.claim.trip is not None:
            paired = [stop.of for stop in self.trips[new.who, new.claim.trip] if stop.of is not None]
            if paired:
                return [stop for stop in olds if stop in paired or _same_trip(stop, paired)]
        when = period(new.claim.when, new.claim.when_qualifier)
        if when is None or when.days > _TRIP_GAP or not any(stop.told for stop in olds):
            return []
        dated = [(stop, period(stop.claim.when, stop.claim.when_qualifier)) for stop in olds]
        known = [(stop, time) for stop, time in dated if time is not None and time.days <= 2 * _TRIP_GAP]
        return [stop for stop, time in known if gap(when, time) <= _TRIP_GAP]

    def _reordered(self) -> None:
        for (who, _), stops in self.trips.items():
            pairs = [
                (stop.of, stop)
                for stop in stops
                if stop.of is not None and stop.status not in {"cancelled", "postponed"} and standing(stop.claim) != "none"
            ]
            pairs = list({old.place: (old, new) for old, new in pairs if old.status != "cancelled"}.values())
            if len(pairs) > 1:
                self._one_order(who, pairs)

    def _one_order(self, who: str, pairs: list[tuple[_Stop, _Stop]]) -> None:
        before, after = _sequence([old for old, _ in pairs]), _sequence([new for _, new in pairs])
        if before is None or after is None:
            return
        positions = dict(zip([old.place for old, _ in pairs], zip(before, after, strict=True), strict=True))
        inverted = any(
            (one[0] - other[0]) * (one[1] - other[1]) < 0
            for number, one in enumerate(list(positions.values()))
            for other in list(positions.values())[number + 1 :]
        )
        if not inverted:
            return
        ledger = self.ledger
        old_route = [old for old, _ in sorted(pairs, key=lambda pair: positions[pair[0].place][0])]
        new_route = [old for old, _ in sorted(pairs, key=lambda pair: positions[pair[0].place][1])]
        name = ledger.shown(who)
        ledger.change(
            "visit.reordered",
            subject=f"{name}: order of the trip",
            before=", ".join(stop.claim.place for stop in old_route),
            after=", ".join(stop.claim.place for stop in new_route),
            explanation=(
                f"{ledger.then()} {name}'s stops were to be {_route(old_route)} in this order; "
                f"{ledger.now()} the order is {_route(new_route)}."
            ),
            rule="itinerary/order",
            old=old_route[0].found,
            new=next(new for old, new in pairs if old is new_route[0]).found,
            spend=tuple(new.found for _, new in pairs),
        )
        if sorted(str(old.claim.when) for old, _ in pairs) == sorted(str(new.claim.when) for _, new in pairs):
            # The same days, dealt out anew: that is the one change.
            for old, _ in pairs:
                old.settled = True
                ledger.spent_before.add(old.place)


def _twin_key(stop: _Stop) -> tuple[str, str, str | None, str]:
    return stop.who, stop.claim.place, stop.claim.when, stop.status


def _regions(place: str) -> tuple[str, ...]:
    known = place_of(place)
    return (known.key, *sorted(known.countries))


def _teller(stop: _Stop) -> tuple[_Stop, Occasion]:
    """Return the later claim that tells most: what happened before what was planned, a day that fits before another one."""
    return max(stop.told, key=_weight)


def _weight(told: tuple[_Stop, Occasion]) -> tuple[bool, int, bool, int]:
    new, which = told
    return standing(new.claim) == "firm" or new.status not in {"planned", "underway"}, _TOLD[new.status], which == "same", -new.place


def _route(stops: list[_Stop]) -> str:
    places = list(dict.fromkeys(stop.claim.place for stop in stops))
    return listed(places)


def _whole(stops: list[_Stop]) -> bool:
    """Return whether the text says that these are all stops of the trip."""
    count = next((stop.claim.trip_stops for stop in stops if stop.claim.trip_stops is not None), None)
    return count is not None and count == len({place_of(stop.claim.place).key for stop in stops})


def _same_trip(stop: _Stop, others: list[_Stop]) -> bool:
    """Return whether a stop of the baseline belongs to the trip of *others*."""
    if any(stop.claim.trip is not None and stop.claim.trip == other.claim.trip for other in others):
        return True
    when = period(stop.claim.when, stop.claim.when_qualifier)
    times = [time for other in others if (time := period(other.claim.when, other.claim.when_qualifier))]
    if when is None or not times:
        return stop.claim.trip is None and all(other.claim.trip is None for other in others)
    return min(gap(when, time) for time in times) <= _TRIP_GAP * 2


def _sequence(stops: list[_Stop]) -> list[int] | None:
    """Return each stop's position by day where all have one, else by the order that the text gives; None where it gives none."""
    times = [period(stop.claim.when, stop.claim.when_qualifier) for stop in stops]
    if all(time is not None and time.days <= 2 * _TRIP_GAP for time in times):
        days = sorted({time.first for time in times if time is not None})
        if len(days) == len(stops):
            return [days.index(time.first) for time in times if time is not None]
    orders = [stop.claim.order for stop in stops]
    return [order for order in orders if order is not None] if None not in orders and len(set(orders)) == len(orders) else None
