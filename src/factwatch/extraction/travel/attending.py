"""Presence told by what is done in a place: 'attended a summit in Quito', 'in Brussels, where she met', 'spent two nights in Osaka'."""

# ruff: noqa: PLR2004  # how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

from typing import Final

from factwatch.annotation.dates import DateExpression
from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.occasion import day_of
from factwatch.extraction.travel.dating import day_of_joined, give_day, lead_date
from factwatch.extraction.travel.entering import date_behind, enter
from factwatch.extraction.travel.gatherings import LONGEST_EVENT, behind_object, event_before, event_called_by_place, event_place
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.plans import plan_of
from factwatch.extraction.travel.replacing import find_stand_in
from factwatch.extraction.travel.telling import tell
from factwatch.extraction.travel.travellers import at_home, owner_of, party_of, travellers_of
from factwatch.extraction.travel.trips import Telling
from factwatch.extraction.travel.words import (
    AT,
    ATTENDANCE,
    CANCEL,
    DIVIDE,
    GATHERINGS,
    GUESTS,
    INSTITUTIONS,
    MISS,
    PERFORM,
    REMOTE,
    SPANS,
    SPEAK,
    STAY_AWAY,
    TAKE,
    VISITS,
    WITHIN_DAY,
)

_IN_SPAN: Final = frozenset({"d", "#", "x", "m", "p", "DAT", "r"})
_NEAR: Final = 4
_PARTY: Final = 7
"""Nodes of 'among the guests of honour at'."""
_SEVERAL: Final = 2
_MANY: Final = 6
"""More events than this are no sentence of a programme."""
_OWN: Final = frozenset({"his", "her", "their", "its"})


