"""What stands before a noun of travel: "President A's planned three-day visit", 'her recent trip', "Thursday's tour"."""

# ruff: noqa: PLR2004  # how far a phrase reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.entering import counted
from factwatch.extraction.travel.noun_phrase import MODIFIERS, NounPhrase
from factwatch.extraction.travel.travellers import party_of
from factwatch.extraction.travel.words import PLACED, SPANS, STAGES

_LONGEST: Final = 8
"""Nodes between an owner and the noun."""
_OWN: Final = frozenset({"his", "her", "their", "my", "its"})


def modifiers(phrase: NounPhrase) -> None:
    """Read the article and the adjectives before the noun, from right to left: 'a planned three-nation tour'."""
    nodes = phrase.nodes
    while phrase.first > 0 and phrase.noun - phrase.first < _LONGEST and _modifies(phrase.sentence, phrase.first - 1):
        phrase.first -= 1
        node = nodes[phrase.first]
        if node.kind == "DAT":
            phrase.own_day = node.value
        phrase.stage = phrase.stage or _stage(node.low)
        phrase.count = phrase.count or counted(node.low)
        phrase.negated = phrase.negated or node.low == "no"
        if node.kind == "d":
            break


def _modifies(sentence: Sentence, index: int) -> bool:
    """Tell whether the word at *index* belongs to the noun behind it."""
    nodes = sentence.nodes
    node = nodes[index]
    if node.low in {"on", "and"}:
        return False
    if node.kind not in MODIFIERS and node.kind != "d" and node.low not in PLACED and not _is_inner_day(nodes, index):
        return False
    return node.kind != "v" or not _is_verb(sentence, index)


def _is_verb(sentence: Sentence, index: int) -> bool:
    """Tell whether the word at *index* is the verb of the clause, not a participle before the noun."""
    if not any(group.main == index and (not group.participle or group.form == "ing") for group in sentence.groups):
        return False
    return not (index > 0 and sentence.nodes[index - 1].kind in {"d", "s"}) and not _is_adjective(sentence, index)


def owner(phrase: NounPhrase) -> bool:
    """Read whose journey it is, or of which day; tell whether it can be somebody's."""
    nodes, first = phrase.nodes, phrase.first
    if not first:
        return True
    before = nodes[first - 1]
    if before.kind == "PRO" and before.low in _OWN:
        phrase.who, phrase.first = [before], first - 1
    elif first < 2:
        return True
    elif before.low == "whose":
        # 'A, whose visit to Peru drew protests,'
        comma = nodes[first - 2].kind == ","
        phrase.who, phrase.first = party_of(phrase.sentence, [nodes[first - 2 - comma]]), first - 1
    elif before.kind == "s":
        return _possessor(phrase)
    return True


def _possessor(phrase: NounPhrase) -> bool:
    """Read "President A's", "Thursday's", "a day's" before the noun."""
    nodes, at = phrase.nodes, phrase.first - 2
    phrase.first = at
    if nodes[at].kind == "DAT":
        # "Thursday's trip to Poland"
        phrase.own_day = nodes[at].value
    elif nodes[at].low not in SPANS:
        # against "a day's visit to Kano"
        phrase.who, phrase.first = _owners_before(phrase.sentence, at)
        if not phrase.who and nodes[phrase.first].kind != "LOC":
            return False
        if phrase.first and nodes[phrase.first - 1].kind == "d":
            phrase.first -= 1
    return True


def _stage(low: str) -> str:
    """Return what an adjective says of how far a journey is, '' for other words."""
    return next((stage for stage, words in STAGES.items() if low in words), "")


def _is_inner_day(nodes: list[Node], index: int) -> bool:
    """Tell whether a date stands between the owner and the noun: 'the minister's 12-14 March visit', 'his planned November visit'."""
    if nodes[index].kind != "DAT":
        return False
    at = index - 1
    while at > 0 and index - at < 4 and (_stage(nodes[at].low) or nodes[at].kind in {"x", "ADJ", "m"}):
        at -= 1
    return at >= 0 and (nodes[at].kind in {"s", "d"} or (nodes[at].kind == "PRO" and nodes[at].low in {"his", "her", "their", "my"}))


def _is_adjective(sentence: Sentence, index: int) -> bool:
    """Tell whether the participle at *index* is an adjective without an article: 'cancelled planned visits', 'ahead of scheduled trips'."""
    group = sentence.group_at(index)
    if group is None or group.chain or not index or not _stage(sentence.nodes[index].low):
        return False
    before = sentence.nodes[index - 1]
    return before.kind == "f" or any(other.last == index for other in sentence.groups if other is not group)


def _owners_before(sentence: Sentence, at: int) -> tuple[list[Node], int]:
    """Return who owns a journey, the last of them at *at*, and the index of the first: "the Duke and Duchess of Cork's tour"."""
    nodes = sentence.nodes
    if at > 1 and nodes[at - 1].low == "and" and nodes[at - 2].kind in {"PER", "TTL"} and nodes[at].kind in {"PER", "TTL"}:
        return party_of(sentence, [nodes[at - 2], nodes[at]]), at - 2
    return party_of(sentence, [nodes[at]]), at
