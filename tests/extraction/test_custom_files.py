"""A user's lexicon files: what is refused, where, and how it is told."""

from __future__ import annotations

import json
import pickle
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factwatch._yaml import dump, load
from factwatch.annotation.wordlists import wordlists
from factwatch.cli import main
from factwatch.errors import LexiconError
from factwatch.extraction.custom import wordlists_with
from factwatch.extraction.custom.claims import FIELDS
from factwatch.extraction.custom.reading import FRAMES, read_lexicon

GOOD = """\
titles:
  heads:
    - lord lieutenant
    - {name: gonfaloniere, group: state, plural: gonfalonieri, gender: male}
  abbreviations: {Gonf.: gonfaloniere}
  portfolios: [blue economy]
  honorifics: [Tan Sri]
  status_words: {stopgap: acting}
bodies:
  - {name: Blue Crescent Forum, kind: bloc, acronyms: [BCF]}
  - Vantora
places:
  - {name: Zubrowka, kind: country, also: [Republic of Zubrowka], demonyms: [Zubrowkan]}
  - {name: Lutz, kind: city, country: Germany}
verbs:
  meet: [powwow]
  confer: [{verb: break bread, past: broke bread, participle: broken bread}]
patterns:
  - name: desk/tipped-to-lead
    match: "PERSON is [widely] tipped to (lead|head) ORG"
    claim: {kind: role, holder: PERSON, role: leader, of: ORG, status: incoming, modality: expected}
    examples:
      match: [Anna Rossi is tipped to lead Vantora.]
      no_match: [Anna Rossi is not tipped to lead Vantora.]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A place for a lexicon file."""
    return tmp_path / "words.yaml"


def refusal(file: Path, text: str, *, check: bool = False) -> LexiconError:
    """Return the error that a file with *text* gives."""
    file.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        wordlists_with([file], check=check)
    return caught.value


def test_a_good_file_is_taken_and_its_examples_hold(file: Path) -> None:
    """The example of the documentation is valid in every section."""
    file.write_text(GOOD, encoding="utf-8")
    custom = wordlists_with([file], check=True)
    assert [pattern.name for pattern in custom.patterns] == ["desk/tipped-to-lead"]
    assert custom.digest.startswith("+")


def test_the_documented_file_is_taken_and_its_examples_hold(file: Path) -> None:
    """What the how-to shows works as it stands."""
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "add-words-and-patterns.md").read_text(encoding="utf-8")
    block = page.partition("```yaml\n# words.yaml\n")[2].partition("```")[0]
    file.write_text(block, encoding="utf-8")
    assert len(wordlists_with([file], check=True).patterns) == 1
    for frame in FRAMES:
        assert f"`{frame}`" in page


def test_without_files_nothing_changes() -> None:
    """No file: our lists themselves, no pattern, nothing added to the digest."""
    custom = wordlists_with([])
    assert (custom.lists is wordlists(), custom.patterns, custom.digest) == (True, (), "")


def test_our_own_lists_are_not_touched(file: Path) -> None:
    """Words of one user's file must not leak into extraction without it."""
    before = json.dumps([{key: [str(entry) for entry in entries] for key, entries in table.items()} for table in tables()])
    file.write_text(GOOD, encoding="utf-8")
    assert wordlists_with([file]).lists.verbs["powwow"].lemma == "meet"
    assert json.dumps([{key: [str(entry) for entry in entries] for key, entries in table.items()} for table in tables()]) == before
    assert "powwow" not in wordlists().verbs
    assert "Lutz" not in wordlists().sets["large_cities"]


def tables() -> tuple[dict[str, Any], dict[str, Any]]:
    return wordlists().proper, wordlists().common


def test_a_changed_file_is_read_again(file: Path) -> None:
    """An edit counts at once, and shows in the digest."""
    file.write_text("bodies: [Vantora]\n", encoding="utf-8")
    first = wordlists_with([file])
    file.write_text("bodies: [Vantora Group]\n", encoding="utf-8")
    second = wordlists_with([file])
    assert first.digest != second.digest
    assert [entry[0] for entry in second.lists.proper["Vantora"]] == [("Group",)]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "titles:\nbodies:\n", "{}"])
