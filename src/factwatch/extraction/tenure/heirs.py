"""Who has, had or gets the office of somebody spoken of: 'her successor, B', 'his Omani counterpart, A', 'the incumbent, A'."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.annotation.dates import DateExpression
from factwatch.extraction.clauses import Sentence, list_from, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after, group_before
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.phrases.nations import PERSONAL
from factwatch.extraction.tenure.acts import LEAVINGS
from factwatch.extraction.tenure.offices import KEPT, is_office, is_rank, main_title
from factwatch.extraction.tenure.possession import back_to, named_behind, of_known, office_behind, owner_of, post_finding
from factwatch.extraction.tenure.telling import resolved
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import Place

_REACH: Final = 40
"""Nodes around a noun in which what belongs to it is looked for."""
_CLERICAL: Final = words_of(data_file("tenure.yaml")["clerical"])
_PRESENTING: Final = words_of(data_file("tenure.yaml")["presenting_verbs"])
_STARTING_VERBS: Final = words_of(data_file("tenure.yaml")["starting_verbs"])
_STARTING: Final = frozenset({"starts", "start", "begins", "begin", "arrives"})


def peer(sentence: Sentence, at: int, person: Node, title: Title) -> Iterator[Finding]:
    """'his Ghanaian counterpart, A', 'her opposite number in Uzbekistan, A': the same office of another country."""
    if title.of is None and isinstance(person.nation, Place) and person.nation.kind == "country" and not title.plural:
        # "his counterpart, Peru's A", "Peru's A, his opposite number"
        title = evolve(title, of=person.nation.name, of_kind="G", of_value=person.nation)
    if (
        title.plural
        or title.of is None
        or title.of_kind not in {"A", "G"}
        or any(is_office(own) and own.head.name not in PERSONAL for own in person.titles)
    ):
        return
    text = sentence.text[title.start : title.end]
    first = text.split()[0].lower()
    if first in {"his", "her"}:
        # 'hers', as 'her' alone could be an object
        word = "hers" if first == "her" else first
        owner = Node("PRO", person.first, person.first, title.start, title.start + len(first), word, word)
    elif title.of_kind == "A" and first == title.of.lower() and not title.determiner:
        # 'A held talks with Vietnamese counterpart B'
        group = group_before(sentence, at)
        subjects = subject_of(sentence, group) if group is not None and not group.passive else []
        if len(subjects) != 1 or subjects[0].kind not in {"PER", "PRO"}:
            return
        owner = subjects[0]
    else:
        return
    finding = post_finding(sentence, person, person, person, None, "counterpart", "current")
    finding.extra["office_nation"] = Node(
        "ADJ" if title.of_kind == "A" else "LOC",
        person.first,
        person.last,
        title.start,
        title.end,
        title.of,
        title.of.lower(),
        title.of_value,
    )
    group = group_before(sentence, at)
    peer = subject_of(sentence, group) if group is not None and not group.passive else []
    unnamed = peer[0].titles[0] if len(peer) == 1 and peer[0].kind == "TTL" else None
    if unnamed is not None and unnamed.head.group == "royal":
        # 'the Mwami crossing' is a place
        unnamed = None
    if first in {"his", "her"} and unnamed is not None and is_office(unnamed) and not unnamed.plural:
        # 'the Foreign Secretary spoke to his counterpart from Ghana, A': whoever that is
        finding.extra["or_title"] = unnamed
        yield finding
        return
    yield of_known(finding, owner, same=False)


def incumbent(sentence: Sentence, at: int) -> Iterator[Finding]:
    """Find who is meant by 'the incumbent, A': who holds the office that the sentence, or the one before, speaks of."""
    nodes = sentence.nodes
    person = named_behind(nodes, at)
    if person is None or any(is_office(title) and not _is_style(title) for title in person.titles):
        return
    if at + 1 >= len(nodes) or nodes[at + 1].kind not in {",", "PER"}:
        return
    offices = [
        title
        for node in nodes[max(0, at - _REACH) : at]
        for title in node.titles[: None if node.kind == "PER" else 1]
        if node.kind in {"TTL", "PER"} and is_office(title) and not title.plural and (node.kind == "TTL" or title.status == "elect")
    ]
    group = group_before(sentence, at)
    beaten = (
        group is not None and group.lemma in {"defeat", "beat", "oust", "unseat", "replace"} and group.tense == "past" and not group.passive
    )
    if offices and offices[-1].status == "elect":
        # 'President-elect B beat the incumbent, A': till the oath A is
        offices[-1], beaten = evolve(offices[-1], status="current", status_word=""), False
    finding = post_finding(
        sentence, nodes[at], person, person, offices[-1] if offices else None, "incumbent", "former" if beaten else "current"
    )
    subject = subject_of(sentence, group) if group is not None and beaten and not offices else []
    if [node.kind for node in subject] == ["PER"]:
        # 'B, a vet by training, beat the incumbent, A': the office that B was told to be elected to
        finding.status = "current"
        finding.extra.update(or_office_of=subject[0], coming_only=True, same_person=False)
    elif not offices:
        finding.extra["office_before"] = True
    yield finding


def _is_person(node: Node) -> bool:
    return node.kind == "PER"


def _is_style(title: Title) -> bool:
    """Tell whether a title only says how somebody is called: 'Ayatollah A', 'General A'."""
    return title.head.name in KEPT or is_rank(title) or (title.bare and title.head.group == "church")


def before_somebody(sentence: Sentence, at: int) -> Iterator[Finding]:
    """'her predecessor, A': who had the office of somebody spoken of."""
    nodes = sentence.nodes
    owner, person = owner_of(nodes, at), named_behind(nodes, at)
    if owner is None or person is None:
        return
    title = office_behind(nodes, at)
    if title is not None:
        yield post_finding(sentence, nodes[at], person, person, title, "predecessor", "former")
        return
    people = [person]
    if nodes[at].low.endswith("s"):
        # 'her two predecessors, A and B'
        people = list_from(sentence, at + 1 + (nodes[at + 1].kind == ","), _is_person)[0]
    for one in people:
        yield of_known(post_finding(sentence, owner, one, one, None, "predecessor", "former"), owner, same=False)


def after_somebody(sentence: Sentence, at: int, published: dt.date | None) -> Iterator[Finding]:
    """'her successor, B', 'B, A's successor as coach': who has, or gets, the office of somebody spoken of."""
    nodes = sentence.nodes
    owner, person = owner_of(nodes, at), named_behind(nodes, at)
    group = group_after(sentence, at)
    if owner is not None and person is None and group is not None and group.first == at + 1 and group.lemma == "be":
        # 'His successor will be B'
        named = nodes[group.last] if group.last < len(nodes) else None
        if named is not None and named.kind == "PER" and not group.negative and group.modality in {"asserted", "planned"}:
            coming = group.tense == "future"
            status, tense = ("designate", "future") if coming else ("current", None)
            yield of_known(post_finding(sentence, owner, named, named, None, "successor", status, tense=tense), owner, same=False)
            return
    title = office_behind(nodes, at)
    if owner is not None and title is not None and (new := _successor_as(nodes, at, owner)) is not None:
        # "B, A's successor as coach", "A's successor as coach, B,"
        yield post_finding(sentence, owner, new, new, title, "successor-as", title.status)
        if owner.kind == "PER":
            yield post_finding(sentence, owner, owner, owner, title, "successor-as", "former")
        return
    if owner is None or person is None:
        yield from _successor_to(sentence, at)
        return
    later, date = _starts(sentence, at, published)
    later = later or (_is_named(sentence, at) and _is_of_church(person))
    status = "designate" if later else "current"
    if owner.kind == "PRO":
        # 'accepted the resignation of Bishop A, and named as his successor B': not the successor of who named him
        owner = _gone_before(nodes, at) or owner
    finding = post_finding(sentence, owner, person, person, None, "successor", status, since=date, tense="future" if later else None)
    if not later:
        # Whether the other one has left is told elsewhere, if at all.
        finding.confidence = 0.75
        finding.extra["successor"] = True
    yield of_known(finding, owner, same=False)


