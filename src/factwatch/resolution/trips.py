"""The order of one trip's stops that the text tells in several sentences."""

from __future__ import annotations

from collections.abc import Iterable

from factwatch.extraction.travel.trips import LIVE
from factwatch.resolution.model import Resolved


def continue_trips(items: Iterable[Resolved]) -> None:
    """Put 'The tour will continue in A and B' after the stops of the same traveller that were told before, in this order."""
    visits = sorted((item for item in items if item.finding.kind == "visit"), key=lambda item: item.finding.start)
    for index, item in enumerate(visits):
        finding = item.finding
        if not finding.extra.get("continues") or finding.order is not None or finding.status not in LIVE:
            continue
        earlier = [
            other for other in visits[:index] if other.who == item.who and other.finding.status in LIVE and not other.finding.negative
        ]
        if not earlier:
            continue
        last = earlier[-1].finding
        if last.order is None and len(earlier) == 1:
            last.order = 1
        last.trip = finding.trip = last.trip or finding.trip or "continued"
        if last.order is not None:
            finding.order = last.order + 1
