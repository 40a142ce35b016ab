"""Days by where they lie from another one: 'last Monday', 'next week', 'the day after tomorrow', 'that day', 'the following morning'."""

from __future__ import annotations

from typing import Final

from factwatch.annotation.dates.base import Reading
from factwatch.annotation.dates.composed import Part, Within
from factwatch.annotation.dates.counted import Context, Shift, Today, UnitRef, Weekend, Window
from factwatch.annotation.dates.nths import NthReader
from factwatch.annotation.dates.traits import is_day

_WEEKDAY_REFS: Final = {
    "previous": "last",
    "preceding": "last",
    "following": "next",
    "upcoming": "coming",
    "forthcoming": "coming",
    "current": "this",
}


class RefReader(NthReader):
    """Reads what 'last', 'this', 'next', 'that' bring."""

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
            return self._ref_weekday(at, low)
        if follower.kind == "month":
            return self._ref_month(at, steps, low)
        if follower.kind == "unit":
            return self._ref_unit(at, steps, low, index)
        if follower.kind == "daypart":
            return self._last_night(at, steps, low)
        if follower.kind == "season":
            return self.season(at, ref=steps)
        if follower.kind == "holiday":
            return self.holiday(at, ref=steps)
        if follower.kind == "numeric":
            return self.numeric(at, cued=True, ref=steps)
        if follower.kind == "nth" or (follower.kind == "num" and self.at(at + 1).kind in {"of", "month"}):
            return self.day_first(at, ref=steps)
        return self._window(at, steps)

    def _ref_weekday(self, index: int, low: str) -> Reading:
        if low == "following" and self.at(index + 1).text in {"'", "\u2019"}:
            return None
        return self._weekday(index, _WEEKDAY_REFS.get(low, low))

    def _ref_month(self, index: int, steps: int, low: str) -> Reading:
        if low in {"past", "following"} and self.at(index).low in self.sets["month_verb"]:
            return None
        return self.month_first(index, ref=steps) if not self._verb(index) or self.at(index + 1).kind in {"num", "nth"} else None

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
        return self._within_unit(index, UnitRef(unit, steps))

    def _within_unit(self, index: int, meaning: UnitRef) -> Reading:
        """Read what may follow a unit: "next year's second quarter", 'next week on Tuesday'."""
        unit, end = meaning.unit, index + 1
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
            return Within(meaning, self.at(at).value), at + 1
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
