"""Arithmetic of the Gregorian calendar: stretches of days, weeks, months, holidays."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from attrs import evolve, frozen

from factwatch.model.dates import DateValue, iso

_DAY: Final = dt.timedelta(days=1)
MONTHS_OF: Final = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}
DAYS_OF: Final = {"day": 1, "week": 7, "fortnight": 14}
SATURDAY: Final = 5


@frozen
class Period:
    """Days from *first* to *last*, both included, with the unit in which the text counts them."""

    first: dt.date
    last: dt.date
    unit: str = "day"
    qualifier: str | None = None

    def value(self) -> DateValue:
        """Return the value that a claim holds."""
        if self.unit == "month":
            text = self.first.isoformat()[:7]
        elif self.unit == "year":
            text = self.first.isoformat()[:4]
        else:
            text = iso(self.first, self.last)
        return DateValue(text, self.qualifier)

    def qualified(self, qualifier: str | None) -> Period:
        """Return the period with *qualifier* before the one that it has."""
        if not qualifier:
            return self
        return evolve(self, qualifier=f"{qualifier} {self.qualifier}" if self.qualifier else qualifier)


def day(date: dt.date) -> Period:
    """Return one day."""
    return Period(date, date)


def add_months(date: dt.date, months: int) -> dt.date:
    """Return the same day of another month, or that month's last day where it is shorter."""
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    first = dt.date(year, month + 1, 1)
    return first.replace(day=min(date.day, days_in(first)))


def days_in(date: dt.date) -> int:
    """Return the number of days of the month of *date*."""
    return 31 if date.month == 12 else (date.replace(month=date.month + 1, day=1) - date.replace(day=1)).days  # noqa: PLR2004  # December


def shift(date: dt.date, count: int, unit: str) -> dt.date:
    """Return the day *count* units later, or earlier where it is negative."""
    if unit in DAYS_OF:
        return date + count * DAYS_OF[unit] * _DAY
    if unit == "weekend":
        return date + count * 7 * _DAY
    return add_months(date, count * MONTHS_OF[unit])


def around(date: dt.date, unit: str) -> Period:
    """Return the calendar unit in which *date* lies; weeks begin on Monday, a fortnight with the week."""
    monday = date - date.weekday() * _DAY
    if unit == "day":
        return day(date)
    if unit in DAYS_OF:
        return Period(monday, monday + (DAYS_OF[unit] - 1) * _DAY, unit)
    if unit == "weekend":
        return Period(monday + SATURDAY * _DAY, monday + 6 * _DAY, unit)
    if unit in {"month", "quarter", "half", "season"}:
        length = MONTHS_OF[unit]
        return months(date.year, (date.month - 1) // length * length + 1, length, unit)
    length = MONTHS_OF[unit] // 12
    return years(max(date.year // length * length, 1), length, unit)


def months(year: int, month: int, count: int, unit: str = "month") -> Period:
    """Return *count* months."""
    first = dt.date(year, month, 1)
    return Period(first, add_months(first, count) - _DAY if (year, month + count) < (9999, 13) else dt.date.max, unit)


def years(year: int, count: int = 1, unit: str = "year") -> Period:
    """Return *count* years."""
    return Period(dt.date(year, 1, 1), dt.date(year + count - 1, 12, 31), unit)


def on_weekday(date: dt.date, weekday: int, *, strictly: bool = False) -> dt.date:
    """Return the first such day of the week on or (*strictly*) after *date*."""
    ahead = (weekday - date.weekday()) % 7
    return date + (ahead or (7 if strictly else 0)) * _DAY


def back_to_weekday(date: dt.date, weekday: int, *, strictly: bool = False) -> dt.date:
    """Return the last such day of the week on or (*strictly*) before *date*."""
    behind = (date.weekday() - weekday) % 7
    return date - (behind or (7 if strictly else 0)) * _DAY


def nth_of(period: Period, unit: str | int, nth: int, count: int = 1) -> Period | None:
    """
    Return units within a period: the first Monday of a month, the last two weeks of a year.

    Args:
        period: Where to count.
        unit: A unit, or a day of the week (Monday is 0).
        nth: From 1; -1 is the last.
        count: How many units from there on; with the last, how many up to it.

    A week belongs to the period that holds its Thursday (ISO 8601). None where the period has no such part.
    """
    if isinstance(unit, int):
        if nth > 0:
            found = on_weekday(period.first, unit) + (nth - 1) * 7 * _DAY
        else:
            found = back_to_weekday(period.last, unit) + (nth + 1) * 7 * _DAY
        return day(found) if period.first <= found <= period.last else None
    if nth > 0:
        first, last = _unit_at(period.first, unit, nth - 1), _unit_at(period.first, unit, nth + count - 2)
    else:
        first, last = _unit_before(period.last, unit, nth - count + 2), _unit_before(period.last, unit, nth + 1)
    whole = Period(first.first, last.last, unit if count == 1 else "interval")
    if unit in {"week", "weekend", "fortnight"}:
        return whole if whole.first <= period.last and whole.last >= period.first else None
    return whole if period.first <= whole.first and whole.last <= period.last else None


def _unit_at(first: dt.date, unit: str, steps: int) -> Period:
    if unit in {"week", "fortnight"}:
        first = on_weekday(first, 3)
    elif unit == "weekend":
        first = on_weekday(first, SATURDAY)
    return around(shift(first, steps, unit), unit)


def _unit_before(last: dt.date, unit: str, steps: int) -> Period:
    if unit in {"week", "fortnight"}:
        last = back_to_weekday(last, 3)
    elif unit == "weekend":
        last = back_to_weekday(last, SATURDAY)
    return around(shift(around(last, unit).first, steps, unit), unit)


def holiday(rule: tuple[Any, ...], year: int) -> dt.date | None:
    """Return the day of a holiday of the lexicon in *year*, or None before the calendar knows it."""
    kind, *rest = rule
    if kind == "day":
        return dt.date(year, rest[0], rest[1])
    if kind == "easter":
        return _easter(year) + rest[0] * _DAY if year > 1582 else None  # noqa: PLR2004  # the Gregorian rule's first year
    month, weekday, nth, offset = rest
    found = nth_of(months(year, month, 1), int(weekday), nth)
    return found.first + offset * _DAY if found else None


def _easter(year: int) -> dt.date:
    from dateutil.easter import easter

    found: dt.date = easter(year)
    return found
