"""The published schemas, and files of every schema version."""

from __future__ import annotations

import copy
import shutil
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import jsonschema
import pytest
from attrs import fields

from factwatch._yaml import load
from factwatch.conversion import CLAIM_CLASSES, claims_document, report_document
from factwatch.errors import SnapshotFormatError, UsageError
from factwatch.model.change import ChangeKind, Due, Report
from factwatch.model.claim import EventStatus, Inconsistency, RoleClaim, Succession
from factwatch.model.text import Evidence, Mention
from factwatch.schemas import SCHEMAS, schema
from factwatch.snapshots.record import facts
from factwatch.snapshots.watch import Filters, Ignore, Watch

if TYPE_CHECKING:
    from tests.snapshots.conftest import Desk

FIXTURES = Path(__file__).parent / "fixtures"


def validate(document: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(schema(document["schema"])).validate(document)


@pytest.fixture
def documents(desk: Desk) -> dict[str, dict[str, Any]]:
    """A real document of every format, with as much in it as there can be."""
    store = desk.start(*desk.briefing(), RoleClaim(id="role:x", holder="Mia Mottley", role="chair", of="CARICOM", raw={"of": "Caricom"}))
    store.save_settings(
        Watch(
            name=desk.watch,
            baseline="briefing.txt",
            sources=("later/*.txt",),
            people=("Mottley",),
            filters=Filters(kinds=("title",), ignores=(Ignore(reason="known", kind="title.reworded", expires="2026-01-01"),)),
        )
    )
    change, after = desk.new_holder()
    desk.check(change, claims=(after,))
    store.accept(desk.watch, everything=True, accepted_on="2025-05-03", note="election")
    claim_set = desk.claim_set(*desk.briefing())
    evidence = (Evidence(0, 1, "x"),)
    inconsistency = Inconsistency(subject="s", explanation="e.", claims=("a", "b"), evidence=evidence)
    report = Report(
        baseline=desk.document(),
        later=desk.document("later.txt"),
        changes=(change,),
        new=(after,),
        not_mentioned=desk.briefing(),
        inconsistencies=(inconsistency,),
        deduced=(after,),
        due=(Due(claim="a", subject="s", when="2025-03-26", explanation="e."),),
        warnings=("w",),
    )
    succession = Succession(person="B", holder="A", status="current", since="2025-05", rule="tenure/succeed", evidence=evidence)
    mentioned = Mention(kind="person", start=0, end=1, text="x", value="X")
    with_mentions = type(claim_set)(
        **{field.name: getattr(claim_set, field.name) for field in fields(type(claim_set))}
        | {"mentions": (mentioned,), "successions": (succession,)}
    )
    return {
        "factwatch.claims/1": claims_document(with_mentions),
        "factwatch.report/1": report_document(report),
        "factwatch.snapshot/1": load(desk.file("0002.yaml").read_text(), "f").data,
        "factwatch.watch/1": load(desk.file("watch.yaml").read_text(), "f").data,
    }


@pytest.mark.parametrize("name", SCHEMAS)
def test_real_documents_fit_their_schema(documents: dict[str, dict[str, Any]], name: str) -> None:
    """The schema is a schema, and what the program writes fits it."""
    jsonschema.Draft202012Validator.check_schema(schema(name))
    assert documents[name]["schema"] == name
    validate(documents[name])


@pytest.mark.parametrize(
    ("name", "path", "value"),
    [
        ("factwatch.claims/1", ("claims", 0, "status"), "bogus"),
        ("factwatch.claims/1", ("claims", 0, "kind"), "rumour"),
        ("factwatch.claims/1", ("claims", 0, "unknown"), 1),
        ("factwatch.claims/1", ("claims", 0, "confidence"), 2),
        ("factwatch.claims/1", ("claims", 0, "evidence", 0, "start"), -1),
        ("factwatch.claims/1", ("document", "published"), "26 March"),
        ("factwatch.claims/1", ("claims",), {}),
        ("factwatch.report/1", ("changes", 0, "kind"), "title.vanished"),
        ("factwatch.report/1", ("changes", 0, "severity"), "terrible"),
        ("factwatch.report/1", ("baseline",), None),
        ("factwatch.snapshot/1", ("version",), 0),
        ("factwatch.snapshot/1", ("accepted",), "yesterday"),
        ("factwatch.snapshot/1", ("digest",), "sha256:1"),
        ("factwatch.snapshot/1", ("claims", 0, "origin", "set_in"), "2"),
        ("factwatch.snapshot/1", ("closed", 0, "closed"), None),
        ("factwatch.watch/1", ("filters", "fail_on"), ["sometimes"]),
        ("factwatch.watch/1", ("filters", "ignores", 0, "reason"), None),
        ("factwatch.watch/1", ("name",), 7),
    ],
)
def test_wrong_documents_do_not_fit(documents: dict[str, dict[str, Any]], name: str, path: tuple[Any, ...], value: Any) -> None:
    """One wrong value anywhere is enough."""
    document = copy.deepcopy(documents[name])
    holder: Any = document
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        validate(document)


@pytest.mark.parametrize("name", SCHEMAS)
def test_an_unknown_key_does_not_fit(documents: dict[str, dict[str, Any]], name: str) -> None:
    """A misspelt key is not passed over."""
    with pytest.raises(jsonschema.ValidationError):
        validate({**documents[name], "extra": 1})


def test_schemas_have_what_the_model_has() -> None:
    """A field or kind that is added to the model must be published."""
    claims, report = schema("factwatch.claims/1")["$defs"], schema("factwatch.report/1")["$defs"]
    for kind, cls in CLAIM_CLASSES.items():
        names = {field.name.removesuffix("_") for field in fields(cls)}
        assert set(claims[f"{kind}Claim"]["properties"]) == names
        assert set(schema("factwatch.snapshot/1")["$defs"][f"standing{kind.title()}"]["properties"]) == names | {"origin", "valid"}
    assert claims["visitClaim"]["properties"]["status"]["enum"] == list(get_args(EventStatus))
    assert report["change"]["properties"]["kind"]["enum"] == list(get_args(ChangeKind))


def test_schemas_are_packaged() -> None:
    """They are found through the import system, one file each, and nothing else is offered."""
    found = {file.name for file in resources.files("factwatch.schemas").iterdir() if file.name.endswith(".json")}
    assert found == {"claims-1.json", "lexicon-1.json", "report-1.json", "snapshot-1.json", "watch-1.json"}
    with pytest.raises(UsageError, match=r"factwatch\.claims/1"):
        schema("../errors")


@pytest.fixture
def old(desk: Desk) -> Desk:
    """A watch whose first version is of the oldest format."""
    desk.watch = "harbour-talks"
    desk.store.create(Watch(name=desk.watch))
    shutil.copy(FIXTURES / "snapshot-0.yaml", desk.file("0001.yaml"))
    return desk


def test_the_oldest_format_is_read_and_gone_on_from(old: Desk) -> None:
    """Its claims stand with their source; the next version is of today's format and chained to it; the old file stays as it is."""
    snapshot = old.store.load(old.watch)
    assert (snapshot.accepted, snapshot.note, snapshot.digest) == ("2024-11-05", "first briefing", None)
    assert [entry.claim.id for entry in snapshot.claims] == ["title:ana-lima:foreign-minister:cabo-verde", "visit:ana-lima:praia"]
    assert {(entry.origin.set_in, snapshot.source(entry.origin.source) is not None) for entry in snapshot.claims} == {(1, True)}
    found = old.store.verify(old.watch)
    assert (found.ok, len(found.notes)) == (True, 1)
    old.store.commit(old.watch, old.claim_set(old.visit("Mindelo")), [], accepted_on="2024-11-09", complete=False)
    assert old.store.verify(old.watch).ok
    assert old.file("0001.yaml").read_bytes() == (FIXTURES / "snapshot-0.yaml").read_bytes()
    text = old.file("0001.yaml").read_text().replace("Cabo Verde", "Cape Verde")
    old.file("0001.yaml").write_text(text)
    assert old.store.verify(old.watch).findings[0].file.endswith("0002.yaml")


def test_sealing_brings_the_oldest_format_up_to_date(old: Desk) -> None:
    """The file is then of today's format, with a digest."""
    snapshot = old.store.seal(old.watch)
    validate(load(old.file("0001.yaml").read_text(), "f").data)
    assert snapshot.digest is not None
    assert old.store.verify(old.watch).notes == ()


def test_a_mistake_in_the_oldest_format_has_its_line(old: Desk) -> None:
    """Problems are told against the file as it is, not as it was brought up to date."""
    text = old.file("0001.yaml").read_text()
    old.file("0001.yaml").write_text(text.replace("  person: Ana Lima\n", ""))
    line = text.splitlines().index("- id: title:ana-lima:foreign-minister:cabo-verde") + 1
    with pytest.raises(SnapshotFormatError, match=rf"line {line}: claims\[1\].person: required field missing"):
        old.store.load(old.watch)


@pytest.mark.parametrize("file", sorted(FIXTURES.glob("snapshot-*.yaml")), ids=lambda file: file.stem)
def test_every_stored_format_is_read(desk: Desk, file: Path) -> None:
    """Each fixture gives the same facts."""
    name = load(file.read_text(), file.name).data["watch"]
    desk.store.create(Watch(name=name))
    shutil.copy(file, desk.root / "snapshots" / name / "0001.yaml")
    snapshot = desk.store.load(name)
    assert [facts(entry.claim).get("when") for entry in snapshot.claims] == [None, "2024-11-07/2024-11-08"]
    assert [source.published for source in snapshot.sources] == ["2024-11-04"]
    assert desk.store.verify(name).ok


def test_a_newer_format_is_refused_and_left_alone(old: Desk) -> None:
    """The message says what to do; nothing is written."""
    text = old.file("0001.yaml").read_text().replace("snapshot/0", "snapshot/2")
    old.file("0001.yaml").write_text(text)
    with pytest.raises(SnapshotFormatError, match="Install a newer factwatch"):
        old.store.load(old.watch)
    with pytest.raises(SnapshotFormatError, match="Install a newer factwatch"):
        old.store.seal(old.watch)
    with pytest.raises(SnapshotFormatError, match="Install a newer factwatch"):
        old.store.commit(old.watch, old.claim_set(), [], accepted_on="2025-01-01")
    assert old.file("0001.yaml").read_text() == text
    assert old.store.versions(old.watch) == (1,)
