"""
Verbs whose object is a meeting: 'hold talks with', 'have a working lunch with', 'request a meeting with', 'cancel talks with'.

The noun is found first, then those between whom the meeting is; what the verb makes of it comes last.
"""

from __future__ import annotations

from typing import Final

from attrs import define

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.clauses.frames import PEOPLE
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.antecedents import met_before
from factwatch.extraction.meetings.events import event_of
from factwatch.extraction.meetings.medium import is_call
from factwatch.extraction.meetings.objects import chaired, guests, honoured, is_own, meeting_noun, share, takes_part
from factwatch.extraction.meetings.parties import assembled, parties_from, with_after
from factwatch.extraction.meetings.plans import change_plan, stands
from factwatch.extraction.meetings.plurals import is_assembly, is_pair, is_plural_party, mark_plural
from factwatch.extraction.meetings.scene import place_between
from factwatch.extraction.meetings.subjects import subjects_of
from factwatch.extraction.meetings.words import CHANGING, FAINT, GRANTING, HOSTING, OF_MANY, SHARING, TALKS, WISHED
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node

_COMING_IN: Final = frozenset({"attend", "join"})
"""Verbs by which somebody is one more of those between whom a meeting is."""


@define(eq=False)
class _Holding:
    """A verb, the meeting that is its object, and those between whom it is."""

    passage: Passage
    sentence: Sentence
    group: VerbGroup
    noun: int
    coming: bool
    """Somebody comes to a meeting of others: 'took part in the talks'."""
    subjects: list[Node]
    partners: list[Node]
    end: int
    """Index after the parties."""
    between: bool = False
    """The partners are all the parties: 'host talks between A and B'."""

    @property
    def low(self) -> str:
        """The noun in small letters."""
        return self.sentence.nodes[self.noun].low


def hold(passage: Passage, sentence: Sentence, group: VerbGroup, used: set[int]) -> Finding | None:
    """Return the meeting that the object of *group* is; the index of its noun goes to *used*."""
    holding = _held(passage, sentence, group)
    if holding is None:
        return None
    own = not holding.partners and is_own(sentence, group, holding.noun, holding.subjects)
    if not own and not holding.partners and not _is_among_themselves(holding):
        return None
    if not holding.partners and _is_of_many(holding):
        return None
    used.add(holding.noun)
    hosts = holding.subjects
    if holding.between and not _sort_parties(holding):
        return None
    subjects, partners, behind = holding.subjects, holding.partners, max(holding.end, holding.noun + 1)
    finding = event_of(sentence, group, subjects, partners, rule="meetings/hold", end=behind)
    if finding is None:
        return None
    if holding.between and finding.place is None and group.lemma in HOSTING and hosts[0].kind == "LOC":
        # 'Oman will host the talks between A and B'
        finding.place = hosts[0]
    if stands(group, finding):
        return None
    change_plan(sentence, group, finding, noun=holding.noun, end=holding.end)
    if is_call(sentence, group.last, holding.noun):
        finding.medium = "call"
    if own:
        finding.extra["body"] = True
    else:
        mark_plural(finding, subjects, partners)
        if not partners and len(subjects) == 1 and is_assembly(subjects[0]):
            _settle(holding, finding, behind)
    return finding


def _held(passage: Passage, sentence: Sentence, group: VerbGroup) -> _Holding | None:
    """Return the meeting that is the object of the verb with its parties, or None where it is none that could be told of."""
    if group.passive and group.lemma not in GRANTING:
        return None
    part = takes_part(sentence, group)
    coming = part or group.lemma in _COMING_IN
    if coming and not WISHED.isdisjoint(group.chain):
        # 'had asked to take part in the talks'
        return None
    noun = meeting_noun(sentence, group.last + 2 * part) or chaired(sentence, group)
    if not noun:
        return None
    antecedent = met_before(sentence, group, preposition=True) or honoured(sentence, group, noun)
    nodes = sentence.nodes
    if nodes[noun].low in FAINT and not antecedent and _is_faint(sentence, group, noun):
        return None
    subjects = subjects_of(sentence, group, passage)
    if not subjects or (group.lemma in HOSTING and any(node.low in {"his", "her"} for node in nodes[group.last : noun])):
        # 'will host his meeting with B': whose it is, is told by the noun
        return None
    holding = _Holding(passage, sentence, group, noun, coming, subjects, antecedent, noun + 1)
    _read_parties(holding)
    return holding


