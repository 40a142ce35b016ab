"""Several reports on one baseline -> one: agreeing sources strengthen a change, disagreeing ones are shown side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from attrs import frozen

from factwatch.comparison.ledger import fingerprint
from factwatch.comparison.names import parse_person
from factwatch.comparison.persons import likeness
from factwatch.comparison.phrasing import listed
from factwatch.comparison.places import relation
from factwatch.comparison.times import day
from factwatch.errors import UsageError
from factwatch.lexicon.folding import fold
from factwatch.model.change import SEVERITIES, Change, Report
from factwatch.model.claim import DocumentInfo

_ALIKE: Final = 0.6
# Kinds that tell of one and the same thing in more or less detail.
_CALLED_OFF: Final = frozenset({"cancelled", "postponed", "dropped", "rescheduled"})


@frozen(kw_only=True)
class CombinedChange:
    """One change with everybody who reports it."""

    change: Change
    """As the earliest of the sources has it."""
    count: int
    """Number of sources that agree."""
    sources: tuple[str, ...]
    """The agreeing documents, oldest first."""


@frozen(kw_only=True)
class Version:
    """What some of the sources say."""

    says: str
    sources: tuple[str, ...]


@frozen(kw_only=True)
class Conflict:
    """A claim of the baseline on which later sources disagree; nothing is merged."""

    id: str
    subject: str
    claim: str | None
    """Id of the baseline's claim."""
    versions: tuple[Version, ...]
    explanation: str


