"""The meeting that a verb tells of: its state, day, place, topics."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.adjuncts import attachment
from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.clauses.words import STAY_OPENERS, STAYS
from factwatch.extraction.context import clause, is_place, reporter, say_lemmas
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.event_states import around, is_open, refused_by, set_denial, set_status, tense_and_modality
from factwatch.extraction.meetings.scene import day_when, place_between, place_of_meeting
from factwatch.extraction.meetings.topics import topics_before, topics_from
from factwatch.extraction.meetings.words import ASIDES, EVENTS, OTHERWISE, TELLING
from factwatch.extraction.neighbours import group_after
from factwatch.extraction.occasion import day_of, place_of
from factwatch.extraction.otherwise import against_plan
from factwatch.extraction.phrases import Node

_ABLE: Final = frozenset({"can", "ca", "could", "may", "might"})
_TIMES: Final = frozenset({"first", "last"})
_CLAUSE: Final = 20
"""A clause reaches no further behind its verb, in nodes."""
_INSTEAD: Final = OTHERWISE - {"now", "no longer"}
"""'now' tells of another plan only within the verb: 'will now meet', not 'will meet B, now a minister'."""


def event_of(sentence: Sentence, group: VerbGroup, who: list[Node], other: list[Node], *, rule: str, end: int) -> Finding | None:
    """
    Return the meeting that the verb *group* tells of, or None where it only might take place.

    Args:
        sentence: Where it is told.
        group: The verb.
        who: Its subjects.
        other: Whom they meet.
        rule: The name of the rule that found it.
        end: The index after the last node of the parties.
    """
    refused = refused_by(sentence, group)
    parent = around(sentence, group)
    if is_open(sentence, group, parent, refused):
        return None
    nodes, behind = sentence.nodes, max(end, group.last)
    start = min((node.start for node in who if node.start > sentence.unit.starts[0] - 1), default=nodes[group.first].start)
    start = min(start, nodes[group.first].start)
    finding = Finding("meeting", rule, sentence.unit.index, start, nodes[behind - 1].end, who=who, other=other)
    told = tense_and_modality(sentence, group, parent, refused)
    set_status(sentence, group, finding, told, end)
    if told[1] == "possible" and finding.status == "planned" and not _ABLE.isdisjoint(group.chain):
        return None
    set_denial(sentence, group, finding, parent, refused)
    _set_day(sentence, group, finding, parent)
    _set_place(sentence, group, finding, parent, behind)
    _place_by_cleft(sentence, group, finding)
    finding.extra |= during(sentence, group.first)
    finding.topics = topics_from(sentence, behind - 1)
    if not finding.topics:
        finding.topics, first = topics_before(sentence, group)
        finding.start = min(finding.start, nodes[first].start) if finding.topics else finding.start
    finding.attribution = reporter(sentence, group)
    _, last = clause(sentence, group)
    finding.end = max(finding.end, end_of_change(sentence, group, last))
    words = [node.low for node in nodes[group.last : last]]
    for marker in ASIDES:
        if marker in words:
            finding.event = event_after(nodes, group.last + words.index(marker))
    return finding


def _set_day(sentence: Sentence, group: VerbGroup, finding: Finding, parent: VerbGroup | None) -> None:
    """Give the meeting its day: the verb's own, or that of the verb it is joined to or hangs on."""
    day = (
        day_of(sentence, group)
        or day_when(sentence, group)
        or _joined_day(sentence, group)
        or (day_of_speech(sentence, group, parent) if parent is not None else None)
        or _day_by(sentence, group, parent)
    )
    # 'discussed the elections next month'
    foreign = day is not None and finding.status == "done" and day.low.startswith(("next ", "tomorrow"))
    finding.when = day.value if day is not None and not foreign else None


def _day_by(sentence: Sentence, group: VerbGroup, parent: VerbGroup | None) -> Node | None:
    """Return the day of what is done by it: 'ended her visit to Oslo on Monday by meeting A'."""
    if parent is None or not group.participle or not group.first or sentence.nodes[group.first - 1].low != "by":
        return None
    return day_of(sentence, parent)


def _set_place(sentence: Sentence, group: VerbGroup, finding: Finding, parent: VerbGroup | None, behind: int) -> None:
    """Give the meeting its place: the verb's own, or that of the verb it hangs on."""
    finding.place = place_of_meeting(sentence, group, after=behind)
    if finding.place is None and not group.participle and parent is not None and is_when_it_was(sentence, group, parent):
        # 'was speaking in Rome after he met A'
        finding.place = place_of(sentence, parent)
    if finding.place == "there" and finding.when is None:
        # 'goes to Rome on Monday. There he has an appointment with A': the day of the stay, too
        finding.extra["during"] = True
    if isinstance(finding.place, Node) and getattr(finding.place.value, "kind", "") == "region":
        # 'spoke about the war in the Horn of Africa'
        finding.place = None


