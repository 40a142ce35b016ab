"""The verbs to meet, to speak with, to phone: 'met X', 'spoke by phone with X', 'the two talked'."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, people_of
from factwatch.extraction.context import is_place
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.antecedents import met_before
from factwatch.extraction.meetings.described import is_kin
from factwatch.extraction.meetings.discussing import is_dated
from factwatch.extraction.meetings.events import event_of
from factwatch.extraction.meetings.fixtures import is_fixture, is_in_contest
from factwatch.extraction.meetings.medium import by_phone
from factwatch.extraction.meetings.objects import behind_scene
from factwatch.extraction.meetings.parties import parties_from
from factwatch.extraction.meetings.partners import SPEAKING, believed, partner_at
from factwatch.extraction.meetings.plurals import is_pair, is_plural_party, mark_plural
from factwatch.extraction.meetings.subjects import subjects_of
from factwatch.extraction.meetings.words import (
    BRIEFLY,
    CALLING,
    HOW_OFTEN,
    IN_WHAT_WAY,
    LENGTHS,
    NEEDS_WITH,
    ONE_SIDED,
    OUTLETS,
    SCHOOLS,
    SPEECH_GOES_ON,
    TELLING,
)
from factwatch.extraction.neighbours import group_after, group_before
from factwatch.extraction.occasion import day_of
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node

_NEAR: Final = 6
"""How long they spoke stands no further behind, in nodes."""
_RECIPROCAL: Final = (["each", "other"], ["one", "another"])
_ANYBODY: Final = frozenset({"man", "one", "woman"})


def meet(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """Read 'met X', 'spoke by phone with X', 'the two talked'."""
    if _is_other_use(sentence, group):
        return None
    lemma, nodes = group.lemma, sentence.nodes
    subjects = subjects_of(sentence, group, passage)
    if not subjects or any(is_place(node) and lemma in {"see", "brief"} for node in subjects):
        return None
    at, with_word = partner_at(sentence, group)
    if at < 0 or (0 < at < len(nodes) and lemma == "meet" and is_kin(nodes[at])):
        # 'met his wife, X, at university'
        return None
    antecedent = met_before(sentence, group, preposition=lemma in NEEDS_WITH)
    medium = "call" if lemma in CALLING or by_phone(sentence, group) else None
    partners: list[Node] = []
    end = group.last
    if at and (with_word or lemma not in NEEDS_WITH):
        partners, end = parties_from(passage, sentence, at)
        if partners and lemma in SPEAKING and _is_outlet(partners[0], nodes[at - 1].low, nodes[at].low):
            return None
        partners = believed(passage, sentence, group, partners, with_word=with_word, end=end)
        if not with_word and (is_fixture(group, subjects, partners) or is_in_contest(sentence, end)):
            return None
    told = _told_over_line(sentence, group) if not partners and lemma in CALLING else None
    if told is not None:
        partners, end = parties_from(passage, sentence, told.last)
    if antecedent and not partners:
        partners, end = antecedent, group.last
        subjects = _subjects_around(passage, sentence, group, subjects, antecedent)
    if not partners:
        reciprocal = [node.low for node in nodes[group.last : group.last + 2]] in _RECIPROCAL
        end = end if reciprocal else group.last
        subjects = _with_each_other(sentence, group, subjects, medium, reciprocal=reciprocal)
        if not subjects:
            return None
    finding = event_of(sentence, group, subjects, partners, rule="meetings/verb", end=end)
    if finding is not None:
        if told is not None and finding.when is None and (day := day_of(sentence, told)) is not None:
            finding.when = day.value
        if not partners and lemma in SPEAKING and _is_of_topic(sentence, group, finding.place):
            # 'The two spoke of the monasteries in Kosovo'
            finding.place = None
        if antecedent and partners is antecedent:
            # 'met A, with whom she talked about fish, and B'
            finding.extra["the"] = True
        finding.medium = medium
        mark_plural(finding, subjects, partners)
    return finding


def _is_of_topic(sentence: Sentence, group: VerbGroup, place: Node | str | None) -> bool:
    """Tell whether the place is that of what they spoke of, and not told with a day of theirs."""
    nodes = sentence.nodes
    if not isinstance(place, Node) or group.last >= len(nodes) or nodes[group.last].low not in {"about", "of"}:
        return False
    return place.start >= nodes[group.last].start and not is_dated(nodes, place)


def _told_over_line(sentence: Sentence, group: VerbGroup) -> VerbGroup | None:
    """Return the infinitive whose object is at the other end of the line: 'rang to congratulate X'."""
    told = group_after(sentence, group.main)
    return (
        told
        if told is not None and told.infinitive and told.first == behind_scene(sentence, group.last) and told.lemma in TELLING
        else None
    )


def _is_other_use(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the words are no verb of meeting, or say that nobody met."""
    lemma, nodes, first = group.lemma, sentence.nodes, group.first
    before = nodes[first - 1].low if first else ""
    if lemma == "talk" and group.form == "s" and before in {"that", "the"}:
        # 'said that talks with X had failed'
        return True
    if lemma == "sit" and group.verb != "sit down" and group.tense != "past" and group.modality == "planned":
        # 'will sit with him' on a panel
        return True
    if [node.low for node in nodes[:2]] == ["not", "since"] or (group.infinitive and before == "yet"):
        # 'Not since March had A and B met', 'A has yet to meet B'
        return True
    if group.passive:
        return True
    if lemma != "call":
        return False
    if group.last < len(nodes) and nodes[group.last].low == "for":
        return True
    # 'the man she calls her headmaster'
    return first > 1 and nodes[first - 1].kind == "PRO" and nodes[first - 2].low in _ANYBODY


