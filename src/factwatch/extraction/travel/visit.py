"""
A noun of travel with the words around it, and what they tell of the visit.

Readers of the words around a noun take a `Visit`. Those in `settled` return the index up to which the sentence has been
read, or None to go on. Those in `governed`, `ahead`, `during` and `happening` return whether the words are of their kind;
if they are, they have set how the visit is told, which may be not at all.
"""

from __future__ import annotations

from typing import Any

from attrs import define, field

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.phrases import Phrase
from factwatch.extraction.travel.telling import tell
from factwatch.extraction.travel.travellers import travellers_of
from factwatch.extraction.travel.trips import Telling


@define(eq=False)
class Visit:
    """The noun at hand, the verbs and the preposition that it stands with, and what has been read of it so far."""

    journal: Journal
    sentence: Sentence
    phrase: Phrase
    governor: VerbGroup | None
    """The verb whose object the noun is."""
    before: str
    """The preposition before its phrase, '' where there is none."""
    after: VerbGroup | None
    """The verb whose subject the noun is."""
    who: list[Node] = field(factory=list)
    telling: Telling | None = None
    rule: str = "travel/noun"
    when: Any = None
    """The first day of a stop."""
    opening: str = ""
    """How its first stop follows what was told before: 'first', 'then'."""

    @property
    def nodes(self) -> list[Node]:
        """The nodes of the sentence."""
        return self.sentence.nodes

    @property
    def low(self) -> str:
        """The noun in small letters."""
        return self.sentence.nodes[self.phrase.noun].low

    @property
    def route(self) -> Route:
        """Its places."""
        return self.phrase.route

    @property
    def stops(self) -> list[Stop]:
        """The stops of its route."""
        return self.phrase.route.stops

    @property
    def start(self) -> int:
        """Where its phrase begins in the text."""
        return self.sentence.nodes[self.phrase.first].start

    def told_by(self, verb: VerbGroup, when: Any = None, *, state: bool = False) -> Telling | None:
        """Return how *verb* tells of the visit."""
        return tell(self.journal, self.sentence, verb, when, state=state)

    def travellers(self, verb: VerbGroup) -> list[Node]:
        """Return who travels as the subject of *verb* tells."""
        return travellers_of(self.sentence, verb)

    def lies(self) -> str:
        """Return where its day lies: 'past', 'today', 'future' or ''."""
        return self.journal.days.lies(self.when)

    def count_stops(self) -> None:
        """Keep the number of stops that the phrase tells for the trip of its travellers."""
        trip = self.journal.trip_of(self.who)
        trip.count = self.phrase.count or trip.count
