"""The tags behind the names of members of the US Congress: 'D-Calif.', 'R-OH'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.phrases.words import STATES_IN_TAGS

_POSTAL: Final = 2
"""Letters of a postal abbreviation."""


def state_of(tag: str) -> str | None:
    """Return the state of 'D-Calif.', 'R-Ohio', 'R-OH'; None where the words are no such tag."""
    party, hyphen, state = tag.partition("-")
    if not hyphen or party not in {"D", "R", "I"} or not state[:1].isupper():
        return None
    return STATES_IN_TAGS.get(state.rstrip("."), state if len(state) > _POSTAL else None)
