"""Going and coming: 'will visit Ghana', 'flew from Accra to Lomé', 'leaves on Sunday for Castries'."""

from __future__ import annotations

from typing import Any, Final

from attrs import evolve

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.neighbours import group_after
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.companions import enter_fellows, find_fellows
from factwatch.extraction.travel.dating import give_day
from factwatch.extraction.travel.entering import date_behind, enter
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.motion_goals import motion_route
from factwatch.extraction.travel.plans import plan_of
from factwatch.extraction.travel.replacing import find_stand_in, miss_in_stead
from factwatch.extraction.travel.routes import RouteReader
from factwatch.extraction.travel.telling import previous_group, tell
from factwatch.extraction.travel.travellers import named_behind, party_of, travellers_of
from factwatch.extraction.travel.trips import LIVE, Telling, going_on, made
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
    to_which,
)
from factwatch.extraction.travel.words import (
    ARRIVE,
    AT,
    CARRIED,
    DIRECT,
    FOR,
    GATHERINGS,
    GOALS_REACHED,
    LEAVE,
    MOTION,
    PREVENT,
    SPANS,
    STAY,
    TO,
)
from factwatch.lexicon.places import Place

_NONE: Final[frozenset[str]] = frozenset()
_SUBJECT: Final = 3
"""Nodes from 'where' to the verb of its clause."""
_IN_TRANSIT: Final = frozenset({"through", "in", "via"})


def find_left_behind(journal: Journal, sentence: Sentence) -> None:
    """Enter where somebody was who moves on: 'returned on Monday after consultations in Abu Dhabi and Riyadh'."""
    nodes = sentence.nodes
    for index in range(1, len(nodes) - 2):
        if nodes[index].low not in GATHERINGS | SPANS or nodes[index + 1].low not in AT:
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
        route = journal.reader(sentence).read(index + 1, AT, manner=False)
        telling = tell(journal, sentence, group) if who and route.stops and not route.void else None
        if telling is None or (telling.status == "planned" and (nodes[index].low not in SPANS or nodes[opening].low != "after")):
            continue
        if telling.status in LIVE:
            # 'will arrive in Lima on Friday after a day in Quito': both are to come
            told = telling if telling.status == "planned" else made()
            journal.add_route(sentence, who, route, told, "travel/after-talks", start=nodes[opening].start)


