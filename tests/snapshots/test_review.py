"""Pending changes, and deciding on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

import pytest
from attrs import evolve

from factwatch.errors import ConcurrentWriteError, UsageError
from factwatch.model.change import ChangeKind
from factwatch.model.claim import Claim
from factwatch.snapshots.pending import evidence_of
from factwatch.snapshots.record import facts

if TYPE_CHECKING:
    from tests.snapshots.conftest import Desk

OLD = "title:stuart-young:prime-minister:trinidad-and-tobago"
NEW = "title:kamla-persad-bissessar:prime-minister:trinidad-and-tobago"


def test_a_check_leaves_the_snapshot_alone(desk: Desk) -> None:
    """Pending changes lie beside the versions."""
    store = desk.start()
    before = desk.file("0001.yaml").read_bytes()
    desk.elect()
    assert desk.file("0001.yaml").read_bytes() == before
    (item,) = store.pending(desk.watch)
    assert (item.kind, item.obsolete, item.document.source.name) == ("title.holder_changed", False, "later.txt")
    assert item.claim is not None
    assert item.claim.id == NEW


def test_accepting_makes_the_next_version(desk: Desk) -> None:
    """The new claim stands, the old one is closed: until when, by which source, in which version, and why."""
    store = desk.start()
    desk.elect()
    snapshot = store.accept(desk.watch, everything=True, accepted_on="2025-05-03", note="election")
    assert snapshot.version == 2
    assert snapshot.entry(OLD) is None
    entry = snapshot.entry(NEW)
    assert entry is not None
    assert entry.valid.since == "2025-05-01"
    (closed,) = snapshot.closed
    assert closed.claim.id == OLD
    assert closed.valid.until == "2025-05-01"
    assert closed.closed is not None
    assert (closed.closed.day, closed.closed.version, closed.closed.nature) == ("2025-05-03", 2, "world")
    assert closed.closed.by == desk.document("later.txt").digest
    assert store.pending(desk.watch) == ()
    assert store.load(desk.watch) == snapshot
    assert store.verify(desk.watch).ok


@pytest.mark.parametrize("nature", ["world", "correction", "conflict"])
def test_the_editors_word_on_a_change_is_kept(desk: Desk, nature: Literal["world", "correction", "conflict"]) -> None:
    """A correction says that the old claim never held; a conflict keeps it standing and notes the other."""
    store = desk.start()
    desk.elect()
    snapshot = store.accept(desk.watch, everything=True, accepted_on="2025-05-03", nature=nature)
    (closed,) = snapshot.closed
    assert closed.closed is not None
    assert closed.closed.nature == nature
    standing = NEW if nature != "conflict" else OLD
    assert (closed.claim.id, snapshot.entry(standing) is not None) == (OLD if nature != "conflict" else NEW, True)
    assert (closed.valid.until is not None) == (nature == "world")


def test_a_conflict_on_record_is_not_raised_again(desk: Desk) -> None:
    """That the sources disagree needs saying once."""
    store = desk.start()
    desk.elect()
    store.accept(desk.watch, everything=True, accepted_on="2025-05-03", nature="conflict")
    desk.elect()
    assert store.pending(desk.watch) == ()
    assert store.load(desk.watch).entry(OLD) is not None


def test_a_change_alters_what_its_kind_speaks_of(desk: Desk) -> None:
    """A new day does not take away the place, of which the later document is silent."""
    store = desk.start()
    old, later = desk.meeting(place="Kingston", when="2025-03-26", topics=("energy",)), desk.meeting(when="2025-03-28")
    desk.check(desk.change("meeting.rescheduled", old, later), claims=(later,))
    snapshot = store.accept(desk.watch, everything=True, accepted_on="2025-03-28")
    entry = snapshot.entry(old.id)
    assert entry is not None
    assert facts(entry.claim) == facts(evolve(old, when="2025-03-28"))
    assert entry.origin.first_seen == 1
    assert entry.origin.set_in == 2


def test_two_changes_of_one_claim_can_be_accepted_apart(desk: Desk) -> None:
    """After the first is accepted, the second is not out of date, and brings its own field only."""
    store = desk.start()
    old = desk.meeting(place="Kingston", when="2025-03-26", topics=("energy",))
    later = desk.meeting(place="Bridgetown", when="2025-03-28")
    desk.check(desk.change("meeting.rescheduled", old, later), desk.change("meeting.moved", old, later), claims=(later,))
    first = store.accept(desk.watch, kind="meeting.rescheduled", accepted_on="2025-03-28").entry(old.id)
    assert first is not None
    assert (facts(first.claim)["when"], facts(first.claim)["place"]) == ("2025-03-28", "Kingston")
    second = store.accept(desk.watch, everything=True, accepted_on="2025-03-28").entry(old.id)
    assert second is not None
    assert (facts(second.claim)["when"], facts(second.claim)["place"]) == ("2025-03-28", "Bridgetown")


def test_two_changes_of_one_claim_can_be_accepted_together(desk: Desk) -> None:
    """The old state is closed once."""
    store = desk.start()
    old = desk.meeting(place="Kingston", when="2025-03-26", topics=("energy",))
    later = desk.meeting(place="Bridgetown", when="2025-03-28")
    desk.check(desk.change("meeting.rescheduled", old, later), desk.change("meeting.moved", old, later), claims=(later,))
    snapshot = store.accept(desk.watch, everything=True, accepted_on="2025-03-28")
    entry = snapshot.entry(old.id)
    assert entry is not None
    assert (facts(entry.claim)["when"], facts(entry.claim)["place"]) == ("2025-03-28", "Bridgetown")
    assert len(snapshot.closed) == 1


def test_wording_replaces_the_words_and_closes_nothing(desk: Desk) -> None:
    """'Foreign Minister' and 'Minister of Foreign Affairs' are one fact."""
    old = desk.title("A B", title="Foreign Minister", id="title:a-b:foreign:x")
    store = desk.start(old)
    new = desk.title("A B", title="Minister of Foreign Affairs", id=old.id)
    desk.check(desk.change("title.reworded", old, new, nature="wording", severity="info"), claims=(new,))
    snapshot = store.accept(desk.watch, everything=True, accepted_on="2025-05-03")
    assert snapshot.closed == ()
    assert facts(snapshot.claims[0].claim)["title"] == "Minister of Foreign Affairs"


@pytest.mark.parametrize("kind", get_args(ChangeKind))
def test_every_kind_of_change_can_be_accepted(desk: Desk, kind: str) -> None:
    """With both sides, with either, or with none, a version comes out that can be read again and verified."""
    old = desk.title("Stuart Young") if not kind.startswith(("visit", "meeting", "statement")) else _of(desk, kind.partition(".")[0])
    for number, (before, after) in enumerate([(old, old), (old, None), (None, desk.title("New Holder"))], start=1):
        case = type(desk)(desk.root / str(number))
        store = case.start()
        case.check(case.change(kind, before, after), claims=(after,) if after else ())
        snapshot = store.accept(case.watch, everything=True, accepted_on="2025-05-03")
        assert snapshot.version == 2
        assert store.verify(case.watch).ok


def _of(desk: Desk, group: str) -> Claim:
    return next(claim for claim in desk.briefing() if claim.kind == group)


def test_new_claims_are_accepted_by_kind_and_id(desk: Desk) -> None:
    """What the watch did not speak of can be taken in too."""
    store = desk.start()
    new = (desk.title("Irfaan Ali", title="President", of="Guyana"), desk.visit("Suriname"))
    desk.check(new=new)
    assert [item.kind for item in store.pending(desk.watch)] == ["claim.new", "claim.new"]
    assert store.accept(desk.watch, ["visit:marco-rubio:suriname"], accepted_on="2025-05-03").entry("visit:marco-rubio:suriname")
    assert store.accept(desk.watch, kind="claim.new", accepted_on="2025-05-03").version == 3
    assert len(store.load(desk.watch).claims) == len(desk.briefing()) + 2


def test_a_rejected_change_is_not_raised_by_the_same_evidence(desk: Desk) -> None:
    """The same words are passed over, wherever they stand; other words are raised again."""
    store = desk.start()
    desk.elect(words="Kamla Persad-Bissessar was sworn in")
    (rejection,) = store.reject(desk.watch, everything=True, reason="satire site", rejected_on="2025-05-03")
    assert rejection.reason == "satire site"
    assert store.versions(desk.watch) == (1,)
    assert store.pending(desk.watch) == ()
    change, after = desk.new_holder(words="Kamla  Persad-Bissessar\nwas sworn in")
    assert store.is_rejected(desk.watch, change)
    desk.check(change, claims=(after,), name="copy.txt")
    assert store.pending(desk.watch) == ()
    other, _ = desk.new_holder(words="The new prime minister, Kamla Persad-Bissessar")
    desk.check(other, claims=(after,), name="reuters.txt")
    assert [item.id for item in store.pending(desk.watch)] == [other.id]


def test_a_rejection_can_run_out(desk: Desk) -> None:
    """After its last day the same evidence is raised again."""
    store = desk.start()
    desk.elect()
    store.reject(desk.watch, everything=True, reason="not yet", rejected_on="2025-05-03", expires="2025-05-10")
    change, _ = desk.new_holder()
    assert store.is_rejected(desk.watch, change, today="2025-05-10")
    assert not store.is_rejected(desk.watch, change, today="2025-05-11")
    desk.check(change, claims=(desk.new_holder()[1],), day="2025-05-12")
    assert len(store.pending(desk.watch)) == 1


def test_a_rejection_needs_a_reason(desk: Desk) -> None:
    """Nobody would know later."""
    store = desk.start()
    desk.elect()
    with pytest.raises(UsageError, match="reason"):
        store.reject(desk.watch, everything=True, reason=" ", rejected_on="2025-05-03")
    assert store.rejections(desk.watch) == ()


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        ({}, "say which"),
        ({"ids": ["nonsense"]}, "no pending change"),
        ({"ids": ["title"]}, "begins? so"),
        ({"kind": "visit"}, "nothing that is pending fits"),
        ({"kind": "no.kind"}, "no such kind"),
        ({"document": "other.txt"}, "nothing that is pending fits"),
        ({"ids": ["title.ended-" + OLD], "document": "other.txt"}, "nothing that is pending fits"),
    ],
)
def test_a_choice_that_fits_nothing_is_an_error(desk: Desk, choice: dict[str, object], words: str) -> None:
    """Unknown ids, kinds and documents are told; nothing is written."""
    store = desk.start()
    change, after = desk.new_holder()
    desk.check(change, desk.change("title.ended", desk.title("Stuart Young"), None), claims=(after,))
    with pytest.raises(UsageError, match=words):
        store.accept(desk.watch, accepted_on="2025-05-03", **choice)  # type: ignore[arg-type]  # one argument at a time
    assert store.versions(desk.watch) == (1,)
    assert len(store.pending(desk.watch)) == 2


def test_changes_are_chosen_by_id_kind_and_document(desk: Desk) -> None:
    """A beginning of an id is enough where it is the only one."""
    store = desk.start()
    change, after = desk.new_holder()
    desk.check(change, claims=(after,))
    dropped = desk.visit("Guyana", when="2025-03-27", order=2)
    desk.check(desk.change("visit.dropped", dropped, None), name="readout.txt")
    assert store.accept(desk.watch, ["visit.d"], accepted_on="2025-05-03").entry(dropped.id) is None
    assert store.accept(desk.watch, document="later.txt", accepted_on="2025-05-03").version == 3


def test_a_change_of_what_no_longer_stands_is_obsolete(desk: Desk) -> None:
    """It is told apart, not taken by 'all', refused by id, and pruned on demand."""
    store = desk.start()
    desk.elect()
    ended = desk.change("title.ended", desk.title("Stuart Young"), None)
    desk.check(ended, name="other.txt")
    store.accept(desk.watch, kind="title.holder_changed", accepted_on="2025-05-03")
    (item,) = store.pending(desk.watch)
    assert item.obsolete
    with pytest.raises(UsageError, match="nothing that is pending fits"):
        store.accept(desk.watch, everything=True, accepted_on="2025-05-03")
    with pytest.raises(UsageError, match="no longer stands"):
        store.accept(desk.watch, [item.id], accepted_on="2025-05-03")
    assert [status.obsolete for status in store.status(today="2025-05-03")] == [(item,)]
    assert store.prune(desk.watch) == (item,)
    assert store.pending(desk.watch) == ()


def test_closing_most_claims_at_once_is_refused(desk: Desk) -> None:
    """A document that was read badly must not look like a mass withdrawal."""
    store = desk.start()
    desk.check(*(desk.change("claim.withdrawn", claim, None) for claim in desk.briefing()[:4]))
    with pytest.raises(UsageError, match="4 of its 6 claims"):
        store.accept(desk.watch, everything=True, accepted_on="2025-05-03")
    assert store.versions(desk.watch) == (1,)
    assert len(store.accept(desk.watch, everything=True, accepted_on="2025-05-03", mass_withdrawal=True).claims) == 2


def test_checking_a_document_again_replaces_what_was_pending(desk: Desk) -> None:
    """What is no longer found no longer waits."""
    store = desk.start()
    desk.elect()
    desk.check()
    assert store.pending(desk.watch) == ()
    assert list(desk.file("pending").glob("[!c]*.yaml")) == []


def test_a_process_that_ends_after_the_version_leaves_nothing_double(desk: Desk) -> None:
    """With the pending file still there, the accepted change is not offered again."""
    store = desk.start()
    desk.elect()
    (file,) = (file for file in desk.file("pending").iterdir() if file.name != "checks.yaml")
    kept = file.read_bytes()
    store.accept(desk.watch, everything=True, accepted_on="2025-05-03")
    file.write_bytes(kept)
    assert store.pending(desk.watch) == ()


def test_a_review_can_be_undone_and_gone_on_with(desk: Desk) -> None:
    """Nothing is written before the end; what was skipped stays; undo takes back a whole group."""
    store = desk.start()
    change, after = desk.new_holder()
    guyana, jamaica = desk.visit("Guyana", when="2025-03-27", order=2), desk.visit("Jamaica", when="2025-03-26", order=1)
    desk.check(
        change,
        desk.change("visit.dropped", guyana, None),
        desk.change("visit.dropped", jamaica, None),
        desk.change("statement.withdrawn", desk.statement(), None),
        claims=(after,),
    )
    review = store.review(desk.watch)
    assert review.current is review.items[0]
    review.accept(review.items[0], nature="correction")
    assert review.accept_rest_of_kind("visit.dropped") == 2
    assert {item.kind for item in review.undo()} == {"visit.dropped"}
    review.reject(review.items[1], "the leg stands")
    review.skip(review.items[2])
    with pytest.raises(UsageError, match="not open"):
        review.skip(review.items[2])
    assert review.current is review.items[3]
    assert store.versions(desk.watch) == (1,)
    snapshot = review.apply("2025-05-03", "after the election")
    assert snapshot is not None
    assert snapshot.closed[0].closed is not None
    assert snapshot.closed[0].closed.nature == "correction"
    assert [row.reason for row in store.rejections(desk.watch)] == ["the leg stands"]
    assert {item.kind for item in store.pending(desk.watch)} == {"visit.dropped", "statement.withdrawn"}
    assert len(review.open) == 2
    assert review.undo() == ()
    assert review.apply("2025-05-03") is None


def test_a_review_that_was_overtaken_is_told(desk: Desk) -> None:
    """What somebody else has decided on in between is not decided on twice."""
    store = desk.start()
    desk.elect()
    review = store.review(desk.watch)
    review.accept(review.items[0])
    store.accept(desk.watch, everything=True, accepted_on="2025-05-03")
    with pytest.raises(ConcurrentWriteError, match="in between"):
        review.apply("2025-05-03")
    assert store.versions(desk.watch) == (1, 2)
    assert len(review.decisions) == 1


def test_status_tells_what_deserves_a_look(desk: Desk) -> None:
    """Waiting changes, watches without coverage, plans long past their day."""
    store = desk.start()
    (status,) = store.status(today="2025-04-30")
    assert status.without_coverage
    assert {due.claim for due in status.due} == {"visit:marco-rubio:jamaica", "visit:marco-rubio:guyana", "meeting:marco-rubio+mia-mottley"}
    assert store.status(today="2025-03-30")[0].due == ()
    desk.elect()
    (status,) = store.status(today="2025-05-03")
    assert (len(status.pending), status.without_coverage, status.problem) == (1, False, None)
    assert status.last_check is not None
    assert status.last_check.day == "2025-05-02"


def test_evidence_does_not_depend_on_its_place(desk: Desk) -> None:
    """The digest is of the words and of what is said."""
    one, _ = desk.new_holder(words="a b")
    two, _ = desk.new_holder(words="a  b")
    three, _ = desk.new_holder(words="a c")
    assert evidence_of(one) == evidence_of(two) != evidence_of(three)
