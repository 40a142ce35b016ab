"""
Statements: quotations and reported speech with their speakers, and the turns of transcripts.

`speech` finds verbs of saying and who says; `direct` gives each quotation to its speaker; `reported` reads clauses outside
quotation marks; `turns` reads speaker labels.
"""

from __future__ import annotations

from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.statements.direct import DirectSpeech
from factwatch.extraction.statements.reported import ReportedSpeech
from factwatch.extraction.statements.speech import find_acts
from factwatch.extraction.statements.turns import find_turns


def find(passage: Passage) -> list[Finding]:
    """Return the statement findings of *passage*."""
    direct, reported = DirectSpeech(passage), ReportedSpeech(passage)
    for sentence in passage.sentences:
        unit = sentence.unit
        if unit.quotation is not None:
            continue
        acts = find_acts(sentence)
        direct.read(sentence, acts)
        if acts or "according" in sentence.lows:
            reported.read(sentence, acts, direct.taken.get(unit.index, ()))
    return [*find_turns(passage), *direct.found, *reported.found]


__all__ = ["find"]