def find_motion(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Enter the route of a verb of motion or arrival."""
    if group.last >= len(sentence.nodes):
        return
    lemma = group.lemma
    if lemma in MOTION and ((not group.passive and find_stand_in(journal, sentence, group)) or find_fellows(journal, sentence, group)):
        return
    if lemma in DIRECT and (group.passive or (group.participle and group.form != "ing" and "having" not in group.chain)):
        _visited(journal, sentence, group)
        return
    route = _route_of(journal, sentence, group)
    if route is None or (lemma in STAY and not _stays(sentence, route)) or _moves_for_good(sentence, route):
        return
    plan = plan_of(journal, sentence, group)
    if plan is not None and plan.who:
        journal.add_route(sentence, plan.who, route, plan.telling, plan.rule, start=plan.start)
    if plan is not None or _prevented(journal, sentence, group, route):
        return
    who = _who(journal, sentence, group)
    if who and not (lemma == "return" and not _is_from(sentence, group) and comes_home(journal, sentence, who, route)):
        _enter_motion(journal, sentence, group, who, route)
        miss_in_stead(journal, sentence, group)


def _route_of(journal: Journal, sentence: Sentence, group: VerbGroup) -> Route | None:
    """Return where the verb leads, or else where the text is; None where there is no such place."""
    reader = journal.reader(sentence)
    route = _direct_route(journal, reader, sentence, group) if group.lemma in DIRECT else _goal_route(reader, sentence, group)
    if route is not None and route.count and not route.stops:
        # 'will visit four Pacific countries'
        party = travellers_of(sentence, group)
        if party and tell(journal, sentence, group, route.when) is not None:
            journal.trip_of(party).count = route.count
    if route is not None and not route.stops and not route.void:
        route = (
            back_there(sentence, group, reader)
            or to_which(sentence, group, reader)
            or at_host(sentence, group)
            or at_scene(journal, sentence, group)
        )
    return route if route is not None and route.stops and not route.void else None


def _direct_route(journal: Journal, reader: RouteReader, sentence: Sentence, group: VerbGroup) -> Route | None:
    """Return the object of the verb as a route: 'will visit Ghana', 'toured the dam'; None where it is no place."""
    nodes, last, lemma = sentence.nodes, group.last, group.lemma
    inspects = lemma == "inspect"
    sure = not inspects and last + 2 < len(nodes) and nodes[last + 1].low in {",", "and"} and nodes[last + 2].kind == "LOC"
    route = reader.read(last, AT if inspects else _NONE, bare=True, manner=False, sure=sure)
    if inspects and route.stops and route.stops[0].index == last:
        return None
    if lemma == "reach" and route.stops and any(node.low in GOALS_REACHED for node in nodes[last : route.stops[0].index]):
        # 'reached the African final in Luanda'
        return None
    if not route.stops and lemma == "visit" and "whom" in sentence.lows:
        # 'met A, whom she is to visit in Lima'
        route = reader.read(last, AT, manner=False)
    if not route.stops and lemma == "transit":
        route = reader.read(last, _IN_TRANSIT)
    if not route.stops and lemma in {"visit", "tour"} and not (journal.found and journal.found[-1].unit == sentence.unit.index):
        place, end = reader.facility(last)
        if place is not None:
            route = Route([Stop(place, index=last)], end=end)
            date_behind(reader, route)
    return route


def _goal_route(reader: RouteReader, sentence: Sentence, group: VerbGroup) -> Route | None:
    """Return where a verb with a preposition leads; None where it is not said of one who goes there."""
    lemma, following = group.lemma, sentence.nodes[group.last].low
    if group.passive:
        headed = lemma == "head" and group.tense == "present"  # 'is headed to Lima'
        carried = lemma in CARRIED or (lemma == "call" and following in {"away", "to"})  # 'was flown to Lima', 'was called away to Lima'
        if not headed and not carried:
            return None
    if lemma == "get" and not group.particle and following not in TO:
        return None
    return motion_route(reader, sentence, group)


def _is_from(sentence: Sentence, group: VerbGroup) -> bool:
    return sentence.nodes[group.last].low == "from"


def _stays(sentence: Sentence, route: Route) -> bool:
    """Tell whether a stay has an end: 'remains in Lima until Friday', 'Instead he remains in Lima', against 'stays in Lagos'."""
    if route.when is not None or "instead" in sentence.lows:
        return True
    return any(node.kind == "DAT" for node in sentence.nodes[route.end : route.end + 5])


def _moves_for_good(sentence: Sentence, route: Route) -> bool:
    """Tell whether somebody takes an office where he goes: 'leaves in May for Lima, where she will be rector', 'to become dean'."""
    nodes = sentence.nodes
    at = route.end
    while at < len(nodes) and (nodes[at].kind in {"DAT", ","} or nodes[at].low in {"on", "in"}):
        at += 1
    if at >= len(nodes) or nodes[at].low not in {"where", "to"}:
        return False
    verb = group_after(sentence, at)
    if verb is None or verb.first - at > _SUBJECT or verb.last >= len(nodes):
        return False
    if verb.lemma not in {"be", "become"} or verb.tense != "future":
        return False
    office = nodes[verb.last + (nodes[verb.last].kind == "d" and verb.last + 1 < len(nodes))]
    # not 'where she will be guest of honour'
    return office.kind == "TTL" and office.titles[0].determiner != "the" and office.titles[0].head.group not in {"weak", "plain"}


def _who(journal: Journal, sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return who travels: the subject, or whom the sentence or the text names elsewhere."""
    who = travellers_of(sentence, group) or named_behind(sentence, group) or borrowed(sentence, group)
    who = who or spoken_for(journal, sentence, group) or on_board(journal, sentence, group)
    return who or as_party(journal, sentence, group) or _team(sentence, group)


def _enter_motion(journal: Journal, sentence: Sentence, group: VerbGroup, who: list[Node], route: Route) -> None:
    lead = give_day(journal, sentence, group, route)
    who = same_traveller(journal, sentence, group, who)
    if _is_of_nobody(journal, who, route, lead):
        return
    telling = _telling(journal, sentence, group, route)
    if telling is None:
        return
    lemma = group.lemma
    rule = f"travel/{'visit' if lemma in DIRECT else 'arrive' if lemma in ARRIVE else 'leave' if lemma in LEAVE else 'go'}"
    enter(journal, sentence, group, who=who, route=route, telling=telling, rule=rule)
    if sentence.nodes[group.last].low == "with":
        enter_fellows(journal, sentence, group, route, telling)


def _is_of_nobody(journal: Journal, who: list[Node], route: Route, lead: Any) -> bool:
    """'In 2014 a vice premier visited Apia': history about nobody in particular."""
    if who[0].kind != "TTL" or who[0].titles[0].determiner not in {"a", "an"}:
        return False
    day = route.when or lead
    return journal.days.lies(day) == "past" and not getattr(route.when, "text", "").isalpha() and not journal.days.is_short(day)


def _telling(journal: Journal, sentence: Sentence, group: VerbGroup, route: Route) -> Telling | None:
    """Return what the verb tells of the visits; None for history."""
    lemma, nodes, first = group.lemma, sentence.nodes, route.stops[0].index
    when = next((stop.when for stop in route.stops if stop.when is not None), route.when)
    telling = tell(journal, sentence, group, when, state=lemma in STAY)
    if lemma == "return" and _is_from(sentence, group) and telling is not None and telling.status == "planned":
        # who 'returns on Friday from Lima' is there
        telling = going_on()
    if telling is None or (telling.status == "done" and is_history(sentence, group, route)):
        return None
    if lemma in LEAVE and telling.status == "underway" and nodes[first - 1].low not in FOR | TO:
        # 'has left Lima after talks'
        telling = made()
    if telling.status == "planned" and first and nodes[first - 1].low == "from":
        # 'returns on Friday from Lima': there he is
        telling = going_on()
    if lemma in STAY and group.unfulfilled and telling.status == "cancelled":
        # 'had been due to stay in Lima until Saturday': there he was
        telling = made()
    return telling


def _team(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return the side of 'New Zealand will tour Zimbabwe'."""
    subjects = subject_of(sentence, group)
    if group.lemma != "tour" or len(subjects) != 1 or subjects[0].kind != "LOC" or group.passive or group.participle:
        return []
    return [evolve(subjects[0], kind="GRP", titles=[])] if isinstance(subjects[0].value, Place) else []


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
