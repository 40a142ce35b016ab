"""
What the words of a date mean, before anybody knows when they were written.

Each class is one way of naming days; ``period`` says which days they are at a given moment, None where that cannot be said.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar, Final, Literal

from attrs import evolve, frozen

from factwatch.annotation.dates import calendar
from factwatch.annotation.dates.calendar import Period

Tense = Literal["past", "future"]
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
class Moment:
    """When a text was written, which tense a date stands in, and which day the text spoke of last."""

    anchor: dt.date | None = None
    tense: Tense | None = None
    context: dt.date | None = None
    stretch: tuple[dt.date, dt.date] | None = None
    """First and last day of the visit, or other event of several days, that the text spoke of last."""


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


@frozen
class Today:
    """The day of publication, or days from it: 'yesterday'."""

    days: int = 0
    anchored: ClassVar[bool] = True

    def period(self, moment: Moment) -> Period | None:
        """Return the day."""
        return calendar.day(moment.anchor + self.days * _DAY) if moment.anchor else None


@frozen
class UnitRef:
    """A calendar unit counted from the one of the publication: 'next week', 'this year'."""

    unit: str
    steps: int
    anchored: ClassVar[bool] = True

    def period(self, moment: Moment) -> Period | None:
        """Return the unit's days."""
        return calendar.around(calendar.shift(moment.anchor, self.steps, self.unit), self.unit) if moment.anchor else None


@frozen
class Weekend:
    """'The weekend', whichever it is."""

    anchored: ClassVar[bool] = True

    def period(self, moment: Moment) -> Period | None:
        """Return the last or the coming one by tense; on a weekend that one, else the nearer."""
        anchor = moment.anchor
        if anchor is None:
            return None
        this = calendar.around(anchor, "weekend")
        gone = anchor.weekday() < 2  # noqa: PLR2004  # on Monday and Tuesday the last one is nearer
        if this.first > anchor and (moment.tense == "past" or (moment.tense is None and gone)):
            return calendar.around(anchor - 7 * _DAY, "weekend")
        return this


@frozen
class Window:
    """Several units up to, or from, the publication: 'the last three months', 'the next five days'."""

    count: int
    unit: str
    anchored: ClassVar[bool] = True

    def period(self, moment: Moment) -> Period | None:
        """Return the days; quarters, decades and centuries are whole ones."""
        anchor = moment.anchor
        if anchor is None:
            return None
        if self.unit == "quarter" or (self.count > 0 and self.unit in {"decade", "century"}):
            near = calendar.around(calendar.shift(anchor, 1 if self.count > 0 else -1, self.unit), self.unit)
            far = calendar.around(calendar.shift(anchor, self.count, self.unit), self.unit)
            return Period(min(near, far, key=_first).first, max(near, far, key=_first).last, "interval")
        other = calendar.shift(anchor, self.count, self.unit)
        if self.count < 0:
            return Period(other, anchor - _DAY, "interval")
        return Period(anchor + _DAY, other, "interval")


def _first(period: Period) -> dt.date:
    return period.first


@frozen
class Shift:
    """
    So many units before or after a base: 'two weeks ago', 'three days later', 'a week after June 3'.

    *base* is None for the publication, 'context' for the day that the text spoke of last. A count of months or years names a month or a
    year, one of weeks a day thereabouts.
    """

    parts: tuple[tuple[int, str], ...]
    base: Any = None

    @property
    def anchored(self) -> bool:
        """Whether the base is, or needs, the publication date or the day spoken of before."""
        return self.base is None or self.base == "context" or bool(self.base.anchored)

    def period(self, moment: Moment) -> Period | None:
        """Return the days, no finer than the unit counted in."""
        if self.base is None:
            if moment.tense == "past" and self.parts[0][0] > 0:
                # 'In seven days she had visited three towns' says how long it took
                return None
            start = moment.anchor
        elif self.base == "context":
            start = moment.context
        else:
            found = self.base.period(moment)
            start = (found.last if self.parts[0][0] > 0 else found.first) if found else None
        if start is None:
            return None
        for count, unit in self.parts:
            start = calendar.shift(start, count, unit)
        unit = self.parts[-1][1]
        exact = self.base is not None and self.base != "context"
        if unit == "day" or exact:
            return calendar.day(start)
        if unit in calendar.DAYS_OF or unit == "weekend":
            return evolve(calendar.day(start), qualifier="around")
        return calendar.around(start, unit if unit != "century" else "year")


