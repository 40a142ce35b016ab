"""Noun phrases of travel: 'X's three-day visit to Jamaica, planned for May'."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import define

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.makers import behind_noun, behind_places, in_apposition
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.noun_days import date_after, date_told
from factwatch.extraction.travel.noun_phrase import NounPhrase
from factwatch.extraction.travel.noun_places import places
from factwatch.extraction.travel.owners import modifiers, owner
from factwatch.extraction.travel.unsaid import scene_of_guest
from factwatch.extraction.travel.words import JOURNEYS, LEGS, VISITS

_ELSEWHERE: Final = frozenset({"to", "at", "in"})
_OF_JOURNEY: Final = 5
"""'of her journey' is no longer, in nodes."""


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
    over = low == "stop" and index + 2 < len(nodes) and nodes[index + 1].low == "over"  # 'a stop over in Sudan'
    reader = journal.reader(sentence)
    reader.is_subject = not any(group.main < index for group in sentence.groups)
    phrase = NounPhrase(sentence, reader, index, low, first=index, at=index + 1 + over, last=index + 1)
    modifiers(phrase)
    if not owner(phrase):
        return None
    behind_noun(phrase)
    in_apposition(phrase)
    places(phrase)
    route = phrase.route
    if route.void:
        return None
    if phrase.own_day is not None and not any(stop.when for stop in route.stops):
        for stop in route.stops:
            stop.when = phrase.own_day
    behind_places(phrase)
    if len(route.stops) == 1 and route.stops[0].when is None:
        route.stops[0].when, phrase.last = date_after(sentence, phrase.last)
        if route.stops[0].when is None:
            route.stops[0].when = date_told(sentence, phrase.last)
    _at_scene(journal, phrase)
    last, who = max(phrase.last, index + 1), phrase.by or phrase.who
    return Phrase(index, phrase.first, last, who, phrase.route, phrase.count or route.count, phrase.negated, phrase.stage)


def _at_scene(journal: Journal, phrase: NounPhrase) -> None:
    """Give 'a visit by the Chilean foreign minister, A,' the place where the story was filed."""
    if phrase.route.stops or not phrase.by or phrase.low != "visit" or phrase.word() in _ELSEWHERE:
        return
    scene = scene_of_guest(journal, phrase.sentence, phrase.by, phrase.noun)
    if scene is not None:
        when, phrase.last = date_after(phrase.sentence, phrase.at)
        phrase.route = Route([Stop(scene, when, index=phrase.noun)], end=phrase.last)


def is_open_list(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether 'including' leaves the list of places open."""
    return any(
        sentence.nodes[index].low in {"including", "include", "among"}
        for index in range(phrase.noun, min(len(sentence.nodes), phrase.last))
    )
