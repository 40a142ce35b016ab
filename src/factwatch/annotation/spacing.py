"""Blanks of every kind, made alike without moving a character: offsets stay those of the document."""

from __future__ import annotations

import re
from typing import Final

_BLANKS: Final = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]")
"""No-break, thin and other blanks of typesetters."""
_WRAP: Final = re.compile(r"(?<=[^\n])\n(?=(\S+))")
"""The end of a line that another follows, with the first word of that one."""
_NARROW: Final = 50
"""Columns; shorter lines are a list's."""
_FULL: Final = 0.85
"""In a wrapped text so many of all lines that go on had no room for the next word."""


def plain_blanks(text: str) -> str:
    """Return *text* with a plain blank for each blank of another kind; as long as before."""
    return _BLANKS.sub(" ", text)


def unwrapped(text: str) -> str:
    """
    Return *text* with plain blanks only, its lines joined where they are wrapped at so many columns; as long as before.

    A line is wrapped where the first word of the next had no room in it; a schedule's or list's lines end where they will.
    """
    text = plain_blanks(text)
    ends = [(found.start(), found.start() - text.rfind("\n", 0, found.start()) - 1, len(found[1])) for found in _WRAP.finditer(text)]
    width = max((length for _, length, _ in ends), default=0)
    full = [at for at, length, word in ends if length + 1 + word > width]
    if width < _NARROW or len(full) < _FULL * len(ends):
        return text
    pieces, last = [], 0
    for at in full:
        pieces += [text[last:at], " "]
        last = at + 1
    return "".join(pieces) + text[last:]
