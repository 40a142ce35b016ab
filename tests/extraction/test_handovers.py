"""Offices that change hands by a turn of phrase."""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch.claims.build import extract_claims
from factwatch.model.claim import RoleClaim, TitleClaim
from factwatch.model.text import Document

PUBLISHED = dt.date(2025, 3, 26)


def held(text: str) -> set[tuple[str, str, str | None, str]]:
    claims = extract_claims(Document(text=text, published=PUBLISHED)).claims
    return {(claim.person, claim.title, claim.of, claim.status) for claim in claims if isinstance(claim, TitleClaim)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ada Boro made way for Ian Tully as director of Delta Cargo.",
            {("Ada Boro", "Director", "Delta Cargo", "former"), ("Ian Tully", "Director", "Delta Cargo", "current")},
        ),
        (
            "Ian Tully stepped into the shoes of Ada Boro as director of Delta Cargo.",
            {("Ada Boro", "Director", "Delta Cargo", "former"), ("Ian Tully", "Director", "Delta Cargo", "current")},
        ),
        (
            "Ian Tully, who followed Ada Boro as Iceland's health minister in January, said wards would stay open.",
            {("Ada Boro", "Health Minister", "Iceland", "former"), ("Ian Tully", "Health Minister", "Iceland", "current")},
        ),
        (
            "Ian Tully has unseated Ada Boro as general secretary of the Glass Union.",
            {("Ada Boro", "General Secretary", "Glass Union", "former"), ("Ian Tully", "General Secretary", "Glass Union", "current")},
        ),
        ("Ian Tully beat Ada Boro to the presidency of the Tagus Bank.", {("Ian Tully", "President", "Tagus Bank", "elect")}),
        (
            "Members elected Ian Tully to replace Ada Boro as treasurer of the Glass Union.",
            {("Ada Boro", "Treasurer", "Glass Union", "former"), ("Ian Tully", "Treasurer", "Glass Union", "current")},
        ),
        (
            "Delta Cargo has turned to Ian Tully to replace Ada Boro as director.",
            {("Ada Boro", "Director", None, "former"), ("Ian Tully", "Director", None, "current")},
        ),
        (
            "Ada Boro swapped the health ministry for education on Monday.",
            {("Ada Boro", "Education Minister", None, "current"), ("Ada Boro", "Health Minister", None, "former")},
        ),
        (
            "Ada Boro was sworn in as health minister on Monday, and Ian Tully, a career diplomat, becomes foreign minister.",
            {("Ada Boro", "Health Minister", None, "current"), ("Ian Tully", "Foreign Minister", None, "current")},
        ),
        (
            "Ada Boro was named health minister on Monday, and Ian Tully, who wrote the law, becomes foreign minister.",
            {("Ada Boro", "Health Minister", None, "current"), ("Ian Tully", "Foreign Minister", None, "current")},
        ),
        ("Ada Boro has taken on a second job as president of the Glass Union.", {("Ada Boro", "President", "Glass Union", "current")}),
        (
            "Ada Boro is out as director of Delta Cargo. Chair Ian Tully will run the company until a replacement is found.",
            {
                ("Ada Boro", "Director", "Delta Cargo", "former"),
                ("Ian Tully", "Chair", None, "current"),
                ("Ian Tully", "Director", "Delta Cargo", "acting"),
            },
        ),
        (
            "Assistant coach Ada Boro takes charge until a new man is found.",
            {("Ada Boro", "Assistant Coach", None, "current"), ("Ada Boro", "Coach", None, "acting")},
        ),
        (
            "Lena Moss was nominated governor of the Tagus Bank. If MPs agree, she will succeed Ian Tully, whose term ends on 1 May.",
            {("Lena Moss", "Governor", "Tagus Bank", "nominee"), ("Ian Tully", "Governor", "Tagus Bank", "current")},
        ),
        (
            "Ada Boro handed over the chair of the Hill Street club last month to Ian Tully.",
            {("Ada Boro", "Chair", "Hill Street club", "former"), ("Ian Tully", "Chair", "Hill Street club", "current")},
        ),
        ("Ada Boro has taken charge of the petroleum portfolio.", {("Ada Boro", "Petroleum Minister", None, "current")}),
        (
            "Delta Cargo sacked director Ada Boro on Monday and turned to the Portuguese Ian Tully.",
            {("Ada Boro", "Director", "Delta Cargo", "former"), ("Ian Tully", "Director", "Delta Cargo", "current")},
        ),
        (
            "Ada Boro retired as chairman of Delta Cargo. The directors chose Ian Tully, a lawyer, to take the chair.",
            {("Ada Boro", "Chairman", "Delta Cargo", "former"), ("Ian Tully", "Chairman", "Delta Cargo", "current")},
        ),
        ("Ada Boro picked Ian Tully as her next finance minister.", {("Ian Tully", "Finance Minister", None, "designate")}),
        ("Ada Boro has quit as director of Delta Cargo.", {("Ada Boro", "Director", "Delta Cargo", "former")}),
        ("Former Delta Cargo director Ada Boro is returning to the job.", {("Ada Boro", "Director", "Delta Cargo", "current")}),
        ("Interim director Ada Boro has been given the job on a permanent basis.", {("Ada Boro", "Director", None, "current")}),
        ("Acting police chief Ada Boro was named police chief on Monday.", {("Ada Boro", "Police Chief", None, "current")}),
    ],
)
def test_who_leaves_and_who_gets(text: str, expected: set[tuple[str, str, str | None, str]]) -> None:
    assert held(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Director Ada Boro made way for the lorries.", {("Ada Boro", "Director", None, "current")}),
        ("Ian Tully beat Ada Boro to the ball.", set()),
        ("Ian Tully followed Ada Boro into the hall.", set()),
        ("Former director Ada Boro returned to the city.", {("Ada Boro", "Director", None, "former")}),
        ("Ada Boro left the health ministry for a meeting with doctors.", set()),
        ("Ada Boro has taken charge of the rescue.", set()),
        (
            "Delta Cargo sacked director Ada Boro and turned to lorries.",
            {("Ada Boro", "Director", "Delta Cargo", "former")},
        ),
        ("Ada Boro takes on Spain as captain of Fiji.", set()),
        ("Ian Tully could make way for Ada Boro as director.", set()),
        ("Interim director Ada Boro has been given the job of cleaning up.", {("Ada Boro", "Director", None, "acting")}),
        ("Interim president Ada Boro assumed the presidency in March.", {("Ada Boro", "President", None, "acting")}),
    ],
)
def test_what_hands_on_nothing(text: str, expected: set[tuple[str, str, str | None, str]]) -> None:
    assert held(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The president withdrew the nomination of Ada Boro as attorney general.", {("Ada Boro", "Attorney General", None, "nominee")}),
        ("MPs voted down Ada Boro as governor of the Tagus Bank.", {("Ada Boro", "Governor", "Tagus Bank", "nominee")}),
        ("Ada Boro withdrew from the marathon.", set()),
        ("MPs rejected the plan of Ada Boro.", set()),
    ],
)
def test_nominations_that_come_to_nothing(text: str, expected: set[tuple[str, str, str | None, str]]) -> None:
    claims = extract_claims(Document(text=text, published=PUBLISHED)).claims
    off = [claim for claim in claims if isinstance(claim, TitleClaim) and claim.polarity == "negative"]
    assert {(claim.person, claim.title, claim.of, claim.status) for claim in off} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The term of Ada Boro as president of the Tagus Bank ended on Monday.", {("Ada Boro", "President", "Tagus Bank", "former")}),
        ("Ada Boro's spell as director of Delta Cargo is over.", {("Ada Boro", "Director", "Delta Cargo", "former")}),
        ("Ada Boro has been named permanent police chief.", {("Ada Boro", "Police Chief", None, "current")}),
        ("Ada Boro has been appointed permanent secretary for health.", {("Ada Boro", "Permanent Secretary for Health", None, "current")}),
        ("Ada Boro is back as director of Delta Cargo.", {("Ada Boro", "Director", "Delta Cargo", "current")}),
        ("Ada Boro was voted in as prime minister of Fiji.", {("Ada Boro", "Prime Minister", "Fiji", "current")}),
        (
            "Ada Boro has been replaced by her predecessor, Ian Tully, as director of Delta Cargo.",
            {("Ada Boro", "Director", "Delta Cargo", "former"), ("Ian Tully", "Director", "Delta Cargo", "current")},
        ),
    ],
)
def test_terms_that_end_or_begin_again(text: str, expected: set[tuple[str, str, str | None, str]]) -> None:
    assert held(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bolivia has suspended its membership of the African Union.", {("Bolivia", "member", "African Union", "former")}),
        ("Kenya's membership of the African Union was suspended on Monday.", {("Kenya", "member", "African Union", "former")}),
        (
            "Kenya was granted full membership of the East African Community.",
            {("Kenya", "full member", "East African Community", "current")},
        ),
        ("Kenya has applied for membership of the East African Community.", set()),
        ("Ada Boro has cancelled her membership of the gym.", set()),
    ],
)
def test_membership_by_its_noun(text: str, expected: set[tuple[str, str, str | None, str]]) -> None:
    claims = extract_claims(Document(text=text, published=PUBLISHED)).claims
    assert {(claim.holder, claim.role, claim.of, claim.status) for claim in claims if isinstance(claim, RoleClaim)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Finance goes to Ama Boadi, defence to Kofi Ansah and the health portfolio to Li Wen.",
            {
                ("Ama Boadi", "Finance Minister", None, "designate"),
                ("Kofi Ansah", "Defence Minister", None, "designate"),
                ("Li Wen", "Health Minister", None, "designate"),
            },
        ),
        ("The finance portfolio falls to Ama Boadi.", {("Ama Boadi", "Finance Minister", None, "current")}),
        ("The armband goes to Ama Boadi.", {("Ama Boadi", "Captain", None, "current")}),
        ("The estate passes to Ama Boadi.", set()),
        ("The river falls to Ama Boadi's farm.", set()),
        ("Ama Boadi has accepted the principalship of Arko College.", {("Ama Boadi", "Principal", "Arko College", "designate")}),
        (
            "Chairman Kofi Ansah will relinquish the chair to his daughter, Ama Boadi.",
            {("Kofi Ansah", "Chairman", None, "current"), ("Ama Boadi", "Chairman", None, "designate")},
        ),
        (
            "The club named Ama Boadi head coach on Monday, ousting Kofi Ansah.",
            {("Ama Boadi", "Head Coach", None, "current"), ("Kofi Ansah", "Head Coach", None, "former")},
        ),
        ("Soldiers seized the palace on Monday, ousting Kofi Ansah.", set()),
        (
            "Bank governor Kofi Ansah has resigned. Taking Ansah's place is Ama Boadi.",
            {("Kofi Ansah", "Bank Governor", None, "former"), ("Ama Boadi", "Bank Governor", None, "current")},
        ),
        (
            "Head coach Kofi Ansah is ill. Ama Boadi takes Ansah's place in the team.",
            {("Kofi Ansah", "Head Coach", None, "current")},
        ),
        (
            "Crowds saw Ama Boadi enthroned as the third Bishop of Keta. She succeeds the Rt Rev. Kofi Ansah.",
            {("Ama Boadi", "Bishop", "Keta", "current"), ("Kofi Ansah", "Bishop", "Keta", "former")},
        ),
        (
            '"My predecessor, Kofi Ansah, did nothing," said Mayor Ama Boadi of Keta.',
            {("Ama Boadi", "Mayor", "Keta", "current"), ("Kofi Ansah", "Mayor", "Keta", "former")},
        ),
    ],
)
def test_offices_that_go_from_one_to_another(text: str, expected: set[tuple[str, str, str | None, str]]) -> None:
    """A field, a noun for the office or somebody's place says which one; an estate and a place in a team are none."""
    assert held(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru was represented by Trade Minister Ama Boadi.", ("Trade Minister", "Peru")),
        ("The Uzbek side was led by Trade Minister Ama Boadi.", ("Trade Minister", "Uzbekistan")),
        ("Mali's team is led by General Ama Boadi, the minister of trade.", ("Minister of Trade", "Mali")),
        ("Trade Minister Ama Boadi led the search for the missing.", ("Trade Minister", None)),
        ("She flew to Kobe, where the mayor, Ama Boadi, met her.", ("Mayor", "Kobe")),
        ("She flew from Oslo to Kobe, where the mayor, Ama Boadi, met her.", ("Mayor", None)),
        ("Peru coach Ama Boadi smiled. Boadi replaced Kofi Ansah as coach in May.", ("Coach", "Peru")),
        (
            "Shareholders of Arko Bank approved the sale of Rift Valley Bank and elected Ama Boadi to the chair.",
            ("Chair", "Arko Bank"),
        ),
    ],
)
def test_whose_office_it_is(text: str, expected: tuple[str, str | None]) -> None:
    """The state whose side somebody leads, the town he receives in, the body that elects him."""
    assert expected in {(title, of) for person, title, of, _ in held(text) if person in {"Ama Boadi", "Kofi Ansah"}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Attorney general Ama Boadi and her forerunner in the post, Kofi Ansah, spoke.",
            {("Ama Boadi", "Attorney General", None, "current"), ("Kofi Ansah", "Attorney General", None, "former")},
        ),
        (
            "President Ama Boadi came. The president, a former chief justice, smiled.",
            {("Ama Boadi", "President", None, "current"), ("Ama Boadi", "Chief Justice", None, "former")},
        ),
        ("The house, a former chief justice said, was old.", set()),
        (
            "Ama Boadi takes over the chair of the working group from Kofi Ansah on 1 May.",
            {("Ama Boadi", "Chair", "working group", "designate"), ("Kofi Ansah", "Chair", "working group", "current")},
        ),
        (
            "The coach, Ama Boadi, the Icelander who replaced Kofi Ansah in November, smiled.",
            {("Ama Boadi", "Coach", None, "current"), ("Kofi Ansah", "Coach", None, "former")},
        ),
        ("Delta United have parted with coach Ama Boadi.", {("Ama Boadi", "Coach", "Delta United", "former")}),
        ("The family parted with Ama Boadi at the gate.", set()),
        (
            "Ambassador Ama Boadi goes home to become governor of Keta.",
            {("Ama Boadi", "Ambassador", None, "current"), ("Ama Boadi", "Governor", "Keta", "designate")},
        ),
        (
            "Governor Ama Boadi has been moved to the post of deputy prime minister.",
            {("Ama Boadi", "Governor", None, "former"), ("Ama Boadi", "Deputy Prime Minister", None, "current")},
        ),
        (
            "The Glass Union picked Ama Boadi over two rivals to be its next president.",
            {("Ama Boadi", "President", "Glass Union", "designate")},
        ),
        (
            "Chairman Kofi Ansah stays until May. His place will be taken by Ama Boadi.",
            {("Kofi Ansah", "Chairman", None, "current"), ("Ama Boadi", "Chairman", None, "designate")},
        ),
        (
            "Trade minister Kofi Ansah has moved on. His former post will be filled by Ama Boadi.",
            {("Kofi Ansah", "Trade Minister", None, "current")},
        ),
        (
            "Ghana's new police chief is to be Ama Boadi, after the incumbent, General Kofi Ansah, asked to go.",
            {
                ("Ama Boadi", "Police Chief", "Ghana", "designate"),
                ("Kofi Ansah", "Police Chief", "Ghana", "current"),
                ("Kofi Ansah", "General", None, "current"),
            },
        ),
        ("Ama Boadi, lately Ghana's ombudsman, spoke.", {("Ama Boadi", "Ombudsman", "Ghana", "former")}),
    ],
)
def test_turns_of_phrase_around_an_office(text: str, expected: set[tuple[str, str, str | None, str]]) -> None:
    """Forerunners, incumbents and rivals; what is left for another office, and what somebody called only by his office was."""
    assert held(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ama Boadi, the chief executive, will move up to become chairman, taking over from Kofi Ansah.",
            {("Ama Boadi", "Chief Executive", "current"), ("Ama Boadi", "Chairman", "designate"), ("Kofi Ansah", "Chairman", "former")},
        ),
        (
            "The Pope accepted the resignation of Archbishop Kofi Ansah and appointed in his stead Monsignor Ama Boadi.",
            {("Kofi Ansah", "Archbishop", "former"), ("Ama Boadi", "Monsignor", "current"), ("Ama Boadi", "Archbishop", "designate")},
        ),
        (
            "Two months after quitting as health minister, Ama Boadi has been made envoy to Chad.",
            {("Ama Boadi", "Health Minister", "former"), ("Ama Boadi", "Envoy to Chad", "current")},
        ),
        (
            "The father of the current Attorney General, Ama Boadi, who has died at 91, was a judge.",
            {("Ama Boadi", "Attorney General", "current")},
        ),
        (
            "Ama Boadi was installed as Lord Mayor of Keta, succeeding Councillor Kofi Ansah.",
            {("Ama Boadi", "Lord Mayor", "current"), ("Kofi Ansah", "Lord Mayor", "former"), ("Kofi Ansah", "Councillor", "current")},
        ),
        ("The premier asked Ama Boadi to stay on as foreign minister.", {("Ama Boadi", "Foreign Minister", "current")}),
        (
            "The cabinet relieved Kofi Ansah of his duties as energy minister and put Ama Boadi in his place.",
            {("Kofi Ansah", "Energy Minister", "former"), ("Ama Boadi", "Energy Minister", "current")},
        ),
        ("The board put Ama Boadi in prison.", set()),
        ("The Senate confirmed Ama Boadi as director of public works.", {("Ama Boadi", "Director of Public Works", "current")}),
        ("Prime Minister Ama Boadi stays on in a caretaker capacity.", {("Ama Boadi", "Prime Minister", "acting")}),
        (
            "Governor Kofi Ansah was suspended, and the president named Ama Boadi to fill in for him.",
            {("Kofi Ansah", "Governor", "current"), ("Ama Boadi", "Governor", "acting")},
        ),
        (
            "The board accepted the resignation of chief executive Ama Boadi, who will leave in May.",
            {("Ama Boadi", "Chief Executive", "current")},
        ),
        (
            "Keta have appointed Ama Boadi as head coach, four days after sacking Kofi Ansah.",
            {("Ama Boadi", "Head Coach", "current"), ("Kofi Ansah", "Head Coach", "former")},
        ),
        ("The Keta minister, who takes over from Ama Boadi, was inducted.", set()),
    ],
)
def test_what_a_clause_says_of_the_office_of_another(text: str, expected: set[tuple[str, str, str]]) -> None:
    """The office of somebody else is the one told before, not a dignity or a description by which one of them is called."""
    assert {(person, title, status) for person, title, _, status in held(text)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Appointed caretaker manager when Kofi Ansah was sacked in April, Ama Boadi will stay until May.",
            {("Ama Boadi", "Manager", "acting")},
        ),
        ("Appointed manager as expected, she left for Keta, Ama Boadi said.", set()),
        (
            "The synod chose as its moderator the Rev Ama Boadi, who will be installed in October.",
            {("Ama Boadi", "Moderator", "designate")},
        ),
        (
            "Governor Kofi Ansah is to be recalled and replaced by Ama Boadi.",
            {("Kofi Ansah", "Governor", "current"), ("Ama Boadi", "Governor", "designate")},
        ),
        ("Ama Boadi is tipped to succeed Kofi Ansah as governor.", {("Kofi Ansah", "Governor", "current")}),
        ("Ama Boadi is tipped to succeed.", set()),
        ("Once a rebel and later ambassador to Chad, Ama Boadi said it was late.", {("Ama Boadi", "Ambassador to Chad", "former")}),
        ("A lawyer by training and for two terms mayor of Keta, Ama Boadi said it was late.", {("Ama Boadi", "Mayor", "former")}),
        ("Years later Governor Ama Boadi came.", {("Ama Boadi", "Governor", "current")}),
        (
            "Governor Li Wen said her two predecessors, Ama Boadi and Kofi Ansah, had failed.",
            {("Li Wen", "Governor", "current"), ("Ama Boadi", "Governor", "former"), ("Kofi Ansah", "Governor", "former")},
        ),
        (
            "Ama Boadi was named governor on Monday. She takes the place of Kofi Ansah.",
            {("Ama Boadi", "Governor", "current"), ("Kofi Ansah", "Governor", "former")},
        ),
        ("Ama Boadi, a singer, takes the place of Kofi Ansah at the table.", set()),
        (
            "Ama Boadi was governor from 2010 to 2014 and, before that, ambassador to Chad.",
            {("Ama Boadi", "Governor", "former"), ("Ama Boadi", "Ambassador to Chad", "former")},
        ),
        ("Ama Boadi has joined the Export Bank in Cairo as chief economist.", {("Ama Boadi", "Chief Economist", "current")}),
    ],
)
def test_offices_that_open_a_sentence_or_await_somebody(text: str, expected: set[tuple[str, str, str]]) -> None:
    """What opens a sentence tells of before; who is tipped gets nothing yet."""
    assert {(person, title, status) for person, title, _, status in held(text) if title != "Rebel"} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Keta University announced the appointment of Ama Boadi as its president, effective 1 January 2026.",
            {("Ama Boadi", "President", "designate")},
        ),
        (
            "The appointment of Ama Boadi as envoy to Chad was announced on Monday. She will take up her duties on 1 July.",
            {("Ama Boadi", "Envoy to Chad", "designate")},
        ),
        (
            "Ama Boadi was elected governor of the Keta Bank on Monday, in succession to Kofi Ansah, whose second term runs out on 20 July.",
            {("Ama Boadi", "Governor", "elect"), ("Kofi Ansah", "Governor", "current")},
        ),
        (
            "Ama Boadi was elected governor of the Keta Bank on Monday, in succession to Kofi Ansah, whose second term ran out in May.",
            {("Ama Boadi", "Governor", "current"), ("Kofi Ansah", "Governor", "former")},
        ),
        ("Governor Ama Boadi, whose dismissal had been forecast for weeks, came.", {("Ama Boadi", "Governor", "current")}),
        ("Governor Ama Boadi, whose dismissal took effect on Monday, went.", {("Ama Boadi", "Governor", "former")}),
        (
            "The premier submitted to His Majesty the resignation of the health minister, Ama Boadi.",
            {("Ama Boadi", "Health Minister", "former")},
        ),
        ("Following the retirement in May of Archbishop Ama Boadi, the synod met.", {("Ama Boadi", "Archbishop", "former")}),
        (
            "The pope accepted the resignation, for reasons of health, of Archbishop Ama Boadi of Keta.",
            {("Ama Boadi", "Archbishop", "former")},
        ),
        ("The new head of sales, Ama Boadi, begins in August.", {("Ama Boadi", "Head of Sales", "designate")}),
        (
            "Ama Boadi was chief economist of the Keta Bank for nine years. Her deputy, Kofi Ansah, came.",
            {("Ama Boadi", "Chief Economist", "former")},
        ),
        (
            "Envoy Ama Boadi has been recalled to Accra to serve as attorney general.",
            {("Ama Boadi", "Envoy", "current"), ("Ama Boadi", "Attorney General", "designate")},
        ),
        (
            "The Rev. Ama Boadi, the new general secretary of the council, succeeds Bishop Kofi Ansah.",
            {
                ("Ama Boadi", "General Secretary", "current"),
                ("Kofi Ansah", "General Secretary", "former"),
                ("Kofi Ansah", "Bishop", "current"),
            },
        ),
        (
            "Kofi Ansah, dropped as home minister, was replaced by Ama Boadi, the party's deputy president.",
            {
                ("Kofi Ansah", "Home Minister", "former"),
                ("Ama Boadi", "Home Minister", "current"),
                ("Ama Boadi", "Deputy President", "current"),
            },
        ),
        (
            "Li Wen becomes ambassador to France, Ama Boadi ambassador to Italy and Kofi Ansah consul in Milan.",
            {
                ("Li Wen", "Ambassador to France", "current"),
                ("Ama Boadi", "Ambassador to Italy", "current"),
                ("Kofi Ansah", "Consul", "current"),
            },
        ),
        (
            "The emir appointed Ama Boadi ambassador to France, relieving Kofi Ansah of the post.",
            {("Ama Boadi", "Ambassador to France", "current"), ("Kofi Ansah", "Ambassador to France", "former")},
        ),
        (
            "Ama Boadi will be sworn in as mayor of Keta on 7 July, ending the long reign of Kofi Ansah.",
            {("Ama Boadi", "Mayor", "designate"), ("Kofi Ansah", "Mayor", "current")},
        ),
        ("The premier said that Home Minister Ama Boadi is out.", {("Ama Boadi", "Home Minister", "former")}),
        ("Captain Ama Boadi is out, with a knee injury.", {("Ama Boadi", "Captain", "current")}),
        (
            "Keta Cargo hired Ama Boadi, for nine years a banker, to be its president.",
            {("Ama Boadi", "President", "current")},
        ),
    ],
)
def test_from_and_up_to_when_an_office_is_held(text: str, expected: set[tuple[str, str, str]]) -> None:
    """A day still to come, a term that still runs and a dismissal that is only expected leave everybody where he is."""
    assert {(person, title, status) for person, title, _, status in held(text)} == expected