@frozen
class Context:
    """A unit counted from the day that the text spoke of last: 'that day', 'the following week', 'the same year'."""

    unit: str
    steps: int = 0
    anchored: ClassVar[bool] = True

    def period(self, moment: Moment) -> Period | None:
        """Return the unit's days."""
        return calendar.around(calendar.shift(moment.context, self.steps, self.unit), self.unit) if moment.context else None


@frozen
class EventDay:
    """A day of an event of several days that the text spoke of: 'the first day of the visit', 'the last day of the talks'."""

    nth: int
    anchored: ClassVar[bool] = True

    def period(self, moment: Moment) -> Period | None:
        """Return the day, counted from the first one or, where negative, from the last."""
        if moment.stretch is None:
            return None
        first, last = moment.stretch
        found = first + (self.nth - 1) * _DAY if self.nth > 0 else last + (self.nth + 1) * _DAY
        return calendar.day(found) if first <= found <= last else None


@frozen
class Within:
    """Part of something: 'the first Monday of next month', 'the last week of May', 'Tuesday of next week', 'the week of April 7'."""

    whole: Any
    unit: str | int
    nth: int = 1
    count: int = 1

    @property
    def anchored(self) -> bool:
        """Whether the whole needs a publication date."""
        return bool(self.whole.anchored)

    def period(self, moment: Moment) -> Period | None:
        """Return the part's days."""
        whole: Period | None = self.whole.period(moment)
        if whole is None:
            return None
        if self.nth == 0:
            # The week, or weekend, around a day: a holiday's weekend may be the one before.
            found = calendar.around(whole.first, str(self.unit))
            if self.unit == "weekend" and whole.first.weekday() < 2:  # noqa: PLR2004  # Monday, Tuesday: the weekend that led to it
                found = evolve(calendar.around(whole.first - 3 * _DAY, "weekend"), last=whole.first)
            return evolve(found, qualifier="week of") if self.unit == "week" else found
        return calendar.nth_of(whole, self.unit, self.nth, self.count)


@frozen
class HalfMonth:
    """'the second half of November': from the 16th on; of anything but a month, its early or late part."""

    whole: Any
    nth: int

    @property
    def anchored(self) -> bool:
        """Whether the whole needs a publication date."""
        return bool(self.whole.anchored)

    def period(self, moment: Moment) -> Period | None:
        """Return the half's days."""
        found: Period | None = self.whole.period(moment)
        if found is None or found.unit != "month":
            return found.qualified("early" if self.nth == 1 else "late") if found else None
        middle = found.first + 14 * _DAY
        return Period(found.first, middle, "interval") if self.nth == 1 else Period(middle + _DAY, found.last, "interval")


@frozen
class Part:
    """Something with a qualifier: 'late March', 'Monday morning', 'since 2013'."""

    whole: Any
    qualifier: str

    @property
    def anchored(self) -> bool:
        """Whether the whole needs a publication date."""
        return bool(self.whole.anchored)

    def period(self, moment: Moment) -> Period | None:
        """Return the whole's days with the qualifier."""
        found: Period | None = self.whole.period(moment)
        return found.qualified(self.qualifier) if found else None


