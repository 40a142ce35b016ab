"""The life of a watch from the command line, on claims files."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Program, claims_file, prime_minister

Sides = tuple[Path, Path]


@pytest.fixture
def watch(program: Program, two_sides: Sides) -> str:
    """A watch with one version."""
    assert program("snapshot", "borduria", two_sides[0]).status == 0
    return "borduria"


def stored(folder: Path) -> dict[str, bytes]:
    """Every stored file, pending ones and locks aside."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted((folder / "snapshots").rglob("*"))
        if path.is_file() and "pending" not in path.parts and path.name != ".lock"
    }


def test_a_check_finds_changes_and_keeps_them_for_review(program: Program, watch: str, two_sides: Sides, folder: Path) -> None:
    """The snapshot stays as it is; the change waits beside it."""
    before = stored(folder)
    result = program("check", watch, two_sides[1])
    assert result.status == 1
    assert "Ana Lobo → Kofi Mensah" in result.out
    assert "1 change waiting: factwatch review borduria" in result.err
    assert stored(folder) == before
    assert program("status").status == 1
    listed = program("review", watch)
    assert (listed.status, "title.holder_changed" in listed.out) == (1, True)
    assert "factwatch accept borduria" in listed.out


def test_accepting_makes_the_next_version_and_the_check_silent(program: Program, watch: str, two_sides: Sides) -> None:
    """What was accepted stands; what it superseded is closed, not deleted."""
    program("check", watch, two_sides[1])
    assert program("accept", watch, "--all", "--note", "sworn in").status == 0
    assert program("check", watch, two_sides[1]).status == 0
    assert "sworn in" in program("log", watch).out
    assert "Kofi Mensah" in program("show", watch).out
    assert "Ana Lobo" not in program("show", watch).out
    history = program("history", watch, "prime", "minister", "--format", "json").data
    assert [row["facts"]["person"] for row in history] == ["Ana Lobo", "Kofi Mensah"]
    assert program("diff", watch, 1, 2).status == 1
    assert program("diff", watch, 2, 2).status == 0
    assert "later.txt" in program("blame", watch).out
    assert program("verify").status == 0


def test_a_row_is_one_line_for_other_programs(program: Program, watch: str, two_sides: Sides) -> None:
    """Without a terminal, nothing is wrapped: grep finds whole rows."""
    program("check", watch, two_sides[1])
    note = " ".join(["confirmed by telephone"] * 6)
    program("accept", watch, "--all", "--note", note)
    rows = program("log", watch).out.splitlines()
    assert len(rows) == 3
    assert rows[2].startswith("2")
    assert rows[2].endswith(note)


def test_accepting_by_beginning_of_id_kind_and_document(program: Program, watch: str, two_sides: Sides) -> None:
    """What fits nothing is an error and changes nothing."""
    program("check", watch, two_sides[1])
    found = program("review", watch, "--format", "json").data[0]["id"]
    for wrong in (["nothing"], ["--kind", "visit"], ["--from", "other.txt"], []):
        assert program("accept", watch, *wrong).status == 2
    assert program("accept", watch, found[:9], "--kind", "title", "--from", "later.txt").status == 0


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ("kinds: [title]", True),
        ("kinds: ['*.holder_changed']", True),
        ("kinds: ['visit.*']", False),
        ("ignores: [{reason: known, kind: title, subject: BORDURIA}]", False),
        ("ignores: [{reason: known, kind: '*.holder_changed', expires: '2025-04-30'}]", False),
        ("ignores: [{reason: known, kind: '*.holder_changed', expires: '2025-04-29'}]", True),
        ("fail_on: []", False),
    ],
)
def test_a_watch_says_what_counts(filters: str, *, found: bool, program: Program, watch: str, two_sides: Sides, folder: Path) -> None:
    """Kinds, groups and patterns are shown; what is ignored is hidden up to the last day of that."""
    path = folder / "snapshots" / watch / "watch.yaml"
    path.write_text(f"schema: factwatch.watch/1\nname: {watch}\nfilters:\n  {filters}\n", encoding="utf-8")
    assert program("--today", "2025-04-30", "check", watch, two_sides[1]).status == int(found)


def test_a_rejected_change_is_not_raised_again(program: Program, watch: str, two_sides: Sides) -> None:
    """The same evidence stays silent, and the report says that something was rejected before."""
    program("check", watch, two_sides[1])
    assert program("reject", watch, "--all").status == 2
    assert program("reject", watch, "--all", "--reason", "a hoax").status == 0
    again = program("check", watch, two_sides[1])
    assert (again.status, "1 rejected before" in again.out) == (0, True)


