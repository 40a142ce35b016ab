"""Changes of a journey: 'Juba has been struck off', 'will skip Nairobi', 'a visit to Riga has been put off'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, list_from, subject_of
from factwatch.extraction.otherwise import against_plan
from factwatch.extraction.travel.changing import change_of, new_date
from factwatch.extraction.travel.conditions import doubted
from factwatch.extraction.travel.dating import give_day
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.members import leave_out
from factwatch.extraction.travel.noun_days import day_of_event
from factwatch.extraction.travel.phases import find_taken_in
from factwatch.extraction.travel.stops import find_are_next, find_come_last, find_named_route, find_next
from factwatch.extraction.travel.telling import tell
from factwatch.extraction.travel.travellers import travellers_of
from factwatch.extraction.travel.trips import Telling, to_come
from factwatch.extraction.travel.undone import change_subject, known_places, subject_phrase
from factwatch.extraction.travel.words import CANCEL, MISSED, PLAN, POSTPONE, PROGRAMMES, SET_FOR, VISITS

_TOLD: Final = 6
"""So many visits of one sentence."""
_CHANGED: Final = frozenset({"also", "instead", "now"})
"""With them it is told that somebody stays at home who was to go."""
_OBJECT: Final = 4
"""Nodes of 'her connecting flight'."""
_FALLEN: Final = frozenset({"fallen", "fell", "falls"})


def find_change(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Enter what *group* tells of changes to journeys."""
    change = change_of(sentence, group)
    if _now_later(journal, sentence, group):
        return
    if change is not None:
        change_subject(journal, sentence, group, change)
    elif (
        group.lemma in {"skip", "drop", "omit", "bypass", "miss", "scrap", "cancel", "scratch", "forgo", "ditch", "add", "axe"}
        and not group.passive
    ):
        _places_dropped(journal, sentence, group)
    if group.lemma == "come":
        find_come_last(journal, sentence, group)
    if group.lemma == "be":
        find_are_next(journal, sentence, group)
        find_named_route(journal, sentence, group)
    if group.lemma in {"include", "cover", "take", "span", "bring", "lead"}:
        find_taken_in(journal, sentence, group)


def _now_later(journal: Journal, sentence: Sentence, group: VerbGroup) -> bool:
    """'He had been due in Dili. He'll now go in September': the visit that was off is only put off."""
    if "now" not in group.chain and "instead" not in group.chain:
        return False
    nodes = sentence.nodes
    at = group.last
    trip = journal.trip
    taking_place = group.lemma in {"take", "happen", "begin", "start", "go", "run"} and group.tense == "future"
    fixed = group.lemma == "be" and at < len(nodes) and nodes[at].low in SET_FOR
    set_anew = group.perfect and (fixed or (group.lemma in PLAN and group.passive))
    if (taking_place or set_anew) and not group.negative and journal.near(2):
        phrase = subject_phrase(journal, sentence, group)
        date = day_of_event(sentence, group) or (new_date(sentence, at + 1) if fixed else None)
        off = [item for item in (trip.findings[-8:] if trip else []) if item.status in {"cancelled", "postponed"}]
        if phrase is not None and not phrase.route.stops and date is not None and off and nodes[phrase.first].kind in {"d", "PRO"}:
            # 'has put off his trip to A and B. The trip will now take place in August', 'has now been fixed for August'
            for finding in off:
                if finding.unit == off[-1].unit:
                    finding.status, finding.when, finding.tense = "postponed", date, "future"
            return True
        if set_anew:
            return False
    if (
        group.lemma not in {"go", "travel", "visit", "come", "begin", "start", "fly"}
        or group.tense != "future"
        or group.negative
        or trip is None
        or not journal.near(1)
    ):
        return False
    while at < len(nodes) and nodes[at].low in {"there", "in", "on", "later", "the"}:
        at += 1
    last = trip.findings[-1] if trip.findings else None
    if at >= len(nodes) or nodes[at].kind != "DAT" or last is None or last.status not in {"cancelled", "postponed"}:
        return False
    last.status, last.when, last.tense = "postponed", nodes[at].value, "future"
    return True


