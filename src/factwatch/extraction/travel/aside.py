"""Being somewhere, told beside a clause: 'While in Lima he met', 'Back from Rome, A', 'A, in Berlin for talks, said', 'bound for Lima'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.context import say_lemmas
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.occasion import day_of, place_of
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.entering import enter
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.noun_days import date_after
from factwatch.extraction.travel.telling import tell
from factwatch.extraction.travel.travellers import at_home, party_of, travellers_of
from factwatch.extraction.travel.trips import LIVE, Telling, going_on, made
from factwatch.extraction.travel.unsaid import scene_of_guest
from factwatch.extraction.travel.words import ARRIVE, AT, DOING, FOR, LEAVE, MOTION, NEWLY_BACK, NOW, PLANNED_TO, SPANS, TO
from factwatch.lexicon.places import Place

_EARLY: Final = 12
"""Nodes of a sentence among which a subject stands whose whereabouts are set off by commas."""
_OPENING: Final = 2
"""Index of 'return' in 'On her return from'."""
_BACK: Final = 6
"""Nodes of 'newly back from a long week in'."""


def find_fronted(journal: Journal, sentence: Sentence) -> None:
    """'While in Kathmandu Mr Iyer called on', 'In Tashkent, October 7-8, the Secretary will meet': who acts there is there."""
    nodes = sentence.nodes
    at = 0
    if nodes[0].low == "while":
        at = 1
    elif not journal.near(3) and not (journal.near(8) and any(node.kind == "PER" for node in nodes[:12])):
        return
    if len(nodes) < at + 4 or nodes[at].low != "in" or not sentence.groups:
        return
    place, end = journal.reader(sentence).place_at(at + 1, sure=True)
    if place is None or place.name == "there" or getattr(place.value, "kind", "") == "region":
        return
    when = None
    while end < len(nodes) and (nodes[end].kind in {",", "DAT"} or nodes[end].low in {"on", "from", "(", ")"}):
        when = when or (nodes[end].value if nodes[end].kind == "DAT" else None)
        end += 1
    group = next((group for group in sentence.groups if group.first >= end and _is_clause_verb(sentence, group)), None)
    if group is None:
        return
    who = party_of(sentence, subject_of(sentence, group))
    if not who or end >= len(nodes) or nodes[end].start > who[0].start or group.lemma == "say":
        return
    if at == 0 and not journal.same_as_current(who):
        # 'In Cairo she and Sheikh A signed'
        own = [node for node in who if journal.same_as_current([node])]
        if len(own) != 1 or len(who) == 1:
            return
        who = own
    if at == 0 and _is_known(journal, place):
        return
    if when is None and (day := day_of(sentence, group)) is not None:
        # 'In Lima she will open a library on Friday'
        when = day.value
    telling = tell(journal, sentence, group, when)
    if telling is None or telling.status == "cancelled" or telling.negative:
        return
    if at == 0 and telling.status != "planned" and (group.lemma not in DOING or group.passive):
        return
    before = len(journal.found)
    enter(journal, sentence, group, who=who, route=Route([Stop(place, when)], end=end), telling=telling, rule="travel/while-in")
    for finding in journal.found[before:]:
        finding.start = min(finding.start, nodes[0].start)
        # the place stands before its verb: without that the words would say nothing
        finding.end = max(finding.end, nodes[min(group.last, len(nodes)) - 1].end)


def find_returned(journal: Journal, sentence: Sentence) -> None:
    """'On her return from Lima, President A said': where the subject has been."""
    nodes = sentence.nodes
    at = next((index for index in range(2, len(nodes) - 2) if nodes[index].low == "return" and nodes[index + 1].low == "from"), 0)
    if not at or nodes[at - 1].low not in {"his", "her"} or nodes[at - 2].low not in {"on", "upon", "after", "since", "following"}:
        return
    place, _ = journal.reader(sentence).place_at(at + 2, sure=True)
    group = next((group for group in sentence.groups if group.main > at), None) if at == _OPENING else group_before(sentence, at)
    who = travellers_of(sentence, group) if group is not None else []
    if place is not None and who and group is not None and group.tense == "past" and not at_home(who, place):
        journal.add_route(sentence, who, Route([Stop(place, index=at + 2)], end=at + 3), made(), "travel/back-from")


def find_just_back(journal: Journal, sentence: Sentence) -> None:
    """'Back from Rome, Bishop A thanked', 'Fresh from a week in Rome, he met': where the subject has been."""
    nodes = sentence.nodes
    at = next((index for index in range(1, min(_BACK, len(nodes))) if nodes[index].low == "from"), 0)
    if not at or any(node.low not in NEWLY_BACK for node in nodes[:at]):
        return
    reader = journal.reader(sentence)
    place, end = reader.place_at(at + 1, sure=True)
    span = next((index for index in range(at + 1, min(at + _BACK, len(nodes) - 1)) if nodes[index].low in SPANS), 0)
    if place is None and span and nodes[span + 1].low in AT:
        place, end = reader.place_at(span + 2, sure=True)
    group = next((group for group in sentence.groups if group.first >= end and _is_clause_verb(sentence, group)), None)
    if place is None or group is None or end >= len(nodes) or nodes[end].kind != ",":
        return
    who = travellers_of(sentence, group)
    if who and not at_home(who, place):
        journal.add_route(sentence, who, Route([Stop(place, index=at + 1)], end=end), made(), "travel/back-from")


def _is_clause_verb(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether a verb is that of a clause, not of 'the minister, accompanied by A, met'."""
    if group.participle or group.infinitive:
        return False
    nodes = sentence.nodes
    aside = not group.chain and group.first > 0 and nodes[group.first - 1].kind == ","
    return not (aside and group.last < len(nodes) and nodes[group.last].low == "by")


