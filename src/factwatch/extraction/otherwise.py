"""How what is told differs from what was planned: 'a day later than planned', 'two days earlier than announced'."""

from __future__ import annotations

from typing import Final, Literal

from factwatch.extraction.clauses import Sentence
from factwatch.lexicon.loader import data_file, words_of

_PLANNED: Final = words_of(data_file("clauses.yaml")["as_planned"])
_REACH: Final = 14
"""The words stand no further behind the verb, in nodes."""
_SOONER: Final = frozenset({"earlier", "sooner"})


def against_plan(sentence: Sentence, at: int) -> tuple[Literal["later", "earlier", ""], int]:
    """Return whether what the verb before the node *at* tells of comes 'later' or 'earlier' than planned, and the index behind that."""
    if "than" not in sentence.lows:
        return "", at
    nodes = sentence.nodes
    for index in range(at + 1, min(len(nodes) - 1, at + _REACH)):
        if nodes[index].kind in {";", "QUO"}:
            break
        if nodes[index].low != "than":
            continue
        planned = index + 1 + (nodes[index + 1].kind == "r")
        if planned >= len(nodes) or nodes[planned].low not in _PLANNED:
            continue
        before = nodes[index - 1].low
        if before == "later":
            return "later", planned + 1
        if before in _SOONER:
            return "earlier", planned + 1
    return "", at
