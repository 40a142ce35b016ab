"""
What makes two claims the same fact: the id.

An id is made of what the claim is about (who, and which office, body, place or counterpart), never of the value that can
change (status, date, topics) nor of the words or their place in the text.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from typing import Final

_UNSAFE: Final = re.compile(r"[^a-z0-9]+")
_ARTICLE: Final = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@lru_cache(maxsize=65536)
@lru_cache(maxsize=8192)
def slug(words: str | None) -> str:
    """
    Return *words* in the safe alphabet of ids: ``a-z``, ``0-9`` and ``-``; other scripts are romanised.

    >>> slug("Mauricio Claver-Carone"), slug("Côte d’Ivoire"), slug(None)
    ('mauricio-claver-carone', 'cote-d-ivoire', '')
    """
    if not words:
        return ""
    text = _ARTICLE.sub("", words)
    if not text.isascii():
        from anyascii import anyascii

        text = anyascii(text)
    return _UNSAFE.sub("-", text.lower()).strip("-")


def claim_id(kind: str, *subjects: str | None) -> str:
    """Return the id of a claim of *kind* about *subjects*; missing subjects at the end are left out."""
    pieces = [slug(subject) for subject in subjects]
    while pieces and not pieces[-1]:
        pieces.pop()
    return ":".join((kind, *pieces))


def words_key(words: str) -> str:
    """Return a short digest of the words of a statement, whatever their case, spacing and punctuation."""
    folded = slug(words)
    return hashlib.sha256(folded.encode()).hexdigest()[:8]
