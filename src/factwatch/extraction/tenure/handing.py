"""'A will hand over to B in January', 'A lost the leadership to B', 'lost the election to B'."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.roles.grammar import is_bloc_chair
from factwatch.extraction.roles.turn_words import turn_of
from factwatch.extraction.tenure.departures import left
from factwatch.extraction.tenure.frames import Frame
from factwatch.extraction.tenure.kinds import VOTED
from factwatch.extraction.tenure.moves import chair_of_members
from factwatch.extraction.tenure.offices import claim, completed, main_title, of_somebody, office_of_noun, persons
from factwatch.extraction.tenure.telling import is_later
from factwatch.lexicon.loader import data_file, words_of

_CONTESTS: Final = words_of(data_file("tenure.yaml")["contests"])
_BODIES: Final = words_of(data_file("tenure.yaml")["left_bodies"]) | words_of(data_file("tenure.yaml")["run_bodies"])
_POWERS: Final = words_of(data_file("tenure.yaml")["powers_handed"])


def hands_over(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """Read 'A hands over the chairmanship to B', 'A will hand over to B'."""
    holder, goal = _sides(frame)
    if holder is None or goal is None or not _is_office_handed(frame, holder):
        return
    office, own = _office_of(frame, holder), main_title(holder)
    if own is not None and office is not None and office.head.name != own.head.name and not frame.offices:
        # a president hands the premiership to somebody: it was never his
        yield claim(frame, goal, office, "hand-over", "designate" if is_later(frame) else "current")
        return
    # 'steps down in June and hands over to B': the present tells of what is arranged
    yield from _goes_to(frame, published, holder, goal, office, later=is_later(frame) or frame.group.form == "s")


def loses(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """Read 'A lost the leadership to B', 'President A lost the election to B'."""
    holder, goal = _sides(frame)
    if holder is None or goal is None or not (frame.post or not _CONTESTS.isdisjoint(frame.nouns)) or _is_passing(frame, goal):
        return
    if not (frame.post or main_title(holder)) or _is_turn(frame):
        # whoever lost a vote need not have held the office
        return
    office = _office_of(frame, holder)
    if office is not None and office.head.name in VOTED:
        # The loser stays until the winner's oath.
        yield claim(frame, goal, office, "win", "elect")
    elif frame.post:
        # a party's leader lost the run-off, not the party
        yield from _goes_to(frame, published, holder, goal, office, later=is_later(frame))


def _sides(frame: Frame) -> tuple[Node | None, Node | None]:
    """Return who hands an office on and who gets it."""
    holders, goal = persons(frame.subject), frame.goal
    if frame.passive or len(holders) != 1 or goal is None or goal.kind != "PER" or frame.group.infinitive:
        return None, None
    return holders[0], goal


def _goes_to(frame: Frame, published: dt.date | None, holder: Node, goal: Node, office: Title | None, *, later: bool) -> Iterator[Finding]:
    date, status = frame.when or frame.since, "designate" if later else "current"
    if not later or date is not None:
        yield from left(frame, published, holder, office, "hand-over")
    if office is not None:
        yield claim(frame, goal, office, "hand-over", status, since=date)
    else:
        yield of_somebody(frame, goal, holder, "hand-over", status, since=date)


def _is_office_handed(frame: Frame, holder: Node) -> bool:
    """Tell whether what is handed over is an office, and none that is a role."""
    if _is_turn(frame):
        return False
    if not frame.nouns and not frame.post and any(is_bloc_chair(title) for title in holder.titles):
        # 'Prime Minister A, the chairman of CARICOM, hands over to B': the chair
        return False
    if frame.post or frame.offices or chair_of_members(frame) is not None:
        return True
    if frame.nouns and set(frame.nouns) <= _BODIES:
        # 'hands the university over to B'
        return True
    return not _POWERS.isdisjoint(frame.nouns) or not (frame.nouns or frame.group.verb == "hand")


def _office_of(frame: Frame, holder: Node) -> Title | None:
    """Return the office handed on: the one the clause names, by a noun too ('the chairmanship'), else the holder's own."""
    if frame.offices and frame.preposition == "as":
        return completed(frame.offices[0], None)
    own = main_title(holder)
    if frame.offices and not frame.preposition:
        # 'Chairman A will relinquish the chair to B'
        handed = frame.offices[0]
        return own if own is not None and own.head.name.startswith(handed.head.name[:5]) else completed(handed, None)
    if (chair := chair_of_members(frame)) is not None:
        return chair
    named = office_of_noun(frame.post, frame.sentence.nodes[frame.group.first].start, frame.end)
    if named is None or (own is not None and own.head.name.startswith(named.head.name[:5])):
        return own
    return named


def _is_turn(frame: Frame) -> bool:
    """Tell whether it is the chair of a bloc of states, or of a body other than the holder's own, that changes hands: a role."""
    nodes, at = frame.sentence.nodes, frame.group.last
    if at >= len(nodes) or not frame.post or chair_of_members(frame) is not None:
        return False
    text = frame.sentence.text[nodes[at].start : nodes[min(len(nodes), at + 12) - 1].end]
    return "rotating" in frame.nouns or turn_of(text) is not None


def _is_passing(frame: Frame, goal: Node) -> bool:
    """Tell whether an office was lost for a time only: 'lost the captaincy to B for one season'."""
    nodes = frame.sentence.nodes
    at = next((index for index in range(frame.group.last, len(nodes)) if nodes[index] is goal), len(nodes))
    return at + 2 < len(nodes) and nodes[at + 1].low == "for" and nodes[at + 2].low not in {"the", "good"}
