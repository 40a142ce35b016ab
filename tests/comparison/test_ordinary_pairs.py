"""
From two plain texts to the change between them: one short announcement, and every ordinary way to tell what became of it.

The announcement and its sequels are put together from people, countries and offices, so that no combination has an answer of its own.
"""

from __future__ import annotations

import datetime as dt
from itertools import product

import pytest

from factwatch import extract
from factwatch.comparison import compare_claims

ANNOUNCED = dt.date(2026, 6, 22)  # a Monday; the visit is on Friday, the meeting on Saturday
BEFORE, AFTER = dt.date(2026, 6, 24), dt.date(2026, 6, 29)
LANDS = [("Kenyan", "Kenya"), ("Norwegian", "Norway")]
GOALS = [("Lima", "Peru", "Peruvian"), ("Riga", "Latvia", "Latvian")]
OFFICES = ["Foreign Minister", "President", "Trade Minister"]
VISITOR, HOST, HEIR = "Lena Abt", "Ola Berg", "Rosa Lind"
SEQUELS = {
    "visit.cancelled": [
        "{who} has called off a visit to {town}, the ministry said on Wednesday.",
        "A planned visit to {goal} by {who} has been cancelled.",
        "{who} will not travel to {town} on Friday because of a storm.",
        "{who} said on Wednesday she would no longer visit {town}.",
    ],
    "visit.postponed": ["{who} has postponed a visit to {town} until July.", "A visit to {goal} by {who} has been put off."],
    "visit.completed": ["{who} arrived in {town} on Friday.", "During a visit to {town} last week, {who} praised the harbour."],
    "meeting.completed": ["{who} met {host} in {town} on Saturday.", "{host} received {who} in {town} on Saturday."],
    "meeting.cancelled": ["A meeting between {who} and {host} has been called off.", "{who} has cancelled talks with {host}."],
    "title.holder_changed": [
        "{who} resigned on Tuesday. Rosa Lind was sworn in as {low} on Wednesday.",
        "Rosa Lind was named {adjective} {low} on Tuesday, replacing Lena Abt.",
        "{adjective} {office} Rosa Lind, who took office on Tuesday, praised Lena Abt, her predecessor.",
    ],
    "title.ended": ["{who} resigned on Tuesday, officials said.", "{land} sacked its {low}, Lena Abt, on Tuesday."],
    "": [
        "{land}'s {low}, Lena Abt, leaves for {goal} on Friday.",
        "{who} is due in {town} on June 26, officials said.",
        "Exports to {goal} have doubled, {who} said.",
    ],
}
ALONGSIDE = {"visit.cancelled": {"meeting.cancelled"}, "visit.postponed": {"meeting.postponed", "meeting.cancelled"}}
"""What may be said besides, as the meeting was to be held on the visit."""


@pytest.mark.parametrize("kind", SEQUELS)
def test_what_became_of_a_plan(kind: str) -> None:
    wrong = []
    for (adjective, land), (town, goal, hosts), office, sequel in product(LANDS, GOALS, OFFICES, SEQUELS[kind]):
        who, host = f"{adjective} {office} {VISITOR}", f"{hosts} {office} {HOST}"
        plan = f"{who} will travel to {town} on Friday for a two-day visit, officials said. Abt will meet {host} on Saturday."
        low = office.lower()
        later = sequel.format(who=who, host=host, town=town, goal=goal, land=land, low=low, adjective=adjective, office=office)
        published = AFTER if kind.endswith("completed") else BEFORE
        report = compare_claims(extract(plan, published=ANNOUNCED), extract(later, published=published))
        found = {change.kind for change in report.changes if change.severity != "info"}
        allowed = {"visit.completed", "meeting.completed"} if kind.endswith("completed") else {kind, *ALONGSIDE.get(kind, ())}
        if (kind and kind not in found) or found - allowed - ({"title.ended"} if kind == "title.holder_changed" else set()):
            wrong.append((later, found))
    assert wrong == []
