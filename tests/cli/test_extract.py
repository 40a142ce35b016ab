"""`factwatch extract`, and comparing real documents."""

import io
import json
from pathlib import Path

import pytest

import factwatch
from tests.cli.conftest import Program

STORY = "Ana Lobo, the president of Chile, will visit Oslo on Tuesday.\n\nShe met King Harald V of Norway in Santiago last year.\n"
PAGE = (
    "<!DOCTYPE html><html><head><meta property='article:published_time' content='2025-03-26'></head><body><nav><a href='/'>Home</a></nav>\n"
    "<article>\n<h1>Lobo to go north</h1>\n<p>Ana Lobo, the president of Chile, will visit\n Oslo on Tuesday.</p>\n</article></body></html>"
)


@pytest.fixture
def story(folder: Path) -> Path:
    path = folder / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_json_is_the_claims_document_of_the_design(program: Program, story: Path) -> None:
    """Schema, document, claims with evidence, inconsistencies; evidence is where it says it is."""
    data = program("extract", story, "--published", "2025-03-26", "--format", "json").data
    assert data["schema"] == "factwatch.claims/1"
    assert data["document"]["published"] == "2025-03-26"
    title = next(claim for claim in data["claims"] if claim["kind"] == "title" and claim["person"] == "Ana Lobo")
    assert (title["title"], title["of"], title["status"]) == ("President", "Chile", "current")
    visit = next(claim for claim in data["claims"] if claim["kind"] == "visit")
    assert (visit["who"], visit["place"], visit["when"], visit["status"]) == ("Ana Lobo", "Oslo", "2025-04-01", "planned")
    for claim in data["claims"]:
        for piece in claim["evidence"]:
            assert STORY[piece["start"] : piece["end"]] == piece["text"]
    assert data["inconsistencies"] == []
    assert "mentions" not in data


def test_mentions_are_listed_on_demand(program: Program, story: Path) -> None:
    """Each with its span and value."""
    data = program("extract", story, "--published", "2025-03-26", "--format", "json", "--mentions").data
    tuesday = next(mention for mention in data["mentions"] if mention["text"].endswith("Tuesday"))
    assert (tuesday["kind"], tuesday["value"]) == ("date", "2025-04-01")
    for mention in data["mentions"]:
        assert STORY[mention["start"] : mention["end"]] == mention["text"]


def test_text_and_markdown_are_for_people(program: Program, story: Path) -> None:
    """Grouped by kind, with lines."""
    text = program("extract", story, "--published", "2025-03-26").out
    assert "TITLES\n" in text
    assert "Ana Lobo, President of Chile (current, line 1)" in text
    assert "### Visits" in program("extract", story, "--published", "2025-03-26", "--format", "markdown").out


def test_a_relative_date_without_publication_date_is_an_error(program: Program, story: Path) -> None:
    """The message says how to give one; nothing is guessed."""
    result = program("extract", story)
    assert (result.status, result.out) == (2, "")
    assert "--published" in result.err
    assert "Tuesday" in result.err


def test_standard_input_front_matter_and_pages_give_the_same_claims(program: Program, folder: Path) -> None:
    """The date may come from the option, from front matter, or from the page."""
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    sentence = STORY.split("\n", maxsplit=1)[0].encode()
    runs = (
        program("extract", "-", "--published", "2025-03-26", "--format", "json", stdin=sentence),
        program("extract", "-", "--format", "json", stdin=b"---\npublished: 2025-03-26\n---\n" + sentence),
        program("extract", "page.html", "--format", "json"),
    )
    found = [[(claim["id"], claim.get("when")) for claim in run.data["claims"]] for run in runs]
    assert found[0] == found[1] == found[2]
    assert ("visit:ana-lobo:oslo", "2025-04-01") in found[0]


def test_the_same_input_gives_the_same_bytes(program: Program, story: Path) -> None:
    """Run after run."""
    assert program("extract", story, "--published", "2025-03-26", "--format", "json") == program(
        "extract", story, "--published", "2025-03-26", "--format", "json"
    )


def test_claims_files_and_documents_compare_alike(program: Program, story: Path, folder: Path) -> None:
    """A claims file stands for its document."""
    (folder / "claims.json").write_text(program("extract", story, "--published", "2025-03-26", "--format", "json").out, encoding="utf-8")
    (folder / "later.txt").write_text("Ana Lobo, the president of Chile, has cancelled her visit to Oslo.\n", encoding="utf-8")
    options = ("--published-later", "2025-03-28", "--format", "json")
    by_file = program("compare", "claims.json", "later.txt", *options)
    by_document = program("compare", story, "later.txt", "--published-baseline", "2025-03-26", *options)
    assert by_file.data == by_document.data
    assert [change["kind"] for change in by_file.data["changes"]] == ["visit.cancelled"]


def test_annotations_point_at_the_line_of_the_file(program: Program, story: Path, folder: Path) -> None:
    """In a text with front matter as in a page, the line is that of the file."""
    assert story.is_file()
    (folder / "later.txt").write_text(
        "---\npublished: 2025-03-28\n---\n\nAna Lobo, the president of Chile, has cancelled her visit to Oslo.\n", encoding="utf-8"
    )
    (folder / "later.html").write_text(
        PAGE.replace("2025-03-26", "2025-03-28").replace("will visit\n Oslo on Tuesday", "has cancelled her visit\n to Oslo"),
        encoding="utf-8",
    )
    for name, line in (("later.txt", 5), ("later.html", 4)):
        program("compare", story, name, "--published-baseline", "2025-03-26", "--output", "gitlab=out.json")
        issues = json.loads((folder / "out.json").read_text(encoding="utf-8"))
        assert issues[0]["location"] == {"path": name, "lines": {"begin": line}}


