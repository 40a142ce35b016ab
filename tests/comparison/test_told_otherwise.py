"""From two plain texts to the change between them: a plan, and what becomes of it in words that are less than ordinary."""

from __future__ import annotations

import pytest

from factwatch import extract
from factwatch.comparison import compare_claims

VISIT = (
    "Kenyan Foreign Minister Lena Abt will travel to Peru on 20 April for a two-day official visit, the ministry said on Monday. In Lima "
    "she will meet her Peruvian counterpart, Ola Berg, on 21 April to discuss tea and fisheries. Trade Minister Rosa Lind will accompany her."
)
TALKS = "The trade ministers of Kenya and Peru, Lena Abt and Ola Berg, will meet in Muscat on 21 April to discuss tea."


def changes(plan: str, later: str, published: str = "2026-04-16") -> set[str]:
    report = compare_claims(extract(plan, published="2026-04-13"), extract(later, published=published))
    return {change.kind for change in report.changes if not change.kind.endswith(".reworded")}


@pytest.mark.parametrize(
    ("later", "kind"),
    [
        ("Kenya's deputy foreign minister, Juan Paz, will go to Peru in place of Lena Abt, who has malaria.", "visit.cancelled"),
        ("Foreign Minister Lena Abt has fallen ill and will be represented in Lima by her deputy, Juan Paz.", "visit.cancelled"),
        ("Lena Abt leaves for Lima on Monday. Rosa Lind, the trade minister, will no longer be in her party.", "visit.cancelled"),
        ("Lena Abt will travel to Peru on 20 April, but without Trade Minister Rosa Lind, who is needed at home.", "visit.cancelled"),
        ("Lena Abt's journey to Peru will be made a month later than planned, her office said.", "visit.postponed"),
        ("Lena Abt will arrive in Peru on 22 April, two days later than announced.", "visit.rescheduled"),
        ("Lena Abt has brought forward her visit to Peru by a day and leaves on Sunday.", "visit.rescheduled"),
        ("Lena Abt and Ola Berg will meet in Cusco, not Lima, on 21 April, the foreign ministry said.", "meeting.moved"),
    ],
)
def test_what_became_of_a_visit(later: str, kind: str) -> None:
    assert kind in changes(VISIT, later)


@pytest.mark.parametrize(
    ("later", "kind"),
    [
        ("Next week's meeting between Lena Abt of Kenya and Ola Berg of Peru will take place in Doha rather than Muscat.", "meeting.moved"),
        ("Lena Abt and Ola Berg are to meet in Doha after all, and not in Muscat.", "meeting.moved"),
        ("The talks between Lena Abt and Ola Berg will be held a day later than planned, on 22 April.", "meeting.rescheduled"),
        ("Lena Abt and Ola Berg will meet in Muscat on 20 April, a day sooner than expected.", "meeting.rescheduled"),
        ("The talks between Lena Abt and Ola Berg will be held later than planned, officials said.", "meeting.postponed"),
        ("Lena Abt will meet Ola Berg in Doha on 21 April.", "meeting.moved"),
        ("Lena Abt's deputy, Juan Paz, will meet Ola Berg in Muscat on 21 April in place of Lena Abt.", "meeting.participants_changed"),
        ("Instead of Lena Abt, it will be her deputy, Juan Paz, who meets Ola Berg in Muscat on 21 April.", "meeting.participants_changed"),
        ("Lena Abt and Ola Berg will be joined in Muscat on 21 April by Oman's trade minister, Rui Leal.", "meeting.participants_changed"),
        ("Rui Leal of Oman will join Lena Abt and Ola Berg when they meet in Muscat on 21 April.", "meeting.participants_changed"),
        ("Rui Leal will join Lena Abt for her talks with Ola Berg on 21 April.", "meeting.participants_changed"),
        ("Lena Abt and Ola Berg will discuss rare earths, not tea, in Muscat on 21 April.", "meeting.topics_changed"),
        ("Fish, not tea, will be the subject when Lena Abt and Ola Berg meet in Muscat on 21 April.", "meeting.topics_changed"),
        (
            "Ola Berg will be replaced by his deputy, Rui Leal, at the talks with Lena Abt in Muscat on 21 April.",
            "meeting.participants_changed",
        ),
        ("Ola Berg will be represented by Rui Leal at the talks with Lena Abt in Muscat on 21 April.", "meeting.participants_changed"),
        ("Rui Leal will stand in for Ola Berg at the talks with Lena Abt in Muscat on 21 April.", "meeting.participants_changed"),
        ("Lena Abt will also meet Peru's defence minister, Rui Leal, in Muscat on 21 April.", "meeting.added"),
        ("The talks between Lena Abt and Ola Berg have been brought forward, officials said.", "meeting.rescheduled"),
        ("Visas have been added to the agenda of Lena Abt's meeting with Ola Berg in Muscat on 21 April.", "meeting.topics_changed"),
        ("The talks between Lena Abt and Ola Berg in Muscat on 21 April will now deal with rice.", "meeting.topics_changed"),
        ("Lena Abt will not meet Ola Berg in Muscat next week. The talks will now take place in early June.", "meeting.postponed"),
        ("Lena Abt met officials on Thursday to prepare for her meeting with Ola Berg.", ""),
        ("Lena Abt and Ola Berg will meet on 21 April in Muscat, and not Doha.", ""),
        ("Tea will be on the agenda when Lena Abt and Ola Berg meet in Muscat on 21 April.", ""),
        ("Lena Abt and Ola Berg are to meet in Muscat next week, not least to talk of tea.", ""),
    ],
)
def test_what_became_of_talks(later: str, kind: str) -> None:
    assert changes(TALKS, later) == ({kind} if kind else set())


