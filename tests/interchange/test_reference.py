"""Tables of office holders, and titles held against them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factwatch.errors import ClaimsFormatError, UnreadableDocumentError, UsageError
from factwatch.interchange import OFFICE_HOLDERS_QUERY, Reference, Tenure, read_reference, reference_from_csv, reference_from_wikidata
from factwatch.model.claim import ClaimSet, DocumentInfo, TitleClaim
from factwatch.model.text import Evidence
from factwatch.reference import check_against_reference

TABLE = """\
person,title,of,start,end
Keith Rowley,Prime Minister,Trinidad and Tobago,2015-09-09,2025-03-16
Stuart Young,Prime Minister,Trinidad and Tobago,17 March 2025,2025-05-01
Kamla Persad-Bissessar,Prime Minister,Trinidad and Tobago,2010-05-26,2015-09-09
Kamla Persad-Bissessar,Prime Minister,Trinidad and Tobago,2025-05-01,incumbent
Ana Beck,Senator,Riverland,2019,2021
Ana Beck,Mayor,Fort Lee,2022-06,
Jo Falk,Senator,Riverland,2021,
"""


def _titles(*rows: dict[str, Any], published: str | None = "2025-06-10") -> ClaimSet:
    claims = tuple(TitleClaim(**{"id": f"t{number}", "evidence": (Evidence(0, 2, "PM"),), **row}) for number, row in enumerate(rows))
    return ClaimSet(document=DocumentInfo(published=published), claims=claims)


def _young(**changed: Any) -> dict[str, Any]:
    return {"person": "Stuart Young", "title": "Prime Minister", "of": "Trinidad and Tobago", **changed}


def test_a_holder_who_left_is_reported() -> None:
    """Somebody named after they left gives one finding, with the dates, the holder of the day and the words."""
    (found,) = check_against_reference(_titles(_young()), reference_from_csv(TABLE))
    assert found.subject == "Prime Minister of Trinidad and Tobago"
    assert found.explanation == (
        "Published on 10 June 2025, it names Stuart Young as Prime Minister of Trinidad and Tobago, but Stuart Young held that office "
        "from 17 March 2025 until 1 May 2025; on that day it was held by Kamla Persad-Bissessar (since 1 May 2025)."
    )
    assert found.claims == ("t0",)
    assert found.evidence == (Evidence(0, 2, "PM"),)


def test_a_holder_who_has_not_begun_is_reported() -> None:
    """Somebody named before they take office gives a finding."""
    (found,) = check_against_reference(_titles(_young(), published="2024-03-01"), reference_from_csv(TABLE))
    assert "Stuart Young holds that office only from 17 March 2025; on that day it was held by Keith Rowley" in found.explanation


def test_several_terms_are_all_told() -> None:
    """Somebody who held the office twice, and not in between, is reported with each term that was over."""
    claims = _titles(_young(person="Kamla Persad-Bissessar"), published="2020-02-02")
    (found,) = check_against_reference(claims, reference_from_csv(TABLE))
    assert "from 26 May 2010 until 9 September 2015" in found.explanation
    assert "2025" not in found.explanation


@pytest.mark.parametrize(
    "row",
    [
        _young(person="Kamla Persad-Bissessar"),
        _young(status="former"),
        _young(status="acting"),
        _young(status="designate"),
        _young(person="Young"),
        _young(person="Sam Young"),
        _young(person="Nobody Known"),
        _young(title="Minister of Energy"),
        _young(title="Deputy Prime Minister"),
        _young(of="Jamaica"),
        _young(attribution="A Minister"),
        _young(polarity="negative"),
        _young(modality="possible"),
        _young(modality="reported"),
        _young(until="2025-05-01"),
        _young(since="2025-06-01"),
        {"person": "Ana Beck", "title": "Mayor", "of": "Fort Lee"},
        {"person": "Jo Falk", "title": "Senator", "of": "Riverland"},
    ],
    ids=repr,
)
def test_silence_where_nothing_is_plainly_wrong(row: dict[str, Any]) -> None:
    """Right, former, coming, doubted, quoted or unknown holders and offices give nothing."""
    assert check_against_reference(_titles(row), reference_from_csv(TABLE)) == ()


@pytest.mark.parametrize("name", ["Stuart Young", "Dr. Stuart Richard Young", "stuart young", "Stuart Yuong", "Stuart R. Young"])
def test_names_are_matched_in_their_variants(name: str) -> None:
    """Honorifics, middle names, case and a slip of the pen do not hide a person."""
    assert len(check_against_reference(_titles(_young(person=name)), reference_from_csv(TABLE))) == 1


@pytest.mark.parametrize(("title", "body"), [("prime minister", "Trinidad & Tobago"), ("PM", None), ("Prime Minister", None)])
def test_offices_are_matched_in_their_variants(title: str, body: str | None) -> None:
    """Spelling of the office, and a body that the text leaves out, do not hide the office."""
    assert len(check_against_reference(_titles(_young(title=title, of=body)), reference_from_csv(TABLE))) == 1


@pytest.mark.parametrize(("published", "findings"), [("2025-05-01", 0), ("2025-05-02", 1), ("2025-03-17", 0), ("2025-03-16", 1)])
def test_the_last_and_the_first_day_are_in_office(published: str, findings: int) -> None:
    """The days on which a term begins and ends belong to it."""
    assert len(check_against_reference(_titles(_young(), published=published), reference_from_csv(TABLE))) == findings


@pytest.mark.parametrize(("published", "findings"), [("2021-12-31", 0), ("2022-01-01", 1), ("2019-01-01", 0), ("2018-12-31", 1)])
def test_partial_dates_leave_room(published: str, findings: int) -> None:
    """A term until 2021 may have lasted to the end of that year; of many holders none is named as the right one."""
    found = check_against_reference(
        _titles({"person": "Ana Beck", "title": "Senator", "of": "Riverland"}, published=published), reference_from_csv(TABLE)
    )
    assert len(found) == findings
    assert not any("on that day" in finding.explanation for finding in found)


def test_without_a_date_nothing_is_said() -> None:
    """A document without a date cannot be wrong about it; a date given by hand counts."""
    claims = _titles(_young(), published=None)
    assert check_against_reference(claims, reference_from_csv(TABLE)) == ()
    assert len(check_against_reference(claims, reference_from_csv(TABLE), published="2025-06-10")) == 1
    with pytest.raises(UsageError, match="must be a day"):
        check_against_reference(claims, reference_from_csv(TABLE), published="2025-06")


def test_two_people_who_fit_cancel_each_other() -> None:
    """Where two holders of the office may be meant, nothing is said."""
    table = "person,title,of,start,end\nJohn A. Reyes,Mayor,Salto,2001,2005\nJohn B. Reyes,Mayor,Salto,2005,2009\n"
    claims = _titles({"person": "John Reyes", "title": "Mayor", "of": "Salto"})
    assert check_against_reference(claims, reference_from_csv(table)) == ()


def test_bodies_left_out_must_be_plain() -> None:
    """Where the text names no body and the person held the office of two, nothing is said."""
    table = "person,title,of,start,end\nAna Beck,Mayor,Salto,2001,2005\nAna Beck,Mayor,Lindau,2006,2009\n"
    assert check_against_reference(_titles({"person": "Ana Beck", "title": "Mayor"}), reference_from_csv(table)) == ()
    assert len(check_against_reference(_titles({"person": "Ana Beck", "title": "Mayor", "of": "Salto"}), reference_from_csv(table))) == 1


# --- tables


@pytest.mark.parametrize(
    "header",
    [
        "person,title,of,start,end",
        "Name;Office;Country;Took office;Left office",
        "Office holder\tPosition\tOrganisation\tFrom\tUntil",
        "\ufeffpersonLabel,positionLabel,countryLabel,start_date,end_date",
    ],
)
def test_headings_of_many_kinds(header: str) -> None:
    """Usual headings and separators are understood, further columns passed over."""
    separator = next(letter for letter in ",;\t" if letter in header)
    row = separator.join(["Mia Mottley", "Prime Minister", "Barbados", "25 May 2018", "present", "BLP"])
    reference = reference_from_csv(f"{header}{separator}Party\n{row}\n")
    assert reference.tenures == (Tenure(person="Mia Mottley", title="Prime Minister", of="Barbados", start="2018-05-25"),)


def test_an_office_with_its_country_in_one_cell() -> None:
    """'Prime Minister of the Bahamas' is an office and a country, 'Minister of Finance' an office."""
    table = "person,office,since\nPhilip Davis,Prime Minister of the Bahamas,2021-09-17\nX Y,Minister of Finance,2020\n"
    assert [(tenure.title, tenure.of) for tenure in reference_from_csv(table).tenures] == [
        ("Prime Minister", "Bahamas"),
        ("Minister of Finance", None),
    ]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("2025", "2025"),
        ("2025-03", "2025-03"),
        ("2025-03-17", "2025-03-17"),
        ("2025-03-17T00:00:00Z", "2025-03-17"),
        ("Mar. 2025", "2025-03"),
        ("17th March 2025", "2025-03-17"),
        ("Sept 3, 2025", "2025-09-03"),
        ("Present", None),
        ("–", None),
        ("", None),
    ],
)
def test_dates_of_many_kinds(cell: str, value: str | None) -> None:
    """Dates are read as exactly as they are written."""
    (tenure,) = reference_from_csv(f'person,title,start,end\nA B,Mayor,,"{cell}"\n').tenures
    assert tenure.end == value


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("", "the table is empty"),
        ("name,since\nA,2020\n", "r.csv:1: no column gives the title"),
        ("name,office\nA,Mayor\n", "no column gives a date"),
        ("name,holder,office,from\n", "'name' and 'holder' both give the person"),
        ("name,office,from\nA,Mayor,01/05/2025\n", "line 2: start: '01/05/2025' this is no date that can be read in one way only"),
        ("name,office,from\nA,Mayor,2025-02-30\n", "line 2: start"),
        ("name,office,from\n,Mayor,2025\n", "line 2: person: it is empty"),
        ("name,office,from,to\nA,Mayor,2025,2024\n", "ends (2024) before it begins (2025)"),
    ],
)
def test_mistakes_in_a_table_are_named(table: str, said: str) -> None:
    """An error says which line and cell is wrong."""
    with pytest.raises(ClaimsFormatError) as caught:
        reference_from_csv(table, where="r.csv")
    assert said in str(caught.value)


# --- Wikidata


def _entity(number: str, label: str, *, aliases: tuple[str, ...] = (), **claims: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": number,
        "labels": {"en": {"language": "en", "value": label}},
        "aliases": {"en": [{"language": "en", "value": alias} for alias in aliases]},
        "claims": claims,
    }


def _item(number: str, **more: Any) -> dict[str, Any]:
    value = {"value": {"entity-type": "item", "id": number}, "type": "wikibase-entityid"}
    return {"mainsnak": {"snaktype": "value", "datavalue": value}, "rank": "normal", **more}


def _time(time: str, precision: int) -> list[dict[str, Any]]:
    return [{"snaktype": "value", "datavalue": {"value": {"time": time, "precision": precision}, "type": "time"}}]


def _wikidata(**position: Any) -> dict[str, Any]:
    entities = {
        "Q1": _entity("Q1", "Stuart Young", aliases=("Stuart Richard Young",), P39=[_item("Q2", **position)]),
        "Q2": _entity("Q2", "Prime Minister of Trinidad and Tobago", P1001=[_item("Q3")]),
        "Q3": _entity("Q3", "Trinidad and Tobago"),
    }
    return {"entities": entities}


DATES = {"P580": _time("+2025-03-17T00:00:00Z", 11), "P582": _time("+2025-05-00T00:00:00Z", 10)}


def test_wikidata_entities() -> None:
    """'Position held' of an entity becomes a term, its dates as exact as Wikidata has them, the country taken off the office."""
    assert reference_from_wikidata(_wikidata(qualifiers=DATES)).tenures == (
        Tenure(
            person="Stuart Young",
            title="Prime Minister",
            of="Trinidad and Tobago",
            start="2025-03-17",
            end="2025-05",
            aliases=("Stuart Richard Young",),
            source="Q1",
        ),
    )


@pytest.mark.parametrize(
    ("qualifiers", "start", "end"),
    [
        ({}, None, None),
        ({"P582": [{"snaktype": "somevalue"}]}, None, None),
        ({"P582": [{"snaktype": "novalue"}]}, None, None),
        ({"P580": _time("+2015-00-00T00:00:00Z", 9)}, "2015", None),
        ({"P580": _time("+2010-00-00T00:00:00Z", 8)}, None, None),
        ({"P580": _time("-0044-03-15T00:00:00Z", 11)}, None, None),
    ],
)
def test_wikidata_dates_that_are_not_exact(qualifiers: dict[str, Any], start: str | None, end: str | None) -> None:
    """Unknown, missing and vague dates stay open."""
    (tenure,) = reference_from_wikidata(_wikidata(qualifiers=qualifiers)).tenures
    assert (tenure.start, tenure.end) == (start, end)


def test_wikidata_deprecated_statements_do_not_count() -> None:
    """A statement of deprecated rank is as if it were not there."""
    with pytest.raises(ClaimsFormatError, match="no 'position held' statement"):
        reference_from_wikidata(_wikidata(rank="deprecated"))


def test_wikidata_positions_need_names(tmp_path: Path) -> None:
    """A position that nobody named is an error that says what to give; naming it in a second file helps."""
    whole = _wikidata(qualifiers=DATES)["entities"]
    person, position = tmp_path / "Q1.json", tmp_path / "Q2.json"
    person.write_text(json.dumps({"entities": {"Q1": whole["Q1"]}}))
    position.write_text(json.dumps({"entities": {"Q2": whole["Q2"]}}))
    with pytest.raises(ClaimsFormatError, match="Q2 has no English name in the data"):
        read_reference(person)
    assert read_reference(person, position).tenures[0].of == "Trinidad and Tobago"


def _cell(value: str) -> dict[str, str]:
    return {"type": "literal", "value": value}


def test_wikidata_query_results() -> None:
    """Rows of the query service are read by their labels, with the exactness they bring."""
    row = {
        "person": {"type": "uri", "value": "http://www.wikidata.org/entity/Q1"},
        "personLabel": _cell("Stuart Young"),
        "positionLabel": _cell("Prime Minister of Trinidad and Tobago"),
        "start": _cell("2025-03-17T00:00:00Z"),
        "startPrecision": _cell("11"),
        "end": _cell("2025-01-01T00:00:00Z"),
        "endPrecision": _cell("9"),
    }
    unnamed = {"personLabel": _cell("Q77"), "positionLabel": _cell("Mayor")}
    reference = reference_from_wikidata({"head": {"vars": list(row)}, "results": {"bindings": [row, row, unnamed]}})
    assert reference.tenures == (
        Tenure(person="Stuart Young", title="Prime Minister", of="Trinidad and Tobago", start="2025-03-17", end="2025"),
    )
    assert reference.skipped == ("a row of the query's result has no label for the person or the position",)


def test_wikidata_query_results_without_exactness() -> None:
    """The first of January may stand for the whole year, the first of a month for the month, and an unknown value for nothing."""
    rows = [
        {"personLabel": "A B", "positionLabel": "Mayor", "start": "2020-01-01T00:00:00Z", "end": "2021-05-01T00:00:00Z"},
        {"personLabel": "C D", "positionLabel": "Mayor", "start": "t1234", "end": "http://www.wikidata.org/.well-known/genid/ab"},
    ]
    assert [(tenure.start, tenure.end) for tenure in reference_from_wikidata(rows).tenures] == [("2020", "2021-05"), (None, None)]


def test_the_query_asks_for_what_is_read() -> None:
    """Every variable that the query selects is one that reading understands."""
    names = [name.lstrip("?") for name in OFFICE_HOLDERS_QUERY.split("WHERE")[0].split()[1:]]
    row = {name: "11" if "Precision" in name else "2020-03-04T00:00:00Z" if name in {"start", "end"} else f"An {name}" for name in names}
    (tenure,) = reference_from_wikidata([row]).tenures
    assert (tenure.person, tenure.title, tenure.of, tenure.start, tenure.end, tenure.aliases) == (
        "An personLabel",
        "An positionLabel",
        "An countryLabel",
        "2020-03-04",
        "2020-03-04",
        ("An personAltLabel",),
    )


@pytest.mark.parametrize(
    "data", [None, 7, [], [[]], {}, {"entities": []}, {"entities": {"Q1": None}}, {"results": {}}, {"entities": {"Q1": {"claims": []}}}]
)
def test_other_json_is_refused(data: Any) -> None:
    """Anything else is refused in our own words."""
    with pytest.raises(ClaimsFormatError):
        reference_from_wikidata(data)


def test_tables_and_wikidata_join(tmp_path: Path) -> None:
    """Several files make one reference, a row in two of them counting once."""
    table, again, entities = tmp_path / "a.csv", tmp_path / "b.tsv", tmp_path / "c.json"
    table.write_text("person,title,of,start,end\nA B,Mayor,Salto,2020,2021\n")
    again.write_text("person\ttitle\tof\tstart\tend\nA B\tMayor\tSalto\t2020\t2021\n")
    entities.write_text(json.dumps(_wikidata(qualifiers=DATES)))
    assert [tenure.person for tenure in read_reference(table, again, entities).tenures] == ["A B", "Stuart Young"]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """A missing file, broken JSON, other encodings and no file at all are told apart."""
    broken, latin = tmp_path / "x.json", tmp_path / "x.csv"
    broken.write_text('{"entities": ')
    latin.write_bytes("person,title,end\nJos\xe9,Mayor,2020".encode("latin-1"))
    with pytest.raises(UnreadableDocumentError, match="cannot be read"):
        read_reference(tmp_path / "none.csv")
    with pytest.raises(ClaimsFormatError, match="not valid JSON"):
        read_reference(broken)
    with pytest.raises(ClaimsFormatError, match=r"x\.csv:2: not UTF-8"):
        read_reference(latin)
    with pytest.raises(UsageError, match="no file is given"):
        read_reference()


def test_an_empty_reference_says_nothing() -> None:
    """Without office holders there is nothing to hold a title against."""
    assert check_against_reference(_titles(_young()), Reference()) == ()
