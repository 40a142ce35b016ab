"""A chunk."""

from __future__ import annotations

from typing import Any

from attrs import define

from factwatch.lexicon.places import Place


@define(eq=False)
class Chunk:
    """A stretch of a unit: tokens ``[first:last)``."""

    kind: str
    first: int
    last: int
    start: int
    """Offset of its first character in the document."""
    end: int
    text: str
    low: str
    value: Any = None


def is_country(value: Any) -> bool:
    """Tell whether *value* is a country of the gazetteer."""
    return isinstance(value, Place) and value.kind == "country"
