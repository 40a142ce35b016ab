"""What runs the pages finds fault where there is any."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.session import run_page


def test_stale_output_is_replaced(tmp_path: Path) -> None:
    """Output of commands and of Python is rewritten, text around it stays."""
    page = "A\n\n```console\n$ factwatch schema claims | grep -c factwatch.claims/1\nold\nolder\n$ echo $?\n3\n```\nB\n\n```python\nprint(1 + 1)\n```\n\n```output\n3\n```\n"
    assert run_page(page, tmp_path) == page.replace("old\nolder\n", "1\n").replace("\n3\n```\nB", "\n0\n```\nB").replace(
        "output\n3", "output\n2"
    )


def test_status_of_the_program_is_kept(tmp_path: Path) -> None:
    """Wrong use shows the message and status 2."""
    page = "```console\n$ factwatch log nothing-here\n$ echo $?\n```\n"
    shown = run_page(page, tmp_path)
    assert "factwatch: error: " in shown
    assert shown.endswith("\n2\n```\n")


def test_a_failing_script_or_assertion_is_an_error(tmp_path: Path) -> None:
    """Blocks that show no output must still work."""
    with pytest.raises(RuntimeError, match="status 2"):
        run_page("```sh\nfactwatch log nothing-here\n```\n", tmp_path / "a")
    with pytest.raises(AssertionError):
        run_page("```python\nassert 1 == 2\n```\n", tmp_path / "b")
    with pytest.raises(RuntimeError, match="setup"):
        run_page("<!-- setup\nexit 3\n-->\n```text\n```\n", tmp_path / "c")


def test_files_days_and_answers(tmp_path: Path) -> None:
    """Files that a page shows are there for its commands, on the day that it names, at a terminal where something is asked."""
    page = (
        "```yaml\n# words.yaml\ntitles: {heads: [warden]}\n```\n\n<!-- today: 2025-05-03 -->\n```console\n$ cat words.yaml | tail -n 1\n"
        "$ factwatch snapshot tour 2025-03-26-briefing.txt 2>&1 | grep -o 'accepted.*'\n$ factwatch check tour 2025-05-02-election.html | head -n 0\n```\n"
        "\n<!-- answers: r | no -->\n```console\n$ factwatch review tour | cat\n```\n"
    )
    shown = run_page(page, tmp_path)
    assert "titles: {heads: [warden]}\n$ factwatch snapshot" in shown
    assert "\naccepted 2025-05-03\n" in shown
