"""Settings are read from two kinds of files, and mistakes in them are named with file and line."""

import datetime as dt
from pathlib import Path

import pytest

from factwatch.config import Config, Ignored, find_config, load_config
from factwatch.errors import ConfigError

SETTINGS = """\
snapshots = "facts"
aliases = "names.yaml"
lexicons = ["words.yaml", "more/verbs.yaml"]
references = ["holders.csv"]
kinds = ["title", "visit.dropped"]
people = ["Mia Mottley"]
bodies = ["CARICOM"]
fail_on = "breaking"

[[ignore]]
kind = "statement.altered"
subject = "Stuart Young"
reason = "rough transcript"
expires = 2025-12-31
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_all_settings_are_read(tmp_path: Path) -> None:
    """Paths are relative to the file's folder."""
    config = load_config(write(tmp_path, "factwatch.toml", SETTINGS))
    assert config == Config(
        file=tmp_path / "factwatch.toml",
        snapshots=tmp_path / "facts",
        aliases=tmp_path / "names.yaml",
        lexicons=(tmp_path / "words.yaml", tmp_path / "more/verbs.yaml"),
        references=(tmp_path / "holders.csv",),
        kinds=("title", "visit.dropped"),
        people=("Mia Mottley",),
        bodies=("CARICOM",),
        fail_on="breaking",
        ignores=(Ignored(reason="rough transcript", kind="statement.altered", subject="Stuart Young", expires=dt.date(2025, 12, 31)),),
    )


def test_pyproject_has_the_same_settings(tmp_path: Path) -> None:
    """The table there gives the same as the file."""
    own = load_config(write(tmp_path, "factwatch.toml", SETTINGS))
    text = "[project]\nname = 'x'\n\n[tool.factwatch]\n" + SETTINGS.replace("[[ignore]]", "[[tool.factwatch.ignore]]")
    shared = load_config(write(tmp_path, "pyproject.toml", text))
    assert (shared.kinds, shared.ignores, shared.snapshots) == (own.kinds, own.ignores, own.snapshots)


def test_the_nearest_settings_hold(tmp_path: Path) -> None:
    """The search goes upwards, past a pyproject.toml without our table, and stops at the root of the repository."""
    inner = tmp_path / "repository" / "desk"
    inner.mkdir(parents=True)
    write(tmp_path, "factwatch.toml", 'fail_on = "any"')
    write(inner, "pyproject.toml", "[project]\nname = 'x'")
    assert find_config(inner).fail_on == "any"
    (tmp_path / "repository" / ".git").mkdir()
    assert find_config(inner) == Config()
    write(tmp_path / "repository", "pyproject.toml", "[tool.factwatch]\nfail_on = 'breaking'")
    assert find_config(inner).fail_on == "breaking"


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("\nsnapshot = 'x'", 2, "there is no such setting"),
        ("kinds = 'title'", 1, "it must be a list of texts"),
        ("kinds = ['title', 'tittle']", 1, "'tittle' is no kind of change"),
        ("people = []\nfail_on = 'severe'", 2, "'severe' is no threshold"),
        ("aliases = 4", 1, "it must be text"),
        ("a = \n", 1, "not valid TOML"),
        ("people = []\n[[ignore]]\nkind = 'title'\nreason = 'x'\n[[ignore]]\nkind = 'title'", 5, "it has no reason"),
        ("[[ignore]]\nreason = 'x'", 1, "it does not say what it hides"),
        ("[[ignore]]\nreason = 'x'\nkind = 'title'\nexpires = 'soon'", 1, "expires is 'soon', which is no day"),
        ("[[ignore]]\nreason = 'x'\nkind = 'title'\nperson = 'soon'", 1, "there is no setting 'person' in it"),
        ("[ignore]\nreason = 'x'", 1, "it must be a list of tables"),
    ],
)
def test_mistakes_name_file_and_line(tmp_path: Path, text: str, line: int, problem: str) -> None:
    """Each mistake is refused where it stands, in both kinds of files."""
    path = write(tmp_path, "factwatch.toml", text)
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    assert caught.value.where == f"{path.as_posix()}:{line}"
    assert problem in caught.value.problem
    shared = write(
        tmp_path, "pyproject.toml", "[project]\nkinds = 'x'\n[tool.factwatch]\n" + text.replace("[ignore", "[tool.factwatch.ignore")
    )
    with pytest.raises(ConfigError) as caught:
        load_config(shared)
    assert caught.value.where == f"{shared.as_posix()}:{line + 3}"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """A file that was asked for by name must exist."""
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(tmp_path / "factwatch.toml")
