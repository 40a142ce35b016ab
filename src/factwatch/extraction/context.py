"""What stands around a verb and bears on its claim: day, place, condition, reporting speaker, how far a clause reaches."""

from __future__ import annotations

from functools import cache
from typing import Final

from factwatch.extraction.adjuncts import attachment
from factwatch.extraction.clauses import NOUN_PHRASES, Sentence, VerbGroup, subject_of
from factwatch.extraction.clauses.words import (
    BOUNDING,
    BREAKING,
    CONDITIONS,
    CONDITIONS_FIRST,
    COORDINATORS,
    DATE_OPENERS,
    GOAL_OPENERS,
    LOCATIVES,
    REPORTING,
)
from factwatch.extraction.phrases import Node
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import Place

_DEPTH: Final = 3
"""Verbs from one to the next that hands down its day."""
_BACK: Final = 9
"""Words between 'where' and its place, in nodes."""
_OPENING: Final = 4
"""Words between what bounds a date and the date, in nodes."""
_NEAR: Final = 12
"""A condition further before its verb, in nodes, is another verb's."""


@cache
def say_lemmas() -> frozenset[str]:
    """Return the verbs of saying."""
    return words_of(data_file("verbs.yaml")["say"])


def is_question(sentence: Sentence) -> bool:
    """Tell whether the sentence asks."""
    return bool(sentence.nodes) and sentence.nodes[-1].low == "?"


