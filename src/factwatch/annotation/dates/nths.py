"""Parts of longer stretches, by number: 'the first Monday of next month', 'the last week of May', 'the first half of 2025'."""

# ruff: noqa: PLR2004  # lengths of numerals and words, months of a year: names for them would say no more

from __future__ import annotations

from typing import Any, Final

from factwatch.annotation.dates import calendar
from factwatch.annotation.dates.base import Reading
from factwatch.annotation.dates.composed import HalfMonth, Part, Within
from factwatch.annotation.dates.counted import EventDay, Shift, UnitRef, Window
from factwatch.annotation.dates.meaning import Fixed, Yearly
from factwatch.annotation.dates.traits import is_day
from factwatch.annotation.dates.weekdays import WeekdayReader

_ORDINAL_UNITS: Final = frozenset({"day", "week", "weekend", "month", "quarter", "fortnight", "year", "decade"})
_EVENT_WORDS: Final = 7
"""Words up to the noun in 'of his three-day state visit', and one."""


class NthReader(WeekdayReader):
    """Reads parts of something by their number."""

    def _nth_of(self, index: int) -> Reading:
        """Read 'first Monday of next month', 'last week of May', 'first two weeks of 2021', 'second quarter', 'first half of 2025'."""
        counted = self._nth(index)
        if counted is None:
            return None
        nth, count, at = counted
        part = self.at(at)
        if part.low == "half":
            return self._half(at, nth)
        if part.kind != "weekday" and not (part.kind == "unit" and part.value in _ORDINAL_UNITS):
            return None
        unit: Any = part.value
        at += 1
        name = self.day_part(at) if part.kind == "weekday" else None
        if name:
            at = name[1]
        told = self.at(index - 1).kind == "the" and self.at(index - 2).kind == "on" and self.at(at).kind in {",", "word", "the", "he"}
        event = (self._event(at) or (at if told else 0)) if unit == "day" and count == 1 else 0
        if event:
            return EventDay(nth), event
        whole = self._whole(at)
        if whole is None:
            return self._lone_quarter(at, nth) if unit == "quarter" and count == 1 else None
        meaning: Any = Within(whole[0], unit, nth, count)
        end = whole[1]
        if unit == "week" and self.at(end).kind == "on" and self.at(end + 1).kind == "weekday":
            meaning, end = Within(meaning, self.at(end + 1).value), end + 2
        return (Part(meaning, name[0]) if name else meaning), end

    def _nth(self, index: int) -> tuple[int, int, int] | None:
        """Read 'first', 'last', 'third', 'first two' as which one, how many, and the index after."""
        token, number = self.at(index), self.day_number(index)
        if token.kind == "ref" or token.low == "final":
            if token.low not in {"last", "final"}:
                return None
            nth, at = -1, index + 1
        elif number and token.kind in {"nth", "ord", "card"}:
            nth, at = number
        else:
            return None
        if self.at(at).kind == "-":
            at += 1
        if self.at(at).kind not in {"num", "card"} or nth not in {1, -1}:
            return nth, 1, at
        counted = self.number(at)
        return (nth, counted[0], counted[1]) if counted is not None else None

    def _event(self, index: int) -> int:
        """Return the index after 'of the visit', 'of her three-day trip', 'of talks'; 0 where no event of several days follows."""
        if self.at(index).kind != "of":
            return 0
        for at in range(index + 1, index + _EVENT_WORDS):
            token = self.at(at)
            if token.low in self.sets["event_nouns"]:
                return at + 1
            if token.kind not in {"word", "the", "card", "num", "-", "unit", "that"}:
                return 0
        return 0

    def _lone_quarter(self, index: int, nth: int) -> Reading:
        if not 1 <= nth <= 4:  # a year has four
            return None
        year = self.year_number(index)
        if year:
            return self._fixed(Yearly(("quarter", nth)), year[0], year[1])
        return Yearly(("quarter", nth)), index

    def _half(self, index: int, nth: int) -> Reading:
        whole = self._whole(index + 1)
        if whole is None or nth not in {1, 2, -1}:
            return None
        meaning, end = whole
        if (isinstance(meaning, Fixed) and meaning.days.unit == "year") or (isinstance(meaning, UnitRef) and meaning.unit == "year"):
            return Within(meaning, "half", nth), end
        return HalfMonth(meaning, nth), end

    def _whole(self, index: int) -> Reading:
        """Read what a part belongs to: 'of May', 'in 2025', 'of the year', 'of next month'."""
        at = index
        if self.at(at).kind not in {"of", "in"}:
            return None
        at += 1
        if self.at(at).kind == "the":
            unit = self.at(at + 1)
            if unit.kind == "unit" and unit.value in {"week", "month", "quarter", "year", "decade"} and not unit.low.endswith("s"):
                year = self.year_number(at + 2) if unit.low == "year" else None
                if year:
                    return Fixed(calendar.years(year[0])), year[1]
                return (UnitRef(unit.value, 0), at + 2) if self.at(at + 2).kind != "of" else None
        if self.at(at).kind not in {"month", "num", "ref", "season", "nth", "ord", "the", "decades"}:
            return None
        if self.at(at).kind == "decades" or (self.at(at).kind == "the" and self.at(at + 1).kind == "decades"):
            return self.decade_number(at + (self.at(at).kind == "the"))
        found = self.atom(at)
        return found if found and not is_day(found[0]) and not isinstance(found[0], Shift | Window) else None
