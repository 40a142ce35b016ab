"""The lexicon of noun phrases as sets (see ``phrases.yaml``)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from factwatch.lexicon.loader import data_file, words_of

_DATA = data_file("phrases.yaml")

OWNER_NOUNS: Final = words_of(_DATA["owner_nouns"])
OWNER_FIELDS: Final = words_of(_DATA["owner_fields"])
RANKS: Final = words_of(_DATA["ranks"])
RANK_HEADS: Final = words_of(_DATA["rank_heads"])
TIMES: Final = words_of(_DATA["times"])
PAST_TIMES: Final = words_of(_DATA["past_times"])
AFTER_MARKS: Final = words_of(_DATA["after_marks"])
APPOINTING: Final = words_of(_DATA["appointing"])
OWNED_HEADS: Final = words_of(_DATA["owned_heads"])
FIELD_OFFICES: Final = words_of(_DATA["field_offices"])
FIELD_HEADS: Final = words_of(_DATA["field_heads"])
COMPLEMENT_HEADS: Final = words_of(_DATA["complement_heads"])
FIELD_IN_HEADS: Final = words_of(_DATA["field_in_heads"])
AFFAIR_NOUNS: Final = words_of(_DATA["affair_nouns"])
ENVOY_HEADS: Final = words_of(_DATA["envoy_heads"])
SUBJECTLESS: Final = words_of(_DATA["subjectless"])
SUBJECT_HEADS: Final = words_of(_DATA["subject_heads"])
SITTING_HEADS: Final = words_of(_DATA["sitting_heads"])
SEAT_HEADS: Final = words_of(_DATA["seat_heads"])
SHORT_OWNED: Final = words_of(_DATA["short_owned"])
SHORT_OWNERS: Final = words_of(_DATA["short_owners"])
SMALL: Final = words_of(_DATA["small"])
JOINT_HEADS: Final = words_of(_DATA["joint_heads"])
RETIRED: Final = words_of(_DATA["retired"])
STYLE_PRONOUNS: Final[Mapping[str, str]] = {str(first): str(pronoun) for first, pronoun in _DATA["style_pronouns"].items()}
STYLES: Final = words_of(_DATA["styles"])
BETWEEN: Final = words_of(_DATA["between"])
TAKING_IN: Final = words_of(_DATA["taking_in"])
BETWEEN_PAST: Final = words_of(_DATA["between_past"])
LEGAL_FORMS: Final = words_of(_DATA["legal_forms"])
HOUSES: Final = words_of(_DATA["houses"])
TRUSTING: Final = words_of(_DATA["trusting"])
GROUP_NOUNS: Final = words_of(_DATA["group_nouns"])
COMMON_BODIES: Final = words_of(_DATA["common_bodies"])
FIRM_HEADS: Final = words_of(_DATA["firm_heads"])
FIELDED_BODIES: Final = words_of(_DATA["fielded_bodies"])
DEPARTMENTS: Final = words_of(_DATA["departments"])
FORMS: Final = words_of(_DATA["forms"])
HERE: Final = words_of(_DATA["here"])
STATES: Final = words_of(data_file("references.yaml")["states"])
FOR_HEADS: Final = words_of(_DATA["for_heads"])
HOUSE_NOUNS: Final = words_of(_DATA["house_nouns"])
NAMED_NOUNS: Final = words_of(_DATA["named_nouns"])
PLACE_NOUNS: Final = words_of(_DATA["place_nouns"])
ORIGIN_HEADS: Final = words_of(_DATA["origin_heads"])
MINISTRIES: Final = words_of(_DATA["ministries"])
OCCASIONS: Final = words_of(_DATA["occasions"])
TERRITORIAL: Final = words_of(_DATA["territorial"])
HOUSE_KINDS: Final = words_of(_DATA["house_kinds"])
DUTIES: Final = words_of(_DATA["duties"])
BODY_STATES: Final = words_of(_DATA["body_states"])
FUNCTIONS: Final = words_of(_DATA["functions"])
OBSERVED: Final = words_of(_DATA["observed"])
PARTIES: Final[Mapping[str, str]] = {str(member): str(party) for member, party in _DATA["parties"].items()}
FIELD_BODIES: Final = words_of(_DATA["field_bodies"])
STATES_IN_TAGS: Final[Mapping[str, str]] = {str(short): str(state) for short, state in _DATA["states_in_tags"].items()}
PARTY_WORDS: Final = words_of(_DATA["party_words"])
