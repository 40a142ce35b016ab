"""What stands right behind an office in capitals: a body, a land, a seat or a field ('Chairman Federal Board of Revenue')."""

from __future__ import annotations

from collections.abc import Sequence

from factwatch.annotation.chunks import Chunk
from factwatch.annotation.wordlists import Head
from factwatch.extraction.phrases.fields import Fields
from factwatch.extraction.phrases.words import (
    BESIDE_HEADS,
    BOARD_MEMBERS,
    COMMA_FIELD_HEADS,
    DEPARTMENTS,
    RIGHT_OWNED_HEADS,
    SEAT_NOUNS,
)


def behind_board(chunks: Sequence[Chunk], at: int, head: Head) -> int:
    """Return the index of the 'of' or 'at' that brings whose board it is that ends at *at*; 0 where nothing does."""
    if at + 2 < len(chunks) and chunks[at].low == "of" and chunks[at + 1].low in BOARD_MEMBERS:
        at += 2
    led = at + 1 < len(chunks) and chunks[at].low in {"of", "at"} and head.group in {"body", "company"}
    return at if led and (chunks[at + 1].text[0].isupper() or chunks[at + 1].low in {"the", "its"}) else 0


def body_beside(chunks: Sequence[Chunk], at: int, head: Head) -> bool:
    """Tell whether the body or land of an office in capitals stands right behind it, as newspapers of South Asia write it."""
    if at >= len(chunks) or head.plural or chunks[at].first != chunks[at - 1].last or not chunks[at - 1].text[0].isupper():
        return False
    owner, following = chunks[at], chunks[at + 1] if at + 1 < len(chunks) else None
    ranked = following is not None and following.kind == "h"
    adjacent = following is not None and following.text[0].isupper() and following.first == owner.last
    named = following is not None and (following.kind in "Nc" or (ranked and adjacent))
    if owner.kind == "G":
        # 'Chief Minister Sindh A'
        return named and head.name in RIGHT_OWNED_HEADS
    if owner.kind != "O":
        return False
    if named and head.group not in {"weak", "royal", "rank", "church"}:
        return True
    led = head.name in BESIDE_HEADS and (at < 2 or chunks[at - 2].low != "the")  # noqa: PLR2004
    return led and (head.name.endswith("commanding") or not ranked)


def field_beside(fields: Fields, chunks: Sequence[Chunk], at: int, head: Head) -> int:
    """Return the index after the field that no preposition brings: 'Minister of State, Health', 'Minister of State Foreign Affairs'."""
    learned = head.group == "academia" or "chancellor" in head.name
    if not (learned or head.name in COMMA_FIELD_HEADS) or head.plural or at >= len(chunks):
        return 0
    if learned and chunks[at].low in DEPARTMENTS and chunks[at].text[0].isupper():
        # 'Deputy Vice-Chancellor Administration'
        return at + 1
    first = at + (chunks[at].kind == "," and at + 1 < len(chunks))
    if first == at and head.name != "minister of state":
        return 0
    if chunks[first].kind != "p" or not (chunks[first].text[0].isupper() and chunks[at - 1].text[0].isupper()):
        return 0
    end = fields.end(chunks, first)
    if first > at and head.name != "minister of state":
        # 'Permanent Secretary, Lands and Survey,' is closed off
        return end if end >= len(chunks) or chunks[end].kind in ",;.()-" else 0
    return end if end >= len(chunks) or chunks[end].kind not in "hx" else 0


def field_right(chunks: Sequence[Chunk], at: int, head: Head) -> int:
    """Return the index after a field in capitals that stands between the office and a name; 0 for none."""
    end = at
    while end < len(chunks) and chunks[end].kind == "p" and chunks[end].text[0].isupper() and chunks[end].first == chunks[end - 1].last:
        end += 1
    if end == at or end >= len(chunks) or chunks[end].kind not in "Nc" or head.plural or not chunks[at - 1].text[0].isupper():
        return 0
    return end if head.group in {"state", "body", "company", "plain"} or " of police" in head.name else 0


def seat_end(chunks: Sequence[Chunk], at: int) -> int:
    """Return the index after a seat's name that ends in its common noun; 0 for none."""
    end = at
    while end < len(chunks) and chunks[end].kind in "GNOAxp" and (chunks[end].text[0].isupper() or chunks[end].low in SEAT_NOUNS):
        end += 1
        if chunks[end - 1].low.rpartition(" ")[2] in SEAT_NOUNS and end - 1 >= at and (end - 1 > at or " " in chunks[at].text):
            return end
    return 0
