"""What has been read before the noun of an office, and what all readers of the words before it ask of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from attrs import define, field

from factwatch.annotation.chunks import Chunk
from factwatch.annotation.wordlists import Head, Wordlists
from factwatch.extraction.phrases.model import Owner
from factwatch.extraction.phrases.owning import Owning

if TYPE_CHECKING:
    from collections.abc import Mapping

_EDGE: Final = Chunk("", 0, 0, 0, 0, " ", "")
"""Stands before the first chunk that may belong to the office."""


class Lists:
    """What reading the words before an office takes from the document's word lists; one for each document."""

    __slots__ = ("classes", "owning", "sets", "text")

    def __init__(self, text: str, lists: Wordlists) -> None:
        self.text = text
        self.owning = Owning(lists)
        self.sets: Mapping[str, frozenset[str]] = lists.sets
        self.classes: Mapping[str, str] = lists.classes


@define(eq=False)
class Before:
    """How far the words before an office have been read, from right to left, and what they gave it."""

    lists: Lists
    chunks: Sequence[Chunk]
    at: int
    """Index of the office's noun."""
    floor: int
    """Index of the first chunk that may belong to the office."""
    head: Head
    left: int
    """Index of the chunk that is looked at."""
    first: int
    """Index of the first chunk that belongs to the office."""
    fields: list[str] = field(factory=list)
    """What belongs to the office's name, in the order of the text."""
    of: Owner | None = None
    status: str = "current"
    status_word: str = ""
    determiner: str = ""

    @property
    def chunk(self) -> Chunk:
        """The chunk that is looked at."""
        return self.chunks[self.left]

    @property
    def following(self) -> Chunk:
        """The chunk behind it."""
        return self.chunks[self.left + 1]

    @property
    def previous(self) -> Chunk:
        """The chunk before it; an empty one where that cannot belong to the office."""
        return self.chunks[self.left - 1] if self.left > self.floor else _EDGE

    @property
    def adjacent(self) -> bool:
        """Whether the chunk stands right before the noun."""
        return self.left + 1 == self.at

    @property
    def noun(self) -> Chunk:
        """The office's noun."""
        return self.chunks[self.at]

    def field_of(self, text: str) -> bool:
        """Take *text* for a part of the office's name."""
        self.fields.insert(0, text)
        return True

    def owned_by(self, owner: Owner) -> bool:
        """Take *owner* for the office's country or body."""
        self.of = owner
        return True

    def held(self, status: str, word: str) -> bool:
        """Take *word* for what tells the office's status."""
        self.status, self.status_word = status, word
        return True
