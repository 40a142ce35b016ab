"""When and where what a verb tells of takes place."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from attrs import evolve

from factwatch.annotation.dates import DateExpression
from factwatch.extraction.adjuncts import attachment
from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.clauses.words import BOUNDING, COORDINATORS, DATE_OPENERS, FIXED, GOAL_OPENERS, LOCATIVES, STAY_OPENERS, STAYS
from factwatch.extraction.context import is_place, say_lemmas
from factwatch.extraction.neighbours import group_after
from factwatch.extraction.phrases import Node
from factwatch.lexicon.loader import data_file, words_of

_PLACE_NOUNS: Final = words_of(data_file("travel.yaml")["place_nouns"])
_YEAR: Final = re.compile(r"(?:19|20)\d\d\Z")
_NAMED: Final = frozenset({"p", "EVT", "ORG", "PER"})
_FREE: Final = frozenset({"f", "v", "DAT", ","})
_DEPTH: Final = 3
"""Verbs from one to the next that hands down its day."""
_BACK: Final = 9
"""Words between 'where' and its place, in nodes."""
_LEG: Final = 20
"""No leg of a journey is told in more nodes."""
_LEADING: Final = LOCATIVES | GOAL_OPENERS | {"from"}
_FRONTED: Final = 10
"""No phrase in front of a sentence is longer, in nodes."""
_IN_FRONT: Final = LOCATIVES | {"on", "during"}
_WITHIN_PHRASE: Final = frozenset({"d", "x", "p", "m", "f", "#", "ADJ", "EVT", "ORG", "LOC", "GRP", "h"})
_TO: Final = frozenset({"to", "in"})
_OPENING: Final = 4
"""Words between what bounds a date and the date, in nodes."""


def day_of(sentence: Sentence, group: VerbGroup, after: int | None = None) -> Node | None:
    """
    Return the date that goes with the verb: behind it, else before it; else the one of the verb that it hangs on.

    Args:
        sentence: Where the verb stands.
        group: The verb.
        after: Index of the node from which on a date behind the verb counts.
    """
    return _own_day(sentence, group, after) or _day_of_parent(sentence, group)


def _own_day(sentence: Sentence, group: VerbGroup, after: int | None = None) -> Node | None:
    nodes = sentence.nodes
    own = [index for index in attachment(sentence).dates.get(group.main, ()) if is_its_day(nodes, index)]
    if not own:
        return _fixed_day(sentence, group)
    start = after or group.last
    end = further_stop(sentence, start)
    behind = next((index for index in own if start <= index < end), None)
    before = next((index for index in reversed(own) if index < group.main or (index < start and end < len(nodes))), None)
    found = behind if behind is not None else before
    return nodes[found] if found is not None else _fixed_day(sentence, group)


def _period(sentence: Sentence, group: VerbGroup) -> Node | None:
    """'will visit Rome next week and meet A': what is joined to a journey of several days takes place on one of them."""
    if group.lemma not in _going():
        return None
    day = _own_day(sentence, group)
    return day if day is not None and isinstance(day.value, DateExpression) and not day.value.one_day else None


def _whole_day(sentence: Sentence, group: VerbGroup) -> Node | None:
    """'visited Rome on Monday, meeting A': one day is that of both."""
    day = _own_day(sentence, group)
    return day if day is not None and isinstance(day.value, DateExpression) and day.value.one_day else None


def _fixed_day(sentence: Sentence, group: VerbGroup) -> Node | None:
    """'has a meeting with A scheduled for Friday': the day of the participle that belongs to the verb's object."""
    following = group_after(sentence, group.main)
    if following is None or following.lemma not in FIXED or following.form not in {"participle", "past/participle"} or following.chain:
        return None
    found = attachment(sentence)
    link = found.links.get(following.main)
    if link is None or link.parent is not group or link.opener != "of":
        return None
    nodes = sentence.nodes
    return next((nodes[index] for index in found.dates.get(following.main, ()) if is_its_day(nodes, index)), None)


