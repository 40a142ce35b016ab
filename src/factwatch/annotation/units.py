"""
Tokens and quotations -> units: the stretches that rules look at.

A unit is one sentence of the narration, with each longer quotation in it as a single placeholder, or one sentence inside a
quotation. So no rule ever confuses what the document says with what somebody in it says.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define, field, frozen

from factwatch.annotation.quotes import Quotation, find_quotations
from factwatch.annotation.spacing import unwrapped
from factwatch.annotation.tokens import Tokens, tokenize
from factwatch.annotation.turns import Turn, find_turns, inside
from factwatch.model.text import Document, Span

PLACEHOLDER: Final = "\ue000"
_SCARE_WORDS: Final = 3
_PARAGRAPH: Final = 2
"""The break of a token that begins a paragraph; 1 begins a sentence."""
_SENTENCE_ENDS: Final = frozenset({".", "!", "?", "…"})


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


def _is_statement(text: str, quotation: Quotation) -> bool:
    words = quotation.words(text)
    return len(words.split()) > _SCARE_WORDS or words[-1:] in {".", "!", "?", ",", "…"} or "," in words[-2:]


def outline(document: Document, abbreviations: frozenset[str] = frozenset()) -> Outline:
    """Cut *document* into units; stretches that `Document.excluded` names are left out; see `tokenize` for *abbreviations*."""
    text = unwrapped(document.text)
    tokens = tokenize(text, abbreviations)
    turns = find_turns(text, document.excluded)
    quotations = tuple(item for item in find_quotations(text) if _is_statement(text, item) and not inside(item.start, document.excluded))
    units = tuple(_Cutter(tokens, text, iter(quotations), iter(turns), iter(sorted(document.excluded))).cut())
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


@define
class _Cutter:
    """Goes through the tokens once, and through the stretches that lie in them beside."""

    tokens: Tokens
    text: str
    quotations: Iterator[Quotation]
    turns: Iterator[Turn]
    skips: Iterator[Span]
    at: int = 0
    """Index of the token at hand."""
    paragraph: int = -1
    force: bool = True
    """Whether a new unit begins here, whatever the splitter says."""
    quotation: Quotation | None = field(init=False)
    """The one that the token at hand lies in or that comes next; so with the turn and what is left out."""
    turn: Turn | None = field(init=False)
    skip: Span | None = field(init=False)
    unit: Unit = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.quotation, self.turn, self.skip = next(self.quotations, None), next(self.turns, None), next(self.skips, None)
        self.unit = Unit([], [], [], self.paragraph)

    def cut(self) -> Iterator[Unit]:
        """Yield the units; those of a quotation before the sentence that it is part of."""
        starts, breaks = self.tokens.starts, self.tokens.breaks
        borders = iter([*(at for at, mark in enumerate(breaks) if mark), len(starts)])
        border = next(borders)
        while self.at < len(starts):
            start = starts[self.at]
            self._advance(start)
            if breaks[self.at] == _PARAGRAPH:
                self.paragraph += 1
            if self._is_left_out(start):
                self.force = True
                self.at += 1
                continue
            if (self.force or breaks[self.at]) and self.unit.words:
                yield self._finish()
            if not self.unit.words:
                self.unit.paragraph, self.unit.turn = self.paragraph, _turn_at(self.turn, start)
            self.force = False
            if self.quotation is not None and start >= self.quotation.start:
                yield from self._quote(self.quotation)
                continue
            # All up to the next border goes into one unit.
            while border <= self.at:
                border = next(borders)
            self._take(bisect_left(starts, self._limit(start), self.at + 1, border))
        if self.unit.words:
            yield self.unit

    def _advance(self, start: int) -> None:
        while self.skip is not None and start >= self.skip.end:
            self.skip = next(self.skips, None)
        if self._is_skipped(start):
            return
        while self.quotation is not None and start >= self.quotation.end:
            self.quotation = next(self.quotations, None)
        while self.turn is not None and start >= self.turn.end:
            self.turn = next(self.turns, None)
            self.force = True

    def _is_skipped(self, start: int) -> bool:
        return self.skip is not None and self.skip.start <= start

    def _is_left_out(self, start: int) -> bool:
        """Tell whether the document leaves the token out, or it belongs to a speaker's label."""
        return self._is_skipped(start) or (self.turn is not None and self.turn.label.start <= start < self.turn.start)

    def _finish(self) -> Unit:
        done, self.unit = self.unit, Unit([], [], [], self.paragraph, turn=self.unit.turn)
        return done

    def _limit(self, start: int) -> int:
        """Return where, behind *start*, something else begins."""
        end = self.skip.start if self.skip is not None else len(self.text) + 1
        return min(end, self.quotation.start if self.quotation is not None else end, _next_border(self.turn, start, end))

    def _take(self, stop: int) -> None:
        at, unit, tokens = self.at, self.unit, self.tokens
        unit.words += tokens.words[at:stop]
        unit.starts += tokens.starts[at:stop]
        unit.ends += tokens.ends[at:stop]
        self.at = stop

    def _quote(self, quotation: Quotation) -> Iterator[Unit]:
        words, breaks, at = self.tokens.words, self.tokens.breaks, self.at
        # The splitter leaves an opening mark with the sentence before it.
        if self.unit.words and self.unit.words[-1] in _SENTENCE_ENDS and (breaks[at] or (at + 1 < len(words) and breaks[at + 1])):
            yield self._finish()
        inner, self.at = _quoted_units(self.tokens, at, quotation, self.paragraph, self.unit.turn)
        unit, at = self.unit, self.at
        unit.quotations[len(unit.words)] = quotation
        unit.words.append(PLACEHOLDER)
        unit.starts.append(quotation.start)
        unit.ends.append(quotation.end)
        yield from inner
        if at == len(words):
            return
        last = quotation.words(self.text)[-1:]
        self.force = last in {".", "…"} and not words[at][0].islower() and words[at] not in {",", "—", "–", "-"}
        if breaks[at] == _PARAGRAPH:
            self.force = True
        elif not self.force:
            # '“Why?” Smith asked.' goes on; the splitter's own break inside the marks does not count.
            breaks[at] = 0


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
