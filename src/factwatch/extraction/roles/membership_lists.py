"""Who the members of a body are: 'The members of the panel are A and B', 'The board comprises A and B'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from factwatch.annotation.wordlists import Body
from factwatch.extraction.clauses import Sentence, VerbGroup, list_from, people_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.grammar import role_finding
from factwatch.extraction.roles.membership_seats import MEMBERS, SEATS, UNIONS, are_members, ends_list
from factwatch.extraction.roles.noun_phrases import Phrase, phrase_at, with_field
from factwatch.extraction.roles.objects import LED, past_calling, phrase_ending
from factwatch.lexicon.loader import data_file, words_of

_OF_BODY: Final = re.compile(r"\bmembers? of (?:the |its )?(.+)\Z", re.DOTALL)
_LED_OR_SAT_ON: Final = LED | SEATS
_COUNTS: Final = words_of(data_file("roles.yaml")["membership"]["counting_verbs"])
_AGENT: Final = 6
"""Nodes between 'members of' and the verb."""
_FIELD: Final = 4


def listed(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    """Read 'The members of the panel are A, B and C', 'Other members include A and B', 'among the members of the board, including A'."""
    nodes = sentence.nodes
    found = _members_before(sentence, group)
    if found is None:
        return
    members, phrase = found
    holders = _listed_behind(sentence, group)
    if not holders:
        return
    named = phrase is not None and phrase.node is not None and phrase.node.kind == "ORG"
    if not named and not _has_members(nodes, members, phrase):
        return
    of: Node | str | None = (
        _within(nodes[members]) if phrase is None else phrase.node if named else with_field(sentence, phrase.text, phrase.end)
    )
    for holder in holders:
        finding = role_finding(sentence, holder, "member", "membership", "current", (nodes[members].start, holder.end), of)
        if of is None:
            finding.extra["of_it"] = nodes[members].start
        yield finding


def _members_before(sentence: Sentence, group: VerbGroup) -> tuple[int, Phrase | None] | None:
    """Return the index of 'members' before the verb, and the body behind 'of', if any; None where the verb tells of none."""
    nodes = sentence.nodes
    at = group.first - 1
    if group.participle:
        if group.lemma != "include" or group.form != "ing":
            return None
        at -= nodes[at].kind == ","
    if at < 0:
        return None
    if are_members(nodes[at]) and not _is_of_members(nodes, at):
        return at, None
    near = range(at, max(0, at - _AGENT), -1)
    members = next((back - 1 for back in near if nodes[back].low in {"of", "in", "on"} and are_members(nodes[back - 1])), -1)
    if members < 0:
        return None
    phrase = phrase_at(sentence, members + 2)
    return None if phrase is not None and not _only_field(nodes, phrase.last, at + 1) else (members, phrase)


def _listed_behind(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return those who are listed behind the verb; none where the list goes on as something else, or 'is' has one name behind it."""
    nodes = sentence.nodes
    opening = group.last + (group.last < len(nodes) and nodes[group.last].kind in {";", ":"})
    holders, end = _named_from(sentence, opening, {"PER", "LOC"})
    if len(holders) < 2 and group.lemma != "include":  # noqa: PLR2004  # a list
        return []
    if ends_list(nodes, end):
        return holders
    # 'A, B and C, the secretary, Housing in the office of': the last is misread
    return holders[:-1] if len(holders) > 2 else []  # noqa: PLR2004  # a list without it


