"""
Routes: the places that follow a verb or noun of travel, each with its day and with how the text joins it to the one before.

'to Jamaica on March 26, Guyana on March 27 and Suriname the following day, before heading to ...', 'to Honiara by way of Brisbane'.
"""

# ruff: noqa: PLR2004  # how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from factwatch.extraction.neighbours import group_after, group_before
from factwatch.extraction.travel import goals
from factwatch.extraction.travel.course import Course
from factwatch.extraction.travel.links import LinkReader
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.onward import colon, joiner, onward
from factwatch.extraction.travel.resuming import resume
from factwatch.extraction.travel.words import NOT_ITS_DAY

_READERS: Final[tuple[Callable[[Course], bool | None], ...]] = (
    goals.date,
    goals.before_date,
    goals.passing,
    goals.departure,
    goals.apposition,
    goals.place,
    joiner,
    colon,
    onward,
    goals.goal,
    goals.number,
    goals.manner,
    goals.owned_plant,
    goals.thing,
    goals.bracket,
)
"""Readers of the words of a route, see `course`; the first whose kind a word is reads on."""
_MAX: Final = 60
_BEGINNING: Final = 14
"""Characters of 'beginning on '."""


class RouteReader(LinkReader):
    """Reads routes of one sentence."""

    def read(self, at: int, preps: frozenset[str], *, bare: bool = False, manner: bool = True, sure: bool = False) -> Route:
        """
        Read the route that begins at the node *at*.

        Args:
            at: Index of the first node after the verb or noun.
            preps: Prepositions that open a place.
            bare: Whether a place may stand there without one ('visit Ghana').
            sure: Whether an unknown name can only be a place there.
            manner: Whether adverbs and means of travel may stand before the first place ('back by train to').
        """
        route = Route(end=at)
        end = min(len(self.nodes), at + _MAX)
        course = Course(self, self.nodes, at, end, route, preps, bare=bare, manner=manner, sure=sure, opened=bare)
        while course.index < end and _reads_on(course):
            pass
        self._day_there(route)
        resume(self, route, course.index, preps)
        self._share_days(route)
        return route

    def _share_days(self, route: Route) -> None:
        """One day for several places: theirs if it is a single day; a stretch over all of them belongs to none."""
        shared: dict[int, list[Stop]] = {}
        for stop in route.stops:
            if stop.when is not None and not stop.own_day:
                shared.setdefault(id(stop.when), []).append(stop)
        for stops in shared.values():
            if len(stops) < 2:
                continue
            parts = self.journal.days.parts_of(stops[0].when) if self._respectively(stops) else []
            for position, stop in enumerate(stops):
                if len(parts) == len(stops):
                    stop.when = parts[position]
                elif self.journal.days.is_stretch(stop.when) or self._is_start(stop.when):
                    stop.when = None

    def _is_start(self, when: Any) -> bool:
        """Tell whether the date only says when it begins: 'starting on 4 May'."""
        before = self.sentence.text[max(0, when.start - _BEGINNING) : when.start].split()
        return any(word in {"starting", "beginning"} for word in before)

    def _day_there(self, route: Route) -> None:
        """'to Georgetown, where she is to open a chancery on May 12': the day of what is done there."""
        if len(route.stops) != 1 or route.stops[0].when is not None:
            return
        nodes = self.nodes
        at = route.end
        if at < len(nodes) and nodes[at].kind == ",":
            at += 1
        if at >= len(nodes) or nodes[at].low != "where" or self._was_before(at):
            return
        for index in range(at + 1, min(len(nodes), at + 18)):
            if nodes[index].kind in {";", ","} or nodes[index].low in {"and", "but", "before", "after"}:
                return
            if nodes[index].kind == "DAT":
                if nodes[index - 1].low not in NOT_ITS_DAY and self.journal.days.is_short(nodes[index].value):
                    route.stops[0].when, route.stops[0].own_day = nodes[index].value, True
                return

    def _was_before(self, where: int) -> bool:
        """Tell whether the day is another: 'is in Lima, where she opened a bridge on Friday', 'flew to Lima, where she speaks tomorrow'."""
        before = group_before(self.sentence, where)
        behind = group_after(self.sentence, where)
        return before is not None and behind is not None and (before.tense == "past") != (behind.tense == "past")

    def _respectively(self, stops: list[Stop]) -> bool:
        return "respectively" in self.sentence.lows or len(stops) > 1


def _reads_on(course: Course) -> bool:
    """Read the words at hand; tell whether the route goes on behind them."""
    for reader in _READERS:
        went = reader(course)
        if went is not None:
            return went
    return False
