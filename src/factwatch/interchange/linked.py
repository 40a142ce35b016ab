"""
Claims as JSON-LD: schema.org for what is claimed, PROV for where it comes from, the Web Annotation terms for the place in the text.

The context stands in the file, so that nothing is fetched to read it. What neither vocabulary can say (status, polarity, how firmly the
text says it) has terms of its own under ``urn:factwatch:term:``.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import quote

from factwatch.conversion import Plain
from factwatch.interchange.wording import sentence_of
from factwatch.model.claim import (
    Claim,
    ClaimSet,
    DocumentInfo,
    Extractor,
    MeetingClaim,
    RoleClaim,
    StatementClaim,
    TitleClaim,
    VisitClaim,
)
from factwatch.model.text import Evidence

__all__: Final = ["claims_to_jsonld"]

_CONTEXT: Final[Plain] = {
    "@version": 1.1,
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "factwatch": "urn:factwatch:term:",
}
_ACTION_STATUS: Final = {
    "planned": "PotentialActionStatus",
    "underway": "ActiveActionStatus",
    "done": "CompletedActionStatus",
    "cancelled": "FailedActionStatus",
    "postponed": "PotentialActionStatus",
}
_EVENT_STATUS: Final = {"cancelled": "EventCancelled", "postponed": "EventPostponed"}
_DATE_TYPES: Final = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}


def claims_to_jsonld(claim_sets: Iterable[ClaimSet], *, generated_at: dt.datetime | None = None) -> Plain:
    """
    Return *claim_sets* as one JSON-LD 1.1 document.

    Each claim is a ``schema:Claim`` that is about a role, journey, event or quotation, was derived from its document, and was quoted from
    the stretches of text that are its evidence.

    Args:
        claim_sets: The claims; equal claims of two documents stay two nodes, with one ``schema:identifier``.
        generated_at: With time zone: when the claims were made (``prov:generatedAtTime``); left out where None.

    """
    graph: list[Plain] = []
    agents: dict[Extractor, Plain] = {}
    for number, claim_set in enumerate(claim_sets, start=1):
        source = _document(claim_set.document, number)
        graph.append(source)
        agent = agents.setdefault(claim_set.extractor, _agent(claim_set.extractor))
        base = hashlib.sha256(source["@id"].encode("utf-8", "surrogatepass")).hexdigest()[:16]
        seen: dict[str, int] = {}
        for claim in claim_set.claims:
            seen[claim.id] = seen.get(claim.id, 0) + 1
            copy = f":{seen[claim.id]}" if seen[claim.id] > 1 else ""
            node_id = f"urn:factwatch:claim:{base}:{quote(claim.id, safe=':')}{copy}"
            graph.append(
                _claim(claim, claim_set.document, node_id=node_id, source=source["@id"], agent=agent["@id"], generated_at=generated_at)
            )
    return {"@context": _CONTEXT, "@graph": [*agents.values(), *graph]}


def _agent(extractor: Extractor) -> Plain:
    name = quote("/".join(part for part in (extractor.name, extractor.version) if part), safe="/")
    return _filled(
        {
            "@id": f"urn:factwatch:extractor:{name}" + (f":{quote(extractor.lexicon, safe=':')}" if extractor.lexicon else ""),
            "@type": ["prov:SoftwareAgent", "schema:SoftwareApplication"],
            "schema:name": extractor.name,
            "schema:softwareVersion": extractor.version or None,
        }
    )


def _document(document: DocumentInfo, number: int) -> Plain:
    node_id = _named_by(document.digest) or _iri(document.url) or f"urn:factwatch:document:{number}"
    return _filled(
        {
            "@id": node_id,
            "@type": ["schema:CreativeWork", "prov:Entity"],
            "schema:name": document.source,
            "schema:headline": document.headline,
            "schema:url": {"@id": _iri(document.url)} if _iri(document.url) else document.url,
            "schema:datePublished": _date(document.published),
            "schema:publisher": {"@type": "schema:Organization", "schema:name": document.site} if document.site else None,
            "schema:identifier": document.digest,
        }
    )


def _named_by(digest: str | None) -> str | None:
    """Return the name of a text by its digest, wherever it lies (RFC 6920)."""
    algorithm, _, digits = (digest or "").partition(":")
    try:
        packed = base64.urlsafe_b64encode(bytes.fromhex(digits)).decode().rstrip("=") if algorithm == "sha256" else ""
    except ValueError:
        packed = ""
    return f"ni:///sha-256;{packed}" if packed else None


def _iri(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) and not any(letter in url for letter in ' <>"{}|\\^`\n\t') else None


def _claim(claim: Claim, document: DocumentInfo, *, node_id: str, source: str, agent: str, generated_at: dt.datetime | None) -> Plain:
    author: Plain | None = None
    if claim.attribution:
        author = _party(claim.attribution)
    elif document.site:
        author = {"@type": "schema:Organization", "schema:name": document.site}
    attributed: list[Plain] = [{"@id": agent}]
    if author:
        attributed.append({"@type": ["prov:Agent", author["@type"]], "schema:name": author["schema:name"]})
    return _filled(
        {
            "@id": node_id,
            "@type": ["schema:Claim", "prov:Entity"],
            "schema:identifier": claim.id,
            "schema:name": sentence_of(claim),
            "schema:appearance": {"@id": source},
            "schema:author": author,
            "schema:about": _about(claim),
            "factwatch:kind": claim.kind,
            "factwatch:polarity": claim.polarity,
            "factwatch:modality": claim.modality,
            "factwatch:status": claim.status,
            "factwatch:confidence": {"@value": repr(claim.confidence), "@type": "xsd:decimal"},
            "factwatch:rule": claim.rule or None,
            "prov:wasDerivedFrom": {"@id": source},
            "prov:wasAttributedTo": attributed,
            "prov:generatedAtTime": {"@value": generated_at.isoformat(), "@type": "xsd:dateTime"} if generated_at else None,
            "factwatch:evidence": [_evidence(item, source) for item in claim.evidence],
        }
    )


def _evidence(item: Evidence, source: str) -> Plain:
    # Claims of a watch rest on several documents; each piece of evidence names its own.
    quoted = {"@id": _named_by(item.source) or source}
    return {
        "@type": ["prov:Entity", "oa:SpecificResource"],
        "schema:text": item.text,
        "prov:wasQuotedFrom": quoted,
        "oa:hasSource": quoted,
        "oa:hasSelector": {"@type": "oa:TextPositionSelector", "oa:start": item.start, "oa:end": item.end},
    }


def _about(claim: Claim) -> Plain:
    match claim:
        case TitleClaim():
            return _title(claim)
        case RoleClaim():
            return _role(claim)
        case VisitClaim():
            return _visit(claim)
        case MeetingClaim():
            return _meeting(claim)
        case StatementClaim():
            return _statement(claim)


def _title(claim: TitleClaim) -> Plain:
    role = _filled(
        {
            "@type": "schema:OrganizationRole",
            "schema:roleName": claim.title,
            "schema:startDate": _date(claim.since),
            "schema:endDate": _date(claim.until),
            "schema:memberOf": {"@type": "schema:Organization", "schema:name": claim.of} if claim.of else None,
        }
    )
    return {"@type": "schema:Person", "schema:name": claim.person, "schema:memberOf": role}


def _role(claim: RoleClaim) -> Plain:
    return _filled(
        {
            "@type": "schema:Role",
            "schema:roleName": claim.role,
            "schema:startDate": _date(claim.since),
            "schema:endDate": _date(claim.until),
            "factwatch:holder": _party(claim.holder),
            "factwatch:of": _party(claim.of) if claim.of else None,
        }
    )


def _visit(claim: VisitClaim) -> Plain:
    start, end = _ends(claim.when)
    return _filled(
        {
            "@type": "schema:TravelAction",
            "schema:agent": _party(claim.who),
            "schema:toLocation": {"@type": "schema:Place", "schema:name": claim.place},
            "schema:startTime": start,
            "schema:endTime": end,
            "schema:actionStatus": {"@id": f"schema:{_ACTION_STATUS[claim.status]}"},
            "schema:position": claim.order,
            "factwatch:trip": claim.trip,
            "factwatch:whenQualifier": claim.when_qualifier,
        }
    )


def _meeting(claim: MeetingClaim) -> Plain:
    start, end = _ends(claim.when)
    return _filled(
        {
            "@type": "schema:Event",
            "schema:attendee": [_party(name) for name in (*claim.who, *claim.with_)],
            "schema:location": {"@type": "schema:Place", "schema:name": claim.place} if claim.place else None,
            "schema:startDate": start,
            "schema:endDate": end,
            "schema:eventStatus": {"@id": f"schema:{_EVENT_STATUS.get(claim.status, 'EventScheduled')}"},
            "schema:eventAttendanceMode": {"@id": "schema:OnlineEventAttendanceMode"} if claim.medium else None,
            "schema:superEvent": {"@type": "schema:Event", "schema:name": claim.event} if claim.event else None,
            "schema:about": list(claim.topics),
            "factwatch:whenQualifier": claim.when_qualifier,
        }
    )


def _statement(claim: StatementClaim) -> Plain:
    start, _ = _ends(claim.when)
    return _filled(
        {
            # A paraphrase is no quotation.
            "@type": "schema:Quotation" if claim.direct else "schema:CreativeWork",
            "schema:text": claim.words,
            "schema:spokenByCharacter" if claim.direct else "schema:creator": _party(claim.speaker),
            "schema:dateCreated": start,
            "factwatch:where": claim.where,
            "factwatch:whenQualifier": claim.when_qualifier,
        }
    )


def _party(name: str) -> Plain:
    # Person, organisation or country: the claim does not say which.
    return {"@type": "schema:Thing", "schema:name": name}


def _date(value: str | None) -> Plain | None:
    if not value:
        return None
    kind = _DATE_TYPES.get(len(value))
    return {"@value": value, "@type": kind} if kind else {"@value": value}


def _ends(value: str | None) -> Sequence[Plain | None]:
    start, _, end = (value or "").partition("/")
    return _date(start), _date(end or start)


def _filled(data: Plain) -> Plain:
    return {key: value for key, value in data.items() if value is not None and value != []}
