"""What is open while a sentence is read for its subjects: clauses, the noun phrases that wait in them, and where the reader stands."""

from __future__ import annotations

from typing import Final

from attrs import define, field

from factwatch.extraction.clauses.model import VerbGroup
from factwatch.extraction.phrases import Node

PEOPLE: Final = frozenset({"PER", "TTL", "GRP", "PRO"})
"""Kinds of nodes that name somebody rather than a place or body."""
COMMON: Final = frozenset({"x", "h", "p", "EVT"})
"""Kinds of nodes that are nouns without a name."""
_DEEPEST: Final = 12
"""Clauses within clauses; a sentence with more is no prose."""


@define(eq=False)
class Nominal:
    """What could be a subject; without `nodes` a phrase that names nobody."""

    nodes: list[Node]
    last: int
    """Index after it."""
    commas: int = 0
    """Commas behind it."""
    apposed: int = 0
    """Of a name behind 'and' and a verb: commas of the apposition that describes it."""
    further: list[Node] = field(factory=list)
    """Names behind those commas: members of a list, or appositions."""
    latest: list[Node] | None = None
    """The last phrase behind those commas; [] where it names nobody."""


@define(eq=False)
class Clause:
    """A stretch of a sentence with a subject and its verb, or several that 'and' joins."""

    opener: str = ""
    """The word or mark that opens it; '' for a main clause."""
    comma: bool = False
    """Set off by a comma."""
    antecedent: list[Node] | None = None
    """What a relative word stands for, where it can be the subject."""
    tentative: bool = False
    """May turn out to be no clause: 'after talks', 'announced a deal'."""
    pending: Nominal | None = None
    """Waits for a verb."""
    verb: VerbGroup | None = None
    subject: list[Node] = field(factory=list)
    after: Nominal | None = None
    """The noun phrase behind the verb, since the last comma or conjunction."""
    broken: str = ""
    """The last comma or conjunction behind the verb."""
    dangling: list[VerbGroup] = field(factory=list)
    """Participles and infinitives that have the subject of the verb to come."""

    @property
    def waits(self) -> bool:
        """Tell whether a subject stands there without a verb."""
        if self.verb is not None:
            return self.after is not None and self.after.apposed == 1
        return self.pending is not None or self.antecedent is not None


@define(eq=False)
class State:
    """Where the reader stands."""

    stack: list[Clause] = field(factory=lambda: [Clause()])
    """The open clauses, the innermost last; never empty."""
    found: dict[int, list[Node]] = field(factory=dict)
    """Index of a main verb -> its subject."""
    preposition: bool = False
    """A preposition waits for its noun phrase, or for the end of it."""
    taken: bool = False
    """The preposition has a noun already."""
    in_phrase: int = -1
    """Index after the last noun phrase that a preposition took."""
    inside: bool = False
    """Behind a participle or infinitive in front of the verb: what comes is its object."""
    joining: Nominal | None = None
    """What the next noun phrase is joined to by 'and'."""
    after_comma: bool = False
    """The last conjunction stands behind a comma."""
    previous: VerbGroup | None = None
    """The last verb, of any form."""
    object: Nominal | None = None
    """The first noun phrase behind it."""

    def open(self, clause: Clause) -> None:
        """Begin a clause inside the innermost one."""
        if len(self.stack) < _DEEPEST:
            self.stack.append(clause)
        self.preposition = self.inside = False

    def pop(self) -> Clause:
        """End the innermost clause; what hangs on its verb hangs on the one around where it has none."""
        closed = self.stack.pop()
        if not self.stack:
            self.stack.append(Clause())
        self.stack[-1].dangling += closed.dangling if closed.verb is None else []
        return closed

    def take(self, clause: Clause, group: VerbGroup, subject: list[Node]) -> None:
        """Give *clause* its verb, and the verb its subject."""
        clause.verb, clause.subject = group, subject
        clause.pending = clause.after = None
        clause.broken = ""
        self.found[group.main] = subject
        for other in clause.dangling:
            self.found[other.main] = subject
        clause.dangling = []
        self.inside = False
