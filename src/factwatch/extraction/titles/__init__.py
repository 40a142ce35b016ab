"""
Offices that stand with a name: before it, after it, joined by 'is', 'as' or brackets.

The phrases themselves are read in `factwatch.extraction.phrases`; here they become findings.
"""

from __future__ import annotations

from factwatch.extraction.clauses import people_of
from factwatch.extraction.deputies import find_deputies
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.titles.beside import beside, dated_before, of_reference
from factwatch.extraction.titles.capacity import as_title
from factwatch.extraction.titles.claims import NO_CLAIMS, is_claim
from factwatch.extraction.titles.copulas import copular, first_to

__all__ = ["NO_CLAIMS", "find", "is_claim"]


def find(passage: Passage) -> list[Finding]:
    """Return the title findings of *passage*."""
    found: list[Finding] = []
    for sentence in passage.sentences:
        for index in sentence.titled:
            for person in people_of(sentence.nodes[index]):
                if person.titles and person.kind == "PER":
                    found += beside(sentence, index, person)
                    found += find_deputies(sentence, person)
        if "since" in sentence.lows:
            found += dated_before(sentence)
        if sentence.titled:
            found += of_reference(sentence)
        found += copular(sentence)
        if "to" in sentence.lows:
            found += first_to(sentence)
        if "as" in sentence.lows:
            found += as_title(sentence)
    return found
