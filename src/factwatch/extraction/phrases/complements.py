"""What follows the noun of an office: its field, its body, its country."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.annotation.chunks import Chunk
from factwatch.annotation.wordlists import Head, Wordlists
from factwatch.extraction.phrases.fields import Fields
from factwatch.extraction.phrases.model import Owner
from factwatch.extraction.phrases.words import (
    AFFAIR_NOUNS,
    COMMON_BODIES,
    COMPLEMENT_HEADS,
    DEPARTMENTS,
    DUTIES,
    ENVOY_HEADS,
    FIRM_HEADS,
    FOR_HEADS,
    HOUSE_NOUNS,
    NAMED_NOUNS,
    OWNER_NOUNS,
    PLACE_NOUNS,
    SEAT_HEADS,
)

_LONGEST: Final = 6
"""No description between a preposition and a name is longer, in chunks."""


class Complements:
    """Reads what follows the noun of an office; one for each document."""

    def __init__(self, text: str, lists: Wordlists) -> None:
        self._text = text
        self._classes = lists.classes
        self._fields = Fields(lists)
        self._firsts = lists.sets["first_names"]
        self._body_nouns = lists.sets["body_nouns"]

    def read(
        self, chunks: Sequence[Chunk], last: int, head: Head, of: Owner | None, *, has_field: bool
    ) -> tuple[list[str], Owner | None, tuple[Owner, ...], int]:
        """
        Read on from the index *last* behind the office *head*.

        Args:
            chunks: All chunks of the unit.
            last: Where to begin.
            head: The office.
            of: The country or body that stands before it.
            has_field: Whether its field stands before it.

        Returns:
            The words that belong to the office's name, its country or body, all of them where there are several, and the index after.
        """
        words: list[str] = []
        ofs: tuple[Owner, ...] = ()
        count = len(chunks)
        while last < count and chunks[last].low in {"of", "for", "to", "at", "in", "on", "with", "without"}:
            preposition = chunks[last].low
            after = last + 1
            if after < count and chunks[after].kind in "dP" and chunks[after].low in {"the", "its", "his", "her", "their", "our"}:
                after += 1
            if after >= count:
                break
            target = chunks[after]
            body_end = self.body_end(chunks, last + 1) if preposition in {"of", "at"} and head.group != "weak" and not head.plural else 0
            if body_end:
                text = self._text[target.start : chunks[body_end - 1].end]
                named = self._name_within(chunks, after, body_end)
                if named and (of is None or of[1] == "this"):
                    # 'the opposition Law and Justice party'
                    of = (chunks[named].text, chunks[named].kind, chunks[named].value)
                    last = body_end
                    continue
                if of is None or of[1] == "this":
                    of = (text, "O", target.value if body_end == after + 1 else None)
                else:
                    words += [preposition, self._text[chunks[last + 1].start : chunks[body_end - 1].end]]
                last = body_end
                continue
            duty = (
                3
                if preposition == "with" and [chunk.low for chunk in chunks[after + 1 : after + 2]] == ["for"] and target.low in DUTIES
                else 0
            )
            if duty and last + duty < count and chunks[last + duty].kind in "pxGA":
                # 'Minister of State with responsibility for Information'
                end = self._fields.end(chunks, last + duty)
                words += [self._text[chunks[last].start : chunks[max(end, last + duty + 1) - 1].end]]
                last = max(end, last + duty + 1)
                continue
            if preposition == "in" and head.name not in COMPLEMENT_HEADS:
                if not self._is_post_in(chunks, after, head):
                    break
                if of is not None:
                    # 'Barbados' Minister in the Ministry of Foreign Affairs'
                    body_end = self.body_end(chunks, last + 1) or after + 1
                    words += [self._text[chunks[last].start : chunks[body_end - 1].end]]
                    last = body_end
                    continue
                body_end = self.body_end(chunks, last + 1) or after + 1
                of = (self._text[target.start : chunks[body_end - 1].end], "O", target.value if body_end == after + 1 else None)
                last = body_end
                continue
            if (
                preposition == "for"
                and head.name in FOR_HEADS
                and chunks[last + 1].low == "the"
                and target.low in OWNER_NOUNS
                and of is None
            ):
                # 'a spokeswoman for the company'
                of = (target.text, "this", None)
                last = after + 1
                continue
            described = self._described(chunks, after) if preposition in {"of", "at", "with"} and head.group != "weak" else 0
            if described and not head.plural and (of is None or of[1] == "this"):
                name = chunks[described]
                of = (name.text, name.kind, name.value)
                last = described + 1
                if name.kind == "N" and last < count and chunks[last].low in self._body_nouns and chunks[last].kind in "xp":
                    last += 1
                continue
            if (
                preposition in {"with", "at", "on"}
                and not (preposition == "at" and target.kind == "O")
                and not (target.kind in "ON" and head.group in {"academia", "plain", "weak", "body", "company"})
                and not (preposition == "on" and head.name in COMPLEMENT_HEADS)
            ):
                break
            if preposition == "to" and head.name not in COMPLEMENT_HEADS:
                break
            common_end = (
                self.body_end(chunks, last + 1) if preposition == "to" and chunks[last + 1].low == "the" and target.kind in "xp" else 0
            )
            if common_end:
                # 'Secretary to the State Government'
                words += [self._text[chunks[last].start : chunks[common_end - 1].end]]
                last = common_end
                continue
            capital = preposition in {"of", "at"} and of is None and chunks[last - 1].text.islower()
            firm = self._capital_name(chunks, after, head) if capital else 0
            if firm:
                # 'a director of Coral Marine'
                of = (self._text[target.start : chunks[firm - 1].end], "O", None)
                last = firm
                continue
            people = target.kind == "A" and after + 1 < count and chunks[after + 1].kind in "ON"
            if preposition == "of" and chunks[last + 1].kind == "P" and target.kind == "A":
                # 'president of its North American business'
                break
            if target.kind in "AG" and preposition in {"of", "for"} and head.group != "weak" and self._fields.leads_on(chunks, after):
                # 'Minister for Pacific Partnerships', 'Assistant Secretary for East Asian and Pacific Affairs'
                end = self._fields.end(chunks, after)
                article = "the " if chunks[last + 1].low == "the" else ""
                words += [preposition, article + self._text[target.start : chunks[end - 1].end]]
                last = end
                continue
            if target.kind in "GOE" or (target.kind == "N" and _is_body_name(chunks, after, preposition, head)) or people:
                end = after + 1
                if target.kind == "A":
                    end += 1
                if target.kind == "G" and end < count and (chunks[end].kind == "O" or self._names_firm(chunks, end, head, last + 1)):
                    # 'chairwoman of Formosa Etch', 'Secretary-General of the Amazon Basin Pact'
                    end += 1
                text = self._text[target.start : chunks[end - 1].end]
                first_word, _, rest = text.partition(" ")
                if first_word.endswith("-based") and rest:
                    # 'chief executive of Kigali-based BioRift Laboratories'
                    text = rest
                value = target.value if end == after + 1 else None
                kind = target.kind if end == after + 1 else "O"
                # 'the presidents of X and Y'
                if head.plural and preposition == "of":
                    several, end = listed(chunks, after)
                    if len(several) > 1:
                        ofs = tuple(several)
                        last = end
                        break
                if preposition in {"of", "at", "with"} or (preposition == "for" and head.name in FOR_HEADS and target.kind in "ON"):
                    if of is not None and head.group == "church" and preposition == "of":
                        # 'the Church of Ireland Archbishop of Armagh': of his see
                        of = (text, kind, value)
                    elif of is not None and of[1] != "this" and (words or preposition != "of"):
                        words += [preposition, text]
                    elif of is not None and of[1] != "this":
                        # 'Kenya's president of the Senate': the nearer one is part of the office
                        words += [preposition, self._text[chunks[last + 1].start : chunks[end - 1].end]]
                    else:
                        of = (text, kind, value)
                elif preposition == "for" and head.name in SEAT_HEADS:
                    of = of or (text, kind, value)
                elif preposition in {"for", "to", "in", "on"}:
                    article = "the " if chunks[last + 1].low == "the" else ""
                    if preposition != "in" and kind == "G":
                        end = self._second_place(chunks, end)
                        while article and end < count and chunks[end].kind in "xv" and chunks[end].low in AFFAIR_NOUNS:
                            # 'envoy to the Mali peace talks'
                            end += 1
                        text = self._text[target.start : chunks[end - 1].end]
                    words += [preposition, article + text]
                last = end
                continue
            if (
                preposition in {"of", "for", "on", "without"}
                and (
                    target.kind in "px"
                    or (target.kind == "h" and target.text[0].isupper())
                    or target.kind == "A"
                    or (target.kind == "v" and target.low.endswith(("ed", "ing")) and after + 1 < count and chunks[after + 1].kind == "p")
                )
                and not (has_field or (words and words != ["of", "State"] and not (preposition == "for" and head.name in COMPLEMENT_HEADS)))
                and self._fields.follows(chunks, after, head)
            ):
                end = self._fields.end(chunks, after)
                if end == after or self._fields.is_adjective(chunks[end - 1]):
                    # 'president of the autonomous ...'
                    break
                article = "the " if chunks[last + 1].low == "the" and target.text[0].isupper() else ""
                words += [preposition, article + self._text[target.start : chunks[end - 1].end]]
                last = end
                continue
            break
        if last + 2 < count and chunks[last].low == "responsible" and chunks[last + 1].low == "for" and chunks[last + 2].kind in "pGA":
            end = max(self._fields.end(chunks, last + 2), last + 3)
            words.append(self._text[chunks[last].start : chunks[end - 1].end])
            last = end
        return words, of, ofs, last

    def body_end(self, chunks: Sequence[Chunk], at: int) -> int:
        """Return the index after a body that common nouns name, 'the transport ministry', 'Hokkaido's Institute of Snow'; 0 for none."""
        count = len(chunks)
        article = at < count and chunks[at].kind in "dP" and chunks[at].low in {"the", "its", "their", "this", "our"}
        index = at + 1 if article else at
        if index >= count or not (article or chunks[index].kind in "GNOA"):
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
            if chunk.kind == "O" or (chunk.kind in "xp" and (chunk.low in self._body_nouns or chunk.low in COMMON_BODIES)):
                end = position + 1
        if not end:
            return 0
        # One name alone is read by the caller.
        return end if owned or chunks[end - 1].kind != "O" else 0

    @staticmethod
    def _capital_name(chunks: Sequence[Chunk], at: int, head: Head) -> int:
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

    def _is_post_in(self, chunks: Sequence[Chunk], at: int, head: Head) -> bool:
        """Tell whether 'in' leads to the body that the office belongs to: 'permanent secretary in the Ministry of Health'."""
        if head.group not in {"state", "body", "plain", "justice"} or head.plural:
            return False
        noun = chunks[at].text.partition(" ")[0]
        return (chunks[at].kind in "ONp" and noun in HOUSE_NOUNS) or bool(
            chunks[at].low in self._body_nouns and self.body_end(chunks, at - 1)
        )

    def _described(self, chunks: Sequence[Chunk], at: int) -> int:
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
    def _name_within(chunks: Sequence[Chunk], at: int, end: int) -> int:
        """Return the index of the one name between small words: 'the opposition Law and Justice party'; 0 where there is none."""
        names = [index for index in range(at, end) if chunks[index].kind in "NO" and chunks[index].text[0].isupper()]
        small = all(chunks[index].text[0].islower() and chunks[index].kind in "xpm" for index in range(at, end) if index not in names)
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

    def _names_firm(self, chunks: Sequence[Chunk], at: int, head: Head, opening: int) -> bool:
        """Tell whether the name at *at*, right behind a place, is a body's rather than the holder's: 'mayor of Lima Ana Ruiz'."""
        if chunks[at].kind != "N" or chunks[at].first != chunks[at - 1].last or chunks[at].text.split()[0] in self._firsts:
            return False
        closed = at + 1 >= len(chunks) or chunks[at + 1].kind in ",.)" or chunks[at + 1].low == "and"
        return closed and (chunks[opening].low == "the" or head.group in {"company", "body", "sport", "academia"})

    @staticmethod
    def _second_place(chunks: Sequence[Chunk], at: int) -> int:
        """Return the index after 'and the Caribbean' behind 'Undersecretary for Latin America'; *at* where no second place follows."""
        if at >= len(chunks) or chunks[at].low not in {"and", "&"}:
            return at
        place = at + 2 if at + 1 < len(chunks) and chunks[at + 1].low == "the" else at + 1
        if place >= len(chunks) or chunks[place].kind != "G":
            return at
        closed = place + 1 >= len(chunks) or chunks[place + 1].kind in ",.N)"
        return place + 1 if closed else at

    def _before_body(self, chunks: Sequence[Chunk], at: int) -> bool:
        return at + 1 < len(chunks) and chunks[at + 1].low in self._body_nouns


def _is_body_name(chunks: Sequence[Chunk], at: int, preposition: str, head: Head) -> bool:
    if head.group == "weak":
        return False
    return not (preposition == "to" and len(chunks[at].text.split()) > 1 and chunks[at].kind == "N" and head.name not in ENVOY_HEADS)


def listed(chunks: Sequence[Chunk], at: int) -> tuple[list[Owner], int]:
    """Read 'X, Y and Z' of places and bodies."""
    found: list[Owner] = []
    end = at
    count = len(chunks)
    kinds = "GON"
    while (
        end < count
        and chunks[end].kind in kinds
        and (chunks[end].kind != "N" or " " not in chunks[end].text or (end > 0 and chunks[end - 1].low == "the"))
    ):
        found.append((chunks[end].text, chunks[end].kind, chunks[end].value))
        last_one = end > at and chunks[end - 1].low in {"and", "&"}
        end += 1
        skip = end
        while skip < count and chunks[skip].low in {",", "and", "&", "the"}:
            skip += 1
        if skip == end or skip >= count or chunks[skip].kind not in kinds or last_one:
            break
        end = skip
    return found, end
