"""Rules that join the parts of the names of people and places: each takes what belongs to it and tells whether it did."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.annotation.chunks.ground import Ground
from factwatch.annotation.chunks.joint import Joint
from factwatch.annotation.chunks.model import Chunk, is_country
from factwatch.annotation.chunks.words import (
    COMPASS,
    FORM_WORDS,
    GIVEN_STYLES,
    MIDDLE_HEADS,
    NUMBERED,
    POSSESSIVES,
    SRI_STYLES,
    STATE_FORMS,
)

_FILIATION: Final = 3
"""Tokens of 'a/l'."""
_QUARTERS: Final = "pxA"


def surname(joint: Joint) -> bool:
    """Join 'led by Stefan Moldovan'."""
    return bool(joint.out) and _is_surname(joint.ground, joint.out, joint.chunk, joint.following) and joint.take("N")


def filiation(joint: Joint) -> bool:
    """Join 'Ravi a/l Krishnan'."""
    out = joint.out
    if len(out) <= _FILIATION or out[-1].last != joint.chunk.first or not _is_filiation(out):
        return False
    start = joint.unit.starts[out[-1 - _FILIATION].first]
    return joint.take("N", 1 + _FILIATION, joint.ground.text[start : joint.chunk.end])


def middle(joint: Joint) -> bool:
    """Join 'Dr Syed Hakim Alsagoff'."""
    return joint.follows("N") and joint.chunk.low.partition(" ")[0] in MIDDLE_HEADS and joint.take("N")


def honorific(joint: Joint) -> bool:
    """Join "Dato' Seri A"."""
    return joint.chunk.text in POSSESSIVES and joint.follows("c") and joint.take("c")


def given_style(joint: Joint) -> bool:
    """Join 'Ato Birch', 'Sayed Jaber': before one word alone, a form of address that is a given name elsewhere is one."""
    styled = joint.follows("c") and joint.out[-1].text in GIVEN_STYLES and " " not in joint.chunk.text
    return styled and joint.take("N")


def second_style(joint: Joint) -> bool:
    """Read "Dato' Sri A": 'Sri' belongs to the form of address, not to the name."""
    out, chunk = joint.out, joint.chunk
    if not joint.follows("c") or not chunk.text.startswith("Sri ") or out[-1].text.rstrip("'’") not in SRI_STYLES:
        return False
    out[-1] = joint.ground.make(joint.unit, "c", out[-1].first, chunk.first + 1)
    joint.chunk = joint.ground.make(joint.unit, "N", chunk.first + 1, chunk.last)
    return True


def double_seat(joint: Joint) -> bool:
    """Join 'MP for Atebubu/Amantin'."""
    out = joint.out
    return len(out) > 1 and out[-1].text == "/" and _is_double_seat(out, joint.chunk) and joint.take("G", 2)


def form_words(joint: Joint) -> bool:
    """Join 'the Cooperative Republic of Guyana', of which the lexicon has the end."""
    joined = False
    while is_country(joint.chunk.value) and joint.chunk.text.split()[0] in STATE_FORMS and joint.out and _are_form_words(joint.out[-1]):
        joined = joint.take("G", 1, joint.chunk.value)
    return joined


def unknown_republic(joint: Joint) -> bool:
    """Join 'the Republic of Tatarstan', a land that no lexicon has."""
    out = joint.out
    if " " in joint.chunk.text or len(out) < 3 or out[-1].low != "of" or out[-2].text != "Republic":  # noqa: PLR2004  # 'the Republic of'
        return False
    return joint.take("G", 2)


def form_of_state(joint: Joint) -> bool:
    """Join 'the Democratic Socialist Republic of Sri Lanka'."""
    count = _form_of_state(joint.out, joint.following) if joint.out and is_country(joint.chunk.value) else 0
    return bool(count) and joint.take("G", count, joint.chunk.value)


def county(joint: Joint) -> bool:
    """Join 'Fulton County District Attorney A'."""
    return joint.chunk.text == "County" and joint.follows("GN") and joint.take("G")


def numbered(joint: Joint) -> bool:
    """Join 'Member of Parliament for Region Six'."""
    out = joint.out
    return bool(out) and out[-1].text in NUMBERED and out[-1].last == joint.chunk.first and joint.chunk.text.istitle() and joint.take("G")


def quarter_first(joint: Joint) -> bool:
    """Join 'Member of Parliament for East Lauru'."""
    out = joint.out
    if len(out) < 2 or out[-2].low not in {"for", "of"} or not joint.follows(_QUARTERS):  # noqa: PLR2004  # 'for', 'East'
        return False
    return out[-1].low in COMPASS and out[-1].text[0].isupper() and joint.take("G")


def quarter_of_see(joint: Joint) -> bool:
    """Join 'Bishop of Calapan West'."""
    out = joint.out
    return joint.chunk.low in COMPASS and len(out) > 1 and joint.follows("G") and out[-2].low in {"of", "in", "for"} and joint.take("G")


def quarter_last(joint: Joint) -> bool:
    """Join 'MP for Belfast South', 'Belfast South MP'."""
    out, following = joint.out, joint.following
    if joint.chunk.low not in COMPASS or not joint.chunk.text[0].isupper() or not joint.follows("G"):
        return False
    return ((len(out) > 1 and out[-2].low == "for") or bool(following and following[0].kind == "h")) and joint.take("G")


def peoples_republic(joint: Joint) -> bool:
    """Join 'the Serb Republic'."""
    return joint.chunk.text == "Republic" and joint.follows("A") and joint.take("G")


def _is_surname(ground: Ground, out: Sequence[Chunk], word: Chunk, following: Sequence[Chunk]) -> bool:
    """Tell whether an adjective of nationality is a family name: a given name before it, and no noun behind it."""
    given = out[-1]
    return (
        given.kind == "N"
        and given.last == word.first
        and given.last - given.first == 1
        and word.last - word.first == 1
        and word.text[0].isupper()
        and (given.text in ground.sets["given_names"] or len(out) > 1)
        and (not following or following[0].kind in {",", ".", "s", "f", "u", ";", "("})
    )


def _is_filiation(out: Sequence[Chunk]) -> bool:
    """Tell whether 'a/l', 'd/o' stands behind a given name: son or daughter of."""
    mark = tuple(chunk.low for chunk in out[-_FILIATION:])
    return out[-1 - _FILIATION].kind == "N" and mark in {("a", "/", "l"), ("a", "/", "p"), ("s", "/", "o"), ("d", "/", "o")}


def _is_double_seat(out: Sequence[Chunk], second: Chunk) -> bool:
    """Tell whether a stroke without blanks joins two names of places."""
    stroke, first = out[-1], out[-2]
    return first.kind in "NG" and first.end == stroke.start and stroke.end == second.start and first.text[0].isupper()


def _are_form_words(chunk: Chunk) -> bool:
    return chunk.kind in "NOGxpmA" and all(word in FORM_WORDS for word in chunk.text.split())


def _form_of_state(out: Sequence[Chunk], following: Sequence[Chunk]) -> int:
    """Return how many chunks before a land's name are what kind of state it is, 'Federal Republic of'; 0 for none."""
    at = len(out) - 1
    if out[at].low == "the":
        at -= 1
    if at < 1 or out[at].low != "of" or out[at - 1].text.split()[-1] not in STATE_FORMS or out[at - 1].kind not in "NOGxpA":
        return 0
    if following and following[0].kind == "O":
        # 'Republic of Fiji Military Forces'
        return 0
    first = at - 1
    while first and out[first - 1].text[0].isupper() and out[first - 1].kind in "NOGxpmA" and out[first - 1].last == out[first].first:
        first -= 1
    if not all(word in FORM_WORDS for chunk in out[first:at] for word in chunk.text.split()):
        return 0
    return len(out) - first
