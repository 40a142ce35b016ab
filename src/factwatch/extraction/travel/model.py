"""Routes and their stops: the places that a verb or noun of travel tells, each with its day and its link to the one before."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from factwatch.extraction.phrases import Node


@define(eq=False)
class Stop:
    """One place of a route."""

    node: Node
    when: Any = None
    link: str = ""
    """How it follows the one before: 'then', 'first', 'last', 'via', or '' where the text only lists it."""
    index: int = 0
    """Index of its node in the sentence."""
    own_day: bool = False


@define(eq=False)
class Route:
    """What was read, and where reading ended."""

    stops: list[Stop] = field(factory=list)
    end: int = 0
    count: int | None = None
    """'four countries'."""
    when: Any = None
    """The first date read, whichever stops it belongs to."""
    void: bool = False
    """Alternatives ('A, B or C'): no route at all."""


@define(eq=False)
class Invitation:
    """Whither somebody is invited."""

    unit: float
    hosts: list[Node]
    guests: list[Node]
    route: Route
