"""'A is at the head of a delegation', 'At the head of the team is A', 'Norway has observer status at the council'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, list_from, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after, group_before, group_ending
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.grammar import holders_of, is_told, role_finding
from factwatch.extraction.roles.noun_phrases import Phrase, phrase_at
from factwatch.extraction.roles.objects import agent_at, can_be_led, phrase_ending
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("roles.yaml")
_HEAD: Final = words_of(_WORDS["head_nouns"])
_HAVING: Final = words_of(_WORDS["status_verbs"])
_GRANTING: Final = words_of(_WORDS["status_granting_verbs"])
_OPENING: Final = re.compile(r"the (?:head|helm)\b")
_HEAD_OF: Final = re.compile(r"the (?:head|helm) of (?:the )?(.+)\Z", re.DOTALL)
_ITS_HEAD: Final = frozenset({"its head", "their head"})
_AT: Final = frozenset({"at", "in", "by", "with", "of", "from", "to", "on"})
_HEAD_NEAR: Final = 4
"""Nodes of 'Replacing him'."""
_NEAR: Final = 6
"""Nodes between the verb and 'at the head of', 'observer status'."""


def find_heads(sentence: Sentence) -> Iterator[Finding]:
    """Return who is at the head of what, and who has the status of an observer."""
    lows, nodes = sentence.lows, sentence.nodes
    if "status" in lows:
        yield from _statuses(sentence)
    if "charge" in lows:
        yield from _in_charge(sentence)
    if "at" not in lows:
        return
    for index in range(1, len(nodes) - 1):
        if nodes[index - 1].low == "at" and nodes[index].low in _ITS_HEAD:
            yield from _with_head(sentence, index - 1)
        if nodes[index - 1].low == "at" and nodes[index].kind == "TTL" and _OPENING.match(nodes[index].low):
            phrase = _led(sentence, index)
        elif nodes[index].low in _HEAD and nodes[index - 1].low == "the" and index > 1 and nodes[index - 2].low == "at":
            phrase = phrase_at(sentence, index + 2) if nodes[index + 1].low == "of" else None
        else:
            continue
        yield from _head(sentence, index - (1 if nodes[index - 1].low == "at" else 2), phrase)


def _with_head(sentence: Sentence, at: int) -> Iterator[Finding]:
    """Read 'The delegation, with A | at its head, left'."""
    nodes = sentence.nodes
    if at < 2 or nodes[at - 1].kind != "PER" or nodes[at - 2].low != "with":  # noqa: PLR2004  # 'with' and a name
        return
    before = at - 3 - (at > 3 and nodes[at - 3].kind == ",")  # noqa: PLR2004
    phrase = phrase_ending(sentence, before) if before >= 0 else None
    if phrase is not None and can_be_led(phrase):
        yield role_finding(sentence, nodes[at - 1], "head", "head", "current", (phrase.start, nodes[at + 1].end), phrase.named)


def _led(sentence: Sentence, at: int) -> Phrase | None:
    """Return what 'the head of the delegation' at the node *at* leads, in that phrase or behind it."""
    node, nodes = sentence.nodes[at], sentence.nodes
    if nodes[at + 1].low == "of":
        return phrase_at(sentence, at + 2)
    of = node.titles[0].of
    if of is None and (rest := _HEAD_OF.match(node.text)) is not None:
        # 'the head of the inquiry' is one phrase
        of = rest.group(1)
    return Phrase(of, of.lower().split()[-1], None, node.start, node.end, at + 1) if of else None


def _head(sentence: Sentence, at: int, phrase: Phrase | None) -> Iterator[Finding]:
    """Read 'at the head of X' that begins at the node *at*; X is *phrase*."""
    nodes = sentence.nodes
    if phrase is None or not can_be_led(phrase):
        return
    of = phrase.named
    span = (nodes[at].start, phrase.end)
    if at == 0:
        be = group_after(sentence, phrase.last - 1)
        agent = agent_at(nodes, be.last) if be is not None and be.first == phrase.last and be.lemma == "be" else None
        if be is not None and agent is not None and agent.kind == "PER":
            yield role_finding(sentence, agent, "head", "head", "incoming" if be.tense == "future" else "current", span, of)
        return
    group = group_before(sentence, at)
    be = group_after(sentence, phrase.last - 1)
    if nodes[0].kind == "v" and at < _HEAD_NEAR and be is not None and be.first == phrase.last and be.lemma == "be" and not be.negative:
        # 'Placed at the head of the inquiry was A', 'Replacing him at the head of the inquiry is A'
        agent = agent_at(nodes, be.last)
        if agent is not None and agent.kind == "PER":
            yield role_finding(sentence, agent, "head", "head", "incoming" if be.tense == "future" else "current", span, of)
        return
    if at > 1 and nodes[at - 1].kind == "," and nodes[at - 2].kind == "PER" and nodes[min(phrase.last, len(nodes) - 1)].kind in {",", "."}:
        # 'A, at the head of a 40-strong team, arrived'
        yield role_finding(sentence, nodes[at - 2], "head", "head", "current", span, of)
        return
    if group is None or at - group.last > _NEAR or not is_told(sentence, group):
        return
    if any(node.kind in {"PER", "TTL", ";", "QUO"} for node in nodes[group.last : at]):
        # 'replaced A at the head of': another's
        return
    holders = [node for node in holders_of(subject_of(sentence, group)) if node.kind in {"PER", "PRO", "TTL"}]
    if len(holders) == 1 and not group.passive:
        yield role_finding(sentence, holders[0], "head", "head", "incoming" if group.tense == "future" else "current", span, of)


def _in_charge(sentence: Sentence) -> Iterator[Finding]:
    """Read 'A, who is in charge of the inquiry', 'A, in charge of the operation,', 'was put in charge of the inquiry'."""
    nodes = sentence.nodes
    for at in range(1, len(nodes) - 2):
        if nodes[at].low != "in" or nodes[at + 1].low != "charge" or nodes[at + 2].low != "of":
            continue
        phrase = phrase_at(sentence, at + 3) if at + 3 < len(nodes) else None
        if phrase is None or not can_be_led(phrase):
            continue
        group = group_ending(sentence, at - (nodes[at - 1].kind == "r"))
        beside = nodes[at - 1] if nodes[at - 1].kind == "PER" else nodes[at - 2] if at > 1 and nodes[at - 1].kind == "," else None
        if group is not None and is_told(sentence, group) and not group.infinitive:
            put = group.lemma in {"be", "remain"} or (group.passive and group.lemma in {"put", "place"})
            holders = holders_of(subject_of(sentence, group)) if put else []
            ended = group.lemma == "be" and group.tense == "past" and not group.perfect
            status = "incoming" if group.tense == "future" else "former" if ended else "current"
        else:
            holders, status = [beside] if group is None and beside is not None and beside.kind == "PER" else [], "current"
        if len(holders) == 1 and holders[0].kind in {"PER", "PRO", "TTL"}:
            yield role_finding(sentence, holders[0], "head", "in-charge", status, (nodes[at].start, phrase.end), phrase.named)


def _statuses(sentence: Sentence) -> Iterator[Finding]:
    """Read 'has observer status at X', 'was granted observer status by X', 'X granted Norway observer status'."""
    nodes = sentence.nodes
    for index in range(1, len(nodes)):
        if nodes[index].low != "status" or not nodes[index - 1].low.removeprefix("permanent ").endswith("observer"):
            continue
        group = group_before(sentence, index) or _having(sentence, index)
        if group is None or index - group.last > _NEAR or not is_told(sentence, group):
            continue
        phrase = phrase_at(sentence, index + 2) if index + 2 < len(nodes) and nodes[index + 1].low in _AT else None
        of = None if phrase is None else phrase.node if phrase.node is not None and phrase.node.kind in {"ORG", "EVT"} else phrase.text
        subjects = subject_of(sentence, group) or _before(nodes, group.first)
        if (group.lemma in _HAVING and not group.passive) or (group.lemma in _GRANTING and group.passive):
            holders = holders_of(subjects)
        elif group.lemma in _GRANTING:
            holders = list_from(sentence, group.last, lambda node: node.kind in {"LOC", "ORG"})[0]
            of = of or next((node for node in subjects if node.kind == "ORG"), None)
        else:
            continue
        for holder in holders:
            status = "incoming" if group.tense == "future" else "current"
            yield role_finding(sentence, holder, "observer", "observer", status, (nodes[group.first].start, nodes[index].end), of)


def _before(nodes: list[Node], at: int) -> list[Node]:
    """Return who stands before the node *at*, or before ', which' there."""
    relative = at > 2 and nodes[at - 1].low in {"which", "that"} and nodes[at - 2].kind == ","  # noqa: PLR2004  # a name and its comma
    return nodes[at - 3 : at - 2] if relative else nodes[max(0, at - 1) : at]


def _having(sentence: Sentence, index: int) -> VerbGroup | None:
    """Return the 'has' of 'has observer status', which is no verb group of its own everywhere."""
    nodes = sentence.nodes
    at = index - 2
    if at < 1 or nodes[at].low not in {"has", "have"}:
        return None
    return VerbGroup(at, at + 1, at, "have", "s")
