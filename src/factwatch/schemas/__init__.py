"""The published JSON Schemas (draft 2020-12) of every format that other programs may rely on."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any, Final

from factwatch.errors import UsageError

__all__: Final = ["SCHEMAS", "schema"]

SCHEMAS: Final = ("factwatch.claims/1", "factwatch.report/1", "factwatch.snapshot/1", "factwatch.watch/1")


def schema(name: str) -> dict[str, Any]:
    """
    Return the JSON Schema of the format *name* ('factwatch.claims/1'), whose file is ``claims-1.json`` in this folder.

    Raises:
        UsageError: There is no such format.

    """
    if name not in SCHEMAS:
        where = f"schema {name!r}"
        raise UsageError(where, "there is no such format", f"There are: {', '.join(SCHEMAS)}.")
    file = resources.files(__name__).joinpath(name.removeprefix("factwatch.").replace("/", "-") + ".json")
    loaded: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return loaded
