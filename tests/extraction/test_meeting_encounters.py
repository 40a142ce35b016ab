"""Meetings told by a gesture, a chance, spared time, a call or a meal; those whose sides stand apart; and what is none."""

from __future__ import annotations

from datetime import date

import pytest

from factwatch import extract
from factwatch.model.claim import MeetingClaim

_PUBLISHED = date(2025, 10, 22)  # a Wednesday
_NAMES = {"{a}": "Foreign Minister Ana Duarte", "{b}": "Ghanaian President Juho Ota", "{c}": "Fijian Trade Minister Mele Tupou"}
_PEOPLE = {"a": "Ana Duarte", "b": "Juho Ota", "c": "Mele Tupou"}
_MONDAY, _FRIDAY = "2025-10-20", "2025-10-24"


def _meetings(text: str) -> list[MeetingClaim]:
    for slot, name in _NAMES.items():
        text = text.replace(slot, name)
    return [claim for claim in extract(text, published=_PUBLISHED).claims if isinstance(claim, MeetingClaim)]


@pytest.mark.parametrize(
    ("text", "who", "when", "status"),
    [
        ("{a} shook hands with {b} in Oslo on Monday.", "a b", _MONDAY, "done"),
        ("{a} and {b} put their heads together in Oslo on Monday.", "a b", _MONDAY, "done"),
        ("{a} ran into {b} at Oslo airport on Monday.", "a b", _MONDAY, "done"),
        ("{a} gave {b} forty minutes on Monday.", "a b", _MONDAY, "done"),
        ("{a} kept {b} for two hours on Monday.", "a b", _MONDAY, "done"),
        ("{a} found twenty minutes on Monday for {b}.", "a b", _MONDAY, "done"),
        ("{a} gave {b} a late lunch in Oslo on Monday.", "a b", _MONDAY, "done"),
        ("{a} was given lunch in Oslo on Monday by {b}.", "a b", _MONDAY, "done"),
        ("{a} presented her credentials in Oslo on Monday to {b}.", "a b", _MONDAY, "done"),
        ("{a} is to present her letters of credence on Friday to {b}.", "a b", _FRIDAY, "planned"),
        ("{a} is expected to pay her respects to {b} on Friday.", "a b", _FRIDAY, "planned"),
        ("{a} dropped in on {b} on Monday.", "a b", _MONDAY, "done"),
        ("{a} is to visit {b} in Oslo on Friday.", "a b", _FRIDAY, "planned"),
        ("{a} spent part of an afternoon in Oslo with {b}.", "a b", None, "done"),
        ("{a} rang on Monday to congratulate {b}.", "a b", _MONDAY, "done"),
        ("{a} rang to congratulate {b} on Monday.", "a b", _MONDAY, "done"),
        ("{a} will be briefed in Oslo on Friday by {b}.", "a b", _FRIDAY, "planned"),
        ("{a} used the occasion to confer with {b}.", "a b", None, "done"),
        ("{a} saw, separately, {b} on Monday.", "a b", _MONDAY, "done"),
        ("{b} is in Oslo. {a} is coming to see him on Friday.", "a b", _FRIDAY, "planned"),
        ("{a} was given forty minutes on Monday by {b}.", "a b", _MONDAY, "done"),
        ("{a} raised the ban in Oslo on Monday with {b}.", "a b", _MONDAY, "done"),
        ("{a} and {b} have agreed to see one another on Friday.", "a b", _FRIDAY, "planned"),
        ("{a} is in Oslo. On Friday there will be talks with {b}.", "a b", _FRIDAY, "planned"),
        ("{a} met on Monday Ghana's visiting president, Juho Ota, over breakfast.", "a b", _MONDAY, "done"),
        ("The two heads of state, Ana Duarte of Chile and Juho Ota of Ghana, met in Oslo on Monday.", "a b", _MONDAY, "done"),
        ("{a} met on Monday the player's agent, Juho Ota, at a hotel.", "a b", _MONDAY, "done"),
        ("{a} met on Monday President Juho Ota, with whom she talked about fish, and Minister Mele Tupou.", "a b c", _MONDAY, "done"),
        ("The company's chairman, Lord Ana Duarte, and chief executive, Juho Ota, met {c} on Monday.", "a b c", _MONDAY, "done"),
        ("{a} opened a second day of talks with {b} on Monday.", "a b", _MONDAY, "done"),
        ("{a} co-chaired with {b} the third session of the commission on Monday.", "a b", _MONDAY, "done"),
        ("The third session of the Fish Commission, co-chaired by {a} and {b}, was held in Oslo on Monday.", "a b", _MONDAY, "done"),
        ("{a} and {b} met on Monday. They were joined by their ambassador, Mele Tupou.", "a b c", _MONDAY, "done"),
        ("{a} was received on Monday by the king's private secretary, Juho Ota.", "a b", _MONDAY, "done"),
        ("{a} will dine with {b} on Friday. On Saturday they will be joined by {c}.", "a b", _FRIDAY, "planned"),
        ("{a} will meet the industry's chief lobbyist, Juho Ota, on Friday.", "a b", _FRIDAY, "planned"),
        ("{a} ended her visit to Oslo on Monday by meeting {b}.", "a b", _MONDAY, "done"),
        ("{a}, who replaced Rui Paz only in June, stays on for a bilateral with {b} on Friday.", "a b", _FRIDAY, "planned"),
        ("{a} has an appointment in Oslo on Friday with {b}.", "a b", _FRIDAY, "planned"),
        ("{a} had tea with {b} on Monday.", "a b", _MONDAY, "done"),
        ("{a} hosted a reception on Monday for {b}.", "a b", _MONDAY, "done"),
        ("{a}'s call to {b} on Monday lasted ten minutes.", "a b", _MONDAY, "done"),
        ("After a phone call from {b} on Monday, {a} lifted the ban.", "a b", _MONDAY, "done"),
        ("{a} and {b} spoke on Monday for the first time since the coup.", "a b", _MONDAY, "done"),
        ("Over dinner on Monday, {a} told {b} that the ban would go.", "a b", _MONDAY, "done"),
        ("{a} was the guest at a lunch given in her honour by {b} on Monday.", "a b", _MONDAY, "done"),
        ("{b} leaves for Oslo, where {a} gives a dinner in his honour on Friday.", "a b", _FRIDAY, "planned"),
        ("{a} was joined by {b} for a working breakfast on Monday.", "a b", _MONDAY, "done"),
        ("{a} welcomed to the palace on Monday the Ghanaian president, Juho Ota, with whom she discussed fish.", "a b", _MONDAY, "done"),
        ("{a} is to be received on Friday by the newly confirmed trade representative, Juho Ota.", "a b", _FRIDAY, "planned"),
        ("Speaking after talks on Monday with her Ghanaian counterpart, Juho Ota, Minister Ana Duarte was upbeat.", "a b", _MONDAY, "done"),
        ("{a} met on Monday with {b}, whom she thanked for his help, and with the speaker, Mele Tupou.", "a b c", _MONDAY, "done"),
        ("A meeting planned between Ana Duarte of Chile and Juho Ota of Ghana never took place.", "a b", None, "cancelled"),
        ("{a}'s meeting with {b} on Friday is off.", "a b", _FRIDAY, "cancelled"),
        ("{a} met the two presidents, Juho Ota and Mele Tupou, on Monday.", "a b c", _MONDAY, "done"),
        ("Among the first to call on {b} was the head of the mission, General Ana Duarte.", "a b", None, "done"),
        ("{a} is an old friend. Juho Ota saw Duarte in Oslo on Monday.", "a b", _MONDAY, "done"),
        ("{a} and {b} are at odds. He will see her in Oslo on Friday.", "a b", _FRIDAY, "planned"),
    ],
)
def test_told_in_other_ways(text: str, who: str, when: str | None, status: str) -> None:
    """Each text tells of one meeting."""
    (claim,) = _meetings(text)
    told = {*claim.who, *claim.with_}
    assert (told, claim.when, claim.status) == ({_PEOPLE[letter] for letter in who.split()}, when, status)


