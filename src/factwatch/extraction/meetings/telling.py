"""State, day and place of a meeting that a noun tells."""

from __future__ import annotations

from typing import Any, Final

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.context import clause, is_hypothetical, reporter
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.events import end_of_change, event_after
from factwatch.extraction.meetings.medium import is_call
from factwatch.extraction.meetings.noun_phrases import Phrase, fronted_day, phrase_day, phrase_end
from factwatch.extraction.meetings.plans import as_planned
from factwatch.extraction.meetings.predicates import Fate, arranged_day, arranging, fate_of
from factwatch.extraction.meetings.scene import place_between, place_moved_to, place_of_meeting, place_to
from factwatch.extraction.meetings.topics import topic_added, topics_from, topics_of
from factwatch.extraction.meetings.words import (
    ACCOUNTS,
    AGREEING,
    ASIDES,
    ASKING_FOR,
    BEFORE,
    BEING_THERE,
    CANCELLING,
    CHANGING,
    COMING,
    DUE,
    FUTURE,
    HAPPENING,
    LEAVING,
    PREPARING,
    PUT_ON,
    REJECTING,
    TAKEN_OFF,
    UNDOING,
    WHEN_IT_WAS,
    WITHDRAWING,
)
from factwatch.extraction.neighbours import group_after, group_before
from factwatch.extraction.occasion import day_of, goal_of, place_handed_down
from factwatch.extraction.phrases import Node

_WISHES: Final = frozenset({("ask", False), ("invite", True)})
"""Verbs, active or passive, behind which a meeting is somebody's wish: 'asked for talks', 'was invited for talks'."""
_NEAR: Final = 3
"""What a verb has for its object stands right behind it, in nodes."""
_HELD: Final = 6
"""'held earlier in the day', in nodes."""
_TO_WHEN: Final = 4
"""Between the verb and the meeting stands no longer phrase, in nodes: 'have brought forward by two days the meeting of'."""
_UNTIL: Final = frozenset({"by", "till", "to", "until"})
_WHEN_KINDS: Final = frozenset({"f", "DAT", "d", "#", "x"})


def finding_of(sentence: Sentence, phrase: Phrase, who: list[Node], other: list[Node]) -> Finding:
    """Return the meeting of *who* and *other* of which the phrase tells, with what its own words add."""
    nodes = sentence.nodes
    start = min(nodes[phrase.noun].start, nodes[phrase.first].start, *(node.start for node in who))
    last = max(nodes[min(phrase.last, len(nodes)) - 1].end, nodes[phrase.noun].end)
    finding = Finding("meeting", "meetings/noun", sentence.unit.index, start, last, who=list(who), other=list(other), confidence=0.8)
    finding.status = "planned"
    if is_call(sentence, phrase.first, phrase.noun):
        finding.medium = "call"
    finding.topics = topics_from(sentence, phrase.last - 1)
    for index in range(phrase.last, min(len(nodes), phrase.last + 8)):
        if nodes[index].low in ASIDES:
            finding.event = event_after(nodes, index)
    return finding


def tell_by_predicate(sentence: Sentence, finding: Finding, phrase: Phrase, predicate: VerbGroup, fate: Fate) -> None:
    """Read 'A meeting between X and Y was cancelled', 'Her talks with Y, scheduled for Friday, will take place in Rome'."""
    finding.status, finding.modality = fate.status, fate.modality
    finding.negative = fate.negative
    finding.tense = "past" if fate.status == "done" else "future"
    told = phrase_day(sentence, phrase, predicate.first) or arranged_day(sentence, phrase.last, predicate.first)
    # a meeting that is put off has the new day or none
    moved = _joined_day(sentence, predicate) if fate.moved else None
    finding.when = fate.when if fate.status == "postponed" else fate.when or moved or told
    if fate.moved:
        finding.extra["moved"] = True
    _, last = clause(sentence, predicate)
    finding.end = max(finding.end, end_of_change(sentence, predicate, last, moved=fate.moved))
    finding.place = _new_place(sentence, fate, predicate.last, last)
    finding.place = finding.place or place_between(sentence, phrase.noun + 1, predicate.first)
    finding.place = finding.place or place_between(sentence, predicate.last, last)
    finding.place = finding.place or arranged_place(sentence, phrase.last, predicate.first)
    finding.place = finding.place or place_handed_down(sentence, predicate)
    finding.attribution = reporter(sentence, predicate)
    if not finding.topics:
        finding.topics = topics_of(sentence, predicate)


