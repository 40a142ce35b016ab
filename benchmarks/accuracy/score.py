"""
Score extraction against the gold of this folder (see GUIDELINES.md): ``python benchmarks/accuracy/score.py --split dev --verbose``.

**What is matched.** The program's claims of a document and its gold claims, kind by kind, one to one: the assignment with the most claims
that are right in full, then with the most that are right in their core. It does not depend on the order of claims. A second claim about
what another has already matched is wrong. Wrong claims weigh as much as missed ones (F1).

===========  ===============================  =====================================================================
kind         core                             full: the deciding fields
===========  ===============================  =====================================================================
title        person, title                    person, title, of, status
role         holder, role                     holder, role, of, status
visit        who, place                       who, place, when, status
meeting      who and with, as one set         participants, place (where gold has one), when, status
statement    speaker, words                   speaker, words, direct
===========  ===============================  =====================================================================

*strict* asks, beyond full, that all other fields agree that gold gives: since, until, order, modality, polarity, attribution, medium,
topics. A field that gold has as null must be null, but for a meeting's place and a status that may be null, which are then not looked at.
A denied claim is never fully right where gold has the plain fact, nor the other way round (a cancelled event may be either).

``{any: [...]}``, around a value, an item of a list or a whole list, holds readings that all count; null among the items of a list is one
that may be left out.

**Optional claims** are neither required nor wrong: a claim of the program that matches no required one, and agrees in its core with an
optional one, is ignored, whatever its other fields; so is, at each level, one paired with a required claim that it does not match at that
level while it matches an optional one.

**When fields agree.** *Names* (person, holder, who, speaker, attribution, participants): without case, punctuation, leading 'the',
honorifics (Mr, Dr, Sir, Hon., H.E. ...), nicknames in quotation marks, a bracketed end, and with initials written together; hyphens are
blanks; two names of one body that the document introduces (`ClaimSet.aliases`) agree where one abbreviates the other. *Places*: also
where one is the other without what follows or precedes a comma ('Nairobi', 'Nairobi, Kenya'). *Titles, roles* and what they are *of*:
also without articles, 'for' as 'of', British as American spelling; the order of words counts ('State Secretary' is no 'Secretary of
State'), and chairman and chairperson are two words. A role that has other adjectives, or fewer, agrees in the core only. *Dates* agree
where they name the same days ('2025-03' is '2025-03-01/2025-03-31'). *Words* agree where their token F1 without case and punctuation is
at least 0.8; so do all topics together.

**Figures.** Precision, recall and F1 by kind and level; accuracy of each field, of deciding fields over the pairs that agree in the core
(the core's own fields also over pairs that are merely alike).

The documents of ``heldout`` are never shown, nor is anything that tells more of them than the figures of the whole.

Exit status: 0; 1 with ``--check`` where a figure has dropped or a document failed; 2 for wrong use.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from scoring.printing import error_lines, print_groups, print_scores
from scoring.running import Extract, Run, score_folder
from scoring.tally import drops

from factwatch.errors import FactwatchError, UsageError
from factwatch.model.claim import CLAIM_KINDS

HERE: Final = Path(__file__).resolve().parent
SET_ASIDE: Final = "heldout"
SCORES: Final = HERE / "scores.json"
SCHEMA: Final = "factwatch.accuracy/1"


def extractor() -> Extract:
    """Return the program's extraction."""
    from factwatch.claims.build import extract_claims

    return extract_claims


def committed(path: Path) -> dict[str, Any]:
    """
    Return the committed scores by corpus; empty where there are none.

    Raises:
        UsageError: The file is damaged.
    """
    if not path.is_file():
        return {}
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        corpora = data["corpora"] if data["schema"] == SCHEMA else None
    except (ValueError, KeyError, TypeError):
        corpora = None
    if not isinstance(corpora, dict):
        raise UsageError(str(path), "it holds no scores", "Restore it, or delete it and use --update.")
    return corpora


def compare(run: Run, data: dict[str, Any], before: dict[str, Any]) -> bool:
    """Print what differs from the committed scores; return whether anything dropped."""
    if run.name not in before:
        print(f"{run.name}: no committed scores to compare with")
        return False
    old = before[run.name]
    if old.get("digest") != run.digest:
        print(f"{run.name}: the corpus differs from that of the committed scores; the differences below may be its doing")
    rows = drops(old.get("scores", {}), data)
    if not rows:
        print(f"{run.name}: as committed")
    for level, kind, was, now in rows:
        print(f"{'DROP' if now < was else 'gain'} {run.name} {level} {kind} F1 {was:.4f} -> {now:.4f} ({now - was:+.4f})")
    return any(now < was for level, _kind, was, now in rows if level == "full")


