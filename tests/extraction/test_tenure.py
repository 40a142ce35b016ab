"""What verbs and nouns of becoming and leaving say about who holds an office."""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch.claims.build import extract_claims
from factwatch.model.claim import TitleClaim
from factwatch.model.text import Document

PUBLISHED = dt.date(2025, 3, 26)


def titles(text: str) -> dict[tuple[str, str], TitleClaim]:
    claims = extract_claims(Document(text=text, published=PUBLISHED)).claims
    return {(claim.person, claim.title): claim for claim in claims if isinstance(claim, TitleClaim)}


@pytest.mark.parametrize(
    ("text", "person", "title", "of", "status", "since"),
    [
        ("Toyota named Maria Lopez chief executive in January.", "Maria Lopez", "Chief Executive", "Toyota", "current", "2025-01"),
        (
            "President Ana Ruiz appointed Pedro Gil as finance minister on Monday.",
            "Pedro Gil",
            "Finance Minister",
            None,
            "current",
            "2025-03-24",
        ),
        ("The Senate voted 61-38 on Friday to confirm Tom Berg as treasurer.", "Tom Berg", "Treasurer", None, "current", "2025-03-21"),
        ("Parliament elected Tom Berg its speaker.", "Tom Berg", "Speaker", "Parliament", "current", None),
        ("Ana Ruiz was sworn in as president on Friday.", "Ana Ruiz", "President", None, "current", "2025-03-21"),
        ("Ana Ruiz was promoted to deputy director.", "Ana Ruiz", "Deputy Director", None, "current", None),
        ("Ana Ruiz, named chief executive in March, said sales fell.", "Ana Ruiz", "Chief Executive", None, "current", "2025-03"),
        ("Ana Ruiz takes over as managing director on May 1.", "Ana Ruiz", "Managing Director", None, "designate", "2025-05-01"),
        ("Ana Ruiz takes office as president on 1 May.", "Ana Ruiz", "President", None, "designate", "2025-05-01"),
        ("Tim Cole became chief executive of Acme Corp in April 2023.", "Tim Cole", "Chief Executive", "Acme Corp", "current", "2023-04"),
        ("Jane Doe was elected governor of Texas on Sunday.", "Jane Doe", "Governor", "Texas", "elect", None),
        ("Jane Doe was elected president of Chile in 2021.", "Jane Doe", "President", "Chile", "current", "2021"),
        ("President Ana Ruiz nominated Mike Huck as ambassador to Israel.", "Mike Huck", "Ambassador to Israel", None, "nominee", None),
        ("The nomination of Leila Aziz as ambassador drew fire.", "Leila Aziz", "Ambassador", None, "nominee", None),
        (
            "Bob Kane will be replaced by Tim Cole as chief executive from 1 July.",
            "Tim Cole",
            "Chief Executive",
            None,
            "designate",
            "2025-07-01",
        ),
        ("Managing director Ana Ruiz will hand over to Pedro Gil in June.", "Pedro Gil", "Managing Director", None, "designate", "2025-06"),
        (
            "Managing director Ana Ruiz retires in June and hands over to Pedro Gil.",
            "Pedro Gil",
            "Managing Director",
            None,
            "designate",
            None,
        ),
        (
            "Finance Minister Ada Bello resigned on Monday. Her deputy, Musa Kane, will take over on 1 April.",
            "Musa Kane",
            "Finance Minister",
            None,
            "designate",
            "2025-04-01",
        ),
        ("The president named Leila Aziz acting minister.", "Leila Aziz", "Minister", None, "acting", None),
        (
            "The post of secretary general is held by Ana Ruiz until 31 December and from then by Pedro Gil.",
            "Pedro Gil",
            "Secretary General",
            None,
            "designate",
            "2025-12-31",
        ),
        ("Prime Minister Ana Ruiz lost the election to Pedro Gil.", "Pedro Gil", "Prime Minister", None, "elect", None),
        ("The Peruvian president named Ana Ruiz, 54, as finance minister.", "Ana Ruiz", "Finance Minister", "Peru", "current", None),
        ("Peruvian President Pedro Gil named Ana Ruiz finance minister.", "Ana Ruiz", "Finance Minister", "Peru", "current", None),
        (
            "Nordvik Steel appointed Ana Ruiz, who has worked in Lima, as chief executive.",
            "Ana Ruiz",
            "Chief Executive",
            "Nordvik Steel",
            "current",
            None,
        ),
        (
            "The Pacific Fisheries Council picked Ana Ruiz as secretary-general.",
            "Ana Ruiz",
            "Secretary-General",
            "Pacific Fisheries Council",
            "current",
            None,
        ),
        ("Nordvik Steel announced the appointment of Ana Ruiz as chairman.", "Ana Ruiz", "Chairman", "Nordvik Steel", "current", None),
        (
            "Senegal's foreign minister, Amina Ba, met her Ghanaian counterpart, Kofi Asare.",
            "Kofi Asare",
            "Foreign Minister",
            "Ghana",
            "current",
            None,
        ),
        (
            "Finance Minister Ana Ruiz held talks with Chilean counterpart Pedro Gil on Monday.",
            "Pedro Gil",
            "Finance Minister",
            "Chile",
            "current",
            None,
        ),
    ],
)
def test_who_gets_an_office_holds_it_as_the_text_says(
    text: str, person: str, title: str, of: str | None, status: str, since: str | None
) -> None:
    """A verb of becoming gives its holder the office, with the status and day that the sentence tells."""
    claim = titles(text)[person, title]
    assert (claim.of, claim.status, claim.since) == (of, status, since)


