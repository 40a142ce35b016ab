"""Turns that a noun tells of: "under Brazil's Mercosur presidency", 'under the chairmanship of X', 'X, holder of the presidency'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.roles.grammar import bloc_name, role_finding, without_article
from factwatch.extraction.roles.turn_words import TURN, TURNS, bloc_before, body_of_turn, modifier

_HOLDERS: Final = frozenset({"holder", "holders"})
_SHORT: Final = 8
"""Nodes of the phrase behind 'holder of'."""


def find_turn_nouns(sentence: Sentence, bloc: str | None) -> Iterator[Finding]:
    """Return whose turn a noun phrase speaks of; *bloc* is the one spoken of last."""
    yield from _owned(sentence)
    yield from _under(sentence, bloc)
    if not sentence.lows.isdisjoint(_HOLDERS):
        yield from _held(sentence)


def _owned(sentence: Sentence) -> Iterator[Finding]:
    """'under Brazil's Mercosur presidency', 'during Poland's presidency of the EU Council'."""
    nodes = sentence.nodes
    for index in range(1, len(nodes)):
        if nodes[index].kind != "s" or nodes[index - 1].kind != "LOC":
            continue
        end = min(len(nodes), index + 5)
        text = sentence.text[nodes[index].end : nodes[end - 1].end]
        match = TURN.search(text)
        if match is None or match.start() > 40 or match.group("noun").lower() not in {"presidency", "chairmanship"}:  # noqa: PLR2004
            continue
        of = match.group("of") or modifier(text[: match.start()]) or _bloc_behind(sentence, index + 1)
        if of is None or (not bloc_name(of) and match.group("of") is None and not of[0].isupper()):
            continue
        yield role_finding(
            sentence,
            nodes[index - 1],
            TURNS[match.group("noun").lower()],
            "turn",
            "current",
            (nodes[index - 1].start, nodes[end - 1].end),
            without_article(of),
        )


def _bloc_behind(sentence: Sentence, at: int) -> str | None:
    """Return ASEAN of "Under Vietnam's chairmanship, ASEAN has met"."""
    nodes = sentence.nodes
    for index in range(at, min(len(nodes) - 1, at + 3)):
        if nodes[index].kind == ",":
            node = nodes[index + 1]
            return (node.name or node.text) if node.kind == "ORG" and bloc_name(node.name or node.text) else None
    return None


def _under(sentence: Sentence, bloc: str | None) -> Iterator[Finding]:
    """Read 'The leaders of the bloc meet under the chairmanship of X'."""
    nodes = sentence.nodes
    for index in range(3, len(nodes) - 1):
        if nodes[index].low != "of" or nodes[index - 1].low not in TURNS:
            continue
        first = next((back for back in range(index - 2, max(-1, index - 6), -1) if nodes[back].low == "under"), None)
        if first is None:
            continue
        at = index + 2 if nodes[index + 1].kind == "d" and index + 2 < len(nodes) else index + 1
        of = bloc_before(sentence, nodes[first].start) or bloc
        if nodes[at].kind in {"PER", "LOC"} and of is not None:
            role = TURNS[nodes[index - 1].low]
            yield role_finding(sentence, nodes[at], role, "turn", "current", (nodes[first].start, nodes[at].end), of)


def _held(sentence: Sentence) -> Iterator[Finding]:
    """Read 'Brazil, holder of the COP presidency,'."""
    nodes = sentence.nodes
    for index in range(2, len(nodes) - 1):
        if nodes[index].low not in _HOLDERS or nodes[index + 1].low != "of":
            continue
        before = index - 1
        while before and nodes[before].kind in {"d", "m", "x"}:
            before -= 1
        if nodes[before].kind != "," or nodes[before - 1].kind not in {"LOC", "ORG", "PER"}:
            continue
        end = min(len(nodes), index + 2 + _SHORT)
        match = TURN.search(sentence.text[nodes[index + 1].end : nodes[end - 1].end])
        of = body_of_turn(match) if match is not None else None
        if match is not None and of is not None:
            role = TURNS[match.group("noun").lower()]
            span = (nodes[index].start, nodes[index + 1].end + match.end())
            yield role_finding(sentence, nodes[before - 1], role, "turn", "current", span, without_article(of))
