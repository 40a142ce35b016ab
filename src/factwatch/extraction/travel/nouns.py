"""Nouns of travel: 'X's visit to Jamaica today', 'a three-nation tour of A, B and C', 'during a trip to'."""

# ruff: noqa: PLR2004  # how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

from typing import Any, Final

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.occasion import day_of, place_of
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.changing import change_last, change_of, new_date
from factwatch.extraction.travel.entering import counted, enter
from factwatch.extraction.travel.journal import Journal, Telling
from factwatch.extraction.travel.phrases import Phrase, date_told, day_of_event, is_open_list, read_phrase
from factwatch.extraction.travel.routes import Route, Stop
from factwatch.extraction.travel.stops import enter_ordinal
from factwatch.extraction.travel.telling import lead_date, tell
from factwatch.extraction.travel.words import ARRIVE, DIRECT, DOING, FORCE, LEAVE, MOTION, RECALL, RECEIVE, STOPS, TAKE, THANK, VISITS

_AHEAD: Final = frozenset({"before", "ahead", "prior", "for", "eve", "preparing", "preparations"})


_DURING: Final = frozenset({"during", "on", "throughout", "amid"})


_AFTER: Final = frozenset({"after", "following", "since", "from"})


_GOES_FOR: Final = frozenset(
    {"leave", "depart", "prepare", "head", "set", "plan", "arrive", "land", "return", "pack", "fly", "jet", "embark"}
)
"""Verbs before 'for a visit to' whose subject makes it."""


_WITH: Final = frozenset({"with", "including", "via", "and", "plus"})


_HAPPEN: Final = frozenset(
    {
        "take",
        "go",
        "begin",
        "start",
        "come",
        "follow",
        "last",
        "run",
        "proceed",
        "be",
        "stand",
        "schedule",
        "plan",
        "set",
        "expect",
        "arrange",
        "mark",
        "end",
        "conclude",
    }
)


def find_nouns(journal: Journal, sentence: Sentence) -> None:
    """Enter the visits that the nouns of *sentence* tell."""
    _enter_mission(journal, sentence)
    if sentence.lows.isdisjoint(VISITS) and not any(node.value == "mission" for node in sentence.nodes if node.kind == "GRP"):
        return
    verbs = {group.main for group in sentence.groups}
    done = -1
    for index, node in enumerate(sentence.nodes):
        mission = node.kind == "GRP" and node.value == "mission" and index and sentence.nodes[index - 1].low == "on"
        if index > done and ((node.low in VISITS and node.kind in {"v", "x", "p"} and index not in verbs) or mission):
            phrase = read_phrase(journal, sentence, index)
            if phrase is not None:
                done = _enter_phrase(journal, sentence, phrase)


def _enter_mission(journal: Journal, sentence: Sentence) -> None:
    """'will undertake a five-country mission': a trip whose stops follow."""
    for index, node in enumerate(sentence.nodes):
        if node.kind == "GRP" and node.value == "mission" and index:
            count = next((found for found in map(counted, node.low.split()) if found), None)
            group = next((group for group in sentence.groups if group.last == index and group.lemma in TAKE), None)
            who = journal.travellers(sentence, group) if group is not None and count else []
            if who and group is not None and tell(journal, sentence, group) is not None:
                journal.trip_of(who).count = count


