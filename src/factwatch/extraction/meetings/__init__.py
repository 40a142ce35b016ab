"""Meetings, talks, calls: who meets whom, where, when, about what."""

from __future__ import annotations

from factwatch.extraction.context import is_question
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.absent import by_absence
from factwatch.extraction.meetings.nouns import by_noun
from factwatch.extraction.meetings.parties import without_place
from factwatch.extraction.meetings.sequels import by_sequel
from factwatch.extraction.meetings.summits import by_summit
from factwatch.extraction.meetings.verbs import by_verb
from factwatch.extraction.passage import Passage
from factwatch.extraction.schedules import give_days
from factwatch.extraction.travel.names import Names


def find(passage: Passage) -> list[Finding]:
    """Return the meeting findings of *passage*."""
    found: list[Finding] = []
    for sentence in passage.sentences:
        if is_question(sentence):
            continue
        used: set[int] = set()
        told = [finding for group in sentence.groups for finding in by_verb(passage, sentence, group, used)]
        found += told
        nouns = list(by_noun(passage, sentence, used, told))
        found += nouns
        found += by_absence(sentence, [*told, *nouns])
        found += by_summit(passage, sentence, used)
        found += by_sequel(passage, sentence, used)
    for finding in found:
        without_place(finding)
        if finding.place == "here":
            finding.place = Names(passage).scene or None
    give_days(passage, [finding for finding in found if "sequel" not in finding.extra])
    return found
