"""A word that can be a verb or a noun, and what stands around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from attrs import define, field

from factwatch.annotation.wordlists import VerbForm, Wordlists
from factwatch.extraction.phrases import Node

ANTECEDENTS: Final = frozenset({"x", "p", "v", "PER", "LOC", "ORG", "GRP", "EVT", "TTL"})
NAMES: Final = frozenset({"PER", "TTL", "PRO", "LOC", "ORG"})
AGE: Final = 3
"""', 79,' in nodes."""
_ADJECTIVES: Final = 4
"""No more adjectives stand before a noun, in nodes."""


@define
class Spot:
    """A verb-like word of a sentence that is not the first."""

    nodes: Sequence[Node]
    index: int
    lists: Wordlists
    node: Node = field(init=False)
    before: Node = field(init=False)
    after: Node | None = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.node = self.nodes[self.index]
        self.before = self.nodes[self.index - 1]
        self.after = self.nodes[self.index + 1] if self.index + 1 < len(self.nodes) else None

    @property
    def form(self) -> VerbForm:
        """Which form of which verb the word can be."""
        form: VerbForm = self.node.value
        return form

    @property
    def second(self) -> Node | None:
        """The node before the one before."""
        return self.nodes[self.index - 2] if self.index > 1 else None

    @property
    def is_plural_noun(self) -> bool:
        """Whether a noun has its form."""
        return "S" in self.lists.classes.get(self.node.low, "")

    def is_owned(self, node: Node | None) -> bool:
        """Tell whether *node* is a word like 'his'."""
        return node is not None and node.low in self.lists.sets["possessives"]

    def is_determined(self) -> bool:
        """Tell whether a determiner stands before the adjectives of the noun: 'a planned meeting', 'their last scheduled hearing'."""
        return has_determiner(self.nodes, self.index)


Reader = Callable[[Spot], bool | None]
"""Tells whether the word is a noun or an adjective (True) or a verb (False); None where the construction is another one."""


def has_determiner(nodes: Sequence[Node], index: int) -> bool:
    """Tell whether a determiner and adjectives stand before the noun at *index*."""
    at = index - 1
    while at >= 0 and index - at < _ADJECTIVES and nodes[at].kind in {"x", "p", "m", "ADJ", "#", "v"}:
        at -= 1
    return at >= 0 and at < index - 1 and nodes[at].kind in {"d", "s"}


def is_whole(nodes: Sequence[Node], index: int, possessives: frozenset[str]) -> bool:
    """Tell whether the noun at *index* ends 'her own tour of duty', 'the term of office'."""
    at = index - 2
    if at < 1 or nodes[index - 1].low != "of":
        return False
    while at > 0 and index - at < _ADJECTIVES + 2 and nodes[at].kind in {"x", "p", "m", "ADJ", "v"}:
        at -= 1
    return nodes[at].kind in {"d", "s"} or nodes[at].low in possessives
