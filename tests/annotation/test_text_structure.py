"""Tokens, quotations, units and the kinds of their chunks: what every rule stands on."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factwatch.annotation.quotes import find_quotations
from factwatch.annotation.tokens import tokenize
from factwatch.annotation.turns import find_turns
from factwatch.annotation.units import PLACEHOLDER, Unit, outline
from factwatch.extraction.passage import read_passage
from factwatch.model.text import Document, Span

MARKED = st.text(st.sampled_from("ab .,:!?\n\t'\"“”‘’«»„`—-A1é\u200b\U0001f600"), max_size=80)


def sentences(text: str) -> list[str]:
    """Return the words of each sentence, joined by spaces."""
    tokens = tokenize(text)
    out: list[list[str]] = []
    for word, starts in zip(tokens.words, tokens.breaks, strict=True):
        if starts:
            out.append([])
        out[-1].append(word)
    return [" ".join(words) for words in out]


def units(text: str, *excluded: Span) -> tuple[Unit, ...]:
    return outline(Document(text=text, excluded=excluded)).units


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. envoy met Dr. Lee at 9 a.m. in St. Kitts. He left.", 2),
        ("He lives in the U.S. The minister left.", 2),
        ("J. Smith left.", 1),
        ("It ended. then it went on.", 1),
        ("A short heading\nThe minister left.", 2),
        ("One\n\nTwo", 2),
        ("The minister, who had been in office for a long while, left the\ncapital on Monday.", 1),
        ("", 0),
        (" \n\t ", 0),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, expected: int) -> None:
    """Abbreviations, initials and wrapped lines end no sentence; headings, blank lines and full stops do."""
    assert len(sentences(text)) == expected


@pytest.mark.parametrize("word", ["Claver-Carone", "three-nation", "26-27", "a.m.", "U.S."])
def test_words_with_hyphens_and_stops_stay_whole(word: str) -> None:
    """Hyphenated names, compounds, ranges and abbreviations are one token each."""
    assert word in tokenize(f"They said {word} again today.").words


def test_words_on_how_an_office_is_held_are_cut_off() -> None:
    """'ex-president' and 'president-elect' are an office and a word on its status."""
    assert tokenize("An ex-president and a president-elect").words == ["An", "ex-", "president", "and", "a", "president", "-elect"]


def test_own_abbreviations_end_no_sentence() -> None:
    """An abbreviation handed in keeps its full stop and the sentence goes on."""
    tokens = tokenize("The Hbl. Minister left.", frozenset({"Hbl."}))
    assert tokens.words[1] == "Hbl."
    assert tokens.breaks[1:] == [0] * (len(tokens.words) - 1)


@given(st.text(max_size=120) | MARKED)
def test_tokens_lie_in_the_text_in_order(text: str) -> None:
    """Every token is the text at its offsets, none overlap, and nothing but white space lies between them."""
    tokens = tokenize(text)
    at = 0
    for word, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        assert text[start:end] == word
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We agree,” she said.", ["We agree,"]),
        ('"We agree," she said, "and we stay."', ["We agree,", "and we stay."]),
        ("„Wir gehen“, sagte er. «Nous restons», dit-il.", ["Wir gehen", "Nous restons"]),
        ("‘We agree,’ said Holt of the workers’ rights and the ’90s.", ["We agree,"]),
        ("``Old style,'' she said.", ["Old style,"]),
        ("“She said ‘no’ to me,” he noted.", ["She said ‘no’ to me,"]),
        ("“The first part.\n\n“The second part,” she said.", ["The first part. The second part,"]),
        ("They don't stop, it's the workers' day.", []),
        ("A stray “ mark in a paragraph.\n\nThe next one has none.", []),
        ("“An unclosed paragraph that runs on.\n\nThe next one.", ["An unclosed paragraph that runs on."]),
    ],
)
def test_quotations_are_found_whatever_their_marks(text: str, words: list[str]) -> None:
    """Curly, straight, low, angled, single and typewriter marks; apostrophes and stray marks quote nothing."""
    assert [item.words(text) for item in find_quotations(text)] == words


@pytest.mark.parametrize("quotation", ["“We agree,”", '"We agree,"', "‘We agree,’", "«We agree,»", "``We agree,''"])
def test_a_quotation_covers_both_its_marks(quotation: str) -> None:
    """The stretch runs from the opening mark to the end of the closing one."""
    text = f"Then {quotation} she said."
    (found,) = find_quotations(text)
    assert text[found.start : found.end] == quotation


@given(MARKED)
def test_quotations_never_overlap_and_hold_their_parts(text: str) -> None:
    """Whatever the marks, quotations come in order and every part lies inside its own."""
    at = 0
    for item in find_quotations(text):
        assert at <= item.start < item.end <= len(text)
        assert all(item.start <= first <= last <= item.end for first, last in item.parts)
        at = item.end


def test_narration_and_quotation_are_units_apart() -> None:
    """A quotation is cut into its own sentences, and stands as one placeholder in the sentence around it."""
    found = units("Holt said: “We agree with them. We will go.” She left.")
    assert [unit.words for unit in found if unit.quotation is None] == [["Holt", "said", ":", PLACEHOLDER], ["She", "left", "."]]
    assert [unit.words for unit in found if unit.quotation] == [["We", "agree", "with", "them", "."], ["We", "will", "go", "."]]


def test_a_question_inside_marks_does_not_end_the_sentence_around_it() -> None:
    """'“Why?” Holt asked.' is one sentence of narration."""
    narration = [unit.words for unit in units("“Why?” Holt asked. Nobody knew.") if unit.quotation is None]
    assert narration == [[PLACEHOLDER, "Holt", "asked", "."], ["Nobody", "knew", "."]]


def test_scare_quotes_are_words_like_others() -> None:
    """A word or two between marks is no statement."""
    (unit,) = units("He called it a “big win” for Ghana.")
    assert PLACEHOLDER not in unit.words


def test_excluded_stretches_are_in_no_unit() -> None:
    """Boilerplate is cut out before any rule looks."""
    text = "The minister left.\n\nSubscribe to our letter.\n\nShe returned."
    start = text.index("Subscribe")
    words = [word for unit in units(text, Span(start, start + 24)) for word in unit.words]
    assert "Subscribe" not in words
    assert {"minister", "returned"} <= set(words)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("MS HOLT: Good morning. We leave on Friday.\n\nQUESTION: Where to?\n\nMS HOLT: To Ghana.", ["MS HOLT", "QUESTION", "MS HOLT"]),
        ("Q: Where?\nA: Here.\nQ: When?\nA: Now.", ["Q", "A", "Q", "A"]),
        (
            "Senator BRAITHWAITE. And those?\n\nThe CHAIRWOMAN. Order.\n\nSenator BRAITHWAITE. Thank you.",
            ["Senator BRAITHWAITE", "The CHAIRWOMAN", "Senator BRAITHWAITE"],
        ),
        ("Date: 3 May 2025\nVenue: Accra\n\nThe minister spoke.", []),
        ("Background: the talks failed.\n\nOutlook: nobody knows.", []),
        ("Holt said: “We agree.”\n\nAddo said: “So do we.”\n\nHolt said: “Good.”", []),
    ],
)
def test_speaker_labels_make_turns_and_headings_do_not(text: str, labels: list[str]) -> None:
    """Transcripts of several styles are cut by speaker; data lines, headings and verbs of saying make no transcript."""
    assert [turn.label.of(text) for turn in find_turns(text)] == labels


def test_turns_of_a_transcript_are_paragraphs_with_their_speaker() -> None:
    """Labels are no words of the sentences, and each paragraph has its own number."""
    text = "MS HOLT: Good morning. We leave on Friday.\n\nQUESTION: Where to?\n\nMS HOLT: To Ghana."
    found = units(text)
    assert [unit.turn.label.of(text) if unit.turn else None for unit in found] == ["MS HOLT", "MS HOLT", "QUESTION", "MS HOLT"]
    assert [unit.paragraph for unit in found] == [0, 0, 1, 2]
    assert not any(word in {"HOLT", "QUESTION"} for unit in found for word in unit.words)


@given(MARKED | st.text(max_size=80))
def test_units_hold_every_token_once(text: str) -> None:
    """No token belongs to two units, and all offsets lie in the text."""
    seen: set[int] = set()
    for unit in units(text):
        for word, start, end in zip(unit.words, unit.starts, unit.ends, strict=True):
            if word != PLACEHOLDER:
                assert text[start:end] == word
                assert start not in seen
                seen.add(start)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan Foreign Minister Grace Otieno met former President Moses Okello in Kampala.", ["Grace Otieno", "Moses Okello", "Kampala"]),
        ("Stephen King met Bishop Lee.", ["Stephen King", "Lee"]),
        ("Jordan Henderson visited Jordan.", ["Jordan Henderson", "Jordan"]),
        ("Holt, 54, left for Accra, Ghana.", ["Holt", "Accra, Ghana"]),
        ("In May the minister met May Abara.", ["May Abara"]),
    ],
)
def test_names_are_told_from_offices_places_and_months(text: str, expected: list[str]) -> None:
    """An office, a demonym or a month beside a name is no part of it, nor is a name that looks like one of these cut."""
    nodes = [node for sentence in read_passage(Document(text=text)).sentences for node in sentence.nodes]
    assert [node.name for node in nodes if node.kind in {"PER", "LOC"}] == expected


def test_what_goes_on_for_longer_than_any_sentence_is_cut_after_a_comma() -> None:
    """No sentence has much more than 300 words, so that reading one stays cheap; every word is kept."""
    tokens = tokenize("the envoy went on, " * 400)
    assert len(tokens.words) == 2000
    starts = [index for index, flag in enumerate(tokens.breaks) if flag]
    assert max(later - earlier for earlier, later in itertools.pairwise([*starts, len(tokens.words)])) <= 310
    assert {tokens.words[index - 1] for index in starts[1:]} == {","}


def test_sentences_of_a_quotation_do_not_part_neighbours() -> None:
    """The narration counts in ones; what is quoted lies between."""
    text = "Ada Okoro left. “We go. We stay. We wait for them,” Okoro said. She flew to Lima."
    found = [(unit.index, unit.quotation is not None) for unit in outline(Document(text=text)).units]
    assert [index for index, quoted in found if not quoted] == [0, 1, 2]
    assert [index for index, quoted in found if quoted] == [0.25, 0.5, 0.75]
