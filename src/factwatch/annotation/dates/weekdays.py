"""Days of the week, with the dates and weeks that they are named with; days of an unnamed month."""

# ruff: noqa: PLR2004  # lengths of numerals and words, months of a year: names for them would say no more

from __future__ import annotations

from typing import Any

from factwatch.annotation.dates.base import Reading
from factwatch.annotation.dates.composed import Part, Within
from factwatch.annotation.dates.counted import Context, UnitRef
from factwatch.annotation.dates.counts import CountReader
from factwatch.annotation.dates.meaning import Fixed, MonthDay, Weekday
from factwatch.annotation.dates.traits import is_day


class WeekdayReader(CountReader):
    """Reads 'Tuesday', 'Tuesday (April 1)', 'Tuesday of next week', 'on the 14th'."""

    def _weekday(self, index: int, ref: Any) -> Reading:
        token = self.at(index)
        if not self._is_weekday(index, ref):
            return None
        day, after = token.value, index + 1
        if (
            self.at(after).kind == "."
            and token.low in self.sets["weekday_abbreviations"]
            and self.tight(after)
            and self.at(after + 1).kind in {"month", "num", ","}
        ):
            after += 1
        dated = self._dated(after, day, ref)
        if dated:
            return dated
        part = self.day_part(after)
        at = part[1] if part else after
        meaning: Any = None
        follower = self.at(at)
        if follower.low == "week" and not part and ref is None and self.at(at + 1).kind != "of" and self.at(at + 1).kind != "-":
            meaning, end = Weekday(day, None, 1), at + 1
        elif follower.kind in {"ref", "of", "-", ","} or follower.kind == "num":
            found = self._weekday_of(at, day)
            if found:
                meaning, end = found
            elif follower.low in {"next", "last"} and ref is None and self.stops(at + 1) and self.at(at + 1).kind != "-":
                meaning, end = Weekday(day, "next" if follower.low == "next" else "last"), at + 1
            elif follower.kind == "," and self.at(at + 1).kind == "card":
                later = self._counted_from(at + 1)
                if later:
                    return self._with_weekday(later, day)
        elif follower.kind == "card" and follower.low not in {"a", "an", "one"}:
            later = self._counted_from(at)
            if later:
                return self._with_weekday(later, day)
        if meaning is None and follower.low == "before" and self.at(at + 1).low == "last" and ref is None:
            meaning, end = Weekday(day, "last", -1), at + 2
        if meaning is None:
            return Weekday(day, ref), after
        return (Part(meaning, part[0]) if part else meaning), end

    def _with_weekday(self, found: tuple[Any, int], day: int) -> Reading:
        return Within(Within(found[0], "week", 0), day), found[1]

    def _is_weekday(self, index: int, ref: Any) -> bool:
        token, before, after = self.at(index), self.at(index - 1), self.at(index + 1)
        low = token.low
        if before.low in self.sets["not_before_weekday"]:
            return False
        if (
            after.text[:1].isupper()
            and after.low in self.sets["not_after_weekday"]
            and (before.kind == "the" or self.at(index - 1).text[:1].isupper())
        ):
            return False
        if before.kind in {"ord", "nth"} and after.kind == "of":
            return False
        if before.text == "/" and self.at(index - 2).kind == "weekday":
            return False
        if after.low == "night" and self.at(index + 2).low in {"live", "football"}:
            return False
        if low not in self.sets["weekday_abbreviations"]:
            return True
        if self.tight(index + 1) and after.kind not in {",", ".", "-", ")", ":", "(", ";", "!", "?"}:
            return False
        place = index + 2 if after.kind in {",", ".", "-", "(", "the"} else index + 1
        nearby, beyond = self.at(place), self.at(place + 1)
        if nearby.kind in {"month", "nth", "numeric"} or (nearby.kind == "num" and beyond.kind == "month"):
            return True
        if nearby.kind == "num" and token.text[0].isupper() and beyond.kind == "-":
            return True
        if not token.text[0].isupper() or before.kind == "the":
            return False
        if after.kind == "time" or (after.kind == "at" and self.at(index + 2).kind in {"num", "time"}):
            return True
        if before.low in {"mon", "tue", "tues", "wed", "thu", "thurs", "fri", "or"} or (
            before.kind in {"-", "and", "to"} and self.at(index - 2).kind == "weekday"
        ):
            return before.low != "or" or self.at(index - 2).kind == "weekday"
        if after.kind in {"-", "and", "or", "to"} and self.at(index + 2).kind == "weekday":
            return True
        return before.low in {"on", "until", "till", "by"} or (ref is not None and low not in {"sun", "sat"}) or (before.kind == "unit")

    def _dated(self, index: int, day: int, ref: Any) -> Reading:
        """Read the date that follows a day of the week: ', 26 March 2025', ' (April 1)', ' the 14th', ' 13th'."""
        at = index
        join = self.at(at)
        if join.kind in {",", "-", "("}:
            at += 1
        if self.at(at).kind == "the" and self.at(at + 1).kind in {"nth", "ord", "num", "card"}:
            at += 1
        token = self.at(at)
        found: Reading = None
        if token.kind == "month":
            found = self.month_first(at, weekday=day)
            if found and not is_day(found[0]) and not (isinstance(found[0], Fixed) and found[0].days.unit == "interval"):
                found = None
        elif token.kind in {"num", "nth", "ord", "card"}:
            found = self.day_first(at, weekday=day)
            if found is None and (
                token.kind == "nth" or at > index + (join.kind in {",", "-", "("}) or (token.kind == "num" and join is token)
            ):
                found = self._weekday_and_number(at, day, article=at > index)
        elif token.kind == "numeric":
            found = self.numeric(at, cued=True, ref=0 if ref == "this" else None)
        if not found:
            return None
        if join.kind == "(":
            return (found[0], found[1] + 1) if self.at(found[1]).kind == ")" else None
        return found

    def _weekday_and_number(self, index: int, day: int, *, article: bool) -> Reading:
        """Read 'Tuesday the 14th', 'Mon 13th', 'Monday 21'."""
        number = self.day_number(index)
        if number is None or number[0] > 31:
            return None
        token, after = self.at(index), self.at(number[1])
        if token.kind == "ord" and after.kind == "of":
            # 'Thursday, the second of three days'
            return None
        if token.kind == "num" and (
            self.glued_right(index)
            or not (self.stops(number[1]) or after.low in {"between", "at", "from"})
            or (after.kind in {"-", "and", ":"} and self.at(number[1] + 1).kind != "weekday")
        ):
            return None
        if (
            token.kind in {"nth", "ord"}
            and after.kind in {"word", "unit"}
            and (not article or token.kind == "ord")
            and (after.text.islower() or token.kind == "ord")
            and after.low not in self.sets["after_ordinal_day"]
        ):
            return None
        return MonthDay(number[0], day), number[1]

    def _weekday_of(self, index: int, day: int) -> Reading:
        """Read the week that follows a day of the week: 'next week', 'of last week', 'of the following week'."""
        at = index + 1 if self.at(index).kind in {"of", "-", ","} else index
        if self.at(at).kind == "the":
            at += 1
        if self.at(at).kind == "that" and self.at(at + 1).low == "week":
            return Within(Context("week"), day), at + 2
        if self.at(at).kind != "ref" or self.at(at + 1).low != "week":
            return None
        return Within(self._week(self.at(at)), day), at + 2

    def _week(self, ref: Any) -> Any:
        return Context("week", 1) if ref.low == "following" else UnitRef("week", ref.value)

    def _lone_day(self, index: int) -> Reading:
        """Read 'the 14th', where what stands around it makes it a day: 'on the 14th', 'the 14th of this month'."""
        number = self.day_number(index)
        if number is None:
            return None
        after = number[1]
        token = self.at(index)
        end = after + 1 if self.at(after).low == "day" else after
        if self.at(end).kind == "of":
            at = end + 1
            if self.at(at).kind == "the" and self.at(at + 1).low == "month":
                return Within(UnitRef("month", 0), "day", number[0]), at + 2
            if self.at(at).kind == "ref" and self.at(at + 1).low == "month":
                return Within(UnitRef("month", self.at(at).value), "day", number[0]), at + 2
            return None
        if self.at(end).kind == "ref" and self.at(end + 1).low == "month" and token.kind == "nth":
            return Within(UnitRef("month", self.at(end).value), "day", number[0]), end + 2
        cue = self.at(index - 1)
        if cue.kind == "the":
            cue = self.at(index - 2)
        if token.kind != "nth" or cue.low not in {
            "on",
            "by",
            "until",
            "till",
            "before",
            "after",
            "since",
            "from",
            "between",
            "to",
            "through",
            "of",
            "and",
            "around",
        }:
            return None
        if cue.low in {"of", "and"} and self.at(index - 3).kind not in {"unit", "nth"}:
            return None
        follower = self.at(after)
        if follower.kind in {"word", "unit", "card", "ord", "num", "holiday"} and follower.low not in self.sets["after_ordinal_day"]:
            return None
        if follower.kind == "-" and self.tight(after):
            return None
        if follower.kind in {"to", "and"}:
            # 'from the 6th to the 12th week'
            at = after + 2 if self.at(after + 1).kind == "the" else after + 1
            beyond = self.at(at + 1)
            if self.at(at).kind == "nth" and beyond.kind in {"word", "unit"} and beyond.low not in self.sets["after_ordinal_day"]:
                return None
        return MonthDay(number[0]), after