GATHERING = "Leaders of the Lake Basin Community will meet in Lima on 21 April to choose a chair, officials said on Monday."


@pytest.mark.parametrize(
    ("later", "kinds"),
    [
        (
            "A summit of the Lake Basin Community has been moved from Lima to Cusco and put off by a week.",
            {"meeting.moved", "meeting.postponed"},
        ),
        ("The Lake Basin Community's leaders have postponed the summit that was to begin in Lima next week.", {"meeting.postponed"}),
        ("Next week's Lake Basin Community summit in Lima has been called off because of a strike.", {"meeting.cancelled"}),
        ("The summit of the Lake Basin Community will now be held in Cusco on 21 April.", {"meeting.moved"}),
        ("The leaders of the Lake Basin Community will meet on 19 April, two days earlier than planned.", {"meeting.rescheduled"}),
        ("The summit of the Lake Basin Community will be held in Lima on 21 April.", set()),
        ("A summit of the Sea Coast Union in Oslo has been called off.", set()),
        ("Lima is getting ready for the summit of the Lake Basin Community on 21 April.", set()),
    ],
)
def test_what_became_of_a_gathering(later: str, kinds: set[str]) -> None:
    """Leaders whom nobody names, their body and its summit are one gathering."""
    assert changes(GATHERING, later) == kinds


def test_a_gathering_of_those_who_were_named() -> None:
    later = "A meeting of the trade ministers of Kenya and Peru planned for next week has been postponed until May, a spokesman said."
    assert changes(TALKS, later) == {"meeting.postponed"}
    assert changes(TALKS, later.replace("Peru", "Chile")) == set()


THREE = "Presidents Lena Abt of Kenya, Ola Berg of Norway and Juan Paz of Peru will meet in Lima on 21 April to discuss the railway."


@pytest.mark.parametrize(
    ("later", "kind"),
    [
        ("President Juan Paz will not attend the Lima meeting with Lena Abt and Ola Berg.", "meeting.participants_changed"),
        ("President Juan Paz has pulled out of the Lima meeting with Lena Abt and Ola Berg.", "meeting.participants_changed"),
        ("Lena Abt and Ola Berg will meet in Lima on 21 April without Juan Paz, who is ill.", "meeting.participants_changed"),
        ("Lena Abt, Ola Berg and Juan Paz will talk about piracy in Lima on 21 April instead of the railway.", "meeting.topics_changed"),
        ("The meeting of Lena Abt, Ola Berg and Juan Paz has been called off.", "meeting.cancelled"),
    ],
)
def test_what_became_of_a_meeting_of_three(later: str, kind: str) -> None:
    """Who stays away from a meeting of three leaves the others theirs."""
    assert {found for found in changes(THREE, later) if not found.startswith("visit.")} == {kind}


