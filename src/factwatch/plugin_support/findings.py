"""What a test that fails has to say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.model.claim import Claim
from factwatch.reporting import Run, render

__all__: Final = ["told"]

# pytest indents what it prints.
_WIDTH: Final = 100


def told(run: Run, *, new: Sequence[Claim] = ()) -> str:
    """Return the report of *run* for a test's failure, with the claims that nobody expected."""
    from factwatch import __version__
    from factwatch.reporting.words import shown
    from factwatch.snapshots.history import describe

    text = render(run, "text", version=__version__, width=_WIDTH)
    if new:
        lines = [f"  {shown(describe(claim))}{_words(claim)}" for claim in new]
        text += "\n".join(["", "NOT EXPECTED", *lines, ""])
    return text


def _words(claim: Claim) -> str:
    from factwatch.reporting.words import shown

    return f": “{shown(claim.evidence[0].text, 200)}”" if claim.evidence else ""
