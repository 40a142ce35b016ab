"""Names of bodies that fall apart word by word: in other languages, or with a firm's, a party's or a place's name among their words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.annotation.chunks.ground import Ground
from factwatch.annotation.chunks.words import (
    BODY_EVENTS,
    FIRM_ENDINGS,
    FOREIGN_OPENINGS,
    FOREIGN_PARTICLES,
    PARTY_OPENINGS,
    POSSESSIVE_MARKS,
)
from factwatch.annotation.units import Unit

_LONGEST: Final = 8
"""No such name has more words."""
_SHORTEST: Final = 2


def whole_end(ground: Ground, unit: Unit, at: int) -> int:
    """
    Return where the body's name ends that begins with the capitalised word at *at*; 0 where none of these kinds begins there.

    'Ministerio de Salud', 'Hospital San Rafael', 'Amazon Basin Pact', 'Progressive Labour Movement', 'Oyster Bay Cruises has'.
    """
    words = unit.words
    if at + 1 >= len(words):
        return 0
    if words[at] in FOREIGN_OPENINGS:
        return _foreign_end(ground, unit, at)
    if not words[at + 1][0].isupper() or words[at].lower() in ground.lists.function:
        return 0
    if at and words[at - 1][0].isupper() and words[at - 1].lower() not in ground.lists.function:
        return 0
    end = _capitals_end(ground, unit, at)
    final = end - 2 if not at and end > at + _SHORTEST and ground.lexicon_kind(words[end - 1]) == "G" else end - 1
    if end - at < _SHORTEST or not _names_body(ground, words[final]):
        return 0
    if _is_office_or_status(ground, words, at):
        return 0
    if not at:
        return end if _opens_sentence(ground, unit, end) or _is_cut(ground, unit, at, end) else 0
    return end if _is_cut(ground, unit, at, end) else 0


def _is_office_or_status(ground: Ground, words: Sequence[str], at: int) -> bool:
    """Tell whether an office, an address or a word of status begins there; 'Democratic' and the like are a party's as well."""
    return any(
        kind in "hmc" and tuple(word.lower() for word in words[at + 1 : at + 1 + len(rest)]) == rest and words[at] not in PARTY_OPENINGS
        for rest, kind, _value in ground.lists.common.get(words[at].lower(), ())
    )


def _foreign_end(ground: Ground, unit: Unit, at: int) -> int:
    words = unit.words
    known = ground.lexicon(unit, at)
    if known is not None and known[1] > at + 1:
        return 0
    end = _capitals_end(ground, unit, at)
    while end + 1 < len(words) and words[end] in FOREIGN_PARTICLES:
        after = end + 1
        while after + 1 < len(words) and words[after] in FOREIGN_PARTICLES:
            after += 1
        if not words[after][0].isupper() or not words[after][0].isalpha() or ground.office_at(words, after):
            break
        end = _capitals_end(ground, unit, after)
    return end if end - at >= _SHORTEST else 0


def _capitals_end(ground: Ground, unit: Unit, at: int) -> int:
    """Return where the run of capitals ends: before an office, a date, a mark."""
    words, end = unit.words, at + 1
    while (
        end < len(words)
        and end - at < _LONGEST
        and words[end][0].isupper()
        and words[end].lower() not in ground.lists.function
        and ground.dates.get(unit.starts[end]) is None
        and (not ground.office_at(words, end) or _is_calling(ground, words, end))
    ):
        end += 1
    return end


def _is_calling(ground: Ground, words: Sequence[str], at: int) -> bool:
    """Tell whether people of a calling stand before what unites them: 'Guyana Maritime Workers Union'."""
    return words[at].endswith("s") and at + 1 < len(words) and words[at + 1] in ground.sets["organisation_nouns"]


def _names_body(ground: Ground, word: str) -> bool:
    return word in ground.sets["organisation_nouns"] or word in BODY_EVENTS or word in FIRM_ENDINGS


def _is_cut(ground: Ground, unit: Unit, at: int, end: int) -> bool:
    """Tell whether a known firm, party or place stands among the words, where the name would be cut."""
    words, nouns = unit.words, ground.sets["organisation_nouns"]
    first = ground.lexicon(unit, at)
    if first is not None:
        if first[0] in "GA":
            # 'Pacific Islands Resilience Forum'
            callings = any(_is_calling(ground, words, index) for index in range(at + 1, end - 1))
            return (callings or words[end - 1] in BODY_EVENTS) and end - first[1] > 1 and (at > 0 or callings)
        return first[0] == "O" and first[1] == at + 1 and end > at + 1 and words[at] not in nouns and not words[at].isupper()
    if words[at] in ground.sets["first_names"]:
        return False
    for index in range(at + 1, end - 1):
        found = ground.lexicon(unit, index)
        if found is not None:
            return found[0] in "OG" and (found[0] == "O" or words[index] not in ground.sets["first_names"])
    return False


def _opens_sentence(ground: Ground, unit: Unit, end: int) -> bool:
    """Tell whether a sentence begins with a body of common words: a noun or adjective first, and what a body does or has behind."""
    words = unit.words
    low = words[0].lower()
    letters = ground.lists.classes.get(low, "")
    if ground.heading or end >= len(words) or low in ground.lists.function or ground.lexicon(unit, 0) is not None:
        return False
    if not ("N" in letters or "J" in letters) or "D" in letters or low.endswith("ly"):
        return False
    return words[end] in POSSESSIVE_MARKS or words[end].lower() in ground.lists.verbs or _acts(ground, words, end)


def _acts(ground: Ground, words: Sequence[str], at: int) -> bool:
    return words[at].lower() in ground.sets["auxiliaries"] or ground.office_at(words, at)
