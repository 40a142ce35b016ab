"""Verbs whose subject a noun of travel is: 'the visit will take place in June', 'President A's visit to Peru drew crowds'."""

from __future__ import annotations

from typing import Any

from factwatch.extraction.clauses import VerbGroup
from factwatch.extraction.travel.implied import had_effect
from factwatch.extraction.travel.noun_days import date_told, day_of_event
from factwatch.extraction.travel.surroundings import was_before, was_made
from factwatch.extraction.travel.trips import Telling, made, to_come
from factwatch.extraction.travel.visit import Visit
from factwatch.extraction.travel.words import ENDING, HAPPEN, PLAN, SET_FOR


def happens(visit: Visit) -> bool:
    """'Her visit to Lima will take place in June', 'The trip begins on Monday', 'Her visit to Peru was a success'."""
    after, current = visit.after, visit.who
    if after is None or after.lemma not in HAPPEN or (after.lemma == "fall" and after.tense == "past"):
        return False
    if not current and visit.stops and visit.nodes[visit.phrase.first].low == "the":
        current = visit.journal.current_who()
    if not current:
        return False
    visit.who = current
    told = date_told(visit.sentence, visit.route.end) if visit.stops else None
    day = day_of_event(visit.sentence, after)
    if day is not None and len(visit.stops) == 1 and (visit.when is None or told is not None) and after.lemma not in ENDING:
        visit.when = visit.stops[0].when = day
    telling = visit.told_by(after, visit.when, state=True)
    visit.telling = _as_event(visit, after, telling, told, day) if telling is not None else None
    return True


def _as_event(visit: Visit, after: VerbGroup, telling: Telling, told: Any, day: Any) -> Telling | None:
    """
    Return what *telling* comes to where the visit is what happens.

    Args:
        visit: The visit, whose day has been read.
        after: The verb whose subject the visit is.
        telling: What the verb tells of it.
        told: The day that it was to have been on.
        day: The day that the verb gives it.
    """
    nodes = visit.nodes
    set_for = (after.passive and after.lemma in PLAN) or (after.last < len(nodes) and nodes[after.last].low in SET_FOR)
    if after.tense == "past" and set_for and telling.status == "done":
        # 'His trip to Peru had been fixed for May', 'was set for May'
        telling = Telling("cancelled", "past", "planned") if "had" in after.chain else to_come()
    if told is not None and day is not None and telling.status == "planned" and _is_now(visit, after):
        telling.status = "postponed"
    if after.lemma in {"go", "proceed"} and after.tense == "present" and not after.negative:
        telling = to_come()
    if telling.status == "underway" and after.lemma != "be" and after.lemma not in ENDING:
        telling = to_come()
    if after.lemma == "be" and not after.negative and not set_for and after.tense != "future" and visit.lies() == "":
        return made() if was_made(visit.sentence, after, visit.phrase) else None
    return telling


def _is_now(visit: Visit, after: VerbGroup) -> bool:
    """'will now take place in June'."""
    return "now" in after.chain or any(node.low == "now" for node in visit.nodes[after.first : after.last])


def acts(visit: Visit) -> bool:
    """'President A's visit to Peru drew crowds', 'Her trip to Lima next week will focus on trade'."""
    after, when = visit.after, visit.when
    if after is None or not visit.who or not visit.stops:
        return False
    lies = visit.lies()
    if after.tense == "future" or (lies in {"future", "today"} and not was_before(after, when)):
        visit.telling = to_come()
    elif lies == "past" or was_before(after, when) or (when is None and had_effect(visit.sentence, after, visit.phrase)):
        visit.telling = made()
    return True
