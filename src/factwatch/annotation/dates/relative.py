"""Dates counted from another day: 'next week', 'the following day', and parts of longer stretches."""

# ruff: noqa: PLR2004  # lengths of numerals and words, months of a year: names for them would say no more

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from factwatch.annotation.dates import calendar
from factwatch.annotation.dates.base import Reading, is_day
from factwatch.annotation.dates.meaning import (
    Context,
    EventDay,
    Fixed,
    HalfMonth,
    Part,
    Shift,
    Side,
    Today,
    UnitRef,
    Weekend,
    Window,
    Within,
    Yearly,
)
from factwatch.annotation.dates.weekdays import WeekdayReader

# 'early on the morning of the first Monday of the last month of next year' is as deep as English goes.
_DEEPEST: Final = 6
_ORDINAL_UNITS: Final = frozenset({"day", "week", "weekend", "month", "quarter", "fortnight", "year", "decade"})
_EVENT_WORDS: Final = 7
"""Words up to the noun in 'of his three-day state visit', and one."""
_WHOLE_UNITS: Final = frozenset({"week", "month", "quarter", "year", "decade", "century"})
_RECORD: Final = frozenset(
    {
        "time",
        "times",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "most",
        "least",
        "only",
        "lowest",
        "highest",
        "largest",
        "biggest",
        "worst",
        "best",
        "once",
        "twice",
        "not",
        "never",
        "no",
        "nobody",
        "t",
        "hardly",
        "without",
    }
)


