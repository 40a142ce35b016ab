"""Offices of somebody's past, as a text tells of a career in passing."""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch.claims.build import extract_claims
from factwatch.model.claim import TitleClaim
from factwatch.model.text import Document


def titles(text: str) -> set[tuple[str, str, str | None, str]]:
    claims = extract_claims(Document(text=text, published=dt.date(2026, 6, 22))).claims
    return {(claim.person, claim.title, claim.of, claim.status) for claim in claims if isinstance(claim, TitleClaim)}


@pytest.mark.parametrize(
    "text",
    [
        "Once the mayor of Quito, Ama Boadi now lives in Madrid.",
        "A former mayor of Quito, Ama Boadi now lives in Madrid.",
        "Mayor of Quito from 2016 to 2018, Ama Boadi now lives in Madrid.",
        "As mayor of Quito from 2016 to 2018, Ama Boadi built the tram.",
        "Ama Boadi, until recently mayor of Quito, now lives in Madrid.",
        "Ama Boadi, mayor of Quito at the time, signed the contract.",
        "The contract was signed by the mayor of Quito at the time, Ama Boadi.",
        "Ama Boadi had a spell as mayor of Quito in 2019.",
        "Ama Boadi was, until last year, mayor of Quito.",
        "Ama Boadi was at the time mayor of Quito.",
        "Ama Boadi has also been mayor of Quito.",
        "Ama Boadi's last post was as mayor of Quito.",
        "Ama Boadi, who ran Quito as mayor until 2018, now lives in Madrid.",
    ],
)
def test_an_office_told_as_over(text: str) -> None:
    """Whoever had it has it no longer."""
    assert titles(text) == {("Ama Boadi", "Mayor", "Quito", "former")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ama Boadi has been minister of trade, minister of health and speaker of parliament.",
            {("Minister of Trade", "former"), ("Minister of Health", "former"), ("Speaker of Parliament", "former")},
        ),
        (
            "Ama Boadi has held the posts of minister of trade and minister of health.",
            {("Minister of Trade", "former"), ("Minister of Health", "former")},
        ),
        (
            "Ama Boadi was promoted from deputy director to director of the museum.",
            {("Deputy Director", "former"), ("Director", "current")},
        ),
        ("Ama Boadi is minister of trade and minister of health.", {("Minister of Trade", "current"), ("Minister of Health", "current")}),
        ("Ama Boadi was minister of trade under President Kofi Ansah.", {("Minister of Trade", "former"), ("President", "current")}),
        ("Ama Boadi has been director of the museum since 2019.", {("Director", "current")}),
    ],
)
def test_one_office_after_another(text: str, expected: set[tuple[str, str]]) -> None:
    """Those of a career are over; what somebody 'is', or 'has been since', goes on."""
    assert {(title, status) for _, title, _, status in titles(text)} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ama Boadi dreams of a spell as mayor of Quito.",
        "If Ama Boadi ran Quito as mayor, things would be worse.",
        "Ama Boadi was not promoted from deputy director to director of the museum.",
    ],
)
def test_no_office(text: str) -> None:
    """Wishes, jokes, conditions and what did not happen tell of none."""
    assert not titles(text)


def test_its_is_the_body_of_the_other_office() -> None:
    """'its chief executive' is of the body that somebody chairs."""
    found = titles("Ama Boadi is chairman of Arko Foods and was previously its chief executive.")
    assert ("Ama Boadi", "Chief Executive", "Arko Foods", "former") in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ama Boadi was minister of fisheries from 1974 to 1979 and governor of Lagos State from 1980 to 1984.",
            {("Minister of Fisheries", None, "former"), ("Governor", "Lagos State", "former")},
        ),
        ("Ama Boadi served for three years as chancellor of Saint-Louis College.", {("Chancellor", "Saint-Louis College", "former")}),
        ("Ama Boadi was for forty years president of the Tonga Red Cross.", {("President", "Tonga Red Cross", "former")}),
        ("Ama Boadi, who as foreign minister ended a war, died on Thursday.", {("Foreign Minister", None, "former")}),
        ("Ama Boadi takes on added responsibility as minister of trade.", {("Minister of Trade", None, "current")}),
        ("Ama Boadi was once Kofi Ansah's health minister. Kofi Ansah said so.", {("Health Minister", None, "former")}),
    ],
)
def test_years_in_an_office(text: str, expected: set[tuple[str, str | None, str]]) -> None:
    """How long, between the verb and the office, takes nothing away."""
    assert {(title, of, status) for person, title, of, status in titles(text) if person == "Ama Boadi"} == expected