@pytest.mark.parametrize(
    "text",
    [
        "{a} and {b} did not shake hands in Oslo.",
        "{a} raised the ban with {b}.",
        "{a} was given forty boats on Monday by {b}.",
        "{a} could meet {b} in Oslo on Friday.",
        "{a} wants to meet {b} in Oslo on Friday.",
        "{a} is keen to meet {b}.",
        "{a} said she would be happy to meet {b} on Friday.",
        "{a} would like to meet {b} on Friday.",
        "{a} would love to have a conversation with {b}.",
        "{a} presented awards to {b} on Monday.",
        "{a} kept {b} for two more years.",
        "{a} found money for {b} on Monday.",
        "{a} visited Oslo and its harbour on Monday.",
        "{a} announced the appointment of {b} and {c} to the board on Monday.",
        "{a} spent two years in Oslo with the fish fund.",
        "{a} spoke with students in Oslo on Monday.",
        "{a} ran into trouble with {b} in Oslo.",
        "{a} gave {b} forty boats on Monday.",
        "{a}'s call to {b} to resign went unheard.",
        "Not since the coup had {a} and {b} met.",
        "{a} saw {b} as a rival.",
        "{a} was received at the gate by the chairperson, Juho Ota.",
        "The remarks of {a} on {b} are off the record.",
    ],
)
def test_no_meeting(text: str) -> None:
    """Gestures that were not made, other uses of the words."""
    assert not _meetings(text)


