"""Names, offices, pronouns, bodies, places and weekdays: what each refers to within one document."""

from __future__ import annotations

import datetime as dt

import pytest

import factwatch
from factwatch.claims.build import extract_claims
from factwatch.errors import MissingDateError
from factwatch.model.claim import ClaimSet, MeetingClaim, StatementClaim, TitleClaim, VisitClaim
from factwatch.model.text import Document
from factwatch.resolution.names import fold, is_slip, may_match, surname

PUBLISHED = dt.date(2025, 10, 22)  # a Wednesday


def read(text: str, published: dt.date | None = PUBLISHED) -> ClaimSet:
    return extract_claims(Document(text=text, published=published))


def travellers(text: str) -> dict[str, str]:
    """Return place -> who goes there."""
    return {claim.place: claim.who for claim in read(text).claims if isinstance(claim, VisitClaim)}


def days(text: str) -> list[tuple[str, str | None, int | None]]:
    """Return place, day and order of all visits by their order or place in the text."""
    visits = [claim for claim in read(text).claims if isinstance(claim, VisitClaim)]
    return [(claim.place, claim.when, claim.order) for claim in sorted(visits, key=lambda claim: claim.order or 0)]


def offices(text: str) -> set[tuple[str, str, str | None]]:
    return {(claim.person, claim.title, claim.of) for claim in read(text).claims if isinstance(claim, TitleClaim)}


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Ali", "Mohamed Irfaan Ali"),
        ("Irfaan Ali", "Mohamed Irfaan Ali"),
        ("Nguyen", "Nguyen Thi Hanh"),
        ("van der Berg", "Anna van der Berg"),
        ("L. Holt", "Lena Holt"),
        ("Lena M. Holt", "Lena Margaret Holt"),
        ("Jose Alvarez", "José Álvarez"),
        ("Lena Holt", "Lena Holt Jr."),
    ],
)
def test_shorter_forms_can_be_the_same_persons(short: str, full: str) -> None:
    """Surnames, middle names left out, initials, accents and suffixes do not part a person from himself."""
    assert may_match(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Lena Holt", "Nina Holt"),
        ("Holt", "Lena Holton"),
        ("Lena Holt", "Holt"),
        ("van", "Anna van Berg"),
        ("", "Lena Holt"),
        ("M. Holt", "Lena Holt"),
        ("Mohammed bin Rashid Al Hosni", "Hamdan bin Mohammed bin Rashid Al Hosni"),
    ],
)
def test_other_names_are_other_peoples(short: str, full: str) -> None:
    """Another first name, another surname, a bare particle or nothing at all fits nobody."""
    assert not may_match(short, full)


def test_a_slip_of_spelling_is_one_letter_of_a_long_surname() -> None:
    """One edit in a rare surname is a slip; in a short one, or with another first name, it is another person."""
    assert is_slip("Lena Hartmanns", "Lena Hartmann")
    assert not is_slip("Lena Holt", "Lena Hold")
    assert not is_slip("Nina Hartmanns", "Lena Hartmann")


def test_folding_drops_case_accents_and_dots() -> None:
    """Names are compared without what spelling habits add."""
    assert fold("J. Søren “Bo” Łukić") == "j soren bo lukic"
    assert surname("Lena Holt Jr.") == "holt"


def test_a_surname_is_the_person_of_that_name() -> None:
    """'Holt' is Lena Holt."""
    assert travellers("Foreign Minister Lena Holt spoke. Holt will visit Ghana on Friday.") == {"Ghana": "Lena Holt"}


def test_namesakes_are_kept_apart_by_form_of_address() -> None:
    """'Mrs Diallo' and 'Mr Diallo' are two people, each with a full name of their own."""
    text = (
        "Health Minister Fatou Diallo spoke. Defence Minister Ousmane Diallo agreed. "
        "Mrs Diallo will visit Mali on Friday. Mr Diallo will visit Ghana on Friday."
    )
    assert travellers(text) == {"Mali": "Fatou Diallo", "Ghana": "Ousmane Diallo"}


def test_a_bare_surname_of_two_namesakes_is_the_one_named_last() -> None:
    """Where two share a surname it goes to whom the text spoke of last."""
    text = "Defence Minister Amara Diallo spoke. Health Minister Sekou Diallo agreed. Diallo will travel to Mali on Saturday."
    assert travellers(text) == {"Mali": "Sekou Diallo"}


