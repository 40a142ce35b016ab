"""Two claim sets -> a report of what the later one changes, bears out, adds and leaves unsaid."""

from __future__ import annotations

import datetime as dt
from typing import Final

from attrs import evolve

from factwatch._collector import without_collection
from factwatch.comparison.aliases import Aliases
from factwatch.comparison.deduction import deduce
from factwatch.comparison.due import due_claims, told_of
from factwatch.comparison.echoes import drop_echoes
from factwatch.comparison.filters import Filters
from factwatch.comparison.itinerary import compare_visits
from factwatch.comparison.ledger import Ledger, fingerprint
from factwatch.comparison.linking import link
from factwatch.comparison.meetings import compare_meetings
from factwatch.comparison.posts import compare_posts
from factwatch.comparison.presence import find_shown_by_plan
from factwatch.comparison.revision import refuse_collapse, withdraw
from factwatch.comparison.statements import compare_statements
from factwatch.comparison.times import day, written_day
from factwatch.model.change import SEVERITIES, Change, ClaimPair, Report, Sides
from factwatch.model.claim import ClaimSet

_TIMELESS: Final = frozenset({"statement.altered", "statement.reattributed"})
"""Findings that do not depend on which document is older."""


def compare_claims(
    baseline: ClaimSet,
    later: ClaimSet,
    *,
    revision: bool = False,
    today: dt.date | None = None,
    aliases: Aliases | None = None,
    filters: Filters | None = None,
) -> Report:
    """
    Compare a later document's claims with a baseline's.

    What the later document does not mention is no change, unless it is a new version of the same document. A later document that is
    *older* than the baseline changes nothing: what it has differently is named among the warnings as overtaken.

    Args:
        baseline: The claims to hold the other ones against.
        later: The claims of later coverage.
        revision: True where *later* is a new version of the baseline's document: what it leaves out is withdrawn.
        today: The day by which plans count as due; the later document's date where None.
        aliases: Names that are one, and names that never are.
        filters: What to report, and what to leave out.

    Raises:
        UnreadableDocumentError: A revision with hardly any claims left: most likely it was not read in whole.
        UsageError: The filters name a kind or severity that does not exist.
    """
    with without_collection():
        return _compare(baseline, later, aliases or Aliases(), filters, revision=revision, today=today)


def _compare(
    baseline: ClaimSet, later: ClaimSet, own: Aliases, filters: Filters | None, *, revision: bool, today: dt.date | None
) -> Report:
    if revision:
        refuse_collapse(baseline, later)
    before, after = day(baseline.document.published), day(later.document.published)
    older = bool(before and after and after < before)
    deduced = deduce(baseline, later, own)
    told = evolve(later, claims=(*later.claims, *deduced)) if deduced else later
    ledger = _run(baseline, told, own, revision=revision and not older)
    warnings = list(_extractor_warnings(baseline, later))
    changes = ledger.changes
    if older and before and after:
        changes = [change for change in ledger.changes if change.kind in _TIMELESS]
        warnings.append(
            f"{later.document.source} is older ({written_day(after)}) than the baseline ({written_day(before)}): it cannot change it"
        )
        warnings.extend(_overtaken(baseline, later, own))
    changes = [*changes, *_inconsistencies(ledger)]
    judged_by = today or after
    report = Report(
        baseline=baseline.document,
        later=later.document,
        changes=tuple(sorted({change.id: change for change in reversed(changes)}.values(), key=_rank)),
        confirmed=tuple(ledger.confirmed),
        new=tuple(claim for place, claim in enumerate(later.claims) if place not in ledger.spent_after),
        not_mentioned=tuple(claim for place, claim in enumerate(baseline.claims) if place not in ledger.spent_before),
        inconsistencies=later.inconsistencies,
        deduced=deduced,
        due=due_claims(baseline, judged_by, told_of(ledger)) if judged_by else (),
        older=older,
        revision=revision,
        warnings=tuple(warnings),
    )
    return filters.apply(report, baseline, later, ledger.linking, today=judged_by) if filters else report


def _run(baseline: ClaimSet, later: ClaimSet, aliases: Aliases, *, revision: bool) -> Ledger:
    ledger = Ledger(baseline, later, link(baseline, later, aliases), revision)
    compare_posts(ledger)
    compare_visits(ledger)
    compare_meetings(ledger)
    find_shown_by_plan(ledger)
    drop_echoes(ledger)
    compare_statements(ledger)
    if revision:
        withdraw(ledger)
    return ledger


def _rank(change: Change) -> tuple[int, str, str, str]:
    return SEVERITIES.index(change.severity), change.kind, change.subject, change.id


def _overtaken(baseline: ClaimSet, older: ClaimSet, aliases: Aliases) -> list[str]:
    """Say, the right way round, what the older document had before the baseline."""
    turned = _run(older, baseline, aliases, revision=False)
    found = sorted(
        (
            change
            for change in turned.changes
            if change.severity != "info" and change.kind not in _TIMELESS and not change.kind.endswith(".added")
        ),
        key=_rank,
    )
    return [f"overtaken: {change.explanation}" for change in found]


def _extractor_warnings(baseline: ClaimSet, later: ClaimSet) -> list[str]:
    one, other = baseline.extractor, later.extractor
    if one == other or not one.version or not other.version:
        return []
    if (one.name, one.version) == (other.name, other.version):
        what = f"the word lists changed since the baseline was made ({one.lexicon or 'none'} then, {other.lexicon or 'none'} now)"
    else:
        what = f"the baseline was made by {one.name} {one.version}, the later claims by {other.name} {other.version}"
    return [f"{what}: a difference may come from the program, not from the facts"]


def _inconsistencies(ledger: Ledger) -> list[Change]:
    """Raise the inconsistencies of the later document that touch a claim of the baseline."""
    touched = {item.claims.after: item.claims.before for item in ledger.confirmed}
    touched.update({change.claims.after: change.claims.before for change in ledger.changes if change.claims.before is not None})
    own = {(item.subject, item.explanation) for item in ledger.baseline.inconsistencies}
    found: list[Change] = []
    for item in ledger.later.inconsistencies:
        old = next((touched[claim] for claim in item.claims if touched.get(claim)), None)
        if old is None or (item.subject, item.explanation) in own:
            continue
        found.append(
            Change(
                id=fingerprint("inconsistency", item.subject, item.explanation, None),
                kind="inconsistency",
                severity="notable",
                nature="conflict",
                subject=item.subject,
                explanation=f"There is doubt about what the later document{_of_date(ledger)} says. {item.explanation}",
                evidence=Sides(after=item.evidence),
                claims=ClaimPair(before=old, after=next(iter(item.claims), None)),
                rule="document/inconsistency",
            )
        )
    return found


def _of_date(ledger: Ledger) -> str:
    return f" of {written_day(ledger.later_date)}" if ledger.later_date else ""
