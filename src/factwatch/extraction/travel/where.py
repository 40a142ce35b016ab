"""Who is where he acts, told by a relative clause: 'in Brussels, where she met', 'the inn in Lima in which she stayed'."""

# ruff: noqa: PLR2004  # how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.neighbours import group_after
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.deeds import leads_party
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.telling import tell, tell_expected
from factwatch.extraction.travel.travellers import at_home, party_of, travellers_of
from factwatch.extraction.travel.trips import going_on
from factwatch.extraction.travel.words import (
    BUILDINGS,
    DOING,
    EXPECT,
    PLANNED_TO,
    VISITS,
)

_FRONTED: Final = 5
"""Nodes of 'Speaking to reporters in Lima'."""
_RELATIVES: Final = frozenset({"where", "which"})


def find_where(journal: Journal, sentence: Sentence) -> None:
    """'told reporters in Brussels, where she is attending a summit', 'came from Washington, where he met': who acts there is there."""
    if sentence.lows.isdisjoint(_RELATIVES):
        return
    nodes = sentence.nodes
    for group in sentence.groups:
        index = _relative_before(nodes, group)
        due = _is_due(sentence, group)
        if index < 2 or (group.passive and not due):
            continue
        at = index - 1 if nodes[index - 1].kind == "," else index
        on_visit = due or (group.lemma == "be" and _on_visit(sentence, group))
        if not on_visit and group.lemma not in DOING and not leads_party(sentence, group):
            continue
        place, start = _place_before(journal, sentence, at)
        named = _named_next(sentence, group, start)
        who = named or party_of(sentence, subject_of(sentence, group))
        if (
            place is None
            or (named and start > 1 and at_home(named, place))
            or place.low.rpartition(" ")[2] in BUILDINGS
            or not who
            or any(getattr(item.place, "start", -1) == place.start for item in journal.found[-8:])
        ):
            continue
        when = next((node.value for node in nodes[group.last : group.last + 8] if node.kind == "DAT"), None)
        telling = tell_expected(journal, sentence, group, when) if due else tell(journal, sentence, group, when, state=on_visit)
        if telling is None or telling.negative or (telling.status == "cancelled" and not due):
            continue
        if group.lemma == "be" and group.perfect and "had" not in group.chain and telling.status == "done" and _since(sentence, group):
            telling = going_on()
        if group.progressive and telling.status == "planned" and journal.days.lies(when) != "future":
            telling = going_on()
        journal.add_route(
            sentence, who, Route([Stop(place, when if journal.days.is_short(when) else None, index=start)], end=at), telling, "travel/where"
        )


def _relative_before(nodes: list[Node], group: VerbGroup) -> int:
    """Return the index of 'where' or 'in which' before the subject of the verb, 0 where its clause is not opened so."""
    index = group.first - 1
    while index > 1 and (nodes[index].kind in {"r", "DAT", "PRO", "PER", "TTL", "d"} or nodes[index].low == "on"):
        index -= 1
    if index > 1 and nodes[index].low == "which" and nodes[index - 1].low == "in":
        return index - 1
    return index if index > 1 and nodes[index].low == "where" else 0


def _is_due(sentence: Sentence, group: VerbGroup) -> bool:
    """'where the general is due on the 27th', 'where she was expected at noon'."""
    nodes = sentence.nodes
    at = group.last
    if group.negative or at + 1 >= len(nodes):
        return False
    if group.lemma == "be" and nodes[at].low in PLANNED_TO:
        at += 1
    elif not (group.lemma in EXPECT and group.passive):
        return False
    return nodes[at].kind in {",", ".", "DAT"} or nodes[at].low in {"on", "in", "for", "at", "by", "later", "next"}


def _named_next(sentence: Sentence, group: VerbGroup, place: int) -> list[Node]:
    """
    Return A of 'From Lima, where he landed on Tuesday, President A will travel on', 'Speaking in Lima, where he opened a school, A said'.

    [] where the pronoun means somebody told before.
    """
    subjects = subject_of(sentence, group)
    if not (place == 1 or _is_fronted(sentence, group, place)) or len(subjects) != 1 or subjects[0].low not in {"he", "she"}:
        return []
    main = next((other for other in sentence.groups if other.main > group.main and not other.participle), None)
    return [node for node in travellers_of(sentence, main) if node.kind in {"PER", "TTL"}] if main is not None else []


def _is_fronted(sentence: Sentence, group: VerbGroup, place: int) -> bool:
    """Tell whether the place stands in a participle phrase in front: 'Speaking to reporters in Lima, where'."""
    first = sentence.groups[0]
    return first.main == 0 and first.form == "ing" and place <= _FRONTED and group_after(sentence, 0) is group


def _since(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether 'since Sunday' stands behind 'have been'."""
    nodes = sentence.nodes
    return group.last + 1 < len(nodes) and nodes[group.last].low == "since" and nodes[group.last + 1].kind == "DAT"


def _on_visit(sentence: Sentence, group: VerbGroup) -> bool:
    """'is on a three-day visit'."""
    nodes = sentence.nodes
    if any("guest" in node.low.split() for node in nodes[group.last : group.last + 3]):
        # 'where she is a guest of the archbishop'
        return True
    if _since(sentence, group):
        return True
    if group.last >= len(nodes) or nodes[group.last].low != "on":
        return False
    return any(node.low in VISITS for node in nodes[group.last + 1 : group.last + 6])


def _place_before(journal: Journal, sentence: Sentence, end: int) -> tuple[Node | None, int]:
    """Return the place that ends before the node *end* and stands behind a preposition, and its index."""
    nodes = sentence.nodes
    reader = journal.reader(sentence)
    for start in range(end - 1, max(0, end - 4), -1):
        if nodes[start - 1].low in {"in", "at", "from", "to", "of", "for"} and nodes[start - 1].kind == "f":
            place, after = reader.place_at(start, sure=nodes[start - 1].low != "of")
            if place is not None and after == end and nodes[start - 1].low != "of":
                return place, start
            return None, 0
    if end >= 1 and sentence.nodes[0].kind == "LOC":
        # 'Lima, where she arrived on Tuesday, is under curfew'
        place, after = reader.place_at(0, sure=False)
        return (place, 0) if place is not None and after == end else (None, 0)
    return None, 0