def test_a_bare_surname_stays_with_whom_it_was_used_for() -> None:
    """A namesake who is named in full in between does not take the surname over."""
    text = (
        "President Joseph Mwale will visit Ghana on Friday. Mwale spoke in Lusaka. His brother, banker Peter Mwale, lost his seat. "
        "Mwale will travel to Mali on Saturday."
    )
    assert travellers(text) == {"Ghana": "Joseph Mwale", "Mali": "Joseph Mwale"}


@pytest.mark.parametrize(
    "companion",
    [
        "First Lady Ruth Mwale and Principal Secretary Said Omar are with him.",
        "His wife, Ruth Mwale, is with him.",
        "Senator Ruth Mwale and Admiral Ali Omar are with him.",
    ],
)
@pytest.mark.parametrize("who", ["Mwale", "He"])
def test_companions_do_not_become_the_topic(companion: str, who: str) -> None:
    """A relation, and people named in one list, give way to the person whom they accompany."""
    text = f"President Joseph Mwale left Lusaka for Ghana on Friday. {companion} {who} will travel to Mali on Saturday."
    assert travellers(text)["Mali"] == "Joseph Mwale"


def test_a_form_of_address_of_the_other_gender_is_another_person() -> None:
    """'Mrs Mwale' is not Joseph Mwale."""
    text = "President Joseph Mwale spoke in Lusaka. Mrs Mwale will travel to Mali on Saturday."
    assert travellers(text) == {"Mali": "Mwale"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # the clause that a circumstance belongs to
        ("Minister Ali Noor said Samuel Otieno would leave on Friday for Togo, where he will visit Lomé.", "Samuel Otieno"),
        # somebody named inside the sentence is no subject of it
        ("Otieno chairs the council, a role he took over from Ali Noor. He will visit Lomé on Friday.", "Samuel Otieno"),
        # a spokesman speaks of somebody else
        ("Samuel Otieno is in Accra. Spokesman Ali Noor said Otieno was well. He will visit Lomé on Friday.", "Samuel Otieno"),
        # of two presidents, the one whom the sentence is about
        ("President Samuel Otieno met President Ali Noor in Accra. The president will visit Lomé on Friday.", "Samuel Otieno"),
    ],
)
def test_references_follow_the_clause(text: str, who: str) -> None:
    """'he' and 'the president' are the subject of the clause before, not whoever was named last."""
    assert travellers(f"Samuel Otieno, the president of Kenya, spoke on Monday. {text}")["Lomé"] == who


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Ada Okoro's envoy, Canadian lawyer Marc Roy, is here. Otieno left. The Canadian said the talks were hard.", {"Marc Roy"}),
        ("Minister Samuel Otieno spoke. The 51-year-old insisted that he was well.", {"Samuel Otieno"}),
        ("Captain Samuel Otieno scored. The striker said the pitch was wet.", {"Samuel Otieno"}),
        # nobody is connected with the country, or the last one with another
        ("Kenyan lawyer Samuel Otieno spoke. The Canadian said the talks were hard.", set()),
        # an occupation that nobody was given
        ("Captain Samuel Otieno scored. The lawyer said the pitch was wet.", set()),
    ],
)
def test_descriptions_pick_up_a_person(text: str, speakers: set[str]) -> None:
    """'the Canadian' is whom the text connects with Canada; an age or a sportsman's position is whoever was spoken of last."""
    assert {claim.speaker for claim in read(text).claims if isinstance(claim, StatementClaim)} == speakers


def test_an_office_refers_to_its_holder() -> None:
    """'the foreign minister' and 'the president' are who was introduced so, whoever was named last."""
    text = (
        "Kenyan Foreign Minister Grace Otieno met Ugandan President Moses Okello in Kampala on Monday. "
        "The foreign minister will travel to Kigali on Friday. The president will fly to Juba on Saturday."
    )
    assert {place: who for place, who in travellers(text).items() if place != "Kampala"} == {
        "Kigali": "Grace Otieno",
        "Juba": "Moses Okello",
    }


