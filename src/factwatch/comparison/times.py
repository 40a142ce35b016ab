"""Dates of claims: which refine, overlap or contradict each other, and how they read in a sentence."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import Final, Literal

from attrs import frozen

TimeRelation = Literal["same", "within", "contains", "overlaps", "different", "unknown"]
"""How the first time stands to the second: 'within' is more precise, 'contains' vaguer, 'unknown' where one is not given."""

_ISO: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")
_WEEK: Final = dt.timedelta(days=6)
_SLACK: Final = dt.timedelta(days=7)
_FUZZY: Final = ("around", "about", "circa", "approximately", "or so", "early", "late", "mid", "beginning", "end of", "start of")
_OPEN_START: Final = ("by", "before", "until", "no later than")
_OPEN_END: Final = ("after", "from", "since", "not before")


@frozen
class Period:
    """First and last day of when something is."""

    first: dt.date
    last: dt.date
    fuzzy: bool = False
    """True where the words leave the days open ('around', 'by the end of')."""

    @property
    def days(self) -> int:
        """Length in days."""
        return (self.last - self.first).days + 1


@lru_cache(maxsize=1 << 15)
def period(when: str | None, qualifier: str | None = None) -> Period | None:
    """
    Return the days that an ISO 8601 day, month, year or interval covers, None where there is none.

    >>> period("2025-02").last, period("2025-03-26/2025-03-27").days
    (datetime.date(2025, 2, 28), 2)
    """
    if not when:
        return None
    first, _, last = when.partition("/")
    start = _ends(first)
    stop = _ends(last) if last else start
    if start is None or stop is None or stop[1] < start[0]:
        return None
    begin, end, fuzzy = start[0], stop[1], False
    words = (qualifier or "").lower()
    if "week of" in words or words == "week":
        end = max(end, begin + _WEEK)
    elif words.startswith(_OPEN_START):
        begin, fuzzy = min(begin, dt.date(begin.year, 1, 1)), True
    elif words.startswith(_OPEN_END):
        end, fuzzy = max(end, dt.date(end.year, 12, 31)), True
    elif words.startswith(_FUZZY):
        fuzzy = True
    return Period(begin, end, fuzzy)


def _ends(text: str) -> tuple[dt.date, dt.date] | None:
    found = _ISO.match(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        if year is None or month is None:
            return (dt.date(year, 1, 1), dt.date(year, 12, 31)) if year else None
        if day is None:
            return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
        return dt.date(year, month, day), dt.date(year, month, day)
    except ValueError:
        return None


def relation(one: Period | None, other: Period | None) -> TimeRelation:
    """
    Say how period *one* stands to period *other*.

    >>> relation(period("2025-03-26"), period("2025-03")), relation(period("2025-03-26"), period("2025-03-27"))
    ('within', 'different')
    """
    if one is None or other is None:
        return "unknown"
    if one.first == other.first and one.last == other.last:
        return "same"
    if other.first <= one.first and one.last <= other.last:
        return "within"
    if one.first <= other.first and other.last <= one.last:
        return "contains"
    if one.first <= other.last and other.first <= one.last:
        return "overlaps"
    if (one.fuzzy or other.fuzzy) and gap(one, other) <= _SLACK.days:
        return "overlaps"
    return "different"


def gap(one: Period | None, other: Period | None) -> int:
    """Return the number of days between two periods, 0 where they touch, overlap or are unknown."""
    if one is None or other is None:
        return 0
    if one.last < other.first:
        return (other.first - one.last).days
    if other.last < one.first:
        return (one.first - other.last).days
    return 0


def day(text: str | None) -> dt.date | None:
    """Return the date that an ISO 8601 day names, None where there is none."""
    found = period(text)
    return found.first if found else None


def written_day(value: dt.date) -> str:
    """
    Return a date as it stands in a sentence.

    >>> written_day(dt.date(2025, 3, 26))
    '26 March 2025'
    """
    return f"{value.day} {calendar.month_name[value.month]} {value.year}"


def written(when: str | None, qualifier: str | None = None) -> str | None:
    """
    Return an ISO 8601 time as it stands in a sentence.

    >>> written("2025-03-26/2025-03-27"), written("2025-03"), written("2025-04-02", "morning")
    ('26-27 March 2025', 'March 2025', '2 April 2025 (morning)')
    """
    if not when:
        return None
    first, _, last = when.partition("/")
    words = _written_part(first)
    if last and last != first:
        start, stop = period(first), period(last)
        if (
            start
            and stop
            and start.days == 1
            and stop.days == 1
            and (start.first.year, start.first.month) == (stop.first.year, stop.first.month)
        ):
            words = f"{start.first.day}-{written_day(stop.first)}"
        else:
            words = f"{words} to {_written_part(last)}"
    # What is no time stays as it is.
    words = words or when
    return f"{words} ({qualifier})" if qualifier else words


def _written_part(text: str) -> str:
    found = period(text)
    if found is None:
        return text
    if found.days == 1:
        return written_day(found.first)
    return f"{calendar.month_name[found.first.month]} {found.first.year}" if len(text) > len("2025") else str(found.first.year)
