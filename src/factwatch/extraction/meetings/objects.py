"""The noun for a meeting as the object of a verb: 'hold talks', 'give a dinner in his honour', 'co-chair the commission with X'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.clauses.words import DATE_OPENERS
from factwatch.extraction.meetings.gathering import sits
from factwatch.extraction.meetings.plurals import is_pair
from factwatch.extraction.meetings.words import (
    BEFORE_NOUN,
    CHANGING,
    GRANTING,
    HONOURS,
    HOSTING,
    MEALS,
    MEETING_NOUN_ENDS,
    MEETING_NOUNS,
    SHARING,
)
from factwatch.extraction.phrases import Node

LINES: Final = frozenset({"phone", "telephone", "video"})
"""'a summit telephone talk'."""
_FAR: Final = 9
"""The noun stands no further behind the verb, in nodes."""


def names_meeting(sentence: Sentence, index: int) -> bool:
    """Tell whether the word at the node *index* is a noun for a meeting, 'round table' in two words among them."""
    nodes = sentence.nodes
    low = nodes[index].low
    if low not in MEETING_NOUN_ENDS:
        return False
    if low == "bilateral" and index + 1 < len(nodes) and nodes[index + 1].kind in {"x", "p", "h"}:
        # 'bilateral trade'
        return False
    return low in MEETING_NOUNS or (index > 0 and f"{nodes[index - 1].low} {low}" in MEETING_NOUNS)


def meeting_noun(sentence: Sentence, at: int) -> int:
    """Return the index of the meeting noun that is the object from the node *at* on, or 0."""
    nodes = sentence.nodes
    index = at
    while index < min(len(nodes), at + _FAR):
        node = nodes[index]
        following = nodes[index + 1].low if index + 1 < len(nodes) else ""
        line = following in LINES and index + 2 < len(nodes) and nodes[index + 2].low in MEETING_NOUNS
        if names_meeting(sentence, index) and following not in MEETING_NOUNS and not line:
            return index
        if node.kind == "DAT" and node.low.rsplit(" ", 1)[-1] in MEETING_NOUNS:
            # 'opened a | second day of talks'
            return index
        if node.kind in {"PER", "TTL", ";", "QUO", "f", "u"} and node.low not in {"of", "and"}:
            return 0
        if node.kind == "," or (sentence.is_verb(index) and node.low not in BEFORE_NOUN):
            return 0
        index += 1
    return 0


def guests(sentence: Sentence, group: VerbGroup, noun: int) -> int:
    """Return the index at which those begin for whom somebody hosts a meal, or to whom he gives an audience; 0 where there are none."""
    nodes = sentence.nodes
    behind = [node.low for node in nodes[noun + 1 : noun + 4]]
    if behind[:1] == ["in"] and behind[1:2] and behind[1] in HONOURS and behind[2:] == ["of"]:
        # 'gave a dinner in honour of X'
        return noun + 4
    word = "by" if group.passive else "for" if group.lemma in HOSTING else "to" if group.lemma in GRANTING else ""
    at = behind_scene(sentence, noun + 1) if word else 0
    if group.lemma in HOSTING & GRANTING and not group.passive and at < len(nodes) and nodes[at].low == "to":
        # 'gave an audience at the palace on Friday to A'
        word = "to"
    return at + 1 if word and at + 1 < len(nodes) and nodes[at].low == word else 0


def honoured(sentence: Sentence, group: VerbGroup, noun: int) -> list[Node]:
    """Return the pronoun of whom a meal is given for: 'gives a dinner in his honour'."""
    nodes = sentence.nodes
    if group.lemma not in HOSTING or noun + 3 >= len(nodes) or nodes[noun + 1].low != "in" or nodes[noun + 3].low not in HONOURS:
        return []
    return [nodes[noun + 2]] if nodes[noun + 2].kind == "PRO" else []


def behind_scene(sentence: Sentence, at: int) -> int:
    """Return the index after phrases of place and day from the node *at* on: 'at the palace on Wednesday'."""
    nodes = sentence.nodes
    index = at
    while index + 1 < len(nodes) and index - at < _FAR:
        if nodes[index].kind in {"DAT", "r"} or (nodes[index].low in DATE_OPENERS and nodes[index + 1].kind == "DAT"):
            index += 1
        elif nodes[index].low in {"at", "in"}:
            index += 1
            while index < len(nodes) and nodes[index].kind in {"d", "LOC", "ORG", "p", "x", "GRP", "ADJ"}:
                index += 1
        else:
            break
    return index


def chaired(sentence: Sentence, group: VerbGroup) -> int:
    """Return the index of what two people chair together: 'will co-chair the Joint Commission with X'; 0 where it is not that."""
    nodes = sentence.nodes
    if group.lemma not in SHARING:
        return 0
    several = len(subjects := subject_of(sentence, group)) > 1 and all(node.kind in {"PER", "TTL"} for node in subjects)
    if group.last < len(nodes) and nodes[group.last].low == "with":
        # 'co-chaired with X the third session'
        return group.last - 1
    for index in range(group.last, min(len(nodes) - 1, group.last + _FAR)):
        if nodes[index + 1].low == "with" or (several and index > group.last and nodes[index + 1].kind in {"f", ".", "DAT"}):
            return index
        if nodes[index].kind in {"PER", "TTL", ";", ",", "QUO"}:
            return 0
    return 0


def takes_part(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the verb is that of 'took part in the talks'."""
    at, nodes = group.last, sentence.nodes
    return group.lemma == "take" and at + 1 < len(nodes) and nodes[at].low == "part" and nodes[at + 1].low == "in"


def share(sentence: Sentence, group: VerbGroup, noun: str) -> bool:
    """Tell whether several have a meal or a talk together: 'A and B had lunch', 'the two held a working session'."""
    if group.lemma not in {"have", "hold"} or noun not in MEALS:
        return False
    subjects = subject_of(sentence, group)
    return (len(subjects) > 1 and all(node.kind == "PER" for node in subjects)) or (len(subjects) == 1 and is_pair(subjects[0]))


def is_own(sentence: Sentence, group: VerbGroup, noun: int, subjects: list[Node]) -> bool:
    """Tell whether a body changes the plan for a meeting of its own: 'The council has put off its session'."""
    if len(subjects) != 1 or {group.verb, group.lemma}.isdisjoint(CHANGING):
        return False
    nodes = sentence.nodes
    owned = nodes[group.last].low == "its" and not (noun + 1 < len(nodes) and nodes[noun + 1].kind in {"x", "p", "v"})
    return owned and (subjects[0].kind == "ORG" or sits(subjects[0]))
