"""Going and coming: 'will visit Ghana', 'flew from Accra to Lomé', 'leaves on Sunday for Castries'."""

# how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.companions import behind_fellows, enter_fellows, find_fellows
from factwatch.extraction.travel.dating import give_day
from factwatch.extraction.travel.entering import date_behind, enter
from factwatch.extraction.travel.gatherings import event_place
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.plans import plan_of
from factwatch.extraction.travel.replacing import find_stand_in
from factwatch.extraction.travel.routes import RouteReader
from factwatch.extraction.travel.telling import previous_group, tell
from factwatch.extraction.travel.travellers import named_behind, party_of, travellers_of
from factwatch.extraction.travel.trips import Telling
from factwatch.extraction.travel.unsaid import (
    as_party,
    at_host,
    at_scene,
    back_there,
    borrowed,
    comes_home,
    is_history,
    on_board,
    same_traveller,
    spoken_for,
)
from factwatch.extraction.travel.words import (
    ARRIVE,
    CARRIED,
    COME_IN,
    DIRECT,
    ENDS_OF_STAY,
    GATHER,
    GATHERINGS,
    GOALS_REACHED,
    LEAVE,
    MOTION,
    OFF_BOARD,
    PREVENT,
    SHUTTLE,
    SLIP_IN,
    SPANS,
    STAY,
    VEHICLES,
)
from factwatch.lexicon.places import Place

_TO: Final = frozenset({"to", "into", "towards"})
_OFF: Final = frozenset({"off", "from"})


_FOR: Final = frozenset({"for"})
_HOMEWARD: Final = frozenset({"home", "back"})
_INTO: Final = frozenset({"into", "on"})
_LEFT: Final = frozenset({"here", "home"})
_BETWEEN: Final = frozenset({"between"})


_AT: Final = frozenset({"in", "at"})


_ARRIVE_PREPS: Final = {
    "arrive": frozenset({"in", "at", "on"}),
    "land": frozenset({"in", "at", "on"}),
    "stop": frozenset({"in", "at", "over", "off", "by"}),
    "touch": frozenset({"in", "at"}),
    "call": frozenset({"at"}),
    "pass": frozenset({"through"}),
    "transit": frozenset({"through", "in", "via"}),
    "change": frozenset({"in", "at"}),
    "campaign": frozenset({"in", "at", "across"}),
    "appear": frozenset({"in"}),
}


def _preps(group: VerbGroup) -> frozenset[str] | None:
    lemma = group.lemma
    if group.passive and (lemma in CARRIED or lemma == "call"):
        return _TO
    if lemma in SLIP_IN:
        return _INTO
    if lemma in LEAVE:
        return _FOR | (_TO if lemma in {"depart", "set"} else frozenset())
    if lemma in _ARRIVE_PREPS:
        return _ARRIVE_PREPS[lemma]
    if lemma in {"head", "fly", "sail", "continue", "return", "make"}:
        return _TO | (_FOR if lemma in {"head", "make"} else frozenset())
    if lemma in MOTION:
        return _TO | _BETWEEN if lemma in SHUTTLE else _TO
    if lemma in ARRIVE:
        return _AT
    return None


def find_left_behind(journal: Journal, sentence: Sentence) -> None:
    """Enter where somebody was who moves on: 'returned on Monday after consultations in Abu Dhabi and Riyadh'."""
    nodes = sentence.nodes
    for index in range(1, len(nodes) - 2):
        if nodes[index].low not in GATHERINGS | SPANS or nodes[index + 1].low not in _AT:
            continue
        opening = next((at for at in range(index - 1, max(-1, index - 5), -1) if nodes[at].low in {"after", "following", "fresh"}), -1)
        if opening < 0:
            continue
        group = next((group for group in reversed(sentence.groups) if group.main < opening), None)
        if group is None and opening == 0:
            # 'Fresh from talks in Lima, A arrived'
            group = sentence.groups[0] if sentence.groups else None
        if group is None or group.lemma not in MOTION | ARRIVE | LEAVE or group.passive or group.negative:
            continue
        who = travellers_of(sentence, group)
        route = journal.reader(sentence).read(index + 1, _AT, manner=False)
        telling = tell(journal, sentence, group) if who and route.stops and not route.void else None
        if telling is None or (telling.status == "planned" and (nodes[index].low not in SPANS or nodes[opening].low != "after")):
            continue
        if telling.status in {"done", "underway", "planned"}:
            # 'will arrive in Lima on Friday after a day in Quito': both are to come
            told = telling if telling.status == "planned" else Telling("done", "past")
            journal.add_route(sentence, who, route, told, "travel/after-talks", start=nodes[opening].start)


