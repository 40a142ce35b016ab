"""Whom a description means, or an office that only takes somebody up: 'the 58-year-old', 'the striker', 'the former banker'."""

from __future__ import annotations

from typing import Final

from attrs import define

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.phrases import Node, Title
from factwatch.lexicon.loader import data_file, words_of
from factwatch.resolution.focus import Focus
from factwatch.resolution.names import parts
from factwatch.resolution.newcomers import newcomer
from factwatch.resolution.people import Entity
from factwatch.resolution.related import Related, nation_of_node
from factwatch.resolution.scene import SAYING, Scene, verb_behind

_EPITHETS: Final = words_of(data_file("references.yaml")["epithets"])
_WINNERS: Final = words_of(data_file("references.yaml")["winners"])
_WINNING: Final = words_of(data_file("references.yaml")["winning"])
_WON: Final = 3
"""Nor further back whoever won."""
_GIVEN: Final = 8
"""Nor further back somebody who is to have an office."""
_BEFORE: Final = 2
"""Further back, in sentences of the narration, a description is not believed."""


def is_epithet(title: Title) -> bool:
    """Tell whether an office only takes somebody up: 'the striker', 'the former banker'."""
    return title.head.name in _EPITHETS or (title.status == "former" and title.head.group in {"weak", "plain"})


@define(eq=False)
class Descriptions:
    """Resolves the descriptions of one document."""

    _scene: Scene
    _related: Related
    _focus: Focus

    def whom(self, node: Node, sentence: Sentence) -> Entity | None:
        """
        Resolve 'the 58-year-old', 'the Canadian', 'the striker'.

        Somebody whom the document connects with the country; else whoever the sentence before is about, unless that is with another one.
        """
        if sentence.unit.quotation is not None:
            return None
        apart = self.told_apart(node, sentence)
        if apart is not None:
            return apart
        country = nation_of_node(node)
        for earlier in self._scene.before(sentence, _BEFORE):
            for gender in ("m", "f"):
                entity = self._focus.of(earlier, gender, says=True)
                if entity is not None:
                    return None if country and entity.nations else entity
            named = {id(who): who for _, who, _ in self._scene.named_in(earlier)}
            if len(named) == 1 and node.value == "person":
                # 'There was applause for X. The 73-year-old ...'
                return next(iter(named.values()))
        return None

    def told_apart(self, node: Node, sentence: Sentence) -> Entity | None:
        """Return whom an age, a country or a victory tells from the others."""
        return self._related.told_apart(node) or self._winner(node, sentence)

    def _winner(self, node: Node, sentence: Sentence) -> Entity | None:
        """Return who won, for 'the winner': 'A defeated B. B stays on until May. The winner'."""
        if node.low.removeprefix("the ") not in _WINNERS:
            return None
        for earlier in self._scene.before(sentence, _WON):
            for group, subjects in self._scene.clauses(earlier):
                if group is not None and group.lemma in _WINNING and not group.passive and not group.negative:
                    people = [entity for node in subjects if node.kind == "PER" and (entity := self._scene.people.named(node)) is not None]
                    if len(people) == 1:
                        return people[0]
        return None

    def speaking_on(self, node: Node, sentence: Sentence) -> Entity | None:
        """Return who spoke just before, where an office that the document gives nobody speaks on: '"...," the England captain said'."""
        verb = verb_behind(sentence, node)
        if verb is None or verb.lemma not in SAYING:
            return None
        person = self.whom(node, sentence)
        if person is None or person.titles:
            return None
        return person

    def formerly(self, node: Node, sentence: Sentence) -> Entity | None:
        """Return whom 'the former deputy prime minister' goes on with: who has left some office, and is spoken of."""
        person = self.whom(node, sentence)
        if person is None:
            return None
        title = node.titles[0]
        # 'A told staff ... "...," the former judge said': who goes on speaking, unless he is a judge still
        speaks = bool(sentence.unit.quotations) and not any(own.head.name == title.head.name for own in person.titles)
        return person if speaks or any(own.status == "former" for own in person.titles) else None

    def coming(self, sentence: Sentence) -> Entity | None:
        """Return whom 'the director-designate' means: who was given an office last, where the text has told of that."""
        for earlier in self._scene.before(sentence, _GIVEN):
            node = newcomer(earlier)
            if node is not None:
                return self._scene.people.named(node)
        return None

    def without_office(self, node: Node, sentence: Sentence) -> Entity | None:
        """
        'Marco Rubio has called off the trip. The Secretary of State met ...': who the office behind the name is.

        The subject of the sentence before, where the document gives him a full name and no other office.
        """
        for earlier in self._scene.before(sentence, _BEFORE):
            people = [
                entity
                for subject in self._scene.subjects(earlier)
                if subject.kind == "PER" and (entity := self._scene.people.named(subject)) is not None
            ]
            if people:
                lone = people[0]
                others = any(title.start != node.titles[0].start for title in lone.titles)
                return lone if len({id(entity) for entity in people}) == 1 and not others and len(parts(lone.name)) > 1 else None
        return None
