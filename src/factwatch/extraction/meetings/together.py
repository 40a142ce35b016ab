"""Those who met where a clause tells them: 'A and B issued a statement after their talks', 'Chile and Peru agreed after talks in Oslo'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.context import say_lemmas
from factwatch.extraction.meetings.noun_phrases import Phrase
from factwatch.extraction.meetings.plurals import is_assembly, is_pair
from factwatch.extraction.meetings.speeches import agrees
from factwatch.extraction.meetings.subjects import subjects_of
from factwatch.extraction.meetings.words import BEFORE, CONCLUDING, ENTERING, FAINT, TALKS, WHEN_IT_WAS
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node
from factwatch.lexicon.places import Place

_PAIR: Final = 2
_THEIRS: Final = WHEN_IT_WAS | BEFORE | {"in", "since"}
_BEHIND: Final = frozenset({"after", "following", "during"})


def sides_of_clause(passage: Passage, sentence: Sentence, phrase: Phrase, group: VerbGroup) -> list[Node]:
    """Return the subjects of the verb *group*, in whose clause the meeting stands, where they are those who met; else []."""
    if group.negative or phrase.definite in {"the", "this", "that", "any", "no"} or (phrase.owner and phrase.owner[0].low != "their"):
        return []
    nodes = sentence.nodes
    if phrase.last < len(nodes) and nodes[phrase.last].low == "of":
        return []
    people = subjects_of(sentence, group, passage)
    persons = all(node.kind in {"PER", "TTL", "ORG"} for node in people) and any(node.kind == "PER" for node in people)
    several = len(people) >= _PAIR and (persons or _are_countries(people))
    assembly = len(people) == 1 and (is_assembly(people[0]) or isinstance(people[0].value, list))
    if not several and not assembly and not (len(people) == 1 and is_pair(people[0])):
        return []
    if phrase.owner:
        return people if phrase.preposition in _THEIRS else []
    enters = group.lemma in ENTERING and phrase.preposition in {"to", "into", "in"}
    if enters and nodes[phrase.noun].low in TALKS:
        return people
    tells = phrase.preposition in _BEHIND and nodes[phrase.noun].low in TALKS - FAINT and not group.passive
    tells = tells and (group.lemma in CONCLUDING or agrees(group) or (group.lemma in say_lemmas() and group.tense == "past"))
    return people if tells and (assembly or _are_countries(people)) else []


def _are_countries(people: list[Node]) -> bool:
    return len(people) >= _PAIR and all(
        node.kind == "LOC" and isinstance(node.value, Place) and node.value.kind == "country" for node in people
    )
