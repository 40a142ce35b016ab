"""A text with what its source said about its parts."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from factwatch.model.text import Span


@frozen(kw_only=True)
class Layout:
    """The text as shown to the user, and what the markup told that the words alone do not."""

    text: str
    headings: tuple[Span, ...] = ()
    """Headings by markup."""
    items: tuple[Span, ...] = ()
    """List items and table rows by markup: never taken for headings."""
    headline: str | None = None
    site: str | None = None
    url: str | None = None
    published: dt.date | None = None
