"""
Words before the noun of an office that are a part of its name or tell its status: 'former', 'acting', 'deputy', 'Foreign and Trade'.

Each reader looks at one chunk. It returns True where that belongs to the office, False where the office begins behind it, and None where
the next reader is to look.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.annotation.chunks import Chunk
from factwatch.annotation.chunks.words import QUARTERS
from factwatch.annotation.wordlists import Head
from factwatch.extraction.phrases.before import Before
from factwatch.extraction.phrases.words import (
    BODY_STATES,
    FIELD_BODIES,
    FIELD_HEADS,
    FIELD_NAMES,
    FIELD_OFFICES,
    OBSERVED,
    PARTS_OF_DAY,
    PARTY_FIELDS,
    PAST_TIMES,
    QUARTERED,
    RANK_HEADS,
    TIMES,
)

_WOMEN: Final = frozenset({"woman", "female", "women"})
_ORDINAL: Final = ("st", "nd", "rd", "th")
_ADJECTIVAL: Final = ("ed", "-year-old", "ing", "-born", "-based", "-backed", "-led", "ist", *_ORDINAL)
_UNDER: Final = ("secretary", "state secretary", "treasurer", "manager")
"""Offices below which there are others: 'under secretary'."""
_MOST: Final = 8
"""No row of fields has more chunks."""
_OPENING: Final = 3
"""Chunks before an adjective among which its article stands."""


def part_of_day(before: Before) -> bool | None:
    """End behind 'afternoon' in 'In the afternoon President A left'."""
    return False if before.chunk.low in PARTS_OF_DAY and before.following.text[0].isupper() else None


def in_small_letters(before: Before) -> bool | None:
    """Pass over 'state' in 'state Deputy Chief Minister A'."""
    small = before.chunk.text[0].islower() and before.noun.text[0].isupper() and before.following.text[0].isupper()
    return True if small else None


def under(before: Before) -> bool | None:
    """End before 'under' in 'Under President A the tax was cut'."""
    return False if before.chunk.low == "under" and not before.head.name.startswith(_UNDER) else None


def field_word(before: Before) -> bool | None:
    """Read a word of the field: 'foreign', 'Tourism', 'supervisory board'; it never stands before the word of a status."""
    if before.chunk.kind != "p" and not _is_field(before):
        return None
    # 'foreign former minister' is no phrase, 'finance acting minister' neither
    return before.field_of(before.chunk.text) if not before.status_word or before.chunk.text[0].isupper() else False


def joined(before: Before) -> bool | None:
    """Read 'and' between two fields: 'Justice and Constitutional Development Minister A', 'business and labour leaders'."""
    if before.chunk.low not in {"and", "&"} or not before.fields or before.left <= before.floor:
        return None
    word = before.previous
    fielded = word.kind == "p" or (word.kind == "x" and (word.text[0].isupper() or _opens_row(before)))
    party = word.kind == "O" and word.text in PARTY_FIELDS
    return before.field_of(before.chunk.text) if fielded or party or is_joined_field(before.chunks, before.left - 1) else None


def listed(before: Before) -> bool | None:
    """Read 'Environment, Conservation and Climate Change Minister A'."""
    word = before.previous
    if "and" not in before.fields or word.kind != "p" or not word.text[0].isupper():
        return None
    before.fields[0] = f"{word.text}, {before.fields[0]}"
    before.left -= 1
    return True


def body_state(before: Before) -> bool | None:
    """Read 'the transitional council president'."""
    if before.chunk.low not in BODY_STATES or before.adjacent or before.following.low not in before.lists.sets["body_nouns"]:
        return None
    return before.field_of(before.chunk.text)


def numbered_deputy(before: Before) -> bool | None:
    """Read 'First Deputy Foreign Minister', 'Second Vice-President'."""
    numbered = before.chunk.low in {"first", "second", "third"} and before.following.low.startswith(("deputy", "vice"))
    return before.field_of(before.chunk.text) if numbered else None


def office_as_field(before: Before) -> bool | None:
    """Read 'the forwards coach', 'Justice Minister A'."""
    chunks, left = before.chunks, before.left
    return (
        before.field_of(before.chunk.text) if is_players(chunks, left) or is_field(chunks, left) or is_joined_field(chunks, left) else None
    )


def status_word(before: Before) -> bool:
    """Read 'former', 'acting', 'the erstwhile acting vice-chancellor'."""
    value = before.chunk.value
    if before.chunk.low == "recently" and before.previous.low == "most" and before.status == "current":
        # 'A, most recently coach of X'
        return before.held("former", "recently")
    if value and (before.status == "current" or (before.status == "acting" and value == "former")):
        return before.held(value, before.chunk.low)
    before.status_word = before.status_word or before.chunk.low
    return True


def rank(before: Before) -> bool | None:
    """Read 'Deputy Prime Minister', 'assistant foreign secretary', 'teacher trade unionist'."""
    chunk, following = before.chunk, before.following
    if not chunk.value.plural and chunk.low in RANK_HEADS:
        alike = chunk.text[0].isupper() == following.text[0].isupper() or following.text.isupper() or chunk.first == 0
        if alike or (chunk.low == "deputy" and following.kind in "GAOp"):
            return before.field_of(chunk.text)
    observed = chunk.value.group == "weak" and chunk.text[0].islower() and following.low in OBSERVED and not before.adjacent
    return before.field_of(chunk.text) if observed else None


def number(before: Before) -> bool | None:
    """Pass over 'two' in 'two former ministers', '32nd' in "the country's 32nd prime minister"."""
    if before.head.plural and before.chunk.value:
        return True
    return True if before.chunk.low.endswith(_ORDINAL) and before.previous.kind in {"s", "d"} else None


def next_one(before: Before) -> bool | None:
    """Read "Australia's next high commissioner"; pass over 'only' in "the district's only judge", 'own' in "the league's own president"."""
    if before.previous.kind != "s":
        return None
    if before.chunk.low == "next":
        return before.held("designate", "next") if before.status == "current" else True
    return True if before.chunk.low in {"only", "own"} else None


def quarter(before: Before) -> bool | None:
    """Read "the navy's northern commander"."""
    commanded = before.chunk.low in QUARTERS and before.adjacent and before.head.name in QUARTERED and before.left > before.floor
    return before.field_of(before.chunk.text) if commanded else None


def of_women(before: Before) -> bool | None:
    """Pass over 'woman' in 'its first woman president'."""
    return True if before.chunk.low in _WOMEN and before.adjacent and before.previous.kind in "mr#P" else None


def time(before: Before) -> bool | None:
    """Read 'one-time', pass over 'three-time'."""
    if before.chunk.low not in TIMES:
        return None
    past = before.chunk.low in PAST_TIMES and before.status == "current"
    return before.held("former", before.chunk.low) if past else True


def chief_officer(before: Before) -> bool | None:
    """Read 'chief administrative officer', 'Chief Firearms Licensing Officer'."""
    return before.field_of(before.chunk.text) if before.head.name == "officer" and before.previous.low == "chief" else None


def field_like_body(before: Before) -> bool | None:
    """Read 'Labour and Industrial Relations Minister A', 'Correctional Services Minister A': the field, not the body."""
    chunk, head = before.chunk, before.head
    party = chunk.text in PARTY_FIELDS and before.fields and head.name in FIELD_HEADS
    named = chunk.value is None and before.adjacent and head.name.endswith("minister") and chunk.low in FIELD_NAMES
    return before.field_of(chunk.text) if party or named else None


def treasury(before: Before) -> bool | None:
    """Read 'U.S. Treasury Secretary A'."""
    fielded = before.of is None and not before.fields and before.chunk.text in FIELD_BODIES and before.head.name == "secretary"
    return before.field_of(before.chunk.text) if fielded else None


def with_affairs(before: Before) -> bool | None:
    """Read 'Foreign and Caricom Affairs Minister A'."""
    affairs = before.of is None and before.following.text == "Affairs" and not before.adjacent
    return before.field_of(before.chunk.text) if affairs else None


def chair(before: Before) -> bool | None:
    """Read 'Regius Professor of Law'."""
    return before.field_of(before.chunk.text) if is_chair(before.chunks, before.left, before.at) else None


def adjective(before: Before) -> bool | None:
    """Pass over an adjective between article and office: 'the Oxford-educated president', 'former airline captain A'."""
    if _is_adjective(before) and _has_opening(before):
        return True
    word = before.previous
    noun = word.kind == "m" and word.value == "former" and "N" in before.lists.classes.get(before.chunk.low, "")
    return True if noun else None


def is_players(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether the players at *at* are those whom a coach trains."""
    players, coach = chunks[at].value, chunks[at + 1].value if at + 1 < len(chunks) else None
    if not isinstance(players, Head) or not isinstance(coach, Head):
        return False
    return players.group == "weak" and players.plural and coach.group == "sport" and not coach.plural and chunks[at].text[0].islower()


