"""The names of one claim set: what each refers to, as far as one side alone can tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from attrs import Factory, define

from factwatch.comparison.bodies import body_key, is_body
from factwatch.comparison.names import common_given_names
from factwatch.comparison.places import capital_of, country_code
from factwatch.lexicon.folding import fold
from factwatch.model.claim import Claim, ClaimSet, RoleClaim, TitleClaim

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


def who_of(claim: Claim) -> tuple[str, ...]:
    """Return the names of those whom *claim* is about."""
    if claim.kind == "title":
        return (claim.person,)
    if claim.kind == "role":
        return (claim.holder,)
    if claim.kind == "visit":
        return (claim.who,)
    return (*claim.who, *claim.with_) if claim.kind == "meeting" else (claim.speaker,)


def bodies_only(sides: Iterable[ClaimSet]) -> frozenset[str]:
    """Return the folded names that somebody has an office of, and nobody else's office is said of."""
    bodies: set[str] = set()
    people: set[str] = set()
    for claims in sides:
        for claim in claims.claims:
            if claim.kind == "title":
                people.add(claim.person)
            if isinstance(claim, TitleClaim | RoleClaim) and claim.of is not None:
                bodies.add(claim.of)
    return frozenset(fold(name) for name in bodies) - frozenset(fold(name) for name in people)


def side_of(claims: ClaimSet, own: Mapping[str, str], bodies: frozenset[str]) -> Side:
    """Collect the names of *claims*; *own* is the user's word on them, *bodies* the names that are known to be no person's."""
    side = Side()
    for name, others in claims.aliases.items():
        for other in others:
            side.aliases[fold(other)] = name
    for claim in claims.claims:
        for name, nature in names_of(claim):
            if name in side.key_of:
                if nature == "person":
                    side.nature_of[side.key_of[name]] = "person"
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
        if nature == "body" or folded in bodies or is_body(full):
            return f"body:{body_key(full)}", "body"
    return folded, nature
