"""Words as written -> the plain form in which they are looked up."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from unicodedata import combining, normalize

_APOSTROPHES: Final = str.maketrans("", "", "'’‘`ʼʻ\u02bf\u02be")
_NOT_WORD: Final = re.compile(r"[^a-z0-9]+")
_POSSESSIVE: Final = re.compile(r"['’]s\b")
_DOTTED: Final = re.compile(r"\b((?:[A-Za-z]\.){2,})(?=\W|$)")


class _Unmarked(dict[int, str]):
    """A letter -> the letter without its marks (Unicode's compatibility decomposition), worked out when first asked."""

    def __missing__(self, letter: int) -> str:
        plain = "".join(part for part in normalize("NFKD", chr(letter)) if not combining(part))
        self[letter] = plain
        return plain


_UNMARKED: Final = _Unmarked()


def unmarked(text: str) -> str:
    """
    Return *text* without accents and other marks on its letters.

    >>> unmarked("Chișinău")
    'Chisinau'
    """
    return text if text.isascii() else text.translate(_UNMARKED)


@lru_cache(maxsize=1 << 17)
def fold(text: str) -> str:
    """
    Return *text* in lower case, without diacritics and punctuation, in Latin letters.

    >>> fold("Trần Quốc Bảo"), fold("U.S. State Department"), fold("Asante-Mireku")
    ('tran quoc bao', 'us state department', 'asante mireku')
    """
    if not text.isascii():
        from anyascii import anyascii

        text = anyascii(_POSSESSIVE.sub("", text).translate(_APOSTROPHES))
    elif "'" in text:
        text = _POSSESSIVE.sub("", text).translate(_APOSTROPHES)
    if "." in text:
        text = _DOTTED.sub(lambda match: match[1].replace(".", ""), text)
    return _NOT_WORD.sub(" ", text.lower()).strip()
