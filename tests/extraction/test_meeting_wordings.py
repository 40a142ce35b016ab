"""Meetings in the ways in which reporters tell them: who, where, when and in what state; and what is none."""

from __future__ import annotations

from datetime import date

import pytest

from factwatch import extract
from factwatch.model.claim import MeetingClaim

_PUBLISHED = date(2025, 10, 22)  # a Wednesday
_NAMES = {
    "{a}": "Foreign Minister Ana Duarte",
    "{b}": "Ghanaian President Juho Ota",
    "{c}": "Fijian Trade Minister Mele Tupou",
}
_PEOPLE = {"a": "Ana Duarte", "b": "Juho Ota", "c": "Mele Tupou"}
_MONDAY, _FRIDAY = "2025-10-20", "2025-10-24"


def _meetings(text: str) -> list[MeetingClaim]:
    for slot, name in _NAMES.items():
        text = text.replace(slot, name)
    return [claim for claim in extract(text, published=_PUBLISHED).claims if isinstance(claim, MeetingClaim)]


def _told(who: str) -> set[str]:
    return {_PEOPLE.get(name, name) for name in who.split(" + ")}


@pytest.mark.parametrize(
    ("text", "who", "place", "when", "status"),
    [
        # those who meet are told by office or country alone
        ("Negotiators from Chile and Peru will meet in Oslo on Friday.", "Negotiators from Chile and Peru", "Oslo", _FRIDAY, "planned"),
        ("Chilean and South African officials met in Oslo on Monday.", "Chilean and South African officials", "Oslo", _MONDAY, "done"),
        ("The Chilean and Peruvian sides met in Oslo on Monday.", "Chile + Peru", "Oslo", _MONDAY, "done"),
        ("Nordic trade ministers will convene in Oslo on Friday.", "Nordic trade ministers", "Oslo", _FRIDAY, "planned"),
        ("Ministers from Chile and Peru gathered in Oslo on Monday.", "Ministers from Chile and Peru", "Oslo", _MONDAY, "done"),
        ("The audit board meets in Oslo on Friday.", "audit board", "Oslo", _FRIDAY, "planned"),
        # told from the other side
        ("{a} was briefed by Mele Tupou, director of the Fish Fund, in Oslo on Monday.", "a + c", "Oslo", _MONDAY, "done"),
        ("{a} received a phone call on Monday from {b}.", "a + b", None, _MONDAY, "done"),
        ("Talks in Oslo on Monday brought together {a} and {b}.", "a + b", "Oslo", _MONDAY, "done"),
        ("{a} and {b} were brought together in Oslo on Monday by {c}.", "a + b + c", "Oslo", _MONDAY, "done"),
        ("{a} came face to face with {b} in Oslo on Monday.", "a + b", "Oslo", _MONDAY, "done"),
        ("{a} summoned Ghanaian ambassador Juho Ota on Monday.", "a + b", None, _MONDAY, "done"),
        ("{a} has summoned Ghanaian ambassador Juho Ota for Friday.", "a + b", None, _FRIDAY, "planned"),
        ("{a} gave a dinner in honour of {b} in Oslo on Monday.", "a + b", "Oslo", _MONDAY, "done"),
        ("{a} caught up with {b} in Oslo on Monday.", "a + b", "Oslo", _MONDAY, "done"),
        ("{a} used a meeting with {b} in Oslo on Monday to press for quotas.", "a + b", "Oslo", _MONDAY, "done"),
        ("{a} and {c} co-chaired the third session of the fish commission in Oslo on Monday.", "a + c", "Oslo", _MONDAY, "done"),
        ("Talks are under way in Oslo between {a} and {b}.", "a + b", "Oslo", None, "underway"),
        ("Talks between {a} and {b} broke down on Monday.", "a + b", None, _MONDAY, "done"),
        (
            "The Dockworkers' Federation is to meet Tamarind Foods management on Friday.",
            "Dockworkers' Federation + Tamarind Foods management",
            None,
            _FRIDAY,
            "planned",
        ),
        ("The following is a readout of {a}'s call with {b} on Monday.", "a + b", None, _MONDAY, "done"),
        # the day and the place of what is said then
        ("{a} made the pledge on Monday in Oslo when she met {b}.", "a + b", "Oslo", _MONDAY, "done"),
        ("{a} was speaking in Oslo on Monday after she met {b}.", "a + b", "Oslo", _MONDAY, "done"),
        # those of the clause were at the meeting
        ("At a meeting in Oslo on Monday, {a} and {b} agreed to resume flights.", "a + b", "Oslo", _MONDAY, "done"),
        ("Following their meeting in Oslo on Monday, {a} and {b} issued a statement.", "a + b", "Oslo", _MONDAY, "done"),
        ("{a} and {b} will hold a press conference after their talks in Oslo on Friday.", "a + b", "Oslo", _FRIDAY, "planned"),
        ("{a} and {b} return to talks in Oslo on Friday.", "a + b", "Oslo", _FRIDAY, "planned"),
        ("{b} assured {a} of support during their talks in Oslo on Monday.", "a + b", "Oslo", _MONDAY, "done"),
        ("During the meeting in Oslo on Monday, {a} told {b} that the truce must hold.", "a + b", "Oslo", _MONDAY, "done"),
        ("{a} told reporters on Monday, after meeting {b}, that a deal was near.", "a + b", None, _MONDAY, "done"),
        ("{a} and {b}, meeting in Oslo on Monday, agreed to restore ties.", "a + b", "Oslo", _MONDAY, "done"),
        ("{a}, {b} and {c}, gathered in Oslo on Monday, agreed to pool their fish.", "a + b + c", "Oslo", _MONDAY, "done"),
        ("{a} hosted {b} on Monday. The two discussed quotas over lunch.", "a + b", None, _MONDAY, "done"),
        ("{a} and {b} had a long exchange on quotas in Oslo on Monday.", "a + b", "Oslo", _MONDAY, "done"),
        ("A four-member team led by {b} arrived in Oslo on Monday and met {a}.", "a + b", "Oslo", _MONDAY, "done"),
        ("{a} spent two hours on Monday with {b} in Oslo.", "a + b", "Oslo", _MONDAY, "done"),
        ("{a} held talks with owner Mele Tupou in Oslo on Monday.", "a + c", "Oslo", _MONDAY, "done"),
        ("{a} is slated to hold parleys with {b} in Oslo on Friday.", "a + b", "Oslo", _FRIDAY, "planned"),
        # who speaks for the sides, who chairs
        ("A meeting chaired by {a} and attended by {b} was held in Oslo on Monday.", "a + b", "Oslo", _MONDAY, "done"),
        ("The meeting in Oslo on Monday of {a}, {b} and {c} ended without a deal.", "a + b + c", "Oslo", _MONDAY, "done"),
        ("The Chilean side was led by {a} and the Ghanaian by {b} at the talks in Oslo on Monday.", "a + b", "Oslo", _MONDAY, "done"),
        (
            "Deputy fish ministers of Chile and Ghana met in Oslo on Monday. The Chilean side was led by {a}, the Ghanaian by {b}.",
            "a + b",
            "Oslo",
            _MONDAY,
            "done",
        ),
        ("{a}'s visit to Oslo, during which she met {b}, ended in May.", "a + b", "Oslo", None, "done"),
        (
            "Chile was represented at the talks in Oslo on Monday by {a} and Ghana by {b}.",
            "a + b",
            "Oslo",
            _MONDAY,
            "done",
        ),
        # a stray comma behind the subject, another meeting behind the verb
        ("Foreign Minister Ana Duarte, met with {b} in Oslo on Monday.", "a + b", "Oslo", _MONDAY, "done"),
        ("{a} spoke by phone with her Ghanaian counterpart President Juho Ota on Monday.", "a + b", None, _MONDAY, "done"),
        ("{a} arrived in Oslo on Tuesday evening for Friday's talks with {b}.", "a + b", "Oslo", _FRIDAY, "planned"),
        ("{a} on Tuesday abruptly cancelled her meeting with {b} set for Friday.", "a + b", None, _FRIDAY, "cancelled"),
        ("{a} has scrapped plans for a meeting with {b} on Friday.", "a + b", None, _FRIDAY, "cancelled"),
        ("{a} meets with {b} at State House on October 20, 2025.", "a + b", "State House", _MONDAY, "done"),
        ("{a} and {b} held a business meeting in Oslo on Monday.", "a + b", "Oslo", _MONDAY, "done"),
        ("{a} received in audience His Excellency, Mister Juho Ota, President of Ghana, on Monday.", "a + b", None, _MONDAY, "done"),
        ("{a} welcomed {b} in Oslo on Monday. During the meeting, she spoke about quotas.", "a + b", "Oslo", _MONDAY, "done"),
        ("Nordic Council (NC) leaders met in Oslo on Monday.", "Nordic Council (NC) leaders", "Oslo", _MONDAY, "done"),
        ("{a} met Mwale officials in Oslo on Monday.", "a + Mwale officials", "Oslo", _MONDAY, "done"),
        ("{a} met {b} in Oslo on Tuesday. “I met {b} today,” Duarte said.", "a + b", "Oslo", "2025-10-21", "done"),
        ("The minister was in Oslo.A day later {a} met {b} in Lima on Monday.", "a + b", "Lima", _MONDAY, "done"),
        # those who are told by an office, or as peers, with the name right behind
        ("{a} met the trade envoy to Peru Sione Tupou in Oslo on Monday.", "a + Sione Tupou", "Oslo", _MONDAY, "done"),
        ("{a} met her peers from Peru and Chile, Sione Tupou and Juho Ota, on Monday.", "a + b + Sione Tupou", None, _MONDAY, "done"),
        (
            "{a} met Nordic officials and a Houthi leader in Oslo on Monday.",
            "a + Nordic officials + Houthi leader",
            "Oslo",
            _MONDAY,
            "done",
        ),
        ("{a} and {b} on Monday jointly chaired a meeting between their delegations in Oslo.", "a + b", "Oslo", _MONDAY, "done"),
        ("{a} had an audience of King Juho Ota in Oslo on Monday.", "a + b", "Oslo", _MONDAY, "done"),
        ("{a} is in Oslo. Her first meeting on Monday was with {b}.", "a + b", "Oslo", _MONDAY, "done"),
        ("The meeting held on Monday between {a} and {b} ended in deadlock.", "a + b", None, _MONDAY, "done"),
        ("The talks between {a} and {b}, which took place on Monday in Oslo, yielded little.", "a + b", "Oslo", _MONDAY, "done"),
        ("{a} will engage senior officials on quotas in Oslo on Friday.", "a + senior officials", "Oslo", _FRIDAY, "planned"),
        ("{a} exchanged views with {b} on Monday on the prospects for peace in Yemen.", "a + b", None, _MONDAY, "done"),
        ("{c} accompanied {a} in talks with {b} on Monday.", "a + b", None, _MONDAY, "done"),
        ("{a} meets {b}. {a} met {b} in Oslo on Monday.", "a + b", "Oslo", _MONDAY, "done"),
        ("{a}, who said she was due later on Friday to hold talks with {b}, smiled.", "a + b", None, _FRIDAY, "planned"),
        # the same events in further words of everyday news
        ("{a} said she had the honour on Monday to meet {b} in Oslo.", "a + b", "Oslo", _MONDAY, "done"),
        ("It follows the talks that {a} held with {b} in Oslo on Monday.", "a + b", "Oslo", _MONDAY, "done"),
        ("High on the agenda is a meeting on Friday, in Oslo, between {a} and {b}.", "a + b", "Oslo", _FRIDAY, "planned"),
        ("Chile and Peru have agreed to share quotas during talks in Oslo between {a} and {b}.", "a + b", "Oslo", None, "done"),
        ("{a} will meet, among others, Nordic ministers in Oslo on Friday.", "a + Nordic ministers", "Oslo", _FRIDAY, "planned"),
        ("{a} will meet the Fijian diaspora in Oslo on Friday.", "a + Fijian diaspora", "Oslo", _FRIDAY, "planned"),
        ("{a} will pay a courtesy call on His Excellency, President Juho Ota in Oslo on Friday.", "a + b", "Oslo", _FRIDAY, "planned"),
        ("Chilean and Peruvian commanders will meet in Oslo on Friday.", "Chilean and Peruvian commanders", "Oslo", _FRIDAY, "planned"),
        ("{a} will receive an audience with King Juho Ota in Oslo on Friday.", "a + b", "Oslo", _FRIDAY, "planned"),
        ("{a} held Compact talks with {b} in Oslo on Monday.", "a + b", "Oslo", _MONDAY, "done"),
        ("{a} held an Oslo meeting with {b} on Monday.", "a + b", None, _MONDAY, "done"),
        ("The plan is a follow-up to {a}'s meeting with {b} in Oslo in May 2023.", "a + b", "Oslo", "2023-05", "done"),
        ("{a} gave an audience at Elm Palace on Monday to {b}.", "a + b", "Elm Palace", _MONDAY, "done"),
        ("{a} will host a dinner at Elm Palace on Friday for {b}.", "a + b", "Elm Palace", _FRIDAY, "planned"),
        ("{a} held talks at the Akorda on Monday with {b}.", "a + b", "Akorda", _MONDAY, "done"),
        (
            "{a} received in her office on Monday a delegation from the Fish Council.",
            "a + delegation from the Fish Council",
            None,
            _MONDAY,
            "done",
        ),
        ("{a} met {b} in the federal capital Islamabad on Monday.", "a + b", "Islamabad", _MONDAY, "done"),
        (
            "Accompanied by Sione Tupou, {a} met {b} in Oslo on Monday. {a} met {b} on Monday, they said.",
            "a + b + Sione Tupou",
            "Oslo",
            _MONDAY,
            "done",
        ),
        (
            "The leadership of the Fishers' Union met {a} in Oslo on Monday.",
            "leadership of the Fishers' Union + a",
            "Oslo",
            _MONDAY,
            "done",
        ),
        ("Around 40 families of the victims met {a} in Oslo on Monday.", "Around 40 families of the victims + a", "Oslo", _MONDAY, "done"),
        (
            "{a} met {b} in Oslo on Monday. Duarte received Ota at the presidential mansion.",
            "a + b",
            "presidential mansion",
            _MONDAY,
            "done",
        ),
        ("A meeting {a} was to have held with {b} on Friday has been shelved.", "a + b", None, _FRIDAY, "cancelled"),
        ("{a} met {b} in Oslo; Sione Tupou stayed away.", "a + b", "Oslo", None, "done"),
        ("{a} met {b}, the finance chief; Ghanaian bishop Sione Tupou; and {c}.", "a + b + c + Sione Tupou", None, None, "done"),
        ("{a} described as fruitful the meeting held on Monday with {b}.", "a + b", None, _MONDAY, "done"),
        ("Foreign Minister Ana Duarte, held a meeting with {b} on Monday and flew home.", "a + b", None, _MONDAY, "done"),
        ("{a} held a summit telephone talk with {b} on Monday.", "a + b", None, _MONDAY, "done"),
        ("{a} met delegates of the Fish Council in Oslo, Norway, on Monday.", "a + delegates of the Fish Council", "Oslo", _MONDAY, "done"),
        # houses without a name
        ("{a} met {b} at the president's country residence on Monday.", "a + b", "president's country residence", _MONDAY, "done"),
        ("{a} met {b} at the foreign ministry in Oslo on Monday.", "a + b", "foreign ministry, Oslo", _MONDAY, "done"),
    ],
)
def test_a_meeting_is_told(text: str, who: str, place: str | None, when: str | None, status: str) -> None:
    """One meeting, with those who take part, its place, its day and its state."""
    (claim,) = _meetings(text)
    assert {*claim.who, *claim.with_} == _told(who)
    assert (claim.place, claim.when, claim.status) == (place, when, status)


