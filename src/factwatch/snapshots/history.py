"""What a watch has known: log, differences, blame, the history of a subject, and the facts as of a day. Pure functions over versions."""

from __future__ import annotations

import calendar
import json
from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

from attrs import frozen

from factwatch.lexicon.naming import office_in_list
from factwatch.model.change import Nature
from factwatch.model.claim import Claim
from factwatch.snapshots.format import entry_data
from factwatch.snapshots.record import Entry, Snapshot, facts
from factwatch.snapshots.watch import words

__all__: Final = [
    "BlameRow",
    "DiffRow",
    "HistoryRow",
    "LogRow",
    "ValidRow",
    "blame",
    "describe",
    "differences",
    "first_day",
    "history",
    "last_day",
    "log",
    "valid_on",
]

Action = Literal["added", "removed", "changed", "closed"]


@frozen(kw_only=True)
class LogRow:
    """One version, in a line."""

    version: int
    accepted: str
    note: str
    added: int
    changed: int
    closed: int
    """Claims that stood in the version before and stand no longer."""
    sources: tuple[str, ...]
    """Names of the documents that are new with this version."""
    merged: bool
    digest: str | None


@frozen(kw_only=True)
class DiffRow:
    """One structural difference between two versions."""

    claim: str
    """Id of the claim."""
    path: tuple[str | int, ...]
    """Where in the claim: ``("when",)``, ``("topics", 1)``; empty for the claim as a whole."""
    action: Action
    before: Any = None
    after: Any = None


@frozen(kw_only=True)
class BlameRow:
    """Which version and source last set a claim."""

    claim: str
    subject: str
    version: int
    accepted: str
    source: str | None
    """The document's name; None for an edit by hand, or a claim without document."""
    published: str | None
    nature: Nature | None
    by_hand: bool


@frozen(kw_only=True)
class HistoryRow:
    """One state of one claim, from its acceptance to its end."""

    claim: str
    subject: str
    facts: Mapping[str, Any]
    version: int
    """The version that first held it; for a conflict the one that noted it."""
    accepted: str
    ended_in: int | None
    """The version that no longer held it; None where it stands."""
    ended_on: str | None
    valid_since: str | None
    valid_until: str | None
    source: str | None
    published: str | None
    ended_by: str | None
    """Name of the document that ended it."""
    nature: Nature | None
    """Why it ended: the world changed, a correction, only other words; ``conflict`` for a claim that was noted, but never held."""


@frozen(kw_only=True)
class ValidRow:
    """A fact that held on the day asked for."""

    entry: Entry
    subject: str
    since: str
    """First day on which it is known to have held."""
    until: str | None
    """Last day, month or year, or None where it is open."""
    stated: bool
    """True where a source gives the beginning; False where all that is known is that the source told it on that day."""


def describe(claim: Claim) -> str:
    """Return *claim* in a few words: 'Mia Mottley, Prime Minister of Barbados'."""
    data = facts(claim)
    of = data.get("of") or None
    if claim.kind == "title":
        return f"{claim.person}, {office_in_list(claim.title, of)}"
    if claim.kind == "role":
        return f"{claim.holder}, {office_in_list(claim.role, of)}"
    if claim.kind == "visit":
        return f"{claim.who}: visit to {claim.place}"
    if claim.kind == "meeting":
        others = f" with {', '.join(claim.with_)}" if claim.with_ else ""
        return f"{', '.join(claim.who)}: meeting{others}"
    return f"{claim.speaker}: '{claim.words}'"


def log(versions: Sequence[Snapshot]) -> tuple[LogRow, ...]:
    """Return one row a version, oldest first, of a watch's *versions* in order."""
    rows = []
    before: dict[str, dict[str, Any]] = {}
    for snapshot in versions:
        now = {entry.claim.id: facts(entry.claim) for entry in snapshot.claims}
        rows.append(
            LogRow(
                version=snapshot.version,
                accepted=snapshot.accepted,
                note=snapshot.note,
                added=len(now.keys() - before.keys()),
                changed=sum(now[key] != before[key] for key in now.keys() & before.keys()),
                closed=len(before.keys() - now.keys()),
                sources=tuple(source.name for source in snapshot.sources if source.added == snapshot.version),
                merged=bool(snapshot.merged),
                digest=snapshot.digest,
            )
        )
        before = now
    return tuple(rows)