def test_an_office_nobody_was_given_names_nobody() -> None:
    """'The senator' of a text without any senator yields no visit."""
    assert travellers("The senator will visit Peru on Friday.") == {}


@pytest.mark.parametrize(
    ("office", "who"),
    [
        # one man called by another office of his kind
        ("senator", "Luis Navarro"),
        ("minister", "Luis Navarro"),
        # an office that a state has once is somebody else's
        ("king", "king"),
        ("president", "president"),
        ("prime minister", "prime minister"),
        ("Pope", "Pope"),
    ],
)
def test_a_lone_traveller_has_no_higher_office_than_he_was_told_to_have(office: str, who: str) -> None:
    text = f"Foreign Minister Luis Navarro was in Juba on Sunday. The {office} will visit Kenya in May."
    assert travellers(text) == {"Juba": "Luis Navarro", "Kenya": who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Foreign Minister Luis Navarro met his Kenyan counterpart, Ada Boro. The Kenyan minister flies to Lomé.", "Ada Boro"),
        ("President Luis Navarro of Peru met his Kenyan counterpart, Ada Boro. The Kenyan leader flies to Lomé.", "Ada Boro"),
        ("Kenyan Foreign Minister Luis Navarro met Ada Boro. The Kenyan minister flies to Lomé.", "Luis Navarro"),
        # those who speak for another
        ("Premier Luis Navarro's spokesman, Karl Meier, said he would fly to Lomé.", "Luis Navarro"),
        ("Karl Meier, a spokesman for Premier Luis Navarro, said he would fly to Lomé.", "Luis Navarro"),
        ("President Luis Navarro is ill. His lawyer, Karl Meier, said he would fly to Lomé.", "Luis Navarro"),
        ("The ministry's spokesman, Karl Meier, said he would fly to Lomé.", "Karl Meier"),
        ("Premier Luis Navarro's deputy, Karl Meier, said he would fly to Lomé.", "Karl Meier"),
    ],
)
def test_whose_country_and_whose_words_tell_who_is_meant(text: str, who: str) -> None:
    assert travellers(text)["Lomé"] == who


def test_an_office_of_another_kind_is_nobody_whom_the_text_names() -> None:
    assert travellers("Foreign Minister Luis Navarro was in Juba on Sunday. The bishop will visit Kenya in May.") == {
        "Juba": "Luis Navarro"
    }


@pytest.mark.parametrize(
    ("pronoun", "who"),
    [("She", "Grace Otieno"), ("He", "Moses Okello")],
)
def test_a_pronoun_is_somebody_of_its_gender(pronoun: str, who: str) -> None:
    """'she' and 'he' choose among the people of the sentence before."""
    text = f"President Moses Okello met Mrs Grace Otieno in Kampala on Monday. {pronoun} will travel to Kigali on Friday."
    assert travellers(text)["Kigali"] == who


def test_two_people_are_the_two_of_the_sentence_before() -> None:
    """'The two' takes up both parties."""
    text = "Kenyan Foreign Minister Grace Otieno met President Moses Okello in Kampala on Monday. The two will meet again in Nairobi on Friday."
    (again,) = [claim for claim in read(text).claims if isinstance(claim, MeetingClaim) and claim.status == "planned"]
    assert {*again.who, *again.with_} == {"Grace Otieno", "Moses Okello"}
    assert (again.place, again.when) == ("Nairobi", "2025-10-24")


def test_an_introduced_abbreviation_stands_for_the_full_name() -> None:
    """'(NLFC)' behind a name is its short form from then on, and is told as an alias."""
    text = "The Northern Lakes Fisheries Council (NLFC) met on Monday. Ana Ruiz is the chair of the NLFC."
    assert offices(text) == {("Ana Ruiz", "Chair", "Northern Lakes Fisheries Council")}
    assert read(text).aliases == {"Northern Lakes Fisheries Council": ("NLFC",)}


def test_an_unrelated_bracket_is_no_abbreviation() -> None:
    """Capitals that the name does not spell stand for something else."""
    assert read("The Northern Lakes Fisheries Council (QXZ) met on Monday.").aliases == {}


