"""Word diffs, and text made safe to show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import Final, Literal, TypeAlias

from attrs import frozen

_TOKEN: Final = re.compile(r"\s+|[\w’'-]+|[^\w\s]")
# Control characters and marks of writing direction could make a terminal or a reviewer see something else than what is there.
_UNSAFE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_BLANKS: Final = re.compile(r"\s+")
_AROUND: Final = 6
_Code: TypeAlias = tuple[str, int, int, int, int]


@frozen
class Piece:
    """A stretch of a word diff."""

    change: Literal["same", "removed", "added"]
    words: str


def shown(text: str, limit: int | None = None) -> str:
    r"""
    Return *text* on one line, without characters that could mislead the reader.

    >>> shown("one\n two  three four five", limit=15)
    'one two three …'
    """
    plain = _BLANKS.sub(" ", _UNSAFE.sub("\ufffd", text)).strip()
    if limit is None or len(plain) <= limit:
        return plain
    cut = plain[: limit - 1]
    return f"{cut.rpartition(' ')[0] or cut} …"


def counted(number: int, thing: str) -> str:
    """
    Return *number* and *thing* as one says them.

    >>> counted(0, "claim"), counted(1, "claim"), counted(2, "claim")
    ('no claims', '1 claim', '2 claims')
    """
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """
    Return the smallest changes of words that turn *before* into *after*; long stretches without change are cut to their ends.

    >>> [(piece.change, piece.words) for piece in word_diff("a key ally", "a close ally")]
    [('same', 'a '), ('removed', 'key'), ('added', 'close'), ('same', ' ally')]
    """
    old, new = _TOKEN.findall(shown(before)), _TOKEN.findall(shown(after))
    pieces: list[Piece] = []
    for tag, a, b, c, d in _joined(SequenceMatcher(None, old, new, autojunk=False).get_opcodes(), old):
        if tag == "equal":
            pieces.append(Piece("same", _elided(old[a:b], first=a == 0, last=b == len(old))))
            continue
        if a < b:
            pieces.append(Piece("removed", "".join(old[a:b])))
        if c < d:
            pieces.append(Piece("added", "".join(new[c:d])))
    return tuple(pieces)


def _joined(codes: Iterable[_Code], old: Sequence[str]) -> list[_Code]:
    """Join changes that only a blank parts: 'key partner' -> 'close friend' is one change, not two."""
    joined: list[_Code] = []
    for tag, a, b, c, d in codes:
        bridged = tag != "equal" and len(joined) > 1 and joined[-1][0] == "equal" and joined[-2][0] != "equal"
        if bridged and not "".join(old[joined[-1][1] : joined[-1][2]]).strip():
            joined.pop()
            _, first, _, third, _ = joined.pop()
            joined.append(("replace", first, b, third, d))
        else:
            joined.append((tag, a, b, c, d))
    return joined


def _elided(tokens: list[str], *, first: bool, last: bool) -> str:
    words = [place for place, token in enumerate(tokens) if token.strip()]
    if len(words) <= 2 * _AROUND + 1:
        return "".join(tokens)
    head = "" if first else "".join(tokens[: words[_AROUND - 1] + 1]) + " "
    tail = "" if last else " " + "".join(tokens[words[-_AROUND] :])
    return f"{head}…{tail}"
