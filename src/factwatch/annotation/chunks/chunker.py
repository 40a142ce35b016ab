"""Cuts a unit into chunks, word by word."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from factwatch.annotation.chunks.asides import fold
from factwatch.annotation.chunks.compound import compound_end
from factwatch.annotation.chunks.ground import CAPITALISED_INSIDE, Ground
from factwatch.annotation.chunks.joining import join
from factwatch.annotation.chunks.model import Chunk
from factwatch.annotation.chunks.names import is_given_month, name_chunk, name_continues
from factwatch.annotation.chunks.offices import office_or_field
from factwatch.annotation.chunks.places import place_or_body
from factwatch.annotation.chunks.runs import field_end, owner_end
from factwatch.annotation.chunks.whole import whole_end
from factwatch.annotation.chunks.words import (
    ADDRESSES,
    BODY_FIELDS,
    BODY_OPENINGS,
    CAPITAL_JOURNEYS,
    CAPITAL_VISITS,
    CLUB_OPENINGS,
    INDEFINITE,
    MARKS,
    MONTH_NAMES,
    NUMBER_WORDS,
    RANK_LETTERS,
    SMALL_SURNAMES,
    WEAK_PARTICLES,
)
from factwatch.annotation.units import PLACEHOLDER, Unit
from factwatch.annotation.wordlists import Wordlists

if TYPE_CHECKING:
    from factwatch.annotation.dates import DateExpression

_NUMBER: Final = re.compile(r"[\d.,:/%$€£¥]*\d[\d.,:/%]*(?:st|nd|rd|th|m|bn|k)?\Z")
_CONTEXT_FREE: Final = frozenset("xvfurd#P,.;:-()s")
_BODY_WORDS: Final = BODY_OPENINGS | BODY_FIELDS
_LEADING: Final = frozenset({"of", "for", "on", "against"})
_OPENING_WORDS: Final = 4
"""A body's name has no more words before 'of'."""
_MOST_PLAIN: Final = 50_000
_FOREIGN: Final = "\u0370"
"""The first letter that is not Latin."""
_SCRIPT: Final = 8
"""No name in another script has more words."""


class Chunker:
    """Cuts units into chunks; one for each document, as it remembers what the document capitalises."""

    def __init__(self, text: str, lists: Wordlists, units: Sequence[Unit], dates: Mapping[int, DateExpression]) -> None:
        self._ground = Ground(text, lists, units, dates)

    def chunks(self, unit: Unit) -> list[Chunk]:
        """Return the chunks of *unit*: every token belongs to exactly one."""
        out: list[Chunk] = []
        words = unit.words
        at, count = 0, len(words)
        self._ground.heading = count > 3 and len([1 for word in words if word[0].isupper()]) > 0.8 * count  # noqa: PLR2004
        plain, dates, starts, ends = self._ground.lists.plain, self._ground.dates, unit.starts, unit.ends
        while at < count:
            word = words[at]
            if word == "(" and (behind := _behind_script(words, at)):
                at = behind
                continue
            known = plain.get(word)
            if known is not None and starts[at] not in dates and not (word == "the" and _address_follows(words, at)):
                # Three words in four: marks, small words of grammar and common words that no lexicon knows.
                out.append(Chunk(known[0], at, at + 1, starts[at], ends[at], word, word, known[1]))
                at += 1
                continue
            chunk = _chunk(self._ground, unit, at, out)
            out.append(chunk)
            if chunk.last == at + 1 and chunk.kind in _CONTEXT_FREE and _is_plain(self._ground, word) and len(plain) < _MOST_PLAIN:
                plain[word] = (chunk.kind, chunk.value)
            at = chunk.last
            if chunk.kind == "c" and at < count and words[at] in SMALL_SURNAMES and _stands_alone(words, at):
                # 'Mr Were', 'Ms May'
                out.append(self._ground.make(unit, "N", at, at + 1))
                at += 1
        return fold(self._ground, join(self._ground, out, unit), unit)


