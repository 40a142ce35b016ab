"""What follows the noun of an office: its field, its body, its country."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from factwatch.annotation.chunks import Chunk
from factwatch.annotation.wordlists import Head, Wordlists
from factwatch.extraction.phrases import behind_bodies as bodies
from factwatch.extraction.phrases import behind_fields as fields
from factwatch.extraction.phrases import behind_places as places
from factwatch.extraction.phrases.behind import Behind, Means
from factwatch.extraction.phrases.beside import body_beside, field_beside, field_right
from factwatch.extraction.phrases.model import Owner
from factwatch.extraction.phrases.words import ENVOY_HEADS, UNCOMPLETED
from factwatch.lexicon.places import Place

_Reader = Callable[[Behind], bool | None]

# Who may read what is behind a preposition, in this order: what is more special stands first.
_READERS: Final[Mapping[str, tuple[_Reader, ...]]] = {
    "of": (
        *(fields.party_like, bodies.board, places.form_of_state, bodies.common_noun, places.the_state, bodies.dignitaries),
        bodies.described,
        *(bodies.capital_firm, bodies.own_people, fields.affairs, fields.regional, bodies.name, fields.subject),
    ),
    "for": (
        fields.served_person,
        *(fields.party_like, places.town, places.form_of_state, fields.served_office, places.seat, bodies.common_noun),
        *(bodies.the_company, bodies.described, fields.affairs, fields.regional, bodies.name, fields.subject),
    ),
    "to": (
        fields.served_person,
        bodies.advised,
        fields.party_like,
        places.form_of_state,
        fields.served_office,
        fields.common_body,
        bodies.name,
    ),
    "at": (
        *(fields.party_like, places.occasion, places.form_of_state, bodies.common_noun, bodies.described, bodies.school),
        *(bodies.elsewhere, bodies.capital_firm, bodies.name),
    ),
    "in": (
        *(places.peer, fields.party_like, places.here, places.form_of_state, fields.studied, fields.charge, places.territory),
        *(places.floor, places.post_in, bodies.name),
    ),
    "from": (places.peer,),
    "on": (fields.party_like, places.form_of_state, bodies.elsewhere, bodies.name, fields.subject),
    "with": (fields.party_like, places.form_of_state, fields.responsibility, bodies.described, bodies.elsewhere, bodies.name),
    "without": (fields.party_like, places.form_of_state, bodies.name, fields.subject),
}


class Complements:
    """Reads what follows the noun of an office; one for each document."""

    def __init__(self, text: str, lists: Wordlists) -> None:
        self._means = Means(text, lists)
        self.bodies = self._means.bodies

    def read(
        self, chunks: Sequence[Chunk], last: int, head: Head, of: Owner | None, *, has_field: bool, loose: bool = False
    ) -> tuple[list[str], Owner | None, tuple[Owner, ...], int]:
        """
        Read on from the index *last* behind the office *head*.

        Args:
            chunks: All chunks of the unit.
            last: Where to begin.
            head: The office.
            of: The country or body that stands before it.
            has_field: Whether its field stands before it.
            loose: Whether *of* is a place or people that stands before the office without a possessive.

        Returns:
            The words that belong to the office's name, its country or body, all of them where there are several, and the index after.
        """
        behind = Behind(self._means, chunks, head, has_field, loose, last, of)
        while behind.last < len(chunks) and (readers := _READERS.get(chunks[behind.last].low)) and behind.enter():
            if not next((taken for read in readers if (taken := read(behind)) is not None), False):
                break
        if head.name in UNCOMPLETED and any(chunk.kind == "s" for chunk in chunks[behind.last : behind.last + 2]):
            # 'a guest of the committee's secretary general, A'
            return [], of, (), last
        _read_responsible(behind)
        _read_sender(behind)
        _read_beside(behind)
        return behind.words, behind.of, behind.ofs, behind.last


def _read_responsible(behind: Behind) -> None:
    """Read 'responsible for trade'."""
    at = behind.last + 2
    if behind.low(behind.last) == "responsible" and behind.low(at - 1) == "for" and at < len(behind.chunks):
        if behind.chunks[at].kind not in "pGA":
            return
        end = max(behind.means.fields.end(behind.chunks, at), at + 1)
        behind.named_with([behind.between(behind.last, end)], end)


def _read_sender(behind: Behind) -> None:
    """Read 'the first ambassador to Washington from Tajikistan'."""
    if behind.of is None and behind.low(behind.last) == "from" and behind.last + 1 < len(behind.chunks) and behind.head.name in ENVOY_HEADS:
        sender = behind.chunks[behind.last + 1]
        if isinstance(sender.value, Place) and sender.value.kind == "country":
            behind.owned_by((sender.text, sender.kind, sender.value), behind.last + 2)


def _read_beside(behind: Behind) -> None:
    """Read the body or field that stands behind an office without a preposition."""
    chunks, head = behind.chunks, behind.head
    if behind.of is None and not behind.words and not behind.has_field and body_beside(chunks, behind.last, head):
        # 'Chairman Federal Board of Revenue', 'General Officer Commanding Northern Command'
        owner = chunks[behind.last]
        behind.owned_by((owner.text, owner.kind, owner.value), behind.last + 1)
    if not behind.words and not behind.has_field and (end := field_beside(behind.means.fields, chunks, behind.last, head)):
        first = behind.last + (chunks[behind.last].kind == ",")
        behind.named_with(["for", behind.between(first, end)], end)
    if end := field_right(chunks, behind.last, head):
        unit = behind.between(behind.last, end)
        if behind.of is None and chunks[end - 1].low in behind.means.body_nouns:
            # 'Chairman Foreign Relations Committee A'
            behind.owned_by((unit, "O", None), end)
        else:
            # 'Deputy Commissioner Operations A'
            behind.named_with([unit], end)
