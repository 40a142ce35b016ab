"""Names with the offices that commas and brackets put beside them: 'A, the president of X,'."""

from __future__ import annotations

from typing import Final

from factwatch.annotation.wordlists import Wordlists
from factwatch.extraction.phrases.behind_names import read_behind
from factwatch.extraction.phrases.introduced_groups import respectively
from factwatch.extraction.phrases.introductions import Introductions
from factwatch.extraction.phrases.joint_titles import joint_title, share_owner
from factwatch.extraction.phrases.model import Node
from factwatch.extraction.phrases.words import BETWEEN, TAKING_IN, TRUSTING

_ASIDE: Final = 4
"""Nodes in which an office behind a name begins: '54, also'."""


class Appositions:
    """Joins names and offices that stand beside each other; one for each document."""

    def __init__(self, text: str, lists: Wordlists) -> None:
        self._text = text
        self._introductions = Introductions(text, lists)

    def join(self, nodes: list[Node]) -> list[Node]:
        """Return the nodes of a unit with names and offices joined; *nodes* is used up."""
        nodes = _owned_names(nodes, self._text)
        out: list[Node] = []
        at = 0
        while at < len(nodes):
            node = nodes[at]
            if node.kind == "PER":
                at = read_behind(nodes, at, self._text)
                share_owner(out, node)
                out.append(node)
            elif node.titles and node.kind in {"TTL", "GRP"}:
                at = self._join_office(nodes, at, out)
            else:
                out.append(node)
                at += 1
        return out

    def _join_office(self, nodes: list[Node], at: int, out: list[Node]) -> int:
        """Put the office at *at*, or the person it introduces, at the end of *out*; return the index after."""
        node = nodes[at]
        if node.kind == "TTL" and _is_styled(nodes, at):
            # 'The Princess Royal, Patron of the Lifeboat Society, visited'
            node.last = nodes[at + 3].last
            out.append(node)
            return at + 4
        taken = respectively(nodes, at, out) if node.kind == "GRP" else 0
        if taken:
            return taken
        if joint_title(nodes, at, self._text):
            return at + 2
        joined, at = self._introductions.read(nodes, at)
        out.append(joined)
        return self._described_again(nodes, at, joined) if joined.kind == "PER" and at < len(nodes) else at

    def _described_again(self, nodes: list[Node], at: int, person: Node) -> int:
        """
        Give the person whom an office has introduced the ones behind the name; return the index after them.

        'The president of Fiji, A, a former commander of the navy, said', 'the mayor, A (formerly a judge),'; never the next of a list.
        """
        named = at - 1 if nodes[at - 1] is person else at - 2
        bracket = named == at - 1 and nodes[at].kind == "("
        if named < 0 or nodes[named] is not person or not (bracket or (named == at - 2 and nodes[at - 1].kind == ",")):
            return at
        office = next((node for node in nodes[at : at + _ASIDE] if node.kind == "TTL"), None)
        if office is None or office.titles[0].plural:
            return at
        # 'his guest, A, the mayor of Lima', 'the governor, A, formerly the mayor of Lima'
        sure = person.titles[0].head.group == "weak" or nodes[at].low in BETWEEN
        if office.titles[0].determiner in {"the", "'s"} and not sure:
            return at
        return max(at, read_behind(nodes, named, self._text))


def _is_styled(nodes: list[Node], at: int) -> bool:
    """Tell whether a royal title stands for a person, with an office between commas behind it."""
    if nodes[at].titles[0].head.group != "royal" or [node.kind for node in nodes[at + 1 : at + 4]] != [",", "TTL", ","]:
        return False
    return nodes[at].titles[0].definite and not nodes[at + 2].titles[0].plural and not nodes[at + 2].titles[0].definite


def _owned_names(nodes: list[Node], text: str) -> list[Node]:
    """Tell people from places by the words before: "Vietnam's Nguyen Thi Hanh" is a person, 'in Malé' a place."""
    out: list[Node] = []
    for node in nodes:
        before = out[-1] if out else None
        if before is not None and node.kind == "PER" and not node.titles and not node.honorific:
            if before.kind == "s" and _is_owner_of(out, node):
                owner = out[-2]
                out[-2:] = []
                node.nation = owner.value
                node.reach_back(owner, text)
            elif _is_in(out):
                node.kind, node.value = "LOC", None
        elif (
            before is not None
            and node.kind == "s"
            and before.kind == "LOC"
            and before.value is None
            and len(out) > 1
            and out[-2].low == "in"
        ):
            # no place after all: 'in Rubio's view'
            before.kind = "PER"
        out.append(node)
    return out


def _is_in(out: list[Node]) -> bool:
    """Tell whether a place follows at the end of *out*: 'in', 'near', but not 'confidence in' and 'took in'."""
    if out[-1].low not in {"in", "near"} or out[-1].kind != "f":
        return False
    return len(out) < 2 or (out[-2].low not in TRUSTING and out[-2].low not in TAKING_IN)  # noqa: PLR2004  # the word before it


def _is_owner_of(out: list[Node], node: Node) -> bool:
    return len(out) > 1 and out[-2].kind in {"LOC", "ORG", "PER"} and not out[-2].titles and " " in (node.name or "")
