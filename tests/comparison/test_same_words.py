"""The same words in another mouth."""

from __future__ import annotations

import datetime as dt

import pytest

import factwatch
from factwatch.comparison import compare_claims

EARLIER, LATER = dt.date(2025, 3, 3), dt.date(2025, 3, 5)
WATER = 'Mayor Ada Boro of Vila Nova said: "The water will be back before the schools open on Monday."'
SHORT = 'Mayor Ada Boro told a rally: "Our taps are not toys."'


def told(one: str, other: str) -> list[str]:
    sides = factwatch.extract(one, published=EARLIER), factwatch.extract(other, published=LATER)
    return [f"{change.kind}: {change.before} -> {change.after}" for change in compare_claims(*sides).changes]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            SHORT,
            '"Our taps are not toys," engineer Ian Tully said as Mayor Ada Boro looked on.',
            ["statement.reattributed: Ada Boro -> Ian Tully"],
        ),
        (
            WATER,
            'It was engineer Ian Tully, not Mayor Ada Boro, who said that it would be "back before the schools open on Monday".',
            ["statement.reattributed: Ada Boro -> Ian Tully"],
        ),
        (SHORT, '"Taps are not toys," engineer Ian Tully said as Mayor Ada Boro looked on.', []),
        (WATER, 'Engineer Ian Tully said the water was "back". Mayor Ada Boro thanked him.', []),
        (WATER, 'Mayor Ada Boro said it would be "back before the schools open on Monday".', []),
    ],
)
def test_whose_words_they_are(one: str, other: str, expected: list[str]) -> None:
    assert told(one, other) == expected
