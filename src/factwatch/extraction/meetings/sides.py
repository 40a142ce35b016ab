"""Countries told by their sides: 'the Kenyan and Ugandan sides' are the two countries."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.meetings.words import SIDES
from factwatch.extraction.phrases import Node
from factwatch.lexicon.places import Place

_MOST: Final = 8
"""No more nodes tell the countries."""


def countries_of_sides(sentence: Sentence, at: int) -> Node | None:
    """Return the countries whose sides the node *at* and the adjectives joined to it tell, as one group; None where there are no sides."""
    nodes = sentence.nodes
    node = nodes[at]
    if node.kind != "GRP" or isinstance(node.value, list) or not isinstance(node.nation, Place) or node.low.rsplit(" ", 1)[-1] not in SIDES:
        return None
    first = at
    while first > 1 and at - first < _MOST and (nodes[first - 1].low == "and" or nodes[first - 1].kind == ","):
        before = first - 2 if nodes[first - 2].kind != "," else first - 3
        if before < 0 or nodes[before].kind != "ADJ":
            break
        first = before
    lands = [other for other in nodes[first:at] if other.kind == "ADJ"]
    if not lands:
        return None
    start = nodes[first].start
    text = sentence.text[start : node.end]
    whole = Node("GRP", nodes[first].first, node.last, start, node.end, text, text.lower(), name=text)
    whole.value = [_land(land, land.value) for land in lands] + [_land(node, node.nation)]
    return whole


def _land(node: Node, place: Place) -> Node:
    return Node("LOC", node.first, node.last, node.start, node.end, node.text, node.low, value=place, name=place.name)
