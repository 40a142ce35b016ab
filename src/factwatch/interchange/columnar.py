"""Claims as Parquet, with lists and evidence as typed columns. The only module that imports pyarrow."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from typing import Any, Final

from factwatch.conversion import CLAIM_CLASSES
from factwatch.errors import ClaimsFormatError, UsageError
from factwatch.interchange.rows import Column, claim_columns, columns, rows_of, sets_of
from factwatch.model.claim import ClaimSet

__all__: Final = ["claims_from_parquet", "claims_to_parquet"]


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        where = "Parquet"
        raise UsageError(where, "pyarrow is not installed", "Install it with: pip install 'factwatch[parquet]'") from error
    return pa, pq


def _schema(pa: Any) -> Any:
    evidence = pa.struct([("start", pa.int64()), ("end", pa.int64()), ("text", pa.string()), ("source", pa.string())])
    by_type = {
        "text": pa.string(),
        "json": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "flag": pa.bool_(),
        "list": pa.list_(pa.string()),
        "mapping": pa.map_(pa.string(), pa.string()),
        "evidence": pa.list_(evidence),
    }
    return pa.schema([pa.field(column.name, by_type[column.type]) for column in columns()])


def _to_arrow(value: Any, column: Column) -> Any:
    if value is None:
        return None
    match column.type:
        case "json":
            return json.dumps(value, ensure_ascii=False)
        case "mapping":
            return list(value.items())
        case "list":
            return [value] if isinstance(value, str) else value
        case _:
            return value


def claims_to_parquet(claim_sets: Iterable[ClaimSet]) -> bytes:
    """
    Return *claim_sets* as a Parquet file: one row a claim, the columns of the CSV, ``who`` a list for every kind.

    Raises:
        UsageError: pyarrow is not installed.

    """
    pa, pq = _pyarrow()
    rows = [{column.name: _to_arrow(row.get(column.name), column) for column in columns()} for row in rows_of(claim_sets)]
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, schema=_schema(pa)), out, compression="zstd")
    return out.getvalue()


def _from_arrow(row: dict[str, Any], place: str) -> dict[str, Any]:
    kind = row.get("kind")
    own = claim_columns(kind) if kind in CLAIM_CLASSES else {}
    read: dict[str, Any] = {}
    for column in columns():
        value = row.get(column.name)
        if value is None:
            continue
        wanted = own.get(column.name, column)
        if column.type == "json":
            try:
                value = json.loads(value)
            except (ValueError, RecursionError) as error:
                where = f"{place}: {column.name}"
                raise ClaimsFormatError(where, "not JSON", "Export the table again.") from error
        elif column.type == "mapping":
            value = dict(value)
        elif column.type == "evidence":
            value = [{key: part for key, part in item.items() if part is not None} for item in value]
        elif column.type == "list" and wanted.type == "text" and len(value) == 1:
            value = value[0]
        read[column.name] = value
    return read


def claims_from_parquet(data: bytes, *, where: str = "<data>") -> tuple[ClaimSet, ...]:
    """
    Read a file that `claims_to_parquet` wrote.

    Args:
        data: The file's bytes.
        where: Names the file in errors.

    Returns:
        One set for each document.

    Raises:
        ClaimsFormatError: No Parquet, other columns, or rows that are no claims.
        UsageError: pyarrow is not installed.

    """
    pa, pq = _pyarrow()
    schema = _schema(pa)
    try:
        table = pq.read_table(io.BytesIO(data))
        unknown = [name for name in table.column_names if name not in schema.names]
        if unknown or not {"kind", "id"} <= set(table.column_names):
            raise ClaimsFormatError(
                where,
                f"unknown columns: {', '.join(unknown)}" if unknown else "the columns 'kind' and 'id' are needed",
                f"The columns are: {', '.join(schema.names)}.",
            )
        table = table.cast(pa.schema([schema.field(name) for name in table.column_names]))
        rows = table.to_pylist()
    except (pa.ArrowException, OSError) as error:
        raise ClaimsFormatError(where, f"not a Parquet table of claims: {str(error)[:200]}", "Export the table again.") from error
    places = (f"{where}: row {number}" for number in range(1, len(rows) + 1))
    return sets_of(((place, _from_arrow(row, place)) for place, row in zip(places, rows, strict=True)), where)