def differences(old: Snapshot, new: Snapshot, *, full: bool = False) -> tuple[DiffRow, ...]:
    """
    Return what differs between the standing claims of two versions, claim by claim.

    Args:
        old: The version to start from.
        new: The version to arrive at.
        full: Compare evidence and book-keeping too, not the facts alone.
    """
    before, after = ({entry.claim.id: entry_data(entry) if full else facts(entry.claim) for entry in one.claims} for one in (old, new))
    closures = {entry.claim.id: entry.closed for entry in new.closed if entry.closed}
    rows = [DiffRow(claim=key, path=(), action="added", after=after[key]) for key in after.keys() - before.keys()]
    for key in before.keys() - after.keys():
        closure = closures.get(key)
        data = {"day": closure.day, "by": closure.by, "nature": closure.nature} if closure else None
        rows.append(DiffRow(claim=key, path=(), action="closed" if closure else "removed", before=before[key], after=data))
    changed = sorted(key for key in before.keys() & after.keys() if before[key] != after[key])
    if changed:
        rows.extend(_deep_rows({key: before[key] for key in changed}, {key: after[key] for key in changed}))
    return tuple(sorted(rows, key=lambda row: (row.claim, [str(step) for step in row.path], row.action, str(row.before))))


def _deep_rows(before: dict[str, Any], after: dict[str, Any]) -> list[DiffRow]:
    from deepdiff import DeepDiff
    from deepdiff.helper import notpresent

    # Without threshold 0 a claim of which little is left becomes one blob; keys with two underscores would be skipped.
    tree = DeepDiff(before, after, view="tree", threshold_to_diff_deeper=0, ignore_private_variables=False, verbose_level=2)
    rows = []
    for kind, levels in tree.items():
        action: Action = "added" if kind.endswith("_added") else "removed" if kind.endswith("_removed") else "changed"
        for level in levels:
            claim, *path = level.path(output_format="list")
            old, new = (None if side is notpresent else side for side in (level.t1, level.t2))
            rows.append(DiffRow(claim=claim, path=tuple(path), action=action, before=old, after=new))
    return rows


def blame(versions: Sequence[Snapshot]) -> tuple[BlameRow, ...]:
    """Return, for each claim that stands in the newest of *versions*, the version and source that last set its facts."""
    if not versions:
        return ()
    by_number = {snapshot.version: {entry.claim.id: facts(entry.claim) for entry in snapshot.claims} for snapshot in versions}
    dates = {snapshot.version: snapshot.accepted for snapshot in versions}
    newest = versions[-1]
    rows = []
    for entry in newest.claims:
        data, claim_id = facts(entry.claim), entry.claim.id
        told = entry.origin.set_in
        by_hand = by_number.get(told, {}).get(claim_id) != data
        version = told
        if by_hand:  # the book-keeping is not of these facts: find the version that has them first
            version = newest.version
            while by_number.get(version - 1, {}).get(claim_id) == data:
                version -= 1
        source = None if by_hand else newest.source(entry.origin.source)
        rows.append(
            BlameRow(
                claim=claim_id,
                subject=describe(entry.claim),
                version=version,
                accepted=dates[version],
                source=source.name if source else None,
                published=source.published if source else None,
                nature=None if by_hand else entry.origin.nature,
                by_hand=by_hand,
            )
        )
    return tuple(rows)


def history(versions: Sequence[Snapshot], subject: str) -> tuple[HistoryRow, ...]:
    """
    Return every state that the watch has known of the claims about *subject*, in order of time.

    Args:
        versions: All versions, oldest first.
        subject: Words that are all found in a claim ('prime minister Trinidad and Tobago', 'Mottley'), or a claim id.
    """
    wanted = words(subject)
    states: dict[tuple[str, str], list[tuple[Snapshot, Entry]]] = {}
    for snapshot in versions:
        for entry in (*snapshot.claims, *snapshot.closed):
            if subject == entry.claim.id or wanted <= _words_of(entry.claim):
                key = (entry.claim.id, json.dumps(facts(entry.claim), sort_keys=True))
                states.setdefault(key, []).append((snapshot, entry))
    newest = versions[-1].version if versions else 0
    rows = [_state(seen, versions, newest) for seen in states.values()]
    return tuple(sorted(rows, key=lambda row: (row.valid_since or row.published or row.accepted, row.version, row.claim, row.subject)))


