"""
Whom an office without a name means: 'the prime minister', 'the visiting president', 'the striker'.

It is somebody named before it with such an office, else the only one after it. Where there is none, the readers of a table are asked in
order: each returns whom the office means, or None where it cannot tell.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from attrs import define, field

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.phrases import Node, Title
from factwatch.lexicon.loader import data_file, words_of
from factwatch.resolution.descriptions import Descriptions, is_epithet
from factwatch.resolution.holders import Holders
from factwatch.resolution.named_later import NamedLater
from factwatch.resolution.offices import COMING, country_of, office_matches
from factwatch.resolution.people import Entity
from factwatch.resolution.related import Related
from factwatch.resolution.scene import Mention, index_of, is_solemn

_DATA = data_file("references.yaml")
_PEERS: Final = words_of(_DATA["peers"])
_INDEFINITE: Final = words_of(_DATA["indefinite"])
_TAKEN_UP: Final = frozenset({"state", "body", "company", "sport", "church"})
"""Groups of offices by which a text takes up somebody whom it gives none."""


@define(eq=False)
class OfficeReferences:
    """Resolves the offices without a name of one document."""

    _holders: Holders
    later: NamedLater
    related: Related
    descriptions: Descriptions
    _nobodys: dict[str, int] = field(factory=dict)
    """Office in capitals -> where it was first told of nobody named."""

    def whom(self, node: Node, sentence: Sentence) -> Entity | None:
        """Return the holder; None where the office is anybody's, or nobody can tell."""
        title = node.titles[0]
        told = title.definite or title.of is not None or title.bare
        if title.plural or not told or title.determiner in _INDEFINITE:
            return None
        formerly = _follows_former(node, sentence)
        past = formerly or title.status == "former"
        holders = self._holders.before(node, sentence) if not formerly else []
        solemn = title.bare and title.of is None and is_solemn(node, sentence)
        if holders and solemn:
            # a release's own 'The Prime Minister' is no other country's, whom it names later
            holders = [mention for mention in holders if not self._was_nobody(title, mention[1])]
        if holders:
            return self._from_land(holders, node) or self._holders.choose(holders, node, sentence)
        found = self.later.with_office(node, solemn=solemn) if not past else None
        if found is None and solemn:
            self._nobodys.setdefault(title.head.name, node.start)
        readers = iter(_LEFT if past else _HELD)
        while found is None and (reader := next(readers, None)) is not None:
            found = reader(self, node, sentence)
        return found

    def _from_land(self, holders: Sequence[Mention], node: Node) -> Entity | None:
        """Return somebody's counterpart for 'the Kenyan minister' where the minister named before is of no country that the text tells."""
        country = country_of(node.titles[0])
        if not country or any(who.nations for _, who, _ in holders):
            return None
        return self.related.counterpart_from(country, node)

    def _was_nobody(self, title: Title, entity: Entity) -> bool:
        """Tell whether the document has spoken of the office before it named this holder of another country's."""
        first = self._nobodys.get(title.head.name)
        return first is not None and first < entity.first and any(own.of and office_matches(title, own) for own in entity.titles)


def _follows_former(node: Node, sentence: Sentence) -> bool:
    """Tell whether 'former' stands before the words of an office that has taken no article along: 'the former England captain'."""
    at = index_of(sentence, node)
    return at > 0 and sentence.nodes[at - 1].low in {"former", "ex", "one-time"}


_Reader = Callable[[OfficeReferences, Node, Sentence], Entity | None]


def _former(offices: OfficeReferences, node: Node, sentence: Sentence) -> Entity | None:
    """Return whom 'the former deputy prime minister' goes on with."""
    return offices.descriptions.formerly(node, sentence)


def _peer(offices: OfficeReferences, node: Node, _: Sentence) -> Entity | None:
    """Return whom 'the counterpart', 'the Iraqi colleague' means."""
    return offices.related.peer(node) if node.titles[0].head.name in _PEERS else None


def _relation(offices: OfficeReferences, node: Node, sentence: Sentence) -> Entity | None:
    """Return whom 'his successor', 'her host' means."""
    title = node.titles[0]
    return offices.related.relation(node, sentence) if title.determiner in {"his", "her"} and title.of is None else None


def _visitor(offices: OfficeReferences, node: Node, _: Sentence) -> Entity | None:
    """Return whom 'the visitor', 'the guest' means."""
    title = node.titles[0]
    return offices.related.visitor(node) if title.determiner == "the" and title.of is None else None


def _royal(offices: OfficeReferences, node: Node, _: Sentence) -> Entity | None:
    """Return whom 'the Prince' means where only a form of address tells of his rank: 'His Royal Highness Dasho A'."""
    title = node.titles[0]
    if title.head.group != "royal" or title.determiner != "the" or title.of is not None:
        return None
    return offices.related.styled(title.head.name, node)


def _counterpart(offices: OfficeReferences, node: Node, _: Sentence) -> Entity | None:
    """Return whom 'the Iraqi minister' means where somebody's counterpart from Iraq has been told of."""
    title = node.titles[0]
    country = country_of(title)
    public = title.head.group == "state" or title.head.name == "leader"
    return offices.related.counterpart_from(country, node) if country and public else None


def _coming(offices: OfficeReferences, node: Node, sentence: Sentence) -> Entity | None:
    """Return whom 'the director-designate' means."""
    title = node.titles[0]
    return offices.descriptions.coming(sentence) if title.status in COMING and title.determiner == "the" and title.of is None else None


def _epithet(offices: OfficeReferences, node: Node, sentence: Sentence) -> Entity | None:
    """Return whom 'the striker', 'the former banker' takes up."""
    title = node.titles[0]
    return offices.descriptions.whom(node, sentence) if title.determiner == "the" and is_epithet(title) else None


def _without_office(offices: OfficeReferences, node: Node, sentence: Sentence) -> Entity | None:
    """Return whom 'the Secretary of State' takes up who has no office in the document."""
    title = node.titles[0]
    return offices.descriptions.without_office(node, sentence) if title.determiner == "the" and title.head.group in _TAKEN_UP else None


def _speaking_on(offices: OfficeReferences, node: Node, sentence: Sentence) -> Entity | None:
    """Return whose words '"...," the England captain said' go on with."""
    told = node.titles[0].determiner == "the" and sentence.unit.quotations
    return offices.descriptions.speaking_on(node, sentence) if told else None


def _lead(offices: OfficeReferences, node: Node, sentence: Sentence) -> Entity | None:
    """Return who is named next, where nobody is named in the sentence but by the office."""
    title = node.titles[0]
    if title.status != "current" or sentence.unit.quotation is not None:
        return None
    if any(other.kind == "PER" for other in sentence.nodes if other is not node):
        return None
    return offices.later.opening_next(node, sentence) if title.of is None else offices.later.speaking_next(node, sentence)


_HELD: Final[tuple[_Reader, ...]] = (
    _peer,
    _relation,
    _visitor,
    _royal,
    _counterpart,
    _coming,
    _epithet,
    _without_office,
    _speaking_on,
    _lead,
)
_LEFT: Final[tuple[_Reader, ...]] = (_former, _peer, _relation, _visitor, _epithet, _without_office, _lead)
"""The readers for an office that is held, and for one that somebody has left: 'the former minister'."""
