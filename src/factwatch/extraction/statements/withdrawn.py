"""Words taken back: 'withdrew his statement that ...', 'denied having said that ...'."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.annotation.quotes import Quotation
from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node
from factwatch.extraction.statements.act import Act
from factwatch.extraction.statements.speakers import words
from factwatch.extraction.statements.telling import fold, make

_REACH: Final = 5
"""Nodes between the verb and 'that': 'her own earlier public claim'."""
_SHORTEST: Final = 4
"""Fewer words are no statement."""
_STOPS: Final = frozenset({".", ";", ":", "QUO"})


def find_withdrawn(sentence: Sentence) -> list[Finding]:
    """Return what the sentence tells somebody to have taken back, or never to have said, each as a statement that is denied."""
    found = []
    for at, group in enumerate(sentence.groups):
        if group.passive or group.negative or group.infinitive or group.tense == "future":
            continue
        start = _taken_back(sentence.nodes, group) or _never_said(sentence, group, at)
        if start is None:
            continue
        finding = _finding(sentence, group, start)
        if finding is not None:
            found.append(finding)
    return found


def _taken_back(nodes: Sequence[Node], group: VerbGroup) -> int | None:
    """Return where the clause begins after 'withdrew his statement that', 'took back its accusation that'."""
    at = group.last
    if group.lemma in words("withdrawing_with_back"):
        if at >= len(nodes) or nodes[at].low != "back":
            return None
        at += 1
    elif group.lemma not in words("withdrawing"):
        return None
    for index in range(at, min(len(nodes) - 1, at + _REACH)):
        if nodes[index].low in words("words_said"):
            quoted = nodes[index + 1].kind == "QUO"
            return index + 1 if quoted else index + 2 if nodes[index + 1].low == "that" else None
        if nodes[index].kind in {*_STOPS, ","}:
            return None
    return None


def _never_said(sentence: Sentence, group: VerbGroup, at: int) -> int | None:
    """Return where the clause begins after 'denied saying that', 'denied having said that'."""
    if group.lemma != "deny" or at + 1 >= len(sentence.groups):
        return None
    said = sentence.groups[at + 1]
    nodes = sentence.nodes
    if said.first > group.last + 1 or said.lemma not in words("that") or nodes[said.first].low not in {"having", nodes[said.main].low}:
        return None
    if said.last < len(nodes) and nodes[said.last].kind == "QUO":
        # 'denied having said "..."'
        return said.last
    return said.last + 1 if said.last + 1 < len(nodes) and nodes[said.last].low == "that" else None


def _finding(sentence: Sentence, group: VerbGroup, start: int) -> Finding | None:
    nodes = sentence.nodes
    speakers = subject_of(sentence, group)
    if not speakers:
        return None
    first = next((index for index in range(group.first) if nodes[index] is speakers[0]), group.first)
    finding = make(sentence, Act(group, speakers, first, group.last, group.last), "statements/withdrawn")
    if finding is None or finding.rule == "statements/unnamed":
        return None
    quoted = nodes[start].value if start < len(nodes) and nodes[start].kind == "QUO" else None
    if isinstance(quoted, Quotation):
        # 'withdrew his remark that "..."'
        finding.words = fold(" ".join(sentence.text[first:last] for first, last in quoted.parts).strip(" ,"))
        if len(finding.words.split()) < _SHORTEST:
            return None
        finding.end = max(finding.end, nodes[start].end)
        return _negated(finding)
    end = next((index for index in range(start, len(nodes)) if nodes[index].kind in _STOPS), len(nodes))
    if end - start < 2 or not any(start <= other.main < end for other in sentence.groups):  # noqa: PLR2004  # subject and verb
        return None
    finding.words = fold(sentence.text[nodes[start].start : nodes[end - 1].end].strip(" ,"))
    finding.end = max(finding.end, nodes[end - 1].end)
    return _negated(finding)


def _negated(finding: Finding) -> Finding:
    finding.direct = False
    finding.negative = True
    finding.extra["quotations"] = []
    return finding
