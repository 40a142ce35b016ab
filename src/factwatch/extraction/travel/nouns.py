"""Nouns of travel: 'X's visit to Jamaica today', 'a three-nation tour of A, B and C', 'during a trip to'."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.travel import governed
from factwatch.extraction.travel.ahead import ahead_of
from factwatch.extraction.travel.dating import lead_date
from factwatch.extraction.travel.during import AFTER, DURING, afterwards, during, with_departure, with_stops
from factwatch.extraction.travel.entering import counted, enter
from factwatch.extraction.travel.happening import acts, happens
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.phrases import Phrase, is_open_list, names_visit, read_phrase
from factwatch.extraction.travel.settled import read_settled
from factwatch.extraction.travel.stops import enter_ordinal
from factwatch.extraction.travel.surroundings import following_verb, governor_of, preposition_of
from factwatch.extraction.travel.telling import tell
from factwatch.extraction.travel.travellers import travellers_of, travels
from factwatch.extraction.travel.trips import Telling, to_come
from factwatch.extraction.travel.visit import Visit
from factwatch.extraction.travel.words import BEGIN, ENDING, JOURNEYS, TAKE, TOURS, TRIPS, UNDERTAKE, VISITS

_TELLERS: Final[tuple[Callable[[Visit], bool], ...]] = (
    governed.pondered,
    governed.open_question,
    governed.taken,
    governed.followed_by,
    ahead_of,
    during,
    afterwards,
    with_departure,
    with_stops,
    happens,
    acts,
    governed.identified,
    governed.recalled,
    governed.ungoverned,
)
"""Readers of the words around a noun of travel; the first whose kind they are tells how the visit is told."""
_MADE: Final = "travel/make-visit"
_BACKGROUND: Final = frozenset({"travel/noun", "travel/during"})
_RANKS: Final = frozenset({"first", "second", "third", "fourth", "fifth", "maiden"})
"""'her first trip to Asia' tells how often somebody has gone to a part of the world, not of a stop there."""


def find_nouns(journal: Journal, sentence: Sentence) -> None:
    """Enter the visits that the nouns of *sentence* tell."""
    _enter_mission(journal, sentence)
    if sentence.lows.isdisjoint(VISITS) and not any(node.value == "mission" for node in sentence.nodes if node.kind == "GRP"):
        return
    verbs = {group.main for group in sentence.groups}
    done = -1
    for index, node in enumerate(sentence.nodes):
        mission = node.kind == "GRP" and node.value == "mission" and index and _is_journey(sentence, index)
        if index > done and ((node.kind in {"v", "x", "p"} and index not in verbs and names_visit(sentence.nodes, index)) or mission):
            phrase = read_phrase(journal, sentence, index)
            if phrase is not None:
                done = _enter_phrase(journal, sentence, phrase)


def _is_journey(sentence: Sentence, index: int) -> bool:
    """Tell whether the mission is a journey, not those who make it: 'is on a mission to', 'will undertake a mission to'."""
    return sentence.nodes[index - 1].low == "on" or any(
        group.last == index and group.lemma in UNDERTAKE and not group.passive for group in sentence.groups
    )


def _enter_mission(journal: Journal, sentence: Sentence) -> None:
    """'will undertake a five-country mission': a trip whose stops follow."""
    if "GRP" not in sentence.kinds:
        return
    for index, node in enumerate(sentence.nodes):
        if node.kind == "GRP" and node.value == "mission" and index:
            count = next((found for found in map(counted, node.low.split()) if found), None)
            group = next((group for group in sentence.groups if group.last == index and group.lemma in TAKE), None)
            who = travellers_of(sentence, group) if group is not None and count else []
            if who and group is not None and tell(journal, sentence, group) is not None:
                journal.trip_of(who).count = count


def _enter_phrase(journal: Journal, sentence: Sentence, phrase: Phrase) -> int:
    """Enter what the words around a noun of travel tell of its visit; return the index up to which the sentence has been read."""
    if enter_ordinal(journal, sentence, phrase):
        return phrase.last
    governor = governor_of(sentence, phrase)
    visit = Visit(journal, sentence, phrase, governor, preposition_of(sentence, phrase), following_verb(sentence, phrase))
    end = read_settled(visit)
    if end is not None:
        return end
    for teller in _TELLERS:
        if teller(visit):
            break
    if phrase.stage == "doubtful":
        return phrase.last
    governed.staged(visit)
    return _enter_visit(visit)


def _enter_visit(visit: Visit) -> int:
    """Enter the stops of a visit that is told; return the index up to which the sentence has been read."""
    phrase, telling = visit.phrase, visit.telling
    if telling is None or not visit.who or not visit.stops:
        return phrase.noun
    if telling.status == "cancelled" and visit.before in DURING | AFTER:
        return phrase.noun
    visit.who = [node for node in visit.who if travels(node)]
    if not visit.who:
        return phrase.noun
    ranked = visit.rule in _BACKGROUND and any(node.low in _RANKS for node in visit.nodes[phrase.first : phrase.noun])
    if (visit.low in TOURS or ranked) and all(_kind(stop) == "region" for stop in visit.stops):
        # 'a swing through Central Asia': its stops are told one by one, if at all
        visit.count_stops()
        return phrase.last
    first_day = _give_days(visit)
    trip = visit.journal.trip_of(visit.who)
    if _is_begun(visit, telling):
        _enter_first(visit, first_day)
    if phrase.count:
        trip.count = phrase.count
    elif visit.low in TRIPS and len(visit.stops) > 1 and not trip.findings:
        trip.count = len(visit.stops) if not is_open_list(visit.sentence, phrase) else None
    _enter_route(visit, visit.telling or telling)
    return phrase.last


def _kind(stop: Stop) -> str:
    return getattr(stop.node.value, "kind", "")


def _give_days(visit: Visit) -> Any:
    """Give the stops the day of the verb, or take from them the day of an end or a beginning; return the day of the first."""
    governor, stops = visit.governor, visit.stops
    if governor is None:
        return stops[0].when
    lead = lead_date(visit.sentence, governor)
    first_day = stops[0].when or lead
    if governor.lemma in BEGIN | ENDING and len(stops) > 1:
        # 'wrapped up a tour of A and B on Monday', 'will begin a tour of A and B on Monday': the day of the end or beginning
        for stop in stops:
            stop.when = stop.when if stop.own_day else None
    elif visit.rule == _MADE and all(stop.when is None for stop in stops) and (len(stops) == 1 or not visit.journal.days.is_stretch(lead)):
        for stop in stops:
            stop.when = lead
    return first_day


def _is_begun(visit: Visit, telling: Telling) -> bool:
    """Tell whether of several stops only the first has been reached: 'began a trip to A and B'."""
    governor, stops = visit.governor, visit.stops
    if governor is None or governor.lemma not in BEGIN or telling.status not in {"done", "underway"} or visit.rule != _MADE:
        return False
    if visit.low not in JOURNEYS or len(stops) < 2 or any(stop.when for stop in stops):  # noqa: PLR2004  # several
        return False
    return visit.low != "visit" or all(_kind(stop) == "country" for stop in stops)


def _enter_first(visit: Visit, first_day: Any) -> None:
    """'began a trip to A and B': enter A; B is still to come."""
    first = Route(visit.stops[:1], end=visit.route.end)
    visit.route.stops = visit.stops[1:]
    first.stops[0].when = first_day if visit.journal.days.is_one_day(first_day) else None
    visit.journal.add_route(visit.sentence, visit.who, first, Telling("underway", "past"), visit.rule, opening="first", start=visit.start)
    for stop in visit.stops:
        stop.link = "then"
    visit.telling, visit.opening = to_come(), "then"


def _enter_route(visit: Visit, telling: Telling) -> None:
    journal, sentence, rule = visit.journal, visit.sentence, visit.rule
    if visit.governor is not None and rule == _MADE and not visit.opening:
        enter(journal, sentence, visit.governor, who=visit.who, route=visit.route, telling=telling, rule=rule)
    else:
        journal.add_route(sentence, visit.who, visit.route, telling, rule, opening=visit.opening, start=visit.start)
