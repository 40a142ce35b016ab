"""The accuracy benchmark counts what is right, and shows nothing of the set-aside documents."""

from __future__ import annotations

import json
import random
import sys
from itertools import permutations
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

ACCURACY = Path(__file__).parents[2] / "benchmarks" / "accuracy"
sys.path.insert(0, str(ACCURACY))

import score  # noqa: E402  # the benchmark is a script: its folder must be on the path
from scoring.assignment import best_pairs  # noqa: E402
from scoring.gold import GoldClaim, read_corpus  # noqa: E402
from scoring.names import same_body, same_days, same_name, same_office, same_place, same_words, similar_role  # noqa: E402
from scoring.tally import LEVELS, outcomes, scores_of  # noqa: E402

from factwatch.errors import UsageError  # noqa: E402
from factwatch.model.claim import (  # noqa: E402
    Claim,
    ClaimSet,
    MeetingClaim,
    RoleClaim,
    StatementClaim,
    TitleClaim,
    VisitClaim,
)
from factwatch.model.text import Document  # noqa: E402

CLASSES: dict[str, type[Claim]] = {
    "title": TitleClaim,
    "role": RoleClaim,
    "visit": VisitClaim,
    "meeting": MeetingClaim,
    "statement": StatementClaim,
}


def as_claim(gold: GoldClaim) -> Claim:
    """Return the claim that says what gold says, in its first reading."""
    values = {name: gold.first(name) for name in gold.fields}
    if gold.kind == "meeting":
        parties = values.pop("participants")
        values["who"] = tuple(slot[0] for slot in parties) if isinstance(parties, tuple) else ()
    topics = values.pop("topics", ())
    if topics:
        values["topics"] = tuple(slot[0] for slot in topics) if isinstance(topics, tuple) else ()
    if values.get("status", "") is None:
        del values["status"]
    return CLASSES[gold.kind](id=str(gold.number), **values)  # type: ignore[arg-type]  # fields of the kind


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with one document and its gold."""
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "001-fair.txt").write_text("Ama Opoku, Ghana's trade minister, flew to Accra.\n", encoding="utf-8")
    (folder / "001-fair.gold.yaml").write_text(
        "published: 2025-03-26\nstyle: wire\nclaims:\n"
        "  - {kind: title, person: Ama Opoku, title: Trade Minister, of: Ghana, status: current, evidence: Ama Opoku}\n"
        "  - {kind: visit, who: Ama Opoku, place: Accra, when: null, status: done, evidence: flew to Accra}\n"
        "  - {kind: visit, who: Ama Opoku, place: Kumasi, when: null, status: done, optional: true}\n"
        "inconsistencies: []\n",
        encoding="utf-8",
    )
    return folder


def gold_of(text: str, tmp_path: Path) -> tuple[GoldClaim, ...]:
    """Return the gold claims of a list in YAML."""
    (tmp_path / "001-x.txt").write_text("Words.\n", encoding="utf-8")
    (tmp_path / "001-x.gold.yaml").write_text(f"published: 2025-03-26\nclaims:\n{text}", encoding="utf-8")
    return read_corpus(tmp_path)[0].claims


def figures(
    gold: tuple[GoldClaim, ...], *claims: Claim, aliases: dict[str, tuple[str, ...]] | None = None
) -> dict[str, tuple[int, int, int]]:
    """Return (right, found, wanted) in total for each level."""
    found = outcomes(gold, ClaimSet(claims=claims, aliases=aliases or {}))
    totals = scores_of(found).levels
    return {level: (totals[level]["total"].right, totals[level]["total"].found, totals[level]["total"].wanted) for level in LEVELS}


TRADE = TitleClaim(id="1", person="Ama Opoku", title="Trade Minister", of="Ghana")
TITLE_GOLD = "  - {kind: title, person: Ama Opoku, title: Trade Minister, of: Ghana, status: current}\n"


@pytest.mark.parametrize("split", ["dev", score.SET_ASIDE])
def test_gold_fed_back_is_right_throughout(split: str) -> None:
    """The claims that gold itself makes, optional ones with them, score 1.0 at every level and in any order."""
    shuffle = random.Random(7).shuffle  # noqa: S311  # an order, no secret
    for document in read_corpus(ACCURACY / split):
        claims = [as_claim(gold) for gold in document.claims]
        shuffle(claims)
        found = outcomes(document.claims, ClaimSet(claims=tuple(claims)))
        wrong = [outcome.gold.number if outcome.gold else None for outcome in found if not outcome.right("strict") and not outcome.ignored]
        assert (document.name, wrong) == (document.name, [])


def test_a_claim_is_wrong_and_missed_when_a_deciding_field_differs(tmp_path: Path) -> None:
    """A wrong status leaves the core right and costs both precision and recall in full."""
    gold = gold_of(TITLE_GOLD, tmp_path)
    assert figures(gold, TRADE)["strict"] == (1, 1, 1)
    assert figures(gold, evolve(TRADE, status="former")) == {"core": (1, 1, 1), "full": (0, 1, 1), "strict": (0, 1, 1)}
    assert figures(gold, evolve(TRADE, of=None))["full"] == (0, 1, 1)
    assert figures(gold, evolve(TRADE, person="Ama Owusu"))["core"] == (0, 1, 1)


def test_a_second_claim_about_the_same_is_wrong(tmp_path: Path) -> None:
    """Claims match one to one: saying it twice is no gain."""
    assert figures(gold_of(TITLE_GOLD, tmp_path), TRADE, TRADE)["full"] == (1, 2, 1)


def test_nothing_found_is_no_precision(tmp_path: Path) -> None:
    """A program that says nothing gets no credit for being never wrong, unless there was nothing to say."""
    gold = gold_of(TITLE_GOLD, tmp_path)
    counts = scores_of(outcomes(gold, ClaimSet())).levels["full"]
    assert (counts["title"].precision, counts["title"].f1, counts["visit"].precision) == (0.0, 0.0, 1.0)


def test_kinds_never_match_each_other(tmp_path: Path) -> None:
    """A role does not stand in for a title."""
    role = RoleClaim(id="1", holder="Ama Opoku", role="Trade Minister", of="Ghana")
    assert figures(gold_of(TITLE_GOLD, tmp_path), role)["core"] == (0, 1, 1)


def test_optional_claims_are_neither_required_nor_wrong(tmp_path: Path) -> None:
    """A claim that agrees with an optional one in its core is ignored, whatever its other fields; others stay wrong."""
    gold = gold_of("  - {kind: visit, who: Ama Opoku, place: Kumasi, when: 1982, status: done, optional: true}\n", tmp_path)
    visit = VisitClaim(id="1", who="Ama Opoku", place="Kumasi", when="2025-03-27")
    assert figures(gold)["full"] == (0, 0, 0)
    assert figures(gold, visit, visit)["full"] == (0, 0, 0)
    assert figures(gold, evolve(visit, place="Tema"))["full"] == (0, 1, 0)


def test_a_required_claim_comes_before_an_optional_one(tmp_path: Path) -> None:
    """Where one claim fits both, the required one has it; one that fits only the optional in full is missed, not wrong."""
    gold = gold_of(TITLE_GOLD + TITLE_GOLD.replace("current", "former, optional: true"), tmp_path)
    assert figures(gold, TRADE)["full"] == (1, 1, 1)
    assert figures(gold, TRADE, evolve(TRADE, status="former"))["full"] == (1, 1, 1)
    assert figures(gold, evolve(TRADE, status="former"))["full"] == (0, 0, 1)


def test_claims_are_shared_out_so_that_none_is_wrong_without_need(tmp_path: Path) -> None:
    """A claim that only a required one fits has it before another that an optional one fits as well."""
    line = "  - {kind: visit, who: A One, place: Lima, when: null, status: done}\n"
    gold = gold_of(line.replace("Lima", "{any: [Lima, Peru]}") + line.replace("done", "done, optional: true"), tmp_path)
    lima, peru = (VisitClaim(id="1", who="A One", place=place, status="done") for place in ("Lima", "Peru"))
    assert figures(gold, lima, peru)["full"] == figures(gold, peru, lima)["full"] == (1, 1, 1)


def test_any_holds_around_values_items_and_lists(tmp_path: Path) -> None:
    """Each reading of a field counts; null among the items of a list may be left out."""
    gold = gold_of(
        "  - kind: meeting\n    who: {any: [[A One], [B Two, {any: [C Three, null]}]]}\n    with: [D Four]\n"
        "    place: {any: [Lima, null]}\n    when: {any: [2025-03-27, null]}\n    status: planned\n",
        tmp_path,
    )
    right: list[tuple[str, ...]] = [("A One", "D Four"), ("B Two", "D Four"), ("D Four", "C Three", "B Two")]
    for parties in right:
        assert figures(gold, MeetingClaim(id="1", who=parties))["full"] == (1, 1, 1)
    wrong: list[tuple[str, ...]] = [("A One",), ("A One", "C Three", "D Four"), ("A One", "D Four", "E Five"), ("C Three", "D Four")]
    for parties in wrong:
        assert figures(gold, MeetingClaim(id="1", who=parties))["core"] == (0, 1, 1)
    meeting = MeetingClaim(id="1", who=("A One",), with_=("D Four",), place="Lima", when="2025-03-27")
    assert figures(gold, meeting)["full"] == (1, 1, 1)
    assert figures(gold, evolve(meeting, place="Quito"))["full"] == (0, 1, 1)


def test_null_means_that_the_text_does_not_say(tmp_path: Path) -> None:
    """A visit gets no days that the text does not give it; a meeting's place is looked at only where gold has one."""
    visits = gold_of("  - {kind: visit, who: A One, place: Lima, when: null, status: planned}\n", tmp_path)
    assert figures(visits, VisitClaim(id="1", who="A One", place="Lima", when="2025-03-27"))["full"] == (0, 1, 1)
    meetings = gold_of("  - {kind: meeting, who: [A One], with: [B Two], place: null, when: null, status: planned}\n", tmp_path)
    assert figures(meetings, MeetingClaim(id="1", who=("B Two", "A One"), place="Lima"))["full"] == (1, 1, 1)


