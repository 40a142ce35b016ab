"""Whose an office is: the country or body behind 'its minister', 'the union's general secretary', 'our ally'."""

from __future__ import annotations

from attrs import define, field

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.tenure.offices import is_office, is_rank
from factwatch.lexicon.places import Place
from factwatch.resolution.bodies import Bodies, demonym_country, nation_of, strip_article
from factwatch.resolution.people import Entity
from factwatch.resolution.references import References


@define(eq=False)
class Owners:
    """The owners of the offices of one document."""

    _passage: Passage
    _bodies: Bodies
    _references: References

    gained: set[int] = field(factory=set)
    """Which offices (by identity) verbs of becoming have given: the ones that a successor is known for first."""

    def held(self, entity: Entity, finding: Finding, *, coming: bool = False) -> Title | None:
        """Return the office somebody is known for: the one told last; for who came after or before him, one he has left counts too."""
        known = [
            own
            for own in entity.titles
            if own.start < finding.end
            and is_office(own)
            and own.head.group != "academia"
            and not is_rank(own)
            and not (own.head.group == "plain" and own.bare)
        ]
        held = [own for own in known if own.status in {"current", "acting"} or (coming and own.status != "former")]
        if not held and finding.extra.get("same_person", True) is False:
            held = known
        if coming:
            # 'was elected chair. He succeeds A': not the ministry that he comes from
            gained = [own for own in held if id(own) in self.gained]
            held = gained if gained or finding.extra.get("gained_only") else held
        return max(held, key=lambda own: (own.of is not None, own.start)) if held else None

    def body_of(self, title: Title, sentence: Sentence) -> str | None:
        """Return the country or body of an office, by its name; None where the text does not say."""
        if title.of_kind == "this":
            noun = (title.of or "").lower()
            if noun in {"country", "nation", "island", "kingdom", "republic", "state", "archipelago", "its", "government"}:
                if noun == "its":
                    return self._owner_of(title, sentence)
                return self._bodies.place_before(title.start, "country" if noun == "government" else noun)
            return self._bodies.body_before(title.start, noun)
        if title.of is None:
            return None
        if title.of in {"Republic", "Nation"}:
            return self._bodies.place_before(title.start, "country")
        value = title.of_value
        if isinstance(value, Place):
            return nation_of(value) if value.kind in {"country", "seat"} else strip_article(title.of)
        if title.of_kind == "A":
            return demonym_country(title.of)
        if title.of.islower() and " " not in title.of:
            # 'the union's general secretary'
            return self._bodies.body_before(title.start, title.of) or title.of
        return self._bodies.name(title.of)

    def _owner_of(self, title: Title, sentence: Sentence) -> str | None:
        """Return whose 'its minister' or 'whose chairman' is: the body or country just before, else the subject of the sentence before."""
        nodes = [
            node
            for node in sentence.nodes
            if node.end <= title.start
            and (node.kind == "ORG" or _is_state(node) or (node.kind == "GRP" and not isinstance(node.value, list)))
        ]
        if nodes:
            return self._bodies.name(nodes[-1].name or nodes[-1].text) if nodes[-1].kind != "GRP" else None
        return self._spoken_of(sentence)

    def thing(self, node: Node, sentence: Sentence) -> str | None:
        """Return which state or body 'it' or 'its' stands for: the subject of its sentence, else of the sentence before."""
        here = [item for item in self._references.subjects(sentence) if item.kind in {"LOC", "ORG"} and item.end <= node.start]
        if here:
            return self._bodies.name(here[0].name or here[0].text)
        return self._spoken_of(sentence)

    def _spoken_of(self, sentence: Sentence) -> str | None:
        """Return the state or body that one of the two sentences before is about."""
        index = (
            sentence.unit.index
            if self._passage.sentences[min(sentence.unit.index, len(self._passage.sentences) - 1)] is sentence
            else self._passage.sentences.index(sentence)
        )
        for earlier in reversed(self._passage.sentences[max(0, index - 2) : index]):
            if earlier.unit.quotation is not None:
                continue
            subjects = [node for node in self._references.subjects(earlier) if node.kind in {"LOC", "ORG"}]
            if subjects:
                return self._bodies.name(subjects[0].name or subjects[0].text)
            named = [node for node in earlier.nodes if node.kind in {"LOC", "ORG"}]
            if len({node.text for node in named}) == 1:
                return self._bodies.name(named[0].name or named[0].text)
        return None

    def body_of_speaker(self, entity: Entity | None) -> str | None:
        """Whom an official speaks for when he says 'our': the country or body of his office."""
        if entity is None:
            return None
        for title in entity.titles:
            if title.of is not None and title.of_kind != "this":
                place = title.of_value
                return nation_of(place) if isinstance(place, Place) else self._bodies.name(title.of)
        return None


def _is_state(node: Node) -> bool:
    return node.kind == "LOC" and isinstance(node.value, Place) and node.value.kind in {"country", "division"}
