"""What waits for review, and what happens when it is decided on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.errors import ConcurrentWriteError, IntegrityError, UnknownVersionError
from factwatch.snapshots import evolution, history, merging
from factwatch.snapshots.files import read_text
from factwatch.snapshots.folder import WatchFolder
from factwatch.snapshots.format import digest_of
from factwatch.snapshots.integrity import check_sealed
from factwatch.snapshots.pending import NEW_CLAIM, PendingItem, Rejection, evidence_of, evidence_of_claim
from factwatch.snapshots.record import Snapshot
from factwatch.snapshots.review import Decision

__all__: Final = ["decide", "evidence_of_item", "head_of", "pending_items"]


def pending_items(folder: WatchFolder) -> tuple[PendingItem, ...]:
    """Return what waits for review, by date of the document; items that no longer fit what stands are marked obsolete."""
    documents = folder.pending_documents()
    if not documents:
        return ()
    head = folder.newest()
    if head is None:
        return ()
    oldest = min(document.version for document in documents)
    done = {
        change: version
        for version in folder.versions()
        if version > oldest
        for change in (head if version == head.version else folder.read(version)).changes
    }
    items = []
    for document in documents:
        turned_down = folder.turned_down(document.added)
        for change in document.changes:
            if done.get(change.id, 0) > document.version or evidence_of(change) in turned_down:
                continue  # written just before the process ended, with the pending file left behind
            items.append(
                PendingItem(
                    id=change.id,
                    kind=change.kind,
                    subject=change.subject,
                    change=change,
                    claim=document.claim(change.claims.after),
                    document=document,
                    obsolete=evolution.is_obsolete(head, change, document.version, document.source.key),
                )
            )
        for claim_id in document.new:
            claim = document.claim(claim_id)
            if claim is not None and head.entry(claim_id) is None and evidence_of_claim(claim) not in turned_down:
                subject = history.describe(claim)
                items.append(PendingItem(id=claim_id, kind=NEW_CLAIM, subject=subject, change=None, claim=claim, document=document))
    return tuple(items)


def decide(
    folder: WatchFolder,
    decisions: Sequence[Decision],
    *,
    day: str,
    note: str,
    mass_withdrawal: bool = False,
    expect_parent: int | str | None = None,
) -> Snapshot | None:
    """
    Write what was decided: the next version first, for it is what counts; then the rejections; then what still waits.

    A process that ends in between leaves items waiting that the version or the rejections already have; `pending_items` leaves them out.

    Args:
        folder: The watch, locked.
        decisions: What was decided; skipped items stay as they are.
        day: ISO 8601 day.
        note: A word on the version.
        mass_withdrawal: Allow it to close more than half of the claims without successor.
        expect_parent: Number or digest of the version that was seen as the newest.

    Returns:
        The new version, or None where nothing was accepted.

    Raises:
        ConcurrentWriteError: An item was decided on in between.
        UsageError: A change no longer fits what stands; nothing is written.
    """
    accepting = [decision for decision in decisions if decision.verdict == "accept"]
    rejecting = [decision for decision in decisions if decision.verdict == "reject"]
    if not accepting and not rejecting:
        return None
    waiting = {(item.id, item.document.source.key) for item in pending_items(folder)}
    for decision in (*accepting, *rejecting):
        if (decision.item.id, decision.item.document.source.key) not in waiting:
            raise ConcurrentWriteError(decision.item.id, "somebody else has decided on it in between", "List what is pending.")
    version = None
    if accepting:
        head = head_of(folder, expect_parent)
        if head is None:
            where = f"watch {folder.name!r}"
            raise UnknownVersionError(where, "it has no version yet", "Make the first snapshot of it.")
        built = evolution.accepted(
            head,
            [_acceptance(decision) for decision in accepting],
            accepted_on=day,
            note=note,
            aliases=_aliases(accepting),
            mass_withdrawal=mass_withdrawal,
        )
        version = folder.write_version(built)
    if rejecting:
        folder.add_rejections([_rejection(decision, day) for decision in rejecting])
    folder.drop_pending([decision.item for decision in (*accepting, *rejecting)])
    return version


def head_of(folder: WatchFolder, expect_parent: int | str | None = None, *, reconciling: bool = False) -> Snapshot | None:
    """Return the version to build on."""
    head = folder.newest()
    found = (head.version, head.digest or digest_of(head)) if head else (0, None)
    if expect_parent is not None and expect_parent not in found:
        where = f"watch {folder.name!r}"
        raise ConcurrentWriteError(
            where,
            f"its newest version is {found[0]}, not the one that this was made for",
            "Look at the new version, then run the command again.",
        )
    if head is not None:
        check_sealed(folder.version_path(head.version).as_posix(), head)
    if not reconciling and head is not None and _is_loose(folder):
        where = f"watch {folder.name!r}"
        raise IntegrityError(
            where, "branches were merged, and its newest version lacks claims of one of them", "Reconcile the watch first."
        )
    return head


def _is_loose(folder: WatchFolder) -> bool:
    # Most watches never saw a merge; their versions need not be read through for that.
    texts = (read_text(folder.version_path(version)) or "" for version in folder.versions()[:-1])
    return any("\nmerged:" in text for text in texts) and bool(merging.loose_ends(folder.all()))


def _acceptance(decision: Decision) -> evolution.Acceptance:
    item = decision.item
    return evolution.Acceptance(change=item.change, claim=item.claim, source=item.document.source, nature=decision.nature)


def _aliases(decisions: Sequence[Decision]) -> dict[str, tuple[str, ...]]:
    joined: dict[str, tuple[str, ...]] = {}
    for decision in decisions:
        joined = evolution.joined_aliases(joined, decision.item.document.aliases)
    return joined


def evidence_of_item(item: PendingItem) -> str:
    """Return the digest by which a rejection of *item* is remembered."""
    return evidence_of(item.change) if item.change is not None else evidence_of_claim(item.claim) if item.claim else ""


def _rejection(decision: Decision, day: str) -> Rejection:
    item = decision.item
    return Rejection(
        change=item.id,
        kind=item.kind,
        subject=item.subject,
        reason=decision.reason,
        day=day,
        evidence=evidence_of_item(item),
        before=item.change.before if item.change else None,
        after=item.change.after if item.change else None,
        source=item.document.source.name,
        published=item.document.source.published,
        expires=decision.expires,
    )
