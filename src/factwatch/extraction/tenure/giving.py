"""Who fills an office, where another clause says it: 'Kenya's government said A would become finance minister'."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import subject_of
from factwatch.extraction.phrases import Node
from factwatch.extraction.tenure.frames import Frame
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import Place

_ANNOUNCING: Final = words_of(data_file("tenure.yaml")["announcing"])
_STATE_NOUNS: Final = words_of(data_file("tenure.yaml")["state_nouns"])
_ELECTORS: Final = words_of(data_file("tenure.yaml")["electors"])
_OPENING: Final = 6
"""Nodes before the electors, with the dateline."""
_NEAR: Final = 3
"""Nodes between 'said' and who gets the office: 'that', a day."""


def teller(frame: Frame) -> Node | None:
    """Return the body or state that says who gets an office of its own; None where somebody else tells of it."""
    group, nodes = frame.group, frame.sentence.nodes
    main = frame.verb_before
    if main is None or main.lemma not in _ANNOUNCING or main.passive or main.negative or main.infinitive or not frame.subject:
        return None
    between = nodes[main.last : group.first]
    holder = next((index for index, node in enumerate(between) if node is frame.subject[0]), None)
    if holder is None or holder > _NEAR or any(node.kind not in {"DAT", "f", "d"} and node.low != "that" for node in between[:holder]):
        return None
    subject = subject_of(frame.sentence, main)
    return with_state(nodes, subject[0], main.first) if len(subject) == 1 else None


def electors(frame: Frame) -> Node | None:
    """Return the body of 'Shareholders of Arko approved the accounts and elected A', whose own the office is."""
    nodes = frame.sentence.nodes
    for at in range(min(_OPENING, frame.group.first - 2)):
        if nodes[at].low.removesuffix("s") in _ELECTORS and nodes[at].low.endswith("s") and nodes[at + 1].low == "of":
            return nodes[at + 2] if nodes[at + 2].kind == "ORG" else None
    return None


def with_state(nodes: list[Node], owner: Node, end: int) -> Node:
    """Return 'government' in "Kenya's government" as a phrase of Kenya's, where it stands before the node *end*."""
    if owner.kind != "GRP" or owner.nation is not None or owner.low not in _STATE_NOUNS:
        return owner
    at = next((index for index in range(end - 1, max(1, end - 6), -1) if nodes[index] is owner), 0)
    land = nodes[at - 2] if at > 1 and nodes[at - 1].kind == "s" else None
    if land is None or land.kind != "LOC" or not isinstance(land.value, Place):
        return owner
    return evolve(owner, nation=land.value)
