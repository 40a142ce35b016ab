"""A whole document, ready for the rule families."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from attrs import define

from factwatch.annotation.chunks import Chunker
from factwatch.annotation.dates import DateExpression, find_dates
from factwatch.annotation.units import Outline, outline
from factwatch.annotation.wordlists import Wordlists, wordlists
from factwatch.extraction.clauses import Sentence, build_sentence
from factwatch.extraction.phrases import Phraser
from factwatch.extraction.plugins import retype
from factwatch.model.text import Document, Mention


@define(eq=False)
class Passage:
    """The sentences of a document, with what the families share."""

    document: Document
    text: str
    published: dt.date | None
    lists: Wordlists
    outline: Outline
    sentences: list[Sentence]
    """One for each unit, in the order of the text; narration and quotations alike (see `Unit.quotation`)."""
    dates: tuple[DateExpression, ...]


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
    dates = find_dates(document.text)
    chunker = Chunker(document.text, tables, shape.units, {date.start: date for date in dates})
    phraser = Phraser(document.text, tables)
    chunks = retype([chunker.chunks(unit) for unit in shape.units], names, document.text)
    sentences = [build_sentence(unit, phraser.nodes(cut), document.text, tables) for unit, cut in zip(shape.units, chunks, strict=True)]
    return Passage(document, document.text, document.published, tables, shape, sentences, dates)
