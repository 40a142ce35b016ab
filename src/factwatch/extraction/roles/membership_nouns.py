"""Membership told by its noun: 'suspended its membership of the council', 'X's membership was revoked', 'was granted full membership'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after, group_before
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.grammar import holders_of, is_told, role_finding
from factwatch.extraction.roles.membership_seats import Seat, may_sit, seat_at
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("roles.yaml")["membership"]
_LOSING: Final = words_of(_WORDS["membership_ending_verbs"])
_GAINING: Final = words_of(_WORDS["membership_gaining_verbs"])
_GRANTING: Final = words_of(data_file("roles.yaml")["status_granting_verbs"])
_NEAR: Final = 4
"""Nodes between a verb and 'membership': 'its', 'full'."""


def find_membership_nouns(sentence: Sentence) -> Iterator[Finding]:
    """Return who gets and who loses membership, where the sentence has that noun."""
    nodes = sentence.nodes
    for at in range(1, len(nodes) - 2):
        if nodes[at].low != "membership" or nodes[at + 1].low not in {"of", "in"}:
            continue
        seat = seat_at(sentence, at + 2)
        if seat is None or not seat.of_states:
            continue
        owner = _owner(nodes, at)
        group = group_before(sentence, at) if owner is None else group_after(sentence, seat.last - 1)
        if group is None or group.infinitive or not is_told(sentence, group):
            continue
        status, holders = _told(sentence, group, at, owner)
        role = "full member" if nodes[at - 1].low == "full" else "member"
        for holder in holders:
            if status and may_sit(holder, seat):
                yield _finding(sentence, group, holder, seat, role, status)


def _told(sentence: Sentence, group: VerbGroup, at: int, owner: Node | None) -> tuple[str, list[Node]]:
    """Return what becomes of the membership at the node *at*, '' where nothing does, and whose it is."""
    if owner is not None:
        return ("former" if group.passive and group.lemma in _LOSING and group.tense != "future" else ""), [owner]
    if at - group.last > _NEAR:
        return "", []
    holders = holders_of(subject_of(sentence, group))
    later = group.tense == "future"
    if not group.passive and group.verb in _LOSING and sentence.nodes[group.last].low == "its":
        return ("" if later else "former"), holders
    if (group.passive and group.lemma in _GRANTING) or (not group.passive and group.lemma in _GAINING):
        return ("incoming" if later else "current"), holders
    return "", []


def _owner(nodes: list[Node], at: int) -> Node | None:
    """Return X of "X's membership", "X's full membership"."""
    first = at - 1
    while first > 1 and nodes[first].kind in {"x", "p", "m"}:
        first -= 1
    return nodes[first - 1] if nodes[first].kind == "s" and nodes[first - 1].kind in {"LOC", "ORG"} else None


def _finding(sentence: Sentence, group: VerbGroup, holder: Node, seat: Seat, role: str, status: str) -> Finding:  # noqa: PLR0917  # what a role is made of
    return role_finding(sentence, holder, role, "membership", status, (sentence.nodes[group.first].start, seat.end), seat.of)