@pytest.mark.parametrize("short", ["the Fund", "the AIF"])
def test_a_body_is_known_by_its_noun(short: str) -> None:
    """'the Fund' is the only fund of the text."""
    text = f"Petra Lind, director of the Alpine Investment Fund (AIF), spoke. Oscar Dahl is chairman of {short}."
    assert ("Oscar Dahl", "Chairman", "Alpine Investment Fund") in offices(text)


def test_a_noun_that_two_bodies_share_stands_for_neither() -> None:
    """With two funds in the text 'the Fund' is not taken for either."""
    text = (
        "Petra Lind, director of the Alpine Investment Fund, spoke. Ada Berg, director of the Borealis Harbour Fund, agreed. "
        "Oscar Dahl is chairman of the Fund."
    )
    assert {of for who, _, of in offices(text) if who == "Oscar Dahl"} <= {"Fund"}


@pytest.mark.parametrize(
    ("before", "noun", "place"),
    [
        ("praised Jamaica", "the island", "Jamaica"),
        ("praised Bolivia", "the country", "Bolivia"),
        ("praised Jamaica and then Bolivia", "the island", "Jamaica"),
    ],
)
def test_a_noun_for_a_place_is_the_last_place_of_its_kind(before: str, noun: str, place: str) -> None:
    """'the island' passes over places that are none."""
    assert travellers(f"Foreign Minister Lena Holt {before}. She will visit {noun} on Friday.") == {place: "Lena Holt"}


def test_weekdays_of_an_itinerary_follow_each_other() -> None:
    """On a Wednesday, 'Monday, Tuesday and Wednesday' are next week's, in that order."""
    assert days("Foreign Minister Lena Holt will visit Ghana on Monday, Togo on Tuesday and Benin on Wednesday.") == [
        ("Ghana", "2025-10-27", 1),
        ("Togo", "2025-10-28", 2),
        ("Benin", "2025-10-29", 3),
    ]


@pytest.mark.parametrize(("weekday", "when"), [("Tuesday", "2025-10-21"), ("Wednesday", "2025-10-22"), ("Friday", "2025-10-24")])
def test_what_followed_a_day_gone_by(weekday: str, when: str) -> None:
    """Behind a Monday that has been, Tuesday and Wednesday have been too, on a Wednesday; Friday has not."""
    text = f"Foreign Minister Lena Holt met King Ota in Ghana on Monday before flying to Togo on {weekday}."
    assert [day for place, day, _ in days(text) if place == "Togo"] == [when]


def test_weekdays_of_a_list_go_on_from_each_other() -> None:
    """Days in a row move as one; the day of publication itself is not meant behind a later one."""
    text = "Foreign Minister Lena Holt will be in Ghana on Monday and Tuesday, and in Togo on Wednesday."
    assert [when for _, when, _ in days(text)] == ["2025-10-27/2025-10-28", "2025-10-29"]


@pytest.mark.parametrize(
    ("what", "when"), [("leaves Oslo on Sunday for Accra", "2025-10-26"), ("will be in Accra on Sunday", "2025-11-02")]
)
def test_who_travels_next_week_may_leave_on_its_eve(what: str, when: str) -> None:
    """On a Wednesday, next week begins on the 27th."""
    text = f"Foreign Minister Lena Holt will visit Ghana next week. Holt {what}."
    assert [day for place, day, _ in days(text) if place == "Accra"] == [when]


def test_later_sentences_may_come_back_to_a_stop() -> None:
    """The Monday between two stops is not the one after both."""
    text = "Foreign Minister Lena Holt will visit Ghana on 26 October and Togo on 28 October. In Ghana, she will meet King Ota on Monday."
    claims = [claim for claim in read(text).claims if isinstance(claim, MeetingClaim)]
    assert [claim.when for claim in claims] == ["2025-10-27"]


@pytest.mark.parametrize(("weekday", "when"), [("Thursday", "2025-10-23"), ("Monday", "2025-10-20"), ("Saturday", "2025-10-25")])
def test_a_plan_that_failed_lies_close_by(weekday: str, when: str) -> None:
    """'was to have flown on Thursday' in a text of Wednesday: tomorrow; Monday was two days ago."""
    assert [day for _, day, _ in days(f"Foreign Minister Lena Holt was to have flown to Togo on {weekday}.")] == [when]


