"""
Every exception that factwatch raises on purpose.

::

    FactwatchError
    ├── InputError              something given to read cannot be used
    │   ├── UnreadableDocumentError   missing, empty, binary, wrong encoding, too large, no text
    │   ├── MissingDateError          a relative date needs a publication date nobody gave
    │   └── ClaimsFormatError         a claims file or table is not in a format we know
    ├── LexiconError            a lexicon or pattern file has a mistake (file and line)
    ├── ConfigError             a setting has a mistake (file, line, key)
    ├── UsageError              a request that makes no sense as given (unknown id, kind, format)
    └── SnapshotError           the snapshot store cannot do what was asked
        ├── UnknownWatchError         no watch of that name
        ├── UnknownVersionError       the watch has no such version
        ├── SnapshotFormatError       a stored file is damaged or from a newer factwatch
        ├── IntegrityError            a digest does not match
        └── ConcurrentWriteError      another process holds or has changed the watch

Each message says what was wrong, where, and what to do. All arguments are handed to
`Exception`, so that every one of them survives pickling (pytest-xdist needs that).
"""

from __future__ import annotations

from typing import Final

__all__: Final = [
    "ClaimsFormatError",
    "ConcurrentWriteError",
    "ConfigError",
    "FactwatchError",
    "InputError",
    "IntegrityError",
    "LexiconError",
    "MissingDateError",
    "SnapshotError",
    "SnapshotFormatError",
    "UnknownVersionError",
    "UnknownWatchError",
    "UnreadableDocumentError",
    "UsageError",
]


class FactwatchError(Exception):
    """
    Base of all errors raised on purpose.

    Args:
        where: The file, option, watch or field the error is about.
        problem: What is wrong with it, as a lower-case fragment.
        remedy: What to do about it, as a sentence; may be empty.
    """

    def __init__(self, where: str, problem: str, remedy: str = "") -> None:
        super().__init__(where, problem, remedy)
        self.where = where
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        text = f"{self.where}: {self.problem}"
        return f"{text}. {self.remedy}" if self.remedy else text


class InputError(FactwatchError):
    """Something that was given to read cannot be used."""


class UnreadableDocumentError(InputError):
    """A document is missing, empty, binary, wrongly encoded, too large or without text."""


class MissingDateError(InputError):
    """A relative date needs a publication date, and nobody gave one."""


class ClaimsFormatError(InputError):
    """A claims file or table is not in a format that this version reads."""


class LexiconError(FactwatchError):
    """A lexicon or pattern file has a mistake; *where* is ``file:line``."""


class ConfigError(FactwatchError):
    """A setting has a mistake; *where* is ``file:line`` or the key."""


class UsageError(FactwatchError):
    """A request makes no sense as given: an unknown id, kind, format or filter."""


class SnapshotError(FactwatchError):
    """The snapshot store cannot do what was asked."""


class UnknownWatchError(SnapshotError):
    """No watch has that name."""


class UnknownVersionError(SnapshotError):
    """The watch has no such version."""


class SnapshotFormatError(SnapshotError):
    """A stored file is damaged, or was written by a newer factwatch."""


class IntegrityError(SnapshotError):
    """A digest does not match the content it stands for."""


class ConcurrentWriteError(SnapshotError):
    """Another process holds the watch, or changed it in between; try again."""
