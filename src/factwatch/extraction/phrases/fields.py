"""The field of an office behind it: 'of Trade and Industry', 'for East Asian and Pacific Affairs'."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.annotation.chunks import Chunk
from factwatch.annotation.wordlists import Head, Wordlists
from factwatch.extraction.phrases.words import FIELD_BODIES, FIELD_OFFICES, SUBJECT_HEADS

_ABSTRACT: Final = ("ity", "ment", "tion", "sion", "ance", "ence", "ism", "ics", "ship", "ture", "logy", "care")
"""Endings of nouns for what a ministry is about."""


class Fields:
    """Reads the field behind an office; one for each document."""

    def __init__(self, lists: Wordlists) -> None:
        self._classes = lists.classes

    def follows(self, chunks: Sequence[Chunk], at: int, head: Head) -> bool:
        """Tell whether the words at *at*, behind of, for or on, are a field of the office *head*."""
        if head.group in {"weak", "royal", "rank", "church"} and head.name not in SUBJECT_HEADS:
            return False
        chunk = chunks[at]
        if chunk.kind == "p" or chunk.text[0].isupper():
            return True
        letters = self._classes.get(chunk.low, "")
        return head.name in SUBJECT_HEADS and ("N" in letters or "S" in letters or "J" in letters or not letters)

    def end(self, chunks: Sequence[Chunk], at: int) -> int:
        """Return the index after the field that begins at *at*."""
        end = at
        count = len(chunks)
        limit = at + 14
        while end < count and end < limit:
            chunk = chunks[end]
            if (
                chunk.kind in "px"
                or (chunk.kind == "O" and chunk.text in FIELD_BODIES and end > at)
                or (chunk.kind == "h" and chunk.text[0].isupper() and not (end > at and end + 1 < count and chunks[end + 1].kind == "N"))
                or (chunk.kind == "v" and end == at and chunk.low.endswith(("ed", "ing")))
                or (chunk.kind in "AGN" and self.leads_on(chunks, end))
                or (chunk.kind == "O" and end + 1 < count and chunks[end + 1].text == "Affairs")
                or (chunk.kind == "A" and end > at and _are_people(chunks[end - 1], chunk))
            ):
                if chunk.kind == "x" and chunk.text[0].islower() and end > at and self.is_verb_like(chunk):
                    break
                end += 1
                continue
            if chunk.low in {"and", "&", ","} and end + 1 < count and chunks[end + 1].kind in "AG" and self.leads_on(chunks, end + 1):
                end += 1
                continue
            step = self._next(chunks, end, capital=chunks[at].text[0].isupper())
            if step:
                end += step
                continue
            break
        return end

    @staticmethod
    def _next(chunks: Sequence[Chunk], at: int, *, capital: bool) -> int:
        """Return how many chunks stand between one field and the next of a list, 'and', ',' or ', the'; 0 where the list ends at *at*."""
        if chunks[at].low not in {"and", "&", ","}:
            return 0
        count = len(chunks)
        step = 2 if at + 1 < count and chunks[at + 1].low == "the" else 1
        if step == 1 and chunks[at].low == "," and at + 1 < count and chunks[at + 1].low in {"and", "&"}:
            step = 2
        after = at + step
        affairs = after + 1 < count and chunks[after + 1].text == "Affairs"
        if after < count and chunks[after].kind == "O" and (chunks[after].text in FIELD_BODIES or affairs) and capital:
            # 'for Foreign, Commonwealth and Development Affairs'
            return step
        ruled = after < count and chunks[after].kind == "h" and chunks[after].low in FIELD_OFFICES and chunks[after].text[0].isupper()
        abstract = chunks[at].low != "," and _ends_list(chunks, after)
        field = (
            ruled
            or abstract
            or (after < count and (chunks[after].kind == "p" or (chunks[after].kind == "x" and chunks[after].text[0].isupper())))
        )
        if after >= count or not field:
            return 0
        if chunks[at].low != "," or (step == 2 and chunks[at + 1].low != "the"):  # noqa: PLR2004
            return step if step == 1 or capital else 0
        if not capital and step == 1 and _lists_on(chunks, after):
            return step
        if not capital or not chunks[after].text[0].isupper():
            return 0
        for index in range(after + 1, min(after + 8, count - 1)):
            if chunks[index].low in {"and", "&"}:
                last = index + 2 if chunks[index + 1].low == "the" and index + 2 < count else index + 1
                return step if chunks[last].text[0].isupper() and chunks[last].kind in "pxAGO" else 0
            listed = chunks[index].kind in "px" or chunks[index].low in FIELD_OFFICES or chunks[index].text in FIELD_BODIES
            if not (listed and chunks[index].text[0].isupper()) and chunks[index].low not in {",", "the"}:
                return 0
        return 0

    def leads_on(self, chunks: Sequence[Chunk], at: int) -> bool:
        """Tell whether a field in capitals follows the place or people at *at*, with others between: 'East Asian and Pacific Affairs'."""
        for index in range(at + 1, min(at + 5, len(chunks))):
            chunk = chunks[index]
            if chunk.kind == "p" and chunk.text[0].isupper() and chunks[at].kind != "N":
                return True
            if not (chunk.kind in "AG" or chunk.low in {"and", "&", ","}):
                return chunk.kind in "xp" and index == at + 1 and (chunks[at].kind == "A" or chunk.low == "affairs")
        return False

    def is_adjective(self, chunk: Chunk) -> bool:
        """Tell whether *chunk* is an adjective and no noun."""
        letters = self._classes.get(chunk.low, "")
        return chunk.kind == "x" and chunk.text[0].islower() and "J" in letters and "N" not in letters and "S" not in letters

    def is_verb_like(self, chunk: Chunk) -> bool:
        """Tell whether *chunk* is a verb and no noun."""
        letters = self._classes.get(chunk.low, "")
        return bool(letters) and "N" not in letters and "S" not in letters and ("D" in letters or "Z" in letters or "V" in letters)


def _ends_list(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether an abstract noun that no lexicon has ends a field: 'of trade and sustainability,'."""
    if at >= len(chunks) or chunks[at].kind != "x" or not chunks[at].low.endswith(_ABSTRACT):
        return False
    return at + 1 >= len(chunks) or chunks[at + 1].kind in {",", ".", ";", ")"}


def _lists_on(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether fields without capitals go on from *at* to the one behind 'and': 'of oil, electricity and water'."""
    while at + 2 < len(chunks) and chunks[at].kind == "p":
        if chunks[at + 1].low == "and":
            behind = chunks[at + 3] if at + 3 < len(chunks) else None
            return chunks[at + 2].kind == "p" and (behind is None or behind.kind not in "hxp")
        if chunks[at + 1].kind != ",":
            return False
        at += 2
    return False


def _are_people(field: Chunk, people: Chunk) -> bool:
    """Tell whether a field in capitals tells which people a minister is for: 'Overseas Pakistanis'."""
    return people.text.endswith("s") and field.kind == "p" and field.text[0].isupper()
