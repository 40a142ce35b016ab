"""Revisions of one document: what the new version leaves out has been withdrawn, unless the new version could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from factwatch.comparison.ledger import Ledger
from factwatch.comparison.phrasing import standing_post, subject_of, time_of
from factwatch.comparison.referents import names_of
from factwatch.comparison.standing import standing
from factwatch.errors import UnreadableDocumentError
from factwatch.lexicon.folding import fold
from factwatch.model.claim import Claim, ClaimSet, MeetingClaim, VisitClaim

_CROWD: Final = 64
_SHOWN: Final = frozenset({"travel/met-in", "travel/deed"})
"""Rules that read a visit from what somebody does in a place; the place may be told as well and the reading fail."""
_FEW: Final = 5
_LEAST_SHARE: Final = 0.2
_STEM: Final = 5
"""Letters by which two forms of a word are taken for one: 'minister', 'ministerial'."""
_SHORT: Final = 3
"""Words of no more letters are in every text."""
_MOST: Final = 0.6
"""Share of a paraphrase's words that a rewording of it keeps at least; most of them are names and nouns of the matter."""


def refuse_collapse(baseline: ClaimSet, later: ClaimSet) -> None:
    """
    Stop where a revision has suddenly lost nearly all claims: that is a page that was not read, never a mass withdrawal.

    Raises:
        UnreadableDocumentError: The baseline has five claims or more, and the revision less than a fifth as many.
    """
    if len(baseline.claims) >= _FEW and len(later.claims) < _LEAST_SHARE * len(baseline.claims):
        raise UnreadableDocumentError(
            later.document.source,
            f"the new version yields {len(later.claims)} claims where the old one had {len(baseline.claims)}",
            "Check that the whole text was read; if it really was cut down so far, compare it without treating it as a revision.",
        )


_SUPPOSED: Final = frozenset({"travel/met-in", "travel/deed"})


def withdraw(ledger: Ledger) -> None:
    """Write down every claim of the baseline that the new version neither bears out nor changes."""
    vocabulary = ledger.later.vocabulary
    still = None if vocabulary is None else frozenset(word[:_STEM] for word in vocabulary)
    told = {_gist(claim, ledger.linking.later) for claim in ledger.later.claims}
    gatherings = _gatherings(ledger)
    for place, claim in enumerate(ledger.baseline.claims):
        if place in ledger.spent_before or standing(claim) == "none":
            continue
        if _gist(claim, ledger.linking.baseline) in told:
            # Said twice in one version, and matched with its double.
            ledger.spent_before.add(place)
            continue
        if still is not None and _is_still_told(claim, still):
            continue
        if claim.rule in _SUPPOSED:
            # a visit that only a meeting or a deed told of goes with that
            continue
        if claim.kind == "meeting" and _is_joined(_parties(claim, ledger.linking.baseline), gatherings):
            continue
        spoken = claim.kind == "statement"
        said = _said(claim)
        ledger.change(
            "statement.withdrawn" if spoken else "claim.withdrawn",
            subject=subject_of(claim),
            before=said,
            after=None,
            explanation=f"{ledger.then()} the document said: {said}; the new version{_dated(ledger)} leaves it out.",
            rule="revision/left-out",
            old=(place, claim),
        )


def _parties(claim: MeetingClaim, names: Mapping[str, str]) -> frozenset[str]:
    return frozenset(names[name] for name in (*claim.who, *claim.with_))


def _gatherings(ledger: Ledger) -> dict[str, list[frozenset[str]]]:
    """Return participant -> the parties of the meetings that the new version has them in."""
    found: dict[str, list[frozenset[str]]] = {}
    for claim in ledger.later.claims:
        if claim.kind == "meeting" and claim.status != "cancelled":
            parties = _parties(claim, ledger.linking.later)
            for key in parties:
                found.setdefault(key, []).append(parties)
    return found


def _is_joined(parties: frozenset[str], gatherings: Mapping[str, list[frozenset[str]]]) -> bool:
    """Return whether two meetings are told as one now: 'will meet A. She will also meet B', 'will meet B and A'."""
    rarest = min((gatherings.get(key, []) for key in parties), key=len)
    return any(parties <= others for others in rarest[:_CROWD])


def _is_still_told(claim: Claim, still: frozenset[str]) -> bool:
    """
    Return whether the new version still has the words of a claim that nothing in it was found to make.

    A sentence told otherwise is no withdrawal: holder and office, or most words of a statement, are still there. Names and places can be
    in a text for many reasons: of a visit or meeting, most of the words that told of it must be there, too.
    """
    if claim.kind == "title":
        return _stems(claim.person.split()[-1]) <= still and _stems(claim.title) <= still
    if claim.kind == "role":
        return _stems(claim.holder.split()[-1]) <= still and _stems(claim.role) <= still
    if claim.kind in {"visit", "meeting"}:
        return _is_still_planned(claim, still)
    if claim.kind != "statement":
        return False
    words = _stems(claim.words)
    least = 1.0 if claim.direct else _MOST
    return _stems(claim.speaker.split()[-1]) <= still and bool(words) and len(words & still) >= least * len(words)


def _is_still_planned(claim: VisitClaim | MeetingClaim, still: frozenset[str]) -> bool:
    names = (claim.who,) if isinstance(claim, VisitClaim) else (*claim.who, *claim.with_)
    if not all(_stems(name.split()[-1]) <= still for name in names) or not _stems(claim.place or "") <= still:
        return False
    told = frozenset(stem for item in claim.evidence for stem in _stems(item.text))
    return bool(told) and (claim.rule in _SHOWN or len(told & still) >= _MOST * len(told))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in fold(text).split() if len(word) > _SHORT or word.isdigit())


def _gist(claim: Claim, names: Mapping[str, str]) -> tuple[object, ...]:
    """Return all that a claim says, whatever its evidence and the form of its names."""
    keys = tuple(names[name] for name, _ in names_of(claim))
    if claim.kind == "title":
        rest: tuple[object, ...] = (fold(claim.title), claim.since, claim.until)
    elif claim.kind == "role":
        rest = (fold(claim.role), claim.since, claim.until)
    elif claim.kind == "statement":
        rest = (claim.words, claim.direct)
    else:
        rest = (fold(claim.place or ""), claim.when)
    return (claim.kind, keys, claim.status, claim.polarity, *rest)


def _dated(ledger: Ledger) -> str:
    words = ledger.now()
    return f" ({words})" if words.startswith("by ") else ""


def _said(claim: Claim) -> str:
    if claim.kind == "title":
        return f"{claim.person}, {standing_post(claim)}"
    if claim.kind == "role":
        return f"{claim.holder}, {standing_post(claim)}"
    if claim.kind == "statement":
        return f"{claim.speaker}: “{claim.words}”"
    return f"{subject_of(claim)}{time_of(claim)}"
