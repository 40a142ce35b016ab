"""What can be told from the meaning of a date alone: whether it is one day, hangs on the text before, or points to the past."""

from __future__ import annotations

from typing import Any, Final

from factwatch.annotation.dates.composed import HalfMonth, Interval, Part, Side, Within
from factwatch.annotation.dates.counted import Context, EventDay, Shift, Today, UnitRef, Window
from factwatch.annotation.dates.meaning import Fixed, MonthDay, Weekday, Yearly
from factwatch.annotation.dates.moment import Tense

_WEEKDAY_SIGNS: Final = {"last": -1, "past": -1, "next": 1, "coming": 1}


def is_day(meaning: Any) -> bool:
    """Return whether the meaning is one day (or days), so that a time of day may follow."""
    if isinstance(meaning, Weekday | MonthDay | Today):
        return True
    if isinstance(meaning, Yearly):
        return meaning.rule[0] in {"day", "holiday"}
    if isinstance(meaning, Fixed):
        return meaning.days.unit == "day"
    if isinstance(meaning, Context | UnitRef):
        return meaning.unit == "day"
    if isinstance(meaning, Within):
        return isinstance(meaning.unit, int) or meaning.unit == "day"
    if isinstance(meaning, Interval):
        return is_day(meaning.end)
    if isinstance(meaning, Shift):
        return meaning.parts[-1][1] == "day"
    return isinstance(meaning, Part) and is_day(meaning.whole)


def covers_unit(meaning: Any) -> str:
    """Return the unit that a meaning names ('month', 'year', ...), for telling whether two make an interval."""
    if isinstance(meaning, Fixed):
        return meaning.days.unit
    if isinstance(meaning, Yearly):
        return str(meaning.rule[0])
    if isinstance(meaning, UnitRef | Context):
        return meaning.unit
    return "day" if is_day(meaning) else "other"


def hangs_on_context(meaning: Any) -> bool:
    """Tell whether the words count from what the text spoke of before: 'the next day', 'two days earlier', 'the last day of the visit'."""
    if isinstance(meaning, Context | EventDay):
        return True
    if isinstance(meaning, Shift):
        return meaning.base == "context" or (meaning.base is not None and hangs_on_context(meaning.base))
    if isinstance(meaning, Part | Within | Side | HalfMonth):
        return hangs_on_context(meaning.whole)
    return isinstance(meaning, Interval) and (hangs_on_context(meaning.start) or hangs_on_context(meaning.end))


def context_unit(meaning: Any) -> str:
    """Return the unit in which words count from what the text spoke of before: 'year' for 'two years later', 'that year'; '' elsewhere."""
    if isinstance(meaning, Context):
        return meaning.unit
    if isinstance(meaning, Shift):
        return meaning.parts[-1][1] if meaning.base == "context" else context_unit(meaning.base)
    if isinstance(meaning, Part | Within | Side):
        return context_unit(meaning.whole)
    return (context_unit(meaning.start) or context_unit(meaning.end)) if isinstance(meaning, Interval) else ""


def direction(meaning: Any) -> Tense | None:
    """Return which way from now the words point: 'last', 'ago', 'earlier' or 'next', 'coming', 'in two weeks'; None where they do not."""
    if isinstance(meaning, Side):
        return meaning.side
    if isinstance(meaning, Part | Within):
        return direction(meaning.whole)
    if isinstance(meaning, Interval):
        return direction(meaning.start)
    sign = _sign(meaning)
    return "past" if sign < 0 else "future" if sign > 0 else None


def _sign(meaning: Any) -> int:
    """Return below 0 for what is before now, above 0 for what is to come, 0 where the words do not say."""
    if isinstance(meaning, Weekday):
        return _WEEKDAY_SIGNS.get(meaning.ref or "", 1 if meaning.weeks else 0)
    if isinstance(meaning, Yearly):
        return meaning.ref or 0
    if isinstance(meaning, Today):
        return meaning.days
    if isinstance(meaning, UnitRef | Context):
        return meaning.steps
    if isinstance(meaning, Window):
        return meaning.count
    return meaning.parts[0][0] if isinstance(meaning, Shift) and (meaning.base is None or meaning.base == "context") else 0
