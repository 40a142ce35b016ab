"""Meetings at which somebody else sits down instead of whoever was to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import define, field

from factwatch.comparison.encounters import Meeting, have_common_topics, is_same_event, is_same_place, when_of, where_of
from factwatch.comparison.holdings import holdings
from factwatch.comparison.ledger import Ledger
from factwatch.comparison.occasions import CALLED_OFF
from factwatch.comparison.parties import Party, matched
from factwatch.comparison.phrasing import event, listed, source
from factwatch.comparison.standing import is_denial, standing
from factwatch.comparison.tables import tells
from factwatch.comparison.times import gap, period, written
from factwatch.lexicon.offices import Office
from factwatch.model.claim import MeetingClaim, VisitClaim

_PAIR: Final = 2
_NEAR: Final = 14
"""A meeting with others may have moved by so many days and still be the planned one."""


def find_replacements(ledger: Ledger, old: Sequence[Meeting], new: Sequence[Meeting]) -> list[tuple[Meeting, Meeting]]:
    """Write down every planned meeting that takes place with somebody else instead, and return each with what it has become."""
    found: list[tuple[Meeting, Meeting]] = []
    by_key: dict[str, list[Meeting]] = {}
    for meeting in new:
        if meeting.of is None and meeting.status in {"planned", "done", "underway"} and standing(meeting.claim) != "none":
            for key in meeting.anchors:
                by_key.setdefault(key, []).append(meeting)
    if not by_key:
        return found
    noted = ledger.memo.get("successions")
    known = _Known(
        ledger,
        present=frozenset(key for meeting in new if meeting.status != "cancelled" for key in meeting.keys),
        off=_kept_away(ledger),
        successions=frozenset(noted) if isinstance(noted, set) else frozenset(),
    )
    for planned in old:
        # What only is called off may be called off for one of those who were to come.
        if planned.status != "planned" or any(told.status != "cancelled" for told, _ in planned.told):
            continue
        for meeting in _few(planned, by_key):
            replaced = _replaced(planned, meeting, known) or _sent_instead(planned, meeting, known)
            if replaced is not None:
                _write(ledger, planned, meeting, *replaced)
                found.append((planned, meeting))
                break
    return found


_CROWD: Final = 64


@define
class _Known:
    """What both documents tell of those who meet."""

    ledger: Ledger
    present: frozenset[str] = field(kw_only=True)
    """Those who take part in some meeting of the later document."""
    off: frozenset[str] = field(kw_only=True)
    """Those of whom it says that some visit or meeting of theirs is off."""
    successions: frozenset[tuple[str, str]] = field(kw_only=True)
    """Who has got the office of whom."""
    _offices: dict[str, set[tuple[str | None, Office]]] | None = field(default=None, init=False)

    def are_deputies(self, gone: Sequence[Party], come: Sequence[Party]) -> bool:
        """Return whether one of those who have come is the deputy of one who has gone, or the other way round."""
        if self._offices is None:
            self._offices = _offices(self.ledger)
        return any(_is_deputy(one, other, self._offices) for one in gone for other in come)


def _few(planned: Meeting, by_key: dict[str, list[Meeting]]) -> Sequence[Meeting]:
    found = {meeting.place: meeting for key in sorted(planned.anchors) for meeting in by_key.get(key, ())[:_CROWD] if meeting.of is None}
    return [found[place] for place in sorted(found)]


def _offices(ledger: Ledger) -> dict[str, set[tuple[str | None, Office]]]:
    """Return person -> offices that the person holds on either side, with their bodies."""
    found: dict[str, set[tuple[str | None, Office]]] = {}
    for later in (False, True):
        for holding in holdings(ledger, later=later):
            if holding.phase == "holds":
                found.setdefault(holding.holder, set()).add((holding.body, holding.office))
    return found


def _is_deputy(one: Party, other: Party, offices: Mapping[str, set[tuple[str | None, Office]]]) -> bool:
    """Return whether one of two people is the other's deputy: they hold one office of one body, in two ranks."""
    return any(
        body == other_body and held.head == other_held.head and held.fields == other_held.fields and held.ranks != other_held.ranks
        for body, held in offices.get(one.key, ())
        for other_body, other_held in offices.get(other.key, ())
    )


def _kept_away(ledger: Ledger) -> frozenset[str]:
    """Return those of whom the later document says that some visit or meeting of theirs is off."""
    return frozenset(
        ledger.after_key(name)
        for claim in ledger.later.claims
        if isinstance(claim, VisitClaim | MeetingClaim) and (claim.status in CALLED_OFF or is_denial(claim))
        for name in ((claim.who,) if isinstance(claim, VisitClaim) else (*claim.who, *claim.with_))
    )


def _sent_instead(planned: Meeting, meeting: Meeting, known: _Known) -> tuple[list[Party], list[Party]] | None:
    """Return who has gone and who has come where somebody is kept away and another is received on the same day in the same place."""
    shared = planned.keys & meeting.keys
    if not shared or when_of(planned, meeting) != "same" or not is_same_place(planned, meeting):
        return None
    gone = [item for item in planned.parties if item.key in known.off and item.key not in known.present and item.kind == "person"]
    come = [item for item in meeting.parties if item.key not in planned.keys and item.kind == "person"]
    return (gone, come) if gone and come else None


