"""What became of a planned visit or meeting: done, cancelled, denied, postponed, on again, on another day."""

from __future__ import annotations

import datetime as dt
from typing import Final, Literal, TypeVar

from attrs import evolve, frozen

from factwatch.comparison.occasions import Occasion
from factwatch.comparison.phrasing import time_of
from factwatch.comparison.standing import is_denial, standing
from factwatch.comparison.tables import tells
from factwatch.comparison.times import period, relation, written
from factwatch.model.claim import MeetingClaim, VisitClaim

FateKind = Literal[
    "visit.completed",
    "visit.cancelled",
    "visit.postponed",
    "visit.added",
    "visit.rescheduled",
    "meeting.completed",
    "meeting.cancelled",
    "meeting.postponed",
    "meeting.added",
    "meeting.rescheduled",
]
_DEPARTURE: Final = "travel/leave"
"""The rule by which somebody sets out."""
_TOLD: Final = {"done": 4, "postponed": 3, "cancelled": 2, "underway": 1, "planned": 0}
"""How much a status tells of what became of a plan."""
Event = VisitClaim | MeetingClaim
AnEvent = TypeVar("AnEvent", VisitClaim, MeetingClaim)


@frozen(kw_only=True)
class Fate:
    """What the later document says became of an event."""

    kind: FateKind
    before: str | None
    after: str | None
    says: str
    """Goes on after 'by 2 May 2025 it ...'."""
    rule: str


def status_of(claim: Event) -> str:
    """Return the status; a denied event counts as a cancelled one."""
    return "cancelled" if is_denial(claim) else claim.status


def weight(claim: Event, which: Occasion) -> tuple[bool, int, bool]:
    """Rank later claims of one event: what happened before what was planned, a day that fits before another one."""
    status = status_of(claim)
    return standing(claim) == "firm" or status not in {"planned", "underway"}, _TOLD[status], which == "same"


def believed(claim: AnEvent, published: dt.date | None) -> AnEvent:
    """Return the claim as far as it can be true: what is told as done on a day after the text was written is a plan."""
    if claim.status != "done" or published is None:
        return claim
    if claim.rule == _DEPARTURE and (claim.when is None or claim.when == published.isoformat()):
        # 'left for Peru this morning': under way at most
        return evolve(claim, status="underway")
    if claim.when is None:
        return claim
    when = period(claim.when, claim.when_qualifier)
    return evolve(claim, status="planned") if when is not None and when.first > published and not when.fuzzy else claim


def state(claim: Event) -> str:
    """
    Return status and time as they stand in a sentence.

    >>> state(VisitClaim(id="v", who="A", place="Peru", when="2025-04-11"))
    'planned for 11 April 2025'
    """
    status = status_of(claim)
    words = written(claim.when, claim.when_qualifier)
    if status == "planned" and words:
        return f"planned for {words}"
    return f"{'under way' if status == 'underway' else status}{time_of(claim)}"


def comparable(claim: Event, which: Occasion) -> dict[str, str | None]:
    """Return what is compared of an event that both sides speak of; 'under way' is no news of a plan."""
    status = status_of(claim)
    return {
        "status": "planned" if status == "underway" else status,
        "occasion": which,
        "sooner": "sooner" if is_sooner(claim) else None,
    }


def is_sooner(claim: Event) -> bool:
    """Return whether the text says that the event comes earlier than planned, and not on which day: 'has been brought forward'."""
    return claim.when is None and claim.status == "planned" and tells(claim, "advancing")


def is_put_off(old: Event, best: Event, other: Event, which: Occasion) -> bool:
    """Return whether *other*, a plan for a later day, is what became of an event that *best* calls cancelled: then it is put off."""
    if best.status != "cancelled" or is_denial(best) or which != "moved" or other.status != "planned" or standing(other) != "firm":
        return False
    before, after = period(old.when), period(other.when)
    return before is not None and after is not None and after.first > before.last


def _is_known_delay(old: Event, new: Event) -> bool:
    """Return whether an event is put off to when the baseline has it 'now', told less precisely: it is the delay that is known."""
    return tells(old, "moving") and relation(period(new.when, new.when_qualifier), period(old.when, old.when_qualifier)) == "contains"


def fate(old: Event, new: Event, which: Occasion) -> Fate | None:
    """
    Return what the later claim *new* tells of *old*, None where it tells nothing new.

    Args:
        old: The baseline's claim.
        new: The later document's claim of the same event.
        which: Whether *new* puts it at the same time.
    """
    before, after = status_of(old), status_of(new)
    visit = isinstance(old, VisitClaim)
    again = before == after == "postponed" and which == "moved"
    if before in {"done", after} and not (before == after == "planned" or again):
        return None
    if after == "done":
        time = time_of(new)
        says = f"has taken place,{time}" if time else "has taken place"
        return Fate(
            kind="visit.completed" if visit else "meeting.completed", before=state(old), after=state(new), says=says, rule="completed"
        )
    if after == "cancelled" and old.status == "underway":
        # What has begun is not called off any more: it ends early, or another one is meant.
        return None
    if after == "cancelled":
        word = "denied" if is_denial(new) else "cancelled"
        kind: FateKind = "visit.cancelled" if visit else "meeting.cancelled"
        return Fate(kind=kind, before=state(old), after=word, says=f"is {word}", rule=word)
    if after == "postponed" and before == "planned" and _is_known_delay(old, new):
        return None
    if after == "postponed":
        until = f" to {written(new.when, new.when_qualifier)}" if new.when and new.when != old.when else ""
        kind = "visit.postponed" if visit else "meeting.postponed"
        return Fate(kind=kind, before=state(old), after=f"postponed{until}", says=f"is put off{until}", rule="postponed")
    if before == "cancelled" and new.when is None and not tells(new, "reviving"):
        # 'his planned visit': the text may not know that it is off, or tell of what was planned
        return None
    if before == "cancelled":
        kind = "visit.added" if visit else "meeting.added"
        return Fate(kind=kind, before="cancelled", after=state(new), says=f"is {state(new)} again", rule="revived")
    if which == "moved":
        then, now = written(old.when, old.when_qualifier), written(new.when, new.when_qualifier)
        kind = "visit.rescheduled" if visit else "meeting.rescheduled"
        return Fate(kind=kind, before=then, after=now, says=f"is set for {now}", rule="rescheduled")
    if before == after == "planned" and is_sooner(new) and not is_sooner(old):
        kind = "visit.rescheduled" if visit else "meeting.rescheduled"
        return Fate(kind=kind, before=state(old), after="brought forward", says="is brought forward", rule="rescheduled")
    return None