def _state(seen: list[tuple[Snapshot, Entry]], versions: Sequence[Snapshot], newest: int) -> HistoryRow:
    stood = [(snapshot, entry) for snapshot, entry in seen if entry.closed is None]
    first, entry = stood[0] if stood else seen[0]
    last, last_entry = seen[-1]
    standing = bool(stood) and stood[-1][0].version == newest
    closure = None if standing else last_entry.closed
    ended_in = None if standing else closure.version if closure else stood[-1][0].version + 1
    dates = {snapshot.version: snapshot.accepted for snapshot in versions}
    source = first.source(entry.origin.source)
    ender = last.source(closure.by) if closure else None
    return HistoryRow(
        claim=entry.claim.id,
        subject=describe(entry.claim),
        facts=facts(entry.claim),
        version=first.version,
        accepted=first.accepted,
        ended_in=ended_in,
        ended_on=closure.day if closure else dates.get(ended_in) if ended_in else None,
        valid_since=last_entry.valid.since,
        valid_until=last_entry.valid.until,
        source=source.name if source else None,
        published=source.published if source else None,
        ended_by=ender.name if ender else None,
        nature=closure.nature if closure else None,
    )


def _words_of(claim: Claim) -> frozenset[str]:
    found: set[str] = set()
    data = facts(claim)
    for key in ("person", "title", "holder", "role", "of", "who", "with", "place", "speaker", "event", "kind"):
        value = data.get(key) or ()
        for text in [value] if isinstance(value, str) else value:
            found |= words(text)
    return frozenset(found)


def valid_on(snapshot: Snapshot, day: str) -> tuple[ValidRow, ...]:
    """
    Return the facts of *snapshot* that held on *day* (ISO 8601): what is known now of that day.

    Titles and roles count from their known beginning, or else from the day on which a source told them, to their end; those of the past
    ('former') and those to come ('elect') do not. Visits and meetings count on the days they are dated to, unless cancelled or postponed.
    Statements count from the day they were made. Corrected and contested claims never count.
    """
    rows = []
    for entry in (*snapshot.claims, *snapshot.closed):
        if entry.closed is not None and entry.closed.nature != "world":
            continue
        row = _valid_row(snapshot, entry, day)
        if row is not None:
            rows.append(row)
    return tuple(sorted(rows, key=lambda row: row.entry.order))


def _valid_row(snapshot: Snapshot, entry: Entry, day: str) -> ValidRow | None:
    claim = entry.claim
    if claim.polarity == "negative":
        return None
    source = snapshot.source(entry.origin.source)
    known = (source.published if source else None) or snapshot.accepted
    if claim.kind in ("title", "role"):
        if claim.status not in ("current", "acting"):
            return None
        since = first_day(entry.valid.since) if entry.valid.since else known
        # The day of handing over belongs to the successor; a month or year that is named as the end is part of it.
        until = entry.valid.until
        ended = until is not None and (day >= until if len(until) == len(day) else day > last_day(until))
        if day < since or ended:
            return None
        return ValidRow(entry=entry, subject=describe(claim), since=since, until=until, stated=entry.valid.since is not None)
    when = getattr(claim, "when", None)
    if claim.kind == "statement":
        said = first_day(when) if when else known
        return ValidRow(entry=entry, subject=describe(claim), since=said, until=None, stated=when is not None) if said <= day else None
    if entry.closed is not None or when is None or claim.status in ("cancelled", "postponed"):
        return None
    first, last = first_day(when), last_day(when)
    return ValidRow(entry=entry, subject=describe(claim), since=first, until=last, stated=True) if first <= day <= last else None


def first_day(when: str) -> str:
    """
    Return the first day of an ISO 8601 day, month, year or interval.

    >>> first_day("2025-03/2025-04")
    '2025-03-01'
    """
    start = when.partition("/")[0]
    return start + "-01-01"[len(start) - 4 :] if len(start) in (4, 7) else start


def last_day(when: str) -> str:
    """
    Return the last day of an ISO 8601 day, month, year or interval.

    >>> last_day("2024-02")
    '2024-02-29'
    """
    end = when.rpartition("/")[2]
    if len(end) == len("2025"):
        return f"{end}-12-31"
    if len(end) == len("2025-03"):
        return f"{end}-{calendar.monthrange(int(end[:4]), int(end[5:]))[1]:02}"
    return end
