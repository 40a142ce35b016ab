"""Days counted from another one: from the publication ('next week', 'two weeks ago'), or from what the text spoke of ('that day')."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar, Final

from attrs import evolve, frozen

from factwatch.annotation.dates import calendar
from factwatch.annotation.dates.calendar import Period
from factwatch.annotation.dates.moment import Moment

_DAY: Final = dt.timedelta(days=1)


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
        """Return the unit's days; on a Sunday, of what is to come, 'this week' is the one that begins the next day."""
        if moment.anchor is None:
            return None
        found = calendar.around(calendar.shift(moment.anchor, self.steps, self.unit), self.unit)
        if self.unit == "week" and self.steps == 0 and moment.tense == "future" and moment.anchor == found.last:
            return calendar.around(moment.anchor + _DAY, self.unit)
        return found


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
