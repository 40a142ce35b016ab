"""Where the program runs: in continuous integration or not, in which folder."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_NOT_CI: Final = frozenset({"", "0", "false"})


def in_ci(environment: Mapping[str, str] | None = None) -> bool:
    """
    Return whether this is continuous integration: ``CI`` is set to anything but false, or ``TF_BUILD`` is set.

    >>> in_ci({"CI": "true"}), in_ci({"CI": "0"}), in_ci({})
    (True, False, False)
    """
    found = os.environ if environment is None else environment
    return found.get("CI", "").lower() not in _NOT_CI or bool(found.get("TF_BUILD"))


def from_here(path: Path) -> Path:
    """Return *path* from the folder we are in where it lies below, so that messages are short."""
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path
