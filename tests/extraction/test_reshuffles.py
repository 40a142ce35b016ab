"""Who gets, has and loses which office where papers tell of many at once: reshuffles, boards, benches, coaches."""

from __future__ import annotations

import pytest

from factwatch import extract
from factwatch.model.claim import TitleClaim

PUBLISHED = "2025-03-26"


def offices(text: str) -> set[str]:
    claims = extract(text, published=PUBLISHED).claims
    return {f"{claim.person} | {claim.title} | {claim.of or '-'} | {claim.status}" for claim in claims if isinstance(claim, TitleClaim)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Tariq Momo was relieved as Minister of State, Mines and reassigned as Minister of State for Trade.",
            ["Tariq Momo | Minister of State for Mines | - | former", "Tariq Momo | Minister of State for Trade | - | current"],
        ),
        (
            "Ola Ade was removed as Minister of Sport and appointed Minister of Works.",
            ["Ola Ade | Minister of Sport | - | former", "Ola Ade | Minister of Works | - | current"],
        ),
        (
            "The premier sacked Ines Vaz as Minister of Tourism; Paulo Gil as Minister of Mines; and Rui Sá as Minister of Works.",
            [
                "Ines Vaz | Minister of Tourism | - | former",
                "Paulo Gil | Minister of Mines | - | former",
                "Rui Sá | Minister of Works | - | former",
            ],
        ),
        (
            "The king nominated Ines Vaz as the Minister of Labour and Employment, with Paulo Gil as Minister of State Education.",
            ["Ines Vaz | Minister of Labour and Employment | - | nominee", "Paulo Gil | Minister of State for Education | - | nominee"],
        ),
        ("Labour Minister Ines Vaz spoke.", ["Ines Vaz | Labour Minister | - | current"]),
        (
            "Lena Roth was elected president and appointed ministers the same day.",
            ["Lena Roth | President | - | current"],
        ),
        (
            "Tom Berg has resigned from his positions as Chief Executive Officer and Board director.",
            ["Tom Berg | Chief Executive Officer | - | former", "Tom Berg | Board Director | - | former"],
        ),
        (
            "The company appointed finance chief Tom Berg and senior executive Lena Roth as interim co-CEOs.",
            [
                "Tom Berg | Finance Chief | - | current",
                "Tom Berg | Co-CEO | - | acting",
                "Lena Roth | Co-CEO | - | acting",
            ],
        ),
        (
            "Zenvia in August replaced CEO Tom Berg, who led the firm for eight years, with veteran Lena Roth, amid slow sales.",
            ["Tom Berg | CEO | Zenvia | former", "Lena Roth | CEO | Zenvia | current"],
        ),
        (
            "Nordvik Steel has named current chairman, Tom Berg, as chief executive.",
            ["Tom Berg | Chairman | Nordvik Steel | current", "Tom Berg | Chief Executive | Nordvik Steel | current"],
        ),
        (
            "Nordvik Steel said its Board of Directors has named Tom Berg as chief executive.",
            ["Tom Berg | Chief Executive | Nordvik Steel | current"],
        ),
        (
            "Lena Roth has been newly appointed chairman of the board of directors of Nordvik Steel.",
            ["Lena Roth | Chairman | Nordvik Steel | current"],
        ),
        (
            "We are delighted to appoint Lena Roth as head of risk.",
            ["Lena Roth | Head of Risk | - | current"],
        ),
        ("He is keen to appoint Lena Roth as head of risk.", []),
        (
            "It said Lena Roth had been appointed acting governor of the State Bank, to replace Tom Berg.",
            ["Lena Roth | Governor | State Bank | acting", "Tom Berg | Governor | State Bank | former"],
        ),
        (
            "Kenya's new central bank governor is Lena Roth, who takes over on the expiry of the term of incumbent Tom Berg.",
            ["Lena Roth | Central Bank Governor | Kenya | current", "Tom Berg | Central Bank Governor | Kenya | current"],
        ),
        (
            "Tom Berg is currently serving in the IMF as senior resident representative to Egypt.",
            ["Tom Berg | Senior Resident Representative to Egypt | IMF | current"],
        ),
        (
            "Tom Berg has been sacked as coach of Perth Glory, with Ravi Nair taking over on an interim basis.",
            ["Tom Berg | Coach | Perth Glory | former", "Ravi Nair | Coach | Perth Glory | acting"],
        ),
        ("Blackpool have sacked head coach Tom Berg.", ["Tom Berg | Head Coach | Blackpool | former"]),
        (
            "Ravi Nair was named president of the Law Society, with Lena Roth as vice president.",
            ["Ravi Nair | President | Law Society | current", "Lena Roth | Vice President | Law Society | current"],
        ),
        (
            "The president named Ravi Nair as commander of the Zambia Air Force and Sam Phiri as his deputy.",
            ["Ravi Nair | Commander | Zambia Air Force | current", "Sam Phiri | Deputy Commander | Zambia Air Force | current"],
        ),
        (
            "Pope Leo accepted the resignation of Bishop Tom Berg of Davenport, and named as his successor Msgr. Ravi Nair.",
            [
                "Leo | Pope | - | current",
                "Tom Berg | Bishop | Davenport | former",
                "Ravi Nair | Bishop | Davenport | designate",
                "Ravi Nair | Monsignor | - | current",
            ],
        ),
        (
            "Pope Leo named Father Ravi Nair as an auxiliary bishop of San Diego. He is vicar general of the diocese.",
            [
                "Leo | Pope | - | current",
                "Ravi Nair | Auxiliary Bishop | San Diego | designate",
                "Ravi Nair | Vicar General | diocese | current",
            ],
        ),
        (
            "President Omar Sali removed Yusuf Sunu as Minister of Health and reassigned him as Minister of Works.",
            [
                "Omar Sali | President | - | current",
                "Yusuf Sunu | Minister of Health | - | former",
                "Yusuf Sunu | Minister of Works | - | current",
            ],
        ),
        (
            "Ravi Nair is the new commander of the Kenya Army taking over from Sam Phiri.",
            ["Ravi Nair | Commander | Kenya Army | current", "Sam Phiri | Commander | Kenya Army | former"],
        ),
        (
            "Lena Roth was named minister of works, a post previously held by Ravi Nair.",
            ["Lena Roth | Minister of Works | - | current", "Ravi Nair | Minister of Works | - | former"],
        ),
        (
            "Lena Roth was promoted to director of finance from her position as deputy director.",
            ["Lena Roth | Director of Finance | - | current", "Lena Roth | Deputy Director | - | former"],
        ),
        (
            "Lena Roth was foreign minister from 1984 to 1986 and from 1988 until 1993, and then president of the Senate.",
            ["Lena Roth | Foreign Minister | - | former", "Lena Roth | President | Senate | former"],
        ),
        (
            "The council voted at its last meeting on March 3 to approve Sam Lee as the new police chief.",
            ["Sam Lee | Police Chief | - | current"],
        ),
        (
            "Ravi Nair was sworn in as Opposition Leader to succeed the ousted Lena Roth.",
            ["Ravi Nair | Opposition Leader | - | current", "Lena Roth | Opposition Leader | - | former"],
        ),
        (
            "The minister announced the dissolution of the council and the immediate removal of Ravi Nair as vice-chancellor.",
            ["Ravi Nair | Vice-Chancellor | - | former"],
        ),
        (
            "Ravi Nair was removed as vice-chancellor. Lena Roth has been named as his six-month successor.",
            ["Ravi Nair | Vice-Chancellor | - | former", "Lena Roth | Vice-Chancellor | - | current"],
        ),
        (
            "Lena Roth, a newcomer, receives the Trade and Economic Development portfolio.",
            ["Lena Roth | Trade and Economic Development Minister | - | current"],
        ),
        ("Lena Roth receives the award of the mayor of Oslo.", []),
        (
            "The union elected Lena Roth as general secretary. She will take over from Ravi Nair in May.",
            ["Lena Roth | General Secretary | - | elect", "Ravi Nair | General Secretary | - | current"],
        ),
    ],
)
def test_offices_that_change_hands(text: str, wanted: list[str]) -> None:
    """Each text gives these offices and no others."""
    assert offices(text) == set(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Under President Omar Sali he had been ambassador to Peru.", ["Omar Sali | President | - | current"]),
        ("Sri Lanka Cricket (SLC) president Ravi Nair said so.", ["Ravi Nair | President | Sri Lanka Cricket | current"]),
        (
            "National Union of Mineworkers (NUM) general secretary Ravi Nair left.",
            ["Ravi Nair | General Secretary | National Union of Mineworkers | current"],
        ),
        ("Joe Ray, captain of Sri Lanka's test side, spoke.", ["Joe Ray | Captain | Sri Lanka | current"]),
        (
            "Governor State Bank of Pakistan Ravi Nair left.",
            ["Ravi Nair | Governor | State Bank of Pakistan | current"],
        ),
        ("Ravi Nair became the first ambassador to Oslo from Nepal.", ["Ravi Nair | Ambassador to Oslo | Nepal | current"]),
        ("McDonald's chairman Ravi Nair said so.", ["Ravi Nair | Chairman | McDonald's | current"]),
        (
            "Maj-Gen Ravi Nair was recently named Post Master General.",
            ["Ravi Nair | Major General | - | current", "Ravi Nair | Post Master General | - | current"],
        ),
        ("Ravi Nair is the Chief Firearms Licensing Officer.", ["Ravi Nair | Chief Firearms Licensing Officer | - | current"]),
        (
            "Late presidents Chang Kai (蔣介石) and Ho Ching-Kuo (蔣經國) met once.",
            ["Chang Kai | President | - | former", "Ho Ching-Kuo | President | - | former"],
        ),
        (
            "The Chief Of The Defence Forces General Ravi Nair spoke.",
            ["Ravi Nair | General | - | current", "Ravi Nair | Chief | Defence Forces | current"],
        ),
        (
            "Ravi Nair, briefly US secretary of state, has died.",
            ["Ravi Nair | Secretary of State | United States | former"],
        ),
        ("Director General of Police (DGP) Ravi Nair spoke.", ["Ravi Nair | Director General of Police | - | current"]),
        ("Inspector General of Police (Crime) Ravi Nair spoke.", ["Ravi Nair | Inspector General of Police | - | current"]),
        (
            "The Public Relations Officer (PRO) of Kisii Hospital, Ravi Nair, spoke.",
            ["Ravi Nair | Public Relations Officer | Kisii Hospital | current"],
        ),
        ("Lena Roth has been named the new police chief for the city of Oslo.", ["Lena Roth | Police Chief | Oslo | current"]),
        ("Ravi Nair (left) was sworn in as the new Oslo Police Chief.", ["Ravi Nair | Police Chief | Oslo | current"]),
        (
            "The general secretary elect of the Transport Union, Ravi Nair, spoke.",
            ["Ravi Nair | General Secretary | Transport Union | elect"],
        ),
        (
            "Ravi Nair is now Labour and Industrial Relations Minister.",
            ["Ravi Nair | Labour and Industrial Relations Minister | - | current"],
        ),
        (
            "Former Environment, Conservation and Climate Change Minister Ravi Nair spoke.",
            ["Ravi Nair | Environment, Conservation and Climate Change Minister | - | former"],
        ),
        (
            "The erstwhile Acting Vice-Chancellor, Professor Ravi Nair, left.",
            ["Ravi Nair | Vice-Chancellor | - | former", "Ravi Nair | Professor | - | current"],
        ),
        (
            "FPP chief and now Home Minister Ravi Nair spoke.",
            ["Ravi Nair | Chief | FPP | current", "Ravi Nair | Home Minister | - | current"],
        ),
        (
            "Civil Aviation Minister Ravi Nair has been moved to Correctional Services.",
            ["Ravi Nair | Civil Aviation Minister | - | former", "Ravi Nair | Correctional Services Minister | - | current"],
        ),
        ("Health Minister Ravi Nair has been moved to Brussels.", ["Ravi Nair | Health Minister | - | current"]),
        (
            "Ravi Nair was given additional charge of the post of district collector.",
            ["Ravi Nair | District Collector | - | acting"],
        ),
        ("Ravi Nair was in charge of the district collector's car.", []),
        (
            "The new vice-chancellor will take over from Ravi Nair, whose tenure will expire in July.",
            ["Ravi Nair | Vice-Chancellor | - | current"],
        ),
        (
            "Ravi Nair had lived a full life, serving as chairman of the State Bank for 50 years.",
            ["Ravi Nair | Chairman | State Bank | former"],
        ),
        (
            "Zenvia said so on Monday, with finance chief Ravi Nair to serve as interim CEO.",
            ["Ravi Nair | Finance Chief | - | current", "Ravi Nair | CEO | - | acting"],
        ),
        ("The coach Ravi Nair said on Monday that he had decided to quit after the talks.", ["Ravi Nair | Coach | - | current"]),
        ("Lena Roth had to step down as mayor.", ["Lena Roth | Mayor | - | former"]),
        (
            "Tom Berg is interim chief executive of Zenvia. Lena Roth will replace Berg and become treasurer of the Harbour Bank.",
            ["Tom Berg | Chief Executive | Zenvia | acting", "Lena Roth | Treasurer | Harbour Bank | designate"],
        ),
        ("The council appointed Ravi Nair as vice major and Lena Roth as mayor pro tem.", []),
        ("Ravi Nair has picked Sam Phiri as his partner.", []),
        ("Zenvia fired at Ravi Nair's deputy, replacing Mayor Ravi Nair's driver Sam Phiri as cook.", ["Ravi Nair | Mayor | - | current"]),
        (
            "The board has appointed Ravi Nair as director from 1 October 2025, with a view to his appointment as chairman.",
            ["Ravi Nair | Director | - | designate"],
        ),
        (
            "Ravi Nair is sporting director of Spain, having returned to the role in 2023, six years after leaving.",
            ["Ravi Nair | Sporting Director | Spain | current"],
        ),
        (
            "Ravi Nair and Lena Roth were elected president and vice president of the Law Society.",
            ["Ravi Nair | President | Law Society | current", "Lena Roth | Vice President | Law Society | current"],
        ),
        (
            "U.S. Secretary of State Ravi Nair met his Turkish counterpart Sam Phiri.",
            ["Ravi Nair | Secretary of State | United States | current", "Sam Phiri | Foreign Minister | Turkey | current"],
        ),
        ("Ravi Nair, who was until yesterday the company secretary, spoke.", ["Ravi Nair | Company Secretary | - | former"]),
        ("Ravi Nair was until Monday the mayor of Oslo.", ["Ravi Nair | Mayor | Oslo | former"]),
    ],
)
def test_offices_as_papers_everywhere_write_them(text: str, wanted: list[str]) -> None:
    """Each text gives these offices and no others."""
    assert offices(text) == set(wanted)


def test_a_university_may_end_a_text() -> None:
    """The words behind 'University of' are looked for within the unit only."""
    assert offices("Ravi Nair will serve as dean of the Harbour University of Education.") == {
        "Ravi Nair | Dean | Harbour University of Education | designate"
    }
    assert offices("Ravi Nair teaches at the Harbour University of Education") == set()
