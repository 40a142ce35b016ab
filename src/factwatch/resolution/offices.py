"""Which of two offices a vaguer word can mean: 'the minister', 'the Norwegian leader'."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from factwatch.annotation.wordlists import Head
from factwatch.extraction.phrases import Title
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.offices import holders, parse_office, relation
from factwatch.lexicon.places import Place, canonical_place
from factwatch.resolution.names import fold

_VAGUE: Final = {str(word): tuple(str(fuller) for fuller in fullers) for word, fullers in data_file("references.yaml")["vague"].items()}
_RANKED: Final = words_of(data_file("references.yaml")["ranked"])
_NEVER_LOWER: Final = words_of(data_file("references.yaml")["never_lower"])
_ABROAD: Final[dict[str, str]] = dict(data_file("references.yaml")["counterparts_abroad"])
SAME_OFFICE: Final = 3
GAINED: Final = "gained"
"""Status word of an office that a verb of becoming gives: 'the archbishop-elect' can be whoever 'was chosen to succeed X'."""
_LEAVING: Final = words_of(data_file("references.yaml")["leaving"])
COMING: Final = frozenset({"elect", "designate", "nominee"})
"""Statuses of offices that are still to come."""


def is_sole(title: Title) -> bool:
    """Tell whether a country has one holder of the office: 'the chief justice', not 'the minister'."""
    return holders(parse_office(title.name), national=True) == "one"


_FIRST: Final = words_of(data_file("references.yaml")["first_offices"])
_DEPUTIES: Final = words_of(data_file("references.yaml")["deputy_words"])


def office_matches(anaphor: Title, title: Title) -> bool:
    """Tell whether 'the minister' can refer back to 'Foreign Minister of Kenya'."""
    short, long = anaphor.name.lower(), title.name.lower()
    coming = title.status in COMING or (title.status_word == GAINED and title.status == "current")
    if anaphor.status != "current" and (anaphor.status in COMING) != coming:
        return False
    if title.status == "elect" and anaphor.status == "current" and anaphor.head.name in _NEVER_LOWER:
        # 'the President' is not the President-elect
        return False
    if anaphor.of and title.of and anaphor.of_kind != "this" and title.of_kind != "this" and not _same_body(anaphor, title):
        return False
    if short == long or (not anaphor.bare and relation(parse_office(short), parse_office(long)) == "same"):
        return True
    if not anaphor.bare and len(short.split()) > len(anaphor.head.name.split()) and fold(short) not in fold(long):
        return short in _VAGUE and any(_names(long, word) for word in _VAGUE[short])
    if " " in short and long.startswith(short + " "):
        # 'the Deputy Secretary' of 'Deputy Secretary of State'
        return True
    wanted = _VAGUE.get(anaphor.head.name) or _VAGUE.get(short)
    if wanted is None:
        return anaphor.head.name == title.head.name
    if anaphor.head.name in _FIRST and not _DEPUTIES.isdisjoint(long.replace("-", " ").split()):
        # 'the Head of State', 'the premier' is no deputy
        return False
    if anaphor.head.name in {"minister", "premier"} and long == "prime minister" and anaphor.head.name == "minister":
        return False
    return any(_names(long, word) for word in wanted)


def _names(office: str, word: str) -> bool:
    """Tell whether an office is named by a word: 'president' by 'vice president', not 'presidential spokesman'."""
    return word in office and f"{word}ial" not in office


def shorter_office_matches(anaphor: Title, title: Title) -> bool:
    """Tell whether 'the EU's trade commissioner' can be 'Commissioner Ana Ruiz' further down."""
    return title.bare and title.of is None and title.head.name == anaphor.head.name and title.status == anaphor.status


def office_closeness(anaphor: Title, title: Title) -> int:
    """Tell how well 'the secretary' fits a person's office: 0 not, 1 as a vaguer word, 2 as a lower rank, 3 as the office itself."""
    if not office_matches(anaphor, title):
        return 0
    short, long = anaphor.name.lower(), title.name.lower()
    if (title.status == "former") != (anaphor.status == "former"):
        # 'the former minister' is hardly the minister
        return 0 if anaphor.status == "former" else 1
    if relation(parse_office(short), parse_office(long)) == "same":
        return SAME_OFFICE
    if not _among(anaphor.head.name, long) and not _among(short, long):
        # 'the bishop' is rather the Bishop than the Archbishop
        return 1
    if is_lower(title, anaphor):
        return 0 if anaphor.bare and anaphor.head.name in _NEVER_LOWER else 2
    return SAME_OFFICE


def _among(words: str, office: str) -> bool:
    """Tell whether whole words of an office are those."""
    return f" {words.replace('-', ' ')} " in f" {office.replace('-', ' ')} "


def status_fits(word: str, titles: Sequence[Title]) -> int:
    """Tell how well 'the new minister' (*word*), 'the outgoing minister' goes with how somebody has these offices: 0 not."""
    if word in _LEAVING:
        left = any(own.status == "former" and own.status_word == GAINED for own in titles)
        return 3 if left else 0 if any(own.status in COMING for own in titles) else 1
    if any(own.status == "former" for own in titles):
        return 0
    if any(own.status in COMING for own in titles):
        return 3
    return 2 if any(own.status_word == GAINED for own in titles) else 1


def is_lower(own: Title, title: Title) -> bool:
    """Tell whether *own* is a lower office of the name of *title*: 'vice chairman' beside 'chairman'."""
    long = own.name.lower()
    rank = long.split("-")[0].split()[0] if long else ""
    return rank in _RANKED and not title.name.lower().startswith(rank)


def _same_body(a: Title, b: Title) -> bool:
    left, right = _body(a), _body(b)
    return left == right or left in right or right in left


def _body(title: Title) -> str:
    if isinstance(title.of_value, Place):
        return fold(title.of_value.name if title.of_value.kind != "seat" else canonical_place(title.of_value.name))
    return fold(title.of or "")


def country_of(title: Title) -> str:
    """Return the code of the country that an office is told with, or ''."""
    place = title.of_value
    return (place.country or "") if isinstance(place, Place) and place.kind in {"country", "division"} else ""


def abroad(title: Title) -> Title:
    """Return the office of whoever is the counterpart abroad: that of a US secretary of state is a foreign minister."""
    name = _ABROAD.get(title.head.name)
    return title if name is None else evolve(title, head=Head(name, title.head.group), name=name.title())
