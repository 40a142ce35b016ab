"""Claims come back from every table as they went in."""

from __future__ import annotations

import contextlib
import datetime as dt
import json

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from factwatch.errors import ClaimsFormatError, FactwatchError
from factwatch.interchange import (
    claims_from_csv,
    claims_from_jsonl,
    claims_from_parquet,
    claims_to_csv,
    claims_to_jsonl,
    claims_to_parquet,
)
from factwatch.interchange.spreadsheet import plain_cell, safe_cell
from factwatch.model.claim import (
    Claim,
    ClaimSet,
    DocumentInfo,
    Extractor,
    Inconsistency,
    MeetingClaim,
    RoleClaim,
    StatementClaim,
    TitleClaim,
    VisitClaim,
)
from factwatch.model.text import Evidence

# Any Unicode text, and often what formats trip over: formulas, quotes, separators, line ends, JSON, apostrophes.
TEXT = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.text(st.sampled_from("'=+-@\t\r\n\"\\,;[]{}\u2028\u0085\ufeff＝ aé"), max_size=6),
)
MAYBE = st.none() | TEXT
NAMES = st.lists(TEXT, max_size=3).map(tuple)
DATE = st.none() | st.dates().map(dt.date.isoformat)
EVIDENCE = st.builds(Evidence, start=st.integers(0, 9), end=st.integers(9, 99), text=TEXT, source=MAYBE)
INTEGER = st.none() | st.integers(-(2**63), 2**63 - 1)
EVENT = st.sampled_from(["planned", "underway", "done", "cancelled", "postponed"])

BASE = {
    "id": TEXT,
    "modality": st.sampled_from(["asserted", "planned", "possible"]),
    "polarity": st.sampled_from(["positive", "negative"]),
    "attribution": MAYBE,
    "confidence": st.floats(0, 1),
    "rule": TEXT,
    "raw": st.dictionaries(TEXT, TEXT, max_size=2),
    "evidence": st.lists(EVIDENCE, max_size=2).map(tuple),
}
CLAIM: st.SearchStrategy[Claim] = st.one_of(
    st.builds(TitleClaim, person=TEXT, title=TEXT, of=MAYBE, status=st.sampled_from(["current", "former"]), since=DATE, until=DATE, **BASE),
    st.builds(RoleClaim, holder=TEXT, role=TEXT, of=MAYBE, status=st.sampled_from(["current", "incoming"]), **BASE),
    st.builds(
        VisitClaim,
        who=TEXT,
        place=TEXT,
        when=DATE,
        when_qualifier=MAYBE,
        order=INTEGER,
        trip=MAYBE,
        trip_stops=INTEGER,
        status=EVENT,
        **BASE,
    ),
    st.builds(
        MeetingClaim,
        who=NAMES,
        with_=NAMES,
        place=MAYBE,
        topics=NAMES,
        medium=st.sampled_from([None, "call", "video"]),
        event=MAYBE,
        status=EVENT,
        **BASE,
    ),
    st.builds(StatementClaim, speaker=TEXT, words=TEXT, direct=st.booleans(), where=MAYBE, when=DATE, **BASE),
)


def _sets(minimum: int) -> st.SearchStrategy[tuple[ClaimSet, ...]]:
    documents = st.builds(DocumentInfo, source=TEXT, url=MAYBE, headline=MAYBE, site=MAYBE, published=DATE, digest=MAYBE)
    claim_set = st.builds(
        ClaimSet,
        document=documents,
        claims=st.lists(CLAIM, min_size=minimum, max_size=4).map(tuple),
        inconsistencies=st.lists(st.builds(Inconsistency, subject=TEXT, explanation=TEXT, claims=NAMES), max_size=1).map(tuple),
        extractor=st.builds(Extractor, version=TEXT, lexicon=TEXT),
        aliases=st.dictionaries(TEXT, NAMES, max_size=2),
    )
    return st.lists(claim_set, max_size=3, unique_by=lambda found: (found.document, found.extractor)).map(tuple)


QUICK = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
)


