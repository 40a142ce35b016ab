"""People told by what they are, with a name behind: 'the agent, X', 'his counterpart from Ghana, Y', 'her Rwandan colleagues, Z'."""

from __future__ import annotations

import re
from typing import Final

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.meetings.plurals import is_pair
from factwatch.extraction.meetings.words import COLLEAGUES, COUNTS, KIN, PEERS
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node

_WORDS: Final = 4
"""Words that describe somebody before his name, in nodes."""
_COLLEAGUES: Final = tuple(sorted(COLLEAGUES))
_POSSESSIVES: Final = ("his ", "her ", "their ", "its ")
_HIS: Final = frozenset({"his", "her"})
_OWNER: Final = re.compile(r"['’]s? ")
_OWNED: Final = 6
"""What somebody is to his owner is no longer, in nodes."""
_APPOSITION: Final = 5
"""A name behind a comma stands no further, in nodes."""


def described(sentence: Sentence, at: int) -> int:
    """Return the index of the name behind common nouns and a comma: 'with the agent, X'; 0 where they do not describe a person."""
    nodes = sentence.nodes
    index = at
    while index < len(nodes) and index - at < _WORDS and nodes[index].kind in {"x", "p", "m", "ADJ", "v", "TTL"}:
        index += 1
    opened = at > 0 and (nodes[at - 1].kind in {"d", "m", "s"} or f"{nodes[at - 1].low} " in _POSSESSIVES)
    if index == at or not opened or index + 2 >= len(nodes) or nodes[index - 1].low in KIN:
        return 0
    if nodes[index].low != "," or nodes[index + 1].kind != "PER":
        return 0
    behind = nodes[index + 2]
    return index + 1 if behind.kind in {",", ".", "DAT", "f"} and behind.low not in {"and", "or"} else 0


def is_kin(node: Node) -> bool:
    """Tell whether somebody is told by what he is to the subject in life: 'his wife, X'."""
    return node.kind in {"PER", "TTL"} and bool(node.titles) and node.titles[0].head.name in KIN and node.titles[0].determiner in _HIS


def shared_lands(nodes: list[Node], at: int) -> int:
    """Return the index of the people whose country two adjectives give: 'her Ugandan and Rwandan counterparts, A and B'; else 0."""
    index = at
    while index < len(nodes) and (nodes[index].kind == "d" or nodes[index].low in {"his", "her", "their"}):
        index += 1
    begun = index
    while (
        index + 1 < len(nodes)
        and nodes[index].kind in {"ADJ", "PER", "LOC"}
        and not nodes[index].titles
        and nodes[index + 1].low in {"and", ","}
    ):
        index += 2
        if index < len(nodes) and nodes[index].low == "and":
            index += 1
    found = index > begun and index < len(nodes) and nodes[index].kind == "GRP"
    return index if found and nodes[begun].kind == "ADJ" and any(word in nodes[index].low for word in COLLEAGUES) else 0


def several_lands(sentence: Sentence, at: int, last: int) -> Node:
    """Return the group with the adjectives of all its countries: 'Ugandan and Rwandan counterparts'."""
    nodes = sentence.nodes
    first = next(index for index in range(at, last + 1) if nodes[index].kind == "ADJ")
    text = sentence.text[nodes[first].start : nodes[last].end]
    return Node("GRP", nodes[first].first, nodes[last].last, nodes[first].start, nodes[last].end, text, text.lower(), name=text)


def owned(sentence: Sentence, at: int) -> tuple[Node, int] | None:
    """Return the person behind the owner at *at*: "the company's largest shareholder, the investor X" is X."""
    nodes = sentence.nodes
    index = at + 2
    while index < len(nodes) and (nodes[index].kind in {"x", "p", "m", "ADJ", "#", "h"} or nodes[index].low == "visiting"):
        index += 1
    if index < len(nodes) and nodes[index].kind == "TTL":
        index += 1
        while index < len(nodes) and nodes[index].kind == "x" and index - at < _OWNED:
            # "the industry's chief | lobbyist, X"
            index += 1
    if index < len(nodes) and nodes[index].kind == "PER":
        return nodes[index], index + 1
    if index < len(nodes) and nodes[index].kind == ",":
        behind = index + 1
        while behind < len(nodes) and behind - index < _APPOSITION and nodes[behind].kind in {"d", "x", "p", "ADJ", "LOC"}:
            behind += 1
        if behind < len(nodes) and nodes[behind].kind in {"PER", "ORG"}:
            return nodes[behind], behind + 1
    return None


