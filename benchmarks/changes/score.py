"""
Score the whole way from two texts to the changes between them, on the pairs of benchmarks/changes.

Usage: python benchmarks/changes/score.py [dev|heldout] [--folder FOLDER] [--verbose] [--update]

Prints precision and recall for each kind of change and the share of silent pairs that stay silent (nothing breaking or notable), beside the
committed scores.json. --folder scores the stories of any other folder instead. --verbose names misses and false findings with the claims of
both sides that they are about, but never for the held-out third: of that only figures are shown. --update writes them to scores.json.

A finding is right where its kind is a gold change's, each of that change's names stands in its subject, before, after or explanation, and
`before` and `after`, where gold gives them, are its own. Findings that gold lists as optional, and `*.reworded`, count neither way. A
withdrawn statement may be reported as a withdrawn claim and the other way round. Two findings for one gold change: the second is false.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import factwatch
from factwatch._yaml import load
from factwatch.comparison import compare_claims
from factwatch.conversion import to_data
from factwatch.lexicon.folding import fold
from factwatch.model.change import Change, Report
from factwatch.model.claim import ClaimSet

HERE = Path(__file__).resolve().parent
SCORES = HERE / "scores.json"
WITHDRAWN = {"claim.withdrawn", "statement.withdrawn"}
UNSHOWN = {"id", "kind", "evidence", "raw", "confidence", "direct", "trip"}


class Tally:
    """Counts over all pairs of a set."""

    def __init__(self) -> None:
        """Start from nothing."""
        self.right: Counter[str] = Counter()
        self.false: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()
        self.silent = self.silent_kept = self.pairs = 0

    def figures(self) -> dict[str, Any]:
        """Return precision and recall, in all and for each kind, and the share of silent pairs kept silent."""
        kinds = sorted({*self.right, *self.false, *self.missed})
        return {
            "pairs": self.pairs,
            "precision": _share(sum(self.right.values()), sum(self.right.values()) + sum(self.false.values())),
            "recall": _share(sum(self.right.values()), sum(self.right.values()) + sum(self.missed.values())),
            "silent": _share(self.silent_kept, self.silent),
            "silent_pairs": self.silent,
            "kinds": {
                kind: {
                    "precision": _share(self.right[kind], self.right[kind] + self.false[kind]),
                    "recall": _share(self.right[kind], self.right[kind] + self.missed[kind]),
                    "gold": self.right[kind] + self.missed[kind],
                }
                for kind in kinds
            },
        }


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _text(change: Change) -> str:
    return fold(" | ".join(part for part in (change.subject, change.before, change.after, change.explanation) if part))


def _names_agree(wanted: str, found: str | None) -> bool:
    one, other = fold(wanted), fold(found or "")
    return bool(other) and (one == other or f" {other} " in f" {one} " or f" {one} " in f" {other} ")


def _fits(change: Change, gold: dict[str, Any]) -> bool:
    same_kind = change.kind == gold["kind"] or {change.kind, gold["kind"]} == WITHDRAWN
    if not same_kind or not all(fold(str(name)) in _text(change) for name in gold.get("about", [])):
        return False
    if "before" in gold and not _names_agree(str(gold["before"]), change.before):
        return False
    return "after" not in gold or _names_agree(str(gold["after"]), change.after)


def score_pair(pair: dict[str, Any], report: Report, tally: Tally) -> list[tuple[str, set[str]]]:
    """Count one pair; return what went wrong, a line each, with the names or ids of the claims that it is about."""
    notes: list[tuple[str, set[str]]] = []
    gold = list(pair.get("changes") or [])
    optional = list(pair.get("optional") or [])
    inconsistencies = [str(name) for name in pair.get("inconsistencies") or []]
    missing = list(gold)
    loud = False
    # those first that only a required change can explain
    for change in sorted(report.changes, key=lambda change: any(_fits(change, item) for item in optional)):
        if change.kind.endswith(".reworded"):
            continue
        match = next((item for item in missing if _fits(change, item)), None)
        if match is not None:
            missing.remove(match)
            tally.right[match["kind"]] += 1
            continue
        if any(_fits(change, item) for item in optional):
            continue
        if change.kind == "inconsistency" and any(fold(name) in _text(change) for name in inconsistencies):
            continue
        tally.false[change.kind] += 1
        loud = loud or change.severity != "info"
        behind = {item for item in (change.claims.before, change.claims.after) if item}
        notes.append((f"  false   {change.kind} [{change.rule}, {change.severity}] {change.explanation}", behind))
    for item in missing:
        tally.missed[item["kind"]] += 1
        behind = {fold(str(name)) for name in (*item.get("about", []), item.get("before"), item.get("after")) if name}
        notes.append((f"  missed  {item}", behind))
    tally.pairs += 1
    if not gold:
        tally.silent += 1
        tally.silent_kept += not loud
    return notes


def _shown_claims(behind: set[str], sides: list[ClaimSet]) -> list[str]:
    """Return the claims of both sides that have one of the ids or names *behind* a finding, one line each."""
    lines = []
    for mark, claims in zip("<>", sides, strict=True):
        for claim in claims.claims:
            shown = [
                f"{key}={value}"
                for key, value in to_data(claim).items()
                if key not in UNSHOWN and value and value not in ("asserted", "positive")
            ]
            if claim.id in behind or any(name in fold(" ".join(shown)) for name in behind):
                lines.append(f"      {mark} {claim.kind} {', '.join(shown)}")
    return lines


def _extracted(path: Path, cache: dict[Path, ClaimSet]) -> ClaimSet:
    if path not in cache:
        cache[path] = factwatch.extract(factwatch.read_document(str(path)))
    return cache[path]


def run(folder: Path, *, verbose: bool) -> Tally:
    """Score every pair of a folder of stories."""
    tally = Tally()
    cache: dict[Path, ClaimSet] = {}
    for file in sorted(folder.glob("*/pairs.yaml")):
        for pair in load(file.read_text(encoding="utf-8"), where=file.name).data["pairs"]:
            sides = [_extracted(file.parent / pair[side], cache) for side in ("baseline", "later")]
            report = compare_claims(sides[0], sides[1], revision=bool(pair.get("revision")))
            notes = [line for note, behind in score_pair(pair, report, tally) for line in (note, *_shown_claims(behind, sides))]
            if verbose and notes:
                print(f"{pair['id']}: {pair['baseline']} -> {pair['later']}  (trap: {pair.get('trap', '')})", *notes, sep="\n")
    return tally


def _shown(value: float | None) -> str:
    return "   -  " if value is None else f"{value:6.3f}"


def _print(name: str, figures: dict[str, Any], committed: dict[str, Any]) -> None:
    print(f"\n{name}: {figures['pairs']} pairs, {figures['silent_pairs']} of them silent")
    print(f"{'':30} {'precision':>10} {'recall':>8} {'gold':>5}")
    for kind, row in figures["kinds"].items():
        print(f"{kind:30} {_shown(row['precision']):>10} {_shown(row['recall']):>8} {row['gold']:>5}")
    old = committed.get(name, {})
    for key in ("precision", "recall", "silent"):
        before = old.get(key)
        print(f"{key:30} {_shown(figures[key]):>10}   (committed: {_shown(before).strip()})")


def main() -> int:
    """Score, print, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", choices=["dev", "heldout", []], help="which pairs (default: both)")
    parser.add_argument("--folder", type=Path, help="score the stories of this folder instead")
    parser.add_argument("--verbose", action="store_true", help="name misses and false findings (never of the held-out third)")
    parser.add_argument("--update", action="store_true", help="write the figures to scores.json")
    arguments = parser.parse_args()
    committed: dict[str, Any] = json.loads(SCORES.read_text(encoding="utf-8")) if SCORES.exists() else {}
    written = dict(committed)
    if arguments.folder is not None:
        if HERE / "heldout" in (arguments.folder.resolve(), *arguments.folder.resolve().parents):
            parser.error("of the held-out third only figures are shown: name it as a set")
        _print(str(arguments.folder), run(arguments.folder, verbose=arguments.verbose).figures(), committed)
        return 0
    for name in arguments.sets or ["dev", "heldout"]:
        start = time.process_time()
        figures = run(HERE / name, verbose=arguments.verbose and name == "dev").figures()
        _print(name, figures, committed)
        print(f"{'seconds':30} {time.process_time() - start:10.1f}")
        written[name] = figures
    if arguments.update:
        SCORES.write_text(json.dumps(written, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
