"""Offices joined to a name by a form of 'be': 'A is the president of X', 'The treasurer is A'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after
from factwatch.extraction.office_rows import next_office, row_of, shared
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.roles.chairs import chair_of
from factwatch.extraction.roles.grammar import is_bloc_chair
from factwatch.extraction.spans import date_span
from factwatch.extraction.tenure.offices import only_counts
from factwatch.extraction.titles.claims import NOBODY, finding_of, is_claim, is_stated, is_told, of_there
from factwatch.lexicon.loader import data_file, words_of

_COPULAS: Final = frozenset({"be", "remain", "stay"})
_WORDS: Final = data_file("tenure.yaml")
_BETWEEN: Final = words_of(_WORDS["copula_adverbs"])
"""What may stand between a copula and its office."""
_PAIRS: Final = words_of(_WORDS["copula_phrases"])
_SPANS: Final = words_of(_WORDS["span_nouns"]) | {"time", "while", "much"}
_FORMERLY: Final = words_of(_WORDS["formerly"])
_STANDING: Final = words_of(_WORDS["standing"])
_SPAN: Final = 5
"""No span of time has more nodes."""
_INSERTION: Final = 7
"""Nodes of ', until the end of last year,'."""
_COMING: Final = frozenset({"serve", "become", "be"})
_COUNTED: Final = words_of(_WORDS["counted"])
_JOINTS: Final = 2
"""Nodes of ', and'."""


def copular(sentence: Sentence) -> Iterator[Finding]:
    """Read 'A is the president of X', 'A, who was the minister until May,', 'The treasurer is A'."""
    nodes = sentence.nodes
    for group in sentence.groups:
        goes_on = group.tense == "future" and group.modality == "planned" and is_stated(sentence, group)
        if group.lemma not in _COPULAS or group.last >= len(nodes):
            continue
        used = group.infinitive and _is_used(nodes, group)
        if not (goes_on or used or is_told(sentence, group)):
            # 'will remain the president' says that somebody is, 'will be the president' that he will
            continue
        at = _office_behind(nodes, _behind_insertion(nodes, group.last))
        if at >= len(nodes):
            continue
        if nodes[at].kind == "PER" and all(title.start > nodes[at].start for title in nodes[at].titles):
            yield from _reversed(sentence, group, at)
            continue
        if nodes[at].kind == "d" and group.over:
            at = _behind_occupation(nodes, at)
        if nodes[at].kind != "TTL":
            continue
        if at + 1 < len(nodes) and nodes[at + 1].kind == "s":
            at = served_office(nodes, at)
            if not at:
                continue
        ended = any(node.low == "longer" for node in nodes[group.first : at]) or "longer" in group.chain
        if group.negative and not ended:
            continue
        row = row_of(nodes, at)
        # 'has been minister of trade, minister of health and speaker': one after the other, and all over
        career = group.perfect and "had" not in group.chain and (len(row) > 1 or "also" in (node.low for node in nodes[group.first : at]))
        for index in row:
            for title in nodes[index].titles:
                yield from _is(sentence, group, index, shared(title, nodes[at].titles[0]), ended=ended or career or used)
        yield from _earlier(sentence, group, at)


def served_office(nodes: list[Node], at: int) -> int:
    """Return the index of the office that another one has: "the president's spokesman"; 0 for "the president's brother"."""
    if at + 2 >= len(nodes) or nodes[at + 2].kind != "TTL":
        return 0
    nodes[at + 2].titles = [
        evolve(title, determiner="'s", definite=True, bare=False) if title.of is None else title for title in nodes[at + 2].titles
    ]
    return at + 2


def _behind_occupation(nodes: list[Node], at: int) -> int:
    """Return the index of the office in 'was a town planner and commissioner for X', that of *at* where none follows."""
    behind = at + 1
    while behind < len(nodes) and behind - at < _SPAN and nodes[behind].kind in {"x", "p", "m", "ADJ"}:
        behind += 1
    office = next_office(nodes, behind) if behind > at + 1 else 0
    return office if office and nodes[office].titles[0].determiner != "the" else at


def _behind_insertion(nodes: list[Node], at: int) -> int:
    """Return the index behind ', until last year,' or 'at the time' that stands between 'was' and its office."""
    if [node.low for node in nodes[at : at + 3]] == ["at", "the", "time"]:
        return at + 3
    if at + 3 < len(nodes) and nodes[at].kind == "," and nodes[at + 1].low in {"until", "from", "between", "for", "since", "in", "at"}:
        close = next((index for index in range(at + 2, min(len(nodes), at + _INSERTION)) if nodes[index].kind == ","), at - 1)
        if all(node.kind in {"DAT", "f", "#", "x", "r", "d"} for node in nodes[at + 1 : close]):
            return close + 1
    return at


def first_to(sentence: Sentence) -> Iterator[Finding]:
    """Read 'A is the third woman to serve as chairman of X', 'A became the first African to be its president'."""
    nodes = sentence.nodes
    for group in sentence.groups:
        if group.lemma not in {"be", "become"} or group.negative or not is_told(sentence, group):
            continue
        inner = group_after(sentence, group.main)
        if inner is None or not inner.infinitive or inner.lemma not in _COMING or not _is_ranked(nodes, group.last, inner.first):
            continue
        at = inner.last + (nodes[inner.last].low == "as" if inner.last < len(nodes) else 0)
        while at < len(nodes) and nodes[at].kind == "d":
            at += 1
        holders = [node for node in subject_of(sentence, group) if node.kind in {"PER", "PRO"} and node.low not in NOBODY]
        title = nodes[at].titles[0] if at < len(nodes) and nodes[at].kind == "TTL" else None
        if title is None or len(holders) != 1 or title.plural or not is_claim(title):
            continue
        finding = finding_of(sentence, holders[0], title, "first-to")
        finding.start, finding.end = min(holders[0].start, nodes[group.first].start), nodes[at].end
        if group.lemma == "be" and group.tense == "past" and not group.perfect and title.status == "current":
            finding.status = "former"
        elif group.tense == "future":
            finding.status, finding.tense = "designate", "future"
        yield finding


def _is_ranked(nodes: list[Node], at: int, end: int) -> bool:
    """Tell whether 'the first woman', 'only the second African' stand between: nothing but people counted."""
    counted = False
    for node in nodes[at:end]:
        counted = counted or node.low in _COUNTED
        if node.kind not in {"d", "m", "x", "r", "#", "ADJ", "h", "p"} and not node.titles:
            return False
    return counted and 0 < end - at <= _SPAN


def _is_used(nodes: list[Node], group: VerbGroup) -> bool:
    """Tell whether the group is that of 'used to be'."""
    return group.first > 0 and nodes[group.first - 1].low == "used"


def _office_behind(nodes: list[Node], at: int) -> int:
    """Return the index of what stands behind adverbs, 'for forty years', 'until March', 'from 2010 to 2014'."""
    count = len(nodes)
    while at < count:
        node = nodes[at]
        if node.low in {"from", "until", "in", "since"} and at + 1 < count and nodes[at + 1].kind == "DAT":
            at += 2
        elif node.kind == "r" or node.low in _BETWEEN or (node.kind == "d" and at + 1 < count and nodes[at + 1].low in {"next", "most"}):
            at += 1
        elif node.low == "for" and (behind := span_end(nodes, at + 1)):
            at = behind
        elif at + 1 < count and f"{node.low} {nodes[at + 1].low}" in _PAIRS:
            at += 2
        else:
            break
    return at


def span_end(nodes: list[Node], at: int) -> int:
    """Return the index behind 'forty years', 'more than a decade'; 0 where no span of time stands there."""
    for index in range(at, min(len(nodes), at + _SPAN)):
        if nodes[index].low.rpartition(" ")[2] in _SPANS:
            return index + 1
        if nodes[index].kind not in {"x", "#", "d", "DAT", "r", "p", "m"}:
            return 0
    return 0


def _earlier(sentence: Sentence, group: VerbGroup, at: int) -> Iterator[Finding]:
    """Read the second office in 'is chairman of X and previously governor of Y', '..., and before that a member of Z'."""
    nodes, index = sentence.nodes, at + 1
    while index < len(nodes) and index - at <= _JOINTS and nodes[index].low in {",", "and"}:
        index += 1
    if index == at + 1 or index >= len(nodes) or nodes[index].low not in _FORMERLY:
        return
    index += 1
    while index < len(nodes) and (nodes[index].low in {"that", "this", "to", "then", "as"} or nodes[index].kind == "d"):
        index += 1
    if index < len(nodes) and nodes[index].kind == "TTL":
        for title in nodes[index].titles:
            for finding in _is(sentence, group, index, title, ended=True):
                finding.end = nodes[index].end
                yield finding


def _is_of_standing(title: Title) -> bool:
    """Tell whether 'a senator', 'a former governor-general' says enough: an office that is one whatever it belongs to."""
    return title.head.name in _STANDING or (title.status == "former" and title.head.group in {"state", "royal", "church", "justice"})


def _is(sentence: Sentence, group: VerbGroup, at: int, title: Title, *, ended: bool) -> Iterator[Finding]:
    nodes = sentence.nodes
    if (
        title.plural
        or not is_claim(title)
        or (title.determiner in {"a", "an"} and title.bare and not _is_of_standing(title))
        or title.determiner in {"no", "any", "every", "another"}
    ):
        return
    if only_counts(sentence, at, title):
        return
    if title.head.name == "first minister" and title.bare and sentence.text[title.end - 8] == "m":
        # 'She was the first minister to ...'
        return
    holders = [node for node in subject_of(sentence, group) if node.kind in {"PER", "PRO"} and node.low not in NOBODY]
    if len(holders) != 1:
        return
    finding = finding_of(sentence, holders[0], of_there(sentence, group, title), "copula")
    finding.start, finding.end = min(holders[0].start, nodes[group.first].start), nodes[at].end
    if (ended or "having" in group.chain or (group.lemma == "be" and group.over)) and title.status == "current":
        finding.status = "former"
    if group.lemma in {"remain", "stay"} and title.status == "current":
        finding.status = "current"
    elif group.tense == "future" and title.status == "current" and not ended:
        finding.status, finding.tense = "designate", "future"
    dated = at + 1
    date_span(nodes, dated, finding, holds=group.tense != "past")
    if (
        finding.since is not None
        and nodes[dated].low == "since"
        and group.perfect
        and finding.status == "former"
        and "had" not in group.chain
    ):
        finding.status = "current"
    yield finding


def _reversed(sentence: Sentence, group: VerbGroup, at: int) -> Iterator[Finding]:
    """Read 'The treasurer is A'."""
    nodes = sentence.nodes
    follows = nodes[at + 1] if at + 1 < len(nodes) else None
    ends = follows is None or follows.kind in {".", ",", ";"} or follows.low in {"and", "who"}
    # 'is A, a lawyer from Oslo': what goes on describes the name
    described = follows is not None and follows.kind == "f" and "," in nodes[at].text
    if group.negative or not (ends or described):
        return
    subjects = subject_of(sentence, group)
    if len(subjects) != 1 or subjects[0].kind != "TTL":
        return
    title = subjects[0].titles[0]
    if not title.plural and title.definite and is_bloc_chair(title) and not title.bare:
        # 'The new chair of CARICOM is A'
        status = "former" if group.tense == "past" else "designate" if group.tense == "future" else "current"
        yield chair_of(sentence, nodes[at], title, status)
        return
    if title.plural or not is_claim(title) or not title.definite:
        return
    finding = finding_of(sentence, nodes[at], title, "copula")
    if group.tense == "past" and title.status == "current":
        finding.status = "former"
    elif group.tense == "future" and title.status == "current":
        finding.status, finding.tense = "designate", "future"
    yield finding