def _enter_phrase(journal: Journal, sentence: Sentence, phrase: Phrase) -> int:
    nodes = sentence.nodes
    low = nodes[phrase.noun].low
    if enter_ordinal(journal, sentence, phrase):
        return phrase.last
    governor = _governor(sentence, phrase)
    before = _preposition(sentence, phrase)
    _acts_on_tour(journal, sentence, phrase)
    after = _following(sentence, phrase)
    if after is not None and after.lemma == "be" and not phrase.route.stops and after.last < len(nodes) and nodes[after.last].low == "to":
        # 'his first trip abroad would be to Seoul in January'
        phrase.route = journal.reader(sentence).read(after.last, frozenset({"to"}))
    if governor is not None and governor.negative and governor.lemma in {"make", "undertake", "take"} and not phrase.route.stops:
        _not_made(journal, sentence, phrase, governor)
        return phrase.noun
    if governor is not None and _is_change(sentence, governor, active=True):
        return phrase.last if _object_of_change(journal, sentence, phrase, governor) else phrase.noun
    if after is not None and _is_change(sentence, after):
        # 'a visit to Chuy has been scrapped': see `changes`
        return phrase.noun
    who = phrase.who
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
    if governor is not None and governor.lemma in TAKE:
        if governor.lemma in {"announce", "confirm", "schedule", "plan", "arrange", "prepare"}:
            telling = Telling("planned", "future", "planned") if who or governor.lemma == "plan" else None
        elif governor.lemma == "have" and not governor.chain:
            telling = None
        else:
            telling = tell(journal, sentence, governor, when)
            if (
                telling is not None
                and telling.status == "planned"
                and governor.lemma in {"conclude", "end", "wrap", "complete", "finish", "continue"}
                and governor.form == "s"
            ):
                telling = Telling("underway", None)
        if not who or who[0].kind == "PRO":
            who = journal.travellers(sentence, governor) or who
        rule = "travel/make-visit"
        if (
            not phrase.route.stops
            and governor.lemma in {"begin", "start", "make", "embark", "undertake", "kick", "launch", "leave", "depart", "continue", "plan"}
            and who
        ):
            journal.trip_of(who).count = phrase.count or journal.trip_of(who).count
    elif before in _AHEAD:
        telling = Telling("planned", "future", "planned")
        main = _main(sentence, phrase)
        going = main is not None and main.lemma in _GOES_FOR
        if main is not None and (before != "for" or going):
            who = who or journal.travellers(sentence, main)
        if before == "for" and main is not None and not going:
            telling = telling if phrase.who else None
        if main is not None and before == "for" and going:
            if main.lemma in {"arrive", "land", "return", "fly"} or main.negative or main.tense != "past":
                telling = tell(journal, sentence, main, when)
            elif main.lemma not in {"plan", "prepare", "pack"}:
                # 'left Nairobi on Monday for a four-day visit to China'
                telling = Telling("underway") if journal.lies(when) != "future" else telling
            if telling is not None and when is None and len(phrase.route.stops) == 1:
                phrase.route.stops[0].when = _day_between(sentence, main, phrase) or lead_date(sentence, main)
        if before == "for" and main is not None and not phrase.route.stops and who:
            trip = journal.trip_of(who)
            trip.count = phrase.count or trip.count
        rule = "travel/ahead-of"
    elif before in _DURING:
        main = _main(sentence, phrase)
        if main is not None:
            telling = tell(journal, sentence, main, when, state=True) if main.lemma == "be" else _during(journal, sentence, main, when)
            if (
                telling is not None
                and telling.status == "done"
                and before == "on"
                and (main.lemma in {"leave", "depart", "set"} or nodes[phrase.first - 2].low in {"currently", "now", "presently"})
            ):
                # 'left Delhi on Wednesday on a visit to Brazil'
                telling = Telling("underway")
            if before == "on" and _set_off(nodes, phrase) and journal.lies(when) in {"", "today"}:
                # 'X, on a four-day visit to Brazil, will meet'
                telling = Telling("underway")
                who = phrase.who or journal.party(sentence, [nodes[phrase.first - 3]])
            if not who or (who[0].kind == "PRO" and main.lemma not in RECEIVE | THANK):
                # 'welcomed the president on his first visit': whose visit it is resolution tells
                who = journal.travellers(sentence, main) or who
            if (
                not phrase.route.stops
                and who
                and (phrase.count or (before == "on" and main.lemma in {"leave", "depart", "embark", "set", "go"}))
            ):
                trip = journal.trip_of(who)
                trip.count = phrase.count or trip.count
        rule = "travel/during"
    elif before in _AFTER:
        main = _main(sentence, phrase)
        ahead = tell(journal, sentence, main) if main is not None else None
        planned = ahead is not None and ahead.status == "planned"
        telling = Telling("planned", "future", "planned") if planned else Telling("done", "past")
        if before == "from" and (main is None or main.lemma not in {"return", "arrive", "come", "be", "fly"}):
            telling = None
        returned = before == "from" and main is not None and main.tense == "past"
        if journal.lies(when) == "future" and not (returned or (main is not None and _was_before(main, when))):
            telling = Telling("planned", "future", "planned")
        who = who or (journal.travellers(sentence, main) if main is not None else [])
        rule = "travel/after"
    elif before in _WITH and low in STOPS | {"stops", "stopovers", "legs", "layovers", "visit", "visits"}:
        main = _journey_verb(sentence, phrase) or _main(sentence, phrase, left=True)
        if main is not None:
            telling = tell(journal, sentence, main)
            who = who or journal.travellers(sentence, main) or journal.current_who()
            if when is None and len(phrase.route.stops) == 1 and before == "with":
                day = _day_between(sentence, main, phrase)
                phrase.route.stops[0].when = day if journal.is_one_day(day) else None
        rule = "travel/with-stops"
    elif (
        after is not None
        and after.lemma in _HAPPEN
        and (who or (phrase.route.stops and nodes[phrase.first].low == "the" and journal.current_who()))
    ):
        who = who or journal.current_who()
        told = date_told(sentence, phrase.route.end) if phrase.route.stops else None
        day = day_of_event(sentence, after)
        if day is not None and len(phrase.route.stops) == 1 and (when is None or told is not None):
            when = phrase.route.stops[0].when = day
        telling = tell(journal, sentence, after, when, state=True)
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
        if telling is not None and telling.status == "underway" and after.lemma != "be":
            telling = Telling("planned", "future", "planned")
        if telling is not None and after.lemma == "be" and not after.negative and journal.lies(when) == "" and after.tense != "future":
            telling = None
    elif after is not None and who and phrase.route.stops:
        telling = (
            Telling("planned", "future", "planned")
            if after.tense == "future" or journal.lies(when) in {"future", "today"}
            else Telling("done", "past")
            if journal.lies(when) == "past"
            else None
        )
    elif governor is not None and who and phrase.route.stops and (governor.lemma in RECALL or journal.lies(when) == "past"):
        # 'recalled the Prime Minister's visit to Tallinn'
        telling = Telling("done", "past") if not governor.negative and governor.modality != "possible" else None
    elif governor is None and who and when is not None:
        lies = journal.lies(when)
        telling = (
            Telling("planned", "future", "planned") if lies in {"future", "today"} else Telling("done", "past") if lies == "past" else None
        )
    if telling is None or not who:
        return phrase.noun
    if not phrase.route.stops:
        return phrase.noun
    if telling.status == "cancelled" and before in _DURING | _AFTER:
        return phrase.noun
    who = [node for node in who if journal.travels(node)]
    if not who:
        return phrase.noun
    if low in {"tour", "swing", "tours"} and all(getattr(stop.node.value, "kind", "") == "region" for stop in phrase.route.stops):
        # 'a swing through Central Asia': its stops are told one by one, if at all
        journal.trip_of(who).count = phrase.count or journal.trip_of(who).count
        return phrase.last
    if governor is not None and rule == "travel/make-visit":
        lead = lead_date(sentence, governor)
        if all(stop.when is None for stop in phrase.route.stops) and (len(phrase.route.stops) == 1 or not journal.is_stretch(lead)):
            for stop in phrase.route.stops:
                stop.when = lead
    trip = journal.trip_of(who)
    if phrase.count:
        trip.count = phrase.count
    elif low in {"tour", "trip", "swing", "journey"} and len(phrase.route.stops) > 1 and not trip.findings:
        trip.count = len(phrase.route.stops) if not is_open_list(sentence, phrase) else None
    if governor is not None and rule == "travel/make-visit" and not opening:
        enter(journal, sentence, governor, who=who, route=phrase.route, telling=telling, rule=rule)
    else:
        journal.add_route(sentence, who, phrase.route, telling, rule, opening=opening, start=nodes[phrase.first].start)
    return phrase.last


