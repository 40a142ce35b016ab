"""Claims expire: plans whose day has passed, and which nothing has confirmed."""

from __future__ import annotations

import datetime as dt

from factwatch.comparison.ledger import Ledger
from factwatch.comparison.phrasing import event, event_in_sentence
from factwatch.comparison.standing import is_denial, standing
from factwatch.comparison.times import period, written, written_day
from factwatch.model.change import Due
from factwatch.model.claim import ClaimSet, MeetingClaim, VisitClaim


def due_claims(claims: ClaimSet, today: dt.date, told: frozenset[str] | set[str] = frozenset()) -> tuple[Due, ...]:
    """
    Return the planned visits and meetings of *claims* that should have happened before *today*.

    Args:
        claims: The baseline.
        today: The day to judge by.
        told: Ids of claims that later coverage has confirmed as done, or changed.
    """
    found: list[Due] = []
    for claim in claims.claims:
        if not isinstance(claim, VisitClaim | MeetingClaim) or claim.status != "planned" or is_denial(claim) or standing(claim) == "none":
            continue
        if claim.id in told:
            continue
        when = period(claim.when, claim.when_qualifier)
        if when is None or when.last >= today:
            continue
        subject = event(claim)
        planned = written(claim.when, claim.when_qualifier)
        found.append(
            Due(
                claim=claim.id,
                subject=subject,
                when=claim.when or "",
                explanation=(
                    f"{event_in_sentence(claim)} was planned for {planned}; "
                    f"by {written_day(today)} nothing has confirmed that it took place."
                ),
            )
        )
    return tuple(found)


def told_of(ledger: Ledger) -> frozenset[str]:
    """Return the ids of the baseline's plans of which the later document tells what became of them."""
    happened = {claim.id for claim in ledger.later.claims if claim.status in {"done", "underway"}}
    told = [change.claims.before for change in ledger.changes]
    told.extend(item.claims.before for item in ledger.confirmed if item.claims.after in happened)
    return frozenset(claim for claim in told if claim is not None)
