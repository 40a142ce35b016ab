"""'A took office as president', 'B will take over from A on 1 July', 'C stands in': the subject gets the office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.roles.grammar import is_bloc_chair
from factwatch.extraction.tenure.frames import Frame
from factwatch.extraction.tenure.giving import teller
from factwatch.extraction.tenure.moves import office_at, taken_field, taken_post
from factwatch.extraction.tenure.offices import claim, completed, main_title, of_somebody, only_counts, persons
from factwatch.extraction.tenure.placing import is_for_now, place_of, takes_place, whose_place
from factwatch.extraction.tenure.standing import status_of
from factwatch.extraction.tenure.telling import starts_later
from factwatch.extraction.tenure.unnamed import OWN_POST, THE_POST, is_charged_with, known, vacant
from factwatch.lexicon.loader import data_file, words_of

_TAKING_POSTS: Final = frozenset({"receive", "get", "take on", "take over", "take up", "assume", "inherit"})
_DUTIES: Final = frozenset({"office", "charge", "duties", "duty"})
_TAKEN_OVER: Final = frozenset(
    {"post", "job", "role", "reins", "helm", "office", "docket", "portfolio", "ministry", "position", "reshuffle", "caretaker", "interim"}
)
_DOCKETS: Final = frozenset({"docket", "portfolio", "ministry", "post", "job", "role", "position"})
_LEADING: Final = words_of(data_file("tenure.yaml")["led_to"])
_BEATING: Final = frozenset({"defeat", "beat", "unseat", "overcome", "win", "edge", "pip", "trounce", "topple"})


def taken(frame: Frame, verb: str, published: dt.date | None) -> Iterator[Finding]:
    """Return the office that the subject of *verb* takes, and that of whoever had it before."""
    holders = _of_copula(frame) or persons(frame.subject)
    if len(holders) != 1 or frame.passive:
        return
    holder = holders[0]
    if verb == "take" and frame.preposition == "as" and frame.offices and (old := place_of(frame)) is not None:
        later = starts_later(frame, published)
        office = completed(frame.offices[0], None)
        yield claim(frame, holder, office, "place-of", "designate" if later else "current", since=frame.since or frame.when)
        yield claim(frame, old, office, "place-of", "current" if later else "former")
        return
    if verb == "take" and frame.post in _DOCKETS and (old := _over_from(frame)) is not None:
        # 'took the job over from A'
        yield of_somebody(frame, holder, holder, "known", "", since=frame.since or frame.when)
        yield of_somebody(frame, old, holder, "taken-over", "former")
        return
    if verb == "accept":
        if frame.post and frame.preposition == "to" and len(frame.offices) == 1:
            # 'has accepted the job of president of X'
            yield claim(frame, holder, completed(frame.offices[0], None), "accept", "designate")
        return
    if verb == "take" and takes_place(frame):
        # 'A stepped down. B will take her place'
        status = "acting" if is_for_now(frame) else "designate" if starts_later(frame, published) else "current"
        finding = claim(frame, holder, None, "placed", status, since=frame.since)
        finding.extra.update(office_before=True, left=True)
        yield finding
        return
    if verb == "fill":
        if frame.post in THE_POST and not frame.offices and (frame.group.tense == "future" or is_for_now(frame)):
            # 'The chief has resigned. B will fill the role'
            yield vacant(frame, holder, published)
        return
    if verb == "take" and frame.preposition != "as" and frame.post in THE_POST - {"portfolio"}:
        if frame.source is not None and frame.source.kind == "PER" and not frame.offices and not is_for_now(frame):
            # 'takes the reins from A'
            yield from _takes_over(frame, holder, published)
            return
        yield from _stands_in(frame, holder)
        return
    if verb in {"take", "take up", "assume"} and not frame.offices and frame.preposition != "as" and _is_own_post(frame):
        found = list(known(frame, holders, published))
        if found:
            yield from found
            return
    if frame.preposition != "as" and (
        (verb == "take" and "charge" in frame.nouns and not is_charged_with(frame))
        or (verb in {"step in", "fill in", "stand in"} and is_for_now(frame))
    ):
        yield vacant(frame, holder, published)
        return
    if verb in {"act", "step in", "fill in", "stand in"} and frame.preposition != "as":
        absent = whose_place(frame)
        if absent is not None and not (frame.group.tense == "past" and not frame.group.perfect):
            yield of_somebody(frame, holder, absent, "in-place", "acting")
        return
    title = taken_post(frame) if verb in _TAKING_POSTS | {"take"} and frame.preposition != "as" else None
    if title is not None and verb in {"take", "receive", "get"} and title.head.name != "minister":
        title = None
    if verb == "take" and title is None and "charge" in frame.nouns and frame.preposition != "as":
        title = _in_charge_of(frame)
    if verb == "take" and title is None and frame.preposition != "as":
        title = taken_field(frame) or _taken_chair(frame)
    if title is not None:
        status, dated = status_of(frame, verb, title, published)
        yield claim(frame, holder, title, verb.replace(" ", "-"), status, **dated)
        if frame.source is not None and frame.source.kind == "PER" and status != "designate":
            yield claim(frame, frame.source, title, "taken-over", "former")
        return
    if verb in {"receive", "get"} or (verb == "take on" and not frame.post):
        # 'takes on Spain', but 'has taken on a second job as president of X'
        return
    if verb == "take":
        # 'takes office as', 'took charge as', 'took the reins as', 'took the oath as'
        if frame.preposition != "as" or not (
            set(frame.nouns) & {"office", "charge", "oath", "reins", "helm", "post", "seat"} or frame.post
        ):
            return
    elif verb in {"start", "begin", "step in", "step up", "fill in", "stand in", "return", "act", "ascend", "accede"}:
        if frame.preposition != "as" or verb in {"act", "stand in"}:
            return
    elif verb == "assume" and not (frame.post or set(frame.nouns) & _DUTIES):
        return
    elif verb in {"take over", "take up", "inherit"} and not frame.preposition:
        yield from _takes_over(frame, holder, published)
        return
    offices = [office for office in frame.offices if not office.plural]
    if frame.preposition == "from" or (verb == "become" and frame.preposition not in {"", "to"}):
        offices = []
    for office in offices:
        if verb == "become" and _counts(frame, office):
            continue
        title = completed(office, teller(frame))
        status, dated = status_of(frame, "elect" if frame.group.infinitive and _beat(frame) else verb, title, published)
        yield claim(frame, holder, title, verb.replace(" ", "-"), status, **dated)
        if frame.source is not None and frame.source.kind == "PER" and verb in {"take over", "take"}:
            later = status == "designate"
            until = {"until": frame.since or frame.when} if later else {}
            yield claim(frame, frame.source, title, "taken-over", "current" if later else "former", **until)


def _in_charge_of(frame: Frame) -> Title | None:
    """Return the office in 'has taken charge of the petroleum portfolio'."""
    nodes, first = frame.sentence.nodes, frame.group.last
    at = next((index for index in range(first, min(len(nodes) - 2, first + 3)) if nodes[index].low == "charge"), None)
    found = office_at(frame, at + 2) if at is not None and nodes[at + 1].low == "of" else None
    return found[0] if found is not None and found[0].head.name == "minister" else None


def _is_own_post(frame: Frame) -> bool:
    """Tell whether 'her duties' or 'the post' follows: the office that somebody is known for."""
    return frame.post in OWN_POST or "duties" in frame.nouns


def _of_copula(frame: Frame) -> list[Node]:
    """Return A of 'A is the new commander taking over from B'."""
    group = frame.group
    main = frame.verb_before if group.participle and group.form == "ing" else None
    if (
        main is None
        or main.lemma != "be"
        or main.negative
        or not any(node.kind == "TTL" for node in frame.sentence.nodes[main.last : group.first])
    ):
        return []
    return persons(subject_of(frame.sentence, main))


def _over_from(frame: Frame) -> Node | None:
    """Return A of 'took the post over from A'."""
    behind = frame.sentence.nodes[frame.stop : frame.stop + 4]
    if [node.low for node in behind[:2]] != ["over", "from"]:
        return None
    return next((node for node in behind[2:] if node.kind == "PER"), None)


def _taken_chair(frame: Frame) -> Title | None:
    """Return the office in 'takes the chair of the Forum on 1 November'; the chair of a bloc of states is a role."""
    taken = frame.objects[0] if frame.objects else None
    if taken is None or taken.kind != "TTL" or taken.titles[0].head.name != "chair" or taken.titles[0].of is None or frame.offices:
        return None
    return taken.titles[0] if not is_bloc_chair(taken.titles[0]) else None


def _counts(frame: Frame, office: Title) -> bool:
    """Tell whether 'became the fourth minister to resign' says how many did so."""
    nodes = frame.sentence.nodes
    at = next((index for index in range(frame.group.last, frame.stop) if nodes[index].end >= office.end), None)
    return at is not None and only_counts(frame.sentence, at, office)


def led_to(frame: Frame) -> bool:
    """Tell whether the verb before 'to become' says that it came to pass: 'left to become', 'beat A to become'."""
    main = frame.verb_before
    return (
        main is not None
        and main.lemma in _LEADING
        and (main.tense in {"past", "present"} or main.modality == "planned")
        and not (main.negative or main.infinitive or main.modality in {"possible", "requested", "expected"})
        and frame.group.chain == ("to",)
    )


def _beat(frame: Frame) -> bool:
    main = frame.verb_before
    return main is not None and main.lemma in _BEATING


def _stands_in(frame: Frame, holder: Node) -> Iterator[Finding]:
    """'B takes the job on an interim basis': the office spoken of before, for now."""
    if starts_later(frame, None) or frame.offices or not is_for_now(frame):
        return
    finding = claim(frame, holder, None, "stand-in", "acting", since=frame.since or frame.when)
    finding.extra["office_before"] = True
    yield finding


def _takes_over(frame: Frame, holder: Node, published: dt.date | None) -> Iterator[Finding]:
    """'B will take over on 1 April', 'takes over on 1 July from A': the office is the one spoken of before."""
    if is_for_now(frame) and not frame.objects and not frame.offices and frame.source is None:
        # 'sacked its coach, with B taking over on an interim basis'
        yield vacant(frame, holder, published)
        return
    if frame.objects or set(frame.nouns) - _TAKEN_OVER or frame.group.verb == "take up":
        return
    later = starts_later(frame, published)
    date = frame.since or frame.when
    if holder.kind == "TTL" and frame.source is not None and main_title(frame.source) is None and not holder.titles[0].plural:
        # 'the new vice-chancellor will take over from A'
        office = evolve(holder.titles[0], status="current", status_word="")
        yield claim(frame, frame.source, office, "taken-over", "current" if later else "former", until=date if later else None)
        return
    if not later and date is None and frame.source is None:
        if (frame.post in THE_POST and frame.group.tense == "past") or not (frame.post or frame.nouns or frame.preposition):
            # 'A died last month. B has taken over the post', 'A was dismissed. B takes over at once'
            yield vacant(frame, holder, published)
        return
    if (
        not later
        and frame.post in _DOCKETS
        and frame.source is not None
        and frame.source.kind == "PER"
        and main_title(frame.source) is None
    ):
        # 'took over the docket in April from A': the office that the new holder is known for
        yield of_somebody(frame, holder, holder, "known", "", since=date)
        yield of_somebody(frame, frame.source, holder, "taken-over", "former")
        return
    status = "designate" if later else "current"
    old = frame.source
    if old is not None and main_title(old) is None and old.kind == "PER":
        yield of_somebody(frame, holder, old, "take-over", status, since=date)
        if later:
            finding = of_somebody(frame, old, old, "taken-over", "current", until=date)
            finding.extra.update(or_office_of=holder, gained_only=True)
            finding.tense = "future"
            yield finding
        else:
            finding = of_somebody(frame, old, old, "taken-over", "former")
            finding.extra["or_office_of"] = holder
            yield finding
        return
    if old is not None and (title := main_title(old)) is not None:
        yield claim(frame, holder, title, "take-over", status, since=date)
        if not later:
            yield claim(frame, old, title, "taken-over", "former")
        return
    finding = claim(frame, holder, None, "take-over", status, since=date)
    finding.extra["office_before"] = True
    yield finding
