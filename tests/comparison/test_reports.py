"""What a report says beside its changes: older coverage, what is due, withdrawals, warnings, filters, aliases."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from factwatch.comparison import Aliases, Filters, Ignore, compare_claims, due_claims
from factwatch.conversion import claims_document, claims_from_document, report_document, report_from_document
from factwatch.errors import ConfigError, UnreadableDocumentError, UsageError
from factwatch.model.claim import Claim, ClaimSet, DocumentInfo, Extractor, Inconsistency, MeetingClaim, TitleClaim, VisitClaim


def claims(*items: Claim, published: str | None = "2025-03-26", **options: Any) -> ClaimSet:
    return ClaimSet(document=DocumentInfo(source=f"doc-{published}", published=published), claims=items, **options)


def title(person: str, office: str = "Prime Minister", of: str | None = "Senegal", **options: Any) -> TitleClaim:
    return TitleClaim(id=f"title:{person}:{office}", person=person, title=office, of=of, **options)


def visit(place: str, **options: Any) -> VisitClaim:
    return VisitClaim(id=f"visit:{place}", who="Marco Rubio", place=place, **options)


def test_older_coverage_changes_nothing_and_says_so() -> None:
    """An older text cannot make an old holder a new one; what it has is named as overtaken, the right way round."""
    report = compare_claims(claims(title("Fatou Sarr"), published="2025-05-02"), claims(title("Ousmane Ba"), published="2025-03-26"))
    assert report.older
    assert report.changes == ()
    assert any("older" in warning for warning in report.warnings)
    assert any(
        "On 26 March 2025 Ousmane Ba was Prime Minister of Senegal; by 2 May 2025 it is Fatou Sarr." in warning
        for warning in report.warnings
    )


def test_an_older_quotation_can_still_differ() -> None:
    """The words of a quotation do not depend on time."""
    from factwatch.model.claim import StatementClaim

    one = StatementClaim(id="s:1", speaker="A. Diallo", words="We are buying forty years of knowing how cable behaves")
    other = StatementClaim(id="s:2", speaker="A. Diallo", words="We are buying fourteen years of knowing how cable behaves")
    report = compare_claims(claims(one, published="2025-05-02"), claims(other))
    assert [change.kind for change in report.changes] == ["statement.altered"]


def test_plans_whose_day_has_passed_are_due() -> None:
    """A planned visit that nothing confirmed is due the day after; confirmed, changed and undated ones are not."""
    baseline = claims(
        visit("Peru", when="2025-03-28"), visit("Chile", when="2025-03-29"), visit("Bolivia"), visit("Brazil", when="2025-04-20")
    )
    later = claims(visit("Chile", when="2025-03-29", status="done"), published="2025-04-02")
    assert [due.claim for due in compare_claims(baseline, later).due] == ["visit:Peru"]
    assert [due.claim for due in compare_claims(baseline, later, today=dt.date(2025, 4, 21)).due] == ["visit:Peru", "visit:Brazil"]
    assert [due.claim for due in due_claims(baseline, dt.date(2025, 3, 28))] == []
    assert "by 21 April 2025" in due_claims(baseline, dt.date(2025, 4, 21))[0].explanation


def test_a_plan_repeated_after_its_day_is_still_due() -> None:
    """That a text still calls it planned is no confirmation that it took place."""
    baseline = claims(visit("Peru", when="2025-03-28"))
    later = claims(visit("Peru", when="2025-03-28"), published="2025-04-02")
    assert len(compare_claims(baseline, later).due) == 1


def test_open_world_keeps_what_is_not_mentioned() -> None:
    """What a later document leaves unsaid is no change; what only it has is new."""
    report = compare_claims(claims(title("Fatou Sarr"), visit("Peru")), claims(title("Ana Pires", of="Angola")))
    assert report.changes == ()
    assert [claim.id for claim in report.not_mentioned] == ["title:Fatou Sarr:Prime Minister", "visit:Peru"]
    assert [claim.id for claim in report.new] == ["title:Ana Pires:Prime Minister"]


def test_a_revision_without_claims_is_an_unread_page() -> None:
    """A sudden loss of nearly all claims is an error, never a mass withdrawal."""
    baseline = claims(*(title(f"Person{number} Name{number}", of=f"Body {number}") for number in range(6)))
    with pytest.raises(UnreadableDocumentError, match="1 claims where the old one had 6"):
        compare_claims(baseline, claims(title("Person1 Name1", of="Body 1")), revision=True)
    assert compare_claims(baseline, claims()).changes == ()


@pytest.mark.parametrize(
    ("words", "withdrawn"),
    [
        ("sarr goes on as prime minister", False),
        ("sarr said nothing", True),
        ("a new prime minister is awaited", True),
        (None, True),
    ],
)
def test_a_revision_withdraws_only_what_its_words_no_longer_have(words: str | None, *, withdrawn: bool) -> None:
    """An office told otherwise in the new version, where nothing was found to say it, is not withdrawn; a stored version has no words."""
    vocabulary = None if words is None else frozenset(words.split())
    later = claims(title("Ana Pires", of="Angola"), vocabulary=vocabulary)
    report = compare_claims(claims(title("Fatou Sarr"), title("Ana Pires", of="Angola")), later, revision=True)
    assert ("claim.withdrawn" in {change.kind for change in report.changes}) == withdrawn
    assert claims_from_document(claims_document(later)) == later


def test_another_extractor_is_named() -> None:
    """A change of the program is told apart from a change of the facts."""
    one = claims(title("Fatou Sarr"), extractor=Extractor(version="1.0", lexicon="a"))
    other = claims(title("Fatou Sarr"), extractor=Extractor(version="1.1", lexicon="a"))
    assert any("factwatch 1.0" in warning and "factwatch 1.1" in warning for warning in compare_claims(one, other).warnings)
    words = claims(title("Fatou Sarr"), extractor=Extractor(version="1.0", lexicon="b"))
    assert any("word lists" in warning for warning in compare_claims(one, words).warnings)
    assert compare_claims(one, one).warnings == ()


def test_inconsistency_is_a_change_only_where_it_touches_the_baseline() -> None:
    """The later document's contradictions are all listed, but raised only about what is followed."""
    touching = Inconsistency(
        subject="Fatou Sarr", explanation="She is called minister and senator.", claims=("title:Fatou Sarr:Prime Minister",)
    )
    other = Inconsistency(subject="Ana Pires", explanation="Four stops of a three-nation tour.", claims=("title:Ana Pires:Prime Minister",))
    later = claims(title("Fatou Sarr"), title("Ana Pires", of="Angola"), inconsistencies=(touching, other))
    report = compare_claims(claims(title("Fatou Sarr")), later)
    assert report.inconsistencies == (touching, other)
    assert [(change.kind, change.subject) for change in report.changes] == [("inconsistency", "Fatou Sarr")]
    assert [change.kind for change in compare_claims(claims(title("Fatou Sarr"), inconsistencies=(touching,)), later).changes] == []


