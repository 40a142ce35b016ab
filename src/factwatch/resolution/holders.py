"""
Who of those named before has an office that is told without a name: 'the president', 'the Iraqi leader'.

First those are found whom the office fits best, then one of them is chosen.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Final

from attrs import define, evolve

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.phrases import Node, Title
from factwatch.lexicon.loader import data_file, words_of
from factwatch.resolution.offices import GAINED, country_of, office_closeness, office_matches
from factwatch.resolution.people import Entity
from factwatch.resolution.related import by_status
from factwatch.resolution.scene import Mention, Scene, index_of, is_solemn

_LEAVING: Final = words_of(data_file("references.yaml")["leaving"])
_MENTIONS: Final = 200
"""Further back, in names, an office is not believed."""
_SAME_COUNTRY: Final = 10
"""What the country of 'the Iraqi leader' counts beside how well the office fits."""


@define(eq=False)
class Holders:
    """The holders of the offices of one document."""

    _scene: Scene
    _pronoun: Callable[[Node, Sentence], Entity | None]
    """Whom a pronoun means."""

    def before(self, node: Node, sentence: Sentence) -> list[Mention]:
        """Return those named before whom the office fits best, each with the last mention, nearest first."""
        title = node.titles[0]
        at = bisect_left(self._scene.offsets, node.start)
        governor = self._governor(node, sentence)
        gender = self._scene.gender_of_word(title.head.name)
        leaving = title.status != "former" and not _LEAVING.isdisjoint(node.low.split())
        best = 0
        found: list[Mention] = []
        seen: set[int] = set()
        for mention in reversed(self._scene.mentions[max(0, at - _MENTIONS) : at]):
            entity = mention[1]
            if entity is governor or id(entity) in seen:
                continue
            seen.add(id(entity))
            if gender and entity.gender not in {"", gender}:
                continue
            closeness = _closeness(entity, node, leaving=leaving)
            if closeness > best:
                best, found = closeness, []
            if closeness and closeness == best:
                found.append(mention)
        return by_status(found, node) if len(found) > 1 or (found and leaving) else found

    def choose(self, holders: Sequence[Mention], node: Node, sentence: Sentence) -> Entity:
        """Return which of several presidents it is: whom the sentence named last is about, or the one named last."""
        title, several = node.titles[0], len(holders) > 1
        if several and "visiting" in node.low.split()[:2]:
            holders = _from_abroad(holders, title) or holders
        elif several and title.bare and is_solemn(node, sentence):
            return self._own(holders, node)
        if len(holders) > 1 and title.bare and "new" not in node.low.split():
            # 'She speaks six languages. ... the bishop said': who is spoken of, not the bishop named last
            spoken_of = self._taken_up_before(sentence)
            if spoken_of is not None and any(who is spoken_of for _, who, _ in holders):
                return spoken_of
        return self._last_told(holders, title)

    def _own(self, holders: Sequence[Mention], node: Node) -> Entity:
        """
        Return whom 'the President' in capitals means, as releases and diaries write it.

        It is the one whom the document introduces by the bare office ('The President, Ana Ruiz'), else the one it names most, if any.
        """
        title = node.titles[0]
        # a release's own minister, not the guest from abroad
        abroad = _from_abroad(holders, title)
        first = min(holders, key=_first_named)
        holders = holders if first in abroad else [mention for mention in holders if mention not in abroad]
        introduced = [who for _, who, _ in holders if any(_introduces(own, title) for own in who.titles if own.start < node.start)]
        if len(introduced) == 1:
            return introduced[0]
        lead = min(holders, key=_first_named)[1]
        if self._opens_text(lead):
            # a release about a minister's journey goes on with 'the Minister', however often it names his counterpart
            return lead
        return min(holders, key=lambda item: (-bisect_left(item[1].places, node.start), item[1].first))[1]

    def _last_told(self, holders: Sequence[Mention], title: Title) -> Entity:
        last = holders[0][2]
        subjects = [who for _, who, place in holders if place is last and self._scene.is_subject(who, last)]
        if len(subjects) == 1:
            return subjects[0]
        # 'A will visit Lima. She is to hold talks with President B. The president will then fly to Quito': whose story it is
        _, lead, _ = min(holders, key=_first_named)
        at = bisect_left(self._scene.offsets, lead.first)
        opening = self._scene.mentions[at][2] if at < len(self._scene.mentions) else last
        if len(holders) > 1 and title.of is None and self._scene.is_subject(lead, opening):
            return lead
        return subjects[0] if subjects else holders[0][1]

    def _opens_text(self, entity: Entity) -> bool:
        """Tell whether somebody is the first whom the text names, as the subject of a sentence."""
        offset, first, sentence = self._scene.mentions[0]
        return first is entity and entity.first == offset and self._scene.is_subject(entity, sentence)

    def _taken_up_before(self, sentence: Sentence) -> Entity | None:
        """Return whom 'he' or 'she' means as the first subject of the sentence before."""
        for earlier in self._scene.before(sentence, 1):
            subjects = next((subjects for _, subjects in self._scene.clauses(earlier) if subjects), [])
            if len(subjects) == 1 and subjects[0].low in {"he", "she"}:
                return self._pronoun(subjects[0], earlier)
        return None

    def _governor(self, node: Node, sentence: Sentence) -> Entity | None:
        """Return the subject of the verb that the office is the object of: nobody meets himself."""
        at = index_of(sentence, node)
        group: VerbGroup | None = next((item for item in reversed(sentence.groups) if item.last <= at), None)
        if group is None or any(other.kind in {",", "s"} or other.low in {"and", "that"} for other in sentence.nodes[group.last : at]):
            return None
        subjects = subject_of(sentence, group)
        return self._scene.people.named(subjects[0]) if len(subjects) == 1 and subjects[0].kind == "PER" else None


def _closeness(entity: Entity, node: Node, *, leaving: bool) -> int:
    """Tell how well an office fits those that somebody was told to have before: 0 not."""
    title = node.titles[0]
    offices = (own for own in entity.titles if own.start < node.start)
    if leaving:
        # 'the outgoing minister' may be told to have resigned
        offices = (evolve(own, status="current") if own.status_word == GAINED else own for own in offices)
    closeness = max((office_closeness(title, own) for own in offices), default=0)
    country = country_of(title) if closeness and entity.nations else ""
    if not country:
        return closeness
    # 'the Iraqi leader' is rather an Iraqi than somebody of no country, and nobody of another one
    return closeness + _SAME_COUNTRY if country in entity.nations else 0


def _from_abroad(holders: Sequence[Mention], title: Title) -> list[Mention]:
    """Return those whom the document gives the office with a country."""
    return [mention for mention in holders if any(country_of(own) for own in mention[1].titles if office_matches(title, own))]


def _first_named(mention: Mention) -> int:
    return mention[1].first


def _introduces(own: Title, title: Title) -> bool:
    return own.bare and own.determiner.lower() == "the" and own.head.name == title.head.name
