"""Verbs of receiving and calling on: 'received X', 'hosted X for talks', 'paid a courtesy call on', 'joined X for talks'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.clauses.words import DATE_OPENERS
from factwatch.extraction.context import clause, is_place
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.antecedents import met_before
from factwatch.extraction.meetings.events import event_of
from factwatch.extraction.meetings.gathering import sits
from factwatch.extraction.meetings.medium import is_call
from factwatch.extraction.meetings.objects import behind_scene
from factwatch.extraction.meetings.parties import parties_from, with_after
from factwatch.extraction.meetings.plurals import is_pair
from factwatch.extraction.meetings.scene import place_between, place_to
from factwatch.extraction.meetings.subjects import subjects_of
from factwatch.extraction.meetings.words import (
    BODY_HEADS,
    CALLED,
    DELEGATED,
    DROPPING_IN,
    HOSTS,
    LENGTHS,
    MEETING_NOUNS,
    PLACING,
    PORTIONS,
    VISITING_CALLS,
)
from factwatch.extraction.neighbours import group_after, group_before
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node

_BY: Final = 8
"""'by' stands no further behind 'joined', in nodes."""
_DAY: Final = 3
"""A day behind a noun has no more words, in nodes."""
_WORDS_OF_VERB: Final = 2
_SPAN: Final = 7
"""A span of time has no more words, in nodes."""


def _talks(sentence: Sentence, first: int, last: int) -> int:
    """Return the index of the meeting noun that says what they came together for, or 0: 'for talks', 'to a working lunch'."""
    nodes = sentence.nodes
    for index in range(first, last):
        if nodes[index].low in MEETING_NOUNS and sentence.group_at(index) is None:
            for back in range(index - 1, max(first - 1, index - 6), -1):
                if nodes[back].low in {"for", "in", "to", "at", "over", "during"}:
                    return index
                if nodes[back].kind == "f" and nodes[back].low not in {"of", "and"}:
                    break
    return 0


def object_at(sentence: Sentence, at: int, last: int) -> int:
    """Return where the object begins behind phrases of place and time: 'received at the Palace this morning Mrs X'; else *at*."""
    nodes = sentence.nodes
    index = at
    while index < last:
        if nodes[index].kind in {"DAT", "r"}:
            index += 1
            continue
        if nodes[index].low == "to" and index + 1 < last and nodes[index + 1].kind in {"GRP", "LOC", "ORG"}:
            # 'welcomed to the palace the premier'
            index += 2
            continue
        if nodes[index].low not in {"in", "at", "on"} or index + 1 >= last:
            break
        place = place_between(sentence, index, index + 2)
        if place is not None and (place.last > place.first or not is_place(place)):
            inside = next((back for back in range(index + 1, last) if nodes[back].end >= place.end), index + 1)
            index = inside + 1
            index += index + 1 < last and nodes[index].kind == "," and nodes[index + 1].kind in {"PER", "TTL"}
            continue
        # 'in audience', 'in his office', 'on a courtesy visit'
        index += 1
        while index < last and (nodes[index].kind in {"d", "x", "p", "ADJ", "GRP"} or nodes[index].low in {"his", "her"}):
            index += 1
    described = index > at and index < last and nodes[index].kind in {"d", "GRP"}
    return index if index < last and (nodes[index].kind in {"PER", "TTL"} or described) else at


def receive(passage: Passage, sentence: Sentence, group: VerbGroup, used: set[int]) -> Finding | None:
    """Read 'received X for talks', 'hosted X for a working lunch', 'was received in audience by Y'."""
    nodes = sentence.nodes
    _, last = clause(sentence, group)
    talks = _talks(sentence, group.last, last)
    welcome = not talks and group.lemma != "receive"
    parent = group_before(sentence, group.first) if group.infinitive and not talks else None
    if parent is not None and parent.tense == "past":
        # 'were also present at State House to receive the visitor': a welcome
        return None
    if welcome and (group.tense != "past" or group.infinitive or group.participle):
        return None
    subjects = subjects_of(sentence, group, passage)
    met = met_before(sentence, group, preposition=False)
    if met and group.lemma == "receive" and not group.passive:
        # 'B, whom she received at her residence on Tuesday'
        return event_of(sentence, group, subjects, met, rule="meetings/receive", end=group.last) if subjects else None
    if group.passive or (group.participle and group.form != "ing"):
        by = next((index for index in range(group.last, last) if nodes[index].low == "by"), None)
        if by is None:
            return None
        partners, end = parties_from(passage, sentence, by + 1)
    else:
        at = object_at(sentence, group.last, last)
        partners, end = parties_from(passage, sentence, at)
    if not partners or not subjects or (is_place(subjects[0]) and group.lemma != "host"):
        return None
    at_court = False
    if not talks:
        if _is_welcome(sentence, group, partners, last):
            return None
        if not _are_received(group, [*partners, *subjects]):
            at_court = not group.passive and group.lemma == "receive" and all(map(_is_people, partners)) and all(map(_receives, subjects))
            if not at_court:
                # 'received the letter', 'received a delegation of schoolchildren': only people of rank are received for talks
                return None
        if any(is_place(node) or node.kind == "ORG" for node in partners):
            return None
    if talks:
        used.add(talks)
    partners = [node for node in partners if not is_place(node)]
    if not partners:
        return None
    finding = event_of(sentence, group, subjects, partners, rule="meetings/receive", end=end)
    if finding is not None and finding.place is None:
        finding.place = place_to(sentence, end, last)
    if finding is not None and at_court and finding.when is None:
        return None
    if finding is not None and welcome:
        # a meeting only where the text goes on that they talked
        finding.extra["welcome"] = True
    return finding


def _is_welcome(sentence: Sentence, group: VerbGroup, partners: list[Node], last: int) -> bool:
    """Tell whether somebody is only welcomed: 'was received at the gate by the chairperson', 'received him at the airport'."""
    if any(node.low.rsplit(" ", 1)[-1] == "airport" for node in sentence.nodes[group.last : last]):
        return True
    awaited = group.tense == "future" and all(node.kind == "PER" for node in partners)
    return group.passive and not awaited and not all(_receives(node) for node in partners)


def _are_received(group: VerbGroup, people: list[Node]) -> bool:
    """Tell whether all are people whom one receives for talks: named, of rank, or 'the drivers' of 'will receive the drivers'."""
    promised = group.lemma == "receive" and group.tense == "future" and not group.passive and people[0].low.startswith("the ")
    return all(
        node.kind in {"PER", "TTL", "PRO"}
        or is_pair(node)
        or (node.kind == "GRP" and (isinstance(node.value, list) or node.value in DELEGATED or node.value is None or promised))
        for node in people
    )


def _is_people(node: Node) -> bool:
    """Tell whether the node is a group of people, rather than a body: 'the families of the victims'."""
    return node.kind != "ORG" and not sits(node) and not (node.kind == "GRP" and node.low.split(" of ")[0].rsplit(" ", 1)[-1] in BODY_HEADS)


def _receives(node: Node) -> bool:
    """Tell whether whoever receives somebody also talks to him: those of the first rank."""
    return node.kind == "PRO" or (bool(node.titles) and any(title.head.name.lower() in HOSTS for title in node.titles))


def join(passage: Passage, sentence: Sentence, group: VerbGroup, used: set[int]) -> Finding | None:
    """Read 'joined A and B for talks', 'will join A for his talks with B', 'were joined by A for talks', 'join A and B when they meet'."""
    nodes = sentence.nodes
    _, last = clause(sentence, group)
    talks = _talks(sentence, group.last, last)
    if talks and nodes[talks - 1].low in {"the", "this"}:
        # 'joined the Governor for the meeting' goes on about one told before
        return None
    at = group.last
    if group.passive:
        # who comes is told behind 'by'
        at = next((index + 1 for index in range(at, min(last, at + _BY)) if nodes[index].low == "by"), 0)
        if not at or (not talks and at == group.last + 1):
            return None
    partners, end = parties_from(passage, sentence, at)
    partners = [node for node in partners if node.kind in {"PER", "TTL", "GRP"}]
    subjects = subject_of(sentence, group)
    if not partners or not subjects or is_place(subjects[0]):
        return None
    if talks:
        used.add(talks)
        behind = with_after(nodes, talks) if nodes[talks - 1].low in {"his", "her", "their"} else 0
        if behind:
            others, end = parties_from(passage, sentence, behind, of_noun=True)
            partners += [node for node in others if node not in partners]
        return event_of(sentence, group, subjects, partners, rule="meetings/join", end=end)
    if group.passive:
        # 'A and B will be joined in Rome on Friday by C'
        several = len(subjects) > 1 and all(node.kind == "PER" for node in subjects)
        finding = event_of(sentence, group, subjects, partners, rule="meetings/join", end=end) if several else None
        return finding if finding is not None and (finding.place is not None or finding.when is not None) else None
    return _when_they_meet(sentence, group, subjects, partners)


def _when_they_meet(sentence: Sentence, group: VerbGroup, subjects: list[Node], partners: list[Node]) -> Finding | None:
    """Read 'C will join A and B when they meet in Rome on Friday'."""
    following = group_after(sentence, group.main)
    if following is None or following.lemma != "meet" or not following.first > 1 or group.negative:
        return None
    nodes = sentence.nodes
    if nodes[following.first - 1].low != "they" or nodes[following.first - 2].low != "when":
        return None
    finding = event_of(sentence, following, partners, subjects, rule="meetings/join", end=following.last)
    if finding is not None:
        finding.start = min(finding.start, nodes[group.first].start)
    return finding


def call_on(passage: Passage, sentence: Sentence, group: VerbGroup, used: set[int]) -> Finding | None:
    """Read 'called on the minister', 'paid a courtesy call on the king', 'spent an hour with the president'."""
    nodes = sentence.nodes
    at = group.last
    over_line = False
    if group.passive or at >= len(nodes):
        return None
    if group.lemma in DROPPING_IN:
        if (behind := _behind_dropping_in(sentence, group)) is None:
            return None
        at = behind
    elif group.lemma in PLACING | CALLED and (noun := _call_behind(sentence, at)) is not None:
        # 'received a phone call on Monday from'
        joint = _after_day(sentence, noun + 1)
        if joint >= len(nodes) or nodes[joint].low not in ({"on", "to"} if group.lemma in PLACING else {"from"}):
            return None
        used.add(noun)
        over_line = nodes[joint].low in {"from", "to"} and is_call(sentence, at, noun)
        at = joint + 1
    elif group.lemma != "spend" or not (at := _behind_span(sentence, group)):
        return None
    partners, end = parties_from(passage, sentence, at)
    partners = [node for node in partners if _is_called_on(node, group.lemma) or _is_called_there(sentence, node, end)]
    # 'called on the government to act' asks; a call is paid to a person, without 'to' behind
    if not partners or (group.lemma == "call" and end < len(nodes) and nodes[end].low in {"to", "for"}):
        return None
    subjects = subjects_of(sentence, group, passage)
    finding = event_of(sentence, group, subjects, partners, rule="meetings/call-on", end=end) if subjects else None
    if finding is not None and over_line:
        finding.medium = "call"
    return finding


def _behind_dropping_in(sentence: Sentence, group: VerbGroup) -> int | None:
    """Return the index after the words of the verb: 'called on', 'dropped in on', 'visited'; None where they are not there."""
    lows = [node.low for node in sentence.nodes[group.last : group.last + _WORDS_OF_VERB]]
    told = " ".join(lows)
    words = next((words for words in DROPPING_IN[group.lemma] if not words or f"{told} ".startswith(f"{words} ")), None)
    return group.last + len(words.split()) if words is not None else None


def _behind_span(sentence: Sentence, group: VerbGroup) -> int:
    """Return the index after 'with' behind a span of time: 'spent three hours with', 'spent part of the day in Rome with'; else 0."""
    nodes = sentence.nodes
    at = group.last
    while at < len(nodes) and at - group.last < _SPAN and nodes[at].low != "with" and _is_of_span(nodes, at):
        at += 1
    length = any(node.low in LENGTHS or node.kind == "DAT" for node in nodes[group.last : at])
    at = behind_scene(sentence, at) if length else at
    return at + 1 if at < len(nodes) and nodes[at].low == "with" and length else 0


def _is_of_span(nodes: list[Node], at: int) -> bool:
    """Tell whether the node belongs to a span of time: 'most of the morning', 'an hour on Tuesday'."""
    if nodes[at].kind in {"d", "#", "x", "p", "DAT", "r", "u"} or nodes[at].low == "part":
        return True
    if nodes[at].low == "of":
        return nodes[at - 1].low in PORTIONS
    following = nodes[at + 1] if at + 1 < len(nodes) else None
    return nodes[at].low in DATE_OPENERS and following is not None and (following.kind == "DAT" or following.low == "the")


def _after_day(sentence: Sentence, at: int) -> int:
    """Return the index after a day at the node *at*: 'on Monday', 'yesterday', 'late on Sunday'; *at* where there is none."""
    nodes = sentence.nodes
    index = at
    while index < len(nodes) and index - at < _DAY and (nodes[index].kind in {"DAT", "r"} or nodes[index].low in DATE_OPENERS):
        index += 1
        if nodes[index - 1].kind == "DAT":
            return index
    return at


def _call_behind(sentence: Sentence, at: int) -> int | None:
    """Return the index of the call that is the object from the node *at* on, where more follows: 'a phone call from'."""
    nodes = sentence.nodes
    for index in range(at, min(len(nodes) - 1, at + _SPAN)):
        named = nodes[index].low in VISITING_CALLS or f"{nodes[index - 1].low} {nodes[index].low}" in VISITING_CALLS
        if named and sentence.group_at(index) is None:
            return index
        if nodes[index].kind in {"PER", "TTL", "f", ","}:
            return None
    return None


def _is_called_there(sentence: Sentence, node: Node, end: int) -> bool:
    """Tell whether a place or day says that a call was paid: 'called on him in Oslo'."""
    nodes = sentence.nodes
    return node.kind == "PRO" and end < len(nodes) and (nodes[end].low in {"in", "at", "on"} or nodes[end].kind == "DAT")


def _is_called_on(node: Node, lemma: str) -> bool:
    if lemma == "visit":
        # not a place that nobody knows
        return bool(node.titles) and node.kind in {"PER", "TTL"}
    return node.kind in {"PER", "TTL"} or (node.kind == "GRP" and lemma == "spend") or (node.kind in {"GRP", "PRO"} and lemma in PLACING)