def test_ids_do_not_depend_on_offsets_or_other_claims() -> None:
    """The same finding has the same id whatever else the documents say."""
    alone = compare_claims(claims(title("Ousmane Ba")), claims(title("Fatou Sarr"), published="2025-05-02"))
    among = compare_claims(claims(visit("Peru"), title("Ousmane Ba")), claims(visit("Chile"), title("Fatou Sarr"), published="2025-05-09"))
    assert alone.changes[0].id == among.changes[0].id
    assert alone.changes[0].id.startswith("chg-")


def test_reports_survive_the_way_to_json_and_back() -> None:
    """A report is plain data."""
    report = compare_claims(
        claims(title("Ousmane Ba"), visit("Peru", when="2025-03-27")), claims(title("Fatou Sarr"), published="2025-05-02")
    )
    assert report_from_document(json.loads(json.dumps(report_document(report)))) == report


def test_a_likely_slip_in_a_name_lowers_confidence() -> None:
    """A change that rests on a name spelt otherwise is less certain than one that does not."""

    def trip(who: str, status: str) -> VisitClaim:
        return VisitClaim(id="v", who=who, place="Peru", when="2025-05-11", status=status)  # type: ignore[arg-type]  # a status

    before = claims(trip("Mauricio Claver-Carone", "planned"))
    slip = compare_claims(before, claims(trip("Mauricio Claver-Corone", "cancelled")))
    plain = compare_claims(before, claims(trip("Mauricio Claver-Carone", "cancelled")))
    assert slip.changes[0].kind == plain.changes[0].kind == "visit.cancelled"
    assert slip.changes[0].confidence < plain.changes[0].confidence


