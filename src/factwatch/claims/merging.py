"""Claims of one document that state one fact become one claim."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache
from typing import Final, Literal

from attrs import evolve

from factwatch.claims.identity import claim_id, slug
from factwatch.claims.joining import EVENT_RANK, compatible, joined_evidence, longer, narrower, part_of
from factwatch.claims.meetings import merge_meetings
from factwatch.extraction.travel.trips import LIVE
from factwatch.extraction.travel.words import BUILDINGS
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.offices import parse_office, relation
from factwatch.lexicon.places import find_place
from factwatch.model.claim import Claim, MeetingClaim, RoleClaim, StatementClaim, TitleClaim, VisitClaim

_TURNS: Final = frozenset({"chair", "presidency"})
_ORGANS: Final = words_of(data_file("roles.yaml")["bloc_organs"])
_TURN_RULES: Final = frozenset({"roles/turn", "roles/state-takes", "roles/state-gives", "roles/handed"})
_SEVERAL: Final = 2
"""So many stops have an order."""
_DEPARTURE: Final = "travel/leave"
_SOME_DAYS: Final = 3
"""Days between two that a text tells of one visit."""
_SETTLING: Final = frozenset({"tenure/confirm", "tenure/confirmed", "tenure/swear-in", "tenure/swear"})
"""Rules by which a nominee has got the office."""
_TAKING: Final = _SETTLING | {
    "tenure/appoint",
    "tenure/appointment",
    "tenure/name",
    "tenure/elect",
    "tenure/become",
    "tenure/succeed",
    "tenure/promote",
    "tenure/inaugurate",
    "tenure/install",
    "tenure/moved",
    "tenure/take",
    "tenure/take-over",
    "tenure/take-up",
    "tenure/assume",
    "tenure/for-good",
    "tenure/return",
}
"""Rules by which somebody has just got an office."""
_GIVEN: Final = frozenset(
    f"tenure/{verb}" for verb in ("appoint", "appointment", "confirm", "confirmed", "elect", "for-good", "name", "promote")
)
"""Rules by which who stood in has got the office: 'interim president A was sworn in' leaves him one."""
OFF_BEFORE: Final = "travel/off-before"
"""The rule of a visit that the text calls off as one before the visit that it tells of."""
_TITLE_RANK: Final = {"current": 0, "acting": 1, "former": 2, "designate": 2, "elect": 2, "nominee": 2}


def merge_claims(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Merge equals, give ids, keep the order of first evidence."""
    split: list[Claim] = []
    for claim in claims:
        if isinstance(claim, VisitClaim) and "\n" in claim.who:
            split += [evolve(claim, who=who) for who in claim.who.split("\n")]
        else:
            split.append(claim)
    split.sort(key=lambda claim: (claim.evidence[0].start, claim.evidence[0].end))
    titles = _merge_titles([claim for claim in split if isinstance(claim, TitleClaim)])
    roles = _merge_roles([claim for claim in split if isinstance(claim, RoleClaim)])
    visits = _merge_visits([claim for claim in split if isinstance(claim, VisitClaim)])
    meetings = merge_meetings([claim for claim in split if isinstance(claim, MeetingClaim)])
    statements = _merge_statements([claim for claim in split if isinstance(claim, StatementClaim)])
    merged: list[Claim] = [*titles, *roles, *visits, *meetings, *statements]
    merged.sort(key=lambda claim: (claim.evidence[0].start, claim.evidence[0].end, claim.kind, claim.id))
    return tuple(_unique(merged))


def _unique(claims: list[Claim]) -> list[Claim]:
    """Give the second of two claims with one id a number, so that ids name one claim each."""
    seen: dict[str, int] = {}
    out = []
    for claim in claims:
        number = seen.get(claim.id, 0) + 1
        seen[claim.id] = number
        out.append(claim if number == 1 else evolve(claim, id=f"{claim.id}:{number}"))
    return out


def _merge_titles(claims: list[TitleClaim]) -> list[TitleClaim]:
    by_person: dict[str, list[TitleClaim]] = {}
    for claim in claims:
        own = by_person.setdefault(slug(claim.person), [])
        for index, other in enumerate(own):
            joined = _same_office(other, claim)
            if joined is not None:
                own[index] = joined
                break
        else:
            own.append(claim)
    # the one of two that was kept may have got the other's body
    ids = ((claim, claim_id("title", claim.person, claim.title, claim.of)) for own in by_person.values() for claim in own)
    return [claim if claim.id == name else evolve(claim, id=name) for claim, name in ids]


