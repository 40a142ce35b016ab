"""Offices of many kinds beside their holders: who holds what of which body."""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch.claims.build import extract_claims
from factwatch.model.claim import TitleClaim
from factwatch.model.text import Document

PUBLISHED = dt.date(2026, 3, 18)


def titles(text: str) -> set[tuple[str, str, str | None, str]]:
    claims = extract_claims(Document(text=text, published=PUBLISHED)).claims
    return {(claim.person, claim.title, claim.of, claim.status) for claim in claims if isinstance(claim, TitleClaim)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A spokesman for President Ana Lind said no.", {("Ana Lind", "President", None, "current")}),
        ("An aide to former Kenyan Foreign Minister Ana Lind said no.", {("Ana Lind", "Foreign Minister", "Kenya", "former")}),
        (
            "Leo Brand, a spokesman for Justice Minister Ana Lind, said no.",
            {("Leo Brand", "Spokesman", None, "current"), ("Ana Lind", "Justice Minister", None, "current")},
        ),
        (
            "The King and Queen of Norway, Olav and Ana, will visit Peru.",
            {("Olav", "King", "Norway", "current"), ("Ana", "Queen", "Norway", "current")},
        ),
        (
            "The chairman and chief executive of Tern Air, Ana Lind and Leo Brand, said no.",
            {("Ana Lind", "Chairman", "Tern Air", "current"), ("Leo Brand", "Chief Executive", "Tern Air", "current")},
        ),
        (
            "The governor and chief judge, Ana Lind, said no.",
            {("Ana Lind", title, None, "current") for title in ("Governor", "Chief Judge")},
        ),
        ("Liberia's candidate, Ana Lind, said no.", set()),
        ("Secretary for Justice Ana Lind said no.", {("Ana Lind", "Secretary for Justice", None, "current")}),
        ("Ambassador to Japan Dr. Ana Lind said no.", {("Ana Lind", "Ambassador to Japan", None, "current")}),
        ("Florence Lind's foreign minister, Leo Brand, said no.", {("Leo Brand", "Foreign Minister", None, "current")}),
        ("Arthur Lind's chief executive, Leo Brand, said no.", {("Leo Brand", "Chief Executive", "Arthur Lind", "current")}),
        ("A friend of Florence Lind said no.", set()),
        ("The bishop of Florence Leo Brand said no.", {("Leo Brand", "Bishop", "Florence", "current")}),
    ],
)
def test_those_who_serve_a_named_person_have_an_office_of_their_own(text: str, expected: set[tuple[str, str, str | None, str]]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("words", "title", "of"),
    [
        ("Foreign Ministry spokeswoman Ana Lind", "Spokeswoman", "Foreign Ministry"),
        ("A Danish foreign ministry spokeswoman, Ana Lind,", "Spokeswoman", "Danish foreign ministry"),
        ("Ana Lind, a spokeswoman for the transport ministry,", "Spokeswoman", "transport ministry"),
        ("Ana Lind, an adviser to the president,", "Adviser to the President", None),
        ("A spokesman for the president, Ana Lind,", "Spokesman for the President", None),
        ("Ana Lind, chief of staff to the premier,", "Chief of Staff to the Premier", None),
        ("Supreme Court Justice Ana Lind", "Justice", "Supreme Court"),
        ("U.S. Treasury Secretary Ana Lind", "Treasury Secretary", "United States"),
        ("Kremlin spokeswoman Ana Lind", "Spokeswoman", "Kremlin"),
        ("European Trade Commissioner Ana Lind", "Trade Commissioner", "European Commission"),
        ("Liberal Democrat leader Ana Lind", "Leader", "Liberal Democrats"),
        ("Sen. Ana Lind, D-Ohio,", "Senator", "Ohio"),
        ("Rep. Ana Lind (R-Texas)", "Representative", "Texas"),
        ("Sen. Ana Lind, R-S.C.,", "Senator", "South Carolina"),
        ("Rep. Ana Lind (D-CA)", "Representative", "California"),
        ("Ana Lind, the Labour MP for Bolton West,", "MP", "Bolton West"),
        ("Member of Parliament for Gulu East Hellen Auma", "Member of Parliament", "Gulu East"),
        ("The mayor of the southern port city of Odesa, Ana Lind,", "Mayor", "Odesa"),
        ("Ana Lind, Minister for Health, Wellness and the Elderly,", "Minister for Health, Wellness and the Elderly", None),
        ("Ana Lind, the minister in charge of housing,", "Minister in Charge of Housing", None),
        ("Ana Lind, Minister in the Prime Minister's Office,", "Minister", "Prime Minister's Office"),
        ("Ana Lind, head of trading at ING,", "Head of Trading", "ING"),
        ("Ana Lind, senior lecturer in economics at the University of Ghana,", "Senior Lecturer in Economics", "University of Ghana"),
        ("Ana Lind, Africa director at Oxfam,", "Africa Director", "Oxfam"),
        ("Ana Lind, the Belgian head of Europol,", "Head", "Europol"),
        ("Ana Lind, country director for Save the Children,", "Country Director", "Save the Children"),
        ("Ana Lind, executive director of Greenpeace Africa,", "Executive Director", "Greenpeace Africa"),
        ("Ana Lind, a board member of the Ford Foundation,", "Board Member", "Ford Foundation"),
        ("Ana Lind, ranking member on the Senate Armed Services Committee,", "Ranking Member", "Senate Armed Services Committee"),
        ("Ana Lind, aged 52, Ghana's finance minister,", "Finance Minister", "Ghana"),
        ("Bishop Ana Lind, president of the bishops' conference,", "President", "bishops' conference"),
        ("Chelsea captain Reece Lind", "Captain", "Chelsea"),
        ("Arsenal manager Reece Lind", "Manager", "Arsenal"),
        ("Foreign Minister Dato' Seri Ahmad Lind", "Foreign Minister", None),
        ("Lt Gen Asim Lind, commander of the Northern Command,", "Commander", "Northern Command"),
        ("Superintendent Asim Lind of the Karachi traffic police", "Superintendent", "Karachi traffic police"),
        ("Sally Lind, dean of the law school,", "Dean", "law school"),
        ("Retired High Court judge Ana Lind", "Judge", "High Court"),
        ("A former Supreme Court justice, Ana Lind,", "Justice", "Supreme Court"),
        ("Anglican Bishop Ana Lind of Lesotho", "Bishop", "Lesotho"),
        ("The Member for Auki, Hon. Ana Lind,", "Member", "Auki"),
        ("Ana Lind, MEP for Ireland South,", "MEP", "Ireland South"),
        ("Governor Ana Lind of Turkana", "Governor", "Turkana"),
        ("Ana Lind, a councillor in Leeds,", "Councillor", "Leeds"),
        ("EU ambassador to Georgia Ana Lind", "Ambassador to Georgia", "EU"),
        ("Deputy UN envoy Ana Lind", "Deputy Envoy", "UN"),
        ("The UN relief chief in the country, Ana Lind,", "Relief Chief", "UN"),
        ("Ana Lind, Minister for Fisheries of the Independent State of Samoa,", "Minister for Fisheries", "Samoa"),
        ("Athletics Kenya boss Ana Lind", "Boss", "Athletics Kenya"),
        ("Ana Lind, president of the Lesotho Catholic Bishops' Conference,", "President", "Lesotho Catholic Bishops' Conference"),
        ("The Steel and Copper Workers Union president, Ana Lind,", "President", "Steel and Copper Workers Union"),
        ("The Qatari Olympic committee's secretary general, Ana Lind,", "Secretary General", "Qatari Olympic committee"),
        ("Ana Lind, a law professor at Makerere,", "Law Professor", "Makerere"),
        ("Ana Lind, Professor of Law, University of Nairobi,", "Professor of Law", "University of Nairobi"),
        ("Ana Lind, a portfolio manager at Warsaw-based fund Brightwell,", "Portfolio Manager", "Brightwell"),
        ("The commander of US Africa Command, Ana Lind,", "Commander", "US Africa Command"),
        ("Chief of Army Staff Lt Gen Ana Lind", "Chief of Army Staff", None),
        ("Ana Lind, commander of Thailand's First Army Region,", "Commander", "First Army Region"),
        ("The WHO Regional Director for the Western Pacific, Dr Ana Lind,", "Regional Director for the Western Pacific", "WHO"),
        ("Uzbekistan's First Deputy Foreign Minister, Ana Lind,", "First Deputy Foreign Minister", "Uzbekistan"),
        ("The chief administrative officer, Ms Ana Lind,", "Chief Administrative Officer", None),
        ("The Adviser for Shipping, Brigadier General (Retd.) Ana Lind,", "Adviser for Shipping", None),
        ("The forwards coach, Ana Lind,", "Forwards Coach", None),
        ("The Minister for Enterprise, Ana Lind TD,", "Minister for Enterprise", None),
        ("Ana Lind, principal of Hillview Secondary School,", "Principal", "Hillview Secondary School"),
        ("Kenya Sevens coach Ana Lind", "Coach", "Kenya Sevens"),
        ("Los Angeles Lakers coach Ana Lind", "Coach", "Los Angeles Lakers"),
        ("Fulton County District Attorney Ana Lind", "District Attorney", "Fulton County"),
        ("Western Australian Premier Ana Lind", "Premier", "Western Australia"),
        ("UN refugee agency spokesperson Ana Lind", "Spokesperson", "UN refugee agency"),
        ("Ana Lind, head of mission for Doctors Without Borders,", "Head of Mission", "Doctors Without Borders"),
        ("Ana Lind, secretary-general of the Lake Chad Compact,", "Secretary-General", "Lake Chad Compact"),
        ("Ana Lind, Head of the Small States Section,", "Head", "Small States Section"),
        ("African Union Commission chairperson Ana Lind", "Chairperson", "African Union Commission"),
        ("Ana Lind, professor of law at the University of Texas at Austin,", "Professor of Law", "University of Texas at Austin"),
        ("Ana Lind, dean of the faculty of law,", "Dean", "faculty of law"),
        ("Ana Lind, head of the chamber of commerce,", "Head", "chamber of commerce"),
        ("Ana Lind, the former Democratic National Committee chairman,", "Chairman", "Democratic National Committee"),
        ("African Development Bank Group President Ana Lind", "President", "African Development Bank Group"),
        ("The Tarn club's American president, Ana Lind,", "President", "Tarn club"),
        ("Chelsea's Italian manager, Ana Lind,", "Manager", "Chelsea"),
        (
            "Ana Lind, Regius Professor of Moral Philosophy at Leiden University,",
            "Regius Professor of Moral Philosophy",
            "Leiden University",
        ),
        ("Health and Human Services Secretary Ana Lind", "Health and Human Services Secretary", None),
        ("Ana Lind, Minister of Land Resources of the State of Eritrea,", "Minister of Land Resources", "Eritrea"),
        (
            "Ana Lind, Permanent Secretary in the Ministry of Infrastructure, Equipment and Social Housing of Burundi,",
            "Permanent Secretary",
            "Ministry of Infrastructure, Equipment and Social Housing of Burundi",
        ),
        (
            "Ana Lind, Secretary of State for Foreign, Commonwealth and Development Affairs,",
            "Secretary of State for Foreign, Commonwealth and Development Affairs",
            None,
        ),
    ],
)
def test_an_office_of_a_body(words: str, title: str, of: str | None) -> None:
    """The office is named without its body, the body without its people, and the name is whole."""
    found = titles(f"{words} spoke on Tuesday.")
    assert (title, of) in {(own, body) for _, own, body, _ in found}
    assert {person.split()[-1] for person, *_ in found} <= {"Lind", "Auma"}
    assert all(" " in person for person, *_ in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Army chief General Ana Lind spoke.", {("Army Chief", None), ("General", None)}),
        (
            "Ana Lind, founder and chief executive of Zipline Foods, spoke.",
            {("Founder", "Zipline Foods"), ("Chief Executive", "Zipline Foods")},
        ),
        ("Captain Ana Lind, the junta leader, spoke.", {("Captain", None), ("Junta Leader", None)}),
        ("The meeting with the president, Ana Lind, went well.", {("President", None)}),
        ("Chilean Secretary of the Treasury Ana Lind spoke.", {("Secretary of the Treasury", "Chile")}),
        ("Zenvia shares fell. Chief executive Ana Lind spoke.", {("Chief Executive", "Zenvia")}),
        ("Zenvia, which makes tyres, said chairman Ana Lind would go in May.", {("Chairman", "Zenvia")}),
        ("Zenvia said its head of operations, Ana Lind, would go in May.", {("Head of Operations", "Zenvia")}),
        ("Ana Lind came from rival Zenvia, where she was head of sales.", {("Head of Sales", "Zenvia")}),
        ("At Zenvia, chief executive Ana Lind spoke.", {("Chief Executive", "Zenvia")}),
        ("Prime Minister Eva Moyo left. Moyo's spokesman, Ana Lind, spoke.", {("Prime Minister", None), ("Spokesman", None)}),
        ("She met Falcon founder and chairman Ana Lind.", {("Founder", "Falcon"), ("Chairman", "Falcon")}),
        ("Lieutenant General Ana Lind spoke. General Lind left.", {("Lieutenant General", None)}),
        ("Mr Sunday Lind, the mayor, spoke.", {("Mayor", None)}),
        ("Sens. Ana Lind (D-Ohio) and Eva Lind (R-Iowa) spoke.", {("Senator", "Ohio"), ("Senator", "Iowa")}),
        ("The former coach Dean Lind spoke.", {("Coach", None)}),
        (
            "The Nurses Alliance met. Ana Lind, its head, and alliance president Eva Lind spoke.",
            {("Head", "Nurses Alliance"), ("President", "Nurses Alliance")},
        ),
        (
            "Tarn Bank grew. Ana Lind came from Rift Bank. The bank appointed Eva Lind, a partner at Bell & Moss, chief executive.",
            {("Partner", "Bell & Moss"), ("Chief Executive", "Tarn Bank")},
        ),
        ("She watched the visit of Brescia, whose coach, Ana Lind, spoke.", {("Coach", "Brescia")}),
        ("Mayor Tom Berg spoke. His deputy, Jan Lind, stayed.", {("Mayor", None), ("Deputy Mayor", None)}),
        (
            "Estonian foreign minister Maris Lind left. Jan Moe, Lind's deputy, spoke.",
            {("Foreign Minister", "Estonia"), ("Deputy Foreign Minister", "Estonia")},
        ),
        ("Ana Lind left with her deputy, Jan Moe.", set()),
        ("Also present was the leader of the House, Hon. Ana Lind.", {("Leader", "House")}),
        ("President Luis Lind of Cuba left. His foreign minister, Eva Moe, stayed.", {("President", "Cuba"), ("Foreign Minister", "Cuba")}),
        ("The secretary-general of the Compact, the Filipino hydrologist Ana Lind, spoke.", {("Secretary-General", "Compact")}),
        ("Ana Lind, once mayor and now governor of Lagos, spoke.", {("Mayor", "Lagos"), ("Governor", "Lagos")}),
        ("The bishop - Ana Lind, a former boxer - said nothing.", {("Bishop", None)}),
        ("The self-styled king of Tarn, Ana Lind, spoke.", set()),
        ("Ana Lind, Peru's ambassador in La Paz, spoke.", {("Ambassador", "Peru")}),
        ("The elder Lind spoke.", set()),
        ("Fund manager Ana Lind spoke.", set()),
        ("Her late father, King Ana Lind, spoke.", {("King", None)}),
        ("She told Reuters Kenya was ready, and Ana Lind agreed.", set()),
        ("Ana Lind accused the director of stealing and left.", set()),
    ],
)
def test_offices_side_by_side(text: str, expected: set[tuple[str, str | None]]) -> None:
    """A rank is told beside a post; an office that only stands near a name is nobody's."""
    assert {(title, of) for _, title, of, _ in titles(text)} == expected


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ('"We wait," said the party chair, Prime Minister Ana Ruiz of Fiji, in a message.', {"Party Chair", "Prime Minister"}),
        ("The party chair, Prime Minister Ana Ruiz of Fiji, smiled.", {"Party Chair", "Prime Minister"}),
        ("The chancellor, Prime Minister Ana Ruiz of Fiji, and Bo Lin met.", {"Prime Minister"}),
        ("He met the chancellor, Prime Minister Ana Ruiz of Fiji, in Lima.", {"Prime Minister"}),
    ],
)
def test_an_office_before_a_comma_and_another_office_with_its_country(text: str, offices: set[str]) -> None:
    assert {title for _, title, _, _ in titles(text)} == offices


