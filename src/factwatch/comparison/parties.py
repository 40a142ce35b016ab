"""Who takes part in a meeting: named people, states, bodies, and groups that a text only describes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Literal

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


@lru_cache(maxsize=1 << 15)
def _described(name: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]] | None:
    """Return (nouns, countries, words) where *name* describes somebody rather than naming him, else None."""
    words = fold(name).split()
    nouns = frozenset(_group_nouns()[word] for word in words if word in _group_nouns())
    lower = name[:1].islower()
    if not nouns and not lower:
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
        return Party(key, name, "group", nouns, of, words)
    if key.startswith("body:"):
        return Party(key, name, "body", words=frozenset(body_key(name).split()))
    return Party(key, name, "person", countries=frozenset(countries.get(key, ())))


def fits(one: Party, other: Party) -> int:
    """
    Return how well two participants that are not the same name can be one: 2 where something speaks for it, 1 where nothing speaks against it, else 0.

    A described group or a state may later be named; two names never are one here, since linking has already spoken.
    """
    if one.key == other.key:
        return 2
    kinds = {one.kind, other.kind}
    if kinds == {"person"} or kinds == {"state"} or kinds == {"body"} or kinds == {"body", "person"}:
        return 0
    if one.countries and other.countries:
        if one.countries.isdisjoint(other.countries):
            return 0
        return 0 if one.nouns and other.nouns and one.nouns.isdisjoint(other.nouns) and kinds == {"group"} else 2
    if kinds == {"group"}:
        if one.nouns & other.nouns:
            return 2
        return 2 if len(one.words & other.words) > 1 else 1 if not one.nouns or not other.nouns else 0
    if kinds == {"group", "body"}:
        return 2 if one.words & other.words else 1
    return 1


def matched(one: Iterable[Party], other: Iterable[Party]) -> tuple[int, list[Party], list[Party]]:
    """Return how well the participants of two meetings beside the shared ones fit, and those on either side that nothing fits."""
    left, right = list(one), list(other)
    best = 0
    free: list[Party] = []
    for item in left:
        partner = max(right, key=lambda candidate: fits(item, candidate), default=None)  # noqa: B023  # used at once
        fit = fits(item, partner) if partner is not None else 0
        if partner is None or not fit:
            free.append(item)
            continue
        best = max(best, fit)
        if item.kind != "group" or partner.kind == "group":
            right.remove(partner)
        elif partner.kind != "group":
            # A group may be several people later named.
            right = [candidate for candidate in right if not fits(item, candidate)]
    return best, free, right
