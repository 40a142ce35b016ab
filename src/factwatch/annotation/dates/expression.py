"""Date expressions and how a text is searched for them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any, Final

from attrs import evolve, field, frozen

from factwatch.annotation.dates.composed import Interval
from factwatch.annotation.dates.grammar import Parser
from factwatch.annotation.dates.moment import Moment, Tense
from factwatch.annotation.dates.scanner import regions
from factwatch.annotation.dates.traits import context_unit, direction, hangs_on_context, is_day
from factwatch.annotation.dates.vocabulary import vocabulary
from factwatch.model.dates import DateValue

_NUMERALS: Final = re.compile(r"(?<![\d/.-])(\d{1,2})[/.](\d{1,2})[/.]\d{2,4}(?![\d/])")
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
_DAY_MONTH: Final = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\b")
_MONTH_DAY: Final = re.compile(rf"\b{_MONTH}\.? \d{{1,2}}\b")
_MONTHS: Final = 12
_ENDS: Final = re.compile(r" to | until | till | and |\s?[-–]\s?")


@frozen
class DateExpression:
    """Words that name a day, several days, a month, a year or another stretch of the calendar."""

    start: int
    """First character, counted from the start of the text."""
    end: int
    """First character outside."""
    text: str
    """The words, without those that only introduce them ('on', 'since')."""
    anchored: bool
    """True where the words need a publication date, or the day that the text spoke of before."""
    direction: Tense | None
    """Which way from now the words themselves point: 'last', 'ago', 'earlier' or 'next', 'coming', 'in two weeks'."""
    lead: int
    """Where the words begin that set a bound: 'since', 'by', 'between'; `start` where there are none."""
    _meaning: Any = field(repr=False)

    @property
    def told(self) -> bool:
        """Whether the words count from a day that the text spoke of before: 'the next day', 'the last day of the visit'."""
        return hangs_on_context(self._meaning)

    @property
    def told_unit(self) -> str:
        """The unit that such words count in: 'year' for 'two years later' and 'that year'."""
        return context_unit(self._meaning)

    @property
    def one_day(self) -> bool:
        """Whether the words name a single day, rather than a week, a month or a stretch of days."""
        return is_day(self._meaning) and not isinstance(self._meaning, Interval)

    def ends(self) -> tuple[DateExpression, DateExpression] | None:
        """Return the two ends of '2012 to 2014' as dates of their own; None where the words do not name both in full."""
        words = _ENDS.split(self.text)
        if len(words) != 2:  # noqa: PLR2004  # two ends
            return None
        # 'in' shows that a number is a year
        found = [find_dates(f"in {word}") for word in words]
        if any(len(dates) != 1 for dates in found):
            return None
        first, last = (evolve(dates[0], start=self.start, end=self.end, lead=self.lead) for dates in found)
        return first, last

    def resolve(
        self,
        anchor: dt.date | None,
        *,
        tense: Tense | None = None,
        context: dt.date | None = None,
        stretch: tuple[dt.date, dt.date] | None = None,
    ) -> DateValue | None:
        """
        Return the days meant.

        Args:
            anchor: Day of publication.
            tense: Of the verb that the date goes with: it decides which Tuesday, March 26 or June is meant. Without it the nearest is.
            context: The day that the text spoke of last, for 'the following day', 'two days earlier', 'that year'.
            stretch: First and last day of the event that the text spoke of last, for 'the second day of the visit'.

        Returns:
            None where the words hang on a day that was not given, or name one that the calendar does not have.
        """
        try:
            period = self._meaning.period(Moment(anchor, tense, context, stretch))
            return period.value() if period else None
        except (ValueError, OverflowError):
            # Beyond year 1 or 9999.
            return None


def find_dates(text: str, *, day_first: bool | None = None) -> tuple[DateExpression, ...]:
    """
    Find the date expressions of *text*, in order and apart from each other.

    Args:
        text: Raw text; offsets count its characters.
        day_first: How to read 03/04/2025. None: as other dates of the text show (25/03/2025; '3 April' or 'April 3'), else month first,
            but day first where dots stand between (3.4.2025).

    A date goes on over a line break, never over an empty line.
    """
    words = vocabulary()
    order = _order(text, day_first=day_first)
    found: list[DateExpression] = []
    for tokens in regions(text, words):
        for item in Parser(text, tokens, words, order).parse():
            start, end = tokens[item.start].start, tokens[item.end - 1].end
            meaning = item.meaning
            found.append(
                DateExpression(start, end, text[start:end], bool(meaning.anchored), direction(meaning), min(item.lead, start), meaning),
            )
    return tuple(found)


def _order(text: str, *, day_first: bool | None) -> Callable[[str], bool]:
    """Return what tells whether an ambiguous numeral is day first; the text is asked once, and only if there is such a numeral."""
    if day_first is not None:
        return lambda _numeral: day_first
    shown: list[int] = []

    def tell(numeral: str) -> bool:
        if not shown:
            shown.append(_shown(text))
        return shown[0] > 0 if shown[0] else "." in numeral

    return tell


def _shown(text: str) -> int:
    """Return a positive number where the text writes days first, a negative one where months, 0 where nothing shows it."""
    votes = 0
    for first, second in _NUMERALS.findall(text):
        votes += (int(first) > _MONTHS) - (int(second) > _MONTHS)
    if votes:
        return votes
    return sum(1 for _ in _DAY_MONTH.finditer(text)) - sum(1 for _ in _MONTH_DAY.finditer(text))
