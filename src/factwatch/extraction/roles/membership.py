"""Who gets into a body, who leaves it, and who its members are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.roles.grammar import is_told
from factwatch.extraction.roles.membership_lists import among_them, counted, listed, made_up, with_members
from factwatch.extraction.roles.membership_verbs import LEMMAS, WELCOMING, changes, inverted, seat_taken
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("roles.yaml")["membership"]
_GLAD: Final = words_of(_WORDS["glad_words"])
_MAKING_UP: Final = words_of(_WORDS["making_up_verbs"])
_LISTING: Final = frozenset({"be", "include"})


def find_memberships(sentence: Sentence, bloc: str | None = None) -> Iterator[Finding]:
    """Return who joins, leaves, is admitted to and seated on a body; *bloc* is the one spoken of last."""
    for group in sentence.groups:
        glad = group.infinitive and group.lemma in WELCOMING and group.first > 0 and sentence.nodes[group.first - 1].low in _GLAD
        if group.lemma in LEMMAS and (not group.infinitive or glad) and is_told(sentence, group):
            yield from changes(sentence, group, bloc)
        elif group.lemma in _LISTING and not group.negative and not group.infinitive and is_told(sentence, group):
            yield from listed(sentence, group)
        elif group.lemma in _MAKING_UP and not group.infinitive and (group.form == "ing" or is_told(sentence, group)):
            yield from made_up(sentence, group)
    if "members" in sentence.lows:
        yield from with_members(sentence)
    if "its members" in sentence.lows and "among" in sentence.lows:
        yield from counted(sentence)
    if "them" in sentence.lows:
        yield from among_them(sentence)
    if "seat" in sentence.lows:
        yield from seat_taken(sentence)
    yield from inverted(sentence)
