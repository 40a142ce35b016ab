"""Sides and players that meet in sport, which is no meeting: 'England meet Spain', 'met in the semi-final'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.meetings.words import FIXTURES, ORGANISED, TALKS
from factwatch.extraction.phrases import Node

_SIDES: Final = frozenset({"team", "squad", "club", "side"})
_NEAR: Final = 6
"""What players meet in stands no further behind, in nodes."""


def is_fixture(group: VerbGroup, subjects: list[Node], partners: list[Node]) -> bool:
    """Tell whether sides in sport meet: 'England meet Spain', 'the football team meets the Pillars'."""
    if group.lemma != "meet" or not partners:
        return False
    sides = (*subjects, *partners)
    named = all(node.kind in {"LOC", "ORG"} for node in sides) and not any(_is_organised(node) for node in sides)
    return named or (_is_side(subjects[0]) and not any(node.titles or node.kind == "TTL" for node in partners))


def is_in_contest(sentence: Sentence, end: int) -> bool:
    """Tell whether players meet: 'in the second round of the Open', 'in the semi-final'."""
    nodes = sentence.nodes
    if end >= len(nodes) or nodes[end].low != "in":
        return False
    found = next((index for index in range(end + 1, min(len(nodes), end + _NEAR)) if nodes[index].low in FIXTURES), 0)
    return found > 0 and not (found + 2 < len(nodes) and nodes[found + 1].low == "of" and nodes[found + 2].low in TALKS)


def _is_organised(node: Node) -> bool:
    """Tell whether a body is one that talks rather than plays: a union, a ministry."""
    return node.kind == "ORG" and not ORGANISED.isdisjoint(node.low.replace("’", "'").split())


def _is_side(node: Node) -> bool:
    """Tell whether the node is a side in sport."""
    return (node.kind == "GRP" and isinstance(node.value, str) and node.value in _SIDES) or node.low.endswith(" side")
