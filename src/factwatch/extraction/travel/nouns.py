"""Nouns of travel: 'X's visit to Jamaica today', 'a three-nation tour of A, B and C', 'during a trip to'."""

# how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.occasion import day_of
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.dating import lead_date
from factwatch.extraction.travel.entering import counted, enter
from factwatch.extraction.travel.implied import (
    AHEAD,
    acts_on_tour,
    came_then,
    during_visit,
    had_effect,
    is_open,
    is_undated,
    place_of_host,
    place_of_preparations,
)
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.objects import change_as_noun, is_change, not_made, object_of_change
from factwatch.extraction.travel.phrases import Phrase, date_told, day_of_event, is_open_list, names_visit, read_phrase
from factwatch.extraction.travel.replacing import makes_journey
from factwatch.extraction.travel.routes import Route
from factwatch.extraction.travel.stops import enter_ordinal
from factwatch.extraction.travel.surroundings import (
    day_between,
    following_verb,
    goes_on,
    governor_of,
    is_it,
    is_set_off,
    journey_verb,
    main_verb,
    preposition_of,
    was_before,
    was_made,
)
from factwatch.extraction.travel.telling import tell
from factwatch.extraction.travel.travellers import agents_of, party_of, travellers_of, travels
from factwatch.extraction.travel.trips import Telling
from factwatch.extraction.travel.words import (
    BACK,
    BACK_FROM,
    BEGIN,
    CARRY_OUT,
    DEPARTURES,
    ENDING,
    GO_AHEAD,
    GOES_FOR,
    HAPPEN,
    HOMEWARD,
    JOURNEYS,
    LEAVE,
    PLAN,
    PONDER,
    RECALL,
    RECEIVE,
    SET_FOR,
    STOPS,
    TAKE,
    THANK,
    UNDERTAKE,
    VISITS,
)

_OPENING: Final = frozenset({"start", "beginning"})
_STAGED: Final = {"done": "past", "planned": "future", "underway": None}


_DURING: Final = frozenset({"during", "on", "throughout", "amid"})


_AFTER: Final = frozenset({"after", "following", "since", "from"})


"""Verbs before 'for a visit to' whose subject makes it."""