def find_motion(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Enter the route of a verb of motion or arrival."""
    nodes = sentence.nodes
    if group.last >= len(nodes):
        return
    if group.lemma in MOTION and not group.passive and find_stand_in(journal, sentence, group):
        return
    lemma = group.lemma
    if lemma in MOTION and find_fellows(journal, sentence, group):
        return
    reader = journal.reader(sentence)
    route: Route | None
    if lemma in DIRECT:
        if group.passive or (group.participle and group.form != "ing" and "having" not in group.chain):
            _visited(journal, sentence, group)
            return
        if lemma == "inspect":
            route = reader.read(group.last, frozenset({"in", "at"}), bare=True, manner=False)
            if route.stops and route.stops[0].index == group.last:
                return
        else:
            sure = group.last + 2 < len(nodes) and nodes[group.last + 1].low in {",", "and"} and nodes[group.last + 2].kind == "LOC"
            route = reader.read(group.last, frozenset(), bare=True, manner=False, sure=sure)
            if lemma == "reach" and route.stops and any(node.low in GOALS_REACHED for node in nodes[group.last : route.stops[0].index]):
                # 'reached the African final in Luanda'
                return
        if not route.stops and lemma == "transit":
            route = reader.read(group.last, frozenset({"through", "in", "via"}))
        if not route.stops and lemma in {"visit", "tour"} and not (journal.found and journal.found[-1].unit == sentence.unit.index):
            place, end = reader.facility(group.last)
            if place is not None:
                route = Route([Stop(place, index=group.last)], end=end)
                date_behind(reader, route)
    else:
        headed = lemma == "head" and group.passive and group.tense == "present"  # 'is headed to Lima'
        carried = group.passive and lemma in CARRIED  # 'was flown to Lima for treatment'
        carried = carried or (lemma == "call" and nodes[group.last].low == "away")  # 'was called away to Lima'
        if (group.passive and not (headed or carried)) or (lemma == "get" and not group.particle and nodes[group.last].low not in _TO):
            return
        route = _motion_route(reader, sentence, group)
    if route is not None and route.count and not route.stops:
        # 'will visit four Pacific countries'
        party = travellers_of(sentence, group)
        if party and tell(journal, sentence, group, route.when) is not None:
            journal.trip_of(party).count = route.count
    if route is not None and not route.stops and not route.void:
        route = back_there(sentence, group, reader) or at_host(sentence, group) or at_scene(journal, sentence, group)
    if route is None or not route.stops or route.void:
        return
    instead = lemma in STAY and "instead" in sentence.lows  # 'Instead he remains in Lima'
    if lemma in STAY and route.when is None and not instead:
        # 'Her husband stays in Lagos', against 'remains in Lima until Friday'
        until = next((index for index in range(route.end, min(len(nodes), route.end + 5)) if nodes[index].kind == "DAT"), -1)
        if until < 0:
            return
    plan = plan_of(journal, sentence, group)
    if plan is not None and plan.who:
        journal.add_route(sentence, plan.who, route, plan.telling, plan.rule, start=plan.start)
    if plan is not None or _prevented(journal, sentence, group, route):
        return
    who = travellers_of(sentence, group)
    if not who:
        who = named_behind(sentence, group) or borrowed(sentence, group) or spoken_for(journal, sentence, group)
        who = who or on_board(journal, sentence, group) or as_party(journal, sentence, group) or _team(sentence, group)
    if not who:
        return
    if lemma == "return" and nodes[group.last].low != "from" and comes_home(journal, sentence, who, route):
        return
    lead = give_day(journal, sentence, group, route)
    who = same_traveller(journal, sentence, group, who)
    year = getattr(route.when, "text", "")
    if (
        who[0].kind == "TTL"
        and who[0].titles[0].determiner in {"a", "an"}
        and journal.days.lies(route.when or lead) == "past"
        and not year.isalpha()
        and not journal.days.is_short(route.when or lead)
    ):
        # 'In 2014 a vice premier visited Apia': history about nobody in particular
        return
    telling = tell(
        journal,
        sentence,
        group,
        next((stop.when for stop in route.stops if stop.when is not None), route.when),
        state=lemma in STAY,
    )
    if lemma == "return" and nodes[group.last].low == "from" and telling is not None and telling.status == "planned":
        # who 'returns on Friday from Lima' is there
        telling = Telling("underway")
    if telling is None or (telling.status == "done" and is_history(sentence, group, route)):
        return
    if lemma in LEAVE and telling.status == "underway" and nodes[route.stops[0].index - 1].low not in _FOR | _TO:
        # 'has left Lima after talks'
        telling = Telling("done", "past")
    if telling.status == "planned" and route.stops[0].index and nodes[route.stops[0].index - 1].low == "from":
        # 'returns on Friday from Lima': there he is
        telling = Telling("underway")
    if lemma in STAY and group.unfulfilled and telling.status == "cancelled":
        # 'had been due to stay in Lima until Saturday': there he was
        telling = Telling("done", "past")
    enter(
        journal,
        sentence,
        group,
        who=who,
        route=route,
        telling=telling,
        rule=f"travel/{'visit' if lemma in DIRECT else 'arrive' if lemma in ARRIVE else 'leave' if lemma in LEAVE else 'go'}",
    )
    if nodes[group.last].low == "with":
        enter_fellows(journal, sentence, group, route, telling)


def _team(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return the side of 'New Zealand will tour Zimbabwe'."""
    subjects = subject_of(sentence, group)
    if group.lemma != "tour" or len(subjects) != 1 or subjects[0].kind != "LOC" or group.passive or group.participle:
        return []
    return [evolve(subjects[0], kind="GRP", titles=[])] if isinstance(subjects[0].value, Place) else []


def _off_board(reader: RouteReader, sentence: Sentence, group: VerbGroup) -> Route | None:
    """Return where somebody 'stepped off the train in Halifax', 'climbed down from her plane in Lima'."""
    nodes = sentence.nodes
    end = min(len(nodes), group.last + _NEAR)
    vehicle = next((index for index in range(group.last, end) if nodes[index].low in VEHICLES), -1)
    away = [group.particle or "", *(node.low for node in nodes[group.last : max(vehicle, 0)])]
    return reader.read(vehicle + 1, _AT) if vehicle >= 0 and not _OFF.isdisjoint(away) else None


def _motion_route(reader: RouteReader, sentence: Sentence, group: VerbGroup) -> Route | None:
    nodes = sentence.nodes
    lemma = group.lemma
    at = group.last
    if lemma in OFF_BOARD and (route := _off_board(reader, sentence, group)) is not None:
        return route
    preps = _preps(group)
    if preps is None:
        return None
    if lemma in MOTION and at < len(nodes) and nodes[at].low == "with":
        at = behind_fellows(sentence, at)
    if group.particle and group.particle in preps:
        # 'pass through', 'stop in': the particle is the preposition
        at -= 1
    back = lemma in MOTION | COME_IN and at < len(nodes) and nodes[at].low in _HOMEWARD
    if lemma == "return" or back:
        while at + 1 < len(nodes) and (
            nodes[at].kind == "DAT"
            or nodes[at].low in _HOMEWARD
            or nodes[at].low in {"early", "late", "safely"}
            or (nodes[at].low == "on" and nodes[at + 1].kind in {"DAT", "f"} and nodes[at + 1].low != "to")
        ):
            at += 1
        at = at if nodes[at].low == "from" else group.last
    if (lemma == "return" or back) and nodes[at].low == "from":
        # 'returned from Reykjavík on Tuesday': he was there; the day is that of the return
        place, _ = reader.place_at(at + 1, sure=True)
        route = Route(end=at + 2)
        if place is not None:
            route.stops.append(Stop(place, index=at + 1))
            return route
        # told as 'returned from the ICC meeting in Dubai'
        event = event_place(reader, sentence, at + 1)
        if event >= 0:
            place, _ = reader.place_at(event, sure=True)
            route.stops += [Stop(place, index=at + 1)] if place is not None else []
        return route
    if lemma in LEAVE:
        # 'leaves Nairobi on Sunday for Accra'
        while at < len(nodes) and nodes[at].low in _LEFT:
            at += 1
        place, after = reader.place_at(at, sure=False)
        if place is not None:
            at = after
            if lemma in {"leave", "depart"} and _has_been_there(sentence, group, place, at):
                route = Route(end=at)
                route.stops.append(Stop(place, index=at - 1))
                return route
        if lemma == "set" and group.particle not in {"off", "out"} and not (at < len(nodes) and nodes[at].low in {"off", "out"}):
            return None
        if lemma == "embark":
            return None
    if lemma == "make" and not (at + 1 < len(nodes) and nodes[at + 1].low == "way"):
        return None
    if lemma == "make":
        at += 2
    if lemma == "change":
        if not (at < len(nodes) and nodes[at].low in {"planes", "trains", "flights", "aircraft"}):
            return None
        at += 1
    if lemma == "double" and "back" not in {group.particle, nodes[at].low if at < len(nodes) else ""}:
        return None
    if lemma in {"move", "carry"} and not (at < len(nodes) and nodes[at].low == "on") and group.particle != "on":
        return None
    if lemma in GATHER:
        # who gathers somewhere is told by name, or it is no visit
        named = [node for node in travellers_of(sentence, group) if node.kind == "PER"]
        return reader.read(at, _AT) if named else None
    if lemma in {"show", "turn", "pitch"}:
        # 'showed up in Brussels'
        if group.particle != "up" and not (at < len(nodes) and nodes[at].low == "up"):
            return None
        at += group.particle != "up"
        return reader.read(at, _AT)
    if lemma in {"get", "pass", "finish"} and not (at < len(nodes) and nodes[at].low in preps):
        return None
    if lemma == "call" and group.passive:
        return reader.read(at + 1, preps)
    if lemma == "call" and not (at < len(nodes) and nodes[at].low == "at"):
        return None
    if lemma in ARRIVE - MOTION - {"appear"} and not group.passive:
        return reader.read(at, preps)
    if lemma == "appear" and not (at < len(nodes) and nodes[at].low == "in" and reader.is_goal(at + 1)):
        return None
    if lemma == "appear" or lemma in SLIP_IN or (group.passive and lemma in CARRIED):
        route = reader.read(at, preps)
        return route if all(stop.node.kind == "LOC" and isinstance(stop.node.value, Place) for stop in route.stops) else None
    if lemma == "cross":
        return reader.read(at, frozenset({"to", "into"})) if at < len(nodes) and nodes[at].low in {"to", "into", "over"} else None
    route = reader.read(at, preps)
    if lemma in {"fly", "come", "go", "drive", "travel", "return", "sail", "pass"} and not route.stops:
        # 'flew back through Casablanca', 'came through Checkpoint 4'
        route = reader.read(at, frozenset({"through", "via"}))
    return route


def _has_been_there(sentence: Sentence, group: VerbGroup, place: Node, at: int) -> bool:
    """Tell whether 'left Peru after talks with A' ends a stay abroad: who names where he goes, or leaves his own country, sets out."""
    nodes = sentence.nodes
    if group.tense != "past" or group.passive or group.negative or not isinstance(place.value, Place):
        return False
    rest = nodes[at : at + 2 * _NEAR]
    stay = next((index for index, node in enumerate(rest) if node.low in {"after", "following"}), None)
    if stay is None or any(node.low in {"for", "to"} for node in rest[:stay]) or not any(node.low in ENDS_OF_STAY for node in rest[stay:]):
        return False
    own = {title.of_value.country for node in subject_of(sentence, group) for title in node.titles if isinstance(title.of_value, Place)}
    return place.value.country not in own


_NEAR: Final = 6


def _prevented(journal: Journal, sentence: Sentence, group: VerbGroup, route: Route) -> bool:
    """Enter 'Heavy rain prevented Minister A from reaching B'; tell whether it is that."""
    nodes = sentence.nodes
    main = previous_group(sentence, group)
    if main is None or main.lemma not in PREVENT or not group.first or nodes[group.first - 1].low != "from" or group.form != "ing":
        return False
    who = travellers_of(sentence, main) if main.passive else party_of(sentence, nodes[main.last : group.first - 1][-1:])
    if who and not main.negative and main.modality not in {"possible", "requested"} and not main.infinitive:
        telling = Telling("cancelled", "future" if main.tense == "future" else "past", negative=True)
        for finding in journal.add_route(sentence, who, route, telling, "travel/prevented", start=nodes[main.first].start):
            finding.tense = telling.tense
    return True


def _visited(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'Conakry will be visited in May', 'the towns visited by'."""
    if group.participle or not group.passive:
        return
    nodes = sentence.nodes
    subjects = subject_of(sentence, group)
    places = [node for node in subjects if node.kind == "LOC"]
    if not places or len(places) != len(subjects):
        return
    by = next((index for index in range(group.last, min(len(nodes), group.last + 6)) if nodes[index].low == "by"), -1)
    who = party_of(sentence, [nodes[by + 1]]) if 0 <= by < len(nodes) - 1 else journal.current_who()
    when = next((nodes[index].value for index in range(group.last, min(len(nodes), group.last + 5)) if nodes[index].kind == "DAT"), None)
    telling = tell(journal, sentence, group, when)
    if not who or telling is None:
        return
    if telling.status == "planned" and any(other.unfulfilled and other.main < group.main for other in sentence.groups):
        # 'Conakry, which was to have been the last stop, will be visited in May'
        telling.status = "postponed"
    route = Route([Stop(node, when if len(places) == 1 else None) for node in places])
    journal.add_route(sentence, who, route, telling, "travel/visited", start=nodes[group.first].start)
