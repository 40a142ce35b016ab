"""Meetings: added, cancelled, postponed, rescheduled, moved, completed; other participants, other topics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from attrs import Factory, define

from factwatch.comparison.fields import differences
from factwatch.comparison.holdings import holdings, is_state
from factwatch.comparison.ledger import Found, Ledger
from factwatch.comparison.occasions import Occasion, occasion
from factwatch.comparison.parties import Party, fits, matched, party
from factwatch.comparison.phrasing import event, listed, time_of
from factwatch.comparison.places import place_of, relation
from factwatch.comparison.standing import is_denial, standing
from factwatch.comparison.times import gap, period, written
from factwatch.comparison.times import relation as time_relation
from factwatch.lexicon.folding import fold
from factwatch.model.claim import MeetingClaim, VisitClaim

_CROWD: Final = 64
_TOLD: Final = {"done": 4, "postponed": 3, "cancelled": 2, "underway": 1, "planned": 0}
_NEAR: Final = 30
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
        return "cancelled" if is_denial(self.claim) else self.claim.status


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
        if any(item.kind == "person" for item in free_old) and any(item.kind == "person" for item in free_new) and len(shared) < 2:  # noqa: PLR2004  # other people
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
        certain = len(shared) > 1 or (len(shared) == 1 and fit == 2)  # noqa: PLR2004  # two parties, or one and a group that is borne out
        if not certain and not (shared and evidence and not (free_old and free_new)):
            return None
        return 4 * len(shared) + 2 * fit + evidence + (3 if which == "same" else 0) - (1 if where == "different" else 0), which

    def _replaces(self, old: _Meeting, new: _Meeting) -> bool:
        """A call on the very day of a planned meeting takes its place."""
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
                new, which = max(
                    old.told,
                    key=lambda told: (
                        standing(told[0].claim) == "firm" or told[0].status not in {"planned", "underway"},
                        _TOLD[told[0].status],
                        told[1] == "same",
                        -told[0].place,
                    ),
                )
                name = str(old.place)
                partners[name] = old, new, which
                where = self._where(old, new)
                pairs[name] = (
                    {"status": _phase(old), "occasion": "same", "medium": old.claim.medium, "place": "here", "topics": True},
                    {
                        "status": _phase(new),
                        "occasion": which,
                        "medium": new.claim.medium,
                        "place": "elsewhere" if where == "different" else "here",
                        "topics": not self._other_topics(old, new),
                    },
                )
        unequal = differences(pairs)
        for name, (old, new, which) in partners.items():
            self._one(old, new, which, frozenset(unequal.get(name, ())))

    def _one(self, old: _Meeting, new: _Meeting, which: Occasion, changed: frozenset[str]) -> None:
        ledger = self.ledger
        ledger.spent_after.update(other.place for other, _ in old.told)
        subject = event(old.claim)
        names = listed((*old.claim.who, *old.claim.with_))
        plan = f"{ledger.then()} the {'call' if old.claim.medium else 'meeting'} of {names}{_in(old.claim.place)} was {_planned(old)}"
        source = f", according to {new.claim.attribution}" if new.claim.attribution else ""
        common = {"subject": subject, "old": old.found, "new": new.found}
        start = len(ledger.changes)
        called_off = new.status in {"cancelled", "postponed"}
        if "status" in changed and new.status == "done" and old.status in {"planned", "postponed"}:
            ledger.change(
                "meeting.completed",
                before=_planned(old),
                after=f"done{time_of(new.claim)}",
                explanation=f"{plan}; {ledger.now()} it has taken place{time_of(new.claim)}{_in(new.claim.place)}{source}.",
                rule="meetings/completed",
                **common,
            )  # type: ignore[arg-type]  # the common arguments
        elif "status" in changed and new.status == "cancelled" and old.status != "done":
            word = "denied" if is_denial(new.claim) else "cancelled"
            ledger.change(
                "meeting.cancelled",
                before=_planned(old),
                after=word,
                explanation=f"{plan}; {ledger.now()} it is {word}{source}.",
                rule=f"meetings/{word}",
                **common,
            )  # type: ignore[arg-type]  # the common arguments
        elif "status" in changed and new.status == "postponed" and old.status != "done":
            until = f" to {written(new.claim.when)}" if new.claim.when and new.claim.when != old.claim.when else ""
            ledger.change(
                "meeting.postponed",
                before=_planned(old),
                after=f"postponed{until}",
                explanation=f"{plan}; {ledger.now()} it is put off{until}{source}.",
                rule="meetings/postponed",
                **common,
            )  # type: ignore[arg-type]  # the common arguments
        elif "status" in changed and old.status == "cancelled":
            ledger.change(
                "meeting.added",
                before="cancelled",
                after=_planned(new),
                explanation=f"{plan}; {ledger.now()} it is {_planned(new)} again{source}.",
                rule="meetings/revived",
                **common,
            )  # type: ignore[arg-type]  # the common arguments
        elif "occasion" in changed and not called_off:
            before, after = written(old.claim.when, old.claim.when_qualifier), written(new.claim.when, new.claim.when_qualifier)
            ledger.change(
                "meeting.rescheduled",
                before=before,
                after=after,
                explanation=f"{plan}; {ledger.now()} it is set for {after}{source}.",
                rule="meetings/rescheduled",
                **common,
            )  # type: ignore[arg-type]  # the common arguments
        if not called_off:
            if "place" in changed:
                ledger.change(
                    "meeting.moved",
                    before=old.claim.place,
                    after=new.claim.place,
                    explanation=f"{plan}; {ledger.now()} it is in {new.claim.place}, not in {old.claim.place}{source}.",
                    rule="meetings/moved",
                    **common,
                )  # type: ignore[arg-type]  # the common arguments
            elif "medium" in changed:
                after = new.claim.medium or "in person"
                ledger.change(
                    "meeting.moved",
                    before=old.claim.medium or "in person",
                    after=after,
                    explanation=f"{plan}; {ledger.now()} it is {_by(after)}{source}.",
                    rule="meetings/medium",
                    **common,
                )  # type: ignore[arg-type]  # the common arguments
        if len(ledger.changes) == start:
            ledger.confirm(old.found, new.found, subject)
        if "topics" in changed and not called_off:
            ledger.change(
                "meeting.topics_changed",
                before=listed(old.claim.topics),
                after=listed(new.claim.topics),
                explanation=f"{plan} on {listed(old.claim.topics)}; {ledger.now()} the topics are {listed(new.claim.topics)}{source}.",
                rule="meetings/topics",
                **common,
            )  # type: ignore[arg-type]  # the common arguments

    def _other_topics(self, old: _Meeting, new: _Meeting) -> bool:
        if not old.claim.topics or not new.claim.topics or _common_topics(old, new) or len(old.keys & new.keys) < 2:  # noqa: PLR2004  # certain identity
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
        if (
            not gone
            or not come
            or any(item.key in meeting.keys for item in gone for meeting in self.new if meeting.status not in {"cancelled"})
        ):
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
            if stop is None or any(fits(item, other) == 2 for item in vague for other in others):  # noqa: PLR2004  # an unnamed party now named
                continue
            ledger = self.ledger
            ledger.change(
                "meeting.added",
                subject=event(new.claim),
                after=f"{_planned(new)}{_in(new.claim.place)}",
                explanation=f"{ledger.then()} {stop.who}'s visit to {stop.place} had no meeting with {listed([item.name for item in others])}; {ledger.now()} one is {_planned(new)}.",
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


def _twins(old: _Meeting, new: _Meeting) -> bool:
    return old.claim.status == new.claim.status and old.claim.medium == new.claim.medium and old.claim.polarity == new.claim.polarity


def _phase(meeting: _Meeting) -> str:
    return "planned" if meeting.status == "underway" else meeting.status


def _planned(meeting: _Meeting) -> str:
    words = written(meeting.claim.when, meeting.claim.when_qualifier)
    status = "under way" if meeting.status == "underway" else meeting.status
    return f"{status} for {words}" if words and status == "planned" else f"{status}{time_of(meeting.claim)}"


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
