"""The rule families, in order, over one passage."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Final

from factwatch.extraction.clauses import is_invented
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage

Family = Callable[[Passage], list[Finding]]

FAMILIES: Final = ("titles", "tenure", "roles", "travel", "meetings", "statements")
"""
Order matters only for equals: of two findings about one thing the earlier family's wins.
"""


@cache
def _families() -> tuple[Family, ...]:
    return tuple(import_module(f"factwatch.extraction.{name}").find for name in FAMILIES)


def find_all(passage: Passage) -> list[Finding]:
    """Return what every family finds in *passage*, family by family."""
    found = [finding for family in _families() for finding in family(passage)]
    invented = {sentence.unit.index for sentence in passage.sentences if is_invented(sentence)}
    return [finding for finding in found if finding.unit not in invented or finding.kind == "statement"] if invented else found