def made_up(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    """Read 'The panel comprises A, B and C', 'The board will consist of A and B', 'is made up of A and B'."""
    nodes, at = sentence.nodes, group.last
    while at < len(nodes) and nodes[at].low in {"up", "of"}:
        at += 1
    phrase = phrase_ending(sentence, group.first - 1) if group.first else None
    if group.first > 1 and phrase is None and nodes[group.first - 1].low in {"which", "that"}:
        phrase = phrase_ending(sentence, group.first - 2 - (nodes[group.first - 2].kind == ","))
    if phrase is None or group.passive != (group.lemma in {"make", "compose", "constitute"}):
        return
    states = phrase.noun in UNIONS or (phrase.node is not None and isinstance(phrase.node.value, Body) and phrase.node.value.kind == "bloc")
    if not states and phrase.noun not in SEATS:
        return
    # 'comprises former cricketers A and B'
    holders, end = _named_from(sentence, at, {"LOC"} if states else {"PER"})
    if len(holders) < 2 or not ends_list(nodes, end):  # noqa: PLR2004  # a list
        return
    status = "incoming" if group.tense == "future" else "current"
    for holder in holders:
        yield role_finding(sentence, holder, "member", "membership", status, (phrase.start, holder.end), phrase.text)


def among_them(sentence: Sentence) -> Iterator[Finding]:
    """Read 'The commission has seven members, among them A and B'."""
    nodes = sentence.nodes
    for at in range(4, len(nodes) - 1):
        if nodes[at].low != "them" or nodes[at - 1].low != "among" or nodes[at - 2].kind != "," or not are_members(nodes[at - 3]):
            continue
        has = at - 4
        while has > 0 and nodes[has].kind in {"#", "x", "d"}:
            has -= 1
        phrase = phrase_ending(sentence, has - 1) if has and nodes[has].low in {"has", "have", "had"} else None
        if phrase is not None and phrase.noun in SEATS:
            for holder in _named_from(sentence, at + 1, {"PER"})[0]:
                yield role_finding(sentence, holder, "member", "membership", "current", (phrase.start, holder.end), phrase.text)


def counted(sentence: Sentence) -> Iterator[Finding]:
    """Read 'The panel counts A and B among its members', 'counted among its members A and B'."""
    nodes = sentence.nodes
    at = next((at for at in range(1, len(nodes) - 1) if nodes[at].low == "among" and are_members(nodes[at + 1])), 0)
    verb = next((index for index in range(at, -1, -1) if nodes[index].low.rpartition(" ")[2] in _COUNTS), -1)
    if not at or verb < 0 or not nodes[at + 1].low.startswith("its "):
        return
    inside = nodes[verb].low.rpartition(" ")[0]
    body = next((index for index in range(verb - 1, -1, -1) if nodes[index].low.rpartition(" ")[2] in _LED_OR_SAT_ON), -1)
    phrase = phrase_ending(sentence, body) if not inside and body >= 0 else None
    of = inside.removeprefix("the ") or (phrase.text if phrase is not None else "")
    if of.rpartition(" ")[2].lower() not in _LED_OR_SAT_ON:
        return
    for holder in _named_from(sentence, at + 2 if verb == at - 1 else verb + 1, {"PER"})[0]:
        yield role_finding(sentence, holder, "member", "membership", "current", (nodes[verb].start, nodes[at + 1].end), of)


def with_members(sentence: Sentence) -> Iterator[Finding]:
    """Read 'a panel with A and B as members', 'The team also has A as its leader and B and C as members'."""
    nodes = sentence.nodes
    for at in range(2, len(nodes)):
        if not are_members(nodes[at]) or nodes[at].low not in {"members", "its members"} or nodes[at - 1].low != "as":
            continue
        first = at - 2
        while first >= 0 and (nodes[first].kind in {"PER", "GRP", "d", "#"} or nodes[first].low in {",", "and"}):
            first -= 1
        if first < 0 or nodes[first].low not in {"with", "has", "have", "had", "and", "as"}:
            continue
        for holder in (person for node in nodes[first + 1 : at - 1] for person in people_of(node) if person.kind == "PER"):
            finding = role_finding(sentence, holder, "member", "membership", "current", (holder.start, nodes[at].end))
            finding.extra["of_it"] = finding.extra["of_needed"] = nodes[first].start
            yield finding


def _named_from(sentence: Sentence, at: int, kinds: set[str]) -> tuple[list[Node], int]:
    """Read 'former cricketers A, B and C' or 'former judges A and B' from the node *at* on, and the index after them."""
    found, end = list_from(
        sentence, past_calling(sentence.nodes, at), lambda node: node.kind in kinds or (node.kind == "GRP" and isinstance(node.value, list))
    )
    return [person for node in found for person in people_of(node)], end


def _is_of_members(nodes: list[Node], at: int) -> bool:
    """Tell whether 'of' members stand there: 'some of the | members'."""
    return at + 1 < len(nodes) and nodes[at + 1].low == "of"


def _has_members(nodes: list[Node], at: int, phrase: Phrase | None) -> bool:
    """Tell whether the members at *at* are those of a body: not 'family members', 'members of the cast'."""
    if phrase is not None:
        return phrase.noun in _LED_OR_SAT_ON
    before = nodes[at - 1] if at else None
    compound = before is not None and before.kind in {"x", "p", "GRP"} and before.low not in {"other", "its", "new", "key", "two", "three"}
    return not compound or (before is not None and before.low.rsplit(maxsplit=1)[-1] in _LED_OR_SAT_ON)


def _within(node: Node) -> str | None:
    """Return the panel of 'the members of the panel', which is one phrase."""
    title = next((title for title in node.titles if title.head.name in MEMBERS), None)
    if title is not None and title.of is not None and (title.of_kind != "this" or title.of.lower() in _LED_OR_SAT_ON):
        return title.of
    found = _OF_BODY.search(node.text)
    return found.group(1) if found is not None else None


def _only_field(nodes: list[Node], first: int, last: int) -> bool:
    """Tell whether nothing or 'on land' stands between a committee and its verb."""
    return first == last or (last - first < _FIELD and nodes[first].low == "on")
