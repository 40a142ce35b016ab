"""Who goes instead: 'Minister B will go in her place', 'will sign the accord in his stead', 'it is B who will make the trip'."""

from __future__ import annotations

from typing import Any, Final

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.clauses.words import CONTROLLING
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Stop
from factwatch.extraction.travel.noun_days import date_after
from factwatch.extraction.travel.phrases import Phrase
from factwatch.extraction.travel.telling import tell
from factwatch.extraction.travel.travellers import people_named, travellers_of
from factwatch.extraction.travel.trips import Telling, to_come
from factwatch.extraction.travel.words import MOTION, ORDER, REQUEST, STEADS, STOPS

_HIM: Final = frozenset({"him", "her", "them"})
_OWN: Final = frozenset({"his", "her", "their", "whose"})
_OBJECT: Final = 6
"""Nodes from 'represent the government' to 'there'."""
_BEHIND_GOAL: Final = 10
"""Nodes of 'there on Friday in his place'."""
_RECENT: Final = 6
"""Visits told last among which the one called off is looked for."""


def find_stand_in(journal: Journal, sentence: Sentence, group: VerbGroup) -> bool:
    """'Minister B will go instead', 'will attend in her place': B goes where the visit that was called off led; tell whether so."""
    nodes = sentence.nodes
    at = group.last
    if group.lemma == "represent":
        return _represents(journal, sentence, group)
    instead = "instead" in group.chain and at < len(nodes) and nodes[at].kind in {".", ",", "DAT"}
    there = at < len(nodes) and nodes[at].low == "there"
    at += there
    if not instead and not any(node.low in STEADS | {"instead"} for node in nodes[at : at + 4]):
        return False
    if at < len(nodes) and nodes[at].low not in {"instead", "in", "on"} and not instead:
        return False
    if any(node.low in {"of", "to"} for node in nodes[at : at + 4]):
        return False
    who = [node for node in travellers_of(sentence, group) if node.kind in {"PER", "TTL", "GRP"}]
    telling = _tell(journal, sentence, group)
    if not who or telling is None or telling.status not in {"planned", "done"}:
        return False
    stead = next((index for index in range(at, min(len(nodes), at + 4)) if nodes[index].low in STEADS), at)
    return stand_in(journal, sentence, who, telling, nodes[group.first].start, when=date_after(sentence, stead + 1)[0])


def find_in_stead(journal: Journal, sentence: Sentence) -> None:
    """Enter B of 'The trade minister, B, will sign the accord in her place on Friday': B goes where the visit that was called off led."""
    nodes = sentence.nodes
    for index in range(2, len(nodes)):
        if nodes[index].low not in STEADS or nodes[index - 1].low not in _OWN or nodes[index - 2].low != "in":
            continue
        group = next((item for item in reversed(sentence.groups) if item.main < index and not item.participle), None)
        if group is None or group.lemma in MOTION or group.lemma == "represent" or group.passive or group.negative:
            return
        who = [node for node in travellers_of(sentence, group) if node.kind == "PER"]
        telling = _tell(journal, sentence, group) if who else None
        if telling is not None and telling.status in {"planned", "done"}:
            when = date_after(sentence, index + 1)[0] or next(
                (node.value for node in nodes[group.last : index] if node.kind == "DAT"), None
            )
            stand_in(journal, sentence, who, telling, nodes[group.first].start, when=when)