def find_attended(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'will attend the climate conference in Lagos next week', 'took part in a forum in Doha', 'skipped the summit in Quito'."""
    nodes = sentence.nodes
    at = group.last
    if at >= len(nodes):
        return
    if group.passive:
        if group.lemma == "represent":
            _represented(journal, sentence, group)
        return
    if group.lemma in {"leave", "walk"}:
        _left_event(journal, sentence, group)
        return
    if group.lemma == "attend" and find_stand_in(journal, sentence, group):
        return
    missed = group.lemma in MISS
    if group.verb in STAY_AWAY:
        if nodes[at].low not in {"from", "of"}:
            return
        missed = True
        at += 1
    elif group.lemma in PERFORM:
        at = behind_object(sentence, at)
    elif group.lemma in {"take", "participate", "speak"}:
        if group.lemma == "take":
            # 'take part in', 'take her place at'
            at += 1 if nodes[at].low in _OWN and at + 2 < len(nodes) and nodes[at + 1].low == "place" else 0
            if (
                nodes[at].low not in {"part", "place"}
                or at + 1 >= len(nodes)
                or (nodes[at].low == "place" and nodes[at - 1].low not in _OWN)
            ):
                return
            at += 1
        while at + 1 < len(nodes) and (nodes[at].kind == "DAT" or (nodes[at].low == "on" and nodes[at + 1].kind == "DAT")):
            # 'spoke Saturday at a rally in Reno'
            at += 1
        if nodes[at].low not in {"in", "at"}:
            return
        at += 1
    anything = group.lemma == "attend" and not any(node.low in INSTITUTIONS for node in nodes[at : at + LONGEST_EVENT])
    found = event_place(journal.reader(sentence), sentence, at, event=anything) if at >= 0 else -1
    if found < 0 and group.lemma == "attend":
        found = event_called_by_place(sentence, at)
    if found < 0 and group.lemma == "attend":
        found = event_before(journal.reader(sentence), sentence, group)
    if found < 0:
        return
    plan = plan_of(journal, sentence, group)
    who = plan.who if plan is not None else travellers_of(sentence, group)
    place, end = journal.reader(sentence).place_at(found, sure=True)
    if not who or place is None or getattr(place.value, "kind", "") == "region":
        return
    if group.lemma in SPEAK and at_home(who, place):
        return
    route = Route([Stop(place, index=found)], end=end)
    date_behind(journal.reader(sentence), route)
    _further_events(journal, sentence, route)
    give_day(journal, sentence, group, route)
    if route.stops[0].when is None:
        # 'will attend Thursday's summit in Quito', 'on Friday a dinner in Leith'
        route.stops[0].when = next((node.value for node in nodes[group.last : found] if node.kind == "DAT"), None)
    telling = plan.telling if plan is not None else tell(journal, sentence, group, route.stops[0].when)
    if telling is None or any(node.low in REMOTE for node in nodes[group.last : route.end + 5]):
        return
    if missed:
        if telling.negative or telling.status not in {"done", "planned", "underway"}:
            return
        # 'is staying away from the summit in Lima'
        telling = Telling("cancelled", telling.tense or "future")
    enter(journal, sentence, group, who=who, route=route, telling=telling, rule="travel/attend")


def _left_event(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Enter who 'left the summit in Quito before its end', 'walked out of the talks in Lima': he was there."""
    nodes = sentence.nodes
    out = [node.low for node in nodes[group.main + 1 : group.main + 3]] == ["out", "of"]
    if group.tense != "past" or group.negative or (group.lemma == "walk" and not out):
        return
    reader = journal.reader(sentence)
    found = event_place(reader, sentence, group.main + (3 if out else 1))
    who = [node for node in travellers_of(sentence, group) if node.kind in {"PER", "TTL"}]
    place, _ = reader.place_at(found, sure=True) if found >= 0 else (None, 0)
    telling = tell(journal, sentence, group) if who and place is not None else None
    if telling is not None and place is not None and telling.status == "done" and not at_home(who, place):
        journal.add_route(sentence, who, Route([Stop(place, index=found)]), telling, "travel/attend", start=nodes[group.first].start)


def _further_events(journal: Journal, sentence: Sentence, route: Route) -> None:
    """Add the places of the other events in 'will attend a summit in Rome, a fair in Bari and on Friday a conference in Glasgow'."""
    nodes = sentence.nodes
    reader = journal.reader(sentence)
    while len(route.stops) < _MANY and route.end + 1 < len(nodes):
        end, last = route.end, route.stops[-1]
        while end < len(nodes) - 1 and (nodes[end].kind == "DAT" or (nodes[end].low in {"from", "on"} and nodes[end + 1].kind == "DAT")):
            last.when = last.when or (nodes[end].value if nodes[end].kind == "DAT" else None)
            end += 1
        at = end + (nodes[end].kind == ",")
        if at == end and nodes[at].low not in {"and", "or"}:
            return
        found = event_place(reader, sentence, at)
        place, end = reader.place_at(found, sure=True) if found >= 0 else (None, 0)
        if place is None or getattr(place.value, "kind", "") == "region":
            return
        lead = next((node.value for node in nodes[at:found] if node.kind == "DAT"), None)
        more = Route([Stop(place, index=found)], end=end)
        date_behind(reader, more)
        more.stops[0].when = more.stops[0].when or lead
        route.stops += more.stops
        route.end = more.end


def find_among(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Enter who 'will be among the guests at the wedding in Lima' or 'is the guest of honour at a fair in Quito'."""
    nodes = sentence.nodes
    if group.negative or group.last >= len(nodes) or nodes[group.last].low not in {"among", "one", "guest", "the", "a"}:
        return
    behind = nodes[group.last : group.last + _PARTY]
    at = next((group.last + index for index, node in enumerate(behind) if node.low == "at"), 0)
    if not at or not any(word in GUESTS for node in behind for word in node.low.split()):
        return
    found = event_place(journal.reader(sentence), sentence, at + 1)
    who = travellers_of(sentence, group)
    place, end = journal.reader(sentence).place_at(found, sure=True) if found >= 0 else (None, 0)
    if place is None or not who or at_home(who, place):
        return
    route = Route([Stop(place, index=found)], end=end)
    date_behind(journal.reader(sentence), route)
    give_day(journal, sentence, group, route)
    telling = tell(journal, sentence, group, route.stops[0].when, state=True)
    if telling is not None and telling.status != "cancelled":
        enter(journal, sentence, group, who=who, route=route, telling=telling, rule="travel/attend")


def find_attendance(journal: Journal, sentence: Sentence) -> None:
    """Enter 'confirmed his attendance at the summit in Lima', "called off the minister's participation in a forum in Doha"."""
    nodes = sentence.nodes
    for index, node in enumerate(nodes):
        if node.low not in ATTENDANCE or index + 2 >= len(nodes) or nodes[index + 1].low not in AT:
            continue
        main = next((group for group in reversed(sentence.groups) if group.main < index), None)
        found = event_place(journal.reader(sentence), sentence, index + 2)
        if main is None or found < 0 or main.negative or main.modality == "possible" or main.passive:
            continue
        owner = owner_of(sentence, index)
        who = travellers_of(sentence, main) if not owner or owner[0].kind == "PRO" else owner
        status = "cancelled" if main.lemma in CANCEL or main.verb in CANCEL else "planned" if main.lemma in TAKE else ""
        place, end = journal.reader(sentence).place_at(found, sure=True)
        if who and place is not None and status:
            route = Route([Stop(place, index=found)], end=end)
            date_behind(journal.reader(sentence), route)
            journal.add_route(
                sentence, who, route, Telling(status, "future", "planned"), "travel/attendance", start=nodes[main.first].start
            )


def find_called(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Enter who calls on somebody: 'called on Governor A in Kano', 'paid a courtesy visit on the minister, B, in Tamale'."""
    nodes = sentence.nodes
    at = group.last
    if group.passive or at >= len(nodes):
        return
    if group.lemma == "pay":
        at = next((index + 1 for index in range(at, min(len(nodes), at + 5)) if nodes[index].low in VISITS), len(nodes))
    if at + 1 >= len(nodes) or nodes[at].low not in {"on", "to"} or (nodes[at].low == "to" and group.lemma == "call"):
        return
    at += 1 + (nodes[at + 1].kind == "d")
    if at >= len(nodes) or nodes[at].kind not in {"PER", "TTL", "PRO"}:
        return
    who = travellers_of(sentence, group)
    found = next(
        (index + 1 for index in range(at + 1, min(len(nodes) - 1, at + 5)) if nodes[index].low in AT and nodes[index].kind == "f"), -1
    )
    place, end = journal.reader(sentence).place_at(found, sure=True) if found > 0 and who else (None, 0)
    if place is None or any(node.kind in {"v", "u"} for node in nodes[at:found]):
        return
    route = Route([Stop(place, index=found)], end=end)
    date_behind(journal.reader(sentence), route)
    give_day(journal, sentence, group, route)
    telling = tell(journal, sentence, group, route.stops[0].when)
    if telling is not None and telling.status in {"done", "planned"} and not telling.negative:
        journal.add_route(sentence, who, route, telling, "travel/call-on", start=nodes[group.first].start)


def _represented(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'will be represented at the summit in Quito by Minister A': A goes there."""
    nodes = sentence.nodes
    by = next((index for index in range(group.last, min(len(nodes) - 1, group.last + LONGEST_EVENT)) if nodes[index].low == "by"), -1)
    if by < 0:
        return
    event = next((index for index in range(group.last, min(len(nodes), by + LONGEST_EVENT)) if nodes[index].low in AT), -1)
    found = event_place(journal.reader(sentence), sentence, event + 1) if event >= 0 else -1
    who = party_of(sentence, [nodes[by + 1 + (nodes[by + 1].kind == "d")]])
    if found < 0 or not who:
        return
    place, end = journal.reader(sentence).place_at(found, sure=True)
    day = day_of(sentence, group)
    telling = tell(journal, sentence, group, day.value if day is not None else None)
    if place is not None and telling is not None and telling.status in {"done", "planned"} and not telling.negative:
        route = Route([Stop(place, day.value if day is not None else None, index=found)], end=end)
        journal.add_route(sentence, who, route, telling, "travel/represent", start=nodes[group.first].start)


def find_spent(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'will spend two nights in Osaka and one in Nagoya', 'spent the weekend in Accra'."""
    nodes = sentence.nodes
    at = group.last
    named = False
    if group.lemma in DIVIDE and "between" not in sentence.lows:
        return
    while at < len(nodes) and at - group.last < 6 and (nodes[at].kind in _IN_SPAN or nodes[at].low in _OWN) and nodes[at].low not in SPANS:
        at += 1
    if at < len(nodes) and nodes[at].kind == "EVT" and nodes[at].low.rpartition(" ")[2] in SPANS:
        # 'is spending Holy Week in Lima'
        at, named = at + 1, True
    if at + 1 >= len(nodes) or group.passive:
        return
    if not (named or nodes[at].low in SPANS or any(node.kind == "DAT" for node in nodes[group.last : at])):
        return
    at += nodes[at].low in SPANS
    who = travellers_of(sentence, group)
    here = at < len(nodes) and nodes[at].low == "here"
    route = journal.reader(sentence).read(at, frozenset({"between"}) if group.lemma in DIVIDE else AT, bare=here)
    if not who or not route.stops or route.void or (group.lemma in DIVIDE and len(route.stops) < _SEVERAL):
        return
    if route.stops[0].when is None:
        # 'spent Monday in Sao Tome'
        spent = next((node.value for node in nodes[group.last : at] if node.kind == "DAT"), None)
        route.stops[0].when = spent if journal.days.is_short(spent) else lead_date(sentence, group)
        if route.stops[0].when is None and nodes[at - 1].low in WITHIN_DAY and nodes[at - 2].low == "the":
            # 'met A on Sunday and spent the night in Lima'
            route.stops[0].when = day_of_joined(journal, sentence, group)
    dated = any(isinstance(stop.when, DateExpression) for stop in route.stops)
    if (
        group.tense == "present"
        and not group.chain
        and not dated
        and {"half", "between"} & {node.low for node in nodes[group.last : at + 1]}
    ):
        # 'spends half the month in Lima', 'divides the week between Lima and Cusco'
        return
    for stop in route.stops if group.lemma in DIVIDE else []:
        # 'divided Monday between Accra and Kumasi'
        stop.when = stop.when or route.stops[0].when
    telling = tell(journal, sentence, group, route.stops[0].when)
    if telling is None:
        return
    for index in range(route.end, min(len(nodes) - 3, route.end + 16)):
        if nodes[index].low in {"and", ","} and nodes[index + 1].kind in {"#", "d"}:
            # '... and one in Nagoya', ', a day in Kobe'
            skip = next((after + 1 for after in (index + 1, index + 2) if nodes[after + 1].low in AT), 0)
            if skip and (nodes[skip - 1].low in SPANS or nodes[skip - 1].kind == "#"):
                more = journal.reader(sentence).read(skip, AT)
                route.stops += more.stops if not more.void else []
    enter(journal, sentence, group, who=who, route=route, telling=telling, rule="travel/spend")


def find_talks(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Enter several places of talks: 'will hold consultations in Algiers, Niamey and Ouagadougou', 'had meetings in Oslo and Bergen'."""
    nodes = sentence.nodes
    at = next((index for index in range(group.last, min(len(nodes) - 1, group.last + _NEAR)) if nodes[index].low in GATHERINGS), len(nodes))
    if group.passive or at + 1 >= len(nodes) or nodes[at + 1].low not in AT:
        return
    who = [node for node in travellers_of(sentence, group) if node.kind in {"PER", "TTL", "PRO"}]
    route = journal.reader(sentence).read(at + 1, AT, manner=False)
    if not who or len(route.stops) < _SEVERAL or route.void or any(at_home(who, stop.node) for stop in route.stops):
        return
    give_day(journal, sentence, group, route)
    telling = tell(journal, sentence, group, route.stops[0].when)
    if telling is not None and telling.status in {"done", "planned"} and not telling.negative:
        enter(journal, sentence, group, who=who, route=route, telling=telling, rule="travel/talks-in")
