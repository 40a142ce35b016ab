"""Journeys of a document as wholes: how many stops, in which order, which of them were overtaken by new days."""

# ruff: noqa: PLR2004  # days and stops: names for these numbers would say no more

from __future__ import annotations

import datetime as dt
from typing import Final

from attrs import define, evolve, field

from factwatch.annotation.dates import DateExpression
from factwatch.annotation.dates.calendar import Period
from factwatch.annotation.dates.meaning import Fixed
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.days import Days, is_weekday

LIVE: Final = frozenset({"planned", "underway", "done"})
"""How a stop stands that was not called off."""


@define(eq=False)
class Trip:
    """One journey of one traveller or party."""

    key: str
    who: list[Node]
    surname: str = ""
    unit: float = 0
    count: int | None = None
    findings: list[Finding] = field(factory=list)
    last_order: int = 0


@define(eq=False)
class Telling:
    """How a verb or noun tells of a visit."""

    status: str
    tense: str | None = None
    modality: str = "asserted"
    negative: bool = False


def to_come() -> Telling:
    """Return the telling of a visit that is planned."""
    return Telling("planned", "future", "planned")


def made() -> Telling:
    """Return the telling of a visit that was made."""
    return Telling("done", "past")


def going_on() -> Telling:
    """Return the telling of a visit that goes on."""
    return Telling("underway")


def give_order(trip: Trip, finding: Finding, link: str) -> None:
    """Give the last visit of a trip its number where *link* tells how it follows: 'first', 'then', 'on'."""
    if link == "first" and not trip.last_order:
        finding.order = trip.last_order = 1
    elif link in {"then", "on"}:
        previous = next((item for item in reversed(trip.findings[-6:-1]) if item.status in LIVE), None)
        if previous is None:
            return
        if previous.order is None and len(trip.findings) <= 6 and sum(item.status in LIVE for item in trip.findings) == 2:
            previous.order = 1
        if previous.order is not None:
            finding.order = trip.last_order = previous.order + 1


def close(trips: list[Trip], found: list[Finding], days: Days) -> list[Finding]:
    """Return all findings, the trips among them counted and put in order by their days."""
    for trip in trips:
        places = {(item.place.name if isinstance(item.place, Node) else item.place) for item in trip.findings}
        if len(places) < 2 and not trip.count:  # one place is no trip
            for finding in trip.findings:
                finding.trip = finding.trip if finding.order is not None else None
            continue
        for finding in trip.findings:
            finding.stops = trip.count
        _keep_time(trip, days)
        _keep_last(trip, days)
        _order_by_days(trip, days)
    missed = {id(finding) for trip in trips for finding in _overtaken(trip, days)}
    return [finding for finding in found if id(finding) not in missed]


def _overtaken(trip: Trip, known: Days) -> list[Finding]:
    """Return the visits missed in the past whose place has a new day ahead: 'had been due in July'; 'will travel there on Sept. 22'."""
    published = known.published
    off = [
        finding for finding in trip.findings if finding.status in {"cancelled", "postponed"} and isinstance(finding.when, DateExpression)
    ]
    if not off or published is None:
        return []
    ahead: dict[str, Finding] = {}
    for finding in trip.findings:
        days = known.day_of(finding.when, "future") if finding.status == "planned" else None
        if days is not None and days[0] >= published and isinstance(finding.place, Node):
            ahead.setdefault(finding.place.low, finding)
    found = []
    for finding in off:
        later = ahead.get(finding.place.low) if isinstance(finding.place, Node) else None
        days = known.day_of(finding.when, "past" if finding.tense == "past" or finding.status == "postponed" else finding.tense)
        if later is None or days is None or days[1] >= published:
            continue
        found.append(finding)
        if 0 <= later.unit - finding.unit <= 2:  # the new day is told right after the old one
            later.status = "postponed"
    return found


def _keep_time(trip: Trip, known: Days) -> None:
    """'is due in Nairobi on Monday and then flies to Kampala on Wednesday': that Wednesday is the one after the Monday."""
    ordered = sorted(
        (finding for finding in trip.findings if finding.order is not None and finding.status == "planned"),
        key=lambda item: item.order or 0,
    )
    floor: dt.date | None = None
    for finding in ordered:
        days = known.day_of(finding.when, "future", floor)
        if days is None:
            continue
        if floor is not None and days[0] == days[1] < floor and (floor - days[0]).days <= 7 and is_weekday(finding.when):
            later = days[0] + dt.timedelta(days=7)
            days = (later, later)
            finding.when = evolve(finding.when, anchored=False, meaning=Fixed(Period(later, later)))
        floor = days[0]


def _keep_last(trip: Trip, known: Days) -> None:
    """'will be in Apia on Monday ... The visit ends in Suva on Thursday': that Thursday is the one after the Monday."""
    for last in trip.findings:
        day = known.day_of(last.when, "future") if last.extra.get("ends") and last.status == "planned" else None
        if day is None or day[0] != day[1] or not is_weekday(last.when):
            continue
        others = [
            other
            for finding in trip.findings
            if finding.unit < last.unit and finding.status == "planned" and (other := known.day_of(finding.when, "future")) is not None
        ]
        floor = max((other[0] for other in others), default=day[0])
        if day[0] < floor and (floor - day[0]).days <= 7:
            later = day[0] + dt.timedelta(days=7)
            last.when = evolve(last.when, anchored=False, meaning=Fixed(Period(later, later)))


def _place_key(finding: Finding) -> str:
    place = finding.place
    return (place.name or place.low) if isinstance(place, Node) else str(place)


def _order_by_days(trip: Trip, known: Days) -> None:
    """Where every stop has its own day, the days tell the order; a stop told of twice has it from either telling."""
    stops: dict[str, list[Finding]] = {}
    if any(finding.extra.get("continues") or (finding.order and finding.status == "done") for finding in trip.findings):
        return
    for finding in trip.findings:
        region = isinstance(finding.place, Node) and getattr(finding.place.value, "kind", "") == "region"
        if finding.status in {"planned", "underway"} and not region:
            if finding.order:
                return
            stops.setdefault(_place_key(finding), []).append(finding)
    if len(stops) < 2:
        return
    published = known.published or dt.date.max
    days: dict[str, dt.date] = {}
    for place, findings in stops.items():
        told = next(reversed(days.values()), None)
        day = next((found for finding in findings if (found := known.day_of(finding.when, "future", told)) is not None), None)
        if day is None:
            return
        floor = told or published
        if (
            published < floor
            and day[0] == day[1] < floor
            and (floor - day[0]).days <= 7
            and any(is_weekday(item.when) for item in findings)
        ):
            # 'Ghana on Monday, Togo on Wednesday': the Wednesday after
            day = (day[0] + dt.timedelta(days=7),) * 2
        latest = max(days.values(), default=day[0])
        ends = any(item.extra.get("ends") for item in findings)
        days[place] = latest + dt.timedelta(days=1) if ends and day[0] < latest else day[0]
    if len(set(days.values())) != len(days):
        return
    for order, place in enumerate(sorted(days, key=lambda key: days[key]), 1):
        for finding in stops[place]:
            finding.order = order
