"""Who is given what to host: 'the council awarded the games to Fiji', 'The 2027 games were awarded to Peru'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.grammar import is_told, role_finding
from factwatch.extraction.roles.noun_phrases import Phrase, phrase_at
from factwatch.extraction.roles.objects import HOSTED, phrase_ending
from factwatch.lexicon.loader import data_file, words_of

_AWARDING: Final = words_of(data_file("roles.yaml")["awarding_verbs"])
_GIVEN: Final = HOSTED - words_of(data_file("roles.yaml")["trophies"])
_STRIPPING: Final = words_of(data_file("roles.yaml")["stripping_verbs"])
_HOSTING: Final = words_of(data_file("roles.yaml")["hosting_words"])
_RIGHTS: Final = frozenset({"right", "rights"})
_CLOSE: Final = 7
"""Nodes between who is stripped and 'host'."""
_HOSTS: Final = 3
"""States that share one event."""


def find_awards(sentence: Sentence) -> Iterator[Finding]:
    """Return which states and cities are given a tournament or summit to host."""
    for group in sentence.groups:
        if group.lemma in _AWARDING and not group.infinitive and not group.participle and is_told(sentence, group):
            yield from _awarded(sentence, group)


def find_losses(sentence: Sentence) -> Iterator[Finding]:
    """Return which states and cities no longer are to host: 'stripped Fiji of the right to host the cup', 'removed Peru as host'."""
    nodes = sentence.nodes
    for group in sentence.groups:
        if group.lemma not in _STRIPPING or group.infinitive or not is_told(sentence, group):
            continue
        if group.lemma == "lose" or group.passive:
            holders, at = [node for node in subject_of(sentence, group) if node.kind == "LOC"], group.last
        else:
            at = group.last + (group.last < len(nodes) and nodes[group.last].kind == "d")
            holders, at = [node for node in nodes[at : at + 1] if node.kind == "LOC"], at + 1
        hosting = next((index for index in range(at, min(len(nodes), at + _CLOSE)) if nodes[index].low in _HOSTING), None)
        if len(holders) != 1 or hosting is None or not _loses(group, nodes[at:hosting], nodes[hosting].low):
            continue
        begin = hosting + 1
        while begin < len(nodes) and (nodes[begin].low in {"of", "for"} or nodes[begin].low in _RIGHTS):
            begin += 1
        phrase = phrase_at(sentence, begin) if begin < len(nodes) else None
        of = phrase.text if phrase is not None and (_is_event(phrase) or phrase.noun in HOSTED) else None
        yield role_finding(sentence, holders[0], "host", "stripped", "former", (nodes[group.first].start, nodes[hosting].end), of)


def _loses(group: VerbGroup, between: list[Node], word: str) -> bool:
    """Tell whether it is the hosting that is lost: not 'lost its bid to host', 'dropped Peru, the host'."""
    if any(node.kind in {",", ";", "."} for node in between):
        return False
    words = {node.low for node in between}
    if group.lemma == "lose":
        return word == "hosting" or not words.isdisjoint(_RIGHTS)
    return group.lemma in {"strip", "deprive"} or "as" in words


def _awarded(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    nodes = sentence.nodes
    phrase = phrase_ending(sentence, group.first - 1) if group.passive and group.first else phrase_at(sentence, group.last)
    to = group.last if group.passive else phrase.last if phrase is not None else len(nodes)
    if phrase is None or not _is_event(phrase) or to + 1 >= len(nodes) or nodes[to].low != "to":
        return
    at = to + 1
    found = 0
    while at < len(nodes) and found < _HOSTS and (nodes[at].kind in {"d", "LOC"} or nodes[at].low in {",", "and"}):
        if nodes[at].kind == "LOC":
            found += 1
            yield role_finding(sentence, nodes[at], "host", "awarded", "incoming", (nodes[group.first].start, nodes[at].end), phrase.text)
        at += 1


def _is_event(phrase: Phrase) -> bool:
    return (phrase.node is not None and phrase.node.kind == "EVT") or phrase.noun in _GIVEN
