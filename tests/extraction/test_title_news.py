"""Offices as newspapers of many countries write them: acronyms in brackets, rows of guests, bodies without 'of', glued words."""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch.annotation.tokens import tokenize
from factwatch.claims.build import extract_claims
from factwatch.model.claim import TitleClaim
from factwatch.model.text import Document

PUBLISHED = dt.date(2026, 3, 18)
Found = set[tuple[str, str, str | None, str]]


def titles(text: str) -> Found:
    claims = extract_claims(Document(text=text, published=PUBLISHED)).claims
    return {(claim.person, claim.title, claim.of, claim.status) for claim in claims if isinstance(claim, TitleClaim)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tarn Revenue Agency (TRA) Director Ana Lind spoke.", {("Ana Lind", "Director", "Tarn Revenue Agency", "current")}),
        (
            "Department of Foreign Affairs (DFA) Secretary Ana Lind spoke.",
            {("Ana Lind", "Secretary", "Department of Foreign Affairs", "current")},
        ),
        ("Garden of Mercy (GOM) chairman Ana Lind spoke.", {("Ana Lind", "Chairman", "Garden of Mercy", "current")}),
        ("Principal Secretary (PS) for Fisheries Ana Lind spoke.", {("Ana Lind", "Principal Secretary for Fisheries", None, "current")}),
        (
            "With him are Mayor Tom Berg (second right, facing camera), Deputy President Ana Lind (left) and others.",
            {("Tom Berg", "Mayor", None, "current"), ("Ana Lind", "Deputy President", None, "current")},
        ),
        ("Gen. (Rosario) Lind spoke.", {("Rosario Lind", "General", None, "current")}),
        ("Ana Lind (TRA) spoke to the group (GRP) yesterday.", set()),
    ],
)
def test_brackets_do_not_part_an_office_from_its_body(text: str, expected: Found) -> None:
    """A short form, or where somebody stands in a photograph, is passed over."""
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He met Ana Lind, Minister of State, Works and Housing.",
            {("Ana Lind", "Minister of State for Works and Housing", None, "current")},
        ),
        (
            "Ana Lind, Minister of Trade (formerly Minister of Health), spoke.",
            {("Ana Lind", "Minister of Trade", None, "current"), ("Ana Lind", "Minister of Health", None, "former")},
        ),
        (
            "Also there were Chairman Foreign Relations Committee Ana Lind and Chief Minister Sindh Eva Moe.",
            {("Ana Lind", "Chairman", "Foreign Relations Committee", "current"), ("Eva Moe", "Chief Minister", "Sindh", "current")},
        ),
        ("Deputy Commissioner Operations Ana Lind spoke.", {("Ana Lind", "Deputy Commissioner Operations", None, "current")}),
        (
            "Leader of the Opposition in the Rajya Sabha Ana Lind spoke.",
            {("Ana Lind", "Leader of the Opposition", "Rajya Sabha", "current")},
        ),
        ("Secretary at President's Office Dr Ana Lind spoke.", {("Ana Lind", "Secretary", "President's Office", "current")}),
        ("The Works Minister, Ana Lind has seen the road.", {("Ana Lind", "Works Minister", None, "current")}),
        ("The team under Regional Manager, Ana Lind, has grown.", {("Ana Lind", "Regional Manager", None, "current")}),
        (
            "He met Ana Lind, Qatar's Prime Minister and Minister of Foreign Affairs, on Monday.",
            {("Ana Lind", "Prime Minister", "Qatar", "current"), ("Ana Lind", "Minister of Foreign Affairs", "Qatar", "current")},
        ),
        (
            "Ana Lind, Vice President and Prime Minister of Oman and Ruler of Sohar, spoke.",
            {
                ("Ana Lind", "Vice President", "Oman", "current"),
                ("Ana Lind", "Prime Minister", "Oman", "current"),
                ("Ana Lind", "Ruler", "Sohar", "current"),
            },
        ),
        (
            "He called former Prime Minister and TarnFirst Leader Ana Lind.",
            {("Ana Lind", "Prime Minister", None, "former"), ("Ana Lind", "Leader", "TarnFirst", "current")},
        ),
        ("Coun. Ana Lind spoke.", {("Ana Lind", "Councillor", None, "current")}),
        ("Councilmembers Ana Lind and Eva Moe left.", {(name, "Councilmember", None, "current") for name in ("Ana Lind", "Eva Moe")}),
        ("Home Office Permanent secretary, Ana Lind, left.", {("Ana Lind", "Permanent Secretary", "Home Office", "current")}),
        ("Tarn Party leader Ana Lind spoke.", {("Ana Lind", "Leader", "Tarn Party", "current")}),
        (
            "The Member of Parliament for the Tarn North constituency, Ana Lind, spoke.",
            {("Ana Lind", "Member of Parliament", "Tarn North constituency", "current")},
        ),
        ("It was Toco/Sangre Grande MP Ana Lind.", {("Ana Lind", "MP", "Toco/Sangre Grande", "current")}),
        (
            "The President of the Federal Republic of Nigeria, Ana Lind, spoke.",
            {("Ana Lind", "President", "Nigeria", "current")},
        ),
        ("Speaker of the Seimas (Parliament of Lithuania) Ana Lind spoke.", {("Ana Lind", "Speaker", "Seimas", "current")}),
        ("Ana Lind was named deputy Energy Minister-Designate.", {("Ana Lind", "Deputy Energy Minister", None, "designate")}),
        (
            "Ana Lind, Minister of Community Development and Chair of the Heritage Committee, spoke.",
            {("Ana Lind", "Minister of Community Development", None, "current"), ("Ana Lind", "Chair", "Heritage Committee", "current")},
        ),
        ("In addition to Eva Moe, the Marshal of the Sejm also met President Ana Lind.", {("Ana Lind", "President", None, "current")}),
        ("It comprises Tom Berg, Ana Lind, Eva Moe, team captain and a data analyst.", set()),
        ("Pacific Islands Leaders Meeting opens. The Annual General Meeting closed.", set()),
        ("Chief guest Ana Lind spoke.", set()),
        ("They fought the soft drink major Kestrel in court.", set()),
    ],
)
def test_offices_as_regional_papers_write_them(text: str, expected: Found) -> None:
    """Fields behind commas, bodies without 'of', joint offices of one holder."""
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("President Ana Lind Jr. Online posts have surfaced.", "Ana Lind Jr."),
        ("Gen. Orlando de Leon spoke.", "Orlando de Leon"),
        ("Ambassador Sultan bin Salem Al Hosni spoke.", "Sultan bin Salem Al Hosni"),
        ("Bishop William Friend spoke.", "William Friend"),
        ("The governor, Boss Lawal, spoke.", "Boss Lawal"),
        ("Prof. Anyang' Otieno spoke.", "Anyang' Otieno"),
        ("Foreign Secretary Bharat Raj Shakya spoke.", "Bharat Raj Shakya"),
    ],
)
def test_a_name_is_read_whole(text: str, person: str) -> None:
    """Given names that are offices or towns, family names that are callings, suffixes."""
    assert {name for name, *_ in titles(text)} == {person}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the opposition.The minister,MP,left", ["the", "opposition", ".", "The", "minister", ",", "MP", ",", "left"]),
        ("Mr.Lind and Gov.Moe", ["Mr.", "Lind", "and", "Gov.", "Moe"]),
        ("Police(TP)chief", ["Police", "(", "TP", ")", "chief"]),
        ("1,000 at lind.example/News.html", ["1,000", "at", "lind.example/News.html"]),
        ("the minister(s)", ["the", "minister(s", ")"]),
    ],
)
def test_words_without_a_blank_between_are_parted(text: str, words: list[str]) -> None:
    """A comma, a full stop or a bracket between two words is a token; numbers and addresses stay whole."""
    assert tokenize(text).words == words


