"""Rows of offices that one verb tells: 'was consul in Doha and then, for six years, first secretary', 'minister at 33 and judge at 40'."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from factwatch.extraction.phrases import Node, Title
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("tenure.yaml")
_LINK: Final = 18
"""Nodes of 'in the capital from 1974 to 1979 and from 1982 until 1985, and then, under another government,'."""
_LINKS: Final = words_of(_WORDS["career_links"])
_SHARED: Final = frozenset({"its", "their"})
_INSERTING: Final = words_of(_WORDS["career_prepositions"])
_INSERTED: Final = frozenset({"d", "x", "p", "m", "r", "#", "f", "h", "DAT", "LOC", "ORG", "GRP", "EVT", "ADJ", "A"})
_WHERE: Final = frozenset({"in", "at"})
_BESIDE: Final = words_of(_WORDS["career_complements"])
_ENDING: Final = frozenset({"u", "v", "PER"})


def row_of(nodes: list[Node], at: int) -> list[int]:
    """Return the places of 'minister of trade, minister of health and speaker of parliament', the first of which stands at *at*."""
    row = [at]
    while True:
        behind = next_office(nodes, row[-1] + 1)
        if not behind or nodes[behind].titles[0].plural:
            break
        row.append(behind)
    closed = len(row) == 1 or any(node.low in {"and", "then"} for node in nodes[row[-2] + 1 : row[-1]])
    return row if closed and not _goes_on(nodes, row[-1] + 1) else [at]


def next_office(nodes: list[Node], first: int) -> int:
    """Return the place of the office that goes on with the row behind *first*, 0 where none does."""
    at, joined = first, False
    end = min(len(nodes), first + _LINK)
    while at < end:
        node = nodes[at]
        if node.kind == "TTL":
            return at if joined else 0
        opens = at > first and (nodes[at - 1].kind == "," or nodes[at - 1].low in _LINKS)
        if node.low == "before" and at + 1 < end and nodes[at + 1].low in {"that", "this"}:
            # 'and, before that, ambassador'
            at += 2
            continue
        if node.low in _INSERTING and (opens or (at == first and node.low in _BESIDE)):
            at = _behind_phrase(nodes, at + 1, end, open_=not joined)
            joined = joined or nodes[min(at, end) - 1].kind == ","
            continue
        if node.kind not in {",", "DAT"} and node.low not in _LINKS:
            return 0
        joined = joined or node.kind == "," or node.low == "and"
        at += 1
    return 0


def _behind_phrase(nodes: list[Node], at: int, end: int, *, open_: bool) -> int:
    """Return the index behind the phrase that a preposition before *at* opens: 'in Lima', ', for seven years,', ', under A,'."""
    while at < end and nodes[at].kind in _INSERTED | {"PER"} and nodes[at].low not in {"and", "as", "but", "or", "who", "which", "that"}:
        if open_ and nodes[at].low in {"to", "of", "for"}:
            return end
        at += 1
    return at if at < end and (nodes[at].kind == "," or nodes[at].low == "and") else end


def shared(title: Title, first: Title) -> Title:
    """Return *title* with the body of the row's first office where it is said to be of the same: "Kenya's minister and then its envoy"."""
    if title.determiner not in _SHARED or first.of is None or title.of_kind not in {None, "this"}:
        return title
    return evolve(title, of=first.of, of_kind=first.of_kind, of_value=first.of_value)


def _goes_on(nodes: list[Node], at: int) -> bool:
    """Tell whether the last office is the subject of another clause: '... and, in May, the minister of trade in Oslo resigned'."""
    if at < len(nodes) and nodes[at].kind in _ENDING:
        return True
    for index in range(at, min(len(nodes), at + 5)):
        if nodes[index].kind in {"u", "v"}:
            return True
        if nodes[index].kind not in {"d", "LOC", "ORG", "DAT"} and nodes[index].low not in _WHERE:
            return False
    return False
