"""Itineraries told line by line, without verbs: '12-15 June: Islamabad.', 'Day 2 - Kano', 'Depart Accra for Lomé' under a day."""

# ruff: noqa: PLR2004  # how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

from typing import Any, Final

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.trips import to_come
from factwatch.extraction.travel.words import ENTRIES, ITINERARIES, VISITS

_MARKS: Final = frozenset({":", "-", ",", "("})
_PREPOSITIONS: Final = frozenset({"to", "for", "in", "at"})
_LONGEST_ENTRY: Final = 24
_PLANNED: Final = to_come()


def find_listed(journal: Journal, sentence: Sentence) -> None:
    """Enter a line of an itinerary: of a journey told before, or of the one whom a heading names."""
    nodes = sentence.nodes
    _note_heading(journal, sentence)
    if len(nodes) > _LONGEST_ENTRY or not nodes:
        return
    who = journal.counted_who() or journal.headed or _in_headings(journal, sentence)
    if not who:
        return
    route = _dated_place(journal, sentence) or _stops(journal, sentence) or _under_day(journal, sentence)
    if route is not None:
        journal.add_route(sentence, who, route, _PLANNED, "travel/listed")


def _note_heading(journal: Journal, sentence: Sentence) -> None:
    """'PUBLIC SCHEDULE: Minister A', 'Itinerary of President B': whose the days are that follow."""
    if not journal.silent or sentence.unit.paragraph > 2 or sentence.lows.isdisjoint(ITINERARIES | VISITS):
        return
    people = [node for node in sentence.nodes if node.kind == "PER" and node.titles]
    if len(people) == 1:
        journal.headed = people


def _in_headings(journal: Journal, sentence: Sentence) -> list[Node]:
    """Return the only person whom headings, which are no sentences, name; not the press contact below."""
    headings = journal.passage.headings
    return [headings[0]] if len({node.name for node in headings}) == 1 and headings[0].start < sentence.unit.starts[0] else []


def _without_verbs(sentence: Sentence) -> bool:
    return not any(not group.participle and not group.infinitive and group.main > 0 for group in sentence.groups)


def _dated_place(journal: Journal, sentence: Sentence) -> Route | None:
    """'16 June: Astana', 'Friday, 15 August - Colombo', 'Astana (16 June)', 'Day 1 - Lagos'."""
    nodes = sentence.nodes
    if len(nodes) < 3 or not _without_verbs(sentence):
        return None
    first = 1 if nodes[0].kind in {"-", "•", "*"} or nodes[0].text in {"•", "*", "–", "·"} else 0
    if len(nodes) < first + 3:
        return None
    day: Any = None
    reader = journal.reader(sentence)
    if nodes[first].kind == "DAT" and nodes[first + 1].kind in _MARKS:
        day, at = nodes[first].value, first + 2
    elif nodes[first].low == "day" and nodes[first + 1].kind == "#":
        at = first + 3 if nodes[first + 2].kind in _MARKS else first + 2
    else:
        place, after = reader.place_at(first, sure=True)
        while after < len(nodes) and nodes[after].kind in _MARKS:
            after += 1
        if nodes[after - 1].kind == "," and not (journal.found and journal.found[-1].rule == "travel/listed"):
            # 'Tallinn, 7 November': a dateline, but for a list that has begun
            return None
        if place is None or after == first or after >= len(nodes) or nodes[after].kind != "DAT" or nodes[after - 1].kind not in _MARKS:
            return None
        if any(node.kind not in {")", ".", ",", ";"} for node in nodes[after + 1 : after + 3]):
            return None
        return Route([Stop(place, nodes[after].value, index=first)], end=after + 1)
    while at < len(nodes) and nodes[at].low in {"visit", "to", "arrival", "in", "arrive", "travel", "fly"}:
        at += 1
    route = reader.read(at, frozenset(), bare=True, manner=False, sure=True)
    if not route.stops or route.void:
        return None
    if day is not None:
        route.stops[0].when = day
    return route


def _stops(journal: Journal, sentence: Sentence) -> Route | None:
    """Read 'Stops: Lagos, Accra and Dakar.', 'Itinerary: Lagos - Accra'."""
    nodes = sentence.nodes
    if nodes[0].low not in ITINERARIES | VISITS or len(nodes) < 3 or nodes[1].kind not in {":", "-"}:
        return None
    route = journal.reader(sentence).read(2, frozenset(), bare=True, manner=False, sure=True)
    return route if route.stops and not route.void else None


def _under_day(journal: Journal, sentence: Sentence) -> Route | None:
    """'Depart Accra for Lomé', 'Morning arrival in Abidjan', 'Freetown.': an entry below a line that is a day."""
    nodes = sentence.nodes
    if journal.day is None:
        return None
    reader = journal.reader(sentence)
    place: Node | None
    if nodes[0].kind == "LOC" and (len(nodes) == 1 or (len(nodes) == 2 and nodes[1].kind == ".")):
        return Route([Stop(nodes[0], journal.day)], end=1)
    opening = next((index for index in range(min(3, len(nodes))) if nodes[index].low in ENTRIES), -1)
    if opening < 0 or any(group.main > opening and not group.infinitive for group in sentence.groups if group.form != "base"):
        return None
    leaves = nodes[opening].low.startswith("depart") or nodes[opening].low in {"leave", "leaves"}
    route = Route(end=len(nodes))
    for index in range(opening + 1, len(nodes) - 1):
        low = nodes[index].low
        if low in _PREPOSITIONS and (not leaves or low in {"for", "to"} or nodes[index - 1].low == "overnight"):
            place, _ = reader.place_at(index + 1, sure=True)
            if place is not None:
                route.stops.append(Stop(place, journal.day, index=index + 1))
    return route if route.stops else None
