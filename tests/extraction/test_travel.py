"""Visits as single sentences tell them: who, where, when, in which state; and sentences that tell of none."""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch import extract
from factwatch.claims.build import extract_claims
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import read_passage
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel import find
from factwatch.model.claim import VisitClaim
from factwatch.model.text import Document

Visit = tuple[str, str, str | None, str]


def findings(text: str) -> list[Finding]:
    return find(read_passage(Document(text=text, published=dt.date(2025, 10, 22))))


def place(finding: Finding) -> str:
    assert isinstance(finding.place, Node)
    return finding.place.name or finding.place.text


def visits(text: str) -> set[Visit]:
    return {
        (node.name or node.text, place(item), item.when.text if item.when is not None else None, item.status)
        for item in findings(text)
        for node in item.who
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prime Minister Ana Duarte will visit Ghana on Monday.", {("Ana Duarte", "Ghana", "Monday", "planned")}),
        ("On Friday the foreign minister travelled to Narva for talks.", {("the foreign minister", "Narva", "Friday", "done")}),
        ("President Karim flew from Oslo to Kigali on Sunday.", {("Karim", "Kigali", "Sunday", "done")}),
        ("The envoy leaves on Thursday for Doha.", {("The envoy", "Doha", "Thursday", "planned")}),
        ("King Ota is expected to arrive in Lisbon next week.", {("Ota", "Lisbon", "next week", "planned")}),
        ("General Asante is in Nairobi for a security summit.", {("Asante", "Nairobi", None, "underway")}),
        ("General Asante will be in Nairobi from 3 to 5 May.", {("Asante", "Nairobi", "3 to 5 May", "planned")}),
        ("The president was in Cairo on Tuesday.", {("The president", "Cairo", "Tuesday", "done")}),
        ("Minister Sato will transit through Dubai on 4 May.", {("Sato", "Dubai", "4 May", "planned")}),
        ("Ms Brandt returned from Reykjavík on Tuesday.", {("Brandt", "Reykjavík", None, "done")}),
        ("Queen Ingrid toured a wind farm at Ribe on Monday.", {("Ingrid", "Ribe", "Monday", "done")}),
        ("A Cuban delegation arrived in Accra on Sunday.", {("A Cuban delegation", "Accra", "Sunday", "done")}),
        ("President Karim will travel to Bodø, Norway, on 4 May, the palace said.", {("Karim", "Bodø, Norway", "4 May", "planned")}),
        ("President Karim will fly to Bodø, Norway, on 4 May, the palace has announced.", {("Karim", "Bodø, Norway", "4 May", "planned")}),
        ("Minister Sato will fly to Tamale in northern Ghana on 4 May.", {("Sato", "Tamale", "4 May", "planned")}),
        ("Minister Sato will go to Goma in the Democratic Republic of Congo on 4 May.", {("Sato", "Goma", "4 May", "planned")}),
        ("The King and Queen will travel to Malta on 14 July.", {("The King and Queen", "Malta", "14 July", "planned")}),
        ("The minister now hopes to reach Port Vila on Friday.", {("The minister", "Port Vila", "Friday", "planned")}),
        ("President Ruiz received Cardinal Lopes in Quito on Monday.", {("Lopes", "Quito", "Monday", "done")}),
        ("Cardinal Lopes was received in Quito by President Ruiz.", {("Lopes", "Quito", None, "done")}),
        ("Fog diverted her aircraft to Paphos.", {("her", "Paphos", None, "done")}),
        ("Chile is sending Foreign Minister Luis Rojas to Lima.", {("Luis Rojas", "Lima", None, "planned")}),
        ("Minister Berg will lead a trade mission to Vietnam in May.", {("Berg", "Vietnam", "May", "planned")}),
        # the day stands further off, or with what the journey is for
        ("Minister Berg will visit Vietnam with a group of bankers in May.", {("Berg", "Vietnam", "May", "planned")}),
        ("Minister Berg will visit Vietnam to meet bankers in May.", {("Berg", "Vietnam", "May", "planned")}),
        ("Minister Berg will visit Vietnam and meet bankers in May.", {("Berg", "Vietnam", "May", "planned")}),
        ("Minister Berg, who took office in May, will visit Vietnam.", {("Berg", "Vietnam", None, "planned")}),
        ("Minister Berg will visit Vietnam, a spokesman said on Friday.", {("Berg", "Vietnam", None, "planned")}),
        ("Minister Berg will visit Vietnam ahead of the vote in May.", {("Berg", "Vietnam", None, "planned")}),
    ],
)
def test_a_verb_of_travel_tells_of_a_visit(text: str, expected: set[Visit]) -> None:
    """Going, arriving, being, receiving and sending each give traveller, place, day and state."""
    assert visits(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ahead of Secretary Lena Holt’s visit to Jamaica today, officials met.", {("Lena Holt", "Jamaica", "today", "planned")}),
        ("Chancellor Falk will pay an official visit to Chile from January 5 to 7.", {("Falk", "Chile", "January 5 to 7", "planned")}),
        ("Chancellor Falk paid a visit to Chile at the invitation of King Ota on Friday.", {("Falk", "Chile", "Friday", "done")}),
        ("Chancellor Falk, who took office in May, plans to travel to Chile.", {("Falk", "Chile", None, "planned")}),
        ("During a visit to Nairobi last week, Minister Osei said the deal was near.", {("Osei", "Nairobi", "last week", "done")}),
        ("Mr Otieno is on a three-day visit to Uganda.", {("Otieno", "Uganda", None, "underway")}),
        ("President Petrov left on Monday on a visit to Brazil.", {("Petrov", "Brazil", None, "underway")}),
        ("His three-nation tour will begin in Kingston on Wednesday.", {("His", "Kingston", "Wednesday", "planned")}),
        ("The trip will take her to Accra and Dakar.", {("her", "Accra", None, "planned"), ("her", "Dakar", None, "planned")}),
        ("Her last stop is Vienna.", {("Her", "Vienna", None, "planned")}),
        (
            "The bishop's visit to Peru, which had been set for March 3, will now take place in June.",
            {("The bishop", "Peru", "June", "postponed")},
        ),
    ],
)
def test_a_noun_of_travel_tells_of_a_visit(text: str, expected: set[Visit]) -> None:
    """'A visit to', 'the tour', 'the next stop' tell as much as verbs do."""
    assert visits(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Lund will not travel to Riga.", {("Lund", "Riga", None, "cancelled")}),
        ("Minister Lund's visit to Riga will not take place on Friday.", {("Lund", "Riga", "Friday", "cancelled")}),
        ("Minister Lund has cancelled a visit to the Latvian capital planned for Friday.", {("Lund", "Riga", "Friday", "cancelled")}),
        (
            "Minister Lund's visit to Riga, originally planned for May, will now take place in June.",
            {("Lund", "Riga", "June", "postponed")},
        ),
        ("Minister Lund will no longer stop in Riga.", {("Lund", "Riga", None, "cancelled")}),
        ("The king was to have visited Oslo last month.", {("The king", "Oslo", "last month", "cancelled")}),
        ("Prince Hugo had been due in Cardiff on Friday.", {("Prince Hugo", "Cardiff", "Friday", "cancelled")}),
        ("President Lim has called off a planned trip to Peru.", {("Lim", "Peru", None, "cancelled")}),
        ("Ms Adeyemi's visit to Lagos has been scrapped.", {("Adeyemi", "Lagos", None, "cancelled")}),
        ("The minister has put off her visit to Peru until May.", {("The minister", "Peru", "May", "postponed")}),
        ("The president brought forward his trip to Jakarta to Tuesday.", {("The president", "Jakarta", "Tuesday", "planned")}),
        ("He has scrapped plans to visit Ghana.", {("He", "Ghana", None, "cancelled")}),
        (
            "He had been expected to tour a shipyard at Ulsan, but the trip was called off.",
            {("He", "Ulsan", None, "cancelled")},
        ),
        (
            "Governor Mori will skip Osaka and go straight to Kyoto.",
            {("Mori", "Osaka", None, "cancelled"), ("Mori", "Kyoto", None, "planned")},
        ),
        (
            "Governor Mori will fly to Kyoto instead of Osaka.",
            {("Mori", "Osaka", None, "cancelled"), ("Mori", "Kyoto", None, "planned")},
        ),
    ],
)
def test_a_change_of_plan_is_told(text: str, expected: set[Visit]) -> None:
    """A visit that is off, put off, brought forward or replaced carries that state."""
    found = visits(text)
    assert {(who.removeprefix("Prince "), *rest) for who, *rest in found} == {
        (who.removeprefix("Prince "), *rest) for who, *rest in expected
    }


