"""The words that carry the grammar of a clause as sets (see ``clauses.yaml``)."""

from __future__ import annotations

from typing import Final

from factwatch.lexicon.loader import data_file, words_of

_DATA = data_file("clauses.yaml")

BE: Final = words_of(_DATA["be"])
HAVE: Final = words_of(_DATA["have"])
DO: Final = words_of(_DATA["do"])
MODALS: Final = words_of(_DATA["modals"])
NEGATIONS: Final = words_of(_DATA["negations"])
EXPECTED: Final = words_of(_DATA["expected"])
PLANNED: Final = words_of(_DATA["planned"])
POSSIBLE: Final = words_of(_DATA["possible"])
REQUESTED: Final = words_of(_DATA["requested"])
REFUSING: Final = words_of(_DATA["refusing"])
FORCED: Final = words_of(_DATA["forced"])
UNCHANGING: Final = words_of(_DATA["unchanging"])
UNCHANGING_VERBS: Final = words_of(_DATA["unchanging_verbs"])
PARTICLES: Final = words_of(_DATA["particles"])
PHRASAL: Final = words_of(_DATA["phrasal"])
PARTING: Final = words_of(_DATA["parting"])
INNER: Final = words_of(_DATA["inner"])
REFLEXIVES: Final = words_of(_DATA["reflexives"])
SUBJECT_PRONOUNS: Final = words_of(_DATA["subject_pronouns"])
ATTRIBUTIVE: Final = words_of(_DATA["attributive"])
DATING: Final = words_of(_DATA["dating"])
OPENINGS: Final = words_of(_DATA["openings"])
PARTICIPLE_OPENINGS: Final = words_of(_DATA["participle_openings"])
ING_NOUNS: Final = words_of(_DATA["ing_nouns"])
FICTION: Final = words_of(_DATA["fiction"])
CONDITIONS: Final = words_of(_DATA["conditions"])
CONDITIONS_FIRST: Final = words_of(_DATA["conditions_first"])
BREAKING: Final = words_of(_DATA["breaking"])
RELATIVES: Final = words_of(_DATA["relatives"])
LOCATIVES: Final = words_of(_DATA["locatives"])
REPORTING: Final = words_of(_DATA["reporting"])
COORDINATORS: Final = words_of(_DATA["coordinators"])
RELATIVE_WORDS: Final = words_of(_DATA["relative_words"])
SUBORDINATORS: Final = words_of(_DATA["subordinators"])
DATE_OPENERS: Final = words_of(_DATA["date_openers"])
GOAL_OPENERS: Final = words_of(_DATA["goal_openers"])
BOUNDING: Final = words_of(_DATA["bounding"])
SAY: Final = words_of(data_file("verbs.yaml")["say_bare"])
ELLIPTIC: Final = words_of(_DATA["elliptic"])
FEELINGS: Final = words_of(_DATA["feelings"])
GERUND_OPENINGS: Final = words_of(_DATA["gerund_openings"])
CATENATIVES: Final = EXPECTED | PLANNED | POSSIBLE | REQUESTED | REFUSING | (FORCED - HAVE)
"""All words before 'to' and another verb; 'had' and 'has' are auxiliaries."""
