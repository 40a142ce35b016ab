"""Whether a verb of becoming or leaving states something, and of which time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, Final

from factwatch.annotation.dates import DateExpression
from factwatch.extraction.clauses import Sentence, VerbGroup, is_unreal
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.tenure.frames import Frame
from factwatch.lexicon.loader import data_file, words_of

OLD_YEARS: Final = 15
"""What is told of earlier years says nothing about now."""
FOR_LIFE: Final = frozenset({"royal", "church", "rank", "academia", "traditional"})
"""Kinds of offices that somebody may have for life."""
_SAYING: Final = frozenset({"say", "announce", "confirm", "tell"})
_LEADING: Final = words_of(data_file("tenure.yaml")["led_to"])
_BEATING: Final = words_of(data_file("tenure.yaml")["beating_to"])
_PARTICIPLES: Final = frozenset({"participle", "past/participle"})
_PLEASED: Final = words_of(data_file("tenure.yaml")["pleased"])
_IN_MIND: Final = frozenset({"of", "from"})
"""Words before a gerund that is thought of, or kept from, rather than done."""
_SPANS: Final = words_of(data_file("tenure.yaml")["span_nouns"]) | {"hours", "minutes"}
_BEING: Final = frozenset({"is", "are", "am", "was", "were", "also"})
_DONE: Final = frozenset({"voted", "gathered", "went", "rose", "returned"})
_TALLY: Final = 5
"""Nodes that may stand between 'voted' and 'to confirm'."""
_HEDGE_REACH: Final = 14
"""Nodes before a verb in which an 'if' still governs it."""
_COMING: Final = words_of(data_file("tenure.yaml")["made_to"])
_PAST: Final = frozenset({"was", "were", "had", "been", "has", "have"})
_HEDGES: Final = words_of(data_file("tenure.yaml")["hedges"])


def governing(sentence: Sentence, group: VerbGroup) -> VerbGroup:
    """Return the verb whose auxiliaries count for a joined one: 'would step down and be replaced'."""
    participle = group.form in _PARTICIPLES and not group.chain
    if not (group.chain[:1] == ("be",) or (group.form == "base" and not group.chain) or participle) or not group.first:
        return group
    if sentence.nodes[group.first - 1].low not in {"and", "or", ","}:
        return group
    before = group_before(sentence, group.main)
    if participle and (before is None or not before.passive or before.tense != "future" or sentence.nodes[group.first - 1].low != "and"):
        # but 'is to be recalled and replaced'
        return group
    return before or group


def is_later(frame: Frame) -> bool:
    """Tell whether the verb itself tells of what is to come."""
    return governing(frame.sentence, frame.group).tense == "future" and not is_done(frame) and not is_made(frame.group)


def is_made(group: VerbGroup) -> bool:
    """Tell whether 'was forced to resign', 'had to step down' tells what has happened."""
    chain = group.chain
    return chain[-1:] == ("to",) and len(chain) > 1 and chain[-2] in _COMING and (chain[0] in _PAST)


def is_done(frame: Frame) -> bool:
    """Tell whether an infinitive tells what has happened: 'voted to confirm'."""
    if not frame.group.infinitive:
        return False
    nodes, at = frame.sentence.nodes, frame.group.first - 1
    while at > max(0, frame.group.first - _TALLY) and (
        nodes[at].kind in {"DAT", "r"} or nodes[at].low == "on" or nodes[at].text[:1].isdigit()
    ):
        # 'voted 54-43 on Thursday to confirm'
        at -= 1
    main = frame.verb_before
    if main is not None and main.lemma == "vote" and main.tense == "past" and not main.negative and nodes[main.last].low != "against":
        # 'voted at its last meeting on 23 March to approve A as'
        return True
    # 'is pleased to appoint' does it by saying so
    return at >= 0 and (nodes[at].low in _DONE or (nodes[at].low in _PLEASED and at > 0 and nodes[at - 1].low in _BEING))


def is_told(frame: Frame) -> bool:
    """Tell whether the clause states something: no question, hypothesis, wish or denial."""
    group, nodes = governing(frame.sentence, frame.group), frame.sentence.nodes
    if group.negative or group.unfulfilled or group.modality in {"possible", "requested"} or is_unreal(frame.sentence, group):
        return False
    if nodes[-1].low == "?" or (nodes[-1].kind == "." and nodes[-1].text == "?"):
        return False
    chain = set(group.chain)
    if "no" in chain:
        # 'has no plans to resign'
        return False
    if is_in_mind(frame):
        return False
    if group.infinitive and not is_done(frame) and frame.group.lemma not in {"succeed", "replace"}:
        return False
    if group.modality == "expected" and not chain & {"due", "scheduled", "slated", "set"}:
        return False
    if chain & {"would", "'d", "’d", "should", "must", "nearly", "almost", "reportedly", "allegedly"}:
        # 'said he would step down'
        before = group_before(frame.sentence, group.first)
        if "would" not in chain or before is None:
            return False
        return before.lemma in _SAYING or _goes_on_saying(frame.sentence, group)
    return not any(node.low in _HEDGES for node in nodes[max(0, group.first - _HEDGE_REACH) : group.first])


def is_in_mind(frame: Frame) -> bool:
    """Tell whether what the gerund says is only thought of: 'no intention of resigning', 'far from it', but 'within days of becoming'."""
    group, nodes = frame.group, frame.sentence.nodes
    if group.form != "ing" or not group.participle or group.first < 2 or nodes[group.first - 1].low not in _IN_MIND:  # noqa: PLR2004
        return False
    return nodes[group.first - 2].low.rpartition(" ")[2] not in _SPANS


def _goes_on_saying(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether 'and that A would' goes on with what somebody said at the start of the sentence."""
    nodes, first = sentence.nodes, group.first
    mark = next((index for index in range(first - 1, max(0, first - _HEDGE_REACH), -1) if nodes[index].low == "that"), 0)
    return mark > 1 and nodes[mark - 1].low == "and" and sentence.groups[0].lemma in _SAYING and sentence.groups[0].first < mark


