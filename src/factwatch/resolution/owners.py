"""Whose an office is: the country or body behind 'its minister', 'the union's general secretary', 'our ally'."""

from __future__ import annotations

from typing import Final

from attrs import define, field

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Title
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import Place, capitals, country_name, find_place, gazetteer
from factwatch.resolution.bodies import FIRMS, Bodies, demonym_country, nation_of, strip_article
from factwatch.resolution.its_owners import BOARDS, ItsOwners
from factwatch.resolution.named_bodies import NamedBodies
from factwatch.resolution.owner_nodes import is_outlet, sender
from factwatch.resolution.people import Entity
from factwatch.resolution.scene import SAYING

_PLACES: Final = words_of(data_file("references.yaml")["places_not_bodies"])
_STATES: Final = words_of(data_file("references.yaml")["states"]) | {"its"}
"""What the owner of an office of state is called."""
_TOWN_OFFICES: Final = words_of(data_file("tenure.yaml")["town_offices"])
_OPENING: Final = 3
"""Nodes of "Ghana's cricket board"."""
_SEATS: Final = frozenset({"city", "region", "town"})
"""Places that only point at one named before."""
_MAKERS: Final = ("er", "or")
"""Endings of words for what a firm makes or does: 'brewer', 'operator'."""
_FIRM_POSTS: Final = words_of(data_file("phrases.yaml")["firm_posts"])
"""Offices of bodies that the body named before them in the sentence has."""


