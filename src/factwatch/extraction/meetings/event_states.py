"""Whether a verb's meeting is told of at all, and how: done, under way, planned, called off, denied."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import NOUN_PHRASES, Sentence, VerbGroup
from factwatch.extraction.clauses.words import ASKING, EXPECTED, PLANNED
from factwatch.extraction.context import is_hypothetical
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.words import (
    AGREEING,
    ASKED,
    CANCELLING,
    COMING,
    DUE,
    FAVOURS,
    GLAD,
    INTENTIONS,
    LIKING,
    OFFERS,
    OPINION,
    POSTPONING,
    PROPOSING,
    REJECTING,
    SEIZING,
)
from factwatch.extraction.neighbours import group_after, group_before
from factwatch.extraction.occasion import day_of, pays_visit

_INTENTION: Final = 6
"""'no plans' stands no further before the verb, in nodes."""
_NOT_SO: Final = frozenset({"against", "instead of", "of", "from", "than"})
_AFTER: Final = frozenset({"after", "following"})
_CLAUSE: Final = 20
"""A clause reaches no further behind its verb, in nodes."""
_NOUN: Final = 4
"""An offer stands no further behind the verb that refuses it, in nodes."""
_OFFER: Final = 10
"""'to meet' stands no further behind it."""
_OBJECT: Final = 6
"""Between 'urged' and 'to meet' stand no more nodes than whoever is asked."""


def around(sentence: Sentence, group: VerbGroup) -> VerbGroup | None:
    """Return the verb on which this one hangs, or that behind it in 'Among the first to call on B was A'."""
    parent = parent_of(sentence, group)
    if parent is None and (group.participle or (group.infinitive and sentence.nodes[group.first - 1].kind == "m")):
        return group_after(sentence, group.main)
    return parent


def is_open(sentence: Sentence, group: VerbGroup, parent: VerbGroup | None, refused: str) -> bool:
    """Tell whether the meeting only might take place: somebody is for it, asks for it, proposes it."""
    before = sentence.nodes[group.first - 1].low if group.first else ""
    if group.participle and before in _NOT_SO:
        return True
    over = group.participle and before in _AFTER
    if not refused and not over and is_hypothetical(sentence, group):
        return True
    if not OPINION.isdisjoint(group.chain) or _is_proposed(sentence, group) or _is_wish(sentence, group):
        return True
    if parent is not None and _is_wish(sentence, parent):
        return True
    if not group.infinitive:
        return False
    if parent is not None and parent.lemma == "be" and "would" in parent.chain and sentence.nodes[parent.last].low in GLAD:
        # 'would be happy to meet B'
        return True
    asked = parent is not None and (_is_asked(sentence, group, parent) or not OPINION.isdisjoint(parent.chain))
    if before in ASKED and parent is not None and (_had_the_favour(sentence, parent, group) or _used_the_chance(sentence, parent, group)):
        return False
    return asked or before in ASKED


def tense_and_modality(sentence: Sentence, group: VerbGroup, parent: VerbGroup | None, refused: str) -> tuple[str, str]:
    """Return both as the verb has them, or the one on which it hangs: 'was due to meet X', 'said after meeting X'."""
    tense, modality = group.tense, group.modality
    if parent is not None and group.infinitive:
        tense, modality = _of_infinitive(sentence, group, parent)
    elif parent is not None and group.participle:
        tense, modality = _of_participle(sentence, group, parent)
    if refused:
        tense = "past" if refused == "deny" else "future"
    return tense, modality


def _of_participle(sentence: Sentence, group: VerbGroup, parent: VerbGroup) -> tuple[str, str]:
    before = sentence.nodes[group.first - 1].low
    tense = "past" if group.first > 0 and before in _AFTER and parent.tense == "present" else parent.tense
    modality = parent.modality if group.modality == "asserted" else group.modality
    if not AGREEING.isdisjoint(parent.chain):
        # 'A and B, meeting in Oslo on Monday, agreed to restore ties'
        tense, modality = "past", "asserted"
    # 'looked forward to meeting X'
    return ("future" if parent.lemma == "look" and before == "to" else tense), modality


def _of_infinitive(sentence: Sentence, group: VerbGroup, parent: VerbGroup) -> tuple[str, str]:
    modality = parent.modality if group.modality == "asserted" else group.modality
    if parent.lemma == "be" and sentence.nodes[parent.last].low in DUE:
        # 'were due later on Thursday to hold talks'
        return "future", "planned"
    if _had_the_favour(sentence, parent, group) or _used_the_chance(sentence, parent, group):
        return "past", "asserted"
    came = parent.tense == "past" and (parent.lemma in COMING or pays_visit(sentence, parent))
    return ("past" if came else "future"), modality


def set_status(sentence: Sentence, group: VerbGroup, finding: Finding, told: tuple[str, str], end: int) -> None:
    """Set status, tense and modality of the meeting from the *told* tense and modality; *end* is the index after its parties."""
    tense, modality = told
    if group.unfulfilled or _fell_through(sentence, group):
        finding.status = "cancelled"
        finding.confidence = 0.6
    elif tense == "past":
        finding.status = "done"
    elif group.progressive and tense == "present" and not _has_own_day(sentence, group, end):
        finding.status = "underway"
    else:
        finding.status = "planned"
    finding.tense = "past" if finding.status == "done" else "future"
    finding.modality = modality if finding.status == "planned" else "reported" if modality == "reported" else "asserted"


def set_denial(sentence: Sentence, group: VerbGroup, finding: Finding, parent: VerbGroup | None, refused: str) -> None:
    """Set whether the meeting is denied, and what became of a plan for it: 'plans to meet B were shelved', 'will no longer meet A'."""
    finding.negative = (
        bool(refused)
        or group.negative
        or (parent is not None and group.infinitive and parent.negative)
        or _is_ruled_out(sentence, group)
        or _is_denied(sentence, group)
    )
    given_up = _plan_given_up(sentence, group) if group.infinitive else ""
    if given_up:
        finding.status, finding.modality, finding.tense = given_up, "asserted", "future"
    if finding.status == "planned" and group.negative and "longer" in group.chain:
        # 'will no longer meet A'
        finding.status, finding.modality, finding.negative = "cancelled", "asserted", False


def _plan_given_up(sentence: Sentence, group: VerbGroup) -> str:
    """Return what became of 'Plans for A to meet B on Friday have been dropped', 'plans to meet B were shelved': a status, or ''."""
    nodes = sentence.nodes
    at = group.first - 1
    if at > 1 and nodes[at - 1].low == "for":
        at -= 2
    if at < 0 or nodes[at].low not in INTENTIONS or at > _NOUN:
        return ""
    fate = group_after(sentence, group.main)
    if fate is None or not fate.passive or fate.negative or fate.tense == "future" or fate.first - group.last > _CLAUSE:
        return ""
    verbs = {fate.verb, fate.lemma}
    return "cancelled" if verbs & CANCELLING else "postponed" if verbs & POSTPONING else ""


def _fell_through(sentence: Sentence, group: VerbGroup) -> bool:
    """'was due to meet X but fell ill': a plan of the past that 'but' takes back."""
    chain = set(group.chain)
    if (
        not (chain & {"was", "were", "had"} and chain & (EXPECTED | PLANNED) and "to" in chain)
        or group.negative
        or "but" not in sentence.lows
    ):
        return False
    return any(node.low == "but" for node in sentence.nodes[group.last : group.last + _CLAUSE])


def _is_wish(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether it is no more than what somebody 'would like to' do."""
    if group.infinitive and group.first > 1 and sentence.nodes[group.first - 1].low in LIKING:
        return sentence.nodes[group.first - 2].low in {"'d", "’d", "would"}
    return "would" in group.chain and (group.lemma in LIKING or not LIKING.isdisjoint(group.chain))


