"""Days that an event goes by because the text has told them before."""

from __future__ import annotations

import pytest

from factwatch import extract
from factwatch.model.claim import MeetingClaim, VisitClaim

PUBLISHED = "2025-06-25"


def days(text: str, kind: str = "meeting") -> list[str | None]:
    found = extract(text, published=PUBLISHED).claims
    return [claim.when for claim in found if isinstance(claim, MeetingClaim | VisitClaim) and claim.kind == kind]


@pytest.mark.parametrize(
    "sequel",
    [
        "In the afternoon she met King Hamzeh.",
        "She met King Hamzeh in the evening.",
        "Afterwards she held talks with King Hamzeh.",
        "Shortly after her arrival she was received by King Hamzeh.",
        "Two hours later she was received by King Hamzeh.",
        "She spent the evening with King Hamzeh.",
        "King Hamzeh received her at daybreak.",
        "King Hamzeh telephoned her within the hour.",
        "After the signing she held talks with King Hamzeh.",
        "The opening lasted an hour. In the afternoon she met King Hamzeh about the treaty of 1994.",
    ],
)
def test_an_event_of_a_part_of_the_day_goes_by_the_day_before(sequel: str) -> None:
    text = f"Oman's foreign minister, Salma Harthy, opened a clinic in Amman on Tuesday. {sequel}"
    assert days(text) == ["2025-06-24"]


@pytest.mark.parametrize(
    "sequel",
    [
        "She has met King Hamzeh.",
        "She likes to walk in the evening. She has met King Hamzeh.",
        "She met King Hamzeh for the first time in the last days of the monarchy.",
    ],
)
def test_other_events_have_no_day(sequel: str) -> None:
    text = f"Oman's foreign minister, Salma Harthy, opened a clinic in Amman on Tuesday. {sequel}"
    assert days(text) == [None]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Minister Salma Harthy went to Amman on Tuesday. She saw King Hamzeh there.", "2025-06-24"),
        ("Minister Salma Harthy will be in Lima on Friday. There she has an appointment with President Bo Lind.", "2025-06-27"),
        ("Minister Salma Harthy will be in Lima from Friday to Sunday. There she will see President Bo Lind.", None),
    ],
)
def test_who_is_there_for_a_day_meets_on_that_day(text: str, when: str | None) -> None:
    assert days(text) == [when]


def test_a_plan_goes_by_the_day_of_the_plan_before() -> None:
    text = "Foreign Minister Salma Harthy will arrive in Lima on Tuesday. In the afternoon she will meet President Bo Lind."
    assert days(text) == ["2025-07-01"]


def test_what_is_done_goes_by_no_day_to_come() -> None:
    text = "Foreign Minister Salma Harthy will arrive in Lima on Tuesday. In the evening she met President Bo Lind."
    assert days(text) == [None]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Foreign Minister Ana Ruiz and her Danish counterpart, Bo Lind, signed a treaty on Thursday. The two met in Kiel.", "2025-06-19"),
        ("President Ana Ruiz congratulated Bo Lind by phone on Wednesday evening and the two discussed rare earths.", "2025-06-25"),
        ("Premier Bo Lind will greet President Ana Ruiz on Friday. They plan to talk about fish.", "2025-06-27"),
        # another time
        ("Premier Bo Lind will greet President Ana Ruiz on Friday. They will meet again.", None),
        # the day on which somebody says something
        ("President Ana Ruiz said on Monday that Premier Bo Lind was right. The two met in Lima.", None),
    ],
)
def test_two_who_did_something_together_met_on_that_day(text: str, when: str | None) -> None:
    assert days(text) == [when]


def test_a_diary_gives_the_day_before_its_entries() -> None:
    text = (
        "Monday, 23 June: The King received Ana Ruiz, Prime Minister of Peru.\n\n"
        "Tuesday, 24 June: The King received Ivo Tan, Prime Minister of Chile, who is staying until Friday. The Queen received Bo Lind."
    )
    assert days(text)[:2] == ["2025-06-23", "2025-06-24"]


def test_a_diary_gives_the_day_on_a_line_of_its_own() -> None:
    text = "Monday, 23 June\n\nThe King received Ana Ruiz, Prime Minister of Peru.\n\nTuesday, 24 June\n\nThe King received President Ivo Tan.\n"
    assert days(text) == ["2025-06-23", "2025-06-24"]


@pytest.mark.parametrize(
    "words",
    [
        "Talks between President Ana Ruiz and Premier Bo Lind were adjourned on Monday.",
        "Talks between President Ana Ruiz and Premier Bo Lind on fish quotas broke up late on Monday.",
        "A meeting between President Ana Ruiz and Premier Bo Lind was interrupted on Monday by a power cut.",
        "Ivo Tan praised the outcome of the talks between President Ana Ruiz and Premier Bo Lind, held earlier on Monday.",
    ],
)
def test_a_day_told_of_the_meeting(words: str) -> None:
    assert days(words) == ["2025-06-23"]


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("President Ana Ruiz visited Rome on Monday, meeting Premier Bo Lind.", "2025-06-23"),
        ("President Ana Ruiz was seen on Monday dining with Premier Bo Lind.", "2025-06-23"),
        ("President Ana Ruiz will leave on 22 October for Manila to meet Premier Bo Lind.", None),
        ("President Ana Ruiz visited Rome from 16 to 18 June, meeting Premier Bo Lind.", None),
    ],
)
def test_the_day_of_the_verb_before(words: str, when: str | None) -> None:
    assert days(words) == [when]


def test_a_live_report_is_of_its_day() -> None:
    text = "14.05 We are live.\n\n13.40 Mexico's president, Ignacio Berumen, and Premier Theodora Lind spoke for ten minutes in the car park.\n"
    assert days(text) == ["2025-06-25"]
    assert days("13.40 Mexico's president, Ignacio Berumen, and Premier Theodora Lind spoke for ten minutes in the car park.") == [None]
