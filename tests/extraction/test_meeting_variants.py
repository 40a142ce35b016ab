"""One meeting told in many ways: every turn of phrase has the same two or three people, its state, place and day."""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch.claims.build import extract_claims
from factwatch.model.claim import MeetingClaim
from factwatch.model.text import Document
from factwatch.reading import document_from_text

_A = "Minister Ana Duarte"
_B = "King Juho Ota"
_C = "Senator Eva Lind"
_BOTH = {"Ana Duarte", "Juho Ota"}
_ALL = {*_BOTH, "Eva Lind"}


def _meetings(text: str) -> list[MeetingClaim]:
    document = Document(text=text.format(a=_A, b=_B, c=_C), published=dt.date(2025, 10, 22))
    return [claim for claim in extract_claims(document).claims if isinstance(claim, MeetingClaim)]


@pytest.mark.parametrize(
    ("text", "status", "place", "when"),
    [
        ("{b}, whom {a} met in Oslo on Monday, spoke of fish.", "done", "Oslo", "2025-10-20"),
        ("{b}, with whom {a} held talks on Monday, spoke of fish.", "done", None, "2025-10-20"),
        ("{a} welcomed {b} to State House for talks.", "done", "State House", None),
        ("{a} said on Monday after meeting {b} in Oslo that fish was dear.", "done", "Oslo", "2025-10-20"),
        ("Talks between {a} and {b}, due to open in Oslo on Friday, have been postponed.", "postponed", "Oslo", None),
        ("A meeting between {a} and {b} that had been planned for Friday was called off.", "cancelled", None, "2025-10-24"),
        ("{a} called off a meeting with {b}.", "cancelled", None, None),
        ("{a} pulled out of a meeting with {b}.", "cancelled", None, None),
        ("{a} withdrew from talks with {b} in Oslo.", "cancelled", "Oslo", None),
        ("A planned meeting between {a} and {b} fell through.", "cancelled", None, None),
        ("{a} is in talks with {b} in Oslo.", "underway", "Oslo", None),
        ("Talks between {a} and {b} are under way in Oslo.", "underway", "Oslo", None),
        ("{a} is to hold talks with {b} when she visits Oslo on Friday.", "planned", "Oslo", "2025-10-24"),
        ("{a} was granted an audience with {b} in Oslo.", "done", "Oslo", None),
        ("A meeting took place in Oslo on Monday between {a} and {b}.", "done", "Oslo", "2025-10-20"),
        ("{a} told {b} during a meeting in Oslo on Monday that fish was dear.", "done", "Oslo", "2025-10-20"),
        ("{a} paid a courtesy visit on {b} in Oslo on Monday.", "done", "Oslo", "2025-10-20"),
        ("{a} met her counterpart from Norway, {b}, in Oslo.", "done", "Oslo", None),
        ("{a} met a delegation led by {b} in Oslo.", "done", "Oslo", None),
        ("A delegation led by {a} held talks with {b} in Oslo.", "done", "Oslo", None),
        ("{a} met late on Monday in Oslo with her host, {b}.", "done", "Oslo", "2025-10-20"),
        ("{a} will open a hall in Oslo on Friday and sit down with {b}.", "planned", "Oslo", "2025-10-24"),
        ("{a} travels on to Oslo, where a meeting with {b} has been pencilled in for Friday.", "planned", "Oslo", "2025-10-24"),
        ("{a} held talks with {b} in Oslo on Monday, but put off a stop in Rome.", "done", "Oslo", "2025-10-20"),
        ("Speaking alongside {b} after their meeting in Oslo, {a} said fish was dear.", "done", "Oslo", None),
        ("The ministers of Kenya and Chile, Ana Duarte and Juho Ota, met in Oslo on Monday.", "done", "Oslo", "2025-10-20"),
    ],
)
def test_a_turn_of_phrase(text: str, status: str, place: str | None, when: str | None) -> None:
    """Relative clauses, infinitives, participles, nouns as subject and behind the verb tell of one meeting each."""
    (claim,) = _meetings(text)
    assert ({*claim.who, *claim.with_}, claim.status, claim.place, claim.when) == (_BOTH, status, place, when)
    assert (claim.medium, claim.polarity) == (None, "positive")