def _stands_alone(words: Sequence[str], at: int) -> bool:
    """Tell whether no further capital follows the one at *at*: 'Mr Were said'."""
    return at + 1 >= len(words) or not words[at + 1][0].isupper()


def _behind_script(words: Sequence[str], at: int) -> int:
    """Return the index after brackets that hold a name in its own script, 'Ma Ying-jeou (馬英九)'; 0 for none."""
    if at + 1 >= len(words) or words[at + 1][0] < _FOREIGN or not words[at + 1][0].isalpha():
        return 0
    return next((index + 1 for index in range(at + 2, min(len(words), at + _SCRIPT)) if words[index] == ")"), 0)


def _is_plain(ground: Ground, word: str) -> bool:
    """Tell whether no word around *word* can change its chunk; 'the' with a form of address is looked at each time."""
    lists = ground.lists
    if word in MARKS:
        return True
    if not (word.isalpha() and word.islower()) or word in lists.common or word in lists.small:
        return False
    return word not in lists.proper or word == "the"


def _chunk(ground: Ground, unit: Unit, at: int, out: list[Chunk]) -> Chunk:
    words = unit.words
    word = words[at]
    if word == PLACEHOLDER:
        return ground.make(unit, "Q", at, at + 1, unit.quotations[at])
    if (word in CAPITAL_VISITS and at + 1 < len(words) and words[at + 1] in CAPITAL_JOURNEYS) or (
        word in CAPITAL_JOURNEYS and at and words[at - 1] in CAPITAL_VISITS
    ):
        # 'paid a State Visit to Angola'
        return ground.make(unit, "x", at, at + 1)
    date = ground.dates.get(unit.starts[at])
    if date is not None and date.text in MONTH_NAMES and is_given_month(ground, words, at):
        date = None
    if date is not None and out and out[-1].kind == "c" and at + 1 < len(words) and ground.is_name_word(words[at + 1]):
        # 'Mr Sunday Adole'
        date = None
    if date is not None:
        last = at + 1
        while last < len(words) and unit.starts[last] < date.end:
            last += 1
        return ground.make(unit, "D", at, last, date)
    mark = MARKS.get(word)
    if mark is not None:
        return ground.make(unit, mark, at, at + 1)
    low = word.lower()
    capital = word[0].isupper()
    if word in RANK_LETTERS and _is_rank_of(ground, words, at):
        return ground.make(unit, "c", at, at + 1, word)
    if capital and not at and _begins_body(ground, words):
        return name_chunk(ground, unit, at, sure=True)
    if capital:
        end = compound_end(ground, unit, at, out) or owner_end(ground, unit, at, out) or whole_end(ground, unit, at)
        if not end and word in CLUB_OPENINGS and _names_club(ground, words, at):
            end = at + 2
        if end:
            return ground.make(unit, "O", at, end)
    if (
        capital
        or word[0] in "’'"
        or word in ground.lists.small
        or CAPITALISED_INSIDE.match(word)
        or (low == "the" and _address_follows(words, at))
    ):
        found = place_or_body(ground, unit, at, out)
        if found is not None:
            return found
    found = office_or_field(ground, unit, at, low, out, capital=capital)
    if found is not None:
        return found
    kind = ground.lists.function.get(low)
    shouted = len(word) > 1 and word.isupper()
    if kind is not None and (shouted or not (capital and not ground.heading and low != "i" and name_continues(ground, words, at))):
        return ground.make(unit, kind, at, at + 1, ground.lists.verbs.get(low))
    verb = ground.lists.verbs.get(low)
    if verb is not None and (not capital or at == 0 or out[-1].kind in {":", "-", "Q", "(", ","} or ground.heading):
        named = word in ground.names or word in ground.sets["given_names"]
        if not (capital and named and at + 1 < len(words) and _name_goes_on(ground, words[at + 1])):
            return ground.make(unit, "v", at, at + 1, verb)
    if low in NUMBER_WORDS:
        return ground.make(unit, "#", at, at + 1, NUMBER_WORDS[low])
    if word[0].isdigit() and _NUMBER.match(word):
        return ground.make(unit, "#", at, at + 1, int(word) if word.isdigit() and len(word) < 4 else None)  # noqa: PLR2004
    if capital or CAPITALISED_INSIDE.match(word):
        people = out and out[-1].kind in "Ap" and "S" in ground.lists.classes.get(low, "") and word not in ground.sets["first_names"]
        if people and not ground.body_follows(unit, at):
            # 'the Kenyan Elders': no name begins here
            return ground.make(unit, "p", at, at + 1, word)
        end = field_end(ground, unit, at, out) if out else at
        if end > at:
            return ground.make(unit, "p", at, end)
        name = name_chunk(ground, unit, at)
        return ground.make(unit, "x", at, name.last) if _is_one_of_many(ground, unit, name, out) else name
    return ground.make(unit, "x", at, at + 1)


