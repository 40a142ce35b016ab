"""
What a word of the office lexicon is where it stands: an office, the field of one, a word on how one is held, or something else.

Each reader looks at one entry of the lexicon. It returns a chunk, or None where the words around make the entry none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from attrs import define

from factwatch.annotation.chunks.ground import Ground
from factwatch.annotation.chunks.model import Chunk
from factwatch.annotation.chunks.names import name_chunk
from factwatch.annotation.chunks.verbal import is_joined_verb, is_noun, is_participle
from factwatch.annotation.chunks.words import (
    ADDRESSED,
    AFTER_OFFICE,
    BODY_FIELDS,
    BODY_FIELDS_OF_RANKS,
    BODY_RANKS,
    CIVIL_ADDRESSES,
    DETERMINERS,
    FIELD_NOUNS,
    FILIATIONS,
    GIVEN_HEADS,
    GIVEN_RULERS,
    GIVEN_WORDS,
    LOCATIVE,
    MAKING_ADJECTIVES,
    MIDDLE_HEADS,
    MINISTERIAL,
    MODALS,
    PARTIES,
    PARTY_NOUNS,
    PLAIN_GIVEN_HEADS,
    POSSESSIVES,
    RANKS_OR_ADJECTIVES,
    SUBJECT_PRONOUNS,
    SURNAME_HEADS,
    TRADES,
)
from factwatch.annotation.units import Unit
from factwatch.annotation.wordlists import Entry, Head

_CLOSING: Final[tuple[list[str], ...]] = ([","], ["of"], ["for"], ["at"], ["."], [])
"""What may follow 'general secretary elect'."""


@define(eq=False)
class Word:
    """The word at hand and what stands around it."""

    ground: Ground
    unit: Unit
    at: int
    low: str
    out: list[Chunk]
    """The chunks before it."""
    capital: bool
    following: str
    """The next word in small letters."""
    entries: Sequence[Entry]

    @property
    def words(self) -> Sequence[str]:
        """The words of the unit."""
        return self.unit.words

    def make(self, kind: str, last: int, value: Any = None) -> Chunk:
        """Return the chunk from the word to before *last*."""
        return self.ground.make(self.unit, kind, self.at, last, value)

    def name(self) -> Chunk:
        """Return the name that begins with the word."""
        return name_chunk(self.ground, self.unit, self.at)

    def word(self, index: int) -> str:
        """Return the word at *index*; an empty one behind the end."""
        return self.unit.words[index] if index < len(self.unit.words) else ""


def office(word: Word, rest: Sequence[str], value: Head, last: int) -> Chunk | None:
    """Return the office whose name begins at *word* and goes on with *rest*, or the name that it is a part of."""
    if word.capital and not rest and _is_portfolio_before(word.words, last, word.entries):
        # 'Justice Minister A'
        return None
    if word.capital and (name := _in_capitals(word, rest, last)) is not None:
        return name
    if _is_of_another(word, rest, last) or _is_other_word(word, last):
        return None
    if rest:
        return word.make("h", last, value)
    if word.capital and _begins_body(word):
        # 'the General Assembly', 'President Steel'
        return word.name()
    if word.low == "major" and not word.capital and word.out and word.out[-1].kind in "xpO":
        # 'soft drink major Kestrel'
        return None
    if not (word.capital or value.plural) and value.group == "weak" and _qualifies_office(word.ground, word.words, last):
        # 'the rival prime minister'
        return word.make("m", last, "")
    acting = word.low in word.ground.lists.verbs or word.low in RANKS_OR_ADJECTIVES
    return None if acting and not is_noun(word.ground, word.unit, word.at, word.out, value) else word.make("h", last, value)


def _in_capitals(word: Word, rest: Sequence[str], last: int) -> Chunk | None:
    """Return the name of a person or the field that a word in capitals belongs to, for all that it is an office elsewhere."""
    ground, words, at, low, out = word.ground, word.words, word.at, word.low, word.out
    surname = at > 0 and low in SURNAME_HEADS and not rest
    if surname and words[at - 1] in CIVIL_ADDRESSES and low not in ADDRESSED:
        # 'Ms. Lama said'
        return word.make("N", last, words[at])
    if low in BODY_RANKS and word.word(last) in BODY_FIELDS_OF_RANKS:
        # 'Metropolitan Affairs'
        return word.make("p", last, words[at])
    if not rest and words[at] in ground.surnames and _stands_alone(ground, words, at, out):
        # 'Cook said', where the document has a Rukhsana Cook
        return word.make("N", last, words[at])
    if low in GIVEN_HEADS and out and out[-1].kind == "h" and _is_no_rank(low, out[-1]):
        # 'former coach Dean Hartley'
        return word.name()
    if rest:
        return None
    if low in GIVEN_RULERS and not _rules(word):
        # 'Amir Khan', but 'the Amir of Qatar'
        return word.name()
    if low in MIDDLE_HEADS and _is_inside_name(ground, words, at, out):
        # 'Dr Syed Hakim Alsagoff'
        return word.name()
    if ground.heading:
        return None
    if _is_given_name(words, at, low):
        # 'Sultan bin Salem', 'the secretary, Boss Mustapha,'
        return word.name()
    return word.make("N", last, words[at]) if surname and _is_behind_given(word, last) else None


def _rules(word: Word) -> bool:
    """Tell whether 'Amir' is a ruler: "Kuwait's Amir", 'the Amir', 'Amir of Qatar'."""
    before = word.words[word.at - 1].lower() if word.at else ""
    return before in {"the", "'s", "’s"} or word.following == "of" or (bool(word.out) and word.out[-1].kind == "A")


def _is_behind_given(word: Word, last: int) -> bool:
    """Tell whether the word before can be the given name to a family name, 'Rukhsana Cook'; not in 'named Noel Cruz Bishop of Calapan'."""
    ground, out, previous = word.ground, word.out, word.words[word.at - 1]
    if out[-1].kind == "p" or not previous[0].isupper():
        return False
    if " " in out[-1].text and (out[-1].kind == "O" or (out[-1].kind == "N" and word.word(last) == "of")):
        return False
    known = previous.lower() in ground.lists.common or previous.lower() in ground.lists.function
    return ground.is_name_word(previous) and not known and ground.lexicon(word.unit, word.at - 1) is None


def _is_of_another(word: Word, rest: Sequence[str], last: int) -> bool:
    """Tell whether the last word of the office's name belongs to what follows it."""
    words = word.words
    if len(rest) < 2 or last >= len(words) or not words[last][0].isupper():  # noqa: PLR2004  # 'of the opposition'
        return False
    if words[last - 1].islower():
        # 'leader of the opposition Social Democratic Party', 'of the opposition Ata-Jer party'
        return word.ground.body_follows(word.unit, last) or not PARTY_NOUNS.isdisjoint(words[last + 1 : last + 4])
    # 'Head of Government Communications'
    field = any(kind == "p" and not more for more, kind, _value in word.ground.lists.common.get(words[last].lower(), ()))
    return word.low == "head" and words[last - 1][0].isupper() and field


