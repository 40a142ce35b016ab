"""What only might be, was denied, wished, feared or made up: no claim, or one that says so."""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch.claims.build import extract_claims
from factwatch.model.claim import MeetingClaim, RoleClaim, TitleClaim, VisitClaim
from factwatch.model.text import Document


def told(text: str) -> set[str]:
    """Return visits, meetings, roles, and titles that are not current, in short."""
    found: set[str] = set()
    for claim in extract_claims(Document(text=text, published=dt.date(2026, 3, 12))).claims:
        manner = "" if claim.modality == "asserted" else f" {claim.modality}"
        manner += " not" if claim.polarity == "negative" else ""
        if isinstance(claim, VisitClaim):
            found.add(f"visit {claim.status}{manner}")
        elif isinstance(claim, MeetingClaim):
            found.add(f"meeting {claim.status}{manner}")
        elif isinstance(claim, RoleClaim) or (isinstance(claim, TitleClaim) and claim.status != "current"):
            found.add(f"{claim.kind} {claim.status}")
    return found


@pytest.mark.parametrize(
    "text",
    [
        # conditions
        "If elected, Carla Mendes would become the first woman to serve as president of Brazil.",
        "If the talks go well, Foreign Minister Omar Saleh will visit Cairo in May.",
        "Had he travelled to Geneva, Minister Paulo Reis would have met the envoys.",
        "Were she to visit Beijing, Prime Minister Hana Novak would meet President Wang.",
        "Should she go to Geneva, Minister Ruth Okello will meet the envoys.",
        "Had Carla Mendes been elected governor of Bahia, she would have closed the mine.",
        "Unless Prime Minister Eva Lang visits Minsk, the talks will fail.",
        "President Luis Ortega would have met Chancellor Otto Brandt in Vienna had the storm not closed the airport.",
        # wishes, attempts, what is asked of others
        "Envoy Lia Stavrou tried to meet the rebels in Goma but they did not come.",
        "Envoy Lia Stavrou tried to reach Goma but her plane was turned back.",
        "President Boris Orlov urged Prime Minister Eva Lang to meet the miners.",
        "Aid groups want Envoy Lia Stavrou to travel to Goma.",
        "Governor Carla Mendes rejected a request to meet the miners.",
        "Governor Carla Mendes is open to a meeting with Senator Ivo Hrast.",
        "Senator Carla Mendes said President Boris Orlov must meet the miners.",
        "Carla Mendes ruled out becoming governor of Bahia.",
        "Carla Mendes failed to become governor of Bahia.",
        "President Boris Orlov avoided meeting Prime Minister Eva Lang.",
        "Prime Minister Eva Lang has not decided whether to visit Moscow.",
        # rumours
        "Rumours that President Boris Orlov had visited Minsk were false.",
        "Speculation that President Boris Orlov met the rebels in Goma is unfounded.",
        "Rumours that Carla Mendes had been named governor of Bahia were false.",
        "It is not true that Carla Mendes has been named governor of Bahia.",
        "Reports of a meeting between Governor Carla Mendes and Senator Ivo Hrast were false.",
        "A meeting between Governor Carla Mendes and Senator Ivo Hrast is unlikely.",
        # works, similes
        "In the novel, President John Hart visits Moscow and meets Premier Ilya Kron.",
        "The film tells how Queen Maud travels to Paris to meet General Petit.",
        "It was as if President Boris Orlov had visited Mars.",
        "Analysts imagine a world in which President Boris Orlov visits Kyiv.",
        "Carla Mendes acted as if she were governor of Bahia.",
        # what was left undone, or comes as a surprise
        "Governor Carla Mendes regretted not visiting Lima.",
        "It would be the first time that Governor Carla Mendes had visited Lima.",
        "Will President Boris Orlov visit Minsk in May?",
        "The film stars Mara Quin as President Carla Mendes, who travels to Lima to save the whales.",
        "The play, starring Mara Quin as Queen Carla, opened on Friday.",
    ],
)
def test_what_is_not_asserted_gives_no_claim(text: str) -> None:
    """Hypotheses, wishes, demands, rumours and fiction tell of no visit, meeting or office."""
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Governor Carla Mendes offered to meet Senator Ivo Hrast.", {"meeting planned requested"}),
        ("President Boris Orlov is expected to visit Minsk on Friday.", {"visit planned expected"}),
        ("President Boris Orlov hopes to visit Minsk in the summer.", {"visit planned possible"}),
        ("President Boris Orlov reportedly met Prime Minister Eva Lang in Minsk on Monday.", {"meeting done reported"}),
        ("President Boris Orlov refused to meet Prime Minister Eva Lang.", {"meeting done not"}),
        ("President Boris Orlov left without meeting Prime Minister Eva Lang.", {"meeting done not"}),
        ("There was no meeting between Governor Carla Mendes and Senator Ivo Hrast.", {"meeting done not"}),
        ("Governor Carla Mendes was due to meet Senator Ivo Hrast but fell ill.", {"meeting cancelled"}),
        ("Minister Ivo Hrast confirmed reports that he had visited Minsk.", {"visit done"}),
        ("Minister Ivo Hrast will visit Minsk after the report that he ordered.", {"visit planned planned"}),
        ("The film stars waited as President Boris Orlov met Governor Carla Mendes on Monday.", {"meeting done"}),
        ("In the film industry's name, Minister Ivo Hrast visited Minsk on Monday.", {"visit done"}),
    ],
)
def test_how_firmly_it_is_told(text: str, claims: set[str]) -> None:
    """Offers, plans, hearsay, refusals and plans that came to nothing are told as what they are."""
    assert told(text) == claims
