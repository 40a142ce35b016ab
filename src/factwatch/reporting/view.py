"""The one view that every format shows: rows, labels and counts, as plain words."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

from attrs import frozen

from factwatch.model.change import SEVERITIES, Change, Severity
from factwatch.model.claim import Claim, DocumentInfo, Inconsistency
from factwatch.model.text import Evidence
from factwatch.reporting.outcome import Outcome, Run
from factwatch.reporting.words import Piece, counted, shown, word_diff
from factwatch.snapshots.history import describe

_QUOTE_LIMIT: Final = 320
_VALUE_LIMIT: Final = 200


@frozen(kw_only=True)
class Quote:
    """Words of one side, and where they stand."""

    words: str
    document: str
    """The document's short name."""
    path: str | None = None
    line: int | None = None

    @property
    def place(self) -> str:
        """``name:line``."""
        return self.document if self.line is None else f"{self.document}:{self.line}"


@frozen(kw_only=True)
class Row:
    """One change, as shown."""

    id: str
    kind: str
    severity: Severity
    nature: str
    subject: str
    before: str | None
    after: str | None
    words: tuple[Piece, ...]
    """The word diff, where words of a statement were altered."""
    explanation: str
    quotes_before: tuple[Quote, ...]
    quotes_after: tuple[Quote, ...]
    failing: bool
    known: bool


@frozen(kw_only=True)
class Note:
    """A finding that is no change: a subject, what is to be said of it, and words."""

    subject: str
    explanation: str
    quotes: tuple[Quote, ...] = ()


@frozen(kw_only=True)
class View:
    """One report, as shown."""

    baseline: str
    later: str
    headline: str | None
    path: str | None
    rows: tuple[Row, ...]
    inconsistencies: tuple[Note, ...]
    due: tuple[str, ...]
    """Plans whose day has passed, and which nothing has confirmed."""
    confirmed: tuple[str, ...]
    new: tuple[str, ...]
    not_mentioned: tuple[str, ...]
    warnings: tuple[str, ...]
    hidden: int

    @property
    def tally(self) -> str:
        """'2 changes: 1 breaking, 1 notable'."""
        return tally(row.severity for row in self.rows)

    @property
    def rest(self) -> str:
        """'3 confirmed, 1 new, 5 not mentioned'."""
        counts = (
            (len(self.confirmed), "confirmed"),
            (len(self.new), "new"),
            (len(self.not_mentioned), "not mentioned"),
            (len(self.due), "past due and not confirmed"),
        )
        parts = [f"{count} {word}" for count, word in counts if count]
        if self.hidden:
            parts.append(f"{self.hidden} rejected before")
        return ", ".join(parts)


@frozen(kw_only=True)
class Together:
    """What several documents say together, as shown."""

    tally: str
    """Changes that several documents tell of are counted once."""
    agreements: tuple[Note, ...]
    """Changes that several documents tell of."""
    conflicts: tuple[Note, ...]
    """Claims on which they disagree."""


def together(run: Run) -> Together | None:
    """Return what is shown of all outcomes of *run* together, or None where it has one."""
    combined = run.combined
    if combined is None:
        return None
    count = len(combined.documents)
    return Together(
        tally=f"{count} documents together, {tally(item.change.severity for item in combined.changes)}",
        agreements=tuple(
            Note(
                subject=shown(item.change.subject, _VALUE_LIMIT),
                explanation=shown(
                    f"{item.change.kind}: told by {item.count} of {count} documents, {', '.join(map(_short, item.sources))}."
                ),
            )
            for item in combined.changes
            if item.count > 1
        ),
        conflicts=tuple(
            Note(subject=shown(item.subject, _VALUE_LIMIT), explanation=shown(item.explanation)) for item in combined.conflicts
        ),
    )


def tally(severities: Iterable[Severity]) -> str:
    """
    Return how many changes of which severity there are, in words.

    >>> tally(["notable", "breaking", "notable"])
    '3 changes: 1 breaking, 2 notable'
    """
    counts = Counter(severities)
    total = sum(counts.values())
    parts = ", ".join(f"{counts[severity]} {severity}" for severity in SEVERITIES if counts[severity])
    return f"{counted(total, 'change')}: {parts}" if total else counted(0, "change")