def _during(journal: Journal, sentence: Sentence, main: VerbGroup, when: Any) -> Telling | None:
    """Return what a verb tells of the visit during which it happens: done if that is, to come if that is."""
    words = set(main.chain)
    lies = journal.lies(when)
    if (
        (lies == "future" and (main.tense != "past" or getattr(when, "direction", None) == "future" or not getattr(when, "anchored", True)))
        or main.tense == "future"
        or words & {"will", "expected", "due", "scheduled"}
    ):
        return Telling("planned", "future", "planned")
    if words & {"could", "may", "might"} or "if" in sentence.lows:
        return None
    if main.tense == "past" or lies == "past":
        return Telling("done", "past")
    told = tell(journal, sentence, main, when)
    if told is None:
        return None
    return Telling("planned", "future", "planned") if told.status == "planned" else Telling("underway")


def _governor(sentence: Sentence, phrase: Phrase) -> VerbGroup | None:
    """Return the verb whose object the phrase is: 'will make a ... visit', 'embarks on a tour'."""
    nodes = sentence.nodes
    best = None
    for group in sentence.groups:
        if group.main < phrase.noun:
            best = group
    if best is None:
        return None
    for index in range(best.last, phrase.first):
        node = nodes[index]
        if node.kind in {"d", "r", "DAT"} or node.low in {"out", "short", "off", "up", "back", "both", "again"}:
            continue
        if node.low == "on" and index + 1 < phrase.first and nodes[index + 1].kind == "DAT":
            continue
        if (
            node.low in {"on", "with"}
            and (best.lemma in {"embark", "set", "leave", "go"} or nodes[best.main].low == "embark")
            and index == phrase.first - 1
        ):
            continue
        if node.kind == "PRO" and node.low in {"his", "her", "their"}:
            continue
        return None
    if best.lemma in {"leave", "go", "set", "depart"} and best.last < phrase.first:
        return None
    return best


