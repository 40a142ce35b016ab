"""Who does what the verb says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from factwatch.extraction.clauses.model import NOUN_PHRASES, Sentence, VerbGroup
from factwatch.extraction.clauses.words import ATTRIBUTIVE, DATING, OPENINGS, PARTICIPLE_OPENINGS, REPORTING, SUBJECT_PRONOUNS
from factwatch.extraction.phrases import Node

_FAR: Final = 80
"""An opening mark further off, in nodes, is not believed to belong to a closing one."""
_ROW: Final = 12
_VERB: Final = 3
"""Clauses of a row, and the verbs in them, are no longer, in nodes."""


def subject_of(sentence: Sentence, group: VerbGroup, *, depth: int = 0) -> list[Node]:
    """
    Return the coordinated noun phrases that are the grammatical subject of *group*; [] where word order does not settle it.

    Relative clauses give their antecedent; joined, infinitive and participle clauses the subject of the verb they depend on.
    """
    nodes = sentence.nodes
    if depth > 4:  # noqa: PLR2004  # a chain of joined verbs this long is no sentence to trust
        return []
    at = group.first - 1
    while at >= 0 and nodes[at].kind == "r":
        at -= 1
    if at < 0:
        return _fronted_subject(sentence, group) if group.participle or group.infinitive else []
    node = nodes[at]
    if group.infinitive:
        return _of_previous(sentence, group, depth)
    if group.participle:
        if node.kind == "," or node.low in PARTICIPLE_OPENINGS:
            inherited = _of_previous(sentence, group, depth)
            return inherited or _fronted_subject(sentence, group)
        if node.kind in NOUN_PHRASES and group.form == "ing":
            # 'Rubio, visiting Kingston' has a comma; 'officials visiting Kingston' has none
            return _list_ending(sentence, at)
        if node.kind in NOUN_PHRASES:
            return []
        return _of_previous(sentence, group, depth)
    if node.low in {"who", "which", "that", "whose"}:
        return _antecedent(sentence, at)
    if node.low in {"and", "or", "but", "then", "later", ","} and (node.low != "," or at == 0):
        return _of_previous(sentence, group, depth)
    found = _nominal(sentence, group, at, depth)
    if not found and node.kind == "," and at == group.first - 1 and _in_row(sentence, group):
        return _of_previous(sentence, group, depth)
    return found


def _in_row(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether *group* is one of three: 'leaves Rome, refuels in Darwin and reaches Port Moresby'."""
    nodes = sentence.nodes
    position = sentence.groups.index(group)
    if position == 0 or position + 1 >= len(sentence.groups):
        return False
    before, after = sentence.groups[position - 1], sentence.groups[position + 1]
    same = before.form == group.form and before.tense == group.tense and not group.participle
    return (
        same
        and after.first > 0
        and nodes[after.first - 1].low in {"and", ","}
        and after.first - group.last < _ROW
        and before.first > group.first - _ROW - _VERB
    )


def _nominal(sentence: Sentence, group: VerbGroup, at: int, depth: int) -> list[Node]:
    nodes = sentence.nodes
    steps = 0
    while at >= 0 and steps < 24:  # noqa: PLR2004  # a subject further away is not believed
        steps += 1
        node = nodes[at]
        if node.kind == "DAT":
            at -= 1
            if at >= 0 and nodes[at].low in DATING:
                at -= 1
            continue
        if (
            node.kind == "r"
            or (node.kind == "d" and node.low in {"both", "all"})
            or (node.kind in {"m", "x", "f"} and node.low in {"first", "then", "once", "late", "last"})
        ):
            at -= 1
            continue
        if node.kind == "#" and at > 1 and nodes[at - 1].kind == ",":
            # 'Özdemir, 58, whose contract ends in June, flew'
            at -= 2
            continue
        if node.kind == ")":
            at = _back_to(nodes, at, "(") - 1
            continue
        if node.kind == "-":
            opening = _back_to(nodes, at, "-")
            if opening < 0:
                return []
            at = opening - 1
            continue
        if node.kind == ",":
            opening = _back_to(nodes, at, ",")
            if opening < 0:
                # 'On Monday in Geneva, said X' never comes here; ', and then' does. A name with an apposition has taken its comma along:
                # 'A, a former captain, who represented Fiji, said'
                relative = next((k for k in range(at - 1, 0, -1) if nodes[k].low in {"who", "whose", "which"}), 0)
                if relative and nodes[relative - 1].kind in NOUN_PHRASES and (nodes[relative - 1].appositive or nodes[relative - 1].titles):
                    return [nodes[relative - 1]]
                return []
            at = opening - 1
            continue
        if node.low in {"and", "but", "or", "then"}:
            return _of_previous(sentence, group, depth)
        if node.low in {"who", "which", "that"}:
            return _antecedent(sentence, at)
        if node.kind == "PRO" and node.low in SUBJECT_PRONOUNS:
            return _list_ending(sentence, at)
        if node.kind in NOUN_PHRASES:
            before = nodes[at - 1] if at else None
            if before is not None and before.kind == "d" and node.kind in {"LOC", "ORG"} and at > 1:
                before = nodes[at - 2]
            if before is not None and before.kind == "f" and before.low in ATTRIBUTIVE:
                head = at - (3 if nodes[at - 1].kind == "d" else 2)
                if head < 0:
                    return []
                # 'the delegation from Kenya', 'a visit by the king': the phrase before the preposition is the subject
                at = head
                if nodes[at].kind in {"x", "p", "h", "#", "v"}:
                    return []
                continue
            return _list_ending(sentence, at)
        return []
    return []


