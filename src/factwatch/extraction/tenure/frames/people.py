"""People behind a verb: its object, its agent, who stands after 'to', 'from' and 'with'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.phrases import Node
from factwatch.extraction.tenure.frames.model import BESTOWING, Frame
from factwatch.extraction.tenure.frames.walk import Walk
from factwatch.extraction.tenure.offices import PERSONAL, is_office
from factwatch.lexicon.loader import data_file, words_of

SKIPPED: Final = words_of(data_file("tenure.yaml")["before_offices"])
"""Words that say nothing of an office they stand before."""
DESCRIPTION: Final = 7
"""Nodes of a description before a name."""
_CLAUSE: Final = 9
"""Nodes of 'whom the assembly of the states parties'."""
DESCRIBING: Final = frozenset({"x", "p", "TTL", "h"})


def read_person(walk: Walk, node: Node, at: int) -> int | None:
    """Read whoever stands at *at*, as what the preposition or the verb makes of him; None where nobody stands there."""
    personal = node.kind == "PRO" and node.low in PERSONAL and not _owns(walk, at)
    return _person(walk, node, at) if node.kind == "PER" or isinstance(node.value, list) or personal else None


def _owns(walk: Walk, at: int) -> bool:
    # 'her deputy', against 'named her chief executive'
    if walk.nodes[at].low != "her":
        return False
    return walk.after(at) in {"x", "p", "PER", "h", "m"} or (at + 1 < len(walk.nodes) and walk.nodes[at + 1].low in SKIPPED)


def _person(walk: Walk, node: Node, at: int) -> int:
    frame = walk.frame
    if node.kind == "PER" and walk.after(at) == "s" and not walk.preposition and not frame.passive:
        # 'replacing the mayor's running mate, B'
        return at + 2
    match walk.preposition:
        case "by":
            frame.agent = frame.agent or node
        case "to":
            frame.goal = frame.goal or node
        case "from":
            frame.source = frame.source or node
        case "with":
            frame.partner = frame.partner or node
        case "as" if not frame.passive and not frame.objects and not frame.offices and _is_given(frame, node):
            # 'chose as its moderator the Rev B'
            frame.objects.append(node)
            frame.offices.append(node.titles[0])
            frame.preposition = "as"
        case "" if not frame.offices and not frame.passive and _is_described(walk, node, at):
            frame.nouns.clear()
            frame.objects[:] = [item for item in frame.objects if item.kind == "ORG"]
            frame.objects.append(node)
        case "" if not frame.offices and not frame.passive and not frame.nouns:
            frame.objects.append(node)
    walk.near = not walk.preposition
    walk.preposition = ""
    frame.end = node.end
    return at + 1


def _is_given(frame: Frame, node: Node) -> bool:
    """Tell whether the office before a name is the one that is given: 'elected as its president B'."""
    title = node.titles[0] if node.titles else None
    if title is None or title.start != node.start or frame.group.lemma not in BESTOWING:
        return False
    return is_office(title) and not title.plural and title.determiner in {"its", "their", "his", "her"}


def _is_described(walk: Walk, node: Node, at: int) -> bool:
    """Tell whether all since the verb describes the person: 'named career diplomat A', 'hired former Lions assistant A'."""
    first = walk.frame.group.last
    between = walk.nodes[first:at]
    if between and between[-1].kind == ",":
        between = between[:-1]
    joined = any(item.low == "and" for item in between)
    if joined:
        # 'former trade and justice official A', but 'the trade chief A and senior executive B'
        if any(item.kind == "PER" for item in between):
            return False
        between = [item for item in between if item.low != "and"]
    return (
        node.kind == "PER"
        and bool(between)
        and at - first < DESCRIPTION
        and (between[-1].kind in DESCRIBING or between[-1].kind == "m" or (joined and between[-1].kind == "ORG"))
        and all(item.kind in DESCRIBING or item.kind in {"d", "#", "m", "PER", "ADJ", "LOC", "ORG", "s", "PRO"} for item in between)
    )


def read_whom(frame: Frame) -> list[Node]:
    """Return A of 'the speaker, A, whom parliament voted out', 'A, whom the assembly of states elected last week'."""
    nodes, first = frame.sentence.nodes, frame.group.first
    at = next((index for index in range(first - 1, max(0, first - _CLAUSE), -1) if nodes[index].low == "whom"), 0)
    other = frame.verb_before
    if not at or (other is not None and other.main > at) or any(node.kind == "," for node in nodes[at + 1 : first]):
        return []
    before = at - 1 - (nodes[at - 1].kind == ",")
    return [node for node in nodes[max(0, before) : before + 1] if node.kind in {"PER", "TTL"}]


def named_agent(walk: Walk, at: int) -> int:
    """Read 'replaced by his predecessor, A,' at the noun *at*; return the index behind, 0 where no name follows."""
    nodes = walk.nodes
    if at + 2 >= len(nodes) or nodes[at + 2].kind != "PER" or walk.frame.agent is not None:
        return 0
    walk.frame.agent, walk.preposition = nodes[at + 2], ""
    walk.frame.end = nodes[at + 2].end
    return at + 3 + (at + 3 < len(nodes) and nodes[at + 3].kind == ",")
