"""What stands around an office and the name behind its comma, and whether the two are one person's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from attrs import define

from factwatch.annotation.wordlists import VerbForm
from factwatch.extraction.phrases.introduced_names import NEAR
from factwatch.extraction.phrases.model import Node, Title
from factwatch.extraction.phrases.words import INVERTING_OPENERS
from factwatch.lexicon.loader import data_file, words_of

_VERBS: Final = frozenset({"v", "u"})
_SERVED: Final = words_of(data_file("phrases.yaml")["served_ranks"])
_COPULAS: Final = frozenset({"is", "was", "been", "became", "becomes", "becoming", "as"})
_INVERTING: Final = frozenset({"us", "me", "them", "here", "there"})
"""What stands before 'is' where the office is its subject: 'With us is the minister, A.'"""
_BEING: Final = frozenset({"is", "was"})
_CLEFT: Final = 14
"""Nodes between 'it was the minister, A,' and its 'who', with a description of A."""
_RELATIVES: Final = frozenset({"who", "whose", "whom", "that"})
_JOINING: Final = frozenset({"and", "or", "as", ",", "but", "with"})
_GOING_ON: Final = frozenset({"v", "u", "f", "DAT"})
"""What goes on behind a name that is closed off: the verb, a relative clause, a circumstance."""
_BEFORE_CLAUSE: Final = frozenset({"that", "but", "whereas", "although", "though"})
_RANKED: Final = frozenset({"rank", "academia", "church", "royal", "justice"})
"""Groups of offices that belong to a name rather than stand against one: 'the minister, General A,'."""
SAY: Final = words_of(data_file("verbs.yaml")["say_bare"])


@define(eq=False)
class Introduction:
    """An office with the person behind its comma."""

    nodes: list[Node]
    at: int
    """Index of the office."""
    comma: int
    """Index of the mark before the name."""
    title: Title
    person: Node
    follows: Node | None
    """What follows the name, an adverb passed over."""
    addressed: bool
    """Whether the name has a form of address and no office."""
    listed: bool
    marked: bool
    """Whether a comma, a colon or dashes introduce the name."""
    opens: bool
    """Whether the office is the first thing of its clause, with its verb behind the name."""

    @property
    def together(self) -> bool:
        """Whether another office and its holder follow: 'the minister, A and the secretary, B'."""
        return (
            self.follows is not None and self.follows.low == "and" and self.title.definite and _office_follows(self.nodes, self.comma + 3)
        )

    @property
    def before_verb(self) -> bool:
        """Whether a verb follows the name."""
        return self.follows is not None and self.follows.kind in _VERBS


def introduction_of(nodes: list[Node], at: int, comma: int) -> Introduction:
    """Return what stands around the office at *at* and the name behind *comma*."""
    person = nodes[comma + 1]
    follows = nodes[comma + 2] if comma + 2 < len(nodes) else None
    if follows is not None and follows.low.endswith("ly") and follows.kind in {"r", "x"} and comma + 3 < len(nodes):
        # 'the commander, General A formally handed over'
        follows = nodes[comma + 3] if nodes[comma + 3].kind == "v" else follows
    listed = _is_listed(nodes, comma)
    return Introduction(
        nodes=nodes,
        at=at,
        comma=comma,
        title=nodes[at].titles[0],
        person=person,
        follows=follows,
        addressed=bool(person.honorific) and not person.titles,
        listed=listed,
        marked=nodes[comma].kind == "," or listed or _marks_name(nodes, comma),
        opens=follows is not None and follows.kind in _VERBS and opens_clause(nodes, at),
    )


def has_holder(nodes: list[Node], at: int, comma: int) -> bool:
    """Tell whether the office has its holder already: 'She was professor at the University of X, Y'."""
    if not at or nodes[at - 1].low not in _COPULAS or nodes[comma].kind != ",":
        return False
    if at > 1 and (nodes[at - 2].low in _INVERTING or (nodes[0].low in INVERTING_OPENERS and not _named_before(nodes, at))):
        return False
    person = nodes[comma + 1]
    if person.honorific and nodes[at - 1].low == "as" and not person.titles and not nodes[at].titles[0].definite:
        return False
    return not (_is_quoted_as(nodes, at, comma) or _is_predicate(nodes, at, comma))


def is_next_of_row(introduction: Introduction) -> bool:
    """Tell whether A is the next of a row: '... as minister of finance, A as minister of trade'."""
    follows = introduction.follows
    if follows is None or follows.low != "as" or introduction.title.definite:
        return False
    return _office_at(introduction.nodes, introduction.comma + 3)


def are_ones_own(introduction: Introduction) -> bool:
    """Tell whether the office and those before the name are one person's."""
    own = introduction.person.titles
    ranked = any(belongs(introduction, own) for belongs in _BELONGING)
    if ranked and introduction.before_verb and not introduction.opens:
        # 'After talks with the French president, Prime Minister A said'
        ranked = all(title.head.group in _RANKED for title in own)
    return ranked or _is_told_of(introduction.nodes, introduction.at, introduction.comma + 1)


