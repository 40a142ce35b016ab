"""Words by which something happens on a journey, behind it or with it: 'during a trip to Lima', 'after his visit', 'with stops in'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import VerbGroup
from factwatch.extraction.neighbours import group_after, group_before
from factwatch.extraction.travel.implied import during_visit, is_undated
from factwatch.extraction.travel.surroundings import day_between, is_set_off, journey_verb, main_verb, was_before
from factwatch.extraction.travel.telling import tell
from factwatch.extraction.travel.travellers import agents_of, party_of
from factwatch.extraction.travel.trips import Telling, going_on, made, to_come
from factwatch.extraction.travel.visit import Visit
from factwatch.extraction.travel.words import (
    BACK,
    BACK_FROM,
    BEGIN,
    DEPARTURES,
    GO_ON,
    GOES_FOR,
    HOMEWARD,
    LEAVE,
    NOW,
    RECEIVE,
    SET_OFF,
    STOPS_OR_VISITS,
    THANK,
)

DURING: Final = frozenset({"during", "on", "throughout", "amid"})
AFTER: Final = frozenset({"after", "following", "since", "from"})
_WITH: Final = frozenset({"with", "including", "via", "and", "plus"})


def during(visit: Visit) -> bool:
    """'met A during a visit to Lima', 'left Delhi on a visit to Brazil'."""
    if visit.before not in DURING:
        return False
    visit.rule = "travel/during"
    main = main_verb(visit.sentence, visit.phrase)
    if main is None:
        return True
    visit.telling = _on_visit(visit, main)
    if visit.before == "on" and is_set_off(visit.nodes, visit.phrase) and visit.lies() in {"", "today"}:
        # 'X, on a four-day visit to Brazil, will meet'
        visit.telling = going_on()
        visit.who = visit.phrase.who or party_of(visit.sentence, [visit.nodes[visit.phrase.first - 3]])
    if not visit.who or (visit.who[0].kind == "PRO" and main.lemma not in RECEIVE and main.lemma not in THANK):
        # 'welcomed the president on his first visit': whose visit it is resolution tells
        visit.who = visit.travellers(main) or agents_of(visit.sentence, main) or visit.who
    if not visit.stops and visit.who and (visit.phrase.count or (visit.before == "on" and main.lemma in GO_ON)):
        visit.count_stops()
    if visit.telling is not None and main.lemma not in GOES_FOR and is_undated(visit.phrase, main):
        # 'broke her silence on Monday during a stop in Oslo'
        _date_by(visit, main)
        visit.when = visit.stops[0].when
    return True


def _on_visit(visit: Visit, main: VerbGroup) -> Telling | None:
    """Return what the verb of the clause tells of the visit during which it happens."""
    journal, sentence = visit.journal, visit.sentence
    telling = visit.told_by(main, visit.when, state=True) if main.lemma == "be" else during_visit(journal, sentence, main, visit.when)
    if telling is None:
        return None
    if visit.phrase.stage == "planned":
        # 'has cancelled two stops on his upcoming trip to Asia'
        return to_come()
    if telling.status == "done" and visit.before == "on" and (main.lemma in SET_OFF or visit.nodes[visit.phrase.first - 2].low in NOW):
        # 'left Delhi on Wednesday on a visit to Brazil'
        return going_on()
    return telling


def _date_by(visit: Visit, main: VerbGroup) -> None:
    """Give the one stop the day between the verb and the phrase, or none where that is no single day."""
    day = day_between(visit.sentence, main, visit.phrase)
    visit.stops[0].when = day if visit.journal.days.is_one_day(day) else None


def afterwards(visit: Visit) -> bool:
    """'resigned after his visit to Lima', 'returned from a trip to Peru', 'will return home after a trip to Peru'."""
    if visit.before not in AFTER:
        return False
    sentence, phrase, when, origin = visit.sentence, visit.phrase, visit.when, visit.before == "from"
    main = main_verb(sentence, phrase)
    ahead = tell(visit.journal, sentence, main, state=main.lemma == "be") if main is not None else None
    back = phrase.first > 1 and visit.nodes[phrase.first - 2].low in BACK
    planned = ahead is not None and ahead.status == "planned" and not back
    visit.telling = to_come() if planned else made()
    if planned and when is None and main is not None and main.lemma in HOMEWARD and not origin:
        # 'will return home early after a trip to Peru', which goes on
        visit.telling = going_on()
    if origin:
        main = _comes_from(visit, main)
        if not back and (main is None or main.lemma not in BACK_FROM):
            visit.telling = None
    returned = main is not None and ((origin and main.tense == "past") or was_before(main, when))
    if visit.lies() == "future" and not returned:
        visit.telling = to_come()
    if visit.telling is not None and _has_begun(visit):
        visit.telling = Telling("underway", "past")
    visit.who = visit.who or (visit.travellers(main) if main is not None else [])
    visit.rule = "travel/after"
    return True


def _has_begun(visit: Visit) -> bool:
    """Tell whether a clause behind the journey says so: 'will fly to A on Sunday, after a visit to B that began on Tuesday'."""
    began = group_after(visit.sentence, visit.phrase.last - 1)
    return (
        began is not None
        and began.lemma in BEGIN
        and began.tense == "past"
        and not began.negative
        and visit.nodes[began.first - 1].low in {"that", "which"}
    )


def _comes_from(visit: Visit, main: VerbGroup | None) -> VerbGroup | None:
    """Return the verb of coming from the journey: 'reaching' of 'after reaching Lima on Thursday from an official trip to Japan'."""
    nearest = group_before(visit.sentence, visit.phrase.first)
    return nearest if nearest is not None and nearest.participle and nearest.lemma in BACK_FROM else main


def with_departure(visit: Visit) -> bool:
    """Read 'the state visit ended today with his departure for Visby'."""
    if visit.before != "with" or visit.low not in DEPARTURES:
        return False
    visit.rule = "travel/with-stops"
    main = main_verb(visit.sentence, visit.phrase, left=True)
    if main is not None:
        visit.telling = visit.told_by(main, visit.when)
        if visit.when is None and len(visit.stops) == 1:
            visit.stops[0].when = day_between(visit.sentence, main, visit.phrase)
    return True


def with_stops(visit: Visit) -> bool:
    """'left on Friday for Japan, with a stopover in Dubai'."""
    if visit.before not in _WITH or visit.low not in STOPS_OR_VISITS:
        return False
    visit.rule = "travel/with-stops"
    main = journey_verb(visit.sentence, visit.phrase) or main_verb(visit.sentence, visit.phrase, left=True)
    if main is None:
        return True
    left = main.lemma in LEAVE
    visit.telling = visit.told_by(main)
    if left and visit.telling is not None and visit.telling.status in {"done", "underway"}:
        visit.telling = to_come()
    visit.who = visit.who or visit.travellers(main) or visit.journal.current_who()
    if visit.when is None and len(visit.stops) == 1 and visit.before == "with" and not left:
        _date_by(visit, main)
    return True
