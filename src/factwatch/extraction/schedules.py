"""Days that stand on a line of their own, over the entries of a programme or diary."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from attrs import define

from factwatch.annotation.dates import DateExpression
from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage

_LONGEST: Final = 60
"""Characters of a line that is a heading."""
_LINES: Final = 8
"""Lines that a heading is over at most, where no other one follows."""
_BESIDE: Final = re.compile(
    r"(?:day (?:\d{1,2}|one|two|three|four|five|six|seven)|date|programme|program|schedule|itinerary)\b|[\W_]", re.IGNORECASE
)
"""What may stand beside the date."""
_OPENING: Final = re.compile(r"[*_]*[.:][*_]*[ \t]+(?=\S)")
"""What stands between a day that opens a paragraph and the entries behind it."""
_YEAR: Final = re.compile(r"\b\d{4}\b")
_TITLE: Final = re.compile(r"[^.!?:\d]{3,40}")
"""Another heading, at which the entries of a day end."""


@define(eq=False)
class Schedule:
    """The days of a document that head what follows them."""

    starts: list[int]
    """Where the entries of each begin, as offsets."""
    ends: list[int]
    days: list[DateExpression]

    def day_at(self, offset: int) -> DateExpression | None:
        """Return the day under which the words at *offset* stand."""
        at = bisect_right(self.starts, offset) - 1
        return self.days[at] if at >= 0 and offset < self.ends[at] else None


def schedule(passage: Passage) -> Schedule:
    """Return the days that stand on lines of their own; the day of publication at the top of a release is none of them."""
    text = passage.text
    found: list[tuple[int, DateExpression]] = []
    paragraphs: dict[int, int] = {}
    for date in passage.dates:
        start = text.rfind("\n", max(0, date.start - _LONGEST), date.start) + 1
        # the hour of the first entry may have been read as the date's
        last = date.start + len(date.text.partition("\n")[0])
        end = text.find("\n", last, last + _LONGEST)
        opens = _OPENING.match(text, last)
        if (
            opens
            and (start or text[: date.start].isspace())
            and not _BESIDE.sub("", text[start : date.start])
            and date.resolve(passage.published)
        ):
            # 'Monday 24 March. Working lunch with A': the day of its own paragraph
            close = text.find("\n", last)
            found.append((opens.end(), date))
            paragraphs[date.start] = close if close >= 0 else len(text)
            continue
        if end < 0 or (start == 0 and date.start > _LONGEST) or end - start > _LONGEST:
            continue
        if _BESIDE.sub("", text[start : date.start]) or _BESIDE.sub("", text[last:end]):
            continue
        value = date.resolve(passage.published)
        if value is None or (value.first == passage.published and _YEAR.search(date.text)):
            continue
        found.append((end, date))
    limits = [*(date.start for _, date in found[1:]), len(text)]
    ends = [
        paragraphs.get(date.start) or _end(text, begin, limit, alone=len(found) == 1)
        for (begin, date), limit in zip(found, limits, strict=False)
    ]
    return Schedule([begin for begin, _ in found], ends, [date for _, date in found])


def _end(text: str, begin: int, limit: int, *, alone: bool) -> int:
    """Return where the entries end that begin at *begin*: before the next heading, or after some lines."""
    at = begin
    first = -1
    for _ in range(_LINES // 2 if alone else _LINES):
        while at < limit and text[at] in "\n\r \t":
            at += 1
        # what stands right below a day is an entry: 'Depart Accra for Colombo'
        first = at if first < 0 else first
        stop = text.find("\n", at, limit)
        if stop < 0:
            return limit
        if at > first and _TITLE.fullmatch(text[at:stop].strip()):
            return at
        at = stop
    return at


def day_over(plan: Schedule, sentence: Sentence) -> DateExpression | None:
    """Return the day that heads *sentence*, None where it names one of its own."""
    nodes = sentence.nodes
    if not plan.days or not nodes or any(node.kind == "DAT" and not node.text.isdigit() for node in nodes):
        return None
    return plan.day_at(nodes[0].start)


def give_days(passage: Passage, findings: list[Finding]) -> None:
    """Give the visits and meetings without a day the one that heads them."""
    plan = schedule(passage)
    if not plan.days:
        return
    sentences = {sentence.unit.index: sentence for sentence in passage.sentences}
    for finding in findings:
        if finding.when is None and finding.status != "cancelled" and finding.unit in sentences:
            finding.when = day_over(plan, sentences[finding.unit])
