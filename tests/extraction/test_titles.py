"""Offices beside names, by copula and by 'as'."""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch.claims.build import extract_claims
from factwatch.model.claim import TitleClaim
from factwatch.model.text import Document

PUBLISHED = dt.date(2025, 3, 26)


def titles(text: str) -> set[tuple[str, str, str | None, str]]:
    claims = extract_claims(Document(text=text, published=PUBLISHED)).claims
    return {(claim.person, claim.title, claim.of, claim.status) for claim in claims if isinstance(claim, TitleClaim)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("French Foreign Minister Jean-Noël Barrot agreed.", {("Jean-Noël Barrot", "Foreign Minister", "France", "current")}),
        ("Senegal's foreign minister, Amina Ba, agreed.", {("Amina Ba", "Foreign Minister", "Senegal", "current")}),
        ("Ana Lee, the president of Peru, agreed.", {("Ana Lee", "President", "Peru", "current")}),
        ("Robert Haber (vice chancellor) agreed.", {("Robert Haber", "Vice Chancellor", None, "current")}),
        ("Prime Minister, Dr. the Most Hon. Andrew Hall agreed.", {("Andrew Hall", "Prime Minister", None, "current")}),
        ("The Moderator of the Synod, the Right Reverend Rosemary Frew, agreed.", {("Rosemary Frew", "Moderator", "Synod", "current")}),
        (
            "The Secretary General of the East Caribbean Union (ECU), Dr Petra Alcindor, agreed.",
            {("Petra Alcindor", "Secretary General", "East Caribbean Union", "current")},
        ),
        (
            "The presidents of Kenya and Uganda, William Ruto and Yoweri Museveni, met.",
            {("William Ruto", "President", "Kenya", "current"), ("Yoweri Museveni", "President", "Uganda", "current")},
        ),
        (
            "Ana Diop, Bea Traoré and Cora Bello, the foreign ministers of Mauritania, Mali and Nigeria respectively, arrived.",
            {
                ("Ana Diop", "Foreign Minister", "Mauritania", "current"),
                ("Bea Traoré", "Foreign Minister", "Mali", "current"),
                ("Cora Bello", "Foreign Minister", "Nigeria", "current"),
            },
        ),
        (
            "Spain's prime minister Pedro Sánchez, Italy's Giorgia Meloni and Greece's Kyriakos Mitsotakis met.",
            {("Pedro Sánchez", "Prime Minister", "Spain", "current")},
        ),
        (
            "Joy Ito, a former mayor of Leeds and ex-minister of health, agreed.",
            {("Joy Ito", "Mayor", "Leeds", "former"), ("Joy Ito", "Minister of Health", None, "former")},
        ),
        ("Joy Ito, until recently the mayor of Leeds, agreed.", {("Joy Ito", "Mayor", "Leeds", "former")}),
        ("Lee Hae-won, director of the transport ministry, agreed.", {("Lee Hae-won", "Director", "transport ministry", "current")}),
        ("Archbishop of Canterbury Justin Webb agreed.", {("Justin Webb", "Archbishop", "Canterbury", "current")}),
        ("Bishop Arturo Ros of Segorbe agreed.", {("Arturo Ros", "Bishop", "Segorbe", "current")}),
        ("The late governor Joy Ito was praised.", {("Joy Ito", "Governor", None, "former")}),
        ("Acting president Joy Ito agreed.", {("Joy Ito", "President", None, "acting")}),
        ("Joy Ito is Kenya's president-elect.", {("Joy Ito", "President", "Kenya", "elect")}),
        ("Joy Ito has been chief executive since 2019.", {("Joy Ito", "Chief Executive", None, "current")}),
        (
            "Joy Ito, who was Morocco's industry minister from 2007 to 2011, agreed.",
            {("Joy Ito", "Industry Minister", "Morocco", "former")},
        ),
        ("Ben Hall said Joy Ito was no longer head of the agency.", {("Joy Ito", "Head", "agency", "former")}),
        ("The treasurer is Hadiza Abdullahi.", {("Hadiza Abdullahi", "Treasurer", None, "current")}),
        ("Joy Ito, in her capacity as chairman of the forum, agreed.", {("Joy Ito", "Chairman", "forum", "current")}),
        ("Joy Ito served as governor of Bali.", {("Joy Ito", "Governor", "Bali", "former")}),
        (
            "Finland's special envoy to the Mali peace talks, Joy Ito, agreed.",
            {("Joy Ito", "Special Envoy to the Mali Peace Talks", "Finland", "current")},
        ),
        # no comma closes the name: the office opens its clause, so it is its holder's
        ("Health Minister, Joy Ito said so.", {("Joy Ito", "Health Minister", None, "current")}),
        ("On Monday, the Minister for Works, Joy Ito told us.", {("Joy Ito", "Minister for Works", None, "current")}),
        ("Aides said that the Foreign Minister, Joy Ito would go.", {("Joy Ito", "Foreign Minister", None, "current")}),
        ("Asked about the Foreign Minister, Joy Ito laughed.", set()),
        ("When she met the Foreign Minister, Joy Ito laughed.", set()),
        ("After talks with the French president, Mayor Joy Ito laughed.", {("Joy Ito", "Mayor", None, "current")}),
        (
            "With her came Press Officer – Joy Ito; Senator Ben Hall and Security Officer – Ada Roe.",
            {
                ("Joy Ito", "Press Officer", None, "current"),
                ("Ben Hall", "Senator", None, "current"),
                ("Ada Roe", "Security Officer", None, "current"),
            },
        ),
        ("The plan of Mayor Stefan Moldovan, agreed on Monday, failed.", {("Stefan Moldovan", "Mayor", None, "current")}),
        ("They met Joy Moldovan officials.", set()),
        (
            "Tesla CEO Elon Marsh and Barcelona coach Hans Flack agreed.",
            {("Elon Marsh", "CEO", "Tesla", "current"), ("Hans Flack", "Coach", "Barcelona", "current")},
        ),
    ],
)
def test_an_office_beside_a_name_is_that_persons(text: str, expected: set[tuple[str, str, str | None, str]]) -> None:
    """Every construction gives holder, office, body and status, and nothing besides."""
    assert titles(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Aretha Franks, the queen of soul, sang.",
        "Shops were full on Secretary's Day.",
        "They sang Captain of My Heart.",
        "General Motors and Captain Cook Holdings merged.",
        "Governor Macquarie Hotel and King Street are closed.",
        "The general election is a major issue.",
        "The principal cause was general decline.",
        "The prime minister said so.",
        "Joy Ito is not the prime minister.",
        "Is Joy Ito the prime minister?",
        "If Joy Ito is the prime minister, she should act.",
        "Joy Ito, a farmer, agreed.",
        "Her husband, Joy Ito, agreed.",
        "Joy Ito was the first minister to resign.",
        "Russian diplomat Igor Popov agreed.",
        "Burger King opened in Rome.",
    ],
)
def test_no_office_without_holder_or_only_in_name(text: str) -> None:
    """Metaphors, companies, streets, common words, occupations, questions and denials give no title."""
    assert titles(text) == set()


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("Joy Ito, chief executive since 2019, agreed.", "2019", None),
        ("Joy Ito, chief executive until June 2019, agreed.", None, "2019-06"),
        ("Joy Ito, who was chief executive from 2012 to 2014, agreed.", "2012", "2014"),
        ("Joy Ito was chief executive between 2012 and 2014.", "2012", "2014"),
    ],
)
def test_dates_of_an_office_are_kept(words: str, since: str | None, until: str | None) -> None:
    """'since' and 'until' behind an office belong to it, and so do both ends of a stretch."""
    claims = extract_claims(Document(text=words, published=PUBLISHED)).claims
    assert [(claim.since, claim.until) for claim in claims if isinstance(claim, TitleClaim)] == [(since, until)]


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund will stay on as treasurer until 1 October.",
        "Ida Lund remains treasurer until 1 October.",
        "Ida Lund will remain treasurer until 1 October.",
    ],
)
def test_who_stays_until_a_day_holds_the_office(text: str) -> None:
    """The day ends it; it is no former office."""
    claims = extract_claims(Document(text=text, published=PUBLISHED)).claims
    assert [(claim.status, claim.until) for claim in claims if isinstance(claim, TitleClaim)] == [("current", "2025-10-01")]


def test_who_would_remain_under_a_condition_is_nothing() -> None:
    """No claim from 'if'."""
    assert titles("The board is content if Ida Lund will remain treasurer.") == set()
