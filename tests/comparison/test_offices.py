"""Which titles mean one office, how many hold it, and what excludes what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factwatch.lexicon.offices import are_exclusive, holders, is_incidental, on_one_ladder, parse_office, relation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Foreign Minister", "Minister of Foreign Affairs"),
        ("Foreign Minister", "External Affairs Minister"),
        ("Minister for Foreign Affairs", "Minister of Foreign Relations"),
        ("Defence Minister", "Minister of Defense"),
        ("Interior Minister", "Minister of Home Affairs"),
        ("Minister of Trade and Industry", "Minister of Industry & Trade"),
        ("Chief Executive Officer", "CEO"),
        ("CFO", "finance director"),
        ("Chairwoman", "Chair"),
        ("spokesman", "Spokesperson"),
        ("Vice-President", "vice president"),
        ("Secretary-General", "secretary general"),
        ("full member", "member"),
        ("Special Envoy for Latin America", "envoy for Latin America"),
        ("Deputy Minister of Finance", "deputy finance minister"),
    ],
)
def test_other_words_for_one_office(one: str, other: str) -> None:
    """Word order, spelling, synonyms and forms of address make no other office."""
    assert relation(parse_office(one), parse_office(other)) == "same"


@pytest.mark.parametrize(
    ("office", "vaguer"),
    [
        ("Foreign Minister", "top diplomat"),
        ("Secretary of State", "top diplomat"),
        ("Foreign Minister", "Minister"),
        ("Prime Minister", "leader"),
        ("Prime Minister", "head of government"),
        ("President", "head of state"),
        ("Senator", "lawmaker"),
        ("Ambassador to Japan", "Ambassador"),
        ("Ambassador to Japan", "diplomat"),
        ("Deputy Foreign Minister", "official"),
        ("Minister of Foreign Affairs and Trade", "Foreign Minister"),
        ("Chief Executive", "boss"),
        ("Head Coach", "coach"),
    ],
)
def test_vaguer_words(office: str, vaguer: str) -> None:
    """A vaguer word says nothing against the office, and the office refines the vaguer word."""
    assert relation(parse_office(office), parse_office(vaguer)) == "wider"
    assert relation(parse_office(vaguer), parse_office(office)) == "narrower"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Prime Minister", "Deputy Prime Minister"),
        ("Foreign Minister", "Finance Minister"),
        ("Foreign Minister", "Deputy Foreign Minister"),
        ("Deputy Prime Minister", "leader"),
        ("Chair", "Vice Chair"),
        ("Prime Minister", "Minister"),
        ("Ambassador to Japan", "Ambassador to Germany"),
        ("Governor", "Senator"),
        ("Secretary of State", "Press Secretary"),
        ("chair", "member"),
    ],
)
def test_other_offices(one: str, other: str) -> None:
    """Another rank or field is another office."""
    assert relation(parse_office(one), parse_office(other)) == "different"


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("President", "one"),
        ("Prime Minister", "one"),
        ("Secretary of State", "one"),
        ("Finance Minister", "one"),
        ("chair", "one"),
        ("rotating presidency", "one"),
        ("Head Coach", "one"),
        ("Ambassador to Japan", "one"),
        ("Spokesperson", "few"),
        ("Deputy Prime Minister", "few"),
        ("Deputy Secretary of State", "few"),
        ("Vice President", "few"),
        ("Minister", "many"),
        ("Minister without portfolio", "many"),
        ("Senator", "many"),
        ("member", "many"),
        ("key ally", "many"),
        ("major oil producer", "many"),
        ("beekeeper", "few"),
    ],
)
def test_how_many_hold_an_office(title: str, number: str) -> None:
    """One, a few, or many: only the first are replaced without a word of who has left."""
    assert holders(parse_office(title)) == number


def test_a_country_has_one_vice_president() -> None:
    """A company has many."""
    assert holders(parse_office("Vice President"), national=True) == "one"


@pytest.mark.parametrize(
    "title", ["leader", "Senator", "Professor", "politician", "top official", "party leader", "Majority Leader", "key ally"]
)
def test_incidental_titles(title: str) -> None:
    """Honours, callings and vague words are no news."""
    assert is_incidental(parse_office(title))


@pytest.mark.parametrize("title", ["Prime Minister", "Chief Executive", "chair", "Finance Minister", "Ambassador to Japan", "coordinator"])
def test_offices_that_are_news(title: str) -> None:
    """Taking an office is."""
    assert not is_incidental(parse_office(title))


def test_what_excludes_what() -> None:
    """Great offices of state exclude each other, and so do an office and a lesser rank of it."""
    assert are_exclusive(parse_office("Foreign Minister"), parse_office("Minister of Finance"))
    assert are_exclusive(parse_office("President"), parse_office("Prime Minister"))
    assert are_exclusive(parse_office("Chair"), parse_office("Deputy Chair"))
    assert not are_exclusive(parse_office("Deputy Chair"), parse_office("Chair"))
    assert not are_exclusive(parse_office("Prime Minister"), parse_office("Finance Minister"))
    assert not are_exclusive(parse_office("Secretary of State"), parse_office("National Security Adviser"))
    assert not are_exclusive(parse_office("Foreign Minister"), parse_office("top diplomat"))
    assert on_one_ladder(parse_office("observer"), parse_office("member"))
    assert not on_one_ladder(parse_office("key partner"), parse_office("member"))


TITLE = st.lists(
    st.sampled_from(
        [
            "minister",
            "deputy",
            "of",
            "for",
            "foreign",
            "affairs",
            "and",
            "trade",
            "chief",
            "executive",
            "president",
            "leader",
            "to",
            "Japan",
            "the",
            "-",
            "vice",
            "secretary",
            "state",
        ]
    ),
    max_size=7,
).map(" ".join)


@given(TITLE)
def test_every_office_is_itself(title: str) -> None:
    """Whatever the words, a title is the same office as itself, in capitals too."""
    assert relation(parse_office(title), parse_office(title.upper())) == "same"


@given(TITLE, TITLE)
def test_relations_mirror_each_other(one: str, other: str) -> None:
    """What is vaguer one way is more specific the other way."""
    mirror = {"same": "same", "narrower": "wider", "wider": "narrower", "akin": "akin", "different": "different"}
    first, second = parse_office(one), parse_office(other)
    there, back = relation(first, second), relation(second, first)
    assert back == mirror[there] or {there, back} <= {"wider", "narrower"}


@given(st.text(max_size=60))
def test_no_title_breaks_parsing(title: str) -> None:
    """Any text gives an office."""
    assert parse_office(title) == parse_office(title)