def test_office_holders_are_checked_against_a_table(program: Program, folder: Path) -> None:
    """A president who left before the document's date is reported."""
    (folder / "holders.csv").write_text("person,title,of,since,until\nAna Lobo,President,Chile,2018-03-11,2022-03-11\n", encoding="utf-8")
    data = program(
        "extract",
        "-",
        "--published",
        "2025-03-26",
        "--reference",
        "holders.csv",
        "--format",
        "json",
        stdin=b"Ana Lobo, the president of Chile, spoke.",
    ).data
    assert "Ana Lobo" in data["inconsistencies"][0]["explanation"]


class TestLibrary:
    def test_extract_takes_texts_files_streams_and_documents(self, story: Path) -> None:
        """All give the same claims."""
        ids = [
            [claim.id for claim in factwatch.extract(source, published="2025-03-26").claims]
            for source in (STORY, story, str(story), factwatch.read_document(story))
        ]
        assert all(found == ids[0] for found in ids)
        piped = factwatch.extract("-", published="2025-03-26", stdin=io.BytesIO(STORY.encode()))
        assert [claim.id for claim in piped.claims] == ids[0]

    def test_a_missing_file_is_not_taken_for_a_text(self, folder: Path) -> None:
        """A name that ends like a document's is a file's."""
        assert folder.is_dir()
        with pytest.raises(factwatch.UnreadableDocumentError):
            factwatch.extract("briefing.txt")

    def test_compare_takes_any_two_sides(self, story: Path) -> None:
        """Claims, documents, files and texts mix."""
        report = factwatch.compare(
            story,
            "Ana Lobo, the president of Chile, has cancelled her visit to Oslo.",
            published_baseline="2025-03-26",
            published_later="2025-03-28",
        )
        assert [change.kind for change in report.changes] == ["visit.cancelled"]
        again = factwatch.compare(factwatch.extract(story, published="2025-03-26"), factwatch.extract(story, published="2025-03-26"))
        assert again.changes == ()

    def test_a_wrong_day_is_refused(self) -> None:
        """Dates are ISO 8601."""
        with pytest.raises(factwatch.UsageError):
            factwatch.extract("Ana Lobo spoke.", published="26 March")


def test_offices_read_as_one_says_them(program: Program, folder: Path) -> None:
    """No second 'of', the article where it belongs, times in words."""
    (folder / "a.txt").write_text(
        "U.S. Secretary of State Marco Rubio met Mia Mottley, who chairs the Caribbean Community.\n", encoding="utf-8"
    )
    text = program("extract", "a.txt", "--published", "2025-03-26").out
    assert "Marco Rubio, Secretary of State, United States (" in text
    assert "Mia Mottley, chair of the Caribbean Community (" in text


@pytest.mark.parametrize("name", ["facts.csv", "facts.jsonl", "facts.parquet"])
def test_tables_of_claims_are_sides(program: Program, story: Path, name: str) -> None:
    """What `export` writes can be compared and checked as documents can."""
    pytest.importorskip("pyarrow" if name.endswith("parquet") else "json")
    program("export", story, "--published", "2025-03-26", "--to", name)
    (story.parent / "new.txt").write_text(STORY.replace("Ana Lobo", "Rosa Vidal"), encoding="utf-8")
    assert program("compare", name, story, "--published-later", "2025-03-27").status == 0
    result = program("compare", name, "new.txt", "--published-later", "2025-03-27", "--format", "json")
    assert result.status == 1
    assert "Rosa Vidal" in result.out
    assert factwatch.compare(name, name).changes == ()


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.csv", "day,rain\n1,2\n"), ("a.jsonl", '{"day": 1}\n'), ("a.tsv", "day\train\n"), ("a.parquet", "PAR1"), ("a.csv", "kind,id\n")],
)
def test_other_tables_are_refused(program: Program, story: Path, name: str, content: str) -> None:
    """A table that holds no claims is a mistake in one line, and never read as prose."""
    pytest.importorskip("pyarrow" if name.endswith("parquet") else "json")
    (story.parent / name).write_text(content, encoding="utf-8")
    for result in (program("compare", story, name, "--published-baseline", "2025-03-26"), program("extract", name)):
        assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)
        assert name in result.err
        assert "factwatch.model" not in result.err


def test_a_table_of_several_documents_is_no_side(program: Program, story: Path) -> None:
    """The message says how many there are, and what to do."""
    (story.parent / "other.txt").write_text("---\npublished: 2025-03-20\n---\nAna Lobo, the president of Chile, spoke.\n", encoding="utf-8")
    program("export", story, "other.txt", "--published", "2025-03-26", "--to", "both.jsonl")
    result = program("compare", "both.jsonl", story, "--published-later", "2025-03-27")
    assert result.status == 2
    assert "2 documents" in result.err


def test_an_unknown_extractor_is_named(program: Program, story: Path) -> None:
    """By every command that reads documents."""
    for command in (["extract", story], ["compare", story, story], ["snapshot", "tour", story]):
        result = program(*command, "--extractor", "nobody")
        assert (result.status, result.out) == (2, "")
        assert "there is no extractor of that name" in result.err
    assert not (story.parent / "snapshots").exists()


def test_a_place_before_its_verb_is_shown_with_it(program: Program) -> None:
    """The words of a finding say by themselves what it says."""
    text = b"Ana Lobo, the president of Chile, flies to Norway on Tuesday. In Oslo she will meet King Harald V of Norway.\n"
    data = program("extract", "-", "--published", "2025-03-26", "--format", "json", stdin=text).data
    (visit,) = (claim for claim in data["claims"] if claim["id"] == "visit:ana-lobo:oslo")
    assert [piece["text"] for piece in visit["evidence"]] == ["In Oslo she will meet"]
