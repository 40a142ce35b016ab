"""
Countries, their demonyms and seats of power, regions, first-level divisions, cities.

Countries come from ``countries.yaml`` (ISO 3166 codes), cities from ``cities.tsv`` (GeoNames).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from attrs import frozen

from factwatch.lexicon.cities import FILE
from factwatch.lexicon.loader import data_file, table

PlaceKind = Literal["country", "region", "division", "city", "seat"]


@frozen
class Place:
    """A place of the gazetteer."""

    name: str
    """Common English name."""
    kind: PlaceKind
    country: str | None
    """ISO 3166-1 alpha-2 code of the country that it is or lies in."""


@frozen
class Gazetteer:
    """Look-up tables; keys are names as written, without a leading 'the'."""

    places: Mapping[str, Place]
    """Countries, regions, divisions and seats of power."""
    cities: Mapping[str, Place]
    demonyms: Mapping[str, Place | None]
    """'Jamaican', 'Jamaicans' -> the country or region; None for a people without one."""
    countries: Mapping[str, str]
    """Code -> common name."""
    capitals: Mapping[str, str]
    """City -> code of the country whose capital it is."""
    large: frozenset[str]
    """Cities of more than 300,000 people."""
    lesser: frozenset[str]
    """Divisions that are places only where the words around them say so."""


_IRREGULAR_DEMONYM_PLURALS = ("man", "woman")


def _plural(demonym: str) -> str | None:
    if demonym.endswith(_IRREGULAR_DEMONYM_PLURALS):
        return demonym[:-2] + "en"
    if demonym.endswith(("ese", "ss", "sh", "ch", "z", "s")):
        return None
    return demonym + "s"


def _without_article(name: str) -> str:
    return name[4:] if name.lower().startswith("the ") else name


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer; read once, on first use."""
    places: dict[str, Place] = {}
    demonyms: dict[str, Place | None] = {}
    countries: dict[str, str] = {}
    regions = data_file("regions.yaml")
    for name in regions["regions"]:
        places[_without_article(name)] = Place(_without_article(name), "region", None)
    for code, names in regions["divisions"].items():
        for name in names:
            places.setdefault(name, Place(name, "division", code))
    for adjective, region in regions["region_demonyms"].items():
        demonyms[adjective] = Place(region, "region", None) if region else None
        demonyms[adjective + "s"] = demonyms[adjective]
    for code, entry in data_file("countries.yaml").items():
        country = Place(entry["name"], "country", code)
        countries[code] = entry["name"]
        for name in (entry["name"], *entry.get("also", ())):
            places[_without_article(name)] = country
        for name in entry.get("forms", ()):
            places[_without_article(name)] = Place(_without_article(name), "country", code)
        for seat in entry.get("seats", ()):
            places[_without_article(seat)] = Place(_without_article(seat), "seat", code)
        for demonym in entry.get("of", ()):
            demonyms[demonym] = country
            plural = _plural(demonym)
            if plural:
                demonyms.setdefault(plural, country)
    for name in countries.values():
        # after all others: 'Republic of China' and 'Republic of the Congo' have their own entries
        for form in regions["official_forms"]:
            for article in ("", "the "):
                places.setdefault(f"{form} of {article}{name}", places[_without_article(name)])
    lesser: set[str] = set()
    for code, names in regions["lesser_divisions"].items():
        for name in names:
            if name not in places and name not in demonyms:
                places[name] = Place(name, "division", code)
                lesser.add(name)
    cities, capitals, large = _cities(places, demonyms)
    return Gazetteer(places, cities, demonyms, countries, capitals, large, frozenset(lesser))


def _cities(places: Mapping[str, Place], demonyms: Mapping[str, Place | None]) -> tuple[dict[str, Place], dict[str, str], frozenset[str]]:
    cities: dict[str, Place] = {}
    capitals: dict[str, str] = {}
    large: set[str] = set()
    for name, code, *kind in table(FILE):
        if kind == ["C"]:
            capitals[name] = code
        elif name in places or name in demonyms:
            continue
        elif kind == ["L"]:
            large.add(name)
        cities.setdefault(name, Place(name, "city", code))
    return cities, capitals, frozenset(large)


def find_place(name: str) -> Place | None:
    """Return the country, region, division, seat or city of that name, or None."""
    bare = _without_article(name.strip())
    table = gazetteer()
    return table.places.get(bare) or table.cities.get(bare)


def find_demonym(name: str) -> Place | None:
    """Return the country or region whose people or things *name* calls so: 'Kenyan', 'Saudi', or None."""
    return gazetteer().demonyms.get(name.strip())


def country_name(code: str | None) -> str | None:
    """Return the common name of the country with the ISO code, or None."""
    return gazetteer().countries.get(code) if code else None


def canonical_place(name: str) -> str:
    """Return the common English name where *name* is a country or region, else *name* itself."""
    bare = _without_article(name.strip())
    place = gazetteer().places.get(bare)
    if place is None:
        # 'The Hague' keeps its article
        full = "The " + bare
        return full if full in gazetteer().cities else bare
    if place.kind == "seat":
        return country_name(place.country) or bare
    return place.name


@cache
def capitals() -> Mapping[str, str]:
    """Return country code -> capital; ``travel.yaml`` has those that GeoNames gives otherwise."""
    ours: Mapping[str, str] = data_file("travel.yaml")["capitals"]
    return {code: city for city, code in reversed(list(gazetteer().capitals.items()))} | dict(ours)
