"""Meetings: added, cancelled, postponed, rescheduled, moved, completed; other participants, other topics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from attrs import Factory, define

from factwatch.comparison.fates import comparable, fate, state, status_of
from factwatch.comparison.fields import differences
from factwatch.comparison.holdings import holdings, is_state
from factwatch.comparison.ledger import Found, Ledger
from factwatch.comparison.occasions import Occasion, occasion
from factwatch.comparison.parties import BORNE_OUT, Party, fits, matched, party
from factwatch.comparison.phrasing import event, listed, source
from factwatch.comparison.places import place_of, relation
from factwatch.comparison.standing import is_denial, standing
from factwatch.comparison.times import gap, period
from factwatch.comparison.times import relation as time_relation
from factwatch.lexicon.folding import fold
from factwatch.model.change import ChangeKind
from factwatch.model.claim import MeetingClaim, VisitClaim

_CROWD: Final = 64
_TOLD: Final = {"done": 4, "postponed": 3, "cancelled": 2, "underway": 1, "planned": 0}
_NEAR: Final = 30
_PAIR: Final = 2
"""Shared parties that make a meeting certain."""
_SMALL_WORDS: Final = frozenset(
    {"the", "of", "and", "on", "in", "a", "an", "to", "for", "with", "its", "their", "issues", "matters", "other"}
)


@define
class _Meeting:
    """A meeting claim of either side."""

    place: int
    claim: MeetingClaim
    parties: tuple[Party, ...]
    keys: frozenset[str]
    told: list[tuple[_Meeting, Occasion]] = Factory(list)
    of: _Meeting | None = None

    @property
    def found(self) -> Found:
        """The claim with its place."""
        return self.place, self.claim

    @property
    def status(self) -> str:
        """The status, a denied meeting counting as a cancelled one."""
        return status_of(self.claim)


def compare_meetings(ledger: Ledger) -> None:
    """Compare all meetings of the two sides."""
    if not any(claim.kind == "meeting" for claim in ledger.later.claims):
        return
    countries = _countries(ledger)
    old = _meetings(ledger, countries, later=False)
    new = _meetings(ledger, countries, later=True)
    _Meetings(ledger, old, new, countries).run()


def _countries(ledger: Ledger) -> dict[str, set[str]]:
    countries: dict[str, set[str]] = {}
    for later in (False, True):
        for holding in holdings(ledger, later=later):
            if holding.claim.kind == "title":
                of = countries.setdefault(holding.holder, set())
                if is_state(holding.body):
                    of.add(str(holding.body))
    return countries


def _meetings(ledger: Ledger, countries: Mapping[str, set[str]], *, later: bool) -> list[_Meeting]:
    claims, names = (ledger.later, ledger.linking.later) if later else (ledger.baseline, ledger.linking.baseline)
    found: list[_Meeting] = []
    known: dict[str, Party] = {}
    for place, claim in enumerate(claims.claims):
        if claim.kind == "meeting":
            for name in (*claim.who, *claim.with_):
                if name not in known:
                    known[name] = party(name, names[name], countries)
            parties = tuple({names[name]: known[name] for name in (*claim.who, *claim.with_)}.values())
            found.append(_Meeting(place, claim, parties, frozenset(item.key for item in parties)))
    return found


class _Meetings:
    def __init__(self, ledger: Ledger, old: list[_Meeting], new: list[_Meeting], countries: Mapping[str, set[str]]) -> None:
        self.ledger = ledger
        self.old, self.new = old, new
        self.countries = countries

    def run(self) -> None:
        self._pair()
        self._settle()
        self._other_participants()
        self._added()

    # --- which meeting is which ----------------------------------------------------------------------------------------

    def _pair(self) -> None:
        by_key: dict[str, list[_Meeting]] = {}
        by_time: dict[tuple[str, str | None], list[_Meeting]] = {}
        alike: dict[tuple[frozenset[str], str | None, str | None], list[_Meeting]] = {}
        wanted = {key for meeting in self.new for key in meeting.keys}
        for meeting in self.old:
            alike.setdefault((meeting.keys, meeting.claim.when, meeting.claim.place), []).append(meeting)
            for key in meeting.keys & wanted:
                by_key.setdefault(key, []).append(meeting)
                by_time.setdefault((key, meeting.claim.when), []).append(meeting)
        for new in self.new:
            if standing(new.claim) == "none":
                continue
            best: tuple[int, _Meeting, Occasion] | None = None
            # Most meetings are told alike on both sides: where they are, there is nothing to search.
            twins = [old for old in alike.get((new.keys, new.claim.when, new.claim.place), ()) if len(new.keys) > 1 and _twins(old, new)]
            for old in twins[:1] or self._candidates(new, by_key, by_time):
                found = self._fit(old, new)
                if found is not None and (best is None or found[0] > best[0]):
                    best = found[0], old, found[1]
            if best is not None:
                new.of = best[1]
                best[1].told.append((new, best[2]))

    @staticmethod
    def _candidates(
        new: _Meeting, by_key: dict[str, list[_Meeting]], by_time: dict[tuple[str, str | None], list[_Meeting]]
    ) -> Iterable[_Meeting]:
        seen: dict[int, _Meeting] = {}
        for key in sorted(new.keys):
            found = by_key.get(key, [])
            if len(found) > _CROWD:
                found = by_time.get((key, new.claim.when), [])[:_CROWD]
            for candidate in found:
                seen.setdefault(candidate.place, candidate)
        return seen.values()

    def _fit(self, old: _Meeting, new: _Meeting) -> tuple[int, Occasion] | None:
        """Return how well two claims fit one meeting, and at which time; None where they do not."""
        shared = old.keys & new.keys
        rest_old = [item for item in old.parties if item.key not in shared]
        rest_new = [item for item in new.parties if item.key not in shared]
        fit, free_old, free_new = matched(rest_old, rest_new)
        strangers = any(item.kind == "person" for item in free_old) and any(item.kind == "person" for item in free_new)
        if strangers and len(shared) < _PAIR:
            return None
        if (old.claim.medium is None) != (new.claim.medium is None) and not self._replaces(old, new):
            return None
        which = occasion(old.claim, new.claim, self.ledger.baseline_date, self.ledger.later_date)
        if which == "other":
            return None
        where = self._where(old, new)
        when = time_relation(period(new.claim.when, new.claim.when_qualifier), period(old.claim.when, old.claim.when_qualifier))
        if where == "different" and not self._can_move(old, new, when, len(shared)):
            return None
        evidence = (
            (when not in {"unknown", "different"})
            + (where in {"same", "within", "contains"})
            + _same_event(old, new)
            + _common_topics(old, new)
        )
        certain = len(shared) >= _PAIR or (len(shared) == 1 and fit == BORNE_OUT)
        if not certain and not (shared and evidence and not (free_old and free_new)):
            return None
        return 4 * len(shared) + 2 * fit + evidence + (3 if which == "same" else 0) - (1 if where == "different" else 0), which

    @staticmethod
    def _replaces(old: _Meeting, new: _Meeting) -> bool:
        """Return whether a call takes the place of a meeting: it does on the very day for which that was planned."""
        if old.status != "planned" or new.status != "planned":
            return False
        when = time_relation(period(new.claim.when), period(old.claim.when))
        return when == "same"

    @staticmethod
    def _where(old: _Meeting, new: _Meeting) -> str:
        if old.claim.place is None or new.claim.place is None:
            return "unknown"
        how = relation(new.claim.place, old.claim.place)
        if how == "unknown" and place_of(old.claim.place).venue and place_of(new.claim.place).venue:
            return "different"
        return how

    def _can_move(self, old: _Meeting, new: _Meeting, when: str, shared: int) -> bool:
        """Return whether a meeting elsewhere can be the same one."""
        if new.status in {"cancelled", "postponed"}:
            return True
        if when not in {"unknown", "different"}:
            return True
        if old.status == "done" or new.status == "done":
            return False
        before, after = period(old.claim.when), period(new.claim.when)
        if when == "different":
            return gap(before, after) <= _NEAR
        upcoming = before is None or self.ledger.later_date is None or before.last >= self.ledger.later_date
        return upcoming and (shared > 1 or _same_event(old, new))

    # --- one meeting on both sides -------------------------------------------------------------------------------------

    def _settle(self) -> None:
        pairs, partners = {}, {}
        for old in self.old:
            if old.told:
                new, which = max(old.told, key=_weight)
                name = str(old.place)
                partners[name] = old, new, which
                moved = self._where(old, new) == "different"
                pairs[name] = (
                    {**comparable(old.claim, "same"), "medium": old.claim.medium, "moved": False, "topics": "as planned"},
                    {
                        **comparable(new.claim, which),
                        "medium": new.claim.medium,
                        "moved": moved,
                        "topics": "others" if self._other_topics(old, new) else "as planned",
                    },
                )
        unequal = differences(pairs)
        for name, (old, new, which) in partners.items():
            self._one(old, new, which, frozenset(unequal.get(name, ())))

    def _one(self, old: _Meeting, new: _Meeting, which: Occasion, changed: frozenset[str]) -> None:
        self.ledger.spent_after.update(other.place for other, _ in old.told)
        told = fate(old.claim, new.claim, which) if changed & {"status", "occasion"} else None
        start = len(self.ledger.changes)
        if told is not None:
            self._write(told.kind, old, new, before=told.before, after=told.after, says=f"it {told.says}", rule=told.rule)
        if new.status not in {"cancelled", "postponed"}:
            if "moved" in changed:
                says = f"it is in {new.claim.place}, not in {old.claim.place}"
                self._write("meeting.moved", old, new, before=old.claim.place, after=new.claim.place, says=says, rule="moved")
            elif "medium" in changed:
                medium = new.claim.medium or "in person"
                says = f"it is {_by(medium)}"
                self._write("meeting.moved", old, new, before=old.claim.medium or "in person", after=medium, says=says, rule="medium")
        if len(self.ledger.changes) == start:
            self.ledger.confirm(old.found, new.found, event(old.claim))
        if "topics" in changed:
            before, after = listed(old.claim.topics), listed(new.claim.topics)
            says = f"the topics are {after} rather than {before}"
            self._write("meeting.topics_changed", old, new, before=before, after=after, says=says, rule="topics")

    def _write(
        self, kind: ChangeKind, old: _Meeting, new: _Meeting, *, before: str | None, after: str | None, says: str, rule: str
    ) -> None:
        ledger, claim = self.ledger, old.claim
        names = listed((*claim.who, *claim.with_))
        plan = f"{ledger.then()} the {'call' if claim.medium else 'meeting'} of {names}{_in(claim.place)} was {state(claim)}"
        ledger.change(
            kind,
            subject=event(claim),
            before=before,
            after=after,
            explanation=f"{plan}; {ledger.now()} {says}{source(new.claim)}.",
            rule=f"meetings/{rule}",
            old=old.found,
            new=new.found,
        )

    def _other_topics(self, old: _Meeting, new: _Meeting) -> bool:
        if not old.claim.topics or not new.claim.topics or _common_topics(old, new) or len(old.keys & new.keys) < _PAIR:
            return False
        return time_relation(period(new.claim.when), period(old.claim.when)) == "same"

    # --- other participants --------------------------------------------------------------------------------------------

    def _other_participants(self) -> None:
        by_day: dict[tuple[str, str], list[_Meeting]] = {}
        for new in self.new:
            if new.of is None and new.claim.when and new.status in {"planned", "done", "underway"} and standing(new.claim) != "none":
                for key in new.keys:
                    by_day.setdefault((key, new.claim.when), []).append(new)
        if not by_day:
            return
        for old in self.old:
            if old.told or not old.claim.when or old.status != "planned":
                continue
            found = {new.place: new for key in old.keys for new in by_day.get((key, old.claim.when), ()) if new.of is None}
            for new in found.values():
                replaced = self._replaced(old, new)
                if replaced is not None:
                    self._participants_changed(old, new, *replaced)
                    break

    def _replaced(self, old: _Meeting, new: _Meeting) -> tuple[list[Party], list[Party]] | None:
        where = self._where(old, new)
        when = period(old.claim.when)
        if when is None or when.days > 1 or not (where in {"same", "within", "contains"} or _same_event(old, new)):
            return None
        shared = old.keys & new.keys
        _, free_old, free_new = matched(
            [item for item in old.parties if item.key not in shared], [item for item in new.parties if item.key not in shared]
        )
        gone = [item for item in free_old if item.kind == "person"]
        come = [item for item in free_new if item.kind == "person"]
        if not gone or not come or any(item.key in meeting.keys for item in gone for meeting in self.new if meeting.status != "cancelled"):
            return None
        alike = any(one.countries & other.countries for one in gone for other in come) or _same_event(old, new) or _common_topics(old, new)
        return (gone, come) if alike else None

    def _participants_changed(self, old: _Meeting, new: _Meeting, gone: list[Party], come: list[Party]) -> None:
        ledger = self.ledger
        new.of = old
        before, after = listed([item.name for item in gone]), listed([item.name for item in come])
        ledger.change(
            "meeting.participants_changed",
            subject=event(old.claim),
            before=before,
            after=after,
            explanation=f"{ledger.then()} {before} was to take part in the meeting of {listed((*old.claim.who, *old.claim.with_))}; {ledger.now()} {after} takes part instead.",
            rule="meetings/participants",
            old=old.found,
            new=new.found,
        )

    # --- more meetings of a trip ---------------------------------------------------------------------------------------

    def _added(self) -> None:
        visits: dict[str, list[VisitClaim]] = {}
        for claim in self.ledger.baseline.claims:
            if claim.kind == "visit" and not is_denial(claim) and claim.status in {"planned", "underway"}:
                visits.setdefault(self.ledger.before_key(claim.who), []).append(claim)
        if not visits:
            return
        vague = [item for old in self.old for item in old.parties if item.kind != "person"]
        for new in self.new:
            if new.of is not None or new.status not in {"planned", "done"} or standing(new.claim) != "firm" or new.claim.medium is not None:
                continue
            travellers = [item for item in new.parties if item.key in visits]
            others = [item for item in new.parties if item.key not in visits and item.kind == "person"]
            if len(travellers) != 1 or not others:
                continue
            stop = next((claim for claim in visits[travellers[0].key] if self._on_stop(new, claim)), None)
            if stop is None or any(fits(item, other) == BORNE_OUT for item in vague for other in others):
                # No further meeting: a party that the baseline left unnamed now has a name.
                continue
            ledger = self.ledger
            ledger.change(
                "meeting.added",
                subject=event(new.claim),
                after=f"{state(new.claim)}{_in(new.claim.place)}",
                explanation=f"{ledger.then()} {stop.who}'s visit to {stop.place} had no meeting with {listed([item.name for item in others])}; {ledger.now()} one is {state(new.claim)}.",
                rule="meetings/added",
                new=new.found,
            )

    @staticmethod
    def _on_stop(new: _Meeting, stop: VisitClaim) -> bool:
        when = time_relation(period(new.claim.when, new.claim.when_qualifier), period(stop.when, stop.when_qualifier))
        if new.claim.place is not None:
            if relation(new.claim.place, stop.place) not in {"same", "within"}:
                return False
            return when != "different" or gap(period(new.claim.when), period(stop.when)) <= _NEAR
        return when in {"same", "within"}


def _weight(told: tuple[_Meeting, Occasion]) -> tuple[bool, int, bool, int]:
    """Rank later claims of one meeting: what happened before what was planned, a day that fits before another one."""
    new, which = told
    return standing(new.claim) == "firm" or new.status not in {"planned", "underway"}, _TOLD[new.status], which == "same", -new.place


def _twins(old: _Meeting, new: _Meeting) -> bool:
    return old.claim.status == new.claim.status and old.claim.medium == new.claim.medium and old.claim.polarity == new.claim.polarity


def _by(medium: str) -> str:
    return "in person" if medium == "in person" else f"held by {'video link' if medium == 'video' else 'telephone'}"


def _in(place: str | None) -> str:
    return f" in {place}" if place else ""


def _same_event(old: _Meeting, new: _Meeting) -> bool:
    return bool(old.claim.event and new.claim.event and fold(old.claim.event) == fold(new.claim.event))


def _topic_words(meeting: _Meeting) -> frozenset[str]:
    return frozenset(word.rstrip("s") for topic in meeting.claim.topics for word in fold(topic).split() if word not in _SMALL_WORDS)


def _common_topics(old: _Meeting, new: _Meeting) -> bool:
    return bool(_topic_words(old) & _topic_words(new))
