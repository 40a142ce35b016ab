"""Coming and going told by phrases: 'put in at Callao', 'set foot in Peru', 'made straight for Lima', 'paid Lima a visit'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.travel.dating import give_day
from factwatch.extraction.travel.entering import date_behind, enter
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.telling import tell
from factwatch.extraction.travel.travellers import travellers_of
from factwatch.extraction.travel.words import IDIOMS, VISITS
from factwatch.lexicon.places import Place

_ANY: Final = {"@self": frozenset({"himself", "herself", "themselves"}), "@own": frozenset({"his", "her", "their", "the"})}
"""What stands in an idiom for words of one kind."""
_NEAR: Final = 5


def find_idiom(journal: Journal, sentence: Sentence, group: VerbGroup) -> bool:
    """Enter what an idiom of coming or going tells of; tell whether there is one."""
    if group.passive:
        return False
    route = _visit_paid(journal, sentence, group) if group.lemma == "pay" else None
    rule = "travel/visit"
    for way, words in IDIOMS.get(group.lemma, ()) if route is None else ():
        end = _behind(sentence, group, words)
        if end:
            route = journal.reader(sentence).read(end, frozenset(), bare=True, manner=False)
            rule = f"travel/{way}"
            break
    if route is None or not route.stops or route.void or not all(isinstance(stop.node.value, Place) for stop in route.stops):
        return False
    who = travellers_of(sentence, group)
    give_day(journal, sentence, group, route)
    telling = tell(journal, sentence, group, route.stops[0].when) if who else None
    if telling is not None:
        enter(journal, sentence, group, who=who, route=route, telling=telling, rule=rule)
    return telling is not None


def _behind(sentence: Sentence, group: VerbGroup, words: tuple[str, ...]) -> int:
    """Return the index behind *words*, which stand right behind the verb; 0 where they do not."""
    nodes = sentence.nodes
    at = group.main + 1
    if at + len(words) >= len(nodes):
        return 0
    for word, node in zip(words, nodes[at : at + len(words)], strict=True):
        if node.low != word and node.low not in _ANY.get(word, ()):
            return 0
    return at + len(words)


def _visit_paid(journal: Journal, sentence: Sentence, group: VerbGroup) -> Route | None:
    """Return Lima of 'paid Lima a short visit'."""
    nodes = sentence.nodes
    at = group.last
    if at + 2 >= len(nodes) or nodes[at].kind != "LOC" or nodes[at + 1].kind != "d":
        return None
    noun = next((index for index in range(at + 2, min(len(nodes), at + _NEAR)) if nodes[index].low in VISITS), 0)
    if not noun:
        return None
    route = Route([Stop(nodes[at], index=at)], end=noun + 1)
    date_behind(journal.reader(sentence), route)
    return route