def _day_of_parent(sentence: Sentence, group: VerbGroup) -> Node | None:
    """
    Return the day that is handed down.

    'will travel to Rome in June to meet A'; 'visited Rome on Monday, meeting A'; 'was seen on Monday dining with A';
    'arrives in Rome on Monday, where he will meet A'; 'is in Rome until Monday, when he meets A';
    'On Monday he flew to Rome and met A': a day before joined verbs is that of both.
    """
    nodes = sentence.nodes
    links = attachment(sentence).links
    for _ in range(_DEPTH):
        link = links.get(group.main)
        parent = link.parent if link is not None else None
        if link is None or parent is None or (parent.lemma in say_lemmas() and link.opener != "and"):
            return None
        if link.opener == "to":
            # 'leaves for Rome on Friday to meet A': that is the day of the departure
            day = _own_day(sentence, parent) if parent.lemma not in _departing() else None
        elif link.opener == "," and group.participle and group.form == "ing":
            day = _whole_day(sentence, parent)
        elif link.opener == "of" and group.form == "ing" and parent.lemma in _watching():
            day = _own_day(sentence, parent)
        elif link.opener == "where":
            place = antecedent_place(nodes, link.start)
            day = _own_day(sentence, parent) if place is not None and nodes[place - 1].low != "from" else None
        elif link.opener == "when":
            return day_before_when(nodes, link.start)
        elif link.opener == "and" and subject_of(sentence, group) == subject_of(sentence, parent):
            day = fronted_day(sentence, parent) or _period(sentence, parent)
        else:
            return None
        if day is not None:
            return day
        group = parent
    return None


def day_before_when(nodes: list[Node], when: int) -> Node | None:
    """Return Thursday of 'until Thursday, when he meets A', the 'when' being at the index *when*; None where no date stands before it."""
    at = when - (2 if when and nodes[when - 1].low == "," else 1)
    return nodes[at] if at >= 0 and nodes[at].kind == "DAT" else None


def day_of_clause_when(sentence: Sentence, group: VerbGroup) -> Node | None:
    """Return the date before 'when' where that opens the clause of the verb: 'again in July, when he comes to Rome'."""
    link = attachment(sentence).links.get(group.main)
    return day_before_when(sentence.nodes, link.start) if link is not None and link.opener == "when" else None


@cache
def _happenings() -> frozenset[str]:
    return words_of(data_file("meetings.yaml")["happenings"])


def antecedent_place(nodes: list[Node], where: int) -> int | None:
    """Return the index of the place that the 'where' at the index *where* refers to: 'to Rome on Monday, where'."""
    for index in range(where - 1, max(0, where - _BACK), -1):
        node = nodes[index]
        if node.kind == "LOC" or (node.kind == "PER" and not node.titles and not node.honorific and nodes[index - 1].low in _LEADING):
            return index
        if not (node.kind in {"DAT", ",", "d", "(", ")", "r"} or node.low in DATE_OPENERS or node.low in {"next", "back", "home"}):
            return None
    return None


def as_place(node: Node) -> Node:
    """Return the node as the place that the words around it make it: 'travelled to Baucau, where'."""
    return node if node.kind == "LOC" else evolve(node, kind="LOC")


def fronted_day(sentence: Sentence, group: VerbGroup) -> Node | None:
    """Return the date before the verb that goes with it: 'On Monday he will visit', 'The king on Monday visited'."""
    nodes = sentence.nodes
    own = attachment(sentence).dates.get(group.main, ())
    return next((nodes[index] for index in reversed(own) if index < group.main and is_its_day(nodes, index)), None)


def lead_day(sentence: Sentence, group: VerbGroup) -> Node | None:
    """Return the date before the verb, or before the one that it is joined to: 'On Friday he will fly to Oslo and visit Bergen'."""
    day = fronted_day(sentence, group)
    link = attachment(sentence).links.get(group.main)
    if day is None and link is not None and link.parent is not None and link.opener == "and" and not _own_day(sentence, group):
        parent = link.parent
        if parent.lemma not in say_lemmas() and subject_of(sentence, group) == subject_of(sentence, parent):
            return fronted_day(sentence, parent)
    return day


def further_stop(sentence: Sentence, after: int) -> int:
    """
    Return the index of the 'and' behind the node *after* that goes on to another stop, else the end of the sentence.

    'will be in Rome on Monday for talks with A, and in Oslo on Friday': what is told of Oslo is not of the talks.
    """
    nodes = sentence.nodes
    if "and" not in sentence.lows or not any(_is_stop(nodes, index) for index in range(max(1, after - _LEG), after)):
        return len(nodes)
    for index in range(after, min(len(nodes) - 2, after + _LEG)):
        if nodes[index].low == "and" and _is_stop(nodes, index + 2):
            return index
    return len(nodes)


def _is_stop(nodes: list[Node], index: int) -> bool:
    return nodes[index].kind == "LOC" and nodes[index - 1].low in _TO


