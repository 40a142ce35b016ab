"""The package's own tables of words, read once when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> Mapping[str, Any]:
    """Return the YAML table *name* (without its ending) of the package's data folder."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data: Mapping[str, Any] = yaml.load((files("factwatch.comparison") / "data" / f"{name}.yaml").read_bytes(), Loader=loader)  # noqa: S506  # a safe loader
    return data
