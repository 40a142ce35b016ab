"""``*.facts.yaml``: tests without Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.plugin.conftest import Desk

pytest_plugins = ["pytester"]

WATCHED = """\
schema: factwatch.facts/1
description: What the coverage of Riverton may say
watch: riverton
documents:
- coverage/*.json
"""


def _run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return pytester.runpytest_subprocess("-p", "no:cacheprovider", *arguments)


@pytest.mark.parametrize("workers", [(), ("-n", "2")], ids=["alone", "xdist"])
def test_each_document_is_a_test(desk: Desk, pytester: pytest.Pytester, workers: tuple[str, ...]) -> None:
    """Every document that a pattern finds is a test of its own; the one that differs says where, what, and what to type."""
    desk.watch()
    desk.write("desk/riverton.facts.yaml", WATCHED)
    desk.document("desk/coverage/one.json", published="2025-04-01")
    desk.document("desk/coverage/two.json", "Bo Chen", published="2025-04-01")
    result = _run(pytester, *workers, "-v")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        [
            "desk/riverton.facts.yaml:5: coverage/two.json",
            "BREAKING  Mayor of Riverton",
            "*Ana Beck → Bo Chen",
            "*before  “Mayor Ana Beck”*",
            "*after   “Mayor Bo Chen”*",
            "To review and accept what changed: factwatch check riverton desk/coverage/two.json; factwatch review riverton",
        ]
    )
    result.stdout.fnmatch_lines_random(["*desk/riverton.facts.yaml::coverage/one.json*PASSED*"] if not workers else ["*PASSED*one.json*"])
    result.stdout.no_fnmatch_line("*Traceback*")


def test_expected_changes(desk: Desk, pytester: pytest.Pytester) -> None:
    """A change that is expected is none; one that is expected and not found fails at its line."""
    desk.document("briefing.json")
    desk.document("one.json", "Bo Chen", published="2025-04-01")
    desk.document("two.json", published="2025-04-01")
    desk.write(
        "riverton.facts.yaml",
        """\
schema: factwatch.facts/1
baseline: briefing.json
documents:
- one.json
- path: two.json
  expect: []
expect:
- kind: title
  subject: mayor of Riverton
  before: Beck
  after: Bo Chen
  severity: breaking
""",
    )
    _run(pytester).assert_outcomes(passed=2)
    desk.document("one.json", "Cy Dahl", published="2025-04-01")
    wrong = _run(pytester)
    wrong.assert_outcomes(passed=1, failed=1)
    wrong.stdout.fnmatch_lines(
        [
            "riverton.facts.yaml:4: one.json",
            "riverton.facts.yaml:8: expected, but not found: title, mayor of Riverton, from Beck, to Bo Chen, breaking",
            "*Ana Beck → Cy Dahl",
        ]
    )
    desk.document("one.json", published="2025-04-01")
    missing = _run(pytester)
    missing.assert_outcomes(passed=1, failed=1)
    missing.stdout.fnmatch_lines(["riverton.facts.yaml:8: expected, but not found: *", "*no changes*"])


def test_a_document_named_after_a_pattern_counts_once(desk: Desk, pytester: pytest.Pytester) -> None:
    """What an entry of its own says of a document wins over a pattern that finds it as well."""
    desk.watch()
    desk.document("coverage/one.json", published="2025-04-01")
    desk.document("coverage/two.json", "Bo Chen", published="2025-04-01")
    desk.write("riverton.facts.yaml", WATCHED + "- path: coverage/two.json\n  expect:\n  - kind: title.holder_changed\n")
    _run(pytester).assert_outcomes(passed=2)


def test_a_revision_and_a_threshold(desk: Desk, pytester: pytest.Pytester) -> None:
    """A revision withdraws what it leaves out, other coverage does not; the threshold says what counts."""
    desk.document("briefing.json")
    desk.document("later.json", place=None)
    text = "schema: factwatch.facts/1\nbaseline: {path: briefing.json, published: '2025-03-26'}\ndocuments:\n- path: later.json\n"
    desk.write("a.facts.yaml", text)
    desk.write("b.facts.yaml", text + "  revision: true\n")
    desk.write("c.facts.yml", text + "  revision: true\nfail_on: breaking\n")
    result = _run(pytester, "-rf")
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(["*claim.withdrawn*", "FAILED b.facts.yaml::later.json*"])


def test_one_document_can_be_chosen(desk: Desk, pytester: pytest.Pytester) -> None:
    """A test is named by its document, for -k and on the command line."""
    desk.watch()
    desk.document("coverage/one.json")
    desk.document("coverage/two.json", "Bo Chen")
    desk.write("riverton.facts.yaml", WATCHED)
    _run(pytester, "-k", "one").assert_outcomes(passed=1, deselected=1)
    _run(pytester, "riverton.facts.yaml::coverage/two.json").assert_outcomes(failed=1)


# One run of pytest for all of them: each costs a start of Python. The name of the file stands for X.
MISTAKES = (
    ("watch: riverton\ndocuments: []\n", ["X:3: documents: name at least one document*"]),
    ("documents: [one.json]\n", ["X:1: give either 'watch' or 'baseline'*"]),
    ("watch: a\nbaseline: b\ndocuments: [one.json]\n", ["X:1: give either 'watch' or 'baseline'*"]),
    ("watch: [\n", ["X:3: not valid YAML*"]),
    ("watch: riverton\ndocuments: [none-*.json]\n", ["X: none-[*].json: there is no such file in *"]),
    (
        "watch: riverton\ncolour: red\ndocuments:\n- path: one.json\n  publish: x\n",
        ["X:3: colour: unknown key*", "X:6: documents[[]0[]].publish: unknown key*"],
    ),
    (
        "watch: riverton\ndocuments:\n- path: one.json\n  published: 26 March\n  expect:\n  - kind: title.lost\n  - {}\n",
        [
            "X:5: documents[[]0[]].published: '26 March' is not a day*",
            "X:7: *'title.lost' is no kind of change*",
            "X:8: documents[[]0[]].expect[[]1[]]: it would fit any change*",
        ],
    ),
)


def test_mistakes_are_told_with_their_lines(desk: Desk, pytester: pytest.Pytester) -> None:
    """A file that asks for nothing, or for what there is not, is an error with file and line, never a test that passes."""
    desk.watch()
    desk.document("one.json")
    desk.write("none.facts.yaml", "")
    desk.write("other.facts.yaml", "watch: riverton\n")
    desk.write("newer.facts.yaml", "schema: factwatch.facts/9\n")
    said = [
        *(f"{name}.facts.yaml: it should begin with 'schema: factwatch.facts/1'*" for name in ("none", "other")),
        "newer.facts.yaml: its schema factwatch.facts/9 is newer than this factwatch reads*",
    ]
    for number, (text, lines) in enumerate(MISTAKES):
        name = f"mistake{number}.facts.yaml"
        desk.write(name, f"schema: factwatch.facts/1\n{text}")
        said += [line.replace("X", name, 1) for line in lines]
    result = _run(pytester)
    result.assert_outcomes(errors=len(MISTAKES) + 3)
    result.stdout.fnmatch_lines_random(said)
    result.stdout.no_fnmatch_line("*src/factwatch*")


def test_a_document_that_cannot_be_checked_fails(desk: Desk, pytester: pytest.Pytester) -> None:
    """A document that is missing or broken, or a watch that is not there, fails the test at the document's line."""
    desk.watch()
    desk.document("one.json")
    desk.write("bad.json", "{")
    desk.write("a.facts.yaml", "schema: factwatch.facts/1\nwatch: riverton\ndocuments:\n- none.json\n- bad.json\n")
    desk.write("b.facts.yaml", "schema: factwatch.facts/1\nwatch: nothing\ndocuments:\n- one.json\n")
    result = _run(pytester)
    result.assert_outcomes(failed=3)
    result.stdout.fnmatch_lines(
        [
            "a.facts.yaml:4: *none.json*",
            "a.facts.yaml:5: *bad.json*not valid JSON*",
            "b.facts.yaml:4: watch 'nothing': there is no such watch in snapshots*",
        ]
    )
    result.stdout.no_fnmatch_line("*src/factwatch*")


def test_other_yaml_is_left_alone(desk: Desk, pytester: pytest.Pytester) -> None:
    """Only the two endings are collected."""
    desk.write("facts.yaml", "a: 1")
    desk.write("x.yaml", "a: 1")
    assert _run(pytester).ret == pytest.ExitCode.NO_TESTS_COLLECTED
