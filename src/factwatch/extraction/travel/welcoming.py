"""Guests told by what is done for them: 'rolled out the red carpet for A in Lima', 'is to play host to A', 'Peru expects A on Friday'."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.clauses.words import POSSESSIVES
from factwatch.extraction.context import say_lemmas
from factwatch.extraction.occasion import day_of, place_of, trailing_day
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Invitation, Route, Stop
from factwatch.extraction.travel.noun_days import date_after
from factwatch.extraction.travel.telling import previous_group, tell
from factwatch.extraction.travel.travellers import at_home, travellers_of
from factwatch.extraction.travel.trips import LIVE, Telling, to_come
from factwatch.extraction.travel.words import AT, DIRECT, MOTION, WELCOMES
from factwatch.lexicon.places import Place

_GUEST: Final = frozenset({"guest", "guests"})
_FOR: Final = frozenset({"for", "to"})
_TO: Final = frozenset({"to"})
_SOON: Final = 2
"""Units from an invitation to its acceptance."""
_FEW: Final = 3
_REACH: Final = 8
"""Nodes between a guest and the place where he is received."""


def find_welcomed(journal: Journal, sentence: Sentence) -> None:
    """Enter the guest of 'laid out the red carpet for A in Lima', 'gave a banquet for A in Lima', 'will play host to A in Lima'."""
    nodes = sentence.nodes
    for index in range(1, len(nodes) - 2):
        if nodes[index].low not in WELCOMES or nodes[index + 1].low not in _FOR:
            continue
        guest = next((node for node in nodes[index + 2 : index + 4] if node.kind in {"PER", "TTL"}), None)
        group = next((group for group in reversed(sentence.groups) if group.main < index), None)
        if guest is None or group is None or group.negative or group.modality == "possible" or not _is_foreign(guest):
            continue
        place = _place_near(journal, sentence, group, index + 2)
        if place is None or at_home([guest], place):
            continue
        day = day_of(sentence, group)
        when = day.value if day is not None else None
        ahead = group.lemma == "be" and nodes[group.last].low == "to"
        telling = to_come() if ahead else tell(journal, sentence, group, when)
        if telling is not None and telling.status in LIVE and not telling.negative:
            journal.add_route(sentence, [guest], Route([Stop(place, when)]), telling, "travel/welcomed", start=nodes[index].start)


def find_guest(journal: Journal, sentence: Sentence) -> None:
    """Enter who 'will be the guest of President A in Lima on Friday', 'was her guest at Sandringham'."""
    nodes = sentence.nodes
    at = next((index for index in range(1, len(nodes) - 2) if _is_guest(nodes, index)), 0)
    group = next((group for group in reversed(sentence.groups) if group.main < at), None) if at else None
    if group is None or group.lemma != "be" or group.negative or at - group.last > _FEW:
        return
    who = travellers_of(sentence, group)
    owned = nodes[at + 1].low != "of"
    reach = range(at + 1, at + 2) if owned else range(at + 2, min(len(nodes) - 1, at + _REACH))
    place = next(
        (
            found
            for index in reach
            if nodes[index].low in AT and (found := journal.reader(sentence).place_at(index + 1, sure=True)[0]) is not None
        ),
        None,
    )
    if not who or place is None or at_home(who, place):
        return
    day = day_of(sentence, group)
    when = day.value if day is not None else None
    telling = tell(journal, sentence, group, when, state=True)
    if telling is not None and telling.status in LIVE:
        journal.add_route(sentence, who, Route([Stop(place, when)]), telling, "travel/guest", start=nodes[at].start)


def _is_guest(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether 'the guest of' or "the king's guest" stands at *at*."""
    if _GUEST.isdisjoint(nodes[at].low.split()):
        return False
    owned = nodes[at - 1].kind == "s" or nodes[at].low.split()[0] in POSSESSIVES or nodes[at - 1].low in POSSESSIVES
    return nodes[at + 1].low == "of" or (owned and nodes[at + 1].low in AT)


