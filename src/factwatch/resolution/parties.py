"""Nodes -> the names of the people and bodies that they stand for."""

from __future__ import annotations

import re
from typing import Final

from attrs import define, field

from factwatch.annotation.wordlists import Head
from factwatch.extraction.clauses import Sentence, people_of
from factwatch.extraction.meetings.plurals import is_pair
from factwatch.extraction.meetings.words import DELEGATED
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.statements.speakers import is_body, is_description, is_relation
from factwatch.lexicon.loader import data_file, words_of
from factwatch.resolution.bodies import Bodies, strip_article
from factwatch.resolution.people import Entity
from factwatch.resolution.references import References
from factwatch.resolution.scene import index_of
from factwatch.resolution.several import ROYALS

_PAIRS: Final = words_of(data_file("references.yaml")["pairs"])
_BODY_NOUNS: Final = words_of(data_file("roles.yaml")["bodies_of_states"]) | words_of(data_file("roles.yaml")["body_nouns"])
_NAMELESS: Final = words_of(data_file("references.yaml")["nameless"])
_TWO: Final = ("both ", "the two ")
_SINGULAR: Final = frozenset({"i", "me", "my", "myself"})
_SOLE: Final = words_of(data_file("references.yaml")["sole_offices"])
_BEHIND: Final = frozenset({"v", "u", "r", "f", ",", "DAT"})
"""Kinds of nodes behind a group that is told to its end."""
_NEAR: Final = 6
"""Further back, in sentences, no group is taken up."""
_FIRST_PERSON: Final = frozenset({"i", "me", "my", "we", "us", "our", "myself", "ourselves"})