@pytest.mark.parametrize(
    ("text", "person", "title", "status", "until"),
    [
        ("Koji Mori was named chief executive in January, replacing Akio Tanaka.", "Akio Tanaka", "Chief Executive", "former", None),
        ("Stuart Kay was sworn in as prime minister on March 17, succeeding Keith Noel.", "Keith Noel", "Prime Minister", "former", None),
        (
            "Amina Diallo was confirmed as foreign minister. Diallo succeeds Peter Mwangi.",
            "Peter Mwangi",
            "Foreign Minister",
            "former",
            None,
        ),
        (
            "Mark Rutten will step down as secretary general of NATO on 30 September.",
            "Mark Rutten",
            "Secretary General",
            "current",
            "2025-09-30",
        ),
        ("The minister of health, Jon Berg, is due to step down in June.", "Jon Berg", "Minister of Health", "current", "2025-06"),
        ("Prime Minister Mark Rutten, whose term ends on 30 September, spoke.", "Mark Rutten", "Prime Minister", "current", "2025-09-30"),
        ("Police chief Jim Kane retired in February.", "Jim Kane", "Police Chief", "former", "2025-02"),
        (
            "Ghana's president, John Mensah, sacked his finance minister, Ama Boateng, on Friday.",
            "Ama Boateng",
            "Finance Minister",
            "former",
            "2025-03-21",
        ),
        (
            "The king accepted the resignations of Minister Kim Oh and of the Chairman of the Bank, Pyo Lee.",
            "Pyo Lee",
            "Chairman",
            "former",
            None,
        ),
        ("Tom Berg lost the captaincy to Joe Root.", "Tom Berg", "Captain", "former", None),
        ("The president accepted the resignation of Health Minister Omar Khan.", "Omar Khan", "Health Minister", "former", None),
        ("Governor Ana Ruiz praised her predecessor, Ludwick Bai.", "Ludwick Bai", "Governor", "former", None),
        ("Netan Levi fired Defence Minister Yoav Gal, replacing him with Israel Katzir.", "Yoav Gal", "Defence Minister", "former", None),
    ],
)
def test_who_leaves_an_office_is_former_from_that_day_on(text: str, person: str, title: str, status: str, until: str | None) -> None:
    """Verbs and nouns of leaving make a former holder, or a current one up to a day to come."""
    claim = titles(text)[person, title]
    assert (claim.status, claim.until) == (status, until)


def test_replacing_with_names_the_new_holder_after_with() -> None:
    """In 'replaced A with B' the office goes to B, never to the one who decides."""
    found = titles("Prime Minister Netan Levi fired Defence Minister Yoav Gal, replacing him with Israel Katzir.")
    assert found["Israel Katzir", "Defence Minister"].status == "current"
    assert ("Netan Levi", "Defence Minister") not in found


def test_reelection_is_no_beginning() -> None:
    """Who is re-elected or sworn in again holds the office as before, without a new first day."""
    for text in ("Jane Doe was re-elected mayor of Lyon on Sunday.", "Jane Doe was sworn in again as mayor of Lyon on Sunday."):
        claim = titles(text)["Jane Doe", "Mayor"]
        assert (claim.status, claim.since) == ("current", None)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz refused to step down as chairman.",
        "Ana Ruiz may resign as chairman.",
        "Ana Ruiz has no plans to resign as chairman.",
        "Members called for Ana Ruiz to be removed as chairman.",
        "Calls for Ana Ruiz to step down as chairman are growing.",
        "Ana Ruiz denied reports that she had resigned as chairman.",
        "Ana Ruiz threatened to resign as chairman.",
        "Ana Ruiz said she would not resign as chairman.",
        "Ana Ruiz has no intention of stepping down as chairman.",
        "Ana Ruiz is far from resigning as chairman.",
    ],
)
def test_whoever_has_not_left_still_holds_the_office(text: str) -> None:
    """What is refused, demanded or denied tells all the same who is chairman now."""
    assert {name: claim.status for name, claim in titles(text).items()} == {("Ana Ruiz", "Chairman"): "current"}


