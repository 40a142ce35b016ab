"""A watch's settings: what it follows, what it passes over, and what makes a check fail."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from attrs import Factory, evolve, frozen

from factwatch._yaml import dump, load
from factwatch.errors import ConfigError
from factwatch.model.change import Severity
from factwatch.model.kinds import is_change_kind
from factwatch.snapshots.checked import Problems, body, is_day
from factwatch.snapshots.format import filled

__all__: Final = [
    "Filters",
    "Ignore",
    "Watch",
    "parse_watch",
    "render_watch",
    "words",
]

WATCH_FAMILY: Final = "factwatch.watch"
WATCH_SCHEMA_VERSION: Final = 1
WATCH_SCHEMA: Final = f"{WATCH_FAMILY}/{WATCH_SCHEMA_VERSION}"
_WORD: Final = re.compile(r"\w+")
_SMALL_WORDS: Final = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"})


@frozen(kw_only=True)
class Ignore:
    """Changes that the desk has chosen not to see; what they are about stays in the snapshot."""

    reason: str
    kind: str | None = None
    """A kind, a group ('title') or a pattern ('*.reworded'); None for every kind."""
    subject: str | None = None
    """Words that the change's subject must contain, whatever their case; None for every subject."""
    expires: str | None = None
    """ISO 8601 day, the last on which it counts; None for ever."""


@frozen(kw_only=True)
class Filters:
    """Which changes are shown, and which of them count."""

    kinds: tuple[str, ...] = ()
    """Kinds of change, groups ('visit') or patterns ('*.cancelled') that are shown; empty for all."""
    fail_on: tuple[Severity, ...] = ("breaking", "notable")
    """Severities that make a check end with status 1."""
    ignores: tuple[Ignore, ...] = ()


@frozen(kw_only=True)
class Watch:
    """A named story that is followed."""

    name: str
    description: str = ""
    baseline: str | None = None
    """File or address of the document that the first version was made from."""
    sources: tuple[str, ...] = ()
    """Later coverage: files, folders and patterns of files (``**`` for folders below), from the folder that the snapshots lie in."""
    people: tuple[str, ...] = ()
    """Names that are followed; with `bodies` empty as well, everybody is."""
    bodies: tuple[str, ...] = ()
    """Countries and organisations that are followed."""
    filters: Filters = Factory(Filters)


def words(text: str) -> frozenset[str]:
    """Return the words of *text* that names are told apart by, in small letters."""
    found = frozenset(_WORD.findall(text.casefold()))
    return found - _SMALL_WORDS or found


def render_watch(watch: Watch) -> str:
    """Return the text of ``watch.yaml``."""
    data: dict[str, Any] = {"schema": WATCH_SCHEMA, **filled(watch)}
    data["filters"] = filled(watch.filters)
    if watch.filters.ignores:
        data["filters"]["ignores"] = [filled(ignore) for ignore in watch.filters.ignores]
    return dump(data)


def parse_watch(text: str, where: str, *, name: str | None = None) -> Watch:
    """
    Read the text of a ``watch.yaml``.

    Raises:
        ConfigError: All problems at once, with file and line.

    """
    document = load(text, where, error=ConfigError)
    _, content = body(document, WATCH_FAMILY, WATCH_SCHEMA_VERSION, error=ConfigError)
    problems = Problems(document, ConfigError)
    filters_data = content.pop("filters", None) or {}
    watch = problems.structure(content, Watch, ())
    filters = problems.structure(filters_data, Filters, ("filters",))
    kinds, ignores = ((filters_data.get(key) if isinstance(filters_data, Mapping) else None) for key in ("kinds", "ignores"))
    for index, ignore in enumerate(ignores if isinstance(ignores, list) else ()):
        if isinstance(ignore, Mapping):
            _check_ignore(problems, index, ignore)
    for index, kind in enumerate(kinds if isinstance(kinds, list) else ()):
        if isinstance(kind, str) and not is_change_kind(kind):
            problems.add(("filters", "kinds", index), f"{kind!r} is no kind of change")
    if watch is not None and name is not None and watch.name != name:
        problems.add(("name",), f"it says {watch.name!r}, but lies in the folder of {name!r}")
    problems.raise_all("Correct the file.")
    if watch is None or filters is None:  # unreachable: nothing is left out without a problem
        raise ConfigError(where, "it cannot be read", "Correct the file.")
    return evolve(watch, filters=filters)


def _check_ignore(problems: Problems, index: int, ignore: Mapping[str, Any]) -> None:
    path = ("filters", "ignores", index)
    kind, expires = ignore.get("kind"), ignore.get("expires")
    if isinstance(kind, str) and not is_change_kind(kind):
        problems.add((*path, "kind"), f"{kind!r} is no kind of change")
    if isinstance(expires, str) and not is_day(expires):
        problems.add((*path, "expires"), f"{expires!r} is not a day like 2025-03-26")
    if kind is None and ignore.get("subject") is None:
        problems.add(path, "say which changes it hides: give 'kind', 'subject' or both")
