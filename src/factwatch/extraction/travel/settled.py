"""What settles a noun of travel before anything is told of it: 'a ban on travel to Peru', 'a visit to Chuy has been scrapped'."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from factwatch.extraction.occasion import day_of
from factwatch.extraction.travel.implied import acts_on_tour, place_of_host, place_of_preparations
from factwatch.extraction.travel.objects import change_as_noun, is_change, not_made, object_of_change
from factwatch.extraction.travel.replacing import makes_journey
from factwatch.extraction.travel.trips import Telling
from factwatch.extraction.travel.visit import Visit
from factwatch.extraction.travel.words import CARRY_OUT, MAKE, STOPS, TRAVEL

_TO: Final = frozenset({"to"})


def _ban(visit: Visit) -> int | None:
    """Pass over 'a ban on travel to Peru'."""
    noun = visit.phrase.noun
    return noun if visit.before == "on" and visit.phrase.first == noun and visit.low in TRAVEL else None


def _place_behind_verb(visit: Visit) -> int | None:
    """'his first trip abroad would be to Seoul in January'."""
    acts_on_tour(visit.journal, visit.sentence, visit.phrase)
    after, nodes = visit.after, visit.nodes
    if after is not None and after.lemma == "be" and not visit.stops and after.last < len(nodes) and nodes[after.last].low == "to":
        visit.phrase.route = visit.journal.reader(visit.sentence).read(after.last, _TO)
    return None


def _not_made(visit: Visit) -> int | None:
    """'did not make the trip'."""
    governor = visit.governor
    if governor is None or not governor.negative or governor.lemma not in MAKE or visit.stops:
        return None
    not_made(visit.journal, visit.sentence, visit.phrase, governor)
    return visit.phrase.noun


def _for_another(visit: Visit) -> int | None:
    """'made the trip in his place'."""
    governor = visit.governor
    made = governor is not None and governor.lemma in CARRY_OUT and makes_journey(visit.journal, visit.sentence, visit.phrase, governor)
    return visit.phrase.last if made else None


def _place_of_host(visit: Visit) -> int | None:
    """'Brazil is preparing for a visit by President A'."""
    place_of_host(visit.sentence, visit.phrase)
    place_of_preparations(visit.sentence, visit.phrase, visit.before)
    return None


def _change(visit: Visit) -> int | None:
    """'has put off her visit to Lima', 'the postponement of her visit', 'a visit to Chuy has been scrapped': see `changes`."""
    journal, sentence, phrase, governor = visit.journal, visit.sentence, visit.phrase, visit.governor
    if governor is not None and is_change(sentence, governor, active=True):
        return phrase.last if object_of_change(journal, sentence, phrase, governor) else phrase.noun
    if visit.before == "of" and change_as_noun(journal, sentence, phrase, governor):
        return phrase.last
    return phrase.noun if visit.after is not None and is_change(sentence, visit.after) else None


def _days(visit: Visit) -> int | None:
    """'paid a visit to Oslo at the invitation of Prime Minister A on Friday'."""
    governor, stops = visit.governor, visit.stops
    if governor is not None and governor.lemma in CARRY_OUT and len(stops) == 1 and stops[0].when is None:
        day = day_of(visit.sentence, governor)
        stops[0].when = day.value if day is not None else None
    visit.who = visit.phrase.who
    visit.when = next((stop.when for stop in stops if stop.when is not None), None)
    if visit.low in {"stop", "leg"} and any(node.low == "first" for node in visit.nodes[visit.phrase.first : visit.phrase.noun]):
        visit.opening = "first"
    return None


def _no_stop(visit: Visit) -> int | None:
    """'There is no stop in Cotonou'."""
    phrase, nodes = visit.phrase, visit.nodes
    if not phrase.negated:
        return None
    there = phrase.first > 1 and nodes[phrase.first - 2].low == "there" and nodes[phrase.first - 1].low in {"is", "was"}
    who = visit.journal.current_who()
    if there and (visit.low in STOPS or visit.low == "visit") and visit.stops and who:
        visit.journal.add_route(visit.sentence, who, visit.route, Telling("cancelled", "future", "planned"), "travel/no-stop")
    return phrase.last


_READERS: Final[tuple[Callable[[Visit], int | None], ...]] = (
    _ban,
    _place_behind_verb,
    _not_made,
    _for_another,
    _place_of_host,
    _change,
    _days,
    _no_stop,
)


def read_settled(visit: Visit) -> int | None:
    """Return the index up to which the sentence has been read where the words around the noun settle it, else None."""
    for reader in _READERS:
        end = reader(visit)
        if end is not None:
            return end
    return None
