"""
Markdown -> the words without the markup, each on the line where it stands in the file.

Emphasis, links, heading and quotation marks, images, comments and HTML tags are taken away; list items keep a ``- `` or their number.
Line numbers are those of the file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from attrs import define, field

from factwatch.model.text import Span
from factwatch.reading.layout import Layout

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAG: Final = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]*>", re.DOTALL)


@define
class _Page:
    """Lines that are being filled; the numbers count from 0."""

    lines: list[str]
    headings: set[int] = field(factory=set)
    items: set[int] = field(factory=set)

    def put(self, line: int, words: str) -> None:
        for number, part in enumerate(words.split("\n"), start=line):
            if number < len(self.lines):
                self.lines[number] = f"{self.lines[number]} {part.strip()}".strip() if self.lines[number] else part.strip()


def render_markdown(text: str, *, start: int = 0) -> Layout:
    """
    Return the words of *text*.

    Args:
        text: The file's text.
        start: Where the Markdown begins; what stands before (front matter) is kept as it is.
    """
    from markdown_it import MarkdownIt

    kept, body = text[:start], text[start:]
    page = _Page(lines=[""] * (body.count("\n") + 1))
    _fill(page, MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(body))
    headings, items = [], []
    offset = len(kept)
    for number, line in enumerate(page.lines):
        span = Span(offset, offset + len(line))
        if number in page.headings:
            headings.append(span)
        if number in page.items:
            items.append(span)
        offset = span.end + 1
    return Layout(text=kept + "\n".join(page.lines), headings=tuple(headings), items=tuple(items))


def _fill(page: _Page, tokens: Sequence[Token]) -> None:
    mark = ""
    row: int | None = None
    in_heading = False
    depth = 0
    for token in tokens:
        match token.type:
            case "heading_open" | "heading_close":
                in_heading = token.type == "heading_open"
            case "list_item_open":
                depth += 1
                mark = f"{token.info}{token.markup} " if token.info else "- "
            case "list_item_close":
                depth -= 1
            case "tr_open":
                row = token.map[0] if token.map else None
            case "tr_close":
                row = None
            case "fence" | "code_block" if token.map:
                page.put(token.map[0] + (token.type == "fence"), token.content.rstrip("\n"))
            case "html_block" if token.map:
                page.put(token.map[0], _without_tags(token.content))
            case "inline" if row is not None or token.map:
                first = row if row is not None else token.map[0]  # type: ignore[index]  # one of the two is known here
                words = _words(token.children or ())
                if row is not None:
                    words = f"| {words}" if page.lines[row] else words
                page.put(first, mark + words)
                if in_heading:
                    page.headings.update(range(first, first + words.count("\n") + 1))
                if depth or row is not None:
                    page.items.add(first)
                mark = ""
            case _:
                pass  # rulers, quotation and list frames: nothing to show


def _words(tokens: Sequence[Token]) -> str:
    parts: list[str] = []
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            parts.append("\n")
        elif token.type in {"text", "code_inline", "text_special"}:
            parts.append(token.content)
    return "".join(parts)


def _without_tags(html: str) -> str:
    from html import unescape

    # Line ends inside a tag or comment are kept, so that the words after it stay on their line.
    return unescape(_TAG.sub(lambda tag: "\n" * tag[0].count("\n"), html)).rstrip("\n")
