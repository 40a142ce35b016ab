"""Names, offices, descriptions and pairs as references: 'the prime minister', 'the Canadian', 'the two' -> the people meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.statements.speakers import is_description, is_of_two, is_relation
from factwatch.resolution.descriptions import Descriptions
from factwatch.resolution.gender_votes import GenderVotes
from factwatch.resolution.holders import Holders
from factwatch.resolution.named_later import NamedLater
from factwatch.resolution.office_references import OfficeReferences
from factwatch.resolution.offices import country_of
from factwatch.resolution.people import Entity, People
from factwatch.resolution.pronouns import Pronouns
from factwatch.resolution.related import Related
from factwatch.resolution.scene import Scene
from factwatch.resolution.several import Several


class References:
    """Resolves references to people, with the sentence's own and earlier mentions as candidates."""

    def __init__(self, passage: Passage, people: People) -> None:
        self._passage = passage
        self._people = people
        self._scene = Scene(passage, people)
        self._several = Several(self._scene, self.entity)
        self._pronouns = Pronouns(self._scene, self.entity)
        self._related = Related(self._scene, self._pronouns)
        self._descriptions = Descriptions(self._scene, self._related, self._pronouns.focus)
        holders, later = Holders(self._scene, self.pronoun), NamedLater(self._scene)
        self._offices = OfficeReferences(holders, later, self._related, self._descriptions)
        self._found: dict[int, Entity | None] = {}
        """Offset of an office or description -> whom it means."""

    def hear(self, speaker_of: Callable[[Sentence], tuple[str, Entity | None] | None]) -> None:
        """Take in who speaks which sentence."""
        self._pronouns.speaker_of = speaker_of
        self._several.speaker_of = lambda sentence: (speaker_of(sentence) or ("", None))[1]

    def prepare(self, findings: Sequence[Finding]) -> None:
        """Take in who speaks where, and resolve the pronouns in the order of the text: they tell of whom the text goes on speaking."""
        self._scene.note_speakers(findings)
        self._related.note_travellers(findings)
        self._several.note_meetings(findings)
        GenderVotes(self._scene, self.entity).settle()
        for sentence in self._passage.sentences:
            if sentence.unit.quotation is None and sentence.unit.turn is None:
                for node in sentence.nodes:
                    if node.kind == "PRO":
                        self._pronouns.resolve(node, sentence)
                    elif node.kind == "TTL":
                        self.office(node, sentence)

    def entity(self, node: Node, sentence: Sentence) -> Entity | None:
        """Return the person that *node* refers to, or None."""
        if node.kind == "PER":
            return self._people.named(node)
        if node.kind == "TTL":
            return self.office(node, sentence)
        if node.kind == "PRO":
            return self.pronoun(node, sentence)
        if node.kind == "GRP" and is_relation(node):
            return self._related.relation(node, sentence)
        if node.kind == "GRP" and is_of_two(node):
            return self._several.one_of_two(node, sentence)
        if node.kind == "GRP" and is_description(node):
            if node.start not in self._found:
                self._found[node.start] = None  # for one that leads back to itself
                self._found[node.start] = self.described(node, sentence)
            return self._found[node.start]
        return None

    def subjects(self, sentence: Sentence) -> list[Node]:
        """Return the subject phrases of the sentence's verbs, first one first."""
        return self._scene.subjects(sentence)

    def before(self, sentence: Sentence, reach: int) -> list[Sentence]:
        """Return the narration before *sentence*, nearest first."""
        return self._scene.before(sentence, reach)

    def clauses(self, sentence: Sentence) -> list[tuple[VerbGroup | None, list[Node]]]:
        """Return the sentence's verbs with their subject phrases."""
        return self._scene.clauses(sentence)

    def pronoun(self, node: Node, sentence: Sentence, other_than: frozenset[str] = frozenset()) -> Entity | None:
        """Resolve 'he', 'she', 'his', 'her'; None where nobody fits."""
        return self._pronouns.resolve(node, sentence, other_than)

    def office_behind(self, pronoun: Node) -> Node | None:
        """Return the office that a pronoun stands for where nobody names its holder: 'The King ... He'."""
        return self._pronouns.offices.get(pronoun.start)

    def office(self, node: Node, sentence: Sentence) -> Entity | None:
        """Resolve 'the prime minister': somebody named before it with such an office, else the only one after it."""
        if node.start not in self._found:
            self._found[node.start] = self._offices.whom(node, sentence)
        return self._found[node.start]

    def described(self, node: Node, sentence: Sentence) -> Entity | None:
        """Resolve 'the 58-year-old', 'the Canadian', 'the striker'."""
        return self._descriptions.whom(node, sentence)

    def told_apart(self, node: Node, sentence: Sentence) -> Entity | None:
        """Return whom the document gives the age of 'the 58-year-old', connects with the country of 'the Canadian' or told to have won."""
        return self._descriptions.told_apart(node, sentence)

    def pair(self, node: Node, sentence: Sentence) -> list[Entity]:
        """Resolve 'the two', 'the pair', 'both leaders', 'the ministers'."""
        return self._several.of_number(node, sentence)

    def several(self, node: Node, sentence: Sentence) -> list[Entity]:
        """Return the three or more people who are the subject of the sentence before."""
        return self._several.subjects(node, sentence)

    def is_held(self, title: Title) -> bool:
        """Tell whether the document names anybody in such an office, who is not another country's."""
        for entity in self._people.entities:
            offices = [own for own in entity.titles if own.head.name == title.head.name and own.status != "elect"]
            if offices and not any(country_of(own) for own in offices):
                return True
        return False

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
