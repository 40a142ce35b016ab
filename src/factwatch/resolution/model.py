"""What resolution comes to: findings with names for their nodes."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define, field

from factwatch.annotation.dates import DateValue
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Title
from factwatch.resolution.bodies import Bodies
from factwatch.resolution.people import Entity, People
from factwatch.resolution.references import References


@define(eq=False)
class Resolved:
    """A finding with names for its nodes."""

    finding: Finding
    who: list[str] = field(factory=list)
    other: list[str] = field(factory=list)
    of: str | None = None
    place: str | None = None
    when: DateValue | None = None
    since: DateValue | None = None
    until: DateValue | None = None
    attribution: str | None = None
    title: Title | None = None
    entity: Entity | None = None
    doubt: float = 0.0
    """Taken off the confidence: a slip of spelling, an office nobody was given."""
    mismatch: tuple[Title, Entity] | None = None
    """An office by which the document calls somebody who, it says elsewhere, holds another."""


@define(eq=False)
class Resolution:
    """What one document speaks of."""

    findings: list[Resolved]
    people: People
    bodies: Bodies
    references: References
    dates: Mapping[int, DateValue]
    successions: list[Resolved] = field(factory=list)
    """Who takes or leaves an office that the document does not name: the person, and whose office it is as the other party."""