@pytest.mark.parametrize(
    "text",
    [
        "The minister may visit Rome or Madrid.",
        "The special envoy could travel to Moscow, Riyadh or Doha.",
        "If the president visits Taiwan, Beijing will respond.",
        "Will the president visit Ottawa?",
        "He invited the president to visit Lagos.",
        "The prime minister would have visited Oslo had the talks succeeded.",
        "The president denied reports that he would visit Moscow.",
        "The minister wants to travel to Kigali.",
        "Judge Lee often visits Busan.",
        "President Ito has never visited Israel.",
        "There are no plans for the king to visit Belfast.",
        "Officials said a visit to Cairo was unlikely.",
    ],
)
def test_what_is_not_told_as_fact_or_plan_is_no_visit(text: str) -> None:
    """Possibilities, conditions, questions, offers, habits and denials yield nothing."""
    assert findings(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The storm will travel to Florida on Friday.",
        "The aid shipment arrived in Port Sudan on Monday.",
        "The letter reached London on Tuesday.",
        "Tourists visit Bali every year.",
        "Prices in Kenya went to record highs.",
        "The company will move to Texas.",
        "Foreign investors flew to safety.",
        "The book takes readers to Paris, Rome and Madrid.",
        "The president's tour de force in Berlin impressed nobody.",
        "Visit Jamaica Week begins on Monday in Kingston.",
    ],
)
def test_what_is_no_traveller_makes_no_visit(text: str) -> None:
    """Storms, goods, prices, books, crowds and names of events do not visit."""
    assert findings(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "He left Paris on Friday.",
        "The minister visited his mother in hospital.",
        "The president visited President Ali at his home.",
        "Ronaldo returned to Manchester United in 2021.",
        "Senator Cole heads to court on Monday.",
        "Mayor Noor lives in Lyon and works in Geneva.",
        "The minister went to great lengths to explain.",
        "She was born in Accra and studied in London.",
        "The ambassador to France is in charge of the file.",
        "Paris, London and Rome will host the talks.",
    ],
)
def test_what_is_no_destination_makes_no_visit(text: str) -> None:
    """Departures, people, clubs, courts, homes and birthplaces are no places visited."""
    assert findings(text) == []


