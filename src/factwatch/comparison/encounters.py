"""Meetings of either side, with what their participants, places, events and topics have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from attrs import Factory, define

from factwatch.comparison.fates import believed, status_of
from factwatch.comparison.holdings import holdings, is_state
from factwatch.comparison.ledger import Found, Ledger
from factwatch.comparison.occasions import Occasion
from factwatch.comparison.parties import Party, party
from factwatch.comparison.places import place_of, relation
from factwatch.comparison.tables import tells
from factwatch.comparison.times import TimeRelation, period
from factwatch.comparison.times import relation as time_relation
from factwatch.lexicon.folding import fold
from factwatch.model.claim import MeetingClaim

_SMALL_WORDS: Final = frozenset(
    {"the", "of", "and", "on", "in", "a", "an", "to", "for", "with", "its", "their", "issues", "matters", "other"}
)


@define(eq=False)
class Meeting:
    """A meeting claim of either side."""

    place: int
    claim: MeetingClaim
    parties: tuple[Party, ...]
    keys: frozenset[str]
    told: list[tuple[Meeting, Occasion]] = Factory(list)
    of: Meeting | None = None
    settled: bool = False
    anchors: frozenset[str] = frozenset()
    """Keys by which the same meeting can be found on the other side: its parties, and the words that name the gathering."""

    @property
    def found(self) -> Found:
        """The claim with its place."""
        return self.place, self.claim

    @property
    def status(self) -> str:
        """The status, a denied meeting counting as a cancelled one."""
        return status_of(self.claim)


def countries_of(ledger: Ledger) -> dict[str, set[str]]:
    """Return person -> countries of which the person holds an office on either side."""
    countries: dict[str, set[str]] = {}
    for later in (False, True):
        for holding in holdings(ledger, later=later):
            if holding.claim.kind == "title":
                of = countries.setdefault(holding.holder, set())
                if is_state(holding.body):
                    of.add(str(holding.body))
    return countries


def meetings_of(ledger: Ledger, countries: Mapping[str, set[str]], *, later: bool) -> list[Meeting]:
    """Return the meetings of one side."""
    claims, names = (ledger.later, ledger.linking.later) if later else (ledger.baseline, ledger.linking.baseline)
    published = ledger.later_date if later else ledger.baseline_date
    found: list[Meeting] = []
    known: dict[str, Party] = {}
    for place, claim in enumerate(claims.claims):
        if claim.kind == "meeting":
            for name in (*claim.who, *claim.with_):
                if name not in known:
                    known[name] = party(name, names[name], countries)
            parties = tuple({known[name].key: known[name] for name in (*claim.who, *claim.with_)}.values())
            keys = frozenset(item.key for item in parties)
            words = topic_words(claim.event) if claim.event else frozenset[str]()
            found.append(Meeting(place, believed(claim, published), parties, keys, anchors=keys | {f"event:{word}" for word in words}))
    return found


def when_of(old: Meeting, new: Meeting) -> TimeRelation:
    """Say how the time of *new* stands to that of *old*."""
    return time_relation(period(new.claim.when, new.claim.when_qualifier), period(old.claim.when, old.claim.when_qualifier))


def where_of(old: Meeting, new: Meeting) -> str:
    """Say how the place of *new* stands to that of *old*; two buildings are two places."""
    if old.claim.place is None or new.claim.place is None:
        return "unknown"
    how = relation(new.claim.place, old.claim.place)
    if how == "unknown" and place_of(old.claim.place).venue and place_of(new.claim.place).venue:
        return "different"
    if how == "unknown" and tells(new.claim, "relocating"):
        # 'has been moved from Kampala to State House, Entebbe': wherever that is
        return "different"
    return how


def is_same_place(old: Meeting, new: Meeting) -> bool:
    """Return whether both are given one place, more or less precisely."""
    return where_of(old, new) in {"same", "within", "contains"}


def event_words(meeting: Meeting) -> frozenset[str]:
    """Return the words that name the gathering that a meeting is."""
    return topic_words(meeting.claim.event) if meeting.claim.event else frozenset()


def is_same_event(old: Meeting, new: Meeting) -> bool:
    """Return whether both are given one gathering, by its name or a shorter form of it."""
    first, second = event_words(old), event_words(new)
    return bool(first and second) and (first <= second or second <= first)


def topic_words(topic: str) -> frozenset[str]:
    """Return the words of a topic that count."""
    return frozenset(word.rstrip("s") for word in fold(topic).split() if word not in _SMALL_WORDS)


def have_common_topics(old: Meeting, new: Meeting) -> bool:
    """Return whether some topic of one shares a word with some topic of the other."""
    first, second = (frozenset(word for topic in item.claim.topics for word in topic_words(topic)) for item in (old, new))
    return bool(first & second)


_PAIR: Final = 2


def have_other_topics(old: Meeting, new: Meeting, *, revision: bool) -> bool:
    """
    Return whether the topics of one meeting have changed: none is left, or one stands in another's place in an otherwise equal list.

    Lists of other lengths are told in more or less detail, and other words are other words.
    """
    first, second = ({topic_words(topic) for topic in item.claim.topics} for item in (old, new))
    says = tells(new.claim, "retopic") or tells(new.claim, "further_topic")
    if not first or not second or (when_of(old, new) != "same" and not revision and not says):
        return False
    if len(old.keys & new.keys) < _PAIR and not is_same_event(old, new):
        return False
    if not have_common_topics(old, new):
        # 'arms and energy' may be what 'tanks, batteries and nuclear power' were: without a word of a change it is wording.
        return revision or says
    gone, come = (frozenset(word for topic in topics for word in topic) for topics in (first - second, second - first))
    kept = len(first & second)
    return len(first) == len(second) and kept >= (1 if revision else _PAIR) and bool(gone) and gone.isdisjoint(come)