def test_an_empty_file_adds_nothing(file: Path, text: str) -> None:
    """A file that was only begun is no mistake."""
    file.write_text(text, encoding="utf-8")
    assert wordlists_with([file]).patterns == ()


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("titels:\n  heads: []\n", 1, "Did you mean 'titles'"),
        ("- a\n", 1, "must be a mapping"),
        ("titles:\n  heads: lord lieutenant\n", 2, "must be a list"),
        ("titles:\n  heads:\n    - {name: foo, group: noble}\n", 3, "group cannot be 'noble'"),
        ("titles:\n  heads:\n    - 12\n", 3, "titles.heads[1]"),
        ("titles:\n  heads: [a b, A B]\n", 2, "stands twice"),
        ("titles:\n  status_words:\n    stopgap: temporary\n", 3, "stopgap cannot be 'temporary'"),
        ("titles:\n  honorifics: [2025]\n", 2, "must be text, not 2025"),
        ("titles:\n  honorifics: ['']\n", 2, "is empty"),
        ("bodies:\n  - {kind: bloc}\n", 2, "has no name"),
        ("bodies:\n  - {name: Forum, kind: club}\n", 2, "There are bloc, body, outlet"),
        ("places:\n  - {name: Lutz}\n", 2, "kind cannot be nothing"),
        ("places:\n  - {name: Lutz, kind: city, country: Ruritania}\n", 2, "there is no country 'Ruritania'"),
        ("places:\n  - {name: The Lodge, kind: seat}\n", 2, "needs its country"),
        ("verbs:\n  meat: [powwow]\n", 2, "Did you mean 'meet'"),
        ("verbs:\n  meet:\n    - {verb: fly, pst: flew}\n", 3, "unknown key 'pst'"),
        ("verbs:\n  meet: [powwow]\n  say: [powwow]\n", 2, "stands twice"),
        ("patterns:\n  - {match: PERSON leads ORG}\n", 2, "has no name"),
        ("bodies: [a]\nbodies: [b]\n", 2, "stands twice"),
        ("bodies: [a\n", 2, "not valid YAML"),
        ("bodies: &x [a]\n", 1, "anchor"),
    ],
)
def test_a_mistake_has_its_line(file: Path, text: str, line: int, words: str) -> None:
    """Each kind of mistake is told with file and line, in words that help."""
    error = refusal(file, text)
    assert error.where == f"{file.as_posix()}:{line}"
    assert words in str(error)


def pattern(match: str, claim: str, name: str = "desk/x") -> str:
    return f"patterns:\n  - name: {name}\n    match: '{match}'\n    claim: {claim}\n"


ROLE = "{kind: role, holder: PERSON, role: leader, of: ORG}"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (pattern("PERSON leads ORG", ROLE, "titles/x"), 2, "is kept for the rules"),
        (pattern("PERSON leads ORG", ROLE, "Tipped To Lead"), 2, "is no name of a pattern"),
        (pattern("PERSON (leads ORG", ROLE), 3, "is not closed"),
        (pattern("PERSON leads) ORG", ROLE), 3, "closes nothing"),
        (pattern("PERSON (leads|) ORG", ROLE), 3, "empty"),
        (pattern("PERSON " + "(" * 20 + "leads" + ")" * 20 + " ORG", ROLE), 3, "nested deeper"),
        (pattern("PERSON leads PERSON", ROLE), 3, "PERSON1 and PERSON2"),
        (pattern("PERSN leads ORG", ROLE), 3, "Did you mean 'PERSON'"),
        (pattern("PERSON ORG", ROLE), 3, "no word that every match"),
        (pattern("PERSON [leads] ORG", ROLE), 3, "no word that every match"),
        (pattern("someone leads", ROLE), 3, "has no slot"),
        (pattern("PERSON lema:lead ORG", ROLE), 3, "Did you mean 'lemma'"),
        (pattern("PERSON leads DATE+", ROLE), 3, "is no list"),
        (pattern("PERSON " + "word " * 200, ROLE), 3, "at most 500"),
        (pattern("PERSON leads " + "... " * 40 + "ORG", ROLE), 2, "too large"),
        (pattern("PERSON leads it", ROLE), 4, "has no slot ORG"),
        (pattern("PERSON leads ORG", "{kind: rol}"), 4, "Did you mean 'role'"),
        (pattern("PERSON leads ORG", "[]"), 4, "must be a mapping"),
        (pattern("PERSON leads ORG", "{kind: role, holder: ORG, role: leader, place: ORG}"), 4, "has no field 'place'"),
        (pattern("PERSON leads ORG", "{kind: role, holder: PERSON}"), 4, "needs the field 'role'"),
        (pattern("[PERSON] leads ORG", ROLE), 4, "may be missing from a match"),
        (pattern("PERSON leads ORG", "{kind: title, person: ORG, title: Head}"), 4, "person cannot be ORG"),
        (pattern("PERSON leads ORG", "{kind: title, person: Ann, title: Head}"), 4, "cannot be the words 'Ann'"),
        (pattern("PERSON leads ORG", "{kind: role, holder: PERSON, role: leader, status: past}"), 4, "status cannot be 'past'"),
        (pattern("PERSON leads ORG", "{kind: role, holder: PERSON, role: leader, confidence: 7}"), 4, "from 0.45 to 1"),
        (pattern("PERSON goes to PLACE", "{kind: visit, who: PERSON, place: PLACE}"), 4, "to come or over"),
    ],
)
def test_a_mistake_in_a_pattern_has_its_line(file: Path, text: str, line: int, words: str) -> None:
    """A pattern that cannot work is refused when the file is read, not when it fails to match."""
    error = refusal(file, text)
    assert error.where == f"{file.as_posix()}:{line}"
    assert words in str(error)


