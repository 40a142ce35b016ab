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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ama Boadi was consul in Milan and then, for seven years, first secretary in Lima.",
            {("Consul", None, "former"), ("First Secretary", None, "former")},
        ),
        (
            "Ama Boadi was Ghana's minister of energy from 2019 to 2022 and, after a year at Stanford, its ambassador in Tokyo.",
            {("Minister of Energy", "Ghana", "former"), ("Ambassador", "Ghana", "former")},
        ),
        ("Ama Boadi was a town planner and, under the old government, mayor of Quito.", {("Mayor", "Quito", "former")}),
        ("Ama Boadi was a town planner, and the mayor of Quito a poet.", set()),
        (
            "Ama Boadi was minister of health and, in May, the prime minister of Chad resigned.",
            {("Minister of Health", None, "former")},
        ),
        (
            "Ama Boadi became mayor of Quito at thirty-three and governor of Pichincha at forty.",
            {("Mayor", "Quito", "former"), ("Governor", "Pichincha", "current")},
        ),
        (
            "Ama Boadi was in turn mayor of Quito, governor of Pichincha and president of the Supreme Court.",
            {("Mayor", "Quito", "former"), ("Governor", "Pichincha", "former"), ("President", "Supreme Court", "former")},
        ),
        ("Ama Boadi sat for one term as a senator.", {("Senator", None, "former")}),
        ("Ama Boadi ended her career in 2011 as ambassador to Chile.", {("Ambassador to Chile", None, "former")}),
        (
            "Ama Boadi has spent her career at sea: as harbour master in Lima, as captain of the Quito and, since 2022, as mayor of Manta.",
            {("Captain", "Quito", "former"), ("Mayor", "Manta", "current")},
        ),
        ("Ama Boadi made her career in the bank, as the minister said.", set()),
    ],
)
def test_rows_with_what_is_told_in_between(text: str, expected: set[tuple[str, str | None, str]]) -> None:
    """Places, years and circumstances between the offices of a career do not end its row."""
    found = {(title, of, status) for person, title, of, status in titles(text) if person == "Ama Boadi"}
    assert found - {("Harbour Master", None, "former")} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ama Boadi, whom parliament confirmed on Friday as prime minister, is a chemist.", {("Prime Minister", "current")}),
        ("Ama Boadi, whom the board of trustees appointed rector in May, said so.", {("Rector", "current")}),
        ("Ama Boadi, under whom parliament elected Kofi Ansah speaker, said so.", set()),
        ("Ama Boadi, whom some call the best prime minister, said so.", set()),
    ],
)
def test_whom_somebody_chose(text: str, expected: set[tuple[str, str]]) -> None:
    """The one before 'whom' gets the office."""
    assert {(title, status) for person, title, _, status in titles(text) if person == "Ama Boadi"} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "General Ama Boadi, who has died in Accra aged 91, was mayor of Quito.",
            {("General", None, "former"), ("Mayor", "Quito", "former")},
        ),
        ("Ama Boadi died on Sunday. Governor Kofi Ansah had made her mayor of Quito.", {("Mayor", "Quito", "former")}),
        ("Ama Boadi was appointed mayor of Quito in 1994.", set()),
        ("Ama Boadi resigned as mayor of Quito in 1994.", set()),
        (
            "Senator Ama Boadi said so. She had been appointed mayor of Quito in 1994, and resigned as mayor in 1996.",
            {("Senator", None, "current"), ("Mayor", "Quito", "former")},
        ),
        ("Ama Boadi became queen of Quito in 1994.", set()),
        (
            "Ama Boadi was appointed chief executive of Arko in 1994. The chief executive, Ama Boadi, said so.",
            {("Chief Executive", "Arko", "current")},
        ),
        ("In 1979 Governor Ama Boadi opened the bridge.", {("Governor", None, "former")}),
        (
            "Governor Ama Boadi opened the bridge that was built in 1979. Ama Boadi said on Monday it was safe.",
            {("Governor", None, "current")},
        ),
        ("Ama Boadi, the governor of the day, opened the bridge.", {("Governor", None, "former")}),
    ],
)
def test_offices_of_the_dead_and_of_long_ago(text: str, expected: set[tuple[str, str | None, str]]) -> None:
    """They are left, unless the text says that somebody has them still, or has them for life."""
    assert {(title, of, status) for person, title, of, status in titles(text) if person == "Ama Boadi"} == expected
