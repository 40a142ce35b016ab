"""Functions behind 'as': 'sees X as a partner', "X's role as mediator", 'follows the talks as an observer'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, list_from, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_before, group_ending
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.grammar import holders_of, is_told
from factwatch.extraction.roles.noun_phrases import phrase_at
from factwatch.extraction.roles.objects import CHAIRED, apposed_names
from factwatch.extraction.roles.relation_findings import GIVING, NAMED, PEACE, PERSONAL, REGARDING, TEAMS, owner_of, relation_finding
from factwatch.extraction.roles.relation_words import Relation
from factwatch.extraction.roles.states import turn_at
from factwatch.lexicon.loader import data_file

_WORDS: Final = data_file("roles.yaml")
_AS_NOUNS: Final = frozenset(_WORDS["as_nouns"])
_ACTING: Final = frozenset(_WORDS["acting_verbs"])
_WATCHING: Final = frozenset({"observer", "guarantor", "mediator", "facilitator"})
_ASIDE: Final = 5
"""Nodes of a bracket and its comma."""
_AGREED: Final = frozenset({"agreed", "decided", "voted"})
_CLAUSE: Final = 8
"""Nodes between a verb and its 'as an observer'."""


def behind_as(sentence: Sentence, relation: Relation, at: int) -> Iterator[Finding]:
    """'sees X as', 'X's role as', 'acts as', 'As a member, X'."""
    nodes = sentence.nodes
    turn = turn_at(sentence, at + 1, personal=relation.noun in PERSONAL)
    if turn is not None:
        of, _ = owner_of(sentence, relation)
        if not relation.plural and (of is not None or relation.determiner in {"the", ""} or turn.group.lemma not in GIVING):
            yield from turn.findings(sentence, relation.words, of, relation.end)
        return
    if at == 0:
        after = relation.last
        if after + 1 < len(nodes) and nodes[after].kind == ",":
            after += 1
            while after < len(nodes) and nodes[after].kind == "d":
                after += 1
            if after < len(nodes) and nodes[after].kind in NAMED and not (after + 1 < len(nodes) and nodes[after + 1].kind == "s"):
                yield from relation_finding(sentence, relation, nodes[after], "as", "current")
        return
    before = nodes[at - 1]
    if before.kind == "," and at > 1 and nodes[at - 2].kind in NAMED and relation.owner is not None and not relation.plural:
        # 'Rwanda, as guarantor of the accord, has'
        yield from relation_finding(sentence, relation, nodes[at - 2], "as", "current")
        return
    if before.kind in NAMED | {"PER"} and at > 1 and nodes[at - 2].low == "with" and not relation.plural:
        # 'in Accra, with Ghana as host', 'With Oman as mediator, the sides'
        verb = group_before(sentence, at)
        if (verb is None or is_told(sentence, verb)) and (relation.owner is not None or relation.noun in TEAMS | PEACE | _WATCHING):
            later = verb is not None and verb.tense == "future"
            yield from relation_finding(sentence, relation, before, "with-as", "incoming" if later else "current")
        return
    if before.kind in NAMED or (before.kind == "PRO" and before.low == "it"):
        verb = group_before(sentence, at - 1)
        near = verb is not None and verb.lemma in REGARDING and verb.last <= at - 1 <= verb.last + 1
        if verb is not None and near and not verb.passive and is_told(sentence, verb):
            giver = next((node for node in subject_of(sentence, verb) if node.kind in NAMED), None)
            yield from relation_finding(sentence, relation, before, "regarded", "current", giver)
        else:
            yield from _given(sentence, relation, at)
        return
    if before.low in _AS_NOUNS:
        index = at - 2
        while index >= 0 and nodes[index].kind in {"x", "p", "m", "r", "ADJ", "v", "#"}:
            index -= 1
        if index > 0 and nodes[index].kind == "s" and nodes[index - 1].kind in NAMED:
            yield from relation_finding(sentence, relation, nodes[index - 1], "role-as", "current")
        elif before.low == "capacity" and (owner := _in_capacity(nodes, index)) is not None:
            yield from relation_finding(sentence, relation, owner, "role-as", "current")
        elif index > 1 and nodes[index].low == "its" and nodes[index - 1].low == "for" and nodes[index - 2].kind in NAMED:
            # 'thanked Qatar for its role as mediator'
            yield from relation_finding(sentence, relation, nodes[index - 2], "role-as", "current")
        return
    yield from _given(sentence, relation, at)
    group = group_ending(sentence, at)
    if group is None and relation.noun in _WATCHING:
        # 'follows the talks as an observer', 'takes part in the forum as an observer'
        group = group_before(sentence, at)
        group = group if group is not None and at - group.last < _CLAUSE and _is_plain(nodes, group.last, at) else None
        seat = phrase_at(sentence, group.last) if group is not None and relation.owner is None else None
        if seat is not None and (seat.noun in CHAIRED or (seat.node is not None and seat.node.kind == "ORG")):
            relation.owner = seat.node if seat.node is not None and seat.node.kind == "ORG" else seat.text
    if group is None or not is_told(sentence, group):
        return
    if group.lemma in _ACTING and not group.passive and not (group.infinitive and _is_wished(sentence, group)):
        holders = holders_of(subject_of(sentence, group)) or apposed_names(sentence, group)
        if holders and relation.plural == (len(holders) > 1):
            status = (
                "incoming"
                if group.tense == "future" and group.lemma != "continue"
                else "former"
                if group.tense == "past" and not group.perfect and group.lemma in {"act", "serve", "work"}
                else "current"
            )
            for holder in holders:
                if holder.kind in NAMED or relation.owner is not None or relation.noun in PEACE or relation.words.endswith("board member"):
                    yield from relation_finding(sentence, relation, holder, "acts-as", status)
    elif group.passive and group.lemma in GIVING and group.tense != "future" and not relation.plural:
        # 'was appointed as a member of the board'
        for holder in holders_of(subject_of(sentence, group))[:1]:
            yield from relation_finding(sentence, relation, holder, "given", "current")
    elif group.lemma in REGARDING and group.passive:
        for holder in holders_of(subject_of(sentence, group))[:1]:
            yield from relation_finding(sentence, relation, holder, "regarded", "current")


