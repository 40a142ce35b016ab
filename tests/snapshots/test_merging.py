"""Branches that each add versions."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factwatch.errors import IntegrityError
from factwatch.model.claim import Claim
from factwatch.snapshots.evolution import replaced
from factwatch.snapshots.format import parse, sealed
from factwatch.snapshots.merging import merge, merge_files, render_merge
from factwatch.snapshots.record import Snapshot, Source, facts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.snapshots.conftest import Desk

DRIVER = (
    "import sys; from pathlib import Path; from factwatch.snapshots.merging import merge_files; "
    "sys.exit(merge_files(*map(Path, sys.argv[1:4]), sys.argv[4]))"
)


class Repository:
    """A real git repository with the merge driver set up."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "-q", "-b", "main")
        self.git("config", "merge.factwatch.driver", f'"{sys.executable}" -c "{DRIVER}" %O %A %B %P')

    def git(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        environment = {
            **os.environ,
            **{
                f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in (("NAME", "D"), ("EMAIL", "d@example.org"))
            },
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
        }
        return subprocess.run(["git", *arguments], cwd=self.folder, env=environment, check=check, capture_output=True, text=True)

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-qm", "a version")


@pytest.fixture
def repository(desk: Desk) -> Repository:
    """The first version on main."""
    made = Repository(desk.root)
    desk.start()
    made.commit()
    return made


def add(desk: Desk, *claims: Claim, name: str, day: str) -> Snapshot:
    """Commit more claims as the next version."""
    document = desk.document(name, day)
    return desk.store.commit(
        desk.watch, desk.claim_set(*claims, document=document), [Source.of(document)], accepted_on=day, note=name, complete=False
    )


def test_two_branches_that_each_add_a_version_merge(desk: Desk, repository: Repository) -> None:
    """Git merges without conflict; what both accepted stands; the chain holds and goes on."""
    repository.git("switch", "-qc", "theirs")
    add(desk, desk.title("Irfaan Ali", title="President", of="Guyana"), name="theirs.txt", day="2025-04-02")
    repository.commit()
    repository.git("switch", "-q", "main")
    add(desk, desk.visit("Suriname"), desk.meeting(when="2025-03-29"), name="ours.txt", day="2025-04-01")
    repository.commit()
    repository.git("merge", "-q", "--no-edit", "theirs")
    assert repository.git("status", "--porcelain").stdout == ""
    snapshot = desk.store.load(desk.watch)
    ids = {entry.claim.id for entry in snapshot.claims}
    assert {"title:irfaan-ali:president:guyana", "visit:marco-rubio:suriname"} <= ids
    assert len(ids) == len(desk.briefing()) + 2
    assert {source.name for source in snapshot.sources} == {"briefing.txt", "ours.txt", "theirs.txt"}
    assert (snapshot.version, len(snapshot.merged), len(snapshot.closed), snapshot.accepted) == (2, 2, 1, "2025-04-02")
    assert desk.store.verify(desk.watch).ok
    assert desk.store.verify(desk.watch).notes == ()
    add(desk, desk.visit("Haiti"), name="more.txt", day="2025-04-03")
    assert desk.store.verify(desk.watch).ok


def test_branches_of_equal_length_merge(desk: Desk, repository: Repository) -> None:
    """Two versions each: both pairs are joined, against the version from which the branches parted."""
    for branch, places in (("theirs", ("Haiti", "Cuba")), ("main", ("Suriname", "Belize"))):
        repository.git("switch", "-q", *(["-c", "theirs"] if branch == "theirs" else ["main"]))
        for number, place in enumerate(places, start=1):
            also = desk.meeting(when=f"2025-03-2{number}") if branch == "main" else desk.visit(place)
            add(desk, desk.visit(place), also, name=f"{place}.txt", day=f"2025-04-0{number}")
            repository.commit()
    repository.git("merge", "-q", "--no-edit", "theirs")
    snapshot = desk.store.load(desk.watch)
    assert {"visit:marco-rubio:" + place for place in ("haiti", "cuba", "suriname", "belize")} <= {
        entry.claim.id for entry in snapshot.claims
    }
    found = desk.store.verify(desk.watch)
    assert (found.ok, found.notes, found.versions) == (True, (), 3)


@pytest.mark.parametrize("longer", ["main", "theirs"])
def test_branches_of_unequal_length_merge(desk: Desk, repository: Repository, longer: str) -> None:
    """Git keeps the longer branch's last version; verify tells what it lacks, nothing is built on it, reconciling brings it in."""
    repository.git("switch", "-qc", "theirs")
    for branch in ("theirs", "main"):
        repository.git("switch", "-q", branch)
        also = desk.meeting(when="2025-03-29") if branch == longer else desk.visit("x")
        add(desk, desk.visit(f"{branch} one"), also, name="1", day="2025-04-01")
        repository.commit()
        if branch == longer:
            add(desk, desk.visit(f"{branch} two"), desk.meeting(when="2025-03-30"), name="2", day="2025-04-02")
            repository.commit()
    repository.git("switch", "-q", "main")
    repository.git("merge", "-q", "--no-edit", "theirs")
    found = desk.store.verify(desk.watch)
    assert found.ok
    assert "reconcile" in found.notes[0]
    with pytest.raises(IntegrityError, match=r"[Rr]econcile"):
        add(desk, desk.visit("y"), name="3", day="2025-04-03")
    merged = desk.store.reconcile(desk.watch, accepted_on="2025-04-03")
    assert merged is not None
    assert merged.conflicts == ()
    ids = {entry.claim.id for entry in merged.snapshot.claims}
    assert {f"visit:marco-rubio:{name}" for name in ("main one", "theirs one", f"{longer} two", "x")} <= ids
    entry = merged.snapshot.entry(desk.meeting().id)
    assert entry is not None
    assert facts(entry.claim)["when"] == "2025-03-30"
    found = desk.store.verify(desk.watch)
    assert (found.ok, found.notes) == (True, ())
    assert desk.store.reconcile(desk.watch, accepted_on="2025-04-03") is None
    assert not any(row.by_hand for row in desk.store.blame(desk.watch))


def test_three_branches_merge_one_after_another(desk: Desk, repository: Repository) -> None:
    """A merge is merged again, with and without a version on top of it; nothing is lost and the chain holds."""
    for branch in ("one", "two", "three"):
        repository.git("switch", "-qc", branch, "main")
        add(desk, desk.visit(branch), name=f"{branch}.txt", day="2025-04-01")
        repository.commit()
    repository.git("switch", "-q", "one")
    repository.git("merge", "-q", "--no-edit", "two")
    add(desk, evolve(desk.visit("one"), when="2025-05-01"), desk.visit("four"), name="four.txt", day="2025-04-02")
    repository.commit()
    repository.git("merge", "-q", "--no-edit", "three")
    merged = desk.store.reconcile(desk.watch, accepted_on="2025-04-03")
    assert merged is not None
    assert merged.conflicts == ()
    held = {entry.claim.id: facts(entry.claim) for entry in merged.snapshot.claims}
    assert {f"visit:marco-rubio:{branch}" for branch in ("one", "two", "three", "four")} <= held.keys()
    assert held["visit:marco-rubio:one"]["when"] == "2025-05-01"
    found = desk.store.verify(desk.watch)
    assert (found.ok, found.notes) == (True, ())


def test_a_true_conflict_is_told_claim_by_claim(desk: Desk, repository: Repository) -> None:
    """Only the claim that both changed stands between marker lines; after choosing a side and sealing, the chain holds."""
    known: dict[str, Any] = {"place": "Kingston", "topics": ("energy",)}
    repository.git("switch", "-qc", "theirs")
    add(desk, desk.meeting(when="2025-03-30", **known), desk.visit("Haiti"), name="theirs.txt", day="2025-04-02")
    repository.commit()
    repository.git("switch", "-q", "main")
    add(desk, desk.meeting(when="2025-03-29", **known), desk.visit("Suriname"), name="ours.txt", day="2025-04-01")
    repository.commit()
    result = repository.git("merge", "theirs", check=False)
    assert result.returncode == 1
    told = result.stdout + result.stderr
    assert "meeting:marco-rubio+mia-mottley: ours says when: 2025-03-29; theirs says when: 2025-03-30" in told
    assert not desk.store.verify(desk.watch).ok
    file = desk.file("0002.yaml")
    text = file.read_text()
    assert text.count("<<<<<<< ") == 1
    start, middle, end = text.index("<<<<<<< ours\n"), text.index("=======\n"), text.index(">>>>>>> theirs\n")
    file.write_text(text[:start] + text[middle + len("=======\n") : end] + text[end + len(">>>>>>> theirs\n") :])
    snapshot = desk.store.seal(desk.watch)
    entry = snapshot.entry(desk.meeting().id)
    assert entry is not None
    assert facts(entry.claim)["when"] == "2025-03-30"
    assert {"visit:marco-rubio:haiti", "visit:marco-rubio:suriname"} <= {entry.claim.id for entry in snapshot.claims}
    assert desk.store.verify(desk.watch).ok


def test_rejections_of_both_branches_are_kept(desk: Desk, repository: Repository) -> None:
    """Each branch rejects another change; both stay rejected."""
    for branch, kind in (("theirs", "title.ended"), ("main", "title.status_changed")):
        repository.git("switch", "-q", *(["-c", "theirs"] if branch == "theirs" else ["main"]))
        desk.check(desk.change(kind, desk.title("Stuart Young"), None))
        desk.store.reject(desk.watch, everything=True, reason=branch, rejected_on="2025-05-03")
        repository.commit()
    repository.git("merge", "-q", "--no-edit", "theirs")
    assert {row.reason for row in desk.store.rejections(desk.watch)} == {"theirs", "main"}


def test_pending_files_stay_out_of_git(desk: Desk, repository: Repository) -> None:
    """What waits for review, locks and leftovers are not offered for commit."""
    desk.elect()
    desk.file(".0002.yaml.99.tmp").write_text("half")
    assert repository.git("status", "--porcelain").stdout == ""


def test_a_side_that_cannot_be_read_leaves_ours(tmp_path: Path, desk: Desk) -> None:
    """The driver says what is wrong and reports a conflict; our file is as it was."""
    desk.start()
    ours = desk.file("0001.yaml")
    text = ours.read_bytes()
    base, theirs = tmp_path / "base", tmp_path / "theirs"
    base.write_text("")
    theirs.write_text("schema: factwatch.snapshot/9\n")
    told: list[str] = []
    assert merge_files(base, ours, theirs, "snapshots/caribbean-tour/0001.yaml", tell=told.append) == 1
    assert "newer" in told[0]
    assert ours.read_bytes() == text
    assert merge_files(base, ours, theirs, "snapshots/caribbean-tour/watch.yaml", tell=told.append) == 1


def version(desk: Desk, parent: Snapshot | None, held: dict[str, str]) -> Snapshot:
    """Return the version after *parent* with visits on the days of *held*."""
    claims = desk.claim_set(*(evolve(desk.visit(place), when=f"2025-03-{day}") for place, day in held.items()))
    return sealed(replaced(parent, claims, [Source.of(claims.document)], watch=desk.watch, accepted_on="2025-04-01"))


HELD = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["10", "11", "12"]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(HELD, HELD, HELD)
def test_merging_loses_nothing(desk: Desk, base: dict[str, str], ours: dict[str, str], theirs: dict[str, str]) -> None:
    """For every claim: the side that changed it wins; where both did, it is told; the joined file reads back."""
    start = version(desk, None, base)
    mine, other = version(desk, start, ours), version(desk, start, theirs)
    merged = merge(start, mine, other)
    told = {conflict.claim for conflict in merged.conflicts}
    for place in "abcdef":
        claim_id = desk.visit(place).id
        b, o, t = base.get(place), ours.get(place), theirs.get(place)
        assert (claim_id in told) == (o != t and b not in (o, t))
        entry = merged.snapshot.entry(claim_id)
        found = facts(entry.claim)["when"][-2:] if entry else None
        assert found == (o if t in (o, b) or claim_id in told else t)
    closed = {(entry.claim.id, facts(entry.claim)["when"]) for side in (mine, other) for entry in side.closed}
    assert {(entry.claim.id, facts(entry.claim)["when"]) for entry in merged.snapshot.closed} == closed
    text = render_merge(merged)
    if not told:
        assert parse(text, "f") == merged.snapshot
        assert merge(start, other, mine).snapshot == merged.snapshot
    assert text.count("<<<<<<< ") == len(told)


@pytest.mark.parametrize("held", [{}, {"a": "10"}])
def test_merging_a_version_with_itself_changes_nothing(desk: Desk, held: Any) -> None:
    """The same file on both sides comes out as it is."""
    one = version(desk, None, held)
    assert merge(None, one, one).snapshot == one
