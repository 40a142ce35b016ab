"""Offices beside a name: 'President A', 'A, president of X since 2019,'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factwatch.annotation.wordlists import VerbForm
from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.spans import date_span
from factwatch.extraction.titles.claims import finding_of, is_claim
from factwatch.extraction.titles.copulas import span_end
from factwatch.lexicon.loader import data_file, words_of

_CAPITALISED: Final = words_of(data_file("phrases.yaml")["offices_in_capitals"])
_FORMERLY: Final = words_of(data_file("tenure.yaml")["formerly"])
_LINKS: Final = _FORMERLY | {"himself", "herself", "now", "also"}
"""What may stand between the comma and the office that somebody spoken of has besides."""
_REFERENCE: Final = 2
"""Nodes of 'The president,'."""
_OPENING: Final = 14
"""Nodes of 'Once a rebel commander and later'."""
_SPAN: Final = 5
"""Nodes of 'for more than two terms'."""
_SHORT: Final = 14
"""Characters of ' at that time'."""
_THEN: Final = ("at the time", "at that time", "of the day")


def beside(sentence: Sentence, at: int, person: Node) -> Iterator[Finding]:
    """'President A', 'A, president of X since 2019,', 'the late governor A'."""
    nodes = sentence.nodes
    late = (at > 0 and nodes[at - 1].low == "late" and nodes[at - 1].kind in {"m", "x", "r"}) or any(
        title.head.group == "weak" and title.status_word == "late" for title in person.titles
    )
    before = 1 < at < _OPENING and _is_past(sentence, at)
    last = max(person.titles, key=lambda title: title.end)
    for title in person.titles:
        if title.bare and title.head.name in _CAPITALISED and sentence.text[title.end - len(title.head.name)].islower():
            # 'representative A' of a firm
            continue
        if not is_claim(title) or title.of == person.name or _is_given_name(sentence, person, title):
            continue
        finding = finding_of(sentence, person, title, "beside-name")
        then = sentence.text[title.end : title.end + _SHORT].lower().lstrip().startswith(_THEN)
        if (late or then or (before and title.start == person.start)) and finding.status == "current":
            # 'A, governor of X at the time,', 'the governor of X at the time, A'
            finding.status = "former"
        if title is last and person.appositive is not None and title.start >= person.appositive[0] and at + 2 < len(nodes):
            date_span(nodes, at + 1, finding)
        yield finding


def _is_past(sentence: Sentence, at: int) -> bool:
    """Tell whether the office before the name at *at* is told as over: 'Once a rebel and later governor, A', 'for two terms mayor, A'."""
    nodes = sentence.nodes
    if sentence.groups and sentence.groups[0].first < at:
        return False
    if nodes[0].low == "once":
        return nodes[at - 1].low in {"and", "later", "then", "finally"}
    span = next((index for index in range(max(0, at - _SPAN), at) if nodes[index].low == "for"), -1)
    return span >= 0 and span_end(nodes, span + 1) == at


def of_reference(sentence: Sentence) -> Iterator[Finding]:
    """Read 'The president, a former chief justice, defended it', 'the minister, himself once a judge,': of whoever that is."""
    nodes = sentence.nodes
    for at in sentence.titled:
        title = nodes[at].titles[0] if nodes[at].kind == "TTL" else None
        if title is None or at < _REFERENCE or title.plural or title.determiner not in {"", "a", "an"}:
            continue
        comma, status = at - 1, title.status
        while comma > 1 and nodes[comma].low in _LINKS:
            status = "former" if nodes[comma].low in _FORMERLY else status
            comma -= 1
        whom = nodes[comma - 1]
        if nodes[comma].kind != "," or not _is_reference(whom) or not _goes_on(nodes, at + 1) or not is_claim(title):
            continue
        if status != "former" and not title.determiner:
            continue
        finding = finding_of(sentence, whom, title, "beside-name")
        finding.status, finding.confidence = status, 0.8
        yield finding


def _is_reference(node: Node) -> bool:
    """Tell whether a node is an office or people's name that stands for somebody: 'the president', 'the Canadian'."""
    if node.kind == "GRP":
        return bool(node.value == "national")
    return node.kind == "TTL" and node.titles[0].determiner == "the" and not node.titles[0].plural


def _goes_on(nodes: list[Node], at: int) -> bool:
    """Tell whether a comma and the verb of the clause follow."""
    if at + 1 >= len(nodes) or nodes[at].kind != ",":
        return False
    verb = nodes[at + 1].value
    return nodes[at + 1].kind == "u" or (isinstance(verb, VerbForm) and verb.form != "ing")


def dated_before(sentence: Sentence) -> Iterator[Finding]:
    """Read "Acme's chief executive since 2017, A, will retire"."""
    nodes = sentence.nodes
    for index in range(len(nodes) - 4):
        title = nodes[index].titles[0] if nodes[index].kind == "TTL" else None
        if title is None or title.plural or not title.definite or not is_claim(title):
            continue
        if nodes[index + 1].low == "since" and nodes[index + 3].kind == "," and nodes[index + 4].kind == "PER":
            finding = finding_of(sentence, nodes[index + 4], title, "beside-name")
            date_span(nodes, index + 1, finding)
            yield finding


def _is_given_name(sentence: Sentence, person: Node, title: Title) -> bool:
    """Tell 'Dean Forester' and 'Duke Ellington', or 'speaker A' of an experiment, from offices."""
    if not title.bare or title.determiner or title.status_word or title.start != person.start:
        return False
    if title.head.name == "speaker":
        return sentence.text[title.start].islower() and person.name is not None and len(person.name) == 1
    return title.head.name in {"dean", "earl", "duke"} and sentence.text[title.start].isupper() and not person.honorific
