"""``facts_regression``: the five steps of a regression file, and what users of pytest-regressions count on."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.plugin.conftest import Desk

pytest_plugins = ["pytester"]

TEST = """
from pathlib import Path

def test_briefing(facts_regression):
    facts_regression.check(Path(__file__).parent / "briefing.json")
"""
EXPECTED = "test_desk/test_briefing.yaml"


def _run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return pytester.runpytest_subprocess("-p", "no:cacheprovider", *arguments)


@pytest.mark.parametrize("workers", [(), ("-n", "2")], ids=["alone", "xdist"])
def test_five_steps(desk: Desk, pytester: pytest.Pytester, workers: tuple[str, ...]) -> None:
    """Missing, created, changed, regenerated, clean: as users of pytest-regressions know it, alone and with xdist."""
    desk.write("test_desk.py", TEST)
    desk.document("briefing.json")
    expected = desk.root / EXPECTED

    missing = _run(pytester, *workers)
    missing.assert_outcomes(failed=1)
    missing.stdout.fnmatch_lines(["*File not found in data directory, created:*", f"*{EXPECTED}"])
    created = expected.read_bytes()

    _run(pytester, *workers).assert_outcomes(passed=1)
    assert expected.read_bytes() == created

    desk.document("briefing.json", "Bo Chen")
    changed = _run(pytester, *workers)
    changed.assert_outcomes(failed=1)
    changed.stdout.fnmatch_lines(
        ["*BREAKING  Mayor of Riverton*", "*Ana Beck → Bo Chen*", "*before  “Mayor Ana Beck”*", "*after   “Mayor Bo Chen”*"]
    )
    changed.stdout.no_fnmatch_line("*person: *")
    assert expected.read_bytes() == created

    regenerated = _run(pytester, *workers, "--force-regen")
    regenerated.assert_outcomes(failed=1)
    regenerated.stdout.fnmatch_lines(["*Files differ and --force-regen set, regenerating file at:*"])
    assert b"Bo Chen" in expected.read_bytes()

    _run(pytester, *workers).assert_outcomes(passed=1)


def test_regen_all_lets_tests_pass(desk: Desk, pytester: pytest.Pytester) -> None:
    """--regen-all writes everything, and no test fails."""
    desk.write("test_desk.py", TEST)
    desk.document("briefing.json")
    _run(pytester, "--regen-all").assert_outcomes(passed=1)
    assert (desk.root / EXPECTED).is_file()


@pytest.mark.parametrize(("name", "value"), [("CI", "true"), ("TF_BUILD", "True")])
def test_continuous_integration_never_writes(
    desk: Desk, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """Where it runs a missing file is a failure, and no file or folder is made."""
    desk.write("test_desk.py", TEST)
    desk.document("briefing.json")
    before = desk.tree()
    monkeypatch.setenv(name, value)
    result = _run(pytester)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines([f"*{EXPECTED}: there are no expected claims, and none are written in continuous integration*"])
    assert desk.tree() == before
    assert not (desk.root / "test_desk").exists()
    monkeypatch.setenv(name, "false" if name == "CI" else "")
    _run(pytester).assert_outcomes(failed=1)
    assert (desk.root / EXPECTED).is_file()


def test_continuous_integration_writes_when_told_to(desk: Desk, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """An explicit option wins over the environment."""
    desk.write("test_desk.py", TEST)
    desk.document("briefing.json")
    monkeypatch.setenv("CI", "true")
    _run(pytester, "--force-regen").assert_outcomes(failed=1)
    assert (desk.root / EXPECTED).is_file()
    _run(pytester).assert_outcomes(passed=1)


def test_other_words_for_the_same_facts(desk: Desk, pytester: pytest.Pytester) -> None:
    """A document whose evidence and book-keeping differ, but not its facts, passes, and the file stays."""
    desk.write("test_desk.py", TEST)
    desk.document("briefing.json")
    _run(pytester)
    text = (desk.root / EXPECTED).read_text(encoding="utf-8")
    desk.write(EXPECTED, text.replace("text: Mayor Ana Beck", "text: the mayor").replace("confidence: 1.0", "confidence: 0.7"))
    edited = (desk.root / EXPECTED).read_bytes()
    _run(pytester, "--force-regen").assert_outcomes(passed=1)
    assert (desk.root / EXPECTED).read_bytes() == edited


def test_what_is_left_out_and_what_is_new(desk: Desk, pytester: pytest.Pytester) -> None:
    """A fact that is gone fails the test, and one that nobody expected, unless new ones are allowed."""
    desk.write("test_desk.py", TEST)
    desk.document("briefing.json")
    _run(pytester)
    desk.document("briefing.json", place=None)
    gone = _run(pytester)
    gone.assert_outcomes(failed=1)
    gone.stdout.fnmatch_lines(["*Jo Falk*", "*claim.withdrawn*"])
    _run(pytester, "--force-regen")
    desk.document("briefing.json")
    new = _run(pytester)
    new.assert_outcomes(failed=1)
    new.stdout.fnmatch_lines(["*NOT EXPECTED*", "*Jo Falk: visit to Salto: “visits Salto”*"])
    desk.write("test_desk.py", TEST.replace('.json")', '.json", allow_new=True)'))
    _run(pytester).assert_outcomes(passed=1)


def test_class_names(desk: Desk, pytester: pytest.Pytester) -> None:
    """Two tests of one name in two classes are told apart by --with-test-class-names, and without it refused instead of mixed up."""
    desk.document("briefing.json")
    methods = TEST.replace("def test_briefing(", "def test_briefing(self, ").replace("\n", "\n    ").split("from pathlib import Path")[1]
    desk.write("test_desk.py", f"from pathlib import Path\n\nclass TestOne:{methods}\nclass TestTwo:{methods}\n")
    mixed = _run(pytester)
    mixed.assert_outcomes(failed=2)
    mixed.stdout.fnmatch_lines(
        ["*TestOne::test_briefing and *TestTwo::test_briefing share this file. Run pytest with --with-test-class-names*"]
    )
    apart = _run(pytester, "--with-test-class-names", "--regen-all")
    apart.assert_outcomes(passed=2)
    assert {"TestOne_test_briefing.yaml", "TestTwo_test_briefing.yaml"} <= {path.name for path in (desk.root / "test_desk").iterdir()}
    _run(pytester, "--with-test-class-names").assert_outcomes(passed=2)


def test_names_and_folders(desk: Desk, pytester: pytest.Pytester) -> None:
    """Basename, full path, the fixture's switches and an own data directory are heeded."""
    desk.document("briefing.json")
    desk.write(
        "test_desk.py",
        """
import pytest
from pathlib import Path

HERE = Path(__file__).parent

@pytest.fixture
def original_datadir():
    return HERE / "elsewhere"

@pytest.mark.parametrize("name", ["a/b"])
def test_param(facts_regression, name):
    facts_regression.check(HERE / "briefing.json")

def test_base(facts_regression):
    facts_regression.check(HERE / "briefing.json", basename="one")
    facts_regression.check(HERE / "briefing.json", "two")

def test_full(facts_regression):
    facts_regression.check(HERE / "briefing.json", fullpath=HERE / "whole" / "path.yaml")

class TestClass:
    def test_switch(self, facts_regression):
        facts_regression.with_test_class_names = True
        facts_regression.check(HERE / "briefing.json")

def test_both(facts_regression):
    facts_regression.check(HERE / "briefing.json", basename="one", fullpath="x.yaml")
""",
    )
    result = _run(pytester, "--regen-all")
    result.assert_outcomes(passed=4, failed=1)
    result.stdout.fnmatch_lines(["*basename and fullpath are both given*"])
    files = {name for name in desk.tree() if name.endswith(".yaml")}
    assert files == {
        "elsewhere/test_param_a_b_.yaml",
        "elsewhere/one.yaml",
        "elsewhere/two.yaml",
        "elsewhere/TestClass_test_switch.yaml",
        "whole/path.yaml",
    }
    _run(pytester, "-k", "not both").assert_outcomes(passed=4)


