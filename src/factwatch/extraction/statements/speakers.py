"""Noun phrases that speak: where one begins and ends, who speaks through it, how far it is a name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import NOUN_PHRASES, Sentence
from factwatch.extraction.phrases import Node
from factwatch.lexicon.loader import data_file, words_of

COMMON: Final = frozenset({"x", "p", "m", "h", "#", "ADJ", "v"})
_PAIRS: Final = words_of(data_file("references.yaml")["pairs"])
_EPITHETS: Final = words_of(data_file("references.yaml")["epithets"])
_OF_OTHERS: Final = ("hosts", "peers", "successors", "predecessors")
_RELATIONS: Final = frozenset().union(*(words_of(data_file("references.yaml")[key]) for key in _OF_OTHERS))


@cache
def words(key: str) -> frozenset[str]:
    """Return one list of the speech lexicon."""
    return words_of(data_file("speech.yaml")[key])


def noun_phrase(sentence: Sentence, at: int) -> tuple[Node | None, int]:
    """
    Read the noun phrase that begins at node *at*.

    Returns its node (None where it is no speaker: a report, a sign) and the index after it; (None, at) where there is none.
    """
    nodes = sentence.nodes
    index, count = at, len(nodes)
    while index < count and nodes[index].kind == "d":
        index += 1
    if index >= count:
        return None, at
    if nodes[index].kind in NOUN_PHRASES:
        end = _past_modifiers(nodes, index + 1)
        if end < count and nodes[end].kind == "s":
            last = _common_end(nodes, end + 1)
            if nodes[index].kind == "PER" and ("," in nodes[index].text or end > index + 1):
                # 'A, head of the president's press office', 'A of the farmers' union'
                return nodes[index], min(count, last + (last == end + 1))
            if last == end + 1 and last < count and nodes[last].kind in NOUN_PHRASES:
                return owned(sentence, index, last + 1), last + 1
            return (owner(sentence, index, last), last) if last > end + 1 else (None, last)
        if end < count and nodes[end].kind in {"x", "p"} and nodes[index].kind in {"PRO", "LOC", "ORG"}:
            last = _common_end(nodes, end)
            return owner(sentence, at, last), last
        return nodes[index], end
    last = _common_end(nodes, index)
    if last == index:
        return None, at
    if last < count and nodes[last].kind == "PER" and (nodes[at].low in {"a", "an"} or (index == at and nodes[last - 1].text.islower())):
        # 'a beaming A', 'plant chairperson A'
        return nodes[last], last + 1
    return owner(sentence, at, last), _past_modifiers(nodes, last)


def _past_modifiers(nodes: Sequence[Node], at: int) -> int:
    """Return the index after prepositional phrases: 'a spokesman for the ministry', 'the bishop of X'."""
    count = len(nodes)
    while at + 1 < count and nodes[at].low in {"of", "for", "from", "with"}:
        inner = at + 1
        if nodes[inner].kind == "d" and inner + 1 < count:
            inner += 1
        if nodes[inner].kind in NOUN_PHRASES or nodes[inner].kind == "ADJ":
            at = inner + 1
        else:
            last = _common_end(nodes, inner)
            if last == inner:
                break
            at = last
    return at


def _common_end(nodes: Sequence[Node], at: int) -> int:
    while at < len(nodes) and nodes[at].kind in COMMON:
        at += 1
    return at


def common_noun(nodes: Sequence[Node], before: int) -> int | None:
    """Return the index where the common noun phrase before index *before* begins: 'one shopkeeper', 'a poster'."""
    at = before - 1
    while at >= 0 and nodes[at].kind == "r":
        at -= 1
    if at < 0 or nodes[at].kind not in COMMON:
        return None
    while at >= 0 and nodes[at].kind in COMMON:
        at -= 1
    if at >= 0 and (nodes[at].kind in {"d", "s"} or nodes[at].kind in NOUN_PHRASES):
        if nodes[at].kind == "s" and at > 0:
            return at - 1
        return at - 1 if nodes[at].kind != "d" and at > 0 and nodes[at - 1].kind == "d" else at
    return at + 1 if at < 0 or nodes[at].kind in {",", "QUO", "f", "-", ":"} else None


def owner(sentence: Sentence, first: int, last: int) -> Node | None:
    """
    Return who speaks through the noun phrase ``[first:last)``: 'the ministry's statement' is the ministry's, 'one shopkeeper' his own.

    A work, a sign or a study of nobody's gives None.
    """
    nodes = sentence.nodes
    noun = nodes[last - 1].low
    if noun in words("papers"):
        for node in nodes[first:last]:
            if node.kind in {"ORG", "PER", "TTL"} or is_body(node):
                return _definite(node)
        # 'a statement from the ministry', 'a report released by X'
        at = last
        at += at + 1 < len(nodes) and nodes[at].kind == "," and nodes[at + 1].low in words("issued")
        while at < len(nodes) and (nodes[at].low in words("issued") or nodes[at].low in words("issued_by")):
            at += 1
        speaker = noun_phrase(sentence, at)[0] if last < at < len(nodes) else None
        return speaker if speaker is not None and (speaker.kind in {"ORG", "PER", "TTL"} or is_body(speaker)) else None
    if noun in words("works"):
        return None
    if noun in words("outlets") and nodes[first].kind in {"PER", "ORG"} and nodes[first].name and last == first + 2:
        # 'Le Matin newspaper'
        return evolve(nodes[first], kind="ORG")
    return phrase(sentence, first, last)


def _definite(node: Node) -> Node:
    """Return 'a government' of 'a government statement' as the government."""
    article, _, noun = node.low.partition(" ")
    return evolve(node, low=f"the {noun}") if node.kind == "GRP" and article in {"a", "an"} else node


def phrase(sentence: Sentence, first: int, last: int) -> Node:
    """Return the nodes ``[first:last)`` as one speaker: a body where all are capitals ('State House'), else people that nobody names."""
    nodes = sentence.nodes
    start, end = nodes[first].start, nodes[last - 1].end
    noun = nodes[last - 1].value if nodes[last - 1].kind == "GRP" else nodes[last - 1].low
    text = sentence.text[start:end]
    capitals = text.split()[1:] if nodes[first].kind == "d" else text.split()
    peoples = any(node.kind == "ADJ" for node in nodes[first:last])
    if first and not peoples and len(capitals) > 1 and all(word[0].isupper() for word in capitals):
        return Node("ORG", first, last, start, end, text, text.lower(), name=text)
    nation = nodes[last - 1].value if nodes[last - 1].kind == "ADJ" else None
    return Node("GRP", first, last, start, end, text, text.lower(), value=noun, name=text, nation=nation)


def owned(sentence: Sentence, first: int, last: int) -> Node | None:
    """Read a body named by whose it is: 'the Prime Minister's Office', 'the president's Secretariat'."""
    nodes = sentence.nodes
    node = nodes[last - 1]
    start, end = nodes[first].start, node.end
    text = sentence.text[start:end]
    if nodes[first].kind == "PER" and nodes[first].name:
        # 'Prime Minister A's office' is A's
        text = f"{nodes[first].name}{sentence.text[nodes[first].end : end]}"
    if node.kind == "ORG" or (node.kind == "GRP" and node.text[:1].isupper()):
        return Node("ORG", first, last, start, end, text, text.lower(), name=text)
    if node.kind in {"PER", "TTL"}:
        return node
    return Node("GRP", first, last, start, end, text, text.lower(), value=node.value, name=text)


def is_description(node: Node) -> bool:
    """Tell whether a phrase picks up a person by age, origin or children: 'the 58-year-old', 'the Brazilian', 'the mother of three'."""
    phrase = node.text.split()
    if node.kind != "GRP" or len(phrase) < 2 or phrase[0].lower() != "the":  # noqa: PLR2004  # article and noun
        return False
    if phrase[1] in words("parents") or any(word.endswith("-year-old") for word in phrase):
        return True
    noun = phrase[-1]
    if is_of_two(node):
        return True
    if noun == "international" or (noun in _EPITHETS and len(phrase) == 2):  # noqa: PLR2004
        return True
    return noun[0].isupper() and len(phrase) <= 3 and not noun.endswith("s") and not is_body(node)  # noqa: PLR2004


def is_of_two(node: Node) -> bool:
    """Tell whether a phrase means one of two: 'the latter'."""
    return node.low in {"the latter", "the former"}


def is_relation(node: Node) -> bool:
    """Tell whether a phrase picks up a person by another: 'her successor', 'his predecessor'."""
    owner, _, noun = node.low.partition(" ")
    return node.kind == "GRP" and owner in {"his", "her"} and noun in _RELATIONS


def is_body(node: Node) -> bool:
    """Tell whether a group is a body ('the ministry') rather than people ('officials')."""
    return node.kind == "GRP" and isinstance(node.value, str) and node.value in words("bodies")


def confidence_of(speaker: Node) -> float:
    """Return how much a statement of *speaker* is believed; 0.4 for people that nobody names."""
    if speaker.kind == "PER":
        return 0.92
    if speaker.kind == "TTL":
        title = speaker.titles[0]
        return 0.4 if title.determiner in {"a", "an", "one", "another", "some", "any"} or not (title.definite or title.of) else 0.88
    if speaker.kind == "PRO":
        return 0.88 if speaker.low in {"he", "she", "his", "her", "him"} else 0.6 if speaker.low == "it" else 0.4
    if speaker.kind == "ORG":
        return 0.85
    if speaker.kind == "LOC":
        return 0.7
    if speaker.kind == "GRP":
        if isinstance(speaker.value, list):
            return 0.85
        if is_of_two(speaker):
            return 0.75
        if speaker.low in _PAIRS:
            return 0.6
        if is_description(speaker) or is_relation(speaker):
            return 0.75
        definite = speaker.low.startswith(("the ", "its ")) or speaker.nation is not None or "'s " in speaker.low or "’s " in speaker.low
        return 0.6 if definite and is_body(speaker) else 0.4
    return 0.0
