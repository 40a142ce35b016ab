"""What all commands share: settings, the store, the day, where output goes."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from factwatch.errors import UsageError
from factwatch.surroundings import from_here, in_ci

if TYPE_CHECKING:
    from factwatch.comparison import Aliases
    from factwatch.config import Config
    from factwatch.snapshots.store import SnapshotStore

_WIDEST: Final = 100
_PLAIN_WIDTH: Final = 80
_ONE_LINE: Final = 10_000


class Session:
    """
    One run of the program.

    The clock and the environment are read here and nowhere else.
    """

    def __init__(self, *, config: Path | None = None, snapshots: Path | None = None, today: dt.date | None = None) -> None:
        self._config = config
        self._snapshots = snapshots
        self._today = today

    @cached_property
    def config(self) -> Config:
        """The project's settings."""
        from factwatch.config import find_config, load_config

        return load_config(self._config) if self._config else find_config(Path.cwd())

    @cached_property
    def store(self) -> SnapshotStore:
        """The watches."""
        from factwatch.snapshots.store import SnapshotStore

        return SnapshotStore(self._snapshots or from_here(self.config.snapshots))

    @cached_property
    def today(self) -> dt.date:
        """The day of this run."""
        return self._today or dt.datetime.now(tz=dt.UTC).astimezone().date()

    @property
    def given_today(self) -> dt.date | None:
        """The day, where somebody gave one."""
        return self._today

    @property
    def in_ci(self) -> bool:
        """Whether this runs in continuous integration, which never writes unless asked to."""
        return in_ci()

    @property
    def colour(self) -> bool:
        """Whether standard output takes colours: a terminal, and nobody set NO_COLOR."""
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    @property
    def width(self) -> int:
        """Columns of a terminal, at most 100; 80 elsewhere."""
        return min(shutil.get_terminal_size((_PLAIN_WIDTH, 24)).columns, _WIDEST) if sys.stdout.isatty() else _PLAIN_WIDTH

    @property
    def table_width(self) -> int:
        """Columns that a table may take: those of the terminal; elsewhere a row is one line, so that grep and the like find whole rows."""
        return shutil.get_terminal_size((_PLAIN_WIDTH, 24)).columns if sys.stdout.isatty() else _ONE_LINE

    def aliases(self, given: Path | None) -> Aliases | None:
        """Return the user's alias file, read; that of the settings by default."""
        path = given or self.config.aliases
        if path is None:
            return None
        from factwatch.comparison import Aliases

        return Aliases.from_file(path)

    def lexicons(self, given: tuple[Path, ...]) -> tuple[Path, ...]:
        """Return the lexicon files of the settings and of the command line."""
        return (*self.config.lexicons, *given)

    def references(self, given: tuple[Path, ...]) -> tuple[Path, ...]:
        """Return the tables of office holders of the settings and of the command line."""
        return (*self.config.references, *given)

    def check_may_write(self, *, write: bool) -> None:
        """
        Refuse to write in continuous integration.

        Raises:
            UsageError: It runs there, and *write*, the explicit request, is not given.
        """
        if self.in_ci and not write:
            raise UsageError("continuous integration", "it never writes to watches", "Pass --write where that is meant.")


def emit(text: str) -> None:
    """Print *text*, which ends its own lines."""
    click.echo(text, nl=False)


def tell(text: str) -> None:
    """Print a line for people to standard error."""
    click.echo(text, err=True)


def write_file(path: Path, text: str) -> None:
    """
    Write an output file.

    Raises:
        UsageError: It cannot be written.
    """
    try:
        path.write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        problem = f"it cannot be written: {(error.strerror or str(error)).lower()}"
        raise UsageError(path.as_posix(), problem, "Check the folder and its permissions.") from error


__all__: Final = ["Session", "emit", "tell", "write_file"]
