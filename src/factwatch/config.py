"""
Settings of a project: ``[tool.factwatch]`` in ``pyproject.toml``, or a ``factwatch.toml`` with the same keys at its top.

::

    snapshots = "snapshots"             # folder of the watches
    aliases = "aliases.yaml"            # names that are one, names that never are
    lexicons = ["words.yaml"]           # own titles, bodies, verbs, patterns
    references = ["holders.csv"]        # tables of office holders that titles are checked against
    kinds = ["title", "visit.dropped"]  # kinds of change, groups or patterns, that are shown; default: all
    people = ["Mia Mottley"]            # only what is about them; default: everybody
    bodies = ["CARICOM"]                # only what is about these countries and bodies; default: all
    fail_on = "notable"                 # breaking, notable or any: from where on a check ends with status 1

    [[ignore]]                          # [[tool.factwatch.ignore]] in pyproject.toml
    kind = "statement.altered"
    subject = "Stuart Young"
    reason = "the transcript is known to be rough"
    expires = 2025-12-31

Paths are relative to the file's folder. Unknown keys and wrong values are refused, with file and line.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Literal, TypeGuard

from attrs import frozen

from factwatch.errors import ConfigError
from factwatch.model.kinds import is_change_kind

FailOn = Literal["breaking", "notable", "any"]
FAIL_ON: Final[tuple[FailOn, ...]] = ("breaking", "notable", "any")

_OWN_FILE: Final = "factwatch.toml"
_SHARED_FILE: Final = "pyproject.toml"
_TABLE: Final = "tool.factwatch"
_KEYS: Final = ("snapshots", "aliases", "lexicons", "references", "kinds", "people", "bodies", "fail_on", "ignore")
_IGNORE_KEYS: Final = ("id", "kind", "subject", "reason", "expires")


@frozen(kw_only=True)
class Ignored:
    """Changes that the project has decided not to be told of."""

    reason: str
    id: str | None = None
    """Id of one change."""
    kind: str | None = None
    """A kind, a group ('title') or a pattern ('*.reworded')."""
    subject: str | None = None
    """Words that the subject has."""
    expires: dt.date | None = None
    """Last day on which it counts; None for ever."""


@frozen(kw_only=True)
class Config:
    """Settings of a project; the defaults where it has none."""

    file: Path | None = None
    """Where they come from."""
    snapshots: Path = Path("snapshots")
    aliases: Path | None = None
    lexicons: tuple[Path, ...] = ()
    references: tuple[Path, ...] = ()
    kinds: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    fail_on: FailOn | None = None
    """None where the project does not say: each watch's own setting counts then."""
    ignores: tuple[Ignored, ...] = ()


def find_config(start: Path) -> Config:
    """
    Return the settings that hold in the folder *start*: of it or the nearest folder above that has any.

    In one folder ``factwatch.toml`` wins over ``pyproject.toml``. The search ends at the root of a git repository.

    Raises:
        ConfigError: A mistake in them, with file and line.
    """
    for folder in (start, *start.parents):
        if (folder / _OWN_FILE).is_file():
            return load_config(folder / _OWN_FILE)
        if (folder / _SHARED_FILE).is_file():
            config = load_config(folder / _SHARED_FILE)
            if config.file is not None:
                return config
        if (folder / ".git").exists():
            break
    return Config()


