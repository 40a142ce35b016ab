"""'B will take over from A on 1 July', 'takes over at once': the office is the one spoken of before, or the predecessor's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.tenure.frames import Frame
from factwatch.extraction.tenure.offices import KEPT, claim, main_title, of_somebody
from factwatch.extraction.tenure.placing import is_for_now
from factwatch.extraction.tenure.telling import starts_later
from factwatch.extraction.tenure.unnamed import THE_POST, vacant
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import Place

_OF_PEOPLE: Final = frozenset({"minister", "senator", "mp", "lawmaker", "legislator", "congressman", "congresswoman"})
_TAKEN_OVER: Final = words_of(data_file("tenure.yaml")["taken_over"])
DOCKETS: Final = words_of(data_file("tenure.yaml")["dockets"])


def takes_over(frame: Frame, holder: Node, published: dt.date | None) -> Iterator[Finding]:
    """'B will take over on 1 April', 'takes over on 1 July from A': the office is the one spoken of before."""
    if is_for_now(frame) and not frame.objects and not frame.offices and frame.source is None:
        # 'sacked its coach, with B taking over on an interim basis'
        yield vacant(frame, holder, published)
        return
    if frame.objects or set(frame.nouns) - _TAKEN_OVER or frame.group.verb == "take up":
        return
    later, date, old = starts_later(frame, published), frame.since or frame.when, frame.source
    if old is not None:
        yield from _from_somebody(frame, holder, old, later=later)
    elif later or date is not None:
        finding = claim(frame, holder, None, "take-over", "designate" if later else "current", since=date)
        finding.extra["office_before"] = True
        yield finding
    elif (frame.post in THE_POST and frame.group.tense == "past") or not (frame.post or frame.nouns or frame.preposition):
        # 'A died last month. B has taken over the post', 'A was dismissed. B takes over at once'
        yield vacant(frame, holder, published)


def _from_somebody(frame: Frame, holder: Node, old: Node, *, later: bool) -> Iterator[Finding]:
    """Read 'takes over from A'."""
    date, title, status = frame.since or frame.when, main_title(old), "designate" if later else "current"
    if title is not None and title.bare and title.head.name in KEPT:
        # 'takes over from the founder, Chief A': how he is called, not what he leaves
        title = None
    if title is None and holder.kind == "TTL" and not holder.titles[0].plural and not _describes(holder.titles[0]):
        # 'the new vice-chancellor will take over from A'
        office = evolve(holder.titles[0], status="current", status_word="")
        yield claim(frame, old, office, "taken-over", "current" if later else "former", until=date if later else None)
    elif title is not None:
        yield claim(frame, holder, title, "take-over", status, since=date)
        if not later:
            yield claim(frame, old, title, "taken-over", "former")
    elif old.kind != "PER":
        finding = claim(frame, holder, None, "take-over", status, since=date)
        finding.extra["office_before"] = True
        yield finding
    elif not later and frame.post in DOCKETS:
        # 'took over the docket in April from A': the office that the new holder is known for
        yield of_somebody(frame, holder, holder, "known", "", since=date)
        yield of_somebody(frame, old, holder, "taken-over", "former")
    else:
        yield of_somebody(frame, holder, old, "take-over", status, since=date)
        yield _hands_on(frame, holder, old, later=later)


def _describes(title: Title) -> bool:
    """Tell whether an office tells who somebody is by where he comes from rather than what he takes over: 'the Soweto minister'."""
    town = title.of_kind == "N" or (isinstance(title.of_value, Place) and title.of_value.kind == "city")
    return town and title.head.name in _OF_PEOPLE


def _hands_on(frame: Frame, holder: Node, old: Node, *, later: bool) -> Finding:
    """Take from *old* the office that he is known for, or the one that *holder* was told to get."""
    if not later:
        finding = of_somebody(frame, old, old, "taken-over", "former")
        finding.extra["or_office_of"] = holder
        return finding
    finding = of_somebody(frame, old, old, "taken-over", "current", until=frame.since or frame.when)
    finding.extra.update(or_office_of=holder, gained_only=True)
    finding.tense = "future"
    return finding
