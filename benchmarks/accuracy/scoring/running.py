"""The program over a folder of documents, matched with their gold."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from attrs import Factory, define, frozen

from factwatch.errors import UsageError
from factwatch.model.claim import ClaimSet
from factwatch.model.text import Document
from scoring.gold import GoldDocument, corpus_digest, read_corpus
from scoring.tally import Outcome, Scores, outcomes, scores_of

Extract: TypeAlias = Callable[[Document], ClaimSet]


@frozen
class Result:
    """One outcome with the document it belongs to."""

    document: GoldDocument
    outcome: Outcome


@define
class Run:
    """One corpus, scored."""

    name: str
    folder: Path
    secret: bool
    documents: int = 0
    digest: str = ""
    results: list[Result] = Factory(list)
    failures: list[str] = Factory(list)

    @property
    def scores(self) -> Scores:
        """The figures of all outcomes."""
        return scores_of(result.outcome for result in self.results)


def score_folder(name: str, folder: Path, extract: Extract, *, secret: bool, document: str | None = None) -> Run:
    """
    Run *extract* over the documents of *folder* and match its claims with the gold.

    Args:
        name: How the corpus is called.
        folder: Documents with their gold beside them.
        extract: From a document to its claims.
        secret: Whether the documents must stay unread: failures then say no more than where in the program.
        document: Only documents whose name begins with or contains this.

    Raises:
        UsageError: No such documents, or gold that cannot be read.
    """
    from factwatch.reading import read_document

    run = Run(name=name, folder=folder, secret=secret, digest=corpus_digest(folder))
    for gold in read_corpus(folder):
        if document is not None and document not in gold.name:
            continue
        run.documents += 1
        try:
            claims = extract(read_document(gold.path, published=gold.published))
        except Exception as error:  # noqa: BLE001  # one failure must not hide the figures of all others
            run.failures.append(_failure(error, gold, secret=secret))
            claims = ClaimSet()
        run.results += [Result(gold, outcome) for outcome in outcomes(gold.claims, claims)]
    if not run.documents:
        raise UsageError("--document", f"no document of {folder} has {document!r} in its name", "Give a part of a file's name.")
    return run


def _failure(error: Exception, gold: GoldDocument, *, secret: bool) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}"
    return place if secret else f"{gold.name}: {place}: {error}"
