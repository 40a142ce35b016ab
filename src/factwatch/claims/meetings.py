"""Meetings of one document that are one event become one claim."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Final

from attrs import evolve

from factwatch.claims.identity import slug
from factwatch.claims.joining import EVENT_RANK, compatible, joined_evidence, longer, narrower, part_of
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import find_place
from factwatch.model.claim import MeetingClaim
from factwatch.model.dates import precision_of

_PAIR: Final = 2
_MOST_JOINT: Final = 40
"""So many meetings of three or more are compared with those of two."""


def merge_meetings(claims: list[MeetingClaim]) -> list[MeetingClaim]:
    """Merge those that tell of one meeting, and drop what only sums up meetings told one by one."""
    out: list[MeetingClaim] = []
    by_parties: dict[frozenset[str], list[int]] = {}
    for claim in claims:
        told = by_parties.setdefault(_participants(claim), [])
        for index in told:
            if _same_meeting(out[index], claim) and _places_fit(out[index], claim) and _media_fit(out[index], claim):
                out[index] = _joined_meeting(out[index], claim)
                break
        else:
            told.append(len(out))
            out.append(claim)
    return _told_apart(_with_more(out))


def _with_more(meetings: list[MeetingClaim]) -> list[MeetingClaim]:
    """Join 'A met B on Monday' to the meeting of that day that tells of more participants."""
    parties = [_participants(claim) for claim in meetings]
    wide = [index for index, names in enumerate(parties) if len(names) > _PAIR and meetings[index].status == "done"][:_MOST_JOINT]
    gone = set()
    for index, claim in enumerate(meetings):
        if claim.status != "done" or claim.when is None or precision_of(claim.when) != "day":
            continue
        for other in wide:
            fits = parties[index] < parties[other] and claim.who[0] in (*meetings[other].who, *meetings[other].with_)
            if fits and other not in gone and claim.when == meetings[other].when and _is_one(meetings[other], claim):
                meetings[other] = evolve(meetings[other], place=_nearer(meetings[other].place, claim.place))
                gone.add(index)
                break
    return [claim for index, claim in enumerate(meetings) if index not in gone]


def _is_one(a: MeetingClaim, b: MeetingClaim) -> bool:
    return a.polarity == b.polarity and a.medium == b.medium and _places_fit(a, b)


def _participants(claim: MeetingClaim) -> frozenset[str]:
    return frozenset(slug(name) for name in (*claim.who, *claim.with_))


def _media_fit(a: MeetingClaim, b: MeetingClaim) -> bool:
    """Tell whether both were calls, or both were not; 'spoke with B' says nothing of how, 'met B' does."""
    if a.medium == b.medium:
        return True
    plain = a if a.medium is None else b
    words = set(plain.evidence[0].text.lower().split())
    return plain.place is None and not words.isdisjoint(_spoken())


@cache
def _spoken() -> frozenset[str]:
    return words_of(data_file("meetings.yaml")["spoken"])


def _told_apart(meetings: list[MeetingClaim]) -> list[MeetingClaim]:
    """Drop 'held talks with A and B' where the text goes on about the talks with A, and about those with B, each by itself."""
    parties = [_participants(claim) for claim in meetings]
    wide = [index for index, names in enumerate(parties) if len(names) > _PAIR]
    gone = set()
    for index in wide[:_MOST_JOINT]:
        whole = meetings[index]
        parts = [
            other
            for other, names in enumerate(parties)
            if names < parties[index]
            and len(names) == _PAIR
            and meetings[other].status == whole.status
            and meetings[other].polarity == whole.polarity
            and compatible(meetings[other].when, whole.when)
            and _places_fit(meetings[other], whole)
            and slug(whole.who[0]) in names
        ]
        if len(parts) > 1 and frozenset().union(*(parties[other] for other in parts)) == parties[index]:
            gone.add(index)
            for other in parts:
                known = meetings[other]
                meetings[other] = evolve(known, when=known.when or whole.when, place=known.place or whole.place)
    return [claim for index, claim in enumerate(meetings) if index not in gone]


def _same_meeting(a: MeetingClaim, b: MeetingClaim) -> bool:
    off = {a.status, b.status} & {"cancelled", "postponed"}
    if off and "done" not in {a.status, b.status}:
        # the plan and its end are one meeting, whatever day either names, and so are 'called off' and 'will not meet'
        return True
    if {a.status, b.status} == {"planned", "done"} and "positive" in {a.polarity, b.polarity} and (a.when is None or b.when is None):
        # one that took place and one to come, unless the text gives both the same day, or one is a headline's: 'A meets B'
        plan = a if a.status == "planned" else b
        return plan.modality == "asserted" and plan.when is None and a.polarity == b.polarity
    return a.polarity == b.polarity and (compatible(a.when, b.when) or _is_of_a_quotation(a, b))


def _is_of_a_quotation(a: MeetingClaim, b: MeetingClaim) -> bool:
    """Tell whether only a quotation gives another day, the next to it: its 'today' may be the day before the text's."""
    if (a.attribution is None) == (b.attribution is None) or a.status != b.status:
        return False
    if any(claim.when is None or precision_of(claim.when) != "day" for claim in (a, b)):
        return False
    return abs((dt.date.fromisoformat(str(a.when)) - dt.date.fromisoformat(str(b.when))).days) == 1


def _places_fit(a: MeetingClaim, b: MeetingClaim) -> bool:
    if a.place is None or b.place is None or part_of(a.place, b.place):
        return True
    return _lies_in(a.place, b.place) or _lies_in(b.place, a.place) or _is_house(a.place) != _is_house(b.place)


def _is_house(name: str) -> bool:
    """Tell whether the place is a house rather than a town or country: 'the presidential mansion'."""
    place = find_place(name.rpartition(", ")[2])
    return place is None or place.kind == "seat"


def _lies_in(inner: str, outer: str) -> bool:
    """Tell whether *outer* is the country of *inner*."""
    land, town = find_place(outer), find_place(inner)
    return land is not None and town is not None and land.kind == "country" and land.country == town.country


def _nearer(a: str | None, b: str | None) -> str | None:
    """Return the town rather than its country, else the longer name."""
    if a is None or b is None:
        return a or b
    return b if _lies_in(b, a) else a if _lies_in(a, b) else longer(a, b)


def _joined_meeting(a: MeetingClaim, b: MeetingClaim) -> MeetingClaim:
    later = b if EVENT_RANK[b.status] > EVENT_RANK[a.status] else a
    topics = (*a.topics, *(topic for topic in b.topics if slug(topic) not in {slug(own) for own in a.topics}))
    off = {a.status, b.status} & {"cancelled", "postponed"}
    when = later.when if off and later.when else narrower(a.when, b.when)
    if not off and not compatible(a.when, b.when):
        when = b.when if a.attribution is not None else a.when
    return evolve(
        a,
        medium=a.medium or b.medium,
        polarity=later.polarity,
        place=_nearer(a.place, b.place),
        when=when,
        when_qualifier=(a if when == a.when else b).when_qualifier,
        topics=topics,
        event=a.event or b.event,
        status=later.status,
        modality=later.modality,
        confidence=max(a.confidence, b.confidence),
        attribution=a.attribution if b.attribution else None,
        evidence=joined_evidence(a, b),
    )
