"""'X is a key ally of Y', 'Chile, the world's biggest exporter of copper,', 'sees X as a partner', 'X's role as a major producer'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import define

from factwatch.extraction.clauses import Sentence, VerbGroup, people_of, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after, group_at, group_before, group_ending
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.grammar import BODIES, holders_of, is_told, phrase_at, role_finding, whole, without_article
from factwatch.lexicon.loader import data_file

_WORDS: Final = data_file("roles.yaml")
RELATIONS: Final = frozenset(str(word) for word in _WORDS["relation_nouns"])
PERSONAL: Final = frozenset(str(word) for word in _WORDS["personal_nouns"])
TRADING: Final = frozenset(str(word) for word in _WORDS["trading_nouns"])
_REPORTING: Final = frozenset({"say", "add", "note", "tell", "stress", "insist", "describe", "call", "explain"})
_REGARDING: Final = frozenset(_WORDS["regarding_verbs"])
_NOUN: Final = re.compile(rf"\b(?:{'|'.join(sorted(RELATIONS, key=len, reverse=True))})\b", re.IGNORECASE)
_DETERMINER: Final = re.compile(
    r"^(?:(?:one of )?(?:the|a|an|its|our|my|his|her|their|this|that|another)\s+|.*?[’']s?\s+)", re.IGNORECASE | re.DOTALL
)
_ANAPHORS: Final = frozenset(
    {"company", "union", "bank", "firm", "club", "group", "party", "agency", "association", "federation", "commission", "council"}
)
_LEFT: Final = frozenset({"x", "m", "p", "#", "ADJ", "h"})
_ADVERBS: Final = frozenset(
    {"most", "very", "increasingly", "once", "only", "second", "third", "first", "by", "far", "longest", "long", "strategically"}
)
_BODIES: Final = frozenset({"LOC", "ORG"})
_WITHIN: Final = frozenset({"observer", "member", "partner", "participant"})
"""Roles that one has in a body as well as of it."""


@define
class Relation:
    """A role's noun phrase."""

    first: int
    """Index of its first node, the determiner or owner included."""
    last: int
    words: str
    """Adjectives and noun."""
    noun: str
    determiner: str
    owner: Node | str | None
    """Whom it belongs to: a node, or words of the text."""
    start: int
    end: int


def find_relations(sentence: Sentence) -> Iterator[Finding]:
    """Return what nouns like 'ally' and 'producer' say of states, bodies and people."""
    nodes = sentence.nodes
    for index, node in enumerate(nodes):
        if node.kind == "PER" and node.titles:
            yield from _memberships(sentence, node)
        if node.kind == "GRP" and isinstance(node.value, list):
            for person in people_of(node):
                yield from _memberships(sentence, person)
        if node.kind not in {"x", "TTL"} or (node.kind == "x" and node.low not in RELATIONS):
            continue
        if node.kind == "TTL" and (node.titles[0].plural or not _NOUN.search(node.low)):
            continue
        relation = read_relation(sentence, index)
        if relation is not None:
            yield from _claims(sentence, relation)


def _memberships(sentence: Sentence, person: Node) -> Iterator[Finding]:
    """Read 'A, a member of Estonia's parliament,', 'board member A'."""
    for title in person.titles:
        if title.head.name in {"member", "board member", "founding member"} and not title.plural:
            role = "board member" if "board" in title.name.lower().split()[:2] else "member"
            if re.search(r"\bfounding\b", sentence.text[title.start : title.end]):
                role = "founding member"
            of = title.of
            if of is None:
                rest = re.search(r"\bof (?:the )?(.+)$", sentence.text[title.start : title.end], re.DOTALL)
                of = rest.group(1) if rest else None
            if of is None and role == "member":
                continue
            status = (
                "former" if title.status == "former" else "incoming" if title.status in {"designate", "elect", "nominee"} else "current"
            )
            yield role_finding(sentence, person, role, "member", status, (title.start, title.end), of)