@define(eq=False)
class Parties:
    """Who is meant by the nodes of one document, and who speaks where."""

    _bodies: Bodies
    _references: References
    speakers: dict[int, tuple[str, Entity | None]] = field(factory=dict)
    """Offset of a quotation -> whose it is."""
    turn_speakers: dict[int, tuple[str, Entity | None]] = field(factory=dict)
    """Offset of a transcript's label -> whose it is."""

    def speaker_of(self, sentence: Sentence) -> tuple[str, Entity | None] | None:
        """Return who speaks the sentence, where it stands inside a quotation or a transcript's turn."""
        unit = sentence.unit
        if unit.quotation is not None:
            found = self.speakers.get(unit.quotation.start)
            if found is not None:
                return found
        if unit.turn is not None:
            return self.turn_speakers.get(unit.turn.label.start)
        return None

    def entity(self, node: Node, sentence: Sentence) -> Entity | None:
        """Return the person that a node stands for, 'I' among them; None where nobody can tell."""
        if node.kind == "PRO" and node.low in _FIRST_PERSON:
            speaker = self.speaker_of(sentence)
            return speaker[1] if speaker and (node.low in _SINGULAR or _speaks_for_state(speaker[1])) else None
        return self._references.entity(node, sentence)

    def party(self, node: Node, sentence: Sentence) -> list[str]:
        """Return the names of the people or bodies that a node stands for; [] where nobody can tell."""
        if node.kind == "GRP" and isinstance(node.value, list):
            return [name for person in people_of(node) for name in self.party(person, sentence)]
        if node.kind == "GRP" and (node.low in _PAIRS or is_pair(node)):
            return [entity.name for entity in self._references.pair(node, sentence)]
        if node.kind == "GRP" and _are_offices(node):
            people = self._references.pair(node, sentence)
            if people:
                return [entity.name for entity in people]
        if node.kind == "PER" and node.low in _BODY_NOUNS and (full := self._bodies.name(node.text)) != node.text:
            # 'the Partnership', which looks like a surname
            return [full]
        entity = self.entity(node, sentence)
        if entity is not None:
            return [entity.name]
        if node.kind == "PER":
            return [node.name] if node.name else []
        if node.kind == "TTL":
            return self.office_party(node)
        if node.kind == "PRO":
            if node.low in {"they", "them", "both"}:
                # a king and queen whom nobody names go by their form of address
                return self._of_they(node, sentence) or ([node.text] if node.text.lower() in ROYALS else [])
            office = self._references.office_behind(node)
            return (self.office_party(office) or [strip_article(office.text)]) if office is not None else []
        if node.kind in {"LOC", "ORG", "EVT"}:
            return [self._bodies.name(node.name or node.text)]
        if node.kind == "GRP":
            if is_relation(node):
                return []
            if is_description(node):
                person = self._references.described(node, sentence)
                return [person.name] if person is not None else []
            return [self._body(node) or self._fuller(node, sentence) or self._described(node)]
        return []

    def _of_they(self, node: Node, sentence: Sentence) -> list[str]:
        """Return whom 'they' means: those whom the sentence before takes up as two, the people whom it names, or a group."""
        for earlier in self._references.before(sentence, 1):
            told = self._references.subjects(earlier)
            pair = next((other for other in reversed(told) if _is_of_two(other)), None)
            if pair is not None and (names := self.party(pair, earlier)):
                # 'The couple reached Oslo on Monday. They', 'means that the two leaders will not meet. They'
                return names
            if told and all(other.kind not in {"PER", "PRO"} for other in earlier.nodes) and (names := self._group_before(node, sentence)):
                return names
        people = self._references.pair(node, sentence) or self._references.several(node, sentence)
        return [entity.name for entity in people] or self._group_before(node, sentence)

    def _group_before(self, node: Node, sentence: Sentence) -> list[str]:
        """Return the people nobody names whom 'they' takes up: the subject of the clause or sentence before."""
        if node.low not in {"they", "them"}:
            return []
        for earlier in (sentence, *self._references.before(sentence, 1)):
            told = self._references.subjects(earlier) or earlier.nodes[:1]
            groups = [other for other in told if other.kind == "GRP" and other.start < node.start]
            if groups:
                group = groups[0]
                if isinstance(group.value, list) or is_pair(group) or is_description(group) or is_relation(group):
                    return []
                behind = index_of(earlier, group) + 1
                ends = behind < len(earlier.nodes) and earlier.nodes[behind].kind in _BEHIND
                several = group.low.split(" of ")[0].endswith("s") or group.value in DELEGATED
                return [self._described(group)] if ends and several else []
        return []

    def _fuller(self, node: Node, sentence: Sentence) -> str | None:
        """Return the words for people that 'the delegation' takes up: 'a delegation of the European Parliament' in the sentences before."""
        noun = node.value
        if not isinstance(noun, str) or node.low != f"the {noun}" or noun not in DELEGATED:
            return None
        for earlier in self._references.before(sentence, _NEAR):
            told = [
                other
                for other in earlier.nodes
                if other.kind == "GRP" and other.value == noun and len(other.low.split()) > 2  # noqa: PLR2004  # more than 'the delegation'
            ]
            if told:
                return self._described(told[-1]) if len({other.low for other in told}) == 1 else None
        return None

    def _body(self, node: Node) -> str | None:
        """Return the name of the body that 'the ministry', 'the bank' takes up; None where the document has named none."""
        noun = node.value
        if not isinstance(noun, str) or node.low != f"the {noun}" or not is_body(node) or noun in _NAMELESS:
            return None
        name = self._bodies.body_before(node.start, noun)
        return name if name is not None and name.split()[-1][0].isupper() else None

    def _described(self, node: Node) -> str:
        words = strip_article(node.name or node.text)
        return re.sub(r"^(?:a|an|his|her|its|their|some|several|other) ", "", words, flags=re.IGNORECASE)

    def office_party(self, node: Node) -> list[str]:
        """Return the words for whoever holds an office that nobody in the document was given."""
        title = node.titles[0]
        head: Head = title.head
        capital = title.determiner == "the" and node.text[4:5].isupper()
        if title.name.lower().endswith("counterpart") and not title.bare:
            return [re.sub(r"^(?:his|her|its|their|the) ", "", node.text, flags=re.IGNORECASE)]
        if head.group == "weak" or (head.group == "plain" and title.bare and not (capital and head.name in _SOLE)):
            return []
        if title.of is None and title.bare and capital and self._goes_by_office(title):
            # 'The King will receive', 'The Prime Minister spoke to': those of whom there is one go by their office
            return [node.text[4:]]
        if title.of is None and title.bare:
            # Nobody in the document was given this office: 'The senator's tour'. The only traveller is meant, if anybody.
            return []
        words = strip_article(node.text)
        return [re.sub(r"^(?:a|an|his|her|its|their) ", "", words, flags=re.IGNORECASE)]

    def parties(self, nodes: list[Node], sentence: Sentence) -> list[str]:
        """Return the names that several nodes stand for, each once."""
        found: list[str] = []
        for node in nodes:
            for name in self.party(node, sentence):
                if name not in found:
                    found.append(name)
        return found

    def others(self, nodes: list[Node], who: list[str], sentence: Sentence) -> list[str]:
        """Return the other side of a meeting: nobody meets himself, so 'her' and 'the prime minister' are somebody else."""
        found: list[str] = []
        for node in nodes:
            names = [name for name in self.party(node, sentence) if name not in who]
            if not names and node.kind == "TTL":
                names = self.office_party(node)
            elif not names and node.kind == "PRO":
                entity = self._references.pronoun(node, sentence, frozenset(who))
                names = [entity.name] if entity is not None else []
            elif not names and node.kind == "GRP" and node.titles and not self.party(node, sentence):
                # 'for consultations with the ministers', of whom none is named
                names = [strip_article(node.text)]
            found += [name for name in names if name not in found]
        return found

    def _goes_by_office(self, title: Title) -> bool:
        """Tell whether a country has one holder of the office, whom the document tells by it alone."""
        if title.plural:
            return False
        return title.head.group == "royal" or (
            (title.head.group == "state" or title.head.name in _SOLE) and not self._references.is_held(title)
        )


def _is_of_two(node: Node) -> bool:
    """Tell whether a subject takes up two people: 'the couple', 'the two heads of government'."""
    return node.kind in {"GRP", "TTL"} and (node.low in _PAIRS or is_pair(node) or node.low.startswith(_TWO))


def _are_offices(node: Node) -> bool:
    """Tell whether a phrase takes up several by their office: 'the ministers', 'the two prelates', 'both presidents'."""
    if len(node.titles) != 1 or node.low.split()[0] not in {"the", "both", "all"}:
        return False
    title = node.titles[0]
    return title.head.group != "weak" and title.of is None and title.status == "current"


def _speaks_for_state(entity: Entity | None) -> bool:
    """Tell whether 'we' is as good as 'I': in the mouth of a minister, not in that of a coach."""
    return entity is not None and any(title.head.group in {"state", "royal", "body"} for title in entity.titles)