def _opens(short: str, long: str) -> bool:
    """Tell whether the longer title only adds a field: 'Deputy Secretary' and 'Deputy Secretary of State'."""
    return " " in short and long.startswith((f"{short} of ", f"{short} for "))


def _same_office(a: TitleClaim, b: TitleClaim) -> TitleClaim | None:
    """Return the two as one where they name one office, else None."""
    if a.polarity != b.polarity:
        return None
    if a.of and b.of and not _same_body(a.of, b.of) and not part_of(a.of, b.of):
        return None
    kinship = relation(parse_office(a.title), parse_office(b.title))
    if kinship != "same" and _is_rank(a.title) != _is_rank(b.title):
        # 'army chief General A' holds an office and a rank
        return None
    if kinship not in {"same", "wider", "narrower"}:
        # 'Deputy Secretary Nakai' is 'Deputy Secretary of State Philippa Nakai'
        kinship = "narrower" if _opens(a.title, b.title) else "wider" if _opens(b.title, a.title) else kinship
    if _is_rank(a.title) and _is_rank(b.title) and kinship == "different":
        # 'Lieutenant General A', later 'General A'
        first, second = a.title.lower(), b.title.lower()
        kinship = "wider" if first.endswith(f" {second}") else "narrower" if second.endswith(f" {first}") else kinship
    if kinship == "same":
        fuller = a if len(a.title) >= len(b.title) else b
    elif kinship == "wider" and (b.of is None or _same_body(a.of, b.of)):
        fuller = a
    elif kinship == "narrower" and (a.of is None or _same_body(a.of, b.of)):
        fuller = b
    else:
        return None
    former_differs = (a.status == "former") != (b.status == "former")
    if former_differs and slug(a.of) != slug(b.of) and a.of and b.of:
        return None
    if (former_differs or (a.status == "acting") != (b.status == "acting")) and kinship != "same":
        # 'Finance chief A is acting as interim chief'
        return None
    status = max((a.status, b.status), key=lambda value: _TITLE_RANK[value])
    if status == "nominee" and "designate" in {a.status, b.status} and "tenure/starts" in {a.rule, b.rule}:
        # 'chose A as envoy. He starts on 1 May'
        status = "designate"
    if status == "nominee" and any(one.status == "current" and one.rule in _SETTLING for one in (a, b)):
        # 'was confirmed as governor. The president had nominated her in May'
        status = "current"
    if status == "acting" and any(one.status == "current" and one.rule in _GIVEN for one in (a, b)):
        # 'has been acting director, was confirmed in the post', 'Acting commissioner A was appointed commissioner'
        status = "current"
    back = next((one for one in (a, b) if one.status == "current" and one.rule == "tenure/return"), None)
    if status == "former" and back is not None:
        # told of 'former chief executive A', who is returning to the job: the years are those of the first time
        status, a, b = "current", *(one if one is back else evolve(one, since=None, until=None) for one in (a, b))
    keep = a if _TITLE_RANK[a.status] >= _TITLE_RANK[b.status] else b
    # That the office was taken says more than that it is held.
    taken = b.rule in _TAKING and not a.rule.startswith("tenure/") and status in {"current", "acting"}
    taken = taken or (status == b.status == "former" and b.rule.startswith("tenure/") and not a.rule.startswith("tenure/"))
    return evolve(
        a,
        rule=b.rule if taken else a.rule,
        title=fuller.title,
        of=longer(a.of, b.of),
        status=status,
        since=a.since or b.since,
        until=a.until or b.until,
        confidence=max(a.confidence, b.confidence),
        attribution=None if a.attribution is None or b.attribution is None else a.attribution,
        modality=keep.modality,
        raw={**b.raw, **a.raw},
        evidence=joined_evidence(a, b),
    )


@cache
def _ranks() -> frozenset[str]:
    return words_of(data_file("offices.yaml")["mere_ranks"])


def _is_rank(title: str) -> bool:
    return title.lower() in _ranks()


