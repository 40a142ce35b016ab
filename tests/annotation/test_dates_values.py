"""ISO values of dates and what they have to do with each other."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factwatch.errors import UsageError
from factwatch.model.dates import DateValue, covers, iso, overlaps, parse_iso, precision_of, same


@pytest.mark.parametrize(
    ("value", "first", "last", "precision"),
    [
        ("2025-03-26", "2025-03-26", "2025-03-26", "day"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2025-12", "2025-12-01", "2025-12-31", "month"),
        ("9999", "9999-01-01", "9999-12-31", "year"),
        ("2025-03-26/2025-03-27", "2025-03-26", "2025-03-27", "interval"),
        ("2025-01/2025-03", "2025-01-01", "2025-03-31", "interval"),
    ],
)
def test_parse(value: str, first: str, last: str, precision: str) -> None:
    """Days, months, years and intervals have a first and a last day and a precision."""
    assert (dt.date.fromisoformat(first), dt.date.fromisoformat(last)) == parse_iso(value)
    assert precision == precision_of(value)


@pytest.mark.parametrize("value", ["", "soon", "2025-13", "2025-02-30", "0000", "2025-03-27/2025-03-26", "2025/", "2025-3-1", "٢٠٢٥"])
def test_refuses(value: str) -> None:
    """What is no date is refused with the value in the message."""
    with pytest.raises(UsageError, match=r"date|interval"):
        parse_iso(value)
    with pytest.raises(UsageError):
        DateValue(value)


def test_relations() -> None:
    """A month covers its days, overlapping intervals overlap, and one stretch written in two ways is the same."""
    assert covers("2025-03", "2025-03-26")
    assert not covers("2025-03-26", "2025-03")
    assert overlaps("2025-03-26/2025-04-02", "2025-04")
    assert not overlaps("2025-03-26", "2025-03-27")
    assert same("2025-03", "2025-03-01/2025-03-31")


def test_bounds_leave_a_side_open() -> None:
    """'Since' a year covers all later days, 'before' a day none from then on."""
    assert covers(DateValue("2013", "since"), "2025-03-26")
    assert not overlaps(DateValue("2025-03-26", "before"), "2025-03-26")
    assert overlaps(DateValue("2025-03-26", "by"), "2025-03-26")
    assert not overlaps(DateValue("2025", "after"), "2025-12-31")
    assert covers("2025-03", DateValue("2025-03", "late"))


@given(st.dates(), st.dates())
def test_iso_round_trip(one: dt.date, two: dt.date) -> None:
    """A stretch of days comes back from its value, and covers and overlaps itself."""
    first, last = sorted((one, two))
    value = iso(first, last)
    assert (first, last) == parse_iso(value)
    assert covers(value, value)
    assert overlaps(value, value)
    assert same(value, value)
