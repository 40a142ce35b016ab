"""Nothing that a user can type, set or meet is missing from the documentation."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import get_args

import click
import pytest

import factwatch
from docs.session import ROOT
from factwatch.cli.app import factwatch as program
from factwatch.comparison.ledger import SEVERITY
from factwatch.interchange import FORMATS
from factwatch.model.change import ChangeKind, Nature
from factwatch.reporting import OUTPUTS

DOCS = ROOT / "docs"


def _page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def _commands() -> list[tuple[str, click.Command]]:
    context = click.Context(program)
    found = [(name, program.get_command(context, name)) for name in program.list_commands(context)]
    return [("", program), *((name, command) for name, command in found if command is not None)]


@pytest.mark.parametrize(("name", "command"), _commands(), ids=lambda value: value if isinstance(value, str) else "")
def test_every_command_and_option_is_documented(name: str, command: click.Command) -> None:
    """The reference shows each command's help, which has each option with a word on it."""
    heading = f"$ factwatch {name} --help".replace("  ", " ")
    page = _page("reference/command-line.md")
    assert heading in page, f"give {name!r} a heading in docs/reference/command-line.md"
    shown = page.split(heading, 1)[1].split("```", 1)[0]
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{name} {parameter.opts[0]}: it has no help"
            assert parameter.opts[-1] in shown, f"{name} {parameter.opts[-1]}: python -m docs.update docs/reference/command-line.md"


def test_every_command_is_used_in_a_guide() -> None:
    """Each command stands in a how-to or the tutorial, or in the reference of what it prints."""
    pages = [DOCS / "tutorial.md", *(DOCS / "how-to").glob("*.md"), DOCS / "reference" / "formats.md"]
    text = "\n".join(path.read_text(encoding="utf-8") for path in pages)
    rest = {name for name, _ in _commands() if name and f"factwatch {name}" not in text}
    assert rest <= {"completion"}, "which the command's own help tells whole"


def test_every_public_name_is_documented() -> None:
    """The library's reference has everything in `factwatch.__all__`, and nothing else."""
    documented = set(re.findall(r"^\.\. (?:auto\w+|py:data):: factwatch\.(\w+)$", _page("reference/library.md"), re.MULTILINE))
    assert documented - {"interchange"} == set(factwatch.__all__) - {"__version__"}


def test_every_kind_of_change_is_documented() -> None:
    """With its severity; natures as well."""
    page = _page("reference/changes.md")
    rows = dict(re.findall(r"^\| `([a-z_]+(?:\.[a-z_]+)?)` \| (breaking|notable|info) \|", page, re.MULTILINE))
    assert rows == {kind: SEVERITY[kind] for kind in get_args(ChangeKind)}
    assert all(f"| `{nature}` |" in page for nature in get_args(Nature))


def test_every_setting_is_documented() -> None:
    """Keys of the project's settings, of their ignores and of a watch."""
    from attrs import fields

    from factwatch.config import _IGNORE_KEYS, _KEYS
    from factwatch.snapshots.watch import Filters, Ignore, Watch

    page = _page("reference/configuration.md")
    assert [key for key in _KEYS if f"| `{key}` |" not in page] == []
    assert [key for key in _IGNORE_KEYS if f"`{key}`" not in page] == []
    keys = [field.name for kind in (Watch, Filters, Ignore) for field in fields(kind)]
    assert [key for key in keys if not re.search(rf"^ *(?:- )?{key}:", page, re.MULTILINE)] == []


def test_every_format_is_documented() -> None:
    """Of reports, of exports, and the schemas that come with the package."""
    reports, exports, formats = _page("how-to/run-in-ci.md"), _page("how-to/exchange-claims.md"), _page("reference/formats.md")
    assert [name for name in OUTPUTS if f"`{name}`" not in reports] == []
    assert [name for name in FORMATS if f".{name}" not in exports] == []
    schemas = (ROOT / "src" / "factwatch" / "schemas").glob("*.json")
    assert [path.name for path in schemas if f"schemas/{path.name})" not in formats] == []


def test_every_dependency_has_a_reason() -> None:
    """One line each; and no line for a package that is no dependency any more."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed = project["project"]["dependencies"]
    listed += [name for group in project["project"]["optional-dependencies"].values() for name in group]
    listed += [name for group in project["dependency-groups"].values() for name in group]
    needed = {re.split(r"[<>=!~\[; ]", name)[0] for name in listed}
    rows = re.findall(r"^\| (`[^|]+) \| (.+) \|$", _page("explanation/dependencies.md"), re.MULTILINE)
    reasons = {name: reason for names, reason in rows for name in re.findall(r"`([^`]+)`", names)}
    assert reasons.keys() == needed
    assert all(len(reason) > 5 for reason in reasons.values())


def test_every_page_is_in_the_contents() -> None:
    """A page that nobody is led to is not read."""
    listed = set(re.findall(r"^([a-z-]+(?:/[a-z-]+)?)$", _page("index.md"), re.MULTILINE))
    pages = {path.relative_to(DOCS).with_suffix("").as_posix() for path in DOCS.rglob("*.md") if "site" not in path.parts}
    assert listed == pages - {"index"}


def test_the_figures_are_read_when_the_site_is_built(tmp_path: Path) -> None:
    """What the benchmarks' files say is in the page, whatever it is; without a file the page says so."""
    from docs.figures import with_figures

    page = _page("explanation/limits.md")
    wanted = re.findall(r"<!-- figures: (\S+) -->", page)
    assert wanted == ["benchmarks/accuracy/scores.json", "benchmarks/changes/scores.json"]
    assert with_figures(page, tmp_path).count("no measured figures") == len(wanted)
    row = '{"precision": 0.9, "recall": 0.5, "f1": 0.6429}'
    (tmp_path / "benchmarks" / "accuracy").mkdir(parents=True)
    accuracy = f'{{"corpora": {{"heldout": {{"documents": 46, "scores": {{"core": {{"title": {row}}}, "full": {{"title": {row}}}}}}}}}}}'
    (tmp_path / wanted[0]).write_text(accuracy, encoding="utf-8")
    (tmp_path / "benchmarks" / "changes").mkdir()
    changes = '{"dev": {"pairs": 60, "precision": 0.81, "recall": null, "silent": 1.0, "silent_pairs": 20, "kinds": {}}}'
    (tmp_path / wanted[1]).write_text(changes, encoding="utf-8")
    built = with_figures(page, tmp_path).replace("\u00a0", " ")
    assert "Held out, 46 documents:" in built
    assert "| title | 90.0 % | 50.0 % | 64.3 % | 90.0 % | 50.0 % | 64.3 % |" in built
    assert "| development | 60 | 81.0 % |  | 20 | 100.0 % |" in built


def test_committed_figures_can_be_shown() -> None:
    """The files that the benchmarks write have the form that the page expects."""
    from docs.figures import figures_of

    for name in ("accuracy", "changes"):
        path = ROOT / "benchmarks" / name / "scores.json"
        if not path.is_file():
            continue
        shown = figures_of(path)
        assert re.search(r"\| \d+\.\d\s% \|", shown), path