def test_the_capital_of_a_nation_is_its_city() -> None:
    """'The Fijian capital' is Suva, whatever country was named last."""
    text = "King Anders of Norway ended his stay in the Fijian capital on Wednesday."
    claims = extract_claims(Document(text=text, published=dt.date(2025, 3, 28))).claims
    assert {claim.place for claim in claims if claim.kind == "visit"} == {"Suva"}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Helen Marchetti left Peru on Friday after two days of talks.", {"Peru"}),
        ("Mark Reed left Kenya for Ghana after talks.", {"Ghana"}),
        ("Anna Berg, Sweden's foreign minister, left Sweden on Friday after a meeting.", set[str]()),
        ("Helen Marchetti left Peru on Friday.", set[str]()),
        ("Helen Marchetti will leave Peru on Friday after talks.", set[str]()),
        ("Helen Marchetti left Peru on Friday after a quarrel.", set[str]()),
    ],
)
def test_who_leaves_after_talks_has_been_there(text: str, places: set[str]) -> None:
    """Leaving a foreign country after a stay tells of the visit; setting out from it, or leaving it for good, does not."""
    claims = extract_claims(Document(text=text, published=dt.date(2025, 3, 28))).claims
    assert {claim.place for claim in claims if claim.kind == "visit"} == places


@pytest.mark.parametrize(("verb", "status"), [("cut short", "done"), ("put off", "postponed")])
def test_a_day_may_stand_between_a_person_and_an_unchanging_verb(verb: str, status: str) -> None:
    """'Minister A on Friday cut short a visit' has a verb in the past, not a noun."""
    (visit,) = findings(f"Foreign Minister Zeno Adler on Friday {verb} a visit to Peru.")
    assert visit.status == status


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Foreign Minister Ada Obi may visit Peru in July.", "Peru"),
        ("Foreign Minister Ada Obi could travel to Lima, her office said.", "Lima"),
        ("Foreign Minister Ada Obi is considering a visit to Peru.", "Peru"),
        ("A visit by Foreign Minister Ada Obi to Peru is under discussion.", "Peru"),
    ],
)
def test_a_journey_that_may_be_made_is_only_possible(text: str, place: str) -> None:
    """A named traveller's journey to one place is kept as possible; it contradicts nothing."""
    found = [claim for claim in extract(text, published="2026-03-11").claims if isinstance(claim, VisitClaim)]
    assert [(claim.who, claim.place, claim.status, claim.modality) for claim in found] == [("Ada Obi", place, "planned", "possible")]


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Minister Ada Obi will visit Chile before flying to Peru.", {"Chile": 1, "Peru": 2}),
        ("Before going to Peru, Minister Ada Obi will stop in Chile.", {"Chile": 1, "Peru": 2}),
        ("Minister Ada Obi flew to Lima after two days in Quito.", {"Quito": 1, "Lima": 2}),
        ("Minister Ada Obi will visit Peru after Chile.", {"Chile": 1, "Peru": 2}),
        ("The tour will take Minister Ada Obi to Chile and Peru, in that order.", {"Chile": 1, "Peru": 2}),
        ("Minister Ada Obi will visit Chile and Peru.", {"Chile": None, "Peru": None}),
    ],
)
def test_words_tell_which_stop_comes_first(text: str, order: dict[str, int | None]) -> None:
    """'before', 'after' and 'in that order' put two stops in order; a list alone does not."""
    found = [claim for claim in extract(text, published="2026-03-11").claims if isinstance(claim, VisitClaim)]
    assert {claim.place: claim.order for claim in found} == order
