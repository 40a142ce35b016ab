"""Claims as extraction gives them: built, merged, named and held against each other."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factwatch.claims.build import extract_claims
from factwatch.claims.identity import claim_id, slug, words_key
from factwatch.claims.merging import merge_claims
from factwatch.conversion import to_data
from factwatch.model.claim import ClaimSet, MeetingClaim, TitleClaim, VisitClaim
from factwatch.model.text import Document, Evidence, Span

PUBLISHED = dt.date(2025, 10, 22)  # a Wednesday


def read(text: str, *, mentions: bool = False) -> ClaimSet:
    return extract_claims(Document(text=text, published=PUBLISHED), mentions=mentions)


def ids(text: str) -> set[str]:
    return {claim.id for claim in read(text).claims}


def visit(start: int = 0, **values: object) -> VisitClaim:
    fields: dict[str, object] = {"id": "", "who": "Lena Holt", "place": "Ghana", "evidence": (Evidence(start, start + 1, "x"),)}
    return VisitClaim(**{**fields, **values})  # type: ignore[arg-type]  # any field of the class


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Mauricio Claver-Carone", "mauricio-claver-carone"),
        ("the Côte d’Ivoire", "cote-d-ivoire"),
        ("", ""),
        (None, ""),
        ("習近平", "xijinping"),
    ],
)
def test_ids_are_made_of_plain_letters(words: str | None, expected: str) -> None:
    """Accents, articles and other scripts leave letters that are safe in every file and shell."""
    assert slug(words) == expected


def test_missing_subjects_at_the_end_leave_no_trace_in_an_id() -> None:
    """An office without body has the id of the office."""
    assert claim_id("title", "Ana Ruiz", "Chair", None) == "title:ana-ruiz:chair"
    assert claim_id("visit", None, "Ghana") == "visit::ghana"


def test_the_key_of_a_statement_disregards_punctuation_and_case() -> None:
    """Outlets punctuate one quotation differently; other words are another statement."""
    assert words_key("We agree, and we stay.") == words_key("we agree and  WE STAY")
    assert words_key("We agree") != words_key("We disagree")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Norwegian Foreign Minister Lena Holt spoke.", "Lena Holt, the foreign minister of Norway, spoke."),
        ("Foreign Minister Lena Holt will visit Ghana on Friday.", "On Friday, Foreign Minister Lena Holt is to travel to Ghana."),
        ("Foreign Minister Lena Holt will visit Ghana on Friday.", "Foreign Minister Lena Holt visited Ghana on Monday."),
        (
            "President Kofi Mensah will meet Foreign Minister Lena Holt on Friday.",
            "Foreign Minister Lena Holt will hold talks with President Kofi Mensah in Accra on Thursday.",
        ),
        (
            "Foreign Minister Lena Holt said: “Our ties are strong and they will grow.”",
            "“Our ties are strong, and they will grow,” Foreign Minister Lena Holt told reporters.",
        ),
    ],
)
def test_ids_are_stable_under_rewording_and_new_values(first: str, second: str) -> None:
    """Order of words, day, status and punctuation are no part of what a claim is about."""
    assert ids(first) == ids(second)
    assert ids(first)


def test_one_fact_told_often_is_one_claim_with_all_its_evidence() -> None:
    """The plan, its repetition and its paraphrase are merged."""
    claims = read(
        "Foreign Minister Lena Holt will visit Ghana on Friday. Her visit to Ghana on Friday is her first. Holt will visit Ghana."
    ).claims
    (only,) = [claim for claim in claims if isinstance(claim, VisitClaim)]
    assert only.when == "2025-10-24"
    assert len(only.evidence) == 3


def test_two_visits_to_one_place_stay_two_with_ids_of_their_own() -> None:
    """Days that cannot both be meant are two visits."""
    claims = read("Foreign Minister Lena Holt will visit Ghana on Friday. Holt will return to Ghana on November 14.").claims
    found = {claim.id: claim.when for claim in claims if isinstance(claim, VisitClaim)}
    assert found == {"visit:lena-holt:ghana": "2025-10-24", "visit:lena-holt:ghana:2": "2025-11-14"}


def test_a_plan_and_its_cancellation_are_one_visit_that_is_cancelled() -> None:
    """The end of a plan overrules the plan, and both are its evidence."""
    claims = read("Foreign Minister Lena Holt was to visit Ghana on Friday. Holt cancelled her visit to Ghana.").claims
    (only,) = [claim for claim in claims if isinstance(claim, VisitClaim)]
    assert only.status == "cancelled"


def test_merging_takes_the_more_exact_of_two_compatible_days() -> None:
    """A week and a day in it are the day; a day outside it is another visit."""
    (one,) = merge_claims([visit(when="2025-10-20/2025-10-26"), visit(5, when="2025-10-24")])
    assert isinstance(one, VisitClaim)
    assert one.when == "2025-10-24"
    assert len(merge_claims([visit(when="2025-10-20/2025-10-26"), visit(5, when="2025-11-01")])) == 2


def test_merging_keeps_a_denial_apart_from_the_claim() -> None:
    """'will visit' and 'denied that she will visit' do not become one."""
    assert len(merge_claims([visit(), visit(5, polarity="negative")])) == 2


def test_a_visit_of_several_is_one_for_each() -> None:
    """Every traveller has a claim of his own."""
    claims = read("Foreign Minister Lena Holt and Trade Minister Oscar Dahl will visit Ghana on Friday.").claims
    assert {claim.who for claim in claims if isinstance(claim, VisitClaim)} == {"Lena Holt", "Oscar Dahl"}


def test_parties_of_a_meeting_may_change_sides() -> None:
    """Who met whom does not part two tellings of one meeting; its topics add up."""
    common = {"when": "2025-10-24", "id": "meeting:a:b"}
    first = MeetingClaim(who=("A",), with_=("B",), topics=("trade",), evidence=(Evidence(0, 1, "x"),), **common)  # type: ignore[arg-type]
    second = MeetingClaim(who=("B",), with_=("A",), topics=("Trade", "fish"), evidence=(Evidence(5, 6, "x"),), **common)  # type: ignore[arg-type]
    (one,) = merge_claims([first, second])
    assert isinstance(one, MeetingClaim)
    assert one.topics == ("trade", "fish")


def test_an_office_that_somebody_has_is_in_narration_what_he_himself_says_is_attributed() -> None:
    """Claims inside quotation marks belong to the speaker."""
    claims = read("Foreign Minister Lena Holt said: “President Kofi Mensah will visit Norway on Friday, and we welcome him.”").claims
    (told,) = [claim for claim in claims if isinstance(claim, VisitClaim)]
    assert told.attribution == "Lena Holt"
    (own,) = [claim for claim in claims if isinstance(claim, TitleClaim) and claim.person == "Lena Holt"]
    assert own.attribution is None


def test_an_office_of_another_kind_for_the_only_traveller_is_an_inconsistency() -> None:
    """A secretary whom the same text calls 'the senator': both places are shown, and the visit is kept as doubtful."""
    text = "Chilean Secretary of the Treasury Ana Ruiz will visit Peru on Friday. The senator’s tour will continue in Bolivia."
    found = read(text)
    (odd,) = found.inconsistencies
    assert odd.subject == "Ana Ruiz"
    assert odd.claims == ("title:ana-ruiz:secretary-of-the-treasury:chile",)
    assert odd.evidence[-1].text == "The senator"
    certain = {claim.place: claim.confidence for claim in found.claims if isinstance(claim, VisitClaim)}
    assert certain["Bolivia"] < certain["Peru"]


@pytest.mark.parametrize(
    "text",
    [
        "Chilean Secretary of State Ana Ruiz will visit Peru on Friday. The secretary’s tour will continue in Bolivia.",
        "Senator Ana Ruiz will visit Peru on Friday. The senator’s tour will continue in Bolivia.",
        "Ghana's President Kofi Mensah spoke. Former President of Ghana Ama Boateng disagreed.",
        "Ghana's President Kofi Mensah spoke. Togo's President Ama Boateng disagreed.",
        "Ghanaian Senator Kofi Mensah spoke. Ghanaian Senator Ama Boateng disagreed.",
        "Lena Holt will start a three-nation tour of Ghana, Togo and Benin on Friday.",
        "Lena Holt will start a two-nation tour of Ghana, Togo and other places on Friday.".replace("two", "four"),
    ],
)
def test_what_can_hold_together_is_no_inconsistency(text: str) -> None:
    """Offices that many hold, former holders, other bodies, own short forms, and lists that add up are in order."""
    assert read(text).inconsistencies == ()


def test_two_holders_of_an_office_for_one_are_an_inconsistency() -> None:
    """Both claims and both places are named."""
    (odd,) = read("Ghana's President Kofi Mensah spoke. Ghana's President Ama Boateng disagreed.").inconsistencies
    assert odd.subject == "President of Ghana"
    assert odd.claims == ("title:kofi-mensah:president:ghana", "title:ama-boateng:president:ghana")
    assert [item.text for item in odd.evidence] == ["Ghana's President Kofi Mensah", "Ghana's President Ama Boateng"]


@pytest.mark.parametrize(
    ("text", "number", "names"),
    [
        ("Lena Holt will start a three-nation tour of Ghana, Togo, Benin and Mali on Friday.", "three-nation", "names 4"),
        ("Lena Holt will start a three-nation tour of Ghana and Togo.", "three-nation", "names 2"),
    ],
)
def test_a_count_of_stops_that_does_not_add_up_is_told_once(text: str, number: str, names: str) -> None:
    """More or fewer names than the text announces are one inconsistency, in the order of the text."""
    (odd,) = read(text).inconsistencies
    assert number in odd.explanation
    assert names in odd.explanation
    assert odd.explanation.index("Ghana") < odd.explanation.index("Togo")


def test_mentions_point_at_the_words_and_name_what_they_mean() -> None:
    """Every kind is listed with its span; surnames, demonyms and weekdays are resolved."""
    text = "Foreign Minister Lena Holt visited Ghana on Monday. Holt met President Kofi Mensah at the United Nations."
    mentions = read(text, mentions=True).mentions
    assert mentions is not None
    assert all(text[item.start : item.end] == item.text for item in mentions)
    found = {(item.kind, item.text, item.value) for item in mentions}
    assert {
        ("person", "Lena Holt", "Lena Holt"),
        ("person", "Holt", "Lena Holt"),
        ("title", "Foreign Minister", "Foreign Minister"),
        ("place", "Ghana", "Ghana"),
        ("date", "Monday", "2025-10-20"),
        ("organisation", "United Nations", "United Nations"),
    } <= found


def test_mentions_are_listed_only_when_asked_for() -> None:
    """None says nobody asked, an empty list that there are none."""
    assert read("Lena Holt left.").mentions is None
    assert read("nothing here", mentions=True).mentions == ()


def test_excluded_stretches_yield_no_claims() -> None:
    """What the reader took for boilerplate says nothing."""
    text = "Foreign Minister Lena Holt will visit Ghana on Friday."
    assert extract_claims(Document(text=text, published=PUBLISHED, excluded=(Span(0, len(text)),))).claims == ()


PIECES = [
    "Foreign Minister Lena Holt", "President Kofi Mensah", "Holt", "the minister", "She", "The senator", "the two", "will visit", "met", "said",
    "cancelled her visit to", "is the president of", "a three-nation tour of", "Ghana", "Jamaica", "the island", "Togo and Benin", "on Friday",
    "on 3 May", "“", "”", "‘", "’s", '"', "(", ")", ",", ".", ":", "\n\n", "\n", "QUESTION:", "MS HOLT:", "(NLFC)", "the Northern Lakes Council",
    "former", "-elect", "not", "no longer", "2025", "é", "習近平", "\U0001f600", "\u200b", "—", "according to", "and", "of", "the", "her",
]  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_extraction_holds_its_promises_on_any_text(text: str) -> None:
    """No text makes it fail; evidence is the text at its offsets; ids name one claim each; the same text gives the same claims."""
    found = read(text, mentions=True)
    everything = [item for claim in (*found.claims, *found.inconsistencies) for item in claim.evidence]
    assert all(text[item.start : item.end] == item.text for item in everything)
    assert all(claim.evidence for claim in found.claims)
    assert all(0 < claim.confidence <= 1 for claim in found.claims)
    assert all(text[item.start : item.end] == item.text for item in found.mentions or ())
    names = [claim.id for claim in found.claims]
    assert len(set(names)) == len(names)
    assert {name for item in found.inconsistencies for name in item.claims} <= set(names)
    assert to_data(read(text, mentions=True)) == to_data(found)


def test_evidence_and_mentions_are_the_words_of_the_document() -> None:
    """Wrapped lines and no-break blanks are read over, and shown as they stand."""
    text = (
        "The foreign minister of Ghana, Lena\xa0Holt, will visit Jamaica on Friday for\n"
        "talks with President Kofi Mensah of Togo, and will go on to Benin on Sunday to\n"
        "open a school, her office said in a statement that was sent to newspapers on\n"
        "Tuesday evening. She will be accompanied by the minister of trade, Ada Boro of\n"
        "Accra, and by officials.\n"
    )
    found = read(text, mentions=True)
    shown = [(item.start, item.end, item.text) for claim in found.claims for item in claim.evidence]
    shown += [(item.start, item.end, item.text) for item in found.mentions or ()]
    assert all(text[start:end] == words for start, end, words in shown)
    assert {"\n", "\xa0"} <= {letter for _, _, words in shown for letter in words}
    assert ("Lena Holt", "Jamaica") in {(claim.who, claim.place) for claim in found.claims if isinstance(claim, VisitClaim)}


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Andean Parliament spokesperson Rosa Quiroga spoke on Monday.", ("organisation", "Andean Parliament")),
        ("The President of Chile, Ana Rojas, spoke on Monday.", ("place", "Chile")),
        ("Peru holds the presidency of the Council of the Andes.", ("organisation", "Council of the Andes")),
        ("The Coastal States Assembly elected Ana Rojas on Monday.", ("organisation", "Coastal States Assembly")),
    ],
)
def test_bodies_and_places_inside_a_title_or_a_group_are_mentions_too(text: str, mention: tuple[str, str]) -> None:
    """An owner of an office and a body that stands for a group are listed, with their own offsets."""
    found = read(text, mentions=True).mentions or ()
    assert mention in {(item.kind, item.text) for item in found}
    assert all(text[item.start : item.end] == item.text for item in found)
