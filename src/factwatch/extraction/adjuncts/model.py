"""What the attachment of one sentence is told by: its clauses, and how verbs hang on one another."""

from __future__ import annotations

from attrs import define, field

from factwatch.extraction.clauses import VerbGroup


@define(eq=False)
class Clause:
    """A stretch of a sentence around one verb, or around several that 'and' joins."""

    opener: str = ""
    """The word that opens it: 'who', 'where', 'that', 'before'; ',' for a participle behind a comma; '' for a main clause."""
    start: int = 0
    """Index of its first node, the opener."""
    comma: bool = False
    """Set off by commas, dashes or brackets."""
    sub: bool = False
    """Opened by a conjunction that may as well be a preposition: 'after talks'; no clause until a verb comes."""
    reduced: bool = False
    """A participle without a word that opens it."""
    company: bool = False
    """A participle that only says who comes along: 'led by A'."""
    outer: VerbGroup | None = None
    """The verb told last in the clause around it."""
    group: VerbGroup | None = None
    """The verb that it got last."""
    current: VerbGroup | None = None
    """The verb, infinitives included, that what follows goes with."""
    waiting: list[int] = field(factory=list)
    """Nodes that go with the verb to come."""
    broken: str = ""
    """The 'and' or comma since the last verb."""


@define(eq=False)
class Link:
    """How a verb hangs on another one."""

    opener: str
    """'and' and the like for a joined verb, 'to' for an infinitive, else the opener of the verb's clause."""
    start: int
    """Index of the clause's first node."""
    parent: VerbGroup | None


@define(eq=False)
class Attachment:
    """What goes with what in one sentence."""

    owners: list[VerbGroup | None]
    """For each node the verb that it goes with."""
    links: dict[int, Link]
    """Main index of a verb -> how it hangs on another."""
    dates: dict[int, list[int]]
    """Main index of a verb -> the dates that go with it, as node indices."""
    places: dict[int, list[int]]
    """Main index of a verb -> the places that go with it, as node indices."""
