"""
Words before the noun of an office that name its country or body: 'Kenyan', "the company's", 'World Bank', 'alliance'.

Each reader looks at one chunk. It returns True where that belongs to the office, False where the office begins there or behind it, and None
where the next reader is to look.
"""

from __future__ import annotations

from typing import Final

from factwatch.annotation.chunks import Chunk
from factwatch.annotation.chunks.model import is_country
from factwatch.annotation.chunks.words import POSSESSIVES
from factwatch.annotation.wordlists import Body
from factwatch.extraction.phrases.before import Before
from factwatch.extraction.phrases.words import FIELD_HEADS, OWNER_NOUNS, PARTIES, PARTY_WORDS, TERRITORIAL
from factwatch.lexicon.places import Place

_OF_CLUBS: Final = frozenset({"company", "sport", "academia"})
"""Groups of offices that no land has: a people's name before them tells where their holder is from."""
_EUROPEAN: Final = {"european": "commissioner"}
"""A people's name before an office that is a body's: 'the European commissioner for trade' is one of the European Commission."""
_LONG_PEOPLE: Final = 5
"""Letters that a people's name has at most which is an adjective all the same."""


def short_owner(before: Before) -> bool | None:
    """Read 'alliance leader A', 'Commission President A'."""
    if not before.adjacent or before.of is not None:
        return None
    short = before.lists.owning.is_short_owner(before.chunks, before.left, before.head, before.floor)
    return before.owned_by((before.chunk.text, "O", None)) if short else None


def party_word(before: Before) -> bool | None:
    """Read 'Conservative leader A'."""
    chunk = before.chunk
    if chunk.low not in PARTY_WORDS or before.head.name != "leader" or before.of is not None:
        return None
    return before.owned_by((chunk.text, "N", None)) if chunk.text[0].isupper() and before.noun.text[0].isupper() else None


def party_letters(before: Before) -> bool | None:
    """Read the letters of a party before an office."""
    if before.chunk.text not in PARTIES or before.of is not None:
        return None
    return before.owned_by((PARTIES[before.chunk.text], "O", None))


def nearer_is_field(before: Before) -> bool | None:
    """Read 'Danish Europe minister', 'UN Syria envoy': the nearer name is the field."""
    of, chunk = before.of, before.chunk
    if of is None or of[1] != "G" or before.first != before.left + 1 or before.head.group not in {"state", "body", "plain"}:
        return None
    before.field_of(of[0])
    return before.owned_by((chunk.text, chunk.kind, chunk.value))


def where(before: Before) -> bool | None:
    """End before 'Lagos' in 'In Lagos Professor A is dead'."""
    if before.of is not None or not before.adjacent or before.previous.low != "in" or not before.noun.text[0].isupper():
        return None
    return False if before.head.group in {"academia", "rank", "traditional", "royal"} else None


def country(before: Before) -> bool | None:
    """Read 'Kenya', 'Kenyan', 'World Bank'; but "the Jamaicans' minister" is no phrase."""
    chunk, of = before.chunk, before.of
    if of is not None:
        national = (
            chunk.kind == "G" and is_country(chunk.value) and of[1] == "O" and not of[0].isupper() and before.first == before.left + 1
        )
        # 'US Treasury chief A'
        return before.owned_by((f"{chunk.text} {of[0]}", "O", None)) if national and isinstance(of[2], Body) else None
    region = (
        isinstance(chunk.value, Place) and chunk.value.kind == "region" and not before.head.name.endswith(_EUROPEAN.get(chunk.low, "-"))
    )
    if region and before.adjacent and before.head.name in FIELD_HEADS:
        # 'the Europe minister'
        return before.field_of(chunk.text)
    if chunk.kind == "A" and chunk.low.endswith(("ans", "ians", "is", "ers")) and len(chunk.low) > _LONG_PEOPLE:
        return False
    return before.owned_by((chunk.text, chunk.kind, chunk.value))


