"""A baseline's claims and a later document's -> what changed."""

from factwatch.comparison.aliases import Aliases
from factwatch.comparison.corroboration import CombinedChange, CombinedReport, Conflict, Version, combine
from factwatch.comparison.due import due_claims
from factwatch.comparison.engine import compare_claims
from factwatch.comparison.filters import Filters, Ignore

__all__ = [
    "Aliases",
    "CombinedChange",
    "CombinedReport",
    "Conflict",
    "Filters",
    "Ignore",
    "Version",
    "combine",
    "compare_claims",
    "due_claims",
]
