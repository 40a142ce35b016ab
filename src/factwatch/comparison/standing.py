"""How much a claim can carry: whether it may contradict another, or only disagree with it."""

from __future__ import annotations

from typing import Final, Literal

from factwatch.model.claim import Claim

Standing = Literal["firm", "soft", "none"]
"""
'firm' claims are the document's own plain word; 'soft' ones are somebody's word, hearsay or a denial, and make at most a conflict between
sources; 'none' are possibilities, wishes and guesses, and change nothing.
"""
_GUESS: Final = 0.5
_IDLE: Final = frozenset({"possible", "requested"})


def standing(claim: Claim) -> Standing:
    """Return what *claim* can carry."""
    if claim.modality in _IDLE or claim.confidence < _GUESS:
        return "none"
    if claim.attribution is not None or claim.modality == "reported" or claim.polarity == "negative":
        return "soft"
    return "firm"


def is_denial(claim: Claim) -> bool:
    """Return whether the document says that it is not so."""
    return claim.polarity == "negative"
