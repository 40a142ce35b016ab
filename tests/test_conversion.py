"""Objects to plain data and back: nothing is lost, nothing is let through that does not fit."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factwatch import _yaml
from factwatch.conversion import (
    CLAIM_CLASSES,
    claims_document,
    claims_from_document,
    from_data,
    report_document,
    report_from_document,
    to_data,
)
from factwatch.errors import ClaimsFormatError
from factwatch.model.change import Change, ClaimPair, Confirmation, Due, Report, Sides
from factwatch.model.claim import (
    Claim,
    ClaimSet,
    DocumentInfo,
    Extractor,
    Inconsistency,
    MeetingClaim,
    RoleClaim,
    StatementClaim,
    Succession,
    TitleClaim,
    VisitClaim,
)
from factwatch.model.text import Document, Evidence, Mention, Span

ANY_CLAIM: Any = Claim
"""The union of the five classes, which a type checker takes for no class."""

# What a YAML file can hold: no lone surrogates, no control characters.
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=12) | st.sampled_from(
    ["", "no", "null", "~", "7", "2025-03-26", "- a", "a: b", "“x”", "#", "line\nline", " space ", "é", "\U0001f600"]
)
KEYS = st.sampled_from(["when", "of", "no", "7", "a: b", "é", "Caribbean Community"])
MAYBE = st.none() | WORDS
LISTS = st.lists(WORDS, max_size=3).map(tuple)
SURE = st.floats(0, 1)


@st.composite
def spans(draw: st.DrawFn) -> tuple[int, int]:
    start = draw(st.integers(0, 10**6))
    return start, start + draw(st.integers(0, 1000))


EVIDENCE = st.builds(lambda span, text, source: Evidence(span[0], span[1], text, source), spans(), WORDS, MAYBE)
EVIDENCES = st.lists(EVIDENCE, max_size=2).map(tuple)
COMMON: dict[str, st.SearchStrategy[Any]] = {
    "id": WORDS,
    "modality": st.sampled_from(["asserted", "planned", "expected", "possible", "reported", "requested"]),
    "polarity": st.sampled_from(["positive", "negative"]),
    "attribution": MAYBE,
    "confidence": SURE,
    "rule": WORDS,
    "raw": st.dictionaries(KEYS, WORDS, max_size=2),
    "evidence": EVIDENCES,
}
EVENT = st.sampled_from(["planned", "underway", "done", "cancelled", "postponed"])
TITLES = st.builds(
    TitleClaim,
    **COMMON,
    person=WORDS,
    title=WORDS,
    of=MAYBE,
    status=st.sampled_from(["current", "former", "acting", "elect", "designate", "nominee"]),
    since=MAYBE,
    until=MAYBE,
)
ROLES = st.builds(
    RoleClaim,
    **COMMON,
    holder=WORDS,
    role=WORDS,
    of=MAYBE,
    status=st.sampled_from(["current", "former", "incoming"]),
    since=MAYBE,
    until=MAYBE,
)
VISITS = st.builds(
    VisitClaim,
    **COMMON,
    who=WORDS,
    place=WORDS,
    when=MAYBE,
    when_qualifier=MAYBE,
    order=st.none() | st.integers(1, 9),
    trip=MAYBE,
    trip_stops=st.none() | st.integers(1, 9),
    status=EVENT,
)
MEETINGS = st.builds(
    MeetingClaim,
    **COMMON,
    who=LISTS,
    with_=LISTS,
    place=MAYBE,
    when=MAYBE,
    when_qualifier=MAYBE,
    topics=LISTS,
    medium=st.sampled_from([None, "call", "video"]),
    event=MAYBE,
    status=EVENT,
)
STATEMENTS = st.builds(
    StatementClaim, **COMMON, speaker=WORDS, words=WORDS, direct=st.booleans(), where=MAYBE, when=MAYBE, when_qualifier=MAYBE
)
CLAIMS = TITLES | ROLES | VISITS | MEETINGS | STATEMENTS
ODD = st.builds(Inconsistency, subject=WORDS, explanation=WORDS, claims=LISTS, evidence=EVIDENCES)
INFO = st.builds(DocumentInfo, source=WORDS, url=MAYBE, headline=MAYBE, site=MAYBE, published=MAYBE, digest=MAYBE)
EXTRACTOR = st.builds(Extractor, name=WORDS, version=WORDS, lexicon=WORDS)
MENTION = st.builds(
    lambda kind, span, text, value: Mention(kind=kind, start=span[0], end=span[1], text=text, value=value),
    st.sampled_from(["person", "organisation", "place", "date", "title"]),
    spans(),
    WORDS,
    MAYBE,
)
SUCCESSIONS = st.builds(
    Succession,
    person=WORDS,
    holder=WORDS,
    status=st.sampled_from(["current", "former", "acting"]),
    since=MAYBE,
    until=MAYBE,
    attribution=MAYBE,
    confidence=SURE,
    rule=WORDS,
    evidence=EVIDENCES,
)
CLAIM_SETS = st.builds(
    ClaimSet,
    document=INFO,
    claims=st.lists(CLAIMS, max_size=3).map(tuple),
    inconsistencies=st.lists(ODD, max_size=2).map(tuple),
    extractor=EXTRACTOR,
    mentions=st.none() | st.lists(MENTION, max_size=2).map(tuple),
    aliases=st.dictionaries(KEYS, LISTS, max_size=2),
    successions=st.lists(SUCCESSIONS, max_size=2).map(tuple),
)
SIDES = st.builds(Sides, before=EVIDENCES, after=EVIDENCES)
PAIR = st.builds(ClaimPair, before=MAYBE, after=MAYBE)
CHANGES = st.builds(
    Change,
    id=WORDS,
    kind=st.sampled_from(["title.changed", "visit.dropped", "meeting.moved", "statement.altered", "claim.withdrawn", "inconsistency"]),
    severity=st.sampled_from(["breaking", "notable", "info"]),
    nature=st.sampled_from(["world", "correction", "conflict", "wording"]),
    subject=WORDS,
    before=MAYBE,
    after=MAYBE,
    explanation=WORDS,
    evidence=SIDES,
    claims=PAIR,
    rule=WORDS,
    confidence=SURE,
)
CONFIRMATION = st.builds(Confirmation, kind=WORDS, subject=WORDS, claims=PAIR, evidence=SIDES)
DUE = st.builds(Due, claim=WORDS, subject=WORDS, when=WORDS, explanation=WORDS)
REPORTS = st.builds(
    Report,
    baseline=INFO,
    later=INFO,
    changes=st.lists(CHANGES, max_size=2).map(tuple),
    confirmed=st.lists(CONFIRMATION, max_size=2).map(tuple),
    new=st.lists(CLAIMS, max_size=2).map(tuple),
    not_mentioned=st.lists(CLAIMS, max_size=2).map(tuple),
    inconsistencies=st.lists(ODD, max_size=1).map(tuple),
    deduced=st.lists(CLAIMS, max_size=1).map(tuple),
    due=st.lists(DUE, max_size=1).map(tuple),
    older=st.booleans(),
    revision=st.booleans(),
    warnings=LISTS,
)
SPANS = spans().map(lambda span: Span(*span))
DOCUMENTS = st.builds(
    Document,
    text=WORDS,
    source=WORDS,
    url=MAYBE,
    headline=MAYBE,
    site=MAYBE,
    published=st.none() | st.dates(),
    excluded=st.lists(SPANS, max_size=2).map(tuple),
)
ALL = (
    TITLES | ROLES | VISITS | MEETINGS | STATEMENTS | ODD | INFO | EXTRACTOR | MENTION | EVIDENCE | CLAIM_SETS | SIDES | PAIR | CHANGES
    | CONFIRMATION | DUE | REPORTS | SPANS | DOCUMENTS
)  # fmt: skip
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@QUICK
@given(ALL)
def test_every_object_survives_json(value: Any) -> None:
    """Object -> plain data -> JSON -> object gives an equal object, for every class of the model."""
    assert from_data(json.loads(json.dumps(to_data(value))), type(value)) == value


@QUICK
@given(ALL)
def test_every_object_survives_yaml(value: Any) -> None:
    """The same holds through a YAML file, where 'no', '7' and '2025-03-26' must stay words."""
    assert from_data(_yaml.load(_yaml.dump(to_data(value)), "test.yaml").data, type(value)) == value


@QUICK
@given(CLAIM_SETS)
def test_claim_documents_survive(value: ClaimSet) -> None:
    """The document of a claim set names its schema first and gives the set back."""
    document = claims_document(value)
    assert next(iter(document)) == "schema"
    assert claims_from_document(json.loads(json.dumps(document))) == value


@QUICK
@given(REPORTS)
def test_report_documents_survive(value: Report) -> None:
    """So does the document of a report."""
    assert report_from_document(json.loads(json.dumps(report_document(value)))) == value


@QUICK
@given(CLAIMS)
def test_a_claim_is_told_by_its_kind(value: Claim) -> None:
    """Read as any claim, each kind comes back as its own class, with keys in one order: id and kind first, evidence last."""
    data = to_data(value)
    assert type(from_data(data, ANY_CLAIM)) is CLAIM_CLASSES[value.kind]
    keys = list(data)
    assert (keys[:2], keys[-1]) == (["id", "kind"], "evidence")


MEETING = {"id": "meeting:a:b", "kind": "meeting", "who": ["A"], "with": ["B"]}


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"who": "AB"}, "$.who"),
        ({"topics": "fish"}, "$.topics"),
        ({"with": "B"}, "$.with"),
        ({"with": None}, "$.with"),
        ({"who": {"A": 1}}, "$.who"),
        ({"who": [1]}, "$.who[0]"),
        ({"id": 7}, "$.id"),
        ({"place": 7}, "$.place"),
        ({"when": dt.date(2025, 3, 26)}, "$.when"),
        ({"status": "odd"}, "$.status"),
        ({"confidence": "high"}, "$.confidence"),
        ({"confidence": True}, "$.confidence"),
        ({"raw": ["a"]}, "$.raw"),
        ({"raw": {"when": 7}}, "$.raw['when']"),
        ({"evidence": {"start": 0, "end": 1, "text": "a"}}, "$.evidence"),
        ({"evidence": [{"start": 0, "end": 1, "text": 3}]}, "$.evidence[0].text"),
        ({"evidence": [{"start": True, "end": 1, "text": "a"}]}, "$.evidence[0].start"),
        ({"evidence": [{"start": -1, "end": 1, "text": "a"}]}, "$.evidence[0]"),
        ({"evidence": ["words"]}, "$.evidence[0]"),
        ({"whom": ["A"]}, "whom"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_path(change: dict[str, Any], path: str) -> None:
    """Wrong types, unknown keys and values, and a string or an object in place of a list are errors that say where."""
    with pytest.raises(ClaimsFormatError) as caught:
        from_data({**MEETING, **change}, ANY_CLAIM, where="claims.json")
    assert caught.value.where == "claims.json"
    assert path in caught.value.problem
    assert "with_" not in caught.value.problem


def test_all_problems_are_told_at_once() -> None:
    """A file with two mistakes needs one correction."""
    data = {"document": {"sourc": "a"}, "claims": [{**MEETING, "id": 7}]}
    with pytest.raises(ClaimsFormatError) as caught:
        from_data(data, ClaimSet)
    assert "sourc" in caught.value.problem
    assert "$.claims[0].id" in caught.value.problem


def test_a_missing_key_is_named() -> None:
    """A claim without its holder cannot be read."""
    with pytest.raises(ClaimsFormatError, match="person"):
        from_data({"id": "x", "kind": "title", "title": "Mayor"}, ANY_CLAIM)


@pytest.mark.parametrize("data", [None, "text", 7, [], [{}], {"kind": "rumour"}, {"kind": ["title"]}, {}])
def test_what_is_no_claim_is_refused(data: Any) -> None:
    """Anything but an object of a known kind gives the one error of this module."""
    with pytest.raises(ClaimsFormatError):
        from_data(data, ANY_CLAIM)


@pytest.mark.parametrize("cls", [ClaimSet, Report, Evidence, Document, TitleClaim])
@pytest.mark.parametrize("data", [None, "text", 7, [], [{}], {"nonsense": 1}])
def test_what_is_no_object_of_a_class_is_refused(data: Any, cls: type[Any]) -> None:
    """The same holds for every class."""
    with pytest.raises(ClaimsFormatError):
        from_data(data, cls)


@pytest.mark.parametrize("data", [None, [], "text", {}, {"schema": "factwatch.claims/99"}, {"schema": None}])
def test_documents_of_another_schema_are_refused(data: Any) -> None:
    """A file of another program or version is named as such."""
    with pytest.raises(ClaimsFormatError, match="schema"):
        claims_from_document(data)
    with pytest.raises(ClaimsFormatError, match="schema"):
        report_from_document(data)


def test_aliases_are_lists_of_names() -> None:
    """One name written as a string is not taken for its letters."""
    with pytest.raises(ClaimsFormatError, match="aliases"):
        from_data({"aliases": {"Caribbean Community": "CARICOM"}}, ClaimSet)


def test_optional_keys_that_say_nothing_are_left_out_but_an_empty_list_of_mentions_is_kept() -> None:
    """No mentions asked for is something else than none found."""
    assert "mentions" not in to_data(ClaimSet())
    assert to_data(ClaimSet(mentions=()))["mentions"] == []
    assert "aliases" not in to_data(ClaimSet())