def read_relation(sentence: Sentence, at: int) -> Relation | None:
    """Read the phrase around the noun at node *at*."""
    nodes, text = sentence.nodes, sentence.text
    node = nodes[at]
    match = None
    for match in _NOUN.finditer(node.text):  # noqa: B007  # the first one before 'of' counts
        break
    if match is None:
        return None
    noun = match.group().lower()
    inside = node.text[: match.start()]
    start = node.start
    owner: Node | str | None = None
    determiner = ""
    opening = _DETERMINER.match(inside)
    first = at
    if opening:
        determiner = opening.group().strip().lower()
        start = node.start + opening.end()
        if determiner.endswith(("'s", "’s", "'", "’")):
            title = node.titles[0] if node.titles else None
            owner = (
                title.of if title is not None and title.of_kind != "this" and title.of else without_article(opening.group().strip()[:-2])
            )
            determiner = "'s"
    else:
        index = at - 1
        while index >= 0 and (
            nodes[index].kind in _LEFT
            or (nodes[index].kind in {"r", "d"} and nodes[index].low in _ADVERBS)
            or (nodes[index].kind == "v" and nodes[index].low.endswith(("ing", "ed")))
        ):
            if nodes[index].kind == "h":
                break
            start = nodes[index].start
            first = index
            index -= 1
        if index >= 0:
            before = nodes[index]
            if before.kind == "d" or (before.kind == "PRO" and before.low in {"its", "our", "my", "his", "her", "their"}):
                determiner, first = before.low, index
                if before.kind == "PRO":
                    owner = before
            elif before.kind == "s" and index:
                determiner, first = "'s", index - 1
                owner = nodes[index - 1] if nodes[index - 1].kind in {"LOC", "ORG", "PER"} else nodes[index - 1].text
                while first > 0 and nodes[first - 1].kind == "d":
                    first -= 1
            elif before.kind in {"LOC", "ORG"}:
                # 'a NATO ally'
                owner = before
                first = index
                if index and nodes[index - 1].kind == "d":
                    determiner, first = nodes[index - 1].low, index - 1
    end = node.start + match.end()
    words = " ".join(text[start:end].split())
    last = at + 1
    tail = node.text[match.end() :]
    if node.titles and determiner == "" and node.titles[0].determiner:
        determiner = node.titles[0].determiner
    of: Node | str | None = owner
    found = re.match(r"\s+(?:of|for|to) (?:the )?(.+)$", tail, re.DOTALL)
    if found and not isinstance(owner, Node):
        title = node.titles[0] if node.titles else None
        of = of or (title.of if title is not None and title.of else found.group(1))
    elif not tail.strip() and last < len(nodes) and nodes[last].low in {"of", "to"}:
        phrase = phrase_at(sentence, last + 1)
        if phrase is not None:
            named = phrase.node is not None and phrase.node.kind in {"LOC", "ORG", "EVT", "PER"}
            last = phrase.last
            if noun in TRADING and nodes[at + 1].low == "of" and not named:
                # the goods are what the role is of, unless a customer is named
                goods = phrase.text
                end = phrase.end
                of = None if isinstance(of, str) else of
                if last < len(nodes) and nodes[last].low == "to":
                    goal = phrase_at(sentence, last + 1)
                    if goal is not None:
                        of = goal.node if goal.node is not None and goal.node.kind in {"LOC", "ORG"} else goal.text
                        last, end = goal.last, goal.end
                of = of or goods
            elif of is None or isinstance(of, str):
                of = phrase.node if named else phrase.text
                end = phrase.end
    elif not tail.strip() and of is None and noun in _WITHIN and last < len(nodes) and nodes[last].low in {"in", "on", "at"}:
        phrase = phrase_at(sentence, last + 1)
        if phrase is not None:
            inside, stop = whole(sentence, phrase)
            if inside.split()[-1].lower() in BODIES or (phrase.node is not None and phrase.node.kind == "ORG"):
                of, end = inside, stop
    return Relation(first, last, words, noun, determiner, of, start, max(end, nodes[last - 1].end if last - 1 > at else end))