def _same_body(a: str | None, b: str | None) -> bool:
    """Tell whether two names are one body's: the same words, or two names of one country."""
    if slug(a) == slug(b):
        return True
    first, second = find_place(a or ""), find_place(b or "")
    return first is not None and second is not None and first.kind == second.kind == "country" and first.country == second.country


def _merge_roles(claims: list[RoleClaim]) -> list[RoleClaim]:
    out: list[RoleClaim] = []
    for claim in claims:
        for index, other in enumerate(out):
            status = other.status if other.status == claim.status else _turn_status(other, claim)
            same = slug(other.holder) == slug(claim.holder) and (slug(other.role) == slug(claim.role) or _one_turn(other, claim))
            if same and status is not None and (other.of is None or claim.of is None or _one_body(other, claim)):
                out[index] = evolve(
                    other,
                    of=other.of or claim.of,
                    id=claim_id("role", other.holder, other.role, other.of or claim.of),
                    status=status,
                    since=other.since or claim.since,
                    until=other.until or claim.until,
                    confidence=max(other.confidence, claim.confidence),
                    attribution=other.attribution if claim.attribution else None,
                    evidence=joined_evidence(other, claim),
                )
                break
        else:
            out.append(claim)
    return out


def _one_body(a: RoleClaim, b: RoleClaim) -> bool:
    """Tell whether both are of one body: the chair of a bloc's heads of government is that of the bloc."""
    first, second = slug(a.of), slug(b.of)
    if first == second:
        return True
    short, long = sorted((str(a.of), str(b.of)), key=len)
    return _one_turn(a, b) and long.endswith((f" of {short}", f" of the {short}")) and not _ORGANS.isdisjoint(long.lower().split())


def _one_turn(a: RoleClaim, b: RoleClaim) -> bool:
    """Tell whether both are the chair or presidency that goes round among states."""
    return {a.role, b.role} <= _TURNS and (a.rule in _TURN_RULES or b.rule in _TURN_RULES)


def _turn_status(a: RoleClaim, b: RoleClaim) -> Literal["current", "former", "incoming"] | None:
    """Return which status of one turn counts: 'handed the presidency over' in a ceremony, 'will take over on 1 December'."""
    if not _one_turn(a, b):
        return None
    statuses = {a.status, b.status}
    if statuses == {"incoming", "current"}:
        return "incoming"
    if statuses == {"former", "current"}:
        return "current" if any(claim.status == "current" and (claim.since or claim.until) for claim in (a, b)) else "former"
    return None


_GUEST_RULES: Final = frozenset({"travel/received", "travel/call-on", "travel/met-in"})
"""Rules of visits that only a host or somebody met tells of."""


def _merge_visits(claims: list[VisitClaim]) -> list[VisitClaim]:
    out: list[VisitClaim] = []
    trips: dict[tuple[str, str], str] = {}
    counts: dict[str, int] = {}
    by_key: dict[tuple[str, str], list[int]] = {}
    for claim in claims:
        trip = claim.trip
        if trip is not None:
            who = slug(claim.who)
            if (who, trip) not in trips:
                counts[who] = counts.get(who, 0) + 1
                trips[who, trip] = f"{who}/{counts[who]}"
            if trip != trips[who, trip]:
                claim = evolve(claim, trip=trips[who, trip])  # noqa: PLW2901  # the claim with its trip's name
        key = (slug(claim.who), slug(claim.place.split(",")[0]))
        for index in by_key.get(key, ()):
            other = out[index]
            if other.polarity == claim.polarity and _same_visit(other, claim):
                out[index] = _joined_visit(other, claim)
                break
        else:
            by_key.setdefault(key, []).append(len(out))
            out.append(evolve(claim, id=claim_id("visit", claim.who, claim.place)))
    return _ordered(_without_houses(out))


def _without_houses(visits: list[VisitClaim]) -> list[VisitClaim]:
    """Leave out the houses in which somebody is received while he is in a town: 'is in Jakarta. She was received at Merdeka Palace'."""
    guests = [visit for visit in visits if visit.rule in _GUEST_RULES and visit.status in LIVE and _is_house(visit.place)]
    houses = {
        visit.id
        for visit in guests
        if any(
            stop.who == visit.who and stop.status in LIVE and not _is_house(stop.place) and compatible(stop.when, visit.when)
            for stop in visits
        )
    }
    return [visit for visit in visits if visit.id not in houses]


