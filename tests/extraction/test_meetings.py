"""Meetings as single sentences tell them: who with whom, in which state, where, when, about what; and sentences that tell of none."""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch.claims.build import extract_claims
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings import find
from factwatch.extraction.meetings.topics import split_topics
from factwatch.extraction.passage import read_passage
from factwatch.extraction.phrases import Node
from factwatch.model.claim import MeetingClaim
from factwatch.model.text import Document


def findings(text: str) -> list[Finding]:
    return find(read_passage(Document(text=text, published=dt.date(2025, 10, 22))))


def parties(nodes: list[Node]) -> list[str]:
    return [node.name or node.text for node in nodes]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Minister Duarte met King Ota.", "done"),
        ("Minister Duarte will meet with King Ota.", "planned"),
        ("Minister Duarte spoke by phone with King Ota.", "done"),
        ("Minister Duarte phoned King Ota.", "done"),
        ("Minister Duarte held talks with King Ota.", "done"),
        ("Minister Duarte cancelled a meeting with King Ota.", "cancelled"),
        ("Minister Duarte will no longer meet King Ota.", "cancelled"),
        ("Minister Duarte's meeting with King Ota will not go ahead.", "cancelled"),
        ("Minister Duarte postponed talks with King Ota.", "postponed"),
        ("Minister Duarte was to have met King Ota.", "cancelled"),
        ("Minister Duarte received King Ota in Oslo.", "done"),
        ("Minister Duarte paid a visit to Rome to meet King Ota.", "done"),
        ("Minister Duarte called on King Ota.", "done"),
        ("Minister Duarte spent an hour with King Ota.", "done"),
        ("Minister Duarte discussed fishing with King Ota.", "done"),
        ("Minister Duarte's talks with King Ota ended on Monday.", "done"),
        ("Talks between Minister Duarte and King Ota ended on Monday.", "done"),
        ("Minister Duarte arrived in Oslo for talks with King Ota.", "done"),
        ("Minister Duarte flew to Oslo to meet King Ota.", "done"),
        ("Minister Duarte met King Ota on the sidelines of the Ocean Summit.", "done"),
        ("Minister Duarte will meet King Ota and lead the delegation.", "planned"),
        ("The king flew in yesterday and Minister Duarte is holding talks with King Ota.", "underway"),
        ("Minister Duarte is holding talks with King Ota on Friday.", "planned"),
    ],
)
def test_a_meeting_has_its_parties_and_its_state(text: str, status: str) -> None:
    """Verbs of meeting, holding, receiving and calling, and nouns with an owner, each tell who meets whom."""
    (finding,) = findings(text)
    assert (parties(finding.who), parties(finding.other), finding.status) == (["Duarte"], ["Ota"], status)
    assert not finding.negative


@pytest.mark.parametrize(
    "text",
    [
        "Minister Duarte met the deadline.",
        "The plan met resistance.",
        "Minister Duarte met.",
        "Will Minister Duarte meet King Ota?",
        "If Minister Duarte meets King Ota, the deal is done.",
        "Minister Duarte would have met King Ota.",
        "Minister Duarte can meet King Ota.",
        "Minister Duarte spoke to reporters.",
        "Minister Duarte spoke about King Ota.",
        "Minister Duarte called on the government to act.",
        "Minister Duarte received the letter.",
        "Minister Duarte saw Oslo.",
        "Minister Duarte rang in the new year.",
        "Minister Duarte held a banner with her name.",
        "Minister Duarte spent an hour in Oslo.",
        "The law should meet the needs of King Ota.",
        "The meeting ended.",
        "Presidents Duarte and Berg spoke too.",
    ],
)
def test_other_sentences_tell_of_no_meeting(text: str) -> None:
    """Questions, conditions, other senses of the verbs and meetings without a partner give nothing."""
    assert findings(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Minister Duarte and King Ota met in Oslo.", ["Duarte", "Ota"]),
        ("The two leaders met in Oslo.", ["The two leaders"]),
        ("Presidents Duarte and Berg talked in Oslo.", ["Presidents Duarte and Berg"]),
        ("Presidents Duarte and Berg spoke for an hour in Oslo.", ["Presidents Duarte and Berg"]),
        ("The foreign ministers of Peru and Mali met in Oslo.", ["The foreign ministers of Peru and Mali"]),
    ],
)
def test_several_subjects_meet_each_other(text: str, who: list[str]) -> None:
    """A plural subject needs no partner."""
    (finding,) = findings(text)
    assert (parties(finding.who), finding.other) == (who, [])


