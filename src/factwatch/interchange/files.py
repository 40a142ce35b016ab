"""Claims to and from files; the format is told by the file's name."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from factwatch.conversion import claims_from_document
from factwatch.errors import ClaimsFormatError, FactwatchError, UnreadableDocumentError, UsageError
from factwatch.interchange.columnar import claims_from_parquet, claims_to_parquet
from factwatch.interchange.jsonl import claims_from_jsonl, claims_to_jsonl
from factwatch.interchange.linked import claims_to_jsonld
from factwatch.interchange.popolo import titles_to_popolo
from factwatch.interchange.spreadsheet import claims_from_csv, claims_to_csv
from factwatch.model.claim import ClaimSet

__all__: Final = ["FORMATS", "export_claims", "import_claims"]

FORMATS: Final[Mapping[str, str]] = {
    "jsonl": "JSON Lines, without loss",
    "csv": "one wide table, one row a claim",
    "parquet": "the same table, typed; needs pyarrow",
    "jsonld": "schema.org, PROV and Web Annotation terms; export only",
    "popolo": "titles as persons, organisations, posts and memberships; export only",
}
_SUFFIXES: Final = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
    ".jsonld": "jsonld",
    ".popolo.json": "popolo",
    ".json": "json",
}


def _format_of(path: Path, given: str | None, *, reading: bool) -> str:
    name = path.name.lower()
    found = given or next((kind for suffix, kind in _SUFFIXES.items() if name.endswith(suffix)), None)
    usable = ("jsonl", "csv", "parquet", "json") if reading else tuple(FORMATS)
    if found not in usable:
        problem = f"claims cannot be {'read from' if reading else 'written as'} {found!r}" if found else "its name does not tell the format"
        raise UsageError(str(path), problem, f"Use one of {', '.join(usable)}.")
    return found


def export_claims(claim_sets: ClaimSet | Iterable[ClaimSet], path: str | os.PathLike[str], *, format: str | None = None) -> None:  # noqa: A002  # the word that users know from --format
    """
    Write *claim_sets* to a file, whole or not at all.

    Args:
        claim_sets: What to write.
        path: The file.
        format: One of `FORMATS`; None takes it from the file's name.

    Raises:
        UsageError: The format is unknown, or the file cannot be written.

    """
    target = Path(path)
    kind = _format_of(target, format, reading=False)
    sets = (claim_sets,) if isinstance(claim_sets, ClaimSet) else tuple(claim_sets)
    data: bytes
    match kind:
        case "parquet":
            data = claims_to_parquet(sets)
        case "csv":
            # Spreadsheet programs need the mark to know UTF-8.
            data = claims_to_csv(sets).encode("utf-8-sig")
        case "jsonl":
            data = claims_to_jsonl(sets).encode()
        case "jsonld":
            data = _indented(claims_to_jsonld(sets))
        case _:
            data = _indented(titles_to_popolo(sets))
    _write(target, data)


def _indented(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _write(target: Path, data: bytes) -> None:
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
            file.write(data)
        temporary = Path(file.name)
        try:
            # A temporary file is private; the result has the rights that any new file has.
            mask = os.umask(0)
            os.umask(mask)
            temporary.chmod(0o666 & ~mask)
            temporary.replace(target)
        except OSError:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UsageError(str(target), f"it cannot be written: {error.strerror}", "Name a file in a folder that exists.") from error


def import_claims(path: str | os.PathLike[str], *, format: str | None = None) -> tuple[ClaimSet, ...]:  # noqa: A002  # the word that users know from --format
    """
    Read the claims of a file.

    Args:
        path: A JSON Lines, CSV or Parquet file, or the JSON of ``factwatch extract``.
        format: 'jsonl', 'csv', 'parquet' or 'json'; None takes it from the file's name.

    Returns:
        One set for each document.

    Raises:
        ClaimsFormatError: The file does not fit the format, with its line.
        UnreadableDocumentError: The file cannot be read.
        UsageError: The format is unknown.

    """
    source = Path(path)
    kind = _format_of(source, format, reading=True)
    try:
        data = source.read_bytes()
    except OSError as error:
        raise UnreadableDocumentError(str(source), f"it cannot be read: {error.strerror}", "Check the path.") from error
    where = str(source)
    if kind == "parquet":
        return claims_from_parquet(data, where=where)
    text = decode(data, where, ClaimsFormatError)
    if kind == "csv":
        return claims_from_csv(text, where=where)
    if kind == "jsonl":
        return claims_from_jsonl(text, where=where)
    return (claims_from_document(parse_json(text, where), where=where),)


def decode(data: bytes, where: str, error: type[FactwatchError] = ClaimsFormatError) -> str:
    """
    Return *data* as text.

    Raises:
        FactwatchError: Of the class *error*: it is not UTF-8.

    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        place = f"{where}:{line}"
        raise error(place, "not UTF-8 text", "Save it as UTF-8 (in a spreadsheet program: 'CSV UTF-8').") from problem


def parse_json(text: str, where: str) -> Any:
    """
    Return the JSON value of *text*.

    Raises:
        ClaimsFormatError: It is none.

    """
    try:
        return json.loads(text)
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        place = f"{where}:{line}"
        raise ClaimsFormatError(place, f"not valid JSON: {error}", "Check that the whole file arrived.") from error
    except RecursionError as error:
        raise ClaimsFormatError(where, "nested too deeply", "Give a file that factwatch or Wikidata wrote.") from error