def trailing_day(sentence: Sentence, group: VerbGroup, after: int) -> Node | None:
    """
    Return the date behind the node *after* that goes with the verb, or with the one that says what for.

    'will fly to Rome with his wife on Monday', 'will fly to Rome to meet A on Monday', 'will fly to Rome and meet A on Monday'.
    """
    found = attachment(sentence)
    nodes = sentence.nodes
    for index in found.dates.get(group.main, ()):
        if index >= after and is_its_day(nodes, index):
            return nodes[index]
    following = group_after(sentence, after - 1)
    link = found.links.get(following.main) if following is not None else None
    if following is None or link is None or link.parent is not group or link.opener not in {"to", "and"}:
        return None
    if group.perfect and group.tense != "future":
        # 'has flown to Rome to attend a summit on Friday': the day of the summit
        return None
    if link.opener == "and" and (
        nodes[following.first - 1].low != "and"
        or following.tense != group.tense
        or subject_of(sentence, following) != subject_of(sentence, group)
    ):
        return None
    day = _own_day(sentence, following)
    return day if day is not None and day.start > nodes[following.main].start else None


def is_its_day(nodes: list[Node], index: int) -> bool:
    """Tell whether the date is a day of what the verb tells: neither a bound ('until Friday') nor a noun's ("Tuesday's summit")."""
    at = index - 1
    while at >= 0 and index - at <= _OPENING and (nodes[at].kind == "d" or nodes[at].low in DATE_OPENERS):
        at -= 1
    return not (at >= 0 and nodes[at].low in BOUNDING) and not _belongs_to_noun(nodes, index)


def _belongs_to_noun(nodes: list[Node], index: int) -> bool:
    """Tell whether the date is part of a noun phrase: "Tuesday's summit", 'the March election'."""
    before = nodes[index - 1].kind if index else ""
    after = nodes[index + 1].kind if index + 1 < len(nodes) else ""
    listed = nodes[index - 1].low == "and" and index > 1 and nodes[index - 2].kind in _NAMED
    if _YEAR.match(nodes[index].text) and (before in _NAMED | {"GRP"} or (after in _NAMED and (listed or before not in _FREE))):
        # 'the Leaders Meeting 2024', 'the 2009 Tsunami'
        return True
    return before == "d" or after == "s" or (before == "s" and after in {"x", "p"})


def place_of(sentence: Sentence, group: VerbGroup, after: int | None = None) -> Node | None:
    """Return the place of the event: 'in Nairobi' behind the verb, or before it at the start of its clause."""
    nodes = sentence.nodes
    own = [
        index
        for index in attachment(sentence).places.get(group.main, ())
        if index and is_place(nodes[index]) and _locative(nodes, index) and not _is_talked_of(nodes, index)
    ]
    start = after or group.last
    end = further_stop(sentence, start) if own else 0
    behind = next((index for index in own if start <= index < end), None)
    if behind is not None:
        return nodes[behind]
    before = next((nodes[index] for index in own if index < group.first and _fronted(nodes, index)), None)
    return before or _place_of_stay(sentence, group)


def _is_talked_of(nodes: list[Node], place: int) -> bool:
    """Tell whether it is the place of what is talked about: 'on the prospects for peace in Yemen'."""
    at = place - 1
    while at > 0 and nodes[at].kind == "d":
        at -= 1
    return at > 0 and nodes[at].low == "in" and nodes[at - 1].low in _happenings()


def _place_of_stay(sentence: Sentence, group: VerbGroup) -> Node | None:
    """'During a visit to Rome he met A', 'met A on a trip to Rome': he was there."""
    nodes = sentence.nodes
    for index in attachment(sentence).places.get(group.main, ()):
        at = index - 1
        while at > 0 and nodes[at].kind == "d":
            at -= 1
        if not (nodes[at].low in _TO and at > 1 and nodes[at - 1].low in STAYS and is_place(nodes[index])):
            continue
        at -= 2
        while at > 0 and (nodes[at].kind in {"d", "x", "ADJ", "PRO", "#", "m", "p"}) and nodes[at].low not in STAY_OPENERS:
            at -= 1
        if nodes[at].low in STAY_OPENERS:
            return nodes[index]
    return None


