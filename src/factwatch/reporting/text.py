"""The report for a terminal: 80 columns, colours only where asked for."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from factwatch.reporting.outcome import Run
from factwatch.reporting.terminal import console_on
from factwatch.reporting.view import Note, Quote, Row, View, together, view_of
from factwatch.reporting.words import Piece, shown

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

_COLOURS: Final = {"breaking": "bold red", "notable": "bold yellow", "info": "cyan"}
_LABEL_WIDTH: Final = 8


def render_text(run: Run, *, width: int = 80, colour: bool = False, details: bool = False) -> str:
    """
    Return the report of *run*.

    Args:
        run: What was found.
        width: Columns.
        colour: Whether to write terminal colours.
        details: Whether to list what is confirmed, new, not mentioned, and past due.
    """
    stream = io.StringIO()
    console = console_on(stream, width=width, colour=colour)
    views = [view_of(outcome, run) for outcome in run.outcomes]
    baseline = None
    told: set[str] = set()
    for view in views:
        if baseline is not None:
            console.print()
        if view.baseline != baseline:
            baseline = view.baseline
            _print_pair(console, "baseline", baseline)
            if len(views) > 1:
                console.print()
        _print_view(console, view, told, details=details)
    joined = together(run)
    if joined is not None:
        for title, notes in (("AGREED", joined.agreements), ("CONFLICT", joined.conflicts)):
            for note in notes:
                console.print()
                _print_note(console, title, note)
        console.print()
        _print_line(console, joined.tally, style="bold")
    for message in run.unreadable:
        _print_line(console, f"not read: {shown(message)}", style="red")
    # Blanks that pad a line to the width say nothing.
    return "\n".join(line.rstrip() for line in stream.getvalue().split("\n")) if not colour else stream.getvalue()


def _print_view(console: Console, view: View, told: set[str], *, details: bool) -> None:
    _print_pair(console, "later", view.later + (f" “{view.headline}”" if view.headline else ""))
    for warning in view.warnings:
        if warning not in told:
            _print_pair(console, "note", warning, style="yellow")
            told.add(warning)
    for row in view.rows:
        console.print()
        _print_row(console, row)
    for note in view.inconsistencies:
        console.print()
        _print_note(console, "INCONSISTENT", note)
    if details:
        lists = (
            ("confirmed", view.confirmed),
            ("new", view.new),
            ("not mentioned", view.not_mentioned),
            ("past due and not confirmed", view.due),
        )
        for title, subjects in lists:
            _print_list(console, title, subjects)
    if view.rows or view.inconsistencies or details:
        console.print()
    _print_line(console, view.tally + (f"; {view.rest}" if view.rest else ""), style="bold" if view.rows else "green")


def _print_row(console: Console, row: Row) -> None:
    from rich.text import Text

    head = Text(row.severity.upper(), style=_COLOURS[row.severity])
    head.append(f"  {row.subject}", style="bold" if console.color_system else "")
    if row.known:
        head.append("  (seen before)", style="dim")
    console.print(head)
    if row.words:
        _print_indented(console, _word_diff(row.words))
    elif row.before is not None or row.after is not None:
        _print_indented(console, Text(f"{row.before or '(nothing)'} → {row.after or '(nothing)'}"))
    if row.explanation:
        _print_indented(console, Text(row.explanation))
    _print_quotes(console, "before", row.quotes_before)
    _print_quotes(console, "after", row.quotes_after)
    _print_indented(console, Text(f"{row.kind}, {row.nature}, id {row.id}", style="dim"))


def _print_note(console: Console, title: str, note: Note) -> None:
    from rich.text import Text

    head = Text(title, style="bold magenta")
    head.append(f"  {note.subject}")
    console.print(head)
    _print_indented(console, Text(note.explanation))
    _print_quotes(console, "words", note.quotes)


def _print_quotes(console: Console, name: str, quotes: Sequence[Quote]) -> None:
    from rich.text import Text

    for number, quote in enumerate(quotes):
        words = Text(f"“{quote.words}”")
        words.append(f" {quote.place}", style="dim")
        _print_indented(console, words, label=name if number == 0 else "")


def _print_list(console: Console, title: str, subjects: Iterable[str]) -> None:
    from rich.text import Text

    subjects = list(subjects)
    if subjects:
        console.print()
        _print_line(console, title, style="bold")
        for subject in subjects:
            _print_indented(console, Text(subject))


def _word_diff(pieces: Iterable[Piece]) -> Text:
    from rich.text import Text

    line = Text()
    for piece in pieces:
        if piece.change == "removed":
            line.append(f"[-{piece.words}-]", style="red")
        elif piece.change == "added":
            line.append(f"{{+{piece.words}+}}", style="green")
        else:
            line.append(piece.words)
    return line


def _print_indented(console: Console, content: Text, *, label: str | None = None) -> None:
    _print_columns(console, "" if label is None else label, content, indent=2, label_width=0 if label is None else _LABEL_WIDTH)


def _print_pair(console: Console, label: str, words: str, *, style: str = "") -> None:
    from rich.text import Text

    _print_columns(console, label, Text(words, style=style), indent=0, label_width=_LABEL_WIDTH + 2)


def _print_columns(console: Console, label: str, content: RenderableType, *, indent: int, label_width: int) -> None:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=0)
    grid.add_column(width=indent + label_width, no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(Text(" " * indent + label, style="dim" if label else ""), content)
    console.print(grid)


def _print_line(console: Console, words: str, *, style: str = "") -> None:
    from rich.text import Text

    console.print(Text(words, style=style))
