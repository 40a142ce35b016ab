"""Who belongs to a party that travels: 'The delegation includes A and B', 'It is headed by C', 'D is also on the trip'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, list_from, subject_of
from factwatch.extraction.clauses.words import SAY
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.alongside import told_first
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Stop
from factwatch.extraction.travel.travellers import at_home
from factwatch.extraction.travel.trips import LIVE, Telling
from factwatch.extraction.travel.words import COMPRISE, JOURNEYS, MEMBERS, PARTIES, SITES
from factwatch.lexicon.places import Place

_NEAR: Final = 8
"""Sentences between a journey and the words that tell who is on it."""
_FAR: Final = 14
_OF: Final = frozenset({"of", "in", "on", "among", "with"})


def find_members(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Enter those who are told to belong to the party that the text is about: they go where it goes."""
    trip = journal.trip
    if trip is None or not trip.findings or not journal.near(_NEAR) or group.modality == "possible":
        return
    if group.negative:
        if group.lemma == "be" and not group.passive and group.tense == "future":
            leave_out(journal, sentence, _belonging(sentence, group))
        return
    if group.lemma == "be" and not group.passive:
        people = _belonging(sentence, group) or _named_last(sentence, group)
    elif "without" in sentence.lows:
        # 'Her team, led by A, went ahead without her'
        return
    elif group.lemma in COMPRISE or (group.lemma in {"lead", "head"} and group.last < len(sentence.nodes)):
        people = _made_up(journal, sentence, group)
    else:
        return
    if people:
        enter_members(journal, sentence, people, now=group.tense == "present")


def enter_members(journal: Journal, sentence: Sentence, people: list[Node], *, now: bool) -> None:
    """Enter *people* wherever the text has just told that their party goes."""
    trip = journal.trip
    if trip is None or not trip.findings:
        return
    unit = told_first(trip, now=now).unit
    told = [item for item in trip.findings[-8:] if item.unit == unit and item.status in LIVE and isinstance(item.place, Node)]
    lands = [item for item in told if isinstance(item.place, Node) and item.place.low.rpartition(" ")[2] not in SITES]
    told = lands or told
    for person in people:
        if person.kind != "PER" or any((node.name or "") == person.name for node in trip.who):
            continue
        for finding in told:
            if isinstance(finding.place, Node) and not at_home([person], finding.place):
                telling = Telling(finding.status, finding.tense, finding.modality)
                journal.add(sentence, [person], Stop(finding.place, finding.when), telling, "travel/member", start=person.start)


def leave_out(journal: Journal, sentence: Sentence, people: list[Node]) -> None:
    """Enter *people* as not going where the text has just told that others go, or were to go: 'B will not be on the trip'."""
    trip = journal.trip
    if trip is None or not trip.findings:
        return
    last = trip.findings[-1]
    told = [item for item in trip.findings[-8:] if item.unit == last.unit and item.status in {"planned", "cancelled"}]
    for person in people:
        if person.kind != "PER" or any((node.name or "") == person.name for node in trip.who):
            continue
        for finding in told:
            if isinstance(finding.place, Node) and not at_home([person], finding.place):
                off = Telling("cancelled", "future", "planned")
                journal.add(sentence, [person], Stop(finding.place, finding.when), off, "travel/left-out", start=person.start)


