"""Who meets: the subjects of a verb as sides of a meeting, described groups as a whole."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from factwatch.extraction.adjuncts import attachment
from factwatch.extraction.clauses import NAMED_PEOPLE, Sentence, VerbGroup, subject_of
from factwatch.extraction.context import clause
from factwatch.extraction.meetings.antecedents import PERSONS
from factwatch.extraction.meetings.described import named_peers
from factwatch.extraction.meetings.groups import group_at
from factwatch.extraction.meetings.parties import parties_from
from factwatch.extraction.meetings.plurals import unnamed
from factwatch.extraction.meetings.sides import countries_of_sides
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node

_WHEN: Final = frozenset({"after", "before", "following", "while"})
_FOR_LAND: Final = re.compile(r" (?:for|to) (?:the )?[\w-]+$")
_ASIDE: Final = 24
"""A group between a subject and its verb is no longer, in nodes."""


def subjects_of(sentence: Sentence, group: VerbGroup, passage: Passage | None = None) -> list[Node]:
    """Return the subjects of the verb who can meet somebody; with the *passage* also described groups: 'A and two members of B'."""
    subjects = [node for node in subject_of(sentence, group) if node.low not in {"it", "this", "that", "there"}]
    if not subjects and group.chain[:1] == ("having",):
        # 'denied having met B'
        parent = group_before(sentence, group.first)
        subjects = subject_of(sentence, parent) if parent is not None and parent.last == group.first else []
    if not subjects and group.infinitive and group.first > 1 and sentence.nodes[group.first - 2].low == "for":
        # 'plans for A to meet B'
        subjects = [node for node in (sentence.nodes[group.first - 1],) if node.kind in {"PER", "TTL", "PRO"}]
    if not subjects and group.first > 2 and group.infinitive:  # noqa: PLR2004  # 'A', 's', 'decision'
        subjects = _whose_decision(sentence, group)
    if not subjects and group.participle:
        # 'told reporters, after meeting B, that'
        link = attachment(sentence).links.get(group.main)
        around = link.parent if link is not None and link.opener in _WHEN else None
        subjects = subject_of(sentence, around) if around is not None and not around.passive else []
    if passage is not None and not (group.infinitive or group.participle or group.passive):
        subjects = _from_the_start(passage, sentence, group, subjects) if subjects else _opening_group(passage, sentence, group)
    subjects = [unnamed(node) if node.kind == "GRP" and isinstance(node.value, list) else node for node in subjects]
    if len(subjects) == 2 and subjects[0].kind == "TTL" and subjects[1].kind == "LOC" and _FOR_LAND.search(subjects[0].low):  # noqa: PLR2004
        # 'the special representative for Peru and Chile'
        office, land = subjects
        text = sentence.text[office.start : land.end]
        subjects = [evolve(office, text=text, low=text.lower(), end=land.end)]
    if passage is not None and len(subjects) == 1 and subjects[0].kind in {"GRP", "TTL"}:
        # 'The two heads of state, A of Chile and B of Ghana, met'
        at = next((index for index in range(group.first - 1, -1, -1) if sentence.nodes[index] is subjects[0]), -1)
        named = named_peers(passage, sentence, subjects[0], at + 1)[0] if at >= 0 else []
        subjects = named or subjects
    if passage is not None and len(subjects) == 1:
        subjects += _joined_group(passage, sentence, group, subjects[0])
    return [_whole(sentence, _named(sentence, node), passage, group.first) for node in subjects]


def _named(sentence: Sentence, node: Node) -> Node:
    """Return the name behind an office without article: "the company's chairman, A, and | chief executive | , B, met"."""
    if node.kind != "TTL" or node.titles[0].plural or node.titles[0].determiner:
        return node
    nodes = sentence.nodes
    at = next((index for index, other in enumerate(nodes) if other is node), -1)
    if at < 1 or at + 2 >= len(nodes) or nodes[at - 1].low not in {"and", ","} or nodes[at + 1].kind != "," or nodes[at + 2].kind != "PER":
        return node
    return nodes[at + 2]


def _whose_decision(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return who acts in "A's decision to cancel"."""
    nodes, at = sentence.nodes, group.first
    owned = nodes[at - 1].kind == "x" and nodes[at - 2].kind == "s"
    return [nodes[at - 3]] if owned and nodes[at - 3].kind in NAMED_PEOPLE else []