def test_other_fields_decide_at_the_strict_level_only(tmp_path: Path) -> None:
    """A date of taking office that gold gives counts where everything must agree; one that it does not give never does."""
    gold = gold_of(TITLE_GOLD.replace("current", "current, since: 2024"), tmp_path)
    assert figures(gold, evolve(TRADE, since="2024"))["strict"] == (1, 1, 1)
    assert figures(gold, TRADE) == {"core": (1, 1, 1), "full": (1, 1, 1), "strict": (0, 1, 1)}
    assert figures(gold_of(TITLE_GOLD, tmp_path), evolve(TRADE, since="2024"))["strict"] == (1, 1, 1)


def test_a_denial_is_not_the_fact(tmp_path: Path) -> None:
    """A denied meeting and a meeting are opposites, whichever side gold has."""
    line = "  - {kind: meeting, who: [A One], with: [B Two], place: null, when: null, status: planned}\n"
    meeting = MeetingClaim(id="1", who=("A One", "B Two"))
    denied = gold_of(line.replace("planned", "planned, polarity: negative"), tmp_path)
    assert figures(denied, meeting)["full"] == (0, 1, 1)
    assert figures(denied, evolve(meeting, polarity="negative"))["strict"] == (1, 1, 1)
    assert figures(gold_of(line, tmp_path), evolve(meeting, polarity="negative"))["full"] == (0, 1, 1)


