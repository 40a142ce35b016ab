"""Who is meant at the end of a short story: by what office, age, country, body or relation somebody is taken up."""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch import extract

CALL = "Kenyan Defence Minister Lena Abt, 54, flew to Lima on Monday and met Peruvian Defence Minister Tom Berg. "
ASIDE = "Trade doubled last year. The opposition leader, Rose Kamau, called the trip a waste of money. "
LEFT = "Kenyan Trade Minister Lena Abt resigned on Monday and was replaced by Tom Berg. "
HIRED = "Nordvik Steel named Lena Abt its new chief executive on Tuesday. She succeeds Tom Berg, who is retiring. "
CHURCH = "Bishop Lena Abt of Cork opened a school on Sunday. With her was Archbishop Tom Berg of Lagos. "


def speaker(text: str) -> str | None:
    """Return who says that the road is open."""
    claims = extract(text, published=dt.date(2026, 6, 24)).claims
    return next((claim.speaker for claim in claims if claim.kind == "statement" and "road is open" in claim.words), None)


@pytest.mark.parametrize(
    ("story", "reference", "meant"),
    [
        (CALL + ASIDE, "The 54-year-old", "Lena Abt"),
        (CALL + ASIDE, "The Peruvian", "Tom Berg"),
        (CALL + ASIDE, "The Kenyan", "Lena Abt"),
        (CALL + ASIDE, "The visitor", "Lena Abt"),
        (CALL + "Abt praised the harvest. ", "Her host", "Tom Berg"),
        (CALL + "Abt praised the harvest. ", "Her counterpart", "Tom Berg"),
        (LEFT, "The new trade minister", "Tom Berg"),
        (LEFT, "The outgoing trade minister", "Lena Abt"),
        (LEFT + "Abt left without a word. ", "Her successor", "Tom Berg"),
        (HIRED, "The incoming chief executive", "Lena Abt"),
        (HIRED, "The outgoing chief executive", "Tom Berg"),
        (HIRED + ASIDE, "The company", "Nordvik Steel"),
        (HIRED + ASIDE, "The group", "Nordvik Steel"),
        ("Tom Berg will be chief executive of Amber Air. ", "The carrier", "Amber Air"),
        ("The National Ports Authority has sent Tom Berg home. ", "The authority", "National Ports Authority"),
        (CHURCH, "The bishop", "Lena Abt"),
        (CHURCH, "The archbishop", "Tom Berg"),
    ],
)
@pytest.mark.parametrize("saying", ['"The road is open," {} said.', "{} said the road is open."])
def test_who_is_taken_up(story: str, reference: str, meant: str, saying: str) -> None:
    if saying.startswith('"'):
        reference = reference[0].lower() + reference[1:]
    assert speaker(story + saying.format(reference)) == meant


@pytest.mark.parametrize("reference", ["His successor", "Her predecessor", "Her guest"])
def test_a_relation_that_nobody_has_is_nobody(reference: str) -> None:
    assert speaker(f"Lena Abt left for Lima. Tom Berg stayed. {reference} said the road is open.") is None