@pytest.mark.parametrize(
    "body",
    [
        "Forests and Wetlands Authority",
        "Central Asian Rail and Power Council",
        "Tourism, Crafts and Culture Committee",
        "Chad Cotton Growers and Exporters Association",
        "Roads and Ports Development Agency",
        "Society of Boat Builders and Traders",
        "Council on Antarctic Relations",
        "Independent Commission Against Corruption",
        "Tarn Union of Weavers' Associations",
        "University of Forestry and Technology",
        "Democratic Party of Lesotho",
    ],
)
def test_bodies_with_links_in_their_names_are_whole(body: str) -> None:
    """The words that 'and', commas, 'of', 'on' and 'Against' join are one body, before an office and behind it."""
    expected = {("Ana Lind", "Director", body, "current")}
    assert titles(f"The director of the {body}, Ana Lind, spoke.") == expected
    assert titles(f"Ana Lind, director of the {body}, spoke.") == expected


@pytest.mark.parametrize(
    "text",
    [
        "He praised the President and Finance Ministry on Monday.",
        "Kenya and African Union envoys met Parliament and Justice Ministry staff.",
        "The Lind and Water Authority row went on.",
    ],
)
def test_two_bodies_are_not_one(text: str) -> None:
    """An office, a land, a house or a person beside a body is no part of its name."""
    claims = extract_claims(Document(text=text + " Its director, Ana Lind, spoke.", published=PUBLISHED)).claims
    owners = {claim.of for claim in claims if isinstance(claim, TitleClaim)}
    assert not any(owner and " and " in owner for owner in owners)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Divisional Police Officer, CSP Ana Lind, spoke.", {("Ana Lind", "Divisional Police Officer", None, "current")}),
        ("Inspector-General of Police (IGP), Ana Lind, spoke.", {("Ana Lind", "Inspector-General of Police", None, "current")}),
        (
            "The Attorney-General of Oman and Minister of Justice, Ana Lind (SAN), spoke.",
            {("Ana Lind", "Attorney-General", "Oman", "current"), ("Ana Lind", "Minister of Justice", "Oman", "current")},
        ),
        (
            "Justice and Regional Development Minister Ana Lind spoke.",
            {("Ana Lind", "Justice and Regional Development Minister", None, "current")},
        ),
        ("Shadow Minister of Finance Ana Lind spoke.", {("Ana Lind", "Shadow Minister of Finance", None, "current")}),
        (
            "The Commissioner for Information in Delta State, Mr. Ana Lind, left.",
            {("Ana Lind", "Commissioner for Information", "Delta State", "current")},
        ),
        ("She is Deputy Lord Mayor of the City of Sydney Council.", set()),
        (
            "The Deputy Lord Mayor of the City of Sydney Council, Ana Lind, left.",
            {("Ana Lind", "Deputy Lord Mayor", "City of Sydney Council", "current")},
        ),
        ("The Speaker of Parliament, Anita Among has spoken.", {("Anita Among", "Speaker of Parliament", None, "current")}),
        ("He praised Deputy Prime Minister Bui Thanh Son, who led it.", {("Bui Thanh Son", "Deputy Prime Minister", None, "current")}),
        ("President of the Cooperative Republic of Guyana Ana Lind spoke.", {("Ana Lind", "President", "Guyana", "current")}),
        ("Finance Minister P Chidambaram could not come.", {("P Chidambaram", "Finance Minister", None, "current")}),
        (
            "The Minister of East African Community Affairs, Ana Lind, left.",
            {("Ana Lind", "Minister of East African Community Affairs", None, "current")},
        ),
        ("The President of the Republic of Tarnia, Ana Lind, left.", {("Ana Lind", "President", "Republic of Tarnia", "current")}),
        (
            "The president of the Democratic Socialist Republic of Sri Lanka, Ana Lind, left.",
            {("Ana Lind", "President", "Sri Lanka", "current")},
        ),
        ("He met Republican Gov. Ana Lind of Iowa.", {("Ana Lind", "Governor", "Iowa", "current")}),
        ("Chewy, Inc., a retailer, said that its CFO Ana Lind has left.", {("Ana Lind", "CFO", "Chewy, Inc.", "current")}),
        ("Prior to that the Taliban-led envoy at the UN Headquarters met both Churches.", set()),
        ("Ana Lind, rector of Alto Seminary at Tarn College, left.", {("Ana Lind", "Rector", "Alto Seminary", "current")}),
        (
            "Ana Lind, Dean of the Faculty of Engineering of the university, left.",
            {("Ana Lind", "Dean", "Faculty of Engineering", "current")},
        ),
        ("Dr Abdul Hafeez Sheikh, Adviser on Finance, left.", {("Abdul Hafeez Sheikh", "Adviser on Finance", None, "current")}),
        ("PRIME Minister Ana Lind left KUALA LUMPUR.", {("Ana Lind", "Prime Minister", None, "current")}),
        ("Co-CEO Ana Lind left.", {("Ana Lind", "Co-CEO", None, "current")}),
        ("SP leader Ana Lind spoke.", {("Ana Lind", "Leader", "SP", "current")}),
    ],
)
def test_titles_with_letters_and_fields(text: str, expected: Found) -> None:
    """Ranks in letters are no name and no body; fields that are offices; family names that are small words."""
    assert titles(text) == expected
