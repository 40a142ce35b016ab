"""Claims of one document that cannot all hold."""

from __future__ import annotations

from collections.abc import Iterator

from factwatch.claims.identity import slug
from factwatch.extraction.passage import Passage
from factwatch.lexicon.offices import Office, holders, parse_office
from factwatch.model.claim import Claim, Inconsistency, TitleClaim, VisitClaim
from factwatch.model.text import Evidence
from factwatch.resolution.resolver import Resolution


def find_inconsistencies(claims: tuple[Claim, ...], resolution: Resolution, passage: Passage) -> tuple[Inconsistency, ...]:
    """Return what the document says against itself, in the order of the evidence."""
    found = [*_two_offices(claims, resolution, passage), *_two_holders(claims), *_stops(claims)]
    return tuple(sorted(found, key=lambda item: (item.evidence[0].start if item.evidence else 0, item.subject)))


def _two_offices(claims: tuple[Claim, ...], resolution: Resolution, passage: Passage) -> Iterator[Inconsistency]:
    """'Secretary of State X' whom the same text calls 'the senator'."""
    seen: set[tuple[str, str]] = set()
    for item in resolution.findings:
        if item.mismatch is None:
            continue
        title, entity = item.mismatch
        key = (entity.name, title.name)
        own = next((claim for claim in claims if isinstance(claim, TitleClaim) and claim.person == entity.name), None)
        if key in seen or own is None:
            continue
        seen.add(key)
        words = passage.text[title.start : title.end]
        yield Inconsistency(
            subject=entity.name,
            explanation=f"The document gives {entity.name} the title {own.title}{f' ({own.of})' if own.of else ''}, and later speaks of '{words}' where only he or she can be meant.",
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
        other = first.setdefault((office.key, slug(claim.of)), claim)
        if slug(other.person) != slug(claim.person):
            yield Inconsistency(
                subject=f"{claim.title} of {claim.of}",
                explanation=f"The document names both {other.person} and {claim.person} as {claim.title} of {claim.of}, an office that one person holds at a time.",
                claims=(other.id, claim.id),
                evidence=(*other.evidence[:1], *claim.evidence[:1]),
            )


def _stops(claims: tuple[Claim, ...]) -> Iterator[Inconsistency]:
    """'A three-nation tour' with four nations."""
    trips: dict[tuple[str, str], list[VisitClaim]] = {}
    for claim in claims:
        if isinstance(claim, VisitClaim) and claim.trip is not None:
            trips.setdefault((claim.who, claim.trip), []).append(claim)
    for (who, _), visits in trips.items():
        stated = next((visit.trip_stops for visit in visits if visit.trip_stops), None)
        listed = [visit for visit in visits if visit.status != "cancelled" and visit.trip_stops]
        if stated is not None and len(listed) > stated:
            names = ", ".join(visit.place for visit in listed)
            yield Inconsistency(
                subject=f"{who}: trip to {names}",
                explanation=f"The document speaks of {stated} stops on the trip of {who} but names {len(listed)}: {names}.",
                claims=tuple(visit.id for visit in listed),
                evidence=tuple(visit.evidence[0] for visit in listed[:3]),
            )
