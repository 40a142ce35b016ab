"""The repository's own watch and example documents, checked as the demonstration checks them."""

import json
import shutil
from pathlib import Path

import pytest

from factwatch.cli import main

ROOT = Path(__file__).parent.parent
TOUR = "examples/caribbean-tour"

# Later document -> (kind, severity, words that the subject has) of every change that counts.
EXPECTED = {
    "2025-03-26-briefing.txt": set(),
    "2025-03-26-other-outlet.txt": set(),
    "2025-03-27-readout.txt": {
        ("visit.completed", "notable", "Jamaica"),
        ("meeting.completed", "notable", "Andrew Holness"),
        ("meeting.completed", "notable", "Mia Mottley"),
        ("meeting.completed", "notable", "Stuart Young"),
        ("meeting.completed", "notable", "Haitian officials"),
    },
    "2025-03-27-suriname-dropped.txt": {("visit.cancelled", "breaking", "Suriname"), ("meeting.cancelled", "breaking", "Chan Santokhi")},
    "2025-05-02-election.html": {("title.holder_changed", "breaking", "Prime Minister of Trinidad and Tobago")},
    "2025-07-01-chair-rotates.md": {("role.holder_changed", "breaking", "Caribbean Community")},
}


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the watch and the examples, outside of continuous integration."""
    for name in ("snapshots", "examples"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("CI", "TF_BUILD", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FACTWATCH_TODAY", "2025-07-02")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_each_document_changes_what_it_should_and_nothing_else(repository: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """Other words for the same facts raise nothing; each change is found once."""
    assert repository.is_dir()
    status = main(["check", "caribbean-tour", f"{TOUR}/{name}", "--format", "json", "--no-write"])
    changes = [change for change in json.loads(capsys.readouterr().out)["changes"] if change["severity"] != "info"]
    expected = EXPECTED[name]
    unmatched = [
        (change["kind"], change["subject"])
        for change in changes
        if not any(
            (change["kind"], change["severity"]) == (kind, severity) and words in change["subject"] for kind, severity, words in expected
        )
    ]
    missing = [item for item in expected if not any(change["kind"] == item[0] and item[2] in change["subject"] for change in changes)]
    assert (unmatched, missing) == ([], [])
    assert len(changes) == len(expected)
    assert status == (1 if expected else 0)


def test_the_watch_is_as_it_was_accepted(repository: Path) -> None:
    """Digests of versions and of the sources on disk match."""
    assert repository.is_dir()
    assert main(["verify"]) == 0


def test_the_whole_folder_shows_every_change(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One command over all documents, as in the README."""
    assert repository.is_dir()
    assert main(["check", "caribbean-tour", TOUR, "--no-write"]) == 1
    shown = capsys.readouterr().out
    for words in ("Stuart Young → Kamla Persad-Bissessar", "Mia Mottley → Andrew Holness", "6 documents together"):
        assert words in shown