def test_it_keeps_out_of_the_way_of_data_regression(desk: Desk, pytester: pytest.Pytester) -> None:
    """Both fixtures in one test keep files of their own."""
    desk.document("briefing.json")
    desk.write(
        "test_desk.py", TEST.replace("(facts_regression)", "(facts_regression, data_regression)") + "    data_regression.check({'a': 1})\n"
    )
    _run(pytester, "--regen-all").assert_outcomes(passed=1)
    assert {path.suffix for path in (desk.root / "test_desk").iterdir()} == {".yaml", ".yml"}
    _run(pytester).assert_outcomes(passed=1)


def test_the_thresholds(desk: Desk, pytester: pytest.Pytester) -> None:
    """fail_on is the test's, else the project's; another word is refused with the choice."""
    desk.document("briefing.json")
    desk.write("test_desk.py", TEST)
    _run(pytester, "--regen-all")
    desk.document("briefing.json", place=None)
    desk.write("factwatch.toml", 'fail_on = "breaking"\n')
    _run(pytester).assert_outcomes(passed=1)
    desk.write("test_desk.py", TEST.replace('.json")', '.json", fail_on="notable")'))
    _run(pytester).assert_outcomes(failed=1)
    desk.write("test_desk.py", TEST.replace('.json")', '.json", fail_on="never")'))
    _run(pytester).stdout.fnmatch_lines(["*there is no such threshold. Use one of breaking, notable, any.*"])


