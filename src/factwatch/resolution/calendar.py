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
_NEAR: Final = 5


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
    events = {
        finding.when.start: finding.unit
        for finding in findings
        if finding.kind in {"visit", "meeting"}
        and finding.status in {"planned", "cancelled", "postponed"}
        and isinstance(finding.when, DateExpression)
    }
    stop: tuple[dt.date, int] | None = None
    for date in passage.dates:
        while at + 1 < len(sentences) and sentences[at + 1].unit.starts[0] <= date.start:
            at += 1
        tense = tenses.get(date.start) or (_tense_at(sentences[at], date) if sentences else None)
        value = date.resolve(passage.published, tense=tense, context=context)  # type: ignore[arg-type]  # 'past', 'future' or None
        if value is None:
            continue
        if date.start in events:
            value = _after_stop(date, value, stop, events[date.start], passage.published)
            if value.precision == "day" and passage.published is not None and value.first >= passage.published:
                stop = (value.first, events[date.start])
        values[date.start] = value
        if value.precision == "day":
            context = value.first
    return values


def _after_stop(
    date: DateExpression, value: DateValue, stop: tuple[dt.date, int] | None, unit: int, published: dt.date | None
) -> DateValue:
    """
    Read 'on Wednesday' in an itinerary as the Wednesday after the stop told before it.

    Only a bare weekday a few sentences after a stop that lies in the future moves, and by whole weeks.
    """
    if stop is None or published is None or stop[0] <= published or unit - stop[1] > _NEAR or not _WEEKDAY.match(date.text):
        return value
    first = value.first
    while first < stop[0]:
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
