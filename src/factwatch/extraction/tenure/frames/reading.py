"""Reads what stands around a verb, once from left to right, up to where another clause begins."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.phrases import Node
from factwatch.extraction.tenure.frames.commas import ENDS, read_comma
from factwatch.extraction.tenure.frames.dates import read_date, read_dates_before
from factwatch.extraction.tenure.frames.model import BESTOWING, POST_NOUNS, Frame
from factwatch.extraction.tenure.frames.offices import opens_row, read_joined, read_office, read_side
from factwatch.extraction.tenure.frames.passives import read_participle
from factwatch.extraction.tenure.frames.people import read_person, read_whom
from factwatch.extraction.tenure.frames.walk import Walk
from factwatch.extraction.tenure.frames.words import read_word
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("tenure.yaml")
_STOPS: Final = words_of(_WORDS["clause_openers"])
_GAINS: Final = words_of(_WORDS["becoming_nouns"])
_QUITTING: Final = words_of(_WORDS["quitting_verbs"])
_PLACES: Final = words_of(_WORDS["place_nouns"])
_BRINGING: Final = frozenset({"as", "to", "from", "by", "with"})


def read_frame(sentence: Sentence, group: VerbGroup, openings: dict[int, VerbGroup]) -> Frame:
    """
    Read what follows *group*, and the dates before it.

    Args:
        sentence: Where it stands.
        group: The verb.
        openings: All verbs of the sentence by their first node: another one ends the frame.
    """
    frame = Frame(sentence, group, subject_of(sentence, group), group.passive)
    before = sentence.nodes[group.first - 1] if group.first else None
    if not frame.subject and before is not None and before.kind == "EVT" and before.low.endswith("forum"):
        # 'The Development Forum named A': a forum is a body as well as an event
        frame.subject = [evolve(before, kind="ORG")]
    if group.first > 2 and sentence.nodes[group.first - 1].low == "who" and sentence.nodes[group.first - 2].kind == "GRP":  # noqa: PLR2004
        # 'the coach, A, the Icelander who replaced B': no comma is kept before what describes the name
        described = sentence.nodes[group.first - 3]
        frame.subject = [described] if described.kind == "PER" else frame.subject
    read_participle(frame)
    if "whom" in sentence.lows and not frame.passive:
        frame.objects += read_whom(frame)
    walk = Walk(frame, openings, sentence.nodes)
    at = group.last
    while at >= 0 and at < len(sentence.nodes):
        frame.stop = at
        at = _step(walk, at)
    if at >= 0:
        frame.stop = at
    frame.end = max(frame.end, sentence.nodes[group.last - 1].end)
    read_dates_before(frame)
    return frame


def _step(walk: Walk, at: int) -> int:
    """Read the node at *at*; return where to go on, -1 where the clause ends."""
    node = walk.nodes[at]
    kind, low = node.kind, node.low
    if low == "in" and walk.after(at) == "PRO" and at + 2 < len(walk.nodes) and walk.nodes[at + 2].low in _PLACES:
        # 'appointed in his stead Monsignor B'
        return at + 3
    if low == "over" and walk.frame.group.lemma in BESTOWING:
        # 'picked A over two rivals to be its president'
        over = at + 1 + (walk.after(at) in {"d", "#"})
        return over + 1 if over < len(walk.nodes) and walk.nodes[over].kind in {"GRP", "PER", "TTL", "x"} else -1
    if low in _STOPS or kind in ENDS or (low == "until" and walk.after(at) != "DAT"):
        return -1
    other = walk.openings.get(at)
    if other is not None and other is not walk.frame.group:
        return _read_other(walk, other)
    if (kind == "," and opens_row(walk, at + 1)) or (low == "with" and opens_row(walk, at)) or (low == "as" and _is_for_gain(walk, at)):
        return -1
    if low in _BRINGING and kind in {"f", "u"} and not (low == "to" and walk.after(at) == "v"):
        leaves = low == "as" and walk.preposition == "from" and walk.nodes[at - 1].low in POST_NOUNS
        walk.brought_by("from" if leaves else low)
        return at + 1
    behind = _read_phrase(walk, node, at)
    if behind is not None:
        return behind
    return read_comma(walk, at) if kind == "," else read_word(walk, node, at)


def _read_phrase(walk: Walk, node: Node, at: int) -> int | None:
    """Read a date, a name, an office, 'and' or a bracket at *at*; None where none of them stands there."""
    kind, low = node.kind, node.low
    if kind == "DAT":
        return read_date(walk, at)
    if (behind := read_person(walk, node, at)) is not None:
        return behind
    if kind == "TTL" or (kind == "GRP" and node.titles):
        return read_office(walk, node, at)
    if kind in {"LOC", "ORG"} and (behind := read_side(walk, node, at)):
        return behind
    if low in {"and", "&"}:
        return read_joined(walk, at)
    if low == "(":
        return next((index + 1 for index in range(at + 1, min(at + 8, len(walk.nodes))) if walk.nodes[index].kind == ")"), -1)
    return None


def _is_for_gain(walk: Walk, at: int) -> bool:
    """Tell whether 'as' stands in 'has resigned on his appointment as principal'."""
    return walk.nodes[at - 1].low in _GAINS and walk.frame.group.lemma in _QUITTING


def _read_other(walk: Walk, other: VerbGroup) -> int:
    """'to be deputy chairman', 'to become head of X', 'to serve as' bring an office; any other verb ends the clause."""
    if other.infinitive and other.lemma in {"be", "become", "serve"} and not walk.frame.offices:
        walk.preposition, walk.near = "to", True
        return other.last
    return -1
