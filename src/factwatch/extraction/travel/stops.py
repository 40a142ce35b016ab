"""Places told as stops: 'his next stop will be Lagos', 'Lagos is his last stop', 'First comes Luanda'."""

# ruff: noqa: PLR2004  # how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

from typing import Any, Final

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.phrases import Phrase
from factwatch.extraction.travel.surroundings import before_aside
from factwatch.extraction.travel.telling import tell
from factwatch.extraction.travel.travellers import owner_of, party_of, travellers_of
from factwatch.extraction.travel.trips import to_come
from factwatch.extraction.travel.words import JOURNEYS, ORDERS, PLACED, STOPS

_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}


def enter_ordinal(journal: Journal, sentence: Sentence, phrase: Phrase) -> bool:
    """Enter a place that is told as the first, next or last stop; tell whether the phrase is that."""
    nodes = sentence.nodes
    if nodes[phrase.noun].low not in STOPS:
        return False
    ordinal = next((nodes[index].low for index in range(phrase.first, phrase.noun) if nodes[index].low in PLACED), "")
    if not ordinal:
        return False
    who = phrase.who or _owner_behind(sentence, phrase.noun + 1) or journal.current_who()
    if not who:
        return False
    reader = journal.reader(sentence)
    group = next(
        (
            group
            for group in sentence.groups
            if group.lemma == "be" and group.main > phrase.noun and _is_of(nodes, phrase.noun, group.first)
        ),
        None,
    )
    if group is not None and not phrase.route.stops:
        route = reader.read(group.last, frozenset({"in"}), bare=True)
        if not route.stops:
            route = reader.read(group.last, frozenset({"in"}))
        telling = tell(journal, sentence, group, route.stops[0].when if route.stops else None)
        if route.stops and not route.void and telling is not None:
            found = journal.add_route(
                sentence,
                who,
                route,
                telling if telling.status != "underway" else to_come(),
                "travel/stop-is",
                opening=_link(ordinal),
            )
            _set_order(found, ordinal)
            return True
        return False
    if _made_stop(journal, sentence, phrase, ordinal):
        return True
    group = next(
        (group for group in sentence.groups if group.lemma == "be" and group.last <= phrase.first and phrase.first - group.last < 2), None
    )
    if group is not None and not phrase.route.stops:
        places = [node for node in subject_of(sentence, group) if node.kind == "LOC"]
        if places:
            telling = tell(journal, sentence, group)
            if telling is None or any(
                finding.unit == sentence.unit.index and isinstance(finding.place, Node) and finding.place.name == places[0].name
                for finding in journal.found
            ):
                return True
            if telling.status == "underway":
                telling = to_come()
            found = journal.add_route(sentence, who, Route([Stop(places[0])]), telling, "travel/is-stop", opening=_link(ordinal))
            _set_order(found, ordinal)
            return True
        return False
    if phrase.first >= 2 and nodes[phrase.first - 1].kind == "," and not phrase.route.stops:  # something stands before the comma
        for finding in reversed(journal.found):
            if finding.unit != sentence.unit.index:
                break
            if finding.status != "cancelled" and finding.end <= nodes[phrase.first].start:
                _set_order([finding], ordinal)
                return True
    return False


def _made_stop(journal: Journal, sentence: Sentence, phrase: Phrase, ordinal: str) -> bool:
    """Enter Accra of 'will make Accra his first stop'; tell whether the phrase is that."""
    place = phrase.first - 1
    group = next((group for group in sentence.groups if group.lemma == "make" and group.last == place and not group.passive), None)
    who = travellers_of(sentence, group) if group is not None and sentence.nodes[place].kind == "LOC" else []
    telling = tell(journal, sentence, group) if who and group is not None else None
    if telling is None or telling.status not in {"planned", "done"}:
        return False
    stop = Stop(sentence.nodes[place], index=place)
    _set_order(journal.add_route(sentence, who, Route([stop]), telling, "travel/is-stop", opening=_link(ordinal)), ordinal)
    return True


def _is_of(nodes: list[Node], noun: int, verb: int) -> bool:
    """Tell whether the verb is that of the noun: 'her next stop will', 'the second leg of President A's trip will'."""
    if verb - noun < 4:
        return True
    if verb - noun >= 12 or nodes[noun + 1].low not in {"of", "on", "in"}:
        return False
    journey = next((index for index in range(noun + 2, verb) if nodes[index].low in JOURNEYS), 0)
    # 'the first leg of the tour by President A will be'
    return journey == verb - 1 or (0 < journey < verb - 2 and nodes[journey + 1].low == "by")


def _owner_behind(sentence: Sentence, at: int) -> list[Node]:
    """Return whose journey the stop belongs to: 'the first stop on President A's tour', 'the last leg of her trip'."""
    nodes = sentence.nodes
    if at >= len(nodes) or nodes[at].low not in {"of", "on", "in"}:
        return []
    for index in range(at + 1, min(len(nodes), at + 8)):
        if nodes[index].low in JOURNEYS:
            by = index + 2 < len(nodes) and nodes[index + 1].low == "by"
            return owner_of(sentence, index) or (party_of(sentence, [nodes[index + 2]]) if by else [])
    return []


