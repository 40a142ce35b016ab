"""Extractors of other people, and spaCy pipelines, behind one interface."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Iterator
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path
from typing import Any

import pytest
from attrs import define, field

import factwatch
from factwatch import Claim, Document, Evidence, Mention, RoleClaim, TitleClaim, UsageError, VisitClaim
from factwatch.extraction import plugins
from factwatch.extraction.plugins import Extractor, SpacyExtractor, contributions, find_extractors, registered

TEXT = "Vantora hired Anna Rossi. Mayor Ola Berg will visit Ghana."


@define
class Given:
    """An extractor that returns what it was given."""

    items: list[Any] = field(factory=list)
    name: str = "given"
    version: str = "1"

    def extract(self, document: Document) -> Iterable[Claim | Mention]:
        assert document.text
        return self.items


class Mayors:
    """The example of the documentation: 'Mayor NAME' by regular expression."""

    name = "mayors"
    version = "2"

    def extract(self, document: Document) -> Iterator[Claim | Mention]:
        start = document.text.find("Mayor Ola")
        if start >= 0:
            words = document.text[start : start + 14]
            yield TitleClaim(
                id="", person="Ola Berg", title="Mayor", of="Lutz", rule="mayors/name", evidence=(Evidence(start, start + 14, words),)
            )


def mention(kind: Any, words: str, text: str = TEXT) -> Mention:
    start = text.index(words)
    return Mention(kind=kind, start=start, end=start + len(words), text=words)


def evidence(words: str, text: str = TEXT) -> tuple[Evidence, ...]:
    start = text.index(words)
    return (Evidence(start, start + len(words), words),)


def test_claims_are_added_to_ours_and_merged_with_them() -> None:
    """A claim of a plug-in gets its id, joins an equal one of ours, and the record names the plug-in."""
    found = factwatch.extract(TEXT, published="2025-03-26", extractor=Mayors())
    titles = [claim for claim in found.claims if isinstance(claim, TitleClaim)]
    assert [(claim.id, claim.of) for claim in titles] == [("title:ola-berg:mayor:lutz", "Lutz")]
    assert [claim.place for claim in found.claims if isinstance(claim, VisitClaim)] == ["Ghana"]
    assert found.extractor.lexicon.endswith("+mayors/2")


def test_names_are_read_as_they_are_typed() -> None:
    """A name that by its form is a person's becomes a body where a plug-in says so."""
    text = "Brightwater Lane visited Ghana on Monday. Brightwater Lane is based in Paris."
    plain = factwatch.extract(text, published="2025-03-26", mentions=True)
    typed = factwatch.extract(
        text, published="2025-03-26", mentions=True, extractor=Given([mention("organisation", "Brightwater Lane", text)])
    )
    assert ("organisation", "Brightwater Lane") not in {(item.kind, item.text) for item in plain.mentions or ()}
    assert ("organisation", "Brightwater Lane") in {(item.kind, item.text) for item in typed.mentions or ()}


@pytest.mark.parametrize(
    ("kind", "words"),
    [("person", "Ghana"), ("organisation", "visit Ghana"), ("organisation", "Anna"), ("place", "hired"), ("date", "Vantora")],
)
def test_a_doubtful_name_changes_nothing(kind: str, words: str) -> None:
    """What the lexicons know stays; a name that cuts one of ours, or is no name, is passed over."""
    without = factwatch.extract(TEXT, published="2025-03-26")
    given = factwatch.extract(TEXT, published="2025-03-26", extractor=Given([mention(kind, words)]))
    assert given.claims == without.claims


def test_of_two_overlapping_names_the_first_stands() -> None:
    """The order of the extractors decides."""
    one, two = (
        Given([mention("organisation", "Anna Rossi")], "one"),
        Given([mention("person", "Rossi"), mention("place", "Vantora")], "two"),
    )
    found = contributions(Document(text=TEXT), (one, two))
    assert [(name.kind, name.text) for name in found.names] == [("place", "Vantora"), ("organisation", "Anna Rossi")]
    assert found.label == "+one/1+two/1"


def role(*, rule: str = "x/y", evidence: tuple[Evidence, ...] = (), confidence: float = 1.0) -> RoleClaim:
    return RoleClaim(id="", holder="Vantora", role="host", rule=rule, evidence=evidence, confidence=confidence)


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("Vantora", "it returned str"),
        (Mention(kind="person", start=0, end=4, text="Rome"), "is not 'Rome'"),
        (Mention(kind="person", start=-3, end=4, text="x"), "from -3 to 4"),
        (Mention(kind="person", start=0, end=900, text=TEXT), "to 900"),
        (Mention(kind="person", start=3, end=3, text=""), "from 3 to 3"),
        (role(), "no evidence"),
        (role(evidence=(Evidence(0, 5, "Ghana"),)), "is not 'Ghana'"),
        (role(rule="", evidence=evidence("Vantora")), "has no rule"),
        (role(evidence=evidence("Vantora"), confidence=3), "confidence is 3"),
    ],
)
def test_what_cannot_be_used_is_refused(item: Any, words: str) -> None:
    """A mistake of a plug-in is told with its name, and never becomes a claim."""
    with pytest.raises(UsageError) as caught:
        factwatch.extract(TEXT, published="2025-03-26", extractor=Given([item]))
    assert caught.value.where == "extractor given"
    assert words in str(caught.value)


@pytest.mark.parametrize("thing", [object(), Given, 7])
def test_what_is_no_extractor_is_refused(thing: Any) -> None:
    """An object without the interface, and a class instead of an object, are told at once."""
    with pytest.raises(UsageError):
        find_extractors(thing)