def test_dates_are_not_needed() -> None:
    """Without dates the sentence speaks of the baseline and the later document."""
    report = compare_claims(claims(title("Ousmane Ba"), published=None), claims(title("Fatou Sarr"), published=None))
    assert (
        report.changes[0].explanation == "In the baseline Ousmane Ba was Prime Minister of Senegal; in the later document it is Fatou Sarr."
    )


# --- filters ---------------------------------------------------------------------------------------------------------------


BEFORE = claims(title("Ousmane Ba"), title("Yaw Boadi", "President", "Ghana"), visit("Peru", when="2025-05-11"))
AFTER = claims(
    title("Fatou Sarr"),
    title("Esi Mensah", "President", "Ghana"),
    visit("Peru", when="2025-05-11", status="cancelled"),
    published="2025-05-02",
)


def kinds(filters: Filters, today: dt.date | None = None) -> list[tuple[str, str]]:
    return [(change.kind, change.subject) for change in compare_claims(BEFORE, AFTER, filters=filters, today=today).changes]


def test_filters_by_kind_group_and_pattern() -> None:
    """A kind, its group and a pattern each let only their own through."""
    assert {kind for kind, _ in kinds(Filters())} == {"title.holder_changed", "visit.cancelled"}
    for wanted in ("visit", "visit.cancelled", "*.cancelled"):
        assert [kind for kind, _ in kinds(Filters(kinds=(wanted,)))] == ["visit.cancelled"]


def test_filters_by_person_and_body() -> None:
    """People and bodies are meant by any part of their name, on either side."""
    assert [subject for _, subject in kinds(Filters(people=("Mensah",)))] == ["President of Ghana"]
    assert [subject for _, subject in kinds(Filters(bodies=("Senegal",)))] == ["Prime Minister of Senegal"]
    assert [kind for kind, _ in kinds(Filters(people=("Rubio",)))] == ["visit.cancelled"]


def test_a_filter_that_names_nobody_says_so() -> None:
    """A slip in a name must not look like silence."""
    report = compare_claims(BEFORE, AFTER, filters=Filters(people=("Rubioo",)))
    assert any("Rubioo" in warning for warning in report.warnings)


def test_ignores_need_a_reason_and_run_out() -> None:
    """An ignored finding leaves the report until the day that the ignore names, and comes back with a word after it."""
    ignore = Ignore(kind="visit.cancelled", subject="peru", reason="known since Monday", until=dt.date(2025, 5, 10))
    report = compare_claims(BEFORE, AFTER, filters=Filters(ignores=(ignore,)), today=dt.date(2025, 5, 10))
    assert "visit.cancelled" not in [change.kind for change in report.changes]
    assert "1 ignored: known since Monday" in report.warnings
    after = compare_claims(BEFORE, AFTER, filters=Filters(ignores=(ignore,)), today=dt.date(2025, 5, 11))
    assert "visit.cancelled" in [change.kind for change in after.changes]
    assert any("ran out" in warning for warning in after.warnings)
    with pytest.raises(UsageError, match="no reason"):
        Ignore(kind="visit", reason=" ")
    with pytest.raises(UsageError, match="hide everything"):
        Ignore(reason="because")


@pytest.mark.parametrize("data", [{"kinds": ["title.altered"]}, {"kinds": ["nothing*"]}, {"severities": ["fatal"]}, {"fail_on": ["fatal"]}])
def test_mistakes_in_filters_are_wrong_use(data: dict[str, Any]) -> None:
    """Unknown kinds and severities are refused by name."""
    with pytest.raises(UsageError) as caught:
        Filters(**data)
    assert next(iter(data.values()))[0] in caught.value.problem


