"""Travellers who are no subject: received, sent, led, diverted."""

# ruff: noqa: PLR2004  # how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

from typing import Any, Final

from attrs import evolve

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.occasion import trailing_day
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.companions import find_joined
from factwatch.extraction.travel.dating import day_of_joined, lead_date
from factwatch.extraction.travel.entering import enter
from factwatch.extraction.travel.gatherings import event_place
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.noun_days import date_after
from factwatch.extraction.travel.replacing import stand_in
from factwatch.extraction.travel.telling import main_group, tell
from factwatch.extraction.travel.travellers import at_home, owner_of, party_of, travellers_of, travels
from factwatch.extraction.travel.trips import LIVE, to_come
from factwatch.extraction.travel.unsaid import scene_node
from factwatch.extraction.travel.welcoming import speaking_host
from factwatch.extraction.travel.words import BOARD, JOURNEYS, MANNER, MESSAGES, TO, TRAVELLERS
from factwatch.lexicon.places import Place

_MESSAGE: Final = 12
"""Nodes of a message and those whose it is."""
_BEHIND_GUEST: Final = frozenset({"on", "for", "in", "who", "whose", "during", "before", "after", "at"})
_OWN: Final = frozenset({"his", "her", "its", "their"})


def find_received(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'received Cardinal A in Antakya', 'welcomed B to Government Buildings in Dublin', 'was received in Lagos by'."""
    nodes = sentence.nodes
    who, at = _guest(journal, sentence, group)
    while at < len(nodes) and (
        nodes[at].kind == "DAT" or (nodes[at].low in {"on", "here"} and at + 1 < len(nodes) and nodes[at + 1].kind == "DAT")
    ):
        at += 1
    if not who or at >= len(nodes):
        return
    guest = len(who) == 1 and bool(who[0].titles) and (nodes[at].kind in {"DAT", ".", ","} or nodes[at].low in _BEHIND_GUEST)
    if group.lemma == "host" and nodes[at].low not in {"in", "at"} and not guest:
        return
    if nodes[at].low not in {"in", "at", "to"}:
        route = _home_of_host(sentence, group, who) or _came_to_greet(sentence, group, who) or _at_scene(journal, sentence, group, who)
    else:
        route = journal.reader(sentence).read(at, frozenset({"in", "at", "to"}))
    if route is None or not route.stops or route.void:
        return
    stop = route.stops[0]
    day = _day_of_reception(journal, sentence, group, at)
    stop.when = day if stop.when is None else stop.when
    telling = tell(journal, sentence, group, stop.when)
    main = main_group(sentence, group) if telling is None and group.infinitive and stop.index < group.first else None
    if main is not None:
        # 'Thousands lined the streets of Lima to greet President A'
        telling = tell(journal, sentence, main, stop.when)
    if telling is not None and telling.status != "cancelled" and not _has_come(journal, sentence, who, stop):
        journal.add(sentence, who, stop, telling, "travel/received", start=nodes[group.first].start)


def _guest(journal: Journal, sentence: Sentence, group: VerbGroup) -> tuple[list[Node], int]:
    """Return who is received, and the index behind him, or behind the host in 'was received by A'."""
    nodes = sentence.nodes
    at = group.last
    if at < len(nodes) and nodes[at].low == "off":
        # 'saw off President A at Lima airport'
        at += 1
    if group.passive:
        while at < len(nodes) and nodes[at].kind == "r":
            at += 1
        if at < len(nodes) and nodes[at].low == "by":
            at += 2
            while at < len(nodes) and nodes[at].kind in {"PER", "TTL", "d", "s", "GRP", "x"} and nodes[at].low not in {"in", "at", "to"}:
                at += 1
        return travellers_of(sentence, group), at
    if at < len(nodes) and nodes[at].low in {"in", "to"} and _received_in(journal, sentence, group):
        return [], at
    while at < len(nodes) and (
        nodes[at].kind == "d" or (nodes[at].low in {"his", "her", "its", "their"} and at + 1 < len(nodes) and nodes[at + 1].kind != "f")
    ):
        at += 1
    while at + 1 < len(nodes) and (nodes[at].kind == "ADJ" or (nodes[at].low == "and" and nodes[at - 1].kind == "ADJ")):
        # 'his Polish and Latvian counterparts, A and B,'
        at += 1
    if at >= len(nodes) or nodes[at].kind not in {"PER", "TTL", "GRP", "PRO"}:
        return [], at
    who = party_of(sentence, [nodes[at]])
    at += 1
    if at < len(nodes) and nodes[at].low == "of" and nodes[at - 1].kind == "GRP" and who:
        # 'the foreign ministers of the Arctic states in Akureyri'
        start = at
        while at < len(nodes) and at - start < 8 and nodes[at].low not in {"in", "at"} and nodes[at].kind not in {",", "."}:
            at += 1
        words = sentence.text[who[0].start : nodes[at - 1].end]
        who = [evolve(who[0], end=nodes[at - 1].end, text=words, low=words.lower(), name=words)]
    return who, at


def _day_of_reception(journal: Journal, sentence: Sentence, group: VerbGroup, at: int) -> Any:
    """Return the day before the verb, behind it or further on, or that of the arrival: 'flew in on Monday and was welcomed by'."""
    nodes = sentence.nodes
    day = lead_date(sentence, group) or next(
        (
            nodes[index].value
            for index in range(group.last, min(len(nodes), at + 3))
            if nodes[index].kind == "DAT" and nodes[index - 1].low not in {"until", "after", "before", "since"}
        ),
        None,
    )
    if day is None and (trailing := trailing_day(sentence, group, at)) is not None:
        # 'will welcome President A for a state visit on Friday'
        day = trailing.value
    return day_of_joined(journal, sentence, group) if day is None and group.passive else day


def _has_come(journal: Journal, sentence: Sentence, who: list[Node], stop: Stop) -> bool:
    """Tell whether the text has told of the visit already: 'landed in Vietnam on Monday. The president was greeted at Noi Bai airport'."""
    landed = any(node.low in {"airport", "airfield", "station"} for node in sentence.nodes[stop.index : stop.index + 3])
    if landed and journal.near(2) and journal.same_as_current(who):
        return True
    # 'arrived here on Thursday. President B received his Peruvian counterpart': the one who came
    unnamed = all(node.kind != "PER" for node in who) and not journal.same_as_current(who)
    return unnamed and journal.near(3) and any(getattr(item.place, "name", "") == stop.node.name for item in journal.found[-4:])


def _home_of_host(sentence: Sentence, group: VerbGroup, who: list[Node]) -> Route | None:
    """Return the country that receives a guest, as the place where it does."""
    if group.passive:
        return None
    hosts = subject_of(sentence, group)
    if len(hosts) != 1 or len(who) != 1:
        return None
    host = (hosts[0].low == "it" and speaking_host(sentence, group)) or hosts[0]
    if (
        host.kind == "LOC"
        and isinstance(host.value, Place)
        and host.value.kind in {"country", "city"}
        and group.lemma in {"host", "welcome", "receive"}
    ):
        return Route([Stop(host)])
    return None


def _came_to_greet(sentence: Sentence, group: VerbGroup, who: list[Node]) -> Route | None:
    """Return Lima of 'Thousands lined the streets of Lima to greet President A'."""
    nodes = sentence.nodes
    if not group.infinitive or not all(any(getattr(title.of_value, "country", None) for title in node.titles) for node in who):
        return None
    at = next((index for index in range(group.first - 1, 0, -1) if nodes[index].kind in {"LOC", ","}), 0)
    if at < 1 or nodes[at].kind == "," or nodes[at - 1].low not in {"in", "of", "at"} or at_home(who, nodes[at]):
        return None
    when = next((node.value for node in nodes[at : group.first] if node.kind == "DAT"), None)
    return Route([Stop(nodes[at], when, index=at)], end=group.last)


def _at_scene(journal: Journal, sentence: Sentence, group: VerbGroup, who: list[Node]) -> Route | None:
    """Return where the story was filed, for 'today received the Chilean minister, A': the place where a guest from abroad is received."""
    if not journal.names.scene or group.passive or sentence.unit.quotation is not None or not subject_of(sentence, group):
        return None
    scene = scene_node(journal, sentence.nodes[group.main])
    foreign = [
        node for node in who if node.kind in {"PER", "TTL"} and any(getattr(title.of_value, "country", None) for title in node.titles)
    ]
    if len(foreign) != len(who) or any(at_home([node], scene) for node in who):
        return None
    return Route([Stop(scene, index=group.last)])


def find_sent(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'is sending Foreign Minister B to Accra', 'sends his deputy, C, in his place'."""
    nodes = sentence.nodes
    at = group.last
    while at < len(nodes) and (nodes[at].kind == "d" or (nodes[at].kind == "PRO" and nodes[at].low in {"his", "her", "its", "their"})):
        at += 1
    if group.passive:
        who = travellers_of(sentence, group)
    else:
        if at >= len(nodes) or nodes[at].kind not in {"PER", "TTL", "GRP"}:
            return
        who = party_of(sentence, [nodes[at]])
        at += 1
    if not who:
        return
    telling = tell(journal, sentence, group)
    if telling is None or telling.status == "cancelled":
        return
    if telling.status == "underway":
        telling = to_come()
    reader = journal.reader(sentence)
    route = reader.read(at, TO, manner=False)
    if route.stops:
        journal.add_route(sentence, who, route, telling, "travel/sent", start=nodes[group.first].start)
        return
    missed = journal.found[-1] if journal.found else None
    swapped = missed is not None and missed.unit == sentence.unit.index and missed.status == "cancelled"
    if swapped or any(nodes[index].low in {"place", "stead", "instead"} for index in range(at, min(len(nodes), at + 5))):
        stand_in(journal, sentence, who, telling, nodes[group.first].start)


def _received_in(journal: Journal, sentence: Sentence, group: VerbGroup) -> bool:
    """'received in Brasília today the Deputy Prime Minister of Vietnam, A', 'will welcome to Accra President B'."""
    nodes = sentence.nodes
    place, at = journal.reader(sentence).place_at(group.last + 1, sure=True)
    when = None
    while at < len(nodes) and (nodes[at].kind in {"DAT", "d"} or nodes[at].low == "on"):
        when = when or (nodes[at].value if nodes[at].kind == "DAT" else None)
        at += 1
    if place is None or at >= len(nodes) or nodes[at].kind not in {"PER", "TTL", "GRP"}:
        return False
    when = when or lead_date(sentence, group)
    who = party_of(sentence, [nodes[at]])
    telling = tell(journal, sentence, group, when)
    if not who or telling is None or telling.status == "cancelled":
        return False
    journal.add(sentence, who, Stop(place, when), telling, "travel/received", start=nodes[group.first].start)
    return True


def _brought(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Enter the journey of the object: 'The summit brings President A to Nairobi'."""
    nodes = sentence.nodes
    at = group.last + (nodes[group.last].kind == "d")
    if at + 2 < len(nodes) and nodes[at].kind == "TTL" and nodes[at + 1].kind == "," and nodes[at + 2].kind == "PER":
        # 'is bringing the minister, A, to Murrah'
        at += 2
    behind = at + 1 + (at + 1 < len(nodes) and nodes[at + 1].kind == ",")
    along = behind + 1 < len(nodes) and nodes[behind].low == "with" and nodes[behind + 1].low in {"him", "her", "them"}
    behind += 2 if along else 0
    named = at < len(nodes) and nodes[at].kind in {"PER", "TTL"}
    who = party_of(sentence, [nodes[at]]) if named and behind < len(nodes) and nodes[behind].low in TO else []
    route = journal.reader(sentence).read(behind, TO, manner=False)
    telling = tell(journal, sentence, group, route.stops[0].when) if who and route.stops and not route.void else None
    if group.lemma == "take" and not all(isinstance(stop.node.value, Place) for stop in route.stops):
        # 'took Minister A to task'
        return
    if telling is not None and telling.status != "cancelled":
        enter(journal, sentence, group, who=who, route=route, telling=telling, rule="travel/brought")
        hosts = [node for node in travellers_of(sentence, group) if node.kind in {"PER", "TTL"}] if group.lemma == "take" or along else []
        for stop in route.stops if hosts else []:
            journal.add(sentence, hosts, stop, telling, "travel/brought")


def _delivered(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Enter who 'brought a letter from the king to Amman': he went there."""
    nodes = sentence.nodes
    end = min(len(nodes) - 1, group.last + _MESSAGE)
    letter = next((index for index in range(group.last, end) if nodes[index].low in MESSAGES), end)
    to = next((index for index in range(letter, end) if nodes[index].low == "to"), 0)
    if not to or any(nodes[index].kind in {"v", "u", ",", "QUO"} for index in range(letter + 1, to)):
        return
    route = journal.reader(sentence).read(to, TO, manner=False)
    who = [node for node in travellers_of(sentence, group) if node.kind in {"PER", "TTL", "PRO"}]
    telling = tell(journal, sentence, group, route.stops[0].when) if who and route.stops and not route.void else None
    if telling is not None and telling.status in LIVE:
        enter(journal, sentence, group, who=who, route=route, telling=telling, rule="travel/brought")


def find_led(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'will lead a business mission to West Africa', 'took the slow boat to Banda', 'will join the minister in Praia'."""
    nodes = sentence.nodes
    at = group.last
    if group.lemma in {"join", "rejoin"}:
        find_joined(journal, sentence, group)
        return
    if group.passive or at >= len(nodes):
        return
    if group.lemma in {"bring", "take"} and not sentence.lows.isdisjoint(MESSAGES):
        _delivered(journal, sentence, group)
    if group.lemma == "bring":
        _brought(journal, sentence, group)
        return
    if group.lemma == "take" and nodes[at + (nodes[at].kind == "d" and at + 1 < len(nodes))].kind in {"PER", "TTL"}:
        _brought(journal, sentence, group)
        return
    index = at
    carried = False
    goals = {"to", "there", "for"} if group.lemma in BOARD else {"to", "there"}
    while index < len(nodes) and index - at < 9 and nodes[index].low not in goals:  # no phrase is longer
        node = nodes[index]
        if node.low in JOURNEYS and carried:
            # 'will lead a delegation of traders on a visit to Lima'
            pass
        elif (
            node.low in {"boat", "train", "plane", "flight", "ferry", "bus", "helicopter", "mission", "team", "party"}
            or (node.kind == "GRP" and travels(node))
            or (node.low in TRAVELLERS and node.kind in {"x", "p"})
        ):
            carried = True
        elif node.low in MANNER:
            # 'took the overnight train to Kyiv'
            pass
        elif node.low in _OWN:
            # 'took her players to Lima'
            pass
        elif node.kind not in {"d", "x", "ADJ", "#", "p", "m", "LOC", "GRP", "r", "DAT", "f", "TTL", "s", "ORG", "h", "PER"} or (
            node.kind == "f" and node.low not in {"of", "on", "from", "in"}
        ):
            return
        index += 1
    if not carried or index >= len(nodes) or nodes[index].low not in goals:
        return
    route = journal.reader(sentence).read(index, TO | frozenset({"for"} & goals), manner=False, bare=nodes[index].low == "there")
    if not route.stops:
        # 'will lead a delegation to the oceans conference in Nice'
        route = journal.reader(sentence).read(index, TO)
    if not route.stops and index + 1 < len(nodes):
        # 'has led a delegation to the session of the General Assembly being held in New York'
        found = event_place(journal.reader(sentence), sentence, index + 1)
        place, end = journal.reader(sentence).place_at(found, sure=True) if found >= 0 else (None, 0)
        if place is not None:
            day, end = date_after(sentence, end)
            route = Route([Stop(place, day, index=found)], end=end)
    # 'The chamber will lead a delegation of traders': who leads is no traveller, those it leads are
    who = travellers_of(sentence, group) or _led_party(sentence, at, index)
    if not route.stops or not who:
        return
    lead = lead_date(sentence, group)
    if lead is not None and all(stop.when is None for stop in route.stops) and (len(route.stops) == 1 or not journal.days.is_stretch(lead)):
        for stop in route.stops:
            stop.when = lead
    telling = tell(journal, sentence, group, route.stops[0].when)
    if telling is not None:
        enter(journal, sentence, group, who=who, route=route, telling=telling, rule="travel/lead-to")


def _led_party(sentence: Sentence, at: int, end: int) -> list[Node]:
    """Return the first party between two nodes with those it is made of: 'a delegation of Peruvian traders'."""
    nodes = sentence.nodes
    for index in range(at, end):
        if nodes[index].kind == "GRP" and travels(nodes[index]):
            last = nodes[index + 2] if index + 2 < end and nodes[index + 1].low == "of" and nodes[index + 2].kind == "GRP" else nodes[index]
            words = sentence.text[nodes[index].start : last.end]
            return [evolve(nodes[index], end=last.end, text=words, low=words.lower(), name=words)]
    return []


def find_diverted(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'fog diverted her aircraft to Paphos', 'his flight was diverted to Nouméa'."""
    nodes = sentence.nodes
    count = len(nodes)
    to = next((index for index in range(group.last, min(count, group.last + 6)) if nodes[index].low == "to"), -1)
    if to < 0:
        return
    route = journal.reader(sentence).read(to, TO)
    if not route.stops or route.void:
        return
    who: list[Node] = []
    if not group.passive:
        who = next(([nodes[index]] for index in range(group.last, to) if nodes[index].kind == "PRO" and travels(nodes[index])), [])
        who = who or next(
            (party_of(sentence, [nodes[index]]) for index in range(group.last, to) if nodes[index].kind in {"PER", "TTL"}), []
        )
    else:
        who = travellers_of(sentence, group)
        if not who:
            who = next(
                (
                    owner_of(sentence, index)
                    for index in range(group.first - 1, max(-1, group.first - 6), -1)
                    if nodes[index].kind == "x" and owner_of(sentence, index)
                ),
                [],
            )
    who = who or journal.current_who()
    telling = tell(journal, sentence, group, route.stops[0].when)
    if who and telling is not None:
        journal.add_route(sentence, who, route, telling, "travel/diverted", start=nodes[group.first].start)
