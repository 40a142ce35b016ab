"""How far the nodes behind a verb have been read, and what brought the one at hand."""

from __future__ import annotations

from attrs import define

from factwatch.extraction.clauses import VerbGroup
from factwatch.extraction.phrases import Node
from factwatch.extraction.tenure.frames.model import Frame


@define(eq=False)
class Walk:
    """
    One reading of what stands behind a verb, from left to right.

    Each reader takes it with the index of a node, and returns where to go on; -1 where the clause ends, None where another reader may look.
    """

    frame: Frame
    openings: dict[int, VerbGroup]
    """All verbs of the sentence by their first node."""
    nodes: list[Node]
    preposition: str = ""
    """What brings the next phrase."""
    near: bool = True
    """Whether nothing but determiners stands between the verb, or its preposition, and the node at hand."""

    def after(self, at: int) -> str:
        """Return the kind of the node behind the one at *at*."""
        return self.nodes[at + 1].kind if at + 1 < len(self.nodes) else ""

    def brought_by(self, preposition: str) -> None:
        """Let *preposition* bring what follows."""
        self.preposition, self.near = preposition, True

    def gives(self) -> bool:
        """Tell whether an office at hand is what the verb gives, rather than its object: 'sacked the minister', 'met the president'."""
        frame = self.frame
        return bool(self.preposition or frame.passive or frame.objects) or frame.group.lemma in {"become", "quit", "name", "make"}
