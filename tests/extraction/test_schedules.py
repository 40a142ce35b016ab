"""Programmes and diaries: days on lines of their own are the days of what follows."""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch.claims.build import extract_claims
from factwatch.model.claim import MeetingClaim, VisitClaim
from factwatch.model.text import Document


def told(text: str) -> list[tuple[str | None, str | None]]:
    """Return place and day of each visit and meeting."""
    claims = extract_claims(Document(text=text, published=dt.date(2025, 10, 22))).claims
    return [(claim.place, claim.when) for claim in claims if isinstance(claim, VisitClaim | MeetingClaim)]


PROGRAMME = """Programme of Foreign Minister Lena Holt

{first}
The Minister arrives in Ghana.

{second}
She travels to Togo.
"""


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Monday, 27 October", "Tuesday, 28 October", ["2025-10-27", "2025-10-28"]),
        ("27 October 2025:", "28 October 2025:", ["2025-10-27", "2025-10-28"]),
        ("Day 1 - Monday", "Day 2 - Tuesday", ["2025-10-27", "2025-10-28"]),
        # other words make it no heading
        ("Notes of Monday", "The plan for Tuesday is this", [None, None]),
    ],
)
def test_a_day_on_a_line_of_its_own_heads_what_follows(first: str, second: str, expected: list[str | None]) -> None:
    """Each entry has the day over it."""
    assert [when for _, when in told(PROGRAMME.format(first=first, second=second))] == expected


def test_an_entry_keeps_its_own_day() -> None:
    """A date in the sentence overrules the one over it."""
    text = PROGRAMME.format(first="Monday, 27 October", second="Tuesday, 28 October").replace("to Togo", "to Togo on 30 October")
    assert told(text) == [("Ghana", "2025-10-27"), ("Togo", "2025-10-30")]


def test_another_heading_ends_the_day() -> None:
    """What stands under 'Background' has no day."""
    text = PROGRAMME.format(first="Monday, 27 October", second="Background")
    assert told(text) == [("Ghana", "2025-10-27"), ("Togo", None)]


def test_the_day_of_a_release_heads_nothing() -> None:
    """The day of publication at its top is not the day of the journey."""
    text = "MEDIA RELEASE\n22 October 2025\n\nForeign Minister Lena Holt will travel to Ghana. She met King Ota in Oslo.\n"
    assert all(when is None for _, when in told(text))


def test_a_day_may_open_the_paragraph_of_its_entries() -> None:
    """'Monday 24 November. Minister A meets B' is of that Monday, and what the next paragraph tells is not."""
    text = "The programme is as follows.\n\nMonday 24 November. Minister Duarte meets King Ota.\n\nMinister Duarte met Queen Ida in Oslo."
    assert told(text) == [(None, "2025-11-24"), ("Oslo", None)]
