"""Whether somebody is a man or a woman, as far as the pronouns tell that go with a name: 'X lost her job'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Final

from attrs import define, field

from factwatch.extraction.clauses import Sentence, subject_of
from factwatch.extraction.clauses.words import COORDINATORS
from factwatch.extraction.phrases import Node
from factwatch.lexicon.loader import data_file, words_of
from factwatch.resolution.gender import gender_of_pronoun
from factwatch.resolution.people import Entity
from factwatch.resolution.scene import SAYING, Scene, index_of

_OWN: Final = words_of(data_file("references.yaml")["own"])
_THIRD: Final = frozenset({"he", "she", "his", "her", "himself", "herself"})
_SURE: Final = 3
_LIKELY: Final = 2
"""What a sure and a likely sign of somebody's gender count; any other counts 1."""


@define(eq=False)
class GenderVotes:
    """What the pronouns of one document say on the gender of its people."""

    _scene: Scene
    _entity: Callable[[Node, Sentence], Entity | None]
    """What other nodes refer to."""
    _votes: dict[int, tuple[Entity, Counter[str]]] = field(factory=dict)

    def settle(self) -> None:
        """
        Take from the sentences that name one person only, as their subject, whether it is a man or a woman.

        'X lost her job' is surer than 'X said she was ill', which may be somebody else's illness, and than the 'She' of the next sentence.
        """
        before: Entity | None = None
        for sentence in self._scene.passage.sentences:
            if sentence.unit.quotation is not None:
                continue
            if before is not None:
                self._hear_next(before, sentence)
            named = self._sole_subject(sentence)
            before = named[1] if named is not None else None
            if named is not None and not sentence.lows.isdisjoint(_THIRD):
                self._hear_own(*named, sentence)
        for who, genders in self._votes.values():
            (found, most), *others = genders.most_common()
            if not others or others[0][1] < most:
                who.gender = found

    def _vote(self, who: Entity, gender: str, weight: int) -> None:
        self._votes.setdefault(id(who), (who, Counter()))[1][gender] += weight

    def _hear_next(self, before: Entity, sentence: Sentence) -> None:
        """Take in how the next sentence takes somebody up: 'She ...', 'He had prisoners, she said', where it is the one who speaks."""
        speaks = next((node for group in sentence.groups if group.lemma in SAYING for node in subject_of(sentence, group)), None)
        pronoun = speaks if speaks is not None and speaks.low in {"he", "she"} else None
        if pronoun is not None and sentence.nodes[index_of(sentence, pronoun) - 1].low not in COORDINATORS:
            self._vote(before, self._gender(pronoun), _LIKELY)
            return
        first = next((node for node in sentence.nodes if node.kind != "QUO" and node.kind not in ",r"), None)
        if first is not None and first.low in {"he", "she"}:
            self._vote(before, self._gender(first), 1)

    def _sole_subject(self, sentence: Sentence) -> tuple[int, Entity] | None:
        """Return the only one whom a sentence names, as its subject, and where; None where he is known for a man or woman."""
        people = {id(who): (at, who) for at, who, _ in reversed(self._scene.named_in(sentence))}
        if len(people) != 1:
            return None
        ((at, who),) = people.values()
        subject = next(
            (node for node in self._scene.subjects(sentence) if node.kind == "PER" and self._entity(node, sentence) is who), None
        )
        # 'Her counterpart, X, met her. She ...' may go on with either
        return None if who.gender or subject is None or subject.low.startswith(("her ", "his ")) else (at, who)

    def _hear_own(self, at: int, who: Entity, sentence: Sentence) -> None:
        """Take in the pronouns behind somebody's name, those behind a verb of saying as less sure."""
        said = next((group.last for group in sentence.groups if group.lemma in SAYING), len(sentence.nodes))
        for index, node in enumerate(sentence.nodes):
            if node.start > at and (gender := self._gender(node)) and _tells_gender(node, sentence):
                self._vote(who, gender, _SURE if index < said else 1)

    def _gender(self, node: Node) -> str:
        return gender_of_pronoun(node, self._scene.passage)


def _tells_gender(node: Node, sentence: Sentence) -> bool:
    """Tell whether the pronoun is surely about the subject: 'he', 'herself', 'her job', not 'in his stead', 'her predecessor'."""
    if node.low in {"he", "she", "himself", "herself"}:
        return True
    after = index_of(sentence, node) + 1
    return node.low in {"his", "her"} and after < len(sentence.nodes) and sentence.nodes[after].low in _OWN