def _is_other_word(word: Word, last: int) -> bool:
    """Tell 'an official visit' and 'prior to' from 'an official said' and 'the prior'."""
    if word.low == "official":
        following = word.word(last)
        return following.islower() and word.ground.lists.classes.get(following, "")[:1] in {"N", "S"}
    return word.low == "prior" and word.following == "to"


def _begins_body(word: Word) -> bool:
    """Tell whether an office in capitals begins the name of a body."""
    words, at = word.words, word.at
    following = word.word(at + 1)
    if word.low in BODY_RANKS and word.ground.body_follows(word.unit, at):
        return True
    if word.low == "major" and following in word.ground.sets["organisation_nouns"]:
        return True
    return at > 0 and not words[at - 1][0].isupper() and following in TRADES


def field(word: Word, rest: Sequence[str], value: Any, last: int) -> Chunk | None:
    """Return the field of an office at *word*, or the name of a body that begins there."""
    ground, words, at, out = word.ground, word.words, word.at, word.out
    if not rest and _is_judge_of_court(word, last):
        return None
    if word.capital and (body := _body_of_field(word, last)) is not None:
        return body
    if not rest and word.low in ground.lists.verbs and out:
        if _acts(word, last) and not ground.before_office(words, at):
            # 'He lands in Doha', 'is to land', 'Malta and Ghana lead the talks', against 'the lands minister'
            return None
        if out[-1].kind == "u" or is_joined_verb(ground, words, last, word.low, out):
            # 'will lead'
            return None
    return word.make("p", last, value)


