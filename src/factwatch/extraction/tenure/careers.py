"""
Offices of somebody's past, told in passing: 'Once mayor of Quito, A', 'A, until now bishop of Y,', 'ran the bank as governor'.

What is told of a career says of each office that it was held, hardly ever that it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import Sentence, VerbGroup, is_fiction, is_unreal, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after, group_before
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.spans import date_span
from factwatch.extraction.tenure.offices import is_office
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("careers.yaml")
_ONCE: Final = words_of(_WORDS["once"])
_SPANS: Final = words_of(_WORDS["spans"])
_HAVING: Final = words_of(_WORDS["having"])
_RUNNING: Final = words_of(_WORDS["running"])
_HOLDING: Final = words_of(data_file("tenure.yaml")["holding_verbs"])
_RISING: Final = words_of(_WORDS["rising"])
_POSTS: Final = words_of(_WORDS["posts"])
_DUTIES: Final = words_of(_WORDS["duties"])
_EARLIER: Final = words_of(_WORDS["earlier"])
_LEMMAS: Final = _HAVING | _RUNNING | _HOLDING | _RISING | {"take"}
_PEOPLE: Final = frozenset({"PER", "PRO"})
_PERSONAL: Final = frozenset({"he", "she", "i"})
_ROW: Final = frozenset({",", "and", "or", "&", "then", "later"})
_BETWEEN_DAYS: Final = frozenset({"from", "between", "until", "to", "and"})
_CLOSE: Final = 6
"""Nodes between a verb, or its noun, and what belongs to it."""
_LONGEST: Final = 16
"""Nodes of a row of offices."""


def find_careers(sentence: Sentence) -> Iterator[Finding]:
    """Return the offices that *sentence* tells of somebody's career."""
    if "TTL" not in sentence.kinds or sentence.nodes[-1].text == "?" or is_fiction(sentence):
        return
    yield from _opening(sentence)
    yield from _inserted(sentence)
    for group in sentence.groups:
        if group.lemma not in _LEMMAS:
            continue
        told = group.modality in {"asserted", "reported", "planned"} and not (group.negative or group.infinitive or group.unfulfilled)
        if told and not is_unreal(sentence, group) and not _is_condition(sentence, group):
            yield from _verbal(sentence, group)
    if not sentence.lows.isdisjoint(_POSTS):
        yield from _last_post(sentence)


def _is_condition(sentence: Sentence, group: VerbGroup) -> bool:
    return any(node.low in {"if", "unless", "whether"} for node in sentence.nodes[max(0, group.first - _CLOSE) : group.first])


