"""Groups of people that nobody names: 'port operators', 'civil society organisations', 'members of the chamber of commerce'."""

from __future__ import annotations

import re
from typing import Final

from factwatch.annotation.wordlists import VerbForm
from factwatch.extraction.clauses import Sentence
from factwatch.extraction.meetings.words import BODY_HEADS, NO_HEADS, ORIGINS, PEOPLE, PEOPLE_ENDINGS
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node

_LENGTH: Final = 8
"""No more words describe a group, in nodes."""
_TAIL: Final = 9
"""No more words say which group it is, in nodes."""
_OF_LAND: Final = 3
"""Nodes that one country of a list takes."""
_ENDING: Final = 4
"""A word this short has no ending to tell it by: 'men', 'ears'."""
_BEFORE: Final = frozenset({"x", "p", "m", "ADJ", "#", "h", "LOC", "ORG", "EVT"})
COMMON: Final = frozenset({"x", "p"})
_QUALITIES: Final = frozenset({"x", "p", "m", "ADJ"})
_BEHIND_HEAD: Final = re.compile(r" (?:in|of|from) ")
_BEHIND: Final = frozenset({"d", "x", "p", "#", "LOC", "ORG", "EVT", "ADJ", "GRP", "m", "h", "s"})


def group_at(passage: Passage, sentence: Sentence, at: int) -> tuple[Node, int] | None:
    """Return the group described from the node *at* on and the index after it, or None where no people are described there."""
    nodes = sentence.nodes
    first = at
    while first < len(nodes) and nodes[first].kind == "d" and first - at < 2:  # noqa: PLR2004  # 'all the farmers'
        first += 1
    head = None
    index = first
    while index < len(nodes) and index - first < _LENGTH:
        node = nodes[index]
        if _names_people(passage, node) or (node.kind == "GRP" and index > first and nodes[index - 1].kind == "GRP"):
            head = index
        elif node.kind == "s" and index > first:
            # "the workers' union": so far only its owner
            head = None
        elif not (
            (node.kind in _BEFORE and not (head is not None and _is_participle(passage, node)))
            or (node.kind == "v" and sentence.group_at(index) is None and head is None)
            or (node.kind == "GRP" and not isinstance(node.value, list))
            or (node.kind == "v" and index == first and _describes(passage, nodes, index))
            or (node.kind == "TTL" and node.text.islower() and index + 1 < len(nodes) and _names_people(passage, nodes[index + 1]))
            or (node.kind == "PRO" and index == first and node.low in passage.lists.sets["possessives"])
            or (node.low == "and" and head is None and index > first and _joins_qualities(nodes, index))
        ) or (node.kind in {"LOC", "ORG", "EVT"} and (head is not None or not _goes_on(nodes, index))):
            break
        index += 1
    if head is None:
        return None
    end = _tail(passage, sentence, head + 1)
    text = sentence.text[nodes[first].start : nodes[end - 1].end]
    # 'ambassadors in Oslo', 'ministers of the Forum' are ambassadors and ministers
    value = nodes[head].value or _BEHIND_HEAD.split(nodes[head].low, maxsplit=1)[0].rsplit(" ", 1)[-1]
    group = Node("GRP", first, end, nodes[first].start, nodes[end - 1].end, text, text.lower(), name=text, value=value)
    if head == at and end == head + 1:
        # 'between the two prime ministers': whose office they have
        group.titles = nodes[head].titles
    return group, end


def _describes(passage: Passage, nodes: list[Node], at: int) -> bool:
    """Tell whether a form in -ing stands before those who do it: 'striking nurses'."""
    form = nodes[at].value
    return isinstance(form, VerbForm) and form.form == "ing" and at + 1 < len(nodes) and _names_people(passage, nodes[at + 1])


def _names_people(passage: Passage, node: Node) -> bool:
    if node.kind == "GRP":
        return not isinstance(node.value, list) and node.low.rsplit(" ", 1)[-1] not in NO_HEADS and node.value not in NO_HEADS
    if node.kind not in {"x", "p", "h"}:
        return False
    low = node.low
    if low in PEOPLE or low in BODY_HEADS:
        return True
    return len(low) > _ENDING and low.endswith(PEOPLE_ENDINGS) and "S" in passage.lists.classes.get(low, "S")


def _is_participle(passage: Passage, node: Node) -> bool:
    """Tell whether the word behind a group goes on about it: 'companies operating in Ghana', 'hauliers stranded at the border'."""
    letters = passage.lists.classes.get(node.low, "")
    return node.kind == "x" and ("G" in letters or "D" in letters)


def _precedes_noun(nodes: list[Node], at: int) -> bool:
    """Tell whether the participle is an adjective: 'of northern armed groups'."""
    return at + 1 < len(nodes) and nodes[at + 1].kind in COMMON