def _link(ordinal: str) -> str:
    return "first" if ordinal == "first" else "then" if ordinal == "next" else ""


def _set_order(found: list[Any], ordinal: str) -> None:
    if len(found) == 1 and ordinal in _ORDINALS and found[0].order is None:
        found[0].order = _ORDINALS[ordinal]


def find_come_last(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Enter Lima of 'Lima, where she had planned to begin, will now come at the end', 'Lima will come last': a stop of the journey."""
    nodes = sentence.nodes
    after = [node.low for node in nodes[group.last : group.last + 3]]
    if group.tense != "future" or group.negative or not (after[:1] == ["last"] or after[:1] == ["first"] or after == ["at", "the", "end"]):
        return
    who = journal.current_who()
    at = before_aside(sentence, group)
    place, end = journal.reader(sentence).place_at(max(at, 0), sure=False)
    if not who or place is None or end != at + 1 or not journal.near(2):
        return
    opening = "first" if after[0] == "first" else "last"
    journal.add_route(sentence, who, Route([Stop(place, index=at)], end=group.last), to_come(), "travel/comes-next", opening=opening)


_COME: Final = frozenset({"comes", "come", "follows", "follow"})


def find_next(journal: Journal, sentence: Sentence) -> None:
    """'First comes Luanda', 'Belmopan comes next', 'Samoa follows from the 5th', 'Palikir and Majuro are next'."""
    who = journal.current_who()
    if not who:
        return
    nodes = sentence.nodes
    for index, node in enumerate(nodes[:16]):
        if node.low in _COME and index + 1 < len(nodes):
            reader = journal.reader(sentence)
            opener = next((other.low for other in nodes[:index] if other.low in _ORDINALS or other.low in {"next", "then"}), "")
            after = nodes[index + 1].low
            if opener:
                route = reader.read(index + 1, frozenset(), bare=True)
            else:
                if node.low in {"comes", "come"} and after not in {"next", "first", "second", "third", "last", "then"}:
                    continue
                place, end = _place_ending(journal, sentence, index)
                if place is None or end != index:
                    continue
                opener = "next" if node.low.startswith("follow") else after
                route = reader.read(index + 1 if node.low.startswith("follow") else index + 2, frozenset({"on", "from"}), bare=False)
                first = Stop(place)
                first.when = reader.dates_after(index + 1)
                route.stops.insert(0, first)
            if route.stops and not route.void:
                found = journal.add_route(
                    sentence,
                    who,
                    route,
                    to_come(),
                    "travel/comes-next",
                    opening="first" if opener == "first" else "then" if opener in {"next", "then"} else "",
                )
                if found and opener in _ORDINALS:
                    found[0].order = _ORDINALS[opener]
            return


def find_are_next(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'Palikir and Majuro are next', 'Kampala is last': places that the journey comes to."""
    nodes = sentence.nodes
    after = nodes[group.last].low if group.last < len(nodes) else ""
    if after not in {"next", "last", "first"} or (
        group.last + 1 < len(nodes) and nodes[group.last + 1].kind not in {".", ",", ";", "DAT", "f"}
    ):
        return
    who = journal.current_who()
    subjects = subject_of(sentence, group)
    if not who or not subjects:
        return
    reader = journal.reader(sentence)
    places = []
    for node in subjects:
        index = next(position for position, other in enumerate(nodes) if other is node)
        place, _ = reader.place_at(index, sure=True) if node.kind in {"LOC", "PER"} else (None, 0)
        if place is None:
            return
        places.append(Stop(place, index=index))
    telling = tell(journal, sentence, group)
    if telling is not None and telling.status in {"planned", "underway"}:
        journal.add_route(sentence, who, Route(places), to_come(), "travel/comes-next")


def find_named_route(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Enter the stops of the journey that the text tells of: 'The new order is Nicosia, Beirut, Cairo'."""
    nodes = sentence.nodes
    if group.negative or not group.first or nodes[group.first - 1].low not in ORDERS:
        return
    who = owner_of(sentence, group.first - 1) or journal.current_who()
    route = journal.reader(sentence).read(group.last, frozenset(), bare=True)
    telling = tell(journal, sentence, group)
    if not who or len(route.stops) < 2 or route.void or telling is None:
        return
    if telling.status == "underway":
        telling = to_come()
    found = journal.add_route(sentence, who, route, telling, "travel/order-is")
    for number, finding in enumerate(found, start=1):
        finding.order = number


def _place_ending(journal: Journal, sentence: Sentence, index: int) -> tuple[Node | None, int]:
    """Return the place directly before *index*."""
    if index < 1:
        return None, index
    place, after = journal.reader(sentence).place_at(index - 1, sure=False)
    return place, after
