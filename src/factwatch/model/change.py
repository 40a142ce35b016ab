"""What comparison finds."""

from __future__ import annotations

from typing import Final, Literal

from attrs import Factory, frozen

from factwatch.model.claim import Claim, DocumentInfo, Inconsistency
from factwatch.model.text import Evidence

ChangeKind = Literal[
    "title.changed",
    "title.gained",
    "title.ended",
    "title.holder_changed",
    "title.status_changed",
    "title.reworded",
    "role.changed",
    "role.gained",
    "role.ended",
    "role.holder_changed",
    "role.status_changed",
    "role.reworded",
    "visit.added",
    "visit.dropped",
    "visit.cancelled",
    "visit.postponed",
    "visit.rescheduled",
    "visit.reordered",
    "visit.completed",
    "meeting.added",
    "meeting.cancelled",
    "meeting.postponed",
    "meeting.rescheduled",
    "meeting.moved",
    "meeting.participants_changed",
    "meeting.topics_changed",
    "meeting.completed",
    "statement.altered",
    "statement.reattributed",
    "statement.withdrawn",
    "claim.withdrawn",
    "inconsistency",
]
Severity = Literal["breaking", "notable", "info"]
"""``breaking`` contradicts a claim, ``notable`` is progress or an addition, ``info`` is wording."""
SEVERITIES: Final[tuple[Severity, ...]] = ("breaking", "notable", "info")

Nature = Literal["world", "correction", "conflict", "wording"]
"""The world changed; the record was wrong; the sources disagree; only the words differ."""


@frozen(kw_only=True)
class Sides:
    """The words of both sides."""

    before: tuple[Evidence, ...] = ()
    after: tuple[Evidence, ...] = ()


@frozen(kw_only=True)
class ClaimPair:
    """Ids of the claims of both sides; None where a side has none."""

    before: str | None = None
    after: str | None = None


@frozen(kw_only=True)
class Change:
    """One typed difference between the baseline's claims and the coverage's."""

    id: str
    """Fingerprint: the same finding has the same id in every run and on every machine."""
    kind: ChangeKind
    severity: Severity
    nature: Nature = "world"
    subject: str
    """What it is about: 'Prime Minister of Trinidad and Tobago', 'Marco Rubio: visit to Guyana'."""
    before: str | None = None
    after: str | None = None
    explanation: str = ""
    """One sentence of plain English with both documents' dates."""
    evidence: Sides = Factory(Sides)
    claims: ClaimPair = Factory(ClaimPair)
    rule: str = ""
    """Name of the comparison rule that fired."""
    confidence: float = 1.0


@frozen(kw_only=True)
class Confirmation:
    """A claim of the baseline that the later document bears out."""

    kind: str
    """Kind of the claim."""
    subject: str
    claims: ClaimPair = Factory(ClaimPair)
    evidence: Sides = Factory(Sides)


@frozen(kw_only=True)
class Due:
    """A planned visit or meeting whose day has passed, and which nothing has confirmed."""

    claim: str
    subject: str
    when: str
    explanation: str


@frozen(kw_only=True)
class Report:
    """Everything that comparing a later document with a baseline found."""

    baseline: DocumentInfo
    later: DocumentInfo
    changes: tuple[Change, ...] = ()
    confirmed: tuple[Confirmation, ...] = ()
    new: tuple[Claim, ...] = ()
    """Claims of the later document about things the baseline does not speak of."""
    not_mentioned: tuple[Claim, ...] = ()
    """Claims of the baseline on which the later document is silent: no change (open world)."""
    inconsistencies: tuple[Inconsistency, ...] = ()
    """Of the later document."""
    deduced: tuple[Claim, ...] = ()
    """What the later document tells of offices that only the baseline names: 'B has succeeded A'. Changes may rest on them."""
    due: tuple[Due, ...] = ()
    older: bool = False
    """True where the later document was published before the baseline."""
    revision: bool = False
    """True where the later document is a new version of the baseline's document."""
    warnings: tuple[str, ...] = ()
    """What the reader should know: another extractor version, an older document, ..."""
