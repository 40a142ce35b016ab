"""Who holds an office, and whose office it is."""

from __future__ import annotations

from typing import Final

from attrs import define, field

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.phrases import Node, Title
from factwatch.lexicon.places import country_name
from factwatch.resolution.ground import Ground
from factwatch.resolution.model import Resolved
from factwatch.resolution.people import Entity
from factwatch.resolution.successions import Successions

_LANDS: Final = frozenset({"country", "nation"})
_HIS: Final = frozenset({"his ", "her "})


@define(eq=False)
class Titles:
    """Settles the offices that one document's findings tell of."""

    _ground: Ground
    _successions: Successions
    _told: dict[int, str] = field(factory=dict)
    """Where an office is told -> whose it is there: a successor's is the same."""

    def settle(self, item: Resolved, sentence: Sentence) -> Resolved | None:
        """Return the office with its holder, owner, days and source; None where nobody can tell the holder or the office."""
        finding, ground = item.finding, self._ground
        if finding.title is None:
            read = self._successions.read(finding, sentence)
            if read is None:
                return None
            entity, title = read
        elif finding.who:
            entity, title = ground.parties.entity(finding.who[0], sentence), finding.title
        else:
            return None
        name = entity.name if entity is not None else (finding.who[0].name if finding.who and finding.who[0].kind == "PER" else None)
        if not name:
            return None
        item.title, item.entity, item.who = title, entity, [name]
        if title.of_kind == "this" and title.of in _LANDS and ground.passage.text[title.start : title.start + 4].lower() in _HIS:
            item.of = self._own_land(title, entity, sentence)
        else:
            item.of = ground.owners.body_of(title, sentence)
        if "office_nation" not in finding.extra:
            item.of = item.of or self._told.get(title.start)
            if item.of is not None and not item.of.islower():
                self._told.setdefault(title.start, item.of)
        if item.of is None and title.of is None and "peer" in finding.extra:
            item.of = self._body_of_peer(title, finding.extra["peer"], sentence)
        if item.of is None and title.head.group == "state" and entity is not None and title.of_kind != "this":
            item.of = self._state_of_principal(title, entity, sentence)
        if entity is not None and entity.slips:
            item.doubt += 0.15
        ground.timing.set_dates(item)
        ground.attribute(item, sentence)
        return item

    def _own_land(self, title: Title, holder: Entity | None, sentence: Sentence) -> str | None:
        """Return the land of whoever 'his country's minister' speaks of: the holder named before, else the subject of the sentence."""
        named = next((node for node in sentence.nodes if node.kind == "PER" and node.start < title.start), None)
        person = self._ground.people.named(named) if named is not None else holder
        if person is None:
            return None
        held = self._land_held(person, sentence)
        if held is not None or len(person.nations) != 1:
            return held
        return country_name(next(iter(person.nations)))

    def _land_held(self, person: Entity, sentence: Sentence) -> str | None:
        """Return the land of the office of state that somebody has."""
        state = next((own for own in person.titles if own.head.group in {"state", "royal"} and own.of_kind in {"G", "A"}), None)
        return self._ground.owners.body_of(state, sentence) if state is not None else None

    def _body_of_peer(self, title: Title, peer: Node, sentence: Sentence) -> str | None:
        """Return the body of 'Brazil coach B' in 'B replaced A as coach'."""
        other = self._ground.parties.entity(peer, sentence)
        named = (own for own in other.titles if own.head.name == title.head.name and own.of is not None) if other is not None else ()
        return next((body for own in named if (body := self._ground.owners.body_of(own, sentence)) is not None), None)

    def _state_of_principal(self, title: Title, holder: Entity, sentence: Sentence) -> str | None:
        """Return the country of whose 'his foreign minister', "Quintero's foreign minister" is."""
        owner = _principal(title)
        principal = self._ground.parties.entity(owner, sentence) if owner is not None else None
        if principal is None or principal is holder:
            return None
        return self._land_held(principal, sentence)


def _principal(title: Title) -> Node | None:
    """Return the words for whose minister it is, as a node of their own: 'his', 'Quintero'."""
    if title.determiner in {"his", "her"}:
        word = "hers" if title.determiner == "her" else title.determiner
        return Node("PRO", 0, 0, title.start, title.start + len(title.determiner), word, word)
    if title.of_kind == "N" and title.of:
        return Node("PER", 0, 0, title.start, title.start + len(title.of), title.of, title.of.lower(), name=title.of)
    return None
