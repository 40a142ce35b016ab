"""Files, standard input and text become documents, or one clear error."""

import contextlib
import datetime as dt
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factwatch.errors import UnreadableDocumentError
from factwatch.model.text import Document
from factwatch.reading import document_from_text, read_document

STORY = "Prime Minister Ama Owusu flew to Lomé on Monday to sign the river pact.\n\nShe returns on Thursday.\n"


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def shown(document: Document) -> str:
    """The text without what is excluded."""
    text = document.text
    for span in reversed(document.excluded):
        text = text[: span.start] + text[span.end :]
    return text


def test_plain_text_is_kept_character_for_character(tmp_path: Path) -> None:
    """Offsets into a plain text file are offsets into the document."""
    path = write(tmp_path, "story.txt", STORY)
    document = read_document(path)
    assert document.text == STORY
    assert document.source == path.as_posix()
    assert document.excluded == ()


def test_byte_order_mark_and_windows_line_ends_are_no_part_of_the_text(tmp_path: Path) -> None:
    """A file saved on Windows reads like any other."""
    path = write(tmp_path, "story.txt", b"\xef\xbb\xbf" + STORY.replace("\n", "\r\n").encode())
    assert read_document(path).text == STORY


def test_standard_input_is_read_for_a_dash() -> None:
    """``-`` reads the stream that is passed."""
    document = read_document("-", stdin=io.BytesIO(STORY.encode()), published=dt.date(2025, 3, 26))
    assert (document.text, document.source, document.published) == (STORY, "-", dt.date(2025, 3, 26))


