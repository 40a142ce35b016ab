"""Who had the chair before, and who has it next: 'X, who took over from Y in June', 'Burundi will take over in 2027'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.grammar import body_of, holders_of, is_told, role_finding
from factwatch.extraction.roles.turn_words import TRIGGERS, dates_of, goal_of

_NEXT: Final[dict[str, str]] = {"successor": "incoming", "predecessor": "former"}
_POSSESSIVES: Final = frozenset({"his", "her", "its"})
_CLOSE: Final = 7
"""Nodes between 'took over' and its 'from'."""


def hand_ons(sentence: Sentence, chairs: list[Finding]) -> Iterator[Finding]:
    """Return who had the chair before: 'X, who took over from Y in June', where X was just said to be chair."""
    nodes = sentence.nodes
    current = [item for item in chairs if item.status == "current"]
    if len(current) == 1 and not sentence.lows.isdisjoint(_NEXT):
        yield from _next_holders(sentence, current[0])
    for group in sentence.groups:
        if group.verb == "hand over" and not group.passive and is_told(sentence, group):
            yield from _handed_to(sentence, group, chairs)
            continue
        if group.verb not in {"take over", "succeed", "replace"} or group.passive or not is_told(sentence, group):
            continue
        subjects = subject_of(sentence, group)
        subject = holders_of(subjects) or [node for node in subjects if node.low == "it"]
        chair = next((item for item in chairs if len(subject) == 1 and _is_same(subject[0], item.who[0])), None)
        if chair is None and len(subject) == 1 and subject[0].kind == "LOC" and group.verb == "take over" and len(current) == 1:
            yield from _next_in_turn(sentence, group, subject[0], current[0])
        if (
            chair is None
            or group.tense == "future"
            or any(node.kind == "TTL" or node.low in TRIGGERS for node in nodes[group.last : group.last + 6])
        ):
            continue
        at = group.last
        if group.verb == "take over":
            # 'took over from A', 'took over the panel in November from A'
            at = next((index for index in range(at, min(len(nodes), at + _CLOSE)) if nodes[index].low == "from"), len(nodes)) + 1
            if any(node.kind in {",", ";", "PER", "LOC", "ORG"} for node in nodes[group.last : at - 1]):
                continue
        while at < len(nodes) and nodes[at].kind == "d":
            at += 1
        if at < len(nodes) and nodes[at].kind in {"PER", "LOC"}:
            of = body_of(chair)
            status = "current" if chair.status == "incoming" else "former"
            yield role_finding(sentence, nodes[at], chair.role, "handed", status, (nodes[group.first].start, nodes[at].end), of)


def _next_holders(sentence: Sentence, chair: Finding) -> Iterator[Finding]:
    """Read 'the outgoing chair, and his successor, B' and 'Her successor in the chair, B', where A was just said to be chair."""
    nodes = sentence.nodes
    for at in range(1, len(nodes) - 2):
        if nodes[at].low not in _NEXT or nodes[at - 1].low not in _POSSESSIVES:
            continue
        behind = at + 2 if nodes[at + 1].kind == "," or nodes[at + 1].low == "in" else at + 1
        named = nodes[behind]
        if named.kind not in {"PER", "LOC"} or (nodes[at + 1].low == "in" and not named.low.startswith("the chair")):
            continue
        if nodes[at + 1].kind == "," and behind + 1 < len(nodes) and nodes[behind + 1].kind not in {",", "."}:
            continue
        of = body_of(chair)
        yield role_finding(sentence, named, chair.role, "handed", _NEXT[nodes[at].low], (nodes[at].start, named.end), of)


def _handed_to(sentence: Sentence, group: VerbGroup, chairs: list[Finding]) -> Iterator[Finding]:
    """Read 'A, who has held the post for six months, will hand over to B', where A was just said to be chair."""
    nodes = sentence.nodes
    subject = holders_of(subject_of(sentence, group))
    chair = next((item for item in chairs if len(subject) == 1 and _is_same(subject[0], item.who[0])), None)
    goal = goal_of(nodes, group.last, min(len(nodes), group.last + 4)) if chair is not None else None
    if chair is None or goal is None or nodes[group.last].low != "to":
        return
    later = group.tense == "future" or group.form == "s"
    date = dates_of(nodes, group.last, min(len(nodes), group.last + _CLOSE)).get("since")
    of = body_of(chair)
    status, tense = ("incoming", "future") if later else ("current", "past")
    yield role_finding(sentence, goal, chair.role, "turn", status, (nodes[group.first].start, goal.end), of, since=date, tense=tense)


def _next_in_turn(sentence: Sentence, group: VerbGroup, state: Node, chair: Finding) -> Iterator[Finding]:
    """Read 'Burundi will take over in 2027', where A was just said to hold the chair."""
    nodes = sentence.nodes
    later = group.tense == "future" or group.form == "s"
    after = nodes[group.last] if group.last < len(nodes) else None
    if after is None or not (after.kind in {"DAT", ".", ","} or after.low in {"in", "on", "from", "next"}):
        return
    of = body_of(chair)
    date = dates_of(nodes, group.last, min(len(nodes), group.last + 4)).get("since")
    span = (nodes[group.first].start, nodes[group.last - 1].end)
    status, tense = ("incoming", "future") if later else ("current", "past")
    yield role_finding(sentence, state, chair.role, "turn", status, span, of, since=date, tense=tense)


def _is_same(subject: Node, holder: Node) -> bool:
    """Tell whether a pronoun or a later name may be the holder."""
    if subject is holder:
        return True
    if subject.kind == "PRO":
        return (subject.low in {"he", "she"} and holder.kind == "PER") or (subject.low == "it" and holder.kind == "LOC")
    return bool(subject.name and holder.name and subject.kind == holder.kind and subject.name.split()[-1] == holder.name.split()[-1])
