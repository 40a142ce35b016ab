"""Meetings told by what people do who meet: 'shook hands with X', 'ran into X at the airport', 'gave her forty minutes'."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import Final

from factwatch.extraction.clauses import NAMED_PEOPLE, Sentence, VerbGroup
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.events import event_of
from factwatch.extraction.meetings.objects import behind_scene
from factwatch.extraction.meetings.parties import parties_from
from factwatch.extraction.meetings.plurals import is_pair, is_plural_party
from factwatch.extraction.meetings.subjects import subjects_of
from factwatch.extraction.meetings.words import CEREMONIES, CHANCING, FINDING, GESTURES, KEEPING, LENGTHS, MEALS, SPARING
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node

_NEAR: Final = 4
"""'the president' and 'forty minutes' take no more nodes."""
_SOMEBODY: Final = NAMED_PEOPLE | {"PRO"}
_ENDS: Final = frozenset({".", ",", "f", "DAT", "QUO", ";", "r"})
_FAR: Final = 12
"""Whom a ceremony is for stands no further behind its verb, in nodes."""
_BEFORE_OBJECT: Final = frozenset({"PRO", "d", "x", "p", "m", "ADJ", "v"})
_BEFORE_PARTNER: Final = frozenset({"DAT", "LOC", "d", "f", "r", "x"})
_CREDENCE: Final = frozenset({"credence", "accreditation"})
_TIME_BEFORE: Final = frozenset({"#", "d", "x", "p", "m", "ADJ"})


def encounter(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """Return the meeting that a gesture, a ceremony, a chance or time that somebody spares tells of."""
    if group.negative:
        return None
    if group.passive:
        return _was_spared(passage, sentence, group) if group.lemma in SPARING else None
    lemma = group.lemma
    for known, read in _READERS:
        if lemma in known and (finding := read(passage, sentence, group)) is not None:
            return finding
    return None


def _ceremony(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """Read 'took leave of the King', 'presented her letters of credence on Tuesday to President X', 'paid his respects to X'."""
    nodes = sentence.nodes
    words = CEREMONIES[group.lemma]
    index = group.last
    while index < len(nodes) and index - group.last < _NEAR and nodes[index].low not in words:
        if nodes[index].kind not in _BEFORE_OBJECT:
            return None
        index += 1
    if index >= len(nodes) or nodes[index].low not in words:
        return None
    joint = words[nodes[index].low]
    index += 1
    while index < len(nodes) and index - group.last < _FAR and nodes[index].low != joint:
        if nodes[index].kind not in _BEFORE_PARTNER and nodes[index].low not in _CREDENCE:
            return None
        index += 1
    if index >= len(nodes) or nodes[index].low != joint:
        return None
    partners, end = parties_from(passage, sentence, index + 1)
    subjects = subjects_of(sentence, group, passage)
    if not subjects or not partners or not all(node.kind in _SOMEBODY for node in partners):
        return None
    return event_of(sentence, group, subjects, partners, rule="meetings/ceremony", end=end)


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
    if at >= len(nodes) or nodes[at].kind not in _SOMEBODY | {"d"}:
        return None
    partners, end = parties_from(passage, sentence, at)
    index = _length_at(nodes, end)
    if not partners or not index:
        return None
    behind = nodes[index + 1] if index + 1 < len(nodes) else None
    if behind is not None and (
        behind.kind not in _ENDS or (behind.low in {"of", "to"} and nodes[min(index + 2, len(nodes) - 1)].kind != "PRO")
    ):
        return None
    subjects = _met_by(passage, sentence, group, partners)
    if not subjects:
        return None
    return event_of(sentence, group, subjects, partners, rule="meetings/spared", end=index + 1)


def _was_spared(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """Read 'was given forty minutes on Monday by the president'."""
    told = _length_at(sentence.nodes, group.last)
    by = behind_scene(sentence, told + 1) if told else 0
    if not told or sentence.nodes[told].low in MEALS or by + 1 >= len(sentence.nodes) or sentence.nodes[by].low != "by":
        return None
    partners, end = parties_from(passage, sentence, by + 1)
    subjects = _met_by(passage, sentence, group, partners)
    if not subjects:
        return None
    return event_of(sentence, group, subjects, partners, rule="meetings/spared", end=end)


def _met_by(passage: Passage, sentence: Sentence, group: VerbGroup, partners: list[Node]) -> list[Node]:
    """Return who gives his time to the *partners*; [] where one on either side is nobody told by name, office or pronoun."""
    subjects = subjects_of(sentence, group, passage)
    return subjects if partners and all(node.kind in _SOMEBODY for node in (*subjects, *partners)) else []


def _length_at(nodes: list[Node], at: int) -> int:
    """Return the index of the span of time or the meal that stands at the node *at*: 'forty minutes', 'a late lunch'; 0 where none does."""
    index = at
    while index < len(nodes) and index - at < _NEAR and nodes[index].kind in _TIME_BEFORE and nodes[index].low not in LENGTHS | MEALS:
        index += 1
    return index if index < len(nodes) and nodes[index].low in LENGTHS | MEALS else 0


def _kept(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """Read 'kept her for two hours', 'kept the minister for supper on Tuesday'."""
    nodes = sentence.nodes
    at = group.last
    if at >= len(nodes) or nodes[at].kind not in _SOMEBODY | {"d"}:
        return None
    partners, end = parties_from(passage, sentence, at)
    if not partners or end >= len(nodes) or nodes[end].low != "for":
        return None
    told = _length_at(nodes, end + 1)
    if not told or (told + 1 < len(nodes) and nodes[told + 1].kind not in _ENDS):
        return None
    subjects = _met_by(passage, sentence, group, partners)
    if not subjects or any(node.low == "it" for node in (*subjects, *partners)):
        return None
    return event_of(sentence, group, subjects, partners, rule="meetings/spared", end=told + 1)


def _found_time(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """Read 'found twenty minutes for his colleague, X', 'made time for the premier', 'had an hour with the president'."""
    nodes = sentence.nodes
    joint = FINDING[group.lemma]
    told = _length_at(nodes, group.last) or (group.last if group.last < len(nodes) and nodes[group.last].low == "time" else 0)
    at = behind_scene(sentence, told + 1) if told else 0
    if not told or at + 1 >= len(nodes) or nodes[told].low in MEALS or nodes[at].low != joint:
        return None
    partners, end = parties_from(passage, sentence, at + 1)
    subjects = subjects_of(sentence, group, passage)
    if not subjects or not partners or not all(node.kind in NAMED_PEOPLE for node in partners):
        return None
    return event_of(sentence, group, subjects, partners, rule="meetings/spared", end=end)


def _has_rank(node: Node) -> bool:
    return is_plural_party(node) or (node.kind == "PRO" and node.low in {"he", "she", "him", "her"}) or (node.kind in NAMED_PEOPLE)


_READERS: Final[tuple[tuple[Container[str], Callable[[Passage, Sentence, VerbGroup], Finding | None]], ...]] = (
    (GESTURES, _gesture),
    (CHANCING, _chance),
    (CEREMONIES, _ceremony),
    (SPARING, _spared),
    (KEEPING, _kept),
    (FINDING, _found_time),
)
"""Lemmas and what reads the meeting that a verb of them tells of."""