def _made_up(journal: Journal, sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return A and B of 'The delegation includes A and B', 'consists of A and B', 'is made up of A and B', 'is led by A'."""
    nodes = sentence.nodes
    at = group.last
    if group.lemma in {"lead", "head"}:
        passive = group.passive or nodes[group.first - 1].kind in {",", "GRP"} if group.first else group.passive
        if not passive or nodes[at].low != "by":
            return []
        at += 1
    else:
        at += at < len(nodes) and nodes[at].low == "up"
        if at < len(nodes) and nodes[at].low == "of":
            at += 1
        elif group.passive or group.lemma == "make":
            return []
    if not _is_party(journal, sentence, group):
        return []
    while at + 2 < len(nodes) and (nodes[at].kind == "d" or (nodes[at].kind == "TTL" and nodes[at + 1].kind == "s")):
        # "includes the president's special envoy, A"
        at += 1 + (nodes[at].kind == "TTL")
    people, _ = list_from(sentence, at, lambda node: node.kind in {"PER", "TTL", "GRP"})
    return [node for node in people if node.kind == "PER"]


def _is_party(journal: Journal, sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the subject is the party on whose journey the text is: 'his delegation', 'The team, led by A,', 'It'."""
    nodes = sentence.nodes
    trip = journal.trip
    at = group.first - 1
    if at < 0 or trip is None:
        return False
    subjects = subject_of(sentence, group)
    if len(subjects) == 1 and subjects[0].kind == "GRP" and _names_party(subjects[0]):
        # 'The delegation left on Saturday and includes A'
        at = next((index for index in range(at, max(-1, at - 2 * _FAR), -1) if nodes[index] is subjects[0]), at)
    if nodes[at].low == "which" and at > 1 and _names_party(nodes[at - 1 - (nodes[at - 1].kind == ",")]):
        return True
    if nodes[at].low in {"it", "which"}:
        return bool(trip.who) and trip.who[0].kind == "GRP"
    first = max(-1, at - _FAR)
    while at > first and not _names_party(nodes[at]):
        if nodes[at].kind in {";", "QUO"} or nodes[at].low in {"he", "she", "they", "and", "that", "who", "which"}:
            return False
        at -= 1
    if at <= first or sentence.groups[0].main < at or _is_new(nodes, at) or nodes[at + 1].kind == "s":
        # 'He received a delegation led by A', 'A Commonwealth team led by A arrives in May', "The party's branch, led by A"
        return False
    if any(at < other.main < group.first and other.lemma in SAY for other in sentence.groups):
        # 'The group said its subsidiary would be led by A'
        return False
    lands = {value.country for value in (getattr(item.place, "value", None) for item in trip.findings[-8:]) if isinstance(value, Place)}
    own = [node.value for node in nodes[max(0, at - 3) : at] if node.kind in {"ADJ", "LOC"}] + [nodes[at].nation]
    # 'The Fijian side included' in Fiji are the hosts
    return not any(isinstance(value, Place) and value.country in lands for value in own)


def _is_new(nodes: list[Node], at: int) -> bool:
    """Tell whether the party at *at* is one that the text has not told of before: 'A Commonwealth observer team'."""
    return any(node.low.split()[0] in {"a", "an", "another"} for node in nodes[max(0, at - 3) : at + 1])


def _names_party(node: Node) -> bool:
    return not PARTIES.isdisjoint(node.low.split()) and node.kind in {"GRP", "x", "v", "ORG"}


def _belonging(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return A and B of 'A and B are on the trip', 'A is also part of the delegation', 'B is a member of his entourage'."""
    nodes = sentence.nodes
    subjects = subject_of(sentence, group)
    if not subjects or any(node.kind != "PER" for node in subjects):
        return []
    at = group.last
    end = min(len(nodes), at + 7)
    while at < end and (nodes[at].kind in {"r", "d", "PRO", "x"} or nodes[at].low in MEMBERS | _OF | {"also", "both", "all"}):
        if _names_party(nodes[at]):
            break
        at += 1
    if at >= end or at == group.last:
        return []
    told = {node.low for node in nodes[group.last : at]}
    if _is_new(nodes, at) or any(node.low == "to" for node in nodes[at + 1 : at + 2]):
        # 'were on a separate mission to Ethiopia'
        return []
    journey = "on" in told and nodes[at].low in JOURNEYS
    if journey or (nodes[at - 1].low in JOURNEYS and "on" in told and nodes[at].kind in {".", ",", "DAT"}):
        return subjects
    return subjects if _names_party(nodes[at]) and not told.isdisjoint(_OF) else []


def _named_last(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return A of 'Also on the trip is A', 'Other members of the delegation are A', 'Among those accompanying him is A'."""
    nodes = sentence.nodes
    opening = nodes[: group.first] if group.first <= _FAR else []
    if not opening or opening[0].low not in {"also", "among", "in", "on", "other", "others", "the", "members"}:
        return []
    party = any(_names_party(node) or (node.low in JOURNEYS and node.kind in {"x", "v"}) for node in opening)
    belongs = any(not MEMBERS.isdisjoint(node.low.split()) or node.low in {"also", "among"} for node in opening)
    along = any(node.low in {"accompanying", "travelling", "traveling"} for node in opening)
    if not (along or (party and belongs)):
        return []
    people, _ = list_from(sentence, group.last, lambda node: node.kind in {"PER", "TTL", "GRP"})
    return [node for node in people if node.kind == "PER"]