def _back_to(nodes: Sequence[Node], at: int, kind: str) -> int:
    # An opening mark further off is not believed to belong to this one.
    floor = max(-1, at - _FAR)
    index = at - 1
    while index > floor and nodes[index].kind != kind:
        index -= 1
    return index if index > floor else -1


def _antecedent(sentence: Sentence, at: int) -> list[Node]:
    nodes = sentence.nodes
    index = at - 1
    if index >= 0 and nodes[index].kind == ",":
        index -= 1
    if index >= 0 and nodes[index].kind == ")":
        index = _back_to(nodes, index, "(") - 1
    if index > 1 and nodes[index].kind == "#" and nodes[index - 1].kind == ",":
        # 'A, 66, who was'
        index -= 2
    if index >= 0 and nodes[index].kind in NOUN_PHRASES:
        return [nodes[index]]
    return []


def _of_previous(sentence: Sentence, group: VerbGroup, depth: int) -> list[Node]:
    position = bisect_left(sentence.groups, group.main, key=lambda item: item.main)
    if not position:
        return []
    previous = sentence.groups[position - 1]
    if position > 1 and _is_inserted(sentence, previous):
        # 'was in Washington, two sources said, and will travel on'
        previous = sentence.groups[position - 2]
    previous = _before_relative(sentence, previous, group)
    found = subject_of(sentence, previous, depth=depth + 1)
    if found or previous.main == group.main:
        return found
    return []


def _is_inserted(sentence: Sentence, said: VerbGroup) -> bool:
    """Tell whether *said* is 'said' of ', two sources said, and ...': a clause of saying between commas."""
    nodes = sentence.nodes
    if (
        said.lemma not in REPORTING
        or said.last + 1 >= len(nodes)
        or nodes[said.last].kind != ","
        or nodes[said.last + 1].low not in {"and", "but"}
    ):
        return False
    at = said.first - 1
    while at > 0 and said.first - at < _ROW and nodes[at].kind != "," and sentence.group_at(at) is None:
        at -= 1
    return at > 0 and nodes[at].kind == ","


def _before_relative(sentence: Sentence, previous: VerbGroup, group: VerbGroup) -> VerbGroup:
    """'He departs for Basel, where the heads gather, and will stop in Frankfurt': the verb before the clause that commas set off."""
    nodes = sentence.nodes
    at = group.first - 1
    if at < 1 or nodes[at].low != "and" or nodes[at - 1].kind != ",":
        return previous
    index = previous.first - 1
    while index > 0 and nodes[index].kind != ",":
        index -= 1
    if index < 1 or nodes[index + 1].low != "where" or index + 1 >= previous.first:
        return previous
    position = sentence.groups.index(previous)
    earlier = sentence.groups[position - 1] if position else None
    return earlier if earlier is not None and earlier.last <= index else previous


def _fronted_subject(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """'Speaking in Lagos, the minister said': the subject of the main clause."""
    nodes = sentence.nodes
    for index in range(group.main + 1, min(len(nodes), group.main + 20)):
        if nodes[index].kind == "," and index + 1 < len(nodes):
            after = index + 1
            if nodes[after].kind in NOUN_PHRASES:
                return [nodes[after]]
    return []


def _list_ending(sentence: Sentence, at: int) -> list[Node]:
    """Return the coordinated phrases of which the node *at* is the last."""
    nodes = sentence.nodes
    found = [nodes[at]]
    index = at - 1
    joined = False
    while index > 0:
        skip = index
        while skip >= 0 and nodes[skip].kind == "d":
            skip -= 1
        node = nodes[skip] if skip >= 0 else None
        if node is None:
            break
        if node.low in {"and", "&"} and skip > 0:
            joined = True
            index = skip - 1
            if nodes[index].kind == ",":
                index -= 1
        elif node.kind == "," and joined:
            index = skip - 1
        else:
            break
        if index < 0 or nodes[index].kind not in NOUN_PHRASES or (nodes[index].kind == "PRO" and nodes[index].low not in SUBJECT_PRONOUNS):
            break
        # 'He met X and Y said': a verb to the left makes this another clause
        if index > 0 and nodes[index - 1].kind == "f" and nodes[index - 1].low not in OPENINGS:
            return [nodes[at]] if len(found) == 1 else found
        if index > 0 and nodes[index - 1].kind == "v":
            return [nodes[at]]
        found.insert(0, nodes[index])
        index -= 1
    return found
