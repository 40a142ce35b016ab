"""
Finding the places where a date may stand, and cutting them into words.

Most of a text has no dates: one pattern skips it, and only the surroundings of a word that it stops at are looked at closely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from factwatch.annotation.dates.vocabulary import Sense, Vocabulary, normal, vocabulary

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


def regions(text: str, words: Vocabulary) -> Iterator[list[Token]]:
    """Yield the words of each stretch of *text* that may hold dates; the stretches are apart, so no character is read twice."""
    start = end = -1
    # the first word has a blank before it as well; so offsets of a seed's word are those of the sign before it
    for seed in words.seeds.finditer(f" {text}"):
        at, after = seed.start(), seed.end() - 1
        if at <= end + _BEFORE and start >= 0:
            end = after + _AFTER
            continue
        if start >= 0:
            yield _tokens(text, start, end, words)
        start, end = max(at - _BEFORE, end, 0), after + _AFTER
    if start >= 0:
        yield _tokens(text, start, end, words)


def _tokens(text: str, start: int, end: int, words: Vocabulary) -> list[Token]:
    # A region begins and ends between words; a "word" without blanks longer than the margin is cut.
    if start > 0:
        blank = _BLANK.search(text, start - 1, start + _BEFORE)
        start = blank.end() if blank else start
    end = min(end, len(text))
    if end < len(text):
        blank = _BLANK.search(text, end, end + _BEFORE)
        end = blank.start() if blank else end
    found: list[Token] = []
    add = found.append
    plain = words.tokens.groupindex["word"]
    for match in words.tokens.finditer(text, start, end):
        begin, stop = match.span(match.lastindex or 0)
        body = text[begin:stop]
        if match.lastindex == plain:
            kind, value, low = _word(body)
            add(Token(kind, value, body, low, begin, stop))
        else:
            group = match.lastgroup or ""
            sense = _READERS[group](body, group, words) if group in _READERS else Sense(group, None)
            add(Token(sense.kind, sense.value, body, body.lower(), begin, stop))
    return found


@lru_cache(maxsize=20_000)
def _word(body: str) -> tuple[str, Any, str]:
    """Return kind, value and small letters of a word; most words of a text have been seen before."""
    senses, low = vocabulary().senses, body.lower()
    sense = senses.get(body) or senses.get(low)
    return (sense.kind, sense.value, low) if sense is not None else (_PLAIN.get(low, "word"), None, low)


def connector(token: Token) -> str | None:
    """Return 'to' or '-' where the token may join the two ends of an interval."""
    return _CONNECTORS.get(token.low) or ("-" if token.kind == "-" else None)


def _number(body: str, _group: str, _vocabulary: Vocabulary) -> Sense:
    return Sense("num", int(body)) if len(body) <= 4 and body.isascii() else Sense("word", None)  # noqa: PLR2004  # years have four digits


def _sign(body: str, _group: str, _vocabulary: Vocabulary) -> Sense:
    return Sense("-" if body in _DASHES else body, None)


def _holiday(body: str, _group: str, vocabulary: Vocabulary) -> Sense:
    name = normal(body)
    return Sense("holiday", (name, vocabulary.holidays.get(name)))


def _numeric(body: str, group: str, _vocabulary: Vocabulary) -> Sense:
    return Sense("numeric", (group, tuple(map(int, re.findall(r"\d+", body))), re.search(r"\D", body)))


def _decades(body: str, _group: str, _vocabulary: Vocabulary) -> Sense:
    digits = "".join(filter(str.isdigit, body))
    return Sense("decades", int(digits))


def _nth(body: str, _group: str, _vocabulary: Vocabulary) -> Sense:
    return Sense("nth", int(body[:-2]))


def _quarter(body: str, _group: str, _vocabulary: Vocabulary) -> Sense:
    kind = "quarter" if body[0] in "Qq" else "half"
    number = int(body[1])
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
    "named": lambda body, _group, vocabulary: Sense("named", vocabulary.named_days[normal(body)]),
    "decades": _decades,
    "nth": _nth,
    "quarter": _quarter,
}
