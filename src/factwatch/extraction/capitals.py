"""Capitals that a text names by their country: 'the French capital', 'the Kenyan capital, Nairobi', 'Ghana's capital'."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from attrs import evolve

from factwatch.extraction.phrases import Node
from factwatch.lexicon.loader import data_file
from factwatch.lexicon.places import Place, find_place, gazetteer


@cache
def capitals() -> dict[str, str]:
    """Return country code -> capital."""
    return {code: city for city, code in reversed(list(gazetteer().capitals.items()))} | data_file("travel.yaml")["capitals"]


def capital_at(nodes: Sequence[Node], at: int) -> tuple[Node | None, int]:
    """
    Read 'French capital' or 'Ghana's capital' at the node *at*, behind the article.

    Returns:
        The city as a LOC node, and the index after it; None where there is none.
    """
    owned = at + 1 < len(nodes) and nodes[at].kind == "LOC" and nodes[at + 1].kind == "s"
    noun = at + 2 if owned else at + 1
    if noun >= len(nodes) or nodes[noun].low != "capital" or nodes[noun].kind not in {"x", "p"}:
        return None, at
    nation = nodes[at].value
    if not isinstance(nation, Place) or not (owned or nodes[at].kind == "ADJ"):
        return None, at
    if noun + 2 < len(nodes) and nodes[noun + 1].low == "," and nodes[noun + 2].kind == "LOC":
        # the name is told behind the noun
        town = nodes[noun + 2].value
        if isinstance(town, Place) and town.country == nation.country:
            return nodes[noun + 2], noun + 3
    city = capitals().get(nation.country or "")
    if city is None or (noun + 1 < len(nodes) and (nodes[noun + 1].kind in {"s", "x", "p"} or nodes[noun + 1].low == "of")):
        return None, at
    return evolve(nodes[noun], kind="LOC", start=nodes[at].start, name=city, value=find_place(city)), noun + 1
