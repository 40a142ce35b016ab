"""Where and when a meeting takes place: as its clause tells, or the clause that it depends on."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from factwatch.extraction.adjuncts import attachment
from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.clauses.words import COORDINATORS, RELATIVES
from factwatch.extraction.context import clause, is_company, is_place
from factwatch.extraction.meetings.words import HAPPENINGS, HOUSES, VENUES
from factwatch.extraction.neighbours import group_after
from factwatch.extraction.occasion import day_of, further_stop, goal_of, place_handed_down, place_of
from factwatch.extraction.phrases import Node
from factwatch.lexicon.places import Place

_JOURNEY: Final = 4
"""'visit to Rome, during' has so many nodes."""
_NAME: Final = 6
"""No name of a house is longer, in nodes."""
_OWNERS: Final = frozenset({"TTL", "GRP"})
_WORDS: Final = 3
"""Words of a house without a name, in nodes."""
_BEHIND_NAME: Final = frozenset({",", ".", "DAT", "f"})
_IN: Final = frozenset({"in", "at", "near", "outside", "inside"})
_SEATS: Final = frozenset({"headquarters", "hq"})
_OTHER_TIME: Final = frozenset({"after", "ahead", "before", "following", "prior", "since", "until"})
"""Words before what takes place at another time, and perhaps elsewhere."""
_WHEN: Final = frozenset({"when", "while"})
_INSIDE: Final = frozenset({"in", ","})


_TOWN_WORDS: Final = frozenset({"capital", "city", "federal", "port", "resort", "town"})
_TOWNS: Final = 4
"""'the federal capital', in nodes."""


def place_between(sentence: Sentence, first: int, last: int) -> Node | None:
    """Return the place told by 'in' or 'at' between the nodes *first* and *last*: a town, a house, or a house with its town."""
    nodes = sentence.nodes
    index = first
    while index < min(last, len(nodes) - 1):
        node = nodes[index]
        if node.low in RELATIVES or (node.low in _OTHER_TIME and index > first):
            # 'after a vote in Nairobi': the place of the vote
            return None
        if node.kind == "f" and node.low in _IN and not (index and nodes[index - 1].low in HAPPENINGS):
            found, end = _place_at(sentence, index + 1, house=node.low in {"at", "inside"})
            if found is not None:
                return found
            index = max(index, end - 1)
        index += 1
    return None


def place_moved_to(sentence: Sentence, first: int, last: int) -> Node | None:
    """Return the place to which a meeting is moved right behind the verb at *first*: 'moved from Rome to Paris'."""
    nodes = sentence.nodes
    last = min(last, len(nodes) - 1, first + _NAME)
    index = first
    while index < last and nodes[index].kind == "r":
        index += 1
    if index < last and nodes[index].low == "from":
        index = next((at for at in range(index + 1, last) if nodes[at].low == "to"), last)
    return _place_at(sentence, index + 1, house=True)[0] if index < last and nodes[index].low == "to" else None


def _place_at(sentence: Sentence, at: int, *, house: bool) -> tuple[Node | None, int]:
    nodes = sentence.nodes
    index = at
    while index < len(nodes) and (nodes[index].kind == "d" or nodes[index].low in _TOWN_WORDS) and index - at < _TOWNS:
        index += 1
    if index >= len(nodes):
        return None, at
    following = nodes[index + 1] if index + 1 < len(nodes) else None
    venue, end = _venue(sentence, index) if house or nodes[index].kind in {"ORG", "p", "GRP"} else (None, index)
    if venue is None and house and index == at and _is_house_name(nodes, index):
        return nodes[index], index + 1
    if venue is None:
        seat = nodes[index].kind == "LOC" and getattr(nodes[index].value, "kind", "") == "seat"
        if (is_place(nodes[index]) or seat) and not (following is not None and following.kind == "s"):
            return nodes[index], index + 1
        return None, at
    # 'at State House in Nairobi': the house and its town
    if end + 1 < len(nodes) and nodes[end].low in _INSIDE:
        town = end + 1
        while town < len(nodes) and nodes[town].kind == "d":
            town += 1
        if town < len(nodes) and is_place(nodes[town]) and not (town + 1 < len(nodes) and nodes[town + 1].kind == "s"):
            name = f"{venue.name}, {nodes[town].name or nodes[town].text}"
            return evolve(venue, name=name, last=town + 1, end=nodes[town].end), town + 1
    return venue, end


def _common_house(nodes: list[Node], at: int) -> int:
    """Return the index after a house without a name: 'at the presidential palace', "at the governor's office"; 0 where there is none."""
    first = nodes[at]
    if first.kind == "GRP" and first.low.startswith("the ") and first.low.split()[-1] in HOUSES:
        return at + 1
    owned = first.kind in _OWNERS and first.low.startswith("the ") and at + 1 < len(nodes) and nodes[at + 1].kind == "s"
    if not owned and (not at or nodes[at - 1].low != "the"):
        return 0
    begun = at + 2 if owned else at
    for index in range(begun, min(len(nodes), begun + _WORDS)):
        if nodes[index].kind not in {"x", "p", "ADJ", "GRP"}:
            return 0
        if nodes[index].low in HOUSES and index > at:
            return index + 1
    return 0


def _is_house_name(nodes: list[Node], at: int) -> bool:
    """Tell whether a name that nobody has is that of a house right behind 'at': 'met him at Chequers on Monday'."""
    node = nodes[at]
    following = nodes[at + 1] if at + 1 < len(nodes) else None
    return (
        node.kind in {"PER", "p"}
        and not node.titles
        and not node.honorific
        and " " not in node.text
        and node.text[:1].isupper()
        and (following is None or following.kind in {".", ",", "DAT", "f", "u"})
    )


def _venue(sentence: Sentence, at: int) -> tuple[Node | None, int]:
    """Read the name of a house: words in capitals, the last of which, or the one before 'of', is a word for a house."""
    nodes = sentence.nodes
    index = at
    end = 0
    while index < len(nodes) and index - at < _NAME:
        node = nodes[index]
        word = node.text
        if node.kind in {"GRP", "TTL"} and word.lower().startswith(("the ", "a ", "an ")):
            word = word.split(" ", 1)[1]
        if node.kind not in {"LOC", "ORG", "EVT", "PER", "p", "x", "GRP", "h", "ADJ", "#", "TTL"} or not (
            word[:1].isupper() or word[:1].isdigit()
        ):
            break
        index += 1
        if index < len(nodes) and nodes[index].low in HOUSES and nodes[index].kind in {"x", "p"}:
            # 'at the Iikura guesthouse'
            index += 1
            end = index
            break
        if index < len(nodes) and node.kind == "ORG" and nodes[index].low in _SEATS:
            # 'at AU headquarters'
            index += 1
            end = index
            break
        if any(part in VENUES for part in word.replace("’", "'").split()) or word in VENUES:
            end = index
    if not end:
        end = _common_house(nodes, at)
    if not end or (end < len(nodes) and nodes[end].kind == "s"):
        # 'at the Ministry's offices in Kingston'
        return None, at
    end = _whole_name(nodes, end)
    first = nodes[at]
    text = sentence.text[first.start : nodes[end - 1].end]
    if text.lower().startswith("the "):
        text = text[4:]
    # a seat keeps its own name: 'the Apostolic Palace' is not just Vatican City
    seat = Place(text, "seat", "")
    return Node("LOC", at, end, first.start, nodes[end - 1].end, text, text.lower(), name=text, value=seat), end


def _whole_name(nodes: list[Node], end: int) -> int:
    """Return the index after the rest of a house's name: 'Palace | of the Republic', 'Hall | of Nations'; else *end*."""
    if (
        end + 1 < len(nodes)
        and nodes[end].kind in {"LOC", "PER"}
        and nodes[end - 1].text[:1].isupper()
        and nodes[end + 1].kind in _BEHIND_NAME
    ):
        # 'State House | Entebbe'
        return end if nodes[end].titles or " " in nodes[end].text else end + 1
    at = end + 1 + (end + 1 < len(nodes) and nodes[end + 1].low == "the")
    if end >= len(nodes) or nodes[end].low != "of" or at >= len(nodes) or nodes[end - 1].text[:1].islower():
        return end
    whole = nodes[at].kind in {"PER", "ORG", "p", "x", "GRP"} and not nodes[at].titles and nodes[at].text[:1].isupper()
    return at + 1 if whole and " " not in nodes[at].text else end


