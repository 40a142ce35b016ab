"""What settles which days the words of a date mean: when they were written, and what was spoken of before."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from attrs import frozen

Tense = Literal["past", "future"]


@frozen
class Moment:
    """When a text was written, which tense a date stands in, and which day the text spoke of last."""

    anchor: dt.date | None = None
    tense: Tense | None = None
    context: dt.date | None = None
    stretch: tuple[dt.date, dt.date] | None = None
    """First and last day of the visit, or other event of several days, that the text spoke of last."""