def _is_named(sentence: Sentence, at: int) -> bool:
    """Tell whether somebody is named 'as his successor': the noun at *at*."""
    group = group_before(sentence, at)
    return group is not None and group.lemma in {"name", "appoint", "choose", "nominate"} and sentence.nodes[at - 2].low == "as"


def _is_of_church(person: Node) -> bool:
    """Tell whether somebody is called by a dignity of a church: the see is taken with the installation."""
    return person.honorific in _CLERICAL or any(title.head.group == "church" for title in person.titles)


def _gone_before(nodes: list[Node], at: int) -> Node | None:
    """Return A of 'the resignation of A' before the index *at*."""
    for index in range(at - 3, max(-1, at - _REACH), -1):
        if nodes[index].low in LEAVINGS and nodes[index + 1].low == "of" and nodes[index + 2].kind == "PER":
            return nodes[index + 2]
    return None


def _successor_as(nodes: list[Node], at: int, owner: Node) -> Node | None:
    """Return who stands in apposition to "A's successor as TITLE" at *at*, behind it or before."""
    behind = next((index for index in range(at + 2, min(len(nodes), at + 5)) if nodes[index].kind == "TTL"), at)
    if [node.kind for node in nodes[behind + 1 : behind + 3]] == [",", "PER"]:
        return nodes[behind + 2]
    first = back_to(nodes, at, owner)
    return nodes[first - 2] if first > 1 and nodes[first - 1].kind == "," and nodes[first - 2].kind == "PER" else None


def _successor_to(sentence: Sentence, at: int) -> Iterator[Finding]:
    """'B was unveiled as successor to A': A has left, B has his office."""
    nodes = sentence.nodes
    if at + 2 >= len(nodes) or nodes[at + 1].low not in {"to", "of"} or nodes[at + 2].kind != "PER":
        return
    before = at - 1
    while before >= 0 and nodes[before].kind in {"d", "x", "r"}:
        before -= 1
    group = group_before(sentence, at)
    if (
        before < 0
        or nodes[before].low != "as"
        or group is None
        or not group.passive
        or group.negative
        or group.modality in {"possible", "requested", "expected"}
    ):
        return
    if group.lemma not in _PRESENTING:
        return
    old = nodes[at + 2]
    new = [node for node in subject_of(sentence, group) if node.kind == "PER"]
    title = main_title(old)
    for who, status in ((new[0], "designate" if group.tense == "future" else "current"), (old, "former")) if len(new) == 1 else ():
        finding = post_finding(sentence, nodes[group.first], old, who, title, "successor", status)
        yield finding if title is not None else of_known(finding, old, same=who is old)


def _starts(sentence: Sentence, at: int, published: dt.date | None) -> tuple[bool, DateExpression | None]:
    """Tell whether the rest of the sentence says that somebody is yet to begin, and when."""
    nodes = sentence.nodes
    group = group_after(sentence, at)
    date = next((node.value for node in nodes[at : at + _REACH] if node.kind == "DAT" and isinstance(node.value, DateExpression)), None)
    starting = any(node.low in _STARTING for node in nodes[at : at + _REACH]) or (group is not None and group.lemma in _STARTING_VERBS)
    if not starting:
        return False, None
    if group is not None and group.tense == "past":
        return False, date
    days = resolved(date, published, "future")
    return (days is None or published is None or days[0] > published), date
