"""Words by which a route goes on: 'and', 'followed by', 'before', 'by way of', 'including', 'then'."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from factwatch.extraction.travel.course import Course
from factwatch.extraction.travel.links import LinkReader
from factwatch.extraction.travel.words import BEFORE_NEXT_STOP, THEN

_JOINERS: Final = frozenset({"and", "&", "plus"})
_OPENS_LIST: Final = frozenset({"including", "namely", ":"})
_BEHIND_NAME: Final = frozenset({"x", "v", "p", "EVT"})
"""Kinds of nodes behind a name that stands before a noun: 'before the Brussels talks'."""


def joiner(course: Course) -> bool | None:
    """Read the comma or 'and' of a list of places; before the first place only where a goal or the list follows."""
    node, route = course.node, course.route
    comma = node.kind == ","
    if not comma and node.kind != ";" and node.low not in _JOINERS:
        return None
    named = route.count and (course.word(1) in _OPENS_LIST or (comma and _lists(course, course.index + 1)))
    if not route.stops and not named and not (comma and course.reader.comma_before_goal(course.index + 1)):
        return False
    course.opened, course.listing = bool(route.stops or (named and comma and course.word(1) not in _OPENS_LIST)), bool(route.stops)
    return course.go_on()


def _lists(course: Course, at: int) -> bool:
    """Tell whether the places follow that were counted: 'two countries, Peru and Chile', but not 'two countries, Peru said'."""
    place, after = course.reader.place_at(at, sure=True)
    return place is not None and after < course.end and course.nodes[after].low in {",", "and", "on", "in"}


def colon(course: Course) -> bool | None:
    """Read 'four countries: A, B'."""
    return course.open(course.index + 1) if course.node.kind == ":" and course.route.count else None


def _or(course: Course) -> bool | None:
    """Read 'A, B or C', which is no route."""
    route = course.route
    if not route.stops:
        return None
    route.void = course.reader.place_at(course.index + 1, sure=course.sure)[0] is not None or route.void
    return False


def _followed_by(course: Course) -> bool | None:
    """'to Lima, followed by a two-day visit to Quito'."""
    if course.word(1) != "by" or not course.route.stops:
        return None
    course.link = "then"
    at = course.index + 2
    while at < course.end and course.nodes[at].low in BEFORE_NEXT_STOP:
        at += 1
    return course.open(at)


def _on_way(course: Course) -> bool | None:
    """'to Lima on his way to Quito'."""
    nodes, index = course.nodes, course.index
    towards = course.word(3)
    if not course.route.stops or towards not in {"to", "back"} or course.word(2) != "way" or nodes[index + 1].kind != "PRO":
        return None
    course.link = "then"
    return course.go_on(3 if towards == "to" else 4)


def _en_route(course: Course) -> bool | None:
    """'to Lima en route to Quito'."""
    if not course.route.stops or course.word(1) != "route":
        return None
    course.link = "then"
    return course.go_on(2)


def _only(course: Course) -> bool | None:
    """'and only then'."""
    return course.go_on() if course.listing and (course.word(1) in THEN or course.word(1) == "after") else None


def _after_that(course: Course) -> bool | None:
    """'then Quito, and after that, on Friday, Bogotá'."""
    if not course.listing or course.word(1) != "that":
        return None
    course.link, course.opened, course.sure, course.fresh = "then", True, True, []
    return course.go_on(2)


def _before(course: Course) -> bool | None:
    """'to Lima before Quito'."""
    if not course.route.stops or not _is_stop(course.reader, course.index + 1):
        return None
    course.link = "then"
    return course.open(course.index + 1)


def _is_stop(reader: LinkReader, index: int) -> bool:
    """Tell whether a place stands there by itself: 'before Manila', against 'before the Brussels talks'."""
    place, after = reader.place_at(index, sure=True)
    return place is not None and (after >= len(reader.nodes) or reader.nodes[after].kind not in _BEHIND_NAME)


def _by_way_of(course: Course) -> bool | None:
    """'to Honiara by way of Brisbane'."""
    if course.word(1) != "way" or course.word(2) != "of":
        return None
    course.link = "via"
    return course.open(course.index + 3)


def _via(course: Course) -> bool | None:
    """'to Honiara via Brisbane'."""
    if not course.reader.is_goal(course.index + 1):
        return None
    course.link = "via" if course.route.stops else course.link
    return course.open(course.index + 1)


def _including(course: Course) -> bool | None:
    """'four countries, including Peru'."""
    return course.open(course.index + 1) if course.route.count or course.route.stops else None


def _then(course: Course) -> bool | None:
    """'to Lima, then Quito', 'to Lima first and Quito afterwards'."""
    if _is_behind_place(course) and not course.listing and _ends_there(course):
        if len(course.route.stops) > 1:
            course.route.stops[-1].link = "then"
        return course.go_on()
    course.link = "then" if course.route.stops else course.link or "then"
    course.opened = course.opened or bool(course.route.stops)
    return course.go_on()


def _last_of_all(course: Course) -> bool | None:
    """'to Lima, Quito and, last of all, Bogotá', 'and, last, Bogotá'."""
    behind = 3 if course.word(1) == "of" and course.word(2) == "all" else 1
    if not course.listing or not course.route.stops or (course.word(behind) != "," and behind == 1):
        return None
    course.link = "then"
    return course.go_on(behind)


def _first(course: Course) -> bool | None:
    """'will go first to Lima', 'will go to Lima first and Quito afterwards'."""
    if _is_behind_place(course):
        course.route.stops[-1].link = "first"
    else:
        course.link = "first"
    return course.go_on()


def _is_behind_place(course: Course) -> bool:
    """Tell whether the word stands right behind the place told last."""
    return bool(course.route.stops) and course.index == course.route.stops[-1].index + 1


def _ends_there(course: Course) -> bool:
    """Tell whether no place follows the word, so that it belongs to the one before: 'Quito afterwards.', but not 'Lima then Quito'."""
    at = course.index + 1
    return at >= len(course.nodes) or course.nodes[at].kind in {".", ",", ";", "QUO"}


_BY_WORD: Final[Mapping[str, Callable[[Course], bool | None]]] = {
    **dict.fromkeys(THEN, _then),
    "or": _or,
    "followed": _followed_by,
    "on": _on_way,
    "en": _en_route,
    "only": _only,
    "after": _after_that,
    "before": _before,
    "by": _by_way_of,
    "via": _via,
    "through": _via,
    "including": _including,
    "namely": _including,
    "first": _first,
    "last": _last_of_all,
}


def onward(course: Course) -> bool | None:
    """Read a word by which the route goes on."""
    reader = _BY_WORD.get(course.low)
    return reader(course) if reader is not None else None
