"""Papers told of before: 'In a statement, the ministry denied it. ... "...," the statement read' is what the ministry says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.extraction.clauses import Sentence, subject_of
from factwatch.extraction.phrases import Node
from factwatch.extraction.statements.act import Act
from factwatch.extraction.statements.speakers import is_body, noun_phrase, words

_DEFINITE: Final = frozenset({"the", "this", "that"})
_ISSUERS: Final = frozenset({"PER", "ORG", "TTL"})
_KEPT: Final = 12
"""So many sentences on 'the statement' is the one told of before."""
_SIGNED: Final = 3


class Papers:
    """Knows, sentence by sentence, whose statement 'the statement' is."""

    def __init__(self) -> None:
        self._issuer: Node | None = None
        self._since = 0

    def read(self, sentence: Sentence, acts: list[Act]) -> None:
        """Give what 'the statement' says in *sentence* to whoever issued it; take in who issues one there."""
        self._since += 1
        if sentence.lows.isdisjoint(words("papers")):
            return
        if self._issuer is not None and self._since <= _KEPT:
            self._give(sentence, acts, self._issuer)
        issuer = _issuer(sentence)
        if issuer is not None:
            self._issuer, self._since = issuer, 0

    def _give(self, sentence: Sentence, acts: list[Act], issuer: Node) -> None:
        nodes = sentence.nodes
        for act in acts:
            if act.mute and act.group is not None and not act.inverted and _paper_before(nodes, act.group.first) is not None:
                act.speakers, act.mute, self._since = [issuer], False, 0
        for at in range(2, len(nodes)):
            if nodes[at].low in words("reading") and (first := _paper_before(nodes, at)) is not None:
                # as in 'The statement reads in part: "..."'
                acts.append(Act(None, [issuer], first, at + 1, at + 1))
                self._since = 0
                return


def _paper_before(nodes: Sequence[Node], before: int) -> int | None:
    """Return the index of the article of 'the statement' that stands right before index *before*."""
    at = before - 1
    while at > 0 and (nodes[at].kind == "r" or nodes[at].low == "partly"):
        at -= 1
    found = at > 0 and nodes[at].low in words("papers") and nodes[at - 1].low in _DEFINITE
    return at - 1 if found else None


def _issuer(sentence: Sentence) -> Node | None:
    """Return who issues the paper that the sentence tells of: 'in a statement signed by A', 'the ministry said in a statement'."""
    nodes = sentence.nodes
    for at in range(1, len(nodes)):
        if nodes[at].low not in words("papers") or nodes[at].kind not in {"x", "v", "p", "GRP"}:
            continue
        if nodes[at - 1].low in _DEFINITE:
            return None
        behind = at + 1
        while (
            behind + 1 < len(nodes)
            and behind <= at + _SIGNED
            and (nodes[behind].low in words("issued") or nodes[behind].kind in {",", "DAT", "r"})
        ):
            behind += 1
        if behind + 1 < len(nodes) and nodes[behind].low in words("issued_by"):
            speaker, end = noun_phrase(sentence, behind + 1)
            if end + 1 < len(nodes) and nodes[end].kind == "," and nodes[end + 1].kind == "PER":
                # 'signed by its spokesman, A'
                return nodes[end + 1]
            if speaker is not None and (speaker.kind in _ISSUERS or is_body(speaker)):
                return speaker
        return _main_subject(sentence)
    return None


def _main_subject(sentence: Sentence) -> Node | None:
    for group in sentence.groups:
        if group.participle or group.infinitive or group.passive:
            continue
        subjects = subject_of(sentence, group)
        if len(subjects) == 1 and (subjects[0].kind in _ISSUERS or is_body(subjects[0])):
            return subjects[0]
    return None
