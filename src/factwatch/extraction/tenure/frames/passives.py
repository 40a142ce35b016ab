"""Participles without their auxiliary: 'A, named chief executive in March, said'."""

from __future__ import annotations

from factwatch.extraction.clauses import subject_of
from factwatch.extraction.phrases import Node
from factwatch.extraction.tenure.frames.model import BESTOWING, RITES, Frame

_OPENING = 14
"""Nodes in which the comma stands behind a participle that opens a sentence."""


def read_participle(frame: Frame) -> None:
    """Take 'X, named chief executive in March, said' for the passive it is: a participle without its auxiliary."""
    group, nodes = frame.group, frame.sentence.nodes
    if group.passive or group.form not in {"past/participle", "participle"} or group.chain or group.last >= len(nodes):
        return
    following = nodes[group.last]
    direct = following.kind in {"TTL", "DAT"} or following.low in {"as", "to", "in", "by", "on", "last", "this"}
    if not group.first:
        _opening_participle(frame, direct=direct)
        return
    before = nodes[group.first - 1]
    if before.low in {"and", "then"} and direct and _goes_on(frame, following):
        # 'was removed as minister of mines and appointed minister of trade'
        frame.passive = True
    elif before.kind == "," and group.first > 1 and nodes[group.first - 2].kind in {"PER", "TTL"} and direct:
        frame.passive = True
        frame.subject = [nodes[group.first - 2]]
    elif (
        before.kind == "PER"
        and (group.lemma in BESTOWING or (group.lemma in RITES and following.low == "as"))
        and (following.low == "as" or (following.kind == "TTL" and not following.titles[0].determiner))
    ):
        # 'A, a judge named chief prosecutor last year', 'saw A enthroned as bishop', never 'A dismissed his minister'
        frame.passive = True
        frame.subject = frame.subject if group.lemma in BESTOWING else [before]


def _opening_participle(frame: Frame, *, direct: bool) -> None:
    """Read 'Named chief executive in March, A said'."""
    frame.passive = direct
    if not direct:
        return
    nodes, last = frame.sentence.nodes, frame.group.last
    comma = next((index for index in range(last, min(len(nodes) - 1, last + _OPENING)) if nodes[index].kind == ","), None)
    frame.subject = [nodes[comma + 1]] if comma is not None and nodes[comma + 1].kind in {"PER", "PRO"} else []


def _goes_on(frame: Frame, following: Node) -> bool:
    """Tell whether a participle shares the auxiliary of the passive before it, whose subject is its own."""
    main = frame.verb_before
    if main is None or not main.passive or not frame.subject or subject_of(frame.sentence, main)[:1] != frame.subject[:1]:
        return False
    return following.kind != "TTL" or (following.titles[0].determiner not in {"a", "an"} and not following.titles[0].plural)
