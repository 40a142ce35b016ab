"""Things that are visited, and where they lie: 'a wind farm at Shelek', 'its Ulsan plant'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.travel.places import PlaceReader
from factwatch.extraction.travel.words import EVENTS, FACILITIES, GOAL, INSTITUTIONS, PLACE_NOUNS, PLACES

_LONGEST_FACILITY: Final = 9
_IN_FACILITY: Final = frozenset({"d", "x", "ADJ", "m", "p", "#", "ORG", "EVT", "GRP", "TTL"})
_POSSESSIVES: Final = frozenset({"its", "their", "his", "her"})
_LONGEST_KIND: Final = 6
_IN_KIND: Final = frozenset({"d", "x", "p", "m", "#", "ADJ", "ORG"})
_LIES: Final = frozenset({"in", "at", "near", "outside", "on"})
_OF_PLACE: Final = FACILITIES | PLACE_NOUNS | PLACES
"""'the port of Rotterdam', 'the flooded district of La Virgen': what stands before 'of' is the place itself."""


class FacilityReader(PlaceReader):
    """Reads the things of one sentence that stand for the place where they lie."""

    def kind_of(self, index: int) -> int:
        """Return the index of Lima in 'the coastal cities of Lima and Trujillo' at *index*, -1 where nothing of the kind stands there."""
        nodes = self.nodes
        at = index
        while at + 2 < len(nodes) and at - index < _LONGEST_KIND and nodes[at].kind in _IN_KIND:
            if nodes[at].low in PLACES | PLACE_NOUNS and nodes[at + 1].low == "of":
                return at + 2 if self.is_goal(at + 2) else -1
            at += 1
        return -1

    def lies_at(self, index: int) -> int:
        """
        Find where a thing lies: 'a wind farm at Shelek', 'a school in the Kibera settlement'.

        Returns the index of the place's first node; -1 where the text does not say.
        """
        nodes = self.nodes
        at = index
        head = ""
        while at < len(nodes) and at - index < _LONGEST_FACILITY:
            node = nodes[at]
            if node.kind in _IN_FACILITY or (node.kind == "v" and (node.low in EVENTS or self._is_thing(at))):
                head = node.low if node.kind in {"x", "p", "v"} else node.low.split()[-1] if node.kind in {"ORG", "GRP", "TTL"} else head
            elif node.kind == "PER" and (node.titles or (at + 1 < len(nodes) and nodes[at + 1].kind == "s")):
                head = node.low
            elif head and ((node.kind == "v" and node.low.endswith("ing")) or (node.low == "with" and nodes[at - 1].low.endswith("ing"))):
                # 'personnel serving with a brigade at Osh'
                pass
            elif node.low == "of" and head and not self.is_goal(at + 1):
                # 'the site of the crash near Almaty'
                pass
            elif not (node.kind == "s" or (node.kind == "PRO" and node.low in _POSSESSIVES) or (head and self._joins_facilities(at))):
                break
            at += 1
        alone = at == index + 1 and nodes[index - 1].low in GOAL
        abstract = alone and nodes[index].kind in {"x", "p", "v"} and not head.endswith("s")
        if not head or at + 1 >= len(nodes) or (alone and head in INSTITUTIONS) or abstract:
            # 'went to court in Galle', 'returned to power in Ghana', against 'travelled to villages in Kano'
            return -1
        if nodes[at].low == "of":
            return at + 1 if head in _OF_PLACE and self.is_goal(at + 1) else -1
        if nodes[at].low not in _LIES:
            return -1
        if self.is_goal(at + 1):
            return at + 1
        # 'wounded soldiers at a hospital in Kyiv'
        return self.lies_at(at + 1) if at > index else -1

    def _is_thing(self, at: int) -> bool:
        """Tell whether the verb-like word is a noun behind another: 'the maritime command at'."""
        nodes = self.nodes
        return (
            self.sentence.group_at(at) is None and nodes[at - 1].kind in _IN_FACILITY and at + 1 < len(nodes) and nodes[at + 1].low in _LIES
        )

    def owned_plant(self, index: int) -> int:
        """Return the index of the place in 'the group's Hotazel operations', 'its Ulsan plant'; -1 where it is no such phrase."""
        nodes = self.nodes
        for at in range(index + 1, min(len(nodes) - 1, index + 6)):
            owner = nodes[at - 1]
            if nodes[at].kind in {"LOC", "PER"} and not nodes[at].titles and nodes[at + 1].low in FACILITIES:
                owns = owner.kind == "s" or (owner.kind == "PRO" and owner.low in _POSSESSIVES)
                known = nodes[at].kind == "LOC" or (nodes[at].name and self.journal.names.can_be_place(nodes[at].name or "", sure=True))
                return at if owns and known else -1
            if nodes[at].kind in {"v", "u", ",", "."}:
                return -1
        return -1

    def stands_alone_facility(self, index: int) -> bool:
        """Tell whether a thing in a list of places is an object of the same verb: 'visited Koper and a school in Izola'."""
        return not any(node.kind in {"u", "v"} for node in self.nodes[index : index + _LONGEST_FACILITY])

    def _joins_facilities(self, at: int) -> bool:
        """Tell whether a comma or 'and' stands between two things that are visited: 'a school and a clinic in'."""
        nodes = self.nodes
        return (
            (nodes[at].kind == "," or nodes[at].low == "and") and at + 1 < len(nodes) and nodes[at + 1].kind in {"d", "x", "p", "ADJ", "m"}
        )
