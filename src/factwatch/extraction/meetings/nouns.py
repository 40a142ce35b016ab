"""Nouns that tell of a meeting: 'her talks with Y', 'for talks with Y', 'talks between X and Y'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from factwatch.extraction.clauses import NOUN_PHRASES, Sentence, VerbGroup, subject_of
from factwatch.extraction.context import day_of, goal_of, is_hypothetical, place_of, reporter
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.parties import is_plural_party, parties_from, with_after
from factwatch.extraction.meetings.topics import topics_from
from factwatch.extraction.meetings.words import BEING_THERE, CANCELLING, FUTURE, MEETING_NOUNS, POSTPONING, TAKING_PART
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node

_NEAR: Final = 6
"""The owner stands no further before the noun, in nodes."""
_CALL: Final = re.compile(r"\b(?:phone|telephone|video)\b")


def by_noun(passage: Passage, sentence: Sentence, used: set[int]) -> Iterator[Finding]:
    """Find the meetings that nouns of *sentence* tell of, but for the nouns at the indices *used*, of which a verb told."""
    nodes = sentence.nodes
    for index, node in enumerate(nodes):
        if node.low not in MEETING_NOUNS or index in used or sentence.group_at(index) is not None:
            continue
        at = with_after(nodes, index)
        partners, end = parties_from(passage, sentence, at) if at else ([], at)
        if not partners:
            continue
        who, other = _owner(sentence, index), partners
        if nodes[at - 1].low == "between":
            if len(partners) < 2 and not is_plural_party(partners[0]):  # noqa: PLR2004  # two sides
                continue
            who, other = partners[:1], partners[1:]
        if not who:
            continue
        finding = _event(sentence, who, other, noun=index, end=end)
        if finding is not None:
            yield finding


def _owner(sentence: Sentence, noun: int) -> list[Node]:
    """Return whose meeting it is: 'Rubio's talks', 'his meeting', '(arrived) for talks', 'during a meeting'."""
    nodes = sentence.nodes
    index = noun - 1
    while index >= 0 and noun - index < _NEAR and nodes[index].kind in {"x", "ADJ", "#", "p", "m", "r", "DAT"}:
        index -= 1
    if index < 0:
        return []
    if nodes[index].kind == "s" and index and nodes[index - 1].kind in NOUN_PHRASES:
        return [nodes[index - 1]]
    if nodes[index].kind == "PRO" and nodes[index].low in {"his", "her", "their"}:
        return [nodes[index]]
    while index >= 0 and nodes[index].kind == "d":
        index -= 1
    if index > 0 and nodes[index].low == "of":
        # 'after a night of talks'
        index -= 1
        while index >= 0 and nodes[index].kind in {"x", "d", "#", "DAT", "p"}:
            index -= 1
    if index >= 0 and nodes[index].low in {"for", "during", "in", "after", "following", "before", "at"}:
        group = _governing(sentence, noun)
        if group is not None and group.lemma in TAKING_PART:
            return subject_of(sentence, group)
    return []


def _governing(sentence: Sentence, index: int) -> VerbGroup | None:
    """Return the verb in whose clause the noun stands: the last one before it, else the first after it."""
    before = [group for group in sentence.groups if group.main < index]
    if before:
        return before[-1]
    return sentence.groups[0] if sentence.groups else None


def _event(sentence: Sentence, who: list[Node], other: list[Node], *, noun: int, end: int) -> Finding | None:
    """Return the meeting of the noun at the index *noun*, whose parties end before *end*; None where it only might take place."""
    nodes = sentence.nodes
    group = _governing(sentence, noun)
    start = min(nodes[noun].start, *(node.start for node in who))
    last = nodes[min(end, len(nodes)) - 1].end
    finding = Finding(
        "meeting", "meetings/noun", sentence.unit.index, start, max(last, nodes[noun].end), who=who, other=other, confidence=0.8
    )
    before = nodes[noun - 1].low if noun else ""
    words = {node.low for node in nodes[max(0, noun - 4) : noun]}
    finding.status = "planned"
    if group is not None:
        if is_hypothetical(sentence, group):
            return None
        verb = group.verb
        after = group.main > noun
        if verb in CANCELLING:
            finding.status = "cancelled"
        elif verb in POSTPONING:
            finding.status = "postponed"
        elif words & FUTURE or "ahead" in words or (not after and group.tense == "future"):
            finding.status = "planned"
            finding.modality = group.modality if group.modality != "asserted" else "planned"
        elif after and group.tense in {"future", "present"}:
            finding.status = "planned"
        else:
            finding.status = "done" if group.tense == "past" else "planned"
            if before == "for" or any(node.low == "for" for node in nodes[max(0, noun - 3) : noun]):
                finding.status = "planned" if group.tense != "past" else "done"
        if group.negative:
            finding.negative = True
        finding.tense = "future" if finding.status == "planned" else "past"
        day = day_of(sentence, group)
        finding.when = day.value if day is not None else None
        finding.place = place_of(sentence, group, max(group.last, noun))
        if finding.place is None and group.main < noun and group.lemma in BEING_THERE:
            # 'to fly to Lisbon for talks with'
            finding.place = goal_of(sentence, group)
        finding.attribution = reporter(sentence, group)
    if _CALL.search(" ".join(node.low for node in nodes[max(0, noun - 2) : noun + 1])) or (
        nodes[noun].low == "call" and before != "courtesy"
    ):
        finding.medium = "call"
    finding.topics = topics_from(sentence, end - 1)
    return finding
