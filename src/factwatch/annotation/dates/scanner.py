"""
Finding the places where a date may stand, and cutting them into words.

Most of a text has no dates: one pattern skips it, and only the surroundings of a word that it stops at are looked at closely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from factwatch.annotation.dates.vocabulary import Sense, Vocabulary, normal

# Characters looked at before and after a seed: the longest words of a date that stand there.
_BEFORE = 56
_AFTER = 72
_BLANK = re.compile(r"\s")


class Token:
    """A word, number or sign. Its *kind* is the vocabulary's, a sign's is the sign, any other word's is 'word'."""

    __slots__ = ("end", "kind", "low", "start", "text", "value")

    def __init__(self, kind: str, value: Any, text: str, low: str, start: int, end: int) -> None:  # noqa: PLR0917  # made in one place
        self.kind = kind
        self.value = value
        self.text = text
        self.low = low
        self.start = start
        self.end = end

    def __repr__(self) -> str:
        return f"Token({self.kind!r}, {self.value!r}, {self.text!r})"


# Stands before the first and after the last token, so that looking around needs no bounds.
EDGE = Token("edge", None, "", "", -1, -1)

_DASHES = {"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", "~", "\u301c"}
_PLAIN = {
    "the": "the",
    "of": "of",
    "to": "to",
    "and": "and",
    "or": "or",
    "in": "in",
    "on": "on",
    "at": "at",
    "that": "that",
    "same": "same",
}
_CONNECTORS = {"through": "to", "thru": "to", "until": "to", "till": "to", "til": "to", "to": "to"}


def regions(text: str, vocabulary: Vocabulary) -> Iterator[list[Token]]:
    """Yield the words of each stretch of *text* that may hold dates; the stretches are apart, so no character is read twice."""
    start = end = -1
    for seed in vocabulary.seeds.finditer(text):
        at = seed.start()
        if at <= end + _BEFORE and start >= 0:
            end = seed.end() + _AFTER
            continue
        if start >= 0:
            yield _tokens(text, start, end, vocabulary)
        start, end = max(at - _BEFORE, end, 0), seed.end() + _AFTER
    if start >= 0:
        yield _tokens(text, start, end, vocabulary)


def _tokens(text: str, start: int, end: int, vocabulary: Vocabulary) -> list[Token]:
    # A region begins and ends between words; a "word" without blanks longer than the margin is cut.
    if start > 0:
        blank = _BLANK.search(text, start - 1, start + _BEFORE)
        start = blank.end() if blank else start
    end = min(end, len(text))
    if end < len(text):
        blank = _BLANK.search(text, end, end + _BEFORE)
        end = blank.start() if blank else end
    senses = vocabulary.senses
    found: list[Token] = []
    add = found.append
    for match in vocabulary.tokens.finditer(text, start, end):
        kind = match.lastgroup or ""
        body = match[0]
        low = body.lower()
        begin, stop = match.span()
        if kind == "word":
            sense = senses.get(body) or senses.get(low)
            if sense is None:
                add(Token(_PLAIN.get(low, "word"), None, body, low, begin, stop))
                continue
        else:
            sense = _READERS[kind](match, vocabulary) if kind in _READERS else Sense(kind, None)
        add(Token(sense.kind, sense.value, body, low, begin, stop))
    return found


def connector(token: Token) -> str | None:
    """Return 'to' or '-' where the token may join the two ends of an interval."""
    return _CONNECTORS.get(token.low) or ("-" if token.kind == "-" else None)


def _number(match: re.Match[str], _vocabulary: Vocabulary) -> Sense:
    body = match[0]
    return Sense("num", int(body)) if len(body) <= 4 and body.isascii() else Sense("word", None)  # noqa: PLR2004  # years have four digits


def _sign(match: re.Match[str], _vocabulary: Vocabulary) -> Sense:
    return Sense("-" if match[0] in _DASHES else match[0], None)


def _holiday(match: re.Match[str], vocabulary: Vocabulary) -> Sense:
    name = normal(match[0])
    return Sense("holiday", (name, vocabulary.holidays.get(name)))


def _numeric(match: re.Match[str], _vocabulary: Vocabulary) -> Sense:
    return Sense("numeric", (match.lastgroup, tuple(map(int, re.findall(r"\d+", match[0]))), re.search(r"\D", match[0])))


def _decades(match: re.Match[str], _vocabulary: Vocabulary) -> Sense:
    digits = "".join(filter(str.isdigit, match[0]))
    return Sense("decades", int(digits))


def _nth(match: re.Match[str], _vocabulary: Vocabulary) -> Sense:
    return Sense("nth", int(match[0][:-2]))


def _quarter(match: re.Match[str], _vocabulary: Vocabulary) -> Sense:
    kind = "quarter" if match[0][0] in "Qq" else "half"
    number = int(match[0][1])
    return Sense("quarterly", (kind, number)) if kind == "quarter" or number <= 2 else Sense("word", None)  # noqa: PLR2004  # a year has two halves


_READERS = {
    "num": _number,
    "punct": _sign,
    "holiday": _holiday,
    "ymd": _numeric,
    "dmy": _numeric,
    "dmy2": _numeric,
    "dm": _numeric,
    "my": _numeric,
    "named": lambda match, vocabulary: Sense("named", vocabulary.named_days[normal(match[0])]),
    "decades": _decades,
    "nth": _nth,
    "quarter": _quarter,
}
