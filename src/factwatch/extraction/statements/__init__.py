"""
Statements: quotations and reported speech with their speakers, and the turns of transcripts.

`speech` finds verbs of saying and who says; `direct` gives each quotation to its speaker; `reported` reads clauses outside
quotation marks; `turns` reads speaker labels.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import people_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.statements.direct import DirectSpeech
from factwatch.extraction.statements.reported import ReportedSpeech
from factwatch.extraction.statements.speech import find_acts
from factwatch.extraction.statements.turns import find_turns

_LONGEST: Final = 300
"""No sentence is so long; what is looks for its speakers in vain and for long."""


def find(passage: Passage) -> list[Finding]:
    """Return the statement findings of *passage*."""
    direct, reported = DirectSpeech(passage), ReportedSpeech(passage)
    for sentence in passage.sentences:
        unit = sentence.unit
        if unit.quotation is not None or len(sentence.nodes) > _LONGEST:
            continue
        acts = find_acts(sentence)
        direct.read(sentence, acts)
        if acts or "according" in sentence.lows:
            reported.read(sentence, acts, direct.taken.get(unit.index, ()))
    found = [*find_turns(passage), *direct.found, *reported.found]
    _people_named_like_places(passage, found)
    return found


def _people_named_like_places(passage: Passage, found: Sequence[Finding]) -> None:
    """'According to Flores' means Rubén Flores where the document has named him in full."""
    speakers = [(finding, at) for finding in found for at, node in enumerate(finding.who) if node.kind == "LOC"]
    if not speakers:
        return
    surnames = {
        person.name.split()[-1]
        for sentence in passage.sentences
        for node in sentence.nodes
        for person in people_of(node)
        if person.kind == "PER" and person.name and " " in person.name
    }
    for finding, at in speakers:
        node = finding.who[at]
        if node.name in surnames:
            finding.who[at] = evolve(node, kind="PER", value=None)
            finding.confidence = max(finding.confidence, 0.85)


__all__ = ["find"]
