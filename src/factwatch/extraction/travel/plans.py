"""Journeys told as somebody's plans: 'has scrapped plans to visit Ghana', 'announced plans to attend a summit in Quito'."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.neighbours import group_after
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.telling import previous_group, tell
from factwatch.extraction.travel.travellers import owner_of, travellers_of
from factwatch.extraction.travel.trips import Telling, to_come
from factwatch.extraction.travel.words import CANCEL, POSTPONE

_NOUNS: Final = frozenset({"plan", "plans"})
_TOLD: Final = frozenset({"announce", "confirm", "unveil", "make", "have", "reveal", "outline", "disclose"})
_PLANNED: Final = to_come()


@frozen
class Plan:
    """Whose plans they are and what becomes of them."""

    who: list[Node]
    """Nobody where the plans tell of no journey."""
    telling: Telling = _PLANNED
    rule: str = "travel/plans-to"
    start: int = 0
    """Where they are told, in characters."""


def plan_of(journal: Journal, sentence: Sentence, group: VerbGroup) -> Plan | None:
    """Return the plans that the infinitive *group* hangs on; None where it hangs on none."""
    nodes = sentence.nodes
    at = next((index for index in range(group.first, group.main) if nodes[index].low in _NOUNS), -1)
    if at < 1 or "to" not in group.chain:
        return None
    before = nodes[at - 1]
    if before.kind in {"PER", "TTL", "GRP", "r", "u"} or (before.kind == "PRO" and before.low in {"he", "she", "they", "who", "i"}):
        return None
    if nodes[at].low == "plans" and before.kind in {",", ")", "DAT"} and subject_of(sentence, group):
        # 'A, who took office in May, plans to visit'
        return None
    if before.low == "no":
        told = tell(journal, sentence, group)
        who = travellers_of(sentence, group) if told is not None and told.negative else []
        return Plan(who, Telling("planned", "future", "planned", negative=True), "travel/no-plans", nodes[group.first].start)
    main = previous_group(sentence, group)
    if main is None:
        # "President A's plan to visit Taiwan has angered Beijing"; 'has been dropped' is told in `changes`
        after = group_after(sentence, group.main)
        stands = after is not None and not after.passive and not after.negative
        return Plan(owner_of(sentence, at) if stands else [], start=nodes[at].start)
    who = owner_of(sentence, at)
    if not who or who[0].kind == "PRO":
        who = travellers_of(sentence, main) or who
    telling = _PLANNED if main.lemma in _TOLD else None
    if not {main.lemma, main.verb}.isdisjoint(CANCEL):
        telling = Telling("cancelled", "future", "planned")
    elif not {main.lemma, main.verb}.isdisjoint(POSTPONE):
        telling = Telling("postponed", "future", "planned")
    if telling is None or main.modality == "possible" or main.passive or main.negative:
        return Plan([])
    return Plan(who, telling, start=nodes[at].start)
