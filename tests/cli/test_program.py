"""The program as a whole: help, errors, start-up, interruption."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from factwatch.cli.app import factwatch
from tests.cli.conftest import Program

COMMANDS = sorted(factwatch.list_commands(click.Context(factwatch)))


def test_without_a_command_the_help_is_shown(program: Program) -> None:
    """A newcomer sees what there is; status 2 says that nothing was done."""
    result = program()
    assert result.status == 2
    assert "extract" in result.out + result.err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(program: Program, command: str) -> None:
    """The list's line is the command's own first line."""
    result = program(command, "--help")
    assert result.status == 0
    assert f"factwatch {command}" in result.out.split("Example", 1)[1]
    listed = factwatch.get_command(click.Context(factwatch), command)
    assert listed is not None
    if listed.short_help:
        assert listed.short_help in " ".join(program("--help").out.split())


def test_the_version_is_told(program: Program) -> None:
    """Both spellings."""
    assert program("-V").out == program("--version").out
    assert program("-V").out.startswith("factwatch ")


@pytest.mark.parametrize(
    "arguments", [["extrct", "a"], ["extract"], ["extract", "a", "--colour"], ["--today", "soon", "status"], ["show", "w", "one"]]
)
def test_wrong_use_is_status_2(program: Program, arguments: list[str]) -> None:
    """Click's own errors as well."""
    result = program(*arguments)
    assert (result.status, result.out) == (2, "")
    assert result.err


@pytest.mark.parametrize(
    ("arguments", "start"),
    [
        (["extract", "missing.txt"], "factwatch: error: missing.txt: there is no such file."),
        (["extract", "."], "factwatch: error: .: it is a folder, not a document."),
        (["extract", "empty.txt"], "factwatch: error: empty.txt: it is empty."),
        (["extract", "-"], "factwatch: error: -: it is empty."),
        (["compare", "missing.json", "empty.txt"], "factwatch: error: missing.json: there is no such file."),
        (["compare", "-", "-"], "factwatch: error: -: standard input can be only one of the two."),
        (["check", "nowhere", "empty.txt"], "factwatch: error: watch 'nowhere'"),
        (["show", "../x"], "factwatch: error: "),
        (["init", "CON"], "factwatch: error: "),
        (["--config", "missing.toml", "status"], "factwatch: error: missing.toml: it cannot be read"),
        (["schema", "nothing"], "factwatch: error: schema nothing: there is none of that name."),
    ],
)
def test_errors_are_one_line(program: Program, folder: Path, arguments: list[str], start: str) -> None:
    """Where, what, what to do; no traceback; nothing on standard output."""
    (folder / "empty.txt").write_bytes(b"")
    result = program(*arguments)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(start)
    assert result.err.count("\n") == 1
    assert "Traceback" not in result.err


def test_an_internal_error_is_no_change(program: Program, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Status 1 would say 'changes found'; --traceback lets the error through."""

    def broken(*_: object, **__: object) -> None:
        message = "boom"
        raise ZeroDivisionError(message)

    monkeypatch.setattr("factwatch.snapshots.store.SnapshotStore.status", broken)
    result = program("status")
    assert (result.status, "internal: ZeroDivisionError: boom" in result.err) == (2, True)
    with pytest.raises(ZeroDivisionError):
        program("--traceback", "status")
    assert folder.is_dir()


def test_an_interrupted_run_ends_with_130(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a traceback."""

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("factwatch.snapshots.store.SnapshotStore.status", interrupted)
    assert program("status").status == 130


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_are_printed(program: Program, shell: str) -> None:
    """The script asks the program itself."""
    assert "_FACTWATCH_COMPLETE" in program("completion", shell).out


@pytest.mark.parametrize("name", ["claims", "report", "snapshot"])
def test_schemas_are_printed(program: Program, name: str) -> None:
    """JSON Schemas come with the program."""
    assert "$schema" in program("schema", name).data


def run_python(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("COV")}
    return subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=60
    )


def test_commands_that_extract_nothing_load_no_language_library(folder: Path) -> None:
    """`log`, `status` and the help start without spaCy, trafilatura, deepdiff or pytest."""
    code = (
        "import sys\nfrom factwatch.cli import main\nmain(['status']); main(['extract', '--help']); main(['log', 'x'])\n"
        "print(sorted({'spacy', 'trafilatura', 'deepdiff', 'pytest', 'pandas', 'pyarrow'} & set(sys.modules)))"
    )
    assert run_python(code, folder).stdout.splitlines()[-1] == "[]"


@pytest.mark.skipif(os.name == "nt", reason="pipes of another kind")
def test_a_broken_pipe_is_no_traceback(folder: Path) -> None:
    """`factwatch ... | head -1` ends quietly."""
    shell = f"set -o pipefail; '{sys.executable}' -m factwatch schema report | head -c 1 >/dev/null; true"
    done = subprocess.run(["bash", "-c", shell], cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr == ""


def test_a_terminal_without_the_letters_gets_substitutes(folder: Path, two_sides: tuple[Path, Path]) -> None:
    """Output in ASCII does not end the program."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "factwatch", "compare", *map(str, two_sides)],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, "Kofi Mensah" in done.stdout, done.stderr) == (1, True, "")


def test_misuse_is_one_line(program: Program) -> None:
    """What is wrong, and where help is; status 2."""
    for arguments, words in (
        (["check"], "missing argument 'WATCH'. Try 'factwatch check --help'."),
        (["nosuch"], "no such command 'nosuch'. Try 'factwatch --help'."),
        (["extract", "--nope"], "--nope"),
    ):
        result = program(*arguments)
        assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)
        assert words in result.err


def test_lexicon_files_are_checked_with_their_examples(program: Program, folder: Path) -> None:
    """A file without mistakes is status 0; an example that does not do what the file says is status 2, with its line."""
    text = """\
patterns:
  - name: desk/tipped-to-lead
    match: "PERSON is tipped to lead ORG"
    claim: {kind: role, holder: PERSON, role: leader, of: ORG, status: incoming, modality: expected}
    examples:
      match: [Anna Rossi is tipped to lead the European Commission.]
"""
    (folder / "words.yaml").write_text(text, encoding="utf-8")
    result = program("lexicon", "check", "words.yaml")
    assert (result.status, result.err) == (0, "words.yaml: no mistakes; 1 pattern, examples as said\n")
    (folder / "words.yaml").write_text(text.replace("Rossi is tipped", "Rossi was asked"), encoding="utf-8")
    result = program("lexicon", "check", "words.yaml")
    assert result.status == 2
    assert "words.yaml:6" in result.err
