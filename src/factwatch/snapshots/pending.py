"""Changes that wait for review, and changes that were rejected."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeVar

from attrs import Factory, evolve, frozen

from factwatch._yaml import Inline, YamlDocument, dump, load
from factwatch.model.change import Change
from factwatch.model.claim import Claim, Extractor
from factwatch.model.text import Evidence
from factwatch.snapshots.checked import Problems, body
from factwatch.snapshots.format import claim_data, filled
from factwatch.snapshots.record import Source, facts

__all__: Final = [
    "NEW_CLAIM",
    "Check",
    "PendingDocument",
    "PendingItem",
    "Rejection",
    "evidence_of",
    "evidence_of_claim",
    "parse_checks",
    "parse_pending",
    "parse_rejections",
    "pending_file",
    "render_checks",
    "render_pending",
    "render_rejections",
]

NEW_CLAIM: Final = "claim.new"
"""Kind of a pending item that is a claim about something the watch did not speak of."""
_T = TypeVar("_T")
_PENDING: Final = "factwatch.pending"
_REJECTED: Final = "factwatch.rejected"
_CHECKS: Final = "factwatch.checks"
_SCHEMA_VERSION: Final = 1


@frozen(kw_only=True)
class PendingDocument:
    """What one later document would change."""

    watch: str
    version: int
    """The version that the document was held against."""
    added: str
    """ISO 8601 day."""
    source: Source
    extractor: Extractor = Factory(Extractor)
    changes: tuple[Change, ...] = ()
    new: tuple[str, ...] = ()
    """Ids of the claims about things that the watch does not speak of."""
    claims: tuple[Claim, ...] = ()
    """The document's claims that the changes and new ids name."""
    aliases: Mapping[str, tuple[str, ...]] = Factory(dict)

    def claim(self, claim_id: str | None) -> Claim | None:
        """Return the document's claim with that id."""
        return next((claim for claim in self.claims if claim.id == claim_id), None)


@frozen(kw_only=True)
class PendingItem:
    """One thing to accept or reject."""

    id: str
    """The change's id, or the id of a new claim."""
    kind: str
    """The kind of change, or ``claim.new``."""
    subject: str
    change: Change | None
    claim: Claim | None
    """The later document's claim."""
    document: PendingDocument
    obsolete: bool = False
    """True where what stands has changed since, so that the item no longer fits."""


@frozen(kw_only=True)
class Rejection:
    """A change that an editor turned down, with the evidence that it rested on."""

    change: str
    kind: str
    subject: str
    reason: str
    day: str
    """ISO 8601 day."""
    evidence: str
    """Digest of the change and the words behind it (`evidence_of`)."""
    before: str | None = None
    after: str | None = None
    source: str | None = None
    """The document's name."""
    published: str | None = None
    expires: str | None = None
    """ISO 8601 day, the last on which it counts; None for ever."""


@frozen(kw_only=True)
class Check:
    """That a document was held against the watch on this machine, whatever came of it."""

    source: str
    key: str
    day: str
    changes: int
    """How many changes were found."""


def evidence_of(change: Change) -> str:
    """
    Return a digest of what *change* says and of the words it rests on.

    The place of the words in the text does not count, nor does spacing: the same story published again is the same evidence, another
    report in other words is not.
    """
    said: Iterable[Evidence] = change.evidence.after or change.evidence.before
    texts = sorted({" ".join(item.text.split()) for item in said})
    told = [change.kind, change.subject, change.before, change.after, change.claims.before, change.claims.after, texts]
    return "sha256:" + hashlib.sha256(json.dumps(told, ensure_ascii=True).encode()).hexdigest()


def evidence_of_claim(claim: Claim) -> str:
    """Return a digest of a new *claim*, as a rejection remembers it: what it says and the words it rests on."""
    texts = sorted({" ".join(item.text.split()) for item in claim.evidence})
    return "sha256:" + hashlib.sha256(json.dumps([NEW_CLAIM, facts(claim), texts], ensure_ascii=True).encode()).hexdigest()


def pending_file(source: Source) -> str:
    """Return the name of the pending file of *source*."""
    return hashlib.sha256(source.key.encode("utf-8", "surrogatepass")).hexdigest()[:16] + ".yaml"


def render_pending(pending: PendingDocument) -> str:
    """Return the text of a pending file."""
    data = {"schema": f"{_PENDING}/{_SCHEMA_VERSION}", **filled(pending), "source": filled(pending.source)}
    data["extractor"] = filled(pending.extractor)
    data["changes"] = [_change_data(change) for change in pending.changes]
    data["claims"] = [claim_data(claim) for claim in pending.claims]
    return dump(data)


def _change_data(change: Change) -> dict[str, Any]:
    data = filled(change)
    data["evidence"] = {
        side: [Inline(filled(item)) for item in items]
        for side, items in (("before", change.evidence.before), ("after", change.evidence.after))
        if items
    }
    data["claims"] = Inline(filled(change.claims))
    return data


def parse_pending(text: str, where: str) -> PendingDocument:
    """
    Read the text of a pending file.

    Raises:
        SnapshotFormatError: All problems at once, with file and line.

    """
    document, content = _opened(text, where, _PENDING)
    problems = Problems(document)
    changes = problems.each(content.pop("changes", None), ("changes",), lambda item, path: problems.structure(item, Change, path))
    claims: list[Claim] = problems.each(content.pop("claims", None), ("claims",), problems.claim)
    pending = problems.structure(content, PendingDocument, ())
    problems.raise_all("Delete the file and check the document again.")
    if pending is None:  # unreachable: nothing is left out without a problem
        raise problems.error(where, "it cannot be read", "Delete the file.")
    return evolve(pending, changes=tuple(changes), claims=tuple(claims))


def render_rejections(rejections: Iterable[Rejection]) -> str:
    """Return the text of ``rejected.yaml``."""
    ordered = sorted(rejections, key=lambda rejection: (rejection.day, rejection.evidence))
    return dump({"schema": f"{_REJECTED}/{_SCHEMA_VERSION}", "rejected": [filled(rejection) for rejection in ordered]})


def parse_rejections(text: str, where: str) -> tuple[Rejection, ...]:
    """
    Read the text of a ``rejected.yaml``.

    Raises:
        SnapshotFormatError: All problems at once, with file and line.

    """
    return _rows(text, where, _REJECTED, "rejected", Rejection)


def render_checks(checks: Iterable[Check]) -> str:
    """Return the text of the list of checks."""
    return dump({"schema": f"{_CHECKS}/{_SCHEMA_VERSION}", "checks": [Inline(filled(check)) for check in checks]})


def parse_checks(text: str, where: str) -> tuple[Check, ...]:
    """Read the text of the list of checks."""
    return _rows(text, where, _CHECKS, "checks", Check)


def _opened(text: str, where: str, family: str) -> tuple[YamlDocument, dict[str, Any]]:
    document = load(text, where)
    _, content = body(document, family, _SCHEMA_VERSION)
    return document, content


def _rows(text: str, where: str, family: str, key: str, cls: type[_T]) -> tuple[_T, ...]:
    document, content = _opened(text, where, family)
    problems = Problems(document)
    rows = problems.each(content.pop(key, None), (key,), lambda item, path: problems.structure(item, cls, path))
    for extra in content:
        problems.add((extra,), "unknown key")
    problems.raise_all("Correct the file, or take it from version control.")
    return tuple(rows)
