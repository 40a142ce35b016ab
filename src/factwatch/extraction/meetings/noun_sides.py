"""Whose meeting a noun tells of: its owner, those between whom it is, or who acts in the clause around: 'flew to Oslo for talks with A'."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from attrs import define, evolve

from factwatch.extraction.clauses import NOUN_PHRASES, Sentence, VerbGroup, named_people, subject_of
from factwatch.extraction.meetings.absent import stand_in
from factwatch.extraction.meetings.noun_phrases import Phrase
from factwatch.extraction.meetings.plurals import is_plural_party
from factwatch.extraction.meetings.subjects import subjects_of
from factwatch.extraction.meetings.words import (
    ACCOMPANYING,
    ATTENDING,
    BEING_THERE,
    BY_SUBJECT,
    CHAIRING,
    HOLDING,
    REJECTING,
    SENDING,
    USING,
)
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node

_NOBODY: Final = frozenset({"it", "that", "there", "this"})


@define
class Sides:
    """Those between whom the meeting is."""

    who: list[Node]
    other: list[Node]
    governing: VerbGroup | None
    """The verb in whose clause the noun stands."""
    missing: Node | None = None
    """Who does not come, where another stands in for him."""


def sides_of(passage: Passage, sentence: Sentence, phrase: Phrase, governing: VerbGroup | None) -> Sides | None:
    """Return the sides of the meeting that *phrase* names, [] for one that nobody tells; None where it is no meeting of people."""
    sides = Sides(phrase.owner, [_of_lands(sentence, phrase, node) for node in phrase.parties], governing)
    if phrase.between:
        if governing is not None and governing.lemma in CHAIRING and governing.last == phrase.first and not governing.passive:
            # 'A chaired a meeting attended by B and C'
            sides.other = [*named_people(subject_of(sentence, governing)), *sides.other]
        if len(sides.other) < 2 and not is_plural_party(sides.other[0]):  # noqa: PLR2004  # two sides
            return None
        sides.who, sides.other = sides.other[:1], sides.other[1:]
    elif not sides.who and governing is not None and (phrase.preposition in BY_SUBJECT or _is_object(sentence, phrase, governing)):
        _add_actors(sides, passage, sentence, phrase, governing)
        if not all(_may_take_part(node) for node in sides.who):
            return None
        if (deputy := stand_in(sentence, governing, phrase.first)) is not None:
            sides.who, sides.missing = [deputy[0]], deputy[1]
    return sides


def _add_actors(sides: Sides, passage: Passage, sentence: Sentence, phrase: Phrase, governing: VerbGroup) -> None:
    """Set who acts in the clause around as the one side."""
    who = [node for node in subject_of(sentence, governing) if node.kind in NOUN_PHRASES and node.low not in _NOBODY]
    if who and all(node.kind == "LOC" or (node.kind == "PER" and _opens_relative(sentence, governing)) for node in who):
        # 'accompanied A to the zone that divides the two lands for a meeting with B'
        outer = group_before(sentence, governing.first)
        if outer is not None and _opens_relative(sentence, governing) and outer.lemma in ACCOMPANYING | BEING_THERE:
            sides.governing = governing = outer
            who = [node for node in subject_of(sentence, outer) if node.kind in NOUN_PHRASES]
    if not who and phrase.preposition == "of" and governing.lemma == "walk":
        # 'The leadership of the union has walked out of a meeting with B'
        who = subjects_of(sentence, governing, passage)
    if phrase.preposition == "for" and governing.lemma in SENDING and (sent := _persons_after(sentence, governing, phrase.first)):
        # 'will send Prime Minister A to Manila for talks with B'
        who = sent
    if governing.lemma in ACCOMPANYING and not governing.passive and (led := _persons_after(sentence, governing, phrase.first)):
        # 'accompanied the president, A, in talks with B'
        who = led
    if not who and phrase.preposition == "by" and governing.lemma == "follow" and governing.passive:
        # "A's arrival was followed by talks with B"
        who = [node for node, mark in pairwise(sentence.nodes[: governing.first]) if node.kind == "PER" and mark.kind == "s"][:1]
    sides.who = who


def _of_lands(sentence: Sentence, phrase: Phrase, node: Node) -> Node:
    """Return 'their trade ministers' of 'Kenya and Peru have put off talks between their trade ministers' with their countries."""
    if node.kind != "GRP" or not node.low.startswith("their ") or isinstance(node.value, list):
        return node
    group = group_before(sentence, phrase.noun)
    lands = [other for other in subject_of(sentence, group) if other.kind == "LOC"] if group is not None else []
    if len(lands) < 2:  # noqa: PLR2004  # 'their' are several
        return node
    names = [other.name or other.text for other in lands]
    told = f"{node.text.split(' ', 1)[1]} of {', '.join(names[:-1])} and {names[-1]}"
    return evolve(node, name=told, text=told, low=told.lower(), titles=[], value=None)


def _is_object(sentence: Sentence, phrase: Phrase, governing: VerbGroup) -> bool:
    """Tell whether the meeting is what the verb says no to, or makes use of: 'ruled out a meeting with X', 'used talks with X to press'."""
    behind = sentence.nodes[phrase.noun + 1].low if phrase.noun + 1 < len(sentence.nodes) else ""
    if behind == "held" and not phrase.preposition and governing.main < phrase.first and not governing.passive:
        # 'described as pleasant the meeting held on Friday with B'
        return True
    if phrase.preposition == "as" and governing.lemma in ATTENDING | HOLDING and not governing.passive:
        # 'will attend a summit as well as a meeting with X'
        return [node.low for node in sentence.nodes[max(0, phrase.first - 3) : phrase.first]] == ["as", "well", "as"]
    objective = not {governing.verb, governing.lemma}.isdisjoint(REJECTING | USING)
    return objective and governing.last == phrase.first and not governing.passive


def _persons_after(sentence: Sentence, group: VerbGroup, end: int) -> list[Node]:
    """Return the person right behind the verb, or nothing: 'sends A to Rome'."""
    nodes = sentence.nodes
    at = group.last
    while at < end and nodes[at].kind in {"d", "TTL", "ADJ"} and at - group.last < 3:  # noqa: PLR2004  # 'the Malian minister'
        at += 1
    return [nodes[at]] if at < end and nodes[at].kind == "PER" else []


def _opens_relative(sentence: Sentence, group: VerbGroup) -> bool:
    return group.first > 0 and sentence.nodes[group.first - 1].low in {"that", "which"}


def _may_take_part(node: Node) -> bool:
    return node.kind != "PRO" or node.low in {"he", "she", "they", "we", "i"}
