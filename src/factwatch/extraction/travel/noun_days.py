"""Days told behind a noun of travel: 'his visit to Dhaka on Monday', 'a trip to Riga, originally planned for May,'."""

# ruff: noqa: PLR2004  # how far a phrase reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

from typing import Any

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.travel.words import BEFORE_EVENT_DAY, SET_FOR


def date_after(sentence: Sentence, at: int) -> tuple[Any, int]:
    """Return the date that begins at the node *at*, and the index after it."""
    nodes = sentence.nodes
    index = at
    while index < len(nodes) and index - at < 3:
        if nodes[index].kind == "DAT" and (index == 0 or nodes[index - 1].low not in {"until", "till", "since", "before", "after"}):
            return nodes[index].value, index + 1
        if nodes[index].low not in {"on", "in", "from", "for", "late", "early", "(", ",", "at", "over", "the", "during"}:
            break
        index += 1
    return None, at


def date_told(sentence: Sentence, at: int) -> Any:
    """'his visit to Dhaka, which was to have taken place from 2 to 4 June', 'a trip to Riga, originally planned for May,'."""
    nodes = sentence.nodes
    index = at
    if index < len(nodes) and nodes[index].low == "for" and nodes[index].kind == "f":
        # 'his trip to Riga for a summit, scheduled for May,'
        index = next((after for after in range(index + 1, min(len(nodes), index + 9)) if nodes[after].kind in {",", "u", "DAT"}), index)
    if index < len(nodes) and nodes[index].kind == ",":
        index += 1
    if index >= len(nodes) or nodes[index].low not in SET_FOR:
        return None
    for after in range(index + 1, min(len(nodes), index + 11)):
        if nodes[after].kind in {",", ";", "QUO"} or (
            nodes[after].kind == "v" and nodes[after].low in {"announced", "agreed"} and nodes[after + 1].low != "for"
        ):
            return None
        if nodes[after].kind == "DAT":
            return nodes[after].value if nodes[after - 1].low not in {"since", "until", "to", "by"} else None
    return None


def day_of_event(sentence: Sentence, group: VerbGroup) -> Any:
    """'will take place in June', 'is scheduled for Monday'."""
    nodes = sentence.nodes
    for index in range(group.last, min(len(nodes), group.last + 6)):
        if nodes[index].kind == "DAT":
            return nodes[index].value if nodes[index - 1].low not in {"until", "since", "before", "after", "by"} else None
        if nodes[index].low not in BEFORE_EVENT_DAY:
            return None
    return None