def miss_in_stead(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Enter A of 'London was to be next. A has asked his deputy, B, to go there in his place', told just before that B goes: A does not."""
    nodes = sentence.nodes
    if group.last >= len(nodes) or nodes[group.last].low != "there":
        return
    main = group_before(sentence, group.first) if group.infinitive else None
    if main is None or main.lemma not in REQUEST | ORDER or main.passive or main.negative or sentence.lows.isdisjoint(STEADS):
        return
    reach = range(group.last + 2, min(len(nodes), group.last + _BEHIND_GOAL))
    stead = next((index for index in reach if nodes[index].low in STEADS and nodes[index - 1].low in _OWN), 0)
    missing = [node for node in travellers_of(sentence, main) if node.kind in {"PER", "TTL", "PRO"}] if stead else []
    told = [item for item in journal.found[-_RECENT:] if item.unit == sentence.unit.index and item.start >= nodes[main.first].start]
    for item in told if len(missing) == 1 else ():
        if isinstance(item.place, Node) and item.status == "planned":
            journal.add(sentence, missing, Stop(item.place, item.when), Telling("cancelled", "future", "planned"), "travel/absent")


def makes_journey(journal: Journal, sentence: Sentence, phrase: Phrase, governor: VerbGroup) -> bool:
    """Enter B of 'It is the trade minister, B, who will make the trip', where the visit just called off led; tell whether so."""
    nodes = sentence.nodes
    bare = not phrase.route.stops and not phrase.who and nodes[phrase.first].low in {"the", "that", "this"}
    if not bare or phrase.noun - phrase.first > 1 or governor.passive or governor.negative or nodes[phrase.noun].low in STOPS:
        return False
    who = [node for node in travellers_of(sentence, governor) if node.kind == "PER"]
    telling = tell(journal, sentence, governor) if who and not journal.same_as_current(who) else None
    return telling is not None and telling.status in {"planned", "done"} and stand_in(journal, sentence, who, telling, who[0].start)


def _represents(journal: Journal, sentence: Sentence, group: VerbGroup) -> bool:
    """Enter who represents somebody whose visit is off: 'B will represent her', 'represents the ministry there', 'is represented by B'."""
    nodes = sentence.nodes
    off = _missed(journal, sentence)
    at = group.last
    if not off or off[0].unit < sentence.unit.index - 1 or at >= len(nodes):
        return False
    if group.passive:
        who = people_named(sentence, at + 1) if nodes[at].low == "by" else []
    elif nodes[at].low in _HIM or any(node.low == "there" for node in nodes[at + 1 : at + _OBJECT]):
        who = [node for node in travellers_of(sentence, group) if node.kind in {"PER", "TTL"}]
    else:
        return False
    told = tell(journal, sentence, group)
    if not who or told is None or told.status not in {"planned", "done"} or told.negative:
        return False
    return stand_in(journal, sentence, who, told, nodes[group.first].start)


def _tell(journal: Journal, sentence: Sentence, group: VerbGroup) -> Telling | None:
    """Return what the verb tells; who is asked or told to go instead is to go."""
    telling = tell(journal, sentence, group)
    main = group_before(sentence, group.first) if telling is None and group.infinitive else None
    if main is not None and main.lemma in CONTROLLING and not main.passive and not main.negative and main.modality == "asserted":
        return to_come()
    return telling


def _missed(journal: Journal, sentence: Sentence) -> list[Finding]:
    """Return the visits that were called off, as far as somebody can be told to take them over."""
    off = [item for item in journal.found[-_RECENT:] if item.status in {"cancelled", "postponed"} and isinstance(item.place, Node)]
    off = [item for item in off if item.status == "cancelled" or item.when is None]
    if not off:
        return []
    # 'called off a visit to Austria. He had been due to tour a plant in Linz. B will go instead': what was called off first
    here = [item for item in off if item.unit == sentence.unit.index]
    first = here[0] if here else next(item for item in off if item.who[0] is off[-1].who[0] or item.trip == off[-1].trip)
    return [item for item in off if item.unit == first.unit]


def stand_in(journal: Journal, sentence: Sentence, who: list[Node], telling: Telling, start: int, *, when: Any = None) -> bool:
    """Enter somebody in the place of the traveller of the last visit that was called off; tell whether there is one."""
    entered = False
    for finding in _missed(journal, sentence):
        if isinstance(finding.place, Node) and {node.name for node in who}.isdisjoint(node.name for node in finding.who):
            journal.add(sentence, who, Stop(finding.place, when or finding.when), telling, "travel/stand-in", start=start)
            entered = True
    return entered
