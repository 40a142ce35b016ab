"""Who has an office that the text tells before it names anybody with it: 'The chief justice will come. Justice X is'."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from attrs import define

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.phrases import Node, Title
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import Place
from factwatch.resolution.names import parts
from factwatch.resolution.offices import country_of, is_lower, is_sole, office_matches, shorter_office_matches
from factwatch.resolution.people import Entity
from factwatch.resolution.scene import Scene, index_of

_OF_STATES: Final = words_of(data_file("references.yaml")["of_states"])
_MENTIONS: Final = 200
"""Further on, in names, nobody with the office is looked for."""
_RANKS: Final = frozenset({"rank", "justice", "plain"})
"""Kinds of office that somebody has beside another: 'General X', 'Justice Y'."""
_BEFORE: Final = 2
"""So many sentences may stand between the office and the name."""


@define(eq=False)
class NamedLater:
    """The holders of offices whom one document names only afterwards."""

    _scene: Scene

    def with_office(self, node: Node, *, solemn: bool = False) -> Entity | None:
        """Return the only one named behind with such an office; a *solemn* one, in capitals, needs no country or body of its own."""
        title = node.titles[0]
        if title.of is None and not solemn:
            return None
        if solemn and not is_sole(title):
            return None
        at = bisect_left(self._scene.offsets, node.start)
        following = [who for _, who, _ in self._scene.mentions[at : at + _MENTIONS]]
        foreign = isinstance(title.of_value, Place) and title.head.name in _OF_STATES

        for fits in (office_matches, shorter_office_matches):
            # 'the ambassador of Brazil' is not any ambassador that the text goes on to name
            later = {
                id(who): who
                for who in following
                if any(fits(title, own) and (own.of or not foreign) and not is_lower(own, title) for own in who.titles)
            }
            if solemn:
                # 'The Prime Minister' of a release is 'Prime Minister X' further down, not one whom it introduces as another country's
                later = {
                    key: who
                    for key, who in later.items()
                    if _is_at_home(next(own for own in who.titles if office_matches(title, own) or fits(title, own)))
                }
            if later:
                return next(iter(later.values())) if len(later) == 1 else None
        return None

    def speaking_next(self, node: Node, sentence: Sentence) -> Entity | None:
        """
        Return the first person named after the office, who says something in one of the next sentences and has no office otherwise.

        'Helvia Bank's chairman said on Monday that he would go. "...," Urs Moser told shareholders.'
        """
        at = bisect_left(self._scene.offsets, node.start)
        if at or not self._scene.mentions:
            # only at the head of a text, where nobody has been named yet
            return None
        offset, entity, place = self._scene.mentions[0]
        if place is sentence or entity.titles or entity.first != offset or len(parts(entity.name)) < 2:  # noqa: PLR2004  # a full name
            return None
        if sentence not in self._scene.before(place, _BEFORE):
            return None
        alone = len(self._scene.offices(sentence)) == 1
        if alone and place.nodes[0].start == offset and _is_of_state(node) and is_sole(node.titles[0]):
            # "Turkey's president met others on Friday. A's meeting with B lasted an hour."
            return entity
        speaker = self._scene.speaks(entity, place)
        if speaker is None or "," in speaker.text:
            return None
        behind = index_of(place, speaker) + 1
        return None if behind < len(place.nodes) and place.nodes[behind].low in {"of", "from", "at", "with", "for"} else entity

    def opening_next(self, node: Node, sentence: Sentence) -> Entity | None:
        """
        Return with whom a text goes on that opens with an office of which there is one: 'The chief justice will come. Justice X is'.

        His name begins the next sentence, and the text gives him no other office than a rank.
        """
        title = node.titles[0]
        if title.determiner != "the" or not self._scene.mentions or self._scene.offsets[0] < node.start:
            return None
        if not is_sole(title) or len(self._scene.offices(sentence)) > 1:
            return None
        offset, entity, place = self._scene.mentions[0]
        begins = place.nodes[0].start == offset and sentence in self._scene.before(place, 1)
        ranks = all(own.bare and own.of is None and own.head.group in _RANKS for own in entity.titles)
        return entity if begins and ranks and len(parts(entity.name)) > 1 and self._scene.is_subject(entity, place) else None


def _is_of_state(node: Node) -> bool:
    """Tell whether an office is told with its country: "Turkey's president"."""
    title = node.titles[0]
    return title.head.group == "state" and bool(country_of(title)) and not title.plural


def _is_at_home(own: Title) -> bool:
    return own.of is None and own.status != "former"
