"""Words that users add reach the rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import factwatch
from factwatch.conversion import claims_document
from factwatch.extraction.custom.reading import FRAMES

WEDNESDAY = "2025-03-26"


def claims(text: str, *files: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = claims_document(factwatch.extract(text, published=WEDNESDAY, lexicons=files))["claims"]
    return found


def having(found: list[dict[str, Any]], **wanted: object) -> list[dict[str, Any]]:
    """Return the claims that have all *wanted* values."""
    return [claim for claim in found if all(claim.get(name.rstrip("_")) == value for name, value in wanted.items())]


@pytest.fixture
def words(tmp_path: Path) -> Path:
    file = tmp_path / "words.yaml"
    file.write_text(
        """
titles:
  heads: [warden regent, {name: gonfaloniere, plural: gonfalonieri, gender: male}]
  abbreviations: {Gonf.: gonfaloniere}
  portfolios: [beekeeping]
  honorifics: [Tan Sri]
  status_words: {stopgap: acting}
bodies:
  - {name: Blue Crescent Forum, kind: bloc, acronyms: [BCF]}
  - vanTora
places:
  - {name: Zubrowka, kind: country, also: [the Republic of Zubrowka], demonyms: [Zubrowkan]}
  - {name: Lutz, kind: city, country: Germany, also: [Old Lutz]}
""",
        encoding="utf-8",
    )
    return file


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Warden Regent Anna Rossi spoke.", {"person": "Anna Rossi", "title": "Warden Regent"}),
        ("The gonfaloniere of Florence, Luca Bruni, spoke.", {"person": "Luca Bruni", "title": "Gonfaloniere", "of": "Florence"}),
        ("Gonfalonieri Luca Bruni and Ugo Neri spoke.", {"person": "Ugo Neri", "title": "Gonfaloniere"}),
        ("Gonf. Luca Bruni spoke.", {"person": "Luca Bruni", "title": "Gonfaloniere"}),
        ("Stopgap finance minister Ola Berg spoke.", {"person": "Ola Berg", "title": "Finance Minister", "status": "acting"}),
        ("Zubrowkan president Ola Berg spoke.", {"person": "Ola Berg", "title": "President", "of": "Zubrowka"}),
        ("Ola Berg, president of the Republic of Zubrowka, spoke.", {"person": "Ola Berg", "of": "Zubrowka"}),
        ("BCF secretary general Ola Berg spoke.", {"person": "Ola Berg", "title": "Secretary General", "of": "Blue Crescent Forum"}),
        ("Ola Berg, the chief executive of vanTora, spoke.", {"person": "Ola Berg", "of": "vanTora"}),
    ],
)
def test_offices_bodies_and_places_are_read(words: Path, text: str, wanted: dict[str, Any]) -> None:
    """A word that is added is read like one of ours, and only then."""
    assert having(claims(text, words), kind="title", **wanted)
    assert not having(claims(text), kind="title", **wanted)


def test_a_field_of_an_office_is_read(words: Path) -> None:
    """A portfolio belongs to the office, before the noun and after it."""
    text = "Officials met the beekeeping minister Ola Berg and Anna Rossi, minister for beekeeping of Ghana."
    titles = [claim["title"] for claim in having(claims(text, words), kind="title")]
    assert titles == ["Beekeeping Minister", "Minister for Beekeeping"]


@pytest.mark.parametrize("place", ["Lutz", "Old Lutz"])
def test_a_town_that_is_added_can_be_visited(words: Path, place: str) -> None:
    """Its other names stand for the one that the file gives."""
    found = having(claims(f"President Ola Berg visited {place} on Monday.", words), kind="visit")
    assert [claim["place"] for claim in found] == ["Lutz"]


def test_a_form_of_address_is_no_part_of_the_name(words: Path) -> None:
    """'Tan Sri' tells of a person and is left off."""
    found = having(claims("President Tan Sri Ola Berg visited Ghana on Monday.", words), kind="title")
    assert [claim["person"] for claim in found] == ["Ola Berg"]


@pytest.mark.parametrize(
    "text",
    [
        "The warden and the regent spoke.",
        "A stopgap measure helped the minister.",
        "The beekeeping of Zubrowka grew.",
        "The gonfaloniere spoke.",
    ],
)
def test_words_alone_claim_nothing(words: Path, text: str) -> None:
    """Without a holder there is no title."""
    assert claims(text, words) == []


SENTENCES = {
    "say": "Prime Minister Ana Mora {} that the port would open.",
    "visit": "Prime Minister Ana Mora {} Ghana on Monday.",
    "travel": "Prime Minister Ana Mora {} to Ghana on Monday.",
    "arrive": "Prime Minister Ana Mora {} in Ghana on Monday.",
    "depart": "Prime Minister Ana Mora {} for Ghana on Monday.",
    "receive": "President Ola Berg {} Prime Minister Ana Mora in Accra on Monday.",
    "meet": "Prime Minister Ana Mora {} President Ola Berg on Monday.",
    "confer": "Prime Minister Ana Mora {} with President Ola Berg on Monday.",
    "call": "Prime Minister Ana Mora {} President Ola Berg on Monday.",
    "hold": "Prime Minister Ana Mora {} talks with President Ola Berg on Monday.",
    "cancel": "Prime Minister Ana Mora {} a visit to Ghana on Monday.",
    "postpone": "Prime Minister Ana Mora {} a visit to Ghana.",
    "appoint": "Prime Minister Ana Mora {} Ola Berg as finance minister.",
    "nominate": "Prime Minister Ana Mora {} Ola Berg as finance minister.",
    "elect": "Ola Berg was {} president of Ghana.",
    "succeed": "Ola Berg {} Ana Mora as president of Ghana.",
    "leave": "President Ola Berg of Ghana {} on Monday.",
    "dismiss": "Prime Minister Ana Mora {} finance minister Ola Berg.",
    "lead": "Ana Mora {} CARICOM.",
    "chair": "Ana Mora {} CARICOM.",
    "host": "Ghana {} the ECOWAS summit.",
}
MODELS = {
    "depart": "left",
    "leave": "resigned",
    "meet": "met",
    "hold": "held",
    "call": "phoned",
    "say": "said",
    "lead": "led",
    "travel": "travelled",
    "cancel": "cancelled",
    "confer": "conferred",
}


def told(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what claims say, without the words that they rest on."""
    return [{name: value for name, value in claim.items() if name not in {"evidence", "raw"}} for claim in found]


