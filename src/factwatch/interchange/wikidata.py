"""
Office holders from Wikidata: 'position held' (P39) with its start (P580) and end (P582).

Read are entities, as Special:EntityData and ``wbgetentities`` give them, and the JSON results of the query service. Nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from attrs import frozen

from factwatch.errors import ClaimsFormatError, UsageError
from factwatch.interchange.office_holders import Reference, Tenure, column_of, split_office, tenure_of

__all__: Final = ["OFFICE_HOLDERS_QUERY", "reference_from_wikidata"]

OFFICE_HOLDERS_QUERY: Final = """\
SELECT ?personLabel ?personAltLabel ?positionLabel ?countryLabel ?start ?startPrecision ?end ?endPrecision WHERE {
  VALUES ?position { wd:Q14211 }  # one or more offices
  ?person p:P39 ?statement .
  ?statement ps:P39 ?position .
  MINUS { ?statement wikibase:rank wikibase:DeprecatedRank }
  OPTIONAL { ?statement pqv:P580 [ wikibase:timeValue ?start ; wikibase:timePrecision ?startPrecision ] }
  OPTIONAL { ?statement pqv:P582 [ wikibase:timeValue ?end ; wikibase:timePrecision ?endPrecision ] }
  OPTIONAL { ?position wdt:P1001 ?country }
  SERVICE wikibase:label { bd:serviceParam wikibase:language "en,mul" }
}
"""
"""For the query service: the holders of some offices, with the dates as exact as Wikidata has them. Save the result as JSON."""

_POSITION: Final = "P39"
_START: Final = "P580"
_END: Final = "P582"
# 'of' (long used, now discouraged) and 'applies to jurisdiction'; on the position itself also 'country'.
_BODY_QUALIFIERS: Final = ("P642", "P1001")
_BODY_OF_POSITION: Final = ("P1001", "P642", "P17")
_LANGUAGES: Final = ("en", "mul", "en-gb", "en-us", "en-ca")
_TIME: Final = re.compile(r"([+-]?)(\d{4,})-(\d{2})-(\d{2})(?:T.*)?", re.ASCII)
_YEAR, _MONTH, _DAY = 9, 10, 11
_ITEM: Final = re.compile(r"Q[1-9]\d*", re.ASCII)


@frozen(kw_only=True)
class _Row:
    """One holding of an office as Wikidata has it, its label not yet taken apart."""

    person: str
    title: str
    of: str | None
    start: str | None
    end: str | None
    aliases: tuple[str, ...]
    source: str | None = None


def reference_from_wikidata(*documents: Any, where: str = "<data>") -> Reference:
    """
    Return the office holders in Wikidata's JSON.

    Args:
        documents: Parsed JSON of entities, or of query results. Entities name positions and countries by number: give those entities too,
            or use query results (`OFFICE_HOLDERS_QUERY`), which bring the names.
        where: Names the files in errors.

    Raises:
        ClaimsFormatError: Another format, or nothing in it can be used.

    """
    entities: dict[str, Mapping[str, Any]] = {}
    rows: list[Mapping[str, Any]] = []
    for document in documents:
        kind, found = _content(document, where)
        if kind == "entities":
            entities.update(found)
        else:
            rows.extend(found)
    skipped: list[str] = []
    tenures = [*_from_entities(entities, skipped), *_from_rows(rows, skipped)]
    unique = tuple(dict.fromkeys(tenures))
    if not unique:
        problem = "; ".join(dict.fromkeys(skipped[:5])) or "no 'position held' statement in it"
        raise ClaimsFormatError(where, problem, "Give the entities of persons and of their positions, or results of the query service.")
    return Reference(tenures=unique, source=where, skipped=tuple(dict.fromkeys(skipped)))


def _content(document: Any, where: str) -> tuple[str, Any]:
    if isinstance(document, Mapping):
        if isinstance(entities := document.get("entities"), Mapping):
            return "entities", {key: value for key, value in entities.items() if isinstance(value, Mapping)}
        results = document.get("results")
        if isinstance(results, Mapping) and isinstance(bindings := results.get("bindings"), list):
            return "rows", [_flat(row) for row in bindings if isinstance(row, Mapping)]
        if isinstance(document.get("id"), str) and "claims" in document:
            return "entities", {document["id"]: document}
    if isinstance(document, list) and all(isinstance(row, Mapping) for row in document):
        # The query service's simple 'JSON file': rows of plain values.
        return "rows", [{key: value for key, value in row.items() if isinstance(value, str)} for row in document]
    raise ClaimsFormatError(
        where, "neither Wikidata entities nor query results", "Save Special:EntityData/Q….json, or a query's result as JSON."
    )


def _flat(row: Mapping[str, Any]) -> dict[str, str]:
    return {
        name: cell["value"]
        for name, cell in row.items()
        if isinstance(cell, Mapping) and cell.get("type") != "bnode" and isinstance(cell.get("value"), str)
    }


# --- entities


def _name(entity: Mapping[str, Any] | None) -> str | None:
    labels = entity.get("labels") if entity else None
    if not isinstance(labels, Mapping):
        return None
    for language in _LANGUAGES:
        label = labels.get(language)
        if isinstance(label, Mapping) and isinstance(label.get("value"), str) and label["value"].strip():
            return str(label["value"])
    return None


def _aliases(entity: Mapping[str, Any]) -> tuple[str, ...]:
    aliases = entity.get("aliases")
    if not isinstance(aliases, Mapping):
        return ()
    names = [
        alias["value"]
        for language in _LANGUAGES
        for alias in aliases.get(language) or ()
        if isinstance(alias, Mapping) and isinstance(alias.get("value"), str)
    ]
    return tuple(dict.fromkeys(names))


def _statements(entity: Mapping[str, Any], wanted: str) -> Iterator[Mapping[str, Any]]:
    claims = entity.get("claims")
    found = claims.get(wanted) if isinstance(claims, Mapping) else None
    for statement in found if isinstance(found, list) else ():
        if isinstance(statement, Mapping) and statement.get("rank") != "deprecated":
            yield statement


def _value(snak: Any) -> Any:
    if not isinstance(snak, Mapping) or snak.get("snaktype") != "value":
        return None
    value = snak.get("datavalue")
    return value.get("value") if isinstance(value, Mapping) else None


def _item(snak: Any) -> str | None:
    value = _value(snak)
    item = value.get("id") if isinstance(value, Mapping) else None
    return item if isinstance(item, str) else None


def _qualifier(statement: Mapping[str, Any], *wanted: str) -> Iterator[Any]:
    qualifiers = statement.get("qualifiers")
    for number in wanted:
        snaks = qualifiers.get(number) if isinstance(qualifiers, Mapping) else None
        yield from snaks if isinstance(snaks, list) else ()


def _from_entities(entities: Mapping[str, Mapping[str, Any]], skipped: list[str]) -> Iterator[Tenure]:
    for number, entity in entities.items():
        for statement in _statements(entity, _POSITION):
            person = _name(entity)
            position = _item(statement.get("mainsnak"))
            title = _name(entities.get(position)) if position else None
            if not person or not title or not position:
                unnamed = number if not person else position or "a position"
                skipped.append(f"{unnamed} has no English name in the data")
                continue
            holding = _Row(
                person=person,
                title=title,
                of=_body(statement, entities[position], entities),
                start=min(_dates(statement, _START), default=None),
                # An end that is known to be, but not when, says nothing that could be checked: the term stays open.
                end=max(_dates(statement, _END), default=None),
                aliases=_aliases(entity),
                source=number,
            )
            yield from _tenures(holding, skipped)


def _body(statement: Mapping[str, Any], position: Mapping[str, Any], entities: Mapping[str, Mapping[str, Any]]) -> str | None:
    for snak in _qualifier(statement, *_BODY_QUALIFIERS):
        if name := _name(entities.get(_item(snak) or "")):
            return name
    for number in _BODY_OF_POSITION:
        for about in _statements(position, number):
            if name := _name(entities.get(_item(about.get("mainsnak")) or "")):
                return name
    return None


def _dates(statement: Mapping[str, Any], number: str) -> list[str]:
    dates = []
    for snak in _qualifier(statement, number):
        value = _value(snak)
        if isinstance(value, Mapping) and isinstance(value.get("time"), str):
            date = _date(value["time"], value.get("precision"))
            if date:
                dates.append(date)
    return dates


# --- rows of the query service


def _from_rows(rows: Iterable[Mapping[str, Any]], skipped: list[str]) -> Iterator[Tenure]:
    for row in rows:
        cells: dict[str, str] = {}
        precisions: dict[str, int] = {}
        for name, value in row.items():
            stem = re.sub(r"(?i)[_ ]?precision$", "", name)
            column = column_of(stem)
            if column is None:
                continue
            if stem != name:
                precisions[column] = int(value) if value.isdecimal() and len(value) < 3 else _DAY  # noqa: PLR2004  # 0 to 14
            elif name.lower().endswith("label") or column not in cells or _is_number(cells[column]):
                cells[column] = value
        person, title = cells.get("person", ""), cells.get("title", "")
        if not person or not title or _is_number(person) or _is_number(title):
            skipped.append("a row of the query's result has no label for the person or the position")
            continue
        body = cells.get("of")
        aliases = tuple(name.strip() for name in cells.get("aliases", "").split(",") if name.strip())
        start, end = (_date(cells.get(column, ""), precisions.get(column)) for column in ("start", "end"))
        holding = _Row(
            person=person, title=title, of=body if body and not _is_number(body) else None, start=start, end=end, aliases=aliases
        )
        yield from _tenures(holding, skipped)


def _is_number(text: str) -> bool:
    return bool(_ITEM.fullmatch(text.rsplit("/", 1)[-1]))


# --- both


def _date(time: str, precision: Any) -> str | None:
    """Return the partial ISO date of a Wikidata time; without a precision, the first of a month or year may stand for all of it."""
    found = _TIME.fullmatch(time)
    if not found or found[1] == "-" or len(found[2]) > 4:  # noqa: PLR2004  # digits of a year
        return None
    year, month, day = found[2], found[3], found[4]
    if precision is None:
        precision = _DAY if day not in {"00", "01"} else _MONTH if month not in {"00", "01"} else _YEAR
    if not isinstance(precision, int) or precision < _YEAR:
        return None
    parts = {_YEAR: (year,), _MONTH: (year, month)}.get(precision, (year, month, day))
    return "-".join(part for part in parts if part != "00")


def _tenures(row: _Row, skipped: list[str]) -> Iterator[Tenure]:
    title, body = split_office(row.title, row.of)
    try:
        yield tenure_of(person=row.person, title=title, of=body, start=row.start, end=row.end, aliases=row.aliases, source=row.source)
    except UsageError as error:
        skipped.append(f"{error.where}: {error.problem}")
