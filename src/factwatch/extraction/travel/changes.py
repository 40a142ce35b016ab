"""Changes of a journey: 'Juba has been struck off', 'will skip Nairobi', 'a visit to Riga has been put off'."""

# ruff: noqa: PLR2004  # how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

from typing import Any, Final

from factwatch.extraction.clauses import Sentence, VerbGroup, list_from, named_people, subject_of
from factwatch.extraction.clauses.words import BE, HAVE, MODALS
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.otherwise import against_plan
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.changing import change_last, change_of, is_likely, new_date
from factwatch.extraction.travel.dating import give_day
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.members import leave_out
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.noun_days import day_of_event
from factwatch.extraction.travel.phases import find_taken_in
from factwatch.extraction.travel.phrases import Phrase, names_visit, read_phrase
from factwatch.extraction.travel.stops import find_are_next, find_come_last, find_named_route, find_next
from factwatch.extraction.travel.surroundings import before_aside
from factwatch.extraction.travel.telling import doubted, tell
from factwatch.extraction.travel.travellers import owner_near, owner_of, party_of, travellers_of
from factwatch.extraction.travel.trips import Telling, to_come
from factwatch.extraction.travel.words import CANCEL, CARRY_OUT, MISSED, PLAN, POSTPONE, PROGRAMMES, SET_FOR, TAKE_PLACE, VISITS

_AUXILIARIES: Final = BE | HAVE | MODALS


_STAYS: Final = frozenset({"week", "day", "days", "night", "weekend", "afternoon", "evening"})


_TOLD: Final = 6
"""So many visits of one sentence."""
_CHANGED: Final = frozenset({"also", "instead", "now"})
"""With them it is told that somebody stays at home who was to go."""
_OBJECT: Final = 4
"""Nodes of 'her connecting flight'."""
_OWN_SUBJECT: Final = 4
"""Nodes of 'which her own ministry had announced' before the verb."""
_SUBJECTS: Final = frozenset({"PRO", "PER", "TTL", "GRP", "ORG", "d", "x"})
_FALLEN: Final = frozenset({"fallen", "fell", "falls"})


