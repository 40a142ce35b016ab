"""Saying without a verb of saying: 'made it clear that', 'was adamant that', 'expressed the hope that', 'rejected her claim that'."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.extraction.clauses import NOUN_PHRASES, Sentence, VerbGroup
from factwatch.extraction.phrases import Node
from factwatch.extraction.statements.speakers import COMMON, noun_phrase, words

_REACH: Final = 4
"""Nodes between the verb and its noun: 'expressed her government's deep concern'."""


def phrase_end(sentence: Sentence, group: VerbGroup) -> int | None:
    """Return the index of 'that' where the verb says something together with its noun or adjective."""
    nodes = sentence.nodes
    at = group.last
    if group.lemma == "make":
        at += at < len(nodes) and nodes[at].low == "it"
        wanted = "made_that"
    elif group.lemma == "be":
        while at < len(nodes) and nodes[at].kind == "r":
            at += 1
        wanted = "been_that"
    elif group.lemma in words("expressing"):
        return _noun_end(nodes, at)
    else:
        return None
    found = at + 1 < len(nodes) and nodes[at].low in words(wanted) and nodes[at + 1].low == "that"
    return at + 1 if found else None


def _noun_end(nodes: Sequence[Node], at: int) -> int | None:
    for index in range(at, min(len(nodes) - 1, at + _REACH)):
        if nodes[index].low in words("expressed"):
            return index + 1 if nodes[index + 1].low == "that" else None
        if nodes[index].kind not in COMMON | {"d", "s"} and nodes[index].low not in {"his", "her", "their", "its"}:
            return None
    return None


def find_claims(sentence: Sentence) -> list[tuple[Node, int, int]]:
    """Return what somebody is told to claim, as object of a verb: speaker, index of the noun, index where the clause begins."""
    found = []
    nodes = sentence.nodes
    for index in range(2, len(nodes) - 1):
        if nodes[index].low not in words("claims"):
            continue
        if nodes[index + 1].low == "that":
            speaker, first, start = _owner(nodes, index), index, index + 2
        elif nodes[index + 1].low in {"by", "from"}:
            speaker, end = noun_phrase(sentence, index + 2)
            first, start = index, end + 1
            if end >= len(nodes) or nodes[end].low != "that":
                continue
        else:
            continue
        if speaker is not None and start < len(nodes) and any(group.main < first and not group.negative for group in sentence.groups):
            found.append((speaker, first, start))
    return found


def _owner(nodes: Sequence[Node], at: int) -> Node | None:
    """Return who claims in 'A's repeated claim', 'his claim'."""
    index = at - 1
    while index > 0 and nodes[index].kind in COMMON:
        index -= 1
    if nodes[index].kind == "PRO" and nodes[index].low in {"his", "her"}:
        return nodes[index]
    if index and nodes[index].kind == "s" and nodes[index - 1].kind in NOUN_PHRASES:
        return nodes[index - 1]
    return None
