"""Claims of one document that cannot all hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from factwatch.claims.identity import slug
from factwatch.extraction.clauses import list_from
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node
from factwatch.lexicon.naming import office_of
from factwatch.lexicon.offices import Office, holders, parse_office, relation
from factwatch.lexicon.places import find_place
from factwatch.model.claim import Claim, Inconsistency, TitleClaim, VisitClaim
from factwatch.model.text import Evidence
from factwatch.resolution.resolver import Resolution


def find_inconsistencies(claims: tuple[Claim, ...], resolution: Resolution, passage: Passage) -> tuple[Inconsistency, ...]:
    """Return what the document says against itself, in the order of the evidence."""
    counts = list(_counts(claims, passage))
    stops = [item for item in _stops(claims, passage) if not any(_overlap(item, other) for other in counts)]
    found = [*_two_offices(claims, resolution, passage), *_two_holders(claims), *counts, *stops]
    return tuple(sorted(found, key=lambda item: (item.evidence[0].start if item.evidence else 0, item.subject)))


_NUMBERS: Final = {word: number for number, word in enumerate(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 2)}
_TOUR: Final = re.compile(r"(two|three|four|five|six|seven|eight|nine|ten|\d{1,2})-(nation|country|state|island|city|stop|leg|capital)\Z")
_STOPOVER: Final = re.compile(r"\b(?:stop(?:s|ped|ping)?[- ]?overs?|layover|transit\w*|refuel\w*)\b", re.IGNORECASE)
_CITY_TOUR: Final = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten)[- ](?:city|cities|stops?|legs?|capitals?)\b")
_JOURNEYS: Final = frozenset({"tour", "trip", "visit", "swing", "journey", "itinerary"})


def _overlap(a: Inconsistency, b: Inconsistency) -> bool:
    return any(one.start < two.end and two.start < one.end for one in a.evidence for two in b.evidence)


def _counts(claims: tuple[Claim, ...], passage: Passage) -> Iterator[Inconsistency]:
    """Hold 'a three-nation tour of' against the names that follow."""
    for sentence in passage.sentences:
        if sentence.lows.isdisjoint(_JOURNEYS):
            continue
        nodes = sentence.nodes
        for index, node in enumerate(nodes[:-3]):
            match = _TOUR.match(node.low)
            if match is None or nodes[index + 1].low not in _JOURNEYS or nodes[index + 2].low not in {"of", "to", "through", "across"}:
                continue
            named, end = list_from(sentence, index + 3, _is_stop)
            number = _NUMBERS.get(match.group(1)) or int(match.group(1))
            if len(named) > number or (1 < len(named) < number and _is_closed(nodes, end)):
                names = ", ".join(other.name or other.text for other in named)
                start, stop = node.start, named[-1].end
                yield Inconsistency(
                    subject=f"{node.text} {nodes[index + 1].text}: {names}",
                    explanation=f"The document speaks of a {node.text} {nodes[index + 1].text} but names {len(named)} places: {names}.",
                    claims=tuple(
                        claim.id
                        for claim in claims
                        if isinstance(claim, VisitClaim) and any(own.start < stop and start < own.end for own in claim.evidence)
                    ),
                    evidence=(Evidence(start, stop, passage.document.text[start:stop]),),
                )


def _is_stop(node: Node) -> bool:
    if node.kind == "PER":
        # in 'a tour of A, B and C' an unknown name is a place's
        return not node.titles and not node.honorific
    return node.kind == "LOC" and getattr(node.value, "kind", "") != "region"


def _is_closed(nodes: list[Node], end: int) -> bool:
    """Tell whether 'A and B' ends the list: nothing follows that could name another place."""
    return end >= len(nodes) or nodes[end].kind in {".", ";"}


def _two_offices(claims: tuple[Claim, ...], resolution: Resolution, passage: Passage) -> Iterator[Inconsistency]:
    """'Secretary of State X' whom the same text calls 'the senator'."""
    seen: set[tuple[str, str]] = set()
    for item in resolution.findings:
        if item.mismatch is None:
            continue
        title, entity = item.mismatch
        key = (entity.name, title.name)
        held = [claim for claim in claims if isinstance(claim, TitleClaim) and claim.person == entity.name]
        own = next(iter(held), None)
        said = parse_office(title.name)
        # 'The president' is the head of state in other words.
        # An office that one person holds may be somebody's whom the text does not name.
        if (
            key in seen
            or own is None
            or holders(said, national=True) != "many"
            or any(relation(parse_office(claim.title), said) != "different" for claim in held)
        ):
            continue
        seen.add(key)
        words = passage.text[title.start : title.end]
        yield Inconsistency(
            subject=entity.name,
            explanation=(
                f"The document gives {entity.name} the title {own.title}{f' ({own.of})' if own.of else ''}, "
                f"and later speaks of '{words}' where only he or she can be meant."
            ),
            claims=(own.id,),
            evidence=(*own.evidence[:1], Evidence(title.start, title.end, words)),
        )


def _two_holders(claims: tuple[Claim, ...]) -> Iterator[Inconsistency]:
    """Two people who, by one document, both hold an office that has one holder."""
    first: dict[tuple[object, str], TitleClaim] = {}
    for claim in claims:
        if not isinstance(claim, TitleClaim) or claim.status != "current" or claim.of is None or claim.polarity == "negative":
            continue
        office: Office = parse_office(claim.title)
        if claim.until is not None or claim.since is not None or claim.attribution is not None or holders(office) != "one":
            continue
        if office.head == "governor" and not office.fields and (land := find_place(claim.of)) is not None and land.kind == "country":
            # 'a Nigerian governor' is one of a state of Nigeria
            continue
        other = first.setdefault((office.key, slug(claim.of)), claim)
        if slug(other.person) != slug(claim.person):
            yield Inconsistency(
                subject=office_of(claim.title, claim.of),
                explanation=(
                    f"The document names both {other.person} and {claim.person} as {office_of(claim.title, claim.of)}, "
                    "an office that one person holds at a time."
                ),
                claims=(other.id, claim.id),
                evidence=(*other.evidence[:1], *claim.evidence[:1]),
            )


def _stops(claims: tuple[Claim, ...], passage: Passage) -> Iterator[Inconsistency]:
    """Hold 'a three-nation tour' against the nations that the text tells of."""
    trips: dict[tuple[str, str], list[VisitClaim]] = {}
    for claim in claims:
        if isinstance(claim, VisitClaim) and claim.trip is not None:
            trips.setdefault((claim.who, claim.trip), []).append(claim)
    for (who, _), visits in trips.items():
        stated = next((visit.trip_stops for visit in visits if visit.trip_stops), None)
        if stated is None or len(visits) <= stated:
            continue
        listed = _stops_of(visits, by_country=not _CITY_TOUR.search(passage.text))
        if len(listed) > stated:
            names = ", ".join(visit.place for visit in listed)
            yield Inconsistency(
                subject=f"{who}: trip to {names}",
                explanation=f"The document speaks of {stated} stops on the trip of {who} but names {len(listed)}: {names}.",
                claims=tuple(visit.id for visit in listed),
                evidence=tuple(visit.evidence[0] for visit in listed[:3]),
            )


def _is_on_the_way(visit: VisitClaim) -> bool:
    """Return whether a place is only passed through: 'with a brief stopover in Dubai', 'will stop over in Dubai'."""
    return any(_STOPOVER.search(item.text) for item in visit.evidence)


def _stops_of(visits: list[VisitClaim], *, by_country: bool) -> list[VisitClaim]:
    """Return the visits that count as stops: no regions, no country beside its own city, none cancelled or passed through."""
    stops = [visit for visit in visits if visit.status not in {"cancelled", "postponed"} and visit.trip_stops and not _is_on_the_way(visit)]
    kept: list[VisitClaim] = []
    countries: set[str] = set()
    for visit in stops:
        place = find_place(visit.place.split(",")[0])
        if place is not None and place.kind == "region":
            continue
        country = place.country if place is not None else None
        # 'a three-nation tour' may name a country and a city of it, or two cities of one country
        if by_country and country is not None and country in countries:
            continue
        if country is not None:
            countries.add(country)
        kept.append(visit)
    return kept