def _replaced(planned: Meeting, meeting: Meeting, known: _Known) -> tuple[list[Party], list[Party]] | None:
    """Return who has gone and who has come, None where the two are not one meeting."""
    same_event = is_same_event(planned, meeting)
    how = when_of(planned, meeting)
    before, after = period(planned.claim.when), period(meeting.claim.when)
    near = (
        how in {"same", "within", "contains"} or (how == "different" and gap(before, after) <= _NEAR) or (how == "unknown" and same_event)
    )
    if not near or where_of(planned, meeting) == "different":
        return None
    shared = planned.keys & meeting.keys
    if not same_event and not any(item.kind != "group" for item in planned.parties if item.key in shared):
        return None
    _, free, come = matched(
        [item for item in planned.parties if item.key not in shared], [item for item in meeting.parties if item.key not in shared]
    )
    gone = [item for item in free if item.kind == "person" and item.key not in known.present]
    come = [item for item in come if item.kind == "person"]
    if not gone or not come:
        return None
    if any((one.key, other.key) in known.successions for one in gone for other in come):
        # The new minister sees whoever the old one was to see.
        return gone, come
    alike = any(one.countries & other.countries for one in gone for other in come)
    topics = have_common_topics(planned, meeting)
    if how == "different":
        return (gone, come) if (alike or topics) and (is_same_place(planned, meeting) or topics) else None
    deputies = how == "same" and known.are_deputies(gone, come)
    certain = is_same_place(planned, meeting) or same_event or topics or deputies
    # Whoever sees one minister of a country may see another on the same day: only a word tells that it is one instead of the other.
    told = alike and (deputies or not known.off.isdisjoint(item.key for item in gone) or tells(meeting.claim, "instead"))
    return (gone, come) if certain and (told or same_event or topics) else None


def joined(planned: Meeting, meeting: Meeting) -> list[Party]:
    """Return who is one more at a meeting than was planned, where a word says so: 'will join the talks between A and B'."""
    shared = planned.keys & meeting.keys
    if len(shared) < _PAIR or not tells(meeting.claim, "joining"):
        return []
    _, _, come = matched(
        [item for item in planned.parties if item.key not in shared], [item for item in meeting.parties if item.key not in shared]
    )
    return [item for item in come if item.kind == "person"]


def find_left_out(ledger: Ledger, old: Sequence[Meeting]) -> None:
    """Write down who no longer takes part in a meeting that the others have: 'C has pulled out of the talks with A and B'."""
    for planned in old:
        if planned.status != "planned" or planned.settled or sum(item.kind == "person" for item in planned.parties) <= _PAIR:
            continue
        off = [new for new, _ in planned.told if new.status == "cancelled"]
        held = [new for new, _ in planned.told if new.status in {"planned", "done", "underway"} and standing(new.claim) != "none"]
        out = next((new for new in off if len(new.claim.who) == 1 and (is_denial(new.claim) or held or tells(new.claim, "quitting"))), None)
        if out is None or len(off) > 1 or len(out.keys & planned.keys) <= _PAIR:
            continue
        key = ledger.after_key(out.claim.who[0])
        gone = [item for item in planned.parties if item.key == key]
        if not gone or any(key in new.keys for new in held):
            continue
        rest = [item for item in planned.parties if item.key != key]
        _write(ledger, planned, held[0] if held else out, gone, rest, left_out=True)


def _write(ledger: Ledger, planned: Meeting, meeting: Meeting, gone: list[Party], come: list[Party], *, left_out: bool = False) -> None:
    ledger.spent_after.update(told.place for told, _ in planned.told)
    planned.told.clear()
    planned.settled = True
    meeting.of = planned
    names = listed((*planned.claim.who, *planned.claim.with_))
    before, after = listed([item.name for item in gone]), listed([item.name for item in come])
    now = f"{after} meet without {before}" if left_out else f"{after} takes part instead"
    ledger.change(
        "meeting.participants_changed",
        subject=event(planned.claim),
        before=before,
        after=after,
        explanation=(f"{ledger.then()} {before} was to take part in the meeting of {names}; {ledger.now()} {now}{source(meeting.claim)}."),
        rule="meetings/participants",
        old=planned.found,
        new=meeting.found,
    )
    if when_of(planned, meeting) == "different" and meeting.status == "planned":
        then, day = (written(item.claim.when, item.claim.when_qualifier) for item in (planned, meeting))
        ledger.change(
            "meeting.rescheduled",
            subject=event(planned.claim),
            before=then,
            after=day,
            explanation=(
                f"{ledger.then()} the meeting of {names} was planned for {then}; {ledger.now()} it is set for {day}{source(meeting.claim)}."
            ),
            rule="meetings/rescheduled",
            old=planned.found,
            new=meeting.found,
        )
