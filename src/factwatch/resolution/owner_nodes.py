"""Nodes that may be the owner of an office, or are none: a state, a body, a place that only says where somebody is from."""

from __future__ import annotations

from typing import Final

from factwatch.annotation.wordlists import Body
from factwatch.extraction.clauses import Sentence
from factwatch.extraction.phrases import Node, Title
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import Place
from factwatch.resolution.bodies import nation_of, strip_article

_OWN_BOARDS: Final = words_of(data_file("references.yaml")["own_boards"])
_LANDS: Final = words_of(data_file("references.yaml")["states"])
_SENDING: Final = words_of(data_file("references.yaml")["sending"])


def gapped(sentence: Sentence, title: Title) -> Node | None:
    """Return Oslo in 'Rome was represented by A and Oslo by its deputy minister, B'."""
    at = next((index for index in range(len(sentence.nodes) - 1, 1, -1) if sentence.nodes[index].end <= title.start), 0)
    nodes = sentence.nodes
    return nodes[at - 1] if at > 1 and nodes[at].low == "by" and nodes[at - 1].kind == "LOC" and nodes[at - 2].low in {"and", ","} else None


def modifies(sentence: Sentence, at: int) -> bool:
    """Tell whether a place only says where a firm is: 'the Nevada gaming operator promoted its general counsel'."""
    nodes = sentence.nodes
    if nodes[at].kind != "LOC" or not 0 < at < len(nodes) - 1 or nodes[at - 1].kind != "d":
        return False
    return (
        (nodes[at + 1].kind in {"x", "p"} or nodes[at + 1].low.endswith("ing"))
        and nodes[at + 1].text.islower()
        and nodes[at + 1].start == nodes[at].end + 1
    )


def served(node: Node, title: Title) -> str | None:
    """Return the body of the office that *node* names, 'party' in "the party's leader", another one than *title*; None for none."""
    if node.kind not in {"PER", "TTL"}:
        return None
    kinds = {"O", "this", "G"} if title.head.group == "sport" else {"O", "this"}
    owned = (own for own in reversed(node.titles) if own is not title and own.of and own.of != "its")
    return next((own.of for own in owned if own.of_kind in kinds and own.of not in _LANDS), None)


def owner_within(node: Node) -> str:
    """Return the name behind 'of' in the words of a group: 'executives of Kestrel'; else ''."""
    owner = strip_article(node.text.partition(" of ")[2])
    return owner if owner[:1].isupper() and "," not in owner else ""


def is_home(sentence: Sentence, at: int) -> bool:
    """Tell whether a place only says where somebody is from: 'elected A of Zimbabwe as its president'."""
    nodes = sentence.nodes
    return at > 1 and nodes[at].kind == "LOC" and nodes[at - 1].low == "of" and nodes[at - 2].kind == "PER"


def is_outlet(node: Node) -> bool:
    """Tell whether a body is one that brings news, or a bloc: nobody is promoted by those."""
    return isinstance(node.value, Body) and node.value.kind in {"outlet", "bloc"}


def is_body(node: Node) -> bool:
    """Tell whether a node names a body: a forum is one as well as an event."""
    return node.kind == "ORG" or (node.kind == "EVT" and (node.name or node.text).endswith(" Forum"))


def is_state(node: Node) -> bool:
    """Tell whether a node names a country, or a part of one."""
    return node.kind == "LOC" and isinstance(node.value, Place) and node.value.kind in {"country", "division"}


def is_own_board(node: Node) -> bool:
    """Tell whether a node is the board of some body, which owns no office itself: 'the board', 'the new board'."""
    return node.low in _OWN_BOARDS or (node.kind == "GRP" and node.value == "board" and " of " not in node.low)


def sender(title: Title, sentence: Sentence) -> str | None:
    """Return the state that sends somebody: 'Ghana is sending Foreign Minister A'."""
    if title.head.group != "state" or title.determiner or title.status == "former":
        return None
    nodes = sentence.nodes
    at = next((index for index in range(len(nodes)) if nodes[index].end > title.start), 0) - 1
    if at < 1 or getattr(nodes[at].value, "lemma", "") not in _SENDING:
        return None
    at -= 1
    while at > 0 and nodes[at].kind in "ur":
        at -= 1
    land = nodes[at].value if nodes[at].kind == "LOC" else None
    return nation_of(land) if isinstance(land, Place) and land.kind == "country" else None
