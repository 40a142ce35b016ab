"""
The door of extraction: a document in, its claims out.

Findings are resolved, made into claims, merged where they state one fact, given ids, and held against each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path
from typing import Any, Final

from factwatch._collector import without_collection
from factwatch.annotation.dates import DateExpression, DateValue
from factwatch.claims.identity import claim_id, words_key
from factwatch.claims.inconsistencies import find_inconsistencies
from factwatch.claims.mentions import list_mentions
from factwatch.claims.merging import merge_claims
from factwatch.extraction import plugins
from factwatch.extraction.engine import find_all
from factwatch.extraction.passage import Passage, read_passage
from factwatch.extraction.roles.grammar import chair_role, chairs_bloc
from factwatch.lexicon.folding import fold
from factwatch.lexicon.loader import lexicon_digest
from factwatch.lexicon.offices import role_status
from factwatch.model.claim import (
    Claim,
    ClaimSet,
    DocumentInfo,
    Extractor,
    MeetingClaim,
    RoleClaim,
    StatementClaim,
    Succession,
    TitleClaim,
    VisitClaim,
)
from factwatch.model.text import Document, Evidence
from factwatch.resolution.resolver import Resolution, Resolved, resolve

_LEAST_CONFIDENCE: Final = 0.45


def extract_claims(
    document: Document,
    *,
    mentions: bool = False,
    lexicons: Sequence[Path] = (),
    extractor: plugins.Wanted = None,
) -> ClaimSet:
    """
    Return the claims that *document* makes, in the order of the text.

    Args:
        document: Its `published` date anchors 'today' and 'Tuesday'; its `excluded` stretches yield nothing.
        mentions: Also list all people, bodies, places, dates and titles that the document names.
        lexicons: A user's lexicon files, which add to those that come with factwatch.
        extractor: What else is to find names or claims: objects, names of registered extractors, ``spacy:PIPELINE``.

    Raises:
        MissingDateError: A claim hangs on a relative date and the document has no publication date.
        LexiconError: A lexicon file has a mistake.
        UsageError: There is no such *extractor*, or it returned something that cannot be used.
    """
    from factwatch import __version__
    from factwatch.extraction.custom import find_custom, wordlists_with

    custom = wordlists_with(tuple(lexicons))
    added = plugins.contributions(document, plugins.find_extractors(extractor))
    with without_collection():
        passage = read_passage(document, lists=custom.lists, names=added.names)
        findings = find_all(passage)
        if custom.patterns:
            findings += find_custom(passage, custom.patterns)
        resolution = resolve(passage, findings)
        made = [claim for item in resolution.findings if (claim := _claim(item, passage)) is not None]
        claims = merge_claims([*made, *added.claims])
        return ClaimSet(
            document=document_info(document),
            claims=claims,
            inconsistencies=find_inconsistencies(claims, resolution, passage),
            extractor=Extractor(version=__version__, lexicon=lexicon_digest() + custom.digest + added.label),
            successions=tuple(filter(None, map(partial(_succession, passage), resolution.successions))),
            mentions=list_mentions(passage, resolution) if mentions else None,
            aliases={full: tuple(sorted(short)) for full, short in sorted(resolution.bodies.aliases.items())},
            vocabulary=frozenset(chain.from_iterable(map(_folded, set(passage.outline.tokens.words)))),
        )


@lru_cache(maxsize=16_384)
def _folded(word: str) -> tuple[str, ...]:
    # most words are folded by lower case alone
    return (word.lower(),) if word.isascii() and word.isalpha() else tuple(fold(word).split())


def document_info(document: Document) -> DocumentInfo:
    """Return what is kept of *document* beside its claims."""
    return DocumentInfo(
        source=document.source,
        url=document.url,
        headline=document.headline,
        site=document.site,
        published=document.published.isoformat() if document.published else None,
        digest=document.digest,
    )


def _confidence(item: Resolved) -> float:
    return round(max(0.0, item.finding.confidence - item.doubt), 2)


def _evidence(item: Resolved, passage: Passage) -> tuple[Evidence, ...]:
    start, end = item.finding.start, item.finding.end
    return (Evidence(start, end, passage.document.text[start:end]),)


def _claim(item: Resolved, passage: Passage) -> Claim | None:
    finding, confidence = item.finding, _confidence(item)
    if confidence < _LEAST_CONFIDENCE:
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
    if finding.kind == "title":
        return _title(item, common)
    if finding.kind == "role":
        return RoleClaim(
            id=claim_id("role", item.who[0], finding.role, item.of),
            holder=item.who[0],
            role=finding.role,
            of=item.of,
            status=finding.status or "current",  # type: ignore[arg-type]  # the families use the values of the model
            since=_iso(item.since),
            until=_iso(item.until),
            **common,
        )
    if finding.kind == "visit":
        return VisitClaim(
            id="",
            who=item.who[0] if len(item.who) == 1 else "\n".join(item.who),
            place=item.place or "",
            when=_iso(item.when),
            when_qualifier=item.when.qualifier if item.when else None,
            order=finding.order,
            trip=finding.trip,
            trip_stops=finding.stops,
            status=finding.status or "planned",  # type: ignore[arg-type]
            **common,
        )
    if finding.kind == "meeting":
        other = tuple(name for name in item.other if name not in item.who)
        settled = finding.extra.get("settled")
        gathering = item.who and (
            finding.extra.get("body")
            or (
                finding.extra.get("assembly")
                and (settled or finding.rule != "meetings/noun")
                and (settled or item.when is not None or item.place is not None)
            )
        )
        if not other and len(item.who) < 2 and not finding.event and not gathering:  # noqa: PLR2004  # a meeting has two sides
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
    if finding.kind == "statement":
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
    return None


def _succession(passage: Passage, item: Resolved) -> Succession | None:
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
        return RoleClaim(
            id=claim_id("role", item.who[0], chair_role(title), item.of),
            holder=item.who[0],
            role=chair_role(title),
            of=item.of,
            status=role_status(finding.status or title.status),
            since=_iso(item.since),
            until=_iso(item.until),
            **common,
        )
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


__all__ = ["Resolution", "document_info", "extract_claims"]