def _is_asked(sentence: Sentence, group: VerbGroup, parent: VerbGroup) -> bool:
    """Tell whether somebody is only asked to do it: 'urged her to meet X', 'called on her to meet X'."""
    nodes = sentence.nodes
    if parent.lemma not in ASKING or parent.negative or group.first - parent.last > _OBJECT:
        return False
    return any(node.kind in NOUN_PHRASES for node in nodes[parent.last : group.first])


def _is_proposed(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether somebody only proposes it: 'suggested that the two leaders meet in Oslo'."""
    if group.form != "base" or group.chain or group.infinitive:
        return False
    before = group_before(sentence, group.first)
    if before is None or before.lemma not in PROPOSING or group.first - before.last > _OBJECT:
        return False
    return any(node.low == "that" for node in sentence.nodes[before.last : group.first])


def _had_the_favour(sentence: Sentence, parent: VerbGroup, group: VerbGroup) -> bool:
    """Tell whether it came about: 'had the honour this morning to meet A'."""
    if parent.lemma != "have" or parent.tense != "past" or parent.negative or group.first - parent.last > _OBJECT:
        return False
    return any(node.low in FAVOURS for node in sentence.nodes[parent.last : group.first])


def _used_the_chance(sentence: Sentence, parent: VerbGroup, group: VerbGroup) -> bool:
    """Tell whether it came about: 'used the occasion to confer with A', 'took the opportunity to see B'."""
    if parent.lemma not in SEIZING or parent.tense != "past" or parent.negative or group.first - parent.last > _OBJECT:
        return False
    return any(node.low in FAVOURS for node in sentence.nodes[parent.last : group.first])


def _has_own_day(sentence: Sentence, group: VerbGroup, end: int) -> bool:
    """Tell whether the day is the verb's, not that of what went before: 'arrived yesterday in Rome, where he is holding talks'."""
    day = day_of(sentence, group, end)
    return day is not None and getattr(day.value, "direction", "") != "past"


def refused_by(sentence: Sentence, group: VerbGroup) -> str:
    """Return the verb by which somebody says no to what the participle tells: 'denied meeting X'; '' where none does."""
    before = group_before(sentence, group.first) if group.participle or group.infinitive else None
    if before is None or before.negative or before.passive:
        return ""
    if not _is_offered(sentence, before, group) if group.infinitive else before.last != group.first:
        return ""
    return next((verb for verb in (before.lemma, before.verb) if verb == "deny" or verb in REJECTING), "")


def _is_offered(sentence: Sentence, before: VerbGroup, group: VerbGroup) -> bool:
    """Tell whether what is refused is an offer to do it: 'declined an invitation from the mayor to meet A'."""
    nodes = sentence.nodes
    offered = any(nodes[index].low in OFFERS for index in range(before.last, min(group.first, before.last + _NOUN)))
    return offered and group.first - before.last <= _OFFER


def _is_denied(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the meeting is what somebody denies: 'denied that he would meet X'."""
    before = group_before(sentence, group.first)
    return (
        before is not None
        and before.lemma == "deny"
        and not before.negative
        and (group.participle or any(node.low == "that" for node in sentence.nodes[before.last : group.first]))
    )


def _is_ruled_out(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether 'without' or 'no' says that it does not take place: 'left without meeting X', 'has no plans to meet X'."""
    nodes = sentence.nodes
    if group.participle and group.first and nodes[group.first - 1].low == "without":
        return True
    return any(
        nodes[index].low == "no" and nodes[index + 1].low in INTENTIONS for index in range(max(0, group.first - _INTENTION), group.main)
    )


def parent_of(sentence: Sentence, group: VerbGroup) -> VerbGroup | None:
    """Return the finite verb on which an infinitive or participle hangs."""
    found = None
    for other in sentence.groups:
        if other.main >= group.main:
            break
        if not other.infinitive:
            found = other
    return found
