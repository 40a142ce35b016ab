"""Whether the files are what was accepted, and edits by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factwatch.errors import IntegrityError, SnapshotFormatError
from factwatch.snapshots.record import Source

if TYPE_CHECKING:
    from factwatch.snapshots.store import SnapshotStore
    from tests.snapshots.conftest import Desk


@pytest.fixture
def three(desk: Desk) -> SnapshotStore:
    """Three versions and a source on disk."""
    file = desk.root / "examples" / "briefing.txt"
    file.parent.mkdir()
    file.write_text("The briefing.\n")
    store = desk.start()
    for number in (2, 3):
        claims = desk.claim_set(*desk.briefing()[: 6 - number])
        sources = [store.source_of(desk.document(), file), Source.of(desk.document(f"{number}.txt"))]
        store.commit(desk.watch, claims, sources, accepted_on=f"2025-04-0{number}")
    return store


def test_untouched_files_verify(desk: Desk, three: SnapshotStore) -> None:
    """All versions are walked; the chain is whole."""
    found = three.verify(desk.watch)
    assert (found.ok, found.versions, found.sources, found.notes) == (True, 3, 1, ())


def test_form_does_not_count(desk: Desk, three: SnapshotStore) -> None:
    """Comments, quotation marks, line ends and the order of claims may change; the digest is of what is said."""
    file = desk.file("0002.yaml")
    text = file.read_text().replace("accepted: '2025-04-02'", 'accepted: "2025-04-02" # a Wednesday')
    head, _, claims = text.partition("claims:\n")
    claims, _, closed = claims.partition("closed:\n")
    entries = ["- " + entry for entry in claims.split("- id:")[1:]]
    file.write_bytes(
        (head + "claims:\n" + "".join("- id:" + entry[2:] for entry in reversed(entries)) + "closed:\n" + closed)
        .replace("\n", "\r\n")
        .encode()
    )
    assert three.verify(desk.watch).ok


@pytest.mark.parametrize("version", [1, 2, 3])
@pytest.mark.parametrize(
    ("old", "new"), [("Stuart Young", "Stuart Old"), ("confidence: 0.9", "confidence: 0.8"), ("digest: sha256:", "digest: sha256:0")]
)
def test_any_change_is_named(desk: Desk, three: SnapshotStore, version: int, old: str, new: str) -> None:
    """Whatever value is changed in whatever version: its file is the first one named."""
    file = desk.file(f"000{version}.yaml")
    file.write_text(file.read_text().replace(old, new, 1))
    found = three.verify(desk.watch)
    assert found.findings[0].file.endswith(f"000{version}.yaml")
    with pytest.raises(IntegrityError, match=f"000{version}.yaml"):
        found.raise_first()


def test_a_replaced_version_breaks_the_chain(desk: Desk, three: SnapshotStore) -> None:
    """A version that is whole in itself, but not the one that was built on, is found by its child."""
    text = desk.file("0002.yaml").read_text()
    desk.file("0002.yaml").unlink()
    desk.file("0003.yaml").rename(desk.root / "kept")
    three.commit(desk.watch, desk.claim_set(desk.title("Other")), [Source.of(desk.document())], accepted_on="2025-04-02")
    (desk.root / "kept").rename(desk.file("0003.yaml"))
    assert text != desk.file("0002.yaml").read_text()
    found = three.verify(desk.watch)
    assert [finding.file.rpartition("/")[2] for finding in found.findings] == ["0003.yaml"]
    assert "parent" in found.findings[0].problem


def test_a_missing_and_an_unreadable_version_are_named(desk: Desk, three: SnapshotStore) -> None:
    """Gaps and damage do not stop the walk."""
    desk.file("0002.yaml").unlink()
    assert "version 2 before it is missing" in three.verify(desk.watch).findings[0].problem
    desk.file("0001.yaml").write_text("{")
    assert three.verify(desk.watch).findings[0].file.endswith("0001.yaml")


def test_a_changed_source_is_named(desk: Desk, three: SnapshotStore) -> None:
    """A source on disk must be the one the claims came from; one that is gone is a note."""
    file = desk.root / "examples" / "briefing.txt"
    assert three.verify(desk.watch).sources == 1
    file.write_text("Another text.\n")
    assert [finding.file for finding in three.verify(desk.watch).findings] == ["examples/briefing.txt"]
    file.unlink()
    found = three.verify(desk.watch)
    assert found.ok
    assert "no longer on disk" in found.notes[0]


def test_the_newest_version_can_be_edited_by_hand(desk: Desk, three: SnapshotStore) -> None:
    """Verify tells of the edit, nothing is built on it, sealing takes it in, comments stay, and blame knows it was a hand."""
    file = desk.file("0003.yaml")
    claim = "- id: role:caricom-chair\n  kind: role\n  holder: Mia Mottley\n  role: chair\n  of: CARICOM\n"
    text = file.read_text().replace("person: Stuart Young", "person: Stuart R. Young # his full name", 1)
    file.write_text(text.replace("claims:\n", "claims:\n" + claim))
    with pytest.raises(IntegrityError, match=r"0003\.yaml"):
        three.load(desk.watch)
    with pytest.raises(IntegrityError, match="seal"):
        three.commit(desk.watch, desk.claim_set(), [], accepted_on="2025-04-05")
    assert not three.verify(desk.watch).ok
    sealed = three.seal(desk.watch)
    assert "# his full name" in file.read_text()
    assert sealed.entry("role:caricom-chair") is not None
    assert three.verify(desk.watch).ok
    by_hand = {row.claim for row in three.blame(desk.watch) if row.by_hand}
    assert by_hand == {"title:stuart-young:prime-minister:trinidad-and-tobago"}
    assert three.seal(desk.watch) == sealed
    assert three.commit(desk.watch, desk.claim_set(*desk.briefing()), [], accepted_on="2025-04-05").version == 4


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("person: Stuart Young", "persona: Stuart Young", "unknown key"),
        ("confidence: 0.9\n", "confidence: 0.9\n  since: '2025-13'\n", r"since: '2025-13' is not an ISO 8601"),
        (
            "- id: title:mia",
            "- id: title:stuart-young:prime-minister:trinidad-and-tobago\n  kind: x\n- id: title:mia",
            "unknown claim kind 'x'",
        ),
        ("origin: {first_seen: 1, set_in: 1", "valid: {since: soon}\n  origin: {first_seen: 1, set_in: 1", "valid.since: 'soon'"),
    ],
)
def test_a_wrong_edit_is_not_sealed(desk: Desk, three: SnapshotStore, old: str, new: str, words: str) -> None:
    """Mistakes are told with their line; the file stays as it is."""
    file = desk.file("0003.yaml")
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))
    with pytest.raises(SnapshotFormatError, match=words) as caught:
        three.seal(desk.watch)
    assert "line " in caught.value.problem
    assert file.read_text() == text.replace(old, new, 1)


def test_an_office_taken_up_on_days_that_are_not_exact_is_sealed(desk: Desk, three: SnapshotStore) -> None:
    """'Last week' is an interval wherever a claim has it: what the program writes can be edited and sealed."""
    file = desk.file("0003.yaml")
    file.write_text(file.read_text().replace("confidence: 0.9\n", "confidence: 0.9\n  since: 2025-03-17/2025-03-23\n", 1))
    assert three.seal(desk.watch).version == 3
    assert three.verify(desk.watch).ok


def test_a_deleted_digest_does_not_hide_an_edit(desk: Desk, three: SnapshotStore) -> None:
    """A file of today's format without digest is not taken for an old one."""
    file = desk.file("0003.yaml")
    file.write_text("".join(line for line in file.read_text().splitlines(keepends=True) if not line.startswith("digest:")))
    assert not three.verify(desk.watch).ok
    three.seal(desk.watch)
    assert three.verify(desk.watch).ok
