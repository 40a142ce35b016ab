"""What must hold for any claims whatever."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factwatch.comparison import compare_claims
from factwatch.conversion import report_document, report_from_document
from factwatch.model.claim import Claim, ClaimSet, DocumentInfo, MeetingClaim, RoleClaim, StatementClaim, TitleClaim, VisitClaim

PERSON = st.sampled_from(
    ["Ana Pires", "Dr Ana Pires", "Pires", "Rui Costa", "Fatou Sarr", "Trần Quốc Bảo", "a senior official", "officials", "Ghana", "HLO", ""]
)
BODY = st.sampled_from(
    [None, "Ghana", "Accra", "the council", "Southern Council", "CARICOM", "Caribbean Community", "State Department", ""]
)
OFFICE = st.sampled_from(
    [
        "Prime Minister",
        "Foreign Minister",
        "Minister of Foreign Affairs",
        "Deputy Foreign Minister",
        "minister",
        "leader",
        "chair",
        "member",
        "CEO",
        "",
    ]
)
PLACE = st.sampled_from(["Accra", "Ghana", "Lima", "Peru", "Jubilee House", "the capital", ""])
WHEN = st.sampled_from([None, "2025-04-02", "2025-04-05", "2025-04", "2025-04-02/2025-04-05", "2024-01-01", "soon"])
WORDS = st.sampled_from(
    ["We will not wait for the rains to come", "We will wait for the rains to come", "we will not wait", "Nobody knows", "", "…"]
)
COMMON: dict[str, st.SearchStrategy[Any]] = {
    "modality": st.sampled_from(["asserted", "planned", "possible", "reported"]),
    "polarity": st.sampled_from(["positive", "positive", "negative"]),
    "attribution": st.sampled_from([None, None, "Rui Costa"]),
    "confidence": st.sampled_from([1.0, 0.9, 0.4]),
}
EVENT = st.sampled_from(["planned", "underway", "done", "cancelled", "postponed"])
CLAIM: st.SearchStrategy[Claim] = st.one_of(
    st.builds(
        TitleClaim,
        id=st.just("t"),
        person=PERSON,
        title=OFFICE,
        of=BODY,
        status=st.sampled_from(["current", "acting", "former", "elect", "nominee"]),
        since=WHEN,
        until=WHEN,
        **COMMON,
    ),
    st.builds(
        RoleClaim, id=st.just("r"), holder=PERSON, role=OFFICE, of=BODY, status=st.sampled_from(["current", "former", "incoming"]), **COMMON
    ),
    st.builds(
        VisitClaim,
        id=st.just("v"),
        who=PERSON,
        place=PLACE,
        when=WHEN,
        order=st.sampled_from([None, 1, 2]),
        trip=st.sampled_from([None, "t"]),
        trip_stops=st.sampled_from([None, 2]),
        status=EVENT,
        **COMMON,
    ),
    st.builds(
        MeetingClaim,
        id=st.just("m"),
        who=st.tuples(PERSON),
        with_=st.lists(PERSON, max_size=2).map(tuple),
        place=st.one_of(st.none(), PLACE),
        when=WHEN,
        status=EVENT,
        medium=st.sampled_from([None, "call"]),
        **COMMON,
    ),
    st.builds(StatementClaim, id=st.just("s"), speaker=PERSON, words=WORDS, direct=st.booleans(), **COMMON),
)


def numbered(claims: list[Claim], source: str, published: str) -> ClaimSet:
    items = tuple(evolve(claim, id=f"{claim.kind}:{number}") for number, claim in enumerate(claims))
    return ClaimSet(document=DocumentInfo(source=source, published=published), claims=items)


CLAIMS = st.lists(CLAIM, max_size=7)


@settings(max_examples=300, deadline=None)
@given(before=CLAIMS, after=CLAIMS, revision=st.booleans())
def test_any_two_claim_sets_give_a_sound_report(*, before: list[Claim], after: list[Claim], revision: bool) -> None:
    """Ids are unique, every claim is in its place, nothing weak breaks anything, and the report survives storing."""
    baseline, later = numbered(before, "a", "2025-03-26"), numbered(after, "b", "2025-04-04")
    if revision and len(before) >= 5 and len(after) < 2:
        return
    report = compare_claims(baseline, later, revision=revision)
    ids = [change.id for change in report.changes]
    assert len(ids) == len(set(ids))
    known, later_ids = {claim.id for claim in baseline.claims}, {claim.id for claim in later.claims}
    weak = {
        claim.id
        for claim in later.claims
        if claim.attribution or claim.polarity == "negative" or claim.confidence < 0.5 or claim.modality in {"possible", "reported"}
    }
    for change in report.changes:
        assert change.claims.before in {*known, None}
        assert change.claims.after in {*later_ids, None}
        assert change.explanation
        assert not (change.severity == "breaking" and change.claims.after in weak)
    untouched = {claim.id for claim in report.not_mentioned}
    assert untouched.isdisjoint(change.claims.before for change in report.changes)
    assert untouched.isdisjoint(item.claims.before for item in report.confirmed)
    assert {claim.id for claim in report.new}.isdisjoint(item.claims.after for item in report.confirmed)
    assert report_from_document(report_document(report)) == report
    assert compare_claims(baseline, later, revision=revision) == report


@settings(max_examples=200, deadline=None)
@given(claims=CLAIMS, revision=st.booleans())
def test_a_document_never_changes_itself(*, claims: list[Claim], revision: bool) -> None:
    """Compared with itself a claim set has no change, whatever it contains."""
    side = numbered(claims, "a", "2025-03-26")
    report = compare_claims(side, side, revision=revision)
    assert [change.kind for change in report.changes if not change.kind.endswith(".reworded")] == []


@settings(max_examples=200, deadline=None)
@given(CLAIMS, CLAIMS)
@example(
    [TitleClaim(id="t", person="Ana Pires", title="Prime Minister")],
    [
        TitleClaim(id="t", person="Ana Pires", title="Prime Minister"),
        RoleClaim(id="r", holder="", role="Prime Minister", of="Ghana"),
    ],
)
def test_older_coverage_raises_nothing_about_the_world(before: list[Claim], after: list[Claim]) -> None:
    """Whatever an older document says, it cannot change what is newer; only quotations can differ."""
    report = compare_claims(numbered(before, "a", "2025-04-04"), numbered(after, "b", "2025-03-26"))
    assert {change.kind for change in report.changes} <= {"statement.altered", "statement.reattributed"}