def _is_faint(sentence: Sentence, group: VerbGroup, noun: int) -> bool:
    """Tell whether 'lunch' or 'session' is no meeting for want of anybody it is with."""
    return not (
        group.lemma in SHARING
        or with_after(sentence.nodes, noun)
        or guests(sentence, group, noun)
        or is_call(sentence, group.last, noun)
        or share(sentence, group, sentence.nodes[noun].low)
        or is_own(sentence, group, noun, subject_of(sentence, group))
    )


def _read_parties(holding: _Holding) -> None:
    """Set those behind the noun with whom the meeting is, or between whom, and the index after them."""
    nodes, noun = holding.sentence.nodes, holding.noun
    at = with_after(nodes, noun) or guests(holding.sentence, holding.group, noun)
    if at:
        holding.partners, holding.end = parties_from(holding.passage, holding.sentence, at)
        holding.between = nodes[at - 1].low == "between"
    elif noun + 1 < len(nodes) and nodes[noun + 1].low == "of":
        _read_assembled(holding)


def _read_assembled(holding: _Holding) -> None:
    """Read 'host a trilateral summit of the leaders of A, B and C', 'took part in the meeting of A and B'."""
    sentence, group, at = holding.sentence, holding.group, holding.noun + 2
    if holding.coming:
        partners, end = parties_from(holding.passage, sentence, at, of_noun=True)
        holding.between = len(partners) > 1 and all(node.kind == "PER" for node in partners)
        partners = partners if holding.between else []
    else:
        partners, end = assembled(holding.passage, sentence, at)
        # 'Austria has called off the meeting of A with B'
        holding.between = len(partners) > 1 and (group.verb in CHANGING or group.lemma in CHANGING or _is_held_in(holding, partners))
    holding.partners, holding.end = partners, end if partners else holding.noun + 1


def _is_held_in(holding: _Holding, partners: list[Node]) -> bool:
    """Tell whether the host is but the place of a meeting of two people: 'Doha will host a meeting of A and B'."""
    hosted = holding.group.lemma in HOSTING and [node.kind for node in holding.subjects] == ["LOC"]
    return hosted and all(node.kind == "PER" for node in partners)


def _is_among_themselves(holding: _Holding) -> bool:
    """Tell whether the subjects are several, who can meet each other."""
    return len(holding.subjects) > 1 or is_plural_party(holding.subjects[0])


def _is_of_many(holding: _Holding) -> bool:
    """Tell whether several people at one summit need not meet each other; two who open talks open them with each other."""
    lemma = holding.group.lemma
    if lemma not in OF_MANY or is_pair(holding.subjects[0]):
        return False
    return not (lemma in {"open", "plan"} and holding.low in TALKS and len(holding.subjects) > 1)


def _sort_parties(holding: _Holding) -> bool:
    """Make parties of those between whom it is: 'will host talks between A and B'; False where it is one alone."""
    subjects, partners = holding.subjects, holding.partners
    if len(partners) == 1 and partners[0].low.startswith("their ") and len(subjects) > 1:
        # 'jointly chaired a meeting between their delegations'
        holding.partners = []
        return True
    holding.subjects = partners[:1]
    if len(partners) < 2 and not any(is_plural_party(node) for node in partners):  # noqa: PLR2004  # two parties
        return False
    # 'A joined the talks between B and C'
    holding.partners = partners[1:] + ([node for node in subjects if node.kind in PEOPLE] if holding.coming else [])
    return True


def _settle(holding: _Holding, finding: Finding, behind: int) -> None:
    """Mark a summit whose plan is changed, and give it its place: 'have put off their Quito meeting'."""
    settled = finding.status in {"cancelled", "postponed"} or bool(finding.extra.get("moved"))
    finding.extra["settled"] = settled
    if settled and finding.place is None:
        # 'have put off their Quito meeting', 'the summit that was to begin in Quito'
        nodes = holding.sentence.nodes
        town = next((node for node in nodes[holding.group.last : holding.noun] if node.kind == "LOC"), None)
        finding.place = town or place_between(holding.sentence, behind, len(nodes))