@pytest.mark.parametrize(
    "text",
    [
        "{a} and {b} had a phone conversation on Monday.",
        "{a} received a phone call from {b} on Monday.",
        "{a} took a call from {b} on Monday.",
        "{a} placed a phone call to {b} on Monday.",
        "In a phone call on Monday, {a} told {b} that fish was dear.",
        "{a} told {b} in a phone call on Monday that fish was dear.",
        "{a} congratulated {b} in a phone call on Monday.",
        "{a} discussed fish by phone with {b} on Monday.",
        "{a} discussed fish with {b} in a phone call on Monday.",
    ],
)
def test_a_call(text: str) -> None:
    """Whoever gets or makes a call, and whoever is told something in one, has talked."""
    (claim,) = _meetings(text)
    assert ({*claim.who, *claim.with_}, claim.status, claim.when, claim.medium) == (_BOTH, "done", "2025-10-20", "call")


@pytest.mark.parametrize(
    "text",
    [
        "{a} left Oslo without meeting {b}.",
        "{a} has no plans to meet {b}.",
        "There are no plans for {a} to meet {b}.",
    ],
)
def test_a_meeting_that_is_ruled_out(text: str) -> None:
    """'without meeting' and 'no plans to meet' deny it."""
    (claim,) = _meetings(text)
    assert ({*claim.who, *claim.with_}, claim.polarity) == (_BOTH, "negative")


@pytest.mark.parametrize(
    "text",
    [
        "Together with {c}, {a} met {b} in Oslo.",
        "A summit of {a}, {b} and {c} will be held in Oslo.",
        "{a} will host a summit of {b} and {c} in Oslo.",
    ],
)
def test_three_who_meet(text: str) -> None:
    """Those who come along, and those of whom it is a summit, take part."""
    (claim,) = _meetings(text)
    assert ({*claim.who, *claim.with_}, claim.place) == (_ALL, "Oslo")


def test_a_head_of_government_whom_nobody_names() -> None:
    """'The Prime Minister', by his office alone, is a party; not so where the text names him."""
    (claim,) = _meetings("The Prime Minister spoke to the Prime Minister of Iceland, Eva Lind, on Monday.")
    assert {*claim.who, *claim.with_} == {"Prime Minister", "Eva Lind"}
    (claim,) = _meetings("Prime Minister Ana Duarte is back. The Prime Minister spoke to {b} on Monday.")
    assert {*claim.who, *claim.with_} == _BOTH


@pytest.mark.parametrize(
    ("text", "place", "when"),
    [
        ("{a} will meet {b} and {c} in Oslo on Friday, the ministry said on Monday.", "Oslo", "2025-10-24"),
        ("{a} met {b} and {c} in Oslo on Monday, a spokesman said on Tuesday.", "Oslo", "2025-10-20"),
        ("{a} met {b} and {c} at Chequers on Monday, her office announced.", "Chequers", "2025-10-20"),
    ],
)
def test_a_list_before_who_says_so(text: str, place: str, when: str) -> None:
    """Day and place behind a list are those of the meeting, not of the verb of saying behind them."""
    (claim,) = _meetings(text)
    assert ({*claim.who, *claim.with_}, claim.place, claim.when) == (_ALL, place, when)


def test_counterparts_whose_names_are_told_later() -> None:
    """'her Kenyan and Ugandan counterparts' are the ministers whom the next sentences name."""
    (claim,) = _meetings(
        "Tanzanian Foreign Minister Ana Duarte will host her Kenyan and Ugandan counterparts for talks in Oslo on Friday, it said. Kenyan "
        "Foreign Minister Juho Ota and Ugandan Foreign Minister Eva Lind will arrive on Thursday."
    )
    assert ({*claim.who, *claim.with_}, claim.place, claim.when) == (_ALL, "Oslo", "2025-10-24")


def test_those_of_a_group_who_are_named() -> None:
    """'officials, including A and B' are the officials and both."""
    (claim,) = _meetings("{a} met Libyan officials, including {b} and {c}, in Oslo.")
    assert {*claim.who, *claim.with_} == {*_ALL, "Libyan officials"}


