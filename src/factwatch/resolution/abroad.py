"""Visits that only a deed or a meeting tells: kept for those whose office is of another country than the place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from factwatch.extraction.findings import Finding
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import find_place
from factwatch.resolution.model import Resolved

_RESIDENTS: Final = words_of(data_file("travel.yaml")["residents"])
_SEATS: Final = {str(body).lower(): frozenset(map(str, countries)) for body, countries in data_file("travel.yaml")["seats"].items()}
"""International body -> the codes of the countries that it sits in: its people are abroad elsewhere."""


def settle_presence(items: Sequence[Resolved]) -> list[Resolved]:
    """Return *items* with the visits that meetings abroad tell, and without the supposed ones that are at home."""
    homes = _homes(items)
    visited: set[tuple[str, str]] = set()
    touring: set[tuple[str, float]] = set()
    for item in items:
        if item.finding.kind == "visit" and "abroad" not in item.finding.extra:
            visited |= {(name, key) for name in item.who for key in (item.place or "", country_of(item.place or ""))}
            if item.finding.status == "planned":
                touring |= {(name, item.finding.unit) for name in item.who}
    kept: list[Resolved] = []
    for item in items:
        finding = item.finding
        if "abroad" in finding.extra:
            tour = finding.status == "planned" and all((name, finding.unit) in touring for name in item.who)
            kept += _abroad(item, item.who, homes, visited, tour=tour)
            continue
        kept.append(item)
        if finding.kind == "meeting" and finding.medium is None and _is_told(finding):
            kept += _abroad(item, [*item.who, *item.other], homes, visited)
    return kept


def _is_told(finding: Finding) -> bool:
    """Tell whether a meeting was or will be, for all that the text says."""
    return not finding.negative and finding.modality != "possible" and finding.status in {"done", "planned"}


def country_of(place: str) -> str:
    """Return the code of the country of a place as claims name it ('Lima', 'Lima, Peru'), '' where no lexicon knows it."""
    for words in (place, place.rpartition(", ")[2]):
        found = find_place(words)
        if found is not None and found.country and found.kind != "seat":
            return found.country
    return ""


def _homes(items: Sequence[Resolved]) -> dict[str, set[str]]:
    """Return whose offices are of which countries; those posted abroad are left out."""
    homes: dict[str, set[str]] = {}
    residents: set[str] = set()
    for item in items:
        if item.finding.kind != "title" or not item.who or item.title is None:
            continue
        if not _RESIDENTS.isdisjoint(item.title.name.lower().split()):
            residents.add(item.who[0])
        body = item.of or ""
        country = country_of(body)
        own = {country} if country else _SEATS.get(body.lower().removeprefix("the "), frozenset())
        if own:
            homes.setdefault(item.who[0], set()).update(own)
    return {name: countries for name, countries in homes.items() if name not in residents}


def _abroad(
    item: Resolved, names: Sequence[str], homes: dict[str, set[str]], visited: set[tuple[str, str]], *, tour: bool = False
) -> list[Resolved]:
    """Return the visits that *item* tells; those of a *tour* need no country: 'will be in Lima, and sees A in Oslo'."""
    place = item.place or ""
    country = country_of(place)
    told = item.finding
    found = []
    for name in names:
        home = homes.get(name, set())
        if not country or country in home or (name, place) in visited:
            continue
        # a deed in a second place of a country that somebody visits is another stop there
        there = (name, country) in visited and told.extra.get("abroad") == "done"
        if not there and ((not home and not tour) or (name, country) in visited):
            continue
        visited.add((name, place))
        finding = Finding(
            "visit",
            told.rule if told.kind == "visit" else "travel/met-in",
            told.unit,
            told.start,
            told.end,
            who=told.who if told.kind == "visit" else [],
            place=told.place,
            when=told.when,
            tense=told.tense,
            status=told.status,
            modality=told.modality,
        )
        found.append(evolve(item, finding=finding, who=[name], other=[]))
    return found
