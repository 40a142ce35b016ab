"""Offices of several people: 'the presidents of X and Y, A and B,', 'A and B, the foreign ministers of X and Y respectively,'."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.extraction.phrases.model import Node, Owner, Title
from factwatch.lexicon.places import Place

_OWNERS: Final = {"LOC": "G", "ORG": "O", "PER": "N"}
"""Kinds of nodes behind 'of' that may own an office; an unknown see looks like a name."""
_ARE: Final = frozenset({"are", "were"})
_FAR: Final = 10
"""Nodes between an office of several and the colon before their names."""


def several(nodes: list[Node], at: int, text: str) -> tuple[Node, int]:
    """Read 'the presidents of X and Y, A and B,' as a group that holds its people."""
    node = nodes[at]
    title = node.titles[0]
    people, owners, index = _people(nodes, at + 2)
    if len(people) < 2 or (title.ofs and len(title.ofs) != len(people)):  # noqa: PLR2004  # one is no group
        return node, at + 1
    _share_out(title, people, owners)
    count = len(nodes)
    node.kind, node.value, node.name = "GRP", people, None
    node.reach_to(nodes[index - 1].last, nodes[index - 1].end, text)
    return node, index + (1 if index < count and nodes[index].kind == "," else 0)


def one_each(nodes: list[Node], at: int, comma: int, text: str) -> tuple[Node, int] | None:
    """Read 'the King and Queen of Norway, A and B,' as a group each of whom has one of the offices; None for 'the founder and head, A,'."""
    node = nodes[at]
    people, _, index = _people(nodes, comma + 1)
    last = people[-1] if people else node
    joined = len(people) == len(node.titles) and not any(person.titles for person in people)
    if not joined or nodes[comma].kind != "," or nodes[index - 2].low != "and" or nodes[index - 3].kind == ",":
        return None
    for person, title in zip(people, node.titles, strict=True):
        person.titles.append(title.for_one())
    node.kind, node.value, node.name, node.titles = "GRP", people, None, []
    node.reach_to(last.last, last.end, text)
    return node, index + (index < len(nodes) and nodes[index].kind == ",")


def listed_far(nodes: list[Node], at: int) -> None:
    """Give those whom a colon or 'are' lists the office: 'Three bishops took part: A of Gulu, B of Lira and C of Arua'."""
    behind = nodes[at + 1 : at + _FAR]
    title = nodes[at].titles[0]
    if title.ofs or title.head.group == "weak" or not behind:
        return
    if behind[0].low in _ARE:
        first = at + 2
    else:
        first = next((at + 2 + index for index, node in enumerate(behind) if node.kind == ":"), 0)
        if not first or any(node.kind in {"PER", "TTL"} for node in nodes[at + 1 : first]):
            return
    people, owners, index = _people(nodes, first)
    closed = index >= len(nodes) or nodes[index].kind in {".", ";"}
    if closed and len(people) > 1 and all(owners):
        _share_out(title, people, owners)


def _people(nodes: list[Node], index: int) -> tuple[list[Node], list[Owner | None], int]:
    """Return those named one after the other from *index* on, whose each is, 'A of Peru, B of Chile', and the index after the last."""
    people: list[Node] = []
    owners: list[Owner | None] = []
    count = len(nodes)
    while index < count and nodes[index].kind == "PER":
        people.append(nodes[index])
        index += 1
        owner = nodes[index + 1] if index + 1 < count and nodes[index].low == "of" else None
        kind = _OWNERS.get(owner.kind, "") if owner is not None and not people[-1].titles and not owner.titles else ""
        owners.append((owner.name or owner.text, kind, owner.value) if owner is not None and kind else None)
        index += 2 if kind else 0
        skip = index
        while skip < count and nodes[skip].low in {",", "and", "&"}:
            skip += 1
        if skip == index or skip >= count or nodes[skip].kind != "PER":
            break
        index = skip
    return people, owners, index


def respectively(nodes: list[Node], at: int, out: list[Node]) -> int:
    """
    Give each of the people at the end of *out* his office in 'A, B and C, the foreign ministers of X, Y and Z respectively,'.

    Returns the index after the phrase at the index *at*, or 0 where the people and the countries do not match.
    """
    title = nodes[at].titles[0]
    if len(title.ofs) < 2 or not out:  # noqa: PLR2004  # one country gives one office to all
        return 0
    people: list[Node] = []
    if isinstance(out[-1].value, list):
        people = list(out[-1].value)
    elif out[-1].kind == ",":
        index = len(out) - 2
        while index >= 0 and out[index].kind == "PER":
            people.insert(0, out[index])
            index -= 1
            while index >= 0 and out[index].low in {",", "and", "&"}:
                index -= 1
    if len(people) != len(title.ofs):
        return 0
    _share_out(title, people)
    if out[-1].kind == ",":
        out.pop()
    at += 1
    while at < len(nodes) and (nodes[at].low == "respectively" or nodes[at].kind == ","):
        at += 1
    return at


def _share_out(title: Title, people: list[Node], owners: Sequence[Owner | None] = ()) -> None:
    """Give each of *people* the office, with his country where there is one for each."""
    for position, person in enumerate(people):
        own = title.for_one()
        if title.ofs:
            own.owned_by(title.ofs[position])
        elif title.of is None and (owner := (owners[position] if owners else None) or _land_of(title, person)) is not None:
            own.owned_by(owner)
        person.titles.append(own)


def _land_of(title: Title, person: Node) -> Owner | None:
    """Return the land in 'the presidents, Ghana's A and Togo's B'."""
    land = person.nation
    return (land.name, "G", land) if isinstance(land, Place) and land.kind == "country" and title.head.group in {"state", "royal"} else None
