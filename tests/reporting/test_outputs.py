"""Every format shows the same findings, safely, the same bytes each time."""

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factwatch.conversion import report_from_document
from factwatch.errors import UsageError
from factwatch.model.change import Change, ClaimPair, Confirmation, Due, Report, Sides
from factwatch.model.claim import DocumentInfo, Inconsistency, TitleClaim
from factwatch.model.text import Evidence
from factwatch.reporting import OUTPUTS, Outcome, Run, render
from factwatch.reporting.words import shown, word_diff

HOLDER = Change(
    id="c0ffee01",
    kind="title.holder_changed",
    severity="breaking",
    subject="Prime Minister of Borduria",
    before="Ana Lobo",
    after="Kofi Mensah",
    explanation="On 2 May 2025 Kofi Mensah was Prime Minister of Borduria; on 26 March 2025 it was Ana Lobo.",
    evidence=Sides(
        before=(Evidence(10, 40, "Borduria's Prime Minister Ana Lobo"),), after=(Evidence(120, 150, "Prime Minister Kofi Mensah"),)
    ),
    claims=ClaimPair(before="title:ana-lobo", after="title:kofi-mensah"),
)
ALTERED = Change(
    id="c0ffee02",
    kind="statement.altered",
    severity="notable",
    nature="conflict",
    subject="Ana Lobo: statement",
    before="We have waited nine long years for this river pact",
    after="We have waited nineteen long years for this river pact",
)
REWORDED = Change(
    id="c0ffee03",
    kind="title.reworded",
    severity="info",
    nature="wording",
    subject="Kofi Mensah",
    before="Minister of Foreign Affairs",
    after="Foreign Minister",
)
LATER = "news/2025-05-02.txt"


def run_of(*changes: Change, **more: Any) -> Run:
    report = Report(
        baseline=DocumentInfo(source="briefing.txt", published="2025-03-26"),
        later=DocumentInfo(source=LATER, site="Volta Post", published="2025-05-02", headline="Mensah takes over"),
        changes=changes,
        **more,
    )
    failing = frozenset(change.id for change in changes if change.severity != "info")
    return Run(
        outcomes=(Outcome(report=report, path=LATER, lines={120: 7}, before_lines={(None, 10): 3}, failing=failing),), watch="borduria"
    )


def rendered(run: Run, output: str) -> str:
    return render(run, output, version="1.2.3")


class TestText:
    def test_shows_change_evidence_dates_and_sources(self) -> None:
        """Both sides are quoted with their line; both dates are named."""
        text = rendered(run_of(HOLDER), "text")
        for words in (
            "BREAKING  Prime Minister of Borduria",
            "Ana Lobo → Kofi Mensah",
            "“Borduria's Prime Minister Ana Lobo” briefing.txt:3",
            "“Prime Minister Kofi Mensah” 2025-05-02.txt:7",
            "26 March 2025",
            "Volta Post, 2 May 2025",
            "id c0ffee01",
            "1 change: 1 breaking",
        ):
            assert words in text

    def test_fits_eighty_columns(self) -> None:
        """No line is longer, whatever the findings."""
        text = rendered(run_of(HOLDER, ALTERED, REWORDED, warnings=("x" * 200,)), "text")
        assert max(map(len, text.split("\n"))) <= 80

    def test_gravest_first(self) -> None:
        """Breaking changes stand above notable ones, wording last."""
        text = rendered(run_of(REWORDED, ALTERED, HOLDER), "text")
        assert [text.index(word) for word in ("BREAKING", "NOTABLE", "INFO")] == sorted(
            text.index(word) for word in ("BREAKING", "NOTABLE", "INFO")
        )

    def test_altered_words_are_a_word_diff(self) -> None:
        """The smallest difference is marked."""
        assert "We have waited [-nine-]{+nineteen+} long years" in rendered(run_of(ALTERED), "text")

    def test_has_colours_only_when_asked(self) -> None:
        """Without colour not one escape character is printed."""
        run = run_of(HOLDER, ALTERED)
        assert "\x1b" not in render(run, "text", version="1")
        assert "\x1b[" in render(run, "text", version="1", colour=True)

    def test_lists_the_rest_only_with_details(self) -> None:
        """Confirmed, new and not mentioned claims are counted, and listed on demand."""
        run = run_of(
            confirmed=(Confirmation(kind="title", subject="Jo Silva: Mayor of Praia"),),
            new=(TitleClaim(id="t", person="Ida Berg", title="King"),),
        )
        assert "no changes; 1 confirmed, 1 new" in rendered(run, "text")
        assert "Jo Silva" not in rendered(run, "text")
        assert "Jo Silva: Mayor of Praia" in render(run, "text", version="1", details=True)

    def test_shows_inconsistencies_and_what_is_due(self) -> None:
        """Both are findings of their own."""
        run = run_of(
            inconsistencies=(
                Inconsistency(
                    subject="Marco Silva", explanation="He is called minister and senator.", evidence=(Evidence(120, 124, "Sen."),)
                ),
            ),
            due=(Due(claim="v", subject="Ana Lobo: visit to Oslo", when="2025-04-01", explanation="It was planned for 1 April 2025."),),
        )
        text = rendered(run, "text")
        assert "INCONSISTENT  Marco Silva" in text
        assert "no changes; 1 past due and not confirmed" in text
        assert "planned for 1 April 2025" not in text
        assert "It was planned for 1 April 2025." in render(run, "text", version="1", details=True)


