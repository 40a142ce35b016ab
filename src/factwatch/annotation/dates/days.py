"""Days and months by name: 'March 26-27', 'the 3rd of June 2025', 'Sept. 2025'."""

# ruff: noqa: PLR2004  # lengths of numerals and words, months of a year: names for them would say no more

from __future__ import annotations

import itertools
from typing import Any, Final

from factwatch.annotation.dates.base import Reading
from factwatch.annotation.dates.calendar import Period
from factwatch.annotation.dates.composed import Interval, Within
from factwatch.annotation.dates.counted import Context
from factwatch.annotation.dates.meaning import Fixed, Yearly
from factwatch.annotation.dates.scanner import connector
from factwatch.annotation.dates.years import YearReader

_LEAP: Final = 2000
_LISTED: Final = 5
_FULL: Final = frozenset({"may", "june", "july"})


class DayReader(YearReader):
    """Reads days of a named month, and months."""

    def _after_abbreviation(self, index: int) -> int:
        """Return the index after the month's full stop, if it has one."""
        token = self.at(index - 1)
        return (
            index + 1 if self.at(index).kind == "." and self.tight(index) and len(token.text) <= 4 and token.low not in _FULL else index
        )  # Sept

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
        if year and self.at(after).kind != "in":
            day = (
                self.day_number(year[1] + 1)
                if self.at(year[1]).kind == "-" and self.tight(year[1]) and self.at(after).kind == "-"
                else None
            )
            if day:
                return self._day(year[0], month, day[0], day[1])
            return self._fixed(Yearly(("month", month)), year[0], year[1])
        days = self._days_after_month(after, index)
        if days:
            return self._with_days(index, month, days, ref, weekday, verb=verb)
        if (
            self.at(after).kind == "-"
            and self.tight(after)
            and self.at(after + 1).kind in {"word", "num"}
            and self.at(after + 1).text.islower()
            and self.at(index).low == "may"
        ):
            return None
        if verb and self.at(index - 1).low not in self.sets["month_cues"] - {"to", "and", "or", "next", "last", "this", "that", "on"}:
            return None
        if year:
            return self._fixed(Yearly(("month", month)), year[0], year[1])
        told = self._that_year(after)
        if told and ref is None:
            return Within(Context("year"), "month", month), told
        joined = (
            connector(self.at(after))
            and self.at(after + 1).kind == "month"
            and self.at(index).text[0].isupper()
            and self.at(after + 1).text[0].isupper()
        )
        if ref is None and not joined and not self._is_month(index, after):
            return None
        return Yearly(("month", month), ref), index + 1

    def _is_month(self, index: int, after: int) -> bool:
        """Return whether a month's name without day or year is the month."""
        token, before, follower = self.at(index), self.at(index - 1), self.at(after)
        low = token.low
        cued = before.low in self.sets["month_cues"] or before.kind in {"part", "ref", "season"}
        cued = cued or (before.low == "for" and self.at(index - 2).low in self.sets["date_setters"])
        if before.kind == "-" and self.tight(index):
            if self.at(index - 2).kind not in {"part", "month", "num", "weekday"}:
                return False
            cued = True
        if len(low) <= 4 and low not in {"may", "june", "july"}:
            return cued and low != "mar" and (token.text[0].isupper() or before.low in {"in", "from", "to", "since", "until"})
        if before.text == "$" or (follower.text in {"'", "\u2019"} and low in {"may", "june", "april", "august"} and not cued):
            return False
        named = follower.text[:1].isupper() and follower.kind in {"word", "month", "weekday"}
        if (
            low in self.sets["month_name"]
            and named
            and before.low
            in {"by", "from", "of", "after", "before", "and", "to", "that", "following", "", "or"}
            | {before.low if before.text[:1].isupper() and before.kind == "word" else "by"}
        ):
            return False
        if low in self.sets["month_verb"] or low == "may":
            if before.kind == "the":
                return follower.low in self.sets["month_events"]
            if before.low == "to" and token.text[0].isupper() and self.at(index - 2).low in self.sets["date_movers"]:
                return True
            if before.low in {"to", "and", "or"} and not (self.at(index - 2).kind == "month" or self.at(index - 2).low == "up"):
                return False
            if before.low in {"that", "on", "about", "by", "from", "of", "last", "this", "after", "before"} and not token.text[0].isupper():
                return False
            return cued and not (
                before.low == "on"
                or (
                    low == "march"
                    and follower.low in {"on", "against", "for", "to", "through"}
                    and before.low in {"this", "last", "next", "by"}
                )
            )
        if low in self.sets["month_name"]:
            if follower.low in self.sets["person_verbs"] and not cued:
                return False
            return not (before.kind == "word" and before.text[:1].isupper() and not cued)
        return True

    def _that_year(self, index: int) -> int:
        """Return the index after 'of that year', 'the same year'; 0 where it does not follow."""
        if self.at(index).kind in {"of", ","}:
            index += 1
        if self.at(index).kind == "the":
            index += 1
        if self.at(index).kind in {"that", "same"}:
            index += 2 if self.at(index + 1).kind == "same" else 1
            return index + 1 if self.at(index).low == "year" else 0
        return 0

    def _days_after_month(self, index: int, month: int) -> list[tuple[int, int, int]] | None:
        """Read the days of a month that was named: number, first token, index after; joined ones in a row."""
        at = index
        if (self.at(at).kind in {"-", "/"} and self.tight(at) and self.tight(at + 1)) or (
            self.at(at).kind == "," and self.at(at + 1).kind == "nth"
        ):
            at += 1
        if self.at(at).kind == "the":
            at += 1
        first = self.day_number(at, words=True)
        if first is None or self.at(first[1]).kind == "unit":
            return None
        token = self.at(at)
        if (
            token.kind == "ord"
            and at == index
            and not self.stops(first[1])
            and self.at(first[1]).kind not in {"num", "card", "to", "in", "at", "time", "word", "daypart"}
        ):
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
        if token.kind == "nth" and join.kind == "," and self.at(number[1]).kind == "word":
            return None
        if token.kind == "num" and (self.glued_right(at) or self.counted(number[1])):
            return None
        follower = self.at(number[1])
        counts = follower.kind in {"word", "card", "ord"} and not follower.text.istitle()
        # 'on March 26, 12 envoys': what follows is counted.
        if token.kind == "num" and counts and (join.kind == "," or (join.kind == "and" and follower.low not in self.sets["after_days"])):
            return None
        return number[0], at, number[1]

    def _with_days(
        self, index: int, month: int, days: list[tuple[int, int, int]], ref: int | None, weekday: int | None, *, verb: bool
    ) -> Reading:
        first, at, end = days[0]
        _last, _, stop = days[-1]
        if verb and self.at(at).kind == "num" and not self._year_after(stop) and self.at(index - 1).kind != "on" and self.counted(stop):
            return None
        year = self._year_after(stop)
        value = year[0] if year else None
        if len(days) == 1:
            end = year[1] if year else end
            told = self._that_year(end) if year is None else 0
            if told:
                return Within(Within(Context("year"), "month", month), "day", first), told
            if ref is not None and value is None:
                return (Yearly(("day", month, first), ref, weekday), end) if Yearly(("day", month, first)).in_year(_LEAP) else None
            return self._day(value, month, first, end, weekday)
        return self._several(month, days, value, year[1] if year else stop, (index, end))

    def _several(self, month: int, days: list[tuple[int, int, int]], year: int | None, end: int, first_span: tuple[int, int]) -> Reading:
        """Make one interval of days in a row or with 'to' between; of others an expression each."""
        numbers = [number for number, _, _ in days]
        joined = len(days) == 2 and self._joins(days)
        made = [self._day(year, month, number, 0) for number in numbers]
        if any(one is None for one in made):
            return self._day(None, month, numbers[0], days[0][2])
        meanings = [one[0] for one in made if one]
        if joined and numbers[0] > numbers[1]:
            # 'from the 27th of April to the 3rd': into the next month
            following = self._day(year if month < 12 or year is None else year + 1, month % 12 + 1, numbers[1], 0)
            return (self._span(meanings[0], following[0]), end) if following else None
        if joined or all(b - a == 1 for a, b in itertools.pairwise(numbers)):
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

    def day_first(self, index: int, *, ref: int | None = None, weekday: int | None = None) -> Reading:
        """Read '26 March 2025', 'the 3rd of June', '26-27 March', '26 and 27 March', 'the 15th day of June'."""
        first = self.day_number(index, words=True)
        if first is None or (self.at(index).kind == "num" and self.glued_left(index)):
            return None
        if self.at(index - 1).kind == "-" and self.tight(index) and self.at(index - 2).kind == "word" and self.tight(index - 1):
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
