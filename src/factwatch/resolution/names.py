"""When two names of one document can be one person's."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from factwatch.lexicon.folding import unmarked
from factwatch.lexicon.loader import data_file, words_of

_PARTICLES: Final = words_of(data_file("function_words.yaml")["name_particles"])
_SUFFIXES: Final = frozenset(word.lower() for word in data_file("function_words.yaml")["name_suffixes"])
_FILIATIONS: Final = words_of(data_file("chunks.yaml")["filiations"]) - {"al"}
"""'son of', 'daughter of'."""
_RARE_SURNAME: Final = 6
_ARTICLE: Final = re.compile(r"^(?:al|el|as|ash|ad|an|ar|at|az)-")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return *name* in lower case without accents, quotation marks and dots."""
    plain = unmarked(name).casefold().replace("’", "'").replace("ø", "o").replace("ł", "l").replace("đ", "d").replace("ı", "i")
    return re.sub(r"[\"“”.]", "", plain).strip()


@lru_cache(maxsize=65536)
def parts(name: str) -> tuple[str, ...]:
    """Return the words of a name that tell people apart: no suffixes; particles stay."""
    words = fold(name).split()
    return tuple(word for word in words if word not in _SUFFIXES)


def surname(name: str) -> str:
    """Return the last word of the name (family-name-first names are handled by `may_match`)."""
    words = parts(name)
    return words[-1] if words else ""


def bare(word: str) -> str:
    """Return a family name without its Arabic article: 'sisi' for 'el-sisi'."""
    return _ARTICLE.sub("", word)


def _initial(short: str, long: str) -> bool:
    return len(short) == 1 and long.startswith(short)


def may_match(short: str, full: str) -> bool:
    """
    Tell whether *short* can be another form of *full*: a part of it, with words dropped or cut to initials.

    'Ali' and 'Irfaan Ali' both match 'Mohamed Irfaan Ali'; 'Nguyen' matches 'Nguyen Thi Hanh' (family name first).
    """
    a, b = parts(short), parts(full)
    if not a or not b:
        return False
    if a == b:
        return True
    if len(a) > len(b):
        return False
    if len(a) == 1:
        word = a[0]
        if bare(word) == bare(b[-1]) and len(bare(word)) > 2:  # noqa: PLR2004  # 'El-Sisi', 'Sisi'
            return True
        return word in (b[-1], b[0]) or (len(b) > 2 and word in b[1:-1] and word not in _PARTICLES) or _tail(b) == word  # noqa: PLR2004
    if any(b[start] in _FILIATIONS and b[start + 1] == a[0] for start in range(1, len(b) - 1)) and a[0] != b[0]:
        # 'Mohammed bin Rashid Al Maktoum' is the father of 'Hamdan bin Mohammed bin Rashid Al Maktoum'
        return False
    if any(b[start : start + len(a)] == a for start in range(len(b) - len(a) + 1)):
        return True
    # several words: an ordered part that shares the last word, or the first one for family-name-first names
    position = 0
    for word in a:
        while position < len(b) and not (b[position] == word or _initial(word, b[position]) or _initial(b[position], word)):
            position += 1
        if position == len(b):
            return False
        position += 1
    return a[-1] == b[-1] or a[0] == b[0] or a == b[-len(a) :]


def _tail(words: tuple[str, ...]) -> str:
    """Return the family name with its particles: 'van der berg'."""
    index = len(words) - 1
    while index > 0 and words[index - 1] in _PARTICLES:
        index -= 1
    return " ".join(words[index:])


def is_slip(short: str, full: str) -> bool:
    """Tell whether the last word of *short* is a likely misspelling of that of *full*: one edit in a long word."""
    a, b = surname(short), surname(full)
    if min(len(a), len(b)) < _RARE_SURNAME or a[0] != b[0] or a == b:
        return False
    if len(parts(short)) > 1 and parts(short)[0] != parts(full)[0]:
        return False
    from rapidfuzz.distance import DamerauLevenshtein

    return DamerauLevenshtein.distance(a, b, score_cutoff=1) <= 1
