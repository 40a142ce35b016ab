"""Marks, and words at which a clause may begin or end: commas, dashes, brackets, 'and', 'who', 'that', 'before'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.adjuncts.model import Clause
from factwatch.extraction.adjuncts.sight import date_near, is_adverbial, opens, participle_follows, sets_off_day, spaced, verb_follows
from factwatch.extraction.adjuncts.state import State
from factwatch.extraction.clauses.words import COORDINATORS, DATE_OPENERS, RELATIVE_WORDS, SUBORDINATORS
from factwatch.extraction.phrases import Node

MARKS: Final = frozenset({",", ";", ":", "-", "(", ")"})
"""Kinds of nodes at which a clause may begin or end."""
TURNS: Final = COORDINATORS | RELATIVE_WORDS | SUBORDINATORS | {"that", "(", "[", ")", "]"}
"""Words that are no such kind and do so too."""
_DESCRIBED: Final = frozenset({"ADJ", "GRP", "TTL"})


def turn(state: State, index: int, node: Node) -> None:
    """Take a mark, or a word at which a clause may begin or end."""
    low, kind = node.low, node.kind
    if kind == ";" or (kind == ":" and low in {":", ";"}):
        state.restart(index)
    elif kind == "," and low == ",":
        _comma(state, index)
    elif kind == "-" and spaced(state, index):
        _dash(state, index)
    elif low in {"(", "["}:
        state.open(Clause(low, index, comma=True))
    elif low in {")", "]"}:
        _close_bracket(state)
    elif low in COORDINATORS and kind == "f":
        _coordinator(state, index)
    elif low in RELATIVE_WORDS and kind != "DAT" and index:
        state.open(Clause(low, index, comma=state.nodes[index - 1].low == ","))
    elif low == "that" and opens(state, index):
        state.open(Clause(low, index))
    elif low in SUBORDINATORS and kind in {"f", "r", "x"}:
        state.open(Clause(low, index, comma=bool(index) and state.nodes[index - 1].low == ",", sub=True))
    elif state.stack[-1].company and kind == "f" and low not in {"by", "of"}:
        # 'met a delegation led by A in Oslo': the place is that of the meeting
        state.close()


def _comma(state: State, index: int) -> None:
    """Take a comma: it ends participles and relative clauses, and may part a verb from what stands before it."""
    following = state.nodes[index + 1] if index + 1 < len(state.nodes) else None
    low = following.low if following is not None else ""
    # a participle ends at its comma
    while state.stack[-1].reduced and low not in COORDINATORS:
        state.close()
    clause = state.stack[-1]
    listed = clause.opener == "when" and state.nodes[index - 1].kind == "PER" and following is not None and following.kind == "PER"
    if clause.sub and clause.group is None and not listed:
        # 'after talks in Rome,' was no clause; 'when A, B and C meet' goes on
        state.close()
        clause = state.stack[-1]
    if clause.opener in RELATIVE_WORDS and clause.comma and clause.group is None and verb_follows(state, index + 1):
        # 'whose term ends in June, met': a verb that was not made out
        state.stack.pop()
    elif len(state.stack) > 1 and clause.group is not None and low not in RELATIVE_WORDS:
        _leave(state, index, following)
    clause = state.stack[-1]
    if clause.broken in COORDINATORS and sets_off_day(state, index):
        # 'flew to Lima on Monday and, on Tuesday, travelled to Quito': the day between the commas is the second verb's
        return
    if clause.broken == "," and is_adverbial(state, clause.waiting):
        # 'in Rome, Italy, on 29 June, the ministry said': place and day between commas go on with what stands before
        state.settle(clause)
    clause.broken = ","


def _leave(state: State, index: int, following: Node | None) -> None:
    """Close the clauses that a comma ends."""
    wanting = state.wanting()
    if wanting is not None:
        # 'A, who took office in October, will', 'After he met B, A will'
        if state.stack[-1].comma or state.stack[wanting + 1].start <= 1 or verb_follows(state, index + 1):
            while len(state.stack) > wanting + 1:
                state.close()
        return
    if following is None or not state.stack[-1].comma:
        return
    low = following.low
    date = following.kind == "DAT" or (low in DATE_OPENERS and date_near(state, index + 1))
    if low in SUBORDINATORS or low in COORDINATORS or date or participle_follows(state, index + 1):
        state.close()


def _dash(state: State, index: int) -> None:
    """Take a dash: the second of two ends what stands between them."""
    if any(clause.opener == "-" for clause in state.stack):
        while state.close().opener != "-":
            pass
        state.stack[-1].broken = state.stack[-1].broken or ("," if state.stack[-1].group is None else "")
    else:
        state.open(Clause("-", index, comma=True))


def _coordinator(state: State, index: int) -> None:
    """Take 'and', 'or', 'but': what waited goes with the verb before, what follows with the next one."""
    nodes = state.nodes
    if index and nodes[index - 1].kind == "ADJ" and index + 1 < len(nodes) and nodes[index + 1].kind in _DESCRIBED:
        # 'her Kenyan and Ugandan counterparts'
        return
    after_comma = bool(index) and nodes[index - 1].low == ","
    while state.stack[-1].reduced:
        state.close()
    clause = state.stack[-1]
    if clause.sub and clause.group is None and clause.outer is not None and after_comma:
        state.close()
        clause = state.stack[-1]
    state.settle(clause)
    clause.broken = nodes[index].low


def _close_bracket(state: State) -> None:
    """Close the clauses within the innermost bracket, and it."""
    if any(clause.opener in {"(", "["} for clause in state.stack):
        while state.close().opener not in {"(", "["}:
            pass