@QUICK
@given(_sets(0))
def test_json_lines_lose_nothing(claim_sets: tuple[ClaimSet, ...]) -> None:
    """Reading what was written as JSON Lines gives equal claim sets."""
    assert claims_from_jsonl(claims_to_jsonl(claim_sets)) == claim_sets


@QUICK
@given(_sets(1))
def test_csv_loses_nothing(claim_sets: tuple[ClaimSet, ...]) -> None:
    """Reading what was written as CSV gives equal claim sets."""
    assert claims_from_csv(claims_to_csv(claim_sets)) == claim_sets


@QUICK
@given(_sets(1))
def test_parquet_loses_nothing(claim_sets: tuple[ClaimSet, ...]) -> None:
    """Reading what was written as Parquet gives equal claim sets."""
    pytest.importorskip("pyarrow", reason="needs the extra 'parquet'")
    assert claims_from_parquet(claims_to_parquet(claim_sets)) == claim_sets


@given(TEXT)
def test_no_cell_is_a_formula(text: str) -> None:
    """A cell never begins like a formula, is never empty, and gives its text back."""
    cell = safe_cell(text)
    assert cell
    assert cell[0] not in "=+-@\t\r\n＝＋－＠"
    assert plain_cell(cell) == text


@given(st.text(max_size=200) | TEXT)
def test_rubbish_is_refused_in_our_own_words(text: str) -> None:
    """Whatever is read, nothing but a FactwatchError comes out."""
    for read in (claims_from_csv, claims_from_jsonl):
        with contextlib.suppress(FactwatchError):
            assert isinstance(read(text), tuple)


@given(st.binary(max_size=300))
def test_rubbish_bytes_are_refused_as_parquet(data: bytes) -> None:
    """Bytes that are no Parquet give a ClaimsFormatError."""
    pytest.importorskip("pyarrow", reason="needs the extra 'parquet'")
    with pytest.raises(ClaimsFormatError):
        claims_from_parquet(data, where="claims.parquet")


TITLE = TitleClaim(id="title:ann-lee:mayor:riverton", person="Ann Lee", title="Mayor", of="Riverton")
ONE = ClaimSet(document=DocumentInfo(source="a.txt", published="2025-03-26"), claims=(TITLE,))


def test_json_lines_can_be_joined() -> None:
    """Two files one after the other are the two documents."""
    other = evolve(ONE, document=DocumentInfo(source="b.txt"))
    assert claims_from_jsonl(claims_to_jsonl([ONE]) + claims_to_jsonl([other])) == (ONE, other)


def test_json_lines_without_a_document() -> None:
    """Claims alone are read, for a document nobody described."""
    lines = claims_to_jsonl([ONE]).split("\n")
    assert claims_from_jsonl(lines[1]) == (ClaimSet(claims=(TITLE,)),)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "not a line of JSON"),
        ("[1]", "expected a JSON object"),
        ('{"kind": "title", "id": "x"}', "person"),
        ('{"schema": "factwatch.claims/9"}', "factwatch.claims/9"),
        ("[" * 100_000, "not a line of JSON"),
    ],
)
def test_json_lines_errors_name_the_line(line: str, said: str) -> None:
    """An error says which line is wrong and why."""
    with pytest.raises(ClaimsFormatError) as caught:
        claims_from_jsonl(claims_to_jsonl([ONE]) + "\n" + line, where="c.jsonl")
    assert str(caught.value).startswith("c.jsonl:4: ")
    assert said in str(caught.value)


def test_csv_made_by_hand() -> None:
    """Semicolons, a byte order mark, other column order, empty rows and lists without JSON are read."""
    text = "\ufeffid;kind;who;with;confidence\nmeeting:a:b;meeting;Ann Lee; Bo Chen ;0.5\n;;;;\n"
    (found,) = claims_from_csv(text)
    assert found.claims == (MeetingClaim(id="meeting:a:b", who=("Ann Lee",), with_=("Bo Chen",), confidence=0.5),)


