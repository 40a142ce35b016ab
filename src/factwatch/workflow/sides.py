"""Documents and claims files as sides of a comparison."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from attrs import evolve, frozen

from factwatch._collector import without_collection
from factwatch.errors import ClaimsFormatError, UnreadableDocumentError, UsageError
from factwatch.model.claim import ClaimSet
from factwatch.model.text import Document
from factwatch.reading import document_from_text, read_document

if TYPE_CHECKING:
    from factwatch.extraction.plugins import Wanted

DOCUMENT_SUFFIXES: Final = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml")
"""What a folder is searched for, and what tells a file's name from a text."""

_TABLES: Final = (".jsonl", ".ndjson", ".csv", ".tsv", ".parquet")
"""Endings of tables of claims; what else a table may hold is nothing to be read as prose."""
_MAX_CLAIMS_BYTES: Final = 200_000_000
_CLAIMS_START: Final = 4096


@frozen(kw_only=True)
class Side:
    """One side of a comparison: claims, and the text they came from where it is at hand."""

    claims: ClaimSet
    document: Document | None = None
    path: Path | None = None


def extract(
    source: Document | Path | str,
    *,
    published: dt.date | str | None = None,
    mentions: bool = False,
    lexicons: Sequence[Path] = (),
    references: Sequence[Path] = (),
    extractor: Wanted = None,
    stdin: BinaryIO | None = None,
) -> ClaimSet:
    """
    Return the claims of a document.

    Args:
        source: A document, a file, or a text. A string that names a document file by its ending (``briefing.txt``), and ``-`` for
            *stdin*, are files; any other string is a text.
        published: Publication date, ISO 8601; wins over front matter and page metadata.
        mentions: Whether to keep the mentions of names, places, titles and dates as well.
        lexicons: YAML files with own titles, bodies, verbs and patterns.
        references: Tables of office holders (CSV, or Wikidata's JSON); titles that they contradict are reported among the inconsistencies.
        extractor: What else is to find names or claims: objects, names of registered extractors, ``spacy:PIPELINE``.
        stdin: Where ``-`` reads from.

    Raises:
        UnreadableDocumentError: The document cannot be read.
        MissingDateError: A relative date matters, and nobody gave a publication date.
        LexiconError: A mistake in one of *lexicons*.
        UsageError: There is no such *extractor*, or it returned something that cannot be used.
    """
    document = _document(source, published=published, stdin=stdin)
    return _extracted(document, mentions=mentions, lexicons=lexicons, references=references, extractor=extractor)


def read_side(
    source: str,
    *,
    published: dt.date | None = None,
    lexicons: Sequence[Path] = (),
    references: Sequence[Path] = (),
    extractor: Wanted = None,
    stdin: BinaryIO | None = None,
) -> Side:
    """
    Read one side of a comparison: a document, claims of ``extract --format json``, or a table of claims of ``export``; see `extract`.

    Raises:
        InputError: It is neither, or a table with the claims of several documents.
    """
    path = None if source == "-" else Path(source)
    if path is not None and path.suffix.lower() in _TABLES:
        return Side(claims=_dated(_read_table(path), published), path=path)
    if path is not None and _is_claims_file(path):
        return Side(claims=_dated(_read_claims(path), published), path=path)
    document = read_document(source, published=published, stdin=stdin)
    claims = _extracted(document, lexicons=lexicons, references=references, extractor=extractor)
    return Side(claims=claims, document=document, path=path)


def side_of(source: ClaimSet | Document | Path | str, *, published: dt.date | str | None = None, lexicons: Sequence[Path] = ()) -> Side:
    """
    Return what the library's callers give as a side of a comparison.

    Strings are taken as in `extract`; ``.json``, ``.jsonl``, ``.csv``, ``.tsv`` and ``.parquet`` name files of claims.

    Raises:
        InputError: It cannot be read.
    """
    day = day_of(published)
    if isinstance(source, ClaimSet):
        return Side(claims=_dated(source, day))
    if isinstance(source, Path) or (isinstance(source, str) and (_names_a_file(source) or _names_claims(source))):
        return read_side(str(source), published=day, lexicons=lexicons)
    document = _document(source, published=day)
    return Side(claims=_extracted(document, lexicons=lexicons), document=document)


