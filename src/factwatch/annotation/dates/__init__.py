"""Dates in English news text: where they stand, and which days they are."""

from __future__ import annotations

from typing import Final

from factwatch.annotation.dates.expression import DateExpression, find_dates
from factwatch.model.dates import DateValue

__all__: Final = ["DateExpression", "DateValue", "find_dates"]