def _it_changed(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'whose trip to Peru had been set for May, has decided to put it off until June': the visit told last is off or put off."""
    nodes = sentence.nodes
    at = group.last
    if at + 1 >= len(nodes) or nodes[at].low != "it" or group.passive or group.negative or group.modality == "possible":
        return
    verb = f"{group.lemma} {nodes[at + 1].low}"
    change = "postponed" if {group.lemma, verb} & POSTPONE else "cancelled" if {group.lemma, verb} & CANCEL else ""
    trip = journal.trip
    last = trip.findings[-1] if trip is not None and trip.findings and journal.near(1) else None
    if not change or last is None or last.status not in {"planned", "cancelled"} or doubted(sentence, group):
        return
    if last.unit != sentence.unit.index and not journal.same_as_current(subject_of(sentence, group)):
        return
    date = new_date(sentence, at + 1)
    if change == "postponed" and date is None and group.perfect:
        # 'will visit Peru in May. She has put it off twice'
        return
    last.status, last.order = change, None
    if change == "postponed" and date is not None:
        last.when, last.tense = date, "future"


def find_stays_home(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'was due in Lima on Friday. He will now stay at home': the visit told last is off."""
    nodes = sentence.nodes
    at = group.last + (group.last < len(nodes) and nodes[group.last].low == "at")
    trip = journal.trip
    if at >= len(nodes) or nodes[at].low not in {"home", "behind"} or group.negative or group.modality == "possible" or trip is None:
        return
    if not journal.near(1):
        return
    subjects = subject_of(sentence, group)
    if not journal.same_as_current(subjects):
        if not _CHANGED.isdisjoint(group.chain):
            leave_out(journal, sentence, subjects)
        return
    for finding in trip.findings[-1:]:
        if finding.status == "planned":
            finding.status, finding.order = "cancelled", None


def _event_missed(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'skipped the summit in Quito', 'will miss the conference in Lagos'."""
    reader = journal.reader(sentence)
    if any(node.low in MISSED for node in sentence.nodes[group.last : group.last + _OBJECT]):
        # 'missed her connection in Lima'
        return
    route = reader.read(group.last, frozenset(), bare=True, manner=False)
    who = travellers_of(sentence, group)
    if not who or len(route.stops) != 1 or route.void:
        return
    give_day(journal, sentence, group, route)
    telling = tell(journal, sentence, group, route.stops[0].when)
    if telling is not None and telling.status in {"done", "planned"} and not telling.negative:
        missed = journal.add(
            sentence, who, route.stops[0], Telling("cancelled", telling.tense), "travel/skipped", start=sentence.nodes[group.first].start
        )
        missed.tense = telling.tense


def find_changes(journal: Journal, sentence: Sentence) -> None:
    """Enter the changes that no verb frame tells."""
    if not sentence.lows.isdisjoint(_FALLEN):
        _fallen(journal, sentence)
    if "it" in sentence.lows:
        for group in sentence.groups:
            _it_changed(journal, sentence, group)
    if "wait" in sentence.lows:
        _waiting(journal, sentence)
    find_next(journal, sentence)
    if "than" in sentence.lows:
        _against_plan(journal, sentence)


def _against_plan(journal: Journal, sentence: Sentence) -> None:
    """'Her trip to Lima will be made a month later than planned': without a new day it is put off; the words belong to what tells of it."""
    told = [item for item in journal.found[-_TOLD:] if item.unit == sentence.unit.index and item.status == "planned"]
    for group in sentence.groups if told else ():
        how, end = against_plan(sentence, group.last)
        for finding in told if how else ():
            finding.end = max(finding.end, sentence.nodes[end - 1].end)
            if how == "later" and finding.when is None:
                finding.status, finding.modality = "postponed", "asserted"
        if how:
            return


def _waiting(journal: Journal, sentence: Sentence) -> None:
    """'Her trip to Lima will have to wait until May'."""
    nodes = sentence.nodes
    for index in range(3, len(nodes)):
        if nodes[index].low == "wait" and nodes[index - 1].low == "to" and nodes[index - 2].low in {"have", "has"}:
            first = index - 3 if nodes[index - 3].kind == "u" else index - 2
            change_subject(journal, sentence, VerbGroup(first, index + 1, index, "wait", "base", tense="future"), "postponed")


def _fallen(journal: Journal, sentence: Sentence) -> None:
    """'Libreville has fallen away', 'The stop in Quito fell through'."""
    nodes = sentence.nodes
    for index in range(1, len(nodes) - 1):
        if nodes[index].low in _FALLEN and nodes[index + 1].low in {"away", "through"}:
            at = index - 1
            while at > 0 and nodes[at].kind in {"u", "r"}:
                at -= 1
            group = VerbGroup(at + 1, index + 1, index, "fall", "past", tense="past")
            change_subject(journal, sentence, group, "cancelled")


def _places_dropped(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'will skip Nairobi', 'has added Accra to his itinerary'."""
    if group.last >= len(sentence.nodes) or group.modality == "possible":
        return
    places, _ = list_from(sentence, group.last, lambda node: node.kind == "LOC" or (node.kind == "PER" and not node.titles))
    if not places:
        if group.lemma in {"skip", "miss"}:
            _event_missed(journal, sentence, group)
        return
    route = known_places(journal, sentence, places)
    if route is None:
        return
    tail = sentence.nodes[group.last : group.last + 14]
    aimed = any(node.low.split()[-1] in VISITS or node.low in PROGRAMMES for node in tail)
    who = travellers_of(sentence, group)
    if group.lemma == "add" and not aimed:
        return
    if group.lemma not in {"skip", "bypass", "add"} and not aimed:
        return
    who = who or journal.current_who()
    telling = tell(journal, sentence, group)
    if not who or telling is None or group.negative:
        return
    status = to_come() if group.lemma == "add" else Telling("cancelled", "future")
    journal.add_route(
        sentence, who, route, status, "travel/added" if group.lemma == "add" else "travel/skipped", start=sentence.nodes[group.first].start
    )
