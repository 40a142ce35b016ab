"""Who does not go because another does: 'will go in place of A', 'B, not A, flies to Lisbon', 'will travel without A'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.occasion import trailing_day
from factwatch.extraction.otherwise import away_by
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.dating import give_day
from factwatch.extraction.travel.gatherings import event_place
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.names import PLACE_PREPOSITIONS
from factwatch.extraction.travel.telling import tell
from factwatch.extraction.travel.travellers import party_of, travellers_of
from factwatch.extraction.travel.trips import LIVE, Telling
from factwatch.extraction.travel.words import AT, CARRIED

_NO_GOALS: Final = frozenset({"travel/phase", "travel/member", "travel/company"})
"""'will begin in Rome rather than Milan' does not say that Milan is off."""
_TOLD: Final = 6
"""So many visits of one sentence."""
_THEM: Final = frozenset({"him", "her", "them"})
_BY: Final = 8
"""'by' stands no further behind 'represented', in nodes."""


def find_absent(journal: Journal, sentence: Sentence) -> None:
    """Enter those in whose place the travellers of *sentence* go."""
    told = [
        item for item in journal.found[-6:] if item.unit == sentence.unit.index and item.status in LIVE and isinstance(item.place, Node)
    ]
    if not told:
        return
    nodes = sentence.nodes
    for index, node in enumerate(nodes):
        word = away_by(nodes, index) if node.kind == "PER" else ""
        if not word or any(_is_one(node, who) for item in told for who in item.who):
            continue
        beside = next((other for other in reversed(nodes[:index]) if other.kind in {"PER", "TTL", "PRO"}), None)
        verb = group_before(sentence, index)
        for item in told:
            if verb is not None and verb.passive and verb.lemma not in CARRIED:
                # 'met A, who was appointed in place of B, and flew to Lima'
                continue
            if word != "not" or beside is None or any(beside is who for who in item.who):
                _miss(journal, sentence, node, item)


def find_elsewhere(journal: Journal, sentence: Sentence) -> None:
    """Enter the places to which the travellers of *sentence* do not go, told against those to which they do."""
    unit = sentence.unit.index
    told = [item for item in journal.found[-_TOLD:] if item.unit == unit and item.status == "planned" and item.rule not in _NO_GOALS]
    if not told:
        return
    nodes = sentence.nodes
    places = {(item.place.name or "") for item in told if isinstance(item.place, Node)}
    for index, node in enumerate(nodes):
        if node.kind != "LOC" or (node.name or "") in places or (index + 1 < len(nodes) and nodes[index + 1].kind == "s"):
            continue
        at = index - (index > 0 and nodes[index - 1].kind == "f" and nodes[index - 1].low in PLACE_PREPOSITIONS | {"to"})
        place, _ = journal.reader(sentence).place_at(index, sure=True) if away_by(nodes, at) == "not" else (None, 0)
        if place is not None:
            off = Telling("cancelled", "future", "planned")
            journal.add(sentence, told[0].who, Stop(place, index=index), off, "travel/instead-of")


def _miss(journal: Journal, sentence: Sentence, person: Node, item: Finding) -> None:
    if isinstance(item.place, Node):
        journal.add(sentence, [person], Stop(item.place, item.when), Telling("cancelled", "future", "planned"), "travel/absent")


def _is_one(one: Node, other: Node) -> bool:
    return (one.name or one.text).split()[-1:] == (other.name or other.text).split()[-1:]


def find_represented(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'Minister A will be represented in Lisbon by his deputy, B': B goes there, and A does not."""
    nodes = sentence.nodes
    at = group.last
    if not group.passive:
        _represents(journal, sentence, group)
    if not group.passive or at + 2 >= len(nodes) or nodes[at].low not in PLACE_PREPOSITIONS:
        return
    missing = [node for node in subject_of(sentence, group) if node.kind in {"PER", "TTL", "PRO"} and node.low != "it"]
    by = next((index for index in range(at, min(len(nodes) - 1, at + _BY)) if nodes[index].low == "by"), 0)
    place, end = journal.reader(sentence).place_at(at + 1, sure=True)
    if not by or place is None or end > by:
        return
    route = Route([Stop(place, index=at + 1)], end=end)
    give_day(journal, sentence, group, route)
    telling = tell(journal, sentence, group, route.stops[0].when)
    if telling is None or telling.status not in LIVE or telling.negative:
        return
    who = party_of(sentence, [nodes[by + 1 + (nodes[by + 1].kind == "d")]]) if by + 2 < len(nodes) else []
    if who:
        journal.add_route(sentence, who, route, telling, "travel/represent", start=nodes[group.first].start)
    if len(missing) == 1:
        off = Telling("cancelled", "future", "planned")
        journal.add(sentence, missing, Stop(place, route.stops[0].when), off, "travel/absent")


def _represents(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Enter who 'will represent him in Lima on Friday', 'represented the King at a funeral in Lima'."""
    nodes = sentence.nodes
    at = group.last + (group.last < len(nodes) and nodes[group.last].kind == "d")
    if at + 2 >= len(nodes) or not (nodes[at].kind in {"PER", "TTL"} or nodes[at].low in _THEM) or nodes[at + 1].low not in AT:
        return
    reader = journal.reader(sentence)
    found = at + 2 if reader.is_goal(at + 2) else event_place(reader, sentence, at + 2)
    place, end = reader.place_at(found, sure=True) if found >= 0 else (None, 0)
    who = [node for node in travellers_of(sentence, group) if node.kind in {"PER", "TTL"}] if place is not None else []
    if place is None or not who or any(getattr(item.place, "start", -1) == place.start for item in journal.found[-_TOLD:]):
        return
    route = Route([Stop(place, index=found)], end=end)
    if (day := trailing_day(sentence, group, end)) is not None:
        route.stops[0].when = day.value
    give_day(journal, sentence, group, route)
    telling = tell(journal, sentence, group, route.stops[0].when)
    lasting = group.tense == "present" and not group.chain and route.stops[0].when is None  # as an ambassador does
    if telling is not None and telling.status in {"done", "planned"} and not telling.negative and not lasting:
        journal.add_route(sentence, who, route, telling, "travel/represent", start=nodes[group.first].start)
