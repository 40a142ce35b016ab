"""Who speaks and how far his words go, in sentences with appositions, relative clauses, papers and a second verb."""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch import extract

Told = list[tuple[str, str, bool]]


def told(text: str) -> Told:
    """Return speaker, words and whether they stand in quotation marks."""
    claims = extract(text, published=dt.date(2026, 6, 24)).claims
    return [(claim.speaker, claim.words.rstrip("."), claim.direct) for claim in claims if claim.kind == "statement"]


@pytest.mark.parametrize(
    "text",
    [
        "Lena Abt of Tamar Partners, which owns a mill, said the road was open.",
        "Lena Abt of Tamar Partners, which owns a mill, called it a gift and said the road was open.",
        "Lena Abt, who was once mayor and who left over the dam, said the road was open.",
        "The locks were changed, and the man who changed them, her deputy Lena Abt, says the road was open.",
        "Lena Abt rejected claims that the government had sold the port, insisting that the road was open.",
        "Lena Abt was happy. The school is run by its founder, Tom Berg, Abt said. She added that the road was open.",
        "A statement issued by Lena Abt on Sunday said the road was open.",
        "The statement, signed by Lena Abt, said the road was open.",
        "Lena Abt said the road was open and thanked the minister.",
        "Lena Abt said the road was open, but President Tom Berg cancelled the trip.",
        "Lena Abt said the road was open and called on the minister to resign.",
        "Lena Abt said the road was open, a claim Tom Berg denied.",
        "Lena Abt said the road was open, the Daily Herald reported.",
        "Lena Abt sent a letter to Tom Berg saying the road was open.",
        "The talks had failed, Lena Abt said, adding that the road was open.",
        "The road was open, said plant director Lena Abt, who had built it.",
        "Lena Abt noted that the road was open: “We have worked for it all year long.”",
        "Lena Abt sold the mill. In her view, the road was open.",
    ],
)
def test_reports_with_much_between(text: str) -> None:
    assert ("Lena Abt", "the road was open", False) in [(speaker, words.lower(), direct) for speaker, words, direct in told(text)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('A statement from the Ports Authority read: "The road is open to all."', "Ports Authority"),
        ('"The road is open to all," reads the letter, signed by Lena Abt.', "Lena Abt"),
        ('The Ports Authority issued the following statement:\n\n"The road is open to all."', "Ports Authority"),
        ('They like it "since the road is open to all", as the Dutch mayor, Lena Abt, put it.', "Lena Abt"),
        ('Berg had a map; Lena Abt, by her own account, "saw the road was open to all".', "Lena Abt"),
        ('"The road is open to all," said Tom Berg\'s sister, Lena Abt.', "Lena Abt"),
        ('Said Lena Abt: "The road is open to all."', "Lena Abt"),
        ('Lena Abt (Ports Authority): "The road is open to all."', "Lena Abt"),
        ('Lena Abt told staff the vote was fair. "The road is open to all," the former chief justice said.', "Lena Abt"),
        ('"Go home," Lena Abt said, with Mr Tom Berg at her side. "The road is open to all," he replied.', "Tom Berg"),
        ('The letter was signed by Tom Berg, Lena Abt said. "The road is open to all."', "Lena Abt"),
        ("The office of Lena Abt was shut. Mayor Lena Abt's office said the road is open to all.", "Lena Abt's office"),
    ],
)
def test_quotations_and_their_papers(text: str, speaker: str) -> None:
    assert [found[0] for found in told(text) if "open to all" in found[1]] == [speaker]


def test_words_go_on_behind_the_tag() -> None:
    assert told("They spoke about the road, Lena Abt said, and for an hour about the river.") == [
        ("Lena Abt", "They spoke about the road and for an hour about the river", False)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The road was open, though Lena Abt was ill until the session of the council, whose chair Latvia holds until May.",
        "De Bruyn Mining, the country's partner in the diamond venture, is sending its chairman.",
        'Peru has had, in the words of one diplomat, "two presidents and no budget at all".',
        "Lena Abt was in Vienna and, according to the Foreign Ministry, apologised in person.",
        "A spokesperson for the mill told the union staff were informed that the road was open.",
        "Had Lena Abt said that the road was open, all would be lost.",
        "Lena Abt was accused of saying that the road was open.",
        'Lena Abt sang "a long walk in the dark" at the ceremony.',
    ],
)
def test_nobody_is_told_to_say_so(text: str) -> None:
    assert told(text) == []


def test_a_clause_that_its_quotation_completes_is_not_told_twice() -> None:
    assert told('His letters against mining earned him, Lena Abt once said, "more enemies than I have".') == [
        ("Lena Abt", "more enemies than I have", True)
    ]


@pytest.mark.parametrize(
    "clause",
    [
        "at least 20 people had died",
        "about 1,300 of its members had applied",
        "up to 20 people had died",
        "as many as 50 trucks had crossed",
        "between 20 and 30 people were missing",
        "not all of the money had been paid",
        "if the rains failed, the country would need help",
        "when he arrived, the gate was shut",
        "in some areas, water was scarce",
        "under the deal, ships would sail in May",
        "despite the rain, thousands had come",
        "nothing had been decided",
        "further talks were needed",
        "that was a mistake",
        "Monday's vote had been fair",
        "investigations were continuing",
        "too many people were dying",
    ],
)
@pytest.mark.parametrize(
    "before", ["Lena Abt said {}.", "Lena Abt told reporters {}.", "The minister, Lena Abt, who took office in May, said {}."]
)
def test_however_a_report_without_that_begins(clause: str, before: str) -> None:
    assert told(before.format(clause)) == [("Lena Abt", clause, False)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lena Abt told parliament on Tuesday, two days after a boat sank, that the road was shut.", "the road was shut"),
        ("Lena Abt said as late as Friday that she was undecided.", "she was undecided"),
        ("Lena Abt said in Lagos the deal was dead.", "the deal was dead"),
        ("Tamar Air, which has said it will cut jobs by July, declined to comment.", "it will cut jobs by July"),
    ],
)
def test_circumstances_of_saying_are_no_words(text: str, words: str) -> None:
    assert [found[1] for found in told(text)] == [words]


@pytest.mark.parametrize(
    "text", ["Lena Abt said nothing.", "Lena Abt said what she thought.", "Lena Abt warned of a war if it rained, and left."]
)
def test_verbs_without_a_report(text: str) -> None:
    assert told(text) == []
