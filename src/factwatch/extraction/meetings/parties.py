"""Those who meet: people, bodies, and groups that nobody names."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from factwatch.annotation.wordlists import VerbForm
from factwatch.extraction.clauses import NOUN_PHRASES, Sentence
from factwatch.extraction.context import is_place
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.described import (
    apposed,
    counterpart_from,
    described,
    entitled,
    is_colleague,
    named_peers,
    owned,
    several_lands,
    shared_lands,
)
from factwatch.extraction.meetings.groups import COMMON, group_at
from factwatch.extraction.meetings.plurals import is_assembly, unnamed
from factwatch.extraction.meetings.words import (
    ABOUT,
    ABOUT_NUMBER,
    ARRANGING,
    AUDIENCE_HEADS,
    AUDIENCES,
    COMPANY,
    COMPARED,
    GIVING,
    HABITUAL,
    HEADING,
    JOINING,
    KIN,
    MEALS,
    NAMING,
    NO_PARTY,
)
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node
from factwatch.lexicon.places import find_place

_OWNED: Final = ("his ", "her ", "their ")
_OWNERS: Final = frozenset({"his", "her", "its", "their"})
_SETTING: Final = frozenset({"at", "between", "in", "on"})
_IN_PLACE: Final = re.compile(r" in ((?:[A-Z][\w'’-]+ ?)+)(?:, (?:[A-Z][\w'’-]+ ?)+)?$")
_SEPARATORS: Final = 6
"""As in ', as well as with'; more stand between no two parties."""
_NOUNS: Final = 3
"""No more nouns stand right before a name, in nodes."""
_HONOUR: Final = 5
"""'in his honour by' stands behind a meal, in nodes."""
_ASIDE: Final = 24
"""A relative clause or an apposition after a party is no longer, in nodes."""


def parties_from(passage: Passage, sentence: Sentence, at: int, *, of_noun: bool = False) -> tuple[list[Node], int]:
    """
    Return the people or bodies listed from the node *at* on and the index after them, described groups among them.

    Args:
        passage: The document.
        sentence: Where they stand.
        at: The index of the first node.
        of_noun: They belong to a noun ('talks between A and B'), so that a verb behind them has the noun for its subject.
    """
    nodes = sentence.nodes
    found: list[Node] = []
    index, end = at, at
    while index < len(nodes):
        while index < len(nodes) and (nodes[index].kind == "r" or nodes[index].low in {"both", "with"}):
            index += 1
        read = _party(passage, sentence, index)
        if read is None:
            break
        party, end = read
        end = _after_land(nodes, end)
        names, last = named_peers(passage, sentence, party, end)
        found += names or [party]
        end = last if names else end
        index = _next_party(passage, sentence, end, of_noun=of_noun)
        if not index:
            break
    return found, end


def _party(passage: Passage, sentence: Sentence, at: int) -> tuple[Node, int] | None:
    """Return the party at the index *at* and the index after it."""
    nodes = sentence.nodes
    if at >= len(nodes) or nodes[at].low in HABITUAL:
        # 'meets every Friday'
        return None
    shared = shared_lands(nodes, at)
    if shared:
        return (unnamed(nodes[shared]) if isinstance(nodes[shared].value, list) else several_lands(sentence, at, shared)), shared + 1
    group = group_at(passage, sentence, at)
    number = _number_at(nodes, at) if group is None else 0
    counted = group_at(passage, sentence, number) if number else None
    if counted is not None:
        # 'about forty widows', 'more than a dozen mayors'
        text = sentence.text[nodes[at].start : counted[0].end]
        return evolve(counted[0], text=text, low=text.lower(), name=text, start=nodes[at].start), counted[1]
    first = at
    while first < len(nodes) and (
        nodes[first].kind in {"d", "#"}
        or (nodes[first].kind == "m" and first > at and first + 1 < len(nodes) and nodes[first + 1].kind == "v")
        or (nodes[first].kind in {"ADJ", "x", "v"} and first > at and _names_person(nodes, first + 1))
        or (nodes[first].low in _OWNERS and (is_colleague(nodes, first + 1) or described(sentence, first + 1)))
    ):
        first += 1
    if first >= len(nodes):
        return None
    if group is not None and nodes[first].kind != "PER" and (nodes[first].kind != "TTL" or group[1] > first + 1):
        return _group_party(nodes, first, group)
    first += 3 if is_colleague(nodes, first) else 0
    named = described(sentence, first) or _introduced(sentence, first)
    return (nodes[named], named + 1) if named else _named_party(sentence, first)


def _group_party(nodes: list[Node], first: int, group: tuple[Node, int]) -> tuple[Node, int] | None:
    """Return the group of which the description begins before the node *first*; None for those who are told rather than met."""
    node, (people, end) = nodes[first], group
    if node.kind == "GRP" and isinstance(node.value, list):
        return unnamed(node), first + 1
    if end < len(nodes) and nodes[end].kind == "ORG" and nodes[end].text.isupper():
        # 'the university lecturers ASUU'
        end += 1
    told = people.low in AUDIENCES or people.low.split(" of ")[0].split()[-1] in AUDIENCE_HEADS
    return (people, end) if not told else None


def _named_party(sentence: Sentence, first: int) -> tuple[Node, int] | None:
    """Return the person or body named at the node *first*, his owner or office before him passed over."""
    nodes = sentence.nodes
    node = nodes[first]
    behind = nodes[first + 1] if first + 1 < len(nodes) else None
    if node.kind in COMMON and behind is not None and behind.kind == "s":
        # "the player's agent, X"
        return owned(sentence, first)
    if node.kind not in NOUN_PHRASES or node.low in NO_PARTY or node.low in AUDIENCES or _is_place_only(node):
        return None
    if behind is not None and behind.kind == "s":
        return owned(sentence, first)
    if node.kind == "PER" and not node.titles and behind is not None and _is_bare_office(behind) and " " not in node.text:
        # 'a Houthi leader': nobody's name
        return _joint(sentence, first, "GRP", None), first + 2
    named = counterpart_from(nodes, first) or apposed(nodes, first) or entitled(nodes, first)
    if named:
        return nodes[named], named + 1
    if node.kind == "TTL" and node.titles[0].head.name in KIN:
        return None
    if node.kind in {"LOC", "ORG"} and behind is not None and behind.kind == "ORG":
        # 'the Gulf | Shippers' Council'
        return _joint(sentence, first, "ORG", None), first + 2
    if node.kind == "ORG" and behind is not None and behind.low in HEADING:
        # 'Tamarind Foods management'
        return _joint(sentence, first, "GRP", behind.low), first + 2
    if node.kind in {"LOC", "ORG"} and behind is not None and behind.kind in {"s", "x", "p"}:
        # "Kenya's parliament house", 'Oslo city hall'
        return None
    return (unnamed(node) if isinstance(node.value, list) and node.kind == "GRP" else node), first + 1


def _joint(sentence: Sentence, at: int, kind: str, value: str | None) -> Node:
    """Return the node at *at* and the one behind it as one party."""
    node, behind = sentence.nodes[at : at + 2]
    text = sentence.text[node.start : behind.end]
    return Node(kind, at, at + 2, node.start, behind.end, text, text.lower(), name=text, value=value)


def _number_at(nodes: list[Node], at: int) -> int:
    """Return the index of a number behind the words before it at the node *at*: 'about | forty', 'more than | a dozen'; 0 without any."""
    if nodes[at].low in COMPARED and at + 1 < len(nodes) and nodes[at + 1].low == "than":
        at += 2
    elif nodes[at].low in ABOUT_NUMBER:
        at += 1
    else:
        return 0
    return at if at < len(nodes) and nodes[at].kind in {"#", "x", "GRP", "d"} else 0


def _introduced(sentence: Sentence, at: int) -> int:
    """Return the index of the name right behind common nouns that say what somebody is: 'with owner X'; 0 where there is none."""
    nodes = sentence.nodes
    index = at
    while index < len(nodes) and index - at < _NOUNS and nodes[index].kind in {"x", "p"} and nodes[index].text.islower():
        index += 1
    told = index > at and index < len(nodes) and nodes[index].kind == "PER" and not nodes[index].titles and " " in nodes[index].text
    return index if told else 0


def _names_person(nodes: list[Node], at: int) -> bool:
    return at < len(nodes) and nodes[at].kind == "PER" and bool(nodes[at].titles)


def _next_party(passage: Passage, sentence: Sentence, end: int, *, of_noun: bool) -> int:
    """Return the index at which the party after the one that ends before *end* begins, or 0 where the list is at its end."""
    nodes = sentence.nodes
    index = _after_aside(sentence, end)
    start = index
    joined = comma = False
    while index < len(nodes) and index - start < _SEPARATORS:
        low = nodes[index].low
        if nodes[index].kind == ",":
            comma = True
        elif (
            nodes[index].kind == ";"
            and nodes[end - 1].kind == "PER"
            and index + 1 < len(nodes)
            and (nodes[index + 1].kind in {"PER", "TTL"} or nodes[index + 1].low == "and")
            and not nodes[index + 1].low.startswith(_OWNED)
        ):
            # 'met A, the trade minister; B, the defence minister; and C', not 'met farmers; his colleague inspected'
            joined = True
        elif low in NAMING:
            if nodes[end - 1].kind != "GRP" and not _is_plural_title(nodes[end - 1]):
                break
            joined = True
        elif low == "as" and nodes[index - 1].low != "well" and not (index + 1 < len(nodes) and nodes[index + 1].low == "well"):
            # 'saw A as a rival'
            break
        elif low in JOINING or nodes[index].kind == "r":
            joined = joined or low in {"and", "&", "then", "as", "along", "together", "alongside", "plus"}
        else:
            break
        index += 1
    if index < len(nodes) and index == start and _is_run_on(sentence, index):
        comma = True
    elif index == start or index >= len(nodes) or not (joined or comma):
        return 0
    if nodes[index].kind == "d" and index + 1 < len(nodes) and nodes[index + 1].kind == "PRO":
        return 0
    read = _party(passage, sentence, index)
    if read is None:
        return 0
    party, last = read
    if party.kind == "PRO" or (not of_noun and _is_subject(sentence, last)):
        return 0
    if not joined and not _list_goes_on(sentence, last):
        return 0
    return index


def _after_land(nodes: list[Node], end: int) -> int:
    """Return the index after the country or body that tells where the name before *end* is from: 'A of Malaysia and B of Chile'."""
    if end + 1 >= len(nodes) or nodes[end].low != "of" or nodes[end - 1].kind != "PER" or nodes[end + 1].kind not in {"LOC", "ORG"}:
        return end
    return end if end + 2 < len(nodes) and nodes[end + 2].kind == "s" else end + 2


def _is_run_on(sentence: Sentence, at: int) -> bool:
    """Tell whether the comma before the next of a list belongs to the apposition before: 'by the minister, A, the adviser, B, and C'."""
    before, node = sentence.nodes[at - 1], sentence.nodes[at]
    return before.kind == node.kind == "PER" and bool(node.titles) and "," in sentence.text[before.end : node.start]


def _is_plural_title(node: Node) -> bool:
    return node.kind == "TTL" and node.titles[0].plural


def _after_aside(sentence: Sentence, end: int) -> int:
    """Return the index after a clause that commas or brackets set off behind a party: ', who leads the bloc, and'; else *end*."""
    nodes = sentence.nodes
    if end + 1 >= len(nodes):
        return end
    if nodes[end - 1].kind == "PER" and nodes[end].low in {"of", "from"}:
        # 'A of Iran and B of Oman'
        land = end + 1 + (nodes[end + 1].kind == "d")
        return land + 1 if land < len(nodes) and nodes[land].kind == "LOC" else end
    if nodes[end].kind == "(":
        close = next((index for index in range(end, min(len(nodes), end + 8)) if nodes[index].kind == ")"), None)
        return close + 1 if close is not None else end
    if nodes[end].kind != ",":
        return end
    opening = nodes[end + 1]
    if opening.kind == "f" and end + 2 < len(nodes) and nodes[end + 2].low == "whom":
        # 'met A, with whom she talked about fish, and B'
        opening = nodes[end + 2]
    if opening.low in {"who", "whom", "whose", "which"} or opening.kind == "#":
        for index in range(end + 2, min(len(nodes), end + _ASIDE)):
            if nodes[index].kind == "," and index + 1 < len(nodes):
                return index if nodes[index + 1].low in {"and", "as", "along", "together"} else end
    return end


def _is_subject(sentence: Sentence, at: int) -> bool:
    """Tell whether a finite verb follows at *at*: what stands before it is its subject rather than one more of a list."""
    nodes = sentence.nodes
    while at < len(nodes) and nodes[at].kind in {"r", "DAT"}:
        at += 1
    return any(group.first <= at <= group.main and not group.participle and not group.infinitive for group in sentence.groups)


def _list_goes_on(sentence: Sentence, at: int) -> bool:
    """Tell whether a list that only commas have joined so far has an 'and' before its last member."""
    nodes = sentence.nodes
    for index in range(at, min(len(nodes), at + _ASIDE)):
        if nodes[index].low in {"and", "&"}:
            return True
        if nodes[index].kind in {"u", "QUO", ";", "."} or sentence.is_verb(index):
            return False
    return False


def _is_bare_office(node: Node) -> bool:
    return node.kind == "TTL" and node.text.islower() and node.titles[0].bare


def _is_place_only(node: Node) -> bool:
    return is_place(node) and node.kind == "LOC" and getattr(node.value, "kind", "") in {"city", "region", "division"}


def assembled(passage: Passage, sentence: Sentence, at: int) -> tuple[list[Node], int]:
    """Return those of whom it is a meeting: 'of finance ministers', 'of President A, King B and Prime Minister C', 'of A with B'."""
    parties, end = parties_from(passage, sentence, at, of_noun=True)
    if len(parties) == 1 and parties[0].kind == "PER":
        on = end + (end + 1 < len(sentence.nodes) and sentence.nodes[end].kind == ",")
        if on + 1 < len(sentence.nodes) and sentence.nodes[on].low == "with":
            others, last = parties_from(passage, sentence, on + 1, of_noun=True)
            parties, end = ([*parties, *others], last) if others else (parties, end)
    several = len(parties) > 1 and all(node.kind == "PER" for node in parties)
    return (parties if several else [node for node in parties if is_assembly(node)]), end


def with_after(nodes: list[Node], noun: int) -> int:
    """Return the index after 'with' or 'between' that goes with the meeting noun, or 0."""
    index = noun + 1
    given = index + 1 < len(nodes) and isinstance(nodes[index].value, VerbForm) and nodes[index].value.lemma in GIVING
    if given and nodes[noun].low in MEALS and nodes[index].value.form != "past":
        # 'at a lunch given in his honour by X'
        at = next((at for at in range(index + 1, min(len(nodes), index + _HONOUR)) if nodes[at].low == "by"), -1)
        return at + 1
    if nodes[noun].low == "audience" and index + 1 < len(nodes) and nodes[index].low == "of":
        # 'had an audience of the King'
        return index + 1
    while index < len(nodes) and index - noun < 10:  # noqa: PLR2004  # the partner stands near
        node = nodes[index]
        if node.low == "with" or (node.low == "between" and not (nodes[index - 1].kind in COMMON and _has_topic(nodes, noun, index))):
            return index + 1
        if node.low in {"telephone", "phone", "video"} and nodes[index - 1].low in {"by", "on", "over", "via", "the"}:
            index += 1
            continue
        if (node.kind == "v" and not (isinstance(node.value, VerbForm) and (node.value.lemma in ARRANGING or node.low == "held"))) or (
            node.kind in {"u", ";", ".", "QUO", "PER", "TTL", "PRO"} or node.low in {"who", "which", "that"}
        ):
            return 0
        if node.kind == "," and index - noun > 1 and not (index + 1 < len(nodes) and nodes[index + 1].low in _SETTING):
            return 0
        index += 1
    return 0


def _has_topic(nodes: list[Node], noun: int, at: int) -> bool:
    """Tell whether it is said before *at* what the meeting is about: 'talks on the dispute between A and B' are not theirs."""
    return any(nodes[index].low in ABOUT and nodes[index + 1].kind != "DAT" for index in range(noun + 1, at))


def _is_told_apart(sentence: Sentence, index: int) -> bool:
    """Tell whether a verb of its own says who came along: 'A was accompanied by B'."""
    group = sentence.group_at(index)
    return group is not None and bool(group.chain)


def companions(passage: Passage, sentence: Sentence, first: int, last: int) -> list[Node]:
    """Return those who come along between the nodes *first* and *last*: 'accompanied by A and B', 'joined by his deputy'."""
    nodes = sentence.nodes
    found: list[Node] = []
    index = first
    while index + 2 < last:
        if (
            (nodes[index].low in COMPANY and nodes[index + 1].low == "by" and not _is_told_apart(sentence, index))
            or (nodes[index].low in {"together", "along"} and nodes[index + 1].low == "with")
            or (nodes[index].low in {"company", "presence", "the company"} and nodes[index + 1].low == "of")
        ):
            members, index = parties_from(passage, sentence, index + 2)
            found += members
        index += 1
    return found


def without_place(finding: Finding) -> None:
    """Take the place out of a group that has swallowed it: 'met EU ambassadors in Doha'."""
    for side in (finding.who, finding.other):
        for position, node in enumerate(side):
            found = _IN_PLACE.search(node.text) if node.kind == "GRP" and not isinstance(node.value, list) else None
            if found is None or find_place(found[1]) is None:
                continue
            text = node.text[: found.start()]
            side[position] = evolve(node, text=text, low=text.lower(), name=text, end=node.start + len(text))
            finding.place = finding.place or found[1]
