"""Meetings at which somebody speaks: 'told B in a phone call', 'A and B said after talks', 'said alongside B after their meeting'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.context import say_lemmas
from factwatch.extraction.meetings.medium import is_call
from factwatch.extraction.meetings.noun_phrases import Phrase
from factwatch.extraction.meetings.words import (
    AGREEING,
    AUDIENCES,
    BESIDE,
    CROWDS,
    DISCUSSING,
    FAINT,
    GATHERINGS,
    MEALS,
    TELLING,
    WHEN_IT_WAS,
)
from factwatch.extraction.neighbours import group_after, group_before
from factwatch.extraction.phrases import Node

_BACK: Final = 3
"""Verbs between the one of saying and the meeting: 'told B that he would come during a call'."""
_LONG: Final = 14
"""Whoever stands beside the speaker is told no further before the meeting, in nodes."""
_WHEN: Final = WHEN_IT_WAS | {"in", "on"}


def sides_of_speech(sentence: Sentence, phrase: Phrase) -> tuple[list[Node], list[Node]]:
    """Return the speaker of the clause and whom he met, where the meeting's own words name nobody; ([], []) where they did not meet."""
    if phrase.preposition not in _WHEN or phrase.definite in {"any", "no"}:
        return [], []
    if phrase.owner and phrase.owner[0].low not in {"his", "her", "their"}:
        return [], []
    nodes = sentence.nodes
    if phrase.last < len(nodes) and nodes[phrase.last].low == "of":
        return [], []
    spoken = _spoken(sentence, phrase)
    if spoken is None or spoken.negative or spoken.infinitive:
        return [], []
    people = subject_of(sentence, spoken)
    if not people or any(node.kind not in {"PER", "TTL", "PRO"} or node.low in {"it", "this", "that"} for node in people):
        return [], []
    noun = nodes[phrase.noun].low
    meal = phrase.preposition == "over" and noun in MEALS
    whole = meal or noun not in FAINT | GATHERINGS or is_call(sentence, phrase.first, phrase.noun)
    definite = phrase.definite in {"the", "this", "that"}
    if len(people) > 1:
        if definite:
            reviewed = phrase.preposition == "during" and spoken.lemma in DISCUSSING and all(node.kind == "PER" for node in people)
            return (people, []) if reviewed else ([], [])
        if agrees(spoken) and whole:
            return people, []
        if phrase.owner and phrase.owner[0].low == "their" and spoken.tense == "past":
            return people, []
        together = phrase.preposition in {"after", "following"} and all(node.kind == "PER" for node in people)
        return (people, []) if together else ([], [])
    if definite and phrase.preposition != "during":
        return [], []
    told = _told(sentence, spoken) if spoken.lemma in TELLING and (not phrase.owner or phrase.owner[0].low == "their") and whole else []
    if not told and phrase.owner and phrase.owner[0].low == "their":
        told = _beside(sentence, spoken, phrase)
    return (people, told) if told else ([], [])


def agrees(group: VerbGroup) -> bool:
    """Tell whether the verb says that several agreed on something: 'agreed on', 'agreed to resume'."""
    return (group.lemma in AGREEING and group.tense == "past") or not AGREEING.isdisjoint(group.chain)


def _spoken(sentence: Sentence, phrase: Phrase) -> VerbGroup | None:
    """Return the verb of saying in whose clause the phrase stands."""
    group = group_before(sentence, phrase.first)
    if group is None:
        group = group_after(sentence, phrase.last - 1)
        if group is not None and sentence.nodes[group.first - 1].low in {"which", "that"}:
            # 'During the meeting, which was held in Oslo, A and B'
            group = group_after(sentence, group.main)
        return group if group is not None and (group.lemma in say_lemmas() | TELLING | DISCUSSING or agrees(group)) else None
    for _ in range(_BACK):
        if group is None or group.lemma in say_lemmas() | TELLING:
            return group
        group = group_before(sentence, group.main)
    return None


def _told(sentence: Sentence, spoken: VerbGroup) -> list[Node]:
    """Return whom the verb addresses: 'told the president that'."""
    nodes = sentence.nodes
    at = spoken.last
    while at < len(nodes) and nodes[at].kind in {"d", "r"}:
        at += 1
    if spoken.passive and at + 1 < len(nodes) and nodes[at].low == "by" and nodes[at + 1].kind == "PER":
        # 'was told by B at a meeting'
        return [nodes[at + 1]]
    if spoken.passive or at >= len(nodes) or nodes[at].low in AUDIENCES | CROWDS:
        return []
    node = nodes[at]
    if at + 1 < len(nodes) and nodes[at + 1].kind == "s":
        return []
    if node.kind == "PRO":
        return [node] if node.low in {"him", "her", "them"} and not (at + 1 < len(nodes) and nodes[at + 1].kind in {"x", "p"}) else []
    return [node] if node.kind == "PER" or (node.kind == "TTL" and not node.titles[0].plural) else []


def _beside(sentence: Sentence, spoken: VerbGroup, phrase: Phrase) -> list[Node]:
    """Return who stands beside the speaker: 'said at a news conference with B after their talks'."""
    nodes = sentence.nodes
    for index in range(phrase.first - 1, max(spoken.main, phrase.first - _LONG), -1):
        if nodes[index].kind == "PER" and any(nodes[back].low in BESIDE for back in range(max(0, index - 2), index)):
            return [nodes[index]]
    return []
