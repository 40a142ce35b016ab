"""Names of places, peoples and bodies that the lexicons hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from factwatch.annotation.chunks.ground import Ground
from factwatch.annotation.chunks.model import Chunk, is_country
from factwatch.annotation.chunks.names import name_chunk
from factwatch.annotation.chunks.words import GIVEN_HONORIFICS, LEAVING, LOCATIVES, POSSESSIVES, SURNAME_NOUNS, TOWN_POSTS, WEAK_PARTICLES
from factwatch.annotation.units import Unit
from factwatch.annotation.wordlists import Wordlists
from factwatch.lexicon.places import Place

_INITIAL: Final = re.compile(r"(?:[A-Z]\.?-?){1,3}\Z")


def place_or_body(ground: Ground, unit: Unit, at: int, out: list[Chunk]) -> Chunk | None:
    """Return the place, people, body or abbreviated office that begins at *at*, or the name that only looks like one."""
    found = ground.lexicon(unit, at)
    if found is None:
        return None
    kind, last, value = found
    words = unit.words
    if words[at] == "M." and ((at and _INITIAL.match(words[at - 1])) or (at + 1 < len(words) and _INITIAL.match(words[at + 1]))):
        return None
    if kind == "c" and words[at] in GIVEN_HONORIFICS:
        spanish = at + 2 < len(words) and words[at + 1] in ground.sets["first_names"] and ground.is_name_word(words[at + 2])
        if not spanish:
            # 'Don Punchard', against 'Don Ignacio Ruiz'
            return name_chunk(ground, unit, at)
    if (
        kind == "G"
        and last == at + 1
        and _is_small(value, ground.lists)
        and (not _is_locative(out) or (out[-1].low == "to" and _family_name_follows(ground, words, last)))
        and not _is_see(out)
        and not _in_country(ground, unit, at, value)
        and not _before_office(ground, words, last)
    ):
        return None
    if (
        kind == "G"
        and last > at + 1
        and isinstance(value, Place)
        and value.kind == "city"
        and not _is_locative(out)
        and not _is_see(out)
        and ground.office_at(words, at)
    ):
        # 'Prince Albert III', against 'in Prince Albert'
        return None
    if kind == "O" and last == at + 1 and _is_portfolio(ground, words, at):
        # 'Labour Minister A'
        return None
    if kind in "GA" and last == at + 1 and _starts_person(ground, unit, at, found, out):
        return name_chunk(ground, unit, at)
    if (
        kind == "G"
        and last == at + 1
        and at == 0
        and words[0].lower() in ground.lists.classes
        and words[0] not in ground.names
        and not (
            is_country(value)
            and len(words) > 1
            and (
                words[1] in {",", "’s", "'s"}
                or words[1].lower() in ground.lists.function
                or words[1].lower() in ground.lists.verbs
                # 'China overtook India': a word that is nothing but a past tense
                or ground.lists.classes.get(words[1]) == "D"
            )
        )
    ):
        return None
    return ground.make(unit, kind, at, last, value)


def _starts_person(ground: Ground, unit: Unit, at: int, found: tuple[str, int, Any], out: list[Chunk]) -> bool:
    """Tell whether a one-word place name is rather a given name: 'Jordan Henderson', 'Santiago Peña'."""
    kind, _, value = found
    words = unit.words
    if at + 2 < len(words) and words[at + 1] in ground.sets["name_particles"] and words[at + 1] not in WEAK_PARTICLES:
        # 'Gen. Orlando de Leon'
        return ground.is_name_word(words[at + 2]) and (words[at] in ground.sets["first_names"] or bool(out and out[-1].kind in "hc"))
    if at + 2 < len(words) and words[at + 1] in POSSESSIVES and not words[at].endswith("s") and out and out[-1].kind in "hc":
        # "Prof. Anyang' Otieno"
        return ground.is_name_word(words[at + 2])
    if at + 1 >= len(words) or not ground.is_name_word(words[at + 1]):
        return False
    following = words[at + 1]
    after = ground.lexicon(unit, at + 1)
    if after is not None and not (after[0] == "G" and after[1] == at + 2 and isinstance(after[2], Place) and after[2].kind == "city"):
        return False
    if any(entry[1] in "hpc" and not entry[0] for entry in ground.lists.common.get(following.lower(), ())):
        return False
    if (
        out
        and out[-1].kind == "h"
        and not words[at - 1][0].islower()
        and isinstance(value, Place)
        and value.kind == "city"
        and following.lower() not in ground.lists.classes
        and (following not in ground.sets["first_names"] or words[at] in ground.sets["first_names"])
    ):
        # 'Foreign Minister Washington Etcheverry', but 'Mayor Karachi Murtaza A'
        return True
    if (
        words[at] in ground.sets["first_names"]
        and following in SURNAME_NOUNS
        and not (is_country(value) and following in ground.sets["organisation_nouns"])
        and not _is_locative(out)
        and not (out and out[-1].low in {"the", "on", "of"})
    ):
        # 'Jordan Lake, president of the union'
        return True
    if following in ground.sets["organisation_nouns"] or following in ground.sets["place_nouns"] or following in ground.sets["event_nouns"]:
        return False
    if at + 2 < len(words) and words[at + 2] in ground.sets["organisation_nouns"]:
        return False
    if kind == "A":
        # 'Foreign Minister German Galushchenko'
        after_post = bool(out) and out[-1].kind in "hc" and words[at - 1][0].isupper() and following.lower() not in ground.lists.classes
        return words[at] in ground.sets["first_names"] and (not out or after_post)
    if is_country(value) and out and out[-1].low in {"to", "in"} and any(chunk.kind == "h" for chunk in out[-4:-1]):
        # 'EU ambassador to Georgia Ana Lind'
        return False
    if _is_see(out):
        # 'Archbishop of Lima Carlos Castillo'
        return False
    if words[at] in ground.sets["given_names"]:
        return not (following.isupper() and len(following) > 1)
    is_city = isinstance(value, Place) and value.kind == "city"
    return is_city and not _is_locative(out) and not following.isupper() and not _is_see(out)


def _family_name_follows(ground: Ground, words: Sequence[str], at: int) -> bool:
    """Tell whether a word that can only be a family name follows: 'will hand over to Bambang Wiryawan'."""
    if at >= len(words) or not ground.is_name_word(words[at]) or words[at].isupper():
        return False
    low = words[at].lower()
    known = low in ground.lists.classes or low in ground.lists.common or low in ground.lists.function or words[at] in ground.lists.proper
    nouns = ground.sets["organisation_nouns"] | ground.sets["place_nouns"] if not known else frozenset()
    return not known and words[at] not in nouns


def _before_office(ground: Ground, words: Sequence[str], at: int) -> bool:
    """Tell whether an office in small letters and a name follow: 'Bergen police chief A'."""
    if at + 1 >= len(words) or not words[at][0].islower():
        return False
    return any(
        kind == "h" and value.name in TOWN_POSTS and tuple(words[at + 1 : at + 1 + len(rest)]) == rest
        for rest, kind, value in ground.lists.common.get(words[at], ())
    )


def _is_portfolio(ground: Ground, words: Sequence[str], at: int) -> bool:
    """Tell whether the party's or house's name is the field of a minister."""
    if not any(kind == "p" and not rest for rest, kind, _ in ground.lists.common.get(words[at].lower(), ())) or at + 1 >= len(words):
        return False
    return any(
        kind == "h"
        and tuple(word.lower() for word in words[at + 2 : at + 2 + len(rest)]) == rest
        and value.name.endswith(("minister", "secretary"))
        for rest, kind, value in ground.lists.common.get(words[at + 1].lower(), ())
    )


def _is_see(out: list[Chunk]) -> bool:
    """Tell whether 'TITLE of' stands before: 'Archbishop of Canterbury Justin Welby', but not 'the wife of Florence Mbeki'."""
    if len(out) < 2 or out[-1].low != "of":  # noqa: PLR2004  # office and 'of'
        return False
    return out[-2].kind == "O" or (out[-2].kind == "h" and out[-2].value.group != "weak")


def _in_country(ground: Ground, unit: Unit, at: int, value: Any) -> bool:
    """Tell whether 'TOWN, COUNTRY' follows."""
    if unit.words[at + 1 : at + 2] != [","] or at + 2 >= len(unit.words):
        return False
    after = ground.lexicon(unit, at + 2)
    return (
        after is not None and isinstance(after[2], Place) and after[2].country == value.country and after[2].kind in {"country", "division"}
    )


def _is_locative(out: list[Chunk]) -> bool:
    """Tell whether a preposition of place stands before; 'according to' is none."""
    if not out:
        return False
    if out[-1].low == "for":
        # 'left for Bergen', 'left Nairobi for Bergen'
        verb = out[-3] if len(out) > 2 and out[-2].kind == "G" else out[-2] if len(out) > 1 else None  # noqa: PLR2004  # a place between
        return verb is not None and verb.low in LEAVING
    if out[-1].low not in LOCATIVES:
        return False
    return not (out[-1].low == "to" and len(out) > 1 and out[-2].low == "according")


def _is_small(value: Any, lists: Wordlists) -> bool:
    # The name of a lesser town is as often a person's; it counts as a place only where the words around it say so.
    if not isinstance(value, Place):
        return False
    return value.name in lists.sets["lesser_divisions"] or (value.kind == "city" and value.name not in lists.sets["large_cities"])
