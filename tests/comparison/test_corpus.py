"""Pairs of claim sets, built by hand, with what an editor wants to be told of them; the cases are in corpus/*.yaml."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from factwatch._yaml import load
from factwatch.comparison import compare_claims
from factwatch.conversion import CLAIM_CLASSES, from_data
from factwatch.model.change import Change, Report
from factwatch.model.claim import Claim, ClaimSet, DocumentInfo

CORPUS = Path(__file__).parent / "corpus"
SUBJECT = {"title": "title", "role": "role", "visit": "place", "meeting": "who", "statement": "words"}
DEFAULTS: dict[str, dict[str, Any]] = {
    "title": {"of": None, "status": "current", "since": None, "until": None},
    "role": {"of": None, "status": "current", "since": None, "until": None},
    "visit": {"when": None, "order": None, "trip": None, "status": "planned"},
    "meeting": {"with": [], "place": None, "when": None, "topics": [], "status": "planned"},
    "statement": {"direct": True},
}


def claim_of(short: dict[str, Any], number: int) -> Claim:
    """Build a claim from a case's short form: the key that names the kind holds its main field."""
    kind = next(kind for kind in SUBJECT if kind in short)
    data = {**DEFAULTS[kind], **{key: value for key, value in short.items() if key != kind}, SUBJECT[kind]: short[kind]}
    evidence = [{"start": number, "end": number + 1, "text": "x"}]
    return from_data({"id": f"{kind}:{number}", "kind": kind, "evidence": evidence, **data}, CLAIM_CLASSES[kind])


def side(claims: list[dict[str, Any]], published: str | None, source: str, aliases: dict[str, list[str]] | None = None) -> ClaimSet:
    return ClaimSet(
        document=DocumentInfo(source=source, published=published),
        claims=tuple(claim_of(short, number) for number, short in enumerate(claims)),
        aliases={name: tuple(others) for name, others in (aliases or {}).items()},
    )


def cases() -> list[Any]:
    found: list[Any] = []
    for path in sorted(CORPUS.glob("*.yaml")):
        data = load(path.read_text(encoding="utf-8"), where=str(path)).data
        found.extend(pytest.param(case, id=f"{path.stem}: {case['case']}") for case in data)
    return found


def report_of(case: dict[str, Any], *, swapped: bool = False) -> Report:
    then, now = case.get("dates", ["2025-03-26", "2025-04-02"])
    before = side(case["before"], then, "baseline", case.get("aliases_before"))
    after = side(case["after"], now, "later", case.get("aliases_after"))
    if swapped:
        before, after = after, before
    return compare_claims(before, after, revision=bool(case.get("revision")) and not swapped)


def is_as_wanted(change: Change, wanted: dict[str, Any]) -> bool:
    text = " | ".join(str(part) for part in (change.subject, change.before, change.after, change.explanation))
    return (
        change.kind == wanted["kind"]
        and all(str(change.before) == value for value in [wanted.get("before")] if value is not None)
        and all(str(change.after) == value for value in [wanted.get("after")] if value is not None)
        and all(name in text for name in wanted.get("about", []))
        and wanted.get("severity", change.severity) == change.severity
        and wanted.get("nature", change.nature) == change.nature
    )


@pytest.mark.parametrize("case", cases())
def test_pair_gives_exactly_the_changes_that_an_editor_wants(case: dict[str, Any]) -> None:
    """Each case raises its changes and no others, wording aside."""
    report = report_of(case)
    found = [
        change
        for change in report.changes
        if not change.kind.endswith(".reworded") or any(want["kind"] == change.kind for want in case["changes"])
    ]
    left = list(found)
    for wanted in case["changes"]:
        match = next((change for change in left if is_as_wanted(change, wanted)), None)
        assert match is not None, f"missing {wanted}, found {[(c.kind, c.subject, c.before, c.after) for c in left]}"
        left.remove(match)
    assert not left, [(change.kind, change.subject, change.before, change.after) for change in left]
    if "confirmed" in case:
        assert len(report.confirmed) == case["confirmed"], [item.subject for item in report.confirmed]


@pytest.mark.parametrize("case", cases())
def test_every_change_explains_itself_with_both_dates(case: dict[str, Any]) -> None:
    """A change names its rule, shows evidence, and says in one sentence what both documents have, and when."""
    for change in report_of(case).changes:
        assert change.rule
        assert change.subject
        assert change.evidence.before or change.evidence.after
        assert change.explanation.endswith((".", "?", "!"))
        assert "None" not in change.explanation
        if change.nature != "wording" and change.kind not in {"claim.withdrawn", "statement.withdrawn"}:
            years = {str(dt.date.fromisoformat(day).year) for day in case.get("dates", ["2025-03-26", "2025-04-02"])}
            assert years & set(change.explanation.replace(";", " ").replace(",", " ").replace(".", " ").split())


@pytest.mark.parametrize("case", cases())
def test_a_claim_set_compared_with_itself_changes_nothing(case: dict[str, Any]) -> None:
    """What a document says bears itself out."""
    claims = side(case["before"], case.get("dates", ["2025-03-26"])[0], "baseline")
    report = compare_claims(claims, claims)
    assert [change.kind for change in report.changes] == []
    assert not report.new


@pytest.mark.parametrize("case", [case for case in cases() if not case.values[0].get("revision")])
def test_order_of_claims_does_not_matter(case: dict[str, Any]) -> None:
    """The same claims in another order give the same findings with the same ids."""
    turned = {**case, "before": list(reversed(case["before"])), "after": list(reversed(case["after"]))}
    assert {change.id for change in report_of(turned).changes} == {change.id for change in report_of(case).changes}
