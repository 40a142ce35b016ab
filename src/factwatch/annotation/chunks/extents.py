"""How far a name goes: the run of words with capitals, particles and marks that belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import define

from factwatch.annotation.chunks.ground import Ground
from factwatch.annotation.chunks.model import is_country
from factwatch.annotation.chunks.words import (
    COMPASS,
    INNER_HEADS,
    LEVELS,
    NICKNAME_MARKS,
    PLACE_OPENINGS,
    POSSESSIVES,
    RANKING,
    SAINTS,
    SURNAME_HEADS,
    WEAK_PARTICLES,
)
from factwatch.annotation.units import PLACEHOLDER, Unit
from factwatch.annotation.wordlists import Entry


def name_end(ground: Ground, unit: Unit, at: int) -> int:
    """Return the index after the last word of the name that begins at *at*."""
    run = _Run(ground, unit, at, at + 1)
    while run.last < len(unit.words) and not _is_beyond(run):
        if ground.is_name_word(unit.words[run.last]):
            goes_on = _over_word(run)
        else:
            goes_on = _over_particles(run) if unit.words[run.last] in ground.sets["name_particles"] else _over_mark(run)
        if not goes_on:
            break
    return run.last


@define(eq=False)
class _Run:
    """Words that have been found to belong to a name, and the one that is looked at: *last*."""

    ground: Ground
    unit: Unit
    at: int
    last: int

    @property
    def words(self) -> Sequence[str]:
        return self.unit.words

    @property
    def word(self) -> str:
        return self.unit.words[self.last]

    @property
    def low(self) -> str:
        return self.unit.words[self.last].lower()

    @property
    def is_second(self) -> bool:
        """Whether the word would be the second one of the name."""
        return self.last == self.at + 1

    @property
    def before(self) -> str:
        """The word before the name; an empty one at the start."""
        return self.unit.words[self.at - 1] if self.at else ""

    def is_name(self, index: int) -> bool:
        """Tell whether the word at *index* looks like one of a name."""
        return index < len(self.unit.words) and self.ground.is_name_word(self.unit.words[index])

    def take(self, end: int) -> bool:
        """Go on at *end*; what is before belongs to the name."""
        self.last = end
        return True

    def end_at(self, end: int) -> bool:
        """End the name before *end*."""
        self.last = end
        return False


def _is_beyond(run: _Run) -> bool:
    """Tell whether the word cannot belong to the name, whatever it looks like."""
    ground, words, last = run.ground, run.words, run.last
    if ground.dates.get(run.unit.starts[last]) is not None or run.word in {PLACEHOLDER, "Against"}:
        return True
    if not run.is_second and words[last - 1] in ground.sets["name_suffixes"] and not words[last - 1].isupper():
        # 'President A Jr. Online posts ...'
        return True
    entries = ground.lists.common.get(words[last - 1].lower(), ()) if run.before in {"of", "for", "on"} else ()
    if run.low not in ground.lists.classes and any(kind == "p" and not rest for rest, kind, _value in entries):
        # 'Director of Multilateral Affairs Ijeoma Clarke'
        return True
    if run.low in COMPASS and run.before == "for" and _full_name_follows(ground, words, last + 1):
        # 'MP for Gulu East Hellen Auma'
        run.last += 1
        return True
    return False


def _over_word(run: _Run) -> bool:
    """Go over a word with a capital, where it belongs to the name."""
    ground, words, last, low = run.ground, run.words, run.last, run.low
    if _is_small_word(run):
        return False
    if run.word in ground.sets["postnominals"] and not run.is_second and not (last + 1 < len(words) and words[last + 1][0].isupper()):
        # 'Jonty Ravenscroft MP'
        return run.take(last + 1)
    if words[last - 1].isupper() and low in RANKING and ground.before_office(words, last + 1):
        # 'DA Shadow Minister of Police A'
        return False
    if low in LEVELS and last + 1 < len(words) and ground.office_at(words, last + 1):
        # 'Magallanes Regional Governor A'
        return False
    entries = ground.lists.common.get(low)
    if entries is not None:
        held = any(entry[1] == "m" for entry in entries) and ground.before_office(words, last + 1)
        if held or ground.office_at(words, last):
            verdict = _over_office(run, entries)
            if verdict is not None:
                return verdict
    found = ground.lexicon(run.unit, last) if run.word != "M." else None
    verdict = None if found is None else _over_entry(run, *found)
    return run.take(last + 1) if verdict is None else verdict


def _is_small_word(run: _Run) -> bool:
    """Tell whether a small word of grammar has a capital by chance; not in 'Speaker Anita Among has', 'Enn Must said'."""
    ground, words, last = run.ground, run.words, run.last
    if run.low not in ground.lists.function or run.word in ground.sets["given_names"] or run.low in ground.sets["name_particles"]:
        return False
    if run.is_name(last + 1):
        return False
    return not (ground.looks_given(words[last - 1]) and not ground.heading and _is_surname(ground, words, last))


def _over_office(run: _Run, entries: Sequence[Entry]) -> bool | None:
    """Tell 'Stephen King' from 'Toyota President', 'Barcelona Captain'; None where the word may belong to the name."""
    ground, words, at, last, word, low = run.ground, run.words, run.at, run.last, run.word, run.low
    sets, count = ground.sets, len(run.words)
    is_last = not run.is_name(last + 1)
    if run.is_second and word in sets["organisation_nouns"] and word.endswith("s"):
        behind_the = is_last and run.before in {"the", "The"}
        if behind_the or (last + 1 < count and words[last + 1][0].isupper() and ground.office_at(words, last + 1)):
            # 'the Otago Kings', 'Otago Kings Captain A'
            return run.end_at(last + 1)
    first = words[at] in sets["first_names"]
    if low in INNER_HEADS and first and not is_last:
        # 'Hassan Sheikh Mohamud'
        return run.take(last + 1)
    posted = not run.is_second and at > 0 and ground.office_at(words, at - 1)
    weak = (first or posted) and all(entry[1] == "h" and entry[2].group == "weak" for entry in entries)
    surname = (low in SURNAME_HEADS or weak) and is_last and ground.looks_given(words[at])
    alone = weak or (low in INNER_HEADS and first)
    behind = last + 1 < count and (words[last + 1] not in {"of", ","} or (alone and words[last + 1] == ","))
    return None if surname and (run.is_second or behind) else False


def _over_entry(run: _Run, kind: str, end: int, value: Any) -> bool | None:
    """Go over a place, people or body of the lexicon, where that is a part of the name; None where it is no matter."""
    ground, words, at, last = run.ground, run.words, run.at, run.last
    single = end == last + 1
    if kind == "G" and run.is_second:
        initial = len(words[at].rstrip(".")) == 1 and words[at].isupper() and not is_country(value)
        if single and (ground.looks_given(words[at]) or initial) and words[at] not in ground.sets["organisation_nouns"]:
            return run.take(end)
        if words[at] in PLACE_OPENINGS or (words[at] in SAINTS and single):
            # 'Lake Chad Compact', 'St Mary', which is a town of Turkmenistan too
            return run.take(end)
    elif kind == "G" and single and not is_country(value) and words[last - 1] not in {",", "in"}:
        return run.take(end)
    if kind == "O" and single and run.word in ground.sets["organisation_nouns"]:
        return run.take(end)
    if kind == "c" and single and not run.is_name(last + 1) and "." not in run.word:
        # 'Aden Haji': a form of address that is a family name
        return run.end_at(end)
    return False if kind in "OGAhc" else None


def _over_particles(run: _Run) -> bool:
    """Go over 'van der' and the name behind it."""
    ground, words = run.ground, run.words
    after = run.last + 1
    while after < len(words) and words[after] in ground.sets["name_particles"]:
        after += 1
    if not run.is_name(after) or words[after].lower() in ground.lists.function:
        return False
    if run.word in WEAK_PARTICLES and words[after - 1] not in ground.sets["name_particles"]:
        return False
    found = ground.lexicon(run.unit, after)
    return False if found is not None and found[0] == "O" else run.take(after + 1)


def _over_mark(run: _Run) -> bool:
    """Go over a nickname in quotation marks, a possessive inside a name, '&' and the stop of an initial, where a name goes on behind it."""
    words, last, word = run.words, run.last, run.word
    quoted = word in NICKNAME_MARKS and last + 3 < len(words) and words[last + 2] in NICKNAME_MARKS and run.is_name(last + 1)
    if quoted and (run.is_name(last + 3) or words[last + 3] in run.ground.sets["name_particles"]):
        return run.take(last + 3)
    if not run.is_name(last + 1):
        return False
    adjacent = run.unit.starts[last] == run.unit.ends[last - 1]
    if word == "&" or (word in POSSESSIVES and adjacent and not words[last - 1].endswith("s")):
        # 'Achieng' Nyabola': a possessive of a name without -s is written 's
        return run.take(last + 2)
    return word == "." and adjacent and len(words[last - 1]) == 1 and run.take(last + 1)


def _is_surname(ground: Ground, words: Sequence[str], at: int) -> bool:
    """Tell whether a small word with a capital behind a name belongs to it: 'Enn Must said', 'Anita Among has'."""
    if words[at].lower() not in ground.sets["sentence_starters"]:
        return True
    return at + 1 < len(words) and words[at + 1] in ground.sets["auxiliaries"]


def _full_name_follows(ground: Ground, words: Sequence[str], at: int) -> bool:
    """Tell whether somebody's given and family name begin at *at*."""
    if at >= len(words) or not ground.is_name_word(words[at]):
        return False
    return words[at] in ground.sets["first_names"] or (at + 1 < len(words) and ground.is_name_word(words[at + 1]))
