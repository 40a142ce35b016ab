"""
Offices that stand with a name: before it, after it, joined by 'is', 'as' or brackets.

The phrases themselves are read in `factwatch.extraction.phrases`; here they become findings.
"""

from __future__ import annotations

from collections.abc import Iterator

from factwatch.extraction.clauses import NOUN_PHRASES, Sentence, people_of, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.roles.grammar import is_bloc_chair

_COPULAS = frozenset({"be", "become", "remain"})


def find(passage: Passage) -> list[Finding]:
    """Return the title findings of *passage*."""
    found: list[Finding] = []
    for sentence in passage.sentences:
        for node in sentence.nodes:
            for person in people_of(node):
                found += (
                    _finding(sentence, person, title, "titles/beside-name")
                    for title in person.titles
                    if person.kind == "PER" and is_claim(title)
                )
        found += _copular(sentence)
        found += _as_title(sentence)
    return found


def is_claim(title: Title) -> bool:
    """Tell whether the phrase names an office rather than an occupation, a relation or a common noun."""
    if title.head.group == "weak" or title.name.lower() == "counterpart" or title.head.name in {"member", "board member"}:
        return False
    if title.head.name in {"counterpart", "opposite number", "colleague"}:
        return False
    if title.bare and title.head.name == "deputy" and title.determiner in {"his", "her", "its", "their", "'s"}:
        # 'her deputy, A': of whom is not said
        return False
    if is_bloc_chair(title):
        # 'CARICOM chair Mia Mottley': a role
        return False
    if title.bare and (title.head.name in {"founder", "co-founder"} or (title.head.name == "first minister" and title.name.islower())):
        return False
    if title.head.group == "plain":
        return not title.bare
    return True


def _finding(sentence: Sentence, person: Node, title: Title, rule: str, **extra: object) -> Finding:
    start = min(person.start, title.start)
    end = max(person.end, title.end)
    return Finding("title", rule, sentence.unit.index, start, end, who=[person], title=title, status=title.status, **extra)  # type: ignore[arg-type]  # names of fields


def _copular(sentence: Sentence) -> Iterator[Finding]:
    """'A is the president of X', 'A, who was the minister until May,'."""
    nodes = sentence.nodes
    for group in sentence.groups:
        if group.lemma not in _COPULAS or group.last >= len(nodes):
            continue
        at = group.last
        while at < len(nodes) and (nodes[at].kind == "r" or nodes[at].low in {"now", "still", "not", "n't"}):
            at += 1
        if at >= len(nodes) or nodes[at].kind != "TTL":
            continue
        title = nodes[at].titles[0]
        if (
            title.plural
            or not is_claim(title)
            or (title.determiner in {"a", "an"} and title.bare)
            or title.determiner in {"no", "any", "every", "another"}
        ):
            continue
        holders = [
            node
            for node in subject_of(sentence, group)
            if node.kind in {"PER", "PRO"} and node.low not in {"it", "this", "that", "there", "we", "they", "you"}
        ]
        if len(holders) != 1 or group.lemma == "become":
            continue
        if group.modality not in {"asserted", "reported"} or group.infinitive:
            continue
        past = group.tense == "past" and group.lemma == "be"
        finding = _finding(sentence, holders[0], title, "titles/copula")
        finding.negative = group.negative
        finding.start, finding.end = min(holders[0].start, nodes[group.first].start), nodes[at].end
        if past and title.status == "current":
            finding.status = "former"
        date = (
            nodes[at + 2]
            if at + 2 < len(nodes) and nodes[at + 1].low in {"from", "until", "since", "till"} and nodes[at + 2].kind == "DAT"
            else None
        )
        if date is not None:
            if nodes[at + 1].low == "since":
                finding.since = date.value
            elif nodes[at + 1].low in {"until", "till"}:
                finding.until = date.value
        yield finding


_AS_BEFORE = frozenset(
    {
        "role",
        "capacity",
        "position",
        "post",
        "job",
        "career",
        "served",
        "serves",
        "serving",
        "serve",
        "acting",
        "work",
        "worked",
        "works",
        "working",
        "stint",
        "term",
        "tenure",
        "time",
        "years",
        "remain",
        "remains",
        "remained",
        "continue",
        "continues",
        "stay",
        "stays",
        "stayed",
        "duties",
    }
)


def _as_title(sentence: Sentence) -> Iterator[Finding]:
    """'A, in his capacity as chairman of X,', 'A, who served as minister of Y,', 'in her role as head of Z, A said'."""
    nodes = sentence.nodes
    for index, node in enumerate(nodes):
        if node.kind != "TTL" or index < 2 or nodes[index - 1].low != "as":  # noqa: PLR2004  # something stands before 'as'
            continue
        title = node.titles[0]
        before = nodes[index - 2]
        if not is_claim(title) or title.plural or before.low not in _AS_BEFORE:
            continue
        group = next(
            (
                item
                for item in sentence.groups
                if item.last == index - 1 and item.lemma in {"serve", "work", "act", "remain", "continue", "stay"}
            ),
            None,
        )
        if group is not None:
            holders = subject_of(sentence, group)
            former = group.tense == "past" and "has" not in group.chain and "have" not in group.chain or (group.participle and False)
            if group.modality not in {"asserted", "reported"}:
                continue
        else:
            holders = _owner(nodes, index - 2)
            former = before.low in {"stint", "term", "tenure", "time", "career", "years"}
        holders = [holder for holder in holders if holder.kind in {"PER", "PRO"}]
        if len(holders) != 1:
            continue
        finding = _finding(sentence, holders[0], title, "titles/as")
        if former and title.status == "current":
            finding.status = "former"
        if group is not None and group.lemma == "act" and title.status == "current":
            finding.status = "acting"
        yield finding


def _owner(nodes: list[Node], at: int) -> list[Node]:
    """Return whose 'role' or 'capacity' the noun at *at* is: 'her role', 'Guyana's role'."""
    index = at - 1
    while index >= 0 and nodes[index].kind in {"x", "p", "r", "m"}:
        index -= 1
    if index < 0:
        return []
    if nodes[index].kind == "PRO":
        return [nodes[index]]
    if nodes[index].kind == "s" and index and nodes[index - 1].kind in NOUN_PHRASES:
        return [nodes[index - 1]]
    return []
