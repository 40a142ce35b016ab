"""Offices as told prose gives them: inverted clauses, two descriptions of one holder, owners that are no names."""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch import extract

PUBLISHED = dt.date(2026, 6, 24)


def offices(text: str) -> set[tuple[str, str, str | None, str]]:
    """Return person, office, body and status of what *text* claims."""
    found = extract(text, published=PUBLISHED).claims
    return {(str(claim.person), str(claim.title), claim.of, str(claim.status)) for claim in found if claim.kind == "title"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Absent was the Swiss foreign minister, Ana Lind, who was kept in Bern.", ("Ana Lind", "Foreign Minister", "Switzerland", "current")),
        ("Instead it was Peru's deputy premier, Ana Lind, who spoke.", ("Ana Lind", "Deputy Premier", "Peru", "current")),
        ("Her opponent is the mayor of Gdansk, Ana Lind.", ("Ana Lind", "Mayor", "Gdansk", "current")),
        ("The moderator, the former governor-general Ana Lind, opened the talks.", ("Ana Lind", "Moderator", None, "current")),
        ("She met the chair of Unicef's youth board, the Finnish MEP Ana Lind.", ("Ana Lind", "Chair", "Unicef's youth board", "current")),
        ("Nordvik Steel sent its regional secretary in Wales, Ana Lind.", ("Ana Lind", "Regional Secretary", "Nordvik Steel", "current")),
        ("He met the players' captain, Ana Lind, at a hotel.", ("Ana Lind", "Captain", None, "current")),
        ("With him was the navy's northern commander, Ana Lind.", ("Ana Lind", "Northern Commander", "navy", "current")),
        ("The minister for Karelia affairs, Ana Lind, spoke.", ("Ana Lind", "Minister for Karelia Affairs", None, "current")),
        ("Moyo district's resident judge, Ana Lind, spoke.", ("Ana Lind", "Resident Judge", "Moyo district", "current")),
        ("He met Deputy Minister Senior Colonel Ana Lind.", ("Ana Lind", "Deputy Minister", None, "current")),
        ("Lind, now an adviser to Peru's government, spoke.", ("Lind", "Adviser", "Peru", "current")),
        ("It was Mayor Ana Lind herself, a former harbour master, who spoke.", ("Ana Lind", "Harbour Master", None, "former")),
        ("Ana Lind has been the president's spokeswoman since May.", ("Ana Lind", "Spokeswoman", None, "current")),
        ("Cardinal Ana Lind, the Malagasy prefect of the Dicastery for Culture, spoke.", ("Ana Lind", "Prefect", "Dicastery for Culture", "current")),
        ("The Executive Board of the Rail Workers' Union elected Ana Lind general secretary.", ("Ana Lind", "General Secretary", "Rail Workers' Union", "current")),
        ("Ana Lind has spent her first fortnight as mayor of Gdansk abroad.", ("Ana Lind", "Mayor", "Gdansk", "current")),
    ],
)  # fmt: skip
def test_offices_in_prose(text: str, expected: tuple[str, str, str | None, str]) -> None:
    assert expected in offices(text)


@pytest.mark.parametrize(
    "text",
    [
        "She was the professor's pupil, Ana Lind said.",
        "Ana Lind has been the president's brother-in-law since May.",
        "Zainab Khan was mayor of Kano, Ana Lind said.",
        "It was a director, Ana Lind, and two clerks that left.",
    ],
)
def test_no_offices_in_prose(text: str) -> None:
    assert not [claim for claim in offices(text) if claim[0] == "Ana Lind"]


def test_an_office_and_another_holder_in_a_list() -> None:
    """A list of people is no description of one."""
    found = offices("He met the moderator, the former governor Ana Lind and the mayor of Kano.")
    assert ("Ana Lind", "Moderator", None, "current") not in found
