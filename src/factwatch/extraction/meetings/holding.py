"""Verbs whose object is a meeting: 'hold talks with', 'have a working lunch with', 'request a meeting with', 'cancel talks with'."""

from __future__ import annotations

from typing import Any, Final

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.clauses.words import DATE_OPENERS
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.antecedents import met_before
from factwatch.extraction.meetings.events import event_of
from factwatch.extraction.meetings.gathering import sits
from factwatch.extraction.meetings.medium import is_call
from factwatch.extraction.meetings.parties import assembled, parties_from, with_after
from factwatch.extraction.meetings.plurals import is_assembly, is_pair, is_plural_party
from factwatch.extraction.meetings.scene import place_between, place_moved_to
from factwatch.extraction.meetings.subjects import subjects_of
from factwatch.extraction.meetings.words import (
    ARRANGING,
    BEFORE_NOUN,
    CANCELLING,
    FAINT,
    GRANTING,
    HAPPENING,
    HONOURS,
    HOSTING,
    MEALS,
    MEETING_NOUN_ENDS,
    MEETING_NOUNS,
    MOVING,
    OF_MANY,
    POSTPONING,
    SHARING,
    TALKS,
    WISHED,
)
from factwatch.extraction.occasion import day_of
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node

_COMING_IN: Final = frozenset({"attend", "join"})
"""Verbs by which somebody is one more of those between whom a meeting is."""
_LINES: Final = frozenset({"phone", "telephone", "video"})
"""'a summit telephone talk'."""
_FAR: Final = 9
"""The noun stands no further behind the verb, in nodes."""
_PLANNED: Final = 14
"""What was planned is told no further behind the parties, in nodes."""


def names_meeting(sentence: Sentence, index: int) -> bool:
    """Tell whether the word at the node *index* is a noun for a meeting, 'round table' in two words among them."""
    nodes = sentence.nodes
    low = nodes[index].low
    if low not in MEETING_NOUN_ENDS:
        return False
    if low == "bilateral" and index + 1 < len(nodes) and nodes[index + 1].kind in {"x", "p", "h"}:
        # 'bilateral trade'
        return False
    return low in MEETING_NOUNS or (index > 0 and f"{nodes[index - 1].low} {low}" in MEETING_NOUNS)


def meeting_noun(sentence: Sentence, at: int) -> int:
    """Return the index of the meeting noun that is the object from the node *at* on, or 0."""
    nodes = sentence.nodes
    index = at
    while index < min(len(nodes), at + _FAR):
        node = nodes[index]
        following = nodes[index + 1].low if index + 1 < len(nodes) else ""
        line = following in _LINES and index + 2 < len(nodes) and nodes[index + 2].low in MEETING_NOUNS
        if names_meeting(sentence, index) and following not in MEETING_NOUNS and not line:
            return index
        if node.kind in {"PER", "TTL", ";", "QUO", "f", "u"} and node.low not in {"of", "and"}:
            return 0
        if node.kind == "," or (sentence.is_verb(index) and node.low not in BEFORE_NOUN):
            return 0
        index += 1
    return 0


def _guests(sentence: Sentence, group: VerbGroup, noun: int) -> int:
    """Return the index at which those begin for whom somebody hosts a meal, or to whom he gives an audience; 0 where there are none."""
    nodes = sentence.nodes
    behind = [node.low for node in nodes[noun + 1 : noun + 4]]
    if behind[:1] == ["in"] and behind[1:2] and behind[1] in HONOURS and behind[2:] == ["of"]:
        # 'gave a dinner in honour of X'
        return noun + 4
    word = "for" if group.lemma in HOSTING else "to" if group.lemma in GRANTING else ""
    at = _behind_scene(sentence, noun + 1) if word else 0
    if group.lemma in HOSTING & GRANTING and at < len(nodes) and nodes[at].low == "to":
        # 'gave an audience at the palace on Friday to A'
        word = "to"
    return at + 1 if word and at + 1 < len(nodes) and nodes[at].low == word else 0


def _honoured(sentence: Sentence, group: VerbGroup, noun: int) -> list[Node]:
    """Return the pronoun of whom a meal is given for: 'gives a dinner in his honour'."""
    nodes = sentence.nodes
    if group.lemma not in HOSTING or noun + 3 >= len(nodes) or nodes[noun + 1].low != "in" or nodes[noun + 3].low not in HONOURS:
        return []
    return [nodes[noun + 2]] if nodes[noun + 2].kind == "PRO" else []


