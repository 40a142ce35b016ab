"""One resolved finding -> one claim."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from factwatch.annotation.dates import DateExpression, DateValue
from factwatch.claims.identity import claim_id, words_key
from factwatch.extraction.passage import Passage
from factwatch.extraction.roles.grammar import chair_role, chairs_bloc
from factwatch.extraction.travel.words import BUILDINGS
from factwatch.lexicon.offices import role_status
from factwatch.model.claim import Claim, MeetingClaim, RoleClaim, StatementClaim, Succession, TitleClaim, VisitClaim
from factwatch.model.text import Evidence
from factwatch.resolution.resolver import Resolved

_LEAST_CONFIDENCE: Final = 0.45


def claim_of(passage: Passage, item: Resolved) -> Claim | None:
    """Return the claim that a finding makes; None where it is too doubtful, or names nothing that a claim needs."""
    finding, confidence = item.finding, _confidence(item)
    make = _MAKERS.get(finding.kind)
    if make is None or confidence < _LEAST_CONFIDENCE:
        return None
    common: dict[str, Any] = {
        "modality": finding.modality,
        "polarity": "negative" if finding.negative else "positive",
        "attribution": item.attribution,
        "confidence": confidence,
        "rule": finding.rule,
        "evidence": _evidence(item, passage),
        "raw": _raw(item),
    }
    return make(item, common)


def succession_of(passage: Passage, item: Resolved) -> Succession | None:
    """Return who takes or leaves an office that the document does not name; None where it is too doubtful."""
    finding, confidence = item.finding, _confidence(item)
    if confidence < _LEAST_CONFIDENCE:
        return None
    return Succession(
        person=item.who[0],
        holder=item.other[0],
        status=finding.status,  # type: ignore[arg-type]  # the families use the values of the model
        since=_iso(item.since),
        until=_iso(item.until),
        attribution=item.attribution,
        confidence=confidence,
        rule=finding.rule,
        evidence=_evidence(item, passage),
    )


def _title(item: Resolved, common: Mapping[str, Any]) -> TitleClaim | RoleClaim | None:
    title = item.title
    if title is None:
        return None
    finding = item.finding
    if item.of is not None and chairs_bloc(title, item.of):
        # 'Forum Chair A', of the Pacific Islands Forum spoken of
        return _role(item, common, chair_role(title), role_status(finding.status or title.status))
    return TitleClaim(
        id=claim_id("title", item.who[0], title.name, item.of),
        person=item.who[0],
        title=title.name,
        of=item.of,
        status=finding.status or title.status,  # type: ignore[arg-type]
        since=_iso(item.since),
        until=_iso(item.until),
        **common,
    )


def _role_told(item: Resolved, common: Mapping[str, Any]) -> RoleClaim:
    return _role(item, common, item.finding.role, item.finding.status or "current")


def _role(item: Resolved, common: Mapping[str, Any], role: str, status: str) -> RoleClaim:
    return RoleClaim(
        id=claim_id("role", item.who[0], role, item.of),
        holder=item.who[0],
        role=role,
        of=item.of,
        status=status,  # type: ignore[arg-type]  # the families use the values of the model
        since=_iso(item.since),
        until=_iso(item.until),
        **common,
    )


def _visit(item: Resolved, common: Mapping[str, Any]) -> VisitClaim:
    finding = item.finding
    return VisitClaim(
        id="",
        who=item.who[0] if len(item.who) == 1 else "\n".join(item.who),
        place=_town(item.place or ""),
        when=_iso(item.when),
        when_qualifier=item.when.qualifier if item.when else None,
        order=finding.order,
        trip=finding.trip,
        trip_stops=finding.stops,
        status=finding.status or "planned",  # type: ignore[arg-type]
        **common,
    )


def _town(place: str) -> str:
    """Return where a visit to 'Government House, Wellington' goes."""
    house, _, town = place.partition(", ")
    return town if town and house.split()[-1].lower() in BUILDINGS else place


def _meeting(item: Resolved, common: Mapping[str, Any]) -> MeetingClaim | None:
    finding = item.finding
    other = tuple(name for name in item.other if name not in item.who)
    if not other and len(item.who) < 2 and not finding.event and not _is_gathering(item):  # noqa: PLR2004  # a meeting has two sides
        return None
    return MeetingClaim(
        id=claim_id("meeting", *sorted((*item.who, *other))),
        who=tuple(item.who),
        with_=other,
        place=item.place,
        when=_iso(item.when),
        when_qualifier=item.when.qualifier if item.when else None,
        topics=tuple(finding.topics),
        medium=finding.medium,  # type: ignore[arg-type]
        event=finding.event,
        status=finding.status or "planned",  # type: ignore[arg-type]
        **common,
    )


def _is_gathering(item: Resolved) -> bool:
    """Tell whether one side alone meets: a body, or an assembly of which more is told than that it meets."""
    extra = item.finding.extra
    if not item.who or extra.get("body"):
        return bool(item.who)
    settled = bool(extra.get("settled"))
    told = settled or (item.finding.rule != "meetings/noun" and (item.when is not None or item.place is not None))
    return bool(extra.get("assembly")) and told


def _statement(item: Resolved, common: Mapping[str, Any]) -> StatementClaim:
    finding = item.finding
    words = " ".join(finding.words.split())
    return StatementClaim(
        id=claim_id("statement", item.who[0], words_key(words)),
        speaker=item.who[0],
        words=words,
        direct=finding.direct,
        where=finding.where,
        when=_iso(item.when),
        when_qualifier=item.when.qualifier if item.when else None,
        **common,
    )


_MAKERS: Final[Mapping[str, Callable[[Resolved, Mapping[str, Any]], Claim | None]]] = {
    "title": _title,
    "role": _role_told,
    "visit": _visit,
    "meeting": _meeting,
    "statement": _statement,
}


def _confidence(item: Resolved) -> float:
    return round(max(0.0, item.finding.confidence - item.doubt), 2)


def _evidence(item: Resolved, passage: Passage) -> tuple[Evidence, ...]:
    start, end = item.finding.start, item.finding.end
    return (Evidence(start, end, passage.document.text[start:end]),)


def _raw(item: Resolved) -> dict[str, str]:
    raw: dict[str, str] = {}
    finding = item.finding
    if item.title is not None:
        if item.title.of and item.title.of != item.of:
            raw["of"] = item.title.of
        if item.title.status_word:
            raw["status"] = item.title.status_word
    if isinstance(finding.when, DateExpression) and item.when is not None:
        raw["when"] = finding.when.text
    words = finding.place if isinstance(finding.place, str) else (finding.place.text if finding.place is not None else None)
    if words and words != item.place:
        raw["place"] = words
    node = finding.who[0] if finding.who else None
    if node is not None and item.who and (node.name or node.text) != item.who[0] and len(item.who) == 1 and finding.kind != "title":
        raw["who"] = node.text
    return raw


def _iso(value: DateValue | None) -> str | None:
    return value.value if value is not None else None
