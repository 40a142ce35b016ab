"""Rules that join the parts of a firm's or club's name: each takes what belongs to it and tells whether it did."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.annotation.chunks.ground import Ground
from factwatch.annotation.chunks.joint import Joint
from factwatch.annotation.chunks.model import Chunk, is_country
from factwatch.annotation.chunks.words import (
    BODIES_IN,
    CAPTAINS,
    CLUB_ENDINGS,
    COMPANY_ENDINGS,
    FIRM_ENDINGS,
    OWNING_BODIES,
    SPORTS,
    TRADES,
)
from factwatch.annotation.wordlists import Head

_OFFICE_OF: Final = 2
"""Chunks before a place of which the last is 'of' and the one before it an office."""
_FIRM_LAST: Final = TRADES | FIRM_ENDINGS


def trade(joint: Joint) -> bool:
    """Join 'Pacific Crown Airways has named', 'Baltic Ferries, a subsidiary'."""
    if joint.chunk.text not in _FIRM_LAST:
        return False
    first = _firm_start(joint.ground, joint.out, joint.chunk, joint.following)
    return first >= 0 and joint.take("O", len(joint.out) - first)


def club(joint: Joint) -> bool:
    """Join 'Bologna Rovers' at the start of a sentence."""
    return joint.chunk.text in CLUB_ENDINGS and len(joint.out) == 1 and joint.follows("xp") and joint.take("O")


def club_town(joint: Joint) -> bool:
    """Join 'coach of NEC Nijmegen', 'captain of FC Utrecht': letters and a town behind 'of' are one club."""
    out, chunk = joint.out, joint.chunk
    if not joint.follows("O") or len(out) < 3 or not out[-1].text.isupper() or " " in chunk.text:  # noqa: PLR2004  # office, 'of', letters
        return False
    office = out[-3].value
    closed = not joint.following or joint.following[0].kind in ",.)"
    return closed and out[-2].low in {"of", "at"} and isinstance(office, Head) and office.group == "sport" and joint.take("O")


def ampersand(joint: Joint) -> bool:
    """Join 'Marks & Wexler' where the first word is a common one."""
    out = joint.out
    if len(out) < 2 or out[-1].text != "&" or not out[-2].text[0].isupper() or out[-2].kind not in "vxpN":  # noqa: PLR2004  # a word and '&'
        return False
    return joint.take("O", 2)


def airline(joint: Joint) -> bool:
    """Join 'Air Zealand': a land or name behind 'Air' is an airline's."""
    out, chunk = joint.out, joint.chunk
    if not out or out[-1].text != "Air" or out[-1].last != chunk.first or " " in chunk.text:
        return False
    return joint.take("O")


def side(joint: Joint) -> bool:
    """Join 'Los Angeles Lakers', 'Kenya Sevens', 'captain of Mombasa Sharks'."""
    return joint.follows("G") and _is_side(joint.ground, joint.out, joint.chunk, joint.following) and joint.take("O")


def legal_form(joint: Joint) -> bool:
    """Join 'Chewy, Inc.', 'Kalmora Shipping ASA'."""
    out, text = joint.out, joint.chunk.text
    if text not in COMPANY_ENDINGS:
        return False
    if text.istitle() and len(out) > 1 and out[-1].kind == "," and out[-2].kind in "NOxp" and out[-2].text[0].isupper():
        joint.take("O", 2)
    if joint.chunk.kind == "f" and text.isupper() and not joint.ground.heading:
        # 'Nordhavn AS'
        return joint.follows("NO") and joint.take("O")
    return joint.chunk.kind in "ONx" and joint.chunk.text in COMPANY_ENDINGS and joint.follows("O") and joint.take("O")


def sport(joint: Joint) -> bool:
    """Join 'Athletics Kenya'."""
    out = joint.out
    if not out or out[-1].text not in SPORTS or out[-1].last != joint.chunk.first:
        return False
    return is_country(joint.chunk.value) and joint.take("O")


def company_of_place(joint: Joint) -> bool:
    """Join 'Visayas Steel', but not 'Kenya Police Inspector-General'."""
    if not joint.out or joint.out[-1].kind not in "GA":
        return False
    return _is_company_of_place(joint.ground, joint.out[-1], joint.chunk, joint.following) and joint.take("O")


def _is_side(ground: Ground, out: Sequence[Chunk], word: Chunk, following: Sequence[Chunk]) -> bool:
    """Tell whether a plural in capitals behind a place is its team: before an office of sport in small letters, or behind one and 'of'."""
    if word.kind not in "Npx" or not word.text[0].isupper() or not (word.text.endswith("s") or word.text in {"Women", "Men"}):
        return False
    if len(out) > _OFFICE_OF and out[-2].low in {"of", "at", "for"} and "S" in ground.lists.classes.get(word.low, ""):
        office = out[-3].value
        return isinstance(office, Head) and (office.group in {"sport", "company", "body"} or office.name in CAPTAINS)
    head = following[0].value if following and following[0].kind == "h" else None
    return word.last - word.first == 1 and isinstance(head, Head) and head.group == "sport" and following[0].text[0].islower()


def _firm_start(ground: Ground, out: list[Chunk], trade: Chunk, following: Sequence[Chunk]) -> int:
    """Return the index at which a firm's name of common words in capitals begins that *trade* ends; -1 for none."""
    if ground.heading or not following or following[0].kind not in "uvs,f":
        return -1
    at, first = len(out), trade.first
    while at and out[at - 1].kind in "px" and out[at - 1].text[0].isupper() and out[at - 1].last == first:
        at -= 1
        first = out[at].first
    if at and out[at - 1].kind == "A" and out[at - 1].last == first and trade.text in FIRM_ENDINGS:
        at -= 1
    if at == len(out) or (at and out[at - 1].low in {"of", "for", "and", "&"}):
        # 'minister for Primary Industries'
        return -1
    return at


def _is_company_of_place(ground: Ground, place: Chunk, word: Chunk, following: Sequence[Chunk]) -> bool:
    if place.kind == "A" and word.text not in OWNING_BODIES | BODIES_IN:
        return False
    if word.last - word.first != 1 or word.first != place.last or word.text not in ground.sets["organisation_nouns"]:
        return False
    return not (following and following[0].text[0].isupper() and following[0].kind in "hpmNO")
