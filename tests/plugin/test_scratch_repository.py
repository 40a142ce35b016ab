"""A desk's repository from the first briefing to the accepted change, with the real git, pre-commit, pytest and the commands of the workflows."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from factwatch._yaml import load

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent

BRIEFING = """\
---
title: Ministers meet in Lindau
date: 2025-03-25
---
LINDAU - Prime Minister Stuart Young of Trinidad and Tobago will meet Prime Minister Andrew Holness of Jamaica in Kingston on Thursday.

President Irfaan Ali of Guyana has sent his congratulations.
"""
AGREES = """\
---
date: 2025-03-25
---
The prime minister of Trinidad and Tobago, Stuart Young, and Jamaican Prime Minister Andrew Holness plan to meet on Thursday in Kingston.
"""
DIFFERS = """\
---
date: 2025-05-06
---
PORT OF SPAIN - Rain fell on the parade.

The prime minister of Trinidad and Tobago, Kamla Persad-Bissessar, spoke at noon.
"""
FACTS = """\
schema: factwatch.facts/1
watch: tour
documents:
- ../coverage/*.txt
"""


class Scratch:
    """A repository with its commands."""

    def __init__(self, root: Path, home: Path) -> None:
        self.root = root
        self.env = {
            "PATH": os.pathsep.join((str(BIN), os.environ.get("PATH", ""))),
            "HOME": str(home),
            "PRE_COMMIT_HOME": str(home / "pre-commit"),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": "safe.directory",
            "GIT_CONFIG_VALUE_0": "*",
            # How this machine reaches the package index, for the one test that installs.
            **{name: value for name, value in os.environ.items() if name.upper().startswith("PIP_") or name.lower().endswith("_proxy")},
            **{f"GIT_{who}_{what}": f"desk@{what.lower()}.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        }

    def run(self, *command: str, env: Mapping[str, str] | None = None, status: int | None = 0) -> subprocess.CompletedProcess[str]:
        """Run *command* in the repository; *status* None takes any."""
        done = subprocess.run(
            command,
            cwd=self.root,
            env={**self.env, **(env or {})},
            capture_output=True,
            encoding="utf-8",
            check=False,
            stdin=subprocess.DEVNULL,
        )
        assert status is None or done.returncode == status, f"{command}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def commit(self, message: str, *, status: int = 0) -> subprocess.CompletedProcess[str]:
        self.run("git", "add", "-A")
        return self.run("git", "commit", "-qm", message, status=status)

    def is_clean(self) -> bool:
        return not self.run("git", "status", "--porcelain").stdout

    def pytest(self, status: int, **env: str) -> str:
        return self.run(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", env={"COLUMNS": "200", **env}, status=status).stdout

    def action(self, tmp_path: Path, **inputs: str) -> tuple[int, str, dict[str, str], str]:
        """Run the composite action's own step as the runner would; return status, log, outputs and job summary."""
        action = load((ROOT / "action.yml").read_text(encoding="utf-8"), "action.yml").data
        step = next(step for step in action["runs"]["steps"] if step.get("id") == "check")
        given = {name: str(spec.get("default", "")) for name, spec in action["inputs"].items()} | inputs
        output, summary = tmp_path / "output", tmp_path / "summary"
        output.write_text("", encoding="utf-8")
        summary.write_text("", encoding="utf-8")
        env = {name: _filled(value, given) for name, value in step["env"].items()}
        env |= {"CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary)}
        done = self.run("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"], env=env, status=None)
        outputs = dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").splitlines())
        return done.returncode, done.stdout + done.stderr, outputs, summary.read_text(encoding="utf-8")

    def gitlab(self, **variables: str) -> int:
        """Run the script of the GitLab job as the runner would."""
        job = load((ROOT / "ci-templates" / "gitlab.yml").read_text(encoding="utf-8"), "gitlab.yml").data["factwatch"]
        env = {"CI": "true", "GITLAB_CI": "true", **job["variables"], **variables}
        return self.run("sh", "-ec", "\n".join(job["script"]), env=env, status=None).returncode


def _filled(template: str, inputs: Mapping[str, str]) -> str:
    return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: inputs[found[1]], template)


def _need(*programs: str) -> None:
    for program in programs:
        if shutil.which(program, path=os.pathsep.join((str(BIN), os.environ.get("PATH", "")))) is None:
            pytest.skip(f"{program} is not installed")


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    """Make a repository with a watch of one accepted briefing and coverage that agrees."""
    _need("git", "factwatch", "bash")
    root, home = tmp_path / "desk", tmp_path / "home"
    root.mkdir()
    home.mkdir()
    made = Scratch(root, home)
    made.run("git", "init", "-q", "-b", "main")
    made.write("briefing.txt", BRIEFING)
    made.write("coverage/march.txt", AGREES)
    made.write("tests/tour.facts.yaml", FACTS)
    made.write(".gitignore", "__pycache__/\n*.sarif\ngl-*.json\nfactwatch-junit.xml\n")
    made.run("factwatch", "init", "tour")
    made.run("factwatch", "--today", "2025-03-25", "snapshot", "tour", "briefing.txt")
    made.commit("A briefing and its facts")
    return made


def _sarif(path: Path) -> list[dict[str, Any]]:
    results: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["runs"][0]["results"]
    return results


def test_from_silence_over_red_to_green(scratch: Scratch, tmp_path: Path) -> None:
    """Silent while coverage agrees; a changed prime minister turns everything red, at its line; accepting turns it green. CI writes nothing."""
    inputs = {"watch": "tour", "documents": "coverage\n"}
    status, log, outputs, _ = scratch.action(tmp_path, **inputs)
    assert (status, outputs) == (0, {"status": "0", "sarif": "./factwatch.sarif"})
    assert "::error" not in log
    assert "::warning" not in log
    assert _sarif(scratch.root / "factwatch.sarif") == []
    assert "1 passed" in scratch.pytest(0, CI="true")
    assert scratch.gitlab(FACTWATCH_WATCH="tour", FACTWATCH_DOCUMENTS="coverage") == 0

    scratch.write("coverage/may.txt", DIFFERS)
    scratch.commit("Coverage of May")
    status, log, outputs, summary = scratch.action(tmp_path, **inputs)
    assert (status, outputs["status"]) == (1, "1")
    line = DIFFERS.splitlines().index("The prime minister of Trinidad and Tobago, Kamla Persad-Bissessar, spoke at noon.") + 1
    assert f"::error file=coverage/may.txt,line={line}," in log
    assert "Kamla Persad-Bissessar" in summary
    (result,) = _sarif(scratch.root / "factwatch.sarif")
    location = result["locations"][0]["physicalLocation"]
    assert (location["artifactLocation"]["uri"], location["region"]["startLine"]) == ("coverage/may.txt", line)
    told = scratch.pytest(1, CI="true")
    assert "1 failed, 1 passed" in told
    assert "Stuart Young → Kamla Persad-Bissessar" in told
    assert f"may.txt:{line}" in told
    assert scratch.gitlab(FACTWATCH_WATCH="tour", FACTWATCH_DOCUMENTS="coverage") == 1
    (issue,) = json.loads((scratch.root / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert (issue["location"]["path"], issue["location"]["lines"]["begin"]) == ("coverage/may.txt", line)
    assert scratch.is_clean()

    # What an earlier run has reported does not fail a run that asks for new findings only.
    shutil.copy(scratch.root / "factwatch.sarif", scratch.root / "seen.sarif")
    assert scratch.action(tmp_path, **inputs, seen="seen.sarif")[0] == 0
    assert scratch.action(tmp_path, **inputs, seen="none.sarif")[0] == 1

    scratch.run("factwatch", "--today", "2025-05-07", "check", "tour", "coverage/may.txt", status=1)
    assert scratch.is_clean()  # what waits for review is not git's
    scratch.run("factwatch", "--today", "2025-05-07", "accept", "tour", "--all")
    scratch.commit("The prime minister changed")
    status, log, _, _ = scratch.action(tmp_path, **inputs)
    assert status == 0, log
    assert "2 passed" in scratch.pytest(0, CI="true")
    assert scratch.gitlab(FACTWATCH_WATCH="tour", FACTWATCH_DOCUMENTS="coverage/march.txt coverage/may.txt") == 0
    scratch.run("factwatch", "verify")


def test_the_action_passes_wrong_use_on(scratch: Scratch, tmp_path: Path) -> None:
    """An unknown watch, no documents, and inputs with shell characters end with status 2, and nothing of them is run."""
    assert scratch.action(tmp_path, watch="nothing", documents="coverage")[0] == 2
    assert scratch.action(tmp_path, watch="tour", documents="\n \n")[0] == 2
    status, _, outputs, _ = scratch.action(tmp_path, watch="tour", documents='$(touch hacked)"; touch hacked; "\n--write\n')
    assert (status, outputs["status"]) == (2, "2")
    assert scratch.is_clean()


def _clone_of_the_project(tmp_path: Path, scratch: Scratch) -> tuple[Path, str]:
    _need("pre-commit")
    if not (ROOT / ".git").exists():
        pytest.skip("the tests do not run from a clone of the project")
    clone = tmp_path / "factwatch"
    scratch.run("git", "clone", "-q", str(ROOT), str(clone))
    if not (clone / ".pre-commit-hooks.yaml").is_file():
        pytest.skip("the hook definition is not committed yet")
    return clone, scratch.run("git", "-C", str(clone), "rev-parse", "HEAD").stdout.strip()


def _config(clone: Path, revision: str, language: str) -> str:
    line = f"    language: {language}\n" if language else ""
    return (
        f"repos:\n- repo: {clone.as_posix()}\n  rev: {revision}\n  hooks:\n"
        f"  - id: factwatch-check\n    args: [tour]\n    files: ^coverage/\n{line}"
        f"  - id: factwatch-facts\n{line}"
        f"  - id: factwatch-verify\n{line}"
    )


@pytest.mark.parametrize(
    "language",
    [
        "system",
        pytest.param(
            "",
            marks=pytest.mark.skipif(
                not os.environ.get("FACTWATCH_TEST_INSTALL"), reason="installs from the package index; set FACTWATCH_TEST_INSTALL"
            ),
        ),
    ],
    ids=["programs-at-hand", "own-environment"],
)
def test_pre_commit(scratch: Scratch, tmp_path: Path, language: str) -> None:
    """The hooks, taken from a clean clone by the real pre-commit, let a commit through, stop one with a changed fact, and one with an edited version."""
    clone, revision = _clone_of_the_project(tmp_path, scratch)
    scratch.write(".pre-commit-config.yaml", _config(clone, revision, language))
    scratch.run("pre-commit", "install")
    passed = scratch.commit("Hooks")
    assert "hold coverage against a watch" in passed.stderr + passed.stdout
    scratch.run("pre-commit", "run", "--all-files")

    scratch.write("coverage/may.txt", DIFFERS)
    scratch.write("tests/tour.facts.yaml", FACTS + "  # May\n")
    stopped = scratch.commit("Coverage of May", status=1)
    told = stopped.stderr + stopped.stdout
    assert re.search(r"hold coverage against a watch\.+Failed", told)
    assert re.search(r"run facts files\.+Failed", told)
    assert "Stuart Young → Kamla Persad-Bissessar" in told

    scratch.run("factwatch", "--today", "2025-05-07", "accept", "tour", "--all")
    scratch.commit("Coverage of May, and the prime minister it names")

    version = scratch.root / "snapshots" / "tour" / "0001.yaml"
    version.write_text(version.read_text(encoding="utf-8").replace("person: Stuart Young", "person: Nobody"), encoding="utf-8")
    edited = scratch.commit("An edit of history", status=1)
    assert re.search(r"verify the history of facts\.+Failed", edited.stderr + edited.stdout)
    assert "0001.yaml" in edited.stderr + edited.stdout
