"""What a text says does not hang on how it is set: line width, quotation marks, blanks and dashes."""

from __future__ import annotations

import datetime as dt
import json
import textwrap
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from factwatch.annotation.spacing import unwrapped
from factwatch.claims.build import extract_claims
from factwatch.model.text import Document

STORY = """\
Uruguay's foreign minister, Inés Barreto-Olave, will travel to Windhoek on Tuesday for talks with her Namibian counterpart, Festus Uugwanga, \
and with King's Commissioner Rupert St. John-Okafor, her ministry said. The minister's "first stop" will be Lusaka, "a city I know", she said.

"I have waited for this visit since 2019," Barreto-Olave told reporters in Montevideo on Friday. "It is the first of our ministers' visits to \
the region." She succeeded Luis Da Cunha Prates, who resigned in May, and chairs the Atlantic Ports Council.

The chargé d'affaires in Windhoek, Mr. Nicolás Ferrari-Sosa, met Governor Albertina Shikongo of Erongo on Thursday and discussed fisheries.
"""
FIELDS = {"id", "evidence", "raw", "confidence", "mentions"}


def facts(text: str) -> list[str]:
    claims = extract_claims(Document(text=text, published=dt.date(2026, 3, 14))).claims
    return sorted(_fact(claim) for claim in claims)


def _fact(claim: Any) -> str:
    data = {item.name: getattr(claim, item.name) for item in attrs.fields(type(claim)) if item.name not in FIELDS}
    words = json.dumps(data, default=str, ensure_ascii=False).replace("\\n", " ").replace('\\"', '"')
    return " ".join(words.translate({0x2019: "'", 0x2018: "'", 0x201C: '"', 0x201D: '"'}).split())


def wrapped(width: int) -> Callable[[str], str]:
    return lambda text: "\n\n".join(textwrap.fill(part, width, break_on_hyphens=False) for part in text.split("\n\n"))


def curled(text: str) -> str:
    return text.replace(' "', " “").replace('\n"', "\n“").replace('"', "”").replace("'", "’")


@pytest.mark.parametrize(
    "setting",
    [
        pytest.param(wrapped(60), id="60 columns"),
        pytest.param(wrapped(72), id="72 columns"),
        pytest.param(wrapped(79), id="79 columns"),
        pytest.param(wrapped(96), id="96 columns"),
        pytest.param(curled, id="curly marks"),
        pytest.param(lambda text: text.replace("Mr. ", "Mr.\u00a0").replace("in May", "in\u00a0May"), id="no-break blanks"),
        pytest.param(lambda text: text.replace(". ", ".  "), id="two blanks between sentences"),
    ],
)
def test_typesetting_changes_no_claim(setting: Callable[[str], str]) -> None:
    """The same claims come of the same words."""
    assert facts(setting(STORY)) == facts(STORY)
    assert len(facts(STORY)) > 10  # enough for the comparison to mean something


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Monday 9 June\nThe minister meets farmers in Oslo.\nTuesday 10 June\nThe minister visits Bergen.\n", None),
        ("one two three\n\nfour five six\n", None),
        (
            "The minister will travel to Windhoek on Tuesday for talks about\nfisheries with her counterpart.\n",
            "The minister will travel to Windhoek on Tuesday for talks about fisheries with her counterpart.\n",
        ),
        ("a\u00a0b\u2009c\td", "a b c d"),
    ],
)
def test_unwrapping_moves_no_character(text: str, expected: str | None) -> None:
    """Schedules keep their lines, wrapped paragraphs become one, and every offset stays."""
    assert unwrapped(text) == (text if expected is None else expected)
    assert len(unwrapped(text)) == len(text)
