"""What two claims of one fact give the claim that stands for both."""

from __future__ import annotations

from typing import Final

from factwatch.claims.identity import slug
from factwatch.model.claim import Claim
from factwatch.model.dates import covers
from factwatch.model.text import Evidence

_MOST_EVIDENCE: Final = 3
# Of two statuses told for one event, the one that says more about how it stands.
EVENT_RANK: Final = {"planned": 0, "underway": 1, "done": 2, "postponed": 3, "cancelled": 4}


def joined_evidence(first: Claim, second: Claim) -> tuple[Evidence, ...]:
    """Return the evidence of both, no more than a reader looks at."""
    evidence = list(first.evidence)
    for item in second.evidence:
        if len(evidence) < _MOST_EVIDENCE and not any(own.start <= item.start and item.end <= own.end for own in evidence):
            evidence.append(item)
    return tuple(evidence)


def longer(a: str | None, b: str | None) -> str | None:
    """Return the longer of two names, or the one that there is."""
    if a is None or b is None:
        return a or b
    return a if len(a) >= len(b) else b


def part_of(a: str | None, b: str | None) -> bool:
    """Tell whether all words of one name are words of the other."""
    left, right = slug(a).split("-"), slug(b).split("-")
    return set(left) <= set(right) or set(right) <= set(left)


def compatible(a: str | None, b: str | None) -> bool:
    """Tell whether two days can be one: one is open or covers the other."""
    return a is None or b is None or covers(a, b) or covers(b, a)


def narrower(a: str | None, b: str | None) -> str | None:
    """Return the one that says more of two days that can be one."""
    if a is None or b is None:
        return a or b
    return b if covers(a, b) else a
