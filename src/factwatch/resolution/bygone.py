"""Offices that nobody has any more, whatever the words beside a name say: those of the dead, and those told of days long past."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.tenure.telling import FOR_LIFE, OLD_YEARS
from factwatch.resolution.ground import Ground
from factwatch.resolution.model import Resolved

_HELD = frozenset({"current", "acting", "elect", "designate", "nominee"})


def settle_bygone(
    resolved: list[Resolved], findings: Iterable[Finding], sentences: Mapping[float, Sentence], ground: Ground
) -> list[Resolved]:
    """Return *resolved* with the offices of the dead as left, without those of long ago that somebody still has."""
    dead = {
        id(entity)
        for finding in findings
        if finding.rule == "tenure/die" and (entity := ground.parties.entity(finding.who[0], sentences[finding.unit])) is not None
    }
    for item in resolved if dead else ():
        if item.finding.kind == "title" and item.finding.status in _HELD and id(item.entity) in dead:
            item.finding.status = "former"
    _leave_in_their_years(resolved, sentences, ground)
    return _with_a_bearing(resolved, dead) if any("bygone" in item.finding.extra for item in resolved) else resolved


def _leave_in_their_years(resolved: Iterable[Resolved], sentences: Mapping[float, Sentence], ground: Ground) -> None:
    """Let 'President A' of a sentence that tells only of 1974 have been president then, unless he turns up elsewhere."""
    if ground.passage.published is None:
        return
    limit = ground.passage.published.year - OLD_YEARS
    old: dict[float, bool] = {}
    for item in resolved:
        finding, entity = item.finding, item.entity
        if finding.rule != "titles/beside-name" or finding.status != "current" or item.title is None or item.title.head.group in FOR_LIFE:
            continue
        sentence = sentences[finding.unit]
        if finding.unit not in old:
            old[finding.unit] = "DAT" in sentence.kinds and _is_of_old(sentence, limit, ground)
        first, last = sentence.nodes[0].start, sentence.nodes[-1].end
        if old[finding.unit] and entity is not None and all(first <= place < last for place in entity.places):
            finding.status = "former"


def _is_of_old(sentence: Sentence, limit: int, ground: Ground) -> bool:
    """Tell whether all days of a sentence lie before the year *limit*, and its first verb in the past."""
    days = [ground.timing.day(node.value) for node in sentence.nodes if node.kind == "DAT"]
    main = sentence.groups[0] if sentence.groups else None
    if main is None or main.tense != "past" or main.perfect or "since" in sentence.lows:
        return False
    return all(day is not None and day.last.year < limit for day in days)


def _with_a_bearing(resolved: Sequence[Resolved], dead: AbstractSet[int]) -> list[Resolved]:
    """Leave out what was got or left long ago: of people of whom the document tells no other office, and of those who have it still."""
    titles = [item for item in resolved if item.title is not None and "bygone" not in item.finding.extra]
    held = {(id(item.entity), item.title.head.name) for item in titles if item.title is not None and item.finding.status in _HELD}
    spoken_of = dead | {id(item.entity) for item in titles}
    return [
        item
        for item in resolved
        if "bygone" not in item.finding.extra
        or (item.title is not None and id(item.entity) in spoken_of and (id(item.entity), item.title.head.name) not in held)
    ]