def _joined_day(sentence: Sentence, predicate: VerbGroup) -> Any:
    """Return the day of the verb joined to it: 'has been moved to Oslo and will now open on May 3'."""
    group = group_after(sentence, predicate.main)
    if group is None or group.lemma not in HAPPENING or group.negative or sentence.nodes[group.first - 1].low != "and":
        return None
    day = day_of(sentence, group)
    return day.value if day is not None else None


def arranged_place(sentence: Sentence, first: int, last: int) -> Node | None:
    """Return where the meeting was, told between it and what is said of it: 'which took place in Oslo'."""
    group = arranging(sentence, first, last)
    return place_between(sentence, group.last, last) if group is not None else None


def _new_place(sentence: Sentence, fate: Fate, first: int, last: int) -> Node | None:
    """Return where a meeting that has been moved takes place now, as told between the nodes *first* and *last*."""
    return place_moved_to(sentence, first, last) or place_between(sentence, first, last) if fate.moved else None


def tell_by_preposition(sentence: Sentence, finding: Finding, phrase: Phrase) -> None:
    """Read 'Last month, following talks between X and Y in Oslo, ...' where no verb can be made out."""
    end = phrase_end(sentence, phrase)
    finding.status = "done" if phrase.preposition and phrase.preposition not in BEFORE | {"for"} else "planned"
    finding.tense = "future" if finding.status == "planned" else "past"
    finding.when = phrase_day(sentence, phrase, end) or fronted_day(sentence, phrase)
    finding.place = place_between(sentence, phrase.noun + 1, end) or place_between(sentence, phrase.last, end)


def _tell_by_verb_of_change(sentence: Sentence, finding: Finding, phrase: Phrase, group: VerbGroup) -> bool:
    """Read 'Organisers have moved the meeting between X and Y to Rome', 'officials called off talks between'; tell whether it is that."""
    if phrase.preposition or group.passive or group.negative or group.verb not in CHANGING:
        return False
    between = sentence.nodes[group.last : phrase.first]
    if between and (len(between) > _TO_WHEN or between[0].low not in _UNTIL or any(node.kind not in _WHEN_KINDS for node in between)):
        return False
    _, last = clause(sentence, group)
    fate = fate_of(sentence, group, phrase.last)
    if fate is None:
        return False
    finding.status, finding.modality = fate.status, fate.modality
    finding.tense = "future"
    finding.when = fate.when or next((node.value for node in between if node.kind == "DAT"), None)
    if fate.moved:
        finding.extra["moved"] = True
        # 'the meeting of A and B, which will now take place on Wednesday'
        finding.when = finding.when or arranged_day(sentence, phrase.last, len(sentence.nodes))
    finding.place = _new_place(sentence, fate, phrase.last, last)
    if fate.status == "cancelled":
        as_planned(sentence, finding, phrase.last)
    finding.attribution = reporter(sentence, group)
    return True


def _is_account(nodes: list[Node], phrase: Phrase) -> bool:
    """Tell whether the meeting has been told to the end: 'a readout of', 'a transcript of'."""
    at = phrase.first - 1 if nodes[phrase.first].low != "of" else phrase.first
    return at > 0 and nodes[at - 1].low in ACCOUNTS


def _undone(nodes: list[Node], phrase: Phrase) -> str:
    """Return the status that the noun before 'of' gives to the meeting, or ''."""
    at = phrase.first - 2
    return UNDOING.get(nodes[at].low, "") if phrase.preposition == "of" and at >= 0 else ""


def _is_prepared_for(nodes: list[Node], phrase: Phrase) -> bool:
    """Tell whether somebody only gets ready for the meeting: 'to prepare for her call with B', 'preparations for talks with B'."""
    at = phrase.first - 1 if nodes[phrase.first].low != "for" else phrase.first
    return phrase.preposition == "for" and at > 0 and nodes[at - 1].low in PREPARING


