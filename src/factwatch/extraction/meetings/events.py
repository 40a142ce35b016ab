"""State and day of a meeting that a verb tells."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.adjuncts import attachment
from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.clauses.words import ASKING, EXPECTED, PLANNED, STAY_OPENERS, STAYS
from factwatch.extraction.context import clause, is_hypothetical, is_place, reporter, say_lemmas
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.scene import day_when, place_between, place_of_meeting
from factwatch.extraction.meetings.topics import topics_before, topics_from
from factwatch.extraction.meetings.words import (
    AGREEING,
    ASIDES,
    ASKED,
    CANCELLING,
    COMING,
    DUE,
    EVENTS,
    FAVOURS,
    INTENTIONS,
    OFFERS,
    OPINION,
    OTHERWISE,
    POSTPONING,
    PROPOSING,
    REJECTING,
    TELLING,
)
from factwatch.extraction.neighbours import group_after, group_before
from factwatch.extraction.occasion import day_of, pays_visit, place_of
from factwatch.extraction.otherwise import against_plan
from factwatch.extraction.phrases import Node

_INTENTION: Final = 6
"""'no plans' stands no further before the verb, in nodes."""


_NOT_SO: Final = frozenset({"against", "instead of", "of", "from", "than"})
_TIMES: Final = frozenset({"first", "last"})
_CLAUSE: Final = 20
"""A clause reaches no further behind its verb, in nodes."""
_INSTEAD: Final = OTHERWISE - {"now", "no longer"}
"""'now' tells of another plan only within the verb: 'will now meet', not 'will meet B, now a minister'."""
_NOUN: Final = 4
"""An offer stands no further behind the verb that refuses it, in nodes."""
_OFFER: Final = 10
"""'to meet' stands no further behind it."""
_OBJECT: Final = 6
"""Between 'urged' and 'to meet' stand no more nodes than whoever is asked."""


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
    refused = _refused(sentence, group)
    over = group.participle and group.first > 0 and sentence.nodes[group.first - 1].low in {"after", "following"}
    if (
        (not refused and not over and is_hypothetical(sentence, group))
        or not OPINION.isdisjoint(group.chain)
        or _is_proposed(sentence, group)
    ):
        return None
    nodes = sentence.nodes
    start = min((node.start for node in who if node.start > sentence.unit.starts[0] - 1), default=nodes[group.first].start)
    start = min(start, nodes[group.first].start)
    _, last = clause(sentence, group)
    stop = nodes[max(end, group.last) - 1].end
    finding = Finding("meeting", rule, sentence.unit.index, start, stop, who=who, other=other)
    parent = parent_of(sentence, group) or (
        # 'Among the first to call on B was A'
        group_after(sentence, group.main) if group.participle or (group.infinitive and nodes[group.first - 1].kind == "m") else None
    )
    tense = group.tense
    modality = group.modality
    if group.infinitive and (
        (parent is not None and (_is_asked(sentence, group, parent) or not OPINION.isdisjoint(parent.chain)))
        or (group.first and nodes[group.first - 1].low in ASKED)
    ):
        return None
    if group.participle and group.first and nodes[group.first - 1].low in _NOT_SO:
        return None
    if (group.infinitive or group.participle) and parent is not None:
        behind = group.first > 0 and nodes[group.first - 1].low in {"after", "following"} and parent.tense == "present"
        tense = ("past" if behind else parent.tense) if group.participle else ("future" if parent.tense != "past" else "past")
        modality = parent.modality if modality == "asserted" else modality
        if group.participle and not AGREEING.isdisjoint(parent.chain):
            # 'A and B, meeting in Oslo on Monday, agreed to restore ties'
            tense, modality = "past", "asserted"
        if parent.lemma == "look" and nodes[group.first - 1].low == "to":
            # 'looked forward to meeting X'
            tense = "future"
        if group.infinitive and parent.tense == "past":
            tense = "past" if parent.lemma in COMING or pays_visit(sentence, parent) else "future"
        if group.infinitive and _had_the_favour(sentence, parent, group):
            tense, modality = "past", "asserted"
        if group.infinitive and parent.lemma == "be" and nodes[parent.last].low in DUE:
            # 'were due later on Thursday to hold talks'
            tense, modality = "future", "planned"
    if refused:
        tense = "past" if refused == "deny" else "future"
    if group.unfulfilled or _fell_through(sentence, group):
        finding.status = "cancelled"
        finding.confidence = 0.6
    elif tense == "past":
        finding.status = "done"
    elif group.progressive and tense == "present" and not _has_own_day(sentence, group, end):
        finding.status = "underway"
    else:
        finding.status = "planned"
    finding.tense = "past" if finding.status == "done" else "future"
    finding.modality = modality if finding.status == "planned" else "reported" if modality == "reported" else "asserted"
    if modality == "possible" and finding.status == "planned" and set(group.chain) & {"can", "ca"}:
        return None
    finding.negative = (
        bool(refused)
        or _is_ruled_out(sentence, group)
        or group.negative
        or (parent is not None and group.infinitive and parent.negative)
        or _is_denied(sentence, group)
    )
    given_up = _plan_given_up(sentence, group) if group.infinitive else ""
    if given_up:
        finding.status, finding.modality, finding.tense = given_up, "asserted", "future"
    if finding.status == "planned" and group.negative and "longer" in group.chain:
        # 'will no longer meet A'
        finding.status, finding.modality, finding.negative = "cancelled", "asserted", False
    day = (
        day_of(sentence, group)
        or day_when(sentence, group)
        or _joined_day(sentence, group)
        or (parent is not None and day_of_speech(sentence, group, parent))
        or None
    )
    finding.when = day.value if day is not None else None
    if day is not None and finding.status == "done" and day.low.startswith(("next ", "tomorrow")):
        # 'discussed the elections next month'
        finding.when = None
    finding.place = place_of_meeting(sentence, group, after=max(end, group.last))
    if finding.place is None and not group.participle and parent is not None and is_when_it_was(sentence, group, parent):
        # 'was speaking in Rome after he met A'
        finding.place = place_of(sentence, parent)
    if isinstance(finding.place, Node) and getattr(finding.place.value, "kind", "") == "region":
        # 'spoke about the war in the Horn of Africa'
        finding.place = None
    _place_by_cleft(sentence, group, finding)
    finding.extra |= during(sentence, group.first)
    finding.topics = topics_from(sentence, max(end, group.last) - 1)
    if not finding.topics:
        finding.topics, told = topics_before(sentence, group)
        finding.start = min(finding.start, nodes[told].start) if finding.topics else finding.start
    finding.attribution = reporter(sentence, group)
    finding.end = max(finding.end, end_of_change(sentence, group, last))
    words = [node.low for node in nodes[group.last : last]]
    for marker in ASIDES:
        if marker in words:
            finding.event = event_after(nodes, group.last + words.index(marker))
    return finding


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


def _plan_given_up(sentence: Sentence, group: VerbGroup) -> str:
    """Return what became of 'Plans for A to meet B on Friday have been dropped', 'plans to meet B were shelved': a status, or ''."""
    nodes = sentence.nodes
    at = group.first - 1
    if at > 1 and nodes[at - 1].low == "for":
        at -= 2
    if at < 0 or nodes[at].low not in INTENTIONS or at > _NOUN:
        return ""
    fate = group_after(sentence, group.main)
    if fate is None or not fate.passive or fate.negative or fate.tense == "future" or fate.first - group.last > _CLAUSE:
        return ""
    verbs = {fate.verb, fate.lemma}
    return "cancelled" if verbs & CANCELLING else "postponed" if verbs & POSTPONING else ""


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


def _fell_through(sentence: Sentence, group: VerbGroup) -> bool:
    """'was due to meet X but fell ill': a plan of the past that 'but' takes back."""
    chain = set(group.chain)
    if (
        not (chain & {"was", "were", "had"} and chain & (EXPECTED | PLANNED) and "to" in chain)
        or group.negative
        or "but" not in sentence.lows
    ):
        return False
    return any(node.low == "but" for node in sentence.nodes[group.last : group.last + _CLAUSE])


def _is_asked(sentence: Sentence, group: VerbGroup, parent: VerbGroup) -> bool:
    """Tell whether somebody is only asked to do it: 'urged her to meet X', 'called on her to meet X'."""
    nodes = sentence.nodes
    if parent.lemma not in ASKING or parent.negative or group.first - parent.last > _OBJECT:
        return False
    return any(node.kind in {"PER", "TTL", "PRO", "GRP", "ORG", "LOC"} for node in nodes[parent.last : group.first])


def _is_proposed(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether somebody only proposes it: 'suggested that the two leaders meet in Oslo'."""
    if group.form != "base" or group.chain or group.infinitive:
        return False
    before = group_before(sentence, group.first)
    if before is None or before.lemma not in PROPOSING or group.first - before.last > _OBJECT:
        return False
    return any(node.low == "that" for node in sentence.nodes[before.last : group.first])