def test_an_edit_by_hand_is_found_and_sealed(program: Program, watch: str, folder: Path) -> None:
    """`verify` names the file; `seal` takes the edit for accepted."""
    path = folder / "snapshots" / watch / "0001.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Ana Lobo", "Ana B. Lobo"), encoding="utf-8")
    found = program("verify", watch)
    assert (found.status, "0001.yaml" in found.out) == (1, True)
    assert program("seal", watch).status == 0
    assert program("verify", watch).status == 0


def test_revert_lets_earlier_facts_stand_again(program: Program, watch: str, two_sides: Sides) -> None:
    """A third version has the first one's facts."""
    program("check", watch, two_sides[1])
    program("accept", watch, "--all")
    assert program("revert", watch, 1).status == 0
    assert "Ana Lobo" in program("show", watch, 3).out


def test_as_of_answers_both_questions(program: Program, watch: str) -> None:
    """What was accepted then, and what held then; a day before the first version has no accepted facts."""
    both = program("as-of", watch, "2025-05-05").out
    assert "accepted 2025-05-05" in both
    assert "held in the world on 2025-05-05" in both
    assert program("as-of", watch, "2025-01-01", "--accepted").status == 2
    assert program("as-of", watch, "2025-05-05", "--valid", "--format", "json").data[0]["subject"].startswith("Ana Lobo")