def _is_house(place: str) -> bool:
    """Tell whether a place is a house by its last word, or the seat of a state's power."""
    known = find_place(place)
    return known.kind == "seat" if known is not None else place.rsplit(maxsplit=1)[-1].lower() in BUILDINGS


def _ordered(visits: list[VisitClaim]) -> list[VisitClaim]:
    """Give the stops of each trip the order that their days tell, where every stop has one and no words say otherwise."""
    trips: dict[str, list[int]] = {}
    for index, visit in enumerate(visits):
        if visit.trip is not None and visit.status in LIVE:
            trips.setdefault(visit.trip, []).append(index)
    for stops in trips.values():
        days = [str(visits[index].when or "").partition("/")[0] for index in stops]
        if len(stops) < _SEVERAL or len(set(days)) != len(days) or any(len(day) != len("2025-01-31") for day in days):
            continue
        if days != sorted(days) and any(visits[index].status == "done" for index in stops):
            # 'will visit Ghana on Monday. A day earlier she flew to Togo': two journeys
            continue
        ranks = {index: rank for rank, (_, index) in enumerate(sorted(zip(days, stops, strict=True)), 1)}
        if all(visits[index].order in {None, rank} for index, rank in ranks.items()):
            for index, rank in ranks.items():
                visits[index] = evolve(visits[index], order=rank)
    return visits


def _same_visit(a: VisitClaim, b: VisitClaim) -> bool:
    if (a.rule == OFF_BEFORE) != (b.rule == OFF_BEFORE):
        return False
    if {a.status, b.status} & {"cancelled", "postponed"}:
        # the plan and its end are one visit, whatever day either names
        return "done" not in {a.status, b.status} and not _is_off_earlier(a, b) and not _is_off_earlier(b, a)
    return compatible(a.when, b.when) or _near(a, b)


def _is_off_earlier(off: VisitClaim, plan: VisitClaim) -> bool:
    """'had to cancel a visit in January' and 'will visit in April': an earlier plan came to nothing, this one stands."""
    if off.status not in {"cancelled", "postponed"} or plan.status not in {"planned", "underway"}:
        return False
    first, second = (str(claim.when or "").partition("/")[0][: len("2025-01")] for claim in (off, plan))
    return bool(first and second) and first < second


def _near(a: VisitClaim, b: VisitClaim) -> bool:
    """'departs on Monday for Rome', 'will be in Rome on Tuesday'; 'came on Thursday', 'met A there on Friday': one visit of some days."""
    first, other = (str(claim.when or "").partition("/")[0] for claim in (a, b))
    if len(first) != len(other) or len(first) != len("2025-01-31"):
        return False
    if a.status != b.status and {a.status, b.status} != {"done", "underway"}:
        return False
    return abs((dt.date.fromisoformat(other) - dt.date.fromisoformat(first)).days) <= _SOME_DAYS


def _joined_visit(a: VisitClaim, b: VisitClaim) -> VisitClaim:
    if not compatible(a.when, b.when) and _near(a, b):
        # the day of what is done there rather than that of setting out, else the day told first
        a, b = (evolve(a, when=None), b) if a.rule == _DEPARTURE else (a, evolve(b, when=None))
    later = b if EVENT_RANK[b.status] > EVENT_RANK[a.status] else a
    when = later.when if {a.status, b.status} & {"cancelled", "postponed"} and later.when else narrower(a.when, b.when)
    source = a if when == a.when else b
    return evolve(
        a,
        place=a.place if len(a.place) >= len(b.place) else b.place,
        when=when,
        when_qualifier=source.when_qualifier,
        order=a.order or b.order,
        trip=a.trip or b.trip,
        trip_stops=a.trip_stops or b.trip_stops,
        status=later.status,
        modality=later.modality,
        confidence=max(a.confidence, b.confidence),
        attribution=a.attribution if b.attribution else None,
        raw={**b.raw, **a.raw},
        evidence=joined_evidence(a, b),
    )


def _merge_statements(claims: list[StatementClaim]) -> list[StatementClaim]:
    out: dict[str, StatementClaim] = {}
    for claim in claims:
        other = out.get(claim.id)
        out[claim.id] = (
            claim if other is None else evolve(other, evidence=joined_evidence(other, claim), direct=other.direct or claim.direct)
        )
    return list(out.values())
