"""What the words around a noun of travel imply: a host's place, that the visit was made, or may be, or where somebody acts on it."""

# ruff: noqa: PLR2004  # how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

from typing import Any, Final

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.occasion import day_of, place_of
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.noun_days import date_after
from factwatch.extraction.travel.phrases import Phrase
from factwatch.extraction.travel.surroundings import main_verb
from factwatch.extraction.travel.telling import tell
from factwatch.extraction.travel.travellers import at_home, travellers_of
from factwatch.extraction.travel.trips import Telling, going_on, made, to_come
from factwatch.extraction.travel.words import ARRIVE, AWAIT, CANCEL, DIRECT, DOING, HOSTED, MOTION, OPEN_QUESTION, PLAN, POSTPONE, UNSURE

AHEAD: Final = frozenset({"before", "ahead", "prior", "for", "eve", "preparing", "preparations"})
"""Words before a journey that is to come."""


def place_of_preparations(sentence: Sentence, phrase: Phrase, before: str) -> None:
    """'Security was tightened in Lima ahead of the arrival of A on Friday', 'Protests are planned in Lima for the visit of A'."""
    nodes = sentence.nodes
    if (
        phrase.route.stops
        or before not in AHEAD
        or nodes[phrase.noun].low not in HOSTED
        or not any(node.kind == "PER" for node in phrase.who)
    ):
        return
    place = next((node for node in reversed(nodes[1 : phrase.first]) if node.kind == "LOC"), None)
    at = next((index for index, node in enumerate(nodes) if node is place), 0)
    if place is None or nodes[at - 1].low not in {"in", "of", "at"} or at_home(phrase.who, place):
        return
    stop = Stop(place, index=at)
    stop.when, phrase.last = date_after(sentence, phrase.last)
    phrase.route = Route([stop], end=phrase.last)


def place_of_host(sentence: Sentence, phrase: Phrase) -> None:
    """'Brazil is preparing for a visit by President A', 'Kenya will host a state visit by B': the place is the host's."""
    nodes = sentence.nodes
    if not phrase.who or phrase.route.stops or phrase.route.void or nodes[phrase.noun].low not in HOSTED:
        return
    main = main_verb(sentence, phrase, left=True)
    if main is None or main.passive or phrase.first - main.last > 2:
        return
    if main.lemma not in AWAIT and not {main.lemma, main.verb} & (CANCEL | POSTPONE):
        return
    hosts = subject_of(sentence, main)
    if len(hosts) != 1 or hosts[0].kind != "LOC":
        return
    stop = Stop(hosts[0])
    stop.when, phrase.last = date_after(sentence, phrase.last)
    phrase.route = Route([stop], end=phrase.last)


def had_effect(sentence: Sentence, verb: VerbGroup, phrase: Phrase) -> bool:
    """Tell whether a visit did something, as only one that was made does: 'President A's visit to Peru drew crowds'."""
    named = phrase.who[0].kind == "PER" or (phrase.who[0].kind == "TTL" and phrase.who[0].titles[0].definite)
    plain = verb.tense == "past" and not verb.passive and not verb.negative and verb.modality == "asserted"
    return named and plain and verb.lemma not in PLAN and not any(node.low in UNSURE for node in sentence.nodes[verb.last : verb.last + 4])


def is_undated(phrase: Phrase, main: VerbGroup) -> bool:
    """Tell whether the one stop of a journey behind its verb has no day of its own."""
    return len(phrase.route.stops) == 1 and phrase.route.stops[0].when is None and main.main < phrase.first


def is_open(sentence: Sentence, verb: VerbGroup) -> bool:
    """Tell whether a visit 'is under discussion', 'is possible', 'is being considered'."""
    if verb.negative or verb.tense == "past":
        return False
    return any(node.low in OPEN_QUESTION for node in sentence.nodes[verb.last : verb.last + 3])


def acts_on_tour(journal: Journal, sentence: Sentence, phrase: Phrase) -> None:
    """'met her Turkish counterpart in Ankara at the start of a regional tour': who acts on a journey is where he acts."""
    nodes = sentence.nodes
    if phrase.first < 4 or phrase.negated or nodes[phrase.first].low not in {"a", "an", "his", "her", "their"}:
        return
    opening = {nodes[index].low for index in range(phrase.first - 4, phrase.first)}
    if not opening & {"at", "on", "during", "in"} or not opening & {"start", "beginning", "end", "day", "leg", "stop", "part", "outset"}:
        return
    main = main_verb(sentence, phrase)
    if main is None or main.main > phrase.first or main.passive or main.lemma not in DOING or phrase.noun - main.main > 24:
        return
    place = place_of(sentence, main)
    who = travellers_of(sentence, main)
    if place is None or not who or place.start > nodes[phrase.first].start:
        return
    when = day_of(sentence, main)
    telling = tell(journal, sentence, main, when.value if when is not None else None)
    if telling is not None and telling.status in {"done", "planned"} and not telling.negative:
        journal.add_route(sentence, who, Route([Stop(place, when.value if when is not None else None)]), telling, "travel/on-tour")


def came_then(journal: Journal, phrase: Phrase, main: VerbGroup) -> bool:
    """Tell whether a traveller has come of whom the text tells what he did before: where he went, on a journey told as made."""
    trip = journal.trip
    under_way = trip is not None and journal.near(4) and any(item.status in {"done", "underway"} for item in trip.findings[-8:])
    return under_way and main.lemma in DIRECT | MOTION | ARRIVE and bool(phrase.who) and phrase.who[0].kind == "PRO"


def during_visit(journal: Journal, sentence: Sentence, main: VerbGroup, when: Any) -> Telling | None:
    """Return what a verb tells of the visit during which it happens: done if that is, to come if that is."""
    words = set(main.chain)
    lies = journal.days.lies(when)
    if (
        (lies == "future" and (main.tense != "past" or getattr(when, "direction", None) == "future" or not getattr(when, "anchored", True)))
        or main.tense == "future"
        or words & {"will", "expected", "due", "scheduled"}
    ):
        return to_come()
    if words & {"could", "may", "might"} or "if" in sentence.lows:
        return None
    if main.tense == "past" or lies == "past":
        return made()
    told = tell(journal, sentence, main, when)
    if told is None:
        return None
    return to_come() if told.status == "planned" else going_on()
