"""Words before a journey that is to come, and what is told with it: 'left Nairobi for a visit to China', 'before his trip to Lima'."""

from __future__ import annotations

from factwatch.extraction.clauses import VerbGroup
from factwatch.extraction.travel.dating import lead_date
from factwatch.extraction.travel.implied import AHEAD, came_then
from factwatch.extraction.travel.surroundings import day_between, main_verb, was_before
from factwatch.extraction.travel.trips import Telling, going_on, made, to_come
from factwatch.extraction.travel.visit import Visit
from factwatch.extraction.travel.words import COME_TO, DEPARTURES, GOES_FOR, OPENINGS, PREPARE


def ahead_of(visit: Visit) -> bool:
    """'ahead of his visit to Peru', 'left for a four-day visit to China', 'prior to her arrival in Sanaa'."""
    if visit.before not in AHEAD:
        return False
    visit.telling = to_come()
    visit.rule = "travel/ahead-of"
    main = main_verb(visit.sentence, visit.phrase)
    if main is None:
        return True
    if _was_over(visit, main):
        visit.telling = made()
    going = main.lemma in GOES_FOR
    if visit.before != "for" or going:
        visit.who = visit.who or visit.travellers(main)
    if visit.before == "for" and going:
        _set_out(visit, main)
    elif visit.before == "for" and not visit.phrase.who:
        visit.telling = None
    began = main.tense == "past" and not main.negative and main.modality == "asserted"
    if began and visit.nodes[visit.phrase.first - 2].low in OPENINGS:
        # 'arrived in Lisbon at the start of a three-day visit to Portugal'
        visit.telling = _under_way(visit)
    if visit.before == "for" and not visit.stops and visit.who:
        visit.count_stops()
    return True


def _was_over(visit: Visit, main: VerbGroup) -> bool:
    """'spoke before his departure for Riga on Tuesday', 'Prior to his arrival in Sanaa he visited two countries'."""
    if main.tense != "past":
        return False
    if visit.low in DEPARTURES:
        return visit.when is not None and was_before(main, visit.when)
    return visit.low == "arrival" and visit.when is None and came_then(visit.journal, visit.phrase, main)


def _under_way(visit: Visit) -> Telling | None:
    return going_on() if visit.lies() != "future" else visit.telling


def _set_out(visit: Visit, main: VerbGroup) -> None:
    """'left Nairobi on Monday for a four-day visit to China'."""
    if main.lemma in COME_TO or main.negative or main.tense != "past":
        visit.telling = visit.told_by(main, visit.when)
    elif main.lemma not in PREPARE:
        visit.telling = _under_way(visit)
    if visit.telling is not None and visit.when is None and len(visit.stops) == 1:
        visit.stops[0].when = day_between(visit.sentence, main, visit.phrase) or lead_date(visit.sentence, main)
