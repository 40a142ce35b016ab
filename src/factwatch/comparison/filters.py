"""What a desk wants to be told: kinds, people, bodies, severities, and what it has decided to ignore until some day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from attrs import evolve, field, frozen

from factwatch.comparison.linking import Linking
from factwatch.comparison.referents import names_of
from factwatch.errors import UsageError
from factwatch.lexicon.folding import fold
from factwatch.model.change import SEVERITIES, Change, Report
from factwatch.model.claim import ClaimSet
from factwatch.model.kinds import CHANGE_KINDS, is_change_kind, matches_kind


def _check_kinds(kinds: Iterable[str], where: str) -> None:
    for kind in kinds:
        if not is_change_kind(kind):
            raise UsageError(
                where,
                f"unknown kind of change {kind!r}",
                f"Kinds are {', '.join(CHANGE_KINDS)}; a group ('title') or a pattern ('*.cancelled') will do.",
            )


def _check_severities(severities: Iterable[str], where: str) -> None:
    for severity in severities:
        if severity not in SEVERITIES:
            raise UsageError(where, f"unknown severity {severity!r}", f"Severities are {', '.join(SEVERITIES)}.")


@frozen(kw_only=True)
class Ignore:
    """A finding that the desk has decided not to be told, why, and until when."""

    reason: str
    id: str | None = None
    """Id of the change."""
    kind: str | None = None
    """A kind, a group ('title') or a pattern ('*.reworded')."""
    subject: str | None = None
    """Words that the subject must contain, whatever their case."""
    until: dt.date | None = None
    """Last day on which it counts; None for ever."""

    def __attrs_post_init__(self) -> None:
        if not self.reason.strip():
            raise UsageError("ignore", "it has no reason", "Say in 'reason' why the finding may be ignored.")
        if self.id is None and self.kind is None and self.subject is None:
            raise UsageError("ignore", "it names neither id, kind nor subject, so it would hide everything", "Name at least one of them.")
        if self.kind is not None:
            _check_kinds([self.kind], "ignore: kind")

    def covers(self, change: Change) -> bool:
        """Return whether *change* is meant."""
        return (
            (self.id is None or change.id == self.id)
            and (self.kind is None or matches_kind(change.kind, self.kind))
            and (self.subject is None or fold(self.subject) in fold(change.subject))
        )


def _texts_tuple(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


def _ignores_tuple(values: Iterable[Ignore]) -> tuple[Ignore, ...]:
    return tuple(values)


@frozen(kw_only=True)
class Filters:
    """
    What to report.

    >>> Filters(kinds=("title.altered",))
    Traceback (most recent call last):
    ...
    factwatch.errors.UsageError: kinds: unknown kind of change 'title.altered'. Kinds are ...
    """

    kinds: tuple[str, ...] = field(default=(), converter=_texts_tuple)
    """Kinds, groups or patterns to report; empty for all."""
    people: tuple[str, ...] = field(default=(), converter=_texts_tuple)
    """Only what concerns one of these people."""
    bodies: tuple[str, ...] = field(default=(), converter=_texts_tuple)
    """Only what concerns one of these bodies or countries."""
    severities: tuple[str, ...] = field(default=(), converter=_texts_tuple)
    """Severities to report; empty for all."""
    fail_on: tuple[str, ...] = field(default=("breaking", "notable"), converter=_texts_tuple)
    """Severities that make a check fail."""
    ignores: tuple[Ignore, ...] = field(default=(), converter=_ignores_tuple)

    def __attrs_post_init__(self) -> None:
        _check_kinds(self.kinds, "kinds")
        _check_severities(self.severities, "severities")
        _check_severities(self.fail_on, "fail_on")

    def fails(self, report: Report) -> bool:
        """Return whether something in *report* makes a check fail."""
        return any(change.severity in self.fail_on for change in report.changes)

    def apply(self, report: Report, baseline: ClaimSet, later: ClaimSet, linking: Linking, *, today: dt.date | None = None) -> Report:
        """
        Return *report* with what the filters let through.

        Args:
            report: The whole report.
            baseline: The claims it is of.
            later: The claims it is of.
            linking: What the names refer to.
            today: The day by which ignores expire; without one none does.
        """
        keys = _wanted_keys((*self.people, *self.bodies), linking)
        sides = ({claim.id: claim for claim in baseline.claims}, {claim.id: claim for claim in later.claims})
        names = (linking.baseline, linking.later)

        def concerns(*ids: str | None) -> bool:
            if not self.people and not self.bodies:
                return True
            claims = [(claims[id_], named) for id_, claims, named in zip(ids, sides, names, strict=False) if id_ in claims]
            return any(named.get(name) in keys for claim, named in claims for name, _ in names_of(claim))

        kept: list[Change] = []
        hidden: dict[str, int] = {}
        warnings = [f"no claim names {name!r}" for name in (*self.people, *self.bodies) if not _wanted_keys((name,), linking)]
        active = [ignore for ignore in self.ignores if ignore.until is None or today is None or ignore.until >= today]
        ended = [ignore for ignore in self.ignores if ignore not in active and any(ignore.covers(change) for change in report.changes)]
        warnings.extend(f"an ignore ran out on {ignore.until}: {ignore.reason}" for ignore in ended)
        for change in report.changes:
            if self.kinds and not any(matches_kind(change.kind, wanted) for wanted in self.kinds):
                continue
            if (self.severities and change.severity not in self.severities) or not concerns(change.claims.before, change.claims.after):
                continue
            cover = next((ignore for ignore in active if ignore.covers(change)), None)
            if cover is None:
                kept.append(change)
            else:
                hidden[cover.reason] = hidden.get(cover.reason, 0) + 1
        warnings.extend(f"{count} ignored: {reason}" for reason, count in sorted(hidden.items()))
        return evolve(
            report,
            changes=tuple(kept),
            confirmed=tuple(
                item for item in report.confirmed if self._wants(item.kind) and concerns(item.claims.before, item.claims.after)
            ),
            new=tuple(claim for claim in report.new if self._wants(claim.kind) and concerns(None, claim.id)),
            not_mentioned=tuple(claim for claim in report.not_mentioned if self._wants(claim.kind) and concerns(claim.id)),
            due=tuple(item for item in report.due if concerns(item.claim)),
            warnings=(*report.warnings, *warnings),
        )

    def _wants(self, kind: str) -> bool:
        return not self.kinds or any(wanted.partition(".")[0] in {kind, "claim", "*"} for wanted in self.kinds)


def _is_name(wanted: str, name: str) -> bool:
    return f" {wanted} " in f" {name} "


def _wanted_keys(wanted: Iterable[str], linking: Linking) -> frozenset[str]:
    words = [fold(name) for name in wanted]
    return frozenset(
        key
        for names in (linking.baseline, linking.later)
        for name, key in names.items()
        if any(_is_name(word, fold(name)) for word in words)
    )
