"""The finding of an office that somebody leaves, and which office that is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.tenure.acts import just_begun
from factwatch.extraction.tenure.frames import Frame
from factwatch.extraction.tenure.moves import noun_office
from factwatch.extraction.tenure.offices import claim, completed, is_office, main_title, of_somebody
from factwatch.extraction.tenure.stints import years_as
from factwatch.extraction.tenure.telling import is_later, resolved

_AT_ONCE: Final = frozenset({"immediately", "immediate"})
_SOON: Final = 12
"""Nodes behind the verb of 'will step down as chief executive of X with immediate effect'."""


def left(frame: Frame, published: dt.date | None, holder: Node, office: Title | None, rule: str | None = None) -> Iterator[Finding]:
    """
    Make the finding of an office that *holder* leaves: former, or current up to the day.

    Args:
        frame: The verb.
        published: The day of the text.
        holder: Who leaves.
        office: What is left; None for the office that the holder is known for.
        rule: The rule's slug where it is not the verb.
    """
    rule = rule or frame.group.verb.replace(" ", "-")
    date = frame.when or frame.since or frame.until
    later = _is_still_held(frame, published, dated=date is not None)
    if later and date is None and (office is None or office is main_title(holder)):
        return
    status = "current" if later else "former"
    if office is not None:
        finding = claim(frame, holder, office, rule, status, until=date)
    else:
        finding = of_somebody(frame, holder, holder, rule, status, until=date)
        coming = just_begun(frame.sentence, frame.group.first) if follows_mark(frame) else None
        if coming is not None:
            # 'was appointed in April after A resigned': the office of who was appointed
            finding.extra["or_office_of"] = coming
    if later:
        finding.tense = "future"
    yield finding


def _is_still_held(frame: Frame, published: dt.date | None, *, dated: bool) -> bool:
    """Tell whether the office is left only later: 'is retiring after 14 years', 'steps down on Thursday 12 June'."""
    group = frame.group
    later = is_later(frame)
    if not later and group.tense == "present" and not group.perfect:
        going = group.progressive or (group.form == "s" and group.lemma != "resign")
        later = (going and not dated) or _is_ahead(frame, published)
    # 'will step down immediately, the firm said'
    return later and (dated or _AT_ONCE.isdisjoint(node.low for node in frame.sentence.nodes[group.last : group.last + _SOON]))


def _is_ahead(frame: Frame, published: dt.date | None) -> bool:
    """Tell whether 'retires on Thursday 12 June' is the present tense of a timetable."""
    if frame.group.form != "s" and not frame.group.progressive:
        return False
    days = resolved(frame.when or frame.since, published, "future")
    return days is not None and (published is None or days[1] > published)


def follows_mark(frame: Frame) -> bool:
    """Tell whether 'after' or 'when' opens the clause: 'after A resigned', 'after parliament removed A'."""
    nodes, first = frame.sentence.nodes, frame.group.first
    return any(node.low in {"after", "when"} for node in nodes[max(0, first - 4) : first])


def office_left(frame: Frame, holder: Node) -> Title | None:
    """Return the office that the clause names as left, or the one beside the holder's name."""
    if frame.offices and frame.preposition in {"as", "from", ""}:
        office = frame.offices[0]
        if not office.plural and is_office(office):
            return completed(office, None)
    held = years_as(frame)
    if held is not None:
        return completed(held, next((node for node in frame.objects if node.kind == "ORG"), None))
    return noun_office(frame) or main_title(holder)


def further_offices(frame: Frame) -> Iterator[Title]:
    """Yield the offices behind the first one: 'resigned as chief executive and director'."""
    if frame.preposition in {"as", "from"} and frame.offices:
        for office in frame.offices[1:]:
            if not office.plural and is_office(office) and office.status in {"current", "acting"}:
                yield completed(office, None)
