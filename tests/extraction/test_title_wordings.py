"""
Who holds which office of which body, whatever the body, the name and the words that join them.

Each test multiplies shapes of a sentence with bodies of every kind and names from everywhere: what a rule forgot shows.
"""

from __future__ import annotations

import datetime as dt
from itertools import cycle, product

import pytest

from factwatch import extract

PUBLISHED = dt.date(2026, 6, 24)
BODIES = {
    "Nordvik Steel": "chief executive",
    "Deutsche Wohnen": "finance director",
    "Universidad del Norte": "vice-chancellor",
    "Hospital San Rafael": "medical director",
    "Nature Watch Kenya": "executive director",
    "the Amazon Basin Pact": "secretary-general",
    "the Guyana Maritime Workers Union": "general secretary",
    "the Otago Kings": "head coach",
    "Mombasa Sharks": "captain",
    "the National Assembly": "clerk",
}
NAMES = [
    "Nguyễn Thị Bình", "Ravi a/l Krishnan", "Hassan Sheikh Jama", "Mark van den Berg", "DeShawn Jackson", "Wanjiru wa Kamau", "Siobhán Ní Dhomhnaill",
    "Mohammed bin Khalifa Al Thani", "Park Geun-ho", "Félix Ilunga wa Ilunga", "D'Arcy O'Neill", "Beatriz Quispe Mamani", "Ousmane N'Diaye",
]  # fmt: skip
BESIDE = [
    "{name}, {office} of {body}, said prices had risen.",
    "{body}'s {office}, {name}, said prices had risen.",
    "According to {name}, who is {office} of {body}, prices have risen.",
    "{name} – the {office} of {body} – said prices had risen.",
    "{name} (pictured), {office} of {body}, said prices had risen.",
    "Speaking as {office} of {body}, {name} said prices had risen.",
    "Neither {name}, {office} of {body}, nor the union would comment.",
]
GETTING = [
    "{name} was appointed {office} of {body} on Monday.",
    "{body} has appointed {name} as {office}.",
    "{body} said {name} had been appointed {office}.",
    "{body} has a new {office}: {name}.",
    "{name} was handed the job of {office} of {body}.",
    "{name} takes the place of Ana Ruiz as {office} of {body}.",
    "{name}, Ana Ruiz's successor as {office} of {body}, thanked her.",
]
GONE = [
    "{name} has resigned as {office} of {body}.",
    "{name} used to be {office} of {body}.",
    "{name}, until now {office} of {body}, thanked her.",
    "{name} was for forty years {office} of {body}.",
    "{name}, {office} of {body}, has died at the age of 71.",
    "{name} has lost his job as {office} of {body}.",
]
NOTHING = [
    "{name} denied that she was {office} of {body}.",
    "Rumours that {name} was {office} of {body} were false.",
    "Nobody believes {name} is {office} of {body}.",
    "{name} dreams of being {office} of {body}.",
    "{name} turned down the job of {office} of {body}.",
    "{name} wants to be the first woman to become {office} of {body}.",
    "{name} could become {office} of {body}.",
    "If {name} were {office} of {body}, much would change.",
    "{name}, whose father was {office} of {body}, was born in Oslo.",
]


def offices(text: str) -> set[tuple[str, str, str | None, str]]:
    text = text[0].upper() + text[1:]
    found = extract(text, published=PUBLISHED).claims
    return {
        (claim.person, claim.title.lower(), claim.of and claim.of.removeprefix("the "), claim.status)
        for claim in found
        if claim.kind == "title" and claim.person != "Ana Ruiz"
    }


def wrong(shapes: list[str], status: str | None) -> list[str]:
    """Return the sentences of *shapes* whose offices are not those that their parts give; none where *status* is None."""
    out = []
    names = cycle(NAMES)
    for shape, (body, office) in product(shapes, BODIES.items()):
        name = next(names)
        owner = body + "'" if body.endswith("s") and "{body}'s" in shape else body
        text = shape.replace("{body}'s", "{body}" if owner != body else "{body}'s").format(name=name, office=office, body=owner)
        expected = {(name, office, body.removeprefix("the "), status)} if status else set()
        if offices(text) != expected:
            out.append(text)
    return out


@pytest.mark.parametrize("shape", BESIDE)
def test_offices_beside_names(shape: str) -> None:
    assert wrong([shape], "current") == []


@pytest.mark.parametrize("shape", GETTING)
def test_who_gets_an_office(shape: str) -> None:
    assert wrong([shape], "current") == []


@pytest.mark.parametrize("shape", GONE)
def test_who_had_an_office(shape: str) -> None:
    assert wrong([shape], "former") == []


