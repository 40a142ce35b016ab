"""Patterns that users write: what they match, what they claim, what they cost."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factwatch
from factwatch.conversion import claims_document
from factwatch.extraction.clauses import Sentence
from factwatch.extraction.custom import find_custom, wordlists_with
from factwatch.extraction.custom.language import compile_pattern, parse_pattern
from factwatch.extraction.custom.matching import Lattice, matches
from factwatch.extraction.passage import read_passage
from factwatch.model.text import Document


def sentence(text: str) -> Sentence:
    return read_passage(Document(text=text)).sentences[0]


def lattice(text: str) -> Lattice:
    return Lattice(sentence(text), frozenset(), frozenset({"Anna", "Luca"}))


def found(pattern: str, text: str) -> list[tuple[str, dict[str, list[str]]]]:
    """Return the words that *pattern* matches in *text*, and what its slots hold."""
    program = compile_pattern(parse_pattern(pattern), lambda lemma: frozenset({lemma, lemma + "s", lemma + "ed", lemma + "ing"}))
    ground = lattice(text)
    out = []
    for match in matches(program, ground):
        start, end = ground.evidence(match.first, match.last)
        out.append((text[start:end], {name: [node.name or node.text for node in nodes] for name, nodes in match.slots.items()}))
    return out


@pytest.mark.parametrize(
    ("pattern", "text", "slots"),
    [
        ("PERSON is tipped to (lead|head) ORG", "Anna Rossi is tipped to head CARICOM.", {"PERSON": ["Anna Rossi"], "ORG": ["CARICOM"]}),
        ("PERSON is [widely] tipped", "Anna Rossi is widely tipped.", {"PERSON": ["Anna Rossi"]}),
        ("PERSON is [widely] tipped", "Anna Rossi is tipped.", {"PERSON": ["Anna Rossi"]}),
        ("PERSON IS tipped", "Anna Rossi is TIPPED.", {"PERSON": ["Anna Rossi"]}),
        ("PERSON, tipped to lead ORG", "Anna Rossi, tipped to lead CARICOM, spoke.", {"PERSON": ["Anna Rossi"], "ORG": ["CARICOM"]}),
        ("ORG's choice is PERSON", "CARICOM’s choice is Anna Rossi.", {"ORG": ["CARICOM"], "PERSON": ["Anna Rossi"]}),
        (
            "PERSON graced PLACE ... on DATE",
            "Anna Rossi graced Paris with her wit on Friday.",
            {"PERSON": ["Anna Rossi"], "PLACE": ["Paris"], "DATE": ["Friday"]},
        ),
        ("PERSON1 beat PERSON2", "Anna Rossi beat Luca Bruni.", {"PERSON1": ["Anna Rossi"], "PERSON2": ["Luca Bruni"]}),
        ("PERSON+ signed", "Anna Rossi, Luca Bruni and Ugo Neri signed.", {"PERSON": ["Anna Rossi", "Luca Bruni", "Ugo Neri"]}),
        ("PERSON is the face of ORG", "Anna Rossi is the face of Vantora.", {"PERSON": ["Anna Rossi"], "ORG": ["Vantora"]}),
        ("PERSON leads the ORG", "Anna Rossi leads the European Commission.", {"PERSON": ["Anna Rossi"], "ORG": ["European Commission"]}),
        ("PERSON leads ORG", "Anna Rossi leads the European Commission.", {"PERSON": ["Anna Rossi"], "ORG": ["European Commission"]}),
        ("COUNTRY backs PERSON", "Ghana backs Anna Rossi.", {"COUNTRY": ["Ghana"], "PERSON": ["Anna Rossi"]}),
        ("PERSON lemma:juggle", "Anna Rossi juggles.", {"PERSON": ["Anna Rossi"]}),
        ("PERSON verb:visit PLACE", "Anna Rossi is expected to visit Paris.", {"PERSON": ["Anna Rossi"], "PLACE": ["Paris"]}),
        ("PERSON passive:visit by ORG", "Anna Rossi was visited by CARICOM.", {"PERSON": ["Anna Rossi"], "ORG": ["CARICOM"]}),
        ("PERSON [was|is] \\(so to say\\) done", "Anna Rossi is (so to say) done.", {"PERSON": ["Anna Rossi"]}),
        ("PERSON spoke", "Anna Rossi, the prime minister of Ghana, spoke.", {"PERSON": ["Anna Rossi"]}),
        (
            "PERSON gets TITLE",
            "Anna Rossi gets finance minister of Ghana.",
            {"PERSON": ["Anna Rossi"], "TITLE": ["finance minister of Ghana"]},
        ),
    ],
)
def test_a_pattern_matches(pattern: str, text: str, slots: dict[str, list[str]]) -> None:
    """Each element of the language finds what the documentation says."""
    assert [held for _, held in found(pattern, text)] == [slots]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("PERSON is tipped to lead ORG", "Anna Rossi is not tipped to lead CARICOM."),
        ("PERSON is tipped to lead ORG", "Anna Rossi is tipped to lead Paris."),
        ("PERSON is tipped", "Paris is tipped."),
        ("PERSON leads COUNTRY", "Anna Rossi leads Paris."),
        ("PERSON leads ORG", "Anna Rossi leads Luca Bruni."),
        ("PERSON leads ORG", "Anna Rossi leads Anna."),
        ("PERSON verb:visit PLACE", "Anna Rossi was visited. Paris slept."),
        ("PERSON passive:visit", "Anna Rossi visited Paris."),
        ("PERSON graced PLACE ... on DATE", "Anna Rossi graced Paris; others came on Friday."),
        ("PERSON graced PLACE ... on DATE", "Anna Rossi graced Paris, one two three four five six seven eight nine on Friday."),
        ("PERSON spoke", "Officials spoke."),
        ("PERSON spoke", "A minister spoke."),
    ],
)
def test_a_pattern_does_not_match(pattern: str, text: str) -> None:
    """Near misses of each element."""
    assert found(pattern, text) == []


def test_matches_are_longest_and_apart() -> None:
    """From the left, each as long as can be, none overlapping."""
    text = "Anna Rossi met Luca Bruni [again] and Ugo Neri met Ida Voss on Friday."
    assert [words for words, _ in found("PERSON1 met PERSON2 [on DATE]", text)] == [
        "Anna Rossi met Luca Bruni",
        "Ugo Neri met Ida Voss on Friday",
    ]


WORD = st.sampled_from(["a", "b", "c"])


@st.composite
def patterns(draw: st.DrawFn, depth: int = 2) -> tuple[str, set[tuple[str, ...]]]:
    """Return a pattern of words with all that it stands for."""
    if depth == 0 or draw(st.booleans()):
        word = draw(WORD)
        return word, {(word,)}
    parts = [draw(patterns(depth - 1)) for _ in range(draw(st.integers(1, 3)))]
    form = draw(st.sampled_from(["sequence", "choice", "maybe"]))
    if form == "choice":
        return "(" + "|".join(text for text, _ in parts) + ")", set().union(*(all_ for _, all_ in parts))
    text = " ".join(text for text, _ in parts)
    said = {tuple(itertools.chain(*words)) for words in itertools.product(*(all_ for _, all_ in parts))}
    return (f"[{text}]", said | {()}) if form == "maybe" else (text, said)


@given(patterns(), st.lists(WORD, max_size=8))
@settings(max_examples=150, deadline=None)
def test_the_matcher_agrees_with_counting_out(pattern: tuple[str, set[tuple[str, ...]]], words: list[str]) -> None:
    """A pattern matches exactly where one of the word sequences it stands for is the longest that stands there."""
    text, said = pattern
    line = " ".join(["Anna Rossi zx", *words, "."])
    expected = max((len(option) for option in said if tuple(words[: len(option)]) == option), default=None)
    got = found(f"PERSON zx {text}", line)
    if expected is None:
        assert got == []
    else:
        assert [match for match, _ in got] == [" ".join(["Anna Rossi zx", *words[:expected]])]


def test_the_work_grows_with_the_text_and_no_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    """No text makes a pattern with many ways through it take more than linear time: steps are counted, not seconds."""
    steps = 0
    original = Lattice.fillers

    def counted(self: Lattice, *args: Any) -> Any:
        nonlocal steps
        steps += 1
        return original(self, *args)

    monkeypatch.setattr(Lattice, "fillers", counted)
    program = compile_pattern(parse_pattern("(a|[a] a|a [a]|[a] [a] [a]) ... ... (a|a a) ... PERSON z"), lambda lemma: frozenset({lemma}))
    costs = []
    for size in (200, 400):
        steps = 0
        assert list(matches(program, lattice("so " + "a " * size + "Anna Rossi z" * 0 + "z"))) == []
        costs.append(steps)
    assert 0 < costs[1] <= 2.1 * costs[0]


FILE = """
patterns:
  - name: desk/tipped-to-lead
    match: "PERSON is [widely] tipped to (lead|head) ORG"
    claim: {kind: role, holder: PERSON, role: leader, of: ORG, status: incoming, modality: expected}
  - name: desk/grace
    match: "PERSON verb:grace PLACE [... on DATE]"
    claim: {kind: visit, who: PERSON, place: PLACE, when: DATE}
  - name: desk/seal
    match: "PERSON got the seals [of office] as TITLE"
    claim: {kind: title, person: PERSON, title: TITLE, status: designate, confidence: 0.8}
  - name: desk/face
    match: "PERSON is the [new] face of ORG"
    claim: {kind: title, person: PERSON, title: Brand Ambassador, of: ORG}
  - name: desk/tea
    match: "PARTY1 (had|took) tea with PARTY2 in PLACE"
    claim: {kind: meeting, who: PARTY1, with: PARTY2, place: PLACE, status: done, topics: [tea]}
  - name: desk/thus
    match: "thus PERSON: QUOTE"
    claim: {kind: statement, speaker: PERSON, words: QUOTE}