class TestMarkdown:
    def test_shows_the_change(self) -> None:
        """Heading, values and quotations are there."""
        text = rendered(run_of(HOLDER, ALTERED), "markdown")
        assert text.startswith("<!-- factwatch -->\n## factwatch: borduria, 2 changes: 1 breaking, 1 notable\n")
        assert "Ana Lobo → **Kofi Mensah**" in text
        assert "waited ~~nine~~**nineteen** long" in text

    def test_text_of_documents_cannot_become_markup(self) -> None:
        """Links, HTML, mentions and references stay letters."""
        nasty = Change(
            id="x",
            kind="title.changed",
            severity="breaking",
            subject="<script>*a* [b](http://c) @user #12 `d`",
            before="| x |",
            after="**y**",
        )
        text = rendered(run_of(nasty), "markdown")
        for markup in ("<script>", "[b](", "@user", "#12", " `d`", "**y****"):
            assert markup not in text


class TestJson:
    def test_one_document_gives_its_report(self) -> None:
        """The printed report reads back as the same report."""
        run = run_of(HOLDER, ALTERED)
        assert report_from_document(json.loads(rendered(run, "json"))) == run.outcomes[0].report

    def test_several_documents_give_one_object(self) -> None:
        """Reports stand in a list, in order."""
        outcome = run_of(HOLDER).outcomes[0]
        data = json.loads(rendered(Run(outcomes=(outcome, outcome), watch="borduria"), "json"))
        assert data["schema"] == "factwatch.check/1"
        assert [len(report["changes"]) for report in data["reports"]] == [1, 1]


