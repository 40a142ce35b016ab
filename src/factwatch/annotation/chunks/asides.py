"""Brackets that say nothing of their own: the short form of a body's or office's name, and where somebody stands in a photograph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from factwatch.annotation.chunks.ground import Ground
from factwatch.annotation.chunks.model import Chunk
from factwatch.annotation.chunks.words import PICTURED, RETIRED
from factwatch.annotation.letters import full_start
from factwatch.annotation.units import Unit

_BRIEF: Final = re.compile(r"(?=[A-Z.&-]*[A-Z][a-z.&-]*[A-Z])[A-Z][A-Za-z.&-]{1,9}\Z")
"""Two capitals or more: 'DFA', 'UNDP', 'KwaZ', 'N.C.A.'."""
_LONGEST: Final = 10
"""No name that is shortened has more words."""
_MOST: Final = 8
"""No remark on a photograph has more chunks."""
_NAMED: Final = frozenset("OEGA")
_OPENING: Final = frozenset("NOEGApx")
_APART: Final = frozenset({"h", "c", "m", "v", "u", "d", "P", "D", "Q", "#"})
"""What no body's name begins with."""


def fold(ground: Ground, chunks: list[Chunk], unit: Unit) -> list[Chunk]:
    """Return *chunks* without such brackets; the name before them reaches to their end."""
    if not any(chunk.kind == "(" for chunk in chunks):
        return chunks
    out: list[Chunk] = []
    at, count = 0, len(chunks)
    while at < count:
        chunk = chunks[at]
        end = _closing(chunks, at) if chunk.kind == "(" and out else 0
        if end and out[-1].kind in "hc" and _holds_given_name(ground, chunks, at, end):
            # a given name in brackets, as in 'Gen. (Romeo) Cruz'
            given, family = chunks[at + 1], chunks[end]
            name = f"{given.text} {family.text}"
            out.append(Chunk("N", chunk.first, family.last, given.start, family.end, name, name.lower(), name))
            at = end + 1
            continue
        lettered = end and _is_letters(ground, chunks, at, end, out[-1])
        if end and not lettered and (_is_brief(chunks, at, end) or _spells(unit, out[-1], chunks[at + 1 : end - 1])):
            following = chunks[end] if end < count else None
            if out[-1].text[0].isupper() or out[-1].kind == "h":
                _widen(ground, unit, out, chunks[at + 1].text, following)
                if out[-1].kind in _NAMED or out[-1].kind in "hpx":
                    out[-1].last = chunks[end - 1].last
                    at = end
                    continue
        elif end and (_is_gloss(chunks, at, end, out) or _is_pictured(chunks, at, end, out[-1]) or lettered):
            out[-1].last = chunks[end - 1].last
            at = end
            continue
        out.append(chunk)
        at += 1
    return out


def _closing(chunks: Sequence[Chunk], at: int) -> int:
    """Return the index after the bracket that closes the one at *at*; 0 where it is far or none."""
    for index in range(at + 2, min(at + _MOST + 2, len(chunks))):
        if chunks[index].kind == ")":
            return index + 1
        if chunks[index].kind == "(":
            break
    return 0


def _holds_given_name(ground: Ground, chunks: Sequence[Chunk], at: int, end: int) -> bool:
    if end != at + 3 or end >= len(chunks) or chunks[at + 1].low.rstrip(".") in RETIRED:
        return False
    word = chunks[at + 1]
    if word.low in ground.lists.classes and word.text not in ground.sets["first_names"]:
        # the branch of an office, as in 'Inspector General of Police (Crime) A'
        return False
    given = chunks[at + 1].kind == "N" or (chunks[at + 1].kind == "G" and chunks[at + 1].text in ground.sets["first_names"])
    return given and chunks[end].kind == "N"


def _is_brief(chunks: Sequence[Chunk], at: int, end: int) -> bool:
    return end == at + 3 and chunks[at + 1].last == chunks[at + 1].first + 1 and _BRIEF.match(chunks[at + 1].text) is not None


def _is_gloss(chunks: Sequence[Chunk], at: int, end: int, out: Sequence[Chunk]) -> bool:
    """Tell whether brackets translate the name of the body that an office has: 'Speaker of the Seimas (Parliament of Lithuania) A'."""
    if end != at + 3 or end >= len(chunks) or out[-1].kind not in "ON" or chunks[at + 1].kind != "O":
        return False
    return len(out) > 1 and out[-2].low in {"of", "the"} and " " in chunks[at + 1].text and chunks[end].kind in "Nchs,"


def _is_letters(ground: Ground, chunks: Sequence[Chunk], at: int, end: int, name: Chunk) -> bool:
    """Tell whether brackets hold the letters behind somebody's name: 'Abubakar Malami (SAN)'."""
    return name.kind == "N" and end == at + 3 and chunks[at + 1].text in ground.sets["postnominals"]


def _is_pictured(chunks: Sequence[Chunk], at: int, end: int, name: Chunk) -> bool:
    return name.kind == "N" and all(inner.low in PICTURED for inner in chunks[at + 1 : end - 1])


def _spells(unit: Unit, body: Chunk, inner: Sequence[Chunk]) -> bool:
    """Tell whether the brackets hold a short form that is written like a word: 'Caribbean Community (Caricom)'."""
    if body.kind != "O" or len(inner) != 1 or not inner[0].text.isalpha() or not inner[0].text.istitle():
        return False
    return full_start(unit.words[body.first : body.last], inner[0].text) >= 0


def _widen(ground: Ground, unit: Unit, out: list[Chunk], brief: str, following: Chunk | None) -> None:
    """Make one body of the chunks at the end of *out* whose letters *brief* is made of, where they name one."""
    if out[-1].kind not in _OPENING:
        return
    words = unit.words[max(0, out[-1].last - _LONGEST) : out[-1].last]
    start = full_start(words, brief)
    if start < 0:
        return
    first = out[-1].last - len(words) + start
    index = len(out) - 1
    while index > 0 and out[index].first > first:
        index -= 1
    if out[index].first != first or out[index].kind in _APART:
        return
    parts = out[index:]
    if any(part.kind in "DQ,;:(" and part.low != "," for part in parts) or unit.words[first] in ground.sets["first_names"]:
        return
    if len(parts) == 1 and parts[0].kind in _NAMED:
        return
    body = unit.words[out[-1].last - 1] in ground.sets["organisation_nouns"] or any(part.kind == "O" for part in parts)
    if body or (following is not None and (following.kind in "hs" or (following.kind == "p" and following.text[0].isupper()))):
        out[index:] = [ground.make(unit, "O", first, out[-1].last)]
