"""Those who meet: people, bodies, and groups that nobody names."""

from __future__ import annotations

import re
from typing import Final

from factwatch.extraction.clauses import NOUN_PHRASES, Sentence, list_from
from factwatch.extraction.context import is_place
from factwatch.extraction.meetings.words import NO_PARTY, PEOPLE_ENDINGS, PLURAL_PARTIES
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node

_LENGTH: Final = 6
"""No more words describe a group, in nodes."""
_ENDING: Final = 4
"""A word this short has no ending to tell it by: 'men', 'ears'."""
_PLURAL_OF: Final = re.compile(
    r"(?:the )?(?:leaders|heads of state|foreign ministers|ministers|presidents|prime ministers|officials) (?:of|from) "
)


def parties_from(passage: Passage, sentence: Sentence, at: int) -> tuple[list[Node], int]:
    """Return the people or bodies listed from the node *at* on, described groups ('port operators') among them."""
    nodes = sentence.nodes
    found: list[Node] = []
    index = at
    while index < len(nodes):
        members, end = list_from(
            sentence,
            index,
            lambda node: node.kind in NOUN_PHRASES and not _is_place_only(node) and node.low not in NO_PARTY,
        )
        if members:
            members[-1], end = _with_origin(sentence, members[-1], end)
            found += members
            index = end
        else:
            described = _described_group(passage, sentence, index)
            if described is None:
                break
            found.append(described)
            index = end = described.last
        skip = index
        while skip < len(nodes) and (nodes[skip].kind in {",", "d"} or nodes[skip].low in {"and", "as", "well", "with"}):
            skip += 1
        if (
            skip == index
            or skip >= len(nodes)
            or nodes[skip].kind in {"v", "u", "DAT"}
            or not any(node.low in {"and", ","} for node in nodes[index:skip])
        ):
            break
        if _described_group(passage, sentence, skip) is None and nodes[skip].kind not in NOUN_PHRASES:
            break
        if nodes[skip].kind in NOUN_PHRASES and (nodes[skip].low in {"he", "she", "they", "it", "who"} or _verb_follows(sentence, skip)):
            break
        index = skip
    return found, index


def _with_origin(sentence: Sentence, node: Node, at: int) -> tuple[Node, int]:
    """Return the group with the phrase that says which one: 'delegation of hauliers', 'clan leaders from Asaro and Bena'."""
    nodes = sentence.nodes
    if node.kind != "GRP" or isinstance(node.value, list) or at + 1 >= len(nodes) or nodes[at].low not in {"of", "from"}:
        return node, at
    end = at + 1
    while (
        end < len(nodes)
        and end - at < 9  # noqa: PLR2004  # a phrase, not a clause
        and (
            nodes[end].kind in {"d", "x", "p", "#", "LOC", "ORG", "EVT", "ADJ", "GRP", "m", "h"}
            or (nodes[end].kind == "PER" and nodes[at].low == "from")
            or (
                nodes[end].low in {"and", ","}
                and end + 1 < len(nodes)
                and (nodes[end + 1].kind in {"LOC", "ORG"} or (nodes[end + 1].kind == "PER" and nodes[at].low == "from"))
            )
        )
    ):
        end += 1
    if end == at + 1:
        return node, at
    text = sentence.text[node.start : nodes[end - 1].end]
    return Node(
        "GRP", node.first, end, node.start, nodes[end - 1].end, text, text.lower(), name=text, nation=node.nation, value=node.value
    ), end


def _verb_follows(sentence: Sentence, index: int) -> bool:
    """Tell whether the phrase at *index* is the subject of a following verb rather than another member of a list."""
    return any(group.first == index + 1 and not group.participle for group in sentence.groups)


def _is_place_only(node: Node) -> bool:
    return is_place(node) and node.kind == "LOC" and getattr(node.value, "kind", "") in {"city", "region", "division"}


def _described_group(passage: Passage, sentence: Sentence, at: int) -> Node | None:
    """Read 'port operators', 'women who run firms', 'the town's traders' as a group of people nobody names."""
    nodes = sentence.nodes
    index = at
    while (
        index < len(nodes)
        and index - at < _LENGTH
        and (
            nodes[index].kind in {"x", "p", "m", "ADJ", "d", "#", "h"}
            or (nodes[index].kind in {"LOC", "ORG"} and index + 1 < len(nodes) and nodes[index + 1].kind in {"x", "p"})
            or (nodes[index].kind == "PRO" and nodes[index].low in passage.lists.sets["possessives"])
        )
    ):
        low = nodes[index].low
        if (
            nodes[index].kind in {"x", "p"}
            and low.endswith(PEOPLE_ENDINGS)
            and "S" in passage.lists.classes.get(low, "S")
            and len(low) > _ENDING
        ):
            end = index + 1
            after = nodes[end] if end < len(nodes) else None
            if after is not None and after.kind in {"x", "p"}:
                index += 1
                continue
            while nodes[at].kind == "d" and at < index:
                at += 1
            first = nodes[at]
            text = sentence.text[first.start : nodes[index].end]
            return Node("GRP", at, end, first.start, nodes[index].end, text, text.lower(), name=text, value=low)
        index += 1
    grouped = at < index < len(nodes) and nodes[index].kind == "GRP" and not isinstance(nodes[index].value, list)
    if grouped and nodes[at].kind in {"x", "p"}:
        # 'branch managers', 'clan leaders'
        first, last = nodes[at], nodes[index]
        text = sentence.text[first.start : last.end]
        group = Node("GRP", at, index + 1, first.start, last.end, text, text.lower(), name=text, value=last.value)
        return _with_origin(sentence, group, index + 1)[0]
    return None


def is_plural_party(node: Node) -> bool:
    """Tell whether the node is several people who can meet each other: 'the two leaders', 'ministers from X and Y'."""
    if node.kind != "GRP":
        return False
    return isinstance(node.value, list) or node.low in PLURAL_PARTIES or _PLURAL_OF.match(node.low) is not None


def with_after(nodes: list[Node], noun: int) -> int:
    """Return the index after 'with' or 'between' that goes with the meeting noun, or 0."""
    index = noun + 1
    while index < len(nodes) and index - noun < 8:  # noqa: PLR2004  # the partner stands near
        node = nodes[index]
        if node.low in {"with", "between"}:
            return index + 1
        if node.kind in {"v", "u", ";", ".", "QUO", "PER", "TTL", "PRO"} or node.low in {"who", "which", "that"}:
            return 0
        if node.kind == "," and index - noun > 1:
            return 0
        index += 1
    return 0
