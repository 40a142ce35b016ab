"""A verb of becoming or leaving with what belongs to it."""

from __future__ import annotations

from typing import Final

from attrs import define, field

from factwatch.annotation.dates import DateExpression
from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.phrases import Node, Title
from factwatch.lexicon.loader import data_file, words_of

POST_NOUNS: Final = words_of(data_file("tenure.yaml")["post_nouns"])
BESTOWING: Final = words_of(data_file("tenure.yaml")["bestowing_verbs"])
"""Verbs whose office may stand right behind the name: 'elected A, who had served before, chairman'."""
RITES: Final = words_of(data_file("tenure.yaml")["rites"])
"""Verbs whose office stands behind 'as': 'saw A enthroned as bishop'."""


@define(eq=False)
class Frame:
    """One verb with what belongs to it."""

    sentence: Sentence
    group: VerbGroup
    subject: list[Node]
    passive: bool
    objects: list[Node] = field(factory=list)
    offices: list[Title] = field(factory=list)
    left: list[Title] = field(factory=list)
    """Offices left for them: 'was promoted to director from his position as deputy director'."""
    preposition: str = ""
    """What brings the office: 'as', 'to', 'from', '' for none."""
    agent: Node | None = None
    source: Node | None = None
    """The person after 'from': 'takes over from A'."""
    partner: Node | None = None
    """The person after 'with': 'replaced A with B'."""
    goal: Node | None = None
    """The person after 'to': 'hand over to B'."""
    post: str = ""
    """'the post', 'the ministry': an office that no word names."""
    since: DateExpression | None = None
    until: DateExpression | None = None
    when: DateExpression | None = None
    again: bool = False
    nouns: list[str] = field(factory=list)
    """Other words of the clause, in lower case."""
    end: int = 0
    stop: int = 0
    """Index of the node at which reading ended: where another clause, or the next of a row, begins."""

    @property
    def verb_before(self) -> VerbGroup | None:
        """The verb before this one in the sentence: 'named' of 'named B to replace him'."""
        return group_before(self.sentence, self.group.main)