def test_no_talks_are_planned() -> None:
    """'No talks are planned between' denies the meeting."""
    (claim,) = _meetings("No talks are planned between {a} and {b}.")
    assert (claim.status, claim.polarity) == ("planned", "negative")


@pytest.mark.parametrize(
    ("text", "who", "place", "when", "status"),
    [
        ("The Fisheries Union postponed its meeting in Oslo until July.", "Fisheries Union", "Oslo", "2026-07", "postponed"),
        ("The executive board has put off its session, which was to have opened on Friday.", "executive board", None, None, "postponed"),
        (
            "The summit of the African Union has been moved to Oslo and will now open on Friday.",
            "African Union",
            "Oslo",
            _FRIDAY,
            "planned",
        ),
        ("The African Union's meeting on fish, due in Oslo on Friday, has been called off.", "African Union", "Oslo", _FRIDAY, "cancelled"),
    ],
)
def test_a_body_and_its_own_meeting(text: str, who: str, place: str | None, when: str | None, status: str) -> None:
    """A body whose meeting changes is told without the people."""
    (claim,) = _meetings(text)
    assert (claim.who, claim.place, claim.when, claim.status) == ((who,), place, when, status)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{a} had lunch with her predecessor, Juho Ota, in Oslo on Monday.", [{"Ana Duarte", "Juho Ota"}]),
        ("{a} exchanged a few words with {b} in Oslo on Monday.", [{"Ana Duarte", "Juho Ota"}]),
        ("{a} has come together with {b} to end the strike.", [{"Ana Duarte", "Juho Ota"}]),
        ("{a} and {b} came together in Oslo on Monday.", [{"Ana Duarte", "Juho Ota"}]),
        ("One of her first calls was to {b}, {a} said.", [{"Ana Duarte", "Juho Ota"}]),
        ("{a} chaired a meeting attended by {b} and {c}.", [{"Ana Duarte", "Juho Ota", "Mele Tupou"}]),
        (
            "{a} lunched in Oslo on Monday with {b} and in the evening saw {c}.",
            [{"Ana Duarte", "Juho Ota"}, {"Ana Duarte", "Mele Tupou"}],
        ),
        ("{a} asked to take part in the talks between {b} and {c}.", [{"Juho Ota", "Mele Tupou"}]),
        ("{a} ignored calls for talks with {b}.", []),
        ("{a} met her husband, Juho Ota, in Oslo.", []),
        ("The plan came together in Oslo with {b}.", []),
        ("The Fisheries Union delayed the launch of its meeting app.", []),
    ],
)
def test_who_met(text: str, found: list[set[str]]) -> None:
    """Those named by what they are to the other, those who came together, and who only wished to."""
    assert [{*claim.who, *claim.with_} for claim in _meetings(text)] == found


def test_announced_and_put_off() -> None:
    """A participle behind a comma only says more of the meeting."""
    (claim,) = _meetings("The encounter between {a} and {b}, first announced for Monday, was put off.")
    assert claim.status == "postponed"


