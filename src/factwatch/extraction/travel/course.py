"""
How far a route has been read, and what all readers of its words ask of it.

Readers of the words of a route take a `Course`. They return True where they have read on, False where the route ends,
None where the words are not of their kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import define, field

from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.links import LinkReader
from factwatch.extraction.travel.model import Route, Stop


@define(eq=False)
class Course:
    """The route read so far, and what the words before the next place have said of it."""

    reader: LinkReader
    nodes: Sequence[Node]
    index: int
    """Index of the node that is looked at."""
    end: int
    """Index that reading does not reach."""
    route: Route
    preps: frozenset[str]
    """Prepositions that open a place."""
    bare: bool
    """Whether a place may stand there without one."""
    manner: bool
    """Whether adverbs and means of travel may stand before the first place."""
    sure: bool
    """Whether an unknown name can only be a place there."""
    opened: bool
    """Whether a place may stand at the node."""
    listing: bool = False
    """Whether a comma or 'and' stands before it."""
    link: str = ""
    """How the next stop follows the one before."""
    lead: Any = None
    """The day that stands in front of the next stop."""
    spread: Any = None
    """The day in front of a list of stops."""
    fresh: list[Stop] = field(factory=list)
    """The stops whose day may follow."""

    @property
    def node(self) -> Node:
        """The node that is looked at."""
        return self.nodes[self.index]

    @property
    def low(self) -> str:
        """Its word in small letters."""
        return self.nodes[self.index].low

    def word(self, ahead: int) -> str:
        """Return the word that many nodes ahead, '' behind the end."""
        at = self.index + ahead
        return self.nodes[at].low if at < self.end else ""

    def go_on(self, count: int = 1) -> bool:
        """Pass over *count* nodes."""
        self.index += count
        return True

    def open(self, at: int) -> bool:
        """Go on at *at*, where a place must stand."""
        self.index = at
        self.opened, self.sure, self.listing = True, True, False
        return True

    def stop(self, place: Node, when: Any) -> Stop:
        """Add the stop at the node that is looked at."""
        stop = Stop(place, when, self.link, self.index, own_day=self.lead is not None)
        self.route.stops.append(stop)
        self.lead, self.link = None, ""
        return stop

    def close(self, end: int) -> bool:
        """Go on at *end*, behind a place."""
        self.route.end = self.index = end
        self.opened, self.sure, self.listing = False, True, False
        return True