def _sets_agenda(sentence: Sentence, finding: Finding, phrase: Phrase, group: VerbGroup) -> bool:
    """Tell whether something is put on, or taken off, the agenda of the meeting, which is still to come; what is put on is its topic."""
    at = phrase.first - 1 if sentence.nodes[phrase.first].low != "of" else phrase.first
    if phrase.preposition != "of" or at < 1 or sentence.nodes[at - 1].low != "agenda" or group.lemma not in PUT_ON | TAKEN_OFF:
        return False
    topics, start = topic_added(sentence, group)
    if topics:
        finding.topics, finding.start = topics, min(finding.start, sentence.nodes[start].start)
    return True


def _is_over(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the verb, or the one that it hangs on, tells of what has been: 'agreed', 'have agreed to boost'."""
    if group.tense == "past" or not AGREEING.isdisjoint(group.chain):
        return True
    outer = group_before(sentence, group.main) if group.infinitive else None
    return outer is not None and outer.tense == "past"


def _is_dated(nodes: list[Node], phrase: Phrase) -> bool:
    """Tell whether its day owns the meeting: "Friday's talks"."""
    return any(nodes[index].kind == "DAT" and nodes[index + 1].kind == "s" for index in range(phrase.first, phrase.noun - 1))


def _is_plan_dropped(nodes: list[Node], phrase: Phrase, group: VerbGroup) -> bool:
    """Tell whether the plan for the meeting is the object of a verb of giving up."""
    plan = phrase.first - 2
    if phrase.preposition != "for" or plan < group.last or nodes[plan].low not in {"plan", "plans"}:
        return False
    return (group.verb in CANCELLING or group.lemma in CANCELLING) and not group.negative and plan - group.last < _NEAR


def _was_due(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether somebody was awaited for the meeting: 'had been due in Oslo for talks with X'."""
    return group.tense == "past" and group.last < len(sentence.nodes) and sentence.nodes[group.last].low in DUE


def _day_held(sentence: Sentence, phrase: Phrase) -> Any:
    """Return the day told by a participle right behind: 'the talks between A and B, held on Monday'."""
    nodes = sentence.nodes
    at = phrase.last + (phrase.last < len(nodes) and nodes[phrase.last].kind == ",")
    return arranged_day(sentence, at, at + _HELD) if at < len(nodes) and nodes[at].low == "held" else None


def tell_by_governing(sentence: Sentence, finding: Finding, phrase: Phrase, group: VerbGroup) -> bool:
    """Read 'said after talks with X', 'arrived for a meeting with Y', 'will hold his first talks with Z'; False where it only might be."""
    if is_hypothetical(sentence, group):
        return False
    if _tell_by_verb_of_change(sentence, finding, phrase, group):
        return True
    if group.negative and phrase.first == group.last and group.verb in CHANGING:
        # 'would not postpone the talks between A and B'
        return False
    if group.lemma in ASKING_FOR and phrase.preposition in {"for", "to"} and not group.passive:
        return False
    fronted = group.main > phrase.noun
    unready = _is_prepared_for(sentence.nodes, phrase)
    words = {node.low for node in sentence.nodes[phrase.first : phrase.noun]}
    ahead = phrase.preposition in BEFORE or bool(words & FUTURE) or unready or _sets_agenda(sentence, finding, phrase, group)
    finding.status = "done" if _has_been(sentence, phrase, group, ahead=ahead, fronted=fronted) else "planned"
    if finding.status == "planned":
        finding.modality = group.modality if group.modality != "asserted" else "planned"
    rejected = _set_fate(sentence, finding, phrase, group, fronted=fronted)
    finding.negative = rejected or (
        group.negative and not fronted and not ahead and phrase.preposition not in {"after", "following", "since"}
    )
    finding.tense = "future" if finding.status in {"planned", "cancelled"} else "past"
    _set_scene(sentence, finding, phrase, group, fronted=fronted, dated=not unready)
    finding.attribution = reporter(sentence, group)
    return True


def _has_been(sentence: Sentence, phrase: Phrase, group: VerbGroup, *, ahead: bool, fronted: bool) -> bool:
    """Tell whether the meeting has taken place by what the verb *group* tells."""
    nodes = sentence.nodes
    past = group.tense == "past"
    if group.infinitive or group.participle:
        outer = group_before(sentence, group.main)
        past = outer is not None and outer.tense == "past" and (group.participle or outer.lemma in COMING)
    leaving = phrase.preposition == "for" and group.lemma in LEAVING
    told = fronted and phrase.definite == "the" and phrase.preposition == "before" and past
    # 'tells reporters after talks with X'
    told = told or (phrase.preposition in WHEN_IT_WAS and not fronted and group.tense == "present" and not ahead)
    # 'have agreed to boost trade during talks between A and B'
    told = told or (phrase.preposition == "during" and phrase.between and not fronted and _is_over(sentence, group))
    # 'The following is a readout of A's call with B'
    told = told or (phrase.preposition == "of" and not ahead and _is_account(nodes, phrase))
    if not told and not (past and not ahead and not leaving):
        return False
    # 'arrived on Thursday evening for Friday's talks with B'
    return not (phrase.preposition == "for" and group.lemma in BEING_THERE and _is_dated(nodes, phrase))


def _set_fate(sentence: Sentence, finding: Finding, phrase: Phrase, group: VerbGroup, *, fronted: bool) -> bool:
    """Set what the verb makes of a plan for the meeting; tell whether somebody says no to it."""
    rejected = False
    if _is_plan_dropped(sentence.nodes, phrase, group):
        # 'scrapped plans for a meeting with B'
        finding.status, finding.modality = "cancelled", "asserted"
    elif group.verb in WITHDRAWING and phrase.preposition in {"of", "from"}:
        finding.status, finding.modality = "cancelled", "asserted"
    elif rejected := not {group.verb, group.lemma}.isdisjoint(REJECTING) and not phrase.preposition and not fronted:
        # 'ruled out a meeting with X'
        finding.status, finding.modality = "planned", "planned"
    elif group.lemma == "be" and phrase.preposition == "for" and _was_due(sentence, group):
        finding.status = "cancelled" if group.perfect else "planned"
    elif group.unfulfilled and not fronted:
        # 'had been due to visit Rome for talks with X'
        finding.status, finding.modality = "cancelled", "asserted"
    elif phrase.preposition in {"for", "to"} and (group.lemma, group.passive) in _WISHES:
        finding.status, finding.modality = "planned", "requested"
    elif phrase.preposition == "in" and group.lemma == "be" and group.last == phrase.first - 1 and group.tense == "present":
        # 'is in talks with X'
        finding.status, finding.modality = "underway", "asserted"
    if undone := _undone(sentence.nodes, phrase):
        # 'The cancellation of the talks between A and B'
        finding.status, finding.modality = undone, "asserted"
    return rejected


def _set_scene(sentence: Sentence, finding: Finding, phrase: Phrase, group: VerbGroup, *, fronted: bool, dated: bool) -> None:
    """Set day and place: the phrase's own, or those of the verb where its day is the meeting's, too."""
    end = phrase_end(sentence, phrase)
    finding.when = phrase_day(sentence, phrase, end) or _day_held(sentence, phrase) or fronted_day(sentence, phrase)
    if finding.status == "cancelled":
        as_planned(sentence, finding, phrase.last)
    if finding.when is None and not fronted and dated and phrase.preposition not in {"ahead", "since"}:
        day = day_of(sentence, group)
        finding.when = day.value if day is not None else None
    finding.place = finding.place or place_between(sentence, phrase.noun + 1, end)
    if finding.place is not None or fronted:
        return
    if group.lemma in BEING_THERE:
        # 'to fly to Lisbon for talks with'
        finding.place = goal_of(sentence, group)
    if finding.place is None and phrase.preposition not in BEFORE:
        finding.place = place_of_meeting(sentence, group, after=max(group.last, phrase.last))
    if finding.place is None and group.passive and phrase.preposition == "for":
        # 'was summoned to State House for a meeting with X'
        finding.place = place_to(sentence, group.last, phrase.first)