def test_weekdays_follow_each_other_across_sentences() -> None:
    """The stop of an earlier sentence is the floor of the next one's weekday."""
    text = "Foreign Minister Lena Holt will visit Ghana on Monday. On Wednesday she will travel to Togo. On Friday she will fly to Benin."
    assert days(text) == [("Ghana", "2025-10-27", 1), ("Togo", "2025-10-29", 2), ("Benin", "2025-10-31", 3)]


@pytest.mark.parametrize(
    "text",
    [
        # somebody else's plans
        "Foreign Minister Lena Holt will visit Ghana on Monday. Finance Minister Paul Brandt will fly to Togo on Friday.",
        # a stop that is off is none to go on from
        "Foreign Minister Lena Holt has cancelled a visit to Ghana planned for Monday. She will fly to Togo on Friday.",
    ],
)
def test_other_plans_do_not_follow(text: str) -> None:
    """The weekday of another traveller, or after a stop that was called off, is the coming one."""
    assert days(text)[-1][1] == "2025-10-24"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        # the day of saying is not the day told of
        ("Lena Holt visited Ghana on Friday, officials said on Monday. The following day she flew to Togo.", "2025-10-18"),
        ("Foreign Minister Lena Holt will visit Ghana on Monday, she said on Tuesday. The next day she will fly to Togo.", "2025-10-28"),
        # plans are none to count the past from
        ("Lena Holt will visit Ghana on Monday, it said on Wednesday. A day earlier, she flew to Togo.", "2025-10-21"),
        # days of an event
        ("Lena Holt paid a visit to Ghana on October 13-15. On the second day of the visit she flew to Togo.", "2025-10-14"),
        ("Lena Holt will visit Ghana from 27 to 29 October. On the last day of her trip she will fly to Togo.", "2025-10-29"),
        ("Lena Holt visited Ghana on Monday. Later in the day she flew to Togo.", "2025-10-20"),
        ("Lena Holt visited Ghana on Monday. She flew to Togo the same evening.", "2025-10-20"),
        ("Lena Holt will visit Ghana on Monday. She will fly to Togo two days later.", "2025-10-29"),
    ],
)
def test_a_day_counts_from_the_last_one_told(text: str, when: str) -> None:
    """'The next day' follows the day of the last event that fits its tense."""
    assert days(text)[-1][:2] == ("Togo", when)


def test_tense_decides_which_weekday_is_meant() -> None:
    """'visited on Friday' lies behind, 'will visit on Friday' ahead."""
    assert [when for _, when, _ in days("Foreign Minister Lena Holt visited Ghana on Friday.")] == ["2025-10-17"]
    assert [when for _, when, _ in days("Foreign Minister Lena Holt will visit Ghana on Friday.")] == ["2025-10-24"]


def test_a_relative_day_without_publication_date_is_an_error_that_names_it() -> None:
    """Nobody guesses: the message holds the words, the line and the remedy."""
    with pytest.raises(MissingDateError, match=r"line 1: 'Friday'.*--published"):
        read("Foreign Minister Lena Holt will visit Ghana on Friday.", None)