def view_of(outcome: Outcome, run: Run) -> View:
    """Return what is shown of *outcome*."""
    report = outcome.report
    later = _name(report.later)
    shown_path = outcome.path

    def after(evidence: Evidence) -> Quote:
        return Quote(words=shown(evidence.text, _QUOTE_LIMIT), document=later, path=shown_path, line=outcome.lines.get(evidence.start))

    def before(evidence: Evidence) -> Quote:
        source = run.sources.get(evidence.source or "", report.baseline)
        line = outcome.before_lines.get((evidence.source, evidence.start))
        return Quote(words=shown(evidence.text, _QUOTE_LIMIT), document=_name(source), line=line)

    return View(
        baseline=label(report.baseline),
        later=label(report.later),
        headline=shown(report.later.headline, _VALUE_LIMIT) if report.later.headline else None,
        path=outcome.path,
        rows=tuple(
            _row(change, outcome, tuple(map(before, change.evidence.before)), tuple(map(after, change.evidence.after)))
            for change in outcome.changes
        ),
        inconsistencies=tuple(_inconsistency(item, tuple(map(after, item.evidence))) for item in report.inconsistencies),
        due=tuple(shown(due.explanation or due.subject) for due in report.due),
        confirmed=tuple(shown(item.subject, _VALUE_LIMIT) for item in report.confirmed),
        new=_described(report.new),
        not_mentioned=_described(report.not_mentioned),
        warnings=tuple(map(shown, report.warnings)),
        hidden=outcome.hidden,
    )


def _row(change: Change, outcome: Outcome, before: tuple[Quote, ...], after: tuple[Quote, ...]) -> Row:
    altered = change.kind == "statement.altered" and change.before is not None and change.after is not None
    return Row(
        id=change.id,
        kind=change.kind,
        severity=change.severity,
        nature=change.nature,
        subject=shown(change.subject, _VALUE_LIMIT),
        before=None if change.before is None else shown(change.before, _VALUE_LIMIT),
        after=None if change.after is None else shown(change.after, _VALUE_LIMIT),
        words=word_diff(change.before or "", change.after or "") if altered else (),
        explanation=shown(change.explanation),
        quotes_before=_different(before),
        quotes_after=_different(after),
        failing=change.id in outcome.failing,
        known=change.id in outcome.known,
    )


def _different(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Leave out quotes whose words stand in another one of the same document."""
    kept: list[Quote] = []
    for quote in sorted(quotes, key=lambda quote: -len(quote.words)):
        if not any(quote.document == other.document and quote.words in other.words for other in kept):
            kept.append(quote)
    return tuple(quote for quote in quotes if any(quote is other for other in kept))


def _inconsistency(item: Inconsistency, quotes: tuple[Quote, ...]) -> Note:
    return Note(subject=shown(item.subject, _VALUE_LIMIT), explanation=shown(item.explanation), quotes=_different(quotes))


def _described(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(shown(describe(claim), _VALUE_LIMIT) for claim in claims)


def label(document: DocumentInfo) -> str:
    """Return a document's name and date as a reader wants them: 'briefing.txt (Volta Post, 26 March 2025)'."""
    date = spoken_date(document.published)
    told = ", ".join(part for part in (shown(document.site) if document.site else None, date) if part)
    name = "standard input" if document.source == "-" else shown(document.source)
    return f"{name} ({told})" if told else name


def spoken_date(day: str | None) -> str | None:
    """
    Return an ISO 8601 day in words.

    >>> spoken_date("2025-03-06")
    '6 March 2025'
    """
    if day is None:
        return None
    try:
        date = dt.date.fromisoformat(day)
    except ValueError:
        return shown(day)
    return f"{date.day} {date:%B} {date.year}"


def _name(document: DocumentInfo) -> str:
    return _short(document.source)


def _short(source: str) -> str:
    name = shown(source)
    return "standard input" if name == "-" else PurePosixPath(name).name or name
