"""Lists of noun phrases."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from factwatch.extraction.clauses.model import NAMED_PEOPLE, Sentence
from factwatch.extraction.phrases import Node

_JOINING: Final = frozenset({"and", "&", "as", "well", "plus"})
_SEPARATORS: Final = 4
"""As in ', as well as'; more stand between no two members."""


def list_from(sentence: Sentence, at: int, wanted: Callable[[Node], bool]) -> tuple[list[Node], int]:
    """
    Read 'A, B and C' from the node *at* on.

    Returns the noun phrases for which *wanted* holds and the index after the list; determiners are passed over. The list ends
    where anything else stands, or where a comma is followed by no further member.
    """
    nodes = sentence.nodes
    found: list[Node] = []
    index = at
    count = len(nodes)
    end = at
    while index < count:
        while index < count and (nodes[index].kind in {"d", "#"} or nodes[index].low in {"both", "with", "then"}):
            index += 1
        if index >= count or not wanted(nodes[index]):
            break
        found.append(nodes[index])
        index += 1
        end = index
        while index < count and index - end < _SEPARATORS and (nodes[index].kind == "," or nodes[index].low in _JOINING):
            index += 1
        if index == end and not _comma_swallowed(sentence, index, wanted):
            break
    return found, end


def _comma_swallowed(sentence: Sentence, index: int, wanted: Callable[[Node], bool]) -> bool:
    """Tell whether the list goes on behind an apposition, whose closing comma is part of its node: 'his wife, A, Minister B and'."""
    nodes = sentence.nodes
    if index >= len(nodes) or nodes[index].kind != "PER" or not wanted(nodes[index]):
        return False
    before = nodes[index - 1]
    return before.kind == "PER" and "," in before.text and "," in sentence.text[before.end - 1 : nodes[index].start]


def people_of(node: Node) -> list[Node]:
    """Return the people of a plural phrase ('Presidents A and B'), or the node itself."""
    return node.value if isinstance(node.value, list) else [node]


def named_people(nodes: Iterable[Node]) -> list[Node]:
    """Return of the *nodes* those that tell of somebody by name or office."""
    return [node for node in nodes if node.kind in NAMED_PEOPLE]
