"""
A snapshot <-> the text of its file, and the digest that seals it.

The digest is taken over the content in a canonical form, not over the bytes of the file: comments, spacing, quotation marks, the order of
claims and the line ends that git may rewrite do not count; every value does.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from attrs import NOTHING, Factory, evolve, fields

from factwatch._yaml import Inline, YamlDocument, dump, load
from factwatch.conversion import to_data
from factwatch.errors import SnapshotFormatError
from factwatch.model.claim import Claim, Extractor
from factwatch.snapshots.checked import Path, Problems, body, is_day, is_moment, is_when
from factwatch.snapshots.migrations import SNAPSHOT_FAMILY, SNAPSHOT_SCHEMA_VERSION, migrate_snapshot
from factwatch.snapshots.record import Closure, Entry, Origin, Parent, Snapshot, Source, Validity

__all__: Final = [
    "SNAPSHOT_SCHEMA",
    "claim_data",
    "digest_of",
    "entry_data",
    "filled",
    "parse",
    "render",
    "sealed",
    "short",
    "snapshot_document",
]

SNAPSHOT_SCHEMA: Final = f"{SNAPSHOT_FAMILY}/{SNAPSHOT_SCHEMA_VERSION}"
_REMEDY: Final = "Correct the file, or take it from version control; after an edit by hand, seal the watch."
_KEEPING: Final = ("origin", "valid", "closed")
_FACTORY: Final[type[Any]] = type(Factory(dict))
_EMPTY: Final[tuple[Any, ...]] = (None, "", [], {})
_SHORT: Final = len("sha256:") + 16


def snapshot_document(snapshot: Snapshot) -> dict[str, Any]:
    """Return the ``factwatch.snapshot/1`` document of *snapshot*; keys without content are left out."""
    return {
        "schema": SNAPSHOT_SCHEMA,
        "watch": snapshot.watch,
        "version": snapshot.version,
        "accepted": snapshot.accepted,
        **_filled(
            {
                "note": snapshot.note,
                "parent": snapshot.parent,
                "lineage": list(snapshot.lineage),
                "merged": [filled(parent) for parent in snapshot.merged],
                "digest": snapshot.digest,
                "extractor": Inline(filled(snapshot.extractor)),
                "changes": list(snapshot.changes),
                "sources": [filled(source) for source in snapshot.sources],
                "aliases": to_data(snapshot.aliases),
            }
        ),
        "claims": [entry_data(entry) for entry in snapshot.claims],
        **_filled({"closed": [entry_data(entry) for entry in snapshot.closed]}),
    }


def entry_data(entry: Entry) -> dict[str, Any]:
    """Return the plain data of one entry: the claim's own, then the book-keeping."""
    data = claim_data(entry.claim)
    for name in _KEEPING:
        keeping = getattr(entry, name)
        if keeping is not None and (kept := filled(keeping)):
            data[name] = Inline(kept)
    return data


def claim_data(claim: Claim) -> dict[str, Any]:
    """Return the plain data of *claim*, each piece of evidence on one line."""
    data = filled(claim)
    if claim.evidence:
        data["evidence"] = [Inline(filled(item)) for item in claim.evidence]
    return data


def filled(value: Any) -> dict[str, Any]:
    """Return the plain data of *value* (a class of ours) without the optional keys that say nothing."""
    cls: Any = type(value)
    required = _required(cls)
    return {key: item for key, item in to_data(value).items() if key in required or item not in _EMPTY}


@cache
def _required(cls: Any) -> frozenset[str]:
    # An empty value says something where leaving it out would mean another.
    return frozenset(
        attribute.name
        for attribute in fields(cls)
        if attribute.default is NOTHING or not (isinstance(attribute.default, _FACTORY) or to_data(attribute.default) in _EMPTY)
    )


def _filled(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in _EMPTY}


def digest_of(snapshot: Snapshot) -> str:
    """Return the digest of all of *snapshot* but its digest, as ``sha256:`` and 64 hexadecimal digits."""
    document = snapshot_document(evolve(snapshot, digest=None))
    canonical = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return "sha256:" + hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def short(digest: str) -> str:
    """Return the first part of *digest*, as it stands in a lineage."""
    return digest[:_SHORT]


def sealed(snapshot: Snapshot) -> Snapshot:
    """Return *snapshot* in file order and with its digest."""
    ordered = evolve(
        snapshot,
        claims=tuple(sorted(snapshot.claims, key=lambda entry: entry.order)),
        closed=tuple(sorted(snapshot.closed, key=lambda entry: entry.order)),
        sources=tuple(sorted(snapshot.sources, key=lambda source: (source.added, source.published or "", source.key))),
        aliases={name: tuple(sorted(set(snapshot.aliases[name]))) for name in sorted(snapshot.aliases)},
    )
    return evolve(ordered, digest=digest_of(ordered))


def render(snapshot: Snapshot) -> str:
    """Return the text of the snapshot's file."""
    return dump(snapshot_document(snapshot))


