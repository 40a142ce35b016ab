"""Where a pronoun stands in its sentence: as subject or object of a verb, behind a fronted phrase, in a circumstance."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence, subject_of
from factwatch.extraction.phrases import Node
from factwatch.lexicon.loader import data_file, words_of
from factwatch.resolution.scene import SAYING, index_of, verb_behind

_CIRCUMSTANCES: Final = words_of(data_file("references.yaml")["circumstances"])
_OWNED_KINDS: Final = frozenset({"x", "p", "m", "#", "h", "v", "ADJ", "TTL", "EVT"})
"""Kinds of nodes behind 'her' of which it tells the owner: 'her office'."""


def is_said_by(node: Node, sentence: Sentence) -> bool:
    """Tell whether the pronoun is the subject of a verb of saying."""
    group = verb_behind(sentence, node)
    if group is None:
        # '"...", he said' as the end of a sentence
        return False
    return group.lemma in SAYING and (
        any(subject is node for subject in subject_of(sentence, group)) or sentence.nodes[group.first - 1] is node
    )


def is_object(node: Node, sentence: Sentence) -> bool:
    """Tell 'thanked her' and 'met him' from 'her office'."""
    if node.low == "him":
        return True
    if node.low != "her":
        return False
    nodes = sentence.nodes
    at = index_of(sentence, node)
    while at < len(nodes) and nodes[at].start < node.end:
        at += 1
    after = nodes[at] if at < len(nodes) else None
    return after is None or after.kind not in _OWNED_KINDS


def opens_circumstance(node: Node, sentence: Sentence) -> bool:
    """Tell whether 'where', 'before', 'when' or the like stands before the pronoun."""
    at = index_of(sentence, node)
    return at > 0 and sentence.nodes[at - 1].low in _CIRCUMSTANCES


def follows_adjunct(node: Node, sentence: Sentence) -> bool:
    """Tell whether the pronoun begins the main clause behind a fronted phrase: 'After talks with X, he'."""
    at = index_of(sentence, node)
    before = sentence.nodes[at - 1] if at else node
    # also 'Under President X he'
    parted = before.kind == "," or (at > 0 and "," in sentence.text[before.end : node.start])
    fronted = parted or (before.kind == "PER" and at == 2 and sentence.nodes[0].low in {"under", "unlike", "like"})  # noqa: PLR2004
    return at > 0 and fronted and sentence.nodes[0].low != "according" and node.low in {"he", "she"}
