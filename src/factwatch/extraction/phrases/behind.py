"""What has been read behind the noun of an office, and what all readers of a complement ask of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import define, field

from factwatch.annotation.chunks import Chunk
from factwatch.annotation.wordlists import Head, Wordlists
from factwatch.extraction.phrases.bodies import BodyNames
from factwatch.extraction.phrases.fields import Fields
from factwatch.extraction.phrases.model import Owner

DETERMINERS: Final = frozenset({"the", "its", "his", "her", "their", "our"})
CLOSING: Final = frozenset({",", ".", ")", ";"})
HIRING_GROUPS: Final = frozenset({"body", "company", "plain", "sport", "academia", "church"})
"""Groups of offices whose holders come from any country."""


class Means:
    """What reading complements takes from the document's word lists; one for each document."""

    __slots__ = ("bodies", "body_nouns", "common", "fields", "text")

    def __init__(self, text: str, lists: Wordlists) -> None:
        self.text = text
        self.fields = Fields(lists)
        self.bodies = BodyNames(lists, self.fields)
        self.body_nouns = lists.sets["body_nouns"]
        self.common = lists.common


@define(eq=False)
class Behind:
    """How far the words behind an office have been read, and what they gave it."""

    means: Means
    chunks: Sequence[Chunk]
    head: Head
    has_field: bool
    """Whether the office's field stands before it."""
    loose: bool
    """Whether the country or body that stands before it has no possessive."""
    last: int
    """Index after what has been read: of the preposition that is looked at."""
    of: Owner | None = None
    words: list[str] = field(factory=list)
    """What belongs to the office's name."""
    ofs: tuple[Owner, ...] = ()
    """Several countries: 'the presidents of X and Y'."""
    preposition: str = ""
    after: int = 0
    """Index of the first chunk behind the preposition and its article."""

    def enter(self) -> bool:
        """Go on to what stands behind the preposition; tell whether anything does."""
        self.preposition = self.chunks[self.last].low
        self.after = self.last + 1
        count = len(self.chunks)
        if self.after < count and self.chunks[self.after].kind in "dP" and self.chunks[self.after].low in DETERMINERS:
            self.after += 1
        return self.after < count

    @property
    def target(self) -> Chunk:
        """The first chunk behind the preposition and its article."""
        return self.chunks[self.after]

    @property
    def next(self) -> Chunk:
        """The chunk behind the preposition: the article, where there is one."""
        return self.chunks[self.last + 1]

    @property
    def article(self) -> str:
        """'the ', where it stands behind the preposition."""
        return "the " if self.next.low == "the" else ""

    @property
    def open(self) -> bool:
        """Whether no country or body is known, or only that it is 'the country' or 'the company'."""
        return self.of is None or self.of[1] == "this"

    def low(self, at: int) -> str:
        """Return the small letters of the chunk at *at*; nothing behind the end."""
        return self.chunks[at].low if at < len(self.chunks) else ""

    def between(self, first: int, end: int) -> str:
        """Return the text of the chunks from *first* to before *end*."""
        return self.means.text[self.chunks[first].start : self.chunks[end - 1].end]

    def closes(self, at: int) -> bool:
        """Tell whether the phrase ends before *at*."""
        return at >= len(self.chunks) or self.chunks[at].kind in CLOSING

    def owned_by(self, owner: Owner, end: int) -> bool:
        """Take *owner* for the office's country or body and go on at *end*."""
        self.of = owner
        self.last = end
        return True

    def named_with(self, words: Sequence[str], end: int) -> bool:
        """Take *words* for a part of the office's name and go on at *end*."""
        self.words += words
        self.last = end
        return True