def _are_ranks(introduction: Introduction, own: list[Title]) -> bool:
    """Tell whether nothing but ranks stands before the name: 'the minister, General A'."""
    begun = introduction.person.appositive
    before = own if begun is None else [title for title in own if title.start < begun[0]]
    if introduction.title.head.name in _SERVED and all(title.head.group == "rank" for title in before):
        # 'its force commander, Major General A of Pakistan'
        return True
    return all(title.of is None and (title.bare or title.head.group in _RANKED) for title in before)


def _are_former(introduction: Introduction, own: list[Title]) -> bool:
    """Read 'Rift's chairman, former finance minister A,'."""
    if introduction.title.of is None or not introduction.title.definite:
        return False
    return all(title.status == "former" and title.determiner == "" for title in own)


def _are_elsewhere(introduction: Introduction, own: list[Title]) -> bool:
    """Read 'the assembly's president, Philippine Health Secretary A, said'."""
    title = introduction.title
    if title.determiner != "'s" or title.of is None or not all(other.of is not None and other.of != title.of for other in own):
        return False
    return _verb_follows(introduction.nodes, introduction.comma + 2)


def _are_current(introduction: Introduction, own: list[Title]) -> bool:
    """Read 'former Assistant Commissioner of Police, Region Six MP A'."""
    title = introduction.title
    if title.status != "former" or title.determiner or title.of is not None or title.bare:
        return False
    return all(other.of is not None and other.status == "current" for other in own)


def _is_subject(introduction: Introduction, _: list[Title]) -> bool:
    """Read 'The party chair, Prime Minister A of Tonga, smiled', '", said the party chair, Prime Minister A of Tonga,'."""
    nodes, at, follows = introduction.nodes, introduction.at, introduction.follows
    if not introduction.title.definite or follows is None or follows.kind != ",":
        return False
    if at > 0 and isinstance(nodes[at - 1].value, VerbForm) and nodes[at - 1].value.lemma in SAY:
        return True
    return _verb_follows(nodes, introduction.comma + 2) and opens_clause(nodes, at)


_BELONGING: Final[tuple[Callable[[Introduction, list[Title]], bool], ...]] = (
    *(_are_ranks, _are_former, _are_elsewhere, _are_current, _is_subject),
)
"""Each tells one way in which offices before a name go with the one that introduces it."""


def _is_quoted_as(nodes: list[Node], at: int, comma: int) -> bool:
    """Tell whether 'As the Dutch president, A, put it' opens a clause on what the holder said."""
    if not at or nodes[at - 1].low != "as" or not (at == 1 or nodes[at - 2].kind == ",") or not nodes[at].titles[0].definite:
        return False
    return comma + 3 < len(nodes) and nodes[comma + 2].kind == "," and nodes[comma + 3].kind == "v"


def _is_predicate(nodes: list[Node], at: int, comma: int) -> bool:
    """Tell whether the office behind 'was' is named there: 'Absent was the minister, A,', 'It was the minister, A, who'."""
    if at < 2 or nodes[at - 1].low not in _BEING or not nodes[at].titles[0].definite:  # noqa: PLR2004  # a subject and its verb
        return False
    first = at - 2
    while first > 0 and nodes[first].kind in {"DAT", "f", "d"} and nodes[first].low != "it":
        # 'Her host that evening in May was'
        first -= 1
    subject, behind = nodes[first], nodes[comma + 2] if comma + 2 < len(nodes) else None
    if behind is not None and behind.kind not in {",", "."}:
        return False
    if subject.low == "it":
        return any(node.low in _RELATIVES for node in nodes[comma + 3 : comma + _CLEFT])
    if subject.kind == "TTL":
        return subject.titles[0].definite and not subject.titles[0].plural
    if nodes[0].kind == "v" and nodes[0].low.endswith("ing") and not any(node.kind in {"u", ","} for node in nodes[1 : at - 1]):
        # 'Representing Peru was its deputy minister, A'
        return True
    return subject.kind in {"x", "v", "m"} and not _named_before(nodes, at)


