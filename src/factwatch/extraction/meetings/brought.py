"""Meetings told from another side: 'was briefed by X', 'brought A and B together', 'summoned X', 'came face to face with X'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, named_people, subject_of
from factwatch.extraction.context import clause
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.antecedents import PERSONS
from factwatch.extraction.meetings.events import event_of
from factwatch.extraction.meetings.gathering import sits
from factwatch.extraction.meetings.medium import by_phone
from factwatch.extraction.meetings.objects import behind_scene, meeting_noun
from factwatch.extraction.meetings.parties import parties_from, with_after
from factwatch.extraction.meetings.plurals import is_pair, is_plural_party
from factwatch.extraction.meetings.scene import place_between, place_to
from factwatch.extraction.meetings.subjects import subjects_of
from factwatch.extraction.meetings.words import (
    ADDRESSED,
    AUDIENCES,
    BRINGING,
    CALLING,
    COMING_UPON,
    LEADING_VERBS,
    LED,
    MEETING_NOUNS,
    SUMMONING,
)
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node
from factwatch.extraction.phrases.nations import SIDES

_NEAR: Final = 4
"""Whose side is led stands no further behind the verb, in nodes."""
_MEDIATORS: Final = frozenset({"PER", "ORG", "GRP", "TTL", "LOC"})
_FAR: Final = 8
"""Whom somebody comes together with is told no further behind, in nodes."""
_TABLE: Final = 5
"""'to the same negotiating table' takes no more nodes."""
_PAIR: Final = 2
_INTO: Final = frozenset({"at", "during", "for", "in", "into", "through", "to"})


def told_from_afar(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """Return the meeting that the verb *group* tells of, where those who meet are not simply its subject and object."""
    if group.passive and group.lemma in ADDRESSED:
        return _addressed(passage, sentence, group)
    if group.lemma in BRINGING:
        return _bring(passage, sentence, group)
    if group.lemma in SUMMONING or group.verb in SUMMONING:
        return _summon(passage, sentence, group)
    if group.lemma in LEADING_VERBS:
        return _lead(passage, sentence, group)
    if group.lemma not in COMING_UPON:
        return None
    return _face(passage, sentence, group) or _come_together(passage, sentence, group)


def _come_together(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """Read 'A has come together with B', 'A and B came together in Oslo'."""
    nodes = sentence.nodes
    _, last = clause(sentence, group)
    if group.passive or group.lemma != "come" or nodes[min(group.last, len(nodes) - 1)].low != "together":
        return None
    at = next((index + 1 for index in range(group.last + 1, min(last, group.last + _FAR)) if nodes[index].low == "with"), 0)
    partners, end = parties_from(passage, sentence, at) if at else ([], group.last + 1)
    subjects = [node for node in subjects_of(sentence, group, passage) if node.kind in PERSONS | {"PRO"}]
    if not subjects or not (partners or len(subjects) >= _PAIR or is_plural_party(subjects[0])):
        return None
    finding = event_of(sentence, group, subjects, partners, rule="meetings/together", end=end)
    if finding is None or not (partners or finding.place is not None or finding.when is not None):
        return None
    if not partners and all(is_pair(node) for node in subjects):
        finding.extra["pair"] = True
    return finding


def _lead(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """Read 'The two presidents will lead their delegations in talks', 'led the Peruvian side at the talks with B'."""
    nodes = sentence.nodes
    _, last = clause(sentence, group)
    sides = next((at for at in range(group.last, min(last, group.last + _NEAR)) if _leads(nodes[at])), 0)
    if group.passive or not sides or sides + 1 >= last or nodes[sides + 1].low not in _INTO:
        return None
    noun = meeting_noun(sentence, sides + 2)
    at = with_after(nodes, noun) if noun else 0
    partners, end = parties_from(passage, sentence, at) if at else ([], noun + 1)
    subjects = subjects_of(sentence, group, passage)
    if not noun or not subjects or not (partners or len(subjects) >= _PAIR or is_pair(subjects[0])):
        return None
    finding = event_of(sentence, group, subjects, partners, rule="meetings/lead", end=end)
    if finding is not None and not partners and all(is_pair(node) for node in subjects):
        finding.extra["pair"] = True
    return finding


def _leads(node: Node) -> bool:
    return node.low.split()[-1].removesuffix("s") in LED | SIDES


def _addressed(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """Read 'was briefed by X on fishing', 'had been telephoned by the president'."""
    nodes = sentence.nodes
    by = behind_scene(sentence, group.last)
    by = by if by < len(nodes) and nodes[by].low == "by" else 0
    partners, end = parties_from(passage, sentence, by + 1) if by else ([], 0)
    subjects = [node for node in subject_of(sentence, group) if node.kind in PERSONS | {"PRO"} and node.low not in AUDIENCES]
    if not subjects or not partners or any(node.kind not in PERSONS for node in partners):
        return None
    finding = event_of(sentence, group, subjects, partners, rule="meetings/by", end=end)
    if finding is not None:
        finding.medium = "call" if group.lemma in CALLING or by_phone(sentence, group) else None
    return finding


def _bring(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """Read 'talks in Rome brought together A and B', 'brought A and B to the table', 'A and B were brought together by C'."""
    nodes = sentence.nodes
    _, last = clause(sentence, group)
    at = group.last
    while at < last and nodes[at].kind == "r":
        at += 1
    fronted = at < last and nodes[at].low == "together"
    if group.passive:
        if not fronted:
            return None
        sides, end = subjects_of(sentence, group, passage), at + 1
        by = next((index for index in range(end, last) if nodes[index].low == "by"), 0)
        brokers = [node for node in (parties_from(passage, sentence, by + 1)[0] if by else []) if node.kind in PERSONS]
    else:
        sides, end = parties_from(passage, sentence, at + 1 if fronted else at)
        tables = _to_table(sentence, end)
        joined = fronted or (end < last and nodes[end].low == "together") or tables
        if not joined:
            return None
        end += 0 if fronted else tables or 1
        if not fronted and end + 1 < last and nodes[end].low == "with":
            more, end = parties_from(passage, sentence, end + 1)
            sides += more
        brokers = _brokers(sentence, group)
        if not brokers and not _names_meeting(sentence, group):
            return None
        brokers = named_people(brokers)
    sides = [node for node in sides if node.kind in PERSONS or (node.kind == "LOC" and len(sides) >= _PAIR)]
    if not sides or any(is_pair(node) for node in sides) or (len(sides) < _PAIR and not is_plural_party(sides[0])):
        return None
    finding = event_of(
        sentence, group, sides[:1], sides[1:] + [node for node in brokers if node not in sides], rule="meetings/bring", end=end
    )
    if finding is not None:
        finding.place = finding.place or place_between(sentence, 0, group.first)
        finding.when = finding.when or next((node.value for node in nodes[: group.first] if node.kind == "DAT"), None)
    return finding


def _to_table(sentence: Sentence, at: int) -> int:
    """Return how many nodes 'to the same table', 'to one table' takes at the node *at*; 0 where it is not that."""
    nodes = sentence.nodes
    if at >= len(nodes) or nodes[at].low != "to":
        return 0
    return next((index + 1 - at for index in range(at + 1, min(len(nodes), at + _TABLE)) if nodes[index].low == "table"), 0)


def _brokers(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return the people who bring others together; a show or a deal does not do it for talks."""
    return [node for node in subject_of(sentence, group) if node.kind in _MEDIATORS and (node.kind not in {"ORG", "GRP"} or not sits(node))]


