"""Names of watches and of their version files."""

from __future__ import annotations

import re
from typing import Final

from factwatch.errors import UsageError

__all__: Final = ["check_name", "is_name", "version_file", "version_of"]

MAX_LENGTH: Final = 80
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9._-]*", re.ASCII)
_VERSION: Final = re.compile(r"([0-9]{4,9})\.yaml", re.ASCII)
# Windows opens a device for these, whatever follows the first dot.
_DEVICES: Final = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})


def check_name(name: str) -> str:
    """
    Return *name* where it is safe as a folder name on every platform.

    Small letters only, so that no two names differ by case alone.

    Raises:
        UsageError: Anything else.

    """
    where = f"watch {name[:100]!r}"
    if not _NAME.fullmatch(name):
        raise UsageError(
            where,
            "not a usable name",
            "Use small letters a-z, digits, '.', '_' and '-', with a letter or digit first, as in 'caribbean-tour'.",
        )
    if len(name) > MAX_LENGTH:
        raise UsageError(where, f"the name has {len(name)} letters", f"Use at most {MAX_LENGTH}.")
    if name.endswith("."):
        raise UsageError(where, "the name ends with a dot, which Windows drops", "End it with a letter or digit.")
    if name.split(".", maxsplit=1)[0] in _DEVICES:
        raise UsageError(where, "Windows keeps this name for a device", "Use another name.")
    return name


def is_name(name: str) -> bool:
    """Say whether *name* is safe as a folder name on every platform."""
    try:
        return check_name(name) == name
    except UsageError:
        return False


def version_file(version: int) -> str:
    """
    Return the file name of *version*.

    >>> version_file(12)
    '0012.yaml'
    """
    return f"{version:04}.yaml"


def version_of(file_name: str) -> int | None:
    """Return the version whose file is called *file_name*, or None for another file."""
    match = _VERSION.fullmatch(file_name)
    if match is None or version_file(int(match[1])) != file_name or int(match[1]) < 1:
        return None
    return int(match[1])
