"""Whom a relative clause is about, where he is the one who is met: 'B, whom A met', 'B, with whom A held talks'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.adjuncts import attachment
from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.phrases import Node

PERSONS: Final = frozenset({"GRP", "PER", "TTL"})
"""Kinds of nodes for people."""


def met_before(sentence: Sentence, group: VerbGroup, *, preposition: bool) -> list[Node]:
    """
    Return the person in front of 'whom', or of 'with whom', where the verb *group* is the clause's; else nothing.

    Args:
        sentence: Where it is told.
        group: The verb.
        preposition: It takes its partner with 'with' or 'to'.
    """
    link = attachment(sentence).links.get(group.main)
    if link is None or link.opener != "whom":
        return []
    nodes = sentence.nodes
    at = link.start - 1
    if at >= 0 and nodes[at].low in {"with", "to"}:
        at -= 1
    elif preposition:
        return []
    if at >= 0 and nodes[at].kind == ",":
        at -= 1
    return [nodes[at]] if at >= 0 and nodes[at].kind in PERSONS else []
