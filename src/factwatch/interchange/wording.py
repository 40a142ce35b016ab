"""A claim in one plain line, for programs that show a list."""

from __future__ import annotations

from typing import Final

from factwatch.lexicon.naming import office_of
from factwatch.model.claim import Claim, MeetingClaim, RoleClaim, StatementClaim, TitleClaim, VisitClaim

__all__: Final = ["sentence_of"]


def sentence_of(claim: Claim) -> str:
    """Return what *claim* says: 'Mia Mottley: Prime Minister of Barbados (former)'."""
    match claim:
        case TitleClaim():
            words = f"{claim.person}: {office_of(claim.title, claim.of)}"
        case RoleClaim():
            words = f"{claim.holder}: {office_of(claim.role, claim.of)}"
        case VisitClaim():
            words = f"{claim.who}: visit to {claim.place}"
        case MeetingClaim():
            parties = ", ".join(claim.who) + (f" with {', '.join(claim.with_)}" if claim.with_ else "")
            words = f"{parties}: {claim.medium or 'meeting'}" + (f" in {claim.place}" if claim.place else "")
        case StatementClaim():
            words = f"{claim.speaker}: “{claim.words}”" if claim.direct else f"{claim.speaker}: {claim.words}"
    when = getattr(claim, "when", None)
    details = [part for part in (when, claim.status if claim.status != "current" else None) if part]
    if claim.polarity == "negative":
        details.append("denied")
    return f"{words} ({', '.join(details)})" if details else words
