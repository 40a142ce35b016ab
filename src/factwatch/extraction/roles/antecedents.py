"""What 'it' is in 'A will lead it', 'It is headed by A': the inquiry, team or talks spoken of just before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.noun_phrases import phrase_at
from factwatch.extraction.roles.objects import CHAIRED, HOSTED

_NOUNS: Final = CHAIRED | HOSTED
_OPENING: Final = frozenset({"d", "p", "m", "#", "ADJ", "s", "x", "TTL", "LOC"})


def spoken_of(sentences: Sequence[Sentence], at: int, offset: int) -> str | None:
    """
    Return what can be led or hosted and is named last before *offset*, in the sentence *at* or first in the one before it.

    Args:
        sentences: All sentences.
        at: Index of the one with 'it'.
        offset: Where 'it' stands.
    """
    here = [index for index, node in enumerate(sentences[at].nodes) if node.end <= offset and _can_be(sentences[at], index)]
    # "had planned to lead the delegation to the summit; A will now head it"
    here = [index for index in here if not _belongs(sentences[at].nodes, index, here)]
    if here:
        return _words(sentences[at], here[-1])
    if at == 0:
        return None
    before = sentences[at - 1]
    first = next((index for index in range(len(before.nodes)) if _can_be(before, index)), None)
    return _words(before, first) if first is not None else None


def _belongs(nodes: Sequence[Node], index: int, others: Sequence[int]) -> bool:
    """Tell whether the node only says more of one of the *others*: 'the delegation to | the summit'."""
    before = index - 1 - (index > 0 and nodes[index - 1].kind == "d")
    return before > 0 and nodes[before].low in {"to", "of", "on"} and before - 1 in others


def _can_be(sentence: Sentence, index: int) -> bool:
    node = sentence.nodes[index]
    if node.kind in {"ORG", "EVT"}:
        return True
    if node.kind == "GRP" and isinstance(node.value, str):
        return node.value in _NOUNS
    return node.kind == "x" and node.low in _NOUNS


def _words(sentence: Sentence, index: int) -> str | None:
    """Return the phrase around the noun at the node *index*."""
    nodes = sentence.nodes
    if nodes[index].kind in {"ORG", "EVT"}:
        return nodes[index].name or nodes[index].text
    first = index
    while first > 0 and nodes[first - 1].kind in _OPENING and index - first < len(_OPENING) - 1:
        first -= 1
        if nodes[first].kind == "d":
            break
    phrase = phrase_at(sentence, first)
    return phrase.text if phrase is not None else None
