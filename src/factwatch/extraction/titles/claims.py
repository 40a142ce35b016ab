"""What the readers of offices beside names share: which phrases are offices, which clauses state something."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import Sentence, VerbGroup, is_fiction
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.roles.grammar import is_function, is_stray_chair
from factwatch.lexicon.loader import data_file, words_of

_PHRASES: Final = data_file("phrases.yaml")
NO_CLAIMS: Final = words_of(_PHRASES["no_claims"])
NOBODY: Final = frozenset({"it", "this", "that", "there", "we", "they", "you", "us", "them", "who", "its", "their", "our", "your"})
"""Pronouns that hold no office."""
_UNREAL: Final = words_of(_PHRASES["unreal"])
_NO_CLAIMS_ALONE: Final = words_of(_PHRASES["no_claims_alone"])
_DOUBTS: Final = data_file("tenure.yaml")
_DOUBTING: Final = words_of(_DOUBTS["doubting"])
_BELIEVING: Final = words_of(_DOUBTS["believing"])
_RUMOURS: Final = words_of(_DOUBTS["rumours"])
_NO_ONE: Final = words_of(_DOUBTS["no_one"])
_SIDES: Final = words_of(_PHRASES["lawmakers_sides"])
_LAWMAKERS: Final = words_of(_PHRASES["lawmakers"])
_NEAR: Final = 3
"""Nodes between a governing verb or noun and the verb of its clause: 'that', the subject."""
_SUBJECT: Final = 2
"""Nodes of a short subject before its verb."""
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
    if title.bare and head.name == "boss" and title.determiner in {"his", "her"}:
        # 'her boss, A': a relation
        return False
    if head.name == "deputy" and title.of_kind == "N" and title.determiner == "'s":
        # 'Põldroo's deputy': somebody's
        return False
    if title.status_word in _UNREAL:
        # 'the self-styled king of X'
        return False
    if (title.bare and head.name in _NO_CLAIMS_ALONE) or head.name == "candidate":
        return False
    if is_function(title) or is_stray_chair(title):
        # 'CARICOM chair Mia Mottley': a role
        return False
    if head.group == "plain":
        return not title.bare or (" " in head.name and "candidate" not in head.name)
    return True


def _plain_lawmaker(title: Title) -> Title:
    """Return 'opposition senator' as the senator's office: whose side somebody is on is no part of it."""
    first, _, rest = title.name.partition(" ")
    if rest and first.lower() in _SIDES and title.head.name in _LAWMAKERS:
        return evolve(title, name=rest, bare=title.bare or rest.lower() == title.head.name)
    return title


def finding_of(sentence: Sentence, person: Node, title: Title, rule: str) -> Finding:
    """Return the finding that *person* has the office *title*, as the phrase says."""
    title = _plain_lawmaker(title)
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
    if nodes[-1].text == "?" or _is_doubted(sentence, group):
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


def _is_doubted(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether what governs the clause takes it back: 'denied that she was', 'Rumours that he is', 'Nobody believes she is'."""
    nodes, first = sentence.nodes, group.first
    outer = group_before(sentence, group.main)
    if outer is not None and first - outer.last <= _NEAR:
        if outer.lemma in _DOUBTING and not outer.negative:
            return True
        before = nodes[max(0, outer.first - _SUBJECT) : outer.first]
        if outer.lemma in _BELIEVING and (outer.negative or any(node.low in _NO_ONE for node in before)):
            return True
    return any(nodes[at].low == "that" and nodes[at - 1].low in _RUMOURS for at in range(max(1, first - _NEAR), first))