def test_a_report_fails_by_severity() -> None:
    """Only what the filters say makes a check fail."""
    filters = Filters(kinds=("visit",), people=("Rubio",), fail_on=("breaking",))
    assert filters.fails(compare_claims(BEFORE, AFTER, filters=filters))
    assert not Filters(fail_on=("info",)).fails(compare_claims(BEFORE, AFTER))


# --- aliases ---------------------------------------------------------------------------------------------------------------


def test_alias_file_is_read(tmp_path: Path) -> None:
    """A YAML file links names and keeps them apart."""
    path = tmp_path / "aliases.yaml"
    path.write_text("same:\n  Jorge Bergoglio: [Francis, Pope Francis]\napart:\n  - [A. Holness, Andrew Holness]\n", encoding="utf-8")
    aliases = Aliases.from_file(path)
    assert aliases == Aliases(same={"Jorge Bergoglio": ("Francis", "Pope Francis")}, apart=(("A. Holness", "Andrew Holness"),))
    path.write_text("", encoding="utf-8")
    assert Aliases.from_file(path) == Aliases()


@pytest.mark.parametrize(
    "text",
    [
        "- a",
        "same: [a]",
        "same: {A: 3}",
        "apart: [A]",
        "apart: [[A]]",
        "other: 1",
        "same: {A: [B], C: [B]}",
        "same: {A: [''] }",
        "same: [",
        "same: {A: [B]}\nsame: {C: [D]}",
    ],
)
def test_damaged_alias_files_are_refused(text: str, tmp_path: Path) -> None:
    """Whatever is not understood is an error that names the file."""
    path = tmp_path / "aliases.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"aliases\.yaml"):
        Aliases.from_file(path)


def test_missing_alias_file_is_an_error(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(ConfigError, match=r"none\.yaml"):
        Aliases.from_file(tmp_path / "none.yaml")


def test_meeting_of_unknown_party_does_not_break() -> None:
    """Odd and empty names are compared like others."""
    odd = MeetingClaim(id="m:1", who=("",), with_=("…", "officials"), place="", when="not a date", topics=("",))
    report = compare_claims(claims(odd), claims(odd, published="2025-04-01"))
    assert report.changes == ()
    assert len(report.confirmed) == 1


def test_what_contradicts_a_reference_is_no_contradiction_of_the_document_with_itself() -> None:
    """Doubt about a document is told as doubt, whether it comes from its own words or from what is known besides."""
    item = Inconsistency(subject="x", explanation="It names Ousmane Ba as Prime Minister of Senegal.", claims=(title("Ousmane Ba").id,))
    report = compare_claims(claims(title("Ousmane Ba")), claims(title("Ousmane Ba"), published="2025-05-02", inconsistencies=(item,)))
    (change,) = report.changes
    assert change.explanation == (
        "There is doubt about what the later document of 2 May 2025 says. It names Ousmane Ba as Prime Minister of Senegal."
    )


@pytest.mark.parametrize(
    ("moves_on", "rule", "kinds"),
    [
        ("Defence Minister", "tenure/become", {"title.holder_changed"}),
        ("Defence Minister", "titles/copula", set[str]()),
        (None, "tenure/become", set[str]()),
    ],
)
def test_an_office_without_a_body_passes_on_only_where_its_holder_takes_another(moves_on: str | None, rule: str, kinds: set[str]) -> None:
    """With no body named on either side, a new foreign minister is the old one's successor only if the old one has taken another office."""
    later = [title("Fatou Sarr", "Foreign Minister", None, rule="tenure/become")]
    if moves_on:
        later.append(title("Omar Gueye", moves_on, None, rule=rule))
    report = compare_claims(claims(title("Omar Gueye", "Foreign Minister", None)), claims(*later, published="2025-05-02"))
    assert {change.kind for change in report.changes if change.kind == "title.holder_changed"} == kinds
