"""The phrase around the noun of an office: field, status, determiner and owner before it, complement behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from factwatch.annotation.chunks import Chunk
from factwatch.annotation.chunks.words import RANKS_OR_ADJECTIVES
from factwatch.annotation.wordlists import Head, Wordlists
from factwatch.extraction.phrases import before_fields as fields
from factwatch.extraction.phrases import before_owners as owners
from factwatch.extraction.phrases.before import Before, Lists
from factwatch.extraction.phrases.complements import Complements
from factwatch.extraction.phrases.model import Owner, Title
from factwatch.extraction.phrases.words import AFTER_MARKS, DEPARTMENTS, OWNER_FIELDS, RANKS, SEAT_HEADS, SMALL
from factwatch.lexicon.loader import data_file

_Reader = Callable[[Before], bool | None]

_OWNED: Final = frozenset({"company", "body", "plain", "justice"})
"""Groups of offices that a body named by common nouns may stand before."""
_INDEFINITE: Final = frozenset({"", "a", "an", "another", "some", "any", "no"})
_BANKS: Final = (["central", "bank"], ["reserve", "bank"])
_SHORT_FORM: Final = 3
"""Letters of the longest short form of an office."""
_MARKS: Final = frozenset({"-designate", "-elect"})
_MAX_LEFT: Final = 8
"""No office has more words before it, in chunks."""

_ANY: Final = "AGONEpxmhvufdrPcDQ#,.;:-()st"
# Kinds of chunks, and who may read one before an office; what is more special stands first.
_READERS: Final[tuple[tuple[str, _Reader], ...]] = (
    ("xp", fields.part_of_day),
    ("p", fields.in_small_letters),
    ("xp", owners.short_owner),
    (_ANY, fields.under),
    ("px", fields.field_word),
    (_ANY, fields.joined),
    ("m", fields.body_state),
    ("m", owners.party_word),
    (_ANY, fields.numbered_deputy),
    ("h", fields.office_as_field),
    ("m", fields.status_word),
    ("h", fields.rank),
    ("#", fields.number),
    (_ANY, fields.next_one),
    ("xON", fields.chief_officer),
    ("x", fields.quarter),
    ("x", fields.of_women),
    ("r#", fields.time),
    ("c", owners.party_letters),
    ("O", fields.field_like_body),
    (",", fields.listed),
    ("O", fields.treasury),
    ("GAO", owners.nearer_is_field),
    ("GAO", fields.with_affairs),
    ("G", owners.where),
    ("GAO", owners.country),
    ("s", owners.possessive),
    ("s", owners.common_possessive),
    ("N", fields.chair),
    ("N", owners.unknown_name),
    ("E", owners.event),
    ("dP", owners.determiner),
    ("x", fields.adjective),
)
_FOR_KIND: Final = {kind: tuple(reader for kinds, reader in _READERS if kind in kinds) for kind in _ANY}


def _past_bracket(chunks: Sequence[Chunk], at: int) -> int:
    """Return the index behind an office's short form or branch in brackets: 'Chief of Defence Staff (CDS)', 'Inspector General (Crime)'."""
    inside = chunks[at + 1] if at + 2 < len(chunks) and chunks[at].kind == "(" and chunks[at + 2].kind == ")" else None
    if inside is None or not inside.text[0].isupper():
        return at
    brief = inside.text.isupper() and " " not in inside.text and inside.text[0] == chunks[at - 1].text[0].upper()
    first = inside.text.isupper() and any(chunk.text[0].upper() == inside.text[0] for chunk in chunks[max(0, at - 4) : at])
    return at + 3 if brief or first or inside.low in DEPARTMENTS or inside.kind == "p" else at


