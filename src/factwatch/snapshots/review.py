"""A walk through pending changes that can be interrupted and undone; nothing is written before the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Literal

from attrs import frozen

from factwatch.errors import UsageError
from factwatch.model.change import Nature
from factwatch.model.kinds import is_change_kind, matches_kind
from factwatch.snapshots.pending import PendingItem
from factwatch.snapshots.record import Snapshot

__all__: Final = ["Decision", "Review", "choose"]

Verdict = Literal["accept", "reject", "skip"]
Apply = Callable[[Sequence["Decision"], str, str], Snapshot | None]


@frozen(kw_only=True)
class Decision:
    """What an editor says of one pending item."""

    item: PendingItem
    verdict: Verdict
    nature: Nature | None = None
    """What an accepted change is, where the editor's word differs from the report's."""
    reason: str = ""
    """Why it was rejected."""
    expires: str | None = None
    """ISO 8601 day until which a rejection counts."""


class Review:
    """
    The pending items of a watch and what has been decided on them so far.

    Decisions are kept in memory. `undo` takes the last one back (a whole group, where a group was decided at once); `apply` writes all of
    them as one new version, and may be called at the end or on quitting: what was skipped or not reached stays pending.
    """

    def __init__(self, items: Sequence[PendingItem], apply: Apply) -> None:
        self.items = tuple(items)
        self._apply = apply
        self._steps: list[tuple[Decision, ...]] = []

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """All decisions so far, oldest first."""
        return tuple(decision for step in self._steps for decision in step)

    @property
    def open(self) -> tuple[PendingItem, ...]:
        """The items that nothing has been said of yet."""
        return tuple(item for item in self.items if not self._is_decided(item))

    @property
    def current(self) -> PendingItem | None:
        """The next item to decide on, or None at the end."""
        return next(iter(self.open), None)

    def accept(self, item: PendingItem, *, nature: Nature | None = None) -> None:
        """Accept *item*."""
        self._decide([item], "accept", nature=nature)

    def accept_rest_of_kind(self, kind: str) -> int:
        """Accept all open items of *kind*; return how many there were."""
        rest = [item for item in self.open if matches_kind(item.kind, kind)]
        self._decide(rest, "accept")
        return len(rest)

    def reject(self, item: PendingItem, reason: str, *, expires: str | None = None) -> None:
        """Reject *item*: the same evidence is not raised again."""
        if not reason.strip():
            raise UsageError(item.id, "a rejection needs a reason", "Say in a few words why the change is not accepted.")
        self._decide([item], "reject", reason=reason, expires=expires)

    def skip(self, item: PendingItem) -> None:
        """Leave *item* pending."""
        self._decide([item], "skip")

    def undo(self) -> tuple[PendingItem, ...]:
        """Take the last decision back; return the items that are open again."""
        return tuple(decision.item for decision in self._steps.pop()) if self._steps else ()

    def apply(self, accepted_on: str, note: str = "") -> Snapshot | None:
        """Write what was decided; return the new version, or None where nothing was accepted. The review is then at its start again."""
        decided, self._steps = self.decisions, []
        done = {id(decision.item) for decision in decided if decision.verdict != "skip"}
        try:
            version = self._apply(decided, accepted_on, note)
        except Exception:
            self._steps = [(decision,) for decision in decided]
            raise
        self.items = tuple(item for item in self.items if id(item) not in done)
        return version

    def _is_decided(self, item: PendingItem) -> bool:
        return any(decision.item is item for decision in self.decisions)

    def _decide(
        self, items: Sequence[PendingItem], verdict: Verdict, *, nature: Nature | None = None, reason: str = "", expires: str | None = None
    ) -> None:
        for item in items:
            if not any(item is known for known in self.items) or self._is_decided(item):
                raise UsageError(item.id, "it is not open in this review", "Undo the decision on it first.")
        if items:
            step = (Decision(item=item, verdict=verdict, nature=nature, reason=reason, expires=expires) for item in items)
            self._steps.append(tuple(step))


def choose(
    items: Sequence[PendingItem],
    *,
    ids: Sequence[str] = (),
    everything: bool = False,
    kind: str | None = None,
    document: str | None = None,
) -> tuple[PendingItem, ...]:
    """
    Return the items that fit all of what is asked for.

    Items that are out of date are left out, unless named by id.

    Args:
        items: What is pending.
        ids: Ids, or beginnings of ids that fit one id only.
        everything: Take all that the other arguments do not exclude.
        kind: A kind of change, a group of kinds ('title'), or ``claim.new``.
        document: Name, address or digest of the later document.

    Raises:
        UsageError: Nothing asked for, an id that fits nothing or several, or nothing that fits.
    """
    where = "pending"
    if not (ids or everything or kind or document):
        raise UsageError(where, "say which changes", "Give ids, a kind, a document, or ask for all.")
    if kind is not None and not is_change_kind(kind) and not matches_kind("claim.new", kind):
        where = f"kind {kind!r}"
        raise UsageError(where, "there is no such kind of change", "Kinds are 'title.changed', 'visit', 'claim.new' and so on.")
    chosen = [item for item in items if ids or not item.obsolete]
    if ids:
        wanted = {_full_id(given, items) for given in ids}
        chosen = [item for item in chosen if item.id in wanted]
    if kind is not None:
        chosen = [item for item in chosen if matches_kind(item.kind, kind)]
    if document is not None:
        chosen = [item for item in chosen if _is_of(item, document)]
    if not chosen:
        raise UsageError(where, "nothing that is pending fits", "See what waits with 'factwatch review', and check the spelling.")
    return tuple(chosen)


def _full_id(given: str, items: Sequence[PendingItem]) -> str:
    known = {item.id for item in items}
    fitting = {given} if given in known else {full for full in known if given and full.startswith(given)}
    if not fitting:
        raise UsageError(given, "no pending change has this id", "See what waits with 'factwatch review'.")
    if len(fitting) > 1:
        raise UsageError(given, f"{len(fitting)} pending changes have an id that begins so", "Give more of it.")
    return fitting.pop()


def _is_of(item: PendingItem, document: str) -> bool:
    source = item.document.source
    return document in (source.name, source.url, source.path, source.digest) or (
        source.digest is not None and len(document) > len("sha256:") and source.digest.startswith(document)
    )