@frozen(kw_only=True)
class CombinedReport:
    """What several documents together change of one baseline."""

    baseline: DocumentInfo
    documents: tuple[DocumentInfo, ...]
    changes: tuple[CombinedChange, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    confirmed: tuple[str, ...] = ()
    """Ids of the baseline's claims that some source bears out and none changes."""
    not_mentioned: tuple[str, ...] = ()
    """Ids of the baseline's claims of which no source speaks."""
    warnings: tuple[str, ...] = ()


def combine(reports: Iterable[Report]) -> CombinedReport:
    """
    Combine reports on one baseline.

    A change that several sources report is one, with their count. Sources that give one claim different outcomes, or of which a newer one
    still has what an older one changed, are a conflict: both versions are shown, and the changes stay in the list.

    Raises:
        UsageError: No report, or reports on different baselines.
    """
    every = sorted(reports, key=lambda report: (report.later.published or "", report.later.source))
    if not every:
        raise UsageError("combine", "there is no report to combine", "Give at least one.")
    baseline = every[0].baseline
    for report in every:
        if (report.baseline.digest, report.baseline.source) != (baseline.digest, baseline.source):
            raise UsageError(
                "combine",
                f"{report.later.source} was compared with another baseline ({report.baseline.source}, not {baseline.source})",
                "Combine reports on one baseline.",
            )
    groups = _groups(every)
    changes = tuple(
        CombinedChange(change=members[0][0], count=len(sources), sources=sources)
        for members in groups
        for sources in [tuple(dict.fromkeys(_source(report) for _, report in members))]
    )
    conflicts = (*_differing(groups), *_still_confirmed(groups, every))
    changed = {change.claims.before for report in every for change in report.changes if change.severity != "info"}
    confirmed = dict.fromkeys(item.claims.before for report in every for item in report.confirmed if item.claims.before)
    silent = [{claim.id for claim in report.not_mentioned} for report in every]
    return CombinedReport(
        baseline=baseline,
        documents=tuple(report.later for report in every),
        changes=tuple(
            sorted(
                changes,
                key=lambda item: (
                    SEVERITIES.index(item.change.severity),
                    -item.count,
                    item.change.kind,
                    item.change.subject,
                    item.change.id,
                ),
            )
        ),
        conflicts=tuple(sorted(conflicts, key=lambda item: (item.subject, item.id))),
        confirmed=tuple(id_ for id_ in confirmed if id_ and id_ not in changed),
        not_mentioned=tuple(claim.id for claim in every[0].not_mentioned if all(claim.id in ids for ids in silent)),
        warnings=tuple(dict.fromkeys(f"{report.later.source}: {warning}" for report in every for warning in report.warnings)),
    )


_Member = tuple[Change, Report]


def _source(report: Report) -> str:
    return report.later.source


def _groups(reports: Sequence[Report]) -> list[list[_Member]]:
    """Put the reports' changes together that tell of one thing with one outcome."""
    by_claim: dict[tuple[str, str], list[list[_Member]]] = {}
    for report in reports:
        for change in report.changes:
            about = change.claims.before or fold(change.subject)
            candidates = by_claim.setdefault((change.kind, about), [])
            for group in candidates:
                if _agree(group[0][0], change):
                    group.append((change, report))
                    break
            else:
                candidates.append([(change, report)])
    return [group for groups in by_claim.values() for group in groups]


def _agree(one: Change, other: Change) -> bool:
    if one.id == other.id or one.after == other.after:
        return True
    if one.kind.endswith((".completed", ".cancelled", ".dropped", ".ended", ".withdrawn", ".reordered", ".reworded")):
        return True
    if one.after is None or other.after is None:
        return True
    if one.kind.endswith((".holder_changed", ".reattributed")):
        return (
            fold(one.after) == fold(other.after)
            or likeness(parse_person(one.after), parse_person(other.after)) >= _ALIKE
            or _lone(one.after, other.after)
        )
    if one.kind.endswith(".moved"):
        return relation(one.after, other.after) in {"same", "within", "contains"}
    if one.kind.endswith(".postponed"):
        # 'Put off' and 'put off to 3 May' agree.
        return "postponed" in (one.after, other.after)
    return fold(one.after) == fold(other.after)


def _lone(one: str, other: str) -> bool:
    """Return whether one name is the other's last word alone."""
    first, second = parse_person(one).tokens, parse_person(other).tokens
    return bool(first and second) and min(len(first), len(second)) == 1 and first[-1] == second[-1]


def _differing(groups: list[list[_Member]]) -> Iterable[Conflict]:
    """Yield the claims to which different sources give different outcomes."""
    by_claim: dict[tuple[str, str], list[list[_Member]]] = {}
    for group in groups:
        change = group[0][0]
        if change.severity == "info":
            continue
        by_claim.setdefault((change.claims.before or fold(change.subject), _aspect(change)), []).append(group)
    for (about, _), rivals in by_claim.items():
        if len(rivals) < 2 or _compatible(rivals):  # noqa: PLR2004  # nothing to disagree with
            continue
        versions = tuple(
            Version(
                says=f"{group[0][0].kind}: {group[0][0].after or 'no longer'}",
                sources=tuple(dict.fromkeys(_source(report) for _, report in group)),
            )
            for group in rivals
        )
        yield _conflict(about, rivals[0][0][0], versions)


def _compatible(rivals: list[list[_Member]]) -> bool:
    """Different words of one document, or one outcome told as dropped here and cancelled there, are no disagreement."""
    sources = [{_source(report) for _, report in group} for group in rivals]
    if all(not one.isdisjoint(other) for one in sources for other in sources):
        return True
    aspects = {group[0][0].kind.partition(".")[2] for group in rivals}
    return len(aspects) > 1 and aspects <= {"cancelled", "dropped"}


def _aspect(change: Change) -> str:
    """Return which outcomes exclude each other."""
    group, _, aspect = change.kind.partition(".")
    if aspect in _CALLED_OFF or aspect == "completed":
        return f"{group}:whether"
    if aspect in {"ended", "holder_changed", "changed", "status_changed"}:
        return f"{group}:{'who' if aspect == 'holder_changed' else 'what'}"
    return change.kind


def _still_confirmed(groups: list[list[_Member]], reports: Sequence[Report]) -> Iterable[Conflict]:
    """Yield the claims that one source changes and another one, not older than it, bears out."""
    confirmations: dict[str, list[Report]] = {}
    for report in reports:
        for item in report.confirmed:
            if item.claims.before:
                confirmations.setdefault(item.claims.before, []).append(report)
    for group in groups:
        change = group[0][0]
        claim = change.claims.before
        if (
            claim is None
            or change.severity == "info"
            or change.kind.endswith((".completed", ".status_changed"))
            or change.kind == "inconsistency"
        ):
            continue
        told = {_source(report) for _, report in group}
        since = min((date for _, report in group if (date := day(report.later.published))), default=None)
        against = [
            report
            for report in confirmations.get(claim, ())
            if _source(report) not in told and (since is None or (date := day(report.later.published)) is None or date >= since)
        ]
        if against:
            versions = (
                Version(
                    says=f"{change.kind}: {change.after or 'no longer'}",
                    sources=tuple(dict.fromkeys(_source(report) for _, report in group)),
                ),
                Version(
                    says=f"still: {change.before or change.subject}", sources=tuple(dict.fromkeys(_source(report) for report in against))
                ),
            )
            yield _conflict(claim, change, versions)


def _conflict(about: str, change: Change, versions: tuple[Version, ...]) -> Conflict:
    told = "; ".join(f"{listed(version.sources)} has '{version.says}'" for version in versions)
    return Conflict(
        id=fingerprint("conflict", about, "|".join(version.says for version in versions), None),
        subject=change.subject,
        claim=change.claims.before,
        versions=versions,
        explanation=f"Sources disagree on {change.subject}: {told}.",
    )
