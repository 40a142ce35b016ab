"""Sentences and their verbs."""

from __future__ import annotations

from typing import Any, Final

from attrs import define, field

from factwatch.annotation.units import Unit
from factwatch.extraction.phrases import Node

NOUN_PHRASES: Final = frozenset({"PER", "TTL", "GRP", "LOC", "ORG", "PRO"})
"""Kinds of nodes that can be subject or object."""
NAMED_PEOPLE: Final = frozenset({"PER", "TTL"})
"""Kinds of nodes that tell of somebody by name or office."""


@define(eq=False)
class VerbGroup:
    """A main verb with its auxiliaries, as node indices ``[first:last)``."""

    first: int
    last: int
    """Index after the main verb (after its particle where it has one)."""
    main: int
    """Index of the main verb."""
    lemma: str
    form: str
    chain: tuple[str, ...] = ()
    """The words before the main verb, in lower case."""
    particle: str = ""
    tense: str = "present"
    """'past', 'present' or 'future'."""
    passive: bool = False
    perfect: bool = False
    progressive: bool = False
    negative: bool = False
    modality: str = "asserted"
    infinitive: bool = False
    """A bare 'to meet ...' that depends on another verb or noun."""
    participle: bool = False
    """'meeting', 'visiting', 'welcomed by': no finite verb of its own."""
    unfulfilled: bool = False
    """'was to have visited', 'had been due to fly': a plan told as past."""
    verb: str = field(default="", init=False)
    """Lemma and particle: 'call off'."""

    def __attrs_post_init__(self) -> None:
        """Know the verb."""
        self.verb = self.lemma

    @property
    def over(self) -> bool:
        """Whether it tells of what is over: 'led', 'had led', against 'has led' and 'leads'."""
        return self.tense == "past" and (not self.perfect or "had" in self.chain)

    def take_particle(self, particle: str) -> None:
        """Take the word behind the verb as part of it."""
        self.particle, self.verb, self.last = particle, f"{self.lemma} {particle}", self.last + 1


@define(eq=False)
class Sentence:
    """One unit as rules see it."""

    unit: Unit
    nodes: list[Node]
    text: str
    """The text of the whole document; offsets of nodes point into it."""
    groups: list[VerbGroup] = field(factory=list)
    lows: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    """Kinds of its nodes."""
    titled: tuple[int, ...] = ()
    """Indices of the nodes that bear an office, or name several people."""
    subjects: dict[int, list[Node]] | None = None
    """Index of a main verb -> its subject, once `reading` has worked them out."""
    attachment: Any = None
    """Which verb each word goes with, once `adjuncts` has worked it out."""

    def is_verb(self, index: int) -> bool:
        """Tell whether the node *index* is a verb here, not a noun that looks like one."""
        node = self.nodes[index]
        return node.kind == "u" or (node.kind == "v" and self.group_at(index) is not None)

    def group_at(self, index: int) -> VerbGroup | None:
        """Return the verb group whose main verb is the node *index*, or None where it is a noun there."""
        return next((group for group in self.groups if group.main == index), None)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets of nodes ``[first:last)``."""
        return self.nodes[first].start, self.nodes[last - 1].end
