"""Where a name begins and ends beside an office, its field and its body; people told from places and bodies."""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch.claims.build import extract_claims
from factwatch.extraction.passage import read_passage
from factwatch.model.claim import StatementClaim, TitleClaim
from factwatch.model.text import Document

PUBLISHED = dt.date(2025, 3, 26)


def titles(text: str) -> set[tuple[str, str, str | None]]:
    claims = extract_claims(Document(text=text, published=PUBLISHED)).claims
    return {(claim.person, claim.title, claim.of) for claim in claims if isinstance(claim, TitleClaim)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Assistant Secretary of State for East Asian Affairs Tom Alder spoke.",
            {("Tom Alder", "Assistant Secretary of State for East Asian Affairs", None)},
        ),
        ("Minister for Atlantic Fisheries Joana Reis spoke.", {("Joana Reis", "Minister for Atlantic Fisheries", None)}),
        ("Minister of Health Okoro spoke.", {("Okoro", "Minister of Health", None)}),
        ("Principal Secretary for Trade Abdi Warsame spoke.", {("Abdi Warsame", "Principal Secretary for Trade", None)}),
        (
            "The Minister for Youth, Fitness and Coastal Affairs, Hon. Ama Boadi, spoke.",
            {("Ama Boadi", "Minister for Youth, Fitness and Coastal Affairs", None)},
        ),
        ("The Minister for Trade and Export Growth, Ama Boadi, spoke.", {("Ama Boadi", "Minister for Trade and Export Growth", None)}),
        (
            "The Under-Secretary-General for Peacekeeping, Ama Boadi, spoke.",
            {("Ama Boadi", "Under-Secretary-General for Peacekeeping", None)},
        ),
        (
            "The Minister of State with responsibility for Sport, Ama Boadi, spoke.",
            {("Ama Boadi", "Minister of State with Responsibility for Sport", None)},
        ),
        ("Ama Boadi, chairman of Standard Chartered, spoke.", {("Ama Boadi", "Chairman", "Standard Chartered")}),
    ],
)
def test_a_field_in_capitals_ends_where_the_name_begins(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    """The words of the field belong to the title, those of the name to the person."""
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("African Union Commission chairperson Idris Bah spoke.", {("Idris Bah", "Chairperson", "African Union Commission")}),
        ("Lakeside Health chief executive Ruth Orr spoke.", {("Ruth Orr", "Chief Executive", "Lakeside Health")}),
        ("Real Oviedo sporting director Ruth Orr spoke.", {("Ruth Orr", "Sporting Director", "Real Oviedo")}),
        ("The Dean of St Brigid's Cathedral, Very Rev Ruth Orr, spoke.", {("Ruth Orr", "Dean", "St Brigid's Cathedral")}),
        ("Ruth Orr, leader of the main opposition Civic Party, spoke.", {("Ruth Orr", "Leader", "Civic Party")}),
        ("Ruth Orr, chair of Danish rival Nordvig, spoke.", {("Ruth Orr", "Chair", "Nordvig")}),
        ("Ruth Orr, governor of the northern state of Kaduna, spoke.", {("Ruth Orr", "Governor", "Kaduna")}),
        (
            "The Permanent Secretary in the Ministry of Health, Ruth Orr, spoke.",
            {("Ruth Orr", "Permanent Secretary", "Ministry of Health")},
        ),
        ("The city council's president, Ruth Orr, spoke.", {("Ruth Orr", "President", "city council")}),
        ("Captain Ruth Orr of the Lodz fire brigade spoke.", {("Ruth Orr", "Captain", "Lodz fire brigade")}),
        ("He met Far North MP Ruth Orr.", {("Ruth Orr", "MP", "Far North")}),
        ("The Ambassador of the Republic of China (Taiwan), H.E. Peter Lin, spoke.", {("Peter Lin", "Ambassador", "Taiwan")}),
    ],
)
def test_the_body_of_an_office_is_given_whole(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    """Capitals before an office in small letters are the body's; what describes a body is no part of its name."""
    assert titles(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They met at the Queen Amalia hotel.",
        "They walked along President Wilson Street.",
        "Princess Ana Sofia, the king's niece, spoke.",
        "She lives in Lord Nelson Terrace.",
    ],
)
def test_a_house_or_a_relative_has_no_such_office(text: str) -> None:
    """Rulers in the names of houses and streets, and those to whom somebody is related, give nobody an office."""
    assert all(title == "Princess" for _, title, _ in titles(text))


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Prime Minister Jude Law spoke.", "Jude Law"),
        ("Colonel Anne-Marie Almelo spoke.", "Anne-Marie Almelo"),
        ("The minister, Joan Ferris MP, spoke.", "Joan Ferris"),
        ("He saw Ruth Mwale and General Ali Omar.", "Ali Omar"),
    ],
)
def test_a_name_is_given_whole(text: str, person: str) -> None:
    """Family names that are nouns or towns belong to the name, letters after it do not."""
    assert person in {name for name, _, _ in titles(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Poland's deputy prime minister and digital affairs minister, Ewa Mazur, spoke.",
            {("Ewa Mazur", "Deputy Prime Minister", "Poland"), ("Ewa Mazur", "Digital Affairs Minister", "Poland")},
        ),
        ("The Governor of Kogi State, His Excellency, Alhaji Musa Odoh, spoke.", {("Musa Odoh", "Governor", "Kogi State")}),
        ("Foreign Minister German Kovalenko spoke.", {("German Kovalenko", "Foreign Minister", None)}),
        (
            "Saudi Minister of Foreign Affairs Prince Khalid bin Turki spoke.",
            {("Khalid bin Turki", "Minister of Foreign Affairs", "Saudi Arabia"), ("Khalid bin Turki", "Prince", None)},
        ),
        ("Wallabies coach Geoff Parr spoke.", {("Geoff Parr", "Coach", "Wallabies")}),
        ("Ministry of Commerce spokesperson He Yong spoke.", {("He Yong", "Spokesperson", "Ministry of Commerce")}),
        ("He Yongqi, chairman of the National People's Congress, spoke.", {("He Yongqi", "Chairman", "National People's Congress")}),
        (
            "Shares in cosmetics maker Fleurance rose. Fleurance, whose chairman is Paul Agos, is based in Lyon.",
            {("Paul Agos", "Chairman", "Fleurance")},
        ),
        ("Archbishop of Lima Carlos Castillo spoke.", {("Carlos Castillo", "Archbishop", "Lima")}),
    ],
)
def test_people_places_and_bodies_are_told_apart(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    """A name is a person's, a place's or a company's by what stands around it."""
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nermin Kos, leader of the opposition Social Democratic Party, spoke.", {("Nermin Kos", "Leader", "Social Democratic Party")}),
        ("Nermin Kos, leader of the opposition, spoke.", {("Nermin Kos", "Leader of the Opposition", None)}),
        ("Nermin Kos, president of the Serb Republic, spoke.", {("Nermin Kos", "President", "Serb Republic")}),
        ("Athletic Oviedo manager Nermin Kos spoke.", {("Nermin Kos", "Manager", "Athletic Oviedo")}),
        ("Denver Nuggets coach Nermin Kos spoke.", {("Nermin Kos", "Coach", "Denver Nuggets")}),
        (
            "Assistant Secretary for South American and Atlantic Affairs Nermin Kos spoke.",
            {("Nermin Kos", "Assistant Secretary for South American and Atlantic Affairs", None)},
        ),
        (
            "He met Foreign Policy Secretariat Secretary General Nermin Kos.",
            {("Nermin Kos", "Secretary General", "Foreign Policy Secretariat")},
        ),
        ("National Security Adviser Nermin Kos spoke.", {("Nermin Kos", "National Security Adviser", None)}),
        ("Professor Emeritus Nermin Kos spoke.", {("Nermin Kos", "Professor", None)}),
        ("Ghana's minister of advanced education, Nermin Kos, spoke.", {("Nermin Kos", "Minister of Advanced Education", "Ghana")}),
        ("Jordan Lake, president of the student union, spoke.", {("Jordan Lake", "President", "student union")}),
        (
            "Ana Reis, the governor of Bahia, and the city's mayor, Nermin Kos, spoke.",
            {("Ana Reis", "Governor", "Bahia"), ("Nermin Kos", "Mayor", None)},
        ),
    ],
)
def test_a_longer_phrase_is_read_to_its_end(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    """Parties, clubs, fields and marks behind an office are whole; an office of the next name is not the one's before."""
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The head of the National Water Commission, Omar Said, spoke.", {("Omar Said", "Head", "National Water Commission")}),
        (
            "Omar Said, chairman of the Uganda Conference of Catholic Bishops, spoke.",
            {("Omar Said", "Chairman", "Uganda Conference of Catholic Bishops")},
        ),
        ("Central bank deputy governor Omar Said spoke.", {("Omar Said", "Deputy Governor", "Central bank")}),
        ("UN Syria envoy Omar Said spoke.", {("Omar Said", "Syria Envoy", "UN")}),
        (
            "She met Kazakh Deputy Prime Minister and Foreign Minister Omar Said.",
            {("Omar Said", "Deputy Prime Minister", "Kazakhstan"), ("Omar Said", "Foreign Minister", "Kazakhstan")},
        ),
        ("Sen. Omar Said, R-Idaho, spoke.", {("Omar Said", "Senator", "Idaho")}),
        ("Omar Said, a former partner at the consultancy Bell & Moss, spoke.", {("Omar Said", "Partner", "Bell & Moss")}),
    ],
)
def test_a_body_is_no_field(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    """A body behind an office is what it is of; a region before one is its field where a country stands before."""
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("She arrived in Atacama.", "LOC"),
        ("She flew to North Kivu.", "LOC"),
        ("Atacama spoke first.", "PER"),
    ],
)
def test_a_lesser_division_is_a_place_where_the_words_say_so(text: str, kind: str) -> None:
    """The name of a division behind a preposition of place is a place's; elsewhere it may be a person's."""
    (sentence,) = read_passage(Document(text=text)).sentences
    assert kind in {node.kind for node in sentence.nodes if node.text[0].isupper()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The chairman of the National Water and Sewerage Authority, Eva Roy, spoke.",
            {("Eva Roy", "Chairman", "National Water and Sewerage Authority")},
        ),
        (
            "The Minister for Climate Resilience, the Environment and Renewable Energy, Eva Roy, spoke.",
            {("Eva Roy", "Minister for Climate Resilience, the Environment and Renewable Energy", None)},
        ),
        (
            "The Director-General of Mineral and Petroleum Resources, Eva Roy, spoke.",
            {("Eva Roy", "Director-General of Mineral and Petroleum Resources", None)},
        ),
        (
            "Mexico's Undersecretary for Latin America and the Caribbean, Eva Roy, spoke.",
            {("Eva Roy", "Undersecretary for Latin America and the Caribbean", "Mexico")},
        ),
        ("Prince Albert IV of Monaco spoke.", {("Albert IV", "Prince", "Monaco")}),
        ("Bank of Canada governor Eva Roy spoke.", {("Eva Roy", "Governor", "Bank of Canada")}),
        ("Chega leader Eva Roy spoke.", {("Eva Roy", "Leader", "Chega")}),
        ("The army chief, General Eva Roy, spoke.", {("Eva Roy", "Army Chief", None), ("Eva Roy", "General", None)}),
        ("Eva Roy, a dentist and former vice president, spoke.", {("Eva Roy", "Vice President", None)}),
        ("Barbados' Minister in the Ministry of Health, Eva Roy, spoke.", {("Eva Roy", "Minister in the Ministry of Health", "Barbados")}),
    ],
)
def test_lists_within_an_office_or_a_body_stay_together(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    """'and' and commas join fields of one office, fields of one body, and places of one desk."""
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jan Kacz, chairman of the opposition Law and Justice party, spoke.", {("Jan Kacz", "Chairman", "Law and Justice")}),
        (
            "Mazlum Abdi, commander of the Kurdish-led Syrian Democratic Forces, spoke.",
            {("Mazlum Abdi", "Commander", "Syrian Democratic Forces")},
        ),
        ("Water Minister Don Punch spoke.", {("Don Punch", "Water Minister", None)}),
        ("Club president Don Ignacio Ruiz spoke.", {("Ignacio Ruiz", "Club President", None)}),
        ("Intelligence chief Omar Kalin spoke.", {("Omar Kalin", "Intelligence Chief", None)}),
        (
            "The assembly's president, Philippine Health Secretary Teo Lim, spoke.",
            {("Teo Lim", "President", "assembly"), ("Teo Lim", "Health Secretary", "Philippines")},
        ),
        ("With us is the shadow defence secretary, James Hunt.", {("James Hunt", "Shadow Defence Secretary", None)}),
        ("Omar Kalin, head of the Maronite Church, spoke.", {("Omar Kalin", "Head", "Maronite Church")}),
    ],
)
def test_what_describes_a_body_is_no_part_of_it(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    """The name within a description is the body; given names and forms of address are told apart."""
    assert {(person, title, of) for person, title, of in titles(text)} == expected


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Nordvik AG cut its forecast. Chief executive Ida Lund resigned hope.", "Nordvik AG"),
        ("Nordvik AG cut its forecast and so did Sudvik AG. Chief executive Ida Lund spoke.", None),
        ("Nordvik AG cut its forecast. Professor Ida Lund spoke.", None),
        ("The city council objected. Its chair, Ida Lund, spoke.", "city council"),
        ("Ida Lund, chairwoman of Formosa Etch, spoke.", "Formosa Etch"),
    ],
)
def test_an_executive_without_a_word_on_it_is_of_the_only_company(text: str, of: str | None) -> None:
    """Only where the document has named one body alone; 'its' may be that of a body without a name."""
    assert {body for _, _, body in titles(text)} == {of}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ghana's Deputy Prime Minister and Foreign Minister Ida Lund spoke.",
            {("Ida Lund", "Deputy Prime Minister", "Ghana"), ("Ida Lund", "Foreign Minister", "Ghana")},
        ),
        ("Magallanes Regional Governor Ida Lund spoke.", {("Ida Lund", "Regional Governor", "Magallanes")}),
        ("Anglo American Chile president Ida Lund spoke.", {("Ida Lund", "President", "Anglo American Chile")}),
        (
            "The ship's commanding officer, Captain Ida Lund RN, spoke.",
            {("Ida Lund", "Commanding Officer", None), ("Ida Lund", "Captain", None)},
        ),
        ("Fund manager Ida Lund spoke.", set()),
    ],
)
def test_posts_of_services_firms_and_levels(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    """A level of government goes with the office, a firm's country with the firm; a calling is no office."""
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Prairie Growers said prices would rise.", {"Prairie Growers"}),
        ("Ama Boadi joined Bright Harbour in 2019. She said it was fun.", {"Ama Boadi"}),
        ("Striker Stone said he was tired.", {"Stone"}),
        ("Uncle Ray Dunn said he was tired.", {"Ray Dunn"}),
        ("Rukhsana Cook is a minister. Cook said prices would rise.", {"Rukhsana Cook"}),
    ],
)
def test_a_name_of_common_words_is_a_bodys(text: str, found: set[str]) -> None:
    """Nobody is called 'Growers', and the first word of the sentence belongs to the name."""
    claims = extract_claims(Document(text=text, published=PUBLISHED)).claims
    assert {claim.speaker for claim in claims if isinstance(claim, StatementClaim)} == found


