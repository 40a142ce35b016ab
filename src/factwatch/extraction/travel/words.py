"""The lexicon of travel as sets, and what a sentence needs of it."""

from __future__ import annotations

from typing import Final

from factwatch.lexicon.loader import data_file, words_of

_DATA = data_file("travel.yaml")

MOTION: Final = words_of(_DATA["motion"])
LEAVE: Final = words_of(_DATA["leave"])
ARRIVE: Final = words_of(_DATA["arrive"])
DIRECT: Final = words_of(_DATA["direct"])
PHASE: Final = words_of(_DATA["phase"])
RECEIVE: Final = words_of(_DATA["receive"])
PLAN: Final = words_of(_DATA["plan"])
FORCE: Final = words_of(_DATA["force"])
RECALL: Final = words_of(_DATA["recall"])
THANK: Final = words_of(_DATA["thank"])
TAKE: Final = words_of(_DATA["take"])
CANCEL: Final = words_of(_DATA["cancel"])
POSTPONE: Final = words_of(_DATA["postpone"])
ADVANCE: Final = words_of(_DATA["advance"])
SHORTEN: Final = words_of(_DATA["shorten"])
EXTEND: Final = words_of(_DATA["extend"])
ADD: Final = words_of(_DATA["add"])
GOAL: Final = words_of(_DATA["goal"])
PLACE: Final = words_of(_DATA["place"])
MANNER: Final = words_of(_DATA["manner"])
VISITS: Final = words_of(_DATA["visits"])
JOURNEYS: Final = words_of(_DATA["journeys"])
STOPS: Final = words_of(_DATA["stops"])
PLACE_NOUNS: Final = words_of(_DATA["place_nouns"])
COUNTED: Final = words_of(_DATA["counted"])
FACILITIES: Final = words_of(_DATA["facilities"])
ATTEND: Final = words_of(_DATA["attend"])
MISS: Final = words_of(_DATA["miss"])
DOING: Final = words_of(_DATA["doing"])
EVENTS: Final = words_of(_DATA["events"])
SPANS: Final = words_of(_DATA["spans"])
INSTITUTIONS: Final = words_of(_DATA["institutions"])
ITINERARIES: Final = words_of(_DATA["itineraries"])
ENTRIES: Final = words_of(_DATA["entries"])
EPITHETS: Final = words_of(_DATA["epithets"])
TRAVELLERS: Final = words_of(_DATA["travellers"])
