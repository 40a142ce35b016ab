"""Older schemas of stored files -> the present one. A file on disk stays as it is; it is brought up to date each time that it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

__all__: Final = ["SNAPSHOT_FAMILY", "SNAPSHOT_SCHEMA_VERSION", "migrate_snapshot"]

SNAPSHOT_FAMILY: Final = "factwatch.snapshot"
SNAPSHOT_SCHEMA_VERSION: Final = 1


def migrate_snapshot(data: dict[str, Any], schema_version: int) -> dict[str, Any]:
    """
    Return the content of a snapshot file in the present schema.

    Data that does not fit its own schema is passed on as it is: the reader then says what is wrong with it.
    """
    for step in range(schema_version, SNAPSHOT_SCHEMA_VERSION):
        data = _STEPS[step](data)
    return data


def _from_0(data: dict[str, Any]) -> dict[str, Any]:
    # The first format: one document a version under 'source', its day under 'date', bare claims, no digests.
    migrated = {key: value for key, value in data.items() if key not in {"date", "source", "claims"}}
    if "date" in data:
        migrated["accepted"] = data["date"]
    version = data.get("version", 1)
    key = None
    source = data.get("source")
    if isinstance(source, Mapping):
        migrated["sources"] = [{**source, "added": version}]
        key = source.get("digest") or source.get("name")
    claims = data.get("claims")
    if isinstance(claims, list):
        origin = {"first_seen": version, "set_in": version, **({"source": key} if key else {})}
        claims = [{**claim, "origin": dict(origin)} if isinstance(claim, Mapping) else claim for claim in claims]
    if claims is not None:
        migrated["claims"] = claims
    return migrated


_STEPS: Final[Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]]] = {0: _from_0}
