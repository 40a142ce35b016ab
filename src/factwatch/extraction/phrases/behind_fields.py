"""
Complements that are a part of the office's name: 'of Labour', 'for Information', 'in charge of housing', 'to the Cabinet'.

Each reader looks at one preposition and what is behind it. It returns True where that was its own, False where the office ends there, and
None where the next reader is to look.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.annotation.chunks import Chunk
from factwatch.annotation.wordlists import Head
from factwatch.extraction.phrases.behind import HIRING_GROUPS, Behind
from factwatch.extraction.phrases.words import (
    COMPLEMENT_HEADS,
    DEPARTMENTS,
    DUTIES,
    FIELD_HEADS,
    FIELD_IN_HEADS,
    FOR_HEADS,
    PARTY_FIELDS,
    SUBJECT_HEADS,
    SUBJECTLESS,
)

_QUALIFIERS: Final = 4
"""Chunks of a field, a country and a body before an office: 'former Kenyan Foreign Minister'."""


def party_like(behind: Behind) -> bool | None:
    """Read a field that is also a party: 'Minister of Labour and Employment': the field, not the party."""
    target, head = behind.target, behind.head
    if target.kind != "O" or target.text not in PARTY_FIELDS or head.name not in FIELD_HEADS:
        return None
    if behind.of is not None or behind.next is not target or behind.has_field:
        return None
    end = behind.means.fields.end(behind.chunks, behind.after + 1)
    return behind.named_with([behind.preposition, behind.between(behind.after, end)], end)


def served_person(behind: Behind) -> bool | None:
    """Stop before somebody who is served by name: 'a spokesman for Foreign Minister A', 'chief of staff to Governor A'."""
    chunks, at = behind.chunks, behind.last + 1
    while at < len(chunks) and at - behind.last <= _QUALIFIERS and chunks[at].kind in "pAGOm":
        at += 1
    first = at == behind.last + 1
    # but 'Ambassador to Japan Dr A'
    if (
        at + 1 >= len(chunks)
        or chunks[at].kind not in ("hc" if first else "h")
        or not chunks[at].text[0].isupper()
        or chunks[at + 1].kind != "N"
    ):
        return None
    # but 'Secretary for Justice A'
    field = first and any(kind == "p" and not rest for rest, kind, _ in behind.means.common.get(chunks[at].low, ()))
    return None if field else False


def served_office(behind: Behind) -> bool | None:
    """Read the office that is served: 'an adviser to the president': no second office of the holder."""
    if behind.target.kind != "h" or not _serves_office(behind.chunks, behind.after, behind.preposition, behind.head):
        return None
    end = behind.after + 1
    return behind.named_with([behind.preposition, behind.between(behind.last + 1, end)], end)


def responsibility(behind: Behind) -> bool | None:
    """Read a duty: 'Minister of State with responsibility for Information'."""
    duty = behind.last + 3
    if behind.target.low not in DUTIES or behind.low(behind.after + 1) != "for":
        return None
    if duty >= len(behind.chunks) or behind.chunks[duty].kind not in "pxGA":
        return None
    end = max(behind.means.fields.end(behind.chunks, duty), duty + 1)
    return behind.named_with([behind.between(behind.last, end)], end)


def studied(behind: Behind) -> bool | None:
    """Read a subject: 'senior lecturer in public health'."""
    target, fields = behind.target, behind.means.fields
    if target.kind not in "xp" or behind.head.name not in FIELD_IN_HEADS or behind.next is not target:
        return None
    if fields.is_verb_like(target) or behind.has_field or behind.words:
        return None
    end = max(fields.end(behind.chunks, behind.after), behind.after + 1)
    return behind.named_with([behind.preposition, behind.between(behind.after, end)], end)


def charge(behind: Behind) -> bool | None:
    """Read a charge: 'the minister in charge of housing'."""
    duty = behind.last + 3
    if behind.next.low != "charge" or behind.low(behind.last + 2) != "of" or duty >= len(behind.chunks):
        return None
    end = behind.means.fields.end(behind.chunks, duty) if behind.chunks[duty].kind in "px" else duty
    return behind.named_with([behind.between(behind.last, end)], end) if end > duty else False


def common_body(behind: Behind) -> bool | None:
    """Read a body without a name: 'Secretary to the State Government', 'Secretary to Cabinet'."""
    target = behind.target
    if behind.head.name not in COMPLEMENT_HEADS:
        return False
    if behind.next.low == "the" and target.kind in "xp":
        end = behind.means.bodies.body_end(behind.chunks, behind.last + 1)
        return behind.named_with([behind.between(behind.last, end)], end) if end else None
    if target.kind == "p" and target.text[0].isupper() and target.low in behind.means.body_nouns and behind.after == behind.last + 1:
        return behind.named_with([behind.preposition, target.text], behind.after + 1)
    return None


def affairs(behind: Behind) -> bool | None:
    """Affairs of a body: 'Minister of East African Community Affairs'."""
    end = behind.after + 2
    if behind.target.kind != "O" or end > len(behind.chunks) or behind.chunks[end - 1].text != "Affairs":
        return None
    return behind.named_with([behind.preposition, behind.between(behind.after, end)], end)


def regional(behind: Behind) -> bool | None:
    """Read a region with its matters: 'Minister for Pacific Partnerships', 'Assistant Secretary for East Asian and Pacific Affairs'."""
    fields = behind.means.fields
    if behind.target.kind not in "AGN" or behind.head.group == "weak" or not fields.leads_on(behind.chunks, behind.after):
        return None
    end = fields.end(behind.chunks, behind.after)
    return behind.named_with([behind.preposition, behind.article + behind.between(behind.after, end)], end)


def subject(behind: Behind) -> bool | None:
    """Read a field: 'of Trade and Industry', 'of coaching'; but a unit in capitals has the office, 'of the Small States Section'."""
    trade = _is_trade(behind.chunks, behind.after)
    if not _may_be_subject(behind, trade=trade):
        return False
    fields, chunks, after, head = behind.means.fields, behind.chunks, behind.after, behind.head
    if not (fields.follows(chunks, after, head) or (head.name in SUBJECT_HEADS and trade)):
        return False
    end = fields.end(chunks, after)
    if end == after and trade:
        end += 1
    if end == after or (fields.is_adjective(chunks[end - 1]) and not trade):
        # 'president of the autonomous ...'
        return False
    article = behind.article if behind.target.text[0].isupper() else ""
    unit = behind.between(after, end)
    if article and behind.preposition == "of" and behind.of is None and not behind.words and _names_unit(head, unit):
        return behind.owned_by((unit, "O", None), end)
    return behind.named_with([behind.preposition, article + unit], end)


def _may_be_subject(behind: Behind, *, trade: bool) -> bool:
    """Tell whether the words behind the preposition can be a field, and the office has none yet."""
    target, words = behind.target, behind.words
    following = behind.chunks[behind.after + 1].kind if behind.after + 1 < len(behind.chunks) else ""
    if not (
        target.kind in "pxA"
        or (target.kind == "h" and target.text[0].isupper())
        or (target.kind == "v" and target.low.endswith(("ed", "ing")) and following == "p")
        or trade
    ):
        return False
    if behind.has_field:
        return False
    return not words or words == ["of", "State"] or (behind.preposition == "for" and behind.head.name in COMPLEMENT_HEADS)


def _serves_office(chunks: Sequence[Chunk], at: int, preposition: str, head: Head) -> bool:
    """Tell whether the office at *at*, behind 'to' or 'for' and an article, is the one that the office *head* serves."""
    names = COMPLEMENT_HEADS if preposition == "to" else FOR_HEADS
    if head.name not in names or head.plural or chunks[at].value.plural or chunks[at - 1].kind not in "dP":
        return False
    if at + 1 < len(chunks) and chunks[at + 1].kind in "Nc" and preposition == "to" and chunks[at - 2].kind == "f" and at > 2:  # noqa: PLR2004
        # 'Principal Secretary to the Prime Minister A': the secretary is A
        return chunks[at - 3].text[0].isupper() and chunks[at].text[0].isupper() and chunks[at - 1].low == "the"
    return at + 1 >= len(chunks) or chunks[at + 1].kind not in "Nchs"


def _is_trade(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether the participle at *at* is a field: 'head of trading,', 'director of coaching at X'."""
    if chunks[at].kind not in "vx" or not chunks[at].low.endswith("ing"):
        return False
    return at + 1 >= len(chunks) or chunks[at + 1].kind in ",.)N" or chunks[at + 1].low in {"at", "for", "and", "in"}


def _names_unit(head: Head, words: str) -> bool:
    """Tell whether two capitals and more behind 'of the' are a unit that has the office rather than its field."""
    if " " not in words or words.rpartition(" ")[2].lower() in DEPARTMENTS or not words.rpartition(" ")[2][0].isupper():
        return False
    return head.group in HIRING_GROUPS or head.name in SUBJECTLESS
