"""Several people told as one: 'the two leaders', 'both sides', 'ministers from X and Y'."""

from __future__ import annotations

import re
from typing import Final

from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.words import NO_PAIR, PLURAL_HEADS, PLURAL_PARTIES
from factwatch.extraction.phrases import Node

_PLURAL_OF: Final = re.compile(rf"(?:the |all )?(?:\(?[\w'’-]+\)? ){{0,6}}(?:{'|'.join(sorted(PLURAL_HEADS, key=len, reverse=True))})\b")
_OF_LANDS: Final = re.compile(r"(?:[Tt]he )?(?:[A-Z][\w-]+(?:, | and |, and )){1,6}[A-Z][\w-]+ [a-z -]+$")
"""'Thai and Cambodian commanders'."""
_PAIR: Final = re.compile(r"(?:the two|both|the three) (?:[\w-]+ )?[\w-]+s$|(?:the two|both) (?:men|women)$")


def is_plural_party(node: Node) -> bool:
    """Tell whether the node is several people who can meet each other: 'the two leaders', 'ministers from X and Y'."""
    if node.kind == "PRO":
        return node.low in {"they", "both"}
    if node.kind == "TTL":
        return node.titles[0].plural
    if node.kind != "GRP":
        return False
    several = _OF_LANDS.match(node.text) is not None and node.low.endswith("s")
    return several or isinstance(node.value, list) or node.low in PLURAL_PARTIES or _PLURAL_OF.match(node.low) is not None


def is_pair(node: Node) -> bool:
    """Tell whether the node speaks of people named before: 'the two', 'they', 'both leaders'."""
    if node.kind == "PRO":
        return node.low in {"they", "them", "their", "both"}
    return node.low in PLURAL_PARTIES or (
        node.kind in {"GRP", "TTL"} and _PAIR.match(node.low) is not None and node.low.split()[-1] not in NO_PAIR
    )


def is_assembly(node: Node) -> bool:
    """Tell whether the node is several office holders told as one: 'the foreign ministers of X, Y and Z'."""
    return node.kind in {"GRP", "TTL"} and not is_pair(node) and is_plural_party(node)


def unnamed(node: Node) -> Node:
    """Return the group without the name that is its body's: 'leaders of the Crow Nation', 'advisers of President X' are unnamed."""
    people = node.value
    if len(people) == 1 and people[0].titles and (people[0].titles[0].of == people[0].name or people[0].titles[0].head.plural):
        return Node("GRP", node.first, node.last, node.start, node.end, node.text, node.low, name=node.text)
    return node


def mark_plural(finding: Finding, who: list[Node], other: list[Node]) -> None:
    """Mark a meeting that several have among themselves: 'the two met', 'the foreign ministers of X, Y and Z met'."""
    if other:
        return
    if all(is_pair(node) for node in who):
        finding.extra["pair"] = True
    elif len(who) == 1 and is_assembly(who[0]):
        finding.extra["assembly"] = True
