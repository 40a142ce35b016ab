"""Names by their form: runs of capitalised words, and what kind of thing they name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from factwatch.annotation.chunks.extents import name_end
from factwatch.annotation.chunks.ground import Ground
from factwatch.annotation.chunks.model import Chunk
from factwatch.annotation.chunks.words import (
    BEFORE_MONTHS,
    BODY_FIELDS,
    BODY_OPENINGS,
    CIVIL_ADDRESSES,
    COMPASS,
    COMPOUND_ENDINGS,
    FIRM_ENDINGS,
    LINE_OPENERS,
    LOCATIVES,
    MANY,
    MONTH_NAMES,
    OPENERS,
    PARTY_NOUNS,
    PLACE_OPENINGS,
    POSSESSIVES,
    QUARTERS,
    SITED,
    SURNAME_NOUNS,
    TOWN_HEADS,
    WEAK_PARTICLES,
    WORD_FIRMS,
)
from factwatch.annotation.units import Unit

_FULL_NAME: Final = 2
"""Words of a given and a family name."""
_PARTY_TAG: Final = re.compile(r"(?:[RDI]|DFL|Con|Lab|LD|NDP)-[A-Z]")
_MIXED: Final = re.compile(r"[A-Z][a-z][A-Z]{2,}\Z")
_FUSED: Final = re.compile(r"[A-Z][a-z]{3,}[A-Z][a-z]+\Z")
_COUNTABLE: Final = frozenset("NSG")
"""Classes of words that a body's name can end with."""
_BODY_WORDS: Final = BODY_OPENINGS | BODY_FIELDS
_HYPHENED_NAME: Final = re.compile(r"[A-Z][a-z]+-[a-z]+\Z")


def name_chunk(ground: Ground, unit: Unit, at: int, *, sure: bool = False) -> Chunk:
    """
    Return the name that begins with the capitalised word at *at*, or that word alone where only the sentence capitalises it.

    With *sure* it is known to belong to the name: 'Port Authority of Colombo'.
    """
    words = unit.words
    first = words[at].lower()
    opens = at == 0 or words[at - 1] in LINE_OPENERS
    if (opens and not sure and _ordinary(ground, words, at, first)) or (first.endswith(SITED + COMPOUND_ENDINGS) and at + 1 < len(words)):
        return ground.make(unit, "x", at, at + 1)
    last = name_end(ground, unit, at)
    if last - at > _FULL_NAME and at > 1:
        last = _holder_begins(ground, words, at, last)
    return _typed(ground, unit, at, last)


def _holder_begins(ground: Ground, words: Sequence[str], at: int, last: int) -> int:
    """
    Return where a body's name ends and its officer's begins, behind 'chairman of' and 'spokesman for'; *last* where it is one name.

    'Chairman of the Electoral Commission Ana Ruiz', 'former chairwoman of Velmora Justin Wolf'.
    """
    before = at - 2 if words[at - 1] in {"the", "The"} else at - 1
    nouns, firsts = ground.sets["organisation_nouns"], ground.sets["first_names"]
    if (
        words[at - 1] in POSSESSIVES
        and words[at] in nouns
        and not any(word.lower() in ground.lists.classes for word in words[at + 1 : last])
    ):
        # "treasurer of the Nurses' Association Zhang Wei"
        return at + 1
    if before < 1 or words[before] not in {"of", "at", "for"}:
        return last
    named = words[at] in firsts
    if words[last - 1] in nouns or (words[before] == "for" and not words[before - 1].lower().startswith("spokes")):
        return last
    plain = ground.lists.classes
    for index in range(at + 1, last - 1):
        if words[index] in nouns and index + 2 < last and words[index + 1].lower() not in plain:
            return index + 1
        if not named and words[index] in firsts and words[index].lower() not in plain:
            # also 'director of the Bureau of Customs A B'
            return index if _is_office_of(ground, words, before) or words[before - 1] in nouns else last
    return last


def _is_office_of(ground: Ground, words: Sequence[str], preposition: int) -> bool:
    """Tell whether the word before 'of' ends the name of an office."""
    return any(kind == "h" for _rest, kind, _value in ground.lists.common.get(words[preposition - 1].lower(), ()))


