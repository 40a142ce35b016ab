"""The names of one claim set: what each refers to, as far as one side alone can tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from attrs import Factory, define, frozen

from factwatch.comparison.bodies import body_key, is_body
from factwatch.comparison.names import common_given_names
from factwatch.comparison.places import capital_of, country_code
from factwatch.lexicon.folding import fold
from factwatch.model.claim import Claim, ClaimSet

Nature = Literal["person", "body", "either"]


@define
class Side:
    """The names of one claim set, while they are being linked."""

    key_of: dict[str, str] = Factory(dict)
    """Name -> key."""
    nature_of: dict[str, Nature] = Factory(dict)
    """Key -> what it names."""
    name_of: dict[str, str] = Factory(dict)
    """Key -> first name seen."""
    aliases: dict[str, str] = Factory(dict)
    """Folded other name -> folded name, as the document introduces them."""


def names_of(claim: Claim) -> Iterator[tuple[str, Nature]]:
    """Yield the names in *claim* that refer to people, bodies and countries."""
    if claim.kind == "title":
        yield claim.person, "person"
        if claim.of is not None:
            yield claim.of, "body"
    elif claim.kind == "role":
        yield claim.holder, "either"
        if claim.of is not None:
            yield claim.of, "body"
    elif claim.kind == "visit":
        yield claim.who, "either"
    elif claim.kind == "meeting":
        for name in claim.who:
            yield name, "either"
        for name in claim.with_:
            yield name, "either"
    else:
        yield claim.speaker, "either"


@frozen
class Names:
    """The different names of one claim set, in order, by what they can be from where they stand."""

    people: Mapping[str, None]
    bodies: Mapping[str, None]
    """Bodies and countries that somebody has an office of."""
    either: Mapping[str, None]


def collect(claims: ClaimSet) -> Names:
    """Return the names in *claims*."""
    people: dict[str, None] = {}
    bodies: dict[str, None] = {}
    either: dict[str, None] = {}
    for claim in claims.claims:
        if claim.kind == "title":
            people[claim.person] = None
            if claim.of is not None:
                bodies[claim.of] = None
        elif claim.kind == "role":
            either[claim.holder] = None
            if claim.of is not None:
                bodies[claim.of] = None
        elif claim.kind == "visit":
            either[claim.who] = None
        elif claim.kind == "meeting":
            for name in (*claim.who, *claim.with_):
                either[name] = None
        else:
            either[claim.speaker] = None
    return Names(people, bodies, either)


def bodies_only(sides: Iterable[Names]) -> frozenset[str]:
    """Return the folded names that somebody has an office of, and nobody else's office is said of."""
    bodies: set[str] = set()
    people: set[str] = set()
    for names in sides:
        bodies.update(names.bodies)
        people.update(names.people)
    return frozenset(fold(name) for name in bodies) - frozenset(fold(name) for name in people)


def side_of(claims: ClaimSet, names: Names, own: Mapping[str, str], bodies: frozenset[str]) -> Side:
    """Give each of the *names* of *claims* its key; *own* is the user's word on them, *bodies* the names that are surely no person's."""
    side = Side()
    for full, others in claims.aliases.items():
        for other in others:
            side.aliases[fold(other)] = full
    natures: tuple[tuple[Nature, Mapping[str, None]], ...] = (("person", names.people), ("body", names.bodies), ("either", names.either))
    for nature, group in natures:
        for name in group:
            if name in side.key_of:
                continue
            key, found = _key(name, nature, side.aliases, own, bodies)
            side.key_of[name] = key
            if side.nature_of.get(key) != "person":
                side.nature_of[key] = found
            shown = side.name_of.setdefault(key, name)
            if len(name) > len(shown):
                side.name_of[key] = name
    return side


def _key(name: str, nature: Nature, introduced: Mapping[str, str], own: Mapping[str, str], bodies: frozenset[str]) -> tuple[str, Nature]:
    folded = fold(name)
    if folded in own:
        return own[folded], nature
    full = introduced.get(folded, name)
    folded = fold(full)
    if folded in own:
        return own[folded], nature
    if nature != "person":
        code = country_code(full)
        if code is None and nature == "either" and folded not in common_given_names():
            # 'Bogotá holds the presidency': a capital stands for its government.
            code = capital_of(full)
        if code is not None:
            return f"country:{code}", "body"
        if folded in bodies or is_body(full):
            return f"body:{body_key(full)}", "body"
        if nature == "body":
            # 'B will represent A': A has an office on one side or the other
            return folded, "person"
    return folded, nature
