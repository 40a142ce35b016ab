"""What a document names: people, bodies, places, dates and titles, with what each resolves to."""

from __future__ import annotations

from factwatch.extraction.clauses import people_of
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node
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
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end, mention.kind)))


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
    if node.kind == "ORG":
        found.add(
            Mention(
                kind="organisation", start=node.start, end=node.end, text=node.text, value=resolution.bodies.name(node.name or node.text)
            )
        )
    elif node.kind == "LOC":
        value = nation_of(node.value) if isinstance(node.value, Place) and node.value.kind == "country" else node.name
        found.add(Mention(kind="place", start=node.start, end=node.end, text=node.text, value=value))