def _from_the_start(passage: Passage, sentence: Sentence, group: VerbGroup, subjects: list[Node]) -> list[Node]:
    """Return all of a list at the start of the clause of which only the last was taken for the subject: 'A, B and other officials met'."""
    nodes = sentence.nodes
    first = _start(sentence, group)
    if first >= group.first or group.first - first > _ASIDE or subjects[0].start <= nodes[first].start:
        return subjects
    if nodes[first].kind not in PERSONS | {"x", "d"} or nodes[first + 1].kind == "ADJ":
        # 'The Chilean and Peruvian sides met': two, not one
        return subjects
    people, end = parties_from(passage, sentence, first, of_noun=True)
    while end < group.first and nodes[end].kind in {"DAT", "r", ","}:
        end += 1
    return people if end == group.first and people and people[0].start < subjects[0].start else subjects


def _start(sentence: Sentence, group: VerbGroup) -> int:
    """Return the index at which the clause of the verb begins, days and conjunctions aside."""
    nodes = sentence.nodes
    first, _ = clause(sentence, group)
    while first < group.first and (nodes[first].kind in {"DAT", ",", "r"} or nodes[first].low in {"on", "but", "and"}):
        first += 1
    return first


def _opening_group(passage: Passage, sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return the people described at the start of the clause: 'The leadership of the union, USW, met', 'Around forty families met'."""
    nodes = sentence.nodes
    first = _start(sentence, group)
    if group.first - first > _ASIDE or first >= group.first:
        return []
    people, end = parties_from(passage, sentence, first)
    if end + 2 < group.first and nodes[end].kind == nodes[end + 2].kind == "," and nodes[end + 1].kind == "ORG":
        # its other name
        end += 3
    peers = nodes[first].kind == "GRP" and len(people) > 1
    while end < group.first and (nodes[end].kind in {"DAT", "r"} or (peers and nodes[end].kind == ",")):
        end += 1
    # 'The two heads of state, A of Chile and B of Ghana, met'
    return people if end == group.first and people and (peers or all(node.kind == "GRP" for node in people)) else []


def _joined_group(passage: Passage, sentence: Sentence, group: VerbGroup, subject: Node) -> list[Node]:
    """Return the group between the subject and its verb that 'and' joins to it."""
    nodes = sentence.nodes
    for index in range(group.first - 1, max(0, group.first - _ASIDE), -1):
        if nodes[index] is subject:
            return []
        if nodes[index].low == "and" and nodes[index - 1] is subject:
            found = group_at(passage, sentence, index + 1)
            return [found[0]] if found is not None and found[1] == group.first else []
    return []


def _whole(sentence: Sentence, node: Node, passage: Passage | None, last: int) -> Node:
    """Return the group of which a subject is only a part: "a delegation from Japan's Sumihara Metals", 'Officials from the ministry'."""
    nodes = sentence.nodes
    if node.kind not in {"ORG", "PER", "GRP"} or isinstance(node.value, list) or (node.titles and node.kind != "GRP"):
        return node
    at = next((index for index, other in enumerate(nodes) if other is node), -1)
    if at < 0:
        return node
    whole = countries_of_sides(sentence, at)
    if whole is not None:
        return whole
    if node.kind == "GRP" and passage is not None:
        found = group_at(passage, sentence, at)
        if found is not None and at + 1 < found[1] <= last:
            return found[0]
    owner = nodes[at - 2] if at > 1 and nodes[at - 1].kind == "s" else None
    if owner is None or (node.kind == "GRP" and node.titles):
        return node
    if node.kind == "GRP":
        # "Mali's | government"
        value = node.value if owner.kind in {"LOC", "ORG", "GRP"} else None
    else:
        value = owner.value if owner.kind == "GRP" and " from " in owner.low else None
    if value is None:
        return node
    text = sentence.text[owner.start : node.end]
    return Node("GRP", owner.first, node.last, owner.start, node.end, text, text.lower(), name=text, value=value)