def _behind_scene(sentence: Sentence, at: int) -> int:
    """Return the index after phrases of place and day from the node *at* on: 'at the palace on Wednesday'."""
    nodes = sentence.nodes
    index = at
    while index + 1 < len(nodes) and index - at < _FAR:
        if nodes[index].kind == "DAT" or (nodes[index].low in DATE_OPENERS and nodes[index + 1].kind == "DAT"):
            index += 1
        elif nodes[index].low in {"at", "in"}:
            index += 1
            while index < len(nodes) and nodes[index].kind in {"d", "LOC", "ORG", "p", "x", "GRP", "ADJ"}:
                index += 1
        else:
            break
    return index


def _chaired(sentence: Sentence, group: VerbGroup) -> int:
    """Return the index of what two people chair together: 'will co-chair the Joint Commission with X'; 0 where it is not that."""
    nodes = sentence.nodes
    if group.lemma not in SHARING:
        return 0
    several = len(subjects := subject_of(sentence, group)) > 1 and all(node.kind in {"PER", "TTL"} for node in subjects)
    for index in range(group.last, min(len(nodes) - 1, group.last + _FAR)):
        if nodes[index + 1].low == "with" or (several and index > group.last and nodes[index + 1].kind in {"f", ".", "DAT"}):
            return index
        if nodes[index].kind in {"PER", "TTL", ";", ",", "QUO"}:
            return 0
    return 0


