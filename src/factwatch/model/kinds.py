"""Kinds of change as people write them: a kind, a group of kinds, a pattern."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import Final, get_args

from factwatch.model.change import ChangeKind

CHANGE_KINDS: Final[tuple[str, ...]] = get_args(ChangeKind)


def matches_kind(kind: str, wanted: str) -> bool:
    """
    Return whether *kind* is what *wanted* says: the kind itself, its group or a pattern.

    >>> [matches_kind("visit.cancelled", wanted) for wanted in ("visit.cancelled", "visit", "*.cancelled", "title", "visits")]
    [True, True, True, False, False]
    """
    return kind == wanted or kind.partition(".")[0] == wanted or fnmatchcase(kind, wanted)


def is_change_kind(wanted: str) -> bool:
    """
    Return whether *wanted* is a kind of change, a group or a pattern that some kind fits.

    >>> is_change_kind("title.*"), is_change_kind("titel.changed")
    (True, False)
    """
    return any(matches_kind(kind, wanted) for kind in CHANGE_KINDS)
