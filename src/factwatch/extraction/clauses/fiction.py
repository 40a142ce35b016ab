"""Sentences that retell invented events."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses.model import Sentence
from factwatch.extraction.clauses.words import FICTION, NARRATING, STARRING

_OPENING: Final = 5
"""The work stands among so many nodes at the start of a sentence that is all about it."""


def is_fiction(sentence: Sentence) -> bool:
    """Tell whether the sentence says what happens 'in the novel', 'in her film'."""
    if sentence.lows.isdisjoint(FICTION):
        return False
    nodes = sentence.nodes
    return any(
        node.low in FICTION
        and nodes[index - 2].low in {"in", "stars"}
        and (nodes[index - 1].kind in {"d", "PRO", "x", "s"})
        and not (index + 1 < len(nodes) and nodes[index + 1].kind in {"x", "p"})
        for index, node in enumerate(nodes)
        if index > 1
    ) or is_invented(sentence)


def is_invented(sentence: Sentence) -> bool:
    """Tell whether the whole sentence retells a work: 'In the novel, President X visits Y', 'The film tells how Queen X'."""
    if sentence.lows.isdisjoint(FICTION):
        return False
    nodes = sentence.nodes
    at = next((index for index, node in enumerate(nodes[:_OPENING]) if node.low in FICTION), None)
    if at is None or at + 1 >= len(nodes):
        return False
    if nodes[0].low == "in" and nodes[0].kind == "f":
        return nodes[at + 1].kind in {",", "QUO", "PER"}
    return _has_cast(sentence, at + 1) or any(group.first == at + 1 and group.lemma in NARRATING for group in sentence.groups)


def _has_cast(sentence: Sentence, at: int) -> bool:
    """Tell whether the work's cast follows at *at*: 'stars A as President X', ', starring A as Queen X,'; not 'The film stars met A'."""
    nodes = sentence.nodes
    verb = at + (nodes[at].kind == ",")
    return verb + 1 < len(nodes) and nodes[verb].low in STARRING and nodes[verb + 1].kind == "PER" and "as" in sentence.lows