@define(eq=False)
class Owners:
    """The owners of the offices of one document."""

    _passage: Passage
    _bodies: Bodies
    _named: NamedBodies
    _its: ItsOwners = field(init=False)

    @_its.default
    def _read_its(self) -> ItsOwners:
        return ItsOwners(self._bodies, self._named)

    _surnames: set[str] = field(init=False)
    """Family names of people who are named in full."""

    @_surnames.default
    def _read_surnames(self) -> set[str]:
        firsts = self._passage.lists.sets["first_names"]
        people = ((node, node.name) for sentence in self._passage.sentences for node in sentence.nodes if node.kind == "PER" and node.name)
        return {
            name.rpartition(" ")[2]
            for node, name in people
            if " " in name and (node.titles or node.honorific or name.partition(" ")[0] in firsts)
        }

    def body_of(self, title: Title, sentence: Sentence) -> str | None:
        """Return the country or body of an office, by its name; None where the text does not say."""
        body = self._body_of(title, sentence)
        national = title.head.name.endswith("minister") and title.head.name != "chief minister"
        city = find_place(body) if national and body is not None else None
        if city is not None and city.kind == "city" and (body in gazetteer().capitals or body == capitals().get(city.country or "")):
            # "Jakarta's foreign minister", 'La Paz refused. Its environment minister ...': no town has one
            return country_name(city.country) or body
        return body

    def _body_of(self, title: Title, sentence: Sentence) -> str | None:
        if title.of_kind == "this":
            noun = (title.of or "").lower()
            if noun in _STATES:
                if noun == "its":
                    return self._its.of(title, sentence)
                return self._bodies.place_before(title.start, "country" if noun == "government" else noun)
            if noun not in FIRMS and self._passage.text[title.start : title.start + 6].lower() == "their ":
                # "The dockers met the port. Their union's chair": of a body that is new
                return noun
            # 'the committee's chairman': of a body that nothing names
            known = self._bodies.body_before(title.start, noun)
            if known is None and title.head.group == "company" and noun.endswith(_MAKERS):
                # 'The shipbuilder's chief executive'
                return self._bodies.body_before(title.start, "company") or noun
            return known or (noun if noun in self._passage.lists.sets["body_nouns"] - _PLACES else None)
        if title.of is None:
            if title.determiner == "their":
                return self._its.theirs(title, sentence)
            town = _town(title, sentence) if title.head.name in _TOWN_OFFICES else None
            return town or sender(title, sentence) or self._employer(title, sentence)
        if title.of in {"Republic", "Nation"}:
            return self._bodies.place_before(title.start, "country")
        value = title.of_value
        if title.of_kind == "A" and (not isinstance(value, Place) or value.name in gazetteer().places):
            return demonym_country(title.of)
        if isinstance(value, Place):
            # 'the Kremlin spokesman' speaks for the Kremlin
            return nation_of(value) if value.kind == "country" else strip_article(title.of)
        if title.of in _SEATS:
            # 'the akim of the region'
            return self._bodies.place_before(title.start, title.of)
        if title.of.islower() and " " not in title.of:
            # 'the union's general secretary'
            return self._bodies.body_before(title.start, title.of) or title.of
        if title.of_kind == "N" and self._is_somebody(title, title.of):
            # 'Mohapeloa's spokesman' is somebody's, not a body's
            return None
        return self._bodies.name(title.of)

    def _is_somebody(self, title: Title, name: str) -> bool:
        """Tell whether a name is a person's: by a surname of the text, or by a given name where the office is no firm's."""
        given, _, surname = name.partition(" ")
        full = bool(surname) and given in self._passage.lists.sets["first_names"] and title.head.group in {"state", "plain"}
        return name.rpartition(" ")[2] in self._surnames or full

    def _employer(self, title: Title, sentence: Sentence) -> str | None:
        """
        Return whose 'chief executive A' is without a word on it.

        It is the one body that the sentence names before, else the only one that the document has named so far.
        """
        chairs = title.head.name in _FIRM_POSTS
        if (title.head.group != "company" and not chairs) or title.determiner in {"a", "an"} or title.status == "former" or title.plural:
            return None
        subject = next((node for node in sentence.nodes[:_OPENING] if node.kind in {"ORG", "GRP"}), None)
        if subject is not None and subject.low in BOARDS:
            # 'The board named A as chief executive': of the firm that the story is about
            return self._named.of_board(subject.start)
        led = not chairs or _says(title, sentence)
        if subject is not None and subject.end <= title.start and led and (subject.kind == "ORG" or subject.low.startswith("the ")):
            # 'The bank named A, a partner at X, as company secretary'
            named = None if is_outlet(subject) else self._named.of(subject)
            if named is not None:
                return named
        here = {
            self._bodies.name(node.name or node.text)
            for at, node in enumerate(sentence.nodes)
            if node.end <= title.start and node.kind == "ORG" and not is_outlet(node) and not (at and sentence.nodes[at - 1].low == "from")
        }
        if len(here) == 1:
            return here.pop()
        return None if here or chairs else self._bodies.only_firm_before(title.start)

    def body_of_speaker(self, entity: Entity | None) -> str | None:
        """Whom an official speaks for when he says 'our': the country or body of his office."""
        if entity is None:
            return None
        for title in entity.titles:
            if title.of is not None and title.of_kind != "this":
                place = title.of_value
                return nation_of(place) if isinstance(place, Place) else self._bodies.name(title.of)
        return None


def _says(title: Title, sentence: Sentence) -> bool:
    """Tell whether a bare office only tells who says so: 'The board will wait, chairman A said'."""
    if title.determiner or not title.bare:
        return False
    at = next((index for index, node in enumerate(sentence.nodes) if node.end > title.start), 0)
    return any(getattr(node.value, "lemma", "") in SAYING for node in (*sentence.nodes[at - 1 : at], *sentence.nodes[at + 1 : at + 2]))


def _town(title: Title, sentence: Sentence) -> str | None:
    """Return the town of 'in Kobe, where the mayor, A,': the only one that the sentence names before."""
    if title.determiner != "the":
        return None
    towns = {
        node.name or node.text
        for node in sentence.nodes
        if node.kind == "LOC" and node.end <= title.start and isinstance(node.value, Place) and node.value.kind == "city"
    }
    return towns.pop() if len(towns) == 1 else None