def find_bound(journal: Journal, sentence: Sentence) -> None:
    """'left Abuja on Monday, bound for Lima': where the one who left goes."""
    nodes = sentence.nodes
    for at in range(2, len(nodes) - 2):
        if nodes[at].low != "bound" or nodes[at + 1].low != "for" or nodes[at - 1].kind != ",":
            continue
        group = next((group for group in reversed(sentence.groups) if group.main < at and group.lemma != "bind"), None)
        route = journal.reader(sentence).read(at + 1, FOR)
        who = travellers_of(sentence, group) if group is not None and group.lemma in LEAVE | MOTION else []
        telling = tell(journal, sentence, group) if who and group is not None and route.stops and not route.void else None
        if telling is not None and telling.status in LIVE:
            telling.status = "underway" if telling.status == "done" else telling.status
            journal.add_route(sentence, who, route, telling, "travel/bound", start=nodes[at].start)


def find_on_the_way(journal: Journal, sentence: Sentence) -> None:
    """'En route to Nairobi, President A stopped in Djibouti', 'met the mayor on her way to Lima': where the subject goes."""
    nodes = sentence.nodes
    at = next((index for index in range(1, len(nodes) - 2) if nodes[index].low in {"route", "way"} and nodes[index + 1].low == "to"), -1)
    first = at - 1 if at > 0 and nodes[at - 1].low == "en" else at - 2  # 'en route', 'on her way'
    if at < 0 or first < 0 or nodes[first].low not in {"en", "on"} or not sentence.groups:
        return
    route = journal.reader(sentence).read(at + 1, TO)
    if first == 0 or (first > 1 and nodes[first - 1].kind == "," and nodes[first - 2].kind in {"PER", "TTL"}):
        group = next((group for group in sentence.groups if group.first > route.end), None)
    else:
        group = _deed_before(sentence, first)
    who = travellers_of(sentence, group) if group is not None and route.stops else []
    telling = tell(journal, sentence, group) if who and group is not None else None
    if telling is not None and telling.status in LIVE and not telling.negative:
        status = "planned" if telling.status == "planned" else "underway"
        journal.add_route(sentence, who, route, Telling(status, None, telling.modality), "travel/on-the-way", start=nodes[first].start)