@pytest.mark.parametrize(
    ("text", "person", "title"),
    [
        ("The Katikkiro of Buganda, Owek. Charles Sempa, received her.", "Charles Sempa", "Katikkiro"),
        ("The Asantehene, Otumfuo Osei Kofi II, thanked them.", "Osei Kofi II", "Asantehene"),
        ("The Tui Cakau, Ratu Wili Naulu, welcomed them.", "Wili Naulu", "Tui Cakau"),
        ("The lendakari, Imanol Prada, spoke.", "Imanol Prada", "Lendakari"),
        ("The Gagauz bashkan, Fiodor Topal, came.", "Fiodor Topal", "Bashkan"),
        ("Colonel Nir Levy, currently chief defender, came.", "Nir Levy", "Chief Defender"),
    ],
)
def test_offices_of_few_lands(text: str, person: str, title: str) -> None:
    """Offices that one land or church has are offices as any other."""
    assert (person, title) in {found[:2] for found in titles(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The director of the museum in the old town, Luis Vera, left it.", {("Luis Vera", "Director", "museum", "current")}),
        ("She was met by the director of the museum on the hill, Luis Vera.", {("Luis Vera", "Director", "museum", "current")}),
        ("Mongolia's first ambassador here in a decade, Gan Bat, spoke.", {("Gan Bat", "Ambassador", "Mongolia", "current")}),
        ("The mayor herself, Ana Vidal, opened the door.", {("Ana Vidal", "Mayor", None, "current")}),
        ("He left his vice-president and daughter-in-law, Sevinj Talib, in charge.", {("Sevinj Talib", "Vice-President", None, "current")}),
        ("His foreign minister and closest ally, Ivan Petrov, stayed.", {("Ivan Petrov", "Foreign Minister", None, "current")}),
        ("That premier, Lachlan Muir, rang.", {("Lachlan Muir", "Premier", None, "current")}),
        ("The Jamaicans' foreign minister, Ann Roe, spoke.", {("Ann Roe", "Foreign Minister", "Jamaica", "current")}),
        ("The Austrians' sporting director, Matt Egger, was away.", {("Matt Egger", "Sporting Director", None, "current")}),
        ("The shipbuilder's chief executive, Gwon Tae-il, was away.", {("Gwon Tae-il", "Chief Executive", "shipbuilder", "current")}),
        ("He saw the European commissioner for trade, Ana Kos.", {("Ana Kos", "Commissioner for Trade", "European Commission", "current")}),
        ("Present was the Head of the OSCE Mission to Moldova, Ms Clo Tier.", {("Clo Tier", "Head", "OSCE Mission to Moldova", "current")}),
        (
            "The Minister of Foreign and CARICOM Affairs, Dr. Anand Pierre, spoke.",
            {("Anand Pierre", "Minister of Foreign and CARICOM Affairs", None, "current")},
        ),
        ("The envoy who invited her, José Lukamba, left on Monday.", {("José Lukamba", "Envoy", None, "current")}),
        ("It was signed by the minister who had invited her, José Lukamba.", {("José Lukamba", "Minister", None, "current")}),
        ("The minister who invited her, Ann Roe said, was right.", set()),
        (
            "It has its force commander, Major General Tariq Sial of Peru, who left.",
            {("Tariq Sial", "Force Commander", None, "current"), ("Tariq Sial", "Major General", "Peru", "current")},
        ),
        (
            "The Council extended the mandate of Ann Roe as Special Envoy for Sudan.",
            {("Ann Roe", "Special Envoy for Sudan", None, "current")},
        ),
        ("Mei Tan is best known as president of the Ports Society.", {("Mei Tan", "President", "Ports Society", "current")}),
        (
            "In the absence of Dr. Baw, the Minister of Finance, Nabil Qirbi, will preside.",
            {("Nabil Qirbi", "Minister of Finance", None, "current")},
        ),
        ("With Ben Ito, the mayor of Lima, Ann Roe will go to Rome.", {("Ben Ito", "Mayor", "Lima", "current")}),
        ("The captain, Sayed Jaber, spoke.", {("Sayed Jaber", "Captain", None, "current")}),
        ("Peru's Ann Roe, the water minister, came.", {("Ann Roe", "Water Minister", "Peru", "current")}),
        ("Peru's Ann Roe, the foreign minister of Chile, came.", {("Ann Roe", "Foreign Minister", "Chile", "current")}),
        ("After talks with the minister in the old town, Ann Roe, a nurse, left.", set()),
        ("The mayor of Lima, Ann Roe said, has no money.", set()),
        ("The mayor and the crowd, Ana Vidal said, were calm.", set()),
    ],
)
def test_what_stands_between_an_office_and_its_holder(text: str, expected: set[tuple[str, str, str | None, str]]) -> None:
    """A circumstance, 'herself' or a relation between the two does not part them; a clause that only says who speaks does."""
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("Minister Ana Ruiz left. The minister, a former mayor of Lima, spoke.", {("Mayor", "Lima")}),
        ("Minister Ana Ruiz left. The minister, herself once a judge, spoke.", {("Judge", None)}),
        ("Minister Ana Ruiz left. The minister, formerly mayor of Lima, will speak.", {("Mayor", "Lima")}),
        ("Minister Ana Ruiz left. The minister, a former judge and an aide spoke.", set()),
        ("The minister, a former mayor of Lima, spoke.", set()),
    ],
)
def test_offices_beside_a_reference(text: str, former: set[tuple[str, str | None]]) -> None:
    """What stands in commas behind 'the minister' is an office of whoever that is."""
    assert {(title, of) for _, title, of, status in titles(text) if status == "former"} == former


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jan Visser, most recently coach of NEC Nijmegen, left.", {("Jan Visser", "Coach", "NEC Nijmegen", "former")}),
        ("Marks & Wexler chair Archie Nor spoke.", {("Archie Nor", "Chair", "Marks & Wexler", "current")}),
        ("Air Zealand's chair, Dame Ann Roe, spoke.", {("Ann Roe", "Chair", "Air Zealand", "current")}),
        ("Air Force chief Ann Roe spoke.", {("Ann Roe", "Air Force Chief", None, "current")}),
        ("President Duma Boko-Masire of Botswana spoke.", {("Duma Boko-Masire", "President", "Botswana", "current")}),
        (
            "Ann Roe, legal counsel to the West African Ports Union, spoke.",
            {("Ann Roe", "Legal Counsel", "West African Ports Union", "current")},
        ),
        ("The head of the planning staff, Ann Roe, spoke.", {("Ann Roe", "Head", "planning staff", "current")}),
        ("The cricket board will wait, chairman Mo Naqvi said.", {("Mo Naqvi", "Chairman", "cricket board", "current")}),
        ("Her boss, Ann Roe, who had been due to join her, left.", set()),
        ("The Hon'ble Minister of Trade, Shri Ana Ruiz, left.", {("Ana Ruiz", "Minister of Trade", None, "current")}),
        ("He met US Treasury chief Scott Ban.", {("Scott Ban", "Chief", "US Treasury", "current")}),
        ("Archbishop of York-designate Sarah Mull spoke.", {("Sarah Mull", "Archbishop", "York", "designate")}),
        ("In her role as chair of the Elders, Ann Roe spoke.", {("Ann Roe", "Chair", "Elders", "current")}),
        (
            "Peru's Olympic committee elected Eva Paz as its first woman president.",
            {("Eva Paz", "President", "Olympic committee", "current")},
        ),
        ("Eva Paz, Chair of the Board of Trustees of Kestrel Fund, left.", {("Eva Paz", "Chair", "Kestrel Fund", "current")}),
    ],
)
def test_names_of_bodies_beside_offices(text: str, expected: set[tuple[str, str, str | None, str]]) -> None:
    """Letters and a town, '&', 'Air', a body told as the subject: whose office it is."""
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "office", "expected"),
    [
        (
            "He saw four new envoys: Ana Ruiz of Peru, Luis Kowal of Poland and Sione Tau of Tonga.",
            "Envoy",
            {"Ana Ruiz": "Peru", "Luis Kowal": "Poland", "Sione Tau": "Tonga"},
        ),
        ("Two bishops took part: Paul Okot of Gulu and Ann Mbeki of Lira.", "Bishop", {"Paul Okot": "Gulu", "Ann Mbeki": "Lira"}),
        ("The new ambassadors are Ana Ruiz of Peru and Jan Kowal of Poland.", "Ambassador", {"Ana Ruiz": "Peru", "Jan Kowal": "Poland"}),
        (
            "The presidents, Ghana's Kofi Asante and Togo's Yao Mensah, signed it.",
            "President",
            {"Kofi Asante": "Ghana", "Yao Mensah": "Togo"},
        ),
        ("The senators, Ann Roe of Ohio and Ben Ito of Utah, spoke.", "Senator", {"Ann Roe": "Ohio", "Ben Ito": "Utah"}),
        ("The ministers disagreed: Ann Roe of Lima wanted more and Ben Ito of Rome less.", "Minister", {}),
        ("Three patients told their stories: Ann Roe of Lima and Ben Ito of Rome.", "Patient", {}),
    ],
)
def test_lists_behind_an_office_of_several(text: str, office: str, expected: dict[str, str]) -> None:
    """Each of those listed has the office, of what stands beside the name."""
    assert {person: of for person, title, of, _ in titles(text) if title == office} == expected


def test_a_text_may_break_off_behind_an_office_and_its_and() -> None:
    assert titles("Ana Ruiz thanked its members and") == set()
    assert titles("The party said it was late. Its") == set()
