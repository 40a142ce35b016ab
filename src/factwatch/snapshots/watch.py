"""A watch's settings: what it follows, what it passes over, and what makes a check fail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, get_args

from attrs import Factory, evolve, frozen

from factwatch._yaml import dump, load
from factwatch.conversion import to_data
from factwatch.errors import ConfigError
from factwatch.model.change import Change, ChangeKind, Severity
from factwatch.model.claim import Claim
from factwatch.snapshots.checked import Problems, body, is_day
from factwatch.snapshots.format import filled

__all__: Final = [
    "Filters",
    "Ignore",
    "Selection",
    "Watch",
    "is_change_kind",
    "matches_kind",
    "parse_watch",
    "render_watch",
    "select",
    "words",
]

WATCH_FAMILY: Final = "factwatch.watch"
WATCH_SCHEMA_VERSION: Final = 1
WATCH_SCHEMA: Final = f"{WATCH_FAMILY}/{WATCH_SCHEMA_VERSION}"
_KINDS: Final[tuple[str, ...]] = get_args(ChangeKind)
_WORD: Final = re.compile(r"\w+")
_SMALL_WORDS: Final = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"})


@frozen(kw_only=True)
class Ignore:
    """Changes that the desk has chosen not to see; what they are about stays in the snapshot."""

    reason: str
    kind: str | None = None
    """A kind of change or a group of them ('title'); None for every kind."""
    subject: str | None = None
    """Words that the change's subject has; None for every subject."""
    expires: str | None = None
    """ISO 8601 day, the last on which it counts; None for ever."""

    def covers(self, change: Change, today: str | None = None) -> bool:
        """Say whether it hides *change* on the ISO 8601 day *today* (None: expiry does not count)."""
        if self.expires is not None and today is not None and today > self.expires:
            return False
        if self.kind is not None and not matches_kind(change.kind, self.kind):
            return False
        return self.subject is None or words(self.subject) <= words(change.subject)


@frozen(kw_only=True)
class Filters:
    """Which changes are shown, and which of them count."""

    kinds: tuple[str, ...] = ()
    """Kinds of change, or groups ('visit'), that are shown; empty for all."""
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


@frozen(kw_only=True)
class Selection:
    """Changes parted by a watch's settings."""

    shown: tuple[Change, ...] = ()
    ignored: tuple[tuple[Change, Ignore], ...] = ()
    outside: tuple[Change, ...] = ()
    """Of kinds, people and bodies that the watch does not follow."""
    expired: tuple[Ignore, ...] = ()
    """Rules that would have hidden a shown change, had they not run out."""

    def failing(self, watch: Watch) -> tuple[Change, ...]:
        """Return the shown changes that make a check end with status 1."""
        return tuple(change for change in self.shown if change.severity in watch.filters.fail_on)


def words(text: str) -> frozenset[str]:
    """Return the words of *text* that names are told apart by, in small letters."""
    found = frozenset(_WORD.findall(text.casefold()))
    return found - _SMALL_WORDS or found


def is_change_kind(kind: str) -> bool:
    """Say whether *kind* is a kind of change or a group of kinds ('title', 'title.*')."""
    return kind in _KINDS or kind.removesuffix(".*") in {known.partition(".")[0] for known in _KINDS}


def matches_kind(kind: str, wanted: str) -> bool:
    """Say whether *kind* is *wanted*, or of the group *wanted*."""
    group = wanted.removesuffix(".*")
    return kind == wanted or kind.partition(".")[0] == group


def select(watch: Watch, changes: Iterable[Change], claims: Mapping[str, Claim] | None = None, *, today: str | None = None) -> Selection:
    """
    Part *changes* by the watch's settings.

    Args:
        watch: The settings.
        changes: What a comparison found.
        claims: Claims of both sides by id, so that people are found who are in a claim, but not in the change's own words.
        today: ISO 8601 day that the expiry of ignores is held against; None: nothing has expired.

    """
    shown: list[Change] = []
    outside: list[Change] = []
    ignored: list[tuple[Change, Ignore]] = []
    expired: list[Ignore] = []
    followed = [words(name) for name in (*watch.people, *watch.bodies)]
    for change in changes:
        kinds = watch.filters.kinds
        about = _about(change, claims or {})
        if (kinds and not any(matches_kind(change.kind, kind) for kind in kinds)) or (
            followed and not any(name <= about for name in followed)
        ):
            outside.append(change)
            continue
        rule = next((rule for rule in watch.filters.ignores if rule.covers(change, today)), None)
        if rule is not None:
            ignored.append((change, rule))
            continue
        shown.append(change)
        expired.extend(rule for rule in watch.filters.ignores if rule.covers(change) and rule not in expired)
    return Selection(shown=tuple(shown), ignored=tuple(ignored), outside=tuple(outside), expired=tuple(expired))


def _about(change: Change, claims: Mapping[str, Claim]) -> frozenset[str]:
    texts = [change.subject, change.before or "", change.after or ""]
    for claim_id in (change.claims.before, change.claims.after):
        claim = claims.get(claim_id or "")
        if claim is not None:
            texts.extend(_names(to_data(claim)))
    return frozenset().union(*(words(text) for text in texts))


def _names(data: Mapping[str, Any]) -> list[str]:
    found: list[str] = []
    for key in ("person", "holder", "who", "with", "speaker", "of", "place"):
        value = data.get(key) or ()
        found.extend([value] if isinstance(value, str) else value)
    return found


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
