"""Offices as told prose gives them: inverted clauses, two descriptions of one holder, owners that are no names."""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch import extract

PUBLISHED = dt.date(2026, 6, 24)


def offices(text: str) -> set[tuple[str, str, str | None, str]]:
    """Return person, office, body and status of what *text* claims."""
    found = extract(text, published=PUBLISHED).claims
    return {(str(claim.person), str(claim.title), claim.of, str(claim.status)) for claim in found if claim.kind == "title"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Absent was the Swiss foreign minister, Ana Lind, who was kept in Bern.", ("Ana Lind", "Foreign Minister", "Switzerland", "current")),
        ("Instead it was Peru's deputy premier, Ana Lind, who spoke.", ("Ana Lind", "Deputy Premier", "Peru", "current")),
        ("Her opponent is the mayor of Gdansk, Ana Lind.", ("Ana Lind", "Mayor", "Gdansk", "current")),
        ("The moderator, the former governor-general Ana Lind, opened the talks.", ("Ana Lind", "Moderator", None, "current")),
        ("She met the chair of Unicef's youth board, the Finnish MEP Ana Lind.", ("Ana Lind", "Chair", "Unicef's youth board", "current")),
        ("Nordvik Steel sent its regional secretary in Wales, Ana Lind.", ("Ana Lind", "Regional Secretary", "Nordvik Steel", "current")),
        ("He met the players' captain, Ana Lind, at a hotel.", ("Ana Lind", "Captain", None, "current")),
        ("With him was the navy's northern commander, Ana Lind.", ("Ana Lind", "Northern Commander", "navy", "current")),
        ("The minister for Karelia affairs, Ana Lind, spoke.", ("Ana Lind", "Minister for Karelia Affairs", None, "current")),
        ("Moyo district's resident judge, Ana Lind, spoke.", ("Ana Lind", "Resident Judge", "Moyo district", "current")),
        ("He met Deputy Minister Senior Colonel Ana Lind.", ("Ana Lind", "Deputy Minister", None, "current")),
        ("Lind, now an adviser to Peru's government, spoke.", ("Lind", "Adviser", "Peru", "current")),
        ("It was Mayor Ana Lind herself, a former harbour master, who spoke.", ("Ana Lind", "Harbour Master", None, "former")),
        ("The mayor of Lima, Ana Lind, a former commander of the Fiji Navy, spoke.", ("Ana Lind", "Mayor", "Lima", "current")),
        ("The mayor of Lima, Ana Lind, a former commander of the Fiji Navy, spoke.", ("Ana Lind", "Commander", "Fiji Navy", "former")),
        ("The mayor of Lima, Ana Lind (formerly a judge of the High Court), spoke.", ("Ana Lind", "Judge", "High Court", "former")),
        ("The mayor of Lima, Ana Lind, also captain of Fiji, spoke.", ("Ana Lind", "Captain", "Fiji", "current")),
        ("It was Peru's premier, Ana Lind, 54, a former judge of the High Court, who spoke.", ("Ana Lind", "Premier", "Peru", "current")),
        ("As the Dutch president, Ana Lind, put it, nobody won.", ("Ana Lind", "President", "Netherlands", "current")),
        ("It was up to the Dean of Lima, Bishop Ana Lind of Cusco, who spoke.", ("Ana Lind", "Dean", "Lima", "current")),
        ("The deputy envoy to Mali, Major General Ana Lind (Uganda), will be in charge.", ("Ana Lind", "Deputy Envoy to Mali", None, "current")),
        ("He was met by the trade envoy to Central Asia, Ana Lind.", ("Ana Lind", "Trade Envoy to Central Asia", None, "current")),
        ("Ana Lind – who was mayor of Lima from 2011 to 2015 – said so.", ("Ana Lind", "Mayor", "Lima", "former")),
        ("Ana Lind, at the time mayor of Lima, opened the bridge.", ("Ana Lind", "Mayor", "Lima", "former")),
        ("Ana Lind, the Peruvian-born chief executive of Nordvik Steel, spoke.", ("Ana Lind", "Chief Executive", "Nordvik Steel", "current")),
        ("Ana Lind is serving her second term as mayor of Lima.", ("Ana Lind", "Mayor", "Lima", "current")),
        ("In her previous job as mayor of Lima, Ana Lind built 300 schools.", ("Ana Lind", "Mayor", "Lima", "former")),
        ("Before becoming chief executive of Nordvik Steel, Ana Lind was mayor of Lima.", ("Ana Lind", "Mayor", "Lima", "former")),
        ("Nordvik Steel has promoted its finance director, Ana Lind, to chief executive.", ("Ana Lind", "Finance Director", "Nordvik Steel", "former")),
        ("Ana Lind is leaving to join Nordvik Steel as chairman.", ("Ana Lind", "Chairman", "Nordvik Steel", "designate")),
        ("Representing Peru was its deputy minister of trade, Ana Lind.", ("Ana Lind", "Deputy Minister of Trade", "Peru", "current")),
        ("Ana Lind joins Nordvik Steel as chairman in September.", ("Ana Lind", "Chairman", "Nordvik Steel", "designate")),
        ("President Tom Orr's chief of staff, Ana Lind, denied it.", ("Ana Lind", "Chief of Staff", None, "current")),
        ("Prime Minister Tom Orr's spokeswoman, Ana Lind, denied it.", ("Ana Lind", "Spokeswoman", None, "current")),
        ("The Amir of Qatar, Ana Lind, spoke.", ("Ana Lind", "Amir", "Qatar", "current")),
        ("The UN resident and humanitarian coordinator, Ana Lind, spoke.", ("Ana Lind", "Resident and Humanitarian Coordinator", "UN", "current")),
        ("The registrar, Ana Lind, said so.", ("Ana Lind", "Registrar", None, "current")),
        ("Her host that evening was the president of Unicef, the Singaporean Ana Lind, who left.", ("Ana Lind", "President", "Unicef", "current")),
        ("The Queen received Ana Lind upon her appointment as Mistress of the Robes.", ("Ana Lind", "Mistress of the Robes", None, "current")),
        ("She dined with the visiting state secretary from Berlin, Ana Lind.", ("Ana Lind", "State Secretary", None, "current")),
        ("Ana Lind, for eleven years rector of Uppsala University, spoke.", ("Ana Lind", "Rector", "Uppsala University", "former")),
        ("Ana Lind, at that time the head of Unicef, spoke.", ("Ana Lind", "Head", "Unicef", "former")),
        ("Tom Orr is mayor of Lima. The man he replaced in the job on Friday, Ana Lind, has left.", ("Ana Lind", "Mayor", "Lima", "former")),
        ("Premier Tom Orr of Peru met his counterpart, Uruguay's Ana Lind.", ("Ana Lind", "Premier", "Uruguay", "current")),
        ("The mayor of Lima, Ana Lind, has resigned on her appointment as head of Unicef.", ("Ana Lind", "Mayor", "Lima", "former")),
        ("He saw the president's adviser, Ana Lind, twice.", ("Ana Lind", "Adviser", None, "current")),
        ("He will hand over to Ana Lind, at present finance director of Nordvik Steel.", ("Ana Lind", "Finance Director", "Nordvik Steel", "current")),
        ("His guest, Ana Lind, the mayor of Lima, spoke.", ("Ana Lind", "Mayor", "Lima", "current")),
        ("He met its governor, Ana Lind, formerly the mayor of Lima; she spoke.", ("Ana Lind", "Mayor", "Lima", "former")),
        ("Ana Lind has been abroad. As Peru's economy minister she has been to Quito.", ("Ana Lind", "Economy Minister", "Peru", "current")),
        ("Ana Lind has been the president's spokeswoman since May.", ("Ana Lind", "Spokeswoman", None, "current")),
        ("Cardinal Ana Lind, the Malagasy prefect of the Dicastery for Culture, spoke.", ("Ana Lind", "Prefect", "Dicastery for Culture", "current")),
        ("The Executive Board of the Rail Workers' Union elected Ana Lind general secretary.", ("Ana Lind", "General Secretary", "Rail Workers' Union", "current")),
        ("Ana Lind has spent her first fortnight as mayor of Gdansk abroad.", ("Ana Lind", "Mayor", "Gdansk", "current")),
        ("Kenya's defence secretary, Jo Roe, met his opposite number in Oslo, Ana Lind.", ("Ana Lind", "Defence Secretary", "Norway", "current")),
        ("Foreign Minister Jo Roe wrote to her counterpart from Ghana, Ms Ana Lind.", ("Ana Lind", "Foreign Minister", "Ghana", "current")),
        ("The Treasurer rang his counterpart from Ghana, Ana Lind. Premier Jo Roe did not.", ("Ana Lind", "Treasurer", "Ghana", "current")),
        ("The trade minister, Jo Roe, came. It was their first talk since Roe replaced Ana Lind in the post.", ("Ana Lind", "Trade Minister", None, "former")),
        ("He saw the Vice Premier - Minister of Health of the Republic of Peru, Ana Lind.", ("Ana Lind", "Vice Premier", "Peru", "current")),
        ("He saw Vice Premier/Minister of Health Ana Lind.", ("Ana Lind", "Vice Premier", None, "current")),
        ("Minister Dato' Sri Ana Lind spoke.", ("Ana Lind", "Minister", None, "current")),
        ("Finance Minister Sri Mulyana Lind spoke.", ("Sri Mulyana Lind", "Finance Minister", None, "current")),
        ("Foreign Minister Lyonpo Ana Lind spoke.", ("Ana Lind", "Foreign Minister", None, "current")),
        ("Jakarta's foreign minister, Ana Lind, spoke.", ("Ana Lind", "Foreign Minister", "Indonesia", "current")),
        ("La Paz refused. Its environment minister, Ana Lind, spoke.", ("Ana Lind", "Environment Minister", "Bolivia", "current")),
        ("Delhi's chief minister, Ana Lind, spoke.", ("Ana Lind", "Chief Minister", "Delhi", "current")),
        ("The Europe minister, Ana Lind, spoke.", ("Ana Lind", "Europe Minister", None, "current")),
        ("Germany's Europe minister, Ana Lind, spoke.", ("Ana Lind", "Europe Minister", "Germany", "current")),
        ("The Board of Governors of Kano University appointed Ana Lind president.", ("Ana Lind", "President", "Kano University", "current")),
        ("He met the head of the sovereign fund Temasya, Ana Lind.", ("Ana Lind", "Head", "Temasya", "current")),
        ("The head of the development bank Ana Lind spoke.", ("Ana Lind", "Head", "development bank", "current")),
        ("Jo Roe resigned as chief executive and finance chief Ana Lind filled the role.", ("Ana Lind", "Finance Chief", None, "current")),
    ],
)  # fmt: skip
def test_offices_in_prose(text: str, expected: tuple[str, str, str | None, str]) -> None:
    assert expected in offices(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Orr is chief executive of Nordvik Steel. He inherited the job from Ana Lind in 2022.", ("Ana Lind", "Chief Executive", "Nordvik Steel", "former")),
        ("The mayor of Lima, Tom Orr, took the job over from Ana Lind in May.", ("Ana Lind", "Mayor", "Lima", "former")),
        ("Governor Tom Orr, who took over from the late Ana Lind last year, spoke.", ("Ana Lind", "Governor", None, "former")),
        ("The mayor of Lima, Tom Orr, was seen with Ana Lind, the woman he replaced.", ("Ana Lind", "Mayor", "Lima", "former")),
        ("Tom Orr is mayor of Lima. The woman he succeeded, Ana Lind, has retired.", ("Ana Lind", "Mayor", "Lima", "former")),
        ("It was the abrupt exit of Ana Lind, whose tenure as mayor of Lima lasted ten months.", ("Ana Lind", "Mayor", "Lima", "former")),
        ("President-elect Tom Orr of Peru, a vet, beat the incumbent, Ana Lind.", ("Ana Lind", "President", "Peru", "current")),
        ("The mayor of Lima, Tom Orr, elected last year to succeed Ana Lind, spoke.", ("Ana Lind", "Mayor", "Lima", "former")),
        ("Tom Orr quit as mayor of Lima on Monday. In his stead comes Ana Lind.", ("Ana Lind", "Mayor", "Lima", "current")),
        ("The council elected Tom Orr president of Unicef, ending the nine-year reign of Ana Lind.", ("Ana Lind", "President", "Unicef", "former")),
        ("Ana Lind told the board she was leaving to become mayor of Lima.", ("Ana Lind", "Mayor", "Lima", "designate")),
        ("Rector Ana Lind departs in November to become mayor of Lima.", ("Ana Lind", "Mayor", "Lima", "designate")),
        ("Ana Lind left Unicef to become mayor of Lima.", ("Ana Lind", "Mayor", "Lima", "current")),
        ("Tom Orr returned as coach of Leones, taking the reins from caretaker Ana Lind.", ("Tom Orr", "Coach", "Leones", "current")),
        ("Tom Orr returned as coach of Leones, taking the reins from caretaker Ana Lind.", ("Ana Lind", "Coach", "Leones", "former")),
        ("The mayor of Lima, Tom Orr, will be followed on 1 September by Ana Lind.", ("Ana Lind", "Mayor", "Lima", "designate")),
        ("Ana Lind has lately been the patriarchate's chief secretary.", ("Ana Lind", "Chief Secretary", "patriarchate", "current")),
        ("Premier Tom Orr of Peru met his counterpart from Kenya, Ana Lind.", ("Ana Lind", "Premier", "Kenya", "current")),
        ("Tom Orr, premier of Peru, met his counterparts from Kenya and Ghana, Kofi Osei and Ana Lind.", ("Ana Lind", "Premier", "Ghana", "current")),
        ("Tom Orr, premier of Peru, saw his opposite number in Nairobi, Ana Lind.", ("Ana Lind", "Premier", "Kenya", "current")),
        ("Peru's president-elect is Tom Orr. Orr, a vet by training, beat the incumbent, Ana Lind, in a run-off.", ("Ana Lind", "President", "Peru", "current")),
        ("Ana Lind became mayor of Lima in May. She had previously served as minister of works.", ("Ana Lind", "Minister of Works", None, "former")),
        ("The opposition senator Ana Lind spoke.", ("Ana Lind", "Senator", None, "current")),
        ("King Olav and Queen Ana of Norway left.", ("Olav", "King", "Norway", "current")),
        ("Governor Peter Will left. Mr Will, who took over from the late Ana Lind last year, spoke.", ("Ana Lind", "Governor", None, "former")),
        ("The mayor of Lima, Ana Lind, spoke to us before her departure for Quito.", ("Ana Lind", "Mayor", "Lima", "current")),
        ("The mayor of Lima, Ana Lind, announced her departure on Monday.", ("Ana Lind", "Mayor", "Lima", "former")),
        ("Previously dean of science at Uppsala, Professor Ana Lind has written much.", ("Ana Lind", "Dean of Science", "Uppsala", "former")),
        ("Ana Lind has been appointed to take over from Tom Orr as mayor of Lima in May.", ("Ana Lind", "Mayor", "Lima", "designate")),
        ("Ana Lind was named crown princess by her brother the emir.", ("Ana Lind", "Crown Princess", None, "current")),
        ("Ana Lind was appointed deputy prime minister, minister of defence and acting minister of trade.", ("Ana Lind", "Minister of Defence", None, "current")),
        ("Ana Lind was appointed deputy prime minister, minister of defence and acting minister of trade.", ("Ana Lind", "Minister of Trade", None, "acting")),
        ("Ana Lind is minister of oil, electricity and water.", ("Ana Lind", "Minister of Oil, Electricity and Water", None, "current")),
        ("Ana Lind is minister of state for development and sustainability.", ("Ana Lind", "Minister of State for Development and Sustainability", None, "current")),
        ("Tom Orr was appointed minister of trade, Ana Lind as minister of works, and Yaw Osei as finance minister.", ("Ana Lind", "Minister of Works", None, "current")),
        ("He appointed Ana Lind of Fiji, who had been a judge, as deputy director-general of Unicef.", ("Ana Lind", "Deputy Director-General", "Unicef", "current")),
        ("Ana Lind served as the president's special envoy for trade.", ("Ana Lind", "Special Envoy for Trade", None, "former")),
        ("Ana Lind took charge on Monday as the next army chief, replacing Tom Orr.", ("Ana Lind", "Army Chief", None, "current")),
        ("Nordvik Steel said its chief executive for over four years, Ana Lind, would leave.", ("Ana Lind", "Chief Executive", "Nordvik Steel", "current")),
        ("Ana Lind was named diocesan bishop of Monterey.", ("Ana Lind", "Bishop", "Monterey", "designate")),
        ("The former commander of the army, General Ana Lind formally handed over the flag.", ("Ana Lind", "Commander", "army", "former")),
        ("Ana Lind arrived in Oslo on Monday. The Peruvian trade minister will stay until Friday.", ("Ana Lind", "Trade Minister", "Peru", "current")),
    ],
)  # fmt: skip
def test_offices_handed_on_in_prose(text: str, expected: tuple[str, str, str | None, str]) -> None:
    assert expected in offices(text)


