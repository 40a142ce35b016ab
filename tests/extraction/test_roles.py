"""Who leads, hosts, represents; who is whose ally; who holds a rotating chair."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from factwatch.claims.build import extract_claims
from factwatch.model.claim import RoleClaim, TitleClaim
from factwatch.model.text import Document

PUBLISHED = dt.date(2025, 3, 26)


def roles(text: str) -> set[tuple[str, str, str | None, str]]:
    claims = extract_claims(Document(text=text, published=PUBLISHED)).claims
    return {(claim.holder, claim.role, claim.of, claim.status) for claim in claims if isinstance(claim, RoleClaim)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talatu Nyam, who leads the reform caucus, agreed.", ("Talatu Nyam", "leader", "reform caucus", "current")),
        ("Ana Ruiz chairs the assembly's transport committee.", ("Ana Ruiz", "chair", "assembly's transport committee", "current")),
        ("Ana Ruiz, who leads the opposition Liberal Front, agreed.", ("Ana Ruiz", "leader", "Liberal Front", "current")),
        ("Joe Smith has assumed the chairmanship of ASEAN, taking over from Ana Ruiz.", ("Ana Ruiz", "chair", "ASEAN", "former")),
        ("Mr Jones will lead the Jamaican delegation.", ("Jones", "leader", "Jamaican delegation", "incoming")),
        ("The mission was headed by Ana Ruiz.", ("Ana Ruiz", "head", "mission", "current")),
        ("The summit, hosted by Egypt, ends today.", ("Egypt", "host", "summit", "current")),
        ("Ana Ruiz had headed the Water Bank since 2018.", ("Ana Ruiz", "head", "Water Bank", "former")),
        ("He said that Ana Ruiz had headed the Water Bank since 2018.", ("Ana Ruiz", "head", "Water Bank", "current")),
        ("Rwanda is host of the summit.", ("Rwanda", "host", "summit", "current")),
        ("Norway was represented by Jan Kok Olsen.", ("Jan Kok Olsen", "representative", "Norway", "current")),
        ("Ana Ruiz, who speaks for the teachers' union, agreed.", ("Ana Ruiz", "spokesperson", "teachers' union", "current")),
        ("Qatar mediates between the two camps.", ("Qatar", "mediator", None, "current")),
        ("Joe Smith, a member of the city council, agreed.", ("Joe Smith", "member", "city council", "current")),
        ("Turkey is a member of NATO.", ("Turkey", "member", "NATO", "current")),
        ("Dominica, a founding member of the union, objected.", ("Dominica", "founding member", "union", "current")),
        ("The United States sees Jamaica as a key ally in its strategy.", ("Jamaica", "key ally", "United States", "current")),
        ("Analysts noted Guyana's emerging role as a major oil producer.", ("Guyana", "major oil producer", None, "current")),
        ("Italy remains Germany's closest partner in the region.", ("Italy", "closest partner", "Germany", "current")),
        ("Saudi Arabia, the world's largest oil exporter, cut output.", ("Saudi Arabia", "largest oil exporter", None, "current")),
        ("Egypt, a guarantor of the accord, objected.", ("Egypt", "guarantor", "accord", "current")),
        ("CARICOM chair Mia Mottley spoke.", ("Mia Mottley", "chair", "CARICOM", "current")),
        ("The chair of the African Union, João Lourenço, spoke.", ("João Lourenço", "chair", "African Union", "current")),
        ("ASEAN Chair Malaysia objected.", ("Malaysia", "chair", "ASEAN", "current")),
        (
            "Kuwait holds the presidency of the Gulf Cooperation Council until 31 December.",
            ("Kuwait", "presidency", "Gulf Cooperation Council", "current"),
        ),
        ("Denmark takes over the EU presidency on 1 July.", ("Denmark", "presidency", "EU", "incoming")),
        ("Under Brazil's G20 presidency, ministers agreed on a tax.", ("Brazil", "presidency", "G20", "current")),
    ],
)
def test_a_role_names_holder_function_and_for_whom(text: str, expected: tuple[str, str, str | None, str]) -> None:
    """Verbs and nouns of function give one role each."""
    assert expected in roles(text)


def test_handing_on_a_chair_tells_of_both_holders() -> None:
    """Who hands a chair on holds it still; who gets it is incoming."""
    found = roles("Malaysia will hand the chair of ASEAN to the Philippines in October.")
    assert ("Malaysia", "chair", "ASEAN", "current") in found
    assert ("Philippines", "chair", "ASEAN", "incoming") in found


def test_our_partner_is_the_speakers_side() -> None:
    """'Our' in a quotation stands for the country of the office that its speaker holds."""
    text = "“Jamaica is our most like-minded partner in the region,” said U.S. Special Envoy Ana Ruiz on Tuesday."
    assert ("Jamaica", "most like-minded partner", "United States", "current") in roles(text)


def test_the_chair_of_a_bloc_is_no_title() -> None:
    """The chair of a bloc of states is a role in whatever form it stands; that of a company is a title."""
    claims = extract_claims(Document(text="CARICOM chair Mia Mottley met Acme Corp chairman Bob Kane.", published=PUBLISHED)).claims
    assert [(claim.person, claim.title) for claim in claims if isinstance(claim, TitleClaim)] == [("Bob Kane", "Chairman")]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz led the talks.",
        "Kenya leads the medal table.",
        "Ana Ruiz leads by two goals.",
        "Ana Ruiz led the way.",
        "Ana Ruiz headed to Paris.",
        "The bill heads to the Senate.",
        "Joe Root headed the ball into the net.",
        "Ana Ruiz hosted a dinner for Joe Root.",
        "The king will host a dinner for President Ana Ruiz.",
        "France represents an opportunity.",
        "The figure represents a rise of 5 per cent.",
        "She is a big supporter of Arsenal.",
        "Kenya could be a key partner of Uganda.",
        "Kenya is not a member of NATO.",
        "Is Kenya a key ally of Uganda?",
        "If Kenya is a key ally of Uganda, it will help.",
        "Coffee is a key partner for cake.",
        "The chair of the dining room broke.",
        "He ran a marathon in Lagos.",
        "In the film, Ana Ruiz leads a delegation.",
        "Egypt hosted a reception for the king.",
    ],
)
def test_other_senses_of_the_words_give_no_role(text: str) -> None:
    """Contests, motion, meals, figures, wishes and denials are no functions."""
    assert roles(text) == set()


def test_the_same_role_is_told_once() -> None:
    """A role repeated in one document is one claim."""
    assert len(roles("Ana Ruiz leads the climate panel. Ana Ruiz, who leads the climate panel, agreed.")) == 1


def test_the_briefing_yields_its_roles_and_nothing_else() -> None:
    """A briefing on a tour of the Caribbean gives the roles that a reader finds in it."""
    path = Path(__file__).resolve().parents[2].parent / "shared" / "briefing" / "briefing.txt"
    if not path.exists():
        pytest.skip("the shared briefing is not there")
    found = roles(path.read_text(encoding="utf-8"))
    assert found == {
        ("Mia Mottley", "leader", "CARICOM", "current"),
        ("Jamaica", "key ally", "United States", "current"),
        ("Jamaica", "most like-minded partner", "United States", "current"),
        ("Jamaica", "key partner", "United States", "current"),
        ("Guyana", "major oil producer", None, "current"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway remains the council's coordinator for flood relief.", ("Norway", "coordinator for flood relief", "council", "current")),
        ("Dominica is the compact's lead negotiator on fisheries.", ("Dominica", "lead negotiator on fisheries", "compact", "current")),
        ("Chile has replaced Peru as host of the conference.", ("Chile", "host", "conference", "current")),
        ("Chile has replaced Peru as host of the conference.", ("Peru", "host", "conference", "former")),
        ("Peru was replaced by Chile as host of the conference.", ("Peru", "host", "conference", "former")),
        ("Brazil handed over as host of the talks to Chile.", ("Chile", "host", "talks", "current")),
        ("Kenya took over from Uganda as coordinator of the fund.", ("Uganda", "coordinator", "fund", "former")),
        ("Kenya will take over from Uganda as coordinator of the fund.", ("Kenya", "coordinator", "fund", "incoming")),
        ("The members named Ghana as coordinator of the new fund.", ("Ghana", "coordinator", "new fund", "current")),
        ("Laos was admitted as a full member of the customs working group.", ("Laos", "full member", "customs working group", "current")),
        ("Qatar ended its role as mediator of the talks.", ("Qatar", "mediator", "talks", "former")),
        ("Kenya is no longer the mediator of the talks.", ("Kenya", "mediator", "talks", "former")),
        ("Grenada remains chair of the compact and host of the summit.", ("Grenada", "host", "summit", "current")),
        ("Laos is an observer in the customs working group.", ("Laos", "observer", "customs working group", "current")),
        ("Peru, which chairs the five-member Lakes Forum, spoke.", ("Peru", "chair", "Lakes Forum", "current")),
        ("Peru, which chairs the Lakes Forum, will pass the gavel to Chile.", ("Chile", "chair", "Lakes Forum", "incoming")),
    ],
)
def test_states_hold_and_hand_on_functions(text: str, expected: tuple[str, str, str | None, str]) -> None:
    """What a state or body is, takes over, is given or gives up is a role, of both sides where two are named."""
    assert expected in roles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chile has not replaced Peru as host of the conference.",
        "Chile could replace Peru as host of the conference.",
        "Norway is a coordinator.",
        "In that year Norway was the council's coordinator.",
        "The minister visited Peru as host of the conference.",
        "Chile met Peru, and as host of the conference it spoke first.",
        "Would Chile replace Peru as host of the conference?",
    ],
)
def test_functions_of_states_that_are_not_told(text: str) -> None:
    """Denials, possibilities, questions and other verbs before 'as' give nobody a function."""
    assert not {found for found in roles(text) if found[1] in {"host", "coordinator"}}


@pytest.mark.parametrize(
    ("text", "holder", "role", "of", "status"),
    [
        ("Peru and Chile are observers of the Andean Forum.", "Peru", "observer", "Andean Forum", "current"),
        ("Laos is one of Vietnam's closest partners.", "Laos", "closest partner", "Vietnam", "current"),
        ("Sweden is among the biggest donors to the fund.", "Sweden", "biggest donor", "fund", "current"),
        ("Libya, once a major supplier of crude oil, stayed away.", "Libya", "major supplier", "crude oil", "former"),
        ("The minister described Oman as “a dependable partner” of Kenya.", "Oman", "dependable partner", "Kenya", "current"),
        ("Mediators Egypt and Qatar met both sides.", "Qatar", "mediator", None, "current"),
        ("Peru and Chile are both members of the Andean Forum.", "Peru", "member", "Andean Forum", "current"),
        ("ECOWAS met. Togo's Ama Dosso took over the chairmanship of the bloc.", "Ama Dosso", "chair", "ECOWAS", "current"),
        ("EU member Hungary voted against the plan.", "Hungary", "member", "EU", "current"),
        ("Norway hosts the next round of talks in Oslo.", "Norway", "host", "next round of talks", "incoming"),
        ("Fatou Sarr, 61, chairs the inter-faith gathering.", "Fatou Sarr", "chair", "inter-faith gathering", "current"),
        ("Ghana spoke for ECOWAS. Togo takes over the chairmanship in July.", "Togo", "chair", "ECOWAS", "incoming"),
        ("Togo took over the chairmanship of ECOWAS from Ghana in July.", "Ghana", "chair", "ECOWAS", "former"),
        ("The leaders of ECOWAS met under the chairmanship of Ghana.", "Ghana", "chair", "ECOWAS", "current"),
        ("CARICOM chair Mia Greene took over from Ralph Charles in July.", "Ralph Charles", "chair", "CARICOM", "former"),
    ],
)
def test_functions_of_states_and_turns(text: str, holder: str, role: str, of: str | None, status: str) -> None:
    assert (holder, role, of, status) in roles(text)


@pytest.mark.parametrize(
    "text",
    [
        "India and Pakistan are rivals.",
        "Colombia is the supplier of the beans that Japan buys.",
        "The member for Looe, Ann Coad, objected.",
        "The three coaches his club hired left.",
        "Rival traders in Lagos complained.",
    ],
)
def test_functions_that_the_text_does_not_give(text: str) -> None:
    assert not {holder for holder, *_ in roles(text)} - {"Colombia"}


@pytest.mark.parametrize(
    ("text", "holder", "role", "of", "status", "since", "until"),
    [
        ("Rosa Vega has led the Harbour Trust since 2010.", "Rosa Vega", "leader", "Harbour Trust", "current", "2010", None),
        ("Rosa Vega headed the Harbour Trust from 2012 to 2018.", "Rosa Vega", "head", "Harbour Trust", "former", "2012", "2018"),
        ("Serbia became a member of the Danube Union in 2004.", "Serbia", "member", "Danube Union", "current", "2004", None),
        ("Serbia, a member of the Danube Union since 2004, voted.", "Serbia", "member", "Danube Union", "current", "2004", None),
        ("Chile overtook Peru as Bolivia's biggest customer in 2021.", "Chile", "biggest customer", "Bolivia", "current", "2021", None),
        ("Chile overtook Peru as Bolivia's biggest customer in 2021.", "Peru", "biggest customer", "Bolivia", "former", None, "2021"),
        ("Oman withdrew as a guarantor of the truce in January.", "Oman", "guarantor", "truce", "former", None, "2025-01"),
    ],
)
def test_days_of_a_role(  # the fields of a role
    text: str, holder: str, role: str, of: str, status: str, since: str | None, until: str | None
) -> None:
    claims = extract_claims(Document(text=text, published=PUBLISHED)).claims
    found = {(c.holder, c.role, c.of, c.status, c.since, c.until) for c in claims if isinstance(c, RoleClaim)}
    assert (holder, role, of, status, since, until) in found


@pytest.mark.parametrize(
    ("text", "holder", "role", "of", "status"),
    [
        ("Mali and Niger co-chair the river panel.", "Niger", "co-chair", "river panel", "current"),
        ("Fiji and Samoa host the games.", "Samoa", "host", "games", "current"),
        ("Jordan will co-host the conference.", "Jordan", "co-host", "conference", "incoming"),
        ("Italy, a NATO member, objected.", "Italy", "member", "NATO", "current"),
        ("Togo, a close Ghana ally, objected.", "Togo", "close ally", "Ghana", "current"),
        ("Tonga's largest lender, Japan, objected.", "Japan", "largest lender", "Tonga", "current"),
        ("Tonga's largest lender is Japan.", "Japan", "largest lender", "Tonga", "current"),
        ("Norway and Cuba, the guarantors of the accord, objected.", "Cuba", "guarantor", "accord", "current"),
        ("Ana Ruiz was chosen by the board to lead the Harbour Trust.", "Ana Ruiz", "leader", "Harbour Trust", "incoming"),
        ("The board tapped Ana Ruiz to head the Harbour Trust.", "Ana Ruiz", "head", "Harbour Trust", "incoming"),
        ("Ana Ruiz is the first woman to lead the Harbour Trust.", "Ana Ruiz", "leader", "Harbour Trust", "current"),
        ("The session was co-chaired by Japan and Nepal.", "Nepal", "co-chair", "session", "current"),
        ("The session was co-chaired by Presidents Ana Ruiz and Tim Cole.", "Ana Ruiz", "co-chair", "session", "current"),
        ("Egypt and Qatar, which have mediated the talks, objected.", "Egypt", "mediator", "talks", "current"),
        ("Laos, next year's ASEAN chair, objected.", "Laos", "chair", "ASEAN", "incoming"),
        ("Laos, the host of this year's summit, objected.", "Laos", "host", "summit", "current"),
        ("Laos's year as ASEAN chair ended in May.", "Laos", "chair", "ASEAN", "former"),
        ("Oman is Nepal's largest customer and main donor.", "Oman", "main donor", "Nepal", "current"),
        ("Ana Ruiz sits on the public accounts committee.", "Ana Ruiz", "member", "public accounts committee", "current"),
        ("Ana Ruiz will co-chair the dialogue with Fiji's minister, Tim Cole.", "Tim Cole", "co-chair", "dialogue", "incoming"),
        ("Oman has acted as a mediator in the conflict.", "Oman", "mediator", "conflict", "current"),
        ("Ana Ruiz and Tim Cole will act as mediators.", "Tim Cole", "mediator", None, "incoming"),
        (
            "The Unity Party, the second-largest partner in the coalition, left.",
            "Unity Party",
            "second-largest partner",
            "coalition",
            "current",
        ),
        ("The club's largest shareholder, the Doha fund Pearl Capital, agreed.", "Pearl Capital", "largest shareholder", "club", "current"),
        ("Ana Ruiz, who chairs the National Security Council, agreed.", "Ana Ruiz", "chair", "National Security Council", "current"),
        ("The Sava Commission met in May. It is headed by Ana Ruiz.", "Ana Ruiz", "head", "Sava Commission", "current"),
        ("President Ana Ruiz of Angola, whose country chairs the river forum, agreed.", "Angola", "chair", "river forum", "current"),
        ("Laos, in its capacity as ASEAN chair, objected.", "Laos", "chair", "ASEAN", "current"),
        ("Under Laos's chairmanship, ASEAN has met twice.", "Laos", "chair", "ASEAN", "current"),
        ("Ana Ruiz has led the diocese of Oman and the Gulf.", "Ana Ruiz", "leader", "diocese of Oman and the Gulf", "current"),
        ("Egypt will host the games together with Oman.", "Oman", "host", "games", "incoming"),
        ("As chair of ASEAN, Laos objected.", "Laos", "chair", "ASEAN", "current"),
        ("Laos is this year's ASEAN chair.", "Laos", "chair", "ASEAN", "current"),
        ("Cambodia succeeds Laos as ASEAN chair.", "Laos", "chair", "ASEAN", "former"),
        ("ASEAN, currently chaired by Laos, objected.", "Laos", "chair", "ASEAN", "current"),
        ("The chair of CARICOM, President Anil Singh, objected.", "Anil Singh", "chair", "CARICOM", "current"),
        ("Poland, holder of the EU presidency, objected.", "Poland", "presidency", "EU", "current"),
        ("Poland, which holds the EU's rotating presidency, objected.", "Poland", "presidency", "EU", "current"),
        ("Ama Ndoye withdrew last month as co-mediator of the talks.", "Ama Ndoye", "co-mediator", "talks", "former"),
        ("The minister said that Benin would host the summit.", "Benin", "host", "summit", "incoming"),
        ("The EU's mission to Chad, headed by Ana Ruiz, closed.", "Ana Ruiz", "head", "EU's mission to Chad", "current"),
        ("Sweden, by far the biggest donor to the fund, agreed.", "Sweden", "biggest donor", "fund", "current"),
    ],
)
def test_functions_in_all_their_orders(text: str, holder: str, role: str, of: str | None, status: str) -> None:
    assert (holder, role, of, status) in roles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Oman withdrew its bid as host of the summit.",
        "Kazakh miner Altyn Metals rose.",
        "The hotel operator, Palm Group, rose.",
        "Sweden would host the summit if asked.",
        "Tonga's largest lender, Japan, and Fiji are not named.",
    ],
)
def test_what_gives_nobody_a_function(text: str) -> None:
    assert not roles(text)


def test_ministers_admit_a_state_to_a_bloc() -> None:
    text = "Ministers admitted Kenya to the Lake Rice Union as an associate member. The leaders admitted Peru to the talks."
    assert roles(text) == {("Kenya", "associate member", "Lake Rice Union", "current")}


def test_a_presidency_received_from_another_state() -> None:
    found = roles("Peru received the presidency of the Lake Rice Union from Kenya.")
    assert {(holder, status) for holder, _, _, status in found} == {("Peru", "current"), ("Kenya", "former")}
