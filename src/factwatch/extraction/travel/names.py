"""Which of the names of a document are places: its dateline, and the names that no lexicon knows."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from factwatch.annotation.wordlists import VerbForm
from factwatch.extraction.passage import Passage
from factwatch.extraction.travel.words import PLACE_NOUNS
from factwatch.lexicon.places import Place, find_place

_NAMED_AFTER: Final = PLACE_NOUNS | {"port"}
PLACE_PREPOSITIONS: Final = frozenset({"in", "near", "outside", "from", "to", "at"})
_DATELINE: Final = re.compile(r"\s*(?:date \d{4}-\d\d-\d\d\s+)?([A-ZÀ-Ý][\w.'’ -]{1,40}?)(?:,|:|\s*\(|\s+[-–—])")


class Names:
    """Names of one document."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._persons: set[str] | None = None
        self._placed: set[str] = set()

    def can_be_place(self, name: str, *, sure: bool) -> bool:
        """
        Tell whether a name that no lexicon knows is a place here.

        Args:
            name: As written.
            sure: True behind a preposition, where only the document itself can show that it is a person's.
        """
        if self._persons is None:
            self._gather()
        persons = self._persons or set()
        if name in persons:
            return False
        if name in self._placed or sure:
            return True
        return " " not in name and name not in persons

    def homes_of(self, surname: str) -> frozenset[str]:
        """Return the codes of the countries that the document gives somebody's offices with, by his last name."""
        return frozenset(self._homes.get(surname, ()))

    @cached_property
    def _homes(self) -> dict[str, set[str]]:
        homes: dict[str, set[str]] = {}
        for sentence in self._passage.sentences:
            for node in sentence.nodes:
                if node.kind != "PER" or not node.name:
                    continue
                for title in node.titles:
                    if isinstance(title.of_value, Place) and title.of_value.country:
                        homes.setdefault(node.name.split()[-1], set()).add(title.of_value.country)
        return homes

    def _gather(self) -> None:
        persons: set[str] = set()
        placed: set[str] = set()
        for sentence in self._passage.sentences:
            nodes = sentence.nodes
            for index, node in enumerate(nodes):
                people = node.value if node.kind == "GRP" and isinstance(node.value, list) else [node]
                for person in people:
                    if person.kind != "PER" or not person.name:
                        continue
                    if person.titles or person.honorific:
                        persons.add(person.name)
                        persons.update(person.name.split())
                    elif index and (
                        nodes[index - 1].low in PLACE_PREPOSITIONS
                        or (index > 1 and nodes[index - 1].low == "of" and nodes[index - 2].low in _NAMED_AFTER)
                    ):
                        placed.add(person.name)
                    else:
                        following = nodes[index + 1] if index + 1 < len(nodes) else None
                        if following is not None and (
                            isinstance(following.value, VerbForm) and following.value.lemma in {"say", "tell", "add", "meet", "visit"}
                        ):
                            persons.add(person.name)
                            persons.update(person.name.split())
        self._persons = persons
        self._placed = placed - persons

    @cached_property
    def scene(self) -> str:
        """The place of the story's dateline, '' where it has none."""
        for span in self._passage.document.excluded:
            # a caption or a byline may stand above, in the same span
            match = _DATELINE.match(span.of(self._passage.text).rstrip().rpartition("\n")[2])
            if match is None:
                continue
            words = match[1].strip()
            place = find_place(words) or find_place(words.title())
            if place is not None and place.kind in {"city", "country", "division"}:
                return words if find_place(words) is not None and not words.isupper() else words.title()
        return ""
