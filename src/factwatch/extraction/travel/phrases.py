"""Noun phrases of travel: 'X's three-day visit to Jamaica, planned for May'."""

# ruff: noqa: PLR2004  # how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from attrs import define, evolve

from factwatch.extraction.clauses import NOUN_PHRASES, Sentence, VerbGroup
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.entering import counted
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.routes import RouteReader
from factwatch.extraction.travel.travellers import party_of
from factwatch.extraction.travel.words import (
    BEFORE_EVENT_DAY,
    CARRY_OUT,
    DEPARTURES,
    HOMECOMINGS,
    JOURNEYS,
    LEGS,
    PLACED,
    PRESENCES,
    SET_FOR,
    SPANS,
    STAGES,
    STOPS,
    SUPERLATIVES,
    VISITS,
)
from factwatch.lexicon.places import Place

_TO: Final = frozenset({"to", "in", "at", "through", "around", "across", "into"})


_OF: Final = frozenset({"of", "to", "through", "around", "across", "in"})


_AT: Final = frozenset({"in", "at", "to", "on"})


_FOR: Final = frozenset({"for", "to"})


_HOME: Final = frozenset({"to"})


_LISTED: Final = frozenset({"to", "in"})
_ABROAD: Final = frozenset({"abroad", "overseas", "on", "in"})
_TO_COLON: Final = 4
"""Nodes between a journey and the colon before its places."""
_OF_JOURNEY: Final = 5
"""'of her journey' is no longer, in nodes."""
_MODIFIERS: Final = frozenset({"x", "p", "m", "r", "#", "ADJ", "LOC", "v", "h"})


@define(eq=False)
class Phrase:
    """A noun of travel with what belongs to it."""

    noun: int
    first: int
    """Index of the first node of the phrase, its owner included."""
    last: int
    """Index after its places and dates."""
    who: list[Node]
    route: Route
    count: int | None
    negated: bool = False
    stage: str = ""
    """'done', 'planned', 'underway' or 'doubtful', as an adjective says: 'her recent visit', 'a possible trip'."""


def _stage(low: str) -> str:
    """Return what an adjective says of how far a journey is, '' for other words."""
    return next((stage for stage, words in STAGES.items() if low in words), "")


def _is_inner_day(nodes: list[Node], index: int) -> bool:
    """Tell whether a date stands between the owner and the noun: 'the minister's 12-14 March visit', 'his planned November visit'."""
    if nodes[index].kind != "DAT":
        return False
    at = index - 1
    while at > 0 and index - at < 4 and (_stage(nodes[at].low) or nodes[at].kind in {"x", "ADJ", "m"}):
        at -= 1
    return at >= 0 and (nodes[at].kind in {"s", "d"} or (nodes[at].kind == "PRO" and nodes[at].low in {"his", "her", "their", "my"}))


def _is_adjective(sentence: Sentence, index: int) -> bool:
    """Tell whether the participle at *index* is an adjective without an article: 'cancelled planned visits', 'ahead of scheduled trips'."""
    group = sentence.group_at(index)
    if group is None or group.chain or not index or not _stage(sentence.nodes[index].low):
        return False
    before = sentence.nodes[index - 1]
    return before.kind == "f" or any(other.last == index for other in sentence.groups if other is not group)


def _owners_before(sentence: Sentence, at: int) -> tuple[list[Node], int]:
    """Return who owns a journey, the last of them at *at*, and the index of the first: "the Duke and Duchess of Cork's tour"."""
    nodes = sentence.nodes
    if at > 1 and nodes[at - 1].low == "and" and nodes[at - 2].kind in {"PER", "TTL"} and nodes[at].kind in {"PER", "TTL"}:
        return party_of(sentence, [nodes[at - 2], nodes[at]]), at - 2
    return party_of(sentence, [nodes[at]]), at


