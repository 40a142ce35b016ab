"""Offices behind a verb: 'as chairman', 'to the post of governor', 'president and chief executive'."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.tenure.frames.model import BESTOWING
from factwatch.extraction.tenure.frames.people import DESCRIBING, DESCRIPTION
from factwatch.extraction.tenure.frames.walk import Walk
from factwatch.extraction.tenure.offices import is_office
from factwatch.lexicon.loader import data_file, words_of

_HANDING: Final = words_of(data_file("tenure.yaml")["handing_verbs"])
_SIDES: Final = frozenset({"men", "women", "boys", "girls"})


def read_office(walk: Walk, node: Node, at: int) -> int:
    """Read the office at *at*: what the verb gives or takes, or who gives it."""
    if walk.after(at) == "s":
        if at + 2 < len(walk.nodes) and walk.nodes[at + 2].kind == "TTL":
            # 'named the chair's special envoy': the chair only owns the office; 'left the minister's job' is about hers
            return at + 2
        if walk.preposition:
            # 'moved patients to the Queen's ward'
            return -1
    if walk.after(at) == "," and (behind := _named_holder(walk, at)):
        return behind
    described = walk.preposition == "by" and walk.after(at) in {"TTL", "PER"}
    _take(walk, node)
    if not described and not (at + 1 < len(walk.nodes) and walk.nodes[at + 1].low in {"and", "&"}):
        # but 'by his brother the emir'
        walk.preposition = ""
    return at + 1


def _named_holder(walk: Walk, at: int) -> int:
    """Read 'handed power to his deputy, B', 'takes over from the bank's founder, A'; 0 where no such name follows."""
    frame, nodes = walk.frame, walk.nodes
    handed = walk.preposition == "to" and frame.group.lemma in _HANDING
    taken = walk.preposition == "from" and frame.group.verb == "take over"
    if not (handed or taken) or at + 2 >= len(nodes) or nodes[at + 2].kind != "PER":
        return 0
    if handed:
        frame.goal = frame.goal or nodes[at + 2]
    else:
        frame.source = frame.source or nodes[at + 2]
    walk.preposition = ""
    return at + 3 + (at + 3 < len(nodes) and nodes[at + 3].kind == ",")


def _take(walk: Walk, node: Node) -> None:
    frame, title, preposition = walk.frame, node.titles[0], walk.preposition
    brought = preposition in {"as", "to", "from"} or (walk.near and not frame.nouns)
    if preposition == "by":
        frame.agent = frame.agent or node
    elif preposition == "from" and frame.preposition in {"as", "to"} and is_office(title) and not title.plural:
        frame.left.append(title)
        frame.end = node.end
    elif is_office(title) and brought and walk.gives():
        frame.offices += _all_of(node, title)
        frame.preposition = frame.preposition or preposition
        frame.end = node.end
    elif not preposition and not frame.passive and not frame.offices and not frame.nouns and not title.plural:
        frame.objects.append(node)
        frame.end = node.end


def read_side(walk: Walk, node: Node, at: int) -> int:
    """Read "England's men's Test captain" at the node *at*; return the index after it, 0 where it does not stand there."""
    nodes = walk.nodes[at + 1 : at + 5]
    apart = [item.kind for item in nodes]
    if apart not in (["s", "x", "s", "TTL"], ["s", "p", "s", "TTL"]) or nodes[1].low not in _SIDES or walk.frame.nouns:
        return 0
    title = nodes[3].titles[0]
    if not is_office(title) or not walk.gives():
        return 0
    of_kind = "G" if node.kind == "LOC" else "O"
    walk.frame.offices.append(evolve(title, of=node.name or node.text, of_kind=of_kind, of_value=node.value))
    walk.frame.preposition = walk.frame.preposition or walk.preposition
    walk.frame.end = nodes[3].end
    return at + 5


def opens_row(walk: Walk, at: int) -> bool:
    """Tell whether somebody else's office follows: 'was named president, with B as vice president'."""
    nodes = walk.nodes
    if not walk.frame.offices or at + 2 >= len(nodes) or nodes[at].low != "with" or nodes[at + 1].kind != "PER":
        return False
    return nodes[at + 2].low == "as"


def lists_on(walk: Walk, at: int) -> bool:
    """Tell whether offices without articles go on from *at* to the one behind 'and'."""
    nodes = walk.nodes
    while at + 2 < len(nodes) and nodes[at].kind == "TTL" and not nodes[at].titles[0].determiner and not is_named(nodes[at]):
        behind = at + 1 + (nodes[at + 1].kind == "," and nodes[at + 2].low == "and")
        if nodes[behind].low == "and":
            last = nodes[behind + 1] if behind + 1 < len(nodes) else None
            return last is not None and last.kind == "TTL" and not last.titles[0].determiner and not is_named(last)
        if nodes[at + 1].kind != ",":
            return False
        at += 2
    return False


def read_joined(walk: Walk, at: int) -> int:
    """Read on behind the 'and' at *at* where it joins offices, names or words before a name: 'president and chief executive'."""
    following = walk.after(at)
    if walk.frame.offices and following == "TTL":
        if not walk.frame.preposition and is_named(walk.nodes[at + 1]):
            return -1
        walk.preposition, walk.near = walk.frame.preposition, True
        return at + 1
    if walk.frame.objects and walk.frame.nouns and not walk.frame.offices:
        # 'appointed A as vice major and B as mayor pro tem': A's is told
        return -1
    if not walk.frame.objects or walk.frame.offices:
        return at + 1 if _joins_description(walk, at) else -1
    # 'appointed A and senior executive B as interim directors'
    behind = next((index for index in range(at + 1, min(len(walk.nodes), at + DESCRIPTION)) if walk.nodes[index].kind not in "xpm"), at)
    return behind if behind < len(walk.nodes) and walk.nodes[behind].kind == "PER" else -1


def _joins_description(walk: Walk, at: int) -> bool:
    """Tell whether 'and' stands in the description before a name: 'named former trade and justice official A as'."""
    frame, nodes = walk.frame, walk.nodes
    if walk.preposition or frame.objects or frame.offices or frame.passive or frame.group.lemma not in BESTOWING:
        return False
    words = nodes[frame.group.last : at + DESCRIPTION]
    person = next((index for index, node in enumerate(words) if node.kind == "PER"), 0)
    return words[0].kind == "m" and all(
        node.kind in DESCRIBING or node.kind in {"m", "ADJ", "ORG", "GRP"} or node.low == "and" for node in words[:person]
    )


def _all_of(node: Node, title: Title) -> list[Title]:
    """Return the offices of one phrase: 'president and chief operating officer' names two."""
    return [title, *(other for other in node.titles[1:] if is_office(other) and not other.plural and not title.plural)]


def is_named(node: Node) -> bool:
    """Tell whether 'Joe Doe trade minister' stands there: another one and his office, which looks like the minister of Joe Doe."""
    title = node.titles[0]
    return title.of is not None and title.of_kind == "N" and " " in title.of and node.text.startswith(title.of) and title.determiner != "'s"
