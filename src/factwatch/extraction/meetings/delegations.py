"""Those who speak for the sides of talks: 'The Uzbek side was led by A, the Kyrgyz by B', 'a meeting chaired by A and attended by B'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import NAMED_PEOPLE, Sentence, VerbGroup, named_people, subject_of
from factwatch.extraction.meetings.objects import names_meeting
from factwatch.extraction.meetings.parties import parties_from
from factwatch.extraction.meetings.words import ATTENDING, LEADING, LEADING_VERBS, LED, REPRESENTING
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node
from factwatch.extraction.phrases.nations import SIDES
from factwatch.lexicon.places import find_place

_LEADING: Final = 12
"""Characters of 'led by'."""
_NAME: Final = 7
"""No name of a body behind 'session of' is longer, in nodes."""
_OF_BODY: Final = frozenset({"ADJ", "GRP", "LOC", "ORG", "d", "h", "p", "x"})
_MOST: Final = 4
"""Sides of one meeting."""


def leaders_of(passage: Passage, sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return who leads each side where the passive verb *group* says so; [] where it tells of no side of talks."""
    if not group.passive or not (_leads_side(sentence, group) or _represents(sentence, group)):
        return []
    nodes = sentence.nodes
    found: list[Node] = []
    index = group.last
    for _ in range(_MOST):
        by = next((at for at in range(index, len(nodes)) if nodes[at].low == "by"), 0)
        people, end = parties_from(passage, sentence, by + 1) if by else ([], 0)
        people = named_people(people)
        if not people:
            break
        found += people
        index = end
    # 'Peru was represented by X' alone: of which meeting is not told
    return found if len(found) > 1 or group.lemma not in REPRESENTING else []


def _leads_side(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether 'The delegation was led by X', 'The Uzbek side was headed by X', "Peru's team was led by X" is told."""
    if group.lemma not in LEADING_VERBS:
        return False
    before = sentence.nodes[group.first - 1] if group.first else None
    words = [node.low for node in subject_of(sentence, group) if node.kind == "GRP"] + ([before.low] if before is not None else [])
    owned = group.first > 1 and sentence.nodes[group.first - 2].kind == "s"
    return any((word.startswith("the ") or owned) and word.split()[-1] in LED | SIDES for word in words)


def _represents(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether a country or body is represented at a meeting: 'Peru was represented at the talks by X'."""
    if group.lemma not in REPRESENTING or not any(node.kind in {"LOC", "ORG", "GRP"} for node in subject_of(sentence, group)):
        return False
    return any(names_meeting(sentence, index) for index in range(group.last, len(sentence.nodes)))


def chairs_of(passage: Passage, sentence: Sentence, noun: int) -> tuple[list[Node], int]:
    """Return those by whom the meeting at *noun* was chaired, hosted and attended, and the index after them."""
    nodes = sentence.nodes
    found: list[Node] = []
    index = end = noun + 1
    if index < len(nodes) and nodes[index].low == "of":
        # 'session of the Joint Commission, co-chaired by A and B'
        index += 1
        while index < len(nodes) and index - noun < _NAME and nodes[index].kind in _OF_BODY:
            index += 1
    while index + 1 < len(nodes):
        while index < len(nodes) and (nodes[index].kind in {",", "r"} or nodes[index].low == "and"):
            index += 1
        group = sentence.group_at(index)
        told = group is not None and not group.chain and group.lemma in ATTENDING and group.last < len(nodes)
        if group is None or not told or nodes[group.last].low != "by":
            break
        people, end = parties_from(passage, sentence, group.last + 1, of_noun=True)
        people = [node for node in people if node.kind in NAMED_PEOPLE | {"GRP", "ORG"}]
        if not people:
            break
        found += people
        index = end
    return found, end


def _is_country(name: str) -> bool:
    place = find_place(name)
    return place is not None and place.kind == "country"


def is_led(sentence: Sentence, node: Node) -> bool:
    """Tell whether a group is no more than its leader's: 'a delegation led by A', 'a delegation from Peru led by A'."""
    if node.kind != "GRP":
        return False
    words, _, land = node.text.partition(" from ")
    if words.split()[-1].lower() not in LED or (land and not _is_country(land)):
        # 'a delegation of growers led by A' are the growers and A
        return False
    behind = sentence.text[node.end : node.end + _LEADING].split()
    return behind[:1] != [] and behind[0] in LEADING and behind[1:2] == ["by"]