def test_all_mistakes_are_told_at_once(file: Path) -> None:
    """Nobody has to mend a file one error at a time; each has its line."""
    text = "titels: 1\nbodies:\n  - {name: A, kind: club}\nverbs:\n  meet: [1]\n"
    error = refusal(file, text)
    told = str(error)
    assert "2 more mistakes" in told
    assert all(f"{file.as_posix()}:{line}: " in told for line in (1, 3, 5))
    assert str(pickle.loads(pickle.dumps(error))) == told  # noqa: S301 - our own error


def test_two_files_may_not_define_one_thing(tmp_path: Path) -> None:
    """The second is named, and where the first one is."""
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text(GOOD, encoding="utf-8")
    two.write_text("bodies:\n  - Vantora\n" + pattern("PERSON leads ORG", ROLE, "desk/tipped-to-lead"), encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        wordlists_with([one, two])
    assert caught.value.where == f"{two.as_posix()}:2"
    assert f"first at {one.as_posix()}:11" in str(caught.value)
    assert f"{two.as_posix()}:4: the pattern 'desk/tipped-to-lead' stands twice" in str(caught.value)


def test_examples_are_tried_only_when_asked(file: Path) -> None:
    """A wrong example is found by the check, with its line, and does not stand in the way of extraction."""
    text = (
        pattern("PERSON leads ORG", ROLE)
        + "    examples:\n      match: [Ann Lee follows Vantora.]\n      no_match:\n        - Ann Lee leads Vantora.\n"
    )
    error = refusal(file, text, check=True)
    assert error.where == f"{file.as_posix()}:6"
    assert f"{file.as_posix()}:8: desk/x matches this example" in str(error)
    assert len(wordlists_with([file]).patterns) == 1


@pytest.mark.parametrize("content", [b"\xff\xfe\x00bodies", b"bodies: ['\x07']"])
def test_a_file_that_is_no_text_is_refused(file: Path, content: bytes) -> None:
    """Binary rubbish gives an error of the lexicon."""
    file.write_bytes(content)
    with pytest.raises(LexiconError):
        wordlists_with([file])


def test_a_missing_file_is_named(file: Path) -> None:
    """The error names the file that is not there."""
    with pytest.raises(LexiconError, match=r"words\.yaml: it cannot be read"):
        wordlists_with([file])


WORDS = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8), st.sampled_from(["PERSON", "role", "meet", "(", "titles"]))
KEYS = st.sampled_from(
    [*FIELDS, *FRAMES, "titles", "heads", "bodies", "places", "verbs", "patterns", "name", "match", "claim", "examples", "kind", "x"]
)
DATA = st.recursive(WORDS, lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=5)), max_leaves=20)


@given(st.dictionaries(st.sampled_from(["titles", "bodies", "places", "verbs", "patterns"]), DATA, max_size=5))
@settings(max_examples=200, deadline=None)
def test_any_content_is_read_or_refused_with_a_line(data: dict[str, Any]) -> None:
    """Whatever stands in a file, nothing but a lexicon error comes out."""
    try:
        read_lexicon({"w.yaml": dump(data)})
    except LexiconError as error:
        where = error.where
    else:
        return
    assert where.startswith("w.yaml:")


def schema() -> dict[str, Any]:
    text = resources.files("factwatch.schemas").joinpath("lexicon-1.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def test_the_published_schema_has_what_the_reader_takes() -> None:
    """Editors that use the schema accept what the program accepts: sections, frames, claim fields."""
    published = schema()
    jsonschema.Draft202012Validator.check_schema(published)
    jsonschema.validate(load(GOOD, "w").data, published)
    assert set(published["properties"]["verbs"]["properties"]) == set(FRAMES)
    for kind, fields in FIELDS.items():
        common = {"kind", "modality", "polarity", "attribution", "confidence"}
        assert set(published["$defs"][f"{kind}Claim"]["properties"]) == {*fields, *common}


@pytest.mark.parametrize(
    "text", ["titels: {}", "bodies: [{kind: bloc}]", "verbs: {meat: [x]}", pattern("x", "{kind: role, holder: PERSON}")]
)
def test_the_published_schema_refuses_mistakes(text: str) -> None:
    """A mistake of form is marked in an editor already."""
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(load(text, "w").data, schema())


def test_the_command_tells_each_mistake_on_its_own_line(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On the command line a bad file is wrong use: status 2, and a list that can be read."""
    file.write_text("titels: 1\nbodies:\n  - {name: A, kind: club}\n", encoding="utf-8")
    story = file.with_name("story.txt")
    story.write_text("President Ola Berg spoke.\n", encoding="utf-8")
    assert main(["extract", str(story), "--published", "2025-03-26", "--lexicon", str(file)]) == 2
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith(f"factwatch: error: {file.as_posix()}:1: unknown key 'titels'")
    assert second.startswith(f"  {file.as_posix()}:3: kind cannot be 'club'")
