"""Names as written -> forms that can be compared: folding, honorifics, particles, romanisations, nicknames."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from attrs import frozen

from factwatch.comparison.tables import table
from factwatch.lexicon.folding import fold

_DOTTED: Final = re.compile(r"\b((?:[A-Za-z]\.){2,})(?=\W|$)")


@frozen
class PersonName:
    """A person's name, taken apart."""

    tokens: tuple[str, ...]
    """Folded words without honorifics, particles and suffixes; initials are single letters."""
    generation: str | None = None
    """``jr``, ``sr``, ``iii`` ..., or None."""

    @property
    def joined(self) -> str:
        """All letters in one word: 'abdulrahman' for both 'Abdul Rahman' and 'Abdulrahman'."""
        return "".join(self.tokens)


_PAIR: Final = 2
"""A given name and a family name."""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("names")[name])


def is_honorific(word: str) -> bool:
    """Return whether a folded word stands before names rather than being one."""
    return word in _words("honorifics") or word in _words("doubtful_honorifics")


@cache
def _generations() -> Mapping[str, str]:
    generations: Mapping[str, str] = table("names")["generations"]
    return generations


@lru_cache(maxsize=1 << 17)
def parse_person(name: str) -> PersonName:
    """
    Take a person's name apart.

    >>> parse_person("H.E. Dr. Mohamed Irfaan Ali").tokens
    ('mohamed', 'irfaan', 'ali')
    >>> parse_person("Charles de la Tour, Jr.")
    PersonName(tokens=('charles', 'tour'), generation='jr')
    """
    words = _spaced_initials(name).split()
    while len(words) > 1 and (words[0] in _words("honorifics") or (len(words) > _PAIR and words[0] in _words("doubtful_honorifics"))):
        words = words[1:]
    generation = None
    while len(words) > 1:
        if words[-1] in _generations():
            generation = _generations()[words[-1]]
        elif words[-1] not in _words("suffixes") or len(words) == _PAIR:
            break
        words = words[:-1]
    particles = _words("particles")
    core = [word for word in words if word not in particles]
    if not core:  # 'Le Van' is all particles elsewhere
        core = words
    return PersonName(tuple(core), generation)


_INITIALS: Final = re.compile(r"\b([A-Z])\.\s*")


def _spaced_initials(name: str) -> str:
    name = _DOTTED.sub(lambda match: "" if match[1].replace(".", "").lower() in _words("dotted_honorifics") else match[0], name)
    return fold(_INITIALS.sub(r"\1 ", name))


@cache
def _romanisation_groups() -> Mapping[str, str]:
    return {word: group[0] for group in table("names")["romanisations"] for word in group}


@cache
def _letter_rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in table("names")["letters"])


_SHORT: Final = 4
"""Words of fewer letters are compared as they stand: rules would make half of all short names equal."""


@lru_cache(maxsize=1 << 17)
def romanised(token: str) -> str:
    """
    Return what all romanisations of *token* have in common.

    >>> romanised("zelenskyy") == romanised("zelensky"), romanised("maria") == romanised("mario")
    (True, False)
    """
    group = _romanisation_groups().get(token)
    if group is not None:
        return "=" + group
    if len(token) < _SHORT:
        return token
    for pattern, replacement in _letter_rules():
        token = pattern.sub(replacement, token)
    return token


@cache
def _nicknames() -> Mapping[str, frozenset[str]]:
    """Every name -> the formal names it can stand for, itself included."""
    formal: dict[str, set[str]] = {}
    for group in table("nicknames").values():
        for name, short_forms in group.items():
            formal.setdefault(name, set()).add(name)
            for short in short_forms:
                formal.setdefault(short, set()).add(name)
    return {name: frozenset(names) for name, names in formal.items()}


def is_nickname(one: str, other: str) -> bool:
    """
    Return whether one of two given names is a pet form of the other.

    >>> is_nickname("bill", "william"), is_nickname("pepe", "jose"), is_nickname("john", "james")
    (True, True, False)
    """
    names = _nicknames()
    return other in names.get(one, ()) or one in names.get(other, ())


@cache
def common_surnames() -> frozenset[str]:
    """Return surnames so common that nearly sharing one proves nothing."""
    return frozenset(table("common_names")["surnames"])


@cache
def common_given_names() -> frozenset[str]:
    """Return given names so common that one alone names nobody."""
    return frozenset(table("common_names")["given"])
