"""What stands around a verb and bears on its claim: day, place, condition, reporting speaker, how far a clause reaches."""

from __future__ import annotations

from functools import cache
from typing import Final

from factwatch.extraction.clauses import NOUN_PHRASES, Sentence, VerbGroup, is_unreal, subject_of
from factwatch.extraction.clauses.words import (
    BREAKING,
    COMPANY,
    CONDITIONS,
    CONDITIONS_FIRST,
    REPORTING,
)
from factwatch.extraction.phrases import Node
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import Place

_NEAR: Final = 12
"""A condition further before its verb, in nodes, is another verb's."""


@cache
def say_lemmas() -> frozenset[str]:
    """Return the verbs of saying."""
    return words_of(data_file("verbs.yaml")["say"])


def is_question(sentence: Sentence) -> bool:
    """Tell whether the sentence asks."""
    return bool(sentence.nodes) and sentence.nodes[-1].low == "?"


def is_hypothetical(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the verb stands under a condition: 'if he meets', 'had he met', 'would have met'."""
    if "would" in group.chain and "have" in group.chain:
        return True
    nodes = sentence.nodes
    for index in range(group.first - 1, max(-1, group.first - _NEAR), -1):
        low = nodes[index].low
        if low in CONDITIONS:
            return True
        if nodes[index].kind in {";", "."}:
            return False
    # 'Had it stayed, the envoy would have met'; 'Should talks fail, he will meet'; 'rumours that he had met'
    return (bool(nodes) and nodes[0].low in CONDITIONS_FIRST and nodes[0].kind == "f") or is_unreal(sentence, group)


def is_company(nodes: list[Node], group: VerbGroup) -> bool:
    """Tell whether the verb only says who comes along, set off by a comma: 'met a delegation, led by A, in Oslo'."""
    return group.lemma in COMPANY and not group.chain and group.last < len(nodes) and nodes[group.last].low == "by"


def clause(sentence: Sentence, group: VerbGroup) -> tuple[int, int]:
    """
    Return the node indices ``[first:last)`` of the clause of *group*.

    It reaches from the finite verb before to the finite verb after; a fronted phrase at the sentence's start belongs to the first one.
    """
    nodes = sentence.nodes
    first, last = 0, len(nodes)
    for other in sentence.groups:
        if other is group:
            continue
        if other.main < group.main and not (other.infinitive or other.participle):
            first = max(first, other.last)
        elif other.main > group.main and not (other.infinitive or other.participle or is_company(nodes, other)):
            last = min(last, other.first)
            break
    said = next((other for other in reversed(sentence.groups) if other.last == first and other.lemma in say_lemmas()), None)
    if said is not None:
        # 'said on Monday that he would visit': the day before 'that' is the day of saying
        opening = next((index for index in range(first, group.first) if nodes[index].low == "that"), None)
        if opening is not None:
            first = opening + 1
        else:
            while first < group.first and (nodes[first].kind == "DAT" or (nodes[first].low == "on" and nodes[first + 1].kind == "DAT")):
                first += 1
    for index in range(group.last, last):
        if nodes[index].kind == ";" or (nodes[index].low in BREAKING and nodes[index].kind == "f"):
            last = index
            break
    for index in range(group.first - 1, first - 1, -1):
        if nodes[index].kind == ";":
            first = index + 1
            break
    return first, last


def is_place(node: Node) -> bool:
    """Tell whether the node names a place: by the gazetteer or by its form."""
    return node.kind == "LOC" and not (isinstance(node.value, Place) and node.value.kind == "seat")


def reporter(sentence: Sentence, group: VerbGroup) -> Node | None:
    """Return the speaker in whose reported clause the verb stands ('said that X will visit'), or None."""
    nodes = sentence.nodes
    for other in sentence.groups:
        if other.lemma not in say_lemmas() or other is group:
            continue
        if other.last <= group.first and _reports(nodes, other):
            subjects = subject_of(sentence, other)
            return subjects[0] if len(subjects) == 1 else None
    last = sentence.groups[-1] if sentence.groups else None
    if last is not None and last is not group and last.lemma in say_lemmas() and last.main > group.main:
        subjects = subject_of(sentence, last)
        if len(subjects) == 1 and last.last >= len(nodes) - 2:
            before = nodes[subjects[0].first - 1] if 0 < subjects[0].first < len(nodes) else None
            return subjects[0] if before is not None else None
    return None


def _reports(nodes: list[Node], said: VerbGroup) -> bool:
    """Tell whether a reported clause begins behind the verb of saying: 'said that', 'said the minister would'."""
    if said.last >= len(nodes):
        return False
    following = nodes[said.last]
    return following.low == "that" or (said.lemma in REPORTING and (following.kind in NOUN_PHRASES or following.kind == "d"))