@pytest.mark.parametrize(
    "text",
    [
        "Ama Boadi received her Ph.D. in Linguistics in 2004.",
        "Ama Boadi bought a Corvette in Boston.",
        "They walked along President Kennedy Boulevard in Accra.",
        "She sang at the Prince Albert Hall on Friday.",
    ],
)
def test_a_thing_is_nobody(text: str) -> None:
    """What somebody has, or one of many, neither travels nor holds an office; nor does a street."""
    assert not extract_claims(Document(text=text, published=PUBLISHED)).claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pope named Noel Cruz Bishop of Calapan West on Monday.", {("Noel Cruz", "Bishop", "Calapan West")}),
        ("President Syed Malik Alsagoff spoke.", {("Syed Malik Alsagoff", "President", None)}),
        ("She met her Czech counterpart, Prime Minister Jana Novak.", {("Jana Novak", "Prime Minister", "Czech Republic")}),
        ("Chief Rosalie Squakin of the Upper Similkameen Band spoke.", {("Rosalie Squakin", "Chief", "Upper Similkameen Band")}),
        ("The Clerk of the House, Barr. Ngozi Ilodibe, spoke.", {("Ngozi Ilodibe", "Clerk", "House")}),
        ("Dr Ewart Dunn has moved patients to the Queen's ward.", set()),
        ("Senator Padraig Park spoke.", {("Padraig Park", "Senator", None)}),
        ("Denmark's ambassador, Torkild Lake, spoke.", {("Torkild Lake", "Ambassador", "Denmark")}),
        ("Bishop Dean Kvara of Segorbe spoke.", {("Dean Kvara", "Bishop", "Segorbe")}),
        ("Coach Yusuf Haji left.", {("Yusuf Haji", "Coach", None)}),
        ("They met the mayor in Regent Park.", set()),
    ],
)
def test_names_beside_their_places(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    """Quarters of a see, given names that are offices too, the country of a counterpart, a band and its chief."""
    assert titles(text) == expected
