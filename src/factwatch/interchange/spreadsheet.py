"""
Claims as CSV: one wide table, safe to open in a spreadsheet program.

A cell that a spreadsheet program would take for a formula is written with an apostrophe before it, which reading takes off again. An empty
cell says nothing; an apostrophe alone is the empty text. Lists are JSON; by hand, ``A; B`` does as well.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from factwatch.conversion import CLAIM_CLASSES
from factwatch.errors import ClaimsFormatError
from factwatch.interchange.rows import Column, claim_columns, columns, rows_of, sets_of
from factwatch.model.claim import ClaimSet

__all__: Final = ["claims_from_csv", "claims_to_csv", "plain_cell", "safe_cell", "table_of"]

# What spreadsheet programs take for the start of a formula, with the full-width forms: OWASP, 'CSV Injection'.
_FORMULA: Final = "=+\\-@\t\r\n＝＋－＠"  # full-width on purpose
_NEEDS_MARK: Final = re.compile(f"'*(?:[{_FORMULA}]|\\Z)")
_HAS_MARK: Final = re.compile(f"'+(?:[{_FORMULA}]|\\Z)")
_QUOTED: Final = re.compile(r"[,;\t\r\n\"]|^\s|\s\Z")
_MAX_CELL: Final = 8_000_000
_SEPARATORS: Final = ",;\t"


def safe_cell(text: str) -> str:
    """
    Return *text* as a cell that no spreadsheet program takes for a formula.

    >>> safe_cell("=1+1")
    "'=1+1"
    """
    return f"'{text}" if _NEEDS_MARK.match(text) else text


def plain_cell(cell: str) -> str:
    """Undo `safe_cell`; other text stays as it is, an apostrophe before a letter too."""
    return cell[1:] if _HAS_MARK.match(cell) else cell


def claims_to_csv(claim_sets: Iterable[ClaimSet]) -> str:
    """Return *claim_sets* as CSV with a header, commas and LF line ends."""
    names = [column.name for column in columns()]
    lines = [",".join(names)]
    for row in rows_of(claim_sets):
        kinds = claim_columns(row["kind"])
        lines.append(",".join(_quoted(_cell(row.get(name), kinds.get(name))) for name in names))
    return "".join(f"{line}\n" for line in lines)


def _quoted(cell: str) -> str:
    # Not csv.writer, which leaves a lone carriage return without quotation marks and then reads it as the end of a row.
    if _QUOTED.search(cell):
        doubled = cell.replace('"', '""')
        return f'"{doubled}"'
    return cell


def _cell(value: Any, column: Column | None) -> str:
    if value is None or (value in ([], {}) and not (column and column.required)):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return safe_cell(value if isinstance(value, str) else repr(value))


def table_of(text: str, where: str) -> Iterator[tuple[int, list[str]]]:
    """
    Yield the rows of a CSV text with the number of the line on which each begins; empty rows are passed over.

    The separator is the one of comma, semicolon and tab that the first line has most of.

    Raises:
        ClaimsFormatError: Broken quoting, or a cell too long.

    """
    text = text.removeprefix("\ufeff")
    head = text.lstrip("\r\n").split("\n", 1)[0]
    separator = max(_SEPARATORS, key=head.count)
    limit = csv.field_size_limit(_MAX_CELL)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        line = 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        place = f"{where}:{reader.line_num}"
        raise ClaimsFormatError(place, f"not valid CSV: {error}", "Check the quotation marks of this line.") from error
    finally:
        csv.field_size_limit(limit)


def claims_from_csv(text: str, *, where: str = "<text>") -> tuple[ClaimSet, ...]:
    """
    Read a table that `claims_to_csv` wrote, or one made by hand with the same column names in any order.

    Args:
        text: The table; commas, semicolons or tabs.
        where: Names the file in errors.

    Returns:
        One set for each document.

    Raises:
        ClaimsFormatError: Unknown columns, or rows that are no claims, with their lines.

    """
    table = list(table_of(text, where))
    if not table:
        raise ClaimsFormatError(where, "the table is empty", "It needs a header: kind,id,person,title,of,...")
    (line, header), *body = table
    names = [name.strip() for name in header]
    known = {column.name: column for column in columns()}
    unknown = [name for name in names if name not in known]
    twice = sorted({name for name in names if names.count(name) > 1})
    if unknown or twice or not {"kind", "id"} <= set(names):
        problem = "; ".join(
            part
            for part in (
                f"unknown columns: {', '.join(map(repr, unknown))}" if unknown else "",
                f"columns that stand twice: {', '.join(map(repr, twice))}" if twice else "",
                "" if {"kind", "id"} <= set(names) else "the columns 'kind' and 'id' are needed",
            )
            if part
        )
        place = f"{where}:{line}"
        raise ClaimsFormatError(place, problem, f"The columns are: {', '.join(known)}.")
    return sets_of(_read_rows(body, names, known, where), where)


def _read_rows(
    body: list[tuple[int, list[str]]], names: list[str], known: Mapping[str, Column], where: str
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for line, cells in body:
        place = f"{where}:{line}"
        if len(cells) > len(names):
            raise ClaimsFormatError(place, f"{len(cells)} cells under {len(names)} columns", "Put text with separators in quotation marks.")
        texts = dict(zip(names, cells, strict=False))
        kinds = claim_columns(texts["kind"]) if texts.get("kind") in CLAIM_CLASSES else {}
        yield place, {name: _value(cell, kinds.get(name, known[name]), place) for name, cell in texts.items() if cell != ""}


def _value(cell: str, column: Column, place: str) -> Any:
    text = plain_cell(cell)
    try:
        match column.type:
            case "integer":
                return int(text)
            case "number":
                return float(text)
            case "flag":
                return {"true": True, "false": False}[text.strip().lower()]
            case "list":
                return json.loads(text) if text.startswith("[") else [part.strip() for part in text.split(";") if part.strip()]
            case "mapping" | "evidence" | "json":
                return json.loads(text)
            case _:
                return text
    except (ValueError, KeyError, RecursionError) as error:
        kinds = {"integer": "a whole number", "number": "a number", "flag": "true or false"}
        where = f"{place}: {column.name}"
        raise ClaimsFormatError(where, f"{text[:60]!r} is not {kinds.get(column.type, 'JSON')}", "Correct the cell.") from error
