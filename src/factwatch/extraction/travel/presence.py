"""Being somewhere, or being expected there: 'is in Lima until Friday', 'was due in Monterrey'."""

# ruff: noqa: PLR2004  # how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

from typing import Any, Final

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.clauses.words import HAVE
from factwatch.extraction.context import say_lemmas
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.occasion import day_of, place_of, trailing_day
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.dating import lead_date
from factwatch.extraction.travel.entering import enter
from factwatch.extraction.travel.gatherings import event_place
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.noun_days import date_after
from factwatch.extraction.travel.routes import RouteReader
from factwatch.extraction.travel.telling import tell, tell_expected
from factwatch.extraction.travel.travellers import at_home, party_of, travellers_of
from factwatch.extraction.travel.trips import LIVE, Telling, going_on, made
from factwatch.extraction.travel.unsaid import scene_of_guest
from factwatch.extraction.travel.words import ARRIVE, DOING, DUE, LEAVE, MOTION, NEWLY_BACK, NOW, PLANNED_TO, SPANS, VEHICLES
from factwatch.lexicon.places import Place

_AT: Final = frozenset({"in", "at"})


_TO: Final = frozenset({"to", "into", "towards"})


_FOR: Final = frozenset({"for"})
_VEHICLE: Final = 6
"""Nodes of 'on the last night train to'."""
_AGAIN: Final = frozenset({"again", ",", "this time", "this", "time", "now", "once", "more"})
_BEHIND_DAY: Final = frozenset({"for", "and", "but", "from", "with"})
_EARLY: Final = 12
"""Nodes of a sentence among which a subject stands whose whereabouts are set off by commas."""
_OPENING: Final = 2
"""Index of 'return' in 'On her return from'."""
_BACK: Final = 6
"""Nodes of 'newly back from a long week in'."""
_HOMEWARD: Final = frozenset({"back", "home"})


