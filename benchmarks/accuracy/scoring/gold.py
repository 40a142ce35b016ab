"""Gold files -> gold claims. Errors name the file and the claim's number, never its words: the set-aside documents stay unread."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

from attrs import frozen

from factwatch._yaml import load
from factwatch.errors import FactwatchError, UsageError
from factwatch.model.claim import CLAIM_KINDS

Value: TypeAlias = str | bool | int | tuple[Any, ...] | None
"""One reading of a field; for ``participants`` and ``topics`` a tuple of slots, each a tuple of readings."""

FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("person", "title", "of", "status"),
    "role": ("holder", "role", "of", "status"),
    "visit": ("who", "place", "when", "status"),
    "meeting": ("participants", "place", "when", "status"),
    "statement": ("speaker", "words", "direct"),
}
"""Fields that decide whether a claim is right."""
REQUIRED: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("person", "title"),
    "role": ("holder", "role"),
    "visit": ("who",),
    "meeting": (),
    "statement": ("speaker", "words"),
}
EXTRA: Final = ("since", "until", "order", "modality", "polarity", "attribution", "medium", "topics")
"""Fields that are looked at only where gold gives them."""
_KNOWN: Final = frozenset(
    {"kind", "evidence", "optional", "who", "with", "place", "when", *EXTRA}.union(*FIELDS.values()) - {"participants"}
)
_LISTS: Final = frozenset({"who", "with", "topics"})
_SUFFIX: Final = ".gold.yaml"
_DOCUMENT_SUFFIXES: Final = (".txt", ".md", ".html", ".htm")
_MOST_READINGS: Final = 64


@frozen(kw_only=True)
class GoldClaim:
    """A claim of the gold: each field with all readings that count as right."""

    kind: str
    number: int
    """Place in its file, from 1."""
    fields: Mapping[str, tuple[Value, ...]]
    optional: bool = False
    evidence: str = ""

    def first(self, name: str) -> Value:
        """Return the first reading of a field."""
        return self.fields.get(name, (None,))[0]


@frozen(kw_only=True)
class GoldDocument:
    """A document of the corpus with its gold."""

    name: str
    """``001-onion-lorries``."""
    path: Path
    published: dt.date | None
    style: str
    claims: tuple[GoldClaim, ...]


def gold_files(folder: Path) -> list[Path]:
    """
    Return the gold files of *folder*, in order.

    Raises:
        UsageError: There is no such folder, or no gold in it.
    """
    files = sorted(folder.glob("*" + _SUFFIX))
    if not files:
        raise UsageError(str(folder), "there is no gold in it (*.gold.yaml)", "Give a folder of documents with their gold beside them.")
    return files


def corpus_digest(folder: Path) -> str:
    """Return a digest of the documents and gold of *folder*: names and bytes."""
    digest = hashlib.sha256()
    for gold in gold_files(folder):
        for path in (document_of(gold), gold):
            data = path.read_bytes()
            digest.update(f"{path.name}\n{len(data)}\n".encode())
            digest.update(data)
    return "sha256:" + digest.hexdigest()


def document_of(gold: Path) -> Path:
    """
    Return the document that *gold* belongs to.

    Raises:
        UsageError: There is none beside it.
    """
    stem = gold.name.removesuffix(_SUFFIX)
    for suffix in _DOCUMENT_SUFFIXES:
        path = gold.with_name(stem + suffix)
        if path.is_file():
            return path
    raise UsageError(str(gold), "there is no document beside it", f"Add {stem}.txt, .md or .html.")


def read_gold(path: Path) -> GoldDocument:
    """
    Read one gold file.

    Raises:
        UsageError: It is not of the form that GUIDELINES.md describes.
    """
    data = load(path.read_text(encoding="utf-8"), str(path), error=UsageError).data
    if not isinstance(data, Mapping) or not isinstance(data.get("claims"), Sequence | None):
        raise UsageError(str(path), "it has no list of claims", "See GUIDELINES.md.")
    claims = tuple(_claim(entry, number, f"{path}, claim {number}") for number, entry in enumerate(data.get("claims") or (), 1))
    published = data.get("published")
    try:
        day = dt.date.fromisoformat(str(published)) if published is not None else None
    except ValueError as error:
        raise UsageError(str(path), "'published' is no day", "Write it as 2025-03-26.") from error
    return GoldDocument(
        name=path.name.removesuffix(_SUFFIX),
        path=document_of(path),
        published=day,
        style=str(data.get("style", "")),
        claims=claims,
    )


def _claim(entry: Any, number: int, where: str) -> GoldClaim:
    if not isinstance(entry, Mapping) or entry.get("kind") not in CLAIM_KINDS:
        raise UsageError(where, "it has no known kind", f"Use one of {', '.join(CLAIM_KINDS)}.")
    unknown = sorted(str(key) for key in entry if key not in _KNOWN)
    if unknown:
        raise UsageError(where, f"unknown field {unknown[0]!r}", "See GUIDELINES.md.")
    kind = str(entry["kind"])
    missing = [name for name in REQUIRED[kind] if entry.get(name) is None]
    if missing:
        raise UsageError(where, f"it has no {missing[0]!r}", "See GUIDELINES.md.")
    fields = {name: _readings(entry.get(name), name, where) for name in FIELDS[kind] if name != "participants"}
    if kind == "meeting":
        sides = [_lists(entry.get(side), side, where) for side in ("who", "with")]
        fields["participants"] = tuple(dict.fromkeys(first + second for first in sides[0] for second in sides[1]))
    for name in EXTRA:
        if entry.get(name) is not None:
            fields[name] = _lists(entry[name], name, where) if name in _LISTS else _readings(entry[name], name, where)
    return GoldClaim(
        kind=kind, number=number, fields=fields, optional=entry.get("optional") is True, evidence=str(entry.get("evidence") or "")
    )


def _alternatives(value: Any, where: str) -> Sequence[Any]:
    if not isinstance(value, Mapping):
        return [value]
    options = value.get("any")
    if set(value) != {"any"} or not isinstance(options, list) or not options:
        raise UsageError(where, "a field holds a mapping that is no {any: [...]}", "See GUIDELINES.md.")
    return [inner for option in options for inner in _alternatives(option, where)]


def _readings(value: Any, name: str, where: str) -> tuple[Value, ...]:
    readings: list[Value] = []
    for option in _alternatives(value, where):
        if isinstance(option, list | Mapping):
            raise UsageError(where, f"{name!r} holds a list", "Give one value or {any: [...]}.")
        readings.append(option if option is None or name in {"direct", "order"} else str(option))
    return tuple(readings)


def _lists(value: Any, name: str, where: str) -> tuple[tuple[tuple[Value, ...], ...], ...]:
    # All readings of the whole list; each is a tuple of slots, each slot a tuple of readings of one name.
    readings: list[tuple[tuple[Value, ...], ...]] = []
    for option in _alternatives(value, where):
        items: Iterable[Any] = option if isinstance(option, list) else () if option is None else [option]
        readings.append(tuple(_readings(item, name, where) for item in items))
    if len(readings) > _MOST_READINGS:
        raise UsageError(where, f"{name!r} has too many readings", f"Give at most {_MOST_READINGS}.")
    return tuple(readings)


def read_corpus(folder: Path) -> list[GoldDocument]:
    """
    Read all gold of *folder*, and report all mistakes at once.

    Raises:
        UsageError: A file is not of the form that GUIDELINES.md describes.
    """
    documents: list[GoldDocument] = []
    problems: list[str] = []
    for path in gold_files(folder):
        try:
            documents.append(read_gold(path))
        except FactwatchError as error:
            problems.append(f"{error.where}: {error.problem}")
    if problems:
        raise UsageError(str(folder), f"{len(problems)} gold file(s) cannot be read:\n  " + "\n  ".join(problems))
    return documents
