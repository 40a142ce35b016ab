"""The claims of one document, as text or Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from factwatch.comparison.times import written
from factwatch.model.claim import CLAIM_KINDS, Claim, ClaimSet, Inconsistency
from factwatch.model.text import Document, Evidence
from factwatch.reporting.markdown import escaped
from factwatch.reporting.view import label
from factwatch.reporting.words import counted, shown
from factwatch.snapshots.history import describe

_LIMIT: Final = 300
_HEADINGS: Final = {"title": "Titles", "role": "Roles", "visit": "Visits", "meeting": "Meetings", "statement": "Statements"}


def _told(claim: Claim) -> str:
    """Return what is to be said of *claim* besides its subject: 'planned, 26 March 2025'."""
    parts: list[str] = []
    if claim.polarity == "negative":
        parts.append("denied")
    if claim.status is not None:
        parts.append(claim.status)
    if claim.modality not in ("asserted", claim.status):
        parts.append(claim.modality)
    parts += [f"{name} {written(value)}" for name in ("since", "until") if (value := getattr(claim, name, None))]
    if claim.kind in ("visit", "meeting", "statement"):
        when = written(claim.when, claim.when_qualifier) or claim.when_qualifier
        parts += [when] if when else []
    if claim.kind == "visit" and claim.order is not None:
        parts.append(f"stop {claim.order}")
    if claim.kind == "meeting":
        parts += [f"in {claim.place}"] if claim.place else []
        parts += [f"on {', '.join(claim.topics)}"] if claim.topics else []
        parts += [claim.medium] if claim.medium else []
    if claim.kind == "statement":
        parts.append("quotation" if claim.direct else "indirect")
        parts += [claim.where] if claim.where else []
    if claim.attribution:
        parts.append(f"according to {claim.attribution}")
    return shown(", ".join(parts))


def _place(evidence: Iterable[Evidence], document: Document | None) -> str:
    first = next(iter(evidence), None)
    return f"line {document.line_of(first.start)}" if first and document else ""


def render_claims(claims: ClaimSet, document: Document | None = None, *, markdown: bool = False) -> str:
    """
    Return *claims* for people.

    Args:
        claims: What to show.
        document: The document, so that lines can be named.
        markdown: Markdown rather than plain text.
    """
    write = escaped if markdown else shown
    bold, bullet = ("**", "- ") if markdown else ("", "  ")
    title = label(claims.document) + (f", “{shown(claims.document.headline)}”" if claims.document.headline else "")
    lines = [f"## {escaped(title)}" if markdown else title]
    for kind in CLAIM_KINDS:
        group = [claim for claim in claims.claims if claim.kind == kind]
        if not group:
            continue
        lines += ["", f"### {_HEADINGS[kind]}" if markdown else _HEADINGS[kind].upper(), *([""] if markdown else [])]
        for claim in group:
            told = ", ".join(part for part in (_told(claim), _place(claim.evidence, document)) if part)
            lines.append(f"{bullet}{bold}{write(shown(describe(claim), _LIMIT))}{bold} ({write(told)})")
    lines += _inconsistency_lines(claims.inconsistencies, markdown=markdown)
    lines += ["", counted(len(claims.claims), "claim")]
    return "\n".join(lines) + "\n"


def _inconsistency_lines(items: Iterable[Inconsistency], *, markdown: bool) -> list[str]:
    items = list(items)
    if not items:
        return []
    lines = ["", "### Inconsistencies" if markdown else "INCONSISTENCIES", *([""] if markdown else [])]
    write = escaped if markdown else shown
    return lines + [f"{'- ' if markdown else '  '}{write(item.subject)}: {write(item.explanation)}" for item in items]
