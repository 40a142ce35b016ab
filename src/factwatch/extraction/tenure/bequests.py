"""Offices that go to somebody: 'Her portfolio has been given to B', 'The job went to B', 'ousted A and gave the post to B'."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.tenure import leaving
from factwatch.extraction.tenure.frames import Frame
from factwatch.extraction.tenure.moves import OFFICE_NOUNS, PORTFOLIOS, office_at
from factwatch.extraction.tenure.offices import claim, main_title, of_leaver, persons
from factwatch.extraction.tenure.placing import is_for_now
from factwatch.extraction.tenure.telling import is_told, starts_later
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("tenure.yaml")
_FILLING: Final = frozenset({"take", "fill"})
"""Verbs whose passive has the post as its subject: 'Her place will be taken by B'."""
LEMMAS: Final = words_of(_WORDS["bequeathing_verbs"]) | _FILLING
_GOING: Final = words_of(_WORDS["going_verbs"])
_POSTS: Final = words_of(_WORDS["bequeathed"]) | OFFICE_NOUNS
_FORMER: Final = words_of(_WORDS["earlier_words"])
_POSSESSIVE: Final = frozenset({"his", "her"})
_PHRASE: Final = 3
"""Nodes of 'her finance portfolio'."""


def find_bequests(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """Give the office of which the clause speaks to the one to whom it goes."""
    group = frame.group
    if not is_told(frame) or group.negative or group.infinitive or frame.offices:
        return
    filled = group.lemma in _FILLING
    if filled and not frame.passive:
        return
    subject = frame.passive or group.lemma in _GOING
    at = _post_before(frame) if subject else _post_behind(frame)
    goal = frame.agent if filled else frame.goal
    holders = persons([goal] if goal is not None else [])
    if at < 0 or len(holders) != 1:
        return
    nodes, holder = frame.sentence.nodes, holders[0]
    status = "acting" if is_for_now(frame) else "designate" if starts_later(frame, published) else "current"
    named = _named(frame, at)
    if named is not None:
        yield claim(frame, holder, named, "bequest", status, since=frame.since or frame.when)
        return
    owner, before = _owner(nodes, at), frame.verb_before
    ahead = before is not None and (before.tense == "future" or before.progressive) and before.tense != "past"
    if owner is not None and status == "current" and group.tense == "present" and ahead:
        # 'is leaving in March; her post goes to B'
        status = "designate"
    yield of_leaver(frame, holder, owner or _ousted(frame), "bequest", status)


def _post_before(frame: Frame) -> int:
    """Return the index of the post that is the subject: 'Her portfolio has been given', else -1."""
    nodes, at = frame.sentence.nodes, frame.group.first - 1
    return at if at > 0 and nodes[at].low in _POSTS and _opens(nodes, at) else -1


def _named(frame: Frame, at: int) -> Title | None:
    """Return the office of 'the finance portfolio', 'the deanship' that ends at the index *at*; None where it is another one's post."""
    nodes = frame.sentence.nodes
    found = office_at(frame, _phrase_start(nodes, at)) if nodes[at].low in PORTFOLIOS | OFFICE_NOUNS else None
    return found[0] if found is not None and found[1] == at + 1 else None


def _post_behind(frame: Frame) -> int:
    """Return the index of the post that is the object: 'gave the job to', else -1."""
    nodes, first = frame.sentence.nodes, frame.group.last
    return next((at for at in range(first, min(first + _PHRASE, len(nodes))) if nodes[at].low in _POSTS and _opens(nodes, at)), -1)


def _opens(nodes: list[Node], at: int) -> bool:
    """Tell whether it is the post of somebody spoken of: 'her finance portfolio', 'the job', not 'a job'."""
    first = _phrase_start(nodes, at)
    before = nodes[first - 1] if first else None
    if not _FORMER.isdisjoint(node.low for node in nodes[first:at]):
        # 'A's former post': not the one that he has now
        return False
    return before is not None and (before.low in _POSSESSIVE or before.low in {"the", "that"} or before.kind == "s")


def _phrase_start(nodes: list[Node], at: int) -> int:
    """Return the index of the first word of 'finance portfolio' that ends at *at*."""
    first = at
    while first > 0 and at - first < _PHRASE and nodes[first - 1].kind in {"x", "p", "m"}:
        first -= 1
    return first


def _ousted(frame: Frame) -> Node | None:
    """Return who has lost the post in 'ousted chief executive A and gave the job to B'."""
    nodes, group = frame.sentence.nodes, frame.group
    before = frame.verb_before
    if before is None or before.lemma not in leaving.LEMMAS or before.passive or not group.first or nodes[group.first - 1].low != "and":
        return None
    return next((node for node in nodes[before.last : group.first] if node.kind == "PER" and main_title(node) is not None), None)


def _owner(nodes: list[Node], at: int) -> Node | None:
    """Return whose post it is: 'her' or the name before "'s"."""
    for index in range(at - 1, max(-1, at - 2 - _PHRASE), -1):
        if nodes[index].low in _POSSESSIVE:
            return nodes[index]
        if nodes[index].kind == "s" and index and nodes[index - 1].kind == "PER":
            return nodes[index - 1]
    return None
