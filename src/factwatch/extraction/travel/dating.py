"""Which day goes with a verb of travel: before it, behind its places, that of the verb it hangs on."""

from __future__ import annotations

from typing import Any

from factwatch.extraction.adjuncts import attachment
from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.context import say_lemmas
from factwatch.extraction.neighbours import group_after
from factwatch.extraction.occasion import day_of, day_of_clause_when, lead_day, trailing_day
from factwatch.extraction.travel.changing import change_of
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Route
from factwatch.extraction.travel.telling import is_there, previous_group
from factwatch.extraction.travel.words import ARRIVE, DIRECT, ENDING, LEAVE, MOTION


def lead_date(sentence: Sentence, group: VerbGroup) -> Any:
    """'On Friday the minister will visit', 'The minister on Friday visited': the date before the verb, if it is this verb's."""
    node = lead_day(sentence, group)
    nodes = sentence.nodes
    if node is None and nodes[0].low == "not" and sentence.groups[0] is group and nodes[2].kind == "DAT":
        # 'Not until Tuesday did A reach Lima'
        return nodes[2].value
    return node.value if node is not None else None


def _goes_on(sentence: Sentence, group: VerbGroup, lead: Any) -> bool:
    """Tell whether a verb of the same journey stands between the day in front and *group*, which comes after it in time."""
    previous = previous_group(sentence, group)
    nodes = sentence.nodes
    return (
        previous is not None
        and lead.start < nodes[previous.main].start
        and previous.lemma in MOTION | ARRIVE | LEAVE | DIRECT
        and ("then" in group.chain or group.lemma in {"continue", "proceed"} or nodes[max(0, group.first - 1)].low == "then")
    )


def _day_of_main(sentence: Sentence, group: VerbGroup) -> Any:
    """
    Return the day of the verb that *group* hangs on.

    'resumed his mission on Thursday, flying to Goma'; 'will be in the region next week to visit Peru'.
    """
    main = previous_group(sentence, group)
    if main is None or main.participle or main.lemma in say_lemmas():
        return None
    if group.infinitive:
        hangs = main.lemma in MOTION or is_there(sentence, main, group)
    else:
        behind = group.first > 0 and sentence.nodes[group.first - 1].kind == ","
        hangs = group.form == "ing" and group.participle and behind and main.tense == "past"
    day = day_of(sentence, main) if hangs else None
    return day.value if day is not None and day.end <= sentence.nodes[group.first].start else None


def _day_behind(sentence: Sentence, group: VerbGroup, route: Route) -> Any:
    """Return the day further behind the only stop of *route*, unless it is that of another journey; else that of the verb before."""
    trailing = trailing_day(sentence, group, route.end)
    following = group_after(sentence, route.end - 1)
    elsewhere = (
        following is not None
        and trailing is not None
        and (following.lemma in MOTION | ARRIVE | LEAVE | DIRECT or following.lemma == "be")
        and trailing.start > sentence.nodes[following.main].start
    )
    return trailing.value if trailing is not None and not elsewhere else _day_of_main(sentence, group)


def _day_of_end(sentence: Sentence, group: VerbGroup) -> Any:
    """Return Tuesday of 'wound up a visit to Lima on Tuesday and left for Quito': who leaves then leaves on that day."""
    if group.infinitive:
        return None
    before = next((other for other in _joined_to(sentence, group) if other.tense == group.tense and _ends_journey(sentence, other)), None)
    day = day_of(sentence, before) if before is not None else None
    return day.value if day is not None and day.start < sentence.nodes[group.first].start else None


def day_of_joined(journal: Journal, sentence: Sentence, group: VerbGroup) -> Any:
    """Return Sunday of 'met A on Sunday and spent the night in Lima', None where the verb before has no single day."""
    for other in _joined_to(sentence, group):
        day = day_of(sentence, other) if other.tense == group.tense and other.lemma not in say_lemmas() else None
        if day is not None:
            return day.value if journal.days.is_one_day(day.value) and day.start < sentence.nodes[group.first].start else None
    return None


def _joined_to(sentence: Sentence, group: VerbGroup) -> list[VerbGroup]:
    """Return the verb that 'and' joins *group* to, and the one on which that hangs: 'left after a train derailed, and flew'."""
    links = attachment(sentence).links
    link = links.get(group.main)
    before = link.parent if link is not None and link.opener == "and" else None
    if before is None:
        return []
    around = links.get(before.main)
    return [before] if around is None or around.parent is None else [before, around.parent]


def _ends_journey(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the verb says that a journey ends: 'wound up a visit', 'broke off her stay'."""
    return group.lemma in ENDING or change_of(sentence, group, active=True) == "shortened"


def _day_of_clause(sentence: Sentence, group: VerbGroup) -> Any:
    """Return the day on which a journey before ends, or the one of which the clause tells: 'stays until Thursday, when he goes to'."""
    ended = _day_of_end(sentence, group) if group.lemma in LEAVE | MOTION else None
    day = day_of_clause_when(sentence, group) if ended is None else None
    return day.value if day is not None else ended


def give_day(journal: Journal, sentence: Sentence, group: VerbGroup, route: Route) -> Any:
    """Give the stops without a day the one before the verb, or the only stop the one further behind it; return the former."""
    lead = lead_date(sentence, group)
    if route.stops[0].when is not None:
        if len(route.stops) == 1 and lead is not None:
            route.stops[0].when = journal.days.within(lead, route.stops[0].when)
        return lead
    if lead is not None and _goes_on(sentence, group, lead):
        # that day is the first verb's: 'On Friday he flies to Tokyo and then continues to Seoul'
        return None
    if lead is None and (told := _day_of_clause(sentence, group)) is not None:
        route.stops[0].when = told
        return None
    if lead is None:
        left = group.lemma in LEAVE or (route.stops[0].index and sentence.nodes[route.stops[0].index - 1].low == "from")
        if route.when is None and not left:
            day = _day_behind(sentence, group, route)
            if len(route.stops) > 1 and not journal.days.is_one_day(day):
                day = _day_of_main(sentence, group)
            for stop in route.stops:
                stop.when = day
        return lead
    later = next(
        (position for position, stop in enumerate(route.stops) if position and (stop.link or stop.when is not None)), len(route.stops)
    )
    if later == 1 or not journal.days.is_stretch(lead):
        for stop in route.stops[:later]:
            stop.when = lead
    return lead
