"""Offices that verbs give: 'was elected chair', 'is also a senator'. They count for 'the minister' too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Title
from factwatch.resolution.held_offices import HeldOffices
from factwatch.resolution.offices import COMING, GAINED
from factwatch.resolution.people import Entity, People

BEGUN: Final = COMING | {"current", "acting"}
"""Statuses of offices that somebody has been told to get."""


def note_gains(findings: Iterable[Finding], people: People, held: HeldOffices) -> list[tuple[float, Entity]]:
    """Give people the offices that findings tell of; return who has just begun one, and in which unit."""
    begun = []
    for finding in findings:
        if finding.kind != "title" or finding.title is None or not finding.who or finding.who[0].kind != "PER":
            continue
        entity, title = people.named(finding.who[0]), finding.title
        left = finding.status == "former" and title.status != "former"
        if entity is None or not (left or title not in entity.titles):
            continue
        gained = finding.rule.startswith("tenure/")
        status_word = GAINED if gained else title.status_word
        entity.titles.append(evolve(title, status=finding.status or title.status, status_word=status_word))
        if gained:
            held.gained.add(id(entity.titles[-1]))
            if finding.status in BEGUN:
                begun.append((finding.unit, entity))
    return begun


def note_predicates(passage: Passage, people: People) -> None:
    """'X, who is also a senator': no claim by itself, but 'the senator' is X."""
    for sentence in passage.sentences:
        for group in sentence.groups:
            if group.lemma != "be" or group.negative or group.tense == "future":
                continue
            title = _predicate(sentence, group)
            if title is None:
                continue
            subjects = subject_of(sentence, group)
            entity = people.named(subjects[0]) if len(subjects) == 1 and subjects[0].kind == "PER" else None
            if entity is not None and title not in entity.titles:
                entity.titles.append(title)


def _predicate(sentence: Sentence, group: VerbGroup) -> Title | None:
    """Return the office behind a form of 'to be'; 'who was president from 2013 to 2017' has left it."""
    at = group.last
    while at < len(sentence.nodes) and (sentence.nodes[at].kind == "r" or sentence.nodes[at].low == "both"):
        at += 1
    if at >= len(sentence.nodes) or sentence.nodes[at].kind != "TTL":
        return None
    title = sentence.nodes[at].titles[0]
    past = group.tense == "past" and not group.perfect and title.status == "current"
    return evolve(title, status="former") if past else title