@pytest.mark.parametrize(
    ("later", "kind"),
    [
        (
            "Kenya and Peru brought forward by a day the meeting of their trade ministers, which will now take place on 20 April, he said.",
            "meeting.rescheduled",
        ),
        ("The meeting with Ola Berg on 21 April has been moved from Muscat to a hotel in Doha.", "meeting.moved"),
        ("Organisers have moved the talks between Lena Abt and Ola Berg from Muscat to Doha, a spokesman said.", "meeting.moved"),
    ],
)
def test_talks_told_by_their_countries_or_one_side(later: str, kind: str) -> None:
    assert changes(TALKS, later) == {kind}


def test_this_week_told_on_sunday_is_the_one_that_begins() -> None:
    later = "Foreign Minister Lena Abt of Kenya will visit Peru this week, officials said."
    assert changes(VISIT, later, published="2026-04-19") == set()
    assert changes(VISIT, later, published="2026-04-16") == {"visit.rescheduled"}


def test_where_a_journey_goes_on() -> None:
    plan = "Trade Minister Rosa Lind of Kenya will visit Guyana next week, her office said."
    later = "Trade Minister Rosa Lind of Kenya {} Suriname, officials said in Georgetown."
    assert changes(plan, later.format("goes on to"), published="2026-04-22") == {"visit.added"}
    assert changes(plan, later.format("goes on to"), published="2026-06-22") == set()


@pytest.mark.parametrize(
    ("earlier", "later", "kinds"),
    [
        (
            "Trade Minister Rosa Lind said exports had doubled.",
            "Trade Minister Rosa Lind has also been made deputy prime minister.",
            {"title.gained"},
        ),
        (
            "Rosa Lind, chief executive of Kivu Tea, said prices would fall.",
            "Members elected Rosa Lind, chief executive of Kivu Tea, as president of the Chamber of Exporters on Thursday.",
            {"title.gained"},
        ),
        (
            "The Greens' leader, Rosa Lind, ruled out a coalition.",
            "Delegates of the Greens elected Ola Berg as party leader on Sunday in succession to Rosa Lind.",
            {"title.holder_changed"},
        ),
        (
            "Juan Paz, the outgoing chairman of the Lake Basin Council, thanked the members. Rosa Lind takes over on 1 May.",
            "Juan Paz, who was chairman of the Lake Basin Council until the end of April, will lead an inquiry into the floods.",
            {"title.ended"},
        ),
        (
            "Rosa Lind, vice-captain of Kisumu, scored twice. Captain Lena Abt was injured.",
            "Rosa Lind was named captain of Kisumu on Friday after Lena Abt announced her retirement.",
            {"title.holder_changed"},
        ),
        (
            "Kenyan President Ola Berg met Rosa Lind, an economist.",
            "The Kenyan rowing federation elected Rosa Lind as its president on Thursday.",
            {"title.gained"},
        ),
        (
            "Kenya, a member of the Lake Rice Board, sent Trade Minister Rosa Lind.",
            "Kenya was elected vice-chair of the Lake Rice Board on Monday, Trade Minister Rosa Lind said.",
            {"role.gained"},
        ),
        (
            "Kenya, the current president of the Lake Rice Council, called for restraint.",
            "The presidency of the Lake Rice Council passed from Kenya to Uganda on Monday.",
            {"role.holder_changed"},
        ),
        (
            "Rosa Lind is the Harbour Party's spokesman on fisheries.",
            "Rosa Lind, who has been moved from fisheries to become the Harbour Party's spokesman on finance, said so.",
            {"title.changed"},
        ),
        ("Mayor Ola Berg of Limerick opened the fair.", "Councillors chose Rosa Lind as mayor of Limerick.", {"title.holder_changed"}),
        ("Juan Paz opened the fair with Mayor Rosa Lind.", "Papua New Guinean governor Juan Paz met Mayor Rosa Lind.", set()),
        ("Morobe Governor Juan Paz met Mayor Rosa Lind.", "Papua New Guinean governor Juan Paz met Mayor Rosa Lind.", set()),
        ("Kenyan governor Juan Paz met Mayor Rosa Lind.", "Kenyan governor Ola Berg was sworn in beside Mayor Rosa Lind.", set()),
        (
            "Bermuda's governor, Juan Paz, opened the house.",
            "Bermuda's new governor, Ola Berg, was sworn in on Monday.",
            {"title.holder_changed"},
        ),
        ("Foreign Minister Rosa Lind met Juan Paz.", "New Zealand's trade envoy Rosa Lind met Juan Paz.", set()),
        ("Interior Minister Juan Paz banned the march.", "Interior Minister Juan Paz has no intention of stepping down.", set()),
        ("Interior Minister Juan Paz banned the march.", "Interior Minister Juan Paz spoke of the chance of resigning.", set()),
        ("Interior Minister Juan Paz banned the march.", "Within hours of resigning as interior minister, Juan Paz left.", {"title.ended"}),
    ],
)
def test_what_became_of_an_office(earlier: str, later: str, kinds: set[str]) -> None:
    assert changes(earlier, later, published="2026-05-20") == kinds


