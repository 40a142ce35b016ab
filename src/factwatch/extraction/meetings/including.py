"""Meetings that are part of a journey or a programme: 'his visit to Rome on Friday will include talks with X'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import NAMED_PEOPLE, Sentence, VerbGroup
from factwatch.extraction.context import is_hypothetical, is_place
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.medium import is_call
from factwatch.extraction.meetings.objects import meeting_noun
from factwatch.extraction.meetings.parties import parties_from, with_after
from factwatch.extraction.meetings.scene import place_between
from factwatch.extraction.meetings.topics import topics_from
from factwatch.extraction.meetings.words import ENDING_IN, ITINERARIES
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node

_FAR: Final = 14
"""The journey is told no further before the verb, in nodes."""


def include(passage: Passage, sentence: Sentence, group: VerbGroup, used: set[int]) -> Finding | None:
    """Return the meeting that the object of 'include' is; whose it is, where his words do not tell, is left to what was told before."""
    nodes = sentence.nodes
    journey = _journey(sentence, group)
    if group.passive or group.negative or not journey or is_hypothetical(sentence, group):
        return None
    begun = group.last
    if group.lemma in ENDING_IN:
        # 'will culminate in talks with X', 'ends with a meeting with X'
        if begun >= len(nodes) or nodes[begun].low not in {"in", "with"}:
            return None
        begun += 1
    noun = meeting_noun(sentence, begun)
    at = with_after(nodes, noun) if noun else 0
    partners, end = parties_from(passage, sentence, at) if at else ([], 0)
    if not partners or nodes[at - 1].low == "between":
        return None
    used.add(noun)
    owner = _owner(nodes, journey)
    last = next((index for index in range(end, len(nodes)) if nodes[index].kind in {",", ";", ".", "QUO"}), len(nodes))
    finding = Finding("meeting", "meetings/include", sentence.unit.index, nodes[group.first].start, nodes[end - 1].end)
    finding.who, finding.other, finding.confidence = owner, partners, 0.8
    if not owner:
        finding.extra["owner"] = True
    finding.status = "done" if group.tense == "past" else "planned"
    finding.tense = "past" if finding.status == "done" else "future"
    finding.modality = "asserted" if finding.status == "done" else "planned"
    finding.place = place_between(sentence, noun + 1, last) or _goal(sentence, journey, group.first)
    day = next((nodes[index].value for index in range(noun + 1, last) if nodes[index].kind == "DAT"), None)
    told = [nodes[index].value for index in range(journey + 1, group.first) if nodes[index].kind == "DAT"]
    finding.when = day or (told[0] if len(told) == 1 and getattr(told[0], "one_day", False) else None)
    finding.medium = "call" if is_call(sentence, group.last, noun) else None
    finding.topics = topics_from(sentence, end - 1)
    return finding


def _journey(sentence: Sentence, group: VerbGroup) -> int:
    """Return the index of the noun for a journey or programme that is the verb's subject, or 0."""
    nodes = sentence.nodes
    for index in range(group.first - 1, max(-1, group.first - _FAR), -1):
        if nodes[index].low in ITINERARIES and sentence.group_at(index) is None:
            return index
        if nodes[index].kind in {";", "QUO"} or (sentence.is_verb(index) and nodes[index].low != "that"):
            return 0
    return 0


def _owner(nodes: list[Node], journey: int) -> list[Node]:
    """Return whose journey it is: "the minister's two-day visit", 'her trip'."""
    for index in range(journey - 1, max(-1, journey - 5), -1):
        if nodes[index].kind == "s":
            return [nodes[index - 1]] if index and nodes[index - 1].kind in NAMED_PEOPLE else []
        if nodes[index].kind == "PRO":
            return [nodes[index]] if nodes[index].low in {"his", "her", "their"} else []
        if nodes[index].kind not in {"x", "ADJ", "#", "p", "m", "DAT", "v"}:
            return []
    return []


def _goal(sentence: Sentence, journey: int, last: int) -> Node | None:
    """Return where the journey leads, if to one place: 'visit to Rome'."""
    nodes = sentence.nodes
    goals = [index for index in range(journey + 1, last) if is_place(nodes[index]) and nodes[index - 1].low in {"to", "in", "the"}]
    return nodes[goals[0]] if len(goals) == 1 and not any(nodes[index].low == "and" for index in range(journey + 1, last)) else None
