"""Dates that count from what the text spoke of before: 'that year', 'two years later', 'the following month'."""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch.claims.build import extract_claims
from factwatch.model.text import Document


def dates(text: str) -> list[str | None]:
    """Return the values of the dates that *text*, of 12 March 2026, mentions."""
    claims = extract_claims(Document(text=text, published=dt.date(2026, 3, 12)), mentions=True)
    return [mention.value for mention in claims.mentions or () if mention.kind == "date"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The pier was built in 2015. Two years later it sank.", ["2015", "2017"]),
        ("The pier was built in 2015. A year earlier a storm had taken the old one.", ["2015", "2014"]),
        ("The pier was built in 1987, and that same year it sank.", ["1987", "1987"]),
        ("The pier was built in May 2019. The following month it sank.", ["2019-05", "2019-06"]),
        ("The pier was built in January 2024. Six months later it sank.", ["2024-01", "2024-07"]),
        ("The pier opened on 3 May 2019. The following year it sank.", ["2019-05-03", "2020"]),
    ],
)
def test_months_and_years_count_from_those_spoken_of(text: str, values: list[str]) -> None:
    """A count of years counts from a year, month or day told before, one of months from a month or day."""
    assert dates(text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The pier was built in 2015. It opened on Monday. The next day it sank.", ["2015", "2026-03-09", "2026-03-10"]),
        ("The pier was built in 2015. It will close later this month.", ["2015", "2026-03"]),
        ("The pier was built in 2015. It will close next year.", ["2015", "2027"]),
    ],
)
def test_other_dates_do_not_count_from_a_year(text: str, values: list[str]) -> None:
    """Days count from days alone, and 'next year' from the publication."""
    assert dates(text) == values
