"""What stands before the noun of a relation: its determiner, its adjectives, and whom it belongs to."""

from __future__ import annotations

import re
from typing import Final

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.neighbours import group_at
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.noun_phrases import without_article
from factwatch.extraction.roles.relation_words import COUNT, RELATIONS, Naming
from factwatch.lexicon.loader import data_file, word_classes, words_of

_WORDS: Final = data_file("roles.yaml")
_DETERMINER: Final = re.compile(
    r"^(?:[^,]*?[’']s\s+|(?:one of )?(?:the|a|an|its|our|my|his|her|their|this|that|another)\s+|.*?[’']s?\s+)", re.IGNORECASE | re.DOTALL
)
_ADJECTIVAL: Final = frozenset({"x", "m", "p", "#", "ADJ"})
_ADVERBS: Final = words_of(_WORDS["rank_adverbs"])
_RANKS: Final = words_of(_WORDS["rank_adjectives"])
_OWN: Final = frozenset({"its", "our", "my"})
_POSSESSIVES: Final = _OWN | {"his", "her", "their"}
_GENITIVES: Final = ("'s", "’s", "'", "’")
_OWNER: Final = 3
"""Words of an owner nobody names: 'the flood relief fund'."""


def read_owner(naming: Naming) -> None:
    """Set the determiner, the owner, and where the phrase and its words begin."""
    node = naming.node
    opening = _DETERMINER.match(naming.inside)
    body = node.titles[0].of if node.titles and node.titles[0].of_kind not in {"this", "A"} else None
    if opening:
        _inside_node(naming, opening, body)
        return
    uncounted = COUNT.sub("", naming.inside)
    if body and uncounted.startswith(body):
        # 'EU member', 'BRICS members', 'four ASEAN members'
        naming.owner = body
        naming.start = node.start + len(naming.inside) - len(uncounted[len(body) :].lstrip())
        return
    before = _before_adjectives(naming)
    if before >= 0:
        _in_nodes_before(naming, before)


def _inside_node(naming: Naming, opening: re.Match[str], body: str | None) -> None:
    """Read a determiner in the noun's own node: 'its key ally', 'a NATO member', "the island's neighbour"."""
    node, written = naming.node, opening.group().strip()
    naming.determiner = written.lower()
    naming.start = node.start + opening.end()
    rest = naming.inside[opening.end() :]
    if body and rest.startswith(body) and len(rest) > len(body) and rest[len(body)].isspace():
        # 'a NATO member'
        naming.owner = body
        naming.start += len(rest) - len(rest[len(body) :].lstrip())
    if naming.determiner.endswith(_GENITIVES):
        title = node.titles[0] if node.titles else None
        naming.owner = title.of if title is not None and title.of_kind != "this" and title.of else without_article(written[:-2])
        naming.determiner = "'s"
    elif naming.determiner in _OWN:
        end = naming.start + len(naming.determiner)
        naming.owner = Node("PRO", node.first, node.first, naming.start, end, naming.determiner, naming.determiner)


def _before_adjectives(naming: Naming) -> int:
    """Take the adjectives before the noun into the phrase, and return the index of the node before them; -1 at the beginning."""
    sentence, nodes = naming.sentence, naming.nodes
    index = naming.at - 1
    while index >= 0 and (nodes[index].kind in _ADJECTIVAL or _is_adjectival(sentence, index)):
        if nodes[index].low == "and":
            index -= 1
        naming.first, naming.start = index, nodes[index].start
        index -= 1
    return index


def _is_adjectival(sentence: Sentence, at: int) -> bool:
    """Tell whether the node belongs to the adjectives for all that it is none: 'most', 'non-NATO', 'trusted', 'key and'."""
    node = sentence.nodes[at]
    if node.kind == "PER":
        return node.low.startswith("non-") or (node.low == "no." and sentence.nodes[at + 1].kind == "#")
    if node.kind == "v":
        return node.low.endswith(("ing", "ed")) and group_at(sentence, at) is None
    return (node.kind in {"r", "d"} and node.low in _ADVERBS) or _joins_adjectives(sentence.nodes, at)


def _joins_adjectives(nodes: list[Node], at: int) -> bool:
    """Tell whether 'and' at *at* stands between two adjectives: 'a key | and reliable partner'."""
    if at < 2 or nodes[at].low != "and" or nodes[at - 1].kind != "x" or nodes[at - 2].kind not in {"d", "s", "PRO"}:  # noqa: PLR2004  # a determiner and a word
        return False
    low = nodes[at - 1].low
    return low not in RELATIONS and (low in _RANKS or "J" in word_classes().get(low, ""))


def _in_nodes_before(naming: Naming, index: int) -> None:
    """Read a determiner or an owner in the nodes before the adjectives, the last of which is at *index*."""
    before = naming.nodes[index]
    if before.kind == "d" or (before.kind == "PRO" and before.low in _POSSESSIVES):
        naming.determiner, naming.first = before.low, index
        if before.kind == "PRO":
            naming.owner = before
    elif before.kind == "s" and index:
        _genitive(naming, index)
    elif before.kind in {"LOC", "ORG"}:
        _name_before(naming, index)


def _genitive(naming: Naming, index: int) -> None:
    """Read the owner before the "'s" at *index*: "Japan's largest partner", "the ferry fund's largest donor"."""
    nodes, first = naming.nodes, index - 1
    owner = nodes[first]
    naming.determiner = "'s"
    naming.owner = owner if owner.kind in {"LOC", "ORG", "PER"} else owner.text
    while owner.kind in {"x", "p"} and first > 0 and nodes[first - 1].kind in {"x", "p"} and index - first <= _OWNER:
        # "the ferry fund's"
        first -= 1
        naming.owner = naming.sentence.text[nodes[first].start : owner.end]
    while first > 0 and nodes[first - 1].kind in {"d", "ADJ"}:
        first -= 1
    naming.first = first


def _name_before(naming: Naming, index: int) -> None:
    """Read the owner whose name stands at *index* without more: 'a NATO ally', 'a close Togo ally'."""
    nodes, adjective = naming.nodes, index
    naming.owner = nodes[index]
    while adjective and nodes[adjective - 1].kind in {"x", "m", "#"}:
        adjective -= 1
    if not adjective or nodes[adjective - 1].kind != "d":
        naming.first = index
        return
    naming.determiner, naming.first = nodes[adjective - 1].low, adjective - 1
    if adjective < index:
        naming.before_owner = naming.sentence.text[nodes[adjective].start : nodes[index].start]