def _of(sentence: Sentence, relation: Relation, fallback: Node | None = None) -> tuple[Node | str | None, bool]:
    """Return whom the role is for, and whether that is the speaker's side."""
    owner = relation.owner
    if isinstance(owner, Node) and owner.kind == "PRO":
        if owner.low in {"our", "my"}:
            unit = sentence.unit
            return None, unit.quotation is not None or unit.turn is not None
        return fallback, False
    if isinstance(owner, str) and owner.lower() in {"world", "region", "continent", "globe", "country", "island"}:
        return None, False
    return owner if owner is not None else fallback, False


def _fits(relation: Relation, holder: Node) -> bool:
    """Tell whether the phrase says something of that holder: people are members and mediators, not producers or allies."""
    if relation.determiner in {"no", "any", "every", "each", "another", "some"}:
        return False
    if holder.kind in {"PER", "PRO", "TTL"}:
        return relation.noun in PERSONAL and relation.owner is not None
    if relation.words.lower() in RELATIONS and relation.owner is None and relation.determiner in {"a", "an", ""}:
        # 'Ghana was a partner' says little; 'a producer' nothing
        return relation.noun in {"ally", "partner", "guarantor", "mediator", "observer", "member", "host", "signatory"}
    return True


def _finding(  # noqa: PLR0917  # what a role is made of
    sentence: Sentence, relation: Relation, holder: Node, rule: str, status: str, fallback: Node | None = None
) -> Iterator[Finding]:
    if not _fits(relation, holder):
        return
    of, speaker = _of(sentence, relation, fallback)
    if of is holder:
        return
    if of is None and relation.noun in {"ally", "partner", "friend"} and holder.kind == "LOC":
        # An official who calls a country a partner means his own side.
        speaker = speaker or sentence.unit.quotation is not None
    finding = role_finding(sentence, holder, relation.words, rule, status, (relation.start, relation.end), of)
    if speaker:
        finding.extra["of_speaker"] = True
    yield finding


def _claims(sentence: Sentence, relation: Relation) -> Iterator[Finding]:
    nodes = sentence.nodes
    before = relation.first - 1
    while before >= 0 and nodes[before].kind == "r":
        before -= 1
    if before >= 1 and nodes[before].low == "of" and nodes[before - 1].low in {"one", "two", "some"}:
        before -= 2
        if nodes[before + 1].low != "one":
            return
        while before >= 0 and nodes[before].kind == "r":
            before -= 1
    if before < 0:
        return
    previous = nodes[before]
    group = group_ending(sentence, before + 1) or group_at(sentence, before)
    if group is not None and group.lemma in {"be", "remain", "stay", "become"} and not group.infinitive:
        yield from _copula(sentence, relation, group)
    elif previous.low == "as":
        yield from _as(sentence, relation, before)
    elif previous.kind in _BODIES and group is None:
        verb = group_ending(sentence, before)
        if verb is not None and verb.lemma in {"consider", "call"} and is_told(sentence, verb):
            giver = next((node for node in subject_of(sentence, verb) if node.kind in _BODIES), None)
            yield from _finding(sentence, relation, previous, "regarded", "current", giver)
    elif (
        previous.kind == ","
        and before
        and (relation.determiner != "" or (relation.owner is not None and relation.noun in {"host", "guarantor", "co-host"}))
    ):
        yield from _apposition(sentence, relation, before)
    elif previous.low in {"and", "but"}:
        yield from _joined(sentence, relation, before)


def _copula(sentence: Sentence, relation: Relation, group: VerbGroup) -> Iterator[Finding]:
    if not is_told(sentence, group):
        return
    subjects = subject_of(sentence, group)
    holders = holders_of(subjects)
    if (
        not holders
        and len(subjects) == 1
        and subjects[0].kind == "GRP"
        and subjects[0].value in _ANAPHORS
        and subjects[0].low.startswith("the ")
    ):
        holders = subjects
    if not holders or (len(holders) > 1 and relation.determiner in {"a", "an", "the"}):
        return
    status = "current"
    if group.tense == "future":
        status = "incoming"
    elif group.tense == "past" and not group.perfect and not _reported(sentence, group):
        status = "former"
    if group.lemma == "become" and group.tense == "past" and group.form == "past":
        status = "current"
    for holder in holders:
        yield from _finding(sentence, relation, holder, "is", status)


