"""The claims of a document: five kinds, one frozen class each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from attrs import Factory, field, frozen

from factwatch.model.text import Evidence, Mention

ClaimKind = Literal["title", "role", "visit", "meeting", "statement"]
CLAIM_KINDS: Final[tuple[ClaimKind, ...]] = ("title", "role", "visit", "meeting", "statement")

TitleStatus = Literal["current", "former", "acting", "elect", "designate", "nominee"]
RoleStatus = Literal["current", "former", "incoming"]
EventStatus = Literal["planned", "underway", "done", "cancelled", "postponed"]
Polarity = Literal["positive", "negative"]
Modality = Literal["asserted", "planned", "expected", "possible", "reported", "requested"]
"""
How firmly the text says it: plainly; as a plan or intention ('will', 'is set to'); as an expectation ('is expected to', 'is due to'); as a
possibility ('could', 'may', 'might'); as hearsay ('reportedly'); as a wish or offer ('invited', 'is seeking to').
"""


@frozen(kw_only=True)
class _Claim:
    """What every claim has."""

    id: str
    """Derived from what the claim is about, never from its words: ``title:mia-mottley:prime-minister:barbados``."""
    modality: Modality = "asserted"
    polarity: Polarity = "positive"
    attribution: str | None = None
    """The speaker whose words make the claim, or None where the document itself makes it."""
    confidence: float = 1.0
    """From 0 to 1."""
    rule: str = ""
    """Name of the rule that made the claim, ``family/slug``."""
    raw: Mapping[str, str] = field(factory=dict, hash=False)
    """Field name -> the document's own words, where they differ from the normalised value."""
    evidence: tuple[Evidence, ...] = ()


@frozen(kw_only=True)
class TitleClaim(_Claim):
    """Somebody holds, held or will hold an office."""

    kind: Literal["title"] = "title"
    person: str
    title: str
    """The office without country, body and status words: 'Foreign Minister'."""
    of: str | None = None
    """Country, body, company, team or diocese that the office belongs to."""
    status: TitleStatus = "current"
    since: str | None = None
    """ISO 8601 day, month, year or interval of days."""
    until: str | None = None


@frozen(kw_only=True)
class RoleClaim(_Claim):
    """A function that a person, organisation or country has for a body, an event or another party."""

    kind: Literal["role"] = "role"
    holder: str
    role: str
    of: str | None = None
    status: RoleStatus = "current"
    since: str | None = None
    until: str | None = None


@frozen(kw_only=True)
class VisitClaim(_Claim):
    """Somebody goes, went or was to go to a place."""

    kind: Literal["visit"] = "visit"
    who: str
    place: str
    when: str | None = None
    """ISO 8601 day, month, year or interval of days (``2025-03-26/2025-03-27``)."""
    when_qualifier: str | None = None
    """What the ISO value cannot say: 'morning', 'week of', 'by the end of', 'early', 'around'."""
    order: int | None = None
    """Place in the order of travel within the trip, from 1; None where the text does not say."""
    trip: str | None = None
    """Names the trip within the document; stops of one trip share it."""
    trip_stops: int | None = None
    """How many stops the text says that the whole trip has ('a three-nation tour'), else None."""
    status: EventStatus = "planned"


@frozen(kw_only=True)
class MeetingClaim(_Claim):
    """Named or described parties meet, talk, or are to."""

    kind: Literal["meeting"] = "meeting"
    who: tuple[str, ...]
    with_: tuple[str, ...] = ()
    """The other side; ``with`` in every stored or printed form."""
    place: str | None = None
    when: str | None = None
    when_qualifier: str | None = None
    topics: tuple[str, ...] = ()
    medium: Literal["call", "video"] | None = None
    """Set where the parties did not meet in person."""
    event: str | None = None
    """The gathering that the meeting is, or is held on the margins of ('G20 summit'), else None."""
    status: EventStatus = "planned"


@frozen(kw_only=True)
class StatementClaim(_Claim):
    """Somebody said or wrote something."""

    kind: Literal["statement"] = "statement"
    speaker: str
    words: str
    """The quotation without its marks, or the paraphrase."""
    direct: bool = True
    """True for a quotation."""
    where: str | None = None
    """Where or in what it was said: 'a media briefing', 'Twitter', 'Lagos'."""
    when: str | None = None
    when_qualifier: str | None = None
    status: None = None
    """Statements have no status; the field is there so that all claims can be read alike."""


Claim = TitleClaim | RoleClaim | VisitClaim | MeetingClaim | StatementClaim


@frozen(kw_only=True)
class Inconsistency:
    """Claims of one document that cannot all hold."""

    subject: str
    explanation: str
    """One sentence of plain English."""
    claims: tuple[str, ...] = ()
    """Ids of the claims concerned."""
    evidence: tuple[Evidence, ...] = ()


@frozen(kw_only=True)
class Succession:
    """Somebody takes or leaves an office that the document does not name: 'A has resigned', 'B succeeded A'. No claim by itself."""

    person: str
    """Who takes or leaves it."""
    holder: str
    """Whose office it is: the person's own, or that of who had it before."""
    status: TitleStatus
    since: str | None = None
    until: str | None = None
    attribution: str | None = None
    confidence: float = 1.0
    rule: str = ""
    evidence: tuple[Evidence, ...] = ()


@frozen(kw_only=True)
class DocumentInfo:
    """What is kept of a document when its text is not."""

    source: str = "<text>"
    url: str | None = None
    headline: str | None = None
    site: str | None = None
    published: str | None = None
    """ISO 8601 day."""
    digest: str | None = None
    """SHA-256 of the text."""


@frozen(kw_only=True)
class Extractor:
    """Which program made the claims, so that a change of the program is not taken for a change of the facts."""

    name: str = "factwatch"
    version: str = ""
    lexicon: str = ""
    """Digest of all lexicon and pattern data in use."""


@frozen(kw_only=True)
class ClaimSet:
    """All claims of one document."""

    document: DocumentInfo = Factory(DocumentInfo)
    claims: tuple[Claim, ...] = ()
    inconsistencies: tuple[Inconsistency, ...] = ()
    extractor: Extractor = Factory(Extractor)
    mentions: tuple[Mention, ...] | None = None
    """Filled only when asked for."""
    aliases: Mapping[str, tuple[str, ...]] = field(factory=dict, hash=False)
    """Entity name -> other names that the document uses for it ('Caribbean Community': ('CARICOM',))."""
    successions: tuple[Succession, ...] = ()
    """Who takes or leaves an office that the document does not name; a baseline that names it tells which."""
    vocabulary: frozenset[str] | None = field(default=None, eq=False, repr=False, metadata={"stored": False})
    """Folded words of the document while its text is at hand, never stored: what is still named in a new version was not withdrawn."""