def is_colleague(nodes: list[Node], at: int) -> bool:
    """Tell whether a name behind an unknown adjective and 'counterpart' is meant: 'his Burkinabè counterpart, Captain X'."""
    return (
        at + 3 < len(nodes)
        and nodes[at].kind in {"PER", "x", "ADJ", "LOC", "ORG"}
        and nodes[at + 1].kind in {"TTL", "x", "p"}
        and nodes[at + 1].low.endswith(_COLLEAGUES)
        and nodes[at + 2].kind == ","
        and nodes[at + 3].kind == "PER"
    )


def counterpart_from(nodes: list[Node], at: int) -> int:
    """Return the index of the name behind a country or town: 'his counterpart from Ghana, X', 'the envoy in Cairo, Y'; else 0."""
    colleague = nodes[at].kind in {"TTL", "x", "p"} and nodes[at].low.endswith(_COLLEAGUES)
    seated = nodes[at].kind == "TTL" and at + 1 < len(nodes) and nodes[at + 1].low == "in"
    if not (colleague or seated):
        return 0
    index = at + 1
    if index >= len(nodes) or nodes[index].low not in {"from", "in", "of"}:
        return 0
    index += 1
    while index < len(nodes) and nodes[index].kind in {"d", "LOC", "ORG"}:
        index += 1
    return index + 1 if index + 1 < len(nodes) and nodes[index].kind == "," and nodes[index + 1].kind == "PER" else 0


def named_peers(passage: Passage, sentence: Sentence, group: Node, at: int) -> tuple[list[Node], int]:
    """Return those named behind the group that ends before *at*: 'his peers from Peru and Chile, A and B', 'the two ministers, A and B'."""
    if group.kind != "GRP" or isinstance(group.value, list):
        return [], at
    peers = group.value in PEERS and group.low.split()[0] in passage.lists.sets["possessives"]
    counted = next((COUNTS[word] for word in group.low.split() if word in COUNTS), 0)
    if not peers and not is_pair(group) and not (counted and at < len(sentence.nodes) and sentence.nodes[at].kind == ","):
        return [], at
    nodes = sentence.nodes
    index = at + 1 if at < len(nodes) and nodes[at].kind == "," else at
    found: list[Node] = []
    end = at
    while index < len(nodes) and nodes[index].kind == "PER":
        found.append(nodes[index])
        index = end = index + 1
        if index + 1 < len(nodes) and nodes[index].low in {"of", "from"} and nodes[index + 1].kind == "LOC":
            index = end = index + 2
        while index < len(nodes) and (nodes[index].kind == "," or nodes[index].low == "and"):
            index += 1
    if not peers and counted and counted != len(found):
        # 'the leaders of the two rice unions, A and B', but not 'two nurses, A, B and C'
        return [], at
    return (found, end) if len(found) > 1 else ([], at)


def entitled(nodes: list[Node], at: int) -> int:
    """Return the index of the name right behind an office: 'the envoy to the Philippines X', 'the host President Y'; else 0."""
    if nodes[at].kind != "TTL" or nodes[at].titles[0].plural:
        return 0
    index = at + 1
    if index + 1 < len(nodes) and nodes[index].low in {"to", "in", "for", "of"}:
        index += 1
        while index < len(nodes) and nodes[index].kind in {"d", "LOC", "ORG"}:
            index += 1
    named = index < len(nodes) and nodes[index].kind == "PER" and (" " in nodes[index].text or bool(nodes[index].titles))
    return index if named else 0


def apposed(nodes: list[Node], at: int) -> int:
    """Return the index of the name behind what somebody is to another: 'his host, X', "the union's chief lobbyist, Y"; else 0."""
    node = nodes[at]
    own = node.low.startswith(_POSSESSIVES)
    if node.kind != "TTL" or not (own or _OWNER.search(node.low)) or node.titles[0].plural or node.titles[0].head.name in KIN:
        return 0
    index = at + 1
    if own and index < len(nodes) and nodes[index].kind == "PER" and nodes[index].titles:
        return index
    while not own and index < len(nodes) and nodes[index].kind in {"x", "TTL"} and index - at < _OWNED:
        index += 1
    return index + 1 if index + 1 < len(nodes) and nodes[index].kind == "," and nodes[index + 1].kind == "PER" else 0
