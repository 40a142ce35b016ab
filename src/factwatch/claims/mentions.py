"""What a document names: people, bodies, places, dates and titles, with what each resolves to."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from factwatch.extraction.clauses import people_of
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node, Title
from factwatch.lexicon.places import Place
from factwatch.model.text import Mention
from factwatch.resolution.bodies import nation_of
from factwatch.resolution.names import parts
from factwatch.resolution.resolver import Resolution


def list_mentions(passage: Passage, resolution: Resolution) -> tuple[Mention, ...]:
    """Return the mentions of *passage*, in order of their offsets; a name's value is the entity's fullest name."""
    found: set[Mention] = set()
    for sentence in passage.sentences:
        for node in sentence.nodes:
            _of_node(node, passage, resolution, found)
    for date in passage.dates:
        value = resolution.dates.get(date.start)
        found.add(Mention(kind="date", start=date.start, end=date.end, text=date.text, value=value.value if value else None))
    # wrapped lines and no-break blanks are the document's own
    told = (evolve(mention, text=passage.document.text[mention.start : mention.end]) for mention in found)
    return tuple(sorted(told, key=lambda mention: (mention.start, mention.end, mention.kind)))


def _of_node(node: Node, passage: Passage, resolution: Resolution, found: set[Mention]) -> None:
    text = passage.text
    for person in people_of(node) if node.kind == "GRP" else (node,):
        if person.kind == "PER" and person.name:
            entity = resolution.people.named(person)
            start = text.find(person.name, person.start, person.end + 1)
            known = entity is not None and (entity.titles or entity.gender or len(parts(entity.name)) > 1)
            if start >= 0 and known and entity is not None:
                found.add(Mention(kind="person", start=start, end=start + len(person.name), text=person.name, value=entity.name))
        for title in person.titles:
            if title.head.group != "weak":
                found.add(Mention(kind="title", start=title.start, end=title.end, text=text[title.start : title.end], value=title.name))
            for owner in title.ofs or ((title.of, title.of_kind, title.of_value),):
                _of_owner(owner, title, text, resolution, found)
    if node.kind == "ORG":
        _add_body(node.text, node.start, node.name or node.text, resolution, found)
    elif node.kind in {"GRP", "EVT"} and not isinstance(node.value, list):
        _of_named_group(node, passage, resolution, found)
    elif node.kind == "LOC":
        _add_place(node.text, node.start, node.value, node.name, found)


def _of_named_group(node: Node, passage: Passage, resolution: Resolution, found: set[Mention]) -> None:
    """Add a body that the rules treat as a group or an assembly: 'the Council of the EU', 'the World Health Assembly'."""
    words = node.text.split()
    if words[0].lower() == "the":
        words = words[1:]
    nouns = passage.lists.sets["organisation_nouns"]
    # 'the African Group', 'World Health Assembly', 'the Council of the EU': the noun stands last, or before 'of'
    head = words.index("of") if "of" in words else len(words)
    if head and words[head - 1] in nouns and len(words) > 1 and all(word[0].isupper() for word in words[:head]):
        name = passage.text[node.end - len(node.text) + node.text.index(words[0]) : node.end]
        _add_body(name, node.end - len(name), name, resolution, found)


def _of_owner(owner: tuple[str | None, str, Any], title: Title, text: str, resolution: Resolution, found: set[Mention]) -> None:
    """Add the country or body inside a title: 'the President of Chile', 'European Commission spokesperson'."""
    name, kind, value = owner
    start = text.find(name, title.start, title.end) if name else -1
    if not name or start < 0:
        return
    if kind == "O":
        _add_body(name, start, name, resolution, found)
    elif kind == "G":
        _add_place(name, start, value, name, found)


def _add_body(words: str, start: int, name: str, resolution: Resolution, found: set[Mention]) -> None:
    found.add(Mention(kind="organisation", start=start, end=start + len(words), text=words, value=resolution.bodies.name(name)))


def _add_place(words: str, start: int, place: Any, name: str | None, found: set[Mention]) -> None:
    value = nation_of(place) if isinstance(place, Place) and place.kind == "country" else name
    found.add(Mention(kind="place", start=start, end=start + len(words), text=words, value=value))
