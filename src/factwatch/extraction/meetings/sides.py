"""Groups told by several countries: 'Thai and Cambodian officials' as a whole, 'the Kenyan and Ugandan sides' as the two countries."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.meetings.words import SIDES
from factwatch.extraction.phrases import Node
from factwatch.lexicon.places import Place

_MOST: Final = 8
"""No more nodes tell the countries."""


def of_several_lands(sentence: Sentence, at: int) -> Node | None:
    """Return the group at the node *at* with the adjectives that are joined to it, or the countries where they are its sides; else None."""
    nodes = sentence.nodes
    node = nodes[at]
    if node.kind != "GRP" or isinstance(node.value, list):
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
    whole = Node("GRP", nodes[first].first, node.last, start, node.end, text, text.lower(), name=text, value=node.value)
    whole.titles = node.titles
    if node.low.rsplit(" ", 1)[-1] in SIDES and isinstance(node.nation, Place):
        whole.value = [_land(land, land.value) for land in lands] + [_land(node, node.nation)]
    return whole


def _land(node: Node, place: Place) -> Node:
    return Node("LOC", node.first, node.last, node.start, node.end, node.text, node.low, value=place, name=place.name)
