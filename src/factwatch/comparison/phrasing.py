"""How claims read in subjects and sentences."""

from __future__ import annotations

from collections.abc import Sequence

from factwatch.comparison.times import written
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
    """Return an office with its body: 'Prime Minister of Senegal'."""
    name = claim.title if isinstance(claim, TitleClaim) else claim.role
    return f"{name} of {claim.of}" if claim.of else name


_STATUS = {
    "current": "{post}",
    "acting": "acting {post}",
    "former": "former {post}",
    "elect": "{post}-elect",
    "designate": "{post} (designate)",
    "nominee": "nominee for {post}",
    "incoming": "incoming {post}",
}


def standing_post(claim: TitleClaim | RoleClaim) -> str:
    """Return an office with its status: 'acting Prime Minister of Senegal'."""
    return _STATUS[claim.status].format(post=post(claim))


def event(claim: VisitClaim | MeetingClaim) -> str:
    """Return what is to happen: 'Marco Rubio: visit to Guyana'."""
    if isinstance(claim, VisitClaim):
        return f"{claim.who}: visit to {claim.place}"
    return f"{listed((*claim.who, *claim.with_))}: {'call' if claim.medium else 'meeting'}"


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
