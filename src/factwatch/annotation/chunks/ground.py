"""What the lexicons and the document tell about a word and those after it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from factwatch.annotation.chunks.model import Chunk, is_country
from factwatch.annotation.chunks.words import FIRM_NOUNS, MARKS, OWNING_BODIES, RANKING, SURNAME_HEADS
from factwatch.annotation.units import Unit
from factwatch.annotation.wordlists import Wordlists

if TYPE_CHECKING:
    from factwatch.annotation.dates import DateExpression

CAPITALISED_INSIDE: Final = re.compile(
    r"(?!(?:one|two|four|five|six|nine|ten|non|all|pre|post|anti|mid|pro)-)[a-z]{1,4}[-’'][A-ZÀ-ÞŞĞİŁŚŽČ]"
)


_CAMEL: Final = re.compile(r"[A-Z][a-z]{1,2}[A-Z][a-z]+\Z")
"""'DeShawn', 'LeBlanc', 'McGee'."""


_LONGEST_FIRM: Final = 6
"""Words of a firm's name."""
_SHORT_FIRM: Final = 2
"""Words of 'Central Bank', which is no firm."""
_SHORTEST_PLACE: Final = 3
"""Letters of a place's name in capitals: two are a state's or body's."""
_INITIALS: Final = 2
"""Letters of 'J.' or 'Al'."""


class Ground:
    """The tables and the document; one for each document."""

    def __init__(self, text: str, lists: Wordlists, units: Sequence[Unit], dates: Mapping[int, DateExpression]) -> None:
        self.text = text
        self.lists = lists
        self.dates = dates
        self.sets = lists.sets
        self.names = {word for unit in units for word in unit.words[1:] if word[0].isupper()}
        """Words with a capital where the grammar asks for none: evidence that they are names at the start of a sentence too."""
        self.names |= _firm_openings(units, lists)
        self.surnames = _surnames(units, {word for word in self.names if word.lower() in SURNAME_HEADS}, lists)
        """Words for offices that are somebody's family name in this document: 'Cook' where a Rukhsana Cook is named."""
        self.heading = False
        """Whether the unit at hand has capitals as a heading has them."""

    def make(self, unit: Unit, kind: str, first: int, last: int, value: Any = None) -> Chunk:
        """Return the chunk of the tokens ``[first:last)``."""
        start, end = unit.starts[first], unit.ends[last - 1]
        text = unit.words[first] if last == first + 1 else self.text[start:end]
        return Chunk(kind, first, last, start, end, text, text.lower(), value)

    def lexicon(self, unit: Unit, at: int) -> tuple[str, int, Any] | None:
        """Return kind, end and value of the longest place, people, body or honorific that begins at *at*."""
        words = unit.words
        if words[at] not in self.lists.proper:
            return self._shouted(words, at)
        following = words[at + 1] if at + 1 < len(words) else ""
        entries = self.lists.entries(words[at], following, proper=True)
        for rest, kind, value in entries:
            if not rest:
                return kind, at + 1, value
            if rest[0] == following:
                last = at + 1 + len(rest)
                if tuple(words[at + 1 : last]) == rest:
                    return kind, last, value
        return None

    def _shouted(self, words: Sequence[str], at: int) -> tuple[str, int, Any] | None:
        """Return the country or town that words in capitals name: 'VATICAN CITY', 'left KUALA LUMPUR'."""
        if len(words[at]) < _SHORTEST_PLACE or not words[at].isupper():
            return None
        first = words[at].title()
        for rest, kind, value in self.lists.proper.get(first, ()):
            last = at + 1 + len(rest)
            known = bool(rest) or first in self.sets["large_cities"] or is_country(value)
            if kind == "G" and known and tuple([word.upper() for word in rest]) == tuple(words[at + 1 : last]):
                return kind, last, value
        return None

    @staticmethod
    def are_next(words: Sequence[str], at: int, rest: tuple[str, ...]) -> bool:
        """Tell whether the words from *at* on are *rest*, in whatever letters."""
        return tuple([word.lower() for word in words[at : at + len(rest)]]) == rest

    def lexicon_kind(self, word: str) -> str:
        """Return the kind of the place, people or body that *word* alone names; empty where it names none."""
        return next((kind for rest, kind, _ in self.lists.proper.get(word, ()) if not rest), "")

    def is_name_word(self, word: str) -> bool:
        """Tell whether *word* is written as a name: 'Diallo', 'al-Sabah'."""
        return (word[0].isupper() and word not in MARKS) or bool(CAPITALISED_INSIDE.match(word))

    def looks_given(self, word: str) -> bool:
        """Tell whether *word* is written as a given name: no acronym, no 'Mount'."""
        first, _, second = word.partition("-")
        return (
            len(word) > _INITIALS
            and (first[1:].islower() or _CAMEL.match(first) is not None)
            and (not second or second[1:].islower())
            and word not in self.sets["place_nouns"]
        )

    def office_at(self, words: Sequence[str], at: int) -> bool:
        """Tell whether the words from *at* on name an office."""
        entries = self.lists.common.get(words[at].lower())
        if entries is None:
            return False
        return any(kind == "h" and (not rest or self.are_next(words, at + 1, rest)) for rest, kind, _ in entries)

    def office_end(self, words: Sequence[str], at: int) -> int:
        """Return the index after the longest office that the words from *at* on name; 0 for none."""
        entries = self.lists.common.get(words[at].lower(), ())
        return max((at + 1 + len(rest) for rest, kind, _ in entries if kind == "h" and self.are_next(words, at + 1, rest)), default=0)

    def before_office(self, words: Sequence[str], at: int) -> bool:
        """Tell whether an office follows: 'Former Prime Minister' is no name, 'Young' in 'Stuart Young' is one."""
        for index in range(at, min(at + 4, len(words))):
            word = words[index]
            entries = self.lists.common.get(word.lower())
            if entries is None:
                return False
            if any(kind == "h" and (not rest or self.are_next(words, index + 1, rest)) for rest, kind, _ in entries):
                return True
        return False

    def body_follows(self, unit: Unit, at: int) -> bool:
        """Tell whether a capitalised run starting here ends in an organisation's or event's noun: 'National Police'."""
        words = unit.words
        last = at
        while last + 1 < len(words) and words[last + 1][0].isupper() and self.dates.get(unit.starts[last + 1]) is None:
            last += 1
            if any(entry[1] == "h" and not entry[0] for entry in self.lists.common.get(words[last].lower(), ())):
                # 'National Security Secretariat Secretary General A', against 'National Security Adviser'
                return last - 1 > at and words[last - 1] in OWNING_BODIES and words[at].lower() not in RANKING
        return last > at and (words[last] in self.sets["organisation_nouns"] or words[last] in self.sets["event_nouns"])


