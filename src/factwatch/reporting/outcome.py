"""What a run of compare or check found, with what outputs need besides the reports."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import Factory, field, frozen

from factwatch.comparison.corroboration import CombinedReport
from factwatch.model.change import SEVERITIES, Change, Report
from factwatch.model.claim import DocumentInfo


@frozen(kw_only=True)
class Outcome:
    """One later document held against its baseline."""

    report: Report
    path: str | None = None
    """File of the later document, as annotations name it; None where it has none."""
    lines: Mapping[int, int] = field(factory=dict, hash=False)
    """Offset of evidence in the later document -> line of its file, from 1."""
    before_lines: Mapping[tuple[str | None, int], int] = field(factory=dict, hash=False)
    """Source (as `Evidence.source` has it) and offset of evidence in the baseline -> line of its file, where the text is at hand."""
    failing: frozenset[str] = frozenset()
    """Ids of the changes for which somebody is to be called."""
    known: frozenset[str] = frozenset()
    """Ids of the changes that an earlier run has reported already."""
    hidden: int = 0
    """How many changes were left out because they had been rejected."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes, gravest first."""
        return tuple(sorted(self.report.changes, key=lambda change: (SEVERITIES.index(change.severity), change.id in self.known)))


@frozen(kw_only=True)
class Run:
    """All later documents of one run."""

    outcomes: tuple[Outcome, ...]
    watch: str | None = None
    """The watch, where the baseline is one."""
    sources: Mapping[str, DocumentInfo] = Factory(dict)
    """Digest of a text -> what is known of the document, for evidence of a baseline with several sources."""
    combined: CombinedReport | None = None
    """All reports in one, where there are several."""
    unreadable: tuple[str, ...] = ()
    """Messages on documents that could not be read."""

    @property
    def failing(self) -> bool:
        """Whether any change calls for somebody."""
        return any(outcome.failing for outcome in self.outcomes)
