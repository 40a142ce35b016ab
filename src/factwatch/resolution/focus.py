"""Whom an earlier sentence is about, so that 'he' or 'she' may go on with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from attrs import define, field

from factwatch.extraction.clauses import Sentence, VerbGroup, people_of
from factwatch.extraction.phrases import Node
from factwatch.lexicon.loader import data_file, words_of
from factwatch.resolution.gender import gender_of_pronoun
from factwatch.resolution.names import parts
from factwatch.resolution.people import Entity
from factwatch.resolution.scene import SAYING, Scene

_OBJECTS: Final = frozenset({"which", "whom"})
_CLAUSE: Final = 12
"""Nodes between the subject of a relative clause and its verb."""
_MOUTHPIECES: Final = words_of(data_file("references.yaml")["mouthpieces"])


def fits(entity: Entity, gender: str, other_than: frozenset[str]) -> bool:
    """Tell whether a pronoun of that gender can mean the person."""
    is_person = bool(entity.titles) or bool(entity.gender) or entity.speaks or len(parts(entity.name)) > 1
    return entity.name not in other_than and entity.gender in {"", gender} and is_person


@define(eq=False)
class Focus:
    """Whom the sentences of one document are about."""

    _scene: Scene
    _entity: Callable[[Node, Sentence], Entity | None]
    """What other nodes refer to."""
    _pronoun: Callable[[Node, Sentence], Entity | None]
    """Whom a pronoun means."""
    _meant: dict[tuple[int, str], list[Entity]] = field(factory=dict)
    """Sentence and gender -> whom its pronouns of that gender mean, in their order, each once."""

    def of(self, earlier: Sentence, gender: str, other_than: frozenset[str] = frozenset(), *, says: bool) -> Entity | None:
        """
        Return whom an earlier sentence is about: its subject.

        Of several who are named together none is; there, whoever is a pronoun in the sentence goes on being spoken of. Who says something
        again is who said something before; else the words of a spokesman are about somebody else.
        """
        found: Entity | None = None
        clauses = self._scene.clauses(earlier)
        if not _OBJECTS.isdisjoint(earlier.lows):
            # 'offered him the post which A had left, B was up a ladder'
            clauses = sorted(clauses, key=lambda clause: _is_of_object(clause, earlier))
        if says:
            # but not in 'A defended B, who had replied to it'
            clauses = sorted(
                clauses, key=lambda clause: clause[0] is None or clause[0].lemma not in SAYING or _is_aside(clause[0], earlier)
            )
        for group, subjects in clauses:
            nodes = [person for subject in subjects for person in people_of(subject)]
            people = [entity for node in nodes if (entity := self._entity(node, earlier)) is not None]
            fitting = [entity for entity in people if fits(entity, gender, other_than)]
            if not fitting:
                continue
            if len(people) > 1:
                return self.taken_up(earlier, gender, other_than) or fitting[0]
            if not fitting[0].gender and not says and fitting[0] is people[0]:
                # 'Her counterpart, X, met her at the station. She': of whom it is told that she is a woman
                known = self.taken_up(earlier, gender, other_than)
                if known is not None and known.gender == gender:
                    return known
            speaks = group is not None and group.lemma in SAYING
            if not says and speaks and any(title.head.name in _MOUTHPIECES for title in fitting[0].titles):
                found = found or fitting[0]
                continue
            return fitting[0]
        return self.taken_up(earlier, gender, other_than) or found

    def mentioned(self, sentence: Sentence) -> list[Entity]:
        """Return whom a sentence names, or mentions by an office."""
        offices = (self._entity(node, sentence) for node in self._scene.offices(sentence))
        return [person for _, person, _ in self._scene.named_in(sentence)] or [person for person in offices if person is not None]

    def fitting(self, sentence: Sentence, gender: str, other_than: frozenset[str]) -> list[Entity]:
        """Return whom of those that a sentence mentions the pronoun can mean, each once."""
        return list({id(who): who for who in self.mentioned(sentence) if fits(who, gender, other_than)}.values())

    def taken_up(self, sentence: Sentence, gender: str, other_than: frozenset[str]) -> Entity | None:
        """Return whom a pronoun of the sentence means."""
        key = (id(sentence), gender)
        if key not in self._meant:
            self._meant[key] = []
            if not sentence.lows.isdisjoint(self._scene.passage.lists.sets["he" if gender == "m" else "she"]):
                found = (self._pronoun(node, sentence) for node in sentence.nodes if gender_of_pronoun(node, self._scene.passage) == gender)
                self._meant[key] = list({id(entity): entity for entity in found if entity is not None}.values())
        return next((entity for entity in self._meant[key] if fits(entity, gender, other_than)), None)


def _is_of_object(clause: tuple[VerbGroup | None, list[Node]], sentence: Sentence) -> bool:
    """Tell whether a clause tells only of a thing what its subject did with it: 'the post which A had left'."""
    group, subjects = clause
    if group is None or not subjects:
        return False
    before = next((index - 1 for index in range(max(1, group.first - _CLAUSE), group.first) if sentence.nodes[index] is subjects[0]), -1)
    return before >= 0 and sentence.nodes[before].low in _OBJECTS


def _is_aside(group: VerbGroup, sentence: Sentence) -> bool:
    """Tell whether a verb is that of a relative clause which brings no words of anybody: 'B, who had replied to it'."""
    nodes = sentence.nodes
    return group.first > 0 and nodes[group.first - 1].low == "who" and not any(node.kind in {"QUO", ":"} for node in nodes[group.last :])
