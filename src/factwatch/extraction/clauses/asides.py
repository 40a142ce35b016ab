"""What stands between an auxiliary and its verb: adverbs, days, comments and phrases set off by commas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.extraction.clauses.words import ASIDES, DATE_OPENERS, HAVE, INNER
from factwatch.extraction.phrases import Node

_ASIDES_END: Final = frozenset(phrase[-1] for phrase in ASIDES)
_ASIDE: Final = max(len(phrase) for phrase in ASIDES)
_VERBLESS: Final = frozenset({"f", "d", "x", "p", "m", "s", "r", "#", "DAT", "LOC", "ORG", "ADJ", "GRP", "PRO", "EVT"})
"""Kinds of nodes in a phrase set off by commas that holds no clause of its own."""
_SET_OFF: Final = 9
"""Such a phrase is no longer, in nodes."""
_DATED: Final = 4
"""A date between an auxiliary and its verb is no longer with the words before it, in nodes."""


def aside(nodes: Sequence[Node], at: int) -> int:
    """
    Return how many nodes that end at *at* stand between an auxiliary and its verb.

    'will next travel', 'will, however, still travel', 'would not, after all, be going'.
    """
    node = nodes[at]
    if (comment := _comment(nodes, at)) or node.low in INNER:
        return comment or 1
    if node.kind == "," and at > 1 and nodes[at - 2].kind == "," and (nodes[at - 1].kind == "r" or nodes[at - 1].low in INNER):
        return 3
    if node.kind == ",":
        return _set_off(nodes, at)
    if node.kind == "DAT":
        # 'will on Monday meet', 'has in May met'
        length = 1
        while length <= at and nodes[at - length].low in DATE_OPENERS and length < _DATED:
            length += 1
        return length
    return 0


def _comment(nodes: Sequence[Node], at: int) -> int:
    """Return the length of 'after all' or ', as planned,' that ends at *at*, 0 where there is none."""
    comma = nodes[at].kind == ","
    last = at - comma
    if last < 1 or nodes[last].low not in _ASIDES_END:
        return 0
    for length in range(2, min(_ASIDE, last) + 1):
        first = last - length + 1
        if tuple(node.low for node in nodes[first : last + 1]) in ASIDES:
            if not comma:
                return length
            return length + 2 if nodes[first - 1].kind == "," else 0
    return 0


def _set_off(nodes: Sequence[Node], at: int) -> int:
    """Return how many nodes the phrase between commas has that ends at *at*: 'would not, after all, be going'; 0 where it is none."""
    for opening in range(at - 2, max(0, at - _SET_OFF), -1):
        if nodes[opening].kind == ",":
            return at + 1 - opening if nodes[opening - 1].kind == "u" and nodes[opening + 1].kind in {"f", "r", "DAT"} else 0
        if nodes[opening].kind not in _VERBLESS:
            return 0
    return 0


def behind_have(nodes: Sequence[Node], index: int) -> bool:
    """Tell whether 'had' or 'has' stands before the word, but for adverbs."""
    at = index - 1
    while at > 0 and (nodes[at].kind == "r" or (nodes[at].kind not in {"u", "s"} and aside(nodes, at))):
        at -= 1 if nodes[at].kind == "r" else aside(nodes, at)
    return at >= 0 and nodes[at].kind in {"u", "s"} and nodes[at].low in HAVE
