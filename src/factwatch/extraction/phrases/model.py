"""What phrases are read into: nodes and the offices they name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import define, evolve, field

from factwatch.annotation.chunks import Chunk
from factwatch.annotation.wordlists import Head

Owner = tuple[str, str, Any]
"""A country or body behind an office: as written, its chunk kind, its chunk value."""


@define(eq=False)
class Title:
    """An office as one phrase of the text names it."""

    head: Head
    name: str
    """The office in title case, with field and complement."""
    of: str | None
    """The country or body, as written; None where the phrase does not say."""
    of_kind: str = ""
    """Chunk kind of the words behind `of`: G, A, O, N, E, or 'this' for 'the country's', 'its'."""
    of_value: Any = None
    status: str = "current"
    status_word: str = ""
    start: int = 0
    end: int = 0
    plural: bool = False
    definite: bool = False
    """With 'the', a possessive or a body before it."""
    determiner: str = ""
    ofs: tuple[Owner, ...] = ()
    """Several bodies: 'the presidents of X and Y'."""
    bare: bool = False
    """Nothing but the noun: no field, body or complement."""

    def for_one(self) -> Title:
        """Return the office of one of several who are named together."""
        return evolve(self, plural=False)

    def owned_by(self, owner: Owner) -> None:
        """Give the office its country or body."""
        self.of, self.of_kind, self.of_value = owner
        self.bare = False


@define(eq=False)
class Node:
    """One step of a sentence for the clause rules."""

    kind: str
    """PER, TTL, LOC, ORG, GRP, PRO, DAT, QUO, EVT, ADJ, or the kind of the one chunk it stands for."""
    first: int
    """Index of its first chunk."""
    last: int
    """Index after its last chunk."""
    start: int
    end: int
    text: str
    low: str
    value: Any = None
    """Place, Body, VerbForm, DateExpression, Quotation of the chunk behind it."""
    name: str | None = None
    """PER: the name; LOC, ORG: the name as written; GRP: its description."""
    titles: list[Title] = field(factory=list)
    honorific: str = ""
    nation: Any = None
    """ADJ or place that the phrase ties the person or group to."""
    relative: bool = False
    """A nonrestrictive clause ('who ...') follows."""
    appositive: tuple[int, int] | None = None
    """Offsets of an apposition that belongs to the node."""

    def reach_to(self, last: int, end: int, text: str) -> None:
        """Let the node end before the chunk *last*, at the offset *end* of *text*, the text of the document."""
        self.last, self.end = last, end
        self._reread(text)

    def reach_back(self, other: Node, text: str) -> None:
        """Let the node begin where *other* does."""
        self.first, self.start = other.first, other.start
        self._reread(text)

    def _reread(self, text: str) -> None:
        self.text = text[self.start : self.end]
        self.low = self.text.lower()


def spanning(text: str, kind: str, chunks: Sequence[Chunk], first: int, last: int, **extra: Any) -> Node:
    """Return a node of the chunks ``[first:last)`` of *text*."""
    chunk = chunks[first]
    if last == first + 1 and kind != "QUO":
        return Node(kind, first, last, chunk.start, chunk.end, chunk.text, chunk.low, **extra)
    start, end = chunk.start, chunks[last - 1].end
    words = text[start:end]
    return Node(kind, first, last, start, end, words, words.lower(), **extra)
