"""Clauses that tell of nothing that is or will be: rumours, inverted conditions, imagined worlds."""

from __future__ import annotations

from factwatch.extraction.clauses.fiction import is_fiction
from factwatch.extraction.clauses.model import Sentence, VerbGroup
from factwatch.extraction.clauses.words import CONDITIONS_FIRST, CONFIRMING, IMAGINED, NEGATIONS, RUMOURS, TRUE, UNREAL_GERUNDS, UNTRUE

_REACH = 8
"""A clause's opening stands no further before its verb, in nodes."""


def is_unreal(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the verb stands in a rumour ('rumours that X had met Y'), in an inverted condition ('Had he met Y,') or in a work."""
    return is_inverted(sentence) or _is_rumoured(sentence, group) or _is_thought_of(sentence, group) or is_fiction(sentence)


def is_inverted(sentence: Sentence) -> bool:
    """Tell whether the sentence begins with a condition without 'if': 'Had it stayed', 'Should talks fail', 'Were she to go'."""
    nodes = sentence.nodes
    return len(nodes) > 1 and nodes[0].low in CONDITIONS_FIRST and nodes[0].kind == "u" and nodes[-1].text != "?"


def _is_thought_of(sentence: Sentence, group: VerbGroup) -> bool:
    """'ruled out becoming governor', 'dreams of being king', 'regretted not visiting Lima'."""
    if group.form != "ing" or not (group.participle or "being" in group.chain or group.lemma == "be"):
        return False
    nodes = sentence.nodes
    at = group.first - 1
    if at >= 1 and (nodes[at].low in {"of", "about", "from", "against", "out"}):
        at -= 1
    if at < 0:
        return False
    return any(
        other.main <= at < other.last + 1 and other.lemma in UNREAL_GERUNDS and at - other.main <= 1
        for other in sentence.groups
        if other is not group
    )


def _is_rumoured(sentence: Sentence, group: VerbGroup) -> bool:
    lows = sentence.lows
    if lows.isdisjoint({"that", "which", "though", "if"}):
        return False
    nodes = sentence.nodes
    for at in range(group.first - 1, max(0, group.first - 1 - _REACH), -1):
        low, before = nodes[at].low, nodes[at - 1].low
        if low == "that" and before in RUMOURS:
            return lows.isdisjoint(CONFIRMING)
        if low == "that" and (before in UNTRUE or (before in TRUE and not lows.isdisjoint(NEGATIONS))):
            # 'It is not true that'
            return nodes[at - 2].kind in {"u", "r", "v"} or nodes[at - 2].low in NEGATIONS
        if low == "that" and before in {"time", "occasion"} and "would" in lows:
            return any(node.low == "would" for node in nodes[:at])
        if low == "which" and before == "in" and at > 1 and nodes[at - 2].low in IMAGINED:
            return True
        if low in {"if", "though"} and before == "as":
            return True
        if nodes[at].kind in {";", ":"}:
            return False
    return False
