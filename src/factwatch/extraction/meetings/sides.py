"""Countries told by their sides: 'the Kenyan and Ugandan sides' are the two countries."""

from __future__ import annotations

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.phrases import Node
from factwatch.extraction.phrases.nations import SIDES, row_before
from factwatch.lexicon.places import Place


def countries_of_sides(sentence: Sentence, at: int) -> Node | None:
    """Return the countries whose sides the node *at* and the adjectives joined to it tell, as one group; None where there are no sides."""
    nodes = sentence.nodes
    node = nodes[at]
    if node.kind != "GRP" or isinstance(node.value, list) or not isinstance(node.nation, Place) or node.low.rsplit(" ", 1)[-1] not in SIDES:
        return None
    lands = row_before(nodes, at)
    if not lands:
        return None
    start = lands[0].start
    text = sentence.text[start : node.end]
    whole = Node("GRP", lands[0].first, node.last, start, node.end, text, text.lower(), name=text)
    whole.value = [_land(land, land.value) for land in lands] + [_land(node, node.nation)]
    return whole


def _land(node: Node, place: Place) -> Node:
    return Node("LOC", node.first, node.last, node.start, node.end, node.text, node.low, value=place, name=place.name)
