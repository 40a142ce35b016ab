"""Dates of the calendar: days, months, years, numerals, decades, centuries, quarters, seasons, holidays."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from factwatch.annotation.dates import calendar
from factwatch.annotation.dates.base import Reader, Reading
from factwatch.annotation.dates.calendar import Period
from factwatch.annotation.dates.meaning import Fixed, Interval, Within, Yearly

_FIRST_YEAR: Final = 1000
_LAST_YEAR: Final = 2199
_MODERN: Final = range(1900, 2100)
_LEAP: Final = 2000
_LISTED: Final = 5
# Before a bare number these make it a year.
_YEAR_CUES: Final = frozenset(
    {"in", "since", "until", "till", "by", "before", "after", "during", "from", "of", "year", "years", "early", "late", "mid", "between", "for", "the", "circa"}
)


class AbsoluteReader(Reader):
    """Reads what names its own place in the calendar, or lacks only the year."""

    # --- years ---------------------------------------------------------------------------------------------------------------------

    def year_number(self, index: int, *, short: bool = False) -> tuple[int, int] | None:
        """Read a year where one may follow: '2025', "'24", 'nineteen eighty six'; with *short* also '420' and '87'."""
        token = self.at(index)
        if token.kind == "num":
            if self.glued_right(index):
                return None
            if len(token.text) == 4 and _FIRST_YEAR <= token.value <= _LAST_YEAR:  # noqa: PLR2004
                return token.value, index + 1
            if short and len(token.text) == 3 and not self.counted(index + 1):  # noqa: PLR2004
                return token.value, index + 1
            if short and len(token.text) == 2 and token.value > 31 and self.at(index - 1).kind == "of":  # noqa: PLR2004
                return 1900 + token.value, index + 1
            return None
        if token.text in {"'", "\u2019"} and self.at(index + 1).kind == "num" and len(self.at(index + 1).text) == 2 and self.tight(index + 1):  # noqa: PLR2004
            value = self.at(index + 1).value
            return (2000 if value < 50 else 1900) + value, index + 2  # noqa: PLR2004
        return self._spoken_year(index) if token.kind == "card" else None

    def _spoken_year(self, index: int) -> tuple[int, int] | None:
        first, then = self.at(index), self.at(index + 1)
        if then.low == "thousand" and first.value == 2:  # noqa: PLR2004
            after = index + 3 if self.at(index + 2).kind == "and" else index + 2
            rest = self.number(after) if self.at(after).kind == "card" else None
            return (2000 + rest[0], rest[1]) if rest else (2000, index + 2)
        if not 10 <= first.value <= 20:  # noqa: PLR2004
            return None
        if then.low == "hundred":
            after = index + 3 if self.at(index + 2).kind == "and" else index + 2
            rest = self.number(after) if self.at(after).kind == "card" else None
            return (first.value * 100 + rest[0], rest[1]) if rest else (first.value * 100, index + 2)
        rest = self.number(index + 1) if then.kind == "card" and then.value >= 10 else None  # noqa: PLR2004
        return (first.value * 100 + rest[0], rest[1]) if rest else None

    def bare_year(self, index: int) -> Reading:
        """Read a year that stands alone, if its surroundings make it one; with a quarter, month or season after it too."""
        token = self.at(index)
        if token.kind != "num" or self.glued_left(index) or self.glued_right(index):
            return None
        before = self.at(index - 1)
        if len(token.text) == 3:  # noqa: PLR2004
            if (before.kind == "." and self.at(index - 2).low in {"c", "ca"}) or self.at(index + 1).low in {"ad", "ce"}:
                return Fixed(calendar.years(token.value)), index + 1 if before.kind == "." else index + 2
            return None
        if len(token.text) != 4 or not _FIRST_YEAR <= token.value <= _LAST_YEAR:  # noqa: PLR2004
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

    def _iso_month(self, index: int, year: int) -> Reading:
        join, number = self.at(index + 1), self.at(index + 2)
        if join.text not in {"-", "/"} or number.kind != "num" or len(number.text) > 2 or self.spaced(index + 1) or self.glued_right(index + 2):  # noqa: PLR2004
            return None
        if self.at(index + 3).kind == "-":
            return None
        if len(number.text) == 2 and 0 < (number.value - year) % 100 <= 12 and number.value > year % 100:  # noqa: PLR2004  # '2011-12' is a season
            return Fixed(Period(dt.date(year, 1, 1), dt.date(year + number.value - year % 100, 12, 31), "interval")), index + 3
        if 1 <= number.value <= 12 and self.counted(index + 3) is False:  # noqa: PLR2004
            return Fixed(calendar.months(year, number.value, 1)), index + 3
        return None

    def _is_year(self, index: int) -> bool:
        """Return whether a number from 1000 to 2199 is a year here."""
        token, before, after = self.at(index), self.at(index - 1), self.at(index + 1)
        low = before.low
        if low in self.sets["not_before_year"] or (before.kind == "." and self.at(index - 2).low in self.sets["not_before_year"] and self.tight(index - 1)):
            return low == "circa"
        if after.kind == "num" and self.at(index - 1).kind == "num":
            return False
        if before.kind == "-" and self.tight(index) and self.tight(index - 1) and self.at(index - 2).kind == "word":
            return self.at(index - 2).low in {"pre", "post"}
        if after.kind == "-" and self.tight(index + 1) and self.at(index + 2).kind in {"word", "unit"} and self.tight(index + 2):
            return token.value in _MODERN and self.at(index + 2).text.islower() and not self.counted(index + 2) and self.at(index + 2).kind == "word"
        round_number = token.value % 100 == 0
        if self.counted(index + 1) and (after.low in self.sets["not_after_number"] or round_number or low not in _YEAR_CUES):
            return False
        if token.value in _MODERN:
            return True
        # Earlier ones are as often counts: they need a word or bracket that says so.
        if low in _YEAR_CUES - {"the", "for", "by", "of"}:
            return not round_number or low in {"in", "since", "during", "circa"}
        if low in {"the", "for", "by", "of"}:
            return not round_number
        return before.text in {"(", "["} or after.text in {")", "]"} or (before.kind in {"month", ","} and not round_number) or before.kind in {"-", "to", "and"}

    # --- days and months -----------------------------------------------------------------------------------------------------------

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

    def _after_abbreviation(self, index: int) -> int:
        """Return the index after the month's full stop, if it has one."""
        token = self.at(index - 1)
        return index + 1 if self.at(index).kind == "." and self.tight(index) and len(token.text) <= 4 else index  # noqa: PLR2004  # Sept

    def _year_after(self, index: int, *, short: bool = False) -> tuple[int, int] | None:
        """Read a year that belongs to the day or month before: '2025', ', 2025', 'of 2025', 'in 2025', '-2025'."""
        token = self.at(index)
        if token.kind in {",", "of", "in"}:
            index += 1
            if self.at(index).kind == "the" and self.at(index + 1).low == "year":
                index += 2
        elif token.kind in {"-", "/"} and self.tight(index) and self.tight(index + 1):
            index += 1
        found = self.year_number(index, short=short and token.kind in {"num", "of"})
        if found and token.kind in {",", "in"} and self.counted(found[1]) and not self.at(found[1]).low.startswith("at"):
            return None
        return found

    def month_first(self, index: int, *, ref: int | None = None, weekday: int | None = None) -> Reading:
        """Read 'March 26, 2025', 'March 26-27', 'June the 28th', 'Sept. 2025', 'March'."""
        month: int = self.at(index).value
        after = self._after_abbreviation(index + 1)
        verb = self._verb(index)
        year = self._year_after(after, short=True)
        if year and self.at(after).kind not in {"in"}:
            day = self.day_number(year[1] + 1) if self.at(year[1]).kind == "-" and self.tight(year[1]) and self.at(after).kind == "-" else None
            if day:
                return self._day(year[0], month, day[0], day[1])
            return self._fixed(Yearly(("month", month)), year[0], year[1])
        days = self._days_after_month(after, index)
        if days:
            return self._with_days(index, month, days, ref, weekday, verb=verb)
        if verb and self.at(index - 1).low not in self.sets["month_cues"] - {"to", "and", "or", "next", "last", "this", "that", "on"}:
            return None
        if year:
            return self._fixed(Yearly(("month", month)), year[0], year[1])
        if ref is None and not self._is_month(index, after):
            return None
        return Yearly(("month", month), ref), index + 1

    def _days_after_month(self, index: int, month: int) -> list[tuple[int, int, int]] | None:
        """Read the days of a month that was named: number, first token, index after; joined ones in a row."""
        at = index
        if self.at(at).kind in {"-", "/"} and self.tight(at) and self.tight(at + 1):
            at += 1
        elif self.at(at).kind == "," and self.at(at + 1).kind == "nth":
            at += 1
        if self.at(at).kind == "the":
            at += 1
        first = self.day_number(at, words=True)
        if first is None or self.at(first[1]).kind == "unit":
            return None
        token = self.at(at)
        if token.kind == "ord" and at == index and not self.stops(first[1]) and self.at(first[1]).kind not in {"num", "card", "to", "in", "at", "time", "word", "daypart"}:
            return None
        if token.kind == "card" and self.counted(first[1]):
            return None
        if token.kind == "num":
            if self.glued_right(at) and not (self.text[token.end] in "./" and self.at(first[1]).kind in {"-", "/"}):
                return None
            if self.counted(first[1]) and (self.at(month - 1).kind == "in" or self.at(first[1]).low in self.sets["not_after_number"]):
                return None
        days = [(first[0], at, first[1])]
        while len(days) < _LISTED:
            more = self._next_day(days[-1][2])
            if more is None:
                break
            days.append(more)
        return days

    def _next_day(self, index: int) -> tuple[int, int, int] | None:
        """Read a further day of the same month: '-27', ' and 27', ', 27', ' to the 27th'."""
        join = self.at(index)
        if join.kind not in {"-", "to", "and", ",", "&"} and join.low not in {"through", "thru", "until", "till"}:
            return None
        at = index + 1
        if join.kind == "," and self.at(at).kind == "and":
            at += 1
        if self.at(at).kind == "the":
            at += 1
        number = self.day_number(at)
        if number is None or self.at(number[1]).kind in {"month", "unit"} or self.at(number[1]).kind == "of":
            return None
        token = self.at(at)
        if token.kind == "ord" and join.kind in {"and", ","}:
            return None
        if token.kind == "num" and (self.glued_right(at) or self.counted(number[1])):
            return None
        if token.kind == "num" and join.kind in {",", "and"} and self.at(number[1]).kind in {"word", "card", "ord"} and not self.at(number[1]).text.istitle():
            # 'on March 26, 12 envoys': what follows is counted.
            if join.kind == "," or self.at(number[1]).low not in {"for", "with", "at", "as", "when", "after", "before", "during", "following", "will", "is", "are", "was"}:
                return None
        return number[0], at, number[1]

    def _with_days(self, index: int, month: int, days: list[tuple[int, int, int]], ref: int | None, weekday: int | None, *, verb: bool) -> Reading:
        first, at, end = days[0]
        last, _, stop = days[-1]
        if verb and self.at(at).kind == "num" and not self._year_after(stop) and self.at(index - 1).kind != "on" and self.counted(stop):
            return None
        year = self._year_after(stop)
        value = year[0] if year else None
        if len(days) == 1:
            end = year[1] if year else end
            if ref is not None and value is None:
                return (Yearly(("day", month, first), ref, weekday), end) if Yearly(("day", month, first)).in_year(_LEAP) else None
            return self._day(value, month, first, end, weekday)
        return self._several(month, days, value, year[1] if year else stop, (index, end))

    def _several(self, month: int, days: list[tuple[int, int, int]], year: int | None, end: int, first_span: tuple[int, int]) -> Reading:
        """Make one interval of days in a row or with 'to' between; of others an expression each."""
        numbers = [number for number, _, _ in days]
        joined = len(days) == 2 and self._joins(days)  # noqa: PLR2004
        made = [self._day(year, month, number, 0) for number in numbers]
        if any(one is None for one in made):
            return self._day(None, month, numbers[0], days[0][2])
        meanings = [one[0] for one in made if one]
        if joined and numbers[0] > numbers[1]:
            # 'from the 27th of April to the 3rd': into the next month
            following = self._day(year if month < 12 or year is None else year + 1, month % 12 + 1, numbers[1], 0)  # noqa: PLR2004
            return (self._span(meanings[0], following[0]), end) if following else None
        if joined or all(b - a == 1 for a, b in zip(numbers, numbers[1:], strict=False)):
            return self._span(meanings[0], meanings[-1]), end
        for meaning, (_, at, stop) in zip(meanings[1:], days[1:], strict=True):
            self.extra.append((at, stop, meaning))
        begin, stop, last = self.extra[-1]
        self.extra[-1] = (begin, max(stop, end), last)
        return meanings[0], first_span[1]

    def _joins(self, days: list[tuple[int, int, int]]) -> bool:
        join = self.at(days[0][2])
        return join.kind in {"-", "to"} or join.low in {"through", "thru", "until", "till"} or self._between(days[0][1])

    def _between(self, index: int) -> bool:
        return any(self.at(index - step).low == "between" for step in (1, 2, 3))

    @staticmethod
    def _span(first: Any, last: Any) -> Any:
        if isinstance(first, Fixed) and isinstance(last, Fixed):
            return Fixed(Period(first.days.first, last.days.last, "interval"))
        return Interval(first, last)

    def _is_month(self, index: int, after: int) -> bool:
        """Return whether a month's name without day or year is the month."""
        token, before, follower = self.at(index), self.at(index - 1), self.at(after)
        low = token.low
        cued = before.low in self.sets["month_cues"] or before.kind in {"part", "ref", "season"} or (before.kind == "-" and self.tight(index))
        if len(low) <= 4 and low not in {"may", "june", "july"}:
            return cued and low != "mar" and (token.text[0].isupper() or before.low in {"in", "from", "to", "since", "until"})
        if before.text == "$" or (follower.text in {"'", "\u2019"} and low in {"may", "june", "april", "august"} and not cued):
            return False
        named = follower.text[:1].isupper() and follower.kind in {"word", "month", "weekday"}
        if low in self.sets["month_name"] and named and before.low in {"by", "from", "of", "after", "before", "and", "to", "that", "following", "", "or"} | {before.low if before.text[:1].isupper() and before.kind == "word" else "by"}:
            return False
        if low in self.sets["month_verb"] or low == "may":
            if before.kind == "the":
                return follower.low in self.sets["month_events"]
            if before.low in {"to", "and", "or"} and not (self.at(index - 2).kind == "month" or self.at(index - 2).low == "up"):
                return False
            if before.low in {"that", "on", "about", "by", "from", "of", "last", "this", "after", "before"} and not token.text[0].isupper():
                return False
            return cued and not (before.low == "on" or (low == "march" and follower.low in {"on", "against", "for", "to", "through"} and before.low in {"this", "last", "next", "of", "by"}))
        if low in self.sets["month_name"]:
            if follower.low in self.sets["person_verbs"] and not cued:
                return False
            return not (before.kind == "word" and before.text[:1].isupper() and not cued)
        return True

    def day_first(self, index: int, *, ref: int | None = None, weekday: int | None = None) -> Reading:
        """Read '26 March 2025', 'the 3rd of June', '26-27 March', '26 and 27 March', 'the 15th day of June'."""
        first = self.day_number(index, words=True)
        if first is None or (self.at(index).kind == "num" and self.glued_left(index)):
            return None
        days = [(first[0], index, first[1])]
        end = first[1]
        while len(days) < _LISTED:
            join = self.at(end)
            if join.kind not in {"-", "to", "and", ",", "&", "or"} and join.low not in {"through", "thru", "until", "till"}:
                break
            at = end + 2 if self.at(end + 1).kind == "the" or (join.kind == "," and self.at(end + 1).kind == "and") else end + 1
            more = self.day_number(at)
            if more is None:
                break
            days.append((more[0], at, more[1]))
            end = more[1]
        if self.at(end).low == "day" and self.at(end + 1).kind == "of":
            end += 1
        of = self.at(end).kind == "of"
        swapped = self._year_between(index, end)
        if swapped:
            return swapped
        joined = self.at(end).kind in {"-", "/", "."} and self.tight(end) and self.tight(end + 1)
        month_at = end + 1 if of or joined else end
        if of and self.at(month_at).kind == "the" and self.at(month_at + 1).kind == "month":
            month_at += 1
        month = self.at(month_at)
        if month.kind != "month":
            return None
        stop = self._after_abbreviation(month_at + 1)
        year = self._year_after(stop, short=True)
        kinds = {self.at(at).kind for _, at, _ in days}
        if ("ord" in kinds and not of) or ("card" in kinds and not of and not year):
            return None
        if self._verb(month_at) and not year and not of:
            return None
        value = year[0] if year else None
        stop = year[1] if year else month_at + 1
        if len(days) == 1:
            if ref is not None and value is None:
                return Yearly(("day", month.value, first[0]), ref), stop
            return self._day(value, month.value, first[0], stop, weekday)
        if self._joins(days) and days[0][0] > days[1][0]:
            # 'from the 27th to the 3rd of April': out of the month before
            start = self._day(value if month.value > 1 or value is None else value - 1, (month.value - 2) % 12 + 1, days[0][0], 0)
            last = self._day(value, month.value, days[1][0], 0)
            return (self._span(start[0], last[0]), stop) if start and last else None
        return self._several(month.value, days, value, stop, (index, first[1]))

    def _year_between(self, index: int, end: int) -> Reading:
        """Read '23-2020-September'."""
        if end != index + 1 or self.at(end).kind != "-" or not self.tight(end):
            return None
        year = self.year_number(end + 1)
        if year and self.at(year[1]).kind == "-" and self.at(year[1] + 1).kind == "month":
            return self._day(year[0], self.at(year[1] + 1).value, self.at(index).value, year[1] + 2)
        return None

    # --- numerals ------------------------------------------------------------------------------------------------------------------

    def numeric(self, index: int, *, cued: bool = False, ref: int | None = None, weekday: int | None = None) -> Reading:
        """Read '2025-09-09', '09/09/2025', '9.9.2025', and after a cue '26/3'."""
        form, numbers, _sign = self.at(index).value
        if form == "ymd":
            return self._day(numbers[0], numbers[1], numbers[2], index + 1) if 1 <= numbers[1] <= 12 else None  # noqa: PLR2004
        if form == "dm":
            if not cued and self.at(index - 1).low not in {"on", "by", "until", "till", "from", "between", "since", "before", "after", "this", "next"}:
                joined = self.at(index + 1).kind in {"-", "to"} and self.at(index + 2).kind == "numeric"
                linked = self.at(index - 1).kind in {"-", "to"} and self.at(index - 2).kind == "numeric"
                if not joined and not linked:
                    return None
            if numbers == (24, 7):
                return None
            first, second = numbers
            year = self.year_number(index + 2) if self.at(index + 1).kind == "," else None
            day, month = self._ordered(first, second, ".")
            if not 1 <= month <= 12:  # noqa: PLR2004
                return None
            made = self._day(year[0] if year else None, month, day, year[1] if year else index + 1, weekday)
            if made and ref is not None and isinstance(made[0], Yearly):
                return Yearly(made[0].rule, ref), made[1]
            return made
        first, second, year_of = numbers
        if form == "dmy2":
            if first > MAX_MONTHS and second > MAX_MONTHS:
                return None
            year_of += 2000 if year_of < 50 else 1900  # noqa: PLR2004
        day, month = self._ordered(first, second, self.at(index).text)
        return self._day(year_of, month, day, index + 1) if 1 <= month <= 12 else None  # noqa: PLR2004

    def _ordered(self, first: int, second: int, text: str) -> tuple[int, int]:
        """Return day and month of two numbers."""
        if first > MAX_MONTHS:
            return first, second
        if second > MAX_MONTHS:
            return second, first
        return (first, second) if self.order(text) else (second, first)

    # --- longer stretches ----------------------------------------------------------------------------------------------------------

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
        if value < 100:  # noqa: PLR2004
            marked = token.text[0] in "'\u2019"
            if not marked and before.kind != "the" and not (before.kind == "part" and self.at(index - 2).kind == "the"):
                return None
            value += 1900 if value >= 30 else 2000  # noqa: PLR2004
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
            if self.at(at + 1).low in {"bc", "bce"} or not 1 <= number[0] <= 30:  # noqa: PLR2004
                return None
            return self._century(number[0], at + 1)
        join = self.at(number[1])
        if join.kind in {"to", "and", "-", "or"}:
            after = number[1] + 2 if self.at(number[1] + 1).kind == "the" else number[1] + 1
            other = self.day_number(after)
            if other and self.at(after).kind in {"nth", "ord"} and self.at(other[1]).low in {"century", "centuries"} and other[0] > number[0]:
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
        if before.low in {"in", "during", "by", "until", "since", "before", "after", "early", "late", "mid"} and not self.at(index + 1).text[:1].isupper():
            follower = self.at(index + 1)
            return (rule, index + 1) if self.stops(index + 1) or follower.kind not in {"word", "unit"} or follower.low in {"with", "when", "for", "as", "after", "if", "but"} else None
        return None

    def holiday(self, index: int, *, ref: int | None = None) -> Reading:
        """Read 'Christmas Day', 'Easter Monday 2025', 'Labor Day weekend'."""
        token = self.at(index)
        name, rule = token.value
        if rule is None or (token.text.islower() and ref is None and self.at(index + 1).kind != "num" and len(name.split()) == 1 and self.at(index - 1).kind == "edge"):
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
        if before.kind not in {"to", "and", "of", "at", "on"} and before.low not in self.sets["holiday_cues"] and before.kind not in {"ref", "edge"}:
            return True
        return after.kind in {"word", "unit", "season"} and not self.stops(index + 1) and after.low not in {"with", "when", "for", "as", "after", "if", "but", "is", "was", "he", "she", "they", "we", "it", "i"}

    @property
    def traps(self) -> frozenset[str]:
        """Holidays that name things too."""
        return frozenset(name.replace("'", "") for name in self.sets["holiday_traps"])


MAX_MONTHS: Final = 12
