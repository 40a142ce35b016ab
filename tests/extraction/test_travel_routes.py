"""Itineraries: which day belongs to which stop, which order the text tells, what sentences say of a trip together."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import read_passage
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel import find
from factwatch.model.text import Document


def findings(text: str) -> list[Finding]:
    return find(read_passage(Document(text=text, published=dt.date(2025, 10, 20))))


def place(finding: Finding) -> str:
    assert isinstance(finding.place, Node)
    return finding.place.name or finding.place.text


def days(text: str) -> dict[str, str | None]:
    return {place(item): item.when.text if item.when is not None else None for item in findings(text)}


def orders(text: str) -> dict[str, int | None]:
    return {place(item): item.order for item in findings(text)}


def states(text: str) -> dict[str, str]:
    return {place(item): item.status for item in findings(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rubio will visit Jamaica on March 26, Guyana on March 27 and Suriname the following day.",
            {"Jamaica": "March 26", "Guyana": "March 27", "Suriname": "the following day"},
        ),
        (
            "Minister Bell will visit Bala and Kirkby Stephen on Thursday and Friday respectively.",
            {"Bala": "Thursday", "Kirkby Stephen": "Friday"},
        ),
        ("Rubio will make a trip to Jamaica and Guyana starting on March 26.", {"Jamaica": None, "Guyana": None}),
        ("Rubio will make a trip to Jamaica starting on March 26.", {"Jamaica": "March 26"}),
        ("Rubio will visit Jamaica, Guyana and Suriname from March 26 to 28.", {"Jamaica": None, "Guyana": None, "Suriname": None}),
        ("The king visited Suva and Apia on Monday.", {"Suva": "Monday", "Apia": "Monday"}),
        ("On Friday she travels to Bamako and, the following day, to Mopti.", {"Bamako": "Friday", "Mopti": "the following day"}),
        ("He then moves on to Inuvik and, on 13 May, to Whitehorse.", {"Inuvik": None, "Whitehorse": "13 May"}),
        ("He will visit Suva from Monday to Wednesday before heading to Sydney.", {"Suva": "Monday to Wednesday", "Sydney": None}),
        ("The envoy will be in Lagos until Friday.", {"Lagos": None}),
    ],
)
def test_each_stop_has_the_day_that_the_text_gives_it(text: str, expected: dict[str, str | None]) -> None:
    """A day belongs to the stop it stands with; a stretch over several stops belongs to none of them."""
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He flew to Accra on Sunday and then to Lomé.", {"Accra": 1, "Lomé": 2}),
        ("The king will visit Kampala and Goma, in that order.", {"Kampala": 1, "Goma": 2}),
        ("The king will visit Kampala first and Goma afterwards.", {"Kampala": 1, "Goma": 2}),
        ("The king will visit just two cities, Kampala and Goma.", {"Kampala": None, "Goma": None}),
        ("The king will visit three cities, Kenya said.", {}),
        ("Minister Silva will be in Lisbon, followed by stops in Madrid and Rome.", {"Lisbon": 1, "Madrid": 2, "Rome": None}),
        ("Minister Silva travels on to Quito on Friday. From there she goes to Lima.", {"Quito": 1, "Lima": 2}),
        ("Minister Silva will visit Rome on May 6 and Bonn on May 4.", {"Rome": 2, "Bonn": 1}),
    ],
)
def test_order_is_told(text: str, expected: dict[str, int | None]) -> None:
    """'Then', 'followed by', 'from there', 'in that order' and the days themselves tell the order of travel."""
    assert orders(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The envoy will visit Egypt, Israel and Qatar.",
        "She will make a tour of Ghana, Togo and Benin in May.",
        "His programme will take him to Ghana and Togo.",
    ],
)
def test_order_of_mention_is_no_order_of_travel(text: str) -> None:
    """A bare list says nothing about which place comes first."""
    found = findings(text)
    assert len(found) > 1
    assert all(item.order is None for item in found)


def test_stops_of_one_trip_share_its_key_and_count() -> None:
    """The number of nations and the stops belong together, across sentences."""
    found = findings(
        "Minister Ann Silva begins a three-nation tour on Monday. She will visit Ghana on Tuesday. She will then travel to Togo."
    )
    assert {place(item) for item in found} == {"Ghana", "Togo"}
    assert len({item.trip for item in found}) == 1
    assert {item.stops for item in found} == {3}


def test_two_travellers_make_two_trips() -> None:
    """What one traveller does is no stop of the other's trip."""
    found = findings("President Ali will visit Ghana and Togo. Minister Bo will visit Peru and Chile.")
    trips = {place(item): item.trip for item in found}
    assert trips["Ghana"] == trips["Togo"] != trips["Peru"] == trips["Chile"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Minister Ann Lee will visit Ghana, Togo and Benin. The Togo stop has been dropped.",
            {"Ghana": "planned", "Togo": "cancelled", "Benin": "planned"},
        ),
        (
            "Minister Ann Lee leaves for Castries on Sunday. A third stop, in Bridgetown, has been dropped from the trip.",
            {"Castries": "planned", "Bridgetown": "cancelled"},
        ),
        (
            "Minister Ann Lee will visit Ghana and Togo next week. The trip was called off on Monday.",
            {"Ghana": "cancelled", "Togo": "cancelled"},
        ),
        ("Minister Ann Lee was to have flown to Togo on Monday. Her visit has been put off to 21 July.", {"Togo": "postponed"}),
        ("Minister Ann Lee was to have flown to Togo on Monday. Her book has been put off to 21 July.", {"Togo": "cancelled"}),
        ("Minister Ann Lee was due in Libreville. Libreville has fallen away.", {"Libreville": "cancelled"}),
        (
            "Minister Ann Lee will visit Ghana. The Works Minister's visit to Togo has been put off until May.",
            {"Ghana": "planned", "Togo": "postponed"},
        ),
    ],
)
def test_later_sentences_change_what_was_told(text: str, expected: dict[str, str]) -> None:
    """'The trip', 'that stop' and a bare place take up the journey told before."""
    result = {}
    for item in findings(text):
        result[place(item)] = item.status
    assert result == expected


def test_somebody_elses_trip_is_not_called_off() -> None:
    """A change of one traveller's visit leaves the others' as they are."""
    assert states("President Ali will visit Ghana. Ms Bo's visit to the museum was cancelled.") == {"Ghana": "planned"}


def test_a_companion_travels_too() -> None:
    """'With' and 'accompanied by' bring along whoever they name."""
    found = findings("The minister will be in Narva tomorrow with her counterpart, Mutinta Sato. He flew to Riga accompanied by Lars Berg.")
    assert {(node.name or node.text, place(item)) for item in found for node in item.who} == {
        ("The minister", "Narva"), ("Mutinta Sato", "Narva"), ("He", "Riga"), ("Lars Berg", "Riga"),
    }  # fmt: skip


_PARTS = (
    "Minister Ann Lee",
    "she",
    "visited",
    "will travel to",
    "Ghana",
    "Togo,",
    "and",
    "then",
    "on Monday",
    "from",
    "the island",
    "before heading to",
    "a visit to",
    "has been scrapped",
    "there",
    ".",
    "or",
    "via",
    "(",
    "“",
    "'s",
    "May 3",
    "was due in",
)


@given(st.lists(st.sampled_from(_PARTS), max_size=30))
def test_any_string_of_such_words_is_read(words: list[str]) -> None:
    """No order of words makes reading fail, and every visit rests on words of the text."""
    text = " ".join(words)
    for item in findings(text):
        assert 0 <= item.start < item.end <= len(text)
        assert item.who
