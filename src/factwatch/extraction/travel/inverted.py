"""Sentences that name the traveller last: 'Awaited in Lima on Friday is A', 'Standing in for B in Accra was C'."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.noun_days import date_after
from factwatch.extraction.travel.telling import tell
from factwatch.extraction.travel.travellers import at_home, people_named
from factwatch.extraction.travel.trips import LIVE, Telling
from factwatch.extraction.travel.words import AT, INVERTED, MOTION, PARTIES
from factwatch.lexicon.places import Place

_FAR: Final = 24
"""Nodes before the verb of an inverted sentence."""
_NEAR: Final = 5
_TO: Final = frozenset({"to", "into"})


def find_inverted(journal: Journal, sentence: Sentence) -> None:
    """Enter those whom a sentence names behind 'is', with the place in front."""
    nodes = sentence.nodes
    group = next((group for group in sentence.groups if group.lemma == "be" and not group.participle), None)
    if group is None or group.first > _FAR or group.negative or group.passive or group.last >= len(nodes):
        return
    people = people_named(sentence, group.last)
    place = _host(sentence, group) if journal.guests else None
    guest = nodes[0].kind == "TTL" and "guest" in nodes[0].low.split()
    place = place or (_place_before(journal, sentence, group) if guest or nodes[0].low in INVERTED["any"] else None)
    if not people or place is None or any(node.start < nodes[group.last].start for node in people):
        return
    when = next((node.value for node in nodes[: group.first] if node.kind == "DAT"), None)
    end = next(index for index in range(group.last, len(nodes)) if nodes[index] is people[-1])
    when = when or date_after(sentence, end + 1)[0]
    told = tell(journal, sentence, group, when, state=True)
    if told is None or told.negative or told.status not in LIVE:
        return
    if nodes[0].low in INVERTED["absent"]:
        told = Telling("cancelled", told.tense)
    elif nodes[0].low in INVERTED["awaited"]:
        told = Telling("planned", "future", "expected")
    for person in people:
        if at_home([person], place):
            continue
        stop = Stop(place, when)
        if nodes[0].low in INVERTED["perhaps"]:
            journal.suppose(sentence, [person], stop, told, "travel/inverted", end=person.end)
        else:
            journal.add_route(sentence, [person], Route([stop]), told, "travel/inverted", start=nodes[0].start)


def find_came(journal: Journal, sentence: Sentence) -> None:
    """Enter A of 'To Lima on Tuesday came President A'."""
    nodes = sentence.nodes
    group = sentence.groups[0] if sentence.groups else None
    if group is None or group.lemma not in MOTION or group.passive or group.negative or group.first > _NEAR or group.last >= len(nodes):
        return
    people = people_named(sentence, group.last)
    route = journal.reader(sentence).read(0, _TO)
    if not people or not route.stops or route.void or route.end > group.first or nodes[group.last].kind not in {"PER", "TTL"}:
        return
    telling = tell(journal, sentence, group, route.stops[0].when)
    if telling is not None and telling.status in LIVE:
        journal.add_route(sentence, people, route, telling, "travel/inverted", start=nodes[0].start)


def find_headed(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Enter A of "Chile's delegation in Lima will be headed by Minister A"."""
    nodes = sentence.nodes
    by = group.last < len(nodes) and nodes[group.last].low == "by"
    place = _place_before(journal, sentence, group) if by and group.passive and not group.negative else None
    party = any(not PARTIES.isdisjoint(node.low.split()) for node in nodes[: group.first])
    if place is None or not party:
        return
    when = next((node.value for node in nodes[: group.first] if node.kind == "DAT"), None)
    told = tell(journal, sentence, group, when)
    if told is None or told.status not in {"done", "planned"}:
        return
    for person in people_named(sentence, group.last + 1)[:1]:
        journal.suppose(sentence, [person], Stop(place, when), told, "travel/headed", end=person.end)


def _place_before(journal: Journal, sentence: Sentence, group: VerbGroup) -> Node | None:
    """Return Lima of 'Awaited in Lima on Friday is': nothing but a day stands between it and the verb."""
    nodes = sentence.nodes
    reader = journal.reader(sentence)
    for index in range(group.first - 2, max(-1, group.first - 2 * _NEAR), -1):
        if (nodes[index].low in AT or (nodes[index].low == "from" and nodes[0].low in INVERTED["absent"])) and nodes[index].kind == "f":
            place, end = reader.place_at(index + 1, sure=True)
            if place is not None:
                rest = nodes[end : group.first]
                return place if all(node.kind in {"DAT", ",", "r"} or node.low in {"on", "this"} for node in rest) else None
    return None


def _host(sentence: Sentence, group: VerbGroup) -> Node | None:
    """Return Peru of "Peru's guest on Friday will be"."""
    nodes = sentence.nodes
    for index in range(max(0, group.first - _NEAR), group.first):
        node = nodes[index]
        if "guest" not in node.low.split():
            continue
        host = node.titles[0].of_value if node.titles else nodes[index - 2].value if index > 1 and nodes[index - 1].kind == "s" else None
        return evolve(node, kind="LOC", name=host.name, value=host, titles=[]) if isinstance(host, Place) else None
    return None
