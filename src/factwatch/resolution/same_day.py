"""
Days that the text has told before and an event goes by: 'In the afternoon he met X', 'Shortly after his arrival he was received by Y'.

A diary gives the day before its entries, in front of them or on a line of its own: 'Wednesday, 12 November: The King received X'.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final

from attrs import define, field, frozen

from factwatch.annotation.dates import DateValue
from factwatch.extraction.adjuncts import attachment
from factwatch.extraction.clauses import Sentence
from factwatch.extraction.meetings.plurals import is_pair
from factwatch.extraction.occasion import is_its_day
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node
from factwatch.lexicon.loader import data_file, words_of
from factwatch.resolution.model import Resolved
from factwatch.resolution.scene import SAYING

_DATA: Final = data_file("references.yaml")
_PARTS: Final = words_of(_DATA["day_parts"])
_OPENERS: Final = words_of(_DATA["day_openers"])
_ALONE: Final = words_of(_DATA["same_day"])
_SOON: Final = words_of(_DATA["soon"])
_SOON_BEHIND: Final = words_of(_DATA["soon_behind"])
_HOURS: Final = words_of(_DATA["within_hours"])
_EVENTS: Final = words_of(_DATA["same_day_events"])
_ARRIVALS: Final = words_of(_DATA["arrival_scenes"])
_SPENT: Final = words_of(_DATA["days_spent"])
_SPENDING: Final = words_of(_DATA["spending"])
_SIGNS: Final = _PARTS | _SPENT | _ALONE | _SOON | _HOURS | _EVENTS
_DONE: Final = 6
"""A day told further back, in units of the narration, is no longer the one that the text is at."""
_PLANNED: Final = 2
"""Nor is that of other plans."""
_PARAGRAPHS: Final = 3
"""Nor one told more paragraphs before."""
_DIARY: Final = 2
"""So many lines that are a day and nothing else make a diary."""
_HOUR: Final = re.compile(r"\d{1,2}[.:]\d\d(?:\s?(?:am|pm|a\.m\.|p\.m\.|GMT|UTC|h))?\b")
"""'17:15', '11.40 GMT' before an entry of a live report."""
_ANOTHER_TIME: Final = frozenset({"again", "eventually", "later", "next", "once", "soon"})
_TIMES: Final = frozenset({"after", "before", "following"})
_LABELS: Final = frozenset({":", "-"})
_LENGTH: Final = 3
"""'within the next hour', in nodes."""


@frozen
class _Told:
    """A day that the narration tells."""

    unit: float
    paragraph: int
    start: int
    value: DateValue
    saying: bool
    """It is the day on which somebody said something."""


@define(eq=False)
class SameDay:
    """The days of one document's sentences that its events may go by."""

    _passage: Passage
    _dates: Mapping[int, DateValue]
    _told: list[_Told] = field(factory=list)
    """The days told in the narration, in the order of the text."""
    _live: set[int] = field(factory=set)
    """Paragraphs that begin with an hour, as entries of a report of the day do."""
    _labels: dict[int, DateValue] = field(factory=dict)
    """Paragraph -> the day that a diary puts before it."""

    def __attrs_post_init__(self) -> None:
        """Read the days of the narration, and those before the entries of a diary."""
        alone: list[tuple[int, DateValue]] = []
        for sentence in self._passage.sentences:
            unit = sentence.unit
            if unit.quotation is not None or unit.turn is not None:
                continue
            if sentence.nodes and _HOUR.match(self._passage.text, sentence.nodes[0].start):
                self._live.add(unit.paragraph)
            for index, node in enumerate(sentence.nodes):
                value = self._dates.get(node.start) if node.kind == "DAT" else None
                if value is None or value.precision != "day":
                    continue
                if index == 0 and len(sentence.nodes) == 1:
                    alone.append((unit.paragraph, value))
                elif index == 0 and sentence.nodes[1].kind in _LABELS:
                    self._labels.setdefault(unit.paragraph, value)
                elif is_its_day(sentence.nodes, index):
                    owner = attachment(sentence).owners[index]
                    saying = owner is not None and owner.lemma in SAYING
                    self._told.append(_Told(unit.index, unit.paragraph, node.start, value, saying))
        if len(alone) >= _DIARY:
            self._spread(alone)

    def _spread(self, alone: Sequence[tuple[int, DateValue]]) -> None:
        """Give a day on a line of its own to the paragraphs up to the next one."""
        last = self._passage.sentences[-1].unit.paragraph
        ends = [paragraph for paragraph, _ in alone[1:]] + [last + 1]
        for (paragraph, value), end in zip(alone, ends, strict=True):
            for entry in range(paragraph + 1, end):
                self._labels.setdefault(entry, value)

    def settle(self, items: Sequence[Resolved], sentences: Mapping[float, Sentence]) -> None:
        """Give the visits and meetings among *items* that have no day the one they go by."""
        for item in items:
            finding = item.finding
            if finding.kind not in {"visit", "meeting"} or item.when is not None or finding.when is not None or finding.negative:
                continue
            sentence = sentences[finding.unit]
            unit = sentence.unit
            if unit.quotation is not None or unit.turn is not None:
                continue
            label = self._labels.get(unit.paragraph)
            if label is not None and not any(node.kind == "DAT" and node.start < finding.end for node in sentence.nodes[1:]):
                item.when = label
            elif (
                unit.paragraph in self._live
                and len(self._live) >= _DIARY
                and finding.status == "done"
                and _has_no_day(sentence, finding.end)
            ):
                item.when = self._today()
            elif not sentence.lows.isdisjoint(_SIGNS) and (sign := _sign_of_day(sentence, finding.end)) >= 0:
                item.when = self._day_before(item, sentence, sign, _DONE if finding.status == "done" else _PLANNED)
            elif finding.rule == "travel/received" and finding.status == "done" and not sentence.lows.isdisjoint(_ARRIVALS):
                # 'came north on Monday. He was welcomed at the airport by X'
                item.when = self._day_before(item, sentence, sentence.nodes[0].start, 1, saying=False)
            elif _goes_on(item, sentence):
                # 'A and B signed a treaty on Thursday. The two ministers met in Kiel', 'will be greeted on Friday by B. They plan to talk'
                item.when = self._day_before(item, sentence, finding.who[0].start, 1, saying=False)

    def _today(self) -> DateValue | None:
        published = self._passage.published
        return DateValue(published.isoformat()) if published is not None else None

    def _day_before(self, item: Resolved, sentence: Sentence, at: int, near: int, *, saying: bool = True) -> DateValue | None:
        """
        Return the day told last, where it fits what is done or planned.

        Args:
            item: The event that has no day.
            sentence: Where it is told.
            at: Offset before which the day stands.
            near: How many units before the sentence it is told at most.
            saying: The day on which somebody said something counts too.
        """
        index = bisect_left(self._told, at, key=lambda told: told.start)
        published = self._passage.published
        if not index or published is None:
            return None
        told = self._told[index - 1]
        if sentence.unit.index - told.unit > near or sentence.unit.paragraph - told.paragraph > _PARAGRAPHS or (told.saying and not saying):
            return None
        value = told.value
        fits = value.first <= published if item.finding.status == "done" else value.last >= published
        return value if fits else None


