"""The lexicon of chunks as sets (see ``chunks.yaml``), and the marks of punctuation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from factwatch.annotation.units import PLACEHOLDER
from factwatch.lexicon.loader import data_file, words_of

_DATA = data_file("chunks.yaml")

MARKS: Final[Mapping[str, str]] = {
    ",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", ".": ".", "!": ".", "?": ".", "…": ".", "...": ".",
    "-": "-", "–": "-", "—": "-", "--": "-", "’s": "s", "'s": "s", "’": "s", "'": "s",
}  # fmt: skip
NICKNAME_MARKS: Final = frozenset({'"', "“", "”", "‘", "’", "'"})
OPENERS: Final = frozenset({":", "•", "*", "“", '"', "—", "–", "-", ".", "‘", "'", "(", PLACEHOLDER})
LINE_OPENERS: Final = frozenset({":", "•", "*", "“", '"', "—", "–"})
POSSESSIVE_MARKS: Final = frozenset({"'", "’", "'s", "’s"})
POSSESSIVES: Final = frozenset({"'", "’"})

MONTH_NAMES: Final = words_of(_DATA["month_names"])
BEFORE_MONTHS: Final = words_of(_DATA["before_months"])
COMPASS: Final = words_of(_DATA["compass"])
QUARTERS: Final = words_of(_DATA["quarters"])
WEAK_PARTICLES: Final = words_of(_DATA["weak_particles"])
CIVIL_ADDRESSES: Final = words_of(_DATA["civil_addresses"])
ADDRESSED: Final = words_of(_DATA["addressed_heads"])
GIVEN_HEADS: Final = words_of(_DATA["given_heads"])
SURNAME_HEADS: Final = words_of(_DATA["surname_heads"])
ADDRESSES: Final = words_of(_DATA["addresses"])
LEAVING: Final = words_of(_DATA["leaving"])
LOCATIVES: Final = words_of(_DATA["locatives"])
PLACE_OPENINGS: Final = words_of(_DATA["place_openings"])
FORWARD_VERBS: Final = words_of(_DATA["forward_verbs"])
TRADES: Final = words_of(_DATA["trades"])
BODY_LEVELS: Final = words_of(_DATA["body_levels"])
BODY_OPENINGS: Final = words_of(_DATA["body_openings"])
BODY_FIELDS: Final = words_of(_DATA["body_fields"])
EXTENDING: Final = words_of(_DATA["extending"])
CLOSED_BODIES: Final = words_of(_DATA["closed_bodies"])
BODIES_ON: Final = words_of(_DATA["bodies_on"])
BODIES_OF_FIELDS: Final = words_of(_DATA["bodies_of_fields"])
RANKS_OR_ADJECTIVES: Final = words_of(_DATA["ranks_or_adjectives"])
BODY_RANKS: Final = words_of(_DATA["body_ranks"])
HYPHENED_RANKS: Final = words_of(_DATA["hyphened_ranks"])
CLUB_ENDINGS: Final = words_of(_DATA["club_endings"])
PERSONAL_BODIES: Final = words_of(_DATA["personal_bodies"])
SPORTS: Final = words_of(_DATA["sports"])
SCHOOLS: Final = words_of(_DATA["schools"])
CAPTAINS: Final = words_of(_DATA["captains"])
INDEFINITE: Final = words_of(_DATA["indefinite"])
DETERMINERS: Final = words_of(_DATA["determiners"])
MAKING_ADJECTIVES: Final = words_of(_DATA["making_adjectives"])
STANDING_PARTICIPLES: Final = words_of(_DATA["standing_participles"])
PARTIES: Final = words_of(_DATA["parties"])
LOCATIVE: Final = words_of(_DATA["locative"])
CAPITAL_VISITS: Final = words_of(_DATA["capital_visits"])
CAPITAL_JOURNEYS: Final = words_of(_DATA["capital_journeys"])
MODALS: Final = words_of(_DATA["modals"])
VERBAL_PARTICIPLES: Final = words_of(_DATA["verbal_participles"])
GERUND_OPENINGS: Final = words_of(_DATA["gerund_openings"])
CLAUSE_OPENINGS: Final = words_of(_DATA["clause_openings"])
PARTICIPLE_PRONOUNS: Final = words_of(_DATA["participle_pronouns"])
SUBJECT_PRONOUNS: Final = words_of(_DATA["subject_pronouns"])
BEING: Final = words_of(_DATA["being"])
FIELD_PREPOSITIONS: Final = words_of(_DATA["field_prepositions"])
FIELD_ENDINGS: Final = tuple(str(ending) for ending in _DATA["field_endings"])
FIELD_NOUNS: Final = words_of(_DATA["field_nouns"])
FIELD_OF_HEADS: Final = words_of(_DATA["field_of_heads"])
COMPANY_NOUNS: Final = words_of(_DATA["company_nouns"])
BODY_POSTS: Final = words_of(_DATA["body_posts"])
PARTY_NOUNS: Final = words_of(_DATA["party_nouns"])
PARTY_ADJECTIVES: Final = words_of(_DATA["party_adjectives"])
COMPANY_ENDINGS: Final = words_of(_DATA["company_endings"])
WORD_FIRMS: Final = words_of(_DATA["word_firms"])
FIRM_BELONGINGS: Final = words_of(_DATA["firm_belongings"])
SCHOOL_HEADS: Final = words_of(_DATA["school_heads"])
FIRM_RELATIONS: Final = words_of(_DATA["firm_relations"])
SHARE_NOUNS: Final = words_of(_DATA["share_nouns"])
CLUB_OPENINGS: Final = words_of(_DATA["club_openings"])
GIVEN_HONORIFICS: Final = words_of(_DATA["given_honorifics"])
SITED: Final = tuple(str(ending) for ending in _DATA["sited"])
FIRM_ENDINGS: Final = words_of(_DATA["firm_endings"])
LEVELS: Final = words_of(_DATA["levels"])
TOWN_HEADS: Final = words_of(_DATA["town_heads"])
SURNAME_NOUNS: Final = words_of(_DATA["surname_nouns"])
BODIES_IN: Final = words_of(_DATA["bodies_in"])
MISSIONS: Final = words_of(_DATA["missions"])
MISSION_OWNERS: Final = tuple(str(name) + " " for name in _DATA["mission_owners"])
BODIES_OF_BODIES: Final = words_of(_DATA["bodies_of_bodies"])
PATRON_OPENINGS: Final = words_of(_DATA["patron_openings"])
NUMBER_WORDS: Final[Mapping[str, int]] = {str(word): number for number, word in enumerate(_DATA["numbers"])}
OWNING_BODIES: Final = words_of(_DATA["owning_bodies"]) | BODIES_OF_FIELDS | BODIES_OF_BODIES
RANKING: Final = words_of(_DATA["ranking"]) | HYPHENED_RANKS
