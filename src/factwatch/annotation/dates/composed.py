"""Days told by other days: parts of a longer stretch, halves, intervals, the side of a week that is still to come."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar, Final

from attrs import evolve, frozen

from factwatch.annotation.dates import calendar
from factwatch.annotation.dates.calendar import Period
from factwatch.annotation.dates.counted import Context, Today
from factwatch.annotation.dates.meaning import MonthDay, Weekday, Yearly
from factwatch.annotation.dates.moment import Moment, Tense

_DAY: Final = dt.timedelta(days=1)


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
        if self._follows:
            inner, qualifier = (self.end.whole, self.end.qualifier) if isinstance(self.end, Part) else (self.end, None)
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
        found: Period | None = self.whole.period(evolve(moment, tense=self.side))
        if found is None or moment.anchor is None or found.unit != "week" or not found.first <= moment.anchor <= found.last:
            return found
        return evolve(found, last=moment.anchor) if self.side == "past" else evolve(found, first=moment.anchor)
