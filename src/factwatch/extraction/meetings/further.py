"""Meetings told by one verb, each with its own day or place: 'will meet A on Monday and B in Oslo on Tuesday'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.extraction.adjuncts import attachment
from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.clauses.words import COORDINATORS, DATE_OPENERS
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.antecedents import PERSONS
from factwatch.extraction.meetings.parties import parties_from
from factwatch.extraction.meetings.scene import place_between
from factwatch.extraction.meetings.words import LENGTHS
from factwatch.extraction.occasion import is_its_day
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node

_MOST: Final = 4
"""Meetings of one verb."""
_FAR: Final = 40
"""Nodes from the verb to the last of those whom it names."""
_APART: Final = 8
"""Nodes between the last of one party and the first of the next."""


def further_events(passage: Passage, sentence: Sentence, group: VerbGroup, finding: Finding) -> Iterator[Finding]:
    """Yield the meetings behind the first one, where each has a day or place of its own."""
    nodes = sentence.nodes
    owners = attachment(sentence).owners
    met = {id(node) for node in finding.other}
    at = max((index for index in range(group.main, min(len(nodes), group.main + _FAR)) if id(nodes[index]) in met), default=-1) + 1
    if not at or finding.negative:
        return
    for _ in range(_MOST):
        # 'on Monday', 'in Oslo', then 'and'
        seen = long = False
        joined = -1
        for index in range(at, min(len(nodes), at + _APART)):
            if owners[index] is not group or nodes[index].kind in {";", ":"}:
                return
            if nodes[index].low in COORDINATORS or nodes[index].kind == ",":
                joined = index
                break
            lasted = nodes[index].low in LENGTHS
            seen = seen or nodes[index].kind in {"DAT", "LOC"} or lasted
            long = long or lasted
        if not seen or joined < 0:
            return
        while joined + 1 < len(nodes) and (nodes[joined + 1].kind == "," or nodes[joined + 1].low in {"and", "with", "then"}):
            joined += 1
        partners, end = parties_from(passage, sentence, joined + 1)
        partners = [node for node in partners if node.kind in {"PER", "TTL", "GRP"}]
        if not partners or end <= joined or owners[end - 1] is not group:
            return
        last = end
        day = None
        while last < len(nodes) and owners[last] is group and (nodes[last].kind in {"DAT", "LOC", "d"} or nodes[last].low in _BETWEEN):
            if nodes[last].kind == "DAT" and day is None and is_its_day(nodes, last):
                day = nodes[last]
            last += 1
        place = place_between(sentence, end, last)
        if day is None and place is None and not long:
            return
        yield evolve(
            finding,
            other=partners,
            end=max(finding.end, partners[-1].end),
            when=day.value if day is not None else None,
            place=place,
            topics=[],
            extra={},
        )
        at = end


def further_days(passage: Passage, sentence: Sentence, at: int, finding: Finding) -> Iterator[Finding]:
    """Yield the meetings behind a noun, each with a day of its own: 'for talks with A on Monday and B on Tuesday'."""
    nodes = sentence.nodes
    for _ in range(_MOST):
        at = _behind_day(nodes, at)
        if not at or at + 1 >= len(nodes) or nodes[at].low not in COORDINATORS:
            return
        at += 1 + (nodes[at + 1].low == "with")
        partners, end = parties_from(passage, sentence, at, of_noun=True)
        day = nodes[behind - 1] if (behind := _behind_day(nodes, end)) else None
        if not partners or day is None or any(node.kind not in PERSONS for node in partners):
            return
        yield evolve(finding, other=partners, end=partners[-1].end, when=day.value, topics=[], extra={})
        at = end


def _behind_day(nodes: list[Node], at: int) -> int:
    """Return the index after the day at the node *at*: 'on Monday'; 0 where none stands there."""
    at += at < len(nodes) and nodes[at].low in DATE_OPENERS
    return at + 1 if at < len(nodes) and nodes[at].kind == "DAT" else 0


_BETWEEN: Final = DATE_OPENERS | {"at", "in"}
