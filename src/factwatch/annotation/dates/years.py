"""Years and dates in numerals: '2025', 'nineteen eighty six', '2025-09-09', '26/3'."""

# ruff: noqa: PLR2004  # lengths of numerals and words, months of a year: names for them would say no more

from __future__ import annotations

import datetime as dt
from typing import Final

from factwatch.annotation.dates import calendar
from factwatch.annotation.dates.base import Reader, Reading
from factwatch.annotation.dates.calendar import Period
from factwatch.annotation.dates.composed import Interval
from factwatch.annotation.dates.meaning import Fixed, Yearly

_FIRST_YEAR: Final = 1000
_LAST_YEAR: Final = 2199
_MODERN: Final = range(1900, 2100)
_LEAP: Final = 2000
_YEAR_CUES: Final = frozenset(
    {
        "in",
        "since",
        "until",
        "till",
        "by",
        "before",
        "after",
        "during",
        "from",
        "of",
        "year",
        "years",
        "early",
        "late",
        "mid",
        "between",
        "for",
        "the",
        "circa",
    }
)
MAX_MONTHS: Final = 12


class YearReader(Reader):
    """Reads years, and days written in numerals."""

    def year_number(self, index: int, *, short: bool = False) -> tuple[int, int] | None:
        """Read a year where one may follow: '2025', "'24", 'nineteen eighty six'; with *short* also '420' and '87'."""
        token = self.at(index)
        if token.kind == "num":
            if self.glued_right(index):
                return None
            if len(token.text) == 4 and _FIRST_YEAR <= token.value <= _LAST_YEAR:
                return token.value, index + 1
            if short and len(token.text) == 3 and not self.counted(index + 1):
                return token.value, index + 1
            if short and len(token.text) == 2 and token.value > 31 and self.at(index - 1).kind == "of":
                return 1900 + token.value, index + 1
            return None
        if (
            token.text in {"'", "\u2019"}
            and self.at(index + 1).kind == "num"
            and len(self.at(index + 1).text) == 2
            and self.tight(index + 1)
        ):
            value = self.at(index + 1).value
            return (2000 if value < 50 else 1900) + value, index + 2
        return self._spoken_year(index) if token.kind == "card" else None

    def _spoken_year(self, index: int) -> tuple[int, int] | None:
        first, then = self.at(index), self.at(index + 1)
        if then.low == "thousand" and first.value == 2:
            after = index + 3 if self.at(index + 2).kind == "and" else index + 2
            rest = self.number(after) if self.at(after).kind == "card" else None
            return (2000 + rest[0], rest[1]) if rest else (2000, index + 2)
        if not 10 <= first.value <= 20:
            return None
        if then.low == "hundred":
            after = index + 3 if self.at(index + 2).kind == "and" else index + 2
            rest = self.number(after) if self.at(after).kind == "card" else None
            return (first.value * 100 + rest[0], rest[1]) if rest else (first.value * 100, index + 2)
        rest = self.number(index + 1) if then.kind == "card" and then.value >= 10 else None
        return (first.value * 100 + rest[0], rest[1]) if rest else None

    def bare_year(self, index: int) -> Reading:
        """Read a year that stands alone, if its surroundings make it one; with a quarter, month or season after it too."""
        token = self.at(index)
        if token.kind != "num" or self._in_numeral(index):
            return None
        before = self.at(index - 1)
        if len(token.text) == 3:
            if (
                self.at(index - 1).kind == "-"
                and self.at(index - 2).kind == "num"
                and len(self.at(index - 2).text) == 3
                and token.value > self.at(index - 2).value
            ):
                return Fixed(calendar.years(token.value)), index + 1
            if (before.kind == "." and self.at(index - 2).low in {"c", "ca"}) or self.at(index + 1).low in {"ad", "ce"}:
                return Fixed(calendar.years(token.value)), index + 1 if before.kind == "." else index + 2
            return None
        if len(token.text) != 4 or not _FIRST_YEAR <= token.value <= _LAST_YEAR:
            return None
        year, after = token.value, index + 1
        follower = self.at(after)
        at = after + 1 if follower.kind in {"-", "/"} and self.tight(after + 1) else after
        if self.at(at).kind == "quarterly":
            return self._fixed(Yearly(self.at(at).value), year, at + 1)
        if self.at(at).kind == "month" and not self._verb(at):
            number = self.day_number(at + 2) if at > after and self.at(at + 1).kind == follower.kind else None
            if number:
                return self._day(year, self.at(at).value, number[0], number[1])
            if self.at(at + 1).kind not in {"num", "nth"}:
                return self._fixed(Yearly(("month", self.at(at).value)), year, at + 1)
        month = self._iso_month(index, year)
        if month:
            return month
        if not self._is_year(index):
            return None
        if follower.low in {"bc", "bce"}:
            return None
        return Fixed(calendar.years(year)), after + 1 if follower.low in {"ad", "ce"} else after

    def _in_numeral(self, index: int) -> bool:
        """Return whether the number is a piece of something longer: a price, a telephone number, a file's name."""
        before, after = self.at(index - 1), self.at(index + 1)
        from_year = before.kind == "-" and self.at(index - 2).kind == "num" and len(self.at(index - 2).text) == 4
        to_number = after.kind == "-" and self.tight(index + 1) and self.tight(index + 2) and self.at(index + 2).kind == "num"
        if to_number and len(self.at(index + 2).text) == 3:
            return True
        if to_number and self.at(index + 3).kind == "-" and self.tight(index + 3) and self.at(index + 4).kind == "num":
            return True
        if from_year and self.tight(index) and (to_number or (self.at(index - 3).kind in {"-", "+"} and self.tight(index - 2))):
            return True
        return (not from_year and self.glued_left(index)) or self.glued_right(index)

    def _iso_month(self, index: int, year: int) -> Reading:
        join, number = self.at(index + 1), self.at(index + 2)
        if (
            join.text not in {"-", "/"}
            or number.kind != "num"
            or len(number.text) > 2
            or self.spaced(index + 1)
            or self.glued_right(index + 2)
        ):
            return None
        if self.at(index + 3).kind == "-":
            return None
        if len(number.text) == 2 and 0 < (number.value - year) % 100 <= 12 and number.value > year % 100:  # '2011-12' is a season
            return Fixed(Period(dt.date(year, 1, 1), dt.date(year + number.value - year % 100, 12, 31), "interval")), index + 3
        if 1 <= number.value <= 12 and self.counted(index + 3) is False:
            return Fixed(calendar.months(year, number.value, 1)), index + 3
        return None

    def _is_year(self, index: int) -> bool:
        """Return whether a number from 1000 to 2199 is a year here."""
        token, before, after = self.at(index), self.at(index - 1), self.at(index + 1)
        low = before.low
        if low in self.sets["not_before_year"] or (
            before.kind == "." and self.at(index - 2).low in self.sets["not_before_year"] and self.tight(index - 1)
        ):
            return low == "circa"
        if after.kind == "num" and self.at(index - 1).kind == "num":
            return False
        if before.kind == "-" and self.tight(index) and self.tight(index - 1) and self.at(index - 2).kind == "word":
            return self.at(index - 2).low in {"pre", "post"}
        if after.kind == "-" and self.tight(index + 1) and self.at(index + 2).kind in {"word", "unit"} and self.tight(index + 2):
            return (
                token.value in _MODERN
                and self.at(index + 2).text.islower()
                and not self.counted(index + 2)
                and self.at(index + 2).kind == "word"
            )
        listed = before.kind in {"and", ",", "-"} and self.at(index - 2).kind == "num" and len(self.at(index - 2).text) == 4
        if listed and token.value in _MODERN and after.low not in self.sets["not_after_number"]:
            return True
        round_number = token.value % 100 == 0
        if self.counted(index + 1) and (after.low in self.sets["not_after_number"] or round_number or low not in _YEAR_CUES):
            return False
        if token.value in _MODERN:
            return True
        # Earlier ones are as often counts: they need a word or bracket that says so.
        if before.kind == "." and self.at(index - 2).low in {"c", "ca"}:
            return True
        ahead = self.at(index + 2)
        if after.kind in {"-", "or"} and ahead.kind == "num" and len(ahead.text) == 4 and token.value < ahead.value <= _LAST_YEAR:
            return True
        if low in _YEAR_CUES - {"the", "for", "by", "of"}:
            return not round_number or low in {"in", "since", "during", "circa"}
        if low in {"the", "for", "by", "of"}:
            return not round_number
        return (
            before.text in {"(", "["}
            or after.text in {")", "]"}
            or (before.kind in {"month", ","} and not round_number)
            or before.kind in {"-", "to", "and", "or"}
        )

    def _verb(self, index: int) -> bool:
        token = self.at(index)
        return token.low in self.sets["month_verb"] and token.text.islower()

    def _fixed(self, yearly: Yearly, year: int, end: int) -> Reading:
        found = yearly.in_year(year)
        return (Fixed(found), end) if found else None

    def _day(self, year: int | None, month: int, number: int, end: int, weekday: int | None = None) -> Reading:
        """Make a day of its numbers; None where the calendar has none such."""
        yearly = Yearly(("day", month, number), weekday=weekday)
        if year is not None:
            return self._fixed(yearly, year, end)
        return (yearly, end) if yearly.in_year(_LEAP) else None

    def numeric(self, index: int, *, cued: bool = False, ref: int | None = None, weekday: int | None = None) -> Reading:
        """Read '2025-09-09', '09/09/2025', '9.9.2025', and after a cue '26/3'."""
        form, numbers, _sign = self.at(index).value
        if form == "ymd":
            return self._day(numbers[0], numbers[1], numbers[2], index + 1) if 1 <= numbers[1] <= 12 else None
        if form == "my":
            return Fixed(calendar.months(numbers[1], numbers[0], 1)), index + 1
        if form == "dm" and self.at(index + 1).kind == "month" and numbers[1] == numbers[0] + 1 and "/" in self.at(index).text:
            # '7/8 June'
            month = self.at(index + 1).value
            found = self.year_number(index + 2)
            first, last = (self._day(found[0] if found else None, month, number, 0) for number in numbers)
            return (Interval(first[0], last[0]), found[1] if found else index + 2) if first and last else None
        if form == "dm":
            if not cued and self.at(index - 1).low not in {
                "on",
                "by",
                "until",
                "till",
                "from",
                "between",
                "since",
                "before",
                "after",
                "this",
                "next",
            }:
                joined = self.at(index + 1).kind in {"-", "to"} and self.at(index + 2).kind == "numeric"
                linked = self.at(index - 1).kind in {"-", "to"} and self.at(index - 2).kind == "numeric"
                if not joined and not linked:
                    return None
            if numbers == (24, 7):
                return None
            first, second = numbers
            year = self.year_number(index + 2) if self.at(index + 1).kind == "," else None
            day, month = self._ordered(first, second, self.at(index).text)
            if not 1 <= month <= 12:
                return None
            made = self._day(year[0] if year else None, month, day, year[1] if year else index + 1, weekday)
            if made and ref is not None and isinstance(made[0], Yearly):
                return Yearly(made[0].rule, ref), made[1]
            return made
        first, second, year_of = numbers
        if form == "dmy2":
            if first > MAX_MONTHS and second > MAX_MONTHS:
                return None
            year_of += 2000 if year_of < 50 else 1900
        day, month = self._ordered(first, second, self.at(index).text)
        return self._day(year_of, month, day, index + 1) if 1 <= month <= 12 else None

    def _ordered(self, first: int, second: int, text: str) -> tuple[int, int]:
        """Return day and month of two numbers."""
        if first > MAX_MONTHS:
            return first, second
        if second > MAX_MONTHS:
            return second, first
        return (first, second) if self.order(text) else (second, first)
