"""
The grammar: from words to meanings.

A reader takes the index of a token and returns a meaning with the index after its last token, or None. No reader looks further than a
fixed number of tokens, so reading a text takes time in proportion to its length whatever it holds.
"""

# ruff: noqa: PLR2004  # lengths of numerals and words: names for them would say no more

from __future__ import annotations

from typing import Any, NamedTuple

from factwatch.annotation.dates import calendar
from factwatch.annotation.dates.base import Reading
from factwatch.annotation.dates.composed import Interval, Part, Within
from factwatch.annotation.dates.counted import Shift, Today
from factwatch.annotation.dates.meaning import Fixed, MonthDay, Weekday, Yearly
from factwatch.annotation.dates.relative import RelativeReader
from factwatch.annotation.dates.scanner import connector
from factwatch.annotation.dates.traits import covers_unit, is_day

_MAX_CENTURY_GAP = 60
_LAST_SEASON = 2030


class Found(NamedTuple):
    """A date expression: indices of its first token and of the one after its last, its meaning, offset of its lead."""

    start: int
    end: int
    meaning: Any
    lead: int


class Parser(RelativeReader):
    """Reads the date expressions of one region."""

    def parse(self) -> list[Found]:
        """Return all expressions, in order, none within another."""
        found: list[Found] = []
        index, floor = 0, 0
        while index < self.count:
            token = self.tokens[index]
            if token.kind in self.starters:
                self.extra: list[tuple[int, int, Any]] = []
                reading = self.interval(index)
                if reading:
                    meaning, end = reading
                    found.append(self._finished(index, end, meaning, floor))
                    for begin, stop, more in self.extra:
                        found.append(self._finished(begin, stop, more, end))
                        end = stop
                    index = floor = end
                    continue
            index += 1
        return found

    def interval(self, index: int) -> Reading:
        """Read a date, or two with what joins them."""
        reading = self.atom(index)
        if not reading:
            return None
        meaning, end = reading
        if self.extra:
            return reading
        joined = self._joined(index, meaning, end)
        return joined or (self._tail(meaning, end))

    def _joined(self, index: int, start: Any, end: int) -> Reading:
        if self.at(end).kind == "," and self.at(end + 1).low in {"to", "through", "until"}:
            # 'from Thursday, May 16, to Friday, May 24'
            end += 1
        elif self.at(end).kind == "." and self.tight(end) and self.at(end - 1).low in self.sets["weekday_abbreviations"]:
            end += 1
        row = self._row(start, end)
        if row:
            return row
        join = self.at(end)
        lead = self.at(index - 1).low
        how = connector(join)
        if how == "-" and join.text == "\u2014" and self.spaced(end):
            return None
        if how is None and join.kind == "and":
            how = "between" if lead == "between" else "and"
        if how is None:
            return None
        if isinstance(start, Fixed) and start.days.unit == "year" and how in {"-", "to"}:
            short = self._short_year(start, end + 1)
            if short:
                return short
        after = end + 1
        if self.at(after).kind in {"in", "on"}:
            if how == "and" and self.at(after).kind == "on":
                # 'on Monday and on Tuesday': two days, each perhaps another verb's
                return None
            after += 1
        if self.at(after).low in {"now", "date", "present"} and how in {"to", "between", "-"}:
            return Interval(start, Today()), after + 1
        other = self.atom(after)
        if (
            other is None
            and isinstance(start, Yearly | MonthDay)
            and (how != "and" or (isinstance(start, MonthDay) and self.at(after).kind == "nth"))
        ):
            other = self._bare_day(after)
        if other is None or self.extra:
            self.extra = []
            return None
        last, stop = other
        first = self._inherit(start, last)
        if how == "and":
            return (Interval(first, last), stop) if self._neighbours(first, last) else None
        if how == "-" and is_day(first) != is_day(last) and covers_unit(first) != covers_unit(last) and lead != "from":
            return None
        if isinstance(last, Shift):
            return None
        if isinstance(first, Fixed) and isinstance(last, Fixed):
            if last.days.last < first.days.first:
                return None
            whole = calendar.Period(first.days.first, last.days.last, "interval")
            return self._tail(Fixed(whole), stop)
        return self._tail(Interval(first, last), stop)

    def _row(self, start: Any, end: int) -> Reading:
        """Read the rest of 'Tuesday, Wednesday and Thursday': days of the week in a row."""
        last, at = start, end
        while isinstance(last, Weekday) and self.at(at).kind == ",":
            after = at + 1 if self.at(at + 1).kind != "and" else at + 2
            if self.at(after).kind != "weekday" or self.extra:
                return None
            other = self.atom(after)
            if other is None or not self._neighbours(last, other[0]):
                return None
            last, at = other
            if after > end + 1 and self.at(after - 1).kind == "and":
                return Interval(start, last), at
            if self.at(at).kind == "and":
                other = self.atom(at + 1) if self.at(at + 1).kind == "weekday" else None
                return (Interval(start, other[0]), other[1]) if other and self._neighbours(last, other[0]) else None
        return None

    def _short_year(self, start: Fixed, index: int) -> Reading:
        """Read the '24' of '2023-24'."""
        token = self.at(index)
        year = start.days.first.year
        if token.kind != "num" or len(token.text) != 2 or self.glued_right(index) or (self.spaced(index - 1) and self.counted(index + 1)):
            return None
        ahead = token.value - year % 100
        if not 0 < ahead <= _MAX_CENTURY_GAP or year + ahead > _LAST_SEASON:
            return None
        return Fixed(calendar.Period(start.days.first, calendar.years(year + ahead).last, "interval")), index + 1

    def _bare_day(self, index: int) -> Reading:
        """Read a day that takes its month from the date before: 'from April 9th till the seventeenth'."""
        at = index + 1 if self.at(index).kind == "the" else index
        number = self.day_number(at)
        if number is None or self.at(number[1]).kind == "unit" or self.counted(number[1]) or self.glued_right(at):
            return None
        if self.at(at).kind == "num" and self.at(index - 1).kind not in {"to", "-"} and self.at(index - 1).low not in {"to", "through"}:
            return None
        return MonthDay(number[0]), number[1]

    def _inherit(self, first: Any, last: Any) -> Any:
        """Give the start of an interval the year, or the week, that only its end names."""
        if (
            isinstance(first, Yearly)
            and first.ref is None
            and isinstance(last, Fixed)
            and last.days.unit in {"day", "month", "quarter", "season"}
        ):
            year = last.days.first.year
            own = first.in_year(year)
            if own and own.first > last.days.last:
                own = first.in_year(year - 1)
            return Fixed(own) if own else first
        if isinstance(first, Weekday) and first.ref is None and isinstance(last, Within) and isinstance(last.unit, int):
            return Within(last.whole, first.weekday)
        if isinstance(first, MonthDay) and isinstance(last, Yearly) and last.rule[0] == "day":
            month = last.rule[1] if first.number <= last.rule[2] else (last.rule[1] - 2) % 12 + 1
            return Yearly(("day", month, first.number))
        return first

    @staticmethod
    def _neighbours(first: Any, last: Any) -> bool:
        """Return whether 'A and B' is one stretch: two days in a row."""
        if isinstance(first, Weekday) and isinstance(last, Weekday):
            return (first.weekday + 1) % 7 == last.weekday and last.ref is None and not last.weeks
        if isinstance(first, MonthDay) and isinstance(last, MonthDay):
            return first.number + 1 == last.number
        if isinstance(first, Within) and isinstance(last, Within) and isinstance(first.unit, int) and isinstance(last.unit, int):
            return first.unit + 1 == last.unit and first.whole == last.whole
        if isinstance(first, Yearly) and isinstance(last, Yearly) and first.rule[0] == last.rule[0] == "day":
            one, two = first.in_year(2000), last.in_year(2000)
            return bool(one and two and (two.first - one.first).days == 1)
        if isinstance(first, Fixed) and isinstance(last, Fixed) and first.days.unit == last.days.unit == "day":
            return (last.days.first - first.days.last).days == 1
        return False

    def _tail(self, meaning: Any, end: int) -> Reading:
        """Take in a part or time of the day that follows: 'Monday morning', 'on Tuesday at 10 a.m.'."""
        if not is_day(meaning):
            return meaning, end
        found = self.day_part(end)
        if found:
            name, end = found
            meaning = Part(meaning, name)
        return meaning, self.time_of_day(end)

    def _finished(self, start: int, end: int, meaning: Any, floor: int) -> Found:
        """Look at the words before: a bound ('since'), a time ('10 a.m. on'), 'from' and 'between' of an interval."""
        at = self.tokens[start].start
        before = start - 1
        possessive = self.at(end).text in {"'", "\u2019"} and self.at(end).start == self.at(end - 1).end
        qualifier, lead = self.lead(before, floor, meaning)
        if self.at(end).low in {"onwards", "onward"} or (self.at(end).kind == "or" and self.at(end + 1).low == "later"):
            qualifier = "since"
        elif self.at(end).kind == "or" and self.at(end + 1).low == "earlier":
            qualifier = "until"
        now = [self.at(before - step).low for step in (2, 1, 0)] if before - 2 >= floor else []
        if now == ["between", "now", "and"]:
            return Found(before - 1, end, Interval(Today(), meaning), self.at(before - 2).start)
        if now == ["w", "/", "c"]:
            return Found(before - 2, end, Within(meaning, "week", 0), self.at(before - 2).start)
        if isinstance(meaning, Interval) or (isinstance(meaning, Fixed) and meaning.days.unit == "interval"):
            return Found(start, end, meaning, lead if qualifier in {None, "from"} else at)
        if qualifier and not possessive:
            first = self.tokens[start + 1] if self.tokens[start].kind == "the" else self.tokens[start]
            if qualifier == "by" and first.low == "end" and isinstance(meaning, Part):
                return Found(start, end, Part(meaning.whole, "by the end of"), lead)
            return Found(start, end, Part(meaning, qualifier), lead)
        if is_day(meaning):
            back = before - 1 if self.at(before).kind == "on" else before
            if back >= floor and self.at(back).kind == "time":
                start = back
                at = self.tokens[start].start
        return Found(start, end, meaning, at)
