"""Names with the office before them and a comma between: "Senegal's foreign minister, A,"."""

from __future__ import annotations

from typing import Final

from factwatch.annotation.wordlists import Wordlists
from factwatch.extraction.phrases.introduced import SAY, Introduction, are_ones_own, has_holder, introduction_of, is_next_of_row
from factwatch.extraction.phrases.introduced_groups import listed_far, one_each, several
from factwatch.extraction.phrases.introduced_names import name_after
from factwatch.extraction.phrases.model import Node, Title
from factwatch.extraction.phrases.words import APPOSED, BETWEEN_PAST, IN_OFFICE

_CLOSING: Final = frozenset({",", ".", ";", ")", "(", "-", "QUO", "v", "u"})
_ENDING: Final = frozenset({",", "(", ".", ";", ")", "-", "f"})


class Introductions:
    """Joins an office with the name it introduces; one for each document."""

    def __init__(self, text: str, lists: Wordlists) -> None:
        self._text = text
        self._possessives = lists.sets["possessives"]

    def read(self, nodes: list[Node], at: int) -> tuple[Node, int]:
        """
        Return the office at the index *at*, or the person it introduces, and the index after.

        "Senegal's foreign minister, A,", 'the foreign minister (A)', 'the presidents of X and Y, A and B,'.
        """
        node = nodes[at]
        title = node.titles[0]
        if not title.plural and [after.kind for after in nodes[at + 1 : at + 4]] == ["(", "PER", ")"]:
            person = nodes[at + 2]
            person.titles = [*node.titles, *person.titles]
            person.start = node.start
            person.reach_to(nodes[at + 3].last, nodes[at + 3].end, self._text)
            return person, at + 4
        if title.plural:
            listed_far(nodes, at)
        comma = name_after(nodes, at)
        if comma + 1 >= len(nodes) or nodes[comma].kind not in {",", ":", "-"} or nodes[comma + 1].kind != "PER":
            return node, at + 1
        if has_holder(nodes, at, comma):
            return node, at + 1
        if title.plural:
            return several(nodes, at, self._text)
        if len(node.titles) > 1 and (group := one_each(nodes, at, comma, self._text)) is not None:
            return group
        introduction = introduction_of(nodes, at, comma)
        _share_subject(nodes, at, title)
        if is_next_of_row(introduction) or _is_only_said(introduction) or not self._is_joined(introduction):
            return node, at + 1
        return self._joined(introduction)

    def _is_joined(self, introduction: Introduction) -> bool:
        """Tell whether the office is the one of the person behind the comma."""
        if not introduction.marked or not (introduction.listed or self._introduces(introduction)):
            return False
        return are_ones_own(introduction) and _is_closed(introduction)

    def _joined(self, introduction: Introduction) -> tuple[Node, int]:
        """Return the person with the office before the name, and the index after."""
        nodes, at, person, follows = introduction.nodes, introduction.at, introduction.person, introduction.follows
        node = nodes[at]
        if at == 1 and nodes[0].low in BETWEEN_PAST:
            # 'Previously dean of science, Professor A has'
            for own in node.titles:
                own.status, own.status_word = "former", nodes[0].low
        person.titles = [*node.titles, *person.titles]
        person.reach_back(node, self._text)
        return person, introduction.comma + (3 if follows is not None and follows.kind == "," else 2)

    def _introduces(self, introduction: Introduction) -> bool:
        """Tell whether the office is one person's rather than a word that stands beside a name by chance."""
        nodes, at, title, follows = introduction.nodes, introduction.at, introduction.title, introduction.follows
        sure, comma = introduction.addressed or introduction.opens, follows is not None and follows.kind == ","
        _take_owner(nodes, at, title)
        if comma and title.bare and title.determiner == "the" and title.head.name in APPOSED:
            # 'the registrar, A, said'
            title.bare = " " not in (nodes[at + 2].name or "")
        if title.head.group == "plain" and title.bare:
            if not (title.definite and sure and nodes[at].text.rpartition(" ")[2][0].isupper()):
                return False
            # 'the Registrar, Dr. A,' is the one whom everybody knows
            title.bare = False
        if title.head.group == "weak" and title.of is None and title.determiner not in self._possessives and title.determiner != "'s":
            return False
        return title.of is not None or title.definite or not title.bare or sure or _is_without_article(introduction, comma=comma)


def _is_only_said(introduction: Introduction) -> bool:
    """Tell whether the name only says so: 'The mayor of Lima, A said, has no money'."""
    nodes, said = introduction.nodes, introduction.comma + 2
    if introduction.person.titles or said + 2 >= len(nodes) or nodes[said + 1].kind != "," or nodes[introduction.comma].kind != ",":
        return False
    finite = nodes[said + 2].kind == "u" or getattr(nodes[said + 2].value, "form", "") in {"s", "past"}
    return getattr(nodes[said].value, "lemma", "") in SAY and finite


def _is_without_article(introduction: Introduction, *, comma: bool) -> bool:
    """Tell whether an office that is not definite is introduced: 'a new governor, A.', 'said Regional Manager, A B, on Monday'."""
    nodes, at, title, follows = introduction.nodes, introduction.at, introduction.title, introduction.follows
    if title.determiner:
        ended = comma or (title.status_word == "new" and (follows is None or follows.kind == "."))
        return title.determiner in {"a", "an"} and ended
    if not comma:
        return False
    if title.status_word in IN_OFFICE:
        return True
    if not title.bare or title.head.group in {"weak", "royal"} or (title.head.group == "rank" and " " not in title.head.name):
        return False
    named = nodes[at + 2].name or ""
    return nodes[at].text[0].isupper() and " " in named and (not at or nodes[at - 1].kind in {"v", "u", "f"})


def _take_owner(nodes: list[Node], at: int, title: Title) -> None:
    """Give the office what stands before its possessive: "Levi's spokesman, A,", "the president's adviser, A,"."""
    if at < 2 or nodes[at - 1].kind != "s" or title.of is not None:  # noqa: PLR2004  # an owner and its possessive
        return
    owner = nodes[at - 2]
    if owner.kind == "TTL" and title.head.group == "plain" and title.bare:
        title.determiner, title.definite, title.bare = "'s", True, False
    elif owner.kind == "TTL":
        # 'the President's secretary general, A,'
        title.of, title.of_kind = owner.titles[0].name, "O"
    elif owner.kind == "PER" and title.head.name != "deputy":
        title.determiner, title.definite = "'s", True
        title.bare = title.bare and title.head.group != "plain"


def _share_subject(nodes: list[Node], at: int, title: Title) -> None:
    """Give the office in 'Tarn has a new governor, A' its place or body."""
    if title.of is None and title.status_word == "new" and at > 1 and nodes[at - 1].low in {"has", "have", "gets"}:
        owner = nodes[at - 2]
        if owner.kind in {"LOC", "ORG"}:
            title.owned_by((owner.name or owner.text, "G" if owner.kind == "LOC" else "O", owner.value))


def _is_closed(introduction: Introduction) -> bool:
    """Tell whether the name is closed off like an apposition or ends the phrase: 'X, A,' or 'X, A said'."""
    follows = introduction.follows
    if follows is None or introduction.listed or introduction.together:
        return True
    if follows.kind not in _CLOSING and (follows.kind != "f" or follows.low in {"and", "or"}):
        return False
    return introduction.addressed or introduction.opens or introduction.title.of is not None or follows.kind in _ENDING
