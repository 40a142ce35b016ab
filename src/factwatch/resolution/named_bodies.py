"""The names of bodies that a text tells by common nouns, or has told before: 'the delegation', 'the board', whatever was spoken of."""

from __future__ import annotations

from typing import Final

from attrs import define, field

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node, Title
from factwatch.lexicon.places import Place
from factwatch.resolution.bodies import Bodies, nation_of, strip_article
from factwatch.resolution.owner_nodes import is_body, is_outlet, is_own_board, owner_within
from factwatch.resolution.references import References

_SHORT: Final = 5
"""Nodes of "The employers' chamber"."""
_REACH: Final = 2
"""Sentences back that a body is looked for in."""


@define(eq=False)
class NamedBodies:
    """The names of the bodies of one document."""

    _passage: Passage
    _bodies: Bodies
    _references: References

    _position: dict[int, int] = field(init=False)
    """Where a sentence (by identity) stands among those of the passage; units have numbers of their own."""

    @_position.default
    def _count(self) -> dict[int, int]:
        return {id(sentence): at for at, sentence in enumerate(self._passage.sentences)}

    def sentences_before(self, sentence: Sentence) -> list[Sentence]:
        """Return the two sentences before, quotations among them, nearest first."""
        index = self._position.get(id(sentence), 0)
        return self._passage.sentences[max(0, index - _REACH) : index][::-1]

    def narrated_before(self, sentence: Sentence) -> Sentence | None:
        """Return the last sentence before that is no quotation."""
        return next((place for place in self.sentences_before(sentence) if place.unit.quotation is None), None)

    def of(self, node: Node) -> str | None:
        """Return the name of a body or place, or the words for a body that nobody names: 'the doctors' association'."""
        if node.kind != "GRP":
            return self._bodies.name(node.name or node.text)
        if not node.name or not isinstance(node.value, str):
            return None
        if node.value.rpartition(" ")[2] not in self._passage.lists.sets["body_nouns"]:
            return None
        words = strip_article(node.name)
        _, _, body = words.partition(" of ")
        body = strip_article(body)
        if body[:1].isupper():
            # 'a delegation of the Joint Chamber'
            return self._bodies.name(body)
        return words if " " in words else self._bodies.body_before(node.start, words)

    def sent_by(self, node: Node, sentence: Sentence) -> str | None:
        """Return the body of 'executives of Kestrel', or of 'the delegation' that was 'a delegation of the X Authority' just before."""
        here = owner_within(node)
        if here or not node.low.startswith("the "):
            return self._bodies.name(here) if here else None
        noun = node.low.removeprefix("the ") + " of "
        for earlier in self.sentences_before(sentence):
            for other in earlier.nodes:
                if other.kind == "GRP" and noun in other.low and (body := owner_within(other)):
                    return self._bodies.name(body)
        return None

    def of_board(self, start: int) -> str | None:
        """Return the firm that the board at the offset *start* is of: the one told of before."""
        firm = self._bodies.only_before(start) or self._bodies.body_before(start, "company")
        return firm if firm is not None and not firm.islower() else None

    def spoken_of(self, sentence: Sentence, *, places: bool = True) -> str | None:
        """Return the state or body that one of the two sentences before is about."""
        for earlier in self.sentences_before(sentence):
            if earlier.unit.quotation is not None:
                continue
            kinds = {"LOC", "ORG"} if places else {"ORG"}
            about = self._about(earlier, kinds)
            if about is not None:
                return about
            named = [node for node in earlier.nodes if node.kind in kinds]
            if len({node.text for node in named}) == 1:
                return self._bodies.name(named[0].name or named[0].text)
        return None

    def just_told_of(self, sentence: Sentence) -> str | None:
        """Return the state or body that the sentence right before is about."""
        earlier = self.narrated_before(sentence)
        return self._about(earlier, {"LOC", "ORG"}) if earlier is not None else None

    def _about(self, sentence: Sentence, kinds: set[str]) -> str | None:
        """Return the state or body that is the first subject of a sentence."""
        subjects = [
            node
            for node in self._references.subjects(sentence)
            if node.kind in kinds or is_body(node) or (node.kind == "GRP" and not is_own_board(node) and self.of(node))
        ]
        # the main clause's before that of 'which Malaysia has chaired'
        return self.of(min(subjects, key=lambda node: node.start)) if subjects else None

    def nameless_before(self, sentence: Sentence) -> str | None:
        """Return the words for the nameless body of the sentence before: 'The council has seven members. Its president'."""
        earlier = self.narrated_before(sentence)
        subject = (self.subject(earlier) or earlier.nodes[0]) if earlier is not None else None
        return strip_article(subject.name or subject.text) if subject is not None and self.is_common(subject) else None

    def subject(self, sentence: Sentence) -> Node | None:
        """Return the first subject of a sentence."""
        return min(self._references.subjects(sentence), key=lambda node: node.start, default=None)

    def of_many(self, node: Node, title: Title) -> str | None:
        """Return the name of a body that is many people, 'Rovers', or the land of a people, 'The Ethiopians'."""
        if node.kind == "GRP" and isinstance(node.nation, Place) and title.head.group == "state":
            return nation_of(node.nation)
        return self.of(node) if is_body(node) else None

    def met(self, sentence: Sentence) -> str | None:
        """Return the one body that people had to do with in the sentence before: 'The minister met the growers' union. Its chairman'."""
        earlier = self.narrated_before(sentence)
        named = {
            name
            for node in (earlier.nodes if earlier is not None else ())
            if (is_body(node) and not is_outlet(node))
            or (node.kind == "GRP" and not node.low.startswith(("a ", "an ")) and not is_own_board(node) and not self.is_common(node))
            if (name := self.of(node)) is not None
        }
        return named.pop() if len(named) == 1 else None

    def common_noun(self, sentence: Sentence, title: Title) -> str | None:
        """Return 'chamber' where 'The chamber' begins the sentence and nothing names it."""
        nodes, body_nouns = sentence.nodes, self._passage.lists.sets["body_nouns"]
        at = next((index for index in range(1, min(len(nodes), _SHORT)) if nodes[index].kind in "xp" and nodes[index].low in body_nouns), 0)
        if not at or nodes[0].low != "the" or nodes[at].end > title.start:
            return None
        name = nodes[at + 1] if at + 1 < len(nodes) else None
        if name is not None and name.kind == "PER" and not name.titles and name.name and name.start == nodes[at].end + 1:
            # 'The casino operator Silver Mesa promoted its general counsel'
            return self._bodies.name(name.name)
        return self._bodies.body_before(nodes[at].start, nodes[at].low) or nodes[at].low

    def is_common(self, node: Node) -> bool:
        """Tell whether 'the chamber', 'the commission' stands there alone, which no name is found for."""
        return isinstance(node.value, str) and node.value in self._passage.lists.sets["body_nouns"] and node.low == f"the {node.value}"
