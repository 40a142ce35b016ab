"""Which words say that a journey is off, put off, brought forward, longer or shorter."""

from __future__ import annotations

from typing import Any, Final

from attrs import evolve

from factwatch.annotation.dates import DateExpression, find_dates
from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.noun_days import date_told
from factwatch.extraction.travel.phrases import Phrase
from factwatch.extraction.travel.travellers import travellers_of
from factwatch.extraction.travel.words import (
    ADVANCE,
    BEFORE_NOW,
    CANCEL,
    CARRY_OUT,
    EXTEND,
    FORMERLY,
    ITINERARIES,
    JOURNEYS,
    LEAVE_FOR,
    MOVE,
    POSTPONE,
    PUT_IN,
    PUT_LATER,
    SHORTEN,
    SLIDE,
    STRUCK_OFF,
    TAKE_PLACE,
)

_HOLD: Final = 12
"""Nodes between 'put' and 'on hold', the journey's among them."""
_OWNER: Final = 7
"""Nodes from 'off' to whose itinerary it is."""
_SLID: Final = frozenset({"to", "from", "by", "until", "till", "into", "back", "for"})
_LIKELY: Final = frozenset({"likely", "unlikely"})
_BEHIND_OFF: Final = frozenset({"", ".", ",", ";", "for", "over", "amid", "following", "after", "because", "the"})
"""What may stand behind 'the visit is off', against 'is off course'."""


def change_of(sentence: Sentence, group: VerbGroup, *, active: bool = False) -> str | None:
    """
    Return 'cancelled', 'postponed', 'advanced', 'shortened', 'extended' or 'added' where *group* says so.

    It says so of its subject, or of its object if *active*.
    """
    nodes = sentence.nodes
    after = nodes[group.last].low if group.last < len(nodes) else ""
    if group.lemma in {"be", "stand", "remain"} and not active:
        at = group.last
        while at < len(nodes) and (nodes[at].kind == "r" or nodes[at].low in {"now", "also"}) and nodes[at].low not in STRUCK_OFF:
            at += 1
        low = nodes[at].low if at < len(nodes) else ""
        follows = nodes[at + 1].low if at + 1 < len(nodes) else ""
        if low == "off" and (follows in _BEHIND_OFF or nodes[at + 1].kind in {".", "DAT"} or _off_list(nodes, at)):
            return "cancelled"
        if low == "taken":
            return "cancelled" if follows in {"off", "out"} else None
        if low in STRUCK_OFF - {"off"}:
            return "cancelled"
        if low == "on" and follows == "hold":
            return "postponed"
        if low in PUT_IN:
            return "added"
        return "postponed" if low in PUT_LATER else None
    if (
        not active
        and group.negative
        and not group.passive
        and group.lemma in TAKE_PLACE
        and (after in {"ahead", "place", "forward"} or group.lemma not in {"go", "take"})
    ):
        return "cancelled"
    if not active and not group.passive:
        if group.lemma in SLIDE and after in _SLID:
            # 'has slipped to April', 'must wait until May'
            return "postponed"
        if group.lemma == "fall" and after == "victim":
            return "cancelled"
        if (group.lemma == "fall" or nodes[group.main].low in {"fallen", "fell"}) and {after, group.particle} & {"through", "away"}:
            # not 'shells fell on the city'
            return "cancelled"
        return None
    if (group.lemma in SHORTEN or group.verb in SHORTEN) and (
        group.lemma != "cut"
        or "short" in {after, group.particle}
        or (active and any(node.low == "short" for node in nodes[group.last : group.last + 8]))
    ):
        return "shortened"
    if group.passive and group.lemma in CARRY_OUT and group.negative:
        # so 'The trip to Geneva was never made' tells
        return "cancelled"
    if group.verb in CANCEL or (group.lemma in CANCEL and group.lemma not in {"pull", "cross", "rule"}):
        return "cancelled"
    if group.lemma == "put" and after == "on" and group.last + 1 < len(nodes) and nodes[group.last + 1].low == "hold":
        return "postponed"
    if (
        group.lemma == "put"
        and active
        and any(_on_hold(nodes, index) for index in range(group.last, min(len(nodes) - 1, group.last + _HOLD)))
    ):
        return "postponed"
    if group.lemma == "pull" and group.passive and after == "from":
        # 'was pulled from the schedule'
        return "cancelled"
    if group.lemma == "take" and after in {"off", "out"} and group.passive:
        return "cancelled"
    if group.verb in POSTPONE or (group.lemma in POSTPONE and group.lemma != "push"):
        return "postponed"
    if group.verb in ADVANCE or (group.lemma == "bring" and after == "forward") or (group.lemma == "move" and after in {"forward", "up"}):
        return "advanced"
    if group.lemma in {"replace", "swap"} and active:
        return "cancelled"
    if active and group.lemma in MOVE and (moved := _moved(nodes, group.last)):
        return moved
    if group.lemma in {"move", "push", "put"} and (after in {"to", "from", "back", "until", "off"} or group.particle in {"back", "off"}):
        return "postponed"
    if group.passive and (group.lemma in LEAVE_FOR or group.verb in LEAVE_FOR) and after in {"for", "until", "till"}:
        return "postponed"
    if group.lemma in EXTEND:
        return "extended"
    if group.lemma == "add" and (group.passive or active):
        return "added"
    return None


