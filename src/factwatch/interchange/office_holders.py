"""Who held which office from when until when: a reference that titles are checked against."""

from __future__ import annotations

import datetime as dt
import importlib.resources
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from attrs import Factory, field, frozen

from factwatch._yaml import load
from factwatch.errors import ClaimsFormatError, UnreadableDocumentError, UsageError
from factwatch.interchange.files import decode, parse_json
from factwatch.interchange.spreadsheet import plain_cell, table_of
from factwatch.lexicon.naming import office_of
from factwatch.model.dates import parse_iso

__all__: Final = ["Reference", "Tenure", "read_reference", "reference_from_csv"]


@frozen(kw_only=True)
class Tenure:
    """One person's time in one office."""

    person: str
    title: str
    of: str | None = None
    """Country or body; None where the title says it ('Prime Minister of Barbados') or nobody does."""
    start: str | None = field(default=None)
    """ISO 8601 day, month or year; None where unknown."""
    end: str | None = field(default=None)
    """ISO 8601 day, month or year, the last in office; None where it goes on, or is not known to have ended."""
    aliases: tuple[str, ...] = ()
    """Other names of the person."""
    source: str | None = None
    """Where the table has it from."""

    @property
    def office(self) -> str:
        """The office with its body, 'Prime Minister of Barbados'."""
        return office_of(self.title, self.of)

    @property
    def first(self) -> dt.date:
        """The first day on which the person may have held the office."""
        return parse_iso(self.start)[0] if self.start else dt.date.min

    @property
    def last(self) -> dt.date:
        """The last day on which the person may have held the office."""
        return parse_iso(self.end)[1] if self.end else dt.date.max

    def may_cover(self, day: dt.date) -> bool:
        """Return whether the person may have held the office on *day*, as far as partial dates tell."""
        return self.first <= day <= self.last

    def surely_covers(self, day: dt.date) -> bool:
        """Return whether the person held the office on *day*, however partial dates are read; an open end counts as still in office."""
        begun = self.start is not None and parse_iso(self.start)[1] <= day
        return begun and (self.end is None or day <= parse_iso(self.end)[0])


@frozen(kw_only=True)
class Reference:
    """A table of office holders."""

    tenures: tuple[Tenure, ...] = Factory(tuple)
    source: str = "<reference>"
    """The file or query that it was read from."""
    skipped: tuple[str, ...] = ()
    """What could not be used, one sentence each."""

    def __add__(self, other: Reference) -> Reference:
        tenures = (*self.tenures, *(tenure for tenure in other.tenures if tenure not in self.tenures))
        return Reference(tenures=tenures, source=f"{self.source}, {other.source}", skipped=self.skipped + other.skipped)


@cache
def _tables() -> tuple[Mapping[str, str], frozenset[str], Mapping[str, int]]:
    path = importlib.resources.files("factwatch.interchange") / "data" / "reference_tables.yaml"
    data = load(path.read_text(encoding="utf-8"), path.name).data
    columns = {name: column for column, names in data["columns"].items() for name in names}
    months = {}
    for number, month in enumerate(data["months"], start=1):
        months[month] = months[month[:3]] = months[month[:4]] = number
    return columns, frozenset(data["open"]), months


def column_of(header: str) -> str | None:
    """Return the column that *header* names ('Took office', 'took_office' and 'tookOffice' are ``start``), or None."""
    words = re.findall(r"[^\W_]+", _CAMEL.sub(" ", header))
    return _tables()[0].get(" ".join(words).casefold())


