"""What a route is made of: places, days, and the prepositions before places."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from factwatch.extraction.travel.course import Course
from factwatch.extraction.travel.links import LinkReader
from factwatch.extraction.travel.model import Stop
from factwatch.extraction.travel.words import COUNTED, EVENTS, FACILITIES, MANNER, NOT_ITS_DAY

_ONWARD: Final = frozenset({"to", "for"})
_FURTHER: Final = frozenset({"to", "on", "at", "in"})
"""Prepositions that open a further place, whatever opened the first."""
_PLACE_WORDS: Final = 2
"""Words behind a place that belong to it."""


def date(course: Course) -> bool | None:
    """Read 'on Monday' as the day of the stops before it or of the next one."""
    node, index, reader, route = course.node, course.index, course.reader, course.route
    if node.kind != "DAT":
        return None
    if (course.nodes[index - 1].low if index else "") not in NOT_ITS_DAY:
        route.when = route.when or node.value
        set_off = bool(route.stops) and reader.set_off(index)
        if set_off and reader.clause_follows(index + 1):
            # 'will travel to Porto, and on Friday they will visit'
            return False
        if course.fresh and not (set_off and reader.goal_follows(index + 1)):
            for stop in course.fresh:
                stop.when, stop.own_day = node.value, len(course.fresh) == 1
            course.fresh = []
        else:
            course.lead = node.value
    course.opened = course.opened and (course.bare or course.listing)
    return course.go_on()


def before_date(course: Course) -> bool | None:
    """Pass over 'on' of 'on Monday'."""
    return course.go_on() if course.reader.opens_date(course.index) else None


def passing(course: Course) -> bool | None:
    """Pass over what says nothing of the route: 'himself', 'by road'; 'will stop in Frankfurt on the way back' is a later stop."""
    stops = course.route.stops
    count = course.reader.passes(course.index) if stops else 0
    if not count:
        return None
    if course.low == "on" and not stops[-1].link:
        stops[-1].link = "then"
    return course.go_on(count)


def departure(course: Course) -> bool | None:
    """Pass over 'from Lima'; what follows 'from there' is a later stop."""
    if course.low != "from":
        return None
    behind = course.reader.departure(course.index)
    if behind < 0:
        return False
    if course.nodes[course.index + 1].low == "there":
        course.link = "then"
    course.index = behind
    return True


def apposition(course: Course) -> bool | None:
    """Pass over 'the capital of Ecuador' of 'Quito, the capital of Ecuador, on Thursday'."""
    behind = course.reader.apposed(course.index) if course.listing else 0
    if not behind:
        return None
    course.index = behind
    return True


def place(course: Course) -> bool | None:
    """Read a place where one may stand."""
    index, reader, listing = course.index, course.reader, course.listing
    if not course.opened or (listing and not reader.stands_alone(index)):
        return None
    found, after = reader.place_at(index, sure=course.sure)
    held = _held_in(reader, after) if found is not None else 0
    if held:
        # 'to the Western Balkans summit in Podgorica'
        found, after = reader.place_at(held, sure=True)
    if found is None:
        return None
    if listing and course.nodes[index - 1].low == "or":
        course.route.void = True
    # 'on Monday in Lima, Cusco and Puno': the day in front is that of them all, not the day of leaving for them
    course.spread = course.lead or (course.spread if listing and course.preps.isdisjoint(_ONWARD) else None)
    dated, linked, last = course.lead is not None, course.link, course.route.stops[-1:]
    stop = course.stop(found, course.spread)
    if not dated:
        joined = listing and not linked and course.fresh[-1:] == last and bool(last)
        course.fresh = [*course.fresh, stop] if joined else [stop]
    return course.close(_behind_name(course, after))


def _held_in(reader: LinkReader, at: int) -> int:
    """Return the index of the place where the event is held whose noun stands at *at*, 0 where there is none."""
    nodes, goal = reader.nodes, at + 2
    event = goal < len(nodes) and (nodes[at].low in EVENTS or nodes[at].kind == "EVT") and nodes[at + 1].low in {"in", "at"}
    return goal if event and reader.is_goal(goal) else 0


def _behind_name(course: Course, after: int) -> int:
    """Return the index behind the nouns that belong to a place: 'the Mwami crossing', 'Samarkand airport'."""
    nodes = course.nodes
    for index in range(after, min(course.end, after + _PLACE_WORDS)):
        node = nodes[index]
        named = node.kind in {"x", "p"} or (node.kind == "v" and node.low in FACILITIES)
        if not named or node.low == "respectively" or not course.reader.noun_after(index):
            return index
    return max(after, min(course.end, after + _PLACE_WORDS))


def goal(course: Course) -> bool | None:
    """Read the preposition before a place, or before the thing that lies there: 'to Lima', 'at a school in Kibera'."""
    low, reader, at, stops = course.low, course.reader, course.index + 1, course.route.stops
    if low not in course.preps and not (stops and low in _FURTHER):
        return None
    if low == "on" and course.word(1) == "to":
        course.link = course.link or "on"
        return course.go_on()
    if reader.is_goal(at) or reader.count_at(at):
        return course.open(at)
    nearer = reader.lies_at(at) if course.manner or course.bare else reader.kind_of(at)
    if nearer >= 0 and not stops:
        return course.open(nearer)
    return course.go_on() if low in MANNER and not stops and course.manner else False


def number(course: Course) -> bool | None:
    """Read 'four countries'."""
    counted = course.reader.count_at(course.index) if course.opened or not course.route.stops else None
    if not counted:
        return None
    course.route.count = counted
    course.index += 1
    while course.index < course.end and course.low not in COUNTED:
        course.index += 1
    return course.go_on()


def manner(course: Course) -> bool | None:
    """Pass over 'back' and 'by train' of 'travelled back by train to Lima'."""
    if course.route.stops:
        return None
    # 'will visit only Peru', 'just two countries'
    return course.go_on() if (course.manner and course.low in MANNER) or (course.bare and course.low in {"only", "just"}) else None


def owned_plant(course: Course) -> bool | None:
    """Read 'visit the group's Hotazel operations'."""
    at = course.reader.owned_plant(course.index) if course.bare and not course.route.stops else -1
    if at < 0:
        return None
    node = course.nodes[at]
    dated = course.lead is not None
    course.index = at
    stop: Stop = course.stop(node if node.kind == "LOC" else evolve(node, kind="LOC"), course.lead)
    course.fresh = [] if dated else [stop]
    course.bare = False
    return course.close(at + 2)


def thing(course: Course) -> bool | None:
    """Read 'a wind farm at Shelek' as the place where it lies."""
    stops = course.route.stops
    if not course.bare or (stops and not course.listing):
        return None
    nearer = course.reader.lies_at(course.index) if not stops or course.reader.stands_alone_facility(course.index) else -1
    return course.open(nearer) if nearer >= 0 else None


def bracket(course: Course) -> bool | None:
    """Pass over the brackets of 'Lima (Monday)'."""
    return course.go_on() if course.low in {"(", ")"} and course.route.stops else None
