"""
Tokens and quotations -> units: the stretches that rules look at.

A unit is one sentence of the narration, with each longer quotation in it as a single placeholder, or one sentence inside a
quotation. So no rule ever confuses what the document says with what somebody in it says.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define, field, frozen

from factwatch.annotation.quotes import Quotation, find_quotations
from factwatch.annotation.spacing import unwrapped
from factwatch.annotation.tokens import Tokens, tokenize
from factwatch.model.text import Document, Span

PLACEHOLDER: Final = "\ue000"
_SCARE_WORDS: Final = 3
_SENTENCE_ENDS: Final = frozenset({".", "!", "?", "…"})


@frozen
class Turn:
    """What one speaker of a transcript says, from his label to the next one."""

    label: Span
    """The words of the label, without the colon."""
    start: int
    end: int


@define(eq=False)
class Unit:
    """A sentence as parallel lists of tokens."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    paragraph: int
    quotation: Quotation | None = None
    """The quotation that the unit lies in, or None for narration."""
    turn: Turn | None = None
    """The transcript turn that the unit lies in."""
    quotations: dict[int, Quotation] = field(factory=dict)
    """Token index of a placeholder -> the quotation it stands for."""
    index: float = -1
    """
    Which sentence it is: the narration counts 0, 1, 2, so that neighbours differ by one whatever is quoted between them; the sentences
    of a quotation lie between the numbers of the narration's.
    """


@frozen
class Outline:
    """A document cut into units."""

    text: str
    """The document's, with plain blanks only (see `annotation.spacing`)."""
    units: tuple[Unit, ...]
    quotations: tuple[Quotation, ...]
    """The ones that count as statements; short 'scare' quotes are left out."""
    turns: tuple[Turn, ...]
    tokens: Tokens


