"""
Offices that the later document speaks of without naming them: 'A has resigned', 'B succeeded A'.

Which office it is follows from the baseline, where that gives A one office to leave. What is deduced is compared like any other claim.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from attrs import evolve

from factwatch.claims.identity import claim_id
from factwatch.comparison.aliases import Aliases
from factwatch.comparison.linking import link
from factwatch.comparison.officeholding import holder_name, office_name
from factwatch.comparison.standing import is_denial
from factwatch.comparison.times import day, period
from factwatch.lexicon.folding import fold
from factwatch.lexicon.offices import holders, is_incidental, parse_office, role_status
from factwatch.model.claim import ClaimSet, RoleClaim, Succession, TitleClaim

_HELD: Final = frozenset({"current", "acting", "elect", "designate"})
_MONTH: Final = 31
_PENDING: Final = "?"
"""Stands for the office until the baseline tells it."""


def deduce(baseline: ClaimSet, later: ClaimSet, aliases: Aliases) -> tuple[TitleClaim | RoleClaim, ...]:
    """
    Return what *later* claims of offices that only *baseline* names.

    Nothing where the baseline gives the holder several offices that can be meant, or none.
    """
    if not later.successions:
        return ()
    asked = tuple(_placeholder(told.holder) for told in later.successions)
    linking = link(baseline, evolve(later, claims=(*later.claims, *asked)), aliases)
    wanted = {linking.later[claim.person] for claim in asked}
    held: dict[str, list[TitleClaim | RoleClaim]] = {}
    for claim in baseline.claims:
        if isinstance(claim, TitleClaim | RoleClaim) and claim.status in _HELD and not is_denial(claim):
            key = linking.baseline[holder_name(claim)]
            if key in wanted:
                held.setdefault(key, []).append(claim)
    found: dict[str, TitleClaim | RoleClaim] = {}
    for told in later.successions:
        offices = held.get(linking.later[told.holder], ())
        office = None if _is_long_past(told, baseline) or _is_named(told, offices, later) else _meant(offices)
        if office is not None:
            claim = _claim(told, office)
            if claim.id not in found or found[claim.id].confidence < claim.confidence:
                found[claim.id] = claim
    own = {claim.id for claim in later.claims}
    return tuple(claim for claim_id_, claim in found.items() if claim_id_ not in own)


def _placeholder(person: str) -> TitleClaim:
    return TitleClaim(id="", person=person, title=_PENDING)


def _is_long_past(told: Succession, baseline: ClaimSet) -> bool:
    """Return whether it happened long before the baseline was written: another office, of which the baseline does not speak."""
    published, when = day(baseline.document.published), period(told.until or told.since)
    return published is not None and when is not None and (published - when.last).days > _MONTH


def _is_named(told: Succession, offices: Iterable[TitleClaim | RoleClaim], later: ClaimSet) -> bool:
    """Return whether the document does name what is taken over: 'A is the new chair, taking over from President B'."""
    named = {fold(office_name(claim)) for claim in offices}
    return any(
        isinstance(claim, TitleClaim | RoleClaim)
        and holder_name(claim) == told.person
        and fold(office_name(claim)) in named
        and told.person != told.holder
        for claim in later.claims
    )


def _meant(offices: Iterable[TitleClaim | RoleClaim]) -> TitleClaim | RoleClaim | None:
    """Return the one office that can be left or taken over: not a rank that is kept for life, nor one of many."""
    left = [*{office_name(claim): claim for claim in offices if _can_be_left(claim)}.values()]
    chosen = [claim for claim in left if claim.kind == "title"] or left
    return chosen[0] if len(chosen) == 1 else None


def _can_be_left(claim: TitleClaim | RoleClaim) -> bool:
    office = parse_office(office_name(claim))
    return holders(office, national=True) != "many" and not is_incidental(office)


def _claim(told: Succession, office: TitleClaim | RoleClaim) -> TitleClaim | RoleClaim:
    """Return *told* of the office that the baseline's claim names."""
    fresh: dict[str, Any] = {
        "id": claim_id(office.kind, told.person, office_name(office), office.of),
        "since": told.since,
        "until": told.until,
        "modality": "asserted",
        "attribution": told.attribution,
        "confidence": told.confidence,
        "rule": told.rule,
        "raw": {},
        "evidence": told.evidence,
    }
    if isinstance(office, TitleClaim):
        return evolve(office, person=told.person, status=told.status, **fresh)
    return evolve(office, holder=told.person, status=role_status(told.status), **fresh)
