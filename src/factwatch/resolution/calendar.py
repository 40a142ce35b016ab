"""Date expressions -> days, each against the publication date and the day that the text spoke of before."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import Final

from factwatch.annotation.dates import DateExpression, DateValue
from factwatch.annotation.dates.calendar import add_months
from factwatch.extraction.adjuncts import attachment
from factwatch.extraction.clauses import Sentence
from factwatch.extraction.clauses.words import SAY
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage

_DAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
_WEEKDAYS: Final = re.compile(rf"(?:the following )?{_DAY}(?:(?:, and |, | and | to | through |-){_DAY})*\Z")
_NTH: Final = r"(?:the )?\d{1,2}(?:st|nd|rd|th)"
_ORDINALS: Final = re.compile(rf"{_NTH}(?:(?:, and |, | and | to | through |-){_NTH})*\Z")
_SAME_PROGRAMME: Final = 8
"""Sentences within which the days of a programme are of one month."""
_NEAR: Final = 3
"""Sentences after which plans are no longer gone on with."""
_RECENT: Final = 3
"""Days spoken of that another day may count from."""
_LOOKED_AT: Final = 30
"""Dates spoken of among which they are looked for."""
_WEEK: Final = 4
"""Days from the first to the last of a working week."""
_FRESH: Final = dt.timedelta(days=2)
"""Who arrived so long ago is still on the way."""
_LONGEST_STAY: Final = 31
"""Days of an event whose single days are counted."""
_EVE: Final = 2
"""Days before a journey on which somebody may already leave for it."""
_AHEAD: Final = frozenset({"planned", "cancelled", "postponed"})


def resolve_dates(passage: Passage, findings: list[Finding]) -> Mapping[int, DateValue]:
    """
    Return offset of a date expression -> the days meant.

    A finding's own tense decides which Tuesday is meant; elsewhere the verb nearest before the date in its sentence does.
    """
    tenses: dict[int, str | None] = {}
    for finding in findings:
        for date in (finding.when, finding.since, finding.until):
            if isinstance(date, DateExpression) and finding.tense is not None:
                tenses.setdefault(date.start, finding.tense)
        # What begins for somebody designate, or ends for a holder, lies ahead whatever the verb's tense.
        if finding.status in {"designate", "incoming"} and isinstance(finding.since, DateExpression):
            tenses[finding.since.start] = "future"
        if finding.status in {"current", "acting"} and isinstance(finding.until, DateExpression):
            tenses[finding.until.start] = "future"
    events: dict[int, Finding] = {}
    for finding in findings:
        if finding.kind in {"visit", "meeting"} and isinstance(finding.when, DateExpression):
            events.setdefault(finding.when.start, finding)
    at = 0
    sentences = [sentence for sentence in passage.sentences if sentence.unit.starts]
    sentences.sort(key=lambda sentence: sentence.unit.starts[0])
    values: dict[int, DateValue] = {}
    spoken = _Spoken(passage.published)
    plan = _Plan(passage.published)
    for date in passage.dates:
        while at + 1 < len(sentences) and sentences[at + 1].unit.starts[0] <= date.start:
            at += 1
        tense = tenses.get(date.start) or (_tense_at(sentences[at], date) if sentences else None)
        value = spoken.resolve(date, tense) if date.told else date.resolve(passage.published, tense=tense)  # type: ignore[arg-type]  # 'past', 'future' or None
        if value is None:
            continue
        event = events.get(date.start)
        if event is not None and event.status in _AHEAD:
            value = plan.go_on(date, value, event, sentences[at] if sentences else None)
        elif event is not None and event.kind == "visit":
            plan.begin(value)
        values[date.start] = value
        spoken.add(value, saying=event is None and bool(sentences) and _of_saying(sentences[at], date))
    return values


_PRECISIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "month": ("day", "month"),
    "year": ("day", "month", "year"),
    "decade": ("day", "month", "year"),
}
"""What 'the following month' and 'two years later' may count from; a day counts from a day alone."""


class _Spoken:
    """The days, months and years that a text spoke of so far, for those that count from them."""

    def __init__(self, published: dt.date | None) -> None:
        self.published = published
        self.told: list[tuple[str, dt.date]] = []
        self.said: list[dt.date] = []
        self.stretch: tuple[dt.date, dt.date] | None = None

    def add(self, value: DateValue, *, saying: bool) -> None:
        """Take in a day, or a stretch of days; the one on which somebody said something counts less."""
        if value.precision == "day" and saying:
            self.said.append(value.first)
        elif value.precision in {"day", "month", "year"}:
            self.told.append((value.precision, value.first))
        elif value.precision == "interval" and (value.last - value.first).days <= _LONGEST_STAY:
            self.stretch = (value.first, value.last)
            # 'on March 19-20, and in Quito the day after'
            self.told.append(("day", value.last))

    def resolve(self, date: DateExpression, tense: str | None) -> DateValue | None:
        """
        Return what *date* means from the last day spoken of that fits the tense.

        'A day earlier, he met A' does not count from plans for next week, nor 'The following day he will fly' from a week ago.
        """
        wanted = _PRECISIONS.get(date.told_unit, ("day",))
        told = [day for precision, day in self.told[: -_LOOKED_AT - 1 : -1] if precision in wanted]
        days: list[dt.date | None] = [*told[:_RECENT], *self.said[: -_RECENT - 1 : -1]]
        if self.published is not None:
            days.append(self.published)
        first: DateValue | None = None
        for context in days or [None]:
            value = date.resolve(self.published, tense=tense, context=context, stretch=self.stretch)  # type: ignore[arg-type]  # 'past', 'future' or None
            first = value if first is None else first
            if value is None or context is None or self.published is None:
                continue
            if (tense == "past" and max(context, value.first) <= self.published) or (tense == "future" and value.last >= self.published):
                return value
            if tense not in {"past", "future"}:
                return value
        return first


def _of_saying(sentence: Sentence, date: DateExpression) -> bool:
    """Tell whether the date is the day on which somebody said something."""
    at = bisect_right(sentence.nodes, date.start, key=lambda node: node.start) - 1
    owner = attachment(sentence).owners[at] if at >= 0 else None
    return owner is not None and owner.lemma in SAY


class _Plan:
    """The days of an itinerary so far, which the weekdays of its next stops follow."""

    def __init__(self, published: dt.date | None) -> None:
        self.published = published
        self.event: Finding | None = None
        self.first = dt.date.min
        self.begun = dt.date.min
        self.last = dt.date.min
        self.month: dt.date | None = None
        """The month of the plan told last, where no day of it was told."""
        self.is_under_way = False
        """The text has told of a visit that began within the last days."""

    def begin(self, value: DateValue) -> None:
        """Take in the day of a visit that has begun, or is over."""
        if self.published is not None and dt.timedelta() <= self.published - value.first <= _FRESH:
            self.is_under_way = True

    def _month_of_plan(self, value: DateValue) -> DateValue:
        """'lands in Hanoi on 9 November ... will open a school in Huế on the 15th': of the month of the plans told before."""
        start = self.month or self.first
        if self.published is None or start <= self.published or value.precision not in {"day", "interval"}:
            return value
        months = (start.year - value.first.year) * 12 + start.month - value.first.month
        if months <= 0:
            return value
        return DateValue(_shown(add_months(day, months) for day in (value.first, value.last)), value.qualifier)

    def go_on(self, date: DateExpression, value: DateValue, event: Finding, sentence: Sentence | None) -> DateValue:
        """
        Return the days of *event*, and take them in.

        'Ghana on Monday and Togo on Wednesday': that Wednesday is the one after the Monday, even if another one comes before. Bare weekdays
        only are moved, by whole weeks: past the stop before in one sentence, past the first one in later ones, which may come back to it.
        """
        if self.published is None:
            return value
        stop = self.event
        follows = stop is not None and _goes_on(stop, event, sentence)
        if stop is not None and follows and self.first > self.published and _WEEKDAYS.match(date.text):
            week = (self.last - self.begun).days >= _WEEK
            floor = self.begun if week else self.last if event.unit == stop.unit else self.first
            if self.begun <= value.first <= self.last:
                # 'next week, starting in Quito on Monday': a day of those told before
                floor = value.first
            weeks = -((value.first - floor).days // 7)
            if self.is_under_way and event.unit != stop.unit:
                # 'arrived on Thursday ... goes on to Tokyo on Sunday. She meets X on Friday'
                weeks = 0
            elif event.rule == "travel/leave" and 0 < (floor - value.first).days <= _EVE:
                # 'will travel next week ... He leaves on Sunday'
                weeks = 0
            if weeks > 0:
                days = (day + dt.timedelta(days=7 * weeks) for day in (value.first, value.last))
                value = DateValue(_shown(days), value.qualifier)
        elif stop is not None and _ORDINALS.match(date.text) and event.unit - stop.unit <= _SAME_PROGRAMME:
            value = self._month_of_plan(value)
        if event.status == "planned" and value.precision == "month":
            # 'will be in Lima in April. She flies to Quito on the 14th'
            self.month, self.event = value.first, event
        if event.status == "planned" and value.precision in {"day", "interval"} and value.first >= self.published:
            self.first = min(self.first, value.first) if follows and self.first > self.published else value.first
            self.begun, self.last, self.month = value.first, value.last, None
            self.event = event
        return value


def _shown(days: Iterable[dt.date]) -> str:
    return "/".join(dict.fromkeys(day.isoformat() for day in days))


def _goes_on(stop: Finding, event: Finding, sentence: Sentence | None) -> bool:
    """Tell whether *event* goes on with the plans of those whom *stop* is about: nobody else is named in a sentence near by."""
    if event.unit - stop.unit > _NEAR:
        return False
    named = [node.name for node in event.who if node.kind == "PER" and node.name] or _speaker_of(sentence, event)
    before = {word for node in stop.who for word in (node.name or node.text).split()}
    carried = sentence is not None and bool(event.who) and event.who[0].start < sentence.nodes[0].start
    if carried and all(node.kind == "PRO" for node in stop.who):
        # 'He travels to Apia on Tuesday. The visit ends in Suva on Thursday'
        return True
    return all(name.split()[-1] in before for name in named)


def _speaker_of(sentence: Sentence | None, event: Finding) -> list[str]:
    """Return whom 'she' means in 'Minister A said she would visit': the one named last before it in its sentence."""
    if sentence is None or not event.who or event.who[0].kind != "PRO":
        return []
    return [node.name for node in sentence.nodes if node.kind == "PER" and node.name and node.start < event.who[0].start][-1:]


def _tense_at(sentence: Sentence, date: DateExpression) -> str | None:
    best = None
    for group in sentence.groups:
        node = sentence.nodes[group.main]
        if node.start < date.start or best is None:
            best = group
    if best is None:
        return None
    if best.tense in {"past", "future"}:
        return best.tense
    return (
        "future"
        if best.lemma in {"meet", "visit", "travel", "fly", "arrive", "head", "go", "leave", "depart", "begin", "start"}
        and best.form == "s"
        else None
    )
