"""Who gets the office of somebody spoken of: 'named B to replace him', 'in her place', 'A as captain and B as coach'."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.annotation.wordlists import Head
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.tenure.frames import Frame
from factwatch.extraction.tenure.offices import is_office, of_leaver, persons
from factwatch.extraction.tenure.telling import starts_later
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("tenure.yaml")
_NOMINATING: Final = words_of(data_file("verbs.yaml")["become"]["nominated"])
_PLACES: Final = words_of(_WORDS["place_nouns"])
_SUCCESSORS: Final = words_of(_WORDS["successor_nouns"])
_OPEN_POSTS: Final = words_of(_WORDS["bequeathed"])
_FOR_NOW: Final = words_of(_WORDS["for_now"])
_TILL_THEN: Final = _SUCCESSORS | words_of(_WORDS["till_then"])
_POSSESSIVE: Final = frozenset({"his", "her", "their"})
_OF_BODIES: Final = words_of(_WORDS["posts_of_bodies"]) | words_of(_WORDS["presiding"])
_NEAR: Final = 8
"""Nodes behind a verb of naming in which 'as her successor' may stand."""
_ROW: Final = 6
"""More offices than these in one row are not believed."""


def is_for_now(frame: Frame) -> bool:
    """Tell whether the office is held only for a while: 'on an interim basis', 'until a successor is found'."""
    nodes = frame.sentence.nodes
    # 'the reins from caretaker A' tells of A
    words = {nodes[at].low for at in range(frame.group.last, frame.stop) if at + 1 >= len(nodes) or nodes[at + 1].kind != "PER"}
    if words & _FOR_NOW:
        return True
    rest = nodes[frame.stop : frame.stop + 8]
    if rest and rest[0].low in {",", "until", "pending", "while"}:
        found = {node.low for node in rest}
        return bool(found & {"until", "pending", "while"}) and bool(found & _TILL_THEN)
    return False


def placed(frame: Frame, holders: list[Node], published: dt.date | None) -> Iterator[Finding]:
    """Give the one who is named the office of somebody else: after a verb of naming that says no office itself."""
    if len(holders) != 1:
        return
    holder, nodes = holders[0], frame.sentence.nodes
    if any(node.low == "to" and nodes[index + 1].kind in {"d", "ORG"} for index, node in _told(frame)):
        # 'has been elevated to the Supreme Court in her stead': another office
        return
    old = _replaced(frame) or _owner_of_successor(frame)
    if old is None and not (_in_place(nodes, frame) or _to_take_post(frame)):
        return
    later = starts_later(frame, published)
    later = later or (frame.group.lemma not in _NOMINATING and any(title.head.group == "church" for title in holder.titles))
    status = "nominee" if frame.group.lemma in _NOMINATING else "acting" if is_for_now(frame) else "designate" if later else "current"
    yield of_leaver(frame, holder, old if old is not None and old.kind != "PRO" else None, "placed", status)


def _told(frame: Frame) -> Iterator[tuple[int, Node]]:
    """Yield the nodes of the frame, with their index, none the sentence's last."""
    nodes = frame.sentence.nodes
    for index in range(frame.group.last, min(frame.stop, len(nodes) - 1)):
        yield index, nodes[index]


def _to_take_post(frame: Frame) -> bool:
    """Tell whether somebody is chosen 'to take the chair', 'to fill the post'."""
    nodes, group = frame.sentence.nodes, group_after(frame.sentence, frame.group.main)
    if group is None or group.lemma not in {"take", "fill", "assume"} or not group.infinitive or group.first - frame.group.last > _NEAR:
        return False
    words = " ".join(node.low for node in nodes[group.last : group.last + 2]).split()
    return len(words) > 1 and words[0] in {"the", "that"} and words[1] in _OPEN_POSTS


def _replaced(frame: Frame) -> Node | None:
    """Return who is meant in '... to replace A', '... to succeed him'."""
    nodes = frame.sentence.nodes
    group = group_after(frame.sentence, frame.group.main)
    if (
        group is None
        or group.lemma not in {"replace", "succeed"}
        or not group.infinitive
        or group.negative
        or group.last >= len(nodes)
        or any(node.kind in {",", ";"} for node in nodes[frame.group.last : group.first])
        or any(node.low == "as" for node in nodes[group.last : group.last + 3])
    ):
        return None
    at = group.last
    while at < len(nodes) and nodes[at].kind == "d":
        at += 1
    old = persons(nodes[at : at + 1])
    return old[0] if old else None


def _owner_of_successor(frame: Frame) -> Node | None:
    """Return A of 'was sworn in as A's successor', 'named B as A's replacement'."""
    nodes = frame.sentence.nodes
    for index in range(frame.group.last, min(len(nodes) - 3, frame.stop + _NEAR)):
        named = nodes[index].low == "as" and nodes[index + 1].kind == "PER" and nodes[index + 2].kind == "s"
        if named and nodes[index + 3].low in _SUCCESSORS:
            return nodes[index + 1]
        placed = nodes[index].low == "in" and nodes[index + 1].low in _PLACES and nodes[index + 2].low == "of"
        if placed and nodes[index + 3].kind == "PER":
            # 'elected A, a banker, in place of B'
            return nodes[index + 3]
    return None


