"""What the readers of the grammar share: looking at tokens, numbers, days of the month, parts of the day."""

# ruff: noqa: PLR2004  # lengths of numerals and words: names for them would say no more

from __future__ import annotations

from typing import Any, Final

from factwatch.annotation.dates.counted import Shift
from factwatch.annotation.dates.scanner import EDGE, Token
from factwatch.annotation.dates.vocabulary import Vocabulary

Reading = tuple[Any, int] | None

MAX_DAY: Final = 31
_STOPS: Final = frozenset({",", ".", ";", ":", ")", "edge", "gap", "!", "?", "and", "-", '"', "\u201d"})


class Reader:
    """The tokens of a region, with ways of looking at them."""

    starters: frozenset[str] = frozenset()

    def __init__(self, text: str, tokens: list[Token], vocabulary: Vocabulary, order: Any) -> None:
        self.text = text
        self.tokens = tokens
        self.count = len(tokens)
        self.vocabulary = vocabulary
        self.sets = vocabulary.sets
        self.order = order
        self.extra: list[tuple[int, int, Any]] = []
        self.depth = 0

    def atom(self, index: int) -> Reading:
        """Read one date without what may join it to another."""
        raise NotImplementedError

    def at(self, index: int) -> Token:
        """Return the token, or an empty one outside the region."""
        return self.tokens[index] if 0 <= index < self.count else EDGE

    def tight(self, index: int) -> bool:
        """Return whether no blank stands between this token and the one before."""
        return self.at(index).start == self.at(index - 1).end

    def spaced(self, index: int) -> bool:
        """Return whether blanks stand on both sides of the token."""
        return not self.tight(index) and not self.tight(index + 1)

    def glued_left(self, index: int) -> bool:
        """Return whether a letter, digit or sign of a number or address stands right before the token."""
        start = self.at(index).start
        if start <= 0:
            return False
        sign = self.text[start - 1]
        if sign.isalnum() or sign in "$€£¥#_@=&+":
            return True
        return sign in ".,-/:" and start > 1 and (self.text[start - 2].isdigit() or (sign in "./" and self.text[start - 2].isalpha()))

    def glued_right(self, index: int) -> bool:
        """Return whether the token goes on as a number, word or address."""
        end = self.at(index).end
        rest = self.text[end : end + 2]
        if not rest:
            return False
        if rest[0].isalnum() or rest[0] in "%_°@":
            return True
        return len(rest) > 1 and rest[0] in ".,/:" and rest[1].isdigit()

    def stops(self, index: int) -> bool:
        """Return whether a phrase ends before the token."""
        return self.at(index).kind in _STOPS

    def counted(self, index: int) -> bool:
        """Return whether the token is something that is counted, so that the number before it is no date."""
        token = self.at(index)
        if token.text in {"%", "°"} or token.low in self.sets["not_after_number"]:
            return True
        return (
            token.kind == "word" and token.text.islower() and len(token.text) > 3 and token.low[-1] == "s" and token.low[-2] not in "su'i"
        )

    def number(self, index: int) -> tuple[int, int] | None:
        """Read a count: '3', 'twenty-one', 'a', 'a couple of'."""
        token = self.at(index)
        if token.kind == "num":
            return None if self.glued_left(index) or token.value > 999 or token.value == 0 else (token.value, index + 1)
        if token.low in {"a", "the", "next", "last", "couple"}:
            after = index if token.low == "couple" else index + 1
            if self.at(after).low == "couple":
                return 2, after + (2 if self.at(after + 1).kind == "of" else 1)
        if token.kind != "card":
            return None
        tens = token.value
        after = index + 2 if self.at(index + 1).kind == "-" else index + 1
        if tens >= 20 and self.at(after).kind == "card" and 1 <= self.at(after).value <= 9 and len(self.at(after).text) > 2:
            return tens + self.at(after).value, after + 1
        return tens, index + 1

    def day_number(self, index: int, *, words: bool = False) -> tuple[int, int] | None:
        """Read a day of the month: '26', '3rd', 'twenty-fifth', and with *words* 'twenty nine'."""
        token = self.at(index)
        if token.kind == "num":
            if len(token.text) <= 2 and 1 <= token.value <= MAX_DAY:
                return token.value, index + 1
            return None
        if token.kind == "nth":
            return (token.value, index + 1) if 1 <= token.value <= MAX_DAY else None
        if token.kind == "ord":
            return token.value, index + 1
        if token.kind != "card" or token.low in {"a", "an"}:
            return None
        if token.value in {20, 30}:
            after = index + 2 if self.at(index + 1).kind == "-" else index + 1
            other = self.at(after)
            if (other.kind == "ord" or (words and other.kind == "card")) and 1 <= other.value <= 9 and token.value + other.value <= MAX_DAY:
                return token.value + other.value, after + 1
        return (token.value, index + 1) if words and token.value <= MAX_DAY else None

    def day_part(self, index: int) -> tuple[str, int] | None:
        """Read a part of the day after a day: 'morning', 'in the afternoon', 'at night'."""
        token = self.at(index)
        if token.kind == "part" and self.at(index + 1).kind == "daypart":
            return str(self.at(index + 1).value), index + 2
        if token.kind == "daypart":
            return str(token.value), index + 1
        if token.kind == "in" and self.at(index + 1).kind == "the" and self.at(index + 2).kind == "daypart":
            return str(self.at(index + 2).value), index + 3
        if token.kind == "at" and self.at(index + 1).kind == "daypart":
            return str(self.at(index + 1).value), index + 2
        return None

    def time_of_day(self, index: int) -> int:
        """Return the index after a time of day that follows ('at 10 a.m.', '3:30 to 5 p.m.'), or *index*."""
        at = index + 1 if self.at(index).kind == "," else index
        if self.at(at).low in {"at", "around", "from", "about", "@"}:
            at += 1
        if self.at(at).kind != "time":
            return index
        at += 1
        if self.at(at).kind in {"-", "to", "and"} and self.at(at + 1).kind == "time":
            at += 2
        return at

    def lead(self, index: int, floor: int, meaning: Any) -> tuple[str | None, int]:
        """Return the bound that the words up to *index* set ('since', 'no later than') and the offset where they begin."""
        own = self.at(index + 1).start
        for length in (3, 2):
            begin = index - length + 1
            if begin >= floor:
                phrase = tuple(self.at(place).low for place in range(begin, index + 1))
                if phrase in self.vocabulary.lead_phrases:
                    return self.vocabulary.lead_phrases[phrase], self.at(begin).start
        if index < floor:
            return None, own
        if self.at(index).low == "year" and index > floor:
            index -= 2 if self.at(index - 1).kind == "the" else 1
        token = self.at(index)
        if token.kind == "." and self.at(index - 1).low in {"c", "ca"} and index - 1 >= floor:
            return "around", self.at(index - 1).start
        if token.kind == "-" and self.tight(index) and self.tight(index + 1) and self.at(index - 1).low in {"pre", "post"}:
            return ("before" if self.at(index - 1).low == "pre" else "after"), self.at(index - 1).start
        if token.low == "between":
            return None, token.start
        found = self.vocabulary.leads.get(token.low)
        if found is None or (token.low == "c" and not self.tight(index + 1)):
            return None, own
        if token.low == "about" and not isinstance(meaning, Shift):
            return None, own
        return found, token.start
