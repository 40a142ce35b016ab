"""Meetings told by what people do who meet: 'shook hands with X', 'ran into X at the airport', 'gave her forty minutes'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import NAMED_PEOPLE, Sentence, VerbGroup
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.events import event_of
from factwatch.extraction.meetings.parties import parties_from
from factwatch.extraction.meetings.plurals import is_pair, is_plural_party
from factwatch.extraction.meetings.subjects import subjects_of
from factwatch.extraction.meetings.words import CHANCING, GESTURES, LENGTHS, SPARING
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node

_NEAR: Final = 4
"""'the president' and 'forty minutes' take no more nodes."""
_ENDS: Final = frozenset({".", ",", "f", "DAT", "QUO", ";", "r"})
_TIME_BEFORE: Final = frozenset({"#", "d", "x", "p", "m", "ADJ"})


def encounter(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """Return the meeting that a gesture, a chance or time that somebody spares tells of."""
    if group.passive or group.negative:
        return None
    if group.lemma in GESTURES:
        return _gesture(passage, sentence, group)
    if group.lemma in CHANCING:
        return _chance(passage, sentence, group)
    if group.lemma == "take":
        return _leave(passage, sentence, group)
    return _spared(passage, sentence, group) if group.lemma in SPARING else None


def _leave(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """Read 'took leave of the King', 'took her leave of X at the palace'."""
    nodes = sentence.nodes
    at = group.last + (group.last < len(nodes) and nodes[group.last].kind == "PRO")
    if [node.low for node in nodes[at : at + 2]] != ["leave", "of"]:
        return None
    partners, end = parties_from(passage, sentence, at + 2)
    subjects = subjects_of(sentence, group, passage)
    if not subjects or not partners or not all(node.kind in NAMED_PEOPLE for node in partners):
        return None
    return event_of(sentence, group, subjects, partners, rule="meetings/leave", end=end)


def _gesture(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """Read 'shook hands with X', 'A and B shook hands', 'A and B put their heads together'."""
    nodes = sentence.nodes
    at, told = group.last, ""
    while at < len(nodes) and at - group.last < _NEAR and told != GESTURES[group.lemma]:
        told = f"{told} {nodes[at].low.removeprefix('their ')}".strip().removeprefix("their ")
        at += 1
    if told != GESTURES[group.lemma]:
        return None
    subjects = subjects_of(sentence, group, passage)
    if not subjects or not all(_has_rank(node) for node in subjects):
        return None
    if at < len(nodes) and nodes[at].low == "with":
        partners, end = parties_from(passage, sentence, at + 1)
        if not partners or not all(_has_rank(node) for node in partners):
            return None
        return event_of(sentence, group, subjects, partners, rule="meetings/gesture", end=end)
    if len(subjects) < 2 and not is_plural_party(subjects[0]):  # noqa: PLR2004  # each other's hands
        return None
    finding = event_of(sentence, group, subjects, [], rule="meetings/gesture", end=at)
    if finding is not None and all(is_pair(node) for node in subjects):
        finding.extra["pair"] = True
    return finding


def _chance(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """Read 'ran into X at the airport'."""
    nodes = sentence.nodes
    if group.last >= len(nodes) or nodes[group.last].low not in {"into", "across"}:
        return None
    partners, end = parties_from(passage, sentence, group.last + 1)
    subjects = subjects_of(sentence, group, passage)
    if not subjects or not partners or not all(node.kind == "PER" and node.titles for node in partners):
        return None
    return event_of(sentence, group, subjects, partners, rule="meetings/chance", end=end)


def _spared(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """Read 'gave her forty minutes last Thursday', 'gave the envoy an hour of his time'."""
    nodes = sentence.nodes
    at = group.last
    if at >= len(nodes) or nodes[at].kind not in NAMED_PEOPLE | {"PRO", "d"}:
        return None
    partners, end = parties_from(passage, sentence, at)
    index = end
    while index < len(nodes) and index - end < _NEAR and nodes[index].kind in _TIME_BEFORE and nodes[index].low not in LENGTHS:
        index += 1
    if not partners or index == end or index >= len(nodes) or nodes[index].low not in LENGTHS:
        return None
    behind = nodes[index + 1] if index + 1 < len(nodes) else None
    if behind is not None and (
        behind.kind not in _ENDS or (behind.low in {"of", "to"} and nodes[min(index + 2, len(nodes) - 1)].kind != "PRO")
    ):
        return None
    subjects = subjects_of(sentence, group, passage)
    if not subjects or not all(node.kind in NAMED_PEOPLE | {"PRO"} for node in (*subjects, *partners)):
        return None
    return event_of(sentence, group, subjects, partners, rule="meetings/spared", end=index + 1)


def _has_rank(node: Node) -> bool:
    return is_plural_party(node) or (node.kind == "PRO" and node.low in {"he", "she", "him", "her"}) or (node.kind in NAMED_PEOPLE)