def _preposition(sentence: Sentence, phrase: Phrase) -> str:
    nodes = sentence.nodes
    index = phrase.first - 1
    if index < 0:
        return ""
    low = nodes[index].low
    if low == "of" and index and nodes[index - 1].low in {"ahead", "eve", "advance", "start", "beginning"}:
        return "ahead"
    if low == "of" and index and nodes[index - 1].low in {"course", "end"}:
        return "during"
    if low == "to" and index and nodes[index - 1].low == "prior":
        return "prior"
    return low


def _main(sentence: Sentence, phrase: Phrase, *, left: bool = False) -> VerbGroup | None:
    """Return the finite verb of the clause that the phrase stands in: the one before it, or for a fronted phrase the one after."""
    nodes = sentence.nodes
    before = None
    for group in sentence.groups:
        if group.main < phrase.first and not group.infinitive and not group.participle:
            before = group
    if before is not None or left:
        return before
    return next(
        (
            group
            for group in sentence.groups
            if group.main >= phrase.last and not group.infinitive and not group.participle and nodes[group.main].kind != "f"
        ),
        None,
    )


def _acts_on_tour(journal: Journal, sentence: Sentence, phrase: Phrase) -> None:
    """'met her Turkish counterpart in Ankara at the start of a regional tour': who acts on a journey is where he acts."""
    nodes = sentence.nodes
    if phrase.first < 4 or phrase.negated or nodes[phrase.first].low not in {"a", "an", "his", "her", "their"}:
        return
    opening = {nodes[index].low for index in range(phrase.first - 4, phrase.first)}
    if not opening & {"at", "on", "during", "in"} or not opening & {"start", "beginning", "end", "day", "leg", "stop", "part", "outset"}:
        return
    main = _main(sentence, phrase)
    if main is None or main.main > phrase.first or main.passive or main.lemma not in DOING or phrase.noun - main.main > 24:
        return
    place = place_of(sentence, main)
    who = journal.travellers(sentence, main)
    if place is None or not who or place.start > nodes[phrase.first].start:
        return
    when = day_of(sentence, main)
    telling = tell(journal, sentence, main, when.value if when is not None else None)
    if telling is not None and telling.status in {"done", "planned"} and not telling.negative:
        journal.add_route(sentence, who, Route([Stop(place, when.value if when is not None else None)]), telling, "travel/on-tour")


def _was_before(main: VerbGroup, when: Any) -> bool:
    """Tell whether a day that may be of the past or the future goes with a verb of the past: 'resigned after her visit to Riga in May'."""
    return main.tense == "past" and getattr(when, "anchored", False) and when.direction is None


def _set_off(nodes: list[Node], phrase: Phrase) -> bool:
    """'X, on a visit to Y, ...': commas set the visit off behind the traveller."""
    return (
        phrase.first > 2
        and nodes[phrase.first - 2].kind == ","
        and nodes[phrase.first - 3].kind in {"PER", "TTL"}
        and phrase.last < len(nodes)
        and nodes[phrase.last].kind == ","
    )


def _day_between(sentence: Sentence, main: VerbGroup, phrase: Phrase) -> Any:
    """'left Nairobi on Monday for a visit to China': the day of setting out."""
    return next((node.value for node in sentence.nodes[main.last : phrase.first] if node.kind == "DAT"), None)


def _journey_verb(sentence: Sentence, phrase: Phrase) -> VerbGroup | None:
    """Return the last verb of travel before the phrase: 'will visit ..., Beijing said, with stops in'."""
    found = None
    for group in sentence.groups:
        if group.main >= phrase.first:
            break
        if group.lemma in MOTION | DIRECT | ARRIVE | LEAVE and not group.participle:
            found = group
    return found


def _following(sentence: Sentence, phrase: Phrase) -> VerbGroup | None:
    """Return the verb whose subject the phrase is: nothing that could be a subject itself stands between."""
    nodes = sentence.nodes
    relative = False
    for group in sentence.groups:
        if group.main < phrase.last:
            continue
        between = nodes[phrase.last : group.first]
        if len(between) > 14 or any(node.kind in {"PER", "TTL", "PRO", "GRP", "QUO"} for node in between):  # no subject is longer
            return None
        if (between and between[-1].low in {"to", "who", "which", "that"}) or (
            not relative and any(node.low in {"which", "that"} for node in between) and "," not in {node.kind for node in between[-3:]}
        ):
            # 'The trip that had been set for May will now take place in June': the verb of the clause is the next one
            relative = bool(between) and between[-1].low in {"which", "that"}
            continue
        if group.participle or group.infinitive:
            continue
        if (
            group.form in {"past/participle", "participle"}
            and not group.chain
            and len([node for node in between if node.kind != ","]) == 0
            and group is not sentence.groups[-1]
        ):
            # 'The visit to Mariehamn planned for this day has been cancelled'
            continue
        opening = nodes[phrase.first - 1] if phrase.first else None
        if (
            opening is not None
            and opening.kind == "f"
            and opening.low not in {"that", "but", "and", "because", "while", "although", "though", "as"}
        ):
            return None
        return group
    return None


