"""
Meetings of office holders told by their countries: 'The foreign ministers of Kenya and Uganda met in Kampala on Monday'.

Where the text names them in another meeting of theirs right behind, that one has the place and the day; else they are the people who
hold the office for those countries.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from factwatch.extraction.phrases import Node
from factwatch.lexicon.places import find_place, gazetteer
from factwatch.resolution.model import Resolved
from factwatch.resolution.people import Entity, People

_NEAR: Final = 3
"""The meeting that names them is told no further behind, in units."""
_BEFORE: Final = 60
"""'Thai and' of 'Thai and Cambodian ministers' stands no further before them, in characters."""
_SEVERAL: Final = 2
_COUNTERPARTS: Final = re.compile(r"\b(?:counterparts|colleagues)\b")
_OF: Final = re.compile(r"\b(?:of|from) (.+)$")
_AND: Final = re.compile(r",? and |, ")
_ADJECTIVES: Final = re.compile(r"([\w-]+)(?:, ([\w-]+))?,? and $")


def name_assemblies(items: Sequence[Resolved], people: People, text: str) -> None:
    """Give the meetings of office holders whom only their countries tell those who hold the offices, or what they tell to the next one."""
    meetings = [item for item in items if item.finding.kind == "meeting"]
    for position, item in enumerate(meetings):
        finding = item.finding
        _name_counterparts(item, people, text)
        if not finding.extra.get("assembly") or len(finding.who) != 1 or finding.other:
            continue
        node = finding.who[0]
        lands = _lands(node, text)
        if len(lands) < _SEVERAL or not node.titles:
            continue
        named = next(
            (
                other
                for other in meetings[position + 1 :]
                if other.finding.unit - finding.unit <= _NEAR
                and other.finding.status == finding.status
                and _are_theirs(other, lands, people)
            ),
            None,
        )
        if named is not None:
            named.place, named.when = named.place or item.place, named.when or item.when
            named.finding.topics = named.finding.topics or finding.topics
            item.who = []
            continue
        holders = [_holder(node, land, people) for land in lands]
        if all(holders):
            names = [entity.name for entity in holders if entity is not None]
            item.who, item.other = names[:1], names[1:]


def _name_counterparts(item: Resolved, people: People, text: str) -> None:
    """Put the people meant for 'her Kenyan and Ugandan counterparts', where the text names one of each country."""
    host = next((entity for entity in people.entities if item.who and entity.name == item.who[0]), None)
    for node in item.finding.other:
        if host is None or node.kind != "GRP" or isinstance(node.value, list) or _COUNTERPARTS.search(node.low) is None:
            continue
        lands = _lands(node, text)
        found = [_counterpart(host, land, people) for land in lands] if len(lands) >= _SEVERAL else []
        if found and all(found):
            others = [name for name in item.other if _COUNTERPARTS.search(name.lower()) is None]
            item.other = [*others, *(entity.name for entity in found if entity is not None and entity.name not in others)]


def _counterpart(host: Entity, land: str, people: People) -> Entity | None:
    """Return who has for the country the office of *host*, or the only person of that country who has any."""
    found = [entity for entity in people.entities if entity is not host and land in _nations(entity)]
    offices = {own.name.lower() for own in host.titles}
    alike = [entity for entity in found if any(own.name.lower() in offices for own in entity.titles)]
    for some in (alike, found):
        if len(some) == 1:
            return some[0]
    return None


def _lands(node: Node, text: str) -> list[str]:
    """Return the codes of the countries: 'ministers of Kenya and Uganda', 'Thai and Cambodian ministers'."""
    behind = _OF.search(node.text)
    if behind is not None:
        words = [re.sub(r"^the ", "", word) for word in _AND.split(behind[1])]
    else:
        before = _ADJECTIVES.search(text[max(0, node.start - _BEFORE) : node.start])
        own = next((word for word in node.text.split() if gazetteer().demonyms.get(word) is not None), "")
        words = [word for word in (*(before.groups() if before is not None else ()), own) if word]
        inner = [word for word in re.split(r"[ ,]+", node.text) if gazetteer().demonyms.get(word) is not None]
        words = inner if len(inner) >= _SEVERAL else words
    found: list[str] = []
    for word in words:
        place = find_place(word) or gazetteer().demonyms.get(word)
        if place is None or place.kind != "country" or not place.country:
            return []
        found.append(place.country)
    return found


def _are_theirs(item: Resolved, lands: Sequence[str], people: People) -> bool:
    """Tell whether the people who meet there are one of each country."""
    names = [*item.who, *item.other]
    if len(names) != len(lands):
        return False
    left = list(lands)
    for name in names:
        entity = next((other for other in people.entities if other.name == name), None)
        nations = _nations(entity) if entity is not None else frozenset()
        land = next((code for code in left if code in nations), None)
        if land is None:
            return False
        left.remove(land)
    return True


def _holder(node: Node, land: str, people: People) -> Entity | None:
    """Return the only person who holds the office of *node* for the country."""
    office = node.titles[0].name.lower().replace("defense", "defence")
    found = [
        entity
        for entity in people.entities
        if land in _nations(entity) and any(own.name.lower().replace("defense", "defence") == office for own in entity.titles)
    ]
    return found[0] if len(found) == 1 else None


def _nations(entity: Entity) -> frozenset[str]:
    """Return the codes of the countries that the text connects with the person."""
    told = {getattr(title.of_value, "country", None) for title in entity.titles}
    return frozenset({code for code in told if code} | entity.nations)
