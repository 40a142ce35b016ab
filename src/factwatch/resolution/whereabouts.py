"""
Where a meeting takes place whose own words do not say so: where the text has just said that one of its sides is or goes.

'A is on a visit to Rome. On Tuesday he met B': in Rome. A visit of one day told right before gives its day too, where the meeting is a
part of it: 'will visit Rome on Friday. During the visit he will meet B'.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from factwatch.extraction.phrases import Node
from factwatch.lexicon.places import Place
from factwatch.resolution.model import Resolved

_NEAR: Final = 2
"""A visit told further back, in units, is no longer where the text is."""
_LAST: Final = 4
"""So many visits back are looked at."""
_STAY: Final = timedelta(days=5)
"""So long after the day told for it somebody may still be at the place."""
_FITTING: Final = {
    "done": frozenset({"done", "underway"}),
    "underway": frozenset({"done", "underway"}),
    "planned": frozenset({"planned", "underway"}),
}


def place_meetings(items: Sequence[Resolved]) -> None:
    """Give the meetings among *items* that have no place the one at which a side of theirs was told to be just before."""
    visits: dict[str, list[Resolved]] = {}
    for item in sorted(items, key=lambda other: (other.finding.unit, other.finding.start)):
        finding = item.finding
        if finding.kind == "visit":
            for name in item.who:
                visits.setdefault(name, []).append(item)
        elif finding.kind == "meeting" and finding.medium is None and not finding.negative:
            if finding.extra.get("gathering"):
                continue
            part = bool(finding.extra.get("during")) and item.when is None
            if item.place is not None and not part:
                continue
            stay = next((found for name in (*item.who, *item.other) if (found := _stay(item, visits.get(name, [])))), None)
            if stay is None:
                continue
            item.place = item.place or stay.place
            if part and stay.when is not None and stay.when.first == stay.when.last:
                item.when = stay.when


def _stay(meeting: Resolved, visits: Sequence[Resolved]) -> Resolved | None:
    """Return the last of *visits*, where the meeting fits into it; None where several places may be meant."""
    told = [visit for visit in visits[-_LAST:] if _is_told_before(visit, meeting)]
    if not told:
        return None
    last = told[-1]
    finding = last.finding
    if (
        meeting.finding.unit - finding.unit > _NEAR
        or finding.negative
        or finding.status not in _FITTING.get(meeting.finding.status or "", ())
        or any(_is_rival(other, last, meeting) for other in told[:-1])
    ):
        return None
    if meeting.when is not None and last.when is not None:
        first, end = last.when.first, last.when.last
        if not first <= meeting.when.last or meeting.when.first > end + _STAY:
            return None
    return last


def _is_rival(other: Resolved, last: Resolved, meeting: Resolved) -> bool:
    """Tell whether another place may be meant as well as the one told last: told with it, or both at some distance."""
    if other.place == last.place:
        return False
    far = meeting.finding.unit - last.finding.unit > 1 and meeting.finding.unit - other.finding.unit <= _NEAR
    return far or other.finding.unit == last.finding.unit


def _is_told_before(visit: Resolved, meeting: Resolved) -> bool:
    """Tell whether the place of the visit, a town or country, is named before the meeting."""
    place = visit.finding.place
    if not isinstance(place, Node):
        return visit.finding.end <= meeting.finding.start
    seat = isinstance(place.value, Place) and place.value.kind == "seat"
    return place.start < meeting.finding.end and not seat
