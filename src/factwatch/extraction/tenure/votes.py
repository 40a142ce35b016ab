"""Offices that votes fill: 'won the presidential runoff', 'was re-elected', 'won the governorship of Kano'."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.annotation.wordlists import Head
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Title
from factwatch.extraction.tenure.frames import Frame
from factwatch.extraction.tenure.kinds import FRESH
from factwatch.extraction.tenure.offices import claim, persons
from factwatch.extraction.tenure.telling import is_later, resolved
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import Place

_WORDS: Final = data_file("tenure.yaml")
_ADJECTIVES: Final[dict[str, str]] = dict(_WORDS["vote_adjectives"])
_VOTES: Final = words_of(_WORDS["vote_nouns"])
_OFFICES: Final[dict[str, str]] = {word: name for word, name in _WORDS["office_nouns"].items() if name in _ADJECTIVES.values()}
_TERMS: Final = frozenset({"term", "mandate"})
_REACH: Final = 6


def won(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """Read 'A won the presidential election', 'won the presidency of Kiribati in a runoff on Sunday'."""
    holders = persons(frame.subject)
    if len(holders) != 1 or frame.passive or frame.group.infinitive or is_later(frame):
        return
    if frame.offices and frame.preposition == "as" and set(frame.nouns) & _TERMS and not frame.offices[0].plural:
        # 'won a second term as Kenyan president'
        yield claim(frame, holders[0], frame.offices[0], "win", "current")
        return
    title = voted_office(frame)
    if title is None or not _is_fresh(frame, published):
        return
    yield claim(frame, holders[0], title, "win", "elect")


def voted_office(frame: Frame) -> Title | None:
    """Return the office that the vote behind the verb is about."""
    nodes, at = frame.sentence.nodes, frame.group.last
    if at + 1 < len(nodes) and nodes[at].kind == "LOC" and nodes[at + 1].kind == "s":
        owner, at = nodes[at], at + 2
    else:
        owner = None
    name = ""
    for index in range(at, min(len(nodes), at + _REACH)):
        low = nodes[index].low
        if nodes[index].kind in {",", ".", ";", "QUO"} or low in {"in", "as", "to"}:
            return None
        if nodes[index].kind == "ADJ" and isinstance(nodes[index].value, Place) and owner is None:
            owner = nodes[index]
        name = name or _ADJECTIVES.get(low, "")
        if (name and low in _VOTES) or low in _OFFICES:
            name = name or _OFFICES[low]
            title = Title(Head(name, "state"), name.title(), None, start=nodes[index].start, end=nodes[index].end, bare=True)
            after = index + 2
            if owner is None and after < len(nodes) and nodes[index + 1].low in {"of", "in"}:
                after += nodes[after].kind == "d" and after + 1 < len(nodes)
                owner = nodes[after] if nodes[after].kind == "LOC" else None
            if owner is None:
                return title
            kind = "A" if owner.kind == "ADJ" else "G"
            return evolve(title, of=owner.text if kind == "A" else owner.name or owner.text, of_kind=kind, of_value=owner.value, bare=False)
    return None


def _is_fresh(frame: Frame, published: dt.date | None) -> bool:
    if frame.when is None:
        return True
    days = resolved(frame.when, published, "past")
    return days is not None and published is not None and 0 <= (published - days[1]).days <= FRESH
