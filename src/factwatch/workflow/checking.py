"""Documents held against a watch, and what is kept of that."""

from __future__ import annotations

import datetime as dt
import glob
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

from attrs import evolve, field, frozen

from factwatch.comparison.corroboration import CombinedReport
from factwatch.errors import InputError, UnreadableDocumentError, UsageError
from factwatch.model.change import Report
from factwatch.model.claim import ClaimSet, DocumentInfo
from factwatch.reading import read_document
from factwatch.reporting.outcome import Outcome, Run
from factwatch.snapshots.pending import PendingDocument
from factwatch.snapshots.record import Snapshot
from factwatch.snapshots.store import SnapshotStore
from factwatch.snapshots.watch import Watch
from factwatch.workflow.comparing import Rules, compare_sides, lines_of
from factwatch.workflow.sides import Side, documents_in, read_side

if TYPE_CHECKING:
    from factwatch.extraction.plugins import Wanted


@frozen(kw_only=True)
class Checked:
    """What `check` found, with the claims that pending changes are kept with."""

    run: Run
    sides: Mapping[int, Side] = field(factory=dict, hash=False)
    """Number of an outcome in the run -> its later side."""


def check(
    store: SnapshotStore,
    watch: str,
    sources: Sequence[str],
    rules: Rules,
    *,
    published: dt.date | None = None,
    lexicons: Sequence[Path] = (),
    references: Sequence[Path] = (),
    extractor: Wanted = None,
    stdin: BinaryIO | None = None,
    follow: Callable[[Sequence[str]], Iterable[str]] | None = None,
) -> Checked:
    """
    Hold later documents against what stands in *watch*. Nothing is written.

    A document that cannot be read does not stop the others; the run names it.

    Args:
        store: Where the watch is.
        watch: Its name.
        sources: Documents and folders; with none, what the watch's own settings name under `sources`.
        rules: How to compare.
        published: Publication date of all of them that have none; meant for one.
        lexicons: YAML files with own words.
        references: Tables of office holders that titles are checked against.
        extractor: What else is to find names or claims; see `factwatch.extract`.
        stdin: Where ``-`` reads from.
        follow: Wraps the list of documents, to show progress.

    Raises:
        SnapshotError: The watch cannot be read.
        UnreadableDocumentError: A single document cannot be read, or a folder has none.
        UsageError: There are no sources, neither given nor in the watch's settings.
    """
    snapshot = store.load(watch)
    settings = store.settings(watch)
    baseline = Side(claims=snapshot.claim_set())
    on_disk = cache(partial(_sources_on_disk, store, snapshot))
    rules = evolve(rules, known=rules.known | frozenset(item.id for item in store.pending(watch)))
    documents = documents_in(sources or _followed(store, settings))
    outcomes: list[Outcome] = []
    sides: dict[int, Side] = {}
    unreadable: list[str] = []
    for source in follow(documents) if follow else documents:
        try:
            later = read_side(source, published=published, lexicons=lexicons, references=references, extractor=extractor, stdin=stdin)
            outcome = _without_rejected(store, watch, compare_sides(baseline, later, rules, settings), rules)
        except InputError as error:
            if len(documents) == 1:
                raise
            unreadable.append(str(error))
            continue
        sides[len(outcomes)] = later
        outcomes.append(evolve(outcome, before_lines=_lines_on_disk(outcome.report, on_disk)))
    return Checked(
        run=Run(
            outcomes=tuple(outcomes), watch=watch, sources=sources_of(snapshot), combined=_combined(outcomes), unreadable=tuple(unreadable)
        ),
        sides=sides,
    )


def _followed(store: SnapshotStore, settings: Watch) -> list[str]:
    """Return what the watch's settings name as later coverage, found from the folder that the snapshots lie in."""
    base = store.root.parent
    if base.resolve() == Path.cwd():
        base = Path()
    # Path.glob refuses absolute patterns.
    hits = [sorted(glob.glob(pattern, root_dir=base, recursive=True)) for pattern in settings.sources]  # noqa: PTH207
    found = [(base / hit).as_posix() for each in hits for hit in each]
    if found:
        return found
    where = (store.root / settings.name / "watch.yaml").as_posix()
    problem = "no documents were given, and " + ("nothing is where its sources say" if settings.sources else "it names no sources")
    raise UsageError(where, problem, "Name documents or folders to check, or list files, folders or patterns of files under sources.")


def _sources_on_disk(store: SnapshotStore, snapshot: Snapshot) -> list[Side]:
    """Return the documents of *snapshot* that are still where they were, and still say the same."""
    found = []
    for source in snapshot.sources:
        if source.path is None:
            continue
        path = store.root.parent / source.path
        try:
            document = read_document(path)
        except InputError:
            continue
        if document.digest == source.digest:
            found.append(Side(claims=ClaimSet(), document=document, path=path))
    return found


