"""The briefing that this program was first asked to read, where a checkout has it beside it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from factwatch.claims.build import extract_claims
from factwatch.model.claim import ClaimSet, MeetingClaim, RoleClaim, StatementClaim, TitleClaim, VisitClaim
from factwatch.model.text import Document
from factwatch.reading import read_document

BRIEFING = Path(__file__).parents[2] / "shared" / "briefing" / "briefing.txt"
PUBLISHED = dt.date(2025, 3, 26)
US = "United States"

pytestmark = pytest.mark.skipif(not BRIEFING.is_file(), reason="the briefing lies outside the repository and is not here")


@pytest.fixture(scope="module")
def document() -> Document:
    return read_document(str(BRIEFING), published=PUBLISHED)


@pytest.fixture(scope="module")
def claims(document: Document) -> ClaimSet:
    return extract_claims(document)


def test_titles(claims: ClaimSet) -> None:
    """All five office holders with office and body, and no others."""
    assert {(claim.person, claim.title, claim.of, claim.status) for claim in claims.claims if isinstance(claim, TitleClaim)} == {
        ("Mauricio Claver-Carone", "Special Envoy for Latin America", US, "current"),
        ("Marco Rubio", "Secretary of State", US, "current"),
        ("Andrew Holness", "Prime Minister", None, "current"),
        ("Mia Mottley", "Prime Minister", "Barbados", "current"),
        ("Stuart Young", "Prime Minister", "Trinidad and Tobago", "current"),
    }


def test_a_new_holder_is_told_as_new(claims: ClaimSet) -> None:
    """The words 'newly sworn-in' are kept with the title."""
    (young,) = [claim for claim in claims.claims if isinstance(claim, TitleClaim) and claim.person == "Stuart Young"]
    assert any("newly sworn-in" in item.text for item in young.evidence)


def test_roles(claims: ClaimSet) -> None:
    """Chair, ally, partners and producer, and no others."""
    assert {(claim.holder, claim.role, claim.of) for claim in claims.claims if isinstance(claim, RoleClaim)} == {
        ("Mia Mottley", "leader", "CARICOM"),
        ("Jamaica", "key ally", US),
        ("Jamaica", "most like-minded partner", US),
        ("Jamaica", "key partner", US),
        ("Guyana", "major oil producer", None),
    }


def test_visits(claims: ClaimSet) -> None:
    """Three stops of one traveller, all planned, the first with its day, the order that of the text."""
    visits = [claim for claim in claims.claims if isinstance(claim, VisitClaim)]
    assert [(claim.who, claim.place, claim.when, claim.status) for claim in visits] == [
        ("Marco Rubio", "Jamaica", "2025-03-26", "planned"),
        ("Marco Rubio", "Guyana", None, "planned"),
        ("Marco Rubio", "Suriname", None, "planned"),
    ]
    orders = [claim.order for claim in visits]
    assert orders == sorted(orders, key=lambda order: order or 0)


def test_meetings(claims: ClaimSet) -> None:
    """Three meetings, all planned, with their topics."""
    meetings = [claim for claim in claims.claims if isinstance(claim, MeetingClaim)]
    assert [(claim.who, claim.with_, claim.status) for claim in meetings] == [
        (("Marco Rubio",), (other,), "planned") for other in ("Haitian officials", "Mia Mottley", "Stuart Young")
    ]
    assert [claim.topics for claim in meetings] == [
        ("gang violence",),
        ("energy security", "regional cooperation"),
        ("energy sector", "economic future"),
    ]


def test_quotations(claims: ClaimSet, document: Document) -> None:
    """The four quotations, in whole, are the speaker's; the first was said the day before."""
    quoted = [claim for claim in claims.claims if isinstance(claim, StatementClaim) and claim.direct]
    assert [claim.speaker for claim in quoted] == ["Mauricio Claver-Carone"] * 4
    expected = [words.split("”")[0] for words in document.text.split("“")[1:]]
    assert [claim.words.rstrip(",.") for claim in quoted] == [words.rstrip(",.") for words in expected]
    assert quoted[0].when == "2025-03-25"


def test_the_one_inconsistency(claims: ClaimSet) -> None:
    """A secretary of state is called 'the senator', and nothing else is odd."""
    (odd,) = claims.inconsistencies
    assert odd.subject == "Marco Rubio"
    assert "Secretary of State" in odd.explanation
    assert "senator" in odd.evidence[-1].text.lower()


def test_evidence_is_the_text(claims: ClaimSet, document: Document) -> None:
    """Every span shows its words, and none lies in the advertisement line."""
    for item in (*claims.claims, *claims.inconsistencies):
        for evidence in item.evidence:
            assert document.text[evidence.start : evidence.end] == evidence.text
            assert "Advertisement" not in evidence.text
