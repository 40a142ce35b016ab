"""What a document has settled as a whole, before its findings are resolved one by one."""

from __future__ import annotations

from attrs import define

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.passage import Passage
from factwatch.resolution.bodies import Bodies
from factwatch.resolution.held_offices import HeldOffices
from factwatch.resolution.model import Resolved
from factwatch.resolution.owners import Owners
from factwatch.resolution.parties import Parties
from factwatch.resolution.people import Entity, People
from factwatch.resolution.references import References
from factwatch.resolution.things import Things
from factwatch.resolution.timing import Timing


@define(eq=False)
class Ground:
    """The people, bodies, references, offices and days of one document."""

    passage: Passage
    people: People
    bodies: Bodies
    references: References
    parties: Parties
    owners: Owners
    held: HeldOffices
    things: Things
    timing: Timing
    lone: Entity | None = None
    """The only person who travels."""

    def attribute(self, item: Resolved, sentence: Sentence) -> None:
        """Settle on whose word the finding stands: whose quotation it is in, or who is told to have said so."""
        if item.finding.kind == "statement":
            return
        speaker = self.parties.speaker_of(sentence)
        if speaker is not None:
            item.attribution = speaker[0]
        elif item.finding.attribution is not None:
            names = self.parties.party(item.finding.attribution, sentence)
            item.attribution = names[0] if names else None
