"""From bytes to a document: what is read, what is refused, and with which words."""

from __future__ import annotations

import codecs
import datetime as dt
import re
from pathlib import Path
from typing import BinaryIO, Final, Literal

from attrs import evolve, frozen

from factwatch.errors import UnreadableDocumentError
from factwatch.model.text import Document, Span
from factwatch.reading.boilerplate import excluded_spans
from factwatch.reading.frontmatter import FrontMatter, read_front_matter
from factwatch.reading.layout import Layout

MAX_BYTES: Final = 20_000_000
"""Largest document read, in bytes."""

Form = Literal["text", "markdown", "html"]

_FORMS: Final[dict[str, Form]] = {".html": "html", ".htm": "html", ".xhtml": "html", ".md": "markdown", ".markdown": "markdown"}
_SNIFFED: Final = 2048
_LOOKS_LIKE_HTML: Final = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|article|main)\b", re.IGNORECASE | re.DOTALL
)
_DECLARED_CHARSET: Final = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([a-zA-Z0-9_.:-]+)""", re.IGNORECASE)
_XML_CHARSET: Final = re.compile(rb"""^\s*<\?xml[^>]+encoding\s*=\s*["']([a-zA-Z0-9_.:-]+)""", re.IGNORECASE)
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# First bytes of files that people take for text.
_KNOWN_FORMATS: Final = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"PAR1", "a Parquet table"),
)
_WIDE_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_DATA_ENDINGS: Final = (".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".parquet", ".yaml", ".yml")
_SAVE_AS_TEXT: Final = "Save its text as a .txt, .md or .html file in UTF-8."
_SAVE_AS_UTF8: Final = "Save it as UTF-8."


@frozen
class _Bytes:
    """What was read, and how errors and evidence name it."""

    data: bytes
    where: str


def read_document(source: Path | str, *, published: dt.date | None = None, stdin: BinaryIO | None = None) -> Document:
    """
    Read a plain text (.txt or any other name), Markdown (.md) or HTML (.html, .htm) file.

    HTML is recognised by its first words as well, whatever the name.

    Args:
        source: The file, or ``-`` for *stdin*.
        published: Publication date; wins over front matter, which wins over the page's metadata.
        stdin: Where ``-`` reads from; needed only for it.

    Raises:
        UnreadableDocumentError: Missing, a folder, empty, binary, wrongly encoded, longer than 20 MB, or a page without an article.
    """
    raw = _from_stdin(stdin) if str(source) == "-" else _from_file(Path(source))
    _refuse_binary(raw)
    _refuse_data(raw)
    form = _FORMS.get(Path(raw.where).suffix.lower(), "text")
    if form == "text" and _LOOKS_LIKE_HTML.match(raw.data[:_SNIFFED].decode("utf-8", "replace").removeprefix("\ufeff")):
        form = "html"
    text = _decode(raw, html=form == "html")
    return document_from_text(text, source=raw.where, published=published, form=form)


def _refuse_data(raw: _Bytes) -> None:
    """Refuse tables and the like: read as prose they have no claims, and nobody would learn that they were not understood."""
    if Path(raw.where).suffix.lower() in _DATA_ENDINGS:
        remedy = "Give the document itself; a file of claims goes to 'factwatch compare' or 'factwatch check'."
        raise UnreadableDocumentError(raw.where, "it is a file of data, not a document", remedy)


def document_from_text(
    text: str,
    *,
    source: str = "<text>",
    published: dt.date | None = None,
    headline: str | None = None,
    site: str | None = None,
    url: str | None = None,
    form: Form = "text",
) -> Document:
    """
    Make a document of a text in memory.

    Args:
        text: The words, with or without front matter; for *form* ``html`` the page's source.
        source: A label for messages and reports.
        published: Publication date; wins over front matter and metadata, as *headline*, *site* and *url* do.
        headline: The headline, where the caller knows it.
        site: The publisher, where the caller knows it.
        url: The address, where the caller knows it.
        form: What *text* is.

    Raises:
        UnreadableDocumentError: Nothing to read in it, or front matter with a mistake.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UnreadableDocumentError(source, "it is empty", "Give a document with text.")
    front = FrontMatter() if form == "html" else read_front_matter(text, source)
    layout = _layout(text, form, front.end, source)
    if not layout.text[front.end :].strip():
        raise UnreadableDocumentError(source, "there is no text in it besides front matter", "Give a document with text.")
    document = Document(
        text=layout.text,
        source=source,
        url=url or front.url or layout.url,
        headline=headline or front.headline or layout.headline,
        site=site or front.site or layout.site,
        published=published or front.published or layout.published,
    )
    found_headline, excluded = excluded_spans(layout, start=front.end, headline=document.headline)
    if front.end:
        excluded = (Span(0, front.end), *excluded)
    return evolve(document, headline=document.headline or found_headline, excluded=excluded)


def page_source(path: Path) -> str:
    """Return the text of an HTML file, markup and all, with LF line ends."""
    raw = _from_file(path)
    return _decode(raw, html=True).replace("\r\n", "\n").replace("\r", "\n")


def _layout(text: str, form: Form, start: int, source: str) -> Layout:
    if form == "html":
        from factwatch.reading.html import read_page

        return read_page(text, source)
    if form == "markdown":
        from factwatch.reading.markdown import render_markdown

        return render_markdown(text, start=start)
    return Layout(text=text)


def _from_stdin(stdin: BinaryIO | None) -> _Bytes:
    if stdin is None:
        raise UnreadableDocumentError("-", "there is no standard input to read", "Give a file, or pass the input as stdin.")
    data = stdin.read(MAX_BYTES + 1)
    _refuse_large(len(data), "-")
    return _Bytes(data, "-")


def _from_file(path: Path) -> _Bytes:
    where = path.as_posix()
    try:
        if path.is_dir():
            raise UnreadableDocumentError(where, "it is a folder, not a document", "Give one of the files in it.")
        _refuse_large(path.stat().st_size, where)
        return _Bytes(path.read_bytes(), where)
    except FileNotFoundError as error:
        raise UnreadableDocumentError(where, "there is no such file", "Check the name and the folder you are in.") from error
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UnreadableDocumentError(where, f"it cannot be read: {reason.lower()}", "Check the file and its permissions.") from error


def _refuse_large(size: int, where: str) -> None:
    if size > MAX_BYTES:
        problem = f"it is larger than {MAX_BYTES // 1_000_000} MB, more than any article"
        raise UnreadableDocumentError(where, problem, "Split it into its documents.")


def _refuse_binary(raw: _Bytes) -> None:
    for mark, encoding in _WIDE_MARKS:
        if raw.data.startswith(mark):
            raise UnreadableDocumentError(raw.where, f"it is encoded in {encoding}", _SAVE_AS_UTF8)
    for start, name in _KNOWN_FORMATS:
        if raw.data.startswith(start):
            raise UnreadableDocumentError(raw.where, f"it is {name}, not text", _SAVE_AS_TEXT)
    if _CONTROL.search(raw.data):
        raise UnreadableDocumentError(raw.where, "it is a binary file, not text", _SAVE_AS_TEXT)


def _decode(raw: _Bytes, *, html: bool) -> str:
    declared = _declared_charset(raw) if html and not raw.data.startswith(codecs.BOM_UTF8) else None
    encoding = declared or "utf-8-sig"
    try:
        return raw.data.decode(encoding)
    except UnicodeDecodeError as error:
        name = declared or "UTF-8"
        line = raw.data.count(b"\n", 0, error.start) + 1
        raise UnreadableDocumentError(f"{raw.where}:{line}", f"it is not valid {name} text", _SAVE_AS_UTF8) from error


def _declared_charset(raw: _Bytes) -> str | None:
    head = raw.data[:_SNIFFED]
    found = _XML_CHARSET.search(head) or _DECLARED_CHARSET.search(head)
    if found is None:
        return None
    name = found[1].decode("ascii", "replace")
    try:
        encoding = codecs.lookup(name).name
        b"".decode(encoding)  # 'hex' and 'rot13' are codecs, but not encodings of text
    except LookupError as error:
        raise UnreadableDocumentError(raw.where, f"it declares the unknown encoding {name!r}", _SAVE_AS_UTF8) from error
    # Browsers read pages that say Latin-1 as Windows-1252, and writers rely on it for curly quotation marks.
    return "cp1252" if encoding in {"iso8859-1", "ascii"} else encoding
