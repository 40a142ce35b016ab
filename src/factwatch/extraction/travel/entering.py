"""Routes are entered with their order, with the places they replace and with those who come along."""

# ruff: noqa: PLR2004  # how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

import re
from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, list_from
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.routes import RouteReader
from factwatch.extraction.travel.travellers import at_home, people_named
from factwatch.extraction.travel.trips import LIVE, Telling, to_come
from factwatch.extraction.travel.words import MOTION, PRESENT

_COUNT: Final = re.compile(
    r"(two|three|four|five|six|seven|eight|nine|ten|\d{1,2})-(?:nation|country|city|stop|state|island|leg|capital)\Z"
)


_DAYS: Final = re.compile(r"(two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|week)-(?:day|long)\Z")


_NUMBERS: Final = {word: number for number, word in enumerate(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 2)}


_ALONGSIDE: Final = frozenset(
    {
        ("accompanied", "by"),
        ("along", "with"),
        ("together", "with"),
        ("joined", "by"),
        ("flanked", "by"),
        ("escorted", "by"),
        ("followed", "by"),
    }
)


_COMMENT: Final = 9
"""Nodes of ', as had been reported,' and the like."""
_COMPANY: Final = frozenset({"with", "alongside"})
_TOGETHER: Final = frozenset({"together", "along"})
_OWN: Final = frozenset({"his", "her", "their", "its"})


def counted(low: str) -> int | None:
    """Return the number of stops in 'three-nation', None for other words."""
    match = _COUNT.match(low)
    return (_NUMBERS.get(match[1]) or int(match[1])) if match else None


def lasting(low: str) -> int:
    """Return the number of days in 'four-day', 'week-long', 0 for other words."""
    match = _DAYS.match(low)
    return 0 if match is None else 7 if match[1] in {"week", "one-week"} else _NUMBERS.get(match[1], 0) or int(match[1])


def enter(journal: Journal, sentence: Sentence, group: VerbGroup, *, who: list[Node], route: Route, telling: Telling, rule: str) -> None:
    """Enter a route with its order, the stops it replaces and those who come along."""
    start = sentence.nodes[group.first].start
    found = journal.add_route(sentence, who, route, telling, rule, opening=opening_of(sentence, group), start=start)
    if not found:
        return
    _after_place(journal, sentence, who, route, telling)
    if telling.status == "planned":
        _not_there(journal, sentence, who, route)
    if telling.status in LIVE:
        _companions(journal, sentence, route, telling, moves=group.lemma not in PRESENT)
        _alongside(journal, sentence, who, route, telling)


def opening_of(sentence: Sentence, group: VerbGroup) -> str:
    """Return 'first' or 'then' where the words around *group* say how its places follow what was told before, else ''."""
    words = set(group.chain)
    index = group.first - 1
    near = {sentence.nodes[position].low for position in range(max(0, index), group.last)}
    after = sentence.nodes[group.last].low if group.last < len(sentence.nodes) else ""
    if (
        words & {"then", "next", "later", "subsequently", "afterwards"}
        or near & {"then", "later"}
        or group.lemma in {"proceed", "continue"}
        or group.particle == "on"
        or (after in {"on", "onward", "onwards", "next", "then"} and group.lemma in MOTION)
    ):
        return "then"
    opener = {node.low for node in sentence.nodes[:3]}
    if opener & {"then", "afterwards", "next", "later"} or {"from", "there"} <= opener:
        return "then"
    if words & {"first"} or after == "first":
        return "first"
    return ""


def _after_place(journal: Journal, sentence: Sentence, who: list[Node], route: Route, telling: Telling) -> None:
    """'will visit Peru after Chile', 'flies to Lima next, after Quito': the place behind 'after' is a stop too."""
    nodes = sentence.nodes
    at = route.end + (route.end < len(nodes) and nodes[route.end].kind == ",")
    if at + 2 >= len(nodes) or nodes[at].low not in {"after", "before"} or telling.status not in {"planned", "underway"}:
        return
    if nodes[at + 1].kind != "LOC" or nodes[at + 2].kind not in {".", ",", "DAT"}:
        return
    place, _ = journal.reader(sentence).place_at(at + 1, sure=False)
    if place is not None:
        route.end = at + 2
        stop = Stop(place, index=at + 1)
        journal.add_route(sentence, who, Route([stop], end=route.end), to_come(), "travel/after-place")


