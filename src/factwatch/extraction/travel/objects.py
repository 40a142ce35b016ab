"""Journeys that are the object of a change: 'has called off his visit to Dhaka', 'will not make the journey'."""

# ruff: noqa: PLR2004  # how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

from typing import Any, Final

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.context import say_lemmas
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.changing import change_last, change_of, is_likely, new_date
from factwatch.extraction.travel.days import is_weekday
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.noun_days import date_told
from factwatch.extraction.travel.phrases import Phrase
from factwatch.extraction.travel.surroundings import was_before
from factwatch.extraction.travel.telling import tell
from factwatch.extraction.travel.travellers import owner_near, travellers_of, travels
from factwatch.extraction.travel.trips import LIVE, Telling, made, to_come
from factwatch.extraction.travel.words import CANCELLATION, DECIDE, FORCE, POSTPONEMENT, RECALL

_DENY: Final = frozenset({"deny", "dismiss", "reject", "avoid", "fear", "rule"})
_BEFORE: Final = 20
"""Visits told before."""


def is_change(sentence: Sentence, group: VerbGroup, *, active: bool = False) -> bool:
    """Tell whether *group* says that a journey changes: of its subject, or of its object if *active*."""
    return change_of(sentence, group, active=active) is not None


def object_of_change(journal: Journal, sentence: Sentence, phrase: Phrase, group: VerbGroup) -> bool:
    """'has called off his visit to Dhaka', 'postponed a trip to Riga until May', 'cut short her stay in Rotterdam'."""
    change = change_of(sentence, group, active=True)
    if change is None or not phrase.route.stops:
        return change is not None and _bare_journey(journal, sentence, phrase, group, change)
    who = phrase.who or [node for node in owner_near(sentence, phrase.last) if node.kind in {"PER", "TTL"}]
    if not who or who[0].kind == "PRO":
        who = travellers_of(sentence, group) or who
    forced = _forced(sentence, group)
    who = forced or [node for node in who if travels(node)]
    if not who:
        return False
    told = made() if forced or _resolved(sentence, group) else tell(journal, sentence, group)
    if told is None or told.negative or (group.negative and change in {"cancelled", "postponed"}):
        return False
    if group.modality == "possible" or is_likely(group):
        return False
    date = new_date(sentence, phrase.last) or new_date(sentence, group.last, phrase.first)
    if change == "cancelled" and len(phrase.route.stops) == 1:
        # 'cancelled his visit to Riga on Monday': a day without a month may be that of the cancelling
        when = phrase.route.stops[0].when
        if (
            when is not None
            and journal.days.is_one_day(when)
            and getattr(when, "anchored", False)
            and when.direction != "future"
            and not (group.perfect and "had" not in group.chain)
            and (is_weekday(when) or journal.days.nearest(when) != "future")
            and date_told(sentence, phrase.route.end) is None
        ):
            phrase.route.stops[0].when = None
    # 'is to visit Peru in April. She had cancelled a visit to Peru last year': another one
    before = group.chain[:1] == ("had",) and group.perfect and _is_background(journal, sentence, phrase.route)
    _apply(journal, sentence, who, phrase, change, group=group, date=date, rule="travel/off-before" if before else f"travel/{change}")
    return True


def change_as_noun(journal: Journal, sentence: Sentence, phrase: Phrase, governor: VerbGroup | None) -> bool:
    """Enter what 'the postponement of her visit to Peru', 'the cancellation of A's trip' tells; tell whether it is that."""
    noun = sentence.nodes[phrase.first - 2].low if phrase.first > 1 else ""
    status = "cancelled" if noun in CANCELLATION else "postponed" if noun in POSTPONEMENT else ""
    if not status:
        return False
    who = [node for node in phrase.who if travels(node)] or journal.current_who()
    main = governor or group_before(sentence, phrase.first)
    unsure = main is not None and (main.negative or main.modality == "possible" or main.lemma in _DENY)
    names = {stop.node.name for stop in phrase.route.stops}
    for finding in journal.found[-_BEFORE:] if who and not unsure else ():
        # 'the postponement of a visit by A, who had been due on Friday'
        told = finding.unit == sentence.unit.index and finding.who[:1] == who[:1]
        if told and (not names or getattr(finding.place, "name", "") in names) and finding.status == "cancelled":
            finding.status = status
            return True
    if who and phrase.route.stops and not unsure:
        for stop in phrase.route.stops:
            stop.when = stop.when if status == "cancelled" else None
        journal.add_route(
            sentence, who, phrase.route, Telling(status, "future"), f"travel/{status}", start=sentence.nodes[phrase.first - 2].start
        )
    return True


