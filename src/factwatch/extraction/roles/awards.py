"""Who is given what to host: 'the council awarded the games to Fiji', 'The 2027 games were awarded to Peru'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.findings import Finding
from factwatch.extraction.roles.grammar import Phrase, is_told, phrase_at, role_finding
from factwatch.extraction.roles.objects import HOSTED, phrase_ending
from factwatch.lexicon.loader import data_file, words_of

_AWARDING: Final = words_of(data_file("roles.yaml")["awarding_verbs"])
_GIVEN: Final = HOSTED - words_of(data_file("roles.yaml")["trophies"])
_HOSTS: Final = 3
"""States that share one event."""


def find_awards(sentence: Sentence) -> Iterator[Finding]:
    """Return which states and cities are given a tournament or summit to host."""
    for group in sentence.groups:
        if group.lemma in _AWARDING and not group.infinitive and not group.participle and is_told(sentence, group):
            yield from _awarded(sentence, group)


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