def find_presence(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'is in Lima', 'will be in Baku from the 10th', 'was due in Monterrey on Friday', 'is on his way to Lagos'."""
    nodes = sentence.nodes
    at = group.last
    expected = False
    while at < len(nodes) and nodes[at].low in DUE and at - group.last < 4:
        if nodes[at].low == "on" and not (
            at + 2 < len(nodes) and nodes[at + 1].low in {"his", "her", "their"} and nodes[at + 2].low == "way"
        ):
            break
        expected = expected or nodes[at].low in {"due", "expected", "awaited", "scheduled", "booked", "set", "bound", "headed", "down"}
        at += 1
    by_then = at + 2 < len(nodes) and nodes[at].low == "by" and nodes[at + 1].kind == "DAT"
    # 'was by Wednesday noon on a plane to Lima'
    reached: Any = nodes[at + 1].value if by_then else None
    at += 2 * by_then
    if at >= len(nodes) or _comes_back(journal, sentence, group, at):
        return
    preps = _AT
    on_day = nodes[at].low == "on" and at + 1 < len(nodes) and nodes[at + 1].kind == "DAT"
    if nodes[at].low in {"his", "her", "their", "route"}:
        at += 2 if nodes[at].low != "route" else 1
        preps = _TO
    elif nodes[at].low == "on" and (boarded := _on_board(nodes, at)):
        # 'was on a plane to Abidjan'
        at, preps = boarded, _TO
    elif nodes[at].low == "off" and (goal := _off_again(nodes, at)):
        # 'is off to Lima', 'will be off to Quito on Friday'
        expected, at, preps = group.tense == "future", goal, _FOR | _TO
    elif HAVE.intersection(group.chain) and nodes[group.main].low == "been" and (goal := _been_to(nodes, at)):
        # 'has since been to Kalgoorlie'
        at, preps = goal, _TO
    elif expected and nodes[at].low in {"for", "to"}:
        preps = _FOR | _TO
    elif nodes[at].low not in _AT and nodes[at].kind != "DAT" and nodes[at].low != "there" and not on_day:
        return
    when_there: Any = reached
    at += on_day
    if nodes[at].kind == "DAT" and not expected:
        # 'is today in Port Louis', 'was on Monday in Suva'
        if at + 1 >= len(nodes) or nodes[at + 1].low not in _AT:
            return
        when_there, at = nodes[at].value, at + 1
    reader = journal.reader(sentence)
    if expected and nodes[at].kind == "DAT" and _due_again(journal, sentence, group, at):
        return
    if expected and _due_at_scene(journal, sentence, group, at - on_day):
        return
    if nodes[at].low == "there" and nodes[at].kind == "r":
        if group.tense != "future" and not expected:
            return
        route = reader.read(at, preps, bare=True)
    else:
        route = reader.read(at, preps)
    if not route.stops or route.void:
        return
    if nodes[at].low == "at" and group.tense != "future" and not expected:
        return
    who = travellers_of(sentence, group)
    if "back" in {node.low for node in nodes[group.last : route.stops[0].index]} and at_home(who, route.stops[0].node):
        # 'is back in Santiago on Sunday'
        return
    if not who or (group.negative and [node.low for node in nodes[route.end : route.end + 2]] == ["for", "long"]):
        # 'will not be in Lima for long'
        return
    lead = lead_date(sentence, group)
    lead = when_there or lead
    if when_there is not None or (lead is not None and len(route.stops) == 1 and route.stops[0].when is None):
        route.stops[0].when = lead
    when = next((stop.when for stop in route.stops if stop.when is not None), None)
    if group.negative and group.tense == "past" and not expected and not HAVE.intersection(group.chain) and when is None:
        # 'was not in Lima for the handover'
        return
    telling = tell_expected(journal, sentence, group, when) if expected else tell(journal, sentence, group, when, state=True)
    if telling is None:
        return
    if (
        group.perfect
        and preps is not _TO
        and group.tense == "past"
        and telling.status == "done"
        and "had" not in group.chain
        and journal.days.lies(when) != "past"
    ):
        # 'has been in Zambia since Monday'
        telling = going_on()
    enter(journal, sentence, group, who=who, route=route, telling=telling, rule="travel/be-in")


def _been_to(nodes: list[Node], at: int) -> int:
    """Return the index of 'to' in 'been twice this month to Lima', 0 where something else follows."""
    end = min(len(nodes), at + _VEHICLE)
    while at < end and nodes[at].kind in {"r", "DAT"}:
        at += 1
    return at if at < end and nodes[at].low == "to" else 0


def _due_again(journal: Journal, sentence: Sentence, group: VerbGroup, at: int) -> bool:
    """Tell whether 'The minister is due on June 24' gives its day to the visit that is to come; it is given."""
    nodes = sentence.nodes
    who = travellers_of(sentence, group)
    trip = journal.trip_told(who[0]) if len(who) == 1 else None
    last = trip.findings[-1] if trip is not None and trip.findings else None
    over = at + 1 < len(nodes) and nodes[at + 1].low in _AT
    if last is None or last.status != "planned" or over or group.negative or not journal.days.is_one_day(nodes[at].value):
        return False
    if last.when is not None and journal.days.is_one_day(last.when):
        return False
    last.when, last.tense = nodes[at].value, "future"
    return True


def _due_at_scene(journal: Journal, sentence: Sentence, group: VerbGroup, at: int) -> bool:
    """Enter who from abroad 'is due on Friday' where the story was filed; tell whether the words say that."""
    nodes = sentence.nodes
    when, end = date_after(sentence, at)
    ends = end >= len(nodes) or nodes[end].kind in {".", ",", ";"} or nodes[end].low in _BEHIND_DAY
    who = travellers_of(sentence, group) if when is not None and ends else []
    scene = scene_of_guest(journal, sentence, who, at) if who else None
    telling = tell_expected(journal, sentence, group, when) if scene is not None else None
    if scene is None or telling is None:
        return False
    route = Route([Stop(scene, when, index=at)], end=end)
    journal.add_route(sentence, who, route, telling, "travel/expected-in", start=nodes[group.first].start)
    return True


def _off_again(nodes: list[Node], at: int) -> int:
    """Return the index of 'to' in 'off again, this time to Lima' at *at*, 0 where nothing of the kind stands there."""
    for index in range(at + 1, min(len(nodes) - 1, at + _VEHICLE)):
        if nodes[index].low in {"to", "for"}:
            # not 'off to a bad start in Lima'
            return index if nodes[index + 1].kind != "d" or nodes[index + 1].low == "the" else 0
        if nodes[index].low not in _AGAIN:
            return 0
    return 0


def _on_board(nodes: list[Node], at: int) -> int:
    """Return the index of 'to' in 'on the night train to Lima' at *at*, 0 where nothing of the kind stands there."""
    for index in range(at + 1, min(len(nodes) - 1, at + _VEHICLE)):
        if nodes[index].low in VEHICLES:
            return index + 1 if nodes[index + 1].low == "to" else 0
        if nodes[index].kind not in {"d", "x", "p", "m", "ADJ", "#"} and nodes[index].low not in {"his", "her", "their"}:
            return 0
    return 0


def _comes_back(journal: Journal, sentence: Sentence, group: VerbGroup, at: int) -> bool:
    """Enter where somebody is who 'is due back from Nairobi on Friday' or 'was home from Lima'; tell whether the words say that."""
    nodes = sentence.nodes
    leaving = at + 3 < len(nodes) and nodes[at].kind == "PRO" and nodes[at + 1].low == "way"
    if leaving:
        # 'was on her way back from Lima'
        at += 2
    while at < len(nodes) and nodes[at].low in _HOMEWARD:
        at += 1
    if at + 1 >= len(nodes) or nodes[at].low != "from" or nodes[at - 1].low not in _HOMEWARD or group.negative:
        return False
    reader = journal.reader(sentence)
    place, _ = reader.place_at(at + 1, sure=True)
    if place is None and (event := event_place(reader, sentence, at + 1)) >= 0:
        # 'is on her way home from a conference in Manila'
        place, _ = reader.place_at(event, sure=True)
    if place is None and at + 4 < len(nodes) and nodes[at + 2].low in SPANS and nodes[at + 3].low in _AT:
        # 'is just back from a week in Lima'
        place, _ = reader.place_at(at + 4, sure=True)
    who = travellers_of(sentence, group)
    if place is not None and who and group.modality != "possible":
        still = nodes[group.last].low in DUE - _HOMEWARD - {"just"} or group.passive or group.tense == "future"
        telling = going_on() if still and not leaving else made()
        stops = [Stop(place, index=at + 1), *_by_way_of(reader, at + 2)]
        journal.add_route(sentence, who, Route(stops, end=at + 2), telling, "travel/back-from", start=who[0].start)
    return True


def _by_way_of(reader: RouteReader, at: int) -> list[Stop]:
    """Return Belém of 'on her way back from Brasília, by way of Belém'."""
    nodes = reader.nodes
    at += at < len(nodes) and nodes[at].kind == ","
    if at + 3 >= len(nodes) or [node.low for node in nodes[at : at + 3]] != ["by", "way", "of"]:
        return []
    place, _ = reader.place_at(at + 3, sure=True)
    return [Stop(place, index=at + 3)] if place is not None else []


def find_fronted(journal: Journal, sentence: Sentence) -> None:
    """'While in Kathmandu Mr Iyer called on', 'In Tashkent, October 7-8, the Secretary will meet': who acts there is there."""
    nodes = sentence.nodes
    at = 0
    if nodes[0].low == "while":
        at = 1
    elif not journal.near(3) and not (journal.near(8) and any(node.kind == "PER" for node in nodes[:12])):
        return
    if len(nodes) < at + 4 or nodes[at].low != "in" or not sentence.groups:
        return
    place, end = journal.reader(sentence).place_at(at + 1, sure=True)
    if place is None or place.name == "there" or getattr(place.value, "kind", "") == "region":
        return
    when = None
    while end < len(nodes) and (nodes[end].kind in {",", "DAT"} or nodes[end].low in {"on", "from", "(", ")"}):
        when = when or (nodes[end].value if nodes[end].kind == "DAT" else None)
        end += 1
    group = next((group for group in sentence.groups if group.first >= end and _is_clause_verb(sentence, group)), None)
    if group is None:
        return
    who = party_of(sentence, subject_of(sentence, group))
    if not who or end >= len(nodes) or nodes[end].start > who[0].start or group.lemma == "say":
        return
    if at == 0 and not journal.same_as_current(who):
        # 'In Cairo she and Sheikh A signed'
        own = [node for node in who if journal.same_as_current([node])]
        if len(own) != 1 or len(who) == 1:
            return
        who = own
    if at == 0 and _is_known(journal, place):
        return
    if when is None and (day := day_of(sentence, group)) is not None:
        # 'In Lima she will open a library on Friday'
        when = day.value
    telling = tell(journal, sentence, group, when)
    if telling is None or telling.status == "cancelled" or telling.negative:
        return
    if at == 0 and telling.status != "planned" and (group.lemma not in DOING or group.passive):
        return
    before = len(journal.found)
    enter(journal, sentence, group, who=who, route=Route([Stop(place, when)], end=end), telling=telling, rule="travel/while-in")
    for finding in journal.found[before:]:
        finding.start = min(finding.start, nodes[0].start)
        # the place stands before its verb: without that the words would say nothing
        finding.end = max(finding.end, nodes[min(group.last, len(nodes)) - 1].end)


def find_returned(journal: Journal, sentence: Sentence) -> None:
    """'On her return from Lima, President A said': where the subject has been."""
    nodes = sentence.nodes
    at = next((index for index in range(2, len(nodes) - 2) if nodes[index].low == "return" and nodes[index + 1].low == "from"), 0)
    if not at or nodes[at - 1].low not in {"his", "her"} or nodes[at - 2].low not in {"on", "upon", "after", "since", "following"}:
        return
    place, _ = journal.reader(sentence).place_at(at + 2, sure=True)
    group = next((group for group in sentence.groups if group.main > at), None) if at == _OPENING else group_before(sentence, at)
    who = travellers_of(sentence, group) if group is not None else []
    if place is not None and who and group is not None and group.tense == "past" and not at_home(who, place):
        journal.add_route(sentence, who, Route([Stop(place, index=at + 2)], end=at + 3), made(), "travel/back-from")


def find_just_back(journal: Journal, sentence: Sentence) -> None:
    """'Back from Rome, Bishop A thanked', 'Fresh from a week in Rome, he met': where the subject has been."""
    nodes = sentence.nodes
    at = next((index for index in range(1, min(_BACK, len(nodes))) if nodes[index].low == "from"), 0)
    if not at or any(node.low not in NEWLY_BACK for node in nodes[:at]):
        return
    reader = journal.reader(sentence)
    place, end = reader.place_at(at + 1, sure=True)
    span = next((index for index in range(at + 1, min(at + _BACK, len(nodes) - 1)) if nodes[index].low in SPANS), 0)
    if place is None and span and nodes[span + 1].low in _AT:
        place, end = reader.place_at(span + 2, sure=True)
    group = next((group for group in sentence.groups if group.first >= end and _is_clause_verb(sentence, group)), None)
    if place is None or group is None or end >= len(nodes) or nodes[end].kind != ",":
        return
    who = travellers_of(sentence, group)
    if who and not at_home(who, place):
        journal.add_route(sentence, who, Route([Stop(place, index=at + 1)], end=end), made(), "travel/back-from")


def _is_clause_verb(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether a verb is that of a clause, not of 'the minister, accompanied by A, met'."""
    if group.participle or group.infinitive:
        return False
    nodes = sentence.nodes
    aside = not group.chain and group.first > 0 and nodes[group.first - 1].kind == ","
    return not (aside and group.last < len(nodes) and nodes[group.last].low == "by")


def find_bound(journal: Journal, sentence: Sentence) -> None:
    """'left Abuja on Monday, bound for Lima': where the one who left goes."""
    nodes = sentence.nodes
    for at in range(2, len(nodes) - 2):
        if nodes[at].low != "bound" or nodes[at + 1].low != "for" or nodes[at - 1].kind != ",":
            continue
        group = next((group for group in reversed(sentence.groups) if group.main < at and group.lemma != "bind"), None)
        route = journal.reader(sentence).read(at + 1, _FOR)
        who = travellers_of(sentence, group) if group is not None and group.lemma in LEAVE | MOTION else []
        telling = tell(journal, sentence, group) if who and group is not None and route.stops and not route.void else None
        if telling is not None and telling.status in LIVE:
            telling.status = "underway" if telling.status == "done" else telling.status
            journal.add_route(sentence, who, route, telling, "travel/bound", start=nodes[at].start)


def find_on_the_way(journal: Journal, sentence: Sentence) -> None:
    """'En route to Nairobi, President A stopped in Djibouti', 'met the mayor on her way to Lima': where the subject goes."""
    nodes = sentence.nodes
    at = next((index for index in range(1, len(nodes) - 2) if nodes[index].low in {"route", "way"} and nodes[index + 1].low == "to"), -1)
    first = at - 1 if at > 0 and nodes[at - 1].low == "en" else at - 2  # 'en route', 'on her way'
    if at < 0 or first < 0 or nodes[first].low not in {"en", "on"} or not sentence.groups:
        return
    route = journal.reader(sentence).read(at + 1, _TO)
    if first == 0 or (first > 1 and nodes[first - 1].kind == "," and nodes[first - 2].kind in {"PER", "TTL"}):
        group = next((group for group in sentence.groups if group.first > route.end), None)
    else:
        group = _deed_before(sentence, first)
    who = travellers_of(sentence, group) if group is not None and route.stops else []
    telling = tell(journal, sentence, group) if who and group is not None else None
    if telling is not None and telling.status in LIVE and not telling.negative:
        status = "planned" if telling.status == "planned" else "underway"
        journal.add_route(sentence, who, route, Telling(status, None, telling.modality), "travel/on-the-way", start=nodes[first].start)


def _deed_before(sentence: Sentence, at: int) -> VerbGroup | None:
    """Return what the subject does on the way that is told at *at*; None for a verb of travel, and where somebody else may be on it."""
    group = group_before(sentence, at)
    if group is None or group.last > at or group.passive or group.lemma in MOTION | ARRIVE | LEAVE or group.lemma == "be":
        return None
    others = {"PER", "TTL", ",", ";", "."} if sentence.nodes[at + 1].low in {"his", "her"} else {"PER", "TTL", "GRP", ",", ";", "."}
    return None if any(node.kind in others for node in sentence.nodes[group.last : at]) else group


def find_apposed(journal: Journal, sentence: Sentence) -> None:
    """'President A, in Berlin for talks, said', 'A, due in Lima on Friday, will raise': commas set off where the subject is or will be."""
    nodes = sentence.nodes
    reader = journal.reader(sentence)
    for at in range(min(len(nodes) - 5, _EARLY)):
        comma = nodes[at + 1].kind == ","
        # the comma behind an apposition is part of its node: 'The minister, A, in Berlin for talks, said'
        if nodes[at].kind not in {"PER", "TTL"} or not (comma or "," in sentence.text[nodes[at].end : nodes[at + 1].start]):
            continue
        first = at + 1 + comma
        if sentence.groups and sentence.groups[0].main < at and sentence.groups[0].lemma not in say_lemmas():
            # 'met the agent, A, in Berlin on Monday'
            return
        due = nodes[first].low in PLANNED_TO
        now = nodes[first].low in NOW
        opening = first + (due or now)
        if nodes[opening].low != "in":
            continue
        place, after = reader.place_at(opening + 1, sure=False)
        if place is None or place.kind != "LOC" or after >= len(nodes):
            continue
        when, end = date_after(sentence, after)
        if not (due or now) and when is None and nodes[after].low not in {"for", "to", "on"}:
            continue
        if when is not None and nodes[end].kind != "," and nodes[end].low not in {"for", "to"}:
            # 'A, in Berlin on Monday' is over at its comma
            continue
        lies = journal.days.lies(when)
        if due or (when is not None and lies == "future"):
            telling = Telling("planned", "future", "expected" if due else "planned")
        else:
            telling = made() if when is not None and lies != "today" else going_on()
        journal.add_route(
            sentence, [nodes[at]], Route([Stop(place, when, index=opening + 1)], end=end), telling, "travel/apposed", start=nodes[at].start
        )
        return


def find_visiting(journal: Journal, sentence: Sentence) -> None:
    """'Visiting President A met business leaders in Quito', 'held talks with the visiting minister, B, in Quito'."""
    nodes = sentence.nodes
    for index, node in enumerate(nodes):
        if node.kind not in {"PER", "TTL"} or not {"visiting"} & set(node.low.split()[:3]):
            continue
        who = (
            [nodes[index + 2]]
            if node.kind == "TTL" and index + 2 < len(nodes) and nodes[index + 1].kind == "," and nodes[index + 2].kind == "PER"
            else [node]
        )
        group = next((group for group in sentence.groups if node in subject_of(sentence, group)), None)
        group = group or next((group for group in reversed(sentence.groups) if group.main < index), None)
        place = place_of(sentence, group) or scene_of_guest(journal, sentence, who, index) if group is not None else None
        if group is None or place is None or group.negative or group.modality == "possible":
            continue
        day = day_of(sentence, group)
        status = "planned" if group.tense == "future" else "done"
        telling = Telling(status, group.tense, "planned" if status == "planned" else "asserted")
        journal.add_route(
            sentence, who, Route([Stop(place, day.value if day is not None else None)]), telling, "travel/visiting", start=node.start
        )


def _is_known(journal: Journal, place: Node) -> bool:
    """Tell whether the country in 'In Panama he will meet' is only that of a city told before: 'will leave for Panama City'."""
    trip = journal.trip
    if trip is None or not isinstance(place.value, Place):
        return False
    if place.value.kind == "city":
        # nor is 'In Lima he will meet' more than the country told before: 'will visit Peru'
        lands = [item.place.value for item in trip.findings[-3:] if isinstance(item.place, Node) and isinstance(item.place.value, Place)]
        return bool(lands) and lands[-1].kind == "country" and lands[-1].country == place.value.country
    if place.value.kind != "country":
        return False
    cities = [item.place.value for item in trip.findings[-8:] if isinstance(item.place, Node) and isinstance(item.place.value, Place)]
    return any(city.kind == "city" and city.country == place.value.country for city in cities)


def find_awaited(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'She is expected in Kigali on September 6', 'is expected back in Reykjavík'."""
    nodes = sentence.nodes
    at = group.last
    if _comes_back(journal, sentence, group, at):
        return
    if at >= len(nodes) or (nodes[at].low not in {"in", "at", "back", "home", "there", "for", "on"} and nodes[at].kind != "DAT"):
        return
    who = travellers_of(sentence, group)
    there = nodes[at].low == "there"
    dated = nodes[at].kind == "DAT" or (nodes[at].low in {"on", "in"} and at + 1 < len(nodes) and nodes[at + 1].kind == "DAT")
    if dated and _due_at_scene(journal, sentence, group, at):
        return
    route = journal.reader(sentence).read(at, _AT if group.lemma == "expect" else _AT | _FOR, bare=there)
    if not who or not route.stops or route.void:
        return
    if len(route.stops) == 1 and route.stops[0].when is None and (day := trailing_day(sentence, group, route.end)) is not None:
        # 'is expected back in Kyiv for the conference in June'
        route.stops[0].when = day.value
    elif len(route.stops) == 1 and route.stops[0].when is None:
        # 'On Saturday she is expected in Conakry'
        route.stops[0].when = lead_date(sentence, group)
    if nodes[at].low in _HOMEWARD and all(at_home(who, stop.node) for stop in route.stops):
        # 'had been expected back in Nairobi': who comes home visits nothing
        return
    telling = tell_expected(journal, sentence, group, next((stop.when for stop in route.stops if stop.when is not None), None))
    if telling is not None:
        enter(journal, sentence, group, who=who, route=route, telling=telling, rule="travel/expected-in")