def _is_one_of_many(ground: Ground, unit: Unit, name: Chunk, out: Sequence[Chunk]) -> bool:
    """Tell whether a name is a thing's that there are more of: 'received his Ph.D.', 'bought a Corvette', against 'a Castro ally'."""
    if name.kind != "N" or not out or (out[-1].low not in INDEFINITE | ground.sets["possessives"]):
        return False
    if unit.words[name.first] in ground.sets["first_names"]:
        return False
    following = unit.words[name.last] if name.last < len(unit.words) else "."
    return not following[0].isalpha() or following.lower() in ground.lists.function


def _name_goes_on(ground: Ground, word: str) -> bool:
    """Tell whether *word* can follow a given name: 'Mark Berg', 'Mark van den Berg'."""
    return ground.is_name_word(word) or (word in ground.sets["name_particles"] and word not in WEAK_PARTICLES)


def _begins_body(ground: Ground, words: Sequence[str]) -> bool:
    """Tell whether a sentence begins with the name of a body: 'Port Authority of Colombo chairman A', 'National Union of Teachers'."""
    for at in range(1, min(_OPENING_WORDS, len(words) - 2)):
        if not words[at][0].isupper():
            return False
        if (words[at] in _BODY_WORDS or words[at] in ground.sets["organisation_nouns"]) and words[at + 1].lower() in _LEADING:
            before = words[0].lower()
            office = any(
                kind in "mh" and tuple(word.lower() for word in words[1 : 1 + len(rest)]) == rest
                for rest, kind, _ in ground.lists.common.get(before, ())
            )
            return words[at + 2][0].isupper() and not ground.heading and not office and before not in ground.lists.function
    return False


def _is_rank_of(ground: Ground, words: Sequence[str], at: int) -> bool:
    """Tell whether letters are the rank of the one named behind them: 'SP Grace Bello', against 'SP leader A'."""
    if at + 1 >= len(words) or not ground.looks_given(words[at + 1]) or words[at + 1].isupper():
        return False
    low = words[at + 1].lower()
    return low not in ground.lists.common and low not in ground.lists.function and ground.lexicon_kind(words[at + 1]) in {"", "G"}


def _names_club(ground: Ground, words: Sequence[str], at: int) -> bool:
    """Tell whether 'Athletic', 'Real' or 'FC' begins a club's name."""
    if at + 1 >= len(words) or not words[at + 1][0].isupper() or words[at + 1].isupper():
        return False
    following = words[at + 1].lower()
    return following not in ground.lists.classes and following not in ground.lists.common and following not in ground.lists.function


def _address_follows(words: Sequence[str], at: int) -> bool:
    """Tell whether a form of address follows: 'the Hon.', 'the Rt Hon', 'the Most Rev.'."""
    return at + 1 < len(words) and words[at + 1] in ADDRESSES
