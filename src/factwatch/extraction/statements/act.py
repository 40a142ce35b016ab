"""What one verb of saying tells: who says something, and where in the sentence."""

from __future__ import annotations

from attrs import define

from factwatch.extraction.clauses import VerbGroup
from factwatch.extraction.phrases import Node


@define(eq=False)
class Act:
    """One verb of saying with whoever says it."""

    group: VerbGroup | None
    speakers: list[Node]
    first: int
    """Index of the first node of the attribution: its speaker or its verb."""
    last: int
    """Index after verb and inverted speaker."""
    verb_end: int
    """Index after the verb: what is said may begin here."""
    inverted: bool = False
    mute: bool = False
    """Nobody who could be named: a book, a poster, a study."""
    phrasal: bool = False
    """The verb says something together with its noun or adjective: 'made it clear that'."""
    pronoun: Node | None = None
    """The 'he' or 'she' for which the speaker is given."""

    @property
    def lemma(self) -> str:
        """Base form of the verb; '' where a preposition carries it."""
        if self.phrasal:
            return "say"
        return self.group.lemma if self.group is not None else ""
