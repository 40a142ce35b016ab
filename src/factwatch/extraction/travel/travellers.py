"""Who can travel, and who is told to: the subject of a verb, the owner of a journey, the leader of a party."""

# ruff: noqa: PLR2004  # how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import Sentence, VerbGroup, list_from, subject_of
from factwatch.extraction.clauses.words import POSSESSIVES
from factwatch.extraction.neighbours import group_after, group_before
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.words import EPITHETS, JOURNEYS, PARTIES, RETINUES, SUPERLATIVES, TRAVELLERS, VEHICLES

_TRAVELLING_PRONOUNS: Final = frozenset({"he", "she", "they", "him", "her", "them", "his", "their", "i", "who", "my"})
_WHOSE: Final = 3
"""Nodes of 'whose own advance' before 'party'."""
_FAR: Final = 12
_LONG: Final = 24
"""Nodes of a party, its leader and his office before the verb."""
_MEMBERS: Final = frozenset({"x", "p", "ORG", "LOC", "PER", "GRP"})
"""Kinds of nodes that tell of whom a party is, as in 'a team of auditors from Kestrel'."""
_IN_NAME: Final = frozenset({"x", "p", "m", "s", "LOC", "ADJ", "ORG"})
"""Kinds of nodes in 'Fiji's women's hockey team' before its last word."""
_BEFORE_NAME: Final = frozenset({"d", "x", "p", "m", "s", "r", "ADJ", "ORG", "GRP", "LOC", "TTL", "#", ","})
"""Kinds of nodes between a verb and the name of one who is told by his office."""
_OF: Final = frozenset({"of", "for"})
_OWNERS: Final = {"his": "he", "her": "she", "their": "they"}


def travels(node: Node) -> bool:
    """Tell whether the phrase names somebody who can go somewhere."""
    if node.kind == "PER":
        return True
    if node.kind == "TTL":
        return node.titles[0].determiner not in {"no", "any", "every"}
    if node.kind == "PRO":
        return node.low in _TRAVELLING_PRONOUNS
    if node.kind == "GRP":
        return isinstance(node.value, list) or bool(node.titles) or (isinstance(node.value, str) and node.value in TRAVELLERS)
    return False


