"""Verbs that tell of a meeting by themselves: to meet, to speak with, to phone, to discuss something with somebody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.context import clause
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.brought import told_from_afar
from factwatch.extraction.meetings.delegations import is_led
from factwatch.extraction.meetings.discussing import discuss, exchanges_views, reviews
from factwatch.extraction.meetings.encounters import encounter
from factwatch.extraction.meetings.further import further_events
from factwatch.extraction.meetings.gathering import gather
from factwatch.extraction.meetings.holding import hold
from factwatch.extraction.meetings.including import include
from factwatch.extraction.meetings.meet import meet
from factwatch.extraction.meetings.objects import LINES, meeting_noun, takes_part
from factwatch.extraction.meetings.parties import companions
from factwatch.extraction.meetings.plurals import is_pair
from factwatch.extraction.meetings.receiving import call_on, join, receive
from factwatch.extraction.meetings.words import (
    CALLED,
    CANCELLING,
    CHANGING,
    DROPPING_IN,
    ENDING_IN,
    FRONTED_COMPANY,
    GRANTING,
    HOLDING,
    INCLUDING,
    MEET,
    ONE_BY_ONE,
    PLACING,
    RECEIVING,
    SEPARATELY,
    SHARING,
    TOGETHER,
)
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node

_FAR: Final = 16
"""The partner stands no further behind the verb, in nodes."""
_CALLING: Final = PLACING | CALLED | DROPPING_IN.keys() | {"spend"}
_OF_MEETINGS: Final = HOLDING | CHANGING


def by_verb(passage: Passage, sentence: Sentence, group: VerbGroup, used: set[int]) -> Iterator[Finding]:
    """Find the meetings that the verb *group* tells of; the indices of the meeting nouns it takes go to *used*."""
    verb = group.verb
    finding: Finding | None = None
    if group.lemma in _CALLING:
        finding = call_on(passage, sentence, group, used)
    if finding is None:
        if verb in MEET or (group.lemma in MEET and group.lemma != "sit" and verb not in CANCELLING):
            finding = meet(passage, sentence, group)
        elif group.lemma in RECEIVING:
            finding = receive(passage, sentence, group, used)
            if finding is None and group.lemma in {"host", "receive"}:
                # 'will receive an audience with A'
                finding = hold(passage, sentence, group, used)
        elif group.lemma == "join":
            finding = join(passage, sentence, group, used) or hold(passage, sentence, group, used)
        elif group.lemma in HOLDING or group.lemma in GRANTING or verb in _OF_MEETINGS or takes_part(sentence, group):
            finding = hold(passage, sentence, group, used)
        elif group.lemma in INCLUDING:
            finding = include(passage, sentence, group, used)
        if finding is None and group.lemma in HOLDING and group.lemma in MEET:
            # 'engaged in talks with B'
            finding = hold(passage, sentence, group, used)
        if finding is None and group.lemma in ENDING_IN:
            finding = include(passage, sentence, group, used)
        elif group.lemma == "discuss" or exchanges_views(sentence, group) or reviews(sentence, group):
            finding = discuss(passage, sentence, group)
    if finding is None:
        finding = told_from_afar(passage, sentence, group) or gather(passage, sentence, group) or encounter(passage, sentence, group)
    if finding is None:
        return
    separate = is_separate(sentence, group)
    if (separate and len(finding.other) > 1 and not finding.negative) or _are_apart(sentence, group, finding):
        for node in finding.other:
            yield _alone(finding, node)
        return
    if separate and len(finding.other) == 1 and is_pair(finding.other[0]):
        finding.extra["separate"] = True
    further = list(further_events(passage, sentence, group, finding))
    along = _bring_companions(passage, sentence, group, finding)
    yield finding
    for another in further:
        # 'A, accompanied by B, saw C on Monday and D on Tuesday'
        yield evolve(another, other=[*another.other, *(node for node in along if node.end <= sentence.nodes[group.first].start)])


def _bring_companions(passage: Passage, sentence: Sentence, group: VerbGroup, finding: Finding) -> list[Node]:
    """Add those who came along, and return them: 'A, accompanied by B, met C'."""
    nodes = sentence.nodes
    first, last = clause(sentence, group)
    if first < len(nodes) and nodes[first].low not in FRONTED_COMPANY:
        first = next((index for index in range(group.first) if nodes[index] in finding.who), first)
    known = (*finding.who, *finding.other)
    along = [node for node in companions(passage, sentence, first, min(len(nodes), last + 6)) if node not in known]
    finding.other += along
    for node in known:
        if along and is_led(sentence, node):
            finding.who = [other for other in finding.who if other is not node]
            finding.other = [other for other in finding.other if other is not node]
    if not finding.who and along and known and known[0] not in finding.other:
        finding.who, finding.other = along[:1], [node for node in finding.other if node is not along[0]]
    return along


def is_separate(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether those met were met one by one: 'held separate talks with A and B'."""
    nodes = sentence.nodes
    first, last = max(0, group.first - 1), min(len(nodes), group.last + _FAR)
    noun = meeting_noun(sentence, group.last) if group.lemma in HOLDING else 0
    bilateral = noun > 0 and nodes[noun].low in ONE_BY_ONE and (nodes[noun].low == "bilaterals" or nodes[noun - 1].low == "bilateral")
    if noun and nodes[noun].low.endswith("s") and any(node.low in LINES for node in nodes[group.last : noun + 1]):
        # 'held telephone conversations with A and B'
        return True
    if any(node.low == "first" for node in nodes[group.last : group.last + 2]) and any(
        node.low == "then" for node in nodes[group.last : last]
    ):
        # 'met first with A, then with B'
        return True
    return bilateral or any(node.low in SEPARATELY for node in nodes[first:last])


def _are_apart(sentence: Sentence, group: VerbGroup, finding: Finding) -> bool:
    """Tell whether those met are of different countries or bodies: 'met Sudan's premier, A, and the Emir of Qatar, B' one by one."""
    if group.passive or finding.negative or len(finding.other) < 2 or len(finding.who) != 1:  # noqa: PLR2004
        return False
    if finding.rule not in {"meetings/verb", "meetings/hold", "meetings/receive"} or group.lemma in SHARING | {"host", "join"}:
        return False
    owners = [{title.of for title in node.titles if title.of} if node.kind == "PER" else set() for node in finding.other]
    if not all(owners) or any(first & second for at, first in enumerate(owners) for second in owners[at + 1 :]):
        return False
    words = {node.low for node in sentence.nodes[group.first : min(len(sentence.nodes), group.last + _FAR * 2)]}
    return words.isdisjoint(TOGETHER)


def _alone(finding: Finding, node: Node) -> Finding:
    alone = Finding(finding.kind, finding.rule, finding.unit, finding.start, max(finding.end, node.end), who=finding.who, other=[node])
    for name in ("place", "when", "tense", "status", "modality", "topics", "medium", "event", "confidence", "attribution"):
        setattr(alone, name, getattr(finding, name))
    return alone
