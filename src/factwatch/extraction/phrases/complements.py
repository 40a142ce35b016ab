"""What follows the noun of an office: its field, its body, its country."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from factwatch.annotation.chunks import Chunk
from factwatch.annotation.wordlists import Body, Head, Wordlists
from factwatch.extraction.phrases.beside import behind_board, body_beside, field_beside, field_right, seat_end
from factwatch.extraction.phrases.bodies import BodyNames
from factwatch.extraction.phrases.fields import Fields
from factwatch.extraction.phrases.model import Owner
from factwatch.extraction.phrases.words import (
    AFFAIR_NOUNS,
    CHAMBERS,
    COMPLEMENT_HEADS,
    DEPARTMENTS,
    DUTIES,
    ENVOY_HEADS,
    FIELD_BODIES,
    FIELD_HEADS,
    FIELD_IN_HEADS,
    FLOOR_HEADS,
    FOR_HEADS,
    FORMS,
    HERE,
    HOUSE_NOUNS,
    MINISTRIES,
    OCCASIONS,
    OWNER_NOUNS,
    PARTY_FIELDS,
    SEAT_HEADS,
    SEAT_NOUNS,
    SIDES,
    SITTING_HEADS,
    STATES,
    SUBJECT_HEADS,
    SUBJECTLESS,
    TERRITORIAL,
)
from factwatch.lexicon.places import Place

_TEACHING: Final = frozenset({"academia", "church"})
"""Groups of offices whose house may be called by its town: a dean is of either."""
_HIRING: Final = frozenset({"body", "company", "plain", "sport", "academia", "church"})
"""Groups of offices whose holders come from any country."""


class Complements:
    """Reads what follows the noun of an office; one for each document."""

    def __init__(self, text: str, lists: Wordlists) -> None:
        self._text = text
        self._fields = Fields(lists)
        self.bodies = BodyNames(lists, self._fields)
        self._body_nouns = lists.sets["body_nouns"]

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
            if (
                target.kind == "O"
                and target.text in PARTY_FIELDS
                and head.name in FIELD_HEADS
                and of is None
                and chunks[last + 1] is target
                and not has_field
            ):
                # 'Minister of Labour and Employment': the field, not the party
                end = self._fields.end(chunks, after + 1)
                words += [preposition, self._text[target.start : chunks[end - 1].end]]
                last = end
                continue
            if preposition == "of" and target.low == "board" and (behind := behind_board(chunks, after + 1, head)):
                # 'chairman of the board of Acme', 'of the board of directors of Acme': of Acme
                last = behind
                continue
            if (
                preposition == "for"
                and of is None
                and self._is_town_of(chunks, after)
                and head.group in {"rank", "state", "justice", "plain"}
            ):
                # 'the new police chief for the city of Taylor'
                of = (chunks[after + 2].text, chunks[after + 2].kind, chunks[after + 2].value)
                last = after + 3
                continue
            if preposition == "at" and target.low in OCCASIONS and chunks[last + 1].kind in "dP":
                # 'elected A president at their congress'
                break
            if preposition == "in" and chunks[last + 1].low in {"the", "that"} and target.low in HERE and self._closes(chunks, after + 1):
                # 'the UN relief chief in the country, A,'
                last = after + 1
                continue
            if target.text in FORMS and [chunk.low for chunk in chunks[after + 1 : after + 2]] == ["of"] and after + 2 < count:
                # 'of the Independent State of Samoa'
                state = after + 3 if chunks[after + 2].low == "the" and after + 3 < count else after + 2
                if chunks[state].kind == "G" and of is None:
                    of = (chunks[state].text, "G", chunks[state].value)
                    last = state + 1
                    continue
            if target.kind == "h" and self._serves_office(chunks, after, preposition, head):
                # 'an adviser to the president': no second office of the holder
                words += [preposition, self._text[chunks[last + 1].start : target.end]]
                last = after + 1
                continue
            if preposition == "for" and head.name in SEAT_HEADS and (seat := seat_end(chunks, after)):
                # 'Member of Parliament for Asunafo North Constituency'
                of = (self._text[target.start : chunks[seat - 1].end], "O", None)
                last = seat
                continue
            owned = preposition in {"of", "at"} or (preposition == "for" and head.name in FOR_HEADS)
            body_end = self.bodies.body_end(chunks, last + 1) if owned and head.group != "weak" and not head.plural else 0
            if body_end:
                own = chunks[body_end - 1]
                owned_name = chunks[body_end - 2].kind == "s" and own.kind in "OGN" and " " in own.text
                # 'Thailand's First Army Region' is the region
                if own.low in SIDES and chunks[body_end - 2].kind != "s" and chunks[after + 1].kind == "s":
                    # "captain of Sri Lanka's test side"
                    of = (target.text, target.kind, target.value)
                    last = body_end
                    continue
                text = own.text if owned_name else self._text[target.start : own.end]
                named = self.bodies.name_within(chunks, after, body_end)
                if named and (of is None or of[1] == "this"):
                    # 'the opposition Law and Justice party'
                    of = (chunks[named].text, chunks[named].kind, chunks[named].value)
                    last = body_end
                    continue
                if of is None or of[1] == "this" or (loose and not words and self._outranks(head, of, "O", None)):
                    of = (text, "O", target.value if body_end == after + 1 else None)
                elif not (of[1] == "O" and own.text.islower() and preposition == "of" and not words):
                    # but 'Dean of the Faculty of Law of the university': the nearer one has the office
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
            studied = preposition == "in" and target.kind in "xp" and head.name in FIELD_IN_HEADS and chunks[last + 1] is target
            if studied and not self._fields.is_verb_like(target) and not has_field and not words:
                # 'senior lecturer in public health'
                end = max(self._fields.end(chunks, after), after + 1)
                words += [preposition, self._text[target.start : chunks[end - 1].end]]
                last = end
                continue
            if preposition == "in" and [chunk.low for chunk in chunks[last + 1 : last + 3]] == ["charge", "of"] and last + 3 < count:
                # 'the minister in charge of housing'
                end = self._fields.end(chunks, last + 3) if chunks[last + 3].kind in "px" else last + 3
                if end == last + 3:
                    break
                words.append(self._text[chunks[last].start : chunks[end - 1].end])
                last = end
                continue
            if preposition == "in" and head.name in TERRITORIAL and of is None and target.kind == "G" and self._closes(chunks, after + 1):
                # 'a councillor in Leeds,'
                of = (target.text, target.kind, target.value)
                last = after + 1
                continue
            if preposition == "in" and head.name in FLOOR_HEADS and target.kind == "O" and target.text.split()[-1] in CHAMBERS:
                # 'Majority Leader in the National Assembly A'
                if of is None:
                    of = (target.text, "O", target.value)
                else:
                    words += [preposition, self._text[chunks[last + 1].start : target.end]]
                last = after + 1
                continue
            if (
                preposition == "in"
                and words
                and of is None
                and target.kind == "G"
                and head.group == "state"
                and self._closes(chunks, after + 1)
            ):
                # 'the Commissioner for Information in Delta State, A,'
                of = (target.text, target.kind, target.value)
                last = after + 1
                continue
            if preposition == "in" and head.name not in COMPLEMENT_HEADS:
                if not self._is_post_in(chunks, after, head):
                    break
                if of is not None:
                    # 'Barbados' Minister in the Ministry of Foreign Affairs'
                    body_end = self.bodies.body_end(chunks, last + 1) or after + 1
                    words += [self._text[chunks[last].start : chunks[body_end - 1].end]]
                    last = body_end
                    continue
                body_end = self.bodies.body_end(chunks, last + 1) or after + 1
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
            state = after + (target.kind in "AG" and after + 1 < count)
            state += state + 1 < count and chunks[state].low in STATES and chunks[state + 1].low in STATES
            if preposition == "of" and of is None and chunks[last + 1].low == "the" and self._is_state(chunks, state):
                # 'the sixth president of the East African country'
                of = (chunks[state].text, "this", None)
                last = state + 1
                continue
            led = preposition in {"of", "at", "with"} or (preposition == "for" and head.name in FOR_HEADS | SEAT_HEADS)
            described = self.bodies.described(chunks, after) if led and head.group != "weak" else 0
            if described and not head.plural and (of is None or of[1] == "this"):
                name = chunks[described]
                of = (name.text, name.kind, name.value)
                last = described + 1
                if name.kind == "N" and last < count and chunks[last].low in self._body_nouns and chunks[last].kind in "xp":
                    last += 1
                continue
            if preposition == "at" and target.kind == "G" and head.group in _TEACHING and of is None and self._closes(chunks, after + 1):
                # 'acting vice-chancellor at Makerere', 'dean of engineering at Uppsala'
                of = (target.text, "O", None)
                last = after + 1
                continue
            if (
                preposition in {"with", "at", "on"}
                and not (preposition == "at" and target.kind == "O")
                and not (target.kind in "ON" and head.group in {"academia", "plain", "weak", "body", "company"})
                and not (preposition == "on" and head.name in COMPLEMENT_HEADS | SITTING_HEADS)
            ):
                break
            if preposition == "to" and head.name not in COMPLEMENT_HEADS:
                break
            common_end = (
                self.bodies.body_end(chunks, last + 1)
                if preposition == "to" and chunks[last + 1].low == "the" and target.kind in "xp"
                else 0
            )
            if common_end:
                # 'Secretary to the State Government'
                words += [self._text[chunks[last].start : chunks[common_end - 1].end]]
                last = common_end
                continue
            if (
                preposition == "to"
                and target.kind == "p"
                and target.text[0].isupper()
                and target.low in self._body_nouns
                and after == last + 1
            ):
                # 'Secretary to Cabinet'
                words += [preposition, target.text]
                last = after + 1
                continue
            capital = preposition in {"of", "at"} and of is None and chunks[last - 1].text.islower()
            firm = self.bodies.capital_name(chunks, after, head) if capital else 0
            if firm:
                # 'a director of Coral Marine'
                of = (self._text[target.start : chunks[firm - 1].end], "O", None)
                last = firm
                continue
            people = target.kind == "A" and after + 1 < count and chunks[after + 1].kind in "ONG"
            if preposition == "of" and chunks[last + 1].kind == "P" and target.kind == "A":
                # 'president of its North American business'
                break
            affairs = target.kind == "O" and after + 1 < count and chunks[after + 1].text == "Affairs"
            if affairs and preposition in {"of", "for"}:
                # 'Minister of East African Community Affairs'
                words += [preposition, self._text[target.start : chunks[after + 1].end]]
                last = after + 2
                continue
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
                if target.kind == "G" and end < count and (chunks[end].kind == "O" or self.bodies.names_firm(chunks, end, head, last + 1)):
                    # 'chairwoman of Formosa Etch', 'Secretary-General of the Amazon Basin Pact'
                    end += 1
                if (
                    end < count
                    and chunks[end].low in SEAT_NOUNS
                    and chunks[end].text.islower()
                    and target.kind in "GN"
                    and head.group == "state"
                ):
                    # 'the governor of Edo state'
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
                if preposition in {"of", "at", "with"} or (preposition == "for" and kind in "ON" and self._stands_for(head, target)):
                    if of is not None and head.group == "church" and preposition == "of":
                        # 'the Church of Ireland Archbishop of Armagh': of his see
                        of = (text, kind, value)
                    elif loose and of is not None and not words and text not in FIELD_BODIES and self._outranks(head, of, kind, value):
                        # 'Africa director at Oxfam', 'the Belgian head of Europol'
                        of = (text, kind, value)
                    elif of is not None and of[1] == "O" and preposition == "at":
                        # 'Head of the Budget Division at the Ministry', 'rector of the seminary at X': the unit has the office
                        pass
                    elif of is not None and of[1] != "this" and (words or preposition != "of"):
                        words += [preposition, text]
                    elif of is not None and of[1] != "this":
                        # 'Kenya's president of the Senate': the nearer one is part of the office
                        words += [preposition, self._text[chunks[last + 1].start : chunks[end - 1].end]]
                    else:
                        of = (text, kind, value)
                elif preposition == "for" and head.name in SEAT_HEADS:
                    # 'the Labour MP for Bolton West'
                    of = (text, kind, value)
                elif preposition == "on" and kind == "O" and head.name in SITTING_HEADS and of is None:
                    # 'ranking member on the Armed Services Committee'
                    of = (text, kind, value)
                elif preposition in {"for", "to", "in", "on"}:
                    article = "the " if chunks[last + 1].low == "the" else ""
                    if preposition == "in" and isinstance(value, Place) and value.kind == "city":
                        # 'ambassador in La Paz': where, not what
                        last = end
                        continue
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
                    or self._is_trade(chunks, after)
                )
                and not (has_field or (words and words != ["of", "State"] and not (preposition == "for" and head.name in COMPLEMENT_HEADS)))
                and (self._fields.follows(chunks, after, head) or (head.name in SUBJECT_HEADS and self._is_trade(chunks, after)))
            ):
                end = self._fields.end(chunks, after)
                if end == after and self._is_trade(chunks, after):
                    end += 1
                if end == after or (self._fields.is_adjective(chunks[end - 1]) and not self._is_trade(chunks, after)):
                    # 'president of the autonomous ...'
                    break
                article = "the " if chunks[last + 1].low == "the" and target.text[0].isupper() else ""
                unit = self._text[target.start : chunks[end - 1].end]
                if article and preposition == "of" and of is None and not words and _names_unit(head, unit):
                    # 'Head of the Small States Section'
                    of = (unit, "O", None)
                    last = end
                    continue
                words += [preposition, article + self._text[target.start : chunks[end - 1].end]]
                last = end
                continue
            break
        if last + 2 < count and chunks[last].low == "responsible" and chunks[last + 1].low == "for" and chunks[last + 2].kind in "pGA":
            end = max(self._fields.end(chunks, last + 2), last + 3)
            words.append(self._text[chunks[last].start : chunks[end - 1].end])
            last = end
        if of is None and last + 1 < count and chunks[last].low == "from" and head.name in ENVOY_HEADS:
            # 'the first ambassador to Washington from Tajikistan'
            sender = chunks[last + 1]
            if isinstance(sender.value, Place) and sender.value.kind == "country":
                of = (sender.text, sender.kind, sender.value)
                last += 2
        if of is None and not words and not has_field and body_beside(chunks, last, head):
            # 'Chairman Federal Board of Revenue', 'General Officer Commanding Northern Command'
            of = (chunks[last].text, chunks[last].kind, chunks[last].value)
            last += 1
        field_end = field_beside(self._fields, chunks, last, head) if not (words or has_field) else 0
        if field_end:
            first = last + (chunks[last].kind == ",")
            words += ["for", self._text[chunks[first].start : chunks[field_end - 1].end]]
            last = field_end
        if end := field_right(chunks, last, head):
            field = self._text[chunks[last].start : chunks[end - 1].end]
            if of is None and chunks[end - 1].low in self._body_nouns:
                # 'Chairman Foreign Relations Committee A'
                of = (field, "O", None)
            else:
                # 'Deputy Commissioner Operations A'
                words.append(field)
            last = end
        return words, of, ofs, last

    @staticmethod
    def _is_town_of(chunks: Sequence[Chunk], at: int) -> bool:
        named = at + 2 < len(chunks) and chunks[at + 1].low == "of" and chunks[at + 2].kind in "GN"
        return named and chunks[at].low in {"city", "town", "village", "county", "borough", "district"}

    def _is_post_in(self, chunks: Sequence[Chunk], at: int, head: Head) -> bool:
        """Tell whether 'in' leads to the body that the office belongs to: 'permanent secretary in the Ministry of Health'."""
        if head.group not in {"state", "body", "plain", "justice"} or head.plural:
            return False
        noun = chunks[at].text.partition(" ")[0]
        owned = chunks[at + 1 : at + 3]
        if chunks[at].kind == "h" and len(owned) > 1 and owned[0].kind == "s" and owned[1].text in HOUSE_NOUNS:
            # "Minister in the Prime Minister's Office"
            return True
        end = self.bodies.body_end(chunks, at - 1) if chunks[at - 1].kind == "d" and chunks[at].kind == "p" else 0
        if end and chunks[end - 1].low in MINISTRIES:
            # 'permanent secretary in the finance ministry'
            return True
        return (
            chunks[at].kind in "ONp"
            and (noun in HOUSE_NOUNS or (" " in chunks[at].text and chunks[at].text.rpartition(" ")[2] in HOUSE_NOUNS))
        ) or bool(chunks[at].low in self._body_nouns and self.bodies.body_end(chunks, at - 1))

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

    @staticmethod
    def _closes(chunks: Sequence[Chunk], at: int) -> bool:
        return at >= len(chunks) or chunks[at].kind in {",", ".", ")", ";"}

    @staticmethod
    def _is_state(chunks: Sequence[Chunk], at: int) -> bool:
        """Tell whether 'country' ends its phrase: not 'the state lithium firm', 'the island nation of Vanuatu'."""
        following = chunks[at + 1] if at + 1 < len(chunks) else None
        return chunks[at].low in STATES and (following is None or (following.kind not in "pxNO" and following.low != "of"))

    @staticmethod
    def _stands_for(head: Head, target: Chunk) -> bool:
        """Tell whether 'for' leads to the body of the office *head*: 'spokesman for Boeing', 'country director for Oxfam'."""
        if isinstance(target.value, Body) and head.group == "plain" and head.name not in COMPLEMENT_HEADS:
            return True
        return head.name in FOR_HEADS or (target.kind == "O" and head.group in {"body", "company"} and head.name.endswith("director"))

    @staticmethod
    def _serves_office(chunks: Sequence[Chunk], at: int, preposition: str, head: Head) -> bool:
        """Tell whether the office at *at*, behind 'to' or 'for' and an article, is the one that the office *head* serves."""
        names = COMPLEMENT_HEADS if preposition == "to" else FOR_HEADS if preposition == "for" else frozenset()
        if head.name not in names or head.plural or chunks[at].value.plural or chunks[at - 1].kind not in "dP":
            return False
        if at + 1 < len(chunks) and chunks[at + 1].kind in "Nc" and preposition == "to" and chunks[at - 2].kind == "f" and at > 2:  # noqa: PLR2004
            # 'Principal Secretary to the Prime Minister A': the secretary is A
            return chunks[at - 3].text[0].isupper() and chunks[at].text[0].isupper() and chunks[at - 1].low == "the"
        return at + 1 >= len(chunks) or chunks[at + 1].kind not in "Nchs"

    @staticmethod
    def _outranks(head: Head, before: Owner, kind: str, value: Any) -> bool:
        """Tell whether the body behind the office, not the place or people before it, has the office: 'the Belgian head of Europol'."""
        if before[1] == "A":
            return (kind in "ON" and (head.group in _HIRING or isinstance(value, Body))) or (kind == "G" and head.group == "sport")
        return before[1] == "G" and kind in "ON" and head.group in {"body", "company", "plain"}

    @staticmethod
    def _is_trade(chunks: Sequence[Chunk], at: int) -> bool:
        """Tell whether the participle at *at* is a field: 'head of trading,', 'director of coaching at X'."""
        if chunks[at].kind not in "vx" or not chunks[at].low.endswith("ing"):
            return False
        return at + 1 >= len(chunks) or chunks[at + 1].kind in ",.)N" or chunks[at + 1].low in {"at", "for", "and", "in"}


def _names_unit(head: Head, words: str) -> bool:
    """Tell whether two capitals and more behind 'of the' are a unit that has the office rather than its field."""
    if " " not in words or words.rpartition(" ")[2].lower() in DEPARTMENTS or not words.rpartition(" ")[2][0].isupper():
        return False
    return head.group in _HIRING or head.name in SUBJECTLESS


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