@pytest.mark.parametrize(
    ("text", "place", "when", "status"),
    [
        ("The talks, which {a} will hold with {b} in Oslo on Friday, are to cover fish.", "Oslo", _FRIDAY, "planned"),
        ("A first face-to-face between {a} and {b} is planned for Friday in Oslo.", "Oslo", _FRIDAY, "planned"),
        ("Plans for {a} to meet {b} on Friday have been dropped.", None, _FRIDAY, "cancelled"),
        ("{a}'s talks with {b} have slipped to Friday.", None, _FRIDAY, "planned"),
        ("It was in Oslo on Monday that {a} met {b}.", "Oslo", _MONDAY, "done"),
        ("The last time {a} met {b} was in Oslo on Monday.", "Oslo", _MONDAY, "done"),
        ("{a} was to have had lunch with {b} on Friday.", None, _FRIDAY, "cancelled"),
        ("{a} was told by {b} at a meeting in Oslo on Monday that the ban would go.", "Oslo", _MONDAY, "done"),
        ("{a} compared notes with {b} in Oslo on Monday.", "Oslo", _MONDAY, "done"),
        ("{a} reviewed fish quotas with {b} in Oslo on Monday.", "Oslo", _MONDAY, "done"),
        ("{a} and {b}, who last met in Oslo on Monday, are at odds.", "Oslo", _MONDAY, "done"),
        ("{a} will be in Lima on Friday for talks with {b}, and in Oslo on Sunday.", "Lima", _FRIDAY, "planned"),
        ("{a} will be in Lima on Friday to meet {b}, and in Oslo on Sunday.", "Lima", _FRIDAY, "planned"),
    ],
)
def test_where_and_when_of_the_two(text: str, place: str | None, when: str, status: str) -> None:
    """Clefts, plans given up, relative clauses: one meeting of the two each."""
    (claim,) = _meetings(text)
    assert ({*claim.who, *claim.with_}, claim.place, claim.when, claim.status) == ({"Ana Duarte", "Juho Ota"}, place, when, status)


@pytest.mark.parametrize(
    "text", ["In place of the talks with {b}, {a} read a book.", "{a} reviewed the guard of honour with {b} in Oslo on Monday."]
)
def test_nothing_instead(text: str) -> None:
    """What another thing stands for; soldiers are reviewed without a talk."""
    assert not _meetings(text)


def test_whose_advisers() -> None:
    """Advisers are not the one whom they advise."""
    (claim,) = _meetings("{a} met advisers of President Juho Ota in Oslo.")
    assert claim.with_ == ("advisers of President Juho Ota",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{b} resigned. The speaker, Ana Duarte, who saw the president at noon, will lead a caretaker cabinet.", ["a b"]),
        ("{a} took her leave of King Juho Ota on Monday.", ["a b"]),
        ("{a} welcomed the new envoy of Ghana, Juho Ota, whom she received at her residence on Monday.", ["a b"]),
        ("{a} will none the less lunch with {b} on Friday.", ["a b"]),
        ("The envoy brought the minister, Ana Duarte, and the consul, Juho Ota, to one table in Oslo.", ["a b"]),
        ("{a} walked to the cathedral on Monday to see Archbishop Juho Ota.", ["a b"]),
        ("{a} and {b} were in Oslo on Monday. They spoke of fish and of quotas.", ["a b"]),
        ("{a} met {b} on Monday. The two sides resume in Oslo on Friday.", ["a b", "a b"]),
        ("President Juho Ota Mamani is popular. {a} sees Ota on Friday.", ["a b"]),
        ("In the afternoon {a} met {b}.", ["a b"]),
        ("{a} saw the president in the crowd.", []),
        ("It was the man she calls her headmaster, Juho Ota, said {a}.", []),
        ("{a} took leave of her senses in Oslo.", []),
    ],
)
def test_told_in_passing(text: str, found: list[str]) -> None:
    """Appointments, farewells, whom somebody received, talks that resume."""
    told = [{name.removesuffix(" Mamani") for name in (*claim.who, *claim.with_)} for claim in _meetings(text)]
    assert told == [{_PEOPLE[letter] for letter in both.split()} for both in found]


@pytest.mark.parametrize(
    ("text", "place", "when", "status"),
    [
        ("With {b}, {a} discussed fish in Oslo on Monday.", "Oslo", _MONDAY, "done"),
        ("Foreign Minister Ana Duarte's arrival in Oslo on Monday was followed by talks with {b}.", "Oslo", _MONDAY, "done"),
        ("{a}, whose talks with {b} in Oslo ended on Monday, flew home.", "Oslo", _MONDAY, "done"),
        ("{a} called off her talks with {b}, which had been due in Oslo on Friday.", "Oslo", _FRIDAY, "cancelled"),
        ("{a}'s decision to cancel Friday's talks with {b} was a surprise.", None, _FRIDAY, "cancelled"),
        ("The cancellation of Friday's talks between {a} and {b} was a surprise.", None, _FRIDAY, "cancelled"),
        ("{b} will see the Chilean foreign minister, Ana Duarte, in Oslo on Friday.", "Oslo", _FRIDAY, "planned"),
    ],
)
def test_told_beside_the_verb(text: str, place: str | None, when: str, status: str) -> None:
    """Those who meet stand in front, own what is followed by talks, or own the talks."""
    (claim,) = _meetings(text)
    assert ({*claim.who, *claim.with_}, claim.place, claim.when, claim.status) == ({"Ana Duarte", "Juho Ota"}, place, when, status)


