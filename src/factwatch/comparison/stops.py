"""Visits of either side as stops of trips."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final

from attrs import Factory, define, evolve

from factwatch.claims.merging import OFF_BEFORE
from factwatch.comparison.encounters import countries_of
from factwatch.comparison.fates import believed, status_of
from factwatch.comparison.ledger import Found, Ledger
from factwatch.comparison.occasions import Occasion
from factwatch.comparison.phrasing import listed
from factwatch.comparison.places import place_of, relation
from factwatch.comparison.standing import standing
from factwatch.comparison.tables import tells
from factwatch.comparison.times import Period, gap, period
from factwatch.comparison.times import relation as time_relation
from factwatch.model.claim import Claim, VisitClaim

CROWD: Final = 64
"""More stops than this are no trip, and more visits of one traveller to one country are told apart by their day alone."""
TRIP_GAP: Final = 3
"""Stops further than this many days from the rest of a trip are not of it, unless the text says so."""


@define(eq=False)
class Stop:
    """A visit claim of either side."""

    place: int
    """Place in its claim set."""
    claim: VisitClaim
    who: str
    told: list[tuple[Stop, Occasion]] = Factory(list)
    """For a stop of the baseline: what the later document says of it."""
    of: Stop | None = None
    """For a stop of the later document: the baseline's stop that it is."""
    settled: bool = False
    """For a stop of the baseline: some change or confirmation speaks of it."""
    vaguer: Stop | None = None
    """The same stop as the same text tells it elsewhere in fewer words: 'Panama' for 'Panama City', 'next week' for 'Tuesday'."""

    @property
    def is_area(self) -> bool:
        """Whether it is a part of the world rather than a stop: 'Africa'."""
        return place_of(self.claim.place).level == "area"

    @property
    def trip(self) -> str | None:
        """The trip that the text names for it."""
        return self.claim.trip

    @property
    def named(self) -> VisitClaim:
        """The claim with its place as it reads in a sentence: 'Beirut (Lebanon)' where the text has both."""
        if self.vaguer is None or self.vaguer.claim.place in self.claim.place:
            return self.claim
        return evolve(self.claim, place=f"{self.claim.place} ({self.vaguer.claim.place})")

    @property
    def places(self) -> tuple[int, ...]:
        """The places of all claims that tell of it."""
        return (self.place,) if self.vaguer is None else (self.place, self.vaguer.place)

    @property
    def found(self) -> Found:
        """The claim with its place."""
        return self.place, self.claim

    @property
    def status(self) -> str:
        """The status, a denied visit counting as a cancelled one."""
        return status_of(self.claim)

    @property
    def when(self) -> Period | None:
        """The days of the visit."""
        return period(self.claim.when, self.claim.when_qualifier)


