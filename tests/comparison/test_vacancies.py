"""Offices that somebody has left in the baseline, and candidacies that come to nothing."""

from __future__ import annotations

import datetime as dt

import pytest

import factwatch
from factwatch.comparison import compare_claims

EARLIER, LATER = dt.date(2025, 3, 3), dt.date(2025, 4, 7)


def told(one: str, other: str) -> list[str]:
    sides = factwatch.extract(one, published=EARLIER), factwatch.extract(other, published=LATER)
    return [f"{change.kind}: {change.before} -> {change.after}" for change in compare_claims(*sides).changes]


GONE = "Ada Boro has resigned as director of Delta Cargo. Chair Lena Moss thanked her."
CLINIC = "Ada Boro, director of the Vila Nova District Hospital, said wards were full. Mayor Lena Moss thanked her."
NOMINEE = "President Lena Moss has nominated Ada Boro as governor of the Tagus Bank."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            GONE,
            "Ian Tully was named director of Delta Cargo on Monday. Chair Lena Moss welcomed him.",
            ["title.holder_changed: Ada Boro -> Ian Tully"],
        ),
        (GONE, "Chair Lena Moss named Ian Tully as director. He succeeds Ada Boro.", ["title.holder_changed: Ada Boro -> Ian Tully"]),
        (GONE, "Ada Boro has resigned as director of Delta Cargo, and the search for somebody else goes on.", []),
        (GONE, "Ian Tully, director of Tagus Water, met chair Lena Moss of Delta Cargo.", []),
        (
            NOMINEE,
            "Lawmakers voted down Ada Boro as governor of the Tagus Bank.",
            ["title.ended: nominee for Governor of Tagus Bank -> None"],
        ),
        (NOMINEE, "President Lena Moss said Ada Boro was the best nominee for governor of the Tagus Bank.", []),
    ],
)
def test_who_fills_what_was_left(one: str, other: str, expected: list[str]) -> None:
    assert told(one, other) == expected


SEE = "The pope accepted the resignation of Bishop Ian Tully of Lugo and named as his successor Father Leo Brand."
ALLIANCE = "Leo Brand took office as secretary general of NATO on Monday. His predecessor, Ian Tully, has handed him the gavel."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (SEE, "Leo Brand was installed as Bishop of Lugo on Saturday.", ["title.status_changed: designate -> current"]),
        ("Mons. Leo Brand is the Bishop of Lugo.", "The Bishop of Lugo, Mons. Leo Brand, blessed the boats.", []),
        (ALLIANCE, "Leo Brand takes over from Ian Tully, who has led NATO since 2014.", []),
    ],
)
def test_successors(one: str, other: str, expected: list[str]) -> None:
    assert told(one, other) == expected


SEAT = "Members elected Ian Tully as rector of the Tagus Academy on Saturday. He takes up his duties on 2 May."
POSTING = "Kenya has nominated Ian Tully, its high commissioner in Suva, as ambassador to Peru, the ministry said."
GAVEL = "Ghana, which chairs the Southern Salmon Forum, will hand the gavel to Fiji on 10 March."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (SEAT, "Ian Tully, rector of the Tagus Academy, opened a library.", ["title.status_changed: elect -> current"]),
        (POSTING, "Among the guests was Ian Tully, the new ambassador of Kenya.", ["title.status_changed: nominee -> current"]),
        (
            "Kenya's ambassador to Peru, Ian Tully, spoke.",
            "Former ambassador Ian Tully sued the ministry.",
            ["title.ended: Ambassador to Peru (Kenya) -> former Ambassador"],
        ),
        ("Kenya's foreign minister, Ian Tully, spoke.", "Former minister Ian Tully sued the ministry.", []),
        (
            GAVEL,
            "Fisheries Minister Ada Boro of Fiji, current chair of the Southern Salmon Forum, spoke.",
            ["role.holder_changed: Ghana -> Fiji"],
        ),
        (
            "Ada Boro has resigned as speaker of the Lowland parliament. Her first deputy, Ian Tully, presides for now.",
            "Ian Tully is the new speaker of the Lowland parliament. He thanked Ada Boro.",
            ["title.holder_changed: Ada Boro -> Ian Tully"],
        ),
    ],
)
def test_who_has_it_by_now(one: str, other: str, expected: list[str]) -> None:
    assert told(one, other) == expected


DONOR = "Norway is the main donor to the Tagus fund. Fiji will host next year's Coral Games."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (DONOR, "Japan has replaced Norway as the main donor to the Tagus fund.", ["role.holder_changed: Norway -> Japan"]),
        (
            DONOR,
            "Fiji has lost the right to host next year's Coral Games.",
            ["role.ended: incoming host of Coral Games -> former host of Coral Games"],
        ),
        (
            "Ada Boro heads the ferry inquiry.",
            "Judge Ian Tully leads the ferry inquiry. Ada Boro stepped down as its head.",
            ["role.holder_changed: Ada Boro -> Ian Tully"],
        ),
        ("Ada Boro will lead the ferry inquiry.", "Ada Boro led the ferry inquiry.", ["role.status_changed: incoming -> current"]),
    ],
)
def test_roles_that_change_hands(one: str, other: str, expected: list[str]) -> None:
    assert told(one, other) == expected


CABINET = "Environment Minister Ada Boro of Slovenia and Defence Minister Ian Tully of Slovenia toured the valley."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            CABINET,
            "Ada Boro has resigned as environment minister. Defence Minister Ian Tully will run the ministry until a successor is found.",
            ["title.holder_changed: Ada Boro -> Ian Tully"],
        ),
        (
            CABINET,
            "Ian Tully was named deputy prime minister on Monday. He keeps the defence portfolio.",
            ["title.gained: None -> Deputy Prime Minister"],
        ),
        (
            "Ada Boro heads the mining committee of Peru's congress.",
            "Ada Boro has stepped aside as head of the mining committee, which will be led by Ian Tully.",
            ["role.holder_changed: Ada Boro -> Ian Tully"],
        ),
        (
            "Archbishop Ian Tully of Gulu, chairman of the Lowland Bishops' Conference, blessed a clinic.",
            "The Lowland Bishops' Conference has elected Bishop Leo Brand as its chairman. He succeeds Archbishop Ian Tully.",
            ["title.holder_changed: Ian Tully -> Leo Brand"],
        ),
    ],
)
def test_ministries_and_boards(one: str, other: str, expected: list[str]) -> None:
    assert told(one, other) == expected
