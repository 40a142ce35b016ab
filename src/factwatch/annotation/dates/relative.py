"""Dates counted from another day: 'next week', 'the following day', and parts of longer stretches."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from factwatch.annotation.dates import calendar
from factwatch.annotation.dates.base import Reading
from factwatch.annotation.dates.composed import Part
from factwatch.annotation.dates.counted import Shift, Today
from factwatch.annotation.dates.meaning import Fixed
from factwatch.annotation.dates.parts import PartReader
from factwatch.annotation.dates.traits import is_day

# 'early on the morning of the first Monday of the last month of next year' is as deep as English goes.
_DEEPEST: Final = 6


class RelativeReader(PartReader):
    """Reads what hangs on the publication, on the text before or on another date."""

    starters = frozenset(
        {
            *(
                "the",
                "in",
                "that",
                "same",
                "ref",
                "day",
                "weekday",
                "month",
                "num",
                "nth",
                "ord",
                "card",
                "part",
                "season",
                "holiday",
                "numeric",
            ),
            *("quarterly", "decades", "decade", "named", "unit", "daypart"),
        }
    )

    def atom(self, index: int) -> Reading:
        """Read one date without what may join it to another."""
        reader = getattr(self, "_at_" + self.at(index).kind, None)
        if reader is None or self.depth >= _DEEPEST:
            return None
        self.depth += 1
        found: Reading = reader(index)
        self.depth -= 1
        return found

    def _at_the(self, index: int) -> Reading:
        after = self.at(index + 1)
        if after.kind in {"the", "in", "num", "numeric"}:
            number = self.day_first(index + 1) if after.kind == "num" else None
            return number or (self._lone_day(index + 1) if after.kind == "num" else None)
        if after.kind == "unit":
            return self._the_unit(index + 1)
        if after.kind in {"ref", "that", "same"}:
            found = self._narrative(index + 1)
            if found:
                return found
        if after.kind in {"nth", "ord", "card"}:
            found = self.day_first(index + 1) or self._nth_of(index + 1) or self.century(index + 1)
            return found or self._lone_day(index + 1)
        if after.low == "final":
            return self._nth_of(index + 1)
        if after.kind in {"decades", "decade", "quarterly", "weekday", "month"}:
            # The article is no part of these: 'the March summit', 'the 1990s'.
            return None
        return self.atom(index + 1)

    def _at_in(self, index: int) -> Reading:
        """Read 'in two weeks', 'in three days' time'."""
        found = self._counts(index + 1)
        if not found:
            return None
        parts, end = found
        if self.at(end).text in {"'", "\u2019"}:
            end += 2 if self.at(end + 1).low == "s" else 1
        timed = self.at(end).low == "time"
        if timed:
            end += 1
        elif self.at(end).kind == "of" or self.at(end).low in {"row", "old", "ago"} or self._recorded(index):
            return None
        if self.at(end).kind == "on" and self.at(end + 1).kind == "weekday":
            return Shift(parts), end + 2
        return Shift(parts), end

    def _recorded(self, index: int) -> bool:
        return any(
            self.at(index - step).low in self.sets["record"] or self.at(index - step).kind == "nth"
            for step in range(1, 9)
            if not self._ended(index - step)
        )

    def _ended(self, index: int) -> bool:
        return self.at(index).kind in {".", "edge", "gap"}

    def _at_that(self, index: int) -> Reading:
        return self._narrative(index)

    _at_same = _at_that

    def _at_ref(self, index: int) -> Reading:
        return self._nth_of(index) or self._reference(index)

    def _at_day(self, index: int) -> Reading:
        token = self.at(index)
        meaning: Any = Today(token.value)
        end = index + 1
        if token.low.startswith("toni"):
            return Part(meaning, "night"), end
        if self.at(end).kind == "," and self.at(end + 1).kind == "numeric":
            return self.numeric(end + 1, cued=True)
        return meaning, end

    def _at_weekday(self, index: int) -> Reading:
        return self._weekday(index, None)

    def _at_month(self, index: int) -> Reading:
        return self.month_first(index)

    def _at_num(self, index: int) -> Reading:
        return self.day_first(index) or self.bare_year(index) or self._counted_from(index)

    def _at_nth(self, index: int) -> Reading:
        found = self.day_first(index) or self._nth_of(index) or self.century(index)
        if found or self.at(index - 1).low not in {"until", "till", "by", "between", "from", "before"}:
            return found
        return self._lone_day(index)

    def _at_ord(self, index: int) -> Reading:
        return self.day_first(index) or self._nth_of(index) or self.century(index)

    def _at_card(self, index: int) -> Reading:
        return self.day_first(index) or self._counted_from(index) or self.century(index)

    def _at_season(self, index: int) -> Reading:
        return self.season(index)

    def _at_holiday(self, index: int) -> Reading:
        return self.holiday(index)

    def _at_numeric(self, index: int) -> Reading:
        return self.numeric(index)

    def _at_quarterly(self, index: int) -> Reading:
        return self.quarterly(index)

    def _at_decades(self, index: int) -> Reading:
        return self.decade_number(index)

    def _at_decade(self, index: int) -> Reading:
        return self.decade_word(index)

    def _at_named(self, index: int) -> Reading:
        return Fixed(calendar.day(dt.date.fromisoformat(self.at(index).value))), index + 1

    def _at_unit(self, index: int) -> Reading:
        return self._the_unit(index) if self.at(index).value in {"week", "weekend"} else None

    def _at_daypart(self, index: int) -> Reading:
        """Read 'the morning of March 26'."""
        if self.at(index + 1).kind != "of":
            return None
        found = self.atom(index + 2)
        return (Part(found[0], str(self.at(index).value)), found[1]) if found and is_day(found[0]) else None
