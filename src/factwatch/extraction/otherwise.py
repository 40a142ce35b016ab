"""How what is told differs from what was planned: 'a day later than planned', 'in place of A', 'without A'."""

from __future__ import annotations

from typing import Final, Literal

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.phrases import Node
from factwatch.lexicon.loader import data_file, words_of

_PLANNED: Final = words_of(data_file("clauses.yaml")["as_planned"])
_REACH: Final = 14
"""The words stand no further behind the verb, in nodes."""
ABSENCE: Final = frozenset({"instead", "instead of", "place", "stead", "rather", "not", "without"})
"""Words without one of which nobody is told to be away."""
_PLACE: Final = frozenset({"place", "stead"})
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


def away_by(nodes: list[Node], at: int) -> str:
    """Return the word by which another goes in the place of the name at *at*, or without him: 'place', 'without', 'not'; else ''."""
    if at + 2 < len(nodes) and nodes[at + 1].kind == "s" and nodes[at + 2].low in _PLACE:
        # "in A's place"
        return "place" if at > 0 and nodes[at - 1].low == "in" else ""
    while at > 0 and nodes[at - 1].kind == "d":
        at -= 1
    before = [node.low for node in nodes[max(0, at - 2) : at]]
    if not before:
        return ""
    if before[-1] in {"not", "without"}:
        return before[-1]
    if before[-1] in {"instead of", "rather than"} or before in (["instead", "of"], ["rather", "than"]):
        return "not"
    return "place" if before in (["place", "of"], ["stead", "of"]) else ""
