"""What a verb says of the meeting that is its subject: that it took place, is planned, is off, is put off, moves to another day."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any, Final

from attrs import frozen

from factwatch.extraction.adjuncts import attachment
from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.clauses.words import BE, EXPECTED, HAVE, MODALS, PLANNED
from factwatch.extraction.context import is_hypothetical
from factwatch.extraction.meetings.words import ARRANGING, CANCELLING, CONVENING, DOUBTFUL, DUE, HAPPENING, MOVING, POSTPONING, UNDER_WAY
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.otherwise import against_plan
from factwatch.extraction.phrases import Node

_AUXILIARIES: Final = BE | HAVE | MODALS
_RELATIVE: Final = frozenset({"which", "that", "who", "where", "whose"})
_GROUPS: Final = 4
"""The verb stands no further behind, in verbs."""
_DENIED: Final = 12
"""Between 'denied that' and the verb stands no longer subject, in nodes."""
_NOT: Final = 5
"""'not in Milan' is no longer, in nodes."""
_DAY: Final = 10
"""Its day stands no further behind the verb, in nodes."""


@frozen
class Fate:
    """How a meeting stands."""

    status: str
    modality: str = "asserted"
    negative: bool = False
    when: Any = None
    happens: bool = False
    """The verb says that it takes place, so that days and places behind it are the meeting's."""
    moved: bool = False
    """It has another day than was told before."""

    @property
    def settles(self) -> bool:
        """Tell whether the meeting's own plan is told, rather than what it was like."""
        return self.happens or self.moved or self.status in {"cancelled", "postponed"}


def predicate_after(sentence: Sentence, at: int) -> VerbGroup | None:
    """Return the finite verb whose subject ends before the node *at*; relative clauses and participles between are passed over."""
    nodes = sentence.nodes
    start = bisect_left(sentence.groups, at, key=lambda group: group.main)
    for group in sentence.groups[start : start + _GROUPS]:
        if any(nodes[index].kind in {";", "QUO"} for index in range(at, group.first)):
            return None
        before = nodes[group.first - 1] if group.first else None
        if (before is not None and before.low in _RELATIVE) or group.infinitive or (group.participle and group.form != "participle"):
            continue
        parted = before is not None and (before.kind == "," or (before.kind == "PER" and "," in before.text))
        if group.chain and group.chain[0] in EXPECTED and parted:
            # 'The meeting, due to open on Friday, was'
            continue
        bare = not _AUXILIARIES & set(group.chain)
        if bare and group.form in {"past/participle", "participle"} and _is_reduced(nodes, group):
            # 'The meeting, first announced for Friday, was'
            continue
        set_for = group.verb == "set" and group.last < len(nodes) and nodes[group.last].low == "for"
        if bare and (group.form in {"past/participle", "participle"} or set_for) and (group.verb in ARRANGING or group.verb == "hold"):
            # 'The meeting, scheduled for Friday, was'; 'the talks held in Rome', 'set for Friday'
            continue
        if parted and group.chain[:1] and group.chain[0] in EXPECTED | PLANNED:
            # 'The talks, due to be held on Friday, were'
            continue
        return group
    return None


def _is_reduced(nodes: list[Node], group: VerbGroup) -> bool:
    """Tell whether the participle, behind a comma, only says more of its noun: ', first announced for Friday', ', sought by B'."""
    at = group.first - 1
    while at >= 0 and nodes[at].kind in {"m", "r"}:
        at -= 1
    return at >= 0 and nodes[at].kind == "," and group.last < len(nodes) and nodes[group.last].low in {"by", "for"}


def fate_of(sentence: Sentence, group: VerbGroup, at: int = 0) -> Fate | None:
    """
    Return how the meeting stands of which *group* is said; None where it only might take place.

    Args:
        sentence: Where it is told.
        group: The verb.
        at: Index of the node behind which its day is looked for, where that is not right behind the verb.
    """
    if is_hypothetical(sentence, group) or _is_denied(sentence, group):
        return None
    if group.lemma in {"be", "look", "seem", "appear", "remain"} and _is_doubted(sentence, group):
        return None
    if group.lemma == "be" and _is_off(sentence, group):
        return Fate("cancelled") if not group.negative else Fate("planned", "planned")
    verb = group.verb
    when = _day_behind(sentence, max(at, group.last))
    if verb in CANCELLING or group.lemma in CANCELLING:
        if group.tense == "future" and group.modality == "possible":
            return None
        return Fate("cancelled") if not group.negative else Fate("planned")
    if verb in MOVING:
        return Fate("planned", "planned", when=when, moved=True)
    if verb in POSTPONING or group.lemma in POSTPONING:
        return Fate("postponed", when=when)
    happens = verb in HAPPENING or group.lemma in HAPPENING or _goes_ahead(sentence, group)
    if verb == "be":
        # 'The talks were in Geneva', but not 'were well advanced'
        happens = group.last < len(sentence.nodes) and sentence.nodes[group.last].low in {"in", "at", "on"}
    if group.lemma in ARRANGING or (group.lemma == "be" and _is_due(sentence, group)):
        return Fate("planned", "expected" if group.lemma == "expect" else "planned", group.negative, when, happens=True)
    if group.lemma == "be" and group.tense == "present" and not group.negative and is_under_way(sentence, group):
        return Fate("underway")
    if group.unfulfilled:
        return Fate("cancelled", when=when)
    if happens and "now" in group.chain and group.tense == "future" and not group.negative:
        # 'The meeting will now take place on Friday'
        return Fate("planned", "planned", when=when, happens=True, moved=True)
    day = when if happens else None
    if happens and group.negative and group.tense == "future":
        # 'The meeting will not go ahead'
        return Fate("cancelled", when=day)
    if group.tense == "past":
        if group.negative and happens:
            return Fate("cancelled", when=day)
        return Fate("done", when=day, happens=happens)
    if (
        group.progressive
        and group.chain[:1] != ("will",)
        and group.tense == "present"
        and verb in {"take place", "take", "continue", "go on"}
    ):
        return Fate("underway", when=day, happens=happens)
    modality = group.modality if group.modality != "asserted" else "planned"
    how, end = against_plan(sentence, group.last) if happens and not group.negative else ("", 0)
    if how:
        # 'will be held a day later than planned, on Friday'
        day = day or _day_behind(sentence, end + (end < len(sentence.nodes) and sentence.nodes[end].kind == ","))
        if day is None and how == "later":
            return Fate("postponed", modality)
        return Fate("planned", modality, when=day, happens=True, moved=True)
    return Fate("planned", modality, group.negative, day, happens=happens)