_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ISO: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?", re.ASCII)
_DAY_FIRST: Final = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]+)\.?,?\s+(\d{4})", re.ASCII)
_MONTH_FIRST: Final = re.compile(r"([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.ASCII)


def partial_date(text: str) -> str | None:
    """
    Return the ISO 8601 day, month or year that a cell gives, None for 'present' and the like.

    >>> partial_date("1 May 2025"), partial_date("2025-03"), partial_date("incumbent")
    ('2025-05-01', '2025-03', None)

    Raises:
        UsageError: It is none of these, or '01/05/2025', which people read in two ways.

    """
    words = " ".join(text.split()).casefold()
    _, still, months = _tables()
    if words in still:
        return None
    value = None
    if found := _ISO.fullmatch(words.upper()):
        value = "-".join(part for part in found.groups() if part)
    elif (found := _DAY_FIRST.fullmatch(words)) and found[2] in months:
        value = f"{found[3]}-{months[found[2]]:02}" + (f"-{int(found[1]):02}" if found[1] else "")
    elif (found := _MONTH_FIRST.fullmatch(words)) and found[1] in months:
        value = f"{found[3]}-{months[found[1]]:02}-{int(found[2]):02}"
    if value is None:
        raise UsageError(repr(text), "this is no date that can be read in one way only", "Write 2025-05-01, 2025-05, 2025 or 1 May 2025.")
    parse_iso(value)
    return value


def reference_from_csv(text: str, *, where: str = "<text>") -> Reference:
    """
    Read a table of office holders.

    Its header names a person and a title; 'of' (country or body), 'start', 'end', 'aliases' (separated by ';') and 'source' may follow,
    under many usual names ('office', 'organisation', 'took office', 'left office', ...). Other columns are passed over.

    Args:
        text: The table; commas, semicolons or tabs.
        where: Names the file in errors.

    Raises:
        ClaimsFormatError: A column that is needed is missing, or rows cannot be read, with their lines.

    """
    table = list(table_of(text, where))
    if not table:
        raise ClaimsFormatError(where, "the table is empty", "It needs a header: person,title,of,start,end")
    (line, header), *body = table
    place = f"{where}:{line}"
    positions = _positions(header, place)
    tenures, problems = [], []
    for number, cells in body:
        row = {column: plain_cell(cells[position]).strip() for column, position in positions.items() if position < len(cells)}
        try:
            tenures.append(_tenure(row))
        except UsageError as error:
            problems.append(f"line {number}: {error.where}: {error.problem}")
    if problems:
        more = f"; and {len(problems) - 10} more" if len(problems) > 10 else ""  # noqa: PLR2004  # enough to see what is wrong
        raise ClaimsFormatError(
            where, "; ".join(problems[:10]) + more, "Correct these lines; dates as 2025-05-01, 2025-05, 2025 or 1 May 2025."
        )
    return Reference(tenures=tuple(tenures), source=where)


def _positions(header: Sequence[str], place: str) -> dict[str, int]:
    positions: dict[str, int] = {}
    for position, name in enumerate(header):
        column = column_of(name)
        if column is None:
            continue
        if column in positions:
            first = header[positions[column]].strip()
            raise ClaimsFormatError(
                place, f"{first!r} and {name.strip()!r} both give the {column}", "Remove or rename one of the two columns."
            )
        positions[column] = position
    missing = [column for column in ("person", "title") if column not in positions]
    if missing:
        raise ClaimsFormatError(
            place, f"no column gives the {' or the '.join(missing)}", "Head the columns: person, title, of, start, end."
        )
    if not {"start", "end"} & positions.keys():
        raise ClaimsFormatError(place, "no column gives a date", "Head the columns: person, title, of, start, end.")
    return positions


def _tenure(row: Mapping[str, str]) -> Tenure:
    for column in ("person", "title"):
        if not row.get(column):
            raise UsageError(column, "it is empty", "Fill it in.")
    dates = {}
    for column in ("start", "end"):
        try:
            dates[column] = partial_date(row.get(column, ""))
        except UsageError as error:
            raise UsageError(column, f"{error.where} {error.problem}", error.remedy) from error
    title, body = split_office(row["title"], row.get("of") or None)
    return tenure_of(
        person=row["person"],
        title=title,
        of=body,
        aliases=tuple(name.strip() for name in row.get("aliases", "").split(";") if name.strip()),
        source=row.get("source") or None,
        **dates,
    )


def tenure_of(
    *, person: str, title: str, of: str | None, start: str | None, end: str | None, aliases: Iterable[str] = (), source: str | None = None
) -> Tenure:
    """
    Return the tenure, its dates checked.

    Raises:
        UsageError: It ends before it begins.

    """
    if start and end and parse_iso(end)[1] < parse_iso(start)[0]:
        raise UsageError(person, f"the term as {office_of(title, of)} ends ({end}) before it begins ({start})", "Correct the dates.")
    return Tenure(person=person, title=title, of=of, start=start, end=end, aliases=tuple(aliases), source=source)


def split_office(title: str, body: str | None) -> tuple[str, str | None]:
    """
    Take the body's name off the end of an office's.

    >>> split_office("Prime Minister of the Bahamas", None), split_office("Minister of Finance", "Ghana")
    (('Prime Minister', 'Bahamas'), ('Minister of Finance', 'Ghana'))
    """
    if body:
        stem = re.sub(rf"(?i)\s+(?:of|for|in)\s+(?:the\s+)?{re.escape(body)}$", "", title)
        return stem, body
    # 'of' also stands inside offices ('Minister of Finance'): only a country behind it is taken for the body.
    for found in re.finditer(r"(?i)\s+of\s+(?:the\s+)?", title):
        if _is_country(title[found.end() :]):
            return title[: found.start()], title[found.end() :]
    return title, None


def _is_country(name: str) -> bool:
    from factwatch.lexicon.places import gazetteer

    place = gazetteer().places.get(name)
    return place is not None and place.kind == "country"


def read_reference(*paths: str | os.PathLike[str]) -> Reference:
    """
    Read office holders from files, joined into one reference.

    Args:
        paths: CSV tables (``.csv``, ``.tsv``), or JSON of Wikidata: entities, or results of the query service. The labels of positions may
            stand in another file than the persons.

    Raises:
        ClaimsFormatError: A file does not fit its format.
        UnreadableDocumentError: A file cannot be read.

    """
    from factwatch.interchange.wikidata import reference_from_wikidata

    found = []
    documents = []
    for path in map(Path, paths):
        where = str(path)
        try:
            text = decode(path.read_bytes(), where)
        except OSError as error:
            raise UnreadableDocumentError(where, f"it cannot be read: {error.strerror}", "Check the path.") from error
        if path.suffix.lower() == ".json" or text.lstrip()[:1] in {"{", "["}:
            documents.append((where, parse_json(text, where)))
        else:
            found.append(reference_from_csv(text, where=where))
    if documents:
        found.append(reference_from_wikidata(*(data for _, data in documents), where=", ".join(where for where, _ in documents)))
    if not found:
        where = "reference"
        raise UsageError(where, "no file is given", "Name a CSV table or a JSON file of Wikidata.")
    reference = found[0]
    for other in found[1:]:
        reference += other
    return reference
