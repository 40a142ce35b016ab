"""Commas behind a verb: those of an insertion or a row, against the one that ends the clause."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from factwatch.extraction.tenure.frames.model import BESTOWING
from factwatch.extraction.tenure.frames.offices import lists_on
from factwatch.extraction.tenure.frames.people import DESCRIBING
from factwatch.extraction.tenure.frames.walk import Walk

ENDS: Final = frozenset({".", ";", ":", "QUO"})
_ON_AFTER: Final = frozenset({"effective", "with", "from", "as", "on", "starting"})
_INSERTION: Final = 24
"""No insertion between an object and its office is longer, in nodes."""


def read_comma(walk: Walk, at: int) -> int:
    """Return where to go on behind the comma at *at*, -1 where it ends the clause."""
    return next((behind for read in _READERS if (behind := read(walk, at)) is not None), -1)


def _described(walk: Walk, at: int) -> int | None:
    """Read 'placed his assistant, A, in charge'."""
    return at + 1 if _names_described(walk, at) else None


def _names_described(walk: Walk, at: int) -> bool:
    """Tell whether the comma stands in 'placed his assistant, A, in charge'."""
    nodes = walk.nodes
    return (
        not walk.preposition
        and at + 2 < len(nodes)
        and at > walk.frame.group.last
        and nodes[at - 1].kind in DESCRIBING
        and nodes[at + 1].kind == "PER"
        and nodes[at + 2].kind == ","
        and all(node.kind in DESCRIBING or node.kind in {"d", "PRO", "m", "ADJ"} for node in nodes[walk.frame.group.last : at])
    )


def _closed(walk: Walk, at: int) -> int | None:
    """Read the comma that closes the name: '..., A, in charge'."""
    objects = walk.frame.objects
    return at + 1 if objects and walk.nodes[at - 1] is objects[-1] and _names_closed(walk, at) else None


def _names_closed(walk: Walk, at: int) -> bool:
    nodes = walk.nodes
    return at > 1 and nodes[at - 2].kind == "," and at + 1 < len(nodes) and nodes[at + 1].low in {"in", "as", "to"}


def _listed(walk: Walk, at: int) -> int | None:
    """Read 'was appointed deputy prime minister, minister of defence and acting minister of the interior'."""
    if not walk.frame.offices or not lists_on(walk, at + 1):
        return None
    walk.brought_by(walk.frame.preposition)
    return at + 1


def _inserted(walk: Walk, at: int) -> int | None:
    """Return the index after what stands in commas behind the object: 'appointed A, 54, as', 'named A, who served, ambassador'."""
    nodes, objects = walk.nodes, walk.frame.objects
    of_land = at > 2 and nodes[at - 1].kind == "LOC" and nodes[at - 2].low == "of"  # noqa: PLR2004  # 'A of Fiji'
    if not objects or walk.frame.offices or walk.frame.passive or nodes[at - 3 if of_land else at - 1] is not objects[-1]:
        return None
    for index in range(at + 2, min(len(nodes) - 1, at + _INSERTION)):
        if nodes[index].kind in ENDS:
            return None
        if nodes[index].kind != ",":
            continue
        following = nodes[index + 1]
        office = following.kind == "TTL" and not following.titles[0].determiner and walk.frame.group.lemma in BESTOWING
        if following.low == "as" or office or (following.low in {"its", "their"} and walk.frame.group.lemma in BESTOWING):
            return index + 1
        if following.low == "to" and nodes[min(index + 2, len(nodes) - 1)].low in {"be", "become", "serve"}:
            # 'hired A, for years the head of X, to be its president'
            return index + 1
    return None


def _placed(walk: Walk, at: int) -> int | None:
    """Return the index after the country of a place behind the object: 'appointed Bishop A of Santander, Spain, as'."""
    nodes, objects = walk.nodes, walk.frame.objects
    if not objects or walk.frame.offices or at < 3 or nodes[at - 3] is not objects[-1] or nodes[at - 2].low != "of":  # noqa: PLR2004
        return None
    if [node.kind for node in nodes[at - 1 : at + 3]] == ["LOC", ",", "LOC", ","]:
        return at + 3
    return at + 1 if nodes[at - 1].kind == "LOC" and at + 1 < len(nodes) and nodes[at + 1].low == "as" else None


def _in_capacity(walk: Walk, at: int) -> int | None:
    """Return the index after ', in an acting capacity,'; None where it does not stand there."""
    words = [node.low for node in walk.nodes[at + 1 : at + 6]]
    if words[:1] != ["in"] or "capacity" not in words:
        return None
    walk.frame.nouns += words[1 : words.index("capacity")]
    end = at + 2 + words.index("capacity")
    return end + (end < len(walk.nodes) and walk.nodes[end].kind == ",")


def _goes_on(walk: Walk, at: int) -> int | None:
    """Read ', effective 1 July', ', with immediate effect', but not ', with a view to his appointment as chairman'."""
    nodes, on = walk.nodes, at + 1
    if on >= len(nodes) or on in walk.openings:
        return None
    if nodes[on].low == "with" and not ({node.low for node in nodes[on + 1 : on + 3]} & {"effect", "immediate"}):
        return None
    return on if walk.after(at) == "DAT" or nodes[on].low in _ON_AFTER else None


# Who may read on behind a comma, in this order.
_READERS: Final[tuple[Callable[[Walk, int], int | None], ...]] = (
    *(_described, _closed, _listed),
    *(_inserted, _placed, _in_capacity, _goes_on),
)
