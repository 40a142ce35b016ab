"""Counted units: 'two weeks ago', 'three days later', 'a week on Tuesday'."""

# ruff: noqa: PLR2004  # lengths of numerals and words, months of a year: names for them would say no more

from __future__ import annotations

from factwatch.annotation.dates.base import Reading
from factwatch.annotation.dates.counted import Shift, Window
from factwatch.annotation.dates.meaning import Fixed, Weekday
from factwatch.annotation.dates.stretches import StretchReader


class CountReader(StretchReader):
    """Reads dates that lie a number of days, weeks, months or years from another."""

    def _counts(self, index: int) -> tuple[tuple[tuple[int, str], ...], int] | None:
        """Read '2 years 1 month and 21 days'."""
        parts: list[tuple[int, str]] = []
        at = index
        while len(parts) < 4:
            number = self.number(at)
            if number is None:
                break
            unit = self.at(number[1])
            if unit.kind != "unit" or unit.value == "weekend":
                break
            parts.append((number[0], unit.value))
            end = number[1] + 1
            at = end + 1 if self.at(end).kind in {"and", ","} else end
        return (tuple(parts), end) if parts else None

    def _counted_from(self, index: int) -> Reading:
        """Read 'two weeks ago', 'three days later', 'a week on Tuesday', 'two days after Christmas', '5 upcoming years'."""
        number = self.number(index)
        if (
            number
            and self.at(number[1]).kind == "ref"
            and self.at(number[1] + 1).kind == "unit"
            and self.at(number[1]).value
            and self.at(index).kind == "num"
        ):
            return Window(self.at(number[1]).value * number[0], self.at(number[1] + 1).value), number[1] + 2
        found = self._counts(index)
        if not found:
            return None
        parts, end = found
        back = tuple((-count, unit) for count, unit in parts)
        word = self.at(end)
        low = word.low
        if low == "ago" or (low == "back" and self.at(end + 1).kind in {".", ",", "edge"}):
            return (Shift(back), end + 1)
        if low == "earlier" and self.at(end + 1).low != "than":
            return Shift(back, "context"), end + 1
        if low == "later" and self.at(end + 1).low != "than":
            return Shift(parts, "context"), end + 1
        if low == "hence":
            return Shift(parts), end + 1
        if low == "on" and self.at(end + 1).kind == "weekday" and parts == ((1, "week"),) and self.at(index - 1).low != "in":
            return Weekday(self.at(end + 1).value, None, 1), end + 2
        if low not in {"from", "after", "before", "since"} or (low == "from" and self.at(index - 1).low == "for"):
            # 'for a week from 3 March' tells how long
            return None
        if low == "from" and self.at(end + 1).low == "now":
            return (Shift(parts), end + 2)
        signed = back if low == "before" else parts
        base = self._base(end + 1)
        if base:
            meaning, stop = base
            if low == "from" and isinstance(meaning, Weekday) and parts == ((1, "week"),):
                return Weekday(meaning.weekday, None, 1), stop
            if low == "since" and not isinstance(meaning, Fixed):
                return None
            return (Shift(signed, meaning), stop)
        if low in {"before", "after"} and self.stops(end + 1) and self.at(end + 1).kind not in {"and", "-", '"'}:
            return Shift(signed, "context"), end + 1
        return None

    def _base(self, index: int) -> Reading:
        """Read the date that a count starts from; a noun after it ('the March 26 talks') makes it something else."""
        if self.at(index).kind not in {"weekday", "month", "num", "nth", "day", "holiday", "numeric", "ref", "the"}:
            return None
        if self.at(index).kind == "the" and self.at(index + 1).low != "year":
            return None
        found = self.atom(index + 2 if self.at(index).kind == "the" else index)
        if not found or isinstance(found[0], Shift):
            return None
        after = self.at(found[1])
        return None if after.text in {"'", "\u2019"} else found

    def _window(self, index: int, steps: int) -> Reading:
        """Read the rest of 'the last three months', 'the next two weeks', 'next couple weeks'."""
        number = self.number(index)
        if number is None or steps == 0 or self.at(index).low in {"a", "an"}:
            return None
        at = number[1]
        if self.at(at).low in {"business", "working", "calendar"}:
            at += 1
        unit = self.at(at)
        if unit.kind != "unit" or (self.at(at + 1).kind == "-" and self.tight(at + 1)):
            return None
        if self.at(at + 1).kind == "of" and number[0] <= 31:  # 'the last two weeks of May'
            return None
        return Window(steps * number[0], unit.value), at + 1