def find_change(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Enter what *group* tells of changes to journeys."""
    change = change_of(sentence, group)
    if _now_later(journal, sentence, group):
        return
    if change is not None:
        _passive(journal, sentence, group, change)
    elif (
        group.lemma in {"skip", "drop", "omit", "bypass", "miss", "scrap", "cancel", "scratch", "forgo", "ditch", "add", "axe"}
        and not group.passive
    ):
        _places_dropped(journal, sentence, group)
    if group.lemma == "come":
        find_come_last(journal, sentence, group)
    if group.lemma == "be":
        find_are_next(journal, sentence, group)
        find_named_route(journal, sentence, group)
    if group.lemma in {"include", "cover", "take", "span", "bring", "lead"}:
        find_taken_in(journal, sentence, group)


def _now_later(journal: Journal, sentence: Sentence, group: VerbGroup) -> bool:
    """'He had been due in Dili. He'll now go in September': the visit that was off is only put off."""
    if "now" not in group.chain and "instead" not in group.chain:
        return False
    nodes = sentence.nodes
    at = group.last
    trip = journal.trip
    taking_place = group.lemma in {"take", "happen", "begin", "start", "go", "run"} and group.tense == "future"
    fixed = group.lemma == "be" and at < len(nodes) and nodes[at].low in SET_FOR
    set_anew = group.perfect and (fixed or (group.lemma in PLAN and group.passive))
    if (taking_place or set_anew) and not group.negative and journal.near(2):
        phrase = _subject_phrase(journal, sentence, group)
        date = day_of_event(sentence, group) or (new_date(sentence, at + 1) if fixed else None)
        off = [item for item in (trip.findings[-8:] if trip else []) if item.status in {"cancelled", "postponed"}]
        if phrase is not None and not phrase.route.stops and date is not None and off and nodes[phrase.first].kind in {"d", "PRO"}:
            # 'has put off his trip to A and B. The trip will now take place in August', 'has now been fixed for August'
            for finding in off:
                if finding.unit == off[-1].unit:
                    finding.status, finding.when, finding.tense = "postponed", date, "future"
            return True
        if set_anew:
            return False
    if (
        group.lemma not in {"go", "travel", "visit", "come", "begin", "start", "fly"}
        or group.tense != "future"
        or group.negative
        or trip is None
        or not journal.near(1)
    ):
        return False
    while at < len(nodes) and nodes[at].low in {"there", "in", "on", "later", "the"}:
        at += 1
    last = trip.findings[-1] if trip.findings else None
    if at >= len(nodes) or nodes[at].kind != "DAT" or last is None or last.status not in {"cancelled", "postponed"}:
        return False
    last.status, last.when, last.tense = "postponed", nodes[at].value, "future"
    return True


def _it_changed(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'whose trip to Peru had been set for May, has decided to put it off until June': the visit told last is off or put off."""
    nodes = sentence.nodes
    at = group.last
    if at + 1 >= len(nodes) or nodes[at].low != "it" or group.passive or group.negative or group.modality == "possible":
        return
    verb = f"{group.lemma} {nodes[at + 1].low}"
    change = "postponed" if {group.lemma, verb} & POSTPONE else "cancelled" if {group.lemma, verb} & CANCEL else ""
    trip = journal.trip
    last = trip.findings[-1] if trip is not None and trip.findings and journal.near(1) else None
    if not change or last is None or last.status not in {"planned", "cancelled"} or doubted(sentence, group):
        return
    if last.unit != sentence.unit.index and not journal.same_as_current(subject_of(sentence, group)):
        return
    date = new_date(sentence, at + 1)
    if change == "postponed" and date is None and group.perfect:
        # 'will visit Peru in May. She has put it off twice'
        return
    last.status, last.order = change, None
    if change == "postponed" and date is not None:
        last.when, last.tense = date, "future"


def find_stays_home(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'was due in Lima on Friday. He will now stay at home': the visit told last is off."""
    nodes = sentence.nodes
    at = group.last + (group.last < len(nodes) and nodes[group.last].low == "at")
    trip = journal.trip
    if at >= len(nodes) or nodes[at].low not in {"home", "behind"} or group.negative or group.modality == "possible" or trip is None:
        return
    if not journal.near(1):
        return
    subjects = subject_of(sentence, group)
    if not journal.same_as_current(subjects):
        if not _CHANGED.isdisjoint(group.chain):
            leave_out(journal, sentence, subjects)
        return
    for finding in trip.findings[-1:]:
        if finding.status == "planned":
            finding.status, finding.order = "cancelled", None


def _event_missed(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'skipped the summit in Quito', 'will miss the conference in Lagos'."""
    reader = journal.reader(sentence)
    if any(node.low in MISSED for node in sentence.nodes[group.last : group.last + _OBJECT]):
        # 'missed her connection in Lima'
        return
    route = reader.read(group.last, frozenset(), bare=True, manner=False)
    who = travellers_of(sentence, group)
    if not who or len(route.stops) != 1 or route.void:
        return
    give_day(journal, sentence, group, route)
    telling = tell(journal, sentence, group, route.stops[0].when)
    if telling is not None and telling.status in {"done", "planned"} and not telling.negative:
        missed = journal.add(
            sentence, who, route.stops[0], Telling("cancelled", telling.tense), "travel/skipped", start=sentence.nodes[group.first].start
        )
        missed.tense = telling.tense


def find_changes(journal: Journal, sentence: Sentence) -> None:
    """Enter the changes that no verb frame tells."""
    if not sentence.lows.isdisjoint(_FALLEN):
        _fallen(journal, sentence)
    if "it" in sentence.lows:
        for group in sentence.groups:
            _it_changed(journal, sentence, group)
    if "wait" in sentence.lows:
        _waiting(journal, sentence)
    find_next(journal, sentence)
    if "than" in sentence.lows:
        _against_plan(journal, sentence)


def _against_plan(journal: Journal, sentence: Sentence) -> None:
    """'Her trip to Lima will be made a month later than planned': without a new day it is put off; the words belong to what tells of it."""
    told = [item for item in journal.found[-_TOLD:] if item.unit == sentence.unit.index and item.status == "planned"]
    for group in sentence.groups if told else ():
        how, end = against_plan(sentence, group.last)
        for finding in told if how else ():
            finding.end = max(finding.end, sentence.nodes[end - 1].end)
            if how == "later" and finding.when is None:
                finding.status, finding.modality = "postponed", "asserted"
        if how:
            return


def _waiting(journal: Journal, sentence: Sentence) -> None:
    """'Her trip to Lima will have to wait until May'."""
    nodes = sentence.nodes
    for index in range(3, len(nodes)):
        if nodes[index].low == "wait" and nodes[index - 1].low == "to" and nodes[index - 2].low in {"have", "has"}:
            first = index - 3 if nodes[index - 3].kind == "u" else index - 2
            _passive(journal, sentence, VerbGroup(first, index + 1, index, "wait", "base", tense="future"), "postponed")


def _fallen(journal: Journal, sentence: Sentence) -> None:
    """'Libreville has fallen away', 'The stop in Quito fell through'."""
    nodes = sentence.nodes
    for index in range(1, len(nodes) - 1):
        if nodes[index].low in _FALLEN and nodes[index + 1].low in {"away", "through"}:
            at = index - 1
            while at > 0 and nodes[at].kind in {"u", "r"}:
                at -= 1
            group = VerbGroup(at + 1, index + 1, index, "fall", "past", tense="past")
            _passive(journal, sentence, group, "cancelled")


def _passive(journal: Journal, sentence: Sentence, group: VerbGroup, change: str) -> None:
    nodes = sentence.nodes
    impossible = group.negative and "could" in group.chain and group.lemma in TAKE_PLACE  # 'could not take place'
    if (group.modality == "possible" and not impossible) or (group.negative and group.lemma not in TAKE_PLACE | CARRY_OUT):
        return
    if is_likely(group) or doubted(sentence, group):
        # 'is likely to be put off', 'denied that the visit had been called off'
        return
    if _plan_dropped(journal, sentence, group, change):
        return
    phrase = _subject_phrase(journal, sentence, group)
    places = [node for node in subject_of(sentence, group) if node.kind in {"LOC", "PER"}]
    date = new_date(sentence, group.last)
    if phrase is not None and not phrase.route.stops and places and all(node.kind == "LOC" for node in places):
        # 'Lima, which was to have closed the tour, must wait until May'
        phrase = None
    if phrase is not None and phrase.route.stops:
        # pronouns are those of the journey told before
        who = phrase.who or named_people(owner_near(sentence, phrase.noun + 1)) or journal.counted_who()
        if who and not phrase.negated:
            planned = group_before(sentence, group.first)
            if change == "cancelled" and planned is not None and _was_set(sentence, planned.main) and len(phrase.route.stops) == 1:
                phrase.route.stops[0].when = phrase.route.stops[0].when or day_of_event(sentence, planned)
            if change == "cancelled" and group.negative and len(phrase.route.stops) == 1:
                # 'The visit to Oslo will not take place on Friday'
                phrase.route.stops[0].when = phrase.route.stops[0].when or day_of_event(sentence, group)
            enter_change(journal, sentence, who, phrase.route, change, date=date, start=nodes[phrase.first].start)
        return
    if phrase is not None:
        change_last(journal, sentence, phrase, group, change, date=date)
        return
    owner = named_people(owner_near(sentence, group.last)) or journal.current_who()
    if places and owner:
        route = _known_places(journal, sentence, places)
        planned = group_before(sentence, group.first)
        if (
            route is not None
            and change == "cancelled"
            and len(route.stops) == 1
            and planned is not None
            and _was_set(sentence, planned.main)
        ):
            # 'Quito, which had been pencilled in for Tuesday, has been left out'
            route.stops[0].when = day_of_event(sentence, planned)
        if route is not None and (change in {"cancelled", "added", "postponed", "advanced", "extended"}):
            enter_change(journal, sentence, owner, route, change, date=date, start=nodes[group.first].start)


def _known_places(journal: Journal, sentence: Sentence, places: list[Node]) -> Route | None:
    reader = journal.reader(sentence)
    stops = []
    for node in places:
        index = next(position for position, other in enumerate(sentence.nodes) if other is node)
        if index and sentence.nodes[index - 1].kind in {"s", "PRO"} and node.kind != "LOC":
            # "the Cardinal's Mass", 'his Mass': something of somebody's
            return None
        place, _ = reader.place_at(index, sure=False)
        if place is None:
            return None
        stops.append(Stop(place, index=index))
    return Route(stops)


def _subject_phrase(journal: Journal, sentence: Sentence, group: VerbGroup) -> Phrase | None:
    """Return the noun of travel that is the subject of *group*, with its places."""
    nodes = sentence.nodes
    index = before_aside(sentence, group)
    steps = 0
    joined = nodes[index].low in {"but", "and"} if index >= 0 else False
    verbs = {
        other.main
        for other in sentence.groups
        if not other.participle and (_AUXILIARIES.intersection(other.chain) or other.form not in {"past/participle", "participle"})
    }
    while index >= 0 and steps < 22:  # a subject is no longer
        node = nodes[index]
        if (
            index in verbs
            and not _relative(sentence, index)
            and not (joined and _was_set(sentence, index))
            and not _set_off(sentence, index)
        ):
            return None
        if (
            (
                names_visit(nodes, index)
                or (node.low in _STAYS and index + 1 < len(nodes) and nodes[index + 1].low in {"in", "at"} and journal.current_who())
            )
            and node.kind in {"x", "v", "p"}
            and index not in {other.main for other in sentence.groups}
        ):
            phrase = read_phrase(journal, sentence, index)
            opening = nodes[phrase.first - 1] if phrase is not None and phrase.first else None
            if opening is not None and opening.kind == "f" and opening.low in {"of", "during", "on", "after", "before", "for", "in"}:
                # 'earlier plans for a stop in Kinshasa have been dropped'
                if (
                    opening.low == "for"
                    and phrase is not None
                    and phrase.first > 1
                    and nodes[phrase.first - 2].low in {"plans", "plan", "arrangements"}
                ):
                    return phrase
                index -= 1
                steps += 1
                continue
            return phrase
        if node.kind in {";", "QUO"} or (
            node.kind in {"PER", "TTL", "PRO"}
            and node.low not in {"which", "that"}
            and steps == 0
            and not (index and nodes[index - 1].low in {"by", "of"})
        ):
            return None
        index -= 1
        steps += 1
    return None


def _was_set(sentence: Sentence, main: int) -> bool:
    """Tell whether the verb at *main* says only that something was planned: 'had been planned for Monday but was cancelled'."""
    group = sentence.group_at(main)
    return group is not None and group.passive and group.lemma in PLAN


def _set_off(sentence: Sentence, main: int) -> bool:
    """Tell whether the verb at *main* stands in 'a trip to Oslo, due to start on 30 June, has been put off'."""
    group = sentence.group_at(main)
    return (
        group is not None and group.first > 0 and sentence.nodes[group.first - 1].kind == "," and sentence.nodes[group.first].low in SET_FOR
    )


def _plan_dropped(journal: Journal, sentence: Sentence, group: VerbGroup, change: str) -> bool:
    """Enter 'An earlier plan to begin in Yokohama was dropped', 'plans to visit Ghana have been put off'; tell whether it is that."""
    if change not in {"cancelled", "postponed"}:
        return False
    nodes = sentence.nodes
    for other in sentence.groups:
        if (
            other.main >= group.first
            or group.first - other.main > 8
            or other.chain[-1:] != ("to",)
            or not ({"plan", "plans"} & set(other.chain) or _plan_for(nodes, other))
        ):  # a subject is no longer
            continue
        at = other.first - 3 if _plan_for(nodes, other) else other.first
        while at < other.main and nodes[at].low not in {"plan", "plans"}:
            at += 1
        reader = journal.reader(sentence)
        reader.is_subject = True
        route = reader.read(other.last, frozenset({"in", "to", "at", "for"}), bare=other.lemma in {"visit", "tour", "reach"})
        planning = [nodes[other.first - 1]] if _plan_for(nodes, other) else []
        who = party_of(sentence, planning) or owner_of(sentence, at) or journal.current_who()
        if route.stops and not route.void and who and route.end <= group.first:
            enter_change(journal, sentence, who, route, change, date=new_date(sentence, group.last), start=nodes[at].start)
            return True
    return False


def _plan_for(nodes: list[Node], group: VerbGroup) -> bool:
    """Tell whether somebody stands between the plan and its verb: 'A plan for the minister to stop in Beijing'."""
    at = group.first - 1
    return at > 1 and nodes[at].kind in {"PER", "TTL", "PRO"} and nodes[at - 1].low == "for" and nodes[at - 2].low in {"plan", "plans"}


def _relative(sentence: Sentence, main: int) -> bool:
    """Tell whether the verb at *main* belongs to a relative clause ('a trip that was pencilled in for next week')."""
    group = sentence.group_at(main)
    if group is None or not group.first:
        return False
    at = group.first - 1
    steps = 0
    while at and steps < _OWN_SUBJECT and sentence.nodes[at].kind in _SUBJECTS and sentence.nodes[at].low not in {"that", "which"}:
        # 'a visit to Luanda that she was to make next week', 'a stop in Athens, which her office had announced'
        at, steps = at - 1, steps + 1
    return sentence.nodes[at].low in {"that", "which"}


def enter_change(journal: Journal, sentence: Sentence, who: list[Node], route: Route, change: str, *, date: Any, start: int) -> None:
    """Enter places of which a verb says that they are off, put off, brought forward or added."""
    status, tense = {
        "cancelled": ("cancelled", "future"),
        "postponed": ("postponed", "future"),
        "advanced": ("planned", "future"),
        "added": ("planned", "future"),
        "extended": ("planned", "future"),
        "shortened": ("planned", "future"),
    }[change]
    telling = Telling(status, tense, "planned" if status == "planned" else "asserted")
    for stop in route.stops:
        if change in {"postponed", "advanced"}:
            stop.when = date
    journal.add_route(sentence, who, route, telling, f"travel/{change}", start=start)


def _places_dropped(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'will skip Nairobi', 'has added Accra to his itinerary'."""
    if group.last >= len(sentence.nodes) or group.modality == "possible":
        return
    places, _ = list_from(sentence, group.last, lambda node: node.kind == "LOC" or (node.kind == "PER" and not node.titles))
    if not places:
        if group.lemma in {"skip", "miss"}:
            _event_missed(journal, sentence, group)
        return
    route = _known_places(journal, sentence, places)
    if route is None:
        return
    tail = sentence.nodes[group.last : group.last + 14]
    aimed = any(node.low.split()[-1] in VISITS or node.low in PROGRAMMES for node in tail)
    who = travellers_of(sentence, group)
    if group.lemma == "add" and not aimed:
        return
    if group.lemma not in {"skip", "bypass", "add"} and not aimed:
        return
    who = who or journal.current_who()
    telling = tell(journal, sentence, group)
    if not who or telling is None or group.negative:
        return
    status = to_come() if group.lemma == "add" else Telling("cancelled", "future")
    journal.add_route(
        sentence, who, route, status, "travel/added" if group.lemma == "add" else "travel/skipped", start=sentence.nodes[group.first].start
    )
