"""
Routes: the places that follow a verb or noun of travel, each with its day and with how the text joins it to the one before.

'to Jamaica on March 26, Guyana on March 27 and Suriname the following day, before heading to ...', 'to Honiara by way of Brisbane'.
"""

# ruff: noqa: PLR2004  # how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

from typing import Any, Final

from attrs import define, evolve, field

from factwatch.extraction.neighbours import group_after, group_before
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.links import LinkReader
from factwatch.extraction.travel.words import COUNTED, EVENTS, FACILITIES, GOAL, MANNER, MOTION, NOT_ITS_DAY, PLACE, STOPS, THEN

_VIA: Final = frozenset({"via", "through"})
_ONWARD: Final = frozenset({"to", "for"})
_MAX = 60
_BEGINNING = 14
"""Characters of 'beginning on '."""


@define(eq=False)
class Stop:
    """One place of a route."""

    node: Node
    when: Any = None
    link: str = ""
    """How it follows the one before: 'then', 'first', 'last', 'via', or '' where the text only lists it."""
    index: int = 0
    """Index of its node in the sentence."""
    own_day: bool = False


@define(eq=False)
class Route:
    """What was read, and where reading ended."""

    stops: list[Stop] = field(factory=list)
    end: int = 0
    count: int | None = None
    """'four countries'."""
    when: Any = None
    """The first date read, whichever stops it belongs to."""
    void: bool = False
    """Alternatives ('A, B or C'): no route at all."""


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
        nodes = self.nodes
        count = min(len(nodes), at + _MAX)
        route = Route(end=at)
        opened = bare
        link = ""
        lead: Any = None
        spread: Any = None
        fresh: list[Stop] = []
        listing = False
        index = at
        while index < count:
            node = nodes[index]
            low = node.low
            if node.kind == "DAT":
                before = nodes[index - 1].low if index else ""
                its_day = before not in NOT_ITS_DAY
                if its_day:
                    route.when = route.when or node.value
                if its_day and route.stops and self._set_off(index) and self._clause_follows(index + 1):
                    # 'will travel to Porto, and on Friday they will visit'
                    break
                if its_day and fresh and not (self._set_off(index) and self._goal_follows(index + 1)):
                    for stop in fresh:
                        stop.when, stop.own_day = node.value, len(fresh) == 1
                    fresh = []
                elif its_day:
                    lead = node.value
                index += 1
                opened = opened and (bare or listing)
                continue
            if self._opens_date(index):
                index += 1
                continue
            if route.stops and self._passes(index):
                if low == "on" and not route.stops[-1].link:
                    # 'will stop in Frankfurt on the way back'
                    route.stops[-1].link = "then"
                index += self._passes(index)
                continue
            if low == "from":
                skipped = self._departure(index)
                if skipped < 0:
                    break
                if nodes[index + 1].low == "there":
                    link = "then"
                index = skipped
                continue
            if listing and (behind := self.apposed(index)):
                # 'Quito, the capital of Ecuador, on Thursday'
                index = behind
                continue
            if opened and (not listing or self._stands_alone(index)):
                place, after = self.place_at(index, sure=sure)
                held = self._held_in(after) if place is not None else 0
                if held:
                    # 'to the Western Balkans summit in Podgorica'
                    place, after = self.place_at(held, sure=True)
                if place is not None:
                    if listing and self._is_alternative(index):
                        route.void = True
                    # 'on Monday in Lima, Cusco and Puno': the day in front is that of them all, not the day of leaving for them
                    spread = lead or (spread if listing and preps.isdisjoint(_ONWARD) else None)
                    stop = Stop(place, spread, link, index, own_day=lead is not None)
                    if lead is None:
                        fresh = [*fresh, stop] if listing and fresh and fresh[-1] is (route.stops[-1] if route.stops else None) else [stop]
                        if len(fresh) > 1 and link:
                            fresh = [stop]
                    route.stops.append(stop)
                    lead, link = None, ""
                    index = after
                    # 'the Mwami crossing', 'Samarkand airport'
                    while (
                        index < count
                        and index - after < 2
                        and (nodes[index].kind in {"x", "p"} or (nodes[index].kind == "v" and nodes[index].low in FACILITIES))
                        and nodes[index].low != "respectively"
                        and self._noun_after(index)
                    ):
                        index += 1
                    route.end = index
                    opened, sure, listing = False, True, False
                    continue
            if node.kind in {",", ";"} or low in {"and", "&", "plus"}:
                named = route.count and index + 1 < count and nodes[index + 1].low in {"including", "namely", ":"}
                if not route.stops and not named and not (node.kind == "," and self._comma_before_goal(index + 1)):
                    break
                opened, listing = bool(route.stops), True
                index += 1
                continue
            if low == "or" and route.stops:
                route.void = self.place_at(index + 1, sure=sure)[0] is not None or route.void
                break
            if low == "followed" and index + 1 < count and nodes[index + 1].low == "by" and route.stops:
                link, opened, sure, listing = "then", True, True, False
                index += 2
                while index < count and (
                    nodes[index].low in STOPS
                    or nodes[index].low in {"visit", "visits", "trip", "trips", "a", "two", "three", "one-day", "brief", "short"}
                ):
                    index += 1
                continue
            if (
                route.stops
                and low == "on"
                and index + 3 < count
                and nodes[index + 1].kind == "PRO"
                and nodes[index + 2].low == "way"
                and nodes[index + 3].low in {"to", "back"}
            ):
                link = "then"
                index += 3 if nodes[index + 3].low == "to" else 4
                continue
            if route.stops and low == "en" and index + 2 < count and nodes[index + 1].low == "route":
                link = "then"
                index += 2
                continue
            if listing and low == "only" and index + 1 < count and nodes[index + 1].low in THEN | {"after"}:
                index += 1
                continue
            if listing and low == "after" and index + 1 < count and nodes[index + 1].low == "that":
                # 'then Quito, and after that, on Friday, Bogotá'
                link, opened, sure, fresh = "then", True, True, []
                index += 2
                continue
            if low == "before" and route.stops and self._stop_at(index + 1):
                link, opened, sure, listing = "then", True, True, False
                index += 1
                continue
            if low == "by" and index + 2 < count and nodes[index + 1].low == "way" and nodes[index + 2].low == "of":
                link, opened, sure, listing = "via", True, True, False
                index += 3
                continue
            if low in _VIA and self.is_goal(index + 1):
                link, opened, sure, listing = ("via" if route.stops else link), True, True, False
                index += 1
                continue
            if low in {"including", "namely"} and (route.count or route.stops):
                opened, sure, listing = True, True, False
                index += 1
                continue
            if node.kind == ":" and route.count:
                opened, sure, listing = True, True, False
                index += 1
                continue
            if low in THEN:
                link = "then" if route.stops else (link or ("then" if low != "first" else "first"))
                index += 1
                opened = opened or bool(route.stops)
                continue
            if low == "first":
                link = "first"
                index += 1
                continue
            if low in preps or (low in {"to", "on", "at", "in"} and route.stops and low in GOAL | PLACE):
                goal = index + 1
                if low == "on" and goal < count and nodes[goal].low == "to":
                    index += 1
                    link = link or "on"
                    continue
                if self.is_goal(goal) or self._count_at(goal):
                    opened, sure, listing = True, True, False
                    index = goal
                    continue
                nearer = self.lies_at(goal) if manner or bare else self.kind_of(goal)
                if nearer >= 0 and not route.stops:
                    opened, sure, listing = True, True, False
                    index = nearer
                    continue
                if low in MANNER and not route.stops and manner:
                    index += 1
                    continue
                break
            counted = self._count_at(index)
            if counted and (opened or not route.stops):
                route.count = counted
                index += 1
                while index < count and nodes[index].low not in COUNTED:
                    index += 1
                index += 1
                continue
            if manner and not route.stops and low in MANNER:
                index += 1
                continue
            owned = self._owned_plant(index) if bare and not route.stops else -1
            if owned >= 0:
                # 'visit the group's Hotazel operations'
                node = nodes[owned]
                route.stops.append(
                    Stop(node if node.kind == "LOC" else evolve(node, kind="LOC"), lead, link, owned, own_day=lead is not None)
                )
                fresh = [route.stops[-1]] if lead is None else []
                lead, link = None, ""
                index = owned + 2
                route.end, opened, sure, listing, bare = index, False, True, False, False
                continue
            if bare and (not route.stops or listing):
                nearer = self.lies_at(index) if not route.stops or self._stands_alone_facility(index) else -1
                if nearer >= 0:
                    opened, sure, listing = True, True, False
                    index = nearer
                    continue
            if low in {"(", ")"} and route.stops:
                index += 1
                continue
            break
        self._resume(route, index, preps)
        self._share_days(route)
        self._day_there(route)
        return route

    def _held_in(self, at: int) -> int:
        """Return the index of the place where the event is held whose noun stands at *at*, 0 where there is none."""
        nodes = self.nodes
        event = at + 2 < len(nodes) and (nodes[at].low in EVENTS or nodes[at].kind == "EVT") and nodes[at + 1].low in {"in", "at"}
        return at + 2 if event and self.is_goal(at + 2) else 0

    def _stop_at(self, index: int) -> bool:
        """Tell whether a place stands there by itself: 'before Manila', against 'before the Brussels talks'."""
        place, after = self.place_at(index, sure=True)
        if place is None:
            return False
        return after >= len(self.nodes) or self.nodes[after].kind not in {"x", "v", "p", "EVT"}

    def _resume(self, route: Route, index: int, preps: frozenset[str]) -> None:
        """'..., where an agreement awaits, and from there to B', '... for talks with C, then to D on Friday'."""
        if not route.stops or route.void:
            return
        nodes = self.nodes
        count = min(len(nodes), index + _MAX)
        busy = {group.main for group in self.sentence.groups if group.main >= index and group.lemma in MOTION and not group.infinitive}
        at = index
        while at + 1 < count:
            if at in busy:
                return
            if (
                nodes[at].low == "and"
                and at + 3 < count
                and nodes[at + 1].kind == "LOC"
                and nodes[at + 2].kind == ","
                and nodes[at + 3].low == "where"
            ):
                # 'to Quito, where she will meet A, and Lima, where'
                route.stops.append(Stop(nodes[at + 1], index=at + 1))
                route.end = at = at + 2
                continue
            if nodes[at].low in THEN and at + 2 < count and nodes[at + 1].kind == "LOC" and nodes[at + 2].kind == "DAT":
                # 'will be in Jakarta Oct. 5-6 for a meeting, then Manila Oct. 7-8'
                route.stops.append(Stop(nodes[at + 1], nodes[at + 2].value, "then", at + 1, own_day=True))
                route.end = at = at + 3
                continue
            if "in" in preps and (stop := self._in_further(at)) is not None:
                route.stops.append(stop)
                _, at = self.place_at(at + 1, sure=True)
                route.end = at
                continue
            if (
                nodes[at].low in {"to", "in"}
                and nodes[at + 1].kind in {"LOC", "PER", "d", "r"}
                and (nodes[at].low == "to" or nodes[at - 1].kind == "DAT" or nodes[at - 1].low == ",")
            ):
                opening = self._opening(at, index)
                if opening is not None and self.is_goal(at + 1):
                    link, when = opening
                    if nodes[at].low == "in" and when is None:
                        at += 1
                        continue
                    place, after = self.place_at(at + 1, sure=True)
                    if place is not None:
                        stop = Stop(place, when, link, at + 1, own_day=when is not None)
                        rest = self.dates_after(after)
                        if stop.when is None and rest is not None:
                            stop.when, stop.own_day = rest, True
                        route.stops.append(stop)
                        route.end = after
                        at = after
                        continue
            at += 1

    def _in_further(self, at: int) -> Stop | None:
        """Return Quito of 'is to stop in Lima, as the guest of A, and in Quito', 'in Lima on Monday for talks, in Quito on Friday'."""
        nodes = self.nodes
        if nodes[at].low != "in" or nodes[at - 1].low not in {",", "and"} or not self.is_goal(at + 1):
            return None
        place, after = self.place_at(at + 1, sure=True)
        when = self.dates_after(after)
        last = nodes[at - 1].low == "and" and (after >= len(nodes) or nodes[after].kind in {".", ";"})
        if place is None or (when is None and not last) or (when is not None and self._clause_follows(after + 1)):
            return None
        return Stop(place, when, index=at + 1, own_day=when is not None)

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
