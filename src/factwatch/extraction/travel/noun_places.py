"""The places of a noun of travel: 'a visit to Lima', 'a stay of five days in Accra', 'the Nairobi visit', 'the Canadian leg'."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from attrs import evolve

from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.noun_days import date_after
from factwatch.extraction.travel.noun_phrase import NounPhrase
from factwatch.extraction.travel.routes import RouteReader
from factwatch.extraction.travel.travellers import party_of
from factwatch.extraction.travel.words import CARRY_OUT, DEPARTURES, HOMECOMINGS, JOURNEYS, LAND_LEGS, PRESENCES, STOPS, WHOLE_TOURS
from factwatch.lexicon.places import Place

_TO: Final = frozenset({"to", "in", "at", "through", "around", "across", "into"})
_PREPS: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(HOMECOMINGS, frozenset({"to"})),
    **dict.fromkeys(DEPARTURES, frozenset({"for", "to"})),
    **dict.fromkeys(PRESENCES, frozenset({"in", "at", "to", "on"})),
    **dict.fromkeys(WHOLE_TOURS, frozenset({"of", "to", "through", "around", "across", "in"})),
}
"""Prepositions before the places of a noun, for all others those of `_TO`."""
_LISTED: Final = frozenset({"to", "in"})
_ABROAD: Final = frozenset({"abroad", "overseas", "on", "in"})
_TO_COLON: Final = 4
"""Nodes between a journey and the colon before its places."""
_PARTIES: Final = frozenset({"PRO", "PER", "TTL"})


def places(phrase: NounPhrase) -> None:
    """Read the places of the noun, by the first reader that finds some."""
    if phrase.word() == "," and phrase.word(1) in {"in", "to", "at"} and phrase.reader.is_goal(phrase.at + 2):
        # 'a third stop, in Bridgetown,'
        phrase.at += 1
    for reader in _BEHIND:
        reader(phrase)
        if phrase.route.stops:
            phrase.last = phrase.route.end
            return
    phrase.last = phrase.at
    for reader in _ELSEWHERE:
        reader(phrase)
        if phrase.route.stops:
            return


def _right_behind(phrase: NounPhrase) -> None:
    """Read 'a visit to Lima'."""
    phrase.route = phrase.reader.read(phrase.at, _PREPS.get(phrase.low, _TO), manner=False)


def _behind_length(phrase: NounPhrase) -> None:
    """Read 'a stay of five days in Accra'."""
    at, nodes = phrase.at, phrase.nodes
    if phrase.word() == "of" and at + 3 < len(nodes) and nodes[at + 1].kind in {"#", "DAT"}:
        phrase.route = phrase.reader.read(at + 3, _PREPS.get(phrase.low, _TO), manner=False)


def _behind_clause(phrase: NounPhrase) -> None:
    """Read 'the visit that President A paid to Lima', 'the visit she planned to make to Colombia in May'."""
    nodes = phrase.nodes
    if phrase.word() in {"that", "which"} and phrase.at + 1 < len(nodes) and nodes[phrase.at + 1].kind in _PARTIES:
        phrase.at += 1
    at = phrase.at
    if phrase.route.void or at >= len(nodes) or nodes[at].kind not in _PARTIES:
        return
    made = next((group for group in phrase.sentence.groups if group.first == at + 1 and group.lemma in CARRY_OUT), None)
    if made is not None and party_of(phrase.sentence, [nodes[at]]):
        phrase.who = phrase.who or [nodes[at]]
        phrase.route = phrase.reader.read(made.last, _PREPS.get(phrase.low, _TO))


def _before_noun(phrase: NounPhrase) -> None:
    """Read 'the Nairobi visit'."""
    at = phrase.noun - 1
    if at < phrase.first or phrase.nodes[at].kind != "LOC":
        return
    when, phrase.last = date_after(phrase.sentence, phrase.at)
    phrase.route = Route([Stop(phrase.nodes[at], when, index=at)], end=phrase.at)


def _of_land(phrase: NounPhrase) -> None:
    """Read 'the Canadian leg'."""
    if not phrase.noun or phrase.low not in LAND_LEGS:
        return
    node = phrase.nodes[phrase.noun - 1]
    if node.kind == "ADJ" and isinstance(node.value, Place) and node.value.kind == "country":
        land = evolve(node, kind="LOC", name=node.value.name)
        phrase.route = Route([Stop(land, index=phrase.noun - 1)], end=phrase.at)


def _thing(phrase: NounPhrase) -> None:
    """Read 'a visit to the plant in Querétaro'."""
    if phrase.route.void or phrase.low in STOPS or phrase.word() not in {"to", "at"}:
        return
    phrase.route = phrase.reader.read(phrase.at, _TO, bare=True)
    if phrase.route.stops:
        phrase.last = phrase.route.end


def _listed(phrase: NounPhrase) -> None:
    """'her first trip abroad next week: to Lima on Monday, then Quito'."""
    if not phrase.route.void and phrase.low in JOURNEYS and (listed := _list_behind(phrase.reader, phrase.at)) is not None:
        phrase.route, phrase.last = listed, listed.end


def _there(phrase: NounPhrase) -> None:
    """'made a stopover there'."""
    if phrase.word() == "there":
        place, phrase.last = phrase.reader.place_at(phrase.at, sure=True)
        phrase.route = Route([Stop(place, index=phrase.at)] if place is not None else [], end=phrase.last)


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


_BEHIND: Final[tuple[Callable[[NounPhrase], None], ...]] = (_right_behind, _behind_length, _behind_clause)
_ELSEWHERE: Final[tuple[Callable[[NounPhrase], None], ...]] = (_before_noun, _of_land, _thing, _listed, _there)
