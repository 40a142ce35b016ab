"""'B succeeds A as minister', 'A was replaced by B', 'has been named to succeed A': what the successor gets and the one before loses."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.annotation.dates import DateExpression
from factwatch.extraction.clauses import is_unreal, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.tenure.acts import just_begun
from factwatch.extraction.tenure.frames import Frame
from factwatch.extraction.tenure.kinds import BESTOWING, ELECTED, NOMINATED
from factwatch.extraction.tenure.offices import KEPT, as_body, claim, completed, main_title, of_somebody, persons
from factwatch.extraction.tenure.placing import is_for_now
from factwatch.extraction.tenure.successions import Succession, succession_of
from factwatch.extraction.tenure.telling import resolved, starts_later
from factwatch.lexicon.loader import data_file, words_of

_TAKING: Final = words_of(data_file("tenure.yaml")["inaugurating_verbs"])
_BEGINNING: Final = words_of(data_file("tenure.yaml")["beginning_verbs"])


def follows(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """'B succeeds A as TITLE', 'A was replaced by B', 'replacing A'."""
    told = succession_of(frame, published)
    if told is None:
        yield from _expected(frame)
        return
    title = _title_of(told)
    if title is not None:
        yield from _in_office(told, title)
    elif told.old is not None and told.old.kind != "TTL":
        elect = _elect(told)
        yield from [elect] if elect is not None else _in_office_of(told, told.old)


def _expected(frame: Frame) -> Iterator[Finding]:
    """Read 'is tipped to succeed A as governor': A is, whoever comes."""
    old = persons(frame.objects)
    office = frame.offices[0] if frame.preposition == "as" and len(frame.offices) == 1 else None
    if frame.group.modality != "expected" or frame.passive or office is None or len(old) != 1 or office.plural or frame.group.negative:
        return
    if not is_unreal(frame.sentence, frame.group) and office.status == "current":
        yield claim(frame, old[0], completed(office, None), "succeeded", "current")


def _title_of(told: Succession) -> Title | None:
    """Return the office that changes hands: the one that the clause names, else the one by which the old holder is called."""
    frame, old = told.frame, told.old
    body = as_body(frame.subject[0]) if told.partner is not None and len(frame.subject) == 1 else None
    if told.office is not None:
        return completed(told.office, body)
    title = main_title(old) if old is not None and old.kind != "PRO" else None
    style = title is not None and title.head.name in KEPT and (title.bare or _is_styled(told.new))
    own = _new_office(told) if title is not None and title.bare and title.head.group == "church" else None
    if own is not None:
        # 'A, the new general secretary, succeeds Bishop B'
        return own
    if title is None or old is None or (style and old.kind == "PER"):
        # 'will succeed Ambassador A': how he is called, not what he leaves
        return None
    # 'CVS Health replaced chief executive A with B'
    return completed(title, body) if body is not None and not frame.passive else title


def _new_office(told: Succession) -> Title | None:
    """Return the new office by which the successor is called."""
    text = told.frame.sentence.text
    offices = told.new.titles if told.new is not None else []
    return next((title for title in offices if "new" in text[title.start : title.end].lower().split() and not title.plural), None)


def _is_styled(new: Node | None) -> bool:
    """Tell whether the successor too is only called by a dignity: 'Ambassador B replaces Justice A of Namibia'."""
    return new is not None and bool(new.titles) and all(title.head.name in KEPT for title in new.titles)


def _elect(told: Succession) -> Finding | None:
    """Read 'The primate-elect succeeds Archbishop A'."""
    old, new = told.old, told.new
    if old is None or old.kind == "PRO" or new is None or new.kind != "TTL" or told.joined:
        return None
    if new.titles[0].status not in {"elect", "designate"}:
        return None
    office = evolve(new.titles[0], status="current", status_word="")
    return claim(told.frame, old, office, "succeeded", "current" if told.later else "former")


def _new_status(told: Succession, title: Title | None) -> str:
    if told.later:
        return "designate"
    return "acting" if is_for_now(told.frame) or (title is not None and title.status == "acting") else "current"


def _in_office(told: Succession, title: Title) -> Iterator[Finding]:
    """Tell who has, and who had, the office *title*."""
    frame, old, new, date, later = told.frame, told.old, told.new, told.date, told.later
    group = frame.group
    status = _new_status(told, title)
    if group.infinitive and (new is None or new is not told.partner):
        named = list(_named_to(frame, title))
        # 'elected B to replace A as secretary'
        later = later and not (named and named[0].status == "current" and _is_filled(frame))
        yield from named
    if new is not None and told.gains:
        finding = claim(frame, new, title, "succeed", status, since=date, until=frame.until)
        if told.office is None:
            finding.extra["after"] = new
        elif old is not None:
            finding.extra["peer"] = old
        yield finding
    elif new is not None and told.office is not None and group.participle and frame.preposition == "as":
        yield claim(frame, new, title, "succeed", status, since=date)
    if old is not None and not (later and told.office is None):
        until = date if later or not told.joined else None
        finding = claim(frame, old, title, "succeeded", "current" if later else "former", until=until)
        if new is not None:
            finding.extra["after" if told.office is None else "peer"] = new
        yield finding


def _in_office_of(told: Succession, old: Node) -> Iterator[Finding]:
    """Tell who has, and who had, the office that *old* is known for elsewhere."""
    frame, new = told.frame, told.new
    if new is not None and told.gains:
        yield of_somebody(frame, new, old, "succeed", _new_status(told, None), since=told.date)
    if not told.later:
        yield _has_left(told, old)
    elif told.joined:
        coming = just_begun(frame.sentence, frame.group.first)
        if coming is not None and coming is not old:
            yield _makes_room(told, old, coming)
    elif new is not None:
        # 'B was hired as chief executive. She will succeed A': A still is
        finding = of_somebody(frame, old, old, "succeeded", "current")
        finding.extra["or_office_of"] = new
        finding.extra["gained_only"] = True
        yield finding


def _makes_room(told: Succession, old: Node, coming: Node) -> Finding:
    """Read 'was appointed chief executive to succeed A', 'is to become chief executive, replacing A'."""
    aside = _is_aside(told.frame, told.published)
    ahead = _main_is_ahead(told.frame, told.published) and not aside
    finding = of_somebody(told.frame, old, old, "succeeded", "current" if ahead else "former")
    finding.extra["or_office_of"] = coming
    finding.extra["gained_only"] = not aside
    return finding


def _has_left(told: Succession, old: Node) -> Finding:
    frame = told.frame
    finding = of_somebody(frame, old, old, "succeeded", "former", until=None if told.joined else told.date)
    if told.new is not None:
        finding.extra["or_office_of"] = told.new
        # 'A replaced B' may be about a place in a team: only of an office that A was just told to get
        placed = frame.group.lemma == "replace" and not _has_begun(frame) and not _is_of_months(told.date)
        finding.extra["gained_only"] = placed and not frame.post and (frame.objects != [] or frame.passive)
    return finding


def _is_aside(frame: Frame, published: dt.date | None) -> bool:
    """Tell whether the verb before is a dated aside on who has the office: 'A, elected last year to succeed B, is'."""
    main = frame.verb_before
    nodes = frame.sentence.nodes
    if main is None or not main.first or main.chain:
        return False
    before = nodes[max(0, main.first - 1 - (nodes[main.first - 1].kind == ","))]
    if before.kind != "PER" or "," not in frame.sentence.text[before.end - 1 : nodes[main.first].start]:
        return False
    dates = (node.value for node in nodes[main.last : frame.group.first] if node.kind == "DAT")
    days = next((resolved(date, published, "past") for date in dates), None)
    return days is not None and published is not None and days[1] < published


def _is_filled(frame: Frame) -> bool:
    """Tell whether the verb before leaves nobody else in the office: 'elected B to replace A', 'turned to B to replace A'."""
    main = frame.verb_before
    return main is not None and main.lemma in ELECTED | {"turn"}


def _named_to(frame: Frame, title: Title) -> Iterator[Finding]:
    """Read 'has been named to succeed A as defence chief when he retires', 'chose B to replace A as coach'."""
    main = frame.verb_before
    nodes = frame.sentence.nodes
    # 'turned to B to replace A as coach'
    turned = main is not None and main.lemma == "turn" and nodes[main.last].low == "to"
    if main is None or not (main.lemma in BESTOWING or turned) or main.negative or main.modality in {"possible", "requested"}:
        return
    holders = persons(subject_of(frame.sentence, main) if main.passive else nodes[frame.group.first - 1 : frame.group.first])
    if len(holders) != 1:
        return
    waits = frame.stop < len(nodes) and nodes[frame.stop].low in {"when", "after", "once", "upon"}
    dated = any(date is not None and date.start > nodes[frame.group.first].start for date in (frame.when, frame.since))
    status = "nominee" if main.lemma in NOMINATED else "designate" if waits or dated or main.tense == "future" else "current"
    yield claim(frame, holders[0], title, "succeed", status, since=frame.since or frame.when)


def _is_of_months(date: DateExpression | None) -> bool:
    """Tell whether a date is a month or a year, as offices change, rather than the day of a match."""
    return date is not None and re.search(r"\d\d?\b(?!\d)|day\b", date.text) is None


def _has_begun(frame: Frame) -> bool:
    """Tell whether the verb before says that somebody began in an office: 'took up her post in January, replacing A'."""
    main = frame.verb_before
    return frame.group.participle and main is not None and main.lemma in _BEGINNING


def _main_is_ahead(frame: Frame, published: dt.date | None) -> bool:
    """Tell whether the verb before tells of an office that is still to be taken."""
    main = frame.verb_before
    if main is not None and main.verb in _TAKING and main.tense == "past":
        # 'was sworn in to succeed A'
        return False
    return main is not None and (
        main.tense == "future" or main.lemma in NOMINATED or main.modality != "asserted" or starts_later(frame, published)
    )
