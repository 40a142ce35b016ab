"""Statements as newspapers of many countries word them: papers, participles, joined verbs, marks left out, labels."""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch import extract

ROAD = "the road is open to all"


def told(text: str) -> list[tuple[str, str, bool]]:
    """Return speaker, words and whether they stand in quotation marks."""
    claims = extract(text, published=dt.date(2026, 6, 24)).claims
    return [(claim.speaker, claim.words.rstrip("."), claim.direct) for claim in claims if claim.kind == "statement"]


@pytest.mark.parametrize(
    "text",
    [
        "“The road is open to all.” Said Abt.",
        "“The road is open to all,” Abt challenged the council.",
        "“The road is open to all,” Abt posed adding that nobody was barred.",
        "Councillor Lena Abt shot back, “The road is open to all.”",
        "Speaking about the pass, the Norway captain said, “The road is open to all.”",
        "In a statement on Friday, Abt denied it. The statement reads: “The road is open to all.”",
        "In a letter to the board, Abt denied it. “The road is open to all,” the letter read.",
        "Abt replied: “The road is open to all.\n\nTom Berg, the mayor, left the room.",
    ],
)
def test_ways_to_quote(text: str) -> None:
    found = told(f"Lena Abt opened the fair. {text}")
    assert ("Lena Abt", ROAD, True) in [(speaker, words.lower(), direct) for speaker, words, direct in found]


@pytest.mark.parametrize(
    "text",
    [
        "Abt thanked Norway for being there, and affirmed that {}.",
        "Abt was quick to add that {}.",
        "Abt indicated {}.",
        "Abt stated clearly that {}.",
        "Abt explained in an interview: {}.",
        "Abt believes he (Tom Berg) is ill. Abt said {}.",
        "The board would not sell, Abt said. According to Abt, the board had met, adding that {}.",
        "Abt announced that the meeting between Tom Berg and Kofi Manu reflects progress, stressing that {}.",
        "Abt said that the board is not to blame, saying {}.",
        "Abt said the board should have paid when asked last year, but thought {}.",
        "Abt dismissed claims that the police are being trained and said that {}.",
        "The Herald reported Abt saying {}.",
        "Abt released a statement about the fair. The statement added that {}.",
        "Driver of the rescue boat Lena Abt said {}.",
    ],
)
def test_ways_to_report(text: str) -> None:
    found = told(f"Lena Abt opened the fair. {text.format(ROAD if ': {}' not in text else ROAD.capitalize())}")
    assert ("Lena Abt", ROAD, False) in [(speaker, words.lower(), direct) for speaker, words, direct in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lena Abt said it would send help, but requested that the road be cleared.", "it would send help"),
        ("Lena Abt said it's up to the board to decide.", "it's up to the board to decide"),
        ("Lena Abt says he (Tom Berg) could have gone home.", "he (Tom Berg) could have gone home"),
        ("Lena Abt said police had been called, reporting a fire near the port.", "police had been called, reporting a fire near the port"),
        (
            "Lena Abt said while some members were dropped, the board found that the rest had stayed.",
            "while some members were dropped, the board found that the rest had stayed",
        ),
        ("Lena Abt said members “have not received one red cent” to help.", "members “have not received one red cent” to help"),
        ("The board has “told a lie about the whole fund”, Lena Abt said.", "The board has “told a lie about the whole fund”"),
    ],
)
def test_how_far_a_report_goes(text: str, words: str) -> None:
    assert [found[1] for found in told(text) if not found[2]] == [words]


def test_further_paragraphs_may_have_no_marks_of_their_own() -> None:
    text = 'Lena Abt said: "The road is open.\n\nWe are glad of it. The port will follow."\n\nShe added: "It is a good day for all."'
    assert told(text) == [
        ("Lena Abt", "The road is open. We are glad of it. The port will follow", True),
        ("Lena Abt", "It is a good day for all", True),
    ]


