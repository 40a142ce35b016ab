"""
Runs the blocks of a page as a reader would, in order, in a folder of their own that begins as a copy of the example documents.

``factwatch`` is called in this process, which saves loading the language library for each command; everything else goes to a shell.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final
from unittest import mock

from docs.blocks import Block, blocks_of
from factwatch.cli import main

ROOT: Final = Path(__file__).resolve().parent.parent
EXAMPLES: Final = ROOT / "examples" / "caribbean-tour"

_TODAY: Final = "2025-03-26"
_PROMPT: Final = "$ "
_SHELL_SIGNS: Final = re.compile(r"[|<>;&`*]|\$[(\w?]")
_QUOTED: Final = re.compile(r"'[^']*'|\"[^\"$]*\"|  +#.*")
_PIPE: Final = re.compile(r"(?P<command>factwatch (?:[^'\"|>]|'[^']*'|\"[^\"]*\")*?)(?: (?P<sign>[|>]) (?P<rest>.*))?", re.DOTALL)
# With these a line of a setup can be run without a shell of its own.
_INSIDE: Final = ("factwatch ", "export ")
_ESCAPES: Final = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
# A bug is never the output that a page is meant to show.
_BUG: Final = "factwatch: error: internal:"
# What no two runs, or no two states of the lexicons, have in common.
_PASSING: Final = (
    (re.compile(r"\bin \d+\.\d+s\b"), "in 0.10s"),
    (re.compile(r"\bsha256:[0-9a-f]{64}\b"), "sha256:…"),
    (re.compile(r"(\blexicon\"?: [\"']?)[0-9a-f]{16}\b"), r"\1…"),
)
_OUTSIDE: Final = (
    "CI",
    "TF_BUILD",
    "GITHUB_ACTIONS",
    "GITHUB_STEP_SUMMARY",
    "FACTWATCH_SNAPSHOTS",
    "PYTEST_ADDOPTS",
    "PYTEST_CURRENT_TEST",
)
_FINE: Final = (0, 1)


class Session:
    """A folder, an environment and the status of the last command."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(EXAMPLES, folder, dirs_exist_ok=True)
        self.root = folder
        self.folder = folder
        self.status = 0
        path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
        identity = {
            f"GIT_{who}_{what}": f"desk{'@example.org' * (what == 'EMAIL')}"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        }
        self.environment = {
            name: value for name, value in os.environ.items() if name not in _OUTSIDE and not name.startswith("PYTEST_XDIST")
        } | {
            "PATH": path,
            "NO_COLOR": "1",
            "COLUMNS": "80",
            "PYTHONDONTWRITEBYTECODE": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "FACTWATCH_TODAY": _TODAY,
            **identity,
        }

    def prepare(self, block: Block) -> None:
        """Do what the remarks before *block* ask for."""
        if block.today:
            self.environment["FACTWATCH_TODAY"] = block.today
        for lines in block.setups:
            if all(line.startswith(_INSIDE) for line in lines):
                for line in lines:
                    self._check(block, self.run(line))
            else:  # one script: it may have files and loops in it
                self._check(block, self._outside("set -e\n" + "\n".join(lines)))

    def _check(self, block: Block, shown: str) -> None:
        if self.status not in _FINE:
            message = f"the setup before line {block.start} failed with status {self.status}: {shown}"
            raise RuntimeError(message)

    def write(self, name: str, text: str) -> None:
        """Keep the file that a block shows."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run(self, command: str, answers: Sequence[str] = ()) -> str:
        """Run *command* and return what it shows; its status is kept."""
        words = shlex.split(command, comments=True)
        if words == ["echo", "$?"]:
            return f"{self.status}\n"
        if words[0] == "cd":
            self.folder = (self.folder / words[1]).resolve()
            return ""
        if words[0] == "export":
            self.environment |= dict([words[1].split("=", 1)])
            return ""
        if answers:
            shown = self._at_terminal(command, answers)
        elif (parts := _parts_of(command)) is not None:
            shown = self._piped(*parts)
        else:
            shown = self._outside(command)
        if _BUG in shown:
            message = f"{command}: {shown}"
            raise RuntimeError(message)
        return _normal(shown, self.root)

    def python(self, block: Block) -> str:
        """Execute a block of Python and return what it prints."""
        shown = io.StringIO()
        with self._here(), contextlib.redirect_stdout(shown):
            exec(compile(block.text, f"<line {block.start}>", "exec"), {"__name__": "__main__"})  # noqa: S102 - the pages are ours
        return _normal(shown.getvalue(), self.root)

    @contextlib.contextmanager
    def _here(self) -> Iterator[None]:
        with mock.patch.dict(os.environ, self.environment, clear=True), contextlib.chdir(self.folder):
            yield

    def _piped(self, command: str, sign: str, rest: str) -> str:
        """Run ``factwatch ...``, alone, into a pipe or into a file."""
        shown, told = io.BytesIO(), io.BytesIO()
        output = io.TextIOWrapper(shown, encoding="utf-8", write_through=True)
        errors = io.TextIOWrapper(told, encoding="utf-8", write_through=True) if sign else output
        empty = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        with self._here(), mock.patch.object(sys, "stdin", empty), contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
            self.status = main(shlex.split(command, comments=True)[1:])
        if sign == "|":
            return told.getvalue().decode() + self._outside(rest, shown.getvalue())
        if sign == ">":
            (self.folder / rest).write_bytes(shown.getvalue())
        return (told if sign else shown).getvalue().decode()

    def _outside(self, command: str, given: bytes = b"") -> str:
        done = subprocess.run(  # noqa: S602 - the pages are ours
            command,
            shell=True,
            cwd=self.folder,
            env=self.environment,
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        self.status = done.returncode
        return done.stdout.decode()

    def _at_terminal(self, command: str, answers: Sequence[str]) -> str:
        """Type *answers*, one at each prompt, at a terminal of 80 columns."""
        import fcntl
        import pty
        import struct
        import termios

        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 200, 80, 0, 0))
        process = subprocess.Popen(shlex.split(command), cwd=self.folder, env=self.environment, stdin=theirs, stdout=theirs, stderr=theirs)  # noqa: S603
        os.close(theirs)
        shown, waiting, told = b"", list(answers), 0
        while True:
            try:
                piece = os.read(ours, 1 << 16)
            except OSError:  # Linux says so when the other side has closed
                break
            if not piece:
                break
            shown += piece
            if waiting and shown[told:].endswith((b"\n> ", b"reason: ")):
                told = len(shown)
                os.write(ours, waiting.pop(0).encode() + b"\n")
        os.close(ours)
        self.status = process.wait()
        return _ESCAPES.sub("", shown.decode()).replace("\r\n", "\n")


def _parts_of(command: str) -> tuple[str, str, str] | None:
    """Part ``factwatch ... | rest``; None for what only a shell understands."""
    found = _PIPE.fullmatch(command)
    if found is None or _SHELL_SIGNS.search(_QUOTED.sub("", found["command"])):
        return None
    if found["sign"] == ">" and not re.fullmatch(r"[\w./-]+", found["rest"]):
        return None
    return found["command"], found["sign"] or "", found["rest"] or ""


def _normal(shown: str, folder: Path) -> str:
    text = shown.replace(f"{folder}/", "").replace(str(folder), ".")
    for pattern, plain in _PASSING:
        text = pattern.sub(plain, text)
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def commands_of(block: Block) -> list[str]:
    """Return the commands of a ``console`` or ``sh`` block, those that go over several lines as one."""
    return [command for command, _ in _parts(block)]


def _parts(block: Block) -> Iterator[tuple[str, list[str]]]:
    """Yield each command and its own lines."""
    lines = list(block.lines)
    number = 0
    while number < len(lines):
        line = lines[number]
        number += 1
        if block.language == "console":
            if not line.startswith(_PROMPT):
                continue
            line = line.removeprefix(_PROMPT)
        elif not line.strip() or line.startswith("#"):
            continue
        own = [line]
        while own[-1].endswith("\\") and number < len(lines):
            own.append(lines[number])
            number += 1
        yield "\n".join(own), own


def run_page(page: str, folder: Path) -> str:
    """
    Run all blocks of *page* and return it with the output that they have now.

    Raises:
        RuntimeError: A command that shows no output ended with a status that is neither 0 nor 1.
    """
    session = Session(folder)
    lines = page.splitlines()
    new = list(lines)
    shift = 0
    printed: str | None = None
    for block in blocks_of(page):
        session.prepare(block)
        result: list[str] | None = None
        if block.not_run is not None:
            continue
        if block.language == "console":
            result = _run_console(session, block)
        elif block.language == "sh":
            _run_script(session, block)
        elif block.language == "output" and printed is not None:
            result = printed.splitlines()
        elif block.file is not None:
            session.write(block.file, block.text)
        elif block.language == "python":
            printed = session.python(block)
        if result is not None:
            first = block.start + shift
            new[first : first + len(block.lines)] = [f"{' ' * block.indent}{line}".rstrip() for line in result]
            shift += len(result) - len(block.lines)
    return "\n".join(new) + "\n"


def _run_console(session: Session, block: Block) -> list[str]:
    result = []
    for command, own in _parts(block):
        result.append(_PROMPT + own[0])
        result.extend(own[1:])
        result.extend(session.run(command, block.answers).splitlines())
    return result


def _run_script(session: Session, block: Block) -> None:
    for command in commands_of(block):
        shown = session.run(command)
        if session.status not in _FINE:
            message = f"line {block.start}: {command}: status {session.status}: {shown}"
            raise RuntimeError(message)
