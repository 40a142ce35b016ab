"""The name that may follow an office: behind a comma, an acronym, a place, a form of address."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.phrases.model import Node
from factwatch.extraction.phrases.words import RELATIONS
from factwatch.lexicon.loader import data_file, words_of

NEAR: Final = 9
"""Nodes within which the second of two dashes stands."""
_DESCRIPTION: Final = 4
"""Nodes of a description before a name."""
_STYLE: Final = 3
"""No style before a name is longer, in nodes."""
_MODIFIER: Final = 8
"""Nodes of 'of the team behind the new harbour' and its comma at most."""
_REFLEXIVES: Final = frozenset({"himself", "herself"})
_RELATIVES: Final = frozenset({"who", "whose", "whom"})
_CLAUSE: Final = 11
"""Nodes of 'who had invited her to the capital' and its comma at most."""
_SHORTEST: Final = 2
"""Nodes of 'who resigned'."""
_NO_CLAUSE: Final = frozenset({",", ".", "PER", "TTL", "QUO", ":", ";", "-", "("})
_NO_MODIFIER: Final = frozenset({"PER", "TTL", "PRO", "QUO", "DAT", "GRP", ".", ":", ";", "-", "(", ")"})
_OWNED: Final = frozenset({"the", "his", "her", "its", "their", "'s"})
_SPANS: Final = words_of(data_file("tenure.yaml")["span_nouns"])


def name_after(nodes: list[Node], at: int) -> int:
    """
    Return the index of the mark before the name that may follow the office at the index *at*.

    An acronym in brackets is passed over; words of address between the mark and the name are made part of the name.
    """
    count, after = len(nodes), at + 1
    if after + 2 < count and nodes[after].kind == "(" and nodes[after + 1].kind in {"ORG", "LOC", "x"} and nodes[after + 2].kind == ")":
        # an acronym, as in 'the Secretary General of the Caribbean Community (CARICOM), A,'
        after += 3
    if after >= count:
        return after
    if nodes[after].kind == ",":
        return _past_address(nodes, after)
    if (
        nodes[after].low in {"in", "at", "from"}
        and after + 3 < count
        and nodes[after + 1].kind == "LOC"
        and _is_named_there(nodes, at, after + 2)
    ):
        # 'its regional secretary in Bavaria, A.'
        return after + 2
    if nodes[after].low == "for" and nodes[at].titles[0].definite:
        after = _past_span(nodes, after)
    if nodes[after].low == "who":
        after = _past_clause(nodes, at, after) or after
    elif nodes[after].kind in "fr" or nodes[after].low in _REFLEXIVES:
        after = _past_relation(nodes, at, after) or _past_modifier(nodes, at, after) or after
    return _past_address(nodes, after) if nodes[after].kind == "," else after


def _past_relation(nodes: list[Node], at: int, after: int) -> int:
    """Return the index of the comma in 'his vice-president and daughter-in-law, A,'; 0 where no relation is told there."""
    if nodes[after].low != "and" or nodes[at].titles[0].determiner not in _OWNED:
        return 0
    index = after + 1
    while index < len(nodes) - 2 and index - after <= _STYLE and nodes[index].low not in RELATIONS:
        if nodes[index].kind not in "xmr" or not nodes[index].text.islower():
            return 0
        index += 1
    closed = index + 2 < len(nodes) and nodes[index].low in RELATIONS and nodes[index + 1].kind == "," and nodes[index + 2].kind == "PER"
    return index + 1 if closed else 0


def _past_clause(nodes: list[Node], at: int, after: int) -> int:
    """Return the index of the comma in 'The minister who invited her, A, left'; 0 where the clause ends otherwise."""
    closing = next((index for index in range(after + 1, min(len(nodes) - 1, after + _CLAUSE)) if nodes[index].kind in _NO_CLAUSE), 0)
    if closing < after + _SHORTEST or nodes[closing].kind != ",":
        return 0
    return closing if _is_holders(nodes, at, closing + 1) else 0


def _past_modifier(nodes: list[Node], at: int, after: int) -> int:
    """
    Return the index of the comma in 'The director of the museum in the old town, A, said', 'The mayor herself, A,'; 0 where none is meant.

    The name has to be closed off, and the office to be the clause's subject or to stand behind its verb: 'After talks with the minister
    in the old town, A, a nurse, left' is about two.
    """
    closing = _closing(nodes, after)
    return closing if closing and _is_holders(nodes, at, closing + 1) else 0


def _is_holders(nodes: list[Node], at: int, name: int) -> bool:
    """Tell whether the name at *name*, closed off, is that of the holder of the office at *at*, a subject or behind a verb."""
    title, person = nodes[at].titles[0], nodes[name]
    if not title.definite or title.plural or title.head.group == "weak":
        return False
    if person.kind != "PER" or any(own.head.group != "weak" for own in person.titles) or " " not in (person.name or ""):
        return False
    behind = nodes[name + 1] if name + 1 < len(nodes) else None
    if nodes[0].kind == "f" and at and nodes[at - 1].kind not in {"v", "u", ","}:
        return False
    if any(_is_finite(node) for node in nodes[:at]):
        return behind is None or behind.kind in {",", "."}
    goes_on = name + 2 < len(nodes) and (nodes[name + 2].kind in {"v", "u"} or nodes[name + 2].low in _RELATIVES)
    opens = at == 0 or nodes[at - 1].kind in {",", "DAT"} or nodes[at - 1].low in {"and", "but", "that"}
    return opens and behind is not None and behind.kind == "," and goes_on


def _closing(nodes: list[Node], after: int) -> int:
    """Return the index of the comma that closes a modifier without a verb or person of its own; 0 where there is none."""
    for index in range(after, min(len(nodes) - 1, after + _MODIFIER)):
        node = nodes[index]
        if node.kind == ",":
            return index
        verb = _is_finite(node) and nodes[index - 1].kind not in {"d", "m", "ADJ"}
        if node.low not in _REFLEXIVES and (node.kind in _NO_MODIFIER or verb or node.low in {"and", "or"}):
            return 0
    return 0


def _is_finite(node: Node) -> bool:
    """Tell whether a node is a verb that a clause of its own has."""
    return node.kind == "u" or (node.kind == "v" and not node.low.endswith("ing"))


def _past_span(nodes: list[Node], at: int) -> int:
    """Return the index of the comma in 'its chief executive for over four years, A,'; *at* where no span stands there."""
    closing = next((index for index in range(at + 2, min(len(nodes), at + NEAR)) if nodes[index].kind == ","), at)
    words = {word for node in nodes[at:closing] for word in node.low.split()}
    return closing if not _SPANS.isdisjoint(words) else at


def _past_address(nodes: list[Node], after: int) -> int:
    """Make what stands between the comma at *after* and the name part of the name; return the index of the mark before it."""
    if after + 3 < len(nodes) and nodes[after + 1].kind == "f" and nodes[after + 1].text[0].isupper() and nodes[after + 2].kind == ",":
        # 'The Governor, His Excellency, A,'
        del nodes[after + 1 : after + 3]
    if after + 2 < len(nodes) and nodes[after + 1].low == "the" and nodes[after + 2].kind == "PER" and nodes[after + 2].honorific:
        # 'The Minister, the Hon. A,'
        nodes[after + 1] = nodes[after]
        after += 1
    # 'the secretary-general, the Filipino hydrologist A,'
    name = _past_description(nodes, after + 1) or _past_style(nodes, after + 1)
    if name:
        nodes[name].start, nodes[name].first = nodes[after + 1].start, nodes[after + 1].first
        del nodes[after + 1 : name]
    return after


def _past_style(nodes: list[Node], at: int) -> int:
    """Return the index of the name in 'Dr. the Most Hon. A' at *at*: the words before belong to it; 0 where there is none."""
    style = at
    while (
        style + 1 < len(nodes)
        and style - at < _STYLE - 1
        and (nodes[style].low == "the" or (nodes[style].kind in {"f", "d"} and nodes[style].text[0].isupper()))
    ):
        style += 1
    named = style > at and nodes[style].kind == "PER" and (nodes[style].honorific or nodes[style - 1].kind == "d")
    return style if named else 0


def _is_named_there(nodes: list[Node], at: int, comma: int) -> bool:
    """Tell whether a place stands between an office and its holder: 'its regional secretary in Bavaria, A,'."""
    if nodes[comma].kind != "," or nodes[comma + 1].kind != "PER" or nodes[comma + 1].titles or not nodes[at].titles[0].definite:
        return False
    return comma + 2 >= len(nodes) or nodes[comma + 2].kind in {",", "."}


def _past_description(nodes: list[Node], at: int) -> int:
    """Return the index of the name behind 'the Filipino hydrologist' at *at*, closed off by a comma; 0 where there is none."""
    if at + 3 >= len(nodes) or nodes[at].low != "the" or nodes[at].kind != "d":
        return 0
    index = at + 1
    while (
        index < len(nodes)
        and index - at <= _DESCRIPTION
        and (nodes[index].kind in {"ADJ", "p"} or (nodes[index].kind in {"x", "m"} and (nodes[index].text.islower() or index > at + 1)))
    ):
        index += 1
    named = index > at + 1 and index + 1 < len(nodes) and nodes[index].kind == "PER" and not nodes[index].titles
    return index if named and nodes[index + 1].kind in {",", "."} and nodes[index - 1].kind in {"x", "ADJ"} else 0
