"""Offices that go to somebody, by their names or fields: 'the post of minister goes to A', 'Finance goes to A, defence to B'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_at
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.tenure.frames import POST_NOUNS
from factwatch.extraction.tenure.moves import FIELDS, PORTFOLIOS, field_minister, ministry_head
from factwatch.extraction.tenure.offices import is_office
from factwatch.extraction.tenure.possession import post_finding

_POST_OF: Final = 2
"""Nodes of 'post of' before an office."""
_ROW_MARKS: Final = frozenset({",", ";", "and", "while", "the"})


def goes_to(sentence: Sentence, at: int) -> Iterator[Finding]:
    """Read 'the post of foreign minister goes to A', with the rest of a row without the verb: '..., defence to B and health to C'."""
    nodes = sentence.nodes
    group = group_at(sentence, at)
    if group is None or group.negative or group.modality not in {"asserted", "planned"} or group.last + 1 >= len(nodes) or group.first < 1:
        return
    person = nodes[group.last + 1]
    if nodes[group.last].low != "to" or person.kind != "PER":
        return
    office = _named_post(nodes, group.first - 1) or _ministry(nodes, group.first - 1)
    # 'The Interior Ministry goes to A' tells of a reshuffle that has taken place
    gone = group.tense == "past" or (group.tense == "present" and nodes[group.first - 1].kind in {"ORG", "GRP"})
    status, tense = ("current", "past") if gone else ("designate", "future")
    if office is not None:
        yield post_finding(sentence, nodes[group.first - 1], person, person, office, "goes-to", status, tense=tense)
    if office is not None or _of_portfolio(nodes, group.first - 1) is not None:
        for minister, other in _row(nodes, group.last + 2):
            yield post_finding(sentence, other, other, other, minister, "goes-to", status, tense=tense)


def _named_post(nodes: list[Node], at: int) -> Title | None:
    """Return the office of 'the post of foreign minister' that ends at the index *at*."""
    if nodes[at].kind != "TTL" or nodes[at].titles[0].plural or at < _POST_OF or nodes[at - 1].low != "of":
        return None
    return nodes[at].titles[0] if nodes[at - 2].low in POST_NOUNS and is_office(nodes[at].titles[0]) else None


def _ministry(nodes: list[Node], at: int) -> Title | None:
    """Return the minister of 'Finance', which begins a clause, or of 'the Interior Ministry'."""
    node = nodes[at]
    if node.low in FIELDS and (at == 0 or nodes[at - 1].low in _ROW_MARKS):
        return field_minister(node)
    return ministry_head(node.text, node.start, node.end) if node.kind in {"ORG", "GRP"} else None


def _of_portfolio(nodes: list[Node], at: int) -> Title | None:
    """Return the minister of 'the finance portfolio'; None for another one's."""
    return field_minister(nodes[at - 1]) if at and nodes[at].low in PORTFOLIOS and nodes[at - 1].low in FIELDS else None


def _row(nodes: list[Node], at: int) -> Iterator[tuple[Title, Node]]:
    """Yield the offices and people of ', defence to B and the health portfolio to C' that begins at the index *at*."""
    while at + 2 < len(nodes) and nodes[at].low in _ROW_MARKS:
        first = at
        while at < len(nodes) - 2 and (nodes[at].low in _ROW_MARKS or (nodes[at].kind == "d" and at > first)):
            at += 1
        behind = at + (nodes[at + 1].low in PORTFOLIOS)
        office = _of_portfolio(nodes, behind) if behind > at else _ministry(nodes, at)
        if office is None or behind + 2 >= len(nodes) or nodes[behind + 1].low != "to" or nodes[behind + 2].kind != "PER":
            return
        yield office, nodes[behind + 2]
        at = behind + 3
