"""Rows of a history, as text, Markdown or JSON."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from factwatch.reporting.markdown import escaped
from factwatch.reporting.terminal import console_on
from factwatch.reporting.words import shown

_WHOLE: Final = 16
"""Columns of this many characters are not wrapped: dates, numbers, ids."""


def render_table(
    columns: Sequence[str], rows: Sequence[Mapping[str, Any]], output: str, *, width: int = 80, colour: bool = False, empty: str = "nothing"
) -> str:
    """
    Return *rows*.

    Args:
        columns: Keys of the rows that text and Markdown show, in order; JSON has all keys.
        rows: The rows; values are shown as text, None as nothing.
        output: ``text``, ``markdown`` or ``json``.
        width: Columns of text.
        colour: Whether text has terminal colours.
        empty: What text and Markdown say where there are no rows.
    """
    if output == "json":
        return json.dumps(list(rows), ensure_ascii=False, indent=2) + "\n"
    if not rows:
        return f"{empty}\n"
    cells = [[_cell(row.get(column)) for column in columns] for row in rows]
    if output == "markdown":
        lines = [columns, ["---"] * len(columns), *([escaped(cell) for cell in row] for row in cells)]
        return "".join(f"| {' | '.join(line)} |\n" for line in lines)
    return _text(columns, cells, width=width, colour=colour)


def _text(columns: Sequence[str], cells: Sequence[Sequence[str]], *, width: int, colour: bool) -> str:
    from rich.table import Table
    from rich.text import Text

    stream = io.StringIO()
    console = console_on(stream, width=width, colour=colour)
    table = Table(box=None, pad_edge=False, show_header=True, header_style="bold" if colour else "", padding=(0, 2, 0, 0))
    for number, column in enumerate(columns):
        longest = max(len(row[number]) for row in cells)
        table.add_column(column, overflow="fold", no_wrap=longest <= _WHOLE)
    for row in cells:
        table.add_row(*(Text(cell) for cell in row))
    console.print(table)
    return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().splitlines())


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, list | tuple):
        return shown(", ".join(map(str, value)))
    if isinstance(value, Mapping):
        return shown(json.dumps(value, ensure_ascii=False))
    return shown(str(value))