@pytest.mark.parametrize(
    "text",
    [
        "Keir Stone could be named chairman of the bank.",
        "The Senate is due on Friday to confirm Peter Smith as chairman.",
        "The Senate plans 3 votes on Friday to confirm Peter Smith as chairman.",
        "If she is elected president, Jane Doe will cut taxes.",
        "Would Jane Doe become president?",
        "Tim Cole is tipped to become chairman of Acme Corp.",
        "Ana Ruiz hopes to become mayor of Leeds.",
        "Analysts believe Ana Ruiz could replace Joe Root as chairman.",
        "Joe Root denied he had resigned as chairman.",
        "In 1963 Lyndon Jones was sworn in as president.",
        "The coach was sacked after the match.",
        "The king dissolved parliament and named a caretaker prime minister.",
        "Forbes named Taylor Smith person of the year.",
        "Joe Root was dismissed for 12.",
        "Joe Root retired from tennis in 2020.",
        "The company fired warning shots and dismissed the claims of John Smith.",
        "In the novel, Ana Ruiz becomes queen.",
        "Calls for the resignation of Omar Khan grew.",
        "Her term paper ended on Friday, Ana Ruiz said.",
        "Ana Ruiz spoke of the chance of becoming mayor of Leeds.",
        "Ana Ruiz will be replaced by Tim Cole at the talks with Joe Root.",
    ],
)
def test_what_may_be_or_never_was_gives_no_office(text: str) -> None:
    """Hypotheses, wishes, denials, questions, history, fiction and other senses of the verbs yield nothing."""
    assert titles(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Ana Ruiz left Paris on Monday.",
        "Ambassador Ana Ruiz departed for Rome in May.",
        "Prime Minister Ana Ruiz handed over a cheque to Joe Root.",
        "President Ana Ruiz will not step down, her spokesman said.",
        "The opposition demanded the resignation of President Ana Ruiz.",
        "President Ana Ruiz dismissed her finance minister on Friday.",
        "Angola's president, Ana Ruiz, handed over the presidency of the African Union to Joe Root.",
    ],
)
def test_an_office_holder_stays_one_through_other_events(text: str) -> None:
    """Travel, gifts, refusals and demands leave the office as it is."""
    found = titles(text)
    assert [claim.status for claim in found.values()] == ["current"]
    assert all(claim.until is None for claim in found.values())


@pytest.mark.parametrize(
    ("text", "person", "title", "of", "status"),
    [
        ("Ana Ruiz is the new finance minister in succession to Pedro Gil.", "Pedro Gil", "Finance Minister", None, "former"),
        (
            "Kenya will send sixteen players, with Tom Berg as captain and Jon Dahl as his deputy.",
            "Tom Berg",
            "Captain",
            "Kenya",
            "current",
        ),
        (
            "Kenya will send sixteen players, with Tom Berg as captain and Jon Dahl as vice-captain.",
            "Jon Dahl",
            "Vice-Captain",
            "Kenya",
            "current",
        ),
        (
            "The club dismissed its head coach, Tom Berg, on Monday. Jon Dahl takes the job on an interim basis.",
            "Jon Dahl",
            "Head Coach",
            None,
            "acting",
        ),
    ],
)
def test_offices_told_beside_the_verb(text: str, person: str, title: str, of: str | None, status: str) -> None:
    """'In succession to', 'with A as' and 'the job, for now' give offices."""
    found = titles(text)[person, title]
    assert (found.of, found.status) == (of, status)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz could be finance minister in succession to Pedro Gil.",
        "If Kenya sends a side with Tom Berg as captain, it loses.",
        "The club was founded in 1998 with Tom Berg as chairman.",
        "Ana Ruiz won five titles in succession to Pedro Gil's delight.",
        "Jon Dahl takes the job on Monday.",
        "The players left with Tom Berg as friends.",
    ],
)
def test_offices_not_told_beside_the_verb(text: str) -> None:
    """Possibilities, the past of a founding and other uses of the words give nobody an office."""
    assert not titles(text)