def _not_there(journal: Journal, sentence: Sentence, who: list[Node], route: Route) -> None:
    """'will go only to Peru and not to Chile', 'goes on to Peru, though not, as had been reported, to Chile'."""
    nodes = sentence.nodes
    at = route.end
    if "not" not in sentence.lows:
        return
    while at < len(nodes) and at - route.end < 2 and nodes[at].low in {"and", ",", "though", "but", "although"}:
        at += 1
    if at == route.end or at + 2 >= len(nodes) or nodes[at].low != "not":
        return
    at += 1
    if nodes[at].kind == ",":
        at = next((index + 1 for index in range(at + 1, min(len(nodes) - 2, at + _COMMENT)) if nodes[index].kind == ","), at)
    if nodes[at].low in {"to", "in"} and at + 1 < len(nodes):
        place, _ = journal.reader(sentence).place_at(at + 1, sure=True)
        if place is not None:
            journal.add(sentence, who, Stop(place), Telling("cancelled", "future", "planned"), "travel/not-to")


def _companions(journal: Journal, sentence: Sentence, route: Route, telling: Telling, *, moves: bool) -> None:
    """
    Read '... with her counterpart, B', '... accompanied by C and D': they travel too.

    Who is 'in Oslo with the bishop, B' (no verb that *moves*) may see him there; with 'his deputy, B' he came.
    """
    nodes = sentence.nodes
    at = route.end
    while at < len(nodes) and (
        nodes[at].kind in {"DAT", ","}
        or (
            nodes[at].low in {"on", "together", "along", "in"}
            and at + 1 < len(nodes)
            and (nodes[at + 1].kind == "DAT" or nodes[at + 1].low == "with")
        )
    ):
        at += 1
    if at + 1 >= len(nodes):
        return
    if nodes[at].low == "accompanied" and nodes[at + 1].low == "by":
        at += 2
    elif nodes[at].low == "in" and " ".join(node.low for node in nodes[at + 1 : at + 4]).startswith("the company of"):
        at += next(step for step in range(2, 5) if nodes[at + step].low == "of") + 1
    elif nodes[at].low in _COMPANY:
        at += 1
        if not moves and nodes[at - 2].low not in _TOGETHER and not any(title.determiner in _OWN for title in nodes[at].titles):
            return
    else:
        return
    for person in people_named(sentence, at):
        if any(title.determiner == "its" for title in person.titles):
            # 'toured the institute with its director, A'
            continue
        for stop in route.stops:
            if at_home([person], stop.node):
                # 'spoke in Warsaw alongside the Polish president, A'
                continue
            journal.add(sentence, [person], stop, telling, "travel/company")


def _alongside(journal: Journal, sentence: Sentence, who: list[Node], route: Route, telling: Telling) -> None:
    """'X, accompanied by B and C, visited', 'X, along with B, will travel': B and C go too."""
    nodes = sentence.nodes
    at = next((index for index in range(len(nodes)) if nodes[index] is who[0]), -1)
    if len(nodes) > 4 and at > 2 and (nodes[0].low, nodes[1].low) in _ALONGSIDE and nodes[at - 1].kind == ",":
        # 'Accompanied by B, X arrived'
        at = -2
    else:
        # the comma behind an apposition is part of its node: 'The minister, A, accompanied by B, left'
        at -= 0 <= at < len(nodes) - 1 and nodes[at + 1].kind != ","
        if at < -1 or at + 4 >= len(nodes) or (nodes[at + 2].low, nodes[at + 3].low) not in _ALONGSIDE:
            return
    people, _ = list_from(sentence, at + 4, lambda node: node.kind == "PER" or (node.kind == "TTL" and node.titles[0].definite))
    for person in people:
        for stop in route.stops:
            if person.kind == "PER":
                journal.add(sentence, [person], stop, telling, "travel/company")


def date_behind(reader: RouteReader, route: Route) -> None:
    """Give the only stop of *route* the date directly behind it."""
    nodes = reader.nodes
    for index in range(route.end, min(len(nodes), route.end + 3)):
        if nodes[index].kind == "DAT":
            route.stops[0].when, route.stops[0].own_day = nodes[index].value, True
            return
        if nodes[index].low not in {"on", "in", "late", "early"}:
            return
