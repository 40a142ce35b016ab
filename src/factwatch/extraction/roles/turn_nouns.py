"""Turns that a noun tells of: "under Brazil's Mercosur presidency", 'under the chairmanship of X', 'X, holder of the presidency'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.grammar import bloc_name, is_told, role_finding
from factwatch.extraction.roles.noun_phrases import phrase_at, without_article
from factwatch.extraction.roles.objects import CHAIRED, agent_at, phrase_ending
from factwatch.extraction.roles.turn_words import TURN, TURNS, bloc_before, body_of_turn, dates_of, modifier
from factwatch.lexicon.places import Place, find_demonym

_HOLDERS: Final = frozenset({"holder", "holders"})
_SHORT: Final = 8
"""Nodes of the phrase behind 'holder of', or of a turn."""
_NEAR_TURN: Final = 24
"""Characters of 'the rotating '."""
_BODY: Final = 40
"""Characters between a people and 'presidency'."""
_IN: Final = re.compile(r" (?:in|at) (?:the )?([A-Z][\w-]*(?: [A-Z][\w-]*)*)")
_TERMS: Final = frozenset({"presidency", "chairmanship", "chairship"})
_PEOPLE: Final = re.compile(
    r"(?:[Tt]he )?(?:(?:incoming|outgoing|next|previous|current|upcoming|last) )?(?P<both>(?P<first>[A-Z]\w+)(?: [A-Z]\w+)?)(?= )"
)
_MARKED: Final[dict[str, frozenset[str]]] = {
    "incoming": frozenset({"incoming", "next", "upcoming", "forthcoming"}),
    "former": frozenset({"previous", "last", "former", "past"}),
}


def find_turn_nouns(sentence: Sentence, bloc: str | None) -> Iterator[Finding]:
    """Return whose turn a noun phrase speaks of; *bloc* is the one spoken of last."""
    yield from _owned(sentence)
    yield from _national(sentence)
    yield from _under(sentence, bloc)
    yield from _its(sentence)
    if "whose" in sentence.text[sentence.nodes[0].start : sentence.nodes[-1].end]:
        yield from _whose(sentence)
    if "assumption" in sentence.lows:
        yield from _assumed(sentence)
    if not sentence.lows.isdisjoint(_HOLDERS):
        yield from _held(sentence)


def _owned(sentence: Sentence) -> Iterator[Finding]:
    """'under Brazil's Mercosur presidency', 'during Poland's presidency of the EU Council'."""
    nodes = sentence.nodes
    for index in range(1, len(nodes)):
        if nodes[index].kind != "s" or nodes[index - 1].kind != "LOC":
            continue
        end = min(len(nodes), index + 5)
        text = sentence.text[nodes[index].end : nodes[end - 1].end]
        match = TURN.search(text)
        if match is None or match.start() > 40 or match.group("noun").lower() not in {"presidency", "chairmanship"}:  # noqa: PLR2004
            continue
        of = match.group("of") or modifier(text[: match.start()]) or _bloc_within(text[match.end() :]) or _bloc_behind(sentence, index + 1)
        if of is None or (not bloc_name(of) and match.group("of") is None and not of[0].isupper()):
            continue
        yield role_finding(
            sentence,
            nodes[index - 1],
            TURNS[match.group("noun").lower()],
            "turn",
            _when(sentence, index + 1),
            (nodes[index - 1].start, nodes[end - 1].end),
            without_article(of),
        )


def _its(sentence: Sentence) -> Iterator[Finding]:
    """Read 'During its presidency of the Union, Peru will', 'Peru prepares for its EU presidency'."""
    nodes = sentence.nodes
    for at, node in enumerate(nodes):
        if at == 0 or not node.low.startswith("its "):
            continue
        end = min(len(nodes), at + _SHORT)
        text = sentence.text[node.start : nodes[end - 1].end]
        match = TURN.search(text)
        if match is None or match.group("noun").lower() not in _TERMS or match.start() > node.end - node.start:
            continue
        of = match.group("of") or modifier(text[len("its ") : match.start()])
        holder = _whose_own(nodes, at)
        if of is not None and bloc_name(of) and holder is not None:
            role = TURNS[match.group("noun").lower()]
            yield role_finding(
                sentence, holder, role, "turn", _when(sentence, at), (node.start, node.start + match.end()), without_article(of)
            )


def _whose_own(nodes: list[Node], at: int) -> Node | None:
    """Return the state that 'its' at the node *at* means: the one before it, or behind the comma of a phrase that opens the sentence."""
    before = next((nodes[index] for index in range(at - 1, max(-1, at - _BODY), -1) if nodes[index].kind == "LOC"), None)
    if before is not None or at != 1 or nodes[0].kind != "f":
        return before
    comma = next((index for index in range(at + 1, min(len(nodes) - 1, at + _SHORT)) if nodes[index].kind == ","), 0)
    return nodes[comma + 1] if comma and nodes[comma + 1].kind == "LOC" else None


def _national(sentence: Sentence) -> Iterator[Finding]:
    """Read 'the Irish presidency of the Council', 'Under the Spanish EU Council Presidency, which ended on Sunday'."""
    nodes = sentence.nodes
    for index, node in enumerate(nodes):
        place, start = _people(node)
        if place is None or place.kind != "country":
            continue
        end = min(len(nodes), index + _SHORT)
        text = sentence.text[start : nodes[end - 1].end]
        match = TURN.search(text)
        if match is None or match.start() > _BODY or match.group("noun").lower() not in _TERMS:
            continue
        of = body_of_turn(match)
        if of is None or not bloc_name(of):
            continue
        holder = Node("LOC", node.first, node.last, node.start, node.end, place.name, place.name.lower(), place, name=place.name)
        yield role_finding(
            sentence,
            holder,
            TURNS[match.group("noun").lower()],
            "turn",
            _when(sentence, index),
            (node.start, start + match.end()),
            without_article(of),
        )


def _people(node: Node) -> tuple[Place | None, int]:
    """Return the country of 'Danish', 'the outgoing South African EU presidency', and the offset after that word."""
    if node.kind == "ADJ":
        return find_demonym(node.text), node.end
    match = _PEOPLE.match(node.text) if node.kind == "GRP" else None
    if match is None:
        return None, 0
    both, first = match.group("both"), match.group("first")
    if (place := find_demonym(both)) is not None:
        return place, node.start + match.end("both")
    return find_demonym(first), node.start + match.end("first")


def _when(sentence: Sentence, at: int) -> str:
    """Return the status of the turn at the node *at*: 'the incoming Danish presidency', 'the Spanish presidency, which ended'."""
    before = sentence.nodes[at - 1].low if at else ""
    words = set(sentence.nodes[at].low.split()) | {before}
    for status, marks in _MARKED.items():
        if not marks.isdisjoint(words):
            return status
    group = group_after(sentence, at)
    near = group is not None and group.first - at <= _SHORT
    if group is not None and near and group.lemma in {"end", "finish", "expire", "conclude"} and group.tense == "past":
        return "former"
    return "incoming" if group is not None and near and group.lemma in {"begin", "start"} and group.tense != "past" else "current"


def _bloc_within(text: str) -> str | None:
    """Return the CIS of "Uzbekistan's chairmanship | in the CIS"."""
    match = _IN.match(text)
    return match.group(1) if match is not None and bloc_name(match.group(1)) else None


def _bloc_behind(sentence: Sentence, at: int) -> str | None:
    """Return ASEAN of "Under Vietnam's chairmanship, ASEAN has met"."""
    nodes = sentence.nodes
    for index in range(at, min(len(nodes) - 1, at + 3)):
        if nodes[index].kind == ",":
            node = nodes[index + 1]
            return (node.name or node.text) if node.kind == "ORG" and bloc_name(node.name or node.text) else None
    return None


def _under(sentence: Sentence, bloc: str | None) -> Iterator[Finding]:
    """Read 'The leaders of the bloc meet under the chairmanship of X', 'Under the chairmanship of X, the bloc has', 'a panel under'."""
    nodes = sentence.nodes
    for index in range(3, len(nodes) - 1):
        if nodes[index].low != "of" or nodes[index - 1].low not in TURNS:
            continue
        first = next((back for back in range(index - 2, max(-1, index - 6), -1) if nodes[back].low == "under"), None)
        if first is None:
            continue
        at = index + 2 if nodes[index + 1].kind == "d" and index + 2 < len(nodes) else index + 1
        of = _chaired(sentence, first, at) or bloc_before(sentence, nodes[first].start) or bloc
        holder = agent_at(nodes, at)
        if holder is not None and holder.kind in {"PER", "LOC"} and of is not None:
            role = TURNS[nodes[index - 1].low]
            yield role_finding(sentence, holder, role, "turn", "current", (nodes[first].start, holder.end), of)


def _chaired(sentence: Sentence, first: int, at: int) -> str | None:
    """Return the body right before 'under the chairmanship of', or right behind it in 'Under the chairmanship of X, the Union has'."""
    nodes = sentence.nodes
    if first == 0:
        phrase = phrase_at(sentence, at + 2) if at + 2 < len(nodes) and nodes[at + 1].kind == "," else None
    else:
        before = first - 1
        while (
            before > 0
            and nodes[before].low not in CHAIRED
            and (nodes[before].kind in {",", "u", "v", "r", "DAT"} or nodes[before].low in {"which", "that"})
        ):
            # 'the committee, which is | under the chairmanship of', 'a meeting held today'
            before -= 1
        phrase = phrase_ending(sentence, before)
    named = phrase is not None and (phrase.noun in CHAIRED or phrase.is_body)
    return phrase.text if phrase is not None and named else None


def _whose(sentence: Sentence) -> Iterator[Finding]:
    """Read 'ECOWAS, whose presidency Fiji holds', 'Fiji, whose six-month presidency of ECOWAS ends in June'."""
    nodes = sentence.nodes
    for index in range(2, len(nodes) - 1):
        node = nodes[index]
        words = node.low if node.kind == "GRP" else node.low + " " + nodes[index + 1].low if node.low == "whose" else ""
        match = TURN.search(words) if words.startswith("whose ") else None
        if match is None or nodes[index - 1].kind != ",":
            continue
        owner, role = nodes[index - 2], TURNS[match.group("noun").lower()]
        group = group_after(sentence, index)
        if owner.kind in {"ORG", "EVT"} and group is not None and group.first == index + 2:
            holder = nodes[index + 1]
            if holder.kind in {"LOC", "PER"} and group.lemma in {"hold", "assume", "have"} and is_told(sentence, group):
                status = "incoming" if group.tense == "future" else "current"
                span = (node.start, nodes[group.first].end)
                until = dates_of(nodes, group.last, min(len(nodes), group.last + 4)).get("until")
                yield role_finding(sentence, holder, role, "turn", status, span, owner, until=until)
        elif owner.kind == "LOC":
            behind = next((at for at in range(index, min(len(nodes) - 1, index + 3)) if nodes[at].low == "of"), 0)
            phrase = phrase_at(sentence, behind + 1) if behind else None
            if phrase is not None:
                dates = dates_of(nodes, phrase.last, min(len(nodes), phrase.last + 4))
                ended = group is not None and group.tense == "past"
                of = phrase.named
                yield role_finding(
                    sentence, owner, role, "turn", "former" if ended else "current", (node.start, phrase.end), of, until=dates.get("since")
                )


def _assumed(sentence: Sentence) -> Iterator[Finding]:
    """Read "Ghana's assumption of the chair of the Alliance", 'the assumption by Ghana of the chair of the Alliance'."""
    nodes = sentence.nodes
    for at in range(len(nodes) - 3):
        if nodes[at].low != "assumption":
            continue
        by = nodes[at + 1].low == "by"
        of = at + 3 if by else at + 1
        holder = nodes[at + 2] if by else nodes[at - 2] if at > 1 and nodes[at - 1].kind == "s" else None
        if holder is None or holder.kind not in {"LOC", "PER"} or of + 1 >= len(nodes) or nodes[of].low != "of":
            continue
        end = min(len(nodes), of + 1 + _SHORT)
        match = TURN.search(sentence.text[nodes[of].end : nodes[end - 1].end])
        body = body_of_turn(match) if match is not None else None
        if match is not None and body is not None and match.start() < _NEAR_TURN:
            role = TURNS[match.group("noun").lower()]
            span = (min(holder.start, nodes[at].start), nodes[of].end + match.end())
            yield role_finding(sentence, holder, role, "turn", "current", span, without_article(body))


def _held(sentence: Sentence) -> Iterator[Finding]:
    """Read 'Brazil, holder of the COP presidency,'."""
    nodes = sentence.nodes
    for index in range(2, len(nodes) - 1):
        if nodes[index].low not in _HOLDERS or nodes[index + 1].low != "of":
            continue
        before = index - 1
        while before and nodes[before].kind in {"d", "m", "x"}:
            before -= 1
        if nodes[before].kind != "," or nodes[before - 1].kind not in {"LOC", "ORG", "PER"}:
            continue
        end = min(len(nodes), index + 2 + _SHORT)
        match = TURN.search(sentence.text[nodes[index + 1].end : nodes[end - 1].end])
        of = body_of_turn(match) if match is not None else None
        if match is not None and of is not None:
            role = TURNS[match.group("noun").lower()]
            span = (nodes[index].start, nodes[index + 1].end + match.end())
            yield role_finding(sentence, nodes[before - 1], role, "turn", "current", span, without_article(of))