def _ordinary(ground: Ground, words: Sequence[str], at: int, low: str) -> bool:
    """Tell whether the capital of the first word is only the sentence's."""
    following = words[at + 1] if at + 1 < len(words) else ""
    if low in ground.sets["name_particles"] and (following[:1].isupper() or following in ground.sets["name_particles"]):
        # 'De la Puente', 'Van den Heuvel', 'Al Thani'
        return False
    if low == "he" and following[:1].isupper() and name_continues(ground, words, at):
        return False
    lists = ground.lists
    known = low in lists.classes or low in lists.verbs or low in lists.function or low in ground.sets["sentence_starters"]
    if not known:
        # An unknown word before a lower-case one is a name ('Mottley said'), except for -ly adverbs and the like.
        # 'Coulibaly declined to speak' where the document has an Issa Coulibaly
        return (
            low.endswith("ly")
            and words[at] not in ground.names
            and following[:1].islower()
            and following not in ground.sets["name_particles"]
        )
    if following in {"of", "for", "on", "Against"} and words[at] in _BODY_WORDS and at + 2 < len(words) and words[at + 2][0].isupper():
        # 'Ministry of Commerce spokesperson A'
        return False
    if ("S" in ground.lists.classes.get(low, "") or words[at] in WORD_FIRMS) and _is_team(ground, words, at + 1):
        # 'Pumas coach A'
        return False
    if words[at] in ground.sets["given_names"]:
        if following in ground.sets["name_particles"] and following not in WEAK_PARTICLES and low in ground.lists.verbs:
            # 'Mark van den Berg'
            return False
        return not (following[:1].isupper() and following.lower() not in ground.lists.function) and words[at] not in ground.names
    if (
        following[:1].isupper()
        and at + 2 < len(words)
        and following.lower() not in ground.lists.function
        and _before_post(ground, words, at)
    ):
        # 'Real Betis sporting director A', 'Barrier Mayor B'
        return False
    if following[:1].isupper() and (_HYPHENED_NAME.match(following) or low in COMPASS):
        # 'Lee Hae-won', 'Eastern Highlands'
        return False
    if following[:1].isupper() and not ground.heading and _opens_body(ground, words, at):
        return False
    return words[at] not in ground.names


def _is_team(ground: Ground, words: Sequence[str], at: int) -> bool:
    """Tell whether a team's office in small letters and a name follow."""
    for index in range(at, min(at + 3, len(words) - 1)):
        for rest, kind, value in ground.lists.common.get(words[index], ()):
            after = index + 1 + len(rest)
            if kind == "h" and value.group in {"sport", "company"} and not value.plural and tuple(words[index + 1 : after]) == rest:
                return after < len(words) and words[after][0].isupper()
    return False


def _before_post(ground: Ground, words: Sequence[str], at: int) -> bool:
    """Tell whether a club's or town's office follows the name that begins at *at*."""
    if "N" not in (letters := ground.lists.classes.get(words[at].lower(), "")) and "J" not in letters:
        return False
    if words[at + 1].lower() in TOWN_HEADS:
        return "N" in letters and words[at + 2][0].isupper()
    return ground.lists.common.get(words[at + 1].lower()) is None and words[at + 2][0].islower() and ground.before_office(words, at + 2)


def _typed(ground: Ground, unit: Unit, first: int, last: int) -> Chunk:
    words = unit.words[first:last]
    sets = ground.sets
    final = words[-1]
    titled = len(words)
    while titled > 2 and words[titled - 1] in sets["postnominals"]:  # noqa: PLR2004  # a name and its letters
        titled -= 1
    if titled < len(words):
        name = ground.text[unit.starts[first] : unit.ends[first + titled - 1]]
        return ground.make(unit, "N", first, last, " ".join(name.split()))
    if final in sets["name_suffixes"] and len(words) > 1:
        return ground.make(unit, "N", first, last, " ".join(ground.text[unit.starts[first] : unit.ends[last - 1]].split()))
    if (
        len(words) == 2  # noqa: PLR2004  # a given and a family name
        and final in SURNAME_NOUNS
        and ((words[0] in sets["first_names"] and not _after_article(unit, first)) or _behind_post(ground, unit.words, first))
    ):
        # 'Jude Law', 'Diane Lane', 'Senator Padraig Park', 'its coach, Kudzai Day'
        return ground.make(unit, "N", first, last, " ".join(words))
    if final in sets["event_nouns"] and (len(words) > 1 or final not in sets["organisation_nouns"]):
        return ground.make(unit, "E", first, last, " ".join(words))
    if final in sets["organisation_nouns"] or words[0] in BODY_OPENINGS:
        return ground.make(unit, "O", first, last)
    if (final in sets["place_nouns"] and len(words) > 1) or (words[0] in PLACE_OPENINGS and len(words) > 1):
        return ground.make(unit, "G", first, last)
    if len(words) == 2 and words[0].lower() in QUARTERS and first and unit.words[first - 1].lower() in LOCATIVES | {"of"}:  # noqa: PLR2004
        # 'Bishop A of Northern Lusenia'
        return ground.make(unit, "G", first, last)
    if len(words) > 1 and final in FIRM_ENDINGS and words[0] not in sets["first_names"]:
        return ground.make(unit, "O", first, last)
    if "&" in words:
        return ground.make(unit, "O", first, last)
    if (
        len(words) > 1
        and words[0] not in sets["first_names"]
        and _is_town(ground, words[0])
        and "S" in ground.lists.classes.get(final.lower(), "")
    ):
        # 'Denver Nuggets'
        return ground.make(unit, "O", first, last)
    if len(words) == 1 and _PARTY_TAG.match(final):
        # 'Sen. A, R-Idaho'
        return ground.make(unit, "x", first, last)
    if len(words) == 1 and len(final) > 1 and final.isupper() and "." not in final[1:]:
        return ground.make(unit, "O", first, last)
    if final == "Affairs" and len(words) == 1 and first:
        # 'Minister of East African Community Affairs'
        return ground.make(unit, "p", first, last)
    if len(words) == 1 and _MIXED.match(final):
        # 'MoFA'
        return ground.make(unit, "O", first, last)
    if len(words) == 1 and first and unit.words[first - 1].lower() in MANY and "S" in ground.lists.classes.get(final.lower(), ""):
        # 'both Churches'
        return ground.make(unit, "x", first, last)
    if len(words) == 1 and _FUSED.match(final) and not final.startswith("Fitz"):
        # 'FirstRand', 'FijiFirst'
        return ground.make(unit, "O", first, last)
    if len(words) == 1 and any(char.isdigit() for char in final):
        return ground.make(unit, "x", first, last)
    follows = first > 0 and unit.words[first - 1] in {"and", "&", ","}
    if (
        len(words) > 1
        and not follows
        and not (last < len(unit.words) and unit.words[last] in PARTY_NOUNS)
        and _of_common_words(ground, words)
    ):
        # 'Library Carpentry', 'Prairie Growers', against 'the Ministry of Health and Social Housing'
        return ground.make(unit, "O", first, last)
    return ground.make(unit, "N", first, last, " ".join(ground.text[unit.starts[first] : unit.ends[last - 1]].split()))