@pytest.mark.parametrize(
    "text",
    [
        "{a} told reporters in a phone call on Monday that fish was dear.",
        "{a} told {b} at the summit that fish was dear.",
        "{a} told {b} at a briefing that fish was dear.",
        "{a} received a call for help from {b}.",
        "{a} made a call for peace.",
        "{a} paid a visit to Oslo.",
        "{a} pulled out of the race with {b}.",
        "The price fell through the floor, {a} told {b}.",
    ],
)
def test_no_meeting(text: str) -> None:
    """Words of the same look that tell of none."""
    assert _meetings(text) == []


def test_here_is_where_the_story_was_filed() -> None:
    """'here' is the place of the dateline."""
    text = f"OSLO, Oct 21 (Wire) - {_A} met {_B} here on Monday.\n\nHe left.\n"
    claims = extract_claims(document_from_text(text, published=dt.date(2025, 10, 22))).claims
    assert [claim.place for claim in claims if isinstance(claim, MeetingClaim)] == ["Oslo"]


@pytest.mark.parametrize(
    ("text", "status", "place", "when"),
    [
        ("{a} is on a visit to Oslo. On Tuesday she met {b}.", "done", "Oslo", "2025-10-21"),
        ("{a} will visit Oslo on Friday. While there, she will meet {b}.", "planned", "Oslo", "2025-10-24"),
        ("{a} will visit Oslo on Friday. During the visit, she will hold talks with {b}.", "planned", "Oslo", "2025-10-24"),
        ("{a} will meet {b} on Friday before flying to Oslo.", "planned", None, "2025-10-24"),
        ("{a}'s visit to Oslo on Friday will include talks with {b}.", "planned", "Oslo", "2025-10-24"),
        ("{a}'s schedule includes a meeting with {b} in Oslo.", "planned", "Oslo", None),
        ("A meeting planned for Friday between {a} and {b} has been cancelled.", "cancelled", None, "2025-10-24"),
        ("{a} had been due in Oslo on Friday for a meeting with {b}.", "cancelled", "Oslo", "2025-10-24"),
        ("{a} was summoned to State House on Monday for a meeting with {b}.", "done", "State House", "2025-10-20"),
        ("{a} will co-chair the Joint Fish Commission with {b} in Oslo.", "planned", "Oslo", None),
        ("{a} and {b} met each other in Oslo on Monday.", "done", "Oslo", "2025-10-20"),
        ("{a} and {b} looked forward to seeing each other in Oslo.", "planned", "Oslo", None),
        ("{a} was received by {b} in Oslo on Monday.", "done", "Oslo", "2025-10-20"),
    ],
)
def test_what_stands_around_it(text: str, status: str, place: str | None, when: str | None) -> None:
    """Places and days of a journey told before, programmes and what becomes of them."""
    (claim,) = _meetings(text)
    assert ({*claim.who, *claim.with_}, claim.status, claim.place, claim.when) == (_BOTH, status, place, when)
    assert claim.polarity == "positive"


@pytest.mark.parametrize(
    ("text", "place", "when"),
    [
        (
            "The foreign ministers of Kenya and Uganda met in Oslo on Monday. Kenyan Foreign Minister Ana Duarte praised Ugandan Foreign Minister Juho Ota.",
            "Oslo",
            "2025-10-20",
        ),
        (
            "Thai and Cambodian defence ministers will meet in Oslo on Friday. Thailand's Ana Duarte will sit down with her Cambodian counterpart, Juho Ota.",
            "Oslo",
            "2025-10-24",
        ),
    ],
)
def test_office_holders_of_countries_are_those_named_elsewhere(text: str, place: str, when: str) -> None:
    """'The foreign ministers of X and Y' are the people who hold these offices in the text."""
    (claim,) = _meetings(text)
    assert ({*claim.who, *claim.with_}, claim.place, claim.when) == (_BOTH, place, when)


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("{a} denied having met {b}.", "negative"),
        ("{a} ruled out a meeting with {b}.", "negative"),
        ("{a} rejected talks with {b}.", "negative"),
        ("{a} has requested a meeting with {b}.", "positive"),
    ],
)
def test_what_somebody_says_to_a_meeting(text: str, polarity: str) -> None:
    """No is a denial; a wish is none."""
    (claim,) = _meetings(text)
    assert ({*claim.who, *claim.with_}, claim.polarity) == (_BOTH, polarity)


