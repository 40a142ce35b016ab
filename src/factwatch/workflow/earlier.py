"""Reports of earlier runs: what they found is not new."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from factwatch.errors import ClaimsFormatError


def load_known(paths: Iterable[Path]) -> frozenset[str]:
    """
    Return the ids of the changes in reports of earlier runs (``--format json`` or SARIF).

    Raises:
        ClaimsFormatError: A file is neither.
    """
    found: set[str] = set()
    for path in paths:
        where = path.as_posix()
        try:
            data = json.loads(path.read_bytes())
        except (OSError, ValueError, RecursionError) as error:
            raise ClaimsFormatError(where, "it is no report of an earlier run", "Give a file that --output json or sarif wrote.") from error
        found.update(_known_ids(data, where))
    return frozenset(found)


def _known_ids(data: object, where: str) -> Iterable[str]:
    try:
        if isinstance(data, dict) and "runs" in data:
            return [result["partialFingerprints"]["factwatch/v1"] for run in data["runs"] for result in run["results"]]
        if isinstance(data, dict) and "schema" in data:
            reports = data.get("reports", [data])
            return [change["id"] for report in reports for change in report["changes"]]
    except (KeyError, TypeError) as error:
        raise ClaimsFormatError(where, f"a part of it is missing: {error}", "Give a file that --output json or sarif wrote.") from error
    raise ClaimsFormatError(where, "it is no report of an earlier run", "Give a file that --output json or sarif wrote.")