def place_handed_down(sentence: Sentence, group: VerbGroup) -> Node | None:
    """
    Return the place that the verb has from the one that it hangs on.

    'Nairobi, where he met A'; 'flew to Davao to meet A'; 'will be in Baku and hold talks'; 'landed in Oslo, meeting A'.
    """
    links = attachment(sentence).links
    for _ in range(_DEPTH):
        link = links.get(group.main)
        if link is None:
            return None
        if link.opener == "where":
            place = antecedent_place(sentence.nodes, link.start)
            if place is not None and _is_talked_of(sentence.nodes, place):
                # 'about the situation in Lebanon, where'
                return None
            return as_place(sentence.nodes[place]) if place is not None else None
        parent = link.parent
        if parent is None or link.opener not in {"to", "and", ","} or (parent.lemma in say_lemmas() and link.opener != "and"):
            return None
        if link.opener == "and" and subject_of(sentence, group) != subject_of(sentence, parent):
            return None
        found = place_of(sentence, parent) or goal_of(sentence, parent) if parent.lemma not in say_lemmas() else None
        if found is not None:
            return found
        group = parent
    return None


def goal_of(sentence: Sentence, group: VerbGroup) -> Node | None:
    """Return the one place that a verb of going leads to, or that somebody visits; None where there are several."""
    nodes = sentence.nodes
    if group.lemma not in _going() and not pays_visit(sentence, group):
        return None
    owners = attachment(sentence).owners
    goals = [
        index
        for index in attachment(sentence).places.get(group.main, ())
        if index >= group.last
        and is_place(nodes[index])
        and (index == group.last or nodes[index - 1].low in GOAL_OPENERS or nodes[index - 1].low in COORDINATORS)
    ]
    if len(goals) != 1:
        return None
    (goal,) = goals
    # 'to Oslo and Geneva': a name that no lexicon knows may be another goal
    listed = goal + 2 < len(nodes) and nodes[goal + 1].low in COORDINATORS and nodes[goal + 2].kind == "PER" and owners[goal + 2] is group
    return None if listed else nodes[goal]


def pays_visit(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the verb only carries out its noun: 'paid a two-day visit to Oslo'."""
    lemmas, nouns = _visits()
    object_nodes = sentence.nodes[group.last : group.last + _OPENING + 1]
    return group.lemma in lemmas and any(node.low in nouns for node in object_nodes)


@cache
def _visits() -> tuple[frozenset[str], frozenset[str]]:
    travel = data_file("travel.yaml")
    return words_of(travel["carry_out"]), words_of(travel["visits"]) | words_of(travel["journeys"])


@cache
def _watching() -> frozenset[str]:
    return words_of(data_file("clauses.yaml")["watching"])


@cache
def _departing() -> frozenset[str]:
    return words_of(data_file("travel.yaml")["leave"])


@cache
def _going() -> frozenset[str]:
    travel = data_file("travel.yaml")
    return words_of(data_file("meetings.yaml")["being_there"]).union(
        *(words_of(travel[name]) for name in ("motion", "arrive", "direct", "leave"))
    )


_TOWN: Final = 7
"""Nodes of 'in the northern Chilean port city of'."""
_TOWN_KINDS: Final = frozenset({"d", "x", "p", "m", "ADJ", "s", "LOC"})


def _locative(nodes: list[Node], index: int) -> bool:
    before = nodes[index - 1]
    if before.kind == "d" and index > 1:
        before = nodes[index - 2]
    return before.low in LOCATIVES or (before.low == "of" and _in_town_of(nodes, index - 1))


def _in_town_of(nodes: list[Node], of: int) -> bool:
    """Tell whether 'in the Chilean port city of' stands before the place, 'of' being at *of*."""
    if of <= 1 or nodes[of - 1].low not in _PLACE_NOUNS:
        return False
    at = of - 1
    while at > 0 and of - at < _TOWN and nodes[at].kind in _TOWN_KINDS:
        at -= 1
    return nodes[at].low in LOCATIVES


def _fronted(nodes: list[Node], index: int) -> bool:
    """Tell whether the place begins the sentence, alone or in 'On the sidelines of a summit in', or a comma or date sets it off."""
    before = nodes[index - 2] if index > 1 else None
    if before is None or before.kind in {",", "DAT"} or before.low == "while" or (before.kind == ";" and nodes[index - 1].low == "in"):
        return True
    at = index - 1
    while at > 0 and index - at < _FRONTED and nodes[at].kind in _WITHIN_PHRASE:
        at -= 1
    return at == 0 and nodes[0].low in _IN_FRONT and index + 1 < len(nodes) and nodes[index + 1].kind in {",", "DAT"}