def find_expected(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Enter the guest of 'Peru expects President A on Friday', 'Lima awaits the Chilean foreign minister'."""
    nodes = sentence.nodes
    hosts = subject_of(sentence, group)
    at = group.last + (group.last < len(nodes) and nodes[group.last].kind == "d")
    if group.passive or group.negative or len(hosts) != 1 or at >= len(nodes) or not isinstance(hosts[0].value, Place):
        return
    guest = nodes[at]
    if hosts[0].kind != "LOC" or guest.kind not in {"PER", "TTL"} or not _is_foreign(guest) or at_home([guest], hosts[0]):
        return
    when, end = date_after(sentence, at + 1)
    if when is None or (end < len(nodes) and nodes[end].low == "to"):
        # 'Peru expects A to resign'
        return
    journal.add_route(
        sentence,
        [guest],
        Route([Stop(hosts[0], when)]),
        Telling("planned", "future", "expected"),
        "travel/expects",
        start=nodes[group.first].start,
    )


def note_invitation(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Note whither somebody is invited: 'has invited her counterparts to Lima for 22-23 July', 'was invited to Quito'."""
    nodes = sentence.nodes
    at = next((index for index in range(group.last, min(len(nodes) - 1, group.last + 2 * _REACH)) if nodes[index].low == "to"), -1)
    if at < 0 or group.negative or group.modality == "possible" or any(nodes[index].kind == ";" for index in range(group.last, at)):
        return
    coming = sentence.group_at(at) or sentence.group_at(at + 1)
    if coming is not None and coming.lemma not in MOTION | DIRECT:
        return
    # 'invited A to come to Lima', 'to visit Lima'
    at = coming.last if coming is not None else at
    route = journal.reader(sentence).read(at, _TO, bare=coming is not None and coming.lemma in DIRECT)
    if route.stops and not route.void:
        if route.stops[0].when is None:
            day = trailing_day(sentence, coming or group, route.end)
            route.stops[0].when = day.value if day is not None else None
        subjects = travellers_of(sentence, group)
        guests = subjects if group.passive else [node for node in nodes[group.last : at] if node.kind in {"PER", "TTL", "GRP"}]
        journal.invitation = Invitation(sentence.unit.index, [] if group.passive else subjects, guests, route)


def find_accepted(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Enter who 'has accepted an invitation to Lima'; who accepts the one told just before: 'A has said yes', 'A and B have accepted'."""
    nodes = sentence.nodes
    if group.negative or group.passive or group.infinitive or group.participle or group.modality not in {"asserted", "planned"}:
        return
    who = travellers_of(sentence, group)
    at = next((index for index in range(group.last, min(len(nodes) - 1, group.last + _FEW)) if nodes[index].low == "invitation"), -1)
    route = journal.reader(sentence).read(at + 1, _TO) if at >= 0 and nodes[at + 1].low == "to" else None
    told = journal.invitation
    bare = group.lemma == "say" or at >= 0 or group.last >= len(nodes) or nodes[group.last].kind in {".", ",", ";"}
    if route is None and bare and told is not None and sentence.unit.index - told.unit <= _SOON and who != told.hosts:
        route = told.route
        who = told.guests if len(who) == 1 and who[0].kind == "PRO" and len(told.guests) == 1 else who
    if who and route is not None and route.stops and not route.void and not any(at_home(who, stop.node) for stop in route.stops):
        journal.add_route(sentence, who, route, to_come(), "travel/accepted", start=nodes[group.first].start)


def speaking_host(sentence: Sentence, group: VerbGroup) -> Node | None:
    """Return the country of 'Peru said it looked forward to welcoming A': the host that 'it' means."""
    said = previous_group(sentence, group)
    while said is not None and said.lemma not in say_lemmas():
        said = previous_group(sentence, said)
    hosts = subject_of(sentence, said) if said is not None else []
    return hosts[0] if len(hosts) == 1 and hosts[0].kind == "LOC" else None


def _is_foreign(guest: Node) -> bool:
    """Tell whether the guest holds an office of a country or a body abroad that the text names."""
    return any(getattr(title.of_value, "country", None) for title in guest.titles)


def _place_near(journal: Journal, sentence: Sentence, group: VerbGroup, at: int) -> Node | None:
    """Return where somebody is received: the place behind the guest, the one of the verb, or a host that is a place."""
    nodes = sentence.nodes
    reader = journal.reader(sentence)
    for index in range(at, min(len(nodes) - 1, at + _REACH)):
        if nodes[index].low in {"in", "at"} and (place := reader.place_at(index + 1, sure=True)[0]) is not None:
            return place
    hosts = subject_of(sentence, group)
    if len(hosts) == 1 and hosts[0].kind == "LOC" and isinstance(hosts[0].value, Place):
        return hosts[0]
    return place_of(sentence, group)