@pytest.mark.parametrize(
    ("text", "person", "title", "status"),
    [
        ("The king appointed career diplomat Ana Rui as foreign secretary.", "Ana Rui", "Foreign Secretary", "current"),
        ("The premier moved Mines Minister Paul Obi to the energy ministry.", "Paul Obi", "Energy Minister", "current"),
        ("The premier moved Mines Minister Paul Obi to the energy ministry.", "Paul Obi", "Mines Minister", "former"),
        ("Ali Khan was given the finance portfolio.", "Ali Khan", "Finance Minister", "current"),
        ("Tomasi Vula takes over the captaincy of Tonga from Sione Latu.", "Sione Latu", "Captain", "former"),
        ("The president sacked army chief Ali Noor and named Omar Said to replace him.", "Omar Said", "Army Chief", "current"),
        (
            "The club sacked head coach Jan Foss. Assistant Rita Bell will take charge until the end of the season.",
            "Rita Bell",
            "Head Coach",
            "acting",
        ),
        ("The pope accepted the resignation of Bishop Luis Paz and named Father Ivo Reis in his place.", "Ivo Reis", "Bishop", "current"),
        (
            "Wale Shaibu was confirmed as army chief, Ken Aneke as air force chief and Idi Abbas as navy chief.",
            "Idi Abbas",
            "Navy Chief",
            "current",
        ),
        ("The premier named Ana Rui finance minister, Joe Doe trade minister and Li Wen speaker.", "Joe Doe", "Trade Minister", "current"),
        ("Joan Okello won Uganda's presidential election on Sunday.", "Joan Okello", "President", "elect"),
        ("Jan Foss left in March to become finance director of Havbris.", "Jan Foss", "Finance Director", "current"),
        ("Ana Rui will act as finance minister while he recovers.", "Ana Rui", "Finance Minister", "acting"),
    ],
)
def test_offices_that_other_words_of_the_sentence_name(text: str, person: str, title: str, status: str) -> None:
    assert titles(text)[person, title].status == status


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The club sacked a steward. Rita Bell will take charge of the inquiry.", "Rita Bell"),
        ("Paul Obi moved from Lagos to the new ministry.", "Paul Obi"),
        ("Ali Khan hopes to beat Omar Said to become president.", "Ali Khan"),
        ("Joan Okello could win the presidential election in May.", "Joan Okello"),
        ("The president will be replaced there by his deputy, Ana Rui.", "Ana Rui"),
        ("Nobody was named to replace Jan Foss.", "Jan Foss"),
        ("Tom Berg lost the captaincy to Joe Root for one season and won it back in 2023.", "Joe Root"),
        ("Former president Jan Foss will no longer lead the team. He is replaced by Ana Rui.", "Ana Rui"),
        ("The company moved Jan Foss from sales to marketing.", "Jan Foss"),
        ("Jan Foss takes on Otto Brand on Friday.", "Jan Foss"),
        ("Captain Ana Rui was injured. Jan Foss took her place in the team.", "Jan Foss"),
        ("The board may ask Jan Foss to act as chief executive.", "Jan Foss"),
        ("Jan Foss accepted the resignation of the chairman, Ana Rui, and named Otto Brand to succeed her.", "Jan Foss"),
        ("The board refused to ask Jan Foss to serve as chief executive.", "Jan Foss"),
    ],
)
def test_offices_that_nothing_gives(text: str, person: str) -> None:
    assert not [key for key in titles(text) if key[0] == person]


