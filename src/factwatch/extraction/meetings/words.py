"""The lexicon of meetings as sets (see ``meetings.yaml``)."""

from __future__ import annotations

from typing import Final

from factwatch.lexicon.loader import data_file, words_of

_DATA = data_file("meetings.yaml")

MEET: Final = words_of(_DATA["meet"])
NEEDS_WITH: Final = words_of(_DATA["needs_with"])
CALLING: Final = words_of(_DATA["calling"])
OF_RANK: Final = words_of(_DATA["of_rank"])
HOLDING: Final = words_of(_DATA["holding"])
RECEIVING: Final = words_of(_DATA["receiving"])
CANCELLING: Final = words_of(_DATA["cancelling"])
POSTPONING: Final = words_of(_DATA["postponing"])
MOVING: Final = words_of(_DATA["moving"])
HAPPENING: Final = words_of(_DATA["happening"])
ARRANGING: Final = words_of(_DATA["arranging"])
LEAVING: Final = words_of(_DATA["leaving"])
AGAIN: Final = words_of(_DATA["again"])
AGENDA: Final = words_of(_DATA["agenda"])
BEING_THERE: Final = words_of(_DATA["being_there"])
COMING: Final = words_of(_DATA["coming"])
FUTURE: Final = words_of(_DATA["future"])
TALKS: Final = words_of(_DATA["talks"])
DELEGATED: Final = words_of(_DATA["delegated"])
PEOPLE_ENDINGS: Final = tuple(sorted(words_of(_DATA["people_endings"])))
PEOPLE: Final = words_of(_DATA["people"])
BODY_HEADS: Final = words_of(_DATA["body_heads"])
NO_HEADS: Final = words_of(_DATA["no_heads"])
ORIGINS: Final = words_of(_DATA["origins"])
PLURAL_HEADS: Final = words_of(_DATA["plural_heads"])
COMPANY: Final = words_of(_DATA["company"])
NO_PARTY: Final = words_of(_DATA["no_party"])
PLURAL_PARTIES: Final = words_of(_DATA["plural_parties"])
AUDIENCES: Final = words_of(_DATA["audiences"])
HOW_OFTEN: Final = words_of(_DATA["how_often"])
ABOUT: Final = words_of(_DATA["about"])
TOPIC_VERBS: Final = words_of(_DATA["topic_verbs"])
TOPIC_STOPS: Final = words_of(_DATA["topic_stops"])
OVER: Final = words_of(_DATA["over"])
WAYS: Final = words_of(_DATA["ways"])
WAY_VERBS: Final = words_of(_DATA["way_verbs"])
VENUES: Final = words_of(_DATA["venues"])
LANDS: Final = words_of(_DATA["lands"])
MEETING_NOUNS: Final = words_of(data_file("verbs.yaml")["meeting_nouns"])
