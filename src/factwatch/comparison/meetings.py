"""Meetings: cancelled, postponed, rescheduled, moved, completed; other participants, other topics."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import evolve

from factwatch.comparison.encounters import (
    Meeting,
    countries_of,
    event_words,
    have_common_topics,
    have_other_topics,
    is_same_event,
    is_same_place,
    meetings_of,
    when_of,
    where_of,
)
from factwatch.comparison.fates import comparable, fate, is_put_off, is_sooner, state, weight
from factwatch.comparison.fields import differences
from factwatch.comparison.further_meetings import find_further, live_visits
from factwatch.comparison.ledger import Ledger
from factwatch.comparison.nameless import Gatherings, is_nameless
from factwatch.comparison.occasions import CALLED_OFF, Occasion, occasion
from factwatch.comparison.participants import find_left_out, find_replacements, joined
from factwatch.comparison.parties import BORNE_OUT, are_hosts, matched
from factwatch.comparison.phrasing import event, inside, listed, source
from factwatch.comparison.places import place_of, relation
from factwatch.comparison.standing import standing
from factwatch.comparison.tables import tells
from factwatch.comparison.times import gap, period
from factwatch.lexicon.folding import fold
from factwatch.model.change import ChangeKind
from factwatch.model.claim import VisitClaim

_CROWD: Final = 64
_NEAR: Final = 30
_PAIR: Final = 2
"""Shared parties that make a meeting certain."""


def compare_meetings(ledger: Ledger) -> None:
    """Compare all meetings of the two sides."""
    if not any(claim.kind == "meeting" for claim in ledger.later.claims):
        return
    countries = countries_of(ledger)
    old, new = meetings_of(ledger, countries, later=False), meetings_of(ledger, countries, later=True)
    _Meetings(ledger, old, new).run()


class _Meetings:
    def __init__(self, ledger: Ledger, old: list[Meeting], new: list[Meeting]) -> None:
        self.ledger = ledger
        self.old, self.new = old, new

    def run(self) -> None:
        self._pair()
        for planned, held in find_replacements(self.ledger, self.old, self.new):
            if have_other_topics(planned, held, revision=self.ledger.revision):
                self._topics_changed(planned, held)
        find_left_out(self.ledger, self.old)
        self._settle()
        find_further(self.ledger, self.old, self.new)

    # --- which meeting is which ----------------------------------------------------------------------------------------

    def _pair(self) -> None:
        by_key: dict[str, list[Meeting]] = {}
        by_time: dict[tuple[str, str | None], list[Meeting]] = {}
        alike: dict[tuple[frozenset[str], str | None, str | None], list[Meeting]] = {}
        wanted = {key for meeting in self.new for key in meeting.anchors}
        for meeting in self.old:
            alike.setdefault((meeting.keys, meeting.claim.when, meeting.claim.place), []).append(meeting)
            for key in meeting.anchors & wanted:
                by_key.setdefault(key, []).append(meeting)
                by_time.setdefault((key, meeting.claim.when), []).append(meeting)
        for new in self.new:
            if standing(new.claim) == "none":
                continue
            best: tuple[int, Meeting, Occasion] | None = None
            # Most meetings are told alike on both sides: where they are, there is nothing to search.
            twin = next((old for old in alike.get((new.keys, new.claim.when, new.claim.place), ()) if _twins(old, new)), None)
            for old in () if twin else self._candidates(new, by_key, by_time):
                found = self._fit(old, new)
                if found is not None and (best is None or found[0] > best[0]):
                    best = found[0], old, found[1]
            if twin is not None:
                best = 0, twin, "same"
            if best is not None:
                new.of = best[1]
                best[1].told.append((new, best[2]))
        self._pair_nameless()

    def _pair_nameless(self) -> None:
        """Find the gatherings that are told without a name on the later side, by what is said of those who come."""
        nameless = [new for new in self.new if new.of is None and is_nameless(new) and standing(new.claim) != "none"]
        if not nameless:
            return
        gatherings = Gatherings(self.old)
        for new in nameless:
            for old in gatherings.like(new):
                which = occasion(old.claim, new.claim, self.ledger.baseline_date, self.ledger.later_date)
                elsewhere = where_of(old, new) == "different" and not self._can_move(old, new, when_of(old, new), _PAIR)
                if which != "other" and not elsewhere and not (new.status == "done" and self._is_still_ahead(old)):
                    new.of = old
                    old.told.append((new, which))
                    break

    @staticmethod
    def _candidates(
        new: Meeting, by_key: dict[str, list[Meeting]], by_time: dict[tuple[str, str | None], list[Meeting]]
    ) -> Iterable[Meeting]:
        seen: dict[int, Meeting] = {}
        for key in sorted(new.anchors):
            found = by_key.get(key, [])
            if len(found) > _CROWD:
                found = by_time.get((key, new.claim.when), [])[:_CROWD]
            for candidate in found:
                seen.setdefault(candidate.place, candidate)
        return seen.values()

    def _fit(self, old: Meeting, new: Meeting) -> tuple[int, Occasion] | None:
        """Return how well two claims fit one meeting, and at which time; None where they do not."""
        shared = old.keys & new.keys
        rest_old = [item for item in old.parties if item.key not in shared]
        rest_new = [item for item in new.parties if item.key not in shared]
        fit, free_old, free_new = matched(rest_old, rest_new)
        strangers = any(item.kind == "person" for item in free_old) and any(item.kind == "person" for item in free_new)
        if strangers and (len(shared) < _PAIR or are_hosts(old.parties, shared)):
            return None
        if (old.claim.medium is None) != (new.claim.medium is None) and not self._replaces(old, new):
            return None
        which = occasion(old.claim, new.claim, self.ledger.baseline_date, self.ledger.later_date)
        if which == "other" or (new.status == "done" and self._is_still_ahead(old)):
            return None
        if which == "moved" and self._is_day_of_travel(old, new, shared):
            which = "same"
        where = where_of(old, new)
        when = when_of(old, new)
        if where == "different" and not self._can_move(old, new, when, len(shared)):
            return None
        evidence = (when not in {"unknown", "different"}) + is_same_place(old, new) + is_same_event(old, new) + have_common_topics(old, new)
        gathering = is_same_event(old, new) and not strangers and (len(event_words(old)) >= _PAIR or evidence >= _PAIR)
        certain = len(shared) >= _PAIR or (len(shared) == 1 and fit == BORNE_OUT) or gathering
        if not certain and not (shared and evidence and not (free_old and free_new)):
            return None
        return 4 * len(shared) + 2 * fit + evidence + (3 if which == "same" else 0) - (1 if where == "different" else 0), which

    def _is_still_ahead(self, old: Meeting) -> bool:
        """Return whether an undated meeting is planned for a journey that begins only after the later document was written."""
        later_date = self.ledger.later_date
        if old.status != "planned" or old.claim.when is not None or later_date is None:
            return False
        return any(
            visit.status == "planned"
            and (start := period(visit.when, visit.when_qualifier)) is not None
            and start.first > later_date
            and self._is_on(old, visit)
            for item in old.parties
            for visit in live_visits(self.ledger).get(item.key, ())[:_CROWD]
        )

    @staticmethod
    def _is_on(meeting: Meeting, visit: VisitClaim) -> bool:
        """Return whether a meeting is one of a journey: in its place or, where none is told, with somebody of that country."""
        if meeting.claim.place is not None:
            return relation(meeting.claim.place, visit.place) in {"same", "within", "contains"}
        countries = frozenset(f"country:{code}" for code in place_of(visit.place).countries)
        return any(not countries.isdisjoint(item.countries) for item in meeting.parties)

    def _is_day_of_travel(self, old: Meeting, new: Meeting, shared: frozenset[str]) -> bool:
        """Return whether one of two days in a row is only that of the journey: 'flies to A on Sunday and will meet B there'."""
        before, after = period(old.claim.when), period(new.claim.when)
        if before is None or after is None or before.days > 1 or after.days > 1 or gap(before, after) != 1 or tells(new.claim, "moving"):
            return False
        days_before, days_after = self._travel_days()
        early, late = (old.claim.when, days_before), (new.claim.when, days_after)
        if after.last < before.first:
            early, late = late, early
        return any((key, early[0]) in early[1] for key in shared) and not any((key, late[0]) in late[1] for key in shared)

    def _travel_days(self) -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]]:
        """Return (traveller, day) of the visits of either side."""
        found = self.ledger.memo.get("travel days")
        if found is None:
            sides = (self.ledger.baseline, self.ledger.linking.baseline), (self.ledger.later, self.ledger.linking.later)
            found = self.ledger.memo["travel days"] = tuple(
                frozenset((names[claim.who], claim.when) for claim in claims.claims if claim.kind == "visit" and claim.when is not None)
                for claims, names in sides
            )
        return found  # type: ignore[return-value]  # written three lines above

    @staticmethod
    def _replaces(old: Meeting, new: Meeting) -> bool:
        """Return whether a call takes the place of a meeting: it does on the very day for which that was planned, or 'instead'."""
        if old.status != "planned" or new.status != "planned":
            return False
        if len(old.keys & new.keys) >= _PAIR and tells(new.claim, "moving"):
            # 'The two will now meet on 8 September by video link'
            return True
        when = when_of(old, new)
        return when == "same" or (when == "unknown" and len(old.keys & new.keys) >= _PAIR and _says_instead(new))

    def _can_move(self, old: Meeting, new: Meeting, when: str, shared: int) -> bool:
        """Return whether a meeting elsewhere can be the same one."""
        if new.status in CALLED_OFF:
            return True
        if when not in {"unknown", "different"}:
            return True
        if old.status == "done" or new.status == "done":
            return False
        before, after = period(old.claim.when), period(new.claim.when)
        if when == "different":
            return gap(before, after) <= _NEAR
        upcoming = before is None or self.ledger.later_date is None or before.last >= self.ledger.later_date
        return upcoming and (shared > 1 or is_same_event(old, new))

    # --- one meeting on both sides -------------------------------------------------------------------------------------

    def _settle(self) -> None:
        pairs, partners = {}, {}
        for old in self.old:
            if old.told and not old.settled:
                if len(old.told) == 1 and old.told[0][1] == "same" and _is_told_alike(old, old.told[0][0]):
                    self.ledger.confirm(old.found, old.told[0][0].found, event(old.claim))
                    continue
                new, which = max(old.told, key=lambda told: (*weight(told[0].claim, told[1]), -told[0].place))
                later = next((item for item in old.told if is_put_off(old.claim, new.claim, item[0].claim, item[1])), None)
                if later is not None:
                    new, which = evolve(later[0], claim=evolve(later[0].claim, status="postponed")), later[1]
                name = str(old.place)
                retopic = self._other_topics(old, new)
                partners[name] = old, new, which, retopic or new
                moved = where_of(old, new) == "different"
                pairs[name] = (
                    {**comparable(old.claim, "same"), "medium": old.claim.medium, "moved": False, "topics": "as planned"},
                    {
                        **comparable(new.claim, which),
                        "medium": new.claim.medium,
                        "moved": moved,
                        "topics": "others" if retopic is not None else "as planned",
                    },
                )
        unequal = differences(pairs)
        for name, (old, new, which, retopic) in partners.items():
            changed = frozenset(unequal.get(name, ()))
            self._one(old, new, which, changed)
            if "topics" in changed:
                self._topics_changed(old, retopic)

    def _other_topics(self, old: Meeting, best: Meeting) -> Meeting | None:
        """Return the claim that tells of other topics: the one that tells most, or another plan for the same meeting."""
        told = [best, *(item for item, _ in old.told if item is not best and item.status in {"planned", "underway"})]
        return next((item for item in told if have_other_topics(old, item, revision=self.ledger.revision)), None)

    def _one(self, old: Meeting, new: Meeting, which: Occasion, changed: frozenset[str]) -> None:
        self.ledger.spent_after.update(other.place for other, _ in old.told)
        told = fate(old.claim, new.claim, which) if changed & {"status", "occasion", "sooner"} else None
        told = None if told is not None and told.rule == "revived" and self.ledger.is_same_day else told
        start = len(self.ledger.changes)
        if told is not None:
            self._write(told.kind, old, new, before=told.before, after=told.after, says=f"it {told.says}", rule=told.rule)
        if new.status != "cancelled" and (new.status != "postponed" or tells(new.claim, "moving")):
            if "moved" in changed and not _is_vague_move(old, new):
                says = f"it is in {new.claim.place}, not in {old.claim.place}"
                self._write("meeting.moved", old, new, before=old.claim.place, after=new.claim.place, says=says, rule="moved")
            elif "moved" not in changed and "medium" in changed and new.status != "postponed":
                medium = new.claim.medium or "in person"
                says = f"it is {_by(medium)}"
                self._write("meeting.moved", old, new, before=old.claim.medium or "in person", after=medium, says=says, rule="medium")
        if new.status == "planned" and (come := joined(old, new)):
            names = listed([item.name for item in come])
            self._write(
                "meeting.participants_changed",
                old,
                new,
                before=listed([item.name for item in old.parties]),
                after=names,
                says=f"{names} is to take part, too",
                rule="joined",
            )
        if len(self.ledger.changes) == start:
            self.ledger.confirm(old.found, new.found, event(old.claim))

    def _topics_changed(self, old: Meeting, new: Meeting) -> None:
        before, after = listed(old.claim.topics), listed(new.claim.topics)
        further = tells(new.claim, "further_topic") and not tells(new.claim, "retopic")
        says = f"{after} is to be talked about, too, beside {before}" if further else f"the topics are {after} rather than {before}"
        self._write("meeting.topics_changed", old, new, before=before, after=after, says=says, rule="topics")

    def _write(self, kind: ChangeKind, old: Meeting, new: Meeting, *, before: str | None, after: str | None, says: str, rule: str) -> None:
        ledger, claim = self.ledger, old.claim
        names = listed((*claim.who, *claim.with_))
        plan = f"{ledger.then()} the {'call' if claim.medium else 'meeting'} of {names}{inside(claim.place)} was {state(claim)}"
        if kind == "meeting.completed":
            held = ledger.memo.setdefault("held", [])
            if isinstance(held, list):
                held.append((old.claim, new.found))
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


def _twins(old: Meeting, new: Meeting) -> bool:
    """Return whether two meetings of the same parties, day and place are told alike; one of a single party needs the same topics."""
    one, other = old.claim, new.claim
    alike = one.status == other.status and one.medium == other.medium and one.polarity == other.polarity
    return alike and (one.topics == other.topics if len(new.keys) < _PAIR else one.when is not None or one.status != "done")


def _is_told_alike(old: Meeting, new: Meeting) -> bool:
    """Return whether both sides tell of a meeting in the same words: most are, and there is nothing to work out."""
    one, other = old.claim, new.claim
    return (
        old.keys == new.keys
        and one.status == other.status
        and one.polarity == other.polarity
        and one.medium == other.medium
        and one.place == other.place
        and one.topics == other.topics
        and not is_sooner(other)
    )


def _is_vague_move(old: Meeting, new: Meeting) -> bool:
    """Return whether no word tells of a change of place, nor another day or the event's name: it may be a station of the same journey."""
    if tells(new.claim, "moving"):
        return False
    if new.status == "done":
        return True
    return not (when_of(old, new) == "different" or is_same_event(old, new) or _is_elsewhere_that_day(old, new))


def _is_elsewhere_that_day(old: Meeting, new: Meeting) -> bool:
    """Return whether two named people are to meet on the day that was told before, and in another town than was told."""
    when = period(new.claim.when, new.claim.when_qualifier)
    one_day = when is not None and when.days == 1 and old.claim.when == new.claim.when
    towns = all(place_of(item.claim.place or "").level == "city" for item in (old, new))
    return one_day and towns and len(old.keys & new.keys) >= _PAIR


def _says_instead(new: Meeting) -> bool:
    return any("instead" in fold(item.text).split() for item in new.claim.evidence)


def _by(medium: str) -> str:
    return "in person" if medium == "in person" else f"held by {'video link' if medium == 'video' else 'telephone'}"
