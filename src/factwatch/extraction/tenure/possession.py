"""What stands around a noun of becoming or leaving: whose it is, who is named behind it, the office after 'as'."""

from __future__ import annotations

from typing import Any, Final

from factwatch.annotation.dates import DateExpression
from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.tenure.frames import POST_NOUNS
from factwatch.extraction.tenure.offices import is_office

_IN_THE: Final = ["in", "the"], ["in", "that"]
_CLAUSE: Final = 7
"""Nodes from 'who' to the pronoun that means the same."""


def post_finding(  # noqa: PLR0917  # what a title is made of
    sentence: Sentence, first: Node, last: Node, who: Node, title: Title | None, rule: str, status: str, **extra: Any
) -> Finding:
    """Build the finding of one holder, from the words at *first* to those at *last*."""
    finding = Finding(
        "title",
        f"tenure/{rule}",
        sentence.unit.index,
        min(first.start, who.start),
        max(last.end, who.end),
        who=[who],
        title=title,
        status=status,
    )
    for name, value in extra.items():
        setattr(finding, name, value)
    return finding


def owner_of(nodes: list[Node], at: int) -> Node | None:
    """Return whose noun stands at *at*: 'her ... successor', 'the minister's predecessor', 'X's term'."""
    index = at - 1
    while index >= 0 and nodes[index].kind in {"x", "p", "r", "m", "#", "ADJ", "DAT"} and at - index < 5:  # noqa: PLR2004  # adjectives between
        index -= 1
    if index < 0:
        return None
    node = nodes[index]
    if node.kind == "PRO" and node.low in {"his", "her", "my", "your"}:
        return _who_before(nodes, index) or node
    if node.kind == "PRO" and node.low == "whose":
        before = nodes[index - 1] if index else None
        if before is not None and before.kind == ",":
            before = nodes[index - 2] if index > 1 else None
            if before is not None and before.kind == "LOC" and index > 3 and nodes[index - 3].low == "of":  # noqa: PLR2004
                # 'A of Ireland, whose mandate runs out in May'
                before = nodes[index - 4]
        return before if before is not None and before.kind in {"PER", "TTL"} else None
    if node.kind == "s" and index and nodes[index - 1].kind in {"PER", "TTL"}:
        return nodes[index - 1]
    return None


def _who_before(nodes: list[Node], at: int) -> Node | None:
    """Return A of 'A, who had submitted his resignation', where 'his' at *at* is A's."""
    for index in range(at - 1, max(1, at - _CLAUSE), -1):
        if nodes[index].kind in {"PER", "PRO", "TTL", ",", "QUO", ";"} or nodes[index].low in {"that", "which", "and"}:
            return None
        if nodes[index].low == "who":
            before = nodes[index - 1]
            before = nodes[index - 2] if before.kind == "," and index > 1 else before
            return before if before.kind == "PER" else None
    return None


def named_behind(nodes: list[Node], at: int) -> Node | None:
    """Return the person in apposition to the noun at *at*: 'her successor, B,', 'his predecessor B', 'her forerunner in the post, A'."""
    index = at + 1
    if [node.low for node in nodes[index : index + 2]] in _IN_THE and index + 2 < len(nodes) and nodes[index + 2].low in POST_NOUNS:
        index += 3
    if index < len(nodes) and nodes[index].kind in {",", "(", ":", "-"}:
        index += 1
        while index < len(nodes) and nodes[index].kind in {"d", "x", "r", "ADJ"} and index - at < 5:  # noqa: PLR2004  # 'the hydrologist B'
            index += 1
    return nodes[index] if index < len(nodes) and nodes[index].kind == "PER" else None


def of_known(finding: Finding, owner: Node, *, same: bool) -> Finding:
    """Let *finding* be of the office that *owner* is known for elsewhere; *same*: the owner is its holder."""
    finding.extra["office_of"] = owner
    finding.extra["same_person"] = same
    return finding


def back_to(nodes: list[Node], at: int, owner: Node) -> int:
    """Return the index of *owner*, which stands within a few nodes before *at*."""
    return next((index for index in range(at - 1, max(-1, at - 10), -1) if nodes[index] is owner), at)


def office_behind(nodes: list[Node], at: int) -> Title | None:
    """Return the office in 'as TITLE' right behind the index *at*."""
    index = at + 1
    if index < len(nodes) and nodes[index].low in {"as", "to"}:
        index += 1
        while index < len(nodes) and nodes[index].kind in {"d", "r"}:
            index += 1
        if index < len(nodes) and nodes[index].kind == "TTL" and is_office(nodes[index].titles[0]) and not nodes[index].titles[0].plural:
            return nodes[index].titles[0]
    return None


def day_behind(nodes: list[Node], at: int) -> DateExpression | None:
    """Return the day at the node *at*, with its 'on' or 'in'."""
    at += at < len(nodes) and nodes[at].low in {"on", "in"}
    date = nodes[at].value if at < len(nodes) and nodes[at].kind == "DAT" else None
    return date if isinstance(date, DateExpression) else None
