"""Runs of capitalised words beside an office: where its field ends and a name begins, and the body that owns it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.annotation.chunks.ground import Ground
from factwatch.annotation.chunks.model import Chunk
from factwatch.annotation.chunks.words import (
    BODY_OPENINGS,
    BODY_RANKS,
    FIELD_ENDINGS,
    FIELD_OF_HEADS,
    FIELD_OFFICES,
    FIELD_PREPOSITIONS,
    OWNING_BODIES,
    PARTY_ADJECTIVES,
    POSSESSIVE_MARKS,
    TOWN_HEADS,
)
from factwatch.annotation.units import Unit
from factwatch.annotation.wordlists import Head

_LINKS: Final = frozenset({"and", "&", ",", "the"})
_FARTHEST: Final = 10
"""No list of fields has more chunks."""
_LONGEST: Final = 8
"""No run of capitals that is a body's name or a field has more words."""


def field_end(ground: Ground, unit: Unit, at: int, out: list[Chunk]) -> int:
    """
    Return where the field ends that the capitalised word at *at* begins or continues; *at* where it is none.

    'Professor of Structural Engineering Lakshmi Varadarajan', 'Minister for Trade and Export Growth', 'Secretary for African Affairs'.
    """
    head = _office_of_field(ground, unit, at, out)
    if head is None or (out[-1].low in PARTY_ADJECTIVES and out[-1].text.islower()):
        # 'leader of the rebel Delta Front'
        return at
    words = unit.words
    end = _run_end(ground, unit, at)
    if out[-1].kind == "," and (end == at + 1 or any(_is_field_word(ground, word) for word in words[at:end])):
        return at if words[at] in ground.sets["first_names"] else end
    last = words[end - 1]
    if "Against" in words[at : end + 1]:
        # 'chairman of the Fiji Independent Commission Against Corruption'
        return at
    if out[-1].low in {"of", "the"} and (head.name not in FIELD_OF_HEADS or words[at] in BODY_OPENINGS):
        # 'chairman of Standard Chartered', 'Lord-Lieutenant of Fife', 'Secretary of the Ministry of Industry'
        return at
    if last in OWNING_BODIES or (
        out[-1].kind != "p"
        and out[-1].low not in _LINKS - {"the"}
        and last in ground.sets["organisation_nouns"]
        and not _is_portfolio(ground, last)
    ):
        # 'Director of Pacific Forum Fisheries Agency'
        return at
    if (end < len(words) and words[end] in POSSESSIVE_MARKS) or (out[-1].low == "for" and head.name in TOWN_HEADS):
        # 'chairman of the National People's Congress', 'MP for Mid Sussex'
        return at
    firsts = ground.sets["first_names"]
    for index in range(at, end):
        if _is_field_word(ground, words[index]) and (words[index] not in firsts or index + 1 == end):
            continue
        if index == at:
            if not (index + 1 < end and words[index] not in firsts and "S" in ground.lists.classes.get(words[index + 1].lower(), "")):
                return at
            # 'Minister for Bougainville Affairs A'
            continue
        known = ground.lexicon(unit, index)
        if last in ground.sets["place_nouns"] or (
            known is not None and known[0] in "GO" and words[index] not in firsts and index + 1 < end
        ):
            # 'director of the Middle Rio Grande District'
            return at
        return index
    return end if _is_field_word(ground, words[end - 1]) or _stands_for_field(out, words, at, end) else at


def _stands_for_field(out: list[Chunk], words: Sequence[str], at: int, end: int) -> bool:
    """Tell whether an unknown word after 'for' is the field all the same: 'Under-Secretary-General for Peacebuilding, A,'."""
    return out[-1].low == "for" and end == at + 1 and end < len(words) and words[end] == "," and words[at].endswith(FIELD_ENDINGS)


def _office_of_field(ground: Ground, unit: Unit, at: int, out: list[Chunk]) -> Head | None:
    """Return the office whose field the chunks at the end of *out* leave open: 'minister of', 'Secretary for European', 'of Trade and'."""
    index = len(out) - 1
    first = max(0, index - _FARTHEST)
    if index < 1 or (out[index].kind == "," and not _list_goes_on(ground, unit.words, at)):
        return None
    linked = index - 2 if out[index].low in {"and", "&"} and out[index - 1].kind == "," else index - 1
    if out[index].low in {"and", "&", ","} and out[linked].kind not in "pAG" and out[linked].low not in FIELD_OFFICES:
        return None
    passed = False
    while index > first and (
        out[index].kind in "pAG" or out[index].low in FIELD_OFFICES or out[index].low in _LINKS or out[index].low in FIELD_PREPOSITIONS
    ):
        passed = passed or out[index].low in FIELD_PREPOSITIONS
        index -= 1
    head = out[index].value if passed and out[index].kind == "h" else None
    return head if isinstance(head, Head) and head.group in {"state", "body", "company", "plain", "academia"} else None


