"""
Where a finding takes place: the name of the place that its words stand for.

Words like 'the island' or 'there' go back to a place named before; everything else is a name already.
"""

from __future__ import annotations

import re
from typing import Final

from factwatch.extraction.phrases import Node
from factwatch.lexicon.places import Place, canonical_place, capitals, find_demonym
from factwatch.resolution.bodies import strip_article
from factwatch.resolution.ground import Ground
from factwatch.resolution.model import Resolved

_FOREIGN: Final = re.compile(r"^[Tt]he ([A-Z][\w-]+) (?:capital|city|town)\b")
_PLACE_NOUN: Final = re.compile(
    r"^(?:the|this|that) (?:[\w-]+ )*?(island|country|nation|capital|city|kingdom|republic|region|state|town|twin-island|archipelago"
    r"|emirate|sultanate|federation|territory|province)\b",
    re.IGNORECASE,
)


def place_of(item: Resolved, ground: Ground) -> str | None:
    """Return the name of the place that a finding gives; None where it gives none, or nobody can tell which."""
    place = item.finding.place
    if place is None:
        return None
    words = place if isinstance(place, str) else (place.name or place.text)
    match = _PLACE_NOUN.match(words)
    if match:
        noun, foreign = match.group(1).lower(), _FOREIGN.match(words)
        if foreign is not None:
            return _foreign_city(foreign.group(1), noun) or strip_article(words)
        return _named_before(item, noun, item.finding.end if isinstance(place, str) else place.start, ground)
    if words.lower() in {"there", "here"}:
        return _named_before(item, "there", item.finding.end, ground) if words.lower() == "there" else None
    bare = strip_article(words)
    if isinstance(place, Node) and isinstance(place.value, Place) and place.value.kind == "seat":
        return bare
    return ground.passage.lists.names.get(bare) or (canonical_place(words) if "," not in words else bare)


def _foreign_city(demonym: str, noun: str) -> str | None:
    """Return Suva for 'the Fijian capital'; None for 'the Bavarian capital', of a land that no lexicon knows."""
    nation = find_demonym(demonym) if noun == "capital" else None
    return capitals().get(nation.country or "") if nation is not None else None


def _named_before(item: Resolved, noun: str, start: int, ground: Ground) -> str | None:
    """Return the place that 'the island', 'there' goes back to: not the country that the person speaks for."""
    own = ground.owners.body_of_speaker(item.entity)
    return ground.bodies.place_before(start, noun, frozenset({own} if own else ()))