def write_scores(path: Path, runs: Sequence[tuple[Run, dict[str, Any]]]) -> None:
    """Replace the committed scores of the corpora in *runs*."""
    corpora = committed(path)
    for run, data in runs:
        corpora[run.name] = {"digest": run.digest, "documents": run.documents, "failed": len(run.failures), "scores": data}
    text = json.dumps({"schema": SCHEMA, "corpora": dict(sorted(corpora.items()))}, indent=1, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="score.py", description="Score extraction against the gold of benchmarks/accuracy.")
    parser.add_argument("--split", choices=["dev", SET_ASIDE, "both"], default="dev", help="which part of the corpus (default: dev)")
    parser.add_argument("--folder", type=Path, help="score this folder of documents and gold instead")
    parser.add_argument("--verbose", action="store_true", help="one line for each claim missed, false or wrong")
    parser.add_argument("--kind", choices=CLAIM_KINDS, help="with --verbose, only claims of this kind")
    parser.add_argument("--document", help="only documents with this in their name")
    parser.add_argument("--by", choices=["style", "document", "rule"], help="figures for each, worst first")
    parser.add_argument("--json", action="store_true", help="print figures as JSON")
    parser.add_argument("--update", action="store_true", help="replace the committed scores of what was scored")
    parser.add_argument("--check", action="store_true", help="exit with 1 where a full F1 has dropped or a document failed")
    return parser.parse_args(arguments)


def _is_secret(folder: Path) -> bool:
    return (HERE / SET_ASIDE).resolve() in (folder.resolve(), *folder.resolve().parents)


def _corpora(options: argparse.Namespace) -> list[tuple[str, Path]]:
    if options.folder is not None:
        corpora = [(options.folder.resolve().name, options.folder)]
    else:
        corpora = [(split, HERE / split) for split in (["dev", SET_ASIDE] if options.split == "both" else [options.split])]
    telling = [name for name in ("verbose", "document", "by") if getattr(options, name)]
    if telling and any(_is_secret(folder) for _name, folder in corpora):
        raise UsageError(
            f"--{telling[0]}", f"the set-aside documents of {SET_ASIDE}/ are not shown, only their score", "Use it with --split dev."
        )
    if options.update and (options.folder is not None or options.document):
        raise UsageError("--update", "only whole corpora of this folder have committed scores", "Leave out --folder and --document.")
    return corpora


def main(arguments: Sequence[str] | None = None, *, extract: Extract | None = None, scores: Path = SCORES) -> int:
    """Run the command line; *extract* stands in for the program's extraction."""
    options = _arguments(arguments)
    try:
        return _run(options, extract or extractor(), scores)
    except FactwatchError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2


def _run(options: argparse.Namespace, extract: Extract, scores: Path) -> int:
    runs = []
    for name, folder in _corpora(options):
        run = score_folder(name, folder, extract, secret=_is_secret(folder), document=options.document)
        runs.append((run, run.scores.data()))
    if options.json:
        plain = {
            run.name: {"digest": run.digest, "documents": run.documents, "failures": run.failures, "scores": data}
            | ({"errors": error_lines(run, kind=options.kind)} if options.verbose else {})
            for run, data in runs
        }
        print(json.dumps({"schema": SCHEMA, "corpora": plain}, indent=1, ensure_ascii=False))
    whole = options.folder is None and not options.document
    before = committed(scores) if whole else {}
    dropped = False
    for run, data in runs:
        if options.json:
            dropped |= _dropped(before.get(run.name, {}), data)
            continue
        if options.verbose:
            print("\n".join(error_lines(run, kind=options.kind)))
        if options.by:
            print_groups(run, options.by)
        print_scores(run, data)
        if whole:
            dropped |= compare(run, data, before)
    if options.update:
        write_scores(scores, runs)
        print(f"wrote {scores.name}", file=sys.stderr)
    return int(options.check and (dropped or any(run.failures for run, _data in runs)))


def _dropped(before: dict[str, Any], data: dict[str, Any]) -> bool:
    return any(now < was for level, _kind, was, now in drops(before.get("scores", {}), data) if level == "full")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:  # the reader (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
