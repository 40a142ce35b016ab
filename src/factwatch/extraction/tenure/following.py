"""'B succeeds A as minister', 'A was replaced by B', 'has been named to succeed A': who comes after whom."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.annotation.dates import DateExpression
from factwatch.extraction.clauses import subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after, group_before
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.tenure.acts import just_begun
from factwatch.extraction.tenure.frames import Frame
from factwatch.extraction.tenure.kinds import BESTOWING, ELECTED, NOMINATED
from factwatch.extraction.tenure.offices import KEPT, as_body, claim, completed, main_title, of_somebody, persons
from factwatch.extraction.tenure.placing import is_for_now
from factwatch.extraction.tenure.telling import is_history, is_told, resolved, starts_later
from factwatch.lexicon.loader import data_file, words_of

_INSERTION: Final = 20
"""No insertion between who is replaced and 'with' is longer, in nodes."""
_TAKING: Final = frozenset({"swear in", "inaugurate", "install", "take over", "take office", "become"})
_BEGINNING: Final = words_of(data_file("tenure.yaml")["beginning_verbs"])
_MANKIND: Final = frozenset({"man", "woman", "person"})
_WHOM: Final = frozenset({"whom", "that", "who"})
_LEAVING: Final = frozenset({"retire", "resign", "quit", "step", "stand", "leave", "depart"})


def follows(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """'B succeeds A as TITLE', 'A was replaced by B', 'replacing A'."""
    if frame.passive:
        before, after = persons(frame.subject), persons([frame.agent] if frame.agent is not None else [])
    else:
        before, after = persons(frame.objects) or _the_man(frame), persons(frame.subject)
    if frame.group.lemma == "follow" and not _is_in_office(frame, published):
        return
    partner = frame.partner or _partner_behind(frame)
    if partner is not None and _is_replace(frame):
        # 'replaced A with B', 'replacing him with B'
        after = persons([partner])
    elif (
        partner is None
        and "with" in frame.sentence.lows
        and _is_replace(frame)
        and not frame.passive
        and frame.objects
        and _with_follows(frame)
    ):
        return
    if len(before) > 1 or len(after) > 1 or not (before or after):
        return
    group = frame.group
    joined = group.infinitive or group.participle
    if not joined and (not is_told(frame) or is_history(frame, published)):
        return
    if joined and (group.negative or group.modality in {"possible", "requested"}):
        return
    if set(frame.nouns) & {"minute", "minutes", "half", "half-time", "injured", "bench", "substitute", "interval", "quarter"}:
        return
    if any(node.low == "there" for node in frame.sentence.nodes[group.last : group.last + 3]):
        # 'will be replaced there by his deputy': an office that nothing names here
        return
    old = before[0] if before else None
    new = after[0] if after else None
    if old is not None and old.kind == "PRO" and group.infinitive and _is_bestowed(frame):
        # 'accepted A's resignation and named B to succeed him': who is meant is told with the naming
        return
    if not frame.offices and not frame.passive and old is not None and _goes_on_to_become(frame):
        # 'will replace A and become chief executive of X': the office is told there
        return
    office = next((item for item in frame.offices if not item.plural), None) if frame.preposition in {"as", ""} else None
    later = starts_later(frame, published) or (joined and _main_is_later(frame))
    date = frame.since or frame.when
    source: Node | None = None
    title: Title | None
    if office is not None:
        title = completed(office, as_body(frame.subject[0]) if partner is not None and len(frame.subject) == 1 else None)
    elif old is not None and old.kind != "PRO":
        title = main_title(old)
        if title is None and old.kind == "TTL":
            return
        if title is not None and title.bare and old.kind == "PER" and title.head.name in KEPT:
            # 'will succeed Ambassador A': how he is called, not what he leaves
            title = None
        if title is None and new is not None and new.kind == "TTL" and not joined and new.titles[0].status in {"elect", "designate"}:
            # 'The primate-elect succeeds Archbishop A'
            yield claim(frame, old, evolve(new.titles[0], status="current", status_word=""), "succeeded", "current" if later else "former")
            return
        if title is not None and partner is not None and not frame.passive and len(frame.subject) == 1:
            # 'CVS Health replaced chief executive A with B'
            title = completed(title, as_body(frame.subject[0]))
        source = old
    else:
        source, title = old, None
    if old is None and title is None:
        return
    new_status = (
        "designate"
        if later
        else "acting"
        if is_for_now(frame)
        else (title.status if title is not None and title.status == "acting" else "current")
    )
    old_status = "" if later else "former"
    if title is not None:
        if group.infinitive and (new is None or new is not partner):
            named = list(_named_to(frame, title))
            if named and named[0].status == "current" and _is_filled(frame):
                # 'elected B to replace A as secretary'
                old_status, later = "former", False
            yield from named
        if new is not None and (not joined or new is partner):
            finding = claim(frame, new, title, "succeed", new_status, since=date, until=frame.until)
            if office is None:
                finding.extra["after"] = new
            yield finding
        elif new is not None and office is not None and group.participle and frame.preposition == "as":
            yield claim(frame, new, title, "succeed", new_status, since=date)
        if old is not None and not (later and office is None):
            finding = claim(frame, old, title, "succeeded", old_status or "current", until=date if later or not joined else None)
            if office is None and new is not None:
                finding.extra["after"] = new
            yield finding
        return
    if source is None:
        return
    if new is not None and (not joined or new is partner):
        yield of_somebody(frame, new, source, "succeed", new_status, since=date)
    if later and joined and (coming := just_begun(frame.sentence, group.first)) is not None and coming is not source:
        # 'was appointed chief executive to succeed A', 'is to become chief executive, replacing A'
        aside = _is_aside(frame, published)
        ahead = _main_is_ahead(frame, published) and not aside
        finding = of_somebody(frame, source, source, "succeeded", "current" if ahead else "former")
        finding.extra["or_office_of"] = coming
        finding.extra["gained_only"] = not aside
        yield finding
        return
    if later and not joined and new is not None:
        # 'B was hired as chief executive. She will succeed A': A still is
        finding = of_somebody(frame, source, source, "succeeded", "current")
        finding.extra["or_office_of"] = new
        finding.extra["gained_only"] = True
        yield finding
    if not later:
        finding = of_somebody(frame, source, source, "succeeded", old_status, until=None if joined else date)
        if new is not None:
            finding.extra["or_office_of"] = new
            # 'A replaced B' may be about a place in a team: only of an office that A was just told to get
            placed = group.lemma == "replace" and not _has_begun(frame) and not _is_of_months(date)
            finding.extra["gained_only"] = placed and not frame.post and frame.objects != []
        yield finding


def _the_man(frame: Frame) -> list[Node]:
    """Return A of 'A, the man she replaced,' and 'The woman he succeeded, A, is'."""
    nodes, first = frame.sentence.nodes, frame.group.first
    at = first - 2 - (first > 2 and nodes[first - 2].low in _WHOM)  # noqa: PLR2004  # 'the man whom'
    if at < 1 or len(frame.subject) != 1 or frame.subject[0] is not nodes[first - 1] or nodes[at].low not in _MANKIND:
        return []
    last = next((index for index in range(frame.group.last, min(len(nodes), frame.group.last + 7)) if nodes[index].kind == ","), len(nodes))
    behind = nodes[last : last + 2]
    if at > 2 and nodes[at - 2].kind == "," and nodes[at - 3].kind == "PER":  # noqa: PLR2004
        return [nodes[at - 3]]
    return behind[1:] if [node.kind for node in behind] == [",", "PER"] else []


def _is_aside(frame: Frame, published: dt.date | None) -> bool:
    """Tell whether the verb before is a dated aside on who has the office: 'A, elected last year to succeed B, is'."""
    main = group_before(frame.sentence, frame.group.main)
    nodes = frame.sentence.nodes
    if main is None or not main.first or main.chain:
        return False
    before = nodes[max(0, main.first - 1 - (nodes[main.first - 1].kind == ","))]
    if before.kind != "PER" or "," not in frame.sentence.text[before.end - 1 : nodes[main.first].start]:
        return False
    dates = (node.value for node in nodes[main.last : frame.group.first] if node.kind == "DAT")
    days = next((resolved(date, published, "past") for date in dates), None)
    return days is not None and published is not None and days[1] < published


def _is_in_office(frame: Frame, published: dt.date | None) -> bool:
    """Tell whether 'follow' is said of an office: 'who followed A as minister', 'will retire in May and be followed by B'."""
    if frame.preposition == "as" and frame.offices:
        return True
    told = (frame.when or frame.since) is not None or (len(frame.subject) == 1 and frame.subject[0].low in {"he", "she"})
    if frame.passive and frame.group.tense == "future" and frame.group.modality == "planned" and told:
        # 'The director will be followed on 1 September by B', 'retires in May; she will be followed by B'
        return frame.agent is not None and frame.agent.kind == "PER"
    main = group_before(frame.sentence, frame.group.main)
    joined = frame.passive and frame.agent is not None and main is not None and main.lemma in _LEAVING
    return joined and frame.sentence.nodes[frame.group.first - 1].low == "and" and not is_history(frame, published)


def _is_bestowed(frame: Frame) -> bool:
    """Tell whether the verb before names somebody for an office: 'named B to succeed him'."""
    main = group_before(frame.sentence, frame.group.main)
    return main is not None and main.lemma in BESTOWING and not main.passive


def _is_filled(frame: Frame) -> bool:
    """Tell whether the verb before leaves nobody else in the office: 'elected B to replace A', 'turned to B to replace A'."""
    main = group_before(frame.sentence, frame.group.main)
    return main is not None and main.lemma in ELECTED | {"turn"}


def _named_to(frame: Frame, title: Title) -> Iterator[Finding]:
    """Read 'has been named to succeed A as defence chief when he retires', 'chose B to replace A as coach'."""
    main = group_before(frame.sentence, frame.group.main)
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


def _goes_on_to_become(frame: Frame) -> bool:
    following = group_after(frame.sentence, frame.group.main)
    if following is None or following.lemma != "become" or following.first < 1 or following.last >= len(frame.sentence.nodes):
        return False
    joined = frame.sentence.nodes[following.first - 1].low == "and" and following.form == frame.group.form
    return joined and any(node.kind == "TTL" for node in frame.sentence.nodes[following.last : following.last + 3])


def _partner_behind(frame: Frame) -> Node | None:
    """Return B of 'replaced A, who led the firm for years, with company veteran B'."""
    nodes, at = frame.sentence.nodes, frame.stop
    if frame.passive or not _is_replace(frame) or not frame.objects or at >= len(nodes) or nodes[at].kind != ",":
        return None
    close = next((index for index in range(at + 2, min(len(nodes) - 2, at + _INSERTION)) if nodes[index].kind == ","), None)
    if close is None or nodes[close + 1].low != "with":
        return None
    behind = close + 2
    while behind < len(nodes) - 1 and nodes[behind].kind in {"d", "x", "p", "m", "PRO", "ADJ"}:
        behind += 1
    return nodes[behind] if nodes[behind].kind == "PER" else None


def _is_of_months(date: DateExpression | None) -> bool:
    """Tell whether a date is a month or a year, as offices change, rather than the day of a match."""
    return date is not None and re.search(r"\d\d?\b(?!\d)|day\b", date.text) is None


def _has_begun(frame: Frame) -> bool:
    """Tell whether the verb before says that somebody began in an office: 'took up her post in January, replacing A'."""
    main = group_before(frame.sentence, frame.group.main)
    return frame.group.participle and main is not None and main.lemma in _BEGINNING


def _is_replace(frame: Frame) -> bool:
    """Tell whether the verb is one whose new holder can stand after 'with'."""
    return frame.group.lemma == "replace"


def _with_follows(frame: Frame) -> bool:
    nodes = frame.sentence.nodes
    return any(node.low == "with" for node in nodes[frame.group.last : frame.group.last + 4])


def _main_is_ahead(frame: Frame, published: dt.date | None) -> bool:
    """Tell whether the verb before tells of an office that is still to be taken."""
    main = group_before(frame.sentence, frame.group.main)
    if main is not None and main.verb in _TAKING and main.tense == "past":
        # 'was sworn in to succeed A'
        return False
    return main is not None and (
        main.tense == "future" or main.lemma in NOMINATED or main.modality != "asserted" or starts_later(frame, published)
    )


def _main_is_later(frame: Frame) -> bool:
    main = group_before(frame.sentence, frame.group.main)
    return frame.group.infinitive or (main is not None and (main.tense == "future" or (main.tense == "present" and main.form == "s")))
