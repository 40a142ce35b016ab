"""No link leads nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from docs.blocks import pages
from docs.session import ROOT

PAGES = (*pages(ROOT), *(ROOT / name for name in ("CHANGELOG.md", "examples/README.md", "benchmarks/README.md")))


def _links(path: Path) -> list[str]:
    tokens = MarkdownIt().parse(path.read_text(encoding="utf-8"))
    inline = [child for token in tokens for child in token.children or ()]
    return [str(child.attrs[name]) for child in inline for name in ("href", "src") if name in child.attrs]


def _anchors(path: Path) -> set[str]:
    """Ids of the headings as GitHub and MyST make them."""
    tokens = MarkdownIt().parse(path.read_text(encoding="utf-8"))
    titles = [tokens[number + 1].content for number, token in enumerate(tokens) if token.type == "heading_open"]
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_internal_links_lead_somewhere(path: Path) -> None:
    """Files and headings that a page links to are there, inside of the repository."""
    for link in _links(path):
        if re.match(r"[a-z]+:", link):
            assert link.startswith("https://"), f"{link}: only https"
            continue
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        assert target.is_relative_to(ROOT), link
        assert target.exists(), link
        if anchor:
            assert anchor in _anchors(target), link


def test_a_dead_link_is_seen(tmp_path: Path) -> None:
    """The checks above can fail."""
    page = tmp_path / "page.md"
    page.write_text("# One, two\n\n[a](gone.md#x) ![b](c.png) `[no](link)`\n", encoding="utf-8")
    assert _links(page) == ["gone.md#x", "c.png"]
    assert _anchors(page) == {"one-two"}