_WITH: Final = frozenset({"with", "including", "via", "and", "plus"})


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
    nodes = sentence.nodes
    low = nodes[phrase.noun].low
    if enter_ordinal(journal, sentence, phrase):
        return phrase.last
    governor = governor_of(sentence, phrase)
    before = preposition_of(sentence, phrase)
    if before == "on" and phrase.first == phrase.noun and low in {"travel", "travels"}:
        # 'a ban on travel to Peru'
        return phrase.noun
    acts_on_tour(journal, sentence, phrase)
    after = following_verb(sentence, phrase)
    if after is not None and after.lemma == "be" and not phrase.route.stops and after.last < len(nodes) and nodes[after.last].low == "to":
        # 'his first trip abroad would be to Seoul in January'
        phrase.route = journal.reader(sentence).read(after.last, frozenset({"to"}))
    if governor is not None and governor.negative and governor.lemma in {"make", "undertake", "take"} and not phrase.route.stops:
        not_made(journal, sentence, phrase, governor)
        return phrase.noun
    if governor is not None and governor.lemma in CARRY_OUT and makes_journey(journal, sentence, phrase, governor):
        return phrase.last
    place_of_host(sentence, phrase)
    place_of_preparations(sentence, phrase, before)
    if governor is not None and is_change(sentence, governor, active=True):
        return phrase.last if object_of_change(journal, sentence, phrase, governor) else phrase.noun
    if before == "of" and change_as_noun(journal, sentence, phrase, governor):
        return phrase.last
    if after is not None and is_change(sentence, after):
        # 'a visit to Chuy has been scrapped': see `changes`
        return phrase.noun
    who = phrase.who
    if governor is not None and governor.lemma in CARRY_OUT and len(phrase.route.stops) == 1 and phrase.route.stops[0].when is None:
        # 'paid a visit to Oslo at the invitation of Prime Minister A on Friday'
        day = day_of(sentence, governor)
        phrase.route.stops[0].when = day.value if day is not None else None
    telling: Telling | None = None
    rule = "travel/noun"
    when = next((stop.when for stop in phrase.route.stops if stop.when is not None), None)
    opening = "first" if low in {"stop", "leg"} and "first" in {nodes[index].low for index in range(phrase.first, phrase.noun)} else ""
    if phrase.negated:
        there = phrase.first > 1 and nodes[phrase.first - 2].low == "there" and nodes[phrase.first - 1].low in {"is", "was"}
        if there and low in STOPS | {"visit"} and phrase.route.stops and journal.current_who():
            # 'There is no stop in Cotonou'
            journal.add_route(sentence, journal.current_who(), phrase.route, Telling("cancelled", "future", "planned"), "travel/no-stop")
        return phrase.last
    if governor is not None and governor.lemma in PONDER and not governor.negative and not governor.passive:
        who = who if who and who[0].kind != "PRO" else travellers_of(sentence, governor) or who
        telling = Telling("planned", "future", "possible") if len(phrase.route.stops) == 1 else None
        rule = "travel/make-visit"
    elif after is not None and after.lemma == "be" and who and is_open(sentence, after):
        telling = Telling("planned", "future", "possible")
    elif governor is not None and (governor.lemma in TAKE or (governor.lemma in GO_AHEAD and before == "with")):
        if governor.lemma in {"announce", "confirm", "schedule", "plan", "arrange", "prepare"}:
            telling = Telling("planned", "future", "planned") if who or governor.lemma == "plan" else None
        elif governor.lemma == "have" and not governor.chain:
            telling = None
        else:
            telling = tell(journal, sentence, governor, when)
            if (
                telling is not None
                and telling.status == "done"
                and governor.lemma in BEGIN
                and goes_on(journal, sentence, governor, phrase)
            ):
                # 'began a four-day visit to China on Monday'
                telling = Telling("underway", "past")
            if (
                telling is not None
                and telling.status == "planned"
                and governor.lemma in {"conclude", "end", "wrap", "complete", "finish", "continue"}
                and governor.form == "s"
            ):
                telling = Telling("underway", None)
        if not who or who[0].kind == "PRO":
            who = travellers_of(sentence, governor) or who
        rule = "travel/make-visit"
        if (
            not phrase.route.stops
            and governor.lemma in {"begin", "start", "make", "embark", "undertake", "kick", "launch", "leave", "depart", "continue", "plan"}
            and who
        ):
            journal.trip_of(who).count = phrase.count or journal.trip_of(who).count
    elif before == "by" and phrase.first > 1 and nodes[phrase.first - 2].low == "followed" and journal.found:
        # 'will be in Ghana for a state visit, followed by an official visit to Togo'
        last = journal.found[-1]
        known = {item.place.start for item in journal.found[-6:] if isinstance(item.place, Node)}
        if last.unit == sentence.unit.index and last.status in _STAGED and not any(stop.node.start in known for stop in phrase.route.stops):
            who, opening = last.who, "then"
            telling = Telling(last.status, last.tense, last.modality)
            rule = "travel/followed-by"
    elif before in AHEAD:
        telling = Telling("planned", "future", "planned")
        main = main_verb(sentence, phrase)
        if low in DEPARTURES and main is not None and main.tense == "past" and (when is None or was_before(main, when)):
            # 'spoke before his departure for Riga on Tuesday'
            telling = Telling("done", "past") if when is not None else Telling("planned", "future", "planned")
        if low == "arrival" and main is not None and main.tense == "past" and when is None and came_then(journal, phrase, main):
            # 'Prior to his arrival in Sanaa he visited two countries'
            telling = Telling("done", "past")
        going = main is not None and main.lemma in GOES_FOR
        if main is not None and (before != "for" or going):
            who = who or travellers_of(sentence, main)
        if before == "for" and main is not None and not going:
            telling = telling if phrase.who else None
        if main is not None and before == "for" and going:
            if main.lemma in {"arrive", "land", "return", "fly"} or main.negative or main.tense != "past":
                telling = tell(journal, sentence, main, when)
            elif main.lemma not in {"plan", "prepare", "pack"}:
                # 'left Nairobi on Monday for a four-day visit to China'
                telling = Telling("underway") if journal.days.lies(when) != "future" else telling
            if telling is not None and when is None and len(phrase.route.stops) == 1:
                phrase.route.stops[0].when = day_between(sentence, main, phrase) or lead_date(sentence, main)
        began = main is not None and main.tense == "past" and not main.negative and main.modality == "asserted"
        if began and nodes[phrase.first - 2].low in _OPENING:
            # 'arrived in Lisbon at the start of a three-day visit to Portugal'
            telling = Telling("underway") if journal.days.lies(when) != "future" else telling
        if before == "for" and main is not None and not phrase.route.stops and who:
            trip = journal.trip_of(who)
            trip.count = phrase.count or trip.count
        rule = "travel/ahead-of"
    elif before in _DURING:
        main = main_verb(sentence, phrase)
        if main is not None:
            telling = tell(journal, sentence, main, when, state=True) if main.lemma == "be" else during_visit(journal, sentence, main, when)
            if telling is not None and phrase.stage == "planned":
                # 'has cancelled two stops on his upcoming trip to Asia'
                telling = Telling("planned", "future", "planned")
            if (
                telling is not None
                and telling.status == "done"
                and before == "on"
                and (main.lemma in {"leave", "depart", "set"} or nodes[phrase.first - 2].low in {"currently", "now", "presently"})
            ):
                # 'left Delhi on Wednesday on a visit to Brazil'
                telling = Telling("underway")
            if before == "on" and is_set_off(nodes, phrase) and journal.days.lies(when) in {"", "today"}:
                # 'X, on a four-day visit to Brazil, will meet'
                telling = Telling("underway")
                who = phrase.who or party_of(sentence, [nodes[phrase.first - 3]])
            if not who or (who[0].kind == "PRO" and main.lemma not in RECEIVE | THANK):
                # 'welcomed the president on his first visit': whose visit it is resolution tells
                who = travellers_of(sentence, main) or agents_of(sentence, main) or who
            if (
                not phrase.route.stops
                and who
                and (phrase.count or (before == "on" and main.lemma in {"leave", "depart", "embark", "set", "go"}))
            ):
                trip = journal.trip_of(who)
                trip.count = phrase.count or trip.count
        if telling is not None and main is not None and main.lemma not in GOES_FOR and is_undated(phrase, main):
            # 'broke her silence on Monday during a stop in Oslo'
            day = day_between(sentence, main, phrase)
            phrase.route.stops[0].when = when = day if journal.days.is_one_day(day) else None
        rule = "travel/during"
    elif before in _AFTER:
        main = main_verb(sentence, phrase)
        ahead = tell(journal, sentence, main, state=main.lemma == "be") if main is not None else None
        back = phrase.first > 1 and nodes[phrase.first - 2].low in BACK
        planned = ahead is not None and ahead.status == "planned" and not back
        telling = Telling("planned", "future", "planned") if planned else Telling("done", "past")
        if planned and when is None and main is not None and main.lemma in HOMEWARD and before != "from":
            # 'will return home early after a trip to Peru', which goes on
            telling = Telling("underway")
        nearest = group_before(sentence, phrase.first)
        if before == "from" and nearest is not None and nearest.participle and nearest.lemma in BACK_FROM:
            # 'after reaching Lima on Thursday from an official trip to Japan'
            main = nearest
        if before == "from" and not back and (main is None or main.lemma not in BACK_FROM):
            telling = None
        returned = before == "from" and main is not None and main.tense == "past"
        if journal.days.lies(when) == "future" and not (returned or (main is not None and was_before(main, when))):
            telling = Telling("planned", "future", "planned")
        who = who or (travellers_of(sentence, main) if main is not None else [])
        rule = "travel/after"
    elif before == "with" and low in DEPARTURES:
        # 'the state visit ended today with his departure for Visby'
        main = main_verb(sentence, phrase, left=True)
        telling = tell(journal, sentence, main, when) if main is not None else None
        if when is None and main is not None and len(phrase.route.stops) == 1:
            phrase.route.stops[0].when = day_between(sentence, main, phrase)
        rule = "travel/with-stops"
    elif before in _WITH and low in STOPS | {"stops", "stopovers", "legs", "layovers", "visit", "visits"}:
        main = journey_verb(sentence, phrase) or main_verb(sentence, phrase, left=True)
        if main is not None:
            telling = tell(journal, sentence, main)
            if telling is not None and telling.status in {"done", "underway"} and main.lemma in LEAVE:
                # 'left on Friday for Japan, with a stopover in Dubai'
                telling = Telling("planned", "future", "planned")
            who = who or travellers_of(sentence, main) or journal.current_who()
            if when is None and len(phrase.route.stops) == 1 and before == "with" and main.lemma not in LEAVE:
                day = day_between(sentence, main, phrase)
                phrase.route.stops[0].when = day if journal.days.is_one_day(day) else None
        rule = "travel/with-stops"
    elif (
        after is not None
        and after.lemma in HAPPEN
        and not (after.lemma == "fall" and after.tense == "past")
        and (who or (phrase.route.stops and nodes[phrase.first].low == "the" and journal.current_who()))
    ):
        who = who or journal.current_who()
        told = date_told(sentence, phrase.route.end) if phrase.route.stops else None
        day = day_of_event(sentence, after)
        ends = after.lemma in ENDING
        if day is not None and len(phrase.route.stops) == 1 and (when is None or told is not None) and not ends:
            when = phrase.route.stops[0].when = day
        telling = tell(journal, sentence, after, when, state=True)
        set_for = (after.passive and after.lemma in PLAN) or (after.last < len(nodes) and nodes[after.last].low in SET_FOR)
        if telling is not None and after.tense == "past" and set_for and telling.status == "done":
            # 'His trip to Peru had been fixed for May', 'was set for May'
            telling = Telling("cancelled", "past", "planned") if "had" in after.chain else Telling("planned", "future", "planned")
        if (
            telling is not None
            and told is not None
            and day is not None
            and telling.status == "planned"
            and "now" in {*after.chain, *(node.low for node in nodes[after.first : after.last])}
        ):
            telling.status = "postponed"
        if telling is not None and after.lemma in {"go", "proceed"} and after.tense == "present" and not after.negative:
            telling = Telling("planned", "future", "planned")
        if telling is not None and telling.status == "underway" and after.lemma != "be" and not ends:
            telling = Telling("planned", "future", "planned")
        if (
            telling is not None
            and after.lemma == "be"
            and not after.negative
            and not set_for
            and journal.days.lies(when) == ""
            and after.tense != "future"
        ):
            telling = Telling("done", "past") if was_made(sentence, after, phrase) else None
    elif after is not None and who and phrase.route.stops:
        telling = (
            Telling("planned", "future", "planned")
            if after.tense == "future" or (journal.days.lies(when) in {"future", "today"} and not was_before(after, when))
            else Telling("done", "past")
            if journal.days.lies(when) == "past" or was_before(after, when) or (when is None and had_effect(sentence, after, phrase))
            else None
        )
    elif governor is not None and governor.lemma == "be" and who and phrase.route.stops and is_it(sentence, governor):
        # 'It will be President A's first visit to Peru'
        named = not (who[0].kind == "TTL" and who[0].titles[0].determiner in {"a", "an"})
        named = named and not any((stop.node.name or "").startswith(("the ", "The ")) for stop in phrase.route.stops)
        telling = tell(journal, sentence, governor, when, state=True) if named and not governor.negative else None
    elif (
        governor is not None
        and who
        and phrase.route.stops
        and (governor.lemma in RECALL or journal.days.lies(when) == "past" or was_before(governor, when))
    ):
        # 'recalled the Prime Minister's visit to Tallinn'
        telling = Telling("done", "past") if not governor.negative and governor.modality != "possible" else None
    elif governor is None and who and when is not None:
        lies = journal.days.lies(when)
        telling = (
            Telling("planned", "future", "planned") if lies in {"future", "today"} else Telling("done", "past") if lies == "past" else None
        )
    if phrase.stage == "doubtful":
        return phrase.last
    if telling is None and phrase.who and phrase.route.stops and after is not None and not after.negative and phrase.stage in _STAGED:
        # "Minister A's recent visit to Lima focused on trade"
        telling = Telling(phrase.stage, _STAGED[phrase.stage])
    if telling is None or not who:
        return phrase.noun
    if not phrase.route.stops:
        return phrase.noun
    if telling.status == "cancelled" and before in _DURING | _AFTER:
        return phrase.noun
    who = [node for node in who if travels(node)]
    if not who:
        return phrase.noun
    if low in {"tour", "swing", "tours"} and all(getattr(stop.node.value, "kind", "") == "region" for stop in phrase.route.stops):
        # 'a swing through Central Asia': its stops are told one by one, if at all
        journal.trip_of(who).count = phrase.count or journal.trip_of(who).count
        return phrase.last
    first_day = phrase.route.stops[0].when or (lead_date(sentence, governor) if governor is not None else None)
    if governor is not None and governor.lemma in BEGIN | ENDING and len(phrase.route.stops) > 1:
        # 'wrapped up a tour of A and B on Monday', 'will begin a tour of A and B on Monday': the day of the end or beginning
        for stop in phrase.route.stops:
            stop.when = stop.when if stop.own_day else None
    elif governor is not None and rule == "travel/make-visit":
        lead = lead_date(sentence, governor)
        if all(stop.when is None for stop in phrase.route.stops) and (len(phrase.route.stops) == 1 or not journal.days.is_stretch(lead)):
            for stop in phrase.route.stops:
                stop.when = lead
    trip = journal.trip_of(who)
    begun = governor is not None and governor.lemma in BEGIN and telling.status in {"done", "underway"} and rule == "travel/make-visit"
    lands = all(getattr(stop.node.value, "kind", "") == "country" for stop in phrase.route.stops)
    several = len(phrase.route.stops) > 1 and (lands or low not in {"visit", "visits"})
    if begun and low in JOURNEYS and several and not any(stop.when for stop in phrase.route.stops):
        # 'began a trip to A and B': B is still to come
        first, phrase.route.stops = Route(phrase.route.stops[:1], end=phrase.route.end), phrase.route.stops[1:]
        first.stops[0].when = first_day if journal.days.is_one_day(first_day) else None
        journal.add_route(sentence, who, first, Telling("underway", "past"), rule, opening="first", start=nodes[phrase.first].start)
        for stop in phrase.route.stops:
            stop.link = "then"
        telling, opening = Telling("planned", "future", "planned"), "then"
    if phrase.count:
        trip.count = phrase.count
    elif low in {"tour", "trip", "swing", "journey"} and len(phrase.route.stops) > 1 and not trip.findings:
        trip.count = len(phrase.route.stops) if not is_open_list(sentence, phrase) else None
    if governor is not None and rule == "travel/make-visit" and not opening:
        enter(journal, sentence, governor, who=who, route=phrase.route, telling=telling, rule=rule)
    else:
        journal.add_route(sentence, who, phrase.route, telling, rule, opening=opening, start=nodes[phrase.first].start)
    return phrase.last
