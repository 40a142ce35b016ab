"""The bodies that follow an office: named by common nouns, by a name with a description, or by common words in capitals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.annotation.chunks import Chunk
from factwatch.annotation.chunks.model import is_country
from factwatch.annotation.wordlists import Head, Wordlists
from factwatch.extraction.phrases.fields import Fields
from factwatch.extraction.phrases.words import COMMON_BODIES, DEPARTMENTS, FIELDED_BODIES, FIRM_HEADS, NAMED_NOUNS, PLACE_NOUNS

_LONGEST: Final = 6
"""No description between a preposition and a name is longer, in chunks."""


class BodyNames:
    """Finds where the body behind an office ends; one for each document."""

    def __init__(self, lists: Wordlists, fields: Fields) -> None:
        self._classes = lists.classes
        self._fields = fields
        self._firsts = lists.sets["first_names"]
        self._body_nouns = lists.sets["body_nouns"]

    def body_end(self, chunks: Sequence[Chunk], at: int) -> int:
        """Return the index after a body that common nouns name, 'the transport ministry', 'Hokkaido's Institute of Snow'; 0 for none."""
        count = len(chunks)
        article = at < count and chunks[at].kind in "dP" and chunks[at].low in {"the", "its", "their", "this", "our"}
        index = at + 1 if article else at
        owning = index + 1 < count and chunks[index + 1].kind == "s" and chunks[index].low in self._body_nouns
        if not owning and index + 2 < count and chunks[index].kind == "h" and chunks[index].text[0].isupper() and not article:
            # "Secretary at President's Office A"
            owning = chunks[index + 1].kind == "s" and chunks[index + 2].text[0].isupper()
        if index >= count or not (article or owning or chunks[index].kind in "GNOA"):
            return 0
        end, owned = 0, False
        for position in range(index, min(count, index + 8)):
            chunk = chunks[position]
            if chunk.kind == "s":
                if owned or position + 1 >= count or position == index:
                    break
                owned = True
                end = 0
                continue
            if chunk.kind == "h" and position + 1 < count and chunks[position + 1].kind == "s":
                # 'head of the President's media office'
                continue
            if chunk.kind == "h" and chunk.value.group == "weak" and chunk.text[0].islower() and self._before_body(chunks, position):
                # 'the student union'
                continue
            if chunk.kind == "v" and self._before_body(chunks, position) and "N" in self._classes.get(chunk.low, ""):
                # 'the Caen fire brigade'
                continue
            if chunk.kind not in "GAONpxm" or (
                chunk.kind == "x" and self._fields.is_verb_like(chunk) and not self._before_body(chunks, position)
            ):
                break
            if chunk.kind == "N" and position > index and chunks[position - 1].kind not in "sAx":
                break
            if (
                chunk.kind == "O"
                or (owned and chunk.kind == "G" and chunk.value is None)
                or (owned and chunk.kind == "N" and chunks[position - 1].kind == "s" and chunks[position - 2].kind == "G")
                or (chunk.kind in "xp" and (chunk.low.rpartition(" ")[2] in self._body_nouns or chunk.low in COMMON_BODIES))
            ):
                end = position + 1
        if not end:
            return 0
        if chunks[end - 1].low in PLACE_NOUNS and end + 1 < count and chunks[end].low == "of" and chunks[end + 1].kind in "GN":
            # 'the southern port city of Odesa'
            return 0
        last = chunks[end - 1]
        if last.low in FIELDED_BODIES and last.text[0].islower() and end + 1 < count and chunks[end].low == "of":
            # 'the chamber of commerce', 'the faculty of law'
            field = self._fields.end(chunks, end + 1) if chunks[end + 1].kind in "px" else end + 1
            if field > end + 1 and chunks[end + 1].text[0].islower() and not self._fields.is_adjective(chunks[field - 1]):
                return field
        # One name alone is read by the caller.
        return end if owned or chunks[end - 1].kind != "O" else 0

    @staticmethod
    def capital_name(chunks: Sequence[Chunk], at: int, head: Head) -> int:
        """Return the index after a firm's name of common words in capitals, behind an office in small letters; 0 where there is none."""
        if head.group not in {"company", "body", "sport"} and head.name not in FIRM_HEADS:
            return 0
        end, words = at, 0
        while end < len(chunks) and chunks[end].kind in "pxA" and chunks[end].text[0].isupper():
            words += len(chunks[end].text.split())
            end += 1
        if words < 2 or chunks[end - 1].kind == "A" or chunks[end - 1].text.split()[-1].lower() in DEPARTMENTS:  # noqa: PLR2004  # one word may be a field
            return 0
        return end

    def described(self, chunks: Sequence[Chunk], at: int) -> int:
        """
        Return the index of the name behind a description in small letters; 0 where there is none.

        'the main opposition Democratic Party', 'Swiss rival Rhätia', 'oil-rich Delta', 'the western city of Lviv'.
        """
        index, count = at, len(chunks)
        while index < count and index - at < _LONGEST and self._describes(chunks[index]):
            index += 1
        if index == at or index >= count or (index == at + 1 and chunks[at].kind == "A"):
            # 'the Finnish Parliament': one name
            return 0
        before, name = chunks[index - 1], chunks[index]
        noun = before.kind in "xph" and before.text[0].islower() and "N" in self._classes.get(before.low, "")
        if name.low == "of" and before.low in PLACE_NOUNS and index + 1 < count and chunks[index + 1].kind in "GN":
            return index + 1
        if name.kind == "O":
            return index
        if name.kind == "N" and index + 1 < count and chunks[index + 1].low in self._body_nouns:
            # 'the liberal Renew group'
            return index
        if name.kind == "N":
            return index if noun and before.low in NAMED_NOUNS | self._body_nouns else 0
        return index if name.kind == "G" and before.kind == "x" and not (noun and "J" not in self._classes.get(before.low, "")) else 0

    @staticmethod
    def name_within(chunks: Sequence[Chunk], at: int, end: int) -> int:
        """Return the index of the one name between small words: 'the opposition Law and Justice party'; 0 where there is none."""
        names = [index for index in range(at, end) if chunks[index].kind in "NO" and chunks[index].text[0].isupper()]
        small = all(
            chunks[index].kind == "s" or (chunks[index].text[0].islower() and chunks[index].kind in "xpmh")
            for index in range(at, end)
            if index not in names
        )
        return names[0] if len(names) == 1 and names[0] > at and small else 0

    def _describes(self, chunk: Chunk) -> bool:
        if chunk.kind == "A":
            return True
        if chunk.kind in "GNxp" and chunk.low.endswith(
            ("-based", "-listed", "-owned", "-run", "-headquartered", "-led", "-backed", "-dominated", "-funded")
        ):
            return True
        if chunk.kind == "h":
            return bool(chunk.value.group == "weak" and chunk.text[0].islower())
        return chunk.kind in "xpm" and chunk.text[0].islower() and not self._fields.is_verb_like(chunk)

    def names_firm(self, chunks: Sequence[Chunk], at: int, head: Head, opening: int) -> bool:
        """Tell whether the name at *at*, right behind a place, is a body's rather than the holder's: 'mayor of Lima Ana Ruiz'."""
        if chunks[at].kind != "N" or chunks[at].first != chunks[at - 1].last or chunks[at].text.split()[0] in self._firsts:
            return False
        closed = at + 1 >= len(chunks) or chunks[at + 1].kind in ",.)" or chunks[at + 1].low == "and"
        named = chunks[opening].low == "the" and not is_country(chunks[at - 1].value)
        return closed and (named or head.group in {"company", "body", "sport", "academia"})

    def _before_body(self, chunks: Sequence[Chunk], at: int) -> bool:
        return at + 1 < len(chunks) and chunks[at + 1].low in self._body_nouns
