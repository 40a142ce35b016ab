"""Offices, honorifics, fields, and words on how an office is held."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from factwatch.annotation.chunks import senses
from factwatch.annotation.chunks.ground import Ground
from factwatch.annotation.chunks.model import Chunk
from factwatch.annotation.chunks.verbal import is_noun
from factwatch.annotation.chunks.words import FORWARD_VERBS, HYPHENED_RANKS, RANKED_UNDER
from factwatch.annotation.units import Unit
from factwatch.annotation.wordlists import Head

_READERS: Final[Mapping[str, Callable[[senses.Word, Sequence[str], Any, int], Chunk | None]]] = {
    "h": senses.office,
    "p": senses.field,
    "m": senses.status,
}


def office_or_field(ground: Ground, unit: Unit, at: int, low: str, out: list[Chunk], *, capital: bool) -> Chunk | None:
    """Return the office, field, honorific or status word at *at*; None where the words around it make it something else."""
    if low not in ground.lists.common:
        return _ranked(ground, unit, at, low, out)
    words = unit.words
    if low == "under" and not capital and (at + 1 >= len(words) or words[at + 1].lower() not in RANKED_UNDER):
        # 'minister of trade under President A', against 'under secretary'
        return None
    if low == "forward" and at and words[at - 1].lower() in FORWARD_VERBS:
        return None
    following = words[at + 1].lower() if at + 1 < len(words) else ""
    entries = ground.lists.entries(low, following, proper=False)
    word = senses.Word(ground, unit, at, low, out, capital, following, entries)
    for rest, kind, value in entries:
        if rest and (rest[0] != following or (len(rest) > 1 and not ground.are_next(words, at + 1, rest))):
            continue
        last = at + 1 + len(rest)
        reader = _READERS.get(kind)
        # other kinds come from a user's words: a verb with its particle
        found = reader(word, rest, value, last) if reader is not None else ground.make(unit, kind, at, last, value)
        if found is not None:
            return found
    return None


def _ranked(ground: Ground, unit: Unit, at: int, low: str, out: list[Chunk]) -> Chunk | None:
    """'Vice-Governor', 'deputy-mayor', 'co-captain': a rank joined to an office by a hyphen."""
    rank, hyphen, office = low.partition("-")
    if not hyphen or rank not in HYPHENED_RANKS:
        return None
    for rest, kind, value in ground.lists.common.get(office, ()):
        if kind == "h" and not rest:
            if low in ground.lists.verbs and not is_noun(ground, unit, at, out, value):
                # 'will co-host the conference'
                return None
            return ground.make(unit, "h", at, at + 1, Head(f"{rank}-{value.name}", value.group, value.plural))
    return None
