"""
Whom a pronoun means by what stands before it in its own sentence.

The ways are tried in order: the one whose occasion it is, the subjects of the clauses, names, descriptions, offices. Some signs say that it
is nobody of this sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from attrs import define

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.clauses.words import POSSESSIVES
from factwatch.extraction.phrases import Node
from factwatch.extraction.statements.speakers import is_description
from factwatch.lexicon.loader import data_file, words_of
from factwatch.resolution.focus import fits
from factwatch.resolution.gender import gender_of_pronoun
from factwatch.resolution.people import Entity
from factwatch.resolution.pronoun_sites import follows_adjunct, is_object, is_said_by, opens_circumstance
from factwatch.resolution.scene import SAYING, Scene, index_of, is_solemn, verb_before

_DATA = data_file("references.yaml")
_TOWARDS: Final = words_of(_DATA["towards"])
_OF_OCCASIONS: Final = words_of(_DATA["of_occasions"])
_SPEAKING_FOR: Final = words_of(_DATA["speaking_for"])
_ASKED: Final = words_of(data_file("speech.yaml")["asked"])
_OCCASION_REACH: Final = 8
_RELATIVE: Final = 4
"""A name, a comma, 'during' and 'which' stand before the pronoun."""

_Clause = tuple[VerbGroup | None, list[Node]]
"""A verb and its subjects."""


@define(eq=False)
class SameSentence:
    """Resolves the pronouns of one document by their own sentences."""

    _scene: Scene
    _entity: Callable[[Node, Sentence], Entity | None]
    """What other nodes refer to."""
    _offices: dict[int, Node]
    """Offset of a pronoun -> the office it stands for, where nobody names the holder."""

    def whom(self, node: Node, sentence: Sentence, gender: str, other_than: frozenset[str]) -> Entity | None:
        """Return whom the sentence has told of before the pronoun, its subjects first."""
        guest = self._guest(sentence, node, gender, other_than) or self._agent(sentence, node, gender, other_than)
        if guest is not None:
            return guest
        if sentence.nodes[0].low in _ASKED and is_said_by(node, sentence) and follows_adjunct(node, sentence):
            # 'Asked whether X would come, he said': not X
            return None
        clauses = self._clauses(node, sentence)
        served, speaks = self._served(clauses, node, sentence)
        if served is not None and fits(served, gender, other_than):
            return served
        if speaks is not None:
            other_than |= {speaks.name}
        nameless = False
        for _, subjects in clauses:
            entity, unknown = self._subject(subjects, node, sentence, gender, other_than)
            if entity is not None:
                return entity
            nameless |= unknown
        if nameless:
            # 'He was met by X, and on Sunday he celebrated Mass', whoever he is
            return None
        if not clauses and follows_adjunct(node, sentence):
            # 'After talks with X, he ...': somebody else
            return None
        entity = self._named(sentence, node, gender, other_than) or self._described(sentence, node.start, gender, other_than)
        if entity is not None:
            return entity
        if clauses and node.low in {"he", "she"} and len(clauses[0][1]) == 1 and is_solemn(clauses[0][1][0], sentence):
            # 'The Deputy Secretary is in Jakarta, where he met X'
            self._offices[node.start] = clauses[0][1][0]
            return None
        return self._holder(sentence, node.start, gender, other_than)

    def _clauses(self, node: Node, sentence: Sentence) -> list[_Clause]:
        """Return the clauses with a subject before the pronoun, in the order in which they are believed."""
        clauses = [
            (group, subjects)
            for group, subjects in self._scene.clauses(sentence)
            if any(subject.start < node.start for subject in subjects)
        ]
        if opens_circumstance(node, sentence):
            # 'X said Y would go to Paris, where he ...': the subject of the clause that the circumstance belongs to
            clauses.reverse()
        relative = [group is not None and sentence.nodes[group.first - 1].low == "who" for group, _ in clauses]
        if any(relative) and follows_adjunct(node, sentence):
            # 'Asked about X, who is on leave, he said': not X
            return [clause for clause, is_relative in zip(clauses, relative, strict=True) if not is_relative]
        return clauses

    def _served(self, clauses: list[_Clause], node: Node, sentence: Sentence) -> tuple[Entity | None, Entity | None]:
        """
        Return for whom a spokesman tells something, and the spokesman: "X's spokesman, A, said he would go", 'his lawyer, A, said'.

        (None, None) where nobody speaks for another, or nothing says for whom.
        """
        group, subjects = clauses[0] if clauses else (None, [])
        if group is None or len(subjects) != 1 or group.lemma not in SAYING or group.first > index_of(sentence, node):
            return None, None
        speaker = subjects[0]
        if speaker.kind != "PER" or not any(title.head.name in _SPEAKING_FOR for title in speaker.titles):
            return None, None
        nodes, at = sentence.nodes, index_of(sentence, speaker)
        served = nodes[at - 2] if at > 1 and nodes[at - 1].kind == "s" else None
        if served is None and at + 2 < len(nodes) and nodes[at + 1].low == "for":
            served = nodes[at + 2]
        owned = any(title.determiner.lower() in POSSESSIVES for title in speaker.titles)
        if served is None and not owned:
            return None, None
        known = self._entity(served, sentence) if served is not None and served.kind == "PER" else None
        return known, self._entity(speaker, sentence) if known is not None or owned else None

    def _subject(
        self, subjects: list[Node], node: Node, sentence: Sentence, gender: str, other_than: frozenset[str]
    ) -> tuple[Entity | None, bool]:
        """
        Return which of a clause's subjects the pronoun can mean, and whether one is a pronoun like it whom nobody explains.

        'He was met by X, and on Sunday he celebrated Mass'.
        """
        nameless = False
        for subject in subjects:
            told = subject.kind in {"PER", "TTL", "GRP"} or (
                subject.low in {"he", "she"} and gender_of_pronoun(subject, self._scene.passage) == gender
            )
            if subject.start >= node.start or not told:
                continue
            entity = self._entity(subject, sentence)
            if entity is not None and fits(entity, gender, other_than):
                return entity, nameless
            nameless |= entity is None and subject.kind == "PRO" and not is_object(node, sentence)
        return None, nameless

    def _named(self, sentence: Sentence, node: Node, gender: str, other_than: frozenset[str]) -> Entity | None:
        """Return the first one named before the pronoun; the last for 'embraced X and conferred with him'."""
        named = [
            who
            for at, who, _ in self._scene.named_in(sentence)
            if at < node.start and who.gender in {"", gender} and who.name not in other_than
        ]
        return (named[-1] if is_object(node, sentence) else named[0]) if named else None

    def _described(self, sentence: Sentence, before: int, gender: str, other_than: frozenset[str]) -> Entity | None:
        """Return whom the sentence only describes before the pronoun: "It was the Cuban's second trip; he was in Hanoi in May"."""
        for node in sentence.nodes:
            if node.start >= before:
                return None
            entity = self._entity(node, sentence) if node.kind == "GRP" and is_description(node) else None
            if entity is not None and fits(entity, gender, other_than):
                return entity
        return None

    def _agent(self, sentence: Sentence, node: Node, gender: str, other_than: frozenset[str]) -> Entity | None:
        """'X's trip follows a visit by Y, during which he ...': who made the visit."""
        at, nodes = index_of(sentence, node), sentence.nodes
        if at < _RELATIVE or nodes[at - 1].low != "which":
            return None
        last = at - 3 if nodes[at - 3].kind != "," else at - 4
        person = nodes[last] if last >= 0 and nodes[last].kind == "PER" else None
        entity = self._entity(person, sentence) if person is not None else None
        return entity if entity is not None and fits(entity, gender, other_than) else None

    def _guest(self, sentence: Sentence, node: Node, gender: str, other_than: frozenset[str]) -> Entity | None:
        """'X welcomed Y on his first visit', 'X congratulated Y on his election': the object's occasion."""
        at = index_of(sentence, node)
        nodes = sentence.nodes
        group = verb_before(sentence, node)
        if group is None or group.lemma not in _TOWARDS or at - group.main > _OCCASION_REACH:
            return None
        preposition = nodes[at - 1].low
        if preposition not in {"on", "for"} and not (
            preposition in {"during", "upon", "after"} and any(other.low in _OF_OCCASIONS for other in nodes[at + 1 : at + 4])
        ):
            return None
        for other in nodes[group.last : at]:
            entity = self._entity(other, sentence) if other.kind in {"PER", "TTL"} else None
            if entity is not None and fits(entity, gender, other_than):
                return entity
        return None

    def _holder(self, sentence: Sentence, before: int, gender: str, other_than: frozenset[str]) -> Entity | None:
        """Return who has an office that stands before: "The President's journey has been brought forward: he will be in Lomé"."""
        for node in self._scene.offices(sentence):
            if node.start >= before:
                return None
            if node.titles[0].bare and not node.titles[0].determiner:
                # 'In his last address as president he warned'
                continue
            entity = self._entity(node, sentence)
            if entity is not None and entity.name not in other_than and entity.gender in {"", gender}:
                return entity
        return None

    def subject_names(self, node: Node, sentence: Sentence) -> frozenset[str]:
        """Return the names of whoever is the subject of the verb before the pronoun: 'X thanked her'."""
        group = verb_before(sentence, node)
        if group is None:
            return frozenset()
        entities = [self._entity(subject, sentence) for subject in subject_of(sentence, group) if _is_actor(subject)]
        return frozenset(entity.name for entity in entities if entity is not None)


def _is_actor(node: Node) -> bool:
    """Tell whether a subject is a person's name, or 'the president', rather than the bare word of an adjunct."""
    return node.kind == "PER" or (node.kind == "TTL" and node.titles[0].determiner == "the")