def possessive(before: Before) -> bool | None:
    """Read "Kenya's", "Britain's UN envoy", "Kenya's Supreme Court judge", "the former West Indies Women's captain"."""
    owner, of, head = before.previous, before.of, before.head
    if owner.kind == "A" and of is None and before.chunk.text in POSSESSIVES and owner.low.endswith("s"):
        return _people(before, owner)
    if owner.kind not in {"G", "O", "N", "E"} or (of is not None and before.chunk.text in {"'", "’"}):
        return None
    if owner.kind == "N" and head.group == "weak":
        return False
    before.left -= 1
    if of is None or of[0].rpartition(" ")[2].lower() not in before.lists.sets["body_nouns"]:
        if of is not None and not (of[1] == "A" and is_country(of[2])):
            # 'Denmark's Arctic ambassador': the nearer name is the field
            before.field_of(of[0])
        before.owned_by((owner.text, owner.kind, owner.value))
    before.first = before.left
    before.left -= 1
    if before.left >= before.floor and before.chunk.kind == "m" and before.chunk.value == "former" and head.group in {"sport", "rank"}:
        before.held("former", before.chunk.low)
        before.first = before.left
        before.left -= 1
    # 'Trinidad and Tobago's' is one chunk; 'the European Commission's' has its article outside.
    return _behind_article(before)


def _people(before: Before, owner: Chunk) -> bool:
    """Read "the Jamaicans' foreign minister"; "the Austrians' sporting director" is of some club."""
    before.left -= 1
    before.first = before.left
    if before.head.group not in _OF_CLUBS:
        before.owned_by((owner.text, owner.kind, owner.value))
    before.left -= 1
    return _behind_article(before)


def _behind_article(before: Before) -> bool:
    """Take in 'the' before the owner; the office begins there."""
    if before.left >= before.floor and before.chunk.low == "the":
        before.first = before.left
    before.determiner = "'s"
    return False


def common_possessive(before: Before) -> bool | None:
    """Read "the company's", "the club's American president"."""
    chunks, left, owning = before.chunks, before.left, before.lists.owning
    if left <= before.floor or (before.of is not None and before.of[1] != "A"):
        return None
    if before.previous.low not in OWNER_NOUNS and not owning.is_common_owner(chunks, left - 1, before.floor):
        return None
    before.first = owning.owner_start(chunks, left - 1, before.floor)
    owned = chunks[before.first + 1 if chunks[before.first].kind in "dP" else before.first : left]
    before.determiner = "'s"
    if len(owned) > 1 or chunks[left].text not in {"'", "’"}:
        # but "the players' captain": theirs, whoever they are
        before.owned_by(
            (before.lists.text[owned[0].start : owned[-1].end], "this" if len(owned) == 1 and " " not in owned[0].text else "O", None)
        )
    return False


def unknown_name(before: Before) -> bool | None:
    """Read 'Nordlicht chairman A'; a name of common words before a minister is the field."""
    chunk, head = before.chunk, before.head
    if before.of is not None or not before.lists.owning.is_owner(chunk, before.chunks, before.left, head):
        return None
    fielded = head.name not in TERRITORIAL and (head.name in FIELD_HEADS or head.group not in {"company", "sport", "academia"})
    common = all(word.lower() in before.lists.classes or word == "&" for word in chunk.text.split())
    if fielded and common and before.adjacent and not before.fields:
        return before.field_of(chunk.text)
    return before.owned_by((chunk.text, "N", chunk.value))


def event(before: Before) -> bool | None:
    """Read 'World Cup organiser A'."""
    return before.owned_by((before.chunk.text, "E", None)) if before.of is None else None


def determiner(before: Before) -> bool | None:
    """Begin the office with 'the', 'a', 'his', 'its'."""
    chunk = before.chunk
    if (chunk.kind == "d" and chunk.low == "that" and chunk.text != "That") or (
        chunk.kind == "P" and chunk.low not in before.lists.sets["possessives"]
    ):
        return None
    before.determiner = chunk.low
    before.first = before.left
    if chunk.kind != "P":
        return False
    if before.of is not None and before.of[1] == "A" and before.head.group in _OF_CLUBS and chunk.low in before.lists.sets["possessives"]:
        # 'its Dutch chief executive', 'their Serbian coach': the people's name is his own
        before.of = None
    if chunk.low in {"its", "whose"} and before.of is None:
        before.owned_by(("its", "this", None))
    return False
