"""Offices that somebody has left in the baseline, and candidacies that come to nothing."""

from __future__ import annotations

import datetime as dt

import pytest

import factwatch
from factwatch.comparison import compare_claims

EARLIER, LATER = dt.date(2025, 3, 3), dt.date(2025, 4, 7)


def told(one: str, other: str) -> list[str]:
    sides = factwatch.extract(one, published=EARLIER), factwatch.extract(other, published=LATER)
    return [f"{change.kind}: {change.before} -> {change.after}" for change in compare_claims(*sides).changes]


GONE = "Ada Boro has resigned as director of Delta Cargo. Chair Lena Moss thanked her."
CLINIC = "Ada Boro, director of the Vila Nova District Hospital, said wards were full. Mayor Lena Moss thanked her."
NOMINEE = "President Lena Moss has nominated Ada Boro as governor of the Tagus Bank."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            GONE,
            "Ian Tully was named director of Delta Cargo on Monday. Chair Lena Moss welcomed him.",
            ["title.holder_changed: Ada Boro -> Ian Tully"],
        ),
        (GONE, "Chair Lena Moss named Ian Tully as director. He succeeds Ada Boro.", ["title.holder_changed: Ada Boro -> Ian Tully"]),
        (GONE, "Ada Boro has resigned as director of Delta Cargo, and the search for somebody else goes on.", []),
        (GONE, "Ian Tully, director of Tagus Water, met chair Lena Moss of Delta Cargo.", []),
        (
            NOMINEE,
            "Lawmakers voted down Ada Boro as governor of the Tagus Bank.",
            ["title.ended: nominee for Governor of Tagus Bank -> None"],
        ),
        (NOMINEE, "President Lena Moss said Ada Boro was the best nominee for governor of the Tagus Bank.", []),
    ],
)
def test_who_fills_what_was_left(one: str, other: str, expected: list[str]) -> None:
    assert told(one, other) == expected


SEE = "The pope accepted the resignation of Bishop Ian Tully of Lugo and named as his successor Father Leo Brand."
ALLIANCE = "Leo Brand took office as secretary general of NATO on Monday. His predecessor, Ian Tully, has handed him the gavel."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (SEE, "Leo Brand was installed as Bishop of Lugo on Saturday.", ["title.status_changed: designate -> current"]),
        ("Mons. Leo Brand is the Bishop of Lugo.", "The Bishop of Lugo, Mons. Leo Brand, blessed the boats.", []),
        (ALLIANCE, "Leo Brand takes over from Ian Tully, who has led NATO since 2014.", []),
    ],
)
def test_successors(one: str, other: str, expected: list[str]) -> None:
    assert told(one, other) == expected
