"""The seat that somebody gets or leaves: a body and what one is in it, as all rules on membership read it."""

from __future__ import annotations

import re
from typing import Final

from attrs import define

from factwatch.annotation.dates import DateExpression
from factwatch.annotation.wordlists import Body
from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.grammar import role_finding
from factwatch.extraction.roles.noun_phrases import Phrase, phrase_at
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("roles.yaml")["membership"]
UNIONS: Final = words_of(_WORDS["unions"])
SEATS: Final = words_of(data_file("roles.yaml")["sat_on_nouns"])
MEMBERS: Final = words_of(_WORDS["member_titles"])
_CLOSED: Final = frozenset({"u", "-", ")", ",", ".", ":", "DAT", "#", ";"})
"""Kinds of nodes before which a body's name or a list is at its end."""
_FOLLOWING: Final = words_of(_WORDS["words_behind_a_body"])
_AS: Final = re.compile(r"\b(?:full|associate|founding|permanent|partner|candidate|observer)\s+(?:member|state|country)s?\b|\bobservers?\b")


@define
class Seat:
    """The body that somebody gets into or leaves."""

    of: Node | str
    end: int
    last: int
    """Index after it."""
    of_states: bool
    """It is one that states or bodies are members of."""
    of_people: bool
    noun: str


def seat_at(sentence: Sentence, at: int) -> Seat | None:
    """Read the body at the node *at*, all of its phrase; None where a noun goes on behind it: 'joined NATO allies in'."""
    nodes = sentence.nodes
    phrase = phrase_at(sentence, at)
    if phrase is None:
        return None
    last = phrase.last
    if not ends_list(nodes, last) and nodes[last].kind != "PER" and not _is_time(nodes, last):
        return None
    return _seat_of(phrase)


def seat_before(sentence: Sentence, at: int) -> Seat | None:
    """Read the body at the node *at*, whatever follows."""
    phrase = phrase_at(sentence, at)
    return _seat_of(phrase) if phrase is not None else None


def _seat_of(phrase: Phrase) -> Seat | None:
    node = phrase.node
    bloc = node is not None and node.kind == "ORG" and isinstance(node.value, Body) and node.value.kind in {"bloc", "organisation"}
    union = phrase.noun in UNIONS
    # 'the Energy Forum' is a body, 'the Energy Summit' is none
    named = node is not None and (node.kind == "ORG" or (node.kind == "EVT" and phrase.noun in UNIONS))
    people = phrase.noun in SEATS
    if not (bloc or union or named or people):
        return None
    of: Node | str = node if node is not None and named else phrase.text
    return Seat(of, phrase.end, phrase.last, bloc or union or named, people, phrase.noun)


def _is_time(nodes: list[Node], at: int) -> bool:
    """Tell whether 'in 2019', 'in the 1990s', 'with immediate effect' stands at *at*, not 'in condemning'."""
    if nodes[at].low == "with":
        return any(node.low == "effect" for node in nodes[at + 1 : at + 3])
    return at + 1 < len(nodes) and nodes[at].low in {"in", "from", "until", "for"} and nodes[at + 1].kind in {"DAT", "#", "d", "x"}


def may_sit(node: Node, seat: Seat) -> bool:
    """Tell whether somebody can be a member of the body."""
    if node.kind == "LOC":
        return seat.of_states
    if node.kind == "ORG":
        return seat.of_states and not seat.of_people
    return node.kind in {"PER", "PRO"} and seat.of_people


def ends_list(nodes: list[Node], at: int) -> bool:
    """Tell whether what follows at *at* is no part of a list or a name."""
    return at >= len(nodes) or nodes[at].kind in _CLOSED or nodes[at].low in _FOLLOWING


def are_members(node: Node) -> bool:
    """Tell whether the node names several members: 'the members', 'two board members'."""
    return any(title.head.name in MEMBERS and title.plural for title in node.titles) or node.low.endswith("members")


def member_finding(  # noqa: PLR0917  # what a membership is made of
    sentence: Sentence, group: VerbGroup, holder: Node, seat: Seat, status: str, date_field: str
) -> Finding:
    """Build the finding that *holder* has, gets or leaves the seat; its day goes to *date_field*."""
    nodes = sentence.nodes
    follows = seat.last < len(nodes) and nodes[seat.last].low == "as"
    role = standing_between(sentence, seat.end, nodes[min(len(nodes), seat.last + 6) - 1].end) if follows else "member"
    finding = role_finding(sentence, holder, role, "membership", status, (nodes[group.first].start, seat.end), seat.of)
    setattr(finding, date_field, date_behind(nodes, seat.last))
    finding.tense = "future" if status == "incoming" else "past"
    return finding


def standing_between(sentence: Sentence, start: int, end: int) -> str:
    """Return 'full member', 'observer', or 'member' where nothing closer is said between the offsets."""
    match = _AS.search(sentence.text[start:end])
    return re.sub(r"\s+", " ", match.group()).rstrip("s").replace("countrie", "country") if match is not None else "member"


def date_behind(nodes: list[Node], at: int) -> DateExpression | None:
    """Return the date within three words of the node *at*: 'in 2019', 'on January 1'."""
    for node in nodes[at : at + 3]:
        if node.kind in {",", ".", ";"}:
            return None
        if node.kind == "DAT" and isinstance(node.value, DateExpression):
            return node.value
    return None
