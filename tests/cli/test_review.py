"""`factwatch review` in a real terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Program, claims_file, prime_minister

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no pseudo terminals there")


@pytest.fixture
def pending(program: Program, folder: Path) -> str:
    """A watch with two pending changes of one kind."""
    before = claims_file(folder, "baseline.json", prime_minister("Ana Lobo"), prime_minister("Ida Berg", "Syldavia"))
    after = claims_file(folder, "later.json", prime_minister("Kofi Mensah"), prime_minister("Jo Silva", "Syldavia"), published="2025-05-02")
    program("snapshot", "pair", before)
    program("check", "pair", after)
    return "pair"


def review(folder: Path, keys: str) -> tuple[int, str]:
    """Run the review in a terminal of its own with *keys* typed ahead."""
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "factwatch", "review", "pair"], cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True
    )
    os.close(theirs)
    os.write(ours, keys.encode())
    shown = b""
    try:
        while piece := os.read(ours, 4096):
            shown += piece
    except OSError:  # how Linux tells that the other side is closed
        pass
    status = process.wait(timeout=60)
    os.close(ours)
    return status, shown.decode()


def test_accepting_and_rejecting_one_by_one(program: Program, pending: str, folder: Path) -> None:
    """Evidence of both sides is shown; the accepted change stands, the rejected one is remembered."""
    status, shown = review(folder, "a\nr\na hoax\n")
    assert status == 0
    for words in ("[1/2]", "[2/2]", "Ana Lobo → Kofi Mensah", "before: “words”", "pair version 2 made"):
        assert words in shown
    assert "Kofi Mensah" in program("show", pending).out
    assert "Ida Berg" in program("show", pending).out
    assert program("review", pending).status == 0


def test_a_whole_kind_can_be_taken_back(program: Program, pending: str, folder: Path) -> None:
    """Accepting all of a kind is one step; after an undo and a quit nothing has changed."""
    status, shown = review(folder, "s\nu\ns\nu\n?\nq\n")
    assert status == 1
    assert "1 open again" in shown
    assert "accept this and all others of its kind" in shown
    assert len(program("log", pending, "--format", "json").data) == 1
    status, shown = review(folder, "k\n")
    assert (status, "2 accepted" in shown) == (0, True)
    assert "Jo Silva" in program("show", pending).out


def test_leaving_writes_nothing(program: Program, pending: str, folder: Path) -> None:
    """x leaves, the end of input leaves, and both keep all that is pending."""
    assert review(folder, "a\nx\n")[0] == 1
    assert review(folder, "a\n\x04")[0] in (1, 130)
    assert len(program("log", pending, "--format", "json").data) == 1
    assert len(program("review", pending, "--format", "json").data) == 2
