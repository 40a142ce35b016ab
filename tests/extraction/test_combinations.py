"""
Who goes where and when, and who meets whom, whatever the sentence is put together from.

Each test multiplies the parts that ordinary sentences have: how people are named, the verb, the place, the day and its position, and
who says so. The answer follows from the parts, so that a combination which a rule forgot shows.
"""

from __future__ import annotations

import datetime as dt
from itertools import product
from typing import Any

import pytest

from factwatch import extract

PUBLISHED = dt.date(2026, 6, 24)  # a Wednesday
BEFORE = "Kenyan Foreign Minister Lena Abt praised the deal. "
SUBJECTS = [
    "Foreign Minister Lena Abt",
    "Kenyan Foreign Minister Lena Abt",
    "Kenya's foreign minister, Lena Abt,",
    "Lena Abt, the Kenyan foreign minister,",
    "Foreign Minister Lena Abt, who took office in May,",
    BEFORE + "Abt",
    BEFORE + "She",
    BEFORE + "The minister",
]
PLACES = {"Oslo": "Oslo", "Oslo, Norway,": "Oslo", "the Norwegian capital, Oslo,": "Oslo", "Bergen in Norway": "Bergen"}
AHEAD = {"on Friday": "2026-06-26", "on 29 June": "2026-06-29", "tomorrow": "2026-06-25"}
GONE = {"on Monday": "2026-06-22", "on 20 June": "2026-06-20", "yesterday": "2026-06-23"}
GOING = {
    "will travel to": AHEAD,
    "is to visit": AHEAD,
    "plans to fly to": AHEAD,
    "will pay a visit to": AHEAD,
    "flew to": GONE,
    "visited": GONE,
}
MEETING = {"will meet": AHEAD, "is to hold talks with": AHEAD, "will sit down with": AHEAD, "met": GONE, "held talks with": GONE}
SAYING = ["", ", her office said", ", the ministry said on Tuesday", ", according to a statement"]


def claims(text: str, kind: str) -> list[Any]:
    return [claim for claim in extract(text, published=PUBLISHED).claims if claim.kind == kind]


def sentence(*parts: str) -> str:
    text = " ".join(" ".join(parts).split()).replace(" ,", ",").replace(",,", ",")
    return text.rstrip(",") + "."


@pytest.mark.parametrize("subject", SUBJECTS)
def test_who_goes_where_and_when(subject: str) -> None:
    wrong = []
    for (verb, days), (place, town), saying in product(GOING.items(), PLACES.items(), SAYING):
        for day, when in days.items():
            text = sentence(subject, verb, place, day, saying)
            found = [(claim.who, claim.when) for claim in claims(text, "visit") if town in claim.place]
            if found != [("Lena Abt", when)]:
                wrong.append(text)
    assert wrong == []


@pytest.mark.parametrize("subject", SUBJECTS)
def test_who_meets_whom_where_and_when(subject: str) -> None:
    wrong = []
    for (verb, days), (place, town), saying in product(MEETING.items(), PLACES.items(), SAYING):
        for day, when in days.items():
            text = sentence(subject, verb, "Prime Minister Ola Berg in", place, day, saying)
            found = [({*claim.who, *claim.with_}, claim.when, town in (claim.place or "")) for claim in claims(text, "meeting")]
            if found != [({"Lena Abt", "Ola Berg"}, when, True)]:
                wrong.append(text)
    assert wrong == []


@pytest.mark.parametrize("office", ["President", "Foreign Minister", "Defence Minister"])
def test_the_minister_of_a_story_is_who_it_is_about(office: str) -> None:
    """Of two who hold one office, 'the minister' is the one whose journey the text tells, not the host named last."""
    wrong = []
    aside = ["", "Trade doubled last year.", "The opposition leader, Rose Kamau, called the trip a waste of money."]
    hosts = ["Abt is to hold talks with Peruvian {} Ola Berg.", "Abt and Peruvian {} Ola Berg will sign a fisheries deal."]
    onward = ["The {} will then fly to Quito.", "The {} goes on to Quito on Sunday.", "From there the {} will travel to Quito."]
    for host, between, then in product(hosts, aside, onward):
        low = office.lower()
        text = " ".join((f"Kenyan {office} Lena Abt will travel to Lima on Friday.", host.format(office), between, then.format(low)))
        found = [claim.who for claim in claims(text, "visit") if "Quito" in claim.place]
        if found != ["Lena Abt"]:
            wrong.append(text)
    assert wrong == []
