"""The noun phrase of a meeting: its owner, the sides told behind it, what stands before it, its day."""

from __future__ import annotations

from typing import Any, Final

from attrs import define

from factwatch.extraction.clauses import NOUN_PHRASES, Sentence
from factwatch.extraction.clauses.words import COORDINATORS, DATE_OPENERS, RELATIVE_WORDS, SUBORDINATORS
from factwatch.extraction.meetings.delegations import chairs_of
from factwatch.extraction.meetings.objects import names_meeting
from factwatch.extraction.meetings.parties import assembled, parties_from, with_after
from factwatch.extraction.meetings.words import AGAIN, OF_MEETINGS, ONLY_WITH, OVER_LINE, SPANS
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node

_NEAR: Final = 7
"""The owner stands no further before the noun, in nodes."""
_MODIFIERS: Final = frozenset({"x", "ADJ", "#", "p", "m", "r", "DAT", "EVT", "GRP", "LOC"})
_SETTING: Final = frozenset({"LOC", "DAT", "d"})
_JOINTS: Final = (
    COORDINATORS
    | (SUBORDINATORS - {"after", "ahead", "before", "following", "prior", "since", "till", "until"})
    | RELATIVE_WORDS
    | {"that"}
)


@define
class Phrase:
    """The noun phrase of a meeting."""

    noun: int
    first: int
    """Index of its first node."""
    last: int
    """Index after its parties."""
    owner: list[Node]
    parties: list[Node]
    between: bool
    preposition: str
    """The one before it, or ''."""
    definite: str
    """Its determiner, or ''."""
    assembly: bool = False
    """The parties are those of whom it is a meeting: 'a meeting of finance ministers'."""


def is_noun(sentence: Sentence, index: int) -> bool:
    """Tell whether the node names a meeting."""
    if not names_meeting(sentence, index) or sentence.group_at(index) is not None:
        return False
    return sentence.nodes[index].low not in ONLY_WITH or bool(with_after(sentence.nodes, index))


def read_phrase(passage: Passage, sentence: Sentence, noun: int) -> Phrase:
    """Return the noun phrase around the meeting noun at the index *noun*."""
    nodes = sentence.nodes
    at = with_after(nodes, noun)
    if not at and noun + 1 < len(nodes) and nodes[noun + 1].low == "on" and nodes[noun].low in {"call", "courtesy call"}:
        at = noun + 2
    called = 0 if at else _called(nodes, noun)
    parties, end = parties_from(passage, sentence, at or called, of_noun=True) if at or called else ([], noun + 1)
    if called and end < len(nodes) and nodes[end].low in {"to", "for"}:
        # 'his call to B to resign'
        parties, end = [], noun + 1
    between = bool(at) and nodes[at - 1].low == "between"
    assembly = False
    if not parties and noun + 1 < len(nodes) and nodes[noun + 1].low in {"of", "by"}:
        parties, end = assembled(passage, sentence, noun + 2)
        between = assembly = bool(parties)
        if not parties:
            end = noun + 1
    if not parties:
        parties, end = _displaced(passage, sentence, noun)
        between = bool(parties)
    first, owner, definite = _opening(sentence, noun)
    return Phrase(noun, first, end, owner, parties, between, _preposition(sentence, first), definite, assembly)


def _opening(sentence: Sentence, noun: int) -> tuple[int, list[Node], str]:
    """Return where the phrase of the meeting noun begins, whose it is, and its determiner."""
    nodes = sentence.nodes
    first = noun
    while first > 0 and noun - first < _NEAR:
        before = nodes[first - 1]
        if before.kind == "s":
            if first > 1 and nodes[first - 2].kind in NOUN_PHRASES:
                return first - 2, [nodes[first - 2]], ""
            if first > 1 and nodes[first - 2].kind == "DAT":
                first -= 2
                continue
            break
        if before.low == "whose" and first > 1 and (whose := _whose(nodes, first - 2)) is not None:
            return first - 1, [whose], ""
        if before.kind == "PRO" and before.low in {"his", "her", "their"}:
            return first - 1, [before], ""
        if before.kind == "d":
            return first - 1, [], before.low
        if (
            before.kind not in _MODIFIERS
            and before.low not in OF_MEETINGS | AGAIN
            and not (before.kind == "v" and sentence.group_at(first - 1) is None)
        ):
            if before.low == "of" and first > 1 and nodes[first - 2].low in SPANS:
                first -= 2
                continue
            break
        first -= 1
    return first, [], ""


