"""Where a verb takes its place: in the innermost clause that still wants one, or in one that it opens itself."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.adjuncts.model import Clause, Link
from factwatch.extraction.adjuncts.sight import joins
from factwatch.extraction.adjuncts.state import State
from factwatch.extraction.clauses import NAMED_PEOPLE, VerbGroup
from factwatch.extraction.clauses.words import COMPANY, COORDINATORS, SAY

_SPEAKERS: Final = frozenset({"he", "she", "they", "i", "we", "who"})
_LISTED: Final = 2
"""'and' and the second of a list, in nodes."""


def is_noun(state: State, group: VerbGroup) -> bool:
    """'hold talks': right behind a verb, without one of its own auxiliaries."""
    if group.chain or group.form not in {"s", "base"} or not group.first:
        return False
    return state.previous is not None and state.previous.last == group.first and state.previous.lemma not in SAY


def take_verb(state: State, group: VerbGroup) -> None:
    """Take a verb at its first node."""
    clause = state.stack[-1]
    if group.infinitive:
        _infinitive(state, group)
    elif group.participle:
        _participle(state, group)
    else:
        while state.stack[-1].reduced and len(state.stack) > 1:
            state.close()
        clause = state.stack[-1]
        if clause.sub and clause.group is None and clause.broken in COORDINATORS and joins(state, group):
            # 'after talks with A and flew'
            state.close()
            clause = state.stack[-1]
            clause.broken = "and"
        if clause.group is None:
            state.take(clause, group, clause.opener, clause.outer)
        else:
            _further(state, group)


def _infinitive(state: State, group: VerbGroup) -> None:
    """Take 'to meet': it goes on with the verb before, or comes before the one of its clause."""
    clause = state.stack[-1]
    if clause.reduced:
        state.take(clause, group, "to", clause.current)
        return
    parent = clause.current or clause.outer
    joined = clause.broken if clause.broken in COORDINATORS and joins(state, group) else "to"
    if clause.group is None:
        # 'To meet A on Monday he flew': the verb comes
        state.open(Clause("to", group.first, comma=True, reduced=True))
        state.take(state.stack[-1], group, "to", parent)
        return
    for index in clause.waiting:
        state.owners[index] = group if joined != "to" else clause.current
    clause.waiting = []
    clause.broken = ""
    clause.current = group
    state.links[group.main] = Link(joined, clause.start, parent)


def _participle(state: State, group: VerbGroup) -> None:
    """Take a participle: it opens a clause of its own, unless 'and' or a conjunction makes it the verb of one."""
    clause = state.stack[-1]
    before = state.nodes[group.first - 1] if group.first else None
    if clause.sub and clause.group is None:
        state.take(clause, group, clause.opener, clause.outer)
        return
    if clause.broken in COORDINATORS and clause.group is not None and clause.group.form == group.form:
        state.take(clause, group, clause.broken, clause.group)
        return
    opener = "," if before is None or before.low == "," else before.low if before.kind == "f" else "of"
    by = state.nodes[group.last].low if group.last < len(state.nodes) else ""
    company = opener == "of" and by == "by" and group.lemma in COMPANY
    state.open(Clause(opener, group.first, comma=opener == ",", reduced=True, company=company))
    parent = _told(state, clause.current, group) or clause.current
    inner = state.stack[-1]
    inner.outer = parent
    state.take(inner, group, opener, parent)


def _told(state: State, said: VerbGroup | None, group: VerbGroup) -> VerbGroup | None:
    """Return the verb that a participle goes on with behind a body's 'said': 'will go to A, the ministry said, stopping in B'."""
    link = state.links.get(said.main) if said is not None and said.lemma in SAY and group.lemma not in SAY else None
    if said is None or link is None or link.opener != "," or state.nodes[group.first - 1].low != ",":
        return None
    comma = next((index for index in range(said.first - 1, -1, -1) if state.nodes[index].kind == ","), 0)
    speaker = state.nodes[comma + 1 : said.first]
    spoke = any(node.kind in NAMED_PEOPLE or node.low in _SPEAKERS for node in speaker)
    return None if spoke or said.last < group.first - 1 else link.parent


def _further(state: State, group: VerbGroup) -> None:
    """Take a finite verb in a clause that has one already."""
    clause = state.stack[-1]
    if not clause.broken:
        if group.form == "past/participle" and not group.chain and clause.group is not None and clause.group.lemma not in SAY:
            # 'sign the deal agreed in March'
            _participle(state, group)
            return
        if _taken_outside(state, group):
            return
        if clause.group is not None and clause.group.lemma in SAY:
            _reported(state, group, clause)
            return
    elif clause.broken == "," and not clause.comma and _taken_outside(state, group):
        return
    opener = clause.broken or ","
    if opener == "," and group.lemma in SAY:
        # ', the ministry said on Tuesday' goes with the sentence as a whole
        _settle_list(state, group)
        while len(state.stack) > 1:
            waiting = state.stack[-1].waiting
            state.stack[-1].waiting = []
            state.close()
            state.stack[-1].waiting += waiting
        clause = state.stack[-1]
    state.take(clause, group, opener, clause.group)


def _reported(state: State, group: VerbGroup, clause: Clause) -> None:
    """'said on Monday the king would visit Rome': what stands right behind 'said' is its own."""
    state.open(Clause("that", group.first))
    state.take(state.stack[-1], group, "that", clause.group)


def _settle_list(state: State, said: VerbGroup) -> None:
    """Give day and place behind a list to the verb before it: 'will meet A and B on Monday, the ministry said'."""
    comma = next((index for index in range(said.first - 1, -1, -1) if state.nodes[index].low == ","), 0)
    for clause in state.stack:
        told = [index for index in clause.waiting if index < comma]
        if clause.current is None or len(told) < _LISTED or state.nodes[told[0]].low not in COORDINATORS:
            continue
        if state.nodes[told[1]].kind in {"DAT", "f", ","}:
            # 'and on Monday, the ministry said, he flew'
            continue
        for index in told:
            state.owners[index] = clause.current
        clause.waiting = clause.waiting[len(told) :]


def _taken_outside(state: State, group: VerbGroup) -> bool:
    """Give the verb to the nearest clause around that has none yet; tell whether there is one."""
    wanting = state.wanting()
    if wanting is None:
        return False
    while len(state.stack) > wanting + 1:
        state.close()
    outer = state.stack[-1]
    state.take(outer, group, outer.opener, outer.outer)
    return True
