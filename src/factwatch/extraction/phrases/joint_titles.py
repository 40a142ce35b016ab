"""Two offices of one holder: 'the chairman and chief executive of X', 'Prime Minister and Finance Minister A'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.phrases.model import Node, Title
from factwatch.extraction.phrases.words import JOINT_HEADS

_JOINS: Final = frozenset({"and", "-", "–", "—", "/"})
_FIRMS: Final = frozenset({"company", "body"})
_SHARING: Final = frozenset({"company", "state", "body", "sport", "royal"})
"""Groups of offices that can have their body behind the next office: 'president and chief executive of X'."""


def joint_title(nodes: list[Node], at: int, text: str) -> bool:
    """Give the next but one both offices: 'the chairman and chief executive of X', 'Prime Minister and Finance Minister A'."""
    if at + 2 >= len(nodes) or nodes[at + 1].low not in _JOINS or nodes[at + 2].kind not in {"TTL", "PER"} or not nodes[at + 2].titles:
        return False
    if nodes[at + 2].kind == "TTL" and at + 3 < len(nodes) and nodes[at + 3].low == "and" and joint_title(nodes, at + 2, text):
        # 'Vice President and Prime Minister of X and Ruler of Y A'
        del nodes[at + 2 : at + 4]
    before, node = nodes[at], nodes[at + 2]
    first, second = before.titles[-1], node.titles[0]
    if _is_ones_own(nodes, at) or first.plural or second.plural or second.determiner or second.start != node.start:
        return False
    now = node.kind == "PER" and node.low.startswith(("now ", "currently ")) and nodes[at + 1].low == "and" and not first.determiner
    row = node.kind == "TTL" and _is_row(nodes, at, opens=at == 0)
    joint = first.head.name in JOINT_HEADS and second.head.name in JOINT_HEADS
    if nodes[at + 1].low != "and":
        if not _are_dashed(node, first, second, text):
            return False
    elif not (joint or row or now or (node.kind == "PER" and _bears_both(before, node, text, opens=at == 0))):
        return False
    if second.of is None and first.of is not None and not now and (row or first.determiner == "'s" or not joint):
        second.owned_by((first.of, first.of_kind, first.of_value))
    _join(before, node, text)
    return True


def _join(before: Node, node: Node, text: str) -> None:
    """Give *node* the offices of the one before it."""
    first, second = before.titles[-1], node.titles[0]
    node.titles = [*before.titles, *node.titles]
    share_body(node.titles[: len(before.titles) + 1], text)
    node.reach_back(before, text)
    if node.kind == "TTL":
        # the phrase is known by both offices; references look at the first one
        second.determiner, second.definite = first.determiner, first.definite
        node.name = node.text


def _is_ones_own(nodes: list[Node], at: int) -> bool:
    """Tell whether the second office begins a clause: 'A resigned as head coach and assistant coach B filled the role'."""
    if nodes[at + 2].kind != "PER" or not at or nodes[at - 1].low != "as":
        return False
    return at + 3 < len(nodes) and nodes[at + 3].kind in {"v", "u"}


def _are_dashed(node: Node, first: Title, second: Title, text: str) -> bool:
    """Tell whether a dash joins offices: 'Deputy Prime Minister - Minister of Foreign Affairs A'."""
    official = not first.determiner or (node.kind == "TTL" and second.of is not None)
    return official and _capital(first, text) and _capital(second, text)


def _bears_both(before: Node, node: Node, text: str, *, opens: bool) -> bool:
    """Tell 'Prime Minister and Finance Minister A' from 'the president and Prime Minister A'."""
    first, second = before.titles[-1], node.titles[0]
    owned = first.determiner == "'s" and first.of is not None
    if (first.determiner and not owned) or first.start != before.start or before.name == node.name:
        return False
    capitals = _capital(first, text), _capital(second, text)
    if first.of is not None and (first.head.group, second.head.group, second.of) != ("state", "state", None):
        # but 'Kazakh Deputy Prime Minister and Foreign Minister A', 'Prime Minister of X and Ruler of Y A'
        return second.of is not None and all(capitals) and not owned and opens
    return first.name[0].isupper() == second.name[0].isupper() and (opens or owned or capitals[0] == capitals[1])


def _capital(title: Title, text: str) -> bool:
    """Tell whether the noun of the office, not what stands before it, has a capital."""
    phrase = text[title.start : title.end]
    at = phrase.lower().find(title.head.name.partition(" ")[0])
    return phrase[max(at, 0)].isupper()


def _is_row(nodes: list[Node], at: int, *, opens: bool) -> bool:
    """Tell whether one name follows the two offices at *at*: 'Poland's deputy prime minister and digital affairs minister, A,'."""
    first, second = nodes[at].titles[-1], nodes[at + 2].titles[0]
    capitals = opens and nodes[at].text[0].isupper() and nodes[at + 2].text[0].isupper()
    if not (first.definite or capitals) or len(nodes[at].titles) > 1 or first.head.name == second.head.name:
        return False
    return [node.kind for node in nodes[at + 3 : at + 5]] == [",", "PER"]


def share_owner(out: list[Node], node: Node) -> None:
    """Give the second officer of 'Amber Air's chief executive A and chairman B' the body of the first."""
    if not node.titles or len(out) < 2 or out[-1].low != "and" or out[-2].kind != "PER" or not out[-2].titles:  # noqa: PLR2004  # A, 'and'
        return
    first, second = out[-2].titles[0], node.titles[0]
    if first.of is None or first.of_kind not in {"O", "N"} or first.start != out[-2].start or second.start != node.start:
        return
    if second.of is None and second.bare and not second.determiner and not second.status_word and second.head.group in _FIRMS:
        second.owned_by((first.of, first.of_kind, first.of_value))


def share_body(titles: list[Title], text: str) -> None:
    """Give the offices before the last one its body: 'president and chief executive of X'; or the others the first one's."""
    last = titles[-1]
    if last.of is None:
        _share_first(titles, text)
        return
    for title, following in zip(titles[-2::-1], titles[:0:-1], strict=True):
        if following.determiner and following.of_kind != "this":
            # 'Minister for Defence and the Secretary General of X'
            break
        if following.of is not None and _shares(title, following, last):
            title.owned_by((following.of, following.of_kind, following.of_value))


def _share_first(titles: list[Title], text: str) -> None:
    """Give the offices behind the first one its body: "A, Qatar's Prime Minister and Minister of Foreign Affairs,"."""
    first = titles[0]
    if first.of is None or text[first.start : first.end].endswith(first.of):
        # 'a partner at Bell & Moss, chief executive'
        return
    for title in titles[1:]:
        owned = first.determiner == "'s" and first.of_kind in {"G", "O"} and title.head.group == first.head.group
        if title.of is None and not title.determiner and (title.head.group in _FIRMS or owned):
            title.owned_by((first.of, first.of_kind, first.of_value))


def _shares(title: Title, following: Title, last: Title) -> bool:
    """Tell whether an office is of the body of the one behind it, but not in 'Prime Minister and TarnFirst Leader A'."""
    if title.of is not None or title.end >= last.start or title.head.group not in _SHARING:
        return False
    if (title.status == "former") != (following.status == "former"):
        # 'the outgoing chair and former Chadian prime minister': of two bodies
        return False
    if title.head.group == "state" and following.head.group == "plain":
        return False
    if title.head.group == "state" and not title.bare and following.head.group != "state" and following.of_kind not in {"G", "A"}:
        return False
    return not ((last.of or "").rpartition(" ")[2].lower() == "committee" and "director" in title.head.name)