def _is_change(sentence: Sentence, group: VerbGroup, *, active: bool = False) -> bool:
    return change_of(sentence, group, active=active) is not None


def _object_of_change(journal: Journal, sentence: Sentence, phrase: Phrase, group: VerbGroup) -> bool:
    """'has called off his visit to Dhaka', 'postponed a trip to Riga until May', 'cut short her stay in Rotterdam'."""
    change = change_of(sentence, group, active=True)
    if change is None or not phrase.route.stops:
        return change is not None and _bare_journey(journal, sentence, phrase, group, change)
    who = phrase.who
    if not who or who[0].kind == "PRO":
        who = journal.travellers(sentence, group) or who
    forced = _forced(sentence, group)
    who = forced or [node for node in who if journal.travels(node)]
    if not who:
        return False
    told = Telling("done", "past") if forced else tell(journal, sentence, group)
    if told is None or told.negative or (group.negative and change in {"cancelled", "postponed"}):
        return False
    if group.modality == "possible":
        return False
    date = new_date(sentence, phrase.last)
    if change == "cancelled" and len(phrase.route.stops) == 1:
        # 'cancelled his visit to Riga on Monday': a day without a month may be that of the cancelling
        when = phrase.route.stops[0].when
        if (
            when is not None
            and journal.is_one_day(when)
            and getattr(when, "anchored", False)
            and when.direction != "future"
            and date_told(sentence, phrase.route.end) is None
        ):
            phrase.route.stops[0].when = None
    _apply(journal, sentence, who, phrase.route, change, group=group, date=date, first=phrase.first)
    return True


def _not_made(journal: Journal, sentence: Sentence, phrase: Phrase, governor: VerbGroup) -> None:
    """'B, who was due in Niamey, will not make the journey': the visits told of B in this sentence or the one before are off."""
    who = journal.travellers(sentence, governor)
    if not who or governor.modality == "possible" or sentence.nodes[phrase.first].low not in {"the", "this", "that"}:
        return
    for finding in journal.found[-4:]:
        same = finding.who and (finding.who[0] is who[0] or (journal.same_as_current(who) and finding.trip is not None))
        if same and finding.status == "planned" and finding.unit >= sentence.unit.index - 1:
            finding.status, finding.order = "cancelled", None


def _forced(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return who is made to change his plans: 'A storm forced Minister B to cancel'."""
    nodes = sentence.nodes
    if not group.infinitive or group.first < 2:
        return []
    before = nodes[group.first - 1]
    main = group_before(sentence, group.first)
    if before.kind not in {"PER", "TTL"} or main is None or main.lemma not in FORCE or main.negative or group.first - main.last > 3:
        return []
    return [before] if main.modality != "possible" and main.tense != "future" else []


def _bare_journey(journal: Journal, sentence: Sentence, phrase: Phrase, group: VerbGroup, change: str) -> bool:
    return change_last(journal, sentence, phrase, group, change)


def _apply(
    journal: Journal, sentence: Sentence, who: list[Node], route: Route, change: str, *, group: VerbGroup, date: Any, first: int
) -> None:
    status, tense = change, "future"
    if change == "shortened":
        status, tense = ("planned", "future") if group.tense == "future" else ("done", "past")
        day = next((stop.when for stop in route.stops if stop.when is not None), None)
        if journal.lies(day) == "future" and not _was_before(group, day):
            status, tense = "planned", "future"
    elif change == "extended":
        status = "planned" if group.tense == "future" else "underway"
    elif change == "advanced":
        status = "planned"
    telling = Telling(status, tense, "planned" if status == "planned" else "asserted")
    if date is not None:
        for stop in route.stops:
            stop.when = date if change in {"postponed", "advanced"} else stop.when
    elif change in {"postponed", "advanced"}:
        for stop in route.stops:
            stop.when = None
    journal.add_route(sentence, who, route, telling, f"travel/{change}", start=sentence.nodes[min(first, group.first)].start)
