"""Whom a verb of meeting or speaking has behind it: where they begin, and who of them can be met by it."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.clauses.words import DATE_OPENERS
from factwatch.extraction.context import clause, is_place
from factwatch.extraction.meetings.gathering import sits
from factwatch.extraction.meetings.objects import names_meeting
from factwatch.extraction.meetings.words import (
    AROUND,
    AUDIENCES,
    BEFORE,
    COLLEAGUES,
    COMING,
    CROWDS,
    DELEGATED,
    NEEDS_WITH,
    OF_RANK,
    STAGES,
    WHEN_IT_WAS,
)
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node

_FAR: Final = 16
"""The partner stands no further behind the verb, in nodes."""
_NEAR: Final = 4
"""'back to Oslo on Friday to see' stands no further behind the verb of going, in nodes."""
_SEEN_AT: Final = frozenset({"DAT", "LOC"})
SPEAKING: Final = frozenset({"speak", "talk", "chat"})
_OTHER_TIME: Final = BEFORE | WHEN_IT_WAS - {"at"}
"""Behind them another meeting may be told."""
_AMONG_OTHERS: Final = [",", "among", "others", ","]
_LISTENERS: Final = AUDIENCES | CROWDS
_AUDIENCES: Final = tuple(_LISTENERS)
_RELATIVE: Final = frozenset({"who", "which", "that"})


def partner_at(sentence: Sentence, group: VerbGroup) -> tuple[int, bool]:
    """
    Return the index at which the partner begins, and whether 'with' stands before it.

    The index is 0 where no partner is told, and -1 where those who are told are none.
    """
    nodes, lemma = sentence.nodes, group.lemma
    _, last = clause(sentence, group)
    inside = beyond = False
    for scan in range(group.last, min(last, group.last + _FAR)):
        node = nodes[scan]
        beyond = beyond or (node.kind == "f" and node.low in _OTHER_TIME)
        if beyond and names_meeting(sentence, scan):
            # 'met on Monday, ahead of talks with B'
            break
        if lemma == "speak" and node.low in STAGES:
            # 'spoke at a rally with A'
            return -1, False
        if node.low == "with" or (node.low == "to" and lemma in SPEAKING):
            return (-1, False) if lemma in SPEAKING and _is_audience(nodes, scan + 1) else (scan + 1, True)
        if _ends_search(sentence, scan, last, inside=inside):
            break
        inside = (node.kind == "f" and node.low in AROUND) or (inside and node.kind not in {",", "DAT"})
    at = _behind_day(nodes, group.last)
    return (at if lemma not in NEEDS_WITH and at < len(nodes) else 0), False


def _behind_day(nodes: list[Node], at: int) -> int:
    """Return the index after adverbs and days: 'met, among others, briefly on Monday'."""
    if [node.low for node in nodes[at : at + 4]] == _AMONG_OTHERS:
        at += 4
    if at + 2 < len(nodes) and nodes[at].kind == nodes[at + 2].kind == "," and nodes[at + 1].kind == "r":
        # 'saw, separately, X and Y'
        at += 3
    while at < len(nodes) and (
        nodes[at].kind in {"r", "DAT"} or (nodes[at].low in DATE_OPENERS and at + 1 < len(nodes) and nodes[at + 1].kind == "DAT")
    ):
        at += 1
    return at


def _is_audience(nodes: list[Node], at: int) -> bool:
    """Tell whether those spoken to listen rather than talk: 'spoke to reporters'."""
    following = " ".join(other.low for other in nodes[at : at + 3])
    return (nodes[at].low if at < len(nodes) else "") in _LISTENERS or following.startswith(_AUDIENCES)


def _ends_search(sentence: Sentence, at: int, last: int, *, inside: bool) -> bool:
    """Tell whether no 'with' of the verb stands behind the node; *inside* a phrase of place there may be a name before."""
    nodes, node = sentence.nodes, sentence.nodes[at]
    if node.kind in {"QUO", ";", ".", ":"} or sentence.is_verb(at) or node.low in _RELATIVE:
        return True
    if node.kind in {"PER", "TTL", "GRP", "PRO"} and not inside:
        return True
    return node.kind == "," and not (at + 1 < last and nodes[at + 1].kind in {"f", "DAT"} and nodes[at + 1].low != "and")


def believed(passage: Passage, sentence: Sentence, group: VerbGroup, partners: list[Node], *, with_word: bool, end: int) -> list[Node]:
    """Return of the parties behind the verb those whom one can meet by it."""
    nodes, lemma = sentence.nodes, group.lemma
    if lemma in {"talk", "speak"} and not with_word:
        return []
    if lemma == "negotiate" and not any(node.kind in {"PER", "TTL", "GRP"} for node in partners):
        # parties and firms negotiate for weeks
        return []
    behind = nodes[end] if end < len(nodes) else None
    if behind is not None and lemma in {"brief", "consult", "call"} and behind.kind in {"d", "x", "TTL", "ADJ", "QUO"}:
        # 'called the minister a liar'
        return []
    if behind is not None and ((lemma == "call" and behind.low in {"to", "for"}) or (lemma == "see" and behind.low == "as")):
        # 'saw B as a rival'
        return []
    if lemma not in OF_RANK:
        return partners
    return [node for node in partners if node.kind in _OF_KIND and _OF_KIND[node.kind](passage, sentence, group, node, end)]


def _is_person_met(passage: Passage, sentence: Sentence, group: VerbGroup, node: Node, end: int) -> bool:
    """'saw President X', 'is due to see X', 'saw X in Vienna': a person of rank, or one met by appointment."""
    if group.lemma not in {"see", "call"} or _is_of_rank(node):
        return True
    return group.lemma == "see" and (_is_arranged(sentence, group, end) or _is_seen_there(passage, sentence, node, end))


def _is_office_met(_passage: Passage, sentence: Sentence, group: VerbGroup, node: Node, end: int) -> bool:
    """'consulted the president', 'saw the president at noon'."""
    return group.lemma != "see" or _is_office_seen(sentence, group, node, end)


def _is_group_met(_passage: Passage, sentence: Sentence, group: VerbGroup, node: Node, end: int) -> bool:
    """'consulted the sides', 'engaged a delegation', 'briefed the ministers of X and Y'."""
    lemma, value = group.lemma, node.value
    if lemma == "consult" or (lemma == "engage" and value in DELEGATED):
        return True
    if lemma != "brief" and not (lemma == "see" and (group.infinitive or _is_arranged(sentence, group, end))):
        return False
    return (isinstance(value, str) and value in DELEGATED) or (value is None and bool(node.titles)) or sits(node)


def _is_pronoun_met(_passage: Passage, sentence: Sentence, group: VerbGroup, node: Node, end: int) -> bool:
    """'will see him on Monday', 'saw him in Oslo last Friday', 'is coming to see her', 'called her again'."""
    nodes = sentence.nodes
    if nodes[group.last] is not node or node.low not in {"him", "her", "them"} or end >= len(nodes):
        return False
    if group.lemma == "see":
        if group.tense == "past" and not group.infinitive:
            # not 'saw him at the match'
            return nodes[end].kind == "DAT" or (end + 1 < len(nodes) and nodes[end].low in {"in", "on"} and nodes[end + 1].kind in _SEEN_AT)
        if group.modality not in {"expected", "planned"} and not _comes_to_see(sentence, group):
            return False
    elif group.lemma not in {"call", "brief"}:
        return False
    return nodes[end].kind in {"f", "DAT", ".", ","} or nodes[end].low == "again"


def _comes_to_see(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether a journey is made for it: 'is coming to see him', 'flew in to see her'."""
    parent = group_before(sentence, group.first) if group.infinitive else None
    return parent is not None and parent.lemma in COMING and not parent.negative and group.first - parent.last < _NEAR


