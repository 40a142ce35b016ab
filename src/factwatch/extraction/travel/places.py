"""Places as a sentence names them: known ones, unknown names where only a place can stand, 'the island', 'Jamaica's capital', 'the dam'."""

# ruff: noqa: PLR2004  # how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from attrs import evolve

from factwatch.annotation.chunks.words import COMPASS
from factwatch.extraction.clauses import Sentence
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.words import BUILDINGS, FACILITIES, NO_PLACES, PLACE_NOUNS, SITES
from factwatch.lexicon.places import find_place

if TYPE_CHECKING:
    from factwatch.extraction.travel.journal import Journal


_suffered: Final = re.compile(r"[a-z]+-(?:hit|affected|ravaged|torn|stricken|held|controlled|prone|battered|devastated|wracked)\Z").match
"""Adjectives before a place that say what it suffers: 'flood-hit Assam', 'rebel-held Goma'."""
_BESIDE: Final = frozenset({"its", "nearby", "neighbouring", "neighboring"})
_APPOSED: Final = 7
_HOUSES: Final = SITES | BUILDINGS
_IN_HOUSE: Final = frozenset({"p", "x", "v", "m", "PER", "ORG", "LOC", "ADJ", "EVT"})
"""Kinds of nodes in 'Kakuma Refugee Camp' behind the first."""


