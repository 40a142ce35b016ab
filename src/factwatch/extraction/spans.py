"""From when to when something is held: 'since 2019', 'until June', 'from 2007 to 2011' behind its words."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from factwatch.annotation.dates import DateExpression
from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.occasion import day_before_when
from factwatch.extraction.phrases import Node

_WHEN: Final = 10
"""Nodes back from a verb to the 'when' of its clause."""


def date_span(nodes: list[Node], at: int, finding: Finding, *, holds: bool = False) -> None:
    """Read 'since 2019', 'until June', 'from 2007 to 2011' behind an office; *holds*: the verb says that it is held up to that day."""
    if at + 1 >= len(nodes) or nodes[at].low not in {"since", "until", "till", "from", "between"}:
        return
    word, node = nodes[at].low, nodes[at + 1]
    date = node.value if node.kind == "DAT" and isinstance(node.value, DateExpression) else None
    if word == "since":
        finding.since = date
    elif word in {"until", "till"}:
        if not holds and finding.status == "current" and (date is not None or node.low in {"he", "she", "his", "her", "recently"}):
            finding.status = "former"
        finding.until = date
    elif word == "from" and date is not None and at + 3 < len(nodes) and nodes[at + 2].low == "until" and nodes[at + 3].kind != "DAT":
        # 'from 2017 until his dismissal last month'
        finding.since = date
        ended = next((item.value for item in nodes[at + 3 : at + 7] if item.kind == "DAT"), None)
        finding.until = ended if isinstance(ended, DateExpression) else None
        if finding.status == "current":
            finding.status = "former"
    elif word in {"from", "between"} and date is not None:
        if at + 3 < len(nodes) and nodes[at + 2].low in {"to", "until", "and"} and nodes[at + 3].kind == "DAT":
            finding.since, finding.until = date, nodes[at + 3].value
            if finding.status == "current":
                finding.status = "former"
        elif " to " in date.text or " until " in date.text or "-" in date.text or "–" in date.text or word == "between":
            finding.since, finding.until = date.ends() or (None, None)
            if finding.status == "current":
                finding.status = "former"


def date_finding(sentence: Sentence, finding: Finding, *, holds: bool, begun: bool = False, end: int | None = None) -> None:
    """
    Give *finding* the days told right behind its words.

    Args:
        sentence: Where it stands.
        finding: What is held; one that has days already keeps them.
        holds: The words before say that it is held up to the day of 'until'.
        end: Offset behind which the days stand; None for the finding's end.
        begun: The words before tell of its beginning: 'became a member in 2004'.
    """
    if finding.since is not None or finding.until is not None:
        return
    nodes = sentence.nodes
    at = bisect_left(nodes, finding.end if end is None else end, key=_start)
    if at >= len(nodes):
        return
    date_span(nodes, at, finding, holds=holds)
    if finding.status == "incoming" and finding.since is None:
        begun = True
    if begun and finding.since is None:
        at += nodes[at].low in {"in", "on", "from", "starting"}
        if at < len(nodes) and nodes[at].kind == "DAT" and isinstance(nodes[at].value, DateExpression):
            finding.since = nodes[at].value


def _start(node: Node) -> int:
    return node.start


def day_of_when(nodes: list[Node], at: int) -> DateExpression | None:
    """Return the day in 'in July, when A takes over', where the verb stands at the node *at*."""
    for index in range(at - 1, max(0, at - _WHEN), -1):
        if nodes[index].low == "when":
            day = day_before_when(nodes, index)
            return day.value if day is not None and isinstance(day.value, DateExpression) else None
        if nodes[index].kind in {";", "QUO", "."}:
            return None
    return None
