"""Bodies and places of a document: short forms -> the fullest form, 'the island' -> the island meant."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from typing import Final

from attrs import define, field

from factwatch.extraction.phrases import Node
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import Place, canonical_place, country_name, gazetteer
from factwatch.resolution.names import fold

_NEAR: Final = 600
_LONG_NAME: Final = 6
FIRMS: Final = words_of(data_file("references.yaml")["firms"])
"""What a story calls the firm or club it is about."""
_SIDES: Final = frozenset({"club", "team"})
PUBLIC: Final = frozenset(data_file("references.yaml")["public_bodies"])
"""Last words of the names of bodies that are no firm or club."""
_FORMS: Final = {str(form): frozenset(codes) for form, codes in data_file("references.yaml")["forms_of_state"].items()}
"""What only some countries are: 'the emirate', 'the sultanate'."""
_MAIN: Final = words_of(data_file("references.yaml")["main_bodies"])
"""Common nouns that mean the body a story is about, though another was named since."""
_KIN: Final = {str(noun): words_of(words) for noun, words in data_file("references.yaml")["body_kin"].items()}
"""What else a body may be named that the text calls 'the party'."""
_BOARDS: Final = frozenset({"Directors", "Governors", "Management", "Trustees"})
"""Whose a board is: its offices are those of the body that it leads."""
_OPENING: Final = 250
"""Characters from the start of a document within which it names the firm or club that it is about."""
_ANY_BODY: Final = words_of(data_file("references.yaml")["any_body"])
"""Common nouns that may mean whatever body was named last."""
_ISLANDS: Final = words_of(data_file("references.yaml")["islands"])
"""Codes of island states and territories."""


@define(eq=False)
class Bodies:
    """Names of organisations and places in one document."""

    fullest: dict[str, str] = field(factory=dict)
    """Folded short form -> the fullest form that the document gives."""
    aliases: dict[str, set[str]] = field(factory=dict)
    """Fullest form -> its other forms."""
    places: list[tuple[int, Node]] = field(factory=list)
    offsets: list[int] = field(factory=list)
    told: list[tuple[int, str]] = field(factory=list)
    blocs: set[str] = field(factory=set)
    firms: set[str] = field(factory=set)
    """Names of bodies that no lexicon knows."""
    _openers: tuple[tuple[float, str], tuple[float, str]] | None = None

    def body_before(self, offset: int, noun: str) -> str | None:
        """Return what 'the bank', 'the company', 'the club' before *offset* refers to; None where nothing fits."""
        at = bisect_left(self.told, (offset, ""))
        fitting: list[str] = []
        for position in range(at - 1, max(-1, at - 30), -1):
            name = self.told[position][1]
            if self._can_be(name, noun):
                fitting.append(self.name(_called(name, noun)))
                if noun not in _MAIN:
                    break
        if fitting:
            return self._main_of(fitting)
        if noun not in _ANY_BODY | FIRMS:
            return None
        if noun in FIRMS | _MAIN and noun not in _SIDES:
            # in a story about one firm, however far back it was named
            first, second = self._first_firms()
            if first[0] < offset <= second[0]:
                return first[1]
        recent = [
            name
            for start, name in self.told[max(0, at - 8) : at]
            if offset - start < _NEAR
            and name[0].isupper()
            and len(name.split()) <= _LONG_NAME
            and not (noun in FIRMS and name.endswith(noun))
        ]
        full = {self.name(name) for name in recent}
        if noun in FIRMS and len(full) > 1:
            # 'the company' is no ministry
            full = {name for name in full if name.rpartition(" ")[2].lower() not in PUBLIC} or full
        if len(full) > 1 and noun in FIRMS:
            return self._main_firm(at)
        if len(full) != 1:
            return None
        if noun not in _ANY_BODY:
            # 'the carrier', 'the miner' are firms
            only = full.pop()
            return only if only in self.firms and only.rpartition(" ")[2].lower() not in PUBLIC else None
        # a story calls 'the club' whichever it opens with, not one that it mentions by the way
        return full.pop() if noun not in _SIDES or self._opening(at) in full else None

    def _first_firms(self) -> tuple[tuple[float, str], tuple[float, str]]:
        """Return the two firms that the document names first, with the offsets where it does; infinity where there is none."""
        if self._openers is None:
            found: dict[str, float] = {}
            for start, name in self.told:
                if name in self.firms:
                    found.setdefault(self.name(name), start)
            first, second, *_ = [*((start, name) for name, start in found.items()), (math.inf, ""), (math.inf, "")]
            self._openers = (first, second)
        return self._openers

    def _can_be(self, name: str, noun: str) -> bool:
        """Tell whether the text can call *name* 'the bank', 'the party', 'the bloc'."""
        if name.rpartition(" ")[2].lower() in _KIN.get(noun, frozenset()):
            # 'the party' is the National Alliance
            return True
        if noun == "bloc" and name in self.blocs:
            return True
        return _has_head(name, noun) and name != noun and not (noun in FIRMS and name.endswith(noun))

    def _main_of(self, fitting: list[str]) -> str:
        """Return which of several, from the last to the first, is meant: the one that the story opens with, else the last."""
        first = fitting[-1]
        opens = any(start < _OPENING and self.name(name) == first for start, name in self.told[:8])
        counts = Counter(fitting)
        return first if opens and counts[first] == max(counts.values()) else fitting[0]

    def _opening(self, at: int) -> str | None:
        return next(
            (self.name(name) for start, name in self.told[: min(at, 8)] if start < _OPENING and not name.endswith(tuple(_SIDES))), None
        )

    def _main_firm(self, at: int) -> str | None:
        """Return the firm or club that a story with several opens with, where no other is named more often before the index *at*."""
        counts = Counter(self.name(name) for _, name in self.told[:at] if name in self.firms)
        if not counts:
            return None
        first = next(iter(counts))
        start = next(offset for offset, name in self.told if self.name(name) == first)
        return first if start < _OPENING and counts[first] == max(counts.values()) else None

    def only_before(self, offset: int) -> str | None:
        """Return the one body that the document has named before *offset*; None where there is none, or more than one."""
        at = bisect_left(self.told, (offset, ""))
        names = {self.name(name) for _, name in self.told[max(0, at - 40) : at] if name[0].isupper()}
        return names.pop() if len(names) == 1 else None

    def only_firm_before(self, offset: int) -> str | None:
        """Return the one body named before *offset* that may have a chief executive: a firm, or whatever the document opens with."""
        only = self.only_before(offset)
        if only is None or only in self.firms:
            return only
        return only if any(start < _OPENING and self.name(name) == only for start, name in self.told[:8]) else None

    def name(self, words: str) -> str:
        """Return the fullest form of a body's or country's name, without article."""
        bare = strip_article(words)
        full = self.fullest.get(fold(bare), bare)
        board, _, firm = full.partition(" of the " if " of the " in full else " of ")
        kind, _, owner = firm.partition(" of ")
        if board == "Board" and owner and kind in _BOARDS:
            # 'the Board of Directors of Kestrel'
            return self.name(owner)
        return full if full != bare else canonical_place(bare)

    def place_before(self, offset: int, noun: str, avoid: frozenset[str] = frozenset()) -> str | None:
        """
        Return what 'the island', 'the country', 'the capital', 'there' at *offset* refers to.

        The place mentioned last before it that can be called so; None where there is none.
        """
        at = bisect_left(self.offsets, offset)
        for position in range(at - 1, max(-1, at - 40), -1):
            node = self.places[position][1]
            place = node.value if isinstance(node.value, Place) else None
            if place is None or place.name in avoid:
                continue
            if noun in {"island", "twin-island", "archipelago"} and (
                place.country not in _ISLANDS or place.kind not in {"country", "division"}
            ):
                continue
            if noun in _FORMS and place.kind == "city" and place.country in _FORMS[noun]:
                # the Sultanate, in a story that names Muscat
                return country_name(place.country)
            if (
                noun in {"country", "nation", "state", "kingdom", "republic", "federation", "emirate", "sultanate", "principality"}
                and place.kind != "country"
            ):
                continue
            if noun in _FORMS and place.country not in _FORMS[noun]:
                continue
            if noun in {"city", "town"} and place.kind != "city":
                continue
            if noun == "region" and place.kind not in {"region", "division"}:
                continue
            if noun == "capital":
                if place.kind == "city" and place.name in gazetteer().capitals:
                    return node.name or place.name
                if place.kind == "country":
                    return next((city for city, code in gazetteer().capitals.items() if code == place.country), None)
                continue
            if noun == "there" and (place.kind == "seat" or node.kind != "LOC"):
                continue
            return canonical_place(node.name or place.name) if place.kind == "country" else (node.name or place.name)
        return None


def _called(name: str, noun: str) -> str:
    """Return the River Authority for 'authority', of 'Conference of Ministers of the River Authority'."""
    head, _, tail = name.rpartition(" of the ")
    words = tail.split()
    inner = " of " in f"{head} " and len(words) > 1 and words[0][0].isupper() and words[-1].lower() == noun
    return tail if inner and not head.split(" of ")[0].lower().endswith(noun) else name


def _has_head(name: str, noun: str) -> bool:
    """Tell whether a body is of that kind: 'the bank' can be 'Bank of Zambia', 'the railway' not 'Railway Workers' Association'."""
    words = name.lower().split()
    if "of" in words[1:] and words[words.index("of", 1) - 1].startswith(noun):
        return True
    first = next((at for at, word in enumerate(words) if at and word in {"of", "for", "and", "on", "in", "at"}), len(words))
    return words[-1].startswith(noun) or words[first - 1].startswith(noun)


def strip_article(words: str) -> str:
    """Return *words* without a leading 'the'."""
    return words[4:] if words[:4].lower() == "the " else words


def nation_of(value: object) -> str | None:
    """Return the common name of a country or region behind a demonym or place."""
    if isinstance(value, Place):
        return (country_name(value.country) or value.name) if value.kind == "seat" else value.name
    return None


def demonym_country(words: str) -> str | None:
    """Return the country of 'Jamaican', 'U.S.'; None where the words are no demonym."""
    place = gazetteer().demonyms.get(words)
    return nation_of(place)


__all__ = ["FIRMS", "PUBLIC", "Bodies", "demonym_country", "nation_of", "strip_article"]
