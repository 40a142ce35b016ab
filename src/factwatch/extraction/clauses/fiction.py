"""Sentences that retell invented events."""

from __future__ import annotations

from factwatch.extraction.clauses.model import Sentence
from factwatch.extraction.clauses.words import FICTION


def is_fiction(sentence: Sentence) -> bool:
    """Tell whether the sentence says what happens 'in the novel', 'in her film'."""
    if sentence.lows.isdisjoint(FICTION):
        return False
    nodes = sentence.nodes
    return any(
        node.low in FICTION and nodes[index - 2].low in {"in", "stars"} and (nodes[index - 1].kind in {"d", "PRO", "x", "s"})
        for index, node in enumerate(nodes)
        if index > 1
    )
