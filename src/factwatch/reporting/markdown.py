"""The report as Markdown: for a file, a job summary, or a comment on a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from factwatch.reporting.outcome import Run
from factwatch.reporting.view import Note, Quote, Row, View, tally, together, view_of
from factwatch.reporting.words import Piece, shown

MARKER: Final = "<!-- factwatch -->"
"""First line; a bot finds its own comment by it."""
# Everything that could start markup or an address.
_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>~$|]|&(?=#?\w+;)|:(?=//)|(?<=\bwww)\.|^[-+=#](?=\s|$)|(?<=^\d)[.)]|(?<=^\d\d)[.)]")
# Forges make links of these after Markdown is done with; an empty comment between sign and word stops them.
_REFERENCE: Final = re.compile(r"[@#](?=\w)")


def escaped(text: str) -> str:
    r"""
    Return *text* so that Markdown shows it letter for letter.

    >>> escaped("a *b* <c>")
    'a \\*b\\* \\<c\\>'
    """
    return _REFERENCE.sub(lambda sign: f"{sign[0]}<!-- -->", _SPECIAL.sub(lambda sign: f"\\{sign[0]}", shown(text)))


def render_markdown(run: Run, *, details: bool = True) -> str:
    """Return the report of *run*; with *details* also what is confirmed, new and not mentioned, folded away."""
    views = [view_of(outcome, run) for outcome in run.outcomes]
    joined = together(run)
    total = joined.tally if joined else tally(row.severity for view in views for row in view.rows)
    lines = [MARKER, f"## factwatch: {escaped(run.watch)}, {total}" if run.watch else f"## factwatch: {total}"]
    baseline = None
    told: set[str] = set()
    for view in views:
        if view.baseline != baseline:
            baseline = view.baseline
            lines += ["", f"**Baseline:** {escaped(baseline)}"]
        lines += ["", *_view_lines(view, told, details=details)]
    if joined is not None:
        for title, notes in (("agreed", joined.agreements), ("conflict", joined.conflicts)):
            for note in notes:
                lines += ["", *_note_lines(title, note)]
    if run.unreadable:
        lines += ["", "**Not read:**", "", *(f"- {escaped(message)}" for message in run.unreadable)]
    return "\n".join(lines) + "\n"


def _view_lines(view: View, told: set[str], *, details: bool) -> list[str]:
    lines = [f"**Later:** {escaped(view.later)}"]
    if view.headline:
        lines[-1] += f", “{escaped(view.headline)}”"
    for warning in view.warnings:
        if warning not in told:
            lines += ["", f"> **Note:** {escaped(warning)}"]
            told.add(warning)
    for row in view.rows:
        lines += ["", *_row_lines(row)]
    for note in view.inconsistencies:
        lines += ["", *_note_lines("inconsistent", note)]
    if not view.rows:
        lines += ["", "No changes."]
    if view.rest:
        lists = (
            ("Confirmed", view.confirmed),
            ("New", view.new),
            ("Not mentioned", view.not_mentioned),
            ("Past due and not confirmed", view.due),
        )
        listed = [line for title, subjects in lists for line in _list_lines(title, subjects)] if details else []
        if listed:
            lines += ["", f"<details><summary>{view.rest}</summary>", "", *listed, "", "</details>"]
        else:
            lines += ["", view.rest]
    return lines


def _row_lines(row: Row) -> list[str]:
    lines = [f"### {row.severity}: {escaped(row.subject)}", ""]
    if row.words:
        lines += [_word_diff(row.words), ""]
    elif row.before is not None or row.after is not None:
        lines += [f"{escaped(row.before or '(nothing)')} → **{escaped(row.after or '(nothing)')}**", ""]
    if row.explanation:
        lines += [escaped(row.explanation), ""]
    lines += _quote_lines("before", row.quotes_before) + _quote_lines("after", row.quotes_after)
    seen = ", seen before" if row.known else ""
    return [*lines, f"`{row.kind}`, {row.nature}, id `{row.id}`{seen}"]


def _note_lines(title: str, note: Note) -> list[str]:
    return [f"### {title}: {escaped(note.subject)}", "", escaped(note.explanation), "", *_quote_lines("words", note.quotes)]


def _quote_lines(side: str, quotes: Sequence[Quote]) -> list[str]:
    lines: list[str] = []
    for quote in quotes:
        lines += [f"> **{side}:** “{escaped(quote.words)}” ({escaped(quote.place)})", ""]
    return lines


def _list_lines(title: str, subjects: Iterable[str]) -> list[str]:
    subjects = list(subjects)
    return ["", f"**{title}**", "", *(f"- {escaped(subject)}" for subject in subjects)] if subjects else []


def _word_diff(pieces: Iterable[Piece]) -> str:
    marks = {"same": "", "removed": "~~", "added": "**"}
    parts = []
    for piece in pieces:
        words = piece.words
        mark = marks[piece.change]
        # Markup must touch the words; blanks go outside.
        core = escaped(words)
        before = " " if words[:1].isspace() else ""
        after = " " if words[-1:].isspace() and words.strip() else ""
        parts.append(f"{before}{mark}{core}{mark}{after}" if core else " ")
    return "".join(parts)
