"""Noun phrases: which office, field, body and name one phrase puts together, and what it must leave apart."""

from __future__ import annotations

import pytest

from factwatch.extraction.passage import read_passage
from factwatch.extraction.phrases import Node
from factwatch.model.text import Document

Office = tuple[str, str | None, str]


def nodes(text: str) -> list[Node]:
    return [node for sentence in read_passage(Document(text=text)).sentences for node in sentence.nodes]


def offices(node: Node) -> list[Office]:
    return [(title.name, title.of, title.status) for title in node.titles]


def holders(text: str) -> dict[str, list[Office]]:
    """Return each person -> the offices in one phrase with the name; people of a plural phrase one by one."""
    people: dict[str, list[Office]] = {}
    for node in nodes(text):
        for person in node.value if isinstance(node.value, list) else [node]:
            if person.kind == "PER":
                people[person.name or ""] = offices(person)
    return people


def named(text: str) -> list[tuple[str, str]]:
    return [(node.kind, node.name or node.text) for node in nodes(text) if node.kind in {"PER", "TTL", "GRP", "LOC", "ORG"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister of trade and industry, Ana Duarte, spoke.", {"Ana Duarte": [("Minister of Trade and Industry", None, "current")]}),
        (
            "Foreign Minister Sheikh Omar Aziz spoke.",
            {"Omar Aziz": [("Foreign Minister", None, "current"), ("Sheikh", None, "current")]},
        ),
        ("President Ana Duarte of Peru spoke.", {"Ana Duarte": [("President", "Peru", "current")]}),
        ("Lord Pennick of Looe spoke.", {"Pennick of Looe": [("Lord", None, "current")]}),
        (
            "The finance minister, Hon. Prof. Ana Duarte, spoke.",
            {"Ana Duarte": [("Finance Minister", None, "current"), ("Professor", None, "current")]},
        ),
        ("Gen. (Rtd) Ana Duarte spoke.", {"Ana Duarte": [("General", None, "former")]}),
        (
            "Vice President Gen. (Retd) Ana Duarte spoke.",
            {"Ana Duarte": [("Vice President", None, "current"), ("General", None, "former")]},
        ),
        (
            "Ana Duarte, Minister of Trade of the Kingdom of Norway, spoke.",
            {"Ana Duarte": [("Minister of Trade", "Kingdom of Norway", "current")]},
        ),
        (
            "Ana Duarte, head of the United Nations Mission in Chad, spoke.",
            {"Ana Duarte": [("Head", "United Nations Mission in Chad", "current")]},
        ),
        ("Norbank president Ana Duarte spoke.", {"Ana Duarte": [("President", "Norbank", "current")]}),
        (
            "District council chief executive Ana Duarte spoke.",
            {"Ana Duarte": [("Chief Executive", "District council", "current")]},
        ),
        ("Ana Duarte (finance minister) spoke.", {"Ana Duarte": [("Finance Minister", None, "current")]}),
        ("The foreign minister (Ana Duarte) spoke.", {"Ana Duarte": [("Foreign Minister", None, "current")]}),
        (
            "Ana Duarte, 54, president of Norbank and chair of the Alpine Club, spoke.",
            {"Ana Duarte": [("President", "Norbank", "current"), ("Chair", "Alpine Club", "current")]},
        ),
        ("Ana Duarte, until recently the mayor of Quito, spoke.", {"Ana Duarte": [("Mayor", "Quito", "former")]}),
        (
            "Presidents Ana Duarte and Bea Traoré spoke.",
            {"Ana Duarte": [("President", None, "current")], "Bea Traoré": [("President", None, "current")]},
        ),
        (
            "Foreign ministers Ana Duarte of Peru and Bea Traoré of Mali spoke.",
            {"Ana Duarte": [("Foreign Minister", "Peru", "current")], "Bea Traoré": [("Foreign Minister", "Mali", "current")]},
        ),
        (
            "The presidents of Peru and Mali, Ana Duarte and Bea Traoré, spoke.",
            {"Ana Duarte": [("President", "Peru", "current")], "Bea Traoré": [("President", "Mali", "current")]},
        ),
    ],
)
def test_an_office_and_its_holder_are_one_phrase(text: str, expected: dict[str, list[Office]]) -> None:
    """Before the name, behind it, in brackets, in a row or in the plural: each name has its offices, with their bodies."""
    assert holders(text) == expected


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Mayor of Quito until 2019, Ana Duarte spoke.", "Ana Duarte"),
        ("Ana Duarte, whose president resigned, spoke.", "Ana Duarte"),
        ("She was professor at the University of Lima, Ana Duarte said.", "Ana Duarte"),
        ("The board named Ana Duarte chief executive.", "Ana Duarte"),
        ("Ana Duarte met the envoy.", "Ana Duarte"),
        ("Asked about Ana Duarte, the envoy laughed.", "Ana Duarte"),
        ("Ana Duarte, presidents said, was right.", "Ana Duarte"),
        ("The president spoke; Ana Duarte listened.", "Ana Duarte"),
        ("The president said Ana Duarte was right.", "Ana Duarte"),
        ("A president, Ana Duarte and others spoke.", "Ana Duarte"),
        ("The presidents of Peru, Mali and Chad, Ana Duarte and Bea Traoré, spoke.", "Ana Duarte"),
        ("Ana Duarte walked along King Street.", "Ana Duarte"),
        ("Ana Duarte stayed at the Governor Macquarie Hotel.", "Ana Duarte"),
    ],
)
def test_an_office_beside_a_name_by_chance_is_not_its_own(text: str, person: str) -> None:
    """Another clause, a verb of appointing, a street: the name stays without an office."""
    assert holders(text)[person] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The delegation from Ghana and Mali spoke.", [("GRP", "The delegation from Ghana and Mali")]),
        ("The two met.", [("GRP", "The two")]),
        ("The families spoke.", [("GRP", "The families")]),
        ("Nairobi, Kenya, was quiet.", [("LOC", "Nairobi, Kenya")]),
        ("Vietnam's Nguyen Thi Hanh spoke.", [("PER", "Nguyen Thi Hanh")]),
        ("Mr Duarte spoke.", [("PER", "Duarte")]),
        ("The ambassador to Kenya spoke.", [("TTL", "The ambassador to Kenya")]),
        ("The chief accession negotiator spoke.", [("TTL", "The chief accession negotiator")]),
        ("The chairman and chief executive of Norbank spoke.", [("TTL", "The chairman and chief executive of Norbank")]),
        ("A Caribbean Community (CARICOM) delegation spoke.", [("GRP", "A Caribbean Community (CARICOM) delegation")]),
        ("It rained in Malé.", [("LOC", "Malé")]),
    ],
)
def test_a_phrase_is_read_to_its_end(text: str, expected: list[tuple[str, str]]) -> None:
    """Groups, places, owned names and offices without a holder are one node each, with all their words."""
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The queen of soul sang.", "TTL"),
        ("They walked along King Street.", "TTL"),
        ("Duarte Ltd collapsed.", "TTL"),
        ("Heavy rain fell.", "GRP"),
        ("The three rivers met.", "GRP"),
        ("Two trains were late.", "GRP"),
        ("The president spoke.", "PER"),
        ("Presidents spoke.", "PER"),
        ("The Nairobi delegation spoke.", "LOC"),
        ("The NATO delegation spoke.", "ORG"),
        ("In the view of Duarte's lawyers it rained.", "LOC"),
    ],
)
def test_a_phrase_is_not_taken_for_another(text: str, kind: str) -> None:
    """Figures of speech, streets, firms, things and groups do not become offices, groups, people or places."""
    assert kind not in {node.kind for node in nodes(text)}


