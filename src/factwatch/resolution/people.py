"""
The people of a document: every mention by name -> one entity.

Full names first, then surnames and first names. Two people of one surname stay apart: a bare surname goes to the one mentioned last
before it.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from typing import Final

from attrs import define, field

from factwatch.extraction.clauses import Sentence, people_of
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node, Title
from factwatch.lexicon.loader import data_file, words_of
from factwatch.resolution.gender import gender_of
from factwatch.resolution.names import is_slip, may_match, parts
from factwatch.resolution.offices import office_matches

_MOST_NAMESAKES: Final = 50
"""People of one name word that a mention is held against: the last ones; it bounds the cost on lists of one family."""
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
    places: list[int] = field(factory=list)
    """Offsets of all mentions by name, rising."""
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
    mentions: list[tuple[Node, Sentence | None]] = [*mentions_by_name(passage.sentences)]
    mentions += ((node, None) for node in (*labels, *passage.headings))
    mentions.sort(key=lambda item: item[0].start)
    entities: list[Entity] = []
    by_word: dict[str, list[Entity]] = {}
    of_node: dict[tuple[int, str], Entity] = {}

    def enter(entity: Entity) -> None:
        for word in parts(entity.name):
            by_word.setdefault(word, []).append(entity)

    def candidates(name: str) -> list[Entity]:
        words = parts(name)
        seen = {id(entity): entity for word in words for entity in by_word.get(word, ())[-_MOST_NAMESAKES:]}
        return list(seen.values())

    def slip_or_new(node: Node, known: Sequence[Entity]) -> Entity:
        name = node.name or ""
        slips = [entity for entity in known if is_slip(name, entity.name)]
        if len(slips) == 1:
            slips[0].slips = True
            return slips[0]
        entity = Entity(name, first=node.start)
        entities.append(entity)
        enter(entity)
        return entity

    # Full names, longest first, so that shorter forms find the longest one there is.
    full = [item for item in mentions if len(parts(item[0].name or "")) > 1]
    for node, _ in sorted(full, key=lambda item: -len(parts(item[0].name or ""))):
        name = node.name or ""
        near = candidates(name)
        matches = [entity for entity in near if may_match(name, entity.name)]
        _note(_closest(matches, node, passage) or slip_or_new(node, near), node, passage, of_node)
    # Single names, in the order of the text.
    for node, _ in mentions:
        name = node.name or ""
        if len(parts(name)) != 1:
            continue
        matches = [entity for entity in candidates(name) if may_match(name, entity.name)]
        known = entities if len(entities) < 400 else []  # noqa: PLR2004  # bounds the cost on huge texts
        _note(_closest(matches, node, passage) or slip_or_new(node, known), node, passage, of_node)
    for entity in entities:
        entity.name = _best_form(entity)
    return People(entities, of_node)


def _best_form(entity: Entity) -> str:
    return max(entity.forms, key=lambda form: (len(parts(form)), sum(len(word) > 1 for word in parts(form)), -entity.forms[form]))


def _note(entity: Entity, node: Node, passage: Passage, of_node: dict[tuple[int, str], Entity]) -> None:
    name = node.name or ""
    entity.forms[name] = min(entity.forms.get(name, node.start), node.start)
    insort(entity.places, node.start)
    entity.titles += node.titles
    entity.gender = entity.gender or gender_of(node, passage)
    of_node[node.start, name] = entity


def _closest(matches: Sequence[Entity], node: Node, passage: Passage) -> Entity | None:
    """Of several namesakes: the one whose office or gender fits, then the one mentioned last before the node."""
    if len(matches) <= 1:
        return matches[0] if matches else None
    gender = gender_of(node, passage)
    fitting = [entity for entity in matches if not gender or not entity.gender or entity.gender == gender] or list(matches)
    titled = [entity for entity in fitting if any(office_matches(own, other) for own in node.titles for other in entity.titles)]
    pool = titled or fitting

    def last_before(entity: Entity) -> int:
        index = bisect_left(entity.places, node.start)
        return entity.places[index - 1] if index else -1

    return max(pool, key=lambda entity: (last_before(entity), -entity.first))
