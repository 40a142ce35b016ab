"""Whose an office is where the text says it by 'its', 'their', 'his country's', or by who sends somebody."""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch import extract

PUBLISHED = dt.date(2026, 11, 12)


def owners(text: str) -> dict[str, str | None]:
    """Return each holder's owner of the office."""
    return {claim.person: claim.of for claim in extract(text, published=PUBLISHED).claims if claim.kind == "title"}


@pytest.mark.parametrize(
    ("text", "person", "of"),
    [
        (
            "In Kampala she met the Coffee Growers' Association. Its chairman, Moses Okello, left.",
            "Moses Okello",
            "Coffee Growers' Association",
        ),
        ("She met the hoteliers' association in Lima on Monday. Its chairman, Luis Paz, left.", "Luis Paz", "hoteliers' association"),
        ("The new board sat down with the metal workers' union. Its leader, Rosa Quispe, left.", "Rosa Quispe", "metal workers' union"),
        ("Not so fast, says the nurses’ association. Its president, Nelly Ferrer, left.", "Nelly Ferrer", "nurses’ association"),
        ("The dockers met Lofoten Shipping. Their union's chair, Siv Haugland, left.", "Siv Haugland", "union"),
        ("The council has seven members. Its president, the composer Zoran Traj, left.", "Zoran Traj", "council"),
        ("She spoke to the central bank, whose governor, Felicia Yap, is away.", "Felicia Yap", "central bank"),
        ("The central bank's former governor, Folarin Coker, left.", "Folarin Coker", "central bank"),
        ("He went to Kuching and saw its mayor, Wong Siew Lan.", "Wong Siew Lan", "Kuching"),
        ("That left Taurus Motors to a committee headed by its chief technology officer, Park Jin-woo.", "Park Jin-woo", "Taurus Motors"),
        ("The casino operator Silver Mesa promoted Dana Ruiz, its general counsel.", "Dana Ruiz", "Silver Mesa"),
        ("Sporting Braga praised their Dutch coach, Ruud Jansen.", "Ruud Jansen", "Sporting Braga"),
        ("The ruling party's leader, Ace Mok, and its treasurer, Paul Mash, left.", "Paul Mash", "party"),
        ("He signed for the government. Signing for the miners was union president Ben Ito.", "Ben Ito", "union"),
        ("The Finns wanted it. Their trade minister, Aino Salo, said so.", "Aino Salo", "Finland"),
        ("The Philippines will send Vice President Maria Lim in his place.", "Maria Lim", "Philippines"),
        ("The Chinese delegation, led by Vice Premier Li Wei, has landed.", "Li Wei", "China"),
        ("The Uzbek side was led by First Deputy Foreign Minister Farrukh Jalilov.", "Farrukh Jalilov", "Uzbekistan"),
        ("Kenya was represented by its foreign minister, Ann Kamau, and Chile by Culture Minister Luis Vera.", "Luis Vera", "Chile"),
        ("The Senegalese Babacar Diop, now his country's minister of trade, saw Mauritania.", "Babacar Diop", "Senegal"),
        ("General Kofi Mensah of Ghana served in the Congo and was later his country's chief of defence staff.", "Kofi Mensah", "Ghana"),
    ],
)
def test_owner_told_around_the_office(text: str, person: str, of: str) -> None:
    """The body, people or land that is spoken of has the office."""
    assert owners(text)[person] == of


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The farm minister spoke in Kampala on Monday. Its chairman, Moses Okello, left.", "Moses Okello"),
        ("The Kenyan runner and his Dutch coach, Ruud Jansen, have arrived.", "Ruud Jansen"),
        ("The two presidents and their spokesman, Ali Noor, walked off.", "Ali Noor"),
        ("Ghana defeated Foreign Minister Kofi Asante's motion.", "Kofi Asante"),
        ("A firm in Ghana sent Finance Director Kofi Asante to Oslo.", "Kofi Asante"),
    ],
)
def test_owner_nobody_tells(text: str, person: str) -> None:
    """A town somebody speaks in, a people that only tells where somebody is from, or a land that does something else, has no such office."""
    assert owners(text)[person] is None


@pytest.mark.parametrize(
    ("text", "person", "office"),
    [
        (
            "Big plans call for shoe leather, Gugu Sithole likes to say. The chief executive of Ubuntu Foods spent last week in Kigali.",
            "Gugu Sithole",
            ("Chief Executive", "Ubuntu Foods"),
        ),
        (
            "Talks went on. The market rose.\n\nSpain's foreign minister put it otherwise. Speaking in Madrid, Baldomero Ruiz said nothing was settled.",
            "Baldomero Ruiz",
            ("Foreign Minister", "Spain"),
        ),
        ("The chief justice will come after all. Justice Des Koroma is to open the court.", "Des Koroma", ("Chief Justice", None)),
        ("The president left on Monday. Justice Des Koroma is to open the court.", "Des Koroma", ("Justice", None)),
        ("Ann Roe lost her house in the flood. The mayor of Lima visited her on Monday.", "Ann Roe", None),
        ("Ann Roe was arrested on Monday. The director of Accra Port Authority gave a press conference.", "Ann Roe", None),
        (
            "Talks went on. The market rose.\n\nPeru's president was not impressed. Rosa Diaz, a farmer from Puno, carried a sign.",
            "Rosa Diaz",
            None,
        ),
    ],
)
def test_office_of_whoever_is_named_beside_it(text: str, person: str, office: tuple[str, str] | None) -> None:
    """A text that goes on from a bare name with an office, or from a land's one office with a bare name, tells of one person."""
    claims = [claim for claim in extract(text, published=PUBLISHED).claims if claim.kind == "title"]
    found = {claim.person: (claim.title, claim.of) for claim in sorted(claims, key=lambda claim: len(claim.title))}
    assert found.get(person) == office
