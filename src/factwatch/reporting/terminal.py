"""The console that text is laid out on."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console


def console_on(stream: TextIO, *, width: int, colour: bool) -> Console:
    """Return a console that writes *width* columns to *stream*, with colours only where asked for, and takes nothing for markup."""
    from rich.console import Console

    return Console(
        file=stream,
        width=width,
        force_terminal=colour,
        no_color=not colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
