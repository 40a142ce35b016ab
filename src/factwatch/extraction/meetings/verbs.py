"""Verbs that tell of a meeting by themselves: to meet, to speak with, to phone, to discuss something with somebody."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.context import clause, is_place
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.antecedents import met_before
from factwatch.extraction.meetings.brought import told_from_afar
from factwatch.extraction.meetings.delegations import is_led
from factwatch.extraction.meetings.described import is_kin
from factwatch.extraction.meetings.discussing import discuss, exchanges_views, reviews
from factwatch.extraction.meetings.encounters import encounter
from factwatch.extraction.meetings.events import event_of
from factwatch.extraction.meetings.further import further_events
from factwatch.extraction.meetings.gathering import gather, sits
from factwatch.extraction.meetings.holding import hold
from factwatch.extraction.meetings.including import include
from factwatch.extraction.meetings.medium import by_phone
from factwatch.extraction.meetings.objects import meeting_noun, names_meeting, takes_part
from factwatch.extraction.meetings.parties import companions, parties_from
from factwatch.extraction.meetings.plurals import is_pair, is_plural_party, mark_plural
from factwatch.extraction.meetings.receiving import call_on, join, receive
from factwatch.extraction.meetings.subjects import subjects_of
from factwatch.extraction.meetings.words import (
    AROUND,
    AUDIENCES,
    BEFORE,
    BRIEFLY,
    CALLED,
    CALLING,
    CANCELLING,
    CHANGING,
    COLLEAGUES,
    DELEGATED,
    ENDING_IN,
    FIXTURES,
    FRONTED_COMPANY,
    GRANTING,
    HOLDING,
    HOW_OFTEN,
    IN_WHAT_WAY,
    INCLUDING,
    LENGTHS,
    MEET,
    NEEDS_WITH,
    OF_RANK,
    ONE_BY_ONE,
    ONE_SIDED,
    ORGANISED,
    OUTLETS,
    PLACING,
    RECEIVING,
    SCHOOLS,
    SEPARATELY,
    SHARING,
    SPEECH_GOES_ON,
    STAGES,
    TALKS,
    TOGETHER,
    WHEN_IT_WAS,
)
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node

_FAR: Final = 16
"""The partner stands no further behind the verb, in nodes."""
_CALLING: Final = PLACING | CALLED | {"call", "spend"}
_OF_MEETINGS: Final = HOLDING | CHANGING
_NEAR: Final = 6
"""What players meet in stands no further behind, in nodes."""
_OTHER_TIME: Final = BEFORE | WHEN_IT_WAS - {"at"}
"""Behind them another meeting may be told."""


def by_verb(passage: Passage, sentence: Sentence, group: VerbGroup, used: set[int]) -> Iterator[Finding]:
    """Find the meetings that the verb *group* tells of; the indices of the meeting nouns it takes go to *used*."""
    verb = group.verb
    finding: Finding | None = None
    if group.lemma in _CALLING:
        finding = call_on(passage, sentence, group, used)
    if finding is None:
        if verb in MEET or (group.lemma in MEET and group.lemma != "sit" and verb not in CANCELLING):
            finding = _meet(passage, sentence, group)
        elif group.lemma in RECEIVING:
            finding = receive(passage, sentence, group, used)
            if finding is None and group.lemma in {"host", "receive"}:
                # 'will receive an audience with A'
                finding = hold(passage, sentence, group, used)
        elif group.lemma == "join":
            finding = join(passage, sentence, group, used) or hold(passage, sentence, group, used)
        elif group.lemma in HOLDING or group.lemma in GRANTING or verb in _OF_MEETINGS or takes_part(sentence, group):
            finding = hold(passage, sentence, group, used)
        elif group.lemma in INCLUDING:
            finding = include(passage, sentence, group, used)
        if finding is None and group.lemma in HOLDING and group.lemma in MEET:
            # 'engaged in talks with B'
            finding = hold(passage, sentence, group, used)
        if finding is None and group.lemma in ENDING_IN:
            finding = include(passage, sentence, group, used)
        elif group.lemma == "discuss" or exchanges_views(sentence, group) or reviews(sentence, group):
            finding = discuss(passage, sentence, group)
    if finding is None:
        finding = told_from_afar(passage, sentence, group) or gather(passage, sentence, group) or encounter(passage, sentence, group)
    if finding is None:
        return
    if is_separate(sentence, group) and len(finding.other) > 1 and not finding.negative:
        for node in finding.other:
            yield _alone(finding, node)
        return
    if _are_apart(sentence, group, finding):
        for node in finding.other:
            yield _alone(finding, node)
        return
    if is_separate(sentence, group) and len(finding.other) == 1 and is_pair(finding.other[0]):
        finding.extra["separate"] = True
    further = list(further_events(passage, sentence, group, finding))
    _bring_companions(passage, sentence, group, finding)
    yield finding
    yield from further


def _bring_companions(passage: Passage, sentence: Sentence, group: VerbGroup, finding: Finding) -> None:
    """Add those who came along: 'A, accompanied by B, met C'."""
    nodes = sentence.nodes
    first, last = clause(sentence, group)
    if first < len(nodes) and nodes[first].low not in FRONTED_COMPANY:
        first = next((index for index in range(group.first) if nodes[index] in finding.who), first)
    known = (*finding.who, *finding.other)
    along = [node for node in companions(passage, sentence, first, min(len(nodes), last + 6)) if node not in known]
    finding.other += along
    for node in known:
        if along and is_led(sentence, node):
            finding.who = [other for other in finding.who if other is not node]
            finding.other = [other for other in finding.other if other is not node]
    if not finding.who and along and known and known[0] not in finding.other:
        finding.who, finding.other = along[:1], [node for node in finding.other if node is not along[0]]


def is_separate(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether those met were met one by one: 'held separate talks with A and B'."""
    nodes = sentence.nodes
    first, last = max(0, group.first - 1), min(len(nodes), group.last + _FAR)
    noun = meeting_noun(sentence, group.last) if group.lemma in HOLDING else 0
    bilateral = noun > 0 and nodes[noun].low in ONE_BY_ONE and (nodes[noun].low == "bilaterals" or nodes[noun - 1].low == "bilateral")
    if any(node.low == "first" for node in nodes[group.last : group.last + 2]) and any(
        node.low == "then" for node in nodes[group.last : last]
    ):
        # 'met first with A, then with B'
        return True
    return bilateral or any(node.low in SEPARATELY for node in nodes[first:last])