def _preposition(sentence: Sentence, first: int) -> str:
    """Return the preposition before the phrase that begins at the node *first*, or ''."""
    nodes = sentence.nodes
    if first and nodes[first - 1].low in {"follows", "followed"} and nodes[first - 1].kind != "f":
        # 'The visit follows her meeting with X'
        return "following"
    if not first or nodes[first - 1].kind != "f" or nodes[first - 1].low in _JOINTS:
        return ""
    preposition = nodes[first - 1].low
    verb = sentence.group_at(first - 2)
    if verb is not None and verb.particle == preposition and verb.last == first:
        # 'called off talks': the verb's own
        return ""
    return "ahead" if preposition == "of" and first > 1 and nodes[first - 2].low == "ahead" else preposition


def _whose(nodes: list[Node], at: int) -> Node | None:
    """Return the person before 'whose': 'A, whose talks with B ended on Monday'."""
    at -= nodes[at].kind == ","
    return nodes[at] if at >= 0 and nodes[at].kind in {"PER", "TTL"} else None


def _called(nodes: list[Node], noun: int) -> int:
    """Return the index of the person at the other end of the line: "A's call on Monday to B", 'after a phone call from B'; else 0."""
    if nodes[noun].low.removesuffix("s") not in OVER_LINE:
        return 0
    index = noun + 1
    while index + 1 < len(nodes) and (nodes[index].kind == "DAT" or (nodes[index].low in DATE_OPENERS and nodes[index + 1].kind == "DAT")):
        index += 1
    if index + 1 >= len(nodes) or nodes[index].low not in {"to", "from"}:
        return 0
    at = index + 1 + (nodes[index + 1].kind == "d")
    return index + 1 if at < len(nodes) and nodes[at].kind in {"PER", "TTL"} else 0


def _displaced(passage: Passage, sentence: Sentence, noun: int) -> tuple[list[Node], int]:
    """Return the sides told behind place and day or as its chairs: 'The meeting in Rome on Friday of A and B', 'chaired by A and B'."""
    nodes = sentence.nodes
    index = noun + 1
    while (
        index < len(nodes) and index - noun < _NEAR and (nodes[index].kind in _SETTING or nodes[index].low in DATE_OPENERS | {"in", "at"})
    ):
        index += 1
    if noun + 1 < index < len(nodes) and nodes[index].low == "of":
        parties, end = assembled(passage, sentence, index + 1)
        if len(parties) > 1:
            return parties, end
    chairs, end = chairs_of(passage, sentence, noun)
    return (chairs, end) if len(chairs) > 1 else ([], noun + 1)


def phrase_day(sentence: Sentence, phrase: Phrase, last: int) -> Any:
    """Return the day told inside the phrase ("Monday's talks with X") or right behind it ('talks with X in Rome on Monday'), else None."""
    nodes = sentence.nodes
    for index in range(phrase.first, min(last, len(nodes))):
        if nodes[index].kind == "DAT" and nodes[index - 1].low not in {"since", "until", "till", "by"}:
            return nodes[index].value
        if index >= phrase.last and (sentence.is_verb(index) or nodes[index].low in {"who", "which", "where"}):
            break
    return None


def phrase_end(sentence: Sentence, phrase: Phrase) -> int:
    """Return the index after what still belongs to the phrase: up to the next comma or verb."""
    nodes = sentence.nodes
    index = phrase.last
    while index < len(nodes) and nodes[index].kind not in {",", ";", ".", "QUO", "u", ":"} and not sentence.is_verb(index):
        index += 1
    return index


def fronted_day(sentence: Sentence, phrase: Phrase) -> Any:
    """Return the day that begins the sentence right before the phrase: 'On Monday, during a meeting with X'."""
    nodes = sentence.nodes
    for index in range(min(3, phrase.first)):
        if nodes[index].kind == "DAT" and index + 3 >= phrase.first and index + 1 < len(nodes) and nodes[index + 1].kind == ",":
            return nodes[index].value
    return None
