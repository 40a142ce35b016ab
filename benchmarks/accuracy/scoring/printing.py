"""Figures and single errors, as text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any, Final

from factwatch.model.claim import CLAIM_KINDS, Claim
from scoring.agreement import claim_value
from scoring.gold import FIELDS, GoldClaim
from scoring.running import Run
from scoring.tally import Outcome, scores_of

# Precision and recall asked for, at the full level.
GOALS: Final = {"title": (0.95, 0.90), "visit": (0.95, 0.90), "meeting": (0.95, 0.90), "role": (0.93, 0.88), "statement": (0.93, 0.88)}


def print_scores(run: Run, data: dict[str, Any]) -> None:
    """Print the figures of one corpus."""
    wanted = data["full"]["total"]["wanted"]
    print(f"{run.name}: {run.documents} documents, {wanted} required claims, corpus {run.digest[7:19]}")
    heads = f"{'prec':>6} {'recall':>6} {'F1':>6}"
    print(f"{'':10} {'wanted':>6} {'found':>6} {'right':>6}   {heads}   core: {heads}   strict: {'F1':>6}")
    for kind in (*CLAIM_KINDS, "total"):
        full, core, strict = (data[level][kind] for level in ("full", "core", "strict"))
        numbers = f"{full['wanted']:6} {full['found']:6} {full['right']:6}"
        print(f"{kind:10} {numbers}   {_figures(full)}         {_figures(core)}           {strict['f1']:6.3f}{_goal(kind, full)}")
    print("fields (accuracy / compared)")
    for kind in CLAIM_KINDS:
        cells = [f"{name} {cell['accuracy']:.3f}/{cell['compared']}" for name, cell in data["fields"][kind].items()]
        print(f"{kind:10} {'  '.join(cells) or 'nothing to compare'}")
    for failure in run.failures:
        print(f"FAILED {failure}")


def _figures(counts: dict[str, Any]) -> str:
    return f"{counts['precision']:6.3f} {counts['recall']:6.3f} {counts['f1']:6.3f}"


def _goal(kind: str, full: dict[str, Any]) -> str:
    if kind not in GOALS:
        return ""
    precision, recall = GOALS[kind]
    met = full["precision"] >= precision and full["recall"] >= recall
    return f"   goal {precision:.2f}/{recall:.2f} {'met' if met else 'not met'}"


def print_groups(run: Run, group: str) -> None:
    """Print full precision, recall and F1 for each style or document, or right and wrong claims for each rule; worst first."""
    if group == "rule":
        tally: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for result in run.results:
            outcome = result.outcome
            if outcome.claim is not None:
                label = "right" if outcome.right("full") else "ignored" if "full" in outcome.ignored else "wrong"
                tally[f"{outcome.kind} {outcome.claim.rule or '(no rule)'}"][label] += 1
        for name, labels in sorted(tally.items(), key=lambda item: (-item[1]["wrong"], item[0])):
            print(f"{labels['wrong']:5} wrong {labels['right']:5} right {labels['ignored']:5} ignored   {name}")
        return
    groups: defaultdict[str, list[Outcome]] = defaultdict(list)
    for result in run.results:
        groups[result.document.style if group == "style" else result.document.name].append(result.outcome)
    rows = [(scores_of(found).levels["full"]["total"], name) for name, found in groups.items()]
    for counts, name in sorted(rows, key=lambda row: (row[0].f1, row[1])):
        print(f"{counts.f1:6.3f} F1 {counts.precision:6.3f} P {counts.recall:6.3f} R {counts.wanted:5} wanted   {name}")


def _shown(values: Sequence[Any]) -> str:
    parts = [" + ".join(map(str, value)) if isinstance(value, tuple) else "-" if value is None else str(value) for value in values]
    return " | ".join(parts)


def _gold_shown(gold: GoldClaim) -> str:
    return _shown([_first_of_slots(gold.first(name)) for name in FIELDS[gold.kind]])


def _first_of_slots(value: Any) -> Any:
    return tuple(slot[0] for slot in value) if isinstance(value, tuple) else value


def _claim_shown(claim: Claim) -> str:
    return _shown([claim_value(claim, name) for name in FIELDS[claim.kind]])


def _quoted(text: str, most: int = 160) -> str:
    text = " ".join(text.split())
    return f"«{text if len(text) <= most else text[: most - 3] + '...'}»"


def error_lines(run: Run, *, kind: str | None = None) -> list[str]:
    """Return one line for each claim that is missed, false, or wrong in some field."""
    lines = []
    for result in run.results:
        outcome, name = result.outcome, result.document.name
        gold, claim = outcome.gold, outcome.claim
        if (kind is not None and outcome.kind != kind) or outcome.right("full") or (gold is None and "full" in outcome.ignored):
            continue
        words = " … ".join(piece.text for piece in claim.evidence) if claim is not None else ""
        if gold is None and claim is not None:
            lines.append(f"FALSE {outcome.kind:9} {name}  {_claim_shown(claim)}  {_quoted(words)}  [{claim.rule or 'no rule'}]")
        elif claim is None and gold is not None:
            lines.append(f"MISS  {outcome.kind:9} {name}  {_gold_shown(gold)}  {_quoted(gold.evidence)}")
        elif claim is not None and gold is not None and outcome.agreement is not None:
            lines.append(
                f"WRONG {outcome.kind:9} {name}  {_differences(outcome, gold, claim)}  {_quoted(words)}  [{claim.rule or 'no rule'}]"
            )
    return lines


def _differences(outcome: Outcome, gold: GoldClaim, claim: Claim) -> str:
    fields = outcome.agreement.fields if outcome.agreement is not None else {}
    wrong = [name for name in FIELDS[gold.kind] if not fields.get(name, True)] or ["polarity"]
    pairs = [f"{name}: {_shown([claim_value(claim, name)])}, not {_readings_shown(gold, name)}" for name in wrong]
    return f"{_gold_shown(gold)}  ({'; '.join(pairs)})"


def _readings_shown(gold: GoldClaim, name: str) -> str:
    return " / ".join(_shown([_first_of_slots(reading)]) for reading in gold.fields.get(name, ("positive",)))
