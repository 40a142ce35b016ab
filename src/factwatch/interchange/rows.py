"""
Claims as the rows of one wide table, which CSV and Parquet share.

One row a claim, with the columns of all five kinds and, repeated, what is known of its document. The columns are taken from the model, so
that a field added there is a column here.
"""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from attrs import NOTHING, evolve, fields, frozen

from factwatch.conversion import CLAIM_CLASSES, Plain, from_data, to_data
from factwatch.errors import ClaimsFormatError
from factwatch.model.claim import Claim, ClaimSet, DocumentInfo, Extractor

__all__: Final = ["Column", "claim_columns", "columns", "row_to_plain", "rows_of", "sets_of"]

ColumnType = Literal["text", "integer", "number", "flag", "list", "mapping", "evidence", "json"]

_KEYS: Final = {"with_": "with"}
# What every claim has stands last among the claim's columns, as in every other format.
_COMMON: Final = ("modality", "polarity", "attribution", "confidence", "rule", "raw", "evidence")
_DOCUMENT: Final = "document_"
_EXTRACTOR: Final = "extractor_"
_ALIASES: Final = "document_aliases"
_INCONSISTENCIES: Final = "document_inconsistencies"


@frozen
class Column:
    """A column of the table."""

    name: str
    type: ColumnType
    required: bool = False
    """True where a claim of this kind cannot do without."""


def _type_of(hint: Any) -> ColumnType:
    options = [option for option in get_args(hint) if option is not type(None)] if get_origin(hint) in {types.UnionType, Union} else [hint]
    hint = options[0]
    origin = get_origin(hint)
    if origin is tuple:
        return "list" if get_args(hint)[0] is str else "evidence"
    if origin is not None and origin is not Literal:
        return "mapping"
    simple: dict[Any, ColumnType] = {bool: "flag", int: "integer", float: "number"}
    return simple.get(hint, "text")


@cache
def claim_columns(kind: str) -> Mapping[str, Column]:
    """Return the columns that claims of *kind* use, by name, in their order."""
    cls = CLAIM_CLASSES[kind]
    hints = get_type_hints(cls)
    found = {}
    for attribute in fields(cls):
        name = _KEYS.get(attribute.name, attribute.name)
        found[name] = Column(name, _type_of(hints[attribute.name]), attribute.default is NOTHING)
    own = [name for name in found if name not in _COMMON and name not in {"kind", "id"}]
    return {name: found[name] for name in ("kind", "id", *own, *_COMMON)}


@cache
def columns() -> tuple[Column, ...]:
    """Return all columns of the table; one that is text for one kind and a list for another (``who``) counts as a list."""
    found: dict[str, Column] = {}
    for kind in CLAIM_CLASSES:
        for name, column in claim_columns(kind).items():
            before = found.get(name)
            if before is None or (before.type == "text" and column.type == "list"):
                found[name] = Column(name, column.type)
    own = [name for name in found if name not in _COMMON]
    document = [f"{_DOCUMENT}{attribute.name}" for attribute in fields(DocumentInfo)]
    extractor = [f"{_EXTRACTOR}{attribute.name}" for attribute in fields(Extractor)]
    return (
        *(found[name] for name in (*own, *_COMMON)),
        *(Column(name, "text") for name in (*document, *extractor)),
        Column(_ALIASES, "json"),
        Column(_INCONSISTENCIES, "json"),
    )


def rows_of(claim_sets: Iterable[ClaimSet]) -> list[Plain]:
    """
    Return the rows of *claim_sets*: plain data by column name, what is not set left out.

    Aliases and inconsistencies stand in the first row of their document. Mentions, and documents without claims, have no place in a table.
    """
    rows = []
    for claim_set in claim_sets:
        about = {
            **{f"{_DOCUMENT}{key}": value for key, value in to_data(claim_set.document).items()},
            **{f"{_EXTRACTOR}{key}": value for key, value in to_data(claim_set.extractor).items()},
        }
        first = {_ALIASES: to_data(claim_set.aliases), _INCONSISTENCIES: to_data(claim_set.inconsistencies)}
        for claim in claim_set.claims:
            row = {**to_data(claim), **about, **first}
            rows.append({key: value for key, value in row.items() if value is not None and not (key in first and not value)})
            first = {}
    return rows


def row_to_plain(row: Mapping[str, Any], kind: str) -> Plain:
    """Return the part of *row* that is the claim; empty lists and mappings are left to their defaults where they have one."""
    wanted = claim_columns(kind)
    return {name: row[name] for name in wanted if row.get(name) is not None and (row[name] not in ([], {}) or wanted[name].required)}


def sets_of(rows: Iterable[tuple[str, Mapping[str, Any]]], where: str) -> tuple[ClaimSet, ...]:
    """
    Return the claims of *rows*, one set for each document, in the order in which the documents first appear.

    Args:
        rows: Each with the place that an error names (``claims.csv:7``).
        where: The table, for errors about the whole.

    Raises:
        ClaimsFormatError: Every row that is no claim, with its place.

    """
    documents: dict[tuple[Any, ...], ClaimSet] = {}
    claims: dict[tuple[Any, ...], list[Claim]] = {}
    problems = []
    for place, row in rows:
        try:
            claim, about = _claim(row, place), _document(row, place)
        except ClaimsFormatError as error:
            problems.append(f"{error.where}: {error.problem}")
            continue
        key = (about.document, about.extractor)
        known = documents.get(key)
        if known is None:
            documents[key] = about
        elif about.aliases or about.inconsistencies:
            documents[key] = evolve(
                known, aliases={**known.aliases, **about.aliases}, inconsistencies=known.inconsistencies + about.inconsistencies
            )
        claims.setdefault(key, []).append(claim)
    if problems:
        raise ClaimsFormatError(where, _at_most(problems), "Correct these rows, or export the table again.")
    return tuple(evolve(claim_set, claims=tuple(claims[key])) for key, claim_set in documents.items())


def _at_most(problems: Sequence[str], shown: int = 10) -> str:
    more = len(problems) - shown
    return "; ".join(problems[:shown]) + (f"; and {more} more" if more > 0 else "")


def _claim(row: Mapping[str, Any], place: str) -> Claim:
    kind = row.get("kind")
    if not isinstance(kind, str) or kind not in CLAIM_CLASSES:
        raise ClaimsFormatError(place, f"the kind is {kind!r}, not one of {', '.join(CLAIM_CLASSES)}")
    foreign = [
        column.name
        for column in columns()
        if column.name not in claim_columns(kind)
        and not column.name.startswith((_DOCUMENT, _EXTRACTOR))
        and row.get(column.name) not in (None, [], {})
    ]
    if foreign:
        raise ClaimsFormatError(place, f"a {kind} has no {', '.join(foreign)}")
    claim: Claim = from_data(row_to_plain(row, kind), CLAIM_CLASSES[kind], where=place)
    return claim


def _document(row: Mapping[str, Any], place: str) -> ClaimSet:
    document = {key.removeprefix(_DOCUMENT): value for key, value in row.items() if key.startswith(_DOCUMENT) and value is not None}
    aliases = document.pop("aliases", None) or {}
    inconsistencies = document.pop("inconsistencies", None) or []
    extractor = {key.removeprefix(_EXTRACTOR): value for key, value in row.items() if key.startswith(_EXTRACTOR) and value is not None}
    return from_data(
        {"document": document, "extractor": extractor, "aliases": aliases, "inconsistencies": inconsistencies}, ClaimSet, where=place
    )
