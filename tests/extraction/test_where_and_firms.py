"""Offices whose body is told by a name of common words, by 'where', or by the verb 'join'."""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch import extract


def titles(text: str) -> set[tuple[str, str, str | None, str]]:
    """Return person, title, body and status of each title claim in *text*."""
    found = extract(text, published=dt.date(2025, 3, 10)).claims
    return {(claim.person, claim.title, claim.of, claim.status) for claim in found if claim.kind == "title"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Anil Perera, a director of Coral Marine, on Friday.", ("Anil Perera", "Director", "Coral Marine", "current")),
        (
            "Anil Perera served as deputy chief executive of Baltic Carriers.",
            ("Anil Perera", "Deputy Chief Executive", "Baltic Carriers", "former"),
        ),
        ("Ama Boateng, deputy governor of the central bank, said so.", ("Ama Boateng", "Deputy Governor", "central bank", "current")),
        (
            "Ama Boateng is dean of engineering at the University of Adelaide.",
            ("Ama Boateng", "Dean of Engineering", "University of Adelaide", "current"),
        ),
        ("Detective Inspector Rosa Huanca told the court.", ("Rosa Huanca", "Detective Inspector", None, "current")),
        (
            "Ama Boateng joined from Harbour Lines Ltd, where she was head of strategy.",
            ("Ama Boateng", "Head of Strategy", "Harbour Lines Ltd", "former"),
        ),
        (
            "Ama Boateng has joined the Asian Development Bank as a senior adviser.",
            ("Ama Boateng", "Senior Adviser", "Asian Development Bank", "current"),
        ),
        (
            "Ama Boateng will join the Asian Development Bank as chief economist.",
            ("Ama Boateng", "Chief Economist", "Asian Development Bank", "designate"),
        ),
        (
            "The opposition Popular Renewal party voted against it. Its leader, Ama Boateng, spoke first.",
            ("Ama Boateng", "Leader", "Popular Renewal", "current"),
        ),
        (
            "The ruling Civic Assembly agreed on Monday. Its leader, Ama Boateng, spoke.",
            ("Ama Boateng", "Leader", "Civic Assembly", "current"),
        ),
        ("Velmora closed a plant in Oslo. Its chairman, Anil Perera, spoke.", ("Anil Perera", "Chairman", "Velmora", "current")),
        ("He met managers of Velmora, whose chairman, Anil Perera, spoke.", ("Anil Perera", "Chairman", "Velmora", "current")),
        (
            "He talked to the Social Liberals and the Red List, whose leader, Ama Boateng, spoke.",
            ("Ama Boateng", "Leader", "Red List", "current"),
        ),
        (
            "The Ports Committee, which Malaysia has chaired, met on Friday. Its treasurer, former Peruvian senator Ama Boateng, spoke.",
            ("Ama Boateng", "Treasurer", "Ports Committee", "current"),
        ),
        (
            "He met a delegation of the Port Authority of Colombo. The delegation was led by its chairman, Anil Perera.",
            ("Anil Perera", "Chairman", "Port Authority of Colombo", "current"),
        ),
        ("Kadri Rua went to Norway on Monday. Its president, Ama Boateng, spoke.", ("Ama Boateng", "President", "Norway", "current")),
    ],
)
def test_the_body_of_an_office_is_found(text: str, expected: tuple[str, str, str | None, str]) -> None:
    assert expected in titles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ama Boateng joined the Asian Development Bank as chief economist in 2009.",
        "Ama Boateng has not joined the Asian Development Bank as chief economist.",
        "Ama Boateng may join the Asian Development Bank as chief economist.",
    ],
)
def test_joining_long_ago_or_perhaps_gives_no_office(text: str) -> None:
    assert not any(of == "Asian Development Bank" for _, _, of, _ in titles(text))


def test_a_department_is_a_field_and_no_firm() -> None:
    found = titles("Ama Boateng, director of Public Operations at Harbour Lines Ltd, said so.")
    assert not any(of == "Public Operations" for _, _, of, _ in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Northern Star Airways has named Ama Boateng as its next chief executive.",
            ("Ama Boateng", "Chief Executive", "Northern Star Airways", "current"),
        ),
        (
            "Tellmark Rovers lost at Oxley United on Sunday. The club's sporting director, Juan Rey, said little.",
            ("Juan Rey", "Sporting Director", "Tellmark Rovers", "current"),
        ),
    ],
)
def test_the_firm_or_club_of_a_story_owns_its_offices(text: str, expected: tuple[str, str, str | None, str]) -> None:
    found = titles(text)
    assert {(person, title, of) for person, title, of, _ in found} >= {expected[:3]}