def is_hypothetical(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the verb stands under a condition: 'if he meets', 'had he met', 'would have met'."""
    if "would" in group.chain and "have" in group.chain:
        return True
    nodes = sentence.nodes
    for index in range(group.first - 1, max(-1, group.first - _NEAR), -1):
        low = nodes[index].low
        if low in CONDITIONS:
            return True
        if nodes[index].kind in {";", "."}:
            return False
    # 'Had it stayed, the envoy would have met'; 'Should talks fail, he will meet'
    return bool(nodes) and nodes[0].low in CONDITIONS_FIRST and nodes[0].kind in {"u", "f"}


def clause(sentence: Sentence, group: VerbGroup) -> tuple[int, int]:
    """
    Return the node indices ``[first:last)`` of the clause of *group*.

    It reaches from the finite verb before to the finite verb after; a fronted phrase at the sentence's start belongs to the first one.
    """
    nodes = sentence.nodes
    first, last = 0, len(nodes)
    for other in sentence.groups:
        if other is group:
            continue
        if other.main < group.main and not (other.infinitive or other.participle):
            first = max(first, other.last)
        elif other.main > group.main and not (other.infinitive or other.participle):
            last = min(last, other.first)
            break
    said = next((other for other in reversed(sentence.groups) if other.last == first and other.lemma in say_lemmas()), None)
    if said is not None:
        # 'said on Monday that he would visit': the day before 'that' is the day of saying
        opening = next((index for index in range(first, group.first) if nodes[index].low == "that"), None)
        if opening is not None:
            first = opening + 1
        else:
            while first < group.first and (nodes[first].kind == "DAT" or (nodes[first].low == "on" and nodes[first + 1].kind == "DAT")):
                first += 1
    for index in range(group.last, last):
        if nodes[index].kind == ";" or (nodes[index].low in BREAKING and nodes[index].kind == "f"):
            last = index
            break
    for index in range(group.first - 1, first - 1, -1):
        if nodes[index].kind == ";":
            first = index + 1
            break
    return first, last


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
    behind = next((index for index in own if index >= (after or group.last)), None)
    before = next((index for index in reversed(own) if index < group.first), None)
    found = behind if behind is not None else before
    return nodes[found] if found is not None else None


def _day_of_parent(sentence: Sentence, group: VerbGroup) -> Node | None:
    """
    Return the day that is handed down.

    'will travel to Rome in June to meet A'; 'arrives in Rome on Monday, where he will meet A'; 'is in Rome until Monday, when he meets A';
    'On Monday he flew to Rome and met A': a day before joined verbs is that of both.
    """
    nodes = sentence.nodes
    links = attachment(sentence).links
    for _ in range(_DEPTH):
        link = links.get(group.main)
        parent = link.parent if link is not None else None
        if link is None or parent is None or parent.lemma in say_lemmas():
            return None
        if link.opener == "to":
            day = _own_day(sentence, parent)
        elif link.opener == "where":
            place = antecedent_place(nodes, link.start)
            day = _own_day(sentence, parent) if place is not None and nodes[place - 1].low != "from" else None
        elif link.opener == "when":
            at = link.start - (2 if nodes[link.start - 1].low == "," else 1)
            return nodes[at] if at >= 0 and nodes[at].kind == "DAT" else None
        elif link.opener == "and" and subject_of(sentence, group) == subject_of(sentence, parent):
            day = fronted_day(sentence, parent)
        else:
            return None
        if day is not None:
            return day
        group = parent
    return None


def antecedent_place(nodes: list[Node], where: int) -> int | None:
    """Return the index of the place that the 'where' at the index *where* refers to: 'to Rome on Monday, where'."""
    for index in range(where - 1, max(0, where - _BACK), -1):
        node = nodes[index]
        if is_place(node):
            return index
        if not (node.kind in {"DAT", ",", "d", "(", ")", "r"} or node.low in DATE_OPENERS or node.low in {"next", "back", "home"}):
            return None
    return None


def fronted_day(sentence: Sentence, group: VerbGroup) -> Node | None:
    """Return the date before the verb that goes with it: 'On Monday he will visit', 'The king on Monday visited'."""
    nodes = sentence.nodes
    own = attachment(sentence).dates.get(group.main, ())
    return next((nodes[index] for index in reversed(own) if index < group.first and is_its_day(nodes, index)), None)


def lead_day(sentence: Sentence, group: VerbGroup) -> Node | None:
    """Return the date before the verb, or before the one that it is joined to: 'On Friday he will fly to Oslo and visit Bergen'."""
    day = fronted_day(sentence, group)
    link = attachment(sentence).links.get(group.main)
    if day is None and link is not None and link.parent is not None and link.opener == "and" and not _own_day(sentence, group):
        parent = link.parent
        if parent.lemma not in say_lemmas() and subject_of(sentence, group) == subject_of(sentence, parent):
            return fronted_day(sentence, parent)
    return day


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
    following = next((other for other in sentence.groups if other.main >= after), None)
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
    return before == "d" or after == "s" or (before == "s" and after in {"x", "p"})


def place_of(sentence: Sentence, group: VerbGroup, after: int | None = None) -> Node | None:
    """Return the place of the event: 'in Nairobi' behind the verb, or before it at the start of its clause."""
    nodes = sentence.nodes
    own = [
        index for index in attachment(sentence).places.get(group.main, ()) if index and is_place(nodes[index]) and _locative(nodes, index)
    ]
    behind = next((index for index in own if index >= (after or group.last)), None)
    if behind is not None:
        return nodes[behind]
    return next((nodes[index] for index in own if index < group.first and _fronted(nodes, index)), None)


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
            return sentence.nodes[place] if place is not None else None
        parent = link.parent
        if parent is None or parent.lemma in say_lemmas() or link.opener not in {"to", "and", ","}:
            return None
        if link.opener == "and" and subject_of(sentence, group) != subject_of(sentence, parent):
            return None
        found = place_of(sentence, parent) or goal_of(sentence, parent)
        if found is not None:
            return found
        group = parent
    return None


def goal_of(sentence: Sentence, group: VerbGroup) -> Node | None:
    """Return the one place that a verb of going leads to, or that somebody visits; None where there are several."""
    if group.lemma not in _going():
        return None
    nodes = sentence.nodes
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


@cache
def _going() -> frozenset[str]:
    travel = data_file("travel.yaml")
    return words_of(data_file("meetings.yaml")["being_there"]).union(
        *(words_of(travel[name]) for name in ("motion", "arrive", "direct", "leave"))
    )


def is_place(node: Node) -> bool:
    """Tell whether the node names a place: by the gazetteer or by its form."""
    return node.kind == "LOC" and not (isinstance(node.value, Place) and node.value.kind == "seat")


def _locative(nodes: list[Node], index: int) -> bool:
    before = nodes[index - 1]
    if before.kind == "d" and index > 1:
        before = nodes[index - 2]
    return before.low in LOCATIVES


def _fronted(nodes: list[Node], index: int) -> bool:
    """Tell whether the place begins the sentence, or a comma or date sets it off from what is before."""
    before = nodes[index - 2] if index > 1 else None
    return before is None or before.kind in {",", "DAT"} or before.low == "while" or (before.kind == ";" and nodes[index - 1].low == "in")


def reporter(sentence: Sentence, group: VerbGroup) -> Node | None:
    """Return the speaker in whose reported clause the verb stands ('said that X will visit'), or None."""
    nodes = sentence.nodes
    for other in sentence.groups:
        if other.lemma not in say_lemmas() or other is group:
            continue
        if other.last <= group.first and _reports(nodes, other):
            subjects = subject_of(sentence, other)
            return subjects[0] if len(subjects) == 1 else None
    last = sentence.groups[-1] if sentence.groups else None
    if last is not None and last is not group and last.lemma in say_lemmas() and last.main > group.main:
        subjects = subject_of(sentence, last)
        if len(subjects) == 1 and last.last >= len(nodes) - 2:
            before = nodes[subjects[0].first - 1] if 0 < subjects[0].first < len(nodes) else None
            return subjects[0] if before is not None else None
    return None


def _reports(nodes: list[Node], said: VerbGroup) -> bool:
    """Tell whether a reported clause begins behind the verb of saying: 'said that', 'said the minister would'."""
    if said.last >= len(nodes):
        return False
    following = nodes[said.last]
    return following.low == "that" or (said.lemma in REPORTING and (following.kind in NOUN_PHRASES or following.kind == "d"))
