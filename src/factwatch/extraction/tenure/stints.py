"""How long somebody held an office: 'spent four years as director', 'ended her term as governor', 'after a decade as chairman'."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.spans import date_finding
from factwatch.extraction.tenure.frames import Frame
from factwatch.extraction.tenure.moves import noun_office, taken_post
from factwatch.extraction.tenure.offices import claim, completed, is_office, of_somebody, persons
from factwatch.extraction.tenure.placing import is_for_now
from factwatch.extraction.tenure.telling import is_history, is_later, is_told, starts_later
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("tenure.yaml")
_HOLDING: Final = words_of(_WORDS["holding_verbs"])
_SPENDING: Final = frozenset({"spend"})
_ENDING: Final = words_of(_WORDS["term_ending_verbs"])
_BEGINNING: Final = frozenset({"begin", "start"})
_LOSING: Final = frozenset({"lose"})
_TERMS: Final = words_of(_WORDS["term_nouns"])
_SPANS: Final = words_of(_WORDS["span_nouns"])
_WORK: Final = words_of(_WORDS["work_nouns"])
_JOBS: Final = frozenset({"post", "job", "position", "role", "seat", "office"})
_STAYING: Final = frozenset({"remain", "stay", "continue"})
_COSTING: Final = frozenset({"cost"})
_PORTFOLIOS: Final = words_of(_WORDS["portfolio_nouns"])
LEMMAS: Final = _COSTING | _STAYING | _HOLDING | _SPENDING | _ENDING | _BEGINNING | _LOSING
_REACH: Final = 10
"""Nodes of 'after more than twelve years as'."""
_COUNTING: Final = frozenset({"#", "x", "d", "m", "r", "DAT", "PRO", "p", "f", "v", "ADJ", "s", "LOC", "ORG"})


def find_stints(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """Return the offices that somebody held, lost or ended, by the nouns that the verb has for them."""
    group = frame.group
    if group.lemma in _COSTING:
        yield from _cost(frame, published)
        return
    holders = persons(frame.subject)
    if frame.passive or len(holders) != 1 or not is_told(frame) or is_history(frame, published) or group.infinitive:
        return
    office = next((item for item in frame.offices if not item.plural), None)
    if office is None and group.lemma in _HOLDING and frame.post in _JOBS and frame.since is not None and group.perfect:
        # 'has held the job since 2021': the office that he is known for
        yield of_somebody(frame, holders[0], holders[0], "known", "", since=frame.since)
        return
    if office is None and group.lemma in _HOLDING and frame.post in _PORTFOLIOS:
        ministry = taken_post(frame)
        if ministry is not None:
            # 'who had held the finance portfolio since January'
            gone = "had" in group.chain or (group.tense == "past" and not group.perfect)
            yield claim(frame, holders[0], ministry, "stint", "former" if gone else "current", since=frame.since)
        return
    if office is None and group.lemma in _STAYING and frame.post in _JOBS and frame.until is not None:
        # 'will remain in his role until the end of the year'
        yield of_somebody(frame, holders[0], holders[0], "known", "current", until=frame.until)
        return
    if office is None and group.lemma in _STAYING and "capacity" in frame.sentence.lows and is_for_now(frame):
        # 'stays on in a caretaker capacity'
        yield of_somebody(frame, holders[0], holders[0], "known", "acting")
        return
    if office is None and group.lemma in _BEGINNING and _bare(frame):
        # 'was chosen as envoy. She starts on 1 September': the office to come
        finding = claim(frame, holders[0], None, "starts", "" if group.tense == "past" else "designate", since=frame.since or frame.when)
        finding.extra.update(or_office_of=holders[0], coming_only=True)
        finding.tense = "past" if group.tense == "past" else "future"
        yield finding
        return
    if office is None or frame.preposition not in {"as", "to"}:
        return
    status, dated = _held(frame, published)
    if not status:
        return
    finding = claim(frame, holders[0], completed(office, None), "stint", status, **dated)
    if group.lemma in _HOLDING:
        date_finding(frame.sentence, finding, holds=group.tense != "past", end=office.end)
    yield finding


def _held(frame: Frame, published: dt.date | None) -> tuple[str, dict[str, object]]:
    """Return how the office is held, '' where the verb says nothing of one, and from or until when."""
    group, nouns = frame.group, set(frame.nouns)
    past = group.tense == "past" and not group.perfect
    by_as = frame.preposition == "as"
    day = frame.when or frame.since
    if group.lemma in _HOLDING and frame.post in _JOBS and not by_as:
        return ("former" if past else "current"), {}
    if group.lemma in _SPENDING and nouns & _SPANS and by_as:
        return ("former" if past else "current"), {}
    if group.lemma in _ENDING and nouns & _TERMS and by_as:
        if group.lemma == "serve" and group.tense == "present":
            # 'is serving her second term as'
            return "current", {}
        if is_later(frame) or group.tense == "present":
            return ("current" if day is not None else ""), {"until": day}
        return "former", {"until": day}
    if group.lemma in _BEGINNING and nouns & _TERMS and by_as:
        later = starts_later(frame, published)
        return ("designate" if later and not frame.again else "current"), {} if frame.again else {"since": day}
    if group.lemma in _LOSING and frame.post in _JOBS and by_as and frame.goal is None and group.tense == "past":
        return "former", {"until": day}
    return "", {}


def _cost(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """Read 'The scandal cost A her job as treasurer', 'cost A the captaincy of Fiji'."""
    holders = persons(frame.objects)
    if len(holders) != 1 or frame.passive or frame.group.infinitive or not is_told(frame) or is_history(frame, published):
        return
    office = next((item for item in frame.offices if not item.plural), None) if frame.post in _JOBS else noun_office(frame)
    if office is not None and frame.group.tense == "past":
        yield claim(frame, holders[0], completed(office, None), "cost", "former", until=frame.when)


def _bare(frame: Frame) -> bool:
    """Tell whether nothing but a day, or the job, follows: 'starts on 1 May', 'begins work in June'."""
    if (frame.since or frame.when) is None or frame.objects or frame.preposition:
        return False
    return set(frame.nouns) <= _WORK


def years_as(frame: Frame) -> Title | None:
    """Return the office in 'retired after 12 years as director', 'After a decade as director, A retired'."""
    nodes = frame.sentence.nodes
    at = frame.stop + (frame.stop < len(nodes) and nodes[frame.stop].kind == ",")
    return _span_as(nodes, at) or _span_as(nodes, 0)


def _span_as(nodes: list[Node], at: int) -> Title | None:
    if at >= len(nodes) or nodes[at].low not in {"after", "following"}:
        return None
    counted = False
    for index in range(at + 1, min(len(nodes) - 1, at + _REACH)):
        low = nodes[index].low
        if low == "as":
            after = index + 1
            while after < len(nodes) and nodes[after].kind in {"d", "r"}:
                after += 1
            title = nodes[after].titles[0] if after < len(nodes) and nodes[after].kind == "TTL" else None
            return title if counted and title is not None and is_office(title) and not title.plural else None
        counted = counted or not _SPANS.isdisjoint(low.split())
        if nodes[index].kind not in _COUNTING:
            return None
    return None