def _reported(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the past is only a report's: 'said that Fiji was a key partner'."""
    if sentence.unit.quotation is not None or sentence.unit.turn is not None:
        return True
    around = (group_before(sentence, group.main), group_after(sentence, group.main))
    return any(item is not None and item.lemma in _REPORTING for item in around)


def _apposition(sentence: Sentence, relation: Relation, comma: int) -> Iterator[Finding]:
    nodes = sentence.nodes
    holder = nodes[comma - 1]
    if holder.kind == ")" and comma > 3:  # noqa: PLR2004  # 'the Fund (AIF), our lender,'
        holder = nodes[comma - 4]
    if holder.kind not in _BODIES | {"PER"}:
        return
    following = nodes[relation.last] if relation.last < len(nodes) else None
    if (
        following is not None
        and following.kind not in {",", ".", ")", "-", ";"}
        and following.low not in {"in", "since", "for", "and", "to", "on"}
    ):
        return
    # a list: 'Kenya, Ghana, a key ally of X, and'
    yield from _finding(sentence, relation, holder, "apposition", "current")


def _joined(sentence: Sentence, relation: Relation, at: int) -> Iterator[Finding]:
    """'Kenya is a key ally and a major exporter of tea'."""
    if relation.determiner not in {"a", "an", "the", "'s"}:
        return
    group = group_before(sentence, at)
    if group is None or group.lemma not in {"be", "remain"} or at - group.last > 8:  # noqa: PLR2004  # nodes between
        return
    if not any(_NOUN.search(node.low) for node in sentence.nodes[group.last : at]):
        return
    yield from _copula(sentence, relation, group)


def _as(sentence: Sentence, relation: Relation, at: int) -> Iterator[Finding]:
    """'sees X as', 'X's role as', 'acts as', 'As a member, X'."""
    nodes = sentence.nodes
    if at == 0:
        after = relation.last
        if after + 1 < len(nodes) and nodes[after].kind == ",":
            after += 1
            while after < len(nodes) and nodes[after].kind == "d":
                after += 1
            if after < len(nodes) and nodes[after].kind in _BODIES and not (after + 1 < len(nodes) and nodes[after + 1].kind == "s"):
                yield from _finding(sentence, relation, nodes[after], "as", "current")
        return
    before = nodes[at - 1]
    if before.kind in _BODIES:
        verb = group_before(sentence, at - 1)
        near = verb is not None and verb.lemma in _REGARDING and verb.last <= at - 1 <= verb.last + 1
        if verb is not None and near and not verb.passive and is_told(sentence, verb):
            giver = next((node for node in subject_of(sentence, verb) if node.kind in _BODIES), None)
            yield from _finding(sentence, relation, before, "regarded", "current", giver)
        return
    if before.low in {"role", "status", "position", "standing", "place", "importance", "emergence", "reputation"}:
        index = at - 2
        while index >= 0 and nodes[index].kind in {"x", "p", "m", "r", "ADJ", "v", "#"}:
            index -= 1
        if index > 0 and nodes[index].kind == "s" and nodes[index - 1].kind in _BODIES:
            yield from _finding(sentence, relation, nodes[index - 1], "role-as", "current")
        return
    group = group_ending(sentence, at)
    if group is None or not is_told(sentence, group):
        return
    if group.lemma in {"act", "serve", "attend", "participate"} and not group.passive:
        holders = holders_of(subject_of(sentence, group))
        if len(holders) == 1 and (holders[0].kind in _BODIES or relation.owner is not None):
            status = (
                "incoming"
                if group.tense == "future"
                else "former"
                if group.tense == "past" and group.lemma in {"act", "serve"}
                else "current"
            )
            yield from _finding(sentence, relation, holders[0], "acts-as", status)
    elif group.lemma in _REGARDING and group.passive:
        for holder in holders_of(subject_of(sentence, group))[:1]:
            yield from _finding(sentence, relation, holder, "regarded", "current")