class TestContinuousIntegration:
    def test_github_annotations_point_at_the_line(self) -> None:
        """Level, file and line are those of the finding; line ends are escaped."""
        lines = rendered(run_of(HOLDER, REWORDED), "github").splitlines()
        assert lines[0].startswith(
            f"::error file={LATER},line=7,title=factwatch title.holder_changed::Prime Minister of Borduria: On 2 May"
        )
        assert lines[1].startswith(f"::notice file={LATER},line=1,")
        assert "%0Abefore: “Borduria's" in lines[0]

    def test_github_properties_cannot_be_forged(self) -> None:
        """A file name with commas, colons or line ends stays one property."""
        run = Run(outcomes=(Outcome(report=run_of(HOLDER).outcomes[0].report, path="a,line=1::b\n%.txt"),))
        assert "file=a%2Cline=1%3A%3Ab%0A%25.txt," in rendered(run, "github")

    def test_sarif_fits_its_schema(self) -> None:
        """The log validates against the published schema of SARIF 2.1.0, and fingerprints are the changes' ids."""
        log = json.loads(rendered(run_of(HOLDER, ALTERED, REWORDED), "sarif"))
        schema = json.loads((Path(__file__).parent / "data" / "sarif-2.1.0.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft7Validator(schema).validate(log)
        results = log["runs"][0]["results"]
        assert [result["partialFingerprints"]["factwatch/v1"] for result in results] == ["c0ffee01", "c0ffee02", "c0ffee03"]
        assert [result["level"] for result in results] == ["error", "warning", "note"]
        assert results[0]["locations"][0]["physicalLocation"]["region"]["startLine"] == 7

    def test_sarif_tells_old_findings_from_new_ones(self) -> None:
        """A finding that was reported before is unchanged."""
        outcome = run_of(HOLDER).outcomes[0]
        run = Run(outcomes=(Outcome(report=outcome.report, known=frozenset({"c0ffee01"})),))
        assert json.loads(rendered(run, "sarif"))["runs"][0]["results"][0]["baselineState"] == "unchanged"

    def test_junit_counts_failures(self) -> None:
        """Changes that call for somebody fail; wording passes; a silent document passes."""
        root = ET.fromstring(rendered(run_of(HOLDER, REWORDED), "junit"))  # noqa: S314  # our own output
        assert (root.attrib["tests"], root.attrib["failures"], root.attrib["errors"]) == ("2", "1", "0")
        assert root.find(".//failure") is not None
        silent = ET.fromstring(rendered(run_of(), "junit"))  # noqa: S314
        assert (silent.attrib["tests"], silent.attrib["failures"]) == ("1", "0")

    def test_gitlab_issues_have_place_and_fingerprint(self) -> None:
        """Every issue has the keys that GitLab asks for; fingerprints differ by document."""
        issue = json.loads(rendered(run_of(HOLDER), "gitlab"))[0]
        assert issue["location"] == {"path": LATER, "lines": {"begin": 7}}
        assert issue["severity"] == "critical"
        assert re.fullmatch(r"[0-9a-f]{64}", issue["fingerprint"])

    def test_unreadable_documents_are_errors(self) -> None:
        """A document that could not be read is never silence."""
        run = Run(outcomes=(), unreadable=("a.txt: it is empty",))
        assert "::error" in rendered(run, "github")
        assert "<error" in rendered(run, "junit")
        assert json.loads(rendered(run, "sarif"))["runs"][0]["invocations"][0]["executionSuccessful"] is False
        assert "a.txt: it is empty" in rendered(run, "text")


def test_an_unknown_format_is_refused() -> None:
    """The error lists the known ones."""
    with pytest.raises(UsageError, match="sarif"):
        rendered(run_of(), "pdf")


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=30))
def test_any_words_can_be_shown(before: str, after: str, subject: str) -> None:
    """Whatever stands in a document, every format is written, well-formed, and encodable."""
    change = Change(
        id="x",
        kind="statement.altered",
        severity="notable",
        subject=subject,
        before=before,
        after=after,
        evidence=Sides(after=(Evidence(0, len(after), after),)),
    )
    report = Report(baseline=DocumentInfo(), later=DocumentInfo(headline=subject), changes=(change,))
    run = Run(outcomes=(Outcome(report=report, failing=frozenset("x")),))
    for output in OUTPUTS:
        text = rendered(run, output)
        assert text == rendered(run, output)
        if output != "json":  # the report keeps the words as they are
            text.encode("utf-8")
    ET.fromstring(rendered(run, "junit"))  # noqa: S314
    json.loads(rendered(run, "sarif"))


@given(st.text(alphabet="ab c.", max_size=40), st.text(alphabet="ab c.", max_size=40))
def test_a_word_diff_has_every_changed_word(before: str, after: str) -> None:
    """Taking the removed pieces away and the added ones in turns one side into the other where nothing was cut."""
    pieces = word_diff(before, after)
    if any("…" in piece.words for piece in pieces):
        return
    assert "".join(piece.words for piece in pieces if piece.change != "added") == shown(before)
    assert "".join(piece.words for piece in pieces if piece.change != "removed") == shown(after)
