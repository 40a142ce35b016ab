"""Names that the document uses for companies: 'carmaker Kestrel', 'Nordlicht AG', "Fleurance's chief executive"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factwatch.annotation.chunks.model import Chunk
from factwatch.annotation.chunks.words import COMPANY_ENDINGS, COMPANY_NOUNS, SHARE_NOUNS, SITED
from factwatch.annotation.wordlists import Head, Wordlists


def tell_bodies(units: Sequence[Sequence[Chunk]], lists: Wordlists) -> None:
    """Make bodies of the names in *units*, all of one document, that it shows to be companies' wherever they stand."""
    firsts = lists.sets["first_names"]
    found = {name for chunks in units for name in _shown(chunks) if name.split()[0] not in firsts}
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
            if chunk.kind == "N" and chunk.text in found and chunk.text not in people and not _follows_post(chunks, index):
                chunk.kind, chunk.value = "O", None


def _follows_post(chunks: Sequence[Chunk], at: int) -> bool:
    return at > 0 and (chunks[at - 1].kind == "c" or (chunks[at - 1].kind == "h" and chunks[at - 1].low not in COMPANY_NOUNS))


def _shown(chunks: Sequence[Chunk]) -> Iterator[str]:
    """Yield the names that the words around them show to be a company's."""
    for index, chunk in enumerate(chunks):
        if chunk.kind == "O" and chunk.value is None:
            name, _, last = chunk.text.rpartition(" ")
            if name and last in COMPANY_ENDINGS:
                yield name
        if chunk.kind != "N":
            continue
        if _has_company_noun(chunks, index) or _has_company_post(chunks, index):
            yield chunk.text


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