_OF_KIND: Final = {"PER": _is_person_met, "TTL": _is_office_met, "GRP": _is_group_met, "PRO": _is_pronoun_met}
"""Kind of a party -> whether it can be met by a verb that is one of meeting only where it has somebody of rank."""


def _is_of_rank(node: Node) -> bool:
    return bool(node.titles) and (node.titles[0].head.group != "weak" or node.titles[0].head.name in COLLEAGUES)


def _is_office_seen(sentence: Sentence, group: VerbGroup, node: Node, end: int) -> bool:
    """'saw the president at noon', 'will see the chancellor in Oslo': an appointment, which has its hour or day, or is to come."""
    nodes = sentence.nodes
    behind = [other.low for other in nodes[end : end + 2]]
    timed = end < len(nodes) and (nodes[end].kind == "DAT" or any(other.kind == "DAT" for other in nodes[end + 1 : end + 2]))
    arranged = _is_arranged(sentence, group, end) and not group.infinitive
    named = node.titles[0].head.group != "weak" and not node.titles[0].plural
    return named and (timed or arranged or behind == ["at", "noon"])


def _is_seen_there(passage: Passage, sentence: Sentence, node: Node, end: int) -> bool:
    """'saw X in Vienna', 'last saw X in May': a meeting with somebody to whom the document gives a title elsewhere."""
    nodes = sentence.nodes
    behind = nodes[end + 1 if end < len(nodes) and nodes[end].low in {"in", "on", "at"} else end :][:1]
    told = bool(behind) and (behind[0].kind == "DAT" or (behind[0].kind == "LOC" and is_place(behind[0])))
    return told and node.name is not None and passage.has_title(node.name)


def _is_arranged(sentence: Sentence, group: VerbGroup, end: int) -> bool:
    """'is due to see X on Monday': an appointment, whoever X is."""
    nodes = sentence.nodes
    return group.modality in {"expected", "planned"} and end < len(nodes) and nodes[end].kind in {"f", "DAT", ".", ",", "r"}