"""


@pytest.fixture
def words(tmp_path: Path) -> Path:
    file = tmp_path / "words.yaml"
    file.write_text(FILE, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Anna Rossi is widely tipped to head CARICOM.",
            {"kind": "role", "holder": "Anna Rossi", "role": "leader", "of": "CARICOM", "status": "incoming", "modality": "expected"},
        ),
        (
            "Prime Minister Anna Rossi of Ghana spoke. She is tipped to lead CARICOM.",
            {"kind": "role", "holder": "Anna Rossi", "of": "CARICOM", "status": "incoming"},
        ),
        (
            "Anna Rossi will grace Paris with her wit on Friday.",
            {"kind": "visit", "who": "Anna Rossi", "place": "Paris", "when": "2025-03-28", "status": "planned", "modality": "planned"},
        ),
        ("Anna Rossi graced Paris on Tuesday.", {"kind": "visit", "when": "2025-03-25", "status": "done", "modality": "asserted"}),
        ("Anna Rossi has not graced Paris.", {"kind": "visit", "place": "Paris", "polarity": "negative"}),
        ("Anna Rossi may grace Paris.", {"kind": "visit", "modality": "possible"}),
        (
            "Anna Rossi got the seals of office as finance minister of Ghana.",
            {"kind": "title", "person": "Anna Rossi", "title": "Finance Minister", "of": "Ghana", "status": "designate", "confidence": 0.8},
        ),
        ("Anna Rossi is the new face of CARICOM.", {"kind": "title", "title": "Brand Ambassador", "of": "CARICOM"}),
        (
            "Anna Rossi took tea with Luca Bruni in Paris.",
            {"kind": "meeting", "who": ["Anna Rossi"], "with": ["Luca Bruni"], "place": "Paris", "topics": ["tea"], "status": "done"},
        ),
        ("And thus Anna Rossi: “We go on.”", {"kind": "statement", "speaker": "Anna Rossi", "words": "We go on.", "rule": "desk/thus"}),
        (
            "“Luca Bruni is tipped to lead CARICOM,” said Anna Rossi.",
            {"kind": "role", "holder": "Luca Bruni", "of": "CARICOM", "attribution": "Anna Rossi"},
        ),
    ],
)
def test_a_match_becomes_a_claim(words: Path, text: str, wanted: dict[str, Any]) -> None:
    """Fields come from slots, words and the verb; names are resolved as for our own rules."""
    claims = claims_document(factwatch.extract(text, published="2025-03-26", lexicons=[words]))["claims"]
    matching = [claim for claim in claims if all(claim[name] == value for name, value in wanted.items())]
    assert len(matching) == 1, claims
    assert all(text[piece["start"] : piece["end"]] == piece["text"] for piece in matching[0]["evidence"])


@pytest.mark.parametrize(
    "text",
    [
        "Is Anna Rossi tipped to lead CARICOM?",
        "If Anna Rossi graces Paris, we cheer.",
        "Anna Rossi would have graced Paris.",
        "Nobody took tea with Luca Bruni in Paris.",
        "Tea was taken in Paris.",
    ],
)
def test_what_is_only_supposed_is_not_claimed(words: Path, text: str) -> None:
    """Questions and conditions yield nothing, for patterns as for our own rules."""
    custom = wordlists_with([words])
    assert find_custom(read_passage(Document(text=text), lists=custom.lists), custom.patterns) == []