def takes_part(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the verb is that of 'took part in the talks'."""
    at, nodes = group.last, sentence.nodes
    return group.lemma == "take" and at + 1 < len(nodes) and nodes[at].low == "part" and nodes[at + 1].low == "in"


def _share(sentence: Sentence, group: VerbGroup, noun: str) -> bool:
    """Tell whether several have a meal or a talk together: 'A and B had lunch', 'the two held a working session'."""
    if group.lemma not in {"have", "hold"} or noun not in MEALS:
        return False
    subjects = subject_of(sentence, group)
    return (len(subjects) > 1 and all(node.kind == "PER" for node in subjects)) or (len(subjects) == 1 and is_pair(subjects[0]))


def hold(passage: Passage, sentence: Sentence, group: VerbGroup, used: set[int]) -> Finding | None:
    """Return the meeting that the object of *group* is; the index of its noun goes to *used*."""
    nodes = sentence.nodes
    if group.passive and group.lemma not in GRANTING:
        return None
    part = takes_part(sentence, group)
    coming = part or group.lemma in _COMING_IN
    if coming and not WISHED.isdisjoint(group.chain):
        # 'had asked to take part in the talks'
        return None
    noun = meeting_noun(sentence, group.last + 2 * part) or _chaired(sentence, group)
    if not noun:
        return None
    antecedent = met_before(sentence, group, preposition=True) or _honoured(sentence, group, noun)
    call = is_call(sentence, group.last, noun)
    if (
        nodes[noun].low in FAINT
        and group.lemma not in SHARING
        and not (with_after(nodes, noun) or _guests(sentence, group, noun))
        and not antecedent
        and not call
        and not _share(sentence, group, nodes[noun].low)
        and not _is_own(sentence, group, noun, subject_of(sentence, group))
    ):
        return None
    subjects = subjects_of(sentence, group, passage)
    if not subjects or (group.lemma in HOSTING and any(node.low in {"his", "her"} for node in nodes[group.last : noun])):
        # 'will host his meeting with B': whose it is, is told by the noun
        return None
    at = with_after(nodes, noun) or _guests(sentence, group, noun)
    partners, end = parties_from(passage, sentence, at) if at else (antecedent, noun + 1)
    between = bool(at) and nodes[at - 1].low == "between"
    if not at and noun + 1 < len(nodes) and nodes[noun + 1].low == "of":
        # 'host a trilateral summit of the leaders of A, B and C'
        partners, end = assembled(passage, sentence, noun + 2)
        if coming:
            # 'took part in the meeting of A and B'
            partners, end = parties_from(passage, sentence, noun + 2, of_noun=True)
            between = len(partners) > 1 and all(node.kind == "PER" for node in partners)
            partners = partners if between else []
        elif len(partners) > 1 and not {group.verb, group.lemma}.isdisjoint(CANCELLING | MOVING | POSTPONING):
            # 'Austria has called off the meeting of A with B'
            between = True
        end = end if partners else noun + 1
    own = not partners and _is_own(sentence, group, noun, subjects)
    if not partners and not own and not (len(subjects) > 1 or is_plural_party(subjects[0])):
        return None
    if (
        not partners
        and group.lemma in OF_MANY
        # two who open talks open them with each other
        and not (group.lemma in {"open", "plan"} and nodes[noun].low in TALKS and len(subjects) > 1)
        and not is_pair(subjects[0])
    ):
        # several people at one summit need not meet each other
        return None
    used.add(noun)
    hosts = subjects
    if between and len(partners) == 1 and partners[0].low.startswith("their ") and len(subjects) > 1:
        # 'jointly chaired a meeting between their delegations'
        partners = []
    elif between:
        # 'will host talks between A and B'
        guests = [] if not coming else [node for node in subjects if node.kind in {"PER", "TTL", "PRO", "GRP"}]
        subjects, partners = partners[:1], partners[1:]
        if not partners and not is_plural_party(subjects[0]):
            return None
        # 'A joined the talks between B and C'
        partners = partners + guests
    finding = event_of(sentence, group, subjects, partners, rule="meetings/hold", end=max(end, noun + 1))
    if finding is None:
        return None
    if between and finding.place is None and group.lemma in HOSTING and hosts[0].kind == "LOC":
        # 'Oman will host the talks between A and B'
        finding.place = hosts[0]
    verb = group.verb
    if finding.negative and not {verb, group.lemma}.isdisjoint(CANCELLING | POSTPONING):
        # 'will not postpone the talks', 'denied that he had called off the meeting': it stands as it was told elsewhere
        return None
    finding.when = finding.when or _days_own(sentence, group.last, noun)
    if verb in CANCELLING or group.lemma in CANCELLING:
        finding.status = "cancelled" if not group.negative else finding.status
        day = day_of(sentence, group)
        if day is not None and finding.when is day.value and day.start < nodes[group.first].start:
            # 'on Thursday abruptly cancelled his talks with B': the day of saying no
            finding.when = None
        as_planned(sentence, finding, max(end, noun + 1))
    elif verb in POSTPONING:
        finding.status = "postponed"
        finding.when = _new_day(sentence, end)
    elif verb in MOVING:
        # 'have moved their meeting to Cairo', 'agreed to bring their talks forward to Monday'
        finding.status, finding.modality, finding.tense = "planned", "planned", "future"
        finding.extra["moved"] = True
        finding.end = max(finding.end, nodes[max(end, noun + 1) - 1].end)
        finding.when = _new_day(sentence, max(end, noun + 1))
        finding.place = place_moved_to(sentence, max(end, noun + 1), max(end, noun + 1) + _FAR)
    elif group.lemma in {"request", "seek"}:
        finding.modality, finding.status = "requested", "planned"
    elif group.lemma in {"schedule", "arrange", "plan"} and group.tense == "past":
        finding.status = "planned"
    if finding.status in {"planned", "cancelled", "postponed"}:
        finding.tense = "future"
    if call:
        finding.medium = "call"
    if own:
        finding.extra["body"] = True
    elif not partners and all(is_pair(node) for node in subjects):
        finding.extra["pair"] = True
    elif not partners and len(subjects) == 1 and is_assembly(subjects[0]):
        finding.extra["assembly"] = True
        finding.extra["settled"] = finding.status in {"cancelled", "postponed"} or bool(finding.extra.get("moved"))
        if finding.extra["settled"] and finding.place is None:
            # 'have put off their Quito meeting', 'the summit that was to begin in Quito'
            town = next((node for node in nodes[group.last : noun] if node.kind == "LOC"), None)
            finding.place = town or place_between(sentence, max(end, noun + 1), len(nodes))
    return finding


def _is_own(sentence: Sentence, group: VerbGroup, noun: int, subjects: list[Node]) -> bool:
    """Tell whether a body changes the plan for a meeting of its own: 'The council has put off its session'."""
    if {group.verb, group.lemma}.isdisjoint(CANCELLING | MOVING | POSTPONING) or len(subjects) != 1:
        return False
    nodes = sentence.nodes
    owned = nodes[group.last].low == "its" and not (noun + 1 < len(nodes) and nodes[noun + 1].kind in {"x", "p", "v"})
    return owned and (subjects[0].kind == "ORG" or sits(subjects[0]))


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
