"""Gatherings of bodies and of people whom nobody names, told by what becomes of them: 'A summit of the Union has been moved to Rome'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.gathering import sits
from factwatch.extraction.meetings.groups import group_at
from factwatch.extraction.meetings.noun_phrases import Phrase
from factwatch.extraction.meetings.plurals import is_assembly
from factwatch.extraction.meetings.predicates import Fate, fate_of, predicate_after
from factwatch.extraction.meetings.scene import place_moved_to
from factwatch.extraction.meetings.telling import finding_of, tell_by_predicate
from factwatch.extraction.meetings.words import PEOPLE, PEOPLE_ENDINGS, POSTPONING, SUMMITS
from factwatch.extraction.neighbours import group_after
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node

_NEAR: Final = 5
"""Between a verb and the meeting that is its object, in nodes: 'have postponed their annual Quito meeting'."""
_WITHIN: Final = frozenset({"d", "x", "p", "#", "ADJ", "LOC", "DAT", "m", "r", "s", "v"})


def by_summit(passage: Passage, sentence: Sentence, used: set[int]) -> Iterator[Finding]:
    """Find the gatherings of which a verb says what becomes of them; nouns at the indices *used* told of meetings of their own."""
    if sentence.lows.isdisjoint(SUMMITS):
        return
    nodes = sentence.nodes
    for index, node in enumerate(nodes):
        if index in used or node.low not in SUMMITS or sentence.group_at(index) is not None:
            continue
        finding = _as_subject(passage, sentence, index)
        if finding is not None:
            used.add(index)
            finding.extra["assembly"] = finding.extra["settled"] = True
            finding.confidence = 0.7
            yield finding


def _as_subject(passage: Passage, sentence: Sentence, noun: int) -> Finding | None:
    """Read 'The summit of the Union goes to Rome', "The shareholders' meeting has been put back to Friday"."""
    told = _of_whom(passage, sentence, noun)
    if told is None:
        return None
    whose, first, end = told
    nodes = sentence.nodes
    if first and nodes[first - 1].kind == "f":
        return None
    predicate = predicate_after(sentence, end)
    fate = _fate(sentence, predicate) if predicate is not None else None
    if predicate is None or fate is None:
        return None
    phrase = Phrase(noun, first, end, [], [whose], between=False, preposition="", definite="")
    finding = finding_of(sentence, phrase, [whose], [])
    tell_by_predicate(sentence, finding, phrase, predicate, fate)
    following = group_after(sentence, predicate.main)
    if fate.moved and following is not None and following.verb in POSTPONING and nodes[following.first - 1].low == "and":
        # 'has been moved to Rome and put off by a week'
        finding.status, finding.modality, finding.when = "postponed", "asserted", None
    if finding.place is None and finding.when is None and fate.happens and not fate.moved:
        return None
    return finding


def _fate(sentence: Sentence, predicate: VerbGroup) -> Fate | None:
    """Return how a gathering stands, None where it is only said of it that it was held or what it was like."""
    if predicate.lemma in {"go", "switch", "move"} and not predicate.passive and not predicate.negative:
        to = place_moved_to(sentence, predicate.last, predicate.last + _NEAR)
        return Fate("planned", "planned", moved=True) if to is not None else None
    fate = fate_of(sentence, predicate)
    if fate is None or fate.status in {"done", "underway"} or fate.negative:
        return None
    return fate if fate.settles else None


def _of_whom(passage: Passage, sentence: Sentence, noun: int) -> tuple[Node, int, int] | None:
    """Return the body or the people of whom it is a gathering, and the indices of the first node of all that and of the one after."""
    nodes = sentence.nodes
    first = noun
    while first and nodes[first - 1].kind in _WITHIN and nodes[first - 1].kind != "s" and noun - first < _NEAR:
        first -= 1
    if noun + 2 < len(nodes) and nodes[noun + 1].low == "of":
        at = noun + 2 + (nodes[noun + 2].kind == "d")
        if at < len(nodes) and _gathers(nodes[at]):
            return nodes[at], first, at + 1
        described = group_at(passage, sentence, noun + 2)
        return (described[0], first, described[1]) if described is not None else None
    before = nodes[first - 1] if first else None
    if before is not None and before.kind == "ORG":
        return before, _dated(nodes, first - 1), noun + 1
    owner = nodes[first - 2] if before is not None and before.kind == "s" and first > 1 else None
    if owner is None:
        return None
    if _gathers(owner):
        return owner, _dated(nodes, first - 2), noun + 1
    if owner.kind == "x" and (owner.low in PEOPLE or owner.low.endswith(PEOPLE_ENDINGS)):
        # "the shareholders' meeting"
        return evolve(owner, kind="GRP", name=owner.text), first - 2 - (first > 2 and nodes[first - 3].kind == "d"), noun + 1  # noqa: PLR2004
    return None


def _gathers(node: Node) -> bool:
    return node.kind == "ORG" or is_assembly(node) or sits(node)


def _dated(nodes: list[Node], first: int) -> int:
    """Return the index at which the phrase begins with its article, or the day that owns it: "next week's Union summit"."""
    if first and nodes[first - 1].kind == "d":
        return first - 1
    return first - 2 if first > 1 and nodes[first - 1].kind == "s" and nodes[first - 2].kind == "DAT" else first