def _place_by_cleft(sentence: Sentence, group: VerbGroup, finding: Finding) -> None:
    """Give the place and day of 'It was in Oslo on Monday that A met B', 'The last time A met B was in Oslo in May'."""
    nodes = sentence.nodes
    opening = [node.low for node in nodes[:3]]
    if opening[:2] == ["it", "was"]:
        first, last = 2, next((index for index in range(2, min(group.first, _CLAUSE)) if nodes[index].low == "that"), 0)
    elif opening[:1] == ["the"] and opening[1:2] and opening[1] in _TIMES and opening[2:] == ["time"]:
        told = group_after(sentence, group.main)
        if told is None or told.lemma != "be":
            return
        first, last = told.last, len(nodes)
    else:
        return
    finding.place = finding.place or place_between(sentence, first, last)
    days = [node.value for node in nodes[first:last] if node.kind == "DAT"]
    finding.when = finding.when or (days[0] if len(days) == 1 else None)


def end_of_change(sentence: Sentence, group: VerbGroup, last: int, *, moved: bool = False) -> int:
    """
    Return where the words end that tell of another plan than before: 'will now focus on', 'will meet in Cairo instead'; 0 where none do.

    Args:
        sentence: Where the meeting is told.
        group: The verb of the meeting.
        last: Index after the last node of its clause.
        moved: Whether the verb itself tells of it.
    """
    nodes = sentence.nodes
    told = next(
        (
            index
            for index in range(min(last, len(nodes)) - 1, group.last - 1, -1)
            if nodes[index].low in _INSTEAD
            or (nodes[index].low == "not" and (_is_elsewhere(nodes, index + 1) or _is_contrast(nodes, index)))
        ),
        None,
    )
    if told is not None:
        return nodes[told].end
    how, behind = against_plan(sentence, group.last)
    if how:
        return nodes[behind - 1].end
    return nodes[group.last - 1].end if moved or not OTHERWISE.isdisjoint(group.chain) else 0


def _is_contrast(nodes: list[Node], at: int) -> bool:
    """Tell whether 'not' at the node *at* brings what it is not about: 'to discuss fish, not oil'."""
    before, after = nodes[at - 1], nodes[at + 1] if at + 1 < len(nodes) else None
    return (before.low in {",", "and"}) and after is not None and after.kind in {"x", "p", "d", "ADJ", "m"}


def _is_elsewhere(nodes: list[Node], at: int) -> bool:
    """Tell whether a place or a day stands at the node *at*, its preposition aside: 'in Cairo, not in Rome', 'on Friday and not Monday'."""
    index = at + (at < len(nodes) and nodes[at].kind == "f")
    return index < len(nodes) and (nodes[index].kind == "DAT" or is_place(nodes[index]))


def day_of_speech(sentence: Sentence, group: VerbGroup, parent: VerbGroup) -> Node | None:
    """Return the day on which somebody speaks of it, or acts then: 'said on Monday after meeting A', 'when she met A'."""
    if not is_when_it_was(sentence, group, parent):
        return None
    day = day_of(sentence, parent)
    return day if day is not None and day.start < sentence.nodes[group.first].start else None


def is_when_it_was(sentence: Sentence, group: VerbGroup, parent: VerbGroup) -> bool:
    """Tell whether the verb says when its parent was: 'said after meeting A', 'was speaking after he met A', 'signed it when he met A'."""
    if parent.tense != "past" or not group.first:
        return False
    speaks = parent.lemma in say_lemmas() or parent.lemma in TELLING
    if group.participle:
        return speaks and sentence.nodes[group.first - 1].low in {"after", "following"}
    link = attachment(sentence).links.get(group.main)
    if link is None or link.parent is not parent:
        return False
    return (link.opener == "when" and sentence.nodes[link.start - 1].kind != "DAT") or (link.opener == "after" and speaks)


def _joined_day(sentence: Sentence, group: VerbGroup) -> Node | None:
    """Return the day of the verb to which this one is joined without a day of its own: 'flew to Oslo on Monday and met A'."""
    link = attachment(sentence).links.get(group.main)
    if link is None or link.opener != "and" or link.parent is None or link.parent.tense != group.tense:
        return None
    if link.parent.lemma in say_lemmas() or link.parent.negative or subject_of(sentence, link.parent) != subject_of(sentence, group):
        return None
    day = day_of(sentence, link.parent)
    return day if day is not None and getattr(day.value, "one_day", False) else None


def during(sentence: Sentence, last: int) -> dict[str, bool]:
    """Return the mark of a meeting that is part of a stay told before: 'During the visit, he', 'While there, she'."""
    nodes = sentence.nodes
    for index in range(min(last, len(nodes) - 1)):
        following = nodes[index + 1]
        if (nodes[index].low == "while" and following.low == "there") or (index == 0 and nodes[min(2, len(nodes) - 1)].low in ASIDES):
            return {"during": True}
        if nodes[index].low in {"during", "at"} and index + 2 < len(nodes) and nodes[index + 2].low in EVENTS:
            return {"gathering": True}
        if nodes[index].low in STAY_OPENERS and index + 2 < len(nodes) and nodes[index + 2].low in STAYS:
            return {"during": True}
    return {}


def event_after(nodes: list[Node], index: int) -> str | None:
    """Return the summit or body named soon behind the node *index*: 'on the sidelines of the X'."""
    for node in nodes[index + 1 : index + 6]:
        if node.kind in {"EVT", "ORG"}:
            return node.name or node.text
    return None
