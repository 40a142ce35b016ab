"""Functions that stand beside a name: 'Ghana, a key ally of X,', 'top producer Chile', "its closest ally, Ghana,"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import Sentence, list_from
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.relation_findings import MUTUAL, NAMED, TEAMS, is_trade, relation_finding
from factwatch.extraction.roles.relation_words import DASHES, Relation
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("roles.yaml")
_NAMING: Final = frozenset(_WORDS["naming_nouns"])
_BEHIND: Final = words_of(_WORDS["words_behind_a_role"])
_NAMELY: Final = frozenset({"meaning", "namely"})
_OPENING: Final = frozenset({"(", ":"})
_DESCRIPTION: Final = 5
"""Nodes of a description before a name."""


def named_behind(sentence: Sentence, relation: Relation) -> Iterator[Finding]:
    """Read 'top cocoa producer Ivory Coast', 'NATO ally Türkiye', 'mediators Egypt and Qatar', 'the host nation, Qatar,'."""
    nodes, at = sentence.nodes, relation.last
    if relation.determiner in {"a", "an", "some", "many", "other", "several"} or at >= len(nodes):
        return
    if relation.complement:
        yield from _named_aside(sentence, relation)
        return
    if nodes[at].low in _NAMING and nodes[at].kind == "x":
        at += 1
    first = relation.first
    partitive = first > 1 and nodes[first - 1].low == "of" and nodes[first - 2].low == "one"
    if partitive and relation.plural and (name := _enclosed(nodes, at)):
        # 'one of its biggest rivals, Acme,'
        yield from relation_finding(sentence, evolve(relation, plural=False), nodes[name], "named", "current")
        return
    if relation.plural and relation.owner is not None and at + 1 < len(nodes) and (nodes[at].text in DASHES or nodes[at].low in _OPENING):
        # 'four ASEAN members – Vietnam, Laos and Brunei – have'
        at += 1
    elif relation.owner is not None or relation.determiner == "the":
        # "Togo's closest ally, Ghana, protested"
        person = at + 1 < len(nodes) and nodes[at].kind == "," and nodes[at + 1].kind == "PER"
        if person and not relation.plural and at + 2 < len(nodes) and nodes[at + 2].kind in {",", "."}:
            # "its biggest shareholder, A, voted against"
            yield from relation_finding(sentence, relation, nodes[at + 1], "named", "current")
            return
        named = nodes[at + 1].low in _NAMELY if at + 1 < len(nodes) else False
        if relation.plural and nodes[at].kind == "," and (relation.owner is not None or named):
            # "The accord's guarantors, Norway and Cuba, said"
            yield from _named_aside(sentence, relation)
            return
        at = _enclosed(nodes, at) or at
    modified = relation.words.lower() != relation.noun or relation.owner is not None
    if relation.noun in TEAMS and not relation.plural and relation.determiner == "" and at == relation.last == relation.first + 1:
        # 'Egypt host Norway on Saturday'
        return
    if not (modified or relation.noun in {"mediator", "host", "co-host"}) or (relation.owner is None and relation.noun == "member"):
        return
    holders, end = list_from(sentence, at, lambda node: node.kind in NAMED)
    if not holders or (end < len(nodes) and nodes[end].kind == "s" and not relation.plural):
        return
    if relation.plural != (len(holders) > 1) and relation.noun not in TEAMS:
        holders = holders[:1] if not relation.plural else []
    if (relation.noun in MUTUAL and relation.owner is None) or (relation.determiner == "" and at == relation.last and is_trade(relation)):
        # 'the three were rivals X and Y', 'Gulf carrier X'
        return
    for holder in holders:
        yield from relation_finding(sentence, relation, holder, "named", "current")


def fronted(sentence: Sentence, relation: Relation, status: str) -> Iterator[Finding]:
    """Read 'A leading exporter of nuts, Kenya has', 'Once a member of the pact, Kenya has' at the start of a sentence."""
    nodes, comma = sentence.nodes, relation.last
    if relation.plural or not relation.determiner or comma + 2 >= len(nodes) or nodes[comma].kind != ",":
        return
    if nodes[comma + 1].kind in NAMED | {"PER"} and nodes[comma + 2].kind in {"v", "u", "r"}:
        yield from relation_finding(sentence, relation, nodes[comma + 1], "fronted", status or "current")


def _named_aside(sentence: Sentence, relation: Relation) -> Iterator[Finding]:
    """Read 'The guarantors of the truce, Turkey, Russia and Iran, will', 'the main donor to the fund, Norway, has'."""
    nodes, comma = sentence.nodes, relation.last
    if nodes[comma].kind != "," or not relation.determiner:
        return
    if not relation.plural:
        name = _enclosed(nodes, comma)
        holders = [nodes[name]] if name else []
        if not name and comma + 2 < len(nodes) and nodes[comma + 1].kind == "PER" and nodes[comma + 2].kind in {",", "."}:
            # 'The patron of the hospice, Princess A, opened'
            holders = [nodes[comma + 1]]
    else:
        opening = comma + 1 + (comma + 1 < len(nodes) and nodes[comma + 1].low in _NAMELY)
        holders, end = list_from(sentence, opening, lambda node: node.kind in NAMED)
        # 'The members, namely Peru and Fiji have' needs no second comma
        closed = end >= len(nodes) or nodes[end].kind in {",", "."} or opening > comma + 1
        holders = holders if closed and len(holders) > 1 else []
    for holder in holders:
        yield from relation_finding(sentence, relation, holder, "named", "current")


def _enclosed(nodes: list[Node], comma: int) -> int:
    """Return the index of a name that stands between commas, or a comma and the sentence's end; 0 for none."""
    at = comma + 1
    if comma >= len(nodes) or nodes[comma].kind != ",":
        return 0
    while (
        at < len(nodes) - 1
        and at - comma < _DESCRIPTION
        and nodes[at].kind in {"d", "x", "ADJ", "p", "LOC"}
        and nodes[at + 1].kind not in {",", "."}
    ):
        # 'its largest shareholder, the Singapore fund Merlion Capital,'
        at += 1
    if at + 1 >= len(nodes) or nodes[at].kind not in NAMED or nodes[at + 1].kind not in {",", "."}:
        return 0
    after = at + 2 if nodes[at + 1].kind == "," else at + 1
    # 'its largest lender, Kuwait, and Oman' is a row
    row = after + 1 < len(nodes) and nodes[after].low == "and" and nodes[after + 1].kind in NAMED
    return 0 if row else at


