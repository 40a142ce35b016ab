"""Which of two places of one sentence comes first: 'will visit Chile before flying to Peru', 'flew to Lima after two days in Quito'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.trips import LIVE

_TURNS: Final = frozenset({"before", "after", "having", "from", "following"})
_SEVERAL: Final = 2


def set_turns(journal: Journal, sentence: Sentence) -> None:
    """Give the two stops of *sentence* their order, where they are all that is told of a trip and a word says which comes first."""
    if sentence.lows.isdisjoint(_TURNS):
        return
    trip = journal.trip
    if trip is None or trip.last_order or len(trip.findings) != _SEVERAL:
        return
    stops = sorted(trip.findings, key=_start)
    if any(stop.unit != sentence.unit.index or stop.status not in LIVE or stop.order is not None for stop in stops):
        return
    earlier = _first_of(sentence, stops)
    if earlier is not None:
        for order, stop in enumerate((stops[earlier], stops[1 - earlier]), start=1):
            stop.order = order
        trip.last_order = _SEVERAL


def _start(finding: Finding) -> int:
    return finding.place.start if isinstance(finding.place, Node) else 0


def _first_of(sentence: Sentence, stops: list[Finding]) -> int | None:
    """Return 0 or 1 for which of the two stops, as they stand in the text, comes first in time; None where nothing tells."""
    nodes = sentence.nodes
    opening = nodes[0].low
    if opening == "before":
        return 1
    if opening in {"after", "having", "following"}:
        return 0
    between = [index for index, node in enumerate(nodes) if _start(stops[0]) < node.start < _start(stops[1])]
    for index in reversed(between):
        node = nodes[index]
        if nodes[index + 1].kind == "DAT" or node.low not in _TURNS:
            continue
        if node.low == "before":
            return 0
        if node.low in {"after", "following"} or (node.low == "from" and nodes[index + 1].start == _start(stops[1])):
            return 1
    return None