def _deed_before(sentence: Sentence, at: int) -> VerbGroup | None:
    """Return what the subject does on the way that is told at *at*; None for a verb of travel, and where somebody else may be on it."""
    group = group_before(sentence, at)
    if group is None or group.last > at or group.passive or group.lemma in MOTION | ARRIVE | LEAVE or group.lemma == "be":
        return None
    others = {"PER", "TTL", ",", ";", "."} if sentence.nodes[at + 1].low in {"his", "her"} else {"PER", "TTL", "GRP", ",", ";", "."}
    return None if any(node.kind in others for node in sentence.nodes[group.last : at]) else group


def find_apposed(journal: Journal, sentence: Sentence) -> None:
    """'President A, in Berlin for talks, said', 'A, due in Lima on Friday, will raise': commas set off where the subject is or will be."""
    nodes = sentence.nodes
    reader = journal.reader(sentence)
    for at in range(min(len(nodes) - 5, _EARLY)):
        comma = nodes[at + 1].kind == ","
        # the comma behind an apposition is part of its node: 'The minister, A, in Berlin for talks, said'
        if nodes[at].kind not in {"PER", "TTL"} or not (comma or "," in sentence.text[nodes[at].end : nodes[at + 1].start]):
            continue
        first = at + 1 + comma
        if sentence.groups and sentence.groups[0].main < at and sentence.groups[0].lemma not in say_lemmas():
            # 'met the agent, A, in Berlin on Monday'
            return
        due = nodes[first].low in PLANNED_TO
        now = nodes[first].low in NOW
        opening = first + (due or now)
        if nodes[opening].low != "in":
            continue
        place, after = reader.place_at(opening + 1, sure=False)
        if place is None or place.kind != "LOC" or after >= len(nodes):
            continue
        when, end = date_after(sentence, after)
        if not (due or now) and when is None and nodes[after].low not in {"for", "to", "on"}:
            continue
        if when is not None and (end >= len(nodes) or (nodes[end].kind != "," and nodes[end].low not in {"for", "to"})):
            # 'A, in Berlin on Monday' is over at its comma
            continue
        lies = journal.days.lies(when)
        if due or (when is not None and lies == "future"):
            telling = Telling("planned", "future", "expected" if due else "planned")
        else:
            telling = made() if when is not None and lies != "today" else going_on()
        journal.add_route(
            sentence, [nodes[at]], Route([Stop(place, when, index=opening + 1)], end=end), telling, "travel/apposed", start=nodes[at].start
        )
        return


def find_visiting(journal: Journal, sentence: Sentence) -> None:
    """'Visiting President A met business leaders in Quito', 'held talks with the visiting minister, B, in Quito'."""
    nodes = sentence.nodes
    for index, node in enumerate(nodes):
        if node.kind not in {"PER", "TTL"} or not {"visiting"} & set(node.low.split()[:3]):
            continue
        who = (
            [nodes[index + 2]]
            if node.kind == "TTL" and index + 2 < len(nodes) and nodes[index + 1].kind == "," and nodes[index + 2].kind == "PER"
            else [node]
        )
        group = next((group for group in sentence.groups if node in subject_of(sentence, group)), None)
        group = group or next((group for group in reversed(sentence.groups) if group.main < index), None)
        place = place_of(sentence, group) or scene_of_guest(journal, sentence, who, index) if group is not None else None
        if group is None or place is None or group.negative or group.modality == "possible":
            continue
        day = day_of(sentence, group)
        status = "planned" if group.tense == "future" else "done"
        telling = Telling(status, group.tense, "planned" if status == "planned" else "asserted")
        journal.add_route(
            sentence, who, Route([Stop(place, day.value if day is not None else None)]), telling, "travel/visiting", start=node.start
        )


def _is_known(journal: Journal, place: Node) -> bool:
    """Tell whether the country in 'In Panama he will meet' is only that of a city told before: 'will leave for Panama City'."""
    trip = journal.trip
    if trip is None or not isinstance(place.value, Place) or place.value.kind != "country":
        return False
    cities = [item.place.value for item in trip.findings[-8:] if isinstance(item.place, Node) and isinstance(item.place.value, Place)]
    return any(city.kind == "city" and city.country == place.value.country for city in cities)
