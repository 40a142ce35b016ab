"""The benchmark on real text counts rightly, and skips where the text is absent. All rows here are made up."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import devset  # the benchmark is a script: its folder must be on the path

from factwatch.model.claim import ClaimSet, StatementClaim, TitleClaim
from factwatch.model.text import Document, Evidence, Mention

TEXT = "Judge Ama Opoku wrote on 3 May 2024 that rain would fall on the market. Kofi, a cousin, thinks so too. She left in May."


def span(words: str) -> list[int]:
    """Return where *words* stand in the text."""
    start = TEXT.index(words)
    return [start, start + len(words)]


def title(person: str, words: str, kind: str) -> dict[str, Any]:
    """Return a title of the gold."""
    return {
        "person": person, "person_span": span(person), "title": words, "title_span": span(words),
        "org": None, "how": "pre", "status": "current", "kind": kind,
    }  # fmt: skip


def statement(speaker: str, cue: str, content: str) -> dict[str, Any]:
    """Return a statement of the gold."""
    return {
        "speaker": speaker, "speaker_span": span(speaker), "speaker_name": speaker, "cue": cue, "content": content,
        "content_spans": [span(content)], "negated": False, "kind": "indirect",
    }  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one document and two phrases."""
    gold = {
        "titles": [title("Ama Opoku", "Judge", "role"), title("Kofi", "cousin", "kin")],
        "statements": [statement("Ama Opoku", "wrote", "rain would fall on the market"), statement("Kofi", "thinks", "so too")],
        "dates": [
            {"text": "3 May 2024", "span": span("3 May 2024"), "value": "2024-05-03", "type": "date"},
            {"text": "in May", "span": span("in May"), "value": "2024-05", "type": "date"},
        ],
    }
    row = {"id": "made/1", "text": TEXT, "published": "2024-05-09", "gold": gold, "complete": list(gold)}
    (tmp_path / "gum.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    phrases = [
        ("till 5/6", [5, 8], "date", [["2024-05-06", "2024-05-07"], ["2024-06-05", "2024-06-06"]]),
        ("at 7 today", [5, 10], "datetime", [["2024-05-09 07:00:00", None]]),
    ]
    lines = [
        {"id": f"made/{text}", "text": text, "published": "2024-05-09", "complete": ["dates"],
         "gold": {"dates": [{"text": text, "span": place, "type": kind, "values": values}]}}
        for text, place, kind, values in phrases
    ]  # fmt: skip
    (tmp_path / "dates.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return tmp_path


def evidence(words: str) -> tuple[Evidence, ...]:
    """Return *words* as evidence."""
    start, end = span(words)
    return (Evidence(start, end, words),)


def date(text: str, whole: str, value: str) -> Mention:
    """Return the mention of a date."""
    start = whole.index(text)
    return Mention(kind="date", start=start, end=start + len(text), text=text, value=value)


def extract(document: Document) -> ClaimSet:
    """Find everything, one date wrongly, and a title too many."""
    if document.text != TEXT:
        values = {"till 5/6": ("5/6", "2024-06-05"), "at 7 today": ("today", "2024-05-09")}
        text, value = values[document.text]
        return ClaimSet(mentions=(date(text, document.text, value),))
    assert document.published == dt.date(2024, 5, 9)
    return ClaimSet(
        claims=(
            TitleClaim(id="1", person="Ama Opoku", title="Judge", evidence=evidence("Judge Ama Opoku")),
            TitleClaim(id="2", person="Kofi", title="Cousin", evidence=evidence("Kofi, a cousin")),
            TitleClaim(id="3", person="Ama Opoku", title="Market", evidence=evidence("market")),
            StatementClaim(
                id="4",
                speaker="Opoku",
                words="rain would fall on the market",
                direct=False,
                evidence=evidence("rain would fall on the market"),
            ),
        ),
        mentions=(
            date("3 May 2024", TEXT, "2024-05-03"),
            date("May.", TEXT, "2023-05"),
            Mention(kind="person", start=0, end=5, text="Judge"),
        ),
    )


def test_figures(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Titles, statements and dates are counted apart; what gold has as optional is neither required nor wrong."""
    assert devset.main(["--folder", str(folder), "--json"], extract=extract) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["titles"]["titles"] == {"precision": 0.5, "recall": 1.0, "f1": 0.6667, "right": 1, "found": 2, "wanted": 1}
    assert figures["titles"]["shares"]["status"] == {"share": 1.0, "compared": 1}
    assert figures["statements"]["statements, saying"]["f1"] == 1.0
    assert figures["statements"]["statements, all"]["recall"] == 0.5
    assert figures["dates"]["dates in text, found"]["f1"] == 1.0
    assert figures["dates"]["dates in text, right"]["right"] == 1
    assert figures["dates"]["dates in phrases, right"]["f1"] == 1.0


def test_errors_are_shown_one_a_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each false, missed or wrong one is a line with its document."""
    assert devset.main(["--folder", str(folder), "--verbose", "--only", "dates"], extract=extract) == 0
    shown = capsys.readouterr().out
    assert "WRONG date       made/1  in May = 2024-05-01/2024-05-31  (May. = 2023-05)" in shown
    assert "title" not in shown


def test_speaker_decides(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The right words of the wrong speaker count among the words only."""

    def other_speaker(document: Document) -> ClaimSet:
        claims = [claim for claim in extract(document).claims if isinstance(claim, StatementClaim)]
        return ClaimSet(
            claims=tuple(StatementClaim(id="1", speaker="Kofi", words=claim.words, evidence=claim.evidence) for claim in claims)
        )

    assert devset.main(["--folder", str(folder), "--json", "--only", "statements"], extract=other_speaker) == 0
    figures = json.loads(capsys.readouterr().out)["statements"]
    assert figures["statements, saying"]["right"] == 0
    assert figures["statements, saying, words"]["right"] == 1


def test_absent_folder_is_skipped_with_a_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nobody has the development set, that is no failure."""
    assert devset.main(["--folder", str(tmp_path / "none")], extract=extract) == 0
    assert capsys.readouterr().out.startswith("skipped: ")


def test_damaged_file_is_one_line_and_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line that is no JSON is named."""
    (tmp_path / "gum.jsonl").write_text("{\n", encoding="utf-8")
    assert devset.main(["--folder", str(tmp_path)], extract=extract) == 2
    assert "gum.jsonl:1: this is no JSON" in capsys.readouterr().err
