"""
Units -> chunks: the smallest stretches that rules speak about.

===== ==============================================================================================
kind  what it is (`Chunk.value`)
===== ==============================================================================================
N     a name whose kind the words alone do not settle, mostly a person (the name)
G     a place (`Place`, or None where only its form tells)
A     a people's adjective or noun, 'Jamaican' (`Place` or None)
O     an organisation (`Body`, or None where only its form tells)
E     a named event or document, 'Africa Climate Summit' (its name)
h     a noun that names an office (`Head`)
p     a field that an office can have, 'finance'
m     a word on how an office is held, 'former' (the status it gives)
c     a form of address, 'Mr'
D     a date (`DateExpression`)
Q     a quotation (`Quotation`)
P     a pronoun, or a possessive determiner
d     an article or other determiner
s     a possessive mark
v     a verb that some frame knows (`VerbForm`)
u     an auxiliary, 'to', 'not'
r     an adverb
f     another function word
#     a number
,     punctuation (each mark its own kind: , ( ) ; : - .)
x     any other word
===== ==============================================================================================
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from attrs import define

from factwatch.annotation.units import PLACEHOLDER, Unit
from factwatch.annotation.wordlists import Body, Head, VerbForm, Wordlists
from factwatch.lexicon.places import Place

if TYPE_CHECKING:
    from factwatch.annotation.dates import DateExpression

_PUNCTUATION: Final[Mapping[str, str]] = {
    ",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", ".": ".", "!": ".", "?": ".", "…": ".", "...": ".",
    "-": "-", "–": "-", "—": "-", "--": "-", "’s": "s", "'s": "s", "’": "s", "'": "s",
}  # fmt: skip
_NICKNAME_MARKS: Final = frozenset({'"', "“", "”", "‘", "’", "'"})
_OPENERS: Final = frozenset({":", "•", "*", "“", '"', "—", "–", "-", ".", "‘", "'", "(", PLACEHOLDER})
_INITIAL: Final = re.compile(r"(?:[A-Z]\.?-?){1,3}\Z")
_CAPITALISED_INSIDE: Final = re.compile(r"[a-z]{1,4}[-’'][A-ZÀ-ÞŞĞİŁŚŽČ]")
_MONTH_NAMES: Final = frozenset({"Jan", "Mar", "April", "May", "June", "August"})
_BEFORE_MONTHS: Final = frozenset(
    {
        "in",
        "since",
        "until",
        "till",
        "last",
        "next",
        "this",
        "of",
        "for",
        "from",
        "early",
        "late",
        "mid",
        "to",
        "and",
        "during",
        "through",
        "before",
        "after",
        "each",
        "every",
    }
)
_TRADES: Final = frozenset(
    {
        "Steel",
        "Motors",
        "Foods",
        "Airlines",
        "Airways",
        "Holdings",
        "Industries",
        "Insurance",
        "Energy",
        "Stores",
        "Mills",
        "Breweries",
        "Shipping",
        "Logistics",
    }
    | {
        "Pharmaceuticals",
        "Technologies",
        "Capital",
        "Records",
        "Pictures",
        "Mining",
        "Hotels",
        "Electric",
        "Mills",
        "Dynamics",
        "Telecom",
        "Textiles",
    }
)
_HYPHENED_NAME: Final = re.compile(r"[A-Z][a-z]+-[a-z]+\Z")
_COMPASS: Final = frozenset(
    {"eastern", "western", "northern", "southern", "central", "north", "south", "east", "west", "upper", "lower", "new"}
)
_NUMBER: Final = re.compile(r"[\d.,:/%$€£¥]*\d[\d.,:/%]*(?:st|nd|rd|th|m|bn|k)?\Z")
_NUMBER_WORDS: Final[Mapping[str, int]] = {
    word: number
    for number, word in enumerate(
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    )
}
# Offices that are also family names: after a given name they belong to it ('Stephen King').
_SURNAME_HEADS: Final = frozenset(
    {
        "king",
        "pope",
        "bishop",
        "judge",
        "dean",
        "major",
        "prince",
        "abbot",
        "deacon",
        "baron",
        "count",
        "earl",
        "duke",
        "chancellor",
        "constable",
        "sheriff",
        "marshal",
        "justice",
        "lord",
        "chief",
        "canon",
        "prior",
        "cook",
        "nun",
        "priest",
        "farmer",
        "fisher",
        "baker",
        "page",
        "marshall",
        "boss",
        "coach",
        "lama",
        "captain",
        "pilot",
        "fellow",
        "singer",
    }
)


@define(eq=False)
class Chunk:
    """A stretch of a unit: tokens ``[first:last)``."""

    kind: str
    first: int
    last: int
    start: int
    """Offset of its first character in the document."""
    end: int
    text: str
    low: str
    value: Any = None


class Chunker:
    """Cuts units into chunks; one for each document, as it remembers what the document capitalises."""

    def __init__(self, text: str, lists: Wordlists, units: Sequence[Unit], dates: Mapping[int, DateExpression]) -> None:
        self._text = text
        self._lists = lists
        self._dates = dates
        self._sets = lists.sets
        # Words with a capital where the grammar asks for none: evidence that they are names at the start of a sentence too.
        self._names = {word for unit in units for word in unit.words[1:] if word[0].isupper()}

    def chunks(self, unit: Unit) -> list[Chunk]:
        """Return the chunks of *unit*: every token belongs to exactly one."""
        out: list[Chunk] = []
        words = unit.words
        at, count = 0, len(words)
        self._heading = count > 3 and sum(word[0].isupper() for word in words) > 0.8 * count  # noqa: PLR2004
        plain, dates, starts, ends = self._lists.plain, self._dates, unit.starts, unit.ends
        while at < count:
            word = words[at]
            known = plain.get(word)
            if known is not None and starts[at] not in dates:
                # Two words in three: small words of grammar and common words that no lexicon knows.
                out.append(Chunk(known[0], at, at + 1, starts[at], ends[at], word, word, known[1]))
                at += 1
                continue
            chunk = self._chunk(unit, at, out)
            out.append(chunk)
            if (
                chunk.last == at + 1
                and chunk.kind in _CONTEXT_FREE
                and word.islower()
                and self._is_plain(word)
                and len(plain) < _MOST_PLAIN
            ):
                plain[word] = (chunk.kind, chunk.value)
            at = chunk.last
        return self._join(out, unit)

    def _is_plain(self, word: str) -> bool:
        """Tell whether no word around *word* can change its chunk."""
        return (
            word not in self._lists.common
            and word not in self._lists.proper
            and word not in self._lists.small
            and "-" not in word
            and word.isalpha()
            and word != "the"
        )

    def _make(self, unit: Unit, kind: str, first: int, last: int, value: Any = None) -> Chunk:
        start, end = unit.starts[first], unit.ends[last - 1]
        text = unit.words[first] if last == first + 1 else self._text[start:end]
        return Chunk(kind, first, last, start, end, text, text.lower(), value)

    def _chunk(self, unit: Unit, at: int, out: list[Chunk]) -> Chunk:
        words = unit.words
        word = words[at]
        if word == PLACEHOLDER:
            return self._make(unit, "Q", at, at + 1, unit.quotations[at])
        date = self._dates.get(unit.starts[at])
        if date is not None and date.text in _MONTH_NAMES and self._is_given_month(words, at):
            date = None
        if date is not None:
            last = at + 1
            while last < len(words) and unit.starts[last] < date.end:
                last += 1
            return self._make(unit, "D", at, last, date)
        mark = _PUNCTUATION.get(word)
        if mark is not None:
            return self._make(unit, mark, at, at + 1)
        low = word.lower()
        capital = word[0].isupper()
        if (
            capital
            or word[0] in "’'"
            or word in self._lists.small
            or _CAPITALISED_INSIDE.match(word)
            or (low == "the" and self._address_follows(words, at))
        ):
            found = self._proper(unit, at, out)
            if found is not None:
                return found
        found = self._common(unit, at, low, out, capital=capital)
        if found is not None:
            return found
        kind = self._lists.function.get(low)
        if kind is not None and not (capital and at and not self._heading and low != "i" and self._name_continues(words, at)):
            return self._make(unit, kind, at, at + 1, self._lists.verbs.get(low))
        verb = self._lists.verbs.get(low)
        if verb is not None and (not capital or at == 0 or out[-1].kind in {":", "-", "Q", "(", ","} or self._heading):
            named = word in self._names or word in self._sets["given_names"]
            if not (capital and named and at + 1 < len(words) and self._is_name_word(words[at + 1])):
                return self._make(unit, "v", at, at + 1, verb)
        if low in _NUMBER_WORDS:
            return self._make(unit, "#", at, at + 1, _NUMBER_WORDS[low])
        if word[0].isdigit() and _NUMBER.match(word):
            return self._make(unit, "#", at, at + 1, int(word) if word.isdigit() and len(word) < 4 else None)  # noqa: PLR2004
        if capital and out and out[-1].kind in "Ap" and "S" in self._lists.classes.get(low, "") and word not in self._sets["given_names"]:
            # 'Secretary for African Affairs Wendell Pettigrew': the field ends where the name begins
            return self._make(unit, "p", at, at + 1, word)
        if capital or _CAPITALISED_INSIDE.match(word):
            end = self._field_before_name(unit, at, out)
            if end > at:
                return self._make(unit, "p", at, end)
            return self._name(unit, at)
        return self._make(unit, "x", at, at + 1)

    @staticmethod
    def _address_follows(words: Sequence[str], at: int) -> bool:
        """Tell whether a form of address follows: 'the Hon.', 'the Rt Hon', 'the Most Rev.'."""
        return at + 1 < len(words) and words[at + 1] in _ADDRESSES

    def _field_before_name(self, unit: Unit, at: int, out: list[Chunk]) -> int:
        """Return where the field ends in 'Professor of Structural Engineering Lakshmi Varadarajan'; *at* where there is none."""
        if len(out) < 2 or out[-1].low not in {"of", "for"} or out[-2].kind != "h":  # noqa: PLR2004
            return at
        words = unit.words
        end = at
        while (
            end < len(words)
            and words[end][0].isupper()
            and words[end].lower() in self._lists.classes
            and words[end] not in self._sets["given_names"]
        ):
            end += 1
        named = end + 1 < len(words) and self._is_name_word(words[end]) and self._is_name_word(words[end + 1])
        return end if end > at and named else at

    def _name_continues(self, words: Sequence[str], at: int) -> bool:
        if at + 1 >= len(words) or not self._is_name_word(words[at + 1]):
            return False
        return words[at] in self._sets["given_names"] or words[at - 1] not in _OPENERS

    # Names of places, peoples and bodies that the lexicons hold.

    def _lexicon(self, unit: Unit, at: int) -> tuple[str, int, Any] | None:
        entries = self._lists.proper.get(unit.words[at])
        if entries is None:
            return None
        words = unit.words
        for rest, kind, value in entries:
            last = at + 1 + len(rest)
            if not rest or tuple(words[at + 1 : last]) == rest:
                return kind, last, value
        return None

    def _proper(self, unit: Unit, at: int, out: list[Chunk]) -> Chunk | None:
        found = self._lexicon(unit, at)
        if found is None:
            return None
        kind, last, value = found
        words = unit.words
        if words[at] == "M." and ((at and _INITIAL.match(words[at - 1])) or (at + 1 < len(words) and _INITIAL.match(words[at + 1]))):
            return None
        if (
            kind == "G"
            and last == at + 1
            and _is_small(value, self._lists)
            and not _is_locative(out)
            and not self._is_see(out)
            and not self._in_country(unit, at, value)
        ):
            return None
        if kind in "GA" and last == at + 1 and self._starts_person(unit, at, kind, value, out):
            return self._name(unit, at)
        if (
            kind == "G"
            and last == at + 1
            and at == 0
            and words[0].lower() in self._lists.classes
            and words[0] not in self._names
            and not (
                _is_country(value)
                and len(words) > 1
                and (words[1] in {",", "’s", "'s"} or words[1].lower() in self._lists.function or words[1].lower() in self._lists.verbs)
            )
        ):
            return None
        return self._make(unit, kind, at, last, value)

    def _starts_person(self, unit: Unit, at: int, kind: str, value: Any, out: list[Chunk]) -> bool:
        """Tell whether a one-word place name is rather a given name: 'Jordan Henderson', 'Santiago Peña'."""
        words = unit.words
        if at + 1 >= len(words) or not self._is_name_word(words[at + 1]):
            return False
        following = words[at + 1]
        after = self._lexicon(unit, at + 1)
        if after is not None and not (after[0] == "G" and after[1] == at + 2 and isinstance(after[2], Place) and after[2].kind == "city"):
            return False
        if any(entry[1] in "hpc" and not entry[0] for entry in self._lists.common.get(following.lower(), ())):
            return False
        if (
            out
            and out[-1].kind == "h"
            and not low_only(words[at - 1])
            and isinstance(value, Place)
            and value.kind == "city"
            and following.lower() not in self._lists.classes
        ):
            # 'Foreign Minister Washington Etcheverry'
            return True
        if (
            following in self._sets["organisation_nouns"]
            or following in self._sets["place_nouns"]
            or following in self._sets["event_nouns"]
        ):
            return False
        if at + 2 < len(words) and words[at + 2] in self._sets["organisation_nouns"]:
            return False
        if kind == "A":
            return words[at] in self._sets["given_names"] and not out
        if words[at] in self._sets["given_names"]:
            return not (following.isupper() and len(following) > 1)
        is_city = isinstance(value, Place) and value.kind == "city"
        return is_city and not _is_locative(out) and not following.isupper() and not self._is_see(out)

    @staticmethod
    def _is_see(out: list[Chunk]) -> bool:
        """Tell whether 'TITLE of' stands before: 'Archbishop of Canterbury Justin Welby'."""
        return len(out) > 1 and out[-1].low == "of" and out[-2].kind == "h"

    def _in_country(self, unit: Unit, at: int, value: Any) -> bool:
        """Tell whether 'TOWN, COUNTRY' follows."""
        if unit.words[at + 1 : at + 2] != [","] or at + 2 >= len(unit.words):
            return False
        after = self._lexicon(unit, at + 2)
        return (
            after is not None
            and isinstance(after[2], Place)
            and after[2].country == value.country
            and after[2].kind in {"country", "division"}
        )

    # Offices, honorifics, fields.

    def _common(self, unit: Unit, at: int, low: str, out: list[Chunk], *, capital: bool) -> Chunk | None:
        entries = self._lists.common.get(low)
        if entries is None:
            return self._ranked(unit, at, low)
        words = unit.words
        for rest, kind, value in entries:
            last = at + 1 + len(rest)
            if rest and tuple(word.lower() for word in words[at + 1 : last]) != rest:
                continue
            if (
                kind == "h"
                and capital
                and not rest
                and at
                and self._heading is False
                and words[at - 1][0].isupper()
                and low in _SURNAME_HEADS
            ):
                previous = words[at - 1]
                if (
                    self._is_name_word(previous)
                    and previous.lower() not in self._lists.common
                    and self._lexicon(unit, at - 1) is None
                    and previous.lower() not in self._lists.function
                ):
                    return self._make(unit, "N", at, last, words[at])
            if capital and at and not self._heading:
                if kind == "m" and not self._before_office(words, last):
                    continue
                if kind == "p" and out and out[-1].text in {"'", "’"} and words[at] in self._sets["organisation_nouns"]:
                    # 'the Allied Mineworkers' Union'
                    return self._make(unit, "O", at, last)
                if kind == "p" and (
                    self._body_follows(unit, at) or (words[at] in {"Bank", "Board"} and at + 2 < len(words) and words[at + 1] == "of")
                ):
                    return self._name(unit, at)
            if kind == "m" and not rest and low in self._lists.verbs and self._is_participle(words, last, low, out):
                continue
            if (
                kind == "p"
                and not rest
                and low in self._lists.verbs
                and out
                and (out[-1].kind in "uN" or out[-1].low == "to" or out[-1].low in _SUBJECT_PRONOUNS)
                and not self._before_office(words, at)
            ):
                # 'He lands in Doha', 'is to land', against 'the lands minister'
                continue
            if (
                kind == "h"
                and low == "official"
                and last < len(words)
                and words[last].islower()
                and self._lists.classes.get(words[last], "")[:1] in {"N", "S"}
            ):
                # 'an official visit', against 'an official said'
                continue
            if kind == "m" and low == "then" and not self._before_office(words, last) and self._starts_clause(words, last):
                # 'She then flies to', against 'the then Kenyan president'
                continue
            if (
                kind == "h"
                and capital
                and not rest
                and (
                    (low in {"general", "major"} and self._body_follows(unit, at))
                    or (low == "major" and at + 1 < len(words) and words[at + 1] in self._sets["organisation_nouns"])
                    or (at and not words[at - 1][0].isupper() and at + 1 < len(words) and words[at + 1] in _TRADES)
                )
            ):
                # 'the General Assembly', 'President Steel'
                return self._name(unit, at)
            if kind == "p" and not rest and low in self._lists.verbs and out and out[-1].kind == "u":
                # 'will lead'
                continue
            if (
                kind == "h"
                and not rest
                and (low in self._lists.verbs or low in _RANK_OR_ADJECTIVE)
                and not self._is_noun(unit, at, out, value)
            ):
                continue
            return self._make(unit, kind, at, last, value)
        return None

    def _starts_clause(self, words: Sequence[str], at: int) -> bool:
        return at < len(words) and (words[at].lower() in self._lists.verbs or words[at].lower() in self._lists.function)

    def _is_participle(self, words: Sequence[str], following: int, low: str, out: list[Chunk]) -> bool:
        """Tell 'was elected president', 'soldiers ousted President X' from 'the elected president', 'ousted president X'."""
        if low == "acting" and self._before_office(words, following):
            return False
        at = len(out) - 1
        while at >= 0 and out[at].kind == "r":
            if out[at].low in {"newly", "recently", "freshly", "democratically", "duly"} and (at == 0 or out[at - 1].kind != "u"):
                return False
            at -= 1
        if at < 0 or out[at].kind in "dsPmA:Qv-":
            return at >= 0 and out[at].low in {"he", "she", "they", "we", "it", "him", "her"} and not self._before_office(words, following)
        if out[at].kind == "u":
            # 'They are retired justice A and B'
            return not (
                low == "retired" and following < len(words) and (words[following][0].isupper() or self._before_office(words, following))
            )
        if out[at].kind == "f" and out[at].low not in {"who", "which", "that", "and", "but", "then"}:
            return False
        if out[at].kind == "," or out[at].low in {"and", "but"}:
            if low not in {"ousted", "deposed", "retired", "designated"}:
                return True
            return not self._before_office(words, following) and not (following < len(words) and words[following][0].isupper())
        return True

    def _ranked(self, unit: Unit, at: int, low: str) -> Chunk | None:
        """'Vice-Governor', 'deputy-mayor', 'co-captain': a rank joined to an office by a hyphen."""
        rank, hyphen, office = low.partition("-")
        if not hyphen or rank not in {"vice", "deputy", "co", "sub", "under", "pro", "assistant", "joint"}:
            return None
        for rest, kind, value in self._lists.common.get(office, ()):
            if kind == "h" and not rest:
                return self._make(unit, "h", at, at + 1, Head(f"{rank}-{value.name}", value.group, value.plural))
        return None

    def _office_at(self, words: Sequence[str], at: int) -> bool:
        """Tell whether the words from *at* on name an office."""
        return any(
            kind == "h" and (not rest or tuple(word.lower() for word in words[at + 1 : at + 1 + len(rest)]) == rest)
            for rest, kind, _ in self._lists.common.get(words[at].lower(), ())
        )

    def _before_office(self, words: Sequence[str], at: int) -> bool:
        """Tell whether an office follows: 'Former Prime Minister' is no name, 'Young' in 'Stuart Young' is one."""
        for word in words[at : at + 4]:
            entries = self._lists.common.get(word.lower())
            if entries is None:
                return False
            if any(entry[1] == "h" and not entry[0] for entry in entries) or any(entry[1] == "h" and entry[0] for entry in entries):
                return True
        return False

    def _body_follows(self, unit: Unit, at: int) -> bool:
        """Tell whether a capitalised run starting here ends in an organisation's or event's noun: 'National Police'."""
        words = unit.words
        last = at
        while last + 1 < len(words) and words[last + 1][0].isupper() and self._dates.get(unit.starts[last + 1]) is None:
            last += 1
            if any(entry[1] == "h" and not entry[0] for entry in self._lists.common.get(words[last].lower(), ())):
                return False
        return last > at and (words[last] in self._sets["organisation_nouns"] or words[last] in self._sets["event_nouns"])

    def _is_noun(self, unit: Unit, at: int, out: list[Chunk], head: Head) -> bool:
        """Tell 'the host', 'CARICOM chair' from 'hosts a summit', 'who heads', 'will chair'."""
        words = unit.words
        previous = out[-1] if out else None
        following = words[at + 1].lower() if at + 1 < len(words) else ""
        if (
            words[at] in _RANK_OR_ADJECTIVE
            and previous is not None
            and previous.low == "the"
            and (following in {",", "who", "’s", "'s"} or following in self._sets["auxiliaries"])
        ):
            return True
        if low_only(words[at]) and words[at] in _RANK_OR_ADJECTIVE and not (at + 1 < len(words) and words[at + 1][0].isupper()):
            # 'the general toured', against 'the general election'
            acts = self._lists.verbs.get(following)
            return (
                previous is not None
                and previous.low == "the"
                and (
                    (
                        acts is not None
                        and acts.form in {"past", "past/participle", "s"}
                        and "N" not in self._lists.classes.get(following, "")
                    )
                    or self._lists.function.get(following) == "u"
                )
            )
        if previous is None:
            return following != "of" or not words[at].lower().endswith("ing")
        if previous.low == "as" and following == "of":
            return True
        back = len(out) - 1
        while back > 0 and out[back].kind == "r":
            back -= 1
        if out[back].low in {"is", "was", "are", "were", "be", "been", "’s", "'s", "no"} and out[back].kind in "ud":
            return True
        if (
            previous.low == "and"
            and low_only(words[at])
            and words[at] in {"captain", "coach"}
            and at + 1 < len(words)
            and self._is_name_word(words[at + 1])
        ):
            return True
        if previous.kind in "ur" or previous.low in {"who", "which", "that", "to", "and"}:
            return following == "of" and previous.kind != "u" and previous.low == "and"
        if previous.kind in "dPspmA":
            return previous.kind != "P" or previous.low in self._sets["possessives"]
        if head.plural:
            return following == "of" or previous.kind not in "NGOP"
        return True

    # Names by their form.

    def _is_given_month(self, words: Sequence[str], at: int) -> bool:
        """Tell whether a month's name is somebody's: 'Jan Kok', 'by April Jones', against 'in May Rubio went'."""
        if at + 1 >= len(words) or not self._is_name_word(words[at + 1]) or words[at + 1].lower() in self._lists.function:
            return False
        before = words[at - 1].lower() if at else ""
        return before not in _BEFORE_MONTHS and words[at + 1] not in _MONTH_NAMES

    def _is_name_word(self, word: str) -> bool:
        return (word[0].isupper() and word not in _PUNCTUATION) or bool(_CAPITALISED_INSIDE.match(word))

    def _name(self, unit: Unit, at: int) -> Chunk:
        words = unit.words
        lists, sets = self._lists, self._sets
        first_low = words[at].lower()
        opens = at == 0 or words[at - 1] in {":", "•", "*", "“", '"', "—", "–"}
        if opens and self._ordinary(words, at, first_low):
            return self._make(unit, "x", at, at + 1)
        last = at + 1
        count = len(words)
        while last < count:
            word = words[last]
            low = word.lower()
            if self._dates.get(unit.starts[last]) is not None or word == PLACEHOLDER:
                break
            if (
                at
                and words[at - 1] in {"of", "for", "on"}
                and low not in lists.classes
                and any(entry[1] == "p" and not entry[0] for entry in lists.common.get(words[last - 1].lower(), ()))
            ):
                # 'Director of Multilateral Affairs Ijeoma Clarke'
                break
            if self._is_name_word(word):
                if (
                    low in lists.function
                    and word not in sets["given_names"]
                    and low not in sets["name_particles"]
                    and not (last + 1 < count and self._is_name_word(words[last + 1]))
                ):
                    break
                entries = lists.common.get(low)
                if entries is not None and (
                    self._office_at(words, last) or (any(entry[1] == "m" for entry in entries) and self._before_office(words, last + 1))
                ):
                    # 'Stephen King' but 'Toyota President', 'Barcelona Captain'
                    is_last = last + 1 >= count or not self._is_name_word(words[last + 1])
                    if not (low in _SURNAME_HEADS and is_last and last == at + 1 and self._looks_given(words[at])):
                        break
                found = self._lexicon(unit, last) if word != "M." else None
                if found is not None:
                    kind, end, _ = found
                    single = end == last + 1
                    if (
                        kind == "G"
                        and single
                        and last == at + 1
                        and self._looks_given(words[at])
                        and words[at] not in sets["organisation_nouns"]
                    ):
                        last = end
                        continue
                    if kind == "G" and single and last > at + 1 and not _is_country(found[2]) and words[last - 1] not in {",", "in"}:
                        last = end
                        continue
                    if kind == "O" and single and word in sets["organisation_nouns"]:
                        last = end
                        continue
                    if kind in "OGAhc":
                        break
                last += 1
                continue
            if word in sets["name_particles"] and last + 1 < count:
                after = last + 1
                while after < count and words[after] in sets["name_particles"]:
                    after += 1
                if (
                    after < count
                    and self._is_name_word(words[after])
                    and words[after].lower() not in lists.function
                    and (
                        word not in {"e", "i", "y", "la", "le", "do", "te", "ten", "us", "wa"} or words[after - 1] in sets["name_particles"]
                    )
                ):
                    if self._lexicon(unit, after) is not None and self._lexicon(unit, after)[0] == "O":  # type: ignore[index]  # tested just before
                        break
                    last = after + 1
                    continue
                break
            if (
                word in _NICKNAME_MARKS
                and last + 3 < count
                and words[last + 2] in _NICKNAME_MARKS
                and self._is_name_word(words[last + 1])
                and self._is_name_word(words[last + 3])
            ):
                last += 4
                continue
            if word in {"'", "’"} and last + 1 < count and not words[last - 1].endswith("s") and self._is_name_word(words[last + 1]):
                # 'Achieng' Nyabola': a possessive of a name without -s is written 's
                last += 2
                continue
            if word == "&" and last + 1 < count and self._is_name_word(words[last + 1]):
                last += 2
                continue
            if (
                word == "."
                and last + 1 < count
                and len(words[last - 1]) == 1
                and unit.starts[last] == unit.ends[last - 1]
                and self._is_name_word(words[last + 1])
            ):
                last += 1
                continue
            break
        return self._typed(unit, at, last)

    def _looks_given(self, word: str) -> bool:
        return len(word) > 2 and word[1:].islower() and word not in self._sets["place_nouns"]  # noqa: PLR2004

    def _ordinary(self, words: Sequence[str], at: int, low: str) -> bool:
        """Tell whether the capital of the first word is only the sentence's."""
        following = words[at + 1] if at + 1 < len(words) else ""
        if low in self._sets["name_particles"] and (following[:1].isupper() or following in self._sets["name_particles"]):
            # 'De la Puente', 'Van den Heuvel', 'Al Thani'
            return False
        known = low in self._lists.classes or low in self._lists.verbs or low in self._lists.function
        if not known:
            # An unknown word before a lower-case one is a name ('Mottley said'), except for -ly adverbs and the like.
            return low.endswith("ly") and following[:1].islower() and following not in self._sets["name_particles"]
        if words[at] in self._sets["given_names"]:
            return not (following[:1].isupper() and following.lower() not in self._lists.function)
        if following[:1].isupper() and (_HYPHENED_NAME.match(following) or low in _COMPASS):
            # 'Lee Hae-won', 'Eastern Highlands'
            return False
        return words[at] not in self._names

    def _typed(self, unit: Unit, first: int, last: int) -> Chunk:
        words = unit.words[first:last]
        sets = self._sets
        final = words[-1]
        titled = len(words)
        while titled > 2 and words[titled - 1] in sets["postnominals"]:  # noqa: PLR2004  # a name and its letters
            titled -= 1
        if titled < len(words):
            name = self._text[unit.starts[first] : unit.ends[first + titled - 1]]
            return self._make(unit, "N", first, last, " ".join(name.split()))
        if final in sets["name_suffixes"] and len(words) > 1:
            return self._make(unit, "N", first, last, " ".join(self._text[unit.starts[first] : unit.ends[last - 1]].split()))
        if final in sets["event_nouns"] and (len(words) > 1 or final not in sets["organisation_nouns"]):
            return self._make(unit, "E", first, last, " ".join(words))
        if final in sets["organisation_nouns"] or words[0] in {"Bank", "University", "Ministry", "Department", "Office", "Bureau"}:
            return self._make(unit, "O", first, last)
        if (final in sets["place_nouns"] and len(words) > 1) or (
            words[0] in {"Mount", "Lake", "Port", "Fort", "Cape", "Camp", "Rio", "Puerto", "Upper", "Lower"} and len(words) > 1
        ):
            return self._make(unit, "G", first, last)
        if "&" in words:
            return self._make(unit, "O", first, last)
        if len(words) == 1 and len(final) > 1 and final.isupper() and "." not in final[1:]:
            return self._make(unit, "O", first, last)
        if len(words) == 1 and any(char.isdigit() for char in final):
            return self._make(unit, "x", first, last)
        return self._make(unit, "N", first, last, " ".join(self._text[unit.starts[first] : unit.ends[last - 1]].split()))

    # Longer names out of several chunks: 'Bank of Jamaica', 'Haitian National Police', 'Ministry of Trade and Industry'.

    def _join(self, chunks: list[Chunk], unit: Unit) -> list[Chunk]:
        out: list[Chunk] = []
        at, count = 0, len(chunks)
        while at < count:
            chunk = chunks[at]
            if (
                chunk.kind == "O"
                and out
                and out[-1].kind in "GA"
                and not isinstance(chunk.value, Body)
                and out[-1].last == chunk.first
                and out[-1].text[0].isupper()
            ):
                previous = out.pop()
                chunk = self._make(unit, "O", previous.first, chunk.last)
            if (
                chunk.kind == "O"
                and out
                and out[-1].kind == "O"
                and isinstance(out[-1].value, Body)
                and not isinstance(chunk.value, Body)
                and chunk.text.split()[-1] in self._sets["organisation_nouns"]
            ):
                # 'African Union Commission', 'Senate Foreign Relations Committee'
                chunk = self._make(unit, "O", out.pop().first, chunk.last)
            if chunk.kind == "O" and len(out) > 1 and out[-1].text in {"'", "’"} and out[-2].kind in "Nx" and out[-2].text.endswith("s"):
                # 'Fishers' Federation'
                out.pop()
                chunk = self._make(unit, "O", out.pop().first, chunk.last)
            if (
                chunk.kind == "N"
                and out
                and out[-1].kind == "A"
                and chunk.last - chunk.first == 1
                and chunk.text in self._sets["organisation_nouns"]
            ):
                chunk = self._make(unit, "O", out.pop().first, chunk.last)
            if chunk.kind == "O" and (
                not isinstance(chunk.value, Body)
                or chunk.text in {"Parliament", "Congress", "Senate", "Treasury", "National Assembly", "Commonwealth"}
            ):
                end = self._of_chain(chunks, at + 1, chunk)
                if end > at + 1:
                    chunk = self._make(unit, "O", chunk.first, chunks[end - 1].last)
                    at = end - 1
            out.append(chunk)
            at += 1
        return out

    def _of_chain(self, chunks: Sequence[Chunk], at: int, head: Chunk) -> int:
        """Return the index after 'of the X and Y' behind an organisation's noun."""
        end = at
        count = len(chunks)
        final = head.text.split()[-1]
        if final not in self._sets["organisation_nouns"] or final in {
            "Times",
            "Post",
            "United",
            "City",
            "News",
            "Inc",
            "Ltd",
            "plc",
            "Police",
        }:
            return at
        while end < count and chunks[end].low in {"of", "for", "on"}:
            if chunks[end].low == "on" and final not in {"Council", "Committee", "Commission"}:
                break
            after = end + 1
            if after < count and chunks[after].low == "the":
                after += 1
            if after >= count or not (chunks[after].kind in "GNOEA" or (chunks[after].kind in "phx" and chunks[after].text[0].isupper())):
                break
            end = after + 1
            while end < count:
                nxt = chunks[end]
                capital = nxt.kind in "phxNOG" and nxt.text[:1].isupper()
                if capital and chunks[end - 1].kind in "phxNA" and not (nxt.kind == "N" and nxt.last - nxt.first > 1) and nxt.kind != "h":
                    end += 1
                    continue
                joins = (
                    nxt.low in {"and", "&", ","} and end + 1 < count and chunks[end + 1].kind in "px" and chunks[end + 1].text[0].isupper()
                )
                if joins and final in {
                    "Ministry",
                    "Department",
                    "Office",
                    "Committee",
                    "Council",
                    "Institute",
                    "Bureau",
                    "Commission",
                    "Board",
                }:
                    end += 2
                    continue
                break
            if end < count and chunks[end].low == "of":
                continue
            break
        return end