def _is_outlet(partner: Node, before: str, first: str) -> bool:
    """Tell whether somebody speaks for the press: 'Speaking to the Kabar agency', 'spoke with Island Media', 'to the Tuam Tidings'."""
    if before == "to" and first == "the" and partner.kind == "PER" and not partner.titles:
        return True
    return partner.kind in {"ORG", "LOC"} and (before == "to" or partner.text.split()[-1] in OUTLETS)


def _subjects_around(passage: Passage, sentence: Sentence, group: VerbGroup, subjects: list[Node], met: list[Node]) -> list[Node]:
    """Return the subject of the clause around for a pronoun: 'spoke with B, whom he is to see'."""
    if any(node.kind != "PRO" for node in subjects):
        return subjects
    around = group_before(sentence, group.first)
    outer = subjects_of(sentence, around, passage) if around is not None else []
    return outer if outer and outer != met else subjects


def _with_each_other(sentence: Sentence, group: VerbGroup, subjects: list[Node], medium: str | None, *, reciprocal: bool) -> list[Node]:
    """Return those who met where nobody is told behind the verb; none where they did not meet each other."""
    nodes = sentence.nodes
    if group.lemma in {"speak", "talk"} and group.participle and group.first and nodes[group.first - 1].low == "to":
        # 'looked forward to speaking again'
        return []
    if reciprocal:
        return subjects if len(subjects) > 1 or is_plural_party(subjects[0]) else []
    subjects = _both(sentence, group, subjects)
    return subjects if _among_themselves(sentence, group, subjects, medium=medium) else []


def _both(sentence: Sentence, group: VerbGroup, subjects: list[Node]) -> list[Node]:
    """Return the two before 'who' where only the latter was taken for who met: 'A and B, who met in Rome on Monday,'."""
    nodes = sentence.nodes
    at = group.first - 1
    while at > 0 and (nodes[at].kind == "r" or nodes[at].low == "last"):
        at -= 1
    if len(subjects) != 1 or subjects[0].kind != "PER" or at < 1 or nodes[at].low != "who":
        return subjects
    last = at - 1 - (nodes[at - 1].kind == ",")
    if last < 2 or nodes[last] is not subjects[0] or nodes[last - 1].low != "and" or nodes[last - 2].kind != "PER":  # noqa: PLR2004  # 'A and B'
        return subjects
    return [nodes[last - 2], subjects[0]]


def _is_brief(nodes: list[Node], at: int) -> bool:
    """Tell whether 'privately', 'for an hour', 'for the first time' says that those who spoke did so with each other."""
    words = [node.low for node in nodes[at : at + _NEAR + 1]]
    counted = any(first == "first" and second == "time" for first, second in pairwise(words))
    return nodes[at].low in BRIEFLY or counted or (nodes[at].low == "for" and not LENGTHS.isdisjoint(words[:_NEAR]))


def _among_themselves(sentence: Sentence, group: VerbGroup, subjects: list[Node], *, medium: str | None) -> bool:
    """Tell whether a plural subject meets itself: 'A and B met', 'the two talked'."""
    nodes = sentence.nodes
    lemma = group.lemma
    if lemma in ONE_SIDED:
        return False
    if not (len(subjects) > 1 or is_plural_party(subjects[0])):
        return False
    following = nodes[group.last] if group.last < len(nodes) else None
    of_rank = all(person.titles for node in subjects for person in people_of(node))
    at_length = lemma == "speak" and following is not None and of_rank and _is_brief(nodes, group.last)
    # 'Presidents A and B spoke' at something, 'the two presidents spoke'
    unnamed = any(is_plural_party(node) and not isinstance(node.value, list) for node in subjects)
    by_themselves = medium is not None or group.verb == "sit down" or at_length or unnamed
    if lemma in {"sit", "speak"} and not by_themselves:
        return False
    if group.last + 2 < len(nodes) and nodes[group.last + 2].low in {"later", "earlier"}:
        # 'will meet a day later than planned'
        return True
    if group.last + 1 < len(nodes) and nodes[group.last].low in {"at", "in"} and nodes[group.last + 1].low in SCHOOLS:
        # 'A and B met at school'
        return False
    if lemma == "speak" and medium is None and following is not None and following.low in SPEECH_GOES_ON:
        return following.low in {"about", "of"} and len(subjects) == 1 and is_pair(subjects[0]) and group.tense == "past"
    return not (
        following is not None
        and lemma == "meet"
        and following.kind in {"d", "x", "#", "p", "PRO", "ADJ", "ORG", "EVT"}
        and following.low not in IN_WHAT_WAY
        and following.low not in HOW_OFTEN
    )
