"""Verbs whose object a noun of travel is: 'will make a visit to Peru', 'is considering a trip to Lima', 'recalled her stay in Oslo'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import VerbGroup
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.implied import is_open
from factwatch.extraction.travel.surroundings import goes_on, is_it, was_before
from factwatch.extraction.travel.trips import Telling, going_on, made, to_come
from factwatch.extraction.travel.visit import Visit
from factwatch.extraction.travel.words import BEGIN, CONTINUE_OR_END, GO_AHEAD, PONDER, PROPOSE, RECALL, SET_OUT, TAKE

_STAGED: Final = {"done": "past", "planned": "future", "underway": None}
_RECENT: Final = 6
"""Findings among which the stops before 'followed by' are."""


def pondered(visit: Visit) -> bool:
    """'is considering a trip to Lima'."""
    verb, who = visit.governor, visit.who
    if verb is None or verb.lemma not in PONDER or verb.negative or verb.passive:
        return False
    visit.who = who if who and who[0].kind != "PRO" else visit.travellers(verb) or who
    visit.telling = Telling("planned", "future", "possible") if len(visit.stops) == 1 else None
    visit.rule = "travel/make-visit"
    return True


def open_question(visit: Visit) -> bool:
    """Read 'a visit by A to Peru is under discussion'."""
    after = visit.after
    if after is None or after.lemma != "be" or not visit.who or not is_open(visit.sentence, after):
        return False
    visit.telling = Telling("planned", "future", "possible")
    return True


def taken(visit: Visit) -> bool:
    """'will make a visit to Peru', 'began a tour of Asia', 'has announced a trip to Lima', 'went ahead with her visit'."""
    verb = visit.governor
    if verb is None or not (verb.lemma in TAKE or (verb.lemma in GO_AHEAD and visit.before == "with")):
        return False
    if verb.lemma in PROPOSE:
        visit.telling = to_come() if visit.who or verb.lemma == "plan" else None
    elif verb.lemma != "have" or verb.chain:
        visit.telling = _as_taken(visit, verb)
    if not visit.who or visit.who[0].kind == "PRO":
        visit.who = visit.travellers(verb) or visit.who
    visit.rule = "travel/make-visit"
    if not visit.stops and verb.lemma in SET_OUT and visit.who:
        visit.count_stops()
    return True


def _as_taken(visit: Visit, verb: VerbGroup) -> Telling | None:
    """Return how *verb* tells of the visit; who 'began a four-day visit on Monday' or 'ends his visit on Friday' is on it."""
    telling = visit.told_by(verb, visit.when)
    if telling is None:
        return None
    if telling.status == "done" and verb.lemma in BEGIN and goes_on(visit.journal, visit.sentence, verb, visit.phrase):
        return Telling("underway", "past")
    ends = telling.status == "planned" and verb.lemma in CONTINUE_OR_END and verb.form == "s"
    return going_on() if ends else telling


def followed_by(visit: Visit) -> bool:
    """'will be in Ghana for a state visit, followed by an official visit to Togo'."""
    first, found = visit.phrase.first, visit.journal.found
    if visit.before != "by" or first < 2 or visit.nodes[first - 2].low != "followed" or not found:  # noqa: PLR2004  # 'followed by'
        return False
    last = found[-1]
    known = {item.place.start for item in found[-_RECENT:] if isinstance(item.place, Node)}
    if last.unit == visit.sentence.unit.index and last.status in _STAGED and not any(stop.node.start in known for stop in visit.stops):
        visit.who, visit.opening = last.who, "then"
        visit.telling = Telling(last.status, last.tense, last.modality)
        visit.rule = "travel/followed-by"
    return True


def identified(visit: Visit) -> bool:
    """Read 'It will be President A's first visit to Peru'."""
    verb, who = visit.governor, visit.who
    if verb is None or verb.lemma != "be" or not who or not visit.stops or not is_it(visit.sentence, verb):
        return False
    named = not (who[0].kind == "TTL" and who[0].titles[0].determiner in {"a", "an"})
    named = named and not any((stop.node.name or "").startswith(("the ", "The ")) for stop in visit.stops)
    visit.telling = visit.told_by(verb, visit.when, state=True) if named and not verb.negative else None
    return True


def recalled(visit: Visit) -> bool:
    """'recalled the Prime Minister's visit to Tallinn'."""
    verb = visit.governor
    if verb is None or not visit.who or not visit.stops:
        return False
    if verb.lemma not in RECALL and visit.lies() != "past" and not was_before(verb, visit.when):
        return False
    visit.telling = made() if not verb.negative and verb.modality != "possible" else None
    return True


def ungoverned(visit: Visit) -> bool:
    """'President A's visit to Peru on Friday', without a verb: its day tells."""
    if visit.governor is not None or not visit.who or visit.when is None:
        return False
    lies = visit.lies()
    visit.telling = to_come() if lies in {"future", "today"} else made() if lies == "past" else None
    return True


def staged(visit: Visit) -> bool:
    """'Minister A's recent visit to Lima focused on trade'."""
    stage = visit.phrase.stage
    if visit.telling is not None or not visit.phrase.who or not visit.stops or visit.after is None:
        return False
    if visit.after.negative or stage not in _STAGED:
        return False
    visit.telling = Telling(stage, _STAGED[stage])
    return True
