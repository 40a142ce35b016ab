"""How claims read in subjects and sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.comparison.officeholding import office_name
from factwatch.comparison.times import written
from factwatch.lexicon.folding import fold
from factwatch.lexicon.naming import office_of, with_article
from factwatch.model.claim import Claim, MeetingClaim, RoleClaim, TitleClaim, VisitClaim


def listed(names: Sequence[str]) -> str:
    """
    Return names as they stand in a sentence.

    >>> listed(["Peru", "Ecuador", "Colombia"])
    'Peru, Ecuador and Colombia'
    """
    if len(names) < 2:  # noqa: PLR2004  # nothing to join
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def post(claim: TitleClaim | RoleClaim) -> str:
    """Return the claim's office with its body: 'Prime Minister of Senegal'."""
    return office_of(office_name(claim), claim.of)


_CHAIRS: Final = ("presidency", "chairmanship", "rotating chair", "leadership")
"""Functions that are held rather than been: a country is 'holder of the rotating presidency'."""
_BEFORE: Final = {"acting": "acting ", "former": "former ", "nominee": "nominee for ", "incoming": "incoming "}
_AFTER: Final = {"elect": "-elect", "designate": " (designate)"}


def standing_post(claim: TitleClaim | RoleClaim) -> str:
    """Return an office with its status: 'acting Prime Minister of Senegal'."""
    name = office_name(claim)
    if claim.kind == "role" and fold(name).endswith(_CHAIRS):
        name = f"holder of the {name}"
    return _BEFORE.get(claim.status, "") + office_of(name + _AFTER.get(claim.status, ""), claim.of)


def event(claim: VisitClaim | MeetingClaim) -> str:
    """Return what is to happen: 'Marco Rubio: visit to Guyana'."""
    if isinstance(claim, VisitClaim):
        return f"{claim.who}: visit to {claim.place}"
    return f"{listed((*claim.who, *claim.with_))}: {'call' if claim.medium else 'meeting'}"


def event_in_sentence(claim: VisitClaim | MeetingClaim) -> str:
    """Return what is to happen as the subject of a sentence: 'The visit of Marco Rubio to Guyana'."""
    if isinstance(claim, VisitClaim):
        return f"The visit of {claim.who} to {with_article(claim.place)}"
    return f"The {'call' if claim.medium else 'meeting'} of {listed((*claim.who, *claim.with_))}"


def inside(place: str | None) -> str:
    """Return ' in Lima', or '' where no place is given."""
    return f" in {place}" if place else ""


def time_of(claim: VisitClaim | MeetingClaim) -> str:
    """Return ' on 2 April 2025', or '' where the claim has no time."""
    words = written(claim.when, claim.when_qualifier)
    if not words:
        return ""
    whole_day = claim.when is not None and len(claim.when.partition("/")[0]) > len("2025-03")
    return f" {'on' if whole_day else 'in'} {words}"


def subject_of(claim: Claim) -> str:
    """Return what a claim is about."""
    if claim.kind == "title":
        return f"{claim.person}: {post(claim)}"
    if claim.kind == "role":
        return f"{claim.holder}: {post(claim)}"
    if claim.kind == "statement":
        return f"{claim.speaker}: statement"
    return event(claim)


def source(claim: Claim) -> str:
    """Return ', according to NAME' where a claim rests on a speaker's word, else ''."""
    return f", according to {claim.attribution}" if claim.attribution else ""