@pytest.mark.parametrize(
    ("text", "person", "title", "status"),
    [
        ("Mali FC parted company with coach Otto Brand on Friday.", "Otto Brand", "Coach", "former"),
        (
            "The club sacked coach Otto Brand and placed his assistant, Kwesi Danquah, in temporary charge.",
            "Kwesi Danquah",
            "Coach",
            "acting",
        ),
        ("Talgat Aliev was stripped of the post of deputy premier.", "Talgat Aliev", "Deputy Premier", "former"),
        ("The speaker, Nur Turgun, whom parliament voted out last week, left.", "Nur Turgun", "Speaker", "former"),
        ("Ana Rui was named head coach in May. She replaces Jan Foss.", "Jan Foss", "Head Coach", "former"),
        ("President Lena Abt named Ana Rui as premier. She replaces Jan Foss.", "Jan Foss", "Premier", "former"),
        ("President Lena Abt named Ana Rui as premier. Her predecessor, Jan Foss, left.", "Jan Foss", "Premier", "former"),
        ("President Lena Abt named Ana Rui as premier after Ivo Foss resigned.", "Ivo Foss", "Premier", "former"),
        ("President Lena Abt named Ana Rui as premier, following the resignation of Ivo Foss.", "Ivo Foss", "Premier", "former"),
        ("Amel Gas appointed Ana Rui as chairwoman to succeed Jan Foss.", "Jan Foss", "Chairwoman", "current"),
        ("Ana Rui will take over as head coach to replace Jan Foss.", "Jan Foss", "Head Coach", "current"),
        ("Ana Rui was sworn in as premier after Otto Foss resigned.", "Otto Foss", "Premier", "former"),
        ("Jan Foss had been premier since 2020.", "Jan Foss", "Premier", "former"),
        (
            "Amel Gas, whose chief executive Jan Foss steps down in May, grew. His successor, Ana Rui, agreed.",
            "Ana Rui",
            "Chief Executive",
            "designate",
        ),
        ("Jan Foss stepped down as chief executive in May. His successor, Ana Rui, agreed.", "Ana Rui", "Chief Executive", "current"),
        ("The king announced the appointment of Ana Rui of Peru as special envoy.", "Ana Rui", "Special Envoy", "current"),
        ("Ana Rui was named as the next head coach. She replaces Jan Foss.", "Jan Foss", "Head Coach", "current"),
        (
            "Parliament approved the appointment of Ana Rui as governor. Rui will succeed Jan Foss in May.",
            "Ana Rui",
            "Governor",
            "designate",
        ),
        ("President Ana Rui moved Otto Brand from health to education.", "Otto Brand", "Education Minister", "current"),
        ("President Ana Rui moved Otto Brand from health to education.", "Otto Brand", "Health Minister", "former"),
        ("Finance Minister Ana Rui stepped down on Friday. Jan Foss will take her place.", "Jan Foss", "Finance Minister", "designate"),
        ("Trade Minister Otto Brand will take on the defence portfolio.", "Otto Brand", "Defence Minister", "designate"),
        (
            "Ana Rui took up her duties as secretary general. Rui succeeds Ambassador Jan Foss of Malta.",
            "Jan Foss",
            "Secretary General",
            "former",
        ),
        ("Ana Rui was sworn in as finance minister. She succeeds Prime Minister Jan Foss.", "Jan Foss", "Finance Minister", "former"),
        (
            "Ana Rui was named head of retail on Monday. She will succeed chief executive Jan Foss.",
            "Jan Foss",
            "Chief Executive",
            "current",
        ),
        ("Ana Rui, has assumed duty, in an acting capacity, as director general.", "Ana Rui", "Director General", "acting"),
        ("The president directed Ana Rui to act as governor.", "Ana Rui", "Governor", "acting"),
        ("The board asked Ana Rui to serve as interim chief executive.", "Ana Rui", "Chief Executive", "acting"),
        ("Havbris named Ana Rui chairwoman and chief executive.", "Ana Rui", "Chief Executive", "current"),
        ("Ana Rui has resigned as chairwoman and chief executive of Havbris.", "Ana Rui", "Chief Executive", "former"),
        ("Ana Rui was sworn in as the fifth president of the East African country.", "Ana Rui", "President", "current"),
        ("Jan Foss is reassigned to the ministerial portfolio of Lands and Mines.", "Jan Foss", "Minister of Lands and Mines", "current"),
        ("Jan Foss was given the portfolio of agriculture.", "Jan Foss", "Minister of Agriculture", "current"),
        ("Havbris chief executive Jan Foss will step down immediately, the firm said.", "Jan Foss", "Chief Executive", "former"),
        ("Havbris said it's replacing chairman Jan Foss with Ana Rui.", "Ana Rui", "Chairman", "current"),
        ("The king appointed former trade and justice official Ana Rui as ambassador to Peru.", "Ana Rui", "Ambassador to Peru", "current"),
        (
            "Ana Rui was confirmed as governor. The president had nominated her as governor in May.",
            "Ana Rui",
            "Governor",
            "current",
        ),
        (
            "Havbris FC confirmed Jan Foss as caretaker manager. Foss then spent a year as Ostend manager until May, when he was replaced by Otto Brand.",
            "Otto Brand",
            "Manager",
            "current",
        ),
        ("Finance Minister Ana Rui resigned. Otto Brand was sworn in as Rui's successor.", "Otto Brand", "Finance Minister", "current"),
        ("Police Chief Ana Rui resigned. Assistant Police Chief Otto Brand will fill the role.", "Otto Brand", "Police Chief", "designate"),
        ("Chief Ana Rui resigned. Assistant Chief Otto Brand will fill the role.", "Otto Brand", "Assistant Chief", "current"),
        ("Peru's president, Ana Rui, was ill. Rui, 82, died early on Sunday.", "Ana Rui", "President", "former"),
        (
            "The council announced on Friday the appointment of Chilean diplomat Ana Rui as special envoy.",
            "Ana Rui",
            "Special Envoy",
            "current",
        ),
        ("Ana Rui has been named Fiji's women's Test captain, the union said.", "Ana Rui", "Test Captain", "current"),
        (
            "Ana Rui was elected premier by parliament. Rui will take over the office from Jan Foss in May.",
            "Ana Rui",
            "Premier",
            "designate",
        ),
        ("Ana Rui was sworn in as president of the South Pacific island nation.", "Ana Rui", "President", "current"),
        ("Ana Rui will succeed Jan Foss, the outgoing chair and former Chadian prime minister.", "Jan Foss", "Chair", "current"),
    ],
)
def test_offices_of_the_clause_before(text: str, person: str, title: str, status: str) -> None:
    assert titles(text)[person, title].status == status


@pytest.mark.parametrize(
    ("text", "person", "status"),
    [
        ("Chairman Lim Wei is retiring after 14 years.", "Lim Wei", "current"),
        ("Ana Rui took over the chairmanship of the bloc in June.", "Ana Rui", None),
        ("Simon Rau has been elevated to the Supreme Court in her stead.", "Simon Rau", None),
    ],
)
def test_offices_that_stay_as_they_are(text: str, person: str, status: str | None) -> None:
    assert [claim.status for (name, _), claim in titles(text).items() if name == person] == ([status] if status else [])


