"""What becomes of journeys and places that are the subject of a verb: 'Her trip to Lima has been put off', 'Quito was left out'."""

# ruff: noqa: PLR2004  # how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

from typing import Any, Final

from factwatch.extraction.clauses import Sentence, VerbGroup, named_people, subject_of
from factwatch.extraction.clauses.words import BE, HAVE, MODALS
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.changing import change_last, is_likely, new_date
from factwatch.extraction.travel.conditions import doubted
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.noun_days import day_of_event
from factwatch.extraction.travel.phrases import Phrase, names_visit, read_phrase
from factwatch.extraction.travel.surroundings import before_aside
from factwatch.extraction.travel.travellers import owner_near, owner_of, party_of
from factwatch.extraction.travel.trips import Telling
from factwatch.extraction.travel.words import CARRY_OUT, PLAN, SET_FOR, TAKE_PLACE

_AUXILIARIES: Final = BE | HAVE | MODALS
_STAYS: Final = frozenset({"week", "day", "days", "night", "weekend", "afternoon", "evening"})
_OWN_SUBJECT: Final = 4
"""Nodes of 'which her own ministry had announced' before the verb."""
_SUBJECTS: Final = frozenset({"PRO", "PER", "TTL", "GRP", "ORG", "d", "x"})


def change_subject(journal: Journal, sentence: Sentence, group: VerbGroup, change: str) -> None:
    """Enter what *group* says becomes of its subject: 'Her trip to Lima has been put off until May', 'Quito was left out'."""
    nodes = sentence.nodes
    impossible = group.negative and "could" in group.chain and group.lemma in TAKE_PLACE  # 'could not take place'
    if (group.modality == "possible" and not impossible) or (group.negative and group.lemma not in TAKE_PLACE | CARRY_OUT):
        return
    if is_likely(group) or doubted(sentence, group):
        # 'is likely to be put off', 'denied that the visit had been called off'
        return
    if _plan_dropped(journal, sentence, group, change):
        return
    phrase = subject_phrase(journal, sentence, group)
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
        route = known_places(journal, sentence, places)
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


def known_places(journal: Journal, sentence: Sentence, places: list[Node]) -> Route | None:
    """Return the names as a route, None where one of them is no place."""
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


def subject_phrase(journal: Journal, sentence: Sentence, group: VerbGroup) -> Phrase | None:
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
    off = change in {"cancelled", "postponed"}
    telling = Telling(change if off else "planned", "future", "asserted" if off else "planned")
    for stop in route.stops:
        if change in {"postponed", "advanced"}:
            stop.when = date
    journal.add_route(sentence, who, route, telling, f"travel/{change}", start=start)
