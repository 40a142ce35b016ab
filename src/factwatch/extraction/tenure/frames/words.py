"""Other words behind a verb: the noun that stands for an office, who appoints, 'again'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.phrases import Node
from factwatch.extraction.tenure.frames.model import POST_NOUNS
from factwatch.extraction.tenure.frames.people import SKIPPED, named_agent
from factwatch.extraction.tenure.frames.walk import Walk
from factwatch.lexicon.loader import data_file, words_of

_AGAIN: Final = words_of(data_file("tenure.yaml")["again"])
_MAJESTIES: Final = frozenset({"his majesty", "her majesty"})


def read_word(walk: Walk, node: Node, at: int) -> int:
    """Keep the word at *at*."""
    frame, kind, low = walk.frame, node.kind, node.low
    if low in _AGAIN:
        frame.again = True
    noun = node.value if kind == "GRP" and isinstance(node.value, str) else low
    if noun in POST_NOUNS:
        frame.post = noun
    if kind in {"d", "r", "#", "PRO"} or low in SKIPPED:
        return at + 1
    following = walk.after(at)
    if following == "s" and (kind == "x" or low in _MAJESTIES) and at + 2 < len(walk.nodes) and walk.nodes[at + 2].kind == "TTL":
        # "appointed men's head coach"
        return at + 2
    if following == "," and kind in {"x", "p"} and walk.preposition == "by" and frame.passive and (behind := named_agent(walk, at)):
        return behind
    _note_body(walk, node)
    _note_noun(walk, node, noun)
    return at + 1


def _note_body(walk: Walk, node: Node) -> None:
    """Keep a body as the agent or the object."""
    frame = walk.frame
    if walk.preposition == "by" and node.kind in {"ORG", "GRP", "LOC"}:
        frame.agent = frame.agent or node
        walk.preposition = ""
    elif node.kind == "ORG" and not frame.passive and not walk.preposition and not frame.objects:
        frame.objects.append(node)


def _note_noun(walk: Walk, node: Node, noun: str) -> None:
    if node.low == "of" and walk.frame.post:
        # 'to the post of finance minister'
        walk.brought_by(walk.preposition if walk.preposition in {"as", "to", "from"} else "to")
    elif node.kind in {"x", "p", "v", "m", "h", "GRP"}:
        walk.frame.nouns.append(noun)
        walk.near = False
    elif node.kind not in {"f", "-"}:
        walk.near = False