def documents_in(sources: Iterable[str]) -> list[str]:
    """
    Return the documents that *sources* name: files as they stand, folders searched with all below them, in order of their names.

    Raises:
        UnreadableDocumentError: A folder without documents.
    """
    found: list[str] = []
    for source in sources:
        folder = Path(source)
        if source == "-" or not folder.is_dir():
            found.append(source)
            continue
        inside = sorted(
            path
            for path in folder.rglob("*")
            if path.suffix.lower() in DOCUMENT_SUFFIXES and path.is_file() and not _is_hidden(path, folder)
        )
        if not inside:
            remedy = f"Give a folder with {', '.join(DOCUMENT_SUFFIXES)} files."
            raise UnreadableDocumentError(folder.as_posix(), "there are no documents in this folder", remedy)
        found += [path.as_posix() for path in inside]
    return list(dict.fromkeys(found))


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _document(source: Document | Path | str, *, published: dt.date | str | None = None, stdin: BinaryIO | None = None) -> Document:
    day = day_of(published)
    if isinstance(source, Document):
        return source if day is None else evolve(source, published=day)
    if isinstance(source, Path) or _names_a_file(source):
        return read_document(source, published=day, stdin=stdin)
    return document_from_text(source, published=day)


def _names_a_file(text: str) -> bool:
    return text == "-" or ("\n" not in text and text.lower().endswith(DOCUMENT_SUFFIXES))


def _names_claims(text: str) -> bool:
    return "\n" not in text and text.lower().endswith((".json", *_TABLES))


def _extracted(
    document: Document,
    *,
    mentions: bool = False,
    lexicons: Sequence[Path] = (),
    references: Sequence[Path] = (),
    extractor: Wanted = None,
) -> ClaimSet:
    with without_collection():  # hundreds of modules make objects that stay
        from factwatch.claims.build import extract_claims

    claims = extract_claims(document, mentions=mentions, lexicons=lexicons, extractor=extractor)
    if not references:
        return claims
    from factwatch.interchange import read_reference
    from factwatch.reference import check_against_reference

    found = check_against_reference(claims, read_reference(*references))
    return evolve(claims, inconsistencies=(*claims.inconsistencies, *found))


def _dated(claims: ClaimSet, published: dt.date | None) -> ClaimSet:
    return claims if published is None else evolve(claims, document=evolve(claims.document, published=published.isoformat()))


def _is_claims_file(path: Path) -> bool:
    """Say whether *path* holds JSON rather than a text: by its name, else by its first character."""
    suffix = path.suffix.lower()
    if suffix == ".json" or suffix in DOCUMENT_SUFFIXES:
        return suffix == ".json"
    try:
        with path.open("rb") as stream:
            return stream.read(_CLAIMS_START).decode("utf-8-sig", "replace").lstrip().startswith("{")
    except OSError:
        return False  # reading it as a document says what is wrong


def _read_table(path: Path) -> ClaimSet:
    from factwatch.interchange import import_claims

    where = path.as_posix()
    _refuse_large(path)
    sets = import_claims(path)
    if not any(claims.claims for claims in sets):
        raise ClaimsFormatError(where, "there are no claims in it", "Write it again with 'factwatch export'.")
    if len(sets) > 1:
        remedy = "Write each document's claims to a file of its own with 'factwatch export'."
        raise ClaimsFormatError(where, f"it has the claims of {len(sets)} documents, and one is compared at a time", remedy)
    return sets[0]


def _refuse_large(path: Path) -> None:
    try:
        size = path.stat().st_size
    except OSError:
        return  # reading it says what is wrong
    if size > _MAX_CLAIMS_BYTES:
        raise ClaimsFormatError(path.as_posix(), f"it is larger than {_MAX_CLAIMS_BYTES // 1_000_000} MB", "Split it.")


def _read_claims(path: Path) -> ClaimSet:
    where = path.as_posix()
    _refuse_large(path)
    try:
        data = json.loads(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ClaimsFormatError(where, "it is not UTF-8 text", "Save it as UTF-8.") from error
    except json.JSONDecodeError as error:
        raise ClaimsFormatError(
            f"{where}:{error.lineno}", f"not valid JSON: {error.msg}", "Write it again with 'factwatch extract'."
        ) from error
    except RecursionError as error:
        raise ClaimsFormatError(where, "it is nested too deeply", "Write it again with 'factwatch extract'.") from error
    except FileNotFoundError as error:
        raise UnreadableDocumentError(where, "there is no such file", "Check the name and the folder you are in.") from error
    except OSError as error:
        raise ClaimsFormatError(where, f"it cannot be read: {error.strerror}", "Check the file and its permissions.") from error
    from factwatch.conversion import claims_from_document

    return claims_from_document(data, where=where)


def day_of(day: dt.date | str | None) -> dt.date | None:
    """Return the day that an ISO 8601 string names."""
    if not isinstance(day, str):
        return day
    try:
        return dt.date.fromisoformat(day)
    except ValueError as error:
        raise UsageError(day, "it is no day", "Write it as 2025-03-26.") from error
