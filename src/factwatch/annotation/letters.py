"""Short forms made of the initial letters of longer ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_SMALL: Final = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "la"})
_SHORT: Final = 2
"""Letters of a short form that must be initials, as any two letters stand in any name."""


def full_start(words: Sequence[str], brief: str) -> int:
    """Return the index at which the shortest run at the end of *words* begins whose letters *brief* is made of; -1 for none."""
    letters = [char.lower() for char in brief if char.isalpha()]
    for start in range(len(words) - 1, -1, -1):
        run = words[start:]
        if run[0].lower() in _SMALL or not run[0][0].isupper() or run[0][0].lower() != letters[0]:
            continue
        capitals = [part[0].lower() for word in run for part in word.split("-") if part and word.lower() not in _SMALL]
        everything = [word[0].lower() for word in run]
        if (
            _in_order(letters, capitals)
            or _in_order(letters, everything)
            or (len(run) > 1 and len(letters) > _SHORT and _in_order(letters, list("".join(run).lower())))
        ):
            return start
    return -1


def _in_order(letters: list[str], among: list[str]) -> bool:
    position = 0
    for letter in letters:
        while position < len(among) and among[position] != letter:
            position += 1
        if position == len(among):
            return False
        position += 1
    return True
