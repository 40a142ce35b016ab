"""The package's own tables of words, read once when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from factwatch.errors import LexiconError
from factwatch.lexicon.folding import fold
from factwatch.model.claim import Claim


@cache
def table(name: str) -> Mapping[str, Any]:
    """Return the YAML table *name* (without its ending) of the package's data folder."""
    from factwatch._yaml import load

    path = files("factwatch.comparison") / "data" / f"{name}.yaml"
    data: Mapping[str, Any] = load(path.read_text(encoding="utf-8"), where=path.name, error=LexiconError).data
    return data


def tells(claim: Claim, group: str) -> bool:
    """Return whether the words that tell of a claim have one of a group of the table of places: 'now', 'instead', 'also'."""
    words, phrases = _words(group)
    told = [" ".join(fold(item.text).split()) for item in claim.evidence]
    return any(not words.isdisjoint(text.split()) or any(f" {phrase} " in f" {text} " for phrase in phrases) for text in told)


@cache
def _words(group: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the single words of a group, and its phrases."""
    entries = table("places")[group]
    return frozenset(entry for entry in entries if " " not in entry), tuple(entry for entry in entries if " " in entry)