def test_role_with_other_adjectives_agrees_in_the_core_only(tmp_path: Path) -> None:
    """'Partner' for 'key regional partner' shows in the lenient figure, not in the strict ones."""
    gold = gold_of("  - {kind: role, holder: Peru, role: key regional partner, of: Chile, status: current}\n", tmp_path)
    role = RoleClaim(id="1", holder="Peru", role="partner", of="Chile")
    assert figures(gold, role) == {"core": (1, 1, 1), "full": (0, 1, 1), "strict": (0, 1, 1)}
    assert figures(gold, evolve(role, role="rival"))["core"] == (0, 1, 1)


def test_document_abbreviations_agree_with_their_bodies(tmp_path: Path) -> None:
    """A body's abbreviation counts as its name where the document introduces it, a person's surname does not."""
    gold = gold_of("  - {kind: role, holder: Peru, role: member, of: Basin Rivers Forum, status: current}\n", tmp_path)
    role = RoleClaim(id="1", holder="Peru", role="member", of="BRF")
    assert figures(gold, role)["full"] == (0, 1, 1)
    assert figures(gold, role, aliases={"Basin Rivers Forum": ("BRF", "the forum")})["full"] == (1, 1, 1)
    assert figures(gold, evolve(role, of="the forum"), aliases={"Basin Rivers Forum": ("BRF", "the forum")})["full"] == (0, 1, 1)
    assert not same_name("Igor Sokolov", "Sokolov", {"Igor Sokolov": ("Sokolov",)})


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Dr. Maria Ruiz", "maria ruiz", True),
        ("the Rt Hon. Maria Ruiz", "Maria Ruiz", True),
        ("H.E. Maria Ruiz", "Maria Ruiz", True),
        ("He Weimin", "Weimin", False),
        ("Maria “Mimi” Ruiz", "Maria Ruiz", True),
        ("J. K. Ode", "J.K. Ode", True),
        ("Sean O’Dea", "Sean O'Dea", True),
        ("Kofi Mensah-Adu", "Kofi Mensah Adu", True),
        ("The Gambia", "Gambia", True),
        ("Maria Ruiz", "Ruiz", False),
        ("Maria Ruiz", "Mario Ruiz", False),
        ("Dame", "Dame", True),
    ],
)
def test_names(one: str, other: str, same: bool) -> None:  # noqa: FBT001  # a table's column
    """Names agree without case, honorifics and nicknames, and differ by any other word."""
    assert same_name(one, other, {}) is same
    assert same_name(other, one, {}) is same