@pytest.mark.parametrize(
    ("text", "person", "title", "status", "since", "until"),
    [
        # terms, stints, years in an office
        ("Ana Ruiz spent four years as director of the Lima Zoo.", "Ana Ruiz", "Director", "former", None, None),
        ("Ana Ruiz has spent four years as director of the Lima Zoo.", "Ana Ruiz", "Director", "current", None, None),
        ("Ana Ruiz held the post of treasurer from 2010 to 2014.", "Ana Ruiz", "Treasurer", "former", "2010", "2014"),
        ("Ana Ruiz completed her term as governor in December.", "Ana Ruiz", "Governor", "former", None, "2024-12"),
        ("Ana Ruiz ends her term as governor on 30 May.", "Ana Ruiz", "Governor", "current", None, "2025-05-30"),
        ("Ana Ruiz began her term as governor in January.", "Ana Ruiz", "Governor", "current", "2025-01", None),
        ("Ana Ruiz lost her job as treasurer last month.", "Ana Ruiz", "Treasurer", "former", None, "2025-02"),
        ("Ana Ruiz retired in January after nearly a decade as treasurer.", "Ana Ruiz", "Treasurer", "former", None, "2025-01"),
        ("After 12 years as treasurer, Ana Ruiz retired in January.", "Ana Ruiz", "Treasurer", "former", None, "2025-01"),
        ("Ana Ruiz steps down after 12 years as treasurer.", "Ana Ruiz", "Treasurer", "current", None, None),
        # how one leaves
        ("Ana Ruiz was forced to resign as treasurer in January.", "Ana Ruiz", "Treasurer", "former", None, "2025-01"),
        ("Ana Ruiz was forced out as treasurer in January.", "Ana Ruiz", "Treasurer", "former", None, "2025-01"),
        ("Ana Ruiz had to step down as treasurer in January.", "Ana Ruiz", "Treasurer", "former", None, "2025-01"),
        ("Ana Ruiz tendered her resignation as treasurer on Monday.", "Ana Ruiz", "Treasurer", "former", None, "2025-03-24"),
        ("Members voted on Tuesday to remove Ana Ruiz as treasurer.", "Ana Ruiz", "Treasurer", "former", None, "2025-03-25"),
        ("Ana Ruiz gave up the captaincy of Fiji in January.", "Ana Ruiz", "Captain", "former", None, "2025-01"),
        ("Ana Ruiz was stripped of the captaincy of Fiji on Monday.", "Ana Ruiz", "Captain", "former", None, "2025-03-24"),
        ("The dismissal of finance minister Ana Ruiz angered the party.", "Ana Ruiz", "Finance Minister", "former", None, None),
        ("The death of Bishop Ana Ruiz of Oruro shocked the town.", "Ana Ruiz", "Bishop", "former", None, None),
        ("Ana Ruiz's departure as coach of Fiji surprised the team.", "Ana Ruiz", "Coach", "former", None, None),
        ("Ana Ruiz handed over to Tim Cole as treasurer in January.", "Tim Cole", "Treasurer", "current", "2025-01", None),
        ("President Ana Ruiz handed power to her deputy, Tim Cole, on Monday.", "Tim Cole", "President", "current", "2025-03-24", None),
        # who left before somebody came
        ("Ana Ruiz became treasurer in June after the resignation of Tim Cole.", "Tim Cole", "Treasurer", "former", None, None),
        ("Ana Ruiz assumed the presidency in July after Congress removed Tim Cole.", "Tim Cole", "President", "former", None, None),
        ("Minister Ana Ruiz of Fiji was sworn in in May in place of Tim Cole.", "Tim Cole", "Minister", "former", None, None),
        ("Health Minister Ana Ruiz took up her post in January, replacing Tim Cole.", "Tim Cole", "Health Minister", "former", None, None),
        # an office that the clause only points to
        ("Health Minister Ana Ruiz took up her post in January.", "Ana Ruiz", "Health Minister", "current", "2025-01", None),
        ("Health Minister Ana Ruiz, who was appointed in May, agreed.", "Ana Ruiz", "Health Minister", "current", "2024-05", None),
        # one office after another
        (
            "Ana Ruiz was appointed deputy governor in 2019 and became governor in 2022.",
            "Ana Ruiz",
            "Deputy Governor",
            "former",
            "2019",
            None,
        ),
        ("Sworn in on Monday as treasurer, Ana Ruiz promised reform.", "Ana Ruiz", "Treasurer", "current", "2025-03-24", None),
        (
            "At a congress in Lima on Saturday, members elected Ana Ruiz as chairwoman.",
            "Ana Ruiz",
            "Chairwoman",
            "current",
            "2025-03-22",
            None,
        ),
        ("The job of health minister goes to Ana Ruiz.", "Ana Ruiz", "Health Minister", "designate", None, None),
        ("Ana Ruiz was appointed men's head coach.", "Ana Ruiz", "Head Coach", "current", None, None),
        ("Appointed treasurer in January, Ana Ruiz promised reform.", "Ana Ruiz", "Treasurer", "current", "2025-01", None),
        ("Ana Ruiz joined Acme Corp as treasurer on Monday.", "Ana Ruiz", "Treasurer", "current", "2025-03-24", None),
        ("Ana Ruiz will join Acme Corp in May as its treasurer.", "Ana Ruiz", "Treasurer", "designate", "2025-05", None),
        ("The new treasurer is Ana Ruiz, an economist.", "Ana Ruiz", "Treasurer", "current", None, None),
        ("The new treasurer will be Ana Ruiz.", "Ana Ruiz", "Treasurer", "designate", None, None),
        ("Ana Ruiz is to be the next ambassador to Chile.", "Ana Ruiz", "Ambassador to Chile", "designate", None, None),
        ("As the new head of Acme Corp, Ana Ruiz will move to Lima.", "Ana Ruiz", "Head", "current", None, None),
        (
            "Ana Ruiz will take over from Tim Cole as treasurer on 1 April.",
            "Tim Cole",
            "Treasurer",
            "current",
            None,
            "2025-04-01",
        ),
        ("Ana Ruiz served previously as treasurer.", "Ana Ruiz", "Treasurer", "former", None, None),
        (
            "Tim Cole resigned as treasurer. The board named Ana Ruiz to the post on an interim basis.",
            "Ana Ruiz",
            "Treasurer",
            "acting",
            None,
            None,
        ),
        ("Fiji have stripped Tim Cole of the captaincy and handed the job to Ana Ruiz.", "Ana Ruiz", "Captain", "current", None, None),
        ("Ana Ruiz takes the chair of the Fisheries Forum on 1 May.", "Ana Ruiz", "Chair", "designate", "2025-05-01", None),
        ("The Interior Ministry goes to Ana Ruiz.", "Ana Ruiz", "Interior Minister", "current", None, None),
        ("Health Minister Ana Ruiz was appointed in May after Tim Cole resigned.", "Tim Cole", "Health Minister", "former", None, None),
        ("Ana Ruiz, the coach, replaced Tim Cole in January.", "Tim Cole", "Coach", "former", None, "2025-01"),
        ("The World Seed Assembly elected Ana Ruiz of Fiji as its president.", "Ana Ruiz", "President", "current", None, None),
        ("Members chose Ana Ruiz as the union's next president.", "Ana Ruiz", "President", "designate", None, None),
        ("Health Minister Ana Ruiz has held the job since 2021.", "Ana Ruiz", "Health Minister", "current", "2021", None),
        ("Acme Corp's chief executive since 2017, Ana Ruiz, will speak.", "Ana Ruiz", "Chief Executive", "current", "2017", None),
        (
            "Ana Ruiz has been named to succeed Tim Cole as treasurer when he retires in June.",
            "Ana Ruiz",
            "Treasurer",
            "designate",
            None,
            None,
        ),
        (
            "Ana Ruiz has been named to succeed Tim Cole as treasurer when he retires in June.",
            "Tim Cole",
            "Treasurer",
            "current",
            None,
            "2025-06",
        ),
        ("Ana Ruiz will be Fiji's next treasurer.", "Ana Ruiz", "Treasurer", "designate", None, None),
        ("Ana Ruiz was earlier posted to Accra as deputy head of mission.", "Ana Ruiz", "Deputy Head of Mission", "former", None, None),
        ("Ministers chose Ana Ruiz as treasurer. Ruiz, 58, starts on 1 May.", "Ana Ruiz", "Treasurer", "designate", "2025-05-01", None),
        ("President-elect Ana Ruiz takes office on 1 August.", "Ana Ruiz", "President", "elect", "2025-08-01", None),
        ("Treasurer Ana Ruiz will remain in her post until 30 June.", "Ana Ruiz", "Treasurer", "current", None, "2025-06-30"),
        ("Ana Ruiz is out as treasurer of Acme Corp.", "Ana Ruiz", "Treasurer", "former", None, None),
        ("The board said it had named Ana Ruiz, 49, treasurer.", "Ana Ruiz", "Treasurer", "current", None, None),
        ("The row cost Ana Ruiz the captaincy of Fiji.", "Ana Ruiz", "Captain", "former", None, None),
        ("The row cost Ana Ruiz her job as treasurer.", "Ana Ruiz", "Treasurer", "former", None, None),
        ("Ana Ruiz, who had held the finance portfolio since 2021, was dismissed.", "Ana Ruiz", "Finance Minister", "former", "2021", None),
        ("Members elected Ana Ruiz, an actuary from Lima, as treasurer.", "Ana Ruiz", "Treasurer", "current", None, None),
        ("Treasurer Tim Cole will retire in May. His successor will be Ms Ana Ruiz.", "Ana Ruiz", "Treasurer", "designate", None, None),
        ("Ana Ruiz took office in May, having previously been treasurer.", "Ana Ruiz", "Treasurer", "former", None, None),
        ("Treasurer Ana Ruiz, appointed last week in place of Tim Cole, agreed.", "Tim Cole", "Treasurer", "former", None, None),
        (
            "Treasurer Tim Cole quit. Ana Ruiz will run the company until a replacement is found.",
            "Ana Ruiz",
            "Treasurer",
            "acting",
            None,
            None,
        ),
        ("Ana Ruiz keeps the finance portfolio.", "Ana Ruiz", "Finance Minister", "current", None, None),
        ("Ana Ruiz doubles as treasurer.", "Ana Ruiz", "Treasurer", "current", None, None),
        ("President Tim Cole dropped finance minister Ana Ruiz.", "Ana Ruiz", "Finance Minister", "former", None, None),
        ("Ana Ruiz, coach of Fiji from 2017 until her dismissal last month, agreed.", "Ana Ruiz", "Coach", "former", "2017", "2025-02"),
        ("Ana Ruiz takes the finance portfolio.", "Ana Ruiz", "Finance Minister", "current", None, None),
        ("In June, when Ana Ruiz takes over as treasurer, rates may fall.", "Ana Ruiz", "Treasurer", "designate", "2025-06", None),
        (
            "Ana Ruiz has been acting treasurer since May. She was confirmed in the post on Monday.",
            "Ana Ruiz",
            "Treasurer",
            "current",
            "2024-05",
            None,
        ),
        (
            "Treasurer Tim Cole is ill and his deputy, Ana Ruiz, will act in his place.",
            "Ana Ruiz",
            "Treasurer",
            "acting",
            None,
            None,
        ),
        (
            "Ana Ruiz served as ambassador to Chile and, from 2015 to 2018, as treasurer.",
            "Ana Ruiz",
            "Treasurer",
            "former",
            "2015",
            "2018",
        ),
        ("Ana Ruiz stepped up as captain of Fiji.", "Ana Ruiz", "Captain", "current", None, None),
    ],
)
def test_terms_departures_and_successions(text: str, person: str, title: str, status: str, since: str | None, until: str | None) -> None:
    claim = titles(text)[person, title]
    assert (claim.status, claim.since, claim.until) == (status, since, until)