@pytest.mark.parametrize(
    "text",
    [
        "Minister Duarte met in Oslo.",
        "The crowd met in Oslo.",
        "Minister Duarte talked in Oslo.",
        "Minister Duarte and King Ota met the deadline.",
    ],
)
def test_one_subject_or_an_object_that_is_no_party_is_no_meeting(text: str) -> None:
    """Nobody meets himself, and no two people meet a deadline."""
    assert findings(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On 12 May Duarte will meet King Ota in Oslo and two days later with Minister Ruiz.", "12 May"),
        ("Duarte will meet King Ota in Oslo on 14 May with Minister Ruiz.", "14 May"),
    ],
)
def test_the_day_of_a_verb_left_out_is_not_that_of_the_meeting_before(text: str, day: str) -> None:
    """'met A and two days later with B': the two days belong to B."""
    (finding, *_) = findings(text)
    assert finding.when is not None
    assert finding.when.text == day


def test_place_day_and_topics_belong_to_the_meeting() -> None:
    """'in X on DAY to discuss A and B' is where, when and about what."""
    (finding,) = findings("Minister Duarte met King Ota in Oslo on Monday to discuss trade and fishing.")
    assert isinstance(finding.place, Node)
    assert finding.when is not None
    assert (finding.place.text, finding.when.text, finding.topics) == ("Oslo", "Monday", ["trade", "fishing"])


def test_place_and_day_of_a_topic_are_not_the_meetings() -> None:
    """What is discussed happens elsewhere and later."""
    (finding,) = findings("Minister Duarte and King Ota discussed the elections in Chad next month.")
    assert finding.place is None
    assert finding.when is None


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Minister Duarte phoned King Ota.", "call"),
        ("Minister Duarte spoke by phone with King Ota.", "call"),
        ("Minister Duarte held a video call with King Ota.", "call"),
        ("Minister Duarte met King Ota.", None),
        ("Minister Duarte held talks with King Ota.", None),
        ("Minister Duarte paid a call on King Ota and held talks with King Ota.", None),
    ],
)
def test_a_call_is_told_from_a_meeting_in_person(text: str, medium: str | None) -> None:
    """Telephones and video make a call; other words do not."""
    assert {finding.medium for finding in findings(text)} == {medium}


def test_a_denied_meeting_is_marked() -> None:
    """'did not meet' keeps the parties and is negative."""
    (finding,) = findings("Minister Duarte did not meet King Ota.")
    assert (parties(finding.other), finding.negative) == (["Ota"], True)


def test_the_event_on_whose_sidelines_they_met_is_kept() -> None:
    """'on the sidelines of X' names the event, and is no topic."""
    (finding,) = findings("Minister Duarte met King Ota on the sidelines of the Ocean Summit.")
    assert (finding.event, finding.topics) == ("Ocean Summit", [])


@pytest.mark.parametrize(
    ("words", "topics"),
    [
        ("trade", ["trade"]),
        ("trade, fishing and the border", ["trade", "fishing", "border"]),
        ("ways to boost trade", ["trade"]),
        ("the country's energy sector as well as their debt", ["energy sector", "debt"]),
        ("", []),
        (" , ", []),
        ("the one two three four five six seven eight nine ten eleven twelve thirteen", []),
    ],
)
def test_topics_are_short_noun_phrases(words: str, topics: list[str]) -> None:
    """Lists are taken apart, empty openings dropped, and what is too long for a topic is left out."""
    assert split_topics(words) == topics


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Minister Duarte met business leaders in Oslo.", ["business leaders"]),
        ("Minister Duarte met members of the diaspora on Monday.", ["members of the diaspora"]),
        ("Minister Duarte met farmers' associations from Alta.", ["farmers' associations from Alta"]),
        ("Minister Duarte met the heads of the Nordic and Baltic bodies.", ["the heads of the Nordic and Baltic bodies"]),
        ("Minister Duarte met hauliers stranded at the border.", ["hauliers"]),
        ("Minister Duarte met the bank's largest shareholder, the investor Ota Berg.", ["Ota Berg"]),
        ("Minister Duarte met King Ota, who leads the bloc, and Queen Ida.", ["Ota", "Ida"]),
        ("Minister Duarte met King Ota together with Queen Ida.", ["Ota", "Ida"]),
        ("Minister Duarte, accompanied by Minister Falk, met King Ota.", ["Ota", "Falk"]),
        ("Minister Duarte received at the Royal Palace this morning King Ota.", ["Ota"]),
        ("Minister Duarte received a delegation of growers led by Minister Falk.", ["a delegation of growers", "Falk"]),
        ("Minister Duarte paid a courtesy call on King Ota.", ["Ota"]),
        ("Minister Duarte called King Ota on Monday.", ["Ota"]),
        ("Minister Duarte briefed King Ota on the plan.", ["Ota"]),
        ("Minister Duarte joined King Ota and Queen Ida for talks in Oslo.", ["Ota", "Ida"]),
        ("Minister Duarte held a round table with pension funds.", ["pension funds"]),
    ],
)
def test_parties_are_all_that_the_phrase_names(text: str, other: list[str]) -> None:
    """Groups keep what says which one; companions count; relative clauses and asides are passed over."""
    (finding,) = findings(text)
    assert (parties(finding.who), parties(finding.other)) == (["Duarte"], other)


