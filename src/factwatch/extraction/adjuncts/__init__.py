"""
Which verb each word of a sentence goes with, and how its verbs hang together.

One pass over the nodes keeps a stack of the clauses that are open: a relative clause, one behind a conjunction, a participle, a phrase in
dashes or brackets. A verb takes its place in the innermost clause that still wants one; what stands before a verb and behind the last
'and' or comma goes with it, everything else with the verb that was told last in the clause.
"""

from __future__ import annotations

from factwatch.extraction.adjuncts.model import Attachment
from factwatch.extraction.adjuncts.sight import is_gapped
from factwatch.extraction.adjuncts.state import State
from factwatch.extraction.adjuncts.turns import MARKS, TURNS, turn
from factwatch.extraction.adjuncts.verbs import is_noun, take_verb
from factwatch.extraction.clauses import Sentence


def attachment(sentence: Sentence) -> Attachment:
    """Return what goes with what in *sentence*; it is worked out once."""
    if sentence.attachment is None:
        sentence.attachment = _read(sentence)
    found: Attachment = sentence.attachment
    return found


def _read(sentence: Sentence) -> Attachment:
    """Return what goes with what."""
    state = State(sentence)
    nodes = state.nodes
    index = 0
    while index < len(nodes):
        group = state.starts.get(index)
        if group is not None and not is_noun(state, group):
            take_verb(state, group)
            for at in range(index, min(group.last, len(nodes))):
                state.owners[at] = group
            state.previous = group
            index = max(group.last, index + 1)
            continue
        _word(state, index)
        index += 1
    while state.stack:
        state.close()
    return _gather(state)


def _gather(state: State) -> Attachment:
    """Return what was given to which verb, its days and places apart."""
    dates: dict[int, list[int]] = {}
    places: dict[int, list[int]] = {}
    for index, (node, owner) in enumerate(zip(state.nodes, state.owners, strict=True)):
        if owner is not None and node.kind in {"DAT", "LOC"}:
            (dates if node.kind == "DAT" else places).setdefault(owner.main, []).append(index)
    return Attachment(state.owners, state.links, dates, places)


def _word(state: State, index: int) -> None:
    """Take a node that is no verb."""
    node = state.nodes[index]
    if node.kind in MARKS or node.low in TURNS or state.stack[-1].company:
        turn(state, index, node)
    if node.kind == "DAT" and is_gapped(state, index):
        return
    state.place(index)


__all__ = ["attachment"]
