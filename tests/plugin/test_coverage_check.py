"""``coverage_check``: later coverage against a watch, from a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.plugin.conftest import Desk

pytest_plugins = ["pytester"]

TEST = """
def test_coverage(coverage_check):
    coverage_check("coverage/*.json", watch="riverton")
"""


def _run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return pytester.runpytest_subprocess("-p", "no:cacheprovider", *arguments)


@pytest.mark.parametrize("workers", [(), ("-n", "2")], ids=["alone", "xdist"])
def test_coverage_that_agrees_and_coverage_that_does_not(desk: Desk, pytester: pytest.Pytester, workers: tuple[str, ...]) -> None:
    """Silence while the facts are the same; then what changed, with the words of both sides and what to type. Nothing is written."""
    desk.watch()
    desk.write("tests/test_desk.py", TEST)
    desk.document("tests/coverage/one.json", published="2025-04-01")
    _run(pytester, *workers).assert_outcomes(passed=1)
    desk.document("tests/coverage/two.json", "Bo Chen", published="2025-04-01")
    before = desk.tree()
    changed = _run(pytester, *workers)
    changed.assert_outcomes(failed=1)
    changed.stdout.fnmatch_lines(
        [
            "*Coverage differs from the watch 'riverton'.*",
            "*BREAKING  Mayor of Riverton*",
            "*Ana Beck → Bo Chen*",
            "*before  “Mayor Ana Beck”*",
            "*after   “Mayor Bo Chen”*",
            "*factwatch check riverton tests/coverage/two.json; factwatch review riverton*",
        ]
    )
    assert desk.tree() == before


def test_the_marker_says_what_the_call_does_not(desk: Desk, pytester: pytest.Pytester) -> None:
    """Watch, documents and settings of the nearest marker count where the call gives none."""
    desk.watch(folder="facts")
    desk.document("one.json", published="2025-04-01")
    desk.document("two.json", place="Lindau", published="2025-04-01")
    desk.document("three.json", "Bo Chen", published="2025-04-01")
    desk.write(
        "test_desk.py",
        """
import pytest

pytestmark = pytest.mark.coverage_check("riverton", "one.json", store="facts")

def test_module(coverage_check):
    assert coverage_check().watch == "riverton"

@pytest.mark.coverage_check("riverton", "three.json", store="facts")
class TestClass:
    def test_red(self, coverage_check):
        coverage_check()

    def test_green(self, coverage_check):
        coverage_check("one.json")

    @pytest.mark.coverage_check("other", "three.json", store="facts")
    def test_nearest(self, coverage_check):
        coverage_check()
""",
    )
    result = _run(pytester, "--strict-markers", "-rf")
    result.assert_outcomes(passed=2, failed=2)
    result.stdout.fnmatch_lines(["FAILED *::test_red - *differs from the watch*", "FAILED *::test_nearest - *watch 'other'*"])


def test_project_settings_count(desk: Desk, pytester: pytest.Pytester) -> None:
    """The folder of watches, the threshold and ignored changes are those of the command line."""
    desk.watch(folder="desk/watches")
    desk.document("coverage/two.json", "Bo Chen", published="2025-04-01")
    desk.write("test_desk.py", TEST)
    settings = '[tool.factwatch]\nsnapshots = "desk/watches"\n'
    desk.write("pyproject.toml", settings)
    _run(pytester).assert_outcomes(failed=1)
    desk.write("pyproject.toml", settings + '[[tool.factwatch.ignore]]\nsubject = "Mayor of Riverton"\nreason = "known"\n')
    _run(pytester).assert_outcomes(passed=1)


MISTAKES = (
    ('coverage_check("one.json")', "*no watch is named*"),
    ('coverage_check(watch="riverton")', "*no documents are named*"),
    ('coverage_check("none-*.json", watch="riverton")', "*none-[*].json: there is no such file in *"),
    ('coverage_check("none.json", watch="riverton")', "*none.json: there is no such file in *"),
    ('coverage_check("one.json", watch="nothing")', "*watch 'nothing': there is no such watch in snapshots. There are: riverton.*"),
    ('coverage_check("bad.json", watch="riverton")', "*bad.json*not valid JSON*"),
    ('coverage_check("one.json", "bad.json", watch="riverton")', "*watch 'riverton': bad.json*not valid JSON*"),
    ('coverage_check("one.json", watch="riverton", fail_on="x")', "*there is no such threshold*"),
    ('coverage_check("one.json", watch="riverton", published="today")', "*today: it is no day*"),
)


def test_mistakes_are_told(desk: Desk, pytester: pytest.Pytester) -> None:
    """What is missing or wrong, a keyword of the marker too, is named, and never passes as silence."""
    desk.watch()
    desk.document("one.json")
    desk.write("bad.json", "{")
    tests = [f"def test_{number}(coverage_check):\n    {call}\n" for number, (call, _) in enumerate(MISTAKES)]
    marked = "@pytest.mark.coverage_check('riverton', failon='any')\ndef test_marked(coverage_check):\n    coverage_check('one.json')\n"
    desk.write("test_desk.py", "\n".join(["import pytest\n", *tests, marked]))
    result = _run(pytester)
    result.assert_outcomes(failed=len(MISTAKES) + 1)
    result.stdout.fnmatch_lines([*(said for _, said in MISTAKES), "*@pytest.mark.coverage_check: it has no failon*"])
    result.stdout.no_fnmatch_line("*src/factwatch*")
