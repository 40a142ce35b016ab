"""How visits are told: one line for each turn of phrase, see `travel_variants.txt`."""

from __future__ import annotations

from pathlib import Path

import pytest

from factwatch import extract
from factwatch.model.claim import VisitClaim

_LINES = [
    line for line in Path(__file__).with_name("travel_variants.txt").read_text("utf-8").splitlines() if line and not line.startswith("#")
]


def _wanted(words: str) -> list[tuple[str, ...]]:
    return [] if words == "-" else [tuple(field.strip() for field in visit.split("|")) for visit in words.split(";")]


def _fits(wanted: tuple[str, ...], found: tuple[str, ...]) -> bool:
    return all(want in {"~", value} for want, value in zip(wanted, found, strict=True))


@pytest.mark.parametrize("line", _LINES)
def test_visits_are_told(line: str) -> None:
    """Each line yields its visits and no others."""
    text, _, words = line.rpartition(" => ")
    claims = extract(text.replace("\\n", "\n"), published="2026-03-11").claims
    found = [(claim.who, claim.place, claim.when or "-", claim.status) for claim in claims if isinstance(claim, VisitClaim)]
    for wanted in _wanted(words):
        fitting = next((visit for visit in found if _fits(wanted, visit)), None)
        assert fitting is not None, (wanted, found)
        found.remove(fitting)
    assert not found
