"""
What changed since our briefing: claims of a document, snapshots of them, and what later coverage changes.

::

    import factwatch

    claims = factwatch.extract("Prime Minister Mia Mottley of Barbados spoke on Tuesday.", published="2025-03-26")
    report = factwatch.compare("briefing.txt", "readout.txt")
    for change in report.changes:
        print(change.explanation)

Everything that callers need is here. Importing it is light: each name is fetched when it is first used, and the language libraries are
loaded with the first extraction.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from factwatch.comparison import Aliases as Aliases
    from factwatch.comparison import CombinedChange as CombinedChange
    from factwatch.comparison import CombinedReport as CombinedReport
    from factwatch.comparison import Conflict as Conflict
    from factwatch.comparison import Filters as Filters
    from factwatch.comparison import Ignore as Ignore
    from factwatch.comparison import Version as Version
    from factwatch.comparison import combine as combine
    from factwatch.comparison import compare_claims as compare_claims
    from factwatch.conversion import claims_document as claims_document
    from factwatch.conversion import claims_from_document as claims_from_document
    from factwatch.conversion import report_document as report_document
    from factwatch.conversion import report_from_document as report_from_document
    from factwatch.errors import ClaimsFormatError as ClaimsFormatError
    from factwatch.errors import ConcurrentWriteError as ConcurrentWriteError
    from factwatch.errors import ConfigError as ConfigError
    from factwatch.errors import FactwatchError as FactwatchError
    from factwatch.errors import InputError as InputError
    from factwatch.errors import IntegrityError as IntegrityError
    from factwatch.errors import LexiconError as LexiconError
    from factwatch.errors import MissingDateError as MissingDateError
    from factwatch.errors import SnapshotError as SnapshotError
    from factwatch.errors import SnapshotFormatError as SnapshotFormatError
    from factwatch.errors import UnknownVersionError as UnknownVersionError
    from factwatch.errors import UnknownWatchError as UnknownWatchError
    from factwatch.errors import UnreadableDocumentError as UnreadableDocumentError
    from factwatch.errors import UsageError as UsageError
    from factwatch.model.change import Change as Change
    from factwatch.model.change import ClaimPair as ClaimPair
    from factwatch.model.change import Confirmation as Confirmation
    from factwatch.model.change import Due as Due
    from factwatch.model.change import Report as Report
    from factwatch.model.change import Sides as Sides
    from factwatch.model.claim import Claim as Claim
    from factwatch.model.claim import ClaimSet as ClaimSet
    from factwatch.model.claim import DocumentInfo as DocumentInfo
    from factwatch.model.claim import Extractor as Extractor
    from factwatch.model.claim import Inconsistency as Inconsistency
    from factwatch.model.claim import MeetingClaim as MeetingClaim
    from factwatch.model.claim import RoleClaim as RoleClaim
    from factwatch.model.claim import StatementClaim as StatementClaim
    from factwatch.model.claim import Succession as Succession
    from factwatch.model.claim import TitleClaim as TitleClaim
    from factwatch.model.claim import VisitClaim as VisitClaim
    from factwatch.model.text import Document as Document
    from factwatch.model.text import Evidence as Evidence
    from factwatch.model.text import Mention as Mention
    from factwatch.model.text import Span as Span
    from factwatch.reading import document_from_text as document_from_text
    from factwatch.reading import read_document as read_document
    from factwatch.snapshots.record import Snapshot as Snapshot
    from factwatch.snapshots.store import SnapshotStore as SnapshotStore
    from factwatch.snapshots.watch import Watch as Watch
    from factwatch.workflow.comparing import compare as compare
    from factwatch.workflow.sides import extract as extract

__version__: Final = "0.1.0"

# Module -> the names that are fetched from it.
_EXPORTS: Final = {
    "factwatch.comparison": (
        "Aliases",
        "CombinedChange",
        "CombinedReport",
        "Conflict",
        "Filters",
        "Ignore",
        "Version",
        "combine",
        "compare_claims",
    ),
    "factwatch.conversion": ("claims_document", "claims_from_document", "report_document", "report_from_document"),
    "factwatch.errors": (
        "ClaimsFormatError",
        "ConcurrentWriteError",
        "ConfigError",
        "FactwatchError",
        "InputError",
        "IntegrityError",
        "LexiconError",
        "MissingDateError",
        "SnapshotError",
        "SnapshotFormatError",
        "UnknownVersionError",
        "UnknownWatchError",
        "UnreadableDocumentError",
        "UsageError",
    ),
    "factwatch.model.change": ("Change", "ClaimPair", "Confirmation", "Due", "Report", "Sides"),
    "factwatch.model.claim": (
        "Claim",
        "ClaimSet",
        "DocumentInfo",
        "Extractor",
        "Inconsistency",
        "MeetingClaim",
        "RoleClaim",
        "StatementClaim",
        "Succession",
        "TitleClaim",
        "VisitClaim",
    ),
    "factwatch.model.text": ("Document", "Evidence", "Mention", "Span"),
    "factwatch.reading": ("document_from_text", "read_document"),
    "factwatch.snapshots.record": ("Snapshot",),
    "factwatch.snapshots.store": ("SnapshotStore",),
    "factwatch.snapshots.watch": ("Watch",),
    "factwatch.workflow.comparing": ("compare",),
    "factwatch.workflow.sides": ("extract",),
}
_HOME: Final = {name: module for module, names in _EXPORTS.items() for name in names}

__all__ = ["__version__", *sorted(_HOME)]  # noqa: PLE0604 - every entry is a string; a test holds the list against the typed block


def __getattr__(name: str) -> Any:
    """Fetch a public name from the module that defines it, once."""
    if name not in _HOME:
        message = f"module 'factwatch' has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
