"""What the readers of offices beside names share: which phrases are offices, which clauses state something."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import Sentence, VerbGroup, is_fiction
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.roles.grammar import is_function
from factwatch.lexicon.loader import data_file, words_of

_PHRASES: Final = data_file("phrases.yaml")
NO_CLAIMS: Final = words_of(_PHRASES["no_claims"])
NOBODY: Final = frozenset({"it", "this", "that", "there", "we", "they", "you", "us", "them", "who", "its", "their", "our", "your"})
"""Pronouns that hold no office."""
_UNREAL: Final = words_of(_PHRASES["unreal"])
_NO_CLAIMS_ALONE: Final = words_of(_PHRASES["no_claims_alone"])
_POSSESSIVES: Final = frozenset({"his", "her", "its", "their", "'s"})


def is_claim(title: Title) -> bool:
    """Tell whether the phrase names an office rather than an occupation, a relation or a common noun."""
    head = title.head
    if head.name == "member" and title.determiner == "the" and title.of_kind in {"G", "N"}:
        # 'the Member for Auki'
        return True
    if head.group == "weak" or head.name in NO_CLAIMS:
        return False
    if title.bare and head.name == "deputy" and title.determiner in _POSSESSIVES:
        # 'her deputy, A': of whom is not said
        return False
    if head.name == "deputy" and title.of_kind == "N" and title.determiner == "'s":
        # 'Põldroo's deputy': somebody's
        return False
    if title.status_word in _UNREAL:
        # 'the self-styled king of X'
        return False
    if title.bare and head.name in _NO_CLAIMS_ALONE:
        return False
    if is_function(title):
        # 'CARICOM chair Mia Mottley': a role
        return False
    if head.group == "plain":
        return not title.bare or (" " in head.name and "candidate" not in head.name)
    return True


def finding_of(sentence: Sentence, person: Node, title: Title, rule: str) -> Finding:
    """Return the finding that *person* has the office *title*, as the phrase says."""
    start = min(person.start, title.start)
    end = max(person.end, title.end)
    return Finding("title", f"titles/{rule}", sentence.unit.index, start, end, who=[person], title=title, status=title.status)


def is_told(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the clause states something: no question, wish or condition."""
    if group.modality not in {"asserted", "reported"} or group.infinitive or group.unfulfilled:
        return False
    return is_stated(sentence, group)


def is_stated(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the sentence is no fiction, question or condition, whatever the verb's mood."""
    if is_fiction(sentence):
        return False
    nodes = sentence.nodes
    if nodes[-1].text == "?":
        return False
    return not any(node.low in {"if", "unless", "whether", "imagine", "suppose"} for node in nodes[max(0, group.first - 8) : group.first])


def of_there(sentence: Sentence, group: VerbGroup, title: Title) -> Title:
    """Give the office in 'from Merlion Marine, where she was treasurer' its body."""
    if title.of is not None:
        return title
    nodes = sentence.nodes
    for index in range(group.first - 1, max(1, group.first - 4), -1):
        if nodes[index].low == "where" and nodes[index - 1].kind == "," and nodes[index - 2].kind == "ORG":
            body = nodes[index - 2]
            return evolve(title, of=body.name or body.text, of_kind="O", of_value=body.value)
    return title
