"""People told by another or by their age: 'her host', 'his successor', 'the 54-year-old' -> the people meant."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from typing import Final

from attrs import define, field

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node, Title
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import Place
from factwatch.resolution.names import parts
from factwatch.resolution.offices import COMING, GAINED, country_of, status_fits
from factwatch.resolution.people import Entity
from factwatch.resolution.pronouns import Pronouns
from factwatch.resolution.scene import Mention, Scene
from factwatch.resolution.several import is_counterpart
from factwatch.resolution.styles import STYLES

_DATA = data_file("references.yaml")
_HOSTS: Final = words_of(_DATA["hosts"])
_GUESTS: Final = words_of(_DATA["guests"])
_PEERS: Final = words_of(_DATA["peers"])
_SUCCESSORS: Final = words_of(_DATA["successors"])
_PREDECESSORS: Final = words_of(_DATA["predecessors"])
_MENTIONS: Final = 50
"""Further back, in names, a country is not believed."""
_NEAR: Final = 40
"""Further back, in names, nobody's host or successor is looked for."""
_OFTEN: Final = 2
"""Whom the text names less often is not 'the visitor' for that alone."""
_AGE: Final = re.compile(r",? (?:aged |now )?(\d\d)(?=[,.;)])|[,(]? ?(?:an? |aged |the )?(\d\d)-year-old\b|\((\d\d)\)")
_AGE_BEFORE: Final = re.compile(r"\b(\d\d)-year-old(?: [\w'’-]+){0,3} $")
_REACH: Final = 40
"""Characters around a name within which its age stands."""
_BY_STATUS: Final = words_of(_DATA["coming"]) | words_of(_DATA["leaving"])


def age_told(words: str) -> str:
    """Return '54' of 'the 54-year-old', else ''."""
    number, found, _ = words.removeprefix("the ").partition("-year-old")
    return number if found and number.isdigit() else ""


@define(eq=False)
class Related:
    """Resolves the references of one document to people that go by another, or by their age."""

    _scene: Scene
    _pronouns: Pronouns
    _ages: dict[str, list[Entity]] | None = field(default=None)
    _travellers: list[tuple[int, Entity]] = field(factory=list)

    def of_age(self, age: str, before: int) -> Entity | None:
        """Return the one person whom the document gives that age before the offset."""
        if self._ages is None:
            self._ages = self._read_ages()
        found = [who for who in self._ages.get(age, ()) if who.first < before]
        return found[0] if len(found) == 1 else None

    def _read_ages(self) -> dict[str, list[Entity]]:
        found: dict[str, list[Entity]] = {}
        text = self._scene.passage.text
        for offset, entity, _ in self._scene.mentions:
            length = next((len(form) for form in sorted(entity.forms, key=len, reverse=True) if text.startswith(form, offset)), 0)
            inner = next((at for form in entity.forms if (at := text.find(form, offset, offset + 2 * _REACH)) >= 0), offset)
            behind = _AGE.match(text, (offset if length else inner) + (length or len(entity.name)))
            ahead = _AGE_BEFORE.search(text, max(0, offset - _REACH), offset)
            age = next((group for group in behind.groups() if group), "") if behind else ahead[1] if ahead else ""
            if age and entity not in found.setdefault(age, []):
                found[age].append(entity)
        return found

    def told_apart(self, node: Node) -> Entity | None:
        """Return whom the document gives the age of 'the 58-year-old' or connects with the country of 'the Canadian'."""
        age = age_told(node.low)
        of_age = self.of_age(age, node.start) if age else None
        country = nation_of_node(node)
        if of_age is not None or not country:
            return of_age
        at = bisect_left(self._scene.offsets, node.start)
        near = self._scene.mentions[max(0, at - _MENTIONS) : at]
        people = {id(who): who for _, who, _ in reversed(near) if country in who.nations}
        # of several of the country the one whom the text names most, else the one named last
        return max(people.values(), key=lambda who: bisect_left(who.places, node.start)) if people else None

    def counterpart_from(self, country: str, node: Node) -> Entity | None:
        """Return who was named last as somebody's counterpart of that country: 'the Albanian premier' is 'her Albanian counterpart, A'."""
        at = bisect_left(self._scene.offsets, node.start)
        near = reversed(self._scene.mentions[max(0, at - _MENTIONS) : at])
        return next((who for _, who, _ in near if country in who.nations and is_counterpart(who)), None)

    def peer(self, node: Node) -> Entity | None:
        """'Otieno said so. Her Ugandan colleague ...': whom the document connects with the country."""
        country = country_of(node.titles[0])
        at = bisect_left(self._scene.offsets, node.start)
        near = self._scene.mentions[max(0, at - _MENTIONS) : at]
        people = {id(who): who for _, who, _ in near if country and country in who.nations}
        return next(iter(people.values())) if len(people) == 1 else None

    def note_travellers(self, findings: Iterable[Finding]) -> None:
        """Take in who goes where, for 'the visitor'."""
        people = (node for finding in findings if finding.kind == "visit" and len(finding.who) == 1 for node in finding.who)
        self._travellers = sorted(
            (
                (node.start, who)
                for node in people
                if node.kind == "PER" and (who := self._scene.people.named(node)) is not None and len(parts(who.name)) > 1
            ),
            key=lambda item: item[0],
        )

    def visitor(self, node: Node) -> Entity | None:
        """Return the one person who was told to travel before 'the visitor', 'the guest'; None where there are several."""
        if node.titles[0].head.name not in _GUESTS:
            return None
        at = bisect_left(self._travellers, node.start, key=lambda item: item[0])
        people = {id(who): who for _, who in self._travellers[max(0, at - _NEAR) : at]}
        if not people and node.titles[0].head.name == "visitor":
            # 'the guest' may as well be whoever the text names last
            return self._main(node.start)
        return next(iter(people.values())) if len(people) == 1 else None

    def _main(self, before: int) -> Entity | None:
        """Return whom the text has named most before the offset, and more than once; None where two are named as often."""
        at = bisect_left(self._scene.offsets, before)
        counts = Counter(id(who) for _, who, _ in self._scene.mentions[max(0, at - _NEAR) : at] if _is_somebody(who))
        ranked = counts.most_common(2)
        if not ranked or ranked[0][1] < _OFTEN or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
            return None
        return next(who for _, who, _ in self._scene.mentions[max(0, at - _NEAR) : at] if id(who) == ranked[0][0])

    def styled(self, head: str, node: Node) -> Entity | None:
        """Return the one person before *node* whose form of address goes with an office: 'the Prince' is 'His Royal Highness A'."""
        at = bisect_left(self._scene.offsets, node.start)
        near = self._scene.mentions[max(0, at - _NEAR) : at]
        people = {id(who): who for _, who, _ in near if head in STYLES.get(who.style, frozenset()) and not _has_royal_office(who)}
        fitting = [who for who in people.values() if self._scene.gender_of_word(head) in {"", who.gender}]
        return fitting[0] if len(fitting) == 1 else None

    def relation(self, node: Node, sentence: Sentence) -> Entity | None:
        """Resolve 'her host', 'his counterpart', 'her successor', 'his predecessor'; None where nobody or more than one fits."""
        owner, _, noun = node.low.partition(" ")
        if owner not in {"his", "her"}:
            return None
        pronoun = Node("PRO", node.first, node.first, node.start, node.start + len(owner), owner, "hers" if owner == "her" else owner)
        known = self._pronouns.resolve(pronoun, sentence)
        if known is None:
            return None
        at = bisect_left(self._scene.offsets, node.start)
        near = {id(who): who for _, who, _ in self._scene.mentions[max(0, at - _NEAR) : at] if who is not known}
        fitting = [who for who in near.values() if _is_related(noun, known, who, node.start)]
        return fitting[0] if len(fitting) == 1 else None


