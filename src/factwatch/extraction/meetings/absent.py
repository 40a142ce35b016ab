"""Who does not meet somebody because another does: 'B, not A, will meet C', 'will receive B in place of A'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.words import REPLACING, STANDING_IN
from factwatch.extraction.otherwise import ABSENCE, away_by
from factwatch.extraction.phrases import Node
from factwatch.lexicon.places import find_place


def by_absence(sentence: Sentence, told: Sequence[Finding]) -> Iterator[Finding]:
    """Find the meetings that those do not have, after all, in whose place others are told to meet somebody in *sentence*."""
    for finding in told:
        missing = finding.extra.pop("missing", None)
        if missing is not None and not finding.negative:
            yield _off(finding, missing, list(finding.other))
    if not told or sentence.lows.isdisjoint(ABSENCE):
        return
    nodes = sentence.nodes
    for index, node in enumerate(nodes):
        # 'Vienna, and not Geneva, will be the venue when A and B meet'
        word = away_by(nodes, index) if node.kind == "PER" and (node.titles or not find_place(node.name or "")) else ""
        for finding in told if word else ():
            left = _left(finding, node, word)
            if left:
                yield _off(finding, node, left)
                break


def stand_in(sentence: Sentence, group: VerbGroup, end: int) -> tuple[Node, Node] | None:
    """
    Return who takes part and who does not, where one does for the other, before the node *end*; else None.

    'A will be represented by B at the talks with', 'B will stand in for A at'.
    """
    if group.negative or group.lemma not in (REPLACING if group.passive else STANDING_IN):
        return None
    nodes, before = sentence.nodes, subject_of(sentence, group)
    if nodes[group.first - 1].low == "who":
        # 'A, who replaced B in June, stays on for talks with'
        return None
    at, opener = group.last, "by" if group.passive else "for"
    while at < end and (nodes[at].low in {"in", opener} or nodes[at].kind in {"d", "TTL", ","}):
        at += 1
    named = nodes[at] if at < end and nodes[at].kind == "PER" else None
    if named is None or [node.kind for node in before] != ["PER"] or (at > group.last) != (group.passive or group.lemma != "replace"):
        return None
    return (named, before[0]) if group.passive else (before[0], named)


def _off(finding: Finding, missing: Node, left: list[Node]) -> Finding:
    return evolve(finding, who=[missing], other=left, status="cancelled", modality="asserted", topics=[], extra={}, tense="future")


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
