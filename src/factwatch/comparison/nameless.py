"""Gatherings whose participants nobody names: 'a summit of the Community', 'the foreign ministers of Peru and Chile'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from factwatch.comparison.encounters import Meeting, have_common_topics, is_same_place, when_of
from factwatch.comparison.parties import BORNE_OUT, Party, fits
from factwatch.comparison.tables import tells
from factwatch.comparison.times import gap, period

_COMMON: Final = 2
"""Words that two descriptions of one gathering share at least, 'leaders of the Lake Community' and 'Lake Community'."""
_LANDS: Final = 2
_NEAR: Final = 60
"""So many days it may have been moved by."""
_CROWD: Final = 64


def is_nameless(meeting: Meeting) -> bool:
    """Return whether no person takes part as far as the text tells, but people or bodies that it describes."""
    return bool(meeting.parties) and all(item.kind in {"group", "body"} for item in meeting.parties)


class Gatherings:
    """The baseline's meetings by the words and countries of those who take part, for gatherings of the later document."""

    def __init__(self, old: Sequence[Meeting]) -> None:
        self._by_word: dict[str, list[Meeting]] = {}
        for meeting in old:
            for word in _words(meeting.parties):
                self._by_word.setdefault(word, []).append(meeting)

    def like(self, new: Meeting) -> Iterator[Meeting]:
        """Return those of which *new* can tell, in the order of the baseline."""
        seen: dict[int, Meeting] = {}
        for word in sorted(_words(new.parties)):
            found = self._by_word.get(word, ())
            if len(found) <= _CROWD:
                for meeting in found:
                    seen.setdefault(meeting.place, meeting)
        return (seen[place] for place in sorted(seen) if _is_one_gathering(seen[place], new))


def _words(parties: Iterable[Party]) -> set[str]:
    """Return the words and countries by which parties are found."""
    return {word for item in parties for word in (item.countries if item.kind == "person" else item.words | item.countries)}


def _is_one_gathering(old: Meeting, new: Meeting) -> bool:
    """Return whether two gatherings are of the same people, as far as they are described, at no quite other time."""
    when = when_of(old, new)
    if when == "different" and gap(period(old.claim.when), period(new.claim.when)) > _NEAR:
        return False
    theirs = _told(new.parties)
    if is_nameless(old):
        common = _told(old.parties) & theirs
        evidence = when in {"same", "within", "contains"} or is_same_place(old, new) or have_common_topics(old, new)
        return len(common) >= _COMMON or (bool(common) and (evidence or old.keys == new.keys))
    groups = [item for item in old.parties if item.kind == "group"]
    if groups and tells(new.claim, "moving"):
        # 'The host will receive the forum's ministers in Rome', and 'ministers of the forum will gather in Milan instead'
        return bool(_told(groups) & theirs) and all(any(fits(item, one) == BORNE_OUT for one in groups) for item in new.parties)
    people = [item for item in old.parties if item.kind == "person"]
    lands = frozenset(land for item in new.parties for land in item.countries)
    return (
        len(people) >= _LANDS
        and all(item.countries & lands for item in people)
        and len({land for item in people for land in item.countries & lands}) >= len(people)
    )


def _told(parties: Sequence[Party]) -> frozenset[str]:
    return frozenset(word for item in parties for word in item.words)