@pytest.mark.parametrize(
    "text",
    [
        "The audit board meets every Friday.",
        "The film brings together Ana Duarte and Juho Ota.",
        "Norway meet Chile in Oslo on Friday.",
        "Residents gathered in Oslo on Monday.",
        "Norway and Chile will co-chair the fish body.",
        "A committee gathered evidence in Oslo on Monday.",
        "{a} attended a meeting of Nordic trade ministers.",
        "{a} summoned help on Monday.",
        "{a} hosted {b} on Monday.",
        "Norway and Chile voted for the resolution after talks in Oslo.",
        "Journalists were briefed by {a} on Monday.",
        "{c} believes a meeting between {a} and {b} would help.",
        "{a} and {b} met at school.",
        "{a} and {b} spoke for the bill on Monday.",
        "{a} welcomed {b} at the airport on Monday. The band played.",
        "Ana Duarte meets Mele Tupou in the second round of the Open on Friday.",
        "{a} met her husband, Sione Tupou, at university.",
        "{a} and {b} said in Oslo that they were against talks.",
        "{a} and {b} spoke at a rally in Oslo on Monday.",
        "{a} used her speech in Oslo to press {b} for quotas.",
        "{a} suggested that {b} and {c} meet in Oslo on Friday.",
        "{a} was prepared to travel to Oslo to meet {b}.",
        "{a} is ready to meet {b}.",
        "{a} spoke on Monday at a rally in Oslo with {b}.",
        "{a} spoke with Island News in Oslo on Monday.",
        "{a} was appointed after consultation with the Fish Council.",
        "{a} would not attend the Forum Leaders meeting in Suva.",
        "{a} spoke with newsmen in Oslo on Monday.",
        "{a} was not aware of a call between {b} and {c}.",
        "Soldiers were present at State House to receive {b}.",
        "Ana Duarte, appointed by President Juho Ota.",
    ],
)
def test_it_is_no_meeting(text: str) -> None:
    """The same words of matches, habits, films and crowds."""
    assert _meetings(text) == []