def _has_royal_office(who: Entity) -> bool:
    return any(title.head.group == "royal" for title in who.titles)


def _is_somebody(who: Entity) -> bool:
    return bool(who.titles) or len(parts(who.name)) > 1


def _is_related(noun: str, known: Entity, who: Entity, before: int) -> bool:
    """Tell whether *who* can be the host, the counterpart, the successor or the predecessor of *known*."""
    own = [title for title in known.titles if title.start < before]
    theirs = [title for title in who.titles if title.start < before]
    if noun in _HOSTS:
        # who receives is often told without his country: 'the chancellor received Portugal's premier, A. Her guest'
        told = bool(who.nations) and (bool(known.nations) or noun in _GUESTS)
        return bool(theirs) and told and who.nations.isdisjoint(known.nations)
    if noun in _PEERS:
        # of one office in another country, or somebody told to be a counterpart
        abroad = who.nations.isdisjoint(known.nations)
        return abroad and (_share_office(own, theirs) or any(title.head.name in _PEERS for title in theirs))
    if noun in _SUCCESSORS:
        return any(_came(title) for title in theirs) and any(title.status == "former" for title in own)
    if noun in _PREDECESSORS:
        return any(title.status == "former" and title.status_word == GAINED for title in theirs) and any(_came(title) for title in own)
    return False


def _came(title: Title) -> bool:
    return title.status in COMING or (title.status_word == GAINED and title.status in {"current", "acting"})


def _share_office(own: list[Title], theirs: list[Title]) -> bool:
    return not {title.head.name for title in own}.isdisjoint(title.head.name for title in theirs)


def by_status(found: list[Mention], node: Node) -> list[Mention]:
    """Of several holders: those who go with 'the new minister', 'the outgoing minister'."""
    word = next((word for word in node.low.split()[:3] if word in _BY_STATUS), None)
    if word is None:
        return found
    title = node.titles[0]
    offices = [[own for own in who.titles if own.start < node.start and own.head.name == title.head.name] for _, who, _ in found]
    ranks = [status_fits(word, titles) for titles in offices]
    best = max(ranks)
    return [mention for mention, rank in zip(found, ranks, strict=True) if rank == best and rank]


def nation_of_node(node: Node) -> str:
    """Return the code of the country that a description tells somebody by, or ''."""
    if isinstance(node.nation, Place):
        return node.nation.country or ""
    return country_of(node.titles[0]) if node.titles else ""
