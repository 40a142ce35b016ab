"""Who holds an office, and whose office it is."""

from __future__ import annotations

from attrs import define

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.phrases import Node, Title
from factwatch.resolution.ground import Ground
from factwatch.resolution.model import Resolved
from factwatch.resolution.people import Entity
from factwatch.resolution.successions import Successions


@define(eq=False)
class Titles:
    """Settles the offices that one document's findings tell of."""

    _ground: Ground
    _successions: Successions

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
        item.of = ground.owners.body_of(title, sentence)
        if item.of is None and title.head.group == "state" and entity is not None:
            item.of = self._state_of_principal(title, entity, sentence)
        if entity is not None and entity.slips:
            item.doubt += 0.15
        ground.timing.set_dates(item)
        ground.attribute(item, sentence)
        return item

    def _state_of_principal(self, title: Title, holder: Entity, sentence: Sentence) -> str | None:
        """Return the country of whose 'his foreign minister', "Quintero's foreign minister" is."""
        owner = _principal(title)
        principal = self._ground.parties.entity(owner, sentence) if owner is not None else None
        if principal is None or principal is holder:
            return None
        state = next((own for own in principal.titles if own.head.group in {"state", "royal"} and own.of_kind in {"G", "A"}), None)
        return self._ground.owners.body_of(state, sentence) if state is not None else None


def _principal(title: Title) -> Node | None:
    """Return the words for whose minister it is, as a node of their own: 'his', 'Quintero'."""
    if title.determiner in {"his", "her"}:
        word = "hers" if title.determiner == "her" else title.determiner
        return Node("PRO", 0, 0, title.start, title.start + len(title.determiner), word, word)
    if title.of_kind == "N" and title.of:
        return Node("PER", 0, 0, title.start, title.start + len(title.of), title.of, title.of.lower(), name=title.of)
    return None