def _goes_on(item: Resolved, sentence: Sentence) -> bool:
    """Tell whether the meeting is one of those whom the text has just told of together, and not another time."""
    finding = item.finding
    if finding.kind != "meeting" or finding.other or not finding.who or not all(is_pair(node) for node in finding.who):
        return False
    # of what is to come only 'they' goes on: 'the two leaders will meet in Oslo' may be another day
    they = all(node.low == "they" for node in finding.who)
    return finding.status == "done" or (finding.status == "planned" and they and sentence.lows.isdisjoint(_ANOTHER_TIME))


def _has_no_day(sentence: Sentence, end: int) -> bool:
    return not any(node.kind == "DAT" and node.start < end for node in sentence.nodes)


def _sign_of_day(sentence: Sentence, end: int) -> int:
    """
    Return where a sentence says that an event which ends at *end* is of the day told before, -1 where it does not.

    'In the afternoon he met X'; 'opened a school on Monday and in the evening flew to Rome': no other day is told behind the sign.
    """
    nodes = sentence.nodes
    last = max((node.start for node in nodes if node.kind == "DAT" and node.start < end), default=-1)
    found = [node.start for index, node in enumerate(nodes) if node.low in _SIGNS and _is_sign(nodes, index)]
    if last < 0:
        return nodes[0].start if found else -1
    return next((start for start in found if last < start < end), -1)


def _is_sign(nodes: Sequence[Node], at: int) -> bool:
    low = nodes[at].low
    if low in _ALONE:
        return True
    behind = nodes[at + 1].low if at + 1 < len(nodes) else ""
    if low in _SOON and behind in _SOON_BEHIND:
        return True
    before = [node.low for node in nodes[max(0, at - _LENGTH) : at]]
    if low in _HOURS and "within" in before:
        return True
    if low in _SPENT and len(before) > 1 and before[-1] == "the" and before[-2] in _SPENDING:
        return True
    if low in _PARTS:
        return bool(before) and (before[-1] in _OPENERS or (before[-1] == "the" and len(before) > 1 and before[-2] in _OPENERS))
    return low in _EVENTS and before[-1:] == ["the"] and len(before) > 1 and before[-2] in _TIMES
