"""Whether a visit or meeting that the later document speaks of is the one that the baseline has, or another."""

from __future__ import annotations

import datetime as dt
from typing import Final, Literal

from factwatch.comparison.standing import is_denial
from factwatch.comparison.tables import tells
from factwatch.comparison.times import Period, gap, period, relation
from factwatch.model.claim import MeetingClaim, VisitClaim

Occasion = Literal["same", "moved", "other"]
"""The same event at a time that fits; the same event at another time; another event."""

CALLED_OFF: Final = frozenset({"cancelled", "postponed"})
"""Status of an event that does not take place as it was planned."""
_LATE: Final = 10
"""An event that happened up to so many days off its plan is the planned one."""
_SOON: Final = 60
"""A plan put off or brought forward by more days than this without a word of it is another plan."""
_SEASON: Final = 120
"""Undated events further apart than this many days are two."""
_YEAR: Final = 400
_GRACE: Final = 14
_WEEK: Final = 7
_SATURDAY: Final = 5


def occasion(
    old: VisitClaim | MeetingClaim, new: VisitClaim | MeetingClaim, baseline_date: dt.date | None, later_date: dt.date | None
) -> Occasion:
    """
    Say whether *new* is the event *old*, going by status and time alone.

    Args:
        old: The baseline's claim.
        new: The later document's, of the same people (and place).
        baseline_date: When the baseline was published.
        later_date: When the later document was published.
    """
    if old.status == "done":
        return _of_done(old, new)
    if new.status == "done" and not is_denial(new):
        return _of_plan_and_done(old, new, baseline_date, later_date)
    return _of_plans(old, new, baseline_date, later_date)


def _of_done(old: VisitClaim | MeetingClaim, new: VisitClaim | MeetingClaim) -> Occasion:
    before, after = period(old.when, old.when_qualifier), period(new.when, new.when_qualifier)
    how = relation(after, before)
    if new.status == "done":
        return "other" if how == "different" else "same"
    return "same" if how in {"same", "within", "contains", "overlaps"} else "other"


def _of_plan_and_done(
    old: VisitClaim | MeetingClaim, new: VisitClaim | MeetingClaim, baseline_date: dt.date | None, later_date: dt.date | None
) -> Occasion:
    before, after = period(old.when, old.when_qualifier), period(new.when, new.when_qualifier)
    if before and after:
        if relation(after, before) != "different":
            return "same"
        fresh = baseline_date is None or after.last >= baseline_date
        return "same" if fresh and gap(before, after) <= _LATE else "other"
    if before:
        # What is told as done cannot be a plan for a day still to come, nor one that was long ago.
        return "other" if later_date and (before.first > later_date or (later_date - before.last).days > _SEASON) else "same"
    if after:
        stale = baseline_date is not None and (after.last < baseline_date or (after.first - baseline_date).days > _SEASON)
        return "other" if stale else "same"
    if baseline_date and later_date and abs((later_date - baseline_date).days) > _SEASON:
        return "other"
    return "same"


def _of_plans(
    old: VisitClaim | MeetingClaim, new: VisitClaim | MeetingClaim, baseline_date: dt.date | None, later_date: dt.date | None
) -> Occasion:
    before, after = period(old.when, old.when_qualifier), period(new.when, new.when_qualifier)
    how = relation(after, before)
    over = before is not None and later_date is not None and before.last < later_date
    called_off = new.status in CALLED_OFF or is_denial(new)
    if called_off and how == "different" and after is not None and baseline_date is not None and after.last < baseline_date:
        # What was called off before the baseline was written is an earlier plan.
        return "other"
    if how == "unknown":
        if before and over and later_date and (later_date - before.last).days > (_SEASON if called_off else _GRACE):
            return "other"
        if before is None and after is None and baseline_date and later_date and abs((later_date - baseline_date).days) > _YEAR // 2:
            return "other"
        if after and before is None and baseline_date and abs((after.first - baseline_date).days) > _YEAR // 2:
            return "other"
        return "same"
    if how != "different":
        return "same"
    if _is_week_ahead(after, later_date, before) or _is_week_ahead(before, baseline_date, after):
        return "same"
    apart = gap(before, after)
    if not called_off and apart == _WEEK and _is_by_weekday(old, new):
        # 'arrives on Monday; lunch is on Friday': of which week the reader knows
        return "same"
    if old.status == "postponed" or new.status == "postponed":
        return "moved" if apart <= _YEAR else "other"
    if called_off:
        return "same" if apart <= _SEASON else "other"
    if over or apart > _SOON:
        return "other"
    return "moved"


def _is_by_weekday(old: VisitClaim | MeetingClaim, new: VisitClaim | MeetingClaim) -> bool:
    """Return whether one of two days is told by its weekday alone, and no word calls the later one another than before."""
    told = [claim.raw.get("when", "") for claim in (old, new)]
    bare = any(words and not any(letter.isdigit() for letter in words) for words in told)
    return bare and not tells(new, "moving") and not tells(old, "moving")


def _is_week_ahead(week: Period | None, told: dt.date | None, day: Period | None) -> bool:
    """Return whether 'this week', told at its end, means the week that begins: *day* lies in that."""
    if week is None or told is None or day is None or week.days != _WEEK or told.weekday() < _SATURDAY:
        return False
    return week.first <= told <= week.last < day.first and gap(week, day) <= _WEEK