class TestContinuousIntegration:
    @pytest.fixture(autouse=True)
    def _in_ci(self, watch: str, monkeypatch: pytest.MonkeyPatch) -> None:
        assert watch
        monkeypatch.setenv("CI", "true")

    def test_a_check_writes_nothing(self, program: Program, two_sides: Sides, folder: Path) -> None:
        """Not even pending changes, unless asked for."""
        before = sorted(folder.rglob("*"))
        assert program("check", "borduria", two_sides[1]).status == 1
        assert sorted(folder.rglob("*")) == before
        assert program("check", "borduria", two_sides[1], "--write").status == 1
        assert sorted(folder.rglob("*")) != before

    def test_a_missing_watch_fails(self, program: Program, two_sides: Sides) -> None:
        """No baseline is an error, never a new one."""
        result = program("check", "syldavia", two_sides[1])
        assert (result.status, result.out) == (2, "")

    @pytest.mark.parametrize(
        "arguments",
        [
            ["snapshot", "borduria", "later.json"],
            ["init", "new"],
            ["accept", "borduria", "--all"],
            ["reject", "borduria", "--all", "--reason", "x"],
            ["prune", "borduria"],
            ["seal", "borduria"],
            ["revert", "borduria", "1"],
        ],
    )
    def test_commands_that_write_need_the_word(self, program: Program, folder: Path, arguments: list[str]) -> None:
        """Each refuses without --write."""
        before = stored(folder)
        result = program(*arguments)
        assert (result.status, "--write" in result.err) == (2, True)
        assert stored(folder) == before

    @pytest.mark.parametrize("value", ["", "0", "false", "False"])
    def test_ci_can_be_off(self, program: Program, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
        """CI=false is no continuous integration."""
        monkeypatch.setenv("CI", value)
        assert program("init", "new").status == 0


class TestManyDocuments:
    def test_agreeing_and_disagreeing_sources(self, program: Program, watch: str, two_sides: Sides, folder: Path) -> None:
        """Each has its report; together they agree on the change, and the one that disagrees is shown as a conflict."""
        second = claims_file(folder, "second.json", prime_minister("Kofi Mensah"), published="2025-05-03")
        third = claims_file(folder, "third.json", prime_minister("Ana Lobo"), published="2025-05-04")
        text = program("check", watch, two_sides[1], second, third).out
        assert text.count("BREAKING") == 2
        assert "AGREED  Prime Minister of Borduria" in text
        assert "CONFLICT  Prime Minister of Borduria" in text
        assert "3 documents together, 1 change: 1 breaking" in text
        data = program("check", watch, two_sides[1], second, third, "--format", "json").data
        assert data["schema"] == "factwatch.check/1"
        assert len(data["reports"]) == 3
        assert data["combined"]["changes"][0]["count"] == 2

    def test_one_unreadable_document_does_not_stop_the_others(self, program: Program, watch: str, two_sides: Sides, folder: Path) -> None:
        """The others are reported; the status is 2."""
        (folder / "empty.txt").write_bytes(b"")
        result = program("check", watch, two_sides[1], "empty.txt")
        assert result.status == 2
        assert "Ana Lobo → Kofi Mensah" in result.out
        assert "not read: empty.txt: it is empty" in result.out

    def test_an_empty_folder_is_refused(self, program: Program, watch: str, folder: Path) -> None:
        """A folder without documents is most likely the wrong one."""
        (folder / "none").mkdir()
        result = program("check", watch, "none")
        assert (result.status, "there are no documents in this folder" in result.err) == (2, True)


class TestSnapshot:
    def test_a_second_one_must_say_what_becomes_of_the_first(self, program: Program, watch: str, two_sides: Sides) -> None:
        """Nothing is closed by accident: --add keeps what stands, --replace closes it."""
        refused = program("snapshot", watch, two_sides[1])
        assert (refused.status, "--add" in refused.err) == (2, True)
        assert program("snapshot", watch, two_sides[1], "--add").status == 0
        assert {"Ana Lobo", "Kofi Mensah"} <= {claim["person"] for claim in program("show", watch, "--format", "json").data["claims"]}
        assert program("snapshot", watch, two_sides[1], "--replace").status == 0
        assert [claim["person"] for claim in program("show", watch, "--format", "json").data["claims"]] == ["Kofi Mensah"]

    def test_a_document_without_claims_makes_no_watch(self, program: Program, folder: Path) -> None:
        """It is most likely the wrong document."""
        nothing = claims_file(folder, "nothing.json")
        assert program("snapshot", "syldavia", nothing).status == 2
        assert not (folder / "snapshots").exists()

    def test_of_several_documents_the_newest_wins(self, program: Program, two_sides: Sides) -> None:
        """Claims of all of them stand; sources are kept apart."""
        assert program("snapshot", "both", two_sides[1], two_sides[0]).status == 0
        assert "baseline.txt, later.txt" in program("log", "both").out


def test_the_settings_of_a_watch_filter_its_checks(program: Program, watch: str, two_sides: Sides, folder: Path) -> None:
    """A watch that follows somebody else is silent."""
    path = folder / "snapshots" / watch / "watch.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "people: [Ida Berg]\n", encoding="utf-8")
    assert program("check", watch, two_sides[1]).status == 0


def test_export_writes_tables(program: Program, watch: str, folder: Path) -> None:
    """A watch and a claims file go into one table."""
    assert program("export", watch, "later.json", "--to", "facts.csv").status == 0
    assert "Kofi Mensah" in (folder / "facts.csv").read_text(encoding="utf-8-sig")
    assert program("export", watch, "--to", "facts.xyz").status == 2


def test_status_is_machine_readable(program: Program, watch: str) -> None:
    """JSON has one object a watch."""
    rows = program("status", "--format", "json").data
    assert [(row["watch"], row["version"], row["pending"]) for row in rows] == [(watch, 1, 0)]


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        (lambda text: text.replace("factwatch.snapshot/1", "factwatch.snapshot/9"), "newer"),
        (lambda text: text.replace("version: 1", "version: [1"), "not valid YAML"),
        (lambda text: text.replace("claims:", "<<<<<<< ours\nclaims:", 1), "conflict"),
        (lambda text: text.replace("person:", "pearson:", 1), "pearson"),
    ],
)
def test_damaged_snapshots_give_one_line_and_stay_untouched(
    program: Program, watch: str, two_sides: Sides, folder: Path, damage: object, problem: str
) -> None:
    """Status 2, file and line, nothing written."""
    path = folder / "snapshots" / watch / "0001.yaml"
    path.write_text(damage(path.read_text(encoding="utf-8")), encoding="utf-8")  # type: ignore[operator]  # one of the functions above
    before = stored(folder)
    result = program("check", watch, two_sides[1])
    assert (result.status, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert "0001.yaml" in result.err
    assert problem in result.err
    assert stored(folder) == before


def test_json_listings_have_everything(program: Program, watch: str) -> None:
    """Every history command prints JSON."""
    for arguments in (["log", watch], ["blame", watch], ["diff", watch, 1, 1], ["history", watch, "lobo"], ["show", watch]):
        json.loads(program(*arguments, "--format", "json").out)


def test_a_check_without_documents_reads_the_sources_of_the_watch(program: Program, two_sides: Sides, folder: Path) -> None:
    """Patterns count from the folder that the snapshots lie in; the report is that of the documents named."""
    assert program("init", "followed", "--source", "coverage/**/*.json").status == 0
    assert program("snapshot", "followed", two_sides[0]).status == 0
    later = folder / "coverage" / "may" / "later.json"
    later.parent.mkdir(parents=True)
    two_sides[1].rename(later)
    named = program("check", "followed", later.relative_to(folder), "--no-write", "--format", "json")
    found = program("check", "followed", "--no-write", "--format", "json")
    assert (found.status, found.data) == (named.status, named.data)
    assert found.status == 1


def test_a_check_without_documents_or_sources_says_where_to_name_them(program: Program, watch: str) -> None:
    """It is a mistake in use, and the message names the file."""
    result = program("check", watch)
    assert result.status == 2
    assert f"{watch}/watch.yaml" in result.err
    assert "sources" in result.err
