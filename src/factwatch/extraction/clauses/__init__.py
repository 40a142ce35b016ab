"""
Nodes -> verb groups, their subjects, lists of noun phrases: a shallow reading of clauses.

No parser stands behind this: English word order and the closed classes carry it. Where they do not settle a subject, there is none.
"""

from __future__ import annotations

from factwatch.extraction.clauses.fiction import is_fiction, is_invented
from factwatch.extraction.clauses.lists import list_from, named_people, people_of
from factwatch.extraction.clauses.model import NAMED_PEOPLE, NOUN_PHRASES, Sentence, VerbGroup
from factwatch.extraction.clauses.subjects import subject_of
from factwatch.extraction.clauses.unreal import is_inverted, is_unreal
from factwatch.extraction.clauses.verbs import build_sentence

__all__ = [
    "NAMED_PEOPLE",
    "NOUN_PHRASES",
    "Sentence",
    "VerbGroup",
    "build_sentence",
    "is_fiction",
    "is_invented",
    "is_inverted",
    "is_unreal",
    "list_from",
    "named_people",
    "people_of",
    "subject_of",
]