@pytest.mark.parametrize(
    "text",
    [
        "The resignation of treasurer Ana Ruiz was demanded by the members.",
        "Treasurer Ana Ruiz gave up her seat on the board.",
        "Police removed treasurer Ana Ruiz from the building.",
        "Treasurer Ana Ruiz was named in the report on Monday.",
        "Treasurer Ana Ruiz held the view that prices fall.",
        "The coach dropped captain Ana Ruiz.",
        "Treasurer Ana Ruiz starts on 1 May in Rome.",
        "Treasurer Ana Ruiz was standing in for a colleague.",
    ],
)
def test_offices_that_are_kept(text: str) -> None:
    assert {(claim.status, claim.since) for claim in titles(text).values()} == {("current", None)}


@pytest.mark.parametrize(
    "text",
    [
        "She will be the first Norwegian foreign minister to visit the region.",
        "Ana Ruiz was the second finance minister to resign.",
        "Ana Ruiz became the first foreign minister since 1990 to visit Cuba.",
    ],
)
def test_the_first_minister_to_do_something_is_counted_not_named(text: str) -> None:
    assert not titles(text)


def test_a_new_minister_who_replaces_somebody_has_his_office() -> None:
    """'replaces A' is about the office that is told as new, not about a place in a team."""
    found = titles("Peru's new energy minister, Ana Ruiz, spoke on Monday. Ruiz, an engineer, replaces Ken Mori, who was dismissed.")
    assert found["Ken Mori", "Energy Minister"].status == "former"


def test_whose_resignation_it_is() -> None:
    """Who tenders 'her' resignation leaves, not who gets an office after it."""
    found = titles("Ana Ruiz was named captain of Leeds on Friday after Joan Root announced her retirement.")
    assert {name: claim.status for name, claim in found.items()} == {("Ana Ruiz", "Captain"): "current", ("Joan Root", "Captain"): "former"}


def test_whose_president_a_federation_elects() -> None:
    found = titles("The Kenyan rowing federation elected Ana Ruiz as its president on Thursday.")
    assert [claim.of for claim in found.values()] == ["Kenyan rowing federation"]


def test_what_somebody_does_first_in_an_office() -> None:
    found = titles("Ana Ruiz's first act as chair of Leeds Bank was to thank the staff. Her work as a chair did not please Joe Root.")
    assert {name: claim.status for name, claim in found.items()} == {("Ana Ruiz", "Chair"): "current"}
    assert titles("Ana Ruiz's first act as chair of Leeds Bank in 2009 was to thank the staff.") == {}