def _lines_on_disk(report: Report, on_disk: Callable[[], Iterable[Side]]) -> dict[tuple[str | None, int], int]:
    evidence = [item for change in report.changes for item in change.evidence.before if item.source is not None]
    if not evidence:
        return {}
    return {place: line for side in on_disk() for place, line in lines_of(side, evidence).items()}


def _without_rejected(store: SnapshotStore, watch: str, outcome: Outcome, rules: Rules) -> Outcome:
    """Take out the changes that an editor has rejected on the same evidence."""
    changes = outcome.report.changes
    kept = tuple(change for change in changes if not store.is_rejected(watch, change, today=rules.today))
    if len(kept) == len(changes):
        return outcome
    return evolve(
        outcome,
        report=evolve(outcome.report, changes=kept),
        failing=outcome.failing & {change.id for change in kept},
        hidden=outcome.hidden + len(changes) - len(kept),
    )


def _combined(outcomes: Sequence[Outcome]) -> CombinedReport | None:
    if len(outcomes) < 2:  # noqa: PLR2004 - one is not many
        return None
    from factwatch.comparison import combine

    return combine([outcome.report for outcome in outcomes])


def sources_of(snapshot: Snapshot) -> dict[str, DocumentInfo]:
    """Return the documents that *snapshot* rests on, by the digest that its evidence names."""
    return {
        source.key: DocumentInfo(
            source=source.name, url=source.url, headline=source.headline, site=source.site, published=source.published, digest=source.digest
        )
        for source in snapshot.sources
    }


def keep_pending(store: SnapshotStore, watch: str, checked: Checked, *, added_on: dt.date) -> list[PendingDocument]:
    """
    Keep what a check found beside the snapshot, for review.

    Raises:
        SnapshotError: It cannot be written.
    """
    kept = []
    for number, outcome in enumerate(checked.run.outcomes):
        side = checked.sides[number]
        source = store.source_of(outcome.report.later, side.path)
        pending = store.add_pending(watch, outcome.report, side.claims, added_on=added_on, source=source)
        if pending is not None:
            kept.append(pending)
    return kept


def make_snapshot(
    store: SnapshotStore,
    watch: str,
    sides: Sequence[Side],
    *,
    accepted_on: dt.date,
    note: str = "",
    onto: Literal["add", "replace"] | None = None,
) -> Snapshot:
    """
    Make the next version of *watch* from documents, all of whose claims are accepted; the watch is made where there is none.

    Args:
        store: Where the watch is.
        watch: Its name.
        sides: The documents.
        accepted_on: The day.
        note: A word on the version, for the log.
        onto: Whether to add to what stands or to replace it; must be said where the watch has a version already.

    Raises:
        UnreadableDocumentError: A document has no claims: taken for the whole, it would close everything.
        UsageError: Something stands already, and *onto* is not given.
        SnapshotError: It cannot be written.
    """
    for side in sides:
        if not side.claims.claims:
            raise UnreadableDocumentError(side.claims.document.source, "no claims were found in it", "Check that it is the right document.")
    if watch not in store.watches():
        store.create(Watch(name=watch, baseline=sides[0].path.as_posix() if sides[0].path else None))
    elif onto is None and store.versions(watch):
        problem = f"version {store.versions(watch)[-1]} stands already"
        raise UsageError(f"watch {watch!r}", problem, "Say --add to add to it, or --replace to close what the documents leave out.")
    sources = [store.source_of(side.claims.document, side.path) for side in sides]
    claims = _joined([side.claims for side in sides])
    return store.commit(watch, claims, sources, accepted_on=accepted_on, note=note, complete=onto != "add")


def _joined(sets: Sequence[ClaimSet]) -> ClaimSet:
    """Join the claims of several documents; of two claims with one id the newer document's stands."""
    if len(sets) == 1:
        return sets[0]
    ordered = sorted(sets, key=lambda claims: claims.document.published or "")
    found = {}
    aliases: dict[str, tuple[str, ...]] = {}
    for claims in ordered:
        for claim in claims.claims:
            evidence = tuple(evolve(item, source=item.source or claims.document.digest) for item in claim.evidence)
            found[claim.id] = evolve(claim, evidence=evidence)
        for name, others in claims.aliases.items():
            aliases[name] = tuple(sorted({*aliases.get(name, ()), *others}))
    return evolve(ordered[-1], claims=tuple(found.values()), inconsistencies=(), mentions=None, aliases=aliases)