class RelativeReader(WeekdayReader):
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
            self.at(index - step).low in _RECORD or self.at(index - step).kind == "nth"
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

    def _at_part(self, index: int) -> Reading:
        """Read 'late March', 'mid-April', 'the end of next year', 'earlier this month', 'later in the week'."""
        token, after = self.at(index), index + 1
        name = token.value
        if name in {"earlier", "later"}:
            return self._sided(index)
        if token.low in {"beginning", "start", "middle", "end"}:
            if self.at(after).kind != "of":
                return None
            after += 1
            article = self.at(after).kind == "the"
            at = after + 1 if article else after
            unit = self.at(at)
            if unit.kind == "unit" and unit.value in _WHOLE_UNITS - {"century"} and unit.low[-1] != "s" and self.at(at + 1).kind != "of":
                return Part(UnitRef(unit.value, 0), name), at + 1
            if self.at(at).low == "year" and self.at(at + 1).kind == "num":
                at += 1
            found = self.atom(after) or (self.atom(at) if at > after else None)
            if not found or is_day(found[0]):
                return None
            return Part(found[0], name), found[1]
        if self.at(after).kind in {"-", "on", "in"} and (self.at(after).kind != "-" or (self.tight(after) and self.tight(after + 1))):
            if self.at(after).kind == "in" and self.at(after + 1).kind != "the":
                # 'early in 2025'
                found = self.bare_year(after + 1) or (self.month_first(after + 1) if self.at(after + 1).kind == "month" else None)
                return (Part(found[0], name), found[1]) if found else None
            if self.at(after).kind == "in":
                at = after + 2
                if self.at(at).kind == "unit" and self.at(at).value in {"week", "month", "year"}:
                    return Part(UnitRef(self.at(at).value, 0), name), at + 1
                return None
            after += 1
        if self.at(after).kind == "the" or (self.at(after).kind in {"part", "in", "num"} and self.at(after).kind != "num"):
            return None
        found = self.atom(after)
        if not found or isinstance(found[0], Shift | Part) or (self.at(after).kind == "num" and is_day(found[0]) and name != "late"):
            return None
        return Part(found[0], name), found[1]

    def _sided(self, index: int) -> Reading:
        side: Any = "past" if self.at(index).value == "earlier" else "future"
        after = index + 1
        if self.at(after).kind in {"in", "on"}:
            after += 1
            if (
                self.at(after).kind == "the"
                and self.at(after + 1).kind == "unit"
                and self.at(after + 1).value in {"day", "week", "month", "year", "decade"}
            ):
                unit = self.at(after + 1).value
                whole = Context("day") if unit == "day" else UnitRef(unit, 0)
                return (Side(whole, side), after + 2) if self.at(after + 2).kind != "of" else None
        if self.at(after).kind not in {"ref", "day", "that", "weekday", "month", "num"}:
            return None
        found = self.atom(after)
        if not found or isinstance(found[0], Shift):
            return None
        return (Side(found[0], side) if found[0].anchored else found[0]), found[1]

    def _reference(self, index: int) -> Reading:
        """Read what follows 'last', 'this', 'next', 'coming', ..."""
        token = self.at(index)
        steps, low = token.value, token.low
        at = index + 1
        if low == "this" and self.at(at).kind == "ref" and self.at(at).low in {"past", "coming", "upcoming", "last", "next"}:
            token, at = self.at(at), at + 1
            steps, low = token.value, {"last": "past", "next": "coming"}.get(token.low, token.low)
        if low == "this" and self.at(at).low == "or" and self.at(at + 1).kind == "ref":
            return None
        follower = self.at(at)
        if follower.low == "calendar":
            at, follower = at + 1, self.at(at + 1)
        if follower.kind == "weekday":
            if low == "following" and self.at(at + 1).text in {"'", "\u2019"}:
                return None
            if low in {"following", "preceding"}:
                return self._weekday(at, "next" if low == "following" else "last")
            names = {"previous": "last", "upcoming": "coming", "forthcoming": "coming", "current": "this"}
            return self._weekday(at, names.get(low, low))
        if follower.kind == "month":
            if low in {"past", "following"} and self.at(at).low in self.sets["month_verb"]:
                return None
            return self.month_first(at, ref=steps) if not self._verb(at) or self.at(at + 1).kind in {"num", "nth"} else None
        if follower.kind == "season":
            return self.season(at, ref=steps)
        if follower.kind == "holiday":
            return self.holiday(at, ref=steps)
        if follower.kind == "numeric":
            return self.numeric(at, cued=True, ref=steps)
        if follower.kind == "nth" or (follower.kind == "num" and self.at(at + 1).kind in {"of", "month"}):
            return self.day_first(at, ref=steps)
        if follower.kind == "daypart":
            return self._last_night(at, steps, low)
        if follower.kind == "unit":
            return self._ref_unit(at, steps, low, index)
        return self._window(at, steps)

    def _last_night(self, index: int, steps: int, low: str) -> Reading:
        token = self.at(index)
        if low not in {"last", "this", "next", "following", "previous"} or token.low.endswith("s"):
            return None
        if low in {"next", "following", "previous"}:
            return Part(Context("day", steps), str(token.value)), index + 1
        return Part(Today(steps), str(token.value)), index + 1

    def _ref_unit(self, index: int, steps: int, low: str, start: int) -> Reading:
        token, unit = self.at(index), self.at(index).value
        if token.low.endswith("s") or unit == "day":
            if unit == "day" and low in {"following", "next", "previous", "preceding"} and not token.low.endswith("s"):
                return Context("day", steps), index + 1
            return None
        if low == "past":
            # 'the past week' are the seven days before; a past quarter is a quarter.
            if unit in {"quarter", "weekend"}:
                return UnitRef(unit, -1), index + 1
            return Window(-1, unit), index + 1
        if low in {"following", "preceding"}:
            return Context(unit, steps), index + 1
        if unit == "decade" and low == "last" and self.at(start - 1).kind == "the":
            return Window(-1, unit), index + 1
        meaning: Any = UnitRef(unit, steps)
        end = index + 1
        if (
            self.at(end).text in {"'", "\u2019"}
            and unit == "year"
            and self.at(end + 2).kind in {"ord", "nth"}
            and self.at(end + 3).kind == "unit"
        ):
            return Within(meaning, self.at(end + 3).value, self.at(end + 2).value), end + 4
        if unit != "week":
            return meaning, end
        at = end + 1 if self.at(end).kind in {"on", "-", ","} else end
        if (
            self.at(at).kind == "weekday"
            and (self.at(end).kind != ",")
            and not (self.at(end).kind == "on" and self.at(at + 1).kind in {"month", "num"})
        ):
            day = Within(meaning, self.at(at).value)
            return day, at + 1
        return meaning, end

    def _the_unit(self, index: int) -> Reading:
        """Read 'the day after tomorrow', 'the day before', 'the week of April 7', 'the weekend', 'the weekend of July 4'."""
        token, after = self.at(index), self.at(index + 1)
        article = self.at(index - 1).kind == "the"
        if token.low == "day" and after.low in {"after", "before"} and article:
            step = 1 if after.low == "after" else -1
            follower = self.at(index + 2)
            if follower.kind == "day":
                return Today(follower.value + step), index + 3
            base = self._base(index + 2)
            if base and is_day(base[0]):
                return Shift(((step, "day"),), base[0]), base[1]
            return (Context("day", step), index + 2) if self.stops(index + 2) and follower.kind != '"' else None
        if token.low in {"week", "weekend"} and (after.kind == "of" or after.low in {"beginning", "commencing", "starting", "ending"}):
            at = index + 2
            if self.at(at).kind == "on":
                at += 1
            found = self.atom(at)
            if found and is_day(found[0]):
                return Within(found[0], token.value, 0), found[1]
            return None
        if token.low == "weekend" and (article or self.at(index - 1).low == "over") and after.kind != "-":
            return Weekend(), index + 1
        if article and token.value in {"week", "month", "year"} and after.low == "after" and self.at(index + 2).low == "next":
            return UnitRef(token.value, 2), index + 3
        if article and token.value in {"week", "month", "year"} and after.low == "before" and self.at(index + 2).low == "last":
            return UnitRef(token.value, -2), index + 3
        return None

    def _narrative(self, index: int) -> Reading:
        """Read 'that day', 'the same week', 'that same year', 'the following morning', 'the next day'."""
        token, at = self.at(index), index + 1
        if token.kind == "that" and self.at(at).kind == "same":
            at += 1
        if token.kind == "ref":
            if token.low not in {"following", "next", "previous", "preceding"}:
                return None
            if self.at(at).kind == "daypart" and not self.at(at).low.endswith("s"):
                return Part(Context("day", token.value), str(self.at(at).value)), at + 1
            if self.at(at).low == "day":
                return Context("day", token.value), at + 1
            return None
        if self.at(at).kind == "daypart" and not self.at(at).low.endswith("s"):
            return Part(Context("day"), str(self.at(at).value)), at + 1
        unit = self.at(at)
        if unit.kind != "unit" or unit.low.endswith("s") or unit.value in {"fortnight", "century", "decade"}:
            return None
        return Context(unit.value), at + 1

    def _nth_of(self, index: int) -> Reading:
        """Read 'first Monday of next month', 'last week of May', 'first two weeks of 2021', 'second quarter', 'first half of 2025'."""
        token = self.at(index)
        number = self.day_number(index)
        if token.kind == "ref" or token.low == "final":
            if token.low not in {"last", "final"}:
                return None
            nth, at = -1, index + 1
        elif number and token.kind in {"nth", "ord", "card"}:
            nth, at = number[0], number[1]
        else:
            return None
        if self.at(at).kind == "-":
            at += 1
        count = 1
        if self.at(at).kind in {"num", "card"} and nth in {1, -1}:
            counted = self.number(at)
            if counted is None:
                return None
            count, at = counted[0] * nth if nth > 0 else counted[0], counted[1]
        part = self.at(at)
        if part.low == "half":
            return self._half(at, nth)
        if part.kind == "weekday":
            unit: Any = part.value
        elif part.kind == "unit" and part.value in _ORDINAL_UNITS:
            unit = part.value
        else:
            return None
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
