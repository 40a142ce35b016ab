"""
Nations that stand in a row before people.

'her Latvian and Estonian counterparts, A and B': each of several named together is of the country in his place of the row;
'senior French and German officials': a group that nobody names is of all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from factwatch.extraction.phrases.model import Node, Owner
from factwatch.lexicon.loader import data_file, words_of

PEERS: Final = words_of(data_file("references.yaml")["peers"])
"""Offices that are whoever's else at hand is."""
PERSONAL: Final = words_of(data_file("references.yaml")["personal_ranks"])
"""Offices that are a rank beside that of a counterpart: 'her counterpart, Ambassador A'."""
SIDES: Final = words_of(data_file("meetings.yaml")["sides"])
"""Nouns for the countries that talk."""
_OPENERS: Final = frozenset({"d", "PRO"})


def share_nations(nodes: list[Node], text: str) -> list[Node]:
    """Return *nodes* with the nations that stand before a plural office joined to it and given to its holders, one each."""
    nodes = _with_peers(nodes, text)
    _share_realm(nodes)
    for node in nodes:
        if node.kind == "PER" and len(node.titles) > 1:
            _share_counterparts(node)
    if not [node for node in nodes if node.kind == "GRP" and (isinstance(node.value, list) or _begins_with_nation(node))]:
        return nodes
    out: list[Node] = []
    for node in nodes:
        if node.kind == "GRP" and _begins_with_nation(node):
            _gather(out, node, text)
        people = node.value if node.kind == "GRP" and isinstance(node.value, list) else []
        row = row_before(out, len(out)) if people and all(_is_of_nation(person) for person in people) else []
        if row and len(row) + 1 == len(people):
            first = out.index(row[0])
            if first and out[first - 1].kind in _OPENERS:
                first -= 1
            opener = out[first]
            nations = [(item.text, item.value) for item in row]
            last = people[-1].titles[0]
            for person, (name, place) in zip(people, [*nations, (str(last.of), last.of_value)], strict=True):
                person.titles[0] = evolve(person.titles[0], of=name, of_value=place, start=opener.start, plural=False)
            node.reach_back(opener, text)
            del out[first:]
        out.append(node)
    return out


def _share_realm(nodes: list[Node]) -> None:
    """Give both the realm in 'King A and Queen B of Norway'."""
    for at in range(len(nodes) - 2):
        if nodes[at + 1].low != "and":
            continue
        first, second = nodes[at], nodes[at + 2]
        if first.kind != "PER" or second.kind != "PER" or not first.titles or not second.titles:
            continue
        own, other = first.titles[0], second.titles[0]
        royal = own.head.group == other.head.group == "royal" and own.bare and own.of is None and own.start == first.start
        if royal and other.of is not None and other.of_kind == "G" and other.start == second.start:
            first.titles[0] = evolve(own, of=other.of, of_kind=other.of_kind, of_value=other.of_value)


def _with_peers(nodes: list[Node], text: str) -> list[Node]:
    """Return *nodes* with 'her Czech counterpart' as an office of the person named right behind it: 'Prime Minister A'."""
    if not any(node.kind == "TTL" and node.titles[0].head.name in PEERS for node in nodes):
        return nodes
    out: list[Node] = []
    for node in nodes:
        before = out[-1] if out else None
        if node.kind == "PER" and node.titles and before is not None and before.kind == "TTL":
            peer = before.titles[0]
            if peer.head.name in PEERS and peer.of_kind in {"A", "G"} and not peer.plural and not text[before.end : node.start].strip():
                node.titles.insert(0, peer)
                node.reach_back(before, text)
                out.pop()
        out.append(node)
    return out


def _share_counterparts(person: Node) -> None:
    """Give the office in 'her Czech counterpart, Prime Minister A' the country of the counterpart."""
    peer = next((title for title in person.titles if title.head.name in PEERS and title.of_kind in {"A", "G"}), None)
    if peer is None:
        return
    person.titles[:] = [
        evolve(title, of=peer.of, of_kind=peer.of_kind, of_value=peer.of_value)
        if title.of is None and title.head.group == "state" and title is not peer and title.head.name not in PERSONAL
        else title
        for title in person.titles
    ]


def _begins_with_nation(node: Node) -> bool:
    """Tell whether the group is one that nobody names and that a nation is put before: 'German officials'."""
    if isinstance(node.value, list) or node.value in SIDES:
        # 'the Kenyan and Ugandan sides' are two
        return False
    return node.titles[0].of_kind == "A" and node.titles[0].start == node.start if node.titles else node.nation is not None


def _gather(out: list[Node], node: Node, text: str) -> None:
    """Let the group begin at the first of the nations that end *out*, or at the adjective before them."""
    row = row_before(out, len(out))
    if not row:
        return
    first = out.index(row[0])
    start = out[first - 1] if first and out[first - 1].kind == "p" and out[first - 1].text.islower() else row[0]
    node.reach_back(start, text)
    node.name, node.nation = node.text, None
    if node.titles:
        title = node.titles[0]
        owners: list[Owner] = [(item.text, "A", item.value) for item in row]
        node.titles[0] = evolve(title, of=None, of_kind="", of_value=None, ofs=(*owners, (str(title.of), "A", title.of_value)))
    if first and out[first - 1].kind == "d" and start is row[0]:
        node.reach_back(out[first - 1], text)
        first -= 1
    del out[first - (start is not row[0]) :]


def _is_of_nation(person: Node) -> bool:
    return person.kind == "PER" and len(person.titles) == 1 and person.titles[0].of_kind == "A"


def row_before(nodes: Sequence[Node], end: int) -> list[Node]:
    """Return the adjectives of 'Kenyan, Ugandan and' right before the index *end*."""
    at = end - 1
    if at < 1 or nodes[at].low != "and":
        return []
    at -= 1
    if nodes[at].kind == ",":
        at -= 1
    row: list[Node] = []
    while at >= 0 and nodes[at].kind == "ADJ":
        row.insert(0, nodes[at])
        if at < 1 or nodes[at - 1].kind != ",":
            break
        at -= 2
    return row