def test_two_meetings_of_one_journey() -> None:
    """'talks with A and a working lunch with B' are two, each of the traveller."""
    found = _meetings("{a} will visit Oslo on Friday for talks with {b} and a working lunch with {c}.")
    assert [({*claim.who, *claim.with_}, claim.place, claim.when, claim.status) for claim in found] == [
        ({"Ana Duarte", "Juho Ota"}, "Oslo", _FRIDAY, "planned"),
        ({"Ana Duarte", "Mele Tupou"}, "Oslo", _FRIDAY, "planned"),
    ]


def test_meetings_one_by_one_stand_for_their_sum() -> None:
    """'held talks with A and B' is nothing besides where the text tells of those with A, and of those with B."""
    found = _meetings(
        "{a} held talks in Oslo with President Juho Ota and King Mele Tupou. In her discussion with Ota, Duarte asked for quotas. "
        "During her meeting with Tupou, Duarte asked for ships."
    )
    assert [({*claim.who, *claim.with_}, claim.place) for claim in found] == [
        ({"Ana Duarte", "Juho Ota"}, "Oslo"),
        ({"Ana Duarte", "Mele Tupou"}, "Oslo"),
    ]


def test_the_two_rivals_are_those_named_before() -> None:
    """'The two rival leaders' and 'the two' are not the one who speaks for them."""
    found = _meetings(
        "President Juho Ota and rebel leader Sione Tupou are in Oslo. His spokesman, Petr Novotny, confirmed it. "
        "The two rival leaders will hold talks on Friday."
    )
    assert [({*claim.who, *claim.with_}, claim.when) for claim in found] == [({"Juho Ota", "Sione Tupou"}, _FRIDAY)]


