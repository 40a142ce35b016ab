"""Who goes along: 'will be accompanied by B', 'is travelling with C', 'will join her in Praia'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, list_from, subject_of
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.alongside import enter_along, stops_now, told_first
from factwatch.extraction.travel.dating import give_day
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.telling import tell
from factwatch.extraction.travel.travellers import party_of, people_named, travellers_of
from factwatch.extraction.travel.trips import LIVE, Telling
from factwatch.extraction.travel.words import JOURNEYS, LEGS, TO, TRAVELLERS

_FAR: Final = 12
"""Words between a companion and the part of the journey that he makes, in nodes."""


def find_accompanied(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'She will be accompanied by the trade minister, B': B goes where the sentence before said that she goes."""
    nodes = sentence.nodes
    trip = journal.trip
    at = group.last + 1
    if group.passive and at < len(nodes) and nodes[group.last].low == "by" and _accompanied_on(journal, sentence, group):
        return
    if not group.passive or trip is None or not journal.near(2) or at >= len(nodes):
        return
    places: list[Stop] = []
    if nodes[group.last].low in {"in", "on", "at", "to"}:
        # 'will be accompanied in Skopje by', 'on the visit to Ukraine by'
        by = next((index for index in range(at, min(len(nodes) - 1, at + 12)) if nodes[index].low == "by"), 0)
        start = next((index for index in range(group.last, by) if nodes[index].low in {"in", "to"}), by)
        route = journal.reader(sentence).read(start, frozenset({"in", "to"})) if by else None
        if route is None or (not route.stops and any(node.low in {"in", "to"} for node in nodes[group.last : by])):
            return
        places = route.stops
        at = by + 1
    elif nodes[group.last].low == "there" and "by" in {node.low for node in nodes[at : at + 3]}:
        # 'is due in Zurich and will be joined there by B'
        places = [Stop(item.place) for item in trip.findings[-4:] if item.status in LIVE and isinstance(item.place, Node)][-1:]
        at = next(index for index in range(at, len(nodes)) if nodes[index].low == "by") + 1
    elif nodes[group.last].low != "by":
        return
    if not places and nodes[0].low == "in":
        # 'In Accra, she will be joined by B'
        place, after = journal.reader(sentence).place_at(1, sure=True)
        places = [Stop(place, index=1)] if place is not None and after < group.first else []
    if not journal.same_as_current(subject_of(sentence, group)) or group.negative or group.modality == "possible":
        return
    last = stops_now(journal, group)
    people = people_named(sentence, at)
    if not places:
        enter_along(journal, sentence, people, last, off=group.unfulfilled)
        return
    for told in [item for item in (last or trip.findings)[-1:] if item.status in LIVE]:
        status, modality = ("cancelled", "planned") if group.unfulfilled else (told.status, told.modality)
        telling = Telling(status, told.tense, modality)
        for person in people:
            for stop in places:
                journal.add(sentence, [person], stop, telling, "travel/company", start=person.start)


def _accompanied_on(journal: Journal, sentence: Sentence, group: VerbGroup) -> bool:
    """'will be accompanied by Minister B on the trip to Brazil': both go there; tell whether the sentence says where."""
    nodes = sentence.nodes
    people, end = list_from(sentence, group.last + 1, lambda node: node.kind in {"PER", "TTL"})
    onward = _behind_trip(nodes, end)
    who = travellers_of(sentence, group)
    leg = _leg(nodes, end)
    if leg is not None and people and not group.negative:
        # 'will be accompanied by B for the Guyana portion of the trip'
        telling = tell(journal, sentence, group)
        for person in people if telling is not None and telling.status != "cancelled" else []:
            if telling is not None and person.kind == "PER":
                journal.add(sentence, [person], Stop(leg), telling, "travel/company", start=person.start)
        return True
    if onward == end or not people or not who or group.negative:
        return False
    route = journal.reader(sentence).read(onward, TO)
    if not route.stops or route.void:
        return False
    give_day(journal, sentence, group, route)
    telling = tell(journal, sentence, group, route.stops[0].when, state=True)
    if telling is None or telling.status == "cancelled":
        return False
    for stop in route.stops:
        for person in [*who, *(node for node in people if node.kind == "PER")]:
            journal.add(sentence, [person], stop, telling, "travel/company", start=nodes[group.first].start)
    return True


