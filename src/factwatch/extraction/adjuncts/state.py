"""The clauses of a sentence that are open at a node, and what has been given to which verb so far."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.adjuncts.model import Clause, Link
from factwatch.extraction.clauses import Sentence, VerbGroup

_DEEPEST: Final = 8
"""Clauses within clauses; a sentence with more is no prose."""


class State:
    """The stack of open clauses while one sentence is read from left to right."""

    def __init__(self, sentence: Sentence) -> None:
        self.nodes = sentence.nodes
        self.owners: list[VerbGroup | None] = [None] * len(sentence.nodes)
        self.links: dict[int, Link] = {}
        self.stack: list[Clause] = [Clause()]
        self.starts = {index: group for group in sentence.groups for index in range(group.first, group.main + 1)}
        self.previous: VerbGroup | None = None
        """The verb before."""

    def place(self, index: int) -> None:
        """Give the node to the verb that was told last, or let it wait for the one to come."""
        clause = self.stack[-1]
        if (clause.sub and clause.group is None and clause.outer is not None) or clause.group is None or clause.broken:
            clause.waiting.append(index)
        else:
            self.owners[index] = clause.current

    def open(self, clause: Clause) -> None:
        """Begin a clause within the one that is open."""
        around = self.stack[-1]
        if len(self.stack) >= _DEEPEST:
            return
        clause.outer = around.current if not around.broken or around.group is None else around.group
        self.stack.append(clause)

    def close(self) -> Clause:
        """End the innermost clause; what waits in it for a verb goes with the clause around."""
        clause = self.stack.pop()
        if clause.group is None and clause.sub and not clause.broken and clause.opener != "while":
            # 'after talks in Rome on Monday': day and place of the talks; 'while in Rome' is where all of it happens
            return clause
        if clause.group is None and self.stack:
            # no verb came: a phrase of the clause around
            around = self.stack[-1]
            if around.group is None or around.broken:
                around.waiting += clause.waiting
            else:
                for index in clause.waiting:
                    self.owners[index] = around.current
        else:
            self.settle(clause)
        return clause

    def settle(self, clause: Clause) -> None:
        """Give what waited for a verb that does not come to the last one."""
        if clause.group is not None:
            for index in clause.waiting:
                self.owners[index] = clause.current
            clause.waiting = []

    def take(self, clause: Clause, group: VerbGroup, opener: str, parent: VerbGroup | None) -> None:
        """Make the verb that of the clause, and give it what waited there."""
        for index in clause.waiting:
            self.owners[index] = group
        clause.waiting = []
        clause.broken = ""
        clause.group = clause.current = group
        self.links[group.main] = Link(opener, clause.start, parent)

    def wanting(self) -> int | None:
        """Return the place of the nearest clause around that has no verb yet."""
        return next((place for place in range(len(self.stack) - 2, -1, -1) if self.stack[place].group is None), None)

    def restart(self, index: int) -> None:
        """End all clauses and begin a main clause: behind a semicolon."""
        while self.stack:
            self.close()
        self.stack.append(Clause(start=index))
