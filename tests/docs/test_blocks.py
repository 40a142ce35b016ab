"""Every block of the README and of docs/ is run, and shows what it shows."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
import yaml

from docs.blocks import Block, blocks_of, pages
from docs.session import ROOT, commands_of, run_page

PAGES = pages(ROOT)
RUN = {"console", "sh", "python", "output"}
DATA = {"yaml", "toml", "json"}
SHOWN = {"", "text", "csv", "markdown", "html", "{toctree}", "{include}", "{eval-rst}", "{list-table}"}


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _blocks(path: Path) -> list[Block]:
    return list(blocks_of(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_output_is_what_the_commands_show(path: Path, tmp_path: Path) -> None:
    """A page run from its beginning is the page itself; `python -m docs.update` rewrites it where the program has changed."""
    page = path.read_text(encoding="utf-8")
    assert run_page(page, tmp_path.resolve()) == page, f"to rewrite: python -m docs.update {_name(path)}"


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_data_can_be_read(path: Path, tmp_path: Path) -> None:
    """YAML, TOML and JSON are well formed, and settings are settings that there are."""
    from factwatch.config import load_config

    for block in _blocks(path):
        if block.language == "yaml":
            list(yaml.safe_load_all(block.text))
        elif block.language == "json":
            json.loads(block.text)
        elif block.language == "toml":
            data = tomllib.loads(block.text)
            file = tmp_path / ("pyproject.toml" if {"tool", "project"} & data.keys() else "factwatch.toml")
            file.write_text(block.text, encoding="utf-8")
            load_config(file)


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_no_block_escapes(path: Path) -> None:
    """Every block has a language that is run or read; what looks like a command stands where commands are run, or says why it is not."""
    for block in _blocks(path):
        place = f"{_name(path)}:{block.start}"
        assert block.language in RUN | DATA | SHOWN, f"{place}: {block.language}"
        if block.language in SHOWN:
            assert not any(line.startswith("$ ") for line in block.lines), place
        if block.not_run is not None:
            assert len(block.not_run.split()) > 2, f"{place}: give a reason"
        if block.language == "console":
            assert commands_of(block), f"{place}: no command"