_LABEL: Final = re.compile(
    r"^(?P<label>(?:[A-ZÀ-Þ][\w.’'\-]*|Q|A)(?:[ \t]+(?:[A-ZÀ-Þ(#][\w.’'\-)]*|\d{1,2}|of|the|de|da|van|von|bin|al|for|and|&)){0,7}"
    r"(?:,[ \t][^:\n]{1,60})?"
    r"(?:[ \t]*\([^)\n]{1,60}\))?)[ \t]*:[ \t]+(?=\S)"
    r"|^\[?(?P<q>QUESTION|Question|Q)\]?[ \t]*[:.][ \t]+"
    # the White House's 'Q    Mr. President, ...'
    r"|^(?P<spaced>[QA])(?:[ ]{2,}|\t)[ \t]*(?=\S)"
    # 'Senator BRAITHWAITE. And those?', 'The CHAIRWOMAN. Order.'
    r"|^(?P<printed>(?:[A-Z][a-z]+\.?[ \t]+){1,3}[A-ZÀ-Þ][A-ZÀ-Þ’'\-]+(?:[ \t]+of[ \t]+[A-Z][a-z]+)?)\.[ \t]+(?=[\w“\"‘\[(])",
    re.MULTILINE,
)
_NO_SPEAKER: Final = re.compile(
    r"^(?:note|notes|editor'?s? note|photo|file photo|source|subject|date|when|where|what|who|time|venue|location|contact|related|tags"
    r"|topics|update|correction|read more|see also|watch|listen|re|cc|to|from|day \w+|\d+|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday|press release|media advisory|for immediate release|ends?|phone|telephone|tel|fax|e-?mail|web|website|address)\b",
    re.IGNORECASE,
)
# Name and office in capitals: 'ANA RUIZ, MINISTER FOR WORKS:'
_NAMED_LABEL: Final = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.’'\-]+(?:[ \t]+[A-ZÀ-Þ.’'\-]+){1,3}(?:,[ \t]|[ \t]*\()[A-ZÀ-Þ][A-ZÀ-Þ ,.’'&\-]+\)?[ \t]*:"
)
# '..., speaking in Kingston, said: ' introduces a quotation, and so does a colon before quotation marks.
_SAYING: Final = re.compile(
    r"\b(?:said|says|saying|told|tells|adds?|added|asked|asks|wrote|writes|replied|warned|warns|declared|insisted|noted|explained|concluded)\b"
)
_BRACKETED: Final = re.compile(r"\n\n[\[(][^\n]*[\])](?=\s|\Z)")
_NARRATED: Final = 25
"""So many words make a paragraph before the first label one of narration rather than of a heading."""


def find_turns(text: str, excluded: tuple[Span, ...] = ()) -> tuple[Turn, ...]:
    """Return the turns of a transcript; a text with one or two speaker labels, each of its own, is none."""
    labels = [match for match in _LABEL.finditer(text) if not _inside(match.start(), excluded)]
    if labels and not text[: labels[0].start()].strip() and text[labels[0].end()] in "\"“‘'":
        # a headline: 'Minister: ‘No child should walk’'
        labels.pop(0)
    speaking = [not _NO_SPEAKER.match(match.group()) and not _SAYING.search(match.group()) for match in labels]
    names = {match.group() for match, speaks in zip(labels, speaking, strict=True) if speaks}
    spoken = [match for match, speaks in zip(labels, speaking, strict=True) if speaks]
    if len(spoken) < 2 or (len(names) == len(spoken) == 2 and not all(_NAMED_LABEL.match(match.group()) for match in spoken)):  # noqa: PLR2004
        # so few are more often headings
        return ()
    first = labels[speaking.index(True)].start()
    # Between paragraphs of narration a turn is one paragraph.
    mixed = sum(len(paragraph.split()) > _NARRATED for paragraph in text[:first].split("\n\n")) > 1
    turns: list[Turn] = []
    for position, match in enumerate(labels):
        if not speaking[position]:
            continue
        group = next(name for name in ("label", "q", "spaced", "printed") if match.group(name))
        last = position + 1 == len(labels)
        end = len(text) if last else labels[position + 1].start()
        if mixed or (last and len(turns) > 2 and all("\n\n" not in _BRACKETED.sub("", text[turn.start : turn.end]) for turn in turns)):  # noqa: PLR2004
            # Where no other turn has two paragraphs, what follows the last one is no part of it.
            stop = text.find("\n\n", match.end(), end)
            end = stop if stop >= 0 else end
        turns.append(Turn(Span(match.start(group), match.end(group)), match.end(), len(text[:end].rstrip())))
    return tuple(turns)


def _is_statement(text: str, quotation: Quotation) -> bool:
    words = quotation.words(text)
    return len(words.split()) > _SCARE_WORDS or words[-1:] in {".", "!", "?", ",", "…"} or "," in words[-2:]


def outline(document: Document, abbreviations: frozenset[str] = frozenset()) -> Outline:
    """Cut *document* into units; stretches that `Document.excluded` names are left out; see `tokenize` for *abbreviations*."""
    text = unwrapped(document.text)
    tokens = tokenize(text, abbreviations)
    turns = find_turns(text, document.excluded)
    quotations = tuple(item for item in find_quotations(text) if _is_statement(text, item) and not _inside(item.start, document.excluded))
    units = tuple(_units(tokens, text, quotations, turns, document.excluded))
    _number(units)
    return Outline(text, units, quotations, turns, tokens)


def _number(units: Sequence[Unit]) -> None:
    """Give the units their index; those of quotations stand before the sentence that they are part of."""
    narrated = 0
    quoted: list[Unit] = []
    for unit in (*units, None):
        if unit is not None and unit.quotation is not None:
            quoted.append(unit)
            continue
        for at, inner in enumerate(quoted, start=1):
            inner.index = narrated - 1 + at / (len(quoted) + 1)
        quoted.clear()
        if unit is not None:
            unit.index = narrated
            narrated += 1


def _inside(offset: int, spans: tuple[Span, ...]) -> bool:
    return any(span.start <= offset < span.end for span in spans)


def _units(
    tokens: Tokens, text: str, quotations: tuple[Quotation, ...], turns: tuple[Turn, ...], excluded: tuple[Span, ...]
) -> Iterator[Unit]:
    words, starts, ends, breaks = tokens.words, tokens.starts, tokens.ends, tokens.breaks
    count = len(words)
    borders = iter([*(at for at, mark in enumerate(breaks) if mark), count])
    border = next(borders)
    paragraph = -1
    at = 0
    skips = iter((*sorted(excluded), Span(len(text) + 1, len(text) + 1)))
    skip = next(skips)
    quotes = iter((*quotations, None))
    quotation = next(quotes)
    turn_of = iter((*turns, None))
    turn = next(turn_of)
    unit = Unit([], [], [], paragraph)
    force = True
    while at < count:
        start = starts[at]
        while start >= skip.end and skip.start <= len(text):
            skip = next(skips)
        if skip.start <= start < skip.end:
            force = True
            paragraph += breaks[at] == 2  # noqa: PLR2004  # 2 = paragraph
            at += 1
            continue
        while quotation is not None and start >= quotation.end:
            quotation = next(quotes)
        while turn is not None and start >= turn.end:
            turn = next(turn_of)
            force = True
        if turn is not None and turn.label.start <= start < turn.start:
            paragraph += breaks[at] == 2  # noqa: PLR2004  # 2 = paragraph
            at += 1
            force = True
            continue
        if breaks[at] == 2:  # noqa: PLR2004
            paragraph += 1
        if (force or breaks[at]) and unit.words:
            yield unit
            unit = Unit([], [], [], paragraph, turn=_turn_at(turn, start))
        if not unit.words:
            unit.paragraph = paragraph
            unit.turn = _turn_at(turn, start)
        force = False
        if quotation is not None and start >= quotation.start:
            # The splitter leaves an opening mark with the sentence before it.
            if unit.words and unit.words[-1] in _SENTENCE_ENDS and (breaks[at] or (at + 1 < count and breaks[at + 1])):
                yield unit
                unit = Unit([], [], [], paragraph, turn=unit.turn)
            inner, at = _quoted_units(tokens, at, quotation, paragraph, unit.turn)
            unit.quotations[len(unit.words)] = quotation
            unit.words.append(PLACEHOLDER)
            unit.starts.append(quotation.start)
            unit.ends.append(quotation.end)
            yield from inner
            last = quotation.words(text)[-1:]
            force = at < count and last in {".", "…"} and not words[at][0].islower() and words[at] not in {",", "—", "–", "-"}
            if at < count and breaks[at] == 2:  # noqa: PLR2004
                force = True
            elif at < count and last in {"?", "!"}:
                # '“Why?” Smith asked.' goes on; the splitter's own break inside the marks does not count.
                breaks[at] = 0 if not force else breaks[at]
            elif at < count and not force:
                breaks[at] = 0 if breaks[at] == 1 else breaks[at]
            continue
        # All up to the next border goes into one unit.
        while border <= at:
            border = next(borders)
        limit = min(skip.start, quotation.start if quotation is not None else skip.start, _next_border(turn, start, skip.start))
        stop = bisect_left(starts, limit, at + 1, border)
        unit.words += words[at:stop]
        unit.starts += starts[at:stop]
        unit.ends += ends[at:stop]
        at = stop
    if unit.words:
        yield unit


def _next_border(turn: Turn | None, start: int, end: int) -> int:
    """Return where, behind *start*, a label or the end of *turn* comes; *end* where there is no turn."""
    if turn is None:
        return end
    return turn.label.start if start < turn.label.start else turn.end


def _turn_at(turn: Turn | None, start: int) -> Turn | None:
    return turn if turn is not None and turn.start <= start < turn.end else None


def _quoted_units(tokens: Tokens, at: int, quotation: Quotation, paragraph: int, turn: Turn | None) -> tuple[list[Unit], int]:
    units: list[Unit] = []
    unit = Unit([], [], [], paragraph, quotation, turn)
    count = len(tokens.words)
    parts = quotation.parts
    while at < count and tokens.starts[at] < quotation.end:
        start = tokens.starts[at]
        if any(first <= start < last for first, last in parts):
            if tokens.breaks[at] and unit.words:
                units.append(unit)
                unit = Unit([], [], [], paragraph, quotation, turn)
            unit.words.append(tokens.words[at])
            unit.starts.append(start)
            unit.ends.append(tokens.ends[at])
        at += 1
    if unit.words:
        units.append(unit)
    return units, at
