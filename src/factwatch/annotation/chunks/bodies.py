"""Names that the document uses for companies: 'carmaker Kestrel', 'Nordlicht AG', "Fleurance's chief executive"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factwatch.annotation.chunks.model import Chunk
from factwatch.annotation.chunks.words import (
    APPOINTING,
    BEING,
    BODY_POSTS,
    CAPTAINS,
    COMPANY_ENDINGS,
    COMPANY_NOUNS,
    FIRM_BELONGINGS,
    FIRM_NOUNS,
    FIRM_RELATIONS,
    PARTY_ADJECTIVES,
    PARTY_NOUNS,
    SHARE_NOUNS,
    SITED,
)
from factwatch.annotation.wordlists import Head, VerbForm, Wordlists

_REACH = 10
"""Chunks between a verb of appointing and the office."""
_CLOSE = 6
"""Chunks between a firm's name and the words that show it to be one."""


def tell_bodies(units: Sequence[Sequence[Chunk]], lists: Wordlists) -> None:
    """Make bodies of the names in *units*, all of one document, that it shows to be companies' wherever they stand."""
    firsts = lists.sets["first_names"]
    found = {name for chunks in units for name in _shown(chunks) if name.split()[0] not in firsts}
    found |= {name for before, chunks in pairwise(units) if (name := _owning(before, chunks)) and name.split()[0] not in firsts}
    found |= {chunk.text for chunks in units for index, chunk in enumerate(chunks) if chunk.kind == "N" and _is_employer(chunks, index)}
    found |= _employers(units, firsts)
    if not found:
        return
    people = {
        chunk.text.split()[-1]
        for chunks in units
        for index, chunk in enumerate(chunks)
        if chunk.kind == "N" and (chunk.text.split()[0] in firsts or (index and chunks[index - 1].kind in "hc")) and chunk.text not in found
    }
    for chunks in units:
        for index, chunk in enumerate(chunks):
            if chunk.kind in "NE" and chunk.text in found and chunk.text not in people and not _follows_post(chunks, index):
                chunk.kind, chunk.value = "O", None


def _employers(units: Sequence[Sequence[Chunk]], firsts: frozenset[str]) -> set[str]:
    """Return the names that fill an office of a firm or club, 'Petrolane has appointed A as chief executive', and are nobody's surname."""
    found = {
        chunks[index].text
        for chunks in units
        for index in (0, 1)
        if _fills_office(chunks, index) and chunks[index].text.split()[0] not in firsts
    }
    if not found:
        return found
    surnames = {chunk.text.rpartition(" ")[2] for chunks in units for chunk in chunks if chunk.kind == "N" and " " in chunk.text}
    pairs = ((before, chunk) for chunks in units for before, chunk in pairwise(chunks))
    called = {chunk.text for before, chunk in pairs if chunk.kind == "N" and before.kind in "hc" and before.last == chunk.first}
    return {name for name in found if name not in called and not (" " not in name and name in surnames)}


