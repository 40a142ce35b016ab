"""
Dates as claims hold them: an ISO 8601 value with the precision of the text, and what such values have to do with each other.

A value is a day ``2025-03-26``, a month ``2025-03``, a year ``2025`` or an interval ``A/B`` whose ends, both included,
are days, months or years (``2025-03-26/2025-03-27``).
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Final, Literal

from attrs import field, frozen

from factwatch.errors import UsageError

Precision = Literal["day", "month", "year", "interval"]

OPEN_END: Final = frozenset({"since", "from", "after"})
"""Qualifiers with which a value names only the beginning."""
OPEN_START: Final = frozenset({"until", "by", "before"})
"""Qualifiers with which a value names only the end."""

_POINT: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def _point(value: str, whole: str) -> tuple[dt.date, dt.date, Precision]:
    found = _POINT.fullmatch(value)
    try:
        if found:
            year, month, day = (int(part) if part else 0 for part in found.groups())
            if found[3] is not None:
                only = dt.date(year, month, day)
                return only, only, "day"
            if found[2] is not None:
                return dt.date(year, month, 1), _month_end(year, month), "month"
            return dt.date(year, 1, 1), dt.date(year, 12, 31), "year"
    except ValueError:
        pass
    raise UsageError(
        repr(whole), "this is no date", "Write a day (2025-03-26), month (2025-03), year (2025) or interval (2025-03-26/2025-03-27)."
    )


def _month_end(year: int, month: int) -> dt.date:
    if month == 12:  # noqa: PLR2004  # December; the next month may lie past the calendar's end
        return dt.date(year, 12, 31)
    return dt.date(year, month + 1, 1) - dt.timedelta(days=1)


@lru_cache(maxsize=4096)
def _parse(value: str) -> tuple[dt.date, dt.date, Precision]:
    start, slash, end = value.partition("/")
    first, last, precision = _point(start, value)
    if not slash:
        return first, last, precision
    last = _point(end, value)[1]
    if last < first:
        raise UsageError(repr(value), "the interval ends before it begins", "Put the earlier day first.")
    return first, last, "interval"


def parse_iso(value: str) -> tuple[dt.date, dt.date]:
    """
    Return the first and the last day of an ISO 8601 day, month, year or interval.

    >>> parse_iso("2025-02")
    (datetime.date(2025, 2, 1), datetime.date(2025, 2, 28))

    Raises:
        UsageError: *value* is none of these.
    """
    return _parse(value)[:2]


def precision_of(value: str) -> Precision:
    """
    Return how exact an ISO 8601 value is.

    Raises:
        UsageError: *value* is no date.
    """
    return _parse(value)[2]


def iso(first: dt.date, last: dt.date) -> str:
    """
    Return the value that names the days from *first* to *last*: always days, never shortened to a month or year.

    >>> iso(dt.date(2025, 3, 1), dt.date(2025, 3, 31))
    '2025-03-01/2025-03-31'
    """
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


@frozen
class DateValue:
    """A date as exact as its words: `value` holds the days, `qualifier` what the days cannot say."""

    value: str = field()
    """ISO 8601 day, month, year or interval."""
    qualifier: str | None = None
    """
    A bound ('by', 'before', 'after', 'until', 'since', 'from'), a part ('early', 'mid', 'late', 'morning', 'afternoon', 'evening',
    'night'), 'week of', 'around' or 'by the end of'; a bound and a part are joined by a blank: 'since late'.
    """

    @value.validator
    def _is_date(self, _attribute: object, value: str) -> None:
        _parse(value)

    @property
    def first(self) -> dt.date:
        """First day named, whatever the qualifier says."""
        return _parse(self.value)[0]

    @property
    def last(self) -> dt.date:
        """Last day named, whatever the qualifier says."""
        return _parse(self.value)[1]

    @property
    def precision(self) -> Precision:
        """Whether the value names a day, month, year or interval."""
        return _parse(self.value)[2]

    @property
    def bounds(self) -> tuple[dt.date | None, dt.date | None]:
        """
        First and last day that the date allows, None where the qualifier leaves that side open.

        >>> DateValue("2013", "since").bounds
        (datetime.date(2013, 1, 1), None)
        """
        first, last, _ = _parse(self.value)
        bound = (self.qualifier or "").split(" ", 1)[0]
        if bound in OPEN_END:
            return (last + dt.timedelta(days=1) if bound == "after" and last < dt.date.max else first), None
        if bound in OPEN_START:
            return None, (first - dt.timedelta(days=1) if bound == "before" and first > dt.date.min else last)
        return first, last


def _bounds(value: str | DateValue) -> tuple[dt.date, dt.date]:
    first, last = value.bounds if isinstance(value, DateValue) else parse_iso(value)
    return first or dt.date.min, last or dt.date.max


def covers(a: str | DateValue, b: str | DateValue) -> bool:
    """Return whether every day that *b* allows is a day that *a* allows: b says the same as a, or says it more exactly."""
    (a_first, a_last), (b_first, b_last) = _bounds(a), _bounds(b)
    return a_first <= b_first and b_last <= a_last


def overlaps(a: str | DateValue, b: str | DateValue) -> bool:
    """Return whether some day fits both: where none does, the two dates contradict each other."""
    (a_first, a_last), (b_first, b_last) = _bounds(a), _bounds(b)
    return a_first <= b_last and b_first <= a_last


def same(a: str | DateValue, b: str | DateValue) -> bool:
    """Return whether both allow exactly the same days, however written (``2025-03`` and ``2025-03-01/2025-03-31``)."""
    return _bounds(a) == _bounds(b)