def place_of_meeting(sentence: Sentence, group: VerbGroup, *, after: int) -> Node | str | None:
    """
    Return where the meeting takes place of which the verb *group* tells.

    Behind the verb in its clause, at the clause's start, or where the clause before leads to: 'flew to Davao to meet mayors'.

    Args:
        sentence: Where it is told.
        group: The verb.
        after: Index of the node from which on the place is looked for first.
    """
    nodes = sentence.nodes
    first, _ = clause(sentence, group)
    last = min(_own_end(sentence, group), further_stop(sentence, after))
    found = place_between(sentence, after, last) or place_between(sentence, group.last, min(after, last))
    if found is not None:
        return found
    if any(node.low == "there" and node.kind != "u" for node in nodes[first:last]) and group.chain[:1] != ("there",):
        return "there"
    if sentence.unit.quotation is None and any(node.low == "here" for node in nodes[group.first : last]):
        return "here"
    return (
        place_of(sentence, group)
        or _fronted(sentence, first, group.first)
        or place_handed_down(sentence, group)
        or _fronted_before(sentence, group)
        or _during_which(sentence, group)
        or _place_then(sentence, group)
        or _place_when(sentence, group)
    )


def _fronted_before(sentence: Sentence, group: VerbGroup) -> Node | None:
    """Return the place at the start of the clause to which this one is joined: 'In Rome she will call on A and hold talks with B'."""
    link = attachment(sentence).links.get(group.main)
    if link is None or link.opener not in COORDINATORS or link.parent is None:
        return None
    subjects = subject_of(sentence, link.parent)
    if subjects != subject_of(sentence, group) and any(node.kind in {"PER", "TTL", "PRO"} for node in subjects):
        # but in 'In Rome the programme is lighter, though she will meet A'
        return None
    first, _ = clause(sentence, link.parent)
    return _fronted(sentence, first, link.parent.first)