def _fills_office(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether a clause begins with the name at *at* and goes on with a verb of appointing and an office that bodies have."""
    if at >= len(chunks) or chunks[at].kind != "N" or (at and chunks[0].kind != "d"):
        return False
    verb = at + 1
    while verb < len(chunks) and verb - at <= _CLOSE and (chunks[verb].kind in "urD" or chunks[verb].low == "on"):
        verb += 1
    form = chunks[verb].value if verb < len(chunks) and chunks[verb].kind == "v" else None
    if not isinstance(form, VerbForm) or form.lemma not in APPOINTING or not BEING.isdisjoint(chunk.low for chunk in chunks[at + 1 : verb]):
        return False
    return any(_is_post(chunks[index]) for index in range(verb + 1, min(len(chunks), verb + _REACH)))


def _is_post(chunk: Chunk) -> bool:
    head = chunk.value
    if chunk.kind != "h" or not isinstance(head, Head) or head.plural:
        return False
    return head.group in {"company", "sport", "body", "academia"} or head.name in BODY_POSTS or head.name in CAPTAINS


def _follows_post(chunks: Sequence[Chunk], at: int) -> bool:
    return at > 0 and (
        chunks[at - 1].kind == "c" or (chunks[at - 1].kind == "h" and chunks[at - 1].low not in COMPANY_NOUNS | FIRM_RELATIONS)
    )


def _shown(chunks: Sequence[Chunk]) -> Iterator[str]:
    """Yield the names that the words around them show to be a company's."""
    for index, chunk in enumerate(chunks):
        if chunk.kind not in "ONE":
            continue
        if chunk.kind == "O" and chunk.value is None:
            name, _, last = chunk.text.rpartition(" ")
            if name and last in COMPANY_ENDINGS:
                yield name
            if name and last in FIRM_NOUNS:
                # 'Savanna' where 'Savanna Trust Bank' stands
                yield name.split()[0]
        if chunk.kind == "E" and _is_party(chunks, index):
            # 'the opposition Patriotic Assembly'
            yield chunk.text
        if chunk.kind != "N":
            continue
        if (
            _is_thing(chunks, index)
            or _has_company_noun(chunks, index)
            or _has_company_post(chunks, index)
            or _is_party(chunks, index)
            or _has_posts(chunks, index)
        ):
            yield chunk.text


def _is_party(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether 'the opposition', 'the ruling' stands before, and no noun such as 'party' behind."""
    if at + 1 < len(chunks) and chunks[at + 1].low in PARTY_NOUNS:
        return False
    return at > 1 and chunks[at - 1].low in PARTY_ADJECTIVES and chunks[at - 2].kind == "d"


def _has_posts(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether ', whose chairman' stands behind."""
    if at + 3 >= len(chunks) or chunks[at + 1].kind != "," or chunks[at + 2].low != "whose":
        return False
    head = chunks[at + 3].value
    side = isinstance(head, Head) and head.group == "sport" and at > 0 and chunks[at - 1].low in {"of", "at", "against", "to"}
    return side or _post_of_body(chunks, at + 3)


def _owning(before: Sequence[Chunk], chunks: Sequence[Chunk]) -> str | None:
    """Return the name that begins a sentence and that 'Its chairman' in the next one means; None where a body stands between."""
    if len(chunks) <= 1 or chunks[0].low != "its" or not _post_of_body(chunks, 1) or any(chunk.kind == "O" for chunk in before):
        return None
    at = next((index for index, chunk in enumerate(before) if chunk.kind not in {"d", "x", "A", "#", "p", "m"}), len(before))
    named = at + 1 < len(before) and before[at].kind in "NE" and before[at + 1].low not in PARTY_NOUNS
    return before[at].text if named else None


def _post_of_body(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether an office stands there that only a body has, 'two' or 'new' before it."""
    while at < len(chunks) - 1 and chunks[at].kind in {"x", "#", "m", "A"}:
        at += 1
    head = chunks[at].value
    return chunks[at].kind == "h" and isinstance(head, Head) and (head.name in BODY_POSTS or _is_company_post(chunks, at))


def _is_thing(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether what follows is said of no person: 'X shares', 'X, which', 'X said its chief executive'."""
    if at + 2 >= len(chunks):
        return False
    following = chunks[at + 1]
    if not _is_word(chunks[at]):
        return _has_its_job(chunks, at)
    if following.low in FIRM_BELONGINGS and following.text[0].islower():
        return True
    if following.kind == "," and chunks[at + 2].low == "which":
        return not at or chunks[at - 1].low not in {"in", "to", "from", "near", "at"}
    return _has_its_job(chunks, at)


def _has_its_job(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether the name begins a clause that goes on with an office of its own: 'X said its chief executive', 'X and its head'."""
    if at and not (chunks[at - 1].kind in ".-:d" or chunks[at - 1].low == "that"):
        return False
    for index in range(at + 1, min(at + _CLOSE, len(chunks) - 1)):
        if chunks[index].kind in "NOG,.":
            return False
        if chunks[index].low == "its":
            return any(_is_job(chunk) for chunk in chunks[index + 1 : index + 4])
    return False


def _is_employer(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether somebody worked there: 'at X, chief executive A', 'from rival X, where she was head of sales'."""
    if at < 1 or at + 3 >= len(chunks) or chunks[at + 1].kind != ",":
        return False
    before = chunks[at - 2] if at > 1 and (chunks[at - 1].kind == "x" or chunks[at - 1].low in FIRM_RELATIONS) else chunks[at - 1]
    if before.low not in {"at", "from", "with", "joined", "left"}:
        return False
    if before.low == "at" and _is_company_post(chunks, at + 2):
        return True
    if chunks[at + 2].low != "where":
        return False
    return before.low == "with" or any(_is_job(chunk) for chunk in chunks[at + 3 : at + _CLOSE + 3])


def _is_job(chunk: Chunk) -> bool:
    head = chunk.value
    return chunk.kind == "h" and isinstance(head, Head) and not head.plural and head.group in {"company", "body", "plain"}


def _is_word(chunk: Chunk) -> bool:
    """Tell whether a name is one word, or two of which the last is no family name by its form."""
    return chunk.last - chunk.first == 1 and not chunk.text.isupper()


def _has_company_noun(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether 'carmaker' or 'shares in' stands before."""
    if not at:
        return False
    before = chunks[at - 1]
    if before.low.endswith(SITED):
        # 'Lisbon-based Atlântico'
        return True
    if before.low in COMPANY_NOUNS:
        return before.text[0].islower() and before.kind in "xph"
    return at > 1 and before.low in {"in", "of"} and chunks[at - 2].low in SHARE_NOUNS


def _has_company_post(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether "'s chief executive", or 'chief executive' and a name, stand behind."""
    if at + 2 >= len(chunks):
        return False
    if chunks[at + 1].kind == "s":
        return _is_company_post(chunks, at + 2)
    return _is_company_post(chunks, at + 1) and chunks[at + 1].text[0].islower() and chunks[at + 2].kind in "Nc"


def _is_company_post(chunks: Sequence[Chunk], at: int) -> bool:
    head = chunks[at].value
    return chunks[at].kind == "h" and isinstance(head, Head) and head.group == "company" and not head.plural and head.name != "editor"