def find_beside(journal: Journal, sentence: Sentence) -> None:
    """Enter B of 'The president, accompanied by his wife, B, was greeted at': she goes where the text has just said that he is."""
    nodes = sentence.nodes
    for at in range(2, min(len(nodes) - 3, _FAR)):
        if nodes[at].low != "accompanied" or nodes[at + 1].low != "by" or nodes[at - 1].kind != ",":
            continue
        trip = journal.trip
        if trip is None or not trip.findings or not journal.near(1) or not journal.same_as_current([nodes[at - 2]]):
            return
        last = trip.findings[-1]
        if last.unit == sentence.unit.index or last.status not in {"done", "underway"} or not isinstance(last.place, Node):
            return
        people, _ = list_from(sentence, at + 2, lambda node: node.kind in {"PER", "TTL"})
        for person in people:
            if person.kind == "PER":
                telling = Telling(last.status, last.tense, last.modality)
                journal.add(sentence, [person], Stop(last.place, last.when), telling, "travel/company", start=person.start)
        return


def _leg(nodes: list[Node], at: int) -> Node | None:
    """Return the place in 'for the Guyana portion of the trip' within some words behind *at*."""
    for index in range(at, min(len(nodes) - 1, at + _FAR)):
        if nodes[index].kind == "LOC" and nodes[index + 1].low in LEGS:
            return nodes[index]
        if nodes[index].kind in {"v", "u", ";"}:
            return None
    return None


def find_fellows(journal: Journal, sentence: Sentence, group: VerbGroup) -> bool:
    """'She is travelling with the trade minister, B': B goes where the sentence before said that she goes; tell whether so."""
    nodes = sentence.nodes
    trip = journal.trip
    at = group.last
    if at + 1 >= len(nodes) or nodes[at].low != "with" or group.passive or group.infinitive or group.participle:
        return False
    if nodes[at + 1].low in {"him", "her", "them"}:
        return _goes_along(journal, sentence, group)
    if group.negative:
        return False
    if trip is None or not trip.findings or not journal.near(2) or not journal.same_as_current(subject_of(sentence, group)):
        return False
    people, end = list_from(sentence, at + 1, lambda node: node.kind in {"PER", "GRP", "TTL"})
    if any(node.low in {"to", "in"} for node in nodes[end : end + 2]):
        return False
    live = [item for item in trip.findings[-8:] if item.status in LIVE]
    enter_along(journal, sentence, people_named(sentence, at + 1), live, off=group.unfulfilled)
    return bool(people)


def behind_fellows(sentence: Sentence, at: int) -> int:
    """Return the index of 'to' in 'flew with Minister B to Lima', whose 'with' stands at *at*; *at* where nothing of the kind does."""
    nodes = sentence.nodes
    for index in range(at + 2, min(len(nodes), at + _FAR)):
        if nodes[index].low in TO:
            return index if nodes[index - 1].kind in {"PER", "PRO", "GRP", "TTL", ","} else at
        if nodes[index].kind in {"u", "v", "QUO", "."}:
            break
    return at


def enter_fellows(journal: Journal, sentence: Sentence, group: VerbGroup, route: Route, telling: Telling) -> None:
    """Enter B of 'flew with Minister B to Lima': he goes where the subject goes."""
    end = behind_fellows(sentence, group.last)
    people = [node for node in people_named(sentence, group.last + 1) if end > group.last and node.start < sentence.nodes[end].start]
    for person in people if telling.status in LIVE else []:
        for stop in route.stops:
            journal.add(sentence, [person], stop, telling, "travel/company", start=person.start)


def _goes_along(journal: Journal, sentence: Sentence, group: VerbGroup) -> bool:
    """'Sarpong will go with him': the subject goes where the text has just said that another goes."""
    trip = journal.trip
    who = [node for node in travellers_of(sentence, group) if node.kind == "PER"]
    end = group.last + 2
    elsewhere = any(node.low == "to" for node in sentence.nodes[end : end + 2])
    if trip is None or not trip.findings or not journal.near(2) or not who or elsewhere:
        return False
    if any((node.name or "").split()[-1:] == [trip.surname] for node in who):
        return False
    # 'will fly to Lima, but the Quito leg is off. B will not go with him'
    last = next((item for item in reversed(trip.findings[-4:]) if item.status != "cancelled"), trip.findings[-1])
    telling = tell(journal, sentence, group)
    if telling is None or last.status == "cancelled" or not isinstance(last.place, Node):
        return False
    for person in who:
        journal.add(sentence, [person], Stop(last.place, last.when), telling, "travel/company", start=person.start)
    return True


