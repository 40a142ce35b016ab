"""One side held against the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import frozen

from factwatch.config import FailOn, Ignored
from factwatch.model.change import SEVERITIES, Change, Report, Severity
from factwatch.model.claim import ClaimSet
from factwatch.model.text import Document, Evidence
from factwatch.reporting.outcome import Outcome
from factwatch.snapshots.watch import Watch
from factwatch.workflow.sides import Side, day_of, side_of

if TYPE_CHECKING:
    from factwatch.comparison import Aliases, Filters

_COUNTING: Final[dict[FailOn, tuple[Severity, ...]]] = {"breaking": SEVERITIES[:1], "notable": SEVERITIES[:2], "any": SEVERITIES}
_PAGES: Final = (".html", ".htm", ".xhtml")


@frozen(kw_only=True)
class Rules:
    """How claims are compared and which changes count."""

    revision: bool = False
    today: dt.date | None = None
    """None: the later document's date."""
    aliases: Aliases | None = None
    kinds: tuple[str, ...] = ()
    """Kinds of change, or groups, that are shown; empty for all (a watch may say otherwise)."""
    people: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    ignores: tuple[Ignored, ...] = ()
    fail_on: FailOn | None = None
    """None: the watch's own setting, or notable."""
    known: frozenset[str] = frozenset()
    """Ids of changes that an earlier run has reported."""
    only_new: bool = False
    """Whether known changes leave the exit status alone."""

    def filters(self, watch: Watch | None = None) -> Filters:
        """Return the comparison's filters: those of *watch* with these rules put over them; ignores of both count."""
        from factwatch.comparison import Filters, Ignore

        settings = watch or Watch(name="none")
        own = settings.filters
        chosen = self.people or self.bodies
        ignores = [Ignore(reason=rule.reason, kind=rule.kind, subject=rule.subject, until=day_of(rule.expires)) for rule in own.ignores]
        ignores += [
            Ignore(reason=rule.reason, id=rule.id, kind=rule.kind, subject=rule.subject, until=rule.expires) for rule in self.ignores
        ]
        return Filters(
            kinds=self.kinds or own.kinds,
            people=self.people if chosen else settings.people,
            bodies=self.bodies if chosen else settings.bodies,
            fail_on=_COUNTING[self.fail_on] if self.fail_on else own.fail_on,
            ignores=ignores,
        )


def compare(
    baseline: ClaimSet | Document | Path | str,
    later: ClaimSet | Document | Path | str,
    *,
    published_baseline: dt.date | str | None = None,
    published_later: dt.date | str | None = None,
    revision: bool = False,
    today: dt.date | str | None = None,
    aliases: Aliases | None = None,
    filters: Filters | None = None,
    lexicons: Sequence[Path] = (),
) -> Report:
    """
    Hold a later document against a baseline.

    Args:
        baseline: Claims, a document, a file (a document or a claims file), or a text; see `extract`.
        later: The same for the later side.
        published_baseline: Publication date of the baseline, where it has no other.
        published_later: Publication date of the later document.
        revision: Whether the later document is a new version of the baseline's: only then does leaving a claim out withdraw it.
        today: The day that plans are held against; the later document's date by default.
        aliases: Names that are one, names that never are.
        filters: Which changes are wanted.
        lexicons: YAML files with own titles, bodies, verbs and patterns.

    Raises:
        InputError: A side cannot be read or dated.
    """
    from factwatch.comparison import compare_claims

    before = side_of(baseline, published=published_baseline, lexicons=lexicons)
    after = side_of(later, published=published_later, lexicons=lexicons)
    return compare_claims(before.claims, after.claims, revision=revision, today=day_of(today), aliases=aliases, filters=filters)


def compare_sides(baseline: Side, later: Side, rules: Rules, watch: Watch | None = None) -> Outcome:
    """
    Hold one side against the other.

    Args:
        baseline: What the later side is held against.
        later: The later document.
        rules: How.
        watch: Settings of the watch that the baseline comes from.

    Raises:
        UnreadableDocumentError: *later* is a revision from which suddenly almost nothing was extracted.
    """
    from factwatch.comparison import compare_claims

    filters = rules.filters(watch)
    report = compare_claims(
        baseline.claims, later.claims, revision=rules.revision, today=rules.today, aliases=rules.aliases, filters=filters
    )
    return outcome_of(report, baseline, later, rules, filters)


def outcome_of(report: Report, baseline: Side, later: Side, rules: Rules, filters: Filters) -> Outcome:
    """Return *report* with what outputs need besides: lines of evidence, and which changes call for somebody."""
    return Outcome(
        report=report,
        path=later.path.as_posix() if later.path else None,
        lines={start: line for (_, start), line in lines_of(later, _evidence(report, "after")).items()},
        before_lines=lines_of(baseline, _evidence(report, "before")),
        failing=frozenset(change.id for change in report.changes if change.severity in filters.fail_on and not _is_old(change, rules)),
        known=frozenset(change.id for change in report.changes if change.id in rules.known),
    )


def _is_old(change: Change, rules: Rules) -> bool:
    return rules.only_new and change.id in rules.known


def _evidence(report: Report, side: str) -> list[Evidence]:
    found = [item for change in report.changes for item in getattr(change.evidence, side)]
    if side == "after":
        found += [item for inconsistency in report.inconsistencies for item in inconsistency.evidence]
    return found


def lines_of(side: Side, evidence: Iterable[Evidence]) -> dict[tuple[str | None, int], int]:
    """Return the line of the file for each piece of evidence, by its source and offset; empty where the text is not at hand."""
    document = side.document
    if document is None:
        return {}
    ours = [item for item in evidence if item.source in (None, document.digest) and document.text[item.start : item.end] == item.text]
    if side.path is not None and side.path.suffix.lower() in _PAGES:
        from factwatch.reading.lines import page_lines

        found = page_lines(side.path, ours)
        return {(item.source, item.start): found[item.start] for item in ours if item.start in found}
    return {(item.source, item.start): document.line_of(item.start) for item in ours}