@pytest.mark.parametrize(
    "text",
    [
        "{a} called for talks with {b}.",
        "{a} pushed for a meeting with {b}.",
        "{a} was received at the gate by the district chairperson, Juho Ota.",
        "{a} told a crowd in Oslo that talks with the Unity Party had failed.",
        "{a} will negotiate with the Unity Party.",
        "{a} and Senator Pia Ruiz will sit with her on the panel.",
    ],
)
def test_words_that_tell_of_no_meeting(text: str) -> None:
    """Talks that are only called for, welcomes, months of negotiations."""
    assert _meetings(text) == []


@pytest.mark.parametrize(
    "sequel",
    [
        "{c} sat in on the talks.",
        "{c} was also in the room.",
        "{c} was present.",
        "{c} also took part.",
        "They were joined by {c}.",
    ],
)
def test_who_was_there_too(sequel: str) -> None:
    """A sentence behind the meeting tells of another who took part."""
    (claim,) = _meetings("{a} held talks with {b} in Oslo on Monday. " + sequel)
    assert {*claim.who, *claim.with_} == _ALL


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{a} met {c}, who runs the Fish Bank, over lunch and then spent an hour with {b}.", [{"Eva Lind"}, {"Juho Ota"}]),
        ("{a} spoke by phone with {b}, whom she is to see in Oslo on Friday.", [{"Juho Ota"}, {"Juho Ota"}]),
        ("{a} met {b} in Oslo in March. They have since spoken twice by phone.", [{"Juho Ota"}, {"Juho Ota"}]),
    ],
)
def test_two_meetings(text: str, found: list[set[str]]) -> None:
    """Verbs behind a relative clause, in it and in the next sentence have the same subject."""
    claims = _meetings(text)
    assert [{*claim.who, *claim.with_} - {"Ana Duarte"} for claim in claims] == found
    assert all("Ana Duarte" in (*claim.who, *claim.with_) for claim in claims)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{a} met the agent, Juho Ota, in Oslo.", [_BOTH]),
        ("{a} met the retiring envoy, Juho Ota, in Oslo.", [_BOTH]),
        ("{a} flew to Oslo to see her Chadian counterpart, Juho Ota.", [_BOTH]),
        ("{a} flew to Oslo to see her son, Juho Ota.", []),
        ("{a} will host a luncheon for {b} and {c}.", [_ALL]),
        ("{a} gave an audience to {b} in Oslo.", [_BOTH]),
        ("King Juho Ota agreed to see {a} in Oslo on Friday.", [_BOTH]),
        ("{a} met the President of Chad, Juho Ota, and the Emir of Qatar, Eva Lind, in Oslo.", [_BOTH, {"Ana Duarte", "Eva Lind"}]),
        ("{a} held trilateral talks with the President of Chad, Juho Ota, and the Emir of Qatar, Eva Lind, in Oslo.", [_ALL]),
        ("{a} met {b} in Oslo. It was their third meeting this year.", [_BOTH]),
        ("{a} met {b} this morning and will dine with {c} tonight. They spoke for an hour.", [_BOTH, {"Ana Duarte", "Eva Lind"}]),
        ("{a} will not visit Oslo, and a meeting with {b} has been cancelled.", [_BOTH]),
    ],
)
def test_who_met(text: str, found: list[set[str]]) -> None:
    """Descriptions before a name, guests, people of several countries, counted meetings, meetings joined to a clause."""
    assert sorted([sorted({*claim.who, *claim.with_}) for claim in _meetings(text)]) == sorted(sorted(names) for names in found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{a} met EU ambassadors in Oslo.", {"Ana Duarte", "EU ambassadors"}),
        ("{a} met about forty widows in Oslo.", {"Ana Duarte", "about forty widows"}),
        ("{a} met striking nurses in Oslo.", {"Ana Duarte", "striking nurses"}),
        (
            "{a} met representatives of civil society and the private sector in Oslo.",
            {"Ana Duarte", "representatives of civil society and the private sector"},
        ),
        ("Officials from the ministry met {a} in Oslo.", {"Ana Duarte", "Officials from the ministry"}),
        ("{a} met her Chadian counterpart in Oslo.", {"Ana Duarte", "Chadian counterpart"}),
        ("{a} met the ambassador in Chad, Juho Ota, in Oslo.", _BOTH),
        ("{a} and her Chadian counterpart Juho Ota signed. The two ministers talked for an hour in Oslo.", _BOTH),
        ("{a}, {b} and {c} will be in Oslo. They will meet farmers in Oslo.", {*_ALL, "farmers"}),
    ],
)
def test_groups_and_who_they_are(text: str, found: set[str]) -> None:
    """Groups as they are described, without the place; those named a sentence before."""
    (claim,) = _meetings(text)
    assert ({*claim.who, *claim.with_}, claim.place) == (found, "Oslo")