def _firm_openings(units: Sequence[Unit], lists: Wordlists) -> set[str]:
    """Return the common words that begin a firm's full name at the start of a sentence: 'Zenith' where 'Zenith Steel has' stands."""
    found: set[str] = set()
    for unit in units:
        words, end = unit.words, 1
        while end < len(words) and end < _LONGEST_FIRM and words[end][0].isupper():
            end += 1
        if end > 1 and words[end - 1] in FIRM_NOUNS and (end > _SHORT_FIRM or words[end - 1] != "Bank"):
            low = words[0].lower()
            plain = low not in lists.common and low not in lists.function and low not in lists.verbs and words[0] not in lists.proper
            if plain and "N" in lists.classes.get(low, ""):
                found.add(words[0])
    return found


def _is_given(word: str, lists: Wordlists) -> bool:
    """Tell whether a word is a given name, or in capitals and no word that any lexicon knows."""
    if word in lists.sets["first_names"]:
        return True
    low = word.lower()
    return (
        word[0].isupper()
        and word.isalpha()
        and not word.isupper()
        and low not in lists.classes
        and low not in lists.common
        and low not in lists.function
        and word not in lists.proper
    )


def _surnames(units: Sequence[Unit], heads: set[str], lists: Wordlists) -> set[str]:
    """Return those of *heads* that stand behind a given name and before no 'of'."""
    found: set[str] = set()
    for unit in units if heads else ():
        words = unit.words
        for at in range(1, len(words)):
            if (
                words[at] in heads
                and _is_given(words[at - 1], lists)
                and (at + 1 >= len(words) or (words[at + 1] != "of" and not words[at + 1][0].isupper()))
            ):
                found.add(words[at])
    return found