def _names_meeting(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether a noun for talks stands before the verb: 'Talks in Rome brought together'."""
    return any(node.low in MEETING_NOUNS for node in sentence.nodes[: group.first])


def _summon(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """Read 'summoned the ambassador on Monday', 'has summoned both A and B to the party's office on Thursday'."""
    if group.passive or group.participle:
        return None
    partners, end = parties_from(passage, sentence, group.last)
    subjects = [node for node in subjects_of(sentence, group, passage) if node.kind in PERSONS | {"ORG", "PRO"}]
    of_rank = [node for node in partners if node.kind in {"TTL", "GRP"} or (node.kind == "PER" and (node.titles or len(partners) > 1))]
    if not subjects or not partners or len(of_rank) != len(partners):
        return None
    finding = event_of(sentence, group, subjects, partners, rule="meetings/summon", end=end)
    if finding is None:
        return None
    _, last = clause(sentence, group)
    finding.place = finding.place or place_to(sentence, end, last)
    if finding.when is None and finding.place is None:
        return None
    if group.perfect and finding.when is not None:
        # 'has summoned them for Thursday'
        finding.status, finding.modality, finding.tense = "planned", "planned", "future"
    return finding


def _face(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """Read 'came face to face with X'."""
    nodes = sentence.nodes
    if [node.low for node in nodes[group.last : group.last + 4]] != ["face", "to", "face", "with"]:
        return None
    partners, end = parties_from(passage, sentence, group.last + 4)
    subjects = subjects_of(sentence, group, passage)
    if not subjects or not partners or any(node.kind not in PERSONS for node in partners):
        return None
    return event_of(sentence, group, subjects, partners, rule="meetings/face", end=end)
