"""The package's own tables of words, read once when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from factwatch.errors import LexiconError


@cache
def table(name: str) -> Mapping[str, Any]:
    """Return the YAML table *name* (without its ending) of the package's data folder."""
    from factwatch._yaml import load

    path = files("factwatch.comparison") / "data" / f"{name}.yaml"
    data: Mapping[str, Any] = load(path.read_text(encoding="utf-8"), where=path.name, error=LexiconError).data
    return data
