"""'talks hosted by X', 'The team is led by A', 'Chaired by A, the panel met', 'Leading the delegation is A'."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after, group_before, group_ending
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.noun_phrases import Phrase, phrase_at
from factwatch.extraction.roles.objects import agent_at, agents_at, by_of, fits, phrase_before, phrase_ending
from factwatch.extraction.roles.verb_findings import ROLES, is_bare, is_reduced, verb_finding

_PERSONAL: Final = frozenset({"run", "direct", "manage", "represent"})
"""What no state or body does to another, in this sense."""
_OF_IT: Final = frozenset({"chair", "lead", "head", "co-chair"})
_AWAY: Final = 9
"""Nodes between 'will be represented' and its 'by'."""
_NEXT_PAIR: Final = 40
"""Nodes in which ', and the Faroe Islands by B' follows."""


def passive_roles(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    """'talks hosted by Jamaica', 'The team was led by A', 'Norway was represented by A, and Iceland by B'."""
    by = _by(sentence, group)
    agents = agents_at(sentence, by + 1, reduced=is_reduced(sentence, group)) if by else []
    if not agents or (agents[0].kind in {"LOC", "ORG"} and group.lemma in _PERSONAL and not _by_firm(agents[0], group)):
        return
    phrase = _led(sentence, group, agents[-1])
    if phrase is None:
        return
    for agent in agents:
        yield verb_finding(sentence, group, agent, phrase, ROLES.get(group.lemma, "leader"))
    yield from _next_turn(sentence, group, phrase, agents[-1])
    yield from _next_pairs(sentence, group, by + 1)


def _next_turn(sentence: Sentence, group: VerbGroup, phrase: Phrase, agent: Node) -> Iterator[Finding]:
    """Read 'is chaired this year by A | and next year by B'."""
    nodes = sentence.nodes
    at = bisect_left(nodes, agent.end, key=lambda node: node.start)
    at += at < len(nodes) and nodes[at].kind == ","
    at += at < len(nodes) and nodes[at].low == "and"
    at += at < len(nodes) and nodes[at].low in {"from", "in"}
    if at + 1 >= len(nodes) or nodes[at].kind != "DAT" or nodes[at + 1].low != "by":
        return
    second, low = agent_at(nodes, at + 2), nodes[at].low
    if second is not None and second.kind == agent.kind:
        finding = verb_finding(sentence, group, second, phrase, ROLES.get(group.lemma, "leader"))
        later = low.startswith("next ") or nodes[at - 1].low == "from"
        finding.status = "incoming" if later else "former" if low.startswith("last ") else finding.status
        yield finding


def _by_firm(agent: Node, group: VerbGroup) -> bool:
    """Tell whether a law firm may be meant: 'represented by Berg & Lund'."""
    return group.lemma == "represent" and agent.kind == "ORG" and agent.value is None


def inverted_roles(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    """'Leading the delegation is A', 'Representing Kenya at the talks will be A'."""
    nodes, be = sentence.nodes, group_after(sentence, group.main)
    phrase = phrase_at(sentence, group.last)
    if phrase is None or not fits(group.lemma, phrase) or be is None or be.lemma != "be" or be.negative or be.last >= len(nodes):
        return
    if any(node.kind in {",", ";", "PRO", "PER"} for node in nodes[phrase.last : be.first]):
        return
    agent = agent_at(nodes, be.last)
    if agent is not None and agent.kind == "PER":
        finding = verb_finding(sentence, group, agent, phrase, ROLES.get(group.lemma, "leader"))
        finding.status = "incoming" if be.tense == "future" else "current"
        yield finding


def fronted_roles(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    """Read 'Representing the President, A said', 'Leading a delegation of 40, A arrived'."""
    nodes, phrase = sentence.nodes, phrase_at(sentence, group.last)
    if phrase is None or not fits(group.lemma, phrase):
        return
    comma = next((at for at in range(phrase.last, min(len(nodes), phrase.last + _AWAY)) if nodes[at].kind in {",", "u", "v"}), len(nodes))
    if comma + 1 < len(nodes) and nodes[comma].kind == "," and nodes[comma + 1].kind == "PER":
        yield verb_finding(sentence, group, nodes[comma + 1], phrase, ROLES.get(group.lemma, "leader"))


def _by(sentence: Sentence, group: VerbGroup) -> int:
    """Return the index of the verb's 'by', behind a time too, for a representative also behind where: 'at the talks by A'; 0 for none."""
    nodes = sentence.nodes
    at = by_of(nodes, group)
    if at:
        return at
    at = group.last
    if group.lemma != "represent" or not group.passive or at >= len(nodes) or nodes[at].low not in {"at", "in", "on", "there", "during"}:
        return 0
    for index in range(at + 1, min(len(nodes), at + _AWAY)):
        if nodes[index].kind in {",", ";", ".", "v", "u"}:
            return 0
        if nodes[index].low == "by":
            return index
    return 0