def test_two_offices_of_a_phrase_share_the_body_behind_the_second() -> None:
    """In 'the chairman and chief executive of X' X is the body of both offices."""
    (node,) = [node for node in nodes("The chairman and chief executive of Norbank spoke.") if node.titles]
    assert offices(node) == [("Chairman", "Norbank", "current"), ("Chief Executive", "Norbank", "current")]


@pytest.mark.parametrize(
    "text",
    ["", ",", "( )", "President", "the the the", "Minister of of of", "A, B, C and", "'s 's", "President (", "Ana, 54, ", "Ministers and"],
)
def test_rubbish_is_read_without_complaint(text: str) -> None:
    """Nodes lie in order within the text whatever it holds."""
    found = nodes(text)
    assert all(0 <= node.start < node.end <= len(text) for node in found)
    assert [node.start for node in found] == sorted(node.start for node in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He flew to Bergen in Norway on Friday.", ["Bergen"]),
        ("He flew to Tamale in northern Ghana on Friday.", ["Tamale"]),
        ("He flew to Bergen in Ghana's plane.", ["Bergen", "Ghana"]),
        ("He left Bergen in May for Ghana.", ["Bergen", "Ghana"]),
        ("He flew to Norway in Europe.", ["Norway", "Europe"]),
    ],
)
def test_a_land_only_says_where_its_town_lies(text: str, expected: list[str]) -> None:
    assert [name for kind, name in named(text) if kind == "LOC"] == expected