@pytest.mark.parametrize(
    "text",
    [
        "Minister Duarte should meet King Ota.",
        "Minister Duarte met his wife in 1982.",
        "Minister Duarte called King Ota a liar.",
        "Minister Duarte briefed reporters.",
        "Minister Duarte was received at Oslo airport by Minister Falk.",
        "The football team meets Minister Duarte's side on Sunday.",
        "Talks with the bank were well advanced.",
        "Minister Duarte attends a meeting of finance ministers.",
    ],
)
def test_what_is_no_meeting_of_two_sides(text: str) -> None:
    """Opinions, life, abuse, the press, welcomes, fixtures and states of talks give nothing."""
    assert findings(text) == []


@pytest.mark.parametrize(
    ("text", "status", "when"),
    [
        ("A meeting between King Ota and Queen Ida was cancelled.", "cancelled", None),
        ("A meeting between King Ota and Queen Ida, originally planned for Monday, has been pushed back to Friday.", "postponed", "Friday"),
        ("King Ota's meeting with Queen Ida has been moved to Friday.", "planned", "Friday"),
        ("A meeting between King Ota and Queen Ida is scheduled for Friday.", "planned", "Friday"),
        ("A meeting between King Ota and Queen Ida took place on Monday.", "done", "Monday"),
        ("Talks between King Ota and Queen Ida will resume on Friday.", "planned", "Friday"),
        ("King Ota flew home ahead of talks with Queen Ida on Friday.", "planned", "Friday"),
        ("King Ota postponed talks with Queen Ida until Friday.", "postponed", "Friday"),
        ("Last month, following a meeting between King Ota and Queen Ida in Oslo, the border reopened.", "done", "Last month"),
    ],
)
def test_the_predicate_tells_how_a_meeting_stands(text: str, status: str, when: str | None) -> None:
    """A meeting that is the subject is off, put off, moved, planned or done as its verb says; the new day is its day."""
    (finding,) = [item for item in findings(text) if item.other]
    assert (finding.status, finding.when.text if finding.when is not None else None) == (status, when)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Minister Duarte met King Ota at State House in Oslo.", "State House, Oslo"),
        ("Minister Duarte met King Ota at the Apostolic Palace.", "Apostolic Palace"),
        ("Minister Duarte met King Ota at the Ministry's offices in Oslo.", "Oslo"),
        ("Minister Duarte will travel to Oslo in May, when he will meet King Ota.", "Oslo"),
        ("Minister Duarte met King Ota at the weekend.", None),
    ],
)
def test_houses_are_places(text: str, place: str | None) -> None:
    """A house counts with its town, where the text names both."""
    (finding,) = findings(text)
    assert (finding.place.name if isinstance(finding.place, Node) else finding.place) == place


def test_separate_talks_are_several_meetings() -> None:
    """'held separate talks with A and B' tells of two."""
    found = findings("Minister Duarte held separate talks with King Ota and Queen Ida.")
    assert [parties(finding.other) for finding in found] == [["Ota"], ["Ida"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Duarte will meet King Ota on Monday and Envoy Lind on Tuesday.", [("Ota", "Monday"), ("Lind", "Tuesday")]),
        ("Minister Duarte met King Ota in Oslo and Envoy Lind in Rome.", [("Ota", None), ("Lind", None)]),
        (
            "Minister Duarte will meet King Ota on Monday, Envoy Lind on Tuesday and Queen Ada the day after.",
            [("Ota", "Monday"), ("Lind", "Tuesday"), ("Ada", "the day after")],
        ),
        # one meeting
        ("Minister Duarte will meet King Ota and Envoy Lind on Tuesday.", [("Ota", "Tuesday")]),
        ("Minister Duarte will meet King Ota on Monday and Envoy Lind will leave on Tuesday.", [("Ota", "Monday")]),
        ("Minister Duarte will meet King Ota on Monday and Tuesday.", [("Ota", "Monday and Tuesday")]),
    ],
)
def test_each_party_may_have_a_day_of_its_own(text: str, expected: list[tuple[str, str | None]]) -> None:
    """A party with its own day or place behind 'and' is met apart."""
    assert [(parties(item.other)[0], item.when.text if item.when else None) for item in findings(text)] == expected