@pytest.mark.parametrize("verb", ["zork", "zork out"])
@pytest.mark.parametrize("frame", FRAMES)
def test_a_verb_is_read_like_the_model_of_its_frame(tmp_path: Path, frame: str, verb: str) -> None:
    """In every frame, of one word or two, a verb of the user's gives the same claims as the verb that the frame is named for."""
    file = tmp_path / "verbs.yaml"
    file.write_text(f"verbs:\n  {frame}: [{verb}]\n", encoding="utf-8")
    model = FRAMES[frame]
    past = MODELS.get(frame, model + ("d" if model.endswith("e") else "ed"))
    expected = told(claims(SENTENCES[frame].format(past)))
    assert told(claims(SENTENCES[frame].format(verb.replace("zork", "zorked")), file)) == expected


@pytest.mark.parametrize(
    ("words", "status", "polarity"),
    [
        ("will break bread with", "planned", "positive"),
        ("broke bread with", "done", "positive"),
        ("has broken bread with", "done", "positive"),
        ("is to break bread with", "planned", "positive"),
        ("did not break bread with", "done", "negative"),
    ],
)
def test_irregular_forms_of_a_verb_are_read(tmp_path: Path, words: str, status: str, polarity: str) -> None:
    """Tense and negation work as for any verb."""
    file = tmp_path / "verbs.yaml"
    file.write_text("verbs:\n  confer:\n  - {verb: break bread, past: broke bread, participle: broken bread}\n", encoding="utf-8")
    found = having(claims(f"Prime Minister Ana Mora {words} President Ola Berg.", file), kind="meeting")
    assert [(claim["status"], claim["polarity"]) for claim in found] == [(status, polarity)]
