"""The ways in which reporters say who said something, each with words in quotation marks or a report of them, and what is no saying."""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch import extract

DIRECT = [
    '"{q}," said {a}.',
    '"{q}," {a} told reporters in Lagos on Monday.',
    '"{q}," {a}, the Kenyan finance minister, told the congress.',
    '"{q}," said {a}, 54, a fisherman from Bergen.',
    '"{q}," {a} wrote in a post on Facebook late on Sunday.',
    '"{q}," according to {a}, mayor of Lagos.',
    '"{q}," {a} was quoted as saying by the state news agency.',
    '"{q}," said {a}, president of the union, after a meeting in Lagos.',
    '"{q}," {a} said, referring to the strike.',
    '"{q}," said one of them, {a}.',
    '{a} said: "{q}."',
    'Speaking at a rally in Lagos, {a} said: "{q}."',
    'Asked about the delay, {a} replied: "{q}."',
    '{a} put it bluntly: "{q}."',
    '{a} had a warning for the council: "{q}."',
    '{a} took to social media to say: "{q}."',
    '{a}\'s message was simple: "{q}."',
    'In a letter to members, {a} wrote: "{q}."',
    '{a} disagrees. "{q}," she says.',
    "{a} said:\n\n> {q}. It was so from the start.",
    'As {a} put it, "{q}".',
    'In the words of {a}, "{q}".',
]
REPORTED = [
    "{a} said on Monday {s}.",
    "{s}, {a} told reporters in Lagos on Monday.",
    "{s}, said {a}, who heads the union.",
    "According to {a}, the Kenyan finance minister, {s}.",
    "According to a statement from {a}, {s}.",
    "{a}, a former head of the bank who now teaches law in Lagos, said {s}.",
    "{a}, flanked by two ministers, said {s}.",
    "{a}, quoted by the news agency, said {s}.",
    "The president of the union, {a}, said on Monday that {s}.",
    "Opposition leader {a} accused the government of waste and said {s}.",
    "In her remarks, {a} noted that {s}.",
    "Addressing newsmen in Lagos, {a} lamented that {s}.",
    "When contacted, {a} confirmed that {s}.",
    "Quizzed on the deal, {a} said {s}.",
    "After meeting the mayor on Monday, {a} said {s}.",
    "While Tom Berg praised the plan, {a} said {s}.",
    "Tom Berg was not there, but {a} said {s}.",
    "{a} met Tom Berg on Monday and told him {s}.",
    "{a} resigned on Monday, saying {s}.",
    "{a} used the speech to warn that {s}.",
    "{a} issued a statement saying {s}.",
    "{a} made it clear that {s}.",
    "{a} is adamant that {s}.",
    "{a} has alleged that {s}.",
]
NOTHING = [
    "{a} knew that {s}.",
    "{a} may say that {s}.",
    "The law says that {s}.",
    "It is said that {s}.",
    "Nobody said that {s}.",
    "{a} refused to say whether {s}.",
    "Will {a} say that {s}?",
    "If {a} says that {s}, the vote is lost.",
    "{a} was told that {s}.",
    "{a} forgot to say that {s}.",
    "{a} was expected to say that {s}.",
    "{a} could say that {s}.",
    "Reports that {s} are false.",
    "{a} learned that {s}.",
    "{a} has never said that {s}.",
    "{a} told Tom Berg a story about a dog.",
    "{a} claimed the trophy in Lagos.",
    "{a} reported for work on Monday.",
    "{a} added two goals.",
    "An eyewitness told the radio that {s}. She added that {s}.",
]
NAMES = ["Lena Abt", "Nguyen Thi Hoa", "Aisha al-Masri"]
QUOTE = "The bridge has stood for ninety years"
CLAUSE = "the airport would reopen within days"


def told(text: str) -> list[tuple[str, str, bool]]:
    claims = extract(text[0].upper() + text[1:], published=dt.date(2026, 6, 24)).claims
    return [(claim.speaker, claim.words.lower(), claim.direct) for claim in claims if claim.kind == "statement"]


@pytest.mark.parametrize("template", DIRECT)
def test_words_in_quotation_marks(template: str) -> None:
    for name in NAMES:
        speakers = {speaker for speaker, words, direct in told(template.format(a=name, q=QUOTE)) if direct and QUOTE.lower() in words}
        assert speakers == {name}


@pytest.mark.parametrize("template", REPORTED)
def test_reports(template: str) -> None:
    for name in NAMES:
        assert (name, CLAUSE, False) in told(template.format(a=name, s=CLAUSE))


@pytest.mark.parametrize("template", NOTHING)
def test_what_nobody_says(template: str) -> None:
    assert told(template.format(a="Lena Abt", s=CLAUSE)) == []


@pytest.mark.parametrize(
    "speaker",
    [
        "A spokesman for President Ana Lind",
        "An aide to President Ana Lind",
        "A lawyer for Ana Lind",
        "A friend of Florence Lind",
        "The brother of President Ana Lind",
        "The chief of staff to Governor Ana Lind",
    ],
)
def test_who_serves_or_knows_somebody_speaks_for_himself(speaker: str) -> None:
    """The one named is not the one who said it."""
    claims = extract(f"{speaker} said on Monday the road was closed.", published=dt.date(2025, 10, 22)).claims
    assert [claim for claim in claims if claim.kind == "statement"] == []