def beside_name(sentence: Sentence, relation: Relation, comma: int, status: str, *, one_of: bool) -> Iterator[Finding]:
    """Read 'Ghana, a key ally of X,' and 'Egypt and Norway, the guarantors,', whose comma is the node *comma*."""
    nodes = sentence.nodes
    holder = nodes[comma - 1]
    if holder.kind == ")" and comma > 3:  # noqa: PLR2004  # 'the Fund (AIF), our lender,'
        holder = nodes[comma - 4]
    if holder.kind not in NAMED | {"PER"}:
        return
    following = nodes[relation.last] if relation.last < len(nodes) else None
    if following is not None and following.kind not in {",", ".", ")", "-", ";"} and following.low not in _BEHIND:
        return
    # a list: 'Kenya, Ghana, a key ally of X, and'
    for one in pair_before(nodes, comma) or _side(relation, holder) if relation.plural and not one_of else [holder]:
        yield from relation_finding(sentence, relation, one, "apposition", status)


def _side(relation: Relation, holder: Node) -> list[Node]:
    """Return X of 'X, hosts of the games,', which is a side."""
    return [holder] if relation.noun in TEAMS and holder.kind != "PER" else []


def pair_before(nodes: list[Node], comma: int) -> list[Node]:
    """Return those that 'Norway and Cuba, the guarantors of the accord,' or 'Egypt, Norway and Cuba, the guarantors,' names."""
    if comma < 3 or nodes[comma - 2].low != "and":  # noqa: PLR2004  # two names and their 'and'
        return []
    row, at = [nodes[comma - 1]], comma - 3
    while at >= 0 and nodes[at].kind in NAMED | {"PER"}:
        row.insert(0, nodes[at])
        at -= 2 if at and nodes[at - 1].kind == "," else at + 1
    return row if len(row) > 1 and row[-1].kind in NAMED | {"PER"} else []