def load_config(path: Path) -> Config:
    """
    Read the settings in *path*; the defaults where a ``pyproject.toml`` has no ``[tool.factwatch]``.

    Raises:
        ConfigError: It cannot be read, or has a mistake, with file and line.
    """
    where = path.as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
        data = tomllib.loads(text)
    except OSError as error:
        raise ConfigError(where, f"it cannot be read: {error.strerror}", "Check the name.") from error
    except UnicodeDecodeError as error:
        raise ConfigError(where, "it is not UTF-8 text", "Save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        line = found[1] if (found := re.search(r"at line (\d+)", str(error))) else "1"
        problem = re.sub(r" \(at .*\)$", "", str(error))
        raise ConfigError(f"{where}:{line}", f"not valid TOML: {problem}", "Correct the line.") from error
    if path.name == _SHARED_FILE:
        table = data.get("tool", {}).get("factwatch") if isinstance(data.get("tool", {}), dict) else None
        if table is None:
            return Config()
        return _Reader(path, text, table, _TABLE).config()
    return _Reader(path, text, data, "").config()


class _Reader:
    """Checks one table of settings."""

    def __init__(self, path: Path, text: str, table: Any, prefix: str) -> None:
        self.path = path
        self.text = text
        self.table = table
        self.prefix = prefix

    def config(self) -> Config:
        if not isinstance(self.table, Mapping):
            raise self.mistake(self.prefix, "it must be a table", "Write [tool.factwatch].")
        for key in self.table:
            if key not in _KEYS:
                raise self.mistake(key, "there is no such setting", f"The settings are {', '.join(_KEYS)}.")
        folder = self.path.parent
        kinds = self.texts("kinds")
        for kind in kinds:
            if not is_change_kind(kind):
                raise self.mistake("kinds", f"{kind!r} is no kind of change", "Kinds are 'title.changed', 'visit' and so on.")
        fail_on = self.text_of("fail_on")
        if fail_on is not None and not _is_threshold(fail_on):
            raise self.mistake("fail_on", f"{fail_on!r} is no threshold", "Write breaking, notable or any.")
        snapshots, aliases = self.text_of("snapshots"), self.text_of("aliases")
        return Config(
            file=self.path,
            snapshots=folder / (snapshots or "snapshots"),
            aliases=folder / aliases if aliases else None,
            lexicons=tuple(folder / name for name in self.texts("lexicons")),
            references=tuple(folder / name for name in self.texts("references")),
            kinds=kinds,
            people=self.texts("people"),
            bodies=self.texts("bodies"),
            fail_on=fail_on,
            ignores=self.ignores(),
        )

    def text_of(self, key: str) -> str | None:
        value = self.table.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            raise self.mistake(key, f"it must be text, not {_shown(value)}", "Put one value in quotation marks.")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.mistake(key, f"it must be a list of texts, not {_shown(value)}", 'Write it like ["one", "two"].')
        return tuple(value)

    def ignores(self) -> tuple[Ignored, ...]:
        entries = self.table.get("ignore", [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            head = f"{self.prefix}.ignore".removeprefix(".")
            raise self.mistake("ignore", "it must be a list of tables", f"Write each one under [[{head}]].")
        return tuple(self.ignore(entry, number) for number, entry in enumerate(entries))

    def ignore(self, entry: Mapping[str, Any], number: int) -> Ignored:
        def refuse(problem: str, remedy: str) -> ConfigError:
            return self.mistake("ignore", problem, remedy, nth=number)

        for key in entry:
            if key not in _IGNORE_KEYS:
                raise refuse(f"there is no setting {key!r} in it", f"The settings are {', '.join(_IGNORE_KEYS)}.")
        given = dict(entry)
        expires = given.pop("expires", None)
        until = _day(expires)
        if expires is not None and until is None:
            raise refuse(f"expires is {_shown(expires)}, which is no day", "Write it as 2025-12-31.")
        for key, value in given.items():
            if not isinstance(value, str) or not value.strip():
                raise refuse(f"{key} must be text, not {_shown(value)}", "Put it in quotation marks.")
        if "reason" not in given:
            raise refuse("it has no reason", "Say in a few words why the change is not wanted.")
        kind = given.get("kind")
        if not given.keys() & {"id", "kind", "subject"}:
            raise refuse("it does not say what it hides", "Give id, kind or subject.")
        if kind is not None and not is_change_kind(kind):
            raise refuse(f"{kind!r} is no kind of change", "Kinds are 'title.changed', 'visit' and so on.")
        return Ignored(reason=given["reason"], id=given.get("id"), kind=kind, subject=given.get("subject"), expires=until)

    def mistake(self, key: str, problem: str, remedy: str, *, nth: int = 0) -> ConfigError:
        return ConfigError(f"{self.path.as_posix()}:{self.line_of(key, nth)}", f"{key}: {problem}", remedy)

    def line_of(self, key: str, nth: int) -> int:
        """Return the line of the *nth* mention of *key* in the table; TOML's own reader keeps no lines."""
        name = rf"[\"']?{re.escape(key)}[\"']?"
        start = 0
        if self.prefix and (head := re.search(r"^\s*\[+\s*tool\s*\.\s*[\"']?factwatch\b", self.text, re.MULTILINE)):
            start = head.start()
        places = [
            found.start() for found in re.finditer(rf"^[ \t]*(?:{name}\s*[=.]|\[+[^\]\n]*{name}\s*\]+)", self.text[start:], re.MULTILINE)
        ]
        offset = start + (places[min(nth, len(places) - 1)] if places else 0)
        return self.text.count("\n", 0, offset) + 1


def _is_threshold(value: str) -> TypeGuard[FailOn]:
    return value in FAIL_ON


def _day(value: Any) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(value)
    except (TypeError, ValueError):
        return None


def _shown(value: Any) -> str:
    text = repr(value) if not isinstance(value, Sequence) or isinstance(value, str) else str(list(value))
    return text if len(text) <= 40 else f"{text[:37]}..."  # noqa: PLR2004 - enough to recognise it
