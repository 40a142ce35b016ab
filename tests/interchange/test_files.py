"""Exports for other programs: JSON-LD, Popolo, and files of every format."""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NoReturn

import pytest
from attrs import evolve

from factwatch.conversion import claims_document
from factwatch.errors import ClaimsFormatError, UnreadableDocumentError, UsageError
from factwatch.interchange import FORMATS, claims_to_jsonld, export_claims, import_claims, titles_to_popolo
from factwatch.model.claim import (
    ClaimSet,
    DocumentInfo,
    Extractor,
    MeetingClaim,
    RoleClaim,
    StatementClaim,
    TitleClaim,
    VisitClaim,
)
from factwatch.model.text import Document, Evidence

TEXT = "Mayor Ann Lee said: “We open on Monday.”"
EVIDENCE = (Evidence(0, 13, TEXT[:13]),)
CLAIMS = ClaimSet(
    document=DocumentInfo(
        source="a.txt",
        url="https://example.org/a",
        headline="Bridge opens",
        site="The Riverton Post",
        published="2025-03-26",
        digest=Document(text=TEXT).digest,
    ),
    extractor=Extractor(version="1.0", lexicon="abc"),
    claims=(
        TitleClaim(id="title:ann-lee:mayor:riverton", person="Ann Lee", title="Mayor", of="Riverton", since="2019", evidence=EVIDENCE),
        TitleClaim(id="title:bo:mayor:riverton", person="Bo", title="Mayor", of="Riverton", status="former", until="2019-05"),
        TitleClaim(id="title:cy:mayor:riverton", person="Cy", title="Mayor", of="Riverton", status="elect"),
        TitleClaim(id="title:di:mayor:riverton", person="Di", title="Mayor", of="Riverton", polarity="negative"),
        RoleClaim(id="role:norway:host", holder="Norway", role="host", of="Summit"),
        VisitClaim(
            id="visit:ann-lee:rome", who="Ann Lee", place="Rome", when="2025-03-26/2025-03-27", order=1, trip="t", status="cancelled"
        ),
        MeetingClaim(
            id="meeting:1", who=("Ann Lee",), with_=("Bo",), place="Rome", when="2025-04", topics=("trade",), medium="call", event="G20"
        ),
        StatementClaim(id="statement:1", speaker="Ann Lee", words="We open on Monday.", when="2025", attribution="Ann Lee"),
        StatementClaim(id="statement:1", speaker="Ann Lee", words="It will open.", direct=False),
    ),
)
OTHER = evolve(CLAIMS, document=DocumentInfo(source="b.txt"), claims=CLAIMS.claims[:1])


def _expanded(data: Any) -> list[dict[str, Any]]:
    jsonld = pytest.importorskip("pyld.jsonld", reason="needs pyld")

    def refuse(url: str, _options: object) -> NoReturn:
        message = f"reading needs the network: {url}"
        raise AssertionError(message)

    nodes: list[dict[str, Any]] = jsonld.expand(json.loads(json.dumps(data)), {"documentLoader": refuse})
    return nodes


