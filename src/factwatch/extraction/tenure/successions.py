"""Who comes after whom: the two of 'B succeeds A', 'A was replaced by B', 'has been named to succeed A', and of what time it is told."""

from __future__ import annotations

import datetime as dt
from typing import Final

from attrs import define

from factwatch.annotation.dates import DateExpression
from factwatch.extraction.neighbours import group_after
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.tenure.frames import Frame
from factwatch.extraction.tenure.kinds import BESTOWING
from factwatch.extraction.tenure.offices import persons
from factwatch.extraction.tenure.telling import is_history, is_told, starts_later
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("tenure.yaml")
_INSERTION: Final = 20
"""No insertion between who is replaced and 'with' is longer, in nodes."""
_MANKIND: Final = words_of(_WORDS["mankind"])
_WHOM: Final = frozenset({"whom", "that", "who"})
_LEAVING: Final = words_of(_WORDS["verbs_before_followed"])
_OF_MATCHES: Final = words_of(_WORDS["match_words"])
_MEETINGS: Final = words_of(_WORDS["stand_in_meetings"])
_REACH: Final = 5
"""Nodes of 'at Thursday's crucial meeting'."""


@define(eq=False)
class Succession:
    """One verb of coming after somebody, with the two whom it is about."""

    frame: Frame
    published: dt.date | None
    old: Node | None
    """Who had the office."""
    new: Node | None
    """Who has it now, or will have it."""
    partner: Node | None
    """Who stands after 'with': 'replaced A with B'."""
    joined: bool
    """Whether the verb only goes with another: 'was named to succeed A', 'took up her post, replacing A'."""
    office: Title | None
    """The office that the clause itself names."""
    later: bool
    """Whether the office changes hands only later."""
    date: DateExpression | None

    @property
    def gains(self) -> bool:
        """Whether the new holder gets the office by this verb, rather than by the one that it is joined to."""
        return self.new is not None and (not self.joined or self.new is self.partner)


def succession_of(frame: Frame, published: dt.date | None) -> Succession | None:
    """Return who comes after whom; None where the clause states no such thing, or where it is told elsewhere."""
    if frame.group.lemma == "follow" and not _is_in_office(frame, published):
        return None
    # 'was replaced by B at the talks with C'
    partner = None if frame.agent is not None else frame.partner or _partner_behind(frame)
    if partner is None and _is_with_nobody(frame):
        return None
    before, after = _holders(frame, partner)
    if len(before) > 1 or len(after) > 1 or not (before or after) or not _is_stated(frame, published):
        return None
    old = before[0] if before else None
    if _is_of_matches(frame) or _is_told_elsewhere(frame, old):
        return None
    joined = frame.group.infinitive or frame.group.participle
    return Succession(
        frame=frame,
        published=published,
        old=old,
        new=after[0] if after else None,
        partner=partner,
        joined=joined,
        office=next((item for item in frame.offices if not item.plural), None) if frame.preposition in {"as", ""} else None,
        later=starts_later(frame, published) or (joined and _main_is_later(frame)),
        date=frame.since or frame.when,
    )


def _holders(frame: Frame, partner: Node | None) -> tuple[list[Node], list[Node]]:
    """Return who had the office and who gets it."""
    if frame.passive:
        before, after = persons(frame.subject), persons([frame.agent] if frame.agent is not None else [])
    else:
        before, after = persons(frame.objects) or _the_man(frame), persons(frame.subject)
    # 'replaced A with B', 'replacing him with B'
    return before, persons([partner]) if partner is not None and _is_replace(frame) else after


def _is_stated(frame: Frame, published: dt.date | None) -> bool:
    group = frame.group
    if group.infinitive or group.participle:
        return not (group.negative or group.modality in {"possible", "requested"})
    return is_told(frame) and not is_history(frame, published)


def _is_of_matches(frame: Frame) -> bool:
    """Tell whether it is a place in a team, or an office that nothing names here: 'will be replaced there by his deputy'."""
    if not _OF_MATCHES.isdisjoint(frame.nouns) or is_at_meeting(frame):
        return True
    return any(node.low == "there" for node in frame.sentence.nodes[frame.group.last : frame.group.last + 3])


def is_at_meeting(frame: Frame) -> bool:
    """Tell whether somebody only goes for another: 'will be replaced by B at the talks with', but not 'as minister at a meeting'."""
    if frame.offices or _MEETINGS.isdisjoint(frame.nouns):
        return False
    nodes = frame.sentence.nodes
    at = next((index for index in range(frame.group.last, frame.stop) if nodes[index].low in {"at", "in"}), frame.stop)
    return any(node.low in _MEETINGS for node in nodes[at : at + _REACH])


def _is_told_elsewhere(frame: Frame, old: Node | None) -> bool:
    """Tell whether another verb says who gets which office."""
    if old is None:
        return False
    if old.kind == "PRO" and frame.group.infinitive and _is_bestowed(frame):
        # 'accepted A's resignation and named B to succeed him': who is meant is told with the naming
        return True
    # 'will replace A and become chief executive of X': the office is told there
    return not frame.offices and not frame.passive and _goes_on_to_become(frame)


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


def _is_in_office(frame: Frame, published: dt.date | None) -> bool:
    """Tell whether 'follow' is said of an office: 'who followed A as minister', 'will retire in May and be followed by B'."""
    if frame.preposition == "as" and frame.offices:
        return True
    told = (frame.when or frame.since) is not None or (len(frame.subject) == 1 and frame.subject[0].low in {"he", "she"})
    if frame.passive and frame.group.tense == "future" and frame.group.modality == "planned" and told:
        # 'The director will be followed on 1 September by B', 'retires in May; she will be followed by B'
        return frame.agent is not None and frame.agent.kind == "PER"
    main = frame.verb_before
    joined = frame.passive and frame.agent is not None and main is not None and main.lemma in _LEAVING
    return joined and frame.sentence.nodes[frame.group.first - 1].low == "and" and not is_history(frame, published)


def _is_bestowed(frame: Frame) -> bool:
    """Tell whether the verb before names somebody for an office: 'named B to succeed him'."""
    main = frame.verb_before
    return main is not None and main.lemma in BESTOWING and not main.passive


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


def _is_with_nobody(frame: Frame) -> bool:
    """Tell whether what stands behind 'with' is nobody: 'replaced A with a committee'."""
    if "with" not in frame.sentence.lows or not _is_replace(frame) or frame.passive or not frame.objects:
        return False
    return any(node.low == "with" for node in frame.sentence.nodes[frame.group.last : frame.group.last + 4])


def _is_replace(frame: Frame) -> bool:
    """Tell whether the verb is one whose new holder can stand after 'with'."""
    return frame.group.lemma == "replace"


def _main_is_later(frame: Frame) -> bool:
    main = frame.verb_before
    return frame.group.infinitive or (main is not None and (main.tense == "future" or (main.tense == "present" and main.form == "s")))
