"""Titles of a document held against a table of who held which office when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from factwatch.comparison.bodies import body_key
from factwatch.comparison.names import parse_person
from factwatch.comparison.persons import likeness, misspelt
from factwatch.comparison.places import country_code
from factwatch.comparison.standing import standing
from factwatch.comparison.times import written, written_day
from factwatch.errors import UsageError
from factwatch.interchange.office_holders import Reference, Tenure
from factwatch.lexicon.naming import office_of
from factwatch.lexicon.offices import holders, parse_office, relation
from factwatch.model.claim import ClaimSet, Inconsistency, TitleClaim
from factwatch.model.dates import parse_iso

__all__: Final = ["check_against_reference"]

_LIKE: Final = 0.6
_FULL_NAME: Final = 2


def check_against_reference(claims: ClaimSet, reference: Reference, *, published: dt.date | str | None = None) -> tuple[Inconsistency, ...]:
    """
    Return what *claims* say of offices that *reference* knows to have been held by another person on the day of publication.

    A title is reported where the table knows the person in that very office, and every term of theirs had surely ended, or not begun, when
    the document was published. Nothing is said of people and offices the table does not know, of former, acting and coming holders, of
    what somebody else says, of a family name alone, of a document without a date, or where a partial date leaves room.

    Args:
        claims: Of one document.
        reference: The office holders.
        published: Day of publication; None takes the document's own.

    Raises:
        UsageError: *published* is no day.

    """
    day = _day(published if published is not None else claims.document.published)
    if day is None:
        return ()
    by_body: dict[str | None, list[Tenure]] = {}
    for tenure in reference.tenures:
        by_body.setdefault(_body(tenure.of), []).append(tenure)
    found = []
    for claim in claims.claims:
        if not isinstance(claim, TitleClaim) or claim.status != "current" or standing(claim) != "firm" or not _speaks_of(claim, day):
            continue
        held = _terms(claim, by_body, reference.tenures, claims.aliases)
        if not held or any(tenure.may_cover(day) for tenure in held):
            continue
        if claim.since and _newer(claim.since, held):
            continue
        found.append(_finding(claim, held, by_body[_body(held[0].of)], day))
    return tuple(found)


def _day(published: dt.date | str | None) -> dt.date | None:
    if published is None or isinstance(published, dt.date):
        return published
    first, last = parse_iso(published)
    if first != last:
        raise UsageError(repr(published), "the date of publication must be a day", "Write it as 2025-03-26.")
    return first


def _speaks_of(claim: TitleClaim, day: dt.date) -> bool:
    """Return whether the claim is about the day of publication, as far as its own dates tell."""
    ended = claim.until is not None and parse_iso(claim.until)[1] < day
    coming = claim.since is not None and parse_iso(claim.since)[0] > day
    return not ended and not coming


def _newer(since: str, held: Iterable[Tenure]) -> bool:
    # 'in office since June': a term that began after all the terms in the table is one that the table does not know yet.
    return all(parse_iso(since)[0] > tenure.last for tenure in held)


@lru_cache(maxsize=1 << 12)
def _body(name: str | None) -> str | None:
    if name is None:
        return None
    code = country_code(name)
    return f"country:{code}" if code else f"body:{body_key(name)}"


def _terms(
    claim: TitleClaim, by_body: Mapping[str | None, list[Tenure]], every: Iterable[Tenure], aliases: Mapping[str, tuple[str, ...]]
) -> tuple[Tenure, ...]:
    """Return the terms of the claim's person in the claim's office; none where it is not plain who or which office is meant."""
    office = parse_office(claim.title)
    pool = by_body.get(_body(claim.of), ()) if claim.of is not None else every
    same = [tenure for tenure in pool if relation(office, parse_office(tenure.title)) == "same"]
    names = (claim.person, *aliases.get(claim.person, ()))
    scores = {person: _likeness(names, person, same) for person in {tenure.person for tenure in same}}
    best = max(scores.values(), default=0.0)
    if best < _LIKE or list(scores.values()).count(best) > 1:
        return ()
    person = next(name for name, score in scores.items() if score == best)
    terms = tuple(tenure for tenure in same if tenure.person == person)
    # Without a body in the text, the table must leave only one.
    return terms if len({_body(tenure.of) for tenure in terms}) == 1 else ()


def _likeness(names: Iterable[str], person: str, tenures: Iterable[Tenure]) -> float:
    known = {person, *(alias for tenure in tenures if tenure.person == person for alias in tenure.aliases)}
    return max((_like(one, other) for one in names for other in known), default=0.0)


def _like(one: str, other: str) -> float:
    first, second = parse_person(one), parse_person(other)
    if min(len(first.tokens), len(second.tokens)) < _FULL_NAME:
        return 0.0
    # The office is the same already, which speaks for a slip of the pen rather than for another person.
    return likeness(first, second) or misspelt(first, second, corroborated=True)


def _finding(claim: TitleClaim, held: tuple[Tenure, ...], same_body: Iterable[Tenure], day: dt.date) -> Inconsistency:
    person, office = held[0].person, office_of(held[0].title, held[0].of)
    past = [tenure for tenure in held if tenure.last < day]
    if past:
        terms = " and ".join(_term(tenure) for tenure in sorted(past, key=lambda tenure: tenure.last))
        said = f"{person} held that office {terms}"
    else:
        said = f"{person} holds that office only from {written(min(tenure.start or '' for tenure in held))}"
    right = _holder(claim, same_body, day)
    now = f"; on that day it was held by {right.person} (since {written(right.start)})" if right else ""
    return Inconsistency(
        subject=office_of(claim.title, claim.of or held[0].of),
        explanation=f"Published on {written_day(day)}, it names {claim.person} as {office}, but {said}{now}.",
        claims=(claim.id,),
        evidence=claim.evidence,
    )


def _term(tenure: Tenure) -> str:
    end = f"until {written(tenure.end)}"
    return f"from {written(tenure.start)} {end}" if tenure.start else end


def _holder(claim: TitleClaim, same_body: Iterable[Tenure], day: dt.date) -> Tenure | None:
    """Return who held the office on *day*, where one person only can and the table leaves no doubt."""
    office = parse_office(claim.title)
    if holders(office, national=(_body(claim.of) or "").startswith("country:")) != "one":
        return None
    same = [tenure for tenure in same_body if relation(office, parse_office(tenure.title)) == "same" and tenure.may_cover(day)]
    if len({tenure.person for tenure in same}) != 1 or not any(tenure.surely_covers(day) for tenure in same):
        return None
    return next(tenure for tenure in same if tenure.surely_covers(day))
