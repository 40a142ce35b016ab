"""Dates counted from another day: 'next Tuesday', 'two weeks ago', 'the following day', and parts of longer stretches."""

from __future__ import annotations

from typing import Any, Final

from factwatch.annotation.dates.absolute import AbsoluteReader
from factwatch.annotation.dates.base import Reading, is_day
from factwatch.annotation.dates.meaning import (
    Context,
    Fixed,
    MonthDay,
    Part,
    Shift,
    Side,
    Today,
    UnitRef,
    Weekday,
    Weekend,
    Window,
    Within,
    Yearly,
)

_ORDINAL_UNITS: Final = frozenset({"day", "week", "weekend", "month", "quarter", "fortnight", "year", "decade"})
_WHOLE_UNITS: Final = frozenset({"week", "month", "quarter", "year", "decade", "century"})
# 'the first time in three years', 'his third trip in two weeks': how long something took, no day to come.
_RECORD: Final = frozenset(
    {"time", "times", "first", "second", "third", "fourth", "fifth", "most", "least", "only", "lowest", "highest", "largest", "biggest", "worst", "best", "once", "twice"}
)


class RelativeReader(AbsoluteReader):
    """Reads what hangs on the publication, on the text before or on another date."""

    starters = frozenset(
        {
            *("the", "in", "that", "same", "ref", "day", "weekday", "month", "num", "nth", "ord", "card", "part", "season", "holiday", "numeric"),
            *("quarterly", "decades", "decade", "named", "unit", "daypart"),
        }
    )

    def atom(self, index: int) -> Reading:
        """Read one date without what may join it to another."""
        reader = getattr(self, "_at_" + self.at(index).kind, None)
        found: Reading = reader(index) if reader else None
        return found

    # --- by the kind of the first word ---------------------------------------------------------------------------------------------

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
            return self._on_weekday(Shift(parts), end)
        return Shift(parts), end

    def _recorded(self, index: int) -> bool:
        return any(self.at(index - step).low in _RECORD or self.at(index - step).kind == "nth" for step in range(1, 9) if not self._ended(index - step))

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
        import datetime as dt

        from factwatch.annotation.dates.calendar import day

        return Fixed(day(dt.date.fromisoformat(self.at(index).value))), index + 1

    def _at_unit(self, index: int) -> Reading:
        return self._the_unit(index) if self.at(index).value in {"week", "weekend"} else None

    def _at_daypart(self, index: int) -> Reading:
        """Read 'the morning of March 26'."""
        if self.at(index + 1).kind != "of":
            return None
        found = self.atom(index + 2)
        return (Part(found[0], str(self.at(index).value), found[0].anchored), found[1]) if found and is_day(found[0]) else None

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
            return Part(found[0], name, found[0].anchored), found[1]
        if self.at(after).kind in {"-", "on", "in"} and (self.at(after).kind != "-" or (self.tight(after) and self.tight(after + 1))):
            if self.at(after).kind == "in" and self.at(after + 1).kind != "the":
                # 'early in 2025'
                found = self.bare_year(after + 1) or (self.month_first(after + 1) if self.at(after + 1).kind == "month" else None)
                return (Part(found[0], name, found[0].anchored), found[1]) if found else None
            if self.at(after).kind == "in":
                at = after + 2
                if self.at(at).kind == "unit" and self.at(at).value in {"week", "month", "year"}:
                    return Part(UnitRef(self.at(at).value, 0), name), at + 1
                return None
            after += 1
        if self.at(after).kind == "the" or self.at(after).kind in {"part", "in", "num"} and self.at(after).kind != "num":
            return None
        found = self.atom(after)
        if not found or isinstance(found[0], Shift | Part) or (self.at(after).kind == "num" and is_day(found[0]) and name != "late"):
            return None
        return Part(found[0], name, found[0].anchored), found[1]

    def _sided(self, index: int) -> Reading:
        side: Any = "past" if self.at(index).value == "earlier" else "future"
        after = index + 1
        if self.at(after).kind in {"in", "on"}:
            after += 1
            if self.at(after).kind == "the" and self.at(after + 1).kind == "unit" and self.at(after + 1).value in {"day", "week", "month", "year", "decade"}:
                unit = self.at(after + 1).value
                return (Side(UnitRef(unit, 0), side), after + 2) if self.at(after + 2).kind != "of" else None
        if self.at(after).kind not in {"ref", "day", "that", "weekday", "month", "num"}:
            return None
        found = self.atom(after)
        if not found or isinstance(found[0], Shift):
            return None
        return (Side(found[0], side) if found[0].anchored else found[0]), found[1]

    # --- days of the week ----------------------------------------------------------------------------------------------------------

    def _weekday(self, index: int, ref: Any) -> Reading:
        token = self.at(index)
        if not self._is_weekday(index, ref):
            return None
        day, after = token.value, index + 1
        if self.at(after).kind == "." and token.low in self.sets["weekday_abbreviations"] and self.tight(after) and self.at(after + 1).kind in {"month", "num", ","}:
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
        if meaning is None:
            meaning, end = Weekday(day, ref), after
            return meaning, end
        return (Part(meaning, part[0], meaning.anchored) if part else meaning), end

    def _with_weekday(self, found: tuple[Any, int], day: int) -> Reading:
        return Within(Shift(((0, "day"),), found[0], anchored=found[0].anchored), day, 1), found[1]

    def _on_weekday(self, shift: Shift, end: int) -> Reading:
        return shift, end + 2

    def _is_weekday(self, index: int, ref: Any) -> bool:
        token, before, after = self.at(index), self.at(index - 1), self.at(index + 1)
        low = token.low
        if before.low in self.sets["not_before_weekday"] and not (before.low in {"a", "man"} and self.at(index - 2).low == "on" and False):
            return False
        if after.text[:1].isupper() and after.low in self.sets["not_after_weekday"] and (before.kind == "the" or self.at(index - 1).text[:1].isupper()):
            return False
        if after.low == "night" and self.at(index + 2).low in {"live", "football"}:
            return False
        if low not in self.sets["weekday_abbreviations"]:
            return True
        if self.tight(index + 1) and after.kind not in {",", ".", "-", ")", ":", "(", ";", "!", "?"}:
            return False
        nearby = self.at(index + 2) if after.kind in {",", ".", "-", "("} or after.kind == "the" else after
        dated = nearby.kind in {"month", "nth", "numeric"} or (nearby.kind == "num" and self.at(self.tokens.index(nearby) + 1 if False else index + 2).kind == "month")
        if nearby.kind == "num" and token.text[0].isupper():
            dated = dated or self.at(index + (2 if nearby is after else 3)).kind in {"month", "-"}
        if dated:
            return True
        if not token.text[0].isupper() or before.kind == "the":
            return False
        if after.kind == "time" or (after.kind == "at" and self.at(index + 2).kind in {"num", "time"}):
            return True
        if before.low in {"mon", "tue", "tues", "wed", "thu", "thurs", "fri", "or"} or (before.kind in {"-", "and", "to"} and self.at(index - 2).kind == "weekday"):
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
            if found is None and (token.kind == "nth" or at > index + (join.kind in {",", "-", "("}) or (token.kind == "num" and join is token)):
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
        if number is None or number[0] > 31:  # noqa: PLR2004
            return None
        token, after = self.at(index), self.at(number[1])
        if token.kind == "num" and (self.glued_right(index) or not (self.stops(number[1]) or after.low in {"between", "at", "from"}) or after.kind in {"-", "and", ":"}):
            return None
        if token.kind in {"nth", "ord"} and after.kind in {"word", "unit"} and not article and after.text.islower() and after.low not in self.sets["after_ordinal_day"]:
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
        if token.kind != "nth" or cue.low not in {"on", "by", "until", "till", "before", "after", "since", "from", "between", "to", "through", "of", "and", "around"}:
            return None
        if cue.low in {"of", "and"} and self.at(index - 3).kind not in {"unit", "nth"}:
            return None
        follower = self.at(after)
        if follower.kind in {"word", "unit", "card", "ord", "num", "holiday"} and follower.low not in self.sets["after_ordinal_day"]:
            return None
        if follower.kind == "-" and self.tight(after):
            return None
        return MonthDay(number[0]), after

    # --- last, this, next ----------------------------------------------------------------------------------------------------------

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
        if self.at(end).text in {"'", "\u2019"} and unit == "year" and self.at(end + 2).kind in {"ord", "nth"} and self.at(end + 3).kind == "unit":
            return Within(meaning, self.at(end + 3).value, self.at(end + 2).value), end + 4
        if unit != "week":
            return meaning, end
        at = end + 1 if self.at(end).kind in {"on", "-", ","} else end
        if self.at(at).kind == "weekday" and (self.at(end).kind != ",") and not (self.at(end).kind == "on" and self.at(at + 1).kind in {"month", "num"}):
            day = Within(meaning, self.at(at).value)
            return day, at + 1
        return meaning, end

    def _window(self, index: int, steps: int) -> Reading:
        """Read the rest of 'the last three months', 'the next two weeks', 'next couple weeks'."""
        number = self.number(index)
        if number is None or steps == 0 or self.at(index).low in {"a", "an"}:
            return None
        at = number[1]
        if self.at(at).low in {"business", "working", "calendar"}:
            at += 1
        unit = self.at(at)
        if unit.kind != "unit" or self.at(at + 1).kind == "-" and self.tight(at + 1):
            return None
        if self.at(at + 1).kind == "of" and number[0] <= 31:  # noqa: PLR2004  # 'the last two weeks of May'
            return None
        return Window(steps * number[0], unit.value), at + 1

    # --- counted units -------------------------------------------------------------------------------------------------------------

    def _counts(self, index: int) -> tuple[tuple[tuple[int, str], ...], int] | None:
        """Read '2 years 1 month and 21 days'."""
        parts: list[tuple[int, str]] = []
        at = index
        while len(parts) < 4:  # noqa: PLR2004
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
        if number and self.at(number[1]).kind == "ref" and self.at(number[1] + 1).kind == "unit" and self.at(number[1]).value and self.at(index).kind == "num":
            return Window(self.at(number[1]).value * number[0], self.at(number[1] + 1).value), number[1] + 2
        found = self._counts(index)
        if not found:
            return None
        parts, end = found
        back = tuple((-count, unit) for count, unit in parts)
        word = self.at(end)
        low = word.low
        if low == "ago" or (low == "back" and self.at(end + 1).kind in {".", ",", "edge"}):
            return self._maybe_weekday(Shift(back), end + 1)
        if low == "earlier" and self.at(end + 1).low != "than":
            return Shift(back, "context"), end + 1
        if low == "later" and self.at(end + 1).low != "than":
            return Shift(parts, "context"), end + 1
        if low == "hence":
            return Shift(parts), end + 1
        if low == "on" and self.at(end + 1).kind == "weekday" and parts == ((1, "week"),):
            return Weekday(self.at(end + 1).value, None, 1), end + 2
        if low not in {"from", "after", "before", "since"}:
            return None
        if low == "from" and self.at(end + 1).low == "now":
            return self._maybe_weekday(Shift(parts), end + 2)
        signed = back if low == "before" else parts
        base = self._base(end + 1)
        if base:
            meaning, stop = base
            if low == "from" and isinstance(meaning, Weekday) and parts == ((1, "week"),):
                return Weekday(meaning.weekday, None, 1), stop
            if low == "since" and not isinstance(meaning, Fixed):
                return None
            return self._maybe_weekday(Shift(signed, meaning, meaning.anchored), stop)
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

    def _maybe_weekday(self, shift: Shift, end: int) -> Reading:
        return shift, end

    # --- 'the ...' -----------------------------------------------------------------------------------------------------------------

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
                return Shift(((step, "day"),), base[0], base[0].anchored), base[1]
            return (Context("day", step), index + 2) if self.stops(index + 2) and follower.kind != '"' else None
        if token.low in {"week", "weekend"} and (after.kind == "of" or after.low in {"beginning", "commencing", "starting", "ending"}):
            at = index + 2
            if self.at(at).kind == "on":
                at += 1
            found = self.atom(at)
            if found and is_day(found[0]):
                return Within(found[0], token.value, 0, anchored=found[0].anchored), found[1]
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

    # --- parts of a whole ----------------------------------------------------------------------------------------------------------

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
        whole = self._whole(at)
        if whole is None:
            return self._lone_quarter(at, nth) if unit == "quarter" and count == 1 else None
        meaning: Any = Within(whole[0], unit, nth, count, anchored=whole[0].anchored)
        end = whole[1]
        if unit == "week" and self.at(end).kind == "on" and self.at(end + 1).kind == "weekday":
            meaning, end = Within(meaning, self.at(end + 1).value, anchored=meaning.anchored), end + 2
        return (Part(meaning, name[0], meaning.anchored) if name else meaning), end

    def _lone_quarter(self, index: int, nth: int) -> Reading:
        if not 1 <= nth <= 4:  # noqa: PLR2004  # a year has four
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
        if isinstance(meaning, Fixed) and meaning.days.unit == "year" or isinstance(meaning, UnitRef) and meaning.unit == "year":
            return Within(meaning, "half", nth, anchored=meaning.anchored), end
        return Part(meaning, "early" if nth == 1 else "late", meaning.anchored), end

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
                    return Fixed(_years(year[0])), year[1]
                return (UnitRef(unit.value, 0), at + 2) if self.at(at + 2).kind != "of" else None
        if self.at(at).kind not in {"month", "num", "ref", "season", "nth", "ord", "the", "decades"}:
            return None
        if self.at(at).kind == "decades" or (self.at(at).kind == "the" and self.at(at + 1).kind == "decades"):
            return self.decade_number(at + (self.at(at).kind == "the"))
        found = self.atom(at)
        return found if found and not is_day(found[0]) and not isinstance(found[0], Shift | Window) else None


def _years(year: int) -> Any:
    from factwatch.annotation.dates.calendar import years

    return years(year)
