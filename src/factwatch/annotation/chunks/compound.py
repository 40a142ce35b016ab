"""Names of bodies whose fields are joined by 'and' or commas: 'the Water and Power Development Authority'."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.annotation.chunks.ground import Ground
from factwatch.annotation.chunks.model import Chunk
from factwatch.annotation.chunks.words import FIELD_BEFORE_NOUNS, OPENERS, POSSESSIVE_MARKS
from factwatch.annotation.units import Unit

_LONGEST: Final = 12
"""No such name has more tokens."""
_LINKS: Final = frozenset({"and", "&"})
_BEFORE: Final = frozenset(
    {"the", "The", "of", "at", "for", "by", "its", "a", "an", "with", "from", "to", "and", "that", *POSSESSIVE_MARKS}
)


def compound_end(ground: Ground, unit: Unit, at: int, out: Sequence[Chunk]) -> int:
    """Return where the body's name ends that begins at *at* and has a link inside; 0 where none begins there."""
    words = unit.words
    if at + 2 >= len(words) or not (words[at + 1][0].isupper() or words[at + 1] == "," or words[at + 1] in _LINKS):
        # a name of one word, as most are
        return 0
    if ground.heading or (at and words[at - 1] not in _BEFORE and words[at - 1] not in OPENERS and not (out and out[-1].kind == "h")):
        return 0
    nouns = ground.sets["organisation_nouns"]
    start = end = at
    parts: list[tuple[int, int]] = []
    while end < len(words) and end - at < _LONGEST:
        word = words[end]
        if word in _LINKS or word == ",":
            if end == start:
                return 0
            parts.append((start, end))
            start = end + 1
        elif not word[0].isupper() or word.lower() in ground.lists.function:
            return 0
        elif parts and end > start and word in nouns and word not in FIELD_BEFORE_NOUNS and _goes_no_further(words, end + 1, nouns):
            listed = words[parts[-1][1]] in _LINKS and all(words[link] == "," for _, link in parts[:-1])
            parts.append((start, end))
            if _begins_office(ground, words, end):
                # 'Trade and Investment Cabinet Secretary A'
                return 0
            return end + 1 if listed and all(_is_part(ground, unit, *part, first=part[0] == at) for part in parts) else 0
        end += 1
    return 0


def _goes_no_further(words: Sequence[str], at: int, nouns: frozenset[str]) -> bool:
    return at >= len(words) or words[at] not in nouns


def _begins_office(ground: Ground, words: Sequence[str], at: int) -> bool:
    following = words[at + 1].lower() if at + 1 < len(words) else ""
    entries = ground.lists.entries(words[at].lower(), following, proper=False) if following else ()
    return any(kind == "h" and rest and ground.are_next(words, at + 1, rest) for rest, kind, _value in entries)


def _is_part(ground: Ground, unit: Unit, first_word: int, end: int, *, first: bool) -> bool:
    """Tell whether the words are a field or those of a calling, no person, land or body of their own."""
    words, classes = unit.words, ground.lists.classes
    known = ground.lexicon(unit, first_word)
    start = first_word
    if known is not None and first and known[0] in "GA" and known[1] <= end:
        # 'the Bangladesh Garment Manufacturers and Exporters Association'; but 'the European and African Unions'
        common = words[first_word].lower() in classes and words[first_word].endswith("s")
        if known[1] == end and known[0] == "G" and not common:
            return False
        start = first_word if common else known[1]
    elif (
        known is not None
        and known[0] == "O"
        and known[1] == end
        and not (_is_field(ground, words[first_word]) or words[first_word] in FIELD_BEFORE_NOUNS)
    ):
        return False
    for index in range(start, end):
        word, low = words[index], words[index].lower()
        if word in ground.sets["first_names"] and low not in classes:
            return False
        if low not in classes and not _is_field(ground, word) and ground.lexicon_kind(word) != "A":
            return False
        if _is_office(ground, low) and not _is_field(ground, word):
            # 'the President and Finance Ministry'
            return False
    last = words[end - 1]
    return last not in ground.sets["organisation_nouns"] or last in FIELD_BEFORE_NOUNS or _is_field(ground, last)


def _is_field(ground: Ground, word: str) -> bool:
    return any(kind == "p" and not rest for rest, kind, _value in ground.lists.common.get(word.lower(), ()))


def _is_office(ground: Ground, low: str) -> bool:
    """Tell whether the word alone is one person's office."""
    return any(
        kind == "h" and not rest and not value.plural and value.group != "weak" for rest, kind, value in ground.lists.common.get(low, ())
    )