def _is_denied(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether it is what somebody denies: 'denied that the talks had been called off'."""
    before = group_before(sentence, group.first)
    return before is not None and before.lemma == "deny" and not before.negative and group.first - before.last <= _DENIED


def _goes_ahead(sentence: Sentence, group: VerbGroup) -> bool:
    nodes, at = sentence.nodes, group.last
    return group.lemma == "go" and at + 1 < len(nodes) and nodes[at].low == "ahead" and nodes[at + 1].low != "of"


def arranged_day(sentence: Sentence, first: int, last: int) -> Any:
    """Return the day for which a meeting was planned, told between it and what became of it: 'that had been planned for Friday'."""
    group = arranging(sentence, first, last)
    if group is None:
        return None
    dates = attachment(sentence).dates.get(group.main, ())
    return next((sentence.nodes[index].value for index in dates if group.main < index < last), None)


def arranging(sentence: Sentence, first: int, last: int) -> VerbGroup | None:
    """Return the verb between the nodes *first* and *last* that says when and where the meeting is: 'which took place'."""
    start = bisect_left(sentence.groups, first, key=lambda group: group.main)
    for group in sentence.groups[start : start + _GROUPS]:
        if group.main >= last:
            return None
        if group.lemma in ARRANGING | HAPPENING | CONVENING:
            return group
    return None


def _is_doubted(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the meeting is only thought of: 'is unlikely', 'looked possible'."""
    return any(node.low in DOUBTFUL for node in sentence.nodes[group.last : group.last + 2])


def _is_due(sentence: Sentence, group: VerbGroup) -> bool:
    nodes = sentence.nodes
    return any(node.low in DUE for node in nodes[group.last : group.last + 2])


def _is_off(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the meeting 'is off', but not 'is off the record'."""
    nodes, at = sentence.nodes, group.last
    while at < len(nodes) and nodes[at].kind == "r":
        at += 1
    return at < len(nodes) and nodes[at].low == "off" and (at + 1 >= len(nodes) or nodes[at + 1].kind not in {"d", "x", "p"})


def is_under_way(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether 'under way', 'in progress' stands behind the verb."""
    behind = [node.low for node in sentence.nodes[group.last : group.last + 3]]
    return any(word in UNDER_WAY for word in (*behind[:2], " ".join(behind[:2]), " ".join(behind[1:])))


def _day_behind(sentence: Sentence, at: int) -> Any:
    nodes = sentence.nodes
    aside = 0
    for index in range(at, min(len(nodes), at + _DAY)):
        node = nodes[index]
        if index < aside:
            continue
        if node.kind == "," and (index == aside or (index + 1 < len(nodes) and nodes[index + 1].low == "not")):
            # 'will take place in Rome, not Milan, on Friday'
            aside = next((end for end in range(index + 1, min(len(nodes), index + _NOT)) if nodes[end].kind == ","), 0)
            continue
        if node.kind == "DAT":
            if (
                nodes[index - 1].low == "from"
                and index + 2 < len(nodes)
                and nodes[index + 1].low == "to"
                and nodes[index + 2].kind == "DAT"
            ):
                # 'moved from Monday to Tuesday'
                return nodes[index + 2].value
            if nodes[index - 1].low == "from" or node.low.startswith("from "):
                # the same as one stretch
                ends = node.value.ends()
                if ends is not None:
                    return ends[1]
            if nodes[index - 1].low in {"from", "since", "after", "before"}:
                continue
            return node.value
        if (
            node.kind in {",", ";", "QUO", "."}
            or (sentence.is_verb(index) and node.low != "place")
            or node.low in {"after", "because", "as"}
        ):
            return None
    return None
