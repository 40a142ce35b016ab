"""Killed processes and many writers, with real processes."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factwatch.errors import ConcurrentWriteError, SnapshotError
from factwatch.snapshots import files
from factwatch.snapshots.record import Source
from factwatch.snapshots.store import SnapshotStore

if TYPE_CHECKING:
    from tests.snapshots.conftest import Desk

# Each writer adds claims of its own, version after version, and says so once a version is accepted.
WRITER = """
import sys
from factwatch.errors import ConcurrentWriteError
from factwatch.model.claim import ClaimSet, VisitClaim
from factwatch.snapshots.store import SnapshotStore

root, name, count, careful = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4] == "careful"
store = SnapshotStore(root)
print("ready", flush=True)
for number in range(count):
    claim = VisitClaim(id=f"visit:{name}:{number}", who=name, place=f"place {number} " * 200)
    while True:
        try:
            seen = store.versions("tour")[-1] if careful else None
            store.commit("tour", ClaimSet(claims=(claim,)), [], accepted_on="2025-04-01", complete=False, expect_parent=seen)
        except ConcurrentWriteError:
            continue
        break
    print(claim.id, flush=True)
"""


def start(desk: Desk, name: str, count: int, *, careful: bool = False) -> subprocess.Popen[str]:
    arguments = [sys.executable, "-c", WRITER, str(desk.root / "snapshots"), name, str(count), "careful" if careful else "plain"]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)


@pytest.fixture
def tour(desk: Desk) -> Desk:
    """A watch called 'tour' with one version."""
    desk.watch = "tour"
    desk.start()
    return desk


def test_many_writers_lose_nothing(tour: Desk) -> None:
    """Every version that any writer was told of is there, in one unbroken chain."""
    writers = [start(tour, f"w{number}", 6, careful=bool(number % 2)) for number in range(4)]
    told = {line for writer in writers for line in writer.communicate()[0].split()[1:]}
    assert all(writer.returncode == 0 for writer in writers)
    assert len(told) == 24
    snapshot = tour.store.load(tour.watch)
    assert told <= {entry.claim.id for entry in snapshot.claims}
    assert snapshot.version == 25
    assert tour.store.verify(tour.watch).ok


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_writer_leaves_whole_versions(tour: Desk) -> None:
    """Killed at any instant, it leaves the old version or the new one, each whole; the next writer goes on from there."""
    chance = random.Random(2025)  # noqa: S311 - it chooses instants, no secrets
    told: set[str] = set()
    for round_number in range(12):
        writer = start(tour, f"r{round_number}", 10_000)
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        for _ in range(chance.randrange(3)):
            told.add(writer.stdout.readline().strip())
        # Some thousand turns of a loop: an instant of its own in every round, without a clock.
        for _ in range(chance.randrange(400_000)):
            pass
        writer.send_signal(signal.SIGKILL)
        rest = writer.communicate()[0]
        told.update(line for line in rest.split("\n")[:-1] if line)
        found = tour.store.verify(tour.watch)
        assert found.ok, found.findings
    assert told <= {entry.claim.id for entry in tour.store.load(tour.watch).claims}
    tour.store.commit(tour.watch, tour.claim_set(), [], accepted_on="2025-04-02", complete=False)
    assert not list(tour.file("").glob(".*.tmp"))


class Stop(BaseException):
    """Stands for the end of the process."""


@pytest.mark.parametrize("step", ["fsync", "hardlink_to", "_flush_folder", "unlink"])
def test_ending_at_each_step_of_a_write_leaves_whole_versions(tour: Desk, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Before, while and after the file gets its name: what is read is whole."""

    def stop(*_arguments: object, **_more: object) -> None:
        raise Stop

    where = {"fsync": os, "hardlink_to": Path, "_flush_folder": files, "unlink": Path}[step]
    with monkeypatch.context() as patch:
        patch.setattr(where, step, stop)
        with pytest.raises(Stop):
            tour.store.commit(tour.watch, tour.claim_set(tour.visit("Haiti")), [], accepted_on="2025-04-02", complete=False)
    assert tour.store.verify(tour.watch).ok
    versions = tour.store.versions(tour.watch)
    snapshot = tour.store.commit(tour.watch, tour.claim_set(tour.visit("Cuba")), [], accepted_on="2025-04-02", complete=False)
    assert snapshot.version == versions[-1] + 1
    assert tour.store.verify(tour.watch).ok


def test_a_file_system_without_links_is_enough(tour: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where files cannot be linked, they are renamed; an existing version is never replaced."""

    def refuse(*_arguments: object) -> None:
        raise OSError(95, "not supported")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    assert tour.store.commit(tour.watch, tour.claim_set(), [], accepted_on="2025-04-02", complete=False).version == 2
    with pytest.raises(ConcurrentWriteError):
        files.write_new(tour.file("0002.yaml"), "x")


def test_a_held_lock_is_told(tour: Desk) -> None:
    """A second writer waits, then says that the first one is at work."""
    impatient = SnapshotStore(tour.root / "snapshots", lock_timeout=0)
    with files.locked(tour.file(""), 1), pytest.raises(ConcurrentWriteError, match="another process"):
        impatient.commit(tour.watch, tour.claim_set(), [], accepted_on="2025-04-02")


def test_a_full_disk_is_told_and_changes_nothing(tour: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error of the system becomes one of ours; no version and no leftover is there."""

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(SnapshotError, match="No space left"):
            tour.store.commit(tour.watch, tour.claim_set(), [Source.of(tour.document())], accepted_on="2025-04-02")
    assert tour.store.versions(tour.watch) == (1,)
    assert not list(tour.file("").glob(".*.tmp"))
