"""How long an office is held, and by whom: 'A's term ends on 1 May', 'the post is held by A', 'ending the reign of A'."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from factwatch.annotation.dates import DateExpression
from factwatch.extraction.clauses import Sentence, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_at, group_before
from factwatch.extraction.phrases import Node
from factwatch.extraction.tenure.frames import POST_NOUNS
from factwatch.extraction.tenure.offices import is_office, main_title
from factwatch.extraction.tenure.possession import of_known, office_behind, owner_of, post_finding
from factwatch.extraction.tenure.telling import resolved
from factwatch.lexicon.loader import data_file, words_of

_ENDING: Final = words_of(data_file("tenure.yaml")["ending_words"])
_ENDED: Final = words_of(data_file("tenure.yaml")["ended_words"])
_PAST: Final = words_of(data_file("tenure.yaml")["of_other_times"])
_REACH: Final = 40
"""Nodes around a noun in which what belongs to it is looked for."""
_CLOSE: Final = 6
"""Nodes back from 'held by' to the office: 'minister of works, a post previously'."""
_TAKING_OVER: Final = frozenset({"take", "succeed", "replace", "follow"})


def term(sentence: Sentence, at: int, published: dt.date | None) -> Iterator[Finding]:
    """'his term ends on 31 May', 'whose mandate ran out on Sunday', 'her term as chair expires next year'."""
    nodes = sentence.nodes
    owner = owner_of(nodes, at)
    if owner is None:
        yield from _reign_of(sentence, at)
    if owner is None and at + 2 < len(nodes) and nodes[at + 1].low == "of" and nodes[at + 2].kind == "PER":
        # 'The term of A as governor ended'
        owner, at = nodes[at + 2], at + 2
    if owner is None:
        return
    title = office_behind(nodes, at)
    end = next((index for index in range(at + 1, min(len(nodes), at + 8)) if nodes[index].low in _ENDING or _is_over(nodes, index)), None)
    if end is None or any(node.low in {"not", "n't", "n’t", "could", "would", "might", "may", "if"} for node in nodes[at:end]):
        return
    date = next(
        (node.value for node in nodes[end : min(len(nodes), end + 6)] if node.kind == "DAT" and isinstance(node.value, DateExpression)),
        None,
    )
    past = nodes[end].low in _ENDED or _is_over(nodes, end)
    if (resolved(date, published, "past" if past else "future") if date is not None else None) is None and not (
        past and date is None and title is not None
    ):
        # but "A, whose tenure as coach lasted ten months"
        return
    status = "former" if past else "current"
    title = title or main_title(owner)
    finding = post_finding(
        sentence, owner, nodes[min(len(nodes) - 1, end + 2)], owner, title, "term", status, until=date, tense="past" if past else "future"
    )
    if title is None:
        of_known(finding, owner, same=True)
        before = group_before(sentence, at)
        coming = subject_of(sentence, before) if not past and before is not None and before.lemma in _TAKING_OVER else []
        if len(coming) == 1 and coming[0].kind in {"PER", "PRO"} and coming[0] is not owner:
            # 'the nominee will take over from A, whose term ends in June': the office that is to be hers
            finding.extra["or_office_of"] = coming[0]
    yield finding


def _is_over(nodes: list[Node], at: int) -> bool:
    """Tell whether 'is over' or 'came to an end' ends at *at*."""
    if nodes[at].low == "over":
        return nodes[at - 1].low in {"is", "'s", "’s", "was"}
    return nodes[at].low == "end" and at > 2 and nodes[at - 1].low == "an" and nodes[at - 3].low == "came"  # noqa: PLR2004  # 'came to an'


def _reign_of(sentence: Sentence, at: int) -> Iterator[Finding]:
    """Read 'The court elected B president, ending the nine-year reign of A': A has left the office that B got."""
    nodes, group = sentence.nodes, group_before(sentence, at)
    person = nodes[at + 2] if at + 2 < len(nodes) and nodes[at + 1].low == "of" else None
    if person is None or person.kind != "PER" or group is None or not group.participle or group.lemma != "end":
        return
    main = group_before(sentence, group.main)
    ahead = main is not None and main.tense == "future"
    finding = post_finding(sentence, nodes[at], person, person, None, "reign", "current" if ahead else "former")
    finding.extra["office_before"] = True
    yield finding


def held_before(sentence: Sentence, at: int) -> Iterator[Finding]:
    """Read 'minister of works, a post previously held by A', 'the office of the minister of trade vacated by A'."""
    nodes = sentence.nodes
    person = nodes[at + 2] if at + 2 < len(nodes) else None
    first = at
    while first > 0 and (nodes[first - 1].low in _PAST or nodes[first - 1].kind in {"r", "DAT"}):
        first -= 1
    over = nodes[at].low == "vacated" or any(node.low in _PAST for node in nodes[first:at])
    if person is None or person.kind != "PER" or not over or not first or nodes[first - 1].kind == "u":
        return
    if nodes[first - 1].kind == "v" and nodes[first - 1].low not in POST_NOUNS:
        return
    title = next((node.titles[0] for node in reversed(nodes[max(0, first - _CLOSE) : first]) if node.kind == "TTL"), None)
    if title is not None and is_office(title) and not title.plural:
        yield post_finding(sentence, nodes[at], person, person, title, "held-before", "former")


def held(sentence: Sentence, at: int) -> Iterator[Finding]:
    """Read 'The post of TITLE is currently held by A until DATE and from then by B'."""
    nodes = sentence.nodes
    group = group_at(sentence, at)
    if group is None or not group.passive or group.negative or at + 2 >= len(nodes) or nodes[at + 1].low != "by":
        return
    title = next(
        (node.titles[0] for node in nodes[max(0, group.first - _REACH) : group.first] if node.kind == "TTL" and is_office(node.titles[0])),
        None,
    )
    person = nodes[at + 2]
    if title is not None and title.head.name in {"chair", "co-chair", "captain"} and title.name.lower() == title.head.name:
        # 'the chair is held by': a role
        return
    if title is None and person.kind == "PER" and any(node.low in POST_NOUNS for node in nodes[max(0, group.first - 3) : group.first]):
        # 'from then the post is held by B'
        coming = any(node.low in {"then", "thereafter", "from"} for node in nodes[max(0, group.first - 6) : group.first])
        finding = post_finding(sentence, nodes[group.first], person, person, None, "held", "designate" if coming else "current")
        finding.extra["office_before"] = True
        yield finding
        return
    if title is None or person.kind != "PER" or title.head.group not in {"state", "body", "company", "sport", "church", "justice", "plain"}:
        return
    until = None
    rest = at + 3
    index = rest
    while index < len(nodes) and nodes[index].kind not in {"DAT", "PER", "QUO"} and index - rest < 3:  # noqa: PLR2004  # ', until'
        index += 1
    if index < len(nodes) and nodes[index].kind == "DAT" and nodes[index - 1].low in {"until", "till"}:
        until = nodes[index].value
    former = group.tense == "past" and "has" not in group.chain
    yield post_finding(
        sentence,
        nodes[group.first],
        person,
        person,
        title,
        "held",
        "former" if former else "current",
        until=until,
        tense="past" if former else "future",
    )
    # '... and from then by B'
    for later in range(index, min(len(nodes) - 1, index + _REACH)):
        if (
            nodes[later].low == "by"
            and nodes[later + 1].kind == "PER"
            and any(node.low in {"then", "thereafter", "from", "after"} for node in nodes[index:later])
        ):
            yield post_finding(
                sentence, nodes[later], nodes[later + 1], nodes[later + 1], title, "held", "designate", since=until, tense="future"
            )
            return
