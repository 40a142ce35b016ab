"""What stands around a node: whether a verb follows, whether a comma sets off a day, whether a dash is one."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.adjuncts.state import State
from factwatch.extraction.clauses import NOUN_PHRASES, VerbGroup
from factwatch.extraction.clauses.words import COORDINATORS, DATE_OPENERS

_REACH: Final = 4
"""Words between a preposition and its date, in nodes."""
_ADVERBIAL: Final = frozenset({"LOC", "DAT", "f", "r", ","})
"""Kinds of nodes that tell where and when."""


def is_gapped(state: State, index: int) -> bool:
    """Tell whether a day is that of a verb left out: 'will meet A on Monday and two days later with B'."""
    nodes = state.nodes
    if not 1 < index < len(nodes) - 1:
        return False
    return nodes[index - 1].low == "and" and nodes[index + 1].low == "with" and nodes[index - 2].kind != "DAT"


def opens(state: State, index: int) -> bool:
    """Tell whether 'that' opens a clause: behind a verb or noun, with a verb to come."""
    before = state.nodes[index - 1] if index else None
    following = state.nodes[index + 1] if index + 1 < len(state.nodes) else None
    if before is None or following is None or before.kind in {"d", "f"}:
        return False
    return following.kind not in {"x", "DAT"} or following.kind in NOUN_PHRASES


def spaced(state: State, index: int) -> bool:
    """Tell whether a dash stands between blanks."""
    nodes = state.nodes
    return (
        0 < index < len(nodes) - 1 and nodes[index - 1].end < nodes[index].start and nodes[index].end < nodes[index + 1].start
    ) or nodes[index].low == "\u2014"


def sets_off_day(state: State, index: int) -> bool:
    """Tell whether the comma opens, or ends, the day in 'and, on Tuesday, travelled'."""
    nodes = state.nodes
    if nodes[index - 1].low in COORDINATORS:
        return date_near(state, index + 1)
    at = index - 1
    while at > 0 and (nodes[at].kind in {"DAT", "d"} or nodes[at].low in DATE_OPENERS):
        at -= 1
    return nodes[at].kind == "," and nodes[at - 1].low in COORDINATORS and verb_follows(state, index + 1)


def is_adverbial(state: State, waiting: list[int]) -> bool:
    """Tell whether the nodes behind a comma say how, where or when something is done: they hold no subject of a verb to come."""
    first = next((index for index in waiting if state.nodes[index].kind != ","), None)
    if first is None:
        return True
    # 'in Rome, not Milan, on 29 June'
    adverbial = (state.nodes[first].kind == "f" and state.nodes[first].low not in COORDINATORS) or state.nodes[first].low == "not"
    return adverbial or all(state.nodes[index].kind in _ADVERBIAL for index in waiting)


def verb_follows(state: State, index: int) -> bool:
    """Tell whether nothing but adverbs stands before the next verb."""
    nodes = state.nodes
    while index < len(nodes) and nodes[index].kind == "r":
        index += 1
    return index in state.starts


def participle_follows(state: State, index: int) -> bool:
    """Tell whether a participle comes next."""
    group = state.starts.get(index)
    return group is not None and group.participle


def date_near(state: State, index: int) -> bool:
    """Tell whether a day follows within a few words."""
    return any(state.nodes[at].kind == "DAT" for at in range(index, min(len(state.nodes), index + _REACH)))


def joins(state: State, group: VerbGroup) -> bool:
    """Tell whether nothing but days and adverbs stands between the last 'and' and the verb."""
    at = group.first - 1
    while at >= 0 and (state.nodes[at].kind in {"r", "DAT"} or state.nodes[at].low in DATE_OPENERS):
        at -= 1
    return at >= 0 and state.nodes[at].low in COORDINATORS
