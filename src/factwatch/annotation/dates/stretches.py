"""Quarters, seasons, decades, centuries and holidays."""

# ruff: noqa: PLR2004  # lengths of numerals and words, months of a year: names for them would say no more

from __future__ import annotations

import datetime as dt

from factwatch.annotation.dates import calendar
from factwatch.annotation.dates.base import Reading
from factwatch.annotation.dates.calendar import Period
from factwatch.annotation.dates.composed import Within
from factwatch.annotation.dates.days import DayReader
from factwatch.annotation.dates.meaning import Fixed, Yearly


class StretchReader(DayReader):
    """Reads longer stretches of the calendar, and days with a name."""

    def quarterly(self, index: int) -> Reading:
        """Read 'Q2 2025', 'Q2 of 2025', 'Q2', 'H1 2025'."""
        rule = self.at(index).value
        at = index + 1
        if self.at(at).kind == "of" or (self.at(at).kind == "-" and self.tight(at)):
            at += 1
        year = self.year_number(at)
        if year:
            return self._fixed(Yearly(rule), year[0], year[1])
        return (Yearly(rule), index + 1) if rule[0] == "quarter" and not self.glued_left(index) and self.at(index).text[0] == "Q" else None

    def decade_number(self, index: int) -> Reading:
        """Read '1990s', "the '90s", 'the 90s'."""
        token = self.at(index)
        value, before = token.value, self.at(index - 1)
        if value < 100:
            marked = token.text[0] in "'\u2019"
            if not marked and before.kind != "the" and not (before.kind == "part" and self.at(index - 2).kind == "the"):
                return None
            value += 1900 if value >= 30 else 2000
        elif self.glued_left(index):
            return None
        return Fixed(calendar.years(value, 10, "decade")), index + 1

    def decade_word(self, index: int) -> Reading:
        """Read 'the nineties'."""
        before = self.at(index - 1)
        if before.kind != "the" and before.low not in {"in", "early", "late", "mid"} and before.kind != "-":
            return None
        return Fixed(calendar.years(1900 + self.at(index).value, 10, "decade")), index + 1

    def century(self, index: int) -> Reading:
        """Read '17th century', '17th-century', 'seventeenth century'; alone before 'to the 19th century' too."""
        number = self.day_number(index)
        if number is None or self.at(index).kind not in {"nth", "ord", "card"}:
            return None
        at = number[1] + 1 if self.at(number[1]).kind == "-" else number[1]
        if self.at(at).low in {"century", "centuries"}:
            if self.at(at + 1).low in {"bc", "bce"} or not 1 <= number[0] <= 30:
                return None
            return self._century(number[0], at + 1)
        join = self.at(number[1])
        if join.kind in {"to", "and", "-", "or"}:
            after = number[1] + 2 if self.at(number[1] + 1).kind == "the" else number[1] + 1
            other = self.day_number(after)
            if (
                other
                and self.at(after).kind in {"nth", "ord"}
                and self.at(other[1]).low in {"century", "centuries"}
                and other[0] > number[0]
            ):
                return self._century(number[0], number[1])
        return None

    @staticmethod
    def _century(number: int, end: int) -> Reading:
        first = (number - 1) * 100
        return Fixed(Period(dt.date(max(first, 1), 1, 1), dt.date(first + 99, 12, 31), "century")), end

    def season(self, index: int, *, ref: int | None = None) -> Reading:
        """Read 'spring 2026', 'the summer of 2010', 'this winter', 'in the autumn'."""
        token = self.at(index)
        rule = Yearly(("season", token.value), ref)
        after = index + 2 if self.at(index + 1).kind in {"of", ","} else index + 1
        year = self.year_number(after)
        if year and self.tight(index + 1) is (self.at(index + 1).kind == ","):
            end = year[1]
            if self.at(end).kind in {"-", "/"} and self.at(end + 1).kind == "num" and token.low == "winter":
                end += 2
            return self._fixed(rule, year[0], end)
        if ref is not None:
            return rule, index + 1
        if self.at(index + 1).kind == "of" and self.at(index + 2).kind == "ref" and self.at(index + 3).low == "year":
            return Within(Yearly(("season", token.value), self.at(index + 2).value), "season", 1), index + 4
        before = self.at(index - 1)
        if before.kind == "the":
            before = self.at(index - 2)
        elif token.low == "fall":
            return None
        if (
            before.low in {"in", "during", "by", "until", "since", "before", "after", "early", "late", "mid"}
            and not self.at(index + 1).text[:1].isupper()
        ):
            follower = self.at(index + 1)
            return (
                (rule, index + 1)
                if self.stops(index + 1)
                or follower.kind not in {"word", "unit"}
                or follower.low in {"with", "when", "for", "as", "after", "if", "but"}
                else None
            )
        return None

    def holiday(self, index: int, *, ref: int | None = None) -> Reading:
        """Read 'Christmas Day', 'Easter Monday 2025', 'Labor Day weekend'."""
        token = self.at(index)
        name, rule = token.value
        plain = token.text.islower() and ref is None and self.at(index + 1).kind != "num" and len(name.split()) == 1
        if rule is None or (plain and (self.at(index - 1).kind == "edge" or name in self.sets["holidays_in_capitals"])):
            return None
        yearly = Yearly(("holiday", rule), ref)
        end = index + 1
        weekend = self.at(end).low == "weekend"
        at = end + 1 if weekend else end
        year = self._year_after(at)
        if year:
            end = year[1]
            weekend = weekend or self.at(end).low == "weekend"
            end += 1 if self.at(end).low == "weekend" else 0
        elif weekend:
            end = at
        elif ref is None and name in self.traps and self._is_thing(index):
            return None
        if year is None and self.at(end).kind == "of" and self.at(end + 1).kind == "ref" and self.at(end + 2).low == "year":
            yearly, end = Yearly(yearly.rule, self.at(end + 1).value), end + 3
        found = self._fixed(yearly, year[0], end) if year else (yearly, end)
        if found and weekend:
            return Within(found[0], "weekend", 0), found[1]
        return found

    def _is_thing(self, index: int) -> bool:
        before, after = self.at(index - 1), self.at(index + 1)
        if (
            before.kind not in {"to", "and", "of", "at", "on"}
            and before.low not in self.sets["holiday_cues"]
            and before.kind not in {"ref", "edge"}
        ):
            return True
        return (
            after.kind in {"word", "unit", "season"}
            and not self.stops(index + 1)
            and after.low not in {"with", "when", "for", "as", "after", "if", "but", "is", "was", "he", "she", "they", "we", "it", "i"}
        )

    @property
    def traps(self) -> frozenset[str]:
        """Holidays that name things too."""
        return frozenset(name.replace("'", "") for name in self.sets["holiday_traps"])