def _of_common_words(ground: Ground, words: Sequence[str]) -> bool:
    """Tell whether a name has no word but common ones, and none that is given to people."""
    classes, sets = ground.lists.classes, ground.sets
    if any(word in sets["first_names"] or word in sets["given_names"] for word in words):
        return False
    return all(word.lower() in classes and not word.isupper() for word in words) and not _COUNTABLE.isdisjoint(classes[words[-1].lower()])


def _opens_body(ground: Ground, words: Sequence[str], at: int) -> bool:
    """Tell whether the sentence begins with a name of two common words: 'Prairie Growers said'."""
    pair, lists = words[at : at + 2], ground.lists
    first, second = pair[0].lower(), pair[1].lower()
    if second in lists.common or first in lists.common or second in lists.function or first in lists.function or pair[1] in lists.proper:
        return False
    letters = lists.classes.get(first, "")
    return ("N" in letters or "J" in letters) and not {"R", "O"} & set(letters) and _of_common_words(ground, pair)


def _is_town(ground: Ground, word: str) -> bool:
    return any(kind == "G" and not rest for rest, kind, _ in ground.lists.proper.get(word, ())) and word in ground.sets["large_cities"]


def _behind_post(ground: Ground, words: Sequence[str], at: int) -> bool:
    """Tell whether an office, or 'Mr', stands right before: 'Senator', 'its coach,'; but a hall and a park can be a queen's."""
    before = at - 1
    if before > 0 and words[before] == ",":
        before -= 1
    if before < 0:
        return False
    if words[before] in CIVIL_ADDRESSES:
        return True
    entries = ground.lists.common.get(words[before].lower(), ())
    return any(kind == "h" and not rest and value.group not in {"royal", "weak", "church"} for rest, kind, value in entries)


def _after_article(unit: Unit, at: int) -> bool:
    """Tell whether a word stands before that a street or a law can follow, and a person hardly: 'the', 'in', 'at'."""
    return at > 0 and unit.words[at - 1].lower() in LOCATIVES | {"the", "on", "of", "'s", "’s"}


def name_continues(ground: Ground, words: Sequence[str], at: int) -> bool:
    """Tell whether the capitalised small word at *at* begins a name: 'Will Smith', 'Over Amstel'."""
    if at + 1 >= len(words) or not ground.is_name_word(words[at + 1]) or words[at].lower() in {"the", "against"}:
        return False
    if not at:
        # 'He Wei, chairman of', 'Will Smith said'
        following = words[1].lower()
        known = following in ground.lists.common or following in ground.lists.classes or words[1] in ground.lists.proper
        return not known and (words[0] == "He" or words[0] in ground.sets["given_names"])
    return words[at] in ground.sets["given_names"] or words[at - 1] not in OPENERS


def is_given_month(ground: Ground, words: Sequence[str], at: int) -> bool:
    """Tell whether a month's name is somebody's: 'Jan Kok', 'by April Jones', against 'in May Rubio went'."""
    if at + 1 >= len(words) or not ground.is_name_word(words[at + 1]) or words[at + 1].lower() in ground.lists.function:
        return False
    before = words[at - 1].lower() if at else ""
    if before == "and" and at > 1 and words[at] in ground.sets["first_names"] and words[at - 2][0].isupper():
        # 'Ana Ruiz and Jan Kok', against 'in May and June Rubio went'
        return words[at - 2] not in MONTH_NAMES
    return before not in BEFORE_MONTHS and words[at + 1] not in MONTH_NAMES
