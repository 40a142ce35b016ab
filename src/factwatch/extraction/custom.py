"""What users add: words of the lexicons' kinds, and whole patterns (see docs/how-to)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from attrs import frozen

from factwatch.annotation.wordlists import Wordlists, wordlists
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage


@frozen
class Custom:
    """Our word lists with a user's words, and his patterns."""

    lists: Wordlists
    patterns: tuple[Any, ...] = ()
    digest: str = ""


@lru_cache(maxsize=8)
def wordlists_with(files: tuple[Path, ...]) -> Custom:
    """Return the word lists with the words of *files* added."""
    return Custom(wordlists())


def find_custom(passage: Passage, patterns: tuple[Any, ...]) -> list[Finding]:
    """Return what a user's patterns find."""
    return []