def test_two_labels_in_capitals_with_an_office_make_a_transcript() -> None:
    text = (
        "Doorstop in Port Vila\n\nLENA ABT, MINISTER FOR WORKS: Good morning, it is great to be here at the port today.\n\n"
        "KOFI MANU, SHADOW MINISTER: Thanks, Lena, and thanks for coming to the port to talk about the road."
    )
    assert [(speaker, direct) for speaker, _, direct in told(text)] == [("Lena Abt", True), ("Kofi Manu", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Lena Abt has threatened to sue the paper over a story alleging that she had taken money.",
        "Tom Berg did not answer to remarks made on Twitter, which stated that the road was shut.",
        "Lena Abt shot Tom Berg in the leg. The statement was long.",
        "Lena Abt opened the fair. The captain, Tom Berg, left. The statement read by him was long.",
    ],
)
def test_nobody_named_says_it(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Lena Abt questioned the way in which Tom Berg replied to the board, adding that {}.", "Lena Abt"),
        ("On Friday, Lena Abt asked how Tom Berg had replied to the board, adding that {}.", "Lena Abt"),
        ("Lena Abt said it was late and acknowledged that {}.", "Lena Abt"),
        ("Lena Abt has put members on notice that they may be sued, but said {}.", "Lena Abt"),
        ("Lena Abt criticised Tom Berg for leaving the board and said that {}.", "Lena Abt"),
        ("Lena Abt hit back that {}.", "Lena Abt"),
        ("Lena Abt caused a stir by saying {}.", "Lena Abt"),
        ("Tom Berg said the fair was old but Lena Abt insisted that {}.", "Lena Abt"),
        ("Lena Abt said {} and encouraged them to use it.", "Lena Abt"),
        ("The road is open to all, Lena Abt has said as she opened the fair.", "Lena Abt"),
    ],
)
def test_who_says_the_second_thing(text: str, speaker: str) -> None:
    found = told(text.format(ROAD))
    assert (speaker, ROAD, False) in [(who, words.lower(), direct) for who, words, direct in found]


@pytest.mark.parametrize(
    "text",
    [
        "When asked what the members need to do, Lena Abt pointed to the plan.",
        "Many slammed Tom Berg and Lena Abt for leaving and alleged that the road was shut.",
        "Earlier on Monday, Lena Abt advised the board, reading the letter twice.",
    ],
)
def test_no_statement_of_anybody_named(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("While Lena Abt said the road was open, the bridge was shut.", ("Lena Abt", "the road was open", False)),
        ("Lena Abt denied that the road was open, after Tom Berg told the radio so.", ("Lena Abt", "the road was open", False)),
        (
            "Lena Abt noted that the problems affecting the whole region need a common answer.",
            ("Lena Abt", "the problems affecting the whole region need a common answer", False),
        ),
        (
            "According to Lena Abt, Minister of Trade, Energy and East African Community, the road was open.",
            ("Lena Abt", "the road was open", False),
        ),
        ("Ostwind newspaper said, “The road is open to all.”", ("Ostwind", "The road is open to all", True)),
        ("The Times of India reported that the road was open.", ("Times of India", "the road was open", False)),
        (
            "The news was told in a statement by the Ports Authority.\n\nThe statement reads;\n\n“The road is open to all.”",
            ("Ports Authority", "The road is open to all", True),
        ),
        ('"The road is open to all.” Minister Lena Abt said.', ("Lena Abt", "The road is open to all", True)),
        ("”The road is open to all,” Minister Lena Abt said.", ("Lena Abt", "The road is open to all", True)),
        ("“The road is open to all’’ - noted Minister Lena Abt.", ("Lena Abt", "The road is open to all", True)),
        (
            "Some spoke of ‘workers’ rights at length.\n\n“The road is open to all,” Minister Lena Abt said.",
            ("Lena Abt", "The road is open to all", True),
        ),
        (
            "Lena Abt dismissed reports that President Tom Berg had left and said the road was open.",
            ("Lena Abt", "the road was open", False),
        ),
        ("Lena Abt opened the fair. She reasserted that the road was open.", ("Lena Abt", "the road was open", False)),
        ("Ports union General-Secretary Lena Abt said the road was open.", ("Lena Abt", "the road was open", False)),
        ("The party spokesperson Cde Lena Abt said the road was open.", ("Lena Abt", "the road was open", False)),
        ('Minister Lena Abt said: “He said "no" to all of us.”', ("Lena Abt", 'He said "no" to all of us', True)),
        ("Tom Berg said the fair had nothing to offer but Lena Abt today insisted that it was late.", ("Lena Abt", "it was late", False)),
        ("Lena Abt said that talks would go on.", ("Lena Abt", "talks would go on", False)),
        ("Lena Abt said that was a mistake.", ("Lena Abt", "that was a mistake", False)),
        ("The road would stay open, Lena Abt said; tolls would not rise.", ("Lena Abt", "The road would stay open", False)),
        ('What Lena Abt called "the worst storm in living memory" passed.', ("Lena Abt", "the worst storm in living memory", True)),
        ('Lena Abt met Tom Berg. "We lose money every hour," the latter said.', ("Tom Berg", "We lose money every hour", True)),
        ('Lena Abt met Tom Berg. "We lose money every hour," said the former.', ("Lena Abt", "We lose money every hour", True)),
    ],
)
def test_where_words_begin_and_end(text: str, expected: tuple[str, str, bool]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text", ["Lena Abt wrote, according to the Herald:", "But according to the Herald, a day earlier, the board told her to go."]
)
def test_words_around_according(text: str) -> None:
    assert [words for _, words, _ in told(text) if "Abt wrote" in words or "according" in words.lower()] == []
