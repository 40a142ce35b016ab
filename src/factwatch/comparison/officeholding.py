"""Titles and roles read alike: who holds what."""

from __future__ import annotations

from factwatch.model.claim import RoleClaim, TitleClaim


def office_name(claim: TitleClaim | RoleClaim) -> str:
    """Return the office or function of *claim*, as written."""
    return claim.title if isinstance(claim, TitleClaim) else claim.role


def holder_name(claim: TitleClaim | RoleClaim) -> str:
    """Return who holds it by *claim*, as written."""
    return claim.person if isinstance(claim, TitleClaim) else claim.holder
