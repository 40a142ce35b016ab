"""Nominations that come to nothing: 'withdrew the nomination of A as TITLE', 'A asked that her name be withdrawn', 'MPs rejected A as'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.tenure.frames import Frame
from factwatch.extraction.tenure.offices import claim, completed, is_office, of_somebody, persons
from factwatch.extraction.tenure.possession import office_behind, owner_of
from factwatch.extraction.tenure.telling import is_later, is_told
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("tenure.yaml")
_REJECTING: Final = words_of(_WORDS["rejecting_verbs"])
_WITHDRAWING: Final = words_of(_WORDS["withdrawing_verbs"])
_NOMINATIONS: Final = words_of(_WORDS["nominations"])
_RUNNING: Final = words_of(_WORDS["in_the_running"])
LEMMAS: Final = frozenset(verb.split()[0] for verb in _REJECTING | _WITHDRAWING)
MARKS: Final = _NOMINATIONS | _RUNNING | {"as"}
_NEAR: Final = 10
"""Nodes behind the verb in which the nomination stands."""


def find_withdrawals(frame: Frame) -> Iterator[Finding]:
    """Return that somebody is no nominee any more."""
    group = frame.group
    if not is_told(frame) or group.infinitive or is_later(frame):
        return
    verb = group.verb if group.verb in _REJECTING else group.lemma
    person, title = _of_nomination(frame) or _of_person(frame, verb) or (None, None)
    if person is None:
        return
    if title is not None and (title.plural or not is_office(evolve(title, status_word=""))):
        return
    if title is not None:
        office = evolve(completed(title, None), status="nominee", status_word="")
        finding = claim(frame, person, office, "withdrawn", "nominee")
    else:
        finding = of_somebody(frame, person, person, "withdrawn", "nominee")
    finding.negative = True
    yield finding


def _of_nomination(frame: Frame) -> tuple[Node, Title | None] | None:
    """Read 'withdrew the nomination of A as TITLE', "A's nomination as TITLE was rejected", 'blocked his candidacy'."""
    nodes, group = frame.sentence.nodes, frame.group
    span = range(max(0, group.first - _NEAR), group.first) if frame.passive else range(group.last, min(len(nodes) - 1, group.last + _NEAR))
    at = next((index for index in span if nodes[index].low in _NOMINATIONS and nodes[index].kind not in {"PER", "TTL"}), None)
    if at is None:
        return None
    owner = owner_of(nodes, at)
    if owner is not None and owner.kind in {"PER", "PRO"}:
        return owner, _office_for(nodes, at)
    if at + 2 < len(nodes) and nodes[at + 1].low == "of" and nodes[at + 2].kind == "PER":
        return nodes[at + 2], _office_for(nodes, at + 2)
    return None


def _office_for(nodes: list[Node], at: int) -> Title | None:
    """Return the office in 'as TITLE', 'to be TITLE' or 'for TITLE' behind the index *at*."""
    if at + 3 < len(nodes) and nodes[at + 1].low in {"to", "for"}:
        behind = next((node for node in nodes[at + 2 : at + 5] if node.kind not in {"u", "v", "d"}), nodes[at])
        return behind.titles[0] if behind.kind == "TTL" else None
    return office_behind(nodes, at)


def _of_person(frame: Frame, verb: str) -> tuple[Node, Title | None] | None:
    """Read 'A has withdrawn from consideration', 'MPs voted down A as governor'."""
    nodes, group = frame.sentence.nodes, frame.group
    words = {node.low for node in nodes[group.last : group.last + _NEAR]}
    if verb in _REJECTING:
        people = persons(frame.subject if frame.passive else frame.objects)
        office = frame.offices[0] if frame.offices and frame.preposition == "as" else None
        return (people[0], office) if len(people) == 1 and office is not None else None
    people = persons(frame.subject)
    if len(people) != 1 or _RUNNING.isdisjoint(words) or frame.passive:
        return None
    named = [title for title in people[0].titles if title.status in {"nominee", "designate"}]
    return people[0], named[0] if len(named) == 1 else None