@pytest.mark.parametrize(
    "group",
    [
        "French and German officials",
        "senior Kenyan, Ugandan and Rwandan officials",
        "South Korean and Japanese commanders",
        "political and religious leaders",
        "youth and community leaders",
        "company and union officials",
    ],
)
@pytest.mark.parametrize("text", ["{a} met GROUP in Lima.", "{a} held talks with GROUP.", "{a} flew to Lima for talks with the GROUP."])
def test_what_joins_before_a_group_belongs_to_it(text: str, group: str) -> None:
    """Nations and qualities that 'and' joins say of one group which it is."""
    found = _meetings(text.replace("GROUP", group))
    assert [{*claim.who, *claim.with_} for claim in found] == [{"Ana Duarte", group}]


@pytest.mark.parametrize(
    "text",
    [
        "{a} will attend a summit on the war between Mali and Niger in Lima.",
        "Talks on a border dispute between Mali and Niger will resume on Monday.",
        "{a} flew to Lima for talks about a ceasefire between Mali and Niger.",
    ],
)
def test_whose_dispute_it_is_does_not_say_who_meets(text: str) -> None:
    """'Between' goes with the noun before it."""
    assert not [claim for claim in _meetings(text) if {"Mali", "Niger"} & {*claim.who, *claim.with_}]