MISTAKES = (
    ("schema: [", "*X.yaml:2: not valid YAML*"),
    ("<<<<<<< HEAD\nschema: x\n=======\n", "*X.yaml:*a merge conflict is left in it*"),
    ("schema: factwatch.claims/1\nclaims:\n- {id: x, kind: title}\n", "*X.yaml:3: claims[[]0[]].person: required field missing*"),
    ("schema: factwatch.claims/1\nclaims: none\n", "*X.yaml:2: claims: expected a list, got 'none'*"),
)


def test_mistakes_are_told_in_one_line(desk: Desk, pytester: pytest.Pytester) -> None:
    """A broken file is named with its line, without a traceback through the program."""
    desk.document("briefing.json")
    desk.write("broken.json", "{")
    tests = ["from pathlib import Path\nHERE = Path(__file__).parent\n"]
    for number, (text, _) in enumerate(MISTAKES):
        desk.write(f"test_desk/test_{number}.yaml", text)
        tests.append(f"def test_{number}(facts_regression):\n    facts_regression.check(HERE / 'briefing.json')\n")
    tests.append("def test_broken(facts_regression):\n    facts_regression.check(HERE / 'broken.json')\n")
    desk.write("test_desk.py", "\n".join(tests))
    result = _run(pytester)
    result.assert_outcomes(failed=len(MISTAKES) + 1)
    said = [line.replace("X", f"test_{number}") for number, (_, line) in enumerate(MISTAKES)]
    result.stdout.fnmatch_lines([*said, "*broken.json:1: not valid JSON*"])
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*src/factwatch*")
    desk.write("factwatch.toml", "colour = 1")
    _run(pytester, "-k", "test_0").stdout.fnmatch_lines(["*factwatch.toml:1: colour: there is no such setting*"])


def test_claims_and_texts_are_taken(desk: Desk, pytester: pytest.Pytester) -> None:
    """Claims in memory are checked like files; a document without claims is refused, not recorded."""
    desk.write(
        "test_desk.py",
        """
from factwatch.model.claim import ClaimSet, TitleClaim

def test_claims(facts_regression):
    facts_regression.check(ClaimSet(claims=(TitleClaim(id="x", person="Ana Beck", title="Mayor"),)), published="2025-03-26")

def test_nothing(facts_regression):
    facts_regression.check("Rain fell all night on the old town.\\n")
""",
    )
    result = _run(pytester, "--regen-all")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*no claims were found in it*"])
    text = (desk.root / "test_desk" / "test_claims.yaml").read_text(encoding="utf-8")
    assert "published: '2025-03-26'" in text
    assert sorted(path.name for path in (desk.root / "test_desk").iterdir()) == ["test_claims.yaml"]


def test_the_plugin_costs_nothing_unused() -> None:
    """Loading the plugin loads nothing of the program but the plugin's hooks."""
    code = "import sys, factwatch.pytest_plugin; print(sorted(name for name in sys.modules if name.startswith(('factwatch.', 'spacy', 'deepdiff', 'cattrs'))))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "['factwatch.pytest_plugin']"


def test_the_plugin_is_known_to_pytest(pytester: pytest.Pytester) -> None:
    """Its fixtures and its marker are listed where users look for them."""
    fixtures = _run(pytester, "--fixtures")
    fixtures.stdout.fnmatch_lines(["facts_regression*", "coverage_check*"])
    _run(pytester, "--markers").stdout.fnmatch_lines(["@pytest.mark.coverage_check(watch, *documents*"])