def test_places_titles_dates_and_words() -> None:
    """Each kind of field has its own leniency, and its limits."""
    assert same_place("Nairobi, Kenya", "Nairobi", {})
    assert same_place("Gigiri, Nairobi, Kenya", "Nairobi, Kenya", {})
    assert not same_place("Nairobi, Kenya", "Mombasa, Kenya", {})
    assert same_office("Secretary-General", "Secretary General")
    assert same_office("Minister for Defence", "Minister of Defense")
    assert same_body("Ministry of the Interior", "ministry of interior", {})
    assert not same_office("Chairman", "Chairperson")
    assert not same_office("Secretary of State", "State Secretary")
    assert similar_role("most reliable supplier of beans", "supplier of beans")
    assert not similar_role("supplier of beans", "beans")
    assert same_days("2025-03", "2025-03-01/2025-03-31")
    assert not same_days("2025-03", "2025")
    assert not same_days("soon", "2025")
    assert same_words("We aren't going to wait, she said", "we aren’t going to wait — she said!")
    assert not same_words("We are not going to wait", "We will wait")


@given(st.lists(st.lists(st.integers(0, 40), min_size=3, max_size=3), min_size=1, max_size=5))
def test_assignment_is_the_best(weights: list[list[int]]) -> None:
    """No other one-to-one pairing has a greater sum."""
    pairs = best_pairs(weights)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    size = max(len(weights), 3)
    square = [[weights[row][column] if row < len(weights) and column < 3 else 0 for column in range(size)] for row in range(size)]
    best = max(sum(square[row][column] for row, column in enumerate(order)) for order in permutations(range(size)))
    assert sum(weights[row][column] for row, column in pairs) == best


def right_but_for_a_place(document: Document) -> ClaimSet:
    """An extraction with one right title, one wrong visit and one that gold has as optional."""
    assert document.published is not None
    visits = (VisitClaim(id="2", who="Ama Opoku", place=place, rule="travel/flew", status="done") for place in ("Tema", "Kumasi"))
    return ClaimSet(claims=(TRADE, *visits))