def test_csv_of_documents_sorted_together() -> None:
    """Rows that a spreadsheet sorted come back as one set for each document."""
    other = evolve(ONE, document=DocumentInfo(source="b.txt"), claims=(TITLE, evolve(TITLE, id="title:x", person="Bo Chen")))
    two = evolve(ONE, claims=(TITLE, evolve(TITLE, id="title:x", person="Bo Chen")))
    header, *rows = claims_to_csv([two, other]).splitlines()
    read = claims_from_csv("\n".join([header, *sorted(rows)]))
    assert {claim_set.document.source: len(claim_set.claims) for claim_set in read} == {"a.txt": 2, "b.txt": 2}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the table is empty"),
        ("kind,id,colour\n", "unknown columns: 'colour'"),
        ("kind,kind,id\n", "stand twice: 'kind'"),
        ("person,title\nAnn,Mayor\n", "'kind' and 'id' are needed"),
        ("kind,id\nopinion,x\n", "c.csv:2: the kind is 'opinion'"),
        ("kind,id,person\ntitle,x,Ann\n", "c.csv:2: "),
        ("kind,id,person,title,order\ntitle,x,Ann,Mayor,2\n", "a title has no order"),
        ("kind,id,who,place,order\nvisit,x,Ann,Rome,first\n", "'first' is not a whole number"),
        ("kind,id,speaker,words,direct\nstatement,x,Ann,Yes,maybe\n", "'maybe' is not true or false"),
        ('kind,id,raw\ntitle,x,"{"\n', "is not JSON"),
        ("kind,id\ntitle,x,y\n", "3 cells under 2 columns"),
        ('kind,id\ntitle,"x"y\n', "not valid CSV"),
    ],
)
def test_csv_errors_say_what_and_where(text: str, said: str) -> None:
    """Each mistake in a table is named, with its line."""
    with pytest.raises(ClaimsFormatError) as caught:
        claims_from_csv(text, where="c.csv")
    assert said in str(caught.value)


def test_csv_lines_are_counted_in_the_file() -> None:
    """The line of an error counts line ends inside cells and empty rows."""
    text = claims_to_csv([evolve(ONE, claims=(evolve(TITLE, person="Ann\nLee"),))]) + "\nopinion,x\n"
    with pytest.raises(ClaimsFormatError, match=r"c\.csv:5: the kind is 'opinion'"):
        claims_from_csv(text, where="c.csv")


def test_long_cells_are_read() -> None:
    """A cell longer than the csv module's own limit is read."""
    long = evolve(ONE, claims=(evolve(TITLE, person="A" * 200_000),))
    assert claims_from_csv(claims_to_csv([long])) == (long,)


def test_parquet_columns_are_typed() -> None:
    """Lists, numbers and evidence are no text in Parquet."""
    pq = pytest.importorskip("pyarrow.parquet", reason="needs the extra 'parquet'")
    pa = pytest.importorskip("pyarrow", reason="needs the extra 'parquet'")
    schema = pq.read_table(pa.BufferReader(claims_to_parquet([ONE]))).schema
    assert str(schema.field("who").type) == "list<element: string>"
    assert str(schema.field("confidence").type) == "double"
    assert "start: int64" in str(schema.field("evidence").type)


def test_parquet_of_another_program() -> None:
    """A table without claims in it is refused with its columns."""
    pq = pytest.importorskip("pyarrow.parquet", reason="needs the extra 'parquet'")
    pa = pytest.importorskip("pyarrow", reason="needs the extra 'parquet'")
    out = pa.BufferOutputStream()
    pq.write_table(pa.table({"id": ["x"], "kind": ["title"], "colour": ["red"]}), out)
    with pytest.raises(ClaimsFormatError, match="unknown columns: colour"):
        claims_from_parquet(out.getvalue().to_pybytes(), where="p.parquet")


def test_same_claims_same_bytes() -> None:
    """Writing twice gives the same text."""
    assert claims_to_csv([ONE]) == claims_to_csv([ONE])
    assert claims_to_jsonl([ONE]) == claims_to_jsonl([ONE])
    assert json.loads(claims_to_jsonl([ONE]).split("\n")[1])["person"] == "Ann Lee"
