"""
Who does what the verb says: one pass from left to right over the clauses of a sentence that are open.

A noun phrase waits for its verb; relative clauses, appositions, phrases in commas and brackets in between do not change that. A verb
behind a comma or 'and' without a noun phrase of its own is joined to the verb before it. A past participle without an auxiliary has no
subject; one in -ing and an infinitive have that of the verb on which they hang, or the object of 'ask' and the like.
"""

from __future__ import annotations

from factwatch.extraction.clauses.frames import State
from factwatch.extraction.clauses.model import Sentence, VerbGroup
from factwatch.extraction.clauses.nominals import Words
from factwatch.extraction.clauses.outlook import Outlook
from factwatch.extraction.clauses.predicates import Predicates
from factwatch.extraction.phrases import Node


def subject_of(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """
    Return the coordinated noun phrases that are the grammatical subject of *group*; [] where word order does not settle it.

    Relative clauses give their antecedent; joined, infinitive and participle clauses the subject of the verb they depend on.
    """
    if sentence.subjects is None:
        sentence.subjects = _read(sentence)
    return list(sentence.subjects.get(group.main, ()))


def _read(sentence: Sentence) -> dict[int, list[Node]]:
    state, outlook = State(), Outlook(sentence)
    words, predicates = Words(sentence, state, outlook), Predicates(sentence, state, outlook)
    index, count = 0, len(sentence.nodes)
    while index < count:
        group = outlook.starts.get(index)
        if group is None:
            words.take(index)
            index += 1
        else:
            predicates.take(group)
            index = max(group.last, index + 1)
    return state.found