def _joins_qualities(nodes: list[Node], at: int) -> bool:
    """Tell whether what is joined says which people it is: 'political and religious leaders'."""
    return nodes[at - 1].kind in _QUALITIES and at + 1 < len(nodes) and nodes[at + 1].kind in _QUALITIES | {"GRP"}


def _goes_on(nodes: list[Node], at: int) -> bool:
    return at + 1 < len(nodes) and nodes[at + 1].kind in {"x", "p", "h", "s", "m", "GRP", "v"}


def _tail(passage: Passage, sentence: Sentence, at: int) -> int:
    """Return the index after the phrase that says which group it is: 'of hauliers', 'from Asaro and Bena', 'representing growers'."""
    nodes = sentence.nodes
    end = at
    origin = next((word for word in ("from", "of") if f" {word} " in nodes[at - 1].low), "")
    while origin and end + 1 < len(nodes) and nodes[end].low in {"and", ","} and nodes[at - 1].text.rsplit(" ", 1)[-1][:1].isupper():
        # 'clan leaders from Asaro | and Bena'
        following = nodes[end + 1]
        if following.kind != "LOC" and not (origin == "from" and following.kind == "PER" and not following.titles):
            break
        end += 2
    if (
        origin
        and end + 1 < len(nodes)
        and nodes[end].kind == "s"
        and nodes[end + 1].kind in {"ORG", "PER", "GRP"}
        and not nodes[end + 1].titles
    ):
        # "a delegation from Japan | 's Sumihara Metals"
        end += 2
    while (
        end < len(nodes)
        and nodes[end].kind in {"ORG", "PER"}
        and not nodes[end].titles
        and nodes[end - 1].text.rsplit(" ", 1)[-1][:1].isupper()
    ):
        # the rest of a body's name: 'a delegation of the Nigeria | Labour Congress'
        end += 1
    while end + 1 < len(nodes) and (nodes[end].low in ORIGINS or nodes[end - 1].low.endswith(" the")):
        # behind 'the heads of the' the phrase has begun already
        opening = end if nodes[end].low in ORIGINS else end - 1
        index = opening + 1
        if nodes[opening].low == "from" and nodes[index].low in {"across", "around", "all", "both", "throughout"}:
            index += 1
        begun = index
        lands = 0
        while index < len(nodes) and index - opening < _TAIL + lands:
            node = nodes[index]
            if node.kind == "LOC":
                # with its comma and article: a list of countries may be long
                lands += _OF_LAND
            if node.kind == "PER":
                joined = nodes[index - 1].low in {"and", ",", "&"}
                if not joined and (index > begun + 1 or (index > begun and nodes[index - 1].kind != "d")):
                    break
            elif node.kind == "PRO":
                if index != begun or node.low not in passage.lists.sets["possessives"]:
                    break
            elif node.low in {"and", ",", "&"}:
                if index + 1 >= len(nodes) or not _is_joined(nodes, opening, index):
                    break
            elif node.kind == "v":
                if sentence.group_at(index) is not None:
                    break
            elif node.kind not in _BEHIND or (
                index > begun and _is_participle(passage, node) and nodes[index - 1].kind != "d" and not _precedes_noun(nodes, index)
            ):
                break
            index += 1
        while index > begun and nodes[index - 1].kind in {"d", ",", "f", "s", "#"} and nodes[index - 1].low not in {"'", "’"}:
            index -= 1
        if index == begun:
            break
        end = index
    return end


def _is_joined(nodes: list[Node], opening: int, joint: int) -> bool:
    """Tell whether 'and' or a comma at *joint* goes on with the phrase: 'of the Nordic and Baltic bodies', 'from Peru and Chile'."""
    if nodes[joint - 1].kind == nodes[joint + 1].kind == "ADJ":
        return True
    if nodes[joint].low == "and" and nodes[joint - 1].kind in COMMON and nodes[joint + 1].kind == "d" and joint + 3 < len(nodes):
        # 'of civil society and the private sector'
        return nodes[joint + 2].kind in COMMON and nodes[joint + 3].kind in COMMON | {"f", ".", ","}
    return nodes[joint - 1].kind in {"LOC", "ORG", "PER", "ADJ"} and _belongs(nodes, opening, joint)


def _belongs(nodes: list[Node], opening: int, joint: int) -> bool:
    """Tell whether another country, body or, after 'from', place is joined to those behind *opening*."""
    following = nodes[joint + 1]
    if following.low == "and" and joint + 2 < len(nodes):
        following = nodes[joint + 2]
    if following.kind == "d" and joint + 2 < len(nodes):
        following = nodes[joint + 2]
    if following.kind != "PER" or following.titles:
        return following.kind in {"LOC", "ORG"}
    # 'from Asaro and Bena', 'of Asaro and Bena', but not 'of Asaro and Ana Ruiz'
    return " " not in following.text and (nodes[opening].low == "from" or " " not in nodes[joint - 1].text)