def test_yet_to_meet() -> None:
    """'has yet to meet' tells of no meeting."""
    assert not _meetings("{a} has yet to meet {b}.")


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("President Juho Ota, Trade Minister Rui Paz and other senior officials", {"Juho Ota", "Rui Paz", "senior officials"}),
        ("President Juho Ota, as well as his trade minister, Rui Paz,", {"Juho Ota", "Rui Paz"}),
        ("Officials from the World Bank and the Fish Fund", {"Officials from the World Bank and the Fish Fund"}),
        ("More than forty mayors", {"More than forty mayors"}),
        ("A dozen business leaders", {"dozen business leaders"}),
        ("The Chilean and Peruvian sides", {"Chile", "Peru"}),
    ],
)
def test_all_who_are_listed_meet(who: str, told: set[str]) -> None:
    """The subject is the whole list from the start of the clause."""
    (claim,) = _meetings(f"{who} met Minister Ana Duarte in Oslo on Monday.")
    assert {*claim.who, *claim.with_} == told | {"Ana Duarte"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("President Ana Duarte received the families of the sailors on Monday.", {"Ana Duarte", "families of the sailors"}),
        ("President Ana Duarte received members of the diplomatic corps on Monday.", {"Ana Duarte", "members of the diplomatic corps"}),
        ("President Ana Duarte received the letter on Monday.", None),
        ("President Ana Duarte received the Fish Fund on Monday.", None),
        ("The company received its workers on Monday.", None),
    ],
)
def test_whom_those_of_rank_receive(text: str, who: set[str] | None) -> None:
    """A head of state has people in for talks."""
    claims = _meetings(text)
    assert [{*claim.who, *claim.with_} for claim in claims] == ([who] if who else [])


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("{a} flies to Oslo for talks with {b} on Friday and {c} on Saturday.", [_FRIDAY, "2025-10-25"]),
        ("{a} flies to Oslo for talks with {b} and {c} on Friday.", [_FRIDAY]),
        ("{a} held telephone conversations with {b} and {c} on Monday.", [_MONDAY, _MONDAY]),
        (
            "Ministers Ana Duarte, Juho Ota and Mele Tupou met in Oslo on Monday. Their next meeting will be held in Rome in March.",
            [_MONDAY, "2026-03"],
        ),
    ],
)
def test_several_meetings_and_their_days(text: str, when: list[str]) -> None:
    """Each has its own day."""
    assert [claim.when for claim in _meetings(text)] == when


def test_the_place_of_what_they_speak_of_is_not_theirs() -> None:
    """'spoke of the monasteries in Chile', but 'spoke of fish in Oslo on Monday'."""
    (claim,) = _meetings("{a} and {b} met on Monday. The two spoke of the monasteries in Chile.")
    assert claim.place is None
    (claim,) = _meetings("{a} and {b} talked about fish in Oslo on Monday.")
    assert claim.place == "Oslo"


def test_who_gathers() -> None:
    """The verb in its base form, but not where it only says when something else is."""
    (claim,) = _meetings("Leaders of the six states will gather in Oslo on Friday.")
    assert (claim.who, claim.place, claim.when) == (("Leaders of the six states",), "Oslo", _FRIDAY)
    assert not _meetings("{a} will take the chair when governors of the six states gather in Oslo on Friday.")


def test_who_comes_along_is_at_every_meeting() -> None:
    """'A, accompanied by B, saw C on Monday and D on Friday'."""
    claims = _meetings("{a}, accompanied by Rui Paz, will see {b} in Oslo on Friday and {c} in Rome on Saturday.")
    assert [{*claim.who, *claim.with_} for claim in claims] == [
        {"Ana Duarte", "Juho Ota", "Rui Paz"},
        {"Ana Duarte", "Mele Tupou", "Rui Paz"},
    ]


def test_a_palace_has_its_whole_name() -> None:
    """'the Palace of the Republic', but not 'the palace of the king'."""
    (claim,) = _meetings("{a} was received on Monday by {b} at the Palace of the Republic.")
    assert claim.place == "Palace of the Republic"
    (claim,) = _meetings("{a} was received by {b} at State House Entebbe on Monday.")
    assert claim.place == "State House Entebbe"