def test_a_day_that_owns_the_meeting() -> None:
    """'called off Thursday's meeting' has the Thursday."""
    (claim,) = _meetings("{a} has called off Friday's meeting with {b}.")
    assert (claim.status, claim.when) == ("cancelled", "2025-10-24")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{a} called on {b} at the presidential palace on Monday.", "presidential palace"),
        ("{a} received a courtesy call from {b} at the royal residence in Oslo.", "royal residence, Oslo"),
        ("{a} exchanged views with {b} on fish in Oslo.", "Oslo"),
    ],
)
def test_houses_without_a_name(text: str, place: str) -> None:
    """A palace is where they met, named or not; a courtesy call is none by telephone."""
    (claim,) = _meetings(text)
    assert ({*claim.who, *claim.with_}, claim.place, claim.medium) == (_BOTH, place, None)


@pytest.mark.parametrize(
    ("text", "status", "place", "when"),
    [
        ("A meeting of foreign ministers of the Andean Community has been moved from Quito to Lima.", "planned", "Lima", None),
        ("The meeting of foreign ministers of the Andean Community will be held in Lima on 30 October.", "planned", "Lima", "2025-10-30"),
        ("The meeting of foreign ministers of the Andean Community has been postponed.", "postponed", None, None),
        ("A meeting of the trade ministers of Peru, Chile and Kenya set for Friday was called off.", "cancelled", None, "2025-10-24"),
    ],
)
def test_what_becomes_of_a_gathering(text: str, status: str, place: str | None, when: str | None) -> None:
    """A meeting of people whom nobody names is told by what becomes of it."""
    (claim,) = _meetings(text)
    assert (claim.status, claim.place, claim.when) == (status, place, when)


@pytest.mark.parametrize(
    "text", ["A meeting of finance ministers was full of quarrels.", "The idea of a meeting of finance ministers fell flat."]
)
def test_no_gathering(text: str) -> None:
    """Of a gathering nothing is told where nothing became of it."""
    assert not _meetings(text)


def test_where_those_who_meet_come_from() -> None:
    """'A of Chile and B of Kenya' are two people, and the place that it is not stays out."""
    (claim,) = _meetings("The talks between Ana Duarte of Chile and Juho Ota of Kenya will take place in Lima, not Quito, on Friday.")
    assert ({*claim.who, *claim.with_}, claim.place, claim.when) == (_BOTH, "Lima", "2025-10-24")


@pytest.mark.parametrize(
    ("text", "who", "status", "place", "when"),
    [
        (
            "The shareholders' meeting, planned for 24 October, has been put back to 27 November.",
            "shareholders",
            "postponed",
            None,
            "2025-11-27",
        ),
        ("The annual meeting of shareholders will be held in Lima on 27 November.", "shareholders", "planned", "Lima", "2025-11-27"),
        ("Next week's Lake Union summit in Quito has been put off.", "Lake Union", "postponed", "Quito", None),
        ("The African Union has cancelled its summit in Lima.", "African Union", "cancelled", "Lima", None),
        ("The Lake Union's leaders have put off their Quito meeting.", "Lake Union's leaders", "postponed", "Quito", None),
    ],
)
def test_what_becomes_of_the_gathering_of_a_body(text: str, who: str, status: str, place: str | None, when: str | None) -> None:
    """The body or the people stand for those who come."""
    (claim,) = _meetings(text)
    assert (claim.who, claim.status, claim.place, claim.when) == ((who,), status, place, when)


@pytest.mark.parametrize(
    "text",
    [
        "The Lake Union summit in Lima was a success.",
        "The committee has postponed a vote on the summit.",
        "A meeting of minds will be needed on Friday.",
        "Tickets for the conference of the Lake Union went on sale.",
    ],
)
def test_no_gathering_of_a_body(text: str) -> None:
    """Praise and what belongs to a gathering tell nothing of it."""
    assert not _meetings(text)