@pytest.mark.parametrize(
    "text",
    [
        "She was the professor's pupil, Ana Lind said.",
        "Ana Lind has been the president's brother-in-law since May.",
        "Zainab Khan was mayor of Kano, Ana Lind said.",
        "She was there for a year at Lind, its ambassador in Tokyo said.",
        "President Tom Orr's wife, Ana Lind, denied it.",
        "President Tom Orr's deputy, Ana Lind, denied it.",
        "Ana Lind died in the fire. Peru's trade minister ordered an inquiry.",
        "Ana Lind, a nurse, flew to Rome. The Peruvian trade minister ordered an inquiry.",
        "The mayor of Lima, Tom Orr, inherited a farm from Ana Lind.",
        "The mayor of Lima, Tom Orr, was seen with Ana Lind, the woman he married.",
        "It was a director, Ana Lind, and two clerks that left.",
        "Kenya's defence secretary, Jo Roe, met his brother in Oslo, Ana Lind.",
        "Jo Roe, the coach, replaced Ana Lind in the second half.",
        "Jo Roe resigned as head coach and Ana Lind filled the role.",
    ],
)
def test_no_offices_in_prose(text: str) -> None:
    assert not [claim for claim in offices(text) if claim[0] == "Ana Lind"]


def test_a_ruler_whose_title_is_a_name() -> None:
    """'Amir' is a name where nothing rules."""
    assert not offices("Amir Khan stayed, and the boxer Amir Lind won.")


def test_who_gives_an_office_has_not_got_it() -> None:
    """The agent's office is no office of who is named by him."""
    assert not [claim for claim in offices("Ana Lind was named crown princess by her brother the emir.") if claim[1] == "Emir"]


def test_an_office_and_another_holder_in_a_list() -> None:
    """A list of people is no description of one."""
    row = offices("He met the moderator, Ana Lind, the mayor of Kano, Tom Orr, and a former judge.")
    assert {claim[1] for claim in row if claim[0] == "Ana Lind"} == {"Moderator"}
    found = offices("He met the moderator, the former governor Ana Lind and the mayor of Kano.")
    assert ("Ana Lind", "Moderator", None, "current") not in found