def test_command_prints_figures_and_errors(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder is scored, and each miss and false claim is one line with its document, fields and rule."""
    assert score.main(["--folder", str(corpus), "--verbose", "--by", "rule"], extract=right_but_for_a_place) == 0
    shown = capsys.readouterr().out
    assert "MISS  visit     001-fair  Ama Opoku | Accra | - | done  «flew to Accra»" in shown
    assert "FALSE visit     001-fair  Ama Opoku | Tema | - | done  «»  [travel/flew]" in shown
    assert "Kumasi" not in shown
    assert "1 wrong     0 right     1 ignored   visit travel/flew" in shown
    assert score.main(["--folder", str(corpus), "--json"], extract=right_but_for_a_place) == 0
    full = json.loads(capsys.readouterr().out)["corpora"]["own"]["scores"]["full"]
    assert full["title"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "right": 1, "found": 1, "wanted": 1}
    assert full["total"] == {"precision": 0.5, "recall": 0.5, "f1": 0.5, "right": 1, "found": 2, "wanted": 2}


@pytest.mark.parametrize("option", [["--verbose"], ["--document", "0"], ["--by", "style"]])
@pytest.mark.parametrize("place", [["--split", "heldout"], ["--split", "both"], ["--folder", str(ACCURACY / "heldout")]])
def test_set_aside_documents_are_not_shown(place: list[str], option: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing but the score of the whole is told of them."""
    assert score.main([*place, *option], extract=lambda _document: ClaimSet()) == 2
    taken = capsys.readouterr()
    assert taken.out == ""
    assert "not shown" in taken.err


def test_failures_on_set_aside_documents_tell_no_words(capsys: pytest.CaptureFixture[str]) -> None:
    """An extraction that fails is counted as having found nothing, and its message, which may quote, is kept back."""

    def fails(document: Document) -> ClaimSet:
        raise KeyError(document.text)

    assert score.main(["--split", "heldout", "--check"], extract=fails) == 1
    shown = capsys.readouterr().out
    assert "FAILED KeyError at test_accuracy_score.py:" in shown
    assert max(map(len, shown.splitlines())) < 200


def test_committed_scores_are_kept_and_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A drop against the committed scores is printed, and fails the check."""
    scores = tmp_path / "scores.json"
    golds = {document.path.name: document.claims for document in read_corpus(ACCURACY / "dev")}

    def perfect(document: Document) -> ClaimSet:
        return ClaimSet(claims=tuple(as_claim(gold) for gold in golds[Path(document.source).name]))

    assert score.main(["--update"], extract=perfect, scores=scores) == 0
    assert json.loads(scores.read_text(encoding="utf-8"))["corpora"]["dev"]["scores"]["strict"]["total"]["f1"] == 1.0
    before = scores.read_bytes()
    capsys.readouterr()
    assert score.main(["--check"], extract=perfect, scores=scores) == 0
    assert "dev: as committed" in capsys.readouterr().out
    assert score.main(["--check"], extract=lambda _document: ClaimSet(), scores=scores) == 1
    assert "DROP dev full title F1 1.0000 -> 0.0000 (-1.0000)" in capsys.readouterr().out
    assert scores.read_bytes() == before


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("  - {kind: titel}\n", "no known kind"),
        ("  - {kind: title, person: A One}\n", "no 'title'"),
        ("  - {kind: title, person: A One, title: King, status: current, extra: 1}\n", "unknown field 'extra'"),
        ("  - {kind: title, person: [A One], title: King, status: current}\n", "'person' holds a list"),
        ("  - {kind: title, person: {all: [A One]}, title: King, status: current}\n", "no {any: [...]}"),
    ],
)
def test_damaged_gold_is_refused_with_its_place(text: str, problem: str, tmp_path: Path) -> None:
    """A mistake in gold names file and claim, and never quotes the claim."""
    with pytest.raises(UsageError, match="claim 1") as caught:
        gold_of(text, tmp_path)
    assert problem in str(caught.value)
    assert "A One" not in str(caught.value)


def test_wrong_use_is_one_line_and_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without gold, a filter that matches nothing and an update of part of a corpus are errors."""
    for arguments in (["--folder", str(tmp_path)], ["--document", "no-such"], ["--update", "--document", "001"]):
        assert score.main(arguments, extract=lambda _document: ClaimSet()) == 2
        assert capsys.readouterr().err.count("\n") == 1
