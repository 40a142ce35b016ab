"""Parts that no number tells: 'late March', 'the end of next year', 'earlier this month', 'later in the week'."""

from __future__ import annotations

from typing import Any, Final

from factwatch.annotation.dates.base import Reading
from factwatch.annotation.dates.composed import Part, Side
from factwatch.annotation.dates.counted import Context, Shift, UnitRef
from factwatch.annotation.dates.refs import RefReader
from factwatch.annotation.dates.traits import is_day

_WHOLE_UNITS: Final = frozenset({"week", "month", "quarter", "year", "decade"})


class PartReader(RefReader):
    """Reads 'early', 'mid', 'late', 'earlier' and 'later' with what they go with."""

    def _at_part(self, index: int) -> Reading:
        """Read 'late March', 'mid-April', 'the end of next year', 'earlier this month', 'later in the week'."""
        token, after = self.at(index), index + 1
        name = token.value
        if name in {"earlier", "later"}:
            return self._sided(index)
        if token.low in {"beginning", "start", "middle", "end"}:
            return self._bound(after, name)
        if self.at(after).kind in {"-", "on", "in"} and (self.at(after).kind != "-" or (self.tight(after) and self.tight(after + 1))):
            if self.at(after).kind == "in":
                return self._part_in(after, name)
            after += 1
        if self.at(after).kind in {"the", "part", "in"}:
            return None
        found = self.atom(after)
        if not found or isinstance(found[0], Shift | Part) or (self.at(after).kind == "num" and is_day(found[0]) and name != "late"):
            return None
        return Part(found[0], name), found[1]

    def _bound(self, after: int, name: str) -> Reading:
        """Read the rest of 'the end of next year', 'the beginning of the week'."""
        if self.at(after).kind != "of":
            return None
        after += 1
        article = self.at(after).kind == "the"
        at = after + 1 if article else after
        unit = self.at(at)
        if unit.kind == "unit" and unit.value in _WHOLE_UNITS and unit.low[-1] != "s" and self.at(at + 1).kind != "of":
            return Part(UnitRef(unit.value, 0), name), at + 1
        if self.at(at).low == "year" and self.at(at + 1).kind == "num":
            at += 1
        found = self.atom(after) or (self.atom(at) if at > after else None)
        if not found or is_day(found[0]):
            return None
        return Part(found[0], name), found[1]

    def _part_in(self, after: int, name: str) -> Reading:
        """Read the rest of 'early in 2025', 'late in the week'."""
        if self.at(after + 1).kind != "the":
            # 'early in 2025'
            found = self.bare_year(after + 1) or (self.month_first(after + 1) if self.at(after + 1).kind == "month" else None)
            return (Part(found[0], name), found[1]) if found else None
        at = after + 2
        if self.at(at).kind == "unit" and self.at(at).value in {"week", "month", "year"}:
            return Part(UnitRef(self.at(at).value, 0), name), at + 1
        return None

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
