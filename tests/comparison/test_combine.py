"""Several later documents against one baseline."""

from __future__ import annotations

from typing import Any

import pytest

from factwatch.comparison import combine, compare_claims
from factwatch.errors import UsageError
from factwatch.model.change import Report
from factwatch.model.claim import Claim, ClaimSet, DocumentInfo, TitleClaim, VisitClaim


def of(source: str, published: str, *claims: Claim) -> ClaimSet:
    return ClaimSet(document=DocumentInfo(source=source, published=published), claims=claims)


def pm(person: str, **options: Any) -> TitleClaim:
    return TitleClaim(id="title:pm:senegal", person=person, title="Prime Minister", of="Senegal", **options)


def trip(**options: Any) -> VisitClaim:
    return VisitClaim(id="visit:rubio:peru", who="Marco Rubio", place="Peru", **options)


BASELINE = of("briefing", "2025-03-26", pm("Ousmane Ba"), trip(when="2025-05-11"))


def report(source: str, published: str, *claims: Claim) -> Report:
    return compare_claims(BASELINE, of(source, published, *claims))


def test_agreeing_sources_strengthen_a_change() -> None:
    """One change, with the count and list of those that report it, oldest first, under any form of the name."""
    combined = combine(
        [report("c", "2025-05-04", pm("Sarr")), report("a", "2025-05-02", pm("Fatou Sarr")), report("b", "2025-05-03", pm("Fatou Sarr"))]
    )
    assert [(item.change.kind, item.count, item.sources) for item in combined.changes] == [("title.holder_changed", 3, ("a", "b", "c"))]
    assert combined.conflicts == ()
    assert combined.not_mentioned == ("visit:rubio:peru",)


def test_disagreeing_sources_are_a_conflict() -> None:
    """Two new holders are two changes and a conflict that names both, never one."""
    combined = combine([report("a", "2025-05-02", pm("Fatou Sarr")), report("b", "2025-05-03", pm("Moussa Diop"))])
    assert {item.change.after for item in combined.changes} == {"Fatou Sarr", "Moussa Diop"}
    assert len(combined.conflicts) == 1
    assert {version.sources for version in combined.conflicts[0].versions} == {("a",), ("b",)}
    assert "Fatou Sarr" in combined.conflicts[0].explanation
    assert "Moussa Diop" in combined.conflicts[0].explanation


def test_a_plan_cancelled_by_one_and_confirmed_by_a_newer_one() -> None:
    """What one source calls cancelled and a newer one still has as planned is a conflict."""
    combined = combine([report("a", "2025-05-02", trip(status="cancelled")), report("b", "2025-05-03", trip(when="2025-05-11"))])
    assert [version.sources for version in combined.conflicts[0].versions] == [("a",), ("b",)]
    assert combined.confirmed == ()


def test_an_older_confirmation_is_overtaken() -> None:
    """A plan confirmed before it was cancelled disagrees with nobody."""
    combined = combine([report("a", "2025-05-02", trip(status="cancelled")), report("b", "2025-04-03", trip(when="2025-05-11"))])
    assert combined.conflicts == ()


def test_completed_and_cancelled_disagree() -> None:
    """A visit cannot have been cancelled and have taken place."""
    combined = combine(
        [report("a", "2025-05-12", trip(status="cancelled")), report("b", "2025-05-12", trip(status="done", when="2025-05-11"))]
    )
    assert len(combined.conflicts) == 1


def test_order_of_reports_does_not_matter() -> None:
    """The combined report is the same in whatever order the documents were read."""
    reports = [
        report("a", "2025-05-02", pm("Fatou Sarr")),
        report("b", "2025-05-03", pm("Moussa Diop")),
        report("c", "2025-05-03", trip(status="cancelled")),
    ]
    assert combine(reports) == combine(reversed(reports))


def test_reports_of_different_baselines_are_refused() -> None:
    """Only reports on one baseline can be combined, and at least one is needed."""
    other = compare_claims(of("other", "2025-03-26"), of("a", "2025-05-02"))
    with pytest.raises(UsageError, match="another baseline"):
        combine([report("a", "2025-05-02"), other])
    with pytest.raises(UsageError, match="no report"):
        combine([])
