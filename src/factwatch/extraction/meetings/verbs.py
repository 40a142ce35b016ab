"""Verbs that tell of a meeting: to meet, to hold talks, to receive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from factwatch.extraction.clauses import NOUN_PHRASES, Sentence, VerbGroup, subject_of
from factwatch.extraction.context import clause, is_place
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.events import event_of
from factwatch.extraction.meetings.parties import is_plural_party, parties_from, with_after
from factwatch.extraction.meetings.topics import split_topics, topics_from
from factwatch.extraction.meetings.words import (
    AUDIENCES,
    CALLING,
    CANCELLING,
    DELEGATED,
    HOLDING,
    HOW_OFTEN,
    MEET,
    MEETING_NOUNS,
    NEEDS_WITH,
    POSTPONING,
)
from factwatch.extraction.passage import Passage

_SPAN: Final = 6
"""A span of time has no more words, in nodes."""
_BY_PHONE: Final = re.compile(
    r"\b(?:by|on|over) (?:the )?(?:phone|telephone)\b|\b(?:by|via|over) (?:video|zoom|videoconference|video link|video conference)\b"
)
_CALL: Final = re.compile(r"\b(?:phone|telephone|video|virtual|videoconference)\b|\bcalls?$")


def by_verb(passage: Passage, sentence: Sentence, group: VerbGroup, used: set[int]) -> Iterator[Finding]:
    """Find the meeting that the verb *group* tells of; the indices of the meeting nouns it takes go to *used*."""
    verb = group.verb
    if verb in MEET or (group.lemma in MEET and group.lemma != "sit"):
        finding = _meet(passage, sentence, group)
    elif group.lemma in HOLDING or verb in CANCELLING or verb in POSTPONING:
        finding = _hold(passage, sentence, group, used)
    elif group.lemma == "discuss":
        finding = _discuss(passage, sentence, group)
    elif group.lemma in {"receive", "welcome", "host"}:
        finding = _receive(passage, sentence, group)
    elif group.lemma in {"call", "spend"}:
        finding = _call_on(passage, sentence, group)
    else:
        return
    if finding is not None:
        yield finding


def _meet(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """Read 'met X', 'spoke by phone with X', 'the two talked'."""
    nodes = sentence.nodes
    lemma = group.lemma
    if group.passive and lemma in {"meet", "see", "consult"}:
        return None
    at = group.last
    medium = None
    while at < len(nodes) and nodes[at].kind == "r":
        at += 1
    with_word = False
    # 'spoke by phone with', 'met in Nairobi on Friday with'
    scan = at
    _, last = clause(sentence, group)
    while scan < last and scan - at < 9:  # noqa: PLR2004  # the partner stands near
        low = nodes[scan].low
        if low in {"with", "to"} and (low == "with" or lemma in {"speak", "talk"}):
            if low == "to" and lemma == "speak" and scan + 1 < len(nodes) and nodes[scan + 1].low in AUDIENCES:
                return None
            with_word = True
            at = scan + 1
            break
        if (
            (nodes[scan].kind in NOUN_PHRASES and not is_place(nodes[scan]))
            or nodes[scan].kind in {"QUO", ";", "."}
            or sentence.is_verb(scan)
            or (nodes[scan].kind == "," and lemma != "meet")
        ):
            break
        scan += 1
    words = " ".join(node.low for node in nodes[group.last : min(last, group.last + 10)])
    if lemma in CALLING or _BY_PHONE.search(words):
        medium = "call"
    if lemma in CALLING and group.last < len(nodes) and nodes[group.last].low in {"to", "for", "in"}:
        return None
    subjects = [node for node in subject_of(sentence, group) if node.low not in {"it", "this", "that", "there"}]
    if with_word or lemma not in NEEDS_WITH:
        partners, end = parties_from(passage, sentence, at)
        if lemma == "see":
            partners = [node for node in partners if (node.kind == "PER" and node.titles and node.titles[0].head.group != "weak")]
        elif lemma in {"talk", "speak"} and not with_word:
            partners = []
    else:
        partners, end = [], at
    if not partners:
        if lemma in {"see", "phone", "telephone", "ring", "consult"}:
            return None
        # 'A and B met', 'the two talked': a plural subject meets itself
        if not (len(subjects) > 1 or (len(subjects) == 1 and is_plural_party(subjects[0]))):
            return None
        if (
            lemma in {"sit", "speak"}
            and medium is None
            and group.verb != "sit down"
            and not any(is_plural_party(node) for node in subjects)
        ):
            return None
        if (
            group.last < len(nodes)
            and nodes[group.last].kind in {"d", "x", "#", "p"}
            and nodes[group.last].low not in {"again", "face", "briefly", "separately", "privately"}
            and lemma == "meet"
            and nodes[group.last].low not in HOW_OFTEN
        ):
            return None
        end = group.last
    if not subjects:
        return None
    finding = event_of(sentence, group, subjects, partners, rule="meetings/verb", end=end)
    if finding is not None:
        finding.medium = medium
    return finding


def _hold(passage: Passage, sentence: Sentence, group: VerbGroup, used: set[int]) -> Finding | None:
    """Read 'hold talks with', 'had a working lunch with', 'cancelled a meeting with'."""
    nodes = sentence.nodes
    noun = group.last
    limit = min(len(nodes), group.last + 8)
    while noun < limit and nodes[noun].low not in MEETING_NOUNS:
        if (
            (nodes[noun].kind in {",", ";", "QUO", "f"} or sentence.is_verb(noun)) and nodes[noun].low not in {"of", "round", "and"}
        ) or nodes[noun].kind in {"PER", "TTL"}:
            return None
        noun += 1
    if noun >= limit or (nodes[noun].low in {"briefing", "exchange", "session", "stage"} and not with_after(nodes, noun)):
        return None
    if group.passive:
        return None
    subjects = [node for node in subject_of(sentence, group) if node.low not in {"it", "this", "that", "there"}]
    if not subjects:
        return None
    used.add(noun)
    at = with_after(nodes, noun)
    partners, end = parties_from(passage, sentence, at) if at else ([], noun + 1)
    if not partners and not (len(subjects) > 1 or is_plural_party(subjects[0])):
        return None
    finding = event_of(sentence, group, subjects, partners, rule="meetings/hold", end=max(end, noun + 1))
    if finding is None:
        return None
    verb = group.verb
    if verb in CANCELLING:
        finding.status = "cancelled"
    elif verb in POSTPONING:
        finding.status = "postponed"
    elif group.lemma in {"request", "seek"}:
        finding.modality = "requested"
        finding.status = "planned"
    elif group.lemma in {"schedule", "arrange", "plan"} and group.tense == "past":
        finding.status = "planned"
    phrase = " ".join(node.low for node in nodes[group.last : noun + 1])
    if _CALL.search(phrase) and not phrase.endswith("courtesy call"):
        finding.medium = "call"
    return finding


def _discuss(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """Read 'to discuss fares with the minister'."""
    nodes = sentence.nodes
    _, last = clause(sentence, group)
    for index in range(group.last, min(last, group.last + 12)):
        if nodes[index].low == "with":
            partners, end = parties_from(passage, sentence, index + 1)
            partners = [node for node in partners if node.kind in {"PER", "TTL", "GRP", "PRO"}]
            subjects = subject_of(sentence, group)
            if partners and subjects and index > group.last:
                finding = event_of(sentence, group, subjects, partners, rule="meetings/discuss", end=end)
                if finding is not None:
                    finding.topics = split_topics(sentence.text[nodes[group.last].start : nodes[index - 1].end])
                return finding
            return None
        if nodes[index].kind in {"QUO", ";"} or sentence.is_verb(index) or nodes[index].low in {"who", "which"}:
            return None
    subjects = subject_of(sentence, group)
    if (
        (len(subjects) > 1 or (subjects and is_plural_party(subjects[0])))
        and not group.infinitive
        and group.last < len(nodes)
        and not group.participle
    ):
        finding = event_of(sentence, group, subjects, [], rule="meetings/discuss", end=group.last)
        if finding is not None:
            finding.topics = topics_from(sentence, group.last - 1)
        return finding
    return None


def _receive(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """Read 'received X for talks', 'hosted X for a working lunch', 'was received in audience by Y'."""
    nodes = sentence.nodes
    _, last = clause(sentence, group)
    words = [node.low for node in nodes[group.last : last]]
    talks = any(word in MEETING_NOUNS for word in words)
    if not talks and group.lemma != "receive":
        return None
    subjects = subject_of(sentence, group)
    if group.passive:
        by = next((index for index in range(group.last, last) if nodes[index].low == "by"), None)
        if by is None:
            return None
        partners, end = parties_from(passage, sentence, by + 1)
    else:
        partners, end = parties_from(passage, sentence, group.last)
    if not partners or not subjects or (is_place(subjects[0]) and group.lemma != "host"):
        return None
    received = all(
        node.kind in {"PER", "TTL", "PRO"} or (node.kind == "GRP" and node.value in DELEGATED) for node in (*partners, *subjects)
    )
    if not talks and not received:
        # 'received the letter', 'received a delegation of schoolchildren': only people of rank are received for talks
        return None
    if any(is_place(node) or node.kind == "ORG" for node in partners):
        return None
    return event_of(sentence, group, subjects, partners, rule="meetings/receive", end=end)


def _call_on(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """Read 'called on the minister', 'spent an hour with the president'."""
    nodes = sentence.nodes
    at = group.last
    if group.passive:
        return None
    if group.lemma == "call":
        if at >= len(nodes) or nodes[at].low != "on":
            return None
        at += 1
    else:
        # 'three hours', 'the preceding day there'
        while (
            at < len(nodes) and at - group.last < _SPAN and nodes[at].kind in {"d", "#", "x", "p", "DAT", "r"} and nodes[at].low != "with"
        ):
            at += 1
        if at >= len(nodes) or nodes[at].low != "with":
            return None
        at += 1
    partners, end = parties_from(passage, sentence, at)
    partners = [node for node in partners if node.kind in {"PER", "TTL"} or (node.kind == "GRP" and group.lemma == "spend")]
    # 'called on the government to act' asks; a call is paid to a person, without 'to' behind
    if not partners or (group.lemma == "call" and end < len(nodes) and nodes[end].low in {"to", "for"}):
        return None
    subjects = subject_of(sentence, group)
    return event_of(sentence, group, subjects, partners, rule="meetings/call-on", end=end) if subjects else None
