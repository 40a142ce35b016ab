"""A whole document, ready for the rule families."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define

from factwatch.annotation.casing import cased
from factwatch.annotation.chunks import Chunker, tell_bodies
from factwatch.annotation.dates import DateExpression, find_dates
from factwatch.annotation.tokens import tokenize
from factwatch.annotation.units import Outline, Unit, outline
from factwatch.annotation.wordlists import Wordlists, wordlists
from factwatch.extraction.clauses import Sentence, build_sentence
from factwatch.extraction.phrases import Node, Phraser
from factwatch.extraction.plugins import retype
from factwatch.model.text import Document, Mention

_MOST_HEADINGS: Final = 24
_LONGEST_HEADING: Final = 240
_CAPITALS: Final = 0.7
_SURNAMES: Final = 2
"""A Spanish name ends in two surnames, of which the first one is the more common."""
_LONGEST_NAME: Final = 4


@define(eq=False)
class Passage:
    """The sentences of a document, with what the families share."""

    document: Document
    text: str
    """The document's, with plain blanks only (see `annotation.spacing`)."""
    published: dt.date | None
    lists: Wordlists
    outline: Outline
    sentences: list[Sentence]
    """One for each unit, in the order of the text; narration and quotations alike (see `Unit.quotation`)."""
    dates: tuple[DateExpression, ...]
    headings: tuple[Node, ...] = ()
    """Full names that stand only in headings, captions and the like: no claims, but the fullest form of a name."""
    _titled: frozenset[str] | None = None

    def has_title(self, name: str) -> bool:
        """Tell whether the document gives a title to somebody of the surname *name*."""
        if self._titled is None:
            self._titled = frozenset(
                word
                for sentence in self.sentences
                for node in sentence.nodes
                if node.kind == "PER" and node.name and any(title.head.group != "weak" for title in node.titles)
                for word in node.name.split()[-_SURNAMES:]
            )
        return name.rsplit(" ", 1)[-1] in self._titled


def read_passage(document: Document, *, lists: Wordlists | None = None, names: Sequence[Mention] = ()) -> Passage:
    """
    Annotate *document* down to nodes and verb groups.

    Args:
        document: What to read.
        lists: Word lists other than those that come with factwatch.
        names: Names that a plugged-in extractor found, none overlapping; they overrule what the form of a word tells.
    """
    tables = lists or wordlists()
    shape = outline(document, tables.abbreviations)
    text = shape.text
    dates = find_dates(text)
    chunker = Chunker(text, tables, shape.units, {date.start: date for date in dates})
    phraser = Phraser(text, tables)
    cuts = [chunker.chunks(unit) for unit in shape.units]
    tell_bodies(cuts, tables)
    chunks = retype(cuts, names, text)
    sentences = [build_sentence(unit, phraser.nodes(cut), text, tables) for unit, cut in zip(shape.units, chunks, strict=True)]
    headings = tuple(_heading_names(document, chunker, phraser, tables))
    return Passage(document, text, document.published, tables, shape, sentences, dates, headings)


def _heading_names(document: Document, chunker: Chunker, phraser: Phraser, lists: Wordlists) -> Iterator[Node]:
    """Yield the names of two to four words, none of them a common word, in the short stretches that yield no claims."""
    for span in document.excluded[:_MOST_HEADINGS]:
        if span.end - span.start > _LONGEST_HEADING:
            continue
        start = span.start
        for line in span.of(document.text).splitlines(keepends=True):
            yield from _line_names(line, start, chunker, phraser, lists)
            start += len(line)


def _line_names(line: str, start: int, chunker: Chunker, phraser: Phraser, lists: Wordlists) -> Iterator[Node]:
    words = [word for word in line.split() if word.isalpha()]
    if sum(word.isupper() for word in words) > _CAPITALS * len(words):
        # 'REMARKS BY PRESIDENT ANA RUIZ'
        small = lists.function
        lower = " ".join(word.lower() if word.lower() in small else cased(word) for word in line.rstrip("\n").split(" "))
        line = lower if len(lower) == len(line.rstrip("\n")) else line
    tokens = tokenize(line)
    if not tokens.words:
        return
    starts, ends = ([offset + start for offset in offsets] for offsets in (tokens.starts, tokens.ends))
    for node in phraser.nodes(chunker.chunks(Unit(tokens.words, starts, ends, -1))):
        words = [cased(word) for word in (node.name or "").split()]
        if (
            node.kind == "PER"
            and 1 < len(words) <= _LONGEST_NAME
            and all(word[0].isupper() and (word.lower() not in lists.classes or word in lists.sets["given_names"]) for word in words)
        ):
            node.name = " ".join(words)
            yield node
