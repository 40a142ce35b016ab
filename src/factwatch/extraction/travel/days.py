"""What the words of a date mean beside a visit: which days, how many, and whether they lie behind or ahead."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, Final

from attrs import evolve, frozen

from factwatch.annotation.dates import DateExpression, find_dates
from factwatch.annotation.dates.calendar import Period
from factwatch.annotation.dates.meaning import Fixed

_WEEKDAY: Final = re.compile(r"(?:the following )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?\Z")
_STRETCH: Final = re.compile(r"\b(?:to|and|until|till|through)\b|\d\s?[-–/]\s?[\dA-Z]")
_WEEK: Final = 7
_LATELY: Final = 2


@frozen
class Days:
    """Reads dates in the light of the day of publication."""

    published: dt.date | None

    def day_of(self, when: Any, tense: str | None = None, context: dt.date | None = None) -> tuple[dt.date, dt.date] | None:
        """Return the first and last day meant, None where the document does not tell."""
        if not isinstance(when, DateExpression) or (self.published is None and when.anchored):
            return None
        value = when.resolve(self.published, tense=tense, context=context or self.published)  # type: ignore[arg-type]  # 'past', 'future' or None
        return (value.first, value.last) if value is not None else None

    def is_one_day(self, when: Any) -> bool:
        """Tell whether the words name a single day."""
        days = self.day_of(when)
        return days is not None and days[0] == days[1]

    def within(self, week: Any, day: Any) -> Any:
        """Return *day* as that of *week*: 'Next week he travels to Lima, on Thursday'; other days as they are."""
        days = self.day_of(week, "future") if is_weekday(day) and isinstance(week, DateExpression) and "week" in week.text else None
        one = self.day_of(day, "future") if days is not None else None
        if days is None or one is None or (days[1] - days[0]).days != _WEEK - 1:
            return day
        found = days[0] + dt.timedelta(days=(one[0] - days[0]).days % _WEEK)
        return evolve(day, anchored=False, meaning=Fixed(Period(found, found)))

    def is_stretch(self, when: Any) -> bool:
        """Tell whether the words name a stretch from one day to another, rather than a day, a week or a month as a whole."""
        return isinstance(when, DateExpression) and not self.is_one_day(when) and _STRETCH.search(when.text) is not None

    def is_short(self, when: Any) -> bool:
        """Tell whether the words name no more than some days."""
        days = self.day_of(when)
        return days is not None and (days[1] - days[0]).days < _WEEK

    def is_eve(self, when: Any) -> bool:
        """Tell whether the word is 'yesterday' or the like: a plan for it was written down before anybody knew, and is not off."""
        return isinstance(when, DateExpression) and when.text.lower().startswith(("yesterday", "earlier today", "this morning"))

    def nearest(self, when: Any) -> str:
        """
        Return the tense of the reading of *when* that lies nearest to the day of publication.

        A weekday is one of the last two days or ahead: plans are seldom called off long after they failed.
        """
        published = self.published
        if is_weekday(when):
            days = self.day_of(when, "past")
            return "past" if days is not None and published is not None and 0 < (published - days[1]).days <= _LATELY else "future"
        days = self.day_of(when)
        return "past" if days is not None and published is not None and days[1] < published else "future"

    def lies(self, when: Any) -> str:
        """Return 'past', 'future', 'today' or '' for a date beside a verb in the present tense."""
        if not isinstance(when, DateExpression):
            return ""
        if when.direction == "past" and when.told:
            # 'arrives there a day earlier': than a day told before, which may lie ahead
            return ""
        if when.direction is not None:
            return when.direction
        days = self.day_of(when, "future")
        published = self.published
        if days is None or published is None:
            return "future" if when.anchored else ""
        if days[0] <= published <= days[1]:
            return "today"
        return "future" if days[0] > published else "past"

    @staticmethod
    def parts_of(when: Any) -> list[DateExpression]:
        """Return the days of 'Thursday and Friday' one by one."""
        if not isinstance(when, DateExpression):
            return []
        return [
            evolve(date, start=when.start + date.start, end=when.start + date.end, lead=when.start + date.start)
            for piece, date in _pieces(when.text)
            if piece
        ]


def is_weekday(when: Any) -> bool:
    """Tell whether the words are a day of the week and no more."""
    return isinstance(when, DateExpression) and _WEEKDAY.match(when.text) is not None


def _pieces(words: str) -> list[tuple[str, DateExpression]]:
    # marks that keep the days apart, as long as the words they stand for
    return [(date.text, date) for date in find_dates(words.replace(" and ", " ;;;; ").replace(", ", "; "))]