def test_the_interface_is_checked_by_its_members() -> None:
    """No base class is needed."""
    assert isinstance(Given(), Extractor)
    assert isinstance(Mayors(), Extractor)
    assert find_extractors(None) == ()


@pytest.fixture
def points(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two registered extractors, one of which does not load."""
    made = [EntryPoint("mayors", f"{__name__}:Mayors", plugins.GROUP), EntryPoint("broken", "no_such_package:X", plugins.GROUP)]
    monkeypatch.setattr("importlib.metadata.entry_points", lambda *, group: EntryPoints(point for point in made if point.group == group))
    monkeypatch.setattr(EntryPoint, "load", lambda point: Mayors if point.name == "mayors" else importlib.import_module("no_such_package"))


@pytest.mark.usefixtures("points")
def test_registered_extractors_are_found_by_name() -> None:
    """A package registers one; it runs only where it is asked for."""
    assert list(registered()) == ["broken", "mayors"]
    assert factwatch.extract(TEXT, published="2025-03-26", extractor=["mayors"]).extractor.lexicon.endswith("+mayors/2")
    assert "mayors" not in factwatch.extract(TEXT, published="2025-03-26").extractor.lexicon


@pytest.mark.usefixtures("points")
@pytest.mark.parametrize(("name", "words"), [("mayor", "Registered are broken, mayors"), ("broken", "does not load")])
def test_an_extractor_that_is_not_there_is_named(name: str, words: str) -> None:
    """The error lists what there is."""
    with pytest.raises(UsageError, match=words):
        factwatch.extract(TEXT, extractor=name)


# spaCy.


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small pipeline of rules on disk, as an installed one is."""
    import spacy

    nlp = spacy.blank("en")
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(
        [
            {"label": "ORG", "pattern": "the Brightwater Lane"},
            {"label": "ORG", "pattern": "Brightwater Lane's"},
            {"label": "PERSON", "pattern": "Ghana"},
            {"label": "GPE", "pattern": "Upper Quell"},
            {"label": "DATE", "pattern": "Monday"},
        ]
    )
    nlp.meta["name"], nlp.meta["version"] = "rules", "0.3"
    folder = tmp_path_factory.mktemp("pipelines") / "rules"
    nlp.to_disk(folder)
    return folder


def test_entities_type_names(pipeline: Path) -> None:
    """Articles and possessive marks that the pipeline counts in are left out; our lexicon's country stays one."""
    text = "Prime Minister Ana Mora visited the Brightwater Lane on Monday.\n\nBrightwater Lane's chair left Ghana for Upper Quell."
    extractor = SpacyExtractor(str(pipeline))
    names = [(name.kind, name.text) for name in extractor.extract(Document(text=text))]
    assert names == [
        ("organisation", "Brightwater Lane"),
        ("organisation", "Brightwater Lane"),
        ("person", "Ghana"),
        ("place", "Upper Quell"),
    ]
    found = factwatch.extract(text, published="2025-03-26", mentions=True, extractor=extractor)
    kinds = {(item.text, item.kind) for item in found.mentions or ()}
    assert {("Brightwater Lane", "organisation"), ("Ghana", "place"), ("Upper Quell", "place")} <= kinds
    assert found.extractor.lexicon.endswith("+spacy:en_rules/0.3")


def test_a_pipeline_is_named_by_a_text(pipeline: Path) -> None:
    """``spacy:NAME`` stands for the ready adapter; a loaded pipeline can be given as well."""
    import spacy

    (named,) = find_extractors(f"spacy:{pipeline}")
    assert isinstance(named, SpacyExtractor)
    loaded = SpacyExtractor(spacy.load(pipeline))
    document = Document(text="The Brightwater Lane spoke. Upper Quell slept.")
    assert list(named.extract(document)) == list(loaded.extract(document))


def test_a_missing_pipeline_tells_how_to_install_it() -> None:
    """The command stands in the error."""
    with pytest.raises(UsageError, match="Run: python -m spacy download en_core_web_none"):
        factwatch.extract(TEXT, extractor="spacy:en_core_web_none")


def test_a_pipeline_without_entities_is_refused(tmp_path: Path) -> None:
    """Not silently without effect."""
    import spacy

    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(UsageError, match="recognises no entities"):
        factwatch.extract(TEXT, extractor=SpacyExtractor(str(tmp_path / "blank")))


def test_a_broken_pipeline_is_refused(pipeline: Path, tmp_path: Path) -> None:
    """A folder that is no pipeline gives an error of factwatch."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "meta.json").write_bytes((pipeline / "meta.json").read_bytes())
    with pytest.raises(UsageError, match=r"cannot be loaded|not installed"):
        factwatch.extract(TEXT, extractor=SpacyExtractor(str(tmp_path / "rules")))


def test_a_paragraph_that_is_too_long_is_passed_over(pipeline: Path) -> None:
    """Text beyond the pipeline's limit costs its names, not the run."""
    import spacy

    nlp = spacy.load(pipeline)
    nlp.max_length = 100
    text = "Upper Quell slept.\n\n" + "Upper Quell slept. " * 20 + "\n\nUpper Quell woke."
    names = list(SpacyExtractor(nlp).extract(Document(text=text)))
    assert [name.start for name in names] == [0, text.rindex("Upper Quell")]


@pytest.mark.skipif(importlib.util.find_spec("en_core_web_sm") is None, reason="en_core_web_sm is not installed")
def test_a_trained_pipeline_works() -> None:
    """With the model installed, its entities reach the rules."""
    found = factwatch.extract(
        "Prime Minister Ana Mora of Ghana visited Paris on Monday.", published="2025-03-26", extractor="spacy:en_core_web_sm"
    )
    assert [claim.kind for claim in found.claims] == ["title", "visit"]
