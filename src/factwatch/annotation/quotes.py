"""
Quotation marks -> quotations.

Curly, straight, low and angled marks, single marks that are no apostrophes, nested marks, quotations that run over several
paragraphs (each paragraph opens anew, only the last one closes). A stray mark never spoils more than its own paragraph.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

# Each alternative begins with the mark itself, so that the search passes over all else at once.
_MARKS: Final = re.compile(r"[“”„«»\"]|``|''|’’|['‘’](?<!\w['‘’])(?=\S)|['’](?<=\S['’])(?!\w)|\n")
_OPENING: Final = {"“": '”"', "„": "“”", "«": "»", "``": "''", "‘": "’'"}
_STRAIGHT: Final = {'"': '"”', "”": '”"', "'": "'’"}
_UNOPENED: Final = 1200
"""So many characters on is the closing mark of a quotation looked for whose further paragraphs have no marks."""
_BEFORE_OPENING: Final = frozenset(" \t\n\u00a0([{—–-/:“‘\"'")


@frozen
class Quotation:
    """A stretch between quotation marks."""

    start: int
    """Offset of the opening mark."""
    end: int
    """Offset after the closing mark (after the last word where the mark is missing)."""
    parts: tuple[tuple[int, int], ...]
    """The words, without marks: one part for each paragraph."""
    closed: bool = True

    def words(self, text: str) -> str:
        """Return the quoted words; parts of several paragraphs are joined by a space."""
        return " ".join(text[start:end].strip() for start, end in self.parts)


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Return the outermost quotations of *text*, in order, without overlaps."""
    found: list[Quotation] = []
    open_at = -1
    closers = ""
    depth = 0
    parts: list[tuple[int, int]] = []
    first = -1
    length = len(text)
    for match in _MARKS.finditer(text):
        mark, at = match.group(), match.start()
        if mark == "’’":
            # two apostrophes for one mark
            mark = "”"
        if mark == "\n":
            if open_at < 0 or at < open_at:
                continue
            resume = _continues(text, at, closers)
            if resume is None and _paragraph_ends(text, at):
                resume = _closes_later(text, at, closers)
            if resume is None and not _paragraph_ends(text, at):
                continue
            if at > open_at:
                parts.append((open_at, at))
            if resume is None:
                quotation = Quotation(first, at, tuple(parts), closed=False)
                # Without its closing mark a quotation is believed only if it fills its paragraph from the start on.
                if _opens_paragraph(text, first):
                    found.append(quotation)
                open_at, parts = -1, []
            else:
                open_at = resume
            depth = 0
            continue
        if open_at >= 0:
            if at < open_at:
                continue
            if _is_inner(text, at, closers, depth):
                # '“He said "no" to us”': marks within marks
                depth = 1 - depth
                continue
            if depth == 0 and mark[0] in closers and _can_close(text, at, len(mark), closers, length):
                parts.append((open_at, at))
                found.append(Quotation(first, match.end(), tuple(parts)))
                open_at, parts = -1, []
            continue
        if mark in _OPENING or (mark in _STRAIGHT and _can_open(text, at)):
            if mark == "‘" and _is_elision(text, at):
                continue
            if mark == "'" and _is_elision(text, at):
                continue
            closers = (_OPENING.get(mark) or _STRAIGHT[mark])[:2]
            first, open_at, parts = at, at + len(mark), []
    if open_at >= 0:
        end = len(text.rstrip())
        if end > open_at and _opens_paragraph(text, first):
            found.append(Quotation(first, end, (*parts, (open_at, end)), closed=False))
    return tuple(found)


def _is_inner(text: str, at: int, closers: str, depth: int) -> bool:
    """Tell whether a mark opens, or at *depth* 1 closes, a quotation of the other kind inside one."""
    mark = text[at]
    if closers == _OPENING["“"]:
        return mark == '"' and (depth > 0 or _can_open(text, at))
    return closers == _STRAIGHT['"'] and mark == ("”" if depth else "“")


def _closes_later(text: str, newline: int, closers: str) -> int | None:
    """
    Return where a quotation goes on whose further paragraphs do not open anew, as its closing mark comes before any opening one.

    Only a few paragraphs are looked at; a single mark is an apostrophe too often.
    """
    if "'" in closers or "’" in closers or "»" in closers:
        return None
    end = min(len(text), newline + _UNOPENED)
    for match in _MARKS.finditer(text, newline, end):
        mark, at = match.group(), match.start()
        if mark in {"\n", "'", "’", "‘"}:
            continue
        if mark[0] not in closers or not _can_close(text, at, len(mark), closers, len(text)):
            return None
        if text[at - 1].isspace() or text[newline:at].isspace():
            return None
        return next(index for index in range(newline, at) if not text[index].isspace())
    return None


def _can_open(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in _BEFORE_OPENING


def _can_close(text: str, at: int, width: int, closers: str, length: int) -> bool:
    after = text[at + width] if at + width < length else " "
    if "'" not in closers and "’" not in closers:
        return text[at] != '"' or not after.isalnum()
    # A single mark: an apostrophe inside a word never closes, a plural possessive ('workers’ rights') only before punctuation.
    if after.isalnum():
        return False
    before = text[at - 1] if at else " "
    return before in ",.?!…;—-)]" or not (before == "s" and after == " ")


def _is_elision(text: str, at: int) -> bool:
    # ’90s, 'em, 'twas
    following = text[at + 1 : at + 5]
    return following[:1].isdigit() or following.lower().startswith(("em ", "twas", "tis ", "til "))


def _opens_paragraph(text: str, at: int) -> bool:
    """Tell whether a mark stands at the start of its paragraph, or behind a colon in it."""
    before = text[text.rfind("\n", 0, at) + 1 : at].strip(" \t>")
    return not before or before.endswith(":")


def _paragraph_ends(text: str, newline: int) -> bool:
    following = text[newline + 1 : newline + 3]
    return (
        following.startswith("\n")
        or not following
        or text[newline - 1 : newline] in {".", "!", "?", "\n", "”", '"'}
        or following[:1] in '“"‘'
    )


def _continues(text: str, newline: int, closers: str) -> int | None:
    at = newline
    length = len(text)
    while at < length and text[at] in " \t\n\r":
        at += 1
    single = "’" in closers
    if at < length and (text[at] in ("‘'" if single else "“„«") or (text[at] == '"' and '"' in closers)):
        # '‘abroad\n\n“We left,” she said': another quotation
        return at + 1
    return None
