"""Several people taken up at once: 'the two', 'both leaders', 'the ministers', 'they' -> the people meant."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Final

from attrs import define, field

from factwatch.extraction.clauses import Sentence, people_of, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node
from factwatch.extraction.statements.speakers import is_description
from factwatch.lexicon.loader import data_file, words_of
from factwatch.resolution.offices import office_matches
from factwatch.resolution.people import Entity
from factwatch.resolution.scene import Scene, index_of, verb_before, verb_behind
from factwatch.resolution.styles import STYLES

_PEERS: Final = words_of(data_file("references.yaml")["peers"])
_MOUTHPIECES: Final = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_SENTENCES: Final = 6
"""Two people are looked for in so many sentences."""
_PRONOUN: Final = 2
"""'they' in so many."""
_ASIDE: Final = frozenset({"in", "for", "at", "from", "near"})
"""Prepositions before whom the sentence is not about: 'leaves for X'."""
_WHERE: Final = _ASIDE | {"to"}
_PAIR: Final = 2
_LEADERS: Final = words_of(data_file("references.yaml")["leaders"])
_LEADERSHIP: Final = frozenset({"heads of government", "heads of state", "leaders"})
_PHRASES: Final = re.compile(r"heads of \w+|leaders$")
ROYALS: Final = frozenset({"their majesties", "their royal highnesses", "their highnesses"})
_NUMBERS: Final = {"two": 2, "pair": 2, "duo": 2, "couple": 2, "both": 2, "three": 3, "trio": 3}


@define(eq=False)
class Several:
    """Resolves the references to several people of one document."""

    _scene: Scene
    _entity: Callable[[Node, Sentence], Entity | None]
    """Whom a single node refers to."""
    speaker_of: Callable[[Sentence], Entity | None] = field(default=lambda _: None)
    """Who speaks a sentence inside quotation marks."""
    _met: list[tuple[int, list[Entity]]] = field(factory=list)
    """Where the document tells of two people who meet, and who they are, in the order of the text."""

    def note_meetings(self, findings: Sequence[Finding]) -> None:
        """Take in which two people meet."""
        for finding in findings:
            people = [*finding.who, *finding.other] if finding.kind == "meeting" else []
            named = [self._scene.people.named(node) for node in people if node.kind == "PER"]
            pair = [entity for entity in named if entity is not None]
            if len(people) == len(pair) == _PAIR and pair[0] is not pair[1]:
                self._met.append((finding.end, pair))
        self._met.sort(key=lambda item: item[0])

    def _who_met(self, node: Node, seen: list[Entity]) -> list[Entity]:
        """Return those of 'both leaders' who were told to meet, rather than one of them and somebody spoken of since."""
        at = bisect_left(self._met, node.start, key=lambda item: item[0])
        pair = self._met[at - 1][1] if at else seen
        return pair if node.kind == "GRP" and len({id(entity) for entity in (*pair, *seen)}) == _PAIR + 1 else seen

    def of_number(self, node: Node, sentence: Sentence) -> list[Entity]:
        """Resolve 'the two', 'the pair', 'both leaders': the two people spoken of last, in the same or the sentence before."""
        wanted = next((number for word, number in _NUMBERS.items() if word in node.low.split()), 0 if node.titles else 2)
        royal = node.text.lower() in ROYALS
        reach = _PRONOUN if node.kind == "PRO" else _SENTENCES
        narration = [*([sentence] if sentence.unit.quotation is None else []), *self._scene.before(sentence, reach)]
        if wanted == _PAIR and node.kind == "GRP" and sentence.unit.quotation is None:
            talking = self._speaker_and_named(sentence, node)
            if talking:
                return talking
        before: list[Entity] = []
        leaders = not _LEADERSHIP.isdisjoint(_PHRASES.findall(node.low)) and any(_leads(who) for who in self._scene.people.entities)
        by_office = bool(node.titles) and not leaders
        apart = self._who_acts(node, sentence)
        here = self._only_subject(node, sentence) if wanted == _PAIR and node.kind == "GRP" else None
        for earlier in narration:
            seen = [entity for entity in self._people_of(earlier, node) if not _speaks_for_others(entity) and entity not in apart]
            if royal:
                heads = STYLES["majesty"] if node.text.lower() == "their majesties" else STYLES["majesty"] | STYLES["highness"]
                seen = [entity for entity in seen if any(title.head.name in heads for title in entity.titles)]
            fitting = [entity for entity in seen if _is_one_of(entity, node) or is_counterpart(entity)] if by_office else seen
            if leaders and len(leading := _leading(seen)) < len(seen):
                # 'The two leaders': not a minister and an ambassador
                seen = fitting = leading
            if node.kind == "GRP" and not node.titles and len(held := [entity for entity in seen if entity.titles]) > 1:
                # 'The leaders': those who hold an office
                seen = held
            if not wanted:
                # 'the ministers': all of the last sentence that names some
                if any(_holds(entity, node) for entity in fitting):
                    return fitting if len(fitting) > 1 else []
                continue
            if here is not None and earlier is not sentence and here not in seen:
                # 'She will go in May. X is an old friend; the two had lunch': X and whom the sentence before is about
                topic = next((who for subject in self._scene.subjects(earlier) if (who := self._entity(subject, earlier)) in seen), None)
                return [topic, here] if topic is not None else []
            if len(seen) > wanted or (fitting and len(fitting) < len(seen)):
                # 'the two presidents': of all the people named, those of that office
                seen = fitting
            if by_office and len(seen) == wanted and not self._may_share(seen, node, earlier):
                # 'A took over from B, who left. A meeting between the two prime ministers': nobody's office is told
                return []
            if len(seen) == wanted and (node.kind != "PRO" or apart or self._are_subjects(seen, earlier)):
                met = self._who_met(node, seen) if wanted == _PAIR and earlier is not sentence else seen
                # 'The two heads of government' are not the minister who goes instead and his host
                return met if not leaders or all(_leads(who) for who in met) else seen
            if len(seen) > wanted:
                # 'Prince A and Princess B flew home after word came from C. The couple'
                return [] if by_office or earlier is sentence else self._joint_subject(earlier, wanted)
            if node.kind == "PRO":
                continue
            # 'The two': whom the last sentence is about, and whom the one before is about
            subjects = [self._entity(subject, earlier) for subject in self._scene.subjects(earlier) if subject.start < node.start]
            before += list({id(who): who for who in subjects if who is not None and who in seen and who not in before}.values())
            if len(before) >= wanted:
                return before if len(before) == wanted and (not by_office or self._may_share(before, node, earlier)) else []
        return []

    def _joint_subject(self, sentence: Sentence, wanted: int) -> list[Entity]:
        """Return those who are together the first subject of a sentence, where they are so many."""
        subjects = next((subjects for _, subjects in self._scene.clauses(sentence) if subjects), [])
        people = [self._scene.people.named(person) for subject in subjects for person in people_of(subject) if person.kind == "PER"]
        joint = [entity for entity in people if entity is not None]
        return joint if len(joint) == len(subjects) == wanted else []

    def _only_subject(self, node: Node, sentence: Sentence) -> Entity | None:
        """Return the only person whom the sentence names before 'the two', as the subject of a clause of its own."""
        named = list({id(who): who for offset, who, _ in self._scene.named_in(sentence) if offset < node.start}.values())
        at = index_of(sentence, node)
        if len(named) != 1 or not at or sentence.nodes[at - 1].low not in {";", "and"}:
            return None
        subjects = [self._entity(subject, sentence) for subject in self._scene.subjects(sentence) if subject.start < node.start]
        return named[0] if subjects and all(who is named[0] for who in subjects) else None

    def one_of_two(self, node: Node, sentence: Sentence) -> Entity | None:
        """Resolve 'the latter' and 'the former': of the two named last, in the same or the sentence before."""
        for earlier in (sentence, *self._scene.before(sentence, 1)):
            people = list({id(who): who for offset, who, _ in self._scene.named_in(earlier) if offset < node.start}.values())
            if len(people) >= _PAIR:
                return people[-1 if node.low == "the latter" else -2]
        return None

    def _who_acts(self, node: Node, sentence: Sentence) -> list[Entity]:
        """Return who does it to them: 'A met B and C in Rome. She will meet them again' are B and C."""
        group = verb_before(sentence, node)
        told = node.low == "them" or not _NUMBERS.keys().isdisjoint(node.low.split())
        if group is None or group.passive or not told:
            return []
        behind = verb_behind(sentence, node)
        if behind is not None and any(subject is node for subject in subject_of(sentence, behind)):
            return []
        people = [person for subject in subject_of(sentence, group) for person in people_of(subject) if subject is not node]
        return [entity for person in people if (entity := self._entity(person, sentence)) is not None]

    def _may_share(self, seen: list[Entity], node: Node, sentence: Sentence) -> bool:
        """Tell whether people are 'the two presidents': one is told to be, or they do something together."""
        if any(_holds(entity, node) and not is_counterpart(entity) for entity in seen):
            return True
        together = [subjects for _, subjects in self._scene.clauses(sentence) if len([p for s in subjects for p in people_of(s)]) > 1]
        at = bisect_left(self._met, node.start, key=lambda item: item[0])
        return bool(together) or (at > 0 and all(entity in self._met[at - 1][1] for entity in seen))

    def _speaker_and_named(self, sentence: Sentence, node: Node) -> list[Entity]:
        """
        Return the two of whom a quotation right before tells, where no other is told since: who speaks it, and the one whom it names.

        '"...," X told reporters. "President Y rang me." The two men had talked for an hour'.
        """
        quoted = [inner for host in self._scene.before(sentence, 1) for inner in self._scene.quoted_in(host)]
        speaker = self.speaker_of(quoted[0]) if quoted else None
        if speaker is None or any(offset < node.start for offset, _, _ in self._scene.named_in(sentence)):
            return []
        named = {id(who): who for earlier in quoted for _, who, _ in self._scene.named_in(earlier) if who is not speaker and who.titles}
        return [speaker, *named.values()] if len(named) == 1 else []

    def _are_subjects(self, seen: list[Entity], sentence: Sentence) -> bool:
        """Tell whether one of them is the first subject of the sentence, so that 'they' can be the two."""
        first = next((subjects for _, subjects in self._scene.clauses(sentence) if subjects), [])
        meant = [self._entity(person, sentence) for subject in first for person in people_of(subject)]
        return not meant or any(entity in seen for entity in meant if entity is not None)

    def subjects(self, node: Node, sentence: Sentence) -> list[Entity]:
        """Return the three or more people who are the subject of the sentence before: 'A, B and C will be in Rome. They'."""
        for earlier in self._scene.before(sentence, 1):
            for _, subjects in self._scene.clauses(earlier):
                people = [self._scene.people.named(subject) for subject in subjects if subject.kind == "PER"]
                if len(people) > _PAIR and len(people) == len(subjects) and subjects[0].start < node.start:
                    return [entity for entity in people if entity is not None]
        return []

    def _people_of(self, sentence: Sentence, node: Node) -> list[Entity]:
        """Return whom a sentence names before *node*, and whom its subjects mean."""
        seen: list[Entity] = []
        for offset, entity, _ in self._scene.named_in(sentence):
            if offset >= node.start or entity in seen:
                continue
            before = _word_before(offset, sentence)
            if not ((node.kind == "PRO" and before in _ASIDE) or (_may_be_place(entity) and before in _WHERE)):
                # in 'flew to Tova' nobody knows whether that is a place
                seen.append(entity)
        told = [other for other in self._scene.offices(sentence) if other.low.startswith("the ")] if len(seen) < 2 else []  # noqa: PLR2004
        for subject in (*self._scene.subjects(sentence), *told):
            if subject.start < node.start and (subject.kind in {"PRO", "TTL"} or is_description(subject)):
                meant = self._entity(subject, sentence)
                if meant is not None and meant not in seen:
                    seen.insert(0, meant)
        return seen


def _may_be_place(entity: Entity) -> bool:
    """Tell whether the text says nothing of a name of one word that only people have."""
    return not (entity.titles or entity.speaks or " " in entity.name)


def _leading(seen: list[Entity]) -> list[Entity]:
    """Return of several people those who can be 'the two leaders': by their office, or else those whose office the text does not tell."""
    leading = [entity for entity in seen if _leads(entity)]
    return leading if len(leading) >= _PAIR else [entity for entity in seen if not entity.titles or _leads(entity)]


def _leads(entity: Entity) -> bool:
    """Tell whether the text gives somebody the office of one of 'the two leaders': a president, not a minister."""
    return any(title.head.name in _LEADERS or title.head.name.endswith(" leader") for title in entity.titles) or is_counterpart(entity)


def _word_before(offset: int, sentence: Sentence) -> str:
    at = bisect_left(sentence.nodes, offset, key=lambda node: node.start)
    return sentence.nodes[at - 1].low if at else ""


def _holds(entity: Entity, node: Node) -> bool:
    """Tell whether the text says that somebody is one of 'the inspectors'."""
    return bool(entity.titles) and _is_one_of(entity, node)


def _is_one_of(entity: Entity, node: Node) -> bool:
    """Tell whether somebody can be one of 'the two presidents': by office, or as one whose office the text does not tell."""
    return all(own.head.name in _PEERS or office_matches(node.titles[0], own) for own in entity.titles[:1]) or any(
        office_matches(node.titles[0], own) for own in entity.titles
    )


def _speaks_for_others(entity: Entity) -> bool:
    """Tell whether somebody is only a mouthpiece: 'The two' of whom his sentence tells are those for whom he speaks."""
    return any(title.head.name in _MOUTHPIECES for title in entity.titles)


def is_counterpart(entity: Entity) -> bool:
    """Tell whether all that the text says of somebody is whose counterpart he is, so that he has the same office."""
    return bool(entity.titles) and all(title.head.name.endswith("counterpart") for title in entity.titles)
