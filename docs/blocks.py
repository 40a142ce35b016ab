"""
The code blocks of a Markdown page, and the remarks for the one who runs them.

Remarks are HTML comments, which no reader sees:

- ``<!-- setup`` ... ``-->``: shell commands that are run, and not shown;
- ``<!-- today: 2025-05-03 -->``: the day on which the commands from here on are run;
- ``<!-- answers: a | r | the outlet withdrew it -->``: what is typed when the next block's commands ask;
- ``<!-- not run: REASON -->``: why the next block is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from attrs import frozen

_FENCE: Final = re.compile(r"^(?P<indent> *)(?P<ticks>`{3,})(?P<language>[\w{}-]*)[^`]*$")
_REMARK: Final = re.compile(r"^<!-- (?P<name>setup|today|answers|not run)(?:: (?P<value>.*?))?(?: -->)?$")
_FILE_NAME: Final = re.compile(r"^(?:#|<!--) (?P<name>[\w.][\w./-]*\.[a-z]+)(?: -->)?$")


@frozen(kw_only=True)
class Block:
    """One fenced block."""

    language: str
    lines: tuple[str, ...]
    start: int
    """Index of the first line inside the fence."""
    indent: int = 0
    today: str | None = None
    setups: tuple[tuple[str, ...], ...] = ()
    """Lines of scripts to be run before it."""
    answers: tuple[str, ...] = ()
    not_run: str | None = None

    @property
    def text(self) -> str:
        """What is inside the fence."""
        return "".join(f"{line}\n" for line in self.lines)

    @property
    def file(self) -> str | None:
        """The file that the block shows, where its first line names one."""
        found = _FILE_NAME.match(self.lines[0]) if self.lines else None
        return found["name"] if found else None


def blocks_of(page: str) -> Iterator[Block]:
    """Yield the blocks of *page*, a Markdown text; a last one of language ``end`` has what stands behind the others."""
    lines = page.splitlines()
    today: str | None = None
    setups: list[tuple[str, ...]] = []
    answers: tuple[str, ...] = ()
    not_run: str | None = None
    number = 0
    while number < len(lines):
        line = lines[number]
        remark, fence = _REMARK.match(line), _FENCE.match(line)
        number += 1
        if remark:
            value = remark["value"] or ""
            if remark["name"] == "setup":
                end = lines.index("-->", number)
                setups.append(tuple(lines[number:end]))
                number = end + 1
            elif remark["name"] == "today":
                today = value
            elif remark["name"] == "answers":
                answers = tuple(answer.strip() for answer in value.split("|"))
            else:
                not_run = value
        elif fence:
            start = number
            while lines[number].strip() != fence["ticks"]:
                number += 1
            indent = len(fence["indent"])
            yield Block(
                language=fence["language"],
                lines=tuple(inside[indent:] for inside in lines[start:number]),
                start=start,
                indent=indent,
                today=today,
                setups=tuple(setups),
                answers=answers,
                not_run=not_run,
            )
            setups, answers, not_run = [], (), None
            number += 1


def pages(root: Path) -> tuple[Path, ...]:
    """Return all pages of the documentation below *root*, the README first."""
    return (root / "README.md", *sorted((root / "docs").rglob("*.md")))
