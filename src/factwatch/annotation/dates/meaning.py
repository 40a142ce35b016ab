"""
What the words of a date mean, before anybody knows when they were written.

Each class is one way of naming days: here those by the calendar, in `counted` those from another day, in `composed` those of several parts;
``period`` says which days they are at a given moment, None where that cannot be said.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar, Final, Literal

from attrs import evolve, frozen

from factwatch.annotation.dates import calendar
from factwatch.annotation.dates.calendar import Period
from factwatch.annotation.dates.moment import Moment, Tense

_DAY: Final = dt.timedelta(days=1)
# A date without year that tense would put this far away, though the other reading is close by, is taken for the close one:
# 'was set for March 28' in a text of March 26.
_FAR: Final = 300
_CLOSE: Final = 60
# Days back up to which a day of the week without any sign of tense is the last one.
_RECENT: Final = 4
_LEAP_CYCLE: Final = 8
_NEAR_YEARS: Final = 2


@frozen
class Fixed:
    """Days that the words name in full."""

    days: Period
    anchored: ClassVar[bool] = False

    def period(self, moment: Moment) -> Period | None:  # noqa: ARG002  # the same at any moment
        """Return the days."""
        return self.days


@frozen
class Yearly:
    """
    A day or month without its year: 'March 26', 'in June', 'Easter Monday', 'the second quarter'.

    *rule* is (kind, arguments): ('day', month, day), ('month', month), ('season', first month), ('quarter', n), ('half', n) or
    ('holiday', rule of the lexicon). *ref* is -1, 0 or 1 for last, this and next; *weekday* a day of the week that was named with it.
    """

    rule: tuple[Any, ...]
    ref: int | None = None
    weekday: int | None = None
    anchored: ClassVar[bool] = True

    def in_year(self, year: int) -> Period | None:
        """Return the days in *year*; None where it lacks them (29 February)."""
        kind, *rest = self.rule
        try:
            if kind == "day":
                return calendar.day(dt.date(year, rest[0], rest[1]))
            if kind == "month":
                return calendar.months(year, rest[0], 1)
            if kind == "season":
                # Which months they are depends on the hemisphere and the speaker.
                return evolve(calendar.months(year, rest[0], 3, "season"), qualifier="around")
            if kind == "quarter":
                return calendar.months(year, rest[0] * 3 - 2, 3, "quarter")
            if kind == "half":
                return calendar.months(year, rest[0] * 6 - 5, 6, "half")
            found = calendar.holiday(rest[0], year)
        except (ValueError, OverflowError):
            return None
        return calendar.day(found) if found else None

    def period(self, moment: Moment) -> Period | None:
        """Return the days in the year that the tense, the reference or else nearness tells."""
        anchor = moment.anchor
        if anchor is None:
            return None
        # only a leap day and a day of the week that was named with the date leave years out
        reach = _LEAP_CYCLE if self.weekday is not None or self.rule == ("day", 2, 29) else _NEAR_YEARS
        around = range(max(anchor.year - reach, 1), min(anchor.year + reach, 9999) + 1)
        choices = [found for found in map(self.in_year, around) if found]
        if self.weekday is not None:
            choices = [found for found in choices if found.first.weekday() == self.weekday] or choices
        return _choose(choices, anchor, moment.tense, self.ref, strict=self.rule[0] != "day")

    def after(self, date: dt.date) -> Period | None:
        """Return the first such days that do not end before *date*."""
        choices = (self.in_year(year) for year in range(date.year, min(date.year + _LEAP_CYCLE, 9999) + 1))
        return next((found for found in choices if found and found.last >= date), None)


def _choose(choices: list[Period], anchor: dt.date, tense: Tense | None, ref: int | None, *, strict: bool) -> Period | None:
    past = [found for found in choices if found.first <= anchor]
    future = [found for found in choices if found.last >= anchor]
    if ref == 0 and strict and choices and choices[0].unit == "season":
        # 'this winter' in February began last year; out of season tense tells, else nearness.
        now = [found for found in past if found.last >= anchor]
        return now[0] if now else _choose(choices, anchor, tense, None, strict=strict)
    if ref == 0:
        same = [found for found in choices if found.first.year == anchor.year]
        return same[0] if same else None
    if ref is not None:
        # 'last June' in June is the June before; 'next June' the one to come.
        whole = [found for found in past if found.last < anchor] if ref < 0 else [found for found in future if found.first > anchor]
        return (whole[-1] if ref < 0 else whole[0]) if whole else None
    if not past or not future:
        return past[-1] if past else future[0] if future else None
    back, ahead = (anchor - past[-1].last).days, (future[0].first - anchor).days
    if tense is None or (not strict and max(back, ahead) > _FAR and min(back, ahead) <= _CLOSE):
        return past[-1] if back <= ahead else future[0]
    return past[-1] if tense == "past" else future[0]


@frozen
class Weekday:
    """A day of the week: alone, with last, this, next or 'coming', or a number of weeks after that ('a week on Tuesday')."""

    weekday: int
    ref: Literal["last", "this", "next", "coming", "past"] | None = None
    weeks: int = 0
    anchored: ClassVar[bool] = True

    def period(self, moment: Moment) -> Period | None:
        """Return the day; 'last' and 'next' count by weeks that begin on Monday, 'coming' and 'past' by days."""
        anchor, day = moment.anchor, self.weekday
        if anchor is None:
            return None
        this_week = anchor + (day - anchor.weekday()) * _DAY
        if self.ref == "last":
            found = this_week - 7 * _DAY
        elif self.ref == "next":
            found = this_week + 7 * _DAY
        elif self.ref == "past":
            found = calendar.back_to_weekday(anchor, day, strictly=True)
        elif self.ref == "coming":
            found = calendar.on_weekday(anchor, day, strictly=True)
        elif self.ref == "this" and moment.tense is None:
            found = this_week
        elif moment.tense == "past":
            found = calendar.back_to_weekday(anchor, day)
        elif moment.tense == "future" or self.weeks:
            found = calendar.on_weekday(anchor, day)
        else:
            found = calendar.back_to_weekday(anchor, day)
            if (anchor - found).days > _RECENT:
                found += 7 * _DAY
        return calendar.day(found + self.weeks * 7 * _DAY)

    def after(self, date: dt.date) -> Period:
        """Return the first such day that is not before *date*."""
        return calendar.day(calendar.on_weekday(date, self.weekday))


@frozen
class MonthDay:
    """A day of an unnamed month: 'the 14th', perhaps with its day of the week."""

    number: int
    weekday: int | None = None
    anchored: ClassVar[bool] = True

    def period(self, moment: Moment) -> Period | None:
        """Return the day by tense, else the nearest; with a day of the week the nearest on which both fall."""
        anchor = moment.anchor
        if anchor is None:
            return None
        reach = 14 if self.weekday is not None else 2
        choices = [
            found for step in range(-reach, reach + 1) if (found := self._in_month(calendar.add_months(anchor.replace(day=1), step)))
        ]
        if self.weekday is not None:
            choices = [found for found in choices if found.first.weekday() == self.weekday]
        past = [found for found in choices if found.first <= anchor]
        future = [found for found in choices if found.first >= anchor]
        if not past or not future:
            return None
        if moment.tense is None:
            return past[-1] if anchor - past[-1].first <= future[0].first - anchor else future[0]
        return past[-1] if moment.tense == "past" else future[0]

    def _in_month(self, month: dt.date) -> Period | None:
        return calendar.day(month.replace(day=self.number)) if self.number <= calendar.days_in(month) else None

    def after(self, date: dt.date) -> Period | None:
        """Return the first such day that is not before *date*."""
        found = (self._in_month(calendar.add_months(date.replace(day=1), step)) for step in range(3))
        return next((one for one in found if one and one.first >= date), None)