def test_an_absolute_day_needs_no_publication_date() -> None:
    """A full date stands for itself."""
    (visit,) = [claim for claim in read("Lena Holt will visit Ghana on 3 May 2026.", None).claims if isinstance(claim, VisitClaim)]
    assert visit.when == "2026-05-03"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # a pronoun elsewhere tells the gender
        (
            "Enkh Batbayar met Tsend Oyun. He will visit Lomé on Friday. Tsend Oyun, who lost, blamed the press for her defeat.",
            "Enkh Batbayar",
        ),
        ("Enkh Batbayar spoke. Tsend Oyun is expected to keep her job. He will visit Lomé on Friday.", "Enkh Batbayar"),
        # ... though what is reported may be about somebody else
        ("Tsend Oyun told the press that he was the right man. She will visit Lomé on Friday. Oyun lost her seat.", "Tsend Oyun"),
        # ... but not one that is somebody else's
        ("Enkh Batbayar fell ill. Tsend Oyun came in his place. She will visit Lomé on Friday.", "Tsend Oyun"),
        # whom the verb presents, though a phrase stands first
        ("Enkh Batbayar spoke. Among the guests was Tsend Oyun. She will visit Lomé on Friday.", "Tsend Oyun"),
        # a verb that no frame knows
        ("Enkh Batbayar grinned as Tsend Oyun was told the news. He will visit Lomé on Friday.", "Enkh Batbayar"),
        # after a fronted phrase the pronoun is somebody else
        ("Enkh Batbayar spoke. After talks with Tsend Oyun, he will visit Lomé on Friday.", "Enkh Batbayar"),
    ],
)
def test_pronouns_of_people_whose_gender_names_do_not_tell(text: str, who: str) -> None:
    """The rest of the text tells who is a man and who a woman."""
    assert travellers(text)["Lomé"] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # no deputy is 'the Secretary'
        ("Secretary Ana Ruiz spoke. Deputy Secretary Ken Mori agreed. The Secretary will visit Lomé on Friday.", "Ana Ruiz"),
        # in capitals: whom the bare office introduces, or whom the text is about
        (
            "The Minister, Ana Ruiz, is busy. She receives Foreign Minister Ken Mori of Palau. The Minister will visit Lomé on Friday.",
            "Ana Ruiz",
        ),
        (
            "Minister Ana Ruiz of Peru met Minister Ken Mori. The two Ministers spoke of rice. The Minister will visit Lomé on Friday.",
            "Ana Ruiz",
        ),
        # nobody who has left the office
        ("President Ana Ruiz came, with former president Ken Mori. The president will visit Lomé on Friday.", "Ana Ruiz"),
        # the office first, the name later
        ("Peru's trade minister will visit Lomé on Friday. Minister Ana Ruiz said so.", "Ana Ruiz"),
    ],
)
def test_of_several_holders(text: str, who: str) -> None:
    """'The Minister' is whom the document means by the bare office."""
    assert travellers(text)["Lomé"] == who


def test_a_deputy_alone_is_not_the_secretary() -> None:
    """'The Secretary' of a text that knows a deputy only is nobody."""
    assert travellers("Deputy Secretary Ken Mori spoke. The Secretary will visit Lomé on Friday.").get("Lomé") != "Ken Mori"


def test_its_after_a_quotation_is_the_subject_of_the_sentence_before() -> None:
    """Quotations have units of their own; they do not shift whose 'its' is."""
    text = (
        'Malta hosts the talks. Maltese minister Ivan Borg said that the bloc "cannot afford to wait for its largest member".\n\n'
        "Cyprus follows in January. Its trade minister, Andreas Pavlou, declined to comment when he arrived in Luxembourg."
    )
    assert [claim.of for claim in read(text).claims if isinstance(claim, TitleClaim) and claim.person == "Andreas Pavlou"] == ["Cyprus"]


def test_the_envoy_of_a_state_is_no_envoy_named_later_without_one() -> None:
    """'The ambassador of Brazil' stays without a name where only 'Ambassador A' of no state follows."""
    document = factwatch.extract(
        "Minister Ana Duarte met the ambassador of Brazil on Monday. Ambassador Tendai Zvobgo will lead the delegation.",
        published="2025-10-22",
    )
    (meeting,) = [claim for claim in document.claims if claim.kind == "meeting"]
    assert "Tendai Zvobgo" not in {*meeting.who, *meeting.with_}


def test_a_quarter_of_the_sky_begins_no_persons_name() -> None:
    """'Bishop A of Northern Lusenia': a place, and 'he' is the bishop."""
    document = factwatch.extract(
        "The synod elected Bishop Chimwemwe Hara of Northern Zembia as its next Primate. He will succeed Archbishop Tom Oyelaran.",
        published="2025-10-22",
    )
    titles = {(claim.person, claim.title, claim.of) for claim in document.claims if claim.kind == "title"}
    assert ("Chimwemwe Hara", "Bishop", "Northern Zembia") in titles
    assert not any(person == "Northern Zembia" for person, _, _ in titles)


def test_whoever_hands_over_a_blocs_chair_hands_over_no_office_of_his_own() -> None:
    """'Grenada's Prime Minister A, the chairman of CARICOM, hands over to B' makes B no prime minister of Grenada."""
    document = factwatch.extract(
        "Prime Minister Keisha Bonaparte left on Monday. "
        "Grenada's Prime Minister Terrance Noel, the current chairman of CARICOM, hands over to Bonaparte in January.",
        published="2025-10-22",
    )
    assert not any(claim.kind == "title" and claim.person == "Keisha Bonaparte" and claim.of == "Grenada" for claim in document.claims)


