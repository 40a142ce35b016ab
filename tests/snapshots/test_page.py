"""The design note, and files that somebody damaged."""

from __future__ import annotations

import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factwatch.errors import SnapshotFormatError
from factwatch.snapshots.format import digest_of, parse
from factwatch.snapshots.store import SnapshotStore

if TYPE_CHECKING:
    from tests.snapshots.conftest import Desk

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "snapshots.md"


def test_the_example_of_the_page_runs() -> None:
    """What the page shows is so."""
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    exec(compile(code, str(PAGE), "exec"), {})  # noqa: S102 - our own page


VALUES = st.sampled_from(["7", "null", "[]", "{}", "'x'", "-1", "true", "1.5", "[1, {a: b}]", "''", "2025-03-26", "&a *a"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(st.data())
def test_no_edit_makes_the_reader_fall_over(desk: Desk, data: st.DataObject) -> None:
    """Whatever line is replaced, doubled or dropped: it is read, with a digest of its own, or refused with the promised error."""
    if not desk.store.watches():
        desk.start()
    lines = desk.file("0001.yaml").read_text().splitlines()
    for _ in range(data.draw(st.integers(1, 3))):
        number = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from(["drop", "double", "value", "item"])):
            case "drop":
                del lines[number]
            case "double":
                lines.insert(number, lines[data.draw(st.integers(0, len(lines) - 1))])
            case "value":
                lines[number] = lines[number].partition(":")[0] + ": " + data.draw(VALUES)
            case _:
                lines[number] = lines[number].partition("- ")[0] + "- " + data.draw(VALUES)
    with suppress(SnapshotFormatError):
        assert digest_of(parse("\n".join(lines), "f", strict=True)).startswith("sha256:")


def test_importing_the_store_stays_light() -> None:
    """What is needed for differences and locks is loaded when it is used."""
    code = "import sys, factwatch.snapshots; print({'deepdiff', 'filelock', 'spacy', 'rich'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"


def test_folders_that_are_no_watches_are_passed_over(desk: Desk, tmp_path: Path) -> None:
    """Other files and folders below the root do no harm."""
    store = desk.start()
    root = tmp_path / "snapshots"
    (root / "notes.txt").write_text("x")
    (root / "empty").mkdir()
    (root / "Capital").mkdir()
    (root / "Capital" / "watch.yaml").write_text("x")
    assert store.watches() == (desk.watch,)
    assert SnapshotStore(tmp_path / "nowhere").watches() == ()
    assert [status.watch for status in store.status(today="2025-04-01")] == [desk.watch]
