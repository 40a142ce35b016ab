"""What deserves a look: changes that wait, changes that are out of date, watches without coverage, plans long past their day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from attrs import frozen

from factwatch.model.change import Due
from factwatch.snapshots.history import describe, last_day
from factwatch.snapshots.pending import Check, PendingItem
from factwatch.snapshots.record import Snapshot

__all__: Final = ["WatchStatus", "overdue", "status_of"]


@frozen(kw_only=True)
class WatchStatus:
    """The state of one watch."""

    watch: str
    version: int | None
    """Newest version; None where there is none yet."""
    accepted: str | None
    claims: int
    pending: tuple[PendingItem, ...]
    obsolete: tuple[PendingItem, ...]
    """Pending items that no longer fit what stands: `SnapshotStore.prune` removes them."""
    rejected: int
    last_check: Check | None
    """As far as this machine knows."""
    without_coverage: bool
    """Nothing but the first version's documents was ever held against it, as far as its files and this machine know."""
    due: tuple[Due, ...]
    problem: str | None = None
    """Why the watch cannot be used as it is."""


def status_of(
    watch: str,
    head: Snapshot | None,
    items: Sequence[PendingItem],
    *,
    checks: Sequence[Check],
    rejected: int,
    today: str,
    grace_days: int,
    problem: str | None = None,
) -> WatchStatus:
    """Return the state of a watch from what its files hold."""
    later = head is not None and any(source.added > 1 for source in head.sources)
    return WatchStatus(
        watch=watch,
        version=head.version if head else None,
        accepted=head.accepted if head else None,
        claims=len(head.claims) if head else 0,
        pending=tuple(item for item in items if not item.obsolete),
        obsolete=tuple(item for item in items if item.obsolete),
        rejected=rejected,
        last_check=max(checks, key=lambda check: check.day, default=None),
        without_coverage=not (later or items or checks or rejected),
        due=overdue(head, today, grace_days) if head else (),
        problem=problem,
    )


def overdue(snapshot: Snapshot, today: str, grace_days: int) -> tuple[Due, ...]:
    """
    Return the claims of *snapshot* whose day has long passed.

    Args:
        snapshot: What stands.
        today: ISO 8601 day.
        grace_days: Days after its last day from which on a plan is overdue.
    """
    limit = (dt.date.fromisoformat(today) - dt.timedelta(days=grace_days)).isoformat()
    rows = []
    for entry in snapshot.claims:
        claim = entry.claim
        if claim.kind in ("visit", "meeting") and claim.status in ("planned", "underway"):
            when = getattr(claim, "when", None)
            what = f"is still {claim.status}, though its last day has passed"
        elif claim.kind in ("title", "role") and claim.status in ("current", "acting"):
            when = getattr(claim, "until", None)
            what = "still stands, though its end has passed"
        else:
            continue
        if when is not None and last_day(when) < limit:
            rows.append(Due(claim=claim.id, subject=describe(claim), when=when, explanation=f"{describe(claim)} {what} ({when})."))
    return tuple(rows)