def test_whoever_is_sent_for_talks_holds_them() -> None:
    """'will send A to Manila for talks with B': A and B meet; 'arrived at the start of a visit' is underway."""
    document = factwatch.extract(
        "Palau will send Vice President Ermelinda Sablan to Manila next week for talks with President Antonio Villaruz. "
        "Minister Ana Duarte arrived in Lisbon on Monday at the start of a three-day visit to Portugal.",
        published="2025-10-22",
    )
    (meeting,) = [claim for claim in document.claims if claim.kind == "meeting"]
    assert {*meeting.who, *meeting.with_} == {"Ermelinda Sablan", "Antonio Villaruz"}
    (visit,) = [claim for claim in document.claims if claim.kind == "visit" and claim.place == "Portugal"]
    assert visit.status == "underway"


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Kenya's transport minister has ordered an audit.\n\nKip Langat told reporters that the train was late.",
            ("Transport Minister", "Kenya"),
        ),
        ("The mayor of Lyon has been arrested.\n\nKip Langat, 54, was taken from his home on Sunday, police said.", ("Mayor", "Lyon")),
        (
            "Japan's prime minister has never been to Peru. That changes on Friday.\n\nKip Langat will fly to Lima.",
            ("Prime Minister", "Japan"),
        ),
        ("The chief executive of Savanna Air has quit.\n\nKip Langat, who joined it in 2019, said so.", ("Chief Executive", "Savanna Air")),
        ("Talks between Ghana's energy minister and the miners broke down.\n\nKip Langat left the room.", ("Energy Minister", "Ghana")),
        ("Ghana's president met his rival, Mayor Jo Roe.\n\nKip Langat spent an hour with Roe.", ("President", "Ghana")),
    ],
)
def test_the_office_of_the_lead_is_that_of_whom_it_goes_on_to_name(text: str, office: tuple[str, str]) -> None:
    """A story may open with an office and name its holder only then."""
    assert ("Kip Langat", *office) in offices(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ghana's president has sacked the head of the lottery.\n\nKip Langat took the job in 2020.",
        "Ghana's president has visited a flooded village.\n\nKip Langat, a farmer, spoke to reporters.",
        "Ghana's president has visited a flooded village.\n\nKip Langat showed him his field.",
        "Ghana's president has visited a flooded village.\n\nVillagers cheered. Kip Langat waved.",
        "A Ghanaian minister has visited a flooded village.\n\nKip Langat waved.",
        "Ghana's president has visited a flooded village.\n\nFrench singer Kip Langat waved.",
        "The president of Ghana has visited a flooded village.\n\nHer predecessor, Kip Langat, now keeps bees.",
    ],
)
def test_others_named_behind_a_lead_have_offices_of_their_own(text: str) -> None:
    """Whoever is told to be somebody else, or one of two who can be meant, is not the president."""
    assert all(title != "President" for _, title, _ in offices(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Foreign Minister Ada Okoro met her Kenyan and Ugandan counterparts, Ana Ruiz and Jo Roe.",
            {("Ana Ruiz", "Foreign Minister", "Kenya"), ("Jo Roe", "Foreign Minister", "Uganda")},
        ),
        (
            "The Kenyan, Ugandan and Rwandan trade ministers, Ana Ruiz, Ida Lund and Jo Roe, met.",
            {("Ana Ruiz", "Trade Minister", "Kenya"), ("Ida Lund", "Trade Minister", "Uganda"), ("Jo Roe", "Trade Minister", "Rwanda")},
        ),
        # as many names as nations, or none is given to anybody
        ("Kenyan and Ugandan singers Ana Ruiz, Ida Lund and Jo Roe met.", set()),
    ],
)
def test_nations_of_a_row_are_shared_out(text: str, found: set[tuple[str, str, str]]) -> None:
    """Of several who are named together each is of the country in his place."""
    assert found <= offices(text)
    assert found or not any(of in {"Kenya", "Rwanda"} for _, _, of in offices(text))
