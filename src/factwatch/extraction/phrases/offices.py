"""The phrase around the noun of an office: field, status, determiner and owner before it, complement behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.annotation.chunks import Chunk
from factwatch.annotation.chunks.model import is_country
from factwatch.annotation.chunks.words import QUARTERS, RANKS_OR_ADJECTIVES
from factwatch.annotation.wordlists import Head, Wordlists
from factwatch.extraction.phrases.complements import Complements
from factwatch.extraction.phrases.model import Owner, Title
from factwatch.extraction.phrases.owning import Owning
from factwatch.extraction.phrases.words import (
    AFTER_MARKS,
    BODY_STATES,
    DEPARTMENTS,
    FIELD_BODIES,
    FIELD_HEADS,
    FIELD_NAMES,
    FIELD_OFFICES,
    OBSERVED,
    OWNER_FIELDS,
    OWNER_NOUNS,
    PARTIES,
    PARTY_FIELDS,
    PARTY_WORDS,
    PAST_TIMES,
    QUARTERED,
    RANK_HEADS,
    RANKS,
    SEAT_HEADS,
    SMALL,
    TERRITORIAL,
    TIMES,
)
from factwatch.lexicon.loader import data_file

_ORDINAL: Final = ("st", "nd", "rd", "th")
_OWNED: Final = frozenset({"company", "body", "plain", "justice"})
"""Groups of offices that a body named by common nouns may stand before."""
_UNDER: Final = ("secretary", "state secretary", "treasurer", "manager")
"""Offices below which there are others: 'under secretary'."""
_SHORT_FORM: Final = 3
"""Letters of the longest short form of an office."""
_MAX_LEFT: Final = 8
"""No office has more words before it, in chunks."""


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
    while index < len(chunks) - 1 and index - at <= _MAX_LEFT and chunks[index].kind in "pxN" and chunks[index].text[0].isupper():
        index += 1
    head = chunks[index].value
    return index > at + 2 and isinstance(head, Head) and head.name in FIELD_HEADS and chunks[index].text[0].isupper()


def _is_chair(chunks: Sequence[Chunk], at: int, head: int) -> bool:
    """Tell whether a name in capitals is part of a professor's title: 'Regius Professor of Law'."""
    if at + 1 != head or head + 1 >= len(chunks) or chunks[head + 1].low != "of" or " " in chunks[at].text:
        return False
    return chunks[head].value.group == "academia" and chunks[head].text[0].isupper()


