"""Watches, versions, and what a version file looks like."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from factwatch.errors import ConcurrentWriteError, IntegrityError, SnapshotFormatError, UnknownVersionError, UnknownWatchError, UsageError
from factwatch.snapshots.record import Source, facts
from factwatch.snapshots.store import SnapshotStore
from factwatch.snapshots.watch import Watch

if TYPE_CHECKING:
    from tests.snapshots.conftest import Desk


def test_what_is_committed_is_loaded_again(desk: Desk) -> None:
    """Claims of all kinds, sources and the note come back as they were."""
    store = desk.start()
    snapshot = store.load(desk.watch)
    assert store.watches() == (desk.watch,)
    assert store.versions(desk.watch) == (1,)
    assert {entry.claim for entry in snapshot.claims} == set(desk.briefing())
    assert (snapshot.version, snapshot.note, snapshot.accepted, snapshot.parent) == (1, "briefing", "2025-03-27", None)
    assert snapshot.sources[0].digest == desk.document().digest
    assert snapshot.claim_set().document.published == "2025-03-26"
    assert all(item.source == desk.document().digest for claim in snapshot.claim_set().claims for item in claim.evidence)


def test_one_changed_fact_is_a_few_changed_lines(desk: Desk) -> None:
    """The text of the next version differs in the head, in the lines of the changed fact, and in one closed claim at the end."""
    store = desk.start()
    later = desk.document("readout.txt", "2025-03-28")
    moved = evolve(desk.visit("Guyana", when="2025-03-28", order=2), evidence=())
    store.commit(desk.watch, desk.claim_set(moved, document=later), [Source.of(later)], accepted_on="2025-03-28", complete=False)
    old, new = (desk.file(name).read_text().splitlines() for name in ("0001.yaml", "0002.yaml"))
    removed = [line[1:] for line in difflib.unified_diff(old, new, lineterm="", n=0) if line.startswith("-") and line[1] != "-"]
    start = old.index("claims:")
    in_claims = [line for line in removed if line in old[start:]]
    assert any(line == "  when: '2025-03-27'" for line in in_claims)
    assert len(in_claims) == 4  # when, evidence (two lines), origin


def test_the_same_commit_gives_the_same_bytes(tmp_path: Path, desk: Desk) -> None:
    """Two machines write the same file."""
    desk.start()
    other = type(desk)(tmp_path / "other")
    other.start(*reversed(desk.briefing()))
    assert desk.file("0001.yaml").read_bytes() == other.file("0001.yaml").read_bytes()


def test_committing_again_closes_what_is_left_out(desk: Desk) -> None:
    """A whole set of claims takes the place of the old one; nothing is deleted, unchanged claims keep their origin."""
    store = desk.start()
    kept = tuple(claim for claim in desk.briefing() if claim.kind != "visit")
    snapshot = store.commit(desk.watch, desk.claim_set(*kept), [Source.of(desk.document())], accepted_on="2025-04-01")
    assert {entry.claim.id for entry in snapshot.closed} == {"visit:marco-rubio:jamaica", "visit:marco-rubio:guyana"}
    assert {(entry.closed.day, entry.closed.version) for entry in snapshot.closed if entry.closed} == {("2025-04-01", 2)}
    assert all(entry.origin.set_in == 1 for entry in snapshot.claims)
    assert store.load(desk.watch) == snapshot


def test_two_claims_of_one_id_are_refused(desk: Desk) -> None:
    """A set that contradicts itself makes no version."""
    store = desk.start()
    twice = (desk.visit("Guyana", when="2025-03-27"), desk.visit("Guyana", when="2025-03-29"))
    with pytest.raises(UsageError, match="different things"):
        store.commit(desk.watch, desk.claim_set(*twice), [], accepted_on="2025-04-01")
    assert store.versions(desk.watch) == (1,)


@pytest.mark.parametrize("name", ["a", "caribbean-tour", "2025.03_x", "a" * 80])
def test_safe_names_are_taken(tmp_path: Path, name: str) -> None:
    """Small letters, digits, dots, dashes."""
    store = SnapshotStore(tmp_path)
    store.create(Watch(name=name))
    assert store.settings(name).name == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "../x",
        "a/b",
        "a\\b",
        "Tour",
        "é",
        "a b",
        "con",
        "nul.x",
        "com1",
        "lpt9.yaml",
        "-a",
        ".a",
        "a.",
        "a" * 81,
        "a\n",
        "ａ",
        "a:b",
    ],
)
def test_other_names_are_refused(tmp_path: Path, name: str) -> None:
    """Whatever some platform could not hold, or would take for something else, is refused; nothing is made."""
    store = SnapshotStore(tmp_path / "snapshots")
    with pytest.raises(UsageError):
        store.create(Watch(name=name))
    with pytest.raises(UsageError):
        store.load(name)
    assert not list(tmp_path.iterdir())


def test_a_watch_is_made_once(desk: Desk) -> None:
    """A second one of the name is refused and the first stays."""
    store = desk.start()
    with pytest.raises(UsageError, match="exists"):
        store.create(Watch(name=desk.watch))
    assert store.settings(desk.watch).description == "Rubio in the Caribbean"


def test_names_that_differ_by_case_alone_are_refused(desk: Desk) -> None:
    """A folder made by hand would be the same one on other platforms."""
    (desk.root / "snapshots" / "Tour").mkdir(parents=True)
    with pytest.raises(UsageError, match="case"):
        desk.store.create(Watch(name="tour"))


def test_git_is_told_about_pending_files_and_merging(desk: Desk) -> None:
    """The store writes what git must know, and leaves other lines alone."""
    root = desk.root / "snapshots"
    root.mkdir()
    (root / ".gitignore").write_text("mine")
    desk.start()
    desk.store.create(Watch(name="other"))
    assert (root / ".gitignore").read_text().splitlines()[0] == "mine"
    assert (root / ".gitignore").read_text().count("*/pending/") == 1
    assert "[0-9]*.yaml merge=factwatch" in (root / ".gitattributes").read_text()


def test_unknown_watch_and_version_name_what_there_is(desk: Desk) -> None:
    """The message helps on."""
    store = desk.start()
    with pytest.raises(UnknownWatchError, match="caribbean-tour"):
        store.load("tour")
    with pytest.raises(UnknownVersionError, match="1 to 1"):
        store.load(desk.watch, 7)
    store.create(Watch(name="empty"))
    with pytest.raises(UnknownVersionError, match="no version yet"):
        store.load("empty")


def test_a_writer_that_saw_another_version_is_told(desk: Desk) -> None:
    """Expecting the wrong parent changes nothing."""
    store = desk.start()
    for wrong in (0, 2, "sha256:00"):
        with pytest.raises(ConcurrentWriteError, match="newest version is 1"):
            store.commit(desk.watch, desk.claim_set(), [], accepted_on="2025-04-01", expect_parent=wrong)
    digest = store.load(desk.watch).digest
    assert store.commit(desk.watch, desk.claim_set(*desk.briefing()), [], accepted_on="2025-04-01", expect_parent=digest).version == 2


def test_a_source_on_disk_is_kept_with_its_path(desk: Desk) -> None:
    """Paths start from the folder that holds the store; a file elsewhere is not named."""
    file = desk.root / "examples" / "briefing.txt"
    file.parent.mkdir()
    file.write_bytes(b"a\r\nb\n")
    source = desk.store.source_of(desk.document(), file)
    assert source.path == "examples/briefing.txt"
    file.write_bytes(b"a\nb\n")
    assert desk.store.source_of(desk.document(), file) == source
    assert desk.store.source_of(desk.document(), Path("/somewhere/else.txt")).path is None


def damage(text: str) -> list[tuple[str, str]]:
    lines = text.splitlines()
    person = next(number for number, line in enumerate(lines, start=1) if line.startswith("  person:"))
    return [
        ("\n".join(line for line in lines if not line.startswith("  person:")), "required field missing"),
        (
            text.replace("  status: current", "  status: bogus", 1),
            f"line {person + 3}: claims\\[.\\].status: 'bogus' is not one of current",
        ),
        (text.replace("  person: ", "  persn: ", 1), "unknown key"),
        (text.replace("  confidence: 0.9", "  confidence: high", 1), "expected a number"),
        (text.replace("  who:\n  - Marco Rubio", "  who: Marco Rubio", 1), "who: expected a list"),
        (text.replace("accepted: '2025-03-27'", "accepted: '2025-02-30'"), "accepted: '2025-02-30' is not a day"),
        (text.replace("version: 1", "version: 3", 1), "file is the one of version 1"),
        (text.replace("watch: caribbean-tour", "watch: other", 1), "folder"),
        (text.replace("claims:", "claims: 7\nclosed:", 1), "expected a list"),
        (text.replace("factwatch.snapshot/1", "factwatch.snapshot/7"), "newer than this factwatch"),
        (text.replace("factwatch.snapshot/1", "other/1"), "should begin with"),
        ("", "should begin with"),
        ("[]", "should begin with"),
        ("\x00\x01", "YAML"),
    ]


@pytest.mark.parametrize("case", range(14))
def test_a_damaged_file_is_told_and_left_alone(desk: Desk, case: int) -> None:
    """Every mistake gives an error that names the file, and neither reading nor a refused commit touches anything."""
    store = desk.start()
    file = desk.file("0001.yaml")
    text, words = damage(file.read_text())[case]
    file.write_text(text)
    with pytest.raises(SnapshotFormatError, match=words) as caught:
        store.load(desk.watch)
    assert "caribbean-tour/0001.yaml" in caught.value.where
    with pytest.raises(SnapshotFormatError):
        store.commit(desk.watch, desk.claim_set(), [], accepted_on="2025-04-01")
    assert file.read_text() == text
    assert store.versions(desk.watch) == (1,)


def test_half_a_file_is_never_taken_for_the_whole(desk: Desk) -> None:
    """Wherever a file is cut off, reading it fails, also where what is left is valid."""
    store = desk.start()
    file = desk.file("0001.yaml")
    text = file.read_text()
    for end in range(0, len(text) - 1, 37):
        file.write_text(text[:end])
        with pytest.raises((SnapshotFormatError, IntegrityError)):
            store.load(desk.watch)


def test_all_problems_are_told_at_once(desk: Desk) -> None:
    """One reading of the message is enough to mend the file."""
    store = desk.start()
    file = desk.file("0001.yaml")
    text = (
        file.read_text()
        .replace("  person: Mia Mottley\n", "")
        .replace("status: planned", "status: maybe")
        .replace("order: 2", "order: two")
    )
    file.write_text(text)
    with pytest.raises(SnapshotFormatError, match="5 problems") as caught:
        store.load(desk.watch)
    assert caught.value.problem.count("line ") == 5


def test_binary_and_wrong_encoding_are_told(desk: Desk) -> None:
    """A file that is no text gives the same kind of error."""
    store = desk.start()
    desk.file("0001.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SnapshotFormatError, match="UTF-8"):
        store.load(desk.watch)


@pytest.mark.parametrize("value", ["no", "2025-03-26", "1e5", "words: 'x' # y", "line\nbreak", "😀", " ", "~", "\u2028"])
def test_any_words_survive(desk: Desk, value: Any) -> None:
    """Whatever a speaker said comes back letter for letter."""
    store = desk.start(desk.statement(value))
    assert facts(store.load(desk.watch).claims[0].claim)["words"] == value
