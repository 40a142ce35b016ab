"""Nouns of meetings whose sides a verb behind them tells: 'A meeting took place between A and B', 'the talks A held with B'."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.noun_phrases import Phrase
from factwatch.extraction.meetings.parties import parties_from
from factwatch.extraction.meetings.predicates import fate_of, is_under_way, predicate_after
from factwatch.extraction.meetings.telling import finding_of, tell_by_predicate, tell_by_preposition
from factwatch.extraction.meetings.words import ARRANGING, HAPPENING, OVER_LINE
from factwatch.extraction.passage import Passage

_BEHIND: Final = 10
"""The sides are told no further behind the verb of which the meeting is the subject, in nodes."""
_HAD: Final = 7
"""Between who has the meeting and 'with' stand no more nodes: 'was to have held with'."""


def extraposed(passage: Passage, sentence: Sentence, phrase: Phrase) -> Finding | None:
    """Read 'A meeting took place in Paris between A and B': the sides stand behind the verb."""
    if phrase.owner or phrase.preposition:
        return None
    predicate = predicate_after(sentence, phrase.last)
    if predicate is None or not (predicate.verb in HAPPENING or predicate.lemma in ARRANGING | HAPPENING):
        return None
    if predicate.lemma == "be" and not is_under_way(sentence, predicate):
        return None
    nodes = sentence.nodes
    for index in range(predicate.last, min(len(nodes), predicate.last + _BEHIND)):
        if nodes[index].low in {"between", "with"}:
            sides, _ = parties_from(passage, sentence, index + 1, of_noun=True)
            if nodes[index].low == "with" or len(sides) < 2:  # noqa: PLR2004  # two sides
                return None
            fate = fate_of(sentence, predicate)
            if fate is None:
                return None
            finding = finding_of(sentence, phrase, sides[:1], sides[1:])
            tell_by_predicate(sentence, finding, phrase, predicate, fate)
            # 'No talks are planned between A and B'
            finding.negative = finding.negative or phrase.definite == "no"
            return finding
        if nodes[index].kind in {";", "QUO", "PER", "TTL"} or (sentence.is_verb(index) and index > predicate.last):
            return None
    return None


def had_by(passage: Passage, sentence: Sentence, phrase: Phrase) -> Finding | None:
    """Read 'the meeting that A had with B in Oslo', 'the talks A held with B', 'A dinner A was to have with B has been cancelled'."""
    nodes = sentence.nodes
    index = phrase.noun + 1
    index += index + 1 < len(nodes) and nodes[index].kind == "," and nodes[index + 1].low == "which"
    index += index < len(nodes) and nodes[index].low in {"that", "which"}
    if index + 3 >= len(nodes) or nodes[index].kind not in {"PER", "TTL", "PRO"} or nodes[index].low == "it":
        return None
    who, index = nodes[index], index + 1
    at = next((behind for behind in range(index, min(len(nodes), index + _HAD)) if nodes[behind].low == "with"), 0)
    words = [node.low for node in nodes[index:at]]
    if (
        not words
        or words[-1] not in {"had", "held", "hold", "have"}
        or any(node.kind not in {"u", "r", "v", "f", "x"} for node in nodes[index:at])
    ):
        return None
    other, end = parties_from(passage, sentence, at + 1, of_noun=True)
    if not other:
        return None
    whole = evolve(phrase, last=end)
    finding = finding_of(sentence, whole, [who], other)
    predicate = predicate_after(sentence, end) if not phrase.preposition else None
    fate = fate_of(sentence, predicate) if predicate is not None else None
    if predicate is not None and fate is not None and (fate.happens or fate.status in {"cancelled", "postponed"}):
        tell_by_predicate(sentence, finding, whole, predicate, fate)
    elif words[-1] in {"had", "held"} and "have" not in words:
        tell_by_preposition(sentence, finding, evolve(whole, preposition="after"))
    elif words in (["will", "hold"], ["will", "have"]):
        tell_by_preposition(sentence, finding, evolve(whole, preposition="before"))
    else:
        return None
    return finding


def of_owner(passage: Passage, sentence: Sentence, phrase: Phrase) -> Finding | None:
    """Read 'His first meeting was with B at the palace', 'One of her first calls was to B': whom the owner meets stands behind the verb."""
    one = phrase.preposition == "of" and phrase.first > 1 and sentence.nodes[phrase.first - 2].low == "one"
    if not phrase.owner or (phrase.preposition and not one):
        return None
    joint = "to" if sentence.nodes[phrase.noun].low.removesuffix("s") in OVER_LINE else "with"
    predicate = predicate_after(sentence, phrase.last)
    nodes = sentence.nodes
    if predicate is None or predicate.lemma != "be" or predicate.last + 1 >= len(nodes) or nodes[predicate.last].low not in {joint, "with"}:
        return None
    sides, _ = parties_from(passage, sentence, predicate.last + 1, of_noun=True)
    fate = fate_of(sentence, predicate) if sides else None
    if fate is None:
        return None
    finding = finding_of(sentence, phrase, phrase.owner, sides)
    tell_by_predicate(sentence, finding, phrase, predicate, fate)
    if nodes[predicate.last].low == "to":
        finding.medium = "call"
    return finding
