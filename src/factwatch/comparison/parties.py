"""Who takes part in a meeting: named people, states, bodies, and groups that a text only describes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache, partial
from typing import Final, Literal

from attrs import frozen

from factwatch.comparison.bodies import body_key
from factwatch.comparison.places import country_code
from factwatch.comparison.tables import table
from factwatch.lexicon.folding import fold

PartyKind = Literal["person", "state", "body", "group"]


@frozen
class Party:
    """One participant."""

    key: str
    name: str
    kind: PartyKind
    nouns: frozenset[str] = frozenset()
    """For a group: what its members are ('officials')."""
    countries: frozenset[str] = frozenset()
    """Countries that it is of, as far as known."""
    words: frozenset[str] = frozenset()
    """For a group: all words that describe it."""


@cache
def _group_nouns() -> Mapping[str, str]:
    return {str(word): str(group[0]) for group in table("parties")["groups"] for word in group}


@cache
def _particles() -> frozenset[str]:
    return frozenset(table("names")["particles"]) | {"the"}


@lru_cache(maxsize=1 << 15)
def _described(name: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]] | None:
    """Return (nouns, countries, words) where *name* describes somebody rather than naming him, else None."""
    words = fold(name).split()
    nouns = frozenset(_group_nouns()[word] for word in words if word in _group_nouns())
    if not nouns and not any(
        word[:1].islower() and fold(word).split()[:1] and fold(word).split()[0] not in _particles() for word in name.split()
    ):
        return None
    countries = {
        code
        for size in (1, 2, 3)
        for start in range(len(words) - size + 1)
        if (code := country_code(" ".join(words[start : start + size])))
    }
    return (
        nouns,
        frozenset(f"country:{code}" for code in countries),
        frozenset(words) - {"the", "a", "an", "of", "and", "from", "other", "some"},
    )


def party(name: str, key: str, countries: Mapping[str, set[str]]) -> Party:
    """
    Tell what kind of participant *name* is.

    Args:
        name: As the claim has it.
        key: What linking found it to refer to.
        countries: Key of a person -> keys of the countries that the person holds office in.
    """
    if key.startswith("country:"):
        return Party(key, name, "state", countries=frozenset({key}))
    described = _described(name)
    if described is not None and key not in countries:
        nouns, of, words = described
        return Party(f"group:{' '.join(sorted(words))}", name, "group", nouns, of, words)
    if key.startswith("body:"):
        return Party(key, name, "body", words=frozenset(body_key(name).split()))
    return Party(key, name, "person", countries=frozenset(countries.get(key, ())))


BORNE_OUT: Final = 2
"""Something speaks for two participants being one."""
_POSSIBLE: Final = 1
"""Nothing speaks against it."""
_NO: Final = 0


def fits(one: Party, other: Party) -> int:
    """
    Return how well two participants of different names can be one: `BORNE_OUT`, 1 where nothing speaks against it, else 0.

    A described group or a state may later be named; two names never are one here, since linking has already spoken.
    """
    if one.key == other.key:
        return BORNE_OUT
    groups = [item for item in (one, other) if item.kind == "group"]
    if not groups and "state" not in {one.kind, other.kind}:
        return _NO
    if one.kind == other.kind == "state":
        return _NO
    if one.countries and other.countries:
        others = len(groups) > 1 and one.nouns and other.nouns and one.nouns.isdisjoint(other.nouns)
        return _NO if others or one.countries.isdisjoint(other.countries) else BORNE_OUT
    if len(groups) > 1:
        if one.nouns & other.nouns or len(one.words & other.words) > 1:
            return BORNE_OUT
        return _POSSIBLE if not one.nouns or not other.nouns else _NO
    if groups and "body" in {one.kind, other.kind}:
        return BORNE_OUT if one.words & other.words else _POSSIBLE
    return _POSSIBLE


def matched(one: Iterable[Party], other: Iterable[Party]) -> tuple[int, list[Party], list[Party]]:
    """Return how well the participants of two meetings beside the shared ones fit, and those on either side that nothing fits."""
    left, right = list(one), list(other)
    best = 0
    free: list[Party] = []
    several: list[Party] = []
    for item in left:
        partner = max(right, key=partial(fits, item), default=None)
        fit = fits(item, partner) if partner is not None else _NO
        if partner is None or not fit:
            free.append(item)
            continue
        best = max(best, fit)
        if item.kind == "group" and partner.kind != "group":
            # A group may be several people who are later named.
            right = [candidate for candidate in right if not fits(item, candidate)]
        elif partner.kind == "group":
            # So may the group of the other side be.
            several.append(partner)
        else:
            right.remove(partner)
    return best, free, [item for item in right if item not in several]


def are_hosts(parties: Iterable[Party], keys: frozenset[str]) -> bool:
    """Return whether those of *keys* are of one country: who receives two guests on two days is the same both times."""
    countries = [item.countries for item in parties if item.key in keys and item.kind == "person"]
    return bool(countries) and bool(frozenset.intersection(*countries))
