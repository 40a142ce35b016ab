"""Organisations: the forms in which one body's name is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from factwatch.comparison.places import country_code
from factwatch.comparison.tables import table
from factwatch.lexicon.folding import fold
from factwatch.lexicon.loader import data_file

_ACRONYM: Final = re.compile(r"^[A-Z][A-Za-z]*[A-Z&][A-Z0-9&]*\+?$")
_SHORTEST: Final = 2
_FULL: Final = 3
"""Letters of a noun for organisations that may stand anywhere in a name."""
_PLAIN: Final = 5
"""Letters from which on an abbreviation is no word of its own, however it is written: 'Caricom', 'Ecowas'."""
_LONGEST_COUNTRY: Final = 3
"""Words of a country's name or adjective before a noun: 'Papua New Guinean'."""


@cache
def _dropped() -> frozenset[str]:
    return frozenset(table("bodies")["dropped"])


@cache
def _spellings() -> Mapping[str, str]:
    return {word: group[0] for group in table("bodies")["spellings"] for word in group}


@cache
def _known() -> Mapping[str, str]:
    return {_bare(name): _bare(group[0]) for group in table("bodies")["known"] for name in group}


@cache
def _nouns() -> frozenset[str]:
    return frozenset(str(noun).lower() for noun in data_file("bodies.yaml")["organisation_nouns"])


@cache
def _blocs() -> frozenset[str]:
    return frozenset(body_key(str(name)) for name in data_file("bodies.yaml")["bodies"]["bloc"])


@cache
def _short_forms() -> Mapping[str, str]:
    """Abbreviation -> what it stands for, of bodies that have one of their own."""
    return {alias: group[0] for group in table("bodies")["known"] for alias in group[1:] if " " not in alias}


def _in_full(name: str) -> str:
    """Write out the abbreviations in a longer name: 'AU Commission'; 'who' and 'fed' are abbreviations in capitals only."""
    words = name.split()
    if len(words) < _SHORTEST:
        return name
    forms = [(word, _short_forms().get(fold(word))) for word in words]
    return " ".join(full if full and (word.isupper() or len(word) >= _PLAIN) else word for word, full in forms)


def _bare(name: str) -> str:
    words = {_spellings().get(word, word) for word in fold(_in_full(name)).split()}
    kept = words - _dropped()
    return " ".join(sorted(kept or words))


@lru_cache(maxsize=1 << 16)
def body_key(name: str) -> str:
    """
    Return a key that all written forms of a body's name share: word order, articles, legal forms and spelling aside.

    >>> body_key("Ministry of Defence") == body_key("the Defense Department"), body_key("CARICOM") == body_key("Caribbean Community")
    (True, True)
    """
    key = _bare(name)
    return _known().get(key, key)


def words_of(name: str) -> frozenset[str]:
    """Return the words of a body's name that distinguish it."""
    return frozenset(body_key(name).split())


def is_body(name: str) -> bool:
    """Return whether *name* looks like an organisation's rather than a person's."""
    words = fold(name).split()
    # Short ones are legal forms and stand last: 'Siemens AG', but not 'Issa Ag Ibrahim'.
    telling = {word for place, word in enumerate(words, start=1) if len(word) >= _FULL or place == len(words)}
    return bool(_ACRONYM.match(name.removeprefix("the "))) or not _nouns().isdisjoint(telling) or _bare(name) in _known()


def is_body_noun(name: str) -> bool:
    """Return whether *name* is but a noun for organisations: 'Assembly'."""
    return name.lower() in _nouns()


def is_bloc(name: str) -> bool:
    """Return whether *name* is known as a body of states whose chair rotates."""
    return body_key(name) in _blocs()


def has_governor(key: str) -> bool:
    """Return whether the country of a key is a territory that a governor is the head of."""
    return key.rpartition(":")[2] in table("bodies")["governed"]


def has_one_director(name: str) -> bool:
    """
    Return whether a body is an institution that one director runs.

    >>> has_one_director("Vila Nova District Hospital"), has_one_director("Tagus Water")
    (True, False)
    """
    return not _institutions().isdisjoint(body_key(name).split())


@cache
def _institutions() -> frozenset[str]:
    return frozenset(body_key(word) for word in table("bodies")["institutions"])


@cache
def own_organs() -> frozenset[str]:
    """Return the words for organs of a bloc of states whose heads are not the bloc's."""
    return frozenset(table("bodies")["bloc_organs"])