def test_what_is_denied_is_negative() -> None:
    """'denied that he would meet X' tells of no meeting to come."""
    (finding,) = findings("The ministry denied on Thursday that Minister Duarte would meet King Ota.")
    assert finding.negative


def test_several_who_speak_after_talks_met_each_other() -> None:
    """'A and B said after talks in Oslo' tells of talks between A and B."""
    (finding,) = findings("Minister Duarte and King Ota said after talks in Oslo on Monday that the bridge would be built.")
    assert parties(finding.who) == ["Duarte", "Ota"]


@pytest.mark.parametrize(
    ("words", "day"),
    [("from Friday to Monday", "2025-07-07"), ("from 3 July to 8 July", "2025-07-08"), ("from Thursday to Saturday", "2025-07-05")],
)
def test_a_meeting_moved_from_one_day_to_another_is_on_the_other(words: str, day: str) -> None:
    """Two days that read like one stretch: the second is the new day."""
    text = f"President Ana Lobo's talks with Premier Ida Lund have been moved {words}."
    claims = extract_claims(Document(text=text, published=dt.date(2025, 7, 2))).claims
    assert [(claim.when, claim.status) for claim in claims if isinstance(claim, MeetingClaim)] == [(day, "planned")]


@pytest.mark.parametrize(
    ("text", "status", "place", "when"),
    [
        ("A meeting between Hana Ruiz and King Ota has been moved from Rome to Paris.", "planned", "Paris", None),
        ("Hana Ruiz's talks with King Ota have been relocated to Lima.", "planned", "Lima", None),
        ("Organisers moved the meeting between Hana Ruiz and King Ota to Lima.", "planned", "Lima", None),
        ("Officials called off talks between Hana Ruiz and King Ota.", "cancelled", None, None),
        ("Hana Ruiz pulled out of a meeting with King Ota.", "cancelled", None, None),
        ("Hana Ruiz withdrew from talks with King Ota planned for Friday in Lima.", "cancelled", "Lima", "2025-10-24"),
        ("Hana Ruiz walked out of talks with King Ota.", "done", None, None),
        ("Talks between Hana Ruiz and King Ota, due to be held on Friday, were delayed until Monday.", "postponed", None, "2025-10-27"),
        ("Hana Ruiz was due to meet King Ota on Friday, but the talks were called off.", "cancelled", None, "2025-10-24"),
        ("Hana Ruiz will meet King Ota in Rome on Friday. The meeting was moved to Lima.", "planned", "Lima", "2025-10-24"),
        ("Hana Ruiz will meet King Ota in Rome on Friday. The meeting will now take place on Monday.", "planned", "Rome", "2025-10-27"),
        ("Hana Ruiz was to have met King Ota on Friday. That meeting will now be held on Monday.", "postponed", None, "2025-10-27"),
        ("Hana Ruiz and King Ota will meet a day later than planned, on 30 October.", "planned", None, "2025-10-30"),
        ("Hana Ruiz met King Ota in the French capital.", "done", "Paris", None),
        ("Hana Ruiz met King Ota in the Kenyan capital, Nairobi, on Monday.", "done", "Nairobi", "2025-10-20"),
        ("Hana Ruiz will meet King Ota in Ghana's capital.", "planned", "Accra", None),
    ],
)
def test_a_meeting_that_has_been_moved_or_is_off(text: str, status: str, place: str | None, when: str | None) -> None:
    """What becomes of a plan is told by verbs of change, of the meeting or of whoever was to come."""
    claims = extract_claims(Document(text=text, published=dt.date(2025, 10, 22))).claims
    (meeting,) = [claim for claim in claims if isinstance(claim, MeetingClaim)]
    assert (meeting.status, meeting.place, meeting.when) == (status, place, when)


def test_a_meeting_due_to_be_held_that_was_called_off() -> None:
    """The counterpart's name in commas parts the plan from what became of it."""
    (finding,) = findings("The talks between Minister Duarte and her Thai counterpart, Ota Sak, due to be held in Rome, were called off.")
    assert (parties(finding.who), parties(finding.other), finding.status) == (["Duarte"], ["Ota Sak"], "cancelled")
