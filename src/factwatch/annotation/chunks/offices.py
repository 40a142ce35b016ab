"""Offices, honorifics, fields, and words on how an office is held."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.annotation.chunks.ground import Ground
from factwatch.annotation.chunks.model import Chunk
from factwatch.annotation.chunks.names import name_chunk
from factwatch.annotation.chunks.words import (
    ADDRESSED,
    AFTER_OFFICE,
    BEING,
    BODY_FIELDS,
    BODY_FIELDS_OF_RANKS,
    BODY_RANKS,
    CAPTAINS,
    CIVIL_ADDRESSES,
    CLAUSE_OPENINGS,
    DETERMINERS,
    FIELD_NOUNS,
    FILIATIONS,
    FORWARD_VERBS,
    GERUND_OPENINGS,
    GIVEN_HEADS,
    GIVEN_WORDS,
    HYPHENED_RANKS,
    LOCATIVE,
    MAKING_ADJECTIVES,
    MIDDLE_HEADS,
    MINISTERIAL,
    MODALS,
    PARTICIPLE_PRONOUNS,
    PARTIES,
    PARTY_NOUNS,
    PLAIN_GIVEN_HEADS,
    POSSESSIVES,
    RANKED_UNDER,
    RANKS_OR_ADJECTIVES,
    SCHOOL_HEADS,
    STANDING_PARTICIPLES,
    SUBJECT_PRONOUNS,
    SURNAME_HEADS,
    TRADES,
    VERBAL_PARTICIPLES,
)
from factwatch.annotation.units import Unit
from factwatch.annotation.wordlists import Entry, Head

_CLOSING: Final[tuple[list[str], ...]] = ([","], ["of"], ["for"], ["at"], ["."], [])
"""What may follow 'general secretary elect'."""


def office_or_field(ground: Ground, unit: Unit, at: int, low: str, out: list[Chunk], *, capital: bool) -> Chunk | None:
    """Return the office, field, honorific or status word at *at*; None where the words around it make it something else."""
    if low not in ground.lists.common:
        return _ranked(ground, unit, at, low, out)
    words = unit.words
    if low == "under" and not capital and (at + 1 >= len(words) or words[at + 1].lower() not in RANKED_UNDER):
        # 'minister of trade under President A', against 'under secretary'
        return None
    if low == "forward" and at and words[at - 1].lower() in FORWARD_VERBS:
        return None
    following = words[at + 1].lower() if at + 1 < len(words) else ""
    entries = ground.lists.entries(low, following, proper=False)
    for rest, kind, value in entries:
        if rest and (rest[0] != following or (len(rest) > 1 and not ground.are_next(words, at + 1, rest))):
            continue
        last = at + 1 + len(rest)
        if (
            kind == "h"
            and capital
            and not rest
            and at
            and low in SURNAME_HEADS
            and words[at - 1] in CIVIL_ADDRESSES
            and low not in ADDRESSED
        ):
            # 'Ms. Lama said'
            return ground.make(unit, "N", at, last, words[at])
        if (
            kind == "p"
            and not rest
            and any(entry[1] == "h" and not entry[0] for entry in entries)
            and last < len(words)
            and words[last] in {"who", ",", "and"}
            and out
            and out[-1].kind in "OmA"
        ):
            # 'a former Supreme Court justice who'
            continue
        if kind == "h" and capital and low in BODY_RANKS and last < len(words) and words[last] in BODY_FIELDS_OF_RANKS:
            # 'Metropolitan Affairs'
            return ground.make(unit, "p", at, last, words[at])
        if kind == "h" and capital and not rest and _is_portfolio_before(words, last, entries):
            # 'Justice Minister A'
            continue
        if kind == "h" and capital and not rest and words[at] in ground.surnames and _stands_alone(ground, words, at, out):
            # 'Cook said', where the document has a Rukhsana Cook
            return ground.make(unit, "N", at, last, words[at])
        if kind == "h" and low in GIVEN_HEADS and capital and out and out[-1].kind == "h" and _is_no_rank(low, out[-1]):
            # 'former coach Dean Hartley'
            return name_chunk(ground, unit, at)
        if kind == "h" and not rest and low in MIDDLE_HEADS and capital and _is_inside_name(ground, words, at, out):
            # 'Dr Syed Hakim Alsagoff'
            return name_chunk(ground, unit, at)
        if kind == "h" and not rest and capital and not ground.heading and _is_given_name(words, at, low):
            # 'Sultan bin Salem', 'the secretary, Boss Mustapha,'
            return name_chunk(ground, unit, at)
        if (
            kind == "h"
            and capital
            and not rest
            and at
            and ground.heading is False
            and out[-1].kind != "p"
            and words[at - 1][0].isupper()
            and low in SURNAME_HEADS
        ):
            previous = words[at - 1]
            given = out[-1].kind == "N" and " " in out[-1].text and last < len(words) and words[last] == "of"
            if (
                not given  # 'named Noel Cruz Bishop of Calapan'
                and not (out[-1].kind == "O" and " " in out[-1].text)
                and ground.is_name_word(previous)
                and previous.lower() not in ground.lists.common
                and ground.lexicon(unit, at - 1) is None
                and previous.lower() not in ground.lists.function
            ):
                return ground.make(unit, "N", at, last, words[at])
        if (
            capital
            and not at
            and kind == "p"
            and not ground.heading
            and words[last - 1][0].isupper()
            and last < len(words)
            and words[last][0].isupper()
            and ground.body_follows(unit, at)
        ):
            # 'Foreign Ministry spokeswoman A' at the start of a sentence
            body = name_chunk(ground, unit, at)
            if body.kind == "O":
                return body
        if kind == "m" and capital and not (at or value) and words[1:2] and words[1] in ground.sets["organisation_nouns"]:
            # 'Catholic Church leaders'
            continue
        if capital and at and not ground.heading:
            if kind == "m" and low in ground.sets["status_suffixes"] and out and out[-1].kind == "h":
                # 'Professor Emeritus A'
                return ground.make(unit, "m", at, last, value)
            if kind == "m" and not ground.before_office(words, last):
                continue
            if kind == "p" and out and out[-1].text in POSSESSIVES and words[at] in ground.sets["organisation_nouns"]:
                # 'the Allied Mineworkers' Union'
                return ground.make(unit, "O", at, last)
            if (
                kind == "p"
                and not (len(out) > 1 and out[-1].low in {"and", "&", ","} and out[-2].kind == "p")
                and not _is_department(words, at, out)
                and (ground.body_follows(unit, at) or (words[at] in BODY_FIELDS and at + 2 < len(words) and words[at + 1] == "of"))
            ):
                return name_chunk(ground, unit, at)
        if kind == "p" and capital and not at and len(words) > 2 and words[1] == "of" and words[0] in BODY_FIELDS and words[2][0].isupper():  # noqa: PLR2004
            # 'Bank of Canada governor A'
            return name_chunk(ground, unit, at)
        if kind == "m" and low in AFTER_OFFICE and _ends_office(words, last, out):
            # 'the general secretary elect of the union'
            return ground.make(unit, kind, at, last, value)
        if kind == "m" and not rest and low in ground.lists.verbs and _is_participle(ground, words, last, low, out):
            continue
        if (
            kind == "p"
            and not rest
            and low in ground.lists.verbs
            and out
            and (
                out[-1].kind in "uN"
                or out[-1].low == "to"
                or out[-1].low in SUBJECT_PRONOUNS
                or (out[-1].kind in "GO" and last < len(words) and words[last] in DETERMINERS)
                # 'The couple land in Hanoi'
                or (last < len(words) and words[last] in LOCATIVE and out[-1].low.rpartition(" ")[2] in PARTIES)
            )
            and not ground.before_office(words, at)
        ):
            # 'He lands in Doha', 'is to land', 'Malta and Ghana lead the talks', against 'the lands minister'
            continue
        if (
            kind == "h"
            and len(rest) > 1
            and words[last - 1].islower()
            and last < len(words)
            and words[last][0].isupper()
            and (ground.body_follows(unit, last) or not PARTY_NOUNS.isdisjoint(words[last + 1 : last + 4]))
        ):
            # 'leader of the opposition Social Democratic Party', 'of the opposition Ata-Jer party'
            continue
        if (
            kind == "h"
            and low == "head"
            and len(rest) > 1
            and words[last - 1][0].isupper()
            and last < len(words)
            and words[last][0].isupper()
            and any(entry[1] == "p" and not entry[0] for entry in ground.lists.common.get(words[last].lower(), ()))
        ):
            # 'Head of Government Communications'
            continue
        if (
            kind == "h"
            and low == "official"
            and last < len(words)
            and words[last].islower()
            and ground.lists.classes.get(words[last], "")[:1] in {"N", "S"}
        ):
            # 'an official visit', against 'an official said'
            continue
        if (
            kind == "m"
            and low in MAKING_ADJECTIVES
            and out
            and out[-1].kind == "u"
            and last < len(words)
            and words[last] in ground.lists.verbs
        ):
            # 'was recently named chairman'
            continue
        if kind == "m" and low == "then" and out and out[-1].low in MODALS:
            # 'He will then head to Seoul'
            continue
        if kind == "m" and low == "then" and not ground.before_office(words, last) and _starts_clause(ground, words, last):
            # 'She then flies to', against 'the then Kenyan president'
            continue
        if (
            kind == "h"
            and capital
            and not rest
            and (
                (low in BODY_RANKS and ground.body_follows(unit, at))
                or (low == "major" and at + 1 < len(words) and words[at + 1] in ground.sets["organisation_nouns"])
                or (at and not words[at - 1][0].isupper() and at + 1 < len(words) and words[at + 1] in TRADES)
            )
        ):
            # 'the General Assembly', 'President Steel'
            return name_chunk(ground, unit, at)
        if kind == "p" and not rest and low in ground.lists.verbs and out and out[-1].kind == "u":
            # 'will lead'
            continue
        if kind == "h" and low == "prior" and following == "to":
            return None
        if kind == "h" and low == "major" and not capital and not rest and out and out[-1].kind in "xpO":
            # 'soft drink major Kestrel'
            return None
        if kind == "p" and not rest and _is_joined_verb(ground, words, last, low, out):
            continue
        if kind == "h" and not (capital or rest or value.plural) and value.group == "weak" and _qualifies_office(ground, words, last):
            # 'the rival prime minister'
            return ground.make(unit, "m", at, last, "")
        if (
            kind == "h"
            and not rest
            and (low in ground.lists.verbs or low in RANKS_OR_ADJECTIVES)
            and not _is_noun(ground, unit, at, out, value)
        ):
            continue
        return ground.make(unit, kind, at, last, value)
    return None


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


def _is_joined_verb(ground: Ground, words: Sequence[str], last: int, low: str, out: list[Chunk]) -> bool:
    """Tell 'will meet A and lead the talks' from 'the lead negotiator' and 'manager and lead singer'."""
    joined = bool(out) and out[-1].low in {"and", "or", ","}
    return joined and low in ground.lists.verbs and last < len(words) and words[last] in DETERMINERS


def _starts_clause(ground: Ground, words: Sequence[str], at: int) -> bool:
    return at < len(words) and (words[at].lower() in ground.lists.verbs or words[at].lower() in ground.lists.function)


def _is_participle(ground: Ground, words: Sequence[str], following: int, low: str, out: list[Chunk]) -> bool:
    """Tell 'was elected president', 'soldiers ousted President X' from 'the elected president', 'ousted president X'."""
    if low == "acting" and ground.before_office(words, following):
        return False
    at = len(out) - 1
    if low in VERBAL_PARTICIPLES and following < len(words) and (not out or out[-1].low in GERUND_OPENINGS):
        # 'After visiting Oslo', against 'visiting Nigerian president A spoke'
        return not ground.before_office(words, following + (ground.lexicon_kind(words[following]) == "A"))
    while at >= 0 and out[at].kind == "r":
        if out[at].low in MAKING_ADJECTIVES and (at == 0 or out[at - 1].kind != "u"):
            return False
        at -= 1
    if at < 0 or out[at].kind in "dsPmA:Qv-":
        return at >= 0 and out[at].low in PARTICIPLE_PRONOUNS and not ground.before_office(words, following)
    if out[at].kind == "u":
        # 'They are retired justice A and B'
        return not (
            low == "retired" and following < len(words) and (words[following][0].isupper() or ground.before_office(words, following))
        )
    if out[at].kind == "f" and out[at].low not in CLAUSE_OPENINGS:
        return False
    if out[at].kind == "," or out[at].low in {"and", "but"}:
        if low not in STANDING_PARTICIPLES:
            return True
        return not ground.before_office(words, following) and not (following < len(words) and words[following][0].isupper())
    return True


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


def _ranked(ground: Ground, unit: Unit, at: int, low: str, out: list[Chunk]) -> Chunk | None:
    """'Vice-Governor', 'deputy-mayor', 'co-captain': a rank joined to an office by a hyphen."""
    rank, hyphen, office = low.partition("-")
    if not hyphen or rank not in HYPHENED_RANKS:
        return None
    for rest, kind, value in ground.lists.common.get(office, ()):
        if kind == "h" and not rest:
            if low in ground.lists.verbs and not _is_noun(ground, unit, at, out, value):
                # 'will co-host the conference'
                return None
            return ground.make(unit, "h", at, at + 1, Head(f"{rank}-{value.name}", value.group, value.plural))
    return None


def _is_judge(words: Sequence[str], at: int, out: list[Chunk], following: str) -> bool:
    """Tell whether 'justice' is a judge: 'a Supreme Court justice', 'a former justice of the High Court'."""
    if words[at] != "justice" or not out:
        return False
    if out[-1].text.rpartition(" ")[2].lower() == "court":
        return True
    court = [word.lower() for word in words[at + 2 : at + 7]]
    return following in {"of", "on"} and out[-1].kind in "dm" and "court" in court


def _is_noun(ground: Ground, unit: Unit, at: int, out: list[Chunk], head: Head) -> bool:
    """Tell 'the host', 'CARICOM chair' from 'hosts a summit', 'who heads', 'will chair'."""
    words = unit.words
    previous = out[-1] if out else None
    following = words[at + 1].lower() if at + 1 < len(words) else ""
    if (
        words[at] in RANKS_OR_ADJECTIVES
        and previous is not None
        and (previous.low == "the" or (previous.kind == "A" and words[at][0].islower()))
        and (following in {",", "who", "’s", "'s"} or following in ground.sets["auxiliaries"])
    ):
        return True
    if _is_judge(words, at, out, following):
        return True
    if words[at] in SCHOOL_HEADS and following in {"of", "at"} and previous is not None and previous.kind in ",dm(u":
        # 'A, principal of Hillview School'
        return True
    if words[at][0].islower() and words[at] in RANKS_OR_ADJECTIVES and not (at + 1 < len(words) and words[at + 1][0].isupper()):
        # 'the general toured', against 'the general election'
        acts = ground.lists.verbs.get(following)
        return (
            previous is not None
            and (previous.low == "the" or previous.kind == "A")
            and (
                (acts is not None and acts.form in {"past", "past/participle", "s"} and "N" not in ground.lists.classes.get(following, ""))
                or ground.lists.function.get(following) == "u"
            )
        )
    if previous is None:
        return following != "of" or not words[at].lower().endswith("ing")
    if (
        words[at][0].isupper()
        and at + 1 < len(words)
        and ground.is_name_word(words[at + 1])
        and following not in ground.lists.classes
        and not ground.heading
    ):
        # 'Ruth Mwale and General Ali Omar'
        return True
    if following in DETERMINERS and (previous.kind not in "dsAm" if head.plural else previous.kind in "GO"):
        # 'Bassi, 76, chairs the commission', 'Malta and Ghana co-chair the panel': no determiner follows a noun
        return False
    if previous.low == "as" and following == "of":
        return True
    if head.plural and len(out) > 1 and out[-2].low == "whose" and at + 1 < len(words) and words[at + 1][0].isupper():
        # 'whose country chairs ASEAN'
        return False
    back = len(out) - 1
    # 'will no longer host'
    while back > 0 and (out[back].kind == "r" or (out[back].low == "no" and back + 1 < len(out) and out[back + 1].low == "longer")):
        back -= 1
    if out[back].low in BEING and out[back].kind in "ud":
        return True
    if (
        previous.low == "and"
        and words[at][0].islower()
        and words[at] in CAPTAINS
        and at + 1 < len(words)
        and ground.is_name_word(words[at + 1])
    ):
        return True
    if previous.kind in "ur" or previous.low in {"who", "which", "that", "to", "and"}:
        # 'her promotion to head of research'
        return following == "of" and (previous.kind == "r" or (previous.kind != "u" and previous.low in {"and", "to"}))
    if previous.kind in "dPspmA":
        return previous.kind != "P" or previous.low in ground.sets["possessives"]
    if head.plural:
        return following == "of" or previous.kind not in "NGOP"
    return True
