"""A folder to work in, and the program to run in it."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from factwatch.cli import main


@frozen
class Result:
    """What a run of the program gave."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


Program = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, outside of any project and of continuous integration."""
    for name in ("CI", "TF_BUILD", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "FACTWATCH_SNAPSHOTS", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTWATCH_TODAY", "2025-05-05")
    return tmp_path


@pytest.fixture
def program(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    """Runs the program in the folder."""
    assert folder.is_dir()

    def run(*arguments: object, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Result(status, captured.out, captured.err)

    return run


def claims_file(folder: Path, name: str, *claims: dict[str, Any], published: str = "2025-03-26", source: str | None = None) -> Path:
    """Write a claims file; each claim is given by its own fields."""
    path = folder / name
    data = {
        "schema": "factwatch.claims/1",
        "document": {"source": source or name.replace(".json", ".txt"), "published": published},
        "claims": [{"evidence": [{"start": 0, "end": 5, "text": "words"}], **claim} for claim in claims],
        "inconsistencies": [],
    }
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def prime_minister(person: str, of: str = "Borduria", **more: Any) -> dict[str, Any]:
    """A title claim."""
    slug = person.lower().replace(" ", "-")
    return {
        "id": f"title:{slug}:prime-minister:{of.lower()}",
        "kind": "title",
        "person": person,
        "title": "Prime Minister",
        "of": of,
        **more,
    }


@pytest.fixture
def two_sides(folder: Path) -> tuple[Path, Path]:
    """A baseline and a later claims file that has another prime minister."""
    return (
        claims_file(folder, "baseline.json", prime_minister("Ana Lobo")),
        claims_file(folder, "later.json", prime_minister("Kofi Mensah"), published="2025-05-02"),
    )