def _of_type(nodes: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [node for node in nodes if kind in node.get("@type", ())]


def test_json_ld_stands_by_itself() -> None:
    """A JSON-LD processor reads the export without the network, and loses no key of it."""
    data = claims_to_jsonld([CLAIMS, OTHER], generated_at=dt.datetime(2025, 3, 27, 9, 0, tzinfo=dt.UTC))
    nodes = _expanded(data)
    claims = _of_type(nodes, "https://schema.org/Claim")
    assert len(claims) == len(CLAIMS.claims) + 1
    assert len({claim["@id"] for claim in claims}) == len(claims)

    def keys(value: Any) -> int:
        if isinstance(value, dict):
            return sum(1 for key in value if not key.startswith("@")) + sum(map(keys, value.values()))
        return sum(map(keys, value)) if isinstance(value, list) else 0

    assert keys(data["@graph"]) == keys(nodes)
    assert all(re.match(r"[a-z]+:", item["@id"]) for item in nodes)


def test_json_ld_survives_rdf() -> None:
    """The export turns into RDF with typed dates and whole IRIs."""
    jsonld = pytest.importorskip("pyld.jsonld", reason="needs pyld")
    quads = jsonld.to_rdf(claims_to_jsonld([CLAIMS]), {"format": "application/n-quads"})
    assert '"2025-03-26"^^<http://www.w3.org/2001/XMLSchema#date>' in quads
    assert '"2025-04"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>' in quads
    assert "<https://schema.org/appearance>" in quads


def test_json_ld_says_where_a_claim_comes_from() -> None:
    """A claim is derived from, quoted from and attributed to what the document says."""
    nodes = _expanded(claims_to_jsonld([CLAIMS]))
    prov = "http://www.w3.org/ns/prov#"
    (source,) = _of_type(nodes, "https://schema.org/CreativeWork")
    assert source["@id"].startswith("ni:///sha-256;")
    claim = next(node for node in nodes if node["@id"].endswith("title:ann-lee:mayor:riverton"))
    assert claim[f"{prov}wasDerivedFrom"] == [{"@id": source["@id"]}]
    (evidence,) = claim["urn:factwatch:term:evidence"]
    assert evidence[f"{prov}wasQuotedFrom"] == [{"@id": source["@id"]}]
    assert claim["https://schema.org/author"][0]["https://schema.org/name"] == [{"@value": "The Riverton Post"}]
    said = next(node for node in nodes if node["@id"].endswith("statement:1"))
    assert said["https://schema.org/author"][0]["https://schema.org/name"] == [{"@value": "Ann Lee"}]


def test_json_ld_of_a_watch_names_each_source() -> None:
    """Evidence that names its own document is quoted from that one."""
    other = Document(text="another text").digest
    evidence = (Evidence(0, 3, "Ann", source=other), Evidence(4, 7, "Lee", source=CLAIMS.document.digest))
    claims = evolve(CLAIMS, claims=(evolve(CLAIMS.claims[0], evidence=evidence),))
    node = claims_to_jsonld([claims])["@graph"][-1]
    quoted = [item["prov:wasQuotedFrom"]["@id"] for item in node["factwatch:evidence"]]
    assert quoted[1] == node["prov:wasDerivedFrom"]["@id"] != quoted[0]
    assert quoted[0].startswith("ni:///sha-256;")


def test_json_ld_uses_the_words_of_schema_org() -> None:
    """Titles are roles of an organisation, visits journeys, meetings events, quotations quotations and paraphrases not."""
    about = [node["schema:about"]["@type"] for node in claims_to_jsonld([CLAIMS])["@graph"] if node.get("factwatch:kind")]
    assert [kind.removeprefix("schema:") for kind in about] == [
        *["Person"] * 4,
        "Role",
        "TravelAction",
        "Event",
        "Quotation",
        "CreativeWork",
    ]


def test_a_strange_address_is_no_iri() -> None:
    """A URL that is none, and a digest that is none, do not make the export invalid."""
    odd = evolve(CLAIMS, document=DocumentInfo(source="x", url="javascript:alert(1) <b>", digest="sha256:zz"))
    assert _of_type(_expanded(claims_to_jsonld([odd])), "https://schema.org/CreativeWork")[0]["@id"] == "urn:factwatch:document:1"


def test_popolo_knows_persons_posts_and_memberships() -> None:
    """Held titles become memberships with their dates and sources; elect and denied ones do not."""
    data = titles_to_popolo([CLAIMS, OTHER])
    assert [person["name"] for person in data["persons"]] == ["Ann Lee", "Bo"]
    assert data["posts"] == [
        {"id": "post-mayor-of-riverton", "label": "Mayor of Riverton", "role": "Mayor", "organization_id": "organization-riverton"}
    ]
    first, former = data["memberships"]
    assert first["start_date"] == "2019"
    assert len(first["sources"]) == 2
    assert first["sources"][0] == {"url": "https://example.org/a", "note": "Bridge opens of 2025-03-26: “Mayor Ann Lee”"}
    assert (former["label"], former["end_date"]) == ("former Mayor of Riverton", "2019-05")
    assert {"person_id", "organization_id", "post_id", "role", "id", "label", "sources"} <= first.keys()


def test_popolo_keeps_names_apart() -> None:
    """Two names that fold to one have two ids."""
    claims = tuple(TitleClaim(id=name, person=name, title="Mayor") for name in ("José Re", "Jose Re", "—"))
    data = titles_to_popolo([ClaimSet(claims=claims)])
    ids = [person["id"] for person in data["persons"]]
    assert ids[:2] == ["person-jose-re", "person-jose-re-2"]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", ["c.jsonl", "c.csv", "c.parquet"])
def test_files_come_back(tmp_path: Path, name: str) -> None:
    """What was written to a file is read from it."""
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow", reason="needs the extra 'parquet'")
    export_claims([CLAIMS, OTHER], tmp_path / name)
    assert import_claims(tmp_path / name) == (CLAIMS, OTHER)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_the_json_of_the_program_is_read(tmp_path: Path) -> None:
    """A ``factwatch.claims/1`` file is read like the tables."""
    path = tmp_path / "c.json"
    path.write_text(json.dumps(claims_document(CLAIMS)), encoding="utf-8")
    assert import_claims(path) == (CLAIMS,)


def test_csv_files_open_in_spreadsheet_programs(tmp_path: Path) -> None:
    """A CSV file begins with the mark by which spreadsheet programs know UTF-8."""
    export_claims(CLAIMS, tmp_path / "c.csv")
    assert (tmp_path / "c.csv").read_bytes().startswith(b"\xef\xbb\xbfkind,id,")


@pytest.mark.parametrize("kind", ["jsonld", "popolo"])
def test_exports_are_json(tmp_path: Path, kind: str) -> None:
    """Exports for other programs are JSON files that cannot be read back as claims."""
    export_claims(CLAIMS, tmp_path / "c.json", format=kind)
    assert json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))
    with pytest.raises(UsageError, match="cannot be read from"):
        import_claims(tmp_path / "c.json", format=kind)


def test_mistakes_with_files_are_named(tmp_path: Path) -> None:
    """Unknown formats, missing folders and missing files each have their error."""
    with pytest.raises(UsageError, match="its name does not tell the format"):
        export_claims(CLAIMS, tmp_path / "claims")
    with pytest.raises(UsageError, match=f"Use one of {', '.join(FORMATS)}"):
        export_claims(CLAIMS, tmp_path / "c.csv", format="xlsx")
    with pytest.raises(UsageError, match="cannot be written"):
        export_claims(CLAIMS, tmp_path / "none" / "c.csv")
    with pytest.raises(UnreadableDocumentError, match="cannot be read"):
        import_claims(tmp_path / "none.csv")
    (tmp_path / "c.csv").write_bytes(b"kind,id\n\xff\n")
    with pytest.raises(ClaimsFormatError, match=r"c\.csv:2: not UTF-8"):
        import_claims(tmp_path / "c.csv")


def test_parquet_without_pyarrow(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where pyarrow is not installed, the error says what to type."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=re.escape("pip install 'factwatch[parquet]'")):
        export_claims(CLAIMS, tmp_path / "c.parquet")


def test_importing_is_light() -> None:
    """Neither pyarrow nor the language model is loaded before it is needed."""
    code = (
        "import sys, factwatch.interchange; print([name for name in ('pyarrow', 'spacy', 'deepdiff', 'pycountry') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
