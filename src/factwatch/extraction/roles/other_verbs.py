"""Verbs with a preposition: 'speaks for the union', 'sits on the committee', 'presides over', 'mediates between the sides'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.grammar import holders_of, role_finding
from factwatch.extraction.roles.noun_phrases import LONG, Phrase, phrase_at
from factwatch.extraction.roles.objects import CHAIRED, LED, SHARED, agents_at, by_of, phrase_before
from factwatch.extraction.roles.verb_findings import single_holder, verb_finding
from factwatch.lexicon.loader import data_file, words_of

_BOARDS: Final = words_of(data_file("roles.yaml")["sat_on_nouns"])
_WHOSE: Final = re.compile(r"^whose\s+")
_TERM: Final = 5
"""Nodes of 'a two-year term'."""
_UNDER: Final = frozenset({"under", "through", "with", "by", "after"})
_MEDIATED: Final = words_of(data_file("roles.yaml")["mediated_nouns"])


def speaks_for(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    """Read 'who speaks for the union'."""
    nodes = sentence.nodes
    at = _spoken_for(nodes, group.last)
    if not at or group.tense == "past":
        return
    holder, phrase = single_holder(sentence, group), phrase_at(sentence, at)
    if holder is None and at > group.last + 1 and group.participle and group.first > 1 and nodes[group.first - 1].kind == ",":
        # 'A, speaking on behalf of the Group of 77,'
        holder = nodes[group.first - 2]
    if holder is None or phrase is None or holder.kind not in {"PER", "PRO", "TTL", "LOC", "ORG"} or phrase.noun in LONG:
        return
    if (
        (phrase.node is not None and phrase.node.kind in {"ORG", "LOC", "GRP"})
        or phrase.noun in LED
        or nodes[at].kind in {"d", "LOC", "ORG"}
    ):
        # 'speaks for the bloc on climate': the subject is none of its name
        text = phrase.text.split(" on ")[0] if phrase.node is None else phrase.text
        yield verb_finding(sentence, group, holder, evolve(phrase, text=text), "spokesperson")


def _spoken_for(nodes: list[Node], at: int) -> int:
    """Return the index behind 'for' or 'on behalf of' at *at*; 0 where neither stands there."""
    if at + 1 >= len(nodes):
        return 0
    if nodes[at].low == "for":
        return at + 1
    return at + 3 if [node.low for node in nodes[at : at + 3]] == ["on", "behalf", "of"] and at + 3 < len(nodes) else 0


def mediates(sentence: Sentence, group: VerbGroup, chosen: Node | None = None) -> Iterator[Finding]:
    """Read 'Oman is mediating in the talks', 'who mediates between the sides'; *chosen* is who was appointed to mediate."""
    holders = [chosen] if chosen is not None else holders_of(subject_of(sentence, group))
    nodes = sentence.nodes
    apposed = group.participle and group.form == "ing" and group.first > 1 and nodes[group.first - 1].kind == ","
    if apposed and nodes[group.first - 2].kind in {"LOC", "PER"}:
        # 'Angola, mediating between the sides,'
        holders = [nodes[group.first - 2]]
    elif chosen is None and (group.passive or group.infinitive or group.participle):
        return
    of, end = mediated_at(sentence, group.last)
    for holder in holders:
        status = "former" if group.tense == "past" and not group.perfect else "incoming" if group.tense == "future" else "current"
        if any(word.startswith("continue") for word in group.chain):
            status = "current"
        yield role_finding(sentence, holder, "mediator", "mediate", status, (nodes[group.first].start, end), of)


def find_mediations(sentence: Sentence) -> Iterator[Finding]:
    """Read 'met under the mediation of Oman', "through Qatar's mediation", where a preposition says that it took place."""
    nodes = sentence.nodes
    for at in range(2, len(nodes) - 1):
        if nodes[at].low != "mediation":
            continue
        owned = nodes[at - 1].kind == "s" and nodes[at - 2].kind in {"LOC", "PER"} and at > 2 and nodes[at - 3].low in _UNDER  # noqa: PLR2004
        holder = nodes[at - 2] if owned else None
        if not owned and nodes[at + 1].low in {"of", "by"} and nodes[at - 2].low in _UNDER:
            holder = next(iter(agents_at(sentence, at + 2)), None)
        if holder is not None and holder.kind in {"LOC", "PER"}:
            yield role_finding(sentence, holder, "mediator", "mediation", "current", (nodes[at].start, nodes[at].end))


def mediated_at(sentence: Sentence, at: int) -> tuple[str | None, int]:
    """Return what is mediated, 'the talks' or 'in the conflict' at the node *at*, and the offset after it."""
    nodes = sentence.nodes
    phrase = phrase_at(sentence, at + (at < len(nodes) and nodes[at].low == "in"))
    fits = phrase is not None and phrase.noun in _MEDIATED
    return (phrase.text, phrase.end) if phrase is not None and fits else (None, nodes[at - 1].end)


def mediated(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    """Read 'the talks, hosted by Peru and mediated by Norway'."""
    nodes = sentence.nodes
    by = by_of(nodes, group)
    if by:
        phrase = phrase_before(sentence, group)
        of = phrase.text if phrase is not None and phrase.noun in _MEDIATED else None
        for agent in agents_at(sentence, by + 1):
            yield role_finding(sentence, agent, "mediator", "mediate", "current", (nodes[group.first].start, agent.end), of)


def _whose(sentence: Sentence, group: VerbGroup, word: str) -> tuple[Node, Phrase] | None:
    """Read 'the Union, | on whose finance committee she serves', 'over whose council Peru presides', with the *word* before 'whose'."""
    nodes = sentence.nodes
    near = range(group.first - 1, max(0, group.first - _TERM), -1)
    at = next((index for index in near if nodes[index].low.startswith("whose") and nodes[index - 1].low == word), 0)
    if not at or group.infinitive:
        return None
    holder, phrase = single_holder(sentence, group) or nodes[group.first - 1], phrase_at(sentence, at)
    if phrase is None or holder.kind not in {"PER", "PRO", "LOC"}:
        return None
    words = _WHOSE.sub("", phrase.text)
    return holder, evolve(phrase, text=words, node=None, noun=words.lower().rpartition(" ")[2])


def sits_on(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    """Read 'who sits on the public accounts committee', 'has served on the board of X since 2019'."""
    nodes = sentence.nodes
    if (found := _whose(sentence, group, "on")) is not None:
        if found[1].noun in _BOARDS:
            yield verb_finding(sentence, group, *found, "member")
        return
    if group.last >= len(nodes) or group.infinitive or group.participle:
        return
    at = group.last
    if nodes[at].low != "on":
        # 'is serving a two-year term on the council'
        at = next((index for index in range(at, min(len(nodes) - 1, at + _TERM)) if nodes[index].low == "term"), len(nodes)) + 1
        if at >= len(nodes) or nodes[at].low != "on":
            return
    holders, phrase = holders_of(subject_of(sentence, group)), phrase_at(sentence, at + 1)
    if phrase is None or phrase.noun not in _BOARDS or len(holders) > SHARED:
        return
    for holder in holders:
        if holder.kind in {"PER", "PRO", "LOC"}:
            yield verb_finding(sentence, group, holder, phrase, "member")


def presides(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    """Read 'who presides over the court'."""
    nodes = sentence.nodes
    if (found := _whose(sentence, group, "over")) is not None:
        if found[1].noun in CHAIRED:
            yield verb_finding(sentence, group, *found, "chair")
        return
    if group.last >= len(nodes) or nodes[group.last].low not in {"over", "at"} or group.infinitive:
        return
    holder, phrase = single_holder(sentence, group), phrase_at(sentence, group.last + 1)
    if holder is None or phrase is None or holder.kind not in {"PER", "PRO", "TTL", "LOC"}:
        return
    if holder.kind == "LOC" and phrase.noun not in CHAIRED and not phrase.is_body:
        return
    if phrase.noun not in CHAIRED and not (phrase.node is not None and phrase.node.kind in {"ORG", "EVT", "GRP"}):
        return
    yield verb_finding(sentence, group, holder, phrase, "chair")