def _led(sentence: Sentence, group: VerbGroup, agent: Node) -> Phrase | None:
    """Return what is led: before the verb, or behind the agent in 'Chaired by A, the panel met'."""
    nodes = sentence.nodes
    if group.first == 0:
        comma = next((index for index in range(group.last, len(nodes)) if nodes[index].start >= agent.end), len(nodes))
        closed = comma < len(nodes) and (nodes[comma].kind == "," or sentence.text[agent.end : nodes[comma].start].strip() == ",")
        phrase = phrase_at(sentence, comma + (nodes[comma].kind == ",")) if closed else None
        return phrase if phrase is not None and fits(group.lemma, phrase) else None
    phrase = phrase_before(sentence, group)
    if nodes[group.first - 1].kind == "," and not group.passive and (phrase is None or not fits(group.lemma, phrase)):
        phrase = _said_of(sentence, group) or phrase
    earlier = group_before(sentence, group.main) if nodes[group.first - 1].low == "and" else None
    if phrase is None and earlier is not None and not earlier.passive and is_bare(sentence, earlier):
        # 'the meeting held in Abuja and presided over by A'
        phrase = phrase_before(sentence, earlier)
    if phrase is None and earlier is not None and earlier.infinitive and earlier.lemma == "be":
        # 'a joint company to be based in Lyon and led by A'
        phrase = phrase_before(sentence, earlier)
    if phrase is None and earlier is not None and earlier.passive:
        # 'is made up of 12 officials and led by A', 'was chaired by A and co-chaired by B'
        phrase = _subject(sentence, earlier) or phrase_before(sentence, earlier)
    if group.passive and (
        phrase is None or not fits(group.lemma, phrase) or (group.lemma == "represent" and nodes[group.first - 1].kind == ",")
    ):
        # 'The Programme, established in 1967, is chaired by'
        phrase = _subject(sentence, group) or phrase
    node = nodes[group.first - 1]
    if phrase is None and node.low == "it" and group.passive and group.lemma in _OF_IT:
        # 'It is headed by A': the body spoken of
        its = Node("PRO", node.first, node.last, node.start, node.end, "its", "its")
        return Phrase("its", "body", its, node.start, node.end, group.first)
    return phrase if phrase is not None and fits(group.lemma, phrase) else None


def _said_of(sentence: Sentence, group: VerbGroup) -> Phrase | None:
    """Return what ', led by A' is said of where another phrase stands before its comma: 'A meeting was held in X, led by A'."""
    for main in (group_before(sentence, group.main), group_after(sentence, group.main)):
        if main is None or main.participle or main.infinitive or main.first == 0:
            continue
        subjects = subject_of(sentence, main)
        if len(subjects) == 1 and subjects[0].kind == "GRP":
            return phrase_at(sentence, bisect_left(sentence.nodes, subjects[0].start, key=lambda node: node.start))
        if not subjects and (phrase := phrase_ending(sentence, main.first - 1)) is not None:
            return phrase
    return None


def _subject(sentence: Sentence, group: VerbGroup) -> Phrase | None:
    subjects = subject_of(sentence, group)
    kinds = {"ORG", "EVT", "GRP", "LOC"} | ({"PER", "TTL"} if group.lemma == "represent" else set())
    if len(subjects) != 1 or subjects[0].kind not in kinds:
        return None
    return phrase_at(sentence, bisect_left(sentence.nodes, subjects[0].start, key=lambda node: node.start))


def _next_pairs(sentence: Sentence, group: VerbGroup, at: int) -> Iterator[Finding]:
    """Read ', and the Faroe Islands by B'."""
    nodes = sentence.nodes
    for index in range(at + 1, min(len(nodes) - 1, at + _NEXT_PAIR)):
        if nodes[index].low == "by" and nodes[index - 1].kind in {"LOC", "ORG", "GRP"}:
            second, other = agent_at(nodes, index + 1), phrase_at(sentence, index - 1)
            if second is not None and other is not None and other.last == index and group_ending(sentence, index) is None:
                yield verb_finding(sentence, group, second, other, ROLES.get(group.lemma, "leader"))
