"""Offices of several people: 'the presidents of X and Y, A and B,', 'A and B, the foreign ministers of X and Y respectively,'."""

from __future__ import annotations

from factwatch.extraction.phrases.model import Node, Title


def several(nodes: list[Node], at: int, text: str) -> tuple[Node, int]:
    """Read 'the presidents of X and Y, A and B,' as a group that holds its people."""
    node = nodes[at]
    title = node.titles[0]
    people: list[Node] = []
    index, count = at + 2, len(nodes)
    while index < count and nodes[index].kind == "PER":
        people.append(nodes[index])
        index += 1
        skip = index
        while skip < count and nodes[skip].low in {",", "and", "&"}:
            skip += 1
        if skip == index or skip >= count or nodes[skip].kind != "PER":
            break
        index = skip
    if len(people) < 2 or (title.ofs and len(title.ofs) != len(people)):  # noqa: PLR2004  # one is no group
        return node, at + 1
    _share_out(title, people)
    node.kind, node.value, node.name = "GRP", people, None
    node.reach_to(nodes[index - 1].last, nodes[index - 1].end, text)
    return node, index + (1 if index < count and nodes[index].kind == "," else 0)


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


def _share_out(title: Title, people: list[Node]) -> None:
    """Give each of *people* the office, with his country where there is one for each."""
    for position, person in enumerate(people):
        own = title.for_one()
        if title.ofs:
            own.owned_by(title.ofs[position])
        person.titles.append(own)
