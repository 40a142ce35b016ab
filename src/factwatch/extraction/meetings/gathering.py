"""Gatherings told by those who come together alone: 'Energy ministers gathered in Oslo', 'The board meets on 8 April'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.adjuncts import attachment
from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.events import event_of
from factwatch.extraction.meetings.plurals import is_assembly, is_pair
from factwatch.extraction.meetings.subjects import subjects_of
from factwatch.extraction.meetings.words import GATHERING, HABITUAL, HOW_OFTEN, IN_WHAT_WAY, SITTING
from factwatch.extraction.neighbours import group_after
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node

_BEHIND: Final = frozenset({"f", "DAT", "r", ".", ",", ";", "QUO"})
_REACH: Final = 8
"""'every Tuesday' stands no further behind the verb, in nodes."""


def gather(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """Read verbs without an object whose subject is several office holders or a body that sits, where the day or the place is told."""
    if group.lemma not in GATHERING or group.passive or (group.participle and group.form == "ing"):
        return None
    nodes = sentence.nodes
    following = nodes[group.last] if group.last < len(nodes) else None
    if following is not None and following.kind not in _BEHIND and following.low not in HOW_OFTEN | IN_WHAT_WAY:
        return None
    link = attachment(sentence).links.get(group.main)
    if link is not None and link.opener == "when":
        # 'will take the chair when leaders gather in Oslo'
        return None
    if any(node.low in HABITUAL for node in nodes[group.first : group.last + _REACH]):
        return None
    subjects = subjects_of(sentence, group, passage)
    after = group_after(sentence, group.main)
    if not subjects and after is not None and group.first and nodes[group.first - 1].kind == ",":
        # 'A, B and C, gathered in Oslo, agreed'
        subjects = subjects_of(sentence, after, passage)
    alone = len(subjects) == 1
    # 'The two sides resume in Oslo on Friday'
    pair = alone and group.lemma != "meet" and is_pair(subjects[0])
    people = len(subjects) > 1 and group.lemma != "meet" and all(node.kind == "PER" for node in subjects)
    if not (pair or people or (alone and (is_assembly(subjects[0]) or sits(subjects[0])))):
        return None
    finding = event_of(sentence, group, subjects, [], rule="meetings/gather", end=group.last)
    if finding is None or people:
        return finding
    if pair:
        finding.extra["pair"] = True
        return finding
    if finding.when is None and finding.place is None:
        return None
    finding.confidence = 0.7
    finding.extra["assembly"] = True
    return finding


def sits(node: Node) -> bool:
    """Tell whether the node is a body that holds meetings of its own: 'the board', 'the Joint Crossings Committee'."""
    if node.kind not in {"GRP", "ORG"} or isinstance(node.value, list):
        return False
    return node.low.rsplit(" ", 1)[-1] in SITTING or " ".join(node.low.split()[-2:]) in SITTING