def find_dropped_out(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Enter who does not go where the others go: 'The transport minister, B, has dropped out of the delegation'."""
    nodes = sentence.nodes
    at = group.last
    trip = journal.trip
    party = any(node.kind == "GRP" or node.low in TRAVELLERS for node in nodes[at + 1 : at + 4])
    if at >= len(nodes) or nodes[at].low not in {"of", "from"} or not party or group.negative or group.modality == "possible":
        return
    who = travellers_of(sentence, group)
    if len(who) == 1 and (stop := _goal_of_party(journal, sentence, at + 1)) is not None:
        journal.add(sentence, who, stop, Telling("cancelled", "future", "planned"), "travel/dropped-out")
        return
    if trip is None or not trip.findings or not journal.near(3) or len(who) != 1:
        return
    last = [item for item in trip.findings[-8:] if item.unit == trip.findings[-1].unit and item.status == "planned"]
    for finding in last:
        if who[0].kind == "PRO" or journal.same_as_current(who):
            finding.status, finding.order = "cancelled", None
        elif isinstance(finding.place, Node):
            journal.add(sentence, who, Stop(finding.place, finding.when), Telling("cancelled", "future"), "travel/dropped-out")


def _goal_of_party(journal: Journal, sentence: Sentence, at: int) -> Stop | None:
    """Return where 'the delegation that A will lead to Lima', 'the team travelling to Rome' goes, told behind the node *at*."""
    nodes = sentence.nodes
    for index in range(at, min(len(nodes) - 1, at + _FAR)):
        if nodes[index].low == "to" and nodes[index].kind == "f":
            place, _ = journal.reader(sentence).place_at(index + 1, sure=True)
            return Stop(place, index=index + 1) if place is not None else None
        if nodes[index].kind in {",", ";", "QUO"}:
            return None
    return None


def find_accompanying(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Enter who goes where another goes: 'The tourism minister, B, will accompany the Prime Minister'."""
    nodes = sentence.nodes
    trip = journal.trip
    if group.passive or group.participle or group.last >= len(nodes):
        return
    at = group.last
    if group.negative:
        if nodes[at].low in {"him", "her", "them"}:
            _goes_along(journal, sentence, group)
        return
    if _accompanies_behind(journal, sentence, group):
        return
    while at < len(nodes) and nodes[at].kind == "d":
        at += 1
    if at >= len(nodes) or nodes[at].kind not in {"PER", "TTL", "PRO"}:
        return
    if nodes[at].kind != "PRO" and _accompanies_to(journal, sentence, group, at):
        return
    target = [nodes[at]]
    if trip is not None and nodes[at].kind != "PRO" and not journal.same_as_current(target):
        trip = journal.trip_told(nodes[at])
    if trip is None or not trip.findings or not journal.near(6):
        return
    if not (trip is not journal.trip or journal.same_as_current(target) or (nodes[at].kind == "PRO" and nodes[at].low in {"him", "her"})):
        return
    who = [node for node in travellers_of(sentence, group) if node.kind == "PER"]
    telling = tell(journal, sentence, group)
    if group.unfulfilled:
        enter_along(journal, sentence, who, stops_now(journal, group), off=True)
        return
    if telling is None or telling.status not in LIVE:
        return
    onward = _behind_trip(nodes, at + 1)
    route = journal.reader(sentence).read(onward, TO)
    if route.stops and not route.void:
        if onward > at + 1 and nodes[at].low in {"him", "her"}:
            # 'will accompany her on a trip to Toulouse': another trip of hers
            who = [*who, nodes[at]]
        # 'will accompany her to Uganda only'
        for person in who:
            for stop in route.stops:
                journal.add(sentence, [person], stop, telling, "travel/company", start=person.start)
        return
    unit = told_first(trip, now=True).unit if telling.status == "underway" else trip.findings[-1].unit
    told = [item for item in trip.findings[-8:] if item.unit == unit and item.status in LIVE]
    if telling.status == "done":
        # 'accompanied him': where he was last, not on the whole tour
        told = [] if any(item.status != "done" for item in told) else told
    for finding in told:
        if isinstance(finding.place, Node):
            for person in who:
                journal.add(sentence, [person], Stop(finding.place, finding.when), telling, "travel/company", start=person.start)


def _accompanies_behind(journal: Journal, sentence: Sentence, group: VerbGroup) -> bool:
    """Enter 'B will accompany to Lima and Quito the bishop, A': both go there; tell whether it is that."""
    nodes = sentence.nodes
    if group.last >= len(nodes) or nodes[group.last].low != "to":
        return False
    route = journal.reader(sentence).read(group.last, TO)
    who = travellers_of(sentence, group)
    people = people_named(sentence, route.end)[:1] if route.stops and not route.void else []
    if not who or not people:
        return False
    give_day(journal, sentence, group, route)
    telling = tell(journal, sentence, group, route.stops[0].when)
    for stop in route.stops if telling is not None and telling.status in LIVE else []:
        for person in [*who, *people]:
            if telling is not None:
                journal.add(sentence, [person], stop, telling, "travel/company", start=nodes[group.first].start)
    return True


def _accompanies_to(journal: Journal, sentence: Sentence, group: VerbGroup, at: int) -> bool:
    """'B accompanied the prime minister to Pokhara on Monday': both went there; tell whether the sentence says where."""
    nodes = sentence.nodes
    route = journal.reader(sentence).read(_behind_trip(nodes, at + 1), TO)
    who = [node for node in travellers_of(sentence, group) if node.kind == "PER"]
    if not route.stops or route.void or not who:
        return False
    give_day(journal, sentence, group, route)
    telling = tell(journal, sentence, group, route.stops[0].when)
    if telling is None or telling.status not in LIVE or telling.negative:
        return False
    for stop in route.stops:
        for person in [nodes[at], *who]:
            journal.add(sentence, [person], stop, telling, "travel/company", start=nodes[group.first].start)
    return True


def _behind_trip(nodes: list[Node], at: int) -> int:
    """Return the index after 'on a trip' or 'on her first visit' at *at*; *at* where nothing of the kind stands there."""
    if at >= len(nodes) or nodes[at].low != "on":
        return at
    for index in range(at + 1, min(at + 6, len(nodes))):
        if nodes[index].low in {"trip", "visit", "tour", "journey"}:
            return index + 1
        if nodes[index].kind not in "dxmp#A" and nodes[index].kind not in {"PRO", "ADJ"}:
            break
    return at


def find_joined(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Enter who joins another in a place: 'will join the minister in Praia', 'will be joined in Islamabad by A'."""
    nodes = sentence.nodes
    at = group.last
    while at < len(nodes) and (nodes[at].kind == "d" or nodes[at].low in {"other", "fellow"}):
        at += 1
    if group.passive and at < len(nodes) and nodes[at].low == "in":
        # 'She will be joined in Islamabad and Dhaka by A'
        route = journal.reader(sentence).read(at, frozenset({"in", "at"}))
        by = route.end
        if route.stops and not route.void and by + 1 < len(nodes) and nodes[by].low == "by":
            joining = party_of(sentence, [nodes[by + 1]])
            told = tell(journal, sentence, group, route.stops[0].when)
            if joining and told is not None and told.status in {"planned", "done"}:
                for stop in route.stops:
                    journal.add(sentence, joining, stop, told, "travel/join", start=nodes[group.first].start)
        return
    if _joins_journey(journal, sentence, group):
        return
    if (
        group.passive
        or at + 1 >= len(nodes)
        or (nodes[at].kind not in {"PER", "TTL", "PRO", "GRP"} and nodes[at].low not in TRAVELLERS)
        or nodes[at + 1].low not in {"in", "at", "there"}
    ):
        return
    who = travellers_of(sentence, group)
    route = journal.reader(sentence).read(at + 1, frozenset({"in", "at"}), bare=nodes[at + 1].low == "there")
    if not who or not route.stops or route.void:
        return
    give_day(journal, sentence, group, route)
    telling = tell(journal, sentence, group, route.stops[0].when)
    if telling is not None and (telling.status in {"planned", "done"} or group.unfulfilled) and not telling.negative:
        # those who join somebody have no journey that the text goes on about
        for stop in route.stops:
            journal.add(sentence, who, stop, telling, "travel/join", start=nodes[group.first].start)


def _joins_journey(journal: Journal, sentence: Sentence, group: VerbGroup) -> bool:
    """Enter B of 'B will join her on the trip', 'B had been expected to join her but withdrew': along with whom the text is about."""
    nodes = sentence.nodes
    at = group.last
    if group.passive or group.negative or at + 1 >= len(nodes) or nodes[at].low not in {"him", "her", "them"} or not journal.near(2):
        return False
    on_trip = nodes[at + 1].low == "on" and any(node.low in JOURNEYS for node in nodes[at + 2 : at + 5])
    if not on_trip and not (group.unfulfilled and (nodes[at + 1].kind in {",", "."} or nodes[at + 1].low == "but")):
        return False
    people = [node for node in travellers_of(sentence, group) if node.kind == "PER"]
    if not people or group.modality == "possible":
        return False
    enter_along(journal, sentence, people, stops_now(journal, group), off=group.unfulfilled)
    return True
