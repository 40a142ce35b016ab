"""Events, and where they are held: 'the climate conference in Lagos', 'a summit in Quito, which A will attend'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.travel.facilities import FacilityReader
from factwatch.extraction.travel.words import AT, EVENTS

LONGEST_EVENT: Final = 12
_ENDS: Final = frozenset({"PRO", "QUO", ";", ","})
_OWN: Final = frozenset({"his", "her", "their", "its"})


def event_place(reader: FacilityReader, sentence: Sentence, at: int, *, event: bool = False) -> int:
    """Return the index of the place of the event at *at*, -1 where it is none (unless *event* says that it is) or its place is not told."""
    nodes = sentence.nodes
    index = at
    while index < len(nodes) and index - at < LONGEST_EVENT:
        node = nodes[index]
        if event and node.low in AT:
            if reader.is_goal(index + 1):
                return index + 1
            nearer = reader.lies_at(index + 1)
            if nearer >= 0:
                # 'celebrated Mass in the parish of Horqueta'
                return nearer
        if (
            node.low in EVENTS
            or node.kind == "EVT"
            or (node.low in {"day", "days"} and index > at and nodes[index - 1].kind in {"x", "p", "ADJ"})  # 'an investor day in London'
        ):
            event = True
        elif event and (held := sentence.group_at(index)) is not None and held.lemma == "hold" and held.passive:
            # 'the Assembly being held in New York'
            pass
        elif event and node.kind == "," and index + 2 < len(nodes) and nodes[index + 1].low in AT and reader.is_goal(index + 2):
            # 'at the funeral of the late Grand Marshal, Admiral A, in Karlskrona'
            return index + 2
        elif event and node.kind == "," and index + 1 < len(nodes) and nodes[index + 1].kind == "PER":
            pass
        elif sentence.group_at(index) is not None or (node.kind in _ENDS and node.low not in _OWN):
            return -1
        index += 1
    return -1


def event_called_by_place(sentence: Sentence, at: int) -> int:
    """Return the index of the place in 'the Lomé summit', 'the Paris climate conference', -1 where no event is called so."""
    nodes = sentence.nodes
    if at + 2 >= len(nodes) or nodes[at].low != "the" or nodes[at + 1].kind != "LOC":
        return -1
    named = nodes[at + 2].low in EVENTS or (nodes[at + 2].kind in {"x", "p"} and at + 3 < len(nodes) and nodes[at + 3].low in EVENTS)
    return at + 1 if named else -1


def event_before(reader: FacilityReader, sentence: Sentence, group: VerbGroup) -> int:
    """Return the index of the place in 'a summit in Brasilia, which President A will attend', -1 where there is none."""
    nodes = sentence.nodes
    which = next((index for index in range(group.first - 1, max(1, group.first - 8), -1) if nodes[index].low in {"which", "that"}), -1)
    end = which - 1
    while end > 0 and (nodes[end].kind in {",", "DAT"} or nodes[end].low == "on"):
        end -= 1
    for index in range(end, max(1, end - 4), -1):
        place, after = reader.place_at(index, sure=True) if nodes[index - 1].low in AT else (None, 0)
        if place is not None and after == end + 1:
            return index if any(node.low in EVENTS or node.kind == "EVT" for node in nodes[max(0, index - 6) : index - 1]) else -1
    return -1


def behind_object(sentence: Sentence, at: int) -> int:
    """Return the index behind 'a speech at', 'his country at': where the event begins; -1 where there is none."""
    nodes = sentence.nodes
    for index in range(at, min(len(nodes) - 1, at + LONGEST_EVENT)):
        if nodes[index].low == "at":
            return index + 1
        if nodes[index].kind in {";", "QUO", "."} or sentence.group_at(index) is not None:
            return -1
    return -1
