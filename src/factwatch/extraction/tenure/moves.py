"""Offices named by what one is in charge of: 'moved A from health to the finance ministry', 'takes over the captaincy'."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.annotation.wordlists import Head
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.phrases.words import FIELD_NAMES
from factwatch.extraction.roles.grammar import bloc_name, is_bloc_chair
from factwatch.extraction.tenure.frames import POST_NOUNS, Frame
from factwatch.extraction.tenure.offices import claim, is_office, main_title, office_of_noun, persons
from factwatch.extraction.tenure.telling import starts_later
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import find_place

_WORDS: Final = data_file("tenure.yaml")
PORTFOLIOS: Final = words_of(_WORDS["portfolio_nouns"])
OFFICE_NOUNS: Final = words_of(_WORDS["office_nouns"])
MOVING: Final = words_of(data_file("verbs.yaml")["become"]["moved"])
_MINISTRY_OF: Final = re.compile(r"^(?:the )?(?:ministry|portfolio) (?:of|for) (?:the )?(?P<field>.+)$", re.IGNORECASE | re.DOTALL)
_FIELD_FIRST: Final = re.compile(rf"^(?:the |its |his |her )?(?P<field>.+?) (?:{'|'.join(sorted(PORTFOLIOS))})$", re.IGNORECASE | re.DOTALL)
FIELDS: Final = words_of(_WORDS["ministry_fields"])
_OFFICE: Final = re.compile(r"(?:the )?(?P<noun>\w+)(?:\sof (?:the )?(?P<of>.+))?\Z", re.DOTALL)
_MINISTER: Final = Head("minister", "state")
_LONGEST: Final = 6


def office_at(frame: Frame, at: int) -> tuple[Title, int] | None:
    """Return the office that 'the finance ministry' or 'the captaincy of Fiji' at the node *at* stands for, and the index behind."""
    nodes = frame.sentence.nodes
    owner: Node | None = None
    if at + 1 < len(nodes) and nodes[at].kind in {"LOC", "ORG"} and nodes[at + 1].kind == "s":
        owner, at = nodes[at], at + 2
    while at < len(nodes) and (nodes[at].kind == "d" or nodes[at].low in {"its", "his", "her"}):
        at += 1
    if at >= len(nodes):
        return None
    if nodes[at].kind == "v":
        # 'to lead the finance ministry'
        return None
    if (of := _portfolio_of(nodes, at)) is not None:
        return of
    found: tuple[Title, int] | None = None
    last = at
    while (
        last < len(nodes)
        and last - at < _LONGEST
        and (
            nodes[last].kind in {"x", "p", "GRP", "ORG", "m", "ADJ", "v"}
            or (nodes[last].low == "and" and last > at and nodes[last - 1].kind == "p")
        )
    ):
        last += 1
        if nodes[last - 1].kind == "GRP":
            named = _named(nodes[last - 1]) if last - at == 1 else None
            if named is not None:
                found = named, last
                break
        text = " ".join(frame.sentence.text[nodes[at].start : nodes[last - 1].end].split())
        if nodes[last - 1].low in OFFICE_NOUNS and (last - at == 1 or nodes[at].kind in {"m", "x", "p", "ADJ"}):
            title = office_of_noun(nodes[last - 1].low, nodes[last - 1].start, nodes[last - 1].end)
            found = (title, last) if title is not None else None
            break
        title = _minister(text, nodes[at].start, nodes[last - 1].end)
        if title is not None:
            found = title, last
            break
    if found is None:
        return None
    title, last = found
    if last + 1 < len(nodes) and nodes[last].low == "of":
        after = last + 2 if nodes[last + 1].kind == "d" and last + 2 < len(nodes) else last + 1
        if nodes[after].kind in {"GRP", "x"}:
            # 'the chairmanship of the bloc': a turn, told as a role
            return None
        if nodes[after].kind in {"LOC", "ORG"}:
            owner, last = nodes[after], after + 1
    if owner is not None:
        title = evolve(title, of=owner.name or owner.text, of_kind="G" if owner.kind == "LOC" else "O", of_value=owner.value)
    return title, last


def _portfolio_of(nodes: list[Node], at: int) -> tuple[Title, int] | None:
    """Read 'ministerial portfolio of Lands and Mineral Resources', 'portfolio of Minister for Information' at the node *at*."""
    at += nodes[at].low == "ministerial"
    if at + 2 >= len(nodes) or nodes[at].low not in PORTFOLIOS - {"ministry"} or nodes[at + 1].low != "of":
        return None
    first = last = at + 2 + (nodes[at + 2].kind == "d")
    if first < len(nodes) and nodes[first].kind == "TTL" and is_office(nodes[first].titles[0]):
        return nodes[first].titles[0], first + 1
    while last < len(nodes) and last - first < _LONGEST and (nodes[last].kind in {"x", "p", "m", "ADJ"} or nodes[last].low == "and"):
        last += 1
    last -= last > first and nodes[last - 1].low == "and"
    if last == first:
        return None
    field = " ".join(node.text for node in nodes[first:last])
    name = f"Minister of {_capitals(field)}"
    return Title(_MINISTER, name, None, start=nodes[first].start, end=nodes[last - 1].end), last


def _named(node: Node) -> Title | None:
    """Return the office of 'the presidency' or 'the presidency of Peru'; that of a bloc of states is a role."""
    match = _OFFICE.match(node.low)
    title = office_of_noun(match.group("noun"), node.start, node.end) if match is not None else None
    if title is None or match is None or match.group("of") is None:
        return title
    owner = node.text[match.start("of") :]
    place = find_place(owner)
    if bloc_name(owner) or (place is None and owner.islower()):
        return None
    return evolve(title, of=owner, of_kind="G" if place is not None else "O", of_value=place)


def _minister(text: str, start: int, end: int) -> Title | None:
    match = _MINISTRY_OF.match(text)
    if match is not None:
        name = f"Minister of {_capitals(match.group('field'))}"
    else:
        match = _FIELD_FIRST.match(text)
        if match is None or match.group("field").lower() in {
            "the",
            "his",
            "her",
            "its",
            "new",
            "key",
            "same",
            "government",
            "cabinet",
            "ministerial",
            "old",
            "former",
            "own",
        }:
            return None
        if text.endswith(" brief") and match.group("field").lower() not in FIELDS:
            # 'the legal brief'
            return None
        name = f"{_capitals(match.group('field'))} Minister"
    return Title(_MINISTER, name, None, start=start, end=end)


def _capitals(words: str) -> str:
    return " ".join(word if word in {"and", "of", "the", "for"} else word[:1].upper() + word[1:] for word in words.split())


def moved(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """Read 'moved the mines minister, A, to the energy ministry', 'A was shifted from health to finance'."""
    nodes, group = frame.sentence.nodes, frame.group
    if group.infinitive or (group.participle and not (frame.objects and is_comma_before(frame))):
        return
    if (
        not frame.passive
        and not frame.objects
        and group.last < len(nodes)
        and nodes[group.last].kind in {"x", "h", "p", "#", "d", "m", "GRP"}
    ):
        # 'has moved patients to the Queen's ward'
        return
    holders = persons(frame.subject) if frame.passive or not frame.objects else persons(frame.objects)
    if len(holders) != 1 or (frame.passive and group.first and nodes[group.first - 1].low == "and"):
        return
    if not frame.passive and not frame.objects and group.last < len(nodes) and nodes[group.last].kind in {"x", "p", "d", "v"}:
        # 'moved patients to the Queen's ward'
        return
    goal = source = None
    for index in range(group.last, min(len(nodes) - 1, group.last + 2 * _LONGEST)):
        if nodes[index].kind in {";", ".", "QUO"} or nodes[index].low in {"who", "which", "after", "when"}:
            break
        if nodes[index].low == "to" and goal is None:
            goal = either(frame, index + 1) or _ministers_field(frame, index + 1, holders[0])
        elif nodes[index].low == "from" and source is None:
            source = either(frame, index + 1)
    if goal is None:
        return
    later = starts_later(frame, published)
    yield claim(frame, holders[0], goal, "moved", "designate" if later else "current", since=frame.since or frame.when)
    old = source or main_title(holders[0])
    if old is not None and not later and old.head.group == "state":
        yield claim(frame, holders[0], old, "moved-from", "former")


def is_comma_before(frame: Frame) -> bool:
    """Tell whether the participle goes on with a row: ', moving A to the foreign ministry', 'and moving A to'."""
    first = frame.group.first
    return first > 0 and frame.sentence.nodes[first - 1].low in {",", "and"}


def either(frame: Frame, at: int) -> Title | None:
    """Return the office at the node *at*, by its name, its ministry or a field that stands for one."""
    found = office_at(frame, at)
    if found is not None:
        return found[0]
    nodes = frame.sentence.nodes
    field = _bare_field(frame, at)
    if field is not None:
        return field
    words = [node.low for node in nodes[at : at + 3]]
    if len(words) > 2 and words[0] == "the" and words[1] in POST_NOUNS and words[2] == "of" and at + 3 < len(nodes):  # noqa: PLR2004
        # 'to the post of deputy prime minister'
        at += 3
    if nodes[at].kind == "d" and at + 1 < len(nodes):
        at += 1
    owns = at + 1 < len(nodes) and nodes[at + 1].kind == "s"
    return nodes[at].titles[0] if nodes[at].kind == "TTL" and not owns and is_office(nodes[at].titles[0]) else None


def _bare_field(frame: Frame, at: int) -> Title | None:
    """Return the office that a field stands for alone: 'from health to foreign affairs'."""
    nodes = frame.sentence.nodes
    last = at
    while last < len(nodes) and last - at < _LONGEST and nodes[last].kind in {"x", "m", "ADJ", "v", "p"}:
        last += 1
    if last == at or (last < len(nodes) and nodes[last].kind not in {",", ".", ";", "DAT", "f"}):
        return None
    words = frame.sentence.text[nodes[at].start : nodes[last - 1].end]
    if words not in FIELDS:
        return None
    return Title(_MINISTER, f"{_capitals(words)} Minister", None, start=nodes[at].start, end=nodes[last - 1].end)


def _ministers_field(frame: Frame, at: int, holder: Node) -> Title | None:
    """Return the office that a field in capitals stands for where a minister is moved to it: 'has been moved to Correctional Services'."""
    nodes = frame.sentence.nodes
    if at >= len(nodes) or nodes[at].kind not in {"p", "ORG"} or not any(title.head.name.endswith("minister") for title in holder.titles):
        return None
    closed = at + 1 >= len(nodes) or nodes[at + 1].kind in {",", ".", ";", "DAT", "QUO"} or nodes[at + 1].low in {"and", "while", "from"}
    if not closed or not nodes[at].text[0].isupper() or (nodes[at].kind == "ORG" and nodes[at].low not in FIELD_NAMES):
        return None
    return Title(_MINISTER, f"{nodes[at].text} Minister", None, start=nodes[at].start, end=nodes[at].end)


def noun_office(frame: Frame) -> Title | None:
    """Return the office in 'gave up the captaincy of Fiji', 'was stripped of the one-day captaincy'."""
    if office_of_noun(frame.post, 0, 0) is None:
        return None
    nodes = frame.sentence.nodes
    at = next((index + 1 for index in range(frame.group.last, frame.stop) if nodes[index].low in {"of", "the", "his", "her"}), None)
    found = office_at(frame, at) if at is not None else None
    return found[0] if found is not None else None


def chair_of_members(frame: Frame) -> Title | None:
    """Return the office in 'takes the chair of the club', a body of members: the chair of a bloc of states is a role."""
    chair = frame.objects[0] if frame.objects else None
    if chair is None or chair.kind != "TTL" or chair.titles[0].head.name != "chair" or chair.titles[0].of is None:
        return None
    return chair.titles[0] if not is_bloc_chair(chair.titles[0]) else None


def ministry_head(words: str, start: int, end: int) -> Title | None:
    """Return the office of who heads 'The Interior Ministry'."""
    return _minister(" ".join(words.split()), start, end)


def field_minister(field: Node) -> Title:
    """Return the office that 'Finance' stands for."""
    return Title(_MINISTER, f"{_capitals(field.low)} Minister", None, start=field.start, end=field.end)


def taken_field(frame: Frame) -> Title | None:
    """Return the office in 'takes finance', where nothing else follows."""
    nodes, at = frame.sentence.nodes, frame.group.last
    after = nodes[at + 1] if at + 1 < len(nodes) else None
    if after is None or not (after.kind in {",", ".", ";"} or after.low in {"and", "while"}) or nodes[at].low not in FIELDS:
        return None
    return field_minister(nodes[at])


def taken_post(frame: Frame) -> Title | None:
    """Return the office in 'takes over the finance ministry', 'was given the captaincy'; None where a verb's object is something else."""
    found = office_at(frame, frame.group.last)
    return found[0] if found is not None else None


def posted(frame: Frame) -> Title | None:
    """Return the office in 'was named to the finance ministry', 'has been tapped for the science portfolio'."""
    nodes, at = frame.sentence.nodes, frame.group.last
    if at + 1 >= len(nodes) or nodes[at].low not in {"to", "for"}:
        return None
    found = office_at(frame, at + 1)
    return found[0] if found is not None else None
