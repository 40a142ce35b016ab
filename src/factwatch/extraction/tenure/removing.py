"""'The board fired its chief executive', 'was stripped of the captaincy', 'The club have parted company with coach A'."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.tenure.departures import further_offices, left
from factwatch.extraction.tenure.frames import Frame
from factwatch.extraction.tenure.moves import noun_office
from factwatch.extraction.tenure.offices import as_body, completed, main_title, persons
from factwatch.extraction.tenure.placing import rows
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("tenure.yaml")
_DEPRIVING: Final = frozenset({"strip", "relieve"})
_OF_ANYTHING: Final = words_of(_WORDS["removing_anything"])
_ELSEWHERE: Final = words_of(_WORDS["removed_elsewhere"])
_POWERS: Final = words_of(_WORDS["powers"])
_PRIZES: Final = frozenset({"title", "medal"})


def removed(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """Read 'sacked A as minister of trade', 'was removed from her post', 'Blackpool have sacked their manager'."""
    verb = frame.group.verb
    holders, owner = _holders_and_owner(frame)
    if len(holders) != 1 or not _ELSEWHERE.isdisjoint(frame.nouns):
        return
    holder = holders[0]
    from_office = bool(frame.offices) and (frame.preposition in {"as", "from"} or (bool(frame.post) and verb in _DEPRIVING))
    office = completed(frame.offices[0], owner) if from_office else _office_lost(frame, holder, owner)
    if verb in _OF_ANYTHING and not from_office and not _is_of_power(frame, office, owner):
        if verb in {"remove", "topple"} and office is None and holder.kind == "PER":
            # 'took office in July after Congress removed A': of nothing else than the office just told
            for finding in left(frame, published, holder, None):
                finding.extra["of_gain"] = True
                yield finding
        return
    if not _is_from_work(frame, holder, office):
        return
    for finding in left(frame, published, holder, office):
        if office is None and _goes_with(frame):
            # 'elected B chairman, ousting A': out of what B has got
            finding.extra["with_gain"] = True
        yield finding
    if from_office:
        yield from _further_removals(frame, published, holder, owner)


def _goes_with(frame: Frame) -> bool:
    """Tell whether a participle says what else the clause before has done: ', ousting A', 'and relieving A of the post'."""
    group = frame.group
    before = frame.sentence.nodes[group.first - 1] if group.first else None
    return group.participle and group.form == "ing" and before is not None and before.low in {",", "and"}


def _holders_and_owner(frame: Frame) -> tuple[list[Node], Node | None]:
    """Return who is removed, and whose office it is: who removes somebody from it."""
    if frame.passive:
        return persons(frame.subject), frame.agent
    owner = frame.subject[0] if len(frame.subject) == 1 else None
    if owner is not None and "have" in frame.group.chain:
        # 'Blackpool have sacked': no person does it in the plural
        owner = as_body(owner)
    return persons(frame.objects), owner


def _office_lost(frame: Frame, holder: Node, owner: Node | None) -> Title | None:
    """Return the office that a noun stands for, as in 'stripped of the captaincy', or the one beside the holder's name."""
    named = noun_office(frame) if frame.group.verb in _DEPRIVING else None
    if named is not None:
        return _owned(named, owner)
    own = main_title(holder)
    return completed(own, owner) if own is not None else None


def _is_of_power(frame: Frame, office: Title | None, owner: Node | None) -> bool:
    """Tell whether it is an office of which somebody is stripped or relieved, from which he is removed."""
    if (frame.post or not _POWERS.isdisjoint(frame.nouns)) and _PRIZES.isdisjoint(frame.nouns):
        return True
    # 'The president dropped finance minister A', as no coach drops a player
    return frame.group.verb in {"drop", "axe"} and office is not None and office.head.group == "state" and _governs(owner)


def _is_from_work(frame: Frame, holder: Node, office: Title | None) -> bool:
    """Tell whether somebody else loses an office, rather than that a shot is fired or a player dismissed."""
    verb = frame.group.verb
    if verb == "fire" and frame.objects and frame.objects[0].kind not in {"PER", "TTL", "PRO"}:
        return False
    if holder.kind == "PER" and office is None and not frame.passive and verb in {"dismiss", "drop", "fire"}:
        return False
    return holder.kind != "PRO" or holder.low not in {"i", "me"}


def _further_removals(frame: Frame, published: dt.date | None, holder: Node, owner: Node | None) -> Iterator[Finding]:
    """Read 'sacked A as minister of trade; B as minister of works; and C as', 'as chairman and director'."""
    for further in further_offices(frame):
        yield from left(frame, published, holder, completed(further, owner))
    if len(frame.offices) == 1 and not frame.passive:
        for another, further in rows(frame):
            yield from left(frame, published, another, completed(further, owner))


def _governs(owner: Node | None) -> bool:
    """Tell whether somebody has ministers: a president, a prime minister."""
    return owner is not None and any(title.head.group in {"state", "royal"} for title in owner.titles)


def _owned(title: Title, owner: Node | None) -> Title:
    """Give the office that a noun stands for ('the captaincy') the side or body that takes it away."""
    if title.of is not None or owner is None or owner.kind not in {"ORG", "LOC"}:
        return title
    return evolve(title, of=owner.name or owner.text, of_kind="O" if owner.kind == "ORG" else "G", of_value=owner.value)


def parts(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """Read 'The club have parted company with coach A', 'parted ways with its chief executive, A'."""
    if frame.partner is None or frame.passive:
        return
    office = main_title(frame.partner)
    if not set(frame.nouns) & {"company", "ways"} and (frame.nouns or office is None or office.head.group not in {"sport", "company"}):
        # 'have parted with their coach, A'
        return
    owner = frame.subject[0] if len(frame.subject) == 1 else None
    yield from left(frame, published, frame.partner, completed(office, owner) if office is not None else None)
