"""What a watch has known, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from factwatch.errors import UnknownVersionError
from factwatch.snapshots.history import first_day, last_day
from factwatch.snapshots.record import Source, facts

if TYPE_CHECKING:
    from factwatch.snapshots.store import SnapshotStore
    from tests.snapshots.conftest import Desk

OLD = "title:stuart-young:prime-minister:trinidad-and-tobago"
NEW = "title:kamla-persad-bissessar:prime-minister:trinidad-and-tobago"


@pytest.fixture
def elected(desk: Desk) -> SnapshotStore:
    """Two versions: the briefing, and the election."""
    store = desk.start()
    desk.elect()
    store.accept(desk.watch, everything=True, accepted_on="2025-05-03", note="election")
    return store


def test_log_says_what_when_and_from_which_source(desk: Desk, elected: SnapshotStore) -> None:
    """One row a version."""
    first, second = elected.log(desk.watch)
    assert (first.version, first.accepted, first.note, first.added, first.sources) == (1, "2025-03-27", "briefing", 6, ("briefing.txt",))
    assert (second.version, second.note, second.added, second.changed, second.closed) == (2, "election", 1, 0, 1)
    assert second.sources == ("later.txt",)


def test_diff_is_by_claim(desk: Desk, elected: SnapshotStore) -> None:
    """A new holder is one claim added and one closed, with by whom."""
    rows = {(row.claim, row.action): row for row in elected.diff(desk.watch, 1, 2)}
    assert set(rows) == {(OLD, "closed"), (NEW, "added")}
    assert rows[OLD, "closed"].after == {"day": "2025-05-03", "by": desk.document("later.txt").digest, "nature": "world"}
    assert {row.action for row in elected.diff(desk.watch, 2, 1)} == {"added", "removed"}
    assert elected.diff(desk.watch, 1, 1) == ()


def test_diff_names_the_field(desk: Desk) -> None:
    """Each changed field of a claim is a row with both values; only those, however little the two have in common."""
    store = desk.start()
    moved = desk.meeting(place="Bridgetown", when="2025-03-26", topics=("energy", "trade"), status="done")
    store.commit(desk.watch, desk.claim_set(moved), [Source.of(desk.document())], accepted_on="2025-03-28", complete=False)
    rows = [(row.path, row.action, row.before, row.after) for row in store.diff(desk.watch, 1, 2)]
    assert rows == [
        (("place",), "changed", "Kingston", "Bridgetown"),
        (("status",), "changed", "planned", "done"),
        (("topics", 1), "added", None, "trade"),
    ]
    assert any(row.path[0] == "origin" for row in store.diff(desk.watch, 1, 2, full=True) if row.path)


def test_diff_is_right_for_any_key_and_much_change(desk: Desk) -> None:
    """Odd ids and a claim of which hardly anything is left give rows, not blobs."""
    old = desk.title("A B", id="title:it's:\"x\"['y']:__z")
    store = desk.start(old)
    new = evolve(old, person="C", title="Chair", of="Body", since="2025", until="2026", status="former")
    store.commit(desk.watch, desk.claim_set(new), [], accepted_on="2025-03-28")
    rows = store.diff(desk.watch, 1, 2)
    assert {row.claim for row in rows} == {old.id}
    assert {row.path for row in rows} == {("person",), ("title",), ("of",), ("since",), ("until",), ("status",)}


def test_blame_names_version_and_source(desk: Desk, elected: SnapshotStore) -> None:
    """Every standing claim is traced to what last set it."""
    rows = {row.claim: row for row in elected.blame(desk.watch)}
    assert (rows[NEW].version, rows[NEW].source, rows[NEW].published, rows[NEW].nature) == (2, "later.txt", "2025-05-02", "world")
    others = {(row.version, row.source, row.by_hand) for claim, row in rows.items() if claim != NEW}
    assert others == {(1, "briefing.txt", False)}


def test_history_knows_every_holder(desk: Desk, elected: SnapshotStore) -> None:
    """Every prime minister of Trinidad and Tobago the watch has known, in order, with dates and sources."""
    rows = elected.history(desk.watch, "prime minister of Trinidad and Tobago")
    assert [(row.subject.partition(",")[0], row.valid_since, row.valid_until, row.source, row.ended_by) for row in rows] == [
        ("Stuart Young", None, "2025-05-01", "briefing.txt", "later.txt"),
        ("Kamla Persad-Bissessar", "2025-05-01", None, "later.txt", None),
    ]
    assert [(row.accepted, row.ended_on, row.version, row.ended_in) for row in rows] == [
        ("2025-03-27", "2025-05-03", 1, 2),
        ("2025-05-03", None, 2, None),
    ]
    assert [row.claim for row in elected.history(desk.watch, OLD)] == [OLD]
    assert elected.history(desk.watch, "prime minister of Guyana") == ()


def test_history_keeps_each_state_of_a_claim(desk: Desk) -> None:
    """A meeting that moved twice has three rows."""
    store = desk.start()
    for number, day in enumerate(("2025-03-27", "2025-03-28")):
        later = desk.meeting(when=day)
        desk.check(desk.change("meeting.rescheduled", desk.meeting(), later, id=day), claims=(later,), name=f"{number}.txt", day=day)
        store.accept(desk.watch, everything=True, accepted_on=day)
    rows = store.history(desk.watch, "Mottley meeting")
    assert [(row.facts["when"], row.ended_in) for row in rows] == [("2025-03-26", 2), ("2025-03-27", 3), ("2025-03-28", None)]


def test_what_was_accepted_and_what_held_are_two_questions(desk: Desk, elected: SnapshotStore) -> None:
    """On 2 May the desk still held the old prime minister for true; by what is known now, the new one was in office."""
    assert elected.as_of_accepted(desk.watch, "2025-05-02").entry(OLD) is not None
    assert elected.as_of_accepted(desk.watch, "2025-05-03").entry(OLD) is None
    with pytest.raises(UnknownVersionError, match="2025-03-01"):
        elected.as_of_accepted(desk.watch, "2025-03-01")

    def in_office(day: str) -> list[str]:
        return [row.entry.claim.id for row in elected.as_of_valid(desk.watch, day) if row.entry.claim.id in (OLD, NEW)]

    assert in_office("2025-05-02") == [NEW]
    assert in_office("2025-04-30") == [OLD]
    assert in_office("2025-05-01") == [NEW]
    assert in_office("2025-03-01") == []


def test_a_correction_never_held(desk: Desk) -> None:
    """What was wrong from the start is valid on no day; the corrected fact keeps what is known of its beginning."""
    store = desk.start()
    desk.elect(nature="correction", since=None)
    store.accept(desk.watch, everything=True, accepted_on="2025-05-03")
    assert not [row for row in store.as_of_valid(desk.watch, "2025-04-30") if row.entry.claim.id == OLD]


def test_events_hold_on_their_days(desk: Desk) -> None:
    """A visit counts on the days it is dated to, a statement from when it was made, a cancelled meeting never."""
    store = desk.start(
        desk.visit("Guyana", when="2025-03-27/2025-03-28"),
        desk.visit("Suriname"),
        desk.statement(),
        desk.meeting(when="2025-03", status="cancelled"),
    )
    days = {day: [row.entry.claim.kind for row in store.as_of_valid(desk.watch, day)] for day in ("2025-03-25", "2025-03-28", "2025-03-29")}
    assert days == {"2025-03-25": [], "2025-03-28": ["statement", "visit"], "2025-03-29": ["statement"]}


def test_revert_makes_a_new_version(desk: Desk, elected: SnapshotStore) -> None:
    """The claims of the earlier version stand again, nothing is deleted, and the chain holds."""
    snapshot = elected.revert(desk.watch, 1, accepted_on="2025-05-04")
    assert snapshot.version == 3
    assert {entry.claim.id: facts(entry.claim) for entry in snapshot.claims} == {
        entry.claim.id: facts(entry.claim) for entry in elected.load(desk.watch, 1).claims
    }
    assert [(entry.claim.id, entry.closed.nature) for entry in snapshot.closed if entry.closed] == [(NEW, "correction")]
    assert elected.verify(desk.watch).ok
    assert elected.versions(desk.watch) == (1, 2, 3)


@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_first_and_last_day_enclose_the_day(day: object, length: int) -> None:
    """A year, month or day begins no later than any of its days, and ends no earlier."""
    text = str(day)
    assert first_day(text[:length]) <= text <= last_day(text[:length])