@frozen
class Interval:
    """From the first day of *start* to the last one of *end*."""

    start: Any
    end: Any

    @property
    def anchored(self) -> bool:
        """Whether a publication date is needed; an end that is the first such day after the start needs none of its own."""
        return bool(self.start.anchored or (self.end.anchored and not self._follows))

    @property
    def _follows(self) -> bool:
        inner = self.end.whole if isinstance(self.end, Part) else self.end
        return isinstance(inner, Yearly | Weekday | MonthDay) and getattr(inner, "ref", None) is None

    def period(self, moment: Moment) -> Period | None:
        """Return the days; an end without month or year is the first one after the start."""
        until_now = isinstance(self.end, Today) and not self.end.days
        first = self.start.period(evolve(moment, tense="past") if until_now else moment)
        if first is None:
            return None
        inner, qualifier = (self.end.whole, self.end.qualifier) if isinstance(self.end, Part) else (self.end, None)
        if isinstance(inner, Yearly | Weekday | MonthDay) and getattr(inner, "ref", None) is None:
            last = inner.after(first.first)
            last = last.qualified(qualifier) if last else None
        else:
            last = self.end.period(moment)
        if last is None or last.last < first.first:
            return None
        return Period(first.first, last.last, "interval", first.qualifier if first.qualifier == last.qualifier else None)


@frozen
class Side:
    """The part of a unit before or after now: 'earlier this month', 'later today'."""

    whole: Any
    side: Tense
    anchored: ClassVar[bool] = True

    def period(self, moment: Moment) -> Period | None:
        """Return the days of the unit on that side, the day of publication included; the whole unit keeps its name."""
        if isinstance(self.whole, Context) and moment.context is None:
            # 'later in the day' where no day was spoken of: today
            moment = evolve(moment, context=moment.anchor)
        found: Period | None = self.whole.period(moment)
        if found is None or moment.anchor is None or found.unit != "week" or not found.first <= moment.anchor <= found.last:
            return found
        return evolve(found, last=moment.anchor) if self.side == "past" else evolve(found, first=moment.anchor)


def hangs_on_context(meaning: Any) -> bool:
    """Tell whether the words count from what the text spoke of before: 'the next day', 'two days earlier', 'the last day of the visit'."""
    if isinstance(meaning, Context | EventDay):
        return True
    if isinstance(meaning, Shift):
        return meaning.base == "context" or (meaning.base is not None and hangs_on_context(meaning.base))
    if isinstance(meaning, Part | Within | Side | HalfMonth):
        return hangs_on_context(meaning.whole)
    return isinstance(meaning, Interval) and (hangs_on_context(meaning.start) or hangs_on_context(meaning.end))


def context_unit(meaning: Any) -> str:
    """Return the unit in which words count from what the text spoke of before: 'year' for 'two years later', 'that year'; '' elsewhere."""
    if isinstance(meaning, Context):
        return meaning.unit
    if isinstance(meaning, Shift):
        return meaning.parts[-1][1] if meaning.base == "context" else context_unit(meaning.base)
    if isinstance(meaning, Part | Within | Side):
        return context_unit(meaning.whole)
    return (context_unit(meaning.start) or context_unit(meaning.end)) if isinstance(meaning, Interval) else ""


def direction(meaning: Any) -> Tense | None:
    """Return which way from now the words point: 'last', 'ago', 'earlier' or 'next', 'coming', 'in two weeks'; None where they do not."""
    sign = 0
    if isinstance(meaning, Side):
        return meaning.side
    if isinstance(meaning, Part | Within):
        return direction(meaning.whole)
    if isinstance(meaning, Interval):
        return direction(meaning.start)
    if isinstance(meaning, Weekday):
        sign = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(meaning.ref or "", 1 if meaning.weeks else 0)
    elif isinstance(meaning, Yearly):
        sign = meaning.ref or 0
    elif isinstance(meaning, Today):
        sign = meaning.days
    elif isinstance(meaning, UnitRef | Context):
        sign = meaning.steps
    elif isinstance(meaning, Window):
        sign = meaning.count
    elif isinstance(meaning, Shift) and (meaning.base is None or meaning.base == "context"):
        sign = meaning.parts[0][0]
    return "past" if sign < 0 else "future" if sign > 0 else None