def travellers_of(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return who travels by the verb *group*: its subject, where that can travel."""
    subjects = subject_of(sentence, group)
    if _is_of_whom(sentence, subjects):
        return []
    return (
        _superlative(sentence, group)
        or _including(sentence, group)
        or _one_of(sentence, group, subjects)
        or _named_behind_clause(sentence, group, subjects)
        or _led_by(sentence, group)
        or _joined_party(sentence, subjects)
        or _members_of(sentence, subjects)
        or _by_party(sentence, subjects)
        or _by_full_name(sentence, group, party_of(sentence, subjects))
        or _by_epithet(sentence, group)
        or _by_vehicle(sentence, group)
    )


def _by_full_name(sentence: Sentence, group: VerbGroup, who: list[Node]) -> list[Node]:
    """Return 'Fiji's women's hockey team' for its last word, others as they are."""
    if len(who) != 1 or who[0].kind != "GRP":
        return who
    nodes = sentence.nodes
    of = next((index for index in range(group.first - 1, max(1, group.first - _FAR), -1) if nodes[index] is who[0]), 0)
    if of > 1 and nodes[of - 1].low == "of" and nodes[of - 2].kind == "GRP":
        # 'a group of Norwegian lawmakers'
        start = nodes[of - 2].start
        words = sentence.text[start : who[0].end]
        return [evolve(who[0], start=start, text=words, low=words.lower(), name=words)]
    at = next((index for index in range(group.first - 1, max(-1, group.first - _FAR), -1) if nodes[index] is who[0]), 0)
    end = at + 1
    while end + 1 < group.first and nodes[end].low in {"of", "from"} and nodes[end + 1].kind in _MEMBERS:
        # 'a team of auditors from Kestrel'
        end += 2
    if end > at + 1 and end == group.first:
        words = sentence.text[who[0].start : nodes[end - 1].end]
        return [evolve(who[0], end=nodes[end - 1].end, text=words, low=words.lower(), name=words)]
    if " " in who[0].text:
        return who
    first = at
    while first > 0 and nodes[first - 1].kind in _IN_NAME and at - first < _FAR:
        first -= 1
    if first == at or nodes[first].kind == "s":
        return who
    start = nodes[first].start
    words = sentence.text[start : who[0].end]
    return [evolve(who[0], start=start, text=words, low=words.lower(), name=words)]


def _one_of(sentence: Sentence, group: VerbGroup, subjects: Sequence[Node]) -> list[Node]:
    """Return A in 'A is among the leaders attending', 'A was one of the ministers who visited'."""
    nodes = sentence.nodes
    if not subjects and group.first > 2 and nodes[group.first - 1].low == "who" and nodes[group.first - 2].low == "those":
        # 'A was among those who travelled to Lima'
        be = group_before(sentence, group.first - 2)
        among = nodes[group.first - 3].low in {"among", "of"} and be is not None and be.lemma == "be"
        return party_of(sentence, subject_of(sentence, be)) if among and be is not None else []
    if len(subjects) != 1 or subjects[0].kind not in {"GRP", "TTL"}:
        return []
    at = next((index for index in range(1, len(nodes)) if nodes[index] is subjects[0]), 0)
    while at > 1 and nodes[at - 1].kind in {"d", "#", "ADJ"}:
        at -= 1
    if at < 2 or not (nodes[at - 1].low == "among" or (nodes[at - 1].low == "of" and nodes[at - 2].low == "one")):
        return []
    main = next((other for other in reversed(sentence.groups) if other.main < at), None)
    return party_of(sentence, subject_of(sentence, main)) if main is not None and main.lemma == "be" else []


def _by_epithet(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return 'His Majesty' as the pronoun that it stands for: 'Her Excellency will travel to Kano'."""
    at = group.first - 1
    while at > 0 and sentence.nodes[at].kind in {"r", "DAT"}:
        at -= 1
    words = sentence.nodes[at].low.split() if at >= 0 else []
    if len(words) < 2 or words[-1] not in EPITHETS or words[0] not in _OWNERS:
        return []
    return [evolve(sentence.nodes[at], kind="PRO", low=_OWNERS[words[0]])]


def _named_behind_clause(sentence: Sentence, group: VerbGroup, subjects: Sequence[Node]) -> list[Node]:
    """Return A of 'The Indonesian general who will relieve her, A, is already in Lima'."""
    nodes = sentence.nodes
    at = group.first - 2
    if len(subjects) != 1 or subjects[0].kind != "TTL" or at < 4 or nodes[at + 1].kind != "," or nodes[at].kind != "PER":
        return []
    set_off = nodes[at - 1].kind == "," and nodes[at - 2].kind not in {"PER", "TTL", "GRP"} and not nodes[at].titles
    return (
        [nodes[at]]
        if set_off and any(node.low == "who" and node.start > subjects[0].start for node in nodes[max(0, at - _FAR) : at])
        else []
    )


def _by_party(sentence: Sentence, who: list[Node]) -> list[Node]:
    """Return whose party it is that travels: "President A's party", 'her delegation'."""
    if len(who) != 1 or who[0].kind != "GRP" or who[0].low.split()[-1] not in RETINUES:
        return []
    at = next((index for index, node in enumerate(sentence.nodes) if node is who[0]), 0)
    return [node for node in owner_of(sentence, at) if node.kind in {"PER", "PRO"}] if at else []


def _is_of_whom(sentence: Sentence, who: Sequence[Node]) -> bool:
    """Tell whether the party is 'whose advance party': that of somebody who does not travel with it."""
    if len(who) != 1 or who[0].kind != "GRP" or who[0].low.split()[-1] not in RETINUES or "whose" not in sentence.lows:
        return False
    at = next((index for index, node in enumerate(sentence.nodes) if node is who[0]), 0)
    return any(node.low == "whose" for node in sentence.nodes[max(0, at - _WHOSE) : at])


def _by_vehicle(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return whose plane it is that lands: "President A's plane", 'her convoy'."""
    at = group.first - 1
    while at > 0 and sentence.nodes[at].kind in {"r", "DAT"}:
        at -= 1
    if at > 1 and sentence.nodes[at].kind == "PER" and sentence.nodes[at - 1].low in {"carrying", "bringing"} and not group.passive:
        # 'The plane carrying President A landed in Lima'
        return [sentence.nodes[at]] if sentence.nodes[at - 2].low in VEHICLES else []
    if at > 1 and sentence.nodes[at].kind == "PER" and sentence.nodes[at - 1].low == "of" and sentence.nodes[at - 2].low in VEHICLES:
        # 'The plane of President A landed in Lima'
        return [sentence.nodes[at]]
    return owner_of(sentence, at) if at > 0 and sentence.nodes[at].low in VEHICLES and not group.passive else []


def owner_near(sentence: Sentence, at: int) -> list[Node]:
    """Return whose journey is named behind *at*: "has been dropped from President A's itinerary", "the Lima leg of A's trip"."""
    nodes = sentence.nodes
    for index in range(at, min(len(nodes), at + _FAR)):
        if nodes[index].low in JOURNEYS:
            owner = owner_of(sentence, index)
            # 'dropped from the itinerary of President A'
            behind = nodes[index + 2] if index + 2 < len(nodes) and nodes[index + 1].low == "of" else None
            return owner or ([behind] if behind is not None and behind.kind == "PER" else [])
    return []


def _led_by(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return the leader of a party, and the party told by its members: 'A delegation of traders, headed by A, chairman of X, visited'."""
    nodes = sentence.nodes
    by = group.first - 1
    lowest = max(1, group.first - _LONG)
    while by > lowest and not (nodes[by].low == "by" and nodes[by - 1].low in {"led", "headed"}) and nodes[by].low != "comprising":
        if nodes[by].kind in {"QUO", ";", "PRO"}:
            return []
        by -= 1
    if nodes[by].low == "comprising":
        return _comprising(sentence, group, by)
    if by <= lowest or nodes[by + 1].kind not in {"PER", "TTL"} or any(by < other.main < group.main for other in sentence.groups):
        return []
    party = by - 2 - (nodes[by - 2].kind == ",")
    if party > 1 and nodes[party].kind == "GRP" and nodes[party - 1].low == "of" and nodes[party - 2].kind == "GRP":
        party -= 2
    if party < 0 or nodes[party].kind != "GRP" or any(other.main < party for other in sentence.groups):
        return []
    leader, _ = list_from(sentence, by + 1, lambda node: node.kind == "PER")
    if party == by - 2 - (nodes[by - 2].kind == ",") and leader and not PARTIES.isdisjoint(nodes[party].low.split()):
        # 'a delegation led by A': the party is no more than those whom A leads
        return leader
    whole = nodes[by - 2 - (nodes[by - 2].kind == ",")].end
    words = sentence.text[nodes[party].start : whole]
    return [evolve(nodes[party], end=whole, text=words, low=words.lower(), name=words), *leader]


def _members_of(sentence: Sentence, subjects: Sequence[Node]) -> list[Node]:
    """Return "Members of Haiti's transitional council" as one party."""
    if len(subjects) != 1 or subjects[0].kind not in {"GRP", "ORG"}:
        return []
    nodes = sentence.nodes
    at = next((index for index in range(2, len(nodes)) if nodes[index] is subjects[0]), 0)
    owners = nodes[at - 2] if at and nodes[at - 1].kind == "s" else None
    if owners is None or owners.kind != "GRP" or " of " not in owners.low:
        return []
    if TRAVELLERS.isdisjoint(owners.low.partition(" of ")[0].split()):
        return []
    words = sentence.text[owners.start : subjects[0].end]
    return [evolve(owners, end=subjects[0].end, text=words, low=words.lower(), name=words)]


def _joined_party(sentence: Sentence, subjects: Sequence[Node]) -> list[Node]:
    """Return 'FIH and ASH delegation', a party of two bodies or countries, as one."""
    if len(subjects) < 2 or subjects[-1].kind != "GRP" or PARTIES.isdisjoint(subjects[-1].low.split()):
        return []
    if any(node.kind not in {"ORG", "LOC", "ADJ"} for node in subjects[:-1]):
        return []
    words = sentence.text[subjects[0].start : subjects[-1].end]
    return [evolve(subjects[-1], start=subjects[0].start, text=words, low=words.lower(), name=words)]


def _comprising(sentence: Sentence, group: VerbGroup, at: int) -> list[Node]:
    """Return a party and those in it: 'A two-member delegation, comprising A and B, visited'."""
    nodes = sentence.nodes
    party = nodes[at - 1 - (nodes[at - 1].kind == ",")] if at else None
    people, end = list_from(sentence, at + 1, lambda node: node.kind == "PER")
    if party is None or party.kind != "GRP" or not people or end < group.first - 1:
        return []
    return [party, *people]


def party_of(sentence: Sentence, nodes: Sequence[Node]) -> list[Node]:
    """Return *nodes* as travellers, [] if one of them cannot be one; 'the King and Queen' are one party."""
    found = list(nodes)
    if len(found) > 1 and any(node.kind in {"PER", "PRO"} for node in found):
        # 'Minister A and her colleagues': A
        found = [node for node in found if node.kind != "GRP" or node.low.split()[0] not in POSSESSIVES]
    if not found or not all(travels(node) for node in found):
        return []
    if len(found) == 2 and all(
        node.kind == "TTL" and node.titles[0].head.group == "royal" and (node.titles[0].bare or position)
        for position, node in enumerate(found)
    ):  # a couple
        first, second = found
        words = sentence.text[first.start : second.end]
        return [evolve(first, kind="GRP", end=second.end, text=words, low=words.lower(), name=words, titles=[], value="couple")]
    return found


def people_named(sentence: Sentence, at: int) -> list[Node]:
    """Return those named from *at* on, each behind the words that tell who it is: 'the navy's northern commander, Admiral B, and C'."""
    nodes = sentence.nodes
    found: list[Node] = []
    since = at
    for index in range(at, len(nodes)):
        node = nodes[index]
        if node.kind == "PER":
            if not ((index > at and nodes[index - 1].low == "of") or (index + 1 < len(nodes) and nodes[index + 1].kind == "s")):
                # 'the wife of President A, B', "A's son, B"
                found.append(node)
            since = index + 1
        elif node.low in {"and", "or", ","} or node.kind in _BEFORE_NAME:
            if index - since > _FAR or node.low == "or":
                break
        elif not (node.low in _OF and index > since and nodes[index - 1].kind != "PER"):
            break
    return found


def owner_of(sentence: Sentence, at: int) -> list[Node]:
    """Return who owns the noun at *at*: 'his next visit', "the president's three-day trip", 'Rubio’s Caribbean tour'."""
    nodes = sentence.nodes
    index = at - 1
    steps = 0
    while (
        index >= 0
        and steps < 7
        and (
            nodes[index].kind in {"x", "p", "m", "r", "#", "ADJ", "LOC"}
            or (nodes[index].kind == "v" and nodes[index].value is not None)
            or nodes[index].low in {"own", "and", "-"}
        )
        and nodes[index].kind != "s"
    ):  # no phrase is longer
        if nodes[index].kind == "LOC" and index + 1 < len(nodes) and nodes[index + 1].kind == "s":
            break
        index -= 1
        steps += 1
    if index < 0:
        return []
    node = nodes[index]
    if node.kind == "PRO" and node.low in {"his", "her", "their", "my"}:
        return [node]
    if node.kind == "s" and index and travels(nodes[index - 1]):
        return party_of(sentence, [nodes[index - 1]])
    return []


def at_home(who: Sequence[Node], place: Node) -> bool:
    """Tell whether the place lies in the country of somebody's office: who speaks there or comes back there has not travelled."""
    country = getattr(place.value, "country", None)
    return country is not None and any(getattr(title.of_value, "country", None) == country for node in who for title in node.titles)


def agents_of(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return by whom something is done: 'The remarks were made by Minister A', 'was signed in Lima on Monday by A and B'."""
    nodes = sentence.nodes
    if not group.passive:
        return []
    for index in range(group.last, min(len(nodes) - 1, group.last + _FAR)):
        if nodes[index].low == "by" and nodes[index + 1].kind in {"PER", "TTL"}:
            found, _ = list_from(sentence, index + 1, lambda node: node.kind in {"PER", "TTL"})
            return party_of(sentence, found)
        if sentence.group_at(index) is not None or nodes[index].kind == ";":
            return []
    return []


def named_behind(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return A of 'Among those flying to Lima will be A', 'On board the plane that landed in Lima was A': the subject comes last."""
    nodes = sentence.nodes
    if nodes[0].low not in {"among", "on", "aboard", "also"}:
        return []
    be = next((other for other in sentence.groups if other.main > group.main), None)
    if be is None or be.lemma != "be" or be.last >= len(nodes) or be.first - group.last > _FAR:
        return []
    found, _ = list_from(sentence, be.last + (nodes[be.last].kind == "d"), lambda node: node.kind in {"PER", "TTL"})
    return party_of(sentence, found)


def _including(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return A and B of 'Leaders including A and B will gather'."""
    nodes = sentence.nodes
    for index in range(max(0, group.first - _FAR), group.first - 1):
        if nodes[index].low == "including" and nodes[index + 1].kind in {"PER", "TTL"}:
            found, end = list_from(sentence, index + 1, lambda node: node.kind in {"PER", "TTL"})
            return party_of(sentence, found) if end >= group.first - 1 else []
    return []


def _superlative(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return A of 'A, the most senior official to visit Ghana since the coup,', 'The last president to visit Ghana was A'."""
    nodes = sentence.nodes
    at = group.first - 1
    if group.infinitive and at >= 0 and nodes[at].kind == "TTL" and not SUPERLATIVES.isdisjoint(nodes[at].low.split()):
        be = group_after(sentence, group.main)
        behind = nodes[be.last] if be is not None and be.lemma == "be" and be.last < len(nodes) else None
        if behind is not None and behind.kind == "PER":
            return [behind]
    while at > 0 and group.first - at < _FAR and nodes[at].kind != ",":
        at -= 1
    words = {word for node in nodes[at + 1 : group.first] for word in node.low.split()}
    named = group.infinitive and at > 0 and nodes[at].kind == "," and nodes[at - 1].kind == "PER" and nodes[at + 1].low.startswith("the")
    return [nodes[at - 1]] if named and not SUPERLATIVES.isdisjoint(words) else []
