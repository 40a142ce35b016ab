"""Visits as news stories tell them over one or more sentences: who goes where, where else, with whom, and who goes instead."""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch.claims.build import extract_claims
from factwatch.model.claim import VisitClaim
from factwatch.model.text import Document


def visits(text: str) -> dict[tuple[str, str], tuple[str | None, str]]:
    """Return (traveller, place) -> day and status; the day of publication is a Wednesday."""
    claims = extract_claims(Document(text=text, published=dt.date(2025, 10, 22))).claims
    return {(claim.who, claim.place): (claim.when, claim.status) for claim in claims if isinstance(claim, VisitClaim)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a week told first, then the eve of it
        (
            "President Amina Sow will visit Oman next week. Sow leaves Dakar on Sunday for Muscat.",
            {("Amina Sow", "Oman"): ("2025-10-27/2025-11-02", "planned"), ("Amina Sow", "Muscat"): ("2025-10-26", "planned")},
        ),
        # days of the week told first
        (
            "President Amina Sow will spend five days in the Gulf next week, starting in Oman on Monday and ending in Qatar on Friday.",
            {
                ("Amina Sow", "Gulf"): ("2025-10-27/2025-11-02", "planned"),
                ("Amina Sow", "Oman"): ("2025-10-27", "planned"),
                ("Amina Sow", "Qatar"): ("2025-10-31", "planned"),
            },
        ),
        # who is on the way already
        (
            "President Amina Sow arrived in Muscat on Tuesday. Sow will go on to Doha on Saturday. She will be in Sohar on Friday.",
            {
                ("Amina Sow", "Muscat"): ("2025-10-21", "done"),
                ("Amina Sow", "Doha"): ("2025-10-25", "planned"),
                ("Amina Sow", "Sohar"): ("2025-10-24", "planned"),
            },
        ),
        # how long it took is no day to come
        (
            "Amina Sow came home on Monday. In seven days she had visited Muscat and Doha.",
            {("Amina Sow", "Muscat"): (None, "done"), ("Amina Sow", "Doha"): (None, "done")},
        ),
        # another order
        (
            "President Amina Sow will begin her tour in Oman. The new order is Muscat, Doha, Cairo.",
            {
                ("Amina Sow", "Oman"): (None, "planned"),
                ("Amina Sow", "Muscat"): (None, "planned"),
                ("Amina Sow", "Doha"): (None, "planned"),
                ("Amina Sow", "Cairo"): (None, "planned"),
            },
        ),
        # what fell was no visit
        (
            "President Amina Sow has put off her visit to Beirut after shells fell on the suburbs.",
            {("Amina Sow", "Beirut"): (None, "postponed")},
        ),
        # the day of setting out
        (
            "Prime Minister Amina Sow left Dakar on Tuesday for a three-day visit to Oman.",
            {("Amina Sow", "Oman"): ("2025-10-21", "underway")},
        ),
        # things that lie in a place
        (
            "Mayor Amina Sow visited wounded soldiers at a hospital in Kaduna on Monday.",
            {("Amina Sow", "Kaduna"): ("2025-10-20", "done")},
        ),
        ("Governor Amina Sow toured the port of Koper on Monday.", {("Amina Sow", "Koper"): ("2025-10-20", "done")}),
        (
            "Governor Amina Sow visited the port of Koper and a school in Izola.",
            {("Amina Sow", "Koper"): (None, "done"), ("Amina Sow", "Izola"): (None, "done")},
        ),
        # adverbs between auxiliary and verb
        ("Premier Amina Sow will, however, still travel to Japan.", {("Amina Sow", "Japan"): (None, "planned")}),
        ("Premier Amina Sow will first visit Suva.", {("Amina Sow", "Suva"): (None, "planned")}),
        # what is done in a place
        (
            "Foreign Minister Amina Sow will attend the climate conference in Lagos next week.",
            {("Amina Sow", "Lagos"): ("2025-10-27/2025-11-02", "planned")},
        ),
        ("President Amina Sow skipped the summit in Quito.", {("Amina Sow", "Quito"): (None, "cancelled")}),
        (
            "President Amina Sow told reporters in Brussels, where she is attending a summit, that the deal was dead.",
            {("Amina Sow", "Brussels"): (None, "underway")},
        ),
        (
            "Prime Minister Amina Sow will spend two nights in Osaka and one in Nagoya.",
            {("Amina Sow", "Osaka"): (None, "planned"), ("Amina Sow", "Nagoya"): (None, "planned")},
        ),
        (
            "President Amina Sow landed in Suva on Monday. In Apia on Sunday, she held talks with farmers.",
            {("Amina Sow", "Suva"): ("2025-10-20", "done"), ("Amina Sow", "Apia"): ("2025-10-19", "done")},
        ),
        (
            "President Amina Sow arrived in Suva on the second leg of a tour that began in Apia on Sunday.",
            {("Amina Sow", "Suva"): (None, "done"), ("Amina Sow", "Apia"): ("2025-10-19", "done")},
        ),
        ("Archbishop Amina Sow has been in Zambia since Monday.", {("Amina Sow", "Zambia"): (None, "underway")}),
        # the date before the second verb is the second verb's
        (
            "President Amina Sow will fly to Porto, and on Friday she will visit Évora.",
            {("Amina Sow", "Porto"): (None, "planned"), ("Amina Sow", "Évora"): ("2025-10-24", "planned")},
        ),
        # participles that are adjectives
        ("President Amina Sow paid a one-day working visit to Oman on Monday.", {("Amina Sow", "Oman"): ("2025-10-20", "done")}),
        (
            "Foreign Minister Amina Sow kicked off a South Asian tour in Dhaka on Monday.",
            {("Amina Sow", "Dhaka"): ("2025-10-20", "done")},
        ),
        (
            "Foreign Minister Amina Sow met farmers in Ankara on Monday at the start of a regional tour that takes in Iran and Jordan.",
            {
                ("Amina Sow", "Ankara"): ("2025-10-20", "done"),
                ("Amina Sow", "Iran"): (None, "planned"),
                ("Amina Sow", "Jordan"): (None, "planned"),
            },
        ),
        ("President Amina Sow, on a four-day visit to Peru, met farmers.", {("Amina Sow", "Peru"): (None, "underway")}),
        ("President Amina Sow made an unannounced visit to a plant in Ulsan on Monday.", {("Amina Sow", "Ulsan"): ("2025-10-20", "done")}),
        # a visit that somebody speaks of
        ("President Amina Sow recalled Leo Brandt's visit to Tallinn.", {("Leo Brandt", "Tallinn"): (None, "done")}),
        # companions
        (
            "Premier Amina Sow, accompanied by Trade Minister Leo Brandt, visited Silchar on Monday.",
            {("Amina Sow", "Silchar"): ("2025-10-20", "done"), ("Leo Brandt", "Silchar"): ("2025-10-20", "done")},
        ),
        (
            "Premier Amina Sow will visit Suva and Apia. She will be accompanied in Apia by Trade Minister Leo Brandt.",
            {("Amina Sow", "Suva"): (None, "planned"), ("Amina Sow", "Apia"): (None, "planned"), ("Leo Brandt", "Apia"): (None, "planned")},
        ),
        # whose visit it is
        (
            "Premier Leo Brandt welcomed President Amina Sow on her first visit to Iceland.",
            {("Amina Sow", "Iceland"): (None, "done")},
        ),
        (
            "Leo Brandt, who accompanied Prime Minister Amina Sow to Pokhara on Monday, said so.",
            {("Amina Sow", "Pokhara"): ("2025-10-20", "done"), ("Leo Brandt", "Pokhara"): ("2025-10-20", "done")},
        ),
        (
            "Premier Amina Sow will visit Suva. She is travelling with Trade Minister Leo Brandt.",
            {("Amina Sow", "Suva"): (None, "planned"), ("Leo Brandt", "Suva"): (None, "planned")},
        ),
        # the day of the first verb
        (
            "On Friday President Amina Sow flies to Tokyo and then continues to Seoul.",
            {("Amina Sow", "Tokyo"): ("2025-10-24", "planned"), ("Amina Sow", "Seoul"): (None, "planned")},
        ),
        ("President Amina Sow has since been to Kalgoorlie.", {("Amina Sow", "Kalgoorlie"): (None, "done")}),
        (
            "President Amina Sow was in Washington on Monday, two sources said, and will travel on to Dallas.",
            {("Amina Sow", "Washington"): ("2025-10-20", "done"), ("Amina Sow", "Dallas"): (None, "planned")},
        ),
        (
            "Bishop Amina Sow visited schools in Juba on a mission to South Sudan.",
            {("Amina Sow", "Juba"): (None, "done"), ("Amina Sow", "South Sudan"): (None, "done")},
        ),
        ("Chairman Amina Sow will visit the group's Hotazel operations.", {("Amina Sow", "Hotazel"): (None, "planned")}),
        (
            "Deputy Minister Amina Sow will take his place at Friday's meeting of ministers in Quito.",
            {("Amina Sow", "Quito"): ("2025-10-24", "planned")},
        ),
        # forms of address
        (
            "President Amina Sow was in Lagos on Monday. Her Excellency will travel to Kano.",
            {("Amina Sow", "Lagos"): ("2025-10-20", "done"), ("Amina Sow", "Kano"): (None, "planned")},
        ),
        # a traveller nobody names
        ("The Queen visited Lochgelly on Monday.", {("Queen", "Lochgelly"): ("2025-10-20", "done")}),
    ],
)
def test_a_visit_is_told(text: str, expected: dict[tuple[str, str], tuple[str | None, str]]) -> None:
    """The traveller, the place, its day and its status are those that the words tell."""
    assert visits(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # another goes
        (
            "President Amina Sow called off a visit to Austria. Foreign Minister Leo Brandt will go instead.",
            {("Amina Sow", "Austria"): (None, "cancelled"), ("Leo Brandt", "Austria"): (None, "planned")},
        ),
        # a new day for the trip as a whole
        (
            "President Amina Sow has postponed her trip to Lima and Quito. The trip will now take place in August 2026.",
            {("Amina Sow", "Lima"): ("2026-08", "postponed"), ("Amina Sow", "Quito"): ("2026-08", "postponed")},
        ),
        (
            "President Amina Sow will not travel to Oslo on Friday. Crown Prince Leo Brandt will represent her.",
            {("Amina Sow", "Oslo"): ("2025-10-24", "cancelled"), ("Leo Brandt", "Oslo"): ("2025-10-24", "planned")},
        ),
        ("President Amina Sow has postponed Friday's trip to Poland.", {("Amina Sow", "Poland"): (None, "postponed")}),
        (
            "President Amina Sow will visit Suva. A stop in Apia was pulled from the schedule.",
            {("Amina Sow", "Suva"): (None, "planned"), ("Amina Sow", "Apia"): (None, "cancelled")},
        ),
        (
            "President Amina Sow's visit to Doha, earlier scheduled for Friday, now stands cancelled.",
            {("Amina Sow", "Doha"): ("2025-10-24", "cancelled")},
        ),
        ("President Amina Sow has dropped Boston from her trade mission.", {("Amina Sow", "Boston"): (None, "cancelled")}),
        (
            "Hours before she was to fly to Cuba, Foreign Minister Amina Sow resigned. Leo Brandt will make the Cuba trip in her place.",
            {("Amina Sow", "Cuba"): (None, "cancelled"), ("Leo Brandt", "Cuba"): (None, "planned")},
        ),
        (
            "Foreign Minister Amina Sow, who was due to be in Niamey on Friday, will not make the journey.",
            {("Amina Sow", "Niamey"): ("2025-10-24", "cancelled")},
        ),
        (
            "President Amina Sow will visit Suva. A visit to Apia had been planned for Friday but was cancelled.",
            {("Amina Sow", "Suva"): (None, "planned"), ("Amina Sow", "Apia"): ("2025-10-24", "cancelled")},
        ),
        (
            "Premier Amina Sow had been scheduled to arrive in Lima on Thursday and to travel on to Quito on Friday.",
            {("Amina Sow", "Lima"): ("2025-10-23", "cancelled"), ("Amina Sow", "Quito"): ("2025-10-24", "cancelled")},
        ),
        (
            "Premier Amina Sow visited Aktau. The premier's original programme had included a day in Almaty.",
            {("Amina Sow", "Aktau"): (None, "done"), ("Amina Sow", "Almaty"): (None, "cancelled")},
        ),
        (
            "Premier Amina Sow will visit Suva. Legs in Lima and Quito were postponed.",
            {
                ("Amina Sow", "Suva"): (None, "planned"),
                ("Amina Sow", "Lima"): (None, "postponed"),
                ("Amina Sow", "Quito"): (None, "postponed"),
            },
        ),
        # who misses a tour is not who makes it
        (
            "President Amina Sow will visit Suva on a tour. Captain Leo Brandt will miss the tour.",
            {("Amina Sow", "Suva"): (None, "planned")},
        ),
        # what was missed in the past and has a day ahead
        (
            "President Amina Sow will travel to Quito on November 3. She had been due to visit Quito in July but the trip was postponed.",
            {("Amina Sow", "Quito"): ("2025-11-03", "planned")},
        ),
        # what was put off has its new day already
        (
            "Premier Amina Sow will fly to Muscat on 4 November. The visit, originally planned for September, was pushed back after a cabinet crisis.",
            {("Amina Sow", "Muscat"): ("2025-11-04", "planned")},
        ),
        (
            "Premier Amina Sow was to fly to Muscat on Monday. The visit, originally planned for Monday, has been postponed.",
            {("Amina Sow", "Muscat"): ("2025-10-27", "postponed")},
        ),
    ],
)
def test_a_change_is_told(text: str, expected: dict[tuple[str, str], tuple[str | None, str]]) -> None:
    """Changes reach the visits that they are about."""
    assert visits(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Opposition leader Amina Sow went to court in Galle on Wednesday.",
        "Opposition leader Amina Sow went to prison in Galle.",
        "President Amina Sow said the conference in Lagos had failed.",
        "President Amina Sow spoke of Brussels, where she was born.",
        "If she can find the time, President Amina Sow will go to Quito.",
        "The meeting that President Amina Sow called will take place in Quito.",
    ],
)
def test_no_visit_is_told(text: str) -> None:
    """What only looks like a journey yields nothing."""
    assert visits(text) == {}


def test_an_itinerary_is_read_line_by_line() -> None:
    """Days and places without verbs are stops of the journey that the text speaks of, or of whom a heading names."""
    listed = "Foreign Secretary Amina Sow will visit three countries in June 2026.\n\n16 June: Astana\n\n17-18 June: Tashkent\n\n19 June - Dushanbe\n"
    assert {place for _, place in visits(listed)} == {"Astana", "Tashkent", "Dushanbe"}
    headed = "SCHEDULE: Foreign Minister Amina Sow\n\nThursday, 23 October\n\nDepart Accra for Colombo\n\nFriday, 24 October - Kandy\n"
    assert {place: day for (_, place), (day, _) in visits(headed).items()} == {"Colombo": "2025-10-23", "Kandy": "2025-10-24"}
    dateline = "Foreign Secretary Amina Sow will visit three countries.\n\nTallinn, 22 October 2025\n"
    assert "Tallinn" not in {place for _, place in visits(dateline)}
