"""What a verb makes of the meeting that is its object: one called off, put off, moved, asked for or planned."""

from __future__ import annotations

from typing import Any, Final

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.scene import place_between, place_moved_to
from factwatch.extraction.meetings.words import ARRANGING, CANCELLING, HAPPENING, MOVING, POSTPONING
from factwatch.extraction.occasion import day_of

_FAR: Final = 9
"""The new day and place stand no further behind the parties, in nodes."""
_PLANNED: Final = 14
"""What was planned is told no further behind the parties, in nodes."""
_SOUGHT: Final = frozenset({"request", "seek"})
_ARRANGED: Final = frozenset({"schedule", "arrange", "plan"})
_TO_COME: Final = frozenset({"planned", "cancelled", "postponed"})


def stands(group: VerbGroup, finding: Finding) -> bool:
    """Tell whether it stands as it was told elsewhere: 'will not postpone the talks', 'denied that he had called off the meeting'."""
    return finding.negative and not {group.verb, group.lemma}.isdisjoint(CANCELLING | POSTPONING)


def change_plan(sentence: Sentence, group: VerbGroup, finding: Finding, *, noun: int, end: int) -> None:
    """
    Set the status, and the day and place that the verb gives a meeting.

    Args:
        sentence: Where the meeting is told.
        group: The verb whose object it is.
        finding: The meeting.
        noun: Index of its noun.
        end: Index after its parties, or else after the verb's object.
    """
    verb, lemma, behind = group.verb, group.lemma, max(end, noun + 1)
    finding.when = finding.when or _days_own(sentence, group.last, noun)
    if verb in CANCELLING or lemma in CANCELLING:
        _cancel(sentence, group, finding, behind)
    elif verb in POSTPONING:
        finding.status = "postponed"
        finding.when = _new_day(sentence, end)
    elif verb in MOVING:
        _move(sentence, finding, behind)
    elif lemma in _SOUGHT:
        finding.modality, finding.status = "requested", "planned"
    elif lemma in _ARRANGED and group.tense == "past":
        finding.status = "planned"
    if finding.status in _TO_COME:
        finding.tense = "future"


def _cancel(sentence: Sentence, group: VerbGroup, finding: Finding, behind: int) -> None:
    """Read 'on Thursday abruptly cancelled his talks with B', which had their own day."""
    finding.status = "cancelled" if not group.negative else finding.status
    day = day_of(sentence, group)
    if day is not None and finding.when is day.value and day.start < sentence.nodes[group.first].start:
        # 'on Thursday abruptly cancelled his talks with B': the day of saying no
        finding.when = None
    as_planned(sentence, finding, behind)


def _move(sentence: Sentence, finding: Finding, behind: int) -> None:
    """Read 'have moved their meeting to Cairo', 'agreed to bring their talks forward to Monday'."""
    finding.status, finding.modality, finding.tense = "planned", "planned", "future"
    finding.extra["moved"] = True
    finding.end = max(finding.end, sentence.nodes[behind - 1].end)
    finding.when = _new_day(sentence, behind)
    finding.place = place_moved_to(sentence, behind, behind + _FAR)


def as_planned(sentence: Sentence, finding: Finding, at: int) -> None:
    """Read the day and place that were planned: 'cancelled a dinner with X that had been set for Friday in Rome'."""
    nodes = sentence.nodes
    last = at
    if at + 1 < len(nodes) and nodes[at].kind == "," and nodes[at + 1].low == "which":
        # 'cancelled talks with X, which had been set for Friday'
        at = last = at + 2
    while last < len(nodes) and last - at < _PLANNED and nodes[last].kind not in {",", ";", "QUO"}:
        if sentence.is_verb(last) and nodes[last].kind == "v":
            group = sentence.group_at(last)
            if group is None or (group.lemma not in ARRANGING and group.lemma not in HAPPENING):
                break
        if finding.when is None and nodes[last].kind == "DAT":
            finding.when = nodes[last].value
        last += 1
    first = next((index for index in range(at, last) if nodes[index].kind == "v"), at)
    finding.place = finding.place or place_between(sentence, first, last)


def _days_own(sentence: Sentence, first: int, noun: int) -> Any:
    """Return the day whose meeting it is: "called off Thursday's meeting"."""
    nodes = sentence.nodes
    return next((nodes[index].value for index in range(first, noun) if nodes[index].kind == "DAT" and nodes[index + 1].kind == "s"), None)


def _new_day(sentence: Sentence, at: int) -> Any:
    """Return the day to which the meeting is put off, behind the node *at*: 'until June', 'to Friday'."""
    nodes = sentence.nodes
    for index in range(at, min(len(nodes), at + _FAR)):
        if nodes[index].kind == "DAT" and nodes[index - 1].low in {"to", "until", "till"}:
            return nodes[index].value
    return None
