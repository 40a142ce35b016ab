"""
Pronouns -> the people meant: 'he', 'she', 'his', 'her'.

Forms of address go by their office, every other pronoun by its own sentence, then by whom the sentences before are about, and last by who
is named only behind it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from attrs import define, field

from factwatch.extraction.clauses import NOUN_PHRASES, Sentence
from factwatch.extraction.phrases import Node
from factwatch.resolution.focus import Focus, fits
from factwatch.resolution.gender import gender_of_pronoun
from factwatch.resolution.newcomers import newcomer, tells_of_life
from factwatch.resolution.offices import is_sole
from factwatch.resolution.people import Entity
from factwatch.resolution.pronoun_sites import is_object, is_said_by
from factwatch.resolution.quoted import Quoted
from factwatch.resolution.same_sentence import SameSentence
from factwatch.resolution.scene import Scene, is_solemn
from factwatch.resolution.styles import Styles, is_style

_SENTENCES: Final = 5
"""Further back, in sentences of the narration, a pronoun is not believed."""
_SPOKEN_OF: Final = 2
"""Further back a subject gives way to somebody named since."""
_NOMINATIVE: Final = frozenset({"he", "she"})
_OTHER: Final = {"m": "f", "f": "m"}


@define(eq=False)
class Pronouns:
    """Resolves the pronouns of one document."""

    _scene: Scene
    _entity: Callable[[Node, Sentence], Entity | None]
    """What other nodes refer to."""
    speaker_of: Callable[[Sentence], tuple[str, Entity | None] | None] = field(default=lambda _: None)
    """Who speaks a sentence inside quotation marks or a transcript's turn."""
    offices: dict[int, Node] = field(factory=dict)
    """Offset of a pronoun -> the office it stands for, where nobody names the holder."""
    focus: Focus = field(init=False)
    """Whom sentences are about."""
    _styles: Styles = field(init=False)
    _quoted: Quoted = field(init=False)
    _same_sentence: SameSentence = field(init=False)
    _known: dict[tuple[int, str], Entity | None] = field(factory=dict)

    _firsts: dict[int, Node | None] = field(factory=dict)
    """Sentence -> its first 'he' or 'she'."""

    def __attrs_post_init__(self) -> None:
        """Make the readers of 'His Majesty', of the pronoun's own sentence and of those before it."""
        self.focus = Focus(self._scene, self._entity, self.resolve)
        self._styles = Styles(self._scene, self._entity)
        self._quoted = Quoted(self._scene, self.focus)
        self._same_sentence = SameSentence(self._scene, self._entity, self.offices)

    def resolve(self, node: Node, sentence: Sentence, other_than: frozenset[str] = frozenset()) -> Entity | None:
        """Return whom 'he', 'she', 'his', 'her' means; None where nobody fits."""
        gender = gender_of_pronoun(node, self._scene.passage)
        if not gender:
            return None
        if other_than:
            return self._find(node, sentence, gender, other_than)
        key = (node.start, node.low)
        if key not in self._known:
            self._known[key] = None  # for a pronoun that leads back to itself
            self._known[key] = self._find(node, sentence, gender, other_than)
        return self._known[key]

    def _find(self, node: Node, sentence: Sentence, gender: str, other_than: frozenset[str]) -> Entity | None:
        if is_style(node):
            styled, office = self._styles.whom(node, sentence, gender)
            if office is not None and styled is None:
                self.offices[node.start] = office
            if office is not None or styled is not None:
                return styled
        if is_object(node, sentence):
            # 'X thanked her': the object of a verb is somebody else than its subject
            other_than |= self._same_sentence.subject_names(node, sentence)
        quoted = sentence.unit.quotation is not None
        speaker = self.speaker_of(sentence) if quoted or sentence.unit.turn is not None else None
        if speaker is not None:
            # nobody calls himself 'he'
            other_than |= {speaker[0]}
        other_than |= self._other_ones(node, sentence, gender)
        here = self._same_sentence.whom(node, sentence, gender, other_than)
        if here is not None:
            return here
        if quoted:
            return self._quoted.spoken_of(sentence, gender, other_than) if speaker is not None else None
        return self._find_before(node, sentence, gender, other_than)

    def _other_ones(self, node: Node, sentence: Sentence, gender: str) -> frozenset[str]:
        """Return whom the first 'he' before 'she' in one sentence means, if anybody: 'A says he will not be there when she comes'."""
        words = self._scene.passage.lists.sets["he" if gender == "f" else "she"]
        if sentence.lows.isdisjoint(words):
            return frozenset()
        if id(sentence) not in self._firsts:
            self._firsts[id(sentence)] = next((other for other in sentence.nodes if other.kind == "PRO" and other.low in _NOMINATIVE), None)
        first = self._firsts[id(sentence)]
        if first is None or first.start >= node.start or first.low not in words:
            return frozenset()
        other = self.resolve(first, sentence)
        return frozenset({other.name}) if other is not None else frozenset()

    def _find_before(self, node: Node, sentence: Sentence, gender: str, other_than: frozenset[str]) -> Entity | None:
        """Return whom the narration before goes on with: a subject, or whoever was named since; else who is named behind the pronoun."""
        says = is_said_by(node, sentence)
        mentioned: Entity | None = None
        alone = False
        for steps, earlier in enumerate(self._scene.before(sentence, _SENTENCES), start=1):
            entity = self._newcomer(earlier, gender, other_than) if steps == 1 and tells_of_life(node, sentence) else None
            entity = entity or self.focus.of(earlier, gender, other_than, says=says)
            if entity is not None and steps == 1:
                entity = self._running_topic(entity, sentence, gender, other_than) or entity
            if entity is not None:
                # A subject further back gives way to somebody named since, unless he is spoken of twice.
                if mentioned is not None and (steps > _SPOKEN_OF or (alone and mentioned.gender == gender)):
                    return mentioned
                entity.gender = entity.gender or gender
                return entity
            if mentioned is not None:
                continue
            office = self._office_nobody_holds(earlier, gender)
            if office is not None:
                # 'The Prime Minister spoke to X. He said ...'
                self.offices[node.start] = office
                return None
            people = self.focus.mentioned(earlier)
            named = [person for person in people if fits(person, gender, other_than)]
            if named:
                mentioned = named[-1]
                # 'It was left to the clerk, Mrs. A, to find the page. Order 14, she said, ...'
                alone = len({id(person) for person in people}) == 1
                only = steps == 1 and all(person is mentioned for person in named)
                if only and self._is_only_one(mentioned, earlier, gender, other_than):
                    return mentioned
        if mentioned is None and sentence.unit.turn is not None:
            mentioned = self._quoted.asked(sentence, gender, other_than)
        return mentioned or self._named_behind(node, sentence, gender)

    def _running_topic(self, entity: Entity, sentence: Sentence, gender: str, other_than: frozenset[str]) -> Entity | None:
        """
        Return whom a new paragraph goes on with, rather than with somebody brought in by the last sentence of the one before.

        'In June she succeeds X. The president of the court, Y, is an old friend.' and then: 'Her first journey will take her to Suva.'
        """
        before = self._scene.before(sentence, _SPOKEN_OF)
        if len(before) < _SPOKEN_OF:
            return None
        last, second = before
        parted = last.unit.paragraph < sentence.unit.paragraph and second.unit.paragraph == last.unit.paragraph
        if not parted or entity.first < last.nodes[0].start:
            return None
        running = self.focus.taken_up(second, gender, other_than)
        return running if running is not entity else None

    def _newcomer(self, earlier: Sentence, gender: str, other_than: frozenset[str]) -> Entity | None:
        """Return who has just been given an office: 'The pope named A bishop of X. He is a native of Y.'."""
        node = newcomer(earlier)
        entity = self._entity(node, earlier) if node is not None else None
        return entity if entity is not None and fits(entity, gender, other_than) else None

    def _is_only_one(self, person: Entity, earlier: Sentence, gender: str, other_than: frozenset[str]) -> bool:
        """Tell whether somebody is the only man there: 'she said, with A at her side. He replied'."""
        return person.gender == gender and self.focus.of(earlier, _OTHER[gender], other_than, says=True) is not None

    def _named_behind(self, node: Node, sentence: Sentence, gender: str) -> Entity | None:
        """Return the subject whose name comes only afterwards: 'Before he left, X said'."""
        first = next((other for other in sentence.nodes if other.kind in NOUN_PHRASES), node)
        if first is not node:
            # 'The envoy is in Jakarta, where he met X'
            return None
        behind = [subject for subject in self._scene.subjects(sentence) if subject.kind == "PER" and subject.start > node.start]
        people = (self._entity(subject, sentence) for subject in behind)
        return next((who for who in people if who is not None and who.gender in {"", gender}), None)

    def _office_nobody_holds(self, sentence: Sentence, gender: str) -> Node | None:
        """Return the subject of a sentence where it is an office in capitals whose holder nobody names, or stands for one."""
        subjects = next((subjects for _, subjects in self._scene.clauses(sentence) if subjects), [])
        if len(subjects) != 1:
            return None
        if subjects[0].kind == "PRO":
            return self.offices.get(subjects[0].start)
        if subjects[0].titles and self._scene.gender_of_word(subjects[0].titles[0].head.name) not in {"", gender}:
            # 'The Prince left. She'
            return None
        alone = is_solemn(subjects[0], sentence) or _is_sole_office(subjects[0])
        return subjects[0] if alone and self._entity(subjects[0], sentence) is None else None


def _is_sole_office(node: Node) -> bool:
    """Tell whether a node is one person's public office: 'the vice-president', not 'the striker'."""
    title = node.titles[0] if node.kind == "TTL" else None
    if title is None or title.determiner != "the" or title.plural or "new" in node.low.split():
        return False
    return title.head.group == "royal" or (title.head.group == "state" and is_sole(title))
