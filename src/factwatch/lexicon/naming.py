"""Offices and bodies as they stand in a sentence."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from factwatch.lexicon.folding import fold
from factwatch.lexicon.loader import data_file, words_of

__all__: Final = ["office_in_list", "office_of", "with_article"]


@cache
def _names() -> frozenset[str]:
    return words_of(data_file("articles.yaml")["names"])


@cache
def _nouns() -> frozenset[str]:
    return words_of(data_file("articles.yaml")["nouns"])


@lru_cache(maxsize=1 << 15)
def with_article(name: str) -> str:
    """
    Return the name of a country or body as it stands within a sentence.

    >>> with_article("United States"), with_article("State Department"), with_article("Senegal"), with_article("CARICOM")
    ('the United States', 'the State Department', 'Senegal', 'CARICOM')
    """
    words = fold(name).split()
    if not words or words[0] == "the":
        return name
    takes_it = " ".join(words) in _names() or (len(words) > 1 and not _nouns().isdisjoint((words[0], words[-1])))
    return f"the {name}" if takes_it else name


_FIELD: Final = re.compile(r" (?:to|for|on|of|in|at) ")
"""Words that tie a field to an office; a body after them needs another tie than 'of'."""


@lru_cache(maxsize=1 << 15)
def office_of(name: str, of: str | None) -> str:
    """
    Return an office with its body.

    >>> office_of("Prime Minister", "Senegal"), office_of("Ambassador to Japan", "Vietnam"), office_of("Chair", None)
    ('Prime Minister of Senegal', 'Ambassador to Japan (Vietnam)', 'Chair')
    >>> office_of("Secretary of State", "United States"), office_of("President", "United States")
    ('Secretary of State (United States)', 'President of the United States')
    """
    if of is None:
        return name
    return f"{name} ({of})" if _FIELD.search(name) else f"{name} of {with_article(of)}"


def office_in_list(name: str, of: str | None) -> str:
    """
    Return an office with its body as it stands behind a holder's name in a list.

    >>> office_in_list("Secretary of State", "United States"), office_in_list("chair", "Caribbean Community")
    ('Secretary of State, United States', 'chair of the Caribbean Community')
    """
    return f"{name}, {of}" if of is not None and _FIELD.search(name) else office_of(name, of)