def _in_capacity(nodes: list[Node], at: int) -> Node | None:
    """Return A of "A, in the latter's | capacity as", 'A, in his | capacity as', which ends at *at*."""
    if nodes[at].kind == "s" and at > 2 and nodes[at - 1].low == "latter":  # noqa: PLR2004  # 'in the latter's'
        at -= 2
    elif nodes[at].low not in {"his", "her", "its"}:
        return None
    at -= 1
    comma = at - 1
    if comma < 1 or nodes[at].low != "in":
        return None
    named = nodes[comma - 1] if nodes[comma].kind == "," else nodes[comma]
    return named if named.kind in NAMED | {"PER"} else None


def _is_wished(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether somebody is only asked in: 'decided to invite Fiji to join as a guarantor'."""
    before = group_before(sentence, group.main)
    return before is not None and before.lemma in {"invite", "ask", "urge", "want", "propose", "encourage", "persuade"}


def _is_plain(nodes: list[Node], first: int, last: int) -> bool:
    """Tell whether only what belongs to one verb stands between."""
    return all(node.kind not in {",", ";", ":", "QUO", "PER", "u"} for node in nodes[first:last])


def _given(sentence: Sentence, relation: Relation, at: int) -> Iterator[Finding]:
    """Read 'appointed A and B as facilitators of the process'."""
    nodes = sentence.nodes
    verb = group_before(sentence, at)
    if verb is None or verb.lemma not in GIVING or verb.passive or verb.participle or not is_told(sentence, verb):
        return
    if verb.tense == "future" and _AGREED.isdisjoint(verb.chain):
        return
    kind = "PER" if verb.last < len(sentence.nodes) and sentence.nodes[verb.last].kind == "PER" else "LOC"
    holders, end = list_from(sentence, verb.last, lambda node: node.kind == kind)
    if end < at and nodes[end].kind == "(" and at - end <= _ASIDE:
        # as in 'appointed A (SAN), as a member'
        end = at if nodes[at - 1].kind in {",", ")"} else end
    if end != at or not holders or relation.plural != (len(holders) > 1):
        return
    for holder in holders:
        yield from relation_finding(sentence, relation, holder, "given", "current")