def _is_field_word(chunk: Chunk) -> bool:
    return chunk.text in PARTY_FIELDS if chunk.kind == "O" else chunk.text[0].isupper()


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
        self._owning = Owning(lists)
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
        field_words: list[str] = []
        of: Owner | None = None
        status, status_word, determiner = "current", "", ""
        first = at
        left = at - 1
        # A joined office: 'president and chief executive'
        while left >= floor and at - left <= _MAX_LEFT:
            chunk = chunks[left]
            kind = chunk.kind
            if kind == "p" and chunk.text[0].islower() and chunks[at].text[0].isupper() and chunks[left + 1].text[0].isupper():
                # 'state Deputy Chief Minister A'
                pass
            elif kind in "xp" and left + 1 == at and of is None and self._owning.is_short_owner(chunks, left, head, floor):
                # 'alliance leader A', 'Commission President A'
                of = (chunk.text, "O", None)
            elif chunk.low == "under" and not head.name.startswith(_UNDER):
                # 'Under President A the tax was cut'
                break
            elif kind == "p" or (kind == "x" and self._is_field(chunk, head, chunks, left)):
                if status_word and not self._status_between(chunks, left):
                    break
                field_words.insert(0, chunk.text)
            elif (
                chunk.low in {"and", "&"}
                and field_words
                and left > floor
                and (
                    chunks[left - 1].kind == "p"
                    or (chunks[left - 1].kind in "xO" and _is_field_word(chunks[left - 1]))
                    or (chunks[left - 1].kind == "x" and _opens_row(chunks, left - 1, head))
                    or is_joined_field(chunks, left - 1)
                )
            ):
                field_words.insert(0, chunk.text)
            elif kind == "m" and chunk.low in BODY_STATES and chunks[left + 1].low in self._sets["body_nouns"] and left + 1 < at:
                # 'the transitional council president'
                field_words.insert(0, chunk.text)
            elif (
                kind == "m"
                and chunk.low in PARTY_WORDS
                and head.name == "leader"
                and of is None
                and chunk.text[0].isupper()
                and chunks[at].text[0].isupper()
            ):
                of = (chunk.text, "N", None)
            elif chunk.low in {"first", "second", "third"} and chunks[left + 1].low.startswith(("deputy", "vice")):
                # 'First Deputy Foreign Minister', 'Second Vice-President'
                field_words.insert(0, chunk.text)
            elif is_players(chunks, left) or (kind == "h" and (is_field(chunks, left) or is_joined_field(chunks, left))):
                # 'the forwards coach', 'Justice Minister A'
                field_words.insert(0, chunk.text)
            elif kind == "m":
                if chunk.value and (status == "current" or (status == "acting" and chunk.value == "former")):
                    # also 'the erstwhile acting vice-chancellor'
                    status, status_word = chunk.value, chunk.low
                elif not status_word:
                    status_word = chunk.low
            elif (
                kind == "h"
                and not chunk.value.plural
                and chunk.low in RANK_HEADS
                and (
                    chunk.text[0].isupper() == chunks[left + 1].text[0].isupper()
                    or chunks[left + 1].text.isupper()
                    or chunk.first == 0
                    or (chunk.low == "deputy" and chunks[left + 1].kind in "GAOp")
                )
            ) or (
                kind == "h"
                and chunk.value.group == "weak"
                and chunk.text[0].islower()
                and chunks[left + 1].low in OBSERVED
                and left + 1 < at
            ):
                field_words.insert(0, chunk.text)
            elif kind == "#" and head.plural and chunk.value:
                pass
            elif chunk.low == "next" and left > floor and chunks[left - 1].kind == "s":
                # "Australia's next high commissioner"
                if status == "current":
                    status, status_word = "designate", "next"
            elif kind == "#" and chunk.low.endswith(_ORDINAL) and left > floor and chunks[left - 1].kind in "sd":
                # "the country's 32nd prime minister"
                pass
            elif kind in "xON" and head.name == "officer" and left > floor and chunks[left - 1].low == "chief":
                # 'chief administrative officer', 'Chief Firearms Licensing Officer'
                field_words.insert(0, chunk.text)
            elif chunk.low in {"only", "own"} and left > floor and chunks[left - 1].kind == "s":
                # "the district's only judge", "the league's own president"
                pass
            elif chunk.low in QUARTERS and kind == "x" and left + 1 == at and head.name in QUARTERED and left > floor:
                # "the navy's northern commander"
                field_words.insert(0, chunk.text)
            elif kind in {"r", "#"} and chunk.low in TIMES:
                if chunk.low in PAST_TIMES and status == "current":
                    status, status_word = "former", chunk.low
            elif kind == "c" and chunk.text in PARTIES and of is None:
                of = (PARTIES[chunk.text], "O", None)
            elif kind == "O" and chunk.text in PARTY_FIELDS and field_words and head.name in FIELD_HEADS:
                # 'Labour and Industrial Relations Minister A'
                field_words.insert(0, chunk.text)
            elif kind == "O" and chunk.value is None and left + 1 == at and head.name.endswith("minister") and chunk.low in FIELD_NAMES:
                # 'Correctional Services Minister A'
                field_words.insert(0, chunk.text)
            elif (
                kind == ","
                and "and" in field_words
                and left > floor
                and chunks[left - 1].kind == "p"
                and chunks[left - 1].text[0].isupper()
            ):
                # 'Environment, Conservation and Climate Change Minister A'
                field_words[0] = f"{chunks[left - 1].text}, {field_words[0]}"
                left -= 1
            elif kind == "O" and of is None and not field_words and chunk.text in FIELD_BODIES and head.name == "secretary":
                # 'U.S. Treasury Secretary A'
                field_words.insert(0, chunk.text)
            elif kind in "GAO" and of is not None and of[1] == "G" and first == left + 1 and head.group in {"state", "body", "plain"}:
                # 'Danish Europe minister', 'UN Syria envoy': the nearer name is the field
                field_words.insert(0, of[0])
                of = (chunk.text, kind, chunk.value)
            elif kind in "AGO" and of is None and chunks[left + 1].text == "Affairs" and left + 1 < at:
                # 'Foreign and Caricom Affairs Minister A'
                field_words.insert(0, chunk.text)
            elif kind == "G" and of is None and left + 1 == at and left > floor and self._is_where(chunks, left, head):
                # 'In Lagos Professor A is dead'
                break
            elif kind in "GAO" and of is None:
                if kind == "A" and chunk.low.endswith("s") and self._plural_people(chunk):
                    break
                of = (chunk.text, kind, chunk.value)
            elif kind == "s" and left > floor and chunks[left - 1].kind in "GONE" and (of is None or chunk.text not in {"'", "’"}):
                owner = chunks[left - 1]
                if owner.kind == "N" and head.group == "weak":
                    break
                left -= 1
                if of is None or of[0].rpartition(" ")[2].lower() not in self._sets["body_nouns"]:
                    if of is not None and not (of[1] == "A" and is_country(of[2])):
                        # 'Denmark's Arctic ambassador', 'Britain's UN envoy': the nearer name is the field;
                        # but not in 'Kenya's Supreme Court judge'
                        field_words.insert(0, of[0])
                    of = (owner.text, owner.kind, owner.value)
                first = left
                left -= 1
                if left >= floor and chunks[left].value == "former" and chunks[left].kind == "m" and head.group in {"sport", "rank"}:
                    # 'the former West Indies Women's captain'
                    status, status_word = "former", chunks[left].low
                    first = left
                    left -= 1
                # 'Trinidad and Tobago's' is one chunk; 'the European Commission's' has its article outside.
                if left >= floor and chunks[left].low == "the":
                    first = left
                determiner = "'s"
                break
            elif (
                kind == "s"
                and left > floor
                and (chunks[left - 1].low in OWNER_NOUNS or self._owning.is_common_owner(chunks, left - 1, floor))
                and (of is None or of[1] == "A")
            ):
                # also in 'the club's American president'
                first = self._owning.owner_start(chunks, left - 1, floor)
                owned = chunks[first + 1 if chunks[first].kind in "dP" else first : left]
                text = self._text[owned[0].start : owned[-1].end]
                if chunk.text[0] in "'’" and len(chunk.text) == 1 and len(owned) == 1:
                    # "the players' captain": theirs, whoever they are
                    determiner = "'s"
                    break
                of = (text, "this" if len(owned) == 1 else "O", None)
                determiner = "'s"
                break
            elif kind == "N" and _is_chair(chunks, left, at):
                field_words.insert(0, chunk.text)
            elif kind == "N" and of is None and self._owning.is_owner(chunk, chunks, left, head):
                fielded = head.name not in TERRITORIAL and (head.name in FIELD_HEADS or head.group not in {"company", "sport", "academia"})
                if fielded and self._is_field_name(chunk) and left + 1 == at and not field_words:
                    field_words.insert(0, chunk.text)
                else:
                    of = (chunk.text, "N", chunk.value)
            elif kind == "E" and of is None:
                of = (chunk.text, "E", None)
            elif (kind == "d" and chunk.low != "that") or (kind == "P" and chunk.low in self._sets["possessives"]):
                determiner = chunk.low
                first = left
                if kind == "P" and chunk.low in {"its", "whose"} and of is None:
                    of = ("its", "this", None)
                break
            elif kind == "x" and self._is_adjective(chunk) and self._has_opening(chunks, left, floor):
                pass
            elif (
                kind == "x"
                and left > floor
                and chunks[left - 1].kind == "m"
                and chunks[left - 1].value == "former"
                and "N" in self._classes.get(chunk.low, "")
            ):
                # 'former airline captain A'
                pass
            else:
                break
            first = left
            left -= 1
        last = at + 1
        # 'president-elect', 'Prime Minister designate'
        if last < len(chunks) and chunks[last].kind == "m" and (chunks[last].low.startswith("-") or chunks[last].low in AFTER_MARKS):
            value = chunks[last].value or self._statuses.get("-" + chunks[last].low.lstrip("-"), "")
            status, status_word = value or "former", chunks[last].low.lstrip("-")
            last += 1
        if of is not None and of[0] == "European" and head.name.endswith("commissioner"):
            of = ("European Commission", "O", None)
        opening = " ".join(field_words).split()
        if of is None and [word.lower() for word in opening[:2]] in (["central", "bank"], ["reserve", "bank"]):
            # 'central bank deputy governor'
            of = (" ".join(opening[:2]), "O", None)
            field_words = opening[2:]
        owner_field = (
            " " in " ".join(field_words)
            and field_words[-1].split()[-1].lower() in OWNER_FIELDS
            and (head.group in _OWNED or head.name == "president")
        )
        if owner_field and (of is None or of[1] in {"G", "A"} or (of[1] == "O" and determiner != "'s")):
            # 'district council chief executive', "supporters' trust chair", 'a Russian foreign ministry spokesman'
            people = of[0] if of is not None and determiner != "'s" else ""
            of = (" ".join((people, *field_words)).strip(), "O", None)
            field_words = []
        named = first < at and chunks[at - 1].kind == "N" and _is_chair(chunks, at - 1, at)
        has_field = not named and any(word.lower() not in RANKS and word.lower() not in self._sets["body_nouns"] for word in field_words)
        before = of
        loose = of is not None and of[1] in {"G", "A"} and determiner != "'s"
        last = _past_bracket(chunks, last)
        complement, of, ofs, last = self._complements.read(chunks, last, head, of, has_field=has_field, loose=loose)
        seated = head.name in SEAT_HEADS
        if loose and before is not None and before[1] == "G" and of is not before and of is not None and of[1] != "this" and not seated:
            # 'Africa director at Oxfam'
            field_words.insert(0, before[0])
        name = " ".join((*field_words, self._head_text(chunks[at], head), *complement)).replace(" , ", ", ")
        last = _past_bracket(chunks, last) if of is before else last
        title = Title(
            head=head,
            name=self.title_case(name),
            of=of[0] if of else None,
            of_kind=of[1] if of else "",
            of_value=of[2] if of else None,
            status=status,
            status_word=status_word,
            start=chunks[first].start,
            end=chunks[last - 1].end,
            plural=head.plural,
            definite=bool(determiner) and determiner not in {"a", "an", "another", "some", "any", "no"},
            determiner=determiner,
            ofs=ofs,
            bare=not field_words and not complement and of is None,
        )
        return title, first, last

    @staticmethod
    def _is_where(chunks: Sequence[Chunk], at: int, head: Head) -> bool:
        """Tell whether the place before the office is only where something was: 'in' before it, a title for life behind it."""
        return (
            chunks[at - 1].low == "in" and head.group in {"academia", "rank", "traditional", "royal"} and chunks[at + 1].text[0].isupper()
        )

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

    @staticmethod
    def _plural_people(chunk: Chunk) -> bool:
        # 'the Jamaicans' minister' is no phrase; 'Swiss' and 'Chinese' are adjectives all the same.
        return chunk.low.endswith(("ans", "ians", "is", "ers")) and len(chunk.low) > 5  # noqa: PLR2004

    def _is_field(self, chunk: Chunk, head: Head, chunks: Sequence[Chunk], at: int) -> bool:
        following = chunks[at + 1] if at + 1 < len(chunks) else None
        letters = self._classes.get(chunk.low, "")
        if following is not None and following.kind in "px" and following.low in self._sets["body_nouns"] and letters:
            # 'Nordlicht supervisory board chairman', 'Parish council chair'
            return chunk.text[0].islower() and not chunk.low.endswith("ed") and not {"N", "J", "S"}.isdisjoint(letters)
        if chunk.low == "court" and head.group == "justice" and at > 0 and chunks[at - 1].kind in "xp":
            # 'a federal appeals court judge'
            return True
        # A capitalised word directly before a ministerial office names its field.
        if chunk.text[0].isupper() and head.group not in {"plain", "weak", "royal", "rank"}:
            return at > 0 or (at == 0 and head.name in FIELD_HEADS)
        if (
            head.group in {"state", "body", "plain"}
            and "N" in letters
            and following is not None
            and following.kind in "hpx"
            and at > 0
            and chunks[at - 1].kind in "sAGOph"
        ):
            return True
        if head.group == "academia":
            # 'a law professor'
            return ("N" in letters or "S" in letters) and at > 0 and following is not None and following.kind in "hpx"
        return (
            head.name in FIELD_HEADS
            and following is not None
            and following.kind in "hpx"
            and following.text[0].islower()
            and ("N" in letters or "S" in letters)
            and at > 0
            and chunks[at - 1].kind in "sAGOdPp"
        )

    def _is_field_name(self, chunk: Chunk) -> bool:
        return all(word.lower() in self._classes or word == "&" for word in chunk.text.split())

    def _is_adjective(self, chunk: Chunk) -> bool:
        letters = self._classes.get(chunk.low, "")
        return "J" in letters or chunk.low.endswith(
            ("ed", "-year-old", "ing", "-born", "-based", "-backed", "-led", "ist", "th", "st", "nd", "rd")
        )

    def _has_opening(self, chunks: Sequence[Chunk], at: int, floor: int) -> bool:
        """Tell whether a determiner or owner stands to the left within three chunks."""
        for index in range(at - 1, max(floor, at - 3) - 1, -1):
            if chunks[index].kind in "dPsAGO":
                return True
            if chunks[index].kind in "uv":
                # 'A storm has forced President A'
                return False
        return False

    @staticmethod
    def _status_between(chunks: Sequence[Chunk], at: int) -> bool:
        # 'foreign former minister' is no phrase, 'finance acting minister' neither
        return chunks[at].text[0].isupper()


def _opens_row(chunks: Sequence[Chunk], at: int, head: Head) -> bool:
    """Tell whether the noun at *at* is the first in 'business and labour leaders': nothing but what governs them stands before it."""
    return head.plural and (not at or chunks[at - 1].kind in "fvd")