def takes_place(frame: Frame) -> bool:
    """Tell whether the object is somebody's place, and nothing says where that is: 'took her place', not 'took her place in the team'."""
    nodes, at = frame.sentence.nodes, frame.group.last
    if at + 1 >= len(nodes) or nodes[at].kind != "PRO" or nodes[at].low not in {"his", "her"} or nodes[at + 1].low not in _PLACES:
        return False
    following = nodes[at + 2] if at + 2 < len(nodes) else None
    return following is None or following.kind in {".", ",", ";", "DAT", "QUO"} or following.low in {"on", "until", "and", "from", "when"}


def place_of(frame: Frame) -> Node | None:
    """Return whose place is taken in 'takes the place of A as chairman'."""
    nodes = frame.sentence.nodes
    for index in range(frame.group.last, min(len(nodes) - 2, frame.group.last + 3)):
        if nodes[index].low in _PLACES and nodes[index + 1].low == "of" and nodes[index + 2].kind == "PER":
            return nodes[index + 2]
    return None


def _in_place(nodes: list[Node], frame: Frame) -> bool:
    """Tell whether the words behind say 'in his place', 'as her successor', 'his replacement'."""
    for index in range(frame.group.last, min(len(nodes) - 1, frame.stop + _NEAR)):
        if nodes[index].kind in {";", ".", "QUO"} or nodes[index].low in {"who", "which"}:
            return False
        noun = index + 1 if nodes[index + 1].low in _PLACES | _SUCCESSORS else min(index + 2, len(nodes) - 1)
        if nodes[index].low in _POSSESSIVE and nodes[noun].low in _PLACES | _SUCCESSORS:
            word = nodes[index - 1].low
            return word == "in" if nodes[noun].low in _PLACES else word == "as" or nodes[index - 1].kind in {"PER", ","}
    return False


def is_to_post(frame: Frame) -> bool:
    """Tell whether 'to the post' follows."""
    nodes = frame.sentence.nodes
    return any(
        nodes[index].low == "to" and nodes[index + 1].low in {"the", "that", "this"} and nodes[index + 2].low == frame.post
        for index in range(frame.group.last, min(frame.stop, len(nodes) - 2))
    )


def whose_place(frame: Frame) -> Node | None:
    """Return whose place somebody takes: 'will act in her place', 'is standing in for A'."""
    nodes = frame.sentence.nodes
    for index in range(frame.group.last, min(len(nodes) - 2, frame.group.last + 4)):
        if nodes[index].low == "in" and nodes[index + 1].low in {"his", "her"} and nodes[index + 2].low in _PLACES:
            return nodes[index + 1]
        if nodes[index].low == "for" and nodes[index + 1].kind == "PER":
            return nodes[index + 1]
    return None


def rows(frame: Frame) -> Iterator[tuple[Node, Title]]:
    """Read the rest of a row: '... as army chief, B as head of the navy and C as head of the air force'."""
    nodes, at = frame.sentence.nodes, frame.stop
    bare = frame.preposition == ""
    for _ in range(_ROW):
        first = at
        led = False
        while at < len(nodes) and at - first < 3 and (nodes[at].kind in {",", ";"} or nodes[at].low in {"and", "while", "with"}):  # noqa: PLR2004
            led = led or nodes[at].low == "with"
            at += 1
        if at == first or at >= len(nodes):
            return
        joined = _joined(nodes[at]) if bare else None
        if joined is not None:
            yield joined
            at += 1
            continue
        if at + 1 >= len(nodes) or nodes[at].kind != "PER":
            return
        person = nodes[at]
        at += 1
        if nodes[at].kind == "," and at + 2 < len(nodes) and nodes[at + 1].kind == "#" and nodes[at + 2].kind == ",":
            at += 3
        marked = at < len(nodes) and (nodes[at].low == frame.preposition or nodes[at].low == "as") and (not bare or led or frame.passive)
        if marked:
            at += 1
        while at < len(nodes) and nodes[at].kind == "d":
            at += 1
        if not (marked or bare) or at >= len(nodes) or nodes[at].kind != "TTL":
            return
        title = nodes[at].titles[0]
        if title.plural or not is_office(title):
            return
        at += 1
        yield person, title


def _is_bodys(title: Title) -> bool:
    return title.head.group in {"body", "company"} or title.head.name in _OF_BODIES


def beside_first(title: Title, first: Title) -> Title:
    """Give an office of a row what it shares with the first: 'A as president of the Union, B as his deputy and C as treasurer'."""
    if title.head.name == "deputy" and title.bare and title.determiner in _POSSESSIVE and not first.plural:
        head = Head(f"deputy {first.head.name}", first.head.group)
        return evolve(first, head=head, name=f"Deputy {first.name}", start=title.start, end=title.end, determiner=title.determiner)
    if title.of is None and first.of_kind in {"O", "N"} and not title.determiner and _is_bodys(title):
        return evolve(title, of=first.of, of_kind=first.of_kind, of_value=first.of_value)
    return title


def _joined(node: Node) -> tuple[Node, Title] | None:
    """Part 'Joe Doe trade minister', which as a phrase of its own would be the minister of Joe Doe."""
    if node.kind != "TTL":
        return None
    title = node.titles[0]
    if title.of is None or title.of_kind != "N" or title.plural or " " not in title.of or not node.text.startswith(title.of):
        return None
    words = title.of
    person = Node("PER", node.first, node.last, node.start, node.start + len(words), words, words.lower(), name=words)
    return person, evolve(title, of=None, of_kind="", of_value=None, bare=" " not in title.name)