def resolved(date: Any, published: dt.date | None, tense: str | None) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day of a date, where it can be known here."""
    if not isinstance(date, DateExpression):
        return None
    value = date.resolve(published, tense=tense)  # type: ignore[arg-type]  # 'past', 'future' or None
    return (value.first, value.last) if value is not None else None


def is_history(frame: Frame, published: dt.date | None) -> bool:
    """Tell whether the clause dates from so long ago that it says nothing about now."""
    if published is None:
        return False
    for date in (frame.when, frame.since):
        days = resolved(date, published, "past")
        if days is not None and published.year - days[0].year > OLD_YEARS:
            return True
    return False


def of_history(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the offices that a clause of long ago tells of as left since; crowns, sees, ranks and chairs may be for life."""
    for finding in findings:
        if finding.title is not None and finding.title.head.group not in FOR_LIFE:
            finding.status, finding.tense = "former", "past"
            finding.extra["bygone"] = True
            yield finding


def starts_later(frame: Frame, published: dt.date | None) -> bool:
    """Tell whether the office is taken only after the day of publication."""
    if is_later(frame):
        return True
    group = frame.group
    if group.participle:
        main = frame.verb_before
        if frame.passive or (main is not None and main.tense == "past"):
            # 'Sworn in on Monday, A said', 'reshuffled his cabinet on Friday, naming A'
            return False
    if (frame.since is not None and group.tense == "past") or group.tense == "present":
        date = frame.since or frame.when
        days = resolved(date, published, "future" if group.tense == "present" and frame.since is None else None)
        if days is not None and published is not None:
            return days[0] > published
        return date is not None and group.tense == "present" and group.form == "s"
    return False


def led_to(frame: Frame) -> bool:
    """Tell whether the verb before 'to become' says that it came to pass: 'left to become', 'beat A to become'."""
    main = frame.verb_before
    return (
        main is not None
        and main.lemma in _LEADING
        and main.verb != "go on"
        and (main.tense in {"past", "present"} or main.modality == "planned")
        and not (main.negative or main.infinitive or main.modality in {"possible", "requested", "expected"})
        and frame.group.chain == ("to",)
    )


def has_beaten(frame: Frame) -> bool:
    """Tell whether the verb before 'to become' tells of a vote: 'beat A to become'."""
    main = frame.verb_before
    return main is not None and main.lemma in _BEATING