def _off_list(nodes: list[Node], at: int) -> bool:
    """Tell whether 'off' at *at* is that of "is off the minister's itinerary"."""
    return any(node.low in JOURNEYS | ITINERARIES for node in nodes[at + 1 : at + _OWNER])


def _moved(nodes: list[Node], at: int) -> str:
    """Return 'postponed' or 'advanced' for 'moved her visit to Lima from Monday to Thursday', '... forward to Friday', else ''."""
    for index in range(at, min(len(nodes) - 1, at + _HOLD)):
        if nodes[index].kind in {";", "QUO", ",", "u"}:
            return ""
        if nodes[index + 1].kind == "DAT" and nodes[index].low in {"to", "from", "until", "till"}:
            return "advanced" if nodes[index - 1].low in {"forward", "up"} else "postponed"
    return ""


def is_likely(group: VerbGroup) -> bool:
    """Return whether the change is only likely: 'is likely to put off his visit'."""
    return not _LIKELY.isdisjoint(group.chain)


def _on_hold(nodes: list[Node], index: int) -> bool:
    return nodes[index].low == "on" and nodes[index + 1].low in {"hold", "ice"}


def new_date(sentence: Sentence, at: int, end: int | None = None) -> Any:
    """Return the date that 'to', 'until' or 'by' introduces after *at*: 'has been pushed back to Dec. 3'."""
    nodes = sentence.nodes
    for index in range(at, min(len(nodes) if end is None else end, at + 10)):
        if nodes[index].kind == "DAT":
            moved = (" to ",) if index and nodes[index - 1].low == "from" else ()  # 'has been moved from Friday to Saturday'
            for mark in (" until ", " till ", *moved):
                if mark in nodes[index].text:
                    # 'originally due on Thursday, until next month'
                    tail = nodes[index].text.rpartition(mark)[2]
                    found = find_dates(tail)
                    start = nodes[index].end - len(tail)
                    return evolve(found[0], start=start + found[0].start, end=start + found[0].end, lead=start) if found else None
            before = nodes[index - 1].low if index else ""
            earlier = nodes[index - 2].low if index > 1 else ""
            if before in {"to", "until", "till", "for"} or (
                before in {"the", "early", "late", "in"} and earlier in {"to", "until", "till"}
            ):
                return nodes[index].value
            date = nodes[index].value
            lead = sentence.text[getattr(date, "lead", date.start) : date.start].lower() if hasattr(date, "lead") else ""
            if any(word in lead.split() for word in ("to", "until", "till")):
                return date
    return None


