"""Presence told by a deed alone: 'said in Lima', 'signed an accord in Quito'. A visit only for those whose office is of another country."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.context import say_lemmas
from factwatch.extraction.occasion import day_of, place_of
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Stop
from factwatch.extraction.travel.telling import tell
from factwatch.extraction.travel.travellers import agents_of, travellers_of
from factwatch.extraction.travel.words import DOING, LED_ABROAD, RECEIVE, REMOTE, SPEAK, UNDERGOING
from factwatch.lexicon.places import Place

_OBJECT: Final = 6
"""Nodes of an object like 'her country's delegation'."""


def find_deeds(journal: Journal, sentence: Sentence) -> None:
    """Note who does something in a named place; resolution keeps it where the place is abroad for him."""
    if sentence.unit.quotation is not None or "LOC" not in sentence.kinds:
        return
    for group in sentence.groups:
        said = group.lemma in say_lemmas() or group.lemma in SPEAK
        done = (group.lemma in DOING or leads_party(sentence, group)) and group.lemma not in RECEIVE and not group.participle
        if group.lemma == "take" and group.last < len(sentence.nodes) and sentence.nodes[group.last].low != "part":
            # 'took a doctorate in Rome'
            continue
        undergone = group.passive and group.lemma in UNDERGOING
        if (said or done or undergone) and not (group.infinitive or group.negative):
            _note(journal, sentence, group, said=said)


def _note(journal: Journal, sentence: Sentence, group: VerbGroup, *, said: bool) -> None:
    # 'she said' may be another woman than the one meant; who acts in a place is told of with more care
    kinds = {"PER"} if said else {"PER", "TTL", "PRO"}
    undergone = group.passive and group.lemma in UNDERGOING
    doers = agents_of(sentence, group) if group.passive and not undergone else travellers_of(sentence, group)
    who = [node for node in doers if node.kind in kinds]
    place = place_of(sentence, group) if who else None
    if place is None or not isinstance(place.value, Place) or place.value.kind != "city":
        return
    if any(other.unit == sentence.unit.index and getattr(other.place, "start", -1) == place.start for other in journal.found[-8:]):
        return
    if not sentence.lows.isdisjoint(REMOTE):
        # 'addressed the meeting in Lima by video link'
        return
    day = day_of(sentence, group)
    telling = tell(journal, sentence, group, day.value if day is not None else None)
    if telling is None or telling.status not in {"done", "planned"} or telling.negative:
        return
    stop = Stop(place, day.value if day is not None else None)
    end = max(place.end, sentence.nodes[group.last - 1].end)
    journal.suppose(sentence, who, stop, telling, "travel/deed", end=end, start=sentence.nodes[group.first].start, said=said)


def leads_party(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the verb and its object are 'led her country's delegation'."""
    if group.lemma not in {"lead", "head"}:
        return False
    behind = sentence.nodes[group.last : group.last + _OBJECT]
    return any(node.low.split()[-1] in LED_ABROAD for node in behind)
