"""Whether what a verb tells holds: conditions, doubts, habits, plans that a 'but' takes back."""

# ruff: noqa: PLR2004  # how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, is_unreal, subject_of
from factwatch.extraction.context import say_lemmas
from factwatch.extraction.neighbours import group_after
from factwatch.extraction.travel.words import (
    CONDITIONS,
    CONTRAST,
    HABIT,
    SPANS,
)

_DOUBT: Final = frozenset({"deny", "dismiss", "reject"})
_UNREAL: Final = frozenset({"have", "would", "if"})
_PURPOSE: Final = frozenset({"where", "that", "so", "who", "which", "as"})
_LONGEST_SUBJECT: Final = 8
"""Nodes of a subject before its verb."""


def is_every(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether 'Every five years bishops go to Rome' tells of a habit."""
    near = sentence.nodes[max(0, group.first - _LONGEST_SUBJECT) : group.last + _LONGEST_SUBJECT]
    every = next((index for index, node in enumerate(near) if node.low == "every"), len(near))
    return any(node.low.split()[0] in SPANS | {"year", "years"} for node in near[every : every + 4])


def is_possible(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether a plan may come to nothing, for all that is said: 'may visit Peru in June', 'is considering visiting Peru'."""
    words = set(group.chain)
    if words & (HABIT | _UNREAL) or group.negative or group.passive or (group.participle and group.form != "ing"):
        return False
    if is_conditional(sentence, group) or under_condition(sentence, group) or not sentence.lows.isdisjoint(CONDITIONS):
        return False
    subjects = subject_of(sentence, group)
    before = sentence.nodes[group.first - 1].low if group.first else ""
    return before not in _PURPOSE and any(node.kind in {"PER", "TTL"} or node.low in {"he", "she"} for node in subjects)


def is_reported(sentence: Sentence, group: VerbGroup) -> bool:
    """Return whether a verb of saying stands before: 'the ministry said A was to visit Peru'."""
    return any(other.lemma in say_lemmas() for other in sentence.groups if other.main < group.main)


def is_neither(sentence: Sentence, group: VerbGroup) -> bool:
    """'Neither A nor B will travel to Lima'."""
    if sentence.lows.isdisjoint({"nor"}):
        return False
    return any(node.low.startswith("neither") for node in sentence.nodes[max(0, group.first - _LONGEST_SUBJECT) : group.first])


def cut_off(sentence: Sentence, group: VerbGroup) -> bool:
    """'hours before she was to fly to Lagos, the minister resigned'; 'died the day before he was due to visit'."""
    nodes = sentence.nodes
    index = group.first - 1
    while index > 0 and group.first - index < 4 and nodes[index].kind in {"PRO", "PER", "TTL", "d"}:
        index -= 1
    if not (index > 0 and nodes[index].low == "before" and nodes[index - 1].low in SPANS):
        return False
    following = next(
        (other for other in sentence.groups if other.main > group.main and not other.infinitive and not other.participle), None
    )
    others = subject_of(sentence, following) if following is not None and index < 4 else []
    return not any(node.kind in {"ORG", "LOC", "GRP"} for node in others)


def contrasted(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether a 'but' or 'until' after the plan takes it back."""
    return any(node.low in CONTRAST for node in sentence.nodes[group.last :])


def is_conditional(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the clause of *group* begins with 'if', 'unless' or 'whether', or tells of nothing real."""
    if is_unreal(sentence, group):
        return True
    nodes = sentence.nodes
    index = group.first - 1
    steps = 0
    while index >= 0 and steps < 14:  # a clause is no longer
        node = nodes[index]
        if node.low in CONDITIONS:
            return True
        if node.kind in {";", ":"} or (node.kind == "," and steps and not (index and nodes[index - 1].kind == "PER")):
            return _after_condition(sentence, group, index)
        index -= 1
        steps += 1
    return False


def under_condition(sentence: Sentence, group: VerbGroup) -> bool:
    """'will travel on to Antofagasta if the talks go well'."""
    if "if" not in sentence.lows or group.tense != "future":
        return False
    following = group_after(sentence, group.main)
    end = following.first if following is not None else len(sentence.nodes)
    at = next((index for index in range(group.last, end) if sentence.nodes[index].low == "if"), -1)
    return at > 0 and not (at + 1 < len(sentence.nodes) and sentence.nodes[at - 1].low in {"as", "even"})


def _after_condition(sentence: Sentence, group: VerbGroup, comma: int) -> bool:
    """Tell whether 'If I find the time,' opens the sentence and *group* is the verb of the clause behind that comma."""
    nodes = sentence.nodes
    if nodes[0].low not in CONDITIONS or nodes[comma].kind != ",":
        return False
    finite = [other for other in sentence.groups if other.main < group.main and not other.infinitive and not other.participle]
    return len(finite) <= 1 and all(other.main < comma for other in finite)


def doubted(sentence: Sentence, group: VerbGroup) -> bool:
    """'denied reports that he would visit', 'denied visiting'."""
    for previous in sentence.groups:
        if previous.main >= group.main:
            return False
        if previous.lemma in _DOUBT and not previous.negative and group.first - previous.last <= 6:  # a clause's opening
            between = {node.low for node in sentence.nodes[previous.last : group.first]}
            return "that" in between or group.form == "ing" or not between
    return False