def _is_judge_of_court(word: Word, last: int) -> bool:
    """Tell whether the word is an office in 'a former Supreme Court justice who'."""
    if not word.out or word.out[-1].kind not in "OmA" or word.word(last) not in {"who", ",", "and"}:
        return False
    return any(kind == "h" and not rest for rest, kind, _value in word.entries)


def _body_of_field(word: Word, last: int) -> Chunk | None:
    """Return the body whose name begins with a field in capitals."""
    ground, words, at, out = word.ground, word.words, word.at, word.out
    if not at:
        if not ground.heading and words[last - 1][0].isupper() and word.word(last)[:1].isupper() and ground.body_follows(word.unit, at):
            # 'Foreign Ministry spokeswoman A' at the start of a sentence
            body = word.name()
            if body.kind == "O":
                return body
        # 'Bank of Canada governor A'
        opens = len(words) > 2 and words[1] == "of" and words[0] in BODY_FIELDS and words[2][0].isupper()  # noqa: PLR2004
        return word.name() if opens else None
    if ground.heading:
        return None
    if out and out[-1].text in POSSESSIVES and words[at] in ground.sets["organisation_nouns"]:
        # 'the Allied Mineworkers' Union'
        return word.make("O", last)
    if (len(out) > 1 and out[-1].low in {"and", "&", ","} and out[-2].kind == "p") or _is_department(words, at, out):
        return None
    named = ground.body_follows(word.unit, at) or (words[at] in BODY_FIELDS and at + 2 < len(words) and words[at + 1] == "of")
    return word.name() if named else None


def _acts(word: Word, last: int) -> bool:
    """Tell whether who stands before the word can be the subject of a verb."""
    before = word.out[-1]
    if before.kind in "uN" or before.low == "to" or before.low in SUBJECT_PRONOUNS:
        return True
    if before.kind in "GO" and word.word(last) in DETERMINERS:
        return True
    # 'The couple land in Hanoi'
    return word.word(last) in LOCATIVE and before.low.rpartition(" ")[2] in PARTIES


def status(word: Word, rest: Sequence[str], value: Any, last: int) -> Chunk | None:
    """Return the word on how an office is held, 'former', 'acting', 'elect'; None for a verb: 'was elected', 'was recently named'."""
    ground, words, at, low, out = word.ground, word.words, word.at, word.low, word.out
    if word.capital and not (at or value) and words[1:2] and words[1] in ground.sets["organisation_nouns"]:
        # 'Catholic Church leaders'
        return None
    if word.capital and at and not ground.heading:
        if low in ground.sets["status_suffixes"] and out and out[-1].kind == "h":
            # 'Professor Emeritus A'
            return word.make("m", last, value)
        if not ground.before_office(words, last):
            return None
    if low in AFTER_OFFICE and _ends_office(words, last, out):
        # 'the general secretary elect of the union'
        return word.make("m", last, value)
    if not rest and low in ground.lists.verbs and is_participle(ground, words, last, low, out):
        return None
    if low in MAKING_ADJECTIVES and out and out[-1].kind == "u" and word.word(last) in ground.lists.verbs:
        # 'was recently named chairman'
        return None
    if out and out[-1].low == "to" and low in ground.lists.verbs and word.word(last) in DETERMINERS:
        # 'is to present her credentials'
        return None
    return None if low == "then" and _is_afterwards(word, last) else word.make("m", last, value)


