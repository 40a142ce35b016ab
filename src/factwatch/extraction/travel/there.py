"""The place that 'there' means: where the text has gone last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.names import PLACE_PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factwatch.extraction.travel.journal import Journal


def told_before(journal: Journal, sentence: Sentence, there: Node, lately: Sequence[Sentence]) -> Node:
    """
    Return 'there' with the name of the place visited last, where no other place was named behind it.

    Args:
        journal: What has been told so far.
        sentence: Where 'there' stands.
        there: The word.
        lately: The sentence and the one before it.
    """
    last = next((item.place for item in reversed(journal.found) if isinstance(item.place, Node) and item.place.name), None)
    if last is None or journal.found[-1].unit < sentence.unit.index - 1:
        return _named_last(journal, there, lately)
    for other in lately:
        nodes = other.nodes
        for index, node in enumerate(nodes):
            if last.start < node.start < there.start and node.kind == "LOC" and index and nodes[index - 1].low in PLACE_PREPOSITIONS:
                return there
    return evolve(there, name=last.name, value=last.value)


def _named_last(journal: Journal, there: Node, lately: Sequence[Sentence]) -> Node:
    """Return 'there' with the last name behind a preposition of place that only its place in the text shows to be one."""
    for other in reversed(lately):
        nodes = other.nodes
        for index in range(len(nodes) - 1, 0, -1):
            node = nodes[index]
            if node.start >= there.start or nodes[index - 1].low not in PLACE_PREPOSITIONS or node.kind not in {"LOC", "PER"}:
                continue
            if node.kind == "LOC" or node.titles or not node.name or not journal.names.can_be_place(node.name, sure=True):
                return there
            return evolve(there, name=node.name, value=node.value)
    return there
