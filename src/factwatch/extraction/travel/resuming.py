"""Where a route resumes behind words that are none of it: 'to A, where an agreement awaits, and from there to B'."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from factwatch.extraction.travel.links import LinkReader
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.words import MOTION, THEN

_FURTHEST: Final = 60
"""Nodes behind a route among which it may resume."""
_NAMES: Final = frozenset({"LOC", "PER", "d", "r"})
"""Kinds of nodes that a further place begins with."""


def resume(reader: LinkReader, route: Route, index: int, preps: frozenset[str]) -> None:
    """Add to *route* the stops that follow behind *index*: '... for talks with C, then to D on Friday'."""
    if not route.stops or route.void:
        return
    end = min(len(reader.nodes), index + _FURTHEST)
    busy = {group.main for group in reader.sentence.groups if group.main >= index and group.lemma in MOTION and not group.infinitive}
    resumers = _RESUMERS if "in" in preps else _RESUMERS_TO
    at, floor = index, min(index, route.end)
    while at + 1 < end and at not in busy:
        at = next((behind for resumer in resumers if (behind := resumer(reader, route, at, floor))), at + 1)


def _and_where(reader: LinkReader, route: Route, at: int, _floor: int) -> int:
    """'to Quito, where she will meet A, and Lima, where'."""
    nodes = reader.nodes[at : at + 4]
    if nodes[0].low != "and" or nodes[1].kind != "LOC" or [node.low for node in nodes[2:]] != [",", "where"]:
        return 0
    route.stops.append(Stop(nodes[1], index=at + 1))
    route.end = at + 2
    return route.end


def _then_dated(reader: LinkReader, route: Route, at: int, _floor: int) -> int:
    """'will be in Jakarta Oct. 5-6 for a meeting, then Manila Oct. 7-8'."""
    nodes = reader.nodes[at : at + 3]
    if nodes[0].low not in THEN or [node.kind for node in nodes[1:]] != ["LOC", "DAT"]:
        return 0
    route.stops.append(Stop(nodes[1], nodes[2].value, "then", at + 1, own_day=True))
    route.end = at + 3
    return route.end


def _in_further(reader: LinkReader, route: Route, at: int, _floor: int) -> int:
    """'is to stop in Lima, as the guest of A, and in Quito', 'in Lima on Monday for talks, in Quito on Friday'."""
    nodes = reader.nodes
    if nodes[at].low != "in" or nodes[at - 1].low not in {",", "and"} or not reader.is_goal(at + 1):
        return 0
    place, after = reader.place_at(at + 1, sure=True)
    when = reader.dates_after(after)
    last = nodes[at - 1].low == "and" and (after >= len(nodes) or nodes[after].kind in {".", ";"})
    if place is None or (when is None and not last) or (when is not None and reader.clause_follows(after + 1)):
        return 0
    route.stops.append(Stop(place, when, index=at + 1, own_day=when is not None))
    route.end = after
    return after


def _to_further(reader: LinkReader, route: Route, at: int, floor: int) -> int:
    """'and from there to Quito', 'then to Quito on Friday', 'and on Friday in Quito'."""
    nodes, inside = reader.nodes, reader.nodes[at].low == "in"
    if not inside and nodes[at].low != "to":
        return 0
    if nodes[at + 1].kind not in _NAMES or (inside and nodes[at - 1].kind != "DAT" and nodes[at - 1].low != ","):
        return 0
    opening = reader.opening(at, floor)
    if opening is None or not reader.is_goal(at + 1):
        return 0
    link, when = opening
    place, after = reader.place_at(at + 1, sure=True) if when is not None or not inside else (None, 0)
    if place is None:
        return 0
    when = when if when is not None else reader.dates_after(after)
    route.stops.append(Stop(place, when, link, at + 1, own_day=when is not None))
    route.end = after
    return after


_RESUMERS_TO: Final[tuple[Callable[[LinkReader, Route, int, int], int], ...]] = (_and_where, _then_dated, _to_further)
_RESUMERS: Final = (_and_where, _then_dated, _in_further, _to_further)
"""Each returns the index behind what it has read, 0 where the words are not of its kind."""
