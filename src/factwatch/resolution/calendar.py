"""Date expressions -> days, each against the publication date and the day that the text spoke of before."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Final

from factwatch.annotation.dates import DateExpression, DateValue
from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage

_WEEKDAY: Final = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?\Z")
_NEAR: Final = 3
"""Sentences after which plans are no longer gone on with."""
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
    at = 0
    sentences = [sentence for sentence in passage.sentences if sentence.unit.starts]
    sentences.sort(key=lambda sentence: sentence.unit.starts[0])
    values: dict[int, DateValue] = {}
    context = None
    events: dict[int, Finding] = {}
    for finding in findings:
        if finding.kind in {"visit", "meeting"} and finding.status in _AHEAD and isinstance(finding.when, DateExpression):
            events.setdefault(finding.when.start, finding)
    stop: tuple[dt.date, Finding] | None = None
    for date in passage.dates:
        while at + 1 < len(sentences) and sentences[at + 1].unit.starts[0] <= date.start:
            at += 1
        tense = tenses.get(date.start) or (_tense_at(sentences[at], date) if sentences else None)
        value = date.resolve(passage.published, tense=tense, context=context)  # type: ignore[arg-type]  # 'past', 'future' or None
        if value is None:
            continue
        if date.start in events:
            event = events[date.start]
            if stop is not None and _goes_on(stop[1], event):
                value = _after_stop(date, value, stop[0], passage.published)
            ahead = passage.published is not None and value.first >= passage.published
            if value.precision == "day" and ahead and event.status == "planned":
                stop = (value.first, event)
        values[date.start] = value
        if value.precision == "day":
            context = value.first
    return values


def _goes_on(stop: Finding, event: Finding) -> bool:
    """Tell whether *event* goes on with the plans of those whom *stop* is about: nobody else is named in a sentence near by."""
    if event.unit - stop.unit > _NEAR:
        return False
    named = [node.name for node in event.who if node.kind == "PER" and node.name]
    before = {word for node in stop.who for word in (node.name or node.text).split()}
    return all(name.split()[-1] in before for name in named)


def _after_stop(date: DateExpression, value: DateValue, stop: dt.date, published: dt.date | None) -> DateValue:
    """
    Read 'on Wednesday' in an itinerary as the Wednesday after the stop told before it.

    Only a bare weekday after a stop that lies in the future moves, and by whole weeks.
    """
    if published is None or stop <= published or not _WEEKDAY.match(date.text):
        return value
    first = value.first
    while first < stop:
        first += dt.timedelta(days=7)
    return DateValue(first.isoformat(), value.qualifier) if first != value.first else value


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
