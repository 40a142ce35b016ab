"""What stands before an office and owns it: a name, a common noun, the words that open its phrase."""

from __future__ import annotations

from collections.abc import Sequence

from factwatch.annotation.chunks import Chunk
from factwatch.annotation.chunks.words import PARTY_OPENINGS
from factwatch.annotation.wordlists import Head, VerbForm, Wordlists
from factwatch.extraction.phrases.words import APPOINTING, CAPITAL_OWNERS, OWNED_HEADS, SEAT_NOUNS, SHORT_OWNED, SHORT_OWNERS


class Owning:
    """Tells owners of offices from other words before them; one for each document."""

    def __init__(self, lists: Wordlists) -> None:
        self._sets = lists.sets
        self._classes = lists.classes

    def is_common_owner(self, chunks: Sequence[Chunk], at: int, floor: int) -> bool:
        """Tell whether a common noun with its article owns the office: 'the fund's managing director'."""
        if at > floor and chunks[at].low in SEAT_NOUNS and chunks[at - 1].kind in "GN":
            # "Bo district's resident judge"
            return True
        opening = chunks[self.owner_start(chunks, at, floor)].low if at > floor else ""
        letters = self._classes.get(chunks[at].low, "")
        noun = not letters or "N" in letters or "S" in letters or chunks[at].low.rpartition(" ")[2] in self._sets["body_nouns"]
        return chunks[at].kind in "xp" and noun and opening in {"the", "its", "their"}

    def owner_start(self, chunks: Sequence[Chunk], at: int, floor: int) -> int:
        """Return the index at which the owner begins whose noun is at *at*: 'the regional council', 'the country'."""
        first = at
        while first > floor and at - first < 3 and self.opens_owner(chunks, first - 1, at):  # noqa: PLR2004  # owners are short
            first -= 1
        if first > floor and chunks[first - 1].kind in "dP":
            return first - 1
        if first < at and chunks[first].kind in "GN" and chunks[at].low in SEAT_NOUNS:
            return first
        return at - 1 if at > floor and chunks[at - 1].kind in "dP" else at

    def is_owner(self, chunk: Chunk, chunks: Sequence[Chunk], at: int, head: Head) -> bool:
        """Tell whether a name directly before the office *head* owns it: 'Toyota president'; more words are rather a person."""
        if chunk.text in PARTY_OPENINGS and head.group == "state":
            # 'Republican Gov. A'
            return False
        if head.group == "weak":
            # 'the Ajax striker'
            return at > 0 and chunks[at - 1].low == "the" and " " not in chunk.text and chunks[at + 1].kind == "h" and not head.plural
        if head.name == "captain" and chunks[at + 1].kind == "h" and chunks[at + 1].text[0].islower():
            # 'Somerset captain A', 'Harambee Stars captain B'
            named = " " not in chunk.text and at + 2 < len(chunks) and chunks[at + 2].kind in "Nc"
            return named or chunk.text.split()[0] not in self._sets["first_names"]
        if head.name == "leader" and chunks[at + 1].kind == "h" and chunks[at + 1].text[0].islower() and at + 2 < len(chunks):
            # 'Chega leader A'
            return chunks[at + 2].kind in "Nch" and chunk.text.split()[0] not in self._sets["first_names"]
        if head.name == "leader" and not head.plural and " " not in chunk.text and chunks[at + 1].kind == "h" and at + 2 < len(chunks):
            # 'FijiFirst Leader A'
            behind = at > 0 and chunks[at - 1].kind in "hc"
            return chunks[at + 2].kind in "Nc" and chunk.text not in self._sets["first_names"] and not behind
        if (
            head.group in {"weak", "royal"}
            or (head.group == "rank" and head.name not in OWNED_HEADS)
            or (head.group == "plain" and " " not in head.name and head.name not in OWNED_HEADS)
        ):
            return False
        if at > 0 and isinstance(chunks[at - 1].value, VerbForm) and chunks[at - 1].value.lemma in APPOINTING:
            # 'the board named Jane Doe chief executive'
            return False
        words = chunk.text.split()
        return len(words) <= 3 and (at == 0 or chunks[at - 1].kind not in "hc") and at + 1 < len(chunks) and chunks[at + 1].kind in "hpmx"  # noqa: PLR2004

    def opens_owner(self, chunks: Sequence[Chunk], at: int, noun: int) -> bool:
        """Tell whether the word at *at* belongs to the owner whose noun is at *noun*: 'the Qatari Olympic committee'."""
        chunk = chunks[at]
        if chunk.kind in "xp" and chunk.text[0].islower():
            return True
        if chunk.kind in "GN" and chunks[noun].low in SEAT_NOUNS and at + 1 == noun:
            return True
        return chunk.kind in "AGNOxp" and chunk.text[0].isupper() and chunks[noun].low in self._sets["body_nouns"]

    def is_short_owner(self, chunks: Sequence[Chunk], at: int, head: Head, floor: int) -> bool:
        """Tell whether a common noun is the body before its office: 'alliance leader A', 'union president B', 'Commission President C'."""
        chunk = chunks[at]
        if chunk.text[0].isupper():
            if chunk.text not in CAPITAL_OWNERS or chunks[at + 1].text[0].islower() or head.name not in SHORT_OWNED:
                return False
        elif head.name == "leader":
            return chunk.low in self._sets["body_nouns"]
        elif chunk.low not in SHORT_OWNERS or (head.group != "company" and head.name not in SHORT_OWNED):
            return False
        return at <= floor or chunks[at - 1].kind not in "xpAGON"
