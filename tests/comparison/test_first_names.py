"""A first name alone is nobody of another document, unless both tell of one story or one office."""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch import extract
from factwatch.comparison import compare_claims

_CASES = [
    ("Captain Tunde led the team out on Monday.", "Tunde Adebayo was appointed head coach of Benfica Rovers on Thursday.", []),
    ("King Hamzeh of Jordan met farmers in Amman.", "Izzah binti Hamzah was named chief executive of Lim Rubber on Thursday.", []),
    # a family name is, and so is a first name in one story
    (
        "Finance Minister Adebayo of Nigeria met farmers.",
        "Tunde Adebayo was sworn in as defence minister of Nigeria on Thursday.",
        ["title.changed"],
    ),
    (
        "Rosa Alva, mayor of Lima, thanked Finance Minister Tunde of Nigeria.",
        "Tunde Adebayo was sworn in as defence minister of Nigeria on Thursday. Rosa Alva, mayor of Lima, was there.",
        ["title.changed"],
    ),
]


@pytest.mark.parametrize(("before", "after", "kinds"), _CASES)
def test_a_first_name_links_only_within_a_story(before: str, after: str, kinds: list[str]) -> None:
    """Nothing is said of somebody who only shares a first name."""
    report = compare_claims(extract(before, published=dt.date(2026, 6, 8)), extract(after, published=dt.date(2026, 6, 12)))
    assert [change.kind for change in report.changes if change.severity != "info"] == kinds
