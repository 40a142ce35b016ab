"""Whose 'its minister' or 'whose chairman' is: the body or country just before, else the subject of the sentence before."""

from __future__ import annotations

from typing import Final

from attrs import define

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.phrases import Node, Title
from factwatch.lexicon.loader import data_file, words_of
from factwatch.resolution.bodies import Bodies, strip_article
from factwatch.resolution.named_bodies import NamedBodies
from factwatch.resolution.owner_nodes import gapped, is_body, is_home, is_own_board, is_state, modifies, served

_DATA = data_file("references.yaml")
BOARDS: Final = words_of(_DATA["boards"])
"""Bodies of a firm whose name stands for the firm: 'the board'."""
_POSTS: Final = words_of(_DATA["posts_not_bodies"])
_NO_EMPLOYERS: Final = words_of(_DATA["no_employers"])
_OF_TOWNS: Final = words_of(_DATA["of_towns"])
_EMPLOYED: Final = frozenset({"company", "sport"})
"""Groups of offices that always belong to a company or club."""
_OF_BODIES: Final = _EMPLOYED | {"body", "academia", "plain"}
"""Groups of offices that belong to a body rather than to a country."""


@define(eq=False)
class ItsOwners:
    """The owners of one document's offices that 'its' and 'whose' tell of."""

    _bodies: Bodies
    _named: NamedBodies

    def of(self, title: Title, sentence: Sentence) -> str | None:
        """Return the name of the owner; None where nobody can tell."""
        nodes = _candidates(title, sentence)
        board = next((node for node in sentence.nodes[:2] if node.low in BOARDS and node.end <= title.start), None)
        if board is not None and all(node is board for node in nodes):
            # 'The board named A as its chairman': of the firm that the story is about
            return self._named.of_board(board.start)
        place = _place_beside(title, sentence)
        if place is not None:
            return self._bodies.name(place.name or place.text)
        for node in reversed(nodes):
            # 'The delegation was led by its chairman': whose delegation it is was told before
            named = self._named.of(node) or self._named.sent_by(node, sentence)
            if named is not None or node.kind != "GRP":
                return named
        return self._nameless(nodes, title, sentence) or self._served(title, sentence) or self._told_before(title, sentence)

    def _nameless(self, nodes: list[Node], title: Title, sentence: Sentence) -> str | None:
        """Return the words for a body that nobody names: 'The chamber will be represented by its president'."""
        if title.head.group == "sport":
            return None
        common = next((node for node in nodes if node.kind == "GRP" and self._named.is_common(node)), None)
        return strip_article(common.name or common.text) if common is not None else self._named.common_noun(sentence, title)

    def _served(self, title: Title, sentence: Sentence) -> str | None:
        """Return the body of the office before: 'A is chairman of Arko Foods and was previously its chief executive'."""
        body = next((body for node in reversed(sentence.nodes) if node.end <= title.start and (body := served(node, title))), None)
        return self._bodies.name(body) if body is not None else None

    def _told_before(self, title: Title, sentence: Sentence) -> str | None:
        """Return whom the sentences before are about: 'The union met in Guyana. Its general secretary', of a body where one is told of."""
        group = title.head.group
        if title.head.name in _OF_TOWNS or title.head.name.endswith("minister"):
            return self._named.spoken_of(sentence)
        told = self._named.just_told_of(sentence) if group not in _OF_BODIES else None
        if told is not None:
            return told
        body = self._named.spoken_of(sentence, places=False) or self._named.met(sentence)
        if body is None and group != "sport":
            body = self._named.nameless_before(sentence)
        if body is not None or group in _OF_BODIES:
            return body or (self._bodies.body_before(title.start, "company") if group == "company" else None)
        return self._named.spoken_of(sentence)

    def theirs(self, title: Title, sentence: Sentence) -> str | None:
        """Return whose 'their coach' is: of the club or people that the sentence, or the one before, is about."""
        subject = self._named.subject(sentence)
        if subject is not None and subject.end <= title.start:
            return self._named.of_many(subject, title)
        if sentence.nodes[0].start < title.start:
            return None
        earlier = self._named.narrated_before(sentence)
        subject = self._named.subject(earlier) if earlier is not None else None
        return self._named.of_many(subject, title) if subject is not None else None


def _candidates(title: Title, sentence: Sentence) -> list[Node]:
    """Return the states, bodies and groups before an office whose it may be."""
    towns, employed = title.head.name in _OF_TOWNS, title.head.group == "company"
    return [
        node
        for at, node in enumerate(sentence.nodes)
        if node.end <= title.start
        and not is_home(sentence, at)
        and not modifies(sentence, at)
        and not is_own_board(node)
        and node.low not in _POSTS
        and not (employed and node.value in _NO_EMPLOYERS)
        and (is_body(node) or is_state(node) or (towns and node.kind == "LOC") or (node.kind == "GRP" and not isinstance(node.value, list)))
    ]


def _place_beside(title: Title, sentence: Sentence) -> Node | None:
    """Return the place whose office stands right behind: 'Brescia, whose coach', 'and Oslo by its deputy minister'."""
    before = next((node for node in reversed(sentence.nodes) if node.end <= title.start and node.kind != ","), None)
    if before is not None and before.kind == "LOC" and title.head.group == "sport":
        return before
    return gapped(sentence, title)