def _is_told_of(nodes: list[Node], at: int, name: int) -> bool:
    """
    Tell whether the office at *at* and the one before the name at *name* are one person's.

    'the moderator, the former governor A, opened', 'the committee's chair, the Finnish MEP A.': no list of two.
    """
    if nodes[name - 1].kind != "," or not nodes[at].titles[0].definite or (at and nodes[at - 1].low in _JOINING):
        return False
    for own in nodes[name].titles:
        if own.determiner not in {"", "the"} or own.head.name == nodes[at].titles[0].head.name:
            return False
        if own.head.group == "church" and own.of_kind in {"G", "N"} and nodes[at].titles[0].head.group in {"church", "academia"}:
            # 'the Dean of the Province, Bishop A of Maputo, who'
            continue
        if own.status != "former" and not (own.determiner == "the" and own.of_kind == "A"):
            return False
    if name + 1 >= len(nodes) or nodes[name + 1].kind == ".":
        return True
    after = nodes[name + 2] if name + 2 < len(nodes) else None
    return nodes[name + 1].kind == "," and after is not None and after.kind in _GOING_ON and after.low not in _JOINING


def _marks_name(nodes: list[Node], at: int) -> bool:
    """Tell whether a colon or a pair of dashes at *at* introduces a name: 'X has a new governor: A.', 'The bishop - A - said'."""
    if nodes[at].kind == ":":
        return at + 2 >= len(nodes) or nodes[at + 2].kind in {".", ","}
    return any(node.kind == "-" for node in nodes[at + 2 : at + NEAR])


def _is_listed(nodes: list[Node], at: int) -> bool:
    """Tell whether the dash at *at* is one of several in a list: 'Press Officer - A; Coach - B and Captain - C.'."""
    if nodes[at].kind != "-":
        return False
    marks = (mark for mark in range(max(1, at - NEAR), min(at + NEAR, len(nodes) - 1)) if nodes[mark].kind == "-" and mark != at)
    return any(nodes[mark - 1].kind == "TTL" and nodes[mark + 1].kind == "PER" for mark in marks)


def _named_before(nodes: list[Node], at: int) -> bool:
    return any(node.kind in {"PER", "TTL"} or node.low in {"he", "she", "it", "they", "i", "we", "there"} for node in nodes[:at])


def _office_follows(nodes: list[Node], at: int) -> bool:
    """Tell whether another office and its holder follow: 'the minister, A and the secretary, B'."""
    if at + 2 >= len(nodes) or nodes[at].kind != "TTL" or not nodes[at].titles[0].definite:
        return False
    return nodes[at + 1].kind == "," and nodes[at + 2].kind == "PER"


def _office_at(nodes: list[Node], at: int) -> bool:
    """Tell whether an office stands at *at*, or behind the article there."""
    return any(node.kind == "TTL" for node in nodes[at : at + 1 + (at < len(nodes) and nodes[at].kind == "d")])


def opens_clause(nodes: list[Node], at: int) -> bool:
    """
    Tell whether the office at *at* is the first thing of its clause: 'On Monday the health minister, A said'.

    Only then must a name behind its comma, with the verb after it, be its holder: 'Asked about the minister, A said'.
    """
    if not at or nodes[at - 1].low in _BEFORE_CLAUSE:
        return True
    return (nodes[at - 1].kind == "," or nodes[at - 1].kind == "DAT") and not _named_before(nodes, at)


def _verb_follows(nodes: list[Node], at: int) -> bool:
    """Tell whether the clause's verb follows at *at*, or behind the comma there."""
    if at + 1 < len(nodes) and nodes[at].kind == ",":
        at += 1
    return at < len(nodes) and nodes[at].kind in {"v", "u"}
