"""Meetings told in several sentences become one claim, with all that the sentences add."""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch.claims.build import extract_claims
from factwatch.model.claim import MeetingClaim
from factwatch.model.text import Document

_START = "Minister Ana Duarte met Minister Ole Falk on Monday."


def meetings(text: str) -> list[MeetingClaim]:
    claims = extract_claims(Document(text=text, published=dt.date(2025, 10, 22))).claims
    return [claim for claim in claims if isinstance(claim, MeetingClaim)]


@pytest.mark.parametrize(
    ("sequel", "parties", "place", "topics"),
    [
        ("The two discussed trade and fishing.", ("Ole Falk",), None, ("trade", "fishing")),
        ("Their talks covered trade and fishing.", ("Ole Falk",), None, ("trade", "fishing")),
        ("The meeting dealt mainly with trade.", ("Ole Falk",), None, ("trade",)),
        ("She was upbeat after the meeting with Falk.", ("Ole Falk",), None, ()),
        ("The talks, held at State House in Oslo, focused on trade.", ("Ole Falk",), "State House, Oslo", ("trade",)),
        ("The agenda included trade and fishing.", ("Ole Falk",), None, ("trade", "fishing")),
        ("They were joined by Minister Eva Lind.", ("Ole Falk", "Eva Lind"), None, ()),
        ("Also present were Minister Eva Lind and Minister Per Dahl.", ("Ole Falk", "Eva Lind", "Per Dahl"), None, ()),
        ("The meeting, which was also attended by Minister Eva Lind, ended late.", ("Ole Falk", "Eva Lind"), None, ()),
        ("Minister Eva Lind also attended.", ("Ole Falk", "Eva Lind"), None, ()),
        ("The shop was opened by Minister Eva Lind.", ("Ole Falk",), None, ()),
        ("She will be joined by Minister Eva Lind in Rome.", ("Ole Falk",), None, ()),
    ],
)
def test_a_sequel_adds_to_the_meeting_before(sequel: str, parties: tuple[str, ...], place: str | None, topics: tuple[str, ...]) -> None:
    """Topics, place and further participants join the meeting that they go on about; other sentences add nothing."""
    (claim,) = meetings(f"{_START} {sequel}")
    assert (claim.who, claim.with_, claim.place, claim.topics) == (("Ana Duarte",), parties, place, topics)


@pytest.mark.parametrize(
    ("sequel", "status", "when", "place"),
    [
        ("They agreed to meet again in Oslo in December.", "planned", "2025-12", "Oslo"),
        ("A second meeting is planned for November 3 in Oslo.", "planned", "2025-11-03", "Oslo"),
        ("A second round of talks between the two will be held in Oslo in December.", "planned", "2025-12", "Oslo"),
    ],
)
def test_a_further_meeting_is_of_the_same_two(sequel: str, status: str, when: str, place: str) -> None:
    """'the two', 'they' and 'a second meeting' are those who met before."""
    _, claim = meetings(f"{_START} {sequel}")
    assert ({*claim.who, *claim.with_}, claim.status, claim.when, claim.place) == ({"Ana Duarte", "Ole Falk"}, status, when, place)


