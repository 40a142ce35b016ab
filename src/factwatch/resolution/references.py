"""Pronouns, offices and pairs as references: 'he', 'the prime minister', 'the two' -> the people meant."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factwatch.extraction.clauses import Sentence, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node
from factwatch.resolution.names import parts
from factwatch.resolution.offices import SAME_OFFICE, office_closeness, office_matches
from factwatch.resolution.people import Entity, People, mentions_by_name


def _is_object(node: Node, sentence: Sentence) -> bool:
    """Tell 'thanked her' and 'met him' from 'her office'."""
    if node.low == "him":
        return True
    if node.low != "her":
        return False
    after = next((other for other in sentence.nodes if other.start >= node.end), None)
    return after is None or after.kind not in {"x", "p", "m", "#", "h", "v", "ADJ", "TTL", "EVT"}


class References:
    """Resolves pronouns and offices to people, with the sentence's own and earlier mentions as candidates."""

    def __init__(self, passage: Passage, people: People) -> None:
        self._passage = passage
        self._people = people
        self._mentions: list[tuple[int, Entity, bool, Sentence]] = []
        for node, sentence in mentions_by_name(passage.sentences):
            entity = people.named(node)
            if entity is not None:
                self._mentions.append((node.start, entity, False, sentence))
        self._offsets = [item[0] for item in self._mentions]
        self._subjects: dict[int, list[Node]] = {}
        self._office_cache: dict[int, Entity | None] = {}

    def subjects(self, sentence: Sentence) -> list[Node]:
        """Return the subject phrases of the sentence's verbs, first one first."""
        key = sentence.unit.index
        if key not in self._subjects:
            found: list[Node] = []
            for group in sentence.groups[:4]:
                for node in subject_of(sentence, group):
                    if node not in found:
                        found.append(node)
            self._subjects[key] = found
        return self._subjects[key]

    def pronoun(self, node: Node, sentence: Sentence, other_than: frozenset[str] = frozenset()) -> Entity | None:
        """Resolve 'he', 'she', 'his', 'her' (and 'they' where one person is spoken of); None where nobody fits."""
        low = node.low
        sets = self._passage.lists.sets
        gender = "m" if low in sets["he"] else "f" if low in sets["she"] else ""
        if not gender:
            return None
        if _is_object(node, sentence):
            # 'X thanked her': the object of a verb is somebody else than its subject
            other_than |= self._subject_names(node, sentence)
        if sentence.unit.quotation is not None:
            return self._within(sentence, node.start, gender, other_than)
        here = self._within(sentence, node.start, gender, other_than)
        if here is not None:
            return here
        index = self._index_of(sentence)
        sentences = self._passage.sentences
        steps = 0
        mentioned: Entity | None = None
        for position in range(index - 1, -1, -1):
            earlier = sentences[position]
            if earlier.unit.quotation is not None:
                continue
            if earlier.unit.turn is not sentence.unit.turn:
                break
            steps += 1
            if steps > 5:  # noqa: PLR2004  # further back a pronoun is not believed
                break
            for subject in self.subjects(earlier):
                entity = self.entity(subject, earlier)
                if entity is not None and entity.name not in other_than and entity.gender in {"", gender} and self._is_person(entity):
                    # A subject further back gives way to somebody named since, unless he is spoken of twice.
                    if mentioned is not None and steps > 2:  # noqa: PLR2004
                        return mentioned
                    entity.gender = entity.gender or gender
                    return entity
            named = [
                item
                for item in self._in(earlier)
                if item[1].gender in {"", gender} and item[1].name not in other_than and self._is_person(item[1])
            ]
            if named and mentioned is None:
                mentioned = named[0][1] if len({id(item[1]) for item in named}) == 1 else named[-1][1]
        if mentioned is not None:
            return mentioned
        # the name comes only afterwards, as in 'Before he left, X said'
        later = [item for item in self._in(sentence) if item[0] > node.start and item[1].gender in {"", gender}]
        return later[0][1] if later else None

    @staticmethod
    def _is_person(entity: Entity) -> bool:
        return bool(entity.titles) or bool(entity.gender) or len(parts(entity.name)) > 1

    def _index_of(self, sentence: Sentence) -> int:
        return (
            sentence.unit.index
            if sentence.unit.index < len(self._passage.sentences) and self._passage.sentences[sentence.unit.index] is sentence
            else self._passage.sentences.index(sentence)
        )

    def _in(self, sentence: Sentence) -> list[tuple[int, Entity, bool, Sentence]]:
        words = sentence.unit
        if not words.starts:
            return []
        low, high = bisect_left(self._offsets, words.starts[0]), bisect_left(self._offsets, words.ends[-1])
        return [item for item in self._mentions[low:high] if item[3] is sentence]

    def _within(self, sentence: Sentence, offset: int, gender: str, other_than: frozenset[str] = frozenset()) -> Entity | None:
        """Candidates to the left in the same sentence: its subjects first."""
        for subject in self.subjects(sentence):
            if subject.start < offset and subject.kind in {"PER", "TTL"}:
                entity = self.entity(subject, sentence)
                if entity is not None and entity.name not in other_than and entity.gender in {"", gender} and self._is_person(entity):
                    return entity
        named = [
            item for item in self._in(sentence) if item[0] < offset and item[1].gender in {"", gender} and item[1].name not in other_than
        ]
        if named:
            return named[0][1]
        # 'The President's journey has been brought forward: he will be in Lomé'
        for node in sentence.nodes:
            if node.start >= offset:
                break
            if node.kind == "TTL":
                entity = self.office(node, sentence)
                if entity is not None and entity.name not in other_than and entity.gender in {"", gender}:
                    return entity
        return None

    def _subject_names(self, node: Node, sentence: Sentence) -> frozenset[str]:
        group = next((item for item in reversed(sentence.groups) if sentence.nodes[item.main].start < node.start), None)
        if group is None:
            return frozenset()
        entities = [self._people.named(subject) for subject in subject_of(sentence, group) if subject.kind == "PER"]
        return frozenset(entity.name for entity in entities if entity is not None)

    def office(self, node: Node, sentence: Sentence) -> Entity | None:
        """Resolve 'the prime minister': the last person before it (else the only one after it) with such an office."""
        if node.start in self._office_cache:
            return self._office_cache[node.start]
        title = node.titles[0]
        found: Entity | None = None
        if (
            not title.plural
            and (title.definite or title.of is not None or title.bare)
            and title.determiner not in {"a", "an", "another", "any", "no", "some"}
            and title.status != "former"
        ):
            at = bisect_left(self._offsets, node.start)
            best = 0
            for position in range(at - 1, max(-1, at - 200), -1):
                entity = self._mentions[position][1]
                closeness = max((office_closeness(title, own) for own in entity.titles if own.start < node.start), default=0)
                if closeness > best:
                    best, found = closeness, entity
                    if best == SAME_OFFICE:
                        break
            if found is None:
                later = {
                    id(item[1]): item[1]
                    for item in self._mentions[at : at + 200]
                    if any(office_matches(title, own) and title.of is not None for own in item[1].titles)
                }
                found = next(iter(later.values())) if len(later) == 1 else None
            if found is None and title.determiner == "the" and title.head.group in {"state", "body", "company", "sport", "church"}:
                found = self._epithet(sentence)
        self._office_cache[node.start] = found
        return found

    def _epithet(self, sentence: Sentence) -> Entity | None:
        """
        'Marco Rubio has called off the trip. The Secretary of State met ...': who the office behind the name is.

        The subject of the sentence before, where the document gives him a full name and no office at all.
        """
        index = self._index_of(sentence)
        for earlier in reversed(self._passage.sentences[max(0, index - 2) : index]):
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

    def entity(self, node: Node, sentence: Sentence) -> Entity | None:
        """Return the person that *node* refers to, or None."""
        if node.kind == "PER":
            return self._people.named(node)
        if node.kind == "TTL":
            return self.office(node, sentence)
        if node.kind == "PRO":
            return self.pronoun(node, sentence)
        return None

    def pair(self, node: Node, sentence: Sentence) -> list[Entity]:
        """Resolve 'the two', 'the pair', 'both leaders': the two people spoken of last, in the same or the sentence before."""
        index = self._index_of(sentence)
        for position in range(index, max(-1, index - 6), -1):
            earlier = self._passage.sentences[position]
            if earlier.unit.quotation is not None:
                continue
            seen: list[Entity] = []
            for offset, entity, _, _ in self._in(earlier):
                if offset < node.start and entity not in seen:
                    seen.append(entity)
            for subject in self.subjects(earlier):
                if subject.start < node.start and subject.kind in {"PRO", "TTL"}:
                    entity_ = self.entity(subject, earlier)
                    if entity_ is not None and entity_ not in seen:
                        seen.insert(0, entity_)
            if node.titles and len(seen) > 2:  # noqa: PLR2004
                # 'the two presidents': of all the people named, those of that office
                seen = [entity for entity in seen if any(office_matches(node.titles[0], own) for own in entity.titles)]
            if len(seen) == 2:  # noqa: PLR2004  # a pair
                return seen
            if len(seen) > 2:  # noqa: PLR2004
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