def _during_which(sentence: Sentence, group: VerbGroup) -> Node | None:
    """Return where the journey leads during which they meet: 'a visit to Rome, during which he met A'."""
    nodes = sentence.nodes
    link = attachment(sentence).links.get(group.main)
    if link is None or link.opener != "which" or link.start < _JOURNEY or nodes[link.start - 1].low != "during":
        return None
    at = link.start - (2 if nodes[link.start - 2].kind == "," else 1) - 1
    if nodes[at].kind == "DAT":
        at -= 2
    return nodes[at] if at > 0 and is_place(nodes[at]) and nodes[at - 1].low in {"to", "in", "the"} else None


def _place_then(sentence: Sentence, group: VerbGroup) -> Node | None:
    """Return where the journey leads on whose day the meeting is: 'will fly to Rome in May, when he will meet A'."""
    link = attachment(sentence).links.get(group.main)
    return goal_of(sentence, link.parent) if link is not None and link.opener == "when" and link.parent is not None else None


def _place_when(sentence: Sentence, group: VerbGroup) -> Node | None:
    """Return where those who meet will be then: 'will meet A when he visits Rome', 'met A while he was in Rome'."""
    following = _clause_when(sentence, group)
    return (goal_of(sentence, following) or place_of(sentence, following)) if following is not None else None


def day_when(sentence: Sentence, group: VerbGroup) -> Node | None:
    """Return the day of that clause: 'will meet A when he visits Rome on Friday'."""
    following = _clause_when(sentence, group)
    return day_of(sentence, following) if following is not None else None


def _clause_when(sentence: Sentence, group: VerbGroup) -> VerbGroup | None:
    """Return the verb of the clause right behind that says when the meeting is: 'will meet A when he visits Rome'."""
    following = group_after(sentence, group.main)
    link = attachment(sentence).links.get(following.main) if following is not None else None
    return following if link is not None and link.parent is group and link.opener in _WHEN else None


def place_to(sentence: Sentence, first: int, last: int) -> Node | None:
    """Return the house or town to which somebody is welcomed, between the nodes *first* and *last*: 'to State House for talks'."""
    nodes = sentence.nodes
    for index in range(first, min(last, len(nodes) - 1)):
        if nodes[index].low == "to" and nodes[index].kind == "f":
            return _place_at(sentence, index + 1, house=True)[0]
    return None


def _own_end(sentence: Sentence, group: VerbGroup) -> int:
    """Return the index after the last node that belongs to the clause of the verb or to a verb that hangs on it."""
    _, last = clause(sentence, group)
    nodes = sentence.nodes
    owners = attachment(sentence).owners
    index = group.last
    while index < last:
        owner = owners[index]
        finite = owner is not None and not owner.infinitive and not owner.participle and not is_company(nodes, owner)
        if owner is not None and owner is not group and finite and owner.main > group.main:
            return index
        index += 1
    return last


def _fronted(sentence: Sentence, first: int, last: int) -> Node | None:
    """Return the house or place at the start of the clause: 'At Jubilee House he was received'."""
    nodes = sentence.nodes
    for index in range(first, last - 1):
        opens = index == 0 or nodes[index - 1].kind in {",", "DAT", ";", "r"} or nodes[index - 1].low in {"and", "then"}
        if opens and nodes[index].low in _IN:
            found, _ = _place_at(sentence, index + 1, house=nodes[index].low == "at")
            if found is not None:
                return found
    return None