def _list_goes_on(ground: Ground, words: Sequence[str], at: int) -> bool:
    """Tell whether a comma stands in a list of fields: 'Health, Wellness and Elderly Affairs'."""
    for index in range(at, min(len(words) - 1, at + _LONGEST)):
        if words[index] in {"and", "&"}:
            following = words[index + 2] if words[index + 1] == "the" and index + 2 < len(words) else words[index + 1]
            return following[0].isupper() and (_is_field_word(ground, following) or ground.lexicon_kind(following) == "A")
        if not (words[index][0].isupper() or words[index] == ","):
            return False
    return False


def _is_field_word(ground: Ground, word: str) -> bool:
    low = word.lower()
    letters = ground.lists.classes.get(low, "")
    if not letters and low.endswith(FIELD_ENDINGS) and word not in ground.sets["first_names"]:
        return True
    return ("N" in letters or "S" in letters or "J" in letters or _is_portfolio(ground, word)) and low not in ground.sets["never_names"]


def _is_portfolio(ground: Ground, word: str) -> bool:
    return any(entry[1] == "p" and not entry[0] for entry in ground.lists.common.get(word.lower(), ()))


def _run_end(ground: Ground, unit: Unit, at: int) -> int:
    words, end = unit.words, at
    while (
        end < len(words)
        and end - at < _LONGEST
        and words[end][0].isupper()
        and ground.dates.get(unit.starts[end]) is None
        and not ground.office_at(words, end)
    ):
        end += 1
    return max(end, at + 1)


def owner_end(ground: Ground, unit: Unit, at: int, out: list[Chunk]) -> int:
    """
    Return where the body ends whose capitalised name begins at *at* and stands before an office in small letters; 0 where there is none.

    'African Union Commission chairperson A', 'Flying Doctor Service chair B': the small letter tells that all capitals are the name's.
    """
    words = unit.words
    if at + 2 >= len(words) or not words[at + 1][0].isupper() or (at > 1 and words[at - 1][0].isupper()):
        return 0
    end = at
    while end < len(words) and end - at < _LONGEST and ground.is_name_word(words[end]) and ground.dates.get(unit.starts[end]) is None:
        end += 1
    reach = ground.office_end(words, end - 1) if end < len(words) and words[end - 1] not in ground.sets["organisation_nouns"] else 0
    if reach and reach >= ground.office_end(words, end):
        # 'Home Office Permanent secretary A', but 'Lakeside Health chief executive B'
        return 0
    if end - at < 2 or end >= len(words) or not words[end][0].islower():  # noqa: PLR2004  # one word is no run
        return 0
    office = _office_after(ground, words, end)
    known = ground.lexicon(unit, at)
    if office is None or (out and out[-1].kind in "vc") or (known is not None and known[1] >= end):
        return 0
    first = words[at].lower()
    opens = known is None and first not in BODY_RANKS and any(entry[1] in "hmc" for entry in ground.lists.common.get(first, ()))
    if first in ground.lists.function or opens:
        return 0
    last = words[end - 1]
    if (
        known is not None
        and known[0] in "GA"
        and known[1] == end - 1
        and last in ground.sets["organisation_nouns"]
        and _is_portfolio(ground, last)
    ):
        # 'Kenya Police inspector-general'
        return 0
    if last in ground.sets["organisation_nouns"] or (
        known is not None and known[0] == "O" and (office.group != "state" or office.name == "president")
    ):
        return end
    if words[at] in ground.sets["first_names"] and first not in ground.lists.classes:
        return 0
    inner = words[at + 1 : end]
    marked = (words[at].isupper() and known is None) or any(
        _is_portfolio(ground, word) or word.lower() in ground.lists.common for word in inner
    )
    return end if marked and office.group in {"company", "sport", "body"} else 0


def _office_after(ground: Ground, words: Sequence[str], at: int) -> Head | None:
    """Return the office in the singular that begins at *at*, or follows one or two fields in small letters."""
    for index in range(at, min(at + 3, len(words))):
        entries = ground.lists.common.get(words[index])
        if entries is None:
            return None
        for rest, kind, value in entries:
            if kind == "h" and tuple(word.lower() for word in words[index + 1 : index + 1 + len(rest)]) == rest:
                return value if not value.plural and value.group != "weak" else None
    return None
