"""A noun of travel while the words around it are read, and what all readers of them ask of it."""

from __future__ import annotations

from typing import Any, Final

from attrs import define, field

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.model import Route
from factwatch.extraction.travel.routes import RouteReader

MODIFIERS: Final = frozenset({"x", "p", "m", "r", "#", "ADJ", "LOC", "v", "h"})
"""Kinds of nodes between the article and the noun."""


@define(eq=False)
class NounPhrase:
    """The noun at hand and what has been read of its phrase."""

    sentence: Sentence
    reader: RouteReader
    noun: int
    """Index of the noun."""
    low: str
    """The noun in small letters; 'leg' for all words for a part of a journey."""
    first: int
    """Index of the first node that belongs to it."""
    at: int
    """Index of the node behind it that is looked at."""
    last: int
    """Index behind what belongs to it."""
    who: list[Node] = field(factory=list)
    """Who travels, as the words before it tell."""
    by: list[Node] = field(factory=list)
    """Who travels, as the words behind it tell."""
    own_day: Any = None
    """The day that stands before it."""
    route: Route = field(factory=Route)
    count: int | None = None
    negated: bool = False
    stage: str = ""

    @property
    def nodes(self) -> list[Node]:
        """The nodes of the sentence."""
        return self.sentence.nodes

    def word(self, ahead: int = 0) -> str:
        """Return the word that many nodes behind the one that is looked at, '' behind the end."""
        at = self.at + ahead
        return self.sentence.nodes[at].low if at < len(self.sentence.nodes) else ""