def _had_the_favour(sentence: Sentence, parent: VerbGroup, group: VerbGroup) -> bool:
    """Tell whether it came about: 'had the honour this morning to meet A'."""
    if parent.lemma != "have" or parent.tense != "past" or parent.negative or group.first - parent.last > _OBJECT:
        return False
    return any(node.low in FAVOURS for node in sentence.nodes[parent.last : group.first])


def _has_own_day(sentence: Sentence, group: VerbGroup, end: int) -> bool:
    """Tell whether the day is the verb's, not that of what went before: 'arrived yesterday in Rome, where he is holding talks'."""
    day = day_of(sentence, group, end)
    return day is not None and getattr(day.value, "direction", "") != "past"


def _refused(sentence: Sentence, group: VerbGroup) -> str:
    """Return the verb by which somebody says no to what the participle tells: 'denied meeting X'; '' where none does."""
    before = group_before(sentence, group.first) if group.participle or group.infinitive else None
    if before is None or before.negative or before.passive:
        return ""
    if not _is_offered(sentence, before, group) if group.infinitive else before.last != group.first:
        return ""
    return next((verb for verb in (before.lemma, before.verb) if verb == "deny" or verb in REJECTING), "")


def _is_offered(sentence: Sentence, before: VerbGroup, group: VerbGroup) -> bool:
    """Tell whether what is refused is an offer to do it: 'declined an invitation from the mayor to meet A'."""
    nodes = sentence.nodes
    offered = any(nodes[index].low in OFFERS for index in range(before.last, min(group.first, before.last + _NOUN)))
    return offered and group.first - before.last <= _OFFER


def _is_denied(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the meeting is what somebody denies: 'denied that he would meet X'."""
    before = group_before(sentence, group.first)
    return (
        before is not None
        and before.lemma == "deny"
        and not before.negative
        and (group.participle or any(node.low == "that" for node in sentence.nodes[before.last : group.first]))
    )


def _is_ruled_out(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether 'without' or 'no' says that it does not take place: 'left without meeting X', 'has no plans to meet X'."""
    nodes = sentence.nodes
    if group.participle and group.first and nodes[group.first - 1].low == "without":
        return True
    return any(
        nodes[index].low == "no" and nodes[index + 1].low in INTENTIONS for index in range(max(0, group.first - _INTENTION), group.main)
    )


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


def parent_of(sentence: Sentence, group: VerbGroup) -> VerbGroup | None:
    """Return the finite verb on which an infinitive or participle hangs."""
    found = None
    for other in sentence.groups:
        if other.main >= group.main:
            break
        if not other.infinitive:
            found = other
    return found
