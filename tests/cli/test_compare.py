"""`factwatch compare` on claims files."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Program, claims_file, prime_minister

Sides = tuple[Path, Path]


def test_a_change_ends_with_status_1_and_shows_both_sides(program: Program, two_sides: Sides) -> None:
    """Text names what changed, from what, to what, and when."""
    result = program("compare", *two_sides)
    assert result.status == 1
    for words in ("BREAKING", "Prime Minister of Borduria", "Ana Lobo → Kofi Mensah", "26 March 2025", "2 May 2025"):
        assert words in result.out
    assert result.err == ""


def test_no_change_ends_with_status_0(program: Program, two_sides: Sides) -> None:
    """The same claims are confirmed."""
    result = program("compare", two_sides[0], two_sides[0])
    assert (result.status, "no changes; 1 confirmed" in result.out) == (0, True)


def test_json_is_the_report_of_the_design(program: Program, two_sides: Sides) -> None:
    """All keys that other programs rely on are there."""
    report = program("compare", *two_sides, "--format", "json").data
    assert report["schema"] == "factwatch.report/1"
    assert {"baseline", "later", "changes", "confirmed", "new", "not_mentioned", "inconsistencies"} <= report.keys()
    change = report["changes"][0]
    assert (change["kind"], change["severity"], change["before"], change["after"]) == (
        "title.holder_changed",
        "breaking",
        "Ana Lobo",
        "Kofi Mensah",
    )
    assert change["evidence"]["before"][0].keys() >= {"start", "end", "text"}
    assert change["claims"]["before"] == "title:ana-lobo:prime-minister:borduria"


def test_wording_alone_ends_with_status_0(program: Program, folder: Path) -> None:
    """Changes that are only information do not fail."""
    before = claims_file(
        folder, "a.json", {**prime_minister("Ana Lobo"), "title": "Foreign Minister", "id": "title:ana-lobo:foreign:borduria"}
    )
    after = claims_file(
        folder, "b.json", {**prime_minister("Ana Lobo"), "title": "Minister of Foreign Affairs", "id": "title:ana-lobo:foreign:borduria"}
    )
    assert program("compare", before, after).status == 0


def test_fail_on_moves_the_threshold(program: Program, folder: Path) -> None:
    """A notable change passes where only breaking ones fail."""
    before = claims_file(folder, "a.json", prime_minister("Ana Lobo", status="acting"))
    after = claims_file(folder, "b.json", prime_minister("Ana Lobo"), published="2025-05-02")
    severities = {change["severity"] for change in program("compare", before, after, "--format", "json").data["changes"]}
    assert severities == {"notable"}
    assert program("compare", before, after).status == 1
    assert program("compare", before, after, "--fail-on", "breaking").status == 0


def test_kinds_people_and_bodies_filter(program: Program, two_sides: Sides) -> None:
    """What is filtered out neither shows nor fails; an unknown kind is an error."""
    assert program("compare", *two_sides, "--kind", "visit").status == 0
    assert program("compare", *two_sides, "--kind", "title").status == 1
    assert program("compare", *two_sides, "--person", "Ana Lobo").status == 1
    assert program("compare", *two_sides, "--body", "Borduria").status == 1
    assert program("compare", *two_sides, "--kind", "tittle").status == 2


def test_the_settings_filter_too_and_ignores_need_a_reason(program: Program, two_sides: Sides, folder: Path) -> None:
    """An ignore hides its change until it expires."""
    settings = folder / "factwatch.toml"
    settings.write_text('[[ignore]]\nsubject = "Borduria"\nreason = "known"\nexpires = 2025-06-01\n', encoding="utf-8")
    assert program("compare", *two_sides).status == 0
    assert program("--today", "2025-07-01", "compare", *two_sides).status == 1
    settings.write_text('[[ignore]]\nsubject = "Borduria"\n', encoding="utf-8")
    refused = program("compare", *two_sides)
    assert (refused.status, refused.out) == (2, "")
    assert "factwatch.toml:1: ignore: it has no reason" in refused.err


def test_outputs_are_written_beside_the_report(program: Program, two_sides: Sides, folder: Path) -> None:
    """Several files at once; the screen shows its own format."""
    result = program(
        "compare", *two_sides, "--output", "sarif=out.sarif", "--output", "junit=out.xml", "--output", "markdown=out.md", "--format", "json"
    )
    assert result.data["schema"] == "factwatch.report/1"
    assert json.loads((folder / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert "<failure" in (folder / "out.xml").read_text(encoding="utf-8")
    assert (folder / "out.md").read_text(encoding="utf-8").startswith("<!-- factwatch -->")


def test_findings_seen_before_are_not_new(program: Program, two_sides: Sides) -> None:
    """With an earlier report, only new findings fail; without the option all do."""
    program("compare", *two_sides, "--output", "json=seen.json", "--output", "sarif=seen.sarif")
    for seen in ("seen.json", "seen.sarif"):
        assert program("compare", *two_sides, "--seen", seen).status == 1
        quiet = program("compare", *two_sides, "--seen", seen, "--baseline-only-new")
        assert (quiet.status, "(seen before)" in quiet.out) == (0, True)
    assert program("compare", *two_sides, "--seen", two_sides[0]).status == 2


@pytest.mark.parametrize("output", ["sarif", "pdf=x", "sarif="])
def test_a_wrong_output_is_refused(program: Program, two_sides: Sides, output: str) -> None:
    """Nothing is printed but the error."""
    result = program("compare", *two_sides, "--output", output)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("factwatch: error: --output")


def test_in_a_github_workflow_lines_are_annotated(
    program: Program, two_sides: Sides, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Annotations go to standard error, the summary to the runner's file; standard output stays clean."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "summary.md"))
    result = program("compare", *two_sides, "--format", "json")
    assert result.data["changes"]
    assert result.err.startswith("::error file=")
    assert "Kofi Mensah" in (folder / "summary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("{", "not valid JSON"),
        ('{"schema": "factwatch.claims/9", "claims": []}', "its schema is 'factwatch.claims/9'"),
        ('{"claims": []}', "its schema is None"),
        ('{"schema": "factwatch.claims/1", "claims": [{"kind": "title"}]}', "claims[0]"),
        ('{"schema": "factwatch.claims/1", "claims": 4}', "claims"),
        ("[" * 100_000, "it is"),
    ],
)
def test_damaged_claims_files_give_one_line(program: Program, two_sides: Sides, folder: Path, content: str, problem: str) -> None:
    """The message names the file and the place in it."""
    path = folder / "damaged.json"
    path.write_text(content, encoding="utf-8")
    result = program("compare", two_sides[0], path)
    assert (result.status, result.out) == (2, "")
    assert result.err.count("\n") == 1
    if content.startswith("{"):
        assert problem in result.err
    assert "internal" not in result.err
