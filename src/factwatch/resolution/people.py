"""
The people of a document: every mention by name -> one entity.

Full names first, then surnames and first names. Two people of one surname stay apart: a bare surname is that of the one whom
the text calls by it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from typing import Final

from attrs import define, evolve, field

from factwatch.extraction.clauses import Sentence, people_of, subject_of
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node, Title
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import Place, find_place
from factwatch.resolution.gender import gender_of
from factwatch.resolution.names import bare, is_slip, may_match, parts, surname
from factwatch.resolution.offices import office_matches

_MOST_NAMESAKES: Final = 50
"""People of one name word that a mention is held against: the last ones; it bounds the cost on lists of one family."""
_OF_COUNTRY: Final = re.compile(r" of (?:the )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)")
_KIN: Final = words_of(data_file("references.yaml")["kin"])
_PEOPLE: Final = frozenset({"PER", "GRP"})
_NEVER_PEOPLE: Final = words_of(data_file("references.yaml")["never_people"])


@define(eq=False)
class Entity:
    """A person of the document."""

    name: str
    """The fullest form that the document gives."""
    forms: dict[str, int] = field(factory=dict)
    """Every form -> offset of its first mention."""
    first: int = 0
    titles: list[Title] = field(factory=list)
    gender: str = ""
    nations: set[str] = field(factory=set)
    """Countries that the document connects with the person."""
    places: list[int] = field(factory=list)
    """Offsets of all mentions by name, rising."""
    style: str = ""
    """The form of address that the document gives the person: 'highness'."""
    speaks: bool = False
    """The document tells what the person says."""
    slips: bool = False
    """One of the forms was linked in spite of its spelling."""


@define(eq=False)
class People:
    """All people of one document, and which mention is whose."""

    entities: list[Entity]
    of_node: dict[tuple[int, str], Entity]
    """(offset, name) of a mention by name -> its entity."""

    def named(self, node: Node) -> Entity | None:
        """Return the entity of a mention by name; a name from outside the sentences (a transcript's label) is looked up."""
        found = self.of_node.get((node.start, node.name or ""))
        if found is None and node.name:
            fitting = [entity for entity in self.entities if may_match(node.name, entity.name)]
            found = max(fitting, key=lambda entity: (bool(entity.titles), len(parts(entity.name)))) if fitting else None
            if found is not None:
                self.of_node[node.start, node.name] = found
        return found


def mentions_by_name(sentences: Iterable[Sentence]) -> list[tuple[Node, Sentence]]:
    """Return all PER nodes, those inside plural phrases too, in the order of the text."""
    found = []
    for sentence in sentences:
        for node in sentence.nodes:
            if node.kind not in _PEOPLE:
                continue
            for person in people_of(node) if node.kind == "GRP" else (node,):
                if person.kind == "PER" and person.name and person.name.lower() not in _NEVER_PEOPLE:
                    found.append((person, sentence))  # noqa: PERF401  # three loops in one expression are hard to read
    found.sort(key=lambda item: item[0].start)
    return found


def find_people(passage: Passage, labels: Sequence[Node] = ()) -> People:
    """
    Link all mentions by name to entities.

    Args:
        passage: The document.
        labels: Names that stand outside its sentences: the speakers' labels of a transcript.
    """
    mentions: list[_Mention] = [*mentions_by_name(passage.sentences)]
    mentions += ((node, None) for node in (*labels, *(evolve(node, titles=[]) for node in passage.headings)))
    mentions.sort(key=lambda item: item[0].start)
    return _Linker(passage).link(mentions)


_Mention = tuple[Node, Sentence | None]


@define(eq=False)
class _Linker:
    """Builds the people of one document."""

    _passage: Passage
    _entities: list[Entity] = field(factory=list)
    _by_word: dict[str, list[Entity]] = field(factory=dict)
    _of_node: dict[tuple[int, str], Entity] = field(factory=dict)
    _called: dict[str, Entity] = field(factory=dict)
    """Folded surname -> whom it meant, standing alone, the last time."""
    _alone: dict[int, int] = field(factory=dict)
    """Entity -> offset of its last mention by its full name as the only subject of a verb."""

    def link(self, mentions: Sequence[_Mention]) -> People:
        # Full names, longest first, so that shorter forms find the longest one there is.
        full = [item for item in mentions if len(parts(item[0].name or "")) > 1]
        for node, _ in sorted(full, key=lambda item: -len(parts(item[0].name or ""))):
            near = self._candidates(node.name or "")
            matches = [entity for entity in near if may_match(node.name or "", entity.name)]
            self._note(self._closest(matches, node) or self._slip_or_new(node, near), node)
        # Single names, in the order of the text.
        for node, sentence in mentions:
            words = parts(node.name or "")
            if len(words) > 1:
                if sentence is not None and self._is_shared(words) and _is_only_subject(node, sentence):
                    self._alone[id(self._of_node[node.start, node.name or ""])] = node.start
            elif words:
                matches = [entity for entity in self._candidates(words[0]) if may_match(words[0], entity.name)]
                known = self._entities if len(self._entities) < 400 else []  # noqa: PLR2004  # bounds the cost on huge texts
                entity = self._bare(matches, node, words[0]) or self._slip_or_new(node, known)
                self._called[words[0]] = entity
                self._note(entity, node)
        for entity in self._entities:
            entity.name = _best_form(entity)
        return People(self._entities, self._of_node)

    def _candidates(self, name: str) -> list[Entity]:
        seen = {id(entity): entity for word in parts(name) for entity in self._by_word.get(bare(word), ())[-_MOST_NAMESAKES:]}
        return list(seen.values())

    def _is_shared(self, words: Sequence[str]) -> bool:
        return any(len(self._by_word.get(bare(word), ())) > 1 for word in (words[0], words[-1]))

    def _slip_or_new(self, node: Node, known: Sequence[Entity]) -> Entity:
        name = node.name or ""
        slips = [entity for entity in known if is_slip(name, entity.name)]
        if len(slips) == 1:
            slips[0].slips = True
            return slips[0]
        entity = Entity(name, first=node.start)
        self._entities.append(entity)
        for word in parts(name):
            self._by_word.setdefault(bare(word), []).append(entity)
        return entity

    def _note(self, entity: Entity, node: Node) -> None:
        name = node.name or ""
        entity.forms[name] = min(entity.forms.get(name, node.start), node.start)
        insort(entity.places, node.start)
        entity.titles += node.titles
        values = (node.nation, *(title.of_value for title in node.titles))
        entity.nations |= {place.country for place in values if isinstance(place, Place) and place.country}
        entity.nations |= self._nation_behind(node)
        entity.gender = entity.gender or gender_of(node, self._passage)
        entity.style = entity.style or (node.honorific.rpartition(" ")[2] if " " in node.honorific else "")
        self._of_node[node.start, name] = entity

    def _nation_behind(self, node: Node) -> set[str]:
        """Return the country of each of 'Rosa Delgado | of Ecuador and Iván Pardo | of Colombia'."""
        text = self._passage.text
        match = _OF_COUNTRY.match(text, node.end)
        if match is not None and not (text.startswith((" and ", ","), match.end()) or text.endswith("and ", 0, node.start)):
            return set()
        place = find_place(match.group(1)) if match is not None else None
        return {place.country} if place is not None and place.kind == "country" and place.country else set()

    def _fitting(self, matches: Sequence[Entity], node: Node) -> list[Entity]:
        """Return those whose gender, and where one has it whose office, fits."""
        gender = gender_of(node, self._passage)
        fitting = [entity for entity in matches if not gender or entity.gender in {"", gender}]
        if len(fitting) < 2:  # noqa: PLR2004  # nothing to choose between
            return fitting
        return [
            entity for entity in fitting if any(office_matches(own, other) for own in node.titles for other in entity.titles)
        ] or fitting

    def _closest(self, matches: Sequence[Entity], node: Node) -> Entity | None:
        """Of several namesakes: the one whose office or gender fits, then the one mentioned last before the node."""
        pool = self._fitting(matches, node)
        return max(pool, key=lambda entity: (_last_before(entity, node), -entity.first)) if pool else None

    def _bare(self, matches: Sequence[Entity], node: Node, word: str) -> Entity | None:
        """
        Return whom a name of one word means.

        Of several it is whom the text has called by it alone before. Else relations give way ('his wife, Mercy Kiprono'), and those who
        were only named along with others, to the one spoken of last.
        """
        pool = self._fitting(matches, node)
        if len(pool) < 2:  # noqa: PLR2004  # nothing to choose between
            return pool[0] if pool else None
        known = self._called.get(word)
        if known is not None and any(entity is known for entity in pool):
            return known
        return max(
            pool,
            key=lambda entity: (
                _last_before(entity, node) >= 0,
                surname(entity.name) == word,
                not any(title.head.name in _KIN for title in entity.titles),
                self._alone.get(id(entity), -1),
                _last_before(entity, node),
                -entity.first,
            ),
        )


def _is_only_subject(node: Node, sentence: Sentence) -> bool:
    return any(subject_of(sentence, group) == [node] for group in sentence.groups[:4])


def _last_before(entity: Entity, node: Node) -> int:
    index = bisect_left(entity.places, node.start)
    return entity.places[index - 1] if index else -1


def _best_form(entity: Entity) -> str:
    return max(entity.forms, key=lambda form: (len(parts(form)), sum(len(word) > 1 for word in parts(form)), -entity.forms[form]))
