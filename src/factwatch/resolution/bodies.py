"""Bodies and places of a document: short forms -> the fullest form, 'the island' -> the island meant."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from attrs import define, field

from factwatch.annotation.wordlists import Body
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node
from factwatch.lexicon.places import Place, canonical_place, country_name, gazetteer
from factwatch.resolution.names import fold

_ACRONYM: Final = re.compile(r"[A-Z][A-Za-z&.]{1,9}\Z")
_SMALL: Final = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "la"})
_ISLANDS: Final = frozenset(
    "AG AI AW BB BH BM BS CK CU CV CW CY DM DO FJ FK FO GB GD GG GL GP GU HT ID IE IM IS JE JM JP KI KM KN KY LC LK MG MH MQ MS MT MU MV NC NR NU NZ PF PG PH PR PW RE SB SC SG SX ST TC TL TO TT TV TW VC VG VI VU WS".split()
)


@define(eq=False)
class Bodies:
    """Names of organisations and places in one document."""

    fullest: dict[str, str] = field(factory=dict)
    """Folded short form -> the fullest form that the document gives."""
    aliases: dict[str, set[str]] = field(factory=dict)
    """Fullest form -> its other forms."""
    _places: list[tuple[int, Node]] = field(factory=list)
    _offsets: list[int] = field(factory=list)

    def name(self, words: str) -> str:
        """Return the fullest form of a body's or country's name, without article."""
        bare = strip_article(words)
        full = self.fullest.get(fold(bare))
        if full:
            return full
        return canonical_place(bare)

    def place_before(self, offset: int, noun: str, avoid: frozenset[str] = frozenset()) -> str | None:
        """
        Return what 'the island', 'the country', 'the capital', 'there' at *offset* refers to.

        The place mentioned last before it that can be called so; None where there is none.
        """
        at = bisect_left(self._offsets, offset)
        for position in range(at - 1, max(-1, at - 40), -1):
            node = self._places[position][1]
            place = node.value if isinstance(node.value, Place) else None
            if place is None or place.name in avoid:
                continue
            if noun in {"island", "twin-island", "archipelago"} and (
                place.country not in _ISLANDS or place.kind not in {"country", "division"}
            ):
                continue
            if noun in {"country", "nation", "state", "kingdom", "republic", "federation", "emirate", "sultanate"} and place.kind not in {
                "country"
            }:
                continue
            if noun in {"city", "town"} and place.kind != "city":
                continue
            if noun == "region" and place.kind not in {"region", "division"}:
                continue
            if noun == "capital":
                if place.kind == "city" and place.name in gazetteer().capitals:
                    return node.name or place.name
                if place.kind == "country":
                    capital = next((city for city, code in gazetteer().capitals.items() if code == place.country), None)
                    return capital
                continue
            if noun == "there" and place.kind == "seat":
                continue
            return canonical_place(node.name or place.name) if place.kind == "country" else (node.name or place.name)
        return None


def strip_article(words: str) -> str:
    """Return *words* without a leading 'the'."""
    return words[4:] if words[:4].lower() == "the " else words


def find_bodies(passage: Passage) -> Bodies:
    """Read the short forms that a document introduces: 'the Caribbean Community (CARICOM)', 'CARICOM, the Caribbean Community,'."""
    bodies = Bodies()
    bodies.fullest.update((fold(short), full) for short, full in passage.lists.names.items())
    for sentence in passage.sentences:
        nodes = sentence.nodes
        for index, node in enumerate(nodes):
            if node.kind == "LOC":
                bodies._places.append((node.start, node))  # noqa: SLF001  # its own builder
            elif node.kind == "ADJ" and isinstance(node.value, Place):
                bodies._places.append((node.start, node))  # noqa: SLF001
            elif node.kind == "GRP" and isinstance(node.nation, Place):
                bodies._places.append((node.start, _as_place(node)))  # noqa: SLF001
            for person in node.value if isinstance(node.value, list) else (node,):
                for title in person.titles:
                    if isinstance(title.of_value, Place):
                        place = _as_place(node)
                        place.value, place.name = title.of_value, title.of_value.name
                        bodies._places.append((title.start, place))  # noqa: SLF001
            if (
                index + 2 < len(nodes)
                and nodes[index + 1].kind == "("
                and nodes[index + 2].kind in {"ORG", "PER", "LOC", "x"}
                and node.kind in {"ORG", "PER", "EVT", "LOC", "GRP"}
            ):
                _introduce(bodies, node, nodes[index + 2])
    bodies._places.sort(key=lambda item: item[0])  # noqa: SLF001
    bodies._offsets = [item[0] for item in bodies._places]  # noqa: SLF001
    return bodies


def _as_place(node: Node) -> Node:
    nation = node.nation if isinstance(node.nation, Place) else None
    return Node("LOC", node.first, node.last, node.start, node.end, node.text, node.low, value=nation, name=nation.name if nation else None)


def _introduce(bodies: Bodies, long: Node, short: Node) -> None:
    full, brief = strip_article(long.name or long.text), short.text
    if len(brief) > len(full):
        full, brief = brief, full
    if not _ACRONYM.match(brief) or " " in brief:
        return
    capitals = [word[0].lower() for word in re.split(r"[\s-]+", full) if word and word.lower() not in _SMALL]
    letters = [char.lower() for char in brief if char.isalpha()]
    if len(capitals) < 2 or letters[0] != capitals[0]:  # noqa: PLR2004  # one word has no acronym
        return
    matched = sum(letter in capitals for letter in letters)
    if matched < max(2, len(letters) // 2) and not isinstance(short.value, Body):
        return
    bodies.fullest[fold(brief)] = full
    bodies.aliases.setdefault(full, set()).add(brief)


def nation_of(value: object) -> str | None:
    """Return the common name of a country or region behind a demonym or place."""
    if isinstance(value, Place):
        return (country_name(value.country) or value.name) if value.kind in {"country", "seat"} else value.name
    return None


def demonym_country(words: str) -> str | None:
    """Return the country of 'Jamaican', 'U.S.'; None where the words are no demonym."""
    place = gazetteer().demonyms.get(words)
    return nation_of(place)


def island_codes() -> frozenset[str]:
    """Return the ISO codes of island states and territories."""
    return _ISLANDS


__all__ = ["Bodies", "demonym_country", "find_bodies", "island_codes", "nation_of", "strip_article"]