_SUBJECT_PRONOUNS: Final = frozenset({"he", "she", "they", "i", "we", "who", "it"})
_ADDRESSES: Final = frozenset({"Hon", "Hon.", "Honourable", "Honorable", "Rt", "Rt.", "Right", "Most", "Very", "Rev", "Rev.", "Reverend"})
_CONTEXT_FREE: Final = frozenset("xvfurd#P")
_MOST_PLAIN: Final = 50_000
_RANK_OR_ADJECTIVE: Final = frozenset(
    {"major", "general", "count", "prior", "justice", "canon", "lord", "principal", "elder", "rector", "private"}
)


def low_only(word: str) -> bool:
    """Tell whether *word* is written in lower case."""
    return word[0].islower()


def _is_locative(out: list[Chunk]) -> bool:
    """Tell whether a preposition of place stands before; 'according to' is none."""
    if not out or out[-1].low not in _LOCATIVE:
        return False
    return not (out[-1].low == "to" and len(out) > 1 and out[-2].low == "according")


_LOCATIVE: Final = frozenset(
    {
        "in",
        "at",
        "to",
        "from",
        "near",
        "via",
        "into",
        "towards",
        "toward",
        "visit",
        "visited",
        "visits",
        "visiting",
        "outside",
        "reach",
        "reached",
        "leaving",
        "left",
        "through",
        "across",
        "around",
    }
)


def _is_small(value: Any, lists: Wordlists) -> bool:
    # The name of a lesser town is as often a person's; it counts as a place only where the words around it say so.
    return isinstance(value, Place) and value.kind == "city" and value.name not in lists.sets["large_cities"]


def _is_country(value: Any) -> bool:
    return isinstance(value, Place) and value.kind == "country"


__all__ = ["Body", "Chunk", "Chunker", "Head", "VerbForm"]