def parse(text: str, where: str, *, watch: str | None = None, version: int | None = None, strict: bool = False) -> Snapshot:
    """
    Read the text of a snapshot file, of this or any older schema.

    Args:
        text: What the file holds.
        where: Names the file in errors.
        watch: The watch that the file must belong to, where known.
        version: The version that it must be, where known.
        strict: Check the dates inside claims too: for files edited by hand.

    Raises:
        SnapshotFormatError: All problems at once, with file and line; or a schema that is newer than this program.

    """
    document = load(text, where)
    schema_version, content = body(document, SNAPSHOT_FAMILY, SNAPSHOT_SCHEMA_VERSION)
    problems = Problems(document)
    snapshot = _Reader(document, problems, migrate_snapshot(content, schema_version)).read(strict=strict)
    if snapshot is not None:
        if watch is not None and snapshot.watch != watch:
            problems.add(("watch",), f"it says {snapshot.watch!r}, but lies in the folder of {watch!r}")
        if schema_version > 0 and snapshot.digest is None:
            snapshot = evolve(snapshot, digest="")  # only the first format had none: here it was deleted
        if version is not None and snapshot.version != version:
            problems.add(("version",), f"it says {snapshot.version}, but the file is the one of version {version}")
    problems.raise_all(_REMEDY)
    if snapshot is None:  # unreachable: nothing is left out without a problem
        raise SnapshotFormatError(where, "it cannot be read", _REMEDY)
    return snapshot


class _Reader:
    def __init__(self, document: YamlDocument, problems: Problems, data: dict[str, Any]) -> None:
        self.document = document
        self.problems = problems
        self.data = data

    def read(self, *, strict: bool) -> Snapshot | None:
        problems, data = self.problems, self.data
        head = {key: value for key, value in data.items() if key not in {"sources", "claims", "closed", "merged", "extractor"}}
        sources = problems.each(data.get("sources"), ("sources",), lambda item, path: problems.structure(item, Source, path))
        merged = problems.each(data.get("merged"), ("merged",), lambda item, path: problems.structure(item, Parent, path))
        extractor = problems.structure(data.get("extractor", {}), Extractor, ("extractor",))
        if "claims" not in data:
            problems.add((), "claims: required field missing")
        claims = problems.each(data.get("claims"), ("claims",), self._entry)
        closed = problems.each(data.get("closed"), ("closed",), self._entry)
        built = problems.structure(head, Snapshot, ())
        if built is None or extractor is None:
            return None
        snapshot = evolve(built, sources=tuple(sources), merged=tuple(merged), extractor=extractor)
        self._check(snapshot, strict=strict)
        return evolve(snapshot, claims=tuple(sorted(claims, key=lambda e: e.order)), closed=tuple(sorted(closed, key=lambda e: e.order)))

    def _entry(self, data: Any, path: Path) -> Entry | None:
        problems = self.problems
        if not isinstance(data, Mapping):
            problems.add(path, f"expected a claim, got {str(data)[:60]!r}")
            return None
        claim = problems.claim({key: value for key, value in data.items() if key not in _KEEPING}, path)
        version = self.data.get("version")
        # A claim that was added by hand may come without book-keeping.
        given = data.get("origin", {"first_seen": version, "set_in": version})
        origin = problems.structure(given, Origin, (*path, "origin")) if "origin" in data or isinstance(version, int) else None
        valid = problems.structure(data.get("valid", {}), Validity, (*path, "valid"))
        closure = problems.structure(data["closed"], Closure, (*path, "closed")) if "closed" in data else None
        if path[0] == "closed" and "closed" not in data:
            problems.add((*path, "closed"), "required field missing: a closed claim says on which day and in which version it was closed")
        if path[0] == "claims" and "closed" in data:
            problems.add((*path, "closed"), "a closed claim belongs under 'closed'")
        if claim is None or origin is None or valid is None:
            return None
        return Entry(claim=claim, origin=origin, valid=valid, closed=closure)

    def _check(self, snapshot: Snapshot, *, strict: bool) -> None:
        problems = self.problems
        if snapshot.version < 1:
            problems.add(("version",), "versions count from 1")
        if not is_day(snapshot.accepted):
            problems.add(("accepted",), f"{snapshot.accepted!r} is not a day like 2025-03-26")
        keys = {source.key for source in snapshot.sources}
        for index, source in enumerate(snapshot.sources):
            if source.published is not None and not is_day(source.published):
                problems.add(("sources", index, "published"), f"{source.published!r} is not a day like 2025-03-26")
        seen: dict[str, int] = {}
        for part in ("claims", "closed"):
            rows = self.data.get(part)
            for index, data in enumerate(rows if isinstance(rows, list) else ()):
                if isinstance(data, Mapping):
                    self._check_entry(data, (part, index), keys, strict=strict)
                    claim_id = data.get("id")
                    if part == "claims" and isinstance(claim_id, str):
                        if claim_id in seen:
                            problems.add((part, index, "id"), f"claims[{seen[claim_id]}] has this id too")
                        seen.setdefault(claim_id, index)

    def _check_entry(self, data: Mapping[str, Any], path: Path, keys: set[str], *, strict: bool) -> None:
        problems = self.problems
        for holder, key in (("origin", "source"), ("closed", "by")):
            keeping = data.get(holder)
            if isinstance(keeping, Mapping) and keeping.get(key) is not None and keeping[key] not in keys:
                problems.add((*path, holder, key), "no source has this digest or name")
        valid = data.get("valid")
        if isinstance(valid, Mapping):
            for key in ("since", "until"):
                if valid.get(key) is not None and not is_moment(valid[key]):
                    problems.add((*path, "valid", key), f"{valid[key]!r} is not a day, month or year like 2025-03-26, 2025-03 or '2025'")
        closed = data.get("closed")
        if isinstance(closed, Mapping) and "day" in closed and not is_day(closed["day"]):
            problems.add((*path, "closed", "day"), f"{closed['day']!r} is not a day like 2025-03-26")
        if strict:
            for key in ("since", "until", "when"):
                if isinstance(data.get(key), str) and not is_when(data[key]):
                    problems.add((*path, key), f"{data[key]!r} is not an ISO 8601 day, month, year or interval")