def change_last(journal: Journal, sentence: Sentence, phrase: Phrase, group: VerbGroup, change: str, *, date: Any = None) -> bool:
    """'but the trip was called off', 'The tour has been put off until May': what was told last is changed."""
    if change not in {"cancelled", "postponed", "advanced"} or group.negative:
        return False
    nodes = sentence.nodes
    trip = journal.trip
    if trip is None or not journal.current_who():
        return False
    if "had" in group.chain and not BEFORE_NOW.isdisjoint(node.low for node in nodes[group.first : group.last + 1]):
        # 'The trip had already been postponed once': that was before the plan told now
        return False
    if not group.passive and group.lemma != "be" and not phrase.who:
        others = [node for node in travellers_of(sentence, group) if node.kind == "PER"]
        if others and trip.surname and not any((node.name or "").split()[-1:] == [trip.surname] for node in others):
            # 'Captain B will miss the tour': not the one who was told to travel
            return False
    low = nodes[phrase.noun].low
    opener = nodes[phrase.first]
    if nodes[max(0, phrase.first - 1)].low == "their" or opener.low == "their":
        subjects = travellers_of(sentence, group) if not group.passive else []
        if len(journal.current_who()) == 1 and any(node.kind in {"TTL", "GRP"} for node in subjects):
            # 'The king and queen put off their visit': not the one traveller told of before
            return False
    if not phrase.who and not (opener.kind == "d" and opener.low in {"the", "this", "that", "these", "those", "both"}):
        # 'has cancelled travel abroad'
        return False
    behind = nodes[phrase.last].low if phrase.last < len(nodes) else ""
    if behind in {"to", "on", "in", "at", "of", "with", "by", "from"} and not _of_journey(nodes, phrase.last):
        # a visit to something that is no place
        return False
    if phrase.first and nodes[phrase.first - 1].kind in {"PER", "ORG", "LOC", "EVT"}:
        return False
    if phrase.who and phrase.who[0].kind == "PER" and trip.surname and (phrase.who[0].name or "").split()[-1:] != [trip.surname]:
        return False
    here = [
        finding for finding in trip.findings[-20:] if finding.unit == sentence.unit.index and finding.status in {"planned", "cancelled"}
    ]
    pending = [finding for finding in trip.findings[-20:] if finding.status in {"planned", "underway"}]
    last = pending[-1:] if not here and low not in JOURNEYS else here or pending
    if not here and low == "visit":
        last = pending[-1:] if len({item.unit for item in pending}) > 1 else pending
    if not last and change == "postponed":
        # 'was to have flown to Juba on Monday. Her visit has been put off to the 21st'
        last = [finding for finding in trip.findings[-1:] if finding.status == "cancelled" and finding.modality == "planned"]
    if opener.low == "that" and not here:
        # 'There is no stop in Cotonou. That visit has been pushed back'
        last = [finding for finding in trip.findings[-1:] if finding.status != "done"]
    if change == "postponed" and date is None:
        # 'will go on 4 November. The trip, first planned for September, was put off': the day told already is the new one
        opening = {node.low for node in nodes[phrase.last : phrase.last + 2]}
        first = date_told(sentence, phrase.last) if opening & FORMERLY else None
        last = [finding for finding in last if not _is_other_day(journal, finding.when, first)]
    for finding in last:
        finding.status = {"cancelled": "cancelled", "postponed": "postponed", "advanced": "planned"}[change]
        finding.order = None
        finding.start, finding.end = _wider(finding, sentence, nodes, group)
        if date is not None:
            finding.when, finding.tense = date, "future"
    return bool(last)


def _of_journey(nodes: list[Node], at: int) -> bool:
    """Tell whether 'of the trip' stands at *at*: 'that leg of the trip'."""
    return nodes[at].low == "of" and at + 2 < len(nodes) and nodes[at + 1].kind in {"d", "PRO"} and nodes[at + 2].low in JOURNEYS


def _is_other_day(journal: Journal, planned: Any, first: Any) -> bool:
    """Tell whether the day that is *planned* lies behind the one *first* meant, as far as the two can be known."""
    if not isinstance(planned, DateExpression) or not isinstance(first, DateExpression) or planned.text == first.text:
        return False
    published = journal.passage.published
    one, other = planned.resolve(published, tense="future"), first.resolve(published, tense="past")
    return one is not None and other is not None and one.first > other.last


def _wider(finding: Finding, sentence: Sentence, nodes: list[Node], group: VerbGroup) -> tuple[int, int]:
    if finding.unit != sentence.unit.index:
        return finding.start, finding.end
    return min(finding.start, nodes[group.first].start), max(finding.end, nodes[group.last - 1].end)
