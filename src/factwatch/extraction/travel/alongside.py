"""Who goes along, told another way round: 'With him will be B', 'She takes with her B', 'B will be at her side'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Stop
from factwatch.extraction.travel.travellers import people_named
from factwatch.extraction.travel.trips import LIVE, Telling, Trip
from factwatch.extraction.travel.words import COMPANY_OPENERS, SIDES, TAKE_ALONG

_HIM: Final = frozenset({"him", "her", "them"})
_FAR: Final = 12
"""Sentences over which a journey that is under way is still the one that a text is about."""
_OPENING: Final = 12
"""Nodes before the verb of 'Travelling with him on the four-day trip will be A'."""


def told_first(trip: Trip, *, now: bool) -> Finding:
    """Return the visit by which the text told of the journey that it is still about: the others are stops of it."""
    if now and trip.findings[0].status in {"done", "underway"} and trip.findings[-1].unit - trip.findings[0].unit <= _FAR:
        # 'The King arrived in Windhoek. ... He is accompanied by the foreign minister'
        return trip.findings[0]
    head = next((item for item in trip.findings[-8:] if item.status in {"planned", "underway"}), trip.findings[-1])
    return head if trip.findings[-1].status != "done" and trip.findings[-1].unit - head.unit <= _FAR else trip.findings[-1]


def stops_now(journal: Journal, group: VerbGroup) -> list[Finding]:
    """Return the stops of the journey that the text is about, as far as *group* can speak of them: none over, for what will be."""
    trip = journal.trip
    if trip is None or not trip.findings:
        return []
    unit = told_first(trip, now=group.tense == "present").unit
    told = [item for item in trip.findings[-8:] if item.unit == unit and item.status in LIVE]
    ahead = group.tense == "future" and not group.unfulfilled
    behind = group.tense == "past" and not group.unfulfilled
    return [item for item in told if not (ahead and item.status == "done") and not (behind and item.status == "planned")]


def enter_along(journal: Journal, sentence: Sentence, people: list[Node], stops: list[Finding], *, off: bool = False) -> None:
    """Enter *people* at the *stops* of those with whom they travel, or were to travel if *off*."""
    own = {node.name for item in stops for node in item.who}
    for person in people:
        for finding in stops if person.name not in own else []:
            if isinstance(finding.place, Node):
                telling = (
                    Telling("cancelled", finding.tense, "planned") if off else Telling(finding.status, finding.tense, finding.modality)
                )
                journal.add(sentence, [person], Stop(finding.place, finding.when), telling, "travel/company", start=person.start)


def find_taken_along(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'She takes with her the trade minister, B', 'He brought with him B and C': they go where the text has just said that she goes."""
    nodes = sentence.nodes
    at = group.last
    if group.lemma not in TAKE_ALONG or group.passive or group.negative or at + 2 >= len(nodes) or not journal.near(2):
        return
    if nodes[at].low == "with" and nodes[at + 1].low in _HIM and journal.same_as_current(subject_of(sentence, group)):
        enter_along(journal, sentence, people_named(sentence, at + 2), stops_now(journal, group), off=group.unfulfilled)


def find_company_first(journal: Journal, sentence: Sentence) -> None:
    """'With her will be the trade minister, B', 'Travelling with him are B and C', 'Joining her on the trip is B'."""
    nodes = sentence.nodes
    opener = nodes[0].low
    be = next((group for group in sentence.groups if group.lemma == "be"), None)
    if opener not in COMPANY_OPENERS or be is None or be.first > _OPENING or be.negative or be.modality == "possible":
        return
    at = 1 + (opener != "with" and nodes[1].low == "with")
    if not journal.near(2) or not (nodes[at].low in _HIM or journal.same_as_current([nodes[at]])):
        return
    if any(node.kind == "LOC" or node.low in {"in", "at"} for node in nodes[at : be.first]):
        return
    enter_along(journal, sentence, people_named(sentence, be.last), stops_now(journal, be), off=be.unfulfilled)


def find_at_side(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Enter B of 'The trade minister, B, will be at her side': B goes where the text has just said that she goes."""
    nodes = sentence.nodes
    at = group.last
    if at + 1 >= len(nodes) or nodes[at].low not in {"at", "by"} or nodes[at + 1].low not in SIDES or group.negative or not journal.near(1):
        return
    people = [node for node in subject_of(sentence, group) if node.kind == "PER"]
    if group.modality != "possible":
        enter_along(journal, sentence, people, stops_now(journal, group), off=group.unfulfilled)