class Offices:
    """Reads the phrase around the noun of an office; one for each document."""

    def __init__(self, text: str, lists: Wordlists) -> None:
        self._text = text
        self._complements = Complements(text, lists)
        self._lists = Lists(text, lists)
        self._sets = lists.sets
        self._classes = lists.classes
        self._capitals = lists.sets["capitals"]
        self._statuses = data_file("titles.yaml")["status_words"]

    def title_at(self, chunks: Sequence[Chunk], at: int, floor: int) -> tuple[Title, int, int]:
        """
        Read the office phrase around the head at index *at*.

        Returns the office, the index of its first chunk (not before *floor*) and the index after its last one.
        """
        head: Head = chunks[at].value
        before = Before(self._lists, chunks, at, floor, head, at - 1, at)
        _read_before(before)
        last = self._mark_behind(before)
        self._settle_owner(before)
        named = before.first < at and chunks[at - 1].kind == "N" and fields.is_chair(chunks, at - 1, at)
        has_field = not named and any(word.lower() not in RANKS and word.lower() not in self._sets["body_nouns"] for word in before.fields)
        owner = before.of
        loose = owner is not None and owner[1] in {"G", "A"} and before.determiner != "'s"
        last = _past_bracket(chunks, last)
        complement, of, ofs, last = self._complements.read(chunks, last, head, owner, has_field=has_field, loose=loose)
        if before.status == "current" and last < len(chunks) and chunks[last].low in _MARKS:
            # 'Archbishop of York-designate A'
            before.held(chunks[last].value, chunks[last].low.lstrip("-"))
            last += 1
        moved = of is not None and of is not owner and of[1] != "this" and head.name not in SEAT_HEADS
        if loose and moved and owner is not None and owner[1] == "G":
            # 'Africa director at Oxfam'
            before.field_of(owner[0])
        name = " ".join((*before.fields, self._head_text(chunks[at], head), *complement)).replace(" , ", ", ")
        last = _past_bracket(chunks, last) if of is owner else last
        title = Title(
            head=head,
            name=self.title_case(name),
            of=of[0] if of else None,
            of_kind=of[1] if of else "",
            of_value=of[2] if of else None,
            status=before.status,
            status_word=before.status_word,
            start=chunks[before.first].start,
            end=chunks[last - 1].end,
            plural=head.plural,
            definite=before.determiner not in _INDEFINITE,
            determiner=before.determiner,
            ofs=ofs,
            bare=not before.fields and not complement and of is None,
        )
        return title, before.first, last

    def _mark_behind(self, before: Before) -> int:
        """Read the mark of a status behind the noun, 'president-elect', 'Prime Minister designate'; return the index after it."""
        last = before.at + 1
        mark = before.chunks[last] if last < len(before.chunks) else None
        if mark is None or mark.kind != "m" or not (mark.low.startswith("-") or mark.low in AFTER_MARKS):
            return last
        value = mark.value or self._statuses.get("-" + mark.low.lstrip("-"), "")
        before.held(value or "former", mark.low.lstrip("-"))
        return last + 1

    def _settle_owner(self, before: Before) -> None:
        """Give the office the body that the words of its field name."""
        of, head, words = before.of, before.head, before.fields
        if of is not None and of[0] == "European" and head.name.endswith("commissioner"):
            of = before.of = ("European Commission", "O", None)
        opening = " ".join(words).split()
        if of is None and [word.lower() for word in opening[:2]] in _BANKS:
            # 'central bank deputy governor'
            of = before.of = (" ".join(opening[:2]), "O", None)
            words = before.fields = opening[2:]
        if " " not in " ".join(words) or words[-1].split()[-1].lower() not in OWNER_FIELDS:
            return
        possessive = before.determiner == "'s"
        owned = head.group in _OWNED or head.name == "president"
        if owned and (of is None or of[1] in {"G", "A"} or (of[1] == "O" and not possessive)):
            # 'district council chief executive', "supporters' trust chair", 'a Russian foreign ministry spokesman'
            people = of[0] if of is not None and not possessive else ""
            before.of = (" ".join((people, *words)).strip(), "O", None)
            before.fields = []

    def is_thing(self, title: Title, name: Chunk) -> bool:
        """Tell whether common nouns in capitals are a thing's name: 'Pacific Islands Leaders Meeting', 'the Annual General Meeting'."""
        words = [word.lower() for word in name.text.split()]
        if not (title.plural or title.head.name in RANKS_OR_ADJECTIVES) or name.text.split()[0] in self._sets["first_names"]:
            return False
        return all("N" in self._classes.get(word, "") or "S" in self._classes.get(word, "") for word in words)

    def body_after(self, chunks: Sequence[Chunk], at: int) -> tuple[Owner, int] | None:
        """Return the body that common nouns name from *at* on, and the index after: 'Captain A of the Caen fire brigade'."""
        end = self._complements.bodies.body_end(chunks, at)
        if not end:
            return None
        start = at + 1 if chunks[at].kind in "dP" else at
        return (self._text[chunks[start].start : chunks[end - 1].end], "O", None), end

    def _head_text(self, chunk: Chunk, head: Head) -> str:
        if chunk.low != head.name or chunk.text.isupper():
            return head.name if head.name not in self._capitals else head.name.upper().replace("CO-", "Co-")
        if any(word.isupper() and len(word) > _SHORT_FORM for word in chunk.text.split()):
            # 'PRIME Minister' at the start of a story
            return head.name
        return chunk.text

    def title_case(self, words: str) -> str:
        """'minister of foreign affairs' -> 'Minister of Foreign Affairs'; capitals that are there stay."""
        out = []
        for position, word in enumerate(words.split()):
            if word.lower() in self._capitals:
                out.append(word.upper().replace("CO-", "Co-"))
            elif (word.lower() in SMALL and position) or not word[:1].islower():
                out.append(word.lower() if word.lower() in SMALL and position else word)
            else:
                out.append("-".join(part[:1].upper() + part[1:] if part not in SMALL else part for part in word.split("-")))
        return " ".join(out)


def _read_before(before: Before) -> None:
    """Read the chunks before the noun, from right to left, as long as they belong to the office."""
    while before.left >= before.floor and before.at - before.left <= _MAX_LEFT:
        readers = _FOR_KIND.get(before.chunks[before.left].kind, ())
        if not next((taken for read in readers if (taken := read(before)) is not None), False):
            return
        before.first = before.left
        before.left -= 1