TOUR = "President Ola Berg of Norway will visit Latvia, Estonia and Finland next week, the palace said."


@pytest.mark.parametrize(
    ("later", "kinds"),
    [
        ("President Ola Berg of Norway will travel only to Latvia and Finland next week.", {"visit.dropped"}),
        ("President Ola Berg of Norway will now visit just two countries, Latvia and Finland, next week.", {"visit.dropped"}),
        ("President Ola Berg of Norway will travel to Latvia and Finland next week.", set()),
        ("Estonia has been dropped from Norwegian President Ola Berg's tour, which begins in Latvia on Monday.", {"visit.cancelled"}),
    ],
)
def test_what_is_left_of_a_tour(later: str, kinds: set[str]) -> None:
    assert changes(TOUR, later) == kinds


def test_which_stop_comes_first() -> None:
    plan = "President Ola Berg of Norway will visit Latvia on 20 April, then Estonia on 22 April."
    assert changes(plan, "President Ola Berg will now visit Estonia first and Latvia afterwards.") == {"visit.reordered"}
    assert changes(plan, "President Ola Berg will visit Latvia first and Estonia afterwards.") == set()


def test_a_delay_told_less_precisely_is_the_one_that_is_known() -> None:
    plan = "Lena Abt, whose visit to Peru was to have started on Thursday, is now expected in Peru on 4 May."
    assert changes(plan, "Lena Abt's visit to Peru has been put back to the first week of May.") == set()
    assert changes(plan, "Lena Abt's visit to Peru has been put back to June.") == {"visit.postponed"}


def test_whom_the_host_receives_the_guest_meets() -> None:
    plan = "President Ola Berg will host Kenya's President Lena Abt in Oslo on 21 April."
    assert changes(plan, "Lena Abt and Ola Berg will talk about tea in Oslo on 21 April.") == set()


def test_the_day_of_the_journey_and_that_of_the_meeting() -> None:
    plan = "Kenya's President Lena Abt will fly to Oslo on 20 April and meet President Ola Berg the following day."
    assert changes(plan, "President Ola Berg welcomes Lena Abt of Kenya in Oslo on 21 April.") == set()
    assert changes(plan, "President Lena Abt of Kenya will now arrive in Oslo on 23 April.") == {"visit.rescheduled"}


def test_an_office_known_to_end_is_not_exchanged_for_the_next() -> None:
    plan = "Bank of Kisumu governor Juan Paz leaves office on 30 April."
    later = "Rosa Lind took over as governor of the Bank of Kisumu on Friday, succeeding Juan Paz. Juan Paz was appointed ambassador to Belgium."
    assert "title.changed" not in changes(plan, later, published="2026-05-20")


def test_a_weekday_may_be_that_of_the_next_week() -> None:
    plan = "President Ola Berg of Norway arrives in Lima next Monday; on Friday he will meet President Lena Abt of Peru there."
    assert "meeting.rescheduled" not in changes(plan, "Presidents Ola Berg and Lena Abt will meet in Lima on 24 April.")
    plan = "President Ola Berg of Norway will meet President Lena Abt of Peru in Lima on 17 April."
    assert "meeting.rescheduled" in changes(plan, "Presidents Ola Berg and Lena Abt will meet in Lima on 24 April.")