def names_visit(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether the word at *at* is a noun of travel, or one for a part of a journey: 'the Burundian part of her tour'."""
    if nodes[at].low in VISITS:
        return True
    if not 0 < at < len(nodes) - 2 or nodes[at].low not in LEGS:
        return False
    of_land = nodes[at - 1].kind in {"ADJ", "LOC"} and nodes[at + 1].low == "of"
    return of_land and any(node.low in JOURNEYS for node in nodes[at + 2 : at + 2 + _OF_JOURNEY])


def read_phrase(journal: Journal, sentence: Sentence, index: int) -> Phrase | None:
    """Read the phrase around the noun at *index*: owner, number of stops, places, days."""
    nodes = sentence.nodes
    low = "leg" if nodes[index].low in LEGS and nodes[index].low not in VISITS else nodes[index].low
    first = index
    count = None
    negated = False
    inner_day: Any = None
    stage = ""
    while (
        first > 0
        and (
            nodes[first - 1].kind in _MODIFIERS
            or _is_inner_day(nodes, first - 1)
            or nodes[first - 1].kind == "d"
            or nodes[first - 1].low in PLACED
        )
        and index - first < 8
        and nodes[first - 1].low not in {"on", "and"}
    ):  # no phrase is longer
        if (
            nodes[first - 1].kind == "v"
            and any(group.main == first - 1 and (not group.participle or group.form == "ing") for group in sentence.groups)
            and not (first > 1 and nodes[first - 2].kind in {"d", "s"})
            and not _is_adjective(sentence, first - 1)
        ):
            break
        first -= 1
        if nodes[first].kind == "DAT":
            inner_day = nodes[first].value
        stage = stage or _stage(nodes[first].low)
        count = count or counted(nodes[first].low)
        negated = negated or nodes[first].low == "no"
        if nodes[first].kind == "d":
            break
    who: list[Node] = []
    own_day: Any = inner_day
    if first > 0:
        before = nodes[first - 1]
        if before.kind == "PRO" and before.low in {"his", "her", "their", "my", "its"}:
            who, first = [before], first - 1
        elif before.low == "whose" and first > 1:
            # 'A, whose visit to Peru drew protests,'
            who, first = party_of(sentence, [nodes[first - 2 - (nodes[first - 2].kind == ",")]]), first - 1
        elif before.kind == "s" and first > 1 and nodes[first - 2].kind == "DAT":
            # "Thursday's trip to Poland"
            own_day, first = nodes[first - 2].value, first - 2
        elif before.kind == "s" and first > 1 and nodes[first - 2].low in SPANS:
            # "a day's visit to Kano"
            first -= 2
        elif before.kind == "s" and first > 1:
            who, first = _owners_before(sentence, first - 2)
            if not who and nodes[first].kind != "LOC":
                return None
            if first and nodes[first - 1].kind == "d":
                first -= 1
    reader = journal.reader(sentence)
    reader.is_subject = not any(group.main < index for group in sentence.groups)
    at = index + 1 + (low == "stop" and index + 2 < len(nodes) and nodes[index + 1].low == "over")  # 'a stop over in Sudan'
    if at + 1 < len(nodes) and nodes[at].low in {"paid", "made", "undertaken"} and nodes[at + 1].low == "by":
        # 'the visit paid by President A to Brazil'
        at += 1
    by: list[Node] = []
    if (found := _agents_behind(sentence, at))[0]:
        by, at = found
    elif at + 1 < len(nodes) and nodes[at].low == "of":
        # 'the state visit of President A to Brazil'
        named, after = _agents(sentence, at + 1)
        if named and all(node.titles or node.honorific for node in named) and not (after < len(nodes) and nodes[after].kind == "s"):
            by, at = named, after
    if by and by[0].kind == "TTL" and by[0].titles[0].determiner in {"a", "an"} and _is_record(nodes, first, index):
        # 'the first visit by a British monarch to Ireland' does not say whose it is
        by = []
    if at + 2 < len(nodes) and nodes[at].kind == "," and nodes[at + 1].low in {"in", "to", "at"} and reader.is_goal(at + 2):
        # 'a third stop, in Bridgetown,'
        at += 1
    preps = (
        _OF
        if low in {"tour", "tours"}
        else _AT
        if low in PRESENCES
        else _FOR
        if low in DEPARTURES
        else _HOME
        if low in HOMECOMINGS
        else _TO
    )
    told = _told_behind(nodes, at)
    if told > at and not who and not by:
        # 'The visit, her first to Peru, starts on Monday'
        who, at = [nodes[at + 1]], told
    route = reader.read(at, preps, manner=False)
    if not route.stops and at < len(nodes) and nodes[at].low == "of" and (at + 2 < len(nodes) and nodes[at + 1].kind in {"#", "DAT"}):
        # 'a stay of five days in Accra'
        skip = at + 3
        if skip < len(nodes):
            route = reader.read(skip, preps, manner=False)
    if not route.stops and at + 1 < len(nodes) and nodes[at].low in {"that", "which"} and nodes[at + 1].kind in {"PRO", "PER", "TTL"}:
        # 'the visit that President A paid to Lima'
        at += 1
    if not route.stops and not route.void and at < len(nodes) and nodes[at].kind in {"PRO", "PER", "TTL"}:
        # 'the visit she planned to make to Colombia in May'
        made = next((group for group in sentence.groups if group.first == at + 1 and group.lemma in CARRY_OUT), None)
        if made is not None and party_of(sentence, [nodes[at]]):
            who, route = who or [nodes[at]], reader.read(made.last, preps)
    last = route.end if route.stops else at
    if not route.stops and index and nodes[index - 1].kind == "LOC" and first < index:
        # 'the Nairobi visit'
        route = Route([Stop(nodes[index - 1], index=index - 1)], end=at)
        when, last = date_after(sentence, at)
        route.stops[0].when = when
    if (
        not route.stops
        and index
        and low in {"leg", "stop", "stopover", "portion"}
        and nodes[index - 1].kind == "ADJ"
        and isinstance(nodes[index - 1].value, Place)
        and nodes[index - 1].value.kind == "country"
    ):
        # 'the Canadian leg'
        node = nodes[index - 1]
        route = Route([Stop(evolve(node, kind="LOC", name=node.value.name), index=index - 1)], end=at)
    if not route.stops and not route.void and low not in STOPS and at < len(nodes) and nodes[at].low in {"to", "at"}:
        # 'a visit to the plant in Querétaro'
        route = reader.read(at, _TO, bare=True)
        last = route.end if route.stops else last
    if not route.stops and not route.void and low in JOURNEYS:
        listed = _list_behind(reader, at)
        route, last = (listed, listed.end) if listed is not None else (route, last)
    if not route.stops and at < len(nodes) and nodes[at].low == "there":
        # 'made a stopover there'
        place, last = reader.place_at(at, sure=True)
        route = Route([Stop(place, index=at)] if place is not None else [], end=last)
    if route.void:
        return None
    if own_day is not None and route.stops and not any(stop.when for stop in route.stops):
        for stop in route.stops:
            stop.when = own_day
    if not by and not who and route.stops:
        by, last = _agents_behind(sentence, last)
        by, last = (by, last) if by else _of_whom(sentence, last)
    if route.stops and route.stops[0].when is None and len(route.stops) == 1:
        route.stops[0].when, last = date_after(sentence, last)
        if route.stops[0].when is None:
            route.stops[0].when = date_told(sentence, last)
    return Phrase(index, first, max(last, index + 1), by or who, route, count or route.count, negated, stage)


def _list_behind(reader: RouteReader, at: int) -> Route | None:
    """Return the places that a colon opens: 'her first trip abroad next week: to Lima on Monday, then Quito'."""
    nodes = reader.nodes
    colon = at
    while colon < len(nodes) and colon - at < _TO_COLON and (nodes[colon].kind in {"DAT", "r"} or nodes[colon].low in _ABROAD):
        colon += 1
    if colon + 2 >= len(nodes) or nodes[colon].text != ":":
        return None
    route = reader.read(colon + 1, _LISTED, bare=True, manner=False)
    return route if route.stops and all(isinstance(stop.node.value, Place) for stop in route.stops) else None


def _is_record(nodes: list[Node], first: int, noun: int) -> bool:
    return any(nodes[index].low in SUPERLATIVES for index in range(first, noun))


def _told_behind(nodes: list[Node], at: int) -> int:
    """Return the index of 'to' in ', her first to Peru' or ', his third official visit to Peru' at *at*, else *at*."""
    if at + 3 >= len(nodes) or nodes[at].kind != "," or nodes[at + 1].low not in {"his", "her", "their"}:
        return at
    if nodes[at + 2].low not in PLACED | SUPERLATIVES:
        return at
    for index in range(at + 3, min(len(nodes) - 1, at + 7)):
        if nodes[index].low == "to":
            return index
        if nodes[index].kind not in _MODIFIERS:
            break
    return at


def _agents(sentence: Sentence, at: int) -> tuple[list[Node], int]:
    nodes = sentence.nodes
    while at < len(nodes) and nodes[at].kind == "d":
        at += 1
    if at + 2 < len(nodes) and nodes[at].kind == "TTL" and nodes[at + 1].kind == "," and nodes[at + 2].kind == "PER":
        # 'by the chairman, A,'
        at += 2
    if at < len(nodes) and nodes[at].kind in NOUN_PHRASES:
        end = at + 1
        while end < len(nodes) and nodes[end].low in {"himself", "herself", "themselves"}:
            end += 1
        return party_of(sentence, [nodes[at]]), end
    return [], at


def _agents_behind(sentence: Sentence, at: int) -> tuple[list[Node], int]:
    """Return who makes a journey as 'by' tells, and the index behind: 'a visit in May by President A', 'That visit, by Ms A to Honiara'."""
    nodes = sentence.nodes
    behind = date_after(sentence, at)[1]
    by = behind + (behind + 1 < len(nodes) and nodes[behind].kind == ",")
    if by + 1 >= len(nodes) or nodes[by].low != "by":
        return [], at
    found, end = _agents(sentence, by + 1)
    if found and by > behind and end < len(nodes) and nodes[end].kind == ",":
        end += 1
    return (found, end) if found else ([], at)


def _of_whom(sentence: Sentence, at: int) -> tuple[list[Node], int]:
    """Return whose journey 'the arrival in Lima on Tuesday of President A' is, and the index behind; else []."""
    nodes = sentence.nodes
    of = date_after(sentence, at)[1]
    if of + 1 >= len(nodes) or nodes[of].low != "of":
        return [], at
    found, end = _agents(sentence, of + 1)
    return (found, end) if found and found[0].kind in {"PER", "TTL"} else ([], at)


def date_after(sentence: Sentence, at: int) -> tuple[Any, int]:
    """Return the date that begins at the node *at*, and the index after it."""
    nodes = sentence.nodes
    index = at
    while index < len(nodes) and index - at < 3:
        if nodes[index].kind == "DAT" and (index == 0 or nodes[index - 1].low not in {"until", "till", "since", "before", "after"}):
            return nodes[index].value, index + 1
        if nodes[index].low not in {"on", "in", "from", "for", "late", "early", "(", ",", "at", "over", "the", "during"}:
            break
        index += 1
    return None, at


def date_told(sentence: Sentence, at: int) -> Any:
    """'his visit to Dhaka, which was to have taken place from 2 to 4 June', 'a trip to Riga, originally planned for May,'."""
    nodes = sentence.nodes
    index = at
    if index < len(nodes) and nodes[index].low == "for" and nodes[index].kind == "f":
        # 'his trip to Riga for a summit, scheduled for May,'
        index = next((after for after in range(index + 1, min(len(nodes), index + 9)) if nodes[after].kind in {",", "u", "DAT"}), index)
    if index < len(nodes) and nodes[index].kind == ",":
        index += 1
    if index >= len(nodes) or nodes[index].low not in SET_FOR:
        return None
    for after in range(index + 1, min(len(nodes), index + 11)):
        if nodes[after].kind in {",", ";", "QUO"} or (
            nodes[after].kind == "v" and nodes[after].low in {"announced", "agreed"} and nodes[after + 1].low != "for"
        ):
            return None
        if nodes[after].kind == "DAT":
            return nodes[after].value if nodes[after - 1].low not in {"since", "until", "to", "by"} else None
    return None


def day_of_event(sentence: Sentence, group: VerbGroup) -> Any:
    """'will take place in June', 'is scheduled for Monday'."""
    nodes = sentence.nodes
    for index in range(group.last, min(len(nodes), group.last + 6)):
        if nodes[index].kind == "DAT":
            return nodes[index].value if nodes[index - 1].low not in {"until", "since", "before", "after", "by"} else None
        if nodes[index].low not in BEFORE_EVENT_DAY:
            return None
    return None


def is_open_list(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether 'including' leaves the list of places open."""
    return any(
        sentence.nodes[index].low in {"including", "include", "among"}
        for index in range(phrase.noun, min(len(sentence.nodes), phrase.last))
    )
