"""The dates of a verb: 'resigned on Monday', 'On Monday, A resigned', 'took over in June'."""

from __future__ import annotations

from typing import Final

from factwatch.annotation.dates import DateExpression
from factwatch.extraction.clauses import VerbGroup
from factwatch.extraction.spans import day_of_when
from factwatch.extraction.tenure.frames.model import Frame
from factwatch.extraction.tenure.frames.walk import Walk

_AT_FIRST: Final = frozenset({"on", "in", "from", "since", "late", "early", ",", "at"})


def read_date(walk: Walk, at: int) -> int:
    """Take the date at *at*: 'until May', 'from 1 July', 'on Monday'."""
    walk.preposition = ""
    _take_date(walk.frame, at)
    return at + 1


def _take_date(frame: Frame, at: int) -> None:
    nodes = frame.sentence.nodes
    date = nodes[at].value
    if not isinstance(date, DateExpression):
        return
    lead = frame.sentence.text[date.lead : date.start].lower().strip() if date.lead < date.start else ""
    word = lead or (nodes[at - 1].low if at else "")
    before = nodes[at - 2] if at > 1 else None
    if word == "for" or (word == "since" and before is not None and before.kind == "PER" and before.appositive is not None):
        # 'its president for the next two years' is no beginning, 'B, a director since 2021' none of what is handed to B
        return
    if word.startswith(("until", "till")):
        frame.until = frame.until or date
    elif word in {"from", "since", "effective", "starting", "beginning"} or (at > 1 and nodes[at - 2].low == "effect"):
        frame.since = frame.since or date
    else:
        frame.when = frame.when or date
    frame.end = max(frame.end, nodes[at].end)


def read_dates_before(frame: Frame) -> None:
    """Read 'on Monday resigned', 'On Monday, X resigned', 'In June X took over'."""
    if frame.when or frame.since:
        return
    nodes, group = frame.sentence.nodes, frame.group
    at = group.first - 1
    if at >= 0 and nodes[at].kind == "DAT" and isinstance(nodes[at].value, DateExpression):
        frame.when = nodes[at].value
        return
    if "when" in frame.sentence.lows:
        frame.when = day_of_when(nodes, group.first)
        if frame.when is not None:
            return
    main = frame.verb_before
    if main is not None:
        _date_of_main(frame, main)
    else:
        _opening_date(frame)


def _date_of_main(frame: Frame, main: VerbGroup) -> None:
    """Read 'reshuffled his cabinet on Friday, naming A'."""
    nodes, group, at = frame.sentence.nodes, frame.group, frame.group.first - 1
    if group.participle and group.form == "ing" and nodes[at].kind == "," and nodes[at - 1].kind == "DAT" and main.last < at:
        frame.when = nodes[at - 1].value if isinstance(nodes[at - 1].value, DateExpression) else None


def _opening_date(frame: Frame) -> None:
    """Read 'At a congress in Lusaka on Saturday, the Union elected': before the comma that ends what opens the sentence."""
    nodes = frame.sentence.nodes
    opening = next((index for index in range(frame.group.first) if nodes[index].kind == "DAT"), None)
    if opening is None or not (opening < 2 or (nodes[0].kind == "f" and opening + 1 < len(nodes) and nodes[opening + 1].kind == ",")):  # noqa: PLR2004
        return
    date = nodes[opening].value
    if isinstance(date, DateExpression) and (opening == 0 or nodes[opening - 1].low in _AT_FIRST):
        if opening and nodes[opening - 1].low in {"from", "since"}:
            frame.since = date
        else:
            frame.when = date
