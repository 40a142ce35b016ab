"""Who does not meet somebody because another does: 'B, not A, will meet C', 'will receive B in place of A'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.otherwise import ABSENCE, away_by
from factwatch.extraction.phrases import Node


def by_absence(sentence: Sentence, told: Sequence[Finding]) -> Iterator[Finding]:
    """Find the meetings that those do not have, after all, in whose place others are told to meet somebody in *sentence*."""
    if not told or sentence.lows.isdisjoint(ABSENCE):
        return
    nodes = sentence.nodes
    for index, node in enumerate(nodes):
        word = away_by(nodes, index) if node.kind == "PER" else ""
        for finding in told if word else ():
            left = _left(finding, node, word)
            if left:
                yield evolve(finding, who=[node], other=left, status="cancelled", modality="asserted", topics=[], extra={}, tense="future")
                break


def _left(finding: Finding, missing: Node, word: str) -> list[Node]:
    """Return those whom the missing one would have met: the side that he does not belong to."""
    people = [*finding.who, *finding.other]
    if finding.negative or finding.status not in {"planned", "done", "underway"} or "sequel" in finding.extra:
        return []
    if any(node is missing or (node.name or "").split()[-1:] == (missing.name or "").split()[-1:] for node in people):
        return []
    if word == "without" or not finding.who or not finding.other:
        # 'A and B will meet without C'
        return people if len(people) > 1 else []
    return list(finding.other if word == "place" or missing.start < finding.other[0].start else finding.who)