@pytest.mark.parametrize("shape", NOTHING)
def test_what_gives_no_office(shape: str) -> None:
    assert wrong([shape], None) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Labour Minister Ana Lind spoke.", ("Ana Lind", "labour minister", None)),
        ("Omani Justice Minister Ana Lind spoke.", ("Ana Lind", "justice minister", "Oman")),
        ("Youth-team coach Ana Lind spoke.", ("Ana Lind", "youth-team coach", None)),
        ("Ana Lind, Member of Parliament for Region Six, spoke.", ("Ana Lind", "member of parliament", "Region Six")),
        ("Chairman of the Electoral Commission Ana Lind spoke.", ("Ana Lind", "chairman", "Electoral Commission")),
        ("Ana Lind, head of the African Union Mission for Mali and the Sahel, spoke.", ("Ana Lind", "head", "African Union Mission for Mali and the Sahel")),
        ("Ana Lind, vicar of St Mary's, spoke.", ("Ana Lind", "vicar", "St Mary's")),
        ("Ana Lind, leader of the rebel Delta Front, spoke.", ("Ana Lind", "leader", "Delta Front")),
        ("Ana Lind, spokesman for the ruling National Unity Party, spoke.", ("Ana Lind", "spokesman", "National Unity Party")),
        ("The Ghanaian Red Cross president Ana Lind spoke.", ("Ana Lind", "president", "Ghanaian Red Cross")),
        ("The Kenyan government named Ana Lind finance minister.", ("Ana Lind", "finance minister", "Kenya")),
        ("Kenya's government said Ana Lind would become finance minister.", ("Ana Lind", "finance minister", "Kenya")),
        ("Ana Lind presented her credentials as Kenyan ambassador to Peru.", ("Ana Lind", "ambassador to peru", "Kenya")),
        ("Bergen police chief Ana Lind spoke.", ("Ana Lind", "police chief", "Bergen")),
        ("The UN refugee agency's representative, Ana Lind, spoke.", ("Ana Lind", "representative", "UN refugee agency")),
        ("Ana Lind, Chief Nurse, Mulago Hospital, spoke.", ("Ana Lind", "chief nurse", "Mulago Hospital")),
        ("The keynote will be given by Ana Lind, Treasurer, Democratic Unity Party.", ("Ana Lind", "treasurer", "Democratic Unity Party")),
        ("Ana Lind is the third woman to serve as chairman of Nordvik Steel.", ("Ana Lind", "chairman", "Nordvik Steel")),
        ("A delegation of Mulago Hospital led by its chief nurse, Ana Lind, arrived.", ("Ana Lind", "chief nurse", "Mulago Hospital")),
        ("She will hand over to Bambang Wiryawan, chairman of Nordvik Steel.", ("Bambang Wiryawan", "chairman", "Nordvik Steel")),
        ("Fr Ana Lind, parish priest of St Brigid's, spoke.", ("Ana Lind", "parish priest", "St Brigid's")),
        ("Members of UNICEF elected Ana Lind secretary-general at their congress.", ("Ana Lind", "secretary-general", "UNICEF")),
        ("Ana Lind, permanent secretary in the finance ministry, spoke.", ("Ana Lind", "permanent secretary", "finance ministry")),
        ("Ana Lind, spokesman for the armed forces, spoke.", ("Ana Lind", "spokesman", "armed forces")),
        ("Libya's rival foreign minister, Ana Lind, spoke.", ("Ana Lind", "foreign minister", "Libya")),
        ("Ana Lind, Dean of Engineering at Uppsala, spoke.", ("Ana Lind", "dean of engineering", "Uppsala")),
        ("Ana Lind, Dean of Medicine at Mulago Hospital, spoke.", ("Ana Lind", "dean of medicine", "Mulago Hospital")),
        ("Ana Lind, secretary of the World Communion of Free Churches, spoke.", ("Ana Lind", "secretary", "World Communion of Free Churches")),
        ("Rear-Admiral Ana Lind spoke.", ("Ana Lind", "rear-admiral", None)),
        ("The outgoing Registrar, Dr Ana Lind, spoke.", ("Ana Lind", "registrar", None)),
        ("Commission Vice-President Ana Lind spoke.", ("Ana Lind", "vice-president", "Commission")),
        ("Sister Ana Lind OSU was elected prioress.", ("Ana Lind", "prioress", None)),
        ("Ana Lind was designated officer in charge.", ("Ana Lind", "officer in charge", None)),
        ("Trade and Investment Cabinet Secretary Ana Lind spoke.", ("Ana Lind", "trade and investment cabinet secretary", None)),
        ("Judge Ana Lind of Ghana retired.", ("Ana Lind", "judge", None)),
    ],
)  # fmt: skip
def test_forms_of_offices(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in {office[:3] for office in offices(text)}