class Itineraries:
    """All visits of both sides."""

    def __init__(self, ledger: Ledger) -> None:
        """Collect the visits, by traveller and by trip."""
        self.ledger = ledger
        self.old = _stops(ledger.baseline.claims, ledger.linking.baseline, ledger.baseline_date)
        self.new = _stops(ledger.later.claims, ledger.linking.later, ledger.later_date)
        self.travellers = {stop.who for stop in self.old}
        self.showing: set[int] = set()
        """Places of the later document's meetings that have shown a visit to have taken place."""
        self._labels: dict[str, list[tuple[str, str | None]]] | None = None
        self.old_trips: dict[tuple[str, str | None], list[Stop]] = {}
        """Traveller and trip of the baseline -> its stops; those of no trip together."""
        self.old_months: dict[tuple[str, int, int], list[Stop]] = {}
        """Traveller, year and month -> the baseline's stops that begin in it."""
        for stop in self.old:
            self.old_trips.setdefault((stop.who, stop.trip), []).append(stop)
            when = stop.when
            if when is not None:
                self.old_months.setdefault((stop.who, when.first.year, when.first.month), []).append(stop)
        self.trips: dict[tuple[str, str], list[Stop]] = {}
        """Traveller and trip of the later document -> its stops."""
        for stop in self.new:
            if stop.trip is not None and stop.who in self.travellers:
                self.trips.setdefault((stop.who, stop.trip), []).append(stop)

    @cached_property
    def homes(self) -> dict[str, set[str]]:
        """Traveller -> countries of which the traveller holds an office."""
        return countries_of(self.ledger)

    @cached_property
    def met(self) -> tuple[frozenset[tuple[str, str | None]], frozenset[tuple[str, str | None]]]:
        """Of either side: who meets somebody on which day."""
        sides = (self.ledger.baseline, self.ledger.linking.baseline), (self.ledger.later, self.ledger.linking.later)
        first, second = (
            frozenset(
                (names[name], claim.when)
                for claim in claims.claims
                if claim.kind == "meeting" and claim.when is not None
                for name in (*claim.who, *claim.with_)
            )
            for claims, names in sides
        )
        return first, second

    @cached_property
    def _later(self) -> dict[str, list[Stop]]:
        found: dict[str, list[Stop]] = {}
        for stop in self.new:
            found.setdefault(stop.who, []).append(stop)
        return found

    def of_later(self, who: str) -> list[Stop]:
        """Return the later document's stops of a traveller, as far as they are few enough to be a journey."""
        return self._later.get(who, [])[:CROWD]

    def companions(self, paired: list[Stop]) -> list[Stop]:
        """Return the baseline's stops of the trip that the stops *paired* are of, these included; none where it is no trip any more."""
        found = {stop.place: stop for stop in paired}
        for label in dict.fromkeys((stop.who, stop.trip) for stop in paired):
            group = self.old_trips.get(label, [])
            if len(group) <= CROWD:
                found.update((stop.place, stop) for stop in group if label[1] is not None or is_of_trip(stop, paired))
        return [found[place] for place in sorted(found)] if len(found) <= CROWD else []

    def ahead(self, who: str, *, at_all: bool = False) -> list[Stop]:
        """
        Return the stops of the one trip that a traveller of the baseline has still before him, or is on; none where there are more.

        With *at_all*, return all of the baseline's stops of the traveller.
        """
        if at_all:
            return [stop for _, group in self._trips_of(who) if len(group) <= CROWD for stop in group]
        later_date = self.ledger.later_date
        found = [
            [
                stop
                for stop in group
                if stop.status in {"planned", "underway"} and not (stop.when and later_date and stop.when.last < later_date)
            ]
            for (traveller, _), group in self._trips_of(who)
            if traveller == who and len(group) <= CROWD
        ]
        found = [stops for stops in found if stops]
        return found[0] if len(found) == 1 else []

    def _trips_of(self, who: str) -> list[tuple[tuple[str, str | None], list[Stop]]]:
        if self._labels is None:
            self._labels = {}
            for label in self.old_trips:
                self._labels.setdefault(label[0], []).append(label)
        return [(label, self.old_trips[label]) for label in self._labels.get(who, [])[:CROWD]]

    def around(self, stop: Stop) -> list[Stop]:
        """Return the baseline's short dated stops within a few days of *stop*."""
        when = stop.when
        if when is None or when.days > TRIP_GAP:
            return []
        months = {(day.year, day.month + shift) for day in (when.first, when.last) for shift in (-1, 0, 1)}
        keys = {(stop.who, year + (month - 1) // 12, (month - 1) % 12 + 1) for year, month in months}
        group = [other for key in sorted(keys) for other in self.old_months.get(key, ())]
        if len(group) > CROWD:
            return []
        return [other for other in group if (time := other.when) is not None and time.days <= 2 * TRIP_GAP and gap(when, time) <= TRIP_GAP]


def _stops(claims: Sequence[Claim], names: Mapping[str, str], published: dt.date | None) -> list[Stop]:
    """Return the visits of one side, each once: what a text tells in more words and in fewer is one stop."""
    stops = [
        Stop(place, believed(claim, published), names[claim.who])
        for place, claim in enumerate(claims)
        # What had been called off before the visit that the text tells of is nobody's news.
        if claim.kind == "visit" and claim.rule != OFF_BEFORE
    ]
    by_country: dict[tuple[str, str], list[Stop]] = {}
    for stop in stops:
        if not stop.is_area:
            for country in place_of(stop.claim.place).countries:
                by_country.setdefault((stop.who, country), []).append(stop)
    absorbed: set[int] = set()
    for key in sorted(key for key, group in by_country.items() if 1 < len(group) <= CROWD):
        group = by_country[key]
        for vague in group:
            if vague.place not in absorbed:
                finer = [stop for stop in group if stop.vaguer is None and _is_finer(stop, vague)]
                # Of two cities, neither is what the country stands for.
                if len(finer) == 1 and vague.vaguer is None:
                    _absorb(finer[0], vague)
                    absorbed.add(vague.place)
    return [stop for stop in stops if stop.place not in absorbed]


def _absorb(stop: Stop, vague: Stop) -> None:
    """Give a stop what only the vaguer words for it tell."""
    stop.vaguer = vague
    one, other = stop.claim, vague.claim
    dated = one if one.when is not None else other
    stop.claim = evolve(
        one,
        when=dated.when,
        when_qualifier=dated.when_qualifier,
        trip=one.trip if one.trip is not None else other.trip,
        trip_stops=one.trip_stops if one.trip_stops is not None else other.trip_stops,
        order=one.order if one.order is not None else other.order,
    )


def _is_finer(stop: Stop, vague: Stop) -> bool:
    if relation(stop.claim.place, vague.claim.place) != "within" or stop.status != vague.status:
        return False
    if vague.trip is not None and stop.trip is not None and vague.trip != stop.trip:
        return False
    if standing(stop.claim) != standing(vague.claim):
        return False
    return vague.when is None or stop.when is None or time_relation(stop.when, vague.when) in {"same", "within"}


def is_of_trip(stop: Stop, others: Iterable[Stop]) -> bool:
    """Return whether a stop that the text gives no trip belongs to the trip of *others*: near in time, or all of them undated."""
    times = [time for other in others if (time := other.when) is not None]
    when = stop.when
    if when is None or not times:
        return all(other.trip is None for other in others)
    return min(gap(when, time) for time in times) <= 2 * TRIP_GAP


def says_new(stop: Stop) -> bool:
    """Return whether the text says that it is told otherwise than before: 'will now arrive on Tuesday'."""
    return tells(stop.claim, "moving")


def is_whole(stops: list[Stop]) -> bool:
    """Return whether the text says that these are all stops of the trip: as many as it counts, or 'only' these."""
    count = next((stop.claim.trip_stops for stop in stops if stop.claim.trip_stops is not None), None)
    if count is None:
        return any(stop.status == "planned" and tells(stop.claim, "limiting") for stop in stops)
    places = {place.key: place for place in (place_of(stop.claim.place) for stop in stops) if place.level != "area"}
    countries = {next(iter(place.countries)) for place in places.values() if len(place.countries) == 1}
    return count in {len(places), len(countries)}


def route(stops: Iterable[Stop]) -> str:
    """Return the places of a trip as they stand in a sentence."""
    stops = list(stops)
    return listed(list(dict.fromkeys(stop.named.place for stop in stops if not stop.is_area or len(stops) == 1)))
