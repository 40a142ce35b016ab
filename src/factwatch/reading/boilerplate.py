"""
Which stretches of a text are not prose of the article.

What is marked yields no claims: advertisement lines, related links, share buttons, newsletter prompts, captions, bylines, time stamps,
comment sections (patterns in ``data/boilerplate.yaml``), headings, a release's head, and datelines. Speaker labels and list items stay.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from typing import Final, Literal

from attrs import frozen

from factwatch import _yaml
from factwatch.errors import LexiconError
from factwatch.model.text import Span
from factwatch.reading.dateline import dateline_end
from factwatch.reading.layout import Layout

Marks = Literal["line", "paragraph", "section", "rest"]

_LONGEST_LINE: Final = 420
_LONG_LINE: Final = 160
"""So long is no line of a wrapped text."""
_LONG_PROSE: Final = 120
"""A line as long is a paragraph of its own, where paragraphs have no empty lines between them, and no part of the caption before it."""
_HEADING_WORDS: Final = 16
_SHORT_HEADING_WORDS: Final = 8
_HEADLINE_WORDS: Final = 22
_LIST_RUN: Final = 3
_TITLE_SHARE: Final = 0.7

# A mark, closing quotation marks and brackets, numbers of footnotes; a dash ends speech that is cut off.
_ENDS_SENTENCE: Final = re.compile(r"(?:[.!?…:;,—–]|--)[\"'”’»)\]*]*(?:\s*\[\d{1,3}\])*$")
_ITEM: Final = re.compile(r"(?:[-–—*•‣◦·]|\d{1,2}[.)]|[a-z][.)]|\([a-z0-9]{1,3}\))\s+\S", re.IGNORECASE)
_QUOTED: Final = re.compile(r"[\"“‘«]")
_LABEL: Final = re.compile(r"[^\W\d_][^:.?!\n]{0,60}:(?:\s|$)")
_MONTH: Final = (
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec"
    r"|january|february|march|april|august|september|october|november|december)\b\.?"
)
_DATE: Final = re.compile(rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}\b|\d{{4}}-\d{{2}}-\d{{2}})", re.IGNORECASE)
# What a line of a programme begins with.
_DAY_OR_TIME: Final = re.compile(
    rf"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d{{1,2}}[:.h]\d{{2}}\b|\d{{1,2}} ?[ap]\.?m\b|day \d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: ?[-–] ?\d{{1,2}})? {_MONTH}|{_MONTH} \d",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W\d_][\w’'.-]*")
_SMALL_WORDS: Final = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "of", "on", "or", "over", "the", "to", "up", "with"}
)


@frozen
class _Pattern:
    name: str
    marks: Marks
    expression: re.Pattern[str]


@frozen
class _Line:
    start: int
    end: int
    words: str
    number: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@cache
def _patterns() -> tuple[_Pattern, ...]:
    where = "reading/data/boilerplate.yaml"
    text = resources.files("factwatch.reading").joinpath("data/boilerplate.yaml").read_text(encoding="utf-8")
    content = _yaml.load(text, where, error=LexiconError)
    found = []
    for number, entry in enumerate(content.data):
        try:
            joined = "|".join(f"(?:{pattern})" for pattern in entry["patterns"])
            found.append(_Pattern(entry["name"], entry["marks"], re.compile(joined, re.IGNORECASE)))
        except (KeyError, re.error) as error:
            raise LexiconError(content.at(number), f"not a pattern: {error}", "Correct the entry.") from error
    return tuple(found)


def excluded_spans(layout: Layout, *, start: int = 0, headline: str | None = None) -> tuple[str | None, tuple[Span, ...]]:
    """
    Return the headline that stands above the text (None where none does) and the spans to pass over, in order and apart.

    Args:
        layout: The text and what its markup told.
        start: Where to begin; what stands before is not looked at.
        headline: The headline, where it is known already.
    """
    lines = _lines(layout.text, start)
    if not lines:
        return None, ()
    marked: dict[int, Span] = {}
    _mark_furniture(lines, marked)
    items = {span.start for span in layout.items}
    for span in layout.headings:
        for line in lines:
            if span.start <= line.start < span.end:
                marked[line.number] = line.span
    found = _mark_heads(lines, marked, items, layout, headline)
    spans = list(marked.values()) + list(_datelines(lines, marked))
    return found, _merged(spans, layout.text)


def _lines(text: str, start: int) -> list[_Line]:
    found = []
    offset = start
    for number, raw in enumerate(text[start:].split("\n")):
        words = raw.strip()
        if words:
            first = offset + len(raw) - len(raw.lstrip())
            found.append(_Line(first, first + len(words), words, number))
        offset += len(raw) + 1
    return found


def _mark_furniture(lines: Sequence[_Line], marked: dict[int, Span]) -> None:
    skipping: Marks | None = None
    for index, line in enumerate(lines):
        follows = index > 0 and lines[index - 1].number == line.number - 1
        if skipping == "rest":
            marked[line.number] = line.span
            continue
        if skipping == "paragraph" and follows and len(line.words) < _LONG_PROSE:
            marked[line.number] = line.span
            continue
        pattern = _furniture(line, lines, index)
        if pattern is not None:
            marked[line.number] = line.span
            skipping = pattern.marks
            continue
        if skipping == "section" and not _is_prose(line) and len(line.words.split()) <= _HEADLINE_WORDS:
            marked[line.number] = line.span
            continue
        skipping = None


def _furniture(line: _Line, lines: Sequence[_Line], index: int) -> _Pattern | None:
    if len(line.words) > _LONGEST_LINE:
        return None
    for pattern in _patterns():
        if pattern.expression.fullmatch(line.words):
            # 'Comments' over nothing but prose is a heading of the article, and before its first half no comment section begins.
            if pattern.marks == "rest" and index * 2 < len(lines):
                continue
            return pattern
    return None


def _is_prose(line: _Line) -> bool:
    return _ENDS_SENTENCE.search(line.words) is not None or len(line.words.split()) > _HEADING_WORDS


def _mark_heads(lines: Sequence[_Line], marked: dict[int, Span], items: set[int], layout: Layout, headline: str | None) -> str | None:
    """Mark headings that stand in plain text; return the headline among them."""
    blocks = list(_blocks([line for line in lines if line.number not in marked]))
    if any(len(line.words) > _LONG_LINE for line in lines):
        # lines that are not wrapped are paragraphs
        blocks = [[line] for block in blocks for line in block]
    first_prose = next((place for place, block in enumerate(blocks) if any(_is_prose(line) for line in block)), None)
    if first_prose == 0 and len(blocks) > 1 and len(blocks[0]) == 1 and not _ENDS_SENTENCE.search(blocks[0][0].words):
        # a long headline
        first_prose = next((at for at in range(1, len(blocks)) if any(_is_prose(line) for line in blocks[at])), 0)
    if first_prose is None:
        return None  # notes without a single sentence: nothing tells headings from text
    alone = _standing_alone(lines)
    found: str | None = None
    for block in blocks[:first_prose]:
        if not all(_may_head(line, items, _HEADLINE_WORDS) for line in block):
            continue
        # Above a release stand its office and date; the headline is the last line before the text that is neither.
        if block[0].number in alone and (first_prose == 1 or not _DATE.search(block[0].words)):
            found = block[0].words
        marked.update((line.number, line.span) for line in block)
    if layout.headings and layout.headings[0].start <= blocks[first_prose][0].start:
        found = layout.headings[0].of(layout.text).strip()
    _mark_repeated_headline(blocks, marked, headline)
    repeated = {words for words, count in Counter(line.words for line in lines).items() if count > 1}
    last_prose = max(place for place, block in enumerate(blocks) if any(_is_prose(line) for line in block))
    for run in _head_runs(blocks[first_prose:last_prose], items, repeated):
        if len(run) < _LIST_RUN:
            marked.update((line.number, line.span) for line in run)
    return found


def _standing_alone(lines: Sequence[_Line]) -> set[int]:
    taken = {line.number for line in lines}
    return {number for number in taken if number - 1 not in taken and number + 1 not in taken}


def _mark_repeated_headline(blocks: Sequence[Sequence[_Line]], marked: dict[int, Span], headline: str | None) -> None:
    if headline and blocks and " ".join(line.words for line in blocks[0]).casefold() == " ".join(headline.split()).casefold():
        marked.update((line.number, line.span) for line in blocks[0])


def _head_runs(blocks: Sequence[Sequence[_Line]], items: set[int], repeated: set[str]) -> Iterator[list[_Line]]:
    """Yield runs of lines that stand alone and read like headings; several in a row are a list of names, not headings."""
    run: list[_Line] = []
    for block in blocks:
        if len(block) == 1 and block[0].words not in repeated and _is_subhead(block[0], items):
            run.append(block[0])
            continue
        yield run
        run = []
    yield run


def _blocks(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    block: list[_Line] = []
    for line in lines:
        if block and line.number != block[-1].number + 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _may_head(line: _Line, items: set[int], most_words: int) -> bool:
    return (
        line.start not in items
        and not _ENDS_SENTENCE.search(line.words)
        and len(line.words.split()) <= most_words
        and not _ITEM.match(line.words)
        and not (_LABEL.match(line.words) and _QUOTED.search(line.words))
    )


def _is_subhead(line: _Line, items: set[int]) -> bool:
    if not _may_head(line, items, _HEADING_WORDS) or _QUOTED.match(line.words) or _DAY_OR_TIME.match(line.words):
        return False
    words = _WORD.findall(line.words)
    telling = [word for word in words if word.lower() not in _SMALL_WORDS]
    capital = sum(word[0].isupper() for word in telling)
    return len(words) <= _SHORT_HEADING_WORDS or capital >= _TITLE_SHARE * len(telling)


def _datelines(lines: Sequence[_Line], marked: dict[int, Span]) -> Iterator[Span]:
    first = True
    previous = -2
    labels = Counter(label[0].strip() for line in lines if (label := _LABEL.match(line.words)))
    for line in lines:
        opens = line.number != previous + 1 or previous in marked
        previous = line.number
        if line.number in marked or not opens:
            continue
        end = dateline_end(line.words, first=first, colon=sum(labels.values()) <= 1)
        if end:
            yield Span(line.start, line.start + end)
        first = first and not _is_prose(line)


def _merged(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Join spans that touch or have only blanks between them."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and not text[merged[-1].end : span.start].strip():
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