def _verbal(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    lemma = group.lemma
    if lemma in _HAVING and not group.passive:
        yield from _spell(sentence, group)
    if lemma in _RUNNING and not group.passive:
        yield from _ran(sentence, group)
    if lemma in _HOLDING and not group.passive:
        yield from _held(sentence, group)
    if group.verb == "take on" and not group.passive:
        yield from _takes_on(sentence, group)
    if lemma in _RISING:
        yield from _rose(sentence, group)


def _claim(sentence: Sentence, person: Node, title: Title, rule: str, status: str) -> Finding:
    start, end = min(person.start, title.start), max(person.end, title.end)
    return Finding("title", f"tenure/{rule}", sentence.unit.index, start, end, who=[person], title=title, status=status, tense="past")


def _office(node: Node) -> Title | None:
    """Return the one office that *node* names."""
    title = node.titles[0] if node.kind == "TTL" and node.titles else None
    return title if title is not None and is_office(title) and not title.plural else None


def _offices(nodes: Sequence[Node], at: int) -> list[Title]:
    """Return the offices of a row that begins at *at*: 'minister of trade, minister of health and speaker'."""
    found: list[Title] = []
    for node in nodes[at : at + _LONGEST]:
        title = _office(node)
        if title is not None:
            found.append(title)
        elif node.low not in _ROW and node.kind not in {"d", "r", "DAT"}:
            break
    return found


def _behind_article(nodes: Sequence[Node], at: int) -> int:
    return at + (nodes[at].kind == "d" and at + 1 < len(nodes))


def _holder(sentence: Sentence, group: VerbGroup) -> Node | None:
    subjects = [node for node in subject_of(sentence, group) if node.kind in _PEOPLE]
    if len(subjects) != 1 or (subjects[0].kind == "PRO" and subjects[0].low not in _PERSONAL):
        return None
    return subjects[0]


def _status(group: VerbGroup, title: Title) -> str:
    """Return how the office is held, as the verb tells it."""
    return "former" if group.over and title.status == "current" else title.status


def _is_coming(group: VerbGroup) -> bool:
    return group.tense == "future" or group.modality == "planned"


def _gained(sentence: Sentence, holder: Node, title: Title, rule: str, group: VerbGroup) -> Finding:
    finding = _claim(sentence, holder, title, rule, "designate" if _is_coming(group) and title.status == "current" else title.status)
    finding.tense = "future" if _is_coming(group) else None
    return finding


def _opening(sentence: Sentence) -> Iterator[Finding]:
    """
    Read offices before the name of who had them, at the start of a sentence.

    'Once the mayor of Quito, A', 'A former governor of X, A', 'Minister of fisheries from 2016 to 2018, A', 'As head of X until May, A'.
    """
    nodes = sentence.nodes
    first, once = 0, False
    while first < min(3, len(nodes) - 1) and (nodes[first].low in _ONCE or nodes[first].low == "as" or nodes[first].kind == "d"):
        once = once or nodes[first].low in _ONCE
        first += 1
    if once and _office(nodes[first]) is None and (not sentence.groups or sentence.groups[0].first > first):
        # 'Once a rebel and later mayor of Quito, A'
        last = sentence.groups[0].first if sentence.groups else len(nodes)
        row = (index for index in range(first, min(last, len(nodes) - 1, _LONGEST)) if nodes[index].kind == "TTL")
        first = next((index for index in row if nodes[index + 1].kind == ","), first)
    title = _office(nodes[first])
    if title is None:
        return
    comma = first + 1
    while comma < min(len(nodes) - 1, first + _CLOSE) and (nodes[comma].kind == "DAT" or nodes[comma].low in _BETWEEN_DAYS):
        comma += 1
    if comma + 1 >= len(nodes) or nodes[comma].kind != "," or nodes[comma + 1].kind != "PER":
        return
    finding = _claim(sentence, nodes[comma + 1], title, "opening", "former" if once else title.status)
    date_span(nodes, first + 1, finding)
    if finding.status == "former" and (nodes[first].low.startswith(("a ", "an ")) or first or finding.until is not None):
        yield finding


def _inserted(sentence: Sentence) -> Iterator[Finding]:
    """Read 'A, until now bishop of X,', 'A, until recently the head of Y,', 'the governor of X at the time, A'."""
    nodes = sentence.nodes
    for index, node in enumerate(nodes):
        title = _office(node)
        if title is None or index < 1:
            continue
        if (
            index + 5 < len(nodes)
            and [item.low for item in nodes[index + 1 : index + 5]] == ["at", "the", "time", ","]
            and nodes[index + 5].kind == "PER"
            and title.definite
        ):
            yield _claim(sentence, nodes[index + 5], title, "at-the-time", "former")
            continue
        if nodes[index - 1].low == "as" and index > 1 and nodes[index - 2].low == "who" and not title.determiner:
            # 'A, who as foreign minister talked two armies back,'
            group = group_after(sentence, index)
            named = index > 3 and nodes[index - 3].kind == "," and nodes[index - 4].kind == "PER"  # noqa: PLR2004  # the name, its comma, 'who as'
            if named and group is not None and group.first == index + 1 and group.over:
                yield _claim(sentence, nodes[index - 4], title, "who-as", "former")
            continue
        now = node.low.startswith(("now ", "recently ", "then "))
        mark = index - 1
        while mark > 0 and (nodes[mark].kind in {"d", "r"} or (nodes[mark].kind == "DAT" and nodes[mark - 1].low == "until")):
            mark -= 1
        until = nodes[mark].low == "until" and (now or mark < index - 1)
        if until and mark > 1 and nodes[mark - 1].kind == "," and nodes[mark - 2].kind == "PER":
            finding = _claim(sentence, nodes[mark - 2], title, "until", "former")
            date_span(nodes, mark, finding)
            yield finding


def _spell(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    """Read 'had a spell as caretaker', 'enjoyed a long career as director'."""
    nodes = sentence.nodes
    for index in range(group.last, min(len(nodes) - 2, group.last + _CLOSE)):
        if nodes[index].kind in {",", ".", "v", "u", "PRO", "s"}:
            return
        if nodes[index].low.split()[-1] in _SPANS and nodes[index + 1].low == "as":
            holder = _holder(sentence, group)
            if holder is None:
                return
            for title in _offices(nodes, _behind_article(nodes, index + 2)):
                if _status(group, title) == "former":
                    yield _claim(sentence, holder, title, "spell", "former")
            return


def _ran(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    """Read 'ruled Ghana as president from 2012 to 2017', 'ran Acme as chief executive until May'."""
    nodes = sentence.nodes
    at = group.last
    while at < len(nodes) and at < group.last + 3 and nodes[at].kind in {"d", "x", "p", "A", "ADJ", "#"} and nodes[at].low != "as":
        at += 1
    body = nodes[at] if at < len(nodes) else None
    named = body is not None and body.kind in {"ORG", "LOC"}
    mark = at + 1 if named else at
    if mark + 1 >= len(nodes) or nodes[mark].low != "as" or mark == group.last:
        return
    behind = _behind_article(nodes, mark + 1)
    title = _office(nodes[behind])
    holder = _holder(sentence, group)
    if title is None or holder is None:
        return
    if title.of is None:
        if not _SPANS.isdisjoint(node.low for node in nodes[group.last : mark]):
            return
        if named and body is not None:
            title = evolve(title, of=body.name or body.text, of_kind="O" if body.kind == "ORG" else "G", of_value=body.value)
        else:
            words = " ".join(sentence.text[nodes[group.last].start : nodes[mark - 1].end].split())
            title = evolve(title, of=words.removeprefix("the "), of_kind="x", of_value=None)
    finding = _claim(sentence, holder, title, "ran", _status(group, title))
    finding.tense = "past" if group.tense == "past" else None
    date_span(nodes, behind + 1, finding, holds=group.tense != "past")
    yield finding


def _held(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    """Read 'has held the posts of minister of trade and minister of health'; one post that somebody 'holds' or 'held' is told elsewhere."""
    nodes = sentence.nodes
    for index in range(group.last, min(len(nodes) - 2, group.last + _CLOSE)):
        if nodes[index].kind in {",", ".", "PRO", "s"}:
            return
        if nodes[index].low in _POSTS and nodes[index].low.endswith("s") and nodes[index + 1].low in {"of", "as"}:
            holder = _holder(sentence, group)
            offices = _offices(nodes, index + 2)
            if holder is not None and (group.over or group.perfect) and len(offices) > 1:
                for title in offices:
                    yield _claim(sentence, holder, title, "posts", "former")
            return


def _rose(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    """Read 'was promoted from deputy director to director', 'moved from water minister to transport minister in June'."""
    nodes = sentence.nodes
    at = group.last
    if at + 3 >= len(nodes):
        return
    if nodes[at].kind == "PER" and not group.passive:
        holder: Node | None = nodes[at]
        at += 1
    else:
        holder = _holder(sentence, group)
    if holder is None or at + 3 >= len(nodes) or nodes[at].low != "from":
        return
    old = _office(nodes[at + 1])
    mark = at + 2
    new = _office(nodes[mark + 1]) if nodes[mark].low == "to" else None
    if old is None or new is None:
        return
    if old.of is None and new.of is not None:
        old = evolve(old, of=new.of, of_kind=new.of_kind, of_value=new.of_value)
    gained = _gained(sentence, holder, new, "rose", group)
    gained.tense = gained.tense or "past"
    day = mark + 2 + (mark + 2 < len(nodes) and nodes[mark + 2].low in {"in", "on", "from"})
    gained.since = nodes[day].value if day < len(nodes) and nodes[day].kind == "DAT" else None
    yield gained
    yield _claim(sentence, holder, old, "rose", "current" if _is_coming(group) else "former")


def _takes_on(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    """Read 'takes on added responsibility as Minister of Trade', 'took on the role of treasurer'."""
    nodes = sentence.nodes
    for index in range(group.last, min(len(nodes) - 2, group.last + _CLOSE)):
        if nodes[index].kind in {",", ".", "PRO", "s", "PER"}:
            return
        if nodes[index].low in _DUTIES and nodes[index + 1].low == "as":
            title, holder = _office(nodes[index + 2]), _holder(sentence, group)
            if title is not None and holder is not None:
                yield _gained(sentence, holder, title, "take-on", group)
            return


def _last_post(sentence: Sentence) -> Iterator[Finding]:
    """Read 'A's last post was as ambassador to Gabon', 'her previous role was head of sales'."""
    nodes = sentence.nodes
    for index, node in enumerate(nodes[1:-2], 1):
        if node.low not in _POSTS:
            continue
        start = index
        while start > 1 and nodes[start - 1].kind in {"x", "m", "p", "r", "ADJ"} and start > index - 3:
            start -= 1
        verb = group_before(sentence, index + 2)
        if (
            _EARLIER.isdisjoint(item.low for item in nodes[start:index])
            or verb is None
            or verb.first != index + 1
            or verb.lemma != "be"
            or verb.tense != "past"
            or verb.negative
        ):
            continue
        owner = nodes[start - 1]
        person = nodes[start - 2] if owner.kind == "s" and start > 1 else owner
        if person.kind != "PER" and not (person.kind == "PRO" and person.low in {"his", "her", "my"}):
            continue
        behind = verb.last
        while behind < len(nodes) - 1 and (nodes[behind].low in {"as", "that", "of"} or nodes[behind].kind in {"d", "r"}):
            behind += 1
        title = _office(nodes[behind])
        if title is not None:
            yield _claim(sentence, person, title, "last-post", "former")
