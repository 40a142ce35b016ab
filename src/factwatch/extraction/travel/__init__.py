"""
Who goes where: visits planned, under way, done, put off and called off.

`places`, `facilities`, `links` and `routes` read the places, their days and their order; `gatherings` where events are held; `travellers`
and `unsaid` who goes there; `phrases` and `surroundings` the noun phrases of travel and what stands around them; `telling` and `changing`
what verbs tell of them. The frames are in `motion`, `presence`, `aside`, `attending`, `where`, `hosting`, `companions`, `phases` (verbs),
`nouns`, `stops` and `itinerary`; `implied` reads what nouns of travel leave unsaid, `welcoming` what is done for guests; `changes` and
`objects` read what becomes of plans; `deeds` notes what somebody does in a place: resolution takes it for a visit where the place is
abroad. `journal` keeps what the document has told so far: the traveller, the trip, its stops; `names` tells which names are places,
`days` what dates mean, `trips` and `turns` put the stops of a journey in order.
"""

from __future__ import annotations

from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.travel.changes import find_changes
from factwatch.extraction.travel.itinerary import find_listed
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.nouns import find_nouns
from factwatch.extraction.travel.turns import set_turns
from factwatch.extraction.travel.verbs import find_verbs

__all__ = ["find"]


def find(passage: Passage) -> list[Finding]:
    """Return the visit findings of *passage*."""
    journal = Journal(passage)
    for sentence in passage.sentences:
        journal.enter(sentence)
        find_listed(journal, sentence)
        if journal.silent:
            continue
        find_verbs(journal, sentence)
        find_nouns(journal, sentence)
        find_changes(journal, sentence)
        set_turns(journal, sentence)
    return journal.close()