class PlaceReader:
    """Reads places of one sentence."""

    def __init__(self, journal: Journal, sentence: Sentence) -> None:
        self.journal = journal
        self.sentence = sentence
        self.nodes: Sequence[Node] = sentence.nodes

    def place_at(self, at: int, *, sure: bool) -> tuple[Node | None, int]:
        """
        Read the place at the node *at*.

        Args:
            at: Index of its first node.
            sure: True behind a preposition of place or motion, where an unknown name can only be a place.

        Returns:
            The place, as a LOC node, and the index after it; None where there is none.
        """
        nodes = self.nodes
        count = len(nodes)
        index = at
        article = ""
        while index < count and index - at < 2 and (nodes[index].kind == "d" or nodes[index].low in _BESIDE or _suffered(nodes[index].low)):
            article = article or nodes[index].low
            index += 1
        if index >= count or article in {"a", "an", "no", "any", "every", "each", "some", "another"}:
            return None, at
        node = nodes[index]
        after = nodes[index + 1] if index + 1 < count else None
        if node.kind in {"LOC", "PER", "ORG"} and (end := self._house_end(index, named=article == "the")):
            if end + 1 < count and nodes[end].low == "in" and self.is_goal(end + 1):
                # 'at Nur Khan Airbase in Rawalpindi'
                return self.place_at(end + 1, sure=True)
            words = self.sentence.text[node.start : nodes[end - 1].end]
            return evolve(node, kind="LOC", end=nodes[end - 1].end, text=words, low=words.lower(), name=words), end
        if node.kind == "LOC":
            if after is not None and after.kind == "s":
                return self._owned(index)
            housed = getattr(node.value, "kind", "") == "seat" or (node.name or "").rpartition(" ")[2].lower() in BUILDINGS
            if housed and after is not None and after.low in {"in", "at"} and self.is_goal(index + 2):
                # 'at the Planalto Palace in Brasilia'
                return self.place_at(index + 2, sure=True)
            goes_on = after is not None and after.kind == "PER" and not after.titles and " " not in after.text
            if goes_on and at and nodes[at - 1].low == "at":
                # 'landed at Norman Manley'
                return None, at
            return node, index + 1
        if node.low == "there" and not article:
            return evolve(node, kind="LOC", name="there"), index + 1
        if node.low == "here" and not article and self.sentence.unit.quotation is None and self.journal.names.scene:
            # 'arrived here on Sunday': where the story was filed
            scene = self.journal.names.scene
            return evolve(node, kind="LOC", name=scene, value=find_place(scene)), index + 1
        if article == "the" and node.kind == "PER" and node.low in PLACE_NOUNS:
            # 'arrived in the Kingdom on Monday'
            return evolve(node, kind="LOC", name=f"the {node.low}", value=None), index + 1
        if node.kind == "PER" and not node.titles and not node.honorific and node.name:
            sure = sure or self._is_told_place(index, at)
            if after is not None and after.kind == "s":
                return None, at
            if after is not None and article in {"the", ""} and after.low in FACILITIES and after.kind in {"x", "p"}:
                lies = index + 3 < count and nodes[index + 2].low in {"in", "at", "near", "outside"}
                if lies and nodes[index + 3].kind in {"LOC", "PER"}:
                    # 'the Al-Ahli clinic in Nablus'
                    return self.place_at(index + 3, sure=True)
                if not article:
                    return (evolve(node, kind="LOC"), index + 1) if self.journal.names.can_be_place(node.name, sure=sure) else (None, at)
                # 'the Tanger Med port'
                words = self.sentence.text[node.start : after.end]
                return evolve(node, kind="LOC", end=after.end, text=words, low=words.lower(), name=words), index + 2
            if article == "the" and after is not None and after.kind in {"x", "p"} and after.low in NO_PLACES:
                # 'the AIDS-relief programme'
                return None, at
            if not self.journal.names.can_be_place(node.name, sure=sure) or (article == "the" and node.name.count(" ") > 1):
                # 'to the Atlantic Ports Ministerial'
                return None, at
            end = index + 1
            name = node.name
            # 'Kanaighat, Bangladesh,'
            if (
                end + 1 < count
                and nodes[end].kind == ","
                and nodes[end + 1].kind == "LOC"
                and (end + 2 >= count or nodes[end + 2].kind in {",", ".", "DAT"} or nodes[end + 2].low in {"on", "for", "to"})
                and getattr(nodes[end + 1].value, "kind", "") in {"country", "division"}
                and not self._list_ahead(end + 2)
            ):
                name = f"{name}, {nodes[end + 1].name}"
                end += 2
                return evolve(node, kind="LOC", name=name, end=nodes[end - 1].end), end
            return evolve(node, kind="LOC", name=name), self._land_after(end)
        if article in {"the", "its", "this", "that"}:
            return self._described(at, index)
        return None, at

    def _house_end(self, index: int, *, named: bool) -> int:
        """
        Return the index behind the name of a house or site at *index*: 'Nadi International Airport', 'Port of Mombasa'; 0 where it is none.

        Args:
            index: Of its first node.
            named: Whether 'the' stands before, which tells 'the Bamburi Cement Plant' from a person's name.
        """
        nodes = self.nodes
        if nodes[index].titles or nodes[index].honorific:
            return 0
        of = index + 2 < len(nodes) and nodes[index + 1].low == "of" and nodes[index + 2].kind in {"LOC", "PER", "p"}
        if of and nodes[index].low in SITES:
            return 0 if nodes[index + 2].titles else self._name_end(index + 2)
        end = self._name_end(index)
        while end > index + 1 and nodes[end - 1].low.rpartition(" ")[2] not in _HOUSES:
            end -= 1
        flown_to = end - index > 1 or nodes[index].low.endswith(" international")
        if end == index + 1 and end < len(nodes) and nodes[end].low == "international":
            flown_to, end = True, end + 1
        if end < len(nodes) and flown_to and nodes[end].low == "airport":
            # 'Owen Roberts International airport'
            return end + 1
        lower = end
        while named and lower + 1 < len(nodes) and lower - end < 2 and nodes[lower].kind == "x" and nodes[lower].low not in SITES:
            lower += 1
        if named and lower > end - (nodes[index].kind == "PER") and lower < len(nodes) and nodes[lower].text in SITES:
            # 'the Kibumba refugee camp', 'the Prakasam barrage'
            return lower + 1
        words, _, last = nodes[end - 1].low.rpartition(" ")
        located = end + 1 < len(nodes) and nodes[end].low == "in" and nodes[end + 1].kind == "LOC"
        return end if last in _HOUSES and (end - index > 1 or (words and (named or located))) else 0

    def _is_told_place(self, index: int, at: int) -> bool:
        """Tell whether the words around an unknown name say that it is a place: 'flood-hit Dima Hasao', 'Angkor Wat, a heritage site'."""
        nodes = self.nodes
        after = nodes[index + 1] if index + 1 < len(nodes) else None
        if index > at and _suffered(nodes[index - 1].low):
            return True
        if after is None or after.kind != "," or index + 2 >= len(nodes) or nodes[index + 2].kind != "d":
            return bool(after is not None and after.low in PLACE_NOUNS and after.kind in {"x", "p"})
        for node in nodes[index + 3 : index + 3 + _APPOSED]:
            if node.kind in {",", ".", "f"}:
                break
            if node.low in FACILITIES | SITES | PLACE_NOUNS:
                return True
        return False

    def _name_end(self, index: int) -> int:
        """Return the index behind the capitalised words that stand together from *index* on."""
        nodes = self.nodes
        end = index + 1
        while end < len(nodes) and end - index < 5 and nodes[end].start == nodes[end - 1].end + 1 and nodes[end].text[:1].isupper():
            if nodes[end].kind not in _IN_HOUSE or nodes[end].titles:
                break
            end += 1
        return end

    def _land_after(self, index: int) -> int:
        """Return the index behind 'in Greenland', 'in northern Ghana' where that says in which land an unknown town lies; else *index*."""
        nodes = self.nodes
        if index + 1 >= len(nodes) or nodes[index].low != "in":
            return index
        at = index + 1
        while at < len(nodes) and at - index < 4 and (nodes[at].kind == "d" or nodes[at].low in COMPASS):
            at += 1
        if at >= len(nodes) or nodes[at].kind != "LOC" or (at + 1 < len(nodes) and nodes[at + 1].kind == "s"):
            return index
        return at + 1 if getattr(nodes[at].value, "kind", "") in {"country", "division"} else index

    def _owned(self, index: int) -> tuple[Node | None, int]:
        """'Jamaica's capital', 'Kenya's Rift Valley'."""
        nodes = self.nodes
        after = index + 2
        if after >= len(nodes):
            return None, index
        if nodes[after].kind == "LOC" and not (after + 1 < len(nodes) and nodes[after + 1].kind == "s"):
            return nodes[after], after + 1
        if nodes[after].low in PLACE_NOUNS and nodes[after].kind in {"x", "p"}:
            end = after + 1
            while end < len(nodes) and nodes[end].low in PLACE_NOUNS and nodes[end].kind in {"x", "p"}:
                end += 1
            if end + 1 < len(nodes) and nodes[end].kind == "," and nodes[end + 1].kind == "LOC" and not self._list_ahead(end + 2):
                # 'Nigeria's capital city, Abuja'
                return nodes[end + 1], end + 2
            return nodes[index], end
        return None, index

    def _described(self, at: int, index: int) -> tuple[Node | None, int]:
        """Read 'the island', 'the capital', 'the twin-island republic'."""
        nodes = self.nodes
        last = index
        while (
            last < len(nodes)
            and last - index < 3
            and (nodes[last].kind in {"ADJ", "m", "p", "#"} or (nodes[last].kind == "x" and nodes[last].low not in PLACE_NOUNS))
        ):  # no phrase is longer
            last += 1
        if (
            last > index
            and nodes[at].low in {"this", "that"}
            and nodes[last - 1].low in PLACE_NOUNS
            and not (last < len(nodes) and nodes[last].low in PLACE_NOUNS)
        ):
            # a noun that can be part of a name too: 'in that city'
            last -= 1
        if (
            last < len(nodes)
            and nodes[last].low in PLACE_NOUNS
            and nodes[last].kind in {"x", "p"}
            and not (last + 1 < len(nodes) and (nodes[last + 1].kind == "s" or nodes[last + 1].low == "of"))
        ):
            start, end = nodes[at].start, nodes[last].end
            if (
                last + 2 < len(nodes)
                and nodes[last + 1].kind == ","
                and nodes[last + 2].kind in {"LOC", "PER"}
                and not nodes[last + 2].titles
                and (last + 3 >= len(nodes) or nodes[last + 3].kind in {",", "."})
            ):
                # the name is told behind the noun: 'the capital, Elmstad,'
                return self.place_at(last + 2, sure=True)
            words = self.sentence.text[start:end]
            return evolve(nodes[last], kind="LOC", start=start, end=end, text=words, low=words.lower(), name=words, value=None), last + 1
        return None, at

    def _list_ahead(self, index: int) -> bool:
        nodes = self.nodes
        return (index < len(nodes) and nodes[index].low in {"and", "&"}) or (
            index + 2 < len(nodes)
            and nodes[index].kind == ","
            and nodes[index + 1].kind in {"LOC", "PER"}
            and nodes[index + 2].low in {"and", ","}
        )

    def is_goal(self, at: int) -> bool:
        """Tell whether the node *at* names a place behind a preposition."""
        return at < len(self.nodes) and self.place_at(at, sure=True)[0] is not None

    def facility(self, at: int) -> tuple[Node | None, int]:
        """Read 'the dam', 'the field hospital' at the node *at*: a thing that lies where the document need not say."""
        nodes = self.nodes
        named = at + (at < len(nodes) and nodes[at].low == "the")
        if named < len(nodes) and nodes[named].kind == "ORG" and not BUILDINGS.isdisjoint(nodes[named].low.split()):
            # 'visited the University of Oslo'
            return evolve(nodes[named], kind="LOC", name=nodes[named].text, value=None), named + 1
        if at >= len(nodes) or nodes[at].low != "the":
            return None, at
        last = at + 1
        while (
            last < len(nodes) and last - at < 4 and nodes[last].low not in FACILITIES and nodes[last].kind in {"x", "p", "m", "ADJ"}
        ):  # no phrase is longer
            last += 1
        if last >= len(nodes) or nodes[last].low not in FACILITIES or nodes[last].kind not in {"x", "p", "v"}:
            return None, at
        while last + 1 < len(nodes) and nodes[last + 1].low in FACILITIES and nodes[last + 1].kind in {"x", "p"}:
            # 'the dam site'
            last += 1
        following = nodes[last + 1] if last + 1 < len(nodes) else None
        if following is not None and (following.kind in {"s", "x"} or following.low in {"of", "in"}):
            return None, at
        words = self.sentence.text[nodes[at].start : nodes[last].end]
        return evolve(nodes[last], kind="LOC", start=nodes[at].start, text=words, low=words.lower(), name=words, value=None), last + 1