def test_the_meeting_with_one_of_several_is_that_of_all() -> None:
    """'after the meeting with X' goes on about the one told before, of X and Y."""
    (claim,) = meetings("Minister Ana Duarte met Minister Ole Falk and General Per Dahl. She was upbeat after the meeting with Falk.")
    assert claim.with_ == ("Ole Falk", "Per Dahl")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # of several those who lead
        (
            (
                "President Ana Duarte will hold a summit with Premier Ole Falk. Norway's ambassador, Eva Lind, was glad. "
                "The two leaders first talked in June in Oslo."
            ),
            {"Ana Duarte", "Ole Falk"},
        ),
        # not the place that nobody knows
        ("Minister Ana Duarte flew to Vaskelo. Ole Falk welcomed the change. The two will sit down in Oslo.", {"Ana Duarte", "Ole Falk"}),
        # the joint subject of a sentence that names others too
        (
            "Prince Ole and Princess Ana came home after word came from Queen Eva. The couple met Minister Per Dahl in Oslo.",
            {"Ole", "Ana", "Per Dahl"},
        ),
        # 'they' behind those who are taken up as two
        (
            "Queen Ana and King Ole were in Lima. The royal couple were tired. They met Minister Per Dahl in Oslo.",
            {"Ana", "Ole", "Per Dahl"},
        ),
        (
            (
                "Premier Ana Duarte stays at home; Minister Per Dahl will see Chancellor Ole Falk on Friday. "
                "It means that the two heads of government will not meet. They talked by telephone on Monday."
            ),
            {"Ana Duarte", "Ole Falk"},
        ),
        ("The delegation is led by Ana Duarte. They will see Minister Per Dahl in Oslo.", {"delegation", "Per Dahl"}),
    ],
)
def test_who_are_meant_by_the_two(text: str, who: set[str]) -> None:
    """'the two leaders', 'the couple', 'they' are people whom the sentences before name."""
    claim = meetings(text)[-1]
    assert {*claim.who, *claim.with_} == who


def test_a_plan_and_its_end_are_one_meeting() -> None:
    """'The meeting has been postponed until Friday' and 'will not meet' change the meeting told before."""
    (claim,) = meetings("Minister Ana Duarte will meet Minister Ole Falk on Thursday. The meeting has been postponed until Friday.")
    assert (claim.status, claim.when) == ("postponed", "2025-10-24")
    (claim,) = meetings(
        "A meeting between Minister Ana Duarte and Minister Ole Falk was cancelled. Duarte will not meet Falk, her office said."
    )
    assert claim.status == "cancelled"


def test_an_entry_of_a_programme_is_of_whose_programme_it_is() -> None:
    """'13.00 Working lunch with B' has the day over it, and who the other entries are about."""
    text = (
        "Monday 3 November\n09:30 Meeting with Minister Ole Falk\n\n"
        "Tuesday 4 November\n11:00 Minister Ana Duarte receives Minister Eva Lind\n"
    )
    assert [(claim.who, claim.with_, claim.when) for claim in meetings(text)] == [
        (("Ana Duarte",), ("Ole Falk",), "2025-11-03"),
        (("Ana Duarte",), ("Eva Lind",), "2025-11-04"),
    ]


def test_a_meeting_without_its_side_is_of_whom_the_text_is_about() -> None:
    """'A meeting with the union has been cancelled' is the minister's of whom the sentence before told."""
    _, claim = meetings(f"{_START} A meeting with Minister Eva Lind has been cancelled.")
    assert (claim.who, claim.with_, claim.status) == (("Ana Duarte",), ("Eva Lind",), "cancelled")


def test_a_lead_without_names_and_the_meeting_with_them_are_one() -> None:
    """'India's top diplomat held talks with ...' is told again with names; day and place of the lead stay."""
    (claim,) = meetings(
        "India's top diplomat held talks with Norway's foreign minister in Dubai on Wednesday. "
        "Foreign Secretary Vivek Rangan met Minister Ole Falk and discussed trade."
    )
    assert (claim.who, claim.with_, claim.place, claim.when) == (("Vivek Rangan",), ("Ole Falk",), "Dubai", "2025-10-22")


def test_what_took_place_and_what_is_to_come_are_two() -> None:
    """'had spoken to him' and 'the two would meet' are two meetings, even without days."""
    found = meetings("Minister Ana Duarte spoke to Minister Ole Falk. The two will meet in Rome.")
    assert [claim.status for claim in found] == ["done", "planned"]


def test_what_is_called_off_keeps_the_day_and_place_that_it_had() -> None:
    """'cancelled a dinner that had been set for Saturday in Puno' tells where and when it was to be."""
    (claim,) = meetings("Minister Ana Duarte cancelled a dinner with Minister Ole Falk that had been set for Saturday in Lima.")
    assert (claim.status, claim.when, claim.place) == ("cancelled", "2025-10-25", "Lima")
