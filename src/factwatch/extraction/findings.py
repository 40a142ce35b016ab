"""What a rule finds in one sentence, still in the words of the sentence: names are resolved later."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from factwatch.extraction.phrases import Node, Title


@define(eq=False)
class Finding:
    """
    One claim to be.

    Fields that a kind does not use stay empty; who is meant by a node is settled by resolution.
    """

    kind: str
    """A claim kind, or 'trip' (how many stops a trip has, in which order), 'alias' (two names of one thing)."""
    rule: str
    """``family/slug``."""
    unit: float
    """Index of the unit in the outline."""
    start: int
    end: int
    """Offsets of the words that the claim rests on."""
    who: list[Node] = field(factory=list)
    """title: the person; role: the holder; visit: travellers; meeting: one side; statement: the speaker."""
    other: list[Node] = field(factory=list)
    """meeting: the other side; role: what the role is for ('of')."""
    title: Title | None = None
    role: str = ""
    place: Node | str | None = None
    when: Any = None
    """A `DateExpression`, or None."""
    until: Any = None
    since: Any = None
    tense: str | None = None
    """'past' or 'future': settles which Tuesday is meant."""
    status: str = ""
    modality: str = "asserted"
    negative: bool = False
    topics: list[str] = field(factory=list)
    medium: str | None = None
    event: str | None = None
    words: str = ""
    direct: bool = True
    where: str | None = None
    order: int | None = None
    trip: str | None = None
    """Key of the trip inside the document, where several stops are told as one."""
    stops: int | None = None
    """How many stops the text says the trip has."""
    confidence: float = 0.9
    attribution: Node | None = None
    """The speaker, where the claim stands in his words outside quotation marks ('said that ...')."""
    extra: dict[str, Any] = field(factory=dict)