def _is_background(journal: Journal, sentence: Sentence, route: Route) -> bool:
    """Return whether a sentence before has told of a visit there, and no verb says that the change is what is news."""
    if any(group.lemma in say_lemmas() and group.lemma not in RECALL for group in sentence.groups):
        return False
    places = {stop.node.name for stop in route.stops}
    return any(
        finding.status in LIVE and finding.unit < sentence.unit.index and getattr(finding.place, "name", "") in places
        for finding in journal.found[-_BEFORE:]
    )


def not_made(journal: Journal, sentence: Sentence, phrase: Phrase, governor: VerbGroup) -> None:
    """'B, who was due in Niamey, will not make the journey': the visits told of B in this sentence or the one before are off."""
    who = travellers_of(sentence, governor)
    if not who or governor.modality == "possible" or sentence.nodes[phrase.first].low not in {"the", "this", "that"}:
        return
    for finding in journal.found[-4:]:
        same = finding.who and (finding.who[0] is who[0] or (journal.same_as_current(who) and finding.trip is not None))
        if same and finding.status == "planned" and finding.unit >= sentence.unit.index - 1:
            finding.status, finding.order = "cancelled", None


def _forced(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return who is made to change his plans: 'A storm forced Minister B to cancel'."""
    nodes = sentence.nodes
    if not group.infinitive or group.first < 2:
        return []
    before = nodes[group.first - 1]
    main = group_before(sentence, group.first)
    if (
        (before.kind not in {"PER", "TTL"} and before.low not in {"him", "her", "them"})
        or main is None
        or main.lemma not in FORCE
        or main.negative
        or group.first - main.last > 3
    ):
        return []
    return [before] if main.modality != "possible" and main.tense != "future" else []


def _resolved(sentence: Sentence, group: VerbGroup) -> bool:
    """Return whether the change has been decided: 'the two sides agreed on Monday to put off the visit'."""
    main = group_before(sentence, group.first) if group.infinitive else None
    return main is not None and main.lemma in DECIDE and main.tense == "past" and not main.negative and main.modality == "asserted"


def _bare_journey(journal: Journal, sentence: Sentence, phrase: Phrase, group: VerbGroup, change: str) -> bool:
    return change_last(journal, sentence, phrase, group, change)


def _apply(
    journal: Journal, sentence: Sentence, who: list[Node], phrase: Phrase, change: str, *, group: VerbGroup, date: Any, rule: str
) -> None:
    route = phrase.route
    status, tense = change, "future"
    if change == "shortened":
        status, tense = ("planned", "future") if group.tense == "future" else ("done", "past")
        if status == "done" and len(route.stops) == 1 and is_weekday(route.stops[0].when):
            # 'cut short a visit to Peru on Tuesday': that is when it was cut short
            route.stops[0].when = None
        day = next((stop.when for stop in route.stops if stop.when is not None), None)
        if phrase.stage == "planned" or (journal.days.lies(day) == "future" and not was_before(group, day)):
            status, tense = "planned", "future"
    elif change == "extended":
        status = "planned" if group.tense == "future" else "underway"
    elif change in {"advanced", "added"}:
        status = "planned"
    telling = Telling(status, tense, "planned" if status == "planned" else "asserted")
    if date is not None:
        for stop in route.stops:
            stop.when = date if change in {"postponed", "advanced"} else stop.when
    elif change in {"postponed", "advanced"}:
        for stop in route.stops:
            stop.when = None
    if group.lemma in {"replace", "swap"}:
        _replaced(journal, sentence, who, route)
    journal.add_route(sentence, who, route, telling, rule, start=sentence.nodes[min(phrase.first, group.first)].start)


def _replaced(journal: Journal, sentence: Sentence, who: list[Node], route: Route) -> None:
    """Enter the place that is new in 'replaced a stop in Chile with one in Peru'."""
    nodes = sentence.nodes
    at = next((index for index in range(route.end, min(len(nodes) - 1, route.end + 6)) if nodes[index].low == "with"), -1)
    if at < 0:
        return
    start = next((index for index in range(at + 1, min(len(nodes) - 1, at + 5)) if nodes[index].low in {"in", "to"}), at)
    place, _ = journal.reader(sentence).place_at(start + 1, sure=True)
    if place is not None:
        journal.add(sentence, who, Stop(place), to_come(), "travel/added", start=nodes[at].start)
