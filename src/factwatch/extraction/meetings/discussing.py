"""What is talked over with somebody: 'discussed fares with the minister', 'exchanged views with X', 'the two discussed trade'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, named_people
from factwatch.extraction.context import clause
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.antecedents import met_before
from factwatch.extraction.meetings.events import event_of
from factwatch.extraction.meetings.medium import by_phone
from factwatch.extraction.meetings.parties import parties_from
from factwatch.extraction.meetings.plurals import is_pair, is_plural_party, mark_plural
from factwatch.extraction.meetings.subjects import subjects_of
from factwatch.extraction.meetings.topics import topics_after, topics_from
from factwatch.extraction.meetings.words import DISCUSSING, EXCHANGING, OPINIONS, RAISING, TROOPS
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node

_NEAR: Final = 4
"""'a few kind words' takes no more nodes."""
_THERE: Final = frozenset({"discuss", "exchange"})
"""Behind them a place with a day is where they were."""
_SHORT: Final = 8
"""What is reviewed takes no more nodes."""
_QUALITIES: Final = frozenset({"#", "ADJ", "d", "m", "p", "x"})
_FAR: Final = 16
"""The partner stands no further behind the verb, in nodes."""


def exchanges_views(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the verb is that of 'exchanged views with X', 'compared notes'."""
    if group.lemma not in EXCHANGING:
        return False
    for node in sentence.nodes[group.last : group.last + _NEAR]:
        if node.low in OPINIONS:
            return True
        if node.kind not in _QUALITIES:
            return False
    return False


def _raises(group: VerbGroup) -> bool:
    return not group.passive and not RAISING.isdisjoint({group.verb, group.lemma})


def reviews(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the verb is that of 'reviewed ties with X', 'went over the accounts with X'."""
    raised = _raises(group)
    if not raised and (group.lemma not in DISCUSSING or group.lemma == "address" or group.passive):
        return False
    nodes = sentence.nodes
    if nodes[0].low == "with" and len(nodes) > 1 and nodes[1].kind == "PER" and group.first - 1 < _SHORT:
        return True
    last = next((at for at in range(group.last, min(len(nodes), group.last + _SHORT)) if nodes[at].low == "with"), 0)
    behind = nodes[last + 1] if last and last + 1 < len(nodes) else None
    return (
        behind is not None and behind.kind == "PER" and bool(behind.titles) and not TROOPS & {node.low for node in nodes[group.last : last]}
    )


def _fronted(passage: Passage, sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return those in front of the clause: 'With the envoy, B, she reviewed the work'."""
    nodes = sentence.nodes
    if nodes[0].low != "with" or group is not sentence.groups[0] or group.infinitive or group.participle:
        return []
    partners, end = parties_from(passage, sentence, 1)
    return named_people(partners) if 0 < group.first - end <= _NEAR else []


def is_dated(nodes: list[Node], place: Node) -> bool:
    """Tell whether a day stands beside the place, so that it is where they were: 'discussed trade in Oslo on Monday'."""
    behind = [node for node in nodes if node.start >= place.end][:2]
    return any(node.kind == "DAT" for node in behind)


def discuss(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """Read 'to discuss fares with the minister', 'the two discussed'."""
    nodes = sentence.nodes
    if group.passive:
        return None
    _, last = clause(sentence, group)
    subjects = subjects_of(sentence, group, passage)
    met = met_before(sentence, group, preposition=True) or _fronted(passage, sentence, group)
    if met and subjects:
        # 'B, with whom he discussed fares'
        finding = event_of(sentence, group, subjects, met, rule="meetings/discuss", end=group.last)
        if finding is not None:
            finding.topics = topics_from(sentence, group.last - 2)
            # 'met A, with whom she discussed fish, and B'
            finding.extra["the"] = True
        return finding
    for index in range(group.last, min(last, group.last + _FAR)):
        if nodes[index].low == "with" and index > group.last:
            partners, end = parties_from(passage, sentence, index + 1)
            partners = [node for node in partners if node.kind in {"PER", "TTL", "GRP", "PRO"}]
            if not partners or not subjects:
                return None
            finding = event_of(sentence, group, subjects, partners, rule="meetings/discuss", end=end)
            if finding is not None and _raises(group) and finding.when is None and finding.place is None:
                # 'raised the matter with B' may go on about talks told before
                return None
            if finding is not None:
                finding.medium = "call" if by_phone(sentence, group) else None
                finding.topics = topics_after(sentence, group.last) if group.lemma not in EXCHANGING else topics_from(sentence, end - 1)
            return finding
        if nodes[index].kind in {"QUO", ";"} or sentence.is_verb(index) or nodes[index].low in {"who", "which"}:
            break
    if group.infinitive or group.participle or group.last >= len(nodes) or not subjects:
        return None
    if len(subjects) > 1 or is_plural_party(subjects[0]):
        finding = event_of(sentence, group, subjects, [], rule="meetings/discuss", end=group.last)
        if finding is not None:
            finding.medium = "call" if by_phone(sentence, group) else None
            finding.topics = topics_from(sentence, group.last - 2)
            if (
                isinstance(finding.place, Node)
                and finding.place.start >= nodes[group.last].start
                and not (group.lemma in _THERE and is_dated(nodes, finding.place))
            ):
                # 'discussed the situation in Sudan': the place is the topic's, not theirs
                finding.place = None
            if all(is_pair(node) for node in subjects):
                finding.extra["sequel"] = "same"
            else:
                mark_plural(finding, subjects, [])
        return finding
    return None
