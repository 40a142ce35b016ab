"""Which fields of paired claims differ: the only module that knows deepdiff."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Plain = Mapping[str, Any]
Difference = tuple[Any, Any]
"""A field's value before and after; None where a side has none."""


def differences(pairs: Mapping[str, tuple[Plain, Plain]]) -> dict[str, dict[str, Difference]]:
    """
    Compare the two sides of each pair, field by field.

    Args:
        pairs: Pair's name -> its two sides as plain data (text, numbers, lists of text), already normalised.

    Returns:
        Pair's name -> field -> (before, after); pairs without a difference are left out.

    >>> differences({"p1": ({"status": "planned", "place": "JM"}, {"status": "done", "place": "JM"})})
    {'p1': {'status': ('planned', 'done')}}
    """
    unequal = {name: sides for name, sides in pairs.items() if sides[0] != sides[1]}
    if not unequal:
        return {}
    from deepdiff import DeepDiff

    before = {name: dict(sides[0]) for name, sides in unequal.items()}
    after = {name: dict(sides[1]) for name, sides in unequal.items()}
    # Small shared parts must not make deepdiff give up on the fields, and names that begin with '__' are names.
    found = DeepDiff(before, after, view="tree", threshold_to_diff_deeper=0, ignore_private_variables=False, verbose_level=2)
    fields: dict[str, set[str]] = {}
    for levels in found.values():
        for level in levels:
            path = level.path(output_format="list")
            fields.setdefault(path[0], set()).add(path[1])
    return {name: {field: (before[name].get(field), after[name].get(field)) for field in sorted(fields[name])} for name in sorted(fields)}
