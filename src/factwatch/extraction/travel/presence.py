"""Being somewhere, or being expected there: 'is in Lima until Friday', 'was due in Monterrey'."""

# ruff: noqa: PLR2004  # how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

from typing import Any, Final

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.clauses.words import HAVE
from factwatch.extraction.occasion import trailing_day
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.dating import lead_date
from factwatch.extraction.travel.entering import enter
from factwatch.extraction.travel.gatherings import event_place
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.noun_days import date_after
from factwatch.extraction.travel.routes import RouteReader
from factwatch.extraction.travel.telling import tell, tell_expected
from factwatch.extraction.travel.travellers import at_home, travellers_of
from factwatch.extraction.travel.trips import going_on, made
from factwatch.extraction.travel.unsaid import scene_of_guest
from factwatch.extraction.travel.words import AT, DUE, FOR, SPANS, TO, VEHICLES

_VEHICLE: Final = 6
"""Nodes of 'on the last night train to'."""
_AGAIN: Final = frozenset({"again", ",", "this time", "this", "time", "now", "once", "more"})
_BEHIND_DAY: Final = frozenset({"for", "and", "but", "from", "with"})
_EXPECTED: Final = frozenset({"due", "expected", "awaited", "scheduled", "booked", "set", "bound", "headed", "down"})
_HOMEWARD: Final = frozenset({"back", "home"})


def find_presence(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'is in Lima', 'will be in Baku from the 10th', 'was due in Monterrey on Friday', 'is on his way to Lagos'."""
    nodes = sentence.nodes
    at, expected = _behind_due(nodes, group)
    by_then = at + 2 < len(nodes) and nodes[at].low == "by" and nodes[at + 1].kind == "DAT"
    # 'was by Wednesday noon on a plane to Lima'
    when_there: Any = nodes[at + 1].value if by_then else None
    at += 2 * by_then
    if at >= len(nodes) or _comes_back(journal, sentence, group, at):
        return
    found = _goal(nodes, group, at, expected=expected)
    if found is None:
        return
    goal, preps = found
    if goal >= len(nodes):
        return
    expected = group.tense == "future" if nodes[at].low == "off" else expected
    if nodes[goal].kind == "DAT" and not expected:
        # 'is today in Port Louis', 'was on Monday in Suva'
        if goal + 1 >= len(nodes) or nodes[goal + 1].low not in AT:
            return
        when_there, goal = nodes[goal].value, goal + 1
    elif expected and nodes[goal].kind == "DAT" and _due_again(journal, sentence, group, goal):
        return
    if expected and _due_at_scene(journal, sentence, group, at):
        return
    there = nodes[goal].low == "there" and nodes[goal].kind == "r"
    if there and group.tense != "future" and not expected:
        return
    route = journal.reader(sentence).read(goal, preps, bare=there)
    if not route.stops or route.void or (nodes[goal].low == "at" and group.tense != "future" and not expected):
        return
    _enter_presence(journal, sentence, group, route, when_there, expected=expected, moving=preps is TO)


def _behind_due(nodes: list[Node], group: VerbGroup) -> tuple[int, bool]:
    """Return the index behind 'due', 'still', 'back' and the like behind the verb, and whether they say that somebody is awaited."""
    at = group.last
    expected = False
    while at < len(nodes) and nodes[at].low in DUE and at - group.last < 4:
        if nodes[at].low == "on" and not (
            at + 2 < len(nodes) and nodes[at + 1].low in {"his", "her", "their"} and nodes[at + 2].low == "way"
        ):
            break
        expected = expected or nodes[at].low in _EXPECTED
        at += 1
    return at, expected


def _goal(nodes: list[Node], group: VerbGroup, at: int, *, expected: bool) -> tuple[int, frozenset[str]] | None:
    """Return where the place begins that stands behind the verb, and the prepositions that open it; None where none does."""
    low = nodes[at].low
    on_day = low == "on" and at + 1 < len(nodes) and nodes[at + 1].kind == "DAT"
    if low in {"his", "her", "their", "route"}:
        return at + (2 if low != "route" else 1), TO
    if low == "on" and (boarded := _on_board(nodes, at)):
        # 'was on a plane to Abidjan'
        return boarded, TO
    if low == "off":
        # 'is off to Lima', 'will be off to Quito on Friday'
        off = _off_again(nodes, at)
        return (off, FOR | TO) if off else None
    if HAVE.intersection(group.chain) and nodes[group.main].low == "been" and (been := _been_to(nodes, at)):
        # 'has since been to Kalgoorlie'
        return been, TO
    if expected and low in {"for", "to"}:
        return at, FOR | TO
    return (at + on_day, AT) if low in AT or nodes[at].kind == "DAT" or low == "there" or on_day else None


def _enter_presence(
    journal: Journal, sentence: Sentence, group: VerbGroup, route: Route, when_there: Any, *, expected: bool, moving: bool
) -> None:
    """Enter who is, was or will be at the places of *route*; *moving*: on the way there."""
    nodes = sentence.nodes
    who = travellers_of(sentence, group)
    if "back" in {node.low for node in nodes[group.last : route.stops[0].index]} and at_home(who, route.stops[0].node):
        # 'is back in Santiago on Sunday'
        return
    if not who or (group.negative and [node.low for node in nodes[route.end : route.end + 2]] == ["for", "long"]):
        # 'will not be in Lima for long'
        return
    lead = when_there or lead_date(sentence, group)
    if when_there is not None or (lead is not None and len(route.stops) == 1 and route.stops[0].when is None):
        route.stops[0].when = lead
    when = next((stop.when for stop in route.stops if stop.when is not None), None)
    if group.negative and group.tense == "past" and not expected and not HAVE.intersection(group.chain) and when is None:
        # 'was not in Lima for the handover'
        return
    telling = tell_expected(journal, sentence, group, when) if expected else tell(journal, sentence, group, when, state=True)
    if telling is None:
        return
    stays = group.perfect and not moving and group.tense == "past" and "had" not in group.chain
    if stays and telling.status == "done" and journal.days.lies(when) != "past":
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
    over = at + 1 < len(nodes) and nodes[at + 1].low in AT
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
    if place is None and at + 4 < len(nodes) and nodes[at + 2].low in SPANS and nodes[at + 3].low in AT:
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
    route = journal.reader(sentence).read(at, AT if group.lemma == "expect" else AT | FOR, bare=there)
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