@cache
def _occasional() -> frozenset[str]:
    return frozenset(table("bodies")["of_occasions"])


def is_of_occasion(name: str) -> bool:
    """Return whether a body is formed for one occasion: 'Fijian delegation'."""
    return fold(name).rpartition(" ")[2] in _occasional()


@cache
def _organs() -> frozenset[str]:
    return frozenset(table("bodies")["organs"])


def organ_of(name: str) -> tuple[str, str] | None:
    """
    Return the country and the organ of state that *name* puts together, None where it is no such name.

    >>> organ_of("Indonesian navy"), organ_of("the armed forces of Zambia"), organ_of("Bank of Zambia"), organ_of("navy")
    (('ID', 'navy'), ('ZM', 'armed forces'), None, None)
    """
    words = fold(name).removeprefix("the ").split()
    for size in range(min(_LONGEST_COUNTRY, len(words) - 1), 0, -1):
        if " ".join(words[size:]) in _organs() and (code := country_code(" ".join(words[:size]))):
            return code, " ".join(words[size:])
    if "of" in words:
        place = words.index("of")
        organ, rest = " ".join(words[:place]), " ".join(words[place + 1 :])
        if organ in _organs() and (code := country_code(rest)):
            return code, organ
    return None


@cache
def _team_words() -> tuple[frozenset[str], frozenset[str]]:
    teams = table("bodies")["teams"]
    return frozenset(teams["nouns"]), frozenset(teams["idle"])


def team_of(name: str) -> tuple[str, str] | None:
    """
    Return the country whose national team is named, with the words that say which team; None where it is no such name.

    >>> team_of("Jamaica's football team"), team_of("Zambian national women's team"), team_of("Zambian team"), team_of("Oxford team")
    (('JM', ''), ('ZM', 'women'), ('ZM', ''), None)
    """
    nouns, idle = _team_words()
    words = [word for word in fold(name.replace("’s", "").replace("'s", "")).split() if word != "the"]
    if len(words) < _SHORTEST or words[-1] not in nouns:
        return None
    for size in range(min(_LONGEST_COUNTRY, len(words) - 1), 0, -1):
        if code := country_code(" ".join(words[:size])):
            return code, " ".join(word for word in words[size:-1] if word not in idle)
    return None


def side_of(name: str) -> str | None:
    """
    Return the words that say which of a body's teams is meant, where its name is a description; None where it is none.

    >>> side_of("white-ball team"), side_of("cricket team"), side_of("Oxford United team"), side_of("Zambian team")
    ('white ball', '', None, None)
    """
    nouns, idle = _team_words()
    words = [word for word in fold(name).split() if word not in {"the", "its", "their"}]
    if not name.islower() or len(words) < _SHORTEST or words[-1] not in nouns:
        return None
    return " ".join(word for word in words[:-1] if word not in idle)


@cache
def _bank_words() -> frozenset[str]:
    return frozenset(table("bodies")["central_bank"])


def central_bank_of(name: str) -> str | None:
    """
    Return the country whose central bank is named, '' where no country is said, None where it is no central bank.

    >>> central_bank_of("Bank of Zambia"), central_bank_of("Reserve Bank of India"), central_bank_of("central bank")
    ('ZM', 'IN', '')
    >>> central_bank_of("Nigeria's central bank"), central_bank_of("World Bank"), central_bank_of("Bank")
    ('NG', None, None)
    """
    words = [word for word in fold(name.replace("’s", "").replace("'s", "")).split() if word not in _dropped()]
    rest = [word for word in words if word not in _bank_words()]
    if len(rest) == len(words):
        return None
    if not rest:
        return "" if len(words) > 1 else None
    return country_code(" ".join(rest))


def initials(name: str) -> str:
    """
    Return the initials of a name of several words, without the small words, else ''.

    >>> initials("Mekong Economic Forum"), initials("Hvalvind")
    ('mef', '')
    """
    words = [word for word in fold(name).split() if word not in {"the", "of", "for", "and", "on", "in", "de", "la", "du"}]
    return "".join(word[0] for word in words) if len(words) >= _SHORTEST else ""


def is_acronym(name: str) -> bool:
    """Return whether *name* is written like an abbreviation made of initials."""
    return bool(_ACRONYM.match(name.removeprefix("the ").replace(".", "")))
