"""Pronouns, offices and descriptions as references: 'he', 'the prime minister', 'the Canadian' -> the person meant."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, people_of, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import Place
from factwatch.resolution.names import parts
from factwatch.resolution.offices import SAME_OFFICE, office_closeness, office_matches
from factwatch.resolution.people import Entity, People, mentions_by_name

_DATA = data_file("references.yaml")
_EPITHETS: Final = words_of(_DATA["epithets"])
_CIRCUMSTANCES: Final = words_of(_DATA["circumstances"])
_TOWARDS: Final = words_of(_DATA["towards"])
_OF_OCCASIONS: Final = words_of(_DATA["of_occasions"])
_MOUTHPIECES: Final = words_of(_DATA["mouthpieces"])
_SAYING: Final = words_of(data_file("verbs.yaml")["say"])
_SENTENCES: Final = 5
"""Further back, in sentences of the narration, a pronoun is not believed."""
_MENTIONS: Final = 200
"""Further back, in names, an office is not believed."""
_BEFORE: Final = 2
"""Further back, in sentences of the narration, a description is not believed."""
_NUMBERS: Final = {"two": 2, "pair": 2, "duo": 2, "couple": 2, "both": 2, "three": 3, "trio": 3}


class References:
    """Resolves pronouns and offices to people, with the sentence's own and earlier mentions as candidates."""

    def __init__(self, passage: Passage, people: People) -> None:
        self._passage = passage
        self._people = people
        self._mentions: list[tuple[int, Entity, Sentence]] = []
        for node, sentence in mentions_by_name(passage.sentences):
            entity = people.named(node)
            if entity is not None:
                self._mentions.append((node.start, entity, sentence))
        self._offsets = [item[0] for item in self._mentions]
        self._positions = {id(sentence): position for position, sentence in enumerate(passage.sentences)}
        self._subjects: dict[int, list[Node]] = {}
        self._offices: dict[int, Entity | None] = {}
        self._speakers: dict[int, list[Node]] = {}
        self._pronouns: dict[int, Entity | None] = {}

    def entity(self, node: Node, sentence: Sentence) -> Entity | None:
        """Return the person that *node* refers to, or None."""
        if node.kind == "PER":
            return self._people.named(node)
        if node.kind == "TTL":
            return self.office(node, sentence)
        if node.kind == "PRO":
            return self.pronoun(node, sentence)
        return None

    def note_speakers(self, findings: Iterable[Finding]) -> None:
        """Take in who speaks in which sentence: the subjects that stand behind their verbs."""
        for finding in findings:
            if finding.kind == "statement" and len(finding.who) == 1 and finding.who[0].kind in {"PER", "TTL"}:
                self._speakers.setdefault(finding.unit, finding.who)

    def subjects(self, sentence: Sentence) -> list[Node]:
        """Return the subject phrases of the sentence's verbs, first one first."""
        key = id(sentence)
        if key not in self._subjects:
            found: list[Node] = []
            for group in sentence.groups[:4]:
                for node in subject_of(sentence, group):
                    if node not in found:
                        found.append(node)
            self._subjects[key] = found
        return self._subjects[key]

    # Pronouns.

    def pronoun(self, node: Node, sentence: Sentence, other_than: frozenset[str] = frozenset()) -> Entity | None:
        """Resolve 'he', 'she', 'his', 'her'; None where nobody fits."""
        gender = self._gender(node)
        if not gender:
            return None
        if other_than:
            return self._find(node, sentence, gender, other_than)
        if node.start not in self._pronouns:
            self._pronouns[node.start] = None  # for a pronoun that leads back to itself
            self._pronouns[node.start] = self._find(node, sentence, gender, other_than)
        return self._pronouns[node.start]

    def _gender(self, node: Node) -> str:
        sets = self._passage.lists.sets
        return "m" if node.low in sets["he"] else "f" if node.low in sets["she"] else ""

    def _find(self, node: Node, sentence: Sentence, gender: str, other_than: frozenset[str]) -> Entity | None:
        if _is_object(node, sentence):
            # 'X thanked her': the object of a verb is somebody else than its subject
            other_than |= self._subject_names(node, sentence)
        here = self._within(sentence, node, gender, other_than)
        if here is not None or sentence.unit.quotation is not None:
            return here
        position = self._positions[id(sentence)]
        says = self._is_said_by(node, sentence)
        steps = 0
        mentioned: Entity | None = None
        for earlier in reversed(self._passage.sentences[max(0, position - 60) : position]):
            if earlier.unit.quotation is not None:
                continue
            if earlier.unit.turn is not sentence.unit.turn:
                break
            steps += 1
            if steps > _SENTENCES:
                break
            entity = self._focus(earlier, gender, other_than, says=says)
            if entity is not None:
                # A subject further back gives way to somebody named since, unless he is spoken of twice.
                if mentioned is not None and steps > 2:  # noqa: PLR2004
                    return mentioned
                entity.gender = entity.gender or gender
                return entity
            if mentioned is None:
                named = [item for item in self._in(earlier) if self._fits(item[1], gender, other_than)]
                if named:
                    mentioned = named[0][1] if len({id(item[1]) for item in named}) == 1 else named[-1][1]
        if mentioned is not None:
            return mentioned
        # the name comes only afterwards, as in 'Before he left, X said'
        later = [item for item in self._in(sentence) if item[0] > node.start and item[1].gender in {"", gender}]
        return later[0][1] if later else None

    @staticmethod
    def _is_person(entity: Entity) -> bool:
        return bool(entity.titles) or bool(entity.gender) or len(parts(entity.name)) > 1

    def _fits(self, entity: Entity, gender: str, other_than: frozenset[str]) -> bool:
        return entity.name not in other_than and entity.gender in {"", gender} and self._is_person(entity)

    def _is_said_by(self, node: Node, sentence: Sentence) -> bool:
        """Tell whether the pronoun is the subject of a verb of saying."""
        group = next((item for item in sentence.groups if sentence.nodes[item.first].start > node.start), None)
        return group is not None and group.lemma in _SAYING and any(subject is node for subject in subject_of(sentence, group))

    def _focus(self, earlier: Sentence, gender: str, other_than: frozenset[str], *, says: bool) -> Entity | None:
        """
        Return whom an earlier sentence is about: its subject.

        Of several who are named together none is; there, whoever is a pronoun in the sentence goes on being spoken of. The words of a
        spokesman are about somebody else, unless the pronoun says something again.
        """
        found: Entity | None = None
        clauses: list[tuple[VerbGroup | None, list[Node]]] = [(group, subject_of(earlier, group)) for group in earlier.groups[:4]]
        opening = _opening(earlier)
        if opening is not None and not any(opening in subjects for _, subjects in clauses):
            # a verb that no frame knows
            clauses.insert(0, (None, [opening]))
        for group, known in clauses:
            says_there = group is not None and group.lemma in _SAYING
            subjects = known or (self._speakers.get(earlier.unit.index, []) if says_there else [])
            nodes = [person for subject in subjects for person in people_of(subject)]
            people = [entity for node in nodes if (entity := self.entity(node, earlier)) is not None]
            fitting = [entity for entity in people if self._fits(entity, gender, other_than)]
            if not fitting:
                continue
            if len(people) > 1:
                taken_up = self._taken_up(earlier, gender, other_than)
                return taken_up or fitting[0]
            if not says and says_there and any(title.head.name in _MOUTHPIECES for title in fitting[0].titles):
                found = found or fitting[0]
                continue
            return fitting[0]
        return self._taken_up(earlier, gender, other_than) or found

    def _taken_up(self, sentence: Sentence, gender: str, other_than: frozenset[str]) -> Entity | None:
        """Return whom a pronoun of the sentence means."""
        for node in sentence.nodes:
            if node.kind == "PRO" and self._gender(node) == gender:
                entity = self.pronoun(node, sentence)
                if entity is not None and self._fits(entity, gender, other_than):
                    return entity
        return None

    def _in(self, sentence: Sentence) -> list[tuple[int, Entity, Sentence]]:
        words = sentence.unit
        if not words.starts:
            return []
        low, high = bisect_left(self._offsets, words.starts[0]), bisect_left(self._offsets, words.ends[-1])
        return [item for item in self._mentions[low:high] if item[2] is sentence]

    def _within(self, sentence: Sentence, node: Node, gender: str, other_than: frozenset[str]) -> Entity | None:
        """Candidates to the left in the same sentence: its subjects first."""
        offset = node.start
        guest = self._guest(sentence, node, gender, other_than)
        if guest is not None:
            return guest
        groups = [group for group in sentence.groups if sentence.nodes[group.main].start < offset]
        if _opens_circumstance(node, sentence):
            # 'X said Y would go to Paris, where he ...': the subject of the clause that the circumstance belongs to
            groups.reverse()
        subjects = [subject for group in groups for subject in subject_of(sentence, group)] + self.subjects(sentence)
        for subject in subjects:
            if subject.start < offset and subject.kind in {"PER", "TTL"}:
                entity = self.entity(subject, sentence)
                if entity is not None and self._fits(entity, gender, other_than):
                    return entity
        named = [
            item for item in self._in(sentence) if item[0] < offset and item[1].gender in {"", gender} and item[1].name not in other_than
        ]
        if named:
            return named[0][1]
        # 'The President's journey has been brought forward: he will be in Lomé'
        for before in sentence.nodes:
            if before.start >= offset:
                break
            if before.kind == "TTL":
                entity = self.office(before, sentence)
                if entity is not None and entity.name not in other_than and entity.gender in {"", gender}:
                    return entity
        return None

    def _guest(self, sentence: Sentence, node: Node, gender: str, other_than: frozenset[str]) -> Entity | None:
        """'X welcomed Y on his first visit', 'X congratulated Y on his election': the object's occasion."""
        at = _index(sentence, node)
        nodes = sentence.nodes
        group = next((item for item in reversed(sentence.groups) if item.main < at), None)
        if group is None or at - group.main > 8 or nodes[at - 1].low not in {"on", "for", "during", "upon", "after"}:  # noqa: PLR2004
            return None
        occasion = next(
            (other.low.split()[-1] for other in nodes[at : at + 4] if other.kind in {"x", "v", "EVT", "GRP"} and other is not node), ""
        )
        if group.lemma not in _TOWARDS or (nodes[at - 1].low != "for" and occasion not in _OF_OCCASIONS and nodes[at - 1].low != "on"):
            return None
        for other in nodes[group.last : at]:
            entity = self.entity(other, sentence) if other.kind in {"PER", "TTL"} else None
            if entity is not None and self._fits(entity, gender, other_than):
                return entity
        return None

    def _subject_names(self, node: Node, sentence: Sentence) -> frozenset[str]:
        group = next((item for item in reversed(sentence.groups) if sentence.nodes[item.main].start < node.start), None)
        if group is None:
            return frozenset()
        entities = [self._people.named(subject) for subject in subject_of(sentence, group) if subject.kind == "PER"]
        return frozenset(entity.name for entity in entities if entity is not None)

    # Offices.

    def office(self, node: Node, sentence: Sentence) -> Entity | None:
        """Resolve 'the prime minister': the last person before it (else the only one after it) with such an office."""
        if node.start in self._offices:
            return self._offices[node.start]
        title = node.titles[0]
        found: Entity | None = None
        if (
            not title.plural
            and (title.definite or title.of is not None or title.bare)
            and title.determiner not in {"a", "an", "another", "any", "no", "some"}
            and title.status != "former"
        ):
            at = bisect_left(self._offsets, node.start)
            subject = self._governor(node, sentence)
            best = 0
            found_in: Sentence | None = None
            for position in range(at - 1, max(-1, at - _MENTIONS), -1):
                _, entity, home = self._mentions[position]
                if best == SAME_OFFICE and home is not found_in:
                    break
                if entity is subject:
                    continue
                closeness = max((office_closeness(title, own) for own in entity.titles if own.start < node.start), default=0)
                if closeness > best:
                    best, found, found_in = closeness, entity, home
                elif closeness == best and closeness and home is found_in and self._is_subject(entity, home):
                    # of two presidents in one sentence the subject
                    found = entity
            if found is None:
                later = {
                    id(item[1]): item[1]
                    for item in self._mentions[at : at + _MENTIONS]
                    if any(office_matches(title, own) and title.of is not None for own in item[1].titles)
                }
                found = next(iter(later.values())) if len(later) == 1 else None
            if found is None and title.determiner == "the" and title.head.name in _EPITHETS:
                found = self.described(node, sentence)
            if found is None and title.determiner == "the" and title.head.group in {"state", "body", "company", "sport", "church"}:
                found = self._epithet(sentence)
        self._offices[node.start] = found
        return found

    def _governor(self, node: Node, sentence: Sentence) -> Entity | None:
        """Return the subject of the verb that the office is the object of: nobody meets himself."""
        at = _index(sentence, node)
        group: VerbGroup | None = next((item for item in reversed(sentence.groups) if item.last <= at), None)
        if group is None or any(other.kind in {",", "s"} or other.low in {"and", "that"} for other in sentence.nodes[group.last : at]):
            return None
        subjects = subject_of(sentence, group)
        return self._people.named(subjects[0]) if len(subjects) == 1 and subjects[0].kind == "PER" else None

    def _is_subject(self, entity: Entity, sentence: Sentence) -> bool:
        return any(self._people.named(subject) is entity for subject in self.subjects(sentence) if subject.kind == "PER")

    def _epithet(self, sentence: Sentence) -> Entity | None:
        """
        'Marco Rubio has called off the trip. The Secretary of State met ...': who the office behind the name is.

        The subject of the sentence before, where the document gives him a full name and no office at all.
        """
        position = self._positions[id(sentence)]
        for earlier in reversed(self._passage.sentences[max(0, position - 2) : position]):
            if earlier.unit.quotation is not None or earlier.unit.turn is not sentence.unit.turn:
                continue
            people = [
                entity
                for subject in self.subjects(earlier)
                if subject.kind == "PER" and (entity := self._people.named(subject)) is not None
            ]
            if people:
                lone = people[0]
                return lone if len({id(entity) for entity in people}) == 1 and not lone.titles and len(parts(lone.name)) > 1 else None
        return None

    # Descriptions.

    def described(self, node: Node, sentence: Sentence) -> Entity | None:
        """
        Resolve 'the 58-year-old', 'the Canadian', 'the striker'.

        Somebody whom the document connects with the country; else whoever the sentence before is about, unless that is with another one.
        """
        if sentence.unit.quotation is not None:
            return None
        country = node.nation.country if isinstance(node.nation, Place) else ""
        at = bisect_left(self._offsets, node.start)
        if country:
            for position in range(at - 1, max(-1, at - _MENTIONS // 4), -1):
                if country in self._mentions[position][1].nations:
                    return self._mentions[position][1]
        position = self._positions[id(sentence)]
        steps = 0
        for earlier in reversed(self._passage.sentences[max(0, position - 30) : position]):
            if earlier.unit.quotation is not None:
                continue
            steps += 1
            if steps > _BEFORE or earlier.unit.turn is not sentence.unit.turn:
                break
            for gender in ("m", "f"):
                entity = self._focus(earlier, gender, frozenset(), says=True)
                if entity is not None and (entity.titles or entity.gender):
                    return None if country and entity.nations else entity
        return None

    # Several people.

    def pair(self, node: Node, sentence: Sentence) -> list[Entity]:
        """Resolve 'the two', 'the pair', 'both leaders': the two people spoken of last, in the same or the sentence before."""
        position = self._positions[id(sentence)]
        wanted = next((number for word, number in _NUMBERS.items() if word in node.low.split()), 2)
        for at in range(position, max(-1, position - _SENTENCES - 1), -1):
            earlier = self._passage.sentences[at]
            if earlier.unit.quotation is not None:
                continue
            seen: list[Entity] = []
            for offset, entity, _ in self._in(earlier):
                if offset < node.start and entity not in seen:
                    seen.append(entity)
            for subject in self.subjects(earlier):
                if subject.start < node.start and subject.kind in {"PRO", "TTL"}:
                    entity_ = self.entity(subject, earlier)
                    if entity_ is not None and entity_ not in seen:
                        seen.insert(0, entity_)
            if node.titles and len(seen) > wanted:
                # 'the two presidents': of all the people named, those of that office
                seen = [entity for entity in seen if any(office_matches(node.titles[0], own) for own in entity.titles)]
            if len(seen) == wanted:
                return seen
            if len(seen) > wanted:
                return []
        return []

    def lone_traveller(self, findings: Sequence[Finding]) -> Entity | None:
        """Return the only person of the document who travels, or None."""
        found: list[Entity] = []
        for finding in findings:
            if finding.kind == "visit":
                for node in finding.who:
                    entity = self._people.named(node) if node.kind == "PER" else None
                    if entity is not None and entity not in found:
                        found.append(entity)
        return found[0] if len(found) == 1 else None


def _opening(sentence: Sentence) -> Node | None:
    """Return the person that the sentence begins with, where a verb may follow."""
    nodes = sentence.nodes
    at = 0
    while at < len(nodes) and nodes[at].kind in {"r", ",", "DAT", "d"}:
        at += 1
    if (
        at + 1 >= len(nodes)
        or nodes[at].kind not in {"PER", "TTL", "PRO"}
        or (nodes[at].kind == "PRO" and nodes[at].low not in {"he", "she"})
    ):
        return None
    return nodes[at] if nodes[at + 1].kind in {"x", "v", "u", "r"} else None


def _index(sentence: Sentence, node: Node) -> int:
    return bisect_left(sentence.nodes, node.start, key=lambda other: other.start)


def _is_object(node: Node, sentence: Sentence) -> bool:
    """Tell 'thanked her' and 'met him' from 'her office'."""
    if node.low == "him":
        return True
    if node.low != "her":
        return False
    after = next((other for other in sentence.nodes[_index(sentence, node) :] if other.start >= node.end), None)
    return after is None or after.kind not in {"x", "p", "m", "#", "h", "v", "ADJ", "TTL", "EVT"}


def _opens_circumstance(node: Node, sentence: Sentence) -> bool:
    """Tell whether 'where', 'before', 'when' or the like stands before the pronoun."""
    at = _index(sentence, node)
    return at > 0 and sentence.nodes[at - 1].low in _CIRCUMSTANCES