def test_html_on_standard_input_is_recognised() -> None:
    """A page is a page without a file name, too."""
    page = f"<!DOCTYPE html><html><body><article><h1>Pact</h1><p>{STORY.splitlines()[0]}</p></article></body></html>"
    document = read_document("-", stdin=io.BytesIO(page.encode()))
    assert "<p>" not in document.text
    assert "flew to Lomé" in document.text


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("empty.txt", b"", "it is empty"),
        ("blank.txt", b" \n\t\n", "it is empty"),
        ("binary.txt", b"The \x00 minister", "it is a binary file, not text"),
        ("paper.txt", b"%PDF-1.7 ...", "it is a PDF file, not text"),
        ("paper.docx", b"PK\x03\x04....", "it is a ZIP archive or office document, not text"),
        ("wide.txt", "Der Minister".encode("utf-16"), "it is encoded in UTF-16"),
        ("latin.txt", "First line.\nThe café".encode("latin-1"), "it is not valid UTF-8 text"),
        ("front.txt", b"---\npublished: 2025-03-26\n---\n\n", "there is no text in it besides front matter"),
        ("page.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "the page has no article text"),
        ("script.html", b"<script>var a = 1;</script>", "the page has no article text"),
        (
            "odd.html",
            b"<html><head><meta charset='klingon'></head><body><p>x</p></body></html>",
            "it declares the unknown encoding 'klingon'",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(tmp_path: Path, name: str, data: bytes, problem: str) -> None:
    """Each kind of unusable file has a message of its own and says what to do."""
    path = write(tmp_path, name, data)
    with pytest.raises(UnreadableDocumentError) as caught:
        read_document(path)
    assert caught.value.problem == problem
    assert caught.value.where.startswith(path.as_posix())
    assert caught.value.remedy


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    """Both are named, and told apart."""
    with pytest.raises(UnreadableDocumentError, match="there is no such file"):
        read_document(tmp_path / "nothing.txt")
    with pytest.raises(UnreadableDocumentError, match="it is a folder"):
        read_document(tmp_path)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """Fifty megabytes give one line, from a file as from standard input."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    with pytest.raises(UnreadableDocumentError, match="larger than 20 MB"):
        read_document(path)
    with path.open("rb") as stream, pytest.raises(UnreadableDocumentError, match="larger than 20 MB"):
        read_document("-", stdin=stream)


def test_the_line_of_the_wrong_byte_is_named(tmp_path: Path) -> None:
    """The error of a wrong encoding points at the line."""
    path = write(tmp_path, "latin.txt", b"One.\nTwo caf\xe9.\n")
    with pytest.raises(UnreadableDocumentError) as caught:
        read_document(path)
    assert caught.value.where.endswith("latin.txt:2")


def test_a_declared_charset_is_used_for_html(tmp_path: Path) -> None:
    """Old pages in Windows-1252 keep their curly quotation marks."""
    page = "<html><head><meta charset='iso-8859-1'></head><body><article><p>“Nous irons à Lomé demain,” the minister said on Monday.</p></article></body>"
    document = read_document(write(tmp_path, "page.html", page.encode("cp1252")))
    assert "“Nous irons à Lomé demain,” the minister said on Monday." in document.text


class TestFrontMatter:
    """YAML between two --- lines."""

    def test_gives_date_headline_site_and_address(self) -> None:
        """The four facts are read, and the block is excluded, not cut away: offsets are those of the file."""
        text = f"---\npublished: 2025-03-26\nheadline: Pact at last\nsite: Volta Post\nurl: https://example.org/1\ntags: [a, b]\n---\n\n{STORY}"
        document = document_from_text(text)
        assert (document.published, document.headline) == (dt.date(2025, 3, 26), "Pact at last")
        assert (document.site, document.url) == ("Volta Post", "https://example.org/1")
        assert document.text == text
        assert shown(document).strip() == STORY.strip()
        assert document.line_of(document.text.index("Prime")) == 9

    def test_other_names_of_the_keys_and_times_are_understood(self) -> None:
        """``date``, ``title`` and ``source`` are common; a time of day does not matter."""
        document = document_from_text(f"---\nDate: 2025-03-26T23:30:00-04:00\ntitle: Pact\nsource: Volta Post\n---\n{STORY}")
        assert (document.published, document.headline, document.site) == (dt.date(2025, 3, 26), "Pact", "Volta Post")

    def test_the_option_wins(self) -> None:
        """A date by option beats front matter."""
        document = document_from_text(f"---\ndate: 2025-03-26\n---\n{STORY}", published=dt.date(2025, 1, 2))
        assert document.published == dt.date(2025, 1, 2)

    def test_a_wrong_date_names_file_and_line(self) -> None:
        """A date that is none is an error, not a document without a date."""
        with pytest.raises(UnreadableDocumentError) as caught:
            document_from_text(f"---\ntitle: Pact\npublished: 26 March\n---\n{STORY}", source="a.txt")
        assert caught.value.where == "a.txt:3"

    def test_a_ruler_is_no_front_matter(self) -> None:
        """A text may begin with a --- line."""
        text = f"---\n{STORY}---\nThe end of it.\n"
        assert document_from_text(text).published is None
        assert document_from_text(text).excluded == ()


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever the characters: spans lie inside the text, in order, apart; or one clear error."""
    try:
        document = document_from_text(text)
    except UnreadableDocumentError:
        return
    ends = [0]
    for span in document.excluded:
        assert ends[-1] <= span.start <= span.end <= len(document.text)
        ends.append(span.end)


@given(st.text(alphabet="ab*_[]()#>-+`~|!<>/=\\ \n\t1.:&;\"'", max_size=200))
def test_markdown_keeps_every_line_where_it_is(text: str) -> None:
    """Rendering never changes the number of lines."""
    try:
        document = document_from_text(text, form="markdown")
    except UnreadableDocumentError:
        return
    assert document.text.count("\n") == text.count("\n")


@given(st.text(alphabet="ab<>/=\"' pdivarticlesnav&;\n", max_size=200))
def test_any_page_is_read_or_refused(page: str) -> None:
    """Broken HTML never crashes."""
    with contextlib.suppress(UnreadableDocumentError):
        document_from_text(page, form="html")