def _is_afterwards(word: Word, last: int) -> bool:
    """Tell 'He will then head to Seoul', 'She then flies to' from 'the then Kenyan president'."""
    if word.out and word.out[-1].low in MODALS:
        return True
    return not word.ground.before_office(word.words, last) and _starts_clause(word.ground, word.words, last)


def _qualifies_office(ground: Ground, words: Sequence[str], at: int) -> bool:
    """Tell whether an office in small letters begins at *at*, right behind a mere calling."""
    return at < len(words) and words[at].islower() and ground.before_office(words, at)


def _ends_office(words: Sequence[str], last: int, out: Sequence[Chunk]) -> bool:
    """Tell whether the word stands behind the office of one, and before what it is of or a mark."""
    return bool(out) and out[-1].kind == "h" and not out[-1].value.plural and list(words[last : last + 1]) in _CLOSING


def _is_portfolio_before(words: Sequence[str], at: int, entries: Sequence[Entry]) -> bool:
    """Tell whether an office's word is the field of the minister that follows."""
    return (
        at < len(words)
        and words[at].lower() in MINISTERIAL
        and words[at][0].isupper()
        and any(kind == "p" and not rest for rest, kind, _value in entries)
    )


def _is_department(words: Sequence[str], at: int, out: list[Chunk]) -> bool:
    """Tell whether capitals behind 'Minister of' are a field though a firm's name could end so: 'Minister of Land Resources'."""
    if len(out) < 2 or out[-1].low not in {"of", "for"} or out[-2].kind != "h":  # noqa: PLR2004  # the office and its preposition
        return False
    head = out[-2].value
    return ("minister" in head.name or "secretary" in head.name) and at + 1 < len(words) and words[at + 1] in FIELD_NOUNS


def _starts_clause(ground: Ground, words: Sequence[str], at: int) -> bool:
    return at < len(words) and (words[at].lower() in ground.lists.verbs or words[at].lower() in ground.lists.function)


def _stands_alone(ground: Ground, words: Sequence[str], at: int, out: Sequence[Chunk]) -> bool:
    """Tell whether neither a name nor 'of' follows, and no article, owner or field stands before."""
    if out and (out[-1].kind in "dsAmOGp" or out[-1].low in ground.sets["possessives"]):
        return False
    return at + 1 >= len(words) or not (words[at + 1] == "of" or ground.is_name_word(words[at + 1]))


def _is_no_rank(low: str, office: Chunk) -> bool:
    """Tell whether a given name follows the office rather than another office: 'former coach Dean A', 'Bishop Dean A'."""
    return office.text.islower() or low in PLAIN_GIVEN_HEADS


def _is_inside_name(ground: Ground, words: Sequence[str], at: int, out: Sequence[Chunk]) -> bool:
    """Tell whether a name stands right before the word and right behind it."""
    before = bool(out) and out[-1].kind == "N" and words[at - 1][0].isupper()
    return before and at + 1 < len(words) and ground.is_name_word(words[at + 1]) and words[at + 1].lower() not in ground.lists.common


def _is_given_name(words: Sequence[str], at: int, low: str) -> bool:
    """Tell whether an office's word is a given name by what stands behind it: 'bin', or a name alone after a mark."""
    if at + 1 >= len(words):
        return False
    if low in MIDDLE_HEADS and words[at + 1] in FILIATIONS:
        return True
    return low in GIVEN_WORDS and at > 0 and words[at + 1][0].isupper()