def _are_apart(sentence: Sentence, group: VerbGroup, finding: Finding) -> bool:
    """Tell whether those met are of different countries or bodies: 'met Sudan's premier, A, and the Emir of Qatar, B' one by one."""
    if group.passive or finding.negative or len(finding.other) < 2 or len(finding.who) != 1:  # noqa: PLR2004
        return False
    if finding.rule not in {"meetings/verb", "meetings/hold", "meetings/receive"} or group.lemma in SHARING | {"host"}:
        return False
    owners = [{title.of for title in node.titles if title.of} if node.kind == "PER" else set() for node in finding.other]
    if not all(owners) or any(first & second for at, first in enumerate(owners) for second in owners[at + 1 :]):
        return False
    words = {node.low for node in sentence.nodes[group.first : min(len(sentence.nodes), group.last + _FAR * 2)]}
    return words.isdisjoint(TOGETHER)


def _alone(finding: Finding, node: Node) -> Finding:
    alone = Finding(finding.kind, finding.rule, finding.unit, finding.start, max(finding.end, node.end), who=finding.who, other=[node])
    for name in ("place", "when", "tense", "status", "modality", "topics", "medium", "event", "confidence", "attribution"):
        setattr(alone, name, getattr(finding, name))
    return alone


def _meet(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """Read 'met X', 'spoke by phone with X', 'the two talked'."""
    lemma, nodes = group.lemma, sentence.nodes
    if lemma == "talk" and group.form == "s" and group.first and sentence.nodes[group.first - 1].low in {"that", "the"}:
        # 'said that talks with X had failed'
        return None
    if lemma == "sit" and group.verb != "sit down" and group.tense != "past" and group.modality == "planned":
        # 'will sit with him' on a panel
        return None
    if [node.low for node in nodes[:2]] == ["not", "since"] or (group.infinitive and group.first and nodes[group.first - 1].low == "yet"):
        # 'Not since March had A and B met', 'A has yet to meet B'
        return None
    if group.passive or (lemma == "call" and group.last < len(sentence.nodes) and sentence.nodes[group.last].low == "for"):
        return None
    subjects = subjects_of(sentence, group, passage)
    if not subjects or any(is_place(node) and lemma in {"see", "brief"} for node in subjects):
        return None
    if (
        lemma == "call"
        and group.first > 1
        and nodes[group.first - 1].kind == "PRO"
        and nodes[group.first - 2].low in {"man", "one", "woman"}
    ):
        # 'the man she calls her headmaster'
        return None
    at, with_word = _partner(sentence, group)
    if at < 0:
        return None
    antecedent = met_before(sentence, group, preposition=lemma in NEEDS_WITH)
    if at and lemma == "meet" and is_kin(nodes[at]):
        # 'met his wife, X, at university'
        return None
    medium = "call" if lemma in CALLING or by_phone(sentence, group) else None
    partners: list[Node] = []
    end = group.last
    if at and (with_word or lemma not in NEEDS_WITH):
        partners, end = parties_from(passage, sentence, at)
        spoken = lemma in {"speak", "talk", "chat"} and bool(partners) and partners[0].kind in {"ORG", "LOC"}
        if spoken and (nodes[at - 1].low == "to" or partners[0].text.split()[-1] in OUTLETS):
            # 'Speaking to the Kabar agency', 'spoke with Island Media'
            return None
        partners = _believed(passage, sentence, group, partners, with_word=with_word, end=end)
        if not with_word and (_is_fixture(group, subjects, partners) or _is_in_contest(sentence, end)):
            return None
    if antecedent and not partners:
        partners, end = antecedent, group.last
        if all(node.kind == "PRO" for node in subjects):
            # 'spoke with B, whom he is to see': the subject of the clause around
            around = group_before(sentence, group.first)
            outer = subjects_of(sentence, around, passage) if around is not None else []
            subjects = outer if outer and outer != antecedent else subjects
    if not partners and lemma in {"speak", "talk"} and group.participle and group.first and sentence.nodes[group.first - 1].low == "to":
        # 'looked forward to speaking again'
        return None
    reciprocal = not partners and [node.low for node in sentence.nodes[group.last : group.last + 2]] == ["each", "other"]
    if reciprocal and len(subjects) == 1 and not is_plural_party(subjects[0]):
        return None
    if not partners and not reciprocal:
        end = group.last
        subjects = _both(sentence, group, subjects)
        if not _among_themselves(sentence, group, subjects, medium=medium):
            return None
    finding = event_of(sentence, group, subjects, partners, rule="meetings/verb", end=end)
    if finding is not None:
        finding.medium = medium
        mark_plural(finding, subjects, partners)
    return finding


def _is_fixture(group: VerbGroup, subjects: list[Node], partners: list[Node]) -> bool:
    """Tell whether sides in sport meet: 'England meet Spain', 'the football team meets the Pillars'."""
    if group.lemma != "meet" or not partners:
        return False
    sides = (*subjects, *partners)
    named = all(node.kind in {"LOC", "ORG"} for node in sides) and not any(_is_organised(node) for node in sides)
    return named or (_is_side(subjects[0]) and not any(node.titles or node.kind == "TTL" for node in partners))


def _is_in_contest(sentence: Sentence, end: int) -> bool:
    """Tell whether players meet: 'in the second round of the Open', 'in the semi-final'."""
    nodes = sentence.nodes
    if end >= len(nodes) or nodes[end].low != "in":
        return False
    found = next((index for index in range(end + 1, min(len(nodes), end + _NEAR)) if nodes[index].low in FIXTURES), 0)
    return found > 0 and not (found + 2 < len(nodes) and nodes[found + 1].low == "of" and nodes[found + 2].low in TALKS)


def _is_organised(node: Node) -> bool:
    """Tell whether a body is one that talks rather than plays: a union, a ministry."""
    return node.kind == "ORG" and not ORGANISED.isdisjoint(node.low.replace("’", "'").split())


def _is_side(node: Node) -> bool:
    """Tell whether the node is a side in sport."""
    return (node.kind == "GRP" and isinstance(node.value, str) and node.value in {"team", "squad", "club", "side"}) or node.low.endswith(
        " side"
    )


def _partner(sentence: Sentence, group: VerbGroup) -> tuple[int, bool]:
    """
    Return the index at which the partner begins, and whether 'with' stands before it.

    The index is 0 where no partner is told, and -1 where those who are told are none.
    """
    nodes = sentence.nodes
    lemma = group.lemma
    at = group.last
    if [node.low for node in nodes[at : at + 4]] == [",", "among", "others", ","]:
        at += 4
    while at < len(nodes) and (nodes[at].kind == "r" or nodes[at].kind == "DAT"):
        at += 1
    _, last = clause(sentence, group)
    scan = group.last
    inside = beyond = False
    while scan < last and scan - group.last < _FAR:
        node = nodes[scan]
        beyond = beyond or (node.kind == "f" and node.low in _OTHER_TIME)
        if beyond and names_meeting(sentence, scan):
            # 'met on Monday, ahead of talks with B'
            break
        if lemma == "speak" and node.low in STAGES:
            # 'spoke at a rally with A'
            return -1, False
        if node.low == "with" or (node.low == "to" and lemma in {"speak", "talk", "chat"}):
            following = " ".join(other.low for other in nodes[scan + 1 : scan + 4])
            told = nodes[scan + 1].low if scan + 1 < len(nodes) else ""
            if lemma in {"speak", "talk", "chat"} and (told in AUDIENCES or any(following.startswith(audience) for audience in AUDIENCES)):
                return -1, False
            return scan + 1, True
        if node.kind in {"QUO", ";", ".", ":"} or sentence.is_verb(scan) or node.low in {"who", "which", "that"}:
            break
        if node.kind in {"PER", "TTL", "GRP", "PRO"} and not inside:
            break
        if node.kind == "," and not (scan + 1 < last and nodes[scan + 1].kind in {"f", "DAT"} and nodes[scan + 1].low != "and"):
            break
        inside = (node.kind == "f" and node.low in AROUND) or (inside and node.kind not in {",", "DAT"})
        scan += 1
    return (at if lemma not in NEEDS_WITH and at < len(nodes) else 0), False


def _believed(passage: Passage, sentence: Sentence, group: VerbGroup, partners: list[Node], *, with_word: bool, end: int) -> list[Node]:
    """Return of the parties behind the verb those whom one can meet by it."""
    nodes = sentence.nodes
    lemma = group.lemma
    if lemma in {"talk", "speak"} and not with_word:
        return []
    if lemma == "negotiate" and not any(node.kind in {"PER", "TTL", "GRP"} for node in partners):
        # parties and firms negotiate for weeks
        return []
    if lemma in {"brief", "consult", "call"} and any(
        nodes[index].kind in {"d", "x", "TTL", "ADJ", "QUO"} for index in range(end, min(end + 1, len(nodes)))
    ):
        # 'called the minister a liar'
        return []
    if end < len(nodes) and ((lemma == "call" and nodes[end].low in {"to", "for"}) or (lemma == "see" and nodes[end].low == "as")):
        # 'saw B as a rival'
        return []
    if lemma in OF_RANK:
        return [
            node
            for node in partners
            if (
                node.kind == "PER"
                and (
                    lemma not in {"see", "call"}
                    or _is_of_rank(node)
                    or (lemma == "see" and (_is_arranged(sentence, group, end) or _is_seen_there(passage, sentence, node, end)))
                )
            )
            or (node.kind == "TTL" and (lemma != "see" or _is_office_seen(sentence, group, node, end)))
            or (node.kind == "GRP" and (lemma == "consult" or (lemma == "engage" and node.value in DELEGATED)))
            or (
                node.kind == "GRP"
                and ((isinstance(node.value, str) and node.value in DELEGATED) or (node.value is None and node.titles) or sits(node))
                and (lemma == "brief" or (lemma == "see" and (group.infinitive or _is_arranged(sentence, group, end))))
            )
            or (
                node.kind == "PRO"
                and (lemma in {"call", "brief"} or (lemma == "see" and group.modality in {"expected", "planned"}))
                and nodes[group.last] is node
                and node.low in {"him", "her", "them"}
                and end < len(nodes)
                and (nodes[end].kind in {"f", "DAT", ".", ","} or nodes[end].low == "again")
            )
        ]
    return partners


def _is_of_rank(node: Node) -> bool:
    return bool(node.titles) and (node.titles[0].head.group != "weak" or node.titles[0].head.name in COLLEAGUES)


def _is_office_seen(sentence: Sentence, group: VerbGroup, node: Node, end: int) -> bool:
    """'saw the president at noon', 'will see the chancellor in Oslo': an appointment, which has its hour or day, or is to come."""
    nodes = sentence.nodes
    behind = [other.low for other in nodes[end : end + 2]]
    timed = end < len(nodes) and (nodes[end].kind == "DAT" or any(other.kind == "DAT" for other in nodes[end + 1 : end + 2]))
    arranged = _is_arranged(sentence, group, end) and not group.infinitive
    named = node.titles[0].head.group != "weak" and not node.titles[0].plural
    return named and (timed or arranged or behind == ["at", "noon"])


def _is_seen_there(passage: Passage, sentence: Sentence, node: Node, end: int) -> bool:
    """'saw X in Vienna', 'last saw X in May': a meeting with somebody to whom the document gives a title elsewhere."""
    nodes = sentence.nodes
    behind = nodes[end + 1 if end < len(nodes) and nodes[end].low in {"in", "on", "at"} else end :][:1]
    told = bool(behind) and (behind[0].kind == "DAT" or (behind[0].kind == "LOC" and is_place(behind[0])))
    return told and node.name is not None and passage.has_title(node.name)


def _is_arranged(sentence: Sentence, group: VerbGroup, end: int) -> bool:
    """'is due to see X on Monday': an appointment, whoever X is."""
    nodes = sentence.nodes
    return group.modality in {"expected", "planned"} and end < len(nodes) and nodes[end].kind in {"f", "DAT", ".", ",", "r"}


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
    at_length = lemma == "speak" and following is not None and _is_brief(nodes, group.last) and all(node.titles for node in subjects)
    by_themselves = medium is not None or group.verb == "sit down" or at_length or any(is_plural_party(node) for node in subjects)
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