def is_field(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether an office is but the field of the one behind it: 'Justice Minister A'."""
    following = chunks[at + 1].value if at + 1 < len(chunks) else None
    return chunks[at].low in FIELD_OFFICES and isinstance(following, Head) and following.name in FIELD_HEADS


def is_joined_field(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether an office is the first of a minister's fields: 'Justice and Constitutional Development Minister A'."""
    if chunks[at].low not in FIELD_OFFICES or at + 3 >= len(chunks) or chunks[at + 1].low not in {"and", "&", ","}:
        return False
    index = at + 2
    while index < len(chunks) - 1 and index - at <= _MOST and chunks[index].kind in "pxN" and chunks[index].text[0].isupper():
        index += 1
    head = chunks[index].value
    return index > at + 2 and isinstance(head, Head) and head.name in FIELD_HEADS and chunks[index].text[0].isupper()


def is_chair(chunks: Sequence[Chunk], at: int, head: int) -> bool:
    """Tell whether a name in capitals is part of a professor's title: 'Regius Professor of Law'."""
    if at + 1 != head or head + 1 >= len(chunks) or chunks[head + 1].low != "of" or " " in chunks[at].text:
        return False
    return chunks[head].value.group == "academia" and chunks[head].text[0].isupper()


_ORIGINS: Final = ("-born", "-based", "-educated", "-trained", "-backed")
"""Endings of what tells where a holder, no office, is from."""


def _is_field(before: Before) -> bool:
    """Tell whether a word that the lexicon does not know as a field is one, by what stands around it."""
    chunks, at, chunk, head, following = before.chunks, before.left, before.chunk, before.head, before.following
    letters = before.lists.classes.get(chunk.low, "")
    noun = "N" in letters or "S" in letters
    if chunk.low.endswith(_ORIGINS):
        # 'the Lagos-born chief executive'
        return False
    if following.kind in "px" and following.low in before.lists.sets["body_nouns"] and letters:
        # 'Nordlicht supervisory board chairman', 'Parish council chair'
        return chunk.text[0].islower() and not chunk.low.endswith("ed") and (noun or "J" in letters)
    if chunk.low == "court" and head.group == "justice" and at > 0 and chunks[at - 1].kind in "xp":
        # 'a federal appeals court judge'
        return True
    if chunk.text[0].isupper() and head.group not in {"plain", "weak", "royal", "rank"}:
        # A capitalised word directly before a ministerial office names its field.
        return at > 0 or head.name in FIELD_HEADS
    if at == 0 or following.kind not in "hpx":
        return False
    if head.group in {"state", "body", "plain"} and "N" in letters and chunks[at - 1].kind in "sAGOph":
        return True
    if head.group == "academia":
        # 'a law professor'
        return noun
    return head.name in FIELD_HEADS and following.text[0].islower() and noun and chunks[at - 1].kind in "sAGOdPp"


def _opens_row(before: Before) -> bool:
    """Tell whether the noun before 'and' is the first in 'business and labour leaders': nothing but what governs them stands before it."""
    at = before.left - 1
    return before.head.plural and (not at or before.chunks[at - 1].kind in "fvd")


def _is_adjective(before: Before) -> bool:
    return "J" in before.lists.classes.get(before.chunk.low, "") or before.chunk.low.endswith(_ADJECTIVAL)


def _has_opening(before: Before) -> bool:
    """Tell whether a determiner or owner stands to the left within three chunks."""
    for index in range(before.left - 1, max(before.floor, before.left - _OPENING) - 1, -1):
        if before.chunks[index].kind in "dPsAGO":
            return True
        if before.chunks[index].kind in "uv":
            # 'A storm has forced President A'
            return False
    return False
