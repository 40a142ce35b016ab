"""What is read: a document, and stretches of its text."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Literal

from attrs import field, frozen, validators

MentionKind = Literal["person", "organisation", "place", "date", "title"]


@frozen(order=True)
class Span:
    """
    A stretch of a document's text: ``text[start:end]``.

    Offsets count characters (Unicode code points) from the start of `Document.text`; *end* is the first one
    outside.

    >>> Span(4, 9).of("The talks resumed.")
    'talks'
    """

    start: int = field(validator=validators.ge(0))
    end: int = field()

    @end.validator
    def _not_before_start(self, _attribute: object, value: int) -> None:
        if value < self.start:
            message = f"a span cannot end ({value}) before it starts ({self.start})"
            raise ValueError(message)

    def of(self, text: str) -> str:
        """Return the words that the span covers in *text*."""
        return text[self.start : self.end]


@frozen(order=True)
class Evidence:
    """The words that a claim rests on, with their place in the text as shown to the user."""

    start: int = field(validator=validators.ge(0))
    """First character, counted from the start of the document's text."""
    end: int = field()
    """First character outside."""
    text: str = field()
    """The words themselves: always ``document.text[start:end]``."""
    source: str | None = None
    """Digest of the document's text where evidence of several documents is kept together, else None."""


@frozen(kw_only=True)
class Document:
    """
    A text with what is known of where and when it was published.

    Nothing ever alters `text` after reading: every finding points into it.
    """

    text: str
    """The text as shown to the user."""
    source: str = "<text>"
    """File name, ``-`` for standard input, or another label."""
    url: str | None = None
    headline: str | None = None
    site: str | None = None
    """Publisher's name, where the page or front matter gives it."""
    published: dt.date | None = None
    """Publication date; it anchors 'today', 'Tuesday', 'next week'."""
    excluded: tuple[Span, ...] = ()
    """Boilerplate (advertisement lines, captions, share buttons, bylines, ...): it yields no claims."""

    @property
    def digest(self) -> str:
        """SHA-256 of the text (UTF-8), as ``sha256:`` and 64 hexadecimal digits."""
        return "sha256:" + hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def line_of(self, offset: int) -> int:
        """Return the number, from 1, of the line of the text in which *offset* lies."""
        return self.text.count("\n", 0, offset) + 1


@frozen(kw_only=True)
class Mention:
    """A span of the text that names or refers to a person, organisation, place, date or title."""

    kind: MentionKind
    start: int
    end: int
    text: str
    value: str | None = None
    """The resolved entity's name; for a date an ISO 8601 day, month, year or interval."""
